//! Statements: proposed, settled by moderators, linked, mended (C2); their wording checked (C7).

use super::{
    consensus, notices,
    posts::{self, Submitted},
    tallies, texts,
};
use crate::{
    domain::{
        FieldError,
        account::Actor,
        consensus::Stage,
        digest::EventKind,
        lang::Lang,
        notice::NoticeKind,
        policy::{self, Denied, Visible},
        post::{Body, Change, EditDraft},
        statement::{self, Source, StatementDraft, StatementState},
        text::{Quality, TextKind},
        words,
    },
    error::{Error, Result, Standing},
    store::{
        self, Conn,
        moderation::Subject,
        notices::News,
        slots::{Becomes, Seen},
        statements::{NewStatement, Statement},
        texts::{NewRevision, Text},
    },
};
use chrono::NaiveDateTime;
use std::collections::HashMap;

/// A statement that this person may find.
///
/// # Errors
/// [`Error::NotFound`] (T12).
pub fn find(conn: &mut Conn, id: i64, visible: Visible) -> Result<Statement> {
    store::statements::load(conn, &[id], visible)?.pop().ok_or(Error::NotFound)
}

/// The same for somebody who acts on it: nobody else acts on its thread until the transaction ends.
pub(super) fn locked(conn: &mut Conn, actor: &Actor, id: i64) -> Result<(Statement, store::consensus::Consensus)> {
    let seen = find(conn, id, Visible::to(Some(actor)))?;
    let (_, consensus) = consensus::locked(conn, actor, seen.thread_id)?;
    Ok((store::statements::find(conn, id)?, consensus))
}

/// C2: proposes a statement, from words of a post or free. Returns its id; a submission that was already taken returns the
/// statement that it made.
///
/// # Errors
/// Another stage, a locked thread; a post that not everybody can read, on field `from_post`.
pub fn propose(conn: &mut Conn, actor: &Actor, thread: i64, draft: &StatementDraft, now: NaiveDateTime) -> Result<i64> {
    let (thread, consensus) = consensus::locked(conn, actor, thread)?;
    let key = match submitted(conn, actor, draft)? {
        Submitted::Already(id) => return Ok(id),
        Submitted::Not(key) => key,
    };
    if !consensus.stage.takes_statements() {
        return Err(Denied::StageClosed.into());
    }
    let source = match &draft.from {
        Some((post, words)) => Some(source(conn, actor, *post, words, draft.lang)?),
        None => None,
    };
    let text = texts::create(conn, TextKind::Statement, draft.lang, "", &draft.body, Some(actor.id), now)?;
    let new = NewStatement {
        thread: thread.id,
        text,
        proposer: actor.id,
        state: StatementState::Proposed,
        source: source.as_ref(),
        carried_from: None,
        key,
    };
    Ok(store::statements::insert(conn, &new, now)?.id)
}

/// A repeated submission of the same words is the statement that they made.
fn submitted<'a>(conn: &mut Conn, actor: &Actor, draft: &'a StatementDraft) -> Result<Submitted<'a, i64>> {
    let Some(key) = draft.key.as_deref() else { return Ok(Submitted::Not(None)) };
    let Some(made) = store::statements::by_submission(conn, actor.id, key)? else { return Ok(Submitted::Not(Some(key))) };
    let same = posts::began_as(conn, made.text_id, draft.body.as_str())?;
    Ok(if same { Submitted::Already(made.id) } else { Submitted::Not(None) })
}

