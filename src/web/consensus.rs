//! A consensus thread's statements, positions, objections and map; for the screen, and as a sheet for a meeting.

use super::{
    cx::{Cx, Html, Layout, Section, page},
    extract::{Ask, Fields},
    forms,
    ledger::{self, ObjectionView},
    opinions::{self, MapView},
    parts::{self, Refusals, who},
    rows,
    rows::Tag,
    stages::{self, StageView},
    statements::{self, Again, StatementView},
    syntheses::{self, NeedView},
    url,
};
use crate::{
    app::App,
    domain::{
        FieldError,
        consensus::{Names, Opening, Stage},
        declaration::Outcome,
        lang::Lang,
        markdown::title_html,
        objection::ObjectionState,
        statement::StatementState,
        thread::{self, ThreadState},
    },
    error::{Error, Result},
    forum,
    store::{self, Conn, consensus::Consensus, threads::Thread},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

/// What all pages of a consensus thread begin with.
pub struct Head {
    pub id: i64,
    pub title: String,
    pub title_lang: Lang,
    pub tags: Vec<Tag>,
    pub flags: Vec<String>,
    pub stages: Vec<StageView>,
    /// The discussion, and how many replies it has.
    pub discussion: String,
    pub replies: i64,
    pub statements: String,
    pub synthesis: String,
    /// Where moderators move the thread on.
    pub stage: Option<String>,
    pub locked: bool,
    /// The declaration that is taken further here.
    pub carries: Option<(i64, String)>,
    /// The newest declaration.
    pub declared: Option<(i64, String)>,
}

/// # Errors
/// Database failures only.
pub fn head(cx: &Cx, conn: &mut Conn, thread: &Thread, consensus: &Consensus) -> Result<Head> {
    let themes = store::themes::of_threads(conn, &[thread.id])?.remove(&thread.id).unwrap_or_default();
    let mut ids: Vec<i64> = themes.iter().map(|t| t.text_id).collect();
    ids.push(thread.text_id);
    let stays = store::consensus::stays(conn, &[thread.id])?.remove(&thread.id).unwrap_or_default();
    let texts = store::texts::load(conn, &ids)?;
    let text = texts.get(&thread.text_id).ok_or(Error::NotFound)?;
    let (title, title_lang) = text.title(&cx.reader());
    let declared = store::declarations::newest(conn, &[thread.id])?.first().map(|(_, id)| (*id, url::declaration(cx.lang, *id)));
    Ok(Head {
        id: thread.id,
        title: title_html(title, title_lang),
        title_lang,
        tags: rows::tags(cx, &themes, &texts),
        flags: rows::flags(cx, thread),
        stages: stages::rail(cx, consensus.stage, &stays),
        discussion: url::thread(cx.lang, thread.id, text.slot(text.original).map_or("", |s| s.title.as_str())),
        replies: i64::from(thread.replies),
        statements: url::consensus(cx.lang, thread.id),
        synthesis: url::synthesis(cx.lang, thread.id),
        stage: cx.is_moderator().then(|| format!("/{}/t/{}/stage", cx.lang, thread.id)),
        locked: thread.state != ThreadState::Open,
        carries: consensus.carries.map(|id| (id, url::declaration(cx.lang, id))),
        declared,
    })
}

#[derive(Template)]
#[template(path = "consensus/show.html")]
struct ConsensusPage {
    layout: Layout,
    head: Head,
    stage: Stage,
    sheet: bool,
    names_public: bool,
    experiences: Vec<Pointed>,
    /// Where a post is pointed at.
    point: Option<Point>,
    propose: Option<String>,
    statements: Vec<StatementView>,
    objections: Vec<ObjectionView>,
    /// Of the whole ledger.
    all_objections: usize,
    map: Option<MapView>,
    needs: Vec<NeedView>,
    /// Objections whose reason cannot be read in a language yet: language, how many.
    unreadable: Vec<(Lang, usize)>,
    out: Vec<(String, String)>,
    address: String,
    /// Of a form that has no place of its own on the page.
    refusals: Refusals,
}

/// The form in which a post is pointed at.
struct Point {
    action: String,
    post: String,
    csrf: String,
}

/// A post that matters here.
struct Pointed {
    href: String,
    title: String,
    title_lang: Lang,
    /// Number and author; HTML.
    about: String,
    post: i64,
    /// Whether this reader may take the pointer away.
    mine: bool,
}

/// GET /{l}/t/{id}/consensus?statement=
///
/// # Errors
/// No consensus thread.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = thread_id(&path.1)?;
    page(app, ask, move |cx, conn| build(cx, conn, id, &Again::default(), false)).await
}

