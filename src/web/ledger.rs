//! C8: the ledger of objections, and the form in which one is answered, withdrawn or maintained.

use super::{
    cx::{Cx, Html, Layout, Section, page},
    extract::{Ask, Fields, id},
    forms,
    parts::{Refusals, who},
    posts::{lang_of, submission_key},
    references, url, verdicts,
    versions::{self, Version},
};
use crate::{
    app::App,
    domain::{
        FieldError,
        lang::Lang,
        objection::ObjectionState,
        post::{Body, PostState},
    },
    error::{Error, Result},
    forum::{
        self,
        objections::Answer,
        tallies::{Raised, Standings},
    },
    store::{self, Conn, posts::Post, threads::Thread},
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use askama::Template;
use std::collections::HashMap;

/// An objection in the ledger.
pub struct ObjectionView {
    pub id: i64,
    pub state: ObjectionState,
    /// Of its statement, and where that stands.
    pub n: i32,
    pub href: String,
    pub by: String,
    /// Nothing where names are hidden.
    pub community: Option<String>,
    pub time: String,
    pub reason: Option<Words>,
    pub answer: Option<Words>,
    /// Somebody still owes it an answer.
    pub waits: bool,
    /// Its author is not eligible yet.
    pub uncounted: bool,
    /// Where it is answered, or settled by its author.
    pub act: Option<String>,
    pub own: bool,
}

/// A reply, as this reader reads it.
pub struct Words {
    pub href: String,
    pub by: String,
    pub time: String,
    pub version: Version,
    /// Languages in which nobody can read it yet.
    pub unreadable: Vec<Lang>,
}

/// Several objections of a thread, in their order.
///
/// # Errors
/// Database failures only.
pub fn views(cx: &Cx, conn: &mut Conn, thread: &Thread, standings: &Standings, raised: &[Raised]) -> Result<Vec<ObjectionView>> {
    let ids: Vec<i64> = raised.iter().flat_map(|r| [Some(r.objection.post_id), r.objection.answer_id]).flatten().collect();
    let words = words(cx, conn, thread, &ids)?;
    let names = store::accounts::names(conn, &raised.iter().map(|r| r.objection.account_id).collect::<Vec<_>>())?;
    let public = standings.consensus.names == crate::domain::consensus::Names::Public;
    let acts = cx.me.is_some() && standings.consensus.stage.takes_positions();
    let me = cx.me.as_ref().map(|m| m.id);
    let mut words: HashMap<i64, Words> = words;
    let view = |r: &Raised| {
        let o = &r.objection;
        let own = me == Some(o.account_id);
        let open = match o.state {
            ObjectionState::Raised | ObjectionState::Answered => true,
            ObjectionState::Maintained => own,
            ObjectionState::Withdrawn => false,
        };
        ObjectionView {
            id: o.id,
            state: r.state(),
            n: standings.of(o.statement_id).map_or(0, |s| s.statement.n),
            href: url::statement(cx.lang, o.statement_id),
            by: who(cx, Some(o.account_id), &names),
            community: standings.memberships.get(&o.account_id).filter(|_| public).map(|m| verdicts::langs(cx, &[m.lang])),
            time: cx.time(o.at),
            reason: words.remove(&o.post_id),
            answer: o.answer_id.and_then(|a| words.remove(&a)),
            waits: r.waits,
            uncounted: r.is_readable && r.state() == ObjectionState::Raised && !r.waits,
            act: (acts && open).then(|| format!("/{}/objections/{}", cx.lang, o.id)),
            own,
        }
    };
    Ok(raised.iter().map(view).collect())
}

/// Posts as this reader reads them; those that they cannot read are not there (T12).
fn words(cx: &Cx, conn: &mut Conn, thread: &Thread, ids: &[i64]) -> Result<HashMap<i64, Words>> {
    let posts = store::posts::load(conn, ids)?;
    // Posts can be moved: then the thread that they stand in says who reads them.
    let threads = store::threads::load(conn, &posts.iter().map(|p| p.thread_id).chain([thread.id]).collect::<Vec<_>>())?;
    let seen = |p: &&Post| {
        let door = threads.iter().find(|t| t.id == p.thread_id).map(Thread::door);
        p.state == PostState::Visible && door.is_some_and(|d| cx.visible().post(d, p.state, p.author_id))
    };
    let posts: Vec<&Post> = posts.iter().filter(seen).collect();
    let texts = store::texts::load(conn, &posts.iter().map(|p| p.text_id).collect::<Vec<_>>())?;
    let revisions: Vec<i64> = texts.values().filter_map(|t| t.slot(t.choose(&cx.reader()))).map(|s| s.revision_id).collect();
    let mut htmls = store::texts::html(conn, &revisions, cx.visible())?;
    references::fill(cx, conn, htmls.values_mut())?;
    let mut people = super::parts::people(&texts);
    people.extend(posts.iter().map(|p| p.author_id));
    let beside = versions::Beside { names: store::accounts::names(conn, &people)?, contests: Vec::new() };
    let one = |p: &&Post| {
        let text = texts.get(&p.text_id)?;
        let lang = text.choose(&cx.reader());
        let html = htmls.get(&text.slot(lang)?.revision_id)?;
        let unreadable = Lang::THREE
            .into_iter()
            .filter(|l| matches!(text.quality(*l), crate::domain::text::Quality::Empty | crate::domain::text::Quality::Machine));
        let words = Words {
            href: url::post(cx.lang, p.id),
            by: who(cx, Some(p.author_id), &beside.names),
            time: cx.time(p.created_at),
            version: versions::version(cx, p.id, text, lang, html, &beside, false),
            unreadable: unreadable.collect(),
        };
        Some((p.id, words))
    };
    Ok(posts.iter().filter_map(one).collect())
}

#[derive(Template)]
#[template(path = "consensus/objection.html")]
struct ObjectionPage {
    layout: Layout,
    back: String,
    objections: Vec<ObjectionView>,
    statement: String,
    statement_lang: Lang,
    /// Replies to the reason that could be marked as the answer: number, address, author.
    replies: Vec<(i64, String, String)>,
    csrf: String,
    key: String,
    body: String,
    lang: Lang,
    refusals: Refusals,
}

/// GET /{l}/objections/{id}
///
/// # Errors
/// [`Error::SignIn`]; an objection that this reader cannot find.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| form(cx, conn, id, &Fields::default(), &[])).await
}

