//! What can be said of a post without a post.

use super::words;

words! {
    /// A small fixed set. None of them agrees or disagrees: that is what positions are for.
    Reaction { Thanks = "thanks", Insight = "insight", Support = "support", Joy = "joy" }
}

impl Reaction {
    /// The picture beside the word.
    pub fn emoji(self) -> &'static str {
        match self {
            Self::Thanks => "🙏",
            Self::Insight => "💡",
            Self::Support => "🤝",
            Self::Joy => "😊",
        }
    }
}
