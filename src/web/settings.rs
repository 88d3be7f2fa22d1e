//! Settings: how one reads and writes, what others see, keys for programs.

use super::{
    credentials,
    cx::{Cx, Html, Layout, Section, page, page_with, see_other, write},
    extract::{Ask, Fields, id},
    parts::Refusals,
};
use crate::{
    app::App,
    domain::{
        FieldError,
        account::Preferences,
        comfort::{Colours, Comfort, TextSize, ThreadView},
        lang::Lang,
        limits,
    },
    error::{Error, Result},
    forum::{self, accounts::Settings},
    store::{self, Conn},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "accounts/settings.html")]
struct SettingsPage {
    layout: Layout,
    /// Somebody who has just come in.
    welcome: bool,
    csrf: String,
    saved: bool,
    display_name: String,
    organisation: String,
    territory: String,
    page: String,
    /// What stands at each of the three places of the ordered list; empty for none.
    reads: Vec<String>,
    writes: String,
    zone: String,
    zones: Vec<&'static str>,
    machine: bool,
    refusals: Refusals,
    handle: String,
    email: String,
    tokens: Vec<TokenRow>,
    comfort: Comfort,
    new_token: Option<String>,
    /// What the next token is for, as it was typed.
    token_name: String,
}

struct TokenRow {
    id: i64,
    name: String,
    time: String,
}

/// GET /{l}/settings
///
/// # Errors
/// [`Error::SignIn`].
pub async fn settings(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| {
        let preset = current_settings(cx)?;
        settings_form(cx, conn, &preset, &[], None)
    })
    .await
}

fn current_settings(cx: &Cx) -> Result<Fields> {
    let me = cx.account()?;
    let p = me.preferences();
    let mut fields = Fields::default()
        .with("display_name", &me.display_name)
        .with("organisation", &me.organisation)
        .with("territory", &me.territory)
        .with("page", p.page.map_or("", Lang::as_str))
        .with("writes", p.writes.as_str())
        .with("zone", p.zone.name())
        .with("machine", if p.machine { "yes" } else { "" });
    for lang in p.reads {
        fields = fields.with("reads", lang.as_str());
    }
    Ok(fields)
}

fn settings_form(cx: &Cx, conn: &mut Conn, fields: &Fields, errors: &[FieldError], new_token: Option<String>) -> Result<Html> {
    let me = cx.account()?;
    let tokens = store::api_tokens::of(conn, me.id)?;
    let mut reads = fields.all("reads");
    reads.resize(3, String::new());
    let layout = Layout { noindex: true, ..cx.layout(cx.l.t("accounts-settings-title"), Section::None) };
    cx.html(&SettingsPage {
        layout,
        csrf: cx.csrf(),
        welcome: cx.ask.query("welcome").is_some(),
        saved: cx.ask.query("saved").is_some(),
        display_name: fields.get("display_name").to_owned(),
        organisation: fields.get("organisation").to_owned(),
        territory: fields.get("territory").to_owned(),
        page: fields.get("page").to_owned(),
        reads,
        writes: fields.get("writes").to_owned(),
        zone: fields.get("zone").to_owned(),
        zones: chrono_tz::TZ_VARIANTS
            .iter()
            .map(|z| z.name())
            .filter(|z| z.contains('/') && !z.starts_with("Etc/") || *z == "UTC")
            .collect(),
        machine: !fields.get("machine").is_empty(),
        refusals: Refusals::of(cx, errors),
        handle: me.handle.clone(),
        email: me.email.clone(),
        comfort: me.comfort(),
        tokens: tokens.into_iter().map(|t| TokenRow { id: t.id, name: t.name, time: cx.time(t.created_at) }).collect(),
        new_token,
        token_name: fields.get("name").to_owned(),
    })
}

/// POST /{l}/settings: 303 back, in the page language just chosen, or the form again.
///
/// # Errors
/// [`Error::SignIn`], faults of the database.
pub async fn save_settings(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let checked = check_settings(&fields);
    let saved = match checked {
        Err(errors) => Err(Error::Invalid(errors)),
        Ok(settings) => {
            let lang = settings.preferences.page.unwrap_or(ask.lang);
            write(&app, &ask, move |cx, conn| forum::accounts::save_settings(conn, cx.account()?.id, &settings)).await.map(|()| lang)
        }
    };
    match saved {
        Ok(lang) => Ok(see_other(&format!("/{lang}/settings?saved=1"))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| settings_form(cx, conn, &fields, &errors, None)).await
        }
        Err(e) => Err(e),
    }
}

