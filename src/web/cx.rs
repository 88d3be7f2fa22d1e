//! The context of one request: who reads, in which language, when; and the two ways to the database.

pub use super::layout::{Layout, Section};
use super::{
    cache,
    extract::{self, Ask},
    layout::Me,
    url,
};
use crate::{
    app::App,
    domain::{
        account::{Actor, Role},
        comfort::Comfort,
        lang::Lang,
        policy::{Denied, Visible},
        text::Reader,
    },
    error::{Error, Result},
    forum::{self, limits::Limit},
    i18n::{L10n, l10n},
    store::{self, Conn, accounts::Account},
};
use actix_web::{
    HttpResponse,
    cookie::{Cookie, SameSite},
    http::{StatusCode, header},
    web::Data,
};
use askama::Template;
use chrono::{DateTime, Datelike, NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use std::cell::Cell;

/// Everything that a page may ask about its reader.
pub struct Cx {
    pub app: Data<App>,
    pub ask: Ask,
    pub me: Option<Account>,
    /// Until when the reader is suspended (M4).
    pub suspended: Option<NaiveDateTime>,
    /// Notices that the reader has not read.
    pub unread: i64,
    /// What waits for moderators; 0 for everybody else.
    pub cases: i64,
    pub l: &'static L10n,
    pub lang: Lang,
    pub now: NaiveDateTime,
    has_form: Cell<bool>,
}

/// A finished page, still without its connection.
pub struct Html {
    pub body: String,
    /// The visitor's form cookie, when the page shows the first form that they get.
    form_cookie: Option<String>,
    /// Pages with a form or for a member are nobody else's.
    private: bool,
    touch: Option<String>,
    /// Not a page: where it is.
    elsewhere: Option<String>,
    /// The number of the state that it was made from; of pages for everybody only.
    version: Option<i64>,
}

impl Cx {
    /// Looks up who asks.
    pub fn enter(conn: &mut Conn, app: Data<App>, ask: Ask) -> Result<(Self, Option<String>)> {
        let now = app.clock.now();
        let session = match &ask.session {
            Some(cookie) => forum::accounts::session(conn, cookie, now)?,
            None => None,
        };
        let touch = session.as_ref().filter(|s| forum::accounts::wants_touch(s, now)).and(ask.session.clone());
        let mut me = session.map(|s| s.account);
        if me.is_none() && app.config.members_only() && !ask.is_for_everybody() {
            return Err(Error::SignIn);
        }
        // M4: whoever is suspended reads as a participant does, moderator or not.
        let suspended = me.as_mut().filter(|m| m.is_suspended(now)).map(Account::stopped);
        let unread = me.as_ref().map_or(Ok(0), |m| store::notices::unread(conn, m.id))?;
        let moderates = me.as_ref().is_some_and(|m| m.role.is_moderator());
        let cases = if moderates { store::cases::counts(conn)?.values().sum() } else { 0 };
        Ok((Self { l: l10n(ask.lang), lang: ask.lang, me, suspended, unread, cases, app, ask, now, has_form: Cell::new(false) }, touch))
    }

    /// A context without looking anything up: what error pages are made in.
    pub fn bare(app: Data<App>, ask: Ask) -> Self {
        let now = app.clock.now();
        Self {
            l: l10n(ask.lang),
            lang: ask.lang,
            me: None,
            suspended: None,
            unread: 0,
            cases: 0,
            app,
            ask,
            now,
            has_form: Cell::new(false),
        }
    }

    /// # Errors
    /// [`Error::SignIn`] for a visitor.
    pub fn account(&self) -> Result<&Account> {
        self.me.as_ref().ok_or(Error::SignIn)
    }

    /// # Errors
    /// [`Error::SignIn`] for a visitor.
    pub fn actor(&self) -> Result<Actor> {
        self.account().map(Account::actor)
    }

    pub fn visible(&self) -> Visible {
        Visible::to(self.me.as_ref().map(Account::actor).as_ref())
    }

    pub fn is_moderator(&self) -> bool {
        self.me.as_ref().is_some_and(|m| m.role.is_moderator())
    }

    /// Whether first posts wait for a moderator here (M2).
    pub fn holds(&self) -> bool {
        self.app.config.site.hold_first_posts
    }

    /// T8: how this reader reads.
    pub fn reader(&self) -> Reader {
        let preferences = self.me.as_ref().map(Account::preferences);
        Reader {
            page: self.lang,
            machine: self.app.config.machine_translation.show && preferences.as_ref().is_none_or(|p| p.machine),
            reads: preferences.map(|p| p.reads).unwrap_or_default(),
        }
    }

    /// The language that forms are preset to (L4).
    pub fn writes(&self) -> Lang {
        self.me.as_ref().map_or(self.lang, |m| m.preferences().writes)
    }

    /// A moment in the reader's zone, a visitor's being the site's.
    pub fn local(&self, at: NaiveDateTime) -> DateTime<Tz> {
        let zone = self.me.as_ref().map_or(self.app.config.site.time_zone, |m| m.preferences().zone);
        zone.from_utc_datetime(&at)
    }

    /// `<time>` with the reader's clock in it.
    pub fn time(&self, at: NaiveDateTime) -> String {
        format!("<time datetime=\"{}Z\">{}</time>", at.format("%Y-%m-%dT%H:%M:%S"), self.l.minute(&self.local(at)))
    }

    /// The hidden field that proves that a form is ours.
    pub fn csrf(&self) -> String {
        self.has_form.set(true);
        self.ask.token()
    }

    pub fn layout(&self, title: impl Into<String>, section: Section) -> Layout {
        let today = self.local(self.now);
        Layout {
            l: self.l,
            lang: self.lang,
            title: title.into(),
            site: self.app.config.title(self.lang).to_owned(),
            rest: self.ask.rest.clone(),
            base: self.app.base_url.clone(),
            section,
            today: capitalised(&self.l.weekday(&today)),
            week: i64::from(today.iso_week().week()),
            comfort: self.comfort(),
            me: self.me.as_ref().map(|m| Me {
                name: m.display_name.clone(),
                href: url::person(self.lang, &m.handle),
                unread: self.unread,
                cases: m.role.is_moderator().then_some(self.cases),
                is_admin: m.role == Role::Admin,
                suspended: self.suspended.is_some(),
            }),
            sign_in: if self.ask.rest.starts_with("/login") {
                format!("/{}/login", self.lang)
            } else {
                url::sign_in(self.lang, &self.ask.rest)
            },
            csrf: if self.me.is_some() { self.ask.token() } else { String::new() },
            public_log: self.app.config.site.public_log,
            may_join: forum::joins::may_ask(self.app.config.registration()).is_ok(),
            licence: self.app.config.site.licence.clone(),
            style: super::assets::STYLE.path(),
            script: super::assets::SCRIPT.path(),
            mark: super::assets::MARK.path(),
            noindex: false,
            feed: String::new(),
            description: String::new(),
            linked_data: String::new(),
        }
    }

    /// Renders a page.
    ///
    /// # Errors
    /// A template that cannot be written, which no reader can cause.
    pub fn html(&self, page: &impl Template) -> Result<Html> {
        let body = page.render().map_err(|e| Error::Internal(e.into()))?;
        let form_cookie = (self.has_form.get() && self.ask.is_new_secret).then(|| self.ask.secret.clone());
        Ok(Html { body, form_cookie, private: self.me.is_some() || self.has_form.get(), touch: None, elsewhere: None, version: None })
    }

    /// How the reader wants pages; visitors have what is preset.
    pub fn comfort(&self) -> Comfort {
        self.me.as_ref().map(Account::comfort).unwrap_or_default()
    }

    /// How far a member has read; `None` for visitors.
    pub fn reading(&self) -> Option<store::readings::Reader> {
        self.me.as_ref().map(forum::readings::reader)
    }

    /// What one person, and one network, may do in a minute.
    pub fn limits(&self, what: &str, most: i32) -> Result<Vec<Limit>> {
        Ok(forum::limits::person_and_network(what, self.account()?.id, &self.ask.network, most))
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

impl Html {
    /// Leads to another address instead (302).
    pub fn elsewhere(location: String) -> Self {
        Self { body: String::new(), form_cookie: None, private: true, touch: None, elsewhere: Some(location), version: None }
    }

    /// The answer with this page in it.
    pub fn answer(self, app: &App, lang: Lang, status: StatusCode) -> HttpResponse {
        if let Some(location) = self.elsewhere {
            return HttpResponse::Found().insert_header((header::LOCATION, location)).finish();
        }
        let mut answer = HttpResponse::build(status);
        answer.content_type("text/html; charset=utf-8").insert_header((header::CONTENT_LANGUAGE, lang.as_str()));
        answer.insert_header((header::CACHE_CONTROL, if self.private || !status.is_success() { "private, no-store" } else { "no-cache" }));
        answer.insert_header((header::VARY, "Accept-Encoding, Cookie"));
        if let Some(secret) = self.form_cookie {
            answer.cookie(cookie(app, extract::form_cookie(app), secret, None));
        }
        let mut answer = answer.body(self.body);
        if let Some(version) = self.version.filter(|_| status.is_success()) {
            cache::may_keep(&mut answer, version);
        }
        answer
    }
}

/// A page: everything that it reads comes from one snapshot.
///
/// # Errors
/// What `build` returns.
pub async fn page(app: Data<App>, ask: Ask, build: impl FnOnce(&Cx, &mut Conn) -> Result<Html> + Send + 'static) -> Result<HttpResponse> {
    page_with(StatusCode::OK, app, ask, build).await
}

/// A page with another status: a form that comes back.
///
/// # Errors
/// What `build` returns.
pub async fn page_with(
    status: StatusCode,
    app: Data<App>,
    ask: Ask,
    build: impl FnOnce(&Cx, &mut Conn) -> Result<Html> + Send + 'static,
) -> Result<HttpResponse> {
    let (shared, lang) = (app.clone(), ask.lang);
    let html = app
        .db
        .read(move |conn| {
            let (cx, touch) = Cx::enter(conn, shared, ask)?;
            let html = build(&cx, conn)?;
            let version = if html.private { None } else { Some(store::version::current(conn)?) };
            Ok(Html { touch, version, ..html })
        })
        .await?;
    if let Some(cookie) = html.touch.clone() {
        let now = app.clock.now();
        if let Err(e) = app.db.write(move |conn| forum::accounts::touch(conn, &cookie, now)).await {
            tracing::warn!(cause = %e, "a session's use was not noted");
        }
    }
    Ok(html.answer(&app, lang, status))
}

/// A write: one transaction; answers with what `run` returns.
///
/// # Errors
/// What `run` returns, or that the account is suspended (M4): then nothing was written.
pub async fn write<T: Send + 'static>(
    app: &Data<App>,
    ask: &Ask,
    run: impl FnOnce(&Cx, &mut Conn) -> Result<T> + Send + 'static,
) -> Result<T> {
    write_suspended(app, ask, |cx, conn| match cx.suspended {
        Some(_) => Err(Denied::Suspended.into()),
        None => run(cx, conn),
    })
    .await
}

/// A write that people may make whose account is suspended: about their own account, or in answer to what was done.
///
/// # Errors
/// What `run` returns: then nothing was written.
pub async fn write_suspended<T: Send + 'static>(
    app: &Data<App>,
    ask: &Ask,
    run: impl FnOnce(&Cx, &mut Conn) -> Result<T> + Send + 'static,
) -> Result<T> {
    let (shared, ask) = (app.clone(), ask.clone());
    app.db
        .write(move |conn| {
            let (cx, _) = Cx::enter(conn, shared, ask)?;
            run(&cx, conn)
        })
        .await
}

/// A read that makes no page: where somebody is led.
///
/// # Errors
/// What `run` returns.
pub async fn read<T: Send + 'static>(
    app: &Data<App>,
    ask: &Ask,
    run: impl FnOnce(&Cx, &mut Conn) -> Result<T> + Send + 'static,
) -> Result<T> {
    let (shared, ask) = (app.clone(), ask.clone());
    app.db.read(move |conn| run(&Cx::enter(conn, shared, ask)?.0, conn)).await
}

