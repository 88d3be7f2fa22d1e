//! A subscription's letter: what happened, as mail programs show it (D9).

use super::{
    letters::{fonts, host},
    message::{self, Bulk, Message},
};
use crate::{
    config::Config,
    domain::{
        digest::{Frequency, Period},
        lang::Lang,
        news::Line,
        text::{Quality, Reader},
    },
    error::{Error, Result},
    i18n::{
        L10n,
        digest::{LineView, View, name},
        l10n,
    },
};
use askama::Template;
use chrono::{NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use std::sync::Arc;

/// A line as both parts of a letter show it, for all who read alike.
pub struct Drawn {
    view: LineView,
    text: String,
    html: String,
}

/// Draws a line.
///
/// # Errors
/// A template that cannot be filled.
pub fn draw(line: &Line, lang: Lang, base: &str) -> Result<Drawn> {
    let (l, view) = (l10n(lang), LineView::of(line, lang, base));
    let text = LineText { l, line: &view }.render().map_err(failed)?;
    let html = LineHtml { l, line: &view }.render().map_err(failed)?;
    Ok(Drawn { view, text, html })
}

fn failed(e: askama::Error) -> Error {
    Error::Internal(e.into())
}

/// A subscription's letter, to be composed.
pub struct Digest<'a> {
    pub config: &'a Config,
    /// Where people reach the site, without a slash at the end.
    pub base: &'a str,
    pub reader: &'a Reader,
    pub to: &'a str,
    pub lines: &'a [Arc<Drawn>],
    pub more: usize,
    pub everywhere: bool,
    pub period: Period,
    pub frequency: Frequency,
    pub zone: Tz,
    /// Changes and ends the subscription.
    pub token: &'a str,
    pub confirmed_at: NaiveDateTime,
    pub id: &'a str,
    pub at: NaiveDateTime,
}

#[derive(Template)]
#[template(path = "mail/digest.txt")]
struct Text<'a> {
    l: &'a L10n,
    words: &'a Words,
}

#[derive(Template)]
#[template(path = "mail/digest.html")]
struct Html<'a> {
    l: &'a L10n,
    words: &'a Words,
    sans: &'static str,
    serif: &'static str,
    lead: &'static str,
}

#[derive(Template)]
#[template(path = "mail/digest_line.txt")]
struct LineText<'a> {
    l: &'a L10n,
    line: &'a LineView,
}

#[derive(Template)]
#[template(path = "mail/digest_line.html")]
struct LineHtml<'a> {
    l: &'a L10n,
    line: &'a LineView,
}

impl LineHtml<'_> {
    fn border(&self, mark: &Quality) -> &'static str {
        border(*mark)
    }

    fn serif_of(&self, lang: &Lang) -> &'static str {
        fonts(*lang).1
    }

    fn sans_of(&self, lang: &Lang) -> &'static str {
        fonts(*lang).0
    }
}

/// How many hands a text has been through, as mail programs draw it.
pub(super) fn border(mark: Quality) -> &'static str {
    match mark {
        Quality::Original => "5px solid #233f86",
        Quality::Reviewed => "6px double #233f86",
        Quality::Translated => "2px solid #233f86",
        Quality::Machine => "2px dashed #4a5265",
        Quality::Empty => "2px dotted #747d90",
    }
}

/// What both forms of the letter say.
struct Words {
    lang: Lang,
    site: String,
    subject: String,
    issue: String,
    view: View<Arc<Drawn>>,
    all: String,
    why: String,
    manage: String,
    stop: String,
}

/// The letter, to be handed over.
///
/// # Errors
/// An address that no mail server takes, or a letter that cannot be written yet.
pub fn compose(d: &Digest) -> Result<Message> {
    let lang = d.reader.page;
    let l = l10n(lang);
    let view = View::of(d.lines.to_vec(), |line| &line.view, d.more, d.reader, d.everywhere);
    let confirmed = l.day(&d.zone.from_utc_datetime(&d.confirmed_at));
    let words = Words {
        lang,
        site: d.config.title(lang).to_owned(),
        subject: view.subject(l),
        issue: name(l, d.period, d.zone, d.at),
        view,
        all: format!("{}/{lang}/threads", d.base),
        why: l.m("digests-why").s("frequency", d.frequency.as_str()).s("date", confirmed).to_string(),
        manage: format!("{}/{lang}/digest/manage/{}", d.base, d.token),
        stop: format!("{}/{lang}/unsubscribe/{}", d.base, d.token),
    };
    let text = Text { l, words: &words }.render().map_err(failed)?;
    let (sans, serif, lead) = fonts(lang);
    let html = Html { l, words: &words, sans, serif, lead }.render().map_err(failed)?;
    let bulk = Bulk { list: &format!("digest.{lang}"), stop: &format!("{}/unsubscribe/{}", d.base, d.token) };
    let letter = message::Letter {
        to: d.to,
        lang,
        subject: &words.subject,
        text: &text,
        html: &html,
        id: d.id,
        at: d.at,
        bulk: Some(bulk),
        answers: &[],
    };
    message::message(d.config, host(d.base), &letter)
}
