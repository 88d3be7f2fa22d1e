//! T7: who works on a slot; and their drafts.

use crate::{
    domain::{account::Actor, lang::Lang, limits, policy::Denied, slot},
    error::Result,
    store::{self, Conn, claims::Draft, moderation::Subject, texts::Text},
};
use chrono::{NaiveDateTime, TimeDelta};

/// Claims a slot, or renews one's own claim. A moderator may take it over.
///
/// # Errors
/// Somebody else works on it.
pub fn claim(conn: &mut Conn, actor: &Actor, text: &Text, lang: Lang, now: NaiveDateTime) -> Result<()> {
    if is_anothers(conn, actor, text.id, lang, now)? {
        if !actor.role.is_moderator() {
            return Err(Denied::ClaimedByAnother.into());
        }
        store::moderation::log(conn, Some(actor.id), "claim", Subject::Text(text.id), "", now)?;
    }
    store::claims::take(conn, text.id, lang, actor.id, lapses(now))
}

/// Gives a claim back; a moderator anybody's.
///
/// # Errors
/// Somebody else's claim.
pub fn release(conn: &mut Conn, actor: &Actor, text: &Text, lang: Lang, now: NaiveDateTime) -> Result<()> {
    if is_anothers(conn, actor, text.id, lang, now)? && !actor.role.is_moderator() {
        return Err(Denied::NotYours.into());
    }
    store::claims::release(conn, text.id, lang)
}

/// Whether somebody else's claim stands.
///
/// # Errors
/// Database failures only.
pub fn is_anothers(conn: &mut Conn, actor: &Actor, text: i64, lang: Lang, now: NaiveDateTime) -> Result<bool> {
    Ok(store::claims::find(conn, text, lang, now)?.is_some_and(|c| c.account_id != actor.id))
}

/// A save, published or not, renews one's own claim.
///
/// # Errors
/// Database failures only.
pub fn renew(conn: &mut Conn, actor: &Actor, text: &Text, lang: Lang, now: NaiveDateTime) -> Result<()> {
    store::claims::renew(conn, text.id, lang, actor.id, lapses(now), now)
}

fn lapses(now: NaiveDateTime) -> NaiveDateTime {
    now + TimeDelta::hours(slot::CLAIM_HOURS)
}

/// What somebody typed, and what they saw while they did.
pub struct Typed<'a> {
    pub title: &'a str,
    /// The body, in one piece or block by block.
    pub parts: &'a [String],
    pub based_on: i32,
    pub revision: i32,
    /// The slot revision whose words they began with.
    pub words_of: i32,
}

/// Keeps what somebody typed, unpublished and as it is: limits are for publishing. Nothing typed keeps nothing.
///
/// # Errors
/// More than forms take is refused before; database failures.
pub fn keep_draft(conn: &mut Conn, actor: &Actor, text: &Text, lang: Lang, typed: &Typed, now: NaiveDateTime) -> Result<()> {
    let parts: Vec<String> = typed.parts.iter().map(|p| limits::many_lines(p)).collect();
    let title = limits::one_line(typed.title);
    if title.is_empty() && parts.iter().all(String::is_empty) {
        return store::claims::drop_draft(conn, actor.id, text.id, lang);
    }
    let parts = serde_json::to_string(&parts).map_err(anyhow::Error::from)?;
    let (based_on, revision, words_of) = (typed.based_on, typed.revision, typed.words_of);
    let draft = Draft { account_id: actor.id, text_id: text.id, lang, title, parts, based_on, revision, words_of, saved_at: now };
    store::claims::put_draft(conn, &draft)?;
    renew(conn, actor, text, lang, now)
}
