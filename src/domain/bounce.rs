//! Letters that come back (D7).

/// So many letters that came back for good stop an address.
pub const STOPS: i64 = 3;
/// Fewer are forgotten after so many days …
pub const DAYS: i64 = 90;
/// … and a stopped address after so many: a mailbox may be somebody's again, and nobody's address is kept for ever.
pub const STOPPED_DAYS: i64 = 365;

/// Whether an SMTP answer, or what a report says, means that the address takes no letters, for good: a class 5 whose subject is
/// the address or the mailbox (RFC 3463 §3.2, §3.3), or, without such a status, one of the replies for it (RFC 5321 §4.2.3).
/// What is refused for its content, or because the sender is not trusted, is not the address's fault.
pub fn is_permanent(reply: Option<u16>, said: &str) -> bool {
    match status(said) {
        Some((class, subject)) => class == 5 && matches!(subject, 1 | 2),
        None => matches!(reply, Some(550 | 551 | 553)),
    }
}

/// Class and subject of the first enhanced status (RFC 3463 §2): `5.1.1` is (5, 1).
fn status(said: &str) -> Option<(u16, u16)> {
    said.split(|c: char| !(c.is_ascii_digit() || c == '.')).find_map(|word| {
        let parts: Vec<u16> = word.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
        match parts[..] {
            [class @ (2 | 4 | 5), subject, detail] if subject < 1000 && detail < 1000 => Some((class, subject)),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d7_only_the_address_is_to_blame_for_what_is_said_of_it() {
        for stops in ["5.1.1", "550 5.1.1 <a@b.example> no such user", "550-5.2.1 disabled", "x 5.1.10 null MX"] {
            assert!(is_permanent(Some(550), stops) && is_permanent(None, stops), "{stops}");
        }
        for not in ["5.7.1 spam", "554 5.6.0 content", "5.3.4 too big", "4.2.2 full", "4.1.1", "2.1.5 fine"] {
            assert!(!is_permanent(Some(550), not), "{not}");
        }
        assert!(is_permanent(Some(550), "no such user at 192.0.2.1") && is_permanent(Some(553), ""));
        assert!(!is_permanent(Some(554), "refused") && !is_permanent(Some(421), "") && !is_permanent(None, "timeout"));
    }
}
