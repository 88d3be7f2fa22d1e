//! What waits for translators, and what waits for this one.

use super::{
    cx::{Cx, Html, Layout, Section, page, read, see_other},
    extract::Ask,
    matrix::{self, MatrixCell},
    parts::who,
    themes::Axis,
    url,
};
use crate::{
    app::App,
    domain::{
        effort,
        lang::{Lang, Langs},
        markdown::title_html,
        policy,
        queue::{self, Cursor, Filter, Item, Sort, Wait},
    },
    error::Result,
    store::{
        self, Conn,
        queue::{Of, Place, Task},
        texts::Text,
    },
};
use actix_web::{HttpResponse, web::Data};
use askama::Template;
use std::collections::HashMap;

/// So far ahead « next » looks for a slot that nobody has claimed.
const AHEAD: usize = 200;
/// So many translations to review stand above the queue; the rest is one link away.
const REVIEWS: usize = 5;

#[derive(Template)]
#[template(path = "queue/index.html")]
struct QueuePage {
    layout: Layout,
    counts: Vec<CountView>,
    work: Vec<WorkList>,
    axes: Vec<Axis>,
    from: String,
    into: String,
    theme: String,
    wait: String,
    sort: &'static str,
    thread: String,
    rows: Vec<QueueRow>,
    next: Option<String>,
    first: bool,
}

/// What waits in one language.
struct CountView {
    lang: Lang,
    translate: (i64, String),
    review: (i64, String),
    update: (i64, String),
    /// Whole percent that a person has translated; `None` where there is nothing to translate.
    share: Option<i64>,
}

/// One list of what waits for this person.
struct WorkList {
    title: String,
    lines: Vec<WorkLine>,
    more: Option<(String, String)>,
}

/// One slot that waits for this person.
pub struct WorkLine {
    pub href: String,
    pub title: String,
    pub title_lang: Lang,
    /// Into which language, since when, by whom; HTML.
    pub about: String,
}

/// A text in the queue.
struct QueueRow {
    href: String,
    title: String,
    title_lang: Lang,
    about: Vec<String>,
    excerpt: String,
    excerpt_lang: Lang,
    cells: Vec<MatrixCell>,
}

/// What the address asks for; unknown values are no condition.
struct Asked {
    filter: Filter,
    sort: Sort,
}

fn asked(cx: &Cx, conn: &mut Conn) -> Result<Asked> {
    let theme = match cx.ask.query("theme") {
        Some(slug) => Some(store::themes::by_slug(conn, slug)?.id),
        None => None,
    };
    let into = match cx.ask.query("into") {
        Some("all") => None,
        Some(word) => Lang::parse(word).or(Some(cx.writes())),
        None => Some(cx.writes()),
    };
    let wait = cx.ask.query("wait").and_then(Wait::parse);
    let filter = Filter {
        from: cx.ask.query("from").and_then(Lang::parse),
        into,
        theme,
        thread: cx.ask.query("thread").and_then(|t| t.parse().ok()),
        langs: Langs::default(),
        wait,
        // Nobody reviews their own work; moderators could, but somebody else should.
        reviewer: cx.me.as_ref().map(|m| m.id),
    };
    Ok(Asked { filter, sort: cx.ask.query("sort").and_then(Sort::parse).unwrap_or(Sort::Awaited) })
}

/// GET /{l}/translate?from=&into=&theme=&thread=&wait=&sort=&after=
///
/// # Errors
/// An unknown theme.
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, build).await
}

