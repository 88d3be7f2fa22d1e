//! C8: what becomes of an objection.

use super::{policy::Denied, words};

words! {
    /// Where an objection stands.
    ObjectionState {
        Raised = "raised",
        /// Somebody else has answered it; its author has not said yet what they make of it.
        Answered = "answered",
        Withdrawn = "withdrawn",
        /// Vetoes nothing, and is printed with the declaration.
        Maintained = "maintained",
    }
}

impl ObjectionState {
    /// Whether somebody still owes it an answer.
    pub fn waits(self) -> bool {
        match self {
            Self::Raised => true,
            Self::Answered | Self::Withdrawn | Self::Maintained => false,
        }
    }

    /// Marking a reply as the answer; another one later takes its place.
    ///
    /// # Errors
    /// An objection that its author has settled.
    pub fn answer(self) -> Result<Self, Denied> {
        match self {
            Self::Raised | Self::Answered => Ok(Self::Answered),
            Self::Withdrawn | Self::Maintained => Err(Denied::ObjectionSettled),
        }
    }

    /// Its author takes it back: answered, maintained, or before anybody answered.
    ///
    /// # Errors
    /// It was withdrawn before.
    pub fn withdraw(self) -> Result<Self, Denied> {
        match self {
            Self::Raised | Self::Answered | Self::Maintained => Ok(Self::Withdrawn),
            Self::Withdrawn => Err(Denied::ObjectionSettled),
        }
    }

    /// Its author stands by it, the answer read.
    ///
    /// # Errors
    /// There is no answer yet, or it was withdrawn.
    pub fn maintain(self) -> Result<Self, Denied> {
        match self {
            Self::Answered | Self::Maintained => Ok(Self::Maintained),
            Self::Raised => Err(Denied::NotAnsweredYet),
            Self::Withdrawn => Err(Denied::ObjectionSettled),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ObjectionState::*, *};

    #[test]
    fn c8_raised_answered_then_withdrawn_or_maintained() {
        assert_eq!(ObjectionState::ALL.iter().map(|s| s.answer().is_ok()).collect::<Vec<_>>(), [true, true, false, false]);
        assert_eq!(ObjectionState::ALL.iter().map(|s| s.withdraw().is_ok()).collect::<Vec<_>>(), [true, true, false, true]);
        assert_eq!((Raised.maintain(), Answered.maintain()), (Err(Denied::NotAnsweredYet), Ok(Maintained)));
        assert_eq!((Withdrawn.maintain(), Maintained.maintain()), (Err(Denied::ObjectionSettled), Ok(Maintained)));
        assert!(Raised.waits() && !Maintained.waits());
    }
}
