//! T11: mentions and quotes, filled in for this reader.

use super::{
    cx::{Cx, read},
    extract::Ask,
    parts::{untagged, who},
    url,
};
use crate::{
    app::App,
    domain::{
        block,
        lang::Lang,
        markdown::escape,
        references::{self, Quote},
        typography,
    },
    error::Result,
    store::{self, Conn, posts::Post, texts::Text},
};
use actix_web::{HttpResponse, http::header, web::Data};
use std::collections::HashMap;

/// People that are suggested at once.
const MOST_MEANT: i64 = 6;

/// What quotes of one page refer to.
struct Quoted {
    posts: HashMap<i64, Post>,
    texts: HashMap<i64, Text>,
    bodies: HashMap<i64, (String, String)>,
    names: HashMap<i64, store::accounts::Name>,
}

/// Fills in the mentions and quotes of stored passages; what this reader cannot read is in none of them already (T12).
///
/// # Errors
/// Database failures only.
pub fn fill<'a>(cx: &Cx, conn: &mut Conn, htmls: impl Iterator<Item = &'a mut String>) -> Result<()> {
    let htmls: Vec<&mut String> = htmls.collect();
    let mentions: Vec<&str> = htmls.iter().flat_map(|h| references::mentions_in(h)).collect();
    let people = store::references::people(conn, &mentions)?;
    let quotes: Vec<Quote> = htmls.iter().flat_map(|h| references::quotes_in(h)).collect();
    let quoted = load(cx, conn, &quotes)?;
    let mention = |typed: &str| {
        let (length, person) = people.get(typed)?;
        let rest = escape(&typed[*length..]);
        Some(match person.former {
            true => format!("<span class=\"mention\">{}</span>{rest}", who_former(cx)),
            false => format!(
                "<a class=\"mention\" href=\"{}\">@<bdi>{}</bdi></a>{rest}",
                url::person(cx.lang, &person.handle),
                escape(&person.display_name)
            ),
        })
    };
    for html in htmls {
        if !quotes.is_empty() {
            *html = references::fill_quotes(html, &|quote, words| shown(cx, quote, words, &quoted));
        }
        *html = references::fill_mentions(html, mention);
    }
    Ok(())
}

fn who_former(cx: &Cx) -> String {
    escape(&cx.l.t("texts-former"))
}

fn load(cx: &Cx, conn: &mut Conn, quotes: &[Quote]) -> Result<Quoted> {
    let mut ids: Vec<i64> = quotes.iter().map(|q| q.post).collect();
    ids.sort_unstable();
    ids.dedup();
    let hidden = store::references::hidden(conn, &ids, cx.visible())?;
    ids.retain(|id| !hidden.contains(id));
    if ids.is_empty() {
        return Ok(Quoted { posts: HashMap::new(), texts: HashMap::new(), bodies: HashMap::new(), names: HashMap::new() });
    }
    let posts: HashMap<i64, Post> = store::posts::load(conn, &ids)?.into_iter().map(|p| (p.id, p)).collect();
    let texts = store::texts::load(conn, &posts.values().map(|p| p.text_id).collect::<Vec<_>>())?;
    let revisions: Vec<i64> = texts.values().flat_map(|t| t.slots.iter().flatten()).map(|s| s.revision_id).collect();
    let bodies = store::texts::bodies(conn, &revisions, cx.visible())?;
    let names = store::accounts::names(conn, &posts.values().map(|p| p.author_id).collect::<Vec<_>>())?;
    Ok(Quoted { posts, texts, bodies, names })
}

/// What stands within a quotation: whose words, the words, whether they changed since, and the same block in the
/// reader's language.
fn shown(cx: &Cx, quote: &Quote, words: &str, quoted: &Quoted) -> String {
    let Some((post, text)) = quoted.posts.get(&quote.post).and_then(|p| Some((p, quoted.texts.get(&p.text_id)?))) else {
        return format!("<p class=\"gone\" lang=\"{}\">{}</p>", cx.lang, escape(&cx.l.t("posts-quote-gone")));
    };
    let blocks = |lang: Lang| -> Vec<block::Block> {
        let body = text.slot(lang).and_then(|s| quoted.bodies.get(&s.revision_id)).map_or("", |(body, _)| body.as_str());
        block::blocks("", body)
    };
    let of = |lang: Lang| blocks(lang).into_iter().nth(quote.block - 1).map(|b| b.words);
    let said = letters(&untagged(words));
    let says = |lang: Lang| of(lang).is_some_and(|block| letters(&block).contains(&said));
    // Without a language in the reference: the slot that says it.
    let lang = quote.lang.or_else(|| [text.original].into_iter().chain(Lang::THREE).find(|l| says(*l))).unwrap_or(text.original);
    let name = who(cx, Some(post.author_id), &quoted.names);
    let link = format!("<a href=\"{}\">", url::post(cx.lang, post.id));
    let from = cx.l.m("posts-quote-from").h("name", name).n("n", post.n).s("lang", lang.as_str()).h("a", link).h("end", "</a>").html();
    let mut html = format!("<p class=\"from\" lang=\"{}\">{from}</p><div lang=\"{lang}\">{words}</div>", cx.lang);
    if !says(lang) {
        html.push_str(&format!("<p class=\"small old\" lang=\"{}\">{}</p>", cx.lang, escape(&cx.l.t("posts-quote-changed"))));
    }
    // The quoted block in the language that this reader gets, where blocks pair (T4).
    let own = text.choose(&cx.reader());
    let pairs = own != lang && block::same_shape(&blocks(lang), &blocks(own));
    if let Some(block) = of(own).filter(|b| pairs && !b.trim().is_empty()) {
        html.push_str(&format!(
            "<details class=\"small\" lang=\"{own}\"><summary lang=\"{}\">{}</summary><p>{}</p></details>",
            cx.lang,
            escape(&cx.l.m("posts-quote-in").s("lang", own.as_str()).to_string()),
            escape(&typography::spaced(&block, own)).replace('\n', "<br>")
        ));
    }
    html
}

/// Letters and digits alone: what two settings of the same words share.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whom one may have meant by the first letters.
#[derive(serde::Serialize)]
struct Meant {
    handle: String,
    name: String,
}

/// GET /{l}/mentions?q=: members whose handle or name begins so, as JSON, for whoever writes.
///
/// # Errors
/// [`crate::error::Error::SignIn`].
pub async fn begin_with(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    let people = read(&app, &ask, |cx, conn| {
        cx.account()?;
        let start = cx.ask.query("q").unwrap_or_default().to_owned();
        if start.is_empty() { Ok(Vec::new()) } else { store::references::begin_with(conn, &start, MOST_MEANT) }
    })
    .await?;
    let people: Vec<Meant> = people.into_iter().map(|(handle, name)| Meant { handle, name }).collect();
    Ok(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "private, no-store")).json(people))
}
