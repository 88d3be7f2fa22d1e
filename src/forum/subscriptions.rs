//! D1, D7: who gets letters of what happens: asked for, agreed to by a button, changed and ended without an account.

use super::{hash, letters, secret};
use crate::{
    domain::{
        account::{self, Email},
        digest::{BEFORE_DAYS, CONFIRM_DAYS, Choice, Frequency},
        lang::Lang,
        letter::Letter,
        watch::{Level, Watched},
    },
    error::{Error, Result},
    store::{
        self, Conn,
        accounts::Account,
        subscriptions::{Request, Subscription},
    },
};
use chrono::{NaiveDateTime, TimeDelta};

/// Asks for letters to an address: a letter there tells how to agree. The same work and the same answer whether the address
/// is known or not.
///
/// # Errors
/// Database failures, or no random bytes.
pub fn ask(conn: &mut Conn, email: &Email, choice: &Choice, asked_in: Lang, now: NaiveDateTime) -> Result<()> {
    if !letters::may_ask(conn, &email.key(), now)? {
        return Ok(());
    }
    let token = secret()?;
    store::subscriptions::request(conn, email, choice, &hash(&token), asked_in, now)?;
    letters::to_address(conn, email, choice.lang, &Letter::SubscriptionAsked { token }, now)
}

/// What a link confirms.
///
/// # Errors
/// [`Error::LinkGone`] for one that has served or expired.
pub fn requested(conn: &mut Conn, token: &str, now: NaiveDateTime) -> Result<Request> {
    let request = store::subscriptions::requested(conn, &hash(token))?;
    request.filter(|r| now - r.asked_at < TimeDelta::days(CONFIRM_DAYS)).ok_or(Error::LinkGone)
}

/// The button behind the link was pressed. Where the address is a member's, the subscription is the member's.
///
/// # Errors
/// [`Error::LinkGone`].
pub fn confirm(conn: &mut Conn, token: &str, now: NaiveDateTime) -> Result<Subscription> {
    let request = requested(conn, token, now)?;
    let key = account::sign_in_key(&request.email);
    let member = store::accounts::by_key(conn, &key)?.filter(|m| account::sign_in_key(&m.email) == key).map(|m| m.id);
    let cursor = beginning(conn, now)?;
    // Whoever reads there reads there again, and a member who wanted no letters at all wants these.
    super::bounces::lift(conn, &request.email)?;
    if let Some(member) = member
        && store::watches::level(conn, member, Watched::Site, 0)? == Some(Level::Mute)
    {
        store::watches::watch(conn, member, Watched::Site, 0, Some(Level::Summary), now)?;
    }
    store::subscriptions::confirm(conn, &request, member, &secret()?, cursor, now)
}

/// Where a letter begins that is the first one: the sequence as it stood a week ago.
fn beginning(conn: &mut Conn, now: NaiveDateTime) -> Result<i64> {
    store::events::number(conn)?;
    store::events::as_of(conn, now - TimeDelta::days(BEFORE_DAYS))
}

/// The subscription that a letter's link changes.
///
/// # Errors
/// [`Error::LinkGone`], also for one that was stopped.
pub fn by_token(conn: &mut Conn, token: &str) -> Result<Subscription> {
    store::subscriptions::by_token(conn, token)?.filter(Subscription::is_active).ok_or(Error::LinkGone)
}

/// Changes what is told and when. Letters that were off begin again as a first one would.
///
/// # Errors
/// Database failures only.
pub fn change(conn: &mut Conn, subscription: &Subscription, choice: &Choice, now: NaiveDateTime) -> Result<()> {
    store::subscriptions::choose(conn, subscription.id, choice)?;
    let next = choice.schedule().next(now);
    if subscription.schedule().frequency == Frequency::Off && choice.frequency != Frequency::Off {
        let cursor = beginning(conn, now)?.max(subscription.cursor);
        return store::subscriptions::begin(conn, subscription.id, now, cursor, next);
    }
    // What became due before the change is still looked at.
    let next = if subscription.next_at.is_some_and(|at| at <= now) { subscription.next_at } else { next };
    store::subscriptions::set_next(conn, subscription.id, next.filter(|_| choice.frequency != Frequency::Off))
}

/// D7: ends a subscription at once, for letters that are queued too. A token that is none changes nothing and is not told.
///
/// # Errors
/// Database failures only.
pub fn stop(conn: &mut Conn, token: &str, now: NaiveDateTime) -> Result<()> {
    match store::subscriptions::by_token(conn, token)? {
        Some(subscription) => store::subscriptions::stop(conn, subscription.id, now),
        None => Ok(()),
    }
}

/// A member's subscription, if it was not stopped.
///
/// # Errors
/// Database failures only.
pub fn of_member(conn: &mut Conn, member: &Account) -> Result<Option<Subscription>> {
    Ok(store::subscriptions::of_member(conn, member.id)?.filter(Subscription::is_active))
}
