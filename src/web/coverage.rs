//! Who can read what: the matrix of threads by language, totals per theme, and fairness between the languages.

use super::{
    charts::{self, Bar},
    cx::{Cx, Html, Section, page},
    extract::Ask,
    matrix::{self, MatrixCell},
    themes::Axis,
    url,
};
use crate::{
    app::App,
    domain::{effort, lang::Lang, markdown::title_html, page::Cursor, policy::Visible},
    error::Result,
    store::{self, Conn, coverage::Tallies, threads::Filter},
};
use actix_web::{HttpResponse, web::Data};
use askama::Template;
use chrono::TimeDelta;

/// Threads on one page of the matrix.
const PAGE: usize = 25;
/// Waiting times and requests are those of the last year.
const DAYS: i64 = 365;

#[derive(Template)]
#[template(path = "coverage/index.html")]
struct CoveragePage {
    layout: super::cx::Layout,
    bars: Vec<Bar>,
    rows: Vec<ThreadRow>,
    themes: Vec<ThemeRow>,
    axes: Vec<Axis>,
    theme: String,
    mine: Lang,
    next: Option<String>,
    first: bool,
}

struct ThreadRow {
    href: String,
    title: String,
    title_lang: Lang,
    posts: i64,
    cells: Vec<(MatrixCell, Readable)>,
}

/// How many posts of a thread, or texts of a theme, can be read; and the way to those that cannot.
struct Readable {
    lang: Lang,
    readable: i64,
    texts: i64,
    outdated: i64,
    share: f64,
    gap: Option<String>,
}

struct ThemeRow {
    href: String,
    name: String,
    lang: Lang,
    cells: Vec<Readable>,
}

/// GET /{l}/translate/coverage?theme=&after=
///
/// # Errors
/// An unknown theme.
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, build).await
}

fn build(cx: &Cx, conn: &mut Conn) -> Result<Html> {
    let theme = cx.ask.query("theme").unwrap_or_default().to_owned();
    let filter = Filter {
        theme: match theme.as_str() {
            "" => None,
            slug => Some(store::themes::by_slug(conn, slug)?.id),
        },
        ..Filter::default()
    };
    let after = cx.ask.query("after").and_then(Cursor::parse);
    let listed = store::threads::list(conn, &filter, Visible::Public, after, PAGE, cx.now)?;
    let ids: Vec<i64> = listed.threads.iter().map(|t| t.id).collect();
    let text_ids: Vec<i64> = listed.threads.iter().map(|t| t.text_id).collect();
    let texts = store::texts::load(conn, &text_ids)?;
    let claims = store::claims::on(conn, &text_ids, cx.now)?;
    let names = store::accounts::names(conn, &claims.iter().map(|c| c.account_id).collect::<Vec<_>>())?;
    let claims = matrix::claims(&claims);
    let tallies = store::coverage::of_threads(conn, &ids)?;
    let whole = store::coverage::all(conn)?;
    let of_themes = store::coverage::of_themes(conn)?;
    let axes = super::themes::vocabulary(cx, conn)?;
    let themes = store::themes::all(conn)?;
    let mine = cx.writes();
    let row = |thread: &store::threads::Thread| {
        let text = texts.get(&thread.text_id)?;
        let (title, title_lang) = text.title(&cx.reader());
        let tally = tallies.get(&thread.id).copied().unwrap_or_default();
        let cells = matrix::cells(cx, text, mine, &claims, &names, title);
        let gap = |lang| format!("/{}/translate?into={lang}&thread={}", cx.lang, thread.id);
        Some(ThreadRow {
            href: url::thread(cx.lang, thread.id, text.slot(text.original).map_or("", |s| s.title.as_str())),
            title: title_html(title, title_lang),
            title_lang,
            posts: i64::from(thread.replies) + 1,
            cells: cells.into_iter().map(|cell| (readable(cell.lang, &tally, &gap), cell)).map(|(r, c)| (c, r)).collect(),
        })
    };
    let theme_row = |entry: &super::themes::Entry| {
        let theme = themes.iter().find(|t| t.slug == entry.slug)?;
        let tally = of_themes.get(&theme.id)?;
        let gap = |lang| format!("/{}/translate?into={lang}&theme={}", cx.lang, entry.slug);
        let cells = Lang::THREE.map(|l| readable(l, tally, &gap)).into();
        Some(ThemeRow { href: entry.href.clone(), name: entry.name.clone(), lang: entry.lang, cells })
    };
    let theme_rows = axes.iter().flat_map(|a| &a.themes).filter_map(theme_row).collect();
    cx.html(&CoveragePage {
        layout: super::cx::Layout { noindex: after.is_some(), ..cx.layout(cx.l.t("coverage-title"), Section::Translate) },
        bars: Lang::THREE.map(|l| Bar::of(l, &whole)).into(),
        rows: listed.threads.iter().filter_map(row).collect(),
        themes: theme_rows,
        next: listed.next.map(|c| format!("/{}/translate/coverage?theme={theme}&after={c}", cx.lang)),
        axes,
        theme,
        mine,
        first: after.is_none(),
    })
}

