//! What was told to this person, newest first.

use super::{
    cx::{Cx, Html, Layout, Section, page, see_other, write},
    extract::{Ask, Fields},
    queue::Lines,
    url, why,
};
use crate::{
    app::App,
    domain::{markdown::escape, notice::NoticeKind},
    error::Result,
    forum,
    store::{self, Conn, moderation::Line},
};
use actix_web::{HttpResponse, web::Data};
use askama::Template;

/// Notices on one page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "notices/index.html")]
struct NoticesPage {
    layout: Layout,
    rows: Vec<NoticeRow>,
    /// Up to ninety-nine, and whether there are more.
    unread: i64,
    more: &'static str,
    newest: i64,
    next: Option<String>,
    csrf: String,
}

struct NoticeRow {
    words: String,
    /// What it is about: address, title, its language.
    about: Option<(String, String, crate::domain::lang::Lang)>,
    new: bool,
}

/// GET /{l}/notifications?before=
///
/// # Errors
/// [`crate::error::Error::SignIn`].
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, build).await
}

fn build(cx: &Cx, conn: &mut Conn) -> Result<Html> {
    let me = cx.account()?.id;
    let before = cx.ask.query("before").and_then(|n| n.parse().ok()).unwrap_or(i64::MAX);
    let mut notices = store::notices::of(conn, me, before, PAGE + 1)?;
    let more = notices.len() > PAGE;
    notices.truncate(PAGE);
    let lines =
        Lines::load(cx, conn, &notices.iter().filter_map(|n| n.text_id).collect::<Vec<_>>(), notices.iter().filter_map(|n| n.actor_id))?;
    let acts = store::moderation::lines(conn, &notices.iter().filter_map(|n| n.act_id).collect::<Vec<_>>())?;
    let row = |n: &store::notices::Notice| {
        let new = n.read_at.is_none();
        let Some((text, lang)) = n.slot() else { return Some(act_row(cx, n, n.act_id.and_then(|id| acts.get(&id)), new)) };
        let words = cx.l.m("notices-one").s("kind", n.kind.as_str()).s("lang", lang.as_str());
        let words = words.h("name", lines.who(n.actor_id)).h("time", cx.time(n.at)).html();
        let line = lines.line(text, lang, |_| String::new())?;
        let href = match n.kind {
            // Who wrote it wants to read it; who translated it wants to work on it.
            NoticeKind::Translated
            | NoticeKind::Reviewed
            | NoticeKind::Mentioned
            | NoticeKind::Quoted
            | NoticeKind::Replied
            | NoticeKind::Opened
            | NoticeKind::StatementSettled
            | NoticeKind::StatementChanged
            | NoticeKind::Reworded
            | NoticeKind::ObjectionAnswered => lines.back(text)?,
            NoticeKind::Declared | NoticeKind::BasisMoved | NoticeKind::ReviewDue => url::consensus(cx.lang, lines.thread(text)?),
            NoticeKind::Posted => lines.unread(text)?,
            NoticeKind::Returned
            | NoticeKind::Accepted
            | NoticeKind::Declined
            | NoticeKind::Contested
            | NoticeKind::Settled
            | NoticeKind::SourceChanged
            | NoticeKind::Moderated
            | NoticeKind::FlagSettled => line.href,
        };
        Some(NoticeRow { words, about: Some((href, line.title, line.title_lang)), new })
    };
    cx.html(&NoticesPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("notices-title"), Section::None) },
        rows: notices.iter().filter_map(row).collect(),
        unread: cx.unread.min(store::notices::COUNTED - 1),
        more: if cx.unread < store::notices::COUNTED { "no" } else { "yes" },
        newest: notices.first().map_or(0, |n| n.id),
        next: notices.last().filter(|_| more).map(|n| format!("/{}/notifications?before={}", cx.lang, n.id)),
        csrf: cx.csrf(),
    })
}

/// What moderators did: to one's own words or account, or to what one flagged.
fn act_row(cx: &Cx, n: &store::notices::Notice, act: Option<&Line>, new: bool) -> NoticeRow {
    let words = cx.l.m("notices-act").s("kind", n.kind.as_str()).h("time", cx.time(n.at)).html();
    let about = act.map(|line| (url::act(cx.lang, line.id), escape(&why::told(cx, line)), cx.lang));
    NoticeRow { words, about, new }
}

/// POST /{l}/notifications: everything that the page showed is read.
///
/// # Errors
/// [`crate::error::Error::SignIn`], faults of the database.
pub async fn read(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    write(&app, &ask, move |cx, conn| {
        let newest = fields.get("newest").parse().unwrap_or_default();
        forum::notices::read(conn, cx.account()?.id, newest, cx.now)
    })
    .await?;
    Ok(see_other(&format!("/{}/notifications", ask.lang)))
}
