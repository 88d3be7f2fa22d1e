//! What is done to statements: proposed, settled, mended, checked; positions taken; a room recorded.

use super::{
    consensus,
    cx::{Cx, Html, Layout, Section, page, read, write},
    extract::{Ask, Fields, id},
    forms,
    parts::Refusals,
    posts::{lang_of, submission_key},
    statements::Again,
    url,
};
use crate::{
    app::App,
    domain::{
        FieldError,
        lang::Lang,
        limits,
        markdown::title_html,
        policy::{self, Denied},
        position::Value,
        post::{Body, Change, EditDraft},
        statement::{self, StatementDraft, StatementState},
    },
    error::{Error, Result},
    forum::{
        self,
        positions::PositionDraft,
        statements::{Settlement, StatementAct},
    },
    store::{self, Conn, statements::Statement},
};
use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web::{Data, Path},
};
use askama::Template;

/// GET /{l}/s/{id}: 302 to where the statement stands.
///
/// # Errors
/// A statement that this reader cannot find.
pub async fn permalink(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let location = read(&app, &ask, move |cx, conn| {
        let statement = forum::statements::find(conn, id, cx.visible())?;
        Ok(url::stated(cx.lang, statement.thread_id, statement.n))
    })
    .await?;
    Ok(HttpResponse::Found().insert_header((header::LOCATION, location)).finish())
}

/// POST /{l}/s/{id}/position: 303 to the statement, or the page again with everything that was typed.
///
/// # Errors
/// [`Error::SignIn`], limits, a statement that this reader cannot find.
pub async fn take(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let sent = fields.clone();
    let taken = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        forum::limits::take(conn, &cx.limits("saves", cx.app.config.limits.saves_per_minute)?, cx.now)?;
        let draft = draft(&sent).map_err(Error::Invalid)?;
        forum::positions::take(conn, &actor, id, &draft, cx.holds(), cx.now)?;
        let statement = forum::statements::find(conn, id, cx.visible())?;
        Ok(url::stated(cx.lang, statement.thread_id, statement.n))
    })
    .await;
    let (status, errors, denied) = match taken {
        Ok(location) => return Ok(super::cx::see_other(&location)),
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, errors, None),
        Err(Error::Conflict(_)) => (StatusCode::CONFLICT, vec![FieldError::new("value", "errors-statement-reworded")], None),
        Err(Error::Denied(denied)) => (StatusCode::FORBIDDEN, Vec::new(), Some(denied)),
        Err(e) => return Err(e),
    };
    let thread = read(&app, &ask, move |cx, conn| Ok(forum::statements::find(conn, id, cx.visible())?.thread_id)).await?;
    let again = Again { statement: id, fields, errors, denied, ..Again::default() };
    consensus::refused(app, ask, status, thread, again).await
}

fn draft(fields: &Fields) -> std::result::Result<PositionDraft, Vec<FieldError>> {
    let lang = |field: &'static str| match fields.get(field) {
        "" => Ok(None),
        word => Lang::parse(word).map(Some).ok_or_else(|| FieldError::new(field, "errors-lang-unknown")),
    };
    let value = Value::parse(fields.get("value")).ok_or_else(|| FieldError::new("value", "errors-value-unknown"));
    let reason = match fields.get("reason").trim().is_empty() {
        true => Ok(None),
        false => Body::parse(fields.get("reason")).map(Some).map_err(|e| FieldError { field: "reason", ..e }),
    };
    match (value, lang_of(fields), lang("reason_lang"), lang("community"), reason) {
        (Ok(value), Ok(lang), Ok(said), Ok(community), Ok(reason)) => {
            let revision = fields.get("revision").parse().ok();
            Ok(PositionDraft { value, reason, reason_lang: said.unwrap_or(lang), lang, revision, community })
        }
        (a, b, c, d, e) => Err([a.err(), b.err(), c.err(), d.err(), e.err()].into_iter().flatten().collect()),
    }
}

