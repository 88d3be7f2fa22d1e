//! Consensus threads as JSON: stages, tallies, synthesis, and everything that is needed to count anew.

use super::{Caller, Json, LIST, absent, acting, answer, id, number, person, rfc3339, statements, threads::Lines, visible};
use crate::{
    app::App,
    domain::{
        FieldError,
        consensus::{self, Passage, Stage},
        lang::Lang,
        limits,
        policy::Visible,
        post::Body,
        tally::Report,
    },
    error::{Error, Result},
    forum::{
        self,
        tallies::{Standing, Standings},
    },
    store::{self, Conn, consensus::Stay},
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use chrono::{DateTime, NaiveDateTime};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;

/// GET /api/v1/consensus: the board, newest activity first.
///
/// # Errors
/// Database failures only.
pub async fn board(app: Data<App>, caller: Caller) -> Result<HttpResponse> {
    let listed = app
        .db
        .read(move |conn| {
            caller.person(conn)?;
            let all = store::consensus::all(conn, LIST)?;
            let ids: Vec<i64> = all.iter().map(|c| c.thread_id).collect();
            let stays = store::consensus::stays(conn, &ids)?;
            let declared: HashMap<i64, i64> = store::declarations::newest(conn, &ids)?.into_iter().collect();
            let item = |s: &Standings| {
                let id = s.consensus.thread_id;
                let now = stays.get(&id).and_then(|s| s.last());
                json!({
                    "thread": id, "stage": s.consensus.stage, "names": s.consensus.names,
                    "ends_at": now.and_then(|n| n.ends_at).map(rfc3339), "statements": s.accepted().count(),
                    "unanswered": s.unanswered(), "declaration": declared.get(&id),
                })
            };
            let items: Vec<Value> = forum::tallies::of_threads(conn, &all)?.iter().map(item).collect();
            Ok(json!({ "items": items, "next": null }))
        })
        .await?;
    Ok(answer(&listed))
}

/// GET /api/v1/threads/{id}/tally
///
/// # Errors
/// No consensus thread.
pub async fn tally(app: Data<App>, caller: Caller, path: Path<String>) -> Result<HttpResponse> {
    let thread = id(&path)?;
    let tally = app
        .db
        .read(move |conn| {
            let me = caller.person(conn)?;
            let (_, consensus) = forum::consensus::find(conn, thread, visible(me.as_ref()))?;
            let standings = forum::tallies::of_thread(conn, &consensus)?;
            let statements: Vec<Value> = standings.accepted().map(|s| tallied(&standings, s)).collect();
            Ok(json!({ "statements": statements, "thresholds": standings.thresholds }))
        })
        .await?;
    Ok(answer(&tally))
}

/// One statement's verdict and figures, as everybody may know them (C3).
pub fn tallied(standings: &Standings, standing: &Standing) -> Value {
    let names = standings.consensus.names;
    let Report { judged, is_firm, xlc, min_support, cramers_v, .. } = standing.shown(names);
    let communities: serde_json::Map<String, Value> = Lang::THREE
        .into_iter()
        .map(|l| (l.as_str().to_owned(), community(&consensus::shown(names, standing.tally.of(l), &standings.thresholds))))
        .collect();
    json!({
        "id": standing.statement.id, "n": standing.statement.n, "verdict": judged.verdict, "qualifiers": qualifiers(is_firm, standing.is_being_checked()),
        "named": { "missing": judged.missing, "for": judged.in_favour, "against": judged.against },
        "xlc": xlc, "min_support": min_support, "cramers_v": cramers_v, "unanswered": standing.tally.unanswered,
        "communities": communities,
    })
}

/// What is said of a verdict beside it.
pub fn qualifiers(is_firm: bool, is_to_be_checked: bool) -> Vec<&'static str> {
    let firm = if is_firm { "firm" } else { "provisional" };
    [firm].into_iter().chain(is_to_be_checked.then_some("translation-check")).collect()
}

/// A community's figures; `null` where they are not defined, or would tell who said what.
pub fn community(shown: &consensus::Shown) -> Value {
    let cell = shown.cell;
    json!({
        "members": shown.members, "agree": cell.map(|c| c.agree), "reservation": cell.map(|c| c.reservation),
        "abstain": cell.map(|c| c.abstain), "objection": cell.map(|c| c.objection), "unclear": cell.map(|c| c.unclear),
        "floor": shown.floor, "support": shown.support, "opposition": shown.opposition, "wilson": shown.wilson, "met": shown.is_met,
    })
}

