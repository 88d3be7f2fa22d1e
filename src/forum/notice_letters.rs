//! Letters at once: a post, or what became of a translation, for whoever wants to know it now. They are held for ten minutes, and
//! what they say, and whether they are still wanted, is found out when they leave (D5).

use super::{notices::themes_of, secret};
use crate::{
    domain::{
        account,
        lang::Lang,
        letter::{HELD_MIN, Letter, message_id},
        letter_html, markdown,
        notice::{About, NoticeKind, Passage, Told},
        policy::{self, Visible},
        references, snippet,
        text::Reader,
    },
    error::{Error, Result},
    store::{
        self, Conn,
        accounts::Account,
        notices::Notice,
        outbox::{Held, New, Row},
        posts::Post,
        slots::Act,
        texts::Text,
        watches::Levels,
    },
};
use chrono::{NaiveDateTime, TimeDelta};

/// A letter names so many of the posts above the one that it tells of.
const CHAIN: usize = 10;

/// HTML of a passage beyond so many bytes is told by its beginning: mail programs cut letters off at about 100 kB.
const LONG: usize = 40_000;

/// A post can be read now: a letter to each of those whom it concerns, for the reason that stands beside them, and to whoever
/// wants every post; but for who wants none of it at once. Who has one of this post already gets no second.
///
/// # Errors
/// Database failures only.
pub(super) fn of_post(conn: &mut Conn, post: &Post, themes: &[i64], concerned: &[(i64, NoticeKind)], now: NaiveDateTime) -> Result<()> {
    let news = if post.is_opening() { NoticeKind::Opened } else { NoticeKind::Posted };
    let mut because = concerned.to_vec();
    for (person, levels) in store::watches::close_to_thread(conn, post.thread_id, themes)? {
        if levels.for_letters().writes(false) && person != post.author_id && !concerned.iter().any(|(c, _)| *c == person) {
            because.push((person, news));
        }
    }
    to_each(conn, post, themes, &because, now)
}

/// A letter about a post to each of these people, but for who wants none of it at once; an edit may add to them.
///
/// # Errors
/// Database failures only.
pub(super) fn to_each(conn: &mut Conn, post: &Post, themes: &[i64], concerned: &[(i64, NoticeKind)], now: NaiveDateTime) -> Result<()> {
    let people: Vec<i64> = concerned.iter().map(|(person, _)| *person).collect();
    let levels = store::watches::of_thread(conn, post.thread_id, themes, &people)?;
    let wants =
        |(person, because): &&(i64, NoticeKind)| levels.get(person).cloned().unwrap_or_default().for_letters().writes(because.asks());
    let letter =
        |(person, because): &(i64, NoticeKind)| (*person, message_id(post.id, *person), Letter::Post { post: post.id, because: *because });
    hold(conn, concerned.iter().filter(wants).map(letter).collect(), now)
}

/// Somebody was told what became of their translation: the same by letter, unless they want none of it at once.
///
/// # Errors
/// Database failures only.
pub(super) fn of_review(conn: &mut Conn, person: i64, notice: i64, text: i64, now: NaiveDateTime) -> Result<()> {
    if levels(conn, person, text)?.for_letters().writes(true) {
        hold(conn, vec![(person, format!("review-{notice}"), Letter::Review { notice })], now)?;
    }
    Ok(())
}

/// How closely somebody watches what a text belongs to.
fn levels(conn: &mut Conn, person: i64, text: i64) -> Result<Levels> {
    let thread = match store::posts::by_text(conn, text)? {
        Some((post, _)) => post.thread_id,
        None => 0,
    };
    let themes = if thread == 0 { Vec::new() } else { themes_of(conn, thread)? };
    Ok(store::watches::of_thread(conn, thread, &themes, &[person])?.remove(&person).unwrap_or_default())
}

fn hold(conn: &mut Conn, letters: Vec<(i64, String, Letter)>, now: NaiveDateTime) -> Result<()> {
    let people: Vec<i64> = letters.iter().map(|(person, ..)| *person).collect();
    let people = store::members::accounts(conn, &people)?;
    let held = letters.into_iter().filter_map(|(person, message_id, letter)| {
        let person = people.get(&person).filter(|p| is_written_to(p, now))?;
        Some(Held { message_id, account: person.id, email: person.email.clone(), lang: person.letter_lang(), letter })
    });
    store::outbox::hold(conn, &held.collect::<Vec<_>>(), now, now + TimeDelta::minutes(HELD_MIN))
}

