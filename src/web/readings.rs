//! What is new for a member: where it begins, how far it is read, what they follow.

use super::{
    cx::{Cx, see_other, write},
    extract::{Ask, Fields, id},
    url,
};
use crate::{
    app::App,
    domain::{
        page as paging,
        watch::{Level, Watched},
    },
    error::{Error, Result},
    forum,
    store::{self, Conn},
};
use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};

/// The form by which something is followed or muted, as it stands now (`templates/readings/_watch.html`).
pub struct Watch {
    pub action: String,
    pub csrf: String,
    pub level: Option<Level>,
}

impl Watch {
    /// `None` for visitors.
    ///
    /// # Errors
    /// Database failures only.
    pub fn of(cx: &Cx, conn: &mut Conn, watched: Watched, id: i64, action: String) -> Result<Option<Self>> {
        let Some(me) = &cx.me else { return Ok(None) };
        Ok(Some(Self { action, csrf: cx.csrf(), level: store::watches::level(conn, me.id, watched, id)? }))
    }
}

/// GET /{l}/t/{id}/unread: 302 to the oldest post that is new for this member, else to the newest post.
///
/// # Errors
/// A thread that this reader cannot find.
pub async fn first(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let thread = id(&path.1)?;
    found(&app, &ask, move |cx, conn| {
        let thread = store::threads::find(conn, thread, cx.visible())?;
        let first = match cx.reading() {
            Some(reader) => store::readings::first(conn, reader, thread.id)?,
            None => None,
        };
        let there = match first {
            Some(post) => post,
            None => store::posts::newest_id(conn, thread.id)?,
        };
        Ok(url::post(cx.lang, there))
    })
    .await
}

/// GET /{l}/unread?after=: 302 to the first new post of the next thread with any, home where there is none.
///
/// # Errors
/// [`Error::SignIn`].
pub async fn next(app: Data<App>, ask: Ask) -> Result<HttpResponse> {
    found(&app, &ask, |cx, conn| {
        let reader = cx.reading().ok_or(Error::SignIn)?;
        let unread = store::readings::unread_threads(conn, reader, 500)?;
        let after = cx.ask.query("after").and_then(|n| n.parse::<i64>().ok());
        // In the order of the lists, and from the end to the beginning again.
        let at = unread.iter().position(|t| Some(*t) == after).map_or(0, |at| at + 1);
        let next = unread.iter().cycle().skip(at).take(unread.len()).find(|t| Some(**t) != after);
        Ok(next.map_or_else(|| format!("/{}/?read=all", cx.lang), |t| url::unread(cx.lang, *t)))
    })
    .await
}

async fn found(app: &Data<App>, ask: &Ask, find: impl FnOnce(&Cx, &mut Conn) -> Result<String> + Send + 'static) -> Result<HttpResponse> {
    let location = super::cx::read(app, ask, find).await?;
    Ok(HttpResponse::Found()
        .insert_header((header::LOCATION, location))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .finish())
}

/// POST /{l}/t/{id}/read: everything up to `post` (absent: all) is read, or these posts were `seen` (repeated); 303 back
/// to it, or to the thread.
///
/// # Errors
/// [`Error::SignIn`], a thread or post that this reader cannot find.
pub async fn read(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let thread = id(&path.1)?;
    let post = match fields.get("post") {
        "" => None,
        word => Some(id(word)?),
    };
    let seen: Vec<i64> = fields.all("seen").iter().filter_map(|word| id(word).ok()).take(paging::POSTS + 1).collect();
    write(&app, &ask, move |cx, conn| match seen.is_empty() {
        true => forum::readings::read(conn, &cx.actor()?, thread, post, cx.now),
        false => forum::readings::saw(conn, cx.account()?, thread, &seen, cx.now),
    })
    .await?;
    Ok(see_other(&post.map_or_else(|| format!("/{}/t/{thread}", ask.lang), |p| url::post(ask.lang, p))))
}

/// POST /{l}/unread: everything in the forum is read that was there at `until` (microseconds since 1970).
///
/// # Errors
/// [`Error::SignIn`].
pub async fn catch_up(app: Data<App>, ask: Ask, fields: Fields) -> Result<HttpResponse> {
    // What came while the page was open stays new.
    let until = fields.get("until").parse().ok().and_then(chrono::DateTime::from_timestamp_micros).map(|t| t.naive_utc());
    write(&app, &ask, move |cx, conn| forum::readings::catch_up(conn, &cx.actor()?, until.map_or(cx.now, |u| u.min(cx.now)))).await?;
    Ok(see_other(&format!("/{}/?read=all", ask.lang)))
}

/// POST /{l}/t/{id}/watch: `level` = `follow` (as closely as the forum), one of the levels, or nothing.
///
/// # Errors
/// [`Error::SignIn`], a thread that this reader cannot find, an unknown level.
pub async fn watch_thread(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let thread = id(&path.1)?;
    write(&app, &ask, move |cx, conn| watch(cx, conn, Watched::Thread, thread, &fields)).await?;
    Ok(see_other(&format!("/{}/t/{thread}", ask.lang)))
}

/// POST /{l}/themes/{slug}/watch: `level` as for a thread.
///
/// # Errors
/// [`Error::SignIn`], an unknown theme or level.
pub async fn watch_theme(app: Data<App>, ask: Ask, path: Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let slug = path.1.clone();
    write(&app, &ask, move |cx, conn| {
        let theme = store::themes::by_slug(conn, &slug)?;
        watch(cx, conn, Watched::Theme, theme.id, &fields)
    })
    .await?;
    Ok(see_other(&url::theme(ask.lang, &path.1)))
}

fn watch(cx: &Cx, conn: &mut Conn, watched: Watched, id: i64, fields: &Fields) -> Result<()> {
    let actor = cx.actor()?;
    let level = match fields.get("level") {
        "" => None,
        "follow" => return forum::readings::follow(conn, &actor, watched, id, cx.now),
        word => Some(Level::parse(word).ok_or_else(|| Error::field("level", "errors-act-unknown"))?),
    };
    forum::readings::watch(conn, &actor, watched, id, level, cx.now)
}
