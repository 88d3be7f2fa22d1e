//! Posts: replies, and what moderators and authors take back.

use super::{
    cases, declarations,
    moderation::{self, Deed},
    notices, objections, readings, texts, threads,
};
use crate::{
    domain::{
        account::Actor,
        moderation::{CaseKind, Decision, Why},
        policy::{self, Denied, Visible},
        post::{PostState, ReplyDraft},
        reaction::Reaction,
        text::TextKind,
        words,
    },
    error::{Error, Result},
    store::{
        self, Conn,
        communities::Because,
        moderation::Subject,
        posts::{NewPost, Post},
        threads::Thread,
    },
};
use chrono::NaiveDateTime;

/// Answers a thread or one of its posts. Returns the post's id; a submission that was already taken returns
/// the post that it made. `hold` is the site's `hold_first_posts`: the post may have to wait (M2).
///
/// # Errors
/// A locked thread, or a parent that is not a readable post of this thread, on field `parent`.
pub fn reply(conn: &mut Conn, actor: &Actor, thread: i64, draft: &ReplyDraft, hold: bool, now: NaiveDateTime) -> Result<i64> {
    let thread = store::threads::find(conn, thread, Visible::to(Some(actor)))?;
    policy::reply(thread.state)?;
    let key = match submitted(conn, actor, draft.key.as_deref(), draft.body.as_str())? {
        Submitted::Already(made) => return Ok(made.id),
        Submitted::Not(key) => key,
    };
    let state = cases::arrives(conn, actor, hold, &draft.body)?;
    // From here on nobody moves posts of this thread: the parent stays where it is found.
    let (n, newest) = store::threads::next_number(conn, thread.id, state == PostState::Visible)?;
    // P7: posts of a thread come one after the other, whichever transaction began first: whoever has read one has read
    // everything before it.
    let now = now.max(newest + chrono::TimeDelta::microseconds(1));
    let parent = match draft.parent {
        Some(id) => answered(conn, thread.id, id)?,
        None => None,
    };
    let text = texts::create(conn, TextKind::Reply, draft.lang, "", &draft.body, Some(actor.id), now)?;
    let new = NewPost { thread: thread.id, n, parent, text, author: actor.id, state, key };
    let post = store::posts::insert(conn, &new, now)?;
    if state == PostState::Held {
        cases::hold(conn, post, actor.id, now)?;
        return Ok(post);
    }
    store::threads::touch(conn, thread.id, actor.id, draft.lang, now)?;
    store::themes::touch(conn, thread.id, now)?;
    readings::own(conn, actor, &thread, now)?;
    let made = store::posts::find(conn, post)?;
    published(conn, &made, &thread, now)?;
    Ok(post)
}

/// A post can be read now: its author's positions count from their first one on (C4), and whoever it concerns is told.
///
/// # Errors
/// Database failures only.
pub(super) fn published(conn: &mut Conn, post: &Post, thread: &Thread, now: NaiveDateTime) -> Result<()> {
    if post.state == PostState::Visible && !thread.hidden {
        store::communities::make_eligible(conn, post.author_id, Because::Post, now)?;
        objections::published(conn, post, now)?;
    }
    notices::published(conn, post, thread, now)
}

/// Whether a submission was taken before.
pub(super) enum Submitted<'a, T = Post> {
    Already(T),
    /// With the key to store: none when it was spent on other words (somebody went back and wrote something else).
    Not(Option<&'a str>),
}

/// A repeated submission of the same words is the post that they made.
pub(super) fn submitted<'a>(conn: &mut Conn, actor: &Actor, key: Option<&'a str>, body: &str) -> Result<Submitted<'a>> {
    let Some(key) = key else { return Ok(Submitted::Not(None)) };
    let Some(made) = store::posts::by_submission(conn, actor.id, key)? else { return Ok(Submitted::Not(Some(key))) };
    let same = began_as(conn, made.text_id, body)?;
    Ok(if same { Submitted::Already(made) } else { Submitted::Not(None) })
}

/// Whether the original of a text began with these words.
pub(super) fn began_as(conn: &mut Conn, text: i64, body: &str) -> Result<bool> {
    let text = store::texts::find(conn, text)?;
    Ok(store::texts::revision(conn, text.id, text.original, 1)?.is_some_and(|r| r.body == body))
}

/// Whether the original of a text has these words now.
pub(super) fn stands_as(conn: &mut Conn, text: i64, body: &str) -> Result<bool> {
    let text = store::texts::find(conn, text)?;
    Ok(store::texts::revision(conn, text.id, text.original, text.source_revision())?.is_some_and(|r| r.body == body))
}

