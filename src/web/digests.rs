//! Letters of what happens: asked for, agreed to, changed and stopped, with or without an account (D1, D7); public issues (D8).

use super::{
    cx::{Cx, Html, Layout, Section, no_referrer, page, page_with, read, see_other, write},
    extract::{Ask, Fields},
    issues::{Past, past},
    joins::by_network,
    parts::Refusals,
    themes::{Axis, vocabulary},
};
use crate::{
    app::App,
    domain::{
        FieldError,
        account::Email,
        digest::{Choice, Frequency, Weekday},
        lang::Lang,
        policy::Visible,
    },
    error::{Error, Result},
    forum,
    i18n::digest::View,
    store::{self, Conn, subscriptions::Subscription},
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;

/// So many threads may one address follow.
const THREADS: usize = 50;

#[derive(Template)]
#[template(path = "digests/show.html")]
struct DigestPage {
    layout: Layout,
    csrf: String,
    action: String,
    /// The letter with the link is on its way; what was changed is kept.
    sent: bool,
    saved: bool,
    /// Of a subscription: to whom it goes, and how it is stopped.
    address: String,
    stop: String,
    /// What was said when letters came back from there for good (D7).
    stopped: Option<String>,
    email: String,
    asks_email: bool,
    choice: Form,
    axes: Vec<Axis>,
    /// Threads that the address follows: id, title, its language.
    threads: Vec<(i64, String, Lang)>,
    zones: Vec<&'static str>,
    preview: View,
    past: Vec<Past>,
    refusals: Refusals,
}

/// What stands in the form.
struct Form {
    lang: Lang,
    frequency: Frequency,
    weekday: Weekday,
    hour: i32,
    zone: String,
    themes: Vec<String>,
}

/// GET /{l}/digest: the form that asks for letters, with what they would tell; a member who has them changes them.
///
/// # Errors
/// Database failures; [`Error::SignIn`] on a forum for members only.
pub async fn show(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| {
        let own = match &cx.me {
            Some(me) => forum::subscriptions::of_member(conn, me)?,
            None => None,
        };
        match own {
            Some(subscription) => {
                let preset = current(conn, &subscription)?;
                form(cx, conn, Some(&subscription), &preset, &[])
            }
            None => {
                let zone = cx.me.as_ref().map_or(cx.app.config.site.time_zone, |m| m.preferences().zone);
                let settings = &cx.app.config.digest;
                let mut preset = Fields::default()
                    .with("lang", cx.lang.as_str())
                    .with("frequency", Frequency::Weekly.as_str())
                    .with("weekday", settings.weekday().as_str())
                    .with("hour", settings.hour.to_string())
                    .with("zone", zone.name());
                for thread in cx.ask.all("thread") {
                    preset = preset.with("threads", thread);
                }
                form(cx, conn, None, &preset, &[])
            }
        }
    })
    .await
}

/// What a subscription says, as its form holds it.
fn current(conn: &mut Conn, subscription: &Subscription) -> Result<Fields> {
    let schedule = subscription.schedule();
    let (themes, threads) = store::subscriptions::choices(conn, &[subscription.id])?;
    let mut fields = Fields::default()
        .with("lang", subscription.lang.as_str())
        .with("frequency", schedule.frequency.as_str())
        .with("weekday", schedule.weekday.as_str())
        .with("hour", schedule.hour.to_string())
        .with("zone", schedule.zone.name());
    let chosen = themes.get(&subscription.id).cloned().unwrap_or_default();
    for theme in store::themes::all(conn)?.into_iter().filter(|t| chosen.contains(&t.id)) {
        fields = fields.with("themes", theme.slug);
    }
    for thread in threads.get(&subscription.id).into_iter().flatten() {
        fields = fields.with("threads", thread.to_string());
    }
    Ok(fields)
}

