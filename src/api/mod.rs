//! JSON: the same rules and permissions as the pages, by bearer token. One map of routes; errors are RFC 9457.

mod consensus;
mod coverage;
mod declarations;
mod objections;
mod posts;
mod queue;
mod search;
mod statements;
mod syntheses;
mod texts;
mod themes;
mod threads;

use crate::{
    app::App,
    domain::{
        account::Actor,
        lang::Lang,
        policy::{Denied, Visible},
        text::Reader,
    },
    error::{Error, Result},
    forum::{self, limits::Limit},
    i18n::{l10n, negotiate},
    store::{
        Conn,
        accounts::{Account, Name},
        texts::Text,
    },
};
use actix_web::{
    FromRequest, HttpMessage, HttpRequest, HttpResponse,
    dev::Payload,
    http::{StatusCode, header},
    web::{self, Data, ServiceConfig},
};
use chrono::{NaiveDateTime, SecondsFormat};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    future::{Ready, ready},
};

/// As much as the forms take.
const BODY_BYTES: usize = 1024 * 1024;
/// Rows of a list.
const LIST: usize = 100;

/// Every JSON address.
pub fn routes(config: &mut ServiceConfig) {
    config.service(
        web::scope("/api/v1")
            .service(web::resource("/me").get(me))
            .service(web::resource("/threads").get(threads::index).post(threads::create))
            .service(web::resource("/threads/{thread}").get(threads::show))
            .service(web::resource("/threads/{thread}/posts").get(posts::index).post(posts::create))
            .service(web::resource("/consensus").get(consensus::board))
            .service(web::resource("/threads/{thread}/consensus").get(consensus::show))
            .service(web::resource("/threads/{thread}/tally").get(consensus::tally))
            .service(web::resource("/threads/{thread}/stage").post(consensus::pass))
            .service(web::resource("/threads/{thread}/experiences").post(consensus::point))
            .service(web::resource("/threads/{thread}/community").post(consensus::correct))
            .service(web::resource("/threads/{thread}/synthesis").get(syntheses::show).put(syntheses::write))
            .service(web::resource("/threads/{thread}/statements").get(statements::index).post(statements::create))
            .service(web::resource("/threads/{thread}/objections").get(objections::index))
            .service(web::resource("/threads/{thread}/declarations").get(declarations::index).post(declarations::create))
            .service(web::resource("/statements/{statement}/position").put(statements::take))
            .service(web::resource("/statements/{statement}/translation-checked").post(statements::check))
            .service(web::resource("/statements/{statement}/same").post(statements::same))
            .service(web::resource("/statements/{statement}/rooms").post(statements::record_room))
            .service(web::resource("/statements/{statement}/{act:accept|merge|decline}").post(statements::settle))
            .service(web::resource("/objections/{objection}/answer").post(objections::answer))
            .service(web::resource("/objections/{objection}/{act:withdraw|maintain}").post(objections::settle))
            .service(web::resource("/declarations/{declaration}").get(declarations::show))
            .service(web::resource("/texts/{text}/slots/{lang}").get(texts::show).put(texts::put))
            .service(web::resource("/texts/{text}/slots").get(texts::all))
            .service(web::resource("/queue").get(queue::index))
            .service(web::resource("/search").get(search::index))
            .service(web::resource("/coverage").get(coverage::index))
            .service(web::resource("/themes").get(themes::index))
            .default_service(web::to(nothing_here)),
    );
}

async fn nothing_here() -> Result<HttpResponse> {
    Err(Error::NotFound)
}

/// Makes stored HTML whole; former participants are called so in the language asked for, else in English.
///
/// # Errors
/// Database failures only.
pub fn plain<'a>(conn: &mut Conn, htmls: impl Iterator<Item = &'a mut String>, reader: Option<&Reader>) -> Result<()> {
    let former = l10n(reader.map_or(Lang::En, |r| r.page)).t("texts-former");
    crate::store::references::plain(conn, htmls, &former)
}

/// Who calls, and in which language they want to be answered.
#[derive(Debug, Clone)]
pub struct Caller {
    token: Option<String>,
    /// `?lang=`, else `Accept-Language`; `None`: texts come as their originals.
    asked: Option<Lang>,
    network: String,
    /// Nobody reads without a token.
    members_only: bool,
    now: NaiveDateTime,
    /// Makes a repeated POST the same thing.
    pub key: Option<String>,
    query: HashMap<String, String>,
}

impl FromRequest for Caller {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request))
    }
}

