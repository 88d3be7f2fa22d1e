//! `trialogue demo`: people, threads and translations from `locales/data/demo.toml`, by the same functions as the pages.

use super::{app, demo_consensus::Assembly, said};
use crate::{
    config::Config,
    domain::{
        account::{Actor, Email, Handle, Preferences, Role},
        consensus::Opening,
        lang::Lang,
        moderation::Why,
        post::{Body, Change, EditDraft, ReplyDraft},
        slot::SlotAct,
        text::Quality,
        thread::{self, ThreadDraft, ThreadKind, ThreadState},
    },
    error::Result,
    forum::{
        self,
        accounts::{NewPerson, Settings},
        contests::ContestDraft,
        requests::Asker,
        slots::{Slot as Place, SlotDraft},
        threads::ThreadAct,
    },
    store::{self, Conn},
};
use chrono::{NaiveDateTime, TimeDelta};
use clap::Args;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

#[derive(Args)]
pub struct Options {
    /// Throw away everything that the database holds, and begin anew.
    #[arg(long)]
    reset: bool,
}

/// The password of everybody in the demonstration; said when it is made.
const PASSWORD: &str = "trois langues";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Demo {
    /// Why the moderator locks and pins.
    reasons: Reasons,
    person: Vec<Person>,
    thread: Vec<Thread>,
    work: Vec<Work>,
    talk: super::demo_talk::Talk,
    order: super::demo_order::Order,
}

