//! The board: every consensus thread, where it stands, how long is left, what is missing, what asks for this reader.

use super::{
    cx::{Cx, Html, Layout, Section, page},
    extract::Ask,
    stages::{self, StageView},
    url,
};
use crate::{
    app::App,
    domain::{consensus::Stage, lang::Lang, markdown::title_html, statement::StatementState, tally::Verdict},
    error::Result,
    forum::{self, tallies::Standings},
    store::{self, Conn},
};
use actix_web::{HttpResponse, web::Data};
use askama::Template;
use std::collections::HashMap;

/// Threads on the board.
const THREADS: usize = 50;

#[derive(Template)]
#[template(path = "consensus/board.html")]
struct BoardPage {
    layout: Layout,
    /// Those that are not closed, then the closed ones.
    open: Vec<Row>,
    closed: Vec<Row>,
    new: Option<String>,
    /// For moderators: declarations whose day of review has come.
    reviews: Vec<(String, String)>,
}

/// One thread.
pub struct Row {
    pub href: String,
    pub title: String,
    pub title_lang: Lang,
    pub stages: Vec<StageView>,
    pub stage: Stage,
    /// How many statements stand at which verdict, in words.
    pub verdicts: Vec<String>,
    /// What is missing.
    pub missing: Vec<String>,
    /// What asks for this reader, with the way there.
    pub asks: Vec<(String, String)>,
    pub declared: Option<(i64, String)>,
}

/// GET /{l}/consensus
///
/// # Errors
/// Database failures only.
pub async fn show(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, build).await
}

fn build(cx: &Cx, conn: &mut Conn) -> Result<Html> {
    let rows = rows(cx, conn, THREADS)?;
    let (closed, open): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|r| r.stage == Stage::Closed);
    let reviews = if cx.is_moderator() { store::declarations::to_review(conn, cx.local(cx.now).date_naive(), true)? } else { Vec::new() };
    let review =
        |d: &store::declarations::Declaration| (url::declaration(cx.lang, d.id), cx.l.m("declarations-title").n("n", d.id).to_string());
    cx.html(&BoardPage {
        layout: Layout { feed: "/declarations/feed.atom".to_owned(), ..cx.layout(cx.l.t("consensus-board"), Section::Consensus) },
        open,
        closed,
        new: cx.is_moderator().then(|| format!("/{}/t/new?kind=consensus", cx.lang)),
        reviews: reviews.iter().map(review).collect(),
    })
}

/// The threads with the newest activity, as the board shows them; in a fixed number of queries.
///
/// # Errors
/// Database failures only.
pub fn rows(cx: &Cx, conn: &mut Conn, limit: usize) -> Result<Vec<Row>> {
    let all = store::consensus::all(conn, limit)?;
    let ids: Vec<i64> = all.iter().map(|c| c.thread_id).collect();
    let threads: HashMap<i64, store::threads::Thread> = store::threads::load(conn, &ids)?.into_iter().map(|t| (t.id, t)).collect();
    let mut text_ids: Vec<i64> = threads.values().map(|t| t.text_id).collect();
    text_ids.extend(all.iter().filter_map(|c| c.synthesis_id));
    let texts = store::texts::load(conn, &text_ids)?;
    let stays = store::consensus::stays(conn, &ids)?;
    let declared: HashMap<i64, i64> = store::declarations::newest(conn, &ids)?.into_iter().collect();
    let row = |s: &Standings| {
        let consensus = &s.consensus;
        let id = consensus.thread_id;
        let (title, title_lang) = texts.get(&threads.get(&id)?.text_id)?.title(&cx.reader());
        let stages = stages::rail(cx, consensus.stage, stays.get(&id).map_or(&[][..], Vec::as_slice));
        let synthesis = consensus.synthesis_id.and_then(|t| texts.get(&t));
        Some(Row {
            href: url::consensus(cx.lang, id),
            title: title_html(title, title_lang),
            title_lang,
            stages,
            stage: consensus.stage,
            verdicts: verdicts(cx, s),
            missing: missing(cx, s, synthesis),
            asks: asks(cx, s),
            declared: declared.get(&id).map(|n| (*n, url::declaration(cx.lang, *n))),
        })
    };
    Ok(forum::tallies::of_threads(conn, &all)?.iter().filter_map(row).collect())
}