/// GET /api/v1/threads/{id}/consensus: everything, with each position where names are public, so that anybody can count anew.
///
/// # Errors
/// No consensus thread.
pub async fn show(app: Data<App>, caller: Caller, path: Path<String>) -> Result<HttpResponse> {
    let (shared, thread) = (app.clone(), id(&path)?);
    let whole = app
        .db
        .read(move |conn| {
            let me = caller.person(conn)?;
            let scope = visible(me.as_ref());
            let (thread, consensus) = forum::consensus::find(conn, thread, scope)?;
            let (standings, draft) = forum::syntheses::of_thread(conn, &consensus, &shared.base_url)?;
            let (reader, reading) = (caller.reader(&shared, me.as_ref()), me.as_ref().map(store::accounts::Account::actor));
            let mut statements = statements::items(conn, &standings, reader.as_ref(), scope, me.as_ref().map(|m| m.id))?;
            for (item, standing) in statements.iter_mut().zip(&standings.statements) {
                if standing.statement.state.takes_positions() {
                    item["tally"] = tallied(&standings, standing);
                }
            }
            let stays = store::consensus::stays(conn, &[thread.id])?.remove(&thread.id).unwrap_or_default();
            let experiences: Vec<Value> =
                store::consensus::experiences(conn, thread.id)?.iter().map(|e| json!({ "post": e.post_id, "at": rfc3339(e.at) })).collect();
            let positions = positions(conn, &standings)?;
            let filter = store::declarations::Filter { thread: Some(thread.id), ..Default::default() };
            let declared = store::declarations::list(conn, filter, scope, LIST)?;
            Ok(json!({
                "thread": thread.id, "names": consensus.names, "stage": consensus.stage, "thresholds": standings.thresholds,
                "carries": consensus.carries, "stages": stays.iter().map(stay).collect::<Vec<_>>(), "experiences": experiences,
                "statements": statements, "positions": positions,
                "objections": standings.ledger(reading.as_ref()).map(super::objections::item).collect::<Vec<_>>(),
                "rooms": super::statements::rooms(conn, &standings)?, "synthesis": draft.text.map(|t| t.id),
                "cites": draft.citations.statements.iter().map(|(id, how)| json!({ "statement": id, "as": how })).collect::<Vec<_>>(),
                "declarations": declared.iter().map(|d| d.id).collect::<Vec<_>>(),
            }))
        })
        .await?;
    Ok(answer(&whole))
}

fn stay(stay: &Stay) -> Value {
    json!({
        "stage": stay.stage, "began_at": rfc3339(stay.began_at), "ends_at": stay.ends_at.map(rfc3339),
        "left_at": stay.left_at.map(rfc3339), "summary": stay.summary_id, "reason": stay.reason,
    })
}

/// The whole log of positions; `null` in a thread of totals only.
fn positions(conn: &mut Conn, standings: &Standings) -> Result<Value> {
    if standings.consensus.names == consensus::Names::Totals {
        return Ok(Value::Null);
    }
    let log = store::positions::log(conn, standings.consensus.thread_id)?;
    // Somebody who has left is told apart from others who have, by a number of this list alone.
    let mut people: Vec<i64> = log.iter().map(|p| p.account_id).collect();
    people.sort_unstable();
    people.dedup();
    let names = store::accounts::names(conn, &people)?;
    let last: HashMap<(i64, i64), &crate::domain::position::Position> =
        standings.positions.iter().map(|p| ((p.statement, p.person), p)).collect();
    let item = |p: &store::positions::Entry| {
        let now = last.get(&(p.statement_id, p.account_id)).filter(|_| p.is_last);
        json!({
            "n": people.binary_search(&p.account_id).map_or(0, |i| i + 1), "person": person(Some(p.account_id), &names),
            "community": standings.memberships.get(&p.account_id).map(|m| m.lang), "statement": p.statement_id, "value": p.value,
            "reason": p.post_id, "lang": p.lang, "revision": p.revision, "at": rfc3339(p.at), "last": p.is_last,
            "eligible": now.map(|n| n.is_eligible), "current": now.map(|n| n.is_current),
        })
    };
    Ok(log.iter().map(item).collect())
}

#[derive(Deserialize)]
pub struct NewStage {
    #[serde(default)]
    stage: String,
    #[serde(default)]
    summary: String,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    reason: String,
    #[serde(default, deserialize_with = "absent")]
    from: Option<String>,
    /// RFC 3339.
    #[serde(default, deserialize_with = "absent")]
    ends_at: Option<String>,
    thresholds: Option<Lines>,
}

