//! The list of threads: narrowed, sorted, paged; every view is an address.

use super::{
    cx::{Cx, Html, Layout, Section, page},
    extract::Ask,
    rows::{self, Row},
    themes::Axis,
    url,
};
use crate::{
    app::App,
    domain::{
        lang::Lang,
        page::{self as paging, Cursor},
        thread::{ThreadKind, ThreadState},
    },
    error::Result,
    store::{self, Conn, threads::Filter},
};
use actix_web::{HttpResponse, web::Data};
use askama::Template;

#[derive(Template)]
#[template(path = "threads/index.html")]
struct IndexPage {
    layout: Layout,
    pinned: Vec<Row>,
    rows: Vec<Row>,
    axes: Vec<Axis>,
    theme: String,
    kind: String,
    lang: String,
    state: String,
    sort: String,
    readable: String,
    answered: String,
    new: String,
    next: Option<String>,
    first: bool,
}

/// GET /{l}/threads?theme=&kind=&lang=&state=&sort=&after=
///
/// # Errors
/// Database failures only: unknown values of a filter are no filter.
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, list).await
}

fn list(cx: &Cx, conn: &mut Conn) -> Result<Html> {
    let asked = |name: &str| cx.ask.query(name).unwrap_or_default().to_owned();
    let names = ["theme", "kind", "lang", "state", "sort", "readable", "answered", "new"];
    let values = names.map(asked);
    let [theme, kind, lang, state, sort, readable, answered, new] = values.clone();
    let yes_or_no = |word: &str| match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let filter = Filter {
        theme: match theme.as_str() {
            "" => None,
            slug => Some(store::themes::by_slug(conn, slug)?.id),
        },
        kind: ThreadKind::parse(&kind),
        lang: Lang::parse(&lang),
        state: ThreadState::parse(&state),
        newest: sort == "new",
        unpinned: false,
        among: match (cx.reading(), new.as_str()) {
            (Some(reader), "yes") => Some(store::readings::unread_threads(conn, reader, 500)?),
            _ => None,
        },
        readable: yes_or_no(&readable).map(|readable| (cx.lang, readable)),
        answered: yes_or_no(&answered),
    };
    let is_plain = values.iter().all(String::is_empty);
    let filter = Filter { unpinned: is_plain, ..filter };
    let after = cx.ask.query("after").and_then(Cursor::parse);
    let listed = store::threads::list(conn, &filter, cx.visible(), after, paging::THREADS, cx.now)?;
    let rows = rows::rows(cx, conn, &listed.threads)?;
    let pinned = if is_plain && after.is_none() { store::threads::pinned(conn, cx.visible())? } else { Vec::new() };
    let pinned = rows::rows(cx, conn, &pinned)?;
    let axes = super::themes::vocabulary(cx, conn)?;
    let next = listed.next.map(|c| {
        let said = names.iter().zip(&values).filter(|(_, v)| !v.is_empty());
        let kept: String = said.map(|(n, v)| format!("{n}={}&", url::encode(v))).collect();
        format!("/{}/threads?{kept}after={c}", cx.lang)
    });
    let layout = Layout { noindex: after.is_some() || !is_plain, ..cx.layout(cx.l.t("threads-title"), Section::Threads) };
    cx.html(&IndexPage {
        layout,
        pinned,
        rows,
        axes,
        theme,
        kind,
        lang,
        state,
        sort,
        readable,
        answered,
        new,
        next,
        first: after.is_none(),
    })
}
