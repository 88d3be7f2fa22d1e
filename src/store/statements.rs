//! Statements of consensus threads, with their provenance (C2), their links, and the checks of their wording (C7).

use super::{
    conn::Conn,
    schema::{revisions, threads},
    schema_consensus::{same_claims, statements, translation_checks},
};
use crate::{
    domain::{
        lang::Lang,
        policy::{Door, Visible},
        statement::{Source, StatementState},
    },
    error::{Error, Result},
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = statements)]
pub struct Statement {
    pub id: i64,
    pub thread_id: i64,
    /// Its number in the thread.
    pub n: i32,
    pub text_id: i64,
    pub proposer_id: i64,
    #[diesel(deserialize_as = String)]
    pub state: StatementState,
    pub into_id: Option<i64>,
    /// Why it was accepted, merged or declined.
    pub reason: String,
    pub settler_id: Option<i64>,
    pub settled_at: Option<NaiveDateTime>,
    from_post: Option<i64>,
    from_lang: Option<String>,
    from_revision: Option<i32>,
    from_words: String,
    /// The statement of another thread that it takes further.
    pub carried_from: Option<i64>,
    pub created_at: NaiveDateTime,
}

impl Statement {
    /// The words of a post that it was made from.
    pub fn source(&self) -> Option<Source> {
        let lang = Lang::parse(self.from_lang.as_deref()?)?;
        Some(Source { post: self.from_post?, lang, revision: self.from_revision?, words: self.from_words.clone() })
    }
}

/// # Errors
/// [`Error::NotFound`].
pub fn find(conn: &mut Conn, id: i64) -> Result<Statement> {
    Ok(statements::table.find(id).select(Statement::as_select()).first(conn)?)
}

/// The statement of a text, with its thread's door; `None` for the text of something else.
///
/// # Errors
/// Database failures only.
pub fn by_text(conn: &mut Conn, text: i64) -> Result<Option<(Statement, Door)>> {
    let found: Option<(Statement, bool, bool, i64)> = statements::table
        .inner_join(threads::table.on(threads::id.eq(statements::thread_id)))
        .filter(statements::text_id.eq(text))
        .select((Statement::as_select(), threads::hidden, threads::held, threads::author_id))
        .first(conn)
        .optional()?;
    Ok(found.map(|(statement, hidden, held, author)| (statement, Door { hidden, held, author })))
}

/// The statements of several texts, in no order.
///
/// # Errors
/// Database failures only.
pub fn of_texts(conn: &mut Conn, texts: &[i64]) -> Result<Vec<Statement>> {
    Ok(statements::table.filter(statements::text_id.eq_any(texts.iter().copied())).select(Statement::as_select()).load(conn)?)
}

/// The statements of a thread, in their order.
///
/// # Errors
/// Database failures only.
pub fn of_thread(conn: &mut Conn, thread: i64) -> Result<Vec<Statement>> {
    of_threads(conn, &[thread])
}

/// The statements of several threads, in their order.
///
/// # Errors
/// Database failures only.
pub fn of_threads(conn: &mut Conn, threads: &[i64]) -> Result<Vec<Statement>> {
    Ok(statements::table
        .filter(statements::thread_id.eq_any(threads.iter().copied()))
        .order((statements::thread_id, statements::n))
        .select(Statement::as_select())
        .load(conn)?)
}

/// Several statements by id that this reader can find, in no order (T12).
///
/// # Errors
/// Database failures only.
pub fn load(conn: &mut Conn, ids: &[i64], visible: Visible) -> Result<Vec<Statement>> {
    let rows: Vec<(Statement, bool, bool, i64)> = statements::table
        .inner_join(threads::table.on(threads::id.eq(statements::thread_id)))
        .filter(statements::id.eq_any(ids.iter().copied()))
        .select((Statement::as_select(), threads::hidden, threads::held, threads::author_id))
        .load(conn)?;
    let seen = rows.into_iter().filter(|(_, hidden, held, author)| {
        let door = Door { hidden: *hidden, held: *held, author: *author };
        visible.thread(door)
    });
    Ok(seen.map(|(statement, ..)| statement).collect())
}

/// The statement that this person already made by this submission.
///
/// # Errors
/// Database failures only.
pub fn by_submission(conn: &mut Conn, proposer: i64, key: &str) -> Result<Option<Statement>> {
    Ok(statements::table
        .filter(statements::proposer_id.eq(proposer))
        .filter(statements::submission_key.eq(key))
        .select(Statement::as_select())
        .first(conn)
        .optional()?)
}

/// A statement to be added.
pub struct NewStatement<'a> {
    pub thread: i64,
    pub text: i64,
    pub proposer: i64,
    pub state: StatementState,
    pub source: Option<&'a Source>,
    pub carried_from: Option<i64>,
    pub key: Option<&'a str>,
}

/// Adds a statement; the thread is locked, so that numbers have no gap and no twin.
///
/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, new: &NewStatement, now: NaiveDateTime) -> Result<Statement> {
    let of = statements::table.filter(statements::thread_id.eq(new.thread));
    let last: Option<i32> = of.select(diesel::dsl::max(statements::n)).first(conn)?;
    let row = (
        statements::thread_id.eq(new.thread),
        statements::n.eq(last.unwrap_or_default() + 1),
        statements::text_id.eq(new.text),
        statements::proposer_id.eq(new.proposer),
        statements::state.eq(new.state.as_str()),
        statements::reason.eq(""),
        statements::from_post.eq(new.source.map(|s| s.post)),
        statements::from_lang.eq(new.source.map(|s| s.lang.as_str())),
        statements::from_revision.eq(new.source.map(|s| s.revision)),
        statements::from_words.eq(new.source.map_or("", |s| s.words.as_str())),
        statements::carried_from.eq(new.carried_from),
        statements::submission_key.eq(new.key),
        statements::created_at.eq(now),
    );
    let id = diesel::insert_into(statements::table).values(row).returning(statements::id).get_result(conn)?;
    find(conn, id)
}