/// Where a statement comes from: the slot that its words are from, as this person reads it.
fn source(conn: &mut Conn, actor: &Actor, post: i64, words: &str, lang: Lang) -> Result<Source> {
    let unknown = || Error::field("from_post", "errors-post-unknown");
    let id = consensus::readable(conn, post)?.ok_or_else(unknown)?;
    let post = store::posts::find(conn, id)?;
    let text = store::texts::find(conn, post.text_id)?;
    // The slot in which the words stand, else the one in the statement's language, else the original.
    let mut slot = text.slot(lang).or(text.slot(text.original)).ok_or_else(unknown)?;
    if !words.is_empty() {
        let ids: Vec<i64> = text.slots.iter().flatten().map(|s| s.revision_id).collect();
        let bodies = store::texts::bodies(conn, &ids, Visible::to(Some(actor)))?;
        let has = |revision: i64| bodies.get(&revision).is_some_and(|(body, _)| squeezed(body).contains(&squeezed(words)));
        let standing = text.slots.iter().flatten().filter(|s| has(s.revision_id)).max_by_key(|s| s.lang == lang);
        slot = standing.ok_or_else(|| Error::field("from_words", "errors-words-not-there"))?;
    }
    Ok(Source { post: id, lang: slot.lang, revision: slot.revision, words: words.to_owned() })
}

/// Words as they are compared: what a page shows of them, without marks and spaces.
fn squeezed(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The statements of a declaration, in a thread that takes it further: their words as they were declared, waiting to be accepted
/// there.
pub(super) fn carry(conn: &mut Conn, thread: i64, declaration: i64, now: NaiveDateTime) -> Result<()> {
    let unknown = |e| if matches!(e, Error::NotFound) { Error::field("carries", "errors-declaration-unknown") } else { e };
    let declaration = store::declarations::find(conn, declaration, Visible::Public).map_err(unknown)?;
    for cited in declaration.frozen()?.statements {
        let Ok(from) = find(conn, cited.named.id, Visible::Public) else { continue };
        let Some(text) = copy(conn, from.text_id, cited.named.revisions, now)? else { continue };
        let source = from.source();
        let new = NewStatement {
            thread,
            text,
            proposer: from.proposer_id,
            state: StatementState::Proposed,
            source: source.as_ref(),
            carried_from: Some(from.id),
            key: None,
        };
        store::statements::insert(conn, &new, now)?;
    }
    Ok(())
}

/// A new text that begins with these revisions of another one, in each language that people had put it into; `None` where the
/// original's words were taken away.
fn copy(conn: &mut Conn, text: i64, revisions: [i32; 3], now: NaiveDateTime) -> Result<Option<i64>> {
    let from = store::texts::find(conn, text)?;
    let mut words =
        |lang: Lang| store::texts::revision(conn, text, lang, revisions[lang.index()]).map(|r| r.filter(|r| !r.body.is_empty()));
    let Some(source) = words(from.original)? else { return Ok(None) };
    let translations = Lang::THREE.into_iter().filter(|l| *l != from.original).map(|l| Ok((l, words(l)?))).collect::<Result<Vec<_>>>()?;
    let new = NewRevision::original(&source.title, &source.body, &source.keys, source.author_id);
    let made = store::texts::insert(conn, from.kind, from.original, &new, now)?;
    for (lang, words) in translations {
        // A translation of what the original said then; reviewed still, if nobody has touched it since.
        let Some(words) = words.filter(|w| w.keys == source.keys && w.engine.is_none()) else { continue };
        let slot = from.slot(lang).filter(|s| s.revision == words.n);
        let reviewer = slot.filter(|s| s.quality == Quality::Reviewed).and_then(|s| s.reviewer_id);
        let quality = if reviewer.is_some() { Quality::Reviewed } else { Quality::Translated };
        let new = NewRevision {
            based_on: Some(1),
            translator: words.translator_id.or(words.author_id),
            ..NewRevision::original(&words.title, &words.body, &source.keys, words.author_id)
        };
        store::slots::revise(conn, made, lang, Seen { revision: 0, quality: Quality::Empty }, Becomes { quality, reviewer }, &new, now)?;
    }
    Ok(Some(made))
}

words! {
    /// What moderators make of a statement.
    StatementAct { Accept = "accept", Merge = "merge", Decline = "decline" }
}

/// What a moderator makes of a statement, as it was typed.
#[derive(Debug, Clone)]
pub struct Settlement {
    pub act: StatementAct,
    /// The statement into which it goes.
    pub into: Option<i64>,
    pub reason: String,
    /// What the statement was when the moderator looked at it, if they say.
    pub seen: Option<StatementState>,
}

/// C2: a moderator accepts, merges into another or declines a statement, with a reason that all can read. A declined or merged
/// one can be accepted after all; an accepted one that has positions stays.
///
/// # Errors
/// No moderator, no reason; another stage; a merge without a target in this thread, or in a circle, on field `into`;
/// [`Error::Conflict`] when somebody settled it meanwhile.
pub fn settle(conn: &mut Conn, actor: &Actor, id: i64, settlement: &Settlement, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, "-")?;
    let Settlement { act, into, seen, .. } = *settlement;
    let reason = crate::domain::consensus::reason(&settlement.reason);
    if act == StatementAct::Merge && into.is_none() {
        // Both at once, so that nobody sends the form twice.
        let missing = FieldError::new("into", "errors-merge-unknown");
        return Err(Error::Invalid([reason.err(), Some(missing)].into_iter().flatten().collect()));
    }
    let reason = reason?;
    let (statement, consensus) = locked(conn, actor, id)?;
    let is_carried = consensus.stage == Stage::Illustrate && statement.carried_from.is_some();
    if !consensus.stage.takes_positions() && !is_carried {
        return Err(Denied::StageClosed.into());
    }
    let into = if act == StatementAct::Merge { Some(target(conn, &statement, into)?) } else { None };
    let to = match act {
        StatementAct::Accept => StatementState::Accepted,
        StatementAct::Merge => StatementState::Merged,
        StatementAct::Decline => StatementState::Declined,
    };
    if statement.state == to && statement.into_id == into {
        return Ok(());
    }
    if seen.is_some_and(|seen| seen != statement.state) {
        return Err(Error::Conflict(Box::new(Standing {
            revision: 0,
            title: String::new(),
            body: statement.reason,
            author: statement.settler_id,
        })));
    }
    if statement.state == StatementState::Accepted && store::positions::any(conn, id)? {
        return Err(Denied::StatementSettled.into());
    }
    store::statements::settle(conn, id, statement.state, to, into, (actor.id, &reason), now)?;
    if to == StatementState::Accepted {
        let thread = store::threads::find(conn, statement.thread_id, Visible::Everything)?;
        store::events::record(conn, EventKind::Stated, thread.text_id, None, now)?;
    }
    let act = format!("statement-{act}");
    store::moderation::log(conn, Some(actor.id), &act, Subject::Text(statement.text_id), &reason, now)?;
    let lang = store::texts::find(conn, statement.text_id)?.original;
    let news = News { kind: NoticeKind::StatementSettled, text: statement.text_id, lang, actor: actor.id };
    notices::tell(conn, &[Some(statement.proposer_id)], news, now)
}

