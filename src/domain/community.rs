//! What one language community says of a statement (C4, C5). Thresholds are compared in integers, so that what stands exactly on a
//! line is on the same side of it everywhere; decimals are for showing.

use super::position::Value;

/// How many of one community said what. Only of those who are eligible, about the words as they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Cell {
    pub agree: u32,
    pub reservation: u32,
    pub abstain: u32,
    pub objection: u32,
    pub unclear: u32,
}

impl Cell {
    /// Adds one position.
    pub fn add(&mut self, value: Value) {
        let count = match value {
            Value::Agree => &mut self.agree,
            Value::Reservation => &mut self.reservation,
            Value::Abstain => &mut self.abstain,
            Value::Objection => &mut self.objection,
            Value::Unclear => &mut self.unclear,
        };
        *count += 1;
    }

    /// A: those who agree, with or without a reservation.
    pub fn for_it(self) -> u32 {
        self.agree + self.reservation
    }

    /// S: those who judged, abstaining too.
    pub fn judged(self) -> u32 {
        self.for_it() + self.abstain + self.objection
    }
}

/// One language community in one thread, and what it says of one statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Community {
    /// N: eligible members with any position in the thread.
    pub members: u32,
    pub cell: Cell,
}

/// A community of at least so many members is represented.
const REPRESENTED: u32 = 3;

impl Community {
    pub fn is_represented(self) -> bool {
        self.members >= REPRESENTED
    }

    /// m: so many have to judge, a fifth of the community and three at least.
    pub fn floor(self) -> u32 {
        self.members.min(self.members.div_ceil(5).max(REPRESENTED))
    }

    /// a = (A+1)/(S+2); `None` where nobody judged.
    pub fn support(self) -> Option<f64> {
        let s = self.cell.judged();
        (s > 0).then(|| f64::from(self.cell.for_it() + 1) / f64::from(s + 2))
    }

    /// d = (D+1)/(S+2).
    pub fn opposition(self) -> Option<f64> {
        let s = self.cell.judged();
        (s > 0).then(|| f64::from(self.cell.objection + 1) / f64::from(s + 2))
    }

    /// w: Wilson's lower bound of A/S at z = 1.2816 (one-sided 90 %).
    pub fn wilson(self) -> Option<f64> {
        const Z: f64 = 1.2816;
        let n = f64::from(self.cell.judged());
        if n == 0.0 {
            return None;
        }
        let p = f64::from(self.cell.for_it()) / n;
        let centre = p + Z * Z / (2.0 * n);
        let spread = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        Some(((centre - spread) / (1.0 + Z * Z / n)).max(0.0))
    }

    /// Whether a is at least so many per cent.
    pub fn supports(self, percent: u32) -> bool {
        100 * u64::from(self.cell.for_it() + 1) >= u64::from(percent) * u64::from(self.cell.judged() + 2)
    }

    /// Whether d is at least so many per cent.
    pub fn opposes(self, percent: u32) -> bool {
        100 * u64::from(self.cell.objection + 1) >= u64::from(percent) * u64::from(self.cell.judged() + 2)
    }

    /// Whether d is at most so many per cent.
    pub fn opposes_at_most(self, percent: u32) -> bool {
        100 * u64::from(self.cell.objection + 1) <= u64::from(percent) * u64::from(self.cell.judged() + 2)
    }

    /// Whether too many cannot judge what they read.
    pub fn is_blocked(self) -> bool {
        let t = self.cell.unclear;
        t >= 2 && 4 * u64::from(t) > u64::from(self.cell.judged() + t)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(agree: u32, abstain: u32, objection: u32) -> Community {
        Community { members: 60, cell: Cell { agree, abstain, objection, ..Cell::default() } }
    }

    #[test]
    fn c5_wilsons_lower_bound_at_one_sided_ninety_per_cent() {
        let figures =
            [(3, 0), (4, 0), (5, 0), (3, 1), (4, 1), (6, 1), (6, 2)].map(|(a, d)| format!("{:.4}", of(a, 0, d).wilson().unwrap()));
        assert_eq!(figures, ["0.6462", "0.7089", "0.7527", "0.4325", "0.5135", "0.6223", "0.5237"]);
    }

    #[test]
    fn c5_what_nobody_judged_has_no_figures() {
        let nobody = Community { members: 9, cell: Cell { unclear: 4, ..Cell::default() } };
        assert_eq!((nobody.support(), nobody.opposition(), nobody.wilson()), (None, None, None));
        assert!(nobody.is_blocked());
    }

    #[test]
    fn c5_the_floor_is_a_fifth_and_three_at_least() {
        let floors = [0, 1, 2, 3, 9, 15, 16, 24, 60].map(|members| Community { members, ..Community::default() }.floor());
        assert_eq!(floors, [0, 1, 2, 3, 3, 3, 4, 5, 12]);
    }

    #[test]
    fn c6_what_stands_exactly_on_a_line_is_inside() {
        // 5/2/1: a = 6/10, and d = 2/10; 7/3/0 is above d = .30.
        assert!(of(5, 2, 1).supports(60) && !of(5, 2, 1).supports(61));
        assert!(of(7, 0, 2).opposes_at_most(30) && !of(7, 0, 3).opposes_at_most(30) && of(0, 8, 2).opposes_at_most(30));
        assert!(of(4, 0, 4).opposes(50) && !of(5, 0, 4).opposes(50));
    }

    #[test]
    fn c6_two_who_cannot_judge_block_where_they_are_more_than_a_quarter() {
        let with = |unclear: u32, agree: u32| Community { members: 9, cell: Cell { agree, unclear, ..Cell::default() } }.is_blocked();
        assert_eq!([with(1, 0), with(2, 6), with(2, 5), with(3, 9)], [false, false, true, false]);
    }
}
