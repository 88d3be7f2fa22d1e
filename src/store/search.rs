//! The index of words, and what is found in it: FTS5 on SQLite, `tsvector` on PostgreSQL, both fed with the tokens of
//! `domain/tokens.rs`. It is written where a slot changes, in the same transaction.

use super::{
    conn::{Conn, on_each},
    schema::{revisions, slots, texts},
};
use crate::{
    domain::{
        block,
        lang::Lang,
        policy::Visible,
        references,
        search::{Clause, Phrase, Query, Way},
        text::{Quality, TextKind},
        tokens::{ANALYSIS, tokens},
    },
    error::Result,
};
use chrono::NaiveDateTime;
use diesel::{
    prelude::*,
    sql_query,
    sql_types::{BigInt, Integer, Text},
};

/// Tokens of one row: PostgreSQL counts places up to 16,383.
const PART: usize = 16_000;
/// Rows of one slot, at most: a body has 50,000 characters.
const PARTS: i64 = 4;
/// A word that stands nowhere: every token begins with the letter of its language.
const NOTHING: &str = "x";

/// What is looked for, beside the words.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub author: Option<i64>,
    pub theme: Option<i64>,
    /// The language of the original.
    pub original: Option<Lang>,
    pub before: Option<NaiveDateTime>,
    pub after: Option<NaiveDateTime>,
    /// No person has written it in this language.
    pub missing: Option<Lang>,
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = BigInt)]
    rowid: i64,
}

/// The words of a slot as they are indexed, and as snippets show them: its own, not those that it quotes of other posts.
pub fn said(title: &str, body: &str) -> String {
    block::blocks(title, &references::own_words(body)).into_iter().map(|b| b.words + "\n").collect()
}

/// Holds a text's original until the transaction ends, as saves do; on SQLite whoever writes holds everything.
///
/// # Errors
/// Database failures only.
pub fn hold(conn: &mut Conn, text: i64) -> Result<()> {
    if let Conn::Postgres(c) = conn {
        let original = texts::table.filter(texts::id.eq(slots::text_id)).filter(texts::original.eq(slots::lang));
        let slot = slots::table.filter(slots::text_id.eq(text)).filter(diesel::dsl::exists(original));
        slot.select(slots::newest).for_update().load::<i32>(c)?;
    }
    Ok(())
}

/// Brings the index to what readers get of this slot now; texts of other things than posts are not in it.
///
/// # Errors
/// Database failures only.
pub fn refresh(conn: &mut Conn, text: i64, lang: Lang) -> Result<()> {
    let current: Option<(String, String, String)> = slots::table
        .inner_join(texts::table.on(texts::id.eq(slots::text_id)))
        .inner_join(
            revisions::table
                .on(revisions::text_id.eq(slots::text_id).and(revisions::lang.eq(slots::lang)).and(revisions::n.eq(slots::revision))),
        )
        .filter(slots::text_id.eq(text))
        .filter(slots::lang.eq(lang.as_str()))
        .filter(slots::quality.ne(Quality::Empty.as_str()))
        .select((texts::kind, revisions::title, revisions::body))
        .first(conn)
        .optional()?;
    let (from, to) = (row(text, lang, 0), row(text, lang, PARTS - 1));
    on_each!(conn, c => sql_query(format!("DELETE FROM search WHERE rowid BETWEEN {from} AND {to}")).execute(c))?;
    let Some((kind, title, body)) = current else { return Ok(()) };
    match TextKind::parse(&kind) {
        Some(TextKind::Thread | TextKind::Reply) => put(conn, text, lang, &said(&title, &body)),
        Some(TextKind::Theme | TextKind::Page | TextKind::Canned | TextKind::Statement | TextKind::Synthesis | TextKind::Summary)
        | None => Ok(()),
    }
}

fn put(conn: &mut Conn, text: i64, lang: Lang, words: &str) -> Result<()> {
    let words: Vec<String> = tokens(words, lang).into_iter().map(|t| marked(lang, &t.word)).collect();
    for (part, words) in (0..PARTS).zip(words.chunks(PART)) {
        let rowid = row(text, lang, part);
        match conn {
            Conn::Sqlite(c) => {
                let insert = sql_query("INSERT INTO search (rowid, words) VALUES (?, ?)");
                insert.bind::<BigInt, _>(rowid).bind::<Text, _>(words.join(" ")).execute(c)?;
            }
            Conn::Postgres(c) => {
                let placed: Vec<String> = words.iter().zip(1..).map(|(w, place)| format!("'{w}':{place}")).collect();
                let insert = sql_query("INSERT INTO search (rowid, words) VALUES ($1, CAST($2 AS tsvector))");
                insert.bind::<BigInt, _>(rowid).bind::<Text, _>(placed.join(" ")).execute(c)?;
            }
        }
    }
    Ok(())
}

