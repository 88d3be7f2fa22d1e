//! What waits for translators. These are reports over texts, slots and their sources: written as SQL, since both
//! databases read it alike; only typed values enter it.

use super::{
    conn::Conn,
    posts::Post,
    schema::{posts, revisions, slots, texts, themes, threads},
    threads::Thread,
};
use crate::{
    domain::{
        consensus::Stage,
        lang::{Lang, Langs},
        page::SitePage,
        policy::{Door, Visible},
        queue::{Cursor, Facts, Filter, Item, Sort, Wait},
        text::Quality,
    },
    error::Result,
};
use chrono::{DateTime, NaiveDateTime};
use diesel::{
    prelude::*,
    sql_query,
    sql_types::{BigInt, Bool, Nullable, Text, Timestamp},
};
use std::collections::HashMap;

/// By size, so many slots are weighed at once, the shortest sources first: what a change comes to is not in the database.
const WEIGHED: usize = 20_000;

/// Every slot that could hold a translation, with its source; only what everybody may read (T12).
const SLOTS: &str = "FROM slots s JOIN texts t ON t.id = s.text_id
    JOIN slots o ON o.text_id = t.id AND o.lang = t.original
    JOIN revisions ro ON ro.text_id = t.id AND ro.lang = t.original AND ro.n = o.revision
    LEFT JOIN revisions r ON r.text_id = s.text_id AND r.lang = s.lang AND r.n = s.revision
    LEFT JOIN posts p ON p.text_id = t.id LEFT JOIN threads th ON th.id = p.thread_id
    LEFT JOIN themes m ON m.text_id = t.id LEFT JOIN pages pg ON pg.text_id = t.id
    LEFT JOIN statements st ON st.text_id = t.id LEFT JOIN consensus cs ON cs.synthesis_id = t.id
    LEFT JOIN stages sg ON sg.summary_id = t.id LEFT JOIN threads ct ON ct.id = COALESCE(st.thread_id, cs.thread_id, sg.thread_id)
    WHERE s.lang <> t.original AND ((p.state = 'visible' AND NOT th.hidden) OR (m.id IS NOT NULL AND NOT m.retired)
      OR pg.slug IS NOT NULL OR (ct.id IS NOT NULL AND NOT ct.hidden AND (st.id IS NULL OR st.state IN ('proposed', 'accepted'))))";

const TRANSLATE: &str = "s.quality IN ('empty', 'machine')";
const UPDATE: &str = "(s.quality IN ('translated', 'reviewed') AND r.keys <> ro.keys)";
const REVIEW: &str = "(s.quality = 'translated' AND r.keys = ro.keys)";
/// C3: somebody could not judge these words (`positions_one_a_person` finds them).
const UNCLEAR: &str = "(st.id IS NOT NULL AND EXISTS (SELECT 1 FROM positions q WHERE q.statement_id = st.id AND q.is_last
    AND q.value = 'unclear' AND q.lang = s.lang AND q.revision = s.revision))";

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    text_id: i64,
    #[diesel(sql_type = Text)]
    lang: String,
    #[diesel(sql_type = Text)]
    quality: String,
    #[diesel(sql_type = Text)]
    original: String,
    #[diesel(sql_type = Text)]
    keys: String,
    #[diesel(sql_type = Text)]
    source_keys: String,
    #[diesel(sql_type = Text)]
    sizes: String,
    #[diesel(sql_type = BigInt)]
    chars: i64,
    #[diesel(sql_type = BigInt)]
    requests: i64,
    #[diesel(sql_type = Bool)]
    unclear: bool,
    #[diesel(sql_type = Timestamp)]
    since: NaiveDateTime,
}

impl Row {
    fn item(&self) -> Option<Item> {
        let facts = Facts {
            quality: Quality::parse(&self.quality)?,
            keys: &self.keys,
            source_keys: &self.source_keys,
            sizes: &self.sizes,
            chars: usize::try_from(self.chars).ok()?,
            unclear: self.unclear,
        };
        let (wait, size, outdated) = facts.wait()?;
        Some(Item {
            text: self.text_id,
            lang: Lang::parse(&self.lang)?,
            original: Lang::parse(&self.original)?,
            wait,
            size,
            outdated,
            requests: self.requests,
            since: self.since.and_utc().timestamp_micros(),
        })
    }
}