/// POST /{l}/settings/comfort: `size`, `view`, `colours`, `shortcuts`; 303 back.
///
/// # Errors
/// [`Error::SignIn`], words that are no choice.
pub async fn save_comfort(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let unknown = |field| Error::field(field, "errors-act-unknown");
    let comfort = Comfort {
        size: TextSize::parse(fields.get("size")).ok_or_else(|| unknown("size"))?,
        view: ThreadView::parse(fields.get("view")).ok_or_else(|| unknown("view"))?,
        colours: Colours::parse(fields.get("colours")).ok_or_else(|| unknown("colours"))?,
        shortcuts: !fields.get("shortcuts").is_empty(),
    };
    write(&app, &ask, move |cx, conn| forum::accounts::save_comfort(conn, cx.account()?.id, comfort)).await?;
    Ok(see_other(&format!("/{}/settings?saved=1", ask.lang)))
}

fn check_settings(fields: &Fields) -> std::result::Result<Settings, Vec<FieldError>> {
    let lang = |field: &'static str, word: &str| Lang::parse(word).ok_or_else(|| FieldError::new(field, "errors-lang-unknown"));
    let page = match fields.get("page") {
        "" => Ok(None),
        word => lang("page", word).map(Some),
    };
    let mut reads = Vec::new();
    let mut unread = None;
    for word in fields.all("reads").iter().filter(|w| !w.is_empty()) {
        match lang("reads", word) {
            Ok(l) if reads.contains(&l) => {}
            Ok(l) => reads.push(l),
            Err(e) => unread = Some(e),
        }
    }
    if reads.is_empty() && unread.is_none() {
        unread = Some(FieldError::new("reads", "errors-reads-none"));
    }
    let parts = (
        page,
        lang("writes", fields.get("writes")),
        fields.get("zone").parse::<chrono_tz::Tz>().map_err(|_| FieldError::new("zone", "errors-zone-unknown")),
        limits::line("display_name", fields.get("display_name"), 1, limits::LINE_CHARS),
        limits::line("organisation", fields.get("organisation"), 0, limits::LINE_CHARS),
        limits::line("territory", fields.get("territory"), 0, limits::LINE_CHARS),
    );
    match (parts, unread) {
        ((Ok(page), Ok(writes), Ok(zone), Ok(display_name), Ok(organisation), Ok(territory)), None) => Ok(Settings {
            preferences: Preferences { page, reads, writes, zone, machine: !fields.get("machine").is_empty() },
            display_name,
            organisation,
            territory,
        }),
        ((a, b, c, d, e, f), g) => Err([a.err(), b.err(), c.err(), d.err(), e.err(), f.err(), g].into_iter().flatten().collect()),
    }
}

/// POST /{l}/settings/tokens: `name`, `current`; shows the new token, once.
///
/// # Errors
/// [`Error::SignIn`], too many tries, faults of the database.
pub async fn create_token(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let (token, errors, status) = match make_token(&app, &ask, &fields).await {
        Ok(token) => (Some(token), Vec::new(), StatusCode::OK),
        Err(Error::Invalid(errors)) => (None, errors, StatusCode::UNPROCESSABLE_ENTITY),
        Err(e) => return Err(e),
    };
    let typed = if token.is_some() { String::new() } else { fields.get("name").to_owned() };
    page_with(status, app, ask, move |cx, conn| {
        let preset = current_settings(cx)?.with("name", &typed);
        settings_form(cx, conn, &preset, &errors, token)
    })
    .await
}

async fn make_token(app: &Data<App>, ask: &Ask, fields: &Fields) -> Result<String> {
    // First what costs no try of the password: whether one may, and the name.
    let typed = fields.get("name").to_owned();
    let name = write(app, ask, move |cx, _| {
        cx.account()?;
        Ok(forum::credentials::token_name(&typed)?)
    })
    .await?;
    let me = credentials::prove(app, ask, fields).await?;
    let whence = ask.whence();
    write(app, ask, move |cx, conn| {
        credentials::still(cx, &me)?;
        forum::credentials::create_token(conn, me.id, &name, Some(&whence), cx.now)
    })
    .await
}

/// POST /{l}/settings/tokens/{id}/delete
///
/// # Errors
/// [`Error::SignIn`], somebody else's token, faults of the database.
pub async fn delete_token(app: Data<App>, ask: Ask, path: Path<(String, String)>, _: Fields) -> Result<HttpResponse> {
    let token = id(&path.1)?;
    write(&app, &ask, move |cx, conn| store::api_tokens::delete(conn, cx.account()?.id, token)).await?;
    Ok(see_other(&format!("/{}/settings?saved=1", ask.lang)))
}
