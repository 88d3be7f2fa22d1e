//! Threads as JSON.

use super::{Caller, Json, LIST, absent, acting, answer, id, number, person, rfc3339, shown, visible};
use crate::{
    app::App,
    domain::{
        FieldError,
        consensus::{Names, Opening},
        lang::Lang,
        markdown::BLOCK_BREAK,
        page::Cursor,
        policy::Visible,
        post::Body,
        tally::Thresholds,
        text::Reader,
        thread::{self, ThreadDraft, ThreadKind, ThreadState},
    },
    error::{Error, Result},
    forum,
    store::{
        self, Conn,
        threads::{Filter, Thread},
    },
};
use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use serde::Deserialize;
use serde_json::{Value, json};

/// GET /api/v1/threads?theme=&kind=&state=&original=&after=
///
/// # Errors
/// An unknown theme or cursor.
pub async fn index(app: Data<App>, caller: Caller) -> Result<HttpResponse> {
    let shared = app.clone();
    let listed = app
        .db
        .read(move |conn| {
            let me = caller.person(conn)?;
            let filter = Filter {
                theme: caller.query("theme").map(|slug| store::themes::by_slug(conn, slug)).transpose()?.map(|t| t.id),
                kind: caller.query("kind").and_then(ThreadKind::parse),
                lang: caller.query("original").and_then(Lang::parse),
                state: caller.query("state").and_then(ThreadState::parse),
                ..Filter::default()
            };
            let after = caller.after(Cursor::parse)?;
            let listed = store::threads::list(conn, &filter, visible(me.as_ref()), after, LIST, shared.clock.now())?;
            let items = items(conn, &listed.threads, caller.reader(&shared, me.as_ref()).as_ref(), visible(me.as_ref()))?;
            Ok(json!({ "items": items, "next": listed.next.map(|c| c.to_string()) }))
        })
        .await?;
    Ok(answer(&listed))
}

/// GET /api/v1/threads/{id}
///
/// # Errors
/// An unknown or hidden thread.
pub async fn show(app: Data<App>, caller: Caller, path: Path<String>) -> Result<HttpResponse> {
    let (shared, id) = (app.clone(), id(&path)?);
    let found = app
        .db
        .read(move |conn| {
            let me = caller.person(conn)?;
            let thread = match find(conn, id, visible(me.as_ref()))? {
                Ok(thread) => thread,
                Err(there) => return Ok(Err(there)),
            };
            items(conn, &[thread], caller.reader(&shared, me.as_ref()).as_ref(), visible(me.as_ref()))?.pop().map(Ok).ok_or(Error::NotFound)
        })
        .await?;
    Ok(found.map_or_else(|there| elsewhere(&format!("/api/v1/threads/{there}")), |item| answer(&item)))
}

/// A thread, or the one that it was merged into (M3).
///
/// # Errors
/// An unknown or hidden thread.
pub fn find(conn: &mut Conn, id: i64, scope: Visible) -> Result<std::result::Result<Thread, i64>> {
    match store::threads::find(conn, id, scope) {
        Ok(thread) if thread.moved_to.is_none() => Ok(Ok(thread)),
        Err(e) if !matches!(e, Error::NotFound) => Err(e),
        _ => Ok(Err(forum::relocations::leads_to(conn, id, scope)?.ok_or(Error::NotFound)?.thread_id)),
    }
}

/// 307: the same request at another address, for as long as the merge is not undone.
pub fn elsewhere(location: &str) -> HttpResponse {
    HttpResponse::TemporaryRedirect().insert_header((header::LOCATION, location)).finish()
}

/// Threads in the order given.
fn items(conn: &mut Conn, threads: &[Thread], reader: Option<&Reader>, scope: Visible) -> Result<Vec<Value>> {
    let ids: Vec<i64> = threads.iter().map(|t| t.id).collect();
    let texts = store::texts::load(conn, &threads.iter().map(|t| t.text_id).collect::<Vec<_>>())?;
    let themes = store::themes::of_threads(conn, &ids)?;
    let names = store::accounts::names(conn, &threads.iter().map(|t| t.author_id).collect::<Vec<_>>())?;
    let openings = store::posts::openings(conn, &ids)?;
    let consensus = store::consensus::of_threads(conn, &ids)?;
    let revisions: Vec<i64> = texts.values().filter_map(|t| t.slot(shown(t, reader).0)).map(|s| s.revision_id).collect();
    let mut bodies = store::texts::bodies(conn, &revisions, scope)?;
    super::plain(conn, bodies.values_mut().map(|(_, html)| html), reader)?;
    let item = |thread: &Thread| {
        let text = texts.get(&thread.text_id)?;
        let (lang, shown) = shown(text, reader);
        let slot = text.slot(lang)?;
        let (body, html) = bodies.get(&slot.revision_id)?;
        let slugs: Vec<&str> = themes.get(&thread.id).into_iter().flatten().map(|t| t.slug.as_str()).collect();
        let consensus = consensus.get(&thread.id).map(|c| json!({ "stage": c.stage, "names": c.names, "carries": c.carries }));
        Some(json!({
            "id": thread.id, "text": text.id, "consensus": consensus, "kind": thread.kind.as_str(), "state": thread.state.as_str(),
            "pinned": thread.pinned, "hidden": thread.hidden, "themes": slugs, "lang": text.original.as_str(),
            "title": slot.title, "body": body, "html": html.replace(BLOCK_BREAK, "\n"),
            "author": person(Some(thread.author_id), &names), "post": openings.get(&thread.id),
            "posts": thread.replies, "created_at": rfc3339(thread.created_at),
            "last_post_at": rfc3339(thread.last_post_at), "shown": shown,
        }))
    };
    Ok(threads.iter().filter_map(item).collect())
}