impl Caller {
    fn of(request: &HttpRequest) -> Result<Self> {
        let app = request.app_data::<Data<App>>().ok_or_else(|| anyhow::anyhow!("the server was assembled without its state"))?;
        let text = |name: header::HeaderName| request.headers().get(name).and_then(|v| v.to_str().ok());
        let query: HashMap<String, String> = web::Query::from_query(request.query_string()).map(web::Query::into_inner).unwrap_or_default();
        let asked = match query.get("lang").filter(|l| !l.is_empty()) {
            Some(lang) => Some(Lang::parse(lang).ok_or_else(|| Error::field("lang", "errors-lang-unknown"))?),
            None => text(header::ACCEPT_LANGUAGE).and_then(negotiate::accepted),
        };
        let key = request.headers().get("idempotency-key").and_then(|v| v.to_str().ok()).filter(|k| (1..=64).contains(&k.len()));
        Ok(Self {
            token: text(header::AUTHORIZATION).and_then(|a| a.strip_prefix("Bearer ")).map(str::to_owned),
            asked,
            network: crate::net::network(request, &app.config),
            members_only: app.config.members_only(),
            now: app.clock.now(),
            key: key.map(str::to_owned),
            query,
        })
    }

    /// The person of the token; `None` without one.
    ///
    /// # Errors
    /// [`Error::SignIn`] for a token that is not ours.
    pub fn person(&self, conn: &mut Conn) -> Result<Option<Account>> {
        match &self.token {
            Some(token) => {
                let mut person = forum::accounts::bearer(conn, token)?.ok_or(Error::SignIn)?;
                if person.is_suspended(self.now) {
                    person.stopped();
                }
                Ok(Some(person))
            }
            None if self.members_only => Err(Error::SignIn),
            None => Ok(None),
        }
    }

    /// # Errors
    /// [`Error::SignIn`] without a token.
    pub fn account(&self, conn: &mut Conn) -> Result<Account> {
        self.person(conn)?.ok_or(Error::SignIn)
    }

    /// How texts are chosen for this call (T8); `None`: the original.
    pub fn reader(&self, app: &App, person: Option<&Account>) -> Option<Reader> {
        let preferences = person.map(Account::preferences);
        self.asked.map(|page| Reader {
            page,
            machine: app.config.machine_translation.show && preferences.as_ref().is_none_or(|p| p.machine),
            reads: preferences.map(|p| p.reads).unwrap_or_default(),
        })
    }

    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str).filter(|v| !v.is_empty() && !v.contains('\0'))
    }

    /// Where the page before ended.
    ///
    /// # Errors
    /// [`Error::NotFound`] for what is no cursor.
    pub fn after<C>(&self, parse: impl Fn(&str) -> Option<C>) -> Result<Option<C>> {
        self.query("after").map(|word| parse(word).ok_or(Error::NotFound)).transpose()
    }

    /// What one account, and one network, may do in a minute.
    pub fn limits(&self, what: &str, account: i64, most: i32) -> Vec<Limit> {
        forum::limits::person_and_network(what, account, &self.network, most)
    }
}

/// What this person can find.
pub fn visible(person: Option<&Account>) -> Visible {
    Visible::to(person.map(Account::actor).as_ref())
}

/// GET /api/v1/me
async fn me(app: Data<App>, caller: Caller) -> Result<HttpResponse> {
    let me = app.db.read(move |conn| caller.account(conn)).await?;
    let p = me.preferences();
    Ok(answer(&json!({
        "id": me.id, "handle": me.handle, "display_name": me.display_name, "organisation": me.organisation,
        "territory": me.territory, "role": me.role.as_str(), "email": me.email,
        "page": p.page.map(Lang::as_str), "reads": p.reads.iter().map(|l| l.as_str()).collect::<Vec<_>>(),
        "writes": p.writes.as_str(), "time_zone": p.zone.name(), "created_at": rfc3339(me.created_at),
    })))
}

/// 200 with a JSON body that nobody else may keep.
pub fn answer(body: &Value) -> HttpResponse {
    HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "private, no-store")).json(body)
}

/// A JSON body: at most 1 MiB, UTF-8; unknown fields are ignored.
///
/// # Errors
/// [`Error::Media`], [`Error::TooLarge`], or [`Error::Malformed`].
pub struct Json<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Json<T> {
    type Error = Error;
    type Future = futures_util::future::LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_json = request.content_type().eq_ignore_ascii_case("application/json");
        let body = crate::net::read_body(payload.take(), BODY_BYTES);
        Box::pin(async move {
            if !is_json {
                return Err(Error::Media);
            }
            let body = body.await?;
            serde_json::from_slice(&body).map(Self).map_err(|e| {
                tracing::debug!(cause = %e, "a JSON body was refused");
                Error::Malformed("errors-malformed")
            })
        })
    }
}

/// `""` counts as absent.
pub fn absent<'de, D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.filter(|s| !s.is_empty()))
}

