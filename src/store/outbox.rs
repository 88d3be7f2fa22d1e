//! Letters on their way: kept in the transaction of their cause; `leases` lets them go.

use super::{
    conn::{Conn, on_each},
    schema_digests::issues,
    schema_order::{outbox, switches},
    subscriptions::Subscription,
};
use crate::{
    domain::{digest::Period, lang::Lang, letter::Letter},
    error::{Error, Result},
};
use anyhow::Context;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// A row of the outbox.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = outbox)]
pub struct Row {
    pub id: i64,
    /// What stands before the @ of the `Message-ID`.
    pub message_id: String,
    pub account_id: Option<i64>,
    pub email: String,
    #[diesel(deserialize_as = String)]
    pub lang: Lang,
    pub kind: String,
    letter: String,
    pub created_at: NaiveDateTime,
    pub due_at: NaiveDateTime,
    pub attempts: i32,
    pub sent_at: Option<NaiveDateTime>,
    pub failed_at: Option<NaiveDateTime>,
    pub error: String,
    /// Of a subscription's letter.
    pub issue_id: Option<i64>,
}

impl Row {
    /// What it says.
    ///
    /// # Errors
    /// A stored letter that this program does not know.
    pub fn letter(&self) -> Result<Letter> {
        serde_json::from_str(&self.letter).with_context(|| format!("letter {} of kind {}", self.id, self.kind)).map_err(Error::Internal)
    }
}

/// Where an address is.
fn domain(email: &str) -> String {
    email.rsplit_once('@').map(|(_, domain)| domain.to_lowercase()).unwrap_or_default()
}

/// A letter to be sent.
pub struct New<'a> {
    pub account: Option<i64>,
    pub email: &'a str,
    pub lang: Lang,
    pub letter: &'a Letter,
}

/// Keeps a letter to be sent as soon as this transaction is done.
///
/// # Errors
/// Database failures only.
pub fn queue(conn: &mut Conn, new: &New, now: NaiveDateTime) -> Result<()> {
    let row = (
        outbox::message_id.eq(uuid::Uuid::now_v7().to_string()),
        outbox::account_id.eq(new.account),
        outbox::email.eq(new.email),
        outbox::domain.eq(domain(new.email)),
        outbox::lang.eq(new.lang.as_str()),
        outbox::kind.eq(new.letter.kind()),
        outbox::letter.eq(json(new.letter)?),
        outbox::created_at.eq(now),
        outbox::due_at.eq(now),
    );
    diesel::insert_into(outbox::table).values(row).execute(conn)?;
    Ok(())
}

/// Keeps a subscription's letter. Its `Message-ID` depends on subscription and period alone.
///
/// # Errors
/// Database failures only.
pub fn queue_issue(conn: &mut Conn, subscription: &Subscription, issue: i64, period: Period, now: NaiveDateTime) -> Result<()> {
    let letter = Letter::Digest { issue };
    let row = (
        outbox::message_id.eq(format!("digest-{}-{period}", subscription.id)),
        outbox::account_id.eq(subscription.account_id),
        outbox::email.eq(&subscription.email),
        outbox::domain.eq(domain(&subscription.email)),
        outbox::lang.eq(subscription.lang.as_str()),
        outbox::kind.eq(letter.kind()),
        outbox::letter.eq(json(&letter)?),
        outbox::created_at.eq(now),
        outbox::due_at.eq(now),
        outbox::issue_id.eq(Some(issue)),
    );
    diesel::insert_into(outbox::table).values(row).execute(conn)?;
    Ok(())
}

/// A letter that waits, under a name of its own: what stands before the @ of its `Message-ID`.
pub struct Held {
    pub message_id: String,
    pub account: i64,
    pub email: String,
    pub lang: Lang,
    pub letter: Letter,
}

