//! M3: posts move between threads, with what answers them; ids stay, links lead both ways, and it can be undone.

use super::{
    moderation::{Deed, record},
    threads,
};
use crate::{
    domain::{
        account::Actor,
        moderation::Why,
        policy::{self, Denied, Visible},
        post::PostState,
        thread::{ThreadDraft, ThreadKind},
    },
    error::{Error, Result},
    store::{
        self, Conn,
        moderation::Subject,
        posts::Post,
        relocations::{RelocationKind, Stood},
        threads::Thread,
    },
};
use chrono::NaiveDateTime;
use std::collections::{HashMap, HashSet};

/// Moves posts, by number, with everything that answers them, to another thread.
///
/// # Errors
/// No moderator, no reason, a number that there is not, the opening, the same thread.
pub fn relocate(conn: &mut Conn, actor: &Actor, from: i64, to: i64, numbers: &[i32], why: &Why, now: NaiveDateTime) -> Result<()> {
    let (from, to) = both(conn, actor, from, to, why)?;
    let roots = chosen(conn, &from, numbers)?;
    carry(conn, actor, RelocationKind::Move, (&from, &to), &roots, why, now)
}

/// Makes a thread of posts, by number, with everything that answers them. Returns its id; the moderator writes its
/// opening, which says where the posts come from.
///
/// # Errors
/// As for [`relocate`], and what a thread needs.
pub fn split(
    conn: &mut Conn,
    actor: &Actor,
    from: i64,
    draft: &ThreadDraft,
    numbers: &[i32],
    why: &Why,
    now: NaiveDateTime,
) -> Result<i64> {
    policy::moderate(actor, given(why))?;
    store::threads::lock(conn, &[from])?;
    let from = store::threads::find(conn, from, Visible::Everything)?;
    let roots = chosen(conn, &from, numbers)?;
    let to = threads::open(conn, actor, draft, false, now)?;
    let to = store::threads::find(conn, to, Visible::Everything)?;
    carry(conn, actor, RelocationKind::Split, (&from, &to), &roots, why, now)?;
    // What somebody has read of these posts they have read where they stand now (P7).
    store::readings::split(conn, from.id, to.id)?;
    Ok(to.id)
}

/// Puts all of a thread into another one. Its address leads to where its opening stands now.
///
/// # Errors
/// No moderator, no reason, the same thread, one that is hidden or merged already.
pub fn merge(conn: &mut Conn, actor: &Actor, from: i64, to: i64, why: &Why, now: NaiveDateTime) -> Result<()> {
    let (from, to) = both(conn, actor, from, to, why)?;
    if from.hidden || from.moved_to.is_some() {
        return Err(Error::field("to", "errors-relocate-hidden"));
    }
    // Its statements, positions and declarations have no other place.
    if from.kind == ThreadKind::Consensus {
        return Err(Denied::ConsensusStays.into());
    }
    let opening = store::posts::opening(conn, from.id)?.id;
    store::relocations::lead(conn, from.id, Some(to.id))?;
    store::themes::count(conn, from.id, from.lang, -1)?;
    carry(conn, actor, RelocationKind::Merge, (&from, &to), &[opening], why, now)
}

fn given(why: &Why) -> &str {
    if why.is_given() { "-" } else { "" }
}

fn both(conn: &mut Conn, actor: &Actor, from: i64, to: i64, why: &Why) -> Result<(Thread, Thread)> {
    policy::moderate(actor, given(why))?;
    if from == to {
        return Err(Error::field("to", "errors-relocate-same"));
    }
    store::threads::lock(conn, &[from, to])?;
    let from = store::threads::find(conn, from, Visible::Everything)?;
    if from.moved_to.is_some() {
        return Err(Denied::MovedOn.into());
    }
    let unknown = |e| if matches!(e, Error::NotFound) { Error::field("to", "errors-relocate-unknown") } else { e };
    let to = store::threads::find(conn, to, Visible::Everything).map_err(unknown)?;
    if to.hidden || to.moved_to.is_some() {
        return Err(Error::field("to", "errors-relocate-hidden"));
    }
    Ok((from, to))
}

/// The ids of posts by number.
fn chosen(conn: &mut Conn, from: &Thread, numbers: &[i32]) -> Result<Vec<i64>> {
    if numbers.contains(&1) {
        return Err(Error::field("numbers", "errors-relocate-opening"));
    }
    let by_number: HashMap<i32, i64> = store::relocations::all(conn, from.id)?.into_iter().map(|p| (p.n, p.post_id)).collect();
    let ids: Option<Vec<i64>> = numbers.iter().map(|n| by_number.get(n).copied()).collect();
    ids.ok_or_else(|| Error::field("numbers", "errors-relocate-numbers"))
}

/// Posts below these ones, and these, in the order of time.
fn below(all: &[Stood], roots: &[i64]) -> Vec<Stood> {
    let mut moving: HashSet<i64> = roots.iter().copied().collect();
    // Answers come after what they answer, but posts that came from elsewhere may be older than what stands here.
    loop {
        let more: Vec<i64> = all
            .iter()
            .filter(|p| !moving.contains(&p.post_id) && p.parent_id.is_some_and(|parent| moving.contains(&parent)))
            .map(|p| p.post_id)
            .collect();
        if more.is_empty() {
            break;
        }
        moving.extend(more);
    }
    all.iter().filter(|p| moving.contains(&p.post_id)).copied().collect()
}

