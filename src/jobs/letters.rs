//! Letters go out: leased, checked once more, written, handed over, settled. Between two steps a process may die;
//! the letter is then sent again under the same `Message-ID`, or listed where nobody may get two (D6), and nothing is lost.

use super::parcels::{self, Lines, Parcel, Settled};
use crate::{
    app::App,
    domain::letter,
    error::{Error, Result},
    forum, mail,
    store::{
        self,
        leases::{self, Outcome},
        outbox::Row,
    },
};
use chrono::{NaiveDateTime, TimeDelta};
use serde::Serialize;
use std::time::{Duration, Instant};

/// What one run did, and what is left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub sent: usize,
    /// Tried again later.
    pub deferred: usize,
    /// Given up.
    pub failed: usize,
    /// May have arrived, and is not sent again.
    pub unsure: usize,
    /// Nothing to send after all: no such account, a link that has served.
    pub dropped: usize,
    /// Left in the outbox, with those that wait for another try.
    pub queued: i64,
}

impl Counts {
    fn add(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Sent => self.sent += 1,
            Outcome::Deferred { .. } => self.deferred += 1,
            Outcome::Failed { .. } => self.failed += 1,
            Outcome::Unsure { .. } => self.unsure += 1,
            Outcome::Returned => {}
        }
    }
}

/// Delivers everything that is due.
///
/// # Errors
/// Faults of the database.
pub async fn flush(app: &App) -> Result<Counts> {
    let mut counts = deliver_due(app).await?;
    counts.queued = app.db.read(store::outbox::standing).await?.queued;
    Ok(counts)
}

/// Letters that are leased, and what they say.
struct Batch {
    parcels: Vec<Parcel>,
    /// Leased; some may have had nothing to say.
    letters: usize,
    /// When it was found out what they say.
    settled: Instant,
}

/// What goes from one batch to the next.
#[derive(Default)]
struct Run {
    counts: Counts,
    lines: Lines,
    /// Not noted yet.
    outcomes: Vec<(Row, Outcome)>,
}

/// With so many letters in a tenth of a second, and more, the next ones are made ready while these go out. A slower server gets each
/// letter as it is when it leaves (D5).
const AHEAD_FROM: usize = 4;

/// What a letter says holds for so long; after that it is given back, to be looked up again.
const HOLDS: Duration = Duration::from_secs(10);

/// Delivers everything that is due and that each domain takes in this minute, without counting what is left.
///
/// # Errors
/// Faults of the database.
pub async fn deliver_due(app: &App) -> Result<Counts> {
    let (mut run, mut size) = (Run::default(), 1);
    let mut next = make_ready(app, &mut run, size).await;
    loop {
        let batch = match next {
            Ok(batch) => batch,
            Err(e) => return Err(give_up(app, run, e).await),
        };
        if batch.letters == 0 {
            if run.outcomes.is_empty() {
                return Ok(run.counts);
            }
            next = make_ready(app, &mut run, size).await;
            continue;
        }
        let began = Instant::now();
        let (sent, ahead) = match size >= AHEAD_FROM {
            true => {
                let (sent, ahead) = futures_util::future::join(deliver(app, batch), make_ready(app, &mut run, size)).await;
                (sent, Some(ahead))
            }
            false => (deliver(app, batch).await, None),
        };
        let held_up = sent.iter().any(|(_, outcome)| *outcome == Outcome::Returned);
        size = if held_up { 1 } else { letter::batch(size, began.elapsed().as_millis()) };
        sent.iter().for_each(|(_, outcome)| run.counts.add(outcome));
        run.outcomes.extend(sent);
        next = match ahead {
            Some(ahead) => ahead,
            None => make_ready(app, &mut run, size).await,
        };
    }
}

/// The next letters cannot be made ready: what is known of those before is noted all the same, if that can be.
async fn give_up(app: &App, run: Run, e: Error) -> Error {
    let (outcomes, now) = (run.outcomes, app.clock.now());
    if let Err(worse) = app.db.write(move |conn| forum::bounces::settle(conn, &outcomes, now)).await {
        tracing::error!(cause = %worse, "what came of letters cannot be noted");
    }
    e
}

/// Leases letters and finds out what they say.
async fn make_ready(app: &App, run: &mut Run, size: usize) -> Result<Batch> {
    let rows = turn(app, run.outcomes.clone(), size).await?;
    run.outcomes.clear();
    if rows.is_empty() {
        return Ok(Batch { parcels: Vec::new(), letters: 0, settled: Instant::now() });
    }
    let letters = rows.len();
    match settle(app, rows.clone(), run).await {
        Ok(parcels) => Ok(Batch { parcels, letters, settled: Instant::now() }),
        Err(e) => {
            // Nobody began to send them.
            run.outcomes.extend(rows.into_iter().map(|row| (row, Outcome::Returned)));
            Err(e)
        }
    }
}

/// Notes what came of the letters before, and leases the next: one commit for both.
async fn turn(app: &App, outcomes: Vec<(Row, Outcome)>, size: usize) -> Result<Vec<Row>> {
    let (now, per_minute) = (app.clock.now(), app.config.limits.letters_per_minute);
    app.db
        .write(move |conn| {
            forum::bounces::settle(conn, &outcomes, now)?;
            if store::outbox::is_paused(conn)? { Ok(Vec::new()) } else { leases::lease(conn, now, size, per_minute) }
        })
        .await
}