/// The statement that says what another one says, too.
fn target(conn: &mut Conn, statement: &Statement, into: Option<i64>) -> Result<i64> {
    let refused = |key| Error::field("into", key);
    let all: HashMap<i64, Statement> = store::statements::of_thread(conn, statement.thread_id)?.into_iter().map(|s| (s.id, s)).collect();
    let into = into.and_then(|id| all.get(&id)).filter(|s| s.id != statement.id).ok_or_else(|| refused("errors-merge-unknown"))?;
    if statement::is_circle(statement.id, into.id, |id| all.get(&id).and_then(|s| s.into_id)) {
        return Err(refused("errors-merge-circle"));
    }
    match into.state {
        StatementState::Accepted | StatementState::Proposed => Ok(into.id),
        StatementState::Merged | StatementState::Declined => Err(refused("errors-merge-settled")),
    }
}

/// « Same claim »: a moderator says that two statements of a thread say the same in different languages, or no more.
///
/// # Errors
/// No moderator; another thread's statement, or the same, on field `other`.
pub fn set_same(conn: &mut Conn, actor: &Actor, one: i64, other: i64, same: bool, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, "-")?;
    let (statement, _) = locked(conn, actor, one)?;
    let there = store::statements::of_thread(conn, statement.thread_id)?.iter().any(|s| s.id == other);
    if !there || other == one {
        return Err(Error::field("other", "errors-merge-unknown"));
    }
    if store::statements::set_same(conn, one, other, same, actor.id, now)? {
        let act = if same { "statement-same" } else { "statement-not-same" };
        store::moderation::log(conn, Some(actor.id), act, Subject::Text(statement.text_id), "", now)?;
    }
    Ok(())
}

