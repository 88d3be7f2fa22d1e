//! Threads: opened, locked, pinned, hidden.

use super::{
    cases, consensus,
    moderation::{self, Deed},
    posts::{self, PostAct, Submitted, submitted},
    texts,
};
use crate::{
    domain::{
        account::Actor,
        moderation::{Decision, Why},
        policy::{self, Visible},
        post::PostState,
        text::TextKind,
        thread::{ThreadDraft, ThreadKind, ThreadState},
        words,
    },
    error::{Error, Result},
    store::{
        self, Conn,
        communities::Because,
        moderation::{Entry, Subject},
        posts::{NewPost, Post},
        threads::NewThread,
    },
};
use chrono::NaiveDateTime;

/// Opens a thread. Returns its id; a submission that was already taken returns the thread that it made. `hold` is the
/// site's `hold_first_posts`: the thread may have to wait (M2).
///
/// # Errors
/// An announcement by no moderator, themes that cannot be picked.
pub fn open(conn: &mut Conn, actor: &Actor, draft: &ThreadDraft, hold: bool, now: NaiveDateTime) -> Result<i64> {
    policy::open_thread(actor, draft.kind)?;
    let key = match submitted(conn, actor, draft.key.as_deref(), draft.body.as_str())? {
        Submitted::Already(made) => return Ok(made.thread_id),
        Submitted::Not(key) => key,
    };
    let themes = store::themes::pick(conn, &draft.themes)?;
    let text = texts::create(conn, TextKind::Thread, draft.lang, &draft.title, &draft.body, Some(actor.id), now)?;
    let state = cases::arrives(conn, actor, hold, &draft.body)?;
    let held = state == PostState::Held;
    let thread = store::threads::insert(conn, &NewThread { text, kind: draft.kind, lang: draft.lang, author: actor.id, held }, now)?;
    let opening = NewPost { thread, n: 1, parent: None, text, author: actor.id, state, key };
    let opening = store::posts::insert(conn, &opening, now)?;
    store::themes::tag(conn, thread, &themes, now)?;
    if draft.kind == ThreadKind::Consensus {
        consensus::open(conn, actor, thread, &draft.consensus, now)?;
    }
    if held {
        cases::hold(conn, opening, actor.id, now)?;
    } else {
        store::themes::count(conn, thread, draft.lang, 1)?;
        published(conn, opening, now)?;
    }
    Ok(thread)
}

/// A thread whose opening waited is published, or stays hidden; the queue's case is closed by the caller or here.
///
/// # Errors
/// No moderator; no reason for not publishing; a thread that does not wait.
pub(super) fn release(conn: &mut Conn, actor: &Actor, opening: &Post, publish: bool, why: &Why, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, if publish || why.is_given() { "-" } else { "" })?;
    let thread = store::threads::find(conn, opening.thread_id, Visible::Everything)?;
    let at = cases::published_at(conn, opening, now)?;
    store::posts::publish(conn, opening.id, at)?;
    if !store::threads::release(conn, thread.id, publish, at)? {
        return Err(Error::NotFound);
    }
    if publish {
        store::themes::count(conn, thread.id, thread.lang, 1)?;
        refresh(conn, thread.id)?;
        published(conn, opening.id, now)?;
    }
    let (act, subject) = if publish {
        (PostAct::Accept.as_str(), Subject::Post(opening.id))
    } else {
        (ThreadAct::Hide.as_str(), Subject::Thread(thread.id))
    };
    moderation::record(conn, Some(actor.id), &Deed { act, subject, why, until: None, concerns: thread.author_id, letter: true }, now)
}

/// Whoever follows its themes is told of a new thread.
fn published(conn: &mut Conn, opening: i64, now: NaiveDateTime) -> Result<()> {
    let opening = store::posts::find(conn, opening)?;
    let thread = store::threads::find(conn, opening.thread_id, Visible::Everything)?;
    posts::published(conn, &opening, &thread, now)
}

/// Lists stand by what can be read: the newest such post is the last activity. Where nothing can be read, the thread
/// keeps its place.
///
/// # Errors
/// Database failures only.
pub(super) fn refresh(conn: &mut Conn, thread: i64) -> Result<()> {
    match store::posts::newest(conn, thread) {
        Ok((author, lang, at)) => {
            store::threads::touch(conn, thread, author, lang, at)?;
            store::themes::touch(conn, thread, at)
        }
        Err(Error::NotFound) => Ok(()),
        Err(e) => Err(e),
    }
}

words! {
    /// What moderators do to a thread; each has its undoing.
    ThreadAct { Lock = "lock", Unlock = "unlock", Pin = "pin", Unpin = "unpin", Hide = "hide", Restore = "restore" }
}

/// M5: acts on a thread, with a reason, writes the audit line and tells its author. Doing what is already done changes
/// nothing.
///
/// # Errors
/// No moderator, no reason; a thread that waits in the queue or was merged.
pub fn moderate(conn: &mut Conn, actor: &Actor, thread: i64, act: ThreadAct, why: &Why, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, if why.is_given() { "-" } else { "" })?;
    store::threads::lock(conn, &[thread])?;
    let thread = store::threads::find(conn, thread, Visible::to(Some(actor)))?;
    if thread.moved_to.is_some() || thread.held && matches!(act, ThreadAct::Hide | ThreadAct::Restore) {
        return Err(Error::field("act", "errors-act-unknown"));
    }
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
        (true, ThreadAct::Hide) => {
            store::themes::count(conn, thread.id, thread.lang, -1)?;
            let opening = store::posts::opening(conn, thread.id)?;
            cases::settle_flags(conn, actor, opening.id, Decision::Hide, now)?;
            let cited = store::declarations::cited_in(conn, thread.id)?;
            super::declarations::basis_moved(conn, actor.id, &cited, now)?;
        }
        (true, ThreadAct::Restore) => {
            store::themes::count(conn, thread.id, thread.lang, 1)?;
            // What was never published before is from now on.
            for author in store::posts::authors(conn, thread.id)? {
                store::communities::make_eligible(conn, author, Because::Post, now)?;
            }
        }
        (true, ThreadAct::Lock | ThreadAct::Unlock | ThreadAct::Pin | ThreadAct::Unpin) => {}
    }
    if matches!(act, ThreadAct::Pin | ThreadAct::Unpin) {
        let entry = Entry { actor: Some(actor.id), act: act.as_str(), subject: Subject::Thread(thread.id), why, until: None };
        return store::moderation::record(conn, &entry, now).map(|_| ());
    }
    let deed = Deed { act: act.as_str(), subject: Subject::Thread(thread.id), why, until: None, concerns: thread.author_id, letter: true };
    moderation::record(conn, Some(actor.id), &deed, now)
}
