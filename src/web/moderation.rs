//! What moderators do to a thread or post: one form each, with a reason, undone by the same form (M5).

use super::{
    cx::{Cx, Html, Layout, Section, page, page_with, see_other, write},
    extract::{Ask, Fields, id},
    parts::Refusals,
    url,
    why::{self, LogRow, WhyForm},
};
use crate::{
    app::App,
    domain::{
        FieldError,
        lang::Lang,
        markdown::title_html,
        moderation::Why,
        policy,
        post::PostState,
        thread::{self, ThreadState},
    },
    error::{Error, Result},
    forum::{self, posts::PostAct, threads::ThreadAct},
    store::{self, Conn, moderation::Subject},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "moderation/act.html")]
struct ActPage {
    layout: Layout,
    heading: String,
    /// What it is about.
    title: String,
    title_lang: Lang,
    back: String,
    csrf: String,
    acts: Vec<Choice>,
    chosen: String,
    why: WhyForm,
    refusals: Refusals,
    /// Where posts are moved, split off and merged.
    relocate: Option<String>,
    log: Vec<LogRow>,
}

struct Choice {
    act: &'static str,
    words: String,
    effect: String,
}

/// GET /{l}/t/{id}/moderate
///
/// # Errors
/// [`Error::SignIn`], no moderator, an unknown thread.
pub async fn thread(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = thread_id(&path.1)?;
    page(app, ask, move |cx, conn| thread_form(cx, conn, id, &Fields::default(), &[])).await
}

fn thread_form(cx: &Cx, conn: &mut Conn, id: i64, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    policy::moderate(&cx.actor()?, "-")?;
    let thread = store::threads::find(conn, id, cx.visible())?;
    let text = store::texts::find(conn, thread.text_id)?;
    let (title, lang) = text.title(&cx.reader());
    let acts = [
        if thread.state == ThreadState::Open { ThreadAct::Lock } else { ThreadAct::Unlock },
        if thread.pinned { ThreadAct::Unpin } else { ThreadAct::Pin },
        if thread.hidden { ThreadAct::Restore } else { ThreadAct::Hide },
    ];
    // What waits is decided in the queue.
    let acts: Vec<ThreadAct> = acts.into_iter().filter(|a| !thread.held || !matches!(a, ThreadAct::Hide | ThreadAct::Restore)).collect();
    let choice = |act: &ThreadAct| Choice {
        act: act.as_str(),
        words: cx.l.m("moderation-thread-act").s("act", act.as_str()).to_string(),
        effect: cx.l.m("moderation-thread-effect").s("act", act.as_str()).to_string(),
    };
    let original = text.slot(text.original).map_or("", |s| s.title.as_str());
    let layout = Layout { noindex: true, ..cx.layout(cx.l.t("moderation-thread-title"), Section::Threads) };
    let form = Form {
        layout,
        title: title_html(title, lang),
        title_lang: lang,
        back: url::thread(cx.lang, id, original),
        acts: acts.iter().map(choice).collect(),
        needs_reason: true,
        relocate: Some(format!("/{}/t/{id}/relocate", cx.lang)),
    };
    form.html(cx, conn, fields, errors, Subject::Thread(id))
}