/// What somebody does to a translation once everything is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Work {
    /// Which thread of the file, from 1.
    thread: usize,
    /// Which of its replies, from 1; 0 is the opening.
    #[serde(default)]
    post: usize,
    lang: String,
    by: String,
    /// An act on a slot, `contest` or `request`.
    act: String,
    #[serde(default)]
    title: Option<String>,
    /// Words of the translation: contested, or replaced by `to`.
    #[serde(default)]
    from: String,
    /// The new words; the whole text where nothing is replaced.
    #[serde(default)]
    to: String,
    #[serde(default)]
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reasons {
    lock: String,
    pin: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub(super) handle: String,
    pub(super) name: String,
    organisation: String,
    territory: String,
    lang: String,
    reads: Vec<String>,
    pub(super) role: String,
    /// Languages that they may review.
    #[serde(default)]
    reviews: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Thread {
    author: String,
    lang: String,
    kind: String,
    themes: Vec<String>,
    state: String,
    pinned: bool,
    hours_ago: i64,
    title: String,
    body: String,
    #[serde(default)]
    slots: BTreeMap<String, Slot>,
    edit: Option<Edit>,
    #[serde(default)]
    posts: Vec<Reply>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reply {
    author: String,
    lang: String,
    parent: usize,
    hours_ago: i64,
    body: String,
    #[serde(default)]
    slots: BTreeMap<String, Slot>,
    edit: Option<Edit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot {
    quality: String,
    translator: Option<String>,
    reviewer: Option<String>,
    engine: Option<String>,
    #[serde(default)]
    title: String,
    body: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    #[serde(default)]
    note: String,
    title: Option<String>,
    body: String,
}

pub fn run(config: Config, options: &Options) -> anyhow::Result<()> {
    let demo: Demo = toml::from_str(include_str!("../../locales/data/demo.toml"))?;
    let assembly = Assembly::read()?;
    if options.reset {
        store::migrate::wipe(&store::Db::open(&config.database.url)?)?;
    }
    let app = app(&config)?;
    let empty = app.db.read_now(store::accounts::none).map_err(said)?;
    anyhow::ensure!(empty, "the database has users; `trialogue demo --reset` throws everything away first");
    let hash = forum::accounts::hash_password(PASSWORD).map_err(said)?;
    let now = app.clock.now();
    app.db.write_now(|conn| fill(conn, &demo, &assembly, &hash, now)).map_err(said)?;
    let (people, threads) = (demo.person.len() + assembly.person.len(), demo.thread.len() + assembly.thread.len());
    println!("{people} people and {threads} threads. Everybody’s password is: {PASSWORD}");
    for person in demo.person.iter().chain(&assembly.person) {
        println!("{}\t{}\t{}", person.handle, person.role, person.name);
    }
    Ok(())
}

fn fill(conn: &mut Conn, demo: &Demo, assembly: &Assembly, hash: &str, now: NaiveDateTime) -> Result<()> {
    let mut people = HashMap::new();
    for (i, person) in demo.person.iter().chain(&assembly.person).enumerate() {
        people.insert(person.handle.as_str(), add(conn, person, i, hash, now)?);
    }
    let who = |handle: &str| people.get(handle).copied().ok_or_else(|| anyhow::anyhow!("demo.toml: nobody is called {handle}"));
    let moderator =
        people.values().copied().find(|a| a.role == Role::Moderator).ok_or_else(|| anyhow::anyhow!("demo.toml: no moderator"))?;
    let mut threads = Vec::new();
    for entry in &demo.thread {
        let (id, posts) = open(conn, entry, &who, now)?;
        threads.push((id, posts));
        if ThreadState::parse(&entry.state) == Some(ThreadState::Locked) {
            forum::threads::moderate(conn, &moderator, id, ThreadAct::Lock, &Why::words(&demo.reasons.lock), now)?;
        }
        if entry.pinned {
            forum::threads::moderate(conn, &moderator, id, ThreadAct::Pin, &Why::words(&demo.reasons.pin), now)?;
        }
    }
    for work in &demo.work {
        let post = work.thread.checked_sub(1).and_then(|t| threads.get(t)?.1.get(work.post));
        let post = post.ok_or_else(|| anyhow::anyhow!("demo.toml: thread {} has no post {}", work.thread, work.post))?;
        let person = store::accounts::find(conn, who(&work.by)?.id)?;
        do_work(conn, work, *post, &person, now - TimeDelta::hours(20))?;
    }
    let talk =
        demo.talk.thread.checked_sub(1).and_then(|t| threads.get(t)).ok_or_else(|| anyhow::anyhow!("demo.toml: talk in no thread"))?;
    super::demo_talk::fill(conn, &demo.talk, (talk.0, &talk.1), &who, now)?;
    let openings: Vec<i64> = threads.iter().filter_map(|(_, posts)| posts.first().copied()).collect();
    super::demo_consensus::fill(conn, assembly, &openings, &who, now)?;
    super::demo_order::fill(conn, &demo.order, &moderator, &who, hash, now)
}

/// By the same functions as pages and JSON.
fn do_work(conn: &mut Conn, work: &Work, post: i64, person: &store::accounts::Account, now: NaiveDateTime) -> Result<()> {
    let lang = word(Lang::parse(&work.lang), &work.lang)?;
    let actor = person.actor();
    let post = store::posts::find(conn, post)?;
    let text = store::texts::find(conn, post.text_id)?;
    let revision = text.slot(lang).map_or(0, |s| s.revision);
    match work.act.as_str() {
        "contest" => {
            let draft = ContestDraft { revision, passage: work.from.clone(), reason: work.reason.clone() };
            let reads = person.preferences().reads.into_iter().collect();
            forum::contests::contest(conn, &actor, reads, (&text, Some(&post), lang), &draft, now)?;
        }
        "request" => forum::requests::ask(conn, &Asker::Member(actor), &text, lang, now)?,
        act => {
            let stored = store::texts::revision(conn, text.id, lang, revision)?;
            let (title, body) = stored.map(|s| (s.title, s.body)).unwrap_or_default();
            let body = if work.from.is_empty() { work.to.clone() } else { body.replacen(&work.from, &work.to, 1) };
            let act = word(SlotAct::parse(act), act)?;
            let draft = SlotDraft {
                reason: work.reason.clone(),
                ..SlotDraft::whole(work.title.as_ref().unwrap_or(&title), &body, text.source_revision(), revision)
            };
            forum::workbench::act(conn, &actor, Place { text: &text, post: Some(&post), lang }, act, &draft, now)?;
        }
    }
    Ok(())
}

fn add(conn: &mut Conn, person: &Person, index: usize, hash: &str, now: NaiveDateTime) -> Result<Actor> {
    let lang = word(Lang::parse(&person.lang), &person.lang)?;
    let role = word(Role::parse(&person.role), &person.role)?;
    let zone = match lang {
        Lang::Fr => chrono_tz::Europe::Paris,
        Lang::En => chrono_tz::Europe::London,
        Lang::Ja => chrono_tz::Asia::Tokyo,
    };
    let new = NewPerson {
        handle: Handle::parse(&person.handle)?,
        email: Email::parse(&format!("person{}@example.org", index + 1))?,
        display_name: person.name.clone(),
        role,
        lang,
        zone,
        password_hash: Some(hash.to_owned()),
        confirmed: true,
    };
    let id = forum::accounts::create(conn, None, &new, now)?;
    let reads = person.reads.iter().filter_map(|l| Lang::parse(l)).collect();
    let settings = Settings {
        preferences: Preferences { page: Some(lang), reads, writes: lang, zone, machine: true },
        display_name: person.name.clone(),
        organisation: person.organisation.clone(),
        territory: person.territory.clone(),
    };
    forum::accounts::save_settings(conn, id, &settings)?;
    let reviews = person.reviews.iter().filter_map(|l| Lang::parse(l)).collect();
    let account = store::accounts::find(conn, id)?;
    forum::accounts::set_reviews(conn, None, &account, reviews, "", now)?;
    Ok(Actor { reviews, ..Actor::new(id, role) })
}

/// Opens a thread; returns its id and those of its posts, the opening first.
fn open(conn: &mut Conn, entry: &Thread, who: &impl Fn(&str) -> anyhow::Result<Actor>, now: NaiveDateTime) -> Result<(i64, Vec<i64>)> {
    let at = |hours_ago: i64| now - TimeDelta::hours(hours_ago);
    let author = who(&entry.author)?;
    let draft = ThreadDraft {
        kind: word(ThreadKind::parse(&entry.kind), &entry.kind)?,
        lang: word(Lang::parse(&entry.lang), &entry.lang)?,
        title: thread::title(&entry.title)?,
        body: Body::parse(&entry.body)?,
        themes: entry.themes.clone(),
        key: None,
        consensus: Opening::default(),
    };
    let id = forum::threads::open(conn, &author, &draft, false, at(entry.hours_ago))?;
    let opening = store::posts::opening(conn, id)?;
    translate(conn, opening.id, &entry.slots, entry.edit.as_ref(), who, at(entry.hours_ago), at(entry.hours_ago / 2))?;
    let mut posts = Vec::new();
    for reply in &entry.posts {
        let author = who(&reply.author)?;
        let parent = reply.parent.checked_sub(1).and_then(|i| posts.get(i)).copied();
        let draft = ReplyDraft { lang: word(Lang::parse(&reply.lang), &reply.lang)?, body: Body::parse(&reply.body)?, parent, key: None };
        let post = forum::posts::reply(conn, &author, id, &draft, false, at(reply.hours_ago))?;
        translate(conn, post, &reply.slots, reply.edit.as_ref(), who, at(reply.hours_ago), at(reply.hours_ago / 2))?;
        posts.push(post);
    }
    posts.insert(0, opening.id);
    Ok((id, posts))
}

/// Fills the slots of a post, then edits its original.
fn translate(
    conn: &mut Conn,
    post: i64,
    slots: &BTreeMap<String, Slot>,
    edit: Option<&Edit>,
    who: &impl Fn(&str) -> anyhow::Result<Actor>,
    written: NaiveDateTime,
    edited: NaiveDateTime,
) -> Result<()> {
    let post = store::posts::find(conn, post)?;
    for (lang, slot) in slots {
        let lang = word(Lang::parse(lang), lang)?;
        let text = store::texts::find(conn, post.text_id)?;
        let draft = SlotDraft::whole(&slot.title, &slot.body, text.source_revision(), 0);
        let at = written + TimeDelta::hours(3);
        if word(Quality::parse(&slot.quality), &slot.quality)? == Quality::Machine {
            forum::slots::save_machine(conn, &text, lang, &draft, slot.engine.as_deref().unwrap_or("LibreTranslate"), at)?;
            continue;
        }
        let translator = who(slot.translator.as_deref().unwrap_or_default())?;
        let on = |text| Place { text, post: Some(&post), lang };
        forum::workbench::act(conn, &translator, on(&text), SlotAct::Save, &draft, at)?;
        if let Some(reviewer) = &slot.reviewer {
            let text = store::texts::find(conn, post.text_id)?;
            let judged = SlotDraft { revision: 1, ..SlotDraft::default() };
            forum::workbench::act(conn, &who(reviewer)?, on(&text), SlotAct::Review, &judged, at + TimeDelta::hours(2))?;
        }
    }
    if let Some(edit) = edit {
        let text = store::texts::find(conn, post.text_id)?;
        let draft = EditDraft {
            title: edit.title.clone(),
            body: Body::parse(&edit.body)?,
            change: Change::Meaning,
            note: edit.note.clone(),
            revision: text.source_revision(),
            reason: String::new(),
        };
        let author = Actor::new(post.author_id, Role::Participant);
        forum::texts::edit_original(conn, &author, &text, &post, &draft, false, edited)?;
    }
    Ok(())
}

pub(super) fn word<T>(parsed: Option<T>, word: &str) -> anyhow::Result<T> {
    parsed.ok_or_else(|| anyhow::anyhow!("demo.toml: {word:?} is no such thing"))
}
