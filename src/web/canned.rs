//! Prepared answers of moderators: written in one language, translated at the workbench, read by each in their own.

use super::{
    cx::{Cx, Html, Layout, Section, page, page_with, see_other, write},
    extract::{Ask, Fields, id},
    matrix,
    pages::{EditHouse, edit_house},
    parts::{self, Cell, Refusals},
    posts::{edit_draft, lang_of},
};
use crate::{
    app::App,
    domain::{FieldError, lang::Lang, markdown::title_html, policy, post::Body, thread},
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
#[template(path = "moderation/answers.html")]
struct AnswersPage {
    layout: Layout,
    rows: Vec<Row>,
    csrf: String,
    title: String,
    body: String,
    lang: Lang,
    refusals: Refusals,
}

struct Row {
    href: String,
    title: String,
    lang: Lang,
    retired: bool,
    cells: Vec<Cell>,
}

/// GET /{l}/moderation/answers
///
/// # Errors
/// [`Error::SignIn`], no moderator.
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| list(cx, conn, &Fields::default(), &[])).await
}

fn list(cx: &Cx, conn: &mut Conn, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    policy::moderate(&cx.actor()?, "-")?;
    let all = store::canned::all(conn)?;
    let texts = store::texts::load(conn, &all.iter().map(|c| c.text_id).collect::<Vec<_>>())?;
    let names = store::accounts::names(conn, &parts::people(&texts))?;
    let row = |c: &store::canned::Canned| {
        let text = texts.get(&c.text_id)?;
        let (title, lang) = text.title(&cx.reader());
        Some(Row {
            href: format!("/{}/moderation/answers/{}", cx.lang, c.id),
            title: title_html(title, lang),
            lang,
            retired: c.retired,
            cells: parts::strip(cx, text, &names, Some(lang), |l| matrix::to_bench(cx, text.id, l)),
        })
    };
    cx.html(&AnswersPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("moderation-answers"), Section::Moderation) },
        rows: all.iter().filter_map(row).collect(),
        csrf: cx.csrf(),
        title: fields.get("title").to_owned(),
        body: fields.get("body").to_owned(),
        lang: Lang::parse(fields.get("lang")).unwrap_or_else(|| cx.writes()),
        refusals: Refusals::of(cx, errors),
    })
}

/// POST /{l}/moderation/answers: 303 back, or the form again.
///
/// # Errors
/// [`Error::SignIn`], no moderator, faults of the database.
pub async fn create(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let sent = fields.clone();
    let added = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        policy::moderate(&actor, "-")?;
        match (lang_of(&sent), thread::title(sent.get("title")), Body::parse(sent.get("body"))) {
            (Ok(lang), Ok(title), Ok(body)) => forum::pages::add_answer(conn, &actor, lang, &title, &body, cx.now),
            (a, b, c) => Err(Error::Invalid([a.err(), b.err(), c.err()].into_iter().flatten().collect())),
        }
    })
    .await;
    match added {
        Ok(_) => Ok(see_other(&format!("/{}/moderation/answers", ask.lang))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| list(cx, conn, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}

/// GET /{l}/moderation/answers/{id}
///
/// # Errors
/// [`Error::SignIn`], no moderator, an unknown answer.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| form(cx, conn, id, None, &[], false)).await
}

fn form(cx: &Cx, conn: &mut Conn, id: i64, typed: Option<&Fields>, errors: &[FieldError], conflict: bool) -> Result<Html> {
    policy::moderate(&cx.actor()?, "-")?;
    let answer = store::canned::find(conn, id)?.ok_or(Error::NotFound)?;
    let text = store::texts::find(conn, answer.text_id)?;
    let back = format!("/{}/moderation/answers", cx.lang);
    let form = edit_house(cx, conn, &text, typed, errors, conflict)?;
    cx.html(&EditHouse { action: format!("{back}/{id}"), back, retire: Some(answer.retired), ..form })
}

/// POST /{l}/moderation/answers/{id}: `action` = `retire` takes it out of the choice, or back into it.
///
/// # Errors
/// [`Error::SignIn`], no moderator, an unknown answer, faults of the database.
pub async fn update(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let sent = fields.clone();
    let saved = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        policy::moderate(&actor, "-")?;
        let answer = store::canned::find(conn, id)?.ok_or(Error::NotFound)?;
        if sent.get("action") == "retire" {
            return forum::pages::retire_answer(conn, &actor, id, !answer.retired, cx.now);
        }
        let draft = edit_draft(&sent, true).map_err(Error::Invalid)?;
        let text = store::texts::find(conn, answer.text_id)?;
        forum::pages::edit(conn, &actor, &text, &draft, cx.now).map(|_| ())
    })
    .await;
    match saved {
        Ok(()) => Ok(see_other(&format!("/{}/moderation/answers", ask.lang))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, id, Some(&fields), &errors, false)).await
        }
        Err(Error::Conflict(_)) => {
            page_with(StatusCode::CONFLICT, app, ask, move |cx, conn| form(cx, conn, id, Some(&fields), &[], true)).await
        }
        Err(e) => Err(e),
    }
}
