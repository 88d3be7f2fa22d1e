//! T10: a passage of a translation is contested, and a moderator settles it.

use super::notices;
use crate::{
    domain::{
        FieldError,
        account::Actor,
        lang::{Lang, Langs},
        limits,
        notice::NoticeKind,
        policy::{self, Denied},
        slot::Outcome,
    },
    error::{Error, Result},
    store::{
        self, Conn,
        moderation::Subject,
        notices::News,
        posts::Post,
        slots::{Act, Ending, Kind, NewAct},
        texts::Text,
    },
};
use chrono::NaiveDateTime;

/// A contest as it is sent.
#[derive(Debug, Clone)]
pub struct ContestDraft {
    /// The slot revision that was read.
    pub revision: i32,
    /// The words that it is about, as they stand in the translation.
    pub passage: String,
    pub reason: String,
}

/// Contests a passage of a translation of one's own words, or in a language that one reads. Returns the act's id.
///
/// # Errors
/// Neither, nothing translated, no reason, or words that do not stand in the translation.
pub fn contest(
    conn: &mut Conn,
    actor: &Actor,
    reads: Langs,
    (text, post, lang): (&Text, Option<&Post>, Lang),
    draft: &ContestDraft,
    now: NaiveDateTime,
) -> Result<i64> {
    let own_words = post.is_some_and(|p| p.author_id == actor.id);
    policy::contest(own_words, reads.has(lang))?;
    let slot = text.slot(lang).filter(|_| lang != text.original).ok_or(Denied::NothingToContest)?;
    let passage = limits::line("passage", &draft.passage, 1, limits::REASON_CHARS);
    let reason = limits::line("reason", &draft.reason, 1, limits::REASON_CHARS);
    let (passage, reason) = match (passage, reason) {
        (Ok(passage), Ok(reason)) => (passage, reason),
        (passage, reason) => return Err(Error::Invalid([passage.err(), reason.err()].into_iter().flatten().collect())),
    };
    let read = store::texts::revision(conn, text.id, lang, draft.revision)?;
    let read = read.ok_or_else(|| Error::field("revision", "errors-revision-unknown"))?;
    let words = crate::domain::block::blocks(&read.title, &read.body).into_iter().map(|b| b.words).collect::<Vec<_>>().join("\n");
    if !folded(&words).contains(&folded(&passage)) {
        return Err(FieldError::new("passage", "errors-passage-unknown").into());
    }
    store::texts::lock(conn, text)?;
    let same = |a: &Act| a.lang == lang && a.actor_id == actor.id && a.passage == passage && a.reason == reason;
    if let Some(sent) = store::slots::open(conn, Kind::Contest, &[text.id])?.into_iter().find(same) {
        // Sent twice.
        return Ok(sent.id);
    }
    let new = NewAct {
        text: text.id,
        lang,
        n: draft.revision,
        kind: Kind::Contest,
        actor: actor.id,
        base: None,
        passage: &passage,
        reason: &reason,
    };
    let id = store::slots::keep(conn, &new, now)?;
    let news = News { kind: NoticeKind::Contested, text: text.id, lang, actor: actor.id };
    notices::tell(conn, &[slot.translator(), slot.reviewer_id, post.map(|p| p.author_id)], news, now)?;
    Ok(id)
}

/// What is compared: spaces of any kind (French ones are added at display) and line breaks are one.
fn folded(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace() && *c != '\u{2060}').collect()
}

/// A moderator settles a contest with an answer; the mark goes.
///
/// # Errors
/// No moderator, no answer, or one that is settled already.
pub fn settle(conn: &mut Conn, actor: &Actor, (text, lang): (&Text, Lang), act: i64, answer: &str, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, answer)?;
    let act = store::slots::act(conn, act)?;
    if act.text_id != text.id || act.lang != lang || act.act != Kind::Contest {
        return Err(Error::NotFound);
    }
    store::slots::end(conn, act.id, &Ending { outcome: Outcome::Settled, settler: actor.id, answer }, now)?;
    store::moderation::log(conn, Some(actor.id), "settle", Subject::Text(text.id), answer, now)?;
    let translator = text.slot(lang).and_then(|s| s.translator());
    notices::tell(conn, &[Some(act.actor_id), translator], News { kind: NoticeKind::Settled, text: text.id, lang, actor: actor.id }, now)
}
