//! T1, T2, T5, T8: slots, what may happen to them, and which one a reader gets.

use super::{lang::Lang, policy::Denied, words};

words! {
    /// What has a text so far.
    TextKind { Thread = "thread", Reply = "reply", Theme = "theme" }
}

impl TextKind {
    /// Whether the slots of such a text have a title.
    pub fn has_title(self) -> bool {
        match self {
            Self::Thread | Self::Theme => true,
            Self::Reply => false,
        }
    }
}

words! {
    /// T2: how many hands a slot has been through. Freshness is something else, and never stored.
    Quality { Empty = "empty", Machine = "machine", Translated = "translated", Reviewed = "reviewed", Original = "original" }
}

/// What a reader has said about how they read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// The page's language.
    pub page: Lang,
    /// Languages that a member reads beside it; a visitor reads just the page's.
    pub reads: Vec<Lang>,
    /// Whether machine text may stand in.
    pub machine: bool,
}

/// T8, the one choosing function: which slot of a text the reader gets.
///
/// `quality` tells each slot's quality; the original's is [`Quality::Original`].
pub fn choose(reader: &Reader, original: Lang, quality: impl Fn(Lang) -> Quality) -> Lang {
    if original == reader.page || reader.reads.contains(&original) {
        return original;
    }
    match quality(reader.page) {
        Quality::Reviewed | Quality::Translated => reader.page,
        Quality::Machine if reader.machine => reader.page,
        Quality::Machine | Quality::Empty | Quality::Original => original,
    }
}

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

    fn reader(page: Lang, reads: &[Lang], machine: bool) -> Reader {
        Reader { page, reads: reads.to_vec(), machine }
    }

    #[test]
    fn t8_the_original_if_the_reader_reads_it_else_the_best_translation_else_the_original() {
        for page in Lang::THREE {
            for original in Lang::THREE.into_iter().filter(|o| *o != page) {
                let third = Lang::THREE.into_iter().find(|l| *l != page && *l != original).unwrap();
                let with = |q: Quality| {
                    move |l: Lang| {
                        if l == original {
                            Original
                        } else if l == page {
                            q
                        } else {
                            Reviewed
                        }
                    }
                };
                let visitor = reader(page, &[], true);
                assert_eq!(choose(&visitor, original, with(Reviewed)), page);
                assert_eq!(choose(&visitor, original, with(Translated)), page);
                assert_eq!(choose(&visitor, original, with(Machine)), page);
                assert_eq!(choose(&visitor, original, with(Empty)), original, "nobody meets an empty place");
                assert_eq!(choose(&reader(page, &[], false), original, with(Machine)), original);
                assert_eq!(choose(&reader(page, &[page, original], true), original, with(Reviewed)), original);
                assert_eq!(choose(&reader(page, &[page, third], true), original, with(Empty)), original);
            }
            assert_eq!(choose(&reader(page, &[], true), page, |_| Reviewed), page);
        }
    }

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
