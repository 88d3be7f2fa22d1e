//! Consensus threads: their stages, and the posts that matter to them (C1, C2).

use super::{
    conn::Conn,
    schema::{posts, threads},
    schema_consensus::{consensus, experiences, stages},
};
use crate::{
    domain::{
        consensus::{Names, Opening, Stage},
        post::PostState,
        tally::Thresholds,
    },
    error::Result,
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = consensus)]
pub struct Consensus {
    pub thread_id: i64,
    #[diesel(deserialize_as = String)]
    pub names: Names,
    #[diesel(deserialize_as = String)]
    pub stage: Stage,
    thresholds: String,
    pub synthesis_id: Option<i64>,
    /// The declaration of another thread that this one takes further.
    pub carries: Option<i64>,
}

impl Consensus {
    /// The lines that this thread's verdicts are drawn by.
    pub fn thresholds(&self) -> Thresholds {
        serde_json::from_str(&self.thresholds).unwrap_or_default()
    }
}

/// A time that a thread was in a stage.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = stages)]
pub struct Stay {
    pub thread_id: i64,
    #[diesel(deserialize_as = String)]
    pub stage: Stage,
    pub began_at: NaiveDateTime,
    /// As planned.
    pub ends_at: Option<NaiveDateTime>,
    pub left_at: Option<NaiveDateTime>,
    /// The text that says what it brought.
    pub summary_id: Option<i64>,
    /// Why the thread came back here.
    pub reason: String,
    pub actor_id: Option<i64>,
}

/// The consensus of a thread; `None` for a thread of another kind.
///
/// # Errors
/// Database failures only.
pub fn find(conn: &mut Conn, thread: i64) -> Result<Option<Consensus>> {
    Ok(consensus::table.find(thread).select(Consensus::as_select()).first(conn).optional()?)
}

/// The consensus of several threads, by thread.
///
/// # Errors
/// Database failures only.
pub fn of_threads(conn: &mut Conn, threads: &[i64]) -> Result<HashMap<i64, Consensus>> {
    let rows: Vec<Consensus> =
        consensus::table.filter(consensus::thread_id.eq_any(threads.iter().copied())).select(Consensus::as_select()).load(conn)?;
    Ok(rows.into_iter().map(|c| (c.thread_id, c)).collect())
}

/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, thread: i64, opening: &Opening) -> Result<()> {
    let row = (
        consensus::thread_id.eq(thread),
        consensus::names.eq(opening.names.as_str()),
        consensus::stage.eq(Stage::Illustrate.as_str()),
        consensus::thresholds.eq(stored(&opening.thresholds)),
        consensus::carries.eq(opening.carries),
    );
    diesel::insert_into(consensus::table).values(row).execute(conn)?;
    Ok(())
}

fn stored(thresholds: &Thresholds) -> String {
    serde_json::to_string(thresholds).unwrap_or_default()
}

/// Every consensus thread that can be read by everybody, the newest activity first.
///
/// # Errors
/// Database failures only.
pub fn all(conn: &mut Conn, limit: usize) -> Result<Vec<Consensus>> {
    Ok(consensus::table
        .inner_join(threads::table.on(threads::id.eq(consensus::thread_id)))
        .filter(threads::hidden.eq(false))
        .order((threads::last_post_at.desc(), threads::id.desc()))
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select(Consensus::as_select())
        .load(conn)?)
}

/// The threads of which these texts are a synthesis or a summary, by text; with the stage that was summed up.
///
/// # Errors
/// Database failures only.
pub fn by_texts(conn: &mut Conn, texts: &[i64]) -> Result<HashMap<i64, (i64, Option<Stage>)>> {
    let summaries: Vec<(Option<i64>, i64, String)> = stages::table
        .filter(stages::summary_id.eq_any(texts.iter().copied()))
        .select((stages::summary_id, stages::thread_id, stages::stage))
        .load(conn)?;
    let syntheses: Vec<(Option<i64>, i64)> = consensus::table
        .filter(consensus::synthesis_id.eq_any(texts.iter().copied()))
        .select((consensus::synthesis_id, consensus::thread_id))
        .load(conn)?;
    let summaries = summaries.into_iter().filter_map(|(text, thread, stage)| Some((text?, (thread, Stage::parse(&stage)))));
    Ok(summaries.chain(syntheses.into_iter().filter_map(|(text, thread)| Some((text?, (thread, None))))).collect())
}

/// Whoever acts on a consensus thread waits here for whoever came first, until the transaction ends.
///
/// # Errors
/// Database failures only.
pub fn lock(conn: &mut Conn, thread: i64) -> Result<()> {
    diesel::update(consensus::table.find(thread)).set(consensus::names.eq(consensus::names)).execute(conn)?;
    Ok(())
}

