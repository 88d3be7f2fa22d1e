//! Search across the three languages: what is found, by which words, and what never is.

use crate::{
    both,
    support::{Answer, Site, Visitor, id},
};
use serde_json::{Value, json};
use trialogue::{domain::lang::Lang, forum, store};

fn search(who: &Visitor, lang: &str, q: &str) -> Answer {
    let answer = who.get(&format!("/{lang}/search?q={}", percent_encoding::utf8_percent_encode(q, percent_encoding::NON_ALPHANUMERIC)));
    assert_eq!(answer.status, 200, "{q}: {}", answer.body);
    answer
}

/// The posts that a page of results leads to, by id, sorted.
fn found(answer: &Answer) -> Vec<i64> {
    let mut ids: Vec<i64> = answer.attrs(".found h3 a", "href").iter().map(|h| h.rsplit('/').next().unwrap().parse().unwrap()).collect();
    ids.sort_unstable();
    ids
}

/// A forum with posts whose words are known: name, language, title, body.
fn library(site: &Site) -> impl Fn(&str) -> i64 + use<> {
    let posts = [
        ("fr", Lang::Fr, "Les coopératives du quartier", "L’économie solidaire anime des coopératives qui embauchent."),
        ("en", Lang::En, "Two housing schemes", "The alliances were founded in 2009 by NPO workers in London."),
        ("ja", Lang::Ja, "地域の連帯経済", "人々がｻｰﾊﾞｰを共同で管理しています。２００９年に始まりました。救済の仕組みです。"),
        ("ja2", Lang::Ja, "市場の話", "朝市で野菜を売ります。サーバの話ではありません。"),
        ("fr2", Lang::Fr, "Une économie domestique", "Solidaire ? Pas toujours : le sel et l’eau."),
    ];
    let mut ids: Vec<(String, i64)> = Vec::new();
    for (name, lang, title, body) in posts {
        let author = match lang {
            Lang::Fr => "claire",
            Lang::En => "tom",
            Lang::Ja => "aiko",
        };
        ids.push((name.to_owned(), id(&site.program(author).thread(lang, title, body), "post")));
    }
    move |name: &str| ids.iter().find(|(n, _)| n == name).map(|(_, id)| *id).unwrap_or_else(|| panic!("no {name}"))
}

fn text_of(site: &Site, post: i64) -> i64 {
    site.read(|conn| store::posts::find(conn, post)).text_id
}

