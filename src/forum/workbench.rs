//! The one door to everything that is done to a translation.

use super::{
    claims, reviews,
    slots::{self, Done, Slot, SlotDraft},
};
use crate::{
    domain::{
        account::Actor,
        limits,
        slot::{self, Hand, SlotAct},
    },
    error::Result,
    store::{self, Conn},
};
use chrono::NaiveDateTime;

/// T5–T7: does one act, whoever sends it: pages, JSON and the command line come here.
///
/// # Errors
/// What T5 refuses, a stale `revision` (conflict), an unknown `based_on`, fields, and on field `sure` what is asked
/// before it is done.
pub fn act(conn: &mut Conn, actor: &Actor, slot: Slot, act: SlotAct, draft: &SlotDraft, now: NaiveDateTime) -> Result<Done> {
    let draft = &SlotDraft { reason: limits::line("reason", &draft.reason, 0, limits::REASON_CHARS)?, ..draft.clone() };
    let text = &slots::locked(conn, slot.text)?;
    let slot = Slot { text, ..slot };
    match act {
        SlotAct::Save => slots::save(conn, actor, slot, draft, now),
        SlotAct::Valid => slots::confirm(conn, actor, slot, draft, now),
        SlotAct::Review => reviews::review(conn, actor, slot, draft, now),
        SlotAct::Return => reviews::send_back(conn, actor, slot, draft, now),
        SlotAct::Accept => reviews::accept(conn, actor, slot, draft, now),
        SlotAct::Clear => reviews::clear(conn, actor, slot, draft, now),
        SlotAct::Restore => reviews::restore(conn, actor, slot, draft, now),
        SlotAct::Draft | SlotAct::Discard | SlotAct::Claim | SlotAct::Release => {
            slot::transition(slot.text.quality(slot.lang), act, Hand::default())?;
            match act {
                SlotAct::Claim => claims::claim(conn, actor, slot.text, slot.lang, now)?,
                SlotAct::Release => claims::release(conn, actor, slot.text, slot.lang, now)?,
                SlotAct::Discard => store::claims::drop_draft(conn, actor.id, slot.text.id, slot.lang)?,
                _ => claims::keep_draft(conn, actor, slot.text, slot.lang, &draft.typed(), now)?,
            }
            Ok(Done::Kept)
        }
    }
}
