//! The number of the state that everybody sees: it goes up with each change that a page for everybody could show.

use super::{conn::Conn, schema::version};
use crate::error::Result;
use diesel::{prelude::*, sql_query, sql_types::Text};
use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// The number in this snapshot.
///
/// # Errors
/// Database failures only.
pub fn current(conn: &mut Conn) -> Result<i64> {
    Ok(version::table.select(version::n).load::<i64>(conn)?.iter().sum())
}

/// PostgreSQL: rows of connections that are gone are counted together; the number stays the same.
///
/// # Errors
/// Database failures only.
pub fn fold(conn: &mut Conn) -> Result<()> {
    if let Conn::Postgres(c) = conn {
        sql_query(
            "WITH gone AS (DELETE FROM version WHERE writer <> 0 AND writer NOT IN (SELECT pid FROM pg_stat_activity) RETURNING n)
             UPDATE version SET n = n + (SELECT coalesce(sum(n), 0) FROM gone) WHERE writer = 0",
        )
        .execute(c)?;
    }
    Ok(())
}

#[derive(QueryableByName)]
struct Table {
    #[diesel(sql_type = Text)]
    name: String,
}

/// Tables whose changes are not all counted, by name.
///
/// # Errors
/// Database failures only.
pub fn uncounted(conn: &mut Conn) -> Result<Vec<String>> {
    let tables: Vec<Table> = match conn {
        Conn::Sqlite(c) => sql_query(
            "SELECT name FROM sqlite_schema t WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'
             AND (SELECT count(*) FROM sqlite_schema g WHERE g.type = 'trigger' AND g.tbl_name = t.name AND g.name LIKE 'version_%') < 3",
        )
        .load(c)?,
        Conn::Postgres(c) => sql_query(
            "SELECT table_name::text AS name FROM information_schema.tables t WHERE table_schema = current_schema()
             AND (SELECT count(*) FROM information_schema.triggers g
                  WHERE g.event_object_table = t.table_name AND g.trigger_name LIKE 'version_%') < 3",
        )
        .load(c)?,
    };
    Ok(tables.into_iter().map(|t| t.name).collect())
}

/// The number as this process knows it. What it writes itself it knows at once; what other processes write, some
/// milliseconds later.
#[derive(Default)]
pub(super) struct Known(Mutex<Seen>);

#[derive(Default, Clone, Copy)]
struct Seen {
    /// Goes up with each write of this process: a number that was being looked up meanwhile may be the one before.
    writes: u64,
    number: Option<(i64, Instant)>,
}

impl Known {
    /// How long a number is believed.
    const FOR: Duration = Duration::from_millis(5);

    /// The number; or the writes so far, to be handed to [`Known::set`] with the number that is looked up.
    pub(super) fn get(&self) -> std::result::Result<i64, u64> {
        let seen = *self.seen();
        match seen.number {
            Some((number, since)) if since.elapsed() < Self::FOR => Ok(number),
            _ => Err(seen.writes),
        }
    }

    /// A number that was looked up after `began`.
    pub(super) fn set(&self, number: i64, writes: u64, began: Instant) {
        let mut seen = self.seen();
        if seen.writes == writes {
            seen.number = Some((number, began));
        }
    }

    /// This process has written something: whoever is told of it finds the number looked up anew.
    pub(super) fn wrote(&self) {
        let mut seen = self.seen();
        *seen = Seen { writes: seen.writes + 1, number: None };
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
