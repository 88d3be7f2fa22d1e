//! Statements and positions as JSON.

use super::{Caller, Json, Submitted, absent, acting, answer, consensus::tallied, id, number, person, rfc3339, shown, visible};
use crate::{
    app::App,
    domain::{
        FieldError,
        community::Cell,
        consensus::Names,
        lang::Lang,
        markdown::BLOCK_BREAK,
        policy::Visible,
        position::Value as Position,
        post::Body,
        statement::{self, StatementDraft, StatementState},
        text::Reader,
    },
    error::{Error, Result},
    forum::{
        self,
        positions::{PositionDraft, RoomDraft},
        statements::{Settlement, StatementAct},
        tallies::Standings,
    },
    store::{self, Conn},
};
use actix_web::{
    HttpMessage, HttpRequest, HttpResponse,
    http::header,
    web::{Data, Path},
};
use serde::Deserialize;
use serde_json::{Value, json};

/// GET /api/v1/threads/{id}/statements: all of them, in their order.
///
/// # Errors
/// No consensus thread.
pub async fn index(app: Data<App>, caller: Caller, path: Path<String>) -> Result<HttpResponse> {
    let (shared, thread) = (app.clone(), id(&path)?);
    let items = app
        .db
        .read(move |conn| {
            let me = caller.person(conn)?;
            let (_, consensus) = forum::consensus::find(conn, thread, visible(me.as_ref()))?;
            let standings = forum::tallies::of_thread(conn, &consensus)?;
            let reader = caller.reader(&shared, me.as_ref());
            items(conn, &standings, reader.as_ref(), visible(me.as_ref()), me.as_ref().map(|m| m.id))
        })
        .await?;
    Ok(answer(&json!({ "items": items, "next": null })))
}

/// A thread's statements, in their order, with what `me` said of them.
///
/// # Errors
/// Database failures only.
pub fn items(conn: &mut Conn, standings: &Standings, reader: Option<&Reader>, scope: Visible, me: Option<i64>) -> Result<Vec<Value>> {
    let statements: Vec<_> = standings.statements.iter().map(|s| &s.statement).collect();
    let ids: Vec<i64> = statements.iter().map(|s| s.id).collect();
    let same = store::statements::same(conn, &ids)?;
    let names = store::accounts::names(conn, &statements.iter().map(|s| s.proposer_id).collect::<Vec<_>>())?;
    let revisions: Vec<i64> = standings.texts.values().filter_map(|t| t.slot(shown(t, reader).0)).map(|s| s.revision_id).collect();
    let mut bodies = store::texts::bodies(conn, &revisions, scope)?;
    super::plain(conn, bodies.values_mut().map(|(_, html)| html), reader)?;
    let sources: Vec<i64> = statements.iter().filter_map(|s| s.source()).map(|s| s.post).collect();
    // Nothing is quoted of a post that this reader cannot read (T12).
    let hidden = store::references::hidden(conn, &sources, scope)?;
    let item = |s: &&store::statements::Statement| {
        let text = standings.texts.get(&s.text_id)?;
        let (lang, shown) = shown(text, reader);
        let (body, html) = bodies.get(&text.slot(lang)?.revision_id)?;
        let from = s.source().map(|from| {
            let words = if hidden.contains(&from.post) { "" } else { from.words.as_str() };
            json!({ "post": from.post, "lang": from.lang, "revision": from.revision, "words": words })
        });
        let own = me.and_then(|me| standings.position(s.id, me));
        Some(json!({
            "id": s.id, "text": s.text_id, "thread": s.thread_id, "n": s.n, "state": s.state, "into": s.into_id, "reason": s.reason,
            "lang": text.original, "body": body, "html": html.replace(BLOCK_BREAK, "\n"), "shown": shown, "from": from,
            "same_as": same.get(&s.id).cloned().unwrap_or_default(), "carried_from": s.carried_from,
            "proposer": person(Some(s.proposer_id), &names), "created_at": rfc3339(s.created_at),
            "settled_at": s.settled_at.map(rfc3339),
            "position": own.map(|p| json!({ "value": p.value, "eligible": p.is_eligible, "current": p.is_current })),
        }))
    };
    Ok(statements.iter().filter_map(item).collect())
}

