//! Prepared answers of moderators: texts with three slots, read by each person in their own language.

use super::{conn::Conn, schema_order::canned_answers, texts};
use crate::{
    domain::{lang::Lang, moderation::Why, policy::Visible, text::Reader},
    error::Result,
};
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Debug, Clone, Queryable)]
pub struct Canned {
    pub id: i64,
    pub text_id: i64,
    pub retired: bool,
}

/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, text: i64) -> Result<i64> {
    Ok(diesel::insert_into(canned_answers::table)
        .values(canned_answers::text_id.eq(text))
        .returning(canned_answers::id)
        .get_result(conn)?)
}

/// One of them, retired or not.
///
/// # Errors
/// Database failures only.
pub fn find(conn: &mut Conn, id: i64) -> Result<Option<Canned>> {
    Ok(canned_answers::table
        .find(id)
        .select((canned_answers::id, canned_answers::text_id, canned_answers::retired))
        .first(conn)
        .optional()?)
}

/// All of them, oldest first.
///
/// # Errors
/// Database failures only.
pub fn all(conn: &mut Conn) -> Result<Vec<Canned>> {
    Ok(canned_answers::table
        .order(canned_answers::id)
        .select((canned_answers::id, canned_answers::text_id, canned_answers::retired))
        .load(conn)?)
}

/// A retired answer stays where it was used, and is offered no more.
///
/// # Errors
/// Database failures only.
pub fn retire(conn: &mut Conn, id: i64, retired: bool) -> Result<()> {
    diesel::update(canned_answers::table.find(id)).set(canned_answers::retired.eq(retired)).execute(conn)?;
    Ok(())
}

/// What several answers say to this reader (T8): their words, and the language of these.
///
/// # Errors
/// Database failures only.
pub fn said(conn: &mut Conn, ids: &[i64], reader: &Reader) -> Result<HashMap<i64, (String, Lang)>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(i64, i64)> = canned_answers::table
        .filter(canned_answers::id.eq_any(ids.iter().copied()))
        .select((canned_answers::id, canned_answers::text_id))
        .load(conn)?;
    let loaded = texts::load(conn, &rows.iter().map(|(_, text)| *text).collect::<Vec<_>>())?;
    let chosen: HashMap<i64, (i64, Lang)> = loaded
        .values()
        .filter_map(|t| {
            let lang = t.choose(reader);
            Some((t.id, (t.slot(lang)?.revision_id, lang)))
        })
        .collect();
    let bodies = texts::bodies(conn, &chosen.values().map(|(revision, _)| *revision).collect::<Vec<_>>(), Visible::Everything)?;
    Ok(rows
        .into_iter()
        .filter_map(|(id, text)| {
            let (revision, lang) = chosen.get(&text)?;
            Some((id, (bodies.get(revision)?.0.clone(), *lang)))
        })
        .collect())
}

/// A reason as somebody reads it who is written to in this language: the prepared answer, then the words.
///
/// # Errors
/// Database failures only.
pub fn words(conn: &mut Conn, why: &Why, lang: Lang) -> Result<String> {
    let reader = Reader { page: lang, machine: true, reads: Vec::new() };
    let prepared = match why.canned {
        Some(id) => said(conn, &[id], &reader)?.remove(&id).map(|(words, _)| words),
        None => None,
    };
    Ok([prepared.unwrap_or_default(), why.reason.clone()].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join("\n\n"))
}
