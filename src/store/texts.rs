//! Texts, their three slots, their immutable revisions (T1–T4).

use super::{
    attachments,
    conn::Conn,
    references,
    schema::{revisions, slots, texts},
    search,
};
use crate::{
    domain::{
        answer::Answered,
        block::{self, Freshness},
        lang::Lang,
        markdown,
        policy::Visible,
        post::Change,
        references::plain,
        text::{self, Quality, Reader, TextKind},
    },
    error::{Error, Result},
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// A filled slot as readers get it, without its body.
#[derive(Debug, Clone, Queryable)]
pub struct Slot {
    pub text_id: i64,
    #[diesel(deserialize_as = String)]
    pub lang: Lang,
    #[diesel(deserialize_as = String)]
    pub quality: Quality,
    /// The current revision's number.
    pub revision: i32,
    pub reviewer_id: Option<i64>,
    /// The current revision's id.
    pub revision_id: i64,
    pub title: String,
    pub keys: String,
    pub based_on: Option<i32>,
    pub author_id: Option<i64>,
    pub engine: Option<String>,
    pub created_at: NaiveDateTime,
    pub answers: Option<String>,
    translator_id: Option<i64>,
}

impl Slot {
    /// T9: whose words these are; somebody who only confirmed them as still valid takes no credit.
    pub fn translator(&self) -> Option<i64> {
        self.translator_id.or(self.author_id)
    }

    /// The source blocks that this translation answers (T4).
    pub fn answered(&self) -> Answered {
        Answered::stored(self.answers.as_deref(), self.based_on.unwrap_or_default(), &self.keys)
    }
}

/// A text with its three slots; `None` is an empty one.
#[derive(Debug, Clone)]
pub struct Text {
    pub id: i64,
    pub kind: TextKind,
    pub original: Lang,
    pub slots: [Option<Slot>; 3],
}

impl Text {
    pub fn slot(&self, lang: Lang) -> Option<&Slot> {
        self.slots[lang.index()].as_ref()
    }

    pub fn quality(&self, lang: Lang) -> Quality {
        self.slot(lang).map_or(Quality::Empty, |s| s.quality)
    }

    /// The number of the newest source revision.
    pub fn source_revision(&self) -> i32 {
        self.slot(self.original).map_or(0, |s| s.revision)
    }

    /// How the slot stands to the original; the original itself and an empty slot are fresh.
    pub fn freshness(&self, lang: Lang) -> Freshness {
        match (self.slot(lang), self.slot(self.original)) {
            (Some(slot), Some(source)) if lang != self.original => block::freshness(&source.keys, &slot.keys),
            _ => Freshness { fresh: true, ..Freshness::default() },
        }
    }

    /// C11: people wrote it, and it says what the original says now.
    pub fn takes_positions(&self, lang: Lang) -> bool {
        self.slot(lang).is_some_and(|s| s.quality != Quality::Machine) && self.freshness(lang).fresh
    }

    /// T8, by the one choosing function.
    pub fn choose(&self, reader: &Reader) -> Lang {
        text::choose(reader, self.original, |lang| self.quality(lang))
    }

    /// The chosen slot's title, with its language.
    pub fn title(&self, reader: &Reader) -> (&str, Lang) {
        let lang = self.choose(reader);
        (self.slot(lang).map_or("", |s| s.title.as_str()), lang)
    }
}

/// Several texts with the states of their slots, in one query.
///
/// # Errors
/// Database failures only.
pub fn load(conn: &mut Conn, ids: &[i64]) -> Result<HashMap<i64, Text>> {
    let rows: Vec<(Slot, String, String)> = slots::table
        .inner_join(
            revisions::table
                .on(revisions::text_id.eq(slots::text_id).and(revisions::lang.eq(slots::lang)).and(revisions::n.eq(slots::revision))),
        )
        .inner_join(texts::table.on(texts::id.eq(slots::text_id)))
        .filter(slots::text_id.eq_any(ids.iter().copied()))
        .select((
            (
                slots::text_id,
                slots::lang,
                slots::quality,
                slots::revision,
                slots::reviewer_id,
                revisions::id,
                revisions::title,
                revisions::keys,
                revisions::based_on,
                revisions::author_id,
                revisions::engine,
                revisions::created_at,
                revisions::answers,
                revisions::translator_id,
            ),
            texts::kind,
            texts::original,
        ))
        .load(conn)?;
    let mut loaded: HashMap<i64, Text> = HashMap::with_capacity(ids.len());
    for (slot, kind, original) in rows {
        let text = loaded.entry(slot.text_id).or_insert_with(|| Text {
            id: slot.text_id,
            kind: TextKind::parse(&kind).unwrap_or(TextKind::Reply),
            original: Lang::parse(&original).unwrap_or(Lang::Fr),
            slots: [None, None, None],
        });
        let place = slot.lang.index();
        text.slots[place] = Some(slot);
    }
    Ok(loaded)
}

/// One text.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find(conn: &mut Conn, id: i64) -> Result<Text> {
    load(conn, &[id])?.remove(&id).ok_or(Error::NotFound)
}

