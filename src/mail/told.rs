//! Letters at once: a post, or what became of a translation; a thread's letters are a chain of answers in mail programs.

use super::{
    letters::{fonts, host},
    message::{self, Bulk, Message},
};
use crate::{
    config::Config,
    domain::{
        lang::Lang,
        letter::message_id,
        notice::{About, Passage, Told},
        snippet,
        text::Quality,
    },
    error::{Error, Result},
    i18n::{L10n, l10n},
};
use askama::Template;
use chrono::NaiveDateTime;

/// A letter to be composed.
pub struct Compose<'a> {
    pub config: &'a Config,
    /// Where people reach the site, without a slash at the end.
    pub base: &'a str,
    pub lang: Lang,
    pub to: &'a str,
    /// Whose letter it is: part of the names of those that it answers.
    pub account: i64,
    pub told: &'a Told,
    pub id: &'a str,
    pub at: NaiveDateTime,
}

#[derive(Template)]
#[template(path = "mail/told.txt")]
struct Text<'a> {
    l: &'a L10n,
    words: &'a Words,
}

#[derive(Template)]
#[template(path = "mail/told.html")]
struct Html<'a> {
    l: &'a L10n,
    words: &'a Words,
    lang: Lang,
    sans: &'static str,
    serif: &'static str,
    title_serif: &'static str,
    lead: &'static str,
}

/// What both forms of the letter say.
struct Words {
    site: String,
    subject: String,
    /// Who did what.
    heading: String,
    title: (String, Lang),
    passages: Vec<PassageWords>,
    remark: String,
    /// The first is a button, and opens the form where one answers.
    actions: Vec<(String, String)>,
    why: String,
    /// What can be changed about these letters, and where.
    ways: Vec<(String, String)>,
}

struct PassageWords {
    lang: Lang,
    quality: Quality,
    fresh: bool,
    state: String,
    body: String,
    html: String,
    sans: &'static str,
    lead: &'static str,
}

impl PassageWords {
    fn of(passage: &Passage, l: &L10n) -> Self {
        let readable = if passage.is_untranslated { "no" } else { "yes" };
        let state = l.m("digests-state").s("quality", passage.quality.as_str()).s("readable", readable);
        let state = state.s("from", passage.original.as_str());
        let (sans, _, lead) = fonts(passage.lang);
        Self {
            lang: passage.lang,
            quality: passage.quality,
            fresh: passage.fresh,
            state: state.to_string(),
            body: passage.body.clone(),
            html: passage.html.clone(),
            sans,
            lead,
        }
    }

    /// How many hands the text has been through, as mail programs draw it.
    fn border(&self) -> &'static str {
        super::digest::border(self.quality)
    }
}

impl Words {
    fn of(c: &Compose, l: &L10n) -> Self {
        let (told, base, lang) = (c.told, c.base, c.lang);
        let former = if told.actor.is_empty() { "yes" } else { "no" };
        let name = l.m("letters-told-name").s("former", former).s("name", &told.actor).to_string();
        let of = match &told.about {
            About::Post { .. } => lang,
            About::Slot { lang, .. } => *lang,
        };
        let heading = l.m("letters-told").s("because", told.because.as_str()).s("name", name).s("lang", of.as_str()).to_string();
        let short = snippet::title(&told.title.0, told.title.1);
        let action = |kind: &str| l.m("letters-told-action").s("kind", kind).to_string();
        let reply = |post: i64| (action("reply"), format!("{base}/{lang}/p/{post}?reply=yes"));
        let (subject, passages, remark, actions) = match &told.about {
            About::Post { id, chain, passages, open, .. } => {
                let there = format!("{base}/{lang}/p/{id}");
                let reply = open.then(|| reply(*id));
                let subject = if chain.is_empty() { short } else { format!("Re: {short}") };
                let passages = passages.iter().map(|p| PassageWords::of(p, l)).collect();
                (subject, passages, String::new(), reply.into_iter().chain([(action("read"), there)]).collect())
            }
            About::Slot { text, lang: of, remark, post } => {
                let subject = l.m("letters-told-subject").s("said", &heading).s("title", short).to_string();
                let bench = (action("slot"), format!("{base}/{lang}/translate/{text}/{of}"));
                (subject, Vec::new(), remark.clone(), std::iter::once(bench).chain(post.map(reply)).collect())
            }
        };
        Self {
            site: c.config.title(lang).to_owned(),
            subject,
            heading,
            title: told.title.clone(),
            passages,
            remark,
            actions,
            why: l.m("letters-told-why").s("every", if told.because.asks() || told.because.judges() { "no" } else { "yes" }).to_string(),
            ways: vec![
                (l.t("letters-told-change"), format!("{base}/{lang}/settings/letters")),
                (l.t("letters-told-stop"), format!("{base}/{lang}/unsubscribe/{}", told.stop)),
            ],
        }
    }
}

/// The letter, to be handed over.
///
/// # Errors
/// An address that no mail server takes, or a letter that cannot be written yet.
pub fn compose(c: &Compose) -> Result<Message> {
    let l = l10n(c.lang);
    let words = &Words::of(c, l);
    let failed = |e: askama::Error| Error::Internal(e.into());
    let text = Text { l, words }.render().map_err(failed)?;
    let (sans, serif, lead) = fonts(c.lang);
    let html = Html { l, words, lang: c.lang, sans, serif, title_serif: fonts(words.title.1).1, lead }.render().map_err(failed)?;
    let answers: Vec<String> = match &c.told.about {
        About::Post { chain, .. } => chain.iter().map(|post| message_id(*post, c.account)).collect(),
        About::Slot { .. } => Vec::new(),
    };
    let stop = format!("{}/unsubscribe/{}", c.base, c.told.stop);
    let letter = message::Letter {
        to: c.to,
        lang: c.lang,
        subject: &words.subject,
        text: &text,
        html: &html,
        id: c.id,
        at: c.at,
        bulk: Some(Bulk { list: "notices", stop: &stop }),
        answers: &answers,
    };
    message::message(c.config, host(c.base), &letter)
}
