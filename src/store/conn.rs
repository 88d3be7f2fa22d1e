//! One connection type for both databases, its pools, and the only transactions there are.
//!
//! Every write begins with `BEGIN IMMEDIATE` on SQLite: a read that turns into a write would otherwise
//! fail at once when another writer came first, whatever the timeout.

use super::version::Known;
use crate::error::{Error, Result};
use anyhow::{Context, anyhow};
use diesel::{
    connection::{AnsiTransactionManager, Connection, SimpleConnection, TransactionManager},
    pg::PgConnection,
    r2d2::{CustomizeConnection, ManageConnection, Pool},
    sqlite::SqliteConnection,
};
use std::{path::Path, sync::Arc, time::Duration};

/// A connection to either database.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// Runs one query on whichever database it is, for what the common query type refuses
/// (upserts and inserts of several rows).
macro_rules! on_each {
    ($conn:expr, $c:ident => $body:expr) => {
        match $conn {
            $crate::store::conn::Conn::Sqlite($c) => $body,
            $crate::store::conn::Conn::Postgres($c) => $body,
        }
    };
}
pub(crate) use on_each;

/// Which database an address names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A file's path.
    Sqlite(String),
    /// The whole address.
    Postgres(String),
}

impl Place {
    /// # Errors
    /// Any form but `sqlite://…`, `postgres://…`, `postgresql://…`.
    pub fn parse(url: &str) -> std::result::Result<Self, String> {
        if let Some(path) = url.strip_prefix("sqlite://") {
            return Ok(Self::Sqlite(path.to_owned()));
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url.to_owned()));
        }
        Err("database.url begins with neither sqlite:// nor postgres://".to_owned())
    }
}

/// The pools: on SQLite one writer and several readers, on PostgreSQL one pool for both.
#[derive(Clone)]
pub struct Db {
    readers: Pool<Manager>,
    writer: Pool<Manager>,
    is_sqlite: bool,
    known: Arc<Known>,
}

impl Db {
    /// Opens the database; a SQLite file and its folder are created when they are not there.
    ///
    /// # Errors
    /// The database cannot be reached, or its version is one that loses data.
    pub fn open(url: &str) -> anyhow::Result<Self> {
        let place = Place::parse(url).map_err(|e| anyhow!(e))?;
        if let Place::Sqlite(path) = &place
            && let Some(folder) = Path::new(path).parent().filter(|f| !f.as_os_str().is_empty())
        {
            std::fs::create_dir_all(folder).with_context(|| format!("cannot create the folder {}", folder.display()))?;
        }
        // The first connection is made by hand: a pool would retry for long and lose the reason.
        let first = match &place {
            Place::Sqlite(path) => SqliteConnection::establish(path).map(Conn::Sqlite),
            Place::Postgres(url) => PgConnection::establish(url).map(Conn::Postgres),
        };
        drop(first.context("cannot open the database")?);
        let pool = |size: u32| {
            Pool::builder()
                .max_size(size)
                .min_idle(Some(1))
                .test_on_check_out(false)
                .connection_timeout(Duration::from_secs(5))
                .connection_customizer(Box::new(Setup))
                .build(Manager(place.clone()))
        };
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        match &place {
            Place::Sqlite(_) => {
                let writer = pool(1)?;
                assert_version(&mut *writer.get()?)?;
                let readers = pool(u32::try_from(cores.max(4))?)?;
                Ok(Self { writer, readers, is_sqlite: true, known: Arc::default() })
            }
            Place::Postgres(_) => {
                let readers = pool(16)?;
                Ok(Self { writer: readers.clone(), readers, is_sqlite: false, known: Arc::default() })
            }
        }
    }

    /// Which database it is, for people.
    pub fn name(&self) -> &'static str {
        if self.is_sqlite { "SQLite" } else { "PostgreSQL" }
    }

    /// Reads, in one snapshot.
    ///
    /// # Errors
    /// No connection within five seconds, or what `read` returns.
    pub fn read_now<T>(&self, read: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.readers.get().map_err(|e| Error::Unavailable(e.into()))?;
        transaction(&mut conn, Begin::Read, read)
    }

    /// Writes, all or nothing.
    ///
    /// # Errors
    /// No connection within five seconds, or what `write` returns: then nothing was written.
    pub fn write_now<T>(&self, write: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.writer.get().map_err(|e| Error::Unavailable(e.into()))?;
        let written = transaction(&mut conn, Begin::Write, write);
        self.known.wrote();
        written
    }

    /// What is known of the number of the state that everybody sees.
    pub(super) fn known(&self) -> &Known {
        &self.known
    }

    /// What was removed leaves its last traces in the files too, as far as the database lets go of them. Readers in
    /// the way are no fault: the next run does it.
    ///
    /// # Errors
    /// No connection, or a database that refuses.
    pub fn scrub(&self) -> Result<()> {
        self.bare(super::privacy::scrub).map_err(Error::Unavailable)
    }

    /// Runs without a transaction around it; for migrations, which bring their own.
    pub(super) fn bare<T>(&self, run: impl FnOnce(&mut Conn) -> anyhow::Result<T>) -> anyhow::Result<T> {
        run(&mut *self.writer.get()?)
    }
}

