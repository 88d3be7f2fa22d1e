//! C10: declarations: one, those of a thread, those of the forum.

use super::{
    cx::{Cx, Html, Layout, Section, page},
    extract::{Ask, id},
    parts::who,
    references, url,
    verdicts::{self, Judgement, VerdictView},
};
use crate::{
    app::App,
    domain::{
        community::Community,
        consensus::{self, Names},
        declaration::{Cited, Frozen, FrozenStatement, Outcome},
        lang::Lang,
        markdown::{BLOCK_BREAK, escape, title_html},
        objection::ObjectionState,
        post::PostState,
        tally::{Judged, Report, Tally},
    },
    error::Result,
    forum,
    store::{
        self, Conn,
        declarations::{Declaration, Filter},
    },
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use askama::Template;
use std::collections::HashMap;

/// Declarations on one page.
const LISTED: usize = 25;

#[derive(Template)]
#[template(path = "declarations/show.html")]
struct DeclarationPage {
    layout: Layout,
    n: i64,
    outcome: Outcome,
    sentence: String,
    reason: String,
    signed: String,
    thread_href: String,
    thread_title: String,
    thread_lang: Lang,
    /// The synthesis in the page's language first, then in the others: language, HTML.
    slots: Vec<(Lang, String)>,
    agreed: Vec<Declared>,
    open: Vec<Declared>,
    objections: Vec<Dissent>,
    /// What moved since; HTML.
    moved: Vec<String>,
    supersedes: Option<(i64, String)>,
    superseded_by: Option<(i64, String)>,
    /// Threads that take it further: address, title, language.
    carried: Vec<(String, String, Lang)>,
    review_on: Option<String>,
    /// Where a moderator takes it further.
    carry: Option<String>,
    json: String,
    address: String,
}

/// A statement as it was declared.
pub struct Declared {
    pub n: i32,
    pub href: String,
    pub words: String,
    pub lang: Lang,
    pub verdict: VerdictView,
}

/// An objection as it stood, in the words that can be read now.
struct Dissent {
    state: ObjectionState,
    n: i32,
    reason: Quoted,
    answer: Option<Quoted>,
}

/// A post, or that it was taken away.
struct Quoted {
    href: String,
    by: String,
    html: String,
    lang: Lang,
    /// « retirée le … »
    gone: Option<String>,
}

/// GET /{l}/declarations/{n}
///
/// # Errors
/// An unknown number, a hidden thread.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let n = id(&path.1)?;
    page(app, ask, move |cx, conn| build(cx, conn, n)).await
}

fn build(cx: &Cx, conn: &mut Conn, n: i64) -> Result<Html> {
    let declaration = store::declarations::find(conn, n, cx.visible())?;
    let frozen = declaration.frozen()?;
    let (thread, consensus) = forum::consensus::find(conn, declaration.thread_id, cx.visible())?;
    let heading = store::texts::find(conn, thread.text_id)?;
    let (title, thread_lang) = heading.title(&cx.reader());
    let names = store::accounts::names(conn, &[declaration.signer_id])?;
    let statements = statements(cx, conn, &frozen, consensus.names)?;
    let (agreed, open) = statements.into_iter().partition::<Vec<_>, _>(|(how, _)| *how == Cited::Agreed);
    let carried = store::declarations::carried_by(conn, &[n])?.remove(&n).unwrap_or_default();
    let carried_threads = store::threads::load(conn, &carried)?;
    let titles = store::texts::load(conn, &carried_threads.iter().map(|t| t.text_id).collect::<Vec<_>>())?;
    let carry = |t: &store::threads::Thread| {
        let (title, lang) = titles.get(&t.text_id)?.title(&cx.reader());
        Some((url::consensus(cx.lang, t.id), title_html(title, lang), lang))
    };
    let signed = cx.l.m("declarations-signed").h("name", who(cx, Some(declaration.signer_id), &names)).h("time", cx.time(declaration.at));
    let numbered = |id: i64| (id, url::declaration(cx.lang, id));
    let layout_title = cx.l.m("declarations-title").n("n", n).to_string();
    cx.html(&DeclarationPage {
        layout: Layout { feed: "/declarations/feed.atom".to_owned(), ..cx.layout(layout_title, Section::Consensus) },
        n,
        outcome: declaration.outcome,
        sentence: sentence(cx, &declaration, &frozen),
        reason: declaration.reason.clone(),
        signed: signed.html(),
        thread_href: url::consensus(cx.lang, thread.id),
        thread_title: title_html(title, thread_lang),
        thread_lang,
        slots: slots(cx, conn, &frozen)?,
        agreed: agreed.into_iter().map(|(_, d)| d).collect(),
        open: open.into_iter().map(|(_, d)| d).collect(),
        objections: dissent(cx, conn, &frozen)?,
        moved: moved(cx, conn, &declaration)?,
        supersedes: declaration.supersedes.map(numbered),
        superseded_by: store::declarations::superseded_by(conn, &[n])?.get(&n).map(|(later, _)| numbered(*later)),
        carried: carried_threads.iter().filter_map(carry).collect(),
        review_on: declaration.review_on.and_then(|d| d.and_hms_opt(12, 0, 0)).map(|d| cx.l.day(&d.and_utc())),
        carry: cx.is_moderator().then(|| format!("/{}/t/new?kind=consensus&carries={n}", cx.lang)),
        json: format!("/api/v1/declarations/{n}"),
        address: format!("{}{}", cx.app.base_url, url::declaration(cx.lang, n)),
    })
}

