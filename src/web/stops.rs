//! Letters stop at one press (D7), stop by themselves when they come back, and start again when their owner says so.

use super::{
    cx::{Layout, Section, no_referrer, page, see_other},
    extract::{Ask, Fields},
    url,
};
use crate::{
    app::App,
    domain::lang::Lang,
    error::{Error, Result},
    forum,
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Bytes, Data, Path},
};
use askama::Template;
use subtle::ConstantTimeEq;

#[derive(Template)]
#[template(path = "digests/stop.html")]
struct StopPage {
    layout: Layout,
    action: String,
    stopped: bool,
}

/// GET /unsubscribe/{token}: a page with a button. It says the same for every token.
///
/// # Errors
/// Database failures only.
pub async fn ask_stop(app: Data<App>, ask: Ask, path: Path<String>) -> Result<HttpResponse> {
    stop_page(app, ask, path.into_inner(), false).await
}

/// GET /{l}/unsubscribe/{token}: the same, in a language that is asked for.
///
/// # Errors
/// Database failures only.
pub async fn ask_stop_in(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    stop_page(app, ask, path.into_inner().1, false).await
}

/// POST /unsubscribe/{token} (RFC 8058): ends the subscription, or a member's letters at once, without cookie, token of a form or redirect, whatever the body
/// is; `?lang=` is the language of the answer. Done again, or with a token that is none, it answers the same.
///
/// # Errors
/// Database failures only.
pub async fn stop(app: Data<App>, mut ask: Ask, path: Path<String>) -> Result<HttpResponse> {
    ask.lang = ask.query("lang").and_then(Lang::parse).unwrap_or(ask.lang);
    let (token, now) = (path.into_inner(), app.clock.now());
    let ended = token.clone();
    app.db
        .write(move |conn| {
            forum::subscriptions::stop(conn, &ended, now)?;
            forum::notice_letters::stop(conn, &ended, now)
        })
        .await?;
    stop_page(app, ask, token, true).await
}

async fn stop_page(app: Data<App>, ask: Ask, token: String, stopped: bool) -> Result<HttpResponse> {
    let answer = page(app, ask, move |cx, _| {
        cx.html(&StopPage {
            layout: Layout {
                noindex: true,
                ..cx.layout(cx.l.t(if stopped { "digests-stopped-title" } else { "digests-stop-title" }), Section::None)
            },
            // Without a language before it, it takes the press of a browser, too, that does not say where it comes from.
            action: format!("/unsubscribe/{}?lang={}", url::encode(&token), cx.lang),
            stopped,
        })
    })
    .await?;
    Ok(no_referrer(answer))
}

/// POST /{l}/digest/manage/{token}/again: letters go to the subscription's address again; 303 to its page.
///
/// # Errors
/// [`Error::LinkGone`].
pub async fn again(app: Data<App>, ask: Ask, path: Path<(String, String)>, _: Fields) -> Result<HttpResponse> {
    let token = path.into_inner().1;
    let page = format!("/{}/digest/manage/{token}?saved=yes", ask.lang);
    app.db
        .write(move |conn| {
            let subscription = forum::subscriptions::by_token(conn, &token)?;
            forum::bounces::lift(conn, &subscription.email)
        })
        .await?;
    Ok(no_referrer(see_other(&page)))
}

/// POST /hooks/bounces: a report of a letter that came back (RFC 3464), as the mail server got it, with the secret of
/// `mail.bounces.secret` as bearer token. 204, also for a report of something else.
///
/// # Errors
/// [`Error::NotFound`] where no secret is set, [`Error::SignIn`] for a wrong one.
pub async fn hook(app: Data<App>, request: HttpRequest, body: Bytes) -> Result<HttpResponse> {
    let secret = &app.config.mail.bounces.secret;
    if secret.is_empty() {
        return Err(Error::NotFound);
    }
    let given = request.headers().get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).and_then(|v| v.strip_prefix("Bearer "));
    if !given.is_some_and(|given| bool::from(given.as_bytes().ct_eq(secret.as_bytes()))) {
        return Err(Error::SignIn);
    }
    app.bounced(body.to_vec()).await?;
    Ok(HttpResponse::NoContent().finish())
}
