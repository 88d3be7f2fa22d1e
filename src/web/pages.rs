//! Pages of the site: licence and privacy note, with three slots each.

use super::{
    cx::{Cx, Html, Layout, Section, page, page_with, see_other, write},
    extract::{Ask, Fields},
    matrix,
    parts::{self, Cell, Refusals},
    posts::edit_draft,
    url,
};
use crate::{
    app::App,
    domain::{
        FieldError,
        lang::Lang,
        markdown::{BLOCK_BREAK, title_html},
        page::SitePage,
        policy,
        post::Change,
    },
    error::{Error, Result},
    forum,
    store::{self, Conn, texts::Text},
};
use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;

#[derive(Template)]
#[template(path = "pages/show.html")]
struct SitePageView {
    layout: Layout,
    title: String,
    lang: Lang,
    /// The shown slot is a translation that the original has moved past.
    outdated: bool,
    html: String,
    updated: String,
    cells: Vec<Cell>,
    edit: Option<String>,
}

/// The page that an address names: `/fr/privacy/edit` is about `privacy`.
fn named(ask: &Ask) -> Result<SitePage> {
    ask.rest.split(['/', '?']).nth(1).and_then(SitePage::parse).ok_or(Error::NotFound)
}

fn text_of(conn: &mut Conn, page: SitePage) -> Result<Text> {
    let id = store::pages::text(conn, page)?.ok_or(Error::NotFound)?;
    store::texts::find(conn, id)
}

/// GET /{l}/licence, /{l}/privacy
///
/// # Errors
/// Database failures only.
pub async fn show(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    let name = named(&ask)?;
    page(app, ask, move |cx, conn| {
        let text = text_of(conn, name)?;
        let lang = text.choose(&cx.reader());
        let slot = text.slot(lang).ok_or(Error::NotFound)?;
        let html = store::texts::html(conn, &[slot.revision_id], cx.visible())?.remove(&slot.revision_id).unwrap_or_default();
        let names = store::accounts::names(conn, &parts::people(&[(text.id, text.clone())].into()))?;
        let may_edit = cx.me.as_ref().is_some_and(|m| policy::give_rights(&m.actor()).is_ok());
        cx.html(&SitePageView {
            layout: cx.layout(&slot.title, Section::None),
            title: title_html(&slot.title, lang),
            lang,
            outdated: !text.freshness(lang).fresh,
            html: crate::domain::references::plain(&html).replace(BLOCK_BREAK, "\n"),
            updated: cx.l.day(&cx.local(slot.created_at)),
            cells: parts::strip(cx, &text, &names, Some(lang), |lang| matrix::to_bench(cx, text.id, lang)),
            edit: may_edit.then(|| format!("{}/edit", url::page(cx.lang, name))),
        })
    })
    .await
}

/// The form in which the original of a text of the house is edited.
#[derive(Template)]
#[template(path = "pages/edit.html")]
pub struct EditHouse {
    pub layout: Layout,
    pub back: String,
    pub action: String,
    pub csrf: String,
    pub lang: Lang,
    pub title: String,
    pub body: String,
    pub revision: String,
    pub change: Change,
    pub note: String,
    pub refusals: Refusals,
    /// Somebody saved meanwhile.
    pub conflict: bool,
    /// A prepared answer can be retired, and offered again.
    pub retire: Option<bool>,
}

/// The form on the newest revision, with what was typed.
///
/// # Errors
/// Database failures only.
pub fn edit_house(
    cx: &Cx,
    conn: &mut Conn,
    text: &Text,
    typed: Option<&Fields>,
    errors: &[FieldError],
    conflict: bool,
) -> Result<EditHouse> {
    let now = store::texts::revision(conn, text.id, text.original, text.source_revision())?.ok_or(Error::NotFound)?;
    let heading = cx.l.m("pages-edit").s("title", &now.title).to_string();
    let of = |name: &str, stored: &str| typed.map_or_else(|| stored.to_owned(), |t| t.get(name).to_owned());
    let revision = if conflict { now.n.to_string() } else { of("revision", &now.n.to_string()) };
    Ok(EditHouse {
        layout: Layout { noindex: true, ..cx.layout(heading, Section::None) },
        back: String::new(),
        action: String::new(),
        csrf: cx.csrf(),
        lang: text.original,
        title: of("title", &now.title),
        body: of("body", &now.body),
        revision,
        change: typed.and_then(|t| Change::parse(t.get("change"))).unwrap_or(Change::Meaning),
        note: of("note", ""),
        refusals: Refusals::of(cx, errors),
        conflict,
        retire: None,
    })
}

/// GET /{l}/licence/edit, /{l}/privacy/edit
///
/// # Errors
/// [`Error::SignIn`], no administrator.
pub async fn edit(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    let name = named(&ask)?;
    page(app, ask, move |cx, conn| form(cx, conn, name, None, &[], false)).await
}

fn form(cx: &Cx, conn: &mut Conn, name: SitePage, typed: Option<&Fields>, errors: &[FieldError], conflict: bool) -> Result<Html> {
    policy::give_rights(&cx.actor()?)?;
    let text = text_of(conn, name)?;
    let back = url::page(cx.lang, name);
    let form = edit_house(cx, conn, &text, typed, errors, conflict)?;
    cx.html(&EditHouse { action: format!("{back}/edit"), back, ..form })
}

/// POST /{l}/licence/edit, /{l}/privacy/edit: 303 to the page, or the form again.
///
/// # Errors
/// [`Error::SignIn`], no administrator, faults of the database.
pub async fn update(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let name = named(&ask)?;
    let sent = fields.clone();
    let saved = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        policy::give_rights(&actor)?;
        let draft = edit_draft(&sent, true).map_err(Error::Invalid)?;
        let text = text_of(conn, name)?;
        forum::pages::edit(conn, &actor, &text, &draft, cx.now)
    })
    .await;
    match saved {
        Ok(_) => Ok(see_other(&url::page(ask.lang, name))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, name, Some(&fields), &errors, false)).await
        }
        Err(Error::Conflict(_)) => {
            page_with(StatusCode::CONFLICT, app, ask, move |cx, conn| form(cx, conn, name, Some(&fields), &[], true)).await
        }
        Err(e) => Err(e),
    }
}