/// Keeps letters until they are due; one that is kept under the same name already stays as it is.
///
/// # Errors
/// Database failures only.
pub fn hold(conn: &mut Conn, letters: &[Held], now: NaiveDateTime, due: NaiveDateTime) -> Result<()> {
    // A row has nine values, and a statement at most 32,766.
    for letters in letters.chunks(1_000) {
        let names: Vec<&str> = letters.iter().map(|l| l.message_id.as_str()).collect();
        let mut kept: HashSet<String> =
            outbox::table.filter(outbox::message_id.eq_any(names)).select(outbox::message_id).load(conn)?.into_iter().collect();
        let mut rows = Vec::new();
        for new in letters {
            if !kept.insert(new.message_id.clone()) {
                continue;
            }
            rows.push((
                outbox::message_id.eq(&new.message_id),
                outbox::account_id.eq(Some(new.account)),
                outbox::email.eq(&new.email),
                outbox::domain.eq(domain(&new.email)),
                outbox::lang.eq(new.lang.as_str()),
                outbox::kind.eq(new.letter.kind()),
                outbox::letter.eq(json(&new.letter)?),
                outbox::created_at.eq(now),
                outbox::due_at.eq(due),
            ));
        }
        on_each!(conn, c => diesel::insert_into(outbox::table).values(rows).execute(c))?;
    }
    Ok(())
}

/// Of these subscriptions the letter that was never tried or was refused for now, with the event after which it begins.
///
/// # Errors
/// Database failures only.
pub fn unsent_issues(conn: &mut Conn, subscriptions: &[i64]) -> Result<HashMap<i64, (i64, i64)>> {
    let rows: Vec<(i64, i64, i64)> = outbox::table
        .inner_join(issues::table.on(outbox::issue_id.eq(issues::id.nullable())))
        .filter(issues::subscription_id.eq_any(subscriptions.iter().copied()))
        .filter(outbox::sent_at.is_null())
        .filter(outbox::unsure_at.is_null())
        .order(issues::after.desc())
        .select((issues::subscription_id, outbox::id, issues::after))
        .load(conn)?;
    Ok(rows.into_iter().map(|(subscription, letter, after)| (subscription, (letter, after))).collect())
}

/// Takes a letter back that nobody is sending; false when it is on its way, or gone.
///
/// # Errors
/// Database failures only.
pub fn take_back(conn: &mut Conn, id: i64) -> Result<bool> {
    let still = outbox::table
        .filter(outbox::id.eq(id))
        .filter(outbox::sent_at.is_null())
        .filter(outbox::unsure_at.is_null())
        .filter(outbox::leased_until.is_null());
    Ok(diesel::delete(still).execute(conn)? == 1)
}

fn json(letter: &Letter) -> Result<String> {
    serde_json::to_string(letter).map_err(|e| Error::Internal(e.into()))
}

/// The letter turned out to say something else, or to go to another address, than could be known when it was queued.
///
/// # Errors
/// Database failures only.
pub fn resolve(conn: &mut Conn, id: i64, new: &New) -> Result<Row> {
    diesel::update(outbox::table.find(id))
        .set((
            outbox::account_id.eq(new.account),
            outbox::email.eq(new.email),
            outbox::domain.eq(domain(new.email)),
            outbox::lang.eq(new.lang.as_str()),
            outbox::kind.eq(new.letter.kind()),
            outbox::letter.eq(json(new.letter)?),
        ))
        .execute(conn)?;
    find(conn, id)
}

/// # Errors
/// [`Error::NotFound`].
pub fn find(conn: &mut Conn, id: i64) -> Result<Row> {
    Ok(outbox::table.find(id).select(Row::as_select()).first(conn)?)
}

/// There is nothing to send after all.
///
/// # Errors
/// Database failures only.
pub fn drop(conn: &mut Conn, id: i64) -> Result<()> {
    diesel::delete(outbox::table.find(id)).execute(conn)?;
    Ok(())
}

/// What was given up, and what waits after a failure, is due now; how many letters that is. What is held stays so.
///
/// # Errors
/// Database failures only.
pub fn retry(conn: &mut Conn, now: NaiveDateTime) -> Result<usize> {
    let stuck = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::unsure_at.is_null())
        .filter(outbox::failed_at.is_not_null().or(outbox::due_at.gt(now)))
        .filter(outbox::attempts.gt(0).or(outbox::due_at.eq(outbox::created_at)));
    Ok(diesel::update(stuck)
        .set((outbox::failed_at.eq(None::<NaiveDateTime>), outbox::due_at.eq(now), outbox::leased_until.eq(None::<NaiveDateTime>)))
        .execute(conn)?)
}

/// How many letters stand where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub queued: i64,
    pub failed: i64,
    pub unsure: i64,
    pub sent: i64,
}

