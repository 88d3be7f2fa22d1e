//! H2: moderators curate the vocabulary: add, rename, reorder, retire, merge; each with a reason, and each can be undone.

use super::texts;
use crate::{
    domain::{
        FieldError,
        account::Actor,
        lang::Lang,
        policy::{self, Denied},
        post::{Body, EditDraft},
        text::TextKind,
        theme,
    },
    error::{Error, Result},
    store::{self, Conn, moderation::Subject, themes::Theme},
};
use chrono::NaiveDateTime;

/// A theme to be added.
#[derive(Debug, Clone)]
pub struct NewTheme {
    pub slug: String,
    pub axis: i64,
    pub lang: Lang,
    pub name: String,
    pub description: Body,
}

/// Adds a theme at the end of its axis; its two other slots wait for translators.
///
/// # Errors
/// No moderator, no reason, a slug that is none or taken, an unknown axis.
pub fn add(conn: &mut Conn, actor: &Actor, new: &NewTheme, reason: &str, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, reason)?;
    store::curation::lock(conn)?;
    theme::slug(&new.slug)?;
    match store::themes::by_slug(conn, &new.slug) {
        Err(Error::NotFound) => {}
        Ok(_) => return Err(Error::field("slug", "errors-slug-taken")),
        Err(e) => return Err(e),
    }
    known(conn, new.axis)?;
    let position = store::themes::all(conn)?.iter().filter(|t| t.axis_id == new.axis).count();
    let text = texts::create(conn, TextKind::Theme, new.lang, &new.name, &new.description, Some(actor.id), now)?;
    store::themes::insert(conn, &new.slug, new.axis, i32::try_from(position).unwrap_or(i32::MAX), text)?;
    let theme = store::themes::by_slug(conn, &new.slug)?;
    log(conn, actor, "theme-add", &theme, reason, now)
}

fn known(conn: &mut Conn, axis: i64) -> Result<()> {
    let there = store::themes::axes(conn)?.iter().any(|a| a.id == axis);
    if there { Ok(()) } else { Err(Error::field("axis", "errors-theme-unknown")) }
}

/// Renames a theme or describes it otherwise, in the language of its original; its slug stays (H1).
///
/// # Errors
/// No moderator, no reason; somebody edited meanwhile; a wording edit that changes number or kind of blocks.
pub fn rename(conn: &mut Conn, actor: &Actor, theme: &Theme, draft: &EditDraft, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, &draft.reason)?;
    let text = store::texts::find(conn, theme.text_id)?;
    texts::revise(conn, actor, &text, draft, now)?;
    log(conn, actor, "theme-rename", theme, &draft.reason, now)
}

/// Puts a theme at a place (from 1) of an axis.
///
/// # Errors
/// No moderator, no reason, an unknown axis.
pub fn place(conn: &mut Conn, actor: &Actor, theme: &Theme, axis: i64, place: usize, reason: &str, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, reason)?;
    store::curation::lock(conn)?;
    known(conn, axis)?;
    let mut ids: Vec<i64> = store::themes::all(conn)?.iter().filter(|t| t.axis_id == axis && t.id != theme.id).map(|t| t.id).collect();
    ids.insert(place.saturating_sub(1).min(ids.len()), theme.id);
    store::curation::order(conn, axis, &ids)?;
    log(conn, actor, "theme-place", theme, reason, now)
}

/// A retired theme stays on old threads and cannot be picked; or it can be picked again.
///
/// # Errors
/// No moderator, no reason; a merged theme, whose merge is undone instead.
pub fn retire(conn: &mut Conn, actor: &Actor, theme: &Theme, retired: bool, reason: &str, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, reason)?;
    if theme.merged_into.is_some() {
        return Err(Error::field("act", "errors-act-unknown"));
    }
    store::curation::set_retired(conn, theme.id, retired)?;
    log(conn, actor, if retired { "theme-retire" } else { "theme-restore" }, theme, reason, now)
}

/// Moves tags and followers to another theme; the old address leads there.
///
/// # Errors
/// No moderator, no reason; the same theme, a retired or merged one.
pub fn merge(conn: &mut Conn, actor: &Actor, theme: &Theme, into: &str, reason: &str, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, reason)?;
    store::curation::lock(conn)?;
    let unknown = |e| if matches!(e, Error::NotFound) { Error::field("into", "errors-theme-unknown") } else { e };
    let into = store::themes::by_slug(conn, into).map_err(unknown)?;
    let theme = store::themes::find(conn, theme.id)?;
    if into.id == theme.id {
        return Err(Error::field("into", "errors-theme-same"));
    }
    if into.retired || theme.merged_into.is_some() {
        return Err(Error::field("into", "errors-theme-unknown"));
    }
    store::curation::merge(conn, theme.id, into.id)?;
    log(conn, actor, "theme-merge", &theme, reason, now)
}

/// Takes a merge back.
///
/// # Errors
/// No moderator, no reason; a theme that is not merged, or into one that was merged on since.
pub fn unmerge(conn: &mut Conn, actor: &Actor, theme: &Theme, reason: &str, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, reason)?;
    store::curation::lock(conn)?;
    let theme = store::themes::find(conn, theme.id)?;
    let into = theme.merged_into.ok_or_else(|| Error::Invalid(vec![FieldError::new("act", "errors-act-unknown")]))?;
    // What was merged on since comes back first.
    if store::themes::find(conn, into)?.merged_into.is_some() {
        return Err(Denied::MovedOn.into());
    }
    store::curation::unmerge(conn, theme.id, into)?;
    log(conn, actor, "theme-unmerge", &theme, reason, now)
}

fn log(conn: &mut Conn, actor: &Actor, act: &str, theme: &Theme, reason: &str, now: NaiveDateTime) -> Result<()> {
    store::moderation::log(conn, Some(actor.id), act, Subject::Theme(theme.id), reason, now)
}
