//! The moderators' queue and its cases; made so that one can be settled on a phone in a minute (M1, M2).

use super::{
    cx::{Cx, Html, Layout, Section, page, page_with, see_other, write},
    extract::{Ask, Fields, id},
    parts::{self, Refusals},
    post_view::{self, PostView},
    url,
    why::{self, LogRow, WhyForm},
};
use crate::{
    app::App,
    domain::{
        FieldError,
        account::Handle,
        lang::Lang,
        limits,
        moderation::{CaseKind, Decision},
        policy::{self, Denied, Visible},
    },
    error::{Error, Result},
    forum,
    store::{
        self, Conn,
        accounts::Account,
        cases::{Case, Noted},
        joins::Join,
        posts::Post,
    },
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::collections::HashMap;

/// Cases on one page.
const PAGE: i64 = 30;

#[derive(Template)]
#[template(path = "moderation/queue.html")]
struct QueuePage {
    layout: Layout,
    kinds: Vec<KindTab>,
    rows: Vec<CaseRow>,
    done: bool,
    next: Option<String>,
}

struct KindTab {
    words: String,
    href: String,
    current: bool,
}

struct CaseRow {
    href: String,
    /// What waits, in words.
    kind: String,
    /// What it is about: the thread's title or a person's name, as HTML, with its language.
    title: String,
    lang: Lang,
    about: String,
    flags: i64,
}

/// GET /{l}/moderation?kind=&after=
///
/// # Errors
/// [`Error::SignIn`], no moderator.
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, queue).await
}

fn queue(cx: &Cx, conn: &mut Conn) -> Result<Html> {
    policy::moderate(&cx.actor()?, "-")?;
    let kind = cx.ask.query("kind").and_then(CaseKind::parse);
    let after = cx.ask.query("after").and_then(|n| n.parse().ok()).unwrap_or_default();
    let counts = store::cases::counts(conn)?;
    let mut cases = store::cases::waiting(conn, kind, after, PAGE + 1)?;
    let more = cases.len() > PAGE as usize;
    cases.truncate(PAGE as usize);
    let base = format!("/{}/moderation", cx.lang);
    let tab = |of: Option<CaseKind>| {
        let count = of.map_or_else(|| counts.values().sum(), |k| counts.get(&k).copied().unwrap_or_default());
        KindTab {
            words: cx.l.m("moderation-kind").s("kind", of.map_or("all", CaseKind::as_str)).n("count", count).to_string(),
            href: of.map_or(base.clone(), |k| format!("{base}?kind={k}")),
            current: kind == of,
        }
    };
    let kinds = std::iter::once(None).chain(CaseKind::ALL.iter().copied().map(Some)).map(tab).collect();
    let rows = rows(cx, conn, &cases)?;
    let query = kind.map(|k| format!("kind={k}&")).unwrap_or_default();
    cx.html(&QueuePage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("moderation-title"), Section::Moderation) },
        kinds,
        rows,
        done: cx.ask.query("done").is_some(),
        next: cases.last().filter(|_| more).map(|c| format!("{base}?{query}after={}", c.id)),
    })
}

fn rows(cx: &Cx, conn: &mut Conn, cases: &[Case]) -> Result<Vec<CaseRow>> {
    let posts: HashMap<i64, Post> =
        store::posts::load(conn, &cases.iter().filter_map(|c| c.post_id).collect::<Vec<_>>())?.into_iter().map(|p| (p.id, p)).collect();
    let places = store::queue::places(conn, &posts.values().map(|p| p.text_id).collect::<Vec<_>>(), cx.visible())?;
    let headings = store::texts::load(conn, &places.values().map(|p| p.heading).collect::<Vec<_>>())?;
    let names = store::accounts::names(conn, &cases.iter().filter_map(|c| c.account_id).collect::<Vec<_>>())?;
    let joins: HashMap<i64, Join> = store::joins::waiting(conn)?.into_iter().map(|j| (j.id, j)).collect();
    let mut flags: HashMap<i64, i64> = HashMap::new();
    for flag in store::cases::flags(conn, &cases.iter().map(|c| c.id).collect::<Vec<_>>())? {
        *flags.entry(flag.case_id).or_default() += 1;
    }
    let row = |case: &Case| {
        let post = case.post_id.and_then(|id| posts.get(&id));
        let heading = post.and_then(|p| places.get(&p.text_id)).and_then(|place| headings.get(&place.heading));
        let (title, lang) = match (heading, case.join_id.and_then(|id| joins.get(&id))) {
            (Some(text), _) => {
                let (title, lang) = text.title(&cx.reader());
                (crate::domain::markdown::title_html(title, lang), lang)
            }
            (None, Some(join)) => (format!("<bdi>{}</bdi>", crate::domain::markdown::escape(&join.display_name)), cx.lang),
            (None, None) => (parts::who(cx, case.account_id, &names), cx.lang),
        };
        let no = post.map_or(0, |p| p.n);
        let about = cx.l.m("moderation-case-about").n("n", no);
        CaseRow {
            href: url::case(cx.lang, case.id),
            kind: cx.l.m("moderation-case-kind").s("kind", case.kind.as_str()).to_string(),
            title,
            lang,
            about: about.h("name", parts::who(cx, case.account_id, &names)).h("time", cx.time(case.opened_at)).html(),
            flags: flags.get(&case.id).copied().unwrap_or_default(),
        }
    };
    Ok(cases.iter().map(row).collect())
}

