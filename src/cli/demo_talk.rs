//! What people of the demonstration do beside writing: a picture, a quote across languages, reactions, a draft.

use crate::{
    domain::{
        account::Actor,
        block,
        draft::Place,
        lang::Lang,
        picture,
        post::{Body, ReplyDraft},
        reaction::Reaction,
        references,
        slot::SlotAct,
    },
    error::Result,
    forum::{self, slots::Slot, slots::SlotDraft},
    store::{self, Conn},
};
use chrono::{NaiveDateTime, TimeDelta};
use serde::Deserialize;
use std::collections::BTreeMap;

const PICTURE: &[u8] = include_bytes!("../../locales/data/demo.png");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Talk {
    /// Which thread of the file, from 1.
    pub thread: usize,
    picture: Picture,
    quote: Quote,
    reaction: Vec<Given>,
    draft: Draft,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Picture {
    author: String,
    lang: String,
    hours_ago: i64,
    /// What one sees; the picture stands where the words say `{picture}`.
    description: String,
    body: String,
    translator: String,
    /// The same in other languages.
    slots: BTreeMap<String, Seen>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seen {
    description: String,
    body: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Quote {
    author: String,
    lang: String,
    hours_ago: i64,
    /// Which post of the thread, 0 for the opening, and which of its blocks, from 1.
    post: usize,
    block: usize,
    body: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    by: String,
    post: usize,
    kind: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Draft {
    author: String,
    lang: String,
    body: String,
}

/// Adds them to a thread with these posts, the opening first.
///
/// # Errors
/// Words in the file that no rule lets through.
pub fn fill(
    conn: &mut Conn,
    talk: &Talk,
    (thread, posts): (i64, &[i64]),
    who: &impl Fn(&str) -> anyhow::Result<Actor>,
    now: NaiveDateTime,
) -> Result<()> {
    let at = |hours| now - TimeDelta::hours(hours);
    let post = |n: usize| posts.get(n).copied().ok_or_else(|| anyhow::anyhow!("demo.toml: there is no post {n}"));
    show(conn, &talk.picture, thread, who, at(talk.picture.hours_ago))?;
    let quote = &talk.quote;
    let quoted = store::posts::find(conn, post(quote.post)?)?;
    let text = store::texts::find(conn, quoted.text_id)?;
    let words = store::texts::revision(conn, text.id, text.original, text.source_revision())?.map(|r| r.body).unwrap_or_default();
    let blocks = block::blocks("", &words);
    let words = blocks.get(quote.block - 1).map(|b| b.words.as_str()).unwrap_or_default();
    let source = references::Quote { post: quoted.id, block: quote.block, lang: Some(text.original) }.source(words);
    let draft = ReplyDraft {
        lang: lang(&quote.lang)?,
        body: Body::parse(&format!("{source}\n{}", quote.body))?,
        parent: Some(quoted.id).filter(|_| !quoted.is_opening()),
        key: None,
    };
    forum::posts::reply(conn, &who(&quote.author)?, thread, &draft, false, at(quote.hours_ago))?;
    for given in &talk.reaction {
        let kind = Reaction::parse(&given.kind).ok_or_else(|| anyhow::anyhow!("demo.toml: {} is no reaction", given.kind))?;
        forum::posts::react(conn, &who(&given.by)?, post(given.post)?, kind, at(4))?;
    }
    let draft = [("lang", talk.draft.lang.as_str()), ("body", talk.draft.body.as_str())].map(|(n, v)| (n.to_owned(), v.to_owned()));
    forum::drafts::keep(conn, &who(&talk.draft.author)?, Place::Reply { thread, parent: None }, &draft.to_vec(), 0, at(2)).map(|_| ())
}

/// A picture in a post, described in each of its slots.
fn show(conn: &mut Conn, picture: &Picture, thread: i64, who: &impl Fn(&str) -> anyhow::Result<Actor>, now: NaiveDateTime) -> Result<()> {
    let author = who(&picture.author)?;
    let file = picture::clean(PICTURE).map_err(|_| anyhow::anyhow!("the picture of the demonstration cannot be read"))?;
    let name = forum::attachments::add(conn, &author, &file, now)?;
    let filled = |body: &str, description: &str| body.replace("{picture}", &name.source(description));
    let body = Body::parse(&filled(&picture.body, &picture.description))?;
    let draft = ReplyDraft { lang: lang(&picture.lang)?, body, parent: None, key: None };
    let post = forum::posts::reply(conn, &author, thread, &draft, false, now)?;
    let post = store::posts::find(conn, post)?;
    for (target, seen) in &picture.slots {
        let text = store::texts::find(conn, post.text_id)?;
        let draft = SlotDraft::whole("", &filled(&seen.body, &seen.description), text.source_revision(), 0);
        let slot = Slot { text: &text, post: Some(&post), lang: lang(target)? };
        forum::workbench::act(conn, &who(&picture.translator)?, slot, SlotAct::Save, &draft, now + TimeDelta::hours(5))?;
    }
    Ok(())
}

fn lang(word: &str) -> Result<Lang> {
    Ok(Lang::parse(word).ok_or_else(|| anyhow::anyhow!("demo.toml: {word} is no language"))?)
}
