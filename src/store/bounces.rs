//! Letters that came back for good (D7), and the addresses that are stopped by them.

use super::{
    conn::{Conn, on_each},
    schema_order::{bounces, outbox},
};
use crate::{domain::bounce::STOPS, error::Result};
use chrono::NaiveDateTime;
use diesel::{
    dsl::{count_star, max},
    prelude::*,
};

/// Notes that a letter came back from an address; the same letter counts once.
///
/// # Errors
/// Database failures only.
pub fn note(conn: &mut Conn, key: &str, message_id: &str, said: &str, now: NaiveDateTime) -> Result<()> {
    let row = (bounces::email_key.eq(key), bounces::message_id.eq(message_id), bounces::said.eq(said), bounces::at.eq(now));
    on_each!(conn, c => diesel::insert_into(bounces::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// To whom a letter went, by what stands before the @ of its `Message-ID`.
///
/// # Errors
/// Database failures only.
pub fn addressee(conn: &mut Conn, message_id: &str) -> Result<Option<String>> {
    Ok(outbox::table.filter(outbox::message_id.eq(message_id)).select(outbox::email).first(conn).optional()?)
}

/// Of these addresses, by key, those that are stopped.
///
/// # Errors
/// Database failures only.
pub fn stopped(conn: &mut Conn, keys: &[String]) -> Result<Vec<String>> {
    Ok(bounces::table
        .filter(bounces::email_key.eq_any(keys))
        .group_by(bounces::email_key)
        .having(count_star().ge(STOPS))
        .select(bounces::email_key)
        .load(conn)?)
}

/// An address that gets no letters, since when, and what the last one said that came back.
#[derive(Debug, Clone, Queryable)]
pub struct Stopped {
    pub key: String,
    pub said: String,
    pub at: NaiveDateTime,
}

/// What came back last from an address that is stopped.
///
/// # Errors
/// Database failures only.
pub fn of(conn: &mut Conn, key: &str) -> Result<Option<Stopped>> {
    let rows: Vec<Stopped> = bounces::table
        .filter(bounces::email_key.eq(key))
        .order(bounces::id.desc())
        .limit(STOPS)
        .select((bounces::email_key, bounces::said, bounces::at))
        .load(conn)?;
    Ok(if rows.len() as i64 >= STOPS { rows.into_iter().next() } else { None })
}

/// Stopped addresses, the newest first.
///
/// # Errors
/// Database failures only.
pub fn list(conn: &mut Conn, limit: i64) -> Result<Vec<Stopped>> {
    let keys: Vec<(String, Option<i64>)> = bounces::table
        .group_by(bounces::email_key)
        .having(count_star().ge(STOPS))
        .order(diesel::dsl::max(bounces::id).desc())
        .select((bounces::email_key, diesel::dsl::max(bounces::id)))
        .limit(limit)
        .load(conn)?;
    let last: Vec<i64> = keys.into_iter().filter_map(|(_, id)| id).collect();
    Ok(bounces::table
        .filter(bounces::id.eq_any(last))
        .order(bounces::id.desc())
        .select((bounces::email_key, bounces::said, bounces::at))
        .load(conn)?)
}

/// How many addresses are stopped.
///
/// # Errors
/// Database failures only.
pub fn count(conn: &mut Conn) -> Result<i64> {
    let keys = bounces::table.group_by(bounces::email_key).having(count_star().ge(STOPS)).select(bounces::email_key);
    Ok(i64::try_from(keys.load::<String>(conn)?.len()).unwrap_or(i64::MAX))
}

/// Letters go to this address again.
///
/// # Errors
/// Database failures only.
pub fn forget(conn: &mut Conn, key: &str) -> Result<()> {
    diesel::delete(bounces::table.filter(bounces::email_key.eq(key))).execute(conn)?;
    Ok(())
}

/// What came back before `then` and stopped nobody is forgotten; an address from which nothing came back since `long_ago` is
/// not stopped any more.
///
/// # Errors
/// Database failures only.
pub fn prune(conn: &mut Conn, then: NaiveDateTime, long_ago: NaiveDateTime) -> Result<()> {
    let by_address = || bounces::table.group_by(bounces::email_key).select(bounces::email_key);
    let quiet: Vec<String> = by_address().having(max(bounces::at).lt(long_ago)).load(conn)?;
    diesel::delete(bounces::table.filter(bounces::email_key.eq_any(quiet))).execute(conn)?;
    let stopped: Vec<String> = by_address().having(count_star().ge(STOPS)).load(conn)?;
    diesel::delete(bounces::table.filter(bounces::at.lt(then)).filter(bounces::email_key.ne_all(stopped))).execute(conn)?;
    Ok(())
}