/// The thread enters a stage; the one that it was in ends.
///
/// # Errors
/// Database failures only.
pub fn enter(conn: &mut Conn, stay: &Stay, now: NaiveDateTime) -> Result<()> {
    diesel::update(stages::table.filter(stages::thread_id.eq(stay.thread_id)).filter(stages::left_at.is_null()))
        .set((stages::left_at.eq(Some(now)), stages::summary_id.eq(stay.summary_id)))
        .execute(conn)?;
    diesel::update(consensus::table.find(stay.thread_id)).set(consensus::stage.eq(stay.stage.as_str())).execute(conn)?;
    let row = (
        stages::thread_id.eq(stay.thread_id),
        stages::stage.eq(stay.stage.as_str()),
        stages::began_at.eq(now),
        stages::ends_at.eq(stay.ends_at),
        stages::reason.eq(&stay.reason),
        stages::actor_id.eq(stay.actor_id),
    );
    diesel::insert_into(stages::table).values(row).execute(conn)?;
    Ok(())
}

/// The present stage is planned to last until then.
///
/// # Errors
/// Database failures only.
pub fn plan(conn: &mut Conn, thread: i64, ends_at: Option<NaiveDateTime>) -> Result<()> {
    let present = stages::table.filter(stages::thread_id.eq(thread)).filter(stages::left_at.is_null());
    diesel::update(present).set(stages::ends_at.eq(ends_at)).execute(conn)?;
    Ok(())
}

/// # Errors
/// Database failures only.
pub fn set_thresholds(conn: &mut Conn, thread: i64, thresholds: &Thresholds) -> Result<()> {
    diesel::update(consensus::table.find(thread)).set(consensus::thresholds.eq(stored(thresholds))).execute(conn)?;
    Ok(())
}

/// # Errors
/// Database failures only.
pub fn set_synthesis(conn: &mut Conn, thread: i64, text: i64) -> Result<()> {
    diesel::update(consensus::table.find(thread)).set(consensus::synthesis_id.eq(Some(text))).execute(conn)?;
    Ok(())
}

/// The stages of several threads, by thread, oldest first.
///
/// # Errors
/// Database failures only.
pub fn stays(conn: &mut Conn, threads: &[i64]) -> Result<HashMap<i64, Vec<Stay>>> {
    let rows: Vec<Stay> =
        stages::table.filter(stages::thread_id.eq_any(threads.iter().copied())).order(stages::id).select(Stay::as_select()).load(conn)?;
    let mut stays: HashMap<i64, Vec<Stay>> = HashMap::new();
    for row in rows {
        stays.entry(row.thread_id).or_default().push(row);
    }
    Ok(stays)
}

/// A post that matters to a thread.
#[derive(Debug, Clone, Queryable)]
pub struct Experience {
    pub post_id: i64,
    /// Who pointed at it.
    pub account_id: i64,
    pub at: NaiveDateTime,
}

/// The posts that were pointed at, oldest first; hidden ones are not there.
///
/// # Errors
/// Database failures only.
pub fn experiences(conn: &mut Conn, thread: i64) -> Result<Vec<Experience>> {
    Ok(experiences::table
        .inner_join(posts::table.on(posts::id.eq(experiences::post_id)))
        .inner_join(threads::table.on(threads::id.eq(posts::thread_id)))
        .filter(experiences::thread_id.eq(thread))
        .filter(posts::state.eq(PostState::Visible.as_str()))
        .filter(threads::hidden.eq(false))
        .order((experiences::at, experiences::post_id))
        .select((experiences::post_id, experiences::account_id, experiences::at))
        .load(conn)?)
}

/// What one person pointed at: thread, post, time.
///
/// # Errors
/// Database failures only.
pub fn pointed_by(conn: &mut Conn, account: i64) -> Result<Vec<(i64, i64, NaiveDateTime)>> {
    Ok(experiences::table
        .filter(experiences::account_id.eq(account))
        .order(experiences::at)
        .select((experiences::thread_id, experiences::post_id, experiences::at))
        .load(conn)?)
}

/// Points at a post; a second time changes nothing.
///
/// # Errors
/// Database failures only.
pub fn point(conn: &mut Conn, thread: i64, post: i64, account: i64, now: NaiveDateTime) -> Result<()> {
    if experiences::table.find((thread, post)).select(experiences::at).first::<NaiveDateTime>(conn).optional()?.is_some() {
        return Ok(());
    }
    let row =
        (experiences::thread_id.eq(thread), experiences::post_id.eq(post), experiences::account_id.eq(account), experiences::at.eq(now));
    diesel::insert_into(experiences::table).values(row).execute(conn)?;
    Ok(())
}

/// Takes such a pointer away; of `by` only, unless that is nobody in particular.
///
/// # Errors
/// Database failures only.
pub fn unpoint(conn: &mut Conn, thread: i64, post: i64, by: Option<i64>) -> Result<bool> {
    let mut query = diesel::delete(experiences::table.find((thread, post))).into_boxed();
    if let Some(by) = by {
        query = query.filter(experiences::account_id.eq(by));
    }
    Ok(query.execute(conn)? == 1)
}
