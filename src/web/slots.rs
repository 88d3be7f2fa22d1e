//! What somebody at work on a slot sends: acts, contests, requests. Each is one form; all work without script.

use super::{
    cx::{Cx, Html, Layout, Section, page, page_with, see_other, write},
    extract::{Ask, Fields, place_of},
    parts::{self, Refusals},
    references, url,
    workbench::{self, Again, Place},
};
use crate::{
    app::App,
    domain::{
        FieldError,
        answer::Form,
        lang::Lang,
        limits,
        markdown::{self, title_html},
        policy::Denied,
        segment,
        slot::SlotAct,
    },
    error::{Error, Result},
    forum::{
        self,
        contests::ContestDraft,
        requests::Asker,
        slots::{Done, Slot, SlotDraft},
    },
    store::{self, Conn},
};
use actix_web::{
    HttpResponse,
    cookie::Cookie,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

/// GET /{l}/translate/{text}/{target}?from=&view=: the workbench of a slot; of the original's own, what it is.
///
/// # Errors
/// [`Error::SignIn`]; an unknown or hidden text.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String, String)>) -> Result<HttpResponse> {
    let (id, lang) = place_of(&path)?;
    page(app, ask, move |cx, conn| {
        cx.account()?;
        let (text, _) = forum::texts::find(conn, id, cx.visible())?;
        if text.original == lang { original(cx, conn, id) } else { workbench::build(cx, conn, id, lang, &Again::default()) }
    })
    .await
}

/// POST /{l}/translate/{text}/{target}: 303 to the workbench, or the form again with everything typed in it.
///
/// # Errors
/// [`Error::SignIn`], limits, a text that was hidden meanwhile, faults of the database: the error page keeps the words.
pub async fn act(app: Data<App>, ask: Ask, path: Path<(String, String, String)>, fields: Fields) -> Result<HttpResponse> {
    let (id, lang) = place_of(&path)?;
    let draft = typed(&ask, &fields);
    let act = SlotAct::parse(fields.get("action")).ok_or_else(|| Error::field("action", "errors-act-unknown"))?;
    let sent = draft.clone();
    let acted = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        forum::limits::take(conn, &cx.limits("saves", cx.app.config.limits.saves_per_minute)?, cx.now)?;
        let (text, post) = forum::texts::find(conn, id, cx.visible())?;
        let slot = Slot { text: &text, post: post.as_ref(), lang };
        if leaves_words(act, &sent) {
            keep_typed(cx, conn, slot, &sent)?;
        }
        let done = forum::workbench::act(conn, &actor, slot, act, &sent, cx.now)?;
        Ok(match (done, act, sent.proposal) {
            (Done::Proposed(_), ..) => "proposed",
            (_, SlotAct::Return, Some(_)) => "decline",
            (_, act, _) => act.as_str(),
        })
    })
    .await;
    let here = url::workbench(ask.lang, id, lang);
    let refused = match acted {
        Ok(done) => return Ok(see_other(&format!("{here}?done={done}"))),
        Err(e) => e,
    };
    let status = StatusCode::from_u16(refused.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    let (reason, typed) = (draft.reason.clone(), Some(draft));
    let (status, again) = match refused {
        Error::Invalid(refused) => (status, Again { typed, refused, ..Again::default() }),
        Error::Denied(Denied::ReasonNeeded | Denied::OwnReviewNeedsReason) => {
            let refused = vec![FieldError::new("reason", "errors-denied-reason-needed")];
            (StatusCode::UNPROCESSABLE_ENTITY, Again { typed, refused, ..Again::default() })
        }
        Error::Denied(denied) => (status, Again { typed, denied: Some(denied), ..Again::default() }),
        // Whoever judges sends no other words: they see the newer revision before they judge it.
        Error::Conflict(_) if act != SlotAct::Save => (status, Again { moved: true, reason, ..Again::default() }),
        Error::Conflict(standing) => (status, Again { typed, conflict: Some(*standing), ..Again::default() }),
        e => return Err(e),
    };
    page_with(status, app, ask, move |cx, conn| workbench::build(cx, conn, id, lang, &again)).await
}

/// Whether an act says nothing of the words that come with it: they must not be lost. The others take them, or refuse
/// to judge what was changed at the same time.
fn leaves_words(act: SlotAct, sent: &SlotDraft) -> bool {
    match act {
        SlotAct::Claim | SlotAct::Release | SlotAct::Clear | SlotAct::Restore => true,
        SlotAct::Return => sent.proposal.is_some(),
        SlotAct::Save | SlotAct::Draft | SlotAct::Discard | SlotAct::Valid | SlotAct::Review | SlotAct::Accept => false,
    }
}

