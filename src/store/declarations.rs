//! Declarations (C10): added, never changed.

use super::{
    conn::Conn,
    schema::{posts, revisions, threads},
    schema_consensus::{consensus, declaration_texts, declarations},
    texts::Revision,
};
use crate::{
    domain::{
        declaration::{Frozen, Outcome},
        lang::Lang,
        policy::{Door, Visible},
    },
    error::{Error, Result},
};
use anyhow::Context;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = declarations)]
pub struct Declaration {
    /// Its number.
    pub id: i64,
    pub thread_id: i64,
    #[diesel(deserialize_as = String)]
    pub outcome: Outcome,
    /// Why there is no consensus.
    pub reason: String,
    pub signer_id: i64,
    pub at: NaiveDateTime,
    frozen: String,
    /// The declaration of this thread that it takes the place of.
    pub supersedes: Option<i64>,
    pub review_on: Option<NaiveDate>,
    /// When its basis was first seen to have moved.
    pub moved_at: Option<NaiveDateTime>,
}

impl Declaration {
    /// What it froze.
    ///
    /// # Errors
    /// A row that was changed by hand.
    pub fn frozen(&self) -> Result<Frozen> {
        Ok(serde_json::from_str(&self.frozen).with_context(|| format!("declaration {}", self.id))?)
    }
}

/// # Errors
/// [`Error::NotFound`], also in a thread that this reader cannot find.
pub fn find(conn: &mut Conn, id: i64, visible: Visible) -> Result<Declaration> {
    let (found, hidden, held, author): (Declaration, bool, bool, i64) = declarations::table
        .inner_join(threads::table.on(threads::id.eq(declarations::thread_id)))
        .filter(declarations::id.eq(id))
        .select((Declaration::as_select(), threads::hidden, threads::held, threads::author_id))
        .first(conn)?;
    if visible.thread(Door { hidden, held, author }) { Ok(found) } else { Err(Error::NotFound) }
}

/// Which declarations are listed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    pub thread: Option<i64>,
    /// Only those that no later one took the place of.
    pub standing: bool,
    /// Below this number.
    pub before: Option<i64>,
}

/// Declarations in threads that everybody can read, the newest first.
///
/// # Errors
/// Database failures only.
pub fn list(conn: &mut Conn, filter: Filter, visible: Visible, limit: usize) -> Result<Vec<Declaration>> {
    let mut query = declarations::table
        .inner_join(threads::table.on(threads::id.eq(declarations::thread_id)))
        .select(Declaration::as_select())
        .into_boxed();
    if visible != Visible::Everything {
        query = query.filter(threads::hidden.eq(false));
    }
    if let Some(thread) = filter.thread {
        query = query.filter(declarations::thread_id.eq(thread));
    }
    if let Some(before) = filter.before {
        query = query.filter(declarations::id.lt(before));
    }
    if filter.standing {
        let superseded = diesel::alias!(declarations as later);
        let later = superseded.filter(superseded.field(declarations::supersedes).eq(declarations::id.nullable()));
        query = query.filter(diesel::dsl::not(diesel::dsl::exists(later)));
    }
    Ok(query.order(declarations::id.desc()).limit(i64::try_from(limit).unwrap_or(i64::MAX)).load(conn)?)
}

/// The newest declaration of each of several threads: (thread, number).
///
/// # Errors
/// Database failures only.
pub fn newest(conn: &mut Conn, threads: &[i64]) -> Result<Vec<(i64, i64)>> {
    let rows: Vec<(i64, Option<i64>)> = declarations::table
        .filter(declarations::thread_id.eq_any(threads.iter().copied()))
        .group_by(declarations::thread_id)
        .select((declarations::thread_id, diesel::dsl::max(declarations::id)))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(thread, id)| Some((thread, id?))).collect())
}

/// A declaration to be made.
pub struct NewDeclaration<'a> {
    pub thread: i64,
    pub outcome: Outcome,
    pub reason: &'a str,
    pub signer: i64,
    pub frozen: &'a Frozen,
    pub supersedes: Option<i64>,
    pub review_on: Option<NaiveDate>,
}

/// Adds a declaration under the next number; nobody else does at this moment ([`super::alone`]).
///
/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, new: &NewDeclaration, now: NaiveDateTime) -> Result<i64> {
    let last: Option<i64> = declarations::table.select(diesel::dsl::max(declarations::id)).first(conn)?;
    let id = last.unwrap_or_default() + 1;
    let row = (
        declarations::id.eq(id),
        declarations::thread_id.eq(new.thread),
        declarations::outcome.eq(new.outcome.as_str()),
        declarations::reason.eq(new.reason),
        declarations::signer_id.eq(new.signer),
        declarations::at.eq(now),
        declarations::frozen.eq(serde_json::to_string(new.frozen).context("a declaration")?),
        declarations::supersedes.eq(new.supersedes),
        declarations::review_on.eq(new.review_on),
    );
    diesel::insert_into(declarations::table).values(row).execute(conn)?;
    let mut texts: Vec<i64> = new.frozen.statements.iter().map(|s| s.named.text).chain(new.frozen.posts.iter().map(|p| p.text)).collect();
    texts.sort_unstable();
    texts.dedup();
    for text in texts {
        let row = (declaration_texts::declaration_id.eq(id), declaration_texts::text_id.eq(text));
        diesel::insert_into(declaration_texts::table).values(row).execute(conn)?;
    }
    Ok(id)
}

