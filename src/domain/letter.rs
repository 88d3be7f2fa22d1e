//! What a letter says, to one person. How it is said is `mail`'s; that it is sent once, the outbox's.

use super::notice::NoticeKind;
use serde::{Deserialize, Serialize};

/// A letter, with everything that it needs to be written in any language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Letter {
    /// Somebody asked to join; whether the address is known is found out when the letter leaves, so that the
    /// request does the same work either way (U1).
    JoinAsked {
        token: String,
    },
    /// The same, to an address that has an account.
    Known {
        handle: String,
    },
    /// Approved by a moderator.
    Welcome {
        handle: String,
    },
    /// Not approved, with the reason.
    NotAdmitted {
        reason: String,
    },
    Invited {
        by: String,
        token: String,
    },
    /// Somebody asked for a new password with this handle or address; found out when it leaves, as above.
    ResetAsked {
        typed: String,
    },
    Reset {
        handle: String,
        token: String,
    },
    PasswordChanged {
        handle: String,
    },
    /// To the new address.
    ConfirmAddress {
        handle: String,
        token: String,
    },
    /// To the old one.
    AddressChanged {
        handle: String,
        email: String,
    },
    /// What moderators did to one's words or account.
    Acted {
        act: i64,
    },
    /// Somebody asked for letters of what happens to this address; whether it has them already is found out when the
    /// letter leaves.
    SubscriptionAsked {
        token: String,
    },
    /// The same, to an address that has them.
    Subscribed {
        token: String,
    },
    /// What happened, for one subscription.
    Digest {
        issue: i64,
    },
    /// A post, at once, and why it goes to this member.
    Post {
        post: i64,
        because: NoticeKind,
    },
    /// What became of a member's translation, at once.
    Review {
        notice: i64,
    },
}

impl Letter {
    /// Whether somebody asked for it just now: it goes to an address that is stopped, too, since it is the way back.
    pub fn is_asked_for(&self) -> bool {
        match self {
            Self::JoinAsked { .. }
            | Self::Known { .. }
            | Self::ResetAsked { .. }
            | Self::Reset { .. }
            | Self::ConfirmAddress { .. }
            | Self::SubscriptionAsked { .. }
            | Self::Subscribed { .. } => true,
            Self::Welcome { .. }
            | Self::NotAdmitted { .. }
            | Self::Invited { .. }
            | Self::PasswordChanged { .. }
            | Self::AddressChanged { .. }
            | Self::Acted { .. }
            | Self::Digest { .. }
            | Self::Post { .. }
            | Self::Review { .. } => false,
        }
    }

    /// Its name in the outbox, in messages and in figures.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::JoinAsked { .. } => "join-asked",
            Self::Known { .. } => "known",
            Self::Welcome { .. } => "welcome",
            Self::NotAdmitted { .. } => "not-admitted",
            Self::Invited { .. } => "invited",
            Self::ResetAsked { .. } => "reset-asked",
            Self::Reset { .. } => "reset",
            Self::PasswordChanged { .. } => "password-changed",
            Self::ConfirmAddress { .. } => "confirm-address",
            Self::AddressChanged { .. } => "address-changed",
            Self::Acted { .. } => "acted",
            Self::SubscriptionAsked { .. } => "subscription-asked",
            Self::Subscribed { .. } => "subscribed",
            Self::Digest { .. } => "digest",
            Self::Post { .. } => "post",
            Self::Review { .. } => "review",
        }
    }
}

/// What stands before the @ of the `Message-ID` of a post's letter to one member: by it mail programs put a thread together.
pub fn message_id(post: i64, account: i64) -> String {
    format!("post-{post}-{account}")
}

/// So many letters are leased together at most.
const MOST: usize = 256;

/// How many letters to lease next, when `before` took `took_ms` to send: as many as take about a tenth of a second. What a
/// process had leased when it died may have arrived, and is listed instead of sent: with a slow server that is a letter or two.
pub fn batch(before: usize, took_ms: u128) -> usize {
    match took_ms {
        0..50 => (before * 2).min(MOST),
        50..200 => before,
        _ => (before / 2).max(1),
    }
}

/// So long a letter about a post or a review is held: what is mended or translated at once is in it, and who reads it within
/// the forum meanwhile gets none.
pub const HELD_MIN: i64 = 10;

/// After so many days a letter that nobody takes is given up.
pub const GIVEN_UP_DAYS: i64 = 5;

/// Seconds to wait after failed attempt number `attempts` (from 1): five minutes, doubled each time, at most six
/// hours; up to a tenth more by `jitter` (any number), so that letters held back together do not come back together.
pub fn wait_s(attempts: i32, jitter: u64) -> i64 {
    const FIRST_S: i64 = 5 * 60;
    const MOST_S: i64 = 6 * 60 * 60;
    let doubled = FIRST_S << attempts.clamp(1, 10).saturating_sub(1);
    let wait = doubled.min(MOST_S);
    wait + i64::try_from(jitter % 100).unwrap_or(0) * wait / 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r_t54_waiting_doubles_from_five_minutes_to_six_hours() {
        assert_eq!([1, 2, 3, 7, 8, 100].map(|n| wait_s(n, 0) / 60), [5, 10, 20, 320, 360, 360]);
        assert!((1..20).all(|n| (0..200).all(|j| (wait_s(n, 0)..=wait_s(n, 0) * 11 / 10).contains(&wait_s(n, j)))));
    }

    #[test]
    fn as_many_letters_are_leased_as_take_a_tenth_of_a_second() {
        assert_eq!([(1, 2), (2, 60), (40, 10), (200, 49)].map(|(n, ms)| batch(n, ms)), [2, 2, 80, 256]);
        assert_eq!([(64, 200), (1, 30_000)].map(|(n, ms)| batch(n, ms)), [32, 1]);
    }

    #[test]
    fn a_letter_is_stored_under_its_own_name() {
        let letter = Letter::Known { handle: "aiko".into() };
        let stored = serde_json::to_value(&letter).unwrap();
        assert_eq!(stored["kind"], letter.kind());
        assert_eq!(serde_json::from_value::<Letter>(stored).unwrap(), letter);
    }
}
