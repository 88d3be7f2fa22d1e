//! Positions: taken, changed, kept (C3, C4, C8, C11); and what a secretary counted in a room.

use super::{consensus, posts, statements};
use crate::{
    domain::{
        FieldError,
        account::Actor,
        community::Cell,
        lang::Lang,
        limits,
        objection::ObjectionState,
        policy::{self, Denied},
        position::Value,
        post::{Body, ReplyDraft},
    },
    error::{Error, Result, Standing},
    store::{
        self, Conn,
        moderation::Subject,
        positions::{Entry, NewPosition, Room},
        texts::Text,
    },
};
use chrono::{NaiveDate, NaiveDateTime};

/// What somebody says of a statement, checked.
#[derive(Debug, Clone)]
pub struct PositionDraft {
    pub value: Value,
    /// Becomes a reply in the thread.
    pub reason: Option<Body>,
    pub reason_lang: Lang,
    /// The slot that was read.
    pub lang: Lang,
    /// Its revision, as it was read; `None`: whatever stands there.
    pub revision: Option<i32>,
    /// Their language community, with their first position in the thread.
    pub community: Option<Lang>,
}

/// Takes a position, or changes one; the same once more changes nothing. `hold` is the site's `hold_first_posts`: the reason is
/// a post like any other (M2).
///
/// # Errors
/// Another stage, a locked thread, a statement that was not accepted, machine or outdated text; no reason where one is needed;
/// no community at the first position, another one later; [`Error::Conflict`] when the words that were read say something
/// else now.
pub fn take(conn: &mut Conn, actor: &Actor, statement: i64, draft: &PositionDraft, hold: bool, now: NaiveDateTime) -> Result<()> {
    let (statement, consensus) = statements::locked(conn, actor, statement)?;
    if !consensus.stage.takes_positions() {
        return Err(Denied::StageClosed.into());
    }
    if !statement.state.takes_positions() {
        return Err(Denied::NotAccepted.into());
    }
    let text = store::texts::find(conn, statement.text_id)?;
    let revision = read(conn, &text, draft)?;
    let community = community(conn, actor, statement.thread_id, draft)?;
    let last = store::positions::last(conn, statement.id, actor.id)?;
    let standing = store::objections::standing(conn, statement.id, actor.id)?;
    // An objection that was taken back is no position to go on from.
    let last = last.filter(|l| l.value != Value::Objection || standing.is_some());
    let kept = kept_reason(conn, last.as_ref(), draft)?;
    if let Some(last) = last.as_ref().filter(|l| l.value == draft.value && l.lang == draft.lang && l.revision == revision)
        && (draft.reason.is_none() || kept == last.post_id && kept.is_some())
    {
        return Ok(());
    }
    if draft.value.needs_reason() && draft.reason.is_none() && kept.is_none() {
        return Err(Error::field("reason", "errors-reason-for-position"));
    }
    let post = match (&draft.reason, kept) {
        (_, Some(kept)) => Some(kept),
        (Some(body), None) => {
            let reply = ReplyDraft { lang: draft.reason_lang, body: body.clone(), parent: None, key: None };
            Some(posts::reply(conn, actor, statement.thread_id, &reply, hold, now)?)
        }
        (None, None) => None,
    };
    let new = NewPosition { statement: statement.id, account: actor.id, value: draft.value, post, lang: draft.lang, revision };
    store::positions::take(conn, &new, now)?;
    if let Some(lang) = community {
        store::communities::declare(conn, statement.thread_id, actor.id, lang, now)?;
    }
    // The ledger goes with the position: who objects no more has taken it back, and another reason is another objection.
    let raised = post.filter(|_| draft.value == Value::Objection);
    if let Some(standing) = standing.as_ref().filter(|s| Some(s.post_id) != raised) {
        store::objections::settle(conn, standing.id, standing.state, ObjectionState::Withdrawn, now)?;
    }
    match raised {
        Some(post) if standing.is_none_or(|s| s.post_id != post) => {
            store::objections::raise(conn, statement.id, actor.id, post, now).map(|_| ())
        }
        _ => Ok(()),
    }
}

/// The revision that was read, if the words that stand there now say the same.
fn read(conn: &mut Conn, text: &Text, draft: &PositionDraft) -> Result<i32> {
    let slot = text.slot(draft.lang).filter(|_| text.takes_positions(draft.lang)).ok_or(Denied::MachineStatement)?;
    let Some(read) = draft.revision.filter(|read| *read != slot.revision) else { return Ok(slot.revision) };
    let was = store::texts::revision(conn, text.id, draft.lang, read)?;
    // Whoever could not judge those words has other ones before them now.
    if draft.value != Value::Unclear && was.is_some_and(|was| was.keys == slot.keys) {
        return Ok(slot.revision);
    }
    let now = store::texts::revision(conn, text.id, draft.lang, slot.revision)?;
    let body = now.map(|r| r.body).unwrap_or_default();
    Err(Error::Conflict(Box::new(Standing { revision: slot.revision, title: String::new(), body, author: None })))
}

