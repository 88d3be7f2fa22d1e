//! U2: who may do what. One function per verb, no wildcard over roles: a new role breaks the build.

use super::{
    account::{Actor, Registration, Role},
    lang::Lang,
    post::PostState,
    thread::{ThreadKind, ThreadState},
};

/// Why something is refused to this person; each variant has its message (`locales/*/errors.ftl`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denied {
    ModeratorsOnly,
    NotYourPost,
    ThreadLocked,
    ThreadArchived,
    PostGone,
    AnnouncementsAreModerators,
    ReasonNeeded,
    OriginalIsNoTranslation,
    HoldsHumanWork,
    ReviewersOnly,
    OwnReviewNeedsReason,
    MachineNeedsAHand,
    NothingToReview,
    NothingToClear,
    NothingToRestore,
    NothingToConfirm,
    NothingToAccept,
    OwnWork,
    NotYours,
    ClaimedByAnother,
    NothingToContest,
    NotReadByYou,
    AlreadyReadable,
    AdminsOnly,
    ByInvitation,
    Suspended,
    NotYourself,
    FlagOwn,
    Settled,
    Edited,
    AnsweredAlready,
    NotAboutYou,
    MovedOn,
    OwnWords,
    ConsensusIsModerators,
    StageClosed,
    NotAccepted,
    StatementSettled,
    NotYourStatement,
    HasPositions,
    MachineStatement,
    ObjectionSettled,
    NotAnsweredYet,
    OwnObjection,
    NothingToCheck,
    CommunityCorrected,
    ConsensusStays,
}

impl Denied {
    /// The message that says why.
    pub fn key(self) -> &'static str {
        match self {
            Self::ModeratorsOnly => "errors-denied-moderators-only",
            Self::NotYourPost => "errors-denied-not-your-post",
            Self::ThreadLocked => "errors-denied-thread-locked",
            Self::ThreadArchived => "errors-denied-thread-archived",
            Self::PostGone => "errors-denied-post-gone",
            Self::AnnouncementsAreModerators => "errors-denied-announcements",
            Self::ReasonNeeded => "errors-denied-reason-needed",
            Self::OriginalIsNoTranslation => "errors-denied-original",
            Self::HoldsHumanWork => "errors-denied-human-work",
            Self::ReviewersOnly => "errors-denied-reviewers-only",
            Self::OwnReviewNeedsReason => "errors-denied-own-review",
            Self::MachineNeedsAHand => "errors-denied-machine-review",
            Self::NothingToReview => "errors-denied-nothing-to-review",
            Self::NothingToClear => "errors-denied-nothing-to-clear",
            Self::NothingToRestore => "errors-denied-nothing-to-restore",
            Self::NothingToConfirm => "errors-denied-nothing-to-confirm",
            Self::NothingToAccept => "errors-denied-nothing-to-accept",
            Self::OwnWork => "errors-denied-own-work",
            Self::NotYours => "errors-denied-not-yours",
            Self::ClaimedByAnother => "errors-denied-claimed",
            Self::NothingToContest => "errors-denied-nothing-to-contest",
            Self::NotReadByYou => "errors-denied-not-read-by-you",
            Self::AlreadyReadable => "errors-denied-already-readable",
            Self::AdminsOnly => "errors-denied-admins-only",
            Self::ByInvitation => "errors-denied-by-invitation",
            Self::Suspended => "errors-denied-suspended",
            Self::NotYourself => "errors-denied-not-yourself",
            Self::FlagOwn => "errors-denied-flag-own",
            Self::Settled => "errors-denied-settled",
            Self::Edited => "errors-denied-edited",
            Self::AnsweredAlready => "errors-denied-answered",
            Self::NotAboutYou => "errors-denied-not-about-you",
            Self::MovedOn => "errors-denied-moved-on",
            Self::OwnWords => "errors-denied-own-words",
            Self::ConsensusIsModerators => "errors-denied-consensus-moderators",
            Self::StageClosed => "errors-denied-stage-closed",
            Self::NotAccepted => "errors-denied-not-accepted",
            Self::StatementSettled => "errors-denied-statement-settled",
            Self::NotYourStatement => "errors-denied-not-your-statement",
            Self::HasPositions => "errors-denied-has-positions",
            Self::MachineStatement => "errors-denied-machine-statement",
            Self::ObjectionSettled => "errors-denied-objection-settled",
            Self::NotAnsweredYet => "errors-denied-not-answered-yet",
            Self::OwnObjection => "errors-denied-own-objection",
            Self::NothingToCheck => "errors-denied-nothing-to-check",
            Self::CommunityCorrected => "errors-denied-community-corrected",
            Self::ConsensusStays => "errors-denied-consensus-stays",
        }
    }
}

/// # Errors
/// Announcements and consensus threads are opened by moderators.
pub fn open_thread(actor: &Actor, kind: ThreadKind) -> Result<(), Denied> {
    match (kind, actor.role) {
        (ThreadKind::Discussion, _) | (_, Role::Moderator | Role::Admin) => Ok(()),
        (ThreadKind::Announcement, Role::Participant) => Err(Denied::AnnouncementsAreModerators),
        (ThreadKind::Consensus, Role::Participant) => Err(Denied::ConsensusIsModerators),
    }
}

