//! Consensus threads over JSON: stages, statements, positions, verdicts, objections, declarations.

use crate::{
    both,
    support::{
        consensus::{answer_all, assembly, open, pass, say, statement, take, tally, translate},
        id,
    },
};
use serde_json::{Value, json};
use trialogue::domain::lang::Lang;

fn four(value: &Value) -> String {
    value.as_f64().map_or("null".to_owned(), |x| format!("{x:.4}"))
}

/// The figures of the worked table: a of each community, XLC, w in Japanese, V.
fn row(tally: &Value) -> String {
    let of = |lang: &str, what: &str| four(&tally["communities"][lang][what]);
    let v = tally["cramers_v"].as_f64().map_or("null".to_owned(), |v| format!("{v:.3}"));
    format!("{} {} {} {} {} {v}", of("fr", "support"), of("en", "support"), of("ja", "support"), four(&tally["xlc"]), of("ja", "wilson"))
}

fn said(tally: &Value) -> String {
    let qualifiers: Vec<&str> = tally["qualifiers"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    format!("{} {}", tally["verdict"].as_str().unwrap(), qualifiers.join(" "))
}

both! {
    /// The worked table of the reference, with W on which all agree so that N is 60/24/9.
    fn c6_the_worked_table_comes_out_through_the_running_server(site) {
        let site = site.people();
        let mori = site.program("mori");
        let thread = open(&mori, "How shall we buy meals?", json!({}));
        pass(&mori, &thread, "debate");
        let [w, x, y, z] = ["W", "X", "Y", "Z"].map(|s| statement(&mori, &thread, s));
        let people = assembly(&site, [60, 24, 9]);
        say(&people, w, [(60, 0, 0), (24, 0, 0), (9, 0, 0)]);
        say(&people, x, [(41, 6, 3), (14, 4, 2), (5, 1, 1)]);
        say(&people, y, [(48, 1, 1), (17, 2, 1), (1, 1, 5)]);
        say(&people, z, [(2, 0, 0), (1, 0, 0), (1, 0, 0)]);

        let of_x = tally(&mori, &thread, x);
        let floors = Lang::THREE.map(|l| of_x["communities"][l.as_str()]["floor"].as_u64().unwrap());
        let members = Lang::THREE.map(|l| of_x["communities"][l.as_str()]["members"].as_u64().unwrap());
        assert_eq!((floors, members), ([12, 5, 3], [60, 24, 9]));
        assert_eq!((said(&of_x), of_x["unanswered"].clone()), ("open provisional".into(), json!(6)));
        answer_all(&mori, &thread);
        let of_x = tally(&mori, &thread, x);
        assert_eq!(row(&of_x), "0.8077 0.6818 0.6667 0.7160 0.4725 0.118");
        assert_eq!(said(&of_x), "consensus provisional");
        let of_y = tally(&mori, &thread, y);
        assert_eq!(row(&of_y), "0.9423 0.8182 0.2222 0.5554 0.0438 0.751");
        assert_eq!(said(&of_y), "divided provisional translation-check");
        assert_eq!(of_y["named"], json!({ "missing": [], "for": ["fr", "en"], "against": ["ja"] }));
        let of_z = tally(&mori, &thread, z);
        assert_eq!(row(&of_z), "0.7500 0.6667 0.6667 0.6934 0.3784 null");
        assert_eq!((said(&of_z), of_z["named"]["missing"].clone()), ("needs-voices provisional".into(), json!(["fr", "en", "ja"])));

        // X + 1: a Japanese speaker who had not spoken agrees.
        let (_, last) = people.iter().rfind(|(l, _)| *l == Lang::Ja).unwrap();
        assert_eq!(take(last, x, json!({ "value": "agree", "lang": "ja" })).status, 200);
        let of_x = tally(&mori, &thread, x);
        assert_eq!(row(&of_x), "0.8077 0.6818 0.7000 0.7278 0.5237 0.105");
        assert_eq!(said(&of_x), "consensus firm");

        // C7: somebody with reviewer rights closes the check, with a reason.
        let check = format!("/api/v1/statements/{y}/translation-checked");
        assert_eq!(site.program("tom").json("POST", &check, &json!({ "reason": "fine" })).status, 403);
        assert_eq!(mori.json("POST", &check, &json!({ "reason": "" })).status, 422);
        assert_eq!(mori.json("POST", &check, &json!({ "reason": "The three say the same." })).status, 200);
        assert_eq!(said(&tally(&mori, &thread, y)), "divided provisional");
        assert_eq!(mori.json("POST", &check, &json!({ "reason": "again" })).status, 403, "nothing to check any more");

        // C12: the export holds everything that is needed to count anew.
        let export = mori.get(&format!("/api/v1/threads/{}/consensus", thread["id"])).value();
        let last = export["positions"].as_array().unwrap().iter().filter(|p| p["last"] == true && p["eligible"] == true && p["current"] == true);
        let mut counted = std::collections::BTreeMap::new();
        for p in last {
            let key = (p["statement"].as_i64().unwrap(), p["community"].as_str().unwrap(), p["value"].as_str().unwrap());
            *counted.entry(key).or_insert(0) += 1;
        }
        for of in export["statements"].as_array().unwrap() {
            for lang in Lang::THREE {
                for value in ["agree", "reservation", "abstain", "objection", "unclear"] {
                    let found = counted.get(&(id(of, "id"), lang.as_str(), value)).copied().unwrap_or_default();
                    assert_eq!(of["tally"]["communities"][lang.as_str()][value], found, "{lang} {value}");
                }
            }
        }
    }

    fn c1_stages_go_one_forward_with_a_summary_or_one_back_with_a_reason(site) {
        let site = site.people();
        let (mori, tom) = (site.program("mori"), site.program("tom"));
        let refused = tom.json("POST", "/api/v1/threads", &json!({
            "title": "Mine", "body": "b", "lang": "en", "themes": ["governance"], "kind": "consensus" }));
        assert_eq!(refused.status, 403, "moderators open them");
        let thread = open(&mori, "Stages", json!({}));
        let stage = format!("/api/v1/threads/{}/stage", thread["id"]);
        let go = |to: &str, more: Value| {
            let mut sent = json!({ "stage": to, "summary": "We heard much.", "lang": "en" });
            sent.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            mori.json("POST", &stage, &sent)
        };
        assert_eq!(tom.json("POST", &stage, &json!({ "stage": "debate", "summary": "x", "lang": "en" })).status, 403);
        assert_eq!(go("propose", json!({})).status, 422, "one at a time");
        assert_eq!(go("debate", json!({ "summary": "" })).value()["errors"][0]["code"], "summary-needed");
        assert_eq!(go("debate", json!({ "thresholds": { "support": 20 } })).status, 422, "lines that contradict each other");
        let passed = go("debate", json!({ "ends_at": "2027-01-31T23:00:00Z", "thresholds": { "xlc": 65 } }));
        assert_eq!((passed.status, passed.value()["thresholds"]["xlc"].clone()), (200, json!(65)));
        // Two moderators at once: the second sees who came first, and what they wrote.
        let second = go("debate", json!({ "summary": "I heard something else." }));
        assert_eq!((second.status, second.value()["current"]["body"].clone()), (409, json!("We heard much.")));
        assert_eq!(go("propose", json!({ "from": "illustrate" })).status, 409);
        assert_eq!(go("propose", json!({})).status, 200);
        assert_eq!(go("debate", json!({})).value()["errors"][0]["code"], "denied-reason-needed");
        assert_eq!(go("debate", json!({ "reason": "a word was forgotten" })).status, 200);
        assert_eq!(go("propose", json!({ "thresholds": { "xlc": 60 } })).status, 422, "fixed when the debate opened");
        // The summaries are texts like any: their other slots wait for translators, and block nothing.
        let whole = mori.get(&format!("/api/v1/threads/{}/consensus", thread["id"])).value();
        let summary = whole["stages"][0]["summary"].as_i64().unwrap();
        assert_eq!(mori.slot(summary, Lang::Ja)["quality"], "empty");
        let queue = tom.get("/api/v1/queue?into=ja").value();
        assert!(queue["items"].as_array().unwrap().iter().any(|i| i["text"] == summary), "{queue}");
        assert_eq!(site.visitor().get("/api/v1/consensus").value()["items"][0]["stage"], "debate");
    }

    fn c2_experience_is_pointed_at_and_statements_are_proposed_settled_and_linked(site) {
        let site = site.people();
        let (mori, tom, claire) = (site.program("mori"), site.program("tom"), site.program("claire"));
        let story = claire.thread(Lang::Fr, "Une cuisine", "Nous cuisinons **ensemble** depuis dix ans.");
        let thread = open(&mori, "Gathering", json!({}));
        let (points, statements) =
            (format!("/api/v1/threads/{}/experiences", thread["id"]), format!("/api/v1/threads/{}/statements", thread["id"]));
        assert_eq!(tom.json("POST", &points, &json!({ "post": story["post"] })).value()["items"][0]["post"], story["post"]);
        assert_eq!(tom.json("POST", &points, &json!({ "post": 99999 })).status, 422);
        let new = |body: &str| json!({ "body": body, "lang": "en" });
        assert_eq!(tom.json("POST", &statements, &new("Too early.")).status, 403);
        pass(&mori, &thread, "debate");
        assert_eq!(tom.json("POST", &points, &json!({ "post": story["post"] })).status, 403, "too late");

        let from = json!({ "body": "Les cuisines décident ensemble.", "lang": "fr", "from_post": story["post"], "from_words": "cuisinons ensemble depuis" });
        let made = tom.json("POST", &statements, &from);
        assert_eq!(made.status, 201, "{}", made.body);
        let made = made.value();
        assert_eq!(made["from"], json!({ "post": story["post"], "lang": "fr", "revision": 1, "words": "cuisinons ensemble depuis" }));
        let mut invented = from.clone();
        invented["from_words"] = "words that nobody wrote".into();
        assert_eq!(tom.json("POST", &statements, &invented).value()["errors"][0]["code"], "words-not-there");
        assert_eq!(tom.json("POST", &statements, &new(&"語".repeat(281))).value()["errors"][0]["code"], "field-too-long");
        let key = [("Idempotency-Key", "once")];
        let twice = [(), ()].map(|()| id(&tom.json_with("POST", &statements, &new("Only once."), &key).value(), "id"));
        assert_eq!(twice[0], twice[1]);

        let settle = |statement: i64, act: &str, sent: Value| mori.json("POST", &format!("/api/v1/statements/{statement}/{act}"), &sent);
        let first = id(&made, "id");
        assert_eq!(tom.json("POST", &format!("/api/v1/statements/{first}/accept"), &json!({ "reason": "mine" })).status, 403);
        assert_eq!(settle(first, "accept", json!({ "reason": "" })).status, 422, "a reason that all can read");
        assert_eq!(settle(first, "accept", json!({ "reason": "clear" })).value()["state"], "accepted");
        let [second, third] = ["Kitchens decide.", "Kitchens decide together."].map(|b| id(&tom.json("POST", &statements, &new(b)).value(), "id"));
        assert_eq!(settle(second, "merge", json!({ "reason": "says less", "into": third })).value()["into"], third);
        assert_eq!(settle(third, "merge", json!({ "reason": "says less", "into": second })).value()["errors"][0]["code"], "merge-circle");
        assert_eq!(settle(third, "merge", json!({ "reason": "x", "into": third })).status, 422);
        assert_eq!(settle(twice[0], "decline", json!({ "reason": "not about this" })).value()["state"], "declined");
        let same = mori.json("POST", &format!("/api/v1/statements/{first}/same"), &json!({ "other": third }));
        assert_eq!(same.value()["same_as"], json!([third]));
        // Who proposed it is told, and everybody reads why.
        assert!(site.sign_in("tom").get("/en/notifications").body.contains("/en/s/"));
        let page = site.visitor().get(&format!("/en/t/{}/consensus", thread["id"])).body;
        assert!(page.contains("not about this") && page.contains("says less"), "{page}");
        // T12: nothing is quoted of a post that was hidden.
        let hide = format!("/ja/t/{}/moderate", story["id"]);
        site.sign_in("mori").submit(&hide, &hide, &[("act", "hide"), ("reason", "private")]);
        for path in [statements.clone(), format!("/api/v1/threads/{}/consensus", thread["id"])] {
            assert!(!tom.get(&path).body.contains("cuisinons ensemble"), "{path}");
        }
    }

    fn c3_a_position_is_one_a_person_changeable_and_kept_in_a_log(site) {
        let site = site.people();
        let (mori, tom, claire) = (site.program("mori"), site.program("tom"), site.program("claire"));
        let thread = open(&mori, "Positions", json!({}));
        pass(&mori, &thread, "debate");
        let s = statement(&mori, &thread, "Meals are shared");
        let sent = json!({ "value": "agree", "lang": "en" });
        assert_eq!(take(&tom, s, sent.clone()).value()["errors"][0]["code"], "community-needed");
        let sent = json!({ "value": "agree", "lang": "en", "community": "en" });
        assert_eq!(take(&tom, s, sent.clone()).status, 200);
        assert_eq!(take(&tom, s, sent).status, 200, "twice at once is once");
        assert_eq!(take(&tom, s, json!({ "value": "agree", "lang": "en", "community": "ja" })).value()["errors"][0]["code"], "community-frozen");
        assert_eq!(take(&tom, s, json!({ "value": "objection", "lang": "en" })).value()["errors"][0]["code"], "reason-for-position");
        let objected = take(&tom, s, json!({ "value": "objection", "lang": "en", "reason": "It harms the small ones." }));
        assert_eq!(objected.status, 200, "{}", objected.body);
        let reason = objected.value()["reason"].as_i64().unwrap();
        assert!(site.visitor().open(&format!("/en/p/{reason}")).body.contains("It harms the small ones."), "C8: a reply in the thread");
        let again = take(&tom, s, json!({ "value": "objection", "lang": "en", "reason": "It harms the small ones." }));
        assert_eq!(again.value()["reason"], reason, "the same once more is the same");
        let log = |what: &str| tom.get(&format!("/api/v1/threads/{}/consensus", thread["id"])).value()[what].as_array().unwrap().clone();
        assert_eq!(log("positions").iter().map(|p| p["value"].as_str().unwrap().to_owned()).collect::<Vec<_>>(), ["agree", "objection"]);
        assert_eq!(take(&tom, s, json!({ "value": "abstain", "lang": "en" })).status, 200);
        assert_eq!(log("objections")[0]["state"], "withdrawn", "who objects no more has taken it back");

        // An edit for wording keeps positions, one for meaning asks them again.
        let text = log("statements")[0]["text"].as_i64().unwrap();
        let edit = |body: &str, change: &str, revision: i32| {
            mori.put_slot(text, Lang::En, json!({ "body": body, "change": change, "revision": revision }))
        };
        assert_eq!(edit("Meals are shared.", "wording", 1).status, 200);
        let judged = || tally(&tom, &thread, s)["communities"]["en"]["abstain"].clone();
        assert_eq!(judged(), 1);
        assert_eq!(tom.put_slot(text, Lang::En, json!({ "body": "Mine", "revision": 2 })).status, 403, "positions: moderators only");
        assert_eq!(edit("All meals are shared by all.", "meaning", 2).status, 200);
        assert_eq!((judged(), tally(&tom, &thread, s)["communities"]["en"]["members"].clone()), (json!(0), json!(1)), "on an earlier version");
        let mine = tom.get(&format!("/api/v1/threads/{}/statements", thread["id"])).value()["items"][0]["position"].clone();
        assert_eq!(mine, json!({ "value": "abstain", "eligible": true, "current": false }));
        assert!(site.sign_in("tom").get("/en/notifications").body.contains(&format!("/en/s/{s}")), "asked again");
        assert_eq!(take(&tom, s, json!({ "value": "abstain", "lang": "en" })).status, 200);
        assert_eq!(judged(), 1);

        // C11: nobody takes a position on machine or missing text, nor on what was not accepted, nor in a locked thread.
        let cleared = mori.act(text, Lang::Ja, "clear", json!({ "revision": 1, "reason": "wrong" }));
        assert_eq!(cleared.status, 200, "{}", cleared.body);
        assert_eq!(take(&claire, s, json!({ "value": "agree", "lang": "ja", "community": "fr" })).status, 403);
        let waiting = tom.json("POST", &format!("/api/v1/threads/{}/statements", thread["id"]), &json!({ "body": "New", "lang": "en" }));
        assert_eq!(take(&tom, id(&waiting.value(), "id"), json!({ "value": "agree", "lang": "en" })).status, 403);
        let lock = format!("/ja/t/{}/moderate", thread["id"]);
        site.sign_in("mori").submit(&lock, &lock, &[("act", "lock"), ("reason", "pause")]);
        assert_eq!(take(&tom, s, json!({ "value": "agree", "lang": "en" })).status, 403);
        site.sign_in("mori").submit(&lock, &lock, &[("act", "unlock"), ("reason", "go on")]);
        pass(&mori, &thread, "propose");
        assert_eq!(take(&tom, s, json!({ "value": "agree", "lang": "en" })).status, 200, "changeable while proposing");
        pass(&mori, &thread, "closed");
        assert_eq!(take(&tom, s, json!({ "value": "abstain", "lang": "en" })).status, 403);
    }

    fn c3_unclear_goes_to_the_translators_queue_and_comes_back(site) {
        let site = site.people();
        let (mori, aiko, tom) = (site.program("mori"), site.program("aiko"), site.program("tom"));
        let thread = open(&mori, "Unclear", json!({}));
        pass(&mori, &thread, "debate");
        let s = statement(&mori, &thread, "Meals are shared");
        let text = id(&tom.get(&format!("/api/v1/threads/{}/statements", thread["id"])).value()["items"][0], "text");
        let waits = || tom.get("/api/v1/queue?wait=clarify&into=ja").value()["items"].as_array().unwrap().iter().any(|i| i["text"] == text);
        assert!(!waits());
        assert_eq!(take(&aiko, s, json!({ "value": "unclear", "lang": "ja", "community": "ja" })).status, 200);
        assert_eq!(tally(&tom, &thread, s)["communities"]["ja"]["unclear"], 1);
        assert!(waits());
        translate(&mori, text, Lang::Ja, "食事を分かち合う。");
        assert!(!waits());
        assert_eq!(tally(&tom, &thread, s)["communities"]["ja"]["unclear"], 0, "it lapsed");
        assert!(site.sign_in("aiko").get("/ja/notifications").body.contains(&format!("/ja/s/{s}")), "she is asked again");
    }

    fn c4_positions_count_once_their_author_is_eligible(site) {
        let site = site.people();
        site.newcomer("nina", Lang::Fr);
        let (mori, nina) = (site.program("mori"), site.program("nina"));
        let thread = open(&mori, "Who counts", json!({}));
        pass(&mori, &thread, "debate");
        let s = statement(&mori, &thread, "Meals are shared");
        let taken = take(&nina, s, json!({ "value": "agree", "lang": "fr", "community": "fr" }));
        assert_eq!((taken.status, taken.value()["eligible"].clone()), (200, json!(false)));
        let members = || tally(&nina, &thread, s)["communities"]["fr"]["members"].clone();
        assert_eq!(members(), 0, "kept, not counted yet");
        let person = "/ja/u/nina/moderate";
        let mori_signed_in = site.sign_in("mori");
        mori_signed_in.submit(person, person, &[("act", "confirm"), ("reason", "we met")]);
        assert_eq!(members(), 1, "counted from then on");
        mori_signed_in.submit(person, person, &[("act", "unconfirm"), ("reason", "a second account")]);
        assert_eq!(members(), 0, "lost by a logged act");
        // Corrected at most once, by a moderator.
        let correct = format!("/api/v1/threads/{}/community", thread["id"]);
        let to = |lang: &str| mori.json("POST", &correct, &json!({ "person": "nina", "lang": lang, "reason": "she said so" })).status;
        assert_eq!((nina.json("POST", &correct, &json!({ "person": "nina", "lang": "ja", "reason": "x" })).status, to("en")), (403, 200));
        assert_eq!(to("ja"), 403, "once");
    }

    fn c8_objections_are_answered_by_others_then_withdrawn_or_maintained(site) {
        let site = site.people();
        let (mori, tom, claire) = (site.program("mori"), site.program("tom"), site.program("claire"));
        let thread = open(&mori, "Objections", json!({}));
        pass(&mori, &thread, "debate");
        let s = statement(&mori, &thread, "Meals are shared");
        let object = |who: &crate::support::Visitor, lang: &str| {
            let sent = json!({ "value": "objection", "lang": lang, "community": lang, "reason": format!("Because, in {lang}.") });
            take(who, s, sent).value()["objection"].as_i64().unwrap()
        };
        let (toms, claires) = (object(&tom, "en"), object(&claire, "fr"));
        let act = |who: &crate::support::Visitor, objection: i64, act: &str, sent: Value| {
            who.json("POST", &format!("/api/v1/objections/{objection}/{act}"), &sent)
        };
        let words = json!({ "body": "We thought of that.", "lang": "en" });
        assert_eq!(act(&tom, toms, "maintain", json!({})).status, 403, "there is no answer yet");
        assert_eq!(act(&tom, toms, "answer", words.clone()).status, 403, "nobody answers themselves");
        assert_eq!(act(&claire, toms, "answer", words.clone()).value()["state"], "answered");
        assert_eq!(act(&claire, toms, "withdraw", json!({})).status, 403, "not hers");
        assert_eq!(act(&tom, toms, "maintain", json!({})).value()["state"], "maintained");
        let before = tally(&tom, &thread, s)["communities"]["en"]["objection"].clone();
        assert_eq!((before, tally(&tom, &thread, s)["unanswered"].clone()), (json!(1), json!(1)), "it vetoes nothing, and counts");
        // A reply that stands there is marked by its author or a moderator.
        let post = tom.get(&format!("/api/v1/threads/{}/objections", thread["id"])).value()["items"][1]["post"].as_i64().unwrap();
        let reply = tom.reply(&thread, Lang::En, "An answer, in passing.", Some(post));
        let elsewhere = tom.reply(&thread, Lang::En, "Something else.", None);
        assert_eq!(act(&tom, claires, "answer", json!({ "post": elsewhere["id"] })).status, 422);
        assert_eq!(act(&site.program("aiko"), claires, "answer", json!({ "post": reply["id"] })).status, 403);
        assert_eq!(act(&mori, claires, "answer", json!({ "post": reply["id"] })).value()["answer"], reply["id"]);
        assert_eq!(act(&claire, claires, "withdraw", json!({})).value()["state"], "withdrawn");
        let fr = &tally(&tom, &thread, s)["communities"]["fr"];
        assert_eq!((fr["objection"].clone(), fr["members"].clone()), (json!(0), json!(1)), "out of the count until she takes another");
        assert_eq!(act(&claire, claires, "maintain", json!({})).status, 403);
    }
}
