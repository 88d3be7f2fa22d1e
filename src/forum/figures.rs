//! The figures of themes are counted from time to time, so that a page costs what one row costs, however much was said.

use crate::{
    domain::figures::{self, Figures, WEEKS},
    error::Result,
    store::{self, Conn},
};
use chrono::{NaiveDateTime, NaiveTime};
use std::collections::HashMap;

/// Counts what everybody may read, by theme.
///
/// # Errors
/// Database failures only.
pub fn count(conn: &mut Conn, now: NaiveDateTime) -> Result<HashMap<i64, Figures>> {
    let first = figures::first_monday(now);
    let coverage = store::coverage::of_themes(conn)?.into_iter();
    let mut all: HashMap<i64, Figures> =
        coverage.map(|(theme, coverage)| (theme, Figures { coverage, weeks: vec![[0; 3]; WEEKS] })).collect();
    for (theme, lang, at) in store::figures::posts_since(conn, first.and_time(NaiveTime::MIN))? {
        if let (Some(figures), Some(week)) = (all.get_mut(&theme), figures::week(first, at)) {
            figures.weeks[week][lang.index()] += 1;
        }
    }
    Ok(all)
}

/// Keeps what was counted at `now`, in place of what was counted before.
///
/// # Errors
/// Database failures only.
pub fn keep(conn: &mut Conn, all: &HashMap<i64, Figures>, now: NaiveDateTime) -> Result<()> {
    store::alone(conn)?;
    store::figures::put(conn, all, now)
}
