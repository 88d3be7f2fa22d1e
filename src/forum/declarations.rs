//! C9, C10: declaring, and whether the basis of a declaration has moved.

use super::{
    consensus, notices, syntheses,
    tallies::{Standing, Standings},
};
use crate::{
    domain::{
        FieldError,
        account::Actor,
        declaration::{Citations, Frozen, FrozenCommunity, FrozenObjection, FrozenStatement, Named, Need, Outcome},
        digest::EventKind,
        lang::Lang,
        notice::NoticeKind,
        objection::ObjectionState,
        policy::{self, Visible},
        post::PostState,
    },
    error::{Error, Result, Standing as Stands},
    store::{
        self, Conn,
        declarations::{Declaration, Filter, NewDeclaration},
        moderation::Subject,
        notices::News,
        texts::Text,
    },
};
use chrono::{NaiveDate, NaiveDateTime};

/// What a moderator declares, checked.
#[derive(Debug, Clone)]
pub struct DeclarationDraft {
    pub outcome: Outcome,
    /// Why there is no consensus.
    pub reason: String,
    /// The declaration of this thread that it takes the place of.
    pub supersedes: Option<i64>,
    pub review_on: Option<NaiveDate>,
}

/// C9: a moderator declares; in one transaction everything that it rests on is frozen (C10). Returns the number. `base` is
/// the forum's own address.
///
/// # Errors
/// No moderator; what the checklist misses, on its fields; an outcome that the verdicts do not allow; [`Error::Conflict`] when
/// somebody declared meanwhile: whoever declares anew says which declaration it supersedes.
pub fn declare(conn: &mut Conn, actor: &Actor, thread: i64, draft: &DeclarationDraft, base: &str, now: NaiveDateTime) -> Result<i64> {
    policy::moderate(actor, "-")?;
    // Numbers have no gap and no twin.
    store::alone(conn)?;
    let (thread, consensus) = consensus::locked(conn, actor, thread)?;
    let last = store::declarations::newest(conn, &[thread.id])?.first().map(|(_, id)| *id);
    if last != draft.supersedes {
        let author = match last {
            Some(last) => Some(store::declarations::find(conn, last, Visible::Everything)?.signer_id),
            None => None,
        };
        let revision = last.and_then(|id| i32::try_from(id).ok()).unwrap_or_default();
        return Err(Error::Conflict(Box::new(Stands { revision, title: String::new(), body: String::new(), author })));
    }
    let (standings, synthesis) = syntheses::of_thread(conn, &consensus, base)?;
    let mut missing: Vec<FieldError> =
        synthesis.basis.checklist(draft.outcome).into_iter().filter(|(_, met)| !met).map(|(need, _)| refusal(need, &standings)).collect();
    if draft.outcome == Outcome::NoConsensus && draft.reason.is_empty() {
        missing.push(FieldError::new("reason", "errors-denied-reason-needed"));
    }
    if draft.review_on.is_some_and(|day| day <= now.date()) {
        missing.push(FieldError::new("review_on", "errors-review-day"));
    }
    let allowed = synthesis.basis.outcome();
    if missing.is_empty() && draft.outcome != Outcome::NoConsensus && draft.outcome != allowed {
        missing.push(FieldError::new("outcome", "errors-declare-outcome"));
    }
    let Some(text) = synthesis.text.filter(|_| missing.is_empty()) else { return Err(Error::Invalid(missing)) };
    let frozen = freeze(conn, &text, &synthesis.citations, &standings)?;
    let new = NewDeclaration {
        thread: thread.id,
        outcome: draft.outcome,
        reason: &draft.reason,
        signer: actor.id,
        frozen: &frozen,
        supersedes: draft.supersedes,
        review_on: draft.review_on,
    };
    let id = store::declarations::insert(conn, &new, now)?;
    store::events::record(conn, EventKind::Declared, thread.text_id, None, now)?;
    let act = format!("declare-{}", draft.outcome);
    store::moderation::log(conn, Some(actor.id), &act, Subject::Thread(thread.id), &draft.reason, now)?;
    // Everybody whose position is part of it.
    let people: Vec<Option<i64>> = standings.memberships.keys().copied().map(Some).collect();
    let news = News { kind: NoticeKind::Declared, text: thread.text_id, lang: thread.lang, actor: actor.id };
    notices::tell(conn, &people, news, now)?;
    Ok(id)
}

