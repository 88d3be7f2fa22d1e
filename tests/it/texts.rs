//! T1–T9, T12: slots and what readers get of them.

use crate::{
    both,
    support::{Answer, Site, Visitor, id},
};
use serde_json::{Value, json};
use trialogue::{
    domain::lang::Lang,
    forum::{self, slots::SlotDraft},
    store,
};

/// A French thread; its text's id.
fn french(site: &Site) -> (Value, i64) {
    let thread = site.program("claire").thread(Lang::Fr, "Cuisine", "un\n\ndeux\n\ntrois");
    let text = id(&thread, "text");
    (thread, text)
}

fn save(program: &Visitor, text: i64, lang: Lang, body: &str, revision: i64, based_on: i64) -> Answer {
    program.put_slot(text, lang, json!({ "title": "Kitchen", "body": body, "revision": revision, "based_on": based_on, "action": "save" }))
}

/// Machine text, through the store's own door.
fn machine(site: &Site, text: i64, lang: Lang) -> trialogue::error::Result<i32> {
    let now = site.now();
    site.app.db.write_now(|conn| {
        let text = store::texts::find(conn, text)?;
        let revision = text.slot(lang).map_or(0, |s| s.revision);
        let draft = SlotDraft::whole("Kitchen (machine)", "m\n\nm\n\nm", text.source_revision(), revision);
        forum::slots::save_machine(conn, &text, lang, &draft, "TestEngine 1", now)
    })
}

