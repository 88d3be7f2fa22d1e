//! The vocabulary, its counts, and which thread carries which theme.

use super::{
    conn::Conn,
    schema::{axes, theme_counts, themes, thread_themes, threads},
};
use crate::{
    domain::lang::Lang,
    error::{Error, Result},
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = axes)]
pub struct Axis {
    pub id: i64,
    pub slug: String,
    pub fr: String,
    pub en: String,
    pub ja: String,
}

impl Axis {
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
            Lang::Ja => &self.ja,
        }
    }
}

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = themes)]
pub struct Theme {
    pub id: i64,
    pub slug: String,
    pub axis_id: i64,
    pub text_id: i64,
    pub retired: bool,
    /// H2: its tags and followers stand there now, and its address leads there.
    pub merged_into: Option<i64>,
}

/// Axes in their order.
///
/// # Errors
/// Database failures only.
pub fn axes(conn: &mut Conn) -> Result<Vec<Axis>> {
    Ok(axes::table.order(axes::position).select(Axis::as_select()).load(conn)?)
}

/// All themes in their order, retired ones too.
///
/// # Errors
/// Database failures only.
pub fn all(conn: &mut Conn) -> Result<Vec<Theme>> {
    Ok(themes::table.order((themes::position, themes::id)).select(Theme::as_select()).load(conn)?)
}

/// # Errors
/// [`Error::NotFound`].
pub fn find(conn: &mut Conn, id: i64) -> Result<Theme> {
    Ok(themes::table.find(id).select(Theme::as_select()).first(conn)?)
}

/// The theme of a slug, merged or not.
///
/// # Errors
/// [`Error::NotFound`].
pub fn named(conn: &mut Conn, slug: &str) -> Result<Theme> {
    if slug.contains('\0') {
        return Err(Error::NotFound);
    }
    Ok(themes::table.filter(themes::slug.eq(slug)).select(Theme::as_select()).first(conn)?)
}

/// The theme that a slug leads to: of a merged one the theme that it was merged into.
///
/// # Errors
/// [`Error::NotFound`].
pub fn by_slug(conn: &mut Conn, slug: &str) -> Result<Theme> {
    let mut theme = named(conn, slug)?;
    // There are no circles: a theme is merged only into one that leads nowhere else.
    while let Some(into) = theme.merged_into {
        theme = find(conn, into)?;
    }
    Ok(theme)
}

/// The theme that a text names.
///
/// # Errors
/// [`Error::NotFound`].
pub fn by_text(conn: &mut Conn, text: i64) -> Result<Theme> {
    Ok(themes::table.filter(themes::text_id.eq(text)).select(Theme::as_select()).first(conn)?)
}

/// The themes that may be picked, in the order of `slugs`.
///
/// # Errors
/// A slug that is unknown or retired, on field `themes`.
pub fn pick(conn: &mut Conn, slugs: &[String]) -> Result<Vec<Theme>> {
    let found: Vec<Theme> = themes::table
        .filter(themes::slug.eq_any(slugs.iter().map(String::as_str)))
        .filter(themes::retired.eq(false))
        .select(Theme::as_select())
        .load(conn)?;
    let by_slug: HashMap<&str, &Theme> = found.iter().map(|t| (t.slug.as_str(), t)).collect();
    slugs
        .iter()
        .map(|slug| by_slug.get(slug.as_str()).map(|t| (*t).clone()).ok_or_else(|| Error::field("themes", "errors-theme-unknown")))
        .collect()
}

