//! The schema's history, the same steps for both databases, compiled in.

use super::conn::{Conn, Db};
use anyhow::anyhow;
use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// How the database stands to this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Steps that `migrate` would take, in order.
    pub pending: Vec<String>,
    /// Steps that the database has and this program does not know: it is newer.
    pub unknown: Vec<String>,
}

/// Compares the database's steps with the program's.
///
/// # Errors
/// Database failures.
pub fn standing(db: &Db) -> anyhow::Result<Standing> {
    db.bare(|conn| match conn {
        Conn::Sqlite(c) => compare(c, SQLITE),
        Conn::Postgres(c) => compare(c, POSTGRES),
    })
}

/// Brings the schema up to date; each step is a transaction, so an interrupted run resumes.
///
/// # Errors
/// Database failures, and a database newer than this program: it is left untouched.
pub fn run(db: &Db) -> anyhow::Result<Vec<String>> {
    let standing = standing(db)?;
    anyhow::ensure!(
        standing.unknown.is_empty(),
        "the database is newer than this program (it has {}); start the version that made it",
        standing.unknown.join(", ")
    );
    let taken = db.bare(|conn| {
        let taken = match conn {
            Conn::Sqlite(c) => c.run_pending_migrations(SQLITE).map(|v| v.iter().map(ToString::to_string).collect()),
            // Of several processes that start at once, one migrates and the others wait.
            Conn::Postgres(c) => {
                c.batch_execute("SELECT pg_advisory_lock(7471)")?;
                let taken = c.run_pending_migrations(POSTGRES).map(|v| v.iter().map(ToString::to_string).collect());
                c.batch_execute("SELECT pg_advisory_unlock(7471)")?;
                taken
            }
        };
        taken.map_err(|e| anyhow!("a migration failed: {e}"))
    })?;
    db.write_now(super::accounts::fill_skeletons).map_err(|e| anyhow!("{e}"))?;
    Ok(taken)
}

/// Takes every step back: everything that the database holds is gone.
///
/// # Errors
/// Database failures.
pub fn wipe(db: &Db) -> anyhow::Result<()> {
    db.bare(|conn| {
        let gone = match conn {
            Conn::Sqlite(c) => c.revert_all_migrations(SQLITE).map(|_| ()),
            Conn::Postgres(c) => c.revert_all_migrations(POSTGRES).map(|_| ()),
        };
        gone.map_err(|e| anyhow!("the database could not be emptied: {e}"))
    })
}

fn compare<DB, C>(conn: &mut C, ours: EmbeddedMigrations) -> anyhow::Result<Standing>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB> + diesel::connection::Connection<Backend = DB>,
    EmbeddedMigrations: diesel::migration::MigrationSource<DB>,
{
    use diesel::migration::MigrationSource;
    let known = ours.migrations().map_err(|e| anyhow!("{e}"))?;
    let known: Vec<String> = known.iter().map(|m| m.name().version().to_string()).collect();
    let applied: Vec<String> = conn.applied_migrations().map_err(|e| anyhow!("{e}"))?.iter().map(ToString::to_string).collect();
    Ok(Standing {
        pending: known.iter().filter(|v| !applied.contains(v)).cloned().collect(),
        unknown: applied.into_iter().filter(|v| !known.contains(v)).collect(),
    })
}
