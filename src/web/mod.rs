//! HTML pages. One page of routes; handlers extract, make one call, answer.

pub mod accounts;
mod acts;
mod admin;
pub mod assets;
mod attachments;
mod board;
mod cache;
mod canned;
mod cases;
mod charts;
mod compose;
mod consensus;
mod consensus_text;
mod coverage;
mod credentials;
mod curation;
mod cx;
mod declarations;
mod digests;
mod drafts;
mod error_pages;
mod extract;
mod feeds;
mod flags;
mod forms;
mod gallery;
mod glossary;
mod guard;
mod history;
mod home;
mod issues;
mod joins;
mod layout;
mod ledger;
mod letters;
mod linked_data;
mod lists;
mod log;
mod machines;
mod matrix;
mod moderation;
mod multipart;
mod notices;
mod opinions;
mod pages;
mod pairs;
mod parts;
mod people;
mod plain;
mod positions;
mod post_view;
mod posts;
mod privacy;
mod queue;
mod reactions;
mod readings;
mod references;
mod relocations;
mod remarks;
mod rows;
mod search;
mod settings;
mod side;
mod slots;
mod stages;
mod statement_forms;
mod statements;
mod stops;
mod syntheses;
mod themes;
mod threads;
mod url;
mod verdicts;
mod versions;
mod why;
mod workbench;

pub use cache::{Pages, from_memory};
pub use error_pages::{page as error_page, remember_language};
pub use guard::{secure, within_limits};

use crate::{
    app::App,
    domain::lang::Lang,
    error::{Error, Result},
    i18n::negotiate,
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, header},
    middleware::from_fn,
    web::{self, Data, ServiceConfig},
};

