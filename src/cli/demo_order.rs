//! What the demonstration gives moderators to do, by the same functions as the pages.

use crate::{
    domain::{
        account::{Actor, Email, Handle, Role},
        lang::Lang,
        moderation::{FlagKind, Why},
        post::{Body, ReplyDraft},
        slot::SlotAct,
    },
    error::{Error, Result},
    forum::{
        self,
        accounts::NewPerson,
        posts::PostAct,
        slots::{Slot, SlotDraft},
    },
    store::{self, Conn, moderation::Subject},
};
use chrono::{NaiveDateTime, TimeDelta};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Which thread of the forum.
    thread: i64,
    reporter: String,
    report: String,
    reported: Words,
    hidden: Words,
    /// What the author of the hidden post says to it.
    answer: String,
    newcomer: Newcomer,
    prepared: Vec<Prepared>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    author: String,
    lang: String,
    body: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Newcomer {
    handle: String,
    name: String,
    lang: String,
    body: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Prepared {
    lang: String,
    title: String,
    fr: String,
    en: Translated,
    ja: Translated,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Translated {
    title: String,
    body: String,
}

fn lang(word: &str) -> Result<Lang> {
    Ok(Lang::parse(word).ok_or_else(|| anyhow::anyhow!("demo.toml: {word} is no language"))?)
}

/// A first post that waits, a report, a hidden post with its author's answer, prepared answers in three languages.
///
/// # Errors
/// Words in the file that no rule lets through.
pub fn fill(
    conn: &mut Conn,
    order: &Order,
    moderator: &Actor,
    who: &impl Fn(&str) -> anyhow::Result<Actor>,
    hash: &str,
    now: NaiveDateTime,
) -> Result<()> {
    let at = |hours| now - TimeDelta::hours(hours);
    for prepared in &order.prepared {
        prepare(conn, prepared, moderator, at(30))?;
    }
    let mut say = |words: &Words, hours| -> Result<i64> {
        let draft = ReplyDraft { lang: lang(&words.lang)?, body: Body::parse(&words.body)?, parent: None, key: None };
        forum::posts::reply(conn, &who(&words.author)?, order.thread, &draft, false, at(hours))
    };
    let (reported, hidden) = (say(&order.reported, 9)?, say(&order.hidden, 8)?);
    let reporter = who(&order.reporter)?;
    forum::cases::flag(conn, &reporter, reported, FlagKind::Private, &order.report, Lang::En, at(7))?;
    let why = Why { reason: String::new(), canned: Some(1) };
    forum::posts::act(conn, moderator, hidden, PostAct::Hide, &why, at(6))?;
    let line = store::moderation::of(conn, Subject::Post(hidden))?.into_iter().next().ok_or(Error::NotFound)?;
    let author = who(&order.hidden.author)?;
    forum::cases::answer(conn, &author, line.id, &order.answer, lang(&order.hidden.lang)?, at(5))?;
    arrive(conn, &order.newcomer, order.thread, hash, at(3))
}

fn prepare(conn: &mut Conn, prepared: &Prepared, moderator: &Actor, now: NaiveDateTime) -> Result<()> {
    let id = forum::pages::add_answer(conn, moderator, lang(&prepared.lang)?, &prepared.title, &Body::parse(&prepared.fr)?, now)?;
    let answer = store::canned::find(conn, id)?.ok_or(Error::NotFound)?;
    for (lang, words) in [(Lang::En, &prepared.en), (Lang::Ja, &prepared.ja)] {
        let text = store::texts::find(conn, answer.text_id)?;
        let draft = SlotDraft::whole(&words.title, &words.body, text.source_revision(), 0);
        forum::workbench::act(conn, moderator, Slot { text: &text, post: None, lang }, SlotAct::Save, &draft, now)?;
    }
    Ok(())
}

/// Somebody new, whose first post waits.
fn arrive(conn: &mut Conn, newcomer: &Newcomer, thread: i64, hash: &str, now: NaiveDateTime) -> Result<()> {
    let lang = lang(&newcomer.lang)?;
    let handle = Handle::parse(&newcomer.handle)?;
    let new = NewPerson {
        email: Email::parse(&format!("{}@example.org", newcomer.handle))?,
        handle,
        display_name: newcomer.name.clone(),
        role: Role::Participant,
        lang,
        zone: chrono_tz::Asia::Tokyo,
        password_hash: Some(hash.to_owned()),
        confirmed: false,
    };
    let id = forum::accounts::create(conn, None, &new, now)?;
    let draft = ReplyDraft { lang, body: Body::parse(&newcomer.body)?, parent: None, key: None };
    forum::posts::reply(conn, &Actor::new(id, Role::Participant), thread, &draft, true, now).map(|_| ())
}
