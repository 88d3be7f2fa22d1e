//! Public issues: what happened in a week, for everybody (D8).

use super::{
    cx::{Cx, Layout, Section, page},
    extract::Ask,
};
use crate::{
    app::App,
    domain::digest::Period,
    error::{Error, Result},
    forum,
    i18n::digest::{self, View},
    store::{self, Conn},
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use askama::Template;

/// So many past issues are listed.
const PAST: i64 = 12;

/// An issue to be read again.
pub struct Past {
    pub href: String,
    pub name: String,
}

/// The last issues that told something, in the page's language.
///
/// # Errors
/// Database failures only.
pub fn past(cx: &Cx, conn: &mut Conn) -> Result<Vec<Past>> {
    let zone = cx.app.config.site.time_zone;
    let issues = store::issues::published(conn, cx.lang, PAST)?.into_iter().filter(|i| !i.selection.items.is_empty());
    Ok(issues
        .map(|i| Past { href: format!("/{}/digests/{}", cx.lang, i.period), name: digest::name(cx.l, i.period, zone, i.made_at) })
        .collect())
}

#[derive(Template)]
#[template(path = "digests/issue.html")]
struct IssuePage {
    layout: Layout,
    view: View,
    past: Vec<Past>,
}

/// GET /{l}/digests/{year}-W{week}: a public issue, as it can be read now (D8).
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let period = Period::parse(&path.1).filter(|p| matches!(p, Period::Week { .. })).ok_or(Error::NotFound)?;
    page(app, ask, move |cx, conn| {
        let issue = store::issues::public(conn, cx.lang, period)?;
        let reader = cx.reader();
        let lines = forum::lines::lines(conn, &issue.selection.items, &reader)?;
        let name = digest::name(cx.l, period, cx.app.config.site.time_zone, issue.made_at);
        let view = View::of_lines(&lines, issue.selection.more, &reader, "", true);
        let layout = Layout { feed: "/digests/feed.atom".to_owned(), description: view.heading.clone(), ..cx.layout(name, Section::None) };
        cx.html(&IssuePage { layout, view, past: past(cx, conn)? })
    })
    .await
}
