//! Which letters a member gets at once: of the whole forum, of themes, of threads.

use super::{
    cx::{Cx, Html, Layout, Section, page, page_with, see_other, write},
    extract::{Ask, Fields},
    parts::Refusals,
    url,
};
use crate::{
    app::App,
    domain::{
        FieldError,
        lang::Lang,
        policy::Visible,
        watch::{Level, PRESET, Watched},
    },
    error::{Error, Result},
    forum,
    store::{self, Conn},
};
use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;
use std::collections::HashMap;

/// So many threads are shown, those first that one began to watch last.
const THREADS: usize = 200;

#[derive(Template)]
#[template(path = "accounts/letters.html")]
struct LettersPage {
    layout: Layout,
    csrf: String,
    saved: bool,
    email: String,
    /// What was said when letters came back from there for good (D7).
    stopped: Option<String>,
    site: Level,
    /// Themes, then threads.
    parts: Vec<(Watched, Vec<Row>)>,
    refusals: Refusals,
}

/// Something that is watched.
struct Row {
    /// The name of its field.
    field: String,
    title: String,
    lang: Lang,
    href: String,
    level: Level,
}

/// GET /{l}/settings/letters
///
/// # Errors
/// [`Error::SignIn`].
pub async fn show(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| form(cx, conn, &Fields::default(), &[])).await
}

/// What is typed stands before what is kept.
fn form(cx: &Cx, conn: &mut Conn, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    let me = cx.account()?;
    let watched = store::watches::all(conn, me.id)?;
    let ids = |of: Watched| watched.iter().filter(move |(w, ..)| *w == of).map(|(_, id, level)| (*id, *level));
    let threads: Vec<(i64, Level)> = ids(Watched::Thread).take(THREADS).collect();
    let known: HashMap<i64, store::threads::Thread> =
        store::threads::load(conn, &threads.iter().map(|(id, _)| *id).collect::<Vec<_>>())?.into_iter().map(|t| (t.id, t)).collect();
    let themes = store::themes::all(conn)?;
    let texts: Vec<i64> = known.values().map(|t| t.text_id).chain(themes.iter().map(|t| t.text_id)).collect();
    let texts = store::texts::load(conn, &texts)?;
    let level = |field: &str, kept: Level| Level::parse(fields.get(field)).unwrap_or(kept);
    let row = |watched: Watched, id: i64, kept: Level, text: i64, href: String| {
        let (title, lang) = texts.get(&text)?.title(&cx.reader());
        let field = format!("{watched}-{id}");
        Some(Row { level: level(&field, kept), field, title: title.to_owned(), lang, href })
    };
    let of_theme = |(id, kept): (i64, Level)| {
        let theme = themes.iter().find(|t| t.id == id)?;
        row(Watched::Theme, id, kept, theme.text_id, url::theme(cx.lang, &theme.slug))
    };
    let of_thread = |(id, kept): (i64, Level)| {
        let thread = known.get(&id).filter(|t| Visible::to(Some(&me.actor())).thread(t.door()))?;
        row(Watched::Thread, id, kept, thread.text_id, format!("/{}/t/{id}", cx.lang))
    };
    let parts = [
        (Watched::Theme, ids(Watched::Theme).filter_map(of_theme).collect::<Vec<_>>()),
        (Watched::Thread, threads.into_iter().filter_map(of_thread).collect()),
    ];
    let kept = ids(Watched::Site).next().map_or(PRESET, |(_, level)| level);
    cx.html(&LettersPage {
        layout: Layout { noindex: true, ..cx.layout(cx.l.t("readings-letters-title"), Section::None) },
        csrf: cx.csrf(),
        saved: cx.ask.query("saved").is_some(),
        email: me.email.clone(),
        stopped: store::bounces::of(conn, &crate::domain::account::sign_in_key(&me.email))?.map(|s| s.said),
        site: level("site", kept),
        parts: parts.into_iter().filter(|(_, rows)| !rows.is_empty()).collect(),
        refusals: Refusals::of(cx, errors),
    })
}

/// POST /{l}/settings/letters: `site` and for each theme and thread `theme-{id}`, `thread-{id}` = `all`, `important`, `summary`,
/// `mute`, or nothing for what is watched no longer; what is left out stays. 303 back, or the form again.
///
/// # Errors
/// [`Error::SignIn`], faults of the database.
pub async fn save(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    let saved = match choices(&fields) {
        Ok(choices) => {
            write(&app, &ask, move |cx, conn| {
                let kept = store::watches::all(conn, cx.account()?.id)?;
                let is_new = |(watched, id, level): &Choice| kept.iter().find(|k| (k.0, k.1) == (*watched, *id)).map(|k| k.2) != *level;
                for (watched, id, level) in choices.into_iter().filter(is_new) {
                    match forum::readings::watch(conn, &cx.actor()?, watched, id, level, cx.now) {
                        // Hidden since the page was shown: the rest is kept all the same.
                        Ok(()) | Err(Error::NotFound) => {}
                        Err(e) => return Err(e),
                    }
                }
                Ok(())
            })
            .await
        }
        Err(errors) => Err(Error::Invalid(errors)),
    };
    match saved {
        Ok(()) => Ok(see_other(&format!("/{}/settings/letters?saved=yes", ask.lang))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}

type Choice = (Watched, i64, Option<Level>);

fn choices(fields: &Fields) -> std::result::Result<Vec<Choice>, Vec<FieldError>> {
    let (mut choices, mut errors) = (Vec::new(), Vec::new());
    for (name, word) in fields.iter() {
        let watched = match name.split_once('-') {
            None if name == "site" => Some((Watched::Site, 0)),
            Some((watched, id)) => Watched::parse(watched).filter(|w| *w != Watched::Site).zip(id.parse().ok()),
            None => None,
        };
        let Some((watched, id)) = watched else { continue };
        match (Level::parse(word), word) {
            (Some(level), _) => choices.push((watched, id, Some(level))),
            (None, "") if watched != Watched::Site => choices.push((watched, id, None)),
            (None, _) => errors.push(FieldError::new("site", "errors-act-unknown")),
        }
    }
    if errors.is_empty() { Ok(choices) } else { Err(errors) }
}

/// POST /{l}/settings/letters/again: letters go to the member's address again; 303 back.
///
/// # Errors
/// [`Error::SignIn`].
pub async fn again(app: Data<App>, ask: Ask, _: Fields) -> Result<HttpResponse> {
    write(&app, &ask, |cx, conn| forum::bounces::lift(conn, &cx.account()?.email)).await?;
    Ok(see_other(&format!("/{}/settings/letters?saved=yes", ask.lang)))
}
