//! What machines read: the map of the site.

use super::url;
use crate::{
    app::App,
    domain::{lang::Lang, markdown::escape},
    error::{Error, Result},
    store,
};
use actix_web::{HttpRequest, HttpResponse, http::header, web::Data};

/// Threads in one part of the map: three addresses each, well under the 50,000 that the protocol allows.
const PART: i64 = 10_000;

/// GET /sitemap.xml?part=: every thread and theme that everybody may read, in each language; of a large forum the list
/// of its parts (<https://www.sitemaps.org/protocol.html>).
///
/// # Errors
/// [`Error::NotFound`] on a forum for members only, and for a part that is not there.
pub async fn sitemap(app: Data<App>, request: HttpRequest) -> Result<HttpResponse> {
    if app.config.members_only() {
        return Err(Error::NotFound);
    }
    let asked = request.query_string().strip_prefix("part=").map(|n| n.parse::<i64>().map_err(|_| Error::NotFound)).transpose()?;
    let base = app.base_url.clone();
    let body = app
        .db
        .read(move |conn| {
            let last = store::sitemap::last_id(conn)?;
            let parts = (last + PART - 1) / PART;
            match asked {
                None if parts > 1 => Ok(index(&base, parts)),
                None => part(conn, &base, 1),
                Some(n) if (1..=parts.max(1)).contains(&n) => part(conn, &base, n),
                Some(_) => Err(Error::NotFound),
            }
        })
        .await?;
    Ok(HttpResponse::Ok()
        .content_type("application/xml; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .insert_header((header::VARY, "Accept-Encoding"))
        .body(body))
}

fn index(base: &str, parts: i64) -> String {
    let rows: String = (1..=parts).map(|n| format!("<sitemap><loc>{}/sitemap.xml?part={n}</loc></sitemap>\n", escape(base))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{rows}</sitemapindex>\n"
    )
}

fn part(conn: &mut store::Conn, base: &str, n: i64) -> Result<String> {
    let threads = store::sitemap::public_titles(conn, (n - 1) * PART, n * PART)?;
    let mut rows = String::with_capacity(threads.len() * 600);
    if n == 1 {
        place(&mut rows, base, None, |lang| format!("/{lang}/"));
        for theme in store::themes::all(conn)?.iter().filter(|t| !t.retired) {
            place(&mut rows, base, None, |lang| url::theme(lang, &theme.slug));
        }
    }
    for (id, title, at) in &threads {
        place(&mut rows, base, Some(&at.format("%Y-%m-%dT%H:%M:%SZ").to_string()), |lang| url::thread(lang, *id, title));
    }
    Ok(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{rows}</urlset>\n"
    ))
}

/// One page in its three languages, each naming the others.
fn place(rows: &mut String, base: &str, modified: Option<&str>, address: impl Fn(Lang) -> String) {
    let addresses = Lang::THREE.map(|lang| (lang, escape(&format!("{base}{}", address(lang)))));
    let siblings: String =
        addresses.iter().map(|(lang, href)| format!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{href}\"/>")).collect();
    let modified = modified.map(|at| format!("<lastmod>{at}</lastmod>")).unwrap_or_default();
    for (_, href) in &addresses {
        rows.push_str(&format!("<url><loc>{href}</loc>{modified}{siblings}</url>\n"));
    }
}