/// Slots that wait, in the order of `sort`, after `after`: at most `limit`, and one more where there is one.
///
/// # Errors
/// Database failures only.
pub fn waiting(conn: &mut Conn, filter: &Filter, sort: Sort, after: Option<Cursor>, limit: usize) -> Result<Vec<Item>> {
    let mut conditions = String::new();
    let mut and = |condition: String| conditions.push_str(&format!(" AND {condition}"));
    match filter.wait {
        Some(Wait::Translate) => and(TRANSLATE.to_owned()),
        Some(Wait::Update) => and(UPDATE.to_owned()),
        Some(Wait::Review) => and(REVIEW.to_owned()),
        Some(Wait::Clarify) => and(UNCLEAR.to_owned()),
        None => and(format!("({TRANSLATE} OR {UPDATE} OR {REVIEW} OR {UNCLEAR})")),
    }
    if let Some(lang) = filter.into {
        and(format!("s.lang = '{lang}'"));
    }
    if let Some(lang) = filter.from {
        and(format!("t.original = '{lang}'"));
    }
    if let Some(theme) = filter.theme {
        and(format!("COALESCE(p.thread_id, ct.id) IN (SELECT thread_id FROM thread_themes WHERE theme_id = {theme})"));
    }
    if let Some(thread) = filter.thread {
        and(format!("(p.thread_id = {thread} OR ct.id = {thread})"));
    }
    if filter.langs != Langs::default() {
        let langs: Vec<String> = filter.langs.iter().map(|l| format!("'{l}'")).collect();
        and(format!("s.lang IN ({})", langs.join(", ")));
    }
    if let Some(person) = filter.reviewer {
        and(format!("NOT ({REVIEW} AND {person} IN (COALESCE(r.author_id, 0), COALESCE(r.translator_id, 0)))"));
    }
    let requests = "(SELECT COUNT(*) FROM slot_requests q WHERE q.text_id = s.text_id AND q.lang = s.lang AND q.served_at IS NULL)";
    let (first, limit) = match sort {
        Sort::Awaited => (format!("-{requests}"), limit + 1),
        Sort::Oldest => ("0".to_owned(), limit + 1),
        Sort::Shortest => ("LENGTH(ro.body)".to_owned(), WEIGHED),
    };
    // By size the cursor is a matter of minutes, which only the caller can count.
    let place = after.filter(|_| sort != Sort::Shortest);
    let place = place.unwrap_or(Cursor { first: i64::from(i32::MIN), since: 0, text: 0, lang: "" });
    let since = DateTime::from_timestamp_micros(place.since).unwrap_or_default().naive_utc();
    let sql = format!(
        "SELECT * FROM (SELECT s.text_id, s.lang, s.quality, t.original, COALESCE(r.keys, '') AS keys, ro.keys AS source_keys,
         COALESCE(ro.sizes, '') AS sizes, CAST(LENGTH(ro.title) + LENGTH(ro.body) AS BIGINT) AS chars, ro.created_at AS since,
         {requests} AS requests, {UNCLEAR} AS unclear, CAST({first} AS BIGINT) AS place {SLOTS}{conditions}) w
         WHERE (w.place, w.since, w.text_id, w.lang) > ({}, $1, {}, '{}')
         ORDER BY w.place, w.since, w.text_id, w.lang LIMIT {limit}",
        place.first, place.text, place.lang
    );
    let rows: Vec<Row> = sql_query(sql).bind::<Timestamp, _>(since).load(conn)?;
    Ok(rows.iter().filter_map(Row::item).collect())
}

/// Where a text's source stands in the order of age, waiting or not.
///
/// # Errors
/// Database failures only.
pub fn age(conn: &mut Conn, text: i64) -> Result<Option<i64>> {
    let at: Option<NaiveDateTime> = slots::table
        .inner_join(texts::table.on(texts::id.eq(slots::text_id).and(texts::original.eq(slots::lang))))
        .inner_join(
            revisions::table
                .on(revisions::text_id.eq(slots::text_id).and(revisions::lang.eq(slots::lang)).and(revisions::n.eq(slots::revision))),
        )
        .filter(slots::text_id.eq(text))
        .select(revisions::created_at)
        .first(conn)
        .optional()?;
    Ok(at.map(|at| at.and_utc().timestamp_micros()))
}

/// How much waits in one language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub translate: i64,
    pub update: i64,
    pub review: i64,
    /// Texts written in another language.
    pub all: i64,
}

