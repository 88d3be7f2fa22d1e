//! Search: a question understood, answered, and the index made anew.

use crate::{
    domain::{
        account::Handle,
        lang::Lang,
        policy::Visible,
        search::{Name, Places, Query},
        text::Reader,
        theme,
        typed::{Operator, QUERY_CHARS, Typed},
    },
    error::{Error, Result},
    store::{self, Conn, posts::Post, search::Wanted, texts::Text, threads::Thread},
};
use chrono::{NaiveDate, NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use std::collections::HashMap;

/// By relevance so many slots are weighed, the newest that say it: the cost of a common word is bounded.
pub const WEIGHED: usize = 200;

/// A question, understood.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    pub query: Query,
    pub wanted: Wanted,
    /// Conditions that name nothing that there is, with what was typed: then nothing is found.
    pub refused: Vec<(Operator, String)>,
    pub is_empty: bool,
}

/// Understands a question. `left_out` are the names that the reader does not want it widened by; `zone` is theirs.
///
/// # Errors
/// A question that is too long, on field `q`.
pub fn ask(conn: &mut Conn, q: &str, left_out: &[String], zone: Tz) -> Result<Asked> {
    let found = q.chars().count();
    if found > QUERY_CHARS {
        return Err(Error::Invalid(vec![crate::domain::FieldError::over("q", "errors-field-too-long", QUERY_CHARS, found)]));
    }
    let typed = Typed::parse(q);
    if typed.is_empty() {
        return Ok(Asked { is_empty: true, ..Asked::default() });
    }
    let names = names(conn)?;
    let mut asked = Asked { query: Query::new(&typed, &names, left_out), ..Asked::default() };
    for (operator, value) in &typed.conditions {
        if !condition(conn, &mut asked.wanted, *operator, value, &names, zone)? {
            asked.refused.push((*operator, value.clone()));
        }
    }
    Ok(asked)
}

/// Takes one condition in; whether it names something.
fn condition(conn: &mut Conn, wanted: &mut Wanted, operator: Operator, value: &str, names: &[Name], zone: Tz) -> Result<bool> {
    Ok(match operator {
        Operator::From => {
            // By handle only: nobody learns whether an address is known here.
            wanted.author = match Handle::parse(value.trim_start_matches('@')) {
                Ok(handle) => store::accounts::by_handle(conn, &handle)?,
                Err(_) => None,
            };
            wanted.author.is_some()
        }
        Operator::Theme => {
            let by_name = names.iter().find(|n| n.is_theme && n.names.iter().any(|name| theme::is_named(name, value)));
            let slug = by_name.and_then(|n| n.key.strip_prefix("theme-")).unwrap_or(value);
            wanted.theme = match store::themes::by_slug(conn, slug) {
                Ok(theme) => Some(theme.id),
                Err(Error::NotFound) => None,
                Err(e) => return Err(e),
            };
            wanted.theme.is_some()
        }
        Operator::Lang => {
            wanted.original = Lang::parse(&value.to_lowercase());
            wanted.original.is_some()
        }
        Operator::Missing => {
            wanted.missing = Lang::parse(&value.to_lowercase());
            wanted.missing.is_some()
        }
        Operator::Before => {
            wanted.before = day(value, zone);
            wanted.before.is_some()
        }
        Operator::After => {
            wanted.after = day(value, zone);
            wanted.after.is_some()
        }
    })
}

/// When a day, month or year (`2026-11-26`, `2026-11`, `2026`) begins where the reader is, in UTC.
fn day(value: &str, zone: Tz) -> Option<NaiveDateTime> {
    let whole = match value.len() {
        4 => format!("{value}-01-01"),
        7 => format!("{value}-01"),
        _ => value.replace('/', "-"),
    };
    let begins = NaiveDate::parse_from_str(&whole, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0)?;
    // Where midnight is skipped by the clocks, the day begins an hour later.
    let local = zone
        .from_local_datetime(&begins)
        .earliest()
        .or_else(|| zone.from_local_datetime(&(begins + chrono::TimeDelta::hours(1))).earliest())?;
    (1970..3000).contains(&chrono::Datelike::year(&begins)).then(|| local.naive_utc())
}

/// H4: the names of the glossary and of the vocabulary, in the three languages.
fn names(conn: &mut Conn) -> Result<Vec<Name>> {
    let terms = store::glossary::all(conn)?.into_iter().filter(|t| !t.retired);
    let mut names: Vec<Name> = terms.map(|t| Name { key: format!("term-{}", t.id), names: t.names, is_theme: false }).collect();
    let themes = store::themes::all(conn)?;
    let texts = store::texts::load(conn, &themes.iter().map(|t| t.text_id).collect::<Vec<_>>())?;
    let named = |theme: &store::themes::Theme| {
        let text = texts.get(&theme.text_id)?;
        let names = Lang::THREE.map(|lang| text.slot(lang).map(|s| s.title.clone()).unwrap_or_default());
        Some(Name { key: format!("theme-{}", theme.slug), names, is_theme: true })
    };
    names.extend(themes.iter().filter_map(named));
    Ok(names)
}

