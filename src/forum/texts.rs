//! Slots: an original edited, a translation saved, reviewed, cleared; machine text (T3–T6).

use crate::{
    domain::{
        FieldError,
        account::Actor,
        block::{self, Keyed},
        lang::Lang,
        policy::{self, Denied, Visible},
        post::{Body, Change, EditDraft},
        text::{self, Hand, Quality, SlotAct, TextKind},
        thread,
    },
    error::{Error, Result},
    store::{
        self, Conn,
        moderation::Subject,
        posts::Post,
        texts::{NewRevision, Revision, Seen, Text},
    },
};
use chrono::NaiveDateTime;

/// A text that this person may find, with the post that it belongs to (none for a theme's).
///
/// # Errors
/// [`Error::NotFound`] also for what is hidden from them (T12).
pub fn find(conn: &mut Conn, id: i64, visible: Visible) -> Result<(Text, Option<Post>)> {
    let post = match store::posts::by_text(conn, id)? {
        Some((post, thread_hidden)) if visible.post(thread_hidden, post.state) => Some(post),
        Some(_) => return Err(Error::NotFound),
        None => None,
    };
    Ok((store::texts::find(conn, id)?, post))
}

/// A new text with its original.
///
/// # Errors
/// Database failures only: the parts were checked.
pub fn create(
    conn: &mut Conn,
    kind: TextKind,
    lang: Lang,
    title: &str,
    body: &Body,
    author: Option<i64>,
    now: NaiveDateTime,
) -> Result<i64> {
    let blocks = block::blocks(title, body.as_str());
    let keys: Vec<String> = blocks.into_iter().map(|b| b.hash).collect();
    let first =
        NewRevision { title, body: body.as_str(), keys: &keys.join(" "), based_on: None, change: None, author, engine: None, note: "" };
    store::texts::insert(conn, kind, lang, &first, now)
}

/// Edits an original (P5, T3). Returns the number of its newest revision; an edit that changes nothing makes none.
///
/// # Errors
/// Not this person's, hidden, somebody edited meanwhile, or a wording edit that changes number or kind of blocks.
pub fn edit_original(conn: &mut Conn, actor: &Actor, text: &Text, post: &Post, draft: &EditDraft, now: NaiveDateTime) -> Result<i32> {
    policy::edit(actor, post.author_id, post.state, &draft.reason)?;
    store::texts::lock(conn, text)?;
    let history = store::texts::history(conn, text.id, text.original)?;
    let last = history.first().ok_or(Error::NotFound)?;
    let title = draft.title.as_deref().unwrap_or(&last.title);
    if draft.revision == last.n && last.title == title && last.body == draft.body.as_str() {
        return Ok(last.n);
    }
    let new = block::blocks(title, draft.body.as_str());
    let history: Vec<Keyed> = history.iter().map(keyed).collect();
    let keys = block::keys(&new, &history, draft.change).map_err(|_| Error::field("change", "errors-wording-shape"))?;
    let new = NewRevision {
        title,
        body: draft.body.as_str(),
        keys: &keys.join(" "),
        based_on: None,
        change: Some(draft.change),
        author: Some(actor.id),
        engine: None,
        note: &draft.note,
    };
    let n = store::texts::revise(
        conn,
        text.id,
        text.original,
        Seen { revision: draft.revision, quality: Quality::Original },
        Quality::Original,
        &new,
        now,
    )?;
    if actor.id != post.author_id {
        store::moderation::log(conn, Some(actor.id), "edit", Subject::Post(post.id), &draft.reason, now)?;
    }
    Ok(n)
}

/// T3: a moderator corrects whether revision `n` of an original changed its meaning or only its wording.
///
/// # Errors
/// No moderator, no reason, no such edit, or a wording edit that changes number or kind of blocks.
pub fn correct_change(conn: &mut Conn, actor: &Actor, text: &Text, n: i32, change: Change, reason: &str, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, reason)?;
    store::texts::lock(conn, text)?;
    let mut history = store::texts::history(conn, text.id, text.original)?;
    history.reverse();
    let at = history.iter().position(|r| r.n == n && r.change.is_some()).ok_or(Error::NotFound)?;
    if history[at].change.as_deref() == Some(change.as_str()) {
        return Ok(());
    }
    // From the corrected edit on, every revision gets the keys that it would have got.
    let mut earlier: Vec<Keyed> = history[..at].iter().rev().map(keyed).collect();
    let mut rekeyed = Vec::new();
    for revision in &history[at..] {
        let said = revision.change.as_deref().and_then(Change::parse).unwrap_or(Change::Meaning);
        let change = if revision.n == n { change } else { said };
        let blocks = block::blocks(&revision.title, &revision.body);
        let keys = block::keys(&blocks, &earlier, change).map_err(|_| Error::field("change", "errors-wording-shape"))?;
        rekeyed.push((revision.n, keys.join(" ")));
        earlier.insert(0, Keyed { blocks, keys });
    }
    store::texts::rekey(conn, text, n, change, &rekeyed)?;
    store::moderation::log(conn, Some(actor.id), change.as_str(), Subject::Text(text.id), reason, now)
}

fn keyed(revision: &Revision) -> Keyed {
    Keyed { blocks: block::blocks(&revision.title, &revision.body), keys: revision.keys.split(' ').map(str::to_owned).collect() }
}

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
    let quality = text::transition(text.quality(lang), SlotAct::Save, hand(actor, text, lang, ""))?;
    write_slot(conn, text, lang, quality, draft, Author::Person(actor.id), now)
}

/// Machine text enters here and nowhere else (T5): into an empty slot, or over machine text.
///
/// # Errors
/// The slot holds a person's work, or as for [`save_slot`].
pub fn save_machine(conn: &mut Conn, text: &Text, lang: Lang, draft: &SlotDraft, engine: &str, now: NaiveDateTime) -> Result<i32> {
    if !text::machine_may_write(text.quality(lang)) {
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
    text::transition(text.quality(lang), SlotAct::Review, hand(actor, text, lang, reason))?;
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
    text::transition(text.quality(lang), SlotAct::Clear, hand(actor, text, lang, reason))?;
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
