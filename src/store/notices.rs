//! What is told to people within the forum.

use super::{
    conn::{Conn, on_each},
    schema::{accounts, notices, posts, threads},
};
use crate::{
    domain::{
        lang::Lang,
        notice::NoticeKind,
        post::PostState,
        watch::{Level, Watched},
    },
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

macro_rules! notice_columns {
    () => {
        (notices::id, notices::kind, notices::text_id, notices::lang, notices::act_id, notices::actor_id, notices::at, notices::read_at)
    };
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

/// Those among several people who have not left.
///
/// # Errors
/// Database failures only.
pub fn reachable(conn: &mut Conn, people: &[i64]) -> Result<Vec<i64>> {
    let here = accounts::table.filter(accounts::id.eq_any(people.iter().copied())).filter(accounts::erased_at.is_null());
    Ok(here.order(accounts::id).select(accounts::id).load(conn)?)
}

/// Tells somebody; what they have not read yet about the same thing is told anew instead of twice. Returns the notice's id.
///
/// # Errors
/// Database failures only.
pub fn tell(conn: &mut Conn, account: i64, news: News, now: NaiveDateTime) -> Result<i64> {
    let row = (
        notices::account_id.eq(account),
        notices::kind.eq(news.kind.as_str()),
        notices::text_id.eq(Some(news.text)),
        notices::lang.eq(Some(news.lang.as_str())),
        notices::actor_id.eq(Some(news.actor)),
        notices::at.eq(now),
    );
    // The new one first: SQLite gives the number of a row that is gone to the next.
    let told = diesel::insert_into(notices::table).values(row).returning(notices::id).get_result(conn)?;
    let before = notices::table
        .filter(notices::account_id.eq(account))
        .filter(notices::kind.eq(news.kind.as_str()))
        .filter(notices::text_id.eq(Some(news.text)))
        .filter(notices::lang.eq(Some(news.lang.as_str())))
        .filter(notices::read_at.is_null())
        .filter(notices::id.ne(told));
    diesel::delete(before).execute(conn)?;
    Ok(told)
}

/// A notice that its owner has not read.
///
/// # Errors
/// Database failures only.
pub fn unread_one(conn: &mut Conn, id: i64) -> Result<Option<Notice>> {
    Ok(notices::table.find(id).filter(notices::read_at.is_null()).select(notice_columns!()).first(conn).optional()?)
}

/// What somebody has not read about a text.
///
/// # Errors
/// Database failures only.
pub fn unread_about_text(conn: &mut Conn, account: i64, text: i64) -> Result<Vec<NoticeKind>> {
    let unread =
        notices::table.filter(notices::account_id.eq(account)).filter(notices::text_id.eq(Some(text))).filter(notices::read_at.is_null());
    Ok(unread.select(notices::kind).load::<String>(conn)?.iter().filter_map(|kind| NoticeKind::parse(kind)).collect())
}

/// Tells everybody who follows one of several things, but for the people in `apart.1` and those who have muted thread
/// `apart.0`; who has an unread notice of the same kind and text is not told again.
///
/// # Errors
/// Database failures only.
pub fn tell_followers(conn: &mut Conn, watched: Watched, ids: &[i64], news: &News, apart: (i64, &[i64]), now: NaiveDateTime) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let list = |ids: &[i64]| ids.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
    let (thread, told) = apart;
    let sql = format!(
        "INSERT INTO notices (account_id, kind, text_id, lang, actor_id, at)
         SELECT DISTINCT w.account_id, '{kind}', {text}, '{lang}', {actor}, CAST('{now}' AS {timestamp}) FROM watches w
         JOIN accounts a ON a.id = w.account_id AND a.erased_at IS NULL
         WHERE w.subject = '{watched}' AND w.subject_id IN ({ids}) AND w.level <> '{mute}' AND w.account_id NOT IN ({told})
           AND NOT EXISTS (SELECT 1 FROM watches m WHERE m.account_id = w.account_id AND m.subject = '{thread_word}' AND m.subject_id = {thread}
             AND m.level = '{mute}')
           AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.account_id = w.account_id AND n.kind = '{kind}' AND n.text_id = {text}
             AND n.lang = '{lang}' AND n.read_at IS NULL)",
        kind = news.kind,
        text = news.text,
        lang = news.lang,
        actor = news.actor,
        timestamp = if matches!(conn, Conn::Sqlite(_)) { "TEXT" } else { "TIMESTAMP" },
        ids = list(ids),
        mute = Level::Mute,
        thread_word = Watched::Thread,
        told = list(told),
    );
    on_each!(conn, c => diesel::sql_query(sql).execute(c))?;
    Ok(())
}

/// What was told about a thread's posts up to a moment is read with them.
///
/// # Errors
/// Database failures only.
pub fn read_with(conn: &mut Conn, account: i64, thread: i64, to: NaiveDateTime, now: NaiveDateTime) -> Result<()> {
    let sql = format!(
        "UPDATE notices SET read_at = CAST('{now}' AS {timestamp}) WHERE account_id = {account} AND read_at IS NULL
         AND (text_id IN (SELECT p.text_id FROM posts p WHERE p.thread_id = {thread} AND p.created_at <= '{to}')
              AND kind IN ('{mentioned}', '{quoted}', '{replied}', '{opened}')
           OR kind = '{posted}' AND text_id = (SELECT t.text_id FROM threads t WHERE t.id = {thread} AND t.last_post_at <= '{to}'))",
        timestamp = if matches!(conn, Conn::Sqlite(_)) { "TEXT" } else { "TIMESTAMP" },
        mentioned = NoticeKind::Mentioned,
        quoted = NoticeKind::Quoted,
        replied = NoticeKind::Replied,
        opened = NoticeKind::Opened,
        posted = NoticeKind::Posted,
    );
    on_each!(conn, c => diesel::sql_query(sql).execute(c))?;
    Ok(())
}

/// How far unread notices are counted: nobody needs to know how many hundred there are.
pub const COUNTED: i64 = 100;

/// How many unread notices of these kinds somebody has, up to [`COUNTED`].
///
/// # Errors
/// Database failures only.
pub fn unread_of(conn: &mut Conn, account: i64, kinds: &[NoticeKind]) -> Result<i64> {
    let asked = unread_about(account).filter(notices::kind.eq_any(kinds.iter().map(|k| k.as_str())));
    Ok(asked.select(notices::id).limit(COUNTED).load::<i64>(conn)?.len() as i64)
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
        .select(notice_columns!())
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .load(conn)?)
}

/// How many one person has not read, without those about what is hidden (T12), up to [`COUNTED`].
///
/// # Errors
/// Database failures only.
pub fn unread(conn: &mut Conn, account: i64) -> Result<i64> {
    Ok(unread_about(account).select(notices::id).limit(COUNTED).load::<i64>(conn)?.len() as i64)
}

#[diesel::dsl::auto_type]
fn unread_about(account: i64) -> _ {
    let visible: &'static str = PostState::Visible.as_str();
    notices::table
        .left_join(posts::table.on(notices::text_id.eq(posts::text_id.nullable())))
        .left_join(threads::table.on(threads::id.eq(posts::thread_id)))
        .filter(notices::account_id.eq(account))
        .filter(notices::read_at.is_null())
        .filter(posts::id.is_null().or(posts::state.eq(visible).and(threads::hidden.eq(false))))
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
