//! Objections as JSON.

use super::{Caller, Json, acting, answer as ok, id, number, rfc3339, visible};
use crate::{
    app::App,
    domain::{FieldError, lang::Lang, policy::Visible, post::Body},
    error::{Error, Result},
    forum::{self, objections::Answer, tallies::Raised},
    store::{Conn, accounts::Account},
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use serde::Deserialize;
use serde_json::{Value, json};

/// An objection in the ledger.
pub fn item(raised: &Raised) -> Value {
    let o = &raised.objection;
    json!({
        "id": o.id, "statement": o.statement_id, "post": o.post_id, "state": o.state, "answer": o.answer_id, "waits": raised.waits,
        "created_at": rfc3339(o.at), "answered_at": o.answered_at.map(rfc3339), "settled_at": o.settled_at.map(rfc3339),
    })
}

/// GET /api/v1/threads/{id}/objections: the ledger, oldest first.
///
/// # Errors
/// No consensus thread.
pub async fn index(app: Data<App>, caller: Caller, path: Path<String>) -> Result<HttpResponse> {
    let thread = id(&path)?;
    let items = app
        .db
        .read(move |conn| {
            let me = caller.person(conn)?;
            let (_, consensus) = forum::consensus::find(conn, thread, visible(me.as_ref()))?;
            let reader = me.as_ref().map(Account::actor);
            Ok(forum::tallies::of_thread(conn, &consensus)?.ledger(reader.as_ref()).map(item).collect::<Vec<_>>())
        })
        .await?;
    Ok(ok(&json!({ "items": items, "next": null })))
}

fn one(conn: &mut Conn, id: i64, scope: Visible) -> Result<Value> {
    let (_, thread) = forum::objections::find(conn, id, scope)?;
    let (_, consensus) = forum::consensus::find(conn, thread, scope)?;
    let standings = forum::tallies::of_thread(conn, &consensus)?;
    standings.objections.iter().find(|o| o.objection.id == id).map(item).ok_or(Error::NotFound)
}

#[derive(Deserialize)]
pub struct NewAnswer {
    #[serde(default)]
    body: String,
    #[serde(default)]
    lang: String,
    /// A reply that stands there already.
    #[serde(default, deserialize_with = "number")]
    post: Option<i64>,
}

/// POST /api/v1/objections/{id}/answer: by words that become a reply, or by a reply that stands there.
///
/// # Errors
/// [`Error::SignIn`], fields, one's own objection, one that is settled.
pub async fn answer(app: Data<App>, caller: Caller, path: Path<String>, Json(new): Json<NewAnswer>) -> Result<HttpResponse> {
    let (shared, objection) = (app.clone(), id(&path)?);
    let item = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "posts", shared.config.limits.posts_per_minute)?;
            let given = match new.post {
                Some(post) => Answer::Post(post),
                None => {
                    let lang = Lang::parse(&new.lang).ok_or_else(|| FieldError::new("lang", "errors-lang-unknown"));
                    match (lang, Body::parse(&new.body)) {
                        (Ok(lang), Ok(body)) => Answer::Words { lang, body, key: caller.key.clone() },
                        (a, b) => return Err(Error::Invalid([a.err(), b.err()].into_iter().flatten().collect())),
                    }
                }
            };
            let hold = shared.config.site.hold_first_posts;
            forum::objections::answer(conn, &actor, objection, &given, hold, shared.clock.now())?;
            one(conn, objection, Visible::to(Some(&actor)))
        })
        .await?;
    Ok(ok(&item))
}

/// POST /api/v1/objections/{id}/withdraw|maintain: what its author says of it.
///
/// # Errors
/// [`Error::SignIn`], somebody else's objection, one that is settled or not answered yet.
pub async fn settle(app: Data<App>, caller: Caller, path: Path<(String, String)>) -> Result<HttpResponse> {
    let (objection, word) = (id(&path.0)?, path.1.clone());
    let shared = app.clone();
    let item = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "saves", shared.config.limits.saves_per_minute)?;
            match word.as_str() {
                "withdraw" => forum::objections::withdraw(conn, &actor, objection, shared.clock.now())?,
                "maintain" => forum::objections::maintain(conn, &actor, objection, shared.clock.now())?,
                _ => return Err(Error::NotFound),
            }
            one(conn, objection, Visible::to(Some(&actor)))
        })
        .await?;
    Ok(ok(&item))
}
