//! Agreement within each language community (C5–C7, C12): the verdict on a statement.

use super::{
    community::{Cell, Community},
    lang::Lang,
    position::Position,
    words,
};
use std::collections::BTreeMap;

words! {
    /// Where a statement stands: the first that applies (C6).
    Verdict {
        /// A community cannot judge what it reads.
        TranslationBlocked = "translation-blocked",
        /// Too few of a community have spoken.
        NeedsVoices = "needs-voices",
        /// One community agrees and another does not.
        Divided = "divided",
        /// Agreed in every community.
        Consensus = "consensus",
        /// Agreed in each community that is represented; another is not.
        Partial = "partial",
        Open = "open",
    }
}

/// Where the lines are, in per cent. They belong to a thread and stand with every verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Thresholds {
    /// A community agrees from this a on.
    pub support: u32,
    /// It agrees only up to this d.
    pub opposition: u32,
    /// A community is against it from this d on.
    pub divided: u32,
    /// The least XLC of a consensus.
    pub xlc: u32,
    /// The least w of a firm one.
    pub firm: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { support: 60, opposition: 30, divided: 50, xlc: 70, firm: 50 }
    }
}

/// What three communities say of one statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// By [`Lang::index`].
    pub communities: [Community; 3],
    /// Objections without an answer, in unrepresented communities too.
    pub unanswered: u32,
}

/// A verdict, with whom it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    pub verdict: Verdict,
    /// Whose voices or translations are missing.
    pub missing: Vec<Lang>,
    /// Of a divided statement: who agrees, and who does not.
    pub in_favour: Vec<Lang>,
    pub against: Vec<Lang>,
}

/// Everything that is said of a tally.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub judged: Judged,
    /// It does not hang on one voice.
    pub is_firm: bool,
    /// C7: communities answer so differently that the wording is to be checked first.
    pub is_to_be_checked: bool,
    /// XLC, the geometric mean of the represented communities' a.
    pub xlc: Option<f64>,
    /// The smallest a of a represented community.
    pub min_support: Option<f64>,
    pub cramers_v: Option<f64>,
}

impl Tally {
    pub fn of(&self, lang: Lang) -> Community {
        self.communities[lang.index()]
    }

    fn langs(&self, is: impl Fn(Community) -> bool) -> Vec<Lang> {
        Lang::THREE.into_iter().filter(|l| is(self.of(*l))).collect()
    }

    fn represented(&self) -> impl Iterator<Item = Community> {
        self.communities.iter().copied().filter(|c| c.is_represented())
    }

    /// Where the statement stands.
    pub fn judge(&self, lines: &Thresholds) -> Judged {
        self.judge_with(lines, self.communities.map(Community::floor))
    }

    pub(super) fn judge_with(&self, lines: &Thresholds, floors: [u32; 3]) -> Judged {
        let named = |verdict, missing| Judged { verdict, missing, in_favour: Vec::new(), against: Vec::new() };
        let blocked = self.langs(|c| c.is_represented() && c.is_blocked());
        if !blocked.is_empty() {
            return named(Verdict::TranslationBlocked, blocked);
        }
        let absent = self.langs(|c| !c.is_represented());
        if absent.len() == Lang::THREE.len() {
            return named(Verdict::NeedsVoices, absent);
        }
        let quiet: Vec<Lang> =
            Lang::THREE.into_iter().filter(|l| self.of(*l).is_represented() && self.of(*l).cell.judged() < floors[l.index()]).collect();
        if !quiet.is_empty() {
            return named(Verdict::NeedsVoices, quiet);
        }
        let in_favour = self.langs(|c| c.is_represented() && c.supports(lines.support));
        let against = self.langs(|c| c.is_represented() && c.opposes(lines.divided));
        if !in_favour.is_empty() && !against.is_empty() {
            return Judged { verdict: Verdict::Divided, missing: Vec::new(), in_favour, against };
        }
        let each = self.represented().all(|c| c.supports(lines.support) && c.opposes_at_most(lines.opposition));
        match (each && self.reaches(lines.xlc) && self.unanswered == 0, absent.is_empty()) {
            (true, true) => named(Verdict::Consensus, absent),
            (true, false) => named(Verdict::Partial, absent),
            (false, _) => named(Verdict::Open, Vec::new()),
        }
    }

