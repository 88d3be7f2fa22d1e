//! H2: a theme as moderators curate it.

use super::{
    cx::{Cx, Html, Layout, Section, page, page_with, see_other, write},
    extract::{Ask, Fields},
    parts::Refusals,
    posts::{edit_draft, lang_of},
    url,
    why::{self, LogRow},
};
use crate::{
    app::App,
    domain::{
        FieldError,
        lang::Lang,
        limits, policy,
        post::{Body, Change},
        thread,
    },
    error::{Error, Result},
    forum::{self, curation::NewTheme},
    store::{self, Conn, moderation::Subject, themes::Theme},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

#[derive(Template)]
#[template(path = "themes/curate.html")]
struct CuratePage {
    layout: Layout,
    csrf: String,
    refusals: Refusals,
    /// The form that came back: its act.
    act: String,
    back: String,
    slug: String,
    original: Lang,
    /// What stands in the form that renames.
    name: String,
    body: String,
    revision: String,
    change: Change,
    axes: Vec<(i64, String)>,
    axis: i64,
    place: usize,
    retired: bool,
    merged: Option<String>,
    /// Other themes that can be picked: slug and name.
    others: Vec<(String, String)>,
    into: String,
    reason: String,
    log: Vec<LogRow>,
}

/// GET /{l}/themes/{slug}/curate
///
/// # Errors
/// No moderator; an unknown theme.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let slug = path.1.clone();
    page(app, ask, move |cx, conn| form(cx, conn, &slug, None, &[])).await
}

fn form(cx: &Cx, conn: &mut Conn, slug: &str, typed: Option<&Fields>, errors: &[FieldError]) -> Result<Html> {
    policy::moderate(&cx.actor()?, "-")?;
    let theme = store::themes::named(conn, slug)?;
    let text = store::texts::find(conn, theme.text_id)?;
    let current = store::texts::revision(conn, text.id, text.original, text.source_revision())?.ok_or(Error::NotFound)?;
    let axes = store::themes::axes(conn)?;
    let all = store::themes::all(conn)?;
    let texts = store::texts::load(conn, &all.iter().map(|t| t.text_id).collect::<Vec<_>>())?;
    let name = |t: &Theme| texts.get(&t.text_id).map(|x| x.title(&cx.reader()).0.to_owned()).unwrap_or_default();
    let act = typed.map_or("", |f| f.get("act")).to_owned();
    let said = |field: &str, stored: &str| typed.filter(|_| act == "rename").map_or(stored, |f| f.get(field)).to_owned();
    let place = all.iter().filter(|t| t.axis_id == theme.axis_id).position(|t| t.id == theme.id).map_or(1, |at| at + 1);
    let lines = store::moderation::of(conn, Subject::Theme(theme.id))?;
    let merged = match theme.merged_into {
        Some(into) => Some(name(&store::themes::find(conn, into)?)),
        None => None,
    };
    cx.html(&CuratePage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.m("themes-curate-of").s("name", name(&theme)).to_string(), Section::Themes) },
        csrf: cx.csrf(),
        refusals: Refusals::of(cx, errors),
        back: url::theme(cx.lang, &theme.slug),
        original: text.original,
        name: said("title", &current.title),
        body: said("body", &current.body),
        revision: said("revision", &current.n.to_string()),
        change: Change::parse(&said("change", "")).unwrap_or(Change::Meaning),
        axes: axes.iter().map(|a| (a.id, a.name(cx.lang).to_owned())).collect(),
        axis: typed.and_then(|f| f.get("axis").parse().ok()).unwrap_or(theme.axis_id),
        place: typed.and_then(|f| f.get("place").parse().ok()).unwrap_or(place),
        retired: theme.retired,
        merged,
        others: all.iter().filter(|t| t.id != theme.id && !t.retired).map(|t| (t.slug.clone(), name(t))).collect(),
        into: typed.map_or("", |f| f.get("into")).to_owned(),
        reason: typed.map_or("", |f| f.get("reason")).to_owned(),
        log: why::rows(cx, conn, &lines)?,
        slug: theme.slug,
        act,
    })
}

