//! Threads: one in tree or flat, a new one.

use super::{
    attachments,
    compose::Compose,
    cx::{Cx, Html, Layout, Section, page, page_with, published, write},
    drafts,
    extract::{Ask, Fields},
    linked_data::{self, Opening},
    matrix,
    parts::{self, Cell},
    post_view::{self, Frame, PostView, Show},
    posts::{lang_of, submission_key},
    readings::Watch,
    relocations::{self, Made},
    rows::{self, Tag},
    themes::Axis,
    url,
};
use crate::{
    app::App,
    domain::{
        FieldError,
        comfort::ThreadView,
        draft::Place,
        lang::Lang,
        markdown::title_html,
        page as paging,
        post::{Body, PostState},
        text::Quality,
        thread::{self, ThreadDraft, ThreadKind, ThreadState},
        tree,
        watch::{Level, Watched},
    },
    error::{Error, Result},
    forum,
    store::{self, Conn},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::collections::{HashMap, HashSet};

#[derive(Template)]
#[template(path = "threads/show.html")]
struct ThreadPage {
    layout: Layout,
    thread_id: i64,
    /// Of a consensus thread: its statements, its synthesis.
    statements: Option<(String, String)>,
    /// Where a statement is made from a post.
    propose: Option<String>,
    flags: Vec<String>,
    tags: Vec<Tag>,
    title: String,
    title_lang: Lang,
    title_outdated: bool,
    cells: Vec<Cell>,
    replies: i64,
    is_tree: bool,
    show: &'static str,
    hrefs: Hrefs,
    opening: Option<PostView>,
    posts: Vec<PostView>,
    pages: Vec<(usize, String)>,
    page: usize,
    /// The same thread in several languages at once.
    side: String,
    moderate: Option<String>,
    locked: bool,
    hidden: bool,
    /// Posts that came from other threads or went there.
    made: Vec<Made>,
    compose: Option<Compose>,
    /// The number of the post beneath which the form stands; 0 for the end of the page.
    answered: i32,
    watch: Option<Watch>,
    /// What is new for this member, and where it begins.
    new: Option<(i64, String)>,
    /// The last post of a thread whose posts were all shown; then all can be marked as read.
    read: Option<String>,
    /// The newest post that was there when the page was made.
    newest: i64,
}

/// The same page, seen otherwise.
struct Hrefs {
    tree: String,
    flat: String,
    reader: String,
    original: String,
    all: String,
}

/// GET /{l}/t/{id}-{slug}
///
/// # Errors
/// An unknown or hidden thread.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let (_, tail) = path.into_inner();
    let (id, _) = thread::split_address(&tail).ok_or(Error::NotFound)?;
    page(app, ask, move |cx, conn| build(cx, conn, id)).await
}

