//! The log of positions (C3), and what people in a room said.

use super::{
    conn::Conn,
    schema_consensus::{positions, room_positions, statements},
};
use crate::{
    domain::{community::Cell, lang::Lang, position::Value},
    error::Result,
};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

/// One line of the log.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = positions)]
pub struct Entry {
    pub id: i64,
    pub statement_id: i64,
    pub account_id: i64,
    #[diesel(deserialize_as = String)]
    pub value: Value,
    /// The reply that gives the reason.
    pub post_id: Option<i64>,
    /// The slot that was read, and its revision.
    #[diesel(deserialize_as = String)]
    pub lang: Lang,
    pub revision: i32,
    pub is_last: bool,
    pub at: NaiveDateTime,
}

/// The last position of each person on each statement of several threads, as far as tallies ask: statement, person, value,
/// the slot that was read, and its revision; by statement and person.
///
/// # Errors
/// Database failures only.
pub fn current(conn: &mut Conn, threads: &[i64]) -> Result<Vec<Current>> {
    let of = statements::table.filter(statements::thread_id.eq_any(threads.iter().copied())).select(statements::id);
    // The bare column, and no value that is compared with it: so the index that covers the last ones serves.
    Ok(positions::table
        .filter(positions::statement_id.eq_any(of))
        .filter(positions::is_last)
        .order((positions::statement_id, positions::account_id))
        .select((positions::statement_id, positions::account_id, positions::value, positions::lang, positions::revision))
        .load(conn)?)
}

#[derive(Debug, Clone, Queryable)]
pub struct Current {
    pub statement_id: i64,
    pub account_id: i64,
    #[diesel(deserialize_as = String)]
    pub value: Value,
    #[diesel(deserialize_as = String)]
    pub lang: Lang,
    pub revision: i32,
}

/// The whole log of a thread, oldest first.
///
/// # Errors
/// Database failures only.
pub fn log(conn: &mut Conn, thread: i64) -> Result<Vec<Entry>> {
    let of = statements::table.filter(statements::thread_id.eq(thread)).select(statements::id);
    Ok(positions::table.filter(positions::statement_id.eq_any(of)).order(positions::id).select(Entry::as_select()).load(conn)?)
}

/// One person's positions on several statements, oldest first.
///
/// # Errors
/// Database failures only.
pub fn of_person(conn: &mut Conn, account: i64, statements: &[i64]) -> Result<Vec<Entry>> {
    Ok(positions::table
        .filter(positions::account_id.eq(account))
        .filter(positions::statement_id.eq_any(statements.iter().copied()))
        .order(positions::id)
        .select(Entry::as_select())
        .load(conn)?)
}

/// Everything that one person ever said, oldest first.
///
/// # Errors
/// Database failures only.
pub fn by(conn: &mut Conn, account: i64) -> Result<Vec<Entry>> {
    Ok(positions::table.filter(positions::account_id.eq(account)).order(positions::id).select(Entry::as_select()).load(conn)?)
}

/// One person's last position on a statement.
///
/// # Errors
/// Database failures only.
pub fn last(conn: &mut Conn, statement: i64, account: i64) -> Result<Option<Entry>> {
    Ok(positions::table
        .filter(positions::statement_id.eq(statement))
        .filter(positions::account_id.eq(account))
        .filter(positions::is_last)
        .select(Entry::as_select())
        .first(conn)
        .optional()?)
}

/// Whether anybody has taken a position on a statement.
///
/// # Errors
/// Database failures only.
pub fn any(conn: &mut Conn, statement: i64) -> Result<bool> {
    let of = positions::table.filter(positions::statement_id.eq(statement));
    Ok(diesel::select(diesel::dsl::exists(of)).get_result(conn)?)
}

/// A position to be taken.
pub struct NewPosition {
    pub statement: i64,
    pub account: i64,
    pub value: Value,
    pub post: Option<i64>,
    pub lang: Lang,
    pub revision: i32,
}

/// Adds a line to the log; it is the last of this person and statement from now on.
///
/// # Errors
/// Database failures only.
pub fn take(conn: &mut Conn, new: &NewPosition, now: NaiveDateTime) -> Result<()> {
    let before = positions::table
        .filter(positions::statement_id.eq(new.statement))
        .filter(positions::account_id.eq(new.account))
        .filter(positions::is_last);
    diesel::update(before).set(positions::is_last.eq(false)).execute(conn)?;
    let row = (
        positions::statement_id.eq(new.statement),
        positions::account_id.eq(new.account),
        positions::value.eq(new.value.as_str()),
        positions::post_id.eq(new.post),
        positions::lang.eq(new.lang.as_str()),
        positions::revision.eq(new.revision),
        positions::is_last.eq(true),
        positions::at.eq(now),
    );
    diesel::insert_into(positions::table).values(row).execute(conn)?;
    Ok(())
}

