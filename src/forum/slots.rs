//! Slots: a translation saved or confirmed (T4–T6); machine text; and what every act on a slot is made of.

use super::{
    claims::{self, Typed},
    notices,
};
use crate::{
    domain::{
        FieldError,
        account::Actor,
        answer::Answered,
        block,
        lang::Lang,
        limits,
        policy::{self, Denied},
        post::Body,
        segment,
        slot::{self, Hand, NoticeKind, Outcome, SlotAct, Step},
        text::{Quality, TextKind},
        thread,
    },
    error::{Error, Result},
    store::{
        self, Conn,
        notices::News,
        posts::Post,
        slots::{Becomes, Ending, Kind, NewAct, Seen},
        texts::{NewRevision, Revision, Text},
    },
};
use chrono::NaiveDateTime;

/// A slot to be worked on: a text, the post that it belongs to (none for a theme's), and the language.
#[derive(Clone, Copy)]
pub struct Slot<'a> {
    pub text: &'a Text,
    pub post: Option<&'a Post>,
    pub lang: Lang,
}

/// What somebody sends with an act.
#[derive(Debug, Clone, Default)]
pub struct SlotDraft {
    pub title: String,
    /// The body, in one piece or block by block.
    pub parts: Vec<String>,
    /// The parts stand beside the blocks of the source: outdated ones that were left as they were stay outdated.
    pub by_block: bool,
    /// The source revision that the translator saw.
    pub based_on: i32,
    /// The slot revision that they started from; 0 for none.
    pub revision: i32,
    /// Source blocks that are still valid; with [`SlotAct::Valid`], none means the whole text.
    pub blocks: Vec<usize>,
    pub reason: String,
    /// The number of the proposal that is judged.
    pub proposal: Option<i32>,
    /// Was asked whether they mean it, and does.
    pub sure: bool,
}

impl SlotDraft {
    /// A whole translation in one piece.
    pub fn whole(title: &str, body: &str, based_on: i32, revision: i32) -> Self {
        Self { title: title.to_owned(), parts: vec![body.to_owned()], based_on, revision, sure: true, ..Self::default() }
    }

    /// What is kept of it as a draft.
    pub fn typed(&self) -> Typed<'_> {
        Typed { title: &self.title, parts: &self.parts, based_on: self.based_on, revision: self.revision }
    }

    /// The body in one piece.
    pub fn body(&self) -> String {
        segment::join(&self.parts)
    }
}

/// What an act did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Readers get this revision.
    Saved(i32),
    /// It waits for a reviewer, beside the reviewed revision.
    Proposed(i32),
    /// No revision was made.
    Kept,
}

/// Saves a translation; on a reviewed slot, by somebody without reviewer rights, a proposal.
pub(super) fn save(conn: &mut Conn, actor: &Actor, slot: Slot, draft: &SlotDraft, now: NaiveDateTime) -> Result<Done> {
    let step = slot::transition(slot.text.quality(slot.lang), SlotAct::Save, hand(actor, slot, draft))?;
    let (title, body) = parts(slot.text.kind, draft)?;
    store::texts::lock(conn, slot.text)?;
    let source = source(conn, slot.text, draft.based_on)?;
    let standing = store::texts::revision(conn, slot.text.id, slot.lang, draft.revision)?;
    let answered = answered(slot, draft, &source, standing.as_ref(), &title);
    // Saved unchanged, and answering the very same blocks: nothing new. (Of machine text it is: a person has read it.)
    let current = slot.text.slot(slot.lang).filter(|now| now.revision == draft.revision && now.quality != Quality::Machine);
    if let (Some(same), Some(now)) = (standing, current)
        && same.title == title
        && same.body == body.as_str()
        && now.answered() == answered
    {
        store::claims::drop_draft(conn, actor.id, slot.text.id, slot.lang)?;
        return Ok(Done::Saved(same.n));
    }
    if !draft.sure {
        ask(conn, actor, slot, draft, (&title, &body), &source, now)?;
    }
    let by = By { author: Some(actor.id), engine: None, translator: None, reviewer: None };
    let new = Written { words: (&title, body.as_str()), source: &source, answered: &answered, by };
    match write(conn, slot, step, draft.revision, &new, now) {
        // Sent twice: what stands there is what this person just saved.
        Err(Error::Conflict(s)) if s.author == Some(actor.id) && s.title == title && s.body == body.as_str() => Ok(Done::Saved(s.revision)),
        done => {
            let done = done?;
            saved(conn, actor, slot, done, now)?;
            Ok(done)
        }
    }
}