fn verdicts(cx: &Cx, standings: &Standings) -> Vec<String> {
    let count = |v: &Verdict| standings.accepted().filter(|s| s.report.judged.verdict == *v).count();
    let said = |v: &Verdict| cx.l.m("consensus-board-verdict").s("verdict", v.as_str()).n("count", count(v)).to_string();
    Verdict::ALL.iter().filter(|v| count(v) > 0).map(said).collect()
}

fn missing(cx: &Cx, standings: &Standings, synthesis: Option<&store::texts::Text>) -> Vec<String> {
    let mut missing = Vec::new();
    let mut say = |what: &str, n: usize| {
        if n > 0 {
            missing.push(cx.l.m("consensus-board-missing").s("what", what).n("count", n).to_string());
        }
    };
    let unsettled = standings.statements.iter().filter(|s| s.statement.state == StatementState::Proposed).count();
    say("settle", unsettled);
    say("answers", standings.unanswered() as usize);
    let wanting = standings
        .accepted()
        .filter_map(|s| standings.texts.get(&s.statement.text_id))
        .flat_map(|t| Lang::THREE.map(|l| t.quality(l)))
        .filter(|q| matches!(q, crate::domain::text::Quality::Empty | crate::domain::text::Quality::Machine))
        .count();
    if standings.consensus.stage.takes_positions() {
        say("slots", wanting);
    }
    if standings.consensus.stage == Stage::Propose && synthesis.is_none() {
        say("synthesis", 1);
    }
    missing
}

/// Statements without this reader's position, objections to answer or to settle, the check of a wording.
fn asks(cx: &Cx, standings: &Standings) -> Vec<(String, String)> {
    let Some(me) = &cx.me else { return Vec::new() };
    if !standings.consensus.stage.takes_positions() {
        return Vec::new();
    }
    let thread = standings.consensus.thread_id;
    let href = url::consensus(cx.lang, thread);
    let mut asks = Vec::new();
    let mut say = |what: &str, n: usize, place: &str| {
        if n > 0 {
            asks.push((cx.l.m("consensus-board-ask").s("what", what).n("count", n).to_string(), format!("{href}{place}")));
        }
    };
    let mine = |statement: i64| standings.position(statement, me.id).is_some_and(|p| p.is_current);
    say("position", standings.accepted().filter(|s| !mine(s.statement.id)).count(), "");
    let of_mine = standings
        .objections
        .iter()
        .filter(|o| o.objection.account_id == me.id && o.state() == crate::domain::objection::ObjectionState::Answered);
    say("settle", of_mine.count(), "#h-obj");
    if cx.is_moderator() {
        say("answer", standings.unanswered() as usize, "#h-obj");
    }
    let actor = me.actor();
    if crate::domain::policy::reviews_any(&actor) {
        say("check", standings.accepted().filter(|s| s.is_being_checked()).count(), "");
    }
    asks
}

/// A thread whose consensus is being worked on.
pub struct Running {
    pub href: String,
    pub title: String,
    pub title_lang: Lang,
    pub stage: Stage,
    pub left: String,
}

/// The threads that are not closed, the newest activity first: what home says of them.
///
/// # Errors
/// Database failures only.
pub fn running(cx: &Cx, conn: &mut Conn, limit: usize) -> Result<Vec<Running>> {
    let all: Vec<_> = store::consensus::all(conn, THREADS)?.into_iter().filter(|c| c.stage != Stage::Closed).take(limit).collect();
    let ids: Vec<i64> = all.iter().map(|c| c.thread_id).collect();
    let threads = store::threads::load(conn, &ids)?;
    let texts = store::texts::load(conn, &threads.iter().map(|t| t.text_id).collect::<Vec<_>>())?;
    let stays = store::consensus::stays(conn, &ids)?;
    let view = |c: &store::consensus::Consensus| {
        let thread = threads.iter().find(|t| t.id == c.thread_id)?;
        let (title, title_lang) = texts.get(&thread.text_id)?.title(&cx.reader());
        let ends = stays.get(&c.thread_id).and_then(|s| s.last()).and_then(|s| s.ends_at);
        Some(Running {
            href: url::consensus(cx.lang, c.thread_id),
            title: title_html(title, title_lang),
            title_lang,
            stage: c.stage,
            left: ends.map(|ends| stages::left(cx, ends)).unwrap_or_default(),
        })
    };
    Ok(all.iter().filter_map(view).collect())
}