// ---- the room ---------------------------------------------------------------------------------

/// What a secretary counted in a room.
#[derive(Debug, Clone)]
pub struct Room {
    pub id: i64,
    pub statement_id: i64,
    pub place: String,
    pub held_on: NaiveDate,
    pub lang: Lang,
    pub cell: Cell,
    pub secretary_id: i64,
    pub at: NaiveDateTime,
    /// Taken back by a moderator, and why.
    pub struck_at: Option<NaiveDateTime>,
    pub struck_because: String,
}

type RoomRow = (i64, i64, String, NaiveDate, String, (i32, i32, i32, i32, i32), i64, NaiveDateTime, Option<NaiveDateTime>, String);

macro_rules! room_columns {
    () => {
        (
            room_positions::id,
            room_positions::statement_id,
            room_positions::place,
            room_positions::held_on,
            room_positions::lang,
            (
                room_positions::agree,
                room_positions::reservation,
                room_positions::abstain,
                room_positions::objection,
                room_positions::unclear,
            ),
            room_positions::secretary_id,
            room_positions::at,
            room_positions::struck_at,
            room_positions::struck_because,
        )
    };
}

fn room((id, statement_id, place, held_on, lang, counts, secretary_id, at, struck_at, struck_because): RoomRow) -> Room {
    let of = |count: i32| u32::try_from(count).unwrap_or_default();
    let (agree, reservation, abstain, objection, unclear) = counts;
    let cell =
        Cell { agree: of(agree), reservation: of(reservation), abstain: of(abstain), objection: of(objection), unclear: of(unclear) };
    Room {
        id,
        statement_id,
        place,
        held_on,
        lang: Lang::parse(&lang).unwrap_or(Lang::Fr),
        cell,
        secretary_id,
        at,
        struck_at,
        struck_because,
    }
}

/// What was counted in rooms about several statements, oldest first; also what was taken back.
///
/// # Errors
/// Database failures only.
pub fn rooms(conn: &mut Conn, statements: &[i64]) -> Result<Vec<Room>> {
    let rows: Vec<RoomRow> = room_positions::table
        .filter(room_positions::statement_id.eq_any(statements.iter().copied()))
        .order((room_positions::held_on, room_positions::id))
        .select(room_columns!())
        .load(conn)?;
    Ok(rows.into_iter().map(room).collect())
}

/// # Errors
/// [`crate::error::Error::NotFound`].
pub fn find_room(conn: &mut Conn, id: i64) -> Result<Room> {
    Ok(room(room_positions::table.find(id).select(room_columns!()).first(conn)?))
}

/// The count that a submission made.
///
/// # Errors
/// Database failures only.
pub fn room_by_submission(conn: &mut Conn, secretary: i64, key: &str) -> Result<Option<Room>> {
    let of = room_positions::table.filter(room_positions::secretary_id.eq(secretary)).filter(room_positions::submission_key.eq(key));
    Ok(of.select(room_columns!()).first(conn).optional()?.map(room))
}

/// Adds what was counted; returns its id.
///
/// # Errors
/// Database failures only.
pub fn add_room(conn: &mut Conn, new: &Room, key: Option<&str>) -> Result<i64> {
    let of = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
    let row = (
        room_positions::statement_id.eq(new.statement_id),
        room_positions::place.eq(&new.place),
        room_positions::held_on.eq(new.held_on),
        room_positions::lang.eq(new.lang.as_str()),
        room_positions::agree.eq(of(new.cell.agree)),
        room_positions::reservation.eq(of(new.cell.reservation)),
        room_positions::abstain.eq(of(new.cell.abstain)),
        room_positions::objection.eq(of(new.cell.objection)),
        room_positions::unclear.eq(of(new.cell.unclear)),
        room_positions::secretary_id.eq(new.secretary_id),
        room_positions::submission_key.eq(key),
        room_positions::at.eq(new.at),
    );
    Ok(diesel::insert_into(room_positions::table).values(row).returning(room_positions::id).get_result(conn)?)
}

/// Takes a count back.
///
/// # Errors
/// Database failures only.
pub fn strike_room(conn: &mut Conn, id: i64, because: &str, now: NaiveDateTime) -> Result<()> {
    let row = (room_positions::struck_at.eq(Some(now)), room_positions::struck_because.eq(because));
    diesel::update(room_positions::table.find(id)).set(row).execute(conn)?;
    Ok(())
}
