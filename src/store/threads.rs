//! Threads: one, or a page of a list (P1, P4).

use super::{
    conn::Conn,
    schema::{posts, slots, thread_themes, threads},
};
use crate::{
    domain::{
        lang::Lang,
        page::{self, Cursor},
        policy::{Door, Visible},
        text::Quality,
        thread::{ThreadKind, ThreadState},
    },
    error::{Error, Result},
};
use chrono::{DateTime, NaiveDateTime};
use diesel::{
    dsl::{exists, not, sql},
    prelude::*,
    sql_types::Bool,
};
use std::collections::HashMap;

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = threads)]
pub struct Thread {
    pub id: i64,
    pub text_id: i64,
    #[diesel(deserialize_as = String)]
    pub kind: ThreadKind,
    #[diesel(deserialize_as = String)]
    pub state: ThreadState,
    pub pinned: bool,
    pub hidden: bool,
    #[diesel(deserialize_as = String)]
    pub lang: Lang,
    pub author_id: i64,
    pub replies: i32,
    pub created_at: NaiveDateTime,
    pub last_post_at: NaiveDateTime,
    pub last_author_id: i64,
    #[diesel(deserialize_as = String)]
    pub last_lang: Lang,
    pub held: bool,
    /// Merged: its posts stand there now.
    pub moved_to: Option<i64>,
}

impl Thread {
    pub fn door(&self) -> Door {
        Door { hidden: self.hidden, held: self.held, author: self.author_id }
    }
}

/// # Errors
/// [`Error::NotFound`], also for a hidden thread that this reader cannot find.
pub fn find(conn: &mut Conn, id: i64, visible: Visible) -> Result<Thread> {
    let thread: Thread = threads::table.find(id).select(Thread::as_select()).first(conn)?;
    if visible.thread(thread.door()) { Ok(thread) } else { Err(Error::NotFound) }
}

/// Several threads by id, in no order, whether anybody may see them or not.
///
/// # Errors
/// Database failures only.
pub fn load(conn: &mut Conn, ids: &[i64]) -> Result<Vec<Thread>> {
    Ok(threads::table.filter(threads::id.eq_any(ids.iter().copied())).select(Thread::as_select()).load(conn)?)
}

/// What a list shows; `None` is no condition.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub theme: Option<i64>,
    pub kind: Option<ThreadKind>,
    pub lang: Option<Lang>,
    pub state: Option<ThreadState>,
    /// By the time of opening instead of by last activity.
    pub newest: bool,
    /// Without the pinned ones, which stand above the list.
    pub unpinned: bool,
    /// Only these.
    pub among: Option<Vec<i64>>,
    /// Whether a person has written the opening in this language.
    pub readable: Option<(Lang, bool)>,
    /// Whether anybody has replied.
    pub answered: Option<bool>,
}

/// One page of a list and where the next begins.
#[derive(Debug, Clone)]
pub struct Listed {
    pub threads: Vec<Thread>,
    pub next: Option<Cursor>,
}

/// Applies the filter's conditions on threads to a boxed query.
macro_rules! filtered {
    ($query:expr, $filter:expr, $visible:expr) => {{
        let mut query = $query;
        query = match $visible {
            Visible::Everything => query.filter(threads::held.eq(false)),
            Visible::Member(me) => query.filter(threads::hidden.eq(false).or(threads::held.eq(true).and(threads::author_id.eq(me)))),
            Visible::Public => query.filter(threads::hidden.eq(false)),
        };
        query = query.filter(threads::moved_to.is_null());
        if $filter.unpinned {
            query = query.filter(threads::pinned.eq(false));
        }
        if let Some(kind) = $filter.kind {
            query = query.filter(threads::kind.eq(kind.as_str()));
        }
        if let Some(lang) = $filter.lang {
            query = query.filter(threads::lang.eq(lang.as_str()));
        }
        if let Some(ids) = &$filter.among {
            query = query.filter(threads::id.eq_any(ids.clone()));
        }
        if let Some((lang, readable)) = $filter.readable {
            let written = slots::table
                .filter(slots::text_id.eq(threads::text_id))
                .filter(slots::lang.eq(lang.as_str()))
                .filter(slots::quality.ne_all([Quality::Empty.as_str(), Quality::Machine.as_str()]));
            query = if readable { query.filter(exists(written)) } else { query.filter(not(exists(written))) };
        }
        if let Some(answered) = $filter.answered {
            // As the index says it, not as a parameter: only so is the index used.
            query = if answered { query.filter(threads::replies.gt(0)) } else { query.filter(sql::<Bool>("threads.replies = 0")) };
        }
        if let Some(state) = $filter.state {
            query = query.filter(threads::state.eq(state.as_str()));
        }
        query
    }};
}

