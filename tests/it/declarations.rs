//! Synthesis and declarations over JSON; what is shown where names are hidden; what is taken further.

use crate::{
    both,
    support::{
        Answer, Visitor,
        consensus::{answer_all, assembly, open, pass, say, statement, take, tally, translate},
        id,
    },
};
use serde_json::{Value, json};
use trialogue::domain::lang::Lang;

/// Three communities of three, a statement on which all agree, one on which Japanese speakers object.
pub fn agreed(site: &crate::support::Site, mori: &Visitor) -> (Value, [i64; 2]) {
    let thread = open(mori, "What we stand behind", json!({}));
    pass(mori, &thread, "debate");
    let statements = ["Meals are shared", "Time is never sold"].map(|s| statement(mori, &thread, s));
    let people = assembly(site, [4, 4, 4]);
    say(&people, statements[0], [(4, 0, 0), (4, 0, 0), (4, 0, 0)]);
    say(&people, statements[1], [(4, 0, 0), (4, 0, 0), (1, 0, 3)]);
    (thread, statements)
}

pub fn write(mori: &Visitor, thread: &Value, body: &str) -> Answer {
    mori.json("PUT", &format!("/api/v1/threads/{}/synthesis", thread["id"]), &json!({ "body": body, "lang": "en" }))
}

pub fn declare(who: &Visitor, thread: &Value, sent: Value) -> Answer {
    who.json("POST", &format!("/api/v1/threads/{}/declarations", thread["id"]), &sent)
}

pub fn codes(answer: &Answer) -> Vec<String> {
    answer.value()["errors"].as_array().unwrap().iter().map(|e| e["code"].as_str().unwrap().to_owned()).collect()
}

/// Writes a synthesis and has it reviewed in the two other languages; its text.
pub fn ready(mori: &Visitor, thread: &Value, body: &str) -> i64 {
    let written = write(mori, thread, body);
    assert_eq!(written.status, 200, "{}", written.body);
    let text = id(&written.value(), "text");
    for lang in [Lang::Fr, Lang::Ja] {
        translate(mori, text, lang, &format!("{body} ({lang})"));
    }
    text
}

