//! What somebody is writing is kept, and dropped once it is posted.

use crate::{
    domain::{
        FieldError,
        account::Actor,
        draft::{DRAFTS, Place},
    },
    error::{Error, Result, Standing},
    store::{self, Conn, drafts::Fields},
};
use chrono::NaiveDateTime;

/// Keeps what stands in a form; returns its version. `seen` is the version that the form was shown with, 0 for none.
/// Fields without a title and a body drop the draft that they were shown with.
///
/// # Errors
/// [`Error::Conflict`] with the words of another device that saved since; too many drafts, on field `body`.
pub fn keep(conn: &mut Conn, actor: &Actor, place: Place, fields: &Fields, seen: i32, now: NaiveDateTime) -> Result<i32> {
    let typed = |name: &str| fields.iter().any(|(n, v)| n == name && !v.trim().is_empty());
    if !typed("body") && !typed("title") {
        store::drafts::remove(conn, actor.id, place, Some(seen))?;
        return Ok(0);
    }
    let version = match store::drafts::find(conn, actor.id, place)? {
        Some(kept) if kept.fields == *fields => return Ok(kept.version),
        Some(kept) if kept.version != seen => {
            let (title, body) = (kept.field("title").to_owned(), kept.field("body").to_owned());
            return Err(Error::Conflict(Box::new(Standing { revision: kept.version, title, body, author: Some(actor.id) })));
        }
        Some(kept) => kept.version + 1,
        None => {
            let count = usize::try_from(store::drafts::count(conn, actor.id)?).unwrap_or(usize::MAX);
            if count >= DRAFTS {
                return Err(Error::Invalid(vec![FieldError::over("body", "errors-drafts-many", DRAFTS, count)]));
            }
            seen + 1
        }
    };
    store::drafts::put(conn, actor.id, place, fields, version, now)?;
    Ok(version)
}

/// A draft has served, or is not wanted any more. With `seen`, only the version that stood in the form: what another
/// device has kept since stays.
///
/// # Errors
/// Database failures only.
pub fn drop(conn: &mut Conn, actor: &Actor, place: Place, seen: Option<i32>) -> Result<()> {
    store::drafts::remove(conn, actor.id, place, seen)
}