/// P4: a page of threads, newest activity first, as the list stood when its first page was read.
///
/// # Errors
/// Database failures only.
pub fn list(conn: &mut Conn, filter: &Filter, visible: Visible, after: Option<Cursor>, limit: usize, now: NaiveDateTime) -> Result<Listed> {
    let start = Cursor { as_of: micros(now), at: i64::MAX, id: i64::MAX };
    let cursor = after.unwrap_or(start);
    let mut places = settled(conn, filter, visible, after, limit + 1)?;
    if after.is_some() && !filter.newest {
        places.extend(moved(conn, filter, visible, cursor)?);
        places.sort_by_key(|(id, at)| std::cmp::Reverse((*at, *id)));
    }
    let more = places.len() > limit;
    places.truncate(limit);
    let next = places.last().filter(|_| more).map(|(id, at)| Cursor { as_of: cursor.as_of, at: micros(*at), id: *id });
    let ids: Vec<i64> = places.iter().map(|(id, _)| *id).collect();
    let mut rows: HashMap<i64, Thread> = threads::table
        .filter(threads::id.eq_any(ids.iter().copied()))
        .select(Thread::as_select())
        .load(conn)?
        .into_iter()
        .map(|t: Thread| (t.id, t))
        .collect();
    Ok(Listed { threads: ids.iter().filter_map(|id| rows.remove(id)).collect(), next })
}

/// Places (thread, time) of threads that have not moved since the first page.
fn settled(conn: &mut Conn, filter: &Filter, visible: Visible, after: Option<Cursor>, limit: usize) -> Result<Vec<(i64, NaiveDateTime)>> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    macro_rules! page {
        ($query:expr, $at:expr, $id:expr) => {{
            let mut query = filtered!($query, filter, visible);
            if let Some(c) = after {
                let at = time(c.at);
                query = query.filter($at.lt(at).or($at.eq(at).and($id.lt(c.id))));
                query = query.filter($at.le(time(c.as_of)));
            }
            query.order(($at.desc(), $id.desc())).limit(limit).load(conn)?
        }};
    }
    Ok(match (filter.theme, filter.newest) {
        (Some(theme), false) => {
            let query = thread_themes::table
                .inner_join(threads::table.on(threads::id.eq(thread_themes::thread_id)))
                .filter(thread_themes::theme_id.eq(theme))
                .select((thread_themes::thread_id, thread_themes::last_post_at))
                .into_boxed();
            page!(query, thread_themes::last_post_at, thread_themes::thread_id)
        }
        (Some(theme), true) => {
            let query = thread_themes::table
                .inner_join(threads::table.on(threads::id.eq(thread_themes::thread_id)))
                .filter(thread_themes::theme_id.eq(theme))
                .select((threads::id, threads::created_at))
                .into_boxed();
            page!(query, threads::created_at, threads::id)
        }
        (None, false) => {
            page!(threads::table.select((threads::id, threads::last_post_at)).into_boxed(), threads::last_post_at, threads::id)
        }
        (None, true) => page!(threads::table.select((threads::id, threads::created_at)).into_boxed(), threads::created_at, threads::id),
    })
}

