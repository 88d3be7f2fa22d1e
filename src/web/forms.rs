//! A form that is sent: it leads on, or it comes back with everything that was typed.

use super::{
    cx::{Cx, Html, page_with, see_other, write},
    extract::{Ask, Fields},
};
use crate::{
    app::App,
    domain::FieldError,
    error::{Error, Result},
    forum,
    store::Conn,
};
use actix_web::{HttpResponse, http::StatusCode, web::Data};

/// Does what a form asks, within the limits of saves: 303 to the address that `act` returns, or the form again, with why. A
/// conflict brings it back too, with what `forms-conflict` says on field `conflict`.
///
/// # Errors
/// What `act` returns, other than refused fields and conflicts.
pub async fn send(
    app: Data<App>,
    ask: Ask,
    fields: Fields,
    act: impl FnOnce(&Cx, &mut Conn, &Fields) -> Result<String> + Send + 'static,
    again: impl FnOnce(&Cx, &mut Conn, &Fields, &[FieldError]) -> Result<Html> + Send + 'static,
) -> Result<HttpResponse> {
    let sent = fields.clone();
    let done = write(&app, &ask, move |cx, conn| {
        forum::limits::take(conn, &cx.limits("saves", cx.app.config.limits.saves_per_minute)?, cx.now)?;
        act(cx, conn, &sent)
    })
    .await;
    let (status, errors) = match done {
        Ok(location) => return Ok(see_other(&location)),
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, errors),
        Err(Error::Conflict(_)) => (StatusCode::CONFLICT, vec![FieldError::new("conflict", "errors-conflict-consensus")]),
        Err(e) => return Err(e),
    };
    page_with(status, app, ask, move |cx, conn| again(cx, conn, &fields, &errors)).await
}