both! {
    fn c9_a_declaration_needs_all_that_the_checklist_says(site) {
        let site = site.people();
        let mori = site.program("mori");
        let (thread, [agreed, divided]) = agreed(&site, &mori);
        let path = format!("/api/v1/threads/{}/synthesis", thread["id"]);
        assert_eq!(mori.get(&path).status, 404);
        let now = declare(&mori, &thread, json!({ "outcome": "consensus" }));
        assert_eq!(codes(&now), ["declare-stage", "declare-synthesis", "declare-slot-fr", "declare-slot-en", "declare-slot-ja", "declare-agreed", "declare-answers"]);
        pass(&mori, &thread, "propose");
        assert_eq!(site.program("tom").json("PUT", &path, &json!({ "body": "b", "lang": "en" })).status, 403, "moderators write it");
        let body = format!("We agree that [meals are shared](/s/{agreed}), and on [time](/en/s/{divided}).");
        let text = id(&write(&mori, &thread, &body).value(), "text");
        // Each language cites the same.
        let cites = format!("[A](/s/{agreed}) [B](/s/{divided})");
        translate(&mori, text, Lang::Fr, &format!("Nous sommes d’accord. {cites}"));
        let now = declare(&mori, &thread, json!({ "outcome": "consensus" }));
        assert_eq!(codes(&now), ["declare-slot-ja", "declare-statement", "declare-answers"]);
        // Somebody else's translation that nobody has read over is not enough.
        let saved = site.program("aiko").put_slot(text, Lang::Ja, json!({ "body": format!("合意しました。{cites}"), "based_on": 1, "revision": 0 }));
        assert_eq!(saved.status, 200, "{}", saved.body);
        assert!(codes(&declare(&mori, &thread, json!({ "outcome": "consensus" }))).contains(&"declare-slot-ja".to_owned()));
        let reviewed = mori.act(text, Lang::Ja, "review", json!({ "revision": 1 }));
        assert_eq!(reviewed.status, 200, "{}", reviewed.body);
        answer_all(&mori, &thread);
        let cited = mori.get(&path).value();
        let missing: Vec<&Value> = cited["checklist"].as_array().unwrap().iter().filter(|n| n["met"] == false).collect();
        assert_eq!(missing, [&json!({ "need": "statement", "of": divided, "met": false })]);
        // Cited as open it hinders nothing, and is printed with where it stands.
        let open = body.replace(&format!("/en/s/{divided}"), &format!("/en/s/{divided}#open"));
        let edited = mori.json("PUT", &path, &json!({ "body": open, "lang": "en", "revision": 1, "change": "wording" }));
        assert_eq!(edited.status, 200, "{}", edited.body);
        assert_eq!(codes(&declare(&mori, &thread, json!({ "outcome": "consensus" }))), ["declare-cites", "declare-cites"]);
        let cites = cites.replace(&format!("/s/{divided}"), &format!("/s/{divided}#open"));
        for (lang, words) in [(Lang::Fr, "Nous sommes d’accord."), (Lang::Ja, "合意しました。")] {
            translate(&mori, text, lang, &format!("{words} {cites}"));
        }
        assert_eq!(codes(&declare(&mori, &thread, json!({ "outcome": "partial" }))), ["declare-outcome"]);
        assert_eq!(codes(&declare(&mori, &thread, json!({ "outcome": "consensus", "review_on": "2020-01-01" }))), ["review-day"]);
        assert_eq!(declare(&site.program("tom"), &thread, json!({ "outcome": "consensus" })).status, 403);
        let made = declare(&mori, &thread, json!({ "outcome": "consensus" }));
        assert_eq!(made.status, 201, "{}", made.body);
        let made = made.value();
        assert_eq!((made["outcome"].clone(), made["signer"]["handle"].clone()), (json!("consensus"), json!("mori")));
        let said: Vec<(&Value, &Value)> = made["statements"].as_array().unwrap().iter().map(|s| (&s["as"], &s["verdict"])).collect();
        assert_eq!(said, [(&json!("agreed"), &json!("consensus")), (&json!("open"), &json!("divided"))]);
        assert_eq!(made["statements"][0]["communities"]["ja"]["agree"], 4);
        // Each language has its page, in that language, with the dissent beside it.
        for (lang, words) in [("fr", "Nous sommes d’accord."), ("en", "We agree"), ("ja", "合意しました。")] {
            let page = site.visitor().get(&format!("/{lang}/declarations/{}", made["id"]));
            assert_eq!(page.status, 200);
            assert!(page.text(".text.serif").contains(words), "{lang}");
            assert!(page.body.contains("It would harm what we share."), "{lang}: objections stand beside it");
        }
        let feed = site.visitor().get("/fr/declarations/feed.atom").body;
        assert!(feed.contains("Nous sommes d’accord.") && feed.contains(&format!("/fr/declarations/{}", made["id"])));
        assert!(site.visitor().get("/fr/declarations").body.contains(&format!("/fr/declarations/{}", made["id"])));
    }

    fn c10_a_declaration_stays_as_it_was_and_says_when_its_basis_moved(site) {
        let site = site.people();
        let (mori, claire) = (site.program("mori"), site.program("claire"));
        let (thread, [agreed, _]) = agreed(&site, &mori);
        answer_all(&mori, &thread);
        pass(&mori, &thread, "propose");
        let story = claire.thread(Lang::Fr, "Une cuisine", "Nous cuisinons ensemble depuis dix ans.");
        ready(&mori, &thread, &format!("[Meals](/s/{agreed}) are shared, as [one kitchen](/p/{}) tells.", story["post"]));
        let made = declare(&mori, &thread, json!({ "outcome": "consensus" })).value();
        let path = format!("/api/v1/declarations/{}", made["id"]);
        let counts = || mori.get(&path).value()["statements"].clone();
        let before = counts();
        // Two at once: the second sees that there is one, and supersedes it only by saying so.
        assert_eq!(declare(&mori, &thread, json!({ "outcome": "consensus" })).status, 409);
        // Somebody changes their mind: what was declared stays.
        assert_eq!(take(&site.program("fr1"), agreed, json!({ "value": "abstain", "lang": "fr" })).status, 200);
        assert_eq!(tally(&mori, &thread, agreed)["communities"]["fr"]["abstain"], 1);
        assert_eq!(counts(), before);
        assert_eq!(mori.get(&path).value()["moved"], json!([]));
        // Words that are edited for wording do not move it, those for meaning do.
        let edit = |body: &str, change: &str, revision: i32| {
            let sent = json!({ "title": "Une cuisine", "body": body, "change": change, "revision": revision });
            assert_eq!(claire.put_slot(id(&story, "text"), Lang::Fr, sent).status, 200);
        };
        edit("Nous cuisinons ensemble depuis 10 ans.", "wording", 1);
        assert_eq!(mori.get(&path).value()["moved"], json!([]));
        edit("Nous ne cuisinons plus ensemble.", "meaning", 2);
        assert_eq!(mori.get(&path).value()["moved"], json!([{ "post": story["post"], "from_revision": 1, "gone": false }]));
        let page = site.visitor().get(&format!("/en/declarations/{}", made["id"]));
        assert!(page.body.contains("Its basis moved") && page.body.contains("history?lang=fr"), "{}", page.body);
        assert!(site.sign_in("mori").get("/ja/notifications").body.contains(&format!("/ja/t/{}/consensus", thread["id"])), "moderators are told");
        edit("Nous cuisinons ensemble depuis dix ans.", "meaning", 3);
        assert_eq!(mori.get(&path).value()["moved"], json!([]), "an exact revert is what it was");
        // What is hidden later is not quoted any more, and the counts stay.
        let objection = before[0]["id"].clone();
        let reasons: Vec<i64> = mori.get(&path).value()["objections"].as_array().unwrap().iter().map(|o| id(o, "post")).collect();
        let hide = format!("/ja/p/{}/moderate", reasons[0]);
        site.sign_in("mori").submit(&hide, &hide, &[("act", "hide"), ("reason", "private")]);
        let page = site.visitor().get(&format!("/en/declarations/{}", made["id"]));
        assert_eq!(page.body.matches("It would harm what we share.").count(), reasons.len() - 1);
        assert!(page.body.contains("Removed on"), "{}", page.body);
        assert_eq!(counts()[0]["id"], objection);
        // A later one takes its place; another thread takes it further.
        let again = declare(&mori, &thread, json!({ "outcome": "consensus", "supersedes": made["id"] }));
        assert_eq!(again.status, 201, "{}", again.body);
        assert_eq!(mori.get(&path).value()["superseded_by"], again.value()["id"]);
        assert!(!site.visitor().get("/en/declarations").body.contains(&format!("/en/declarations/{}\"", made["id"])), "replaced");
        let further = open(&mori, "Further on", json!({ "carries": again.value()["id"] }));
        let brought = mori.get(&format!("/api/v1/threads/{}/statements", further["id"])).value()["items"].clone();
        assert_eq!((brought[0]["state"].clone(), brought[0]["carried_from"].clone()), (json!("proposed"), json!(agreed)));
        assert_eq!(mori.slot(id(&brought[0], "text"), Lang::Ja)["quality"], "reviewed", "with what people made of it");
        assert_eq!(mori.get(&format!("/api/v1/declarations/{}", again.value()["id"])).value()["carried_by"], json!([further["id"]]));
        let unknown = json!({ "title": "t", "body": "b", "lang": "en", "themes": ["governance"], "kind": "consensus", "carries": 99 });
        assert_eq!(mori.json("POST", "/api/v1/threads", &unknown).value()["errors"][0]["code"], "declaration-unknown");
    }

    fn c10_a_day_of_review_reminds_the_moderators_once(site) {
        let site = site.people();
        let mori = site.program("mori");
        let (thread, _) = agreed(&site, &mori);
        answer_all(&mori, &thread);
        pass(&mori, &thread, "propose");
        ready(&mori, &thread, "We heard each other.");
        assert_eq!(codes(&declare(&mori, &thread, json!({ "outcome": "no-consensus" }))), ["denied-reason-needed"]);
        let day = (site.now() + chrono::TimeDelta::days(30)).date().to_string();
        let made = declare(&mori, &thread, json!({ "outcome": "no-consensus", "reason": "not yet", "review_on": day }));
        assert_eq!(made.status, 201, "{}", made.body);
        let remind = || {
            let now = site.now();
            site.app.db.write_now(|conn| trialogue::forum::declarations::remind(conn, now)).unwrap()
        };
        assert_eq!(remind(), 0);
        site.wait(chrono::TimeDelta::days(30));
        assert_eq!((remind(), remind()), (1, 0));
        assert!(site.sign_in("mori").get("/ja/consensus").body.contains(&format!("/ja/declarations/{}", made.value()["id"])));
    }

    fn c3_totals_only_shows_of_few_people_only_whether_they_agree(site) {
        let site = site.people();
        let mori = site.program("mori");
        let thread = open(&mori, "Totals", json!({ "names": "totals" }));
        pass(&mori, &thread, "debate");
        let s = statement(&mori, &thread, "Meals are shared");
        let people = assembly(&site, [6, 5, 3]);
        say(&people, s, [(5, 0, 1), (5, 0, 0), (2, 1, 0)]);
        let of = tally(&site.visitor(), &thread, s);
        assert_eq!((of["communities"]["fr"]["agree"].clone(), of["communities"]["en"]["members"].clone()), (json!(5), json!(5)));
        let ja = &of["communities"]["ja"];
        for figure in ["members", "agree", "reservation", "abstain", "objection", "unclear", "floor", "support", "opposition", "wilson"] {
            assert_eq!(ja[figure], Value::Null, "{figure}");
        }
        assert_eq!((ja["met"].clone(), of["xlc"].clone(), of["min_support"].clone()), (json!(true), Value::Null, Value::Null));
        let export = mori.get(&format!("/api/v1/threads/{}/consensus", thread["id"])).value();
        assert_eq!((export["positions"].clone(), export["statements"][0]["tally"]["communities"]["ja"]["agree"].clone()), (Value::Null, Value::Null));
        for who in [site.visitor(), site.sign_in("mori")] {
            assert_eq!(who.get(&format!("/en/s/{s}/positions")).status, 404);
            let page = who.get(&format!("/en/t/{}/consensus", thread["id"])).text("#s1 .bars li:nth-child(3)");
            assert!(page.contains("too few people") && !page.contains(['2', '3']), "{page}");
            let text = who.get(&format!("/en/t/{}/consensus.md", thread["id"])).body;
            let line = text.lines().find(|l| l.starts_with("| Japanese")).unwrap();
            assert!(!line.contains(['1', '2', '3']), "{line}");
        }
        // With room enough the same figures as elsewhere.
        let room = json!({ "place": "Lyon", "date": "2026-11-20", "lang": "fr", "agree": 3 });
        let recorded = mori.json("POST", &format!("/api/v1/statements/{s}/rooms"), &room).value();
        assert_eq!(recorded["items"][0]["agree"], Value::Null, "nor of few people in a room");
    }

    fn a_room_is_recorded_shown_apart_and_never_added(site) {
        let site = site.people();
        let mori = site.program("mori");
        let thread = open(&mori, "The room", json!({}));
        pass(&mori, &thread, "debate");
        let s = statement(&mori, &thread, "Meals are shared");
        let rooms = format!("/api/v1/statements/{s}/rooms");
        let room = json!({ "place": "Lux’09, salle 3", "date": "2026-11-20", "lang": "fr", "agree": 31, "objection": 2 });
        assert_eq!(site.program("tom").json("POST", &rooms, &room).status, 403);
        for (bad, code) in [
            (json!({ "agree": 0, "objection": 0 }), "room-empty"),
            (json!({ "place": " " }), "field-empty"),
            (json!({ "date": "2090-01-01" }), "room-day"),
            (json!({ "date": "soon" }), "time-unknown"),
        ] {
            let mut sent = room.clone();
            sent.as_object_mut().unwrap().extend(bad.as_object().unwrap().clone());
            assert_eq!(codes(&mori.json("POST", &rooms, &sent)), [code], "{bad}");
        }
        let key = [("Idempotency-Key", "room-1")];
        for _ in 0..2 {
            let recorded = mori.json_with("POST", &rooms, &room, &key);
            assert_eq!((recorded.status, recorded.value()["items"].as_array().unwrap().len()), (201, 1));
        }
        assert_eq!(tally(&mori, &thread, s)["communities"]["fr"]["agree"], 0, "never added");
        let page = site.visitor().get(&format!("/fr/t/{}/consensus", thread["id"])).body;
        assert!(page.contains("Lux’09, salle 3") && page.contains("31 d’accord"), "{page}");
        let form = format!("/ja/s/{s}/room");
        site.sign_in("mori").submit(&format!("{form}?strike=1"), &form, &[("strike", "1"), ("reason", "counted twice")]);
        let page = site.visitor().get(&format!("/fr/t/{}/consensus", thread["id"]));
        assert!(page.text("del").contains("31 d’accord") && page.body.contains("counted twice"), "struck in sight, with the reason");
    }

    fn accounts_that_are_erased_leave_their_count_and_not_their_name(site) {
        let site = site.people();
        let mori = site.program("mori");
        let thread = open(&mori, "Erased", json!({}));
        pass(&mori, &thread, "debate");
        let s = statement(&mori, &thread, "Meals are shared");
        let people = assembly(&site, [3, 3, 3]);
        say(&people, s, [(3, 0, 0), (2, 0, 1), (3, 0, 0)]);
        let erase = [("current", crate::support::PASSWORD), ("contributions", "keep"), ("sure", "yes")];
        assert_eq!(site.sign_in("en3").submit("/en/settings/data", "/en/settings/erase", &erase).status, 200);
        let of = tally(&mori, &thread, s);
        assert_eq!((of["communities"]["en"]["members"].clone(), of["communities"]["en"]["objection"].clone()), (json!(3), json!(1)));
        let export = site.visitor().get(&format!("/api/v1/threads/{}/consensus", thread["id"])).value();
        let gone = export["positions"].as_array().unwrap().iter().find(|p| p["value"] == "objection").unwrap();
        assert_eq!(gone["person"], Value::Null);
        for path in [format!("/en/t/{}/consensus", thread["id"]), format!("/en/s/{s}/positions"), format!("/en/t/{}/consensus.md", thread["id"])] {
            let page = site.visitor().get(&path);
            assert!(page.status == 200 && !page.body.contains("en3"), "{path}");
        }
    }
}
