//! The network's terms and their revisions (H4).

use super::{
    conn::Conn,
    schema::{glossary_revisions, glossary_terms},
};
use crate::{
    domain::{glossary::Term, lang::Lang},
    error::Result,
};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// One saved state of a term.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = glossary_revisions)]
pub struct Revision {
    pub term_id: i64,
    pub n: i32,
    fr: String,
    en: String,
    ja: String,
    avoid: String,
    note: String,
    note_lang: String,
    retired: bool,
    pub author_id: Option<i64>,
    pub reason: String,
    pub created_at: NaiveDateTime,
}

impl Revision {
    pub fn term(&self) -> Term {
        Term {
            id: self.term_id,
            names: [self.fr.clone(), self.en.clone(), self.ja.clone()],
            avoid: self.avoid.lines().map(str::to_owned).collect(),
            note: self.note.clone(),
            note_lang: Lang::parse(&self.note_lang),
            retired: self.retired,
        }
    }
}

/// Every term as it stands, in the order in which they came.
///
/// # Errors
/// Database failures only.
pub fn all(conn: &mut Conn) -> Result<Vec<Term>> {
    let rows: Vec<Revision> = glossary_revisions::table
        .inner_join(
            glossary_terms::table
                .on(glossary_terms::id.eq(glossary_revisions::term_id).and(glossary_terms::revision.eq(glossary_revisions::n))),
        )
        .order(glossary_terms::id)
        .select(Revision::as_select())
        .load(conn)?;
    Ok(rows.iter().map(Revision::term).collect())
}

/// The revisions of one term, newest first; none for an unknown one.
///
/// # Errors
/// Database failures only.
pub fn history(conn: &mut Conn, term: i64) -> Result<Vec<Revision>> {
    Ok(glossary_revisions::table
        .filter(glossary_revisions::term_id.eq(term))
        .order(glossary_revisions::n.desc())
        .select(Revision::as_select())
        .load(conn)?)
}

/// Who made a revision, and why.
pub struct By<'a> {
    pub author: Option<i64>,
    pub reason: &'a str,
}

/// Adds a term with its first revision. Returns its id.
///
/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, term: &Term, by: &By, now: NaiveDateTime) -> Result<i64> {
    let id: i64 =
        diesel::insert_into(glossary_terms::table).values(glossary_terms::revision.eq(1)).returning(glossary_terms::id).get_result(conn)?;
    insert_revision(conn, id, 1, term, by, now)?;
    Ok(id)
}

/// Gives a term a new revision, if its newest is still `seen`; tells whether it was.
///
/// # Errors
/// Database failures only.
pub fn revise(conn: &mut Conn, term: &Term, seen: i32, by: &By, now: NaiveDateTime) -> Result<bool> {
    let still = glossary_terms::table.find(term.id).filter(glossary_terms::revision.eq(seen));
    if diesel::update(still).set(glossary_terms::revision.eq(seen + 1)).execute(conn)? == 0 {
        return Ok(false);
    }
    insert_revision(conn, term.id, seen + 1, term, by, now)?;
    Ok(true)
}

fn insert_revision(conn: &mut Conn, id: i64, n: i32, term: &Term, by: &By, now: NaiveDateTime) -> Result<()> {
    let row = (
        glossary_revisions::term_id.eq(id),
        glossary_revisions::n.eq(n),
        glossary_revisions::fr.eq(term.name(Lang::Fr)),
        glossary_revisions::en.eq(term.name(Lang::En)),
        glossary_revisions::ja.eq(term.name(Lang::Ja)),
        glossary_revisions::avoid.eq(term.avoid.join("\n")),
        glossary_revisions::note.eq(&term.note),
        glossary_revisions::note_lang.eq(term.note_lang.unwrap_or(Lang::En).as_str()),
        glossary_revisions::retired.eq(term.retired),
        glossary_revisions::author_id.eq(by.author),
        glossary_revisions::reason.eq(by.reason),
        glossary_revisions::created_at.eq(now),
    );
    diesel::insert_into(glossary_revisions::table).values(row).execute(conn)?;
    Ok(())
}
