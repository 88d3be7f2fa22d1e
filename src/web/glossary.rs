//! The glossary: its page, the search within, and what moderators do to a term.

use super::{
    cx::{Cx, Html, Layout, Section, page, page_with, see_other, write},
    extract::{Ask, Fields, id},
    parts::{self, Refusals},
};
use crate::{
    app::App,
    domain::{FieldError, glossary::Term, lang::Lang, limits, policy},
    error::{Error, Result},
    forum::{self, glossary::TermDraft},
    store::{self, Conn, glossary::Revision},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "glossary/index.html")]
struct GlossaryPage {
    layout: Layout,
    q: String,
    terms: Vec<Term>,
    all: usize,
    may_curate: bool,
}

/// GET /{l}/glossary?q=
///
/// # Errors
/// Database failures only.
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| {
        let q = cx.ask.query("q").unwrap_or_default().trim().to_owned();
        let mut terms: Vec<Term> = store::glossary::all(conn)?.into_iter().filter(|t| !t.retired || cx.is_moderator()).collect();
        let all = terms.len();
        terms.retain(|t| t.matches(&q));
        terms.sort_by_key(|t| limits::sort_key(t.name(cx.lang)));
        let layout = Layout { noindex: !q.is_empty(), ..cx.layout(cx.l.t("glossary-title"), Section::Glossary) };
        cx.html(&GlossaryPage { layout, q, terms, all, may_curate: cx.is_moderator() })
    })
    .await
}

#[derive(Template)]
#[template(path = "glossary/term.html")]
struct TermPage {
    layout: Layout,
    /// `None`: a new one.
    term: Option<Term>,
    revision: i32,
    form: Option<TermDraft>,
    csrf: String,
    refusals: Refusals,
    history: Vec<RevisionRow>,
}

struct RevisionRow {
    n: i32,
    names: [String; 3],
    avoid: String,
    note: String,
    note_lang: Lang,
    retired: bool,
    by: String,
    time: String,
    reason: String,
}

/// GET /{l}/glossary/new
///
/// # Errors
/// [`Error::SignIn`], no moderator.
pub async fn new(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| form(cx, conn, None, None, &[])).await
}

/// GET /{l}/glossary/{term}: the term with its history; for moderators the form.
///
/// # Errors
/// An unknown term.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| form(cx, conn, Some(id), None, &[])).await
}

fn form(cx: &Cx, conn: &mut Conn, id: Option<i64>, typed: Option<TermDraft>, errors: &[FieldError]) -> Result<Html> {
    let history = match id {
        Some(id) => store::glossary::history(conn, id)?,
        None => {
            policy::moderate(&cx.actor()?, "-")?;
            Vec::new()
        }
    };
    if id.is_some() && history.is_empty() {
        return Err(Error::NotFound);
    }
    let names = store::accounts::names(conn, &history.iter().filter_map(|r| r.author_id).collect::<Vec<_>>())?;
    let current = history.first().map(Revision::term);
    let form = cx.is_moderator().then(|| typed.unwrap_or_else(|| preset(cx, current.as_ref())));
    let row = |r: &Revision| {
        let term = r.term();
        RevisionRow {
            n: r.n,
            avoid: term.avoid.join(" · "),
            note_lang: term.note_lang.unwrap_or(Lang::En),
            by: parts::who(cx, r.author_id, &names),
            time: cx.time(r.created_at),
            reason: r.reason.clone(),
            names: term.names,
            note: term.note,
            retired: term.retired,
        }
    };
    let title = current.as_ref().map_or_else(|| cx.l.t("glossary-new"), |t| t.name(cx.lang).to_owned());
    cx.html(&TermPage {
        layout: Layout { noindex: true, ..cx.layout(title, Section::Glossary) },
        revision: history.first().map_or(0, |r| r.n),
        csrf: if form.is_some() { cx.csrf() } else { String::new() },
        refusals: Refusals::of(cx, errors),
        history: history.iter().map(row).collect(),
        term: current,
        form,
    })
}

fn preset(cx: &Cx, term: Option<&Term>) -> TermDraft {
    let term = term.cloned().unwrap_or_default();
    TermDraft {
        avoid: term.avoid.join("\n"),
        note_lang: term.note_lang.unwrap_or(cx.lang),
        names: term.names,
        note: term.note,
        retired: term.retired,
        reason: String::new(),
    }
}

fn typed(fields: &Fields) -> TermDraft {
    TermDraft {
        names: ["fr", "en", "ja"].map(|name| fields.get(name).to_owned()),
        avoid: fields.get("avoid").to_owned(),
        note: fields.get("note").to_owned(),
        note_lang: Lang::parse(fields.get("note_lang")).unwrap_or(Lang::En),
        retired: !fields.get("retired").is_empty(),
        reason: fields.get("reason").to_owned(),
    }
}

/// POST /{l}/glossary/new: 303 to the term, or the form again.
///
/// # Errors
/// [`Error::SignIn`], no moderator, faults of the database.
pub async fn create(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let draft = typed(&fields);
    let sent = draft.clone();
    let made = write(&app, &ask, move |cx, conn| forum::glossary::add(conn, &cx.actor()?, &sent, cx.now)).await;
    match made {
        Ok(id) => Ok(see_other(&format!("/{}/glossary/{id}", ask.lang))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, None, Some(draft), &errors)).await
        }
        Err(e) => Err(e),
    }
}

/// POST /{l}/glossary/{term}: 303 to the term, or the form again.
///
/// # Errors
/// [`Error::SignIn`], no moderator, an unknown term, faults of the database.
pub async fn update(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let draft = typed(&fields);
    let (sent, seen) = (draft.clone(), fields.get("revision").parse().unwrap_or_default());
    let saved = write(&app, &ask, move |cx, conn| forum::glossary::revise(conn, &cx.actor()?, id, seen, &sent, cx.now)).await;
    match saved {
        Ok(()) => Ok(see_other(&format!("/{}/glossary/{id}", ask.lang))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, Some(id), Some(draft), &errors)).await
        }
        Err(e) => Err(e),
    }
}
