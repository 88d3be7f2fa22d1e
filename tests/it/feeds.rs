//! What leaves the forum for other programs: Atom, the map of the site, what search engines read.

use crate::{
    both,
    support::{Answer, PASSWORD, Site, Visitor, id},
};
use serde_json::{Value, json};
use trialogue::domain::lang::Lang;

/// Read by a feed reader's own library.
fn feed(answer: &Answer) -> feed_rs::model::Feed {
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/atom+xml; charset=utf-8"), "{}", answer.body);
    feed_rs::parser::parse(answer.body.as_bytes()).unwrap()
}

fn titles(answer: &Answer) -> Vec<String> {
    feed(answer).entries.into_iter().map(|e| e.title.unwrap().content).collect()
}

fn seeds(site: &Site) -> (Value, Value) {
    let thread = site.program("tom").thread(Lang::En, "Seeds & <bulbs>", "Save the **seeds**, @claire.");
    site.wait(chrono::TimeDelta::seconds(1));
    let reply = site.program("claire").reply(&thread, Lang::Fr, "Je garde des graines.", None);
    let put = json!({ "title": "種と球根", "body": "種を残しましょう。", "based_on": 1, "revision": 0 });
    assert_eq!(site.program("aiko").put_slot(id(&thread, "text"), Lang::Ja, put).status, 200);
    (thread, reply)
}