/// C2: until somebody has taken a position its proposer may mend a statement; from then on moderators only.
///
/// # Errors
/// Somebody else's statement, or one with positions.
pub fn edit_statement(actor: &Actor, proposer: i64, has_positions: bool) -> Result<(), Denied> {
    match (actor.role, actor.id == proposer, has_positions) {
        (Role::Moderator | Role::Admin, _, _) | (Role::Participant, true, false) => Ok(()),
        (Role::Participant, true, true) => Err(Denied::HasPositions),
        (Role::Participant, false, _) => Err(Denied::NotYourStatement),
    }
}

/// C8: an answer is marked by whoever wrote it, or by a moderator; nobody answers their own objection.
///
/// # Errors
/// Neither, or one's own objection.
pub fn answer_objection(actor: &Actor, objector: i64, author: i64) -> Result<(), Denied> {
    match (actor.role, author == objector, actor.id == author) {
        (_, true, _) => Err(Denied::OwnObjection),
        (_, false, true) | (Role::Moderator | Role::Admin, false, false) => Ok(()),
        (Role::Participant, false, false) => Err(Denied::NotYours),
    }
}

/// P1: a locked thread takes no posts, whoever writes them.
///
/// # Errors
/// The thread's state.
pub fn reply(state: ThreadState) -> Result<(), Denied> {
    match state {
        ThreadState::Open => Ok(()),
        ThreadState::Locked => Err(Denied::ThreadLocked),
        ThreadState::Archived => Err(Denied::ThreadArchived),
    }
}

/// P5: by the author always, by others moderators only, with a reason.
///
/// # Errors
/// Somebody else's post, a post that is gone, or no reason.
pub fn edit(actor: &Actor, author: i64, state: PostState, reason: &str) -> Result<(), Denied> {
    match (state, actor.id == author, actor.role) {
        (PostState::Hidden | PostState::Deleted, _, _) => Err(Denied::PostGone),
        (PostState::Visible | PostState::Held, true, _) => Ok(()),
        (PostState::Visible | PostState::Held, false, Role::Participant) => Err(Denied::NotYourPost),
        (PostState::Visible | PostState::Held, false, Role::Moderator | Role::Admin) if reason.is_empty() => Err(Denied::ReasonNeeded),
        (PostState::Visible | PostState::Held, false, Role::Moderator | Role::Admin) => Ok(()),
    }
}

/// Deleting one's own post needs no reason; anybody else's is an act of moderation.
///
/// # Errors
/// As for [`edit`].
pub fn delete(actor: &Actor, author: i64, state: PostState, reason: &str) -> Result<(), Denied> {
    edit(actor, author, state, reason)
}

/// M5: moderators act, with a reason.
///
/// # Errors
/// No moderator, or no reason.
pub fn moderate(actor: &Actor, reason: &str) -> Result<(), Denied> {
    match actor.role {
        Role::Participant => Err(Denied::ModeratorsOnly),
        Role::Moderator | Role::Admin if reason.is_empty() => Err(Denied::ReasonNeeded),
        Role::Moderator | Role::Admin => Ok(()),
    }
}

/// M4: whom a moderator may stop. Administrators are stopped by administrators; nobody stops themselves.
///
/// # Errors
/// No moderator, or not of this person.
pub fn suspend(actor: &Actor, person: i64, role: Role) -> Result<(), Denied> {
    match (actor.role, role) {
        (Role::Participant, _) => Err(Denied::ModeratorsOnly),
        _ if actor.id == person => Err(Denied::NotYourself),
        (Role::Moderator, Role::Admin) => Err(Denied::AdminsOnly),
        (Role::Moderator, Role::Participant | Role::Moderator) | (Role::Admin, _) => Ok(()),
    }
}

/// Reviewer rights for a language: an administrator gives them, moderators have them in all three (T5).
pub fn reviews(actor: &Actor, lang: Lang) -> bool {
    match actor.role {
        Role::Moderator | Role::Admin => true,
        Role::Participant => actor.reviews.has(lang),
    }
}

/// Whether somebody has them in any language.
pub fn reviews_any(actor: &Actor) -> bool {
    Lang::THREE.into_iter().any(|l| reviews(actor, l))
}

/// T10: a translation of one's own words, or in a language that one reads.
///
/// # Errors
/// Neither.
pub fn contest(own_words: bool, reads: bool) -> Result<(), Denied> {
    if own_words || reads { Ok(()) } else { Err(Denied::NotReadByYou) }
}

/// Whoever was invited may always join.
///
/// # Errors
/// A site where one has to be asked.
pub fn join(registration: Registration, invited: bool) -> Result<(), Denied> {
    match (registration, invited) {
        (Registration::Invite, false) => Err(Denied::ByInvitation),
        (Registration::Invite, true) | (Registration::Open | Registration::Approval, _) => Ok(()),
    }
}

