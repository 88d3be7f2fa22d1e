//! What a handler takes from a request: who asks (without looking anything up), and the fields of a form.

use super::multipart::{self, Sent};
use crate::{
    app::App,
    domain::lang::Lang,
    error::{Error, Result},
    forum,
    i18n::negotiate,
    net,
    store::security::Whence,
};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, http::header, web::Data};
use futures_util::future::LocalBoxFuture;
use sha2::{Digest, Sha256};
use std::{
    future::{Ready, ready},
    sync::Arc,
};
use subtle::ConstantTimeEq;

/// Posting forms take this much, so that the limits of a text can be explained (P6).
pub const FORM_BYTES: usize = 1024 * 1024;

/// The facts of a request.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The language in the address, or the resolver's guess without looking up the member.
    pub lang: Lang,
    /// The address after the language, with its query: the same page in the sibling languages.
    pub rest: String,
    /// The session cookie.
    pub session: Option<String>,
    /// The secret that form tokens are made from: the session's, else the form cookie's, else a new one.
    pub secret: String,
    /// The form cookie has to be set, if a form is shown.
    pub is_new_secret: bool,
    /// Tells visitors who asked for a translation apart.
    pub visitor: Option<String>,
    /// Whom limits by network count.
    pub network: String,
    /// Browser and system in two words.
    pub device: String,
    query: Vec<(String, String)>,
}

impl Ask {
    pub fn of(request: &HttpRequest, app: &App) -> Self {
        let cookie = |name| request.cookie(name).map(|c| c.value().to_owned());
        let session = cookie(session_cookie(app));
        let form = cookie(form_cookie(app)).filter(|c| c.len() >= 32);
        let is_new_secret = session.is_none() && form.is_none();
        // Without random bytes no token fits: forms are refused rather than guessable.
        let secret = session.clone().or(form).unwrap_or_else(|| forum::secret().unwrap_or_default());
        let accept = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
        let in_address = request.path().split('/').nth(1).and_then(Lang::parse);
        let lang = in_address.unwrap_or_else(|| negotiate::resolve(None, cookie("lang").as_deref(), accept, app.config.language()));
        let rest = if in_address.is_some() { request.uri().path()[3..].to_owned() } else { request.uri().path().to_owned() };
        let rest = if rest.is_empty() { "/".to_owned() } else { rest };
        let query = request.uri().query().and_then(|q| pairs(q.as_bytes())).unwrap_or_default();
        let rest = request.uri().query().filter(|q| !q.is_empty()).map_or(rest.clone(), |q| format!("{rest}?{q}"));
        let visitor = cookie("asked").filter(|c| c.len() >= 32);
        let (network, device) = (net::network(request, &app.config), net::device(request));
        Self { lang, rest, session, secret, is_new_secret, visitor, network, device, query }
    }

    /// From where somebody comes, for the log of their account.
    pub fn whence(&self) -> Whence {
        Whence { network: self.network.clone(), device: self.device.clone() }
    }

    /// A parameter of the address; absent and empty are one.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.as_str())
    }

    /// Every value of a repeated parameter.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.query.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect()
    }

    /// Pages that everybody may read on a site for members only: the ways in, and what one agrees to there.
    pub fn is_for_everybody(&self) -> bool {
        let page = self.rest.split(['?', '/']).nth(1).unwrap_or_default();
        // Whoever has the link of a letter may change and stop it.
        let by_letter = ["/digest/confirm/", "/digest/manage/", "/unsubscribe/"].iter().any(|of| self.rest.starts_with(of));
        by_letter
            || ["login", "logout", "join", "reset", "setup", "licence", "privacy", "settings"].contains(&page)
                && (page != "settings" || self.rest.starts_with("/settings/address/") || self.rest.starts_with("/settings/erase"))
    }

    /// A token for a form. It differs each time, so that compressed pages do not betray it (BREACH).
    pub fn token(&self) -> String {
        let mut salt = forum::secret().unwrap_or_default();
        salt.truncate(16);
        let proof = self.proof(&salt);
        format!("{salt}{proof}")
    }

    fn is_token(&self, token: &str) -> bool {
        let Some((salt, proof)) = token.split_at_checked(16) else { return false };
        !self.secret.is_empty() && bool::from(self.proof(salt).as_bytes().ct_eq(proof.as_bytes()))
    }

    fn proof(&self, salt: &str) -> String {
        let digest = Sha256::digest(format!("form {salt} {}", self.secret));
        base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, digest)
    }
}

