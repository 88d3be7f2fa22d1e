//! Drafts: kept from the first words, shown in their form on every device, listed on a page of their own.

use super::{
    cx::{Cx, Html, Layout, Section, page, page_with, see_other, write},
    extract::{Ask, Fields},
    url,
};
use crate::{
    app::App,
    domain::{draft::Place, lang::Lang, markdown::title_html},
    error::{Error, Result},
    forum,
    store::{self, Conn, drafts::Draft},
};
use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web::Data,
};
use askama::Template;
use std::collections::HashMap;

/// Fields of a form that are no part of its draft.
const PASSING: [&str; 9] = ["csrf", "key", "action", "draft", "by", "other", "kept", "attachment", "description"];

/// What a form is shown with: its draft where there is one, else `preset`.
///
/// # Errors
/// Database failures only.
pub fn preset(cx: &Cx, conn: &mut Conn, place: Place, preset: Fields) -> Result<Fields> {
    let Some(me) = &cx.me else { return Ok(preset) };
    let Some(draft) = store::drafts::find(conn, me.id, place)? else { return Ok(preset) };
    let mut fields = Fields::default();
    for (name, value) in &draft.fields {
        fields = fields.with(name, value);
    }
    // Where the draft says nothing, the form is what it would have been.
    for (name, value) in preset.typed().filter(|(name, _)| draft.field(name).is_empty()) {
        fields = fields.with(name, value);
    }
    Ok(fields.with("draft", draft.version.to_string()).with("kept", draft.saved_at.and_utc().timestamp_micros().to_string()))
}

/// The version of the draft that a form was shown with.
pub fn seen(fields: &Fields) -> Option<i32> {
    Some(fields.get("draft").parse().unwrap_or_default())
}

/// What somebody presses to keep a draft or to drop it; `None` for any other button.
pub fn is_about_draft(fields: &Fields) -> bool {
    matches!(fields.get("action"), "draft" | "discard")
}

/// Keeps what stands in the form, or drops it: 303 to `form`, for the script 204 with the draft's version. Where another
/// device saved since, `again` shows the form with both (409).
///
/// # Errors
/// [`Error::SignIn`], too many drafts or saves, faults of the database.
pub async fn act(
    app: Data<App>,
    ask: Ask,
    place: Place,
    fields: Fields,
    form: String,
    again: impl FnOnce(&Cx, &mut Conn, &Fields, &[crate::domain::FieldError]) -> Result<Html> + Send + 'static,
) -> Result<HttpResponse> {
    let by_script = fields.get("by") == "script";
    let kept: store::drafts::Fields =
        fields.typed().filter(|(name, _)| !PASSING.contains(name)).map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
    let (discard, seen) = (fields.get("action") == "discard", fields.get("draft").parse().unwrap_or_default());
    let done = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        forum::limits::take(conn, &cx.limits("drafts", cx.app.config.limits.saves_per_minute)?, cx.now)?;
        match discard {
            true => forum::drafts::drop(conn, &actor, place, Some(seen)).map(|()| 0),
            false => forum::drafts::keep(conn, &actor, place, &kept, seen, cx.now),
        }
    })
    .await;
    match done {
        Ok(version) if by_script => Ok(HttpResponse::NoContent().insert_header(("draft-version", version.to_string())).finish()),
        Ok(_) => Ok(see_other(&form)),
        Err(Error::Conflict(other)) => {
            let mut words = other.title.clone();
            if !words.is_empty() {
                words.push_str("\n\n");
            }
            words.push_str(&other.body);
            let both = fields.replaced("draft", other.revision.to_string()).replaced("other", words);
            page_with(StatusCode::CONFLICT, app, ask, move |cx, conn| again(cx, conn, &both, &[])).await
        }
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| again(cx, conn, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}

#[derive(Template)]
#[template(path = "drafts/index.html")]
struct DraftsPage {
    layout: Layout,
    rows: Vec<Row>,
    csrf: String,
}

struct Row {
    place: String,
    /// What it is for.
    what: String,
    title: String,
    title_lang: Option<Lang>,
    href: String,
    time: String,
    lang: Option<Lang>,
    body: String,
}

/// GET /{l}/drafts
///
/// # Errors
/// [`Error::SignIn`].
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, build).await
}

fn build(cx: &Cx, conn: &mut Conn) -> Result<Html> {
    let drafts = store::drafts::of(conn, cx.account()?.id)?;
    // The thread that each is about, as far as this person may still find it.
    let posts: Vec<i64> = drafts.iter().filter_map(|d| if let Place::Edit { post } = d.place { Some(post) } else { None }).collect();
    let of_posts: HashMap<i64, i64> = store::posts::load(conn, &posts)?.into_iter().map(|p| (p.id, p.thread_id)).collect();
    let thread_of = |draft: &Draft| match draft.place {
        Place::NewThread => None,
        Place::Reply { thread, .. } => Some(thread),
        Place::Edit { post } => of_posts.get(&post).copied(),
    };
    let ids: Vec<i64> = drafts.iter().filter_map(thread_of).collect();
    let threads: HashMap<i64, i64> =
        store::threads::load(conn, &ids)?.into_iter().filter(|t| cx.visible().thread(t.door())).map(|t| (t.id, t.text_id)).collect();
    let texts = store::texts::load(conn, &threads.values().copied().collect::<Vec<_>>())?;
    let row = |draft: &Draft| {
        let text = thread_of(draft).and_then(|t| threads.get(&t)).and_then(|t| texts.get(t));
        let (title, title_lang) = match (draft.place, text) {
            (Place::NewThread, _) => (title_html(draft.field("title"), cx.lang), None),
            (_, Some(text)) => {
                let (title, lang) = text.title(&cx.reader());
                (title_html(title, lang), Some(lang))
            }
            (_, None) => (crate::domain::markdown::escape(&cx.l.t("drafts-nowhere")), None),
        };
        let kind = match draft.place {
            Place::NewThread => "new",
            Place::Reply { .. } => "reply",
            Place::Edit { .. } => "edit",
        };
        Row {
            place: draft.place.word(),
            what: cx.l.m("drafts-what").s("kind", kind).to_string(),
            title,
            title_lang,
            href: form(cx.lang, draft.place),
            time: cx.time(draft.saved_at),
            lang: Lang::parse(draft.field("lang")),
            body: draft.field("body").to_owned(),
        }
    };
    cx.html(&DraftsPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("drafts-title"), Section::None) },
        rows: drafts.iter().map(row).collect(),
        csrf: cx.csrf(),
    })
}

/// The form in which a draft goes on.
pub fn form(lang: Lang, place: Place) -> String {
    match place {
        Place::NewThread => format!("/{lang}/t/new"),
        Place::Reply { thread, parent: None } => format!("/{lang}/t/{thread}/reply"),
        Place::Reply { thread, parent: Some(parent) } => format!("/{lang}/t/{thread}/reply?parent={parent}"),
        Place::Edit { post } => format!("{}/edit", url::post(lang, post)),
    }
}

/// POST /{l}/drafts: drops the draft for `place`.
///
/// # Errors
/// [`Error::SignIn`], a place that is none.
pub async fn discard(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let place = Place::parse(fields.get("place")).ok_or(Error::NotFound)?;
    write(&app, &ask, move |cx, conn| forum::drafts::drop(conn, &cx.actor()?, place, None)).await?;
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, format!("/{}/drafts", ask.lang))).finish())
}
