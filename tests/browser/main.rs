//! What people do, in a real browser: with and without script, in each language, on both databases.

#[path = "../support/mod.rs"]
mod support;

/// One walk as tests on both databases: each line is a name, a language, and whether there is script.
macro_rules! walks {
    ($($name:ident: $lang:expr, $script:expr;)+) => {$(
        mod $name {
            use super::*;
            #[test]
            fn sqlite() {
                walk(Site::sqlite(stringify!($name)), $lang, $script);
            }
            #[test]
            fn postgres() {
                if let Some(site) = Site::postgres(stringify!($name)) {
                    walk(site, $lang, $script);
                }
            }
        }
    )+};
}

mod accessible;
mod consensus_walk;
mod order;
mod translate;
mod walk;