/// Every page address; one that is not here answers 404 in the reader's language.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(
            web::scope("/{lang:fr|en|ja}")
                .wrap(from_fn(guard::same_origin))
                .route("", web::get().to(with_slash))
                .route("/", web::get().to(home::show))
                .service(web::resource("/feed.atom").get(feeds::forum))
                .service(web::resource("/threads").get(lists::index))
                .service(web::resource("/t/new").get(threads::new).post(threads::create))
                .service(web::resource("/t/{thread}").get(threads::show))
                .service(web::resource("/t/{thread}/side").get(side::side))
                .service(web::resource("/t/{thread}/sheet").get(side::sheet))
                .service(web::resource("/t/{thread}/reply").get(posts::new).post(posts::create))
                .service(web::resource("/t/{thread}/moderate").get(moderation::thread).post(moderation::act_on_thread))
                .service(web::resource("/t/{thread}/relocate").get(relocations::show).post(relocations::act))
                .service(web::resource("/t/{thread}/consensus").get(consensus::show))
                .service(web::resource("/t/{thread}/consensus/sheet").get(consensus::sheet))
                .service(web::resource("/t/{thread}/consensus.md").get(consensus_text::show))
                .service(web::resource("/t/{thread}/experiences").post(consensus::point))
                .service(web::resource("/t/{thread}/statements").get(statement_forms::new).post(statement_forms::create))
                .service(web::resource("/t/{thread}/stage").get(stages::show).post(stages::act))
                .service(web::resource("/t/{thread}/synthesis").get(syntheses::show).post(syntheses::act))
                .service(web::resource("/t/{thread}/agreed").get(declarations::of_thread))
                .service(web::resource("/t/{thread}/thread.txt").get(plain::thread))
                .service(web::resource("/t/{thread}/feed.atom").get(feeds::thread))
                .service(web::resource("/t/{thread}/unread").get(readings::first))
                .service(web::resource("/t/{thread}/read").post(readings::read))
                .service(web::resource("/t/{thread}/watch").post(readings::watch_thread))
                .service(web::resource("/attachments").get(attachments::index).post(attachments::act))
                .service(web::resource("/mentions").get(references::begin_with))
                .service(web::resource("/drafts").get(drafts::index).post(drafts::discard))
                .service(web::resource("/unread").get(readings::next).post(readings::catch_up))
                .service(web::resource("/p/{post}").get(posts::permalink))
                .service(web::resource("/p/{post}/edit").get(posts::edit).post(posts::update))
                .service(web::resource("/p/{post}/history").get(history::show).post(history::correct))
                .service(web::resource("/p/{post}/moderate").get(moderation::post).post(moderation::act_on_post))
                .service(web::resource("/p/{post}/react").post(reactions::toggle))
                .service(web::resource("/p/{post}/flag").get(flags::new).post(flags::create))
                .service(web::resource("/consensus").get(board::show))
                .service(web::resource("/summaries/{text}").get(syntheses::summary))
                .service(web::resource("/s/{statement}").get(statement_forms::permalink))
                .service(web::resource("/s/{statement}/position").post(statement_forms::take))
                .service(web::resource("/s/{statement}/positions").get(positions::index))
                .service(web::resource("/s/{statement}/settle").get(statement_forms::settling).post(statement_forms::settle))
                .service(web::resource("/s/{statement}/edit").get(statement_forms::edit).post(statement_forms::update))
                .service(web::resource("/s/{statement}/check").post(statement_forms::check))
                .service(web::resource("/s/{statement}/room").get(positions::room).post(positions::record))
                .service(web::resource("/objections/{objection}").get(ledger::show).post(ledger::act))
                .service(web::resource("/declarations").get(declarations::index))
                .service(web::resource("/declarations/feed.atom").get(feeds::declarations))
                .service(web::resource("/declarations/{declaration}").get(declarations::show))
                .service(web::resource("/moderation").get(cases::index))
                .service(web::resource("/moderation/log").get(log::index))
                .service(web::resource("/moderation/answers").get(canned::index).post(canned::create))
                .service(web::resource("/moderation/answers/{answer}").get(canned::show).post(canned::update))
                .service(web::resource("/moderation/{case}").get(cases::show).post(cases::decide))
                .service(web::resource("/moderation/{case}/note").post(cases::note))
                .service(web::resource("/admin").get(admin::index))
                .service(web::resource("/admin/people").get(admin::people))
                .service(web::resource("/admin/letters").get(gallery::index))
                .service(web::resource("/admin/letters/{kind}/{target}").get(gallery::show))
                .service(web::resource("/admin/mail").get(admin::mail).post(admin::act_on_mail))
                .service(web::resource("/acts/{act}").get(acts::show).post(acts::answer))
                .service(web::resource("/licence").get(pages::show))
                .service(web::resource("/licence/edit").get(pages::edit).post(pages::update))
                .service(web::resource("/privacy").get(pages::show))
                .service(web::resource("/privacy/edit").get(pages::edit).post(pages::update))
                .service(web::resource("/translate").get(queue::index))
                .service(web::resource("/translate/coverage").get(coverage::index))
                .service(web::resource("/translate/fairness").get(coverage::fairness))
                .service(web::resource("/translate/next").get(queue::next))
                .service(web::resource("/translate/{text}/{target}").get(slots::show).post(slots::act))
                .service(web::resource("/translate/{text}/{target}/history").get(history::slot))
                .service(web::resource("/translate/{text}/{target}/contest").get(slots::contest).post(slots::send_contest))
                .service(web::resource("/translate/{text}/{target}/settle").post(slots::settle))
                .service(web::resource("/translate/{text}/{target}/request").post(slots::request))
                .service(web::resource("/themes").get(themes::index))
                .service(web::resource("/themes/new").get(curation::new).post(curation::create))
                .service(web::resource("/themes/{slug}").get(themes::show))
                .service(web::resource("/themes/{slug}/curate").get(curation::show).post(curation::act))
                .service(web::resource("/themes/{slug}/feed.atom").get(feeds::theme))
                .service(web::resource("/themes/{slug}/watch").post(readings::watch_theme))
                .service(web::resource("/search").get(search::index))
                .service(web::resource("/glossary").get(glossary::index))
                .service(web::resource("/glossary/new").get(glossary::new).post(glossary::create))
                .service(web::resource("/glossary/{term}").get(glossary::show).post(glossary::update))
                .service(web::resource("/notifications").get(notices::index).post(notices::read))
                .service(web::resource("/digest").get(digests::show).post(digests::create))
                .service(web::resource("/digest/confirm/{token}").get(digests::confirm).post(digests::agree))
                .service(web::resource("/digest/manage/{token}").get(digests::manage).post(digests::update))
                .service(web::resource("/digest/manage/{token}/again").post(stops::again))
                .service(web::resource("/digests/feed.atom").get(feeds::digests))
                .service(web::resource("/digests/{period}").get(issues::show))
                .service(web::resource("/unsubscribe/{token}").get(stops::ask_stop_in))
                .service(web::resource("/join").get(joins::new).post(joins::create))
                .service(web::resource("/join/confirm/{token}").get(joins::confirm).post(joins::come_in))
                .service(web::resource("/join/invitation/{token}").get(joins::invited))
                .service(web::resource("/invitations").get(joins::invitations).post(joins::invite))
                .service(web::resource("/reset").get(credentials::forgot).post(credentials::ask_reset))
                .service(web::resource("/reset/{token}").get(credentials::choose).post(credentials::reset))
                .service(web::resource("/login").get(accounts::login).post(accounts::sign_in))
                .service(web::resource("/logout").post(accounts::sign_out))
                .service(web::resource("/settings").get(settings::settings).post(settings::save_settings))
                .service(web::resource("/settings/comfort").post(settings::save_comfort))
                .service(web::resource("/settings/letters").get(letters::show).post(letters::save))
                .service(web::resource("/settings/letters/again").post(letters::again))
                .service(web::resource("/settings/account").get(credentials::account))
                .service(web::resource("/settings/password").post(credentials::change_password))
                .service(web::resource("/settings/address").post(credentials::change_address))
                .service(web::resource("/settings/address/{token}").get(credentials::new_address).post(credentials::confirm_address))
                .service(web::resource("/settings/sessions").post(credentials::end_sessions))
                .service(web::resource("/settings/data").get(privacy::data))
                .service(web::resource("/settings/export").post(privacy::export))
                .service(web::resource("/settings/erase").post(privacy::erase))
                .service(web::resource("/settings/tokens").post(settings::create_token))
                .service(web::resource("/settings/tokens/{token}/delete").post(settings::delete_token))
                .service(web::resource("/u/{handle}").get(accounts::profile))
                .service(web::resource("/u/{handle}/moderate").get(people::show).post(people::act))
                .service(web::resource("/u/{handle}/rights").post(accounts::give_rights))
                .default_service(web::to(nothing_here)),
        )
        .service(
            web::scope("/setup")
                .wrap(from_fn(guard::same_origin))
                .service(web::resource("/{token}").get(accounts::setup).post(accounts::set_up))
                .default_service(web::to(nothing_here)),
        )
        .service(web::resource("/unsubscribe/{token}").get(stops::ask_stop).post(stops::stop))
        .service(web::resource("/hooks/bounces").post(stops::hook))
        .service(web::resource("/attachments/{name}").get(attachments::show))
        .service(web::resource("/static/{name}").get(assets::serve))
        .service(web::resource("/healthz").get(healthy))
        .service(web::resource("/readyz").get(ready))
        .service(web::resource("/robots.txt").get(assets::robots))
        .service(web::resource("/sitemap.xml").get(machines::sitemap))
        .default_service(web::to(find_language));
}

