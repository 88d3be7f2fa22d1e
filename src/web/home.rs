//! Home: what this place is, and what moved.

use super::{
    cx::{Cx, Html, Layout, Section, page},
    extract::Ask,
    rows::{self, Row},
    themes::Axis,
};
use crate::{
    app::App,
    error::Result,
    store::{self, Conn, threads::Filter},
};
use actix_web::{HttpResponse, web::Data};
use askama::Template;

const LATEST: usize = 8;

#[derive(Template)]
#[template(path = "home/show.html")]
struct HomePage {
    layout: Layout,
    pinned: Vec<Row>,
    rows: Vec<Row>,
    axes: Vec<Axis>,
}

/// GET /{l}/
///
/// # Errors
/// Database failures only.
pub async fn show(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, build).await
}

fn build(cx: &Cx, conn: &mut Conn) -> Result<Html> {
    let pinned = store::threads::pinned(conn, cx.visible())?;
    let unpinned = Filter { unpinned: true, ..Filter::default() };
    let latest = store::threads::list(conn, &unpinned, cx.visible(), None, LATEST, cx.now)?.threads;
    let split = pinned.len();
    let all: Vec<_> = pinned.into_iter().chain(latest).collect();
    let mut rows = rows::rows(cx, conn, &all)?;
    let latest = rows.split_off(split.min(rows.len()));
    let axes = super::themes::vocabulary(cx, conn)?;
    cx.html(&HomePage { layout: cx.layout(cx.l.t("home-title"), Section::None), pinned: rows, rows: latest, axes })
}
