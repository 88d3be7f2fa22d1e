//! T5, T7: what may be done to a slot, by whom, and what it becomes.

use super::{policy::Denied, text::Quality, words};

/// T7: a claim lapses after so many hours without a save.
pub const CLAIM_HOURS: i64 = 72;

words! {
    /// What somebody at work on a slot can do; the words are those of the submit buttons and of JSON.
    SlotAct {
        Save = "save",
        /// Keeps what was typed for its author, unpublished.
        Draft = "draft",
        /// Throws the draft away.
        Discard = "discard",
        /// « Still valid »: the translation answers blocks of the source as it stands.
        Valid = "valid",
        Review = "review",
        /// Sends a translation back to its translator, or a proposal to its author, with a comment.
        Return = "return",
        /// Accepts a proposal.
        Accept = "accept",
        Claim = "claim",
        Release = "release",
        Clear = "clear",
        /// Undoes a clearing.
        Restore = "restore",
    }
}

words! {
    /// How an act that waits for somebody ended.
    Outcome {
        /// A proposal that readers get now; a review, at once.
        Accepted = "accepted",
        Declined = "declined",
        /// A translation sent back was saved again.
        Answered = "answered",
        /// A moderator settled a contest.
        Settled = "settled",
        /// A clearing was undone.
        Restored = "restored",
        /// Something else happened to the slot that left it without an object.
        Superseded = "superseded",
    }
}

/// Who does it, as far as T5 asks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hand {
    /// Reviewer rights for the slot's language.
    pub reviewer: bool,
    /// A moderator, who may review own work with a reason, and clear.
    pub moderator: bool,
    /// Made the slot's current revision, or the proposal that is judged.
    pub own: bool,
    /// Gave a reason.
    pub reason: bool,
}

/// What an act does to a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Readers get it, with this quality.
    Becomes(Quality),
    /// It is kept beside the reviewed revision until a reviewer accepts it.
    Proposal,
}

/// T5: what a person's act makes of a slot.
///
/// # Errors
/// Why the act is refused.
pub fn transition(from: Quality, act: SlotAct, hand: Hand) -> Result<Step, Denied> {
    let becomes = |quality| Ok(Step::Becomes(quality));
    match (from, act) {
        (Quality::Original, _) => Err(Denied::OriginalIsNoTranslation),
        (_, SlotAct::Draft | SlotAct::Discard | SlotAct::Claim | SlotAct::Release) => becomes(from),

        (Quality::Reviewed, SlotAct::Save | SlotAct::Valid) if !hand.reviewer => Ok(Step::Proposal),
        (_, SlotAct::Save) => becomes(Quality::Translated),
        (Quality::Translated | Quality::Reviewed, SlotAct::Valid) => becomes(from),
        (Quality::Machine, SlotAct::Valid) => Err(Denied::MachineNeedsAHand),
        (Quality::Empty, SlotAct::Valid) => Err(Denied::NothingToConfirm),

        (_, SlotAct::Review | SlotAct::Accept) if !hand.reviewer => Err(Denied::ReviewersOnly),
        (Quality::Translated, SlotAct::Review) if !hand.own || (hand.moderator && hand.reason) => becomes(Quality::Reviewed),
        (Quality::Translated, SlotAct::Review) if hand.moderator => Err(Denied::OwnReviewNeedsReason),
        (Quality::Translated, SlotAct::Review) => Err(Denied::OwnWork),
        (Quality::Machine, SlotAct::Review) => Err(Denied::MachineNeedsAHand),
        (Quality::Empty | Quality::Reviewed, SlotAct::Review) => Err(Denied::NothingToReview),
        (Quality::Reviewed, SlotAct::Accept) if hand.own => Err(Denied::OwnWork),
        (Quality::Reviewed, SlotAct::Accept) => becomes(Quality::Reviewed),
        (Quality::Empty | Quality::Machine | Quality::Translated, SlotAct::Accept) => Err(Denied::NothingToAccept),

        (_, SlotAct::Return) if !hand.reviewer => Err(Denied::ReviewersOnly),
        (Quality::Translated, SlotAct::Return) if hand.own => Err(Denied::OwnWork),
        (Quality::Translated, SlotAct::Return) if !hand.reason => Err(Denied::ReasonNeeded),
        (Quality::Translated, SlotAct::Return) => becomes(Quality::Translated),
        (Quality::Empty | Quality::Machine | Quality::Reviewed, SlotAct::Return) => Err(Denied::NothingToReview),

        (_, SlotAct::Clear | SlotAct::Restore) if !hand.moderator => Err(Denied::ModeratorsOnly),
        (Quality::Empty, SlotAct::Clear) => Err(Denied::NothingToClear),
        (Quality::Machine | Quality::Translated | Quality::Reviewed, SlotAct::Restore) => Err(Denied::NothingToRestore),
        (_, SlotAct::Clear | SlotAct::Restore) if !hand.reason => Err(Denied::ReasonNeeded),
        // What comes back is what was cleared: the caller knows which.
        (_, SlotAct::Clear | SlotAct::Restore) => becomes(Quality::Empty),
    }
}

