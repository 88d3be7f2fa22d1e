//! A thread in two or three languages side by side, and the same as a sheet for a meeting.

use super::{
    cx::{Cx, Html, Layout, Section, page},
    extract::Ask,
    matrix,
    parts::{line, people, who},
    references, relocations,
    threads::order,
    url, versions,
};
use crate::{
    app::App,
    domain::{
        block,
        lang::{Lang, Langs},
        markdown::{BLOCK_BREAK, title_html},
        page as paging,
        post::PostState,
        text::Quality,
        thread,
    },
    error::{Error, Result},
    store::{self, Conn, posts::Post, texts::Text},
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use askama::Template;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "threads/side.html")]
struct SidePage {
    layout: Layout,
    /// A sheet for a meeting rather than a page for the screen.
    sheet: bool,
    title: String,
    title_lang: Lang,
    address: String,
    back: String,
    langs: Vec<Lang>,
    posts: Vec<SidePost>,
    pages: Vec<(usize, String)>,
    page: usize,
    /// The other form of this page.
    other: String,
    here: String,
}

/// One post: its columns, and its rows where the blocks of all columns pair (T4).
struct SidePost {
    id: i64,
    n: i32,
    author: String,
    time: String,
    columns: Vec<Column>,
    rows: Vec<Vec<SideCell>>,
    gone: bool,
}

/// The head of one language's column.
struct Column {
    lang: Lang,
    class: String,
    /// Who wrote and translated it, and how it stands to its source; HTML.
    credit: String,
    fill: Option<String>,
}

struct SideCell {
    lang: Lang,
    html: String,
    title: bool,
    machine: bool,
    old: bool,
}

/// GET /{l}/t/{thread}/side?langs=&page=
///
/// # Errors
/// An unknown or hidden thread, a page beyond the last.
pub async fn side(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    show(app, ask, &path.1, false).await
}

/// GET /{l}/t/{thread}/sheet?langs=&page=: for printing on A4.
///
/// # Errors
/// As for [`side`].
pub async fn sheet(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    show(app, ask, &path.1, true).await
}

async fn show(app: Data<App>, ask: Ask, tail: &str, sheet: bool) -> Result<HttpResponse> {
    let (id, _) = thread::split_address(tail).ok_or(Error::NotFound)?;
    page(app, ask, move |cx, conn| build(cx, conn, id, sheet)).await
}

fn build(cx: &Cx, conn: &mut Conn, id: i64, sheet: bool) -> Result<Html> {
    let thread = match relocations::find(cx, conn, id)? {
        Ok(thread) => thread,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let chosen: Langs = cx.ask.all("langs").iter().filter_map(|l| Lang::parse(l)).collect();
    let langs: Vec<Lang> = if chosen.iter().count() >= 2 { chosen.iter().collect() } else { Lang::THREE.into() };
    let placed = order(&store::posts::nodes(conn, id, cx.visible())?, true);
    let pages = paging::pages(placed.len());
    let at = cx.ask.query("page").and_then(|p| p.parse().ok()).unwrap_or(1usize);
    if at == 0 || at > pages {
        return Err(Error::NotFound);
    }
    let mut ids: Vec<i64> = placed.iter().skip((at - 1) * paging::POSTS).take(paging::POSTS).map(|p| p.id).collect();
    if at == 1 {
        ids.insert(0, store::posts::opening(conn, id)?.id);
    }
    let loaded: HashMap<i64, Post> = store::posts::load(conn, &ids)?.into_iter().map(|p| (p.id, p)).collect();
    let mut text_ids: Vec<i64> = loaded.values().map(|p| p.text_id).collect();
    text_ids.push(thread.text_id);
    let texts = store::texts::load(conn, &text_ids)?;
    let readable = |p: &Post| cx.visible().post(thread.door(), p.state, p.author_id) && p.state == PostState::Visible;
    let wanted: Vec<i64> = loaded
        .values()
        .filter(|p| readable(p))
        .filter_map(|p| texts.get(&p.text_id))
        .flat_map(|t| langs.iter().filter_map(|l| t.slot(*l)).map(|s| s.revision_id))
        .collect();
    let mut bodies = store::texts::bodies(conn, &wanted, cx.visible())?;
    references::fill(cx, conn, bodies.values_mut().map(|(_, html)| html))?;
    let mut named = people(&texts);
    named.extend(loaded.values().map(|p| p.author_id));
    let names = store::accounts::names(conn, &named)?;
    let heading = texts.get(&thread.text_id).ok_or(Error::NotFound)?;
    let (title, title_lang) = heading.title(&cx.reader());
    let original = heading.slot(heading.original).map_or("", |s| s.title.as_str());
    let query: String = langs.iter().map(|l| format!("langs={l}&")).collect();
    let form = |sheet: bool| format!("/{}/t/{id}/{}", cx.lang, if sheet { "sheet" } else { "side" });
    let post = |p: &Post| {
        let text = texts.get(&p.text_id)?;
        let gone = !readable(p);
        Some(SidePost {
            id: p.id,
            n: p.n,
            author: cx.l.m("posts-author").h("name", who(cx, Some(p.author_id), &names)).html(),
            time: cx.time(p.created_at),
            columns: if gone { Vec::new() } else { langs.iter().map(|l| column(cx, p, text, *l, &names)).collect() },
            rows: if gone { Vec::new() } else { rows(text, &langs, &bodies, cx.reader().machine) },
            gone,
        })
    };
    cx.html(&SidePage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t(if sheet { "threads-sheet" } else { "threads-side" }), Section::Threads) },
        sheet,
        title: title_html(title, title_lang),
        title_lang,
        address: format!("{}{}", cx.app.base_url, url::thread(cx.lang, id, "")),
        back: url::thread(cx.lang, id, original),
        posts: ids.iter().filter_map(|id| loaded.get(id)).filter_map(post).collect(),
        pages: (1..=pages).map(|p| (p, format!("{}?{query}page={p}", form(sheet)))).collect(),
        page: at,
        other: format!("{}?{query}page={at}", form(!sheet)),
        here: form(sheet),
        langs,
    })
}

