//! C2: statements, and where they come from.

use super::{FieldError, lang::Lang, limits, post::Body, words};

/// P6: a statement is one sentence or two.
pub const CHARS: usize = 280;

words! {
    /// What moderators made of a proposed statement.
    StatementState {
        Proposed = "proposed",
        /// Takes positions.
        Accepted = "accepted",
        /// Another one says it; its sources went there with it.
        Merged = "merged",
        Declined = "declined",
    }
}

impl StatementState {
    /// Only accepted statements take positions.
    pub fn takes_positions(self) -> bool {
        match self {
            Self::Accepted => true,
            Self::Proposed | Self::Merged | Self::Declined => false,
        }
    }
}

/// The words of a post that a statement was made from, as they stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub post: i64,
    pub lang: Lang,
    /// Of that slot.
    pub revision: i32,
    /// The words that were chosen; may be none.
    pub words: String,
}

/// A statement that somebody proposes, checked.
#[derive(Debug, Clone)]
pub struct StatementDraft {
    pub body: Body,
    pub lang: Lang,
    /// The post that it is made from, and the words that were chosen there.
    pub from: Option<(i64, String)>,
    /// Makes a repeated submission the same statement.
    pub key: Option<String>,
}

/// The words of a statement: one line, 1 to 280 characters.
///
/// # Errors
/// Which limit is passed and by how much, on field `body`.
pub fn body(typed: &str) -> Result<Body, FieldError> {
    let line = limits::line("body", typed, 1, CHARS)?;
    Body::parse(&line)
}

/// Words that were chosen in a post, cleaned.
///
/// # Errors
/// More than a post has, on field `from_words`.
pub fn chosen(typed: &str) -> Result<String, FieldError> {
    limits::line("from_words", typed, 0, limits::REASON_CHARS)
}

/// C2: whether merging `what` into `into` would close a circle; `merged` tells where a statement went.
pub fn is_circle(what: i64, into: i64, merged: impl Fn(i64) -> Option<i64>) -> bool {
    let mut at = Some(into);
    while let Some(statement) = at {
        if statement == what {
            return true;
        }
        at = merged(statement);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p6_a_statement_has_280_characters_of_any_script() {
        assert!(body(&"語".repeat(280)).is_ok());
        assert_eq!(body(&"語".repeat(281)).unwrap_err().found, 281);
        assert_eq!(body(" \n ").unwrap_err().key, "errors-field-empty");
        assert_eq!(body("one\ntwo").unwrap().as_str(), "one two");
    }

    #[test]
    fn c2_merges_make_no_circle() {
        let merged = |s| [(2, 3), (3, 4)].iter().find(|(from, _)| *from == s).map(|(_, to)| *to);
        assert!(is_circle(1, 1, merged) && is_circle(4, 2, merged) && is_circle(3, 2, merged));
        assert!(!is_circle(1, 2, merged) && !is_circle(5, 4, merged));
    }
}
