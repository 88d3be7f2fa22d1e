//! `trialogue themes`, `trialogue glossary`: the network's words out of a file.

use super::{app, said};
use crate::{
    config::Config,
    domain::{glossary::Glossary, theme::Vocabulary},
    forum,
};
use anyhow::Context;
use clap::Subcommand;
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub enum Themes {
    /// Load a vocabulary; all of it is checked first, and all of it is loaded or nothing.
    Import {
        /// A TOML file with [[axis]] and [[theme]] entries.
        file: PathBuf,
    },
}

#[derive(Subcommand)]
pub enum Terms {
    /// Load terms; all of them are checked first, and all of them are loaded or none.
    Import {
        /// A TOML file with [[term]] entries.
        file: PathBuf,
    },
}

pub fn themes(config: &Config, Themes::Import { file }: &Themes) -> anyhow::Result<()> {
    let vocabulary = read(file, Vocabulary::parse)?;
    let app = app(config)?;
    let now = app.clock.now();
    let imported = app.db.write_now(|conn| forum::themes::import(conn, &vocabulary, now)).map_err(said)?;
    println!("{} theme(s) added, {} updated", imported.added, imported.updated);
    Ok(())
}

pub fn glossary(config: &Config, Terms::Import { file }: &Terms) -> anyhow::Result<()> {
    let glossary = read(file, Glossary::parse)?;
    let app = app(config)?;
    let now = app.clock.now();
    let imported = app.db.write_now(|conn| forum::glossary::import(conn, &glossary, now)).map_err(said)?;
    println!("{} term(s) added, {} updated", imported.added, imported.updated);
    Ok(())
}

/// A file with everything in it checked; what is wrong names the file and each entry.
fn read<T>(file: &Path, parse: impl Fn(&str) -> Result<T, String>) -> anyhow::Result<T> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    parse(&text).map_err(|e| anyhow::anyhow!("{}:\n{e}", file.display()))
}
