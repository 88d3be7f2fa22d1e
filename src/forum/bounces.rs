//! D7: an address from which letters came back for good three times gets none, until its owner or an administrator says otherwise.

use crate::{
    domain::account,
    error::Result,
    store::{self, Conn, leases::Outcome, outbox::Row},
};
use chrono::NaiveDateTime;

/// Notes what came of leased letters, and which addresses refused theirs.
///
/// # Errors
/// Database failures only.
pub fn settle(conn: &mut Conn, outcomes: &[(Row, Outcome)], now: NaiveDateTime) -> Result<()> {
    store::leases::settle(conn, outcomes, now)?;
    for (row, outcome) in outcomes {
        if let Outcome::Failed { said, bounced: true } = outcome {
            store::bounces::note(conn, &account::sign_in_key(&row.email), &row.message_id, said, now)?;
        }
    }
    Ok(())
}

/// Somebody reports that a letter came back. It counts for the address to which we sent it, whatever the report names, and
/// only when it is one of ours; whether it is.
///
/// # Errors
/// Database failures only.
pub fn reported(conn: &mut Conn, message_id: &str, said: &str, now: NaiveDateTime) -> Result<bool> {
    let Some(email) = store::bounces::addressee(conn, message_id)? else { return Ok(false) };
    store::bounces::note(conn, &account::sign_in_key(&email), message_id, said, now)?;
    Ok(true)
}

/// Letters go to this address again.
///
/// # Errors
/// Database failures only.
pub fn lift(conn: &mut Conn, email: &str) -> Result<()> {
    store::bounces::forget(conn, &account::sign_in_key(email))
}