both! {
    fn golden_queries_find_what_they_mean_in_each_language(site) {
        let site = site.people();
        let post = library(&site);
        let visitor = site.visitor();
        for (query, expected) in [
            // French: endings, accents, elisions, ligatures, phrases.
            ("coopérative", vec!["fr"]),
            ("COOPERATIVES", vec!["fr"]),
            ("animer", vec!["fr"]),
            ("d’économie", vec!["fr", "fr2"]),
            ("« économie solidaire »", vec!["fr"]),
            ("\"solidaire économie\"", vec![]),
            ("solidaire -sel", vec!["fr"]),
            ("économie -\"économie solidaire\"", vec!["fr2"]),
            // English.
            ("alliance", vec!["en"]),
            ("founding", vec!["en"]),
            ("the scheme", vec!["en"]),
            ("npo", vec!["en"]),
            // Japanese: any width, one character, marks of repetition, particles.
            ("連帯経済", vec!["fr", "ja"]),
            ("「連帯経済」", vec!["ja"]),
            ("サーバー", vec!["ja", "ja2"]),
            ("ｻｰﾊﾞｰ", vec!["ja", "ja2"]),
            ("人々", vec!["ja"]),
            ("済", vec!["ja"]),
            ("菜", vec!["ja2"]),
            ("救済の仕組み", vec!["ja"]),
            ("市場", vec!["ja2"]),
            ("2009", vec!["en", "ja"]),
            ("２００９年", vec!["ja"]),
            // Nothing.
            ("introuvable", vec![]),
            ("coopérative introuvable", vec![]),
        ] {
            let mut wanted: Vec<i64> = expected.iter().map(|name| post(name)).collect();
            wanted.sort_unstable();
            for lang in Lang::THREE {
                assert_eq!(found(&search(&visitor, lang.as_str(), query)), wanted, "{query} in {lang}");
            }
        }
    }

    fn h4_a_french_query_finds_a_japanese_post_through_a_slot_and_through_the_glossary(site) {
        let site = site.people();
        let post = library(&site);
        let visitor = site.visitor();
        // Through the glossary: nobody has translated it.
        let page = search(&visitor, "fr", "économies solidaires");
        assert!(found(&page).contains(&post("ja")));
        assert!(page.texts(".widened li").join(" ").contains("連帯経済"));
        assert!(page.texts(".found .meta").join(" ").contains("glossaire"));
        assert_eq!(page.texts(".found mark").iter().filter(|m| m.as_str() == "連帯経済").count(), 0, "the title says it already");
        // Shown, and removable.
        let without = visitor.get(&page.attr(".widened a", "href"));
        assert!(!found(&without).contains(&post("ja")) && found(&without).contains(&post("fr")));
        assert_eq!(without.count(".widened .off"), 1);
        assert_eq!(found(&visitor.get(&without.attr(".widened a", "href"))), found(&page), "and put back");
        // Through a slot.
        assert!(!found(&search(&visitor, "fr", "maraîchage")).contains(&post("ja2")));
        let put = json!({ "title": "Le marché", "body": "Le maraîchage du matin.", "based_on": 1, "revision": 0 });
        assert_eq!(site.program("claire").put_slot(text_of(&site, post("ja2")), Lang::Fr, put).status, 200);
        let page = search(&visitor, "fr", "maraichages");
        assert_eq!(found(&page), [post("ja2")]);
        assert_eq!(page.texts(".found mark"), ["maraîchage"]);
        assert!(page.text(".found .meta").contains("traduction"), "{}", page.text(".found .meta"));
        assert_eq!(page.attrs(".snippet", "lang"), Vec::<String>::new(), "it is in the page's language");
        assert_eq!(search(&visitor, "en", "maraichages").attrs(".snippet", "lang"), ["fr"]);
        // The whole post is one result, whichever slots say it.
        let both = search(&visitor, "ja", "市場");
        assert_eq!(found(&both), [post("ja2")]);
    }

    fn conditions_narrow_and_name_what_is_wrong(site) {
        let site = site.people();
        let post = library(&site);
        let visitor = site.visitor();
        for (query, expected) in [
            ("from:aiko", vec!["ja", "ja2"]),
            ("from:@aiko 野菜", vec!["ja2"]),
            ("lang:fr", vec!["fr", "fr2"]),
            ("theme:governance lang:en", vec!["en"]),
            ("missing:fr", vec!["en", "ja", "ja2"]),
            ("missing:fr 2009", vec!["en", "ja"]),
            ("after:2026 before:2020", vec![]),
            ("before:2020-01-01", vec![]),
            ("after:2020 lang:en", vec!["en"]),
        ] {
            let mut wanted: Vec<i64> = expected.iter().map(|name| post(name)).collect();
            wanted.sort_unstable();
            assert_eq!(found(&search(&visitor, "en", query)), wanted, "{query}");
        }
        let name = site.read(|conn| {
            let theme = store::themes::by_slug(conn, "governance")?;
            Ok(store::texts::find(conn, theme.text_id)?.slot(Lang::Ja).unwrap().title.clone())
        });
        assert_eq!(found(&search(&visitor, "ja", &format!("theme:\"{name}\" lang:en"))), [post("en")]);
        for wrong in ["from:nobody", "from:aiko@example.org", "theme:none", "lang:de", "before:soon", "missing:xx", "after:2026-13"] {
            let page = search(&visitor, "ja", wrong);
            assert_eq!((page.count(".notice.bad"), page.count(".found > li")), (1, 0), "{wrong}");
        }
        let long = search(&visitor, "en", &"word ".repeat(100));
        assert_eq!((long.count("[role=alert]"), long.attr("#s-q", "value").len()), (1, 500), "nothing typed is lost");
        for odd in ["\"", "-", "*", "'); DROP TABLE search;--", "\\", "a:b", "NEAR(x y)", "🌱", "AND OR NOT", "%", "\u{7f}x", "fr*", "e\u{301}", "(", "&|!", "l’", "の"] {
            search(&visitor, "en", odd);
        }
        assert_eq!(visitor.get("/search?q=x").header("location").rsplit('/').next(), Some("search?q=x"));
    }

    fn t12_the_index_follows_every_change_of_what_readers_get(site) {
        let site = site.people();
        let (tom, visitor) = (site.program("tom"), site.visitor());
        let thread = tom.thread(Lang::En, "Seeds", "aubergine");
        let reply = tom.reply(&thread, Lang::En, "courgette", None);
        let finds = |word: &str| !found(&search(&visitor, "en", word)).is_empty();
        assert!(finds("aubergine") && finds("courgettes"));
        // Edited, translated, cleared.
        tom.put_slot(id(&reply, "text"), Lang::En, json!({ "body": "pumpkin", "revision": 1, "change": "meaning", "action": "publish" }));
        assert!(finds("pumpkin") && !finds("courgette"));
        let put = site.program("claire").put_slot(id(&reply, "text"), Lang::Fr, json!({ "body": "citrouille", "revision": 0, "based_on": 2 }));
        assert_eq!(put.status, 200, "{}", put.body);
        assert!(finds("citrouilles"));
        assert_eq!(site.program("mori").act(id(&reply, "text"), Lang::Fr, "clear", json!({ "revision": 1, "reason": "spam" })).status, 200);
        assert!(!finds("citrouille"));
        // Hidden and restored, and a thread with all that is in it.
        let mori = site.sign_in("mori");
        let act = |path: String, act: &str| assert_eq!(mori.submit(&path, &path, &[("act", act), ("reason", "because")]).status, 303);
        act(format!("/en/p/{}/moderate", reply["id"]), "hide");
        assert!(!finds("pumpkin") && finds("aubergine"));
        assert_eq!(search(&mori, "en", "pumpkin").texts(".found .above span"), ["Hidden"], "moderators find it, told as what it is");
        act(format!("/en/p/{}/moderate", reply["id"]), "restore");
        act(format!("/en/t/{}/moderate", thread["id"]), "hide");
        assert!(!finds("pumpkin") && !finds("aubergine"));
        act(format!("/en/t/{}/moderate", thread["id"]), "restore");
        assert!(finds("pumpkin") && finds("aubergine"));
    }

    fn the_index_made_anew_is_the_index_as_it_was(site) {
        let site = site.people();
        let post = library(&site);
        let before = found(&search(&site.visitor(), "fr", "économie solidaire"));
        assert!(before.contains(&post("ja")));
        let mut last = 0;
        while let Some(done) = site.app.db.write_now(|conn| forum::search::index(conn, last, 2)).unwrap() {
            last = done;
            assert_eq!(search(&site.visitor(), "fr", "économie").count(".notice"), 1, "meanwhile the page says so");
        }
        assert_eq!(found(&search(&site.visitor(), "fr", "économie solidaire")), before);
        assert_eq!(search(&site.visitor(), "fr", "économie").count(".notice"), 0);
    }

    fn a_long_post_is_found_by_its_last_words_and_common_words_in_pages(site) {
        let site = site.people();
        let endless = site.program("tom").thread(Lang::En, "Endless", &"a".repeat(5_000));
        assert_eq!(found(&search(&site.visitor(), "en", &"a".repeat(290))), [id(&endless, "post")]);
        assert_eq!(search(&site.visitor(), "ja", "バ").status, 200);
        let aiko = site.program("aiko");
        let long = aiko.thread(Lang::Ja, "長い話", &format!("{}最後の言葉は茗荷です。", "連帯経済。".repeat(9_990)));
        assert_eq!(found(&search(&site.visitor(), "ja", "茗荷")), [id(&long, "post")]);
        let thread = aiko.thread(Lang::Ja, "畑", "始まり");
        let replies: Vec<Value> = (0..45).map(|i| aiko.reply(&thread, Lang::Ja, &format!("大根の話 {i}"), None)).collect();
        let (mut page, mut seen) = (site.visitor().get("/ja/search?q=%E5%A4%A7%E6%A0%B9&sort=new"), Vec::new());
        for _ in 0..3 {
            seen.extend(page.attrs(".found h3 a", "href"));
            if let Some(next) = page.attrs(".pager a[rel=next]", "href").first() {
                page = site.visitor().get(next);
            }
        }
        let newest_first: Vec<String> = replies.iter().rev().map(|r| format!("/ja/p/{}", r["id"])).collect();
        assert_eq!(seen, newest_first);
        let answer = site.visitor().get("/api/v1/search?q=%E5%A4%A7%E6%A0%B9&sort=new").value();
        assert_eq!((answer["items"].as_array().unwrap().len(), answer["next"].is_null()), (45, true));
        assert_eq!(site.visitor().get("/api/v1/search?q=from:nobody").status, 422);
    }
}
