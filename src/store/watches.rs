//! What members follow and have muted.

use super::{
    conn::{Conn, on_each},
    schema::{accounts, theme_merge_watches, watches},
    schema_order::letter_tokens,
};
use crate::{
    domain::watch::{self, Level, Watched},
    error::Result,
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashMap;

/// What somebody said of one thing.
///
/// # Errors
/// Database failures only.
pub fn level(conn: &mut Conn, account: i64, watched: Watched, id: i64) -> Result<Option<Level>> {
    let word: Option<String> = watches::table.find((account, watched.as_str(), id)).select(watches::level).first(conn).optional()?;
    Ok(word.as_deref().and_then(Level::parse))
}

/// What somebody said of several things of one kind.
///
/// # Errors
/// Database failures only.
pub fn levels(conn: &mut Conn, account: i64, watched: Watched, ids: &[i64]) -> Result<HashMap<i64, Level>> {
    let rows: Vec<(i64, String)> = watches::table
        .filter(watches::account_id.eq(account))
        .filter(watches::subject.eq(watched.as_str()))
        .filter(watches::subject_id.eq_any(ids.iter().copied()))
        .select((watches::subject_id, watches::level))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(id, word)| Some((id, Level::parse(&word)?))).collect())
}

/// Says how closely somebody watches something; `None`: no longer.
///
/// # Errors
/// Database failures only.
pub fn watch(conn: &mut Conn, account: i64, watched: Watched, id: i64, level: Option<Level>, now: NaiveDateTime) -> Result<()> {
    let Some(level) = level else {
        diesel::delete(watches::table.find((account, watched.as_str(), id))).execute(conn)?;
        return Ok(());
    };
    let row = (
        watches::account_id.eq(account),
        watches::subject.eq(watched.as_str()),
        watches::subject_id.eq(id),
        watches::level.eq(level.as_str()),
        watches::at.eq(now),
    );
    on_each!(conn, c => diesel::insert_into(watches::table)
        .values(row)
        .on_conflict((watches::account_id, watches::subject, watches::subject_id))
        .do_update()
        .set((watches::level.eq(level.as_str()), watches::at.eq(now)))
        .execute(c))?;
    Ok(())
}

/// Everything that somebody watches, by kind, id and level.
///
/// # Errors
/// Database failures only.
pub fn all(conn: &mut Conn, account: i64) -> Result<Vec<(Watched, i64, Level)>> {
    let rows: Vec<(String, i64, String)> = watches::table
        .filter(watches::account_id.eq(account))
        .order((watches::subject, watches::at.desc(), watches::subject_id))
        .select((watches::subject, watches::subject_id, watches::level))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(s, id, l)| Some((Watched::parse(&s)?, id, Level::parse(&l)?))).collect())
}

/// How many members follow something.
///
/// # Errors
/// Database failures only.
pub fn followers(conn: &mut Conn, watched: Watched, id: i64) -> Result<i64> {
    Ok(watches::table
        .inner_join(accounts::table.on(accounts::id.eq(watches::account_id)))
        .filter(accounts::erased_at.is_null())
        .filter(watches::subject.eq(watched.as_str()))
        .filter(watches::subject_id.eq(id))
        .filter(watches::level.ne(Level::Mute.as_str()))
        .count()
        .get_result(conn)?)
}

/// How closely each of several people watches a thread; who said nothing of it, its themes or the site is left out.
///
/// # Errors
/// Database failures only.
pub fn of_thread(conn: &mut Conn, thread: i64, themes: &[i64], people: &[i64]) -> Result<HashMap<i64, Levels>> {
    let mut rows = Vec::new();
    // A statement of SQLite takes 32,766 values.
    for people in people.chunks(10_000) {
        rows.extend(said_of(thread, themes.to_vec()).filter(watches::account_id.eq_any(people.iter().copied())).load::<Said>(conn)?);
    }
    Ok(levels_by_person(rows))
}

