//! The one queue: flags, what waits, answers to acts (M1, M2, M5); how a case ends and how an act is taken back.

use super::{
    joins,
    moderation::{AccountAct, Deed, act, act_on_account, is_answerable, record},
    posts,
    posts::PostAct,
    relocations, texts, threads,
    threads::ThreadAct,
};
use crate::{
    domain::{
        account::{Actor, Role},
        lang::Lang,
        markdown,
        moderation::{CaseKind, Decision, FlagKind, Why, waits},
        notice::NoticeKind,
        policy::{self, Denied, Visible},
        post::{Body, Change, EditDraft, PostState},
    },
    error::{Error, Result},
    store::{
        self, Conn,
        cases::{Case, Flag, NewCase},
        moderation::{Entry, Line, Subject},
        posts::Post,
    },
};
use chrono::NaiveDateTime;

/// M1: flags a post (an opening stands for its thread). Flagging again changes what one said.
///
/// # Errors
/// What one cannot read, or one's own words.
pub fn flag(conn: &mut Conn, actor: &Actor, post: i64, kind: FlagKind, words: &str, lang: Lang, now: NaiveDateTime) -> Result<()> {
    let post = readable(conn, actor, post)?;
    if post.author_id == actor.id {
        return Err(Denied::FlagOwn.into());
    }
    let new = NewCase { post: Some(post.id), account: Some(post.author_id), ..NewCase::of(CaseKind::Flag) };
    let case = store::cases::open(conn, &new, now)?;
    store::cases::flag(conn, &Flag { case_id: case, account_id: actor.id, kind, words: words.to_owned(), lang, at: now })
}

fn readable(conn: &mut Conn, actor: &Actor, post: i64) -> Result<Post> {
    let post = store::posts::find(conn, post)?;
    let thread = store::threads::find(conn, post.thread_id, Visible::to(Some(actor)))?;
    if post.state == PostState::Visible && Visible::to(Some(actor)).post(thread.door(), post.state, post.author_id) {
        Ok(post)
    } else {
        Err(Error::NotFound)
    }
}

/// M2: how a post of this person comes in. `hold` is the site's `hold_first_posts`.
///
/// # Errors
/// Database failures only.
pub(super) fn arrives(conn: &mut Conn, actor: &Actor, hold: bool, body: &Body) -> Result<PostState> {
    if !hold || actor.trusted {
        return Ok(PostState::Visible);
    }
    let links = markdown::links(body.as_str()).len();
    let accepted = store::cases::accepted(conn, actor.id)?;
    Ok(if waits(actor.trusted, accepted, links) { PostState::Held } else { PostState::Visible })
}

/// The time that a waiting post has once it is published: what nobody has read yet counts as written then, so that
/// whoever has read on does not miss it; what waits again after an edit keeps its place among the answers to it.
///
/// # Errors
/// Database failures only.
pub(super) fn published_at(conn: &mut Conn, post: &Post, now: NaiveDateTime) -> Result<NaiveDateTime> {
    let since = store::cases::held_since(conn, post.id)?;
    Ok(if since.is_some_and(|since| since > post.created_at) { post.created_at } else { now })
}

/// A post that waits stands in the queue.
///
/// # Errors
/// Database failures only.
pub(super) fn hold(conn: &mut Conn, post: i64, author: i64, now: NaiveDateTime) -> Result<()> {
    let new = NewCase { post: Some(post), account: Some(author), ..NewCase::of(CaseKind::Held) };
    store::cases::open(conn, &new, now).map(|_| ())
}

