//! People: sign in and out, the first administrator, settings, profiles.

use super::{
    cases::by_handle,
    cx::{Cx, Html, Layout, Section, cookie, no_referrer, page, page_with, see_other, write},
    extract::{self, Ask, Fields},
    parts::Refusals,
    url,
};
use crate::{
    app::App,
    domain::{
        FieldError,
        account::{self, Email, Handle, Role},
        lang::{Lang, Langs},
        limits, policy,
    },
    error::{Error, Result},
    forum::{self, accounts::NewPerson, limits::Limit},
    store::{self, Conn},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

/// The session cookie outlives the browser; the session itself ends earlier (see `forum/accounts.rs`).
const COOKIE_DAYS: i64 = 90;
const SIGN_IN_WINDOW_S: i64 = 15 * 60;

#[derive(Template)]
#[template(path = "accounts/login.html")]
struct LoginPage {
    layout: Layout,
    csrf: String,
    handle: String,
    next: String,
    refusals: Refusals,
}

/// GET /{l}/login?next=
///
/// # Errors
/// Database failures only.
pub async fn login(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, _| {
        let preset = Fields::default().with("next", cx.ask.query("next").unwrap_or_default());
        login_form(cx, &preset, &[])
    })
    .await
}

fn login_form(cx: &Cx, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    let layout = Layout { noindex: true, ..cx.layout(cx.l.t("accounts-login-title"), Section::None) };
    cx.html(&LoginPage {
        layout,
        csrf: cx.csrf(),
        handle: fields.get("handle").to_owned(),
        next: fields.get("next").to_owned(),
        refusals: Refusals::of(cx, errors),
    })
}

/// POST /{l}/login: 303 to where one wanted to go. Known and unknown names get the same words, status and work (U1).
///
/// # Errors
/// Too many tries, faults of the database.
pub async fn sign_in(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let (name, now) = (fields.get("handle").to_owned(), app.clock.now());
    let (most, network) = (app.config.limits.sign_ins, ask.network.clone());
    let candidate = app
        .db
        .write(move |conn| {
            let key = account::sign_in_key(&name);
            let limit = |bucket: String, most: i32| Limit { bucket, most, window_s: SIGN_IN_WINDOW_S };
            let both = limit(format!("sign-in {} {network}", forum::hash(&key)), most);
            forum::limits::take(conn, &[both, limit(format!("sign-in network {network}"), most.saturating_mul(10))], now)?;
            forum::accounts::candidate(conn, &name)
        })
        .await?;
    let stored = candidate.as_ref().and_then(|a| a.password_hash.clone());
    let fits = app.verify_password(stored, fields.get("password").to_owned()).await?;
    let Some(person) = candidate.filter(|_| fits) else {
        let wrong = [FieldError::new("handle", "errors-sign-in-wrong")];
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, _| login_form(cx, &fields, &wrong)).await;
    };
    let lang = person.preferences().page.unwrap_or(ask.lang);
    let whence = ask.whence();
    let secret = app.db.write(move |conn| forum::accounts::sign_in(conn, person.id, &whence, now)).await?;
    let next = match fields.get("next") {
        "" => format!("/{lang}/"),
        wanted => url::own(ask.lang, wanted),
    };
    Ok(signed_in(&app, secret, &next))
}

/// 303 with a new session's cookie.
pub fn signed_in(app: &App, secret: String, next: &str) -> HttpResponse {
    let mut answer = see_other(next);
    // Our own secrets are always valid cookies.
    let _ = answer.add_cookie(&cookie(app, extract::session_cookie(app), secret, Some(COOKIE_DAYS)));
    answer
}

/// POST /{l}/logout
///
/// # Errors
/// Faults of the database.
pub async fn sign_out(app: Data<App>, ask: Ask, _: Fields) -> Result<HttpResponse> {
    if let Some(secret) = ask.session.clone() {
        app.db.write(move |conn| forum::accounts::sign_out(conn, &secret)).await?;
    }
    let mut answer = see_other(&format!("/{}/", ask.lang));
    let mut gone = cookie(&app, extract::session_cookie(&app), String::new(), None);
    gone.make_removal();
    let _ = answer.add_cookie(&gone);
    Ok(answer)
}