/// Threads answered since the first page, at the places that they had then, as far as those come after the cursor.
fn moved(conn: &mut Conn, filter: &Filter, visible: Visible, cursor: Cursor) -> Result<Vec<(i64, NaiveDateTime)>> {
    let then = time(cursor.as_of);
    let mut query = filtered!(threads::table.select(threads::id).into_boxed(), filter, visible);
    if let Some(theme) = filter.theme {
        query = query
            .filter(threads::id.eq_any(thread_themes::table.filter(thread_themes::theme_id.eq(theme)).select(thread_themes::thread_id)));
    }
    let ids: Vec<i64> = query.filter(threads::last_post_at.gt(then)).filter(threads::created_at.le(then)).limit(1_000).load(conn)?;
    let places: Vec<(i64, Option<NaiveDateTime>)> = posts::table
        .filter(posts::thread_id.eq_any(ids))
        .filter(posts::created_at.le(then))
        .group_by(posts::thread_id)
        .select((posts::thread_id, diesel::dsl::max(posts::created_at)))
        .load(conn)?;
    let after = |(id, at): &(i64, NaiveDateTime)| (micros(*at), *id) < (cursor.at, cursor.id);
    Ok(places.into_iter().filter_map(|(id, at)| Some((id, at?))).filter(after).collect())
}

/// Pinned threads, newest first.
///
/// # Errors
/// Database failures only.
pub fn pinned(conn: &mut Conn, visible: Visible) -> Result<Vec<Thread>> {
    let query = filtered!(threads::table.select(Thread::as_select()).into_boxed(), Filter::default(), visible);
    Ok(query.filter(threads::pinned).order((threads::created_at.desc(), threads::id.desc())).limit(page::THREADS as i64).load(conn)?)
}

/// A thread to be added.
pub struct NewThread {
    pub text: i64,
    pub kind: ThreadKind,
    pub lang: Lang,
    pub author: i64,
    /// Its opening waits for a moderator (M2).
    pub held: bool,
}

/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, new: &NewThread, now: NaiveDateTime) -> Result<i64> {
    let row = (
        threads::text_id.eq(new.text),
        threads::kind.eq(new.kind.as_str()),
        threads::state.eq(ThreadState::Open.as_str()),
        threads::lang.eq(new.lang.as_str()),
        threads::author_id.eq(new.author),
        threads::created_at.eq(now),
        threads::last_post_at.eq(now),
        threads::last_author_id.eq(new.author),
        threads::last_lang.eq(new.lang.as_str()),
        threads::held.eq(new.held),
        threads::hidden.eq(new.held),
    );
    Ok(diesel::insert_into(threads::table).values(row).returning(threads::id).get_result(conn)?)
}

/// Takes the next post number of an open thread, for a post that is `readable` at once or waits, and tells when the
/// newest post came. The row stays locked until the transaction ends, so that
/// numbers have no gap and no twin, and a thread locked meanwhile takes no more posts.
///
/// # Errors
/// [`Error::NotFound`] when the thread is no longer open.
pub fn next_number(conn: &mut Conn, thread: i64, readable: bool) -> Result<(i32, NaiveDateTime)> {
    let open = threads::table.find(thread).filter(threads::state.eq(ThreadState::Open.as_str())).filter(threads::moved_to.is_null());
    Ok(diesel::update(open)
        .set((threads::newest.eq(threads::newest + 1), threads::replies.eq(threads::replies + i32::from(readable))))
        .returning((threads::newest, threads::last_post_at))
        .get_result(conn)?)
}

/// Holds several threads until the transaction ends, in the order of their ids: whoever moves posts, hides them or
/// answers waits for whoever came first.
///
/// # Errors
/// Database failures only.
pub fn lock(conn: &mut Conn, ids: &[i64]) -> Result<()> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    for id in ids {
        diesel::update(threads::table.find(id)).set(threads::newest.eq(threads::newest)).execute(conn)?;
    }
    Ok(())
}