enum Begin {
    Read,
    Write,
}

fn transaction<T>(conn: &mut Conn, begin: Begin, run: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    type Manager = <Conn as Connection>::TransactionManager;
    match (&mut *conn, begin) {
        (Conn::Sqlite(c), Begin::Read) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN")?,
        (Conn::Sqlite(c), Begin::Write) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
        (Conn::Postgres(c), Begin::Read) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
        }
        (Conn::Postgres(c), Begin::Write) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN")?,
    }
    match run(conn) {
        Ok(value) => {
            Manager::commit_transaction(conn)?;
            Ok(value)
        }
        Err(refused) => {
            // A full disk makes SQLite roll back by itself; the refusal is what matters, and a connection
            // left in an odd state is thrown away by the pool.
            if let Err(e) = Manager::rollback_transaction(conn) {
                tracing::warn!(cause = %e, "a transaction was rolled back already");
            }
            Err(refused)
        }
    }
}

/// SQLite before 3.51.3 can lose committed writes in WAL mode with two connections (the WAL-reset race).
fn assert_version(conn: &mut Conn) -> anyhow::Result<()> {
    use diesel::{RunQueryDsl, dsl::sql, select, sql_types::Text};
    let version: String = select(sql::<Text>("sqlite_version()")).get_result(conn)?;
    let number: Vec<u32> = version.split('.').filter_map(|p| p.parse().ok()).collect();
    anyhow::ensure!(number >= vec![3, 51, 3] && version != "3.52.0", "SQLite {version} can lose data; 3.51.3 or newer is needed");
    Ok(())
}

/// Opens connections to one place, by its address and never by guessing. A SQLite file that is gone is not
/// made anew: an empty forum in its place would hide the loss.
struct Manager(Place);

impl Manager {
    fn connect(&self) -> std::result::Result<Conn, diesel::ConnectionError> {
        match &self.0 {
            Place::Sqlite(path) => SqliteConnection::establish(&existing(path)).map(Conn::Sqlite),
            Place::Postgres(url) => PgConnection::establish(url).map(Conn::Postgres),
        }
    }
}

/// A file's address for SQLite that is never created (<https://sqlite.org/uri.html>).
fn existing(path: &str) -> String {
    let path = path.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    format!("file:{path}?mode=rw")
}

impl ManageConnection for Manager {
    type Connection = Conn;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> std::result::Result<Conn, Self::Error> {
        Self::connect(self).map_err(diesel::r2d2::Error::ConnectionError)
    }

    fn is_valid(&self, conn: &mut Conn) -> std::result::Result<(), Self::Error> {
        conn.batch_execute("SELECT 1").map_err(diesel::r2d2::Error::QueryError)
    }

    /// A connection inside a broken transaction, or whose server went away, is thrown away.
    fn has_broken(&self, conn: &mut Conn) -> bool {
        match conn {
            Conn::Sqlite(c) => AnsiTransactionManager::is_broken_transaction_manager(c),
            Conn::Postgres(c) => AnsiTransactionManager::is_broken_transaction_manager(c) || c.batch_execute("").is_err(),
        }
    }
}

#[derive(Debug)]
struct Setup;

impl CustomizeConnection<Conn, diesel::r2d2::Error> for Setup {
    fn on_acquire(&self, conn: &mut Conn) -> std::result::Result<(), diesel::r2d2::Error> {
        let settings = match conn {
            Conn::Sqlite(_) => {
                "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;
                 PRAGMA secure_delete=ON; PRAGMA mmap_size=268435456; PRAGMA cache_size=-8000; PRAGMA temp_store=MEMORY"
            }
            Conn::Postgres(_) => "SET statement_timeout='10s'; SET lock_timeout='5s'; SET TIME ZONE 'UTC'",
        };
        conn.batch_execute(settings).map_err(diesel::r2d2::Error::QueryError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_gone_is_not_made_anew() {
        let folder = std::env::temp_dir().join(format!("trialogue-{}", uuid::Uuid::now_v7()));
        let file = folder.join("a 100% new#name?.db");
        let db = Db::open(&format!("sqlite://{}", file.display())).unwrap();
        assert!(db.read_now(|conn| Ok(conn.batch_execute("SELECT 1")?)).is_ok());
        std::fs::remove_file(&file).unwrap();
        let again = Manager(Place::Sqlite(file.display().to_string())).connect();
        assert!(again.is_err() && !file.exists());
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn an_address_that_names_no_database_is_refused() {
        assert_eq!(Place::parse("sqlite://data/x.db"), Ok(Place::Sqlite("data/x.db".into())));
        assert!(matches!(Place::parse("postgres://localhost/x"), Ok(Place::Postgres(_))));
        for url in ["", "host=localhost dbname=x", "mysql://x", "data/x.db"] {
            assert!(Place::parse(url).is_err(), "{url}");
        }
    }
}