/// Which source blocks a save answers: all of them; but written block by block, outdated ones that were neither
/// changed nor ticked stay as they were.
fn answered(slot: Slot, draft: &SlotDraft, source: &Revision, standing: Option<&Revision>, title: &str) -> Answered {
    let all = Answered::all(source.n, &source.keys);
    let (Some(current), Some(standing)) = (slot.text.slot(slot.lang).filter(|_| draft.by_block), standing) else { return all };
    let old = current.answered();
    let stored = segment::segments(&standing.body);
    if stored.len() != draft.parts.len() || current.quality == Quality::Machine {
        return all;
    }
    let titled = usize::from(slot.text.kind.has_title());
    let changed = |i: usize| match i.checked_sub(titled) {
        None => title != standing.title,
        Some(i) => stored.get(i).zip(draft.parts.get(i)).is_none_or(|(was, is)| segment::trimmed(&limits::many_lines(is)) != was),
    };
    let outdated = block::freshness(&source.keys, &old.keys()).outdated;
    let (mended, left): (Vec<usize>, Vec<usize>) = outdated.into_iter().partition(|i| changed(*i) || draft.blocks.contains(i));
    let untouched = (0..stored.len() + titled).all(|i| !changed(i));
    match (left.is_empty(), untouched && mended.is_empty()) {
        (_, true) => old,
        (true, false) => all,
        (false, false) => old.confirm(source.n, &source.keys, &mended),
    }
}

/// Asked, not refused: each of these can be meant.
fn ask(
    conn: &mut Conn,
    actor: &Actor,
    slot: Slot,
    draft: &SlotDraft,
    (title, body): (&str, &Body),
    source: &Revision,
    now: NaiveDateTime,
) -> Result<()> {
    let mut asked = Vec::new();
    if source.body == body.as_str() {
        asked.push(FieldError::new("sure", "errors-ask-identical"));
    } else if slot.text.kind.has_title() && source.title == title && source.title.chars().count() > 12 {
        asked.push(FieldError::new("sure", "errors-ask-identical-title"));
    }
    let gaps = draft.parts.iter().filter(|p| p.trim().is_empty()).count();
    if draft.by_block && gaps > 0 {
        asked.push(FieldError::over("sure", "errors-ask-gaps", 0, gaps));
    }
    if !actor.role.is_moderator() && claims::is_anothers(conn, actor, slot.text.id, slot.lang, now)? {
        asked.push(FieldError::new("sure", "errors-ask-claimed"));
    }
    if asked.is_empty() { Ok(()) } else { Err(Error::Invalid(asked)) }
}

/// Everything that a published save brings with it.
fn saved(conn: &mut Conn, actor: &Actor, slot: Slot, done: Done, now: NaiveDateTime) -> Result<()> {
    let (text, lang) = (slot.text, slot.lang);
    store::claims::drop_draft(conn, actor.id, text.id, lang)?;
    claims::renew(conn, actor, text, lang, now)?;
    if let Done::Saved(_) = done {
        end(conn, slot, Kind::Return, Outcome::Answered, actor, now)?;
        end(conn, slot, Kind::Clear, Outcome::Superseded, actor, now)?;
        let mut told: Vec<Option<i64>> = store::requests::serve(conn, text.id, lang, now)?.into_iter().map(Some).collect();
        told.push(slot.post.map(|p| p.author_id));
        notices::tell(conn, &told, news(NoticeKind::Translated, slot, actor), now)?;
    }
    Ok(())
}

