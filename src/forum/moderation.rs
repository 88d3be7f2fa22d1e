//! M5: acts on words and accounts, written down with their reason. Whoever is concerned is told, once.

use super::{letters, relocations};
use crate::{
    domain::{
        account::Actor,
        lang::Lang,
        letter::Letter,
        moderation::{Place, Placed, Why},
        notice::NoticeKind,
        policy::{self, Visible},
        text::Reader,
        words,
    },
    error::{Error, Result},
    store::{
        self, Conn,
        accounts::Account,
        cases::Case,
        communities::Because,
        moderation::{Entry, Line, Subject},
    },
};
use chrono::NaiveDateTime;

words! {
    /// What is done to an account; each pair undoes itself.
    AccountAct {
        Suspend = "suspend",
        Unsuspend = "unsuspend",
        /// Trusted: nothing of theirs waits any more.
        Confirm = "confirm",
        Unconfirm = "unconfirm",
    }
}

/// An act, to be written down and told.
pub(super) struct Deed<'a> {
    pub act: &'a str,
    pub subject: Subject,
    pub why: &'a Why,
    pub until: Option<NaiveDateTime>,
    /// Whose words or account it is.
    pub concerns: i64,
    /// By mail too, not only in the forum.
    pub letter: bool,
}

/// Writes the audit line, and tells whom it concerns unless they did it themselves.
///
/// # Errors
/// A prepared answer that there is not.
pub(super) fn record(conn: &mut Conn, actor: Option<i64>, deed: &Deed, now: NaiveDateTime) -> Result<()> {
    if let Some(canned) = deed.why.canned
        && store::canned::find(conn, canned)?.is_none()
    {
        return Err(Error::field("canned", "errors-canned-unknown"));
    }
    let entry = Entry { actor, act: deed.act, subject: deed.subject, why: deed.why, until: deed.until };
    let line = store::moderation::record(conn, &entry, now)?;
    if actor == Some(deed.concerns) {
        return Ok(());
    }
    store::notices::tell_act(conn, deed.concerns, NoticeKind::Moderated, Some(line), now)?;
    if deed.letter {
        let person = store::accounts::find(conn, deed.concerns)?;
        if person.erased_at.is_none() {
            letters::to_member(conn, &person, &Letter::Acted { act: line }, now)?;
        }
    }
    Ok(())
}

/// Stops an account until a moment, lets it go on, or says that nothing of it has to wait; its person is told.
///
/// # Errors
/// Not of this person (`None` is the command line, which has every right), no reason, somebody who was erased.
pub fn act_on_account(
    conn: &mut Conn,
    actor: Option<&Actor>,
    person: i64,
    act: AccountAct,
    until: Option<NaiveDateTime>,
    why: &Why,
    now: NaiveDateTime,
) -> Result<()> {
    let person = store::accounts::find(conn, person)?;
    if let Some(actor) = actor {
        policy::suspend(actor, person.id, person.role)?;
    }
    if !why.is_given() {
        return Err(Error::field("reason", "errors-denied-reason-needed"));
    }
    if person.erased_at.is_some() {
        return Err(Error::NotFound);
    }
    if !change_account(conn, &person, act, until, now)? {
        return Ok(());
    }
    let letter = matches!(act, AccountAct::Suspend | AccountAct::Unsuspend);
    let deed = Deed { act: act.as_str(), subject: Subject::Account(person.id), why, until, concerns: person.id, letter };
    record(conn, actor.map(|a| a.id), &deed, now)
}