/// One of them.
fn item(conn: &mut Conn, id: i64, scope: Visible, me: i64) -> Result<Value> {
    let statement = forum::statements::find(conn, id, scope)?;
    let (_, consensus) = forum::consensus::find(conn, statement.thread_id, scope)?;
    let standings = forum::tallies::of_thread(conn, &consensus)?;
    let items = items(conn, &standings, None, scope, Some(me))?;
    let mut item = items.into_iter().find(|i| i["id"] == id).ok_or(Error::NotFound)?;
    if let Some(standing) = standings.of(id).filter(|s| s.statement.state.takes_positions()) {
        item["tally"] = tallied(&standings, standing);
    }
    Ok(item)
}

#[derive(Deserialize)]
pub struct NewStatement {
    #[serde(default)]
    body: String,
    #[serde(default)]
    lang: String,
    #[serde(default, deserialize_with = "number")]
    from_post: Option<i64>,
    #[serde(default)]
    from_words: String,
}

/// POST /api/v1/threads/{id}/statements: 201 with the statement; a repeated `Idempotency-Key` gives the same one.
///
/// # Errors
/// [`Error::SignIn`], fields, limits, another stage.
pub async fn create(app: Data<App>, caller: Caller, path: Path<String>, Json(new): Json<NewStatement>) -> Result<HttpResponse> {
    let (shared, thread) = (app.clone(), id(&path)?);
    let item = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "posts", shared.config.limits.posts_per_minute)?;
            let lang = Lang::parse(&new.lang).ok_or_else(|| FieldError::new("lang", "errors-lang-unknown"));
            let draft = match (statement::body(&new.body), lang, statement::chosen(&new.from_words)) {
                (Ok(body), Ok(lang), Ok(words)) => {
                    StatementDraft { body, lang, from: new.from_post.map(|post| (post, words)), key: caller.key.clone() }
                }
                (a, b, c) => return Err(Error::Invalid([a.err(), b.err(), c.err()].into_iter().flatten().collect())),
            };
            let id = forum::statements::propose(conn, &actor, thread, &draft, shared.clock.now())?;
            item(conn, id, Visible::to(Some(&actor)), actor.id)
        })
        .await?;
    Ok(HttpResponse::Created().insert_header((header::LOCATION, format!("/api/v1/threads/{thread}/statements"))).json(item))
}

#[derive(Deserialize)]
pub struct Settling {
    #[serde(default)]
    reason: String,
    #[serde(default, deserialize_with = "number")]
    into: Option<i64>,
    /// What it was when the moderator looked at it.
    #[serde(default)]
    state: Option<StatementState>,
}

/// POST /api/v1/statements/{id}/accept|merge|decline
///
/// # Errors
/// [`Error::SignIn`], no moderator, no reason, another stage, a merge in a circle.
pub async fn settle(app: Data<App>, caller: Caller, path: Path<(String, String)>, Json(sent): Json<Settling>) -> Result<HttpResponse> {
    let (statement, act) = (id(&path.0)?, StatementAct::parse(&path.1).ok_or(Error::NotFound)?);
    let shared = app.clone();
    let item = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "saves", shared.config.limits.saves_per_minute)?;
            let settlement = Settlement { act, into: sent.into, reason: sent.reason.clone(), seen: sent.state };
            forum::statements::settle(conn, &actor, statement, &settlement, shared.clock.now())?;
            item(conn, statement, Visible::to(Some(&actor)), actor.id)
        })
        .await?;
    Ok(answer(&item))
}

