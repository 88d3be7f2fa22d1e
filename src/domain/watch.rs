//! How closely members watch the forum: what they are told of it, and what comes by letter at once.

use super::words;

words! {
    /// How closely, from the least on.
    Level {
        /// A thread or theme is never told and counts as nothing new; of the forum, no letters come at all.
        Mute = "mute",
        /// News is told within the forum and in the weekly letter.
        Summary = "summary",
        /// Also a letter at once about what concerns one: answers, mentions, quotes, reviews.
        Important = "important",
        /// Also a letter at once about every post.
        All = "all",
    }
}

words! {
    /// What can be watched; the site's id is 0.
    Watched { Site = "site", Thread = "thread", Theme = "theme" }
}

/// How closely somebody watches the forum who never said.
pub const PRESET: Level = Level::Important;

impl Level {
    /// Whether news of a thread or theme is told.
    pub fn is_followed(self) -> bool {
        self != Self::Mute
    }

    /// Whether a letter goes out at once. `concerns`: it is about this person's own words or work.
    pub fn writes(self, concerns: bool) -> bool {
        self == Self::All || concerns && self == Self::Important
    }

    /// The level of what somebody begins to follow, who watches the forum like this: letters come as they do now.
    pub fn following(self) -> Self {
        self.max(Self::Summary)
    }
}

/// How closely somebody watches a thread: what they said of the thread itself, else of its themes, the closest of them.
/// `None`: they said nothing.
pub fn level(thread: Option<Level>, themes: &[Level]) -> Option<Level> {
    thread.or(themes.iter().copied().max())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_threads_own_level_wins_and_following_outweighs_muting() {
        use Level::*;
        assert_eq!(level(Some(Mute), &[All]), Some(Mute));
        assert_eq!(level(None, &[Mute, Summary, Important]), Some(Important));
        assert_eq!(level(None, &[Mute]), Some(Mute));
        assert_eq!(level(None, &[]), None);
    }

    #[test]
    fn each_level_writes_more_than_the_one_below_it() {
        let writes = |level: Level| (level.writes(false), level.writes(true));
        let each: Vec<_> = Level::ALL.iter().map(|l| writes(*l)).collect();
        assert_eq!(each, [(false, false), (false, false), (false, true), (true, true)]);
        assert_eq!(
            Level::ALL.iter().map(|l| l.following()).collect::<Vec<_>>(),
            [Level::Summary, Level::Summary, Level::Important, Level::All]
        );
    }
}