/// The same, of everybody who wants each post of this thread by letter, or said so of one of its themes or of the site.
///
/// # Errors
/// Database failures only.
pub fn close_to_thread(conn: &mut Conn, thread: i64, themes: &[i64]) -> Result<HashMap<i64, Levels>> {
    let close = said_of(thread, themes.to_vec()).filter(watches::level.eq(Level::All.as_str())).select(watches::account_id).distinct();
    let close: Vec<i64> = close.load(conn)?;
    of_thread(conn, thread, themes, &close)
}

/// What somebody said that bears on one thread.
#[derive(Debug, Default, Clone)]
pub struct Levels {
    /// Of the thread, else of its themes.
    pub own: Option<Level>,
    pub site: Option<Level>,
}

impl Levels {
    /// By this letters come at once.
    pub fn for_letters(&self) -> Level {
        self.own.or(self.site).unwrap_or(watch::PRESET)
    }
}

type Said = (i64, String, String);

#[diesel::dsl::auto_type]
fn said_of(thread: i64, themes: Vec<i64>) -> _ {
    let (site, of_thread, of_theme): (&'static str, &'static str, &'static str) =
        (Watched::Site.as_str(), Watched::Thread.as_str(), Watched::Theme.as_str());
    watches::table
        .filter(
            (watches::subject.eq(of_thread).and(watches::subject_id.eq(thread)))
                .or(watches::subject.eq(of_theme).and(watches::subject_id.eq_any(themes)))
                .or(watches::subject.eq(site)),
        )
        .select((watches::account_id, watches::subject, watches::level))
}

fn levels_by_person(rows: Vec<Said>) -> HashMap<i64, Levels> {
    let mut people: HashMap<i64, Vec<(Watched, Level)>> = HashMap::new();
    for (person, subject, level) in rows {
        people.entry(person).or_default().extend(Watched::parse(&subject).zip(Level::parse(&level)));
    }
    let levels = |said: Vec<(Watched, Level)>| {
        let of = |subject: Watched| said.iter().filter(move |(s, _)| *s == subject).map(|(_, level)| *level);
        let own = watch::level(of(Watched::Thread).next(), &of(Watched::Theme).collect::<Vec<_>>());
        Levels { own, site: of(Watched::Site).next() }
    };
    people.into_iter().map(|(person, said)| (person, levels(said))).collect()
}

/// Keeps what ends all letters at once of one member; who has such a token keeps it. Returns the one that serves.
///
/// # Errors
/// Database failures only.
pub fn keep_token(conn: &mut Conn, account: i64, token: &str) -> Result<String> {
    let row = (letter_tokens::account_id.eq(account), letter_tokens::token.eq(token));
    on_each!(conn, c => diesel::insert_into(letter_tokens::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(letter_tokens::table.find(account).select(letter_tokens::token).first(conn)?)
}

/// Whose letters a token ends.
///
/// # Errors
/// Database failures only.
pub fn by_token(conn: &mut Conn, token: &str) -> Result<Option<i64>> {
    Ok(letter_tokens::table.filter(letter_tokens::token.eq(token)).select(letter_tokens::account_id).first(conn).optional()?)
}

/// No letters at once any more, of nothing: what is watched closely is watched for its summary.
///
/// # Errors
/// Database failures only.
pub fn calm(conn: &mut Conn, account: i64, now: NaiveDateTime) -> Result<()> {
    let close = [Level::Important, Level::All].map(Level::as_str);
    let mine = watches::table.filter(watches::account_id.eq(account));
    diesel::update(mine.filter(watches::level.eq_any(close))).set(watches::level.eq(Level::Summary.as_str())).execute(conn)?;
    // What a merged theme would bring back.
    let merged = theme_merge_watches::table.filter(theme_merge_watches::account_id.eq(account));
    let merged = merged.filter(theme_merge_watches::level.eq_any(close));
    diesel::update(merged).set(theme_merge_watches::level.eq(Level::Summary.as_str())).execute(conn)?;
    // Who never said anything of the site says it now.
    match level(conn, account, Watched::Site, 0)? {
        Some(_) => Ok(()),
        None => watch(conn, account, Watched::Site, 0, Some(Level::Summary), now),
    }
}
