//! What lets one in: a forgotten password, and the page on which password, address and sessions are looked after.

use super::{
    accounts::signed_in,
    cx::{Cx, Html, Layout, Section, no_referrer, page, page_with, read, see_other, write_suspended},
    extract::{Ask, Fields},
    joins::by_network,
    parts::Refusals,
};
use crate::{
    app::App,
    domain::{
        FieldError,
        account::{self, Email},
    },
    error::{Error, Result},
    forum::{self, limits::Limit},
    store::{
        self, Conn,
        accounts::Account,
        security::{Event, TokenKind},
    },
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "accounts/forgot.html")]
struct ForgotPage {
    layout: Layout,
    csrf: String,
    sent: bool,
}

/// GET /{l}/reset
///
/// # Errors
/// Database failures only.
pub async fn forgot(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, _| {
        let layout = Layout { noindex: true, ..cx.layout(cx.l.t("accounts-forgot-title"), Section::None) };
        cx.html(&ForgotPage { layout, csrf: cx.csrf(), sent: cx.ask.query("sent").is_some() })
    })
    .await
}

/// POST /{l}/reset: 303 to the same words whoever it is; the letter goes to the address that is kept.
///
/// # Errors
/// Too many from one network, faults of the database.
pub async fn ask_reset(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let (now, lang, limit) = (app.clock.now(), ask.lang, by_network(&app, &ask, "reset"));
    app.db
        .write(move |conn| {
            forum::limits::take(conn, &limit, now)?;
            let typed: String = fields.get("handle").chars().take(300).collect();
            forum::credentials::ask_reset(conn, &typed, lang, now)
        })
        .await?;
    Ok(see_other(&format!("/{lang}/reset?sent=1")))
}

#[derive(Template)]
#[template(path = "accounts/reset.html")]
struct ResetPage {
    layout: Layout,
    csrf: String,
    action: String,
    handle: String,
    refusals: Refusals,
}

/// GET /{l}/reset/{token}
///
/// # Errors
/// [`Error::LinkGone`].
pub async fn choose(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let token = path.into_inner().1;
    Ok(no_referrer(page(app, ask, move |cx, conn| reset_form(cx, conn, &token, &[])).await?))
}

fn reset_form(cx: &Cx, conn: &mut Conn, token: &str, errors: &[FieldError]) -> Result<Html> {
    let (person, _) = forum::credentials::by_token(conn, TokenKind::Reset, token, cx.now)?;
    cx.html(&ResetPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("accounts-reset-title"), Section::None) },
        csrf: cx.csrf(),
        action: format!("/{}/reset/{token}", cx.lang),
        handle: person.handle,
        refusals: Refusals::of(cx, errors),
    })
}

/// POST /{l}/reset/{token}: the new password, and signed in; every other session ends.
///
/// # Errors
/// [`Error::LinkGone`], also where it expired while the form was open; faults of the database.
pub async fn reset(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let token = path.into_inner().1;
    if let Err(error) = account::check_password(fields.get("password")) {
        let again = move |cx: &Cx, conn: &mut Conn| reset_form(cx, conn, &token, &[error]);
        return Ok(no_referrer(page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, again).await?));
    }
    // A link that is none costs no hash.
    let link = token.clone();
    read(&app, &ask, move |cx, conn| forum::credentials::by_token(conn, TokenKind::Reset, &link, cx.now).map(|_| ())).await?;
    let hash = app.hash_password(fields.get("password").to_owned()).await?;
    let whence = ask.whence();
    let (secret, person) =
        write_suspended(&app, &ask, move |cx, conn| forum::credentials::reset(conn, &token, &hash, &whence, cx.now)).await?;
    let lang = person.preferences().page.unwrap_or(ask.lang);
    Ok(signed_in(&app, secret, &format!("/{lang}/settings/account?done=password")))
}

