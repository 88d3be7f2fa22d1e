//! Everything that is kept of one person: to be given to them, and to be removed (U3).

use super::{
    conn::Conn,
    schema::{
        accounts, api_tokens, audit, claims, drafts, notices, posts, reactions, readings, revisions, sessions, slot_acts, slot_drafts,
        slot_requests, slots, texts, theme_merge_watches, threads, watches,
    },
    schema_order::{cases, consents, flags, invitations, joins, letter_tokens, moderator_notes, outbox, security_log, tokens},
    search,
};
use crate::{
    domain::{
        account::{self, Role},
        lang::Lang,
        post::PostState,
        text::Quality,
    },
    error::Result,
};
use chrono::NaiveDateTime;
use diesel::{connection::SimpleConnection, prelude::*};

/// What somebody wrote in one slot of a text: original or translation.
#[derive(Debug, Clone, Queryable)]
pub struct Written {
    pub text_id: i64,
    pub kind: String,
    pub lang: String,
    pub n: i32,
    pub title: String,
    pub body: String,
    pub note: String,
    pub at: NaiveDateTime,
}

/// Every revision by this person, oldest first.
///
/// # Errors
/// Database failures only.
pub fn written(conn: &mut Conn, account: i64) -> Result<Vec<Written>> {
    Ok(revisions::table
        .inner_join(texts::table.on(texts::id.eq(revisions::text_id)))
        .filter(revisions::author_id.eq(Some(account)))
        .order(revisions::id)
        .select((
            revisions::text_id,
            texts::kind,
            revisions::lang,
            revisions::n,
            revisions::title,
            revisions::body,
            revisions::note,
            revisions::created_at,
        ))
        .load(conn)?)
}

/// The person's posts: id, thread, text, state, time.
pub type PostRow = (i64, i64, i64, String, NaiveDateTime);

/// # Errors
/// Database failures only.
pub fn posts_of(conn: &mut Conn, account: i64) -> Result<Vec<PostRow>> {
    Ok(posts::table
        .filter(posts::author_id.eq(account))
        .order(posts::id)
        .select((posts::id, posts::thread_id, posts::text_id, posts::state, posts::created_at))
        .load(conn)?)
}

/// Text, language, title, parts, time.
pub type DraftRow = (i64, String, String, String, NaiveDateTime);
/// Text, language, act, passage, reason, time.
pub type SlotActRow = (i64, String, String, String, String, NaiveDateTime);
/// Post, kind, words, time.
pub type FlagRow = (Option<i64>, String, String, NaiveDateTime);

/// What is typed and not saved.
///
/// # Errors
/// Database failures only.
pub fn drafts(conn: &mut Conn, account: i64) -> Result<Vec<DraftRow>> {
    Ok(slot_drafts::table
        .filter(slot_drafts::account_id.eq(account))
        .select((slot_drafts::text_id, slot_drafts::lang, slot_drafts::title, slot_drafts::parts, slot_drafts::saved_at))
        .load(conn)?)
}

/// What was done to slots.
///
/// # Errors
/// Database failures only.
pub fn slot_acts_of(conn: &mut Conn, account: i64) -> Result<Vec<SlotActRow>> {
    Ok(slot_acts::table
        .filter(slot_acts::actor_id.eq(account))
        .order(slot_acts::id)
        .select((slot_acts::text_id, slot_acts::lang, slot_acts::act, slot_acts::passage, slot_acts::reason, slot_acts::at))
        .load(conn)?)
}

/// Translations that were asked for: text, language, time.
///
/// # Errors
/// Database failures only.
pub fn requests(conn: &mut Conn, account: i64) -> Result<Vec<(i64, String, NaiveDateTime)>> {
    Ok(slot_requests::table
        .filter(slot_requests::account_id.eq(Some(account)))
        .select((slot_requests::text_id, slot_requests::lang, slot_requests::at))
        .load(conn)?)
}

/// What was flagged.
///
/// # Errors
/// Database failures only.
pub fn flags_of(conn: &mut Conn, account: i64) -> Result<Vec<FlagRow>> {
    Ok(flags::table
        .inner_join(cases::table.on(cases::id.eq(flags::case_id)))
        .filter(flags::account_id.eq(account))
        .order(flags::id)
        .select((cases::post_id, flags::kind, flags::words, flags::at))
        .load(conn)?)
}

/// Answers to what moderators did: act, words, time.
///
/// # Errors
/// Database failures only.
pub fn answers(conn: &mut Conn, account: i64) -> Result<Vec<(Option<i64>, String, NaiveDateTime)>> {
    Ok(cases::table
        .filter(cases::account_id.eq(Some(account)))
        .filter(cases::act_id.is_not_null())
        .order(cases::id)
        .select((cases::act_id, cases::words, cases::opened_at))
        .load(conn)?)
}

