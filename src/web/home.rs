//! Home: what this place is, what waits for oneself, and what moved.

use super::{
    board,
    cx::{Cx, Html, Layout, Section, page},
    extract::Ask,
    rows::{self, Row},
    themes::Axis,
};
use crate::{
    app::App,
    domain::{lang::Lang, notice::NoticeKind, policy, queue::Wait},
    error::Result,
    store::{
        self, Conn,
        readings::Reader,
        threads::{Filter, Thread},
    },
};
use actix_web::{HttpResponse, web::Data};
use askama::Template;
use std::collections::HashMap;

const LATEST: usize = 8;
/// Consensus threads on home.
const CONSENSUS: usize = 5;
/// Waiting work is counted up to here.
const MOST: i64 = 99;

#[derive(Template)]
#[template(path = "home/show.html")]
struct HomePage {
    layout: Layout,
    pinned: Vec<Row>,
    rows: Vec<Row>,
    axes: Vec<Axis>,
    /// What waits for this member.
    waiting: Vec<Waiting>,
    /// What is new for this member; the latest threads are shown below.
    moved: Vec<Row>,
    csrf: String,
    /// When the page was made; microseconds since 1970.
    until: i64,
    /// Somebody has just read everything.
    all_read: bool,
    /// Consensus threads that are not closed.
    consensus: Vec<board::Running>,
}

/// Something that waits for this member: how many, in words, and where.
struct Waiting {
    words: String,
    href: String,
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
    let moved = match cx.reading() {
        Some(reader) => moved(cx, conn, reader)?,
        None => Vec::new(),
    };
    let latest = store::threads::list(conn, &unpinned, cx.visible(), None, LATEST, cx.now)?.threads;
    // What is new stands above, once; pinned threads have a place of their own.
    let moved: Vec<Thread> = moved.into_iter().filter(|t| !t.pinned).collect();
    let latest: Vec<Thread> = latest.into_iter().filter(|t| !moved.iter().any(|m| m.id == t.id)).collect();
    let (to_pinned, to_moved) = (pinned.len(), moved.len());
    let all: Vec<_> = pinned.into_iter().chain(moved).chain(latest).collect();
    let mut rows = rows::rows(cx, conn, &all)?;
    let mut moved = rows.split_off(to_pinned.min(rows.len()));
    let latest = moved.split_off(to_moved.min(moved.len()));
    let axes = super::themes::vocabulary(cx, conn)?;
    let waiting = waiting(cx, conn)?;
    cx.html(&HomePage {
        layout: Layout {
            feed: "/feed.atom".to_owned(),
            description: cx.l.t("home-what"),
            ..cx.layout(cx.l.t("home-title"), Section::None)
        },
        pinned: rows,
        rows: latest,
        axes,
        waiting,
        moved,
        csrf: cx.me.as_ref().map(|_| cx.csrf()).unwrap_or_default(),
        until: cx.now.and_utc().timestamp_micros(),
        all_read: cx.ask.query("read") == Some("all"),
        consensus: board::running(cx, conn, CONSENSUS)?,
    })
}

/// Threads with something new for this member, the most recently active first.
fn moved(cx: &Cx, conn: &mut Conn, reader: Reader) -> Result<Vec<Thread>> {
    let ids = store::readings::unread_threads(conn, reader, LATEST)?;
    let mut threads: HashMap<i64, Thread> = store::threads::load(conn, &ids)?.into_iter().map(|t| (t.id, t)).collect();
    Ok(ids.iter().filter_map(|id| threads.remove(id)).filter(|t| cx.visible().thread(t.door())).collect())
}

/// What waits for this member: answers, translations, reviews, decisions.
fn waiting(cx: &Cx, conn: &mut Conn) -> Result<Vec<Waiting>> {
    let Some(me) = &cx.me else { return Ok(Vec::new()) };
    let actor = me.actor();
    let asking: Vec<NoticeKind> = NoticeKind::ALL.iter().copied().filter(|k| k.asks()).collect();
    let mut lines = vec![("answer", store::notices::unread_of(conn, me.id, &asking)?, format!("/{}/notifications", cx.lang))];
    lines.push(("finish", store::drafts::count(conn, me.id)?, format!("/{}/drafts", cx.lang)));
    let writes = cx.writes();
    let to_translate = store::queue::count_to(conn, &[writes], Wait::Translate, None, MOST + 1)?;
    lines.push(("translate", to_translate, format!("/{}/translate?into={writes}&wait=translate", cx.lang)));
    let reviews: Vec<Lang> = Lang::THREE.into_iter().filter(|l| policy::reviews(&actor, *l)).collect();
    if !reviews.is_empty() {
        let to_review = store::queue::count_to(conn, &reviews, Wait::Review, Some(me.id), MOST + 1)?;
        lines.push(("review", to_review, format!("/{}/translate?into=all&wait=review", cx.lang)));
    }
    if cx.is_moderator() {
        lines.push(("decide", cx.cases, format!("/{}/moderation", cx.lang)));
    }
    let line = |(kind, count, href): (&str, i64, String)| {
        let more = if count > MOST { "yes" } else { "no" };
        Waiting {
            words: cx
                .l
                .m("home-waiting")
                .s("kind", kind)
                .n("count", count.min(MOST))
                .s("more", more)
                .s("lang", writes.as_str())
                .to_string(),
            href,
        }
    };
    Ok(lines.into_iter().filter(|(_, count, _)| *count > 0).map(line).collect())
}
