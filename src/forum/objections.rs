//! C8: objections are answered by others, and withdrawn or maintained by those who raised them.

use super::{consensus, notices, posts, statements};
use crate::{
    domain::{
        account::Actor,
        lang::Lang,
        notice::NoticeKind,
        objection::ObjectionState,
        policy::{self, Denied, Visible},
        post::{Body, PostState, ReplyDraft},
    },
    error::{Error, Result},
    store::{self, Conn, notices::News, objections::Objection, posts::Post},
};
use chrono::NaiveDateTime;

/// How an objection is answered.
#[derive(Debug, Clone)]
pub enum Answer {
    /// By a reply that is written now.
    Words { lang: Lang, body: Body, key: Option<String> },
    /// By a reply that stands there.
    Post(i64),
}

fn locked(conn: &mut Conn, actor: &Actor, id: i64) -> Result<Objection> {
    let seen = store::objections::find(conn, id)?;
    let (_, consensus) = statements::locked(conn, actor, seen.statement_id)?;
    if !consensus.stage.takes_positions() {
        return Err(Denied::StageClosed.into());
    }
    store::objections::find(conn, id)
}

/// Answers an objection: the reply is marked as the answer by its author, or by a moderator. Returns the reply's post. While a
/// reply waits for a moderator (M2), the objection waits as well.
///
/// # Errors
/// One's own objection; one that is settled; a reply that does not answer it, or cannot be read, on field `post`.
pub fn answer(conn: &mut Conn, actor: &Actor, id: i64, answer: &Answer, hold: bool, now: NaiveDateTime) -> Result<i64> {
    let objection = locked(conn, actor, id)?;
    let reason = store::posts::find(conn, objection.post_id)?;
    let post = match answer {
        Answer::Post(post) => {
            let refused = || Error::field("post", "errors-answer-unknown");
            let reply = store::posts::load(conn, &[*post])?.pop().ok_or_else(refused)?;
            policy::answer_objection(actor, objection.account_id, reply.author_id)?;
            if reply.parent_id != Some(reason.id) || !is_readable(conn, &reply)? {
                return Err(refused());
            }
            reply
        }
        Answer::Words { lang, body, key } => {
            policy::answer_objection(actor, objection.account_id, actor.id)?;
            objection.state.answer()?;
            let reply = ReplyDraft { lang: *lang, body: body.clone(), parent: Some(reason.id), key: key.clone() };
            let made = posts::reply(conn, actor, reason.thread_id, &reply, hold, now)?;
            store::posts::find(conn, made)?
        }
    };
    if objection.answer_id == Some(post.id) {
        return Ok(post.id);
    }
    objection.state.answer()?;
    let answered = match objection.answer_id {
        Some(before) => consensus::readable(conn, before)?.is_some(),
        None => false,
    };
    // One that waits takes no place from one that stands.
    if post.state != PostState::Visible && answered {
        return Ok(post.id);
    }
    store::objections::answer(conn, id, objection.state, (post.id, actor.id), now)?;
    if post.state == PostState::Visible {
        tell(conn, &objection, reason.text_id, actor.id, now)?;
    }
    Ok(post.id)
}

fn tell(conn: &mut Conn, objection: &Objection, reason: i64, by: i64, now: NaiveDateTime) -> Result<()> {
    let lang = store::texts::find(conn, reason)?.original;
    notices::tell(conn, &[Some(objection.account_id)], News { kind: NoticeKind::ObjectionAnswered, text: reason, lang, actor: by }, now)
}

/// A reply that waited can be read: whoever is answered by it is told.
///
/// # Errors
/// Database failures only.
pub(super) fn published(conn: &mut Conn, post: &Post, now: NaiveDateTime) -> Result<()> {
    for objection in store::objections::answered_by(conn, post.id)? {
        let reason = store::posts::find(conn, objection.post_id)?.text_id;
        tell(conn, &objection, reason, post.author_id, now)?;
    }
    Ok(())
}

/// Whether everybody can read a post.
fn is_readable(conn: &mut Conn, post: &Post) -> Result<bool> {
    Ok(consensus::readable(conn, post.id)?.is_some())
}

/// Its author takes an objection back: their position leaves the count until they take another one.
///
/// # Errors
/// Somebody else's; one that was withdrawn.
pub fn withdraw(conn: &mut Conn, actor: &Actor, id: i64, now: NaiveDateTime) -> Result<()> {
    settle(conn, actor, id, ObjectionState::withdraw, now)
}

/// Its author stands by it: it vetoes nothing, and is printed with the declaration.
///
/// # Errors
/// Somebody else's; one without an answer, or that was withdrawn.
pub fn maintain(conn: &mut Conn, actor: &Actor, id: i64, now: NaiveDateTime) -> Result<()> {
    settle(conn, actor, id, ObjectionState::maintain, now)
}

fn settle(
    conn: &mut Conn,
    actor: &Actor,
    id: i64,
    step: fn(ObjectionState) -> std::result::Result<ObjectionState, Denied>,
    now: NaiveDateTime,
) -> Result<()> {
    let objection = locked(conn, actor, id)?;
    if objection.account_id != actor.id {
        return Err(Denied::NotYours.into());
    }
    let to = step(objection.state)?;
    if let Some(answer) = objection.answer_id.filter(|_| to == ObjectionState::Maintained && to != objection.state)
        && consensus::readable(conn, answer)?.is_none()
    {
        return Err(Denied::NotAnsweredYet.into());
    }
    if to == objection.state { Ok(()) } else { store::objections::settle(conn, id, objection.state, to, now) }
}

/// An objection that this person may find, with its statement's thread.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find(conn: &mut Conn, id: i64, visible: Visible) -> Result<(Objection, i64)> {
    let objection = store::objections::find(conn, id)?;
    let statement = statements::find(conn, objection.statement_id, visible)?;
    Ok((objection, statement.thread_id))
}