/// The community to declare; `None` where it is declared already.
fn community(conn: &mut Conn, actor: &Actor, thread: i64, draft: &PositionDraft) -> Result<Option<Lang>> {
    match (store::communities::find(conn, thread, actor.id)?, draft.community) {
        (Some(known), Some(other)) if known.lang != other => Err(Error::field("community", "errors-community-frozen")),
        (Some(_), _) => Ok(None),
        (None, Some(lang)) => Ok(Some(lang)),
        (None, None) => Err(Error::field("community", "errors-community-needed")),
    }
}

/// The reply that gives the reason already: said again with the same words, or with none.
fn kept_reason(conn: &mut Conn, last: Option<&Entry>, draft: &PositionDraft) -> Result<Option<i64>> {
    let Some(post) = last.filter(|l| l.value == draft.value).and_then(|l| l.post_id) else { return Ok(None) };
    let Some(reason) = &draft.reason else { return Ok(Some(post)) };
    let text = store::posts::find(conn, post)?.text_id;
    Ok(posts::stands_as(conn, text, reason.as_str())?.then_some(post))
}

/// What a secretary counted, as it was typed and checked.
#[derive(Debug, Clone)]
pub struct RoomDraft {
    pub place: String,
    pub held_on: NaiveDate,
    pub lang: Lang,
    pub cell: Cell,
    /// Makes a repeated submission the same count.
    pub key: Option<String>,
}

/// So many people fit into no room of ours.
const MOST: u32 = 100_000;
/// In days; what was said before is not remembered by anybody.
const A_CENTURY: i64 = 36_525;

/// A moderator records what the people in a room said by show of hands. It stands apart and is never added.
///
/// # Errors
/// No moderator; another stage, a statement that was not accepted; nobody counted, a day to come.
pub fn record_room(conn: &mut Conn, actor: &Actor, statement: i64, draft: &RoomDraft, now: NaiveDateTime) -> Result<i64> {
    policy::moderate(actor, "-")?;
    let (statement, consensus) = statements::locked(conn, actor, statement)?;
    if !consensus.stage.takes_positions() {
        return Err(Denied::StageClosed.into());
    }
    if !statement.state.takes_positions() {
        return Err(Denied::NotAccepted.into());
    }
    let place = limits::line("place", &draft.place, 1, limits::LINE_CHARS)?;
    let cell = draft.cell;
    let counts = [cell.agree, cell.reservation, cell.abstain, cell.objection, cell.unclear];
    let people: u64 = counts.iter().map(|c| u64::from(*c)).sum();
    if people == 0 || people > u64::from(MOST) {
        return Err(FieldError::over("agree", "errors-room-empty", MOST as usize, usize::try_from(people).unwrap_or(usize::MAX)).into());
    }
    // Where it is tomorrow already, a meeting of today is no mistake.
    if draft.held_on > (now + chrono::TimeDelta::days(1)).date() {
        return Err(Error::field("date", "errors-room-day"));
    }
    if draft.held_on < now.date() - chrono::TimeDelta::days(A_CENTURY) {
        return Err(Error::field("date", "errors-time-unknown"));
    }
    let made = match draft.key.as_deref() {
        Some(key) => store::positions::room_by_submission(conn, actor.id, key)?,
        None => None,
    };
    let same = |r: &&Room| {
        let Room { secretary_id, place: at, held_on, lang, cell, struck_at, .. } = r;
        let count = (*secretary_id, at, *held_on, *lang, *cell) == (actor.id, &place, draft.held_on, draft.lang, draft.cell);
        count && struck_at.is_none()
    };
    // Corrected and sent again, it is another count, and that one too is there once; the secretary takes the first one back.
    if made.is_some()
        && let Some(there) = store::positions::rooms(conn, &[statement.id])?.iter().find(same)
    {
        return Ok(there.id);
    }
    let key = draft.key.as_deref().filter(|_| made.is_none());
    let room = Room {
        id: 0,
        statement_id: statement.id,
        place,
        held_on: draft.held_on,
        lang: draft.lang,
        cell,
        secretary_id: actor.id,
        at: now,
        struck_at: None,
        struck_because: String::new(),
    };
    let id = store::positions::add_room(conn, &room, key)?;
    store::moderation::log(conn, Some(actor.id), "room", Subject::Text(statement.text_id), &room.place, now)?;
    Ok(id)
}

/// A moderator takes a count back.
///
/// # Errors
/// No moderator, no reason; a count that there is not.
pub fn strike_room(conn: &mut Conn, actor: &Actor, id: i64, reason: &str, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, reason)?;
    let room = store::positions::find_room(conn, id)?;
    let (statement, _) = statements::locked(conn, actor, room.statement_id)?;
    if room.struck_at.is_some() {
        return Ok(());
    }
    store::positions::strike_room(conn, id, reason, now)?;
    store::moderation::log(conn, Some(actor.id), "room-strike", Subject::Text(statement.text_id), reason, now)
}

/// The thread of a statement, for whoever is led back to it.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_thread(conn: &mut Conn, actor: &Actor, statement: i64) -> Result<i64> {
    let statement = statements::find(conn, statement, policy::Visible::to(Some(actor)))?;
    Ok(consensus::find(conn, statement.thread_id, policy::Visible::to(Some(actor)))?.0.id)
}
