//! Slots as JSON: read, translate, review, clear; and the edit of an original.

use super::{Caller, Json, Submitted, absent, acting, answer, id, number, person, rfc3339, visible};
use crate::{
    app::App,
    domain::{
        FieldError,
        account::Actor,
        lang::Lang,
        limits,
        markdown::BLOCK_BREAK,
        policy::{Denied, Visible},
        post::{Body, Change, EditDraft},
        segment,
        slot::SlotAct,
        text::TextKind,
        thread,
    },
    error::{Error, Result},
    forum::{
        self,
        slots::{Slot, SlotDraft},
    },
    store::{self, Conn, accounts::Account, posts::Post, texts::Text},
};
use actix_web::{
    HttpMessage, HttpRequest, HttpResponse,
    web::{Data, Path},
};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// GET /api/v1/texts/{id}/slots/{lang}
///
/// # Errors
/// An unknown or hidden text, an unknown language.
pub async fn show(app: Data<App>, caller: Caller, path: Path<(String, String)>) -> Result<HttpResponse> {
    let (shared, (id, lang)) = (app.clone(), place(&path)?);
    let slot = app
        .db
        .read(move |conn| {
            let me = caller.person(conn)?;
            let (text, _) = forum::texts::find(conn, id, visible(me.as_ref()))?;
            slot(conn, &text, lang, me.as_ref().map(Account::actor).as_ref(), shared.clock.now())
        })
        .await?;
    Ok(answer(&slot))
}

/// GET /api/v1/texts/{id}/slots: all three, in the order of the languages.
///
/// # Errors
/// An unknown or hidden text.
pub async fn all(app: Data<App>, caller: Caller, path: Path<String>) -> Result<HttpResponse> {
    let (shared, id) = (app.clone(), id(&path)?);
    let slots = app
        .db
        .read(move |conn| {
            let me = caller.person(conn)?;
            let (text, _) = forum::texts::find(conn, id, visible(me.as_ref()))?;
            let (me, now) = (me.as_ref().map(Account::actor), shared.clock.now());
            let items = Lang::THREE.into_iter().map(|l| slot(conn, &text, l, me.as_ref(), now)).collect::<Result<Vec<_>>>()?;
            Ok(json!({ "items": items, "next": null }))
        })
        .await?;
    Ok(answer(&slots))
}

/// Every field that one of the acts takes.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Sent {
    #[serde(default)]
    title: String,
    #[serde(default)]
    body: String,
    #[serde(default, deserialize_with = "number")]
    based_on: Option<i32>,
    #[serde(default, deserialize_with = "number")]
    revision: Option<i32>,
    #[serde(default, deserialize_with = "absent")]
    action: Option<String>,
    #[serde(default, deserialize_with = "absent")]
    change: Option<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    blocks: Vec<usize>,
    #[serde(default, deserialize_with = "number")]
    proposal: Option<i32>,
}

/// PUT /api/v1/texts/{id}/slots/{lang}: `action` is one of [`SlotAct`], preset `save`; on the original's own
/// language `publish`, the edit. Answers with the slot as it stands then; a refusal gives the text back.
///
/// # Errors
/// [`Error::SignIn`], fields, a stale revision (409 with both texts), what T5 refuses.
pub async fn put(
    request: HttpRequest,
    app: Data<App>,
    caller: Caller,
    path: Path<(String, String)>,
    Json(sent): Json<Sent>,
) -> Result<HttpResponse> {
    request.extensions_mut().insert(Submitted(json!({ "title": sent.title, "body": sent.body })));
    let (id, lang) = place(&path)?;
    let shared = app.clone();
    let saved = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "saves", shared.config.limits.saves_per_minute)?;
            let (text, post) = forum::texts::find(conn, id, Visible::to(Some(&actor)))?;
            let now = shared.clock.now();
            if lang == text.original {
                let draft = edit_draft(&sent, post.as_ref().is_some_and(Post::is_opening))?;
                match (&post, text.kind) {
                    (Some(post), _) => {
                        forum::texts::edit_original(conn, &actor, &text, post, &draft, shared.config.site.hold_first_posts, now)?;
                    }
                    (None, TextKind::Statement) => {
                        forum::statements::edit(conn, &actor, &text, &draft, now)?;
                    }
                    (None, TextKind::Synthesis | TextKind::Summary) => {
                        forum::syntheses::edit(conn, &actor, &text, &draft, now)?;
                    }
                    (None, TextKind::Thread | TextKind::Reply | TextKind::Theme | TextKind::Page | TextKind::Canned) => {
                        return Err(Denied::ModeratorsOnly.into());
                    }
                }
            } else {
                let (act, draft) = slot_draft(&sent)?;
                forum::workbench::act(conn, &actor, Slot { text: &text, post: post.as_ref(), lang }, act, &draft, now)?;
            }
            let text = store::texts::find(conn, id)?;
            slot(conn, &text, lang, Some(&actor), now)
        })
        .await?;
    Ok(answer(&saved))
}

