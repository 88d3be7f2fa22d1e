//! What moderators did to somebody's words or account, for that person; and their one answer (M5).

use super::{
    cx::{Cx, Html, Layout, Section, page, page_with, see_other, write_suspended},
    extract::{Ask, Fields, id},
    parts::Refusals,
    posts::lang_of,
    url,
    why::{self, LogRow},
};
use crate::{
    app::App,
    domain::{FieldError, lang::Lang, limits, moderation::Placed},
    error::{Error, Result},
    forum,
    store::{Conn, cases::Case},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "moderation/decision.html")]
struct DecisionPage {
    layout: Layout,
    /// What was done to what.
    said: String,
    /// Without the moderator's name: the house decided.
    act: LogRow,
    /// Where one's own words stand, as one wrote them.
    own: Option<(Placed, String)>,
    /// Which post or thread it was.
    place: String,
    /// The answer that was given, and what came of it.
    answer: Option<(String, Lang, String)>,
    csrf: String,
    action: String,
    can_answer: bool,
    words: String,
    lang: Lang,
    refusals: Refusals,
}

/// GET /{l}/acts/{id}
///
/// # Errors
/// [`Error::SignIn`]; an act on somebody else.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| form(cx, conn, id, &Fields::default(), &[])).await
}

fn form(cx: &Cx, conn: &mut Conn, id: i64, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    let me = cx.account()?;
    let act = forum::moderation::act(conn, &me.actor(), id)?;
    let can_answer = act.concerns == me.id && act.answer.is_none() && forum::moderation::is_answerable(&act.line, act.concerns);
    let place = forum::moderation::place(conn, &act.line, cx.lang)?;
    let row = why::rows(cx, conn, std::slice::from_ref(&act.line))?.pop().ok_or(Error::NotFound)?;
    let came = |case: &Case| cx.l.m("moderation-answer-came").s("decision", case.outcome().map_or("open", |d| d.as_str())).to_string();
    cx.html(&DecisionPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("moderation-decision-title"), Section::None) },
        said: why::told(cx, &act.line),
        act: row,
        place: place.as_ref().map(|p| cx.l.place(p, &cx.local(p.at))).unwrap_or_default(),
        own: place.filter(|p| p.readable).map(|p| match p.what {
            Placed::Post => (p.what, url::post(cx.lang, p.id)),
            Placed::Thread => (p.what, url::thread(cx.lang, p.id, "")),
        }),
        answer: act.answer.map(|case| {
            let came = came(&case);
            let lang = case.lang().unwrap_or(cx.lang);
            (case.words, lang, came)
        }),
        csrf: if can_answer { cx.csrf() } else { String::new() },
        action: url::act(cx.lang, id),
        can_answer,
        words: fields.get("words").to_owned(),
        lang: Lang::parse(fields.get("lang")).unwrap_or_else(|| cx.writes()),
        refusals: Refusals::of(cx, errors),
    })
}

/// POST /{l}/acts/{id}: the one answer; also of somebody who is suspended.
///
/// # Errors
/// [`Error::SignIn`]; an act on somebody else; a second answer; faults of the database.
pub async fn answer(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let sent = fields.clone();
    let answered = write_suspended(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        let words = limits::many_lines(sent.get("words"));
        let found = words.chars().count();
        if words.is_empty() {
            return Err(Error::field("words", "errors-field-empty"));
        }
        if found > limits::REASON_CHARS {
            return Err(FieldError::over("words", "errors-field-too-long", limits::REASON_CHARS, found).into());
        }
        forum::cases::answer(conn, &actor, id, &words, lang_of(&sent)?, cx.now)
    })
    .await;
    match answered {
        Ok(()) => Ok(see_other(&url::act(ask.lang, id))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, id, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}
