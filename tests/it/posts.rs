//! P5, P6: replies, edits, previews, limits.

use crate::{both, support::id};
use serde_json::json;
use trialogue::domain::lang::Lang;

both! {
    fn a_reply_with_the_form_leads_to_its_permalink(site) {
        let site = site.people();
        let thread = site.program("claire").thread(Lang::Fr, "Titre", "Texte");
        let tom = site.sign_in("tom");
        let address = format!("/en/t/{}/reply", thread["id"]);
        let sent = tom.submit(&address, &address, &[("body", "Yes, **we do**."), ("lang", "en"), ("action", "publish")]);
        assert_eq!(sent.status, 303, "{}", sent.body);
        let permalink = tom.get(sent.header("location"));
        assert_eq!(permalink.status, 302);
        assert!(permalink.header("location").contains("#p"));
        let page = site.visitor().open(sent.header("location"));
        assert_eq!(page.count("article"), 2);
        assert!(page.body.contains("<strong>we do</strong>"));
        assert_eq!(page.attr("article.opening .text", "lang"), "fr", "L3: a foreign passage carries its language");
    }

    fn preview_shows_the_text_and_publishes_nothing(site) {
        let site = site.people();
        let thread = site.program("claire").thread(Lang::Fr, "Titre", "Texte");
        let address = format!("/ja/t/{}/reply", thread["id"]);
        let aiko = site.sign_in("aiko");
        let page = aiko.submit(&address, &address, &[("body", "**強調。**です"), ("lang", "ja"), ("action", "preview")]);
        assert_eq!(page.status, 200);
        assert!(page.body.contains("<strong>強調。</strong>です"));
        assert_eq!(page.text("textarea[name=body]"), "**強調。**です");
        assert_eq!(site.visitor().open(&format!("/ja/t/{}", thread["id"])).count("article"), 1);
    }

    fn the_preview_points_out_what_a_translator_would_stop_at(site) {
        let site = site.people();
        let preview = |who: &str, lang: &str, body: &str| {
            let address = format!("/{lang}/t/new");
            let typed = [("title", "x"), ("body", body), ("lang", lang), ("action", "preview")];
            site.sign_in(who).submit(&address, &address, &typed)
        };
        let long = format!("Nous avons {} mangé.", "bien ".repeat(30));
        let page = preview("claire", "fr", &format!("{long} Rendez-vous demain ou le 03/04 à l’AMAP <i>."));
        let said = page.texts(".preview + .notice li");
        assert_eq!(said.len(), 4, "{said:?}");
        assert!(said[0].starts_with("Cette phrase compte 33 mots : « Nous avons bien"), "{said:?}");
        assert!(said.iter().any(|s| s.contains("AMAP")) && page.count(".notice li i") == 0);
        assert_eq!(page.attr(".preview + .notice li span", "lang"), "fr");
        let page = preview("aiko", "ja", "明日、NPOの人に会います。");
        assert_eq!(page.texts(".preview + .notice li").len(), 2);
        assert_eq!(preview("tom", "en", "We meet on 3 April.").count(".preview + .notice"), 0);
    }

    fn p6_over_a_limit_the_form_comes_back_filled_in_and_names_it(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        let long = "x".repeat(201);
        let body = format!("words {}", "https://example.org/a ".repeat(21));
        let refused = tom.submit("/en/t/new", "/en/t/new", &[("title", &long), ("body", &body), ("lang", "en"), ("action", "publish")]);
        assert_eq!(refused.status, 422);
        let said = refused.texts(".errors a");
        assert_eq!(said, ["This is 201 characters long; 200 is the limit.", "The text has 21 links; 20 is the limit.", "Choose at least one theme."]);
        assert_eq!(refused.attr("input[name=title]", "value"), long);
        assert!(refused.text("textarea[name=body]").starts_with("words https://"));
        for href in refused.attrs(".errors a", "href") {
            assert_eq!(refused.count(&href), 1, "{href} leads to its field");
        }
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let address = format!("/fr/t/{}/reply", thread["id"]);
        let empty = tom.submit(&address, &address, &[("body", " \r\n "), ("lang", "en"), ("action", "publish")]);
        assert_eq!((empty.status, empty.text(".errors a")), (422, "Le texte est vide.".to_owned()));
        let strange = tom.submit(&address, &address, &[("body", "hallo"), ("lang", "de"), ("action", "publish")]);
        assert_eq!((strange.status, strange.text("textarea[name=body]")), (422, "hallo".to_owned()));
        let parent = tom.submit(&address, &address, &[("body", "hallo"), ("lang", "en"), ("parent", "999999"), ("action", "publish")]);
        assert_eq!(parent.status, 422);
    }

    fn p6_a_body_of_fifty_thousand_japanese_characters_is_taken(site) {
        let site = site.people();
        let aiko = site.sign_in("aiko");
        let form = |body: &str| {
            let fields = [("title", "長い"), ("body", body), ("lang", "ja"), ("themes", "governance"), ("action", "publish")];
            aiko.submit("/ja/t/new", "/ja/t/new", &fields).status
        };
        assert_eq!(form(&"語".repeat(50_000)), 303);
        assert_eq!(form(&"語".repeat(50_001)), 422);
    }

    fn a_double_click_is_one_post(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let address = format!("/en/t/{}/reply", thread["id"]);
        let tom = site.sign_in("tom");
        let page = tom.open(&address);
        let (csrf, key) = (page.attr("form[action$=reply] input[name=csrf]", "value"), page.attr("input[name=key]", "value"));
        let fields = [("csrf", csrf.as_str()), ("key", key.as_str()), ("body", "once"), ("lang", "en"), ("action", "publish")];
        let (first, second) = (tom.post(&address, &fields), tom.post(&address, &fields));
        assert_eq!((first.status, first.header("location")), (303, second.header("location")));
        let back = tom.post(&address, &[("csrf", &csrf), ("key", &key), ("body", "something else"), ("lang", "en"), ("action", "publish")]);
        assert!(back.status == 303 && back.header("location") != first.header("location"), "other words are another post");
        assert_eq!(site.visitor().open(&format!("/en/t/{}", thread["id"])).count("article"), 3);
    }

    fn p5_an_edit_keeps_its_history_and_others_cannot(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "Title", "one\n\ntwo");
        let edit = format!("/en/p/{}/edit", thread["post"]);
        let tom = site.sign_in("tom");
        let saved = tom.submit(&edit, &edit, &[("title", "Title"), ("body", "one\n\ntwo and a half"), ("change", "meaning"), ("note", "half"), ("revision", "1"), ("action", "publish")]);
        assert_eq!(saved.status, 303, "{}", saved.body);
        let history = site.visitor().open(&format!("/en/p/{}/history", thread["post"]));
        assert_eq!(history.count(".revisions > li"), 2);
        assert_eq!(history.texts("ins"), ["and a half"]);
        assert_eq!(site.sign_in("aiko").get(&edit).status, 403);
        assert_eq!(site.visitor().get(&edit).status, 303, "a visitor is led to sign-in");
        let mori = site.sign_in("mori");
        let nameless = mori.submit(&edit, &edit, &[("title", "Title"), ("body", "mine"), ("revision", "2"), ("action", "publish")]);
        assert_eq!((nameless.status, nameless.count("input[name=reason]")), (422, 1), "a moderator needs a reason");
        assert!(nameless.texts("textarea").contains(&"mine".to_owned()));
        let reasoned = mori.submit(&edit, &edit, &[("title", "Title"), ("body", "one"), ("revision", "2"), ("reason", "spam"), ("action", "publish")]);
        assert_eq!(reasoned.status, 303);
        let log = site.read(|conn| trialogue::store::moderation::of(conn, trialogue::store::moderation::Subject::Post(id(&thread, "post"))));
        assert_eq!((log[0].act.as_str(), log[0].reason.as_str()), ("edit", "spam"));
    }

    fn t6_an_edit_on_an_old_revision_is_a_conflict_and_loses_nothing(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "Title", "one");
        let edit = format!("/en/p/{}/edit", thread["post"]);
        let tom = site.sign_in("tom");
        let send = |body: &str| tom.submit(&edit, &edit, &[("title", "Title"), ("body", body), ("revision", "1"), ("action", "publish")]);
        assert_eq!(send("first").status, 303);
        let conflict = send("second");
        assert_eq!(conflict.status, 409);
        assert_eq!((conflict.text(".changes ins"), conflict.text("textarea[name=body]")), ("first".to_owned(), "second".to_owned()));
        assert_eq!(conflict.attr("input[name=revision]", "value"), "2");
        let fields = [("csrf", conflict.attr("main input[name=csrf]", "value")), ("title", "Title".into()), ("body", "second".into()), ("revision", "2".into()), ("action", "publish".into())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        assert_eq!(tom.post(&edit, &fields).status, 303, "sent again from there");
    }

    fn t4_a_wording_edit_that_changes_the_blocks_comes_back(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "Title", "one\n\ntwo");
        let edit = format!("/ja/p/{}/edit", thread["post"]);
        let refused = site.sign_in("tom").submit(&edit, &edit, &[("title", "Title"), ("body", "one"), ("change", "wording"), ("revision", "1"), ("action", "publish")]);
        assert_eq!(refused.status, 422);
        assert!(refused.text(".errors").contains("段落の数"));
        assert_eq!((refused.text("textarea[name=body]"), refused.attr("input[name=change][checked]", "value")), ("one".to_owned(), "wording".to_owned()));
    }

    fn t3_a_moderator_corrects_what_an_edit_changes(site) {
        let site = site.people();
        let (tom, claire) = (site.program("tom"), site.program("claire"));
        let thread = tom.thread(Lang::En, "Title", "one\n\ntwo");
        let text = id(&thread, "text");
        let put = |revision: i64, based_on: i64| claire.put_slot(text, Lang::Fr, json!({ "title": "Titre", "body": "un\n\ndeux", "based_on": based_on, "revision": revision }));
        assert_eq!(put(0, 1).status, 200);
        tom.put_slot(text, Lang::En, json!({ "title": "Title", "body": "one\n\ntwo!", "revision": 1, "change": "meaning" }));
        assert_eq!(claire.slot(text, Lang::Fr)["outdated_blocks"], json!([2]));
        let history = format!("/en/p/{}/history", thread["post"]);
        let mori = site.sign_in("mori");
        let correct = |change: &str| mori.submit(&history, &history, &[("revision", "2"), ("change", change), ("reason", "only an exclamation mark")]);
        assert_eq!(correct("wording").status, 303);
        assert_eq!(claire.slot(text, Lang::Fr)["fresh"], true);
        assert_eq!(put(1, 2).status, 200, "a translation made after the edit answers it");
        assert_eq!(correct("meaning").status, 303);
        assert_eq!(claire.slot(text, Lang::Fr)["fresh"], true, "and still does when the edit is called one for meaning again");
        let sent = site.sign_in("tom").submit(&format!("/en/t/{}/reply", thread["id"]), &history, &[("revision", "2"), ("change", "wording"), ("reason", "x")]);
        assert_eq!(sent.status, 403);
    }

    fn t3_a_correction_reaches_equal_blocks_and_reverts_exactly(site) {
        let site = site.people();
        let (tom, claire) = (site.program("tom"), site.program("claire"));
        let post = { let t = tom.thread(Lang::En, "T", "opening"); tom.reply(&t, Lang::En, "x\n\nx", None) };
        let text = id(&post, "text");
        let edit = |body: &str, revision: i64, change: &str| assert_eq!(tom.put_slot(text, Lang::En, json!({ "body": body, "revision": revision, "change": change })).status, 200);
        edit("x\n\ny", 1, "wording");
        claire.put_slot(text, Lang::Fr, json!({ "body": "un\n\ndeux", "based_on": 2, "revision": 0 }));
        let history = format!("/en/p/{}/history", post["id"]);
        let mori = site.sign_in("mori");
        assert_eq!(mori.submit(&history, &history, &[("revision", "2"), ("change", "meaning"), ("reason", "y is not x")]).status, 303);
        assert_eq!(claire.slot(text, Lang::Fr)["fresh"], true, "it answers both blocks of revision 2");
        edit("x\n\nx", 2, "meaning");
        assert_eq!(claire.slot(text, Lang::Fr)["outdated_blocks"], json!([1]));
        edit("x\n\ny", 3, "meaning");
        assert_eq!(claire.slot(text, Lang::Fr)["fresh"], true, "an exact revert");
    }

    fn footnotes_of_two_posts_never_collide(site) {
        let site = site.people();
        let tom = site.program("tom");
        let thread = tom.thread(Lang::En, "Notes", "a[^1]\n\n[^1]: first");
        tom.reply(&thread, Lang::En, "b[^1]\n\n[^1]: second", None);
        let page = site.visitor().open(&format!("/en/t/{}", thread["id"]));
        let mut ids = page.attrs("[id]", "id");
        let all = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), all);
        for href in page.attrs(".note a", "href") {
            assert_eq!(page.count(&href), 1, "{href}");
        }
    }
}
