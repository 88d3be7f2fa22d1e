//! The number of the state that everybody sees: it goes up with each change that a page for everybody could show.

use super::{
    conn::{Conn, Connected},
    schema::version,
};
use crate::error::{Error, Result};
use diesel::{
    prelude::*,
    sql_query,
    sql_types::{BigInt, Text},
};
use std::sync::{Mutex, PoisonError};

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

#[derive(QueryableByName)]
struct DataVersion {
    #[diesel(sql_type = BigInt)]
    data_version: i64,
}

/// SQLite: one connection that looks whether anybody has committed anything since it last looked, which it sees without
/// reading a table (<https://sqlite.org/pragma.html#pragma_data_version>).
pub(super) struct Watch(Mutex<Seen>);

struct Seen {
    conn: Connected,
    data_version: i64,
    version: i64,
}

impl Watch {
    pub(super) fn new(conn: Connected) -> Self {
        Self(Mutex::new(Seen { conn, data_version: -1, version: 0 }))
    }

    pub(super) fn version(&self) -> Result<i64> {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Conn::Sqlite(c) = &mut *seen.conn else { return Err(Error::Unavailable(anyhow::anyhow!("no SQLite"))) };
        let now = sql_query("PRAGMA data_version").get_result::<DataVersion>(c)?.data_version;
        // In this order: a change between the two questions is noticed the next time.
        if now != seen.data_version {
            seen.version = current(&mut seen.conn)?;
            seen.data_version = now;
        }
        Ok(seen.version)
    }
}
