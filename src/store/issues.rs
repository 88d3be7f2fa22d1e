//! Letters that were made of what happened: for each subscription one a period (D2), and the public ones.

use super::{
    conn::{Conn, on_each},
    schema_digests::{issues, public_issues},
};
use crate::{
    domain::{digest::Period, lang::Lang, news::Item, selection::Selection},
    error::{Error, Result},
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashMap;

/// A letter, or a public issue.
#[derive(Debug, Clone)]
pub struct Issue {
    pub period: Period,
    /// It tells of events after this one …
    pub after: i64,
    /// … up to this one.
    pub upto: i64,
    pub selection: Selection,
    pub made_at: NaiveDateTime,
}

type Stored = (String, i64, i64, String, i32, NaiveDateTime);

impl TryFrom<Stored> for Issue {
    type Error = Error;

    fn try_from((period, after, upto, items, more, made_at): Stored) -> Result<Self> {
        let items: Vec<Item> = serde_json::from_str(&items).map_err(|e| Error::Internal(e.into()))?;
        let period = Period::parse(&period).ok_or_else(|| anyhow::anyhow!("{period:?} is no period"))?;
        Ok(Self { period, after, upto, selection: Selection { items, more: usize::try_from(more).unwrap_or_default() }, made_at })
    }
}

fn stored(selection: &Selection) -> Result<(String, i32)> {
    let items = serde_json::to_string(&selection.items).map_err(|e| Error::Internal(e.into()))?;
    Ok((items, i32::try_from(selection.more).unwrap_or(i32::MAX)))
}

/// Keeps a subscription's letter; `None` when there is one of this period.
///
/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, subscription: i64, issue: &Issue) -> Result<Option<i64>> {
    let (items, more) = stored(&issue.selection)?;
    let row = (
        issues::subscription_id.eq(subscription),
        issues::period.eq(issue.period.to_string()),
        issues::after.eq(issue.after),
        issues::upto.eq(issue.upto),
        issues::items.eq(items),
        issues::more.eq(more),
        issues::made_at.eq(issue.made_at),
    );
    Ok(on_each!(conn, c => diesel::insert_into(issues::table)
        .values(row)
        .on_conflict_do_nothing()
        .returning(issues::id)
        .get_result(c)
        .optional())?)
}

/// Several letters, and whose each is, by id.
///
/// # Errors
/// Database failures only.
pub fn load(conn: &mut Conn, ids: &[i64]) -> Result<HashMap<i64, (i64, Issue)>> {
    let columns = (issues::period, issues::after, issues::upto, issues::items, issues::more, issues::made_at);
    let rows: Vec<(i64, i64, Stored)> =
        issues::table.filter(issues::id.eq_any(ids)).select((issues::id, issues::subscription_id, columns)).load(conn)?;
    rows.into_iter().map(|(id, subscription, stored)| Ok((id, (subscription, stored.try_into()?)))).collect()
}

/// Of these subscriptions those that have a letter of their period already.
///
/// # Errors
/// Database failures only.
pub fn made(conn: &mut Conn, periods: &[(i64, Period)]) -> Result<Vec<(i64, Period)>> {
    let ids: Vec<i64> = periods.iter().map(|(id, _)| *id).collect();
    let mut words: Vec<String> = periods.iter().map(|(_, period)| period.to_string()).collect();
    words.sort_unstable();
    words.dedup();
    let rows: Vec<(i64, String)> = issues::table
        .filter(issues::subscription_id.eq_any(ids))
        .filter(issues::period.eq_any(words))
        .select((issues::subscription_id, issues::period))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(id, word)| Some((id, Period::parse(&word)?))).collect())
}

/// Forgets subscriptions' letters that were made before `then`; how many they were.
///
/// # Errors
/// Database failures only.
pub fn prune(conn: &mut Conn, then: NaiveDateTime) -> Result<usize> {
    Ok(diesel::delete(issues::table.filter(issues::made_at.lt(then))).execute(conn)?)
}

/// Keeps a public issue; false when there is one of this period and language.
///
/// # Errors
/// Database failures only.
pub fn publish(conn: &mut Conn, lang: Lang, issue: &Issue) -> Result<bool> {
    let (items, more) = stored(&issue.selection)?;
    let row = (
        public_issues::period.eq(issue.period.to_string()),
        public_issues::lang.eq(lang.as_str()),
        public_issues::after.eq(issue.after),
        public_issues::upto.eq(issue.upto),
        public_issues::items.eq(items),
        public_issues::more.eq(more),
        public_issues::made_at.eq(issue.made_at),
    );
    Ok(on_each!(conn, c => diesel::insert_into(public_issues::table).values(row).on_conflict_do_nothing().execute(c))? == 1)
}

/// A public issue.
///
/// # Errors
/// [`Error::NotFound`].
pub fn public(conn: &mut Conn, lang: Lang, period: Period) -> Result<Issue> {
    let found: Stored = public_issues::table.find((period.to_string(), lang.as_str())).select(PUBLIC).first(conn)?;
    found.try_into()
}

/// Public issues in one language, the newest first.
///
/// # Errors
/// Database failures only.
pub fn published(conn: &mut Conn, lang: Lang, limit: i64) -> Result<Vec<Issue>> {
    let rows: Vec<Stored> = public_issues::table
        .filter(public_issues::lang.eq(lang.as_str()))
        .order(public_issues::upto.desc())
        .then_order_by(public_issues::period.desc())
        .limit(limit)
        .select(PUBLIC)
        .load(conn)?;
    rows.into_iter().map(Issue::try_from).collect()
}

type PublicColumns =
    (public_issues::period, public_issues::after, public_issues::upto, public_issues::items, public_issues::more, public_issues::made_at);
const PUBLIC: PublicColumns =
    (public_issues::period, public_issues::after, public_issues::upto, public_issues::items, public_issues::more, public_issues::made_at);
