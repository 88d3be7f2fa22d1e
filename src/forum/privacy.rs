//! U3: what is kept of a person is given to them, and removed when they say so.

use crate::{
    domain::{account::Role, lang::Lang, post::PostState, words},
    error::{Error, Result},
    store::{self, Conn, accounts::Account, moderation::Subject},
};
use chrono::{NaiveDateTime, SecondsFormat};
use serde_json::{Map, Value, json};

/// Everything of one person: sections of rows of named values. As JSON it is `{section: [{field: value}]}`; times are
/// RFC 3339 in UTC.
#[derive(Debug, Clone)]
pub struct Export(pub Vec<(&'static str, Vec<Map<String, Value>>)>);

impl Export {
    pub fn json(&self) -> Value {
        Value::Object(self.0.iter().map(|(name, rows)| ((*name).to_owned(), Value::from(rows.clone()))).collect())
    }
}

fn time(at: NaiveDateTime) -> Value {
    at.and_utc().to_rfc3339_opts(SecondsFormat::Secs, true).into()
}

fn row(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => Map::from_iter([("value".to_owned(), other)]),
    }
}

/// Gathers everything of one's own; nobody else's address or network, and no note of moderators, is in it.
///
/// # Errors
/// Database failures only.
pub fn export(conn: &mut Conn, me: &Account) -> Result<Export> {
    use store::privacy as of;
    let p = me.preferences();
    let langs = |langs: &[Lang]| langs.iter().map(|l| l.as_str()).collect::<Vec<_>>().join(", ");
    let account = json!({
        "handle": me.handle, "email": me.email, "display_name": me.display_name, "organisation": me.organisation,
        "territory": me.territory, "role": me.role.as_str(), "reads": langs(&p.reads), "writes": p.writes.as_str(),
        "page": p.page.map(Lang::as_str), "time_zone": p.zone.name(), "machine_text": p.machine, "reviews": me.reviews().words(),
        "created_at": time(me.created_at), "confirmed_at": me.confirmed_at.map(time), "suspended_until": me.suspended_until.map(time),
    });
    macro_rules! rows {
        ($found:expr, $pattern:pat => $value:tt) => {
            $found.into_iter().map(|$pattern| row(json!($value))).collect::<Vec<_>>()
        };
    }
    Ok(Export(vec![
        ("account", vec![row(account)]),
        (
            "consents",
            rows!(store::joins::consents(conn, me.id)?, c => { "wording": c.wording, "pages": c.pages, "lang": c.lang.as_str(), "at": time(c.at) }),
        ),
        (
            "sessions",
            rows!(store::sessions::of(conn, me.id, "")?, s => { "device": s.device, "created_at": time(s.created_at), "seen_at": time(s.seen_at) }),
        ),
        (
            "security",
            rows!(store::security::lines(conn, me.id, i64::MAX)?, l => { "event": l.event.as_str(), "network": l.network, "device": l.device, "at": time(l.at) }),
        ),
        ("keys", rows!(store::api_tokens::of(conn, me.id)?, t => { "name": t.name, "created_at": time(t.created_at) })),
        (
            "posts",
            rows!(of::posts_of(conn, me.id)?, (id, thread, text, state, at) => { "post": id, "thread": thread, "text": text, "state": state, "created_at": time(at) }),
        ),
        (
            "texts",
            rows!(of::written(conn, me.id)?, w => { "text": w.text_id, "kind": w.kind, "lang": w.lang, "revision": w.n, "title": w.title, "body": w.body, "note": w.note, "created_at": time(w.at) }),
        ),
        (
            "drafts",
            [
                rows!(of::drafts(conn, me.id)?, (text, lang, title, parts, at) => { "text": text, "lang": lang, "title": title, "body": parts, "saved_at": time(at) }),
                rows!(store::drafts::of(conn, me.id)?, d => { "place": d.place.word(), "lang": d.field("lang"), "title": d.field("title"), "body": d.field("body"), "saved_at": time(d.saved_at) }),
            ]
            .concat(),
        ),
        (
            "translating",
            rows!(of::slot_acts_of(conn, me.id)?, (text, lang, act, passage, reason, at) => { "text": text, "lang": lang, "act": act, "passage": passage, "reason": reason, "at": time(at) }),
        ),
        ("requests", rows!(of::requests(conn, me.id)?, (text, lang, at) => { "text": text, "lang": lang, "at": time(at) })),
        (
            "reports",
            rows!(of::flags_of(conn, me.id)?, (post, kind, words, at) => { "post": post, "kind": kind, "words": words, "at": time(at) }),
        ),
        (
            "decisions",
            rows!(of::acts_on(conn, me.id)?, (act, subject, reason, at) => { "act": act, "subject": subject, "reason": reason, "at": time(at) }),
        ),
        ("answers", rows!(of::answers(conn, me.id)?, (act, words, at) => { "decision": act, "words": words, "at": time(at) })),
        ("notices", rows!(of::notices_of(conn, me.id)?, (kind, at) => { "kind": kind, "at": time(at) })),
        (
            "following",
            rows!(store::watches::all(conn, me.id)?, (watched, id, level) => { "kind": watched.as_str(), "number": id, "level": level.as_str() }),
        ),
        (
            "files",
            rows!(store::attachments::of(conn, me.id)?, f => { "address": f.name.address(), "bytes": f.size, "created_at": time(f.at) }),
        ),
        (
            "subscriptions",
            rows!(store::subscriptions::of_member(conn, me.id)?, s => { "address": s.email, "lang": s.lang, "frequency": s.schedule().frequency, "weekday": s.schedule().weekday, "hour": s.schedule().hour, "zone": s.schedule().zone.name(), "asked_at": time(s.asked_at), "confirmed_at": time(s.confirmed_at), "stopped_at": s.stopped_at.map(time) }),
        ),
        ("reactions", rows!(store::reactions::by(conn, me.id)?, (post, kind, at) => { "post": post, "kind": kind, "at": time(at) })),
        (
            "positions",
            rows!(store::positions::by(conn, me.id)?, p => { "statement": p.statement_id, "value": p.value, "reason": p.post_id, "lang": p.lang, "revision": p.revision, "at": time(p.at) }),
        ),
        (
            "communities",
            rows!(store::communities::of_person(conn, me.id)?, (thread, lang, at) => { "thread": thread, "lang": lang, "at": time(at) }),
        ),
        (
            "statements",
            rows!(store::statements::by_proposer(conn, me.id)?, s => { "statement": s.id, "thread": s.thread_id, "text": s.text_id, "state": s.state, "created_at": time(s.created_at) }),
        ),
        (
            "objections",
            rows!(store::objections::by(conn, me.id)?, o => { "objection": o.id, "statement": o.statement_id, "post": o.post_id, "state": o.state, "at": time(o.at) }),
        ),
        (
            "experiences",
            rows!(store::consensus::pointed_by(conn, me.id)?, (thread, post, at) => { "thread": thread, "post": post, "at": time(at) }),
        ),
        ("reading", rows!(of::readings_of(conn, me.id)?, (thread, to) => { "thread": thread, "read_to": time(to) })),
        (
            "letters",
            rows!(of::letters(conn, me.id)?, (kind, at, sent) => { "kind": kind, "created_at": time(at), "sent_at": sent.map(time) }),
        ),
    ]))
}

words! {
    /// What becomes of what somebody wrote when their account goes.
    Contributions {
        /// They stay, under « former participant ».
        Keep = "keep",
        /// They go too, with their translations.
        Remove = "remove",
    }
}

/// Removes an account. Returns the names of letters that may lie in a folder, for the caller to forget.
///
/// # Errors
/// The last administrator; an account that is gone already.
pub fn erase(conn: &mut Conn, person: &Account, contributions: Contributions, now: NaiveDateTime) -> Result<Vec<String>> {
    // Two administrators who go at once must not both be the last but one.
    store::alone(conn)?;
    if person.role == Role::Admin && store::accounts::admins(conn)? <= 1 {
        return Err(Error::field("contributions", "errors-erase-last-admin"));
    }
    let person = store::accounts::find(conn, person.id)?;
    if person.erased_at.is_some() {
        return Err(Error::NotFound);
    }
    let key = crate::domain::account::sign_in_key(&person.email);
    let letters = store::outbox::to_person(conn, person.id, &person.email)?.into_iter().map(|l| l.message_id).collect();
    if contributions == Contributions::Remove {
        remove_words(conn, person.id, now)?;
    }
    store::privacy::forget(conn, person.id, &person.email, &key, now)?;
    store::moderation::log(conn, None, "erase", Subject::Account(person.id), contributions.as_str(), now)?;
    Ok(letters)
}

fn remove_words(conn: &mut Conn, account: i64, now: NaiveDateTime) -> Result<()> {
    let files: Vec<uuid::Uuid> = store::attachments::of(conn, account)?.iter().map(|f| f.name.id).collect();
    store::attachments::remove(conn, &files)?;
    store::privacy::wipe_translations(conn, account)?;
    super::statements::forget(conn, account)?;
    for (id, thread, text, state, _) in store::privacy::posts_of(conn, account)? {
        store::privacy::wipe_text(conn, text)?;
        let post = store::posts::find(conn, id)?;
        store::privacy::withdraw(conn, id)?;
        store::statements::forget_source(conn, id)?;
        let thread = store::threads::find(conn, thread, crate::domain::policy::Visible::Everything)?;
        // What an assembly decided stays with it.
        let has_others = store::privacy::has_others(conn, thread.id, account)? || store::consensus::find(conn, thread.id)?.is_some();
        if post.is_opening() && !has_others {
            if store::threads::set_hidden(conn, thread.id, true)? {
                store::themes::count(conn, thread.id, thread.lang, -1)?;
            }
        } else if !post.is_opening() && state == PostState::Visible.as_str() {
            store::threads::count_replies(conn, thread.id, -1)?;
        }
        super::threads::refresh(conn, thread.id)?;
        super::declarations::basis_moved(conn, account, &[text], now)?;
    }
    Ok(())
}