/// Gives a new thread its themes, in order.
///
/// # Errors
/// Database failures only.
pub fn tag(conn: &mut Conn, thread: i64, picked: &[Theme], now: NaiveDateTime) -> Result<()> {
    for (position, theme) in (0i32..).zip(picked) {
        let row = (
            thread_themes::thread_id.eq(thread),
            thread_themes::theme_id.eq(theme.id),
            thread_themes::position.eq(position),
            thread_themes::last_post_at.eq(now),
        );
        diesel::insert_into(thread_themes::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// The themes of several threads, in the order of each thread.
///
/// # Errors
/// Database failures only.
pub fn of_threads(conn: &mut Conn, ids: &[i64]) -> Result<HashMap<i64, Vec<Theme>>> {
    let rows: Vec<(i64, Theme)> = thread_themes::table
        .inner_join(themes::table.on(themes::id.eq(thread_themes::theme_id)))
        .filter(thread_themes::thread_id.eq_any(ids.iter().copied()))
        .order((thread_themes::thread_id, thread_themes::position))
        .select((thread_themes::thread_id, Theme::as_select()))
        .load(conn)?;
    let mut tagged: HashMap<i64, Vec<Theme>> = HashMap::new();
    for (thread, theme) in rows {
        tagged.entry(thread).or_default().push(theme);
    }
    Ok(tagged)
}

/// Moves a thread within the lists of its themes.
///
/// # Errors
/// Database failures only.
pub fn touch(conn: &mut Conn, thread: i64, at: NaiveDateTime) -> Result<()> {
    diesel::update(thread_themes::table.filter(thread_themes::thread_id.eq(thread)))
        .set(thread_themes::last_post_at.eq(at))
        .execute(conn)?;
    Ok(())
}

/// H3: counts a thread in (`by` 1) or out (-1), in the transaction of its cause.
///
/// # Errors
/// Database failures only.
pub fn count(conn: &mut Conn, thread: i64, lang: Lang, by: i32) -> Result<()> {
    let of_thread = thread_themes::table.filter(thread_themes::thread_id.eq(thread)).select(thread_themes::theme_id);
    let ids: Vec<i64> = of_thread.order(thread_themes::theme_id).load(conn)?;
    let rows = theme_counts::table.filter(theme_counts::theme_id.eq_any(ids)).filter(theme_counts::lang.eq(lang.as_str()));
    diesel::update(rows).set(theme_counts::threads.eq(theme_counts::threads + by)).execute(conn)?;
    Ok(())
}

/// Threads that can be read, per theme and original language.
pub type Counts = BTreeMap<i64, [i32; 3]>;

/// The kept counts.
///
/// # Errors
/// Database failures only.
pub fn counts(conn: &mut Conn) -> Result<Counts> {
    let rows: Vec<(i64, String, i32)> =
        theme_counts::table.select((theme_counts::theme_id, theme_counts::lang, theme_counts::threads)).load(conn)?;
    Ok(tally(rows))
}

/// The counts made anew from the threads, to hold against the kept ones.
///
/// # Errors
/// Database failures only.
pub fn recount(conn: &mut Conn) -> Result<Counts> {
    let tagged: Vec<(i64, String)> = thread_themes::table
        .inner_join(threads::table.on(threads::id.eq(thread_themes::thread_id)))
        .filter(threads::hidden.eq(false))
        .select((thread_themes::theme_id, threads::lang))
        .load(conn)?;
    let mut counts = tally(all(conn)?.into_iter().map(|t| (t.id, "fr".to_owned(), 0)));
    for (theme, lang) in tagged {
        if let Some(lang) = Lang::parse(&lang) {
            counts.entry(theme).or_default()[lang.index()] += 1;
        }
    }
    Ok(counts)
}

fn tally(rows: impl IntoIterator<Item = (i64, String, i32)>) -> Counts {
    let mut counts = Counts::new();
    for (theme, lang, n) in rows {
        let row = counts.entry(theme).or_default();
        if let Some(lang) = Lang::parse(&lang) {
            row[lang.index()] = n;
        }
    }
    counts
}

/// Adds an axis or gives it its place and names.
///
/// # Errors
/// Database failures only.
pub fn put_axis(conn: &mut Conn, slug: &str, position: i32, names: [&str; 3]) -> Result<i64> {
    let values = (axes::position.eq(position), axes::fr.eq(names[0]), axes::en.eq(names[1]), axes::ja.eq(names[2]));
    let known: Option<i64> =
        diesel::update(axes::table.filter(axes::slug.eq(slug))).set(values).returning(axes::id).get_result(conn).optional()?;
    match known {
        Some(id) => Ok(id),
        None => Ok(diesel::insert_into(axes::table).values((axes::slug.eq(slug), values)).returning(axes::id).get_result(conn)?),
    }
}

/// Gives a known theme its place; `None` when the slug is new.
///
/// # Errors
/// Database failures only.
pub fn place(conn: &mut Conn, slug: &str, axis: i64, position: i32) -> Result<Option<Theme>> {
    Ok(diesel::update(themes::table.filter(themes::slug.eq(slug)))
        .set((themes::axis_id.eq(axis), themes::position.eq(position)))
        .returning((themes::id, themes::slug, themes::axis_id, themes::text_id, themes::retired, themes::merged_into))
        .get_result(conn)
        .optional()?)
}

/// Adds a theme and its three counts.
///
/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, slug: &str, axis: i64, position: i32, text: i64) -> Result<()> {
    let row = (themes::slug.eq(slug), themes::axis_id.eq(axis), themes::position.eq(position), themes::text_id.eq(text));
    let id: i64 = diesel::insert_into(themes::table).values(row).returning(themes::id).get_result(conn)?;
    for lang in Lang::THREE {
        let row = (theme_counts::theme_id.eq(id), theme_counts::lang.eq(lang.as_str()), theme_counts::threads.eq(0));
        diesel::insert_into(theme_counts::table).values(row).execute(conn)?;
    }
    Ok(())
}
