//! Counts per window of time, in the database: every process counts together.

use super::{
    conn::{Conn, on_each},
    schema::hits,
};
use crate::error::Result;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Counts one more in this bucket's window and returns how many there are now; older windows go.
///
/// # Errors
/// Database failures only.
pub fn hit(conn: &mut Conn, bucket: &str, starts_at: NaiveDateTime) -> Result<i32> {
    diesel::delete(hits::table.filter(hits::bucket.eq(bucket)).filter(hits::starts_at.lt(starts_at))).execute(conn)?;
    let row = (hits::bucket.eq(bucket), hits::starts_at.eq(starts_at), hits::count.eq(1));
    on_each!(&mut *conn, c => diesel::insert_into(hits::table)
        .values(row)
        .on_conflict((hits::bucket, hits::starts_at))
        .do_update()
        .set(hits::count.eq(hits::count + 1))
        .execute(c))?;
    Ok(hits::table.find((bucket, starts_at)).select(hits::count).first(conn)?)
}

/// Drops every window that began before `then`.
///
/// # Errors
/// Database failures only.
pub fn prune(conn: &mut Conn, then: NaiveDateTime) -> Result<()> {
    diesel::delete(hits::table.filter(hits::starts_at.lt(then))).execute(conn)?;
    Ok(())
}