/// A number, or one in a string; `""` counts as absent.
///
/// # Errors
/// Anything else.
pub fn number<'de, D: serde::Deserializer<'de>, T: std::str::FromStr>(deserializer: D) -> std::result::Result<Option<T>, D::Error> {
    let text = match Option::<Value>::deserialize(deserializer)? {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::Number(n)) => n.to_string(),
        Some(Value::String(s)) if s.is_empty() => return Ok(None),
        Some(Value::String(s)) => s,
        Some(_) => return Err(serde::de::Error::custom("not a number")),
    };
    text.parse().map(Some).map_err(|_| serde::de::Error::custom("not a number"))
}

/// RFC 3339 in UTC.
pub fn rfc3339(at: NaiveDateTime) -> String {
    at.and_utc().to_rfc3339_opts(SecondsFormat::Micros, true)
}

/// Which slot of a text is shown, and how it stands.
pub fn shown(text: &Text, reader: Option<&Reader>) -> (Lang, Value) {
    let lang = reader.map_or(text.original, |r| text.choose(r));
    (lang, json!({ "lang": lang.as_str(), "quality": text.quality(lang).as_str(), "fresh": text.freshness(lang).fresh }))
}

/// A person as others see them; `null` for a former participant.
pub fn person(id: Option<i64>, names: &HashMap<i64, Name>) -> Value {
    match id.and_then(|id| names.get(&id)).filter(|name| !name.is_former()) {
        Some(name) => json!({ "handle": name.handle, "display_name": name.display_name, "organisation": name.organisation }),
        None => Value::Null,
    }
}

/// An id in an address; beyond range is not found.
///
/// # Errors
/// [`Error::NotFound`].
pub fn id(word: &str) -> Result<i64> {
    word.parse().ok().filter(|id| *id > 0).ok_or(Error::NotFound)
}

/// The limits of a caller who acts, taken before the act.
///
/// # Errors
/// [`Error::SignIn`], a suspended account, [`Error::TooMany`].
pub fn acting(conn: &mut Conn, app: &App, caller: &Caller, what: &str, most: i32) -> Result<Actor> {
    let account = caller.account(conn)?;
    if account.is_suspended(caller.now) {
        return Err(Denied::Suspended.into());
    }
    forum::limits::take(conn, &caller.limits(what, account.id, most), app.clock.now())?;
    Ok(account.actor())
}

/// An error as `application/problem+json` (RFC 9457), in the language asked for.
pub fn problem(request: &HttpRequest, error: &Error) -> HttpResponse {
    if error.cause().is_some() {
        tracing::error!(path = request.path(), status = error.status(), cause = %error, "request failed");
    }
    let accept = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
    let asked = Caller::of(request).ok().and_then(|c| c.asked);
    let site = request.app_data::<Data<App>>().map_or(Lang::Fr, |app| app.config.language());
    let lang = asked.unwrap_or_else(|| negotiate::resolve(None, None, accept, site));
    let l = l10n(lang);
    let mut body = json!({
        "type": format!("/problems/{}", code(error.key())),
        "title": l.m("errors-heading").n("status", i64::from(error.status())).to_string(),
        "status": error.status(),
        "detail": l.m(error.key()).n("count", error.count()).s("base", request.app_data::<Data<App>>().map_or("", |app| &app.base_url)).to_string(),
    });
    if let Error::Invalid(fields) = error {
        body["errors"] = fields
            .iter()
            .map(|f| json!({ "field": f.field, "code": code(f.key), "message": l.m(f.key).n("limit", f.limit).n("found", f.found).to_string() }))
            .collect();
    }
    if let Error::Conflict(standing) = error {
        body["current"] = json!({ "revision": standing.revision, "title": standing.title, "body": standing.body });
    }
    if let Some(Submitted(value)) = request.extensions().get::<Submitted>() {
        body["submitted"] = value.clone();
    }
    let mut answer = HttpResponse::build(StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    answer.insert_header((header::CACHE_CONTROL, "no-store")).insert_header((header::CONTENT_LANGUAGE, lang.as_str()));
    match error {
        Error::TooMany { retry_after_s } => answer.insert_header((header::RETRY_AFTER, retry_after_s.to_string())),
        Error::SignIn => answer.insert_header((header::WWW_AUTHENTICATE, "Bearer")),
        _ => &mut answer,
    };
    answer.content_type("application/problem+json").body(body.to_string())
}

/// What was sent, to be given back with a refusal: no text is lost (P6).
#[derive(Clone)]
pub struct Submitted(pub Value);

/// The stable name of a message: what clients may compare.
fn code(key: &str) -> &str {
    key.strip_prefix("errors-").unwrap_or(key)
}