/// What is declared, in one sentence.
pub fn sentence(cx: &Cx, declaration: &Declaration, frozen: &Frozen) -> String {
    let said = cx.l.m("declarations-sentence").s("outcome", declaration.outcome.as_str());
    said.s("missing", verdicts::langs(cx, &frozen.missing)).to_string()
}

/// The synthesis as it was declared, the page's language first. Quotes in it are of what can be read now (T12).
fn slots(cx: &Cx, conn: &mut Conn, frozen: &Frozen) -> Result<Vec<(Lang, String)>> {
    let mut langs = Lang::THREE;
    langs.sort_by_key(|l| *l != cx.lang);
    let mut slots = Vec::new();
    let named = frozen.synthesis.slots();
    let revisions = store::declarations::revisions(conn, &named)?;
    let mut htmls = store::texts::html(conn, &revisions.values().map(|r| r.id).collect::<Vec<_>>(), cx.visible())?;
    references::fill(cx, conn, htmls.values_mut())?;
    for lang in langs {
        let Some(revision) = named.iter().find(|(_, l, _)| *l == lang).and_then(|named| revisions.get(named)) else { continue };
        let html = match revision.body.is_empty() {
            true => format!("<p>{}</p>", escape(&cx.l.m("declarations-gone").s("day", "none").to_string())),
            false => htmls.remove(&revision.id).unwrap_or_default().replace(BLOCK_BREAK, "\n"),
        };
        slots.push((lang, html));
    }
    Ok(slots)
}

/// The statements as they were judged: their words in the page's language, or as they were written.
fn statements(cx: &Cx, conn: &mut Conn, frozen: &Frozen, names: Names) -> Result<Vec<(Cited, Declared)>> {
    let words = frozen_words(cx, conn, frozen.statements.iter())?;
    let mut declared = Vec::new();
    for s in &frozen.statements {
        let Some((words, lang)) = words.get(&(s.named.id, s.named.revisions)).cloned() else { continue };
        let verdict = judged(cx, s, names, frozen);
        declared.push((s.cited, Declared { n: s.n, href: url::statement(cx.lang, s.named.id), words, lang, verdict }));
    }
    Ok(declared)
}

/// What was judged then, in the words of now.
fn judged(cx: &Cx, s: &FrozenStatement, names: Names, frozen: &Frozen) -> VerdictView {
    let communities = s.communities.map(|c| Community { members: c.members, cell: c.cell });
    let tally = Tally { communities, unanswered: s.unanswered };
    let then = Judged { verdict: s.verdict, missing: s.missing.clone(), in_favour: s.in_favour.clone(), against: s.against.clone() };
    let report = Report { judged: then, is_firm: s.is_firm, ..tally.report(&frozen.thresholds) };
    let report = consensus::veiled(names, &communities, report);
    let judgement = Judgement { names, lines: &frozen.thresholds, tally: &tally, report: &report, being_checked: s.is_to_be_checked };
    verdicts::view(cx, &judgement)
}

/// Dissent, in equal dignity: words that can be read, or that they were taken away and when.
fn dissent(cx: &Cx, conn: &mut Conn, frozen: &Frozen) -> Result<Vec<Dissent>> {
    let ids: Vec<i64> = frozen.objections.iter().flat_map(|o| [Some(o.post), o.answer]).flatten().collect();
    let mut quoted = quoted(cx, conn, &ids)?;
    // The statements that are cited have their number in the declaration, the others in their thread.
    let statements = store::statements::load(conn, &frozen.objections.iter().map(|o| o.statement).collect::<Vec<_>>(), cx.visible())?;
    let number = |id: i64| statements.iter().find(|s| s.id == id).map_or(0, |s| s.n);
    let one = |o: &crate::domain::declaration::FrozenObjection| {
        let reason = quoted.remove(&o.post)?;
        let answer = o.answer.and_then(|a| quoted.remove(&a));
        Some(Dissent { state: o.state, n: number(o.statement), reason, answer })
    };
    let mut all: Vec<Dissent> = frozen.objections.iter().filter_map(one).collect();
    all.sort_by_key(|d| (d.state != ObjectionState::Maintained, d.n));
    Ok(all)
}