/// What moderators did to this person's words and account, without who did it: act, subject, reason, time.
///
/// # Errors
/// Database failures only.
pub fn acts_on(conn: &mut Conn, account: i64) -> Result<Vec<(String, String, String, NaiveDateTime)>> {
    let own = posts::table.filter(posts::author_id.eq(account)).select(posts::id);
    let opened = threads::table.filter(threads::author_id.eq(account)).select(threads::id);
    Ok(audit::table
        .filter(
            (audit::subject.eq("account").and(audit::subject_id.eq(account)))
                .or(audit::subject.eq("post").and(audit::subject_id.eq_any(own)))
                .or(audit::subject.eq("thread").and(audit::subject_id.eq_any(opened))),
        )
        .order(audit::id)
        .select((audit::act, audit::subject, audit::reason, audit::at))
        .load(conn)?)
}

/// How far threads are read: thread, moment.
///
/// # Errors
/// Database failures only.
pub fn readings_of(conn: &mut Conn, account: i64) -> Result<Vec<(i64, NaiveDateTime)>> {
    let own = readings::table.filter(readings::account_id.eq(account)).order(readings::thread_id);
    Ok(own.select((readings::thread_id, readings::read_to)).load(conn)?)
}

/// What was told in the forum: kind, time.
///
/// # Errors
/// Database failures only.
pub fn notices_of(conn: &mut Conn, account: i64) -> Result<Vec<(String, NaiveDateTime)>> {
    Ok(notices::table.filter(notices::account_id.eq(account)).order(notices::id).select((notices::kind, notices::at)).load(conn)?)
}

/// Letters that were sent: kind, when asked for, when sent.
///
/// # Errors
/// Database failures only.
pub fn letters(conn: &mut Conn, account: i64) -> Result<Vec<(String, NaiveDateTime, Option<NaiveDateTime>)>> {
    Ok(outbox::table
        .filter(outbox::account_id.eq(Some(account)))
        .order(outbox::id)
        .select((outbox::kind, outbox::created_at, outbox::sent_at))
        .load(conn)?)
}