/// What the checklist says is missing, as the refusal of a field.
fn refusal(need: Need, standings: &Standings) -> FieldError {
    let said = |key| FieldError::new(need.field(), key);
    match need {
        Need::Stage => said("errors-declare-stage"),
        Need::Synthesis => said("errors-declare-synthesis"),
        Need::Slot(Lang::Fr) => said("errors-declare-slot-fr"),
        Need::Slot(Lang::En) => said("errors-declare-slot-en"),
        Need::Slot(Lang::Ja) => said("errors-declare-slot-ja"),
        Need::Cites(_) => said("errors-declare-cites"),
        Need::Agreed => said("errors-declare-agreed"),
        Need::Statement(id) => match standings.of(id).filter(|s| s.statement.state.takes_positions()) {
            Some(s) => FieldError::over(need.field(), "errors-declare-statement", 0, usize::try_from(s.statement.n).unwrap_or_default()),
            None => said("errors-declare-unknown"),
        },
        Need::Answers(waiting) => FieldError::over(need.field(), "errors-declare-answers", 0, waiting as usize),
    }
}

fn named(id: i64, text: &Text) -> Named {
    Named { id, text: text.id, revisions: Lang::THREE.map(|l| text.slot(l).map_or(0, |s| s.revision)) }
}

fn freeze(conn: &mut Conn, synthesis: &Text, cited: &Citations, standings: &Standings) -> Result<Frozen> {
    let statements: Vec<FrozenStatement> = cited
        .statements
        .iter()
        .filter_map(|(id, how)| {
            let standing = standings.of(*id)?;
            let Standing { statement, tally, report, .. } = standing;
            Some(FrozenStatement {
                named: named(*id, standings.texts.get(&statement.text_id)?),
                n: statement.n,
                cited: *how,
                verdict: report.judged.verdict,
                is_firm: report.is_firm,
                is_to_be_checked: standing.is_being_checked(),
                missing: report.judged.missing.clone(),
                in_favour: report.judged.in_favour.clone(),
                against: report.judged.against.clone(),
                communities: tally.communities.map(|c| FrozenCommunity { members: c.members, cell: c.cell }),
                unanswered: tally.unanswered,
            })
        })
        .collect();
    let mut posts = Vec::new();
    for post in &cited.posts {
        if let Some(post) = consensus::readable(conn, *post)? {
            let text = store::posts::find(conn, post)?.text_id;
            posts.push(named(post, &store::texts::find(conn, text)?));
        }
    }
    let objections = standings.objections.iter().filter(|o| o.objection.state != ObjectionState::Withdrawn);
    let objections = objections.map(|o| FrozenObjection {
        id: o.objection.id,
        statement: o.objection.statement_id,
        post: o.objection.post_id,
        answer: o.objection.answer_id,
        state: o.objection.state,
    });
    let missing = standings.accepted().next().map(|s| {
        let absent = |l: &Lang| !s.tally.of(*l).is_represented();
        Lang::THREE.into_iter().filter(absent).collect()
    });
    Ok(Frozen {
        synthesis: named(synthesis.id, synthesis),
        thresholds: standings.thresholds,
        statements,
        posts,
        objections: objections.collect(),
        missing: missing.unwrap_or_default(),
    })
}

/// Something that a declaration cites and that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// A statement, or a post.
    pub is_statement: bool,
    pub id: i64,
    /// A statement's number.
    pub n: i32,
    /// Its text, and the revision of the original that was cited.
    pub text: i64,
    pub from: i32,
    /// It cannot be read any more; otherwise its meaning changed.
    pub is_gone: bool,
}

