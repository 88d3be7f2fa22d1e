//! Consensus threads, and people who take positions in them.

use super::{Site, Visitor, id};
use serde_json::{Value, json};
use trialogue::domain::{account::Role, lang::Lang};

/// A moderator's consensus thread, with what `more` says of it.
pub fn open(moderator: &Visitor, title: &str, more: Value) -> Value {
    let mut new =
        json!({ "title": title, "body": "What do we want together?", "lang": "en", "themes": ["governance"], "kind": "consensus" });
    new.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let made = moderator.json("POST", "/api/v1/threads", &new);
    assert_eq!(made.status, 201, "{}", made.body);
    made.value()
}

/// Moves a thread on.
pub fn pass(moderator: &Visitor, thread: &Value, stage: &str) {
    let sent = json!({ "stage": stage, "summary": format!("What came before {stage}."), "lang": "en" });
    let passed = moderator.json("POST", &format!("/api/v1/threads/{}/stage", thread["id"]), &sent);
    assert_eq!(passed.status, 200, "{}", passed.body);
}

/// A statement that takes positions, human in all three languages; its id.
pub fn statement(moderator: &Visitor, thread: &Value, body: &str) -> i64 {
    let made = moderator.json("POST", &format!("/api/v1/threads/{}/statements", thread["id"]), &json!({ "body": body, "lang": "en" }));
    assert_eq!(made.status, 201, "{}", made.body);
    let (statement, text) = (id(&made.value(), "id"), id(&made.value(), "text"));
    for (lang, words) in [(Lang::Fr, format!("{body} en français.")), (Lang::Ja, format!("{body}を日本語で。"))] {
        translate(moderator, text, lang, &words);
    }
    let accepted = moderator.json("POST", &format!("/api/v1/statements/{statement}/accept"), &json!({ "reason": "clear" }));
    assert_eq!(accepted.status, 200, "{}", accepted.body);
    statement
}

/// A translation, reviewed at once: moderators may, with a reason.
pub fn translate(moderator: &Visitor, text: i64, lang: Lang, words: &str) {
    let before = moderator.slot(text, lang);
    let sent = json!({ "body": words, "based_on": before["source_revision"], "revision": before["revision"] });
    let saved = moderator.act(text, lang, "save", sent);
    assert_eq!(saved.status, 200, "{}", saved.body);
    let reviewed = moderator.act(text, lang, "review", json!({ "revision": saved.value()["revision"], "reason": "nobody else here" }));
    assert_eq!(reviewed.status, 200, "{}", reviewed.body);
}

/// Takes a position; what came back.
pub fn take(person: &Visitor, statement: i64, sent: Value) -> super::Answer {
    person.json("PUT", &format!("/api/v1/statements/{statement}/position"), &sent)
}

/// So many people of each language, in their order.
pub fn assembly(site: &Site, sizes: [usize; 3]) -> Vec<(Lang, Visitor)> {
    let mut people = Vec::new();
    for (lang, size) in Lang::THREE.into_iter().zip(sizes) {
        for i in 1..=size {
            let handle = format!("{lang}{i}");
            site.person(&handle, Role::Participant, lang);
            people.push((lang, site.program(&handle)));
        }
    }
    people
}

/// Members of each community say it of a statement, from the first on: so many agree, abstain, object.
pub fn say(people: &[(Lang, Visitor)], statement: i64, counts: [(usize, usize, usize); 3]) {
    for (lang, (agree, abstain, object)) in Lang::THREE.into_iter().zip(counts) {
        let values = [("agree", agree), ("abstain", abstain), ("objection", object)];
        let all = values.iter().flat_map(|(value, n)| std::iter::repeat_n(*value, *n));
        for (value, (_, person)) in all.zip(people.iter().filter(|(l, _)| *l == lang)) {
            let reason = if value == "objection" { "It would harm what we share." } else { "" };
            let sent = json!({ "value": value, "reason": reason, "lang": lang.as_str(), "community": lang.as_str() });
            let taken = take(person, statement, sent);
            assert_eq!(taken.status, 200, "{}", taken.body);
        }
    }
}

/// The tally of a thread, by statement.
pub fn tally(visitor: &Visitor, thread: &Value, statement: i64) -> Value {
    let all = visitor.get(&format!("/api/v1/threads/{}/tally", thread["id"])).value();
    all["statements"].as_array().unwrap().iter().find(|s| s["id"] == statement).unwrap_or_else(|| panic!("{all}")).clone()
}

/// Answers whatever waits in a thread.
pub fn answer_all(person: &Visitor, thread: &Value) {
    let ledger = person.get(&format!("/api/v1/threads/{}/objections", thread["id"])).value();
    for objection in ledger["items"].as_array().unwrap().iter().filter(|o| o["waits"] == true) {
        let sent = json!({ "body": "We looked into it, and here is what we found.", "lang": "en" });
        let answered = person.json("POST", &format!("/api/v1/objections/{}/answer", objection["id"]), &sent);
        assert_eq!(answered.status, 200, "{}", answered.body);
    }
}
