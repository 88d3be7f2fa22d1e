//! P2, P4: page sizes and cursors; and which pages a site has of its own.

use super::words;

words! {
    /// Pages of the site, with three slots each.
    SitePage {
        /// What may be done with contributions (U4).
        Licence = "licence",
        /// What is kept of people, why, and for how long.
        Privacy = "privacy",
    }
}

/// Posts on one page of a thread, in either view.
pub const POSTS: usize = 100;
/// Threads on one page of a list.
pub const THREADS: usize = 30;

/// A place in a list ordered by last activity, newest first, as the list stood when its first page was read.
///
/// A thread that is answered while somebody turns the pages keeps its old place for them: they see it once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// When the first page was read; microseconds since 1970, as `at`.
    pub as_of: i64,
    /// Last activity of the last row shown.
    pub at: i64,
    /// Id of the last row shown.
    pub id: i64,
}

impl Cursor {
    /// `None` for anything that [`Cursor::to_string`] did not make.
    pub fn parse(word: &str) -> Option<Self> {
        let mut parts = word.splitn(3, '-').map(str::parse);
        let mut next = || parts.next()?.ok();
        Some(Self { as_of: next()?, at: next()?, id: next()? })
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}-{}", self.as_of, self.at, self.id)
    }
}

/// The page, from 1, on which the row at `index` (from 0) stands.
pub fn page_of(index: usize) -> usize {
    index / POSTS + 1
}

/// How many pages `rows` fill; an empty thread has one.
pub fn pages(rows: usize) -> usize {
    rows.div_ceil(POSTS).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p2_a_hundred_posts_a_page() {
        assert_eq!((page_of(0), page_of(99), page_of(100)), (1, 1, 2));
        assert_eq!((pages(0), pages(100), pages(101)), (1, 1, 2));
    }

    #[test]
    fn p4_a_cursor_survives_its_address() {
        let cursor = Cursor { as_of: 1_795_000_000_000_001, at: 1_795_000_000_000_000, id: 7 };
        assert_eq!(Cursor::parse(&cursor.to_string()), Some(cursor));
        for word in ["", "-", "1", "a-b", "1-2", "1-2-99999999999999999999"] {
            assert_eq!(Cursor::parse(word), None, "{word}");
        }
    }
}
