//! The HTTP server, assembled: state, limits, pages, JSON.

use crate::{api, app::App, error::Error, web};
use actix_web::{
    HttpServer,
    body::{BoxBody, MessageBody},
    dev::{Server, ServiceRequest, ServiceResponse},
    http::StatusCode,
    middleware::{Compress, Next, from_fn},
    web::Data,
};
use std::{
    net::TcpListener,
    time::{Duration, Instant},
};

/// Starts serving on a bound listener; the returned server runs until it is stopped.
///
/// # Errors
/// The listener cannot be used.
pub fn start(app: App, listener: TcpListener, handle_signals: bool) -> std::io::Result<Server> {
    let state = Data::new(app);
    let pages = Data::new(web::Pages::default());
    let server = HttpServer::new(move || {
        actix_web::App::new()
            .app_data(state.clone())
            .app_data(pages.clone())
            .wrap(from_fn(web::within_limits))
            .wrap(from_fn(explain))
            .wrap(from_fn(web::from_memory))
            .wrap(Compress::default())
            .wrap(from_fn(log))
            .configure(api::routes)
            .configure(web::routes)
    })
    .client_request_timeout(Duration::from_secs(5))
    .client_disconnect_timeout(Duration::from_secs(5))
    .keep_alive(Duration::from_secs(15))
    .max_connections(10_000)
    .shutdown_timeout(10)
    .listen(listener)?;
    Ok(if handle_signals { server.run() } else { server.disable_signals().run() })
}

/// Errors become pages, or problems for programs; every answer gets the security headers.
async fn explain<B: MessageBody + 'static>(request: ServiceRequest, next: Next<B>) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let mut answer = next.call(request).await?.map_into_boxed_body();
    let wrong_method = (answer.status() == StatusCode::METHOD_NOT_ALLOWED).then_some(&Error::Method);
    let explained = answer.response().error().and_then(|e| e.as_error::<Error>()).or(wrong_method).map(|error| {
        let explain = if answer.request().path().starts_with("/api/") { api::problem } else { web::error_page };
        explain(answer.request(), error)
    });
    answer = match explained {
        Some(page) => answer.into_response(page),
        None => web::remember_language(answer),
    };
    let https = answer.request().app_data::<Data<App>>().is_some_and(|app| app.config.is_https());
    web::secure(answer.headers_mut(), https);
    Ok(answer)
}

/// One line a request: no query string (tokens), no address, no name.
async fn log<B: MessageBody>(request: ServiceRequest, next: Next<B>) -> Result<ServiceResponse<B>, actix_web::Error> {
    if !tracing::enabled!(tracing::Level::DEBUG) {
        return next.call(request).await;
    }
    let started = Instant::now();
    let (method, path) = (request.method().clone(), request.match_pattern().unwrap_or_default());
    let id = uuid::Uuid::now_v7();
    let answer = next.call(request).await;
    let status = answer.as_ref().map_or_else(|e| e.as_response_error().status_code().as_u16(), |a| a.status().as_u16());
    tracing::debug!(%id, %method, path, status, us = started.elapsed().as_micros(), "answered");
    answer
}
