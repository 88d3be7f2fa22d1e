//! The rules, as plain types and functions: no I/O, no clock, no database.
//! Rule numbers (T4, P2 …) are those of the domain agreement; `docs/architecture.md` lists where each lives.

pub mod account;
pub mod answer;
pub mod attachment;
pub mod block;
pub mod bounce;
pub mod check;
pub mod comfort;
pub mod community;
pub mod consensus;
pub mod coverage;
pub mod declaration;
pub mod diff;
pub mod digest;
pub mod draft;
pub mod effort;
mod emoji;
mod emphasis;
pub mod figures;
pub mod glossary;
pub mod hint;
pub mod lang;
pub mod letter;
pub mod letter_html;
pub mod limits;
pub mod markdown;
pub mod moderation;
pub mod news;
pub mod notice;
mod numbering;
pub mod objection;
pub mod opinion_map;
pub mod outlook;
pub mod page;
pub mod picture;
pub mod policy;
pub mod position;
pub mod post;
pub mod queue;
pub mod reaction;
pub mod references;
pub mod search;
pub mod segment;
pub mod selection;
pub mod slot;
pub mod snippet;
pub mod statement;
pub mod tally;
pub mod text;
pub mod theme;
pub mod thread;
pub mod tokens;
pub mod tree;
pub mod typed;
pub mod typography;
pub mod watch;

/// Why one field of a form or JSON body was refused.
///
/// `key` is the message that explains it (`locales/*/errors.ftl`); `limit` and `found` are its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    pub field: &'static str,
    pub key: &'static str,
    pub limit: usize,
    pub found: usize,
}

impl FieldError {
    /// A refusal without numbers.
    pub fn new(field: &'static str, key: &'static str) -> Self {
        Self { field, key, limit: 0, found: 0 }
    }

    /// A refusal because `found` is more (or less) than `limit`.
    pub fn over(field: &'static str, key: &'static str, limit: usize, found: usize) -> Self {
        Self { field, key, limit, found }
    }
}

/// Declares an enum whose variants are stored, sent and read as one word each.
///
/// `parse` refuses unknown words with `None`; `ALL` lists the variants in order.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every variant, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands for the variant in the database, in addresses and in JSON.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The variant of a word; `None` for any other word.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(word: String) -> std::result::Result<Self, String> {
                Self::parse(&word).ok_or_else(|| format!("{word:?} is no {}", stringify!($name)))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> std::result::Result<S::Ok, S::Error> {
                s.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> std::result::Result<Self, D::Error> {
                let word: String = serde::Deserialize::deserialize(d)?;
                Self::try_from(word).map_err(serde::de::Error::custom)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use words;
