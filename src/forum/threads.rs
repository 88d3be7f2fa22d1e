//! Threads: opened, locked, pinned, hidden.

use super::{
    posts::{Submitted, submitted},
    texts,
};
use crate::{
    domain::{
        account::Actor,
        policy::{self, Visible},
        text::TextKind,
        thread::{ThreadDraft, ThreadState},
        words,
    },
    error::Result,
    store::{self, Conn, moderation::Subject, posts::NewPost, threads::NewThread},
};
use chrono::NaiveDateTime;

/// Opens a thread. Returns its id; a submission that was already taken returns the thread that it made.
///
/// # Errors
/// An announcement by no moderator, themes that cannot be picked.
pub fn open(conn: &mut Conn, actor: &Actor, draft: &ThreadDraft, now: NaiveDateTime) -> Result<i64> {
    policy::open_thread(actor, draft.kind)?;
    let key = match submitted(conn, actor, draft.key.as_deref(), draft.body.as_str())? {
        Submitted::Already(made) => return Ok(made.thread_id),
        Submitted::Not(key) => key,
    };
    let themes = store::themes::pick(conn, &draft.themes)?;
    let text = texts::create(conn, TextKind::Thread, draft.lang, &draft.title, &draft.body, Some(actor.id), now)?;
    let thread = store::threads::insert(conn, &NewThread { text, kind: draft.kind, lang: draft.lang, author: actor.id }, now)?;
    let opening = NewPost { thread, n: 1, parent: None, text, author: actor.id, key };
    store::posts::insert(conn, &opening, now)?;
    store::themes::tag(conn, thread, &themes, now)?;
    store::themes::count(conn, thread, draft.lang, 1)?;
    Ok(thread)
}

words! {
    /// What moderators do to a thread; each has its undoing.
    ThreadAct { Lock = "lock", Unlock = "unlock", Pin = "pin", Unpin = "unpin", Hide = "hide", Restore = "restore" }
}

/// M5: acts on a thread, with a reason, and writes the audit line. Doing what is already done changes nothing.
///
/// # Errors
/// No moderator, or no reason.
pub fn moderate(conn: &mut Conn, actor: &Actor, thread: i64, act: ThreadAct, reason: &str, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, reason)?;
    let thread = store::threads::find(conn, thread, Visible::to(Some(actor)))?;
    let changed = match act {
        ThreadAct::Lock => store::threads::set_state(conn, thread.id, ThreadState::Open, ThreadState::Locked)?,
        ThreadAct::Unlock => store::threads::set_state(conn, thread.id, ThreadState::Locked, ThreadState::Open)?,
        ThreadAct::Pin => store::threads::set_pinned(conn, thread.id, true)?,
        ThreadAct::Unpin => store::threads::set_pinned(conn, thread.id, false)?,
        ThreadAct::Hide => store::threads::set_hidden(conn, thread.id, true)?,
        ThreadAct::Restore => store::threads::set_hidden(conn, thread.id, false)?,
    };
    match (changed, act) {
        (false, _) => return Ok(()),
        (true, ThreadAct::Hide) => store::themes::count(conn, thread.id, thread.lang, -1)?,
        (true, ThreadAct::Restore) => store::themes::count(conn, thread.id, thread.lang, 1)?,
        (true, ThreadAct::Lock | ThreadAct::Unlock | ThreadAct::Pin | ThreadAct::Unpin) => {}
    }
    store::moderation::log(conn, Some(actor.id), act.as_str(), Subject::Thread(thread.id), reason, now)
}
