//! What the map of the site lists.

use super::{
    conn::Conn,
    schema::{revisions, slots, threads},
};
use crate::error::Result;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// The largest id of a thread; 0 without any.
///
/// # Errors
/// Database failures only.
pub fn last_id(conn: &mut Conn) -> Result<i64> {
    Ok(threads::table.select(diesel::dsl::max(threads::id)).first::<Option<i64>>(conn)?.unwrap_or(0))
}

/// Threads that everybody may read, of the ids after `after` up to `to`: id, original title, last activity.
///
/// # Errors
/// Database failures only.
pub fn public_titles(conn: &mut Conn, after: i64, to: i64) -> Result<Vec<(i64, String, NaiveDateTime)>> {
    Ok(threads::table
        .inner_join(slots::table.on(slots::text_id.eq(threads::text_id).and(slots::lang.eq(threads::lang))))
        .inner_join(
            revisions::table
                .on(revisions::text_id.eq(slots::text_id).and(revisions::lang.eq(slots::lang)).and(revisions::n.eq(slots::revision))),
        )
        .filter(threads::id.gt(after))
        .filter(threads::id.le(to))
        .filter(threads::hidden.eq(false))
        .filter(threads::moved_to.is_null())
        .order(threads::id)
        .select((threads::id, revisions::title, threads::last_post_at))
        .load(conn)?)
}