fn build(cx: &Cx, conn: &mut Conn) -> Result<Html> {
    let Asked { filter, sort } = asked(cx, conn)?;
    let after = cx.ask.query("after").and_then(Cursor::parse);
    let (items, next) = queue::page(store::queue::waiting(conn, &filter, sort, after, queue::PAGE)?, sort, after);
    let counts = store::queue::counts(conn)?;
    let work = work(cx, conn)?;
    let rows = rows(cx, conn, &items, filter.into.unwrap_or(cx.writes()))?;
    let value = |name: &str| cx.ask.query(name).unwrap_or_default().to_owned();
    let into = filter.into.map_or("all", Lang::as_str).to_owned();
    let kept: String = ["from", "into", "theme", "thread", "wait", "sort"]
        .into_iter()
        .filter_map(|name| Some(format!("{name}={}&", url::encode(cx.ask.query(name)?))))
        .collect();
    let view = |lang: Lang| {
        let c = counts[lang.index()];
        let href = |wait: Wait| format!("/{}/translate?into={lang}&wait={wait}", cx.lang);
        CountView {
            lang,
            translate: (c.translate, href(Wait::Translate)),
            review: (c.review, href(Wait::Review)),
            update: (c.update, href(Wait::Update)),
            share: effort::percent(c.readable(), c.all),
        }
    };
    cx.html(&QueuePage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("queue-title"), Section::Translate) },
        counts: Lang::THREE.map(view).into(),
        work,
        axes: super::themes::vocabulary(cx, conn)?,
        from: value("from"),
        into,
        theme: value("theme"),
        wait: value("wait"),
        sort: sort.as_str(),
        thread: value("thread"),
        rows,
        next: next.map(|n| format!("/{}/translate?{kept}after={n}", cx.lang)),
        first: after.is_none(),
    })
}

/// GET /{l}/translate/next?into=&after=: leads to the slot after text `after` that waits, that this person can work on
/// and that nobody else works on; oldest first, and round again.
///
/// # Errors
/// Database failures only: with nothing left it leads to the queue.
pub async fn next(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    let lang = ask.lang;
    let found = read(&app, &ask, |cx, conn| {
        let filter = asked(cx, conn)?.filter;
        let left: Option<i64> = cx.ask.query("after").and_then(|t| t.parse().ok());
        let since = left.map(|text| store::queue::age(conn, text)).transpose()?.flatten();
        let place = left.zip(since).map(|(text, since)| Cursor { first: 0, since, text, lang: "~" });
        let mut items = store::queue::waiting(conn, &filter, Sort::Oldest, place, AHEAD)?;
        items.extend(store::queue::waiting(conn, &filter, Sort::Oldest, None, AHEAD)?);
        let claims = matrix::claims(&store::claims::on(conn, &items.iter().map(|i| i.text).collect::<Vec<_>>(), cx.now)?);
        let me = cx.me.as_ref().map(crate::store::accounts::Account::actor);
        let open = |i: &&Item| match i.wait {
            // Whoever translated it still holds their claim: that must not keep reviewers away.
            Wait::Review => me.as_ref().is_none_or(|m| policy::reviews(m, i.lang)),
            Wait::Translate | Wait::Update | Wait::Clarify => {
                claims.get(&(i.text, i.lang)).is_none_or(|by| me.is_some_and(|m| m.id == *by))
            }
        };
        Ok(items.iter().filter(|i| Some(i.text) != left).find(open).map(|i| matrix::to_bench(cx, i.text, i.lang)))
    })
    .await?;
    Ok(see_other(&found.unwrap_or_else(|| format!("/{lang}/translate"))))
}

fn rows(cx: &Cx, conn: &mut Conn, items: &[Item], mine: Lang) -> Result<Vec<QueueRow>> {
    let ids: Vec<i64> = items.iter().map(|i| i.text).collect();
    let places = store::queue::places(conn, &ids, cx.visible())?;
    let claims = store::claims::on(conn, &ids, cx.now)?;
    let names = store::accounts::names(conn, &claims.iter().map(|c| c.account_id).collect::<Vec<_>>())?;
    let claims = matrix::claims(&claims);
    let mut all = ids.clone();
    all.extend(places.values().map(|p| p.heading));
    let texts = store::texts::load(conn, &all)?;
    let sources: Vec<i64> = ids.iter().filter_map(|id| texts.get(id)?.slot(texts[id].original).map(|s| s.revision_id)).collect();
    let bodies = store::texts::bodies(conn, &sources, cx.visible())?;
    let row = |item: &Item| {
        let (text, place) = (texts.get(&item.text)?, places.get(&item.text)?);
        let (title, title_lang) = texts.get(&place.heading)?.title(&cx.reader());
        let body = text.slot(text.original).and_then(|s| bodies.get(&s.revision_id)).map_or("", |(body, _)| body.as_str());
        Some(QueueRow {
            href: back(cx, place),
            title: title_html(title, title_lang),
            title_lang,
            about: about(cx, item, place),
            excerpt: excerpt(body),
            excerpt_lang: text.original,
            cells: matrix::cells(cx, text, mine, &claims, &names, title),
        })
    };
    Ok(items.iter().filter_map(row).collect())
}

