//! Who is told what: authors and translators, about their words and their work.

use super::notice_letters;
use crate::{
    domain::{
        digest::EventKind,
        lang::Lang,
        notice::NoticeKind,
        policy::Visible,
        post::PostState,
        references,
        text::Quality,
        watch::{Level, Watched},
    },
    error::Result,
    store::{self, Conn, notices::News, posts::Post, texts::Text, threads::Thread},
};
use chrono::NaiveDateTime;

/// Tells several people, each once, and never somebody about their own act; what became of a translation also by letter.
///
/// # Errors
/// Database failures only.
pub fn tell(conn: &mut Conn, people: &[Option<i64>], news: News, now: NaiveDateTime) -> Result<()> {
    let mut told: Vec<i64> = people.iter().flatten().copied().filter(|p| *p != news.actor).collect();
    told.sort_unstable();
    told.dedup();
    for person in store::notices::reachable(conn, &told)? {
        let notice = store::notices::tell(conn, person, news, now)?;
        if news.kind.judges() {
            notice_letters::of_review(conn, person, notice, news.text, now)?;
        }
    }
    Ok(())
}

/// The themes of a thread.
///
/// # Errors
/// Database failures only.
pub(super) fn themes_of(conn: &mut Conn, thread: i64) -> Result<Vec<i64>> {
    Ok(store::themes::of_threads(conn, &[thread])?.remove(&thread).unwrap_or_default().iter().map(|t| t.id).collect())
}

/// Those among several people who have muted a thread.
fn muted(conn: &mut Conn, thread: i64, themes: &[i64], people: &[i64]) -> Result<Vec<i64>> {
    let levels = store::watches::of_thread(conn, thread, themes, people)?;
    Ok(levels.into_iter().filter(|(_, l)| l.own == Some(Level::Mute)).map(|(person, _)| person).collect())
}

/// An original changed: whoever translated or reviewed what is outdated by it now.
///
/// # Errors
/// Database failures only.
pub fn source_changed(conn: &mut Conn, before: &Text, actor: i64, now: NaiveDateTime) -> Result<()> {
    let after = store::texts::find(conn, before.id)?;
    for lang in Lang::THREE.into_iter().filter(|l| before.freshness(*l).fresh && !after.freshness(*l).fresh) {
        let Some(slot) = after.slot(lang).filter(|s| s.quality != Quality::Machine) else { continue };
        let news = News { kind: NoticeKind::SourceChanged, text: before.id, lang, actor };
        tell(conn, &[slot.translator(), slot.reviewer_id], news, now)?;
    }
    Ok(())
}

/// A post can be read now: whoever it answers is told, and whoever follows its thread or, for a new thread, its
/// themes; each of them once. Who has muted the thread is not.
///
/// # Errors
/// Database failures only.
pub(super) fn published(conn: &mut Conn, post: &Post, thread: &Thread, now: NaiveDateTime) -> Result<()> {
    if post.state != PostState::Visible || thread.hidden {
        return Ok(());
    }
    store::events::record(conn, EventKind::Posted, post.text_id, None, now)?;
    let lang = store::texts::find(conn, post.text_id)?.original;
    let themes = themes_of(conn, thread.id)?;
    let answered = match post.parent_id {
        Some(parent) => Some(store::posts::find(conn, parent)?.author_id),
        None => (!post.is_opening()).then_some(thread.author_id),
    };
    let mut told: Vec<i64> = vec![post.author_id];
    let mut concerned = Vec::new();
    let body = original(conn, post.text_id)?;
    let (mentioned, quoted) = referred(conn, &body)?;
    for (kind, people) in
        [(NoticeKind::Mentioned, mentioned), (NoticeKind::Quoted, quoted), (NoticeKind::Replied, answered.into_iter().collect())]
    {
        let people: Vec<i64> = people.into_iter().filter(|p| !told.contains(p)).collect();
        let muted = muted(conn, thread.id, &themes, &people)?;
        let names = store::accounts::names(conn, &people)?;
        let is_here = |p: &i64| !muted.contains(p) && names.get(p).is_some_and(|n| !n.is_former());
        let people: Vec<i64> = people.into_iter().filter(is_here).collect();
        tell(
            conn,
            &people.iter().copied().map(Some).collect::<Vec<_>>(),
            News { kind, text: post.text_id, lang, actor: post.author_id },
            now,
        )?;
        concerned.extend(people.iter().map(|person| (*person, kind)));
        told.extend(people);
    }
    notice_letters::of_post(conn, post, &themes, &concerned, now)?;
    // Followers are told of a thread once, however many posts come before they read it.
    let (kind, watched, ids, text) = match post.is_opening() {
        true => (NoticeKind::Opened, Watched::Theme, themes.clone(), thread.text_id),
        false => (NoticeKind::Posted, Watched::Thread, vec![thread.id], thread.text_id),
    };
    let news = News { kind, text, lang: thread.lang, actor: post.author_id };
    store::notices::tell_followers(conn, watched, &ids, &news, (thread.id, &told), now)
}

