//! Moving posts between threads, splitting them off, merging threads, and taking it back (M3).

use super::{
    cx::{Cx, Html, Layout, Section, page, page_with, see_other, write},
    extract::{Ask, Fields},
    moderation::thread_id,
    parts::Refusals,
    posts::lang_of,
    themes::Axis,
    url,
    why::{self, WhyForm},
};
use crate::{
    app::App,
    domain::{
        FieldError,
        consensus::Opening,
        lang::Lang,
        markdown::title_html,
        moderation::{Why, numbers},
        policy::{self, Visible},
        post::Body,
        thread::{self, ThreadDraft, ThreadKind},
    },
    error::{Error, Result},
    forum,
    store::{self, Conn, relocations::RelocationKind, threads::Thread},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "moderation/relocate.html")]
struct RelocatePage {
    layout: Layout,
    back: String,
    title: String,
    title_lang: Lang,
    csrf: String,
    action: String,
    what: String,
    numbers: String,
    to: String,
    new_title: String,
    body: String,
    lang: Lang,
    axes: Vec<Axis>,
    themes: Vec<String>,
    why: WhyForm,
    refusals: Refusals,
    made: Vec<Made>,
}

/// Posts that came or went; HTML.
pub struct Made {
    pub id: i64,
    pub words: String,
    pub href: String,
    pub title: String,
    pub lang: Lang,
}

/// GET /{l}/t/{id}/relocate?numbers=
///
/// # Errors
/// [`Error::SignIn`], no moderator, an unknown thread.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = thread_id(&path.1)?;
    page(app, ask, move |cx, conn| {
        let preset = Fields::default().with("numbers", cx.ask.query("numbers").unwrap_or_default());
        form(cx, conn, id, &preset, &[])
    })
    .await
}

fn form(cx: &Cx, conn: &mut Conn, id: i64, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    policy::moderate(&cx.actor()?, "-")?;
    let thread = store::threads::find(conn, id, cx.visible())?;
    let text = store::texts::find(conn, thread.text_id)?;
    let (title, title_lang) = text.title(&cx.reader());
    let themes = match fields.all("themes") {
        chosen if chosen.is_empty() => {
            store::themes::of_threads(conn, &[id])?.remove(&id).unwrap_or_default().into_iter().map(|t| t.slug).collect()
        }
        chosen => chosen,
    };
    let original = text.slot(text.original).map_or("", |s| s.title.as_str());
    let lang = Lang::parse(fields.get("lang")).unwrap_or_else(|| cx.writes());
    let body = match fields.get("body") {
        "" => {
            let l = crate::i18n::l10n(lang);
            let here = format!("{}{}", cx.app.base_url, url::thread(lang, id, original));
            l.m("moderation-split-body").s("title", title).s("href", here).to_string()
        }
        typed => typed.to_owned(),
    };
    cx.html(&RelocatePage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("moderation-relocate"), Section::Threads) },
        back: url::thread(cx.lang, id, original),
        title: title_html(title, title_lang),
        title_lang,
        csrf: cx.csrf(),
        action: format!("/{}/t/{id}/relocate", cx.lang),
        what: fields.get("what").to_owned(),
        numbers: fields.get("numbers").to_owned(),
        to: fields.get("to").to_owned(),
        new_title: fields.get("title").to_owned(),
        body,
        lang,
        axes: super::themes::vocabulary(cx, conn)?,
        themes,
        why: WhyForm::load(cx, conn, fields, errors, true)?,
        refusals: Refusals::of(cx, errors),
        made: made(cx, conn, id)?,
    })
}

/// What came into a thread and what left it, with the way to the other one (M3: links both ways).
///
/// # Errors
/// Database failures only.
pub fn made(cx: &Cx, conn: &mut Conn, thread: i64) -> Result<Vec<Made>> {
    let found = store::relocations::of_thread(conn, thread)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let other = |r: &store::relocations::Relocation| if r.from_thread == thread { r.to_thread } else { r.from_thread };
    let threads = store::threads::load(conn, &found.iter().map(|(r, _)| other(r)).collect::<Vec<_>>())?;
    // A merged thread has no page of its own, and its title is what came from it.
    let mut seen: HashMap<i64, i64> = HashMap::new();
    for other in threads {
        if cx.visible().thread(other.door()) || (other.moved_to == Some(thread) && opening_is_seen(cx, conn, other.id)?) {
            seen.insert(other.id, other.text_id);
        }
    }
    let texts = store::texts::load(conn, &seen.values().copied().collect::<Vec<_>>())?;
    let row = |(r, count): &(store::relocations::Relocation, i64)| {
        let id = other(r);
        let text = texts.get(seen.get(&id)?)?;
        let (title, lang) = text.title(&cx.reader());
        let way = match (r.kind, r.from_thread == thread) {
            (RelocationKind::Merge, true) => "merged-away",
            (RelocationKind::Merge, false) => "merged",
            (RelocationKind::Move | RelocationKind::Split, true) => "gone",
            (RelocationKind::Move | RelocationKind::Split, false) => "came",
        };
        Some(Made {
            id: r.id,
            words: cx.l.m("threads-relocated").s("way", way).n("count", *count).h("time", cx.time(r.at)).html(),
            href: url::thread(cx.lang, id, text.slot(text.original).map_or("", |s| s.title.as_str())),
            title: title_html(title, lang),
            lang,
        })
    };
    Ok(found.iter().filter_map(row).collect())
}

