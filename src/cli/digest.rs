//! `trialogue digest`: what a letter would say, and making the letters that are due.

use super::{app, said};
use crate::{config::Config, jobs};
use chrono::{DateTime, NaiveDateTime, Utc};
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
    /// Print the letter that this subscriber would get; nothing is sent or kept.
    Preview {
        /// The address of a subscription.
        #[arg(long, value_name = "EMAIL")]
        to: String,
        /// As if it were this moment, in RFC 3339.
        #[arg(long, value_name = "TIME")]
        at: Option<DateTime<Utc>>,
    },
    /// Make and queue every letter that is due, print counts as JSON.
    Run {
        /// As if it were this moment, in RFC 3339; what is queued may be sent at once.
        #[arg(long, value_name = "TIME")]
        at: Option<DateTime<Utc>>,
        /// Keep nothing: the counts are what would be.
        #[arg(long)]
        dry_run: bool,
    },
}

pub fn run(config: &Config, command: &Command) -> anyhow::Result<()> {
    let app = app(config)?;
    let moment = |at: &Option<DateTime<Utc>>| at.map_or_else(|| app.clock.now(), |at: DateTime<Utc>| at.naive_utc());
    let system = actix_web::rt::System::new();
    match command {
        Command::Preview { to, at } => {
            let now: NaiveDateTime = moment(at);
            let letter = system.block_on(jobs::digests::preview(&app, to, now)).map_err(said)?;
            match letter {
                Some(letter) => {
                    use std::io::Write;
                    std::io::stdout().write_all(&letter)?;
                }
                None => eprintln!("there is nothing to tell: no letter would be sent"),
            }
        }
        Command::Run { at, dry_run } => {
            let now: NaiveDateTime = moment(at);
            let counts = system.block_on(jobs::digests::run(&app, now, *dry_run)).map_err(said)?;
            println!("{}", serde_json::to_string(&counts)?);
        }
    }
    Ok(())
}
