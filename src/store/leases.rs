//! Letters are leased before they are sent and settled after, so that several processes send each once.

use super::{
    conn::Conn,
    outbox::Row,
    schema_order::{mail_domains, outbox},
};
use crate::error::Result;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// A letter is a process's own for so long; after that another one may send it, with the same `Message-ID`.
pub const LEASE_S: i64 = 5 * 60;

/// What came of a leased letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The mail server took it: what it said is kept no longer, since it held secrets.
    Sent,
    /// Tried again then.
    Deferred { due: NaiveDateTime, said: String },
    /// It may have arrived, or not: it is listed, and never sent again by itself (D6).
    Unsure { said: String },
    /// Given up, until an administrator says otherwise. `bounced`: the address takes no letters.
    Failed { said: String, bounced: bool },
    /// Nobody began to send it.
    Returned,
}

/// Leases at most `limit` letters, those first that have been due for longest, at most `per_minute` of them to one domain; no
/// letter: none may go now. A lease that ran out counts as one attempt more: its process died, and nobody knows how far it
/// came. Of a subscription's letter nobody ever gets a second one, so it is not sent again but listed (D6).
///
/// # Errors
/// Database failures only.
pub fn lease(conn: &mut Conn, now: NaiveDateTime, limit: usize, per_minute: i32) -> Result<Vec<Row>> {
    super::alone(conn)?;
    let waiting = || outbox::sent_at.is_null().and(outbox::failed_at.is_null()).and(outbox::unsure_at.is_null());
    let abandoned = outbox::table.filter(waiting()).filter(outbox::issue_id.is_not_null()).filter(outbox::leased_until.lt(now));
    diesel::update(abandoned).set((outbox::unsure_at.eq(Some(now)), outbox::leased_until.eq(None::<NaiveDateTime>))).execute(conn)?;
    diesel::delete(mail_domains::table.filter(mail_domains::since.le(now - TimeDelta::minutes(1)).or(mail_domains::since.gt(now))))
        .execute(conn)?;
    let mut domains: HashMap<String, (NaiveDateTime, i32)> =
        mail_domains::table.load::<(String, NaiveDateTime, i32)>(conn)?.into_iter().map(|(d, since, n)| (d, (since, n))).collect();
    let full: Vec<String> = domains.iter().filter(|(_, (_, n))| *n >= per_minute).map(|(d, _)| d.clone()).collect();
    let found: Vec<(i64, String)> = outbox::table
        .filter(waiting())
        .filter(outbox::due_at.le(now))
        .filter(outbox::leased_until.is_null().or(outbox::leased_until.lt(now)))
        .filter(outbox::domain.ne_all(full))
        .order((outbox::due_at, outbox::id))
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select((outbox::id, outbox::domain))
        .load(conn)?;
    let (mut taken, mut touched) = (Vec::new(), HashSet::new());
    for (id, domain) in found {
        // Whose address is looked up when it leaves has none yet.
        if !domain.is_empty() {
            let minute = domains.entry(domain.clone()).or_insert((now, 0));
            if minute.1 >= per_minute {
                continue;
            }
            minute.1 += 1;
            touched.insert(domain);
        }
        taken.push(id);
    }
    if taken.is_empty() {
        return Ok(Vec::new());
    }
    for domain in touched {
        let (since, letters) = domains.get(&domain).copied().unwrap_or((now, 0));
        diesel::delete(mail_domains::table.find(&domain)).execute(conn)?;
        let row = (mail_domains::domain.eq(domain), mail_domains::since.eq(since), mail_domains::letters.eq(letters));
        diesel::insert_into(mail_domains::table).values(row).execute(conn)?;
    }
    let own = outbox::table.filter(outbox::id.eq_any(&taken));
    diesel::update(own)
        .set((outbox::leased_until.eq(Some(now + TimeDelta::seconds(LEASE_S))), outbox::attempts.eq(outbox::attempts + 1)))
        .execute(conn)?;
    Ok(outbox::table.filter(outbox::id.eq_any(&taken)).order((outbox::due_at, outbox::id)).select(Row::as_select()).load(conn)?)
}

/// Notes what came of leased letters.
///
/// # Errors
/// Database failures only.
pub fn settle(conn: &mut Conn, outcomes: &[(Row, Outcome)], now: NaiveDateTime) -> Result<()> {
    let none = || outbox::leased_until.eq(None::<NaiveDateTime>);
    let of = |is: &Outcome| outcomes.iter().filter(|(_, o)| o == is).map(|(row, _)| row.id).collect::<Vec<i64>>();
    let (sent, returned) = (of(&Outcome::Sent), of(&Outcome::Returned));
    diesel::update(outbox::table.filter(outbox::id.eq_any(sent)))
        .set((outbox::sent_at.eq(Some(now)), none(), outbox::letter.eq(""), outbox::error.eq("")))
        .execute(conn)?;
    diesel::update(outbox::table.filter(outbox::id.eq_any(returned)))
        .set((none(), outbox::attempts.eq(outbox::attempts - 1)))
        .execute(conn)?;
    for (row, outcome) in outcomes {
        let row = outbox::table.find(row.id);
        match outcome {
            Outcome::Sent | Outcome::Returned => 0,
            Outcome::Deferred { due, said } => {
                diesel::update(row).set((outbox::due_at.eq(*due), none(), outbox::error.eq(said))).execute(conn)?
            }
            Outcome::Unsure { said } => {
                diesel::update(row).set((outbox::unsure_at.eq(Some(now)), none(), outbox::error.eq(said))).execute(conn)?
            }
            Outcome::Failed { said, .. } => {
                diesel::update(row).set((outbox::failed_at.eq(Some(now)), none(), outbox::error.eq(said))).execute(conn)?
            }
        };
    }
    Ok(())
}
