//! The command line. Data goes to stdout, talk to stderr; exit codes: 0 done, 1 failed, 2 wrong usage.

mod accounts;
mod check;
mod demo;
mod demo_consensus;
mod demo_order;
mod demo_talk;
mod digest;
mod load;
mod mail;
mod migrate;
mod search;
mod serve;
mod vocabulary;

use crate::{
    app::{App, Clock},
    config::Config,
    store::Db,
};
use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

/// A threaded discussion forum in French, English and Japanese, each in their own language.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    /// Read settings from this file instead of trialogue.toml.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: serve::Options,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the forum (the default): migrate if needed, listen, print the address.
    Serve(serve::Options),
    /// Fill an empty database with demonstration content.
    Demo(demo::Options),
    /// Fill an empty database with as many threads and posts as a benchmark needs.
    Load(load::Options),
    /// Bring the schema up to date.
    Migrate(migrate::Options),
    /// Read the configuration, try database, mail and data folder, print what is wrong.
    Check,
    /// Accounts.
    #[command(subcommand)]
    User(accounts::Command),
    /// Letters of what happened.
    #[command(subcommand)]
    Digest(digest::Command),
    /// Letters on their way.
    #[command(subcommand)]
    Mail(mail::Command),
    /// The vocabulary.
    #[command(subcommand)]
    Themes(vocabulary::Themes),
    /// The glossary.
    #[command(subcommand)]
    Glossary(vocabulary::Terms),
    /// The index of words.
    #[command(subcommand)]
    Search(search::Command),
}

/// Runs the command of this process.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(e) => {
            // Help and version are no failure; a closed stdout leaves nobody to tell.
            let _ = e.print();
            return ExitCode::from(if e.use_stderr() { 2 } else { 0 });
        }
    };
    let filter = tracing_subscriber::EnvFilter::try_from_env("TRIALOGUE_LOG").unwrap_or_else(|_| "info".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let config = match Config::load(arguments.config.as_deref()) {
        Ok(config) => config,
        Err(e) => return failed(&anyhow::anyhow!("configuration: {e}")),
    };
    let done = match arguments.command {
        None => serve::run(config, &arguments.serve),
        Some(Command::Serve(options)) => serve::run(config, &options),
        Some(Command::Demo(options)) => demo::run(config, &options),
        Some(Command::Load(options)) => load::run(&config, &options),
        Some(Command::Migrate(options)) => migrate::run(&config, &options),
        Some(Command::Check) => check::run(&config),
        Some(Command::User(command)) => accounts::run(&config, command),
        Some(Command::Digest(command)) => digest::run(&config, &command),
        Some(Command::Mail(command)) => mail::run(&config, &command),
        Some(Command::Themes(command)) => vocabulary::themes(&config, &command),
        Some(Command::Search(command)) => search::run(&config, &command),
        Some(Command::Glossary(command)) => vocabulary::glossary(&config, &command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => failed(&e),
    }
}

fn failed(e: &anyhow::Error) -> ExitCode {
    eprintln!("trialogue: {e:#}");
    ExitCode::FAILURE
}

/// Opens the database with its schema up to date, its vocabulary, its glossary and its pages in place.
fn open(config: &Config) -> anyhow::Result<Db> {
    let db = Db::open(&config.database.url)?;
    crate::store::migrate::run(&db)?;
    let now = Clock::system().now();
    db.write_now(|conn| {
        crate::forum::themes::import_shipped(conn, now)?;
        crate::forum::glossary::import_shipped(conn, now)?;
        crate::forum::pages::import_shipped(conn, config.language(), now)
    })
    .map_err(said)?;
    Ok(db)
}

/// An error of the house, in English for the terminal.
fn said(e: crate::error::Error) -> anyhow::Error {
    use crate::{domain::lang::Lang, error::Error, i18n::l10n};
    let l = l10n(Lang::En);
    match e {
        Error::Invalid(fields) => {
            let lines: Vec<String> =
                fields.iter().map(|f| format!("{}: {}", f.field, l.m(f.key).n("limit", f.limit).n("found", f.found))).collect();
            anyhow::anyhow!(lines.join("\n"))
        }
        e => match e.cause() {
            Some(cause) => anyhow::anyhow!("{} ({cause:#})", l.m(e.key()).n("count", e.count())),
            None => anyhow::anyhow!("{}", l.m(e.key()).n("count", e.count())),
        },
    }
}

/// The state of a process that answers no requests.
fn app(config: &Config) -> anyhow::Result<App> {
    let db = open(config)?;
    // A command that queues or sends letters writes the addresses that the server would.
    App::new(config.clone(), db, Clock::system(), format!("http://{}", config.server.listen))
}
