//! T1, T2, T8: texts, the quality of their slots, and which one a reader gets.

use super::{lang::Lang, words};

words! {
    /// What has a text so far.
    TextKind {
        Thread = "thread",
        Reply = "reply",
        Theme = "theme",
        /// A page of the site.
        Page = "page",
        /// A prepared answer of moderators.
        Canned = "canned",
        /// A statement of a consensus thread.
        Statement = "statement",
        /// What a consensus thread declares.
        Synthesis = "synthesis",
        /// What a stage of a consensus thread brought.
        Summary = "summary",
    }
}

impl TextKind {
    /// Whether the slots of such a text have a title.
    pub fn has_title(self) -> bool {
        match self {
            Self::Thread | Self::Theme | Self::Page | Self::Canned => true,
            Self::Reply | Self::Statement | Self::Synthesis | Self::Summary => false,
        }
    }
}

words! {
    /// T2: how many hands a slot has been through. Freshness is something else, and never stored.
    Quality { Empty = "empty", Machine = "machine", Translated = "translated", Reviewed = "reviewed", Original = "original" }
}

/// What a reader has said about how they read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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
}
