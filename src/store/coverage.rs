//! How much is readable in which language: reports over slots, as SQL that both databases read alike. Only what
//! everybody may read is counted (T12); only typed values enter.

use super::conn::Conn;
use crate::{
    domain::{coverage::Tally, lang::Lang, text::Quality},
    error::Result,
};
use chrono::NaiveDateTime;
use diesel::{
    prelude::*,
    sql_query,
    sql_types::{BigInt, Text, Timestamp},
};
use std::collections::{BTreeMap, HashMap};

/// Visible posts with every slot, its revision and its source's.
const POSTS: &str = "FROM posts p JOIN threads th ON th.id = p.thread_id JOIN texts t ON t.id = p.text_id
    JOIN slots s ON s.text_id = p.text_id
    JOIN slots o ON o.text_id = t.id AND o.lang = t.original
    JOIN revisions ro ON ro.text_id = t.id AND ro.lang = t.original AND ro.n = o.revision
    LEFT JOIN revisions r ON r.text_id = s.text_id AND r.lang = s.lang AND r.n = s.revision
    WHERE p.state = 'visible' AND NOT th.hidden";

const OUTDATED: &str = "CAST(SUM(CASE WHEN s.lang <> t.original AND s.quality IN ('translated', 'reviewed', 'machine')
    AND r.keys <> ro.keys THEN 1 ELSE 0 END) AS BIGINT)";

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    lang: String,
    #[diesel(sql_type = Text)]
    quality: String,
    #[diesel(sql_type = BigInt)]
    texts: i64,
    #[diesel(sql_type = BigInt)]
    outdated: i64,
}

/// One tally a language, in their order.
pub type Tallies = [Tally; 3];

fn gather(rows: Vec<Row>) -> HashMap<i64, Tallies> {
    let mut all: HashMap<i64, Tallies> = HashMap::new();
    for row in rows {
        if let (Some(lang), Some(quality)) = (Lang::parse(&row.lang), Quality::parse(&row.quality)) {
            all.entry(row.id).or_default()[lang.index()].add(quality, row.texts, row.outdated);
        }
    }
    all
}

/// The whole forum.
///
/// # Errors
/// Database failures only.
pub fn all(conn: &mut Conn) -> Result<Tallies> {
    let sql = format!(
        "SELECT CAST(0 AS BIGINT) AS id, s.lang, s.quality, COUNT(*) AS texts, {OUTDATED} AS outdated {POSTS} GROUP BY s.lang, s.quality"
    );
    Ok(gather(sql_query(sql).load(conn)?).remove(&0).unwrap_or_default())
}

/// Every theme, by its id.
///
/// # Errors
/// Database failures only.
pub fn of_themes(conn: &mut Conn) -> Result<HashMap<i64, Tallies>> {
    let posts = POSTS.replace("WHERE", "JOIN thread_themes tt ON tt.thread_id = th.id WHERE");
    let sql = format!(
        "SELECT tt.theme_id AS id, s.lang, s.quality, COUNT(*) AS texts, {OUTDATED} AS outdated {posts} GROUP BY tt.theme_id, s.lang, s.quality"
    );
    Ok(gather(sql_query(sql).load(conn)?))
}

/// Several threads with all their posts, by thread.
///
/// # Errors
/// Database failures only.
pub fn of_threads(conn: &mut Conn, threads: &[i64]) -> Result<HashMap<i64, Tallies>> {
    let ids: Vec<String> = threads.iter().map(i64::to_string).collect();
    let ids = if ids.is_empty() { "0".to_owned() } else { ids.join(", ") };
    let sql = format!(
        "SELECT p.thread_id AS id, s.lang, s.quality, COUNT(*) AS texts, {OUTDATED} AS outdated {POSTS} AND p.thread_id IN ({ids})
         GROUP BY p.thread_id, s.lang, s.quality"
    );
    Ok(gather(sql_query(sql).load(conn)?))
}

#[derive(QueryableByName)]
struct VoicesRow {
    #[diesel(sql_type = Text)]
    lang: String,
    #[diesel(sql_type = BigInt)]
    people: i64,
    #[diesel(sql_type = BigInt)]
    posts: i64,
}

