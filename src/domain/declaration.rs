//! C9, C10: what a declaration needs, what it freezes, and whether its basis has moved since.

use super::{
    community::Cell,
    lang::Lang,
    objection::ObjectionState,
    tally::{Thresholds, Verdict},
    words,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// What is declared.
    Outcome {
        /// What is cited as agreed holds in each of the three communities.
        Consensus = "consensus",
        /// It holds in those that are represented; the missing one is named.
        Partial = "partial",
        NoConsensus = "no-consensus",
    }
}

words! {
    /// How a synthesis cites a statement.
    Cited {
        /// `/s/12`: as agreed.
        Agreed = "agreed",
        /// `/s/12#open`: printed with its verdict.
        Open = "open",
    }
}

/// What a synthesis cites by ordinary links: statements, each as agreed unless every link to it says otherwise, and posts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Citations {
    pub statements: BTreeMap<i64, Cited>,
    pub posts: Vec<i64>,
}

/// The citations among the targets of a text's links. `base` is the forum's own address; links to other sites cite nothing.
pub fn citations(links: &[String], base: &str) -> Citations {
    let mut found = Citations::default();
    for link in links {
        let link = link.strip_prefix(base).unwrap_or(link);
        let Some(path) = link.strip_prefix('/') else { continue };
        let path = Lang::THREE.iter().find_map(|l| path.strip_prefix(l.as_str())?.strip_prefix('/')).unwrap_or(path);
        let (path, fragment) = path.split_once('#').unwrap_or((path, ""));
        let path = path.split('?').next().unwrap_or_default();
        let Some((kind, id)) = path.split_once('/') else { continue };
        let Ok(id) = id.parse() else { continue };
        match kind {
            "s" if fragment == Cited::Open.as_str() => {
                found.statements.entry(id).or_insert(Cited::Open);
            }
            "s" => {
                found.statements.insert(id, Cited::Agreed);
            }
            "p" if !found.posts.contains(&id) => found.posts.push(id),
            _ => {}
        }
    }
    found
}

/// One line of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The thread is in the stage in which declarations are made.
    Stage,
    Synthesis,
    /// This language's slot is the original or reviewed, and fresh.
    Slot(Lang),
    /// It cites what the original cites, and in the same way.
    Cites(Lang),
    /// Something is cited as agreed.
    Agreed,
    /// This statement, cited as agreed, is agreed.
    Statement(i64),
    /// So many objections wait for an answer.
    Answers(u32),
}

impl Need {
    /// The field under which a refusal names it.
    pub fn field(self) -> &'static str {
        match self {
            Self::Stage => "stage",
            Self::Synthesis | Self::Slot(_) | Self::Cites(_) => "synthesis",
            Self::Agreed | Self::Statement(_) => "statements",
            Self::Answers(_) => "objections",
        }
    }
}

/// What a thread brings to a declaration.
#[derive(Debug, Clone, Default)]
pub struct Basis {
    pub in_stage: bool,
    /// By [`Lang::index`]: whether the slot will do; `None` without a synthesis.
    pub slots: Option<[bool; 3]>,
    /// Slots that will do, but that cite other statements than the original.
    pub astray: Vec<Lang>,
    /// Cited as agreed, in their order, with their verdicts.
    pub agreed: Vec<(i64, Option<Verdict>)>,
    pub unanswered: u32,
}

impl Basis {
    /// C9: every need of an outcome, and whether it is met, in the order of the page.
    pub fn checklist(&self, outcome: Outcome) -> Vec<(Need, bool)> {
        let mut list = vec![(Need::Stage, self.in_stage), (Need::Synthesis, self.slots.is_some())];
        let slots = self.slots.unwrap_or_default();
        list.extend(Lang::THREE.map(|l| (Need::Slot(l), slots[l.index()])));
        list.extend(self.astray.iter().map(|l| (Need::Cites(*l), false)));
        if outcome != Outcome::NoConsensus {
            list.push((Need::Agreed, !self.agreed.is_empty()));
            let agreed = |verdict| matches!(verdict, Some(Verdict::Consensus | Verdict::Partial));
            list.extend(self.agreed.iter().map(|(id, verdict)| (Need::Statement(*id), agreed(*verdict))));
        }
        list.push((Need::Answers(self.unanswered), self.unanswered == 0));
        list
    }

    /// Whether anything can be declared at all.
    pub fn is_ready(&self) -> bool {
        self.checklist(Outcome::NoConsensus).iter().all(|(_, met)| *met)
    }

