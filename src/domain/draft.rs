//! What somebody is writing, before it is posted.

/// So many drafts one person may have.
pub const DRAFTS: usize = 100;

/// Where a draft is to be posted; each person has one draft a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    NewThread,
    /// An answer to a thread, or to one of its posts.
    Reply {
        thread: i64,
        parent: Option<i64>,
    },
    /// An edit of a post.
    Edit {
        post: i64,
    },
}

impl Place {
    /// The stored word; also the end of the address of its form.
    pub fn word(self) -> String {
        match self {
            Self::NewThread => "new".to_owned(),
            Self::Reply { thread, parent: None } => format!("t/{thread}"),
            Self::Reply { thread, parent: Some(parent) } => format!("t/{thread}/{parent}"),
            Self::Edit { post } => format!("p/{post}"),
        }
    }

    /// `None` for anything that [`Place::word`] did not make.
    pub fn parse(word: &str) -> Option<Self> {
        let mut parts = word.split('/');
        let place = match (parts.next()?, parts.next(), parts.next()) {
            ("new", None, None) => Self::NewThread,
            ("t", Some(thread), parent) => Self::Reply { thread: thread.parse().ok()?, parent: parent.map(str::parse).transpose().ok()? },
            ("p", Some(post), None) => Self::Edit { post: post.parse().ok()? },
            _ => return None,
        };
        (place.word() == word).then_some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_its_word_and_no_other() {
        for place in [
            Place::NewThread,
            Place::Reply { thread: 12, parent: None },
            Place::Reply { thread: 12, parent: Some(45) },
            Place::Edit { post: 45 },
        ] {
            assert_eq!(Place::parse(&place.word()), Some(place));
        }
        for word in ["", "t", "t/", "t/x", "t/1/2/3", "p/1/2", "p/01", "new/1", "x/1"] {
            assert_eq!(Place::parse(word), None, "{word}");
        }
    }
}
