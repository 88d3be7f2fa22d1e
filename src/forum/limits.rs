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
        if count(conn, &limit.bucket, limit.window_s, now)? > limit.most {
            wait = wait.max(window(second, limit.window_s) + limit.window_s - second);
        }
    }
    match u64::try_from(wait) {
        Ok(retry_after_s) if retry_after_s > 0 => Err(Error::TooMany { retry_after_s }),
        _ => Ok(()),
    }
}

/// Counts one more in this bucket's window of `window_s` seconds and tells how many there are now.
///
/// # Errors
/// Database failures only.
pub fn count(conn: &mut Conn, bucket: &str, window_s: i64, now: NaiveDateTime) -> Result<i32> {
    let starts = window(now.and_utc().timestamp(), window_s);
    store::limits::hit(conn, bucket, DateTime::from_timestamp(starts, 0).map_or(now, |t| t.naive_utc()))
}

fn window(second: i64, window_s: i64) -> i64 {
    second - second.rem_euclid(window_s)
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
