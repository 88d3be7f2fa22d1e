//! Trialogue: a threaded discussion forum in French, English and Japanese, each in their own language.
pub mod config;
pub mod domain;
pub mod error;
pub mod store;
