//! People: rows, names to show, preferences.

use super::{conn::Conn, schema::accounts};
use crate::{
    domain::{
        account::{self, Actor, Email, Handle, Preferences, Role},
        comfort::{Colours, Comfort, TextSize, ThreadView},
        lang::{Lang, Langs},
    },
    error::{Error, Result},
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashMap;

/// A person with everything that is kept of them.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = accounts)]
pub struct Account {
    pub id: i64,
    pub handle: String,
    pub email: String,
    pub password_hash: Option<String>,
    #[diesel(deserialize_as = String)]
    pub role: Role,
    pub display_name: String,
    pub organisation: String,
    pub territory: String,
    pub page_lang: Option<String>,
    pub reads: String,
    pub writes: String,
    pub time_zone: String,
    pub machine_text: bool,
    pub reviews: String,
    /// Trusted: nothing of theirs is held back (M2).
    pub confirmed_at: Option<NaiveDateTime>,
    pub created_at: NaiveDateTime,
    pub suspended_until: Option<NaiveDateTime>,
    pub erased_at: Option<NaiveDateTime>,
    caught_up_at: Option<NaiveDateTime>,
    text_size: String,
    thread_view: String,
    colours: String,
    shortcuts: bool,
}

impl Account {
    /// How this person wants pages to look and to be used.
    pub fn comfort(&self) -> Comfort {
        let preset = Comfort::default();
        Comfort {
            size: TextSize::parse(&self.text_size).unwrap_or(preset.size),
            view: ThreadView::parse(&self.thread_view).unwrap_or(preset.view),
            colours: Colours::parse(&self.colours).unwrap_or(preset.colours),
            shortcuts: self.shortcuts,
        }
    }

    /// P7: what was written until then counts as read. For somebody new that is all that was there when they came.
    pub fn caught_up_at(&self) -> NaiveDateTime {
        self.caught_up_at.unwrap_or(self.created_at)
    }

    pub fn actor(&self) -> Actor {
        Actor { id: self.id, role: self.role, reviews: self.reviews(), trusted: self.confirmed_at.is_some() || self.role.is_moderator() }
    }

    /// Languages in which an administrator lets this person review.
    pub fn reviews(&self) -> Langs {
        Langs::of(&self.reviews)
    }

    /// M4: whether the account is stopped at this moment.
    pub fn is_suspended(&self, now: NaiveDateTime) -> bool {
        self.suspended_until.is_some_and(|until| now < until)
    }

    /// Takes the rights of somebody suspended away, for as long as this row is in memory; returns until when it lasts.
    pub fn stopped(&mut self) -> NaiveDateTime {
        self.role = Role::Participant;
        self.reviews.clear();
        self.suspended_until.unwrap_or_default()
    }

    /// The language in which this person is written to.
    pub fn letter_lang(&self) -> Lang {
        let p = self.preferences();
        p.page.or(p.reads.first().copied()).unwrap_or(p.writes)
    }

    /// Stored words are those that the settings page let through; a zone that time-zone data has dropped is UTC.
    pub fn preferences(&self) -> Preferences {
        let writes = Lang::parse(&self.writes).unwrap_or(Lang::Fr);
        Preferences {
            page: self.page_lang.as_deref().and_then(Lang::parse),
            reads: Lang::list(&self.reads),
            writes,
            zone: self.time_zone.parse().unwrap_or(chrono_tz::UTC),
            machine: self.machine_text,
        }
    }
}

/// What others see of a person beside their words.
#[derive(Debug, Clone, Queryable)]
pub struct Name {
    pub id: i64,
    pub handle: String,
    pub display_name: String,
    pub organisation: String,
    erased_at: Option<NaiveDateTime>,
}

impl Name {
    /// U3: a former participant, of whom no name is kept.
    pub fn is_former(&self) -> bool {
        self.erased_at.is_some()
    }
}

/// Somebody to be added.
pub struct NewAccount<'a> {
    pub handle: &'a Handle,
    pub email: &'a Email,
    pub password_hash: Option<&'a str>,
    pub role: Role,
    pub display_name: &'a str,
    pub lang: Lang,
    pub zone: chrono_tz::Tz,
    pub confirmed: bool,
}

/// U1: whether somebody has this handle, or one that looks like it, or had it once.
///
/// # Errors
/// Database failures only.
pub fn is_taken(conn: &mut Conn, handle: &Handle) -> Result<bool> {
    let skeleton = handle.skeleton();
    let stone = account::tombstone(&skeleton);
    let alike = accounts::table.filter(accounts::handle_skeleton.eq_any([skeleton, stone])).select(accounts::id);
    Ok(alike.first::<i64>(conn).optional()?.is_some() || exists(conn, &handle.key())?)
}

