//! `trialogue search`

use super::{app, said};
use crate::{config::Config, forum, store::Db};
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
    /// Make the index of words anew; the forum can be used meanwhile.
    Reindex,
}

/// Texts in one transaction.
const BATCH: i64 = 50;

pub fn run(config: &Config, Command::Reindex: &Command) -> anyhow::Result<()> {
    reindex(&app(config)?.db)?;
    println!("the index of words is made");
    Ok(())
}

/// Step by step, so that the forum can be used meanwhile.
pub fn reindex(db: &Db) -> anyhow::Result<()> {
    let mut last = 0;
    while let Some(done) = db.write_now(|conn| forum::search::index(conn, last, BATCH)).map_err(said)? {
        last = done;
    }
    Ok(())
}
