//! A thread as a row of a list.

use super::{
    cx::Cx,
    parts::{Cell, strip, who},
    url,
};
use crate::{
    domain::{
        lang::Lang,
        markdown::title_html,
        text::Quality,
        thread::{ThreadKind, ThreadState},
        watch::{Level, Watched},
    },
    error::Result,
    store::{self, Conn, accounts::Name, texts::Text, themes::Theme, threads::Thread},
};
use std::collections::HashMap;

/// A thread in a list.
pub struct Row {
    pub href: String,
    pub title: String,
    pub title_lang: Lang,
    /// Kind, pinned, locked, hidden: what stands above the title, in words.
    pub above: Vec<String>,
    /// What the title is, where it is not the page's language or not a person's words.
    pub title_note: Option<String>,
    pub themes: Vec<Tag>,
    pub replies: i64,
    /// What is new for this member, and where it begins.
    pub new: Option<(i64, String)>,
    pub muted: bool,
    pub last: String,
    pub cells: Vec<Cell>,
}

/// A theme as a link.
pub struct Tag {
    pub href: String,
    pub name: String,
    pub lang: Lang,
}

/// Rows for threads in the order given, in a fixed number of queries (P3).
///
/// # Errors
/// Database failures only.
pub fn rows(cx: &Cx, conn: &mut Conn, threads: &[Thread]) -> Result<Vec<Row>> {
    let ids: Vec<i64> = threads.iter().map(|t| t.id).collect();
    let mut themes = store::themes::of_threads(conn, &ids)?;
    let mut text_ids: Vec<i64> = threads.iter().map(|t| t.text_id).collect();
    text_ids.extend(themes.values().flatten().map(|t| t.text_id));
    let texts = store::texts::load(conn, &text_ids)?;
    let authors: Vec<i64> = threads.iter().map(|t| t.last_author_id).collect();
    let names = store::accounts::names(conn, &authors)?;
    let (new, levels) = match cx.reading() {
        Some(reader) => {
            (store::readings::counts(conn, reader, &ids)?, store::watches::levels(conn, reader.account, Watched::Thread, &ids)?)
        }
        None => (HashMap::new(), HashMap::new()),
    };
    let row = |thread: &Thread| {
        let row = row(cx, thread, texts.get(&thread.text_id)?, themes.remove(&thread.id).unwrap_or_default(), &texts, &names);
        let muted = levels.get(&thread.id) == Some(&Level::Mute);
        let new = new.get(&thread.id).filter(|_| !muted).map(|n| (*n, url::unread(cx.lang, thread.id)));
        Some(Row { new, muted, ..row })
    };
    Ok(threads.iter().filter_map(row).collect())
}

fn row(cx: &Cx, thread: &Thread, text: &Text, themes: Vec<Theme>, texts: &HashMap<i64, Text>, names: &HashMap<i64, Name>) -> Row {
    let (title, title_lang) = text.title(&cx.reader());
    let original = text.slot(text.original).map_or("", |s| s.title.as_str());
    let title_note = match text.quality(title_lang) {
        Quality::Machine => Some(cx.l.t("threads-row-machine")),
        Quality::Original if title_lang != cx.lang => Some(cx.l.m("threads-row-original").s("lang", title_lang.as_str()).to_string()),
        _ => None,
    };
    let last =
        cx.l.m("threads-row-last")
            .h("name", who(cx, Some(thread.last_author_id), names))
            .s("lang", thread.last_lang.as_str())
            .h("time", cx.time(thread.last_post_at));
    Row {
        href: url::thread(cx.lang, thread.id, original),
        title: title_html(title, title_lang),
        title_lang,
        above: flags(cx, thread),
        title_note,
        themes: tags(cx, &themes, texts),
        replies: i64::from(thread.replies),
        new: None,
        muted: false,
        last: last.html(),
        cells: strip(cx, text, names, None, |_| String::new()),
    }
}

/// What a thread is, in words: nothing for a plain discussion.
pub fn flags(cx: &Cx, thread: &Thread) -> Vec<String> {
    let mut flags = Vec::new();
    if thread.kind == ThreadKind::Consensus {
        flags.push(cx.l.t("threads-consensus"));
    }
    if thread.kind == ThreadKind::Announcement {
        flags.push(cx.l.t("threads-announcement"));
    }
    if thread.pinned {
        flags.push(cx.l.t("threads-pinned"));
    }
    match thread.state {
        ThreadState::Open => {}
        ThreadState::Locked => flags.push(cx.l.t("threads-locked")),
        ThreadState::Archived => flags.push(cx.l.t("threads-archived")),
    }
    if thread.held {
        flags.push(cx.l.t("threads-held"));
    } else if thread.hidden {
        flags.push(cx.l.t("threads-hidden"));
    }
    flags
}

/// Themes as links, each in the slot that the reader gets.
pub fn tags(cx: &Cx, themes: &[Theme], texts: &HashMap<i64, Text>) -> Vec<Tag> {
    let reader = cx.reader();
    themes
        .iter()
        .filter_map(|theme| {
            let (name, lang) = texts.get(&theme.text_id)?.title(&reader);
            Some(Tag { href: url::theme(cx.lang, &theme.slug), name: name.to_owned(), lang })
        })
        .collect()
}
