//! Texts of the house: pages of the site, and prepared answers of moderators. Their originals are edited here, their
//! translations at the workbench like any other.

use super::texts;
use crate::{
    domain::{
        account::Actor,
        lang::Lang,
        page::SitePage,
        policy,
        post::{Body, EditDraft},
        text::{Quality, TextKind},
    },
    error::{Error, Result},
    store::{
        self, Conn,
        joins::Agreed,
        moderation::Subject,
        slots::{Becomes, Seen},
        texts::{NewRevision, Text},
    },
};
use chrono::NaiveDateTime;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a new forum's pages say, in three languages; administrators make them their own.
pub const SHIPPED: &str = include_str!("../../locales/data/pages.toml");

#[derive(Deserialize)]
struct Shipped {
    title: String,
    body: String,
}

/// Brings the shipped pages into a forum that has none: the original in the site's language and, as for the vocabulary
/// (H1), two reviewed translations.
///
/// # Errors
/// Database failures only: the shipped file is tested.
pub fn import_shipped(conn: &mut Conn, site: Lang, now: NaiveDateTime) -> Result<()> {
    store::alone(conn)?;
    let shipped: BTreeMap<String, BTreeMap<String, Shipped>> = toml::from_str(SHIPPED).map_err(|e| Error::Internal(e.into()))?;
    for page in SitePage::ALL.iter().copied() {
        if store::pages::text(conn, page)?.is_some() {
            continue;
        }
        let Some(words) = shipped.get(page.as_str()) else { continue };
        let of = |lang: Lang| words.get(lang.as_str()).ok_or_else(|| anyhow::anyhow!("{page} is not shipped in {lang}"));
        let original = of(site)?;
        let text = texts::create(conn, TextKind::Page, site, &original.title, &Body::parse(&original.body)?, None, now)?;
        store::pages::insert(conn, page, text)?;
        for lang in Lang::THREE.into_iter().filter(|l| *l != site) {
            let words = of(lang)?;
            let source = store::texts::find(conn, text)?;
            let keys = source.slot(site).map(|s| s.keys.clone()).unwrap_or_default();
            let body = Body::parse(&words.body)?;
            let new = NewRevision { based_on: Some(1), ..NewRevision::original(&words.title, body.as_str(), &keys, None) };
            let seen = Seen { revision: 0, quality: Quality::Empty };
            store::slots::revise(conn, text, lang, seen, Becomes { quality: Quality::Reviewed, reviewer: None }, &new, now)?;
        }
    }
    Ok(())
}

/// Edits the original of a text of the house. Returns its newest revision's number.
///
/// # Errors
/// Neither administrator (a page) nor moderator (a prepared answer); somebody edited meanwhile; a wording edit that
/// changes number or kind of blocks.
pub fn edit(conn: &mut Conn, actor: &Actor, text: &Text, draft: &EditDraft, now: NaiveDateTime) -> Result<i32> {
    match text.kind {
        TextKind::Page => policy::give_rights(actor)?,
        TextKind::Canned => policy::moderate(actor, "-")?,
        TextKind::Thread | TextKind::Reply | TextKind::Theme | TextKind::Statement | TextKind::Synthesis | TextKind::Summary => {
            return Err(Error::NotFound);
        }
    }
    let before = text.source_revision();
    let n = texts::revise(conn, actor, text, draft, now)?;
    if n != before {
        store::moderation::log(conn, Some(actor.id), "edit", Subject::Page(text.id), &draft.note, now)?;
    }
    Ok(n)
}

/// A new prepared answer. Returns its id.
///
/// # Errors
/// No moderator.
pub fn add_answer(conn: &mut Conn, actor: &Actor, lang: Lang, title: &str, body: &Body, now: NaiveDateTime) -> Result<i64> {
    policy::moderate(actor, "-")?;
    let text = texts::create(conn, TextKind::Canned, lang, title, body, Some(actor.id), now)?;
    store::moderation::log(conn, Some(actor.id), "create", Subject::Page(text), "", now)?;
    store::canned::insert(conn, text)
}

/// A prepared answer is offered no more, or again.
///
/// # Errors
/// No moderator, an unknown answer.
pub fn retire_answer(conn: &mut Conn, actor: &Actor, id: i64, retired: bool, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, "-")?;
    let answer = store::canned::find(conn, id)?.ok_or(Error::NotFound)?;
    store::canned::retire(conn, id, retired)?;
    let act = if retired { "retire" } else { "restore" };
    store::moderation::log(conn, Some(actor.id), act, Subject::Page(answer.text_id), "", now)
}

/// What somebody agrees to who joins now: the sentence as it stands on their page, and the revisions it names.
///
/// # Errors
/// Database failures only.
pub fn agreed(conn: &mut Conn, wording: String, lang: Lang) -> Result<Agreed> {
    let mut named = Vec::new();
    for page in [SitePage::Licence, SitePage::Privacy] {
        let Some(text) = store::pages::text(conn, page)? else { continue };
        let text = store::texts::find(conn, text)?;
        // What a reader of this language gets, by T8 without machine text.
        let shown = if text.slot(lang).is_some_and(|s| s.quality != Quality::Machine) { lang } else { text.original };
        named.push(format!("{page}:{shown}:{}", text.slot(shown).map_or(0, |s| s.revision)));
    }
    Ok(Agreed { wording, pages: named.join(" ") })
}