/// GET /{l}/t/{id}/consensus/sheet: for printing.
///
/// # Errors
/// As for [`show`].
pub async fn sheet(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = thread_id(&path.1)?;
    page(app, ask, move |cx, conn| build(cx, conn, id, &Again::default(), true)).await
}

/// A thread's id in an address, with or without its slug.
///
/// # Errors
/// [`Error::NotFound`].
pub fn thread_id(tail: &str) -> Result<i64> {
    Ok(thread::split_address(tail).ok_or(Error::NotFound)?.0)
}

/// The page, or a form on it again.
///
/// # Errors
/// No consensus thread.
pub fn build(cx: &Cx, conn: &mut Conn, id: i64, again: &Again, sheet: bool) -> Result<Html> {
    let (thread, consensus) = forum::consensus::find(conn, id, cx.visible())?;
    let (standings, draft) = forum::syntheses::of_thread(conn, &consensus, &cx.app.base_url)?;
    let head = head(cx, conn, &thread, &consensus)?;
    let statements = statements::views(cx, conn, &thread, &standings, again)?;
    let reader = cx.me.as_ref().map(store::accounts::Account::actor);
    let raised: Vec<_> = standings.ledger(reader.as_ref()).cloned().collect();
    let objections = ledger::views(cx, conn, &thread, &standings, &raised)?;
    let open = thread.state == ThreadState::Open && cx.me.is_some();
    let standing = objections.iter().filter(|o| o.state != ObjectionState::Withdrawn);
    let unreadable =
        Lang::THREE.map(|l| (l, standing.clone().filter(|o| o.reason.as_ref().is_some_and(|r| r.unreadable.contains(&l))).count()));
    let outcome = if draft.basis.outcome() == Outcome::Partial { Outcome::Partial } else { Outcome::Consensus };
    let needs = if consensus.stage == Stage::Propose { syntheses::needs(cx, &standings, &draft, outcome) } else { Vec::new() };
    let place = |path: &str| format!("/{}/t/{id}/{path}", cx.lang);
    let title = cx.l.m("consensus-page-title").s("title", parts::untagged(&head.title).trim()).to_string();
    let layout = Layout { feed: "/declarations/feed.atom".to_owned(), noindex: sheet, ..cx.layout(title, Section::Consensus) };
    cx.html(&ConsensusPage {
        stage: consensus.stage,
        sheet,
        names_public: consensus.names == Names::Public,
        experiences: experiences(cx, conn, &consensus)?,
        point: (open && consensus.stage.takes_experience() || !again.fields.get("post").is_empty()).then(|| Point {
            action: place("experiences"),
            post: again.fields.get("post").to_owned(),
            csrf: cx.csrf(),
        }),
        refusals: Refusals::of(cx, if again.statement == 0 { &again.errors } else { &[] }),
        propose: (open && consensus.stage.takes_statements()).then(|| place("statements")),
        statements,
        all_objections: objections.len(),
        objections,
        map: opinions::view(cx, &standings),
        needs,
        unreadable: unreadable.into_iter().filter(|(_, n)| *n > 0).collect(),
        out: vec![
            (place("consensus/sheet"), cx.l.t("consensus-out-sheet")),
            (place("consensus.md"), cx.l.t("consensus-out-markdown")),
            (format!("/api/v1/threads/{id}/consensus"), cx.l.t("consensus-out-json")),
            (place("agreed"), cx.l.t("consensus-agreed")),
        ],
        address: format!("{}{}", cx.app.base_url, url::consensus(cx.lang, id)),
        head,
        layout,
    })
}