#[derive(Template)]
#[template(path = "moderation/case.html")]
struct CasePage {
    layout: Layout,
    /// The thread: address, title as HTML, its language.
    thread: Option<(String, String, Lang)>,
    post: Option<PostView>,
    join: Option<JoinView>,
    flags: Vec<FlagRow>,
    /// What an answer is about, and what it says.
    act: Option<LogRow>,
    words: Option<(String, Lang)>,
    person: Option<PersonFacts>,
    notes: Vec<NoteRow>,
    csrf: String,
    action: String,
    decisions: Vec<Choice>,
    /// The revision of the post that is shown.
    revision: Option<i32>,
    chosen: String,
    why: WhyForm,
    refusals: Refusals,
    /// How it ended, where somebody has decided.
    settled: Option<String>,
    relocate: Option<String>,
}

struct JoinView {
    name: String,
    handle: String,
    lang: Lang,
    words: String,
    time: String,
}

struct FlagRow {
    kind: String,
    who: String,
    time: String,
    words: String,
    lang: Lang,
}

/// What a moderator wants to know of somebody before deciding.
pub struct PersonFacts {
    pub name: String,
    pub href: String,
    pub facts: Vec<String>,
}

struct NoteRow {
    who: String,
    time: String,
    body: String,
}

struct Choice {
    decision: &'static str,
    words: String,
    effect: String,
}

/// GET /{l}/moderation/{case}
///
/// # Errors
/// [`Error::SignIn`], no moderator, an unknown case.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| case_page(cx, conn, id, &Fields::default(), &[])).await
}

fn case_page(cx: &Cx, conn: &mut Conn, id: i64, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    policy::moderate(&cx.actor()?, "-")?;
    let case = store::cases::find(conn, id)?;
    let post = case.post_id.map(|id| store::posts::find(conn, id)).transpose()?;
    let opening = post.as_ref().is_some_and(Post::is_opening);
    let relocate = post.as_ref().filter(|_| !opening).map(|p| format!("/{}/t/{}/relocate?numbers={}", cx.lang, p.thread_id, p.n));
    let revision = match &post {
        Some(post) => Some(store::texts::find(conn, post.text_id)?.source_revision()),
        None => None,
    };
    let (thread, post) = match post {
        Some(post) => shown_post(cx, conn, post)?,
        None => (None, None),
    };
    let join = match case.join_id {
        Some(join) => Some(join_view(cx, store::joins::find(conn, join)?)),
        None => None,
    };
    let flags = store::cases::flags(conn, &[id])?;
    let act = match case.act_id {
        Some(line) => {
            let line = store::moderation::line(conn, line)?;
            why::rows(cx, conn, &[line])?.pop()
        }
        None => None,
    };
    let mut notes = match case.post_id {
        Some(post) => store::cases::notes(conn, (Noted::Post, post))?,
        None => Vec::new(),
    };
    if let Some(account) = case.account_id {
        notes.extend(store::cases::notes(conn, (Noted::Account, account))?);
        notes.sort_by_key(|n| n.at);
    }
    let people: Vec<i64> = flags.iter().map(|f| f.account_id).chain(notes.iter().map(|n| n.author_id)).chain(case.closer_id).collect();
    let names = store::accounts::names(conn, &people)?;
    let person = match case.account_id {
        Some(account) => {
            let account = store::accounts::find(conn, account)?;
            Some(person_facts(cx, conn, &account)?)
        }
        None => None,
    };
    let choice = |d: &Decision| Choice {
        decision: d.as_str(),
        words: cx.l.m("moderation-decision").s("decision", d.as_str()).to_string(),
        effect: cx.l.m("moderation-decision-effect").s("decision", d.as_str()).to_string(),
    };
    let heading = cx.l.m("moderation-case-title").s("kind", case.kind.as_str()).to_string();
    let settled = case.closed_at.map(|at| {
        let said = cx.l.m("moderation-settled").s("decision", case.outcome().map_or("", Decision::as_str));
        said.h("name", parts::who(cx, case.closer_id, &names)).h("time", cx.time(at)).html()
    });
    let flag = |f: &store::cases::Flag| FlagRow {
        kind: cx.l.m("moderation-flag-kind").s("kind", f.kind.as_str()).to_string(),
        who: parts::who(cx, Some(f.account_id), &names),
        time: cx.time(f.at),
        words: f.words.clone(),
        lang: f.lang,
    };
    let note =
        |n: &store::cases::Note| NoteRow { who: parts::who(cx, Some(n.author_id), &names), time: cx.time(n.at), body: n.body.clone() };
    cx.html(&CasePage {
        layout: Layout { noindex: true, ..cx.layout(heading, Section::Moderation) },
        thread,
        post,
        join,
        flags: flags.iter().map(flag).collect(),
        act,
        words: case.lang().filter(|_| !case.words.is_empty()).map(|lang| (case.words.clone(), lang)),
        person,
        notes: notes.iter().map(note).collect(),
        csrf: cx.csrf(),
        action: url::case(cx.lang, id),
        decisions: case.kind.decisions(opening).iter().map(choice).collect(),
        revision,
        chosen: fields.get("decision").to_owned(),
        why: WhyForm::load(cx, conn, fields, errors, false)?,
        refusals: Refusals::of(cx, errors),
        settled,
        relocate,
    })
}

