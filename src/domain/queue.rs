//! What waits for a translator: how much it is, and in which order it is offered.

use super::{
    block, effort,
    lang::{Lang, Langs},
    text::Quality,
    words,
};

/// Slots on one page of the queue.
pub const PAGE: usize = 25;

words! {
    /// What a slot waits for.
    Wait {
        /// Nobody has translated it.
        Translate = "translate",
        /// The original changed since.
        Update = "update",
        /// Nobody but its translator has read it over.
        Review = "review",
        /// Somebody could not judge what it says (C3).
        Clarify = "clarify",
    }
}

words! {
    /// Which slots come first.
    Sort { Awaited = "awaited", Shortest = "shortest", Oldest = "oldest" }
}

/// What somebody looks for; `None` is no condition.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    pub from: Option<Lang>,
    pub into: Option<Lang>,
    pub theme: Option<i64>,
    pub thread: Option<i64>,
    /// Into one of these; none is no condition.
    pub langs: Langs,
    pub wait: Option<Wait>,
    /// Without what this person would have to review themselves.
    pub reviewer: Option<i64>,
}

/// A slot that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub text: i64,
    pub lang: Lang,
    pub original: Lang,
    pub wait: Wait,
    /// Source characters that are to be translated or read.
    pub size: usize,
    /// Outdated source blocks.
    pub outdated: usize,
    pub requests: i64,
    /// When the source was written as it stands; microseconds since 1970.
    pub since: i64,
}

/// The facts of a slot, as they are stored.
pub struct Facts<'a> {
    pub quality: Quality,
    pub keys: &'a str,
    pub source_keys: &'a str,
    /// Characters of each source block; empty where an older version stored the source.
    pub sizes: &'a str,
    pub chars: usize,
    /// Somebody could not judge what it says.
    pub unclear: bool,
}

impl Facts<'_> {
    /// What the slot waits for, its size, and how many blocks are outdated; `None` when it waits for nothing.
    pub fn wait(&self) -> Option<(Wait, usize, usize)> {
        let freshness = block::freshness(self.source_keys, self.keys);
        match self.quality {
            Quality::Empty | Quality::Machine => Some((Wait::Translate, self.chars, 0)),
            Quality::Translated | Quality::Reviewed if !freshness.fresh => {
                let sizes: Vec<usize> = self.sizes.split(' ').filter_map(|n| n.parse().ok()).collect();
                let changed: Option<usize> = freshness.outdated.iter().map(|i| sizes.get(*i).copied()).sum();
                Some((Wait::Update, changed.unwrap_or(self.chars), freshness.outdated.len()))
            }
            Quality::Translated | Quality::Reviewed if self.unclear => Some((Wait::Clarify, self.chars, 0)),
            Quality::Translated => Some((Wait::Review, self.chars, 0)),
            Quality::Reviewed | Quality::Original => None,
        }
    }
}

impl Item {
    pub fn minutes(&self) -> usize {
        match self.wait {
            Wait::Translate | Wait::Update | Wait::Clarify => effort::translating(self.size, self.original),
            Wait::Review => effort::reviewing(self.size, self.original),
        }
    }

    /// Its place in the order; no two slots share one.
    fn key(&self, sort: Sort) -> Cursor {
        let first = match sort {
            Sort::Awaited => -self.requests,
            Sort::Shortest => i64::try_from(self.minutes()).unwrap_or(i64::MAX),
            Sort::Oldest => 0,
        };
        Cursor { first, since: self.since, text: self.text, lang: self.lang.as_str() }
    }
}

/// A place in the queue: what comes after it is the next page, whatever came in meanwhile (P4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    /// Requests below zero, minutes, or 0, as the order wants.
    pub first: i64,
    /// Microseconds since 1970.
    pub since: i64,
    pub text: i64,
    pub lang: &'static str,
}

impl Cursor {
    /// `None` for anything that [`Cursor::to_string`] did not make.
    pub fn parse(word: &str) -> Option<Self> {
        let mut parts = word.split('_');
        let mut number = || parts.next()?.parse().ok();
        let (first, since, text) = (number()?, number()?, number()?);
        Some(Self { first, since, text, lang: Lang::parse(parts.next()?)?.as_str() })
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}_{}_{}_{}", self.first, self.since, self.text, self.lang)
    }
}

/// One page of the queue, in order, and where the next one begins.
pub fn page(mut items: Vec<Item>, sort: Sort, after: Option<Cursor>) -> (Vec<Item>, Option<Cursor>) {
    items.sort_by_key(|i| i.key(sort));
    items.retain(|i| after.is_none_or(|after| i.key(sort) > after));
    let more = items.len() > PAGE;
    items.truncate(PAGE);
    let next = items.last().filter(|_| more).map(|i| i.key(sort));
    (items, next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(text: i64, size: usize, requests: i64, since: i64) -> Item {
        Item { text, lang: Lang::Ja, original: Lang::Fr, wait: Wait::Translate, size, outdated: 0, requests, since }
    }

    #[test]
    fn what_waits_and_how_much_of_it() {
        let of = |quality, keys, unclear| Facts { quality, keys, source_keys: "a B", sizes: "10 300", chars: 310, unclear }.wait();
        let facts = |quality, keys| of(quality, keys, false);
        assert_eq!(facts(Quality::Empty, ""), Some((Wait::Translate, 310, 0)));
        assert_eq!(facts(Quality::Reviewed, "a b"), Some((Wait::Update, 300, 1)));
        assert_eq!(facts(Quality::Translated, "a B"), Some((Wait::Review, 310, 0)));
        assert_eq!(facts(Quality::Reviewed, "a B"), None);
        assert_eq!(of(Quality::Reviewed, "a B", true), Some((Wait::Clarify, 310, 0)));
    }

    #[test]
    fn most_awaited_shortest_or_oldest_first() {
        let items = || vec![item(1, 900, 0, 5), item(2, 30, 0, 9), item(3, 500, 2, 7)];
        let order = |sort| page(items(), sort, None).0.iter().map(|i| i.text).collect::<Vec<_>>();
        assert_eq!(order(Sort::Awaited), [3, 1, 2]);
        assert_eq!(order(Sort::Shortest), [2, 3, 1]);
        assert_eq!(order(Sort::Oldest), [1, 3, 2]);
    }

    #[test]
    fn p4_a_slot_that_comes_in_meanwhile_makes_nobody_miss_one() {
        let many: Vec<Item> = (1..=60).map(|n| item(n, 100, 0, n)).collect();
        let (first, next) = page(many.clone(), Sort::Oldest, None);
        let mut grown = many.clone();
        grown.push(item(99, 100, 0, 3));
        let after = Cursor::parse(&next.unwrap().to_string());
        let (second, _) = page(grown, Sort::Oldest, after);
        let seen: Vec<i64> = first.iter().chain(&second).map(|i| i.text).collect();
        assert_eq!(seen, (1..=50).collect::<Vec<_>>());
    }
}