/// Notes the newest post.
///
/// # Errors
/// Database failures only.
pub fn touch(conn: &mut Conn, thread: i64, author: i64, lang: Lang, at: NaiveDateTime) -> Result<()> {
    diesel::update(threads::table.find(thread))
        .set((threads::last_post_at.eq(at), threads::last_author_id.eq(author), threads::last_lang.eq(lang.as_str())))
        .execute(conn)?;
    Ok(())
}

/// Counts replies that can be read in or out.
///
/// # Errors
/// Database failures only.
pub fn count_replies(conn: &mut Conn, thread: i64, by: i32) -> Result<()> {
    diesel::update(threads::table.find(thread)).set(threads::replies.eq(threads::replies + by)).execute(conn)?;
    Ok(())
}

/// Changes a thread's state, if it is still `from`; tells whether it did.
///
/// # Errors
/// Database failures only.
pub fn set_state(conn: &mut Conn, thread: i64, from: ThreadState, to: ThreadState) -> Result<bool> {
    let still = threads::table.find(thread).filter(threads::state.eq(from.as_str()));
    Ok(diesel::update(still).set(threads::state.eq(to.as_str())).execute(conn)? == 1)
}

/// Tells whether it changed anything.
///
/// # Errors
/// Database failures only.
pub fn set_pinned(conn: &mut Conn, thread: i64, pinned: bool) -> Result<bool> {
    let still = threads::table.find(thread).filter(threads::pinned.eq(!pinned));
    Ok(diesel::update(still).set(threads::pinned.eq(pinned)).execute(conn)? == 1)
}

/// Tells whether it changed anything.
///
/// # Errors
/// Database failures only.
pub fn set_hidden(conn: &mut Conn, thread: i64, hidden: bool) -> Result<bool> {
    let still = threads::table.find(thread).filter(threads::hidden.eq(!hidden));
    Ok(diesel::update(still).set(threads::hidden.eq(hidden)).execute(conn)? == 1)
}

/// The opening is decided: the thread is published and counts as begun at `at`, or stays hidden like any other. Whether
/// it still waited.
///
/// # Errors
/// Database failures only.
pub fn release(conn: &mut Conn, thread: i64, publish: bool, at: NaiveDateTime) -> Result<bool> {
    let held = threads::table.find(thread).filter(threads::held.eq(true));
    let row = (threads::held.eq(false), threads::hidden.eq(!publish), threads::created_at.eq(at), threads::last_post_at.eq(at));
    Ok(diesel::update(held).set(row).execute(conn)? == 1)
}

/// An opening that was readable waits again.
///
/// # Errors
/// Database failures only.
pub fn hold(conn: &mut Conn, thread: i64) -> Result<()> {
    diesel::update(threads::table.find(thread)).set((threads::held.eq(true), threads::hidden.eq(true))).execute(conn)?;
    Ok(())
}

/// Counts the replies that can be read anew, after posts came or went.
///
/// # Errors
/// Database failures only.
pub fn recount(conn: &mut Conn, thread: i64) -> Result<()> {
    let readable: i64 = posts::table
        .filter(posts::thread_id.eq(thread))
        .filter(posts::n.gt(1))
        .filter(posts::state.eq(crate::domain::post::PostState::Visible.as_str()))
        .count()
        .get_result(conn)?;
    let replies = i32::try_from(readable).unwrap_or(i32::MAX);
    diesel::update(threads::table.find(thread)).set(threads::replies.eq(replies)).execute(conn)?;
    Ok(())
}

fn micros(at: NaiveDateTime) -> i64 {
    at.and_utc().timestamp_micros()
}

fn time(micros: i64) -> NaiveDateTime {
    DateTime::from_timestamp_micros(micros).map_or(NaiveDateTime::MAX, |t| t.naive_utc())
}
