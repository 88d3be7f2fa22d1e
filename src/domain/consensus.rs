//! C1, C3: the stages of a consensus thread, and what of a community may be shown.

use super::{
    FieldError,
    community::{Cell, Community},
    limits,
    tally::{Report, Thresholds},
    words,
};
use chrono::NaiveDateTime;

words! {
    /// Where a consensus thread stands, in this order (C1).
    Stage {
        /// Experience is pointed at.
        Illustrate = "illustrate",
        /// Statements are proposed, positions taken.
        Debate = "debate",
        /// The synthesis is written and declared.
        Propose = "propose",
        Closed = "closed",
    }
}

words! {
    /// Whether positions bear names; chosen when the thread is opened and never changed (C3).
    Names { Public = "public", Totals = "totals" }
}

/// How a thread leaves a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// With a summary of the stage.
    Forward,
    /// With a reason.
    Back,
}

impl Stage {
    /// C1: one forward or one back.
    ///
    /// # Errors
    /// Any other stage, on field `stage`.
    pub fn step(self, to: Self) -> Result<Step, FieldError> {
        let place = |stage| Self::ALL.iter().position(|s| *s == stage).unwrap_or_default();
        match (place(self), place(to)) {
            (from, to) if to == from + 1 => Ok(Step::Forward),
            (from, to) if to + 1 == from => Ok(Step::Back),
            _ => Err(FieldError::new("stage", "errors-stage-step")),
        }
    }

    /// The one that follows; none after the last.
    pub fn next(self) -> Option<Self> {
        Self::ALL.iter().copied().find(|s| self.step(*s) == Ok(Step::Forward))
    }

    /// The one before; none before the first.
    pub fn previous(self) -> Option<Self> {
        Self::ALL.iter().copied().find(|s| self.step(*s) == Ok(Step::Back))
    }

    /// Posts are pointed at as experience (C2).
    pub fn takes_experience(self) -> bool {
        match self {
            Self::Illustrate => true,
            Self::Debate | Self::Propose | Self::Closed => false,
        }
    }

    /// Statements are proposed (C2).
    pub fn takes_statements(self) -> bool {
        match self {
            Self::Debate => true,
            Self::Illustrate | Self::Propose | Self::Closed => false,
        }
    }

    /// Positions are taken and changed, statements settled, objections answered (C3).
    pub fn takes_positions(self) -> bool {
        match self {
            Self::Debate | Self::Propose => true,
            Self::Illustrate | Self::Closed => false,
        }
    }
}

/// A community of fewer members shows only whether it agrees, where names are hidden (C3).
const SHOWN: u32 = 5;

impl Names {
    /// C3: whether the counts of a community would tell who said what. So they would where few belong to it, and where few of
    /// many spoke.
    pub fn veils(self, community: Community) -> bool {
        let spoke = community.cell.judged() + community.cell.unclear;
        match self {
            Self::Public => false,
            Self::Totals => community.members < SHOWN || (1..SHOWN).contains(&spoke),
        }
    }

    /// What may be shown of people counted in a room.
    pub fn shown_cell(self, cell: Cell) -> Option<Cell> {
        let members = cell.judged() + cell.unclear;
        (!self.veils(Community { members, cell })).then_some(cell)
    }
}

/// C3: with hidden names, a report without what the counts of few people could be computed from.
pub fn veiled(names: Names, communities: &[Community; 3], report: Report) -> Report {
    if communities.iter().any(|c| c.members > 0 && names.veils(*c)) {
        Report { xlc: None, min_support: None, cramers_v: None, ..report }
    } else {
        report
    }
}

/// What is shown of a community, of one statement; `None` where it would tell who said what, or is not defined.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shown {
    pub members: Option<u32>,
    pub cell: Option<Cell>,
    pub floor: Option<u32>,
    pub support: Option<f64>,
    pub opposition: Option<f64>,
    pub wilson: Option<f64>,
    /// Whether it agrees.
    pub is_met: bool,
}

/// C3: what everybody may know of a community.
pub fn shown(names: Names, community: Community, lines: &Thresholds) -> Shown {
    let open = Some(community).filter(|c| !names.veils(*c));
    Shown {
        members: open.map(|c| c.members),
        cell: open.map(|c| c.cell),
        floor: open.map(Community::floor),
        support: open.and_then(Community::support),
        opposition: open.and_then(Community::opposition),
        wilson: open.and_then(Community::wilson),
        is_met: is_met(community, lines),
    }
}