fn quoted(cx: &Cx, conn: &mut Conn, ids: &[i64]) -> Result<HashMap<i64, Quoted>> {
    let posts = store::posts::load(conn, ids)?;
    let threads = store::threads::load(conn, &posts.iter().map(|p| p.thread_id).collect::<Vec<_>>())?;
    let texts = store::texts::load(conn, &posts.iter().map(|p| p.text_id).collect::<Vec<_>>())?;
    let names = store::accounts::names(conn, &posts.iter().map(|p| p.author_id).collect::<Vec<_>>())?;
    let seen = |p: &store::posts::Post| {
        let door = threads.iter().find(|t| t.id == p.thread_id).map(store::threads::Thread::door);
        p.state == PostState::Visible && door.is_some_and(|d| cx.visible().post(d, p.state, p.author_id))
    };
    let revisions: Vec<i64> = posts
        .iter()
        .filter(|p| seen(p))
        .filter_map(|p| texts.get(&p.text_id))
        .filter_map(|t| t.slot(t.choose(&cx.reader())))
        .map(|s| s.revision_id)
        .collect();
    let mut htmls = store::texts::html(conn, &revisions, cx.visible())?;
    references::fill(cx, conn, htmls.values_mut())?;
    let gone: Vec<i64> = posts.iter().filter(|p| !seen(p)).map(|p| p.id).collect();
    let when = store::moderation::last_of_posts(conn, &gone)?;
    let one = |p: &store::posts::Post| {
        let text = texts.get(&p.text_id)?;
        let lang = text.choose(&cx.reader());
        let taken = (!seen(p)).then(|| {
            let day = when.get(&p.id).map_or("none".to_owned(), |line| cx.l.day(&cx.local(line.at)));
            cx.l.m("declarations-gone").s("day", day).to_string()
        });
        let html = text.slot(lang).and_then(|s| htmls.get(&s.revision_id)).map(|h| h.replace(BLOCK_BREAK, "\n")).unwrap_or_default();
        Some((p.id, Quoted { href: url::post(cx.lang, p.id), by: who(cx, Some(p.author_id), &names), html, lang, gone: taken }))
    };
    Ok(posts.iter().filter_map(one).collect())
}

/// What moved since, each with the way to see it.
fn moved(cx: &Cx, conn: &mut Conn, declaration: &Declaration) -> Result<Vec<String>> {
    let moved = forum::declarations::moved(conn, &[declaration])?.remove(0);
    let texts = store::texts::load(conn, &moved.iter().map(|m| m.text).collect::<Vec<_>>())?;
    let posts = store::posts::load(conn, &moved.iter().filter(|m| !m.is_statement).map(|m| m.id).collect::<Vec<_>>())?;
    let say = |m: &forum::declarations::Moved| {
        let text = texts.get(&m.text)?;
        let n = posts.iter().find(|p| p.id == m.id).map_or(m.n, |p| p.n);
        let what = match (m.is_statement, m.is_gone) {
            (true, _) => "statement",
            (false, true) => "gone",
            (false, false) => "post",
        };
        let href = match m.is_statement {
            true => format!("{}/history", url::workbench(cx.lang, m.text, text.original)),
            false => url::changes(cx.lang, m.id, text.original, m.from, text.source_revision()),
        };
        let said = cx.l.m("declarations-moved-one").s("what", what).n("n", n);
        Some(said.h("a", format!("<a href=\"{}\" rel=\"nofollow\">", crate::domain::markdown::escape(&href))).h("end", "</a>").html())
    };
    Ok(moved.iter().filter_map(say).collect())
}

#[derive(Template)]
#[template(path = "declarations/index.html")]
struct AgreedPage {
    layout: Layout,
    heading: String,
    /// Of one thread.
    back: Option<(String, String, Lang)>,
    declarations: Vec<AgreedView>,
    next: Option<String>,
}

/// One declaration, with what it says is agreed.
struct AgreedView {
    n: i64,
    href: String,
    sentence: String,
    day: String,
    thread_title: String,
    thread_lang: Lang,
    thread_href: String,
    agreed: Vec<(String, Lang, String)>,
    moved: bool,
}

