//! Reports of letters that came back (RFC 3464), as mail servers send them.

use crate::domain::bounce;
use mail_parser::{MessageParser, MimeHeaders, PartType};

/// A letter came back, for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What stands before the @ of the letter's `Message-ID`.
    pub message_id: String,
    /// The status, and what the server said.
    pub said: String,
}

/// Reads a message. `None`: it is no report, tells of a delay or a success, or does not say which letter came back.
pub fn read(raw: &[u8]) -> Option<Report> {
    let message = MessageParser::default().parse(raw)?;
    let part = |subtype: &str| {
        let is =
            |p: &&mail_parser::MessagePart| p.content_type().is_some_and(|t| t.subtype().is_some_and(|s| s.eq_ignore_ascii_case(subtype)));
        message.parts.iter().find(is)
    };
    let status = match &part("delivery-status")?.body {
        PartType::Text(text) => text.to_string(),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        _ => return None,
    };
    let status = status.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    // One block for the message, then one for each recipient; ours have one.
    let recipient = status.split("\n\n").find(|block| field(block, "Final-Recipient").is_some())?;
    let said = [field(recipient, "Status")?, field(recipient, "Diagnostic-Code").unwrap_or_default()].join(" ").trim().to_owned();
    if !field(recipient, "Action")?.eq_ignore_ascii_case("failed") || !bounce::is_permanent(None, &said) {
        return None;
    }
    // The whole letter comes back, or its headers.
    let letter = match part("rfc822").map(|p| &p.body) {
        Some(PartType::Message(letter)) => letter.message_id().map(str::to_owned),
        _ => None,
    };
    let headers = || match &part("rfc822-headers")?.body {
        PartType::Text(headers) => field(&headers.replace("\r\n", "\n"), "Message-ID").map(str::to_owned),
        _ => None,
    };
    let id = letter.or_else(headers)?;
    let message_id = id.trim_matches(['<', '>']).split('@').next()?.to_owned();
    Some(Report { message_id, said: said.chars().take(500).collect() })
}

fn field<'a>(block: &'a str, name: &str) -> Option<&'a str> {
    block.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then_some(value.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(action: &str, status: &str, part: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mx.example\r\nTo: lettres@forum.example\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n\
             It did not work.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
             Final-Recipient: rfc822; a@example.org\r\nAction: {action}\r\nStatus: {status}\r\nDiagnostic-Code: smtp; 550 no such\r\n \
             user\r\n--b\r\n{part}\r\n--b--\r\n"
        )
    }

    const WHOLE: &str = "Content-Type: message/rfc822\r\n\r\nMessage-ID: <digest-7-2026-W49@forum.example>\r\nSubject: s\r\n\r\nbody";
    const HEADERS: &str = "Content-Type: text/rfc822-headers\r\n\r\nSubject: s\r\nMessage-Id: <digest-7-2026-W49@forum.example>\r\n";

    #[test]
    fn d7_a_report_tells_which_letter_came_back_for_good() {
        for part in [WHOLE, HEADERS] {
            let read = read(report("failed", "5.1.1", part).as_bytes()).unwrap();
            assert_eq!((read.message_id.as_str(), read.said.as_str()), ("digest-7-2026-W49", "5.1.1 smtp; 550 no such user"));
        }
        for (action, status, part) in [
            ("delayed", "4.4.1", WHOLE),
            ("delivered", "2.0.0", WHOLE),
            ("failed", "5.7.1", WHOLE),
            ("failed", "5.1.1", "Content-Type: text/plain\r\n\r\nnothing"),
        ] {
            assert_eq!(read(report(action, status, part).as_bytes()), None, "{action} {status}");
        }
        for other in ["", "Subject: hello\r\n\r\nI am on holiday.", "\u{0}\u{ff}"] {
            assert_eq!(read(other.as_bytes()), None);
        }
    }
}
