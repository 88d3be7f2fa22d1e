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
        declaration::{Frozen, FrozenObjection, FrozenStatement, Named, Outcome},
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
            items(conn, &listed, scope)
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
            Ok(items(conn, std::slice::from_ref(&declaration), scope)?.remove(0))
        })
        .await?;
    Ok(answer(&found))
}

/// What was declared, with everything that is needed to count its verdicts anew.
fn items(conn: &mut Conn, declarations: &[Declaration], scope: Visible) -> Result<Vec<Value>> {
    let ids: Vec<i64> = declarations.iter().map(|d| d.id).collect();
    let frozen: Vec<Frozen> = declarations.iter().map(Declaration::frozen).collect::<Result<_>>()?;
    let consensus = store::consensus::of_threads(conn, &declarations.iter().map(|d| d.thread_id).collect::<Vec<_>>())?;
    let people = store::accounts::names(conn, &declarations.iter().map(|d| d.signer_id).collect::<Vec<_>>())?;
    let moved = forum::declarations::moved(conn, &declarations.iter().collect::<Vec<_>>())?;
    let superseded_by = store::declarations::superseded_by(conn, &ids)?;
    let carried_by = store::declarations::carried_by(conn, &ids)?;
    let mut words = store::declarations::revisions(conn, &frozen.iter().flat_map(|f| f.synthesis.slots()).collect::<Vec<_>>())?;
    store::texts::veil(conn, scope, words.values_mut())?;
    let item = |(d, frozen, moved): (&Declaration, &Frozen, &Vec<forum::declarations::Moved>)| {
        let names = consensus.get(&d.thread_id).map_or(Names::Totals, |c| c.names);
        let slot = |named: (i64, Lang, i32)| {
            // Words that were taken away are not there.
            let words = words.get(&named).filter(|w| !w.body.is_empty())?;
            let html = words.html.replace(BLOCK_BREAK, "\n");
            Some((named.1.as_str().to_owned(), json!({ "revision": named.2, "body": words.body, "html": html })))
        };
        let slots: serde_json::Map<String, Value> = frozen.synthesis.slots().into_iter().filter_map(slot).collect();
        let post = |n: &Named| json!({ "id": n.id, "text": n.text, "revisions": revisions(n) });
        let objection =
            |o: &FrozenObjection| json!({ "id": o.id, "statement": o.statement, "post": o.post, "answer": o.answer, "state": o.state });
        let mover = |m: &forum::declarations::Moved| json!({ (if m.is_statement { "statement" } else { "post" }): m.id, "from_revision": m.from, "gone": m.is_gone });
        json!({
            "id": d.id, "thread": d.thread_id, "outcome": d.outcome, "reason": d.reason,
            "signer": person(Some(d.signer_id), &people), "at": rfc3339(d.at), "supersedes": d.supersedes,
            "superseded_by": superseded_by.get(&d.id).map(|(id, _)| id), "carried_by": carried_by.get(&d.id).cloned().unwrap_or_default(),
            "review_on": d.review_on.map(|d| d.to_string()), "thresholds": frozen.thresholds, "missing": frozen.missing,
            "synthesis": { "text": frozen.synthesis.text, "slots": slots },
            "statements": frozen.statements.iter().map(|s| statement(s, names, &frozen.thresholds)).collect::<Vec<_>>(),
            "posts": frozen.posts.iter().map(post).collect::<Vec<_>>(),
            "objections": frozen.objections.iter().map(objection).collect::<Vec<_>>(),
            "moved": moved.iter().map(mover).collect::<Vec<_>>(),
        })
    };
    Ok(declarations.iter().zip(&frozen).zip(&moved).map(|((d, f), m)| item((d, f, m))).collect())
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
            Ok(items(conn, &[declaration], Visible::to(Some(&actor)))?.remove(0))
        })
        .await?;
    let location = format!("/api/v1/declarations/{}", made["id"]);
    Ok(HttpResponse::Created().insert_header((header::LOCATION, location)).json(made))
}
