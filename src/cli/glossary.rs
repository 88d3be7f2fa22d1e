//! `trialogue glossary`

use super::{app, said};
use crate::{config::Config, domain::glossary::Glossary, forum};
use anyhow::Context;
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Command {
    /// Load terms; all of it is checked first, and all of it is loaded or nothing.
    Import {
        /// A TOML file with [[term]] entries.
        file: PathBuf,
    },
}

pub fn run(config: &Config, command: Command) -> anyhow::Result<()> {
    let Command::Import { file } = command;
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let glossary = Glossary::parse(&text).map_err(|e| anyhow::anyhow!("{}:\n{e}", file.display()))?;
    let app = app(config)?;
    let now = app.clock.now();
    let imported = app.db.write_now(|conn| forum::glossary::import(conn, &glossary, now)).map_err(said)?;
    println!("{} term(s) added, {} updated", imported.added, imported.updated);
    Ok(())
}