#[derive(Template)]
#[template(path = "accounts/setup.html")]
struct SetupPage {
    layout: Layout,
    csrf: String,
    action: String,
    handle: String,
    display_name: String,
    email: String,
    lang: Lang,
    refusals: Refusals,
}

/// GET /setup/{token}
///
/// # Errors
/// [`Error::NotFound`] once it has served.
pub async fn setup(app: Data<App>, ask: Ask, token: Path<String>) -> Result<HttpResponse> {
    Ok(no_referrer(page(app, ask, move |cx, conn| setup_form(cx, conn, &token, &Fields::default(), &[])).await?))
}

fn setup_form(cx: &Cx, conn: &mut Conn, token: &str, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    if !store::sessions::has_setup(conn, &forum::hash(token))? {
        return Err(Error::NotFound);
    }
    let layout = Layout { noindex: true, ..cx.layout(cx.l.t("accounts-setup-title"), Section::None) };
    cx.html(&SetupPage {
        layout,
        csrf: cx.csrf(),
        action: format!("/setup/{token}"),
        handle: fields.get("handle").to_owned(),
        display_name: fields.get("display_name").to_owned(),
        email: fields.get("email").to_owned(),
        lang: Lang::parse(fields.get("lang")).unwrap_or(cx.lang),
        refusals: Refusals::of(cx, errors),
    })
}

