//! The history of a post: its revisions per language, and two of them block by block.

use super::{
    cx::{Cx, Html, Layout, Section, page, see_other, write},
    extract::{Ask, Fields},
    parts,
    posts::id,
    url,
};
use crate::{
    app::App,
    domain::{
        block, diff,
        lang::Lang,
        limits,
        markdown::{escape, title_html},
        post::Change,
    },
    error::{Error, Result},
    forum,
    store::{self, Conn, texts::Revision},
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use askama::Template;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "posts/history.html")]
struct HistoryPage {
    layout: Layout,
    back: String,
    n: i32,
    title: String,
    title_lang: Lang,
    langs: Vec<Tab>,
    lang: Lang,
    quality: String,
    from: i32,
    to: i32,
    rows: Vec<RevisionRow>,
    blocks: Vec<BlockRow>,
    csrf: String,
    action: String,
}

struct Tab {
    lang: Lang,
    href: String,
    count: usize,
}

struct RevisionRow {
    n: i32,
    time: String,
    by: String,
    /// What it changes, or what it answers.
    about: String,
    note: String,
    /// The other value that a moderator may correct it to.
    correct: Option<&'static str>,
}

struct BlockRow {
    /// `b` and its place in the older revision, to which marks on outdated blocks lead; `n` and its new place.
    id: String,
    same: bool,
    /// The words with `<del>` and `<ins>` in them.
    html: String,
}

/// GET /{l}/p/{id}/history?lang=&from=&to=
///
/// # Errors
/// An unknown or hidden post (T12).
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| build(cx, conn, id)).await
}

fn build(cx: &Cx, conn: &mut Conn, id: i64) -> Result<Html> {
    let post = store::posts::find(conn, id)?;
    let thread = store::threads::find(conn, post.thread_id, cx.visible())?;
    if !cx.visible().post(thread.hidden, post.state) {
        return Err(Error::NotFound);
    }
    let text = store::texts::find(conn, post.text_id)?;
    let heading = store::texts::find(conn, thread.text_id)?;
    let (title, title_lang) = heading.title(&cx.reader());
    let lang = cx.ask.query("lang").and_then(Lang::parse).unwrap_or(text.original);
    let mut histories: HashMap<Lang, Vec<Revision>> = HashMap::new();
    for lang in Lang::THREE {
        histories.insert(lang, store::texts::history(conn, text.id, lang)?);
    }
    let href = |lang: Lang| format!("{}/history?lang={lang}", url::post(cx.lang, id));
    let langs = Lang::THREE.map(|l| Tab { lang: l, href: href(l), count: histories.get(&l).map_or(0, Vec::len) }).into();
    let history = histories.remove(&lang).unwrap_or_default();
    let newest = history.first().map_or(0, |r| r.n);
    let asked = |name: &str| cx.ask.query(name).and_then(|n| n.parse::<i32>().ok());
    let to = asked("to").filter(|n| *n <= newest).unwrap_or(newest);
    let from = asked("from").filter(|n| *n < to).unwrap_or(to - 1);
    let names = store::accounts::names(conn, &history.iter().filter_map(|r| r.author_id).collect::<Vec<_>>())?;
    let is_original = lang == text.original;
    let rows = history.iter().map(|r| row(cx, r, is_original, &names)).collect();
    let find = |n: i32| history.iter().find(|r| r.n == n);
    let blocks = match (find(from), find(to)) {
        (Some(old), Some(new)) => compare(old, new, lang),
        (None, Some(new)) => compare(new, new, lang),
        _ => Vec::new(),
    };
    let layout = Layout { noindex: true, ..cx.layout(cx.l.m("posts-history-title").n("n", post.n).to_string(), Section::Threads) };
    cx.html(&HistoryPage {
        layout,
        back: url::post(cx.lang, id),
        n: post.n,
        title: title_html(title, title_lang),
        title_lang,
        langs,
        lang,
        quality: parts::state_words(cx, text.quality(lang), text.freshness(lang).fresh),
        from,
        to,
        rows,
        blocks,
        csrf: if cx.is_moderator() { cx.csrf() } else { String::new() },
        action: format!("{}/history", url::post(cx.lang, id)),
    })
}

fn row(cx: &Cx, r: &Revision, is_original: bool, names: &HashMap<i64, store::accounts::Name>) -> RevisionRow {
    let change = r.change.as_deref().and_then(Change::parse);
    let about = match (change, r.based_on) {
        (Some(Change::Meaning), _) => cx.l.t("posts-history-meaning"),
        (Some(Change::Wording), _) => cx.l.t("posts-history-wording"),
        (None, Some(n)) => cx.l.m("posts-history-based-on").n("n", n).to_string(),
        (None, None) => cx.l.t("posts-history-first"),
    };
    RevisionRow {
        n: r.n,
        time: cx.time(r.created_at),
        by: r.engine.as_deref().map_or_else(|| parts::who(cx, r.author_id, names), escape),
        about,
        note: r.note.clone(),
        correct: change.filter(|_| is_original && cx.is_moderator()).map(|c| match c {
            Change::Meaning => Change::Wording.as_str(),
            Change::Wording => Change::Meaning.as_str(),
        }),
    }
}

/// What changed in an original between two of its revisions, as HTML; `None` for revisions that do not exist.
///
/// # Errors
/// Database failures only.
pub fn changes(conn: &mut Conn, text: &store::texts::Text, from: i32, to: i32) -> Result<Option<String>> {
    let old = store::texts::revision(conn, text.id, text.original, from)?;
    let new = store::texts::revision(conn, text.id, text.original, to)?;
    let (Some(old), Some(new)) = (old, new) else { return Ok(None) };
    let rows = compare(&old, &new, text.original);
    let html = rows.iter().filter(|b| !b.same).map(|b| format!("<div class=\"change changed\"><p>{}</p></div>", b.html));
    Ok(Some(html.collect()))
}

fn compare(old: &Revision, new: &Revision, lang: Lang) -> Vec<BlockRow> {
    let of = |r: &Revision| block::blocks(&r.title, &r.body);
    diff::blocks(&of(old), &of(new), lang)
        .into_iter()
        .map(|c| BlockRow {
            id: c.was.map_or_else(|| format!("n{}", c.is.unwrap_or_default()), |i| format!("b{i}")),
            same: c.same,
            html: parts::pieces(&c.pieces, lang),
        })
        .collect()
}

/// POST /{l}/p/{id}/history: a moderator corrects what an edit was said to change (T3).
///
/// # Errors
/// [`Error::SignIn`], no moderator, no reason, an unknown revision, a wording edit that changed the blocks.
pub async fn correct(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        let post = store::posts::find(conn, id)?;
        let text = store::texts::find(conn, post.text_id)?;
        let n = fields.get("revision").parse().map_err(|_| Error::field("revision", "errors-revision-unknown"))?;
        let change = Change::parse(fields.get("change")).ok_or_else(|| Error::field("change", "errors-change-unknown"))?;
        let reason = limits::line("reason", fields.get("reason"), 0, limits::REASON_CHARS)?;
        forum::texts::correct_change(conn, &actor, &text, n, change, &reason, cx.now)
    })
    .await?;
    Ok(see_other(&format!("{}/history", url::post(ask.lang, id))))
}
