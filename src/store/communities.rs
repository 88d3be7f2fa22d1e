//! C4: to which language community somebody belongs in a thread, and whose positions count.

use super::{
    conn::{Conn, on_each},
    schema_consensus::{communities, eligibility},
};
use crate::{
    domain::{lang::Lang, words},
    error::Result,
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// What somebody declared.
#[derive(Debug, Clone, Queryable)]
pub struct Membership {
    pub account_id: i64,
    #[diesel(deserialize_as = String)]
    pub lang: Lang,
    pub corrected_at: Option<NaiveDateTime>,
}

/// The communities of the people of several threads, by thread and account.
///
/// # Errors
/// Database failures only.
pub fn of_threads(conn: &mut Conn, threads: &[i64]) -> Result<HashMap<(i64, i64), Membership>> {
    let rows: Vec<(i64, Membership)> = communities::table
        .filter(communities::thread_id.eq_any(threads.iter().copied()))
        .select((communities::thread_id, (communities::account_id, communities::lang, communities::corrected_at)))
        .load(conn)?;
    Ok(rows.into_iter().map(|(thread, m)| ((thread, m.account_id), m)).collect())
}

/// # Errors
/// Database failures only.
pub fn find(conn: &mut Conn, thread: i64, account: i64) -> Result<Option<Membership>> {
    Ok(communities::table
        .find((thread, account))
        .select((communities::account_id, communities::lang, communities::corrected_at))
        .first(conn)
        .optional()?)
}

/// # Errors
/// Database failures only.
pub fn declare(conn: &mut Conn, thread: i64, account: i64, lang: Lang, now: NaiveDateTime) -> Result<()> {
    let row = (
        communities::thread_id.eq(thread),
        communities::account_id.eq(account),
        communities::lang.eq(lang.as_str()),
        communities::at.eq(now),
    );
    diesel::insert_into(communities::table).values(row).execute(conn)?;
    Ok(())
}

/// A moderator corrects what somebody declared; whether nobody had before.
///
/// # Errors
/// Database failures only.
pub fn correct(conn: &mut Conn, thread: i64, account: i64, lang: Lang, by: i64, now: NaiveDateTime) -> Result<bool> {
    let once = communities::table.find((thread, account)).filter(communities::corrected_at.is_null());
    let row = (communities::lang.eq(lang.as_str()), communities::corrected_by.eq(Some(by)), communities::corrected_at.eq(Some(now)));
    Ok(diesel::update(once).set(row).execute(conn)? == 1)
}

/// What somebody declared in every thread: thread, language, time.
///
/// # Errors
/// Database failures only.
pub fn of_person(conn: &mut Conn, account: i64) -> Result<Vec<(i64, String, NaiveDateTime)>> {
    Ok(communities::table
        .filter(communities::account_id.eq(account))
        .order(communities::at)
        .select((communities::thread_id, communities::lang, communities::at))
        .load(conn)?)
}

words! {
    /// Why somebody's positions count.
    Because {
        /// Their first post that everybody could read.
        Post = "post",
        /// A moderator vouched for them.
        Moderator = "moderator",
    }
}

/// From now on somebody's positions count. Written once; after a moderator took it away only a moderator gives it back.
///
/// # Errors
/// Database failures only.
pub fn make_eligible(conn: &mut Conn, account: i64, because: Because, now: NaiveDateTime) -> Result<()> {
    // Two first posts of one person may be accepted at once.
    let row = (eligibility::account_id.eq(account), eligibility::because.eq(because.as_str()), eligibility::at.eq(now));
    on_each!(conn, c => diesel::insert_into(eligibility::table).values(row).on_conflict_do_nothing().execute(c))?;
    if because == Because::Moderator {
        let lost = eligibility::table.find(account).filter(eligibility::lost_at.is_not_null());
        let row = (eligibility::because.eq(because.as_str()), eligibility::at.eq(now), eligibility::lost_at.eq(None::<NaiveDateTime>));
        diesel::update(lost).set(row).execute(conn)?;
    }
    Ok(())
}

/// A moderator takes it away; the log says why.
///
/// # Errors
/// Database failures only.
pub fn make_ineligible(conn: &mut Conn, account: i64, now: NaiveDateTime) -> Result<()> {
    diesel::update(eligibility::table.find(account)).set(eligibility::lost_at.eq(Some(now))).execute(conn)?;
    Ok(())
}

/// Whether somebody's positions count.
///
/// # Errors
/// Database failures only.
pub fn is_eligible(conn: &mut Conn, account: i64) -> Result<bool> {
    let known: Option<Option<NaiveDateTime>> = eligibility::table.find(account).select(eligibility::lost_at).first(conn).optional()?;
    Ok(known == Some(None))
}

/// Those of the people of several threads whose positions count.
///
/// # Errors
/// Database failures only.
pub fn eligible(conn: &mut Conn, threads: &[i64]) -> Result<HashSet<i64>> {
    let people = communities::table.filter(communities::thread_id.eq_any(threads.iter().copied())).select(communities::account_id);
    Ok(eligibility::table
        .filter(eligibility::lost_at.is_null())
        .filter(eligibility::account_id.eq_any(people))
        .select(eligibility::account_id)
        .load::<i64>(conn)?
        .into_iter()
        .collect())
}
