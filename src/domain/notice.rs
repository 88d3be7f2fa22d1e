//! What is told to people within the forum.

use super::{lang::Lang, text::Quality, words};

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
        /// Moderators accepted, merged or declined one's statement.
        StatementSettled = "statement-settled",
        /// A statement on which one took a position says something else now.
        StatementChanged = "statement-changed",
        /// Words of a statement that one could not judge were put anew.
        Reworded = "reworded",
        /// Somebody answered one's objection.
        ObjectionAnswered = "objection-answered",
        /// A declaration that one's position is part of.
        Declared = "declared",
        /// For moderators: the basis of a declaration moved.
        BasisMoved = "basis-moved",
        /// For moderators: the day of review of a declaration has come.
        ReviewDue = "review-due",
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
            | Self::Opened
            | Self::StatementSettled
            | Self::StatementChanged
            | Self::Reworded
            | Self::ObjectionAnswered
            | Self::Declared
            | Self::BasisMoved
            | Self::ReviewDue => false,
        }
    }

    /// Whether it tells what became of somebody's translation.
    pub fn judges(self) -> bool {
        match self {
            Self::Reviewed | Self::Returned | Self::Accepted | Self::Declined | Self::Contested | Self::Settled => true,
            Self::Translated
            | Self::SourceChanged
            | Self::Moderated
            | Self::FlagSettled
            | Self::Mentioned
            | Self::Quoted
            | Self::Replied
            | Self::Posted
            | Self::Opened
            | Self::StatementSettled
            | Self::StatementChanged
            | Self::Reworded
            | Self::ObjectionAnswered
            | Self::Declared
            | Self::BasisMoved
            | Self::ReviewDue => false,
        }
    }
}

/// What a letter tells one member at once, as it stands when the letter leaves.
#[derive(Debug, Clone)]
pub struct Told {
    pub because: NoticeKind,
    /// Who wrote, or judged; empty for somebody who has left.
    pub actor: String,
    /// The thread's title as this member reads it, and its language; of another text its own.
    pub title: (String, Lang),
    pub about: About,
    /// Ends all letters like this one, without signing in.
    pub stop: String,
}

#[derive(Debug, Clone)]
pub enum About {
    Post {
        id: i64,
        /// What it answers, from the thread's opening on; empty for an opening.
        chain: Vec<i64>,
        /// As this member reads it; beneath it the original, where that is another.
        passages: Vec<Passage>,
        /// Whether it can be answered.
        open: bool,
    },
    Slot {
        text: i64,
        lang: Lang,
        /// What was said about it, as it was typed.
        remark: String,
        /// The post that it belongs to, where that can be answered.
        post: Option<i64>,
    },
}

/// One slot of a post.
#[derive(Debug, Clone)]
pub struct Passage {
    pub lang: Lang,
    pub original: Lang,
    pub quality: Quality,
    pub fresh: bool,
    /// There is nothing yet in a language that this member reads.
    pub is_untranslated: bool,
    /// Markdown.
    pub body: String,
    /// The same as HTML that mail programs show.
    pub html: String,
}
