//! `trialogue mail`

use super::{app, said};
use crate::{config::Config, jobs, store};
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
    /// Deliver everything that is due; prints counts as JSON.
    Flush,
    /// Hold letters back, in every process.
    Pause,
    /// Let letters go again.
    Resume,
    /// Make due at once what was given up and what waits after a failure; prints how many as JSON.
    Retry,
}

pub fn run(config: &Config, command: &Command) -> anyhow::Result<()> {
    let app = app(config)?;
    let now = app.clock.now();
    match command {
        Command::Flush => {
            let counts = actix_web::rt::System::new().block_on(jobs::letters::flush(&app)).map_err(said)?;
            println!("{}", serde_json::to_string(&counts)?);
        }
        Command::Pause => app.db.write_now(|conn| store::outbox::pause(conn, true, now)).map_err(said)?,
        Command::Resume => app.db.write_now(|conn| store::outbox::pause(conn, false, now)).map_err(said)?,
        Command::Retry => {
            let due = app.db.write_now(|conn| store::outbox::retry(conn, now)).map_err(said)?;
            println!("{}", serde_json::json!({ "due": due }));
        }
    }
    Ok(())
}