/// Which declarations took the place of several, and when.
///
/// # Errors
/// Database failures only.
pub fn superseded_by(conn: &mut Conn, ids: &[i64]) -> Result<HashMap<i64, (i64, NaiveDateTime)>> {
    let rows: Vec<(Option<i64>, i64, NaiveDateTime)> = declarations::table
        .filter(declarations::supersedes.eq_any(ids.iter().copied()))
        .select((declarations::supersedes, declarations::id, declarations::at))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(before, id, at)| Some((before?, (id, at)))).collect())
}

/// The threads that take several declarations further and that everybody can read.
///
/// # Errors
/// Database failures only.
pub fn carried_by(conn: &mut Conn, ids: &[i64]) -> Result<HashMap<i64, Vec<i64>>> {
    let rows: Vec<(Option<i64>, i64)> = consensus::table
        .inner_join(threads::table.on(threads::id.eq(consensus::thread_id)))
        .filter(consensus::carries.eq_any(ids.iter().copied()))
        .filter(threads::hidden.eq(false))
        .order(consensus::thread_id)
        .select((consensus::carries, consensus::thread_id))
        .load(conn)?;
    let mut carried: HashMap<i64, Vec<i64>> = HashMap::new();
    for (id, thread) in rows {
        carried.entry(id.unwrap_or_default()).or_default().push(thread);
    }
    Ok(carried)
}

/// The texts of a thread's posts that declarations cite.
///
/// # Errors
/// Database failures only.
pub fn cited_in(conn: &mut Conn, thread: i64) -> Result<Vec<i64>> {
    let of = posts::table.filter(posts::thread_id.eq(thread)).select(posts::text_id);
    let cited = declaration_texts::table.filter(declaration_texts::text_id.eq_any(of));
    Ok(cited.select(declaration_texts::text_id).distinct().load(conn)?)
}

/// The declarations that cite any of several texts and whose basis was not seen to have moved.
///
/// # Errors
/// Database failures only.
pub fn resting_on(conn: &mut Conn, texts: &[i64]) -> Result<Vec<Declaration>> {
    let citing = declaration_texts::table.filter(declaration_texts::text_id.eq_any(texts.iter().copied()));
    Ok(declarations::table
        .filter(declarations::id.eq_any(citing.select(declaration_texts::declaration_id)))
        .filter(declarations::moved_at.is_null())
        .order(declarations::id)
        .select(Declaration::as_select())
        .load(conn)?)
}

/// What declarations froze: revisions by text, language and number; those that were never given are not there.
///
/// # Errors
/// Database failures only.
pub fn revisions(conn: &mut Conn, named: &[(i64, Lang, i32)]) -> Result<HashMap<(i64, Lang, i32), Revision>> {
    let rows: Vec<(i64, String, Revision)> = revisions::table
        .filter(revisions::text_id.eq_any(named.iter().map(|(text, ..)| *text)))
        .filter(revisions::n.eq_any(named.iter().map(|(.., n)| *n)))
        .select((revisions::text_id, revisions::lang, Revision::as_select()))
        .load(conn)?;
    let all = rows.into_iter().filter_map(|(text, lang, r)| Some(((text, Lang::parse(&lang)?, r.n), r)));
    Ok(all.filter(|(of, _)| named.contains(of)).collect())
}

/// Notes that the basis of a declaration moved.
///
/// # Errors
/// Database failures only.
pub fn moved(conn: &mut Conn, id: i64, now: NaiveDateTime) -> Result<()> {
    diesel::update(declarations::table.find(id)).set(declarations::moved_at.eq(Some(now))).execute(conn)?;
    Ok(())
}

/// Declarations whose day of review has come and that no later one took the place of; `told`: also those of which the
/// moderators were told.
///
/// # Errors
/// Database failures only.
pub fn to_review(conn: &mut Conn, today: NaiveDate, told: bool) -> Result<Vec<Declaration>> {
    let later = diesel::alias!(declarations as later);
    let superseded = later.filter(later.field(declarations::supersedes).eq(declarations::id.nullable()));
    let mut query = declarations::table
        .filter(declarations::review_on.le(Some(today)))
        .filter(diesel::dsl::not(diesel::dsl::exists(superseded)))
        .order((declarations::review_on, declarations::id))
        .select(Declaration::as_select())
        .into_boxed();
    if !told {
        query = query.filter(declarations::reminded_at.is_null());
    }
    Ok(query.load(conn)?)
}

/// The moderators were told.
///
/// # Errors
/// Database failures only.
pub fn reminded(conn: &mut Conn, id: i64, now: NaiveDateTime) -> Result<()> {
    diesel::update(declarations::table.find(id)).set(declarations::reminded_at.eq(Some(now))).execute(conn)?;
    Ok(())
}
