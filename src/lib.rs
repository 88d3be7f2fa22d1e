//! Trialogue: a threaded discussion forum in French, English and Japanese, each in their own language.
//!
//! Imports go one way: `domain` < `config`, `error` < `store`, `i18n` < `forum` < `app` < `web`, `api` <
//! `server` < `cli` < `main`. `tests/tidy.rs` holds the house to it; `docs/architecture.md` is its map.

pub mod api;
pub mod app;
pub mod cli;
pub mod config;
pub mod domain;
pub mod error;
pub mod forum;
pub mod i18n;
pub mod jobs;
pub mod mail;
pub mod net;
pub mod server;
pub mod store;
pub mod web;