/// Whether anything changed.
///
/// # Errors
/// Database failures only.
pub fn change_account(
    conn: &mut Conn,
    person: &Account,
    act: AccountAct,
    until: Option<NaiveDateTime>,
    now: NaiveDateTime,
) -> Result<bool> {
    match act {
        AccountAct::Suspend => {
            let until = until.unwrap_or(never());
            if person.suspended_until == Some(until) {
                return Ok(false);
            }
            store::accounts::suspend(conn, person.id, Some(until))?;
        }
        AccountAct::Unsuspend if person.is_suspended(now) => store::accounts::suspend(conn, person.id, None)?,
        // C4: whom moderators vouch for counts; whom they trust no more does not.
        AccountAct::Confirm if person.confirmed_at.is_none() => {
            store::accounts::confirm(conn, person.id, Some(now))?;
            store::communities::make_eligible(conn, person.id, Because::Moderator, now)?;
        }
        AccountAct::Unconfirm if person.confirmed_at.is_some() => {
            store::accounts::confirm(conn, person.id, None)?;
            store::communities::make_ineligible(conn, person.id, now)?;
        }
        AccountAct::Unsuspend | AccountAct::Confirm | AccountAct::Unconfirm => return Ok(false),
    }
    Ok(true)
}

/// The end of what has none.
pub fn never() -> NaiveDateTime {
    chrono::NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default().and_time(chrono::NaiveTime::MIN)
}

/// An act, for the person whom it concerns, or for moderators.
pub struct Act {
    pub line: Line,
    pub concerns: i64,
    /// The answer that was given to it.
    pub answer: Option<Case>,
}

/// One act on somebody's words or account.
///
/// # Errors
/// [`Error::NotFound`] for everybody else, and for acts that concern nobody.
pub fn act(conn: &mut Conn, actor: &Actor, line: i64) -> Result<Act> {
    let line = store::moderation::line(conn, line)?;
    let concerns = concerned(conn, &line)?.ok_or(Error::NotFound)?;
    // That somebody's report was dismissed is between them and the moderators.
    if (concerns != actor.id || line.act == "dismiss") && !actor.role.is_moderator() {
        return Err(Error::NotFound);
    }
    let answer = store::cases::answer_to(conn, line.id)?;
    Ok(Act { line, concerns, answer })
}

/// Whose words or account an act was about.
///
/// # Errors
/// Database failures only.
pub fn concerned(conn: &mut Conn, line: &Line) -> Result<Option<i64>> {
    Ok(match line.subject() {
        Some(Subject::Post(id)) => Some(store::posts::find(conn, id)?.author_id),
        Some(Subject::Thread(id)) => Some(store::threads::find(conn, id, Visible::Everything)?.author_id),
        Some(Subject::Account(id)) => Some(id),
        _ => None,
    })
}

/// Where an act was done, for a letter or page in this language; `None` for acts on an account. A merged thread has the
/// title that stands in the other one.
///
/// # Errors
/// Database failures only.
pub fn place(conn: &mut Conn, line: &Line, lang: Lang) -> Result<Option<Place>> {
    let (what, post, thread) = match line.subject() {
        Some(Subject::Post(id)) => {
            let post = store::posts::find(conn, id)?;
            let thread = post.thread_id;
            (Placed::Post, Some(post), thread)
        }
        Some(Subject::Thread(id)) => (Placed::Thread, None, id),
        _ => return Ok(None),
    };
    let thread = store::threads::find(conn, thread, Visible::Everything)?;
    let seen = match thread.moved_to {
        Some(_) => relocations::leads_to(conn, thread.id, Visible::Public)?.is_some(),
        None => Visible::Public.thread(thread.door()),
    };
    let title = if seen {
        let reader = Reader { page: lang, machine: true, reads: Vec::new() };
        store::texts::find(conn, thread.text_id)?.title(&reader).0.to_owned()
    } else {
        String::new()
    };
    Ok(Some(match post {
        Some(post) => {
            let readable = Visible::Public.post(thread.door(), post.state, post.author_id);
            Place { what, id: post.id, n: post.n, title, readable, at: post.created_at }
        }
        None => Place { what, id: thread.id, n: 1, title, readable: seen, at: thread.created_at },
    }))
}

/// Whether one may answer it: acts that take something away, by somebody else.
pub fn is_answerable(line: &Line, concerns: i64) -> bool {
    let takes = ["hide", "delete", "edit", "lock", "move", "split", "merge", "suspend"].contains(&line.act.as_str());
    takes && line.actor_id.is_some_and(|actor| actor != concerns)
}
