//! The vocabulary out of a file.

use super::texts;
use crate::{
    domain::{
        lang::Lang,
        post::Body,
        text::{Quality, TextKind},
        theme::{ThemeEntry, Vocabulary},
    },
    error::Result,
    store::{
        self, Conn,
        moderation::Subject,
        slots::{Becomes, Seen},
        texts::NewRevision,
    },
};
use chrono::NaiveDateTime;

/// The vocabulary that a new forum begins with.
pub const SHIPPED: &str = include_str!("../../locales/data/themes.toml");

/// What an import did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    pub added: usize,
    pub updated: usize,
}

/// H1: names and descriptions enter as French original and two reviewed translations. A known slug keeps its
/// threads and gets what changed; nothing is removed.
///
/// # Errors
/// Fields that pass the limits of a text.
pub fn import(conn: &mut Conn, vocabulary: &Vocabulary, now: NaiveDateTime) -> Result<Imported> {
    let mut axes = Vec::new();
    for (position, axis) in (0i32..).zip(&vocabulary.axes) {
        axes.push((axis.slug.as_str(), store::themes::put_axis(conn, &axis.slug, position, [&axis.fr, &axis.en, &axis.ja])?));
    }
    let mut imported = Imported::default();
    for (position, entry) in (0i32..).zip(&vocabulary.themes) {
        let axis = axes.iter().find(|(slug, _)| *slug == entry.axis).map_or(0, |(_, id)| *id);
        match store::themes::place(conn, &entry.slug, axis, position)? {
            Some(theme) => imported.updated += usize::from(update(conn, theme.text_id, entry, now)?),
            None => {
                let body = Body::parse(&entry.fr.description)?;
                let text = texts::create(conn, TextKind::Theme, Lang::Fr, &entry.fr.name, &body, None, now)?;
                store::themes::insert(conn, &entry.slug, axis, position, text)?;
                update(conn, text, entry, now)?;
                imported.added += 1;
            }
        }
    }
    store::moderation::log(conn, None, "import", Subject::Vocabulary, &format!("{} + {}", imported.added, imported.updated), now)?;
    Ok(imported)
}

/// Brings a theme's three slots to the file's words; tells whether anything changed.
fn update(conn: &mut Conn, text: i64, entry: &ThemeEntry, now: NaiveDateTime) -> Result<bool> {
    let mut changed = false;
    for lang in [Lang::Fr, Lang::En, Lang::Ja] {
        let text = store::texts::find(conn, text)?;
        let named = entry.named(lang);
        let (title, body) = (crate::domain::thread::title(&named.name)?, Body::parse(&named.description)?);
        let current = store::texts::revision(conn, text.id, lang, text.slot(lang).map_or(0, |s| s.revision))?;
        let same = current.as_ref().is_some_and(|r| r.title == title && r.body == body.as_str());
        if same && text.freshness(lang).fresh {
            continue;
        }
        let is_original = lang == text.original;
        let own = crate::domain::block::blocks(&title, body.as_str()).into_iter().map(|b| b.hash).collect::<Vec<_>>().join(" ");
        let source_keys = text.slot(text.original).map(|s| s.keys.clone()).unwrap_or_default();
        let new = NewRevision {
            keys: if is_original { &own } else { &source_keys },
            based_on: (!is_original).then(|| text.source_revision()),
            change: is_original.then_some(crate::domain::post::Change::Meaning),
            ..NewRevision::original(&title, body.as_str(), "", None)
        };
        let quality = if is_original { Quality::Original } else { Quality::Reviewed };
        let seen = Seen { revision: current.map_or(0, |r| r.n), quality: text.quality(lang) };
        store::slots::revise(conn, text.id, lang, seen, Becomes { quality, reviewer: None }, &new, now)?;
        changed = true;
    }
    Ok(changed)
}

/// Imports the shipped vocabulary into a forum that has none.
///
/// # Errors
/// Database failures only: the shipped file is tested.
pub fn import_shipped(conn: &mut Conn, now: NaiveDateTime) -> Result<()> {
    store::alone(conn)?;
    if store::themes::axes(conn)?.is_empty() {
        let vocabulary = Vocabulary::parse(SHIPPED).map_err(|e| anyhow::anyhow!(e))?;
        import(conn, &vocabulary, now)?;
    }
    Ok(())
}
