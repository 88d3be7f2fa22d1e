//! What a consensus thread says of its statements (C3–C7): counted anew from the log each time, in a fixed number of queries.

use super::notices;
use crate::{
    domain::{
        account::Actor,
        consensus::{self, Names},
        lang::Lang,
        notice::NoticeKind,
        objection::ObjectionState,
        policy::{self, Visible},
        position::{Position, Value},
        post::PostState,
        tally::{self, Report, Tally, Thresholds},
        text::TextKind,
    },
    error::Result,
    store::{
        self, Conn,
        communities::Membership,
        consensus::Consensus,
        notices::News,
        objections::Objection,
        positions::Current,
        posts::Post,
        statements::{Check, Statement},
        texts::Text,
    },
};
use chrono::NaiveDateTime;
use std::collections::{BTreeMap, HashMap, HashSet};

impl Raised {
    /// Where it stands for whoever reads it: an answer that cannot be read is none.
    pub fn state(&self) -> ObjectionState {
        match self.objection.state {
            ObjectionState::Answered if !self.is_answered => ObjectionState::Raised,
            state => state,
        }
    }
}

/// One statement and what is said of it.
#[derive(Debug, Clone)]
pub struct Standing {
    pub statement: Statement,
    pub tally: Tally,
    pub report: Report,
    /// The last check of its wording, if it holds for the words as they are.
    pub check: Option<Check>,
}

impl Standing {
    /// C7: the wording is to be checked, and nobody has closed that.
    pub fn is_being_checked(&self) -> bool {
        self.report.is_to_be_checked && self.check.is_none()
    }

    /// C3: with hidden names, nothing that counts of few people could be computed from is shown.
    pub fn shown(&self, names: Names) -> Report {
        consensus::veiled(names, &self.tally.communities, self.report.clone())
    }
}

/// Everything that a consensus thread's pages, JSON, exports and letters are made from.
#[derive(Debug, Clone)]
pub struct Standings {
    pub consensus: Consensus,
    pub thresholds: Thresholds,
    /// In their order; only accepted ones have been counted.
    pub statements: Vec<Standing>,
    /// Every last position, counted or not, by statement and person.
    pub positions: Vec<Position>,
    pub memberships: HashMap<i64, Membership>,
    /// Oldest first.
    pub objections: Vec<Raised>,
    pub texts: HashMap<i64, Text>,
}

/// An objection in the ledger.
#[derive(Debug, Clone)]
pub struct Raised {
    pub objection: Objection,
    /// Its reason can be read by everybody.
    pub is_readable: bool,
    /// Its reason waits for a moderator (M2).
    pub is_held: bool,
    /// Its answer can be read.
    pub is_answered: bool,
    /// Somebody whose positions count still waits for an answer that can be read. A reason that waits for a moderator waits for
    /// an answer as well; one that was taken away asks for none.
    pub waits: bool,
}

impl Standings {
    pub fn of(&self, statement: i64) -> Option<&Standing> {
        self.statements.iter().find(|s| s.statement.id == statement)
    }

    /// The accepted statements.
    pub fn accepted(&self) -> impl Iterator<Item = &Standing> {
        self.statements.iter().filter(|s| s.statement.state.takes_positions())
    }

    /// One person's last position on a statement.
    pub fn position(&self, statement: i64, person: i64) -> Option<&Position> {
        self.positions.binary_search_by_key(&(statement, person), |p| (p.statement, p.person)).ok().map(|at| &self.positions[at])
    }

    /// Whether anybody has taken a position on a statement.
    pub fn has_positions(&self, statement: i64) -> bool {
        let at = self.positions.partition_point(|p| p.statement < statement);
        self.positions.get(at).is_some_and(|p| p.statement == statement)
    }

    /// The ledger as somebody may read it: with hidden names (C3), a reason that cannot be read says who objected only to its
    /// author and to moderators.
    pub fn ledger(&self, reader: Option<&Actor>) -> impl Iterator<Item = &Raised> {
        let moderates = reader.is_some_and(|r| policy::moderate(r, "-").is_ok());
        let (me, public) = (reader.map(|r| r.id), self.consensus.names == Names::Public);
        self.objections.iter().filter(move |r| public || r.is_readable || moderates || Some(r.objection.account_id) == me)
    }

    /// Objections that wait for an answer, in the whole thread (C9).
    pub fn unanswered(&self) -> u32 {
        self.accepted().map(|s| s.tally.unanswered).sum()
    }
}

/// What one thread says.
///
/// # Errors
/// Database failures only.
pub fn of_thread(conn: &mut Conn, consensus: &Consensus) -> Result<Standings> {
    Ok(of_threads(conn, std::slice::from_ref(consensus))?.remove(0))
}