/// Removes what is personal; the row stays as a former participant, to whom kept contributions point.
///
/// # Errors
/// Database failures only.
pub fn forget(conn: &mut Conn, id: i64, email: &str, email_key: &str, now: NaiveDateTime) -> Result<()> {
    super::subscriptions::forget(conn, id, email_key)?;
    super::bounces::forget(conn, email_key)?;
    diesel::delete(sessions::table.filter(sessions::account_id.eq(id))).execute(conn)?;
    diesel::delete(api_tokens::table.filter(api_tokens::account_id.eq(id))).execute(conn)?;
    diesel::delete(tokens::table.filter(tokens::account_id.eq(id))).execute(conn)?;
    diesel::delete(consents::table.filter(consents::account_id.eq(id))).execute(conn)?;
    diesel::delete(security_log::table.filter(security_log::account_id.eq(id))).execute(conn)?;
    diesel::delete(notices::table.filter(notices::account_id.eq(id))).execute(conn)?;
    diesel::delete(slot_drafts::table.filter(slot_drafts::account_id.eq(id))).execute(conn)?;
    diesel::delete(claims::table.filter(claims::account_id.eq(id))).execute(conn)?;
    diesel::delete(reactions::table.filter(reactions::account_id.eq(id))).execute(conn)?;
    diesel::delete(drafts::table.filter(drafts::account_id.eq(id))).execute(conn)?;
    diesel::delete(readings::table.filter(readings::account_id.eq(id))).execute(conn)?;
    diesel::delete(watches::table.filter(watches::account_id.eq(id))).execute(conn)?;
    diesel::delete(theme_merge_watches::table.filter(theme_merge_watches::account_id.eq(id))).execute(conn)?;
    diesel::delete(letter_tokens::table.filter(letter_tokens::account_id.eq(id))).execute(conn)?;
    diesel::delete(slot_requests::table.filter(slot_requests::account_id.eq(Some(id)))).execute(conn)?;
    diesel::delete(outbox::table.filter(outbox::account_id.eq(Some(id)).or(outbox::email.eq(email)))).execute(conn)?;
    diesel::delete(joins::table.filter(joins::email_key.eq(email_key))).execute(conn)?;
    diesel::delete(invitations::table.filter(invitations::email.eq(email).or(invitations::inviter_id.eq(Some(id))))).execute(conn)?;
    diesel::update(invitations::table.filter(invitations::account_id.eq(Some(id)))).set(invitations::email.eq("")).execute(conn)?;
    diesel::delete(moderator_notes::table.filter(moderator_notes::subject.eq("account")).filter(moderator_notes::subject_id.eq(id)))
        .execute(conn)?;
    diesel::update(flags::table.filter(flags::account_id.eq(id))).set(flags::words.eq("")).execute(conn)?;
    diesel::update(cases::table.filter(cases::account_id.eq(Some(id)))).set(cases::words.eq("")).execute(conn)?;
    let skeleton: Option<String> = accounts::table.find(id).select(accounts::handle_skeleton).first(conn)?;
    // No handle that anybody can type begins so.
    let nobody = format!("~{id}");
    diesel::update(accounts::table.find(id))
        .set((
            accounts::handle.eq(&nobody),
            accounts::handle_key.eq(&nobody),
            accounts::handle_skeleton.eq(skeleton.as_deref().map(account::tombstone)),
            accounts::email.eq(""),
            accounts::email_key.eq(&nobody),
            accounts::password_hash.eq(None::<String>),
            accounts::role.eq(Role::Participant.as_str()),
            accounts::display_name.eq(""),
            accounts::organisation.eq(""),
            accounts::territory.eq(""),
            accounts::page_lang.eq(None::<String>),
            accounts::time_zone.eq("UTC"),
            accounts::reviews.eq(""),
            accounts::confirmed_at.eq(None::<NaiveDateTime>),
            accounts::suspended_until.eq(None::<NaiveDateTime>),
            accounts::erased_at.eq(Some(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Words that are removed leave this in their place where something has to stand.
const GONE: &str = "…";

/// Every slot of a text loses its words, and all but the original are empty.
///
/// # Errors
/// Database failures only.
pub fn wipe_text(conn: &mut Conn, text: i64) -> Result<()> {
    diesel::update(revisions::table.filter(revisions::text_id.eq(text)).filter(revisions::title.ne("")))
        .set(revisions::title.eq(GONE))
        .execute(conn)?;
    diesel::update(revisions::table.filter(revisions::text_id.eq(text)))
        .set((revisions::body.eq(""), revisions::html.eq(""), revisions::note.eq("")))
        .execute(conn)?;
    diesel::delete(slot_drafts::table.filter(slot_drafts::text_id.eq(text))).execute(conn)?;
    diesel::update(slot_acts::table.filter(slot_acts::text_id.eq(text)))
        .set((slot_acts::passage.eq(""), slot_acts::reason.eq("")))
        .execute(conn)?;
    let translations = slots::table.filter(slots::text_id.eq(text)).filter(slots::quality.ne(Quality::Original.as_str()));
    diesel::update(translations).set((slots::quality.eq(Quality::Empty.as_str()), slots::revision.eq(0))).execute(conn)?;
    Lang::THREE.into_iter().try_for_each(|lang| search::refresh(conn, text, lang))
}

/// The person's translations of other people's words lose theirs; a slot that showed one is empty.
///
/// # Errors
/// Database failures only.
pub fn wipe_translations(conn: &mut Conn, account: i64) -> Result<()> {
    let own: Vec<(i64, i64, String, i32)> = revisions::table
        .filter(revisions::author_id.eq(Some(account)))
        .filter(revisions::based_on.is_not_null())
        .select((revisions::id, revisions::text_id, revisions::lang, revisions::n))
        .load(conn)?;
    for (id, text, lang, n) in own {
        diesel::update(revisions::table.find(id))
            .set((revisions::title.eq(""), revisions::body.eq(""), revisions::html.eq(""), revisions::note.eq("")))
            .execute(conn)?;
        let shown = slots::table.find((text, &lang)).filter(slots::revision.eq(n));
        diesel::update(shown).set((slots::quality.eq(Quality::Empty.as_str()), slots::revision.eq(0))).execute(conn)?;
        if let Some(lang) = Lang::parse(&lang) {
            search::refresh(conn, text, lang)?;
        }
    }
    let acts = slot_acts::table.filter(slot_acts::actor_id.eq(account));
    diesel::update(acts).set((slot_acts::passage.eq(""), slot_acts::reason.eq(""))).execute(conn)?;
    Ok(())
}

/// Whether somebody else has written in a thread what can be read.
///
/// # Errors
/// Database failures only.
pub fn has_others(conn: &mut Conn, thread: i64, account: i64) -> Result<bool> {
    Ok(posts::table
        .filter(posts::thread_id.eq(thread))
        .filter(posts::author_id.ne(account))
        .filter(posts::state.eq(PostState::Visible.as_str()))
        .select(posts::id)
        .first::<i64>(conn)
        .optional()?
        .is_some())
}

/// A post of somebody who took their words away.
///
/// # Errors
/// Database failures only.
pub fn withdraw(conn: &mut Conn, post: i64) -> Result<()> {
    diesel::update(posts::table.find(post)).set(posts::state.eq(PostState::Deleted.as_str())).execute(conn)?;
    Ok(())
}

/// Leaves no byte of what was removed in the database's files: on SQLite freed places are overwritten anyway
/// (`secure_delete`), and here the log of writes goes; PostgreSQL reuses the places, and its own log ages.
pub(super) fn scrub(conn: &mut Conn) -> anyhow::Result<()> {
    match conn {
        Conn::Sqlite(c) => c.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?,
        Conn::Postgres(c) => c.batch_execute("VACUUM")?,
    }
    Ok(())
}