/// # Errors
/// Database failures only.
pub fn standing(conn: &mut Conn) -> Result<Standing> {
    let unsent = || outbox::table.filter(outbox::sent_at.is_null());
    Ok(Standing {
        queued: unsent().filter(outbox::failed_at.is_null()).filter(outbox::unsure_at.is_null()).count().get_result(conn)?,
        unsure: unsent().filter(outbox::unsure_at.is_not_null()).count().get_result(conn)?,
        failed: unsent().filter(outbox::failed_at.is_not_null()).count().get_result(conn)?,
        sent: outbox::table.filter(outbox::sent_at.is_not_null()).count().get_result(conn)?,
    })
}

/// The newest letters of one standing, before letter `before`.
///
/// # Errors
/// Database failures only.
pub fn list(conn: &mut Conn, which: Which, before: i64, limit: i64) -> Result<Vec<Row>> {
    let mut query = outbox::table.select(Row::as_select()).filter(outbox::id.lt(before)).order(outbox::id.desc()).limit(limit).into_boxed();
    query = match which {
        Which::Queued => query.filter(outbox::sent_at.is_null()).filter(outbox::failed_at.is_null()).filter(outbox::unsure_at.is_null()),
        Which::Unsure => query.filter(outbox::unsure_at.is_not_null()).filter(outbox::sent_at.is_null()),
        Which::Failed => query.filter(outbox::failed_at.is_not_null()).filter(outbox::sent_at.is_null()),
        Which::Sent => query.filter(outbox::sent_at.is_not_null()),
    };
    Ok(query.load(conn)?)
}

crate::domain::words! {
    /// Where a letter stands.
    Which { Queued = "queued", Failed = "failed", Unsure = "unsure", Sent = "sent" }
}

/// The names of files and lines that letters to this person or address left behind.
///
/// # Errors
/// Database failures only.
pub fn to_person(conn: &mut Conn, account: i64, email: &str) -> Result<Vec<Row>> {
    Ok(outbox::table
        .filter(outbox::account_id.eq(Some(account)).or(outbox::email.eq(email)))
        .order(outbox::id)
        .select(Row::as_select())
        .load(conn)?)
}

/// Letters that were sent or given up before `then` are forgotten; how many they were.
///
/// # Errors
/// Database failures only.
pub fn prune(conn: &mut Conn, then: NaiveDateTime) -> Result<usize> {
    let old = outbox::sent_at.lt(then).or(outbox::failed_at.lt(then)).or(outbox::unsure_at.lt(then));
    Ok(diesel::delete(outbox::table.filter(old)).execute(conn)?)
}

/// Whether an administrator holds the mail.
///
/// # Errors
/// Database failures only.
pub fn is_paused(conn: &mut Conn) -> Result<bool> {
    let value: Option<String> = switches::table.find("mail").select(switches::value).first(conn).optional()?;
    Ok(value.as_deref() == Some("paused"))
}

/// Holds the mail, or lets it go.
///
/// # Errors
/// Database failures only.
pub fn pause(conn: &mut Conn, paused: bool, now: NaiveDateTime) -> Result<()> {
    diesel::delete(switches::table.find("mail")).execute(conn)?;
    if paused {
        let row = (switches::name.eq("mail"), switches::value.eq("paused"), switches::at.eq(now));
        diesel::insert_into(switches::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// Notes that a job ran.
///
/// # Errors
/// Database failures only.
pub fn ran(conn: &mut Conn, job: &str, now: NaiveDateTime) -> Result<()> {
    diesel::delete(switches::table.find(job)).execute(conn)?;
    diesel::insert_into(switches::table).values((switches::name.eq(job), switches::value.eq("ran"), switches::at.eq(now))).execute(conn)?;
    Ok(())
}

/// When a job ran last.
///
/// # Errors
/// Database failures only.
pub fn last_run(conn: &mut Conn, job: &str) -> Result<Option<NaiveDateTime>> {
    Ok(switches::table.find(job).select(switches::at).first(conn).optional()?)
}

/// Since when the letter waits that waits longest.
///
/// # Errors
/// Database failures only.
pub fn oldest(conn: &mut Conn) -> Result<Option<NaiveDateTime>> {
    Ok(outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::failed_at.is_null())
        .filter(outbox::unsure_at.is_null())
        .order(outbox::id)
        .select(outbox::created_at)
        .first(conn)
        .optional()?)
}
