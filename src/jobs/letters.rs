//! Letters go out: leased, checked once more, written, handed over, settled. Between two steps a process may die;
//! the letter is then sent again under the same `Message-ID`, and nothing is lost.

use crate::{
    app::App,
    domain::{
        lang::Lang,
        letter::{self, Letter},
        moderation::{Decision, Placed},
        news::Line,
        text::Reader,
    },
    error::{Error, Result},
    forum,
    i18n::l10n,
    mail,
    store::{self, issues::Issue, outbox::Row, subscriptions::Subscription},
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
    /// May have arrived, and is not sent again.
    pub unsure: usize,
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
    let mut counts = deliver_due(app).await?;
    counts.queued = app.db.read(store::outbox::standing).await?.queued;
    Ok(counts)
}

/// Delivers everything that is due, without counting what is left.
///
/// # Errors
/// Faults of the database.
pub async fn deliver_due(app: &App) -> Result<Counts> {
    let mut counts = Counts::default();
    loop {
        match next(app).await? {
            None => break,
            Some(Next::Dropped) => counts.dropped += 1,
            Some(Next::Unreadable) => counts.failed += 1,
            Some(Next::Send(parcel)) => match deliver(app, *parcel).await? {
                Fate::Sent => counts.sent += 1,
                Fate::Deferred => counts.deferred += 1,
                Fate::Failed => counts.failed += 1,
                Fate::Unsure => counts.unsure += 1,
            },
        }
    }
    Ok(counts)
}

enum Next {
    Dropped,
    Unreadable,
    Send(Box<Parcel>),
}

/// A leased letter with everything that it says.
struct Parcel {
    row: Row,
    letter: Letter,
    act: mail::Act,
    digest: Option<Digest>,
}

/// What a subscription's letter tells at this moment.
pub(super) struct Digest {
    pub subscription: Subscription,
    issue: Issue,
    reader: Reader,
    pub lines: Vec<Line>,
    everywhere: bool,
}

impl Digest {
    /// As it can be told now. `machine` is what the site says of machine text.
    ///
    /// # Errors
    /// Database failures only.
    pub fn of(conn: &mut store::Conn, subscription: Subscription, issue: Issue, machine: bool) -> Result<Self> {
        let reader = forum::digests::reader(conn, &subscription, machine)?;
        let lines = forum::digests::lines(conn, &issue.selection.items, &reader)?;
        let everywhere = store::subscriptions::choices(conn, &[subscription.id])?.0.is_empty();
        Ok(Self { subscription, issue, reader, lines, everywhere })
    }

    /// Worded for one address, under one name, as of one moment.
    pub fn letter<'a>(&'a self, app: &'a App, (to, id, at): (&'a str, &'a str, NaiveDateTime)) -> mail::digest::Digest<'a> {
        let schedule = self.subscription.schedule();
        mail::digest::Digest {
            config: &app.config,
            base: &app.base_url,
            reader: &self.reader,
            to,
            lines: &self.lines,
            more: self.issue.selection.more,
            everywhere: self.everywhere,
            period: self.issue.period,
            frequency: schedule.frequency,
            zone: schedule.zone,
            token: &self.subscription.token,
            confirmed_at: self.subscription.confirmed_at,
            id,
            at,
        }
    }
}

#[derive(Clone, Copy)]
enum Fate {
    Sent,
    Deferred,
    Failed,
    Unsure,
}

/// Leases the next letter, and finds out at this moment whether it still has something to say (D5). One that cannot be
/// read waits for a program that can, and holds up no other.
async fn next(app: &App) -> Result<Option<Next>> {
    let now = app.clock.now();
    let leased = app.db.write(move |conn| if store::outbox::is_paused(conn)? { Ok(None) } else { store::outbox::lease(conn, now) }).await?;
    let Some(row) = leased else { return Ok(None) };
    let id = row.id;
    let machine = app.config.machine_translation.show;
    match app.db.write(move |conn| settle(conn, row, machine, now)).await {
        Ok(next) => Ok(Some(next)),
        // The database has to come back first.
        Err(e @ (Error::Unavailable(_) | Error::Full(_))) => Err(e),
        Err(e) => {
            let said = e.cause().map_or_else(|| e.to_string(), |cause| format!("{cause:#}"));
            tracing::error!(letter = id, cause = said, "a letter cannot be written");
            app.db.write(move |conn| store::outbox::fail(conn, id, &said, now)).await?;
            Ok(Some(Next::Unreadable))
        }
    }
}

