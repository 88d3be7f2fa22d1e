//! C9: the synthesis of a thread: read, written, checked against what a declaration needs, and declared. Summaries of stages.

use super::{
    consensus::{self, Head},
    cx::{Cx, Html, Layout, Section, page},
    extract::{Ask, Fields, id},
    forms, matrix,
    parts::{self, Cell, Refusals},
    posts::lang_of,
    references, url, verdicts,
    versions::{self, Version},
};
use crate::{
    app::App,
    domain::{
        FieldError,
        consensus::Stage,
        declaration::{Cited, Need, Outcome},
        lang::Lang,
        limits,
        markdown::title_html,
        post::{Body, Change, EditDraft},
    },
    error::{Error, Result},
    forum::{self, declarations::DeclarationDraft, syntheses::Draft, tallies::Standings},
    store::{self, Conn, texts::Text},
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use askama::Template;

/// One line of the checklist.
pub struct NeedView {
    pub met: bool,
    pub words: String,
    /// Where what is missing can be mended.
    pub href: Option<String>,
    /// The field under which a refusal names it, at the first line that it names.
    pub anchor: Option<&'static str>,
}

/// What an outcome needs, and what of it is there.
pub fn needs(cx: &Cx, standings: &Standings, draft: &Draft, outcome: Outcome) -> Vec<NeedView> {
    let thread = standings.consensus.thread_id;
    let text = draft.text.as_ref();
    let mut named = std::collections::HashSet::new();
    let view = |(need, met): (Need, bool)| {
        let said = |what: &str, langs: String, n: i64| cx.l.m("consensus-need").s("need", what).s("langs", langs).n("n", n).to_string();
        let (words, href) = match need {
            Need::Stage => (said("stage", String::new(), 0), None),
            Need::Synthesis => (said("synthesis", String::new(), 0), Some(format!("{}?write=yes", url::synthesis(cx.lang, thread)))),
            Need::Slot(lang) => {
                let state =
                    text.map_or_else(String::new, |t| parts::untagged(&parts::state_words(cx, t.quality(lang), t.freshness(lang).fresh)));
                let words = said("slot", verdicts::langs(cx, &[lang]), 0);
                let words = if state.is_empty() { words } else { format!("{words} · {}", state.trim()) };
                (words, text.map(|t| matrix::to_bench(cx, t.id, lang)))
            }
            Need::Agreed => (said("agreed", String::new(), 0), None),
            Need::Statement(id) => match standings.of(id).filter(|s| s.statement.state.takes_positions()).map(|s| s.statement.n) {
                Some(n) => (said("statement", String::new(), i64::from(n)), Some(url::stated(cx.lang, thread, n))),
                None => (said("unknown", String::new(), id), None),
            },
            Need::Cites(lang) => (said("cites", verdicts::langs(cx, &[lang]), 0), text.map(|t| matrix::to_bench(cx, t.id, lang))),
            Need::Answers(n) => (said("answers", String::new(), i64::from(n)), Some(format!("{}#h-obj", url::consensus(cx.lang, thread)))),
        };
        let field = need.field();
        let anchor = (!met && named.insert(field)).then_some(field);
        NeedView { met, words, href: href.filter(|_| !met), anchor }
    };
    draft.basis.checklist(outcome).into_iter().map(view).collect()
}

#[derive(Template)]
#[template(path = "consensus/synthesis.html")]
struct SynthesisPage {
    layout: Layout,
    head: Head,
    cells: Vec<Cell>,
    version: Option<Version>,
    /// Statements that it cites: number, address, words, how, whether as agreed.
    cites: Vec<(i32, String, String, Lang, Cited, String)>,
    needs: Vec<NeedView>,
    /// What can be declared as things stand, if anything.
    allowed: &'static str,
    /// A moderator writes.
    write: Option<WriteForm>,
    may_write: Option<String>,
    declare: Option<DeclareForm>,
    /// Statements that can be cited: number, link to copy, words.
    linkable: Vec<(i32, String, String, Lang)>,
    declarations: Vec<(i64, String, String)>,
    refusals: Refusals,
}

struct WriteForm {
    body: String,
    lang: Lang,
    fixed_lang: bool,
    change: Change,
    note: String,
    revision: i32,
}

struct DeclareForm {
    outcome: String,
    reason: String,
    review_on: String,
    /// The newest declaration, which this one would supersede.
    supersedes: Option<i64>,
}

/// GET /{l}/t/{id}/synthesis?write=
///
/// # Errors
/// No consensus thread.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = consensus::thread_id(&path.1)?;
    page(app, ask, move |cx, conn| build(cx, conn, id, None, &[])).await
}

