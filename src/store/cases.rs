//! The moderators' queue: what waits for a decision, and what was said about it (M1, M2).

use super::{
    conn::{Conn, on_each},
    schema::{posts, threads},
    schema_order::{cases, flags, moderator_notes},
};
use crate::{
    domain::{
        lang::Lang,
        moderation::{CaseKind, Decision, FlagKind},
        words,
    },
    error::{Error, Result},
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashMap;

/// Something that waits for a moderator, or did.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = cases)]
pub struct Case {
    pub id: i64,
    #[diesel(deserialize_as = String)]
    pub kind: CaseKind,
    pub post_id: Option<i64>,
    pub join_id: Option<i64>,
    /// Of an answer: the line of the audit log that it is about.
    pub act_id: Option<i64>,
    /// Whose words or account it is.
    pub account_id: Option<i64>,
    /// Of an answer.
    pub words: String,
    lang: Option<String>,
    pub opened_at: NaiveDateTime,
    pub closed_at: Option<NaiveDateTime>,
    pub closer_id: Option<i64>,
    outcome: Option<String>,
}

impl Case {
    /// The language of an answer.
    pub fn lang(&self) -> Option<Lang> {
        self.lang.as_deref().and_then(Lang::parse)
    }

    pub fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    /// How it ended.
    pub fn outcome(&self) -> Option<Decision> {
        self.outcome.as_deref().and_then(Decision::parse)
    }
}

/// A case to be opened.
pub struct NewCase<'a> {
    pub kind: CaseKind,
    pub post: Option<i64>,
    pub join: Option<i64>,
    pub act: Option<i64>,
    pub account: Option<i64>,
    pub words: &'a str,
    pub lang: Option<Lang>,
}

impl NewCase<'_> {
    /// Of a kind, about nothing yet.
    pub fn of(kind: CaseKind) -> Self {
        Self { kind, post: None, join: None, act: None, account: None, words: "", lang: None }
    }
}

/// Opens a case, or finds the open one of this kind about this post. Returns its id.
///
/// # Errors
/// Database failures only.
pub fn open(conn: &mut Conn, new: &NewCase, now: NaiveDateTime) -> Result<i64> {
    if let (Some(post), CaseKind::Flag | CaseKind::Held) = (new.post, new.kind)
        && let Some(known) = open_about(conn, new.kind, post)?
        && keep_open(conn, known)?
    {
        return Ok(known);
    }
    let row = (
        cases::kind.eq(new.kind.as_str()),
        cases::post_id.eq(new.post),
        cases::join_id.eq(new.join),
        cases::act_id.eq(new.act),
        cases::account_id.eq(new.account),
        cases::words.eq(new.words),
        cases::lang.eq(new.lang.map(Lang::as_str)),
        cases::opened_at.eq(now),
    );
    // Two people who flag at once on PostgreSQL: the second insert finds the first one's row, whoever commits last.
    let made: Option<i64> = on_each!(&mut *conn, c => diesel::insert_into(cases::table)
        .values(row)
        .on_conflict_do_nothing()
        .returning(cases::id)
        .get_result(c)
        .optional()?);
    match (made, new.post) {
        (Some(id), _) => Ok(id),
        // The same answer, sent twice at once.
        (None, _) if new.act.is_some() => {
            let given = answer_to(conn, new.act.unwrap_or_default())?;
            given.map(|case| case.id).ok_or(Error::NotFound)
        }
        (None, Some(post)) => open_about(conn, new.kind, post)?.ok_or(Error::NotFound),
        (None, None) => Err(Error::NotFound),
    }
}

/// Nobody ends this case before the transaction does; whether it was still open. On PostgreSQL this locks its row.
fn keep_open(conn: &mut Conn, id: i64) -> Result<bool> {
    let open = cases::table.find(id).filter(cases::closed_at.is_null());
    Ok(diesel::update(open).set(cases::opened_at.eq(cases::opened_at)).execute(conn)? == 1)
}

/// The open case of a kind about a post.
///
/// # Errors
/// Database failures only.
pub fn open_about(conn: &mut Conn, kind: CaseKind, post: i64) -> Result<Option<i64>> {
    Ok(cases::table
        .filter(cases::kind.eq(kind.as_str()))
        .filter(cases::post_id.eq(Some(post)))
        .filter(cases::closed_at.is_null())
        .select(cases::id)
        .first(conn)
        .optional()?)
}

/// Since when a post has been waiting, or waited last.
///
/// # Errors
/// Database failures only.
pub fn held_since(conn: &mut Conn, post: i64) -> Result<Option<NaiveDateTime>> {
    let held = cases::table.filter(cases::kind.eq(CaseKind::Held.as_str())).filter(cases::post_id.eq(Some(post)));
    Ok(held.select(diesel::dsl::max(cases::opened_at)).first(conn)?)
}

/// # Errors
/// [`Error::NotFound`].
pub fn find(conn: &mut Conn, id: i64) -> Result<Case> {
    Ok(cases::table.find(id).select(Case::as_select()).first(conn)?)
}

/// The answer to an act, if there was one.
///
/// # Errors
/// Database failures only.
pub fn answer_to(conn: &mut Conn, act: i64) -> Result<Option<Case>> {
    Ok(cases::table.filter(cases::act_id.eq(Some(act))).select(Case::as_select()).first(conn).optional()?)
}

