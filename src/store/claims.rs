//! Who works on which slot (T7), and what they typed so far.

use super::{
    conn::{Conn, on_each},
    schema::{claims, slot_drafts},
};
use crate::{domain::lang::Lang, error::Result};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Somebody works on a slot.
#[derive(Debug, Clone, Queryable)]
pub struct Claim {
    pub text_id: i64,
    #[diesel(deserialize_as = String)]
    pub lang: Lang,
    pub account_id: i64,
    pub lapses_at: NaiveDateTime,
}

/// Claims on several texts that have not lapsed.
///
/// # Errors
/// Database failures only.
pub fn on(conn: &mut Conn, texts: &[i64], now: NaiveDateTime) -> Result<Vec<Claim>> {
    Ok(claims::table.filter(claims::text_id.eq_any(texts.iter().copied())).filter(claims::lapses_at.gt(now)).load(conn)?)
}

/// The claim on one slot that has not lapsed.
///
/// # Errors
/// Database failures only.
pub fn find(conn: &mut Conn, text: i64, lang: Lang, now: NaiveDateTime) -> Result<Option<Claim>> {
    Ok(claims::table.find((text, lang.as_str())).filter(claims::lapses_at.gt(now)).first(conn).optional()?)
}

/// What one person has claimed, the next to lapse first.
///
/// # Errors
/// Database failures only.
pub fn of(conn: &mut Conn, account: i64, now: NaiveDateTime) -> Result<Vec<Claim>> {
    let own = claims::table.filter(claims::account_id.eq(account)).filter(claims::lapses_at.gt(now));
    Ok(own.order((claims::lapses_at, claims::text_id)).limit(100).load(conn)?)
}

/// Claims a slot in place of whoever had it.
///
/// # Errors
/// Database failures only.
pub fn take(conn: &mut Conn, text: i64, lang: Lang, account: i64, lapses_at: NaiveDateTime) -> Result<()> {
    let row = (claims::text_id.eq(text), claims::lang.eq(lang.as_str()), claims::account_id.eq(account), claims::lapses_at.eq(lapses_at));
    let held = (claims::account_id.eq(account), claims::lapses_at.eq(lapses_at));
    on_each!(&mut *conn, c => diesel::insert_into(claims::table)
        .values(row)
        .on_conflict((claims::text_id, claims::lang))
        .do_update()
        .set(held)
        .execute(c))?;
    Ok(())
}

/// A save renews the claim of whoever has one.
///
/// # Errors
/// Database failures only.
pub fn renew(conn: &mut Conn, text: i64, lang: Lang, account: i64, lapses_at: NaiveDateTime, now: NaiveDateTime) -> Result<()> {
    let own = claims::table.find((text, lang.as_str())).filter(claims::account_id.eq(account)).filter(claims::lapses_at.gt(now));
    diesel::update(own).set(claims::lapses_at.eq(lapses_at)).execute(conn)?;
    Ok(())
}

/// Ends a claim; also one that has lapsed.
///
/// # Errors
/// Database failures only.
pub fn release(conn: &mut Conn, text: i64, lang: Lang) -> Result<()> {
    diesel::delete(claims::table.find((text, lang.as_str()))).execute(conn)?;
    Ok(())
}

/// What somebody typed and did not publish yet; only they see it.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = slot_drafts)]
pub struct Draft {
    pub account_id: i64,
    pub text_id: i64,
    #[diesel(deserialize_as = String)]
    pub lang: Lang,
    pub title: String,
    /// The body as a JSON list: block by block, or in one piece.
    pub parts: String,
    pub based_on: i32,
    pub revision: i32,
    /// The slot revision whose words it began with.
    pub words_of: i32,
    pub saved_at: NaiveDateTime,
}

impl Draft {
    /// The body block by block, or in one piece.
    pub fn parts(&self) -> Vec<String> {
        serde_json::from_str(&self.parts).unwrap_or_default()
    }
}

/// Keeps a draft in place of the one before.
///
/// # Errors
/// Database failures only.
pub fn put_draft(conn: &mut Conn, draft: &Draft) -> Result<()> {
    let values = (
        slot_drafts::title.eq(&draft.title),
        slot_drafts::parts.eq(&draft.parts),
        slot_drafts::based_on.eq(draft.based_on),
        slot_drafts::revision.eq(draft.revision),
        slot_drafts::words_of.eq(draft.words_of),
        slot_drafts::saved_at.eq(draft.saved_at),
    );
    let row = (
        slot_drafts::account_id.eq(draft.account_id),
        slot_drafts::text_id.eq(draft.text_id),
        slot_drafts::lang.eq(draft.lang.as_str()),
        values,
    );
    on_each!(&mut *conn, c => diesel::insert_into(slot_drafts::table)
        .values(row)
        .on_conflict((slot_drafts::account_id, slot_drafts::text_id, slot_drafts::lang))
        .do_update()
        .set(values)
        .execute(c))?;
    Ok(())
}

/// One person's draft of a slot.
///
/// # Errors
/// Database failures only.
pub fn draft(conn: &mut Conn, account: i64, text: i64, lang: Lang) -> Result<Option<Draft>> {
    Ok(slot_drafts::table.find((account, text, lang.as_str())).select(Draft::as_select()).first(conn).optional()?)
}

/// One person's drafts, newest first.
///
/// # Errors
/// Database failures only.
pub fn drafts(conn: &mut Conn, account: i64) -> Result<Vec<Draft>> {
    let own = slot_drafts::table.filter(slot_drafts::account_id.eq(account));
    Ok(own.order((slot_drafts::saved_at.desc(), slot_drafts::text_id)).limit(100).select(Draft::as_select()).load(conn)?)
}

/// # Errors
/// Database failures only.
pub fn drop_draft(conn: &mut Conn, account: i64, text: i64, lang: Lang) -> Result<()> {
    diesel::delete(slot_drafts::table.find((account, text, lang.as_str()))).execute(conn)?;
    Ok(())
}
