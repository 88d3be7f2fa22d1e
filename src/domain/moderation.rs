//! M1–M5: what waits for moderators, what they decide, and why.

use super::{FieldError, limits, words};
use chrono::NaiveDateTime;

words! {
    /// Why something stands in the queue.
    CaseKind {
        /// Somebody flagged it (M1).
        Flag = "flag",
        /// A first post, or one with links by somebody new (M2).
        Held = "held",
        /// The answer of somebody whose words were acted on.
        Answer = "answer",
        /// Somebody who asks to join.
        Join = "join",
    }
}

words! {
    /// What is wrong with flagged words.
    FlagKind {
        Spam = "spam",
        Hurtful = "hurtful",
        OffTopic = "off-topic",
        Private = "private",
        Illegal = "illegal",
        Other = "other",
    }
}

words! {
    /// How a case ends.
    Decision {
        /// A flag: nothing is wrong.
        Dismiss = "dismiss",
        /// A flag: the words are hidden.
        Hide = "hide",
        /// A flag or a held post: the words are deleted.
        Delete = "delete",
        /// A held post is published.
        Accept = "accept",
        /// An answer: the act stands.
        Uphold = "uphold",
        /// An answer: the act is undone.
        Undo = "undo",
        /// Somebody may join …
        Admit = "admit",
        /// … or not.
        Decline = "decline",
    }
}

impl CaseKind {
    /// The decisions that can end it; `opening`: it is about a thread's opening, which goes with its thread.
    pub fn decisions(self, opening: bool) -> &'static [Decision] {
        match (self, opening) {
            (Self::Flag, false) => &[Decision::Dismiss, Decision::Hide, Decision::Delete],
            (Self::Flag, true) => &[Decision::Dismiss, Decision::Hide],
            (Self::Held, _) => &[Decision::Accept, Decision::Delete],
            (Self::Answer, _) => &[Decision::Uphold, Decision::Undo],
            (Self::Join, _) => &[Decision::Admit, Decision::Decline],
        }
    }
}

impl Decision {
    /// Saying yes, or that nothing is wrong, explains itself; everything else is explained (M5).
    pub fn needs_reason(self) -> bool {
        match self {
            Self::Dismiss | Self::Accept | Self::Admit => false,
            Self::Hide | Self::Delete | Self::Uphold | Self::Undo | Self::Decline => true,
        }
    }
}

/// Why something is done: words, a prepared answer that everybody reads in their own language, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Why {
    pub reason: String,
    /// The prepared answer's id.
    pub canned: Option<i64>,
}

impl Why {
    /// In words alone.
    pub fn words(reason: &str) -> Self {
        Self { reason: reason.to_owned(), canned: None }
    }

    /// The two fields of a form.
    ///
    /// # Errors
    /// Words that are too long, or a prepared answer that is no number.
    pub fn parse(reason: &str, canned: &str) -> Result<Self, FieldError> {
        let reason = limits::many_lines(reason);
        let found = reason.chars().count();
        if found > limits::REASON_CHARS {
            return Err(FieldError::over("reason", "errors-field-too-long", limits::REASON_CHARS, found));
        }
        let canned = match canned {
            "" => None,
            id => Some(id.parse().map_err(|_| FieldError::new("canned", "errors-canned-unknown"))?),
        };
        Ok(Self { reason, canned })
    }

    /// Whether there is any.
    pub fn is_given(&self) -> bool {
        !self.reason.is_empty() || self.canned.is_some()
    }
}

/// So many accepted posts make links unsuspicious (M2).
const ACCEPTED: i64 = 3;

/// M2: whether a post waits for a moderator: the first one, and one with links before three accepted ones. What is
/// trusted never waits.
pub fn waits(trusted: bool, accepted: i64, links: usize) -> bool {
    !trusted && (accepted == 0 || (links > 0 && accepted < ACCEPTED))
}

/// Post numbers as somebody types them: `3, 7-9`. Each once, in order.
///
/// # Errors
/// Nothing, something else, or more than a thousand, on field `numbers`.
pub fn numbers(typed: &str) -> Result<Vec<i32>, FieldError> {
    let refused = || FieldError::new("numbers", "errors-numbers");
    let mut found = Vec::new();
    let typed = limits::nfkc(typed);
    for part in typed.split([',', ' ', ';', '、']).filter(|p| !p.is_empty()) {
        let (from, to) = part.split_once(['-', '–', '~']).unwrap_or((part, part));
        let (from, to): (i32, i32) = (from.parse().map_err(|_| refused())?, to.parse().map_err(|_| refused())?);
        if from < 1 || to < from || to - from > 1_000 || found.len() > 1_000 {
            return Err(refused());
        }
        found.extend(from..=to);
    }
    found.sort_unstable();
    found.dedup();
    if found.is_empty() { Err(refused()) } else { Ok(found) }
}

/// Where an act was done, as everybody may know it (T12): what is hidden has no title and no link, only a date.
#[derive(Debug, Clone)]
pub struct Place {
    pub what: Placed,
    pub id: i64,
    /// The number of a post.
    pub n: i32,
    /// Of its thread, in the language of whoever reads it; empty where the thread is hidden.
    pub title: String,
    /// Whether it can be read itself.
    pub readable: bool,
    pub at: NaiveDateTime,
}

words! {
    /// What a [`Place`] is.
    Placed { Post = "post", Thread = "thread" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m2_first_posts_wait_and_links_before_three_accepted_ones() {
        assert!(waits(false, 0, 0) && waits(false, 1, 1) && waits(false, 2, 9));
        assert!(!waits(false, 1, 0) && !waits(false, 3, 5));
        assert!(!waits(true, 0, 5));
    }

    #[test]
    fn post_numbers_are_read_as_people_type_them() {
        assert_eq!(numbers("3, 7-9 3"), Ok(vec![3, 7, 8, 9]));
        assert_eq!(numbers("１２、１４～１５"), Ok(vec![12, 14, 15]));
        for wrong in ["", "x", "0", "9-7", "1-99999999", "-3"] {
            assert!(numbers(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn m5_a_reason_is_words_or_a_prepared_answer() {
        assert!(!Why::parse(" \n ", "").unwrap().is_given());
        assert!(Why::parse("", "7").unwrap().is_given() && Why::parse("x", "").unwrap().is_given());
        assert!(Why::parse("x", "y").is_err());
    }
}
