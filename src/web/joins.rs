//! U1: joining, by a confirmed address; invitations. Nothing here tells which addresses are known.

use super::{
    accounts::signed_in,
    cx::{Cx, Html, Layout, Section, no_referrer, page, page_with, see_other, write},
    extract::{Ask, Fields},
    parts::Refusals,
    posts::lang_of,
};
use crate::{
    app::App,
    domain::{
        FieldError,
        account::{self, Email, Handle, Registration},
        lang::Lang,
        limits, policy,
    },
    error::{Error, Result},
    forum::{self, joins::Came, limits::Limit},
    store::{
        self, Conn,
        joins::{Invitation, NewJoin},
    },
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "accounts/join.html")]
struct JoinPage {
    layout: Layout,
    /// The letter is on its way; or a moderator looks at it.
    sent: bool,
    waits: bool,
    csrf: String,
    invitation: String,
    handle: String,
    display_name: String,
    email: String,
    words: String,
    lang: Lang,
    asks_words: bool,
    agreed: bool,
    /// What is agreed to, as HTML with its links.
    agreement: String,
    refusals: Refusals,
}

/// GET /{l}/join
///
/// # Errors
/// [`policy::Denied::ByInvitation`] on a site where one has to be asked.
pub async fn new(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| {
        let done = ["sent", "waits"].iter().any(|w| cx.ask.query(w).is_some());
        if !done {
            forum::joins::may_ask(cx.app.config.registration())?;
        }
        form(cx, conn, &Fields::default(), &[])
    })
    .await
}

/// GET /{l}/join/invitation/{token}: the same form, for somebody who was asked to come.
///
/// # Errors
/// [`Error::LinkGone`].
pub async fn invited(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let token = path.into_inner().1;
    let answer = page(app, ask, move |cx, conn| {
        let invitation = forum::joins::invitation(conn, &token, cx.now)?;
        let preset = Fields::default().with("invitation", &token).with("email", invitation.email).with("lang", invitation.lang.as_str());
        form(cx, conn, &preset, &[])
    })
    .await?;
    Ok(no_referrer(answer))
}

fn form(cx: &Cx, _: &mut Conn, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    let invitation = fields.get("invitation").to_owned();
    let link = |page: &str, key: &str| format!("<a href=\"/{}/{page}\">{}</a>", cx.lang, crate::domain::markdown::escape(&cx.l.t(key)));
    let agreement = cx.l.m("accounts-agree").s("licence", &cx.app.config.site.licence);
    let agreement = agreement.h("terms", link("licence", "accounts-agree-licence")).h("privacy", link("privacy", "accounts-agree-privacy"));
    cx.html(&JoinPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("accounts-join-title"), Section::None) },
        sent: cx.ask.query("sent").is_some(),
        waits: cx.ask.query("waits").is_some(),
        csrf: cx.csrf(),
        asks_words: cx.app.config.registration() == Registration::Approval && invitation.is_empty(),
        invitation,
        handle: fields.get("handle").to_owned(),
        display_name: fields.get("display_name").to_owned(),
        email: fields.get("email").to_owned(),
        words: fields.get("words").to_owned(),
        lang: Lang::parse(fields.get("lang")).unwrap_or(cx.lang),
        agreed: !fields.get("agree").is_empty(),
        agreement: agreement.html(),
        refusals: Refusals::of(cx, errors),
    })
}