/// Where one reads a text.
fn back(cx: &Cx, place: &Place) -> String {
    match place {
        Place { post: Some((post, _)), .. } => url::post(cx.lang, *post),
        Place { page: Some(page), .. } => url::page(cx.lang, *page),
        Place { statement: Some((statement, _)), .. } => url::statement(cx.lang, *statement),
        Place { summary: Some(_), thread: Some(thread), .. } => url::consensus(cx.lang, *thread),
        _ => url::theme(cx.lang, place.theme.as_deref().unwrap_or_default()),
    }
}

/// Which part of its thread a text is; nothing for an opening, a theme, a page.
fn part(cx: &Cx, place: &Place) -> Option<String> {
    match place {
        Place { post: Some((_, n)), .. } if *n > 1 => Some(cx.l.m("slots-reply-no").n("n", *n).to_string()),
        Place { statement: Some((_, n)), .. } => Some(cx.l.m("consensus-statement-no").n("n", *n).to_string()),
        Place { summary: Some(Some(stage)), .. } => Some(cx.l.m("consensus-summary-of").s("stage", stage.as_str()).to_string()),
        Place { summary: Some(None), .. } => Some(cx.l.t("consensus-synthesis")),
        _ => None,
    }
}

fn about(cx: &Cx, item: &Item, place: &Place) -> Vec<String> {
    let what = part(cx, place).unwrap_or_else(|| match place.post {
        Some(_) => cx.l.t("queue-opening"),
        None if place.page.is_some() => cx.l.t("queue-page-text"),
        None => cx.l.t("queue-theme-text"),
    });
    let wait = cx.l.m("queue-wait").s("wait", item.wait.as_str()).s("lang", item.lang.as_str()).n("minutes", item.minutes());
    let since = chrono::DateTime::from_timestamp_micros(item.since).map_or(cx.now, |t| t.naive_utc());
    let since = cx.l.m("queue-since").s("day", cx.l.day(&cx.local(since)));
    let asked = (item.requests > 0).then(|| cx.l.m("queue-requests").n("count", item.requests).to_string());
    [what, wait.to_string(), since.to_string()].into_iter().chain(asked).collect()
}