#[derive(Template)]
#[template(path = "accounts/account.html")]
struct AccountPage {
    layout: Layout,
    csrf: String,
    handle: String,
    email: String,
    /// The new address as it was typed.
    typed: String,
    /// What was done, in words.
    done: Option<String>,
    refusals: Refusals,
    sessions: Vec<SessionRow>,
    lines: Vec<(String, String)>,
}

struct SessionRow {
    key: String,
    device: String,
    since: String,
    seen: String,
    here: bool,
}

/// GET /{l}/settings/account
///
/// # Errors
/// [`Error::SignIn`].
pub async fn account(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| account_page(cx, conn, "", &[])).await
}

/// The page with what was refused on it.
///
/// # Errors
/// [`Error::SignIn`], database failures.
pub fn account_page(cx: &Cx, conn: &mut Conn, typed: &str, errors: &[FieldError]) -> Result<Html> {
    let me = cx.account()?;
    let here = forum::hash(cx.ask.session.as_deref().unwrap_or_default());
    let sessions = store::sessions::of(conn, me.id, &here)?;
    let lines = store::security::lines(conn, me.id, 20)?;
    let unknown = || cx.l.t("accounts-device-unknown");
    let session = |s: store::sessions::Place| SessionRow {
        key: s.key,
        device: if s.device.is_empty() { unknown() } else { s.device },
        since: cx.time(s.created_at),
        seen: cx.time(s.seen_at),
        here: s.here,
    };
    let line = |l: store::security::Line| {
        let words = cx.l.m("accounts-security-line").s("event", l.event.as_str()).s("network", l.network);
        (words.s("device", if l.device.is_empty() { unknown() } else { l.device }).to_string(), cx.time(l.at))
    };
    let done = cx.ask.query("done").filter(|_| errors.is_empty());
    cx.html(&AccountPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("accounts-account-title"), Section::None) },
        csrf: cx.csrf(),
        handle: me.handle.clone(),
        email: me.email.clone(),
        typed: typed.to_owned(),
        done: done.map(|what| cx.l.m("accounts-done").s("what", what).to_string()),
        refusals: Refusals::of(cx, errors),
        sessions: sessions.into_iter().map(session).collect(),
        lines: lines.into_iter().map(line).collect(),
    })
}

/// Whoever is signed in gives their password once more before something that cannot be taken back.
///
/// # Errors
/// [`Error::SignIn`]; a wrong password, on field `current`; too many tries.
pub async fn prove(app: &Data<App>, ask: &Ask, fields: &Fields) -> Result<Account> {
    let whence = ask.whence();
    let me = write_suspended(app, ask, move |cx, conn| {
        let me = cx.account()?.clone();
        let most = cx.app.config.limits.sign_ins;
        let limit = Limit { bucket: format!("password account {}", me.id), most, window_s: 15 * 60 };
        forum::limits::take(conn, &[limit], cx.now)?;
        Ok(me)
    })
    .await?;
    if !app.verify_password(me.password_hash.clone(), fields.get("current").to_owned()).await? {
        let (id, now) = (me.id, app.clock.now());
        app.db.write(move |conn| store::security::note(conn, id, Event::Refused, &whence, now)).await?;
        return Err(Error::field("current", "errors-current-wrong"));
    }
    Ok(me)
}

/// Whoever proved who they are is still signed in, and nobody has changed the password since.
///
/// # Errors
/// [`Error::SignIn`].
pub fn still(cx: &Cx, me: &Account) -> Result<()> {
    let now = cx.account()?;
    if now.id == me.id && now.password_hash == me.password_hash { Ok(()) } else { Err(Error::SignIn) }
}

/// POST /{l}/settings/password: `current`, `password`; every other session ends.
///
/// # Errors
/// [`Error::SignIn`], too many tries, faults of the database.
pub async fn change_password(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let changed = async {
        account::check_password(fields.get("password"))?;
        let me = prove(&app, &ask, &fields).await?;
        let hash = app.hash_password(fields.get("password").to_owned()).await?;
        let whence = ask.whence();
        write_suspended(&app, &ask, move |cx, conn| {
            still(cx, &me)?;
            forum::credentials::set_password(conn, &me, &hash, &whence, cx.now)
        })
        .await
    };
    match changed.await {
        Ok(secret) => Ok(signed_in(&app, secret, &format!("/{}/settings/account?done=password", ask.lang))),
        Err(e) => refused(app, ask, String::new(), e).await,
    }
}

