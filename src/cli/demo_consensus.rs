//! A consensus thread in each stage, from `locales/data/demo_consensus.toml`, by the same functions as the pages.

use super::demo::{Person, word};
use crate::{
    domain::{
        account::Actor,
        consensus::{Names, Opening, Passage, Stage},
        declaration::Outcome,
        lang::Lang,
        position::Value,
        post::{Body, Change, EditDraft},
        slot::SlotAct,
        statement::{self, StatementDraft},
        thread::{self, ThreadDraft, ThreadKind},
    },
    error::Result,
    forum::{
        self,
        declarations::DeclarationDraft,
        objections::Answer,
        positions::PositionDraft,
        slots::{Slot as Place, SlotDraft},
        statements::{Settlement, StatementAct},
    },
    store::{self, Conn},
};
use chrono::{NaiveDateTime, TimeDelta};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assembly {
    pub(super) person: Vec<Person>,
    pub(super) thread: Vec<Thread>,
}

impl Assembly {
    /// # Errors
    /// A broken file.
    pub fn read() -> anyhow::Result<Self> {
        Ok(toml::from_str(include_str!("../../locales/data/demo_consensus.toml"))?)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thread {
    author: String,
    lang: String,
    stage: String,
    names: String,
    themes: Vec<String>,
    days_ago: i64,
    ends_in_days: Option<i64>,
    title: String,
    body: String,
    slots: BTreeMap<String, Titled>,
    /// Threads of the other file, from 1, whose openings are pointed at.
    #[serde(default)]
    experiences: Vec<usize>,
    #[serde(default)]
    summaries: BTreeMap<String, Words>,
    #[serde(default)]
    statement: Vec<Statement>,
    synthesis: Option<Words>,
    declare: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Titled {
    title: String,
    body: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    lang: String,
    body: String,
    #[serde(default)]
    slots: BTreeMap<String, String>,
    /// Translated, and not read over yet.
    #[serde(default)]
    unreviewed: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Statement {
    by: String,
    lang: String,
    body: String,
    #[serde(default)]
    slots: BTreeMap<String, String>,
    #[serde(default)]
    positions: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    reasons: BTreeMap<String, String>,
    #[serde(default)]
    answers: Vec<Answered>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answered {
    to: String,
    by: String,
    lang: String,
    body: String,
    /// What the objection's author makes of it.
    #[serde(default)]
    settle: String,
}

/// Who does it, and when.
struct Hands<'a> {
    who: &'a dyn Fn(&str) -> anyhow::Result<Actor>,
    moderator: Actor,
    at: NaiveDateTime,
}

/// Opens them, with everything in them.
///
/// # Errors
/// A file that names what there is not.
pub fn fill(
    conn: &mut Conn,
    assembly: &Assembly,
    openings: &[i64],
    who: &impl Fn(&str) -> anyhow::Result<Actor>,
    now: NaiveDateTime,
) -> Result<()> {
    for entry in &assembly.thread {
        let hands = Hands { who, moderator: who("ines")?, at: now - TimeDelta::days(entry.days_ago) };
        let thread = open(conn, entry, &hands)?;
        for n in &entry.experiences {
            if let Some(post) = n.checked_sub(1).and_then(|i| openings.get(i)) {
                forum::consensus::point(conn, &hands.moderator, thread, *post, hands.at)?;
            }
        }
        let stage = word(Stage::parse(&entry.stage), &entry.stage)?;
        // The stages share the time since the opening.
        let part = TimeDelta::days(entry.days_ago / 4);
        let mut ids = Vec::new();
        for (i, to) in (1i32..).zip(Stage::ALL.iter().skip(1).take_while(|s| **s <= stage)) {
            let hands = Hands { at: hands.at + part * i, ..hands };
            if *to == Stage::Closed {
                conclude(conn, entry, thread, &ids, &Hands { at: hands.at - TimeDelta::days(2), ..hands })?;
            }
            let ends = (*to == stage).then_some(entry.ends_in_days).flatten().map(|days| now + TimeDelta::days(days));
            pass(conn, entry, thread, *to, ends, &hands)?;
            if *to == Stage::Debate {
                for statement in &entry.statement {
                    ids.push(propose(conn, thread, statement, &Hands { at: hands.at + TimeDelta::days(1), ..hands })?);
                }
            }
        }
        if stage == Stage::Propose {
            conclude(conn, entry, thread, &ids, &Hands { at: now - TimeDelta::days(4), ..hands })?;
        }
        if stage == Stage::Illustrate {
            let ends_at = entry.ends_in_days.map(|d| now + TimeDelta::days(d));
            forum::consensus::plan(conn, &hands.moderator, thread, None, ends_at, hands.at)?;
        }
    }
    Ok(())
}

fn open(conn: &mut Conn, entry: &Thread, hands: &Hands) -> Result<i64> {
    let draft = ThreadDraft {
        kind: ThreadKind::Consensus,
        lang: word(Lang::parse(&entry.lang), &entry.lang)?,
        title: thread::title(&entry.title)?,
        body: Body::parse(&entry.body)?,
        themes: entry.themes.clone(),
        key: None,
        consensus: Opening { names: word(Names::parse(&entry.names), &entry.names)?, ..Opening::default() },
    };
    let id = forum::threads::open(conn, &(hands.who)(&entry.author)?, &draft, false, hands.at)?;
    let text = store::posts::opening(conn, id)?.text_id;
    for (lang, slot) in &entry.slots {
        translate(conn, text, lang, &slot.title, &slot.body, true, hands)?;
    }
    Ok(id)
}

/// A translation by whoever speaks the language, read over by a moderator.
fn translate(conn: &mut Conn, text: i64, lang: &str, title: &str, body: &str, reviewed: bool, hands: &Hands) -> Result<()> {
    let lang = word(Lang::parse(lang), lang)?;
    let translator = (hands.who)(match lang {
        Lang::Fr => "maelle",
        Lang::En => "eilidh",
        Lang::Ja => "sumie",
    })?;
    let found = store::texts::find(conn, text)?;
    let post = store::posts::by_text(conn, text)?.map(|(post, _)| post);
    let draft = SlotDraft::whole(title, body, found.source_revision(), 0);
    let place = |text| Place { text, post: post.as_ref(), lang };
    forum::workbench::act(conn, &translator, place(&found), SlotAct::Save, &draft, hands.at + TimeDelta::hours(3))?;
    if reviewed {
        let found = store::texts::find(conn, text)?;
        let judged = SlotDraft { revision: 1, ..SlotDraft::default() };
        forum::workbench::act(conn, &(hands.who)("taku")?, place(&found), SlotAct::Review, &judged, hands.at + TimeDelta::hours(5))?;
    }
    Ok(())
}

fn pass(conn: &mut Conn, entry: &Thread, thread: i64, to: Stage, ends_at: Option<NaiveDateTime>, hands: &Hands) -> Result<()> {
    let from = to.previous().unwrap_or(to);
    let summary = entry.summaries.get(from.as_str()).ok_or_else(|| anyhow::anyhow!("demo: no summary of {from}"))?;
    let lang = word(Lang::parse(&summary.lang), &summary.lang)?;
    let passage = Passage { to, summary: Some(Body::parse(&summary.body)?), lang, reason: String::new(), ends_at, thresholds: None };
    forum::consensus::pass(conn, &hands.moderator, thread, Some(from), &passage, hands.at)?;
    let stays = store::consensus::stays(conn, &[thread])?.remove(&thread).unwrap_or_default();
    if let Some(text) = stays.iter().find(|s| s.stage == from).and_then(|s| s.summary_id) {
        for (lang, body) in &summary.slots {
            translate(conn, text, lang, "", body, true, hands)?;
        }
    }
    Ok(())
}

/// A statement in its languages, what people say of it, and the answers to their objections. Returns its id.
fn propose(conn: &mut Conn, thread: i64, entry: &Statement, hands: &Hands) -> Result<i64> {
    let draft =
        StatementDraft { body: statement::body(&entry.body)?, lang: word(Lang::parse(&entry.lang), &entry.lang)?, from: None, key: None };
    let id = forum::statements::propose(conn, &(hands.who)(&entry.by)?, thread, &draft, hands.at)?;
    let found = store::statements::find(conn, id)?;
    for (lang, body) in &entry.slots {
        translate(conn, found.text_id, lang, "", body, true, hands)?;
    }
    let reason = "Une seule idée, dite clairement.".to_owned();
    let accepted = Settlement { act: StatementAct::Accept, into: None, reason, seen: None };
    forum::statements::settle(conn, &hands.moderator, id, &accepted, hands.at)?;
    let at = hands.at + TimeDelta::days(1);
    for (value, people) in &entry.positions {
        let value = word(Value::parse(value), value)?;
        for handle in people {
            let person = (hands.who)(handle)?;
            let own = store::accounts::find(conn, person.id)?.preferences().writes;
            let text = store::texts::find(conn, found.text_id)?;
            let lang = if text.slot(own).is_some() { own } else { text.original };
            let reason = entry.reasons.get(handle).filter(|_| value.needs_reason()).map(|r| Body::parse(r)).transpose()?;
            let draft = PositionDraft { value, reason, reason_lang: own, lang, revision: None, community: Some(own) };
            forum::positions::take(conn, &person, id, &draft, false, at)?;
        }
    }
    for answer in &entry.answers {
        let objector = (hands.who)(&answer.to)?;
        let objection =
            store::objections::standing(conn, id, objector.id)?.ok_or_else(|| anyhow::anyhow!("demo: {} objects not", answer.to))?;
        let words = Answer::Words { lang: word(Lang::parse(&answer.lang), &answer.lang)?, body: Body::parse(&answer.body)?, key: None };
        forum::objections::answer(conn, &(hands.who)(&answer.by)?, objection.id, &words, false, at + TimeDelta::days(2))?;
        match answer.settle.as_str() {
            "maintain" => forum::objections::maintain(conn, &objector, objection.id, at + TimeDelta::days(3))?,
            "withdraw" => forum::objections::withdraw(conn, &objector, objection.id, at + TimeDelta::days(3))?,
            _ => {}
        }
    }
    Ok(id)
}

/// The synthesis, and what is declared.
fn conclude(conn: &mut Conn, entry: &Thread, thread: i64, statements: &[i64], hands: &Hands) -> Result<()> {
    let Some(synthesis) = &entry.synthesis else { return Ok(()) };
    let linked =
        |body: &str| (1..).zip(statements).fold(body.to_owned(), |body, (n, id)| body.replace(&format!("{{s{n}}}"), &format!("/s/{id}")));
    let lang = word(Lang::parse(&synthesis.lang), &synthesis.lang)?;
    let draft = EditDraft {
        title: None,
        body: Body::parse(&linked(&synthesis.body))?,
        change: Change::Meaning,
        note: String::new(),
        revision: 0,
        reason: String::new(),
    };
    let text = forum::syntheses::write(conn, &hands.moderator, thread, lang, &draft, hands.at)?;
    for (lang, body) in &synthesis.slots {
        translate(conn, text, lang, "", &linked(body), true, hands)?;
    }
    for (lang, body) in &synthesis.unreviewed {
        translate(conn, text, lang, "", &linked(body), false, hands)?;
    }
    if let Some(outcome) = &entry.declare {
        let outcome = word(Outcome::parse(outcome), outcome)?;
        let draft = DeclarationDraft { outcome, reason: String::new(), supersedes: None, review_on: None };
        forum::declarations::declare(conn, &hands.moderator, thread, &draft, "", hands.at + TimeDelta::days(1))?;
    }
    Ok(())
}
