//! What a member follows and what they have muted.

use super::words;

words! {
    /// How closely.
    Level {
        /// News of it is told.
        Follow = "follow",
        /// It is never told and counts as nothing new.
        Mute = "mute",
    }
}

words! {
    /// What can be followed.
    Watched { Thread = "thread", Theme = "theme" }
}

/// How closely somebody watches a thread: what they said of the thread itself, else of its themes; a theme that they
/// follow outweighs one that they have muted. `None`: they are told what concerns them.
pub fn level(thread: Option<Level>, themes: &[Level]) -> Option<Level> {
    let of_themes = [Level::Follow, Level::Mute].into_iter().find(|level| themes.contains(level));
    thread.or(of_themes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_threads_own_level_wins_and_following_outweighs_muting() {
        use Level::*;
        assert_eq!(level(Some(Mute), &[Follow]), Some(Mute));
        assert_eq!(level(None, &[Mute, Follow]), Some(Follow));
        assert_eq!(level(None, &[Mute]), Some(Mute));
        assert_eq!(level(None, &[]), None);
    }
}
