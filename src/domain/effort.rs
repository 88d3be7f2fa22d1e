//! How much work waits, in minutes: what a translator wants to know before they begin.

use super::lang::Lang;

/// Characters of the source that a person translates in a minute. A day's work of a translator is counted as 2,000 to
/// 3,000 English words in 8 hours; volunteers take the lower end: about 4 words, of 6 characters with their space.
/// A Japanese character carries about 2.5 times as much as a Latin one.
const TRANSLATED: [usize; 3] = [25, 25, 10];
/// Reading two texts against each other goes three times as fast.
const REVIEWING: usize = 3;

/// Minutes to translate so many characters, at least one.
pub fn translating(chars: usize, source: Lang) -> usize {
    chars.div_ceil(TRANSLATED[source.index()]).max(1)
}

/// Minutes to review a translation of so many source characters, at least one.
pub fn reviewing(chars: usize, source: Lang) -> usize {
    chars.div_ceil(TRANSLATED[source.index()] * REVIEWING).max(1)
}

/// The middle of several durations in seconds; of two, the shorter. `None` of none.
pub fn median(mut seconds: Vec<i64>) -> Option<i64> {
    seconds.sort_unstable();
    seconds.get(seconds.len().checked_sub(1)? / 2).copied()
}

/// A share in whole percent, rounded down so that 100 means all; `None` of nothing.
pub fn percent(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| part * 100 / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_counted_in_whole_minutes_and_never_in_none() {
        assert_eq!((translating(0, Lang::Fr), translating(251, Lang::En), translating(100, Lang::Ja)), (1, 11, 10));
        assert_eq!((reviewing(10, Lang::Fr), reviewing(750, Lang::En)), (1, 10));
    }

    #[test]
    fn the_middle_and_the_share() {
        assert_eq!((median(vec![]), median(vec![5]), median(vec![9, 1]), median(vec![3, 1, 2])), (None, Some(5), Some(1), Some(2)));
        assert_eq!((percent(1, 0), percent(999, 1000), percent(7, 7)), (None, Some(99), Some(100)));
    }
}
