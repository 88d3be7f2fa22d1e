//! Files of posts: shown to whoever may read one of the posts, sent along with a form, listed for whoever sent them.

use super::{
    cx::{Cx, Html, Layout, Section, page, page_with, read, see_other, write},
    extract::{Ask, Fields},
    multipart::Sent,
    parts::{self, Refusals},
    url,
};
use crate::{
    app::App,
    domain::{
        FieldError,
        attachment::{FILE_BYTES, Name, QUOTA_BYTES},
    },
    error::{Error, Result},
    forum,
    i18n::l10n,
    store::{self, Conn},
};
use actix_web::{
    HttpMessage, HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{Data, Path},
};
use askama::Template;
use std::{collections::HashMap, sync::Arc};

/// Nothing in a file runs, loads or frames anything.
const POLICY: &str = "default-src 'none'; sandbox";

/// GET /attachments/{name}: a picture to be seen, a document to be saved. Whoever may read none of the posts that show it
/// finds nothing (T12), at once: it is asked for again each time, and is a few bytes when it is known already.
///
/// # Errors
/// [`Error::NotFound`], [`Error::SignIn`] on a site for members only.
pub async fn show(app: Data<App>, ask: Ask, request: HttpRequest, path: Path<String>) -> Result<HttpResponse> {
    let name = Name::parse(&path).ok_or(Error::NotFound)?;
    let tag = format!("\"{}\"", name.id);
    let known = request.headers().get(header::IF_NONE_MATCH).is_some_and(|v| v.as_bytes() == tag.as_bytes());
    let bytes = read(&app, &ask, move |cx, conn| {
        let file = store::attachments::find(conn, &name)?;
        let own = cx.me.as_ref().is_some_and(|m| m.id == file.account_id);
        if !own && store::attachments::shown_in(conn, &[name.id], cx.visible())?.is_empty() {
            return Err(Error::NotFound);
        }
        if known { Ok(Vec::new()) } else { store::attachments::bytes(conn, name.id) }
    })
    .await?;
    let mut answer = HttpResponse::build(if known { StatusCode::NOT_MODIFIED } else { StatusCode::OK });
    answer.insert_header((header::CONTENT_TYPE, name.kind.media()));
    answer.insert_header((header::CONTENT_SECURITY_POLICY, POLICY));
    answer.insert_header((header::CONTENT_ENCODING, "identity"));
    answer.insert_header((header::ETAG, tag)).insert_header((header::CACHE_CONTROL, "private, no-cache"));
    if !name.kind.is_picture() {
        answer.insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")));
    }
    Ok(answer.body(bytes))
}

/// A form's words with the file that came along named at their end, or refusals beside it. Either way nothing typed is
/// lost: what the file shows is asked for in the words themselves.
///
/// # Errors
/// [`Error::SignIn`], too many files at once, faults of the database.
pub async fn taken(
    app: &Data<App>,
    ask: &Ask,
    request: &HttpRequest,
    mut fields: Fields,
) -> Result<std::result::Result<Fields, (Fields, Vec<FieldError>)>> {
    let Some(file) = fields.take_file() else {
        return Ok(match fields.get("action") {
            "attach" => Err((fields, vec![FieldError::new("attachment", "errors-attachment-none")])),
            _ => Ok(fields),
        });
    };
    match keep(app, ask, file).await {
        Ok(name) => {
            let body = [fields.get("body").trim_end(), &name.source(fields.get("description"))].join("\n\n");
            let fields = fields.replaced("body", body.trim_start()).replaced("description", "");
            // The error page gives back the words with the file in them.
            request.extensions_mut().insert(fields.clone());
            Ok(Ok(fields))
        }
        Err(Error::Invalid(errors)) => Ok(Err((fields, errors))),
        Err(e) => Err(e),
    }
}

async fn keep(app: &Data<App>, ask: &Ask, file: Arc<Sent>) -> Result<Name> {
    // Nobody's pictures are decoded before it is known whose they are, and that they are not too many.
    write(app, ask, |cx, conn| {
        cx.actor()?;
        forum::limits::take(conn, &cx.limits("attachments", cx.app.config.limits.posts_per_minute)?, cx.now)
    })
    .await?;
    if file.too_large {
        let over = FieldError::over("attachment", "errors-attachment-size", FILE_BYTES / 1_000_000, 0);
        return Err(Error::Invalid(vec![over]));
    }
    let clean = app.clean_picture(file.bytes.clone()).await?.map_err(|why| Error::Invalid(vec![forum::attachments::refusal(why)]))?;
    write(app, ask, move |cx, conn| forum::attachments::add(conn, &cx.actor()?, &clean, cx.now)).await
}

