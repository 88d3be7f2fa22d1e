//! D4, D5: what the lines of a letter say at this moment, to one reader.

use crate::{
    domain::{
        effort,
        news::{Ask, Item, Line},
        policy::Visible,
        snippet,
        text::Reader,
    },
    error::Result,
    store::{self, Conn, posts::Post, subscriptions::Subscription, texts::Text},
};
use std::collections::HashMap;

/// How the readers of these subscriptions read (T8), in their order. `machine` is what the site says of machine text.
///
/// # Errors
/// Database failures only.
pub fn readers(conn: &mut Conn, subscriptions: &[Subscription], machine: bool) -> Result<Vec<Reader>> {
    let people: Vec<i64> = subscriptions.iter().filter_map(|s| s.account_id).collect();
    let people = store::members::accounts(conn, &people)?;
    let reader = |s: &Subscription| match s.account_id.and_then(|id| people.get(&id)).map(|p| p.preferences()) {
        Some(preferences) => Reader { page: s.lang, reads: preferences.reads, machine: machine && preferences.machine },
        None => Reader { page: s.lang, reads: Vec::new(), machine },
    };
    Ok(subscriptions.iter().map(reader).collect())
}

/// How one of them reads.
///
/// # Errors
/// Database failures only.
pub fn reader(conn: &mut Conn, subscription: &Subscription, machine: bool) -> Result<Reader> {
    Ok(readers(conn, std::slice::from_ref(subscription), machine)?.swap_remove(0))
}

/// The lines as they can be told at this moment; what is hidden since is not among them. A fixed number of queries.
///
/// # Errors
/// Database failures only.
pub fn lines(conn: &mut Conn, items: &[Item], reader: &Reader) -> Result<Vec<Line>> {
    Ok(each(conn, items, reader)?.into_iter().flatten().collect())
}

/// The same, one for each item: `None` for what is hidden since.
///
/// # Errors
/// Database failures only.
pub fn each(conn: &mut Conn, items: &[Item], reader: &Reader) -> Result<Vec<Option<Line>>> {
    let ids: Vec<i64> = items.iter().map(|i| i.post).collect();
    let posts: HashMap<i64, Post> = store::posts::load(conn, &ids)?.into_iter().map(|p| (p.id, p)).collect();
    let threads: Vec<i64> = posts.values().map(|p| p.thread_id).collect();
    let threads: HashMap<i64, store::threads::Thread> = store::threads::load(conn, &threads)?.into_iter().map(|t| (t.id, t)).collect();
    let texts: Vec<i64> = posts.values().map(|p| p.text_id).chain(threads.values().map(|t| t.text_id)).collect();
    let texts = store::texts::load(conn, &texts)?;
    let shown = |text: &Text| text.slot(text.choose(reader)).map(|s| s.revision_id);
    let revisions: Vec<i64> = texts.values().filter_map(shown).collect();
    let bodies = store::texts::bodies(conn, &revisions, Visible::Public)?;
    let people: Vec<i64> = posts.values().map(|p| p.author_id).chain(texts.values().flat_map(people)).collect();
    let names = store::accounts::names(conn, &people)?;
    let name = |id: Option<i64>| {
        let name = id.and_then(|id| names.get(&id)).filter(|n| !n.is_former());
        name.map(|n| if n.display_name.is_empty() { n.handle.clone() } else { n.display_name.clone() }).unwrap_or_default()
    };
    let line = |item: &Item| {
        let post = posts.get(&item.post)?;
        let thread = threads.get(&post.thread_id)?;
        let (text, titled) = (texts.get(&post.text_id)?, texts.get(&thread.text_id)?);
        if !Visible::Public.post(thread.door(), post.state, post.author_id) {
            return None;
        }
        let lang = text.choose(reader);
        let slot = text.slot(lang)?;
        let waits = item.lang.unwrap_or(lang);
        let marked = text.slot(waits);
        let (title, title_lang) = titled.title(reader);
        let body = bodies.get(&slot.revision_id).map(|(body, _)| body.as_str()).unwrap_or_default();
        let words = store::search::said("", body);
        let minutes = match item.ask {
            Some(Ask::Review) => effort::reviewing(words.chars().count(), text.original),
            _ => effort::translating(words.chars().count(), text.original),
        };
        Some(Line {
            // Merged or moved since, it stands where it is now.
            item: Item { thread: thread.id, ..*item },
            title: (title.to_owned(), title_lang),
            words: (snippet::beginning(body, lang), lang),
            author: name(Some(post.author_id)),
            original: text.original,
            quality: text.quality(waits),
            fresh: text.freshness(waits).fresh,
            translator: name(marked.and_then(store::texts::Slot::translator)),
            reviewer: name(marked.and_then(|s| s.reviewer_id)),
            minutes,
            text: text.id,
            readable: lang == reader.page || reader.reads.contains(&lang),
        })
    };
    Ok(items.iter().map(line).collect())
}

fn people(text: &Text) -> Vec<i64> {
    text.slots.iter().flatten().flat_map(|s| [s.translator(), s.reviewer_id]).flatten().collect()
}