/// POST /setup/{token}: makes the first administrator and signs them in.
///
/// # Errors
/// [`Error::NotFound`] once it has served, faults of the database.
pub async fn set_up(app: Data<App>, ask: Ask, token: Path<String>, fields: Fields) -> Result<HttpResponse> {
    let token = token.into_inner();
    let made = match new_person(&fields, app.config.site.time_zone) {
        Err(errors) => Err(Error::Invalid(errors)),
        Ok(person) => {
            let known = forum::hash(&token);
            if !app.db.read(move |conn| store::sessions::has_setup(conn, &known)).await? {
                return Err(Error::NotFound);
            }
            let password_hash = Some(app.hash_password(fields.get("password").to_owned()).await?);
            let (person, token, now) = (NewPerson { password_hash, ..person }, token.clone(), app.clock.now());
            let (lang, whence) = (person.lang, ask.whence());
            app.db.write(move |conn| forum::accounts::set_up(conn, &token, &person, &whence, now)).await.map(|secret| (secret, lang))
        }
    };
    match made {
        Ok((secret, lang)) => Ok(signed_in(&app, secret, &format!("/{lang}/"))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| setup_form(cx, conn, &token, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}

fn new_person(fields: &Fields, zone: chrono_tz::Tz) -> std::result::Result<NewPerson, Vec<FieldError>> {
    let parts = (
        Handle::parse(fields.get("handle")),
        Email::parse(fields.get("email")),
        limits::line("display_name", fields.get("display_name"), 0, limits::LINE_CHARS),
        super::posts::lang_of(fields),
        account::check_password(fields.get("password")),
    );
    match parts {
        (Ok(handle), Ok(email), Ok(name), Ok(lang), Ok(())) => {
            let display_name = if name.is_empty() { handle.as_str().to_owned() } else { name };
            Ok(NewPerson { handle, email, display_name, role: Role::Admin, lang, zone, password_hash: None, confirmed: true })
        }
        (a, b, c, d, e) => Err([a.err(), b.err(), c.err(), d.err(), e.err()].into_iter().flatten().collect()),
    }
}

#[derive(Template)]
#[template(path = "accounts/profile.html")]
struct ProfilePage {
    layout: Layout,
    name: String,
    handle: String,
    organisation: String,
    territory: String,
    role: String,
    since: String,
    reads: Vec<Lang>,
    writes: Lang,
    reviews: Vec<Lang>,
    own: bool,
    /// An administrator gives rights here.
    rights: Option<Rights>,
}

/// The form in which role and reviewer rights are given.
struct Rights {
    csrf: String,
    role: Role,
    given: Langs,
    reason: String,
    refusals: Refusals,
    saved: bool,
}

/// GET /{l}/u/{handle}
///
/// # Errors
/// An unknown handle.
pub async fn profile(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let (_, handle) = path.into_inner();
    page(app, ask, move |cx, conn| profile_page(cx, conn, &handle, None, &[])).await
}

fn profile_page(cx: &Cx, conn: &mut Conn, handle: &str, typed: Option<&Fields>, errors: &[FieldError]) -> Result<Html> {
    let person = by_handle(conn, handle)?;
    let p = person.preferences();
    let gives = cx.me.as_ref().is_some_and(|m| policy::give_rights(&m.actor()).is_ok());
    let rights = || Rights {
        csrf: cx.csrf(),
        role: typed.and_then(|t| Role::parse(t.get("role"))).unwrap_or(person.role),
        given: typed.map_or_else(|| person.reviews(), langs_of),
        reason: typed.map(|t| t.get("reason").to_owned()).unwrap_or_default(),
        refusals: Refusals::of(cx, errors),
        saved: typed.is_none() && cx.ask.query("saved").is_some(),
    };
    cx.html(&ProfilePage {
        layout: cx.layout(&person.display_name, Section::None),
        role: cx.l.m("accounts-role").s("role", person.role.as_str()).to_string(),
        since: cx.l.day(&cx.local(person.created_at)),
        reads: p.reads,
        writes: p.writes,
        reviews: Lang::THREE.into_iter().filter(|l| policy::reviews(&person.actor(), *l)).collect(),
        own: cx.me.as_ref().is_some_and(|m| m.id == person.id),
        rights: gives.then(rights),
        name: person.display_name,
        handle: person.handle,
        organisation: person.organisation,
        territory: person.territory,
    })
}

/// No role: the one that somebody has.
fn sent_role(fields: &Fields) -> Result<Option<Role>> {
    match fields.get("role") {
        "" => Ok(None),
        word => Role::parse(word).map(Some).ok_or_else(|| Error::field("role", "errors-role-unknown")),
    }
}

/// A language that nobody knows must not read as one that was taken away.
fn sent_langs(fields: &Fields) -> Result<Langs> {
    let known = |l: &String| Lang::parse(l).ok_or_else(|| Error::field("reviews", "errors-lang-unknown"));
    fields.all("reviews").iter().map(known).collect()
}

fn langs_of(fields: &Fields) -> Langs {
    fields.all("reviews").iter().filter_map(|l| Lang::parse(l)).collect()
}

/// POST /{l}/u/{handle}/rights: an administrator gives reviewer rights, or takes them back; with a reason (M5).
///
/// # Errors
/// [`Error::SignIn`], no administrator, an unknown handle, faults of the database.
pub async fn give_rights(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let (_, handle) = path.into_inner();
    let (sent, whose) = (fields.clone(), handle.clone());
    let given = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        policy::give_rights(&actor)?;
        let reason = limits::line("reason", sent.get("reason"), 1, limits::REASON_CHARS)?;
        let person = by_handle(conn, &whose)?;
        if let Some(role) = sent_role(&sent)?.filter(|role| *role != person.role) {
            forum::accounts::set_role(conn, Some(&actor), &person, role, &reason, cx.now)?;
        }
        forum::accounts::set_reviews(conn, Some(&actor), &person, sent_langs(&sent)?, &reason, cx.now)
    })
    .await;
    match given {
        Ok(()) => Ok(see_other(&format!("{}?saved=1", url::person(ask.lang, &handle)))),
        Err(Error::Invalid(errors)) => {
            let again = move |cx: &Cx, conn: &mut Conn| profile_page(cx, conn, &handle, Some(&fields), &errors);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, again).await
        }
        Err(e) => Err(e),
    }
}
