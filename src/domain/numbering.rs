//! Numbers of footnotes and ranks of headings within one text.

use super::emphasis::Source;
use pulldown_cmark::{Event, HeadingLevel, Tag};
use std::collections::HashMap;

/// Numbers of footnotes in the order of their first mention, with ids that carry their text's prefix.
pub struct Footnotes {
    prefix: String,
    numbers: HashMap<String, usize>,
    referred: HashMap<String, usize>,
}

impl Footnotes {
    pub fn new(prefix: &str) -> Self {
        Self { prefix: prefix.to_owned(), numbers: HashMap::new(), referred: HashMap::new() }
    }

    fn number(&mut self, label: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(label.to_owned()).or_insert(next)
    }

    /// The mark in the text.
    pub fn reference(&mut self, label: &str) -> String {
        let n = self.number(label);
        let times = self.referred.entry(label.to_owned()).or_default();
        *times += 1;
        let id = if *times == 1 { format!(" id=\"{}-r{n}\"", self.prefix) } else { String::new() };
        format!("<sup class=\"note\"><a href=\"#{}-n{n}\"{id}>{n}</a></sup>", self.prefix)
    }

    /// How the note itself begins.
    pub fn open(&mut self, label: &str) -> String {
        let n = self.number(label);
        let number = match self.referred.contains_key(label) {
            true => format!("<a href=\"#{}-r{n}\">{n}</a>", self.prefix),
            false => n.to_string(),
        };
        format!("<div class=\"footnote\" id=\"{}-n{n}\"><sup>{number}</sup>", self.prefix)
    }
}

/// Headings of a body rank from h3 downwards without a gap, whatever levels were typed.
pub struct Ranks {
    used: Vec<HeadingLevel>,
    pub last: usize,
}

impl Ranks {
    pub fn of(source: &Source) -> Self {
        let mut used: Vec<_> = source
            .events()
            .filter_map(|e| match e {
                Event::Start(Tag::Heading { level, .. }) => Some(level),
                _ => None,
            })
            .collect();
        used.sort_unstable();
        used.dedup();
        Self { used, last: 2 }
    }

    /// The rank at which a heading of this level is shown.
    pub fn open(&mut self, level: HeadingLevel) -> usize {
        let rank = 3 + self.used.iter().position(|l| *l == level).unwrap_or_default();
        self.last = rank.min(self.last + 1).min(6);
        self.last
    }
}
