//! A question as somebody types it: words, phrases, exclusions, conditions.

use super::limits;
use icu_segmenter::{WordSegmenter, options::WordBreakInvariantOptions};
use std::collections::BTreeMap;

/// Longer questions are refused.
pub const QUERY_CHARS: usize = 300;
/// Words beyond these are not looked for.
const WORDS: usize = 24;

super::words! {
    /// A condition beside the words, as in `from:claire`.
    Operator { From = "from", Theme = "theme", Lang = "lang", Before = "before", After = "after", Missing = "missing" }
}

/// A query as it was typed, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    pub parts: Vec<Part>,
    /// Conditions with their values; of two of a kind the later one counts.
    pub conditions: BTreeMap<Operator, String>,
}

/// A word or phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub text: String,
    /// In quotation marks: exactly these words, side by side.
    pub exact: bool,
    /// Behind a minus: posts with it are left out.
    pub unwanted: bool,
}

impl Typed {
    /// Takes a query apart. Marks of any width and of the three languages serve: « », “ ”, 「 」, －, ：.
    pub fn parse(query: &str) -> Self {
        let query = limits::nfkc(&limits::one_line(query));
        let mut typed = Self::default();
        let mut rest = query.trim_start();
        while let Some(first) = rest.chars().next() {
            let (minus, after) = match rest.strip_prefix(['-', '−', '‐']) {
                Some(after) if after.starts_with(|c: char| !c.is_whitespace()) => (true, after),
                _ => (false, rest),
            };
            if let Some((operator, value, after)) = condition(after).filter(|_| !minus) {
                typed.conditions.insert(operator, value);
                rest = after;
            } else if let Some((phrase, after)) = quoted(after) {
                typed.push(phrase, true, minus);
                rest = after;
            } else {
                let end = after.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(after.len());
                let (word, after) = after.split_at(end.max(if minus { 0 } else { first.len_utf8() }));
                for word in if minus { vec![word.to_owned()] } else { without_particles(word) } {
                    typed.push(&word, false, minus);
                }
                rest = after;
            }
            rest = rest.trim_start();
        }
        typed
    }

    fn push(&mut self, text: &str, exact: bool, unwanted: bool) {
        let says = text.chars().any(char::is_alphanumeric);
        if says && self.parts.len() < WORDS {
            self.parts.push(Part { text: text.trim().to_owned(), exact, unwanted });
        }
    }

    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(|p| p.unwanted) && self.conditions.is_empty()
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』')
}

fn quoted(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix(is_quote)?;
    let end = inner.find(is_quote).unwrap_or(inner.len());
    Some((inner[..end].trim(), inner[end..].strip_prefix(is_quote).unwrap_or("")))
}

/// `theme:governance`, `theme:"local governance"`; anything else with a colon is words.
fn condition(text: &str) -> Option<(Operator, String, &str)> {
    let (name, value) = text.split_once(':')?;
    let operator = Operator::parse(&name.to_lowercase())?;
    if let Some((value, after)) = quoted(value) {
        return Some((operator, value.to_owned(), after));
    }
    let end = value.find(char::is_whitespace).unwrap_or(value.len());
    (end > 0).then(|| (operator, value[..end].to_owned(), &value[end..]))
}

/// What holds Japanese words together: between two of these stands what is asked for.
const PARTICLES: &[&str] = &[
    "の",
    "は",
    "が",
    "を",
    "に",
    "で",
    "と",
    "も",
    "や",
    "へ",
    "か",
    "から",
    "まで",
    "より",
    "とは",
    "では",
    "には",
    "への",
    "での",
    "との",
    "について",
    "における",
    "という",
    "です",
    "ます",
];

/// 連帯経済の歴史 asks for 連帯経済 and for 歴史. Other words stay whole.
fn without_particles(word: &str) -> Vec<String> {
    if !word.chars().any(|c| matches!(c as u32, 0x3041..=0x3096)) {
        return vec![word.to_owned()];
    }
    let breaks: Vec<usize> = WordSegmenter::new_auto(WordBreakInvariantOptions::default()).segment_str(word).collect();
    let mut kept: Vec<String> = vec![String::new()];
    for (start, end) in breaks.iter().zip(breaks.iter().skip(1)) {
        let piece = &word[*start..*end];
        match (PARTICLES.contains(&piece), kept.last_mut()) {
            (false, Some(last)) => last.push_str(piece),
            _ => kept.push(String::new()),
        }
    }
    kept.retain(|k| !k.is_empty());
    if kept.is_empty() { vec![word.to_owned()] } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_taken_apart_whatever_marks_were_typed() {
        let typed = Typed::parse("école －guerre 「人々の声」 from：claire theme:\"local governance\" after:2026-01-01 http://x");
        let parts: Vec<(&str, bool, bool)> = typed.parts.iter().map(|p| (p.text.as_str(), p.exact, p.unwanted)).collect();
        assert_eq!(parts, [("école", false, false), ("guerre", false, true), ("人々の声", true, false), ("http://x", false, false)]);
        assert_eq!(typed.conditions[&Operator::From], "claire");
        assert_eq!(typed.conditions[&Operator::Theme], "local governance");
        assert_eq!(typed.conditions[&Operator::After], "2026-01-01");
        for nothing in ["", " - ", "\"\"", "-", "“", "…", "a:"] {
            assert!(Typed::parse(nothing).parts.len() <= 1, "{nothing}");
        }
        assert!(Typed::parse("-x").is_empty());
    }

    #[test]
    fn japanese_is_parted_at_its_particles() {
        let words = |q: &str| Typed::parse(q).parts.into_iter().map(|p| p.text).collect::<Vec<_>>();
        assert_eq!(words("連帯経済の歴史"), ["連帯経済", "歴史"]);
        assert_eq!(words("人々"), ["人々"]);
        assert_eq!(words("の"), ["の"]);
        assert_eq!(words("ｻｰﾊﾞｰ２０２６"), ["サーバー2026"]);
    }
}
