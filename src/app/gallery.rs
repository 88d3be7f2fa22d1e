//! Every letter as it would go out, for whoever answers for its words: with what the forum has, to the reader's own address.

use super::App;
use crate::{
    domain::{
        digest::{Frequency, Period},
        lang::Lang,
        letter::Letter,
        moderation::Decision,
        news::Item,
        notice::{About, NoticeKind, Told},
        text::Reader,
    },
    error::{Error, Result},
    forum,
    i18n::l10n,
    mail::{self, digest::draw},
    store::{self, Conn, accounts::Account, posts::Newest},
};
use chrono::NaiveDateTime;
use std::sync::Arc;

/// In links that lead nowhere.
const TOKEN: &str = "example";

/// A letter of each kind that people get, to somebody with this handle.
pub fn letters(handle: &str) -> Vec<Letter> {
    let (name, token) = (|| handle.to_owned(), || TOKEN.to_owned());
    vec![
        Letter::JoinAsked { token: token() },
        Letter::Known { handle: name() },
        Letter::Welcome { handle: name() },
        Letter::NotAdmitted { reason: "…".to_owned() },
        Letter::Invited { by: name(), token: token() },
        Letter::Reset { handle: name(), token: token() },
        Letter::PasswordChanged { handle: name() },
        Letter::ConfirmAddress { handle: name(), token: token() },
        Letter::AddressChanged { handle: name(), email: "new@example.org".to_owned() },
        Letter::Acted { act: 0 },
        Letter::SubscriptionAsked { token: token() },
        Letter::Subscribed { token: token() },
        Letter::Digest { issue: 0 },
        Letter::Post { post: 0, because: NoticeKind::Replied },
        Letter::Review { notice: 0 },
    ]
}

impl App {
    /// The letter of this kind in this language as `me` would get it, read as a mail program reads it. What moderators did last
    /// and the last public issue stand for what there is to tell.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a kind that is none, or when there is nothing to tell yet.
    pub fn sample(&self, conn: &mut Conn, kind: &str, lang: Lang, me: &Account, now: NaiveDateTime) -> Result<mail::Read> {
        let letter = letters(&me.handle).into_iter().find(|l| l.kind() == kind).ok_or(Error::NotFound)?;
        let message = match letter {
            Letter::Digest { .. } => self.sample_digest(conn, lang, me, now)?,
            Letter::Post { .. } | Letter::Review { .. } => {
                let told = self.sample_told(conn, &letter, lang)?;
                let (config, base, to) = (&self.config, &self.base_url, &me.email);
                mail::told::compose(&mail::told::Compose { config, base, lang, to, account: me.id, told: &told, id: TOKEN, at: now })?
            }
            _ => mail::compose(&mail::Compose {
                config: &self.config,
                base: &self.base_url,
                lang,
                to: &me.email,
                letter: &letter,
                act: &act(conn, lang)?,
                id: TOKEN,
                at: now,
            })?,
        };
        mail::read(&message.formatted()).ok_or(Error::NotFound)
    }

    /// What letters at once need to know of the site.
    pub fn letter_site(&self) -> forum::notice_letters::Site<'_> {
        forum::notice_letters::Site {
            base: &self.base_url,
            machine: self.config.machine_translation.show,
            former: &|lang| l10n(lang).t("texts-former"),
        }
    }

    /// The newest post as an answer, or its translation sent back; where there is one, a post that is translated.
    fn sample_told(&self, conn: &mut Conn, letter: &Letter, lang: Lang) -> Result<Told> {
        let posts = store::posts::newest_of(conn, &Newest::default(), 40)?;
        let texts = store::texts::load(conn, &posts.iter().map(|p| p.text_id).collect::<Vec<_>>())?;
        let told = posts.iter().find(|p| texts.get(&p.text_id).is_some_and(|t| t.slots.iter().all(Option::is_some)));
        let post = told.or(posts.first()).cloned().ok_or(Error::NotFound)?;
        let reader = Reader { page: lang, reads: Vec::new(), machine: self.config.machine_translation.show };
        let (title, about) = forum::notice_letters::about(conn, &post, &reader, &self.letter_site())?.ok_or(Error::NotFound)?;
        let (because, about) = match letter {
            Letter::Review { .. } => {
                (NoticeKind::Returned, About::Slot { text: post.text_id, lang, remark: "…".to_owned(), post: Some(post.id) })
            }
            _ => (NoticeKind::Replied, about),
        };
        let actor = forum::notice_letters::name(conn, Some(post.author_id))?;
        Ok(Told { because, actor, title, about, stop: TOKEN.to_owned() })
    }

    fn sample_digest(&self, conn: &mut Conn, lang: Lang, me: &Account, now: NaiveDateTime) -> Result<mail::Message> {
        let told = store::issues::published(conn, lang, 12)?.into_iter().find(|i| !i.selection.items.is_empty()).ok_or(Error::NotFound)?;
        let items: &[Item] = &told.selection.items;
        let reader = Reader { page: lang, reads: Vec::new(), machine: self.config.machine_translation.show };
        let lines = forum::lines::lines(conn, items, &reader)?;
        let lines = lines.iter().map(|line| draw(line, lang, &self.base_url).map(Arc::new)).collect::<Result<Vec<_>>>()?;
        mail::digest::compose(&mail::digest::Digest {
            config: &self.config,
            base: &self.base_url,
            reader: &reader,
            to: &me.email,
            lines: &lines,
            more: told.selection.more,
            everywhere: true,
            period: told.period,
            frequency: match told.period {
                Period::Week { .. } => Frequency::Weekly,
                Period::Day(_) => Frequency::Daily,
            },
            zone: self.config.site.time_zone,
            token: TOKEN,
            confirmed_at: now,
            id: TOKEN,
            at: told.made_at,
        })
    }
}

/// What moderators did last that is told by letter, or the hiding of a post without a reason.
fn act(conn: &mut Conn, lang: Lang) -> Result<mail::Act> {
    let hide = Decision::Hide.as_str();
    let Some(line) = store::moderation::newest(conn, &[hide], i64::MAX, 1)?.pop() else {
        return Ok(mail::Act { act: hide.to_owned(), subject: "post".to_owned(), answerable: true, ..mail::Act::default() });
    };
    let reason = store::canned::words(conn, &line.why(), lang)?;
    Ok(mail::Act { act: line.act, subject: line.subject, reason, answerable: true, ..mail::Act::default() })
}
