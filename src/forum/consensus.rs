//! Consensus threads: opened, moved from stage to stage (C1), and the posts that matter to them (C2).

use super::{statements, texts};
use crate::{
    domain::{
        account::Actor,
        consensus::{Opening, Passage, Stage, Step},
        digest::EventKind,
        lang::Lang,
        policy::{self, Denied, Visible},
        post::PostState,
        text::TextKind,
    },
    error::{Error, Result, Standing},
    store::{
        self, Conn,
        consensus::{Consensus, Stay},
        moderation::Subject,
        threads::Thread,
    },
};
use chrono::{NaiveDateTime, TimeDelta};

/// A consensus thread that this person may find.
///
/// # Errors
/// [`Error::NotFound`], also for a thread of another kind.
pub fn find(conn: &mut Conn, thread: i64, visible: Visible) -> Result<(Thread, Consensus)> {
    let thread = store::threads::find(conn, thread, visible)?;
    let consensus = store::consensus::find(conn, thread.id)?.ok_or(Error::NotFound)?;
    Ok((thread, consensus))
}

/// The same for somebody who acts on it: nobody else does until the transaction ends.
///
/// # Errors
/// [`Error::NotFound`]; a locked thread (P1).
pub(super) fn locked(conn: &mut Conn, actor: &Actor, thread: i64) -> Result<(Thread, Consensus)> {
    store::consensus::lock(conn, thread)?;
    let found = find(conn, thread, Visible::to(Some(actor)))?;
    policy::reply(found.0.state)?;
    Ok(found)
}

/// No stage is planned for longer; in days.
const LONGEST: i64 = 3_653;

/// A thread that was just opened becomes a consensus thread, with the statements of the declaration that it takes further.
///
/// # Errors
/// A declaration that there is not, on field `carries`.
pub(super) fn open(conn: &mut Conn, actor: &Actor, thread: i64, opening: &Opening, now: NaiveDateTime) -> Result<()> {
    store::consensus::insert(conn, thread, opening)?;
    let stay = Stay { ends_at: None, ..stay(thread, Stage::Illustrate, actor) };
    store::consensus::enter(conn, &stay, now)?;
    match opening.carries {
        Some(declaration) => statements::carry(conn, thread, declaration, now),
        None => Ok(()),
    }
}

fn stay(thread: i64, stage: Stage, actor: &Actor) -> Stay {
    Stay {
        thread_id: thread,
        stage,
        began_at: NaiveDateTime::default(),
        ends_at: None,
        left_at: None,
        summary_id: None,
        reason: String::new(),
        actor_id: Some(actor.id),
    }
}

/// C1: a moderator moves a thread one stage forward, with a summary of the one that it leaves, or one back, with a reason.
/// `from` is the stage that they saw, where they say so.
///
/// # Errors
/// No moderator; no such step; no summary, or no reason; [`Error::Conflict`] when somebody moved it meanwhile, with the
/// summary that stands.
pub fn pass(conn: &mut Conn, actor: &Actor, thread: i64, from: Option<Stage>, passage: &Passage, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, "-")?;
    let (thread, consensus) = locked(conn, actor, thread)?;
    if consensus.stage == passage.to || from.is_some_and(|from| from != consensus.stage) {
        return Err(moved_on(conn, thread.id)?);
    }
    match (consensus.stage.step(passage.to)?, &passage.summary) {
        (Step::Forward, None) => return Err(Error::field("summary", "errors-summary-needed")),
        (Step::Back, _) if passage.reason.is_empty() => return Err(Error::field("reason", "errors-denied-reason-needed")),
        (Step::Forward | Step::Back, _) => {}
    }
    if let Some(thresholds) = &passage.thresholds {
        // C6: fixed when the debate opens, for good.
        if (consensus.stage, passage.to) != (Stage::Illustrate, Stage::Debate) || has_debated(conn, thread.id)? {
            return Err(Error::field("thresholds", "errors-thresholds-fixed"));
        }
        store::consensus::set_thresholds(conn, thread.id, thresholds)?;
    }
    let summary = match &passage.summary {
        Some(body) => Some(texts::create(conn, TextKind::Summary, passage.lang, "", body, Some(actor.id), now)?),
        None => None,
    };
    check_end(passage.ends_at, now)?;
    let reason = passage.reason.clone();
    let stay = Stay { ends_at: passage.ends_at, summary_id: summary, reason, ..stay(thread.id, passage.to, actor) };
    store::consensus::enter(conn, &stay, now)?;
    store::events::record(conn, EventKind::Staged, thread.text_id, None, now)?;
    let act = format!("stage-{}", passage.to);
    store::moderation::log(conn, Some(actor.id), &act, Subject::Thread(thread.id), &passage.reason, now)
}

/// Whether a thread has been in debate before.
fn has_debated(conn: &mut Conn, thread: i64) -> Result<bool> {
    Ok(store::consensus::stays(conn, &[thread])?.remove(&thread).unwrap_or_default().iter().any(|s| s.stage == Stage::Debate))
}