/// « Still valid »: the words stay, and answer source blocks that they did not answer before.
pub(super) fn confirm(conn: &mut Conn, actor: &Actor, slot: Slot, draft: &SlotDraft, now: NaiveDateTime) -> Result<Done> {
    let step = slot::transition(slot.text.quality(slot.lang), SlotAct::Valid, hand(actor, slot, draft))?;
    unchanged(conn, slot, draft, "errors-valid-changed")?;
    store::texts::lock(conn, slot.text)?;
    let source = source(conn, slot.text, draft.based_on)?;
    let current = slot.text.slot(slot.lang).ok_or(Error::NotFound)?;
    let answered = match draft.blocks.as_slice() {
        [] => Answered::all(source.n, &source.keys),
        blocks if blocks.iter().any(|i| *i >= source.keys.split(' ').count()) => {
            return Err(Error::field("blocks", "errors-block-unknown"));
        }
        blocks => current.answered().confirm(source.n, &source.keys, blocks),
    };
    let stored = store::texts::revision(conn, slot.text.id, slot.lang, current.revision)?.ok_or(Error::NotFound)?;
    if current.answered() == answered && current.revision == draft.revision {
        return Ok(Done::Kept);
    }
    // What stays reviewed has somebody who answers for it.
    let reviewer = (step == Step::Becomes(Quality::Reviewed)).then_some(actor.id);
    let by = By { author: Some(actor.id), engine: None, translator: current.translator(), reviewer };
    let new = Written { words: (&stored.title, &stored.body), source: &source, answered: &answered, by };
    let done = write(conn, slot, step, draft.revision, &new, now)?;
    claims::renew(conn, actor, slot.text, slot.lang, now)?;
    Ok(done)
}

/// Machine text enters here and nowhere else (T5): into an empty slot, or over machine text.
///
/// # Errors
/// The slot holds a person's work; a stale `revision`, an unknown `based_on`, fields.
pub fn save_machine(conn: &mut Conn, text: &Text, lang: Lang, draft: &SlotDraft, engine: &str, now: NaiveDateTime) -> Result<i32> {
    if !slot::machine_may_write(text.quality(lang)) {
        return Err(Denied::HoldsHumanWork.into());
    }
    let (title, body) = parts(text.kind, draft)?;
    store::texts::lock(conn, text)?;
    let source = source(conn, text, draft.based_on)?;
    let answered = Answered::all(source.n, &source.keys);
    let by = By { author: None, engine: Some(engine), translator: None, reviewer: None };
    let new = Written { words: (&title, body.as_str()), source: &source, answered: &answered, by };
    match write(conn, Slot { text, post: None, lang }, Step::Becomes(Quality::Machine), draft.revision, &new, now)? {
        Done::Saved(n) | Done::Proposed(n) => Ok(n),
        Done::Kept => Ok(draft.revision),
    }
}

// ---- what the acts are made of ------------------------------------------------------------------

/// Whose a revision is.
struct By<'a> {
    author: Option<i64>,
    engine: Option<&'a str>,
    translator: Option<i64>,
    reviewer: Option<i64>,
}

/// What a revision is made of.
struct Written<'a> {
    /// Title and body.
    words: (&'a str, &'a str),
    source: &'a Revision,
    answered: &'a Answered,
    by: By<'a>,
}

