//! The words of letters. One frame for all of them; what differs stands in `locales/*/letters.ftl`, by kind.

use super::message::{self, Message};
use crate::{
    config::Config,
    domain::{lang::Lang, letter::Letter},
    error::{Error, Result},
    i18n::{L10n, l10n},
};
use askama::Template;
use chrono::NaiveDateTime;

/// What moderators did, as the person that it concerns may know it.
#[derive(Debug, Clone, Default)]
pub struct Act {
    /// The word of the audit log: `hide`, `suspend` …
    pub act: String,
    /// What it was done to: `post`, `thread` or `account`.
    pub subject: String,
    /// Why, in the person's language where there is a text in it.
    pub reason: String,
    /// When a suspension ends, in words; empty for what has no end.
    pub until: String,
    /// Where it was done, in words; empty for an account.
    pub place: String,
    /// Where the words stand that can be read again: an address after its language.
    pub back: Option<String>,
    /// Whether it takes something away, so that one may answer it.
    pub answerable: bool,
}

/// A letter to be composed.
pub struct Compose<'a> {
    pub config: &'a Config,
    /// Where people reach the site, without a slash at the end.
    pub base: &'a str,
    pub lang: Lang,
    pub to: &'a str,
    pub letter: &'a Letter,
    /// Of [`Letter::Acted`].
    pub act: &'a Act,
    pub id: &'a str,
    pub at: NaiveDateTime,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct Text<'a> {
    words: &'a Words,
    home: &'a str,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    words: &'a Words,
    home: &'a str,
    lang: Lang,
    sans: &'static str,
    serif: &'static str,
    lead: &'static str,
}

/// The letter, to be handed over.
///
/// # Errors
/// An address that no mail server takes, or a letter that cannot be written yet.
pub fn compose(c: &Compose) -> Result<Message> {
    let words = &Words::of(c, l10n(c.lang));
    let home = &format!("{}/{}/", c.base, c.lang);
    let failed = |e: askama::Error| Error::Internal(e.into());
    let text = Text { words, home }.render().map_err(failed)?;
    let (sans, serif, lead) = fonts(c.lang);
    let html = Html { words, home, lang: c.lang, sans, serif, lead }.render().map_err(failed)?;
    let letter = message::Letter {
        to: c.to,
        lang: c.lang,
        subject: &words.subject,
        text: &text,
        html: &html,
        id: c.id,
        at: c.at,
        bulk: None,
        answers: &[],
    };
    message::message(c.config, host(c.base), &letter)
}

/// The host of an address: what stands behind the @ of a `Message-ID`, and how this side introduces itself.
pub fn host(base: &str) -> &str {
    let authority = base.split_once("://").map_or(base, |(_, rest)| rest);
    let host = authority.split('/').next().unwrap_or_default();
    host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit())).map_or(host, |(host, _)| host)
}

pub(super) fn fonts(lang: Lang) -> (&'static str, &'static str, &'static str) {
    match lang {
        Lang::Fr | Lang::En => ("'Segoe UI','Noto Sans',Helvetica,sans-serif", "'Iowan Old Style','Noto Serif',Georgia,serif", "1.55"),
        Lang::Ja => (
            "'Hiragino Sans','Yu Gothic','Noto Sans CJK JP',Meiryo,sans-serif",
            "'Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP',serif",
            "1.8",
        ),
    }
}

/// What both forms of a letter say.
struct Words {
    site: String,
    subject: String,
    greeting: String,
    /// What it is about, on a line of its own.
    place: String,
    says: Vec<String>,
    quoted: String,
    action: Option<(String, String)>,
    small: String,
    foot: String,
}

impl Words {
    fn of(c: &Compose, l: &L10n) -> Self {
        let kind = c.letter.kind();
        let (site, base, lang) = (c.config.title(c.lang), c.base, c.lang);
        let (name, other, path, quoted) = match c.letter {
            Letter::JoinAsked { token } => ("", "", Some(format!("join/confirm/{token}")), ""),
            Letter::Known { handle } => (handle.as_str(), "", Some("reset".to_owned()), ""),
            Letter::Welcome { handle } => (handle.as_str(), "", Some("login".to_owned()), ""),
            Letter::NotAdmitted { reason } => ("", "", None, reason.as_str()),
            Letter::Invited { by, token } => ("", by.as_str(), Some(format!("join/invitation/{token}")), ""),
            // Never sent as it stands: it becomes a `Reset`, or nothing.
            Letter::ResetAsked { .. } => ("", "", None, ""),
            Letter::Reset { handle, token } => (handle.as_str(), "", Some(format!("reset/{token}")), ""),
            Letter::PasswordChanged { handle } => (handle.as_str(), "", Some("reset".to_owned()), ""),
            Letter::ConfirmAddress { handle, token } => (handle.as_str(), "", Some(format!("settings/address/{token}")), ""),
            Letter::AddressChanged { handle, email } => (handle.as_str(), email.as_str(), None, ""),
            Letter::SubscriptionAsked { token } => ("", "", Some(format!("digest/confirm/{token}")), ""),
            Letter::Subscribed { token } => ("", "", Some(format!("digest/manage/{token}")), ""),
            // Written by `digest::compose` and `told::compose`.
            Letter::Digest { .. } | Letter::Post { .. } | Letter::Review { .. } => ("", "", None, ""),
            Letter::Acted { act } => {
                let path = c.act.back.clone().unwrap_or_else(|| format!("acts/{act}"));
                ("", "", Some(path), c.act.reason.as_str())
            }
        };
        let (subject, says) = match c.letter {
            Letter::Acted { .. } => {
                let said = |key| l.m(key).s("act", &c.act.act).s("subject", &c.act.subject).s("until", &c.act.until).s("site", site);
                (said("letters-acted-subject").to_string(), said("letters-acted-says").to_string())
            }
            _ => {
                let said = |key| l.m(key).s("kind", kind).s("site", site).s("name", name).s("other", other);
                (said("letters-subject").to_string(), said("letters-says").to_string())
            }
        };
        let small = match c.letter {
            Letter::Acted { .. } if !c.act.answerable => String::new(),
            _ => l.m("letters-small").s("kind", kind).to_string(),
        };
        let label = if c.act.back.is_some() { "acted-back" } else { kind };
        Self {
            site: site.to_owned(),
            subject,
            greeting: if name.is_empty() { l.t("letters-greeting") } else { l.m("letters-greeting-name").s("name", name).to_string() },
            place: c.act.place.clone(),
            says: says.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect(),
            quoted: quoted.replace("\r\n", "\n").replace('\r', "\n"),
            action: path.map(|path| (l.m("letters-action").s("kind", label).to_string(), format!("{base}/{lang}/{path}"))),
            small,
            foot: l.m("letters-foot").s("site", site).to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_of_an_address_has_no_port() {
        for (base, is) in [
            ("https://forum.example", "forum.example"),
            ("http://127.0.0.1:8080", "127.0.0.1"),
            ("http://[::1]:80", "[::1]"),
            ("https://a.b/c", "a.b"),
        ] {
            assert_eq!(host(base), is);
        }
    }
}
