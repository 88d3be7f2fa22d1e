//! T5: what is stored is judged: reviewed, sent back, a proposal accepted or declined, a slot cleared or restored.

use super::{
    notices,
    slots::{Done, Slot, SlotDraft, end, hand, news, seen, serve, unchanged},
};
use crate::{
    domain::{
        account::Actor,
        notice::NoticeKind,
        policy::{self, Denied},
        slot::{self, Hand, Outcome, SlotAct},
    },
    error::{Error, Result},
    store::{
        self, Conn,
        moderation::Subject,
        slots::{Act, Ending, Kind, NewAct},
    },
};
use chrono::NaiveDateTime;

/// Reviews what is stored; text that differs from it is refused and kept.
pub(super) fn review(conn: &mut Conn, actor: &Actor, slot: Slot, draft: &SlotDraft, now: NaiveDateTime) -> Result<Done> {
    slot::transition(slot.text.quality(slot.lang), SlotAct::Review, hand(actor, slot, draft))?;
    unchanged(conn, slot, draft, "errors-review-changed")?;
    store::slots::review(conn, slot.text.id, slot.lang, seen(slot, draft.revision), draft.revision, actor.id, now)?;
    keep(conn, slot, Kind::Review, draft.revision, actor, &draft.reason, now)?;
    end(conn, slot, Kind::Return, Outcome::Superseded, actor, now)?;
    let told = [slot.text.slot(slot.lang).and_then(|s| s.translator()), slot.post.map(|p| p.author_id)];
    notices::tell(conn, &told, news(NoticeKind::Reviewed, slot, actor), now)?;
    store::moderation::log(conn, Some(actor.id), "review", Subject::Text(slot.text.id), &draft.reason, now)?;
    Ok(Done::Kept)
}

/// Sends a translation back with a comment; a proposal, where one is named, is declined (by its author: withdrawn).
pub(super) fn send_back(conn: &mut Conn, actor: &Actor, slot: Slot, draft: &SlotDraft, now: NaiveDateTime) -> Result<Done> {
    if draft.proposal.is_some() {
        return decline(conn, actor, slot, draft, now);
    }
    slot::transition(slot.text.quality(slot.lang), SlotAct::Return, hand(actor, slot, draft))?;
    unchanged(conn, slot, draft, "errors-review-changed")?;
    still(conn, slot, draft.revision)?;
    keep(conn, slot, Kind::Return, draft.revision, actor, &draft.reason, now)?;
    let told = [slot.text.slot(slot.lang).and_then(|s| s.translator())];
    notices::tell(conn, &told, news(NoticeKind::Returned, slot, actor), now)?;
    store::moderation::log(conn, Some(actor.id), "return", Subject::Text(slot.text.id), &draft.reason, now)?;
    Ok(Done::Kept)
}

fn decline(conn: &mut Conn, actor: &Actor, slot: Slot, draft: &SlotDraft, now: NaiveDateTime) -> Result<Done> {
    let proposal = proposal(conn, slot, draft)?;
    match (proposal.actor_id == actor.id, policy::reviews(actor, slot.lang), draft.reason.is_empty()) {
        (true, _, _) | (false, true, false) => {}
        (false, false, _) => return Err(Denied::ReviewersOnly.into()),
        (false, true, true) => return Err(Denied::ReasonNeeded.into()),
    }
    let ending = Ending { outcome: Outcome::Declined, settler: actor.id, answer: &draft.reason };
    store::slots::end(conn, proposal.id, &ending, now)?;
    notices::tell(conn, &[Some(proposal.actor_id)], news(NoticeKind::Declined, slot, actor), now)?;
    store::moderation::log(conn, Some(actor.id), "decline", Subject::Text(slot.text.id), &draft.reason, now)?;
    Ok(Done::Kept)
}