/// POST /{l}/themes/{slug}/curate: `act` = `rename`, `place`, `retire`, `restore`, `merge`, `unmerge`, with `reason`.
///
/// # Errors
/// No moderator; an unknown theme; faults of the database.
pub async fn act(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let (slug, sent) = (path.1.clone(), fields.clone());
    let done = write(&app, &ask, {
        let slug = slug.clone();
        move |cx, conn| {
            let actor = cx.actor()?;
            policy::moderate(&actor, "-")?;
            let reason = limits::line("reason", sent.get("reason"), 1, limits::REASON_CHARS)?;
            let theme = store::themes::named(conn, &slug)?;
            match sent.get("act") {
                "rename" => {
                    let draft = edit_draft(&sent, true).map_err(Error::Invalid)?;
                    forum::curation::rename(conn, &actor, &theme, &draft, cx.now)
                }
                "place" => {
                    let number = |field| sent.get(field).parse().map_err(|_| Error::field(field, "errors-field-empty"));
                    let place = usize::try_from(number("place")?).unwrap_or(1);
                    forum::curation::place(conn, &actor, &theme, number("axis")?, place, &reason, cx.now)
                }
                "retire" => forum::curation::retire(conn, &actor, &theme, true, &reason, cx.now),
                "restore" => forum::curation::retire(conn, &actor, &theme, false, &reason, cx.now),
                "merge" => forum::curation::merge(conn, &actor, &theme, sent.get("into"), &reason, cx.now),
                "unmerge" => forum::curation::unmerge(conn, &actor, &theme, &reason, cx.now),
                _ => Err(Error::field("act", "errors-act-unknown")),
            }
        }
    })
    .await;
    let again = |errors: Vec<FieldError>, status| {
        page_with(status, app, ask.clone(), move |cx, conn| form(cx, conn, &slug, Some(&fields), &errors))
    };
    match done {
        Ok(()) => Ok(see_other(&format!("{}/curate", url::theme(ask.lang, &path.1)))),
        Err(Error::Invalid(errors)) => again(errors, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(Error::Conflict(_)) => again(vec![FieldError::new("body", "errors-conflict")], StatusCode::CONFLICT).await,
        Err(e) => Err(e),
    }
}

#[derive(Template)]
#[template(path = "themes/new.html")]
struct NewPage {
    layout: Layout,
    csrf: String,
    refusals: Refusals,
    axes: Vec<(i64, String)>,
    fields: Fields,
    lang: Lang,
}

/// GET /{l}/themes/new
///
/// # Errors
/// No moderator.
pub async fn new(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| new_form(cx, conn, &Fields::default(), &[])).await
}

fn new_form(cx: &Cx, conn: &mut Conn, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    policy::moderate(&cx.actor()?, "-")?;
    let axes = store::themes::axes(conn)?.iter().map(|a| (a.id, a.name(cx.lang).to_owned())).collect();
    cx.html(&NewPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("themes-new"), Section::Themes) },
        csrf: cx.csrf(),
        refusals: Refusals::of(cx, errors),
        axes,
        fields: fields.clone(),
        lang: Lang::parse(fields.get("lang")).unwrap_or_else(|| cx.writes()),
    })
}

/// POST /{l}/themes/new: `slug`, `axis`, `lang`, `title`, `body`, `reason`.
///
/// # Errors
/// No moderator; faults of the database.
pub async fn create(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let sent = fields.clone();
    let made = write(&app, &ask, move |cx, conn| {
        let actor = cx.actor()?;
        policy::moderate(&actor, "-")?;
        let new = NewTheme {
            slug: sent.get("slug").trim().to_owned(),
            axis: sent.get("axis").parse().map_err(|_| Error::field("axis", "errors-theme-unknown"))?,
            lang: lang_of(&sent)?,
            name: thread::title(sent.get("title"))?,
            description: Body::parse(sent.get("body"))?,
        };
        let reason = limits::line("reason", sent.get("reason"), 1, limits::REASON_CHARS)?;
        forum::curation::add(conn, &actor, &new, &reason, cx.now)?;
        Ok(new.slug)
    })
    .await;
    match made {
        Ok(slug) => Ok(see_other(&url::theme(ask.lang, &slug))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| new_form(cx, conn, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}