    /// Whether XLC is at least so many per cent: Π 100(A+1) ≥ Π p(S+2).
    pub(super) fn reaches(&self, percent: u32) -> bool {
        let product = |of: &dyn Fn(Community) -> u32| self.represented().map(|c| u128::from(of(c))).product::<u128>();
        let (least, lines) = (u128::from(percent), u32::try_from(self.represented().count()).unwrap_or_default());
        100u128.pow(lines) * product(&|c| c.cell.for_it() + 1) >= least.pow(lines) * product(&|c| c.cell.judged() + 2)
    }

    /// Whether the verdict stands on every w and outlives one more objection, answered, in any one represented community.
    fn is_firm(&self, lines: &Thresholds) -> bool {
        let (floors, verdict) = (self.communities.map(Community::floor), self.judge(lines).verdict);
        let firm = f64::from(lines.firm) / 100.0;
        let outlives = |lang: Lang| {
            let mut worse = *self;
            worse.communities[lang.index()].cell.objection += 1;
            worse.judge_with(lines, floors).verdict == verdict
        };
        let represented = self.langs(Community::is_represented);
        !represented.is_empty()
            && self.represented().all(|c| c.wilson().is_some_and(|w| w >= firm))
            && represented.into_iter().all(outlives)
    }

    /// How much who agrees and who objects hangs on the language (C7): `None` where there is nothing to compare.
    fn cramers_v(&self) -> Option<f64> {
        let rows: Vec<[f64; 2]> = self
            .communities
            .iter()
            .map(|c| [f64::from(c.cell.for_it()), f64::from(c.cell.objection)])
            .filter(|[a, d]| a + d > 0.0)
            .collect();
        let columns = [0, 1].map(|column| rows.iter().map(|row| row[column]).sum::<f64>());
        let n = columns[0] + columns[1];
        if rows.len() < 2 || columns.contains(&0.0) {
            return None;
        }
        let chi_squared: f64 = rows
            .iter()
            .flat_map(|row| {
                let sum = row[0] + row[1];
                [0, 1].map(|column| {
                    let expected = sum * columns[column] / n;
                    (row[column] - expected).powi(2) / expected
                })
            })
            .sum();
        // The lesser of rows and columns, less one, is one.
        Some((chi_squared / n).sqrt())
    }

    /// Everything that is said of it.
    pub fn report(&self, lines: &Thresholds) -> Report {
        const CHECKED_FROM: u32 = 20;
        let supports: Vec<f64> = self.represented().filter_map(Community::support).collect();
        // In the order of the languages, so that the last digit is the same however positions came in.
        let xlc = (!supports.is_empty()).then(|| supports.iter().product::<f64>().powf(1.0 / supports.len() as f64));
        let cramers_v = self.cramers_v();
        let spoke: u32 = self.communities.iter().map(|c| c.cell.for_it() + c.cell.objection).sum();
        Report {
            judged: self.judge(lines),
            is_firm: self.is_firm(lines),
            is_to_be_checked: spoke >= CHECKED_FROM && cramers_v.is_some_and(|v| v >= 0.30),
            xlc,
            min_support: supports.into_iter().reduce(f64::min),
            cramers_v,
        }
    }
}