fn form(cx: &Cx, conn: &mut Conn, id: i64, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    cx.account()?;
    let (objection, thread) = forum::objections::find(conn, id, cx.visible())?;
    let (thread, consensus) = forum::consensus::find(conn, thread, cx.visible())?;
    let standings = forum::tallies::of_thread(conn, &consensus)?;
    let raised: Vec<Raised> = standings.ledger(Some(&cx.actor()?)).filter(|r| r.objection.id == id).cloned().collect();
    if raised.is_empty() {
        return Err(Error::NotFound);
    }
    let objections = views(cx, conn, &thread, &standings, &raised)?;
    let standing = standings.of(objection.statement_id).ok_or(Error::NotFound)?;
    let text = standings.texts.get(&standing.statement.text_id).ok_or(Error::NotFound)?;
    let lang = text.choose(&cx.reader());
    let revision = text.slot(lang).map_or(0, |s| s.revision_id);
    let body = store::texts::bodies(conn, &[revision], cx.visible())?.remove(&revision).map(|(b, _)| b).unwrap_or_default();
    let me = cx.me.as_ref().map(|m| m.id);
    let replies: Vec<Post> = store::objections::replies(conn, objection.post_id)?
        .into_iter()
        .filter(|p| {
            p.author_id != objection.account_id && Some(p.id) != objection.answer_id && (cx.is_moderator() || me == Some(p.author_id))
        })
        .collect();
    let names = store::accounts::names(conn, &replies.iter().map(|p| p.author_id).collect::<Vec<_>>())?;
    let reply = |p: &Post| {
        let said = cx.l.m("posts-no").n("n", p.n).to_string();
        (p.id, url::post(cx.lang, p.id), format!("{said} {}", who(cx, Some(p.author_id), &names)))
    };
    cx.html(&ObjectionPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("consensus-objection"), Section::Consensus) },
        back: url::stated(cx.lang, thread.id, standing.statement.n),
        objections,
        statement: crate::domain::markdown::title_html(&body, lang),
        statement_lang: lang,
        replies: replies.iter().map(reply).collect(),
        csrf: cx.csrf(),
        key: if fields.get("key").is_empty() { uuid::Uuid::now_v7().to_string() } else { fields.get("key").to_owned() },
        body: fields.get("body").to_owned(),
        lang: Lang::parse(fields.get("lang")).unwrap_or_else(|| cx.writes()),
        refusals: Refusals::of(cx, errors),
    })
}

/// POST /{l}/objections/{id}: `action` is `answer`, `mark` (with `post`), `withdraw` or `maintain`; 303 to the ledger.
///
/// # Errors
/// [`Error::SignIn`], limits, an act that is not this person's.
pub async fn act(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let done = move |cx: &Cx, conn: &mut Conn, fields: &Fields| {
        let actor = cx.actor()?;
        match fields.get("action") {
            "withdraw" => forum::objections::withdraw(conn, &actor, id, cx.now)?,
            "maintain" => forum::objections::maintain(conn, &actor, id, cx.now)?,
            "mark" => {
                let post = fields.get("post").parse().map_err(|_| Error::field("post", "errors-answer-unknown"))?;
                forum::objections::answer(conn, &actor, id, &Answer::Post(post), cx.holds(), cx.now)?;
            }
            "answer" => {
                let answer = match (lang_of(fields), Body::parse(fields.get("body"))) {
                    (Ok(lang), Ok(body)) => Answer::Words { lang, body, key: submission_key(fields) },
                    (a, b) => return Err(Error::Invalid([a.err(), b.err()].into_iter().flatten().collect())),
                };
                forum::objections::answer(conn, &actor, id, &answer, cx.holds(), cx.now)?;
            }
            _ => return Err(Error::field("action", "errors-act-unknown")),
        }
        let (_, thread) = forum::objections::find(conn, id, cx.visible())?;
        Ok(format!("{}#o{id}", url::consensus(cx.lang, thread)))
    };
    forms::send(app, ask, fields, done, move |cx, conn, fields, errors| form(cx, conn, id, fields, errors)).await
}
