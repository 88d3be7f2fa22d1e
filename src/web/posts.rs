//! Posts: reply, edit, permalink.

use super::{
    attachments,
    compose::Compose,
    cx::{Cx, Html, Layout, Section, page, page_with, published, read, write},
    drafts,
    extract::{Ask, Fields, id},
    post_view::{self, PostView},
    relocations, url,
};
use crate::{
    app::App,
    domain::{
        FieldError,
        comfort::ThreadView,
        draft::Place,
        lang::Lang,
        limits,
        markdown::title_html,
        page as paging, policy,
        post::{Body, Change, EditDraft, PostState, ReplyDraft},
        references::Quote,
        thread,
    },
    error::{Error, Result},
    forum,
    store::{self, Conn},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

/// L4: the language that the author declares.
///
/// # Errors
/// None or an unknown one, on field `lang`.
pub fn lang_of(fields: &Fields) -> std::result::Result<Lang, FieldError> {
    Lang::parse(fields.get("lang")).ok_or_else(|| FieldError::new("lang", "errors-lang-unknown"))
}

/// Makes a double click one post.
pub fn submission_key(fields: &Fields) -> Option<String> {
    let key = fields.get("key");
    (!key.is_empty() && key.len() <= 64 && key.bytes().all(|b| b.is_ascii_graphic())).then(|| key.to_owned())
}

#[derive(Template)]
#[template(path = "posts/new.html")]
struct ReplyPage {
    layout: Layout,
    thread_href: String,
    thread_title: String,
    thread_lang: Lang,
    answered: Option<PostView>,
    compose: Compose,
}

/// GET /{l}/t/{id}/reply?parent=
///
/// # Errors
/// [`Error::SignIn`], an unknown thread, a locked one.
pub async fn new(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| {
        let parent = cx.ask.query("parent").unwrap_or_default();
        let preset = Fields::default().with("parent", parent);
        let place = Place::Reply { thread: id, parent: parent.parse().ok() };
        let mut preset = drafts::preset(cx, conn, place, preset)?;
        if let Some(quoted) = cx.ask.query("quote").and_then(|q| q.parse().ok()).map(|q| quotation(cx, conn, id, q)).transpose()? {
            // A quote that is asked for joins the words that are there.
            let body = [preset.get("body").trim_end(), &quoted].join("\n\n");
            preset = preset.replaced("body", body.trim_start());
        }
        form(cx, conn, id, &preset, &[])
    })
    .await
}

/// T11: what this reader reads of a post of the thread, as quotes, block by block; nothing of what they cannot read.
fn quotation(cx: &Cx, conn: &mut Conn, thread: i64, post: i64) -> Result<String> {
    let thread = store::threads::find(conn, thread, cx.visible())?;
    let post = store::posts::find(conn, post)?;
    if post.thread_id != thread.id || post.state != PostState::Visible || !cx.visible().post(thread.door(), post.state, post.author_id) {
        return Ok(String::new());
    }
    let text = store::texts::find(conn, post.text_id)?;
    let lang = text.choose(&cx.reader());
    let revision = text.slot(lang).map_or(0, |s| s.revision_id);
    let body = store::texts::bodies(conn, &[revision], cx.visible())?.remove(&revision).map(|(body, _)| body).unwrap_or_default();
    let blocks = crate::domain::block::blocks("", &body);
    // A quote of a quote would hide who speaks.
    let own = (1..).zip(blocks).filter(|(_, b)| b.kind != crate::domain::block::BlockKind::Quote && !b.words.trim().is_empty());
    Ok(own.map(|(n, b)| Quote { post: post.id, block: n, lang: Some(lang) }.source(&b.words)).collect::<Vec<_>>().join("\n") + "\n")
}