/// Texts in which a slot says what is asked, newest first, below text `below`: id and language of each such slot, of
/// at most `limit` slots. Without words: every text that the conditions let through, by its original.
///
/// # Errors
/// Database failures only.
pub fn find(conn: &mut Conn, query: &Query, wanted: &Wanted, visible: Visible, below: i64, limit: usize) -> Result<Vec<(i64, Lang)>> {
    let mut conditions = vec![readable(visible)];
    let mut and = |condition: String| conditions.push(condition);
    if let Some(author) = wanted.author {
        and(format!("p.author_id = {author}"));
    }
    if let Some(theme) = wanted.theme {
        and(format!("th.id IN (SELECT thread_id FROM thread_themes WHERE theme_id = {theme})"));
    }
    if let Some(lang) = wanted.original {
        and(format!("t.original = '{lang}'"));
    }
    if let Some(at) = wanted.before {
        and(format!("p.created_at < '{at}'"));
    }
    if let Some(at) = wanted.after {
        and(format!("p.created_at >= '{at}'"));
    }
    if let Some(lang) = wanted.missing {
        and(format!("EXISTS (SELECT 1 FROM slots s WHERE s.text_id = t.id AND s.lang = '{lang}' AND s.quality IN ('empty', 'machine'))"));
    }
    let sqlite = matches!(conn, Conn::Sqlite(_));
    let with_words = !query.wanted.is_empty();
    let asked = if with_words { formula(&query.wanted, sqlite) } else { Some(NOTHING.to_owned()) };
    let Some(asked) = asked else { return Ok(Vec::new()) };
    let unwanted: Vec<String> = query.unwanted.iter().filter_map(|c| formula(std::slice::from_ref(c), sqlite)).collect();
    let unwanted = if unwanted.is_empty() { NOTHING.to_owned() } else { unwanted.join(if sqlite { " OR " } else { " | " }) };
    let conditions = conditions.join(" AND ");
    let texts = "JOIN threads th ON th.id = p.thread_id JOIN texts t ON t.id = p.text_id";
    let below = below.min(i64::MAX / 16);
    let (mark, matches) = if sqlite { (["?1", "?2"], "MATCH") } else { (["CAST($1 AS tsquery)", "CAST($2 AS tsquery)"], "@@") };
    let column = if sqlite { "search" } else { "s.words" };
    let absent = format!(
        "NOT EXISTS (SELECT 1 FROM search {} WHERE {} {matches} {} AND {}.rowid BETWEEN t.id * 16 AND t.id * 16 + 15)",
        if sqlite { "" } else { "n" },
        if sqlite { "search" } else { "n.words" },
        mark[1],
        if sqlite { "search" } else { "n" },
    );
    let sql = if with_words {
        let (table, row) = if sqlite { ("search", "search.rowid") } else { ("search s", "s.rowid") };
        // The index leads: SQLite takes a CROSS JOIN in the order in which it stands.
        format!(
            "SELECT {row} AS rowid FROM {table} CROSS JOIN posts p {texts} WHERE {column} {matches} {} AND p.text_id = {row} / 16
             AND {row} < {} AND {conditions} AND {absent} ORDER BY {row} DESC LIMIT {limit}",
            mark[0],
            below * 16
        )
    } else {
        let number = "CASE t.original WHEN 'fr' THEN 0 WHEN 'en' THEN 1 ELSE 2 END";
        let unused = if sqlite { "?1 <> ''" } else { "$1 <> ''" };
        format!(
            "SELECT CAST(t.id * 16 + ({number}) * 4 AS BIGINT) AS rowid FROM posts p {texts} WHERE {unused} AND t.id < {below}
             AND {conditions} AND {absent} ORDER BY t.id DESC LIMIT {limit}"
        )
    };
    let rows: Vec<Found> = on_each!(conn, c => sql_query(sql).bind::<Text, _>(asked).bind::<Text, _>(unwanted).load(c))?;
    let mut found: Vec<(i64, Lang)> =
        rows.into_iter().map(|f| (f.rowid / 16, Lang::THREE[usize::try_from(f.rowid / 4 % 4).unwrap_or(0).min(2)])).collect();
    found.dedup();
    Ok(found)
}

