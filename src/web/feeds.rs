//! Atom (RFC 4287): the newest posts of the forum, a theme or a thread, each in the language of the feed's readers (T8),
//! with who answers whom (RFC 4685).

use super::{
    cx::{Cx, read},
    extract::{Ask, id},
    url,
};
use crate::{
    app::App,
    domain::{
        declaration::Frozen,
        lang::Lang,
        markdown::{BLOCK_BREAK, escape},
        policy::Visible,
        text::Reader,
    },
    error::{Error, Result},
    forum,
    i18n::digest::{self, View},
    store::{
        self, Conn,
        posts::{Newest, Post},
    },
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Path},
};
use askama::Template;
use atom_syndication::{Category, Content, Entry, Feed, Generator, Link, Person, Text, TextType, extension::Extension};
use chrono::{DateTime, FixedOffset, NaiveDateTime};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};

/// Entries of one feed.
const ENTRIES: usize = 40;
/// Public issues in their feed.
const ISSUES: i64 = 12;

/// What a feed is about.
struct About {
    title: String,
    title_lang: Lang,
    /// The page that it belongs to, after the language.
    page: String,
    /// Its own address, after the language.
    own: String,
    newest: Newest,
}

/// GET /{l}/feed.atom?lang=: the newest posts of the forum, or those whose original is in one language.
///
/// # Errors
/// Database failures; [`Error::SignIn`] on a forum for members only.
pub async fn forum(app: Data<App>, ask: Ask, request: HttpRequest) -> Result<HttpResponse> {
    answer(&app, &ask, &request, |cx, _| {
        let lang = cx.ask.query("lang").and_then(Lang::parse);
        let title = match lang {
            Some(lang) => cx.l.m("feeds-forum-lang").s("site", cx.app.config.title(cx.lang)).s("lang", lang.as_str()).to_string(),
            None => cx.app.config.title(cx.lang).to_owned(),
        };
        let own = lang.map_or_else(|| "/feed.atom".to_owned(), |lang| format!("/feed.atom?lang={lang}"));
        Ok(About { title, title_lang: cx.lang, page: "/".to_owned(), own, newest: Newest { lang, ..Newest::default() } })
    })
    .await
}

/// GET /{l}/themes/{slug}/feed.atom
///
/// # Errors
/// An unknown theme.
pub async fn theme(app: Data<App>, ask: Ask, request: HttpRequest, path: Path<(String, String)>) -> Result<HttpResponse> {
    answer(&app, &ask, &request, move |cx, conn| {
        let theme = store::themes::by_slug(conn, &path.1)?;
        let text = store::texts::find(conn, theme.text_id)?;
        let (title, title_lang) = text.title(&reader(cx.lang));
        let page = format!("/themes/{}", theme.slug);
        Ok(About {
            title: title.to_owned(),
            title_lang,
            own: format!("{page}/feed.atom"),
            page,
            newest: Newest { theme: Some(theme.id), ..Newest::default() },
        })
    })
    .await
}

/// GET /{l}/t/{id}/feed.atom
///
/// # Errors
/// An unknown thread, one that not everybody may read.
pub async fn thread(app: Data<App>, ask: Ask, request: HttpRequest, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = id(&path.1)?;
    answer(&app, &ask, &request, move |cx, conn| {
        let thread = store::threads::find(conn, id, Visible::Public)?;
        let text = store::texts::find(conn, thread.text_id)?;
        let (title, title_lang) = text.title(&reader(cx.lang));
        let original = text.slot(text.original).map_or("", |s| s.title.as_str());
        Ok(About {
            title: title.to_owned(),
            title_lang,
            page: url::thread(cx.lang, id, original)[3..].to_owned(),
            own: format!("/t/{id}/feed.atom"),
            newest: Newest { thread: Some(id), ..Newest::default() },
        })
    })
    .await
}

/// Nobody is known to a feed: it is the same for everybody.
fn reader(lang: Lang) -> Reader {
    Reader { page: lang, reads: Vec::new(), machine: true }
}

