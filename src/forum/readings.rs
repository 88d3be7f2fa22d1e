//! P7: how far members have read, and what they follow or have muted.

use crate::{
    domain::{
        account::Actor,
        policy::Visible,
        watch::{self, Level, Watched},
    },
    error::{Error, Result},
    store::{self, Conn, accounts::Account, readings::Reader, threads::Thread},
};
use chrono::{NaiveDateTime, TimeDelta};

/// How this person has read so far.
pub fn reader(me: &Account) -> Reader {
    Reader { account: me.id, caught_up_at: me.caught_up_at() }
}

/// Everything in a thread up to `post` (`None`: all that is there) is read, and what was told about it.
///
/// # Errors
/// A thread that this person cannot find; a post that stands in another one.
pub fn read(conn: &mut Conn, actor: &Actor, thread: i64, post: Option<i64>, now: NaiveDateTime) -> Result<()> {
    let thread = store::threads::find(conn, thread, Visible::to(Some(actor)))?;
    let to = match post {
        Some(post) => store::readings::moment(conn, thread.id, post)?,
        None => thread.last_post_at,
    };
    store::readings::read_to(conn, actor.id, thread.id, to)?;
    store::notices::read_with(conn, actor.id, thread.id, to, now)
}

/// These posts were seen: the thread is read up to the newest of them, or up to what is new and was not seen before it.
///
/// # Errors
/// A thread that this person cannot find.
pub fn saw(conn: &mut Conn, me: &Account, thread: i64, seen: &[i64], now: NaiveDateTime) -> Result<()> {
    let thread = store::threads::find(conn, thread, Visible::to(Some(&me.actor())))?;
    let Some(newest) = store::readings::newest_among(conn, thread.id, seen)? else { return Ok(()) };
    let to = match store::readings::first_unseen(conn, reader(me), thread.id, seen)? {
        Some(left_out) if left_out <= newest => left_out - TimeDelta::microseconds(1),
        _ => newest,
    };
    store::readings::read_to(conn, me.id, thread.id, to)?;
    store::notices::read_with(conn, me.id, thread.id, to, now)
}

/// Whoever answers has read what they answer, unless something else in the thread is new for them.
///
/// # Errors
/// Database failures only.
pub(super) fn own(conn: &mut Conn, actor: &Actor, thread: &Thread, at: NaiveDateTime) -> Result<()> {
    let me = store::accounts::find(conn, actor.id)?;
    match store::readings::first(conn, reader(&me), thread.id)? {
        Some(_) => Ok(()),
        None => store::readings::read_to(conn, actor.id, thread.id, at),
    }
}

/// Everything in the forum is read.
///
/// # Errors
/// Database failures only.
pub fn catch_up(conn: &mut Conn, actor: &Actor, now: NaiveDateTime) -> Result<()> {
    store::readings::catch_up(conn, actor.id, now)?;
    store::readings::forget_before(conn, actor.id, now)
}

/// Follows something; letters come at once as they do of the forum.
///
/// # Errors
/// As [`watch`].
pub fn follow(conn: &mut Conn, actor: &Actor, watched: Watched, id: i64, now: NaiveDateTime) -> Result<()> {
    let site = store::watches::level(conn, actor.id, Watched::Site, 0)?.unwrap_or(watch::PRESET);
    watch(conn, actor, watched, id, Some(site.following()), now)
}

/// Watches something so closely; `None`: no longer. Who wants no letters of the forum at all gets no digest either.
///
/// # Errors
/// A thread that this person cannot find.
pub fn watch(conn: &mut Conn, actor: &Actor, watched: Watched, id: i64, level: Option<Level>, now: NaiveDateTime) -> Result<()> {
    match watched {
        Watched::Thread => {
            store::threads::find(conn, id, Visible::to(Some(actor)))?;
        }
        Watched::Theme if store::themes::all(conn)?.iter().any(|t| t.id == id) => {}
        Watched::Theme => return Err(Error::NotFound),
        Watched::Site => {
            if level == Some(Level::Mute)
                && let Some(subscription) = store::subscriptions::of_member(conn, actor.id)?
            {
                store::subscriptions::stop(conn, subscription.id, now)?;
            }
        }
    }
    store::watches::watch(conn, actor.id, watched, id, level, now)
}
