//! A post as it stands on a page: whose words, in which language, through how many hands.

use super::{
    cx::Cx,
    matrix,
    pairs::TermHint,
    parts::{line, people, who},
    references, url,
    versions::{self, Version, version},
    why,
};
use crate::{
    domain::{
        block,
        glossary::{Finder, Term},
        lang::Lang,
        post::PostState,
        reaction::Reaction,
        text::{Quality, TextKind},
        thread::ThreadState,
        tree::Nesting,
    },
    error::Result,
    store::{self, Conn, posts::Post, slots::Kind, texts::Text, threads::Thread},
};
use std::collections::HashMap;

/// Which slots of posts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    Reader,
    Original,
    All,
}

impl Show {
    pub fn parse(word: Option<&str>) -> Self {
        match word {
            Some("original") => Self::Original,
            Some("all") => Self::All,
            _ => Self::Reader,
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Original => "original",
            Self::All => "all",
        }
    }
}

/// A post on a page.
pub struct PostView {
    pub id: i64,
    pub n: i32,
    /// As the page's language addresses people; HTML.
    pub author: String,
    pub author_href: String,
    pub organisation: String,
    pub time: String,
    pub reply_to: Option<(i32, String)>,
    pub versions: Vec<Version>,
    /// Other ways to show this post: address and words.
    pub ways: Vec<(String, String)>,
    /// Why nothing can be read here; HTML.
    pub gone: Option<String>,
    /// Waits for a moderator: only its author and they see it.
    pub held: bool,
    /// Where it can be flagged.
    pub flag: Option<String>,
    /// Revisions of the original; more than one: it was edited.
    pub revisions: i32,
    pub history: String,
    pub reply: Option<String>,
    /// A reply that begins with these words.
    pub quote: Option<String>,
    pub edit: Option<String>,
    pub moderate: Option<String>,
    /// The workbench of the page's language: address and words.
    pub translate: Option<(String, String)>,
    /// Where a translation that is shown can be contested.
    pub contest: Option<String>,
    /// « I need this in my language »: where it is sent, and how many have.
    pub request: Option<(String, String)>,
    /// Shows the terms of the glossary that stand in the post; `None` while they are shown.
    pub explain: Option<String>,
    pub terms: Vec<TermHint>,
    /// The author's own way to take the post back, rather than a moderator's.
    pub own: bool,
    /// For the index beside the thread: the line of the slot that is shown, and the original's language.
    pub class: String,
    pub original: Lang,
    /// Reactions: which, how many, whether one's own.
    pub reactions: Vec<(Reaction, i64, bool)>,
    /// Where a member reacts to other people's words.
    pub react: Option<String>,
    /// This member has not read it.
    pub new: bool,
    pub nesting: Nesting,
    pub depth: usize,
}

/// How a page shows its posts.
pub struct Frame<'a> {
    pub thread: &'a Thread,
    pub show: Show,
    /// The post that `show` is limited to.
    pub only: Option<i64>,
    /// Numbers of posts by id, for « replies to no. 2 »; parents may stand on other pages.
    pub numbers: &'a HashMap<i64, i32>,
    /// The address of the page with another `show` for one post.
    pub way: &'a dyn Fn(Show, i64) -> String,
    /// The post whose terms a reader asked about.
    pub terms: Option<i64>,
}

/// What stands beside the texts of a page.
struct Beside {
    slots: versions::Beside,
    requests: HashMap<(i64, Lang), i64>,
    reactions: store::reactions::Given,
    glossary: Vec<Term>,
    /// The source of the slot whose terms are asked for, by revision.
    bodies: HashMap<i64, (String, String)>,
}

/// One post as it stands above an answer to it, without ways to read it otherwise.
///
/// # Errors
/// Database failures only.
pub fn quoted(cx: &Cx, conn: &mut Conn, thread: &Thread, post: Post) -> Result<Option<PostView>> {
    let frame =
        Frame { thread, show: Show::Reader, only: None, numbers: &HashMap::new(), way: &|_, post| url::post(cx.lang, post), terms: None };
    Ok(posts(cx, conn, &[post], &frame)?.pop())
}

