//! What members follow and have muted.

use super::{
    conn::{Conn, on_each},
    schema::{accounts, watches},
};
use crate::{
    domain::watch::{self, Level, Watched},
    error::Result,
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashMap;

/// What somebody said of one thing.
///
/// # Errors
/// Database failures only.
pub fn level(conn: &mut Conn, account: i64, watched: Watched, id: i64) -> Result<Option<Level>> {
    let word: Option<String> = watches::table.find((account, watched.as_str(), id)).select(watches::level).first(conn).optional()?;
    Ok(word.as_deref().and_then(Level::parse))
}

/// What somebody said of several things of one kind.
///
/// # Errors
/// Database failures only.
pub fn levels(conn: &mut Conn, account: i64, watched: Watched, ids: &[i64]) -> Result<HashMap<i64, Level>> {
    let rows: Vec<(i64, String)> = watches::table
        .filter(watches::account_id.eq(account))
        .filter(watches::subject.eq(watched.as_str()))
        .filter(watches::subject_id.eq_any(ids.iter().copied()))
        .select((watches::subject_id, watches::level))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(id, word)| Some((id, Level::parse(&word)?))).collect())
}

/// Says how closely somebody watches something; `None`: no longer.
///
/// # Errors
/// Database failures only.
pub fn watch(conn: &mut Conn, account: i64, watched: Watched, id: i64, level: Option<Level>, now: NaiveDateTime) -> Result<()> {
    let Some(level) = level else {
        diesel::delete(watches::table.find((account, watched.as_str(), id))).execute(conn)?;
        return Ok(());
    };
    let row = (
        watches::account_id.eq(account),
        watches::subject.eq(watched.as_str()),
        watches::subject_id.eq(id),
        watches::level.eq(level.as_str()),
        watches::at.eq(now),
    );
    on_each!(conn, c => diesel::insert_into(watches::table)
        .values(row)
        .on_conflict((watches::account_id, watches::subject, watches::subject_id))
        .do_update()
        .set((watches::level.eq(level.as_str()), watches::at.eq(now)))
        .execute(c))?;
    Ok(())
}

/// Everything that somebody watches, by kind, id and level.
///
/// # Errors
/// Database failures only.
pub fn all(conn: &mut Conn, account: i64) -> Result<Vec<(Watched, i64, Level)>> {
    let rows: Vec<(String, i64, String)> = watches::table
        .filter(watches::account_id.eq(account))
        .order((watches::subject, watches::at.desc(), watches::subject_id))
        .select((watches::subject, watches::subject_id, watches::level))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(s, id, l)| Some((Watched::parse(&s)?, id, Level::parse(&l)?))).collect())
}

/// How many members follow something.
///
/// # Errors
/// Database failures only.
pub fn followers(conn: &mut Conn, watched: Watched, id: i64) -> Result<i64> {
    Ok(watches::table
        .inner_join(accounts::table.on(accounts::id.eq(watches::account_id)))
        .filter(accounts::erased_at.is_null())
        .filter(watches::subject.eq(watched.as_str()))
        .filter(watches::subject_id.eq(id))
        .filter(watches::level.eq(Level::Follow.as_str()))
        .count()
        .get_result(conn)?)
}

/// Who has muted a thread, or its themes without following it, among several people.
///
/// # Errors
/// Database failures only.
pub fn muted_by(conn: &mut Conn, thread: i64, themes: &[i64], people: &[i64]) -> Result<Vec<i64>> {
    let rows: Vec<(i64, String, String)> = watches::table
        .filter(watches::account_id.eq_any(people.iter().copied()))
        .filter(
            (watches::subject.eq(Watched::Thread.as_str()).and(watches::subject_id.eq(thread)))
                .or(watches::subject.eq(Watched::Theme.as_str()).and(watches::subject_id.eq_any(themes.iter().copied()))),
        )
        .select((watches::account_id, watches::subject, watches::level))
        .load(conn)?;
    let of = |person: i64| {
        let mine = rows.iter().filter(move |(id, _, _)| *id == person);
        let said = |subject: Watched| mine.clone().filter(move |(_, s, _)| s == subject.as_str()).filter_map(|(_, _, l)| Level::parse(l));
        let level = watch::level(said(Watched::Thread).next(), &said(Watched::Theme).collect::<Vec<_>>());
        level == Some(Level::Mute)
    };
    Ok(people.iter().copied().filter(|p| of(*p)).collect())
}