#[derive(Template)]
#[template(path = "attachments/index.html")]
struct AttachmentsPage {
    layout: Layout,
    files: Vec<File>,
    /// How much of what one may keep is used; whole percent, and both in megabytes.
    percent: i64,
    kept: i64,
    most: i64,
    csrf: String,
    refusals: Refusals,
}

struct File {
    name: Name,
    /// When it was sent: in words, and as HTML.
    day: String,
    time: String,
    /// In kilobytes, at least one.
    kilobytes: i64,
    /// Addresses and times of the posts that show it.
    posts: Vec<(String, String)>,
}

/// GET /{l}/attachments: one's own files, with where they are shown.
///
/// # Errors
/// [`Error::SignIn`].
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| build(cx, conn, &[])).await
}

fn build(cx: &Cx, conn: &mut Conn, errors: &[FieldError]) -> Result<Html> {
    let own = store::attachments::of(conn, cx.account()?.id)?;
    let ids: Vec<uuid::Uuid> = own.iter().map(|f| f.name.id).collect();
    let shown = store::attachments::shown_in(conn, &ids, cx.visible())?;
    let kept: i64 = own.iter().map(|f| f.size).sum();
    let posts: Vec<i64> = shown.values().flatten().copied().collect();
    let times: HashMap<i64, String> = store::posts::load(conn, &posts)?.into_iter().map(|p| (p.id, cx.time(p.created_at))).collect();
    let link = |post: &i64| Some((url::post(cx.lang, *post), times.get(post)?.clone()));
    let files = own.iter().map(|file| File {
        name: file.name,
        day: cx.l.day(&cx.local(file.at)),
        time: cx.time(file.at),
        kilobytes: (file.size / 1000).max(1),
        posts: shown.get(&file.name.id).into_iter().flatten().filter_map(link).collect(),
    });
    cx.html(&AttachmentsPage {
        files: files.collect(),
        percent: kept * 100 / QUOTA_BYTES,
        kept: (kept + 999_999) / 1_000_000,
        most: QUOTA_BYTES / 1_000_000,
        csrf: cx.csrf(),
        refusals: Refusals::of(cx, errors),
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("attachments-title"), Section::None) },
    })
}

/// POST /{l}/attachments: takes one of one's own files away, or a new one in. The script is answered 201 with the Markdown
/// that shows it, or with the refusal in the reader's language, both as plain text.
///
/// # Errors
/// [`Error::SignIn`], somebody else's file, too many at once, faults of the database.
pub async fn act(app: Data<App>, ask: Ask, mut fields: Fields) -> Result<HttpResponse> {
    if fields.get("action") == "remove" {
        let name = Name::parse(fields.get("attachment")).ok_or(Error::NotFound)?;
        write(&app, &ask, move |cx, conn| forum::attachments::remove(conn, &cx.actor()?, &name)).await?;
        return Ok(see_other(&format!("/{}/attachments", ask.lang)));
    }
    let by_script = fields.get("by") == "script";
    let done = match fields.take_file() {
        Some(file) => keep(&app, &ask, file).await,
        None => Err(Error::field("attachment", "errors-attachment-none")),
    };
    let said = |status: StatusCode, words: String| HttpResponse::build(status).content_type("text/plain; charset=utf-8").body(words);
    match done {
        Ok(name) if by_script => Ok(said(StatusCode::CREATED, name.source(fields.get("description")))),
        Ok(_) => Ok(see_other(&format!("/{}/attachments", ask.lang))),
        Err(Error::Invalid(errors)) if by_script => {
            let words: Vec<String> = errors.iter().map(|e| parts::refusal(l10n(ask.lang), e)).collect();
            Ok(said(StatusCode::UNPROCESSABLE_ENTITY, words.join(" ")))
        }
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| build(cx, conn, &errors)).await
        }
        Err(e) => Err(e),
    }
}
