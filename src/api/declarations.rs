//! Declarations as JSON.

use super::{
    Caller, Json, LIST, absent, acting, answer,
    consensus::{community, qualifiers},
    id, number, person, rfc3339, visible,
};
use crate::{
    app::App,
    domain::{
        FieldError,
        community::Community,
        consensus::{self, Names},
        declaration::{FrozenStatement, Named, Outcome},
        lang::Lang,
        limits,
        markdown::BLOCK_BREAK,
        policy::Visible,
        tally::{Tally, Thresholds},
    },
    error::{Error, Result},
    forum::{self, declarations::DeclarationDraft},
    store::{
        self, Conn,
        declarations::{Declaration, Filter},
    },
};
use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use serde::Deserialize;
use serde_json::{Value, json};

/// GET /api/v1/threads/{id}/declarations: the newest first.
///
/// # Errors
/// No consensus thread.
pub async fn index(app: Data<App>, caller: Caller, path: Path<String>) -> Result<HttpResponse> {
    let thread = id(&path)?;
    let items = app
        .db
        .read(move |conn| {
            let me = caller.person(conn)?;
            let scope = visible(me.as_ref());
            forum::consensus::find(conn, thread, scope)?;
            let listed = store::declarations::list(conn, Filter { thread: Some(thread), ..Filter::default() }, scope, LIST)?;
            listed.iter().map(|d| item(conn, d, scope)).collect::<Result<Vec<_>>>()
        })
        .await?;
    Ok(answer(&json!({ "items": items, "next": null })))
}

/// GET /api/v1/declarations/{n}
///
/// # Errors
/// An unknown number, a hidden thread.
pub async fn show(app: Data<App>, caller: Caller, path: Path<String>) -> Result<HttpResponse> {
    let n = id(&path)?;
    let found = app
        .db
        .read(move |conn| {
            let me = caller.person(conn)?;
            let scope = visible(me.as_ref());
            let declaration = store::declarations::find(conn, n, scope)?;
            item(conn, &declaration, scope)
        })
        .await?;
    Ok(answer(&found))
}

/// What was declared, with everything that is needed to count its verdicts anew.
fn item(conn: &mut Conn, declaration: &Declaration, scope: Visible) -> Result<Value> {
    let frozen = declaration.frozen()?;
    let names = store::consensus::find(conn, declaration.thread_id)?.map_or(Names::Totals, |c| c.names);
    let signer = store::accounts::names(conn, &[declaration.signer_id])?;
    let moved = forum::declarations::moved(conn, declaration)?;
    let mut slots = serde_json::Map::new();
    for lang in Lang::THREE {
        let n = frozen.synthesis.revisions[lang.index()];
        if let Some(mut words) = store::texts::revision(conn, frozen.synthesis.text, lang, n)? {
            store::texts::veil(conn, scope, std::iter::once(&mut words))?;
            let html = words.html.replace(BLOCK_BREAK, "\n");
            slots.insert(lang.as_str().to_owned(), json!({ "revision": n, "body": words.body, "html": html }));
        }
    }
    let named = |n: &Named| json!({ "id": n.id, "text": n.text, "revisions": revisions(n) });
    let objections: Vec<Value> = frozen
        .objections
        .iter()
        .map(|o| json!({ "id": o.id, "statement": o.statement, "post": o.post, "answer": o.answer, "state": o.state }))
        .collect();
    Ok(json!({
        "id": declaration.id, "thread": declaration.thread_id, "outcome": declaration.outcome, "reason": declaration.reason,
        "signer": person(Some(declaration.signer_id), &signer), "at": rfc3339(declaration.at), "supersedes": declaration.supersedes,
        "superseded_by": store::declarations::superseded_by(conn, declaration.id)?,
        "carried_by": store::declarations::carried_by(conn, declaration.id)?,
        "review_on": declaration.review_on.map(|d| d.to_string()), "thresholds": frozen.thresholds, "missing": frozen.missing,
        "synthesis": { "text": frozen.synthesis.text, "slots": slots },
        "statements": frozen.statements.iter().map(|s| statement(s, names, &frozen.thresholds)).collect::<Vec<_>>(),
        "posts": frozen.posts.iter().map(named).collect::<Vec<_>>(), "objections": objections,
        "moved": moved.iter().map(|m| json!({
            (if m.is_statement { "statement" } else { "post" }): m.id, "from_revision": m.from, "gone": m.is_gone,
        })).collect::<Vec<_>>(),
    }))
}

fn revisions(named: &Named) -> Value {
    Lang::THREE.into_iter().map(|l| (l.as_str().to_owned(), json!(named.revisions[l.index()]))).collect::<serde_json::Map<_, _>>().into()
}

fn statement(s: &FrozenStatement, names: Names, lines: &Thresholds) -> Value {
    let communities = s.communities.map(|c| Community { members: c.members, cell: c.cell });
    let report = Tally { communities, unanswered: s.unanswered }.report(lines);
    let report = consensus::veiled(names, &communities, report);
    let of = |l: Lang| (l.as_str().to_owned(), community(&consensus::shown(names, communities[l.index()], lines)));
    json!({
        "id": s.named.id, "n": s.n, "text": s.named.text, "revisions": revisions(&s.named), "as": s.cited, "verdict": s.verdict,
        "qualifiers": qualifiers(s.is_firm, s.is_to_be_checked),
        "named": { "missing": s.missing, "for": s.in_favour, "against": s.against }, "unanswered": s.unanswered,
        "xlc": report.xlc, "min_support": report.min_support, "cramers_v": report.cramers_v,
        "communities": Lang::THREE.map(of).into_iter().collect::<serde_json::Map<_, _>>(),
    })
}

#[derive(Deserialize)]
pub struct NewDeclaration {
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    reason: String,
    #[serde(default, deserialize_with = "number")]
    supersedes: Option<i64>,
    /// `2027-11-28`
    #[serde(default, deserialize_with = "absent")]
    review_on: Option<String>,
}

/// POST /api/v1/threads/{id}/declarations: 201 with the declaration.
///
/// # Errors
/// [`Error::SignIn`], no moderator; what is missing (422); 409 when there is a newer one than `supersedes` names.
pub async fn create(app: Data<App>, caller: Caller, path: Path<String>, Json(new): Json<NewDeclaration>) -> Result<HttpResponse> {
    let (shared, thread) = (app.clone(), id(&path)?);
    let made = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "posts", shared.config.limits.posts_per_minute)?;
            let outcome = Outcome::parse(&new.outcome).ok_or_else(|| FieldError::new("outcome", "errors-outcome-unknown"));
            let review = new.review_on.as_deref().map(|day| day.parse().map_err(|_| FieldError::new("review_on", "errors-time-unknown")));
            let draft = match (outcome, limits::line("reason", &new.reason, 0, limits::REASON_CHARS), review.transpose()) {
                (Ok(outcome), Ok(reason), Ok(review_on)) => DeclarationDraft { outcome, reason, supersedes: new.supersedes, review_on },
                (a, b, c) => return Err(Error::Invalid([a.err(), b.err(), c.err()].into_iter().flatten().collect())),
            };
            let id = forum::declarations::declare(conn, &actor, thread, &draft, &shared.base_url, shared.clock.now())?;
            let declaration = store::declarations::find(conn, id, Visible::to(Some(&actor)))?;
            item(conn, &declaration, Visible::to(Some(&actor)))
        })
        .await?;
    let location = format!("/api/v1/declarations/{}", made["id"]);
    Ok(HttpResponse::Created().insert_header((header::LOCATION, location)).json(made))
}
