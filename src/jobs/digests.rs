//! Letters of what happened are made when they are due. Every step may be done twice, by several processes: what was kept once
//! is not kept again.

use super::parcels::{self, Lines};
use crate::{
    app::App,
    config::Config,
    domain::{
        account,
        digest::{Frequency, Period, Schedule},
    },
    error::{Error, Result},
    forum::digests::{self, Batch, Counts, Facts},
    store::{self, issues::Issue, subscriptions::Subscription},
};
use chrono::NaiveDateTime;

/// Subscriptions that are looked at together.
const BATCH: i64 = 250;

/// When public issues appear, by the site's settings.
pub fn public_schedule(config: &Config) -> Schedule {
    Schedule { frequency: Frequency::Weekly, weekday: config.digest.weekday(), hour: config.digest.hour, zone: config.site.time_zone }
}

/// Makes every letter that is due at `now`, and the public issue. With `dry`, nothing is kept: the counts are what would be.
///
/// # Errors
/// Faults of the database; what was kept stays kept, the rest is made next time.
pub async fn run(app: &App, now: NaiveDateTime, dry: bool) -> Result<Counts> {
    // Also what other processes committed so far; what they commit later gets higher numbers (D2).
    let upto = app.db.write(store::events::number).await?;
    let (mut counts, mut after, mut facts): (Counts, i64, Option<Facts>) = (Counts::default(), 0, None);
    loop {
        let known = facts.take();
        let made: Result<(Batch, Option<Facts>)> = app
            .db
            .read(move |conn| {
                let mut known = known;
                let batch = digests::compose(conn, now, upto, &mut known, after, BATCH)?;
                Ok((batch, known))
            })
            .await;
        let (batch, known) = made?;
        facts = known;
        let Some(last) = batch.last else { break };
        after = last;
        let kept = if dry { batch.counts() } else { app.db.write(move |conn| digests::keep(conn, &batch, now)).await? };
        counts.issues += kept.issues;
        counts.empty += kept.empty;
    }
    if let (Some(due), false) = (public_schedule(&app.config).due(now), dry) {
        counts.public = app.db.write(move |conn| digests::publish(conn, due.period, upto, now)).await?;
    }
    Ok(counts)
}

/// The letter that the subscriber at this address would get at `now`, as it would go over the wire; `None` when there is
/// nothing to tell. Nothing is kept.
///
/// # Errors
/// [`Error::NotFound`] for an address without a subscription; faults of the database.
pub async fn preview(app: &App, address: &str, now: NaiveDateTime) -> Result<Option<Vec<u8>>> {
    let (shared, key) = (app.clone(), account::sign_in_key(address));
    app.db
        .read(move |conn| {
            let subscription = store::subscriptions::by_address(conn, &key)?.filter(Subscription::is_active).ok_or(Error::NotFound)?;
            let upto = store::events::last(conn)?;
            let Some(want) = digests::wants(conn, std::slice::from_ref(&subscription))?.pop() else { return Ok(None) };
            let selection = digests::select(&digests::facts(conn, want.from, upto)?, &want);
            let period = subscription.schedule().due(now).map_or(Period::Day(now.date()), |due| due.period);
            let issue = Issue { period, after: want.from, upto, selection, made_at: now };
            let id = format!("digest-{}-{period}", subscription.id);
            let told = parcels::tell(conn, vec![(subscription, issue)], &mut Lines::default(), &shared)?.pop();
            let Some(digest) = told.filter(|digest| !digest.is_empty()) else { return Ok(None) };
            Ok(Some(shared.mailer.written(digest.written(&shared, &id, now)?)))
        })
        .await
}
