//! A reaction to a post.

use super::{
    cx::{see_other, write},
    extract::{Ask, Fields, id},
    url,
};
use crate::{
    app::App,
    domain::reaction::Reaction,
    error::{Error, Result},
    forum,
};
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};

/// POST /{l}/p/{id}/react: `kind` is given, or taken back where it was; 303 to the post.
///
/// # Errors
/// [`Error::SignIn`], a post that this reader cannot find, one's own, limits.
pub async fn toggle(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let post = id(&path.1)?;
    let reaction = Reaction::parse(fields.get("kind")).ok_or_else(|| Error::field("kind", "errors-act-unknown"))?;
    write(&app, &ask, move |cx, conn| {
        forum::limits::take(conn, &cx.limits("saves", cx.app.config.limits.saves_per_minute)?, cx.now)?;
        forum::posts::react(conn, &cx.actor()?, post, reaction, cx.now)
    })
    .await?;
    Ok(see_other(&url::post(ask.lang, post)))
}
