//! `trialogue check`

use crate::{
    config::Config,
    domain::lang::Lang,
    mail::Mailer,
    store::{self, Db, migrate},
};
use anyhow::{Context, ensure};
use std::{
    net::{TcpStream, ToSocketAddrs},
    path::Path,
    time::Duration,
};

/// Tries everything that the forum stands on; prints one line each and fails if any is wrong.
pub fn run(config: &Config) -> anyhow::Result<()> {
    let checks = [("configuration", Ok(())), ("database", database(config)), ("data folder", folder(config)), ("mail", mail(config))];
    let mut wrong = 0;
    for (what, result) in checks {
        match result {
            Ok(()) => println!("{what}: fine"),
            Err(e) => {
                wrong += 1;
                println!("{what}: {e:#}");
            }
        }
    }
    ensure!(wrong == 0, "{wrong} thing(s) to mend");
    Ok(())
}

fn database(config: &Config) -> anyhow::Result<()> {
    let db = Db::open(&config.database.url)?;
    let standing = migrate::standing(&db)?;
    ensure!(standing.unknown.is_empty(), "newer than this program: it has {}", standing.unknown.join(", "));
    if standing.pending.is_empty() {
        let (kept, counted) =
            db.read_now(|conn| Ok((store::themes::counts(conn)?, store::themes::recount(conn)?))).map_err(|e| anyhow::anyhow!("{e}"))?;
        ensure!(
            kept == counted,
            "the threads kept per theme and language ({}) differ from a recount",
            Lang::THREE.map(Lang::as_str).join(", ")
        );
    }
    Ok(())
}

/// The folder of the embedded database can be written.
fn folder(config: &Config) -> anyhow::Result<()> {
    match config.database.url.strip_prefix("sqlite://").and_then(|path| Path::new(path).parent()) {
        Some(folder) => writable(if folder.as_os_str().is_empty() { Path::new(".") } else { folder }),
        None => Ok(()),
    }
}

/// A mail folder can be written; a mail server can be reached.
fn mail(config: &Config) -> anyhow::Result<()> {
    Mailer::new(&config.mail, "localhost")?;
    let transport = &config.mail.transport;
    if let Some(folder) = transport.strip_prefix("file:") {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot create the folder {folder}"))?;
        return writable(Path::new(folder));
    }
    let server = transport
        .strip_prefix("smtp://")
        .or_else(|| transport.strip_prefix("smtps://"))
        .context("mail.transport is neither file: nor smtp:// nor smtps://")?;
    // Nothing that is printed may hold the password.
    let host = server.rsplit('@').next().unwrap_or(server).split(['/', '?']).next().unwrap_or_default();
    let port = if transport.starts_with("smtps") { 465 } else { 587 };
    let place = if host.contains(':') { host.to_owned() } else { format!("{host}:{port}") };
    let address = place
        .to_socket_addrs()
        .with_context(|| format!("{place} is not known"))?
        .next()
        .with_context(|| format!("{place} is not known"))?;
    TcpStream::connect_timeout(&address, Duration::from_secs(5)).with_context(|| format!("{place} does not answer"))?;
    Ok(())
}

fn writable(folder: &Path) -> anyhow::Result<()> {
    let probe = folder.join(format!(".trialogue-check-{}", std::process::id()));
    std::fs::write(&probe, b"").with_context(|| format!("{} cannot be written", folder.display()))?;
    std::fs::remove_file(&probe)?;
    Ok(())
}
