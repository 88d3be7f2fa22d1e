//! What would change a verdict (C6): said to people beside it, so that the next step is theirs.

use super::{
    lang::Lang,
    tally::{Tally, Thresholds, Verdict},
};

/// What a statement lacks, or on what its verdict hangs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outlook {
    /// So many more have to judge in these communities.
    Voices(Vec<(Lang, u32)>),
    /// So many have to belong to these communities before they are represented; no other one is.
    Members(Vec<(Lang, u32)>),
    /// So many could not judge the words that they read.
    Unclear(Vec<(Lang, u32)>),
    /// These communities do not agree enough.
    Support(Vec<Lang>),
    /// These communities object too much.
    Opposition(Vec<Lang>),
    /// Together the communities do not agree enough.
    Common,
    /// So many objections wait for an answer.
    Answers(u32),
    /// One more objection in one of these communities would undo it.
    OneMore(Vec<Lang>),
    /// It rests on few voices in these communities.
    Few(Vec<Lang>),
    /// Nothing that one voice could do.
    Firm,
}

impl Tally {
    /// Everything that stands between this verdict and the next better one; of an agreement, what it hangs on.
    pub fn outlook(&self, lines: &Thresholds) -> Vec<Outlook> {
        let judged = self.judge(lines);
        let represented = |l: &Lang| self.of(*l).is_represented();
        let of = |is: &dyn Fn(Lang) -> bool| Lang::THREE.into_iter().filter(|l| represented(l) && is(*l)).collect::<Vec<_>>();
        let counted = |langs: &[Lang], n: &dyn Fn(Lang) -> u32| langs.iter().map(|l| (*l, n(*l))).collect::<Vec<_>>();
        match judged.verdict {
            Verdict::TranslationBlocked => vec![Outlook::Unclear(counted(&judged.missing, &|l| self.of(l).cell.unclear))],
            Verdict::NeedsVoices if !Lang::THREE.iter().any(represented) => {
                vec![Outlook::Members(counted(&judged.missing, &|l| 3u32.saturating_sub(self.of(l).members)))]
            }
            Verdict::NeedsVoices => {
                vec![Outlook::Voices(counted(&judged.missing, &|l| self.of(l).floor().saturating_sub(self.of(l).cell.judged())))]
            }
            Verdict::Divided | Verdict::Open => {
                let weak = of(&|l| !self.of(l).supports(lines.support));
                let against = of(&|l| !self.of(l).opposes_at_most(lines.opposition));
                let mut lacks = Vec::new();
                if weak.is_empty() && against.is_empty() && !self.reaches(lines.xlc) {
                    lacks.push(Outlook::Common);
                }
                if !weak.is_empty() {
                    lacks.push(Outlook::Support(weak));
                }
                if !against.is_empty() {
                    lacks.push(Outlook::Opposition(against));
                }
                if self.unanswered > 0 {
                    lacks.push(Outlook::Answers(self.unanswered));
                }
                lacks
            }
            Verdict::Consensus | Verdict::Partial => {
                let undone = of(&|l| {
                    let mut worse = *self;
                    worse.communities[l.index()].cell.objection += 1;
                    worse.judge_with(lines, self.communities.map(super::community::Community::floor)).verdict != judged.verdict
                });
                let few = of(&|l| self.of(l).wilson().is_none_or(|w| w < f64::from(lines.firm) / 100.0));
                match (undone.is_empty(), few.is_empty()) {
                    (false, _) => vec![Outlook::OneMore(undone)],
                    (true, false) => vec![Outlook::Few(few)],
                    (true, true) => vec![Outlook::Firm],
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::community::{Cell, Community},
        *,
    };

    fn tally(members: [u32; 3], cells: [(u32, u32, u32); 3], unanswered: u32) -> Tally {
        let community = |i: usize| {
            let (agree, abstain, objection) = cells[i];
            Community { members: members[i], cell: Cell { agree, abstain, objection, ..Cell::default() } }
        };
        Tally { communities: [community(0), community(1), community(2)], unanswered }
    }

    fn of(members: [u32; 3], cells: [(u32, u32, u32); 3], unanswered: u32) -> Vec<Outlook> {
        tally(members, cells, unanswered).outlook(&Thresholds::default())
    }

    #[test]
    fn c6_the_worked_table_says_what_would_change_each_verdict() {
        use Lang::*;
        let n = [60, 24, 9];
        let x = [(41, 6, 3), (14, 4, 2), (5, 1, 1)];
        assert_eq!(of(n, x, 6), [Outlook::Answers(6)]);
        assert_eq!(of(n, x, 0), [Outlook::OneMore(vec![Ja])]);
        assert_eq!(of(n, [x[0], x[1], (6, 1, 1)], 0), [Outlook::Firm]);
        assert_eq!(of(n, [(48, 1, 1), (17, 2, 1), (1, 1, 5)], 0), [Outlook::Support(vec![Ja]), Outlook::Opposition(vec![Ja])]);
        assert_eq!(of(n, [(2, 0, 0), (1, 0, 0), (1, 0, 0)], 0), [Outlook::Voices(vec![(Fr, 10), (En, 4), (Ja, 2)])]);
    }

    #[test]
    fn c6_communities_of_none_one_and_two_lack_members() {
        use Lang::*;
        assert_eq!(of([0, 1, 2], [(0, 0, 0); 3], 0), [Outlook::Members(vec![(Fr, 3), (En, 2), (Ja, 1)])]);
        let one = of([3, 0, 0], [(3, 0, 0), (0, 0, 0), (0, 0, 0)], 0);
        assert_eq!(one, [Outlook::OneMore(vec![Fr])], "partial, and it hangs on one voice");
    }
}