fn form(cx: &Cx, conn: &mut Conn, thread: i64, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    let thread = match relocations::find(cx, conn, thread)? {
        Ok(thread) => thread,
        Err(elsewhere) => return Ok(elsewhere),
    };
    cx.account()?;
    policy::reply(thread.state)?;
    let text = store::texts::find(conn, thread.text_id)?;
    let answered = match fields.get("parent").parse() {
        Ok(parent) => match store::posts::find(conn, parent) {
            Ok(post) if post.thread_id == thread.id && post.state == PostState::Visible => Some(post),
            Ok(_) | Err(Error::NotFound) => None,
            Err(e) => return Err(e),
        },
        Err(_) => None,
    };
    let answered = match answered {
        Some(post) => post_view::quoted(cx, conn, &thread, post)?,
        None => None,
    };
    let (title, lang) = text.title(&cx.reader());
    let layout = Layout { noindex: true, ..cx.layout(cx.l.t("posts-reply-title"), Section::Threads) };
    cx.html(&ReplyPage {
        layout,
        thread_href: url::thread(cx.lang, thread.id, text.slot(text.original).map_or("", |s| s.title.as_str())),
        thread_title: title_html(title, lang),
        thread_lang: lang,
        compose: Compose {
            parent: answered.as_ref().map(|p| p.id.to_string()).unwrap_or_default(),
            ..Compose::reply(cx, thread.id, fields, errors)
        },
        answered,
    })
}

/// POST /{l}/t/{id}/reply: 303 to the post, or the form again.
///
/// # Errors
/// [`Error::SignIn`], a locked thread, limits, faults of the database.
pub async fn create(app: Data<App>, ask: Ask, request: HttpRequest, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let thread = id(&path.1)?;
    let fields = match attachments::taken(&app, &ask, &request, fields).await? {
        Ok(fields) => fields,
        Err((fields, errors)) => {
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, thread, &fields, &errors)).await;
        }
    };
    if fields.get("action") == "attach" {
        return page(app, ask, move |cx, conn| form(cx, conn, thread, &fields, &[])).await;
    }
    let place = Place::Reply { thread, parent: fields.get("parent").parse().ok() };
    if drafts::is_about_draft(&fields) {
        let back = drafts::form(ask.lang, place);
        return drafts::act(app, ask, place, fields, back, move |cx, conn, fields, errors| form(cx, conn, thread, fields, errors)).await;
    }
    let (draft, key, kept) = (draft(&fields), submission_key(&fields), drafts::seen(&fields));
    if fields.get("action") == "preview" {
        let errors = draft.err().unwrap_or_default();
        return page(app, ask, move |cx, conn| form(cx, conn, thread, &fields, &errors)).await;
    }
    let posted = match draft {
        Err(errors) => Err(Error::Invalid(errors)),
        Ok(draft) => {
            write(&app, &ask, move |cx, conn| {
                let actor = cx.actor()?;
                forum::limits::take(conn, &cx.limits("posts", cx.app.config.limits.posts_per_minute)?, cx.now)?;
                forum::drafts::drop(conn, &actor, place, kept)?;
                forum::posts::reply(conn, &actor, thread, &draft, cx.holds(), cx.now)
            })
            .await
        }
    };
    match posted {
        Ok(post) => Ok(published(&url::post(ask.lang, post), key.as_deref())),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, thread, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}

fn draft(fields: &Fields) -> std::result::Result<ReplyDraft, Vec<FieldError>> {
    let parent = match fields.get("parent") {
        "" => Ok(None),
        id => id.parse().map(Some).map_err(|_| FieldError::new("parent", "errors-parent-unknown")),
    };
    match (lang_of(fields), Body::parse(fields.get("body")), parent) {
        (Ok(lang), Ok(body), Ok(parent)) => Ok(ReplyDraft { lang, body, parent, key: submission_key(fields) }),
        (lang, body, parent) => Err([lang.err(), body.err(), parent.err()].into_iter().flatten().collect()),
    }
}

