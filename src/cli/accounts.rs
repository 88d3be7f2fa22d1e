//! `trialogue user`

use super::{app, said};
use crate::{
    config::Config,
    domain::{
        account::{self, Email, Handle, Role},
        lang::{Lang, Langs},
        moderation::Why,
    },
    forum::{self, accounts::NewPerson, moderation::AccountAct, privacy::Contributions},
    store::{self, Conn, accounts::Account},
};
use anyhow::Context;
use chrono::TimeDelta;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
    /// Add a person; without --password-stdin the password is asked for.
    Create {
        #[arg(long)]
        handle: String,
        #[arg(long)]
        email: String,
        /// participant, moderator or admin
        #[arg(long, value_parser = role)]
        role: Role,
        /// fr, en or ja
        #[arg(long, value_parser = lang)]
        lang: Option<Lang>,
        /// Read the password from standard input.
        #[arg(long)]
        password_stdin: bool,
        /// Trusted at once.
        #[arg(long)]
        confirmed: bool,
    },
    /// Everybody: id, handle, role, address, languages that they may review, state.
    List,
    /// Give a person another role (their sessions end), or reviewer rights.
    Role {
        #[arg(long)]
        handle: String,
        /// participant, moderator or admin
        #[arg(long, value_parser = role)]
        role: Role,
        /// Languages that they may review, such as fr,ja; empty takes the rights back.
        #[arg(long, value_parser = langs)]
        reviewer: Option<Langs>,
    },
    /// Print a new API token, once.
    Token {
        #[arg(long)]
        handle: String,
    },
    /// Stop an account, or let it go on; its person is told why.
    Suspend {
        #[arg(long)]
        handle: String,
        /// How long it lasts; without it, no end is set.
        #[arg(long, value_name = "DAYS", conflicts_with = "lift")]
        days: Option<u16>,
        /// End the suspension.
        #[arg(long)]
        lift: bool,
        #[arg(long)]
        reason: String,
    },
    /// Say that nothing of a person has to wait for a moderator.
    Confirm {
        #[arg(long)]
        handle: String,
    },
    /// Remove an account, on its person's request.
    Erase {
        #[arg(long)]
        handle: String,
        /// keep: contributions stay under « former participant »; remove: they go too
        #[arg(long, value_parser = contributions)]
        contributions: Contributions,
    },
    /// Print everything that is kept of a person, as JSON.
    Export {
        #[arg(long)]
        handle: String,
    },
    /// Send somebody an invitation.
    Invite {
        #[arg(long)]
        email: String,
        /// fr, en or ja
        #[arg(long, value_parser = lang)]
        lang: Option<Lang>,
    },
}

fn role(word: &str) -> Result<Role, String> {
    Role::parse(word).ok_or_else(|| "one of participant, moderator, admin".to_owned())
}

fn lang(word: &str) -> Result<Lang, String> {
    Lang::parse(word).ok_or_else(|| "one of fr, en, ja".to_owned())
}

fn contributions(word: &str) -> Result<Contributions, String> {
    Contributions::parse(word).ok_or_else(|| "one of keep, remove".to_owned())
}

fn langs(words: &str) -> Result<Langs, String> {
    words.split(',').filter(|w| !w.is_empty()).map(lang).collect()
}

