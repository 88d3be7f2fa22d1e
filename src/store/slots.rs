//! What is done to slots: revised, proposed, reviewed, cleared; and the acts that wait for somebody (T5, T6, T10).

use super::{
    conn::Conn,
    schema::{revisions, slot_acts, slots},
    search,
    texts::{self, NewRevision},
};
use crate::{
    domain::{lang::Lang, slot::Outcome, text::Quality, words},
    error::{Error, Result, Standing},
};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// What a person saw of a slot before they acted: a review changes the quality and not the revision.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    pub revision: i32,
    pub quality: Quality,
}

/// What a slot becomes with a new revision.
#[derive(Debug, Clone, Copy)]
pub struct Becomes {
    pub quality: Quality,
    /// Who answers for it, where it stays reviewed.
    pub reviewer: Option<i64>,
}

/// Saves a new current revision of a slot, if the slot is still what was seen (T5, T6).
///
/// Returns the new revision's number.
///
/// # Errors
/// [`Error::Conflict`] with what stands there now.
pub fn revise(conn: &mut Conn, text: i64, lang: Lang, seen: Seen, to: Becomes, new: &NewRevision, now: NaiveDateTime) -> Result<i32> {
    let n: Option<i32> = diesel::update(still(text, lang, seen))
        .set((
            slots::revision.eq(slots::newest + 1),
            slots::newest.eq(slots::newest + 1),
            slots::quality.eq(to.quality.as_str()),
            slots::reviewer_id.eq(to.reviewer),
            slots::reviewed_at.eq(to.reviewer.map(|_| now)),
        ))
        .returning(slots::revision)
        .get_result(conn)
        .optional()?;
    let Some(n) = n else { return Err(conflict(conn, text, lang)?) };
    texts::insert_revision(conn, text, lang, n, new, now)?;
    search::refresh(conn, text, lang)?;
    Ok(n)
}

/// Keeps a revision beside the reviewed one, if the slot is still what was seen. Returns its number.
///
/// # Errors
/// [`Error::Conflict`] with what stands there now.
pub fn propose(conn: &mut Conn, text: i64, lang: Lang, seen: Seen, new: &NewRevision, now: NaiveDateTime) -> Result<i32> {
    let n: Option<i32> = diesel::update(still(text, lang, seen))
        .set(slots::newest.eq(slots::newest + 1))
        .returning(slots::newest)
        .get_result(conn)
        .optional()?;
    let Some(n) = n else { return Err(conflict(conn, text, lang)?) };
    texts::insert_revision(conn, text, lang, n, new, now)?;
    Ok(n)
}

/// Readers get revision `n`, judged by `reviewer`, if the slot is still what was seen: the current revision at a
/// review, a proposal when it is accepted.
///
/// # Errors
/// [`Error::Conflict`] with what stands there now.
pub fn review(conn: &mut Conn, text: i64, lang: Lang, seen: Seen, n: i32, reviewer: i64, now: NaiveDateTime) -> Result<()> {
    let changed = diesel::update(still(text, lang, seen))
        .set((
            slots::revision.eq(n),
            slots::quality.eq(Quality::Reviewed.as_str()),
            slots::reviewer_id.eq(Some(reviewer)),
            slots::reviewed_at.eq(Some(now)),
        ))
        .execute(conn)?;
    if changed == 0 { Err(conflict(conn, text, lang)?) } else { search::refresh(conn, text, lang) }
}

/// Makes sure that a slot is still what was seen.
///
/// # Errors
/// [`Error::Conflict`] with what stands there now.
pub fn still_is(conn: &mut Conn, text: i64, lang: Lang, seen: Seen) -> Result<()> {
    let there: i64 = still(text, lang, seen).count().get_result(conn)?;
    if there == 0 { Err(conflict(conn, text, lang)?) } else { Ok(()) }
}

/// Empties a slot, if it is still what was seen; its revisions stay, and who reviewed the last one.
///
/// # Errors
/// [`Error::Conflict`] with what stands there now.
pub fn clear(conn: &mut Conn, text: i64, lang: Lang, seen: Seen) -> Result<()> {
    let changed =
        diesel::update(still(text, lang, seen)).set((slots::quality.eq(Quality::Empty.as_str()), slots::revision.eq(0))).execute(conn)?;
    if changed == 0 { Err(conflict(conn, text, lang)?) } else { search::refresh(conn, text, lang) }
}