/// The parent to store: none for the opening, since replies to it have no parent (P1).
fn answered(conn: &mut Conn, thread: i64, parent: i64) -> Result<Option<i64>> {
    let refused = || Error::field("parent", "errors-parent-unknown");
    let post = store::posts::find(conn, parent).map_err(|e| if matches!(e, Error::NotFound) { refused() } else { e })?;
    match (post.thread_id == thread, post.state) {
        (true, PostState::Visible) => Ok((!post.is_opening()).then_some(post.id)),
        (true, PostState::Held | PostState::Hidden | PostState::Deleted) | (false, _) => Err(refused()),
    }
}

/// Gives a reaction to a post, or takes it back.
///
/// # Errors
/// A post that this person cannot read, or their own.
pub fn react(conn: &mut Conn, actor: &Actor, post: i64, reaction: Reaction, now: NaiveDateTime) -> Result<()> {
    let post = store::posts::find(conn, post)?;
    let thread = store::threads::find(conn, post.thread_id, Visible::to(Some(actor)))?;
    if post.state != PostState::Visible || !Visible::to(Some(actor)).post(thread.door(), post.state, post.author_id) {
        return Err(Error::NotFound);
    }
    if post.author_id == actor.id {
        return Err(Denied::OwnWords.into());
    }
    store::reactions::toggle(conn, post.id, reaction, actor.id, now)
}

words! {
    /// What is done to a post; `restore` undoes hiding and deleting, hiding undoes accepting what waited.
    PostAct { Accept = "accept", Hide = "hide", Delete = "delete", Restore = "restore" }
}

/// M5, P5: publishes, hides, deletes or restores a post, writes the audit line and tells its author. An opening goes
/// with its thread.
///
/// # Errors
/// Not this person's to do, no reason, or a state in which the act makes no sense.
pub fn act(conn: &mut Conn, actor: &Actor, post: i64, act: PostAct, why: &Why, now: NaiveDateTime) -> Result<()> {
    let found = store::posts::find(conn, post)?;
    store::threads::lock(conn, &[found.thread_id])?;
    let post = store::posts::find(conn, post)?;
    if post.thread_id != found.thread_id {
        // Moved at this moment: whoever acts looks again.
        return Err(Denied::MovedOn.into());
    }
    let given = if why.is_given() { "-" } else { "" };
    let thread = store::threads::find(conn, post.thread_id, Visible::to(Some(actor)))?;
    match act {
        PostAct::Delete => policy::delete(actor, post.author_id, post.state, given)?,
        // What favours its author needs no reason.
        PostAct::Accept => policy::moderate(actor, "-")?,
        PostAct::Hide | PostAct::Restore => policy::moderate(actor, given)?,
    }
    if post.is_opening() {
        return Err(Error::field("act", "errors-opening-goes-with-thread"));
    }
    let to = match act {
        PostAct::Hide => PostState::Hidden,
        PostAct::Delete => PostState::Deleted,
        PostAct::Accept | PostAct::Restore => PostState::Visible,
    };
    if post.state == to {
        return Ok(());
    }
    match (act, post.state) {
        (PostAct::Hide, PostState::Deleted) | (PostAct::Accept, PostState::Hidden | PostState::Deleted) => {
            return Err(Denied::PostGone.into());
        }
        // Nobody has read what waits: there is nothing to hide or to restore.
        (PostAct::Hide | PostAct::Restore, PostState::Held) => return Err(Error::field("act", "errors-act-unknown")),
        (PostAct::Accept, PostState::Held) => {
            let at = cases::published_at(conn, &post, now)?;
            store::posts::publish(conn, post.id, at)?;
        }
        _ => store::posts::set_state(conn, post.id, post.state, to)?,
    }
    let decision = match act {
        PostAct::Accept => Decision::Accept,
        PostAct::Hide => Decision::Hide,
        PostAct::Delete | PostAct::Restore => Decision::Delete,
    };
    store::cases::close_about(conn, CaseKind::Held, post.id, actor.id, decision, now)?;
    if to != PostState::Visible {
        cases::settle_flags(conn, actor, post.id, decision, now)?;
    }
    let readable = |state| i32::from(state == PostState::Visible);
    store::threads::count_replies(conn, thread.id, readable(to) - readable(post.state))?;
    threads::refresh(conn, thread.id)?;
    if act == PostAct::Accept {
        let made = store::posts::find(conn, post.id)?;
        published(conn, &made, &thread, now)?;
    }
    if to != PostState::Visible {
        declarations::basis_moved(conn, actor.id, &[post.text_id], now)?;
    }
    let deed = Deed { act: act.as_str(), subject: Subject::Post(post.id), why, until: None, concerns: post.author_id, letter: true };
    moderation::record(conn, Some(actor.id), &deed, now)
}