/// Ends a case, does what was decided, tells whom it concerns and whoever flagged; all or nothing. `read`: the revision
/// of the post that was judged; only that one is accepted.
///
/// # Errors
/// [`Denied::Settled`] when somebody decided before; [`Denied::Edited`] when what is accepted are other words than those
/// that were read; a decision that does not fit; no reason where one is needed.
pub fn decide(
    conn: &mut Conn,
    actor: &Actor,
    case: i64,
    decision: Decision,
    read: Option<i32>,
    why: &Why,
    now: NaiveDateTime,
) -> Result<()> {
    policy::moderate(actor, "-")?;
    let case = store::cases::find(conn, case)?;
    let post = case.post_id.map(|id| store::posts::find(conn, id)).transpose()?;
    let opening = post.as_ref().is_some_and(Post::is_opening);
    if !case.kind.decisions(opening).contains(&decision) {
        return Err(Error::field("decision", "errors-act-unknown"));
    }
    if decision.needs_reason() && !why.is_given() {
        return Err(Error::field("reason", "errors-denied-reason-needed"));
    }
    // Nobody judges their own words; whoever looks after the forum alone may.
    if case.account_id == Some(actor.id) && actor.role != Role::Admin {
        return Err(Denied::OwnWork.into());
    }
    // The thread first, as everybody does who acts on it: whoever waits for two rows waits in the same order.
    if let Some(post) = &post {
        store::threads::lock(conn, &[post.thread_id])?;
    }
    if !store::cases::close(conn, case.id, actor.id, decision, now)? {
        return Err(Denied::Settled.into());
    }
    if decision == Decision::Accept {
        let text = post.as_ref().ok_or(Error::NotFound)?.text_id;
        let judged = store::texts::find(conn, text)?;
        store::texts::lock(conn, &judged)?;
        // Read again: an edit may have come before the lock.
        if read != Some(store::texts::find(conn, text)?.source_revision()) {
            return Err(Denied::Edited.into());
        }
    }
    match decision {
        Decision::Dismiss => {
            if let Some(post) = &post {
                let entry = Entry { actor: Some(actor.id), act: decision.as_str(), subject: Subject::Post(post.id), why, until: None };
                store::moderation::record(conn, &entry, now)?;
            }
        }
        Decision::Hide | Decision::Delete | Decision::Accept => {
            let post = post.ok_or(Error::NotFound)?;
            take_down_or_publish(conn, actor, &post, decision, why, now)?;
        }
        Decision::Uphold => {
            let line = store::moderation::line(conn, case.act_id.ok_or(Error::NotFound)?)?;
            let concerns = case.account_id.ok_or(Error::NotFound)?;
            let subject = line.subject().ok_or(Error::NotFound)?;
            record(conn, Some(actor.id), &Deed { act: decision.as_str(), subject, why, until: None, concerns, letter: true }, now)?;
        }
        Decision::Undo => undo(conn, actor, case.act_id.ok_or(Error::NotFound)?, why, now)?,
        Decision::Admit => joins::approve(conn, actor, case.join_id.ok_or(Error::NotFound)?, now)?,
        Decision::Decline => {
            let join = store::joins::find(conn, case.join_id.ok_or(Error::NotFound)?)?;
            let reason = store::canned::words(conn, why, join.lang)?;
            joins::decline(conn, actor, join.id, &reason, now)?;
        }
    }
    tell_flaggers(conn, &case, now)
}

fn take_down_or_publish(conn: &mut Conn, actor: &Actor, post: &Post, decision: Decision, why: &Why, now: NaiveDateTime) -> Result<()> {
    match (decision, post.is_opening()) {
        (Decision::Accept, true) => threads::release(conn, actor, post, true, why, now),
        (Decision::Delete, true) => threads::release(conn, actor, post, false, why, now),
        (Decision::Accept, false) => posts::act(conn, actor, post.id, PostAct::Accept, why, now),
        (Decision::Delete, false) => posts::act(conn, actor, post.id, PostAct::Delete, why, now),
        (_, true) => threads::moderate(conn, actor, post.thread_id, ThreadAct::Hide, why, now),
        (_, false) => posts::act(conn, actor, post.id, PostAct::Hide, why, now),
    }
}

/// Whoever flagged something is told that somebody looked, not what came of it.
fn tell_flaggers(conn: &mut Conn, case: &Case, now: NaiveDateTime) -> Result<()> {
    for flag in store::cases::flags(conn, &[case.id])? {
        store::notices::tell_act(conn, flag.account_id, NoticeKind::FlagSettled, None, now)?;
    }
    Ok(())
}

/// Flags about a post that was acted on without its case have served.
///
/// # Errors
/// Database failures only.
pub(super) fn settle_flags(conn: &mut Conn, actor: &Actor, post: i64, decision: Decision, now: NaiveDateTime) -> Result<()> {
    let Some(id) = store::cases::open_about(conn, CaseKind::Flag, post)? else { return Ok(()) };
    if store::cases::close(conn, id, actor.id, decision, now)? {
        let case = store::cases::find(conn, id)?;
        tell_flaggers(conn, &case, now)?;
    }
    Ok(())
}

