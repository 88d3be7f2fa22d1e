//! What letters have to know of members.

use super::{
    accounts::Account,
    conn::Conn,
    schema::{accounts, notices, watches},
};
use crate::{
    domain::{
        account::Role,
        notice::NoticeKind,
        watch::{Level, Watched},
    },
    error::Result,
};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// What is known of members for their letters.
#[derive(Debug, Default)]
pub struct Members {
    pub accounts: HashMap<i64, Account>,
    pub watches: HashMap<i64, Vec<(Watched, i64, Level)>>,
    /// Texts in which somebody waits for their answer.
    pub answers: HashMap<i64, HashSet<i64>>,
}

/// The accounts of several subscribers, by id.
///
/// # Errors
/// Database failures only.
pub fn accounts(conn: &mut Conn, ids: &[i64]) -> Result<HashMap<i64, Account>> {
    let mut people = HashMap::new();
    // A statement of SQLite takes 32,766 values.
    for ids in ids.chunks(10_000) {
        let found: Vec<Account> = accounts::table.filter(accounts::id.eq_any(ids)).select(Account::as_select()).load(conn)?;
        people.extend(found.into_iter().map(|a| (a.id, a)));
    }
    Ok(people)
}

/// Everybody who moderates.
///
/// # Errors
/// Database failures only.
pub fn moderators(conn: &mut Conn) -> Result<Vec<i64>> {
    Ok(accounts::table
        .filter(accounts::role.eq_any([Role::Moderator.as_str(), Role::Admin.as_str()]))
        .order(accounts::id)
        .select(accounts::id)
        .load(conn)?)
}

/// Several members, in a fixed number of queries.
///
/// # Errors
/// Database failures only.
pub fn load(conn: &mut Conn, ids: &[i64]) -> Result<Members> {
    let of = || ids.iter().copied();
    let mut members = Members { accounts: accounts(conn, ids)?, ..Members::default() };
    let watched: Vec<(i64, String, i64, String)> = watches::table
        .filter(watches::account_id.eq_any(of()))
        .select((watches::account_id, watches::subject, watches::subject_id, watches::level))
        .load(conn)?;
    for (account, subject, id, level) in watched {
        if let (Some(subject), Some(level)) = (Watched::parse(&subject), Level::parse(&level)) {
            members.watches.entry(account).or_default().push((subject, id, level));
        }
    }
    let asks: Vec<&str> = NoticeKind::ALL.iter().filter(|k| k.asks()).map(|k| k.as_str()).collect();
    let unread: Vec<(i64, Option<i64>)> = notices::table
        .filter(notices::account_id.eq_any(of()))
        .filter(notices::read_at.is_null())
        .filter(notices::kind.eq_any(asks))
        .select((notices::account_id, notices::text_id))
        .load(conn)?;
    for (account, text) in unread {
        members.answers.entry(account).or_default().extend(text);
    }
    Ok(members)
}
