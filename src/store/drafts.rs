//! Drafts: one a person and place.

use super::{
    conn::{Conn, on_each},
    schema::drafts,
};
use crate::{domain::draft::Place, error::Result};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// What stands in the fields of a form, in their order.
pub type Fields = Vec<(String, String)>;

/// A draft as it is kept.
#[derive(Debug, Clone)]
pub struct Draft {
    pub id: i64,
    pub place: Place,
    pub fields: Fields,
    /// Goes up by one with each save.
    pub version: i32,
    pub saved_at: NaiveDateTime,
}

impl Draft {
    /// A field; an absent one is empty.
    pub fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }
}

type Row = (i64, String, String, i32, NaiveDateTime);

fn draft((id, place, fields, version, saved_at): Row) -> Option<Draft> {
    Some(Draft { id, place: Place::parse(&place)?, fields: serde_json::from_str(&fields).ok()?, version, saved_at })
}

const COLUMNS: (drafts::id, drafts::place, drafts::fields, drafts::version, drafts::saved_at) =
    (drafts::id, drafts::place, drafts::fields, drafts::version, drafts::saved_at);

/// The draft for one place.
///
/// # Errors
/// Database failures only.
pub fn find(conn: &mut Conn, account: i64, place: Place) -> Result<Option<Draft>> {
    let own = drafts::table.filter(drafts::account_id.eq(account)).filter(drafts::place.eq(place.word()));
    Ok(own.select(COLUMNS).first::<Row>(conn).optional()?.and_then(draft))
}

/// Somebody's drafts, the newest first.
///
/// # Errors
/// Database failures only.
pub fn of(conn: &mut Conn, account: i64) -> Result<Vec<Draft>> {
    let own = drafts::table.filter(drafts::account_id.eq(account)).order((drafts::saved_at.desc(), drafts::id.desc()));
    Ok(own.select(COLUMNS).load::<Row>(conn)?.into_iter().filter_map(draft).collect())
}

/// How many drafts somebody has.
///
/// # Errors
/// Database failures only.
pub fn count(conn: &mut Conn, account: i64) -> Result<i64> {
    Ok(drafts::table.filter(drafts::account_id.eq(account)).count().get_result(conn)?)
}

/// Keeps what stands in a form, as version `version`.
///
/// # Errors
/// Database failures only.
pub fn put(conn: &mut Conn, account: i64, place: Place, fields: &Fields, version: i32, now: NaiveDateTime) -> Result<()> {
    let stored = serde_json::to_string(fields).map_err(|e| crate::error::Error::Internal(e.into()))?;
    let row = (
        drafts::account_id.eq(account),
        drafts::place.eq(place.word()),
        drafts::fields.eq(&stored),
        drafts::version.eq(version),
        drafts::saved_at.eq(now),
    );
    on_each!(conn, c => diesel::insert_into(drafts::table)
        .values(&row)
        .on_conflict((drafts::account_id, drafts::place))
        .do_update()
        .set((drafts::fields.eq(&stored), drafts::version.eq(version), drafts::saved_at.eq(now)))
        .execute(c))?;
    Ok(())
}

/// Drops a draft, of any version or only of this one; none is fine.
///
/// # Errors
/// Database failures only.
pub fn remove(conn: &mut Conn, account: i64, place: Place, version: Option<i32>) -> Result<()> {
    let own = drafts::table.filter(drafts::account_id.eq(account)).filter(drafts::place.eq(place.word()));
    match version {
        Some(version) => diesel::delete(own.filter(drafts::version.eq(version))).execute(conn)?,
        None => diesel::delete(own).execute(conn)?,
    };
    Ok(())
}
