//! U2: who may do what. One function per verb, no wildcard over roles: a new role breaks the build.

use super::{
    account::{Actor, Role},
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
        }
    }
}

/// # Errors
/// Announcements are opened by moderators.
pub fn open_thread(actor: &Actor, kind: ThreadKind) -> Result<(), Denied> {
    match (kind, actor.role) {
        (ThreadKind::Discussion, _) | (ThreadKind::Announcement, Role::Moderator | Role::Admin) => Ok(()),
        (ThreadKind::Announcement, Role::Participant) => Err(Denied::AnnouncementsAreModerators),
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
        (PostState::Visible, true, _) => Ok(()),
        (PostState::Visible, false, Role::Participant) => Err(Denied::NotYourPost),
        (PostState::Visible, false, Role::Moderator | Role::Admin) if reason.is_empty() => Err(Denied::ReasonNeeded),
        (PostState::Visible, false, Role::Moderator | Role::Admin) => Ok(()),
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

/// Reviewer rights for a language: an administrator gives them, moderators have them in all three (T5).
pub fn reviews(actor: &Actor, lang: Lang) -> bool {
    match actor.role {
        Role::Moderator | Role::Admin => true,
        Role::Participant => actor.reviews.has(lang),
    }
}

/// T10: a translation of one's own words, or in a language that one reads.
///
/// # Errors
/// Neither.
pub fn contest(own_words: bool, reads: bool) -> Result<(), Denied> {
    if own_words || reads { Ok(()) } else { Err(Denied::NotReadByYou) }
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
    /// Hidden and deleted content too.
    Everything,
}

impl Visible {
    /// The scope of a visitor (`None`) or member.
    pub fn to(actor: Option<&Actor>) -> Self {
        match actor {
            Some(actor) if actor.role.is_moderator() => Self::Everything,
            Some(_) | None => Self::Public,
        }
    }

    /// T12: the one visibility function. A post can be read if it is itself and its thread is.
    pub fn post(self, thread_hidden: bool, state: PostState) -> bool {
        match self {
            Self::Everything => true,
            Self::Public => !thread_hidden && state == PostState::Visible,
        }
    }

    /// Whether a thread can be found.
    pub fn thread(self, hidden: bool) -> bool {
        self.post(hidden, PostState::Visible)
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
        assert!(Visible::Public.post(false, PostState::Visible));
        assert!(!Visible::Public.post(true, PostState::Visible));
        assert!(!Visible::Public.post(false, PostState::Hidden));
        assert!(!Visible::Public.post(false, PostState::Deleted));
        assert_eq!(Visible::to(Some(&actor(Role::Participant))), Visible::Public);
        assert_eq!(Visible::to(Some(&actor(Role::Moderator))), Visible::Everything);
    }
}
