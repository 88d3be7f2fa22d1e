//! The log of moderation: for everybody where the site says so, without the names of those moderated.

use super::{
    cx::{Cx, Html, Layout, Section, page},
    extract::Ask,
    url,
    why::{self, LogRow},
};
use crate::{
    app::App,
    domain::policy::{self, Visible},
    error::{Error, Result},
    store::{self, Conn, moderation::Subject},
};
use actix_web::{HttpResponse, web::Data};
use askama::Template;
use std::collections::HashMap;

/// Lines on one page.
const PAGE: i64 = 50;
/// What moderators do to words and accounts; what administrators set up is elsewhere.
const ACTS: [&str; 26] = [
    "accept",
    "confirm",
    "delete",
    "dismiss",
    "edit",
    "hide",
    "lock",
    "merge",
    "move",
    "pin",
    "restore",
    "settle",
    "split",
    "suspend",
    "theme-add",
    "theme-merge",
    "theme-place",
    "theme-rename",
    "theme-restore",
    "theme-retire",
    "theme-unmerge",
    "unconfirm",
    "undo",
    "unlock",
    "unpin",
    "unsuspend",
];

/// Who is asked to come, and who does not come in, is the moderators' business.
const DOOR: [&str; 3] = ["decline", "invite", "revoke"];

#[derive(Template)]
#[template(path = "moderation/log.html")]
struct LogPage {
    layout: Layout,
    rows: Vec<Row>,
    next: Option<String>,
    public: bool,
}

struct Row {
    line: LogRow,
    /// `post`, `thread`, `text` or `account`, in words.
    subject: String,
    /// The thread that it happened in, where everybody may see it: address, title, its language.
    thread: Option<(String, String, crate::domain::lang::Lang)>,
}

/// GET /{l}/moderation/log?before=
///
/// # Errors
/// [`Error::NotFound`] for everybody but moderators where the log is not public.
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, build).await
}

fn build(cx: &Cx, conn: &mut Conn) -> Result<Html> {
    let moderates = cx.me.as_ref().is_some_and(|m| policy::moderate(&m.actor(), "-").is_ok());
    let public = cx.app.config.site.public_log;
    if !public && !moderates {
        return Err(Error::NotFound);
    }
    let before = cx.ask.query("before").and_then(|n| n.parse().ok()).unwrap_or(i64::MAX);
    let acts: Vec<&str> = ACTS.iter().chain(DOOR.iter().filter(|_| moderates)).copied().collect();
    let mut lines = store::moderation::newest(conn, &acts, before, PAGE + 1)?;
    let more = lines.len() > PAGE as usize;
    lines.truncate(PAGE as usize);
    let next = lines.last().filter(|_| more).map(|l| format!("/{}/moderation/log?before={}", cx.lang, l.id));
    lines = others(conn, lines)?;
    // Never the post or the person: its placeholder would name who wrote it.
    let threads = threads(cx, conn, &lines)?;
    let subjects: Vec<(String, i64)> = lines.iter().map(|l| (l.subject.clone(), l.id)).collect();
    let rows = why::rows(cx, conn, &lines)?;
    let rows = rows
        .into_iter()
        .zip(subjects)
        .map(|(line, (subject, id))| Row {
            line,
            subject: cx.l.m("moderation-log-subject").s("subject", subject).to_string(),
            thread: threads.get(&id).cloned(),
        })
        .collect();
    let layout = Layout { noindex: true, ..cx.layout(cx.l.t("moderation-public-log"), Section::None) };
    cx.html(&LogPage { layout, rows, next, public })
}

/// Acts on other people's words and accounts: who takes their own post back is nobody's business, and judging
/// translations is no moderation.
fn others(conn: &mut Conn, lines: Vec<store::moderation::Line>) -> Result<Vec<store::moderation::Line>> {
    let posts: Vec<i64> = lines.iter().filter(|l| l.subject == "post").map(|l| l.subject_id).collect();
    let authors: HashMap<i64, i64> = store::posts::load(conn, &posts)?.into_iter().map(|p| (p.id, p.author_id)).collect();
    let own = |l: &store::moderation::Line| l.subject == "post" && authors.get(&l.subject_id).copied() == l.actor_id;
    Ok(lines.into_iter().filter(|l| !own(l) && (l.subject != "text" || l.act == "settle")).collect())
}

type Threads = HashMap<i64, (String, String, crate::domain::lang::Lang)>;

/// The thread of each line, by line, as far as everybody may see it.
fn threads(cx: &Cx, conn: &mut Conn, lines: &[store::moderation::Line]) -> Result<Threads> {
    let mut of: HashMap<i64, i64> = HashMap::new();
    let posts: Vec<i64> = lines.iter().filter(|l| l.subject == "post").map(|l| l.subject_id).collect();
    let posts: HashMap<i64, i64> = store::posts::load(conn, &posts)?.into_iter().map(|p| (p.id, p.thread_id)).collect();
    for line in lines {
        match line.subject() {
            Some(Subject::Thread(id)) => drop(of.insert(line.id, id)),
            Some(Subject::Post(id)) => drop(posts.get(&id).map(|thread| of.insert(line.id, *thread))),
            _ => {}
        }
    }
    let found = store::threads::load(conn, &of.values().copied().collect::<Vec<_>>())?;
    let seen: HashMap<i64, i64> = found.into_iter().filter(|t| Visible::Public.thread(t.door())).map(|t| (t.id, t.text_id)).collect();
    let texts = store::texts::load(conn, &seen.values().copied().collect::<Vec<_>>())?;
    let view = |thread: &i64| {
        let text = texts.get(seen.get(thread)?)?;
        let (title, lang) = text.title(&cx.reader());
        let href = url::thread(cx.lang, *thread, text.slot(text.original).map_or("", |s| s.title.as_str()));
        Some((href, crate::domain::markdown::title_html(title, lang), lang))
    };
    Ok(of.iter().filter_map(|(line, thread)| Some((*line, view(thread)?))).collect())
}
