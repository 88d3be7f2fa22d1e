//! The vocabulary as JSON.

use super::{Caller, answer};
use crate::{app::App, domain::lang::Lang, error::Result, store};
use actix_web::{HttpResponse, web::Data};
use serde_json::{Value, json};

/// GET /api/v1/themes: every theme with its three names and its threads per original language.
///
/// # Errors
/// Database failures only.
pub async fn index(app: Data<App>, caller: Caller) -> Result<HttpResponse> {
    let listed = app
        .db
        .read(move |conn| {
            caller.person(conn)?;
            let axes = store::themes::axes(conn)?;
            let themes = store::themes::all(conn)?;
            let texts = store::texts::load(conn, &themes.iter().map(|t| t.text_id).collect::<Vec<_>>())?;
            let counts = store::themes::counts(conn)?;
            let item = |theme: &store::themes::Theme| {
                let text = texts.get(&theme.text_id)?;
                let names: serde_json::Map<String, Value> =
                    Lang::THREE.iter().map(|l| (l.to_string(), json!(text.slot(*l).map(|s| &s.title)))).collect();
                let counted = counts.get(&theme.id).copied().unwrap_or_default();
                let threads: serde_json::Map<String, Value> = Lang::THREE.iter().map(|l| (l.to_string(), json!(counted[l.index()]))).collect();
                let axis = axes.iter().find(|a| a.id == theme.axis_id).map(|a| a.slug.as_str());
                Some(json!({ "slug": theme.slug, "text": text.id, "axis": axis, "names": names, "threads": threads, "retired": theme.retired }))
            };
            Ok(json!({ "items": themes.iter().filter_map(item).collect::<Vec<_>>(), "next": null }))
        })
        .await?;
    Ok(answer(&listed))
}