/// Moderators settle a statement, if it is still `from`.
///
/// # Errors
/// [`Error::NotFound`] when somebody settled it meanwhile.
pub fn settle(
    conn: &mut Conn,
    id: i64,
    from: StatementState,
    to: StatementState,
    into: Option<i64>,
    (by, reason): (i64, &str),
    now: NaiveDateTime,
) -> Result<()> {
    let still = statements::table.find(id).filter(statements::state.eq(from.as_str()));
    let row = (
        statements::state.eq(to.as_str()),
        statements::into_id.eq(into),
        statements::reason.eq(reason),
        statements::settler_id.eq(Some(by)),
        statements::settled_at.eq(Some(now)),
    );
    if diesel::update(still).set(row).execute(conn)? == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Whether the words of a post stand as the source of a statement, by post; for what is to be forgotten with them.
///
/// # Errors
/// Database failures only.
pub fn forget_source(conn: &mut Conn, post: i64) -> Result<()> {
    diesel::update(statements::table.filter(statements::from_post.eq(Some(post)))).set(statements::from_words.eq("")).execute(conn)?;
    Ok(())
}

/// The statements that somebody proposed: id, text, whether it was ever taken up.
///
/// # Errors
/// Database failures only.
pub fn by_proposer(conn: &mut Conn, account: i64) -> Result<Vec<Statement>> {
    Ok(statements::table.filter(statements::proposer_id.eq(account)).order(statements::id).select(Statement::as_select()).load(conn)?)
}

/// Says that two statements say the same, or no more.
///
/// # Errors
/// Database failures only.
pub fn set_same(conn: &mut Conn, one: i64, other: i64, same: bool, by: i64, now: NaiveDateTime) -> Result<bool> {
    let (one, other) = (one.min(other), one.max(other));
    let known = same_claims::table.find((one, other));
    let there = known.select(same_claims::at).first::<NaiveDateTime>(conn).optional()?.is_some();
    if there == same {
        return Ok(false);
    }
    if same {
        let row = (
            same_claims::statement_id.eq(one),
            same_claims::other_id.eq(other),
            same_claims::actor_id.eq(Some(by)),
            same_claims::at.eq(now),
        );
        diesel::insert_into(same_claims::table).values(row).execute(conn)?;
    } else {
        diesel::delete(known).execute(conn)?;
    }
    Ok(true)
}

/// Which statements say the same as these, by statement, in the order of their ids.
///
/// # Errors
/// Database failures only.
pub fn same(conn: &mut Conn, ids: &[i64]) -> Result<HashMap<i64, Vec<i64>>> {
    let rows: Vec<(i64, i64)> = same_claims::table
        .filter(same_claims::statement_id.eq_any(ids.iter().copied()).or(same_claims::other_id.eq_any(ids.iter().copied())))
        .select((same_claims::statement_id, same_claims::other_id))
        .load(conn)?;
    let mut same: HashMap<i64, Vec<i64>> = HashMap::new();
    for (one, other) in rows {
        same.entry(one).or_default().push(other);
        same.entry(other).or_default().push(one);
    }
    same.values_mut().for_each(|list| list.sort_unstable());
    Ok(same)
}

/// Every revision of the texts of a thread's statements: text, language, number, and the source keys that it has or answers.
///
/// # Errors
/// Database failures only.
pub fn revision_keys(conn: &mut Conn, threads: &[i64]) -> Result<Vec<(i64, String, i32, String)>> {
    Ok(statements::table
        .inner_join(revisions::table.on(revisions::text_id.eq(statements::text_id)))
        .filter(statements::thread_id.eq_any(threads.iter().copied()))
        .select((statements::id, revisions::lang, revisions::n, revisions::keys))
        .load(conn)?)
}

/// A check of a statement's wording.
#[derive(Debug, Clone, Queryable)]
pub struct Check {
    pub statement_id: i64,
    /// The revisions that were checked: `1 2 2`, in the order of the languages.
    pub revisions: String,
    pub actor_id: Option<i64>,
    pub reason: String,
    pub at: NaiveDateTime,
}

/// The last check of each statement that had one.
///
/// # Errors
/// Database failures only.
pub fn checks(conn: &mut Conn, ids: &[i64]) -> Result<HashMap<i64, Check>> {
    let rows: Vec<Check> = translation_checks::table
        .filter(translation_checks::statement_id.eq_any(ids.iter().copied()))
        .order(translation_checks::id)
        .select((
            translation_checks::statement_id,
            translation_checks::revisions,
            translation_checks::actor_id,
            translation_checks::reason,
            translation_checks::at,
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(|c| (c.statement_id, c)).collect())
}

/// # Errors
/// Database failures only.
pub fn check(conn: &mut Conn, statement: i64, revisions: &str, by: i64, reason: &str, now: NaiveDateTime) -> Result<()> {
    let row = (
        translation_checks::statement_id.eq(statement),
        translation_checks::revisions.eq(revisions),
        translation_checks::actor_id.eq(Some(by)),
        translation_checks::reason.eq(reason),
        translation_checks::at.eq(now),
    );
    diesel::insert_into(translation_checks::table).values(row).execute(conn)?;
    Ok(())
}
