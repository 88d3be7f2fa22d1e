//! Texts: made, found, their originals edited (T3, T4).

use super::{
    cases, declarations,
    moderation::{self, Deed},
    notices, tallies,
};
use crate::{
    domain::{
        account::Actor,
        block::{self, Keyed},
        digest::EventKind,
        lang::Lang,
        markdown::links,
        moderation::Why,
        policy::{self, Visible},
        post::{Body, Change, EditDraft, PostState},
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
        Some((post, door)) if visible.post(door, post.state, post.author_id) => Some(post),
        Some(_) => return Err(Error::NotFound),
        None => None,
    };
    let text = store::texts::find(conn, id)?;
    if let Some(thread) = thread(conn, &text)? {
        store::threads::find(conn, thread, visible)?;
    }
    // Prepared answers speak for the moderators: nobody else writes them, or reads them before they are used.
    if text.kind == TextKind::Canned && visible != Visible::Everything {
        return Err(Error::NotFound);
    }
    Ok((text, post))
}

/// The consensus thread that a statement, a synthesis or a summary belongs to; `None` for the text of anything else.
fn thread(conn: &mut Conn, text: &Text) -> Result<Option<i64>> {
    match text.kind {
        TextKind::Statement => Ok(store::statements::by_text(conn, text.id)?.map(|(s, _)| s.thread_id)),
        TextKind::Synthesis | TextKind::Summary => {
            Ok(store::consensus::by_texts(conn, &[text.id])?.get(&text.id).map(|(thread, _)| *thread))
        }
        TextKind::Thread | TextKind::Reply | TextKind::Theme | TextKind::Page | TextKind::Canned => Ok(None),
    }
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
/// `hold` is the site's `hold_first_posts`: links that somebody new adds make the post wait again (M2).
///
/// # Errors
/// Not this person's, hidden, somebody edited meanwhile, or a wording edit that changes number or kind of blocks.
pub fn edit_original(
    conn: &mut Conn,
    actor: &Actor,
    text: &Text,
    post: &Post,
    draft: &EditDraft,
    hold: bool,
    now: NaiveDateTime,
) -> Result<i32> {
    policy::edit(actor, post.author_id, post.state, &draft.reason)?;
    let before = store::texts::revision(conn, text.id, text.original, text.source_revision())?.ok_or(Error::NotFound)?;
    let n = revise(conn, actor, text, draft, now)?;
    if n == before.n {
        return Ok(n);
    }
    if actor.id != post.author_id {
        let why = Why::words(&draft.reason);
        let deed = Deed { act: "edit", subject: Subject::Post(post.id), why: &why, until: None, concerns: post.author_id, letter: true };
        moderation::record(conn, Some(actor.id), &deed, now)?;
    } else if post.state == PostState::Visible {
        let known = links(&before.body);
        let more = links(draft.body.as_str()).iter().any(|link| !known.contains(link));
        if more && cases::arrives(conn, actor, hold, &draft.body)? == PostState::Held {
            wait_again(conn, actor, post, now)?;
            return Ok(n);
        }
    }
    if draft.change == Change::Meaning {
        store::events::record(conn, EventKind::Changed, text.id, None, now)?;
        declarations::basis_moved(conn, actor.id, &[text.id], now)?;
    }
    notices::referred_since(conn, post, &before.body, draft.body.as_str(), now)?;
    Ok(n)
}

/// A new revision of an original, with its keys; whoever translated it is told. Returns the number of the newest
/// revision, which is the one before where nothing changed.
///
/// # Errors
/// Somebody edited meanwhile, or a wording edit that changes number or kind of blocks.
pub(super) fn revise(conn: &mut Conn, actor: &Actor, text: &Text, draft: &EditDraft, now: NaiveDateTime) -> Result<i32> {
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
    Ok(n)
}

/// M2: links that somebody new puts into a post afterwards are links in a post: it waits as it would have.
/// An opening would take everybody's answers away with it: there, links have to wait instead.
fn wait_again(conn: &mut Conn, actor: &Actor, post: &Post, now: NaiveDateTime) -> Result<()> {
    if post.is_opening() && store::posts::is_answered(conn, post.thread_id, actor.id)? {
        return Err(Error::field("body", "errors-links-later"));
    }
    store::posts::set_state(conn, post.id, PostState::Visible, PostState::Held)?;
    cases::hold(conn, post.id, actor.id, now)?;
    let thread = store::threads::find(conn, post.thread_id, Visible::Everything)?;
    if post.is_opening() {
        store::themes::count(conn, thread.id, thread.lang, -1)?;
        store::threads::hold(conn, thread.id)?;
        return declarations::basis_moved(conn, actor.id, &[post.text_id], now);
    }
    store::threads::count_replies(conn, thread.id, -1)?;
    declarations::basis_moved(conn, actor.id, &[post.text_id], now)?;
    super::threads::refresh(conn, thread.id)
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
    declarations::basis_moved(conn, actor.id, &[text.id], now)?;
    if change == Change::Meaning
        && let Some((statement, _)) = store::statements::by_text(conn, text.id)?
    {
        tallies::ask_again(conn, actor, &statement, now)?;
    }
    store::moderation::log(conn, Some(actor.id), change.as_str(), Subject::Text(text.id), reason, now)
}

fn keyed(revision: &Revision) -> Keyed {
    Keyed { blocks: block::blocks(&revision.title, &revision.body), keys: revision.keys.split(' ').map(str::to_owned).collect() }
}