fn carry(
    conn: &mut Conn,
    actor: &Actor,
    kind: RelocationKind,
    (from, to): (&Thread, &Thread),
    roots: &[i64],
    why: &Why,
    now: NaiveDateTime,
) -> Result<()> {
    let all = store::relocations::all(conn, from.id)?;
    let moving = if kind == RelocationKind::Merge { all } else { below(&all, roots) };
    let first = store::relocations::take_numbers(conn, to.id, moving.len())?;
    store::relocations::insert(conn, kind, (from.id, to.id), actor.id, &moving, now)?;
    let ids: HashSet<i64> = moving.iter().map(|p| p.post_id).collect();
    for (n, post) in (first..).zip(&moving) {
        let parent = match post.parent_id.filter(|p| ids.contains(p)) {
            Some(parent) => Some(parent),
            // What answered the opening of a merged thread answers it still, as the reply that it is now.
            None if kind == RelocationKind::Merge && post.n != 1 => roots.first().copied(),
            None => None,
        };
        store::relocations::put(conn, to.id, Stood { n, parent_id: parent, ..*post })?;
    }
    settle(conn, from.id, kind == RelocationKind::Merge)?;
    settle(conn, to.id, false)?;
    let deed = Deed { act: kind.as_str(), subject: Subject::Thread(from.id), why, until: None, concerns: from.author_id, letter: false };
    record(conn, Some(actor.id), &deed, now)
}

/// Counts and last activity after posts came or went.
fn settle(conn: &mut Conn, thread: i64, emptied: bool) -> Result<()> {
    store::threads::recount(conn, thread)?;
    if emptied { Ok(()) } else { threads::refresh(conn, thread) }
}

/// M5: every post goes back to its number and its parent; what answered them meanwhile goes with them.
///
/// # Errors
/// No moderator, no reason; one that was undone before; posts that were moved on since: that comes first.
pub fn undo(conn: &mut Conn, actor: &Actor, relocation: i64, why: &Why, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, given(why))?;
    let made = store::relocations::find(conn, relocation)?;
    store::threads::lock(conn, &[made.from_thread, made.to_thread])?;
    let stood = store::relocations::stood(conn, relocation)?;
    let from = store::threads::find(conn, made.from_thread, Visible::Everything)?;
    // What has been merged away since cannot take anything back, and a title comes back only with an opening that can
    // be read (T12).
    let merged = made.kind == RelocationKind::Merge;
    let opening = stood.iter().find(|p| p.n == 1).map(|p| store::posts::find(conn, p.post_id)).transpose()?;
    if (from.moved_to.is_some() && !merged) || opening.is_some_and(|o| o.state != PostState::Visible) {
        return Err(Denied::MovedOn.into());
    }
    let there = store::relocations::all(conn, made.to_thread)?;
    let roots: Vec<i64> = stood.iter().map(|p| p.post_id).collect();
    let here: HashSet<i64> = there.iter().map(|p| p.post_id).collect();
    if !roots.iter().all(|post| here.contains(post)) {
        return Err(Denied::MovedOn.into());
    }
    let standing = store::relocations::all(conn, made.from_thread)?;
    let back: HashSet<i64> = standing.iter().map(|p| p.post_id).chain(roots.iter().copied()).collect();
    if stood.iter().filter_map(|p| p.parent_id).any(|parent| !back.contains(&parent)) {
        return Err(Denied::MovedOn.into());
    }
    store::relocations::undone(conn, relocation, now)?;
    let known: HashSet<i64> = roots.iter().copied().collect();
    let came: Vec<Stood> = below(&there, &roots).into_iter().filter(|p| !known.contains(&p.post_id)).collect();
    for post in &stood {
        store::relocations::put(conn, made.from_thread, *post)?;
    }
    if made.kind == RelocationKind::Merge {
        store::relocations::lead(conn, made.from_thread, None)?;
        let from = store::threads::find(conn, made.from_thread, Visible::Everything)?;
        store::themes::count(conn, from.id, from.lang, 1)?;
    }
    let first = store::relocations::take_numbers(conn, made.from_thread, came.len())?;
    // What answers the opening has no parent (P1).
    let opening = stood.iter().find(|p| p.n == 1).map(|p| p.post_id);
    for (n, post) in (first..).zip(&came) {
        let parent_id = post.parent_id.filter(|p| Some(*p) != opening);
        store::relocations::put(conn, made.from_thread, Stood { n, parent_id, ..*post })?;
    }
    settle(conn, made.from_thread, false)?;
    settle(conn, made.to_thread, false)?;
    let from = store::threads::find(conn, made.from_thread, Visible::Everything)?;
    let deed = Deed { act: "undo", subject: Subject::Thread(from.id), why, until: None, concerns: from.author_id, letter: false };
    record(conn, Some(actor.id), &deed, now)
}

/// Where the opening of a merged thread stands now, as far as this reader finds it: a redirect betrays nothing hidden.
///
/// # Errors
/// Database failures only.
pub fn leads_to(conn: &mut Conn, thread: i64, visible: Visible) -> Result<Option<Post>> {
    let Some(post) = store::relocations::merged(conn, thread)? else { return Ok(None) };
    let post = store::posts::find(conn, post)?;
    let there = store::threads::find(conn, post.thread_id, Visible::Everything)?;
    Ok(visible.thread(there.door()).then_some(post))
}
