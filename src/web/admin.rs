//! The administrators' desk: health, settings and where they come from, people, letters.

use super::{
    cx::{Cx, Html, Layout, Section, page, see_other, write},
    extract::{Ask, Fields},
    url,
};
use crate::{
    app::App,
    domain::{lang::Lang, policy},
    error::{Error, Result},
    forum::{self, retention::RETENTION},
    store::{
        self, Conn,
        outbox::{Standing, Which},
    },
};
use actix_web::{HttpResponse, web::Data};
use askama::Template;

/// Rows on one page.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "admin/index.html")]
struct IndexPage {
    layout: Layout,
    /// What is checked: name, words, whether it is well.
    checks: Vec<(String, String, bool)>,
    /// Key, value, source in words, whether it was given.
    settings: Vec<(String, String, String, bool)>,
}

/// GET /{l}/admin
///
/// # Errors
/// [`Error::SignIn`], no administrator.
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, build).await
}

fn build(cx: &Cx, conn: &mut Conn) -> Result<Html> {
    policy::give_rights(&cx.actor()?)?;
    let source =
        |s: crate::config::Source| (cx.l.m("admin-source").s("source", s.as_str()).to_string(), s != crate::config::Source::Preset);
    let setting = |(key, value, s): (String, String, crate::config::Source)| {
        let (words, given) = source(s);
        (key, value, words, given)
    };
    cx.html(&IndexPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("admin-title"), Section::Admin) },
        checks: checks(cx, conn)?,
        settings: cx.app.config.settings().into_iter().map(setting).collect(),
    })
}

fn checks(cx: &Cx, conn: &mut Conn) -> Result<Vec<(String, String, bool)>> {
    let letters = store::outbox::standing(conn)?;
    let paused = store::outbox::is_paused(conn)?;
    let oldest = store::outbox::oldest(conn)?;
    // Letters leave within seconds; one that is an hour old waits for somebody.
    let stuck = oldest.is_some_and(|at| cx.now - at > chrono::TimeDelta::hours(1));
    let counted = store::themes::counts(conn)? == store::themes::recount(conn)?;
    let cleaned = store::outbox::last_run(conn, RETENTION)?;
    let name = |what: &str| cx.l.m("admin-check").s("what", what).to_string();
    let mail =
        cx.l.m("admin-mail-standing")
            .n("queued", letters.queued)
            .n("failed", letters.failed)
            .n("unsure", letters.unsure)
            .n("sent", letters.sent);
    let mail = if paused { format!("{mail} {}", cx.l.t("admin-mail-paused")) } else { mail.to_string() };
    let time = |at: chrono::NaiveDateTime| cx.l.minute(&cx.local(at));
    Ok(vec![
        (name("version"), env!("CARGO_PKG_VERSION").to_owned(), true),
        (name("database"), cx.app.db.name().to_owned(), true),
        (name("counts"), cx.l.t(if counted { "admin-counts-right" } else { "admin-counts-wrong" }), counted),
        (name("people"), cx.l.m("admin-people-count").n("count", store::accounts::count(conn)?).to_string(), true),
        (name("mail"), mail, !paused && !stuck && letters.failed == 0),
        (name("clean-up"), cleaned.map_or_else(|| cx.l.t("admin-never"), time), cleaned.is_some()),
    ])
}

#[derive(Template)]
#[template(path = "admin/people.html")]
struct PeoplePage {
    layout: Layout,
    q: String,
    rows: Vec<PersonRow>,
    next: Option<String>,
}

struct PersonRow {
    name: String,
    handle: String,
    href: String,
    email: String,
    role: String,
    reviews: Vec<Lang>,
    state: String,
    since: String,
}

/// GET /{l}/admin/people?q=&after=
///
/// # Errors
/// [`Error::SignIn`], no administrator.
pub async fn people(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| {
        policy::give_rights(&cx.actor()?)?;
        let q = cx.ask.query("q").unwrap_or_default().to_owned();
        let after = cx.ask.query("after").and_then(|n| n.parse().ok()).unwrap_or_default();
        let mut found = store::accounts::search(conn, &q, after, PAGE + 1)?;
        let more = found.len() > PAGE as usize;
        found.truncate(PAGE as usize);
        let next = found.last().filter(|_| more).map(|p| format!("/{}/admin/people?q={}&after={}", cx.lang, url::encode(&q), p.id));
        let row = |p: &store::accounts::Account| PersonRow {
            name: p.display_name.clone(),
            handle: p.handle.clone(),
            href: url::person(cx.lang, &p.handle),
            email: p.email.clone(),
            role: cx.l.m("accounts-role").s("role", p.role.as_str()).to_string(),
            reviews: p.reviews().iter().collect(),
            state: cx.l.m("admin-state").s("state", state(cx, p)).to_string(),
            since: cx.l.day(&cx.local(p.created_at)),
        };
        cx.html(&PeoplePage {
            layout: Layout { noindex: true, ..cx.layout(cx.l.t("admin-people"), Section::Admin) },
            rows: found.iter().map(row).collect(),
            q,
            next,
        })
    })
    .await
}

