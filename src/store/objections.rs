//! The ledger of objections (C8).

use super::{
    conn::Conn,
    posts::Post,
    schema::{posts, threads},
    schema_consensus::{objections, statements},
};
use crate::{
    domain::{objection::ObjectionState, post::PostState},
    error::{Error, Result},
};
use chrono::NaiveDateTime;
use diesel::prelude::*;

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = objections)]
pub struct Objection {
    pub id: i64,
    pub statement_id: i64,
    pub account_id: i64,
    /// The reply that gives its reason.
    pub post_id: i64,
    #[diesel(deserialize_as = String)]
    pub state: ObjectionState,
    /// The reply that answers it.
    pub answer_id: Option<i64>,
    pub answerer_id: Option<i64>,
    pub answered_at: Option<NaiveDateTime>,
    pub settled_at: Option<NaiveDateTime>,
    pub at: NaiveDateTime,
}

/// # Errors
/// [`Error::NotFound`].
pub fn find(conn: &mut Conn, id: i64) -> Result<Objection> {
    Ok(objections::table.find(id).select(Objection::as_select()).first(conn)?)
}

/// The objections to the statements of several threads, oldest first; with the state of the reason, [`PostState::Hidden`] in a
/// hidden thread.
///
/// # Errors
/// Database failures only.
pub fn of_threads(conn: &mut Conn, threads: &[i64]) -> Result<Vec<(Objection, PostState)>> {
    let of = statements::table.filter(statements::thread_id.eq_any(threads.iter().copied())).select(statements::id);
    let rows: Vec<(Objection, String, bool)> = objections::table
        .inner_join(posts::table.on(posts::id.eq(objections::post_id)))
        .inner_join(threads::table.on(threads::id.eq(posts::thread_id)))
        .filter(objections::statement_id.eq_any(of))
        .order(objections::id)
        .select((Objection::as_select(), posts::state, threads::hidden))
        .load(conn)?;
    let reason = |state: String, hidden| if hidden { None } else { PostState::parse(&state) }.unwrap_or(PostState::Hidden);
    Ok(rows.into_iter().map(|(o, state, hidden)| (o, reason(state, hidden))).collect())
}

/// What this person has objected to a statement and not taken back.
///
/// # Errors
/// Database failures only.
pub fn standing(conn: &mut Conn, statement: i64, account: i64) -> Result<Option<Objection>> {
    Ok(objections::table
        .filter(objections::statement_id.eq(statement))
        .filter(objections::account_id.eq(account))
        .filter(objections::state.ne(ObjectionState::Withdrawn.as_str()))
        .order(objections::id.desc())
        .select(Objection::as_select())
        .first(conn)
        .optional()?)
}

/// The objections whose reason is one of these posts, in no order.
///
/// # Errors
/// Database failures only.
pub fn of_posts(conn: &mut Conn, ids: &[i64]) -> Result<Vec<Objection>> {
    Ok(objections::table.filter(objections::post_id.eq_any(ids.iter().copied())).select(Objection::as_select()).load(conn)?)
}

/// The objections that a post answers, and whose author has not settled them yet.
///
/// # Errors
/// Database failures only.
pub fn answered_by(conn: &mut Conn, post: i64) -> Result<Vec<Objection>> {
    Ok(objections::table
        .filter(objections::answer_id.eq(Some(post)))
        .filter(objections::state.eq(ObjectionState::Answered.as_str()))
        .select(Objection::as_select())
        .load(conn)?)
}

/// Everything that one person objected to, oldest first.
///
/// # Errors
/// Database failures only.
pub fn by(conn: &mut Conn, account: i64) -> Result<Vec<Objection>> {
    Ok(objections::table.filter(objections::account_id.eq(account)).order(objections::id).select(Objection::as_select()).load(conn)?)
}

/// The replies to a post that can be read, oldest first.
///
/// # Errors
/// Database failures only.
pub fn replies(conn: &mut Conn, post: i64) -> Result<Vec<Post>> {
    Ok(posts::table
        .filter(posts::parent_id.eq(Some(post)))
        .filter(posts::state.eq(PostState::Visible.as_str()))
        .order(posts::n)
        .select(Post::as_select())
        .load(conn)?)
}

/// # Errors
/// Database failures only.
pub fn raise(conn: &mut Conn, statement: i64, account: i64, post: i64, now: NaiveDateTime) -> Result<i64> {
    let row = (
        objections::statement_id.eq(statement),
        objections::account_id.eq(account),
        objections::post_id.eq(post),
        objections::state.eq(ObjectionState::Raised.as_str()),
        objections::at.eq(now),
    );
    Ok(diesel::insert_into(objections::table).values(row).returning(objections::id).get_result(conn)?)
}

/// A reply is the answer, if the objection is still `from`.
///
/// # Errors
/// [`Error::NotFound`] when it changed meanwhile.
pub fn answer(conn: &mut Conn, id: i64, from: ObjectionState, (post, by): (i64, i64), now: NaiveDateTime) -> Result<()> {
    let still = objections::table.find(id).filter(objections::state.eq(from.as_str()));
    let row = (
        objections::state.eq(ObjectionState::Answered.as_str()),
        objections::answer_id.eq(Some(post)),
        objections::answerer_id.eq(Some(by)),
        objections::answered_at.eq(Some(now)),
    );
    if diesel::update(still).set(row).execute(conn)? == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Its author says which, if the objection is still `from`.
///
/// # Errors
/// [`Error::NotFound`] when it changed meanwhile.
pub fn settle(conn: &mut Conn, id: i64, from: ObjectionState, to: ObjectionState, now: NaiveDateTime) -> Result<()> {
    let still = objections::table.find(id).filter(objections::state.eq(from.as_str()));
    let row = (objections::state.eq(to.as_str()), objections::settled_at.eq(Some(now)));
    if diesel::update(still).set(row).execute(conn)? == 0 { Err(Error::NotFound) } else { Ok(()) }
}
