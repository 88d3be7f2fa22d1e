//! Texts: made, found, their originals edited (T3, T4).

use super::notices;
use crate::{
    domain::{
        account::Actor,
        block::{self, Keyed},
        lang::Lang,
        policy::{self, Visible},
        post::{Body, Change, EditDraft},
        text::{Quality, TextKind},
    },
    error::{Error, Result},
    store::{
        self, Conn,
        moderation::Subject,
        posts::Post,
        slots::{Becomes, Seen},
        texts::{NewRevision, Revision, Text},
    },
};
use chrono::NaiveDateTime;
use std::collections::BTreeMap;

/// A text that this person may find, with the post that it belongs to (none for a theme's).
///
/// # Errors
/// [`Error::NotFound`] also for what is hidden from them (T12).
pub fn find(conn: &mut Conn, id: i64, visible: Visible) -> Result<(Text, Option<Post>)> {
    let post = match store::posts::by_text(conn, id)? {
        Some((post, thread_hidden)) if visible.post(thread_hidden, post.state) => Some(post),
        Some(_) => return Err(Error::NotFound),
        None => None,
    };
    Ok((store::texts::find(conn, id)?, post))
}

/// A new text with its original.
///
/// # Errors
/// Database failures only: the parts were checked.
pub fn create(
    conn: &mut Conn,
    kind: TextKind,
    lang: Lang,
    title: &str,
    body: &Body,
    author: Option<i64>,
    now: NaiveDateTime,
) -> Result<i64> {
    let blocks = block::blocks(title, body.as_str());
    let keys: Vec<String> = blocks.into_iter().map(|b| b.hash).collect();
    store::texts::insert(conn, kind, lang, &NewRevision::original(title, body.as_str(), &keys.join(" "), author), now)
}

/// Edits an original (P5, T3). Returns the number of its newest revision; an edit that changes nothing makes none.
///
/// # Errors
/// Not this person's, hidden, somebody edited meanwhile, or a wording edit that changes number or kind of blocks.
pub fn edit_original(conn: &mut Conn, actor: &Actor, text: &Text, post: &Post, draft: &EditDraft, now: NaiveDateTime) -> Result<i32> {
    policy::edit(actor, post.author_id, post.state, &draft.reason)?;
    let text = &super::slots::locked(conn, text)?;
    let history = store::texts::history(conn, text.id, text.original)?;
    let last = history.first().ok_or(Error::NotFound)?;
    let title = draft.title.as_deref().unwrap_or(&last.title);
    if draft.revision == last.n && last.title == title && last.body == draft.body.as_str() {
        return Ok(last.n);
    }
    let new = block::blocks(title, draft.body.as_str());
    let history: Vec<Keyed> = history.iter().map(keyed).collect();
    let keys = block::keys(&new, &history, draft.change).map_err(|_| Error::field("change", "errors-wording-shape"))?.join(" ");
    let new = NewRevision {
        change: Some(draft.change),
        note: &draft.note,
        ..NewRevision::original(title, draft.body.as_str(), &keys, Some(actor.id))
    };
    let seen = Seen { revision: draft.revision, quality: Quality::Original };
    let to = Becomes { quality: Quality::Original, reviewer: None };
    let n = store::slots::revise(conn, text.id, text.original, seen, to, &new, now)?;
    notices::source_changed(conn, text, actor.id, now)?;
    if actor.id != post.author_id {
        store::moderation::log(conn, Some(actor.id), "edit", Subject::Post(post.id), &draft.reason, now)?;
    }
    Ok(n)
}

/// T3: a moderator corrects whether revision `n` of an original changed its meaning or only its wording.
///
/// # Errors
/// No moderator, no reason, no such edit, or a wording edit that changes number or kind of blocks.
pub fn correct_change(conn: &mut Conn, actor: &Actor, text: &Text, n: i32, change: Change, reason: &str, now: NaiveDateTime) -> Result<()> {
    policy::moderate(actor, reason)?;
    store::texts::lock(conn, text)?;
    let mut history = store::texts::history(conn, text.id, text.original)?;
    history.reverse();
    let at = history.iter().position(|r| r.n == n && r.change.is_some()).ok_or(Error::NotFound)?;
    if history[at].change.as_deref() == Some(change.as_str()) {
        return Ok(());
    }
    // From the corrected edit on, every revision gets the keys that it would have got.
    let mut earlier: Vec<Keyed> = history[..at].iter().rev().map(keyed).collect();
    let mut rekeyed = BTreeMap::new();
    for revision in &history[at..] {
        let said = revision.change.as_deref().and_then(Change::parse).unwrap_or(Change::Meaning);
        let change = if revision.n == n { change } else { said };
        let blocks = block::blocks(&revision.title, &revision.body);
        let keys = block::keys(&blocks, &earlier, change).map_err(|_| Error::field("change", "errors-wording-shape"))?;
        rekeyed.insert(revision.n, keys.clone());
        earlier.insert(0, Keyed { blocks, keys });
    }
    store::texts::rekey(conn, text, n, change, &rekeyed)?;
    store::moderation::log(conn, Some(actor.id), change.as_str(), Subject::Text(text.id), reason, now)
}

fn keyed(revision: &Revision) -> Keyed {
    Keyed { blocks: block::blocks(&revision.title, &revision.body), keys: revision.keys.split(' ').map(str::to_owned).collect() }
}
