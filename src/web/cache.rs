//! Pages for everybody, kept in memory as they are sent, packed once. A page is right as long as the number of the state that it was
//! made from stands ([`crate::store::version`]), which is looked up each time: what was hidden is gone with the next request,
//! whichever process hid it.

use super::{error_pages::followed_tab, guard};
use crate::{app::App, store};
use actix_web::{
    HttpResponse,
    body::{BoxBody, MessageBody, to_bytes},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::{Bytes, Data},
};
use brotli::enc::BrotliEncoderParams;
use chrono::{NaiveDateTime, TimeDelta};
use quick_cache::{Weighter, sync::Cache};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// What all pages together may take.
const MEMORY_BYTES: u64 = 32 * 1024 * 1024;
/// What some three hundred pages take; the cache plans with it.
const PAGES: usize = 2_000;
/// A page says which day it is, and suspensions end by themselves.
const SECONDS: i64 = 60;
/// Cookies that change nothing on a page without a form.
const PLAIN_COOKIES: [&str; 3] = ["lang", "form", "__Host-form"];

/// The pages, by address and by how they are encoded.
pub struct Pages(Cache<(String, Encoding), Arc<Page>, Bytewise>);

impl Default for Pages {
    fn default() -> Self {
        Self(Cache::with_weighter(PAGES, MEMORY_BYTES, Bytewise))
    }
}

#[derive(Clone)]
struct Bytewise;

impl Weighter<(String, Encoding), Arc<Page>> for Bytewise {
    fn weight(&self, (address, _): &(String, Encoding), page: &Arc<Page>) -> u64 {
        (address.len() + page.body.len() + 1024) as u64
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Encoding {
    Brotli,
    /// For the few who take nothing better; whoever comes after may still make it smaller for them.
    Plain,
}

/// From 0 to 11. A page that is packed once may cost more than one that is packed for each reader: this one is a sixth
/// smaller than what the library does at once.
const QUALITY: i32 = 5;

struct Page {
    version: i64,
    at: NaiveDateTime,
    headers: Vec<(HeaderName, HeaderValue)>,
    tag: HeaderValue,
    body: Bytes,
}

/// The number of the state that an answer was made from.
struct Version(i64);

/// Says that this answer is for everybody, and from which state it was made.
pub fn may_keep(answer: &mut HttpResponse, version: i64) {
    answer.extensions_mut().insert(Version(version));
}

/// Answers from memory what is there and still right; everything else goes the long way, and what may be kept is kept.
///
/// # Errors
/// What the long way returns.
pub async fn from_memory<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let (Some(encoding), Some(app), Some(pages)) =
        (asked(&request), request.app_data::<Data<App>>().cloned(), request.app_data::<Data<Pages>>().cloned())
    else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let key = (request.uri().path_and_query().map_or("", |p| p.as_str()).to_owned(), encoding);
    if let Some(page) = pages.0.get(&key) {
        let age = app.clock.now() - page.at;
        let recent = age >= TimeDelta::zero() && age < TimeDelta::seconds(SECONDS);
        // A database that is gone is for the long way to explain.
        if recent && app.db.version().await.is_ok_and(|version| version == page.version) {
            return Ok(request.into_response(page.answer(known.as_ref())));
        }
    }
    let at = app.clock.now();
    let answer = next.call(request).await?;
    let Some(version) = answer.response().extensions().get::<Version>().map(|v| v.0) else { return Ok(answer.map_into_boxed_body()) };
    let (request, answer) = answer.into_parts();
    let (head, body) = answer.into_parts();
    let body = to_bytes(body).await.map_err(|e| actix_web::error::ErrorInternalServerError(e.into()))?;
    let mut headers = head.headers().clone();
    let body = match encoding {
        Encoding::Plain => body,
        Encoding::Brotli => {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
            store::off_thread(move || Ok(packed(&body))).await?
        }
    };
    let page = Arc::new(Page::new(version, at, &headers, body));
    let answer = page.answer(known.as_ref());
    pages.0.insert(key, page);
    Ok(ServiceResponse::new(request, answer))
}

fn packed(body: &[u8]) -> Bytes {
    let mut br = Vec::new();
    let settings = BrotliEncoderParams { quality: QUALITY, size_hint: body.len(), ..Default::default() };
    // Writing to memory cannot fail.
    let _ = brotli::BrotliCompress(&mut &body[..], &mut br, &settings);
    br.into()
}

/// How a page is wanted, if it is one that everybody gets.
fn asked(request: &ServiceRequest) -> Option<Encoding> {
    let headers = request.headers();
    let text = |name: HeaderName| headers.get(name).map_or(Some(""), |v| v.to_str().ok());
    let is_page = ["/fr/", "/en/", "/ja/"].iter().any(|start| request.path().starts_with(start));
    if request.method() != Method::GET || !is_page || headers.contains_key(header::AUTHORIZATION) {
        return None;
    }
    let mut cookies = headers.get_all(header::COOKIE).flat_map(|v| v.to_str().unwrap_or("?").split(';'));
    let plain = cookies.all(|c| PLAIN_COOKIES.contains(&c.split('=').next().unwrap_or_default().trim()));
    if !plain || followed_tab(request.request()).is_some() || guard::refusal(request).is_some() {
        return None;
    }
    let accepted = text(header::ACCEPT_ENCODING)?;
    let names = |name: &str| accepted.split(',').any(|a| a.trim() == name);
    match (accepted.contains(';'), names("br")) {
        // Whoever weighs encodings against each other is answered by whoever can.
        (true, _) => None,
        (false, true) => Some(Encoding::Brotli),
        (false, false) => Some(Encoding::Plain),
    }
}

impl Page {
    fn new(version: i64, at: NaiveDateTime, headers: &HeaderMap, body: Bytes) -> Self {
        let digest = base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, &Sha256::digest(&body)[..12]);
        // Letters, digits and marks of base64 make a valid header.
        let tag = HeaderValue::from_str(&format!("W/\"{digest}\"")).unwrap_or(HeaderValue::from_static("W/\"\""));
        let headers = headers.iter().filter(|(name, _)| *name != header::TRANSFER_ENCODING).map(|(n, v)| (n.clone(), v.clone()));
        Self { version, at, headers: headers.collect(), tag, body }
    }

    /// The page, or that it is the one that the asker has already.
    fn answer(&self, known: Option<&HeaderValue>) -> HttpResponse {
        let same = known == Some(&self.tag);
        let mut answer = if same { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        let mut answer = if same { answer.finish() } else { answer.body(self.body.clone()) };
        let headers = answer.headers_mut();
        for (name, value) in &self.headers {
            headers.append(name.clone(), value.clone());
        }
        headers.insert(header::ETAG, self.tag.clone());
        answer
    }
}