/// What several threads say, in their order.
///
/// # Errors
/// Database failures only.
pub fn of_threads(conn: &mut Conn, threads: &[Consensus]) -> Result<Vec<Standings>> {
    let ids: Vec<i64> = threads.iter().map(|t| t.thread_id).collect();
    let statements = store::statements::of_threads(conn, &ids)?;
    let texts = store::texts::load(conn, &statements.iter().map(|s| s.text_id).collect::<Vec<_>>())?;
    let current = store::positions::current(conn, &ids)?;
    let mut memberships = store::communities::of_threads(conn, &ids)?;
    let eligible = store::communities::eligible(conn, &ids)?;
    let objections = objections(conn, &ids, &eligible)?;
    let checks = store::statements::checks(conn, &statements.iter().map(|s| s.id).collect::<Vec<_>>())?;
    let versions = Versions::load(conn, &ids, &statements, &texts)?;
    let withdrawn = withdrawn(&objections);

    let thread_of: HashMap<i64, i64> = statements.iter().map(|s| (s.id, s.thread_id)).collect();
    let mut positions: HashMap<i64, Vec<Position>> = HashMap::new();
    for p in &current {
        let Some(thread) = thread_of.get(&p.statement_id) else { continue };
        let Some(membership) = memberships.get(&(*thread, p.account_id)) else { continue };
        positions.entry(*thread).or_default().push(Position {
            person: p.account_id,
            statement: p.statement_id,
            community: membership.lang,
            value: p.value,
            is_eligible: eligible.contains(&p.account_id),
            is_current: versions.is_current(p) && !(p.value == Value::Objection && withdrawn.contains(&(p.statement_id, p.account_id))),
        });
    }
    let mut unanswered: BTreeMap<i64, u32> = BTreeMap::new();
    for raised in objections.iter().filter(|o| o.waits) {
        *unanswered.entry(raised.objection.statement_id).or_default() += 1;
    }
    let mut made = Vec::with_capacity(threads.len());
    for consensus in threads {
        let lines = consensus.thresholds();
        let positions = positions.remove(&consensus.thread_id).unwrap_or_default();
        let own: Vec<&Statement> = statements.iter().filter(|s| s.thread_id == consensus.thread_id).collect();
        let accepted: Vec<i64> = own.iter().filter(|s| s.state.takes_positions()).map(|s| s.id).collect();
        let tallies = tally::tallies(&accepted, &positions, &unanswered);
        let standing = |s: &&Statement| {
            let tally = tallies.get(&s.id).copied().unwrap_or_default();
            let check = checks.get(&s.id).filter(|c| texts.get(&s.text_id).is_some_and(|t| revisions(t) == c.revisions)).cloned();
            Standing { statement: (*s).clone(), report: tally.report(&lines), tally, check }
        };
        let of_thread = |o: &&Raised| thread_of.get(&o.objection.statement_id) == Some(&consensus.thread_id);
        let mut members = HashMap::new();
        memberships.retain(|(thread, person), membership| {
            let ours = *thread == consensus.thread_id;
            if ours {
                members.insert(*person, membership.clone());
            }
            !ours
        });
        made.push(Standings {
            thresholds: lines,
            statements: own.iter().map(standing).collect(),
            positions,
            memberships: members,
            objections: objections.iter().filter(of_thread).cloned().collect(),
            texts: own.iter().filter_map(|s| Some((s.text_id, texts.get(&s.text_id)?.clone()))).collect(),
            consensus: consensus.clone(),
        });
    }
    Ok(made)
}

/// Which of the words that somebody read are still the words of the statement.
struct Versions {
    /// Statement, language and revision of words that say what the original says now.
    same: HashSet<(i64, Lang, i32)>,
    /// The revision of each slot, as it is.
    now: HashMap<(i64, Lang), i32>,
}

impl Versions {
    fn load(conn: &mut Conn, threads: &[i64], statements: &[Statement], texts: &HashMap<i64, Text>) -> Result<Self> {
        let text_of: HashMap<i64, &Text> = statements.iter().filter_map(|s| Some((s.id, texts.get(&s.text_id)?))).collect();
        let source = |statement: i64| text_of.get(&statement).and_then(|t| t.slot(t.original)).map(|s| s.keys.as_str());
        let mut same = HashSet::new();
        for (statement, lang, n, keys) in store::statements::revision_keys(conn, threads)? {
            if let Some(lang) = Lang::parse(&lang).filter(|_| source(statement) == Some(keys.as_str())) {
                same.insert((statement, lang, n));
            }
        }
        let slots = text_of.iter().flat_map(|(id, t)| t.slots.iter().flatten().map(|s| ((*id, s.lang), s.revision)));
        Ok(Self { same, now: slots.collect() })
    }

