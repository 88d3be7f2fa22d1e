//! D1, D2: how often a letter comes, at which moment it is due, and which period it is for.

use super::{lang::Lang, words};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

words! {
    /// How often.
    Frequency { Weekly = "weekly", Daily = "daily", Off = "off" }
}

words! {
    /// The day of a weekly letter.
    Weekday {
        Monday = "monday", Tuesday = "tuesday", Wednesday = "wednesday", Thursday = "thursday",
        Friday = "friday", Saturday = "saturday", Sunday = "sunday",
    }
}

words! {
    /// What happens to a text that letters may tell of.
    EventKind {
        /// A post was published.
        Posted = "posted",
        /// Its original was edited for meaning.
        Changed = "changed",
        /// Somebody translated it, where nothing by a person stood.
        Translated = "translated",
        /// Its consensus thread entered another stage.
        Staged = "staged",
        /// A statement of its consensus thread takes positions.
        Stated = "stated",
        /// Something was declared in its thread.
        Declared = "declared",
        /// What was declared in its thread rests on other words than it did.
        Moved = "moved",
    }
}

/// After so many days without being confirmed a subscription is forgotten.
pub const CONFIRM_DAYS: i64 = 7;
/// A first letter tells of so many days before its subscription was confirmed.
pub const BEFORE_DAYS: i64 = 7;

/// When somebody wants their letter, in local civil time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    pub frequency: Frequency,
    pub weekday: Weekday,
    /// 0 to 23.
    pub hour: u32,
    pub zone: Tz,
}

/// What somebody wants to be told, in which language, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub lang: Lang,
    pub frequency: Frequency,
    pub weekday: Weekday,
    pub hour: u32,
    pub zone: Tz,
    /// None is all.
    pub themes: Vec<i64>,
    /// Of an address alone; a member follows threads.
    pub threads: Vec<i64>,
}

impl Choice {
    pub fn schedule(&self) -> Schedule {
        Schedule { frequency: self.frequency, weekday: self.weekday, hour: self.hour, zone: self.zone }
    }
}

/// A moment at which a letter is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// UTC.
    pub at: NaiveDateTime,
    pub period: Period,
}

/// What a letter is for: an ISO week (`2026-W53`), or a date (`2026-12-31`). One letter a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    Week { year: i32, week: u32 },
    Day(NaiveDate),
}

impl Period {
    /// `None` for any other spelling.
    pub fn parse(word: &str) -> Option<Self> {
        let period = match word.split_once("-W") {
            Some((year, week)) => Self::Week { year: year.parse().ok()?, week: week.parse().ok()? },
            None => Self::Day(word.parse().ok()?),
        };
        let exists = match period {
            Self::Week { year, week } => NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon).is_some(),
            Self::Day(_) => true,
        };
        (exists && period.to_string() == word).then_some(period)
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Week { year, week } => write!(f, "{year:04}-W{week:02}"),
            Self::Day(day) => write!(f, "{day}"),
        }
    }
}

impl Schedule {
    /// The latest moment that is not in the future; `None` when no letters are wanted.
    pub fn due(&self, now: NaiveDateTime) -> Option<Due> {
        let today = self.zone.from_utc_datetime(&now).date_naive();
        // A day more than a week: today's hour may still come, and a zone may have left out a day.
        (0..=9).filter_map(|ago| self.on(today.checked_sub_days(Days::new(ago))?)).find(|due| due.at <= now)
    }

    /// The first moment in the future.
    pub fn next(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        let today = self.zone.from_utc_datetime(&now).date_naive();
        (0..=9).filter_map(|days| self.on(today.checked_add_days(Days::new(days))?)).map(|due| due.at).find(|at| *at > now)
    }

    /// What is due on a date, if anything is.
    fn on(&self, date: NaiveDate) -> Option<Due> {
        let week = date.iso_week();
        let period = match self.frequency {
            Frequency::Off => return None,
            Frequency::Weekly if date.weekday() != self.weekday.day() => return None,
            Frequency::Weekly => Period::Week { year: week.year(), week: week.week() },
            Frequency::Daily => Period::Day(date),
        };
        Some(Due { at: self.moment(date)?, period })
    }

    /// The set hour of a date in UTC: the first of two where clocks go back, the next that there is where they go forward.
    fn moment(&self, date: NaiveDate) -> Option<NaiveDateTime> {
        let wanted = date.and_hms_opt(self.hour, 0, 0)?;
        // Some zones move by half an hour, and one has left out a whole day.
        let later = |quarters: i64| self.zone.from_local_datetime(&(wanted + TimeDelta::minutes(15 * quarters))).earliest();
        (0..=100).find_map(later).map(|at| at.naive_utc())
    }
}

