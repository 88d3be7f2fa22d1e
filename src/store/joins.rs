//! People at the door: requests to join, invitations, and what they agreed to.

use super::{
    conn::Conn,
    schema_order::{consents, invitations, joins},
};
use crate::{
    domain::{
        account::{Email, Handle},
        lang::Lang,
    },
    error::Result,
};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// A request to join; it becomes an account once its address is confirmed (and a moderator agrees, where one has to).
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = joins)]
pub struct Join {
    pub id: i64,
    pub handle: String,
    pub email: String,
    pub display_name: String,
    #[diesel(deserialize_as = String)]
    pub lang: Lang,
    pub time_zone: String,
    pub password_hash: String,
    /// To the moderators, where they decide.
    pub words: String,
    pub wording: String,
    pub pages: String,
    pub invitation_id: Option<i64>,
    pub created_at: NaiveDateTime,
    pub confirmed_at: Option<NaiveDateTime>,
}

/// A request to be kept.
#[derive(Debug, Clone)]
pub struct NewJoin {
    pub handle: Handle,
    pub email: Email,
    pub display_name: String,
    pub lang: Lang,
    pub zone: chrono_tz::Tz,
    pub password_hash: String,
    pub words: String,
    pub agreed: Agreed,
    pub invitation: Option<i64>,
}

/// What somebody agreed to: the sentence as it stood, and which revisions of which pages it named.
#[derive(Debug, Clone)]
pub struct Agreed {
    pub wording: String,
    /// `licence:fr:2 privacy:fr:1`
    pub pages: String,
}

/// Keeps a request; an earlier one of the same address that nobody confirmed is replaced.
///
/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, new: &NewJoin, hash: &str, now: NaiveDateTime) -> Result<()> {
    diesel::delete(joins::table.filter(joins::email_key.eq(new.email.key())).filter(joins::confirmed_at.is_null())).execute(conn)?;
    if joins::table.filter(joins::email_key.eq(new.email.key())).select(joins::id).first::<i64>(conn).optional()?.is_some() {
        // It waits for a moderator already.
        return Ok(());
    }
    let row = (
        joins::handle.eq(new.handle.as_str()),
        joins::email.eq(new.email.as_str()),
        joins::email_key.eq(new.email.key()),
        joins::display_name.eq(&new.display_name),
        joins::lang.eq(new.lang.as_str()),
        joins::time_zone.eq(new.zone.name()),
        joins::password_hash.eq(&new.password_hash),
        joins::words.eq(&new.words),
        joins::wording.eq(&new.agreed.wording),
        joins::pages.eq(&new.agreed.pages),
        joins::invitation_id.eq(new.invitation),
        joins::token_hash.eq(hash),
        joins::created_at.eq(now),
    );
    diesel::insert_into(joins::table).values(row).execute(conn)?;
    Ok(())
}

/// The unconfirmed request of a hashed token.
///
/// # Errors
/// Database failures only.
pub fn by_token(conn: &mut Conn, hash: &str) -> Result<Option<Join>> {
    Ok(joins::table
        .filter(joins::token_hash.eq(hash))
        .filter(joins::confirmed_at.is_null())
        .select(Join::as_select())
        .first(conn)
        .optional()?)
}

/// # Errors
/// [`crate::error::Error::NotFound`].
pub fn find(conn: &mut Conn, id: i64) -> Result<Join> {
    Ok(joins::table.find(id).select(Join::as_select()).first(conn)?)
}

/// Requests that wait for a moderator.
///
/// # Errors
/// Database failures only.
pub fn waiting(conn: &mut Conn) -> Result<Vec<Join>> {
    Ok(joins::table.filter(joins::confirmed_at.is_not_null()).order(joins::id).select(Join::as_select()).load(conn)?)
}

/// The address is theirs; the request waits for a moderator. Whether it was still unconfirmed.
///
/// # Errors
/// Database failures only.
pub fn confirm(conn: &mut Conn, id: i64, handle: &Handle, now: NaiveDateTime) -> Result<bool> {
    let waiting = joins::table.find(id).filter(joins::confirmed_at.is_null());
    Ok(diesel::update(waiting).set((joins::confirmed_at.eq(Some(now)), joins::handle.eq(handle.as_str()))).execute(conn)? == 1)
}

/// The request has become an account, or was declined: nothing of it is kept. Whether it was still there.
///
/// # Errors
/// Database failures only.
pub fn delete(conn: &mut Conn, id: i64) -> Result<bool> {
    Ok(diesel::delete(joins::table.find(id)).execute(conn)? == 1)
}

