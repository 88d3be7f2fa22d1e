//! The figures of themes, as they were counted last.

use super::{
    conn::Conn,
    schema::{posts, texts, theme_figures, thread_themes, threads},
};
use crate::{
    domain::{figures::Figures, lang::Lang, post::PostState},
    error::Result,
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashMap;

/// The figures of a theme and when they were counted; `None` when they never were.
///
/// # Errors
/// Database failures only.
pub fn of(conn: &mut Conn, theme: i64) -> Result<Option<(Figures, NaiveDateTime)>> {
    let row: Option<(String, NaiveDateTime)> =
        theme_figures::table.find(theme).select((theme_figures::figures, theme_figures::at)).first(conn).optional()?;
    Ok(row.and_then(|(figures, at)| Some((serde_json::from_str(&figures).ok()?, at))))
}

/// # Errors
/// Database failures only.
pub fn put(conn: &mut Conn, all: &HashMap<i64, Figures>, at: NaiveDateTime) -> Result<()> {
    diesel::delete(theme_figures::table).execute(conn)?;
    for (theme, figures) in all {
        let json = serde_json::to_string(figures).map_err(|e| anyhow::anyhow!(e))?;
        let row = (theme_figures::theme_id.eq(theme), theme_figures::figures.eq(json), theme_figures::at.eq(at));
        diesel::insert_into(theme_figures::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// Posts since `since` that everybody may read: theme, original language, time.
///
/// # Errors
/// Database failures only.
pub fn posts_since(conn: &mut Conn, since: NaiveDateTime) -> Result<Vec<(i64, Lang, NaiveDateTime)>> {
    let rows: Vec<(i64, String, NaiveDateTime)> = posts::table
        .inner_join(threads::table.on(threads::id.eq(posts::thread_id)))
        .inner_join(texts::table.on(texts::id.eq(posts::text_id)))
        .inner_join(thread_themes::table.on(thread_themes::thread_id.eq(posts::thread_id)))
        .filter(posts::created_at.ge(since))
        .filter(posts::state.eq(PostState::Visible.as_str()))
        .filter(threads::hidden.eq(false))
        .select((thread_themes::theme_id, texts::original, posts::created_at))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(theme, lang, at)| Some((theme, Lang::parse(&lang)?, at))).collect())
}