/// The first words of a source, by characters and without its marks of Markdown.
fn excerpt(body: &str) -> String {
    let words = crate::domain::block::blocks("", body).into_iter().map(|b| b.words).find(|w| !w.trim().is_empty()).unwrap_or_default();
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(120) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

/// What waits for this person: their claims and drafts, what came back, what they can judge.
fn work(cx: &Cx, conn: &mut Conn) -> Result<Vec<WorkList>> {
    let Some(me) = &cx.me else { return Ok(Vec::new()) };
    let actor = me.actor();
    let reviews: Vec<Lang> = Lang::THREE.into_iter().filter(|l| policy::reviews(&actor, *l)).collect();
    let claims = store::claims::of(conn, me.id, cx.now)?;
    let drafts = store::claims::drafts(conn, me.id)?;
    let returned = store::queue::tasks(conn, Of::ReturnedTo(me.id))?;
    let proposed = store::queue::tasks(conn, Of::ProposedTo(me.id, &reviews))?;
    let own = store::queue::tasks(conn, Of::ProposedBy(me.id))?;
    let contested = if cx.is_moderator() { store::queue::tasks(conn, Of::Contested)? } else { Vec::new() };
    let langs = reviews.iter().copied().collect();
    let filter = Filter { wait: Some(Wait::Review), langs, reviewer: Some(me.id), ..Filter::default() };
    let to_review = if reviews.is_empty() { Vec::new() } else { store::queue::waiting(conn, &filter, Sort::Oldest, None, REVIEWS)? };
    let (mut judged, _) = queue::page(to_review, Sort::Oldest, None);
    let more = judged.len() > REVIEWS;
    judged.truncate(REVIEWS);

    let tasks = [&returned, &proposed, &own, &contested];
    let mut ids: Vec<i64> = claims.iter().map(|c| c.text_id).chain(drafts.iter().map(|d| d.text_id)).collect();
    ids.extend(tasks.iter().flat_map(|t| t.iter()).map(|t| t.text_id).chain(judged.iter().map(|i| i.text)));
    let lines = Lines::load(cx, conn, &ids, tasks.iter().flat_map(|t| t.iter()).filter_map(|t| t.actor_id))?;
    let of_tasks = |key, tasks: &[Task]| {
        let line = |t: &Task| {
            lines.line(t.text_id, t.lang()?, |l| {
                cx.l.m(key).s("lang", l.as_str()).h("name", lines.who(t.actor_id)).h("time", cx.time(t.at)).html()
            })
        };
        tasks.iter().filter_map(line).collect::<Vec<_>>()
    };
    let timed = |key: &'static str, lang: Lang, at| cx.l.m(key).s("lang", lang.as_str()).h("time", cx.time(at)).html();
    let reviewing = |i: &Item| {
        lines.line(i.text, i.lang, |l| cx.l.m("queue-work-review-one").s("lang", l.as_str()).n("minutes", i.minutes()).to_string())
    };
    let all = [
        ("queue-work-returned", of_tasks("queue-work-returned-one", &returned), None),
        (
            "queue-work-claims",
            claims.iter().filter_map(|c| lines.line(c.text_id, c.lang, |l| timed("queue-work-claims-one", l, c.lapses_at))).collect(),
            None,
        ),
        (
            "queue-work-drafts",
            drafts.iter().filter_map(|d| lines.line(d.text_id, d.lang, |l| timed("queue-work-drafts-one", l, d.saved_at))).collect(),
            None,
        ),
        ("queue-work-proposed", of_tasks("queue-work-proposed-one", &proposed), None),
        (
            "queue-work-review",
            judged.iter().filter_map(reviewing).collect(),
            more.then(|| (format!("/{}/translate?into=all&wait=review", cx.lang), cx.l.t("queue-work-review-all"))),
        ),
        ("queue-work-contested", of_tasks("queue-work-contested-one", &contested), None),
        ("queue-work-own", of_tasks("queue-work-own-one", &own), None),
    ];
    let list = |(key, lines, more): (&str, Vec<WorkLine>, _)| WorkList { title: cx.l.t(key), lines, more };
    Ok(all.into_iter().filter(|(_, lines, _)| !lines.is_empty()).map(list).collect())
}

/// Titles and ways for lists of slots, read at once.
pub struct Lines<'a> {
    cx: &'a Cx,
    places: HashMap<i64, Place>,
    texts: HashMap<i64, Text>,
    names: HashMap<i64, store::accounts::Name>,
}

impl<'a> Lines<'a> {
    /// # Errors
    /// Database failures only.
    pub fn load(cx: &'a Cx, conn: &mut Conn, ids: &[i64], people: impl Iterator<Item = i64>) -> Result<Self> {
        let places = store::queue::places(conn, ids, cx.visible())?;
        let texts = store::texts::load(conn, &places.values().map(|p| p.heading).collect::<Vec<_>>())?;
        let names = store::accounts::names(conn, &people.collect::<Vec<_>>())?;
        Ok(Self { cx, places, texts, names })
    }

    pub fn who(&self, person: Option<i64>) -> String {
        who(self.cx, person, &self.names)
    }

    /// Where the text is read; `None` for what this reader cannot find.
    pub fn back(&self, text: i64) -> Option<String> {
        self.places.get(&text).map(|p| back(self.cx, p))
    }

    /// The thread that a text belongs to; `None` for what this reader cannot find.
    pub fn thread(&self, text: i64) -> Option<i64> {
        self.places.get(&text)?.thread
    }

    /// Where the text's thread begins to be new; `None` for what this reader cannot find.
    pub fn unread(&self, text: i64) -> Option<String> {
        self.places.get(&text)?.thread.map(|thread| url::unread(self.cx.lang, thread))
    }

    /// A line that leads to the workbench; `None` for what this reader cannot find (T12).
    pub fn line(&self, text: i64, lang: Lang, about: impl FnOnce(Lang) -> String) -> Option<WorkLine> {
        let place = self.places.get(&text)?;
        let (title, title_lang) = self.texts.get(&place.heading)?.title(&self.cx.reader());
        let no = part(self.cx, place).map(|part| format!(" · {part}"));
        Some(WorkLine {
            href: matrix::to_bench(self.cx, text, lang),
            title: title_html(title, title_lang),
            title_lang,
            about: about(lang) + &no.unwrap_or_default(),
        })
    }
}