fn build(cx: &Cx, conn: &mut Conn, id: i64) -> Result<Html> {
    let thread = match relocations::find(cx, conn, id)? {
        Ok(thread) => thread,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let themes = store::themes::of_threads(conn, &[id])?.remove(&id).unwrap_or_default();
    let mut text_ids: Vec<i64> = themes.iter().map(|t| t.text_id).collect();
    text_ids.push(thread.text_id);
    let texts = store::texts::load(conn, &text_ids)?;
    let text = texts.get(&thread.text_id).ok_or(Error::NotFound)?;
    let base = url::thread(cx.lang, id, text.slot(text.original).map_or("", |s| s.title.as_str()));
    // P1: the slug is decoration, and there is one address.
    let (here, query) = cx.ask.rest.split_once('?').map_or((cx.ask.rest.as_str(), String::new()), |(p, q)| (p, format!("?{q}")));
    if base != format!("/{}{here}", cx.lang) {
        return Ok(Html::elsewhere(format!("{base}{query}")));
    }
    // The address says, else the reader's settings.
    let preset = cx.comfort().view;
    let is_tree = cx.ask.query("view").and_then(ThreadView::parse).unwrap_or(preset) == ThreadView::Tree;
    let show = Show::parse(cx.ask.query("show"));
    let only = cx.ask.query("post").and_then(|p| p.parse().ok());
    let nodes = store::posts::nodes(conn, id, cx.visible())?;
    let placed = order(&nodes, is_tree);
    let pages = paging::pages(placed.len());
    let at = cx.ask.query("page").and_then(|p| p.parse().ok()).unwrap_or(1usize);
    if at == 0 || at > pages {
        return Err(Error::NotFound);
    }
    let on_page: Vec<tree::Placed> = placed.iter().skip((at - 1) * paging::POSTS).take(paging::POSTS).copied().collect();
    let opening = store::posts::opening(conn, id)?;
    let parents: HashMap<i64, Option<i64>> = nodes.iter().map(|n| (n.id, n.parent)).collect();
    let mut ids: Vec<i64> = on_page.iter().flat_map(|p| [Some(p.id), parents.get(&p.id).copied().flatten()]).flatten().collect();
    ids.push(opening.id);
    let loaded: HashMap<i64, store::posts::Post> = store::posts::load(conn, &ids)?.into_iter().map(|p| (p.id, p)).collect();
    let numbers: HashMap<i64, i32> = loaded.values().map(|p| (p.id, p.n)).collect();
    let mut rows: Vec<store::posts::Post> = if at == 1 { vec![opening.clone()] } else { Vec::new() };
    rows.extend(on_page.iter().filter_map(|p| loaded.get(&p.id).cloned()));

    let names = store::accounts::names(conn, &parts::people(&[(text.id, text.clone())].into()))?;
    let head = if show == Show::Original && only.is_none() { text.original } else { text.choose(&cx.reader()) };
    let head_title = text.slot(head).map_or("", |s| s.title.as_str());
    let preset = preset == ThreadView::Tree;
    let href = |view: bool, show: Show, page: usize| address(&base, (view, preset), show, page, None);
    let way = |show: Show, post: i64| address(&base, (is_tree, preset), show, at, Some(post));
    let terms = cx.ask.query("terms").and_then(|p| p.parse().ok());
    let frame = Frame { thread: &thread, show, only, numbers: &numbers, way: &way, terms };
    let mut views = post_view::posts(cx, conn, &rows, &frame)?;
    let mut new = HashSet::new();
    let mut count = 0;
    if let Some(reader) = cx.reading() {
        count = store::readings::counts(conn, reader, &[id])?.remove(&id).unwrap_or_default();
        if count > 0 {
            new.extend(store::readings::new_among(conn, reader, &rows.iter().map(|p| p.id).collect::<Vec<_>>())?);
        }
    }
    for view in &mut views {
        view.new = new.contains(&view.id);
    }
    let opening_view = if at == 1 && !views.is_empty() { Some(views.remove(0)) } else { None };
    nest(&mut views, &on_page, is_tree);

    // Letters lead to the form beneath the post that they tell of.
    let asked = cx.ask.query("reply").and_then(|p| p.parse().ok());
    let answered = rows.iter().find(|p| Some(p.id) == asked && p.state == PostState::Visible);
    let compose = match (&cx.me, thread.state) {
        (Some(_), ThreadState::Open) => {
            let parent = answered.filter(|p| !p.is_opening()).map(|p| p.id);
            let preset = parent.map_or_else(Fields::default, |p| Fields::default().with("parent", p.to_string()));
            let preset = drafts::preset(cx, conn, Place::Reply { thread: id, parent }, preset)?;
            Some(Compose::reply(cx, id, &preset, &[]))
        }
        _ => None,
    };
    let mut layout = Layout {
        feed: format!("/t/{id}/feed.atom"),
        // Nobody finds what only a machine has put into this language.
        noindex: text.quality(head) == Quality::Machine,
        ..cx.layout(head_title, Section::Threads)
    };
    if let Some(version) = opening_view.as_ref().and_then(|o| o.versions.first()) {
        let author = store::accounts::names(conn, &[thread.author_id])?.remove(&thread.author_id);
        let opening = Opening { title: head_title, html: &version.html, lang: version.lang, author: author.as_ref() };
        layout.description = linked_data::description(&version.html);
        layout.linked_data = linked_data::thread(cx, &thread, &base, &opening);
    }
    let consensus = match thread.kind {
        ThreadKind::Consensus => store::consensus::find(conn, id)?,
        ThreadKind::Discussion | ThreadKind::Announcement => None,
    };
    let takes = compose.is_some() && consensus.as_ref().is_some_and(|c| c.stage.takes_statements());
    let page = ThreadPage {
        statements: consensus.map(|_| (url::consensus(cx.lang, id), url::synthesis(cx.lang, id))),
        propose: takes.then(|| format!("/{}/t/{id}/statements?from=", cx.lang)),
        thread_id: id,
        layout,
        flags: rows::flags(cx, &thread),
        tags: rows::tags(cx, &themes, &texts),
        title: title_html(head_title, head),
        title_lang: head,
        title_outdated: text.freshness(head).moved.contains(&0),
        cells: parts::strip(cx, text, &names, Some(head), |lang| matrix::to_bench(cx, text.id, lang)),
        replies: i64::from(thread.replies),
        is_tree,
        show: show.as_str(),
        hrefs: Hrefs {
            tree: href(true, show, 1),
            flat: href(false, show, 1),
            reader: href(is_tree, Show::Reader, at),
            original: href(is_tree, Show::Original, at),
            all: href(is_tree, Show::All, at),
        },
        opening: opening_view,
        posts: views,
        pages: (1..=pages).map(|p| (p, href(is_tree, show, p))).collect(),
        page: at,
        side: format!("/{}/t/{id}/side", cx.lang),
        moderate: cx.is_moderator().then(|| format!("/{}/t/{id}/moderate", cx.lang)),
        locked: thread.state != ThreadState::Open,
        hidden: thread.hidden && !thread.held,
        made: relocations::made(cx, conn, id)?,
        compose,
        answered: answered.map_or(0, |p| p.n),
        watch: Watch::of(cx, conn, Watched::Thread, id, format!("/{}/t/{id}/watch", cx.lang))?,
        new: (count > 0).then(|| (count, url::unread(cx.lang, id))),
        newest: if count > 0 { store::posts::newest_id(conn, id)? } else { opening.id },
        read: (count > 0 && at == pages).then(|| format!("/{}/t/{id}/read", cx.lang)),
    };
    cx.html(&page)
}

/// Replies in the order of the view.
pub fn order(nodes: &[tree::Node], is_tree: bool) -> Vec<tree::Placed> {
    if is_tree { tree::depth_first(nodes) } else { nodes.iter().map(|n| tree::Placed { id: n.id, depth: 0 }).collect() }
}

/// The page of a thread that shows it this way; what is preset is left out.
fn address(base: &str, (is_tree, preset): (bool, bool), show: Show, page: usize, post: Option<i64>) -> String {
    let mut query = Vec::new();
    if is_tree != preset {
        query.push(format!("view={}", if is_tree { ThreadView::Tree } else { ThreadView::Flat }));
    }
    if page > 1 {
        query.push(format!("page={page}"));
    }
    if show != Show::Reader {
        query.push(format!("show={}", show.as_str()));
        query.extend(post.map(|p| format!("post={p}")));
    }
    let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
    format!("{base}{query}{}", post.map(|p| format!("#p{p}")).unwrap_or_default())
}

fn nest(views: &mut [PostView], placed: &[tree::Placed], is_tree: bool) {
    let depths: Vec<usize> = placed.iter().map(|p| if is_tree { p.depth } else { 0 }).collect();
    for ((view, nesting), depth) in views.iter_mut().zip(tree::nest(&depths)).zip(depths) {
        view.nesting = nesting;
        view.depth = depth.min(tree::SHOWN_DEPTH) + usize::from(is_tree);
    }
}

#[derive(Template)]
#[template(path = "threads/new.html")]
struct NewPage {
    layout: Layout,
    compose: Compose,
    axes: Vec<Axis>,
    themes: Vec<String>,
    kind: String,
    may_announce: bool,
    /// Of a consensus thread.
    names: String,
    /// The declaration that it takes further.
    carries: String,
}

/// GET /{l}/t/new
///
/// # Errors
/// [`Error::SignIn`].
pub async fn new(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| {
        let preset = Fields::default();
        let asked = [("theme", "themes"), ("kind", "kind"), ("carries", "carries")];
        let asked = asked.into_iter().filter_map(|(name, field)| Some((field, cx.ask.query(name)?)));
        let preset = asked.fold(preset, |preset, (field, value)| preset.with(field, value));
        let preset = drafts::preset(cx, conn, Place::NewThread, preset)?;
        form(cx, conn, &preset, &[])
    })
    .await
}