fn state(cx: &Cx, person: &store::accounts::Account) -> &'static str {
    match (person.is_suspended(cx.now), person.confirmed_at) {
        (true, _) => "suspended",
        (false, Some(_)) => "confirmed",
        (false, None) => "new",
    }
}

#[derive(Template)]
#[template(path = "admin/mail.html")]
struct MailPage {
    layout: Layout,
    csrf: String,
    standing: Standing,
    paused: bool,
    /// The tab that is open: a standing, or [`STOPPED`].
    which: &'static str,
    tabs: Vec<(&'static str, String, String)>,
    rows: Vec<LetterRow>,
    stopped: Vec<StoppedRow>,
    next: Option<String>,
    done: bool,
}

struct LetterRow {
    kind: String,
    to: String,
    lang: Lang,
    time: String,
    attempts: i32,
    error: String,
}

/// The tab of addresses to which no letters go (D7).
const STOPPED: &str = "stopped";

struct StoppedRow {
    key: String,
    said: String,
    time: String,
}

/// GET /{l}/admin/mail?which=queued|failed|unsure|sent|stopped&before=
///
/// # Errors
/// [`Error::SignIn`], no administrator.
pub async fn mail(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| {
        policy::give_rights(&cx.actor()?)?;
        let open = cx.ask.query("which").unwrap_or_default();
        let (which, shows_stopped) = (Which::parse(open).unwrap_or(Which::Queued), open == STOPPED);
        let before = cx.ask.query("before").and_then(|n| n.parse().ok()).unwrap_or(i64::MAX);
        let mut found = store::outbox::list(conn, which, before, PAGE + 1)?;
        let more = found.len() > PAGE as usize;
        found.truncate(PAGE as usize);
        let standing = store::outbox::standing(conn)?;
        let count = |which: Which| match which {
            Which::Queued => standing.queued,
            Which::Failed => standing.failed,
            Which::Unsure => standing.unsure,
            Which::Sent => standing.sent,
        };
        let tab = |w: &'static str, count: i64| {
            (w, cx.l.m("admin-mail-which").s("which", w).n("count", count).to_string(), format!("/{}/admin/mail?which={w}", cx.lang))
        };
        let stopped = store::bounces::count(conn)?;
        let tabs = Which::ALL.iter().map(|w| tab(w.as_str(), count(*w))).chain([tab(STOPPED, stopped)]).collect();
        let stopped = if shows_stopped { store::bounces::list(conn, PAGE)? } else { Vec::new() };
        let row = |r: &store::outbox::Row| LetterRow {
            kind: cx.l.m("admin-letter").s("kind", &r.kind).to_string(),
            to: r.email.clone(),
            lang: r.lang,
            time: cx.time(r.sent_at.or(r.failed_at).unwrap_or(r.created_at)),
            attempts: r.attempts,
            error: r.error.clone(),
        };
        let next = found.last().filter(|_| more).map(|r| format!("/{}/admin/mail?which={which}&before={}", cx.lang, r.id));
        cx.html(&MailPage {
            layout: Layout { noindex: true, ..cx.layout(cx.l.t("admin-mail"), Section::Admin) },
            csrf: cx.csrf(),
            standing,
            paused: store::outbox::is_paused(conn)?,
            which: if shows_stopped { STOPPED } else { which.as_str() },
            tabs,
            rows: if shows_stopped { Vec::new() } else { found.iter().map(row).collect() },
            stopped: stopped.into_iter().map(|s| StoppedRow { key: s.key, said: s.said, time: cx.time(s.at) }).collect(),
            next: next.filter(|_| !shows_stopped),
            done: cx.ask.query("done").is_some(),
        })
    })
    .await
}

/// POST /{l}/admin/mail: `action` = `pause`, `resume`, `retry`, or `again` with the `address` that gets letters again.
///
/// # Errors
/// [`Error::SignIn`], no administrator, faults of the database.
pub async fn act_on_mail(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    write(&app, &ask, move |cx, conn| {
        policy::give_rights(&cx.actor()?)?;
        match fields.get("action") {
            "pause" => store::outbox::pause(conn, true, cx.now),
            "resume" => store::outbox::pause(conn, false, cx.now),
            "again" => forum::bounces::lift(conn, fields.get("address")),
            "retry" => store::outbox::retry(conn, cx.now).map(|_| ()),
            _ => Err(Error::field("action", "errors-act-unknown")),
        }
    })
    .await?;
    Ok(see_other(&format!("/{}/admin/mail?done=1", ask.lang)))
}
