//! Who is told what: authors and translators, about their words and their work.

use crate::{
    domain::{lang::Lang, slot::NoticeKind, text::Quality},
    error::Result,
    store::{self, Conn, notices::News, texts::Text},
};
use chrono::NaiveDateTime;

/// Tells several people, each once, and never somebody about their own act.
///
/// # Errors
/// Database failures only.
pub fn tell(conn: &mut Conn, people: &[Option<i64>], news: News, now: NaiveDateTime) -> Result<()> {
    let mut told: Vec<i64> = people.iter().flatten().copied().filter(|p| *p != news.actor).collect();
    told.sort_unstable();
    told.dedup();
    for person in told {
        store::notices::tell(conn, person, news, now)?;
    }
    Ok(())
}

/// An original changed: whoever translated or reviewed what is outdated by it now.
///
/// # Errors
/// Database failures only.
pub fn source_changed(conn: &mut Conn, before: &Text, actor: i64, now: NaiveDateTime) -> Result<()> {
    let after = store::texts::find(conn, before.id)?;
    for lang in Lang::THREE.into_iter().filter(|l| before.freshness(*l).fresh && !after.freshness(*l).fresh) {
        let Some(slot) = after.slot(lang).filter(|s| s.quality != Quality::Machine) else { continue };
        let news = News { kind: NoticeKind::SourceChanged, text: before.id, lang, actor };
        tell(conn, &[slot.translator(), slot.reviewer_id], news, now)?;
    }
    Ok(())
}

/// Marks one person's notices up to `newest` as read.
///
/// # Errors
/// Database failures only.
pub fn read(conn: &mut Conn, account: i64, newest: i64, now: NaiveDateTime) -> Result<()> {
    store::notices::read(conn, account, newest, now)
}