/// The stored HTML of several revisions, by revision id; blocks are parted by [`markdown::BLOCK_BREAK`], mentions and
/// quotes are still to be filled in ([`crate::domain::references`]). Nothing of what `visible` hides is quoted (T12).
///
/// # Errors
/// Database failures only.
pub fn html(conn: &mut Conn, revision_ids: &[i64], visible: Visible) -> Result<HashMap<i64, String>> {
    let wanted = revisions::table.filter(revisions::id.eq_any(revision_ids.iter().copied()));
    let rows: Vec<(i64, String)> = wanted.select((revisions::id, revisions::html)).load(conn)?;
    let mut stored: HashMap<i64, String> = rows.into_iter().collect();
    references::veil_html(conn, visible, stored.values_mut())?;
    Ok(stored)
}

/// Source and stored HTML of several revisions, by revision id; as [`html`].
///
/// # Errors
/// Database failures only.
pub fn bodies(conn: &mut Conn, revision_ids: &[i64], visible: Visible) -> Result<HashMap<i64, (String, String)>> {
    let wanted = revisions::table.filter(revisions::id.eq_any(revision_ids.iter().copied()));
    let rows: Vec<(i64, String, String)> = wanted.select((revisions::id, revisions::body, revisions::html)).load(conn)?;
    let mut stored: HashMap<i64, (String, String)> = rows.into_iter().map(|(id, body, html)| (id, (body, html))).collect();
    references::veil(conn, visible, stored.values_mut().map(|(body, _)| body))?;
    references::veil_html(conn, visible, stored.values_mut().map(|(_, html)| html))?;
    Ok(stored)
}

/// Revisions as a reader gets them: nothing of what `visible` hides is quoted (T12), and their HTML is whole as it is.
///
/// # Errors
/// Database failures only.
pub fn veil<'a>(conn: &mut Conn, visible: Visible, shown: impl Iterator<Item = &'a mut Revision>) -> Result<()> {
    let (mut bodies, mut htmls) = (Vec::new(), Vec::new());
    for revision in shown {
        bodies.push(&mut revision.body);
        htmls.push(&mut revision.html);
    }
    references::veil(conn, visible, bodies.into_iter())?;
    references::veil_html(conn, visible, htmls.iter_mut().map(|html| &mut **html))?;
    htmls.into_iter().for_each(|html| *html = plain(html));
    Ok(())
}

/// One revision with everything in it.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = revisions)]
pub struct Revision {
    pub id: i64,
    pub n: i32,
    pub title: String,
    pub body: String,
    pub html: String,
    pub keys: String,
    pub based_on: Option<i32>,
    pub change: Option<String>,
    pub author_id: Option<i64>,
    pub engine: Option<String>,
    pub note: String,
    pub created_at: NaiveDateTime,
    pub answers: Option<String>,
    pub translator_id: Option<i64>,
}

impl Revision {
    /// The source blocks that this revision of a translation answers (T4).
    pub fn answered(&self) -> Answered {
        Answered::stored(self.answers.as_deref(), self.based_on.unwrap_or_default(), &self.keys)
    }
}

/// Every revision of one slot, newest first.
///
/// # Errors
/// Database failures only.
pub fn history(conn: &mut Conn, text: i64, lang: Lang) -> Result<Vec<Revision>> {
    Ok(revisions::table
        .filter(revisions::text_id.eq(text))
        .filter(revisions::lang.eq(lang.as_str()))
        .order(revisions::n.desc())
        .select(Revision::as_select())
        .load(conn)?)
}

/// One revision of one slot; `None` for a number that was never given.
///
/// # Errors
/// Database failures only.
pub fn revision(conn: &mut Conn, text: i64, lang: Lang, n: i32) -> Result<Option<Revision>> {
    Ok(revisions::table
        .filter(revisions::text_id.eq(text))
        .filter(revisions::lang.eq(lang.as_str()))
        .filter(revisions::n.eq(n))
        .select(Revision::as_select())
        .first(conn)
        .optional()?)
}

/// What a new revision holds.
pub struct NewRevision<'a> {
    pub title: &'a str,
    pub body: &'a str,
    /// Space-separated block keys: own on an original, answered on a translation.
    pub keys: &'a str,
    pub based_on: Option<i32>,
    pub change: Option<Change>,
    pub author: Option<i64>,
    pub engine: Option<&'a str>,
    pub note: &'a str,
    /// Places of the answered list, where they are not all of `based_on` ([`Answered::places`]).
    pub answers: Option<&'a str>,
    /// Whose words these are, where not the author's.
    pub translator: Option<i64>,
}

impl<'a> NewRevision<'a> {
    /// Of an original: its own words and keys.
    pub fn original(title: &'a str, body: &'a str, keys: &'a str, author: Option<i64>) -> Self {
        Self { title, body, keys, based_on: None, change: None, author, engine: None, note: "", answers: None, translator: None }
    }
}