/// M5: takes one act back, so that exactly what it removed is there again.
fn undo(conn: &mut Conn, actor: &Actor, line: i64, why: &Why, now: NaiveDateTime) -> Result<()> {
    let line = store::moderation::line(conn, line)?;
    if !is_newest(conn, &line)? {
        return Err(Denied::MovedOn.into());
    }
    match (line.subject(), line.act.as_str()) {
        (Some(Subject::Post(id)), "hide" | "delete") => posts::act(conn, actor, id, PostAct::Restore, why, now),
        (Some(Subject::Post(id)), "edit") => undo_edit(conn, actor, id, &line, why, now),
        (Some(Subject::Thread(id)), "hide") => threads::moderate(conn, actor, id, ThreadAct::Restore, why, now),
        (Some(Subject::Thread(id)), "lock") => threads::moderate(conn, actor, id, ThreadAct::Unlock, why, now),
        (Some(Subject::Thread(id)), "move" | "split" | "merge") => {
            let found = store::relocations::of_thread(conn, id)?;
            let made = found.into_iter().find(|(r, _)| r.at == line.at && r.from_thread == id).ok_or(Denied::MovedOn)?;
            relocations::undo(conn, actor, made.0.id, why, now)
        }
        (Some(Subject::Account(id)), "suspend") => act_on_account(conn, Some(actor), id, AccountAct::Unsuspend, None, why, now),
        _ => Err(Error::NotFound),
    }
}

/// Whether nothing of its kind was done to the same thing since: what somebody else decided later stays.
fn is_newest(conn: &mut Conn, line: &Line) -> Result<bool> {
    const KINDS: [&[&str]; 3] = [&["hide", "delete", "restore", "accept"], &["lock", "unlock"], &["suspend", "unsuspend"]];
    let Some(kind) = KINDS.into_iter().find(|kind| kind.contains(&line.act.as_str())) else { return Ok(true) };
    let Some(subject) = line.subject() else { return Ok(true) };
    let newest = store::moderation::of(conn, subject)?.into_iter().find(|l| kind.contains(&l.act.as_str()));
    Ok(newest.is_some_and(|l| l.id == line.id))
}

/// The words as they stood before a moderator's edit, if nobody edited them since.
fn undo_edit(conn: &mut Conn, actor: &Actor, post: i64, line: &Line, why: &Why, now: NaiveDateTime) -> Result<()> {
    let post = store::posts::find(conn, post)?;
    let text = store::texts::find(conn, post.text_id)?;
    let history = store::texts::history(conn, text.id, text.original)?;
    let [newest, before, ..] = history.as_slice() else { return Err(Denied::MovedOn.into()) };
    if newest.created_at != line.at {
        return Err(Denied::MovedOn.into());
    }
    let draft = EditDraft {
        title: (text.kind == crate::domain::text::TextKind::Thread).then(|| before.title.clone()),
        body: Body::parse(&before.body)?,
        change: newest.change.as_deref().and_then(Change::parse).unwrap_or(Change::Meaning),
        note: String::new(),
        revision: newest.n,
        reason: why.reason.clone(),
    };
    texts::edit_original(conn, actor, &text, &post, &draft, false, now).map(|_| ())
}

/// The one answer of whom an act concerns; it comes to the same queue. Sent again in the same words, it is one.
///
/// # Errors
/// Somebody else's act, one that takes nothing away, a second answer.
pub fn answer(conn: &mut Conn, actor: &Actor, line: i64, words: &str, lang: Lang, now: NaiveDateTime) -> Result<()> {
    let act = act(conn, actor, line)?;
    if act.concerns != actor.id || !is_answerable(&act.line, act.concerns) {
        return Err(Denied::NotAboutYou.into());
    }
    match act.answer {
        Some(given) if given.words == words => return Ok(()),
        Some(_) => return Err(Denied::AnsweredAlready.into()),
        None => {}
    }
    let post = match act.line.subject() {
        Some(Subject::Post(id)) => Some(id),
        Some(Subject::Thread(id)) => store::posts::opening(conn, id).map(|p| p.id).ok(),
        _ => None,
    };
    let new = NewCase { act: Some(line), post, account: Some(actor.id), words, lang: Some(lang), ..NewCase::of(CaseKind::Answer) };
    store::cases::open(conn, &new, now).map(|_| ())
}

/// A note among moderators.
///
/// # Errors
/// No moderator.
pub fn note(conn: &mut Conn, actor: &Actor, about: (store::cases::Noted, i64), words: &str, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, "-")?;
    store::cases::note(conn, about, actor.id, words, now)
}