#[derive(Template)]
#[template(path = "consensus/propose.html")]
struct ProposePage {
    layout: Layout,
    back: String,
    title: String,
    title_lang: Lang,
    action: String,
    body: String,
    lang: Lang,
    from_post: String,
    from_words: String,
    key: String,
    csrf: String,
    refusals: Refusals,
}

/// GET /{l}/t/{id}/statements?from=&words=
///
/// # Errors
/// [`Error::SignIn`], no consensus thread.
pub async fn new(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = consensus::thread_id(&path.1)?;
    page(app, ask, move |cx, conn| {
        let asked = |name: &str| cx.ask.query(name).unwrap_or_default().to_owned();
        let words: String = asked("words").chars().take(limits::REASON_CHARS).collect();
        let preset = Fields::default().with("from_post", asked("from")).with("from_words", &words);
        // Chosen words are a good beginning where they are short enough to be a statement.
        let body = if words.chars().count() <= statement::CHARS { words } else { String::new() };
        propose_form(cx, conn, id, &preset.with("body", body), &[])
    })
    .await
}

fn propose_form(cx: &Cx, conn: &mut Conn, id: i64, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    cx.account()?;
    let (thread, consensus) = forum::consensus::find(conn, id, cx.visible())?;
    if !consensus.stage.takes_statements() {
        return Err(Denied::StageClosed.into());
    }
    let text = store::texts::find(conn, thread.text_id)?;
    let (title, title_lang) = text.title(&cx.reader());
    cx.html(&ProposePage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("consensus-propose-title"), Section::Consensus) },
        back: url::consensus(cx.lang, id),
        title: title_html(title, title_lang),
        title_lang,
        action: format!("/{}/t/{id}/statements", cx.lang),
        body: fields.get("body").to_owned(),
        lang: Lang::parse(fields.get("lang")).unwrap_or_else(|| cx.writes()),
        from_post: fields.get("from_post").to_owned(),
        from_words: fields.get("from_words").to_owned(),
        key: if fields.get("key").is_empty() { uuid::Uuid::now_v7().to_string() } else { fields.get("key").to_owned() },
        csrf: cx.csrf(),
        refusals: Refusals::of(cx, errors),
    })
}

/// POST /{l}/t/{id}/statements: 303 to the statement, or the form again.
///
/// # Errors
/// [`Error::SignIn`], another stage, limits.
pub async fn create(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let thread = consensus::thread_id(&path.1)?;
    let act = move |cx: &Cx, conn: &mut Conn, fields: &Fields| {
        let from = match fields.get("from_post").trim() {
            "" if !fields.get("from_words").trim().is_empty() => Err(FieldError::new("from_post", "errors-words-no-post")),
            "" => Ok(None),
            typed => consensus::post_of(typed).map(Some).ok_or_else(|| FieldError::new("from_post", "errors-post-unknown")),
        };
        let draft = match (statement::body(fields.get("body")), lang_of(fields), from, statement::chosen(fields.get("from_words"))) {
            (Ok(body), Ok(lang), Ok(from), Ok(words)) => {
                StatementDraft { body, lang, from: from.map(|post| (post, words)), key: submission_key(fields) }
            }
            (a, b, c, d) => return Err(Error::Invalid([a.err(), b.err(), c.err(), d.err()].into_iter().flatten().collect())),
        };
        let id = forum::statements::propose(conn, &cx.actor()?, thread, &draft, cx.now)?;
        Ok(url::statement(cx.lang, id))
    };
    forms::send(app, ask, fields, act, move |cx, conn, fields, errors| propose_form(cx, conn, thread, fields, errors)).await
}

/// The statement that a form is about.
struct About {
    statement: Statement,
    words: String,
    lang: Lang,
    body: String,
    original: Lang,
    revision: i32,
    /// The others of its thread: id, number, words.
    others: Vec<(i64, i32, String, Lang)>,
}