/// Brings back revision `n` with the quality that it had when the slot was cleared.
///
/// # Errors
/// [`Error::Conflict`] when somebody filled the slot meanwhile.
pub fn restore(conn: &mut Conn, text: i64, lang: Lang, n: i32) -> Result<()> {
    let reviewer: Option<i64> = slots::table.find((text, lang.as_str())).select(slots::reviewer_id).first(conn)?;
    let engine: Option<String> = revisions::table
        .filter(revisions::text_id.eq(text))
        .filter(revisions::lang.eq(lang.as_str()))
        .filter(revisions::n.eq(n))
        .select(revisions::engine)
        .first(conn)?;
    let quality = match (reviewer, engine) {
        (Some(_), _) => Quality::Reviewed,
        (None, Some(_)) => Quality::Machine,
        (None, None) => Quality::Translated,
    };
    let changed = diesel::update(still(text, lang, Seen { revision: 0, quality: Quality::Empty }))
        .set((slots::quality.eq(quality.as_str()), slots::revision.eq(n)))
        .execute(conn)?;
    if changed == 0 { Err(conflict(conn, text, lang)?) } else { search::refresh(conn, text, lang) }
}

#[diesel::dsl::auto_type]
fn still(text: i64, lang: Lang, seen: Seen) -> _ {
    let (revision, quality): (i32, &'static str) = (seen.revision, seen.quality.as_str());
    let lang: &'static str = lang.as_str();
    slots::table
        .filter(slots::text_id.eq(text))
        .filter(slots::lang.eq(lang))
        .filter(slots::revision.eq(revision))
        .filter(slots::quality.eq(quality))
}

fn conflict(conn: &mut Conn, text: i64, lang: Lang) -> Result<Error> {
    let n: i32 = slots::table.find((text, lang.as_str())).select(slots::revision).first(conn)?;
    let standing = texts::revision(conn, text, lang, n)?;
    let (title, body, author) = standing.map(|r| (r.title, r.body, r.author_id)).unwrap_or_default();
    Ok(Error::Conflict(Box::new(Standing { revision: n, title, body, author })))
}

// ---- acts -------------------------------------------------------------------------------------

words! {
    /// What is kept about a slot beside its revisions. All but a review stay open until something ends them.
    Kind { Review = "review", Return = "return", Propose = "propose", Contest = "contest", Clear = "clear" }
}

/// One act.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = slot_acts)]
pub struct Act {
    pub id: i64,
    pub text_id: i64,
    #[diesel(deserialize_as = String)]
    pub lang: Lang,
    /// The revision that it is about.
    pub n: i32,
    #[diesel(deserialize_as = String)]
    pub act: Kind,
    pub actor_id: i64,
    /// Of a proposal: the slot revision that it started from.
    pub base: Option<i32>,
    pub passage: String,
    pub reason: String,
    pub at: NaiveDateTime,
    /// `None`: it waits.
    outcome: Option<String>,
    pub settler_id: Option<i64>,
    pub settled_at: Option<NaiveDateTime>,
    pub answer: String,
}

impl Act {
    /// How it ended; `None` while it waits.
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome.as_deref().and_then(Outcome::parse)
    }

    pub fn is_open(&self) -> bool {
        self.outcome.is_none()
    }
}

/// An act to be kept.
pub struct NewAct<'a> {
    pub text: i64,
    pub lang: Lang,
    pub n: i32,
    pub kind: Kind,
    pub actor: i64,
    pub base: Option<i32>,
    pub passage: &'a str,
    pub reason: &'a str,
}

/// Keeps an act; a review has its outcome at once. Returns its id.
///
/// # Errors
/// Database failures only.
pub fn keep(conn: &mut Conn, new: &NewAct, now: NaiveDateTime) -> Result<i64> {
    let done = new.kind == Kind::Review;
    let row = (
        slot_acts::text_id.eq(new.text),
        slot_acts::lang.eq(new.lang.as_str()),
        slot_acts::n.eq(new.n),
        slot_acts::act.eq(new.kind.as_str()),
        slot_acts::actor_id.eq(new.actor),
        slot_acts::base.eq(new.base),
        slot_acts::passage.eq(new.passage),
        slot_acts::reason.eq(new.reason),
        slot_acts::at.eq(now),
        slot_acts::outcome.eq(done.then_some(Outcome::Accepted.as_str())),
        slot_acts::settler_id.eq(done.then_some(new.actor)),
        slot_acts::settled_at.eq(done.then_some(now)),
    );
    Ok(diesel::insert_into(slot_acts::table).values(row).returning(slot_acts::id).get_result(conn)?)
}

