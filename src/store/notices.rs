//! What is told to people within the forum.

use super::{
    conn::Conn,
    schema::{notices, posts, threads},
};
use crate::{
    domain::{lang::Lang, post::PostState, slot::NoticeKind},
    error::Result,
};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// One notice.
#[derive(Debug, Clone, Queryable)]
pub struct Notice {
    pub id: i64,
    #[diesel(deserialize_as = String)]
    pub kind: NoticeKind,
    /// The text that it is about, and the slot; an act of moderators has neither.
    pub text_id: Option<i64>,
    lang: Option<String>,
    /// The line of the audit log that it is about.
    pub act_id: Option<i64>,
    pub actor_id: Option<i64>,
    pub at: NaiveDateTime,
    pub read_at: Option<NaiveDateTime>,
}

impl Notice {
    /// The text and the slot that it is about.
    pub fn slot(&self) -> Option<(i64, Lang)> {
        Some((self.text_id?, self.lang.as_deref().and_then(Lang::parse)?))
    }
}

/// Something to tell.
#[derive(Debug, Clone, Copy)]
pub struct News {
    pub kind: NoticeKind,
    pub text: i64,
    pub lang: Lang,
    pub actor: i64,
}

/// Tells somebody; what they have not read yet about the same thing is told anew instead of twice.
///
/// # Errors
/// Database failures only.
pub fn tell(conn: &mut Conn, account: i64, news: News, now: NaiveDateTime) -> Result<()> {
    let unread = notices::table
        .filter(notices::account_id.eq(account))
        .filter(notices::kind.eq(news.kind.as_str()))
        .filter(notices::text_id.eq(Some(news.text)))
        .filter(notices::lang.eq(Some(news.lang.as_str())))
        .filter(notices::read_at.is_null());
    diesel::delete(unread).execute(conn)?;
    let row = (
        notices::account_id.eq(account),
        notices::kind.eq(news.kind.as_str()),
        notices::text_id.eq(Some(news.text)),
        notices::lang.eq(Some(news.lang.as_str())),
        notices::actor_id.eq(Some(news.actor)),
        notices::at.eq(now),
    );
    diesel::insert_into(notices::table).values(row).execute(conn)?;
    Ok(())
}

/// Tells somebody what moderators did; `None` for what they did to others. The same line is told once.
///
/// # Errors
/// Database failures only.
pub fn tell_act(conn: &mut Conn, account: i64, kind: NoticeKind, act: Option<i64>, now: NaiveDateTime) -> Result<()> {
    let row = (notices::account_id.eq(account), notices::kind.eq(kind.as_str()), notices::act_id.eq(act), notices::at.eq(now));
    diesel::insert_into(notices::table).values(row).execute(conn)?;
    Ok(())
}

/// One person's notices, newest first, before notice `before`.
///
/// # Errors
/// Database failures only.
pub fn of(conn: &mut Conn, account: i64, before: i64, limit: usize) -> Result<Vec<Notice>> {
    Ok(notices::table
        .filter(notices::account_id.eq(account))
        .filter(notices::id.lt(before))
        .order(notices::id.desc())
        .select((
            notices::id,
            notices::kind,
            notices::text_id,
            notices::lang,
            notices::act_id,
            notices::actor_id,
            notices::at,
            notices::read_at,
        ))
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .load(conn)?)
}

/// How many one person has not read, without those about what is hidden (T12).
///
/// # Errors
/// Database failures only.
pub fn unread(conn: &mut Conn, account: i64) -> Result<i64> {
    Ok(notices::table
        .left_join(posts::table.on(notices::text_id.eq(posts::text_id.nullable())))
        .left_join(threads::table.on(threads::id.eq(posts::thread_id)))
        .filter(notices::account_id.eq(account))
        .filter(notices::read_at.is_null())
        .filter(posts::id.is_null().or(posts::state.eq(PostState::Visible.as_str()).and(threads::hidden.eq(false))))
        .count()
        .get_result(conn)?)
}

/// Everything up to notice `newest` is read: what came while the page was open stays unread.
///
/// # Errors
/// Database failures only.
pub fn read(conn: &mut Conn, account: i64, newest: i64, now: NaiveDateTime) -> Result<()> {
    let seen = notices::table.filter(notices::account_id.eq(account)).filter(notices::id.le(newest)).filter(notices::read_at.is_null());
    diesel::update(seen).set(notices::read_at.eq(Some(now))).execute(conn)?;
    Ok(())
}
