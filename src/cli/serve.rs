//! `trialogue serve`

use super::open;
use crate::{
    app::{App, Clock},
    config::Config,
    forum, jobs, server,
};
use anyhow::Context;
use clap::Args;
use std::net::TcpListener;

#[derive(Args)]
pub struct Options {
    /// Listen here instead of server.listen.
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
    /// Answer requests only; run no background work in this process.
    #[arg(long)]
    no_jobs: bool,
}

/// Serves until SIGTERM or Ctrl-C; requests in flight get ten seconds, a second signal stops at once.
pub fn run(config: Config, options: &Options) -> anyhow::Result<()> {
    let address = options.listen.clone().unwrap_or_else(|| config.server.listen.clone());
    let db = open(&config)?;
    let listener = TcpListener::bind(&address).with_context(|| format!("cannot listen on {address}"))?;
    listener.set_nonblocking(true)?;
    let app = App::new(config, db, Clock::system(), format!("http://{}", listener.local_addr()?))?;
    if options.no_jobs {
        tracing::info!("this process runs no background work");
    }
    println!("Trialogue listens on {}", app.base_url);
    let now = app.clock.now();
    if let Some(token) = app.db.write_now(|conn| forum::accounts::offer_setup(conn, now)).map_err(super::said)? {
        println!("Make the first administrator at {}/setup/{token}", app.base_url);
    }
    let no_jobs = options.no_jobs;
    actix_web::rt::System::new().block_on(async move {
        if !no_jobs {
            jobs::start(&app);
        }
        server::start(app, listener, true)?.await
    })?;
    Ok(())
}
