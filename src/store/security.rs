//! What a person may want to know about their account's safety: links that were sent to them, and who came when.

use super::{
    conn::Conn,
    schema_order::{security_log, tokens},
};
use crate::{domain::words, error::Result};
use chrono::NaiveDateTime;
use diesel::prelude::*;

words! {
    /// What a link in a letter does.
    TokenKind { Reset = "reset", Address = "address" }
}

/// A link that was sent and has not served; only its hash is kept.
#[derive(Debug, Clone, Queryable)]
pub struct Token {
    pub account_id: i64,
    /// The address that the letter went to.
    pub email: String,
    pub created_at: NaiveDateTime,
}

/// Keeps a link; an earlier one of its kind to the same person serves no longer.
///
/// # Errors
/// Database failures only.
pub fn keep_token(conn: &mut Conn, kind: TokenKind, account: i64, email: &str, hash: &str, now: NaiveDateTime) -> Result<()> {
    diesel::delete(tokens::table.filter(tokens::account_id.eq(account)).filter(tokens::kind.eq(kind.as_str()))).execute(conn)?;
    let row = (
        tokens::token_hash.eq(hash),
        tokens::kind.eq(kind.as_str()),
        tokens::account_id.eq(account),
        tokens::email.eq(email),
        tokens::created_at.eq(now),
    );
    diesel::insert_into(tokens::table).values(row).execute(conn)?;
    Ok(())
}

/// The link of this kind and hash; one of another kind is none.
///
/// # Errors
/// Database failures only.
pub fn token(conn: &mut Conn, kind: TokenKind, hash: &str) -> Result<Option<Token>> {
    Ok(tokens::table
        .filter(tokens::token_hash.eq(hash))
        .filter(tokens::kind.eq(kind.as_str()))
        .select((tokens::account_id, tokens::email, tokens::created_at))
        .first(conn)
        .optional()?)
}

/// Every link to this person has served: after a change of password or address none of them works.
///
/// # Errors
/// Database failures only.
pub fn clear_tokens(conn: &mut Conn, account: i64) -> Result<usize> {
    Ok(diesel::delete(tokens::table.filter(tokens::account_id.eq(account))).execute(conn)?)
}

/// Links made before `then` are forgotten; how many they were.
///
/// # Errors
/// Database failures only.
pub fn prune_tokens(conn: &mut Conn, then: NaiveDateTime) -> Result<usize> {
    Ok(diesel::delete(tokens::table.filter(tokens::created_at.lt(then))).execute(conn)?)
}

words! {
    /// What is noted of an account's safety.
    Event {
        SignIn = "sign-in",
        /// A wrong password for this account.
        Refused = "refused",
        Password = "password",
        Address = "address",
        SignedOutElsewhere = "signed-out-elsewhere",
        Export = "export",
        Token = "token",
    }
}

/// From where somebody came: their network (as limits count it) and their browser and system in two words.
#[derive(Debug, Clone, Default)]
pub struct Whence {
    pub network: String,
    pub device: String,
}

/// One line about an account's safety.
#[derive(Debug, Clone, Queryable)]
pub struct Line {
    #[diesel(deserialize_as = String)]
    pub event: Event,
    pub network: String,
    pub device: String,
    pub at: NaiveDateTime,
}

/// # Errors
/// Database failures only.
pub fn note(conn: &mut Conn, account: i64, event: Event, whence: &Whence, now: NaiveDateTime) -> Result<()> {
    let row = (
        security_log::account_id.eq(account),
        security_log::event.eq(event.as_str()),
        security_log::network.eq(&whence.network),
        security_log::device.eq(&whence.device),
        security_log::at.eq(now),
    );
    diesel::insert_into(security_log::table).values(row).execute(conn)?;
    Ok(())
}

/// One person's lines, newest first.
///
/// # Errors
/// Database failures only.
pub fn lines(conn: &mut Conn, account: i64, limit: i64) -> Result<Vec<Line>> {
    Ok(security_log::table
        .filter(security_log::account_id.eq(account))
        .order(security_log::id.desc())
        .select((security_log::event, security_log::network, security_log::device, security_log::at))
        .limit(limit)
        .load(conn)?)
}

/// Networks noted before `then`, each once with what it is shortened to by `shorten`; how many lines changed.
///
/// # Errors
/// Database failures only.
pub fn shorten(conn: &mut Conn, then: NaiveDateTime, shorten: impl Fn(&str) -> String) -> Result<usize> {
    let networks: Vec<String> =
        security_log::table.filter(security_log::at.lt(then)).select(security_log::network).distinct().load(conn)?;
    let mut changed = 0;
    for network in networks {
        let short = shorten(&network);
        if short != network {
            let own = security_log::table.filter(security_log::at.lt(then)).filter(security_log::network.eq(&network));
            changed += diesel::update(own).set(security_log::network.eq(short)).execute(conn)?;
        }
    }
    Ok(changed)
}

/// Lines older than `then` are forgotten; how many they were.
///
/// # Errors
/// Database failures only.
pub fn prune(conn: &mut Conn, then: NaiveDateTime) -> Result<usize> {
    Ok(diesel::delete(security_log::table.filter(security_log::at.lt(then))).execute(conn)?)
}