/// Everything about one slot, newest first.
///
/// # Errors
/// Database failures only.
pub fn acts(conn: &mut Conn, text: i64, lang: Lang) -> Result<Vec<Act>> {
    Ok(slot_acts::table
        .filter(slot_acts::text_id.eq(text))
        .filter(slot_acts::lang.eq(lang.as_str()))
        .order(slot_acts::id.desc())
        .select(Act::as_select())
        .load(conn)?)
}

/// What waits of one kind on several texts.
///
/// # Errors
/// Database failures only.
pub fn open(conn: &mut Conn, kind: Kind, texts: &[i64]) -> Result<Vec<Act>> {
    Ok(slot_acts::table
        .filter(slot_acts::text_id.eq_any(texts.iter().copied()))
        .filter(slot_acts::act.eq(kind.as_str()))
        .filter(slot_acts::outcome.is_null())
        .order(slot_acts::id)
        .select(Act::as_select())
        .load(conn)?)
}

/// The newest act of one kind on a slot that still waits, about revision `n` (of any where `None`).
///
/// # Errors
/// Database failures only.
pub fn waiting(conn: &mut Conn, kind: Kind, text: i64, lang: Lang, n: Option<i32>) -> Result<Option<Act>> {
    let found = acts(conn, text, lang)?;
    Ok(found.into_iter().find(|a| a.act == kind && a.is_open() && n.is_none_or(|n| a.n == n)))
}

/// One act.
///
/// # Errors
/// [`Error::NotFound`].
pub fn act(conn: &mut Conn, id: i64) -> Result<Act> {
    Ok(slot_acts::table.find(id).select(Act::as_select()).first(conn)?)
}

/// How an act ends.
pub struct Ending<'a> {
    pub outcome: Outcome,
    pub settler: i64,
    pub answer: &'a str,
}

/// Ends an act that waits.
///
/// # Errors
/// [`Error::NotFound`] when it has ended already.
pub fn end(conn: &mut Conn, id: i64, ending: &Ending, now: NaiveDateTime) -> Result<()> {
    let open = slot_acts::table.find(id).filter(slot_acts::outcome.is_null());
    let row = (
        slot_acts::outcome.eq(Some(ending.outcome.as_str())),
        slot_acts::settler_id.eq(Some(ending.settler)),
        slot_acts::settled_at.eq(Some(now)),
        slot_acts::answer.eq(ending.answer),
    );
    if diesel::update(open).set(row).execute(conn)? == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Ends everything of one kind that waits on a slot.
///
/// # Errors
/// Database failures only.
pub fn end_all(conn: &mut Conn, kind: Kind, text: i64, lang: Lang, ending: &Ending, now: NaiveDateTime) -> Result<()> {
    let open = slot_acts::table
        .filter(slot_acts::text_id.eq(text))
        .filter(slot_acts::lang.eq(lang.as_str()))
        .filter(slot_acts::act.eq(kind.as_str()))
        .filter(slot_acts::outcome.is_null());
    let row = (
        slot_acts::outcome.eq(Some(ending.outcome.as_str())),
        slot_acts::settler_id.eq(Some(ending.settler)),
        slot_acts::settled_at.eq(Some(now)),
    );
    diesel::update(open).set(row).execute(conn)?;
    Ok(())
}

/// Takes back what a clearing ended at that moment.
///
/// # Errors
/// Database failures only.
pub fn reopen(conn: &mut Conn, kind: Kind, text: i64, lang: Lang, ended: NaiveDateTime) -> Result<()> {
    let ended = slot_acts::table
        .filter(slot_acts::text_id.eq(text))
        .filter(slot_acts::lang.eq(lang.as_str()))
        .filter(slot_acts::act.eq(kind.as_str()))
        .filter(slot_acts::outcome.eq(Some(Outcome::Superseded.as_str())))
        .filter(slot_acts::settled_at.eq(Some(ended)));
    let row =
        (slot_acts::outcome.eq(None::<String>), slot_acts::settler_id.eq(None::<i64>), slot_acts::settled_at.eq(None::<NaiveDateTime>));
    diesel::update(ended).set(row).execute(conn)?;
    Ok(())
}
