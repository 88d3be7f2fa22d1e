//! Every letter in every language, as it would go out: for administrators.

use super::{
    cx::{Layout, Section, page, read},
    extract::Ask,
};
use crate::{
    app::{self, App},
    domain::{lang::Lang, policy},
    error::{Error, Result},
};
use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use askama::Template;

/// A letter brings its own styles, and nothing else of it may act.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

#[derive(Template)]
#[template(path = "admin/letters.html")]
struct GalleryPage {
    layout: Layout,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    /// Language, subject, address; nothing where there is nothing to tell yet.
    letters: Vec<(Lang, Option<(String, String)>)>,
}

/// GET /{l}/admin/letters
///
/// # Errors
/// [`Error::SignIn`], no administrator.
pub async fn index(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    page(app, ask, |cx, conn| {
        policy::give_rights(&cx.actor()?)?;
        let me = cx.account()?;
        let mut rows = Vec::new();
        for letter in app::letters(&me.handle) {
            let kind = letter.kind();
            let mut letters = Vec::new();
            for lang in Lang::THREE {
                let sample = match cx.app.sample(conn, kind, lang, me, cx.now) {
                    Ok(sample) => Some((sample.subject, format!("/{}/admin/letters/{kind}/{lang}", cx.lang))),
                    Err(Error::NotFound) => None,
                    Err(e) => return Err(e),
                };
                letters.push((lang, sample));
            }
            rows.push(Row { name: cx.l.m("admin-letter").s("kind", kind).to_string(), letters });
        }
        cx.html(&GalleryPage { layout: Layout { noindex: true, ..cx.layout(cx.l.t("admin-letters"), Section::Admin) }, rows })
    })
    .await
}

/// GET /{l}/admin/letters/{kind}/{lang}?part=text: one letter, its HTML part or its text part, with a policy of its own.
///
/// # Errors
/// [`Error::SignIn`], no administrator, [`Error::NotFound`].
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String, String)>) -> Result<HttpResponse> {
    let (_, kind, lang) = path.into_inner();
    let lang = Lang::parse(&lang).ok_or(Error::NotFound)?;
    let as_text = ask.query("part") == Some("text");
    let letter = read(&app, &ask, move |cx, conn| {
        policy::give_rights(&cx.actor()?)?;
        cx.app.sample(conn, &kind, lang, cx.account()?, cx.now)
    })
    .await?;
    let mut answer = HttpResponse::Ok();
    answer.insert_header((header::CONTENT_SECURITY_POLICY, POLICY)).insert_header((header::CACHE_CONTROL, "no-store"));
    Ok(match as_text {
        true => answer.content_type("text/plain; charset=utf-8").body(letter.text),
        false => answer.content_type("text/html; charset=utf-8").body(letter.html),
    })
}