/// Finds out at this moment what leased letters still have to say (D5). One that cannot be read waits for a program that can,
/// and holds up no other.
async fn settle(app: &App, rows: Vec<Row>, run: &mut Run) -> Result<Vec<Parcel>> {
    let mut parcels = Vec::new();
    let mut waiting = vec![rows];
    while let Some(rows) = waiting.pop() {
        match say(app, rows.clone(), &mut run.lines).await {
            Ok(settled) => {
                run.counts.dropped += settled.dropped;
                parcels.extend(settled.parcels);
            }
            // The database has to come back first.
            Err(e @ (Error::Unavailable(_) | Error::Full(_))) => return Err(e),
            Err(e) => match <[Row; 1]>::try_from(rows) {
                Ok([row]) => {
                    let said = e.cause().map_or_else(|| e.to_string(), |cause| format!("{cause:#}"));
                    tracing::error!(letter = row.id, cause = said, "a letter cannot be written");
                    run.counts.failed += 1;
                    run.outcomes.push((row, Outcome::Failed { said, bounced: false }));
                }
                Err(rows) => waiting.extend(rows.into_iter().map(|row| vec![row])),
            },
        }
    }
    Ok(parcels)
}

async fn say(app: &App, rows: Vec<Row>, lines: &mut Lines) -> Result<Settled> {
    let (shared, now, mut known) = (app.clone(), app.clock.now(), std::mem::take(lines));
    let (settled, known) = app
        .db
        .write(move |conn| {
            let settled = parcels::settle(conn, rows.clone(), &mut known, &shared, now)?;
            Ok((settled, std::mem::take(&mut known)))
        })
        .await?;
    *lines = known;
    Ok(settled)
}

/// Hands letters over in two conversations at a time.
async fn deliver(app: &App, batch: Batch) -> Vec<(Row, Outcome)> {
    let mut parcels = batch.parcels;
    let half = parcels.split_off(parcels.len() / 2);
    let (one, two) = futures_util::future::join(converse(app, parcels, batch.settled), converse(app, half, batch.settled)).await;
    one.into_iter().chain(two).collect()
}

/// Hands letters over, one after the other; those for which the server leaves no time are given back.
async fn converse(app: &App, parcels: Vec<Parcel>, settled: Instant) -> Vec<(Row, Outcome)> {
    let mut outcomes = Vec::new();
    for parcel in parcels {
        let row = parcel.row.clone();
        let outcome = if settled.elapsed() > HOLDS { Outcome::Returned } else { send(app, parcel).await };
        outcomes.push((row, outcome));
    }
    outcomes
}

async fn send(app: &App, parcel: Parcel) -> Outcome {
    let (row, shared) = (parcel.row.clone(), app.clone());
    let handing = store::off_thread(move || Ok(hand_over(&shared, &parcel)));
    // A server that says one letter a minute holds up one letter, not the post. What it takes in the end all the same
    // comes again under the same `Message-ID`.
    let handed = match tokio::time::timeout(app.mail_deadline, handing).await {
        Ok(handed) => handed.unwrap_or_else(|e| Err(mail::Failure { said: e.to_string(), ..mail::Failure::default() })),
        Err(_) => Err(mail::Failure { unsure: true, said: "the mail server took too long".to_owned(), ..mail::Failure::default() }),
    };
    let Err(failure) = handed else { return Outcome::Sent };
    tracing::warn!(letter = row.id, kind = row.kind, attempts = row.attempts, said = failure.said, "a letter was not taken");
    outcome(&row, failure, app.clock.now())
}

fn outcome(row: &Row, failure: mail::Failure, now: NaiveDateTime) -> Outcome {
    let mail::Failure { permanent, unsure, bounced, said } = failure;
    // Nobody gets the same letter twice: what may have arrived is listed (D6).
    if unsure && row.issue_id.is_some() {
        return Outcome::Unsure { said };
    }
    if permanent || now - row.created_at >= TimeDelta::days(letter::GIVEN_UP_DAYS) {
        return Outcome::Failed { said, bounced };
    }
    let jitter = row.message_id.bytes().fold(0u64, |sum, b| sum.wrapping_mul(31).wrapping_add(u64::from(b)));
    let wait = letter::wait_s(row.attempts, jitter.wrapping_add(u64::from(row.attempts.unsigned_abs())));
    Outcome::Deferred { due: now + TimeDelta::seconds(wait), said }
}

fn hand_over(app: &App, parcel: &Parcel) -> std::result::Result<(), mail::Failure> {
    let message = parcel.written(app).map_err(|e| {
        // A letter that cannot be written is a fault of ours, or of the settings: it waits for whoever mends it.
        let said = match &e {
            Error::Internal(cause) => format!("{cause:#}"),
            e => e.to_string(),
        };
        mail::Failure { said, ..mail::Failure::default() }
    })?;
    app.mailer.send(&parcel.row.message_id, message)
}
