//! Dates and numbers as each language writes them (Unicode CLDR, through ICU4X).

use super::L10n;
use crate::domain::{lang::Lang, moderation::Place};
use chrono::{DateTime, Datelike, TimeZone, Timelike};
use fluent::FluentValue;
use icu_datetime::{
    DateTimeFormatter,
    fieldsets::{YMD, YMDE, YMDT},
    input::{Date, DateTime as IcuDateTime, Time},
};
use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_locale_core::{Locale, locale};
use std::sync::LazyLock;

pub(super) struct Formats {
    day: DateTimeFormatter<YMD>,
    weekday: DateTimeFormatter<YMDE>,
    minute: DateTimeFormatter<YMDT>,
}

fn icu(lang: Lang) -> Locale {
    match lang {
        Lang::Fr => locale!("fr"),
        Lang::En => locale!("en-GB"),
        Lang::Ja => locale!("ja"),
    }
}

impl Formats {
    /// The data is compiled in for all three languages: a failure is a broken build, found by any test.
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            day: DateTimeFormatter::try_new(icu(lang).into(), YMD::long()).expect("dates are compiled in"),
            weekday: DateTimeFormatter::try_new(icu(lang).into(), YMDE::long()).expect("weekdays are compiled in"),
            minute: DateTimeFormatter::try_new(icu(lang).into(), YMD::medium().with_time_hm()).expect("times are compiled in"),
        }
    }
}

impl L10n {
    /// 0,73
    pub fn decimal(&self, figure: f64) -> String {
        let said = format!("{figure:.2}");
        match self.lang {
            Lang::Fr => said.replace('.', ","),
            Lang::En | Lang::Ja => said,
        }
    }

    /// 23 novembre 2026
    pub fn day<Z: TimeZone>(&self, at: &DateTime<Z>) -> String {
        self.first(self.formats.day.format(&date(at)).to_string())
    }

    /// In French the first of a month is an ordinal.
    fn first(&self, day: String) -> String {
        match (self.lang, day.strip_prefix("1 ")) {
            (Lang::Fr, Some(rest)) => format!("1er {rest}"),
            (Lang::Fr, None) => day.replacen(" 1 ", " 1er ", 1),
            (Lang::En | Lang::Ja, _) => day,
        }
    }

    /// Which post or thread it is: `Post no. 3 in “Title”`, or by its day where it has no title for this reader.
    pub fn place<Z: TimeZone>(&self, place: &Place, at: &DateTime<Z>) -> String {
        let by = if place.title.is_empty() { "day" } else { "title" };
        let said = self.m("letters-acted-place").s("what", place.what.as_str()).s("by", by);
        said.n("n", i64::from(place.n)).s("title", &place.title).s("day", self.day(at)).to_string()
    }

    /// lundi 23 novembre 2026
    pub fn weekday<Z: TimeZone>(&self, at: &DateTime<Z>) -> String {
        self.first(self.formats.weekday.format(&date(at)).to_string())
    }

    /// 23 nov. 2026, 14:05
    pub fn minute<Z: TimeZone>(&self, at: &DateTime<Z>) -> String {
        let time = Time::try_new(clamp(at.hour()), clamp(at.minute()), 0, 0).unwrap_or_else(|_| Time::start_of_day());
        self.formats.minute.format(&IcuDateTime { date: date(at), time }).to_string()
    }
}

fn date<Z: TimeZone>(at: &DateTime<Z>) -> Date<icu_calendar::Iso> {
    Date::try_new_iso(at.year(), clamp(at.month()), clamp(at.day()))
        .unwrap_or_else(|_| Date::try_new_iso(1970, 1, 1).expect("1970 is a year"))
}

fn clamp(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(0)
}

/// 1 234, 1,234; `None` leaves the value to fluent.
pub(super) fn number(lang: Lang, value: &FluentValue) -> Option<String> {
    static ALL: LazyLock<[DecimalFormatter; 3]> = LazyLock::new(|| {
        Lang::THREE.map(|l| DecimalFormatter::try_new(icu(l).into(), Default::default()).expect("numbers are compiled in"))
    });
    let FluentValue::Number(number) = value else { return None };
    let whole = number.value.round() as i64;
    Some(if (-999..=999).contains(&whole) { whole.to_string() } else { ALL[lang.index()].format(&Decimal::from(whole)).to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::l10n;

    #[test]
    fn dates_are_those_of_each_language() {
        let at = chrono_tz::Europe::Paris.with_ymd_and_hms(2026, 11, 23, 14, 5, 0).unwrap();
        let said = |l: Lang| (l10n(l).day(&at), l10n(l).weekday(&at), l10n(l).minute(&at));
        let [fr, en, ja] = Lang::THREE.map(said);
        assert_eq!(fr, ("23 novembre 2026".into(), "lundi 23 novembre 2026".into(), "23 nov. 2026, 14:05".into()));
        assert_eq!(en, ("23 November 2026".into(), "Monday, 23 November 2026".into(), "23 Nov 2026, 14:05".into()));
        assert_eq!(ja, ("2026年11月23日".into(), "2026年11月23日月曜日".into(), "2026/11/23 14:05".into()));
    }

    #[test]
    fn numbers_are_grouped_as_each_language_groups_them() {
        let of = |l| number(l, &FluentValue::from(12_345)).unwrap();
        assert_eq!(Lang::THREE.map(of), ["12\u{202F}345".to_owned(), "12,345".into(), "12,345".into()]);
    }
}