/// GET /{l}/t/{id}/agreed: what a thread has agreed so far.
///
/// # Errors
/// No consensus thread.
pub async fn of_thread(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = super::consensus::thread_id(&path.1)?;
    page(app, ask, move |cx, conn| {
        let (thread, _) = forum::consensus::find(conn, id, cx.visible())?;
        let text = store::texts::find(conn, thread.text_id)?;
        let (title, lang) = text.title(&cx.reader());
        let back = (url::consensus(cx.lang, id), title_html(title, lang), lang);
        list(cx, conn, Some(id), Some(back))
    })
    .await
}

/// GET /{l}/declarations: what the forum has agreed so far.
///
/// # Errors
/// Database failures only.
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| list(cx, conn, None, None)).await
}

fn list(cx: &Cx, conn: &mut Conn, thread: Option<i64>, back: Option<(String, String, Lang)>) -> Result<Html> {
    let before = cx.ask.query("before").and_then(|n| n.parse().ok());
    let filter = Filter { thread, standing: true, before };
    let mut listed = forum::declarations::list(conn, filter, cx.visible(), LISTED + 1)?;
    let more = listed.len() > LISTED;
    listed.truncate(LISTED);
    let threads = store::threads::load(conn, &listed.iter().map(|d| d.thread_id).collect::<Vec<_>>())?;
    let titles = store::texts::load(conn, &threads.iter().map(|t| t.text_id).collect::<Vec<_>>())?;
    let frozen: Vec<Frozen> = listed.iter().map(Declaration::frozen).collect::<Result<_>>()?;
    let words = frozen_words(cx, conn, frozen.iter().flat_map(|f| &f.statements))?;
    let view = |(d, frozen): (&Declaration, &Frozen)| {
        let thread = threads.iter().find(|t| t.id == d.thread_id)?;
        let (title, thread_lang) = titles.get(&thread.text_id)?.title(&cx.reader());
        let agreed = frozen.statements.iter().filter(|s| s.cited == Cited::Agreed && d.outcome != Outcome::NoConsensus);
        let agreed = agreed.filter_map(|s| {
            let (said, lang) = words.get(&(s.named.id, s.named.revisions))?.clone();
            Some((said, lang, url::statement(cx.lang, s.named.id)))
        });
        Some(AgreedView {
            n: d.id,
            href: url::declaration(cx.lang, d.id),
            sentence: sentence(cx, d, frozen),
            day: cx.l.day(&cx.local(d.at)),
            thread_title: title_html(title, thread_lang),
            thread_lang,
            thread_href: url::consensus(cx.lang, d.thread_id),
            agreed: agreed.collect(),
            moved: d.moved_at.is_some(),
        })
    };
    let views: Vec<AgreedView> = listed.iter().zip(&frozen).filter_map(view).collect();
    let heading = cx.l.t(if thread.is_some() { "consensus-agreed" } else { "declarations-all" });
    let here = thread.map_or_else(|| format!("/{}/declarations", cx.lang), |id| format!("/{}/t/{id}/agreed", cx.lang));
    cx.html(&AgreedPage {
        layout: Layout { feed: "/declarations/feed.atom".to_owned(), ..cx.layout(&heading, Section::Consensus) },
        heading,
        back,
        next: listed.last().filter(|_| more).map(|d| format!("{here}?before={}", d.id)),
        declarations: views,
    })
}

/// The words of statements as they were declared, as HTML with their language, by statement and revisions.
type FrozenWords = HashMap<(i64, [i32; 3]), (String, Lang)>;

/// The words of statements as they were declared, as HTML with their language: in the page's where people had put them into it,
/// else as they were written. By statement and the text's revisions then.
fn frozen_words<'a>(cx: &Cx, conn: &mut Conn, statements: impl Iterator<Item = &'a FrozenStatement>) -> Result<FrozenWords> {
    let statements: Vec<&FrozenStatement> = statements.collect();
    let texts: Vec<i64> = statements.iter().map(|s| s.named.text).collect();
    let named: Vec<_> = statements.iter().flat_map(|s| s.named.slots()).collect();
    let words = store::declarations::revisions(conn, &named)?;
    let originals = store::texts::load(conn, &texts)?;
    let of = |s: &&FrozenStatement| {
        let original = originals.get(&s.named.text)?.original;
        let found = [cx.lang, original].into_iter().find_map(|lang| {
            let words = words.get(&(s.named.text, lang, s.named.revisions[lang.index()]))?;
            // Words of people that were not taken away.
            let stands = words.engine.is_none() && !words.body.is_empty();
            stands.then(|| (title_html(&words.body, lang), lang))
        });
        Some(((s.named.id, s.named.revisions), found?))
    };
    Ok(statements.iter().filter_map(of).collect())
}
