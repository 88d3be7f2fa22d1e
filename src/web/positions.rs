//! Everybody's positions on a statement, where names are public; and what people in a room said.

use super::{
    cx::{Cx, Html, Layout, Section, page},
    extract::{Ask, Fields, id},
    forms,
    parts::{Refusals, who},
    posts::{lang_of, submission_key},
    url, verdicts,
};
use crate::{
    app::App,
    domain::{
        FieldError,
        community::Cell,
        consensus::Names,
        lang::Lang,
        limits,
        markdown::title_html,
        policy,
        position::{Position, Value},
    },
    error::{Error, Result},
    forum::{self, positions::RoomDraft, tallies::Standings},
    store::{self, Conn},
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use askama::Template;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "consensus/positions.html")]
struct PositionsPage {
    layout: Layout,
    back: String,
    n: i32,
    words: String,
    lang: Lang,
    /// By community, in the order of the languages.
    communities: Vec<(String, Vec<Said>)>,
}

/// What one person says, and said before.
struct Said {
    who: String,
    value: String,
    note: Option<String>,
    reason: Option<String>,
    time: String,
    before: Vec<(String, String)>,
}

/// GET /{l}/s/{id}/positions
///
/// # Errors
/// A statement that this reader cannot find; a thread of totals only.
pub async fn index(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| list(cx, conn, id)).await
}

fn list(cx: &Cx, conn: &mut Conn, id: i64) -> Result<Html> {
    let statement = forum::statements::find(conn, id, cx.visible())?;
    let (_, consensus) = forum::consensus::find(conn, statement.thread_id, cx.visible())?;
    if consensus.names == Names::Totals || !statement.state.takes_positions() {
        return Err(Error::NotFound);
    }
    let standings = forum::tallies::of_thread(conn, &consensus)?;
    let log: Vec<_> = store::positions::log(conn, statement.thread_id)?.into_iter().filter(|e| e.statement_id == id).collect();
    let names = store::accounts::names(conn, &log.iter().map(|e| e.account_id).collect::<Vec<_>>())?;
    let say = |value: Value| cx.l.m("consensus-count-one").s("value", value.as_str()).to_string();
    let mut before: HashMap<i64, Vec<(String, String)>> = HashMap::new();
    for entry in log.iter().filter(|e| !e.is_last) {
        before.entry(entry.account_id).or_default().push((say(entry.value), cx.time(entry.at)));
    }
    let said = |entry: &&store::positions::Entry| {
        let counted = standings.position(id, entry.account_id);
        Said {
            who: who(cx, Some(entry.account_id), &names),
            value: say(entry.value),
            note: counted.and_then(|p| note(cx, p, &standings)),
            reason: entry.post_id.map(|p| url::post(cx.lang, p)),
            time: cx.time(entry.at),
            before: before.remove(&entry.account_id).unwrap_or_default(),
        }
    };
    let mut rows: Vec<(Lang, Said)> = Vec::new();
    let mut said = said;
    for entry in log.iter().filter(|e| e.is_last) {
        if let Some(membership) = standings.memberships.get(&entry.account_id) {
            rows.push((membership.lang, said(&entry)));
        }
    }
    let mut communities = Vec::new();
    for lang in Lang::THREE {
        let (own, rest): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(l, _)| *l == lang);
        rows = rest;
        communities.push((verdicts::langs(cx, &[lang]), own.into_iter().map(|(_, s)| s).collect()));
    }
    let text = standings.texts.get(&statement.text_id).ok_or(Error::NotFound)?;
    let lang = text.choose(&cx.reader());
    let (words, lang) = words(cx, conn, text, lang)?;
    cx.html(&PositionsPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("consensus-positions"), Section::Consensus) },
        back: url::stated(cx.lang, statement.thread_id, statement.n),
        n: statement.n,
        words,
        lang,
        communities,
    })
}

fn words(cx: &Cx, conn: &mut Conn, text: &store::texts::Text, lang: Lang) -> Result<(String, Lang)> {
    let revision = text.slot(lang).map_or(0, |s| s.revision_id);
    let body = store::texts::bodies(conn, &[revision], cx.visible())?.remove(&revision).map(|(b, _)| b).unwrap_or_default();
    Ok((title_html(&body, lang), lang))
}

fn note(cx: &Cx, position: &Position, standings: &Standings) -> Option<String> {
    let note = super::statements::note(standings, position)?;
    Some(cx.l.m("consensus-note").s("note", note).to_string())
}