/// T5: a machine writes only to an empty slot or over machine text.
pub fn machine_may_write(quality: Quality) -> bool {
    match quality {
        Quality::Empty | Quality::Machine => true,
        Quality::Translated | Quality::Reviewed | Quality::Original => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Quality::*;

    #[test]
    fn t5_every_transition_of_the_table_and_no_other() {
        use SlotAct::*;
        let anybody = Hand::default();
        let reviewer = Hand { reviewer: true, ..anybody };
        let moderator = Hand { moderator: true, ..reviewer };
        let reasoned = |hand: Hand| Hand { reason: true, ..hand };
        let own = |hand: Hand| Hand { own: true, ..hand };
        for (from, act, hand, to) in [
            (Empty, Save, anybody, Ok(Step::Becomes(Translated))),
            (Machine, Save, anybody, Ok(Step::Becomes(Translated))),
            (Translated, Save, anybody, Ok(Step::Becomes(Translated))),
            (Reviewed, Save, anybody, Ok(Step::Proposal)),
            (Reviewed, Save, reviewer, Ok(Step::Becomes(Translated))),
            (Original, Save, moderator, Err(Denied::OriginalIsNoTranslation)),
            (Translated, Valid, anybody, Ok(Step::Becomes(Translated))),
            (Reviewed, Valid, anybody, Ok(Step::Proposal)),
            (Reviewed, Valid, reviewer, Ok(Step::Becomes(Reviewed))),
            (Machine, Valid, reasoned(moderator), Err(Denied::MachineNeedsAHand)),
            (Empty, Valid, moderator, Err(Denied::NothingToConfirm)),
            (Translated, Review, anybody, Err(Denied::ReviewersOnly)),
            (Translated, Review, reviewer, Ok(Step::Becomes(Reviewed))),
            (Translated, Review, own(reasoned(reviewer)), Err(Denied::OwnWork)),
            (Translated, Review, own(moderator), Err(Denied::OwnReviewNeedsReason)),
            (Translated, Review, own(reasoned(moderator)), Ok(Step::Becomes(Reviewed))),
            (Machine, Review, reasoned(moderator), Err(Denied::MachineNeedsAHand)),
            (Empty, Review, moderator, Err(Denied::NothingToReview)),
            (Reviewed, Review, moderator, Err(Denied::NothingToReview)),
            (Translated, Return, reasoned(anybody), Err(Denied::ReviewersOnly)),
            (Translated, Return, reviewer, Err(Denied::ReasonNeeded)),
            (Translated, Return, reasoned(reviewer), Ok(Step::Becomes(Translated))),
            (Translated, Return, own(reasoned(reviewer)), Err(Denied::OwnWork)),
            (Machine, Return, reasoned(reviewer), Err(Denied::NothingToReview)),
            (Reviewed, Accept, anybody, Err(Denied::ReviewersOnly)),
            (Reviewed, Accept, reviewer, Ok(Step::Becomes(Reviewed))),
            (Reviewed, Accept, own(reasoned(moderator)), Err(Denied::OwnWork)),
            (Translated, Accept, reviewer, Err(Denied::NothingToAccept)),
            (Empty, Accept, reviewer, Err(Denied::NothingToAccept)),
            (Reviewed, Clear, reasoned(reviewer), Err(Denied::ModeratorsOnly)),
            (Reviewed, Clear, moderator, Err(Denied::ReasonNeeded)),
            (Reviewed, Clear, reasoned(moderator), Ok(Step::Becomes(Empty))),
            (Machine, Clear, reasoned(moderator), Ok(Step::Becomes(Empty))),
            (Empty, Clear, reasoned(moderator), Err(Denied::NothingToClear)),
            (Original, Clear, reasoned(moderator), Err(Denied::OriginalIsNoTranslation)),
            (Translated, Restore, reasoned(moderator), Err(Denied::NothingToRestore)),
            (Empty, Restore, reasoned(anybody), Err(Denied::ModeratorsOnly)),
            (Reviewed, Draft, anybody, Ok(Step::Becomes(Reviewed))),
            (Empty, Claim, anybody, Ok(Step::Becomes(Empty))),
        ] {
            assert_eq!(transition(from, act, hand), to, "{from} {act} {hand:?}");
        }
    }

    #[test]
    fn t5_a_machine_never_writes_over_a_person() {
        let allowed: Vec<_> = Quality::ALL.iter().copied().filter(|q| machine_may_write(*q)).collect();
        assert_eq!(allowed, [Empty, Machine]);
    }
}