/// Whether a community agrees: what is shown where its counts are not.
pub fn is_met(community: Community, lines: &Thresholds) -> bool {
    community.cell.judged() > 0 && community.supports(lines.support) && community.opposes_at_most(lines.opposition)
}

impl Thresholds {
    /// Lines that somebody chose.
    ///
    /// # Errors
    /// One beyond 1 to 100, or a community that would agree and be against at once, on field `thresholds`.
    pub fn checked(self) -> Result<Self, FieldError> {
        let all = [self.support, self.opposition, self.divided, self.xlc, self.firm];
        let sound = all.iter().all(|line| (1..=100).contains(line)) && self.opposition < self.divided && self.opposition < self.support;
        if sound { Ok(self) } else { Err(FieldError::new("thresholds", "errors-thresholds")) }
    }
}

/// What a consensus thread is opened with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    pub names: Names,
    pub thresholds: Thresholds,
    /// The declaration that is taken further here (C10).
    pub carries: Option<i64>,
}

impl Default for Opening {
    fn default() -> Self {
        Self { names: Names::Public, thresholds: Thresholds::default(), carries: None }
    }
}

/// A stage that somebody wants a thread to be in, checked as far as it can be without knowing the thread.
#[derive(Debug, Clone)]
pub struct Passage {
    pub to: Stage,
    /// The summary of the stage that is left; `None` where nothing was typed.
    pub summary: Option<super::post::Body>,
    pub lang: super::lang::Lang,
    /// Why it goes back.
    pub reason: String,
    /// Until when the new stage is planned to last, UTC.
    pub ends_at: Option<NaiveDateTime>,
    /// The lines that verdicts are drawn by, fixed when the debate opens (C6).
    pub thresholds: Option<Thresholds>,
}

/// A reason that all can read, cleaned.
///
/// # Errors
/// None, or too long, on field `reason`.
pub fn reason(typed: &str) -> Result<String, FieldError> {
    let reason = limits::many_lines(typed);
    let found = reason.chars().count();
    match found {
        0 => Err(FieldError::new("reason", "errors-denied-reason-needed")),
        n if n > limits::REASON_CHARS => Err(FieldError::over("reason", "errors-field-too-long", limits::REASON_CHARS, n)),
        _ => Ok(reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c1_one_forward_or_one_back() {
        use Stage::*;
        assert_eq!((Illustrate.step(Debate), Propose.step(Debate)), (Ok(Step::Forward), Ok(Step::Back)));
        for (from, to) in [(Illustrate, Propose), (Illustrate, Illustrate), (Closed, Debate), (Illustrate, Closed)] {
            assert_eq!(from.step(to).unwrap_err().key, "errors-stage-step");
        }
        assert_eq!((Illustrate.previous(), Illustrate.next(), Closed.next()), (None, Some(Debate), None));
    }

    #[test]
    fn c3_where_names_are_hidden_few_people_show_only_whether_they_agree() {
        let of = |members, agree, unclear| Community { members, cell: Cell { agree, unclear, ..Cell::default() } };
        let veiled = |community| Names::Totals.veils(community);
        assert_eq!([veiled(of(4, 4, 0)), veiled(of(5, 5, 0)), veiled(of(9, 4, 0)), veiled(of(9, 4, 1))], [true, false, true, false]);
        assert!(!veiled(of(9, 0, 0)) && veiled(of(0, 0, 0)) && !Names::Public.veils(of(1, 1, 0)));
        assert!(is_met(of(4, 4, 0), &Thresholds::default()) && !is_met(of(4, 0, 1), &Thresholds::default()));
    }

    #[test]
    fn c6_lines_that_contradict_each_other_are_refused() {
        let lines = Thresholds::default();
        assert_eq!(lines.checked(), Ok(lines));
        for bad in [Thresholds { support: 0, ..lines }, Thresholds { xlc: 101, ..lines }, Thresholds { opposition: 60, ..lines }] {
            assert!(bad.checked().is_err());
        }
    }
}