/// GET /{l}/p/{id}: 302 to the page of the thread on which the post stands.
///
/// # Errors
/// An unknown post, one in a hidden thread.
pub async fn permalink(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let view = ask.query("view").and_then(ThreadView::parse);
    let reply = ask.query("reply").is_some();
    let location = read(&app, &ask, move |cx, conn| {
        let post = store::posts::find(conn, id)?;
        let thread = store::threads::find(conn, post.thread_id, cx.visible())?;
        let reply = reply && policy::reply(thread.state).is_ok();
        let text = store::texts::find(conn, thread.text_id)?;
        let nodes = store::posts::nodes(conn, thread.id, cx.visible())?;
        let preset = cx.comfort().view;
        let shown = view.unwrap_or(preset);
        let at = super::threads::order(&nodes, shown == ThreadView::Tree).iter().position(|p| p.id == id);
        if at.is_none() && !post.is_opening() {
            return Err(Error::NotFound);
        }
        let page = paging::page_of(at.unwrap_or(0));
        let base = url::thread(cx.lang, thread.id, text.slot(text.original).map_or("", |s| s.title.as_str()));
        let mut query = Vec::new();
        query.extend((shown != preset).then(|| format!("view={shown}")));
        query.extend((page > 1).then(|| format!("page={page}")));
        query.extend(reply.then(|| format!("reply={id}")));
        let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
        let place = if reply { "reply".to_owned() } else { format!("p{id}") };
        Ok(format!("{base}{query}#{place}"))
    })
    .await?;
    Ok(HttpResponse::Found().insert_header(("Location", location)).finish())
}

#[derive(Template)]
#[template(path = "posts/edit.html")]
struct EditPage {
    layout: Layout,
    back: String,
    compose: Compose,
    change: Change,
    note: String,
    reason: String,
    /// Somebody else's words: a reason is asked.
    foreign: bool,
    /// Has translations: meaning or wording makes a difference.
    translated: bool,
    /// Somebody saved meanwhile: what they changed, as HTML.
    changed: Option<String>,
}

/// GET /{l}/p/{id}/edit
///
/// # Errors
/// [`Error::SignIn`], somebody else's post, an unknown one.
pub async fn edit(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| {
        let (text, _) = editable(cx, conn, id)?;
        let current = store::texts::revision(conn, text.id, text.original, text.source_revision())?.ok_or(Error::NotFound)?;
        let preset = Fields::default().with("title", current.title).with("body", current.body).with("revision", current.n.to_string());
        let preset = drafts::preset(cx, conn, Place::Edit { post: id }, preset)?;
        edit_form(cx, conn, id, &preset, &[], false)
    })
    .await
}

fn editable(cx: &Cx, conn: &mut Conn, id: i64) -> Result<(store::texts::Text, store::posts::Post)> {
    let post = store::posts::find(conn, id)?;
    let thread = store::threads::find(conn, post.thread_id, cx.visible())?;
    if !cx.visible().post(thread.door(), post.state, post.author_id) {
        return Err(Error::NotFound);
    }
    // A reason comes with the form: here only the right is asked for.
    policy::edit(&cx.actor()?, post.author_id, post.state, "-")?;
    Ok((store::texts::find(conn, post.text_id)?, post))
}

fn edit_form(cx: &Cx, conn: &mut Conn, id: i64, fields: &Fields, errors: &[FieldError], conflict: bool) -> Result<Html> {
    let (text, post) = editable(cx, conn, id)?;
    let begun: i32 = fields.get("revision").parse().unwrap_or_default();
    let changed = if conflict { super::history::changes(cx, conn, &text, begun, text.source_revision())? } else { None };
    let title = post.is_opening().then(|| fields.get("title"));
    let mut compose =
        Compose::new(cx, format!("{}/edit", url::post(cx.lang, id)), &fields.clone().with("lang", text.original.as_str()), errors, title);
    compose.fixed_lang = true;
    compose.revision = Some(if conflict { text.source_revision() } else { begun });
    let layout = Layout { noindex: true, ..cx.layout(cx.l.t("posts-edit-title"), Section::Threads) };
    cx.html(&EditPage {
        layout,
        back: url::post(cx.lang, id),
        compose,
        change: Change::parse(fields.get("change")).unwrap_or(Change::Meaning),
        note: fields.get("note").to_owned(),
        reason: fields.get("reason").to_owned(),
        foreign: cx.me.as_ref().is_none_or(|m| m.id != post.author_id),
        translated: text.slots.iter().flatten().count() > 1,
        changed,
    })
}

