//! Files of posts, and which texts show them.

use super::{
    conn::{Conn, on_each},
    schema::{attachment_bytes, attachment_uses, attachments, drafts, posts, slot_drafts, threads},
};
use crate::{
    domain::{
        attachment::{self, AttachmentKind, Name},
        policy::{Door, Visible},
        post::PostState,
    },
    error::{Error, Result},
};
use chrono::NaiveDateTime;
use diesel::{
    dsl::{exists, not},
    prelude::*,
};
use std::collections::HashMap;
use uuid::Uuid;

/// A file without its bytes.
#[derive(Debug, Clone)]
pub struct Attachment {
    pub name: Name,
    pub account_id: i64,
    /// In bytes.
    pub size: i64,
    pub at: NaiveDateTime,
}

type Row = (String, i64, String, i32, i32, i64, NaiveDateTime);

fn attachment((id, account_id, kind, width, height, size, at): Row) -> Result<Attachment> {
    let (Ok(id), Some(kind)) = (Uuid::parse_str(&id), AttachmentKind::parse(&kind)) else {
        return Err(anyhow::anyhow!("attachment {id} is of no known kind").into());
    };
    let pixels = kind.is_picture().then(|| (width.unsigned_abs(), height.unsigned_abs()));
    Ok(Attachment { name: Name { id, kind, size: pixels }, account_id, size, at })
}

/// # Errors
/// [`Error::NotFound`] also for another kind or size than that of the file.
pub fn find(conn: &mut Conn, name: &Name) -> Result<Attachment> {
    let found = attachment(attachments::table.find(name.id.to_string()).first::<Row>(conn)?)?;
    if found.name == *name { Ok(found) } else { Err(Error::NotFound) }
}

/// Somebody's files, the newest first.
///
/// # Errors
/// Database failures only.
pub fn of(conn: &mut Conn, account: i64) -> Result<Vec<Attachment>> {
    let own = attachments::table.filter(attachments::account_id.eq(account)).order((attachments::at.desc(), attachments::id.desc()));
    own.load::<Row>(conn)?.into_iter().map(attachment).collect()
}

/// How many bytes somebody's files have.
///
/// # Errors
/// Database failures only.
pub fn kept_by(conn: &mut Conn, account: i64) -> Result<i64> {
    let sizes: Vec<i64> = attachments::table.filter(attachments::account_id.eq(account)).select(attachments::size).load(conn)?;
    Ok(sizes.iter().sum())
}

/// # Errors
/// Database failures only.
pub fn bytes(conn: &mut Conn, id: Uuid) -> Result<Vec<u8>> {
    Ok(attachment_bytes::table.find(id.to_string()).select(attachment_bytes::data).first(conn)?)
}

/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, name: &Name, account: i64, bytes: &[u8], now: NaiveDateTime) -> Result<()> {
    let (width, height) = name.size.unwrap_or_default();
    let pixels = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    let row = (
        attachments::id.eq(name.id.to_string()),
        attachments::account_id.eq(account),
        attachments::kind.eq(name.kind.as_str()),
        attachments::width.eq(pixels(width)),
        attachments::height.eq(pixels(height)),
        attachments::size.eq(i64::try_from(bytes.len()).unwrap_or(i64::MAX)),
        attachments::at.eq(now),
    );
    diesel::insert_into(attachments::table).values(row).execute(conn)?;
    let row = (attachment_bytes::attachment_id.eq(name.id.to_string()), attachment_bytes::data.eq(bytes));
    diesel::insert_into(attachment_bytes::table).values(row).execute(conn)?;
    Ok(())
}

/// Notes that a text shows the files that its new words name, as far as they belong to whoever wrote those words.
///
/// # Errors
/// Database failures only.
pub(super) fn used(conn: &mut Conn, text: i64, author: Option<i64>, body: &str) -> Result<()> {
    let named: Vec<String> = attachment::named(body).iter().map(Uuid::to_string).collect();
    let Some(author) = author.filter(|_| !named.is_empty()) else { return Ok(()) };
    let own = attachments::table.filter(attachments::id.eq_any(named)).filter(attachments::account_id.eq(author));
    for id in own.select(attachments::id).load::<String>(conn)? {
        let row = (attachment_uses::attachment_id.eq(id), attachment_uses::text_id.eq(text));
        on_each!(conn, c => diesel::insert_into(attachment_uses::table).values(row).on_conflict_do_nothing().execute(c))?;
    }
    Ok(())
}