/// How many people write in each language, and how many posts.
///
/// # Errors
/// Database failures only.
pub fn voices(conn: &mut Conn) -> Result<[(i64, i64); 3]> {
    let sql = "SELECT t.original AS lang, COUNT(DISTINCT p.author_id) AS people, COUNT(*) AS posts
        FROM posts p JOIN threads th ON th.id = p.thread_id JOIN texts t ON t.id = p.text_id
        WHERE p.state = 'visible' AND NOT th.hidden GROUP BY t.original";
    let mut voices = [(0, 0); 3];
    for row in sql_query(sql).load::<VoicesRow>(conn)? {
        if let Some(lang) = Lang::parse(&row.lang) {
            voices[lang.index()] = (row.people, row.posts);
        }
    }
    Ok(voices)
}

#[derive(QueryableByName)]
struct SpanRow {
    #[diesel(sql_type = Text)]
    lang: String,
    #[diesel(sql_type = Timestamp)]
    began: NaiveDateTime,
    #[diesel(sql_type = Timestamp)]
    ended: NaiveDateTime,
}

/// So many recent translations and reviews are looked at: enough for a median, and bounded.
const RECENT: usize = 2_000;

/// Seconds from the writing of a text to its first translation by a person, since `since`, by language.
///
/// # Errors
/// Database failures only.
pub fn translating(conn: &mut Conn, since: NaiveDateTime) -> Result<[Vec<i64>; 3]> {
    let sql = format!(
        "SELECT r.lang, t.created_at AS began, r.created_at AS ended FROM revisions r JOIN texts t ON t.id = r.text_id
         WHERE r.created_at > $1 AND r.based_on IS NOT NULL AND r.author_id IS NOT NULL AND t.kind <> 'theme'
         AND NOT EXISTS (SELECT 1 FROM revisions e WHERE e.text_id = r.text_id AND e.lang = r.lang AND e.n < r.n AND e.author_id IS NOT NULL)
         ORDER BY r.id DESC LIMIT {RECENT}"
    );
    spans(sql_query(sql).bind::<Timestamp, _>(since).load(conn)?)
}

/// Seconds from a translation to its review, since `since`, by language.
///
/// # Errors
/// Database failures only.
pub fn reviewing(conn: &mut Conn, since: NaiveDateTime) -> Result<[Vec<i64>; 3]> {
    let sql = format!(
        "SELECT a.lang, r.created_at AS began, a.at AS ended FROM slot_acts a
         JOIN revisions r ON r.text_id = a.text_id AND r.lang = a.lang AND r.n = a.n
         WHERE a.act = 'review' AND a.at > $1 ORDER BY a.id DESC LIMIT {RECENT}"
    );
    spans(sql_query(sql).bind::<Timestamp, _>(since).load(conn)?)
}

fn spans(rows: Vec<SpanRow>) -> Result<[Vec<i64>; 3]> {
    let mut spans: [Vec<i64>; 3] = Default::default();
    for row in rows {
        if let Some(lang) = Lang::parse(&row.lang) {
            spans[lang.index()].push((row.ended - row.began).num_seconds().max(0));
        }
    }
    Ok(spans)
}

#[derive(QueryableByName)]
struct RequestRow {
    #[diesel(sql_type = Text)]
    lang: String,
    #[diesel(sql_type = BigInt)]
    asked: i64,
    #[diesel(sql_type = BigInt)]
    served: i64,
}

/// What readers asked for since `since`, and how much of it came, by language.
///
/// # Errors
/// Database failures only.
pub fn requests(conn: &mut Conn, since: NaiveDateTime) -> Result<[(i64, i64); 3]> {
    let sql = "SELECT lang, COUNT(*) AS asked, CAST(SUM(CASE WHEN served_at IS NULL THEN 0 ELSE 1 END) AS BIGINT) AS served
        FROM slot_requests WHERE at > $1 GROUP BY lang";
    let rows: Vec<RequestRow> = sql_query(sql).bind::<Timestamp, _>(since).load(conn)?;
    let by_lang: BTreeMap<Lang, (i64, i64)> = rows.into_iter().filter_map(|r| Some((Lang::parse(&r.lang)?, (r.asked, r.served)))).collect();
    Ok(Lang::THREE.map(|l| by_lang.get(&l).copied().unwrap_or_default()))
}
