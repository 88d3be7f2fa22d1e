//! T5: what may be done to a slot, by whom, and what it becomes.

use super::{policy::Denied, text::Quality, words};

words! {
    /// What can be done to a slot so far; claims, drafts and proposals come with the workbench.
    SlotAct { Save = "save", Review = "review", Clear = "clear" }
}

/// Who does it, as far as T5 asks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hand {
    /// Reviewer rights for the slot's language.
    pub reviewer: bool,
    /// A moderator, who may review own work with a reason, and clear.
    pub moderator: bool,
    /// Made the slot's current revision.
    pub last_author: bool,
    /// Gave a reason.
    pub reason: bool,
}

/// T5: the quality after a person's act.
///
/// # Errors
/// Why the act is refused.
pub fn transition(from: Quality, act: SlotAct, hand: Hand) -> Result<Quality, Denied> {
    match (from, act) {
        (Quality::Original, _) => Err(Denied::OriginalIsNoTranslation),
        (Quality::Reviewed, SlotAct::Save) if !hand.reviewer => Err(Denied::ProposalsComeLater),
        (_, SlotAct::Save) => Ok(Quality::Translated),
        (_, SlotAct::Review) if !hand.reviewer => Err(Denied::ReviewersOnly),
        (Quality::Translated, SlotAct::Review) if !hand.last_author => Ok(Quality::Reviewed),
        (Quality::Translated, SlotAct::Review) if hand.moderator && hand.reason => Ok(Quality::Reviewed),
        (Quality::Translated, SlotAct::Review) => Err(Denied::OwnReviewNeedsReason),
        (Quality::Machine, SlotAct::Review) => Err(Denied::MachineNeedsAHand),
        (Quality::Empty | Quality::Reviewed, SlotAct::Review) => Err(Denied::NothingToReview),
        (_, SlotAct::Clear) if !hand.moderator => Err(Denied::ModeratorsOnly),
        (Quality::Empty, SlotAct::Clear) => Err(Denied::NothingToClear),
        (_, SlotAct::Clear) if !hand.reason => Err(Denied::ReasonNeeded),
        (_, SlotAct::Clear) => Ok(Quality::Empty),
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
        let anybody = Hand::default();
        let moderator = Hand { reviewer: true, moderator: true, ..anybody };
        let reasoned = Hand { reason: true, ..moderator };
        let own = Hand { last_author: true, ..moderator };
        let own_reasoned = Hand { last_author: true, ..reasoned };
        use SlotAct::*;
        for (from, act, hand, to) in [
            (Empty, Save, anybody, Ok(Translated)),
            (Machine, Save, anybody, Ok(Translated)),
            (Translated, Save, anybody, Ok(Translated)),
            (Reviewed, Save, anybody, Err(Denied::ProposalsComeLater)),
            (Reviewed, Save, moderator, Ok(Translated)),
            (Original, Save, moderator, Err(Denied::OriginalIsNoTranslation)),
            (Translated, Review, anybody, Err(Denied::ReviewersOnly)),
            (Translated, Review, moderator, Ok(Reviewed)),
            (Translated, Review, own, Err(Denied::OwnReviewNeedsReason)),
            (Translated, Review, own_reasoned, Ok(Reviewed)),
            (Machine, Review, reasoned, Err(Denied::MachineNeedsAHand)),
            (Empty, Review, moderator, Err(Denied::NothingToReview)),
            (Reviewed, Review, moderator, Err(Denied::NothingToReview)),
            (Reviewed, Clear, anybody, Err(Denied::ModeratorsOnly)),
            (Reviewed, Clear, moderator, Err(Denied::ReasonNeeded)),
            (Reviewed, Clear, reasoned, Ok(Empty)),
            (Machine, Clear, reasoned, Ok(Empty)),
            (Empty, Clear, reasoned, Err(Denied::NothingToClear)),
            (Original, Clear, reasoned, Err(Denied::OriginalIsNoTranslation)),
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
