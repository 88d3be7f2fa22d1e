//! One person, as moderators see them: stop, let go on, trust; notes and what was decided before (M4).

use super::{
    cases::{self, PersonFacts, by_handle},
    cx::{Cx, Html, Layout, Section, page, page_with, see_other, write},
    extract::{Ask, Fields},
    parts::{self, Refusals},
    url,
    why::{self, LogRow, WhyForm},
};
use crate::{
    app::App,
    domain::{FieldError, limits, policy},
    error::{Error, Result},
    forum::{self, moderation::AccountAct},
    store::{self, Conn, cases::Noted, moderation::Subject},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{NaiveDateTime, TimeDelta};

/// Terms of a suspension that are offered, in days; none of them: no end.
const TERMS: [i64; 4] = [1, 7, 30, 180];

#[derive(Template)]
#[template(path = "moderation/person.html")]
struct PersonPage {
    layout: Layout,
    profile: String,
    facts: PersonFacts,
    csrf: String,
    action: String,
    acts: Vec<(&'static str, String, String)>,
    chosen: String,
    /// Value and words of each term.
    terms: Vec<(String, String)>,
    term: String,
    note: String,
    why: WhyForm,
    refusals: Refusals,
    saved: bool,
    notes: Vec<(String, String, String)>,
    log: Vec<LogRow>,
}

/// GET /{l}/u/{handle}/moderate
///
/// # Errors
/// [`Error::SignIn`], no moderator, an unknown handle.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let (_, handle) = path.into_inner();
    page(app, ask, move |cx, conn| form(cx, conn, &handle, &Fields::default(), &[])).await
}

fn form(cx: &Cx, conn: &mut Conn, handle: &str, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    let actor = cx.actor()?;
    policy::moderate(&actor, "-")?;
    let person = by_handle(conn, handle)?;
    let acts = match policy::suspend(&actor, person.id, person.role) {
        Ok(()) => [
            if person.is_suspended(cx.now) { AccountAct::Unsuspend } else { AccountAct::Suspend },
            if person.confirmed_at.is_some() { AccountAct::Unconfirm } else { AccountAct::Confirm },
        ]
        .into(),
        Err(_) => Vec::new(),
    };
    let act = |a: &AccountAct| {
        let said = |key| cx.l.m(key).s("act", a.as_str()).to_string();
        (a.as_str(), said("moderation-account-act"), said("moderation-account-effect"))
    };
    let term = |days: i64| (days.to_string(), cx.l.m("moderation-days").n("count", days).to_string());
    let terms = TERMS.into_iter().map(term).chain([("never".to_owned(), cx.l.t("moderation-no-end"))]).collect();
    let notes = store::cases::notes(conn, (Noted::Account, person.id))?;
    let names = store::accounts::names(conn, &notes.iter().map(|n| n.author_id).collect::<Vec<_>>())?;
    let lines = store::moderation::of(conn, Subject::Account(person.id))?;
    let lines: Vec<_> = lines.into_iter().filter(|l| forum::moderation::AccountAct::parse(&l.act).is_some() || l.act == "role").collect();
    let log = why::rows(cx, conn, &lines)?;
    cx.html(&PersonPage {
        layout: Layout { noindex: true, ..cx.layout(&person.display_name, Section::Moderation) },
        profile: url::person(cx.lang, &person.handle),
        facts: cases::person_facts(cx, conn, &person)?,
        csrf: cx.csrf(),
        action: format!("{}/moderate", url::person(cx.lang, &person.handle)),
        acts: acts.iter().map(act).collect(),
        chosen: fields.get("act").to_owned(),
        terms,
        term: fields.get("term").to_owned(),
        note: fields.get("note").to_owned(),
        why: WhyForm::load(cx, conn, fields, errors, true)?,
        refusals: Refusals::of(cx, errors),
        saved: cx.ask.query("saved").is_some(),
        notes: notes.iter().map(|n| (parts::who(cx, Some(n.author_id), &names), cx.time(n.at), n.body.clone())).collect(),
        log,
    })
}

/// POST /{l}/u/{handle}/moderate: `act` and `term` with a reason, or `act` = `note`; 303 back, or the form again.
///
/// # Errors
/// [`Error::SignIn`], no moderator, an administrator, faults of the database.
pub async fn act(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let (_, handle) = path.into_inner();
    let (sent, whose) = (fields.clone(), handle.clone());
    let done = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        policy::moderate(&actor, "-")?;
        let person = by_handle(conn, &whose)?;
        if sent.get("act") == "note" {
            let words = limits::line("note", sent.get("note"), 1, limits::REASON_CHARS)?;
            return forum::cases::note(conn, &actor, (Noted::Account, person.id), &words, cx.now);
        }
        let act = AccountAct::parse(sent.get("act")).ok_or_else(|| Error::field("act", "errors-act-unknown"))?;
        let until = if act == AccountAct::Suspend { term(sent.get("term"), cx.now)? } else { None };
        forum::moderation::act_on_account(conn, Some(&actor), person.id, act, until, &why::sent(&sent)?, cx.now)
    })
    .await;
    match done {
        Ok(()) => Ok(see_other(&format!("{}/moderate?saved=1", url::person(ask.lang, &handle)))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, &handle, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}

/// M4: a suspension has a term, or says that it has none.
fn term(word: &str, now: NaiveDateTime) -> Result<Option<NaiveDateTime>> {
    match word {
        "never" => Ok(Some(forum::moderation::never())),
        days => match days.parse::<i64>() {
            Ok(days) if TERMS.contains(&days) => Ok(Some(now + TimeDelta::days(days))),
            _ => Err(Error::field("term", "errors-term-unknown")),
        },
    }
}
