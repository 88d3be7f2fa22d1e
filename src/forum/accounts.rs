//! People: added, given roles and tokens, signed in and out.

use super::{hash, secret};
use crate::{
    domain::{
        account::{self, Actor, Email, Handle, Preferences, Role},
        comfort::Comfort,
        lang::{Lang, Langs},
        policy,
    },
    error::{Error, Result},
    store::{
        self, Conn,
        accounts::Account,
        communities::Because,
        moderation::Subject,
        security::{Event, Whence},
        sessions::Session,
    },
};
use argon2::{Argon2, PasswordHasher, PasswordVerifier, password_hash::phc::PasswordHash};
use chrono::{NaiveDateTime, TimeDelta};

/// A session ends after so many days without use …
const IDLE_DAYS: i64 = 14;
/// … and in any case after so many.
const ABSOLUTE_DAYS: i64 = 90;
/// Moderators and administrators sign in anew each day.
const STAFF_IDLE_HOURS: i64 = 12;
/// A session's last use is noted at this grain, so that reading writes next to nothing.
const TOUCH_MINUTES: i64 = 30;

/// Somebody to be added, checked.
pub struct NewPerson {
    pub handle: Handle,
    pub email: Email,
    pub display_name: String,
    pub role: Role,
    pub lang: Lang,
    pub zone: chrono_tz::Tz,
    /// Argon2id hash; `None`: signs in by no password yet.
    pub password_hash: Option<String>,
    pub confirmed: bool,
}

/// Argon2id (RFC 9106 second choice: 19 MiB, two passes, one lane). Blocks for tens of milliseconds.
///
/// # Errors
/// The operating system gives no random salt.
pub fn hash_password(password: &str) -> Result<String> {
    let hash = Argon2::default().hash_password(password.as_bytes()).map_err(|e| anyhow::anyhow!("hashing failed: {e}"))?;
    Ok(hash.to_string())
}

/// Whether the password fits; costs one hash whoever asks, also where there is no account (U1). Blocks.
pub fn verify_password(stored: Option<&str>, password: &str) -> bool {
    /// Of no password that anybody has: what is compared where there is nothing to compare.
    const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXRoaW5nc2FsdHk$XtgERBhHRcD0xdX9DL5V0GBvXwFOkkSGyQbr7BCTKbU";
    let phc = PasswordHash::new(stored.unwrap_or(NOBODY)).or_else(|_| PasswordHash::new(NOBODY));
    let fits = phc.is_ok_and(|phc| Argon2::default().verify_password(password.as_bytes(), &phc).is_ok());
    fits && stored.is_some()
}

/// Adds a person.
///
/// # Errors
/// Handle or address taken, by field.
pub fn create(conn: &mut Conn, actor: Option<i64>, new: &NewPerson, now: NaiveDateTime) -> Result<i64> {
    let row = store::accounts::NewAccount {
        handle: &new.handle,
        email: &new.email,
        password_hash: new.password_hash.as_deref(),
        role: new.role,
        display_name: &new.display_name,
        lang: new.lang,
        zone: new.zone,
        confirmed: new.confirmed,
    };
    let id = store::accounts::insert(conn, &row, now)?;
    if new.confirmed {
        store::communities::make_eligible(conn, id, Because::Moderator, now)?;
    }
    store::moderation::log(conn, actor, "create", Subject::Account(id), new.role.as_str(), now)?;
    Ok(id)
}

/// The first administrator, by the one-time address; signs them in and ends the address.
///
/// # Errors
/// [`Error::NotFound`] when the address has served or is not ours.
pub fn set_up(conn: &mut Conn, token: &str, new: &NewPerson, whence: &Whence, now: NaiveDateTime) -> Result<String> {
    if !store::sessions::has_setup(conn, &hash(token))? || !store::accounts::none(conn)? {
        return Err(Error::NotFound);
    }
    // Of two who come at once, the second finds nothing left to take.
    if store::sessions::clear_setup(conn)? == 0 {
        return Err(Error::NotFound);
    }
    let id = create(conn, None, new, now)?;
    sign_in(conn, id, whence, now)
}

/// Makes a one-time address for a forum without people; `None` when there are some.
///
/// # Errors
/// Database failures, or no random bytes.
pub fn offer_setup(conn: &mut Conn, now: NaiveDateTime) -> Result<Option<String>> {
    if !store::accounts::none(conn)? {
        return Ok(None);
    }
    let token = secret()?;
    store::sessions::clear_setup(conn)?;
    store::sessions::set_setup(conn, &hash(&token), now)?;
    Ok(Some(token))
}