fn settle(conn: &mut store::Conn, row: Row, machine: bool, now: NaiveDateTime) -> Result<Next> {
    let Some((row, letter)) = forum::letters::due(conn, row, now)? else { return Ok(Next::Dropped) };
    let act = match &letter {
        Letter::Acted { act } => told(conn, *act, row.lang)?,
        _ => mail::Act::default(),
    };
    let digest = match &letter {
        Letter::Digest { issue } => Some(digest(conn, *issue, machine)?),
        _ => None,
    };
    if digest.as_ref().is_some_and(|d| d.lines.is_empty()) {
        // Everything that it told was hidden since (D5).
        store::outbox::drop(conn, row.id)?;
        return Ok(Next::Dropped);
    }
    Ok(Next::Send(Box::new(Parcel { row, letter, act, digest })))
}

fn digest(conn: &mut store::Conn, issue: i64, machine: bool) -> Result<Digest> {
    let (subscription, issue) = store::issues::find(conn, issue)?;
    let subscription = store::subscriptions::find(conn, subscription)?;
    Digest::of(conn, subscription, issue, machine)
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
    let concerns = forum::moderation::concerned(conn, &line)?;
    let answerable = concerns.is_some_and(|concerns| forum::moderation::is_answerable(&line, concerns));
    let place = forum::moderation::place(conn, &line, lang)?;
    let words = place.as_ref().map(|p| l10n(lang).place(p, &chrono_tz::UTC.from_utc_datetime(&p.at)));
    // A decision that stands is read where it was made; what can be read again, where it stands.
    let back = place.filter(|p| p.readable && !answerable && line.act != Decision::Uphold.as_str());
    let back = back.map(|p| match p.what {
        Placed::Post => format!("p/{}", p.id),
        Placed::Thread => format!("t/{}", p.id),
    });
    Ok(mail::Act { act: line.act, subject: line.subject, reason, until, place: words.unwrap_or_default(), back, answerable })
}

async fn deliver(app: &App, parcel: Parcel) -> Result<Fate> {
    let (row, now) = (parcel.row.clone(), app.clock.now());
    let (shared, mailer) = (app.clone(), app.mailer.clone());
    let handing = store::off_thread(move || Ok(hand_over(&shared, &mailer, &parcel)));
    // A server that says one letter a minute holds up one letter, not the post. What it takes in the end all the same
    // comes again under the same `Message-ID`.
    let handed = match tokio::time::timeout(app.mail_deadline, handing).await {
        Ok(handed) => handed?,
        Err(_) => Err(mail::Failure { permanent: false, unsure: true, said: "the mail server took too long".to_owned() }),
    };
    let fate = match &handed {
        Ok(()) => Fate::Sent,
        // Nobody gets the same letter twice: what may have arrived is listed (D6).
        Err(e) if e.unsure && row.issue_id.is_some() => Fate::Unsure,
        Err(e) if e.permanent || now - row.created_at >= TimeDelta::days(letter::GIVEN_UP_DAYS) => Fate::Failed,
        Err(_) => Fate::Deferred,
    };
    let said = handed.err().map(|e| e.said).unwrap_or_default();
    if !said.is_empty() {
        tracing::warn!(letter = row.id, kind = row.kind, attempts = row.attempts, said, "a letter was not taken");
    }
    let outcome = fate;
    app.db
        .write(move |conn| match outcome {
            Fate::Sent => store::outbox::sent(conn, row.id, now),
            Fate::Failed => store::outbox::fail(conn, row.id, &said, now),
            Fate::Unsure => store::outbox::doubt(conn, row.id, &said, now),
            Fate::Deferred => {
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
    let written = match &parcel.digest {
        Some(digest) => mail::digest::compose(&digest.letter(app, (&parcel.row.email, &parcel.row.message_id, parcel.row.created_at))),
        None => mail::compose(&compose),
    };
    let message = written.map_err(|e| {
        // A letter that cannot be written is a fault of ours, or of the settings: it waits for whoever mends it.
        let said = match &e {
            Error::Internal(cause) => format!("{cause:#}"),
            e => e.to_string(),
        };
        mail::Failure { permanent: false, unsure: false, said }
    })?;
    mailer.send(&parcel.row.message_id, message)
}
