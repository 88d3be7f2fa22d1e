//! What waits for translators, as JSON.

use super::{Caller, answer, person, rfc3339};
use crate::{
    app::App,
    domain::{
        FieldError,
        lang::Lang,
        policy::Visible,
        queue::{self, Cursor, Filter, Item, Sort, Wait},
    },
    error::{Error, Result},
    store,
};
use actix_web::{HttpResponse, web::Data};
use serde_json::{Value, json};

/// GET /api/v1/queue?from=&into=&theme=&thread=&wait=&sort=&after=: 25 a page.
///
/// # Errors
/// An unknown theme or cursor; on its field an unknown language, `wait` or `sort`.
pub async fn index(app: Data<App>, caller: Caller) -> Result<HttpResponse> {
    let shared = app.clone();
    let listed = app
        .db
        .read(move |conn| {
            caller.person(conn)?;
            let lang = |field: &'static str| parsed(&caller, field, "errors-lang-unknown", Lang::parse);
            let filter = Filter {
                from: lang("from")?,
                into: lang("into")?,
                theme: caller.query("theme").map(|slug| store::themes::by_slug(conn, slug)).transpose()?.map(|t| t.id),
                thread: parsed(&caller, "thread", "errors-not-found", |t| t.parse().ok())?,
                wait: parsed(&caller, "wait", "errors-act-unknown", Wait::parse)?,
                ..Filter::default()
            };
            let sort = parsed(&caller, "sort", "errors-act-unknown", Sort::parse)?.unwrap_or(Sort::Awaited);
            let after = caller.after(Cursor::parse)?;
            let (items, next) = queue::page(store::queue::waiting(conn, &filter, sort, after, queue::PAGE)?, sort, after);
            let ids: Vec<i64> = items.iter().map(|i| i.text).collect();
            // Only what everybody may read is in the queue.
            let places = store::queue::places(conn, &ids, Visible::Public)?;
            let mut all = ids.clone();
            all.extend(places.values().map(|p| p.heading));
            let texts = store::texts::load(conn, &all)?;
            let claims = store::claims::on(conn, &ids, shared.clock.now())?;
            let names = store::accounts::names(conn, &claims.iter().map(|c| c.account_id).collect::<Vec<_>>())?;
            let item = |i: &Item| {
                let (text, place) = (texts.get(&i.text)?, places.get(&i.text)?);
                let heading = texts.get(&place.heading)?;
                let claim = claims.iter().find(|c| c.text_id == i.text && c.lang == i.lang);
                let since = chrono::DateTime::from_timestamp_micros(i.since)?.naive_utc();
                Some(json!({
                    "text": i.text, "lang": i.lang.as_str(), "original": i.original.as_str(), "kind": text.kind.as_str(),
                    "post": place.post.map(|(post, _)| post), "theme": place.theme,
                    "title": heading.slot(heading.original).map(|s| &s.title), "wait": i.wait.as_str(),
                    "quality": text.quality(i.lang).as_str(), "fresh": text.freshness(i.lang).fresh || text.slot(i.lang).is_none(),
                    "outdated_blocks": text.freshness(i.lang).outdated, "size": i.size, "minutes": i.minutes(), "requests": i.requests,
                    "since": rfc3339(since),
                    "claim": claim.map(|c| json!({ "by": person(Some(c.account_id), &names), "lapses_at": rfc3339(c.lapses_at) })),
                }))
            };
            Ok(json!({ "items": items.iter().filter_map(item).collect::<Vec<Value>>(), "next": next.map(|n| n.to_string()) }))
        })
        .await?;
    Ok(answer(&listed))
}

/// A parameter of the address; absent is `None`.
fn parsed<T>(caller: &Caller, field: &'static str, key: &'static str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>> {
    match caller.query(field) {
        None => Ok(None),
        Some(word) => parse(word).map(Some).ok_or_else(|| Error::Invalid(vec![FieldError::new(field, key)])),
    }
}