impl Counts {
    /// Texts that a person has translated.
    pub fn readable(self) -> i64 {
        self.all - self.translate
    }
}

#[derive(QueryableByName)]
struct CountRow {
    #[diesel(sql_type = Text)]
    lang: String,
    #[diesel(sql_type = BigInt)]
    translate: i64,
    #[diesel(sql_type = BigInt)]
    outdated: i64,
    #[diesel(sql_type = BigInt)]
    review: i64,
    #[diesel(sql_type = BigInt)]
    total: i64,
}

/// What waits in each language, in their order.
///
/// # Errors
/// Database failures only.
pub fn counts(conn: &mut Conn) -> Result<[Counts; 3]> {
    let sum = |condition: &str| format!("CAST(SUM(CASE WHEN {condition} THEN 1 ELSE 0 END) AS BIGINT)");
    let sql = format!(
        "SELECT s.lang, {} AS translate, {} AS outdated, {} AS review, COUNT(*) AS total {SLOTS} GROUP BY s.lang",
        sum(TRANSLATE),
        sum(UPDATE),
        sum(REVIEW)
    );
    let mut counts = [Counts::default(); 3];
    for row in sql_query(sql).load::<CountRow>(conn)? {
        if let Some(lang) = Lang::parse(&row.lang) {
            counts[lang.index()] = Counts { translate: row.translate, update: row.outdated, review: row.review, all: row.total };
        }
    }
    Ok(counts)
}

/// How many slots in these languages wait in this way, counted up to `most`; without what `reviewer` wrote.
///
/// # Errors
/// Database failures only.
pub fn count_to(conn: &mut Conn, langs: &[Lang], wait: Wait, reviewer: Option<i64>, most: i64) -> Result<i64> {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        count: i64,
    }
    let condition = match wait {
        Wait::Translate => TRANSLATE,
        Wait::Update => UPDATE,
        Wait::Review => REVIEW,
        Wait::Clarify => UNCLEAR,
    };
    let langs: Vec<String> = langs.iter().map(|l| format!("'{l}'")).collect();
    let others = reviewer.map(|me| format!(" AND (r.author_id IS NULL OR r.author_id <> {me})")).unwrap_or_default();
    let sql = format!(
        "SELECT COUNT(*) AS count FROM (SELECT s.text_id {SLOTS} AND s.lang IN ({}) AND {condition}{others} LIMIT {most}) w",
        langs.join(", ")
    );
    Ok(sql_query(sql).get_result::<Count>(conn)?.count)
}

/// Where a text stands.
#[derive(Debug, Clone)]
pub struct Place {
    /// The text whose title names it: its thread's, or its own.
    pub heading: i64,
    /// The post and its number; `None` for a text of something else.
    pub post: Option<(i64, i32)>,
    /// The post's thread.
    pub thread: Option<i64>,
    /// The theme's slug.
    pub theme: Option<String>,
    /// The page of the site.
    pub page: Option<SitePage>,
    /// The statement and its number.
    pub statement: Option<(i64, i32)>,
    /// Of a synthesis or a summary: the stage that is summed up; nothing for a synthesis.
    pub summary: Option<Option<Stage>>,
}

impl Place {
    /// A text that names itself.
    fn own(text: i64) -> Self {
        Self { heading: text, post: None, thread: None, theme: None, page: None, statement: None, summary: None }
    }
}

/// Where several texts stand, by text; what this reader cannot find is not there (T12).
///
/// # Errors
/// Database failures only.
pub fn places(conn: &mut Conn, texts: &[i64], visible: Visible) -> Result<HashMap<i64, Place>> {
    let of_posts: Vec<(Post, bool, bool, i64, i64)> = posts::table
        .inner_join(threads::table.on(threads::id.eq(posts::thread_id)))
        .filter(posts::text_id.eq_any(texts.iter().copied()))
        .select((Post::as_select(), threads::hidden, threads::held, threads::author_id, threads::text_id))
        .load(conn)?;
    let of_themes: Vec<(i64, String)> =
        themes::table.filter(themes::text_id.eq_any(texts.iter().copied())).select((themes::text_id, themes::slug)).load(conn)?;
    let posts = of_posts
        .into_iter()
        .filter(|(post, hidden, held, author, _)| {
            visible.post(Door { hidden: *hidden, held: *held, author: *author }, post.state, post.author_id)
        })
        .map(|(post, _, _, _, heading)| {
            (post.text_id, Place { heading, post: Some((post.id, post.n)), thread: Some(post.thread_id), ..Place::own(heading) })
        });
    let themes = of_themes.into_iter().map(|(text, slug)| (text, Place { theme: Some(slug), ..Place::own(text) }));
    let pages = super::pages::by_texts(conn, texts)?.into_iter();
    let pages = pages.map(|(text, page)| (text, Place { page: Some(page), ..Place::own(text) }));
    let mut places: HashMap<i64, Place> = posts.chain(themes).chain(pages).collect();
    let rest: Vec<i64> = texts.iter().copied().filter(|t| !places.contains_key(t)).collect();
    places.extend(of_consensus(conn, &rest, visible)?);
    Ok(places)
}

