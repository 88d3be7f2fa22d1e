//! The sole place that turns an error into a page: in the reader's language, with a way on, and with
//! everything that was typed in a form that can be sent again.

use super::{
    cx::{Cx, Layout, Section, see_other},
    extract::{Ask, Fields},
    url,
};
use crate::{app::App, domain::lang::Lang, error::Error};
use actix_web::{
    HttpMessage, HttpRequest, HttpResponse,
    body::BoxBody,
    cookie::{Cookie, SameSite},
    dev::ServiceResponse,
    http::{Method, StatusCode, header},
    web::Data,
};
use askama::Template;

#[derive(Template)]
#[template(path = "errors/show.html")]
struct ErrorPage {
    layout: Layout,
    csrf: String,
    status: u16,
    heading: String,
    explanation: String,
    typed: Vec<Typed>,
    action: String,
    /// Whether sending it again can succeed.
    again: bool,
    /// The button that was pressed.
    pressed: String,
    back: Option<String>,
    sign_in: Option<String>,
}

fn explanation(cx: &Cx, error: &Error) -> String {
    match error {
        Error::Invalid(fields) => {
            fields.iter().map(|f| cx.l.m(f.key).n("limit", f.limit).n("found", f.found).to_string()).collect::<Vec<_>>().join(" ")
        }
        Error::Host => cx.l.m("errors-host").s("base", &cx.app.base_url).to_string(),
        error => cx.l.m(error.key()).n("count", error.count()).to_string(),
    }
}

/// One field as it was sent; fields without a label go along unseen.
struct Typed {
    name: String,
    value: String,
    label: Option<String>,
}

/// What a field that somebody typed is called on its own form.
fn label(cx: &Cx, name: &str) -> Option<String> {
    if let Some(lang) = Lang::parse(name) {
        return Some(lang.own_name().to_owned());
    }
    let key = match name {
        "passage" => "slots-contest-passage",
        "avoid" => "glossary-avoid-field",
        "note" if cx.ask.rest.starts_with("/glossary") => "slots-note",
        "body" => "posts-body",
        "title" => "threads-title-field",
        "note" => "posts-note",
        "reason" => "posts-reason",
        "place" => "consensus-room-place",
        "summary" => "consensus-summary",
        _ => return None,
    };
    Some(cx.l.t(key))
}

/// The thread, post or slot that a form was about: `/fr/t/12/reply` leads back to `/fr/t/12`.
fn about(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        [_, _, "t" | "p", _, _] => Some(parts[..4].join("/")),
        [_, _, "translate", _, _, ..] => Some(parts[..5].join("/")),
        _ => None,
    }
}

/// Somebody who follows a language tab means it: the next address without language leads to theirs.
pub fn remember_language(mut answer: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let request = answer.request();
    let Some(here) = followed_tab(request).filter(|_| answer.status().is_success()) else { return answer };
    let secure = request.app_data::<Data<App>>().is_some_and(|app| app.config.is_https());
    let cookie = Cookie::build("lang", here.as_str()).path("/").secure(secure).same_site(SameSite::Lax).permanent().finish();
    // A cookie of two fixed letters is always a valid header.
    let _ = answer.response_mut().add_cookie(&cookie);
    answer
}

/// The language that somebody has just gone over to, by a link of ours.
pub fn followed_tab(request: &HttpRequest) -> Option<Lang> {
    let text = |name: &str| request.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let of = |path: &str| path.strip_prefix('/').and_then(|p| p.split('/').next()).and_then(Lang::parse);
    let from = text("referer").splitn(4, '/').nth(3).and_then(|path| of(&format!("/{path}")));
    let here = of(request.path())?;
    (text("sec-fetch-site") == "same-origin" && from? != here).then_some(here)
}

/// The page that explains an error.
pub fn page(request: &HttpRequest, error: &Error) -> HttpResponse {
    let Some(app) = request.app_data::<Data<App>>().cloned() else { return HttpResponse::InternalServerError().finish() };
    let ask = Ask::of(request, &app);
    if matches!(error, Error::SignIn) && *request.method() == Method::GET {
        return see_other(&url::sign_in(ask.lang, &ask.rest));
    }
    if error.cause().is_some() {
        tracing::error!(path = request.path(), status = error.status(), cause = %error, "request failed");
    }
    let lang = ask.lang;
    let cx = Cx::bare(app.clone(), ask);
    let fields = request.extensions().get::<Fields>().cloned().unwrap_or_default();
    let typed: Vec<_> = fields
        .typed()
        .filter(|(name, value)| !value.is_empty() && !matches!(*name, "password" | "current" | "action"))
        .map(|(name, value)| Typed { name: name.to_owned(), value: value.to_owned(), label: label(&cx, name) })
        .collect();
    let csrf = if typed.is_empty() { String::new() } else { cx.csrf() };
    let heading = cx.l.m("errors-heading").n("status", i64::from(error.status())).to_string();
    let mut layout = Layout { noindex: true, ..cx.layout(heading.clone(), Section::None) };
    // Who it is would take the database, which may be what failed; but whoever has a session is not asked to sign in.
    let has_session = cx.ask.session.is_some();
    if has_session && !matches!(error, Error::SignIn) {
        layout.sign_in.clear();
    }
    let page = ErrorPage {
        layout,
        csrf,
        status: error.status(),
        heading,
        explanation: explanation(&cx, error),
        typed,
        // Never what a request says of another site.
        action: request.uri().path_and_query().map_or_else(|| request.path().to_owned(), ToString::to_string),
        again: !matches!(error, Error::Denied(_) | Error::NotFound),
        pressed: if fields.get("action").is_empty() { "publish".to_owned() } else { fields.get("action").to_owned() },
        back: about(request.path()),
        // A link that has served is most often followed again by whoever it let in.
        sign_in: match error {
            Error::SignIn => Some(format!("/{lang}/login")),
            Error::LinkGone if !has_session => Some(format!("/{lang}/login")),
            _ => None,
        },
    };
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut answer = match cx.html(&page) {
        Ok(html) => html.answer(&app, lang, status),
        Err(e) => {
            tracing::error!(cause = %e, "the error page itself failed");
            return HttpResponse::InternalServerError().finish();
        }
    };
    if let Error::TooMany { retry_after_s } = error {
        answer.headers_mut().insert(header::RETRY_AFTER, (*retry_after_s).into());
    }
    answer
}