/// POST /{l}/p/{id}/edit: 303 to the post, or the form again.
///
/// # Errors
/// [`Error::SignIn`], somebody else's post, a conflict, limits, faults of the database.
pub async fn update(app: Data<App>, ask: Ask, request: HttpRequest, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let fields = match attachments::taken(&app, &ask, &request, fields).await? {
        Ok(fields) => fields,
        Err((fields, errors)) => {
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| edit_form(cx, conn, id, &fields, &errors, false))
                .await;
        }
    };
    if fields.get("action") == "attach" {
        return page(app, ask, move |cx, conn| edit_form(cx, conn, id, &fields, &[], false)).await;
    }
    let place = Place::Edit { post: id };
    if drafts::is_about_draft(&fields) {
        let back = drafts::form(ask.lang, place);
        return drafts::act(app, ask, place, fields, back, move |cx, conn, fields, errors| edit_form(cx, conn, id, fields, errors, false))
            .await;
    }
    if fields.get("action") == "preview" {
        return page(app, ask, move |cx, conn| edit_form(cx, conn, id, &fields, &[], false)).await;
    }
    let (sent, kept) = (fields.clone(), fields.clone());
    let saved = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        forum::limits::take(conn, &cx.limits("posts", cx.app.config.limits.posts_per_minute)?, cx.now)?;
        let (text, post) = editable(cx, conn, id)?;
        let draft = edit_draft(&sent, post.is_opening()).map_err(Error::Invalid)?;
        if actor.id != post.author_id && draft.reason.is_empty() {
            return Err(Error::field("reason", "errors-field-empty"));
        }
        forum::drafts::drop(conn, &actor, place, drafts::seen(&sent))?;
        forum::texts::edit_original(conn, &actor, &text, &post, &draft, cx.holds(), cx.now)
    })
    .await;
    match saved {
        Ok(_) => Ok(published(&url::post(ask.lang, id), submission_key(&kept).as_deref())),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| edit_form(cx, conn, id, &fields, &errors, false)).await
        }
        // Nothing is lost: the words come back on top of the newest revision, with what changed meanwhile.
        Err(Error::Conflict(_)) => {
            page_with(StatusCode::CONFLICT, app, ask, move |cx, conn| edit_form(cx, conn, id, &fields, &[], true)).await
        }
        Err(e) => Err(e),
    }
}

pub fn edit_draft(fields: &Fields, titled: bool) -> std::result::Result<EditDraft, Vec<FieldError>> {
    let title = if titled { thread::title(fields.get("title")).map(Some) } else { Ok(None) };
    let change = match fields.get("change") {
        "" => Ok(Change::Meaning),
        word => Change::parse(word).ok_or_else(|| FieldError::new("change", "errors-change-unknown")),
    };
    let parts = (
        title,
        Body::parse(fields.get("body")),
        change,
        limits::line("note", fields.get("note"), 0, limits::TITLE_CHARS),
        limits::line("reason", fields.get("reason"), 0, limits::REASON_CHARS),
        fields.get("revision").parse().map_err(|_| FieldError::new("revision", "errors-revision-unknown")),
    );
    match parts {
        (Ok(title), Ok(body), Ok(change), Ok(note), Ok(reason), Ok(revision)) => {
            Ok(EditDraft { title, body, change, note, revision, reason })
        }
        (a, b, c, d, e, f) => Err([a.err(), b.err(), c.err(), d.err(), e.err(), f.err()].into_iter().flatten().collect()),
    }
}