/// The posts of one page, in the order given, in a fixed number of queries (P3).
///
/// # Errors
/// Database failures only.
pub fn posts(cx: &Cx, conn: &mut Conn, posts: &[Post], frame: &Frame) -> Result<Vec<PostView>> {
    let text_ids: Vec<i64> = posts.iter().map(|p| p.text_id).collect();
    let texts = store::texts::load(conn, &text_ids)?;
    let mut ids: Vec<i64> = people(&texts);
    ids.extend(posts.iter().map(|p| p.author_id));
    ids.sort_unstable();
    ids.dedup();
    let mut beside = Beside {
        slots: versions::Beside {
            names: store::accounts::names(conn, &ids)?,
            contests: store::slots::open(conn, Kind::Contest, &text_ids)?,
        },
        requests: store::requests::counts(conn, &text_ids)?,
        reactions: store::reactions::of(conn, &posts.iter().map(|p| p.id).collect::<Vec<_>>(), cx.me.as_ref().map(|m| m.id))?,
        glossary: Vec::new(),
        bodies: HashMap::new(),
    };
    let gone: Vec<i64> = posts.iter().filter(|p| is_gone(p)).map(|p| p.id).collect();
    let lines = store::moderation::last_of_posts(conn, &gone)?;
    let reasons = why::reasons(cx, conn, &lines.values().collect::<Vec<_>>())?;
    let readable = |p: &Post| cx.visible().post(frame.thread.door(), p.state, p.author_id);
    let shown: HashMap<i64, Vec<Lang>> =
        posts.iter().filter(|p| readable(p)).filter_map(|p| Some((p.id, shown(cx, texts.get(&p.text_id)?, p.id, frame)))).collect();
    let wanted: Vec<i64> = posts
        .iter()
        .flat_map(|p| shown.get(&p.id).into_iter().flatten().filter_map(|l| texts.get(&p.text_id)?.slot(*l)))
        .map(|s| s.revision_id)
        .collect();
    let mut html = store::texts::html(conn, &wanted, cx.visible())?;
    references::fill(cx, conn, html.values_mut())?;
    if frame.terms.is_some() {
        beside.glossary = store::glossary::all(conn)?;
        beside.bodies = store::texts::bodies(conn, &wanted, cx.visible())?;
    }
    Ok(posts
        .iter()
        .filter_map(|post| {
            let text = texts.get(&post.text_id)?;
            let langs = shown.get(&post.id).map(Vec::as_slice).unwrap_or_default();
            let stored = |l: Lang| text.slot(l).and_then(|s| html.get(&s.revision_id)).map_or("", String::as_str);
            // The opening of a merged thread keeps its title where it stands now.
            let titled = langs.len() > 1 || text.kind == TextKind::Thread && !post.is_opening();
            let versions = langs.iter().map(|l| version(cx, post.id, text, *l, stored(*l), &beside.slots, titled)).collect();
            let gone = is_gone(post).then(|| gone_words(cx, post, lines.get(&post.id), &reasons));
            Some(view(cx, post, text, langs, versions, gone, &beside, frame))
        })
        .collect())
}

fn shown(cx: &Cx, text: &Text, post: i64, frame: &Frame) -> Vec<Lang> {
    let show = if frame.only.is_none_or(|only| only == post) { frame.show } else { Show::Reader };
    match show {
        Show::Reader => vec![text.choose(&cx.reader())],
        Show::Original => vec![text.original],
        Show::All => Lang::THREE.into(),
    }
}

#[allow(clippy::too_many_arguments)]
fn view(
    cx: &Cx,
    post: &Post,
    text: &Text,
    langs: &[Lang],
    versions: Vec<Version>,
    gone: Option<String>,
    beside: &Beside,
    frame: &Frame,
) -> PostView {
    let names = &beside.slots.names;
    let name = names.get(&post.author_id);
    let readable = !versions.is_empty();
    let lang = langs.first().copied().unwrap_or(text.original);
    let mut ways = Vec::new();
    if readable {
        let way = |show: Show, words: &str| ((frame.way)(show, post.id), cx.l.t(words));
        let chosen = text.choose(&cx.reader());
        if langs.len() > 1 {
            ways.push(way(Show::Reader, "threads-show-reader"));
        } else if lang != chosen {
            ways.push(way(Show::Reader, "texts-way-reader"));
        } else if lang != text.original {
            ways.push(way(Show::Original, "texts-way-original"));
        }
        if langs.len() == 1 && text.slots.iter().flatten().count() > 1 {
            ways.push(way(Show::All, "texts-way-all"));
        }
    }
    let own = cx.me.as_ref().is_some_and(|m| m.id == post.author_id);
    let held = post.state == PostState::Held;
    let may_act = readable && post.state == PostState::Visible;
    PostView {
        id: post.id,
        n: post.n,
        author: match name {
            Some(name) if name.is_former() => who(cx, Some(post.author_id), names),
            _ => cx.l.m("posts-author").h("name", who(cx, Some(post.author_id), names)).html(),
        },
        author_href: name.filter(|n| !n.is_former()).map(|n| url::person(cx.lang, &n.handle)).unwrap_or_default(),
        organisation: name.map(|n| n.organisation.clone()).unwrap_or_default(),
        time: cx.time(post.created_at),
        reply_to: post.parent_id.and_then(|p| Some((*frame.numbers.get(&p)?, url::post(cx.lang, p)))),
        class: if readable { line(text.quality(lang), text.freshness(lang).fresh) } else { line(Quality::Empty, true) },
        original: text.original,
        versions,
        ways,
        gone,
        revisions: if readable { text.source_revision() } else { 1 },
        history: format!("{}/history", url::post(cx.lang, post.id)),
        reply: (may_act && frame.thread.state == ThreadState::Open).then(|| reply_href(cx, frame.thread.id, post)),
        quote: (may_act && frame.thread.state == ThreadState::Open).then(|| {
            format!(
                "/{}/t/{}/reply?parent={}&quote={}",
                cx.lang,
                frame.thread.id,
                if post.is_opening() { String::new() } else { post.id.to_string() },
                post.id
            )
        }),
        held,
        flag: (may_act && !own).then(|| format!("{}/flag", url::post(cx.lang, post.id))),
        edit: (readable && (may_act || held) && (own || cx.is_moderator())).then(|| format!("{}/edit", url::post(cx.lang, post.id))),
        moderate: (!post.is_opening() && (cx.is_moderator() || (own && (may_act || held))))
            .then(|| format!("{}/moderate", url::post(cx.lang, post.id))),
        translate: (may_act && text.original != cx.lang).then(|| to_translate(cx, text)),
        contest: (may_act && lang != text.original && cx.me.is_some())
            .then(|| format!("{}/contest", url::workbench(cx.lang, text.id, lang))),
        request: (may_act && text.original != cx.lang).then(|| request(cx, text, beside)).flatten(),
        explain: (may_act && frame.terms != Some(post.id)).then(|| explain_href(frame, post)),
        terms: if may_act && frame.terms == Some(post.id) { terms(cx, text, lang, beside) } else { Vec::new() },
        own: own && !cx.is_moderator(),
        reactions: if readable { beside.reactions.get(&post.id).cloned().unwrap_or_default() } else { Vec::new() },
        react: (may_act && !own && cx.me.is_some()).then(|| format!("{}/react", url::post(cx.lang, post.id))),
        new: false,
        nesting: Nesting { opens: false, closes: 0, ends: false },
        depth: 0,
    }
}