/// GET /{l}/digests/feed.atom: the public issues (D8), as they can be read now.
///
/// # Errors
/// Database failures; [`Error::SignIn`] on a forum for members only.
pub async fn digests(app: Data<App>, ask: Ask, request: HttpRequest) -> Result<HttpResponse> {
    send(&app, &ask, &request, |cx, conn| {
        let (base, zone, reader) = (&cx.app.base_url, cx.app.config.site.time_zone, reader(cx.lang));
        let mut entries = Vec::new();
        for issue in store::issues::published(conn, cx.lang, ISSUES)?.into_iter().filter(|i| !i.selection.items.is_empty()) {
            let lines = forum::lines::lines(conn, &issue.selection.items, &reader)?;
            let view = View::of_lines(&lines, issue.selection.more, &reader, base, true);
            let here = format!("{base}/{}/digests/{}", cx.lang, issue.period);
            let html = IssueEntry { l: cx.l, view: &view }.render().map_err(|e| Error::Internal(e.into()))?;
            entries.push(Entry {
                id: here.clone(),
                title: Text {
                    value: digest::name(cx.l, issue.period, zone, issue.made_at),
                    lang: Some(cx.lang.to_string()),
                    ..Text::default()
                },
                updated: moment(issue.made_at),
                published: Some(moment(issue.made_at)),
                authors: vec![Person { name: cx.app.config.title(cx.lang).to_owned(), ..Person::default() }],
                links: vec![Link { href: here, rel: "alternate".into(), hreflang: Some(cx.lang.to_string()), ..Link::default() }],
                summary: Some(Text { value: view.heading.clone(), lang: Some(cx.lang.to_string()), ..Text::default() }),
                content: Some(Content {
                    value: Some(html),
                    lang: Some(cx.lang.to_string()),
                    content_type: Some("html".into()),
                    ..Content::default()
                }),
                ..Entry::default()
            });
        }
        let about = About {
            title: format!("{} – {}", cx.app.config.title(cx.lang), cx.l.t("digests-title")),
            title_lang: cx.lang,
            page: "/digest".to_owned(),
            own: "/digests/feed.atom".to_owned(),
            newest: Newest::default(),
        };
        Ok(frame(cx, &about, entries))
    })
    .await
}

/// GET /{l}/declarations/feed.atom: what was declared, in the words that were declared.
///
/// # Errors
/// Database failures; [`Error::SignIn`] on a forum for members only.
pub async fn declarations(app: Data<App>, ask: Ask, request: HttpRequest) -> Result<HttpResponse> {
    send(&app, &ask, &request, |cx, conn| {
        let base = &cx.app.base_url;
        let listed = store::declarations::list(conn, store::declarations::Filter::default(), Visible::Public, ENTRIES)?;
        let ids: Vec<i64> = listed.iter().map(|d| d.id).collect();
        let names = store::accounts::names(conn, &listed.iter().map(|d| d.signer_id).collect::<Vec<_>>())?;
        let later = store::declarations::superseded_by(conn, &ids)?;
        let frozen: Vec<Frozen> = listed.iter().map(store::declarations::Declaration::frozen).collect::<Result<_>>()?;
        let slot = |f: &Frozen| f.synthesis.slots().into_iter().find(|(_, lang, _)| *lang == cx.lang);
        let revisions = store::declarations::revisions(conn, &frozen.iter().filter_map(slot).collect::<Vec<_>>())?;
        let mut htmls = store::texts::html(conn, &revisions.values().map(|r| r.id).collect::<Vec<_>>(), Visible::Public)?;
        store::references::plain(conn, htmls.values_mut(), &cx.l.t("texts-former"))?;
        let mut entries = Vec::new();
        for (d, frozen) in listed.iter().zip(&frozen) {
            let Some(revision) = slot(frozen).and_then(|named| revisions.get(&named)) else { continue };
            let here = format!("{base}{}", url::declaration(cx.lang, d.id));
            let said = super::declarations::sentence(cx, d, frozen);
            // Whoever follows the feed hears what became of a declaration.
            let moved = d.moved_at.map(|at| (cx.l.t("declarations-moved"), at));
            let superseded = later.get(&d.id).map(|(id, at)| {
                let by = cx.l.m("declarations-title").n("n", *id);
                (format!("{} {by}.", cx.l.t("declarations-superseded-word")), *at)
            });
            let since: Vec<(String, chrono::NaiveDateTime)> = [moved, superseded].into_iter().flatten().collect();
            let summary = std::iter::once(said).chain(since.iter().map(|(said, _)| said.clone())).collect::<Vec<_>>().join(" ");
            let updated = since.iter().map(|(_, at)| *at).chain([d.at]).max().unwrap_or(d.at);
            let name =
                names.get(&d.signer_id).filter(|n| !n.is_former()).map_or_else(|| cx.l.t("texts-former"), |n| n.display_name.clone());
            let lang = Some(cx.lang.to_string());
            entries.push(Entry {
                id: here.clone(),
                title: Text { value: cx.l.m("declarations-title").n("n", d.id).to_string(), lang: lang.clone(), ..Text::default() },
                updated: moment(updated),
                published: Some(moment(d.at)),
                authors: vec![Person { name, ..Person::default() }],
                links: vec![Link { href: here, rel: "alternate".into(), hreflang: lang.clone(), ..Link::default() }],
                summary: Some(Text { value: summary, lang: lang.clone(), ..Text::default() }),
                content: Some(Content {
                    value: Some(match revision.body.is_empty() {
                        true => format!("<p>{}</p>", escape(&cx.l.m("declarations-gone").s("day", "none").to_string())),
                        false => htmls.remove(&revision.id).unwrap_or_default().replace(BLOCK_BREAK, "\n"),
                    }),
                    lang,
                    content_type: Some("html".into()),
                    ..Content::default()
                }),
                ..Entry::default()
            });
        }
        let about = About {
            title: format!("{} – {}", cx.app.config.title(cx.lang), cx.l.t("declarations-all")),
            title_lang: cx.lang,
            page: "/declarations".to_owned(),
            own: "/declarations/feed.atom".to_owned(),
            newest: Newest::default(),
        };
        Ok(frame(cx, &about, entries))
    })
    .await
}