/// C10: what moved since under each of several declarations: cited words that changed in meaning, or that were taken away.
///
/// # Errors
/// Database failures only.
pub fn moved(conn: &mut Conn, declarations: &[&Declaration]) -> Result<Vec<Vec<Moved>>> {
    let frozen: Vec<Frozen> = declarations.iter().map(|d| d.frozen()).collect::<Result<_>>()?;
    let cited = |f: &'_ Frozen| -> Vec<(bool, Named, i32)> {
        let statements = f.statements.iter().map(|s| (true, s.named.clone(), s.n));
        statements.chain(f.posts.iter().map(|p| (false, p.clone(), 0))).collect()
    };
    let cited: Vec<Vec<(bool, Named, i32)>> = frozen.iter().map(cited).collect();
    let texts = store::texts::load(conn, &cited.iter().flatten().map(|(_, named, _)| named.text).collect::<Vec<_>>())?;
    let then = |(_, named, _): &(bool, Named, i32)| {
        let original = texts.get(&named.text)?.original;
        Some((named.text, original, named.revisions[original.index()]))
    };
    let then = store::declarations::revisions(conn, &cited.iter().flatten().filter_map(then).collect::<Vec<_>>())?;
    let posts = store::posts::load(conn, &frozen.iter().flat_map(|f| &f.posts).map(|p| p.id).collect::<Vec<_>>())?;
    let threads = store::threads::load(conn, &posts.iter().map(|p| p.thread_id).collect::<Vec<_>>())?;
    let is_seen = |id: i64| {
        posts.iter().any(|p| {
            let door = threads.iter().find(|t| t.id == p.thread_id).map(store::threads::Thread::door);
            p.id == id && p.state == PostState::Visible && door.is_some_and(|d| Visible::Public.thread(d))
        })
    };
    let one = |cited: &(bool, Named, i32)| {
        let (is_statement, ref named, n) = *cited;
        let text = texts.get(&named.text)?;
        let from = named.revisions[text.original.index()];
        let is_gone = !is_statement && !is_seen(named.id);
        let now = text.slot(text.original).map(|s| s.keys.as_str());
        let was = then.get(&(named.text, text.original, from)).map(|r| r.keys.as_str());
        (is_gone || was != now).then_some(Moved { is_statement, id: named.id, n, text: named.text, from, is_gone })
    };
    Ok(cited.iter().map(|cited| cited.iter().filter_map(one).collect()).collect())
}

/// C10: cited texts changed in meaning, or can be read no more, by somebody's doing: the declarations that rest on them have
/// moved, and the moderators are told.
///
/// # Errors
/// Database failures only.
pub(super) fn basis_moved(conn: &mut Conn, by: i64, texts: &[i64], now: NaiveDateTime) -> Result<()> {
    for declaration in store::declarations::resting_on(conn, texts)? {
        if moved(conn, &[&declaration])?.iter().all(Vec::is_empty) {
            continue;
        }
        store::declarations::moved(conn, declaration.id, now)?;
        let thread = store::threads::find(conn, declaration.thread_id, Visible::Everything)?;
        store::events::record(conn, EventKind::Moved, thread.text_id, None, now)?;
        let news = News { kind: NoticeKind::BasisMoved, text: thread.text_id, lang: thread.lang, actor: by };
        let people: Vec<Option<i64>> = store::members::moderators(conn)?.into_iter().map(Some).collect();
        notices::tell(conn, &people, news, now)?;
    }
    Ok(())
}

/// C10: the day of review of a declaration has come: the moderators are told, once. Returns how many there were.
///
/// # Errors
/// Database failures only.
pub fn remind(conn: &mut Conn, now: NaiveDateTime) -> Result<usize> {
    let due = store::declarations::to_review(conn, now.date(), false)?;
    for declaration in &due {
        let thread = store::threads::find(conn, declaration.thread_id, Visible::Everything)?;
        let news = News { kind: NoticeKind::ReviewDue, text: thread.text_id, lang: thread.lang, actor: declaration.signer_id };
        // Whoever signed it is told like the others.
        for person in store::members::moderators(conn)? {
            store::notices::tell(conn, person, news, now)?;
        }
        store::declarations::reminded(conn, declaration.id, now)?;
    }
    Ok(due.len())
}

/// The declarations of a thread, or of the forum, that this person may find, the newest first.
///
/// # Errors
/// Database failures only.
pub fn list(conn: &mut Conn, filter: Filter, visible: Visible, limit: usize) -> Result<Vec<Declaration>> {
    store::declarations::list(conn, filter, visible, limit)
}