#[derive(Deserialize)]
pub struct NewThread {
    #[serde(default)]
    title: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    themes: Vec<String>,
    #[serde(default, deserialize_with = "absent")]
    kind: Option<String>,
    /// Of a consensus thread.
    #[serde(default, deserialize_with = "absent")]
    names: Option<String>,
    thresholds: Option<Lines>,
    #[serde(default, deserialize_with = "number")]
    carries: Option<i64>,
}

/// Lines of verdicts, in per cent; those that are absent are preset.
#[derive(Deserialize)]
pub struct Lines {
    support: Option<u32>,
    opposition: Option<u32>,
    divided: Option<u32>,
    xlc: Option<u32>,
    firm: Option<u32>,
}

impl Lines {
    /// # Errors
    /// Lines that contradict each other.
    pub fn checked(&self) -> std::result::Result<Thresholds, FieldError> {
        let preset = Thresholds::default();
        Thresholds {
            support: self.support.unwrap_or(preset.support),
            opposition: self.opposition.unwrap_or(preset.opposition),
            divided: self.divided.unwrap_or(preset.divided),
            xlc: self.xlc.unwrap_or(preset.xlc),
            firm: self.firm.unwrap_or(preset.firm),
        }
        .checked()
    }
}

/// POST /api/v1/threads: 201 with the thread; a repeated `Idempotency-Key` gives the same one.
///
/// # Errors
/// [`Error::SignIn`], fields, limits, an announcement by no moderator.
pub async fn create(app: Data<App>, caller: Caller, Json(new): Json<NewThread>) -> Result<HttpResponse> {
    let shared = app.clone();
    let (id, item) = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "posts", shared.config.limits.posts_per_minute)?;
            let draft = draft(&new, caller.key.clone())?;
            let id = forum::threads::open(conn, &actor, &draft, shared.config.site.hold_first_posts, shared.clock.now())?;
            let thread = store::threads::find(conn, id, crate::domain::policy::Visible::to(Some(&actor)))?;
            Ok((id, items(conn, &[thread], None, Visible::to(Some(&actor)))?.pop().ok_or(Error::NotFound)?))
        })
        .await?;
    Ok(HttpResponse::Created().insert_header((header::LOCATION, format!("/api/v1/threads/{id}"))).json(item))
}

fn opening(new: &NewThread) -> std::result::Result<Opening, FieldError> {
    let names = match new.names.as_deref() {
        None => Names::Public,
        Some(word) => Names::parse(word).ok_or_else(|| FieldError::new("names", "errors-names-unknown"))?,
    };
    let thresholds = new.thresholds.as_ref().map_or(Ok(Thresholds::default()), Lines::checked)?;
    Ok(Opening { names, thresholds, carries: new.carries })
}

fn draft(new: &NewThread, key: Option<String>) -> Result<ThreadDraft> {
    let kind = match new.kind.as_deref() {
        None => Ok(ThreadKind::Discussion),
        Some(word) => ThreadKind::parse(word).ok_or_else(|| FieldError::new("kind", "errors-kind-unknown")),
    };
    let lang = Lang::parse(&new.lang).ok_or_else(|| FieldError::new("lang", "errors-lang-unknown"));
    match (kind, lang, thread::title(&new.title), Body::parse(&new.body), thread::themes(&new.themes), opening(new)) {
        (Ok(kind), Ok(lang), Ok(title), Ok(body), Ok(themes), Ok(consensus)) => {
            Ok(ThreadDraft { kind, lang, title, body, themes, key, consensus })
        }
        (a, b, c, d, e, f) => Err(Error::Invalid([a.err(), b.err(), c.err(), d.err(), e.err(), f.err()].into_iter().flatten().collect())),
    }
}