fn build(cx: &Cx, conn: &mut Conn, id: i64, sent: Option<&Fields>, errors: &[FieldError]) -> Result<Html> {
    let (thread, consensus) = forum::consensus::find(conn, id, cx.visible())?;
    let (standings, draft) = forum::syntheses::of_thread(conn, &consensus, &cx.app.base_url)?;
    let head = consensus::head(cx, conn, &thread, &consensus)?;
    let open = cx.is_moderator() && consensus.stage != Stage::Closed && !head.locked;
    let of = |name: &str| sent.map(|f| f.get(name).to_owned()).unwrap_or_default();
    // What was sent comes back, whatever happened to the thread meanwhile.
    let sends = |action: &str| sent.is_some_and(|f| f.get("action") == action);
    let writes = open && (cx.ask.query("write").is_some() || draft.text.is_none()) || sends("write");
    let (cells, version, write) = match &draft.text {
        Some(text) => {
            let (cells, version) = read(cx, conn, text)?;
            let now = store::texts::revision(conn, text.id, text.original, text.source_revision())?;
            (cells, Some(version), write_form(cx, sent, errors, Some((text, now.map(|r| r.body).unwrap_or_default()))))
        }
        None => (Vec::new(), None, write_form(cx, sent, errors, None)),
    };
    let outcome = draft.basis.outcome();
    let listed = if outcome == Outcome::Partial { Outcome::Partial } else { Outcome::Consensus };
    let words = statement_words(cx, conn, &standings)?;
    let cite = |(id, how): (&i64, &Cited)| {
        let standing = standings.of(*id)?;
        let (said, lang) = words.get(id)?.clone();
        let verdict = cx.l.m("consensus-verdict-short").s("verdict", standing.report.judged.verdict.as_str()).to_string();
        Some((standing.statement.n, url::stated(cx.lang, thread.id, standing.statement.n), said, lang, *how, verdict))
    };
    let linkable = |s: &forum::tallies::Standing| {
        let (said, lang) = words.get(&s.statement.id)?.clone();
        Some((s.statement.n, format!("/s/{}", s.statement.id), said, lang))
    };
    let filter = store::declarations::Filter { thread: Some(id), ..Default::default() };
    let declarations = forum::declarations::list(conn, filter, cx.visible(), 50)?;
    let title = cx.l.m("consensus-synthesis-title").s("title", parts::untagged(&head.title).trim()).to_string();
    let page = SynthesisPage {
        layout: cx.layout(title, Section::Consensus),
        cells,
        version,
        cites: draft.citations.statements.iter().filter_map(cite).collect(),
        needs: needs(cx, &standings, &draft, listed),
        allowed: if draft.basis.is_ready() { outcome.as_str() } else { "nothing" },
        may_write: (open && !writes).then(|| format!("{}?write=yes", url::synthesis(cx.lang, id))),
        linkable: if writes { standings.accepted().filter_map(linkable).collect() } else { Vec::new() },
        write: if writes { Some(write) } else { None },
        declare: (open && consensus.stage == Stage::Propose && draft.text.is_some() || sends("declare")).then(|| DeclareForm {
            outcome: of("outcome"),
            reason: of("reason"),
            review_on: of("review_on"),
            supersedes: head.declared.as_ref().map(|(id, _)| *id),
        }),
        declarations: declarations
            .iter()
            .map(|d| {
                let said = cx.l.m("declarations-line").n("n", d.id).s("outcome", d.outcome.as_str()).s("day", cx.l.day(&cx.local(d.at)));
                (d.id, url::declaration(cx.lang, d.id), said.to_string())
            })
            .collect(),
        refusals: Refusals::of(cx, errors),
        head,
    };
    if open {
        // The forms' token stands in the frame of every member's page.
        cx.csrf();
    }
    cx.html(&page)
}

/// The slots of a text, and the one that this reader gets.
pub fn read(cx: &Cx, conn: &mut Conn, text: &Text) -> Result<(Vec<Cell>, Version)> {
    let lang = text.choose(&cx.reader());
    let slot = text.slot(lang).ok_or(Error::NotFound)?;
    let mut html = store::texts::html(conn, &[slot.revision_id], cx.visible())?.remove(&slot.revision_id).unwrap_or_default();
    references::fill(cx, conn, std::iter::once(&mut html))?;
    let names = store::accounts::names(conn, &parts::people(&[(text.id, text.clone())].into()))?;
    let beside = versions::Beside { names, contests: Vec::new() };
    let version = versions::version(cx, 0, text, lang, &html, &beside, false);
    Ok((parts::strip(cx, text, &beside.names, Some(lang), |l| matrix::to_bench(cx, text.id, l)), version))
}

/// The words of a thread's statements as this reader reads them, as HTML, by statement.
pub fn statement_words(cx: &Cx, conn: &mut Conn, standings: &Standings) -> Result<std::collections::HashMap<i64, (String, Lang)>> {
    let revisions: Vec<i64> = standings.texts.values().filter_map(|t| t.slot(t.choose(&cx.reader()))).map(|s| s.revision_id).collect();
    let bodies = store::texts::bodies(conn, &revisions, cx.visible())?;
    let words = |s: &forum::tallies::Standing| {
        let text = standings.texts.get(&s.statement.text_id)?;
        let lang = text.choose(&cx.reader());
        let (body, _) = bodies.get(&text.slot(lang)?.revision_id)?;
        Some((s.statement.id, (title_html(body, lang), lang)))
    };
    Ok(standings.statements.iter().filter_map(words).collect())
}

