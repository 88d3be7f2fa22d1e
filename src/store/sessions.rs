//! Who is signed in where, and the one-time address of a new forum. Secrets are kept as hashes only.

use super::{
    accounts::Account,
    conn::Conn,
    schema::{accounts, sessions, setup_tokens},
};
use crate::error::Result;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// A session and the person it belongs to.
#[derive(Debug, Clone)]
pub struct Session {
    pub account: Account,
    pub created_at: NaiveDateTime,
    pub seen_at: NaiveDateTime,
}

/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, hash: &str, account: i64, device: &str, now: NaiveDateTime) -> Result<()> {
    let row = (
        sessions::token_hash.eq(hash),
        sessions::account_id.eq(account),
        sessions::created_at.eq(now),
        sessions::seen_at.eq(now),
        sessions::device.eq(device),
    );
    diesel::insert_into(sessions::table).values(row).execute(conn)?;
    Ok(())
}

/// The session of a hashed cookie, whatever its age.
///
/// # Errors
/// Database failures only.
pub fn find(conn: &mut Conn, hash: &str) -> Result<Option<Session>> {
    let row: Option<(Account, NaiveDateTime, NaiveDateTime)> = sessions::table
        .inner_join(accounts::table.on(accounts::id.eq(sessions::account_id)))
        .filter(sessions::token_hash.eq(hash))
        .select((Account::as_select(), sessions::created_at, sessions::seen_at))
        .first(conn)
        .optional()?;
    Ok(row.map(|(account, created_at, seen_at)| Session { account, created_at, seen_at }))
}

/// Notes that a session is in use.
///
/// # Errors
/// Database failures only.
pub fn touch(conn: &mut Conn, hash: &str, now: NaiveDateTime) -> Result<()> {
    diesel::update(sessions::table.find(hash)).set(sessions::seen_at.eq(now)).execute(conn)?;
    Ok(())
}

/// Ends one session.
///
/// # Errors
/// Database failures only.
pub fn delete(conn: &mut Conn, hash: &str) -> Result<()> {
    diesel::delete(sessions::table.find(hash)).execute(conn)?;
    Ok(())
}

/// Ends every session of a person: after a change of role nobody keeps the old one.
///
/// # Errors
/// Database failures only.
pub fn delete_all(conn: &mut Conn, account: i64) -> Result<()> {
    diesel::delete(sessions::table.filter(sessions::account_id.eq(account))).execute(conn)?;
    Ok(())
}

/// So many characters of a session's hash name it in its owner's list: enough to be one, too few to be used.
const KEY_CHARS: usize = 12;

/// A session in its owner's list.
#[derive(Debug, Clone)]
pub struct Place {
    pub key: String,
    pub device: String,
    pub created_at: NaiveDateTime,
    pub seen_at: NaiveDateTime,
    /// The one of the hash that was given.
    pub here: bool,
}

/// Where this person is signed in, last used first; `here` is the hash of the session that asks.
///
/// # Errors
/// Database failures only.
pub fn of(conn: &mut Conn, account: i64, here: &str) -> Result<Vec<Place>> {
    let rows: Vec<(String, String, NaiveDateTime, NaiveDateTime)> = sessions::table
        .filter(sessions::account_id.eq(account))
        .order(sessions::seen_at.desc())
        .select((sessions::token_hash, sessions::device, sessions::created_at, sessions::seen_at))
        .load(conn)?;
    let place = |(hash, device, created_at, seen_at): (String, String, _, _)| Place {
        here: hash == here,
        key: hash.chars().take(KEY_CHARS).collect(),
        device,
        created_at,
        seen_at,
    };
    Ok(rows.into_iter().map(place).collect())
}

/// Ends one session of a person by its key; somebody else's stays.
///
/// # Errors
/// Database failures only.
pub fn delete_by_key(conn: &mut Conn, account: i64, key: &str) -> Result<()> {
    let own: Vec<String> = sessions::table.filter(sessions::account_id.eq(account)).select(sessions::token_hash).load(conn)?;
    for hash in own.iter().filter(|hash| key.len() == KEY_CHARS && hash.starts_with(key)) {
        delete(conn, hash)?;
    }
    Ok(())
}

/// Ends every session of a person but the one of this hash.
///
/// # Errors
/// Database failures only.
pub fn delete_others(conn: &mut Conn, account: i64, here: &str) -> Result<()> {
    diesel::delete(sessions::table.filter(sessions::account_id.eq(account)).filter(sessions::token_hash.ne(here))).execute(conn)?;
    Ok(())
}

/// Drops what was last seen before `then`.
///
/// # Errors
/// Database failures only.
pub fn prune(conn: &mut Conn, then: NaiveDateTime) -> Result<()> {
    diesel::delete(sessions::table.filter(sessions::seen_at.lt(then))).execute(conn)?;
    Ok(())
}

/// Adds the one-time address of a forum without people.
///
/// # Errors
/// Database failures only.
pub fn set_setup(conn: &mut Conn, hash: &str, now: NaiveDateTime) -> Result<()> {
    diesel::insert_into(setup_tokens::table).values((setup_tokens::token_hash.eq(hash), setup_tokens::created_at.eq(now))).execute(conn)?;
    Ok(())
}

/// Whether this is a one-time address of this forum.
///
/// # Errors
/// Database failures only.
pub fn has_setup(conn: &mut Conn, hash: &str) -> Result<bool> {
    Ok(setup_tokens::table.find(hash).select(setup_tokens::created_at).first::<NaiveDateTime>(conn).optional()?.is_some())
}

/// The one-time addresses have served; how many there were.
///
/// # Errors
/// Database failures only.
pub fn clear_setup(conn: &mut Conn) -> Result<usize> {
    Ok(diesel::delete(setup_tokens::table).execute(conn)?)
}