/// POST /{l}/t/{id}/moderate: 303 to the thread, or the form again.
///
/// # Errors
/// [`Error::SignIn`], no moderator, an unknown thread, faults of the database.
pub async fn act_on_thread(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = thread_id(&path.1)?;
    let sent = fields.clone();
    let done = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        let act = ThreadAct::parse(sent.get("act")).ok_or_else(|| Error::field("act", "errors-act-unknown"))?;
        policy::moderate(&actor, "-")?;
        let why = given(why::sent(&sent)?)?;
        forum::threads::moderate(conn, &actor, id, act, &why, cx.now)
    })
    .await;
    match done {
        Ok(()) => Ok(see_other(&format!("/{}/t/{id}", ask.lang))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| thread_form(cx, conn, id, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}

/// GET /{l}/p/{id}/moderate
///
/// # Errors
/// [`Error::SignIn`], somebody else's post, an unknown one.
pub async fn post(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    page(app, ask, move |cx, conn| post_form(cx, conn, id, &Fields::default(), &[])).await
}

fn post_form(cx: &Cx, conn: &mut Conn, id: i64, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    let actor = cx.actor()?;
    let post = store::posts::find(conn, id)?;
    let thread = store::threads::find(conn, post.thread_id, cx.visible())?;
    if !cx.visible().post(thread.door(), post.state, post.author_id) {
        return Err(Error::NotFound);
    }
    let acts: Vec<PostAct> = match (post.state, cx.is_moderator()) {
        (PostState::Visible, true) => vec![PostAct::Hide, PostAct::Delete],
        (PostState::Held, true) => vec![PostAct::Accept, PostAct::Delete],
        (PostState::Visible | PostState::Held, false) => {
            policy::delete(&actor, post.author_id, post.state, "")?;
            vec![PostAct::Delete]
        }
        (PostState::Hidden | PostState::Deleted, _) => vec![PostAct::Restore],
    };
    let text = store::texts::find(conn, thread.text_id)?;
    let (title, lang) = text.title(&cx.reader());
    let choice = |act: &PostAct| Choice {
        act: act.as_str(),
        words: cx.l.m("moderation-post-act").s("act", act.as_str()).to_string(),
        effect: cx.l.m("moderation-post-effect").s("act", act.as_str()).to_string(),
    };
    let heading = cx.l.m(if cx.is_moderator() { "moderation-post-title" } else { "moderation-own-title" }).n("n", post.n);
    let layout = Layout { noindex: true, ..cx.layout(heading.to_string(), Section::Threads) };
    let form = Form {
        layout,
        title: title_html(title, lang),
        title_lang: lang,
        back: url::post(cx.lang, id),
        acts: acts.iter().map(choice).collect(),
        needs_reason: cx.is_moderator() && actor.id != post.author_id,
        relocate: cx.is_moderator().then(|| format!("/{}/t/{}/relocate?numbers={}", cx.lang, thread.id, post.n)),
    };
    form.html(cx, conn, fields, errors, Subject::Post(id))
}

/// POST /{l}/p/{id}/moderate: 303 to the post (to its thread when it is gone), or the form again.
///
/// # Errors
/// [`Error::SignIn`], somebody else's post, an unknown one, faults of the database.
pub async fn act_on_post(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    let sent = fields.clone();
    let done = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        let act = PostAct::parse(sent.get("act")).ok_or_else(|| Error::field("act", "errors-act-unknown"))?;
        let post = store::posts::find(conn, id)?;
        let free = act == PostAct::Accept || (act == PostAct::Delete && actor.id == post.author_id) || !actor.role.is_moderator();
        let why = if free { why::sent(&sent)? } else { given(why::sent(&sent)?)? };
        forum::posts::act(conn, &actor, id, act, &why, cx.now)?;
        Ok(post.thread_id)
    })
    .await;
    match done {
        Ok(thread) => Ok(see_other(&format!("/{}/t/{thread}", ask.lang))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| post_form(cx, conn, id, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}

/// What the two forms differ in.
struct Form {
    layout: Layout,
    title: String,
    title_lang: Lang,
    back: String,
    acts: Vec<Choice>,
    needs_reason: bool,
    relocate: Option<String>,
}

impl Form {
    fn html(self, cx: &Cx, conn: &mut Conn, fields: &Fields, errors: &[FieldError], subject: Subject) -> Result<Html> {
        let lines = if cx.is_moderator() { store::moderation::of(conn, subject)? } else { Vec::new() };
        let log = why::rows(cx, conn, &lines)?;
        let why = WhyForm::load(cx, conn, fields, errors, self.needs_reason)?;
        cx.html(&ActPage {
            heading: self.layout.title.clone(),
            layout: self.layout,
            title: self.title,
            title_lang: self.title_lang,
            back: self.back,
            csrf: cx.csrf(),
            acts: self.acts,
            chosen: fields.get("act").to_owned(),
            why,
            refusals: Refusals::of(cx, errors),
            relocate: self.relocate,
            log,
        })
    }
}

/// A reason was asked for.
fn given(why: Why) -> Result<Why> {
    if why.is_given() { Ok(why) } else { Err(Error::field("reason", "errors-field-empty")) }
}

pub fn thread_id(tail: &str) -> Result<i64> {
    thread::split_address(tail).map(|(id, _)| id).ok_or(Error::NotFound)
}
