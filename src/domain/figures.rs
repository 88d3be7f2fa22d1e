//! What stands under a theme, in figures: how much can be read in which language, and what was said week by week.

use super::coverage::Tally;
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// Half a year.
pub const WEEKS: usize = 26;

/// The figures of one theme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Posts by the quality of each language's slot, in the order of the three.
    pub coverage: [Tally; 3],
    /// Posts by original language in each of [`WEEKS`] weeks, the oldest first.
    pub weeks: Vec<[i64; 3]>,
}

/// The Monday (in UTC) with which the first of the weeks begins whose last one is that of `now`.
pub fn first_monday(now: NaiveDateTime) -> NaiveDate {
    monday(now) - TimeDelta::weeks(WEEKS as i64 - 1)
}

/// Which of the weeks a moment falls into; `None` before the first.
pub fn week(first: NaiveDate, at: NaiveDateTime) -> Option<usize> {
    usize::try_from((monday(at) - first).num_weeks()).ok().filter(|week| *week < WEEKS)
}

fn monday(at: NaiveDateTime) -> NaiveDate {
    at.date() - TimeDelta::days(i64::from(at.weekday().num_days_from_monday()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_on_monday_at_midnight() {
        let at = |day: u32, hour| NaiveDate::from_ymd_opt(2026, 11, day).unwrap().and_hms_opt(hour, 0, 0).unwrap();
        let first = first_monday(at(26, 12));
        assert_eq!(first.to_string(), "2026-06-01");
        assert_eq!((week(first, at(22, 23)), week(first, at(23, 0)), week(first, at(29, 23))), (Some(24), Some(25), Some(25)));
        let before = first.and_hms_opt(0, 0, 0).unwrap() - TimeDelta::seconds(1);
        assert_eq!((week(first, before), week(first, at(30, 0))), (None, None));
    }
}