/// Moderators ask people to come.
///
/// # Errors
/// No moderator.
pub fn invite(actor: &Actor) -> Result<(), Denied> {
    moderate(actor, "-")
}

/// Roles and rights are given by administrators.
///
/// # Errors
/// No administrator.
pub fn give_rights(actor: &Actor) -> Result<(), Denied> {
    match actor.role {
        Role::Admin => Ok(()),
        Role::Participant | Role::Moderator => Err(Denied::AdminsOnly),
    }
}

/// What a reader can find at all (T12): taken by every read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visible {
    /// What everybody may read.
    Public,
    /// That, and one's own words that wait for a moderator (M2).
    Member(i64),
    /// Hidden, held and deleted content too.
    Everything,
}

/// What decides of a thread whether it can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    pub hidden: bool,
    /// Hidden because its opening waits for a moderator.
    pub held: bool,
    pub author: i64,
}

impl Visible {
    /// The scope of a visitor (`None`) or member.
    pub fn to(actor: Option<&Actor>) -> Self {
        match actor {
            Some(actor) if actor.role.is_moderator() => Self::Everything,
            Some(actor) => Self::Member(actor.id),
            None => Self::Public,
        }
    }

    /// T12: the one visibility function. A post can be read if it is itself and its thread is.
    pub fn post(self, thread: Door, state: PostState, author: i64) -> bool {
        self.thread(thread)
            && match (self, state) {
                (Self::Everything, _) | (_, PostState::Visible) => true,
                (Self::Member(me), PostState::Held) => me == author,
                (Self::Public, PostState::Held) | (_, PostState::Hidden | PostState::Deleted) => false,
            }
    }

    /// Whether a thread can be found.
    pub fn thread(self, door: Door) -> bool {
        match self {
            Self::Everything => true,
            Self::Member(me) => !door.hidden || (door.held && door.author == me),
            Self::Public => !door.hidden,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Langs;

    fn actor(role: Role) -> Actor {
        Actor::new(1, role)
    }

    #[test]
    fn p5_edits_by_others_are_moderators_with_a_reason() {
        for (role, author, reason, verdict) in [
            (Role::Participant, 1, "", Ok(())),
            (Role::Participant, 2, "because", Err(Denied::NotYourPost)),
            (Role::Moderator, 2, "", Err(Denied::ReasonNeeded)),
            (Role::Moderator, 2, "because", Ok(())),
            (Role::Admin, 2, "because", Ok(())),
        ] {
            assert_eq!(edit(&actor(role), author, PostState::Visible, reason), verdict, "{role} {author} {reason:?}");
        }
        assert_eq!(edit(&actor(Role::Participant), 1, PostState::Hidden, ""), Err(Denied::PostGone));
    }

    #[test]
    fn u2_reviewer_rights_hold_for_their_language_and_moderators_have_all() {
        let reviewer = Actor { reviews: Langs::of("ja"), ..actor(Role::Participant) };
        assert_eq!(Lang::THREE.map(|l| reviews(&reviewer, l)), [false, false, true]);
        for role in [Role::Moderator, Role::Admin] {
            assert_eq!(Lang::THREE.map(|l| reviews(&actor(role), l)), [true; 3]);
        }
        assert_eq!(give_rights(&actor(Role::Moderator)), Err(Denied::AdminsOnly));
    }

    #[test]
    fn p1_a_locked_thread_takes_no_posts() {
        assert_eq!(reply(ThreadState::Locked), Err(Denied::ThreadLocked));
        assert_eq!(reply(ThreadState::Open), Ok(()));
    }

    #[test]
    fn t12_visibility_is_the_and_over_thread_and_post() {
        let open = Door { hidden: false, held: false, author: 1 };
        let hidden = Door { hidden: true, ..open };
        for scope in [Visible::Public, Visible::Member(1)] {
            assert!(scope.post(open, PostState::Visible, 1));
            assert!(!scope.post(hidden, PostState::Visible, 1), "not even its author's");
            assert!(!scope.post(open, PostState::Hidden, 1));
            assert!(!scope.post(open, PostState::Deleted, 1));
        }
        assert_eq!(Visible::to(Some(&actor(Role::Participant))), Visible::Member(1));
        assert_eq!(Visible::to(Some(&actor(Role::Moderator))), Visible::Everything);
    }

    #[test]
    fn m2_what_waits_is_visible_to_its_author_and_to_moderators() {
        let open = Door { hidden: false, held: false, author: 1 };
        let held = Door { hidden: true, held: true, author: 2 };
        for (scope, post, thread) in [
            (Visible::Public, false, false),
            (Visible::Member(1), false, false),
            (Visible::Member(2), true, true),
            (Visible::Everything, true, true),
        ] {
            assert_eq!(scope.post(open, PostState::Held, 2), post, "{scope:?}");
            assert_eq!(scope.thread(held), thread, "{scope:?}");
        }
    }
}
