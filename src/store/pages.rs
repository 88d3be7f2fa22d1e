//! Pages of the site: texts with three slots, under a fixed address.

use super::{conn::Conn, schema_order::pages};
use crate::{domain::page::SitePage, error::Result};
use diesel::prelude::*;
use std::collections::HashMap;

/// The text of a page; `None` before it was imported.
///
/// # Errors
/// Database failures only.
pub fn text(conn: &mut Conn, page: SitePage) -> Result<Option<i64>> {
    Ok(pages::table.find(page.as_str()).select(pages::text_id).first(conn).optional()?)
}

/// The pages of several texts, by text.
///
/// # Errors
/// Database failures only.
pub fn by_texts(conn: &mut Conn, texts: &[i64]) -> Result<HashMap<i64, SitePage>> {
    let rows: Vec<(i64, String)> =
        pages::table.filter(pages::text_id.eq_any(texts.iter().copied())).select((pages::text_id, pages::slug)).load(conn)?;
    Ok(rows.into_iter().filter_map(|(text, slug)| Some((text, SitePage::parse(&slug)?))).collect())
}

/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, page: SitePage, text: i64) -> Result<()> {
    diesel::insert_into(pages::table).values((pages::slug.eq(page.as_str()), pages::text_id.eq(text))).execute(conn)?;
    Ok(())
}
