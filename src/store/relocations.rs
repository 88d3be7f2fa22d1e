//! Posts that were moved between threads: where they stood, so that it can be undone exactly (M3, M5).

use super::{
    conn::Conn,
    schema::{posts, threads},
    schema_order::{relocated_posts, relocations},
};
use crate::{
    domain::words,
    error::{Error, Result},
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashMap;

words! {
    /// How posts came from one thread to another.
    RelocationKind {
        /// Some, to a thread that there was.
        Move = "move",
        /// Some, to a thread that was made for them.
        Split = "split",
        /// All.
        Merge = "merge",
    }
}

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = relocations)]
pub struct Relocation {
    pub id: i64,
    #[diesel(deserialize_as = String)]
    pub kind: RelocationKind,
    pub from_thread: i64,
    pub to_thread: i64,
    pub actor_id: i64,
    pub at: NaiveDateTime,
    pub undone_at: Option<NaiveDateTime>,
}

/// Where a post stood before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Stood {
    pub post_id: i64,
    pub n: i32,
    pub parent_id: Option<i64>,
}

/// # Errors
/// Database failures only.
pub fn insert(
    conn: &mut Conn,
    kind: RelocationKind,
    (from, to): (i64, i64),
    actor: i64,
    stood: &[Stood],
    now: NaiveDateTime,
) -> Result<i64> {
    let row = (
        relocations::kind.eq(kind.as_str()),
        relocations::from_thread.eq(from),
        relocations::to_thread.eq(to),
        relocations::actor_id.eq(actor),
        relocations::at.eq(now),
    );
    let id: i64 = diesel::insert_into(relocations::table).values(row).returning(relocations::id).get_result(conn)?;
    for post in stood {
        let row = (
            relocated_posts::relocation_id.eq(id),
            relocated_posts::post_id.eq(post.post_id),
            relocated_posts::n.eq(post.n),
            relocated_posts::parent_id.eq(post.parent_id),
        );
        diesel::insert_into(relocated_posts::table).values(row).execute(conn)?;
    }
    Ok(id)
}

/// # Errors
/// [`Error::NotFound`].
pub fn find(conn: &mut Conn, id: i64) -> Result<Relocation> {
    Ok(relocations::table.find(id).select(Relocation::as_select()).first(conn)?)
}

/// Where the posts of a relocation stood, by number.
///
/// # Errors
/// Database failures only.
pub fn stood(conn: &mut Conn, id: i64) -> Result<Vec<Stood>> {
    Ok(relocated_posts::table
        .filter(relocated_posts::relocation_id.eq(id))
        .order(relocated_posts::n)
        .select((relocated_posts::post_id, relocated_posts::n, relocated_posts::parent_id))
        .load(conn)?)
}

/// Marks a relocation as undone.
///
/// # Errors
/// [`Error::NotFound`] when somebody undid it before.
pub fn undone(conn: &mut Conn, id: i64, now: NaiveDateTime) -> Result<()> {
    let standing = relocations::table.find(id).filter(relocations::undone_at.is_null());
    if diesel::update(standing).set(relocations::undone_at.eq(Some(now))).execute(conn)? == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// What came into a thread or left it and was not undone, oldest first, with how many posts.
///
/// # Errors
/// Database failures only.
pub fn of_thread(conn: &mut Conn, thread: i64) -> Result<Vec<(Relocation, i64)>> {
    let found: Vec<Relocation> = relocations::table
        .filter(relocations::from_thread.eq(thread).or(relocations::to_thread.eq(thread)))
        .filter(relocations::undone_at.is_null())
        .order(relocations::id)
        .select(Relocation::as_select())
        .load(conn)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let counts: Vec<(i64, i64)> = relocated_posts::table
        .filter(relocated_posts::relocation_id.eq_any(found.iter().map(|r| r.id)))
        .group_by(relocated_posts::relocation_id)
        .select((relocated_posts::relocation_id, diesel::dsl::count_star()))
        .load(conn)?;
    let counts: HashMap<i64, i64> = counts.into_iter().collect();
    Ok(found.into_iter().map(|r| (counts.get(&r.id).copied().unwrap_or_default(), r)).map(|(n, r)| (r, n)).collect())
}

/// The post at which a merged thread begins in the thread that it was merged into.
///
/// # Errors
/// Database failures only.
pub fn merged(conn: &mut Conn, thread: i64) -> Result<Option<i64>> {
    Ok(relocated_posts::table
        .inner_join(relocations::table.on(relocations::id.eq(relocated_posts::relocation_id)))
        .filter(relocations::from_thread.eq(thread))
        .filter(relocations::kind.eq(RelocationKind::Merge.as_str()))
        .filter(relocations::undone_at.is_null())
        .filter(relocated_posts::n.eq(1))
        .select(relocated_posts::post_id)
        .first(conn)
        .optional()?)
}

/// Takes `count` new post numbers of a thread, open or not; its row stays locked. Returns the first.
///
/// # Errors
/// [`Error::NotFound`].
pub fn take_numbers(conn: &mut Conn, thread: i64, count: usize) -> Result<i32> {
    let by = i32::try_from(count).unwrap_or(i32::MAX);
    let newest: i32 = diesel::update(threads::table.find(thread))
        .set(threads::newest.eq(threads::newest + by))
        .returning(threads::newest)
        .get_result(conn)?;
    Ok(newest - by + 1)
}

/// Puts a post elsewhere.
///
/// # Errors
/// Database failures only.
pub fn put(conn: &mut Conn, thread: i64, at: Stood) -> Result<()> {
    diesel::update(posts::table.find(at.post_id))
        .set((posts::thread_id.eq(thread), posts::n.eq(at.n), posts::parent_id.eq(at.parent_id)))
        .execute(conn)?;
    Ok(())
}

/// Every post of a thread, the opening too, by time.
///
/// # Errors
/// Database failures only.
pub fn all(conn: &mut Conn, thread: i64) -> Result<Vec<Stood>> {
    Ok(posts::table
        .filter(posts::thread_id.eq(thread))
        .order((posts::created_at, posts::id))
        .select((posts::id, posts::n, posts::parent_id))
        .load(conn)?)
}

/// A merged thread leads to another one, or stands for itself again.
///
/// # Errors
/// Database failures only.
pub fn lead(conn: &mut Conn, thread: i64, to: Option<i64>) -> Result<()> {
    diesel::update(threads::table.find(thread)).set((threads::moved_to.eq(to), threads::hidden.eq(to.is_some()))).execute(conn)?;
    Ok(())
}