/// T12 as SQL, over posts `p` and threads `th`; the same words as [`Visible::post`].
fn readable(visible: Visible) -> String {
    match visible {
        Visible::Everything => "th.moved_to IS NULL".to_owned(),
        Visible::Public => "p.state = 'visible' AND NOT th.hidden".to_owned(),
        Visible::Member(me) => format!(
            "(p.state = 'visible' OR p.state = 'held' AND p.author_id = {me}) AND (NOT th.hidden OR th.held AND th.author_id = {me})"
        ),
    }
}

fn row(text: i64, lang: Lang, part: i64) -> i64 {
    text * 16 + i64::try_from(lang.index()).unwrap_or(0) * PARTS + part
}

/// A token of one language; no other language has it.
fn marked(lang: Lang, word: &str) -> String {
    format!("{}{word}", &lang.as_str()[..1])
}

/// All clauses in one language, or in the next; `None` where no language can say them.
fn formula(clauses: &[Clause], sqlite: bool) -> Option<String> {
    let (and, or) = if sqlite { (" AND ", " OR ") } else { (" & ", " | ") };
    let of_lang = |lang: Lang| {
        let said: Option<Vec<String>> = clauses
            .iter()
            .map(|clause| {
                let ways: Vec<String> = clause.ways.iter().filter(|w| w.lang == lang).map(|w| way(w, sqlite, and)).collect();
                (!ways.is_empty()).then(|| format!("({})", ways.join(or)))
            })
            .collect();
        Some(format!("({})", said?.join(and)))
    };
    let langs: Vec<String> = Lang::THREE.into_iter().filter_map(of_lang).collect();
    (!langs.is_empty()).then(|| langs.join(or))
}

fn way(way: &Way, sqlite: bool, and: &str) -> String {
    let phrases: Vec<String> = way.all.iter().map(|p| phrase(p, way.lang, sqlite)).collect();
    format!("({})", phrases.join(and))
}

/// Tokens are letters and digits, so that nothing in them can end a quotation.
fn phrase(phrase: &Phrase, lang: Lang, sqlite: bool) -> String {
    let words = phrase.tokens.iter().map(|t| marked(lang, t));
    match (sqlite, phrase.prefix) {
        (true, prefix) => format!("\"{}\"{}", words.collect::<Vec<_>>().join(" "), if prefix { " *" } else { "" }),
        (false, prefix) => {
            let words: Vec<String> = words.map(|w| format!("'{w}'")).collect();
            format!("({}{})", words.join(" <-> "), if prefix { ":*" } else { "" })
        }
    }
}

// ---- the whole index ------------------------------------------------------------------------------

/// Whether the whole index was made by this program's analysis.
///
/// # Errors
/// Database failures only.
pub fn is_complete(conn: &mut Conn) -> Result<bool> {
    #[derive(QueryableByName)]
    struct State {
        #[diesel(sql_type = Integer)]
        analysis: i32,
    }
    let state: Vec<State> = on_each!(conn, c => sql_query("SELECT analysis FROM search_state").load(c))?;
    Ok(state.first().is_some_and(|s| s.analysis == ANALYSIS))
}

/// Notes whether the whole index is made.
///
/// # Errors
/// Database failures only.
pub fn set_complete(conn: &mut Conn, complete: bool) -> Result<()> {
    let analysis = if complete { ANALYSIS } else { 0 };
    on_each!(conn, c => sql_query(format!("UPDATE search_state SET analysis = {analysis}")).execute(c))?;
    Ok(())
}

/// The texts of posts after text `after`, in order.
///
/// # Errors
/// Database failures only.
pub fn texts_after(conn: &mut Conn, after: i64, limit: i64) -> Result<Vec<i64>> {
    let kinds = [TextKind::Thread.as_str(), TextKind::Reply.as_str()];
    Ok(texts::table
        .filter(texts::id.gt(after))
        .filter(texts::kind.eq_any(kinds))
        .order(texts::id)
        .limit(limit)
        .select(texts::id)
        .load(conn)?)
}
