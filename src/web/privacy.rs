//! One's own data: downloaded, read, removed (U3). Each asks for the password once more.

use super::{
    credentials::prove,
    cx::{Cx, Html, Layout, Section, cookie, page, page_with, read, write_suspended},
    extract::{self, Ask, Fields},
    parts::Refusals,
};
use crate::{
    app::App,
    domain::FieldError,
    error::{Error, Result},
    forum::{
        self,
        privacy::{Contributions, Export},
    },
    store::{self, security::Event},
};
use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web::Data,
};
use askama::Template;
use serde_json::Value;

#[derive(Template)]
#[template(path = "accounts/data.html")]
struct DataPage {
    layout: Layout,
    csrf: String,
    contributions: String,
    refusals: Refusals,
}

/// GET /{l}/settings/data
///
/// # Errors
/// [`Error::SignIn`].
pub async fn data(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, _| form(cx, &Fields::default(), &[])).await
}

fn form(cx: &Cx, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    cx.account()?;
    cx.html(&DataPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("accounts-data-title"), Section::None) },
        csrf: cx.csrf(),
        contributions: fields.get("contributions").to_owned(),
        refusals: Refusals::of(cx, errors),
    })
}

#[derive(Template)]
#[template(path = "accounts/export.html")]
struct ExportPage {
    layout: Layout,
    sections: Vec<SectionView>,
}

struct SectionView {
    name: String,
    rows: Vec<Vec<(String, String)>>,
}

/// POST /{l}/settings/export: `current`, `format` = `json` or `page`. Nothing of it is stored anywhere.
///
/// # Errors
/// [`Error::SignIn`], too many tries, faults of the database.
pub async fn export(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let me = match prove(&app, &ask, &fields).await {
        Ok(me) => me,
        Err(e) => return refused(app, ask, fields, e).await,
    };
    let (id, whence) = (me.id, ask.whence());
    write_suspended(&app, &ask, move |cx, conn| store::security::note(conn, id, Event::Export, &whence, cx.now)).await?;
    if fields.get("format") == "json" {
        let export = read(&app, &ask, move |_, conn| forum::privacy::export(conn, &me)).await?;
        let name = header::HeaderValue::from_static("attachment; filename=\"trialogue.json\"");
        return Ok(HttpResponse::Ok()
            .insert_header((header::CONTENT_DISPOSITION, name))
            .insert_header((header::CACHE_CONTROL, "private, no-store"))
            .json(export.json()));
    }
    page(app, ask, move |cx, conn| {
        let export = forum::privacy::export(conn, &me)?;
        cx.html(&ExportPage {
            layout: Layout { noindex: true, ..cx.layout(cx.l.t("accounts-export-title"), Section::None) },
            sections: sections(cx, &export),
        })
    })
    .await
}

fn sections(cx: &Cx, export: &Export) -> Vec<SectionView> {
    let shown = |value: &Value| match value {
        Value::String(text) => match chrono::DateTime::parse_from_rfc3339(text) {
            Ok(at) => cx.l.minute(&cx.local(at.naive_utc())),
            Err(_) => text.clone(),
        },
        Value::Bool(yes) => cx.l.m("accounts-export-yes").s("yes", yes.to_string()).to_string(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let row = |row: &serde_json::Map<String, Value>| {
        row.iter()
            .map(|(field, value)| (cx.l.m("accounts-export-field").s("field", field).to_string(), shown(value)))
            .filter(|(_, v)| !v.is_empty())
            .collect()
    };
    let section = |(name, rows): &(&str, Vec<serde_json::Map<String, Value>>)| SectionView {
        name: cx.l.m("accounts-export-section").s("section", *name).to_string(),
        rows: rows.iter().map(row).collect(),
    };
    export.0.iter().filter(|(_, rows)| !rows.is_empty()).map(section).collect()
}

async fn refused(app: Data<App>, ask: Ask, fields: Fields, e: Error) -> Result<HttpResponse> {
    match e {
        Error::Invalid(errors) => page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, _| form(cx, &fields, &errors)).await,
        e => Err(e),
    }
}

#[derive(Template)]
#[template(path = "accounts/erased.html")]
struct ErasedPage {
    layout: Layout,
    removed: bool,
}

/// POST /{l}/settings/erase: `current`, `contributions` = `keep` or `remove`, `sure`. The account is gone with the answer.
///
/// # Errors
/// [`Error::SignIn`], the last administrator, too many tries, faults of the database.
pub async fn erase(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let erased = async {
        let choice = Contributions::parse(fields.get("contributions"));
        let choice = choice.ok_or_else(|| Error::field("contributions", "errors-contributions"))?;
        if fields.get("sure").is_empty() {
            return Err(Error::field("sure", "errors-erase-sure"));
        }
        let me = prove(&app, &ask, &fields).await?;
        app.erase(me, choice).await?;
        Ok(choice)
    };
    let choice = match erased.await {
        Ok(choice) => choice,
        Err(e) => return refused(app, ask, fields, e).await,
    };
    let mut gone = cookie(&app, extract::session_cookie(&app), String::new(), None);
    gone.make_removal();
    let mut nobody = ask;
    nobody.session = None;
    let mut answer = page(app, nobody, move |cx, _| {
        let layout = Layout { noindex: true, ..cx.layout(cx.l.t("accounts-erased-title"), Section::None) };
        cx.html(&ErasedPage { layout, removed: choice == Contributions::Remove })
    })
    .await?;
    let _ = answer.add_cookie(&gone);
    Ok(answer)
}
