//! Keys for programs; secrets are kept as hashes only.

use super::{
    accounts::Account,
    conn::Conn,
    schema::{accounts, api_tokens},
};
use crate::error::{Error, Result};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// A token for the JSON API, without its secret.
#[derive(Debug, Clone, Queryable)]
pub struct ApiToken {
    pub id: i64,
    pub name: String,
    pub created_at: NaiveDateTime,
}

/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, account: i64, name: &str, hash: &str, now: NaiveDateTime) -> Result<()> {
    let row =
        (api_tokens::account_id.eq(account), api_tokens::name.eq(name), api_tokens::token_hash.eq(hash), api_tokens::created_at.eq(now));
    diesel::insert_into(api_tokens::table).values(row).execute(conn)?;
    Ok(())
}

/// The tokens of one person, newest first.
///
/// # Errors
/// Database failures only.
pub fn of(conn: &mut Conn, account: i64) -> Result<Vec<ApiToken>> {
    Ok(api_tokens::table
        .filter(api_tokens::account_id.eq(account))
        .order(api_tokens::id.desc())
        .select((api_tokens::id, api_tokens::name, api_tokens::created_at))
        .load(conn)?)
}

/// Ends a token of this person.
///
/// # Errors
/// [`Error::NotFound`] for somebody else's.
pub fn delete(conn: &mut Conn, account: i64, token: i64) -> Result<()> {
    let own = api_tokens::table.filter(api_tokens::id.eq(token)).filter(api_tokens::account_id.eq(account));
    if diesel::delete(own).execute(conn)? == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Ends every token of this person.
///
/// # Errors
/// Database failures only.
pub fn delete_all(conn: &mut Conn, account: i64) -> Result<()> {
    diesel::delete(api_tokens::table.filter(api_tokens::account_id.eq(account))).execute(conn)?;
    Ok(())
}

/// Whose token this is.
///
/// # Errors
/// Database failures only.
pub fn owner(conn: &mut Conn, hash: &str) -> Result<Option<Account>> {
    Ok(accounts::table
        .inner_join(api_tokens::table.on(api_tokens::account_id.eq(accounts::id)))
        .filter(api_tokens::token_hash.eq(hash))
        .select(Account::as_select())
        .first(conn)
        .optional()?)
}
