//! H2: what moderators do to themes.

use super::{
    conn::{Conn, on_each},
    schema::{axes, theme_counts, themes, thread_themes, threads},
};
use crate::{
    domain::{lang::Lang, watch::Watched},
    error::Result,
};
use diesel::{prelude::*, sql_query};

/// Puts the themes of an axis in this order.
///
/// # Errors
/// Database failures only.
pub fn order(conn: &mut Conn, axis: i64, ids: &[i64]) -> Result<()> {
    for (position, id) in (0i32..).zip(ids) {
        diesel::update(themes::table.find(id)).set((themes::axis_id.eq(axis), themes::position.eq(position))).execute(conn)?;
    }
    Ok(())
}

/// Holds the vocabulary until the transaction ends: one hand at a time curates it.
///
/// # Errors
/// Database failures only.
pub fn lock(conn: &mut Conn) -> Result<()> {
    diesel::update(axes::table).set(axes::position.eq(axes::position)).execute(conn)?;
    Ok(())
}

/// # Errors
/// Database failures only.
pub fn set_retired(conn: &mut Conn, theme: i64, retired: bool) -> Result<()> {
    diesel::update(themes::table.find(theme)).set(themes::retired.eq(retired)).execute(conn)?;
    Ok(())
}

/// Moves tags and followers of a theme to another one, and keeps what was moved.
///
/// # Errors
/// Database failures only.
pub fn merge(conn: &mut Conn, from: i64, into: i64) -> Result<()> {
    let theme = Watched::Theme;
    run(
        conn,
        &[
            format!(
                "INSERT INTO theme_merge_tags (theme_id, thread_id, position, had) SELECT {from}, f.thread_id, f.position,
                   EXISTS (SELECT 1 FROM thread_themes i WHERE i.thread_id = f.thread_id AND i.theme_id = {into})
                 FROM thread_themes f WHERE f.theme_id = {from}"
            ),
            format!(
                "DELETE FROM thread_themes WHERE theme_id = {from}
                 AND thread_id IN (SELECT m.thread_id FROM theme_merge_tags m WHERE m.theme_id = {from} AND m.had)"
            ),
            format!("UPDATE thread_themes SET theme_id = {into} WHERE theme_id = {from}"),
            format!(
                "INSERT INTO theme_merge_watches (theme_id, account_id, level, had) SELECT {from}, w.account_id, w.level,
                   EXISTS (SELECT 1 FROM watches i WHERE i.account_id = w.account_id AND i.subject = '{theme}' AND i.subject_id = {into})
                 FROM watches w WHERE w.subject = '{theme}' AND w.subject_id = {from}"
            ),
            format!(
                "DELETE FROM watches WHERE subject = '{theme}' AND subject_id = {from}
                 AND account_id IN (SELECT m.account_id FROM theme_merge_watches m WHERE m.theme_id = {from} AND m.had)"
            ),
            format!("UPDATE watches SET subject_id = {into} WHERE subject = '{theme}' AND subject_id = {from}"),
            format!("UPDATE themes SET merged_into = {into}, retired = TRUE WHERE id = {from}"),
        ],
    )?;
    recount(conn, &[from, into])
}

/// Takes a merge back: what it moved, and only that, stands under the old theme again.
///
/// # Errors
/// Database failures only.
pub fn unmerge(conn: &mut Conn, from: i64, into: i64) -> Result<()> {
    let theme = Watched::Theme;
    run(
        conn,
        &[
            format!(
                "UPDATE thread_themes SET theme_id = {from}, position = (SELECT m.position FROM theme_merge_tags m
                   WHERE m.theme_id = {from} AND m.thread_id = thread_themes.thread_id)
                 WHERE theme_id = {into} AND thread_id IN (SELECT m.thread_id FROM theme_merge_tags m WHERE m.theme_id = {from} AND NOT m.had)"
            ),
            format!(
                "INSERT INTO thread_themes (thread_id, theme_id, position, last_post_at) SELECT m.thread_id, {from}, m.position, t.last_post_at
                 FROM theme_merge_tags m JOIN threads t ON t.id = m.thread_id WHERE m.theme_id = {from} AND m.had"
            ),
            format!(
                "UPDATE watches SET subject_id = {from} WHERE subject = '{theme}' AND subject_id = {into}
                 AND account_id IN (SELECT m.account_id FROM theme_merge_watches m WHERE m.theme_id = {from} AND NOT m.had)"
            ),
            format!(
                "INSERT INTO watches (account_id, subject, subject_id, level, at) SELECT m.account_id, '{theme}', {from}, m.level, a.created_at
                 FROM theme_merge_watches m JOIN accounts a ON a.id = m.account_id WHERE m.theme_id = {from} AND m.had"
            ),
            format!("DELETE FROM theme_merge_tags WHERE theme_id = {from}"),
            format!("DELETE FROM theme_merge_watches WHERE theme_id = {from}"),
            format!("UPDATE themes SET merged_into = NULL, retired = FALSE WHERE id = {from}"),
        ],
    )?;
    recount(conn, &[from, into])
}

fn run(conn: &mut Conn, statements: &[String]) -> Result<()> {
    for statement in statements {
        on_each!(conn, c => sql_query(statement).execute(c))?;
    }
    Ok(())
}

/// H3: the kept counts of these themes, made anew. Their rows are held first, so that nothing is counted meanwhile.
fn recount(conn: &mut Conn, ids: &[i64]) -> Result<()> {
    for id in ids {
        let own = theme_counts::table.filter(theme_counts::theme_id.eq(*id));
        diesel::update(own).set(theme_counts::threads.eq(theme_counts::threads)).execute(conn)?;
        for lang in Lang::THREE {
            let threads: i64 = thread_themes::table
                .inner_join(threads::table.on(threads::id.eq(thread_themes::thread_id)))
                .filter(thread_themes::theme_id.eq(*id))
                .filter(threads::hidden.eq(false))
                .filter(threads::moved_to.is_null())
                .filter(threads::lang.eq(lang.as_str()))
                .count()
                .get_result(conn)?;
            let threads = i32::try_from(threads).unwrap_or(i32::MAX);
            diesel::update(own.filter(theme_counts::lang.eq(lang.as_str()))).set(theme_counts::threads.eq(threads)).execute(conn)?;
        }
    }
    Ok(())
}