#[derive(Deserialize)]
pub struct NewPosition {
    #[serde(default)]
    value: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    lang: String,
    #[serde(default, deserialize_with = "absent")]
    reason_lang: Option<String>,
    #[serde(default, deserialize_with = "absent")]
    community: Option<String>,
    #[serde(default)]
    revision: Option<i32>,
}

impl NewPosition {
    fn draft(&self) -> Result<PositionDraft> {
        let lang = |field: &'static str, word: &str| Lang::parse(word).ok_or_else(|| FieldError::new(field, "errors-lang-unknown"));
        let value = Position::parse(&self.value).ok_or_else(|| FieldError::new("value", "errors-value-unknown"));
        let read = lang("lang", &self.lang);
        let said = self.reason_lang.as_deref().map(|l| lang("reason_lang", l)).transpose();
        let community = self.community.as_deref().map(|l| lang("community", l)).transpose();
        let reason = match self.reason.trim().is_empty() {
            true => Ok(None),
            false => Body::parse(&self.reason).map(Some).map_err(|e| FieldError { field: "reason", ..e }),
        };
        match (value, read, said, community, reason) {
            (Ok(value), Ok(lang), Ok(said), Ok(community), Ok(reason)) => {
                Ok(PositionDraft { value, reason, reason_lang: said.unwrap_or(lang), lang, revision: self.revision, community })
            }
            (a, b, c, d, e) => Err(Error::Invalid([a.err(), b.err(), c.err(), d.err(), e.err()].into_iter().flatten().collect())),
        }
    }
}

/// PUT /api/v1/statements/{id}/position: one's own; the same once more changes nothing.
///
/// # Errors
/// [`Error::SignIn`], fields, another stage, a statement that takes none, machine text.
pub async fn take(
    request: HttpRequest,
    app: Data<App>,
    caller: Caller,
    path: Path<String>,
    Json(new): Json<NewPosition>,
) -> Result<HttpResponse> {
    request.extensions_mut().insert(Submitted(json!({ "value": new.value, "reason": new.reason })));
    let (shared, statement) = (app.clone(), id(&path)?);
    let item = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "saves", shared.config.limits.saves_per_minute)?;
            let draft = new.draft()?;
            forum::positions::take(conn, &actor, statement, &draft, shared.config.site.hold_first_posts, shared.clock.now())?;
            let last = store::positions::last(conn, statement, actor.id)?.ok_or(Error::NotFound)?;
            let thread = forum::statements::find(conn, statement, Visible::to(Some(&actor)))?.thread_id;
            let community = store::communities::find(conn, thread, actor.id)?.map(|m| m.lang);
            let objection = store::objections::standing(conn, statement, actor.id)?.map(|o| o.id);
            Ok(json!({
                "statement": statement, "value": last.value, "reason": last.post_id, "lang": last.lang, "revision": last.revision,
                "community": community, "eligible": store::communities::is_eligible(conn, actor.id)?, "objection": objection,
                "at": rfc3339(last.at),
            }))
        })
        .await?;
    Ok(answer(&item))
}

#[derive(Deserialize)]
pub struct Checked {
    #[serde(default)]
    reason: String,
}

/// POST /api/v1/statements/{id}/translation-checked (C7)
///
/// # Errors
/// [`Error::SignIn`], no reviewer, no reason, nothing to check.
pub async fn check(app: Data<App>, caller: Caller, path: Path<String>, Json(sent): Json<Checked>) -> Result<HttpResponse> {
    let (shared, statement) = (app.clone(), id(&path)?);
    let item = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "saves", shared.config.limits.saves_per_minute)?;
            forum::statements::check(conn, &actor, statement, &sent.reason, shared.clock.now())?;
            item(conn, statement, Visible::to(Some(&actor)), actor.id)
        })
        .await?;
    Ok(answer(&item))
}

#[derive(Deserialize)]
pub struct Same {
    #[serde(default, deserialize_with = "number")]
    other: Option<i64>,
    #[serde(default)]
    remove: bool,
}

