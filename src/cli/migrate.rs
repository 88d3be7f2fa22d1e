//! `trialogue migrate`

use crate::{
    config::Config,
    store::{Db, migrate},
};
use clap::Args;

#[derive(Args)]
pub struct Options {
    /// Change nothing: say what is missing, and fail if anything is.
    #[arg(long)]
    check: bool,
}

pub fn run(config: &Config, options: &Options) -> anyhow::Result<()> {
    let db = Db::open(&config.database.url)?;
    if options.check {
        let standing = migrate::standing(&db)?;
        anyhow::ensure!(standing.unknown.is_empty(), "the database is newer than this program: it has {}", standing.unknown.join(", "));
        anyhow::ensure!(standing.pending.is_empty(), "missing: {}", standing.pending.join(", "));
        println!("The schema is up to date.");
        return Ok(());
    }
    let taken = migrate::run(&db)?;
    match taken.len() {
        0 => println!("The schema is up to date."),
        n => println!("{n} step(s) taken: {}", taken.join(", ")),
    }
    Ok(())
}