fn about(cx: &Cx, conn: &mut Conn, id: i64) -> Result<About> {
    let statement = forum::statements::find(conn, id, cx.visible())?;
    let all = store::statements::of_thread(conn, statement.thread_id)?;
    let texts = store::texts::load(conn, &all.iter().map(|s| s.text_id).collect::<Vec<_>>())?;
    let revisions: Vec<i64> = texts.values().flat_map(|t| t.slots.iter().flatten()).map(|s| s.revision_id).collect();
    let bodies = store::texts::bodies(conn, &revisions, cx.visible())?;
    let words = |text: i64, lang: Lang| {
        let revision = texts.get(&text).and_then(|t| t.slot(lang)).map_or(0, |s| s.revision_id);
        bodies.get(&revision).map(|(body, _)| body.clone()).unwrap_or_default()
    };
    let shown = |s: &Statement| {
        let lang = texts.get(&s.text_id).map_or(cx.lang, |t| t.choose(&cx.reader()));
        (title_html(&words(s.text_id, lang), lang), lang)
    };
    let text = texts.get(&statement.text_id).ok_or(Error::NotFound)?;
    let (said, lang) = shown(&statement);
    let other = |s: &Statement| {
        let (words, lang) = shown(s);
        (s.id, s.n, super::parts::untagged(&words), lang)
    };
    Ok(About {
        words: said,
        lang,
        body: words(statement.text_id, text.original),
        original: text.original,
        revision: text.source_revision(),
        others: all.iter().filter(|s| s.id != id).map(other).collect(),
        statement,
    })
}

#[derive(Template)]
#[template(path = "consensus/settle.html")]
struct SettlePage {
    layout: Layout,
    back: String,
    about: About,
    act: String,
    into: String,
    same: Vec<i64>,
    reason: String,
    csrf: String,
    refusals: Refusals,
}

/// GET /{l}/s/{id}/settle
///
/// # Errors
/// [`Error::SignIn`], no moderator.
pub async fn settling(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| settle_form(cx, conn, id, &Fields::default(), &[])).await
}

fn settle_form(cx: &Cx, conn: &mut Conn, id: i64, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    policy::moderate(&cx.actor()?, "-")?;
    let about = about(cx, conn, id)?;
    cx.html(&SettlePage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("consensus-settle-title"), Section::Consensus) },
        back: url::stated(cx.lang, about.statement.thread_id, about.statement.n),
        act: fields.get("act").to_owned(),
        into: fields.get("into").to_owned(),
        same: store::statements::same(conn, &[id])?.remove(&id).unwrap_or_default(),
        reason: fields.get("reason").to_owned(),
        csrf: cx.csrf(),
        refusals: Refusals::of(cx, errors),
        about,
    })
}

/// POST /{l}/s/{id}/settle: accepts, merges, declines; or links « same claim » (`act` = `same`, `not-same`).
///
/// # Errors
/// [`Error::SignIn`], no moderator, limits.
pub async fn settle(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let act = move |cx: &Cx, conn: &mut Conn, fields: &Fields| {
        let actor = cx.actor()?;
        let other = fields.get("into").parse().ok();
        match fields.get("act") {
            link @ ("same" | "not-same") => {
                let other = other.ok_or_else(|| Error::field("into", "errors-merge-unknown"))?;
                forum::statements::set_same(conn, &actor, id, other, link == "same", cx.now)?;
            }
            word => {
                let act = StatementAct::parse(word).ok_or_else(|| Error::field("act", "errors-act-unknown"))?;
                let seen = StatementState::parse(fields.get("state"));
                let settlement = Settlement { act, into: other, reason: fields.get("reason").to_owned(), seen };
                forum::statements::settle(conn, &actor, id, &settlement, cx.now)?;
            }
        }
        Ok(url::statement(cx.lang, id))
    };
    forms::send(app, ask, fields, act, move |cx, conn, fields, errors| settle_form(cx, conn, id, fields, errors)).await
}

