//! H1, H3: the vocabulary and its counts.

use crate::{both, support::id};
use serde_json::json;
use trialogue::{
    domain::{lang::Lang, theme::Vocabulary},
    forum, store,
};

both! {
    fn h1_the_shipped_vocabulary_is_there_in_three_languages(site) {
        let visitor = site.visitor();
        let names: Vec<Vec<String>> = Lang::THREE.iter().map(|l| visitor.get(&format!("/{l}/themes")).texts("tbody th")).collect();
        assert_eq!(names.iter().map(Vec::len).collect::<Vec<_>>(), [16, 16, 16]);
        assert_eq!([&names[0][2], &names[1][2], &names[2][2]], ["Gouvernance", "Governance", "ガバナンス"]);
        let listed = visitor.get("/api/v1/themes").value();
        let theme = &listed["items"][2];
        assert_eq!((theme["slug"].as_str(), theme["axis"].as_str(), theme["names"]["ja"].as_str()), (Some("governance"), Some("transversal"), Some("ガバナンス")));
        let text = id(theme, "text");
        let states = Lang::THREE.map(|l| visitor.slot(text, l)["quality"].as_str().unwrap().to_owned());
        assert_eq!(states, ["original", "reviewed", "reviewed"]);
        let page = visitor.get("/ja/themes/governance");
        assert!(page.body.contains("説明責任"));
        assert_eq!(visitor.get("/ja/themes/nowhere").status, 404);
    }

    fn h3_counts_equal_a_recount_at_all_times(site) {
        let site = site.people();
        let check = |expected: [i32; 3]| {
            let (kept, counted) = site.read(|conn| Ok((store::themes::counts(conn)?, store::themes::recount(conn)?)));
            assert_eq!(kept, counted);
            let theme = site.read(|conn| store::themes::by_slug(conn, "governance"));
            assert_eq!(kept[&theme.id], expected);
        };
        check([0, 0, 0]);
        let first = site.program("claire").thread(Lang::Fr, "a", "x");
        site.program("claire").thread(Lang::Fr, "b", "x");
        site.program("aiko").thread(Lang::Ja, "c", "x");
        check([2, 0, 1]);
        let act = format!("/en/t/{}/moderate", first["id"]);
        let mori = site.sign_in("mori");
        for (what, expected) in [("hide", [1, 0, 1]), ("hide", [1, 0, 1]), ("restore", [2, 0, 1])] {
            assert_eq!(mori.submit(&act, &act, &[("act", what), ("reason", "r")]).status, 303);
            check(expected);
        }
        let page = site.visitor().get("/en/themes/governance");
        assert!(page.text("#h-list").starts_with("3 threads"));
    }

    fn h1_an_import_adds_and_updates_all_or_nothing(site) {
        let now = site.now();
        let import = |file: &str| {
            let vocabulary = Vocabulary::parse(file).map_err(|e| panic!("{e}")).unwrap();
            site.app.db.write_now(|conn| forum::themes::import(conn, &vocabulary, now)).unwrap()
        };
        let again = import(forum::themes::SHIPPED);
        assert_eq!((again.added, again.updated), (0, 0), "a second import changes nothing");
        let changed = forum::themes::SHIPPED.replace("Qui décide, à quelle échelle", "Qui décide vraiment, à quelle échelle").replace("slug = \"policy-of-proof\"", "slug = \"proof\"");
        let imported = import(&changed);
        assert_eq!((imported.added, imported.updated), (1, 1));
        let theme = site.read(|conn| store::themes::by_slug(conn, "governance"));
        let slot = site.visitor().slot(theme.text_id, Lang::Ja);
        assert_eq!((slot["quality"].as_str(), slot["fresh"].as_bool()), (Some("reviewed"), Some(true)), "the file's translations answer the file's original");
        assert_eq!(site.visitor().get("/fr/themes/policy-of-proof").status, 200, "nothing is removed");
    }

    fn p1_unknown_themes_and_more_than_five_are_refused(site) {
        let site = site.people();
        let tom = site.program("tom");
        let open = |themes: serde_json::Value| tom.json("POST", "/api/v1/threads", &json!({ "title": "T", "body": "x", "lang": "en", "themes": themes }));
        assert_eq!(open(json!(["nowhere"])).value()["errors"][0]["field"], "themes");
        assert_eq!(open(json!([])).status, 422);
        assert_eq!(open(json!(["governance", "alliances", "local-development", "urban-cohesion", "policy-of-proof", "international-2013"])).status, 422);
        assert_eq!(open(json!(["governance", "governance"])).value()["themes"], json!(["governance"]));
    }

    fn a_theme_says_what_can_be_read_and_what_was_said_week_by_week(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "Mills", "x");
        site.program("aiko").reply(&thread, Lang::Ja, "返信です。", None);
        let hidden = site.program("claire").reply(&thread, Lang::Fr, "caché", None);
        let moderate = format!("/en/p/{}/moderate", hidden["id"]);
        assert_eq!(site.sign_in("mori").submit(&moderate, &moderate, &[("act", "hide"), ("reason", "r")]).status, 303);
        let page = || site.visitor().get("/en/themes/governance");
        assert_eq!(page().count("#h-figures"), 0, "nothing is said before it was counted");
        site.count_figures();
        // A page for everybody is believed for a minute.
        site.wait(chrono::TimeDelta::minutes(2));
        let counted = page();
        let weeks: Vec<String> = counted.texts(".weeks p");
        assert_eq!(weeks, ["No posts written in French in the past six months", "One post written in English in the past six months", "One post written in Japanese in the past six months"]);
        assert_eq!(counted.count(".weeks rect"), 2);
        let table: Vec<String> = counted.texts("table.figures tbody tr");
        assert_eq!(table.iter().filter(|row| row.ends_with("011")).count(), 2, "one week, and the originals: {table:?}");
        let readable = counted.texts(".lbar figcaption");
        assert!(readable[0].contains("0%: 0 of 2") && readable[1].contains("50%: 1 of 2") && readable[2].contains("50%: 1 of 2"), "{readable:?}");
    }
}