fn slot_draft(sent: &Sent) -> Result<(SlotAct, SlotDraft)> {
    let act = SlotAct::parse(sent.action.as_deref().unwrap_or("save")).ok_or_else(|| Error::field("action", "errors-act-unknown"))?;
    let revision = match (sent.revision, act) {
        (Some(revision), _) => revision,
        // Nothing of the slot is judged or overwritten by these.
        (None, SlotAct::Claim | SlotAct::Release | SlotAct::Discard | SlotAct::Restore) => 0,
        (None, _) => return Err(Error::field("revision", "errors-revision-unknown")),
    };
    let draft = SlotDraft {
        blocks: sent.blocks.clone(),
        reason: sent.reason.clone(),
        proposal: sent.proposal,
        ..SlotDraft::whole(&sent.title, &sent.body, sent.based_on.unwrap_or(0), revision)
    };
    Ok((act, draft))
}

fn edit_draft(sent: &Sent, titled: bool) -> Result<EditDraft> {
    if let Some(action) = sent.action.as_deref().filter(|a| *a != "publish") {
        tracing::debug!(action, "an original is edited by `publish` only");
        return Err(Error::field("action", "errors-act-unknown"));
    }
    let change = match sent.change.as_deref() {
        None => Ok(Change::Meaning),
        Some(word) => Change::parse(word).ok_or_else(|| FieldError::new("change", "errors-change-unknown")),
    };
    let parts = (
        if titled { thread::title(&sent.title).map(Some) } else { Ok(None) },
        Body::parse(&sent.body),
        change,
        limits::line("note", &sent.note, 0, limits::TITLE_CHARS),
        limits::line("reason", &sent.reason, 0, limits::REASON_CHARS),
        sent.revision.ok_or_else(|| FieldError::new("revision", "errors-revision-unknown")),
    );
    match parts {
        (Ok(title), Ok(body), Ok(change), Ok(note), Ok(reason), Ok(revision)) => {
            Ok(EditDraft { title, body, change, note, revision, reason })
        }
        (a, b, c, d, e, f) => Err(Error::Invalid([a.err(), b.err(), c.err(), d.err(), e.err(), f.err()].into_iter().flatten().collect())),
    }
}

/// A slot as `me` sees it; an empty one has revision 0 and no words.
fn slot(conn: &mut Conn, text: &Text, lang: Lang, me: Option<&Actor>, now: NaiveDateTime) -> Result<Value> {
    let stored = text.slot(lang);
    let revision = stored.map(|s| s.revision_id).unwrap_or_default();
    let (body, mut html) = store::texts::bodies(conn, &[revision], Visible::to(me))?.remove(&revision).unwrap_or_default();
    super::plain(conn, std::iter::once(&mut html), None)?;
    let claim = store::claims::find(conn, text.id, lang, now)?;
    let draft = match me {
        Some(me) => store::claims::draft(conn, me.id, text.id, lang)?,
        None => None,
    };
    let mut ids: Vec<i64> = stored.into_iter().flat_map(|s| [s.translator(), s.reviewer_id]).flatten().collect();
    ids.extend(claim.iter().map(|c| c.account_id));
    let names = store::accounts::names(conn, &ids)?;
    let requests = store::requests::counts(conn, &[text.id])?.get(&(text.id, lang)).copied().unwrap_or_default();
    let freshness = text.freshness(lang);
    Ok(json!({
        "text": text.id, "lang": lang.as_str(), "quality": text.quality(lang).as_str(), "fresh": freshness.fresh,
        "outdated_blocks": freshness.outdated, "revision": stored.map_or(0, |s| s.revision),
        "based_on": stored.and_then(|s| s.based_on), "source_revision": text.source_revision(),
        "title": stored.map_or("", |s| s.title.as_str()), "body": body, "html": html.replace(BLOCK_BREAK, "\n"),
        "translator": person(stored.and_then(|s| s.translator()).filter(|_| lang != text.original), &names),
        "reviewer": person(stored.and_then(|s| s.reviewer_id), &names), "engine": stored.and_then(|s| s.engine.clone()),
        "created_at": stored.map(|s| rfc3339(s.created_at)), "requests": requests,
        "claim": claim.map(|c| json!({ "by": person(Some(c.account_id), &names), "lapses_at": rfc3339(c.lapses_at) })),
        "draft": draft.map(|d| json!({
            "title": d.title, "body": segment::join(&d.parts()), "based_on": d.based_on, "revision": d.revision, "saved_at": rfc3339(d.saved_at),
        })),
    }))
}

fn place(path: &(String, String)) -> Result<(i64, Lang)> {
    Ok((id(&path.0)?, Lang::parse(&path.1).ok_or_else(|| Error::field("lang", "errors-lang-unknown"))?))
}