/// POST /{l}/join: 303 to « look at your mail », whoever's address it is, after exactly one hash; or the form again.
///
/// # Errors
/// Too many from one network, a site by invitation, faults of the database.
pub async fn create(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let (now, limit) = (app.clock.now(), by_network(&app, &ask, "join"));
    app.db.write(move |conn| forum::limits::take(conn, &limit, now)).await?;
    let asked = match draft(&fields, app.config.site.time_zone) {
        Err(errors) => Err(Error::Invalid(errors)),
        Ok(join) => {
            let password_hash = app.hash_password(fields.get("password").to_owned()).await?;
            let (join, token) = (NewJoin { password_hash, ..join }, fields.get("invitation").to_owned());
            write(&app, &ask, move |cx, conn| {
                let invitation = match token.as_str() {
                    "" => None,
                    token => Some(forum::joins::invitation(conn, token, cx.now)?.id),
                };
                let wording = cx.l.m("accounts-agree").s("licence", &cx.app.config.site.licence);
                let wording = wording.s("terms", cx.l.t("accounts-agree-licence")).s("privacy", cx.l.t("accounts-agree-privacy"));
                let agreed = forum::pages::agreed(conn, wording.to_string(), cx.lang)?;
                forum::joins::ask(conn, cx.app.config.registration(), &NewJoin { agreed, invitation, ..join }, cx.now)
            })
            .await
        }
    };
    match asked {
        Ok(()) => Ok(see_other(&format!("/{}/join?sent=1", ask.lang))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}

/// What one network may ask for in a quarter of an hour.
pub fn by_network(app: &App, ask: &Ask, what: &str) -> [Limit; 1] {
    let bucket = format!("{what} network {}", ask.network);
    // As for signing in: an office or a workshop comes from one address.
    [Limit { bucket, most: app.config.limits.sign_ins.saturating_mul(10), window_s: 15 * 60 }]
}

fn draft(fields: &Fields, zone: chrono_tz::Tz) -> std::result::Result<NewJoin, Vec<FieldError>> {
    let agreed = if fields.get("agree").is_empty() { Err(FieldError::new("agree", "errors-agree")) } else { Ok(()) };
    let parts = (
        Handle::parse(fields.get("handle")),
        Email::parse(fields.get("email")),
        limits::line("display_name", fields.get("display_name"), 0, limits::LINE_CHARS),
        lang_of(fields),
        account::check_password(fields.get("password")),
        limits::line("words", fields.get("words"), 0, limits::REASON_CHARS),
        agreed,
    );
    match parts {
        (Ok(handle), Ok(email), Ok(name), Ok(lang), Ok(()), Ok(words), Ok(())) => Ok(NewJoin {
            display_name: if name.is_empty() { handle.as_str().to_owned() } else { name },
            handle,
            email,
            lang,
            zone,
            password_hash: String::new(),
            words,
            agreed: store::joins::Agreed { wording: String::new(), pages: String::new() },
            invitation: None,
        }),
        (a, b, c, d, e, f, g) => Err([a.err(), b.err(), c.err(), d.err(), e.err(), f.err(), g.err()].into_iter().flatten().collect()),
    }
}

#[derive(Template)]
#[template(path = "accounts/confirm.html")]
struct ConfirmPage {
    layout: Layout,
    csrf: String,
    action: String,
    handle: String,
    /// The handle was taken meanwhile: another one is asked for.
    taken: bool,
    refusals: Refusals,
}

/// GET /{l}/join/confirm/{token}: a button; opening the page confirms nothing.
///
/// # Errors
/// [`Error::LinkGone`].
pub async fn confirm(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let token = path.into_inner().1;
    Ok(no_referrer(page(app, ask, move |cx, conn| confirm_form(cx, conn, &token, "", &[])).await?))
}

fn confirm_form(cx: &Cx, conn: &mut Conn, token: &str, typed: &str, errors: &[FieldError]) -> Result<Html> {
    let join = forum::joins::find(conn, token, cx.now)?;
    cx.html(&ConfirmPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("accounts-confirm-title"), Section::None) },
        csrf: cx.csrf(),
        action: format!("/{}/join/confirm/{token}", cx.lang),
        handle: if typed.is_empty() { join.handle } else { typed.to_owned() },
        taken: errors.iter().any(|e| e.field == "handle"),
        refusals: Refusals::of(cx, errors),
    })
}