#[derive(Template)]
#[template(path = "digests/feed.html")]
struct IssueEntry<'a> {
    l: &'a crate::i18n::L10n,
    view: &'a View,
}

async fn answer(
    app: &Data<App>,
    ask: &Ask,
    request: &HttpRequest,
    about: impl FnOnce(&Cx, &mut Conn) -> Result<About> + Send + 'static,
) -> Result<HttpResponse> {
    send(app, ask, request, move |cx, conn| {
        let about = about(cx, conn)?;
        feed(cx, conn, &about)
    })
    .await
}

async fn send(
    app: &Data<App>,
    ask: &Ask,
    request: &HttpRequest,
    build: impl FnOnce(&Cx, &mut Conn) -> Result<Feed> + Send + 'static,
) -> Result<HttpResponse> {
    let body = read(app, ask, move |cx, conn| {
        let feed = build(cx, conn)?;
        let mut body = Vec::new();
        feed.write_to(&mut body).map_err(|e| Error::Internal(e.into()))?;
        Ok(body)
    })
    .await?;
    let tag = format!("\"{}\"", base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, &Sha256::digest(&body)[..12]));
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let mut answer =
        if known.split(',').any(|t| t.trim().trim_start_matches("W/") == tag) { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    let keep = if app.config.members_only() { "private, no-cache" } else { "public, max-age=300" };
    answer.insert_header((header::ETAG, tag)).insert_header((header::CACHE_CONTROL, keep)).insert_header((header::VARY, "Accept-Encoding"));
    Ok(answer.content_type("application/atom+xml; charset=utf-8").body(body))
}

