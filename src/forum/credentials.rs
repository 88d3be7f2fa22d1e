//! What lets a person in: password, address, sessions, keys for programs. A new password ends everything that the old
//! one had let in; every change tells the person.

use super::{accounts, hash, letters, secret};
use crate::{
    domain::{
        FieldError,
        account::{Email, sign_in_key},
        lang::Lang,
        letter::Letter,
        limits,
    },
    error::{Error, Result},
    store::{
        self, Conn,
        accounts::Account,
        outbox::New,
        security::{Event, TokenKind, Whence},
    },
};
use chrono::NaiveDateTime;

/// Somebody says that they forgot their password. The letter goes to the address that is kept, if there is one; the
/// work here is the same for a name that is known and for one that is not.
///
/// # Errors
/// Database failures only.
pub fn ask_reset(conn: &mut Conn, typed: &str, lang: Lang, now: NaiveDateTime) -> Result<()> {
    if letters::may_ask(conn, &sign_in_key(typed), now)? {
        let letter = Letter::ResetAsked { typed: typed.to_owned() };
        store::outbox::queue(conn, &New { account: None, email: "", lang, letter: &letter }, now)?;
    }
    Ok(())
}

/// Whose link this is.
///
/// # Errors
/// [`Error::LinkGone`] for one of another kind, that has served or expired.
pub fn by_token(conn: &mut Conn, kind: TokenKind, token: &str, now: NaiveDateTime) -> Result<(Account, String)> {
    let found = store::security::token(conn, kind, &hash(token))?;
    let found = found.filter(|t| now - t.created_at < letters::lasts(kind)).ok_or(Error::LinkGone)?;
    Ok((store::accounts::find(conn, found.account_id)?, found.email))
}

/// A new password by the link of a letter; every session ends, and a new one begins. Returns its secret.
///
/// # Errors
/// [`Error::LinkGone`], also when the link expired while the form was open.
pub fn reset(conn: &mut Conn, token: &str, password_hash: &str, whence: &Whence, now: NaiveDateTime) -> Result<(String, Account)> {
    let (person, _) = by_token(conn, TokenKind::Reset, token, now)?;
    // Of two who press at once, the second finds the link gone.
    if store::security::clear_tokens(conn, person.id)? == 0 {
        return Err(Error::LinkGone);
    }
    Ok((set_password(conn, &person, password_hash, whence, now)?, person))
}

/// A new password of somebody who is signed in and gave the present one. Returns the secret of their new session.
///
/// # Errors
/// Database failures, or no random bytes.
pub fn set_password(conn: &mut Conn, person: &Account, password_hash: &str, whence: &Whence, now: NaiveDateTime) -> Result<String> {
    store::accounts::set_password(conn, person.id, password_hash)?;
    store::security::clear_tokens(conn, person.id)?;
    store::sessions::delete_all(conn, person.id)?;
    store::api_tokens::delete_all(conn, person.id)?;
    store::security::note(conn, person.id, Event::Password, whence, now)?;
    letters::to_member(conn, person, &Letter::PasswordChanged { handle: person.handle.clone() }, now)?;
    accounts::sign_in(conn, person.id, whence, now)
}

/// Asks whoever reads at a new address to confirm it. Whether it belongs to another account is told to them alone.
///
/// # Errors
/// Database failures, or no random bytes.
pub fn ask_address(conn: &mut Conn, person: &Account, email: &Email, now: NaiveDateTime) -> Result<()> {
    if !letters::may_ask(conn, &email.key(), now)? {
        return Ok(());
    }
    let token = secret()?;
    store::security::keep_token(conn, TokenKind::Address, person.id, email.as_str(), &hash(&token), now)?;
    let letter = Letter::ConfirmAddress { handle: person.handle.clone(), token };
    store::outbox::queue(conn, &New { account: Some(person.id), email: email.as_str(), lang: person.letter_lang(), letter: &letter }, now)
}

/// The new address is confirmed; the old one is told, and every session but that of `cookie` ends.
///
/// # Errors
/// [`Error::LinkGone`]; an address that belongs to another account.
pub fn set_address(conn: &mut Conn, token: &str, cookie: Option<&str>, whence: &Whence, now: NaiveDateTime) -> Result<()> {
    let (person, email) = by_token(conn, TokenKind::Address, token, now)?;
    // As in [`reset`].
    if store::security::clear_tokens(conn, person.id)? == 0 {
        return Err(Error::LinkGone);
    }
    let email = Email::parse(&email)?;
    store::accounts::set_email(conn, person.id, &email)?;
    // Whoever reads at the new address shows that it works; of the old one nothing is kept that erasing would miss.
    super::bounces::lift(conn, &person.email)?;
    super::bounces::lift(conn, email.as_str())?;
    store::subscriptions::readdress(conn, person.id, &email)?;
    store::sessions::delete_others(conn, person.id, &cookie.map(hash).unwrap_or_default())?;
    store::security::note(conn, person.id, Event::Address, whence, now)?;
    let letter = Letter::AddressChanged { handle: person.handle.clone(), email: email.as_str().to_owned() };
    letters::to_member(conn, &person, &letter, now)
}

/// Ends one session of this person, named by the beginning of its hash, or every one but that of `cookie`.
///
/// # Errors
/// Database failures only.
pub fn sign_out_elsewhere(
    conn: &mut Conn,
    person: i64,
    which: Option<&str>,
    cookie: &str,
    whence: &Whence,
    now: NaiveDateTime,
) -> Result<()> {
    match which {
        Some(key) => store::sessions::delete_by_key(conn, person, key)?,
        None => store::sessions::delete_others(conn, person, &hash(cookie))?,
    }
    store::security::note(conn, person, Event::SignedOutElsewhere, whence, now)
}

/// Makes an API token; it is shown once. `whence` is nowhere for the command line, which needs no watching.
///
/// # Errors
/// An empty or long name, by field.
pub fn create_token(conn: &mut Conn, account: i64, name: &str, whence: Option<&Whence>, now: NaiveDateTime) -> Result<String> {
    let name = token_name(name)?;
    let token = format!("trialogue_{}", secret()?);
    store::api_tokens::insert(conn, account, &name, &hash(&token), now)?;
    if let Some(whence) = whence {
        store::security::note(conn, account, Event::Token, whence, now)?;
    }
    Ok(token)
}

/// What a token is for, as its owner says it.
///
/// # Errors
/// Nothing, or too much.
pub fn token_name(typed: &str) -> std::result::Result<String, FieldError> {
    limits::line("name", typed, 1, limits::LINE_CHARS)
}