/// Ends a case; whether it was still open. Of two moderators the first decides.
///
/// # Errors
/// Database failures only.
pub fn close(conn: &mut Conn, id: i64, closer: i64, decision: Decision, now: NaiveDateTime) -> Result<bool> {
    let open = cases::table.find(id).filter(cases::closed_at.is_null());
    let row = (cases::closed_at.eq(Some(now)), cases::closer_id.eq(Some(closer)), cases::outcome.eq(Some(decision.as_str())));
    Ok(diesel::update(open).set(row).execute(conn)? == 1)
}

/// Ends every open case of a kind about a post that something else has settled.
///
/// # Errors
/// Database failures only.
pub fn close_about(conn: &mut Conn, kind: CaseKind, post: i64, closer: i64, decision: Decision, now: NaiveDateTime) -> Result<()> {
    if let Some(id) = open_about(conn, kind, post)? {
        close(conn, id, closer, decision, now)?;
    }
    Ok(())
}

/// What waits, oldest first, after case `after`; all kinds where none is given.
///
/// # Errors
/// Database failures only.
pub fn waiting(conn: &mut Conn, kind: Option<CaseKind>, after: i64, limit: i64) -> Result<Vec<Case>> {
    let mut query = cases::table.select(Case::as_select()).filter(cases::closed_at.is_null()).filter(cases::id.gt(after)).into_boxed();
    if let Some(kind) = kind {
        query = query.filter(cases::kind.eq(kind.as_str()));
    }
    Ok(query.order(cases::id).limit(limit).load(conn)?)
}

/// How many wait, by kind.
///
/// # Errors
/// Database failures only.
pub fn counts(conn: &mut Conn) -> Result<HashMap<CaseKind, i64>> {
    let rows: Vec<(String, i64)> = cases::table
        .filter(cases::closed_at.is_null())
        .group_by(cases::kind)
        .select((cases::kind, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(kind, n)| Some((CaseKind::parse(&kind)?, n))).collect())
}

/// Ended cases about one person's words, newest first.
///
/// # Errors
/// Database failures only.
pub fn past(conn: &mut Conn, account: i64, limit: i64) -> Result<Vec<Case>> {
    Ok(cases::table
        .filter(cases::account_id.eq(Some(account)))
        .filter(cases::closed_at.is_not_null())
        .order(cases::id.desc())
        .select(Case::as_select())
        .limit(limit)
        .load(conn)?)
}

/// A flag as it was sent.
#[derive(Debug, Clone, Queryable)]
pub struct Flag {
    pub case_id: i64,
    pub account_id: i64,
    #[diesel(deserialize_as = String)]
    pub kind: FlagKind,
    pub words: String,
    #[diesel(deserialize_as = String)]
    pub lang: Lang,
    pub at: NaiveDateTime,
}

/// Adds a flag; whoever flags the same thing again changes what they said.
///
/// # Errors
/// Database failures only.
pub fn flag(conn: &mut Conn, new: &Flag) -> Result<()> {
    let own = flags::table.filter(flags::case_id.eq(new.case_id)).filter(flags::account_id.eq(new.account_id));
    diesel::delete(own).execute(conn)?;
    let row = (
        flags::case_id.eq(new.case_id),
        flags::account_id.eq(new.account_id),
        flags::kind.eq(new.kind.as_str()),
        flags::words.eq(&new.words),
        flags::lang.eq(new.lang.as_str()),
        flags::at.eq(new.at),
    );
    diesel::insert_into(flags::table).values(row).execute(conn)?;
    Ok(())
}

/// Flags of several cases, oldest first.
///
/// # Errors
/// Database failures only.
pub fn flags(conn: &mut Conn, ids: &[i64]) -> Result<Vec<Flag>> {
    Ok(flags::table
        .filter(flags::case_id.eq_any(ids.iter().copied()))
        .order(flags::id)
        .select((flags::case_id, flags::account_id, flags::kind, flags::words, flags::lang, flags::at))
        .load(conn)?)
}

words! {
    /// What moderators note something about.
    Noted { Post = "post", Account = "account" }
}

/// A note that only moderators read.
#[derive(Debug, Clone, Queryable)]
pub struct Note {
    pub author_id: i64,
    pub body: String,
    pub at: NaiveDateTime,
}

/// # Errors
/// Database failures only.
pub fn note(conn: &mut Conn, about: (Noted, i64), author: i64, body: &str, now: NaiveDateTime) -> Result<()> {
    let row = (
        moderator_notes::subject.eq(about.0.as_str()),
        moderator_notes::subject_id.eq(about.1),
        moderator_notes::author_id.eq(author),
        moderator_notes::body.eq(body),
        moderator_notes::at.eq(now),
    );
    diesel::insert_into(moderator_notes::table).values(row).execute(conn)?;
    Ok(())
}

/// Notes about something, oldest first.
///
/// # Errors
/// Database failures only.
pub fn notes(conn: &mut Conn, about: (Noted, i64)) -> Result<Vec<Note>> {
    Ok(moderator_notes::table
        .filter(moderator_notes::subject.eq(about.0.as_str()))
        .filter(moderator_notes::subject_id.eq(about.1))
        .order(moderator_notes::id)
        .select((moderator_notes::author_id, moderator_notes::body, moderator_notes::at))
        .load(conn)?)
}

/// How many posts of this person can be read: those that were accepted (M2).
///
/// # Errors
/// Database failures only.
pub fn accepted(conn: &mut Conn, author: i64) -> Result<i64> {
    use crate::domain::post::PostState;
    Ok(posts::table
        .inner_join(threads::table.on(threads::id.eq(posts::thread_id)))
        .filter(threads::hidden.eq(false))
        .filter(posts::author_id.eq(author))
        .filter(posts::state.eq(PostState::Visible.as_str()))
        .count()
        .get_result(conn)?)
}