/// Whoever has left, or cannot answer, is not written to.
fn is_written_to(person: &Account, now: NaiveDateTime) -> bool {
    !person.email.is_empty() && !person.is_suspended(now)
}

/// What a letter tells at this moment, to the address and in the language that its reader has now. `None`: it was read within the
/// forum, cannot be read any more, or is not wanted any more.
///
/// # Errors
/// Database failures, or no random bytes.
pub fn told(conn: &mut Conn, row: Row, letter: &Letter, site: &Site, now: NaiveDateTime) -> Result<Option<(Row, Told)>> {
    let Some(person) = row.account_id else { return Ok(None) };
    let Some(person) = store::members::accounts(conn, &[person])?.remove(&person).filter(|p| is_written_to(p, now)) else {
        return Ok(None);
    };
    if !store::bounces::stopped(conn, &[account::sign_in_key(&person.email)])?.is_empty() {
        return Ok(None);
    }
    let new = New { account: Some(person.id), email: &person.email, lang: person.letter_lang(), letter };
    let row = if row.email == person.email && row.lang == new.lang { row } else { store::outbox::resolve(conn, row.id, &new)? };
    let preferences = person.preferences();
    let reader = Reader { page: row.lang, reads: preferences.reads, machine: site.machine && preferences.machine };
    let found = match letter {
        Letter::Post { post, because } => of_one_post(conn, *post, *because, &person, &reader, site)?,
        Letter::Review { notice } => of_one_review(conn, *notice, &person, &reader)?,
        _ => None,
    };
    let Some((because, actor, title, about)) = found else { return Ok(None) };
    let stop = store::watches::keep_token(conn, person.id, &secret()?)?;
    Ok(Some((row, Told { because, actor: name(conn, actor)?, title, about, stop })))
}

/// What letters need to know of the site.
pub struct Site<'a> {
    /// Where addresses begin.
    pub base: &'a str,
    /// Whether machine text may stand in for a missing translation.
    pub machine: bool,
    /// What somebody who has left is called.
    pub former: &'a dyn Fn(Lang) -> String,
}

type Found = (NoticeKind, Option<i64>, (String, Lang), About);

fn of_one_post(conn: &mut Conn, post: i64, because: NoticeKind, person: &Account, reader: &Reader, site: &Site) -> Result<Option<Found>> {
    let Some(post) = store::posts::load(conn, &[post])?.pop() else { return Ok(None) };
    let themes = themes_of(conn, post.thread_id)?;
    let level = store::watches::of_thread(conn, post.thread_id, &themes, &[person.id])?.remove(&person.id).unwrap_or_default();
    // An edit may have named somebody for whom the letter was queued for a lesser reason.
    let unread = store::notices::unread_about_text(conn, person.id, post.text_id)?;
    let strongest = [NoticeKind::Mentioned, NoticeKind::Quoted, NoticeKind::Replied].into_iter().find(|kind| unread.contains(kind));
    let because = match strongest {
        Some(kind) => kind,
        None if because.asks() => return Ok(None),
        None if store::readings::new_among(conn, super::readings::reader(person), &[post.id])?.is_empty() => return Ok(None),
        None => because,
    };
    if !level.for_letters().writes(because.asks()) {
        return Ok(None);
    }
    Ok(about(conn, &post, reader, site)?.map(|(title, about)| (because, Some(post.author_id), title, about)))
}

/// A post as a letter tells it to this reader, with its thread's title; `None` where not everybody may read it.
///
/// # Errors
/// Database failures only.
pub fn about(conn: &mut Conn, post: &Post, reader: &Reader, site: &Site) -> Result<Option<((String, Lang), About)>> {
    let Some(thread) = store::threads::load(conn, &[post.thread_id])?.pop() else { return Ok(None) };
    let texts = store::texts::load(conn, &[post.text_id, thread.text_id])?;
    let (Some(text), Some(heading)) = (texts.get(&post.text_id), texts.get(&thread.text_id)) else { return Ok(None) };
    if !Visible::Public.post(thread.door(), post.state, post.author_id) {
        return Ok(None);
    }
    let (title, title_lang) = heading.title(reader);
    let about = About::Post {
        id: post.id,
        chain: chain(conn, post)?,
        passages: passages(conn, text, reader, site)?,
        open: policy::reply(thread.state).is_ok(),
    };
    Ok(Some(((title.to_owned(), title_lang), about)))
}

