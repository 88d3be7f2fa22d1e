//! The synthesis of a consensus thread as JSON.

use super::{Caller, Json, Submitted, absent, acting, answer, id, number, visible};
use crate::{
    app::App,
    domain::{
        FieldError,
        declaration::{Need, Outcome},
        lang::Lang,
        limits,
        markdown::BLOCK_BREAK,
        policy::Visible,
        post::{Body, Change, EditDraft},
        text::Reader,
    },
    error::{Error, Result},
    forum,
    store::{self, Conn, consensus::Consensus},
};
use actix_web::{
    HttpMessage, HttpRequest, HttpResponse,
    web::{Data, Path},
};
use serde::Deserialize;
use serde_json::{Value, json};

/// GET /api/v1/threads/{id}/synthesis: the text, what it cites, and what is missing before it can be declared.
///
/// # Errors
/// No consensus thread, or nothing written yet.
pub async fn show(app: Data<App>, caller: Caller, path: Path<String>) -> Result<HttpResponse> {
    let (shared, thread) = (app.clone(), id(&path)?);
    let found = app
        .db
        .read(move |conn| {
            let me = caller.person(conn)?;
            let (_, consensus) = forum::consensus::find(conn, thread, visible(me.as_ref()))?;
            item(conn, &shared, &consensus, caller.reader(&shared, me.as_ref()).as_ref(), visible(me.as_ref()))
        })
        .await?;
    Ok(answer(&found))
}

fn item(conn: &mut Conn, app: &App, consensus: &Consensus, reader: Option<&Reader>, scope: Visible) -> Result<Value> {
    let (_, draft) = forum::syntheses::of_thread(conn, consensus, &app.base_url)?;
    let text = draft.text.as_ref().ok_or(Error::NotFound)?;
    let (lang, shown) = super::shown(text, reader);
    let slot = text.slot(lang).ok_or(Error::NotFound)?;
    let (body, mut html) = store::texts::bodies(conn, &[slot.revision_id], scope)?.remove(&slot.revision_id).unwrap_or_default();
    super::plain(conn, std::iter::once(&mut html), reader)?;
    let outcome = draft.basis.outcome();
    let need = |(need, met): (Need, bool)| {
        let (what, of) = match need {
            Need::Stage => ("stage", Value::Null),
            Need::Synthesis => ("synthesis", Value::Null),
            Need::Slot(lang) => ("slot", json!(lang)),
            Need::Cites(lang) => ("cites", json!(lang)),
            Need::Agreed => ("agreed", Value::Null),
            Need::Statement(id) => ("statement", json!(id)),
            Need::Answers(waiting) => ("answers", json!(waiting)),
        };
        json!({ "need": what, "of": of, "met": met })
    };
    // Until it is certain that nothing is agreed, what an agreement needs is listed.
    let wanted = if outcome == Outcome::NoConsensus { Outcome::Consensus } else { outcome };
    Ok(json!({
        "text": text.id, "lang": text.original, "revision": text.source_revision(), "body": body,
        "html": html.replace(BLOCK_BREAK, "\n"), "shown": shown, "outcome": outcome,
        "statements": draft.citations.statements.iter().map(|(id, how)| json!({ "id": id, "as": how })).collect::<Vec<_>>(),
        "posts": draft.citations.posts, "checklist": draft.basis.checklist(wanted).into_iter().map(need).collect::<Vec<_>>(),
    }))
}

#[derive(Deserialize)]
pub struct NewSynthesis {
    #[serde(default)]
    body: String,
    #[serde(default)]
    lang: String,
    #[serde(default, deserialize_with = "absent")]
    change: Option<String>,
    #[serde(default)]
    note: String,
    #[serde(default, deserialize_with = "number")]
    revision: Option<i32>,
}

/// PUT /api/v1/threads/{id}/synthesis: its first words, or an edit of its original (`revision`, `change`, `note`).
///
/// # Errors
/// [`Error::SignIn`], no moderator, fields; 409 when somebody wrote meanwhile.
pub async fn write(
    request: HttpRequest,
    app: Data<App>,
    caller: Caller,
    path: Path<String>,
    Json(new): Json<NewSynthesis>,
) -> Result<HttpResponse> {
    request.extensions_mut().insert(Submitted(json!({ "body": new.body })));
    let (shared, thread) = (app.clone(), id(&path)?);
    let written = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "saves", shared.config.limits.saves_per_minute)?;
            let lang = Lang::parse(&new.lang).ok_or_else(|| FieldError::new("lang", "errors-lang-unknown"));
            let change = match new.change.as_deref() {
                None => Ok(Change::Meaning),
                Some(word) => Change::parse(word).ok_or_else(|| FieldError::new("change", "errors-change-unknown")),
            };
            let note = limits::line("note", &new.note, 0, limits::TITLE_CHARS);
            let (lang, draft) = match (lang, Body::parse(&new.body), change, note) {
                (Ok(lang), Ok(body), Ok(change), Ok(note)) => {
                    let revision = new.revision.unwrap_or_default();
                    (lang, EditDraft { title: None, body, change, note, revision, reason: String::new() })
                }
                (a, b, c, d) => return Err(Error::Invalid([a.err(), b.err(), c.err(), d.err()].into_iter().flatten().collect())),
            };
            forum::syntheses::write(conn, &actor, thread, lang, &draft, shared.clock.now())?;
            let (_, consensus) = forum::consensus::find(conn, thread, Visible::to(Some(&actor)))?;
            item(conn, &shared, &consensus, None, Visible::to(Some(&actor)))
        })
        .await?;
    Ok(answer(&written))
}
