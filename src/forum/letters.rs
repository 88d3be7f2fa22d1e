//! Letters: kept in the transaction of their cause. What a letter may tell is settled when it leaves, so that a
//! request does the same work for an address that is known and for one that is not (U1).

use super::{hash, limits, secret};
use crate::{
    domain::{
        account::{self, Email},
        lang::Lang,
        letter::Letter,
    },
    error::Result,
    store::{
        self, Conn,
        accounts::Account,
        outbox::{New, Row},
        security::TokenKind,
    },
};
use chrono::{NaiveDateTime, TimeDelta};

/// A letter that somebody asked for goes to one address so often in a day (R-T52).
const A_DAY: i32 = 3;

/// A letter to a member, in their language.
///
/// # Errors
/// Database failures only.
pub fn to_member(conn: &mut Conn, person: &Account, letter: &Letter, now: NaiveDateTime) -> Result<()> {
    let new = New { account: Some(person.id), email: &person.email, lang: person.letter_lang(), letter };
    store::outbox::queue(conn, &new, now)
}

/// A letter to an address, whoever reads there.
///
/// # Errors
/// Database failures only.
pub fn to_address(conn: &mut Conn, email: &Email, lang: Lang, letter: &Letter, now: NaiveDateTime) -> Result<()> {
    store::outbox::queue(conn, &New { account: None, email: email.as_str(), lang, letter }, now)
}

/// Whether one letter more may be asked for on behalf of this address today; counts it.
///
/// # Errors
/// Database failures only.
pub fn may_ask(conn: &mut Conn, key: &str, now: NaiveDateTime) -> Result<bool> {
    limits::count(conn, &format!("letters {}", hash(key)), 24 * 60 * 60, now).map(|n| n <= A_DAY)
}

/// What a leased letter says at this moment, and to whom; `None` when there is nothing to send any more: the row is
/// gone then. A link is made once, and stays the same however often the letter is sent.
///
/// # Errors
/// Database failures, or no random bytes.
pub fn due(conn: &mut Conn, row: Row, now: NaiveDateTime) -> Result<Option<(Row, Letter)>> {
    let letter = row.letter()?;
    let settled = match &letter {
        Letter::ResetAsked { typed } => match store::accounts::by_key(conn, &account::sign_in_key(typed))? {
            // Counted before the link is made, which ends the one before it.
            Some(person) if one_more(conn, &letter, &person, now)? => Some((person.clone(), reset(conn, &person, now)?)),
            _ => None,
        },
        Letter::JoinAsked { token } => {
            let known = store::accounts::by_key(conn, &account::sign_in_key(&row.email))?;
            match known.filter(|person| person.email.eq_ignore_ascii_case(&row.email)) {
                Some(person) if !one_more(conn, &letter, &person, now)? => None,
                Some(person) => {
                    let handle = person.handle.clone();
                    Some((person, Letter::Known { handle }))
                }
                // Confirmed meanwhile, or asked again: that link serves no longer.
                None if store::joins::by_token(conn, &hash(token))?.is_none() => None,
                None => return Ok(Some((row, letter))),
            }
        }
        // A link that has expired on the way would only disappoint.
        Letter::Reset { token, .. }
            if store::security::token(conn, TokenKind::Reset, &hash(token))?
                .is_none_or(|t| now - t.created_at >= lasts(TokenKind::Reset)) =>
        {
            None
        }
        Letter::ConfirmAddress { token, .. } if store::security::token(conn, TokenKind::Address, &hash(token))?.is_none() => None,
        Letter::Invited { token, .. } if store::joins::invitation(conn, &hash(token))?.is_none() => None,
        Letter::SubscriptionAsked { token } => match subscribing(conn, &row, token)? {
            Some(told) => return Ok(Some(told)),
            None => None,
        },
        _ => return Ok(Some((row, letter))),
    };
    let Some((person, letter)) = settled else {
        store::outbox::drop(conn, row.id)?;
        return Ok(None);
    };
    // The address is the stored one: a letter never goes where a form says (U1).
    let new = New { account: Some(person.id), email: &person.email, lang: person.letter_lang(), letter: &letter };
    let row = store::outbox::resolve(conn, row.id, &new)?;
    Ok(Some((row, letter)))
}

/// Whoever has a subscription already is told so; a request that has served or expired is nobody's.
fn subscribing(conn: &mut Conn, row: &Row, token: &str) -> Result<Option<(Row, Letter)>> {
    let Some(request) = store::subscriptions::requested(conn, &hash(token))? else { return Ok(None) };
    let known = store::subscriptions::by_address(conn, &account::sign_in_key(&request.email))?;
    let Some(known) = known.filter(store::subscriptions::Subscription::is_active) else { return Ok(Some((row.clone(), row.letter()?))) };
    store::subscriptions::withdraw(conn, request.id)?;
    let letter = Letter::Subscribed { token: known.token };
    let new = New { account: known.account_id, email: &row.email, lang: row.lang, letter: &letter };
    let row = store::outbox::resolve(conn, row.id, &new)?;
    Ok(Some((row, letter)))
}

/// By handle or by address, it is one person, who gets so many letters of a kind in a day (R-T52): whoever asks for
/// something else in their name does not use up their way back in.
fn one_more(conn: &mut Conn, letter: &Letter, person: &Account, now: NaiveDateTime) -> Result<bool> {
    may_ask(conn, &format!("{} account {}", letter.kind(), person.id), now)
}

fn reset(conn: &mut Conn, person: &Account, now: NaiveDateTime) -> Result<Letter> {
    let token = secret()?;
    store::security::keep_token(conn, TokenKind::Reset, person.id, &person.email, &hash(&token), now)?;
    Ok(Letter::Reset { handle: person.handle.clone(), token })
}

/// How long the links in letters serve.
pub fn lasts(kind: TokenKind) -> TimeDelta {
    match kind {
        TokenKind::Reset => TimeDelta::minutes(30),
        TokenKind::Address => TimeDelta::hours(48),
    }
}
