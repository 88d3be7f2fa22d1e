//! P7: how far members have read, and what is new for them.

use super::{
    conn::{Conn, on_each},
    schema::{accounts, posts, readings},
};
use crate::{
    domain::{
        post::PostState,
        watch::{Level, Watched},
    },
    error::Result,
};
use chrono::NaiveDateTime;
use diesel::{prelude::*, sql_query, sql_types::BigInt};
use std::collections::HashMap;

/// What is new is looked for in so many threads, the most recently active.
const RECENT: i64 = 500;

/// Whose reading is asked about, and until when everything counts as read.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    pub account: i64,
    pub caught_up_at: NaiveDateTime,
}

/// A post that this reader has not read: it can be read, it is not their own, and it came after what they have read.
macro_rules! new_posts {
    ($reader:expr) => {
        posts::table
            .left_join(readings::table.on(readings::thread_id.eq(posts::thread_id).and(readings::account_id.eq($reader.account))))
            .filter(posts::state.eq(PostState::Visible.as_str()))
            .filter(posts::author_id.ne($reader.account))
            .filter(posts::created_at.gt($reader.caught_up_at))
            .filter(readings::read_to.is_null().or(posts::created_at.nullable().gt(readings::read_to.nullable())))
    };
}

/// How many posts are new, by thread; threads without any are left out.
///
/// # Errors
/// Database failures only.
pub fn counts(conn: &mut Conn, reader: Reader, threads: &[i64]) -> Result<HashMap<i64, i64>> {
    let rows: Vec<(i64, i64)> = new_posts!(reader)
        .filter(posts::thread_id.eq_any(threads.iter().copied()))
        .group_by(posts::thread_id)
        .select((posts::thread_id, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The oldest new post of a thread.
///
/// # Errors
/// Database failures only.
pub fn first(conn: &mut Conn, reader: Reader, thread: i64) -> Result<Option<i64>> {
    let new = new_posts!(reader).filter(posts::thread_id.eq(thread)).order((posts::created_at, posts::id));
    Ok(new.select(posts::id).first(conn).optional()?)
}

/// When the oldest new post of a thread came that is not among these.
///
/// # Errors
/// Database failures only.
pub fn first_unseen(conn: &mut Conn, reader: Reader, thread: i64, seen: &[i64]) -> Result<Option<NaiveDateTime>> {
    let new = new_posts!(reader).filter(posts::thread_id.eq(thread)).filter(posts::id.ne_all(seen.iter().copied()));
    Ok(new.order((posts::created_at, posts::id)).select(posts::created_at).first(conn).optional()?)
}

/// When the newest of these posts of a thread came.
///
/// # Errors
/// Database failures only.
pub fn newest_among(conn: &mut Conn, thread: i64, ids: &[i64]) -> Result<Option<NaiveDateTime>> {
    let of_thread = posts::table.filter(posts::thread_id.eq(thread)).filter(posts::id.eq_any(ids.iter().copied()));
    Ok(of_thread.select(diesel::dsl::max(posts::created_at)).first(conn)?)
}

/// Copies how far everybody has read one thread to another that was split off from it.
///
/// # Errors
/// Database failures only.
pub fn split(conn: &mut Conn, from: i64, to: i64) -> Result<()> {
    let sql = format!(
        "INSERT INTO readings (account_id, thread_id, read_to) SELECT account_id, {to}, read_to FROM readings WHERE thread_id = {from}"
    );
    on_each!(conn, c => sql_query(sql).execute(c))?;
    Ok(())
}

/// Which of a thread's posts are new, at most as many as a page shows.
///
/// # Errors
/// Database failures only.
pub fn new_among(conn: &mut Conn, reader: Reader, ids: &[i64]) -> Result<Vec<i64>> {
    Ok(new_posts!(reader).filter(posts::id.eq_any(ids.iter().copied())).select(posts::id).load(conn)?)
}

/// SQL for the threads in which something is new for a reader, the most recently active first; muted ones are left out.
/// Its columns are `id` and `last_post_at`.
fn unread_sql(reader: Reader) -> String {
    let me = reader.account;
    let muted = |subject: Watched, id: &str| {
        format!("SELECT w.level FROM watches w WHERE w.account_id = {me} AND w.subject = '{subject}' AND w.subject_id = {id}")
    };
    let by_theme = |is: &str| {
        format!(
            "EXISTS (SELECT 1 FROM watches w JOIN thread_themes wt ON wt.theme_id = w.subject_id WHERE w.account_id = {me}
             AND w.subject = '{}' AND w.level {is} '{}' AND wt.thread_id = t.id)",
            Watched::Theme,
            Level::Mute
        )
    };
    format!(
        "SELECT t.id, t.last_post_at FROM (SELECT id, last_post_at FROM threads WHERE NOT hidden AND moved_to IS NULL
           AND last_post_at > '{floor}' ORDER BY last_post_at DESC, id DESC LIMIT {RECENT}) t
         LEFT JOIN readings r ON r.thread_id = t.id AND r.account_id = {me}
         WHERE (r.read_to IS NULL OR t.last_post_at > r.read_to)
           AND EXISTS (SELECT 1 FROM posts p WHERE p.thread_id = t.id AND p.state = 'visible' AND p.author_id <> {me}
             AND p.created_at > '{floor}' AND (r.read_to IS NULL OR p.created_at > r.read_to))
           AND COALESCE(({own}), CASE WHEN {mute} AND NOT {follow} THEN 'mute' ELSE '' END) <> 'mute'",
        floor = reader.caught_up_at,
        own = muted(Watched::Thread, "t.id"),
        mute = by_theme("="),
        follow = by_theme("<>"),
    )
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// Threads with something new, the most recently active first.
///
/// # Errors
/// Database failures only.
pub fn unread_threads(conn: &mut Conn, reader: Reader, limit: usize) -> Result<Vec<i64>> {
    let sql = format!("{} ORDER BY t.last_post_at DESC, t.id DESC LIMIT {limit}", unread_sql(reader));
    let rows: Vec<Row> = on_each!(conn, c => sql_query(sql).load(c))?;
    Ok(rows.into_iter().map(|r| r.id).collect())
}

/// How many threads have something new, by theme.
///
/// # Errors
/// Database failures only.
pub fn unread_by_theme(conn: &mut Conn, reader: Reader) -> Result<HashMap<i64, i64>> {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        theme: i64,
        #[diesel(sql_type = BigInt)]
        threads: i64,
    }
    let sql = format!(
        "SELECT tt.theme_id AS theme, COUNT(*) AS threads FROM ({}) u JOIN thread_themes tt ON tt.thread_id = u.id GROUP BY tt.theme_id",
        unread_sql(reader)
    );
    let rows: Vec<Count> = on_each!(conn, c => sql_query(sql).load(c))?;
    Ok(rows.into_iter().map(|r| (r.theme, r.threads)).collect())
}

/// Notes that somebody has read a thread to this moment; what they have read before stays read.
///
/// # Errors
/// Database failures only.
pub fn read_to(conn: &mut Conn, account: i64, thread: i64, at: NaiveDateTime) -> Result<()> {
    let row = (readings::account_id.eq(account), readings::thread_id.eq(thread), readings::read_to.eq(at));
    on_each!(conn, c => diesel::insert_into(readings::table).values(row).on_conflict_do_nothing().execute(c))?;
    let earlier = readings::table.find((account, thread)).filter(readings::read_to.lt(at));
    diesel::update(earlier).set(readings::read_to.eq(at)).execute(conn)?;
    Ok(())
}

/// Everything that was written until `at` counts as read.
///
/// # Errors
/// Database failures only.
pub fn catch_up(conn: &mut Conn, account: i64, at: NaiveDateTime) -> Result<()> {
    diesel::update(accounts::table.find(account)).set(accounts::caught_up_at.eq(Some(at))).execute(conn)?;
    Ok(())
}

/// Leaves what is older than what counts as read anyway.
///
/// # Errors
/// Database failures only.
pub fn forget_before(conn: &mut Conn, account: i64, at: NaiveDateTime) -> Result<()> {
    diesel::delete(readings::table.filter(readings::account_id.eq(account)).filter(readings::read_to.le(at))).execute(conn)?;
    Ok(())
}

/// A post's thread and the moment that it came.
///
/// # Errors
/// [`crate::error::Error::NotFound`] where the post stands in another thread.
pub fn moment(conn: &mut Conn, thread: i64, post: i64) -> Result<NaiveDateTime> {
    Ok(posts::table.find(post).filter(posts::thread_id.eq(thread)).select(posts::created_at).first(conn)?)
}
