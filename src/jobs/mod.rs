//! Background work: letters go out, what is old goes away. Each job may run twice, in several processes at once,
//! and is stepped by hand in tests: the clock is an argument, and nothing sleeps but the loop in `start`.

pub mod bounces;
pub mod digests;
pub mod letters;
mod parcels;
mod retention;

use crate::{
    app::App,
    error::Result,
    forum::{self, upkeep::Step},
};
use std::time::{Duration, Instant};

/// What there is to do in the background.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// Letters that are due.
    Letters,
    /// Letters of what happened.
    Digests,
    /// Reports of letters that came back.
    Bounces,
    /// What has been kept long enough.
    Retention,
    /// Declarations whose day of review has come.
    Reviews,
    /// What stands under each theme, counted anew.
    Figures,
    /// What is derived from texts, where an older program made it otherwise.
    Upkeep,
}

impl Job {
    const ALL: [Self; 7] = [Self::Letters, Self::Digests, Self::Bounces, Self::Retention, Self::Reviews, Self::Figures, Self::Upkeep];

    fn every(self) -> Duration {
        match self {
            Self::Letters => Duration::from_secs(2),
            Self::Digests | Self::Bounces => Duration::from_secs(60),
            Self::Figures => Duration::from_secs(10 * 60),
            Self::Retention | Self::Reviews | Self::Upkeep => Duration::from_secs(60 * 60),
        }
    }

    /// Does what is due now.
    ///
    /// # Errors
    /// Faults of the database; what was done stays done, the rest is done next time.
    pub async fn run(self, app: &App) -> Result<()> {
        match self {
            Self::Letters => letters::deliver_due(app).await.map(|_| ()),
            Self::Digests => digests::run(app, app.clock.now(), false).await.map(|_| ()),
            Self::Bounces => bounces::read(app).await.map(|_| ()),
            Self::Retention => retention::run(app).await.map(|_| ()),
            Self::Reviews => {
                let now = app.clock.now();
                app.db.write(move |conn| forum::declarations::remind(conn, now)).await.map(|_| ())
            }
            Self::Figures => {
                let now = app.clock.now();
                // Counted in a snapshot that holds up nobody, kept in a short write.
                let counted = app.db.read(move |conn| forum::figures::count(conn, now)).await?;
                app.db.write(move |conn| forum::figures::keep(conn, &counted, now)).await
            }
            Self::Upkeep => keep_up(app).await,
        }
    }
}

/// Step by step; between two of them others have the database for as long as the step had it.
async fn keep_up(app: &App) -> Result<()> {
    let mut step = Step::FIRST;
    while step != Step::Done {
        let began = Instant::now();
        step = app.db.write(move |conn| forum::upkeep::go_on(conn, step)).await?;
        tokio::time::sleep(began.elapsed()).await;
    }
    Ok(())
}

/// Runs every job at its pace until the process ends.
pub fn start(app: &App) {
    for job in Job::ALL {
        let app = app.clone();
        actix_web::rt::spawn(async move {
            loop {
                if let Err(e) = job.run(&app).await {
                    tracing::error!(?job, cause = %e, "a job failed and will run again");
                }
                tokio::time::sleep(job.every()).await;
            }
        });
    }
}