/// A new text: its three slots (T1) and the first revision of its original.
///
/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, kind: TextKind, original: Lang, first: &NewRevision, now: NaiveDateTime) -> Result<i64> {
    let row = (texts::kind.eq(kind.as_str()), texts::original.eq(original.as_str()), texts::created_at.eq(now));
    let id: i64 = diesel::insert_into(texts::table).values(row).returning(texts::id).get_result(conn)?;
    for lang in Lang::THREE {
        let (quality, n) = if lang == original { (Quality::Original, 1) } else { (Quality::Empty, 0) };
        let row = (
            slots::text_id.eq(id),
            slots::lang.eq(lang.as_str()),
            slots::quality.eq(quality.as_str()),
            slots::revision.eq(n),
            slots::newest.eq(n),
        );
        diesel::insert_into(slots::table).values(row).execute(conn)?;
    }
    insert_revision(conn, id, original, 1, first, now)?;
    search::refresh(conn, id, original)?;
    Ok(id)
}

/// T3: a moderator corrects what edit `n` was said to change. `rekeyed` are the keys of that original revision and
/// of every later one; each translation answers the blocks that it answered, by their new keys.
///
/// # Errors
/// Database failures only.
pub fn rekey(conn: &mut Conn, text: &Text, n: i32, change: Change, rekeyed: &BTreeMap<i32, Vec<String>>) -> Result<()> {
    let own = revisions::table.filter(revisions::text_id.eq(text.id));
    let originals = own.filter(revisions::lang.eq(text.original.as_str()));
    diesel::update(originals.filter(revisions::n.eq(n))).set(revisions::change.eq(Some(change.as_str()))).execute(conn)?;
    for (n, keys) in rekeyed {
        diesel::update(originals.filter(revisions::n.eq(*n))).set(revisions::keys.eq(keys.join(" "))).execute(conn)?;
    }
    let translations: Vec<(i64, Option<i32>, String, Option<String>)> = own
        .filter(revisions::based_on.is_not_null())
        .select((revisions::id, revisions::based_on, revisions::keys, revisions::answers))
        .load(conn)?;
    for (id, based_on, keys, answers) in translations {
        let mut answered = Answered::stored(answers.as_deref(), based_on.unwrap_or_default(), &keys);
        for (place, key) in &mut answered.0 {
            if let Some(new) = rekeyed.get(&place.n).and_then(|keys| keys.get(place.i)) {
                key.clone_from(new);
            }
        }
        diesel::update(revisions::table.find(id)).set(revisions::keys.eq(answered.keys())).execute(conn)?;
    }
    Ok(())
}

/// Holds the original's slot until the transaction ends: keys are read and written by one hand at a time.
///
/// # Errors
/// Database failures only.
pub fn lock(conn: &mut Conn, text: &Text) -> Result<()> {
    diesel::update(slots::table.find((text.id, text.original.as_str()))).set(slots::newest.eq(slots::newest)).execute(conn)?;
    Ok(())
}

/// Renders revisions after `after` anew that an older program rendered, at most `limit`; returns the last one's id.
///
/// # Errors
/// Database failures only.
pub fn rerender(conn: &mut Conn, after: i64, limit: i64) -> Result<Option<i64>> {
    let old: Vec<(i64, i64, String, String)> = revisions::table
        .filter(revisions::id.gt(after))
        .filter(revisions::renderer.lt(markdown::RENDERER))
        .order(revisions::id)
        .limit(limit)
        .select((revisions::id, revisions::text_id, revisions::lang, revisions::body))
        .load(conn)?;
    for (id, text, lang, body) in &old {
        let html = rendered(*text, Lang::parse(lang).unwrap_or(Lang::Fr), body);
        let row = (revisions::html.eq(html), revisions::renderer.eq(markdown::RENDERER));
        // Words that were taken out meanwhile are not put back.
        diesel::update(revisions::table.find(id).filter(revisions::body.eq(body))).set(row).execute(conn)?;
    }
    Ok(old.last().map(|(id, ..)| *id))
}

fn rendered(text: i64, lang: Lang, body: &str) -> String {
    markdown::join(&markdown::render(body, lang, &format!("t{text}{lang}")))
}

/// Stores a revision, rendered; its number was taken by the caller.
///
/// # Errors
/// Database failures only.
pub(super) fn insert_revision(conn: &mut Conn, text: i64, lang: Lang, n: i32, new: &NewRevision, now: NaiveDateTime) -> Result<()> {
    let html = rendered(text, lang, new.body);
    let row = (
        revisions::text_id.eq(text),
        revisions::lang.eq(lang.as_str()),
        revisions::n.eq(n),
        revisions::title.eq(new.title),
        revisions::body.eq(new.body),
        revisions::html.eq(html),
        revisions::renderer.eq(markdown::RENDERER),
        revisions::keys.eq(new.keys),
        revisions::based_on.eq(new.based_on),
        revisions::change.eq(new.change.map(Change::as_str)),
        revisions::author_id.eq(new.author),
        revisions::engine.eq(new.engine),
        revisions::note.eq(new.note),
        revisions::created_at.eq(now),
        revisions::answers.eq(new.answers),
        revisions::translator_id.eq(new.translator),
        revisions::sizes.eq(new.based_on.is_none().then(|| block::sizes(new.title, new.body))),
    );
    diesel::insert_into(revisions::table).values(row).execute(conn)?;
    attachments::used(conn, text, new.author, new.body)
}