/// Gives handles from before there were skeletons theirs; of two that look alike the older keeps it.
///
/// # Errors
/// Database failures only.
pub fn fill_skeletons(conn: &mut Conn) -> Result<()> {
    let bare: Vec<(i64, String)> = accounts::table
        .filter(accounts::handle_skeleton.is_null())
        .filter(accounts::erased_at.is_null())
        .order(accounts::id)
        .select((accounts::id, accounts::handle))
        .load(conn)?;
    for (id, handle) in bare {
        let Ok(handle) = Handle::parse(&handle) else { continue };
        let alike = accounts::table.filter(accounts::handle_skeleton.eq(handle.skeleton())).select(accounts::id);
        if alike.first::<i64>(conn).optional()?.is_none() {
            diesel::update(accounts::table.find(id)).set(accounts::handle_skeleton.eq(Some(handle.skeleton()))).execute(conn)?;
        }
    }
    Ok(())
}

/// Adds a person.
///
/// # Errors
/// Handle or address taken, naming the field.
pub fn insert(conn: &mut Conn, new: &NewAccount, now: NaiveDateTime) -> Result<i64> {
    if is_taken(conn, new.handle)? {
        return Err(Error::field("handle", "errors-handle-taken"));
    }
    if exists(conn, &new.email.key())? {
        return Err(Error::field("email", "errors-email-taken"));
    }
    let row = (
        accounts::handle.eq(new.handle.as_str()),
        accounts::handle_key.eq(new.handle.key()),
        accounts::handle_skeleton.eq(Some(new.handle.skeleton())),
        accounts::email.eq(new.email.as_str()),
        accounts::email_key.eq(new.email.key()),
        accounts::password_hash.eq(new.password_hash),
        accounts::role.eq(new.role.as_str()),
        accounts::display_name.eq(new.display_name),
        accounts::reads.eq(new.lang.as_str()),
        accounts::writes.eq(new.lang.as_str()),
        accounts::page_lang.eq(Some(new.lang.as_str())),
        accounts::time_zone.eq(new.zone.name()),
        accounts::confirmed_at.eq(new.confirmed.then_some(now)),
        accounts::created_at.eq(now),
    );
    diesel::insert_into(accounts::table).values(row).returning(accounts::id).get_result(conn).map_err(taken)
}

/// Two people who take one name at the same moment: the second is told as if the first had been there.
fn taken(e: diesel::result::Error) -> Error {
    use diesel::result::{DatabaseErrorKind::UniqueViolation, Error::DatabaseError};
    match e {
        DatabaseError(UniqueViolation, ref info) => {
            let email = info.message().contains("email_key") || info.constraint_name().is_some_and(|c| c.contains("email_key"));
            if email { Error::field("email", "errors-email-taken") } else { Error::field("handle", "errors-handle-taken") }
        }
        e => e.into(),
    }
}

fn exists(conn: &mut Conn, key: &str) -> Result<bool> {
    Ok(by_key(conn, key)?.is_some())
}

/// The person with this handle or address, folded ([`crate::domain::account::sign_in_key`]).
///
/// # Errors
/// Database failures only.
pub fn by_key(conn: &mut Conn, key: &str) -> Result<Option<Account>> {
    let found = accounts::table
        .filter(accounts::handle_key.eq(key).or(accounts::email_key.eq(key)))
        .select(Account::as_select())
        .first(conn)
        .optional()?;
    Ok(found)
}

/// The person with this handle; an address finds nobody.
///
/// # Errors
/// Database failures only.
pub fn by_handle(conn: &mut Conn, handle: &Handle) -> Result<Option<i64>> {
    Ok(accounts::table.filter(accounts::handle_key.eq(handle.key())).select(accounts::id).first(conn).optional()?)
}

/// # Errors
/// [`Error::NotFound`].
pub fn find(conn: &mut Conn, id: i64) -> Result<Account> {
    Ok(accounts::table.find(id).select(Account::as_select()).first(conn)?)
}

/// Everybody, oldest first.
///
/// # Errors
/// Database failures only.
pub fn all(conn: &mut Conn) -> Result<Vec<Account>> {
    Ok(accounts::table.order(accounts::id).select(Account::as_select()).load(conn)?)
}