fn experiences(cx: &Cx, conn: &mut Conn, consensus: &Consensus) -> Result<Vec<Pointed>> {
    let pointed = store::consensus::experiences(conn, consensus.thread_id)?;
    let posts = store::posts::load(conn, &pointed.iter().map(|e| e.post_id).collect::<Vec<_>>())?;
    let places = store::queue::places(conn, &posts.iter().map(|p| p.text_id).collect::<Vec<_>>(), cx.visible())?;
    let headings = store::texts::load(conn, &places.values().map(|p| p.heading).collect::<Vec<_>>())?;
    let names = store::accounts::names(conn, &posts.iter().map(|p| p.author_id).collect::<Vec<_>>())?;
    let me = cx.me.as_ref().map(|m| m.id);
    let view = |e: &store::consensus::Experience| {
        let post = posts.iter().find(|p| p.id == e.post_id)?;
        let (title, title_lang) = headings.get(&places.get(&post.text_id)?.heading)?.title(&cx.reader());
        let about = cx.l.m("consensus-experience").n("n", post.n).h("name", who(cx, Some(post.author_id), &names)).html();
        Some(Pointed {
            href: url::post(cx.lang, post.id),
            title: title_html(title, title_lang),
            title_lang,
            about,
            post: post.id,
            mine: consensus.stage.takes_experience() && (me == Some(e.account_id) || cx.is_moderator()),
        })
    };
    Ok(pointed.iter().filter_map(view).collect())
}

/// POST /{l}/t/{id}/experiences: points at a post by its number or address, or takes the pointer away (`action` = `remove`).
///
/// # Errors
/// [`Error::SignIn`], another stage, limits.
pub async fn point(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = thread_id(&path.1)?;
    let act = move |cx: &Cx, conn: &mut Conn, fields: &Fields| {
        let post = post_of(fields.get("post")).ok_or_else(|| Error::field("post", "errors-post-unknown"))?;
        match fields.get("action") {
            "remove" => forum::consensus::unpoint(conn, &cx.actor()?, id, post)?,
            _ => forum::consensus::point(conn, &cx.actor()?, id, post, cx.now)?,
        }
        Ok(format!("{}#h-exp", url::consensus(cx.lang, id)))
    };
    forms::send(app, ask, fields, act, move |cx, conn, fields, errors| {
        let again = Again { fields: fields.clone(), errors: errors.to_vec(), ..Again::default() };
        build(cx, conn, id, &again, false)
    })
    .await
}

/// A post out of its number or its address.
pub fn post_of(typed: &str) -> Option<i64> {
    let typed = typed.trim();
    let after = typed.rsplit_once("/p/").map_or(typed, |(_, rest)| rest);
    let after = after.rsplit_once("#p").map_or(after, |(_, rest)| rest);
    after.split(['?', '#', '/']).next()?.parse().ok().filter(|id| *id > 0)
}

/// What a consensus thread is opened with, out of the form of a new thread.
///
/// # Errors
/// Words that name nothing.
pub fn opening(fields: &Fields) -> std::result::Result<Opening, FieldError> {
    let names = match fields.get("names") {
        "" => Names::Public,
        word => Names::parse(word).ok_or_else(|| FieldError::new("names", "errors-names-unknown"))?,
    };
    let carries = match fields.get("carries").trim() {
        "" => None,
        n => Some(n.parse().map_err(|_| FieldError::new("carries", "errors-declaration-unknown"))?),
    };
    Ok(Opening { names, carries, ..Opening::default() })
}

/// The page again after a position was refused.
///
/// # Errors
/// As for [`build`].
pub async fn refused(app: Data<App>, ask: Ask, status: StatusCode, thread: i64, again: Again) -> Result<HttpResponse> {
    super::cx::page_with(status, app, ask, move |cx, conn| build(cx, conn, thread, &again, false)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c2_a_post_is_named_by_number_or_address() {
        for typed in ["12", " 12 ", "/p/12", "https://forum.example/fr/p/12?view=flat", "https://forum.example/fr/t/3-x?page=2#p12"] {
            assert_eq!(post_of(typed), Some(12), "{typed}");
        }
        for typed in ["", "x", "-1", "/p/", "99999999999999999999"] {
            assert_eq!(post_of(typed), None, "{typed}");
        }
    }
}
