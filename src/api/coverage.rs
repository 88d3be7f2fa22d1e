//! Who can read what, as JSON.

use super::{Caller, answer};
use crate::{
    app::App,
    domain::{coverage::Tally, lang::Lang, page::Cursor, policy::Visible},
    error::Result,
    store::{
        self,
        coverage::Tallies,
        texts::Text,
        threads::{Filter, Thread},
    },
};
use actix_web::{HttpResponse, web::Data};
use serde_json::{Map, Value, json};

/// Threads on one page.
const PAGE: usize = 100;

/// GET /api/v1/coverage?theme=&after=: totals per language and theme; threads, 100 a page, with the three slots of
/// each opening and what can be read of all its posts.
///
/// # Errors
/// An unknown theme or cursor.
pub async fn index(app: Data<App>, caller: Caller) -> Result<HttpResponse> {
    let shared = app.clone();
    let listed = app
        .db
        .read(move |conn| {
            caller.person(conn)?;
            let theme = caller.query("theme").map(|slug| store::themes::by_slug(conn, slug)).transpose()?;
            let filter = Filter { theme: theme.map(|t| t.id), ..Filter::default() };
            let after = caller.after(Cursor::parse)?;
            let listed = store::threads::list(conn, &filter, Visible::Public, after, PAGE, shared.clock.now())?;
            let texts = store::texts::load(conn, &listed.threads.iter().map(|t| t.text_id).collect::<Vec<_>>())?;
            let of_threads = store::coverage::of_threads(conn, &listed.threads.iter().map(|t| t.id).collect::<Vec<_>>())?;
            let of_themes = store::coverage::of_themes(conn)?;
            let whole = store::coverage::all(conn)?;
            let themes = store::themes::all(conn)?;
            let item = |thread: &Thread| {
                let text = texts.get(&thread.text_id)?;
                let tallies = of_threads.get(&thread.id).copied().unwrap_or_default();
                Some(json!({
                    "thread": thread.id, "text": text.id, "original": text.original.as_str(),
                    "title": text.slot(text.original).map(|s| &s.title), "slots": by_lang(|l| slot(text, l)), "posts": totals(&tallies),
                }))
            };
            let theme = |theme: &store::themes::Theme| Some(json!({ "slug": theme.slug, "languages": totals(of_themes.get(&theme.id)?) }));
            Ok(json!({
                "languages": totals(&whole), "themes": themes.iter().filter_map(theme).collect::<Vec<_>>(),
                "items": listed.threads.iter().filter_map(item).collect::<Vec<_>>(), "next": listed.next.map(|c| c.to_string()),
            }))
        })
        .await?;
    Ok(answer(&listed))
}

fn by_lang(value: impl Fn(Lang) -> Value) -> Map<String, Value> {
    Lang::THREE.iter().map(|l| (l.to_string(), value(*l))).collect()
}

fn slot(text: &Text, lang: Lang) -> Value {
    let freshness = text.freshness(lang);
    json!({ "quality": text.quality(lang).as_str(), "fresh": freshness.fresh, "outdated_blocks": freshness.outdated })
}

fn totals(tallies: &Tallies) -> Map<String, Value> {
    let of = |t: Tally| {
        json!({
            "texts": t.texts(), "readable": t.readable(), "original": t.original, "reviewed": t.reviewed, "translated": t.translated,
            "machine": t.machine, "empty": t.empty, "outdated": t.outdated,
        })
    };
    by_lang(|l| of(tallies[l.index()]))
}