/// What stands in the workbench's form.
fn typed(ask: &Ask, fields: &Fields) -> SlotDraft {
    let number = |name: &str| fields.get(name).parse().unwrap_or_default();
    SlotDraft {
        title: fields.get("title").to_owned(),
        parts: fields.all("body"),
        form: if fields.get("by") == "block" { Form::Blocks } else { Form::Whole },
        based_on: number("based_on"),
        revision: number("revision"),
        words_of: if fields.get("words_of").is_empty() { number("revision") } else { number("words_of") },
        blocks: fields.all("blocks").iter().filter_map(|b| b.parse().ok()).collect(),
        reason: fields.get("reason").to_owned(),
        proposal: ask.query("proposal").and_then(|n| n.parse().ok()),
        sure: fields.get("sure") == "yes",
    }
}

/// Whoever presses another button than save does not lose what they typed: it becomes their draft.
fn keep_typed(cx: &Cx, conn: &mut Conn, slot: Slot, sent: &SlotDraft) -> Result<()> {
    let began = store::texts::revision(conn, slot.text.id, slot.lang, sent.words_of)?;
    let (title, body) = began.map(|b| (b.title, b.body)).unwrap_or_default();
    // Cut into blocks and put together again, the stored body can differ from itself by blank lines.
    let body = if sent.form == Form::Blocks { segment::join(&segment::segments(&body)) } else { body };
    if limits::many_lines(&sent.body()) == body && limits::one_line(&sent.title) == title {
        return Ok(());
    }
    forum::claims::keep_draft(conn, &cx.actor()?, slot.text, slot.lang, &sent.typed(), cx.now)
}

#[derive(Template)]
#[template(path = "slots/original.html")]
struct OriginalPage {
    layout: Layout,
    place: Place,
    cells: Vec<parts::Cell>,
    lang: Lang,
    title: String,
    html: String,
    edit: Option<String>,
    history: String,
}

/// The original's own cell of the strip: its words, the ways to edit them and to their history.
fn original(cx: &Cx, conn: &mut Conn, id: i64) -> Result<Html> {
    let (text, post) = forum::texts::find(conn, id, cx.visible())?;
    let place = workbench::place(cx, conn, &text, post.as_ref())?;
    let names = store::accounts::names(conn, &parts::people(&[(id, text.clone())].into()))?;
    let slot = text.slot(text.original).ok_or(Error::NotFound)?;
    let mut html = store::texts::html(conn, &[slot.revision_id], cx.visible())?.remove(&slot.revision_id).unwrap_or_default();
    references::fill(cx, conn, std::iter::once(&mut html))?;
    let own = post.as_ref().is_some_and(|p| cx.me.as_ref().is_some_and(|m| m.id == p.author_id));
    cx.html(&OriginalPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("slots-original-title"), Section::Translate) },
        place,
        cells: parts::strip(cx, &text, &names, Some(text.original), |l| url::workbench(cx.lang, id, l)),
        lang: text.original,
        title: title_html(&slot.title, text.original),
        html: html.replace(markdown::BLOCK_BREAK, "\n"),
        edit: post.as_ref().filter(|_| own || cx.is_moderator()).map(|p| format!("{}/edit", url::post(cx.lang, p.id))),
        history: format!("{}/history", url::workbench(cx.lang, id, text.original)),
    })
}

#[derive(Template)]
#[template(path = "slots/contest.html")]
struct ContestPage {
    layout: Layout,
    place: Place,
    lang: Lang,
    revision: i32,
    title: String,
    html: String,
    passage: String,
    reason: String,
    csrf: String,
    refusals: Refusals,
}

/// GET /{l}/translate/{text}/{target}/contest (T10)
///
/// # Errors
/// [`Error::SignIn`]; nothing translated.
pub async fn contest(app: Data<App>, ask: Ask, path: Path<(String, String, String)>) -> Result<HttpResponse> {
    let (id, lang) = place_of(&path)?;
    page(app, ask, move |cx, conn| contest_form(cx, conn, id, lang, &Fields::default(), &[])).await
}

fn contest_form(cx: &Cx, conn: &mut Conn, id: i64, lang: Lang, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    cx.account()?;
    let (text, post) = forum::texts::find(conn, id, cx.visible())?;
    let slot = text.slot(lang).filter(|_| lang != text.original).ok_or(Denied::NothingToContest)?;
    let place = workbench::place(cx, conn, &text, post.as_ref())?;
    let mut read = store::texts::revision(conn, id, lang, slot.revision)?.ok_or(Error::NotFound)?;
    store::texts::veil(conn, cx.visible(), std::iter::once(&mut read))?;
    cx.html(&ContestPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("slots-contest-title"), Section::Translate) },
        place,
        lang,
        revision: slot.revision,
        title: title_html(&read.title, lang),
        html: read.html.replace(markdown::BLOCK_BREAK, "\n"),
        passage: fields.get("passage").to_owned(),
        reason: fields.get("reason").to_owned(),
        csrf: cx.csrf(),
        refusals: Refusals::of(cx, errors),
    })
}