    /// C3: the words have not changed in meaning since; what could not be judged lapses with a new revision of that slot.
    fn is_current(&self, p: &Current) -> bool {
        match p.value {
            Value::Unclear => self.now.get(&(p.statement_id, p.lang)).is_some_and(|now| *now == p.revision),
            Value::Agree | Value::Reservation | Value::Abstain | Value::Objection => {
                self.same.contains(&(p.statement_id, p.lang, p.revision))
            }
        }
    }
}

fn objections(conn: &mut Conn, threads: &[i64], eligible: &HashSet<i64>) -> Result<Vec<Raised>> {
    let rows = store::objections::of_threads(conn, threads)?;
    let answers: Vec<i64> = rows.iter().filter_map(|(o, _)| o.answer_id).collect();
    let answers = store::posts::load(conn, &answers)?;
    let threads: HashSet<i64> = answers.iter().map(|a| a.thread_id).collect();
    let threads = store::threads::load(conn, &threads.into_iter().collect::<Vec<_>>())?;
    let open: HashSet<i64> = threads.iter().filter(|t| Visible::Public.thread(t.door())).map(|t| t.id).collect();
    let seen = |a: &&Post| a.state == PostState::Visible && open.contains(&a.thread_id);
    let readable: HashSet<i64> = answers.iter().filter(|a| seen(a)).map(|a| a.id).collect();
    let can_be_read = |post: Option<i64>| post.is_some_and(|p| readable.contains(&p));
    let raised = |(objection, reason): (Objection, PostState)| {
        let (is_readable, is_held) = (reason == PostState::Visible, reason == PostState::Held);
        let is_answered = can_be_read(objection.answer_id);
        let unanswered = match objection.state {
            ObjectionState::Raised => true,
            // An answer that was taken away is none.
            ObjectionState::Answered => !is_answered,
            ObjectionState::Withdrawn | ObjectionState::Maintained => false,
        };
        let waits = unanswered && (is_readable || is_held) && eligible.contains(&objection.account_id);
        Raised { waits, is_readable, is_held, is_answered, objection }
    };
    Ok(rows.into_iter().map(raised).collect())
}

/// Whose last objection to a statement was taken back.
fn withdrawn(objections: &[Raised]) -> HashSet<(i64, i64)> {
    let mut last: HashMap<(i64, i64), ObjectionState> = HashMap::new();
    for Raised { objection, .. } in objections {
        last.insert((objection.statement_id, objection.account_id), objection.state);
    }
    last.into_iter().filter(|(_, state)| *state == ObjectionState::Withdrawn).map(|(whose, _)| whose).collect()
}

/// The revisions of a text's slots in the order of the languages, 0 for an empty one.
pub fn revisions(text: &Text) -> String {
    Lang::THREE.map(|l| text.slot(l).map_or(0, |s| s.revision).to_string()).join(" ")
}

/// C3: the words changed in meaning: whoever took a position on them is asked again.
///
/// # Errors
/// Database failures only.
pub(super) fn ask_again(conn: &mut Conn, actor: &Actor, statement: &Statement, now: NaiveDateTime) -> Result<()> {
    let text = store::texts::find(conn, statement.text_id)?;
    let people: Vec<Option<i64>> = store::positions::current(conn, &[statement.thread_id])?
        .into_iter()
        .filter(|p| p.statement_id == statement.id && p.value != Value::Unclear)
        .map(|p| Some(p.account_id))
        .collect();
    let news = News { kind: NoticeKind::StatementChanged, text: text.id, lang: text.original, actor: actor.id };
    notices::tell(conn, &people, news, now)
}

/// C3: a slot has new words: whoever could not judge the ones before, or judged what the original said before, is asked again.
///
/// # Errors
/// Database failures only.
pub(super) fn ask_readers(conn: &mut Conn, actor: &Actor, text: &Text, lang: Lang, now: NaiveDateTime) -> Result<()> {
    if text.kind != TextKind::Statement {
        return Ok(());
    }
    let Some((statement, door)) = store::statements::by_text(conn, text.id)? else { return Ok(()) };
    if !Visible::Public.thread(door) {
        return Ok(());
    }
    let text = &store::texts::find(conn, text.id)?;
    if !text.takes_positions(lang) {
        return Ok(());
    }
    let statements = std::slice::from_ref(&statement);
    let versions = Versions::load(conn, &[statement.thread_id], statements, &HashMap::from([(text.id, text.clone())]))?;
    let people: Vec<Option<i64>> = store::positions::current(conn, &[statement.thread_id])?
        .into_iter()
        .filter(|p| p.statement_id == statement.id && p.lang == lang && !versions.is_current(p))
        // Of the original's other readers an edit for meaning has asked already.
        .filter(|p| lang != text.original || p.value == Value::Unclear)
        .map(|p| Some(p.account_id))
        .collect();
    notices::tell(conn, &people, News { kind: NoticeKind::Reworded, text: text.id, lang, actor: actor.id }, now)
}