/// A post that says what was asked.
pub struct Hit {
    pub post: Post,
    pub thread: Thread,
    pub text: Text,
    /// The slot that says it: the reader's own, where that one does.
    pub lang: Lang,
    /// Its words, and where in them it is said (bytes).
    pub words: String,
    pub places: Places,
    /// The expansion that it was found by; `None`: the reader's own words.
    pub through: Option<usize>,
}

/// How answers are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// In a title before in a text, often before seldom, one's own words before other names of it; then the newest.
    Relevance,
    /// The newest, below this text.
    Newest { below: i64 },
}

/// Posts that say what was asked, each once. Of `Newest` at most `limit`, whose last one is where the next page begins.
///
/// # Errors
/// Database failures only.
pub fn hits(conn: &mut Conn, asked: &Asked, visible: Visible, reader: &Reader, order: Order, limit: usize) -> Result<Vec<Hit>> {
    if asked.is_empty || !asked.refused.is_empty() {
        return Ok(Vec::new());
    }
    let (below, slots) = match order {
        Order::Relevance => (i64::MAX, WEIGHED),
        // Up to three slots of a text.
        Order::Newest { below } => (below, limit * 3),
    };
    let slots = store::search::find(conn, &asked.query, &asked.wanted, visible, below, slots)?;
    let mut said: Vec<(i64, Vec<Lang>)> = Vec::new();
    for (text, lang) in slots {
        match said.last_mut() {
            Some((last, langs)) if *last == text => langs.push(lang),
            _ => said.push((text, vec![lang])),
        }
    }
    if order != Order::Relevance {
        said.truncate(limit);
    }
    let ids: Vec<i64> = said.iter().map(|(text, _)| *text).collect();
    let posts: HashMap<i64, Post> = store::posts::of_texts(conn, &ids)?.into_iter().map(|p| (p.text_id, p)).collect();
    let threads: Vec<i64> = posts.values().map(|p| p.thread_id).collect();
    let threads: HashMap<i64, Thread> = store::threads::load(conn, &threads)?.into_iter().map(|t| (t.id, t)).collect();
    let texts = store::texts::load(conn, &ids)?;
    let chosen = |text: &Text, langs: &[Lang]| {
        let own = text.choose(reader);
        [own, text.original].into_iter().find(|l| langs.contains(l)).or(langs.first().copied()).unwrap_or(own)
    };
    let revisions: Vec<i64> =
        said.iter().filter_map(|(id, langs)| texts.get(id).and_then(|t| t.slot(chosen(t, langs)))).map(|s| s.revision_id).collect();
    let bodies = store::texts::bodies(conn, &revisions, visible)?;
    let hit = |(id, langs): &(i64, Vec<Lang>)| {
        let (text, post) = (texts.get(id)?, posts.get(id)?);
        let thread = threads.get(&post.thread_id).filter(|t| visible.post(t.door(), post.state, post.author_id))?;
        let lang = chosen(text, langs);
        let slot = text.slot(lang)?;
        let words = store::search::said(&slot.title, &bodies.get(&slot.revision_id)?.0);
        let (places, through) = asked.query.found(&words, lang).unwrap_or_default();
        Some(Hit { post: post.clone(), thread: thread.clone(), text: text.clone(), lang, words, places, through })
    };
    let mut hits: Vec<Hit> = said.iter().filter_map(hit).collect();
    if order == Order::Relevance {
        hits.sort_by_key(|h| std::cmp::Reverse((h.weight(), h.text.id)));
    }
    Ok(hits)
}

impl Hit {
    fn weight(&self) -> usize {
        let title = self.text.slot(self.lang).map_or(0, |s| s.title.len());
        let in_title = self.places.iter().any(|(start, _)| *start < title);
        usize::from(in_title) * 8 + usize::from(self.through.is_none()) * 4 + self.places.len().min(6)
    }
}

/// Makes the index anew from what readers get, for the next texts after `last`; it can be searched meanwhile. Returns the last
/// text that was done; `None` when there was none left, and the index is complete.
///
/// # Errors
/// Database failures only.
pub fn index(conn: &mut Conn, last: i64, batch: i64) -> Result<Option<i64>> {
    let ids = store::search::texts_after(conn, last, batch)?;
    for id in &ids {
        // Nobody saves or erases these words between reading and indexing them.
        store::search::hold(conn, *id)?;
        for lang in Lang::THREE {
            store::search::refresh(conn, *id, lang)?;
        }
    }
    if ids.is_empty() || last == 0 {
        store::search::set_complete(conn, ids.is_empty())?;
    }
    Ok(ids.last().copied())
}
