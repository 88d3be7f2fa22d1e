//! Replies as JSON.

use super::{Caller, Json, LIST, acting, answer, id, number, person, rfc3339, shown, threads, visible};
use crate::{
    app::App,
    domain::{
        FieldError,
        lang::Lang,
        markdown::BLOCK_BREAK,
        policy::Visible,
        post::{Body, ReplyDraft},
        text::Reader,
    },
    error::{Error, Result},
    forum,
    store::{self, Conn, posts::Post},
};
use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use serde::Deserialize;
use serde_json::{Value, json};

/// GET /api/v1/threads/{id}/posts?after=: replies by time, 100 a page.
///
/// # Errors
/// An unknown or hidden thread, an unknown cursor.
pub async fn index(app: Data<App>, caller: Caller, path: Path<String>) -> Result<HttpResponse> {
    let (shared, id) = (app.clone(), id(&path)?);
    let found = app
        .db
        .read(move |conn| {
            let me = caller.person(conn)?;
            let scope = visible(me.as_ref());
            let thread = match threads::find(conn, id, scope)? {
                Ok(thread) => thread,
                Err(there) => return Ok(Err(there)),
            };
            let after = match caller.query("after") {
                Some(n) => n.parse().map_err(|_| Error::NotFound)?,
                None => 1,
            };
            let mut posts = store::posts::after(conn, thread.id, after, LIST + 1, scope == Visible::Everything)?;
            let more = posts.len() > LIST;
            posts.truncate(LIST);
            let next = posts.last().filter(|_| more).map(|p| p.n.to_string());
            let items = items(conn, &posts, caller.reader(&shared, me.as_ref()).as_ref(), scope)?;
            Ok(Ok(json!({ "items": items, "next": next })))
        })
        .await?;
    Ok(found.map_or_else(|there| threads::elsewhere(&format!("/api/v1/threads/{there}/posts")), |listed| answer(&listed)))
}

/// Posts in the order given.
fn items(conn: &mut Conn, posts: &[Post], reader: Option<&Reader>, scope: Visible) -> Result<Vec<Value>> {
    let texts = store::texts::load(conn, &posts.iter().map(|p| p.text_id).collect::<Vec<_>>())?;
    let names = store::accounts::names(conn, &posts.iter().map(|p| p.author_id).collect::<Vec<_>>())?;
    let revisions: Vec<i64> = texts.values().filter_map(|t| t.slot(shown(t, reader).0)).map(|s| s.revision_id).collect();
    let mut bodies = store::texts::bodies(conn, &revisions, scope)?;
    super::plain(conn, bodies.values_mut().map(|(_, html)| html), reader)?;
    let item = |post: &Post| {
        let text = texts.get(&post.text_id)?;
        let (lang, shown) = shown(text, reader);
        let (body, html) = bodies.get(&text.slot(lang)?.revision_id)?;
        Some(json!({
            "id": post.id, "text": text.id, "thread": post.thread_id, "n": post.n, "parent": post.parent_id,
            "state": post.state.as_str(), "lang": text.original.as_str(), "body": body,
            "html": html.replace(BLOCK_BREAK, "\n"), "author": person(Some(post.author_id), &names),
            "created_at": rfc3339(post.created_at), "shown": shown,
        }))
    };
    Ok(posts.iter().filter_map(item).collect())
}

#[derive(Deserialize)]
pub struct NewReply {
    #[serde(default)]
    body: String,
    #[serde(default)]
    lang: String,
    #[serde(default, deserialize_with = "number")]
    parent: Option<i64>,
}

/// POST /api/v1/threads/{id}/posts: 201 with the post; a repeated `Idempotency-Key` gives the same one.
///
/// # Errors
/// [`Error::SignIn`], fields, limits, a locked thread.
pub async fn create(app: Data<App>, caller: Caller, path: Path<String>, Json(new): Json<NewReply>) -> Result<HttpResponse> {
    let thread = id(&path)?;
    let shared = app.clone();
    let item = app
        .db
        .write(move |conn| {
            let actor = acting(conn, &shared, &caller, "posts", shared.config.limits.posts_per_minute)?;
            let draft = draft(&new, caller.key.clone())?;
            let id = forum::posts::reply(conn, &actor, thread, &draft, shared.config.site.hold_first_posts, shared.clock.now())?;
            let post = store::posts::find(conn, id)?;
            items(conn, &[post], None, Visible::to(Some(&actor)))?.pop().ok_or(Error::NotFound)
        })
        .await?;
    Ok(HttpResponse::Created().insert_header((header::LOCATION, format!("/api/v1/threads/{thread}/posts"))).json(item))
}

fn draft(new: &NewReply, key: Option<String>) -> Result<ReplyDraft> {
    let lang = Lang::parse(&new.lang).ok_or_else(|| FieldError::new("lang", "errors-lang-unknown"));
    match (lang, Body::parse(&new.body)) {
        (Ok(lang), Ok(body)) => Ok(ReplyDraft { lang, body, parent: new.parent, key }),
        (lang, body) => Err(Error::Invalid([lang.err(), body.err()].into_iter().flatten().collect())),
    }
}