/// POST /{l}/join/confirm/{token}: makes the account and signs in, or hands it to the moderators.
///
/// # Errors
/// [`Error::LinkGone`], faults of the database.
pub async fn come_in(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let token = path.into_inner().1;
    let (now, limit, link) = (app.clock.now(), by_network(&app, &ask, "confirm"), token.clone());
    let join = app
        .db
        .write(move |conn| {
            forum::limits::take(conn, &limit, now)?;
            forum::joins::find(conn, &link, now)
        })
        .await?;
    // Whoever reads the letter is not yet whoever asked: somebody else's request for one's address opens nothing.
    if !app.verify_password(Some(join.password_hash), fields.get("password").to_owned()).await? {
        let wrong = [FieldError::new("password", "errors-join-password")];
        let again = move |cx: &Cx, conn: &mut Conn| confirm_form(cx, conn, &token, fields.get("handle"), &wrong);
        return Ok(no_referrer(page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, again).await?));
    }
    let (sent, link, whence) = (fields.clone(), token.clone(), ask.whence());
    let came = write(&app, &ask, move |cx, conn| {
        let handle = match sent.get("handle") {
            "" => None,
            typed => Some(Handle::parse(typed)?),
        };
        forum::joins::confirm(conn, &link, handle, cx.app.config.registration(), &whence, cx.now)
    })
    .await;
    match came {
        Ok(Came::In { cookie, lang }) => Ok(signed_in(&app, cookie, &format!("/{lang}/settings?welcome=1"))),
        Ok(Came::Waits) => Ok(see_other(&format!("/{}/join?waits=1", ask.lang))),
        Err(Error::Invalid(errors)) => {
            let again = move |cx: &Cx, conn: &mut Conn| confirm_form(cx, conn, &token, fields.get("handle"), &errors);
            Ok(no_referrer(page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, again).await?))
        }
        Err(e) => Err(e),
    }
}

#[derive(Template)]
#[template(path = "accounts/invitations.html")]
struct InvitationsPage {
    layout: Layout,
    csrf: String,
    email: String,
    lang: Lang,
    refusals: Refusals,
    saved: bool,
    rows: Vec<(Invitation, String)>,
}

/// GET /{l}/invitations: who was asked to come and has not yet.
///
/// # Errors
/// [`Error::SignIn`], no moderator.
pub async fn invitations(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| invitations_page(cx, conn, &Fields::default(), &[])).await
}

fn invitations_page(cx: &Cx, conn: &mut Conn, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    policy::invite(&cx.actor()?)?;
    let rows = store::joins::invitations(conn)?.into_iter().map(|i| (i.clone(), cx.time(i.created_at))).collect();
    cx.html(&InvitationsPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("accounts-invitations"), Section::Moderation) },
        csrf: cx.csrf(),
        email: fields.get("email").to_owned(),
        lang: Lang::parse(fields.get("lang")).unwrap_or(cx.lang),
        refusals: Refusals::of(cx, errors),
        saved: errors.is_empty() && cx.ask.query("saved").is_some(),
        rows,
    })
}

/// POST /{l}/invitations: `email` and `lang`, or `revoke` = an invitation.
///
/// # Errors
/// [`Error::SignIn`], no moderator, faults of the database.
pub async fn invite(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let sent = fields.clone();
    let done = write(&app, &ask, move |cx, conn| {
        let (actor, me) = (cx.actor()?, cx.account()?);
        policy::invite(&actor)?;
        if let Ok(id) = sent.get("revoke").parse() {
            return forum::joins::revoke(conn, &actor, id, cx.now);
        }
        match (Email::parse(sent.get("email")), lang_of(&sent)) {
            (Ok(email), Ok(lang)) => forum::joins::invite(conn, Some(&actor), &me.display_name, &email, lang, cx.now),
            (email, lang) => Err(Error::Invalid([email.err(), lang.err()].into_iter().flatten().collect())),
        }
    })
    .await;
    match done {
        Ok(()) => Ok(see_other(&format!("/{}/invitations?saved=1", ask.lang))),
        Err(Error::Invalid(errors)) => {
            let again = move |cx: &Cx, conn: &mut Conn| invitations_page(cx, conn, &fields, &errors);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, again).await
        }
        Err(e) => Err(e),
    }
}