fn feed(cx: &Cx, conn: &mut Conn, about: &About) -> Result<Feed> {
    let posts = store::posts::newest_of(conn, &about.newest, ENTRIES)?;
    let threads: HashMap<i64, store::threads::Thread> =
        store::threads::load(conn, &posts.iter().map(|p| p.thread_id).collect::<Vec<_>>())?.into_iter().map(|t| (t.id, t)).collect();
    let mut text_ids: Vec<i64> = posts.iter().map(|p| p.text_id).collect();
    text_ids.extend(threads.values().map(|t| t.text_id));
    let themes = store::themes::of_threads(conn, &threads.keys().copied().collect::<Vec<_>>())?;
    text_ids.extend(themes.values().flatten().map(|t| t.text_id));
    let texts = store::texts::load(conn, &text_ids)?;
    let reader = reader(cx.lang);
    let revisions: Vec<i64> =
        posts.iter().filter_map(|p| texts.get(&p.text_id)).filter_map(|t| t.slot(t.choose(&reader))).map(|s| s.revision_id).collect();
    let mut html = store::texts::html(conn, &revisions, Visible::Public)?;
    store::references::plain(conn, html.values_mut(), &cx.l.t("texts-former"))?;
    let names = store::accounts::names(conn, &posts.iter().map(|p| p.author_id).collect::<Vec<_>>())?;
    let base = &cx.app.base_url;
    let openings = store::posts::openings(conn, &threads.keys().copied().collect::<Vec<_>>())?;

    let entry = |post: &Post| {
        let thread = threads.get(&post.thread_id).filter(|t| Visible::Public.post(t.door(), post.state, post.author_id))?;
        let (text, heading) = (texts.get(&post.text_id)?, texts.get(&thread.text_id)?);
        let lang = text.choose(&reader);
        let slot = text.slot(lang)?;
        let (title, title_lang) = heading.title(&reader);
        let title = if post.is_opening() { title.to_owned() } else { cx.l.m("feeds-reply").n("n", post.n).s("title", title).to_string() };
        let author = match names.get(&post.author_id) {
            Some(name) if !name.is_former() => {
                let uri = format!("{base}{}", url::person(cx.lang, &name.handle));
                Person { name: name.display_name.clone(), uri: Some(uri), ..Person::default() }
            }
            _ => Person { name: cx.l.t("texts-former"), ..Person::default() },
        };
        let here = format!("{base}{}", url::post(cx.lang, post.id));
        let mut links = vec![Link { href: here.clone(), rel: "alternate".into(), hreflang: Some(lang.to_string()), ..Link::default() }];
        links.push(Link {
            href: format!("{base}/{}/t/{}/feed.atom", cx.lang, thread.id),
            rel: "replies".into(),
            mime_type: Some("application/atom+xml".into()),
            ..Link::default()
        });
        let answered = post.parent_id.or_else(|| (!post.is_opening()).then(|| openings.get(&thread.id).copied()).flatten());
        let categories = themes.get(&thread.id).into_iter().flatten().map(|theme| {
            let label = texts.get(&theme.text_id).map(|t| t.title(&reader).0.to_owned());
            Category { term: theme.slug.clone(), scheme: Some(format!("{base}/{}/themes", cx.lang)), label }
        });
        Some(Entry {
            // The same post is the same entry in every feed of one language.
            id: here,
            title: Text { value: title, lang: Some(title_lang.to_string()), ..Text::default() },
            updated: moment(slot.created_at.max(post.created_at)),
            published: Some(moment(post.created_at)),
            authors: vec![author],
            categories: categories.collect(),
            links,
            content: Some(Content {
                value: Some(html.get(&slot.revision_id).map_or("", String::as_str).replace(BLOCK_BREAK, "\n")),
                lang: Some(lang.to_string()),
                content_type: Some("html".into()),
                ..Content::default()
            }),
            rights: Some(Text { value: cx.app.config.site.licence.clone(), ..Text::default() }),
            extensions: answered.map(|post| in_reply_to(base, cx.lang, post)).unwrap_or_default(),
            ..Entry::default()
        })
    };
    let entries = posts.iter().filter_map(entry).collect();
    Ok(frame(cx, about, entries))
}

/// What stands around the entries.
fn frame(cx: &Cx, about: &About, entries: Vec<Entry>) -> Feed {
    let base = &cx.app.base_url;
    let own = format!("{base}/{}{}", cx.lang, about.own);
    Feed {
        title: Text { value: about.title.clone(), lang: Some(about.title_lang.to_string()), r#type: TextType::Text, ..Text::default() },
        id: own.clone(),
        // A feed without entries has not changed since the forum began.
        updated: entries.iter().map(|e| e.updated).max().unwrap_or_else(|| moment(NaiveDateTime::default())),
        links: vec![
            Link { href: own, rel: "self".into(), mime_type: Some("application/atom+xml".into()), ..Link::default() },
            Link {
                href: format!("{base}/{}{}", cx.lang, about.page),
                rel: "alternate".into(),
                mime_type: Some("text/html".into()),
                ..Link::default()
            },
        ],
        generator: Some(Generator { value: "Trialogue".into(), ..Generator::default() }),
        entries,
        namespaces: BTreeMap::from([("thr".to_owned(), "http://purl.org/syndication/thread/1.0".to_owned())]),
        base: Some(format!("{base}/")),
        lang: Some(cx.lang.to_string()),
        ..Feed::default()
    }
}

/// RFC 4685, section 3.
fn in_reply_to(base: &str, lang: Lang, post: i64) -> BTreeMap<String, BTreeMap<String, Vec<Extension>>> {
    let there = format!("{base}{}", url::post(lang, post));
    let attrs =
        BTreeMap::from([("ref".to_owned(), there.clone()), ("href".to_owned(), there), ("type".to_owned(), "text/html".to_owned())]);
    let element = Extension { name: "thr:in-reply-to".into(), attrs, ..Extension::default() };
    BTreeMap::from([("thr".to_owned(), BTreeMap::from([("in-reply-to".to_owned(), vec![element])]))])
}

fn moment(at: NaiveDateTime) -> DateTime<FixedOffset> {
    at.and_utc().fixed_offset()
}
