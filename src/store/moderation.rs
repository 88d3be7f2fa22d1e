//! The audit log: one line an act, append-only (M5).

use super::{conn::Conn, schema::audit};
use crate::error::Result;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashMap;

/// What an act is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Thread(i64),
    Post(i64),
    Text(i64),
    Account(i64),
    Vocabulary,
    Glossary,
}

impl Subject {
    fn columns(self) -> (&'static str, i64) {
        match self {
            Self::Thread(id) => ("thread", id),
            Self::Post(id) => ("post", id),
            Self::Text(id) => ("text", id),
            Self::Account(id) => ("account", id),
            Self::Vocabulary => ("themes", 0),
            Self::Glossary => ("glossary", 0),
        }
    }
}

/// One line of the log.
#[derive(Debug, Clone, Queryable)]
pub struct Line {
    pub at: NaiveDateTime,
    pub actor_id: Option<i64>,
    pub act: String,
    pub subject_id: i64,
    pub reason: String,
}

/// Writes one line; `actor` is `None` for the command line.
///
/// # Errors
/// Database failures only.
pub fn log(conn: &mut Conn, actor: Option<i64>, act: &str, subject: Subject, reason: &str, now: NaiveDateTime) -> Result<()> {
    let (kind, id) = subject.columns();
    let row = (
        audit::at.eq(now),
        audit::actor_id.eq(actor),
        audit::act.eq(act),
        audit::subject.eq(kind),
        audit::subject_id.eq(id),
        audit::reason.eq(reason),
    );
    diesel::insert_into(audit::table).values(row).execute(conn)?;
    Ok(())
}

/// What was done to one thing, newest first.
///
/// # Errors
/// Database failures only.
pub fn of(conn: &mut Conn, subject: Subject) -> Result<Vec<Line>> {
    let (kind, id) = subject.columns();
    Ok(audit::table
        .filter(audit::subject.eq(kind))
        .filter(audit::subject_id.eq(id))
        .order(audit::id.desc())
        .select((audit::at, audit::actor_id, audit::act, audit::subject_id, audit::reason))
        .limit(50)
        .load(conn)?)
}

/// The newest line about each of several posts: why a placeholder is one.
///
/// # Errors
/// Database failures only.
pub fn last_of_posts(conn: &mut Conn, posts: &[i64]) -> Result<HashMap<i64, Line>> {
    let lines: Vec<Line> = audit::table
        .filter(audit::subject.eq("post"))
        .filter(audit::subject_id.eq_any(posts.iter().copied()))
        .order(audit::id.asc())
        .select((audit::at, audit::actor_id, audit::act, audit::subject_id, audit::reason))
        .load(conn)?;
    Ok(lines.into_iter().map(|l| (l.subject_id, l)).collect())
}
