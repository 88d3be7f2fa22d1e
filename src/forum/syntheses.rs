//! C9: the synthesis of a consensus thread, written by moderators and translated like any text; and its checklist.

use super::{
    consensus,
    tallies::{self, Standings},
    texts,
};
use crate::{
    domain::{
        account::Actor,
        consensus::Stage,
        declaration::{self, Basis, Citations, Cited},
        lang::Lang,
        markdown::links,
        policy::{self, Denied, Visible},
        post::{Body, EditDraft},
        text::{Quality, TextKind},
    },
    error::{Error, Result},
    store::{self, Conn, consensus::Consensus, moderation::Subject, texts::Text},
};
use chrono::NaiveDateTime;

/// Writes the first words of a synthesis, or edits its original. Returns its text. `lang` is the original's language; it
/// stays once there is a synthesis.
///
/// # Errors
/// No moderator; a closed or locked thread; another language than the original's, on field `lang`; [`Error::Conflict`] when
/// somebody wrote meanwhile.
pub fn write(conn: &mut Conn, actor: &Actor, thread: i64, lang: Lang, draft: &EditDraft, now: NaiveDateTime) -> Result<i64> {
    policy::moderate(actor, "-")?;
    let (thread, consensus) = consensus::locked(conn, actor, thread)?;
    if consensus.stage == Stage::Closed {
        return Err(Denied::StageClosed.into());
    }
    let Some(id) = consensus.synthesis_id else {
        let text = texts::create(conn, TextKind::Synthesis, lang, "", &draft.body, Some(actor.id), now)?;
        store::consensus::set_synthesis(conn, thread.id, text)?;
        store::moderation::log(conn, Some(actor.id), "synthesis", Subject::Text(text), "", now)?;
        return Ok(text);
    };
    let text = store::texts::find(conn, id)?;
    if text.original != lang {
        return Err(Error::field("lang", "errors-synthesis-lang"));
    }
    edit(conn, actor, &text, draft, now)?;
    Ok(id)
}

/// Edits the original of a synthesis or of a stage's summary. Returns the number of its newest revision.
///
/// # Errors
/// As for [`write`].
pub fn edit(conn: &mut Conn, actor: &Actor, text: &Text, draft: &EditDraft, now: NaiveDateTime) -> Result<i32> {
    policy::moderate(actor, "-")?;
    let thread = store::consensus::by_texts(conn, &[text.id])?.get(&text.id).ok_or(Error::NotFound)?.0;
    let (_, consensus) = consensus::locked(conn, actor, thread)?;
    if text.kind == TextKind::Synthesis && consensus.stage == Stage::Closed {
        return Err(Denied::StageClosed.into());
    }
    let before = text.source_revision();
    let draft = EditDraft { title: None, ..draft.clone() };
    let n = texts::revise(conn, actor, text, &draft, now)?;
    if n != before {
        store::moderation::log(conn, Some(actor.id), "edit", Subject::Text(text.id), &draft.note, now)?;
    }
    Ok(n)
}

/// A synthesis as it would be declared.
#[derive(Debug, Clone)]
pub struct Draft {
    /// `None`: nothing was written yet.
    pub text: Option<Text>,
    pub citations: Citations,
    pub basis: Basis,
}

/// C9: what a thread's synthesis cites, and what is missing. `base` is the forum's own address.
///
/// # Errors
/// Database failures only.
pub fn draft(conn: &mut Conn, standings: &Standings, base: &str) -> Result<Draft> {
    let consensus = &standings.consensus;
    let text = consensus.synthesis_id.map(|id| store::texts::find(conn, id)).transpose()?;
    let mut citations = Citations::default();
    let mut astray = Vec::new();
    if let Some(text) = &text {
        let ids: Vec<i64> = text.slots.iter().flatten().map(|s| s.revision_id).collect();
        let bodies = store::texts::bodies(conn, &ids, Visible::Everything)?;
        let cited = |lang: Lang| {
            let body = text.slot(lang).and_then(|s| bodies.get(&s.revision_id)).map(|(body, _)| body.as_str()).unwrap_or_default();
            declaration::citations(&links(body), base)
        };
        citations = cited(text.original);
        astray = Lang::THREE.into_iter().filter(|l| will_do(text, *l) && cited(*l).statements != citations.statements).collect();
    }
    let verdict = |id: &i64| standings.of(*id).filter(|s| s.statement.state.takes_positions()).map(|s| s.report.judged.verdict);
    let agreed = citations.statements.iter().filter(|(_, cited)| **cited == Cited::Agreed).map(|(id, _)| (*id, verdict(id)));
    let basis = Basis {
        in_stage: consensus.stage == Stage::Propose,
        slots: text.as_ref().map(|t| Lang::THREE.map(|l| will_do(t, l))),
        astray,
        agreed: agreed.collect(),
        unanswered: standings.unanswered(),
    };
    Ok(Draft { text, citations, basis })
}

/// C9: original or reviewed, and fresh.
fn will_do(text: &Text, lang: Lang) -> bool {
    matches!(text.quality(lang), Quality::Original | Quality::Reviewed) && text.freshness(lang).fresh
}

/// The standings of a thread, and what its synthesis lacks.
///
/// # Errors
/// Database failures only.
pub fn of_thread(conn: &mut Conn, consensus: &Consensus, base: &str) -> Result<(Standings, Draft)> {
    let standings = tallies::of_thread(conn, consensus)?;
    let draft = draft(conn, &standings, base)?;
    Ok((standings, draft))
}

/// A synthesis of what somebody typed.
///
/// # Errors
/// Fields.
pub fn body(typed: &str) -> Result<Body> {
    Ok(Body::parse(typed)?)
}
