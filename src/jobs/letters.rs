//! Letters go out: leased, checked once more, written, handed over, settled. Between two steps a process may die;
//! the letter is then sent again under the same `Message-ID`, and nothing is lost.

use crate::{
    app::App,
    domain::{
        lang::Lang,
        letter::{self, Letter},
    },
    error::{Error, Result},
    forum,
    i18n::l10n,
    mail,
    store::{self, outbox::Row},
};
use chrono::{NaiveDateTime, TimeDelta, TimeZone};
use serde::Serialize;

/// What one run did, and what is left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub sent: usize,
    /// Tried again later.
    pub deferred: usize,
    /// Given up.
    pub failed: usize,
    /// Nothing to send after all: no such account, a link that has served.
    pub dropped: usize,
    /// Left in the outbox, with those that wait for another try.
    pub queued: i64,
}

/// Delivers everything that is due.
///
/// # Errors
/// Faults of the database.
pub async fn flush(app: &App) -> Result<Counts> {
    let mut counts = Counts::default();
    loop {
        let now = app.clock.now();
        let next = app.db.write(move |conn| next(conn, now)).await?;
        match next {
            None => break,
            Some(Next::Dropped) => counts.dropped += 1,
            Some(Next::Send(parcel)) => match deliver(app, *parcel).await? {
                Fate::Sent => counts.sent += 1,
                Fate::Deferred => counts.deferred += 1,
                Fate::Failed => counts.failed += 1,
            },
        }
    }
    counts.queued = app.db.read(store::outbox::standing).await?.queued;
    Ok(counts)
}

enum Next {
    Dropped,
    Send(Box<Parcel>),
}

/// A leased letter with everything that it says.
struct Parcel {
    row: Row,
    letter: Letter,
    act: mail::Act,
}

enum Fate {
    Sent,
    Deferred,
    Failed,
}

/// Leases the next letter, and finds out at this moment whether it still has something to say (D5).
fn next(conn: &mut store::Conn, now: NaiveDateTime) -> Result<Option<Next>> {
    if store::outbox::is_paused(conn)? {
        return Ok(None);
    }
    let Some(row) = store::outbox::lease(conn, now)? else { return Ok(None) };
    match forum::letters::due(conn, row, now)? {
        Some((row, letter)) => {
            let act = match &letter {
                Letter::Acted { act } => told(conn, *act, row.lang)?,
                _ => mail::Act::default(),
            };
            Ok(Some(Next::Send(Box::new(Parcel { row, letter, act }))))
        }
        None => Ok(Some(Next::Dropped)),
    }
}

/// What moderators did, in the language of the person whom it concerns.
fn told(conn: &mut store::Conn, line: i64, lang: Lang) -> Result<mail::Act> {
    let line = store::moderation::line(conn, line)?;
    let until = match line.until {
        Some(until) if until >= forum::moderation::never() => "never".to_owned(),
        Some(until) => l10n(lang).day(&chrono_tz::UTC.from_utc_datetime(&until)),
        None => String::new(),
    };
    let reason = store::canned::words(conn, &line.why(), lang)?;
    Ok(mail::Act { act: line.act, subject: line.subject, reason, until })
}

async fn deliver(app: &App, parcel: Parcel) -> Result<Fate> {
    let (row, now) = (parcel.row.clone(), app.clock.now());
    let (shared, mailer) = (app.clone(), app.mailer.clone());
    let handed = store::off_thread(move || Ok(hand_over(&shared, &mailer, &parcel))).await?;
    let fate = match &handed {
        Ok(()) => Fate::Sent,
        Err(e) if e.permanent || now - row.created_at >= TimeDelta::days(letter::GIVEN_UP_DAYS) => Fate::Failed,
        Err(_) => Fate::Deferred,
    };
    let said = handed.err().map(|e| e.said).unwrap_or_default();
    if !said.is_empty() {
        tracing::warn!(letter = row.id, kind = row.kind, attempts = row.attempts, said, "a letter was not taken");
    }
    let done = matches!(fate, Fate::Sent);
    let failed = matches!(fate, Fate::Failed);
    app.db
        .write(move |conn| match (done, failed) {
            (true, _) => store::outbox::sent(conn, row.id, now),
            (false, true) => store::outbox::fail(conn, row.id, &said, now),
            (false, false) => {
                let jitter = row.message_id.bytes().fold(0u64, |sum, b| sum.wrapping_mul(31).wrapping_add(u64::from(b)));
                let wait = letter::wait_s(row.attempts, jitter.wrapping_add(u64::from(row.attempts.unsigned_abs())));
                store::outbox::defer(conn, row.id, &said, now + TimeDelta::seconds(wait))
            }
        })
        .await?;
    Ok(fate)
}

fn hand_over(app: &App, mailer: &mail::Mailer, parcel: &Parcel) -> std::result::Result<(), mail::Failure> {
    let compose = mail::Compose {
        config: &app.config,
        base: &app.base_url,
        lang: parcel.row.lang,
        to: &parcel.row.email,
        letter: &parcel.letter,
        act: &parcel.act,
        id: &parcel.row.message_id,
        at: parcel.row.created_at,
    };
    let (envelope, message) = mail::compose(&compose).map_err(|e| {
        // A letter that cannot be written is a fault of ours, or of the settings: it waits for whoever mends it.
        let said = match &e {
            Error::Internal(cause) => format!("{cause:#}"),
            e => e.to_string(),
        };
        mail::Failure { permanent: false, said }
    })?;
    mailer.send(&parcel.row.message_id, &envelope, &message)
}