fn readable(lang: Lang, tallies: &Tallies, gap: &impl Fn(Lang) -> String) -> Readable {
    let tally = tallies[lang.index()];
    let (readable, texts) = (tally.readable(), tally.texts());
    let complete = readable == texts && tally.outdated == 0;
    Readable { lang, readable, texts, outdated: tally.outdated, share: charts::share(readable, texts), gap: (!complete).then(|| gap(lang)) }
}

#[derive(Template)]
#[template(path = "coverage/fairness.html")]
struct FairnessPage {
    layout: super::cx::Layout,
    bars: Vec<Bar>,
    languages: Vec<Fairness>,
}

/// One language, held against the two others.
struct Fairness {
    lang: Lang,
    people: i64,
    posts: i64,
    translating: Wait,
    reviewing: Wait,
    asked: i64,
    served: i64,
}

/// A waiting time: in words, and as a share of the longest of the three.
struct Wait {
    words: String,
    share: f64,
}

/// GET /{l}/translate/fairness
///
/// # Errors
/// Database failures only.
pub async fn fairness(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| {
        let since = cx.now - TimeDelta::days(DAYS);
        let whole = store::coverage::all(conn)?;
        let voices = store::coverage::voices(conn)?;
        let translating = store::coverage::translating(conn, since)?.map(effort::median);
        let reviewing = store::coverage::reviewing(conn, since)?.map(effort::median);
        let requests = store::coverage::requests(conn, since)?;
        let language = |lang: Lang| {
            let i = lang.index();
            Fairness {
                lang,
                people: voices[i].0,
                posts: voices[i].1,
                translating: wait(cx, &translating, i),
                reviewing: wait(cx, &reviewing, i),
                asked: requests[i].0,
                served: requests[i].1,
            }
        };
        cx.html(&FairnessPage {
            layout: cx.layout(cx.l.t("coverage-fairness"), Section::Translate),
            bars: Lang::THREE.map(|l| Bar::of(l, &whole)).into(),
            languages: Lang::THREE.map(language).into(),
        })
    })
    .await
}

fn wait(cx: &Cx, all: &[Option<i64>; 3], i: usize) -> Wait {
    let longest = all.iter().flatten().copied().max().unwrap_or_default();
    let words = match all[i] {
        None => cx.l.t("coverage-wait-none"),
        Some(s) if s < 2 * 3600 => cx.l.m("coverage-wait-minutes").n("count", (s / 60).max(1)).to_string(),
        Some(s) if s < 48 * 3600 => cx.l.m("coverage-wait-hours").n("count", s / 3600).to_string(),
        Some(s) => cx.l.m("coverage-wait-days").n("count", s / 86_400).to_string(),
    };
    Wait { words, share: charts::share(all[i].unwrap_or_default(), longest) }
}