fn reply_href(cx: &Cx, thread: i64, post: &Post) -> String {
    let parent = if post.is_opening() { String::new() } else { format!("?parent={}", post.id) };
    format!("/{}/t/{thread}/reply{parent}", cx.lang)
}

fn to_translate(cx: &Cx, text: &Text) -> (String, String) {
    let key = match text.quality(cx.lang) {
        Quality::Empty | Quality::Machine => "posts-translate",
        Quality::Translated | Quality::Reviewed | Quality::Original => "posts-improve",
    };
    (matrix::to_bench(cx, text.id, cx.lang), cx.l.t(key))
}

/// Offered where no person's translation is there and up to date.
fn request(cx: &Cx, text: &Text, beside: &Beside) -> Option<(String, String)> {
    let wanting = matches!(text.quality(cx.lang), Quality::Empty | Quality::Machine) || !text.freshness(cx.lang).fresh;
    let count = beside.requests.get(&(text.id, cx.lang)).copied().unwrap_or_default();
    let words = if count > 0 { cx.l.m("queue-requests").n("count", count).to_string() } else { String::new() };
    wanting.then(|| (format!("{}/request", url::workbench(cx.lang, text.id, cx.lang)), words))
}

/// The same page with the terms of this post explained.
fn explain_href(frame: &Frame, post: &Post) -> String {
    let here = (frame.way)(frame.show, post.id);
    let (page, place) = here.split_once('#').unwrap_or((&here, ""));
    let join = if page.contains('?') { '&' } else { '?' };
    format!("{page}{join}terms={}#{place}", post.id)
}

/// The terms of the glossary that stand in the slot that is shown, in the reader's language and the two others.
fn terms(cx: &Cx, text: &Text, lang: Lang, beside: &Beside) -> Vec<TermHint> {
    let Some((body, _)) = text.slot(lang).and_then(|s| beside.bodies.get(&s.revision_id)) else { return Vec::new() };
    let title = text.slot(lang).map_or("", |s| s.title.as_str());
    let words: String = block::blocks(title, body).into_iter().map(|b| b.words + "\n").collect();
    let found = Finder::new(&beside.glossary, lang).found(&words);
    found.into_iter().map(|term| TermHint::of(term, lang, cx.lang)).collect()
}

fn is_gone(post: &Post) -> bool {
    match post.state {
        PostState::Hidden | PostState::Deleted => true,
        PostState::Visible | PostState::Held => false,
    }
}

fn gone_words(cx: &Cx, post: &Post, line: Option<&store::moderation::Line>, reasons: &HashMap<i64, String>) -> String {
    let day = line.map(|l| cx.l.day(&cx.local(l.at))).unwrap_or_default();
    let key = match (post.state, line.and_then(|l| l.actor_id) == Some(post.author_id)) {
        (PostState::Deleted, true) => "posts-gone-withdrawn",
        (PostState::Deleted, false) => "posts-gone-deleted",
        (PostState::Hidden | PostState::Held | PostState::Visible, _) => "posts-gone-hidden",
    };
    let mut said = cx.l.m(key).s("day", day).html();
    if let Some(reason) = line.and_then(|l| reasons.get(&l.id)).filter(|r| !r.is_empty()) {
        said.push(' ');
        said.push_str(&cx.l.m("posts-gone-reason").h("reason", reason).html());
    }
    said
}
