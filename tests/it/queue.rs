//! What waits, what readers asked for, and who can read what: pages and JSON by the same figures.

use crate::{
    both,
    support::{Site, Visitor, id},
};
use chrono::TimeDelta;
use serde_json::{Value, json};
use trialogue::domain::lang::Lang;

fn translate(who: &Visitor, text: i64, lang: Lang, body: &str) {
    let done = who.put_slot(text, lang, json!({ "title": "t", "body": body, "revision": 0, "based_on": 1 }));
    assert_eq!(done.status, 200, "{}", done.body);
}

/// Texts of the queue as JSON, in order.
fn queue(site: &Site, query: &str) -> Vec<i64> {
    let answer = site.visitor().get(&format!("/api/v1/queue?{query}"));
    assert_eq!(answer.status, 200, "{}", answer.body);
    let kind = |i: &Value| i["kind"] != "theme";
    answer.value()["items"].as_array().unwrap().iter().filter(|i| kind(i)).map(|i| id(i, "text")).collect()
}

both! {
    fn the_queue_holds_what_waits_by_pair_theme_and_work(site) {
        let site = site.people();
        let claire = site.program("claire");
        let long = claire.thread(Lang::Fr, "Long", &"mot ".repeat(200));
        let short = claire.reply(&long, Lang::Fr, "oui", None);
        let (long, short) = (id(&long, "text"), id(&short, "text"));
        assert_eq!(queue(&site, "from=fr&into=en&wait=translate&sort=oldest"), [long, short]);
        assert_eq!(queue(&site, "from=fr&into=en&wait=translate&sort=shortest"), [short, long]);
        assert_eq!(queue(&site, "from=ja&into=en"), Vec::<i64>::new());
        assert_eq!(queue(&site, "into=en&theme=governance&sort=oldest"), [long, short]);
        assert_eq!(queue(&site, "into=en&theme=alliances"), Vec::<i64>::new());
        translate(&site.program("tom"), short, Lang::En, "yes");
        assert_eq!((queue(&site, "into=en&wait=translate"), queue(&site, "into=en&wait=review")), (vec![long], vec![short]));
        site.program("mori").act(short, Lang::En, "review", json!({ "revision": 1 }));
        assert_eq!(queue(&site, "into=en&wait=review"), Vec::<i64>::new());
        claire.put_slot(short, Lang::Fr, json!({ "body": "oui, mais pas toujours", "revision": 1 }));
        let item = site.visitor().get("/api/v1/queue?into=en&wait=update").value()["items"][0].clone();
        assert_eq!((id(&item, "text"), item["outdated_blocks"].clone(), item["size"].as_i64()), (short, json!([0]), Some(22)));
        for wrong in ["into=de", "wait=nothing", "sort=random"] {
            assert_eq!(site.visitor().get(&format!("/api/v1/queue?{wrong}")).status, 422, "{wrong}");
        }
        assert_eq!(site.visitor().get("/api/v1/queue?after=x").status, 404);
    }

    fn t12_what_is_hidden_waits_for_nobody(site) {
        let site = site.people();
        let thread = site.program("claire").thread(Lang::Fr, "canari", "canari");
        let tom = site.program("tom");
        tom.act(id(&thread, "text"), Lang::En, "claim", json!({}));
        tom.act(id(&thread, "text"), Lang::Ja, "draft", json!({ "title": "canari", "body": "canari", "revision": 0, "based_on": 1 }));
        site.visitor().post(&format!("/en/translate/{}/en/request", thread["text"]), &[]);
        let hide = format!("/en/t/{}/moderate", thread["id"]);
        site.sign_in("mori").submit(&hide, &hide, &[("act", "hide"), ("reason", "x")]);
        let reader = site.sign_in("tom");
        for page in ["/en/translate?into=all", "/fr/translate/coverage", "/ja/translate/fairness", "/en/notifications"] {
            assert!(!reader.open(page).body.contains("canari"), "{page}");
        }
        for page in ["/api/v1/queue", "/api/v1/coverage"] {
            assert!(!site.program("tom").get(page).body.contains("canari"), "{page}");
        }
        assert_eq!(site.visitor().post(&format!("/en/translate/{}/ja/request", thread["text"]), &[]).status, 404);
    }

    fn readers_ask_once_each_and_what_is_asked_for_comes_first(site) {
        let site = site.people();
        let claire = site.program("claire");
        let first = id(&claire.thread(Lang::Fr, "premier", "un"), "text");
        let thread = claire.thread(Lang::Fr, "second", "deux");
        let second = id(&thread, "text");
        assert_eq!(queue(&site, "into=en"), [first, second]);
        let (visitor, tom) = (site.visitor(), site.sign_in("tom"));
        let page = visitor.open(&format!("/en/t/{}", thread["id"]));
        assert_eq!(page.count("article input[name=csrf]"), 0, "a page for visitors stays everybody's");
        let action = page.attr("form.ask", "action");
        for _ in 0..3 {
            assert_eq!(visitor.post(&action, &[]).status, 303);
            assert_eq!(tom.post(&action, &[]).status, 303);
        }
        assert_eq!(site.visitor().post(&action, &[]).status, 303);
        assert_eq!(site.visitor().slot(second, Lang::En)["requests"], 3);
        assert_eq!(queue(&site, "into=en"), [second, first]);
        assert!(site.visitor().open(&format!("/en/t/{}", thread["id"])).text("form.ask").contains('3'));
        translate(&site.program("aiko"), second, Lang::En, "two");
        assert_eq!(site.visitor().slot(second, Lang::En)["requests"], 0, "answered");
        assert_eq!(site.visitor().post(&action, &[]).status, 403, "there is nothing to ask for");
        assert_eq!(tom.open("/en/notifications").count(".lines > li"), 1, "whoever asked is told");
    }

    fn other_sites_cannot_make_somebody_ask(site) {
        let site = site.people();
        let text = id(&site.program("claire").thread(Lang::Fr, "a", "b"), "text");
        let action = format!("/en/translate/{text}/en/request");
        let forged = site.visitor().post_with(&action, &[], &[("Sec-Fetch-Site", "cross-site"), ("Origin", "https://elsewhere.example")]);
        assert_eq!((forged.status, site.visitor().slot(text, Lang::En)["requests"].clone()), (403, json!(0)));
    }

    fn what_waits_for_oneself_stands_first(site) {
        let site = site.people();
        let claire = site.program("claire");
        let a = id(&claire.thread(Lang::Fr, "à réclamer", "un"), "text");
        let b = id(&claire.thread(Lang::Fr, "à relire", "deux"), "text");
        let (tom, mori) = (site.program("tom"), site.program("mori"));
        tom.act(a, Lang::En, "claim", json!({}));
        tom.act(a, Lang::Ja, "draft", json!({ "title": "x", "body": "y", "revision": 0, "based_on": 1 }));
        translate(&tom, b, Lang::En, "two");
        let mine = site.sign_in("tom").open("/en/translate");
        assert_eq!(mine.texts(".work-lists h3"), ["Your claims", "Your drafts"]);
        let reviewer = site.sign_in("mori").open("/en/translate");
        assert_eq!(reviewer.texts(".work-lists h3"), ["To review"]);
        mori.act(b, Lang::En, "return", json!({ "revision": 1, "reason": "too short" }));
        assert!(site.sign_in("tom").open("/en/translate").texts(".work-lists h3").contains(&"Sent back to you".to_owned()));
        assert_eq!(site.visitor().open("/en/translate").count(".work-lists"), 0);
        site.wait(TimeDelta::hours(73));
        assert_eq!(site.sign_in("tom").open("/en/translate").texts(".work-lists h3"), ["Sent back to you", "Your drafts"], "T7: lapsed");
    }

    fn the_next_text_is_one_that_nobody_else_has_claimed(site) {
        let site = site.people();
        let claire = site.program("claire");
        let texts: Vec<i64> = (0..3).map(|i| id(&claire.thread(Lang::Fr, &format!("fil {i}"), "mot"), "text")).collect();
        site.program("aiko").act(texts[1], Lang::En, "claim", json!({}));
        let tom = site.sign_in("tom");
        let next = |after: i64| tom.get(&format!("/en/translate/next?into=en&after={after}")).header("location").to_owned();
        assert_eq!(next(texts[0]), format!("/en/translate/{}/en", texts[2]));
        assert_eq!(next(texts[2]), format!("/en/translate/{}/en", texts[0]));
    }

    fn p4_the_queue_shows_each_slot_once(site) {
        let site = site.people();
        let claire = site.program("claire");
        let thread = claire.thread(Lang::Fr, "fil", "un");
        for i in 0..40 {
            claire.reply(&thread, Lang::Fr, &format!("réponse {i}"), None);
        }
        let first = site.visitor().get("/api/v1/queue?into=ja&from=fr&sort=oldest&theme=governance").value();
        claire.reply(&thread, Lang::Fr, "entre-temps", None);
        let next = first["next"].as_str().unwrap();
        let second = site.visitor().get(&format!("/api/v1/queue?into=ja&from=fr&sort=oldest&theme=governance&after={next}")).value();
        let mut seen: Vec<i64> = [&first, &second].iter().flat_map(|p| p["items"].as_array().unwrap()).map(|i| id(i, "text")).collect();
        let all = seen.len();
        seen.dedup();
        assert_eq!((all, seen.len(), second["next"].clone()), (42, 42, Value::Null));
    }

    fn coverage_is_one_figure_on_page_and_in_json(site) {
        let site = site.people();
        assert_eq!(site.visitor().open("/ja/translate/coverage").count("#h-t"), 0, "no heading over nothing");
        let thread = site.program("claire").thread(Lang::Fr, "fil", "un\n\ndeux");
        let reply = site.program("aiko").reply(&thread, Lang::Ja, "はい", None);
        translate(&site.program("tom"), id(&thread, "text"), Lang::En, "one\n\ntwo");
        let value = site.visitor().get("/api/v1/coverage").value();
        let en = &value["languages"]["en"];
        assert_eq!((en["texts"].as_i64(), en["readable"].as_i64(), en["empty"].as_i64()), (Some(2), Some(1), Some(1)));
        assert_eq!(value["items"][0]["posts"]["fr"]["readable"], 1);
        assert_eq!(value["items"][0]["slots"]["ja"]["quality"], "empty");
        let governance = value["themes"].as_array().unwrap().iter().find(|t| t["slug"] == "governance").unwrap();
        assert_eq!(governance["languages"]["ja"]["readable"], 1);
        let page = site.visitor().open("/en/translate/coverage");
        assert!(page.texts("figcaption")[1].contains("1 of 2"), "{:?}", page.texts("figcaption"));
        assert_eq!((page.count(".matrix td svg"), page.count("svg[role=img]"), page.count("details table")), (3, 3, 1), "charts with a table beneath");
        let gap = page.attrs(".matrix td a", "href").into_iter().find(|h| h.contains("thread=")).unwrap();
        assert_eq!(site.visitor().open(&gap).status, 200);
        let hide = format!("/en/p/{}/moderate", reply["id"]);
        site.sign_in("mori").submit(&hide, &hide, &[("act", "hide"), ("reason", "x")]);
        assert_eq!(site.visitor().get("/api/v1/coverage").value()["languages"]["en"]["texts"], 1, "T12");
    }

    fn fairness_tells_how_long_translation_and_review_take(site) {
        let site = site.people();
        let text = id(&site.program("claire").thread(Lang::Fr, "fil", "un"), "text");
        site.wait(TimeDelta::hours(5));
        translate(&site.program("tom"), text, Lang::En, "one");
        site.wait(TimeDelta::days(3));
        site.program("mori").act(text, Lang::En, "review", json!({ "revision": 1 }));
        let page = site.visitor().open("/en/translate/fairness");
        let row = |name: &str| page.texts("table.figures:not(details table) tr").into_iter().find(|r| r.contains(name)).unwrap();
        assert!(row("Until the first translation").contains("5 hours"), "{}", row("Until the first translation"));
        assert!(row("From translation to review").contains("3 days"));
        assert_eq!(page.texts("section:last-of-type tbody tr:first-child td"), ["1", "0", "0"]);
    }
}
