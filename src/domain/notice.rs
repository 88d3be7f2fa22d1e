//! What is told to people within the forum.

use super::words;

words! {
    /// What is told to somebody whose words, or whose work, it is about.
    NoticeKind {
        Translated = "translated",
        Reviewed = "reviewed",
        Returned = "returned",
        Accepted = "accepted",
        Declined = "declined",
        Contested = "contested",
        Settled = "settled",
        SourceChanged = "source-changed",
        /// Moderators acted on one's words or account.
        Moderated = "moderated",
        /// Moderators looked at what one flagged.
        FlagSettled = "flag-settled",
        /// Somebody named one in a post.
        Mentioned = "mentioned",
        /// Somebody quoted one's words.
        Quoted = "quoted",
        /// Somebody answered one's post, or the thread that one opened.
        Replied = "replied",
        /// New posts in a thread that one follows: told once until they are read.
        Posted = "posted",
        /// A new thread under a theme that one follows.
        Opened = "opened",
    }
}

impl NoticeKind {
    /// Whether it asks somebody for an answer.
    pub fn asks(self) -> bool {
        match self {
            Self::Mentioned | Self::Quoted | Self::Replied => true,
            Self::Translated
            | Self::Reviewed
            | Self::Returned
            | Self::Accepted
            | Self::Declined
            | Self::Contested
            | Self::Settled
            | Self::SourceChanged
            | Self::Moderated
            | Self::FlagSettled
            | Self::Posted
            | Self::Opened => false,
        }
    }
}