fn form(cx: &Cx, conn: &mut Conn, subscription: Option<&Subscription>, fields: &Fields, errors: &[FieldError]) -> Result<Html> {
    let lang = Lang::parse(fields.get("lang")).unwrap_or(cx.lang);
    // What cannot be chosen is shown as what is preset; the refusal stands beside its field.
    let wanted = choice(conn, cx, fields)?.unwrap_or_else(|_| Choice {
        lang,
        frequency: Frequency::Weekly,
        weekday: cx.app.config.digest.weekday(),
        hour: cx.app.config.digest.hour,
        zone: cx.app.config.site.time_zone,
        themes: Vec::new(),
        threads: Vec::new(),
    });
    let member = subscription.map_or(cx.me.as_ref().map(|m| m.id), |s| s.account_id);
    let reader = match subscription {
        Some(s) => crate::domain::text::Reader { page: cx.lang, ..forum::lines::reader(conn, s, cx.reader().machine)? },
        None => cx.reader(),
    };
    let selection = forum::digests::imagine(conn, &wanted, member, cx.now)?;
    let lines = forum::lines::lines(conn, &selection.items, &reader)?;
    let followed: Vec<store::threads::Thread> =
        store::threads::load(conn, &wanted.threads)?.into_iter().filter(|t| Visible::Public.thread(t.door())).collect();
    let texts = store::texts::load(conn, &followed.iter().map(|t| t.text_id).collect::<Vec<_>>())?;
    let title = |t: &store::threads::Thread| {
        let (title, lang) = texts.get(&t.text_id)?.title(&reader);
        Some((t.id, title.to_owned(), lang))
    };
    let past = match subscription {
        Some(_) => Vec::new(),
        None => past(cx, conn)?,
    };
    let stopped = match subscription {
        Some(s) => store::bounces::of(conn, &s.email_key)?,
        None => None,
    };
    let action = match subscription {
        Some(s) => format!("/{}/digest/manage/{}", cx.lang, s.token),
        None => format!("/{}/digest", cx.lang),
    };
    cx.html(&DigestPage {
        layout: Layout {
            noindex: subscription.is_some(),
            feed: "/digests/feed.atom".to_owned(),
            ..cx.layout(cx.l.t("digests-title"), Section::None)
        },
        csrf: cx.csrf(),
        action,
        sent: cx.ask.query("sent").is_some(),
        saved: cx.ask.query("saved").is_some(),
        address: subscription.map(|s| veiled(&s.email)).unwrap_or_default(),
        stop: subscription.map(|s| format!("/unsubscribe/{}", s.token)).unwrap_or_default(),
        stopped: stopped.map(|s| s.said),
        email: fields.get("email").to_owned(),
        asks_email: subscription.is_none() && cx.me.is_none(),
        choice: Form {
            lang,
            frequency: Frequency::parse(fields.get("frequency")).unwrap_or(wanted.frequency),
            weekday: Weekday::parse(fields.get("weekday")).unwrap_or(wanted.weekday),
            hour: fields.get("hour").parse().unwrap_or(i32::try_from(wanted.hour).unwrap_or_default()),
            zone: fields.get("zone").to_owned(),
            themes: fields.all("themes"),
        },
        axes: vocabulary(cx, conn)?,
        threads: followed.iter().filter_map(title).collect(),
        zones: chrono_tz::TZ_VARIANTS.iter().map(|z| z.name()).collect(),
        preview: View::of_lines(&lines, selection.more, &reader, "", wanted.themes.is_empty()),
        past,
        refusals: Refusals::of(cx, errors),
    })
}

/// Enough to tell one's own addresses apart: the page may lie open, or the letter be passed on.
fn veiled(email: &str) -> String {
    let (local, domain) = email.split_once('@').unwrap_or((email, ""));
    format!("{}…@{domain}", local.chars().take(1).collect::<String>())
}

/// What a form asks for; absent fields are preset.
fn choice(conn: &mut Conn, cx: &Cx, fields: &Fields) -> Result<std::result::Result<Choice, Vec<FieldError>>> {
    fn or<T>(word: &str, preset: T, parse: impl Fn(&str) -> Option<T>, error: FieldError) -> std::result::Result<T, FieldError> {
        if word.is_empty() { Ok(preset) } else { parse(word).ok_or(error) }
    }
    let settings = &cx.app.config;
    let slugs = fields.all("themes");
    let themes: Vec<i64> = store::themes::all(conn)?.into_iter().filter(|t| slugs.contains(&t.slug)).map(|t| t.id).collect();
    let mut threads: Vec<i64> = fields.all("threads").iter().filter_map(|t| t.parse().ok()).collect();
    threads.sort_unstable();
    threads.dedup();
    threads.truncate(THREADS);
    let known = store::threads::load(conn, &threads)?.into_iter().filter(|t| Visible::Public.thread(t.door())).map(|t| t.id).collect();
    let parts = (
        or(fields.get("lang"), cx.lang, Lang::parse, FieldError::new("lang", "errors-lang-unknown")),
        or(fields.get("frequency"), Frequency::Weekly, Frequency::parse, FieldError::new("frequency", "errors-frequency")),
        or(fields.get("weekday"), settings.digest.weekday(), Weekday::parse, FieldError::new("weekday", "errors-weekday")),
        or(fields.get("hour"), settings.digest.hour, |h| h.parse().ok().filter(|h| *h < 24), FieldError::new("hour", "errors-hour")),
        or(fields.get("zone"), settings.site.time_zone, |z| z.parse().ok(), FieldError::new("zone", "errors-zone-unknown")),
        if themes.len() == slugs.len() { Ok(()) } else { Err(FieldError::new("themes", "errors-theme-unknown")) },
    );
    Ok(match parts {
        (Ok(lang), Ok(frequency), Ok(weekday), Ok(hour), Ok(zone), Ok(())) => {
            Ok(Choice { lang, frequency, weekday, hour, zone, themes, threads: known })
        }
        (a, b, c, d, e, f) => Err([a.err(), b.err(), c.err(), d.err(), e.err(), f.err()].into_iter().flatten().collect()),
    })
}