/// Readers get a proposal in place of the reviewed revision.
pub(super) fn accept(conn: &mut Conn, actor: &Actor, slot: Slot, draft: &SlotDraft, now: NaiveDateTime) -> Result<Done> {
    let proposal = proposal(conn, slot, draft)?;
    let hand = Hand { own: proposal.actor_id == actor.id, ..hand(actor, slot, draft) };
    slot::transition(slot.text.quality(slot.lang), SlotAct::Accept, hand)?;
    let proposed = SlotDraft { revision: proposal.n, ..draft.clone() };
    unchanged(conn, slot, draft, "errors-review-changed").or_else(|_| unchanged(conn, slot, &proposed, "errors-review-changed"))?;
    store::slots::review(conn, slot.text.id, slot.lang, seen(slot, draft.revision), proposal.n, actor.id, now)?;
    let ending = Ending { outcome: Outcome::Accepted, settler: actor.id, answer: &draft.reason };
    store::slots::end(conn, proposal.id, &ending, now)?;
    store::moderation::log(conn, Some(actor.id), "accept", Subject::Text(slot.text.id), &draft.reason, now)?;
    notices::tell(conn, &[Some(proposal.actor_id)], news(NoticeKind::Accepted, slot, actor), now)?;
    serve(conn, actor, slot, now)?;
    Ok(Done::Saved(proposal.n))
}

/// The proposal that is judged: the one named, else the newest that waits.
fn proposal(conn: &mut Conn, slot: Slot, draft: &SlotDraft) -> Result<Act> {
    let found = store::slots::waiting(conn, Kind::Propose, slot.text.id, slot.lang, draft.proposal)?;
    found.ok_or(Error::Denied(Denied::NothingToAccept))
}

/// Empties a slot; its revisions stay.
pub(super) fn clear(conn: &mut Conn, actor: &Actor, slot: Slot, draft: &SlotDraft, now: NaiveDateTime) -> Result<Done> {
    slot::transition(slot.text.quality(slot.lang), SlotAct::Clear, hand(actor, slot, draft))?;
    store::slots::clear(conn, slot.text.id, slot.lang, seen(slot, draft.revision))?;
    keep(conn, slot, Kind::Clear, draft.revision, actor, &draft.reason, now)?;
    end(conn, slot, Kind::Return, Outcome::Superseded, actor, now)?;
    store::moderation::log(conn, Some(actor.id), "clear", Subject::Text(slot.text.id), &draft.reason, now)?;
    Ok(Done::Kept)
}

/// M5: undoes a clearing and brings back exactly what it took away.
pub(super) fn restore(conn: &mut Conn, actor: &Actor, slot: Slot, draft: &SlotDraft, now: NaiveDateTime) -> Result<Done> {
    slot::transition(slot.text.quality(slot.lang), SlotAct::Restore, hand(actor, slot, draft))?;
    let cleared = store::slots::waiting(conn, Kind::Clear, slot.text.id, slot.lang, None)?;
    let cleared = cleared.ok_or(Error::Denied(Denied::NothingToRestore))?;
    store::slots::restore(conn, slot.text.id, slot.lang, cleared.n)?;
    store::slots::reopen(conn, Kind::Return, slot.text.id, slot.lang, cleared.at)?;
    let ending = Ending { outcome: Outcome::Restored, settler: actor.id, answer: &draft.reason };
    store::slots::end(conn, cleared.id, &ending, now)?;
    store::moderation::log(conn, Some(actor.id), "restore", Subject::Text(slot.text.id), &draft.reason, now)?;
    serve(conn, actor, slot, now)?;
    Ok(Done::Saved(cleared.n))
}

/// # Errors
/// [`Error::Conflict`] when the slot has another revision now.
fn still(conn: &mut Conn, slot: Slot, revision: i32) -> Result<()> {
    store::slots::still_is(conn, slot.text.id, slot.lang, seen(slot, revision))
}

fn keep(conn: &mut Conn, slot: Slot, kind: Kind, n: i32, actor: &Actor, reason: &str, now: NaiveDateTime) -> Result<()> {
    let new = NewAct { text: slot.text.id, lang: slot.lang, n, kind, actor: actor.id, base: None, passage: "", reason };
    store::slots::keep(conn, &new, now).map(|_| ())
}