/// T12: the title of a merged thread is its opening's, which may have been hidden where it stands now.
fn opening_is_seen(cx: &Cx, conn: &mut Conn, merged: i64) -> Result<bool> {
    let Some(post) = store::relocations::merged(conn, merged)? else { return Ok(false) };
    let post = store::posts::find(conn, post)?;
    let thread = store::threads::find(conn, post.thread_id, Visible::Everything)?;
    Ok(cx.visible().post(thread.door(), post.state, post.author_id))
}

/// POST /{l}/t/{id}/relocate: `what` is `move`, `split`, `merge` or `undo`; 303 to where the posts stand now.
///
/// # Errors
/// [`Error::SignIn`], no moderator, an unknown thread, faults of the database.
pub async fn act(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = thread_id(&path.1)?;
    let sent = fields.clone();
    let done = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        policy::moderate(&actor, "-")?;
        let why = why::sent(&sent)?;
        match sent.get("what") {
            "undo" => {
                let relocation = sent.get("relocation").parse().map_err(|_| Error::NotFound)?;
                forum::relocations::undo(conn, &actor, relocation, &reasoned(why)?, cx.now)?;
                Ok(id)
            }
            word => {
                let kind = RelocationKind::parse(word).ok_or_else(|| Error::field("what", "errors-act-unknown"))?;
                relocate(cx, conn, id, kind, &sent, why)
            }
        }
    })
    .await;
    match done {
        Ok(thread) => Ok(see_other(&format!("/{}/t/{thread}", ask.lang))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, id, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}

fn relocate(cx: &Cx, conn: &mut Conn, from: i64, kind: RelocationKind, sent: &Fields, why: Why) -> Result<i64> {
    let actor = cx.actor()?;
    let why = reasoned(why)?;
    match kind {
        RelocationKind::Move => {
            let (numbers, to) = (numbers(sent.get("numbers"))?, target(sent.get("to"))?);
            forum::relocations::relocate(conn, &actor, from, to, &numbers, &why, cx.now)?;
            Ok(to)
        }
        RelocationKind::Merge => {
            let to = target(sent.get("to"))?;
            forum::relocations::merge(conn, &actor, from, to, &why, cx.now)?;
            Ok(to)
        }
        RelocationKind::Split => {
            let numbers = numbers(sent.get("numbers"));
            let parts =
                (lang_of(sent), thread::title(sent.get("title")), Body::parse(sent.get("body")), thread::themes(&sent.all("themes")));
            match (numbers, parts) {
                (Ok(numbers), (Ok(lang), Ok(title), Ok(body), Ok(themes))) => {
                    let draft =
                        ThreadDraft { kind: ThreadKind::Discussion, lang, title, body, themes, key: None, consensus: Opening::default() };
                    forum::relocations::split(conn, &actor, from, &draft, &numbers, &why, cx.now)
                }
                (n, (a, b, c, d)) => Err(Error::Invalid([n.err(), a.err(), b.err(), c.err(), d.err()].into_iter().flatten().collect())),
            }
        }
    }
}

fn reasoned(why: Why) -> Result<Why> {
    if why.is_given() { Ok(why) } else { Err(Error::field("reason", "errors-field-empty")) }
}

/// A thread as somebody names it: its number, or its address.
fn target(typed: &str) -> Result<i64> {
    let typed = typed.trim();
    let tail = typed.rsplit_once("/t/").map_or(typed, |(_, tail)| tail);
    let tail = tail.split(['?', '#', '/']).next().unwrap_or_default();
    thread::split_address(tail).map(|(id, _)| id).ok_or_else(|| Error::field("to", "errors-relocate-unknown"))
}

/// A thread, or where somebody is led who asks for one that was merged into another (M3).
///
/// # Errors
/// An unknown or hidden thread.
pub fn find(cx: &Cx, conn: &mut Conn, id: i64) -> Result<std::result::Result<Thread, Html>> {
    match store::threads::find(conn, id, cx.visible()) {
        Ok(thread) if thread.moved_to.is_none() => Ok(Ok(thread)),
        Err(e) if !matches!(e, Error::NotFound) => Err(e),
        _ => {
            let post = forum::relocations::leads_to(conn, id, cx.visible())?.ok_or(Error::NotFound)?;
            Ok(Err(Html::elsewhere(url::post(cx.lang, post.id))))
        }
    }
}
