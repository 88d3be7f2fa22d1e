//! The history of a text: its revisions per language, two of them block by block, and who did what to a slot.

use super::{
    cx::{Cx, Html, Layout, Section, page, see_other, write},
    extract::{Ask, Fields, id, place_of},
    parts, remarks, url, workbench,
};
use crate::{
    app::App,
    domain::{block, diff, lang::Lang, limits, markdown::escape, post::Change},
    error::{Error, Result},
    forum,
    store::{
        self, Conn,
        accounts::Name,
        posts::Post,
        slots::{Act, Kind},
        texts::{Revision, Text},
    },
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use askama::Template;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "posts/history.html")]
struct HistoryPage {
    layout: Layout,
    heading: String,
    back: String,
    title: String,
    title_lang: Lang,
    langs: Vec<Tab>,
    bench: Option<String>,
    lang: Lang,
    quality: String,
    from: i32,
    to: i32,
    rows: Vec<RevisionRow>,
    blocks: Vec<BlockRow>,
    acts: Vec<ActRow>,
    csrf: String,
    /// The address of this history, to compare two other revisions.
    action: String,
    /// The language, where the address does not say it.
    asks_lang: bool,
    correct: String,
}

/// One act on the slot: who, what, when, why, and how it ended; HTML.
struct ActRow {
    words: String,
    passage: String,
    reason: String,
    answer: String,
}

struct Tab {
    lang: Lang,
    href: String,
    count: usize,
}

struct RevisionRow {
    n: i32,
    time: String,
    by: String,
    /// What it changes, or what it answers.
    about: String,
    note: String,
    /// Readers get it; or it is a proposal.
    mark: Option<String>,
    /// Opens its words in the workbench.
    open: Option<String>,
    /// The other value that a moderator may correct it to.
    correct: Option<&'static str>,
}

struct BlockRow {
    /// `b` and its place in the older revision, to which marks on outdated blocks lead; `n` and its new place.
    id: String,
    same: bool,
    /// The words with `<del>` and `<ins>` in them.
    html: String,
}

/// GET /{l}/p/{id}/history?lang=&from=&to=
///
/// # Errors
/// An unknown or hidden post (T12).
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| {
        let post = store::posts::find(conn, id)?;
        let (text, post) = forum::texts::find(conn, post.text_id, cx.visible())?;
        let lang = cx.ask.query("lang").and_then(Lang::parse).unwrap_or(text.original);
        let base = format!("{}/history", url::post(cx.lang, id));
        build(cx, conn, &text, post.as_ref(), lang, &Address { base: base.clone(), of: &|l| format!("{base}?lang={l}"), asks_lang: true })
    })
    .await
}

/// GET /{l}/translate/{text}/{target}/history?from=&to=
///
/// # Errors
/// An unknown or hidden text (T12).
pub async fn slot(app: Data<App>, ask: Ask, path: Path<(String, String, String)>) -> Result<HttpResponse> {
    let (id, lang) = place_of(&path)?;
    page(app, ask, move |cx, conn| {
        let (text, post) = forum::texts::find(conn, id, cx.visible())?;
        let of = |l: Lang| format!("{}/history", url::workbench(cx.lang, id, l));
        build(cx, conn, &text, post.as_ref(), lang, &Address { base: of(lang), of: &of, asks_lang: false })
    })
    .await
}

/// Where a history stands.
struct Address<'a> {
    base: String,
    /// The history of another slot of the same text.
    of: &'a dyn Fn(Lang) -> String,
    asks_lang: bool,
}

fn build(cx: &Cx, conn: &mut Conn, text: &Text, post: Option<&Post>, lang: Lang, at: &Address) -> Result<Html> {
    let place = workbench::place(cx, conn, text, post)?;
    let mut histories: HashMap<Lang, Vec<Revision>> = HashMap::new();
    for lang in Lang::THREE {
        let mut history = store::texts::history(conn, text.id, lang)?;
        store::texts::veil(conn, cx.visible(), history.iter_mut())?;
        histories.insert(lang, history);
    }
    let langs = Lang::THREE.map(|l| Tab { lang: l, href: (at.of)(l), count: histories.get(&l).map_or(0, Vec::len) }).into();
    let history = histories.remove(&lang).unwrap_or_default();
    let newest = history.first().map_or(0, |r| r.n);
    let asked = |name: &str| cx.ask.query(name).and_then(|n| n.parse::<i32>().ok());
    let to = asked("to").filter(|n| *n <= newest).unwrap_or(newest);
    let from = asked("from").filter(|n| *n < to).unwrap_or(to.saturating_sub(1));
    let acts = store::slots::acts(conn, text.id, lang)?;
    let people: Vec<i64> = history.iter().filter_map(|r| r.author_id).chain(remarks::people(&acts)).collect();
    let names = store::accounts::names(conn, &people)?;
    let row = |r: &Revision| {
        let row = row(cx, r, text, lang, &acts, &names);
        // What an edit of a post was said to change is corrected at the post.
        RevisionRow { correct: row.correct.filter(|_| post.is_some()), ..row }
    };
    let rows = history.iter().map(row).collect();
    let find = |n: i32| history.iter().find(|r| r.n == n);
    let blocks = match (find(from), find(to)) {
        (Some(old), Some(new)) => compare(old, new, lang),
        (None, Some(new)) => compare(new, new, lang),
        _ => Vec::new(),
    };
    let heading = match post {
        Some(post) => cx.l.m("posts-history-title").n("n", post.n).to_string(),
        None => cx.l.t("texts-history-title"),
    };
    cx.html(&HistoryPage {
        layout: Layout { noindex: true, ..cx.layout(heading.clone(), Section::Threads) },
        heading,
        back: place.back,
        title: place.title,
        title_lang: place.title_lang,
        langs,
        bench: cx.me.as_ref().map(|_| url::workbench(cx.lang, text.id, lang)),
        lang,
        quality: parts::state_words(cx, text.quality(lang), text.freshness(lang).fresh),
        from,
        to,
        rows,
        blocks,
        acts: acts.iter().map(|a| act_row(cx, a, &names)).collect(),
        csrf: if cx.is_moderator() { cx.csrf() } else { String::new() },
        action: at.base.clone(),
        asks_lang: at.asks_lang,
        correct: post.map(|p| format!("{}/history", url::post(cx.lang, p.id))).unwrap_or_default(),
    })
}