/// What a post answers: the thread's opening, then as much as is named of what lies between, then what it answers itself.
fn chain(conn: &mut Conn, post: &Post) -> Result<Vec<i64>> {
    if post.is_opening() {
        return Ok(Vec::new());
    }
    let mut chain = Vec::new();
    let mut above = post.parent_id;
    while let Some(id) = above.filter(|_| chain.len() < CHAIN) {
        chain.push(id);
        above = store::posts::find(conn, id)?.parent_id;
    }
    let opening = store::posts::opening(conn, post.thread_id)?.id;
    if chain.last() != Some(&opening) {
        chain.push(opening);
    }
    chain.reverse();
    Ok(chain)
}

/// As this reader gets it (T8), then the original.
fn passages(conn: &mut Conn, text: &Text, reader: &Reader, site: &Site) -> Result<Vec<Passage>> {
    let chosen = text.choose(reader);
    let is_untranslated = chosen != reader.page && !reader.reads.contains(&chosen);
    let mut langs = vec![chosen, text.original];
    langs.dedup();
    let revisions: Vec<i64> = langs.iter().filter_map(|l| text.slot(*l)).map(|s| s.revision_id).collect();
    let mut htmls = store::texts::html(conn, &revisions, Visible::Public)?;
    store::references::plain(conn, htmls.values_mut(), &(site.former)(reader.page))?;
    let bodies = store::texts::bodies(conn, &revisions, Visible::Public)?;
    let passage = |lang: &Lang| {
        let slot = text.slot(*lang)?;
        let (body, _) = bodies.get(&slot.revision_id)?;
        let html = htmls.get(&slot.revision_id).map_or("", String::as_str).replace(markdown::BLOCK_BREAK, "\n");
        let long = html.len() > LONG;
        let beginning = || snippet::beginning(body, *lang);
        Some(Passage {
            lang: *lang,
            original: text.original,
            quality: slot.quality,
            fresh: text.freshness(*lang).fresh,
            is_untranslated,
            body: if long { beginning() } else { references::readable(body, site.base) },
            html: if long { format!("<p>{}</p>", markdown::escape(&beginning())) } else { letter_html::of(&html, site.base) },
        })
    };
    Ok(langs.iter().filter_map(passage).collect())
}

fn of_one_review(conn: &mut Conn, notice: i64, person: &Account, reader: &Reader) -> Result<Option<Found>> {
    let Some(notice) = store::notices::unread_one(conn, notice)? else { return Ok(None) };
    let Some((text, lang)) = notice.slot() else { return Ok(None) };
    if !levels(conn, person.id, text)?.for_letters().writes(true) {
        return Ok(None);
    }
    let text = store::texts::find(conn, text)?;
    // A post has no title of its own.
    let (heading, answered) = match store::posts::by_text(conn, text.id)? {
        Some((post, door)) if Visible::Public.post(door, post.state, post.author_id) => {
            let thread = store::threads::load(conn, &[post.thread_id])?.pop().ok_or(Error::NotFound)?;
            (store::texts::find(conn, thread.text_id)?, policy::reply(thread.state).is_ok().then_some(post.id))
        }
        Some(_) => return Ok(None),
        None => (text.clone(), None),
    };
    let (title, title_lang) = heading.title(reader);
    let remark = said(&store::slots::acts(conn, text.id, lang)?, &notice);
    Ok(Some((notice.kind, notice.actor_id, (title.to_owned(), title_lang), About::Slot { text: text.id, lang, remark, post: answered })))
}

/// What was said by the act of which a notice tells: as a slot was reviewed, sent back or contested, or as what waited was settled.
fn said(acts: &[Act], notice: &Notice) -> String {
    let own = acts.iter().find(|a| Some(a.actor_id) == notice.actor_id && a.at == notice.at).map(|a| &a.reason);
    let settled = || acts.iter().find(|a| a.settler_id == notice.actor_id && a.settled_at == Some(notice.at)).map(|a| &a.answer);
    own.or_else(settled).cloned().unwrap_or_default()
}

/// What somebody is called; empty for who has left.
///
/// # Errors
/// Database failures only.
pub fn name(conn: &mut Conn, person: Option<i64>) -> Result<String> {
    let Some(person) = person else { return Ok(String::new()) };
    let names = store::accounts::names(conn, &[person])?;
    Ok(names.get(&person).filter(|n| !n.is_former()).map(|n| n.display_name.clone()).unwrap_or_default())
}

/// D7: whoever has this token gets no letters at once any more, also none that are queued. A token that is none changes nothing
/// and is not told.
///
/// # Errors
/// Database failures only.
pub fn stop(conn: &mut Conn, token: &str, now: NaiveDateTime) -> Result<()> {
    match store::watches::by_token(conn, token)? {
        Some(person) => store::watches::calm(conn, person, now),
        None => Ok(()),
    }
}