pub fn run(config: &Config, command: Command) -> anyhow::Result<()> {
    let app = app(config)?;
    let now = app.clock.now();
    match command {
        Command::Create { handle, email, role, lang, password_stdin, confirmed } => {
            let handle = Handle::parse(&handle).map_err(|e| said(e.into()))?;
            let email = Email::parse(&email).map_err(|e| said(e.into()))?;
            let password = password(password_stdin)?;
            account::check_password(&password).map_err(|e| said(e.into()))?;
            let person = NewPerson {
                display_name: handle.as_str().to_owned(),
                handle,
                email,
                role,
                lang: lang.unwrap_or_else(|| config.language()),
                zone: config.site.time_zone,
                password_hash: Some(forum::accounts::hash_password(&password).map_err(said)?),
                confirmed,
            };
            let id = app.db.write_now(|conn| forum::accounts::create(conn, None, &person, now)).map_err(said)?;
            println!("{id}");
        }
        Command::List => {
            for person in app.db.read_now(store::accounts::all).map_err(said)? {
                let state = match (person.erased_at, person.is_suspended(now), person.confirmed_at) {
                    (Some(_), ..) => "erased",
                    (None, true, _) => "suspended",
                    (None, false, Some(_)) => "confirmed",
                    (None, false, None) => "new",
                };
                println!("{}\t{}\t{}\t{}\t{}\t{state}", person.id, person.handle, person.role, person.email, person.reviews);
            }
        }
        Command::Role { handle, role, reviewer } => {
            app.db
                .write_now(|conn| {
                    let person = find(conn, &handle)?;
                    if person.role != role {
                        forum::accounts::set_role(conn, None, &person, role, "", now)?;
                    }
                    match reviewer {
                        Some(langs) => forum::accounts::set_reviews(conn, None, &person, langs, "", now),
                        None => Ok(()),
                    }
                })
                .map_err(said)?;
        }
        Command::Token { handle } => {
            let token = app
                .db
                .write_now(|conn| {
                    let person = find(conn, &handle)?;
                    forum::credentials::create_token(conn, person.id, "command line", None, now)
                })
                .map_err(said)?;
            println!("{token}");
        }
        Command::Suspend { handle, days, lift, reason } => {
            let why = Why::parse(&reason, "").map_err(|e| said(e.into()))?;
            let act = if lift { AccountAct::Unsuspend } else { AccountAct::Suspend };
            let until = days.map(|days| now + TimeDelta::days(i64::from(days)));
            app.db
                .write_now(|conn| {
                    let person = find(conn, &handle)?;
                    forum::moderation::act_on_account(conn, None, person.id, act, until, &why, now)
                })
                .map_err(said)?;
        }
        Command::Confirm { handle } => {
            let why = Why::words("command line");
            app.db
                .write_now(|conn| {
                    let person = find(conn, &handle)?;
                    forum::moderation::act_on_account(conn, None, person.id, AccountAct::Confirm, None, &why, now)
                })
                .map_err(said)?;
        }
        Command::Erase { handle, contributions } => {
            let person = app.db.read_now(|conn| find(conn, &handle)).map_err(said)?;
            actix_web::rt::System::new().block_on(app.erase(person, contributions)).map_err(said)?;
        }
        Command::Export { handle } => {
            let export = app
                .db
                .read_now(|conn| {
                    let person = find(conn, &handle)?;
                    forum::privacy::export(conn, &person)
                })
                .map_err(said)?;
            println!("{:#}", export.json());
        }
        Command::Invite { email, lang } => {
            let email = Email::parse(&email).map_err(|e| said(e.into()))?;
            let lang = lang.unwrap_or_else(|| config.language());
            let by = config.title(lang).to_owned();
            app.db.write_now(|conn| forum::joins::invite(conn, None, &by, &email, lang, now)).map_err(said)?;
        }
    }
    Ok(())
}

fn find(conn: &mut Conn, handle: &str) -> crate::error::Result<Account> {
    forum::accounts::candidate(conn, handle)?.ok_or_else(|| crate::error::Error::field("handle", "errors-handle-unknown"))
}

/// One line from standard input, or typed twice unseen at the terminal.
fn password(stdin: bool) -> anyhow::Result<String> {
    if stdin {
        let mut line = String::new();
        std::io::stdin().read_line(&mut line).context("cannot read the password")?;
        return Ok(line.trim_end_matches(['\n', '\r']).to_owned());
    }
    let first = rpassword::prompt_password("Password: ").context("cannot ask for the password; use --password-stdin")?;
    let again = rpassword::prompt_password("Once more: ")?;
    anyhow::ensure!(first == again, "the two passwords differ");
    Ok(first)
}