/// 303 to the page that shows what was sent.
pub fn see_other(location: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, location))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .finish()
}

/// The address of this page is a secret: no other site learns it from a link.
pub fn no_referrer(mut answer: HttpResponse) -> HttpResponse {
    answer.headers_mut().insert(header::REFERRER_POLICY, header::HeaderValue::from_static("no-referrer"));
    answer
}

/// 303 after something was published, naming the submission: the script then drops the text that it kept.
pub fn published(location: &str, key: Option<&str>) -> HttpResponse {
    let mut answer = see_other(location);
    if let Some(key) = key {
        let named = Cookie::build("sent", key.to_owned()).path("/").same_site(SameSite::Lax).finish();
        // Keys are graphic ASCII; one that is no cookie value only leaves the kept text where it is.
        let _ = answer.add_cookie(&named);
    }
    answer
}

/// A cookie that scripts cannot read and other sites cannot send; `days` of `None` ends with the browser.
pub fn cookie(app: &App, name: &'static str, value: String, days: Option<i64>) -> Cookie<'static> {
    let mut cookie = Cookie::build(name, value).path("/").http_only(true).same_site(SameSite::Lax).secure(app.config.is_https()).finish();
    if let Some(days) = days {
        cookie.set_max_age(actix_web::cookie::time::Duration::days(days));
    }
    cookie
}
