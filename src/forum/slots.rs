//! Slots: a translation saved or confirmed (T4–T6); machine text; and what every act on a slot is made of.

use super::{
    claims::{self, Typed},
    notices, tallies,
};
use crate::{
    domain::{
        FieldError,
        account::Actor,
        answer::{self, Answered, Changes, Form},
        digest::EventKind,
        lang::Lang,
        limits,
        notice::NoticeKind,
        policy::{self, Denied},
        post::Body,
        segment,
        slot::{self, Hand, Outcome, SlotAct, Step},
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
    pub form: Form,
    /// The source revision that the translator saw.
    pub based_on: i32,
    /// The slot revision that they started from; 0 for none.
    pub revision: i32,
    /// The slot revision whose words the form began with: an older one, or a proposal, where one was taken up again.
    pub words_of: i32,
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
        Self {
            title: title.to_owned(),
            parts: vec![body.to_owned()],
            based_on,
            revision,
            words_of: revision,
            sure: true,
            ..Self::default()
        }
    }

    /// What is kept of it as a draft.
    pub fn typed(&self) -> Typed<'_> {
        Typed { title: &self.title, parts: &self.parts, based_on: self.based_on, revision: self.revision, words_of: self.words_of }
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
    let source = source(conn, slot.text, draft.based_on)?;
    let began = store::texts::revision(conn, slot.text.id, slot.lang, draft.words_of)?;
    let answered = answered(slot, draft, &source, began.as_ref(), (&title, &body));
    let current = slot.text.slot(slot.lang).filter(|now| now.revision == draft.revision && now.quality != Quality::Machine);
    let same = began.filter(|b| b.n == draft.revision && b.title == title && b.body == body.as_str());
    if let (Some(same), Some(current)) = (same, current) {
        if current.answered() == answered {
            store::claims::drop_draft(conn, actor.id, slot.text.id, slot.lang)?;
            return Ok(Done::Saved(same.n));
        }
        if draft.form != Form::Program {
            // Only ticks: the words stay whose they are, and reviewed if they were (T5, T9).
            return affirm(conn, actor, slot, draft, &source, &answered, now);
        }
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

/// What a save answers: [`answer::saved`], told by comparing the words with those that the form began with.
fn answered(slot: Slot, draft: &SlotDraft, source: &Revision, began: Option<&Revision>, (title, body): (&str, &Body)) -> Answered {
    let stored = began.map(|b| segment::segments(&b.body)).unwrap_or_default();
    let differs = |(i, is): (usize, &String)| stored.get(i).is_none_or(|was| segment::trimmed(&limits::many_lines(is)) != was);
    let blocks: Vec<bool> = match draft.parts.len() == stored.len() {
        true => draft.parts.iter().enumerate().map(differs).collect(),
        false => vec![true; draft.parts.len()],
    };
    let gaps: Vec<bool> = draft.parts.iter().map(|p| p.trim().is_empty()).collect();
    let changes = Changes {
        form: draft.form,
        titled: slot.text.kind.has_title(),
        title: began.is_none_or(|b| b.title != title),
        body: match draft.form {
            Form::Blocks => blocks.contains(&true),
            Form::Whole | Form::Program => began.is_none_or(|b| b.body != body.as_str()),
        },
        blocks: &blocks,
        gaps: &gaps,
        ticked: &draft.blocks,
    };
    answer::saved(source.n, &source.keys, began.map(Revision::answered).as_ref(), &changes)
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
    if draft.form == Form::Blocks && gaps > 0 {
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
        serve(conn, actor, slot, now)?;
        notices::tell(conn, &[slot.post.map(|p| p.author_id)], news(NoticeKind::Translated, slot, actor), now)?;
    }
    Ok(())
}

/// Whoever asked for this language is told, once there is a person's translation that they did not have: the first one,
/// or one that is up to date again.
pub(super) fn serve(conn: &mut Conn, actor: &Actor, slot: Slot, now: NaiveDateTime) -> Result<()> {
    let had = matches!(slot.text.quality(slot.lang), Quality::Translated | Quality::Reviewed);
    tallies::ask_readers(conn, actor, slot.text, slot.lang, now)?;
    if !had {
        store::events::record(conn, EventKind::Translated, slot.text.id, Some(slot.lang), now)?;
    }
    let text = store::texts::find(conn, slot.text.id)?;
    if !had || text.freshness(slot.lang).fresh {
        let asked: Vec<Option<i64>> = store::requests::serve(conn, text.id, slot.lang, now)?.into_iter().map(Some).collect();
        notices::tell(conn, &asked, news(NoticeKind::Translated, slot, actor), now)?;
    }
    Ok(())
}

/// « Still valid »: the words stay, and answer source blocks that they did not answer before.
pub(super) fn confirm(conn: &mut Conn, actor: &Actor, slot: Slot, draft: &SlotDraft, now: NaiveDateTime) -> Result<Done> {
    slot::transition(slot.text.quality(slot.lang), SlotAct::Valid, hand(actor, slot, draft))?;
    unchanged(conn, slot, draft, "errors-valid-changed")?;
    let source = source(conn, slot.text, draft.based_on)?;
    let current = slot.text.slot(slot.lang).ok_or(Error::NotFound)?;
    let answered = match draft.blocks.as_slice() {
        [] => Answered::all(source.n, &source.keys),
        blocks if blocks.iter().any(|i| *i >= source.keys.split(' ').count()) => {
            return Err(Error::field("blocks", "errors-block-unknown"));
        }
        blocks => current.answered().confirm(source.n, &source.keys, blocks),
    };
    if current.answered() == answered && current.revision == draft.revision {
        return Ok(Done::Kept);
    }
    affirm(conn, actor, slot, draft, &source, &answered, now)
}

/// The current words once more, answering more than they did; they stay their translator's (T9).
fn affirm(
    conn: &mut Conn,
    actor: &Actor,
    slot: Slot,
    draft: &SlotDraft,
    source: &Revision,
    answered: &Answered,
    now: NaiveDateTime,
) -> Result<Done> {
    let step = slot::transition(slot.text.quality(slot.lang), SlotAct::Valid, hand(actor, slot, draft))?;
    let current = slot.text.slot(slot.lang).ok_or(Error::NotFound)?;
    let stored = store::texts::revision(conn, slot.text.id, slot.lang, current.revision)?.ok_or(Error::NotFound)?;
    // What stays reviewed has somebody who answers for it, and nobody for their own words.
    let other = current.reviewer_id.filter(|_| current.translator() == Some(actor.id)).unwrap_or(actor.id);
    let reviewer = (step == Step::Becomes(Quality::Reviewed)).then_some(other);
    let by = By { author: Some(actor.id), engine: None, translator: current.translator(), reviewer };
    let new = Written { words: (&stored.title, &stored.body), source, answered, by };
    let done = write(conn, slot, step, draft.revision, &new, now)?;
    store::claims::drop_draft(conn, actor.id, slot.text.id, slot.lang)?;
    claims::renew(conn, actor, slot.text, slot.lang, now)?;
    if let Done::Saved(_) = done {
        serve(conn, actor, slot, now)?;
    }
    Ok(done)
}

/// Machine text enters here and nowhere else (T5): into an empty slot, or over machine text.
///
/// # Errors
/// The slot holds a person's work; a stale `revision`, an unknown `based_on`, fields.
pub fn save_machine(conn: &mut Conn, text: &Text, lang: Lang, draft: &SlotDraft, engine: &str, now: NaiveDateTime) -> Result<i32> {
    let text = &locked(conn, text)?;
    if !slot::machine_may_write(text.quality(lang)) {
        return Err(Denied::HoldsHumanWork.into());
    }
    let (title, body) = parts(text.kind, draft)?;
    let source = source(conn, text, draft.based_on)?;
    let answered = Answered::all(source.n, &source.keys);
    let by = By { author: None, engine: Some(engine), translator: None, reviewer: None };
    let new = Written { words: (&title, body.as_str()), source: &source, answered: &answered, by };
    match write(conn, Slot { text, post: None, lang }, Step::Becomes(Quality::Machine), draft.revision, &new, now)? {
        Done::Saved(n) | Done::Proposed(n) => Ok(n),
        Done::Kept => Ok(draft.revision),
    }
}

/// The text as it stands once nobody else can change its slots: acts on one text come one after another.
///
/// # Errors
/// Database failures only.
pub(super) fn locked(conn: &mut Conn, text: &Text) -> Result<Text> {
    store::texts::lock(conn, text)?;
    store::texts::find(conn, text.id)
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
            let actor = by.author.unwrap_or_default();
            if let Some(n) = again(conn, slot, actor, &new)? {
                return Ok(Done::Proposed(n));
            }
            let n = store::slots::propose(conn, text, lang, seen, &new, now)?;
            let kept = NewAct { text, lang, n, kind: Kind::Propose, actor, base: Some(revision), passage: "", reason: "" };
            store::slots::keep(conn, &kept, now)?;
            Ok(Done::Proposed(n))
        }
        Step::Becomes(quality) => {
            let to = Becomes { quality, reviewer: by.reviewer };
            Ok(Done::Saved(store::slots::revise(conn, text, lang, seen, to, &new, now)?))
        }
    }
}

/// Somebody's proposal that waits already and says the same: a second press makes no second one.
fn again(conn: &mut Conn, slot: Slot, actor: i64, new: &NewRevision) -> Result<Option<i32>> {
    let acts = store::slots::acts(conn, slot.text.id, slot.lang)?;
    for act in acts.iter().filter(|a| a.act == Kind::Propose && a.is_open() && a.actor_id == actor) {
        let old = store::texts::revision(conn, slot.text.id, slot.lang, act.n)?;
        if old.is_some_and(|o| o.title == new.title && o.body == new.body && o.keys == new.keys) {
            return Ok(Some(act.n));
        }
    }
    Ok(None)
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
    let kept = if draft.form == Form::Blocks { segment::join(&segment::segments(&stored.body)) } else { stored.body };
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