both! {
    fn feeds_of_forum_theme_and_thread_speak_their_readers_language(site) {
        let site = site.people();
        let (thread, reply) = seeds(&site);
        let visitor = site.visitor();
        for path in ["feed.atom".to_owned(), "themes/governance/feed.atom".to_owned(), format!("t/{}/feed.atom", thread["id"])] {
            let answer = visitor.get(&format!("/ja/{path}"));
            let read = feed(&answer);
            assert_eq!(read.entries.len(), 2, "{path}");
            assert!(answer.body.contains("xml:lang=\"ja\"") && answer.body.contains("xml:lang=\"fr\""), "each passage in its own language");
            let (newest, opening) = (&read.entries[0], &read.entries[1]);
            assert_eq!(opening.title.as_ref().unwrap().content, "種と球根");
            assert_eq!(newest.title.as_ref().unwrap().content, "種と球根（2番の投稿）");
            assert_eq!(opening.id, format!("{}/ja/p/{}", site.base, thread["post"]));
            assert!(opening.content.as_ref().unwrap().body.as_ref().unwrap().contains("種を残しましょう。"));
            assert_eq!(newest.authors[0].name.as_deref(), Some("claire"));
            assert!(newest.links.iter().any(|l| l.rel.as_deref() == Some("alternate") && l.href == format!("{}/ja/p/{}", site.base, reply["id"])));
            assert!(answer.body.contains(&format!("<thr:in-reply-to href=\"{0}/ja/p/{1}\" ref=\"{0}/ja/p/{1}\"", site.base, thread["post"])), "{}", answer.body);
            assert_eq!(read.links.iter().filter(|l| l.rel.as_deref() == Some("self")).count(), 1);
            assert!(newest.categories.iter().any(|c| c.term == "governance" && c.label.is_some()));
        }
        let english = feed(&visitor.get("/en/feed.atom"));
        assert_eq!(english.entries[1].title.as_ref().unwrap().content, "Seeds & <bulbs>");
        assert!(english.entries[1].content.as_ref().unwrap().body.as_ref().unwrap().contains("<strong>seeds</strong>, @claire."));
        assert_eq!(titles(&visitor.get("/fr/feed.atom?lang=fr")), ["Seeds & <bulbs> – message nº\u{a0}2"]);
        // A reader that has it is told so.
        let first = visitor.get("/en/feed.atom");
        let again = visitor.get_with("/en/feed.atom", &[("If-None-Match", first.header("etag"))]);
        assert_eq!((again.status, again.body.len()), (304, 0));
        for page in ["/en/".to_owned(), "/en/themes/governance".to_owned(), format!("/en/t/{}", thread["id"])] {
            let href = visitor.open(&page).attr("link[type='application/atom+xml']", "href");
            assert_eq!(visitor.get(&href).status, 200, "{page}");
        }
        assert_eq!(visitor.get("/en/t/999/feed.atom").status, 404);
        assert_eq!(visitor.get("/en/themes/none/feed.atom").status, 404);
    }

    fn t12_feeds_and_the_map_hold_what_everybody_may_read(site) {
        let site = site.people();
        let (thread, reply) = seeds(&site);
        let mori = site.sign_in("mori");
        let act = |path: String, act: &str| assert_eq!(mori.submit(&path, &path, &[("act", act), ("reason", "spam")]).status, 303);
        act(format!("/en/p/{}/moderate", reply["id"]), "hide");
        // Moderators too get the feed that everybody gets.
        for who in [&site.visitor(), &mori] {
            assert_eq!(titles(&who.get("/en/feed.atom")), ["Seeds & <bulbs>"]);
        }
        let map = site.visitor().get("/sitemap.xml").body;
        assert!(map.contains(&format!("/ja/t/{}-", thread["id"])) && map.contains("hreflang=\"fr\"") && map.contains("/fr/themes/governance</loc>"));
        act(format!("/en/t/{}/moderate", thread["id"]), "hide");
        assert!(titles(&site.visitor().get("/en/feed.atom")).is_empty());
        assert!(!site.visitor().get("/sitemap.xml").body.contains("/t/"));
        assert_eq!(mori.get(&format!("/en/t/{}/feed.atom", thread["id"])).status, 404);
        assert_eq!(site.visitor().get("/sitemap.xml?part=2").status, 404);
        assert!(site.visitor().get("/robots.txt").body.contains("Sitemap: http"));
    }

    fn a_thread_says_what_it_is_to_search_engines(site) {
        let site = site.people();
        let evil = "Seeds </script><script>alert(1)</script>";
        let thread = site.program("tom").thread(Lang::En, evil, "Save the **seeds** <!-- all -->.");
        let open = |who: &Visitor, lang: &str| who.open(&format!("/{lang}/t/{}", thread["id"]));
        let page = open(&site.visitor(), "en");
        assert_eq!(page.count("script"), 2, "its own and the data");
        let data: Value = serde_json::from_str(&page.text("script[type='application/ld+json']")).unwrap();
        assert_eq!((data["@type"].as_str(), data["headline"].as_str(), data["inLanguage"].as_str()), (Some("DiscussionForumPosting"), Some(evil), Some("en")));
        assert_eq!(data["author"]["name"], "tom");
        assert!(page.attr("meta[property='og:description']", "content").starts_with("Save the seeds"));
        assert_eq!((page.attr("meta[property='og:locale']", "content"), page.attrs("meta[property='og:locale:alternate']", "content").len()), ("en_GB".into(), 2));
        assert_eq!(page.count("link[rel=canonical]"), 1);
        // What only a machine has put into a language is found in no search engine.
        let now = site.now();
        site.app.db.write_now(|conn| {
            let text = trialogue::store::texts::find(conn, id(&thread, "text"))?;
            let keys = text.slot(Lang::En).unwrap().keys.clone();
            let new = trialogue::store::texts::NewRevision { keys: &keys, based_on: Some(1), engine: Some("engine"), ..trialogue::store::texts::NewRevision::original("Graines", "Gardez.", "", None) };
            let seen = trialogue::store::slots::Seen { revision: 0, quality: trialogue::domain::text::Quality::Empty };
            let to = trialogue::store::slots::Becomes { quality: trialogue::domain::text::Quality::Machine, reviewer: None };
            trialogue::store::slots::revise(conn, text.id, Lang::Fr, seen, to, &new, now)
        }).unwrap();
        let machine = open(&site.visitor(), "fr");
        assert_eq!((machine.attr("meta[name=robots]", "content"), machine.count("link[rel=canonical]")), ("noindex".into(), 0));
        // Of whoever left no name goes out.
        let tom = site.sign_in("tom");
        tom.submit("/en/settings/data", "/en/settings/erase", &[("current", PASSWORD), ("contributions", "keep"), ("sure", "yes")]);
        let data = open(&site.visitor(), "en").text("script[type='application/ld+json']");
        assert!(data.contains("former participant") && !data.contains("tom"), "{data}");
    }
}