/// Requests that nobody confirmed and that were made before `then` are forgotten; how many they were.
///
/// # Errors
/// Database failures only.
pub fn prune(conn: &mut Conn, then: NaiveDateTime) -> Result<usize> {
    Ok(diesel::delete(joins::table.filter(joins::confirmed_at.is_null()).filter(joins::created_at.lt(then))).execute(conn)?)
}

/// Requests of this address are forgotten.
///
/// # Errors
/// Database failures only.
pub fn forget(conn: &mut Conn, email_key: &str) -> Result<()> {
    diesel::delete(joins::table.filter(joins::email_key.eq(email_key))).execute(conn)?;
    Ok(())
}

/// Proof of consent: what was agreed to, in which language, when.
#[derive(Debug, Clone, Queryable)]
pub struct Consent {
    pub wording: String,
    pub pages: String,
    #[diesel(deserialize_as = String)]
    pub lang: Lang,
    pub at: NaiveDateTime,
}

/// # Errors
/// Database failures only.
pub fn keep_consent(conn: &mut Conn, account: i64, agreed: &Agreed, lang: Lang, at: NaiveDateTime) -> Result<()> {
    let row = (
        consents::account_id.eq(account),
        consents::wording.eq(&agreed.wording),
        consents::pages.eq(&agreed.pages),
        consents::lang.eq(lang.as_str()),
        consents::at.eq(at),
    );
    diesel::insert_into(consents::table).values(row).execute(conn)?;
    Ok(())
}

/// # Errors
/// Database failures only.
pub fn consents(conn: &mut Conn, account: i64) -> Result<Vec<Consent>> {
    Ok(consents::table
        .filter(consents::account_id.eq(account))
        .order(consents::id)
        .select((consents::wording, consents::pages, consents::lang, consents::at))
        .load(conn)?)
}

/// Somebody who was asked to come.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = invitations)]
pub struct Invitation {
    pub id: i64,
    pub email: String,
    #[diesel(deserialize_as = String)]
    pub lang: Lang,
    pub inviter_id: Option<i64>,
    pub created_at: NaiveDateTime,
    /// Who came by it.
    pub account_id: Option<i64>,
}

/// # Errors
/// Database failures only.
pub fn invite(conn: &mut Conn, email: &Email, lang: Lang, inviter: Option<i64>, hash: &str, now: NaiveDateTime) -> Result<()> {
    // Asked again: the newer letter counts.
    diesel::delete(invitations::table.filter(invitations::email.eq(email.as_str())).filter(invitations::account_id.is_null()))
        .execute(conn)?;
    let row = (
        invitations::token_hash.eq(hash),
        invitations::email.eq(email.as_str()),
        invitations::lang.eq(lang.as_str()),
        invitations::inviter_id.eq(inviter),
        invitations::created_at.eq(now),
    );
    diesel::insert_into(invitations::table).values(row).execute(conn)?;
    Ok(())
}

/// The invitation of a hashed token that nobody has used.
///
/// # Errors
/// Database failures only.
pub fn invitation(conn: &mut Conn, hash: &str) -> Result<Option<Invitation>> {
    Ok(invitations::table
        .filter(invitations::token_hash.eq(hash))
        .filter(invitations::account_id.is_null())
        .select(Invitation::as_select())
        .first(conn)
        .optional()?)
}

/// Invitations that nobody has used, newest first.
///
/// # Errors
/// Database failures only.
pub fn invitations(conn: &mut Conn) -> Result<Vec<Invitation>> {
    Ok(invitations::table
        .filter(invitations::account_id.is_null())
        .order(invitations::id.desc())
        .limit(200)
        .select(Invitation::as_select())
        .load(conn)?)
}

/// An invitation is used by one account; whether it was still free.
///
/// # Errors
/// Database failures only.
pub fn accept(conn: &mut Conn, invitation: i64, account: i64) -> Result<bool> {
    let free = invitations::table.find(invitation).filter(invitations::account_id.is_null());
    Ok(diesel::update(free).set((invitations::account_id.eq(Some(account)), invitations::email.eq(""))).execute(conn)? == 1)
}

/// Takes an invitation back; whether it was still there and nobody had used it.
///
/// # Errors
/// Database failures only.
pub fn revoke(conn: &mut Conn, invitation: i64) -> Result<bool> {
    Ok(diesel::delete(invitations::table.find(invitation).filter(invitations::account_id.is_null())).execute(conn)? == 1)
}

/// Invitations older than `then` that nobody used are forgotten; how many they were.
///
/// # Errors
/// Database failures only.
pub fn prune_invitations(conn: &mut Conn, then: NaiveDateTime) -> Result<usize> {
    let unused = invitations::table.filter(invitations::account_id.is_null()).filter(invitations::created_at.lt(then));
    Ok(diesel::delete(unused).execute(conn)?)
}