#[derive(Template)]
#[template(path = "consensus/room.html")]
struct RoomPage {
    layout: Layout,
    back: String,
    n: i32,
    words: String,
    lang: Lang,
    place: String,
    date: String,
    room_lang: Lang,
    counts: Vec<(Value, String)>,
    /// The count that is to be taken back.
    strike: Option<(i64, String)>,
    reason: String,
    key: String,
    csrf: String,
    refusals: Refusals,
}

/// GET /{l}/s/{id}/room?strike=
///
/// # Errors
/// [`Error::SignIn`], no moderator.
pub async fn room(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| room_form(cx, conn, id, &Fields::default(), &[])).await
}

fn room_form(cx: &Cx, conn: &mut Conn, id: i64, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    policy::moderate(&cx.actor()?, "-")?;
    let statement = forum::statements::find(conn, id, cx.visible())?;
    let (_, consensus) = forum::consensus::find(conn, statement.thread_id, cx.visible())?;
    if !consensus.stage.takes_positions() {
        return Err(policy::Denied::StageClosed.into());
    }
    let text = store::texts::find(conn, statement.text_id)?;
    let lang = text.choose(&cx.reader());
    let (words, lang) = words(cx, conn, &text, lang)?;
    let struck = cx.ask.query("strike").or(Some(fields.get("strike")).filter(|s| !s.is_empty())).and_then(|s| s.parse().ok());
    let strike = match struck {
        Some(room) => {
            let room = store::positions::find_room(conn, room)?;
            let view = verdicts::room(cx, consensus.names, &room);
            (room.statement_id == id && (room.struck_at.is_none() || !fields.get("strike").is_empty()))
                .then(|| (view.id, format!("{}, {} · {}", view.place, view.day, view.nums)))
        }
        None => None,
    };
    cx.html(&RoomPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("consensus-room-title"), Section::Consensus) },
        back: url::stated(cx.lang, statement.thread_id, statement.n),
        n: statement.n,
        words,
        lang,
        place: fields.get("place").to_owned(),
        date: fields.get("date").to_owned(),
        room_lang: Lang::parse(fields.get("lang")).unwrap_or_else(|| cx.writes()),
        counts: Value::ALL.iter().map(|v| (*v, fields.get(v.as_str()).to_owned())).collect(),
        strike,
        reason: fields.get("reason").to_owned(),
        key: if fields.get("key").is_empty() { uuid::Uuid::now_v7().to_string() } else { fields.get("key").to_owned() },
        csrf: cx.csrf(),
        refusals: Refusals::of(cx, errors),
    })
}

/// POST /{l}/s/{id}/room: records a count, or takes one back (`strike`, `reason`).
///
/// # Errors
/// [`Error::SignIn`], no moderator, limits.
pub async fn record(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let act = move |cx: &Cx, conn: &mut Conn, fields: &Fields| {
        let actor = cx.actor()?;
        match fields.get("strike").parse() {
            Ok(room) => {
                let reason = crate::domain::consensus::reason(fields.get("reason"))?;
                if store::positions::find_room(conn, room)?.statement_id != id {
                    return Err(Error::NotFound);
                }
                forum::positions::strike_room(conn, &actor, room, &reason, cx.now)?;
            }
            Err(_) => {
                forum::positions::record_room(conn, &actor, id, &room_draft(fields).map_err(Error::Invalid)?, cx.now)?;
            }
        }
        Ok(url::statement(cx.lang, id))
    };
    forms::send(app, ask, fields, act, move |cx, conn, fields, errors| room_form(cx, conn, id, fields, errors)).await
}

fn room_draft(fields: &Fields) -> std::result::Result<RoomDraft, Vec<FieldError>> {
    let count = |field: &'static str| match fields.get(field).trim() {
        "" => Ok(0),
        typed => limits::nfkc(typed).parse().map_err(|_| FieldError::new(field, "errors-count-unknown")),
    };
    let held_on = fields.get("date").trim().parse().map_err(|_| FieldError::new("date", "errors-time-unknown"));
    let counts = (count("agree"), count("reservation"), count("abstain"), count("objection"), count("unclear"));
    match (lang_of(fields), held_on, counts) {
        (Ok(lang), Ok(held_on), (Ok(agree), Ok(reservation), Ok(abstain), Ok(objection), Ok(unclear))) => Ok(RoomDraft {
            place: fields.get("place").to_owned(),
            held_on,
            lang,
            cell: Cell { agree, reservation, abstain, objection, unclear },
            key: submission_key(fields),
        }),
        (a, b, (c, d, e, f, g)) => Err([a.err(), b.err(), c.err(), d.err(), e.err(), f.err(), g.err()].into_iter().flatten().collect()),
    }
}
