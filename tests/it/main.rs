//! Black box over HTTP: each test has its own forum, on SQLite and again on PostgreSQL.

#[path = "../support/mod.rs"]
mod support;

mod accounts;
mod api;
mod bench_faults;
mod cli;
mod errors;
mod faults;
mod glossary;
mod html;
mod languages;
mod moderation;
mod posts;
mod properties;
mod queries;
mod queue;
mod real_input;
mod slots;
mod texts;
mod themes;
mod threads;
mod workbench;