/// POST /{l}/translate/{text}/{target}/contest: 303 to the post, or the form again.
///
/// # Errors
/// [`Error::SignIn`], a language that one does not read, limits, faults of the database.
pub async fn send_contest(app: Data<App>, ask: Ask, path: Path<(String, String, String)>, fields: Fields) -> Result<HttpResponse> {
    let (id, lang) = place_of(&path)?;
    let sent = fields.clone();
    let contested = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        forum::limits::take(conn, &cx.limits("saves", cx.app.config.limits.saves_per_minute)?, cx.now)?;
        let (text, post) = forum::texts::find(conn, id, cx.visible())?;
        let draft = ContestDraft {
            revision: sent.get("revision").parse().unwrap_or_default(),
            passage: sent.get("passage").to_owned(),
            reason: sent.get("reason").to_owned(),
        };
        let reads = cx.account()?.preferences().reads.into_iter().chain([cx.lang]).collect();
        forum::contests::contest(conn, &actor, reads, (&text, post.as_ref(), lang), &draft, cx.now)?;
        Ok(post.map(|p| p.id))
    })
    .await;
    match contested {
        Ok(Some(post)) => Ok(see_other(&url::post(ask.lang, post))),
        Ok(None) => Ok(see_other(&format!("{}?done=contest", url::workbench(ask.lang, id, lang)))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| contest_form(cx, conn, id, lang, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}

/// POST /{l}/translate/{text}/{target}/settle?act=: a moderator answers a contest; 303 to the workbench.
///
/// # Errors
/// [`Error::SignIn`], no moderator, no answer, one that is settled.
pub async fn settle(app: Data<App>, ask: Ask, path: Path<(String, String, String)>, fields: Fields) -> Result<HttpResponse> {
    let (id, lang) = place_of(&path)?;
    let act = ask.query("act").and_then(|n| n.parse().ok()).ok_or(Error::NotFound)?;
    let draft = typed(&ask, &fields);
    let sent = draft.clone();
    let settled = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        let (text, post) = forum::texts::find(conn, id, cx.visible())?;
        let answer = limits::line("reason", &sent.reason, 1, limits::REASON_CHARS)?;
        keep_typed(cx, conn, Slot { text: &text, post: post.as_ref(), lang }, &sent)?;
        forum::contests::settle(conn, &actor, (&text, lang), act, &answer, cx.now)
    })
    .await;
    match settled {
        Ok(()) => Ok(see_other(&format!("{}?done=settle", url::workbench(ask.lang, id, lang)))),
        Err(Error::Invalid(refused)) => {
            let again = Again { typed: Some(draft), refused, ..Again::default() };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| workbench::build(cx, conn, id, lang, &again)).await
        }
        Err(e) => Err(e),
    }
}

/// POST /{l}/translate/{text}/{target}/request: « I need this in my language »; 303 back to the post.
///
/// It takes no token, so that pages for visitors can be kept: whether it comes from our own pages is checked by its
/// origin, and somebody who is made to press it loses nothing.
///
/// # Errors
/// A text that can be read in that language; limits; faults of the database.
pub async fn request(app: Data<App>, ask: Ask, path: Path<(String, String, String)>) -> Result<HttpResponse> {
    const COOKIE: &str = "asked";
    let (id, lang) = place_of(&path)?;
    let known = ask.visitor.clone();
    let secret = known.clone().map_or_else(forum::secret, Ok)?;
    let asked = secret.clone();
    let post = write(&app, &ask, move |cx, conn| {
        let asker = cx.me.as_ref().map_or(Asker::Visitor(asked), |m| Asker::Member(m.actor()));
        forum::limits::take(conn, &forum::limits::network("requests", &cx.ask.network, cx.app.config.limits.posts_per_minute), cx.now)?;
        let (text, post) = forum::texts::find(conn, id, cx.visible())?;
        forum::requests::ask(conn, &asker, &text, lang, cx.now)?;
        Ok(post.map(|p| p.id))
    })
    .await?;
    let back = post.map_or_else(|| format!("/{}/translate", ask.lang), |p| url::post(ask.lang, p));
    let mut answer = see_other(&back);
    if known.is_none() && ask.session.is_none() {
        let cookie: Cookie = super::cx::cookie(&app, COOKIE, secret, Some(365));
        // A cookie of our own letters is always a valid header.
        let _ = answer.add_cookie(&cookie);
    }
    Ok(answer)
}
