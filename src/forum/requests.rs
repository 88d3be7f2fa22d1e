//! « I need this in my language »: a reader asks for a slot.

use crate::{
    domain::{account::Actor, lang::Lang, policy::Denied, text::Quality},
    error::Result,
    store::{self, Conn, texts::Text},
};
use chrono::NaiveDateTime;

/// Who asks: a member, or a visitor by the secret of their cookie.
#[derive(Debug, Clone)]
pub enum Asker {
    Member(Actor),
    Visitor(String),
}

/// Notes that somebody needs this text in `lang`; each person counts once.
///
/// # Errors
/// The text is written in that language, or a person's translation is there and up to date.
pub fn ask(conn: &mut Conn, asker: &Asker, text: &Text, lang: Lang, now: NaiveDateTime) -> Result<()> {
    match text.quality(lang) {
        Quality::Empty | Quality::Machine => {}
        Quality::Translated | Quality::Reviewed if !text.freshness(lang).fresh => {}
        Quality::Translated | Quality::Reviewed | Quality::Original => return Err(Denied::AlreadyReadable.into()),
    }
    let (person, account) = match asker {
        Asker::Member(actor) => (format!("a{}", actor.id), Some(actor.id)),
        Asker::Visitor(secret) => (format!("v{}", super::hash(secret)), None),
    };
    store::requests::add(conn, text.id, lang, &person, account, now)?;
    Ok(())
}
