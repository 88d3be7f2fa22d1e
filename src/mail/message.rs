//! A letter as MIME: text first, then HTML; every body encoded, so that no line of it means anything to a mail server.

use super::dkim;
use crate::{config::Config, domain::lang::Lang, error::Error};
use anyhow::Context;
use chrono::NaiveDateTime;
pub use lettre::Message;
use lettre::message::{
    Body, Mailbox, MultiPart, SinglePart,
    header::{ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue, MIME_VERSION_1_0},
};
use std::time::{Duration, SystemTime};

/// What is written on the outside, and inside.
pub struct Letter<'a> {
    pub to: &'a str,
    pub lang: Lang,
    pub subject: &'a str,
    pub text: &'a str,
    pub html: &'a str,
    /// What stands before the @ of the `Message-ID`: the same however often the letter is sent.
    pub id: &'a str,
    /// When it was queued.
    pub at: NaiveDateTime,
    /// Of letters to many.
    pub bulk: Option<Bulk<'a>>,
    /// What stands before the @ of the letters that it answers, the oldest first.
    pub answers: &'a [String],
}

/// What programs need to sort and to stop letters to many (RFC 2919, 2369, 8058).
pub struct Bulk<'a> {
    /// The list, below the host.
    pub list: &'a str,
    /// Where one press stops it: an address of its own for each subscription.
    pub stop: &'a str,
}

macro_rules! header {
    ($name:ident, $word:literal) => {
        #[derive(Clone)]
        struct $name(String);

        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($word)
            }

            fn parse(s: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(s.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}
header!(ContentLanguage, "Content-Language");
// RFC 3834: no holiday notice answers it.
header!(AutoSubmitted, "Auto-Submitted");
header!(ListId, "List-Id");
header!(ListUnsubscribe, "List-Unsubscribe");
header!(ListUnsubscribePost, "List-Unsubscribe-Post");

/// The letter, addressed and complete but for its signatures.
///
/// # Errors
/// An address, or a sender in the settings, that no mail server takes.
pub fn message(config: &Config, host: &str, letter: &Letter) -> Result<Message, Error> {
    build(config, host, letter).map_err(Error::Internal)
}

fn build(config: &Config, host: &str, letter: &Letter) -> anyhow::Result<Message> {
    let from = dkim::sender(&config.mail)?;
    let at = u64::try_from(letter.at.and_utc().timestamp()).unwrap_or_default();
    let part = |kind: ContentType, words: &str| -> anyhow::Result<SinglePart> {
        let encoding = match letter.lang {
            Lang::Fr | Lang::En => ContentTransferEncoding::QuotedPrintable,
            Lang::Ja => ContentTransferEncoding::Base64,
        };
        let words = match words.contains('\r') {
            true => words.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n"),
            false => words.replace('\n', "\r\n"),
        };
        let body = Body::new_with_encoding(words, encoding).map_err(|_| anyhow::anyhow!("a body that cannot be encoded"))?;
        Ok(SinglePart::builder().header(kind).body(body))
    };
    let parts = MultiPart::alternative()
        .singlepart(part(ContentType::TEXT_PLAIN, letter.text)?)
        .singlepart(part(ContentType::TEXT_HTML, letter.html)?);
    // A signature covers what stands above the body, and the library puts the type of several parts into it.
    let kind = parts.headers().get::<ContentType>().context("parts without a type")?;
    let whole = parts.formatted();
    let body = whole.windows(4).position(|w| w == b"\r\n\r\n").map(|at| whole[at + 4..].to_vec()).context("parts without a body")?;
    let body = Body::dangerous_pre_encoded(body, ContentTransferEncoding::SevenBit);
    let mut builder = Message::builder();
    if let Some(bulk) = &letter.bulk {
        builder = builder
            .header(ListId(format!("<{}.{host}>", bulk.list)))
            .header(ListUnsubscribe(format!("<{}>", bulk.stop)))
            .header(ListUnsubscribePost("List-Unsubscribe=One-Click".to_owned()));
    }
    if let Some(last) = letter.answers.last() {
        let of = |id: &String| format!("<{id}@{host}>");
        let all: Vec<String> = letter.answers.iter().map(of).collect();
        builder = builder.in_reply_to(of(last)).references(all.join(" "));
    }
    let message = builder
        .from(from)
        .to(Mailbox::new(None, letter.to.parse().context("the address")?))
        // Words that pretend to be encoded are encoded themselves: the joiner is no ASCII, and nobody sees it.
        .subject(letter.subject.replace("=?", "=\u{2060}?"))
        .date(SystemTime::UNIX_EPOCH + Duration::from_secs(at))
        .message_id(Some(format!("<{}@{host}>", letter.id)))
        .header(ContentLanguage(letter.lang.to_string()))
        .header(AutoSubmitted("auto-generated".to_owned()))
        .header(MIME_VERSION_1_0)
        .header(kind)
        .body(body)?;
    Ok(message)
}

/// A letter as a mail program shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// Reads a letter by another library than the one that wrote it; `None` for what is none.
pub fn read(raw: &[u8]) -> Option<Read> {
    let message = mail_parser::MessageParser::default().parse(raw)?;
    let part = |body: Option<std::borrow::Cow<str>>| body.map(std::borrow::Cow::into_owned);
    Some(Read { subject: message.subject()?.to_owned(), text: part(message.body_text(0))?, html: part(message.body_html(0))? })
}