fn form(cx: &Cx, conn: &mut Conn, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    cx.account()?;
    let layout = Layout { noindex: true, ..cx.layout(cx.l.t("threads-new-title"), Section::Threads) };
    cx.html(&NewPage {
        layout,
        compose: Compose::thread(cx, fields, errors),
        axes: super::themes::vocabulary(cx, conn)?,
        themes: fields.all("themes"),
        kind: fields.get("kind").to_owned(),
        may_announce: cx.is_moderator(),
        names: fields.get("names").to_owned(),
        carries: fields.get("carries").to_owned(),
    })
}

/// POST /{l}/t/new: 303 to the thread, or the form again.
///
/// # Errors
/// [`Error::SignIn`], limits, faults of the database.
pub async fn create(app: Data<App>, ask: Ask, request: HttpRequest, fields: Fields) -> Result<HttpResponse> {
    let fields = match attachments::taken(&app, &ask, &request, fields).await? {
        Ok(fields) => fields,
        Err((fields, errors)) => {
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, &fields, &errors)).await;
        }
    };
    if fields.get("action") == "attach" {
        return page(app, ask, move |cx, conn| form(cx, conn, &fields, &[])).await;
    }
    if drafts::is_about_draft(&fields) {
        let back = drafts::form(ask.lang, Place::NewThread);
        return drafts::act(app, ask, Place::NewThread, fields, back, form).await;
    }
    let (draft, key, kept) = (draft(&fields), submission_key(&fields), drafts::seen(&fields));
    if fields.get("action") == "preview" {
        let errors = draft.err().unwrap_or_default();
        return page(app, ask, move |cx, conn| form(cx, conn, &fields, &errors)).await;
    }
    let opened = match draft {
        Err(errors) => Err(Error::Invalid(errors)),
        Ok(draft) => {
            write(&app, &ask, move |cx, conn| {
                let actor = cx.actor()?;
                forum::limits::take(conn, &cx.limits("posts", cx.app.config.limits.posts_per_minute)?, cx.now)?;
                forum::drafts::drop(conn, &actor, Place::NewThread, kept)?;
                forum::threads::open(conn, &actor, &draft, cx.holds(), cx.now)
            })
            .await
        }
    };
    match opened {
        Ok(id) => Ok(published(&format!("/{}/t/{id}", ask.lang), key.as_deref())),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}

fn draft(fields: &Fields) -> std::result::Result<ThreadDraft, Vec<FieldError>> {
    let kind = match fields.get("kind") {
        "" => Ok(ThreadKind::Discussion),
        word => ThreadKind::parse(word).ok_or_else(|| FieldError::new("kind", "errors-kind-unknown")),
    };
    let (title, body, themes) =
        (thread::title(fields.get("title")), Body::parse(fields.get("body")), thread::themes(&fields.all("themes")));
    match (kind, lang_of(fields), title, body, themes, super::consensus::opening(fields)) {
        (Ok(kind), Ok(lang), Ok(title), Ok(body), Ok(themes), Ok(consensus)) => {
            Ok(ThreadDraft { kind, lang, title, body, themes, key: submission_key(fields), consensus })
        }
        (a, b, c, d, e, f) => Err([a.err(), b.err(), c.err(), d.err(), e.err(), f.err()].into_iter().flatten().collect()),
    }
}
