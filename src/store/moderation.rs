//! The audit log: one line an act, append-only (M5).

use super::{conn::Conn, schema::audit};
use crate::{domain::moderation::Why, error::Result};
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
    Theme(i64),
    Vocabulary,
    Glossary,
    Page(i64),
}

impl Subject {
    fn columns(self) -> (&'static str, i64) {
        match self {
            Self::Thread(id) => ("thread", id),
            Self::Post(id) => ("post", id),
            Self::Text(id) => ("text", id),
            Self::Account(id) => ("account", id),
            Self::Theme(id) => ("theme", id),
            Self::Vocabulary => ("themes", 0),
            Self::Glossary => ("glossary", 0),
            Self::Page(id) => ("page", id),
        }
    }
}

/// One line of the log.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = audit)]
pub struct Line {
    pub id: i64,
    pub at: NaiveDateTime,
    pub actor_id: Option<i64>,
    pub act: String,
    /// `post`, `thread`, `account` …
    pub subject: String,
    pub subject_id: i64,
    pub reason: String,
    /// A prepared answer that stands before the reason, in each reader's language.
    pub canned_id: Option<i64>,
    /// When a suspension ends.
    pub until: Option<NaiveDateTime>,
}

impl Line {
    /// What it is about, where that is one thing.
    pub fn subject(&self) -> Option<Subject> {
        match self.subject.as_str() {
            "post" => Some(Subject::Post(self.subject_id)),
            "thread" => Some(Subject::Thread(self.subject_id)),
            "text" => Some(Subject::Text(self.subject_id)),
            "account" => Some(Subject::Account(self.subject_id)),
            _ => None,
        }
    }

    /// Why it was done.
    pub fn why(&self) -> Why {
        Why { reason: self.reason.clone(), canned: self.canned_id }
    }
}

/// A line to be written.
pub struct Entry<'a> {
    /// `None`: the command line.
    pub actor: Option<i64>,
    pub act: &'a str,
    pub subject: Subject,
    pub why: &'a Why,
    pub until: Option<NaiveDateTime>,
}

/// Writes one line and returns its id.
///
/// # Errors
/// Database failures only.
pub fn record(conn: &mut Conn, entry: &Entry, now: NaiveDateTime) -> Result<i64> {
    let (kind, id) = entry.subject.columns();
    let row = (
        audit::at.eq(now),
        audit::actor_id.eq(entry.actor),
        audit::act.eq(entry.act),
        audit::subject.eq(kind),
        audit::subject_id.eq(id),
        audit::reason.eq(&entry.why.reason),
        audit::canned_id.eq(entry.why.canned),
        audit::until.eq(entry.until),
    );
    Ok(diesel::insert_into(audit::table).values(row).returning(audit::id).get_result(conn)?)
}

/// Writes one line with a reason in words.
///
/// # Errors
/// Database failures only.
pub fn log(conn: &mut Conn, actor: Option<i64>, act: &str, subject: Subject, reason: &str, now: NaiveDateTime) -> Result<()> {
    record(conn, &Entry { actor, act, subject, why: &Why::words(reason), until: None }, now).map(|_| ())
}

/// One line.
///
/// # Errors
/// [`crate::error::Error::NotFound`].
pub fn line(conn: &mut Conn, id: i64) -> Result<Line> {
    Ok(audit::table.find(id).select(Line::as_select()).first(conn)?)
}

/// Several lines.
///
/// # Errors
/// Database failures only.
pub fn lines(conn: &mut Conn, ids: &[i64]) -> Result<HashMap<i64, Line>> {
    let lines: Vec<Line> = audit::table.filter(audit::id.eq_any(ids.iter().copied())).select(Line::as_select()).load(conn)?;
    Ok(lines.into_iter().map(|l| (l.id, l)).collect())
}

/// What people did by these acts, newest first, before line `before`.
///
/// # Errors
/// Database failures only.
pub fn newest(conn: &mut Conn, acts: &[&str], before: i64, limit: i64) -> Result<Vec<Line>> {
    Ok(audit::table
        .filter(audit::actor_id.is_not_null())
        .filter(audit::act.eq_any(acts.iter().copied()))
        .filter(audit::id.lt(before))
        .order(audit::id.desc())
        .select(Line::as_select())
        .limit(limit)
        .load(conn)?)
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
        .select(Line::as_select())
        .limit(50)
        .load(conn)?)
}

/// The newest line that took each of several posts away: why a placeholder is one.
///
/// # Errors
/// Database failures only.
pub fn last_of_posts(conn: &mut Conn, posts: &[i64]) -> Result<HashMap<i64, Line>> {
    let lines: Vec<Line> = audit::table
        .filter(audit::subject.eq("post"))
        .filter(audit::subject_id.eq_any(posts.iter().copied()))
        .filter(audit::act.eq_any(["hide", "delete"]))
        .order(audit::id.asc())
        .select(Line::as_select())
        .load(conn)?;
    Ok(lines.into_iter().map(|l| (l.subject_id, l)).collect())
}
