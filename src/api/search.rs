//! Search as JSON.

use super::{Caller, answer, person, rfc3339, visible};
use crate::{
    app::App,
    domain::{lang::Lang, text::Reader},
    error::{Error, Result},
    forum::search::{self, Hit, Order},
    store,
};
use actix_web::{HttpResponse, web::Data};
use serde_json::{Value, json};

/// Results of one answer.
const PAGE: usize = 50;

/// GET /api/v1/search?q=&sort=&without=&after=: the 50 most relevant posts, or by `sort=new` all of them, 50 a page.
/// `without` leaves out a name by which the question was widened, by its `key`.
///
/// # Errors
/// A question that is too long, conditions that name nothing, an unknown cursor.
pub async fn index(app: Data<App>, caller: Caller) -> Result<HttpResponse> {
    let shared = app.clone();
    let found = app
        .db
        .read(move |conn| {
            let me = caller.person(conn)?;
            let zone = me.as_ref().map_or(shared.config.site.time_zone, |m| m.preferences().zone);
            let left_out: Vec<String> = caller.query("without").unwrap_or_default().split(',').map(str::to_owned).collect();
            let asked = search::ask(conn, caller.query("q").unwrap_or_default(), &left_out, zone)?;
            if !asked.refused.is_empty() {
                return Err(Error::field("q", "errors-search-condition"));
            }
            let newest = caller.query("sort") == Some("new");
            let below = caller.query("after").map_or(Ok(i64::MAX), |n| n.parse().map_err(|_| Error::NotFound))?;
            let order = if newest { Order::Newest { below } } else { Order::Relevance };
            let none = Reader { page: shared.config.language(), reads: Lang::THREE.into(), machine: true };
            let reader = caller.reader(&shared, me.as_ref()).unwrap_or(none);
            let mut hits = search::hits(conn, &asked, visible(me.as_ref()), &reader, order, PAGE + 1)?;
            let more = hits.len() > PAGE;
            hits.truncate(PAGE);
            let next = hits.last().filter(|_| more && newest).map(|h| h.text.id.to_string());
            let names = store::accounts::names(conn, &hits.iter().map(|h| h.post.author_id).collect::<Vec<_>>())?;
            let item = |hit: &Hit| {
                let through = hit.through.and_then(|i| asked.query.expansions.get(i)).map(|e| e.name.key.clone());
                json!({
                    "id": hit.post.id, "text": hit.text.id, "thread": hit.post.thread_id, "n": hit.post.n, "lang": hit.text.original.as_str(),
                    "found": { "lang": hit.lang.as_str(), "quality": hit.text.quality(hit.lang).as_str(), "through": through },
                    "author": person(Some(hit.post.author_id), &names), "created_at": rfc3339(hit.post.created_at),
                })
            };
            let widened = asked.query.expansions.iter().map(|e| json!({ "key": e.name.key, "names": names_of(&e.name.names), "off": e.off }));
            Ok(json!({ "items": hits.iter().map(item).collect::<Vec<_>>(), "next": next, "widened": widened.collect::<Vec<_>>() }))
        })
        .await?;
    Ok(answer(&found))
}

fn names_of(names: &[String; 3]) -> Value {
    Lang::THREE
        .into_iter()
        .map(|lang| (lang.to_string(), Value::from(names[lang.index()].clone())))
        .collect::<serde_json::Map<_, _>>()
        .into()
}
