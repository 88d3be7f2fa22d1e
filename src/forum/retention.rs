//! What has been kept long enough goes (R-T60). May run twice, in several processes.

use crate::{
    domain::{bounce, digest},
    error::Result,
    store::{self, Conn},
};
use chrono::{NaiveDateTime, TimeDelta};
use serde::Serialize;

/// Requests to join that nobody confirmed.
const JOIN_DAYS: i64 = 7;
/// Letters that were sent or given up.
const LETTER_DAYS: i64 = 30;
/// Whole network addresses in the security log …
const NETWORK_DAYS: i64 = 7;
/// … and its lines (CNIL, délibération 2021-122: six to twelve months).
const SECURITY_DAYS: i64 = 183;

/// What proves that a subscription was agreed to, after it ended.
const SUBSCRIPTION_DAYS: i64 = 365;
/// What happened, once every letter and issue that could tell it is out, and those letters.
const EVENT_DAYS: i64 = 400;

/// The name under which a run is noted.
pub const RETENTION: &str = "retention";

/// How much of each was removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Removed {
    pub joins: usize,
    pub invitations: usize,
    pub links: usize,
    pub letters: usize,
    pub networks_shortened: usize,
    pub security_lines: usize,
    pub attachments: usize,
    pub subscriptions: usize,
    pub events: usize,
    pub issues: usize,
}

/// Removes what is old at `now`.
///
/// # Errors
/// Database failures only.
pub fn run(conn: &mut Conn, now: NaiveDateTime) -> Result<Removed> {
    let ago = |days| now - TimeDelta::days(days);
    store::alone(conn)?;
    store::limits::prune(conn, now - TimeDelta::hours(25))?;
    store::bounces::prune(conn, ago(bounce::DAYS), ago(bounce::STOPPED_DAYS))?;
    store::outbox::ran(conn, RETENTION, now)?;
    Ok(Removed {
        joins: store::joins::prune(conn, ago(JOIN_DAYS))?,
        invitations: store::joins::prune_invitations(conn, ago(super::joins::INVITED_DAYS))?,
        links: store::security::prune_tokens(conn, ago(JOIN_DAYS))?,
        letters: store::outbox::prune(conn, ago(LETTER_DAYS))?,
        networks_shortened: store::security::shorten(conn, ago(NETWORK_DAYS), shortened)?,
        security_lines: store::security::prune(conn, ago(SECURITY_DAYS))?,
        attachments: super::attachments::sweep(conn, now)?,
        subscriptions: store::subscriptions::prune(conn, ago(digest::CONFIRM_DAYS), ago(SUBSCRIPTION_DAYS))?,
        events: store::events::prune(conn, ago(EVENT_DAYS))?,
        issues: store::issues::prune(conn, ago(EVENT_DAYS))?,
    })
}

/// A network without what tells households apart: two of four numbers of IPv4, three of four groups of IPv6.
fn shortened(network: &str) -> String {
    if network.contains(':') {
        let groups: Vec<&str> = network.split(':').take(3).collect();
        format!("{}:…", groups.join(":").trim_end_matches(":…"))
    } else {
        let numbers: Vec<&str> = network.split('.').take(2).collect();
        if numbers.len() < 2 { network.to_owned() } else { format!("{}.…", numbers.join(".").trim_end_matches(".…")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortened_network_names_no_household_and_stays_as_it_is() {
        for (network, short) in [("203.0.113.7", "203.0.…"), ("2001:db8:1:2", "2001:db8:1:…"), ("", "")] {
            assert_eq!(shortened(network), short);
            assert_eq!(shortened(short), short, "twice");
        }
    }
}