/// A new session; returns the cookie's secret.
///
/// # Errors
/// Database failures, or no random bytes.
pub fn sign_in(conn: &mut Conn, account: i64, whence: &Whence, now: NaiveDateTime) -> Result<String> {
    let secret = secret()?;
    store::sessions::insert(conn, &hash(&secret), account, &whence.device, now)?;
    store::security::note(conn, account, Event::SignIn, whence, now)?;
    store::sessions::prune(conn, now - TimeDelta::days(ABSOLUTE_DAYS))?;
    Ok(secret)
}

/// Ends the session of a cookie.
///
/// # Errors
/// Database failures only.
pub fn sign_out(conn: &mut Conn, cookie: &str) -> Result<()> {
    store::sessions::delete(conn, &hash(cookie))
}

/// The session of a cookie, while it lasts.
///
/// # Errors
/// Database failures only.
pub fn session(conn: &mut Conn, cookie: &str, now: NaiveDateTime) -> Result<Option<Session>> {
    Ok(store::sessions::find(conn, &hash(cookie))?.filter(|s| lasts(s, now)))
}

fn lasts(session: &Session, now: NaiveDateTime) -> bool {
    let idle = match session.account.role {
        Role::Participant => TimeDelta::days(IDLE_DAYS),
        Role::Moderator | Role::Admin => TimeDelta::hours(STAFF_IDLE_HOURS),
    };
    now - session.seen_at < idle && now - session.created_at < TimeDelta::days(ABSOLUTE_DAYS)
}

/// Whether it is time to note that the session is in use.
pub fn wants_touch(session: &Session, now: NaiveDateTime) -> bool {
    now - session.seen_at > TimeDelta::minutes(TOUCH_MINUTES)
}

/// Notes that a session is in use.
///
/// # Errors
/// Database failures only.
pub fn touch(conn: &mut Conn, cookie: &str, now: NaiveDateTime) -> Result<()> {
    store::sessions::touch(conn, &hash(cookie), now)
}

/// The person of an API token.
///
/// # Errors
/// Database failures only.
pub fn bearer(conn: &mut Conn, token: &str) -> Result<Option<Account>> {
    store::api_tokens::owner(conn, &hash(token))
}

/// Changes a role, ends the person's sessions, writes the audit line.
///
/// # Errors
/// The last administrator stays one.
pub fn set_role(conn: &mut Conn, actor: Option<&Actor>, person: &Account, role: Role, reason: &str, now: NaiveDateTime) -> Result<()> {
    if let Some(actor) = actor {
        policy::give_rights(actor)?;
    }
    // Two administrators who step down at once must not both be the last but one.
    store::alone(conn)?;
    if person.role == Role::Admin && role != Role::Admin && store::accounts::admins(conn)? <= 1 {
        return Err(Error::field("role", "errors-last-admin"));
    }
    store::accounts::set_role(conn, person.id, role)?;
    store::sessions::delete_all(conn, person.id)?;
    let said = if reason.is_empty() { role.as_str().to_owned() } else { format!("{role}: {reason}") };
    store::moderation::log(conn, actor.map(|a| a.id), "role", Subject::Account(person.id), &said, now)
}

/// Lets somebody review in these languages and no others; writes the audit line.
///
/// # Errors
/// No administrator (`None` is the command line, which has every right).
pub fn set_reviews(conn: &mut Conn, actor: Option<&Actor>, person: &Account, langs: Langs, reason: &str, now: NaiveDateTime) -> Result<()> {
    if let Some(actor) = actor {
        policy::give_rights(actor)?;
    }
    if person.reviews() == langs {
        return Ok(());
    }
    store::accounts::set_reviews(conn, person.id, langs)?;
    let said = if reason.is_empty() { langs.words() } else { format!("{}: {reason}", langs.words()) };
    store::moderation::log(conn, actor.map(|a| a.id), "reviews", Subject::Account(person.id), &said, now)
}

/// Saves how a person reads and writes, and what others see of them.
///
/// # Errors
/// Database failures only: the form was checked.
pub fn save_settings(conn: &mut Conn, account: i64, settings: &Settings) -> Result<()> {
    store::accounts::set_preferences(conn, account, &settings.preferences)?;
    store::accounts::set_profile(conn, account, &settings.display_name, &settings.organisation, &settings.territory)
}

/// How this person wants pages to look and to be used.
///
/// # Errors
/// Database failures only.
pub fn save_comfort(conn: &mut Conn, account: i64, comfort: Comfort) -> Result<()> {
    store::accounts::set_comfort(conn, account, comfort)
}

/// The settings page, checked.
#[derive(Debug, Clone)]
pub struct Settings {
    pub preferences: Preferences,
    pub display_name: String,
    pub organisation: String,
    pub territory: String,
}

/// Who signs in by handle or address; the password is verified by the caller, outside any transaction.
///
/// # Errors
/// Database failures only.
pub fn candidate(conn: &mut Conn, typed: &str) -> Result<Option<Account>> {
    store::accounts::by_key(conn, &account::sign_in_key(typed))
}