/// The posts that show each file, as far as this reader can read them.
///
/// # Errors
/// Database failures only.
pub fn shown_in(conn: &mut Conn, ids: &[Uuid], visible: Visible) -> Result<HashMap<Uuid, Vec<i64>>> {
    let rows: Vec<(String, i64, String, i64, bool, bool, i64)> = attachment_uses::table
        .inner_join(posts::table.on(posts::text_id.eq(attachment_uses::text_id)))
        .inner_join(threads::table.on(threads::id.eq(posts::thread_id)))
        .filter(attachment_uses::attachment_id.eq_any(ids.iter().map(Uuid::to_string)))
        .order(posts::id)
        .select((
            attachment_uses::attachment_id,
            posts::id,
            posts::state,
            posts::author_id,
            threads::hidden,
            threads::held,
            threads::author_id,
        ))
        .load(conn)?;
    let mut shown: HashMap<Uuid, Vec<i64>> = HashMap::new();
    for (id, post, state, author, hidden, held, opener) in rows {
        let door = Door { hidden, held, author: opener };
        if let (Ok(id), Some(state)) = (Uuid::parse_str(&id), PostState::parse(&state))
            && visible.post(door, state, author)
        {
            shown.entry(id).or_default().push(post);
        }
    }
    Ok(shown)
}

/// # Errors
/// Database failures only.
pub fn remove(conn: &mut Conn, ids: &[Uuid]) -> Result<()> {
    let ids: Vec<String> = ids.iter().map(Uuid::to_string).collect();
    diesel::delete(attachment_uses::table.filter(attachment_uses::attachment_id.eq_any(&ids))).execute(conn)?;
    diesel::delete(attachment_bytes::table.filter(attachment_bytes::attachment_id.eq_any(&ids))).execute(conn)?;
    diesel::delete(attachments::table.filter(attachments::id.eq_any(&ids))).execute(conn)?;
    Ok(())
}

/// Nobody puts one of these into a text before this transaction ends.
///
/// # Errors
/// Database failures only.
pub fn hold(conn: &mut Conn, ids: &[Uuid]) -> Result<()> {
    if let Conn::Postgres(c) = conn {
        let ids: Vec<String> = ids.iter().map(Uuid::to_string).collect();
        attachments::table.filter(attachments::id.eq_any(&ids)).select(attachments::id).for_update().load::<String>(c)?;
    }
    Ok(())
}

/// Files older than `before` that stand in no text and in no draft of whoever sent them.
///
/// # Errors
/// Database failures only.
pub fn unused(conn: &mut Conn, before: NaiveDateTime) -> Result<Vec<Uuid>> {
    let used = attachment_uses::table.filter(attachment_uses::attachment_id.eq(attachments::id));
    let old: Vec<(String, i64)> = attachments::table
        .filter(attachments::at.lt(before))
        .filter(not(exists(used)))
        .select((attachments::id, attachments::account_id))
        .load(conn)?;
    let mut unused = Vec::new();
    for (id, account) in old {
        let drafted = drafts::table.filter(drafts::account_id.eq(account)).filter(drafts::fields.like(format!("%{id}%")));
        let translated = slot_drafts::table.filter(slot_drafts::account_id.eq(account)).filter(slot_drafts::parts.like(format!("%{id}%")));
        let in_draft = drafted.select(drafts::id).first::<i64>(conn).optional()?.is_some()
            || translated.select(slot_drafts::text_id).first::<i64>(conn).optional()?.is_some();
        if !in_draft {
            unused.extend(Uuid::parse_str(&id));
        }
    }
    Ok(unused)
}
