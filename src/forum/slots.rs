//! Slots: a translation saved, reviewed, cleared; machine text (T5, T6).

use crate::{
    domain::{
        FieldError,
        account::Actor,
        lang::Lang,
        policy::Denied,
        post::Body,
        slot::{self, Hand, SlotAct},
        text::{Quality, TextKind},
        thread,
    },
    error::{Error, Result},
    store::{
        self, Conn,
        moderation::Subject,
        texts::{NewRevision, Seen, Text},
    },
};
use chrono::NaiveDateTime;

/// A translation as it is sent.
#[derive(Debug, Clone)]
pub struct SlotDraft {
    pub title: String,
    pub body: String,
    /// The source revision that the translator saw.
    pub based_on: i32,
    /// The slot revision that they started from; 0 for none.
    pub revision: i32,
}

/// Saves a translation (T5, T6). Returns its revision's number.
///
/// # Errors
/// A reviewed slot (proposals come later), a stale `revision` (conflict), an unknown `based_on`, fields.
pub fn save_slot(conn: &mut Conn, actor: &Actor, text: &Text, lang: Lang, draft: &SlotDraft, now: NaiveDateTime) -> Result<i32> {
    let quality = slot::transition(text.quality(lang), SlotAct::Save, hand(actor, text, lang, ""))?;
    write_slot(conn, text, lang, quality, draft, Author::Person(actor.id), now)
}

/// Machine text enters here and nowhere else (T5): into an empty slot, or over machine text.
///
/// # Errors
/// The slot holds a person's work, or as for [`save_slot`].
pub fn save_machine(conn: &mut Conn, text: &Text, lang: Lang, draft: &SlotDraft, engine: &str, now: NaiveDateTime) -> Result<i32> {
    if !slot::machine_may_write(text.quality(lang)) {
        return Err(Denied::ProposalsComeLater.into());
    }
    write_slot(conn, text, lang, Quality::Machine, draft, Author::Machine(engine), now)
}

enum Author<'a> {
    Person(i64),
    Machine(&'a str),
}

fn write_slot(
    conn: &mut Conn,
    text: &Text,
    lang: Lang,
    quality: Quality,
    draft: &SlotDraft,
    author: Author,
    now: NaiveDateTime,
) -> Result<i32> {
    let (title, body) = parts(text.kind, draft)?;
    store::texts::lock(conn, text)?;
    let source = store::texts::revision(conn, text.id, text.original, draft.based_on)?;
    let source = source.ok_or_else(|| Error::field("based_on", "errors-based-on-unknown"))?;
    let (author, engine) = match author {
        Author::Person(id) => (Some(id), None),
        Author::Machine(engine) => (None, Some(engine)),
    };
    let new = NewRevision {
        title: &title,
        body: body.as_str(),
        keys: &source.keys,
        based_on: Some(source.n),
        change: None,
        author,
        engine,
        note: "",
    };
    store::texts::revise(conn, text.id, lang, seen(text, lang, draft.revision), quality, &new, now)
}

/// Title and body of a translation, checked; a title only where the text has one.
fn parts(kind: TextKind, draft: &SlotDraft) -> Result<(String, Body)> {
    let title = if kind.has_title() { thread::title(&draft.title) } else { Ok(String::new()) };
    match (title, Body::parse(&draft.body)) {
        (Ok(title), Ok(body)) => Ok((title, body)),
        (title, body) => {
            let refused: Vec<FieldError> = [title.err(), body.err()].into_iter().flatten().collect();
            Err(Error::Invalid(refused))
        }
    }
}

/// Reviews what is stored; text that differs from it is refused and kept.
///
/// # Errors
/// No reviewer, own work without a reason, machine text, nothing to review, a stale `revision`.
pub fn review_slot(
    conn: &mut Conn,
    actor: &Actor,
    text: &Text,
    lang: Lang,
    draft: &SlotDraft,
    reason: &str,
    now: NaiveDateTime,
) -> Result<()> {
    slot::transition(text.quality(lang), SlotAct::Review, hand(actor, text, lang, reason))?;
    if let Some(stored) = store::texts::revision(conn, text.id, lang, draft.revision)? {
        let sent = |typed: &str, kept: &str| !typed.is_empty() && crate::domain::limits::many_lines(typed) != kept;
        if sent(&draft.body, &stored.body) || (text.kind.has_title() && sent(&draft.title, &stored.title)) {
            return Err(Error::field("body", "errors-review-changed"));
        }
    }
    store::texts::review(conn, text.id, lang, seen(text, lang, draft.revision), actor.id, now)?;
    store::moderation::log(conn, Some(actor.id), "review", Subject::Text(text.id), reason, now)
}

/// Empties a slot; its revisions stay.
///
/// # Errors
/// No moderator, no reason, nothing to clear, a stale `revision`.
pub fn clear_slot(conn: &mut Conn, actor: &Actor, text: &Text, lang: Lang, revision: i32, reason: &str, now: NaiveDateTime) -> Result<()> {
    slot::transition(text.quality(lang), SlotAct::Clear, hand(actor, text, lang, reason))?;
    store::texts::clear(conn, text.id, lang, seen(text, lang, revision))?;
    store::moderation::log(conn, Some(actor.id), "clear", Subject::Text(text.id), reason, now)
}

/// The revision that somebody started from, and the quality by which T5 judged their act.
fn seen(text: &Text, lang: Lang, revision: i32) -> Seen {
    Seen { revision, quality: text.quality(lang) }
}

fn hand(actor: &Actor, text: &Text, lang: Lang, reason: &str) -> Hand {
    let moderator = actor.role.is_moderator();
    let last_author = text.slot(lang).is_some_and(|s| s.author_id == Some(actor.id));
    Hand { reviewer: moderator, moderator, last_author, reason: !reason.is_empty() }
}