/// Mends the words of a statement in its original language. Returns its newest revision's number. After an edit for meaning
/// the positions taken before are on an earlier version, and whoever took them is asked again (C3).
///
/// # Errors
/// Not this person's, positions, a locked thread; somebody edited meanwhile; a wording edit that changes number or kind of
/// blocks.
pub fn edit(conn: &mut Conn, actor: &Actor, text: &Text, draft: &EditDraft, now: NaiveDateTime) -> Result<i32> {
    let (statement, _) = store::statements::by_text(conn, text.id)?.ok_or(Error::NotFound)?;
    let (statement, consensus) = locked(conn, actor, statement.id)?;
    policy::edit_statement(actor, statement.proposer_id, store::positions::any(conn, statement.id)?)?;
    if actor.id != statement.proposer_id {
        policy::moderate(actor, "-")?;
        crate::domain::consensus::reason(&draft.reason)?;
    }
    if consensus.stage == Stage::Closed {
        return Err(Denied::StageClosed.into());
    }
    let draft = EditDraft { body: statement::body(draft.body.as_str())?, title: None, ..draft.clone() };
    let before = store::texts::find(conn, text.id)?.source_revision();
    let n = texts::revise(conn, actor, text, &draft, now)?;
    if n == before {
        return Ok(n);
    }
    if actor.id != statement.proposer_id {
        store::moderation::log(conn, Some(actor.id), "edit", Subject::Text(text.id), &draft.reason, now)?;
    }
    if draft.change == Change::Meaning {
        tallies::ask_again(conn, actor, &statement, now)?;
        super::declarations::basis_moved(conn, actor.id, &[text.id], now)?;
    }
    tallies::ask_readers(conn, actor, text, text.original, now)?;
    Ok(n)
}

/// C7: somebody with reviewer rights has looked at the wording, and says what they found.
///
/// # Errors
/// No reviewer, no reason; a statement whose wording is not being checked.
pub fn check(conn: &mut Conn, actor: &Actor, id: i64, reason: &str, now: NaiveDateTime) -> Result<()> {
    let reason = crate::domain::consensus::reason(reason)?;
    let (statement, consensus) = locked(conn, actor, id)?;
    if !policy::reviews_any(actor) {
        return Err(Denied::ReviewersOnly.into());
    }
    let standings = tallies::of_thread(conn, &consensus)?;
    if !standings.of(id).is_some_and(|s| s.is_being_checked()) {
        return Err(Denied::NothingToCheck.into());
    }
    let text = store::texts::find(conn, statement.text_id)?;
    store::statements::check(conn, id, &tallies::revisions(&text), actor.id, &reason, now)?;
    store::moderation::log(conn, Some(actor.id), "statement-checked", Subject::Text(statement.text_id), &reason, now)
}

/// The words of somebody who takes them all away: of statements that nobody ever took up. What was taken up belongs to the
/// assembly, under « former participant ».
///
/// # Errors
/// Database failures only.
pub(super) fn forget(conn: &mut Conn, account: i64) -> Result<()> {
    for statement in store::statements::by_proposer(conn, account)? {
        if statement.state != StatementState::Accepted && !store::positions::any(conn, statement.id)? {
            store::privacy::wipe_text(conn, statement.text_id)?;
        }
    }
    Ok(())
}

/// A statement's words, checked, for whoever sends them as a form or as JSON.
///
/// # Errors
/// Fields.
pub fn body(typed: &str) -> Result<Body> {
    Ok(statement::body(typed)?)
}