impl Weekday {
    fn day(self) -> chrono::Weekday {
        match self {
            Self::Monday => chrono::Weekday::Mon,
            Self::Tuesday => chrono::Weekday::Tue,
            Self::Wednesday => chrono::Weekday::Wed,
            Self::Thursday => chrono::Weekday::Thu,
            Self::Friday => chrono::Weekday::Fri,
            Self::Saturday => chrono::Weekday::Sat,
            Self::Sunday => chrono::Weekday::Sun,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::{Asia, Europe, Pacific, UTC};
    use proptest::prelude::*;

    fn at(utc: &str) -> NaiveDateTime {
        utc.parse().unwrap()
    }

    fn weekly(weekday: Weekday, hour: u32, zone: Tz) -> Schedule {
        Schedule { frequency: Frequency::Weekly, weekday, hour, zone }
    }

    fn due(schedule: Schedule, now: &str) -> (String, String) {
        let due = schedule.due(at(now)).unwrap();
        (due.at.to_string(), due.period.to_string())
    }

    #[test]
    fn d2_due_is_the_latest_set_hour_of_local_time_that_is_not_in_the_future() {
        let paris = weekly(Weekday::Monday, 8, Europe::Paris);
        // 23 November 2026 is the Monday of ISO week 48.
        assert_eq!(due(paris, "2026-11-23T06:59:59"), ("2026-11-16 07:00:00".into(), "2026-W47".into()));
        assert_eq!(due(paris, "2026-11-23T07:00:00"), ("2026-11-23 07:00:00".into(), "2026-W48".into()));
        let tokyo = weekly(Weekday::Monday, 8, Asia::Tokyo);
        assert_eq!(due(tokyo, "2026-11-22T23:00:00"), ("2026-11-22 23:00:00".into(), "2026-W48".into()), "Sunday in UTC");
        let auckland = weekly(Weekday::Monday, 8, Pacific::Auckland);
        assert_eq!(due(auckland, "2026-11-22T19:00:00"), ("2026-11-22 19:00:00".into(), "2026-W48".into()));
        assert_eq!(paris.next(at("2026-11-23T07:00:00")), Some(at("2026-11-30T07:00:00")));
        assert_eq!(Schedule { frequency: Frequency::Off, ..paris }.due(at("2026-11-23T07:00:00")), None);
    }

    #[test]
    fn d2_an_hour_that_is_left_out_comes_later_and_one_that_is_there_twice_comes_once() {
        // Clocks go from 2.00 to 3.00 on 28 March 2027, and from 3.00 back to 2.00 on 31 October.
        let sunday = weekly(Weekday::Sunday, 2, Europe::Paris);
        assert_eq!(due(sunday, "2027-03-28T12:00:00"), ("2027-03-28 01:00:00".into(), "2027-W12".into()));
        assert_eq!(due(sunday, "2027-10-31T00:00:00"), ("2027-10-31 00:00:00".into(), "2027-W43".into()));
        assert_eq!(due(sunday, "2027-10-31T01:30:00"), ("2027-10-31 00:00:00".into(), "2027-W43".into()));
        let daily = Schedule { frequency: Frequency::Daily, ..sunday };
        assert_eq!(due(daily, "2027-03-28T00:59:00"), ("2027-03-27 01:00:00".into(), "2027-03-27".into()));
        // Samoa had no 30 December 2011.
        let apia = weekly(Weekday::Friday, 8, Pacific::Apia);
        assert_eq!(due(apia, "2011-12-31T00:00:00").1, "2011-W52");
    }

    #[test]
    fn d2_a_year_has_a_week_53_where_it_has_one() {
        let schedule = weekly(Weekday::Thursday, 8, UTC);
        assert_eq!(due(schedule, "2026-12-31T09:00:00").1, "2026-W53");
        assert_eq!(due(schedule, "2027-01-03T09:00:00").1, "2026-W53");
        assert_eq!(due(weekly(Weekday::Monday, 0, UTC), "2027-01-04T00:00:00").1, "2027-W01");
        for (word, is) in
            [("2026-W53", true), ("2027-W53", false), ("2026-W5", false), ("2026-11-27", true), ("2026-13-01", false), ("x", false)]
        {
            assert_eq!(Period::parse(word).is_some(), is, "{word}");
        }
    }

    proptest! {
        #[test]
        fn d2_what_is_due_is_never_in_the_future_and_never_long_past(
            minutes in 0i64..4_000_000, hour in 0u32..24, day in 0usize..7, daily: bool,
            zone in prop::sample::select(vec![Europe::Paris, Asia::Tokyo, Pacific::Auckland, UTC, chrono_tz::America::St_Johns]),
        ) {
            let now = at("2026-01-01T00:00:00") + TimeDelta::minutes(minutes);
            let frequency = if daily { Frequency::Daily } else { Frequency::Weekly };
            let schedule = Schedule { frequency, weekday: Weekday::ALL[day], hour, zone };
            let (due, next) = (schedule.due(now).unwrap(), schedule.next(now).unwrap());
            let span = TimeDelta::hours(if daily { 26 } else { 7 * 24 + 2 });
            prop_assert!(due.at <= now && now < next && now - due.at <= span && next - due.at <= span);
            // From one to the next nothing else is due, and the period changes.
            prop_assert_eq!(schedule.due(next - TimeDelta::seconds(1)).unwrap().period, due.period);
            prop_assert_ne!(schedule.due(next).unwrap().period, due.period);
            prop_assert_eq!(Period::parse(&due.period.to_string()), Some(due.period));
        }
    }
}