diesel::define_sql_function! {
    /// Small letters; on SQLite only of ASCII.
    fn lower(text: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

/// People whose handle, name or address holds `q`, after account `after`, oldest first; without the erased.
///
/// # Errors
/// Database failures only.
pub fn search(conn: &mut Conn, q: &str, after: i64, limit: i64) -> Result<Vec<Account>> {
    // Wildcards that somebody types are no letters of a name.
    let like = format!("%{}%", account::sign_in_key(q).replace(['%', '_', '\\'], ""));
    let mut query = accounts::table
        .select(Account::as_select())
        .filter(accounts::id.gt(after))
        .filter(accounts::erased_at.is_null())
        .order(accounts::id)
        .limit(limit)
        .into_boxed();
    if !q.is_empty() {
        query = query.filter(
            accounts::handle_key.like(like.clone()).or(lower(accounts::display_name).like(like.clone())).or(accounts::email_key.like(like)),
        );
    }
    Ok(query.load(conn)?)
}

/// How many accounts there are, without the erased.
///
/// # Errors
/// Database failures only.
pub fn count(conn: &mut Conn) -> Result<i64> {
    Ok(accounts::table.filter(accounts::erased_at.is_null()).count().get_result(conn)?)
}

/// Whether nobody has an account yet.
///
/// # Errors
/// Database failures only.
pub fn none(conn: &mut Conn) -> Result<bool> {
    Ok(accounts::table.select(accounts::id).first::<i64>(conn).optional()?.is_none())
}

/// Names of several people, by id.
///
/// # Errors
/// Database failures only.
pub fn names(conn: &mut Conn, ids: &[i64]) -> Result<HashMap<i64, Name>> {
    let rows: Vec<Name> = accounts::table
        .filter(accounts::id.eq_any(ids.iter().copied()))
        .select((accounts::id, accounts::handle, accounts::display_name, accounts::organisation, accounts::erased_at))
        .load(conn)?;
    Ok(rows.into_iter().map(|n| (n.id, n)).collect())
}

/// # Errors
/// Database failures only.
pub fn set_role(conn: &mut Conn, id: i64, role: Role) -> Result<()> {
    diesel::update(accounts::table.find(id)).set(accounts::role.eq(role.as_str())).execute(conn)?;
    Ok(())
}

/// # Errors
/// Database failures only.
pub fn set_reviews(conn: &mut Conn, id: i64, langs: Langs) -> Result<()> {
    diesel::update(accounts::table.find(id)).set(accounts::reviews.eq(langs.words())).execute(conn)?;
    Ok(())
}

/// # Errors
/// Database failures only.
pub fn set_password(conn: &mut Conn, id: i64, hash: &str) -> Result<()> {
    diesel::update(accounts::table.find(id)).set(accounts::password_hash.eq(Some(hash))).execute(conn)?;
    Ok(())
}

/// Gives somebody another address.
///
/// # Errors
/// One that belongs to somebody else, on field `email`.
pub fn set_email(conn: &mut Conn, id: i64, email: &Email) -> Result<()> {
    let other = accounts::table.filter(accounts::email_key.eq(email.key())).filter(accounts::id.ne(id)).select(accounts::id);
    if other.first::<i64>(conn).optional()?.is_some() {
        return Err(Error::field("email", "errors-email-taken"));
    }
    diesel::update(accounts::table.find(id))
        .set((accounts::email.eq(email.as_str()), accounts::email_key.eq(email.key())))
        .execute(conn)?;
    Ok(())
}

/// Trusted since then: nothing of theirs is held back (M2); `None` takes it back.
///
/// # Errors
/// Database failures only.
pub fn confirm(conn: &mut Conn, id: i64, at: Option<NaiveDateTime>) -> Result<()> {
    diesel::update(accounts::table.find(id)).set(accounts::confirmed_at.eq(at)).execute(conn)?;
    Ok(())
}

/// M4: stopped until then; `None` lifts it.
///
/// # Errors
/// Database failures only.
pub fn suspend(conn: &mut Conn, id: i64, until: Option<NaiveDateTime>) -> Result<()> {
    diesel::update(accounts::table.find(id)).set(accounts::suspended_until.eq(until)).execute(conn)?;
    Ok(())
}

/// How many administrators there are.
///
/// # Errors
/// Database failures only.
pub fn admins(conn: &mut Conn) -> Result<i64> {
    Ok(accounts::table.filter(accounts::role.eq(Role::Admin.as_str())).count().get_result(conn)?)
}

/// # Errors
/// Database failures only.
pub fn set_preferences(conn: &mut Conn, id: i64, p: &Preferences) -> Result<()> {
    let reads: Vec<&str> = p.reads.iter().map(|l| l.as_str()).collect();
    diesel::update(accounts::table.find(id))
        .set((
            accounts::page_lang.eq(p.page.map(Lang::as_str)),
            accounts::reads.eq(reads.join(" ")),
            accounts::writes.eq(p.writes.as_str()),
            accounts::time_zone.eq(p.zone.name()),
            accounts::machine_text.eq(p.machine),
        ))
        .execute(conn)?;
    Ok(())
}

/// # Errors
/// Database failures only.
pub fn set_comfort(conn: &mut Conn, id: i64, comfort: Comfort) -> Result<()> {
    diesel::update(accounts::table.find(id))
        .set((
            accounts::text_size.eq(comfort.size.as_str()),
            accounts::thread_view.eq(comfort.view.as_str()),
            accounts::colours.eq(comfort.colours.as_str()),
            accounts::shortcuts.eq(comfort.shortcuts),
        ))
        .execute(conn)?;
    Ok(())
}

/// # Errors
/// Database failures only.
pub fn set_profile(conn: &mut Conn, id: i64, display_name: &str, organisation: &str, territory: &str) -> Result<()> {
    diesel::update(accounts::table.find(id))
        .set((accounts::display_name.eq(display_name), accounts::organisation.eq(organisation), accounts::territory.eq(territory)))
        .execute(conn)?;
    Ok(())
}
