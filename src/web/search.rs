//! Search across the three languages at once: one result a post.

use super::{
    cx::{Cx, Html, Layout, Section, page},
    extract::Ask,
    parts::{Refusals, who},
    url,
};
use crate::{
    app::App,
    domain::{
        lang::Lang,
        markdown::{escape, title_html},
        snippet, typography,
    },
    error::{Error, Result},
    forum::search::{self, Asked, Hit, Order},
    store::{self, Conn},
};
use actix_web::{HttpResponse, web::Data};
use askama::Template;

/// Results on one page.
const PAGE: usize = 20;

#[derive(Template)]
#[template(path = "search/index.html")]
struct SearchPage {
    layout: Layout,
    q: String,
    newest: bool,
    refusals: Refusals,
    /// Conditions that name nothing, as sentences.
    unknown: Vec<String>,
    widened: Vec<Widened>,
    rows: Vec<Row>,
    /// How many there are in all; `None` where they were not counted.
    count: Option<usize>,
    /// Only the newest of them were weighed.
    many: bool,
    next: Option<String>,
    asked: bool,
    /// The index is being made.
    incomplete: bool,
}

/// A name of the glossary or vocabulary by which the question was widened.
struct Widened {
    names: Vec<(Lang, String)>,
    is_theme: bool,
    off: bool,
    /// The same search with it the other way.
    href: String,
}

struct Row {
    href: String,
    title: String,
    title_lang: Lang,
    flags: Vec<String>,
    about: String,
    by: String,
    snippet: String,
    lang: Lang,
}

/// GET /{l}/search?q=&sort=&without=&page=&below=
///
/// # Errors
/// Database failures only: a question that is too long comes back with the reason.
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, build).await
}

fn build(cx: &Cx, conn: &mut Conn) -> Result<Html> {
    let q = cx.ask.query("q").unwrap_or_default().to_owned();
    let left_out = cx.ask.all("without");
    let newest = cx.ask.query("sort") == Some("new");
    let zone = cx.local(cx.now).timezone();
    let (asked, refusals) = match search::ask(conn, &q, &left_out, zone) {
        Ok(asked) => (asked, Refusals::default()),
        Err(Error::Invalid(errors)) => (Asked { is_empty: true, ..Asked::default() }, Refusals::of(cx, &errors)),
        Err(e) => return Err(e),
    };
    let number = |name: &str| cx.ask.query(name).and_then(|n| n.parse().ok());
    let order = if newest { Order::Newest { below: number("below").unwrap_or(i64::MAX) } } else { Order::Relevance };
    let mut hits = search::hits(conn, &asked, cx.visible(), &cx.reader(), order, PAGE + 1)?;
    let at = usize::try_from(number("page").unwrap_or(1)).unwrap_or(1).max(1);
    let count = (!newest).then_some(hits.len());
    let here = |more: &str| address(cx.lang, &q, newest, &left_out, more);
    let next = if newest {
        let more = hits.len() > PAGE;
        hits.truncate(PAGE);
        hits.last().filter(|_| more).map(|h| here(&format!("&below={}", h.text.id)))
    } else {
        (hits.len() > at.saturating_mul(PAGE)).then(|| here(&format!("&page={}", at + 1)))
    };
    if !newest {
        hits = hits.into_iter().skip((at - 1).saturating_mul(PAGE)).take(PAGE).collect();
    }
    let rows = rows(cx, conn, &hits, &asked)?;
    let widened = asked.query.expansions.iter().map(|e| widened(cx, e, &q, newest, &left_out)).collect();
    let unknown = asked
        .refused
        .iter()
        .map(|(operator, value)| cx.l.m("search-unknown").s("operator", operator.as_str()).s("value", value).to_string());
    let title = if q.is_empty() { cx.l.t("search-title") } else { cx.l.m("search-title-of").s("q", &q).to_string() };
    cx.html(&SearchPage {
        layout: Layout { noindex: true, ..cx.layout(title, Section::Search) },
        newest,
        unknown: unknown.collect(),
        widened,
        rows,
        many: count.is_some_and(|n| n >= search::WEIGHED / 3),
        count,
        next,
        asked: !asked.is_empty,
        incomplete: !store::search::is_complete(conn)?,
        refusals,
        q,
    })
}

