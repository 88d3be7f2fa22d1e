//! M1: flagging a post.

use super::{
    cx::{Cx, Html, Layout, Section, page, page_with, see_other, write},
    extract::{Ask, Fields, id},
    parts::Refusals,
    post_view::{self, PostView},
    posts::lang_of,
    url,
};
use crate::{
    app::App,
    domain::{FieldError, lang::Lang, limits, moderation::FlagKind},
    error::{Error, Result},
    forum,
    store::{self, Conn},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "moderation/flag.html")]
struct FlagPage {
    layout: Layout,
    back: String,
    post: Option<PostView>,
    csrf: String,
    kinds: Vec<(&'static str, String)>,
    chosen: String,
    words: String,
    lang: Lang,
    refusals: Refusals,
    sent: bool,
}

/// GET /{l}/p/{id}/flag
///
/// # Errors
/// [`Error::SignIn`], a post that cannot be read.
pub async fn new(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| form(cx, conn, id, &Fields::default(), &[])).await
}

fn form(cx: &Cx, conn: &mut Conn, id: i64, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    cx.account()?;
    let post = store::posts::find(conn, id)?;
    let thread = store::threads::find(conn, post.thread_id, cx.visible())?;
    if !cx.visible().post(thread.door(), post.state, post.author_id) {
        return Err(Error::NotFound);
    }
    let kind = |k: &FlagKind| (k.as_str(), cx.l.m("moderation-flag-kind").s("kind", k.as_str()).to_string());
    let heading = cx.l.m("moderation-flag-title").n("n", post.n).to_string();
    cx.html(&FlagPage {
        layout: Layout { noindex: true, ..cx.layout(heading, Section::Threads) },
        back: url::post(cx.lang, id),
        post: post_view::quoted(cx, conn, &thread, post)?,
        csrf: cx.csrf(),
        kinds: FlagKind::ALL.iter().map(kind).collect(),
        chosen: fields.get("kind").to_owned(),
        words: fields.get("words").to_owned(),
        lang: Lang::parse(fields.get("lang")).unwrap_or_else(|| cx.writes()),
        refusals: Refusals::of(cx, errors),
        sent: cx.ask.query("sent").is_some(),
    })
}

/// POST /{l}/p/{id}/flag: 303 back, or the form again.
///
/// # Errors
/// [`Error::SignIn`], one's own post, limits, faults of the database.
pub async fn create(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let sent = fields.clone();
    let flagged = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        let (kind, words, lang) = draft(&sent).map_err(Error::Invalid)?;
        forum::limits::take(conn, &cx.limits("flags", cx.app.config.limits.posts_per_minute)?, cx.now)?;
        forum::cases::flag(conn, &actor, id, kind, &words, lang, cx.now)
    })
    .await;
    match flagged {
        Ok(()) => Ok(see_other(&format!("{}/flag?sent=1", url::post(ask.lang, id)))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, id, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}

fn draft(fields: &Fields) -> std::result::Result<(FlagKind, String, Lang), Vec<FieldError>> {
    let kind = FlagKind::parse(fields.get("kind")).ok_or_else(|| FieldError::new("kind", "errors-flag-kind"));
    // « Something else » says nothing without words.
    let least = usize::from(matches!(kind, Ok(FlagKind::Other)));
    let words = limits::line("words", fields.get("words"), least, limits::REASON_CHARS);
    match (kind, words, lang_of(fields)) {
        (Ok(kind), Ok(words), Ok(lang)) => Ok((kind, words, lang)),
        (kind, words, lang) => Err([kind.err(), words.err(), lang.err()].into_iter().flatten().collect()),
    }
}
