//! What people do, in a real browser: with and without script, in each language, on both databases.

#[path = "../support/mod.rs"]
mod support;

mod accessible;
mod order;
mod translate;
mod walk;