/// POST /api/v1/statements/{id}/same: it says the same as another one of its thread, or no more.
///
/// # Errors
/// [`Error::SignIn`], no moderator, another thread's statement.
pub async fn same(app: Data<App>, caller: Caller, path: Path<String>, Json(sent): Json<Same>) -> Result<HttpResponse> {
    let (shared, statement) = (app.clone(), id(&path)?);
    let item = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "saves", shared.config.limits.saves_per_minute)?;
            let other = sent.other.ok_or_else(|| Error::field("other", "errors-merge-unknown"))?;
            forum::statements::set_same(conn, &actor, statement, other, !sent.remove, shared.clock.now())?;
            item(conn, statement, Visible::to(Some(&actor)), actor.id)
        })
        .await?;
    Ok(answer(&item))
}

#[derive(Deserialize)]
pub struct NewRoom {
    #[serde(default)]
    place: String,
    /// `2026-11-28`
    #[serde(default)]
    date: String,
    #[serde(default)]
    lang: String,
    #[serde(flatten)]
    counts: Counts,
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Counts {
    agree: u32,
    reservation: u32,
    abstain: u32,
    objection: u32,
    unclear: u32,
}

/// POST /api/v1/statements/{id}/rooms: what people present said by show of hands; 201 with all rooms of the thread.
///
/// # Errors
/// [`Error::SignIn`], no moderator, fields, another stage.
pub async fn record_room(app: Data<App>, caller: Caller, path: Path<String>, Json(new): Json<NewRoom>) -> Result<HttpResponse> {
    let (shared, statement) = (app.clone(), id(&path)?);
    let rooms = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "saves", shared.config.limits.saves_per_minute)?;
            let lang = Lang::parse(&new.lang).ok_or_else(|| FieldError::new("lang", "errors-lang-unknown"));
            let held_on = new.date.parse().map_err(|_| FieldError::new("date", "errors-time-unknown"));
            let (lang, held_on) = match (lang, held_on) {
                (Ok(lang), Ok(day)) => (lang, day),
                (a, b) => return Err(Error::Invalid([a.err(), b.err()].into_iter().flatten().collect())),
            };
            let Counts { agree, reservation, abstain, objection, unclear } = new.counts;
            let cell = Cell { agree, reservation, abstain, objection, unclear };
            let draft = RoomDraft { place: new.place.clone(), held_on, lang, cell, key: caller.key.clone() };
            forum::positions::record_room(conn, &actor, statement, &draft, shared.clock.now())?;
            let thread = forum::statements::find(conn, statement, Visible::to(Some(&actor)))?.thread_id;
            let (_, consensus) = forum::consensus::find(conn, thread, Visible::to(Some(&actor)))?;
            let standings = forum::tallies::of_thread(conn, &consensus)?;
            rooms(conn, &standings)
        })
        .await?;
    Ok(HttpResponse::Created().json(json!({ "items": rooms, "next": null })))
}

/// What was counted in rooms; in a thread of totals only, rooms of few people show how many they were at most.
///
/// # Errors
/// Database failures only.
pub fn rooms(conn: &mut Conn, standings: &Standings) -> Result<Vec<Value>> {
    let ids: Vec<i64> = standings.statements.iter().map(|s| s.statement.id).collect();
    let rooms = store::positions::rooms(conn, &ids)?;
    let names: Names = standings.consensus.names;
    let item = |room: &store::positions::Room| {
        let cell = names.shown_cell(room.cell);
        json!({
            "id": room.id, "statement": room.statement_id, "place": room.place, "date": room.held_on.to_string(), "lang": room.lang,
            "agree": cell.map(|c| c.agree), "reservation": cell.map(|c| c.reservation), "abstain": cell.map(|c| c.abstain),
            "objection": cell.map(|c| c.objection), "unclear": cell.map(|c| c.unclear),
            "struck": room.struck_at.map(|_| &room.struck_because),
        })
    };
    Ok(rooms.iter().map(item).collect())
}
