//! What people say of statements (C3, C4).

use super::{lang::Lang, words};

words! {
    /// What somebody says of a statement (C3).
    Value {
        Agree = "agree",
        /// Agrees, with a reason.
        Reservation = "reservation",
        Abstain = "abstain",
        /// With a reason.
        Objection = "objection",
        /// Cannot judge: the translation is unclear.
        Unclear = "unclear",
    }
}

impl Value {
    /// Whether it needs a reason, which stands as a reply in the thread (C8).
    pub fn needs_reason(self) -> bool {
        match self {
            Self::Reservation | Self::Objection => true,
            Self::Agree | Self::Abstain | Self::Unclear => false,
        }
    }
}

/// Someone's current position on one statement, as the log has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    pub person: i64,
    pub statement: i64,
    pub community: Lang,
    pub value: Value,
    /// Their author counts: a first visible post, or a moderator's word for it (C4).
    pub is_eligible: bool,
    /// The words have not changed in meaning since, nor, for an unclear one, at all (C3).
    pub is_current: bool,
}