/// What each statement of a thread was said to be, from everybody's current positions in any order (C12).
pub fn tallies(statements: &[i64], positions: &[Position], unanswered: &BTreeMap<i64, u32>) -> BTreeMap<i64, Tally> {
    let mut members: BTreeMap<i64, Lang> = BTreeMap::new();
    for position in positions.iter().filter(|p| p.is_eligible) {
        members.insert(position.person, position.community);
    }
    let mut sizes = [0u32; 3];
    members.values().for_each(|lang| sizes[lang.index()] += 1);
    let empty = |statement: i64| Tally {
        communities: sizes.map(|members| Community { members, cell: Cell::default() }),
        unanswered: unanswered.get(&statement).copied().unwrap_or_default(),
    };
    let mut tallies: BTreeMap<i64, Tally> = statements.iter().map(|s| (*s, empty(*s))).collect();
    for position in positions.iter().filter(|p| p.is_eligible && p.is_current) {
        if let Some(tally) = tallies.get_mut(&position.statement) {
            tally.communities[position.community.index()].cell.add(position.value);
        }
    }
    tallies
}

#[cfg(test)]
mod tests {
    use super::{
        super::position::Value::{self, *},
        *,
    };

    /// Agree, abstain, object in French, English and Japanese, of 60, 24 and 9 members.
    fn tally(cells: [(u32, u32, u32); 3]) -> Tally {
        let members = [60, 24, 9];
        let community = |i: usize| {
            let (agree, abstain, objection) = cells[i];
            Community { members: members[i], cell: Cell { agree, abstain, objection, ..Cell::default() } }
        };
        Tally { communities: [community(0), community(1), community(2)], unanswered: 0 }
    }

    fn said(tally: &Tally) -> (Verdict, bool, bool, String) {
        let report = tally.report(&Thresholds::default());
        let four = |x: Option<f64>| x.map_or("n/a".to_owned(), |x| format!("{x:.4}"));
        let v = report.cramers_v.map_or("n/a".to_owned(), |v| format!("{v:.3}"));
        let supports: Vec<String> = tally.communities.iter().map(|c| four(c.support())).collect();
        let w = four(tally.of(Lang::Ja).wilson());
        (report.judged.verdict, report.is_firm, report.is_to_be_checked, format!("{} {} {w} {v}", supports.join(" "), four(report.xlc)))
    }

    const X: [(u32, u32, u32); 3] = [(41, 6, 3), (14, 4, 2), (5, 1, 1)];

    #[test]
    fn c6_the_worked_table_comes_out_to_its_digits() {
        let x = tally(X);
        assert_eq!(said(&x), (Verdict::Consensus, false, false, "0.8077 0.6818 0.6667 0.7160 0.4725 0.118".into()));
        assert_eq!(Tally { unanswered: 6, ..x }.judge(&Thresholds::default()).verdict, Verdict::Open);
        let one_more = tally([X[0], X[1], (6, 1, 1)]);
        assert_eq!(said(&one_more), (Verdict::Consensus, true, false, "0.8077 0.6818 0.7000 0.7278 0.5237 0.105".into()));
        let y = tally([(48, 1, 1), (17, 2, 1), (1, 1, 5)]);
        assert_eq!(said(&y), (Verdict::Divided, false, true, "0.9423 0.8182 0.2222 0.5554 0.0438 0.751".into()));
        let judged = y.judge(&Thresholds::default());
        assert_eq!((judged.in_favour, judged.against), (vec![Lang::Fr, Lang::En], vec![Lang::Ja]));
        let z = tally([(2, 0, 0), (1, 0, 0), (1, 0, 0)]);
        assert_eq!(said(&z), (Verdict::NeedsVoices, false, false, "0.7500 0.6667 0.6667 0.6934 0.3784 n/a".into()));
        assert_eq!(z.judge(&Thresholds::default()).missing, Lang::THREE);
        assert_eq!([60, 24, 9].map(|members| Community { members, ..Community::default() }.floor()), [12, 5, 3]);
    }

    #[test]
    fn c6_a_community_that_is_not_there_makes_a_consensus_partial_and_is_named() {
        let mut partial = tally(X);
        partial.communities[2] = Community { members: 2, cell: Cell { objection: 2, ..Cell::default() } };
        let judged = partial.judge(&Thresholds::default());
        assert_eq!((judged.verdict, judged.missing), (Verdict::Partial, vec![Lang::Ja]));
        partial.unanswered = 1;
        assert_eq!(partial.judge(&Thresholds::default()).verdict, Verdict::Open, "its objections are answered all the same");
        let nobody = Tally::default().report(&Thresholds::default());
        assert_eq!((nobody.judged.verdict, nobody.judged.missing.len(), nobody.is_firm), (Verdict::NeedsVoices, 3, false));
        assert_eq!((nobody.xlc, nobody.min_support, nobody.cramers_v), (None, None, None));
    }