/// POST /{l}/s/{id}/check: closes the check of a statement's wording (C7).
///
/// # Errors
/// [`Error::SignIn`], no reviewer, no reason, limits.
pub async fn check(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let act = move |cx: &Cx, conn: &mut Conn, fields: &Fields| {
        forum::statements::check(conn, &cx.actor()?, id, fields.get("reason"), cx.now)?;
        Ok(url::statement(cx.lang, id))
    };
    forms::send(app, ask, fields, act, move |cx, conn, fields, errors| {
        let thread = forum::statements::find(conn, id, cx.visible())?.thread_id;
        let again = Again { checking: id, fields: fields.clone(), errors: errors.to_vec(), ..Again::default() };
        consensus::build(cx, conn, thread, &again, false)
    })
    .await
}

#[derive(Template)]
#[template(path = "consensus/edit.html")]
struct EditPage {
    layout: Layout,
    back: String,
    about: About,
    body: String,
    change: Change,
    note: String,
    revision: i32,
    has_positions: bool,
    /// Why a moderator edits somebody else's words.
    reason: Option<String>,
    csrf: String,
    refusals: Refusals,
}

/// GET /{l}/s/{id}/edit
///
/// # Errors
/// [`Error::SignIn`], somebody else's statement, one with positions.
pub async fn edit(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| edit_form(cx, conn, id, None, &[])).await
}

fn edit_form(cx: &Cx, conn: &mut Conn, id: i64, sent: Option<&Fields>, errors: &[FieldError]) -> Result<Html> {
    let actor = cx.actor()?;
    let about = about(cx, conn, id)?;
    let has_positions = store::positions::any(conn, id)?;
    policy::edit_statement(&actor, about.statement.proposer_id, has_positions)?;
    let of = |name: &str| sent.map(|f| f.get(name).to_owned());
    // After a conflict the words go on top of what stands there now.
    let conflict = errors.iter().any(|e| e.field == "conflict");
    cx.html(&EditPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("consensus-edit-title"), Section::Consensus) },
        back: url::stated(cx.lang, about.statement.thread_id, about.statement.n),
        body: of("body").unwrap_or_else(|| about.body.clone()),
        change: of("change").and_then(|c| Change::parse(&c)).unwrap_or(Change::Meaning),
        note: of("note").unwrap_or_default(),
        revision: of("revision").filter(|_| !conflict).and_then(|r| r.parse().ok()).unwrap_or(about.revision),
        has_positions,
        reason: (actor.id != about.statement.proposer_id).then(|| of("reason").unwrap_or_default()),
        csrf: cx.csrf(),
        refusals: Refusals::of(cx, errors),
        about,
    })
}

/// POST /{l}/s/{id}/edit
///
/// # Errors
/// [`Error::SignIn`], somebody else's statement, limits.
pub async fn update(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let act = move |cx: &Cx, conn: &mut Conn, fields: &Fields| {
        let change = match fields.get("change") {
            "" => Ok(Change::Meaning),
            word => Change::parse(word).ok_or_else(|| FieldError::new("change", "errors-change-unknown")),
        };
        let note = limits::line("note", fields.get("note"), 0, limits::TITLE_CHARS);
        let revision = fields.get("revision").parse().map_err(|_| FieldError::new("revision", "errors-revision-unknown"));
        let draft = match (statement::body(fields.get("body")), change, note, revision) {
            (Ok(body), Ok(change), Ok(note), Ok(revision)) => {
                EditDraft { title: None, body, change, note, revision, reason: fields.get("reason").to_owned() }
            }
            (a, b, c, d) => return Err(Error::Invalid([a.err(), b.err(), c.err(), d.err()].into_iter().flatten().collect())),
        };
        let statement = forum::statements::find(conn, id, cx.visible())?;
        let text = store::texts::find(conn, statement.text_id)?;
        forum::statements::edit(conn, &cx.actor()?, &text, &draft, cx.now)?;
        Ok(url::statement(cx.lang, id))
    };
    forms::send(app, ask, fields, act, move |cx, conn, fields, errors| edit_form(cx, conn, id, Some(fields), errors)).await
}
