//! Black box over HTTP: each test has its own forum, on SQLite and again on PostgreSQL.

#[path = "../support/mod.rs"]
mod support;

mod accounts;
mod admin;
mod api;
mod attachments;
mod bench_faults;
mod canary;
mod cli;
mod comfort;
mod crash;
mod credentials;
mod curation;
mod delivery;
mod digests;
mod doors;
mod drafts;
mod errors;
mod faults;
mod feeds;
mod glossary;
mod html;
mod input;
mod joins;
mod languages;
mod mail;
mod moderation;
mod order;
mod posts;
mod privacy;
mod properties;
mod queries;
mod queue;
mod readings;
mod real_input;
mod references;
mod relocations;
mod search;
mod side_doors;
mod slots;
mod texts;
mod themes;
mod threads;
mod words_kept;
mod workbench;