fn row(cx: &Cx, r: &Revision, text: &Text, lang: Lang, acts: &[Act], names: &HashMap<i64, Name>) -> RevisionRow {
    let change = r.change.as_deref().and_then(Change::parse);
    let is_original = lang == text.original;
    let about = match (change, r.based_on, &r.answers, r.translator_id) {
        (Some(Change::Meaning), ..) => cx.l.t("posts-history-meaning"),
        (Some(Change::Wording), ..) => cx.l.t("posts-history-wording"),
        (None, Some(_), _, Some(_)) => cx.l.t("posts-history-valid"),
        (None, Some(n), ..) => cx.l.m("posts-history-based-on").n("n", n).to_string(),
        (None, None, ..) => cx.l.t("posts-history-first"),
    };
    let current = text.slot(lang).is_some_and(|s| s.revision == r.n);
    let proposed = acts.iter().find(|a| a.act == Kind::Propose && a.n == r.n);
    let mark = match (current, proposed) {
        (true, _) => Some(cx.l.t("posts-history-current")),
        (false, Some(a)) => Some(cx.l.m("posts-history-proposal").s("outcome", a.outcome().map_or("open", |o| o.as_str())).to_string()),
        (false, None) => None,
    };
    RevisionRow {
        n: r.n,
        time: cx.time(r.created_at),
        by: r.engine.as_deref().map_or_else(|| parts::who(cx, r.author_id, names), escape),
        about,
        note: r.note.clone(),
        mark,
        open: (!is_original && !current && cx.me.is_some()).then(|| format!("{}?from={}", url::workbench(cx.lang, text.id, lang), r.n)),
        correct: change.filter(|_| is_original && cx.is_moderator()).map(|c| match c {
            Change::Meaning => Change::Wording.as_str(),
            Change::Wording => Change::Meaning.as_str(),
        }),
    }
}

fn act_row(cx: &Cx, act: &Act, names: &HashMap<i64, Name>) -> ActRow {
    let said = cx.l.m("texts-act").s("act", act.act.as_str()).n("n", act.n);
    let mut words = said.h("name", parts::who(cx, Some(act.actor_id), names)).h("time", cx.time(act.at)).html();
    if let (Some(outcome), Some(at), true) = (act.outcome(), act.settled_at, act.act != Kind::Review) {
        let ended = cx.l.m("texts-act-ended").s("outcome", outcome.as_str());
        words.push(' ');
        words.push_str(&ended.h("name", parts::who(cx, act.settler_id, names)).h("time", cx.time(at)).html());
    }
    ActRow { words, passage: act.passage.clone(), reason: act.reason.clone(), answer: act.answer.clone() }
}

/// What changed in an original between two of its revisions, as HTML; `None` for revisions that do not exist.
///
/// # Errors
/// Database failures only.
pub fn changes(cx: &Cx, conn: &mut Conn, text: &store::texts::Text, from: i32, to: i32) -> Result<Option<String>> {
    let mut old = store::texts::revision(conn, text.id, text.original, from)?;
    let mut new = store::texts::revision(conn, text.id, text.original, to)?;
    store::texts::veil(conn, cx.visible(), old.iter_mut().chain(new.iter_mut()))?;
    let (Some(old), Some(new)) = (old, new) else { return Ok(None) };
    let rows = compare(&old, &new, text.original);
    let html = rows.iter().filter(|b| !b.same).map(|b| format!("<div class=\"change changed\"><p>{}</p></div>", b.html));
    Ok(Some(html.collect()))
}

fn compare(old: &Revision, new: &Revision, lang: Lang) -> Vec<BlockRow> {
    let of = |r: &Revision| block::blocks(&r.title, &r.body);
    diff::blocks(&of(old), &of(new), lang)
        .into_iter()
        .map(|c| BlockRow {
            id: c.was.map_or_else(|| format!("n{}", c.is.unwrap_or_default()), |i| format!("b{i}")),
            same: c.same,
            html: parts::pieces(&c.pieces, lang),
        })
        .collect()
}

/// POST /{l}/p/{id}/history: a moderator corrects what an edit was said to change (T3).
///
/// # Errors
/// [`Error::SignIn`], no moderator, no reason, an unknown revision, a wording edit that changed the blocks.
pub async fn correct(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        let post = store::posts::find(conn, id)?;
        let text = store::texts::find(conn, post.text_id)?;
        let n = fields.get("revision").parse().map_err(|_| Error::field("revision", "errors-revision-unknown"))?;
        let change = Change::parse(fields.get("change")).ok_or_else(|| Error::field("change", "errors-change-unknown"))?;
        let reason = limits::line("reason", fields.get("reason"), 0, limits::REASON_CHARS)?;
        forum::texts::correct_change(conn, &actor, &text, n, change, &reason, cx.now)
    })
    .await?;
    Ok(see_other(&format!("{}/history", url::post(ask.lang, id))))
}
