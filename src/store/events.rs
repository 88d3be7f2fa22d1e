//! What happened, in the order in which it may be told.
//!
//! An event is written with its cause and has no number yet. Whoever reads the sequence numbers first what is committed
//! ([`number`]): an event whose transaction ends late gets a higher number than everything that was read before, so no reader
//! can pass it by (D2), and no writer ever waits for another one.

use super::{
    conn::{Conn, on_each},
    schema_digests::{event_sequence, events},
};
use crate::{
    domain::{digest::EventKind, lang::Lang},
    error::Result,
};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Something that happened to a text that can be read.
#[derive(Debug, Clone, Queryable)]
pub struct Event {
    pub seq: Option<i64>,
    #[diesel(deserialize_as = String)]
    pub kind: EventKind,
    pub text_id: i64,
    lang: Option<String>,
}

impl Event {
    /// Of a translation.
    pub fn lang(&self) -> Option<Lang> {
        self.lang.as_deref().and_then(Lang::parse)
    }
}

/// Keeps that something happened; `lang` is that of a translation.
///
/// # Errors
/// Database failures only.
pub fn record(conn: &mut Conn, kind: EventKind, text: i64, lang: Option<Lang>, now: NaiveDateTime) -> Result<()> {
    let row = (events::kind.eq(kind.as_str()), events::text_id.eq(text), events::lang.eq(lang.map(Lang::as_str)), events::at.eq(now));
    diesel::insert_into(events::table).values(row).execute(conn)?;
    Ok(())
}

/// Gives numbers to what has none; returns the last number given.
///
/// # Errors
/// Database failures only.
pub fn number(conn: &mut Conn) -> Result<i64> {
    // From here on nobody else gives numbers, and on PostgreSQL the next statement sees everything that is committed.
    diesel::update(event_sequence::table.find(1)).set(event_sequence::last.eq(event_sequence::last)).execute(conn)?;
    let numbered = "UPDATE events SET seq = (SELECT last FROM event_sequence) + n.place
         FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM events WHERE seq IS NULL) AS n WHERE events.id = n.id";
    let given = on_each!(conn, c => diesel::sql_query(numbered).execute(c))?;
    let given = i64::try_from(given).unwrap_or(i64::MAX);
    diesel::update(event_sequence::table.find(1)).set(event_sequence::last.eq(event_sequence::last + given)).execute(conn)?;
    last(conn)
}

/// The last number that was given.
///
/// # Errors
/// Database failures only.
pub fn last(conn: &mut Conn) -> Result<i64> {
    Ok(event_sequence::table.find(1).select(event_sequence::last).first(conn)?)
}

/// The sequence as it stood at a moment: the last number of what happened up to then, 0 for nothing.
///
/// # Errors
/// Database failures only.
pub fn as_of(conn: &mut Conn, at: NaiveDateTime) -> Result<i64> {
    let later: Option<i64> = events::table.filter(events::at.gt(at)).select(diesel::dsl::min(events::seq)).first(conn)?;
    match later {
        Some(first) => Ok(first - 1),
        None => last(conn),
    }
}

/// Events after number `after`, up to `upto`, in their order.
///
/// # Errors
/// Database failures only.
pub fn between(conn: &mut Conn, after: i64, upto: i64) -> Result<Vec<Event>> {
    Ok(events::table
        .filter(events::seq.gt(after))
        .filter(events::seq.le(upto))
        .order(events::seq)
        .select((events::seq, events::kind, events::text_id, events::lang))
        .load(conn)?)
}

/// Forgets what happened before `then`; how many events that were.
///
/// # Errors
/// Database failures only.
pub fn prune(conn: &mut Conn, then: NaiveDateTime) -> Result<usize> {
    Ok(diesel::delete(events::table.filter(events::at.lt(then)).filter(events::seq.is_not_null())).execute(conn)?)
}
