//! The vocabulary and what stands under each theme.

use super::{
    charts::{self, Bar, Column},
    cx::{Cx, Html, Layout, Section, page},
    extract::Ask,
    linked_data, matrix,
    parts::{self, Cell},
    readings::Watch,
    rows::{self, Row},
    url,
};
use crate::{
    app::App,
    domain::{
        figures::first_monday,
        lang::Lang,
        markdown::{self, title_html},
        page::{self as paging, Cursor},
        references,
        watch::{Level, Watched},
    },
    error::Result,
    store::{self, Conn, threads::Filter},
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use askama::Template;
use chrono::{NaiveTime, TimeDelta};

/// An axis with its themes.
pub struct Axis {
    pub name: String,
    pub themes: Vec<Entry>,
}

/// A theme in the vocabulary.
pub struct Entry {
    pub slug: String,
    pub href: String,
    pub name: String,
    pub lang: Lang,
    pub threads: i32,
    /// By original language, in the order of the three.
    pub counts: [i32; 3],
    pub retired: bool,
    /// Threads with something new for this member.
    pub unread: i64,
}

#[derive(Template)]
#[template(path = "themes/index.html")]
struct IndexPage {
    layout: Layout,
    axes: Vec<Axis>,
    may_curate: bool,
}

#[derive(Template)]
#[template(path = "themes/show.html")]
struct ThemePage {
    layout: Layout,
    name: String,
    name_lang: Lang,
    description: String,
    cells: Vec<Cell>,
    axis: String,
    counts: [i32; 3],
    threads: i32,
    retired: bool,
    slug: String,
    rows: Vec<Row>,
    next: Option<String>,
    watch: Option<Watch>,
    followers: i64,
    may_curate: bool,
    /// Once they were counted.
    figures: Option<Figures>,
}

/// A theme in figures.
struct Figures {
    time: String,
    rows: Vec<WeeksOf>,
    /// The table beneath: each week's Monday and its posts by language.
    weeks: Vec<(String, [i64; 3])>,
    bars: Vec<Bar>,
}

/// What was said in one language, week by week.
struct WeeksOf {
    lang: Lang,
    posts: i64,
    columns: Vec<Column>,
}

fn figures(cx: &Cx, conn: &mut Conn, theme: i64) -> Result<Option<Figures>> {
    let Some((figures, at)) = store::figures::of(conn, theme)? else { return Ok(None) };
    let most = figures.weeks.iter().flatten().copied().max().unwrap_or_default();
    let row = |lang: Lang| {
        let weeks: Vec<i64> = figures.weeks.iter().map(|w| w[lang.index()]).collect();
        WeeksOf { lang, posts: weeks.iter().sum(), columns: charts::columns(&weeks, most) }
    };
    let first = first_monday(at);
    // Mondays are days of the calendar, in no zone.
    let day = |n: i64| cx.l.day(&(first + TimeDelta::weeks(n)).and_time(NaiveTime::MIN).and_utc());
    Ok(Some(Figures {
        time: cx.time(at),
        rows: Lang::THREE.map(row).into(),
        weeks: (0..).map(day).zip(figures.weeks.iter().copied()).collect(),
        bars: Lang::THREE.map(|lang| Bar::of(lang, &figures.coverage)).into(),
    }))
}

/// Axes and themes by the reader's slots, with their counts.
///
/// # Errors
/// Database failures only.
pub fn vocabulary(cx: &Cx, conn: &mut Conn) -> Result<Vec<Axis>> {
    let axes = store::themes::axes(conn)?;
    let themes = store::themes::all(conn)?;
    let ids: Vec<i64> = themes.iter().map(|t| t.text_id).collect();
    let texts = store::texts::load(conn, &ids)?;
    let counts = store::themes::counts(conn)?;
    let unread = match cx.reading() {
        Some(reader) => store::readings::unread_by_theme(conn, reader)?,
        None => std::collections::HashMap::new(),
    };
    let reader = cx.reader();
    let entry = |theme: &store::themes::Theme| {
        let (name, lang) = texts.get(&theme.text_id)?.title(&reader);
        let counts = counts.get(&theme.id).copied().unwrap_or_default();
        Some(Entry {
            slug: theme.slug.clone(),
            href: url::theme(cx.lang, &theme.slug),
            name: name.to_owned(),
            lang,
            threads: counts.iter().sum(),
            counts,
            retired: theme.retired,
            unread: unread.get(&theme.id).copied().unwrap_or_default(),
        })
    };
    Ok(axes
        .iter()
        .map(|axis| Axis {
            name: axis.name(cx.lang).to_owned(),
            themes: themes.iter().filter(|t| t.axis_id == axis.id).filter_map(entry).collect(),
        })
        .collect())
}

/// GET /{l}/themes
///
/// # Errors
/// Database failures only.
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| {
        let axes = vocabulary(cx, conn)?;
        cx.html(&IndexPage { layout: cx.layout(cx.l.t("themes-title"), Section::Themes), axes, may_curate: cx.is_moderator() })
    })
    .await
}

/// GET /{l}/themes/{slug}
///
/// # Errors
/// An unknown theme.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let (_, slug) = path.into_inner();
    page(app, ask, move |cx, conn| build(cx, conn, &slug)).await
}

fn build(cx: &Cx, conn: &mut Conn, slug: &str) -> Result<Html> {
    let theme = store::themes::by_slug(conn, slug)?;
    // H2: the address of a merged theme leads on for ever.
    if theme.slug != slug {
        return Ok(Html::elsewhere(url::theme(cx.lang, &theme.slug)));
    }
    let axes = store::themes::axes(conn)?;
    let counts = store::themes::counts(conn)?.get(&theme.id).copied().unwrap_or_default();
    let filter = Filter { theme: Some(theme.id), ..Filter::default() };
    let after = cx.ask.query("after").and_then(Cursor::parse);
    let listed = store::threads::list(conn, &filter, cx.visible(), after, paging::THREADS, cx.now)?;
    let rows = rows::rows(cx, conn, &listed.threads)?;
    let text = store::texts::find(conn, theme.text_id)?;
    let (name, name_lang) = text.title(&cx.reader());
    let revision = text.slot(name_lang).map(|s| s.revision_id).unwrap_or_default();
    let description = store::texts::html(conn, &[revision], cx.visible())?.remove(&revision).unwrap_or_default();
    let names = store::accounts::names(conn, &parts::people(&[(text.id, text.clone())].into()))?;
    let layout = Layout {
        feed: format!("/themes/{}/feed.atom", theme.slug),
        description: linked_data::description(&description),
        ..cx.layout(name, Section::Themes)
    };
    cx.html(&ThemePage {
        layout,
        name: title_html(name, name_lang),
        name_lang,
        description: references::plain(&description).replace(markdown::BLOCK_BREAK, "\n"),
        cells: parts::strip(cx, &text, &names, Some(name_lang), |lang| matrix::to_bench(cx, text.id, lang)),
        axis: axes.iter().find(|a| a.id == theme.axis_id).map(|a| a.name(cx.lang).to_owned()).unwrap_or_default(),
        threads: counts.iter().sum(),
        counts,
        retired: theme.retired,
        watch: Watch::of(cx, conn, Watched::Theme, theme.id, format!("{}/watch", url::theme(cx.lang, &theme.slug)))?,
        may_curate: cx.is_moderator(),
        followers: store::watches::followers(conn, Watched::Theme, theme.id)?,
        next: listed.next.map(|c| format!("{}?after={c}", url::theme(cx.lang, &theme.slug))),
        figures: figures(cx, conn, theme.id)?,
        slug: theme.slug,
        rows,
    })
}