/// T11: an edit names or quotes somebody whom the words before it did not.
///
/// # Errors
/// Database failures only.
pub(super) fn referred_since(conn: &mut Conn, post: &Post, before: &str, after: &str, now: NaiveDateTime) -> Result<()> {
    let thread = store::threads::find(conn, post.thread_id, Visible::Everything)?;
    if post.state != PostState::Visible || thread.hidden {
        return Ok(());
    }
    let lang = store::texts::find(conn, post.text_id)?.original;
    let (old, new) = (referred(conn, before)?, referred(conn, after)?);
    let themes = themes_of(conn, thread.id)?;
    let mut concerned: Vec<(i64, NoticeKind)> = Vec::new();
    for (kind, before, after) in [(NoticeKind::Mentioned, old.0, new.0), (NoticeKind::Quoted, old.1, new.1)] {
        let people: Vec<i64> = after.into_iter().filter(|p| !before.contains(p)).collect();
        let muted = muted(conn, thread.id, &themes, &people)?;
        let told: Vec<i64> = people.into_iter().filter(|p| *p != post.author_id && !muted.contains(p)).collect();
        let news = News { kind, text: post.text_id, lang, actor: post.author_id };
        tell(conn, &told.iter().copied().map(Some).collect::<Vec<_>>(), news, now)?;
        concerned.extend(told.into_iter().filter(|p| !concerned.iter().any(|(c, _)| c == p)).map(|p| (p, kind)).collect::<Vec<_>>());
    }
    notice_letters::to_each(conn, post, &themes, &concerned, now)
}

/// Whom a body names, and whose posts it quotes; nobody for what not everybody may read.
fn referred(conn: &mut Conn, body: &str) -> Result<(Vec<i64>, Vec<i64>)> {
    let mentions = references::mentions(body);
    let names: Vec<&str> = mentions.iter().map(String::as_str).collect();
    let named = store::references::people(conn, &names)?.into_values().filter(|(_, p)| !p.former).map(|(_, p)| p.id).collect();
    let quoted: Vec<i64> = references::quotes(body).iter().map(|q| q.post).collect();
    let hidden = store::references::hidden(conn, &quoted, Visible::Public)?;
    let quoted: Vec<i64> = quoted.into_iter().filter(|id| !hidden.contains(id)).collect();
    let quoted = store::posts::load(conn, &quoted)?.into_iter().map(|p| p.author_id).collect();
    // Named by handle and by name, or quoted from two posts, somebody is one person.
    let once = |mut people: Vec<i64>| {
        people.sort_unstable();
        people.dedup();
        people
    };
    Ok((once(named), once(quoted)))
}

fn original(conn: &mut Conn, text: i64) -> Result<String> {
    let text = store::texts::find(conn, text)?;
    let current = store::texts::revision(conn, text.id, text.original, text.source_revision())?;
    Ok(current.map(|r| r.body).unwrap_or_default())
}

/// Marks one person's notices up to `newest` as read.
///
/// # Errors
/// Database failures only.
pub fn read(conn: &mut Conn, account: i64, newest: i64, now: NaiveDateTime) -> Result<()> {
    store::notices::read(conn, account, newest, now)
}
