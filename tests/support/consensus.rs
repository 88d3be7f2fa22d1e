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
    stated(moderator, thread, &json!({ "body": body, "lang": "en" }))
}

/// The same, with everything that is sent: where its words come from.
pub fn stated(moderator: &Visitor, thread: &Value, sent: &Value) -> i64 {
    let made = moderator.json("POST", &format!("/api/v1/threads/{}/statements", thread["id"]), sent);
    assert_eq!(made.status, 201, "{}", made.body);
    let body = sent["body"].as_str().unwrap();
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

/// Sends JSON that is taken; what came back.
pub fn send(who: &Visitor, method: &str, path: &str, body: &Value) -> Value {
    let sent = who.json(method, &format!("/api/v1/{path}"), body);
    assert!(sent.status < 300, "{method} {path}: {}", sent.body);
    sent.value()
}

/// A consensus thread with everything in it, and what its pages are found by.
pub struct Council {
    pub thread: Value,
    /// The thread that it points at, chooses words of and cites.
    pub story: Value,
    pub statements: Vec<i64>,
    pub objections: Vec<i64>,
    /// Counted about the first statement.
    pub room: i64,
    /// The text that sums up the first stage.
    pub summary: i64,
    /// The newest one.
    pub declaration: i64,
}

/// A consensus thread that has declared, with `many` of everything: experience, statements with positions, objections and their
/// answers, rooms; of declarations four at most. `people` are an assembly of 4, 4 and 5, or more.
pub fn council(site: &Site, people: &[(Lang, Visitor)], title: &str, many: usize) -> Council {
    let (mori, claire) = (site.program("mori"), site.program("claire"));
    let story = claire.thread(Lang::Fr, title, "Nous cuisinons ensemble depuis dix ans.");
    let thread = open(&mori, title, json!({}));
    let of_thread = |what: &str| format!("threads/{}/{what}", thread["id"]);
    for i in 0..many {
        let post = if i == 0 { id(&story, "post") } else { id(&claire.reply(&story, Lang::Fr, &format!("Encore {i}."), None), "id") };
        send(&mori, "POST", &of_thread("experiences"), &json!({ "post": post }));
    }
    pass(&mori, &thread, "debate");
    let mut statements = Vec::new();
    for i in 1..=many {
        let body = format!("Meals are shared {i}");
        let words = json!({ "body": body, "lang": "en", "from_post": story["post"], "from_words": "cuisinons ensemble" });
        let statement = stated(&mori, &thread, &words);
        say(people, statement, [(4, 0, 0), (4, 0, 0), (4, 0, 1)]);
        let counted = json!({ "place": format!("Room {i}"), "date": "2026-11-20", "lang": "fr", "agree": 31 });
        send(&mori, "POST", &format!("statements/{statement}/rooms"), &counted);
        statements.push(statement);
    }
    for other in &statements[1..] {
        send(&mori, "POST", &format!("statements/{}/same", statements[0]), &json!({ "other": other }));
    }
    answer_all(&mori, &thread);
    pass(&mori, &thread, "propose");
    // A text has twenty links at most (P6).
    let cited: Vec<String> = statements.iter().take(10).map(|s| format!("[so](/s/{s})")).collect();
    let body = format!("We agree: {}, as [one kitchen](/p/{}) tells.", cited.join(", "), story["post"]);
    let text = id(&send(&mori, "PUT", &of_thread("synthesis"), &json!({ "body": body, "lang": "en" })), "text");
    for lang in [Lang::Fr, Lang::Ja] {
        translate(&mori, text, lang, &format!("{body} ({lang})"));
    }
    let mut declared = Value::Null;
    for _ in 0..many.min(4) {
        let new = json!({ "outcome": "consensus", "supersedes": declared["id"] });
        declared = send(&mori, "POST", &of_thread("declarations"), &new);
    }
    let whole = mori.get(&format!("/api/v1/threads/{}/consensus", thread["id"])).value();
    let objections = whole["objections"].as_array().unwrap().iter().map(|o| id(o, "id")).collect();
    let room = whole["rooms"].as_array().unwrap().iter().find(|r| r["statement"] == statements[0]).unwrap();
    Council {
        objections,
        room: id(room, "id"),
        summary: id(&whole["stages"][0], "summary"),
        declaration: id(&declared, "id"),
        thread,
        story,
        statements,
    }
}

/// A consensus thread in each stage, and one of totals only.
pub struct Stages {
    /// Pages for `mori`.
    pub desk: Vec<String>,
    /// Pages for everybody.
    pub public: Vec<String>,
    pub gathering: i64,
    pub debate: i64,
    /// In the debate: a statement whose wording is to be checked, and an objection to it, of `ja1`.
    pub divided: i64,
    pub objection: i64,
    pub declared: Council,
}

/// Fills a forum with whatever the pages of consensus can show, and lists these pages.
pub fn in_each_stage(site: &Site) -> Stages {
    let (mori, people) = (site.program("mori"), assembly(site, [8, 8, 5]));
    let declared = council(site, &people, "What we stand behind", 4);
    // Its basis moves, a reason is taken away, and somebody objects once it is declared.
    let edited = json!({ "title": "Une cuisine", "body": "Nous ne cuisinons plus ensemble.", "change": "meaning", "revision": 1 });
    assert_eq!(site.program("claire").put_slot(id(&declared.story, "text"), Lang::Fr, edited).status, 200);
    let objection = json!({ "value": "objection", "lang": "fr", "reason": "Les repas ne se partagent plus." });
    assert_eq!(take(&people[0].1, declared.statements[0], objection).status, 200);
    let ledger = |thread: &Value| mori.get(&format!("/api/v1/threads/{}/objections", thread["id"])).value()["items"].clone();
    let hide = format!("/ja/p/{}/moderate", ledger(&declared.thread)[0]["post"]);
    assert_eq!(site.sign_in("mori").submit(&hide, &hide, &[("act", "hide"), ("reason", "private")]).status, 303);

    let gathering = open(&mori, "Gathering", json!({}));
    send(&mori, "POST", &format!("threads/{}/experiences", gathering["id"]), &json!({ "post": declared.story["post"] }));
    let debate = open(&mori, "How we buy meals", json!({}));
    pass(&mori, &debate, "debate");
    let divided = statement(&mori, &debate, "Time is never sold");
    say(&people, divided, [(8, 0, 0), (8, 0, 0), (0, 0, 5)]);
    assert_eq!(take(&site.program("aiko"), divided, json!({ "value": "unclear", "lang": "ja", "community": "ja" })).status, 200);
    for act in ["merge", "decline", ""] {
        let new = json!({ "body": format!("Nobody sells time {act}"), "lang": "en" });
        let made = send(&site.program("tom"), "POST", &format!("threads/{}/statements", debate["id"]), &new);
        if !act.is_empty() {
            send(&mori, "POST", &format!("statements/{}/{act}", made["id"]), &json!({ "reason": "says less", "into": divided }));
        }
    }
    let totals = open(&mori, "Totals", json!({ "names": "totals" }));
    pass(&mori, &totals, "debate");
    let counted = statement(&mori, &totals, "Meals are shared");
    say(&people, counted, [(6, 0, 1), (5, 0, 0), (2, 1, 0)]);
    let further = open(&mori, "Further on", json!({ "carries": declared.declaration }));
    let closed = open(&mori, "Closed", json!({}));
    ["debate", "propose", "closed"].iter().for_each(|stage| pass(&mori, &closed, stage));

    let (t, d, n) = (id(&declared.thread, "id"), id(&debate, "id"), declared.declaration);
    let (s, objection) = (declared.statements[0], id(&ledger(&debate)[0], "id"));
    let mut public: Vec<String> =
        [&gathering, &debate, &totals, &declared.thread, &further, &closed].map(|thread| format!("/t/{}/consensus", thread["id"])).into();
    public.extend(["/consensus", "/declarations"].map(str::to_owned));
    public.extend(["consensus/sheet", "synthesis", "agreed"].map(|page| format!("/t/{t}/{page}")));
    public.extend([
        format!("/t/{t}"),
        format!("/t/{d}/synthesis"),
        format!("/s/{s}/positions"),
        format!("/declarations/{n}"),
        format!("/declarations/{}", n - 1),
        format!("/summaries/{}", declared.summary),
    ]);
    let mut desk: Vec<String> = [&gathering, &debate, &declared.thread].map(|thread| format!("/t/{}/consensus", thread["id"])).into();
    desk.extend(["settle", "edit", "room"].map(|page| format!("/s/{divided}/{page}")));
    desk.extend([
        "/consensus".to_owned(),
        format!("/t/{d}/statements?from={}&words=cuisinons", declared.story["post"]),
        format!("/t/{d}/stage"),
        format!("/t/{d}/synthesis"),
        format!("/t/{t}/stage"),
        format!("/t/{t}/synthesis?write=yes"),
        format!("/s/{s}/room?strike={}", declared.room),
        format!("/objections/{objection}"),
        format!("/t/new?kind=consensus&carries={n}"),
        "/notifications".to_owned(),
    ]);
    Stages { desk, public, gathering: id(&gathering, "id"), debate: d, divided, objection, declared }
}