/// POST /{l}/digest: 303 to « look at your mail », whoever's address it is; or the form again.
///
/// # Errors
/// Too many from one network, faults of the database.
pub async fn create(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    if fields.get("action") == "preview" {
        return page(app, ask, move |cx, conn| form(cx, conn, None, &fields, &[])).await;
    }
    let (now, limit) = (app.clock.now(), by_network(&app, &ask, "digest"));
    app.db.write(move |conn| forum::limits::take(conn, &limit, now)).await?;
    let typed = fields.clone();
    let asked = write(&app, &ask, move |cx, conn| {
        let email = match (&cx.me, typed.get("email")) {
            (Some(me), "") => Email::parse(&me.email),
            (_, typed) => Email::parse(typed),
        };
        let (email, choice) = match (email, choice(conn, cx, &typed)?) {
            (Ok(email), Ok(choice)) => (email, choice),
            (email, choice) => return Err(Error::Invalid(email.err().into_iter().chain(choice.err().unwrap_or_default()).collect())),
        };
        forum::subscriptions::ask(conn, &email, &choice, cx.lang, cx.now)
    })
    .await;
    match asked {
        Ok(()) => Ok(see_other(&format!("/{}/digest?sent=yes", ask.lang))),
        Err(Error::Invalid(errors)) => {
            page_with(StatusCode::UNPROCESSABLE_ENTITY, app, ask, move |cx, conn| form(cx, conn, None, &fields, &errors)).await
        }
        Err(e) => Err(e),
    }
}

#[derive(Template)]
#[template(path = "digests/confirm.html")]
struct ConfirmPage {
    layout: Layout,
    csrf: String,
    action: String,
    address: String,
    frequency: Frequency,
    lang: Lang,
}

/// GET /{l}/digest/confirm/{token}: a page with the button; looking at it agrees to nothing.
///
/// # Errors
/// [`Error::LinkGone`].
pub async fn confirm(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let token = path.into_inner().1;
    let answer = page(app, ask, move |cx, conn| {
        let request = forum::subscriptions::requested(conn, &token, cx.now)?;
        let choice = request.choice()?;
        cx.html(&ConfirmPage {
            layout: Layout { noindex: true, ..cx.layout(cx.l.t("digests-confirm-title"), Section::None) },
            csrf: cx.csrf(),
            action: format!("/{}/digest/confirm/{token}", cx.lang),
            address: veiled(&request.email),
            frequency: choice.frequency,
            lang: choice.lang,
        })
    })
    .await?;
    Ok(no_referrer(answer))
}

/// POST /{l}/digest/confirm/{token}: 303 to the subscription's page.
///
/// # Errors
/// [`Error::LinkGone`], also the second time.
pub async fn agree(app: Data<App>, ask: Ask, path: Path<(String, String)>, _: Fields) -> Result<HttpResponse> {
    let token = path.into_inner().1;
    let now = app.clock.now();
    let subscription = app.db.write(move |conn| forum::subscriptions::confirm(conn, &token, now)).await?;
    Ok(see_other(&format!("/{}/digest/manage/{}?sent=agreed", ask.lang, subscription.token)))
}

/// GET /{l}/digest/manage/{token}
///
/// # Errors
/// [`Error::LinkGone`] for a subscription that was stopped.
pub async fn manage(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let token = path.into_inner().1;
    let answer = page(app, ask, move |cx, conn| {
        let subscription = forum::subscriptions::by_token(conn, &token)?;
        let preset = current(conn, &subscription)?;
        form(cx, conn, Some(&subscription), &preset, &[])
    })
    .await?;
    Ok(no_referrer(answer))
}

/// POST /{l}/digest/manage/{token}: 303 to the same page, or the form again.
///
/// # Errors
/// [`Error::LinkGone`], faults of the database.
pub async fn update(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let token = path.into_inner().1;
    let (again, typed, preview) = (token.clone(), fields.clone(), fields.get("action") == "preview");
    let done = match preview {
        true => Err(Error::Invalid(Vec::new())),
        false => {
            read(&app, &ask, {
                let (token, typed) = (token.clone(), typed.clone());
                move |cx, conn| choice(conn, cx, &typed).map(|c| (token, c))
            })
            .await
        }
    };
    let changed = match done {
        Ok((token, Ok(choice))) => {
            let now = app.clock.now();
            app.db
                .write(move |conn| {
                    let subscription = forum::subscriptions::by_token(conn, &token)?;
                    forum::subscriptions::change(conn, &subscription, &choice, now)
                })
                .await
        }
        Ok((_, Err(errors))) => Err(Error::Invalid(errors)),
        Err(e) => Err(e),
    };
    match changed {
        Ok(()) => Ok(no_referrer(see_other(&format!("/{}/digest/manage/{again}?saved=yes", ask.lang)))),
        Err(Error::Invalid(errors)) => {
            let status = if preview { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
            page_with(status, app, ask, move |cx, conn| {
                let subscription = forum::subscriptions::by_token(conn, &again)?;
                form(cx, conn, Some(&subscription), &fields, &errors)
            })
            .await
            .map(no_referrer)
        }
        Err(e) => Err(e),
    }
}
