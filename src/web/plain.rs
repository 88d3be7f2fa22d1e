//! A thread as plain text: to be read, kept and sent without a browser.

use super::{
    cx::{Cx, read},
    extract::{Ask, id},
    relocations, url,
};
use crate::{
    app::App,
    domain::{post::PostState, text::Quality},
    error::{Error, Result},
    store::{self, Conn, posts::Post},
};
use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use std::{collections::HashMap, fmt::Write};

/// Posts of one answer; a longer thread goes on at `?page=2`.
const POSTS: usize = 1_000;

/// GET /{l}/t/{id}/thread.txt?page=: the posts by time, each as this reader gets it (T8), its Markdown as it was typed.
///
/// # Errors
/// A thread that this reader cannot find.
pub async fn thread(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let thread = id(&path.1)?;
    let text = read(&app, &ask, move |cx, conn| build(cx, conn, thread)).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CONTENT_LANGUAGE, ask.lang.as_str()))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .insert_header((header::HeaderName::from_static("x-robots-tag"), "noindex"))
        .body(text))
}

fn build(cx: &Cx, conn: &mut Conn, id: i64) -> Result<String> {
    let thread = relocations::find(cx, conn, id)?.map_err(|_| Error::NotFound)?;
    let nodes = store::posts::nodes(conn, id, cx.visible())?;
    let at = cx.ask.query("page").and_then(|p| p.parse().ok()).unwrap_or(1usize).max(1);
    let opening = store::posts::opening(conn, id)?.id;
    let all: Vec<i64> = std::iter::once(opening).chain(nodes.iter().map(|n| n.id)).collect();
    let pages = all.len().div_ceil(POSTS);
    if at > pages {
        return Err(Error::NotFound);
    }
    let ids: Vec<i64> = all.into_iter().skip((at - 1) * POSTS).take(POSTS).collect();
    let posts: HashMap<i64, Post> = store::posts::load(conn, &ids)?.into_iter().map(|p| (p.id, p)).collect();
    let mut text_ids: Vec<i64> = posts.values().map(|p| p.text_id).collect();
    text_ids.push(thread.text_id);
    let texts = store::texts::load(conn, &text_ids)?;
    let readable = |p: &Post| p.state == PostState::Visible && cx.visible().post(thread.door(), p.state, p.author_id);
    let revisions: Vec<i64> = posts
        .values()
        .filter(|p| readable(p))
        .filter_map(|p| texts.get(&p.text_id))
        .filter_map(|t| t.slot(t.choose(&cx.reader())))
        .map(|s| s.revision_id)
        .collect();
    let bodies = store::texts::bodies(conn, &revisions, cx.visible())?;
    let names = store::accounts::names(conn, &posts.values().map(|p| p.author_id).collect::<Vec<_>>())?;
    let heading = texts.get(&thread.text_id).ok_or(Error::NotFound)?;
    let original = heading.slot(heading.original).map_or("", |s| s.title.as_str());
    let mut out = format!("{}\n{}{}\n", heading.title(&cx.reader()).0, cx.app.base_url, url::thread(cx.lang, id, original));
    for post in ids.iter().filter_map(|id| posts.get(id)) {
        let name = match names.get(&post.author_id) {
            Some(name) if !name.is_former() => name.display_name.clone(),
            _ => cx.l.t("texts-former"),
        };
        let time = cx.l.minute(&cx.local(post.created_at));
        let said = texts.get(&post.text_id).filter(|_| readable(post)).and_then(|text| {
            let lang = text.choose(&cx.reader());
            let slot = text.slot(lang)?;
            Some((lang, slot.quality, bodies.get(&slot.revision_id)?.0.as_str()))
        });
        let (words, body) = match said {
            Some((lang, Quality::Original, body)) => (cx.l.m("threads-text-original").s("lang", lang.as_str()).to_string(), body),
            Some((lang, Quality::Machine, body)) => (cx.l.m("threads-text-machine").s("lang", lang.as_str()).to_string(), body),
            Some((lang, _, body)) => (cx.l.m("threads-text-translated").s("lang", lang.as_str()).to_string(), body),
            None => (cx.l.t("threads-text-gone"), ""),
        };
        // Writing to memory cannot fail.
        let _ = write!(out, "\n{}\n{}. {name}, {time}, {words}\n", "-".repeat(72), post.n);
        if !body.is_empty() {
            let _ = write!(out, "\n{body}\n");
        }
    }
    if at < pages {
        let _ = write!(out, "\n{}/{}/t/{id}/thread.txt?page={}\n", cx.app.base_url, cx.lang, at + 1);
    }
    Ok(out)
}