fn write_form(cx: &Cx, sent: Option<&Fields>, errors: &[FieldError], text: Option<(&Text, String)>) -> WriteForm {
    let sent = sent.filter(|f| f.get("action") == "write");
    let of = |name: &str| sent.map(|f| f.get(name).to_owned());
    let conflict = errors.iter().any(|e| e.field == "conflict");
    let newest = text.as_ref().map_or(0, |(t, _)| t.source_revision());
    WriteForm {
        lang: text.as_ref().map_or_else(|| of("lang").and_then(|l| Lang::parse(&l)).unwrap_or_else(|| cx.writes()), |(t, _)| t.original),
        fixed_lang: text.is_some(),
        body: of("body").unwrap_or_else(|| text.map(|(_, body)| body).unwrap_or_default()),
        change: of("change").and_then(|c| Change::parse(&c)).unwrap_or(Change::Meaning),
        note: of("note").unwrap_or_default(),
        revision: of("revision").filter(|_| !conflict).and_then(|r| r.parse().ok()).unwrap_or(newest),
    }
}

/// POST /{l}/t/{id}/synthesis: `action` is `write` or `declare`.
///
/// # Errors
/// [`Error::SignIn`], no moderator, limits.
pub async fn act(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = consensus::thread_id(&path.1)?;
    let act = move |cx: &Cx, conn: &mut Conn, fields: &Fields| {
        let actor = cx.actor()?;
        if fields.get("action") == "declare" {
            let draft = declaration(fields).map_err(Error::Invalid)?;
            let n = forum::declarations::declare(conn, &actor, id, &draft, &cx.app.base_url, cx.now)?;
            return Ok(url::declaration(cx.lang, n));
        }
        let (lang, draft) = synthesis(fields).map_err(Error::Invalid)?;
        forum::syntheses::write(conn, &actor, id, lang, &draft, cx.now)?;
        Ok(url::synthesis(cx.lang, id))
    };
    forms::send(app, ask, fields, act, move |cx, conn, fields, errors| build(cx, conn, id, Some(fields), errors)).await
}

fn synthesis(fields: &Fields) -> std::result::Result<(Lang, EditDraft), Vec<FieldError>> {
    let change = match fields.get("change") {
        "" => Ok(Change::Meaning),
        word => Change::parse(word).ok_or_else(|| FieldError::new("change", "errors-change-unknown")),
    };
    let note = limits::line("note", fields.get("note"), 0, limits::TITLE_CHARS);
    match (lang_of(fields), Body::parse(fields.get("body")), change, note) {
        (Ok(lang), Ok(body), Ok(change), Ok(note)) => {
            let revision = fields.get("revision").parse().unwrap_or_default();
            Ok((lang, EditDraft { title: None, body, change, note, revision, reason: String::new() }))
        }
        (a, b, c, d) => Err([a.err(), b.err(), c.err(), d.err()].into_iter().flatten().collect()),
    }
}

fn declaration(fields: &Fields) -> std::result::Result<DeclarationDraft, Vec<FieldError>> {
    let outcome = Outcome::parse(fields.get("outcome")).ok_or_else(|| FieldError::new("outcome", "errors-outcome-unknown"));
    let review_on = match fields.get("review_on").trim() {
        "" => Ok(None),
        day => day.parse().map(Some).map_err(|_| FieldError::new("review_on", "errors-time-unknown")),
    };
    match (outcome, limits::line("reason", fields.get("reason"), 0, limits::REASON_CHARS), review_on) {
        (Ok(outcome), Ok(reason), Ok(review_on)) => {
            Ok(DeclarationDraft { outcome, reason, supersedes: fields.get("supersedes").parse().ok(), review_on })
        }
        (a, b, c) => Err([a.err(), b.err(), c.err()].into_iter().flatten().collect()),
    }
}

#[derive(Template)]
#[template(path = "consensus/summary.html")]
struct SummaryPage {
    layout: Layout,
    head: Head,
    stage: Stage,
    cells: Vec<Cell>,
    version: Version,
}

/// GET /{l}/summaries/{text}: what a stage brought.
///
/// # Errors
/// No such summary, a hidden thread.
pub async fn summary(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| {
        let (thread, stage) = store::consensus::by_texts(conn, &[id])?.remove(&id).ok_or(Error::NotFound)?;
        let stage = stage.ok_or(Error::NotFound)?;
        let (thread, consensus) = forum::consensus::find(conn, thread, cx.visible())?;
        let text = store::texts::find(conn, id)?;
        let (cells, version) = read(cx, conn, &text)?;
        let title = cx.l.m("consensus-summary-of").s("stage", stage.as_str()).to_string();
        cx.html(&SummaryPage {
            layout: cx.layout(title, Section::Consensus),
            head: consensus::head(cx, conn, &thread, &consensus)?,
            stage,
            cells,
            version,
        })
    })
    .await
}
