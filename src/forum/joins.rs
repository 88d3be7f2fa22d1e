//! U1: people come in, by a confirmed address, and where the site says so by invitation or with a moderator's yes.

use super::{accounts, accounts::NewPerson, hash, letters, secret};
use crate::{
    domain::{
        account::{Actor, Email, Handle, Registration, Role},
        lang::Lang,
        letter::Letter,
        moderation::CaseKind,
        policy::{self, Denied},
    },
    error::{Error, Result},
    store::{
        self, Conn,
        cases::NewCase,
        joins::{Invitation, Join, NewJoin},
        moderation::Subject,
        security::Whence,
    },
};
use chrono::{NaiveDateTime, TimeDelta};

/// The link in the letter serves so long …
const CONFIRM_HOURS: i64 = 48;
/// … and an invitation so long.
pub const INVITED_DAYS: i64 = 14;

/// How somebody's coming went on.
pub enum Came {
    /// The new session's secret.
    In { cookie: String, lang: Lang },
    /// A moderator looks at it first.
    Waits,
}

/// Asks to join: the letter tells whoever reads at the address how to go on, or that they have an account. The same
/// work and the same answer either way.
///
/// # Errors
/// A site by invitation, or a handle that is taken or looks like one that is.
pub fn ask(conn: &mut Conn, registration: Registration, new: &NewJoin, now: NaiveDateTime) -> Result<()> {
    policy::join(registration, new.invitation.is_some())?;
    free(conn, &new.handle)?;
    if !letters::may_ask(conn, &new.email.key(), now)? {
        return Ok(());
    }
    let token = secret()?;
    store::joins::insert(conn, new, &hash(&token), now)?;
    letters::to_address(conn, &new.email, new.lang, &Letter::JoinAsked { token }, now)
}

fn free(conn: &mut Conn, handle: &Handle) -> Result<()> {
    if handle.is_reserved() || store::accounts::is_taken(conn, handle)? {
        return Err(Error::field("handle", "errors-handle-taken"));
    }
    Ok(())
}

/// The request that a link confirms.
///
/// # Errors
/// [`Error::LinkGone`] for one that has served or expired.
pub fn find(conn: &mut Conn, token: &str, now: NaiveDateTime) -> Result<Join> {
    let join = store::joins::by_token(conn, &hash(token))?;
    join.filter(|j| now - j.created_at < TimeDelta::hours(CONFIRM_HOURS)).ok_or(Error::LinkGone)
}

/// The button behind the link was pressed. `handle` is another one than was asked for, where that was taken meanwhile.
///
/// # Errors
/// [`Error::LinkGone`]; a handle that is taken by now.
pub fn confirm(
    conn: &mut Conn,
    token: &str,
    handle: Option<Handle>,
    registration: Registration,
    whence: &Whence,
    now: NaiveDateTime,
) -> Result<Came> {
    let join = find(conn, token, now)?;
    let handle = match handle {
        Some(handle) => handle,
        None => Handle::parse(&join.handle)?,
    };
    free(conn, &handle)?;
    policy::join(registration, join.invitation_id.is_some())?;
    if registration == Registration::Approval && join.invitation_id.is_none() {
        if !store::joins::confirm(conn, join.id, &handle, now)? {
            return Err(Error::LinkGone);
        }
        store::cases::open(conn, &NewCase { join: Some(join.id), ..NewCase::of(CaseKind::Join) }, now)?;
        return Ok(Came::Waits);
    }
    let (lang, account) = (join.lang, admit(conn, None, join, &handle, now)?);
    Ok(Came::In { cookie: accounts::sign_in(conn, account, whence, now)?, lang })
}