    /// The outcome that the verdicts of what is cited as agreed allow.
    pub fn outcome(&self) -> Outcome {
        let all = |is: &dyn Fn(Verdict) -> bool| !self.agreed.is_empty() && self.agreed.iter().all(|(_, v)| v.is_some_and(is));
        if all(&|v| v == Verdict::Consensus) {
            Outcome::Consensus
        } else if all(&|v| matches!(v, Verdict::Consensus | Verdict::Partial)) {
            Outcome::Partial
        } else {
            Outcome::NoConsensus
        }
    }
}

/// What a declaration froze. Words are not in it: it names revisions, which never change, so that what is hidden or taken away
/// later is hidden here too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Frozen {
    pub synthesis: Named,
    pub thresholds: Thresholds,
    pub statements: Vec<FrozenStatement>,
    pub posts: Vec<Named>,
    pub objections: Vec<FrozenObjection>,
    /// Languages without a represented community.
    pub missing: Vec<Lang>,
}

/// A text as it was: the revision of each slot, 0 for an empty one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// The post's, or the statement's; of the synthesis its text's.
    pub id: i64,
    pub text: i64,
    pub revisions: [i32; 3],
}

impl Named {
    /// Text, language and revision of each slot that was not empty.
    pub fn slots(&self) -> Vec<(i64, Lang, i32)> {
        Lang::THREE.into_iter().map(|l| (self.text, l, self.revisions[l.index()])).filter(|(.., n)| *n > 0).collect()
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrozenStatement {
    pub named: Named,
    pub n: i32,
    pub cited: Cited,
    pub verdict: Verdict,
    pub is_firm: bool,
    pub is_to_be_checked: bool,
    pub missing: Vec<Lang>,
    pub in_favour: Vec<Lang>,
    pub against: Vec<Lang>,
    /// By [`Lang::index`].
    pub communities: [FrozenCommunity; 3],
    pub unanswered: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenCommunity {
    pub members: u32,
    #[serde(flatten)]
    pub cell: Cell,
}

/// An objection that stood when the declaration was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenObjection {
    pub id: i64,
    pub statement: i64,
    pub post: i64,
    pub answer: Option<i64>,
    pub state: ObjectionState,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c9_ordinary_links_cite_statements_and_posts() {
        let links: Vec<String> = [
            "/s/3#open",
            "/fr/s/3",
            "https://forum.example/ja/s/4#open",
            "/s/5?x=1#open",
            "/s/5#open",
            "/p/7",
            "/en/p/7#p7",
            "https://elsewhere.example/s/9",
            "/s/x",
            "s/8",
        ]
        .map(str::to_owned)
        .into();
        let found = citations(&links, "https://forum.example");
        assert_eq!(found.statements, [(3, Cited::Agreed), (4, Cited::Open), (5, Cited::Open)].into());
        assert_eq!(found.posts, [7]);
    }

    #[test]
    fn c9_the_checklist_says_what_is_missing() {
        let ready = Basis {
            in_stage: true,
            slots: Some([true; 3]),
            astray: Vec::new(),
            agreed: vec![(1, Some(Verdict::Consensus)), (2, Some(Verdict::Consensus))],
            unanswered: 0,
        };
        let missing =
            |basis: &Basis, outcome| basis.checklist(outcome).into_iter().filter(|(_, met)| !met).map(|(n, _)| n).collect::<Vec<_>>();
        assert!(missing(&ready, Outcome::Consensus).is_empty());
        assert_eq!(ready.outcome(), Outcome::Consensus);
        let partial = Basis { agreed: vec![(1, Some(Verdict::Consensus)), (2, Some(Verdict::Partial))], ..ready.clone() };
        assert_eq!((partial.outcome(), missing(&partial, Outcome::Partial)), (Outcome::Partial, vec![]));
        let slots = Some([true, true, false]);
        let wanting = Basis { slots, astray: vec![Lang::En], agreed: vec![(1, Some(Verdict::Open))], unanswered: 2, in_stage: false };
        let always = [Need::Stage, Need::Slot(Lang::Ja), Need::Cites(Lang::En)];
        assert_eq!(missing(&wanting, Outcome::Consensus), [&always[..], &[Need::Statement(1), Need::Answers(2)]].concat());
        assert_eq!(missing(&wanting, Outcome::NoConsensus), [&always[..], &[Need::Answers(2)]].concat());
        assert!(ready.is_ready() && !wanting.is_ready());
        assert_eq!(missing(&Basis::default(), Outcome::Consensus).len(), 6);
    }
}
