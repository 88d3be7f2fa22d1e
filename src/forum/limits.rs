//! How often is too often: counted in the database, before the work.

use crate::{
    error::{Error, Result},
    store::{self, Conn},
};
use chrono::{DateTime, NaiveDateTime};

/// A limit of `most` in each window of `window_s` seconds, for one bucket.
#[derive(Debug, Clone)]
pub struct Limit {
    /// What is limited, and whom: `posts account 7`.
    pub bucket: String,
    pub most: i32,
    pub window_s: i64,
}

/// Counts one more against each limit.
///
/// # Errors
/// [`Error::TooMany`] with the seconds until the fullest window ends.
pub fn take(conn: &mut Conn, limits: &[Limit], now: NaiveDateTime) -> Result<()> {
    let mut wait = 0;
    for limit in limits {
        let second = now.and_utc().timestamp();
        let starts = second - second.rem_euclid(limit.window_s);
        let starts_at = DateTime::from_timestamp(starts, 0).map_or(now, |t| t.naive_utc());
        if store::limits::hit(conn, &limit.bucket, starts_at)? > limit.most {
            wait = wait.max(starts + limit.window_s - second);
        }
    }
    match u64::try_from(wait) {
        Ok(retry_after_s) if retry_after_s > 0 => Err(Error::TooMany { retry_after_s }),
        _ => Ok(()),
    }
}

/// A limit per account and ten times that per network, each minute.
pub fn person_and_network(what: &str, account: i64, network: &str, most: i32) -> Vec<Limit> {
    vec![
        Limit { bucket: format!("{what} account {account}"), most, window_s: 60 },
        Limit { bucket: format!("{what} network {network}"), most: most.saturating_mul(10), window_s: 60 },
    ]
}

/// A limit per network alone, each minute, for what visitors do.
pub fn network(what: &str, network: &str, most: i32) -> Vec<Limit> {
    vec![Limit { bucket: format!("{what} network {network}"), most, window_s: 60 }]
}