fn column(cx: &Cx, post: &Post, text: &Text, lang: Lang, names: &HashMap<i64, store::accounts::Name>) -> Column {
    let freshness = text.freshness(lang);
    let credit = match text.slot(lang) {
        Some(slot) => {
            let changes = url::changes(cx.lang, post.id, text.original, slot.based_on.unwrap_or(1), text.source_revision());
            versions::credit(cx, text, slot, names, freshness.outdated.len(), freshness.fresh, &changes)
        }
        None => cx.l.m("texts-credit-empty").s("lang", lang.as_str()).h("b", "<b>").h("end", "</b>").html(),
    };
    Column {
        lang,
        class: line(text.quality(lang), freshness.fresh),
        credit,
        fill: matches!(text.quality(lang), Quality::Empty | Quality::Machine).then(|| matrix::to_bench(cx, text.id, lang)),
    }
}

/// Block beside block where all that is filled has the same number and kinds of blocks; otherwise text beside text.
fn rows(text: &Text, langs: &[Lang], bodies: &HashMap<i64, (String, String)>, machine: bool) -> Vec<Vec<SideCell>> {
    let filled: Vec<(Lang, &str, &str, &str)> = langs
        .iter()
        .filter_map(|l| {
            // T8: machine text only for those who take it.
            let slot = text.slot(*l).filter(|s| machine || s.quality != Quality::Machine)?;
            let (body, html) = bodies.get(&slot.revision_id)?;
            Some((*l, slot.title.as_str(), body.as_str(), html.as_str()))
        })
        .collect();
    let shapes: Vec<_> = filled.iter().map(|(_, title, body, _)| block::blocks(title, body)).collect();
    let rendered = |title: &str, html: &str, lang: Lang| -> Vec<String> {
        let title = (!title.is_empty()).then(|| title_html(title, lang));
        title.into_iter().chain(html.split(BLOCK_BREAK).map(str::to_owned)).collect()
    };
    let blocks: Vec<Vec<String>> = filled.iter().map(|(lang, title, _, html)| rendered(title, html, *lang)).collect();
    let count = blocks.first().map_or(0, Vec::len);
    let paired = shapes.windows(2).all(|w| block::same_shape(&w[0], &w[1])) && blocks.iter().all(|b| b.len() == count);
    let titled = filled.first().is_some_and(|(_, title, ..)| !title.is_empty());
    let cell = |lang: Lang, html: String, title: bool, old: bool| SideCell {
        lang,
        html,
        title,
        machine: text.quality(lang) == Quality::Machine,
        old,
    };
    let of = |lang: Lang, i: Option<usize>| {
        let Some(at) = filled.iter().position(|(l, ..)| *l == lang) else { return cell(lang, String::new(), false, false) };
        // Only where its blocks pair with those that it answers is it known which one is meant.
        let answers = text.slot(lang).map_or(0, |s| s.keys.split(' ').count());
        let moved = if answers == count { text.freshness(lang).moved } else { Vec::new() };
        match i {
            Some(i) => cell(lang, blocks[at][i].clone(), i == 0 && titled, moved.contains(&i)),
            None => {
                let skip = usize::from(titled);
                let title = blocks[at].first().filter(|_| titled).map(|t| format!("<p class=\"serif said\">{t}</p>\n")).unwrap_or_default();
                cell(lang, title + &blocks[at][skip.min(blocks[at].len())..].join("\n"), false, false)
            }
        }
    };
    match paired {
        true => (0..count).map(|i| langs.iter().map(|l| of(*l, Some(i))).collect()).collect(),
        false => vec![langs.iter().map(|l| of(*l, None)).collect()],
    }
}
