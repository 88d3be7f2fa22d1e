//! Files of posts: kept, taken away.

use crate::{
    domain::{
        FieldError,
        account::Actor,
        attachment::{self, Name},
        picture::{Clean, Unusable},
    },
    error::{Error, Result},
    store::{self, Conn},
};
use chrono::{NaiveDateTime, TimeDelta};
use uuid::Uuid;

/// A file that stands in no text and no draft is kept for so long: whoever goes on writing tomorrow finds it.
const UNUSED_DAYS: i64 = 7;

/// Keeps a file; it is its owner's alone until a text of theirs shows it.
///
/// # Errors
/// More than one person may keep, on field `attachment`.
pub fn add(conn: &mut Conn, actor: &Actor, file: &Clean, now: NaiveDateTime) -> Result<Name> {
    let kept = store::attachments::kept_by(conn, actor.id)?;
    let with_it = kept + i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
    if with_it > attachment::QUOTA_BYTES {
        let megabytes = |bytes: i64| usize::try_from(bytes / 1_000_000).unwrap_or(usize::MAX);
        let refused = FieldError::over("attachment", "errors-attachment-quota", megabytes(attachment::QUOTA_BYTES), megabytes(kept));
        return Err(Error::Invalid(vec![refused]));
    }
    let name = Name { id: Uuid::now_v7(), kind: file.kind, size: file.size };
    store::attachments::insert(conn, &name, actor.id, &file.bytes, now)?;
    Ok(name)
}

/// Why a file was not taken, beside its field.
pub fn refusal(why: Unusable) -> FieldError {
    FieldError::new(
        "attachment",
        match why {
            Unusable::Kind => "errors-attachment-kind",
            Unusable::Pixels => "errors-attachment-pixels",
            Unusable::Broken => "errors-attachment-broken",
        },
    )
}

/// Takes a file away for good, wherever it was shown.
///
/// # Errors
/// [`Error::NotFound`] also for somebody else's.
pub fn remove(conn: &mut Conn, actor: &Actor, name: &Name) -> Result<()> {
    let found = store::attachments::find(conn, name)?;
    if found.account_id != actor.id {
        return Err(Error::NotFound);
    }
    store::attachments::remove(conn, &[name.id])
}

/// Removes what nobody has put anywhere. Returns how many.
///
/// # Errors
/// Database failures only.
pub fn sweep(conn: &mut Conn, now: NaiveDateTime) -> Result<usize> {
    let before = now - TimeDelta::days(UNUSED_DAYS);
    let found = store::attachments::unused(conn, before)?;
    // Somebody may be publishing one of them at this moment: it is looked at again once nobody else can.
    store::attachments::hold(conn, &found)?;
    let unused = store::attachments::unused(conn, before)?.into_iter().filter(|id| found.contains(id)).collect::<Vec<_>>();
    store::attachments::remove(conn, &unused)?;
    Ok(unused.len())
}