/// The places of what belongs to consensus threads, by text.
fn of_consensus(conn: &mut Conn, texts: &[i64], visible: Visible) -> Result<Vec<(i64, Place)>> {
    if texts.is_empty() {
        return Ok(Vec::new());
    }
    let statements = super::statements::of_texts(conn, texts)?;
    let others = super::consensus::by_texts(conn, texts)?;
    let ids: Vec<i64> = statements.iter().map(|s| s.thread_id).chain(others.values().map(|(thread, _)| *thread)).collect();
    let threads: HashMap<i64, Thread> = super::threads::load(conn, &ids)?.into_iter().map(|t| (t.id, t)).collect();
    let place = |thread: i64| {
        let thread = threads.get(&thread).filter(|t| visible.thread(t.door()))?;
        Some(Place { thread: Some(thread.id), ..Place::own(thread.text_id) })
    };
    let statements = statements.iter().filter_map(|s| Some((s.text_id, Place { statement: Some((s.id, s.n)), ..place(s.thread_id)? })));
    let others = others.iter().filter_map(|(text, (thread, stage))| Some((*text, Place { summary: Some(*stage), ..place(*thread)? })));
    Ok(statements.chain(others).collect())
}

/// A slot on which something waits for one person.
#[derive(Debug, Clone, QueryableByName)]
pub struct Task {
    #[diesel(sql_type = BigInt)]
    pub text_id: i64,
    #[diesel(sql_type = Text)]
    lang: String,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub actor_id: Option<i64>,
    #[diesel(sql_type = Timestamp)]
    pub at: NaiveDateTime,
}

impl Task {
    pub fn lang(&self) -> Option<Lang> {
        Lang::parse(&self.lang)
    }
}

/// Whom open acts concern.
#[derive(Debug, Clone, Copy)]
pub enum Of<'a> {
    /// Sent back to this person, who translated.
    ReturnedTo(i64),
    /// Proposals in these languages that are not this person's.
    ProposedTo(i64, &'a [Lang]),
    /// This person's own proposals.
    ProposedBy(i64),
    /// Contested passages, for moderators.
    Contested,
}

/// Open acts of one sort, oldest first, at most 50.
///
/// # Errors
/// Database failures only.
pub fn tasks(conn: &mut Conn, of: Of) -> Result<Vec<Task>> {
    let condition = match of {
        Of::ReturnedTo(person) => format!("a.act = 'return' AND (r.author_id = {person} OR r.translator_id = {person})"),
        Of::ProposedTo(person, langs) => {
            let langs: Vec<String> = langs.iter().map(|l| format!("'{l}'")).collect();
            let langs = if langs.is_empty() { "''".to_owned() } else { langs.join(", ") };
            format!("a.act = 'propose' AND a.actor_id <> {person} AND a.lang IN ({langs})")
        }
        Of::ProposedBy(person) => format!("a.act = 'propose' AND a.actor_id = {person}"),
        Of::Contested => "a.act = 'contest'".to_owned(),
    };
    let sql = format!(
        "SELECT a.text_id, a.lang, a.actor_id, a.at FROM slot_acts a
         JOIN revisions r ON r.text_id = a.text_id AND r.lang = a.lang AND r.n = a.n
         LEFT JOIN posts p ON p.text_id = a.text_id LEFT JOIN threads th ON th.id = p.thread_id
         WHERE a.outcome IS NULL AND (p.id IS NULL OR (p.state = 'visible' AND NOT th.hidden)) AND {condition} ORDER BY a.id LIMIT 50"
    );
    Ok(sql_query(sql).load(conn)?)
}
