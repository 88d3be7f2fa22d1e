//! C1: the stages of a consensus thread: the rail that shows them, and the form by which moderators move a thread.

use super::{
    consensus::{self, Head},
    cx::{Cx, Html, Layout, Section, page},
    extract::{Ask, Fields},
    forms,
    parts::Refusals,
    posts::lang_of,
    url,
};
use crate::{
    app::App,
    domain::{
        FieldError,
        consensus::{Passage, Stage},
        lang::Lang,
        limits, policy,
        post::Body,
    },
    error::{Error, Result},
    forum,
    store::{Conn, consensus::Stay},
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use askama::Template;
use chrono::{Days, NaiveDate, NaiveDateTime, TimeZone};

/// One stage in the rail.
pub struct StageView {
    pub stage: Stage,
    pub class: &'static str,
    /// From when to when; empty for what is still to come.
    pub dates: String,
    /// How long is left, in the reader's days.
    pub left: String,
    /// The summaries, one each time that the thread has left it.
    pub summaries: Vec<String>,
    /// Why the thread came back to it.
    pub returned: String,
}

/// The four stages, as a thread has been through them.
pub fn rail(cx: &Cx, now: Stage, stays: &[Stay]) -> Vec<StageView> {
    let view = |stage: &Stage| {
        // Of a stage to which it came back, the last time.
        let stay = stays.iter().rev().find(|s| s.stage == *stage).filter(|_| *stage <= now);
        let day = |at: NaiveDateTime| cx.l.day(&cx.local(at));
        let dates = stay.map(|s| {
            let until = s.left_at.map(day).unwrap_or_default();
            let what = if s.left_at.is_some() { "past" } else { "now" };
            cx.l.m("consensus-stage-dates").s("what", what).s("from", day(s.began_at)).s("to", until).to_string()
        });
        let class = match stage.cmp(&now) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "",
        };
        StageView {
            stage: *stage,
            class,
            dates: dates.unwrap_or_default(),
            left: stay.filter(|_| *stage == now).and_then(|s| s.ends_at).map(|ends| left(cx, ends)).unwrap_or_default(),
            summaries: stays
                .iter()
                .filter(|s| s.stage == *stage)
                .filter_map(|s| s.summary_id)
                .map(|id| format!("/{}/summaries/{id}", cx.lang))
                .collect(),
            returned: stay.filter(|_| *stage == now).map(|s| s.reason.clone()).unwrap_or_default(),
        }
    };
    Stage::ALL.iter().map(view).collect()
}

/// « jusqu’au 12 décembre 2026, encore 19 jours », by the days of the reader's zone.
pub fn left(cx: &Cx, ends: NaiveDateTime) -> String {
    // The end of a day belongs to that day.
    let last = cx.local(ends - chrono::TimeDelta::seconds(1));
    let days = (last.date_naive() - cx.local(cx.now).date_naive()).num_days();
    let what = if ends <= cx.now { "over" } else { "left" };
    cx.l.m("consensus-stage-left").s("what", what).s("day", cx.l.day(&last)).n("days", days.max(0)).to_string()
}

#[derive(Template)]
#[template(path = "consensus/stage.html")]
struct StagePage {
    layout: Layout,
    head: Head,
    from: Stage,
    next: Option<Stage>,
    previous: Option<Stage>,
    chosen: String,
    summary: String,
    reason: String,
    ends: String,
    lang: Lang,
    csrf: String,
    refusals: Refusals,
}

/// GET /{l}/t/{id}/stage
///
/// # Errors
/// [`Error::SignIn`], no moderator, no consensus thread.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = consensus::thread_id(&path.1)?;
    page(app, ask, move |cx, conn| form(cx, conn, id, &Fields::default(), &[])).await
}

fn form(cx: &Cx, conn: &mut Conn, id: i64, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    policy::moderate(&cx.actor()?, "-")?;
    let (thread, consensus) = forum::consensus::find(conn, id, cx.visible())?;
    cx.html(&StagePage {
        head: consensus::head(cx, conn, &thread, &consensus)?,
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("consensus-stage-title"), Section::Consensus) },
        from: consensus.stage,
        next: consensus.stage.next(),
        previous: consensus.stage.previous(),
        chosen: fields.get("stage").to_owned(),
        summary: fields.get("summary").to_owned(),
        reason: fields.get("reason").to_owned(),
        ends: fields.get("ends").to_owned(),
        lang: Lang::parse(fields.get("lang")).unwrap_or_else(|| cx.writes()),
        csrf: cx.csrf(),
        refusals: Refusals::of(cx, errors),
    })
}

/// POST /{l}/t/{id}/stage: moves the thread (`action` = `pass`), or plans how long the present stage lasts (`plan`).
///
/// # Errors
/// [`Error::SignIn`], no moderator, limits.
pub async fn act(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = consensus::thread_id(&path.1)?;
    let act = move |cx: &Cx, conn: &mut Conn, fields: &Fields| {
        let actor = cx.actor()?;
        if fields.get("action") == "plan" {
            forum::consensus::plan(conn, &actor, id, Stage::parse(fields.get("from")), ends(cx, fields)?, cx.now)?;
        } else {
            let from = Stage::parse(fields.get("from"));
            forum::consensus::pass(conn, &actor, id, from, &passage(cx, fields).map_err(Error::Invalid)?, cx.now)?;
        }
        Ok(url::consensus(cx.lang, id))
    };
    forms::send(app, ask, fields, act, move |cx, conn, fields, errors| form(cx, conn, id, fields, errors)).await
}

fn passage(cx: &Cx, fields: &Fields) -> std::result::Result<Passage, Vec<FieldError>> {
    let to = Stage::parse(fields.get("stage")).ok_or_else(|| FieldError::new("stage", "errors-stage-unknown"));
    let summary = match fields.get("summary").trim().is_empty() {
        true => Ok(None),
        false => Body::parse(fields.get("summary")).map(Some).map_err(|e| FieldError { field: "summary", ..e }),
    };
    let reason = limits::line("reason", fields.get("reason"), 0, limits::REASON_CHARS);
    match (to, summary, lang_of(fields), reason, ends(cx, fields)) {
        (Ok(to), Ok(summary), Ok(lang), Ok(reason), Ok(ends_at)) => Ok(Passage { to, summary, lang, reason, ends_at, thresholds: None }),
        (a, b, c, d, e) => Err([a.err(), b.err(), c.err(), d.err(), e.err()].into_iter().flatten().collect()),
    }
}

/// The end of the day that was typed, in the zone of whoever typed it; `None` for none.
fn ends(cx: &Cx, fields: &Fields) -> std::result::Result<Option<NaiveDateTime>, FieldError> {
    let typed = fields.get("ends").trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let unknown = || FieldError::new("ends", "errors-time-unknown");
    let day: NaiveDate = typed.parse().map_err(|_| unknown())?;
    let midnight = day.checked_add_days(Days::new(1)).and_then(|d| d.and_hms_opt(0, 0, 0)).ok_or_else(unknown)?;
    let zone = cx.local(cx.now).timezone();
    // Where clocks leave out midnight, the day ends with the hour after.
    let at = (0..=8).find_map(|q| zone.from_local_datetime(&(midnight + chrono::TimeDelta::minutes(15 * q))).earliest());
    Ok(Some(at.ok_or_else(unknown)?.naive_utc()))
}
