//! `trialogue search`

use super::{app, said};
use crate::{config::Config, forum};
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
    /// Make the index of words anew; the forum can be used meanwhile.
    Reindex,
}

pub fn run(config: &Config, Command::Reindex: &Command) -> anyhow::Result<()> {
    let texts = forum::search::reindex(&app(config)?.db).map_err(said)?;
    println!("{texts} text(s) indexed");
    Ok(())
}