fn write(conn: &mut Conn, slot: Slot, step: Step, revision: i32, written: &Written, now: NaiveDateTime) -> Result<Done> {
    let (source, by) = (written.source, &written.by);
    let (keys, places) = (written.answered.keys(), written.answered.places());
    let whole = *written.answered == Answered::all(source.n, &source.keys);
    // What was answered before goes on being compared with the source that it was made from.
    let older = slot.text.slot(slot.lang).and_then(|s| s.based_on);
    let new = NewRevision {
        title: written.words.0,
        body: written.words.1,
        keys: &keys,
        based_on: if whole { Some(source.n) } else { older.or(Some(source.n)) },
        change: None,
        author: by.author,
        engine: by.engine,
        note: "",
        answers: (!whole).then_some(places.as_str()),
        translator: by.translator,
    };
    let (text, lang, seen) = (slot.text.id, slot.lang, seen(slot, revision));
    match step {
        Step::Proposal => {
            let n = store::slots::propose(conn, text, lang, seen, &new, now)?;
            let (kind, actor) = (Kind::Propose, by.author.unwrap_or_default());
            let kept = NewAct { text, lang, n, kind, actor, base: Some(revision), passage: "", reason: "" };
            store::slots::keep(conn, &kept, now)?;
            Ok(Done::Proposed(n))
        }
        Step::Becomes(quality) => {
            let to = Becomes { quality, reviewer: by.reviewer };
            Ok(Done::Saved(store::slots::revise(conn, text, lang, seen, to, &new, now)?))
        }
    }
}

/// The source revision that somebody saw (T6).
fn source(conn: &mut Conn, text: &Text, n: i32) -> Result<Revision> {
    store::texts::revision(conn, text.id, text.original, n)?.ok_or_else(|| Error::field("based_on", "errors-based-on-unknown"))
}

/// Title and body of a translation, checked; a title only where the text has one.
fn parts(kind: TextKind, draft: &SlotDraft) -> Result<(String, Body)> {
    let title = if kind.has_title() { thread::title(&draft.title) } else { Ok(String::new()) };
    match (title, Body::parse(&draft.body())) {
        (Ok(title), Ok(body)) => Ok((title, body)),
        (title, body) => Err(Error::Invalid([title.err(), body.err()].into_iter().flatten().collect())),
    }
}

/// Whoever judges what is stored sends no other words with it: those would be lost.
pub(super) fn unchanged(conn: &mut Conn, slot: Slot, draft: &SlotDraft, key: &'static str) -> Result<()> {
    let Some(stored) = store::texts::revision(conn, slot.text.id, slot.lang, draft.revision)? else { return Ok(()) };
    let sent = |typed: &str, kept: &str| !typed.is_empty() && limits::many_lines(typed) != limits::many_lines(kept);
    // Cut into blocks and put together again, the stored body can differ from itself by blank lines.
    let kept = if draft.by_block { segment::join(&segment::segments(&stored.body)) } else { stored.body };
    if sent(&draft.body(), &kept) || (slot.text.kind.has_title() && sent(&draft.title, &stored.title)) {
        return Err(Error::field("body", key));
    }
    Ok(())
}

/// The revision that somebody started from, and the quality by which T5 judged their act.
pub(super) fn seen(slot: Slot, revision: i32) -> Seen {
    Seen { revision, quality: slot.text.quality(slot.lang) }
}

pub(super) fn hand(actor: &Actor, slot: Slot, draft: &SlotDraft) -> Hand {
    let own = slot.text.slot(slot.lang).is_some_and(|s| s.author_id == Some(actor.id) || s.translator() == Some(actor.id));
    Hand { reviewer: policy::reviews(actor, slot.lang), moderator: actor.role.is_moderator(), own, reason: !draft.reason.is_empty() }
}

pub(super) fn news(kind: NoticeKind, slot: Slot, actor: &Actor) -> News {
    News { kind, text: slot.text.id, lang: slot.lang, actor: actor.id }
}

pub(super) fn end(conn: &mut Conn, slot: Slot, kind: Kind, outcome: Outcome, actor: &Actor, now: NaiveDateTime) -> Result<()> {
    store::slots::end_all(conn, kind, slot.text.id, slot.lang, &Ending { outcome, settler: actor.id, answer: "" }, now)
}