type Shown = (Option<(String, String, Lang)>, Option<PostView>);

fn shown_post(cx: &Cx, conn: &mut Conn, post: Post) -> Result<Shown> {
    let thread = store::threads::find(conn, post.thread_id, Visible::Everything)?;
    let text = store::texts::find(conn, thread.text_id)?;
    let (title, lang) = text.title(&cx.reader());
    let heading = (url::post(cx.lang, post.id), crate::domain::markdown::title_html(title, lang), lang);
    Ok((Some(heading), post_view::quoted(cx, conn, &thread, post)?))
}

fn join_view(cx: &Cx, join: Join) -> JoinView {
    JoinView { name: join.display_name, handle: join.handle, lang: join.lang, words: join.words, time: cx.time(join.created_at) }
}

/// Posts, age, earlier decisions, suspension.
///
/// # Errors
/// Database failures only.
pub fn person_facts(cx: &Cx, conn: &mut Conn, person: &Account) -> Result<PersonFacts> {
    let accepted = store::cases::accepted(conn, person.id)?;
    let past = store::cases::past(conn, person.id, 100)?;
    let against = past.iter().filter(|c| matches!(c.outcome(), Some(Decision::Hide | Decision::Delete))).count();
    let mut facts = vec![
        cx.l.m("moderation-person-posts").n("count", accepted).to_string(),
        cx.l.m("moderation-person-since").s("day", cx.l.day(&cx.local(person.created_at))).to_string(),
        cx.l.m("moderation-person-past").n("count", against).to_string(),
    ];
    if let Some(until) = person.suspended_until.filter(|u| cx.now < *u) {
        let until = if until >= forum::moderation::never() { "never".to_owned() } else { cx.l.day(&cx.local(until)) };
        facts.push(cx.l.m("moderation-person-suspended").s("until", until).to_string());
    }
    Ok(PersonFacts { name: person.display_name.clone(), href: format!("{}/moderate", url::person(cx.lang, &person.handle)), facts })
}

/// POST /{l}/moderation/{case}: 303 to the queue, or the case again.
///
/// # Errors
/// [`Error::SignIn`], no moderator, faults of the database. Of two moderators the second gets 409, with how the case
/// ended and their own words; whoever would accept words that were edited meanwhile gets 409 with the new ones.
pub async fn decide(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let sent = fields.clone();
    let done = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        policy::moderate(&actor, "-")?;
        let decision = Decision::parse(sent.get("decision")).ok_or_else(|| Error::field("decision", "errors-act-unknown"))?;
        let read = sent.get("revision").parse().ok();
        forum::cases::decide(conn, &actor, id, decision, read, &why::sent(&sent)?, cx.now)
    })
    .await;
    let (status, errors) = match done {
        Ok(()) => return Ok(see_other(&format!("/{}/moderation?done=1", ask.lang))),
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, errors),
        Err(Error::Denied(Denied::Settled)) => (StatusCode::CONFLICT, Vec::new()),
        Err(Error::Denied(Denied::Edited)) => (StatusCode::CONFLICT, vec![FieldError::new("decision", "errors-denied-edited")]),
        Err(e) => return Err(e),
    };
    page_with(status, app, ask, move |cx, conn| case_page(cx, conn, id, &fields, &errors)).await
}

/// POST /{l}/moderation/{case}/note: a note among moderators, about the person where there is one.
///
/// # Errors
/// [`Error::SignIn`], no moderator, an empty note, faults of the database.
pub async fn note(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        policy::moderate(&actor, "-")?;
        let words = limits::line("note", fields.get("note"), 1, limits::REASON_CHARS)?;
        let case = store::cases::find(conn, id)?;
        let about = match (fields.get("about"), case.account_id, case.post_id) {
            ("account", Some(account), _) => (Noted::Account, account),
            (_, _, Some(post)) => (Noted::Post, post),
            (_, Some(account), None) => (Noted::Account, account),
            (_, None, None) => return Err(Error::NotFound),
        };
        forum::cases::note(conn, &actor, about, &words, cx.now)
    })
    .await?;
    Ok(see_other(&url::case(ask.lang, id)))
}

/// Somebody by their handle.
///
/// # Errors
/// [`Error::NotFound`].
pub fn by_handle(conn: &mut Conn, handle: &str) -> Result<Account> {
    let key = Handle::parse(handle).map_err(|_| Error::NotFound)?.key();
    store::accounts::by_key(conn, &key)?.ok_or(Error::NotFound)
}
