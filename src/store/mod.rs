//! Only SQL: the sole place that knows diesel, and which database runs.
//!
//! Functions take the connection of a transaction that `Db` began; none begins one of its own.

pub mod accounts;
pub mod api_tokens;
pub mod attachments;
pub mod bounces;
pub mod canned;
pub mod cases;
pub mod claims;
pub mod communities;
pub mod conn;
pub mod consensus;
pub mod coverage;
pub mod curation;
pub mod declarations;
pub mod drafts;
pub mod events;
pub mod figures;
pub mod glossary;
pub mod issues;
pub mod joins;
pub mod leases;
pub mod limits;
pub mod members;
pub mod migrate;
pub mod moderation;
pub mod notices;
pub mod objections;
pub mod outbox;
pub mod pages;
pub mod positions;
pub mod posts;
pub mod privacy;
pub mod queue;
pub mod reactions;
pub mod readings;
pub mod references;
pub mod relocations;
pub mod requests;
mod schema;
mod schema_consensus;
mod schema_digests;
mod schema_order;
pub mod search;
pub mod security;
pub mod sessions;
pub mod sitemap;
pub mod slots;
pub mod statements;
pub mod subscriptions;
pub mod texts;
pub mod themes;
pub mod threads;
pub mod version;
pub mod watches;

pub use conn::{Conn, Db};

use crate::error::{Error, Result};
use diesel::connection::SimpleConnection;
use std::time::Instant;

impl Db {
    /// [`Db::read_now`], off the threads that serve requests.
    ///
    /// # Errors
    /// As `read_now`.
    pub async fn read<T: Send + 'static>(&self, read: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static) -> Result<T> {
        let db = self.clone();
        off_thread(move || db.read_now(read)).await
    }

    /// The number of the state that everybody sees ([`version`]), with everything that this process has written, and what
    /// other processes wrote until five milliseconds ago.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn version(&self) -> Result<i64> {
        let writes = match self.known().get() {
            Ok(version) => return Ok(version),
            Err(writes) => writes,
        };
        let began = Instant::now();
        let version = self.read(version::current).await?;
        self.known().set(version, writes, began);
        Ok(version)
    }

    /// [`Db::write_now`], off the threads that serve requests.
    ///
    /// # Errors
    /// As `write_now`.
    pub async fn write<T: Send + 'static>(&self, write: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static) -> Result<T> {
        let db = self.clone();
        off_thread(move || db.write_now(write)).await
    }
}

/// Lets only one process at a time go on from here to the end of its transaction; SQLite has one writer anyway.
///
/// # Errors
/// Database failures only.
pub fn alone(conn: &mut Conn) -> Result<()> {
    match conn {
        Conn::Sqlite(_) => Ok(()),
        Conn::Postgres(c) => Ok(c.batch_execute("SELECT pg_advisory_xact_lock(7472)")?),
    }
}

/// Runs work that blocks or costs time where it holds up no other request.
///
/// # Errors
/// What `work` returns; a panic in it is an internal error.
pub async fn off_thread<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|e| Err(Error::Internal(e.into())))
}