/// The request becomes an account.
fn admit(conn: &mut Conn, actor: Option<i64>, join: Join, handle: &Handle, now: NaiveDateTime) -> Result<i64> {
    if !store::joins::delete(conn, join.id)? {
        return Err(Error::LinkGone);
    }
    let new = NewPerson {
        handle: handle.clone(),
        email: Email::parse(&join.email)?,
        display_name: join.display_name,
        role: Role::Participant,
        lang: join.lang,
        zone: join.time_zone.parse().unwrap_or(chrono_tz::UTC),
        password_hash: Some(join.password_hash),
        confirmed: false,
    };
    let id = accounts::create(conn, actor, &new, now)?;
    let agreed = store::joins::Agreed { wording: join.wording, pages: join.pages };
    store::joins::keep_consent(conn, id, &agreed, join.lang, join.created_at)?;
    if let Some(invitation) = join.invitation_id {
        // An invitation that was taken back meanwhile admits nobody.
        if !store::joins::accept(conn, invitation, id)? {
            return Err(Error::LinkGone);
        }
    }
    Ok(id)
}

/// A moderator lets somebody in, who is told.
///
/// # Errors
/// No moderator; a request that is gone; a handle that is taken by now.
pub fn approve(conn: &mut Conn, actor: &Actor, join: i64, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, "-")?;
    let join = store::joins::find(conn, join)?;
    let handle = Handle::parse(&join.handle)?;
    free(conn, &handle)?;
    let account = admit(conn, Some(actor.id), join, &handle, now)?;
    let person = store::accounts::find(conn, account)?;
    letters::to_member(conn, &person, &Letter::Welcome { handle: person.handle.clone() }, now)
}

/// A moderator does not let somebody in; what they sent is forgotten once they are told why.
///
/// # Errors
/// No moderator, no reason, a request that is gone.
pub fn decline(conn: &mut Conn, actor: &Actor, join: i64, reason: &str, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, reason)?;
    let join = store::joins::find(conn, join)?;
    store::joins::delete(conn, join.id)?;
    let letter = Letter::NotAdmitted { reason: reason.to_owned() };
    letters::to_address(conn, &Email::parse(&join.email)?, join.lang, &letter, now)?;
    // Who it was is forgotten; that somebody decided is not.
    store::moderation::log(conn, Some(actor.id), "decline", Subject::Account(0), reason, now)
}

/// Asks somebody to come. `by` is how the letter names whoever invites.
///
/// # Errors
/// No moderator (`None` is the command line).
pub fn invite(conn: &mut Conn, actor: Option<&Actor>, by: &str, email: &Email, lang: Lang, now: NaiveDateTime) -> Result<()> {
    if let Some(actor) = actor {
        policy::invite(actor)?;
    }
    if !letters::may_ask(conn, &email.key(), now)? {
        return Err(Error::field("email", "errors-letters-enough"));
    }
    let token = secret()?;
    store::joins::invite(conn, email, lang, actor.map(|a| a.id), &hash(&token), now)?;
    letters::to_address(conn, email, lang, &Letter::Invited { by: by.to_owned(), token }, now)?;
    // Whom is nobody's business but the letter's.
    store::moderation::log(conn, actor.map(|a| a.id), "invite", Subject::Account(0), "", now)
}

/// The invitation of a link, while it lasts.
///
/// # Errors
/// [`Error::LinkGone`].
pub fn invitation(conn: &mut Conn, token: &str, now: NaiveDateTime) -> Result<Invitation> {
    let found = store::joins::invitation(conn, &hash(token))?;
    found.filter(|i| now - i.created_at < TimeDelta::days(INVITED_DAYS)).ok_or(Error::LinkGone)
}

/// Takes an invitation back.
///
/// # Errors
/// No moderator.
pub fn revoke(conn: &mut Conn, actor: &Actor, invitation: i64, now: NaiveDateTime) -> Result<()> {
    policy::invite(actor)?;
    if store::joins::revoke(conn, invitation)? {
        store::moderation::log(conn, Some(actor.id), "revoke", Subject::Account(0), "", now)?;
    }
    Ok(())
}

/// # Errors
/// [`Denied::ByInvitation`] on a site where one has to be asked.
pub fn may_ask(registration: Registration) -> std::result::Result<(), Denied> {
    policy::join(registration, false)
}