/// `__Host-` exactly when people come by https: such a cookie cannot be planted by a neighbour.
pub fn session_cookie(app: &App) -> &'static str {
    if app.config.is_https() { "__Host-session" } else { "session" }
}

/// For forms of visitors.
pub fn form_cookie(app: &App) -> &'static str {
    if app.config.is_https() { "__Host-form" } else { "form" }
}

impl FromRequest for Ask {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(app(request).map(|app| Self::of(request, &app)))
    }
}

fn app(request: &HttpRequest) -> Result<Data<App>> {
    request.app_data::<Data<App>>().cloned().ok_or_else(|| anyhow::anyhow!("the server was assembled without its state").into())
}

/// The fields of a form, in the order sent. Its token has been checked.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    pairs: Vec<(String, String)>,
    file: Option<Arc<Sent>>,
}

impl Fields {
    /// What was typed; an absent field is empty.
    pub fn get(&self, name: &str) -> &str {
        self.pairs.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// Every field, in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(n, v)| (n.as_str(), v.as_str()))
    }

    /// Every value of a repeated field.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.pairs.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect()
    }

    /// The file that came along, once.
    pub fn take_file(&mut self) -> Option<Arc<Sent>> {
        self.file.take()
    }

    /// Everything but what the page puts in by itself.
    pub fn typed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().filter(|(n, _)| n != "csrf").map(|(n, v)| (n.as_str(), v.as_str()))
    }

    /// The same with one field set anew.
    pub fn replaced(mut self, name: &str, value: impl Into<String>) -> Self {
        self.pairs.retain(|(n, _)| n != name);
        self.with(name, value)
    }

    /// For forms that are shown before anything was typed.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.pairs.push((name.to_owned(), value.into()));
        self
    }
}

impl FromRequest for Fields {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let app = app(&request)?;
            let fields = match request.content_type() {
                "application/x-www-form-urlencoded" => {
                    let body = net::read_body(payload, FORM_BYTES).await?;
                    Self { pairs: pairs(&body).ok_or(Error::Malformed("errors-encoding"))?, file: None }
                }
                "multipart/form-data" => {
                    // Visitors attach nothing: their files are not even kept in memory.
                    let uploads = request.cookie(session_cookie(&app)).map(|_| app.uploads.clone());
                    let (pairs, file) = multipart::read(&request, payload, uploads).await?;
                    Self { pairs, file: file.map(Arc::new) }
                }
                _ => return Err(Error::Media),
            };
            let token = fields.get("csrf").to_owned();
            // Kept for the error page: whatever happens from here on, nothing typed is lost.
            request.extensions_mut().insert(fields.clone());
            if Ask::of(&request, &app).is_token(&token) { Ok(fields) } else { Err(Error::Forged) }
        })
    }
}

/// Pairs of an urlencoded form; `None` where bytes are no UTF-8 (nothing is replaced in silence).
fn pairs(encoded: &[u8]) -> Option<Vec<(String, String)>> {
    let decode = |part: &[u8]| {
        let spaced: Vec<u8> = part.iter().map(|b| if *b == b'+' { b' ' } else { *b }).collect();
        // No field means anything by NUL, and PostgreSQL cannot hold one.
        String::from_utf8(percent_encoding::percent_decode(&spaced).filter(|b| *b != 0).collect()).ok()
    };
    encoded
        .split(|b| *b == b'&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let at = part.iter().position(|b| *b == b'=');
            let (name, value) = at.map_or((part, &part[part.len()..]), |i| (&part[..i], &part[i + 1..]));
            Some((decode(name)?, decode(value)?))
        })
        .collect()
}

/// An id in an address; beyond range is not found.
///
/// # Errors
/// [`Error::NotFound`].
pub fn id(word: &str) -> Result<i64> {
    if word.bytes().all(|b| b.is_ascii_digit()) { word.parse().map_err(|_| Error::NotFound) } else { Err(Error::NotFound) }
}

/// A text and a language out of an address.
///
/// # Errors
/// [`Error::NotFound`].
pub fn place_of(path: &(String, String, String)) -> Result<(i64, Lang)> {
    Ok((id(&path.1)?, Lang::parse(&path.2).ok_or(Error::NotFound)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_decoded_strictly() {
        assert_eq!(
            pairs(b"a=1+2&b=%E8%AA%9E&c"),
            Some(vec![("a".into(), "1 2".into()), ("b".into(), "語".into()), ("c".into(), String::new())])
        );
        assert_eq!(pairs(b"a=%FF"), None);
        assert_eq!(pairs(b"a=%ED%A0%80"), None, "a lone surrogate");
    }
}
