//! Style, script and mark: compiled in, named by their hash, compressed once.

use crate::{
    app::App,
    error::{Error, Result},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Bytes, Data, Path},
};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// One static file.
pub struct Asset {
    path: String,
    media: &'static str,
    plain: Bytes,
    br: Bytes,
}

pub static STYLE: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("style", "css", "text/css; charset=utf-8", include_bytes!("../../templates/static/style.css")));
/// Beside [`STYLE`] on translators' pages.
pub static BENCH: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("bench", "css", "text/css; charset=utf-8", include_bytes!("../../templates/static/bench.css")));
/// Beside [`STYLE`] on the pages of consensus threads.
pub static CONSENSUS: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("consensus", "css", "text/css; charset=utf-8", include_bytes!("../../templates/static/consensus.css")));
pub static SCRIPT: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("script", "js", "text/javascript; charset=utf-8", include_bytes!("../../templates/static/script.js")));
pub static MARK: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("mark", "svg", "image/svg+xml", include_bytes!("../../templates/static/mark.svg")));

impl Asset {
    fn new(name: &str, extension: &str, media: &'static str, bytes: &'static [u8]) -> Self {
        let hash = base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, &Sha256::digest(bytes)[..9]);
        let mut br = Vec::new();
        let settings = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
        // Writing to memory cannot fail; an empty result would only mean that it is sent plain.
        let _ = brotli::BrotliCompress(&mut &bytes[..], &mut br, &settings);
        Self { path: format!("/static/{name}-{hash}.{extension}"), media, plain: Bytes::from_static(bytes), br: br.into() }
    }

    /// Its address; changes with its content.
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// GET /static/{name}: immutable, since another content has another name.
///
/// # Errors
/// [`Error::NotFound`] for any other name.
pub async fn serve(request: HttpRequest, name: Path<String>) -> Result<HttpResponse> {
    let path = format!("/static/{name}");
    let asset: &Asset =
        [&STYLE, &BENCH, &CONSENSUS, &SCRIPT, &MARK].into_iter().map(|a| &**a).find(|a| a.path == path).ok_or(Error::NotFound)?;
    let accepts = request.headers().get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let mut answer = HttpResponse::Ok();
    answer
        .content_type(asset.media)
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((header::VARY, "Accept-Encoding"));
    if !asset.br.is_empty() && accepts.split(',').any(|c| c.trim().split(';').next() == Some("br")) {
        return Ok(answer.insert_header((header::CONTENT_ENCODING, "br")).body(asset.br.clone()));
    }
    Ok(answer.body(asset.plain.clone()))
}

/// GET /robots.txt: threads and themes may be indexed, forms may not; nothing of a forum for members only.
pub async fn robots(app: Data<App>) -> HttpResponse {
    if app.config.members_only() {
        return HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("User-agent: *\nDisallow: /\n");
    }
    let closed = ["t/new", "login", "settings", "reply", "edit", "history", "moderate", "search", "unread", "drafts"];
    let closed: String = closed.iter().map(|path| format!("Disallow: /*/{path}\n")).collect();
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(format!("User-agent: *\n{closed}Sitemap: {}/sitemap.xml\n", app.base_url))
}