fn address(lang: Lang, q: &str, newest: bool, left_out: &[String], more: &str) -> String {
    let without: String = left_out.iter().map(|key| format!("&without={}", url::encode(key))).collect();
    format!("/{lang}/search?q={}{}{without}{more}", url::encode(q), if newest { "&sort=new" } else { "" })
}

fn widened(cx: &Cx, expansion: &crate::domain::search::Expansion, q: &str, newest: bool, left_out: &[String]) -> Widened {
    let mut others: Vec<String> = left_out.iter().filter(|key| **key != expansion.name.key).cloned().collect();
    if !expansion.off {
        others.push(expansion.name.key.clone());
    }
    let names = Lang::THREE.into_iter().map(|lang| (lang, expansion.name.names[lang.index()].clone()));
    Widened {
        names: names.filter(|(_, name)| !name.is_empty()).collect(),
        is_theme: expansion.name.is_theme,
        off: expansion.off,
        href: address(cx.lang, q, newest, &others, ""),
    }
}

fn rows(cx: &Cx, conn: &mut Conn, hits: &[Hit], asked: &Asked) -> Result<Vec<Row>> {
    let threads = store::texts::load(conn, &hits.iter().map(|h| h.thread.text_id).collect::<Vec<_>>())?;
    let names = store::accounts::names(conn, &hits.iter().map(|h| h.post.author_id).collect::<Vec<_>>())?;
    let row = |hit: &Hit| {
        let (title, title_lang) = threads.get(&hit.thread.text_id)?.title(&cx.reader());
        let by =
            cx.l.m("search-by")
                .n("n", hit.post.n)
                .h("name", who(cx, Some(hit.post.author_id), &names))
                .h("time", cx.time(hit.post.created_at));
        let mut about = cx.l.m("search-in").s("quality", hit.text.quality(hit.lang).as_str()).s("lang", hit.lang.as_str()).html();
        if let Some(expansion) = hit.through.and_then(|i| asked.query.expansions.get(i)) {
            let name = format!("<span lang=\"{}\">{}</span>", hit.lang, escape(&expansion.name.names[hit.lang.index()]));
            about.push_str(" · ");
            about.push_str(&cx.l.m("search-through").h("name", name).s("theme", if expansion.name.is_theme { "yes" } else { "no" }).html());
        }
        let mut flags = super::rows::flags(cx, &hit.thread);
        if hit.post.state != crate::domain::post::PostState::Visible {
            flags.push(cx.l.m("search-state").s("state", hit.post.state.as_str()).to_string());
        }
        Some(Row {
            href: url::post(cx.lang, hit.post.id),
            title: title_html(title, title_lang),
            title_lang,
            flags,
            about,
            by: by.html(),
            snippet: snippet_html(hit),
            lang: hit.lang,
        })
    };
    Ok(hits.iter().filter_map(row).collect())
}

/// The words around what was found, set as their language is; a title that says it stands above already.
fn snippet_html(hit: &Hit) -> String {
    let title = hit.text.slot(hit.lang).map_or(0, |s| if s.title.is_empty() { 0 } else { s.title.len() + 1 });
    let body = hit.words.get(title..).unwrap_or_default();
    let places: Vec<(usize, usize)> = hit.places.iter().filter(|(start, _)| *start >= title).map(|(a, b)| (a - title, b - title)).collect();
    let piece = |p: &snippet::Piece| {
        let text = escape(&typography::spaced(&p.text, hit.lang));
        if p.marked { format!("<mark>{text}</mark>") } else { text }
    };
    snippet::around(body, &places, hit.lang).iter().map(piece).collect()
}
