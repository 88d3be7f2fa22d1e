//! Who gets letters of what happens (D1).

use super::{
    conn::{Conn, on_each},
    schema_digests::{subscription_requests, subscription_themes, subscription_threads, subscriptions},
};
use crate::{
    domain::{
        account::Email,
        digest::{Choice, Frequency, Schedule, Weekday},
        lang::Lang,
    },
    error::{Error, Result},
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashMap;

/// A subscription as it is stored.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = subscriptions)]
pub struct Subscription {
    pub id: i64,
    /// In each letter: it changes and ends this subscription.
    pub token: String,
    pub account_id: Option<i64>,
    pub email: String,
    pub email_key: String,
    #[diesel(deserialize_as = String)]
    pub lang: Lang,
    zone: String,
    #[diesel(deserialize_as = String)]
    frequency: Frequency,
    #[diesel(deserialize_as = String)]
    weekday: Weekday,
    hour: i32,
    pub asked_at: NaiveDateTime,
    pub confirmed_at: NaiveDateTime,
    pub stopped_at: Option<NaiveDateTime>,
    /// Nothing is due before.
    pub since: NaiveDateTime,
    /// The last event that was told, or passed over.
    pub cursor: i64,
    pub next_at: Option<NaiveDateTime>,
}

impl Subscription {
    /// When its letters come. A zone that time-zone data has dropped is UTC.
    pub fn schedule(&self) -> Schedule {
        Schedule {
            frequency: self.frequency,
            weekday: self.weekday,
            hour: u32::try_from(self.hour).unwrap_or_default(),
            zone: self.zone.parse().unwrap_or(chrono_tz::UTC),
        }
    }

    /// Not stopped since it was confirmed.
    pub fn is_active(&self) -> bool {
        self.stopped_at.is_none()
    }

    /// Letters are wanted at this moment.
    pub fn is_wanted(&self) -> bool {
        self.is_active() && self.frequency != Frequency::Off
    }
}

/// What somebody asked for, and has not confirmed yet.
#[derive(Debug, Clone, Queryable)]
pub struct Request {
    pub id: i64,
    pub email: String,
    choice: String,
    #[diesel(deserialize_as = String)]
    pub asked_in: Lang,
    pub asked_at: NaiveDateTime,
}

impl Request {
    /// # Errors
    /// A stored choice that this program does not know.
    pub fn choice(&self) -> Result<Choice> {
        serde_json::from_str(&self.choice).map_err(|e| Error::Internal(e.into()))
    }
}

/// Keeps what somebody asks for, whether the address is known or not.
///
/// # Errors
/// Database failures only.
pub fn request(conn: &mut Conn, email: &Email, choice: &Choice, hash: &str, asked_in: Lang, now: NaiveDateTime) -> Result<()> {
    let row = (
        subscription_requests::token_hash.eq(hash),
        subscription_requests::email.eq(email.as_str()),
        subscription_requests::email_key.eq(email.key()),
        subscription_requests::choice.eq(serde_json::to_string(choice).map_err(|e| Error::Internal(e.into()))?),
        subscription_requests::asked_in.eq(asked_in.as_str()),
        subscription_requests::asked_at.eq(now),
    );
    diesel::insert_into(subscription_requests::table).values(row).execute(conn)?;
    Ok(())
}

/// What a link confirms.
///
/// # Errors
/// Database failures only.
pub fn requested(conn: &mut Conn, hash: &str) -> Result<Option<Request>> {
    let r = subscription_requests::table.filter(subscription_requests::token_hash.eq(hash));
    let columns = (
        subscription_requests::id,
        subscription_requests::email,
        subscription_requests::choice,
        subscription_requests::asked_in,
        subscription_requests::asked_at,
    );
    Ok(r.select(columns).first(conn).optional()?)
}

/// Takes a request back.
///
/// # Errors
/// Database failures only.
pub fn withdraw(conn: &mut Conn, id: i64) -> Result<()> {
    diesel::delete(subscription_requests::table.find(id)).execute(conn)?;
    Ok(())
}

/// The button behind the link was pressed, once: every request of this address has served. `cursor` is where a first letter
/// begins; what was told or passed over before is not told again. Returns the subscription.
///
/// # Errors
/// Database failures only.
pub fn confirm(conn: &mut Conn, r: &Request, account: Option<i64>, token: &str, cursor: i64, now: NaiveDateTime) -> Result<Subscription> {
    let email = Email::parse(&r.email)?;
    let choice = r.choice()?;
    diesel::delete(subscription_requests::table.filter(subscription_requests::email_key.eq(email.key()))).execute(conn)?;
    let (known, next) = (by_address(conn, &email.key())?, choice.schedule().next(now));
    let agreed = (
        subscriptions::account_id.eq(account),
        subscriptions::asked_at.eq(r.asked_at),
        subscriptions::asked_in.eq(r.asked_in.as_str()),
        subscriptions::confirmed_at.eq(now),
        subscriptions::stopped_at.eq(None::<NaiveDateTime>),
    );
    let id = match known {
        Some(known) => {
            diesel::update(subscriptions::table.find(known.id)).set(agreed).execute(conn)?;
            if !known.is_active() {
                begin(conn, known.id, now, cursor.max(known.cursor), next)?;
            }
            known.id
        }
        None => {
            let row = (
                subscriptions::token.eq(token),
                subscriptions::email.eq(email.as_str()),
                subscriptions::email_key.eq(email.key()),
                subscriptions::lang.eq(choice.lang.as_str()),
                subscriptions::zone.eq(choice.zone.name()),
                subscriptions::frequency.eq(choice.frequency.as_str()),
                subscriptions::weekday.eq(choice.weekday.as_str()),
                subscriptions::hour.eq(i32::try_from(choice.hour).unwrap_or_default()),
                agreed,
                subscriptions::since.eq(now),
                subscriptions::cursor.eq(cursor),
                subscriptions::next_at.eq(next),
            );
            on_each!(conn, c => diesel::insert_into(subscriptions::table).values(row).returning(subscriptions::id).get_result(c))?
        }
    };
    choose(conn, id, &choice)?;
    find(conn, id)
}

/// Changes what is wanted, not when it is looked at next.
///
/// # Errors
/// Database failures only.
pub fn choose(conn: &mut Conn, id: i64, choice: &Choice) -> Result<()> {
    diesel::update(subscriptions::table.find(id))
        .set((
            subscriptions::lang.eq(choice.lang.as_str()),
            subscriptions::zone.eq(choice.zone.name()),
            subscriptions::frequency.eq(choice.frequency.as_str()),
            subscriptions::weekday.eq(choice.weekday.as_str()),
            subscriptions::hour.eq(i32::try_from(choice.hour).unwrap_or_default()),
        ))
        .execute(conn)?;
    diesel::delete(subscription_themes::table.filter(subscription_themes::subscription_id.eq(id))).execute(conn)?;
    diesel::delete(subscription_threads::table.filter(subscription_threads::subscription_id.eq(id))).execute(conn)?;
    for theme in &choice.themes {
        let row = (subscription_themes::subscription_id.eq(id), subscription_themes::theme_id.eq(theme));
        diesel::insert_into(subscription_themes::table).values(row).execute(conn)?;
    }
    for thread in &choice.threads {
        let row = (subscription_threads::subscription_id.eq(id), subscription_threads::thread_id.eq(thread));
        diesel::insert_into(subscription_threads::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// The subscription of a letter.
///
/// # Errors
/// Database failures only.
pub fn by_token(conn: &mut Conn, token: &str) -> Result<Option<Subscription>> {
    Ok(subscriptions::table.filter(subscriptions::token.eq(token)).select(Subscription::as_select()).first(conn).optional()?)
}

/// The subscription of an address.
///
/// # Errors
/// Database failures only.
pub fn by_address(conn: &mut Conn, key: &str) -> Result<Option<Subscription>> {
    Ok(subscriptions::table.filter(subscriptions::email_key.eq(key)).select(Subscription::as_select()).first(conn).optional()?)
}

/// The subscription of a member.
///
/// # Errors
/// Database failures only.
pub fn of_member(conn: &mut Conn, account: i64) -> Result<Option<Subscription>> {
    Ok(subscriptions::table.filter(subscriptions::account_id.eq(account)).select(Subscription::as_select()).first(conn).optional()?)
}

/// # Errors
/// [`Error::NotFound`].
pub fn find(conn: &mut Conn, id: i64) -> Result<Subscription> {
    subscriptions::table.find(id).select(Subscription::as_select()).first(conn).optional()?.ok_or(Error::NotFound)
}

/// Several, by id.
///
/// # Errors
/// Database failures only.
pub fn load(conn: &mut Conn, ids: &[i64]) -> Result<HashMap<i64, Subscription>> {
    let rows: Vec<Subscription> =
        subscriptions::table.filter(subscriptions::id.eq_any(ids)).select(Subscription::as_select()).load(conn)?;
    Ok(rows.into_iter().map(|s| (s.id, s)).collect())
}

/// Subscriptions that have to be looked at, at most `limit`, above number `after`: those whose moment has come, and those
/// whose next moment lies beyond `horizon` (the clock was wrong when it was set).
///
/// # Errors
/// Database failures only.
pub fn to_look_at(conn: &mut Conn, now: NaiveDateTime, horizon: NaiveDateTime, after: i64, limit: i64) -> Result<Vec<Subscription>> {
    Ok(subscriptions::table
        .filter(subscriptions::next_at.le(now).or(subscriptions::next_at.gt(horizon)))
        .filter(subscriptions::id.gt(after))
        .order(subscriptions::id)
        .limit(limit)
        .select(Subscription::as_select())
        .load(conn)?)
}

/// Letters begin (again) at `since` with what comes after event `cursor`, and are looked at next at `next`.
///
/// # Errors
/// Database failures only.
pub fn begin(conn: &mut Conn, id: i64, since: NaiveDateTime, cursor: i64, next: Option<NaiveDateTime>) -> Result<()> {
    diesel::update(subscriptions::table.find(id))
        .set((subscriptions::since.eq(since), subscriptions::cursor.eq(cursor), subscriptions::next_at.eq(next)))
        .execute(conn)?;
    Ok(())
}

/// When it is looked at next; `None`: never.
///
/// # Errors
/// Database failures only.
pub fn set_next(conn: &mut Conn, id: i64, next: Option<NaiveDateTime>) -> Result<()> {
    diesel::update(subscriptions::table.find(id)).set(subscriptions::next_at.eq(next)).execute(conn)?;
    Ok(())
}

/// Events up to `upto` were told, or passed over.
///
/// # Errors
/// Database failures only.
pub fn advance(conn: &mut Conn, id: i64, upto: i64, next: Option<NaiveDateTime>) -> Result<()> {
    // Who stops at this moment has no next one.
    let running = subscriptions::table.filter(subscriptions::id.eq(id)).filter(subscriptions::stopped_at.is_null());
    diesel::update(running).set((subscriptions::cursor.eq(upto), subscriptions::next_at.eq(next))).execute(conn)?;
    Ok(())
}

/// Ends it; what is kept is the proof of what was agreed to, and when it ended.
///
/// # Errors
/// Database failures only.
pub fn stop(conn: &mut Conn, id: i64, now: NaiveDateTime) -> Result<()> {
    let running = subscriptions::table.filter(subscriptions::id.eq(id)).filter(subscriptions::stopped_at.is_null());
    diesel::update(running)
        .set((subscriptions::stopped_at.eq(Some(now)), subscriptions::next_at.eq(None::<NaiveDateTime>)))
        .execute(conn)?;
    Ok(())
}

/// A member's letters go where the member's address goes.
///
/// # Errors
/// Database failures only.
pub fn readdress(conn: &mut Conn, account: i64, email: &Email) -> Result<()> {
    // Whoever had that address before, for itself, is the same person: they confirmed it.
    let other = subscriptions::table.filter(subscriptions::email_key.eq(email.key())).filter(subscriptions::account_id.is_null());
    let has = of_member(conn, account)?.is_some();
    if has {
        diesel::delete(other).execute(conn)?;
    }
    diesel::update(subscriptions::table.filter(subscriptions::account_id.eq(account)))
        .set((subscriptions::email.eq(email.as_str()), subscriptions::email_key.eq(email.key())))
        .execute(conn)?;
    Ok(())
}

/// Removes what belongs to a person who leaves, with its letters.
///
/// # Errors
/// Database failures only.
pub fn forget(conn: &mut Conn, account: i64, key: &str) -> Result<()> {
    let theirs = subscriptions::account_id.eq(account).or(subscriptions::email_key.eq(key));
    diesel::delete(subscriptions::table.filter(theirs)).execute(conn)?;
    diesel::delete(subscription_requests::table.filter(subscription_requests::email_key.eq(key))).execute(conn)?;
    Ok(())
}

/// Removes requests that nobody confirmed since `asked`, and what ended before `stopped`; how many they were.
///
/// # Errors
/// Database failures only.
pub fn prune(conn: &mut Conn, asked: NaiveDateTime, stopped: NaiveDateTime) -> Result<usize> {
    let requests = diesel::delete(subscription_requests::table.filter(subscription_requests::asked_at.lt(asked))).execute(conn)?;
    let ended = diesel::delete(subscriptions::table.filter(subscriptions::stopped_at.lt(stopped))).execute(conn)?;
    Ok(requests + ended)
}

/// Ids by subscription.
pub type Ids = HashMap<i64, Vec<i64>>;

/// The themes that subscriptions are limited to, and the threads that addresses follow.
///
/// # Errors
/// Database failures only.
pub fn choices(conn: &mut Conn, ids: &[i64]) -> Result<(Ids, Ids)> {
    let themes: Vec<(i64, i64)> =
        subscription_themes::table.filter(subscription_themes::subscription_id.eq_any(ids.iter().copied())).load(conn)?;
    let threads: Vec<(i64, i64)> =
        subscription_threads::table.filter(subscription_threads::subscription_id.eq_any(ids.iter().copied())).load(conn)?;
    Ok((grouped(themes), grouped(threads)))
}

fn grouped(rows: Vec<(i64, i64)>) -> Ids {
    let mut groups = Ids::new();
    for (of, id) in rows {
        groups.entry(of).or_default().push(id);
    }
    groups
}