/// POST /api/v1/threads/{id}/stage: one forward with a summary, one back with a reason.
///
/// # Errors
/// [`Error::SignIn`], no moderator, fields; 409 when somebody moved it meanwhile.
pub async fn pass(app: Data<App>, caller: Caller, path: Path<String>, Json(new): Json<NewStage>) -> Result<HttpResponse> {
    let (shared, thread) = (app.clone(), id(&path)?);
    let passed = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "posts", shared.config.limits.posts_per_minute)?;
            let passage = passage(&new)?;
            let from = new.from.as_deref().and_then(Stage::parse);
            forum::consensus::pass(conn, &actor, thread, from, &passage, shared.clock.now())?;
            let (thread, consensus) = forum::consensus::find(conn, thread, Visible::to(Some(&actor)))?;
            let stays = store::consensus::stays(conn, &[thread.id])?.remove(&thread.id).unwrap_or_default();
            Ok(json!({
                "thread": thread.id, "stage": consensus.stage, "thresholds": consensus.thresholds(),
                "stages": stays.iter().map(stay).collect::<Vec<_>>(),
            }))
        })
        .await?;
    Ok(answer(&passed))
}

fn passage(new: &NewStage) -> Result<Passage> {
    let to = Stage::parse(&new.stage).ok_or_else(|| FieldError::new("stage", "errors-stage-unknown"));
    let summary = if new.summary.trim().is_empty() { Ok(None) } else { summary(&new.summary).map(Some) };
    let lang = match (&summary, Lang::parse(&new.lang)) {
        (_, Some(lang)) => Ok(lang),
        (Ok(None), None) if new.lang.is_empty() => Ok(Lang::Fr),
        (_, None) => Err(FieldError::new("lang", "errors-lang-unknown")),
    };
    let ends_at = new.ends_at.as_deref().map(moment).transpose();
    let thresholds = new.thresholds.as_ref().map(Lines::checked).transpose();
    match (to, summary, lang, limits::line("reason", &new.reason, 0, limits::REASON_CHARS), ends_at, thresholds) {
        (Ok(to), Ok(summary), Ok(lang), Ok(reason), Ok(ends_at), Ok(thresholds)) => {
            Ok(Passage { to, summary, lang, reason, ends_at, thresholds })
        }
        (a, b, c, d, e, f) => Err(Error::Invalid([a.err(), b.err(), c.err(), d.err(), e.err(), f.err()].into_iter().flatten().collect())),
    }
}

fn summary(typed: &str) -> std::result::Result<Body, FieldError> {
    Body::parse(typed).map_err(|e| FieldError { field: "summary", ..e })
}

fn moment(typed: &str) -> std::result::Result<NaiveDateTime, FieldError> {
    DateTime::parse_from_rfc3339(typed).map(|at| at.naive_utc()).map_err(|_| FieldError::new("ends_at", "errors-time-unknown"))
}

#[derive(Deserialize)]
pub struct Pointer {
    #[serde(default, deserialize_with = "number")]
    post: Option<i64>,
    /// Takes it away.
    #[serde(default)]
    remove: bool,
}

/// POST /api/v1/threads/{id}/experiences: points at a post, or takes the pointer away.
///
/// # Errors
/// [`Error::SignIn`], another stage, a post that there is not.
pub async fn point(app: Data<App>, caller: Caller, path: Path<String>, Json(sent): Json<Pointer>) -> Result<HttpResponse> {
    let (shared, thread) = (app.clone(), id(&path)?);
    let items = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "saves", shared.config.limits.saves_per_minute)?;
            let post = sent.post.ok_or_else(|| Error::field("post", "errors-post-unknown"))?;
            match sent.remove {
                false => forum::consensus::point(conn, &actor, thread, post, shared.clock.now())?,
                true => forum::consensus::unpoint(conn, &actor, thread, post)?,
            }
            let items = store::consensus::experiences(conn, thread)?;
            Ok(items.iter().map(|e| json!({ "post": e.post_id, "at": rfc3339(e.at) })).collect::<Vec<_>>())
        })
        .await?;
    Ok(answer(&json!({ "items": items, "next": null })))
}

#[derive(Deserialize)]
pub struct Correction {
    /// Their handle.
    #[serde(default)]
    person: String,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    reason: String,
}

/// POST /api/v1/threads/{id}/community: a moderator corrects what somebody declared, once (C4).
///
/// # Errors
/// [`Error::SignIn`], no moderator, no reason, fields.
pub async fn correct(app: Data<App>, caller: Caller, path: Path<String>, Json(sent): Json<Correction>) -> Result<HttpResponse> {
    let (shared, thread) = (app.clone(), id(&path)?);
    let lang = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "saves", shared.config.limits.saves_per_minute)?;
            let lang = Lang::parse(&sent.lang).ok_or_else(|| Error::field("lang", "errors-lang-unknown"))?;
            let reason = limits::line("reason", &sent.reason, 0, limits::REASON_CHARS)?;
            let person = forum::accounts::candidate(conn, &sent.person)?.ok_or_else(|| Error::field("person", "errors-community-none"))?;
            forum::consensus::correct_community(conn, &actor, thread, person.id, lang, &reason, shared.clock.now())?;
            Ok(lang)
        })
        .await?;
    Ok(answer(&json!({ "lang": lang })))
}