/// 404 for what is not built, 405 for a method that an address does not take.
async fn nothing_here(request: HttpRequest) -> Result<HttpResponse> {
    match *request.method() {
        Method::GET | Method::HEAD | Method::POST => Err(Error::NotFound),
        _ => Err(Error::Method),
    }
}

/// `/fr` is `/fr/`.
async fn with_slash(request: HttpRequest) -> HttpResponse {
    HttpResponse::Found().insert_header((header::LOCATION, format!("{}/", request.path()))).finish()
}

/// L2: a page address without language leads to the reader's.
async fn find_language(app: Data<App>, request: HttpRequest) -> Result<HttpResponse> {
    let path = request.path();
    let first = path.split('/').nth(1).unwrap_or_default();
    let is_page = [
        "",
        "threads",
        "t",
        "p",
        "s",
        "summaries",
        "objections",
        "consensus",
        "declarations",
        "themes",
        "translate",
        "search",
        "glossary",
        "notifications",
        "unread",
        "drafts",
        "attachments",
        "login",
        "join",
        "reset",
        "settings",
        "u",
        "moderation",
        "acts",
        "licence",
        "privacy",
        "invitations",
        "admin",
    ]
    .contains(&first);
    if !is_page || !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(Error::NotFound);
    }
    let lang = language(&app, &request).await?;
    let query = request.uri().query().map(|q| format!("?{q}")).unwrap_or_default();
    Ok(HttpResponse::Found()
        .insert_header((header::LOCATION, format!("/{lang}{path}{query}")))
        .insert_header((header::VARY, "Accept-Language, Cookie"))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .finish())
}

/// The one resolver (L2), for addresses without a language.
async fn language(app: &Data<App>, request: &HttpRequest) -> Result<Lang> {
    let ask = extract::Ask::of(request, app);
    let (session, now) = (ask.session.clone(), app.clock.now());
    let member = match session {
        Some(cookie) => app.db.read(move |conn| crate::forum::accounts::session(conn, &cookie, now)).await?,
        None => None,
    };
    let accept = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
    let cookie = request.cookie("lang").map(|c| c.value().to_owned());
    Ok(negotiate::resolve(member.and_then(|s| s.account.preferences().page), cookie.as_deref(), accept, app.config.language()))
}

async fn healthy() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok")
}

async fn ready(app: Data<App>) -> HttpResponse {
    match app.db.read(crate::store::accounts::none).await {
        Ok(_) => HttpResponse::Ok().content_type("text/plain").body("ok"),
        Err(e) => {
            tracing::warn!(cause = %e, "not ready");
            HttpResponse::ServiceUnavailable().content_type("text/plain").body("database")
        }
    }
}