    #[test]
    fn c6_who_cannot_judge_comes_before_everything() {
        let mut blocked = tally(X);
        blocked.communities[1].cell.unclear = 9;
        let judged = blocked.judge(&Thresholds::default());
        assert_eq!((judged.verdict, judged.missing), (Verdict::TranslationBlocked, vec![Lang::En]));
    }

    /// Every small tally of two represented communities, and one more of anything.
    #[test]
    fn x_p3_one_more_agree_never_lowers_and_one_more_objection_never_raises() {
        let figure = |t: &Tally| t.report(&Thresholds::default()).xlc.unwrap_or(0.5);
        for a in 0..6 {
            for d in 0..6 {
                for p in 0..3 {
                    let base = tally([(a, p, d), (4, 1, 1), (3, 0, 1)]);
                    let with = |value: Value| {
                        let mut after = base;
                        after.communities[0].cell.add(value);
                        after
                    };
                    if base.of(Lang::Fr).support().is_some() {
                        assert!(figure(&with(Agree)) >= figure(&base) && figure(&with(Objection)) <= figure(&base), "{a}/{d}/{p}");
                        assert!(figure(&with(Reservation)) >= figure(&base));
                    }
                    assert_eq!(with(Unclear).of(Lang::Fr).support(), base.of(Lang::Fr).support());
                }
            }
        }
    }

    #[test]
    fn c12_the_order_of_positions_changes_nothing_and_renaming_languages_renames_the_verdict() {
        let langs = [Lang::Fr, Lang::En, Lang::Ja];
        let position = |i: usize| Position {
            person: i as i64 / 2,
            statement: 1 + (i % 2) as i64,
            community: langs[i / 2 % 3],
            value: Value::ALL[i * 7 % 5],
            is_eligible: !i.is_multiple_of(11),
            is_current: !i.is_multiple_of(13),
        };
        let positions: Vec<Position> = (0..90).map(position).collect();
        let of = |positions: &[Position]| tallies(&[1, 2, 3], positions, &BTreeMap::from([(2, 4)]));
        let (told, backwards) = (of(&positions), of(&positions.iter().rev().copied().collect::<Vec<_>>()));
        assert_eq!(told, backwards);
        assert_eq!((told.len(), told[&2].unanswered, told[&3].of(Lang::Fr).cell), (3, 4, Cell::default()));
        let renamed: Vec<Position> = positions.iter().map(|p| Position { community: langs[(p.community.index() + 1) % 3], ..*p }).collect();
        for (id, tally) in of(&renamed) {
            let (before, after) = (told[&id].report(&Thresholds::default()), tally.report(&Thresholds::default()));
            assert_eq!(before.judged.verdict, after.judged.verdict);
            assert_eq!(
                (0..3).map(|l| told[&id].communities[l]).collect::<Vec<_>>(),
                (0..3).map(|l| tally.communities[(l + 1) % 3]).collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn c4_c3_who_is_not_eligible_yet_and_what_is_of_an_earlier_version_count_for_nothing() {
        let of = |is_eligible: bool, is_current: bool| Position {
            person: 1,
            statement: 1,
            community: Lang::Ja,
            value: Agree,
            is_eligible,
            is_current,
        };
        let told = |p: Position| tallies(&[1], &[p], &BTreeMap::new())[&1].of(Lang::Ja);
        assert_eq!((told(of(true, true)).members, told(of(true, true)).cell.agree), (1, 1));
        assert_eq!((told(of(true, false)).members, told(of(true, false)).cell.agree), (1, 0), "a member of the thread all the same");
        assert_eq!((told(of(false, true)).members, told(of(false, true)).cell.agree), (0, 0));
    }
}