/// Who came first, and the summary that they wrote.
fn moved_on(conn: &mut Conn, thread: i64) -> Result<Error> {
    let stays = store::consensus::stays(conn, &[thread])?.remove(&thread).unwrap_or_default();
    let summary = stays.iter().rev().find_map(|s| s.summary_id);
    let author = stays.last().and_then(|s| s.actor_id);
    let mut standing = Standing { revision: 0, title: String::new(), body: String::new(), author };
    if let Some(summary) = summary {
        let text = store::texts::find(conn, summary)?;
        let words = store::texts::revision(conn, text.id, text.original, text.source_revision())?;
        standing.body = words.map(|r| r.body).unwrap_or_default();
    }
    Ok(Error::Conflict(Box::new(standing)))
}

/// A day that a stage can end on.
fn check_end(ends_at: Option<NaiveDateTime>, now: NaiveDateTime) -> Result<()> {
    match ends_at {
        Some(at) if at <= now || at > now + TimeDelta::days(LONGEST) => Err(Error::field("ends", "errors-stage-ends-day")),
        Some(_) | None => Ok(()),
    }
}

/// A moderator plans how long the present stage lasts. `from` is the stage that they saw, where they say so.
///
/// # Errors
/// No moderator; a thread that is closed; a day that is past; [`Error::Conflict`] when somebody moved the thread meanwhile.
pub fn plan(
    conn: &mut Conn,
    actor: &Actor,
    thread: i64,
    from: Option<Stage>,
    ends_at: Option<NaiveDateTime>,
    now: NaiveDateTime,
) -> Result<()> {
    policy::moderate(actor, "-")?;
    let (thread, consensus) = locked(conn, actor, thread)?;
    if from.is_some_and(|from| from != consensus.stage) {
        return Err(moved_on(conn, thread.id)?);
    }
    check_end(ends_at, now)?;
    if consensus.stage == Stage::Closed {
        return Err(Denied::StageClosed.into());
    }
    store::consensus::plan(conn, thread.id, ends_at)?;
    store::moderation::log(conn, Some(actor.id), "stage-plan", Subject::Thread(thread.id), "", now)
}

/// C2: points at a post of any thread as experience that matters here.
///
/// # Errors
/// Another stage; a post that this person cannot read, on field `post`.
pub fn point(conn: &mut Conn, actor: &Actor, thread: i64, post: i64, now: NaiveDateTime) -> Result<()> {
    let (thread, consensus) = locked(conn, actor, thread)?;
    if !consensus.stage.takes_experience() {
        return Err(Denied::StageClosed.into());
    }
    let post = readable(conn, post)?.ok_or_else(|| Error::field("post", "errors-post-unknown"))?;
    store::consensus::point(conn, thread.id, post, actor.id, now)
}

/// Takes such a pointer away: one's own, or a moderator any.
///
/// # Errors
/// Another stage; somebody else's pointer.
pub fn unpoint(conn: &mut Conn, actor: &Actor, thread: i64, post: i64) -> Result<()> {
    let (thread, consensus) = locked(conn, actor, thread)?;
    if !consensus.stage.takes_experience() {
        return Err(Denied::StageClosed.into());
    }
    let by = (!actor.role.is_moderator()).then_some(actor.id);
    if store::consensus::unpoint(conn, thread.id, post, by)? { Ok(()) } else { Err(Denied::NotYours.into()) }
}

/// A post that everybody can read: what is pointed at, quoted or cited stands before everybody.
pub(super) fn readable(conn: &mut Conn, post: i64) -> Result<Option<i64>> {
    let Some(post) = store::posts::load(conn, &[post])?.pop() else { return Ok(None) };
    let Some(thread) = store::threads::load(conn, &[post.thread_id])?.pop() else { return Ok(None) };
    let seen = post.state == PostState::Visible && Visible::Public.post(thread.door(), post.state, post.author_id);
    Ok(seen.then_some(post.id))
}

/// C4: a moderator corrects the community that somebody declared, once.
///
/// # Errors
/// No moderator, no reason; somebody who declared none, or whose community was corrected before.
pub fn correct_community(
    conn: &mut Conn,
    actor: &Actor,
    thread: i64,
    person: i64,
    lang: Lang,
    reason: &str,
    now: NaiveDateTime,
) -> Result<()> {
    policy::moderate(actor, reason)?;
    let (thread, _) = locked(conn, actor, thread)?;
    let known = store::communities::find(conn, thread.id, person)?.ok_or_else(|| Error::field("person", "errors-community-none"))?;
    if known.lang == lang {
        return Ok(());
    }
    let why = format!("{}: {} → {lang}. {reason}", thread.id, known.lang);
    if !store::communities::correct(conn, thread.id, person, lang, actor.id, now)? {
        return Err(Denied::CommunityCorrected.into());
    }
    store::moderation::log(conn, Some(actor.id), "community", Subject::Account(person), &why, now)
}