both! {
    fn t1_t2_a_text_has_three_slots_and_an_empty_one_has_revision_0(site) {
        let site = site.people();
        let (_, text) = french(&site);
        let visitor = site.visitor();
        let states: Vec<_> = Lang::THREE.iter().map(|l| visitor.slot(text, *l)).map(|s| (s["quality"].clone(), s["revision"].clone())).collect();
        assert_eq!(states, [(json!("original"), json!(1)), (json!("empty"), json!(0)), (json!("empty"), json!(0))]);
        assert_eq!(visitor.get(&format!("/api/v1/texts/{text}/slots/de")).status, 422);
    }

    fn t5_a_person_saves_a_moderator_reviews_and_others_are_refused_with_their_text(site) {
        let site = site.people();
        let (thread, text) = french(&site);
        let (tom, mori, aiko) = (site.program("tom"), site.program("mori"), site.program("aiko"));
        let saved = save(&tom, text, Lang::En, "one\n\ntwo\n\nthree", 0, 1);
        assert_eq!(saved.status, 200, "{}", saved.body);
        assert_eq!((saved.value()["quality"].as_str(), saved.value()["fresh"].as_bool()), (Some("translated"), Some(true)));
        assert_eq!(saved.value()["translator"]["handle"], "tom");
        let review = |who: &Visitor, fields: Value| who.put_slot(text, Lang::En, fields);
        assert_eq!(review(&tom, json!({ "action": "review", "revision": 1 })).status, 403);
        assert_eq!(review(&mori, json!({ "action": "review", "revision": 7 })).status, 409);
        let changed = review(&mori, json!({ "action": "review", "revision": 1, "title": "Kitchen", "body": "other" }));
        assert_eq!((changed.status, changed.value()["submitted"]["body"].as_str()), (422, Some("other")));
        let reviewed = review(&mori, json!({ "action": "review", "revision": 1 }));
        assert_eq!((reviewed.status, reviewed.value()["quality"].as_str(), reviewed.value()["revision"].as_i64()), (200, Some("reviewed"), Some(1)));
        assert_eq!(reviewed.value()["reviewer"]["handle"], "mori");
        let proposal = save(&aiko, text, Lang::En, "my better version", 1, 1);
        assert_eq!((proposal.status, proposal.value()["quality"].as_str(), proposal.value()["revision"].as_i64()), (200, Some("reviewed"), Some(1)));
        assert_eq!(tom.slot(text, Lang::En)["body"], "one\n\ntwo\n\nthree", "readers keep the reviewed revision");
        assert_eq!(save(&mori, text, Lang::En, "one\n\ntwo\n\n3", 1, 1).value()["quality"], "translated");
        let own = review(&mori, json!({ "action": "review", "revision": 3 }));
        assert_eq!(own.status, 403, "own work only with a reason");
        assert_eq!(own.header("content-type"), "application/problem+json");
        assert_eq!(review(&mori, json!({ "action": "review", "revision": 3, "reason": "nobody else reads French" })).status, 200);
        assert_eq!(review(&tom, json!({ "action": "clear", "revision": 3, "reason": "x" })).status, 403);
        let cleared = review(&mori, json!({ "action": "clear", "revision": 3, "reason": "wrong language" }));
        assert_eq!((cleared.value()["quality"].as_str(), cleared.value()["revision"].as_i64()), (Some("empty"), Some(0)));
        let history = site.visitor().open(&format!("/en/p/{}/history?lang=en", thread["post"]));
        assert_eq!(history.count(".revisions > li"), 3, "revisions are kept, the proposal's too");
        assert_eq!(save(&tom, text, Lang::En, "again\n\ntwo\n\nthree", 0, 1).value()["revision"], 4);
    }

    fn t5_a_machine_writes_to_an_empty_slot_or_over_machine_text_only(site) {
        let site = site.people();
        let (_, text) = french(&site);
        assert_eq!(machine(&site, text, Lang::En).unwrap(), 1);
        assert_eq!(machine(&site, text, Lang::En).unwrap(), 2);
        let review = site.program("mori").put_slot(text, Lang::En, json!({ "action": "review", "revision": 2, "reason": "fine" }));
        assert_eq!(review.status, 403, "machine text is never reviewed as it is");
        assert_eq!(save(&site.program("tom"), text, Lang::En, "one\n\ntwo\n\nthree", 2, 1).value()["quality"], "translated");
        assert!(machine(&site, text, Lang::En).is_err());
        assert!(machine(&site, text, Lang::Fr).is_err());
        assert_eq!(site.visitor().slot(text, Lang::En)["body"], "one\n\ntwo\n\nthree");
    }

    fn t6_two_people_who_save_one_slot_lose_nothing(site) {
        let site = site.people();
        let (_, text) = french(&site);
        let (tom, aiko) = (site.program("tom"), site.program("aiko"));
        assert_eq!(save(&tom, text, Lang::En, "toms", 0, 1).status, 200);
        let conflict = save(&aiko, text, Lang::En, "aikos", 0, 1);
        assert_eq!(conflict.status, 409);
        let problem = conflict.value();
        assert_eq!((problem["current"]["body"].as_str(), problem["current"]["revision"].as_i64()), (Some("toms"), Some(1)));
        assert_eq!(problem["submitted"]["body"], "aikos");
        for based_on in [0, 2, 99] {
            let unknown = save(&tom, text, Lang::En, "x", 1, based_on);
            assert_eq!((unknown.status, unknown.value()["errors"][0]["field"].as_str()), (422, Some("based_on")), "{based_on}");
        }
        let empty = save(&tom, text, Lang::En, "", 1, 1);
        assert_eq!((empty.status, empty.value()["errors"][0]["field"].as_str()), (422, Some("body")));
    }

    fn t4_t6_an_older_base_is_saved_and_shown_as_outdated(site) {
        let site = site.people();
        let (thread, text) = french(&site);
        let claire = site.program("claire");
        claire.put_slot(text, Lang::Fr, json!({ "title": "Cuisine", "body": "un\n\ndeux et demi\n\ntrois", "revision": 1, "action": "publish" }));
        let saved = save(&site.program("tom"), text, Lang::En, "one\n\ntwo\n\nthree", 0, 1).value();
        assert_eq!((saved["fresh"].as_bool(), saved["outdated_blocks"].clone(), saved["source_revision"].as_i64()), (Some(false), json!([2]), Some(2)));
        let page = site.visitor().open(&format!("/en/t/{}", thread["id"]));
        assert_eq!(page.texts(".blk-old > p:first-child"), ["two"], "the block itself is marked");
        let link = page.attr(".blk-note a", "href");
        let changes = site.visitor().open(link.split('#').next().unwrap());
        assert_eq!((changes.status, changes.texts("ins")), (200, vec!["et demi".to_owned()]));
        assert_eq!(changes.count(&format!("#{}", link.split('#').nth(1).unwrap())), 1, "the mark leads to its block");
        let reverted = claire.put_slot(text, Lang::Fr, json!({ "title": "Cuisine", "body": "un\n\ndeux\n\ntrois", "revision": 2 }));
        assert_eq!(reverted.status, 200);
        assert_eq!(site.visitor().slot(text, Lang::En)["fresh"], true, "an exact revert is fresh again");
        assert_eq!(site.visitor().open(&format!("/en/t/{}", thread["id"])).count(".blk-old"), 0);
    }

    fn t8_every_reader_gets_the_slot_that_the_rule_names(site) {
        let site = site.people();
        let (thread, text) = french(&site);
        let address = |l: Lang| format!("/{l}/t/{}", thread["id"]);
        let title = |who: &Visitor, l: Lang| who.open(&address(l)).text("h1");
        let visitor = site.visitor();
        assert_eq!(Lang::THREE.map(|l| title(&visitor, l)), ["Cuisine", "Cuisine", "Cuisine"], "nobody meets an empty place");
        machine(&site, text, Lang::En).unwrap();
        assert_eq!(title(&visitor, Lang::En), "Kitchen (machine)");
        let page = visitor.open(&address(Lang::En));
        assert_eq!(page.count("article.is-machine"), 1);
        assert!(page.text(".state").contains("TestEngine 1"), "T9: machine text names its engine");
        let tom = site.sign_in("tom");
        let settings = |reads: &[&str], machine: bool| {
            let mut fields = vec![("display_name", "tom"), ("writes", "en"), ("zone", "UTC"), ("page", "en")];
            fields.extend(reads.iter().map(|l| ("reads", *l)));
            fields.extend(machine.then_some(("machine", "yes")));
            assert_eq!(tom.submit("/en/settings", "/en/settings", &fields).status, 303);
        };
        settings(&["en"], false);
        assert_eq!(title(&tom, Lang::En), "Cuisine", "a member who wants no machine text gets the original");
        save(&site.program("aiko"), text, Lang::En, "one\n\ntwo\n\nthree", 1, 1);
        assert_eq!(title(&tom, Lang::En), "Kitchen");
        settings(&["en", "fr"], true);
        assert_eq!(title(&tom, Lang::En), "Cuisine", "a member who reads French gets the original");
        assert_eq!(title(&visitor, Lang::En), "Kitchen");
        let shown = visitor.get(&format!("/api/v1/threads/{}?lang=en", thread["id"])).value();
        assert_eq!((shown["title"].as_str(), shown["shown"]["quality"].as_str()), (Some("Kitchen"), Some("translated")), "JSON by the same rule");
        assert_eq!(visitor.get(&format!("/api/v1/threads/{}", thread["id"])).value()["title"], "Cuisine", "without a language the original");
    }

    fn t8_t9_the_original_is_one_click_away_per_post_and_per_thread(site) {
        let site = site.people();
        let (thread, text) = french(&site);
        save(&site.program("tom"), text, Lang::En, "one\n\ntwo\n\nthree", 0, 1);
        site.program("mori").put_slot(text, Lang::En, json!({ "action": "review", "revision": 1 }));
        let reply = site.program("aiko").reply(&thread, Lang::Ja, "はい。", None);
        save_reply(&site, &reply);
        let visitor = site.visitor();
        let page = visitor.open(&format!("/en/t/{}", thread["id"]));
        let credit = page.text("article.opening .state");
        assert!(credit.contains("Translated from French") && credit.contains("by tom, reviewed by mori"), "{credit}");
        assert_eq!(page.texts(".strip .st"), ["original", "by claire", "reviewed", "translated by tom", "empty"]);
        let one = page.attrs("article.opening .state a", "href").into_iter().find(|h| h.contains("show=original")).unwrap();
        let one = visitor.open(one.split('#').next().unwrap());
        assert_eq!((one.text("article.opening .text p"), one.text("article:not(.opening) .text p")), ("un".to_owned(), "Yes.".to_owned()), "one post only");
        let originals = visitor.open(&format!("/en/t/{}?show=original", thread["id"]));
        assert_eq!(originals.texts("article .text p:first-child"), ["un", "はい。"]);
        let all = visitor.open(&format!("/en/t/{}?show=all", thread["id"]));
        assert_eq!(all.count("article.opening .version"), 3);
        assert!(all.text("article.opening .version.is-empty").contains("Japanese slot"), "an empty slot says so in words");
    }

    fn t12_hiding_hides_all_slots_at_every_exit(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "Frame", "opening");
        let reply = site.program("claire").reply(&thread, Lang::Fr, "canari-fr", None);
        let text = id(&reply, "text");
        site.program("tom").put_slot(text, Lang::En, json!({ "body": "canari-en", "revision": 0, "based_on": 1 }));
        let act = format!("/en/p/{}/moderate", reply["id"]);
        assert_eq!(site.sign_in("mori").submit(&act, &act, &[("act", "hide"), ("reason", "off topic")]).status, 303);
        let tom = site.sign_in("tom");
        let program = site.program("tom");
        let pages = [
            format!("/en/t/{}", thread["id"]), format!("/en/t/{}?show=all", thread["id"]), format!("/fr/t/{}?view=flat", thread["id"]),
            format!("/en/p/{}", reply["id"]), format!("/en/p/{}/history", reply["id"]), format!("/en/p/{}/edit", reply["id"]),
            format!("/en/t/{}/reply?parent={}", thread["id"], reply["id"]), "/en/threads".into(), "/en/".into(), "/en/themes/governance".into(), "/en/u/claire".into(),
        ];
        for page in &pages {
            assert!(!tom.open(page).body.contains("canari"), "{page}");
        }
        for page in [format!("/api/v1/threads/{}/posts?lang=en", thread["id"]), format!("/api/v1/texts/{text}/slots/en"), format!("/api/v1/texts/{text}/slots/fr"), "/api/v1/threads".into()] {
            assert!(!program.get(&page).body.contains("canari"), "{page}");
        }
        assert_eq!(program.get(&format!("/api/v1/texts/{text}/slots/en")).status, 404);
        assert_eq!(program.put_slot(text, Lang::Ja, json!({ "body": "x", "revision": 0, "based_on": 1 })).status, 404);
        assert!(tom.open(&pages[0]).text(".gone").contains("off topic"), "a placeholder with the reason stays");
        assert!(site.sign_in("mori").open(&pages[0]).body.contains("canari-en"), "moderators see it, to undo it");
        let hide = format!("/en/t/{}/moderate", thread["id"]);
        site.sign_in("mori").submit(&hide, &hide, &[("act", "hide"), ("reason", "all of it")]);
        for page in pages.iter().take(7) {
            assert_eq!(tom.open(page).status, 404, "{page}");
        }
        assert_eq!(program.get(&format!("/api/v1/threads/{}", thread["id"])).status, 404);
        assert_eq!(program.slot(id(&thread, "text"), Lang::En)["status"], 404);
    }
}

fn save_reply(site: &Site, reply: &Value) {
    let saved = site.program("tom").put_slot(id(reply, "text"), Lang::En, json!({ "body": "Yes.", "revision": 0, "based_on": 1 }));
    assert_eq!(saved.status, 200, "{}", saved.body);
}
