//! « I need this in my language »: who asked for which slot, each counted once.

use super::{
    conn::{Conn, on_each},
    schema::slot_requests,
};
use crate::{domain::lang::Lang, error::Result};
use chrono::NaiveDateTime;
use diesel::{dsl::count_star, prelude::*};
use std::collections::HashMap;

/// Notes a request; the same person's second one changes nothing, unless the first was answered meanwhile.
///
/// # Errors
/// Database failures only.
pub fn add(conn: &mut Conn, text: i64, lang: Lang, person: &str, account: Option<i64>, now: NaiveDateTime) -> Result<()> {
    let served = slot_requests::table.find((text, lang.as_str(), person)).filter(slot_requests::served_at.is_not_null());
    let again = (slot_requests::served_at.eq(None::<NaiveDateTime>), slot_requests::at.eq(now));
    if diesel::update(served).set(again).execute(conn)? > 0 {
        return Ok(());
    }
    let row = (
        slot_requests::text_id.eq(text),
        slot_requests::lang.eq(lang.as_str()),
        slot_requests::person.eq(person),
        slot_requests::account_id.eq(account),
        slot_requests::at.eq(now),
    );
    on_each!(&mut *conn, c => diesel::insert_into(slot_requests::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// How many wait for each slot of several texts.
///
/// # Errors
/// Database failures only.
pub fn counts(conn: &mut Conn, texts: &[i64]) -> Result<HashMap<(i64, Lang), i64>> {
    let rows: Vec<(i64, String, i64)> = slot_requests::table
        .filter(slot_requests::text_id.eq_any(texts.iter().copied()))
        .filter(slot_requests::served_at.is_null())
        .group_by((slot_requests::text_id, slot_requests::lang))
        .select((slot_requests::text_id, slot_requests::lang, count_star()))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(text, lang, n)| Some(((text, Lang::parse(&lang)?), n))).collect())
}

/// A person's translation has come: nobody waits any more. Returns the members who did.
///
/// # Errors
/// Database failures only.
pub fn serve(conn: &mut Conn, text: i64, lang: Lang, now: NaiveDateTime) -> Result<Vec<i64>> {
    let waiting = slot_requests::table
        .filter(slot_requests::text_id.eq(text))
        .filter(slot_requests::lang.eq(lang.as_str()))
        .filter(slot_requests::served_at.is_null());
    let members: Vec<Option<i64>> = waiting.select(slot_requests::account_id).order(slot_requests::account_id).load(conn)?;
    diesel::update(waiting).set(slot_requests::served_at.eq(Some(now))).execute(conn)?;
    Ok(members.into_iter().flatten().collect())
}