/// POST /{l}/settings/address: `current`, `email`; a letter goes to the new address, whoever has it.
///
/// # Errors
/// [`Error::SignIn`], too many tries, faults of the database.
pub async fn change_address(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let asked = async {
        let email = Email::parse(fields.get("email"))?;
        let me = prove(&app, &ask, &fields).await?;
        write_suspended(&app, &ask, move |cx, conn| {
            still(cx, &me)?;
            forum::credentials::ask_address(conn, &me, &email, cx.now)
        })
        .await
    };
    match asked.await {
        Ok(()) => Ok(see_other(&format!("/{}/settings/account?done=address", ask.lang))),
        Err(e) => refused(app, ask, fields.get("email").to_owned(), e).await,
    }
}

async fn refused(app: Data<App>, ask: Ask, typed: String, e: Error) -> Result<HttpResponse> {
    match e {
        Error::Invalid(errors) => {
            let again = move |cx: &Cx, conn: &mut Conn| account_page(cx, conn, &typed, &errors);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, again).await
        }
        e => Err(e),
    }
}

#[derive(Template)]
#[template(path = "accounts/address.html")]
struct AddressPage {
    layout: Layout,
    csrf: String,
    action: String,
    handle: String,
    email: String,
    refusals: Refusals,
}

/// GET /{l}/settings/address/{token}: a button; opening the page confirms nothing.
///
/// # Errors
/// [`Error::LinkGone`].
pub async fn new_address(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let token = path.into_inner().1;
    Ok(no_referrer(page(app, ask, move |cx, conn| address_form(cx, conn, &token, &[])).await?))
}

fn address_form(cx: &Cx, conn: &mut Conn, token: &str, errors: &[FieldError]) -> Result<Html> {
    let (person, email) = forum::credentials::by_token(conn, TokenKind::Address, token, cx.now)?;
    cx.html(&AddressPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("accounts-address-title"), Section::None) },
        csrf: cx.csrf(),
        action: format!("/{}/settings/address/{token}", cx.lang),
        handle: person.handle,
        email,
        refusals: Refusals::of(cx, errors),
    })
}

/// POST /{l}/settings/address/{token}
///
/// # Errors
/// [`Error::LinkGone`], faults of the database.
pub async fn confirm_address(app: Data<App>, ask: Ask, path: Path<(String, String)>, _: Fields) -> Result<HttpResponse> {
    let token = path.into_inner().1;
    let (link, whence, cookie) = (token.clone(), ask.whence(), ask.session.clone());
    let confirmed =
        write_suspended(&app, &ask, move |cx, conn| forum::credentials::set_address(conn, &link, cookie.as_deref(), &whence, cx.now)).await;
    match confirmed {
        Ok(()) => Ok(see_other(&format!("/{}/settings/account?done=confirmed", ask.lang))),
        Err(Error::Invalid(errors)) => {
            let again = move |cx: &Cx, conn: &mut Conn| address_form(cx, conn, &token, &errors);
            Ok(no_referrer(page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, again).await?))
        }
        Err(e) => Err(e),
    }
}

/// POST /{l}/settings/sessions: ends the session `which`, or every other one.
///
/// # Errors
/// [`Error::SignIn`], faults of the database.
pub async fn end_sessions(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let (whence, cookie) = (ask.whence(), ask.session.clone().unwrap_or_default());
    write_suspended(&app, &ask, move |cx, conn| {
        let which = Some(fields.get("which")).filter(|w| !w.is_empty());
        forum::credentials::sign_out_elsewhere(conn, cx.account()?.id, which, &cookie, &whence, cx.now)
    })
    .await?;
    Ok(see_other(&format!("/{}/settings/account?done=sessions", ask.lang)))
}
