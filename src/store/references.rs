//! T11: what mentions and quotes refer to.

use super::{
    conn::Conn,
    schema::{accounts, posts, threads},
};
use crate::{
    domain::{
        account::{self, Handle},
        markdown,
        policy::{Door, Visible},
        post::PostState,
        references,
    },
    error::Result,
};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// Somebody who is named.
#[derive(Debug, Clone)]
pub struct Named {
    pub id: i64,
    pub handle: String,
    pub display_name: String,
    /// A former participant: nothing of them is shown.
    pub former: bool,
}

/// The people that mentions name: by mention, with the part of it that is the handle.
///
/// # Errors
/// Database failures only.
pub fn people(conn: &mut Conn, mentions: &[&str]) -> Result<HashMap<String, (usize, Named)>> {
    let mut handles: HashMap<&str, (String, String)> = HashMap::new();
    for handle in mentions.iter().flat_map(|m| references::handles(m)) {
        if let Ok(parsed) = Handle::parse(handle) {
            handles.insert(handle, (parsed.key(), account::tombstone(&parsed.skeleton())));
        }
    }
    if handles.is_empty() {
        return Ok(HashMap::new());
    }
    let (keys, stones): (Vec<String>, Vec<String>) = handles.values().cloned().unzip();
    let rows: Vec<(i64, String, String, String, Option<String>)> = accounts::table
        .filter(accounts::handle_key.eq_any(keys).or(accounts::handle_skeleton.eq_any(stones)))
        .select((accounts::id, accounts::handle_key, accounts::handle, accounts::display_name, accounts::handle_skeleton))
        .load(conn)?;
    let find = |mention: &str| {
        references::handles(mention).into_iter().find_map(|handle| {
            let (key, stone) = handles.get(handle)?;
            let (id, _, name, display_name, skeleton) = rows.iter().find(|(_, k, _, _, s)| k == key || s.as_ref() == Some(stone))?;
            let former = skeleton.as_ref() == Some(stone);
            Some((handle.len(), Named { id: *id, handle: name.clone(), display_name: display_name.clone(), former }))
        })
    };
    Ok(mentions.iter().filter_map(|m| Some(((*m).to_owned(), find(m)?))).collect())
}

/// People whose handle or name begins with `start`, as far as there are no more than `limit`, by handle.
///
/// # Errors
/// Database failures only.
pub fn begin_with(conn: &mut Conn, start: &str, limit: i64) -> Result<Vec<(String, String)>> {
    let literal: String =
        start.to_lowercase().chars().flat_map(|c| matches!(c, '%' | '_' | '\\').then_some('\\').into_iter().chain([c])).collect();
    let begins = format!("{literal}%");
    // SQLite knows small and large letters of ASCII only.
    let mut letters = begins.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    Ok(accounts::table
        .filter(accounts::erased_at.is_null())
        .filter(
            accounts::handle_key
                .like(&begins)
                .escape('\\')
                .or(lower(accounts::display_name).like(&begins).escape('\\'))
                .or(accounts::display_name.like(&capital).escape('\\')),
        )
        .order(accounts::handle_key)
        .limit(limit)
        .select((accounts::handle, accounts::display_name))
        .load(conn)?)
}

#[diesel::declare_sql_function]
extern "SQL" {
    /// Small letters; on SQLite of ASCII only.
    fn lower(text: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

/// Makes stored HTML whole for readers who get no more than the words: mentions as they were typed, but of former
/// participants the word `former` instead.
///
/// # Errors
/// Database failures only.
pub fn plain<'a>(conn: &mut Conn, htmls: impl Iterator<Item = &'a mut String>, former: &str) -> Result<()> {
    let htmls: Vec<&mut String> = htmls.collect();
    let mentions: Vec<&str> = htmls.iter().flat_map(|h| references::mentions_in(h)).collect();
    let people = people(conn, &mentions)?;
    let word = |mention: &str| {
        let (length, person) = people.get(mention)?;
        person.former.then(|| format!("{}{}", markdown::escape(former), markdown::escape(&mention[*length..])))
    };
    for html in htmls {
        *html = references::fill_mentions(&references::fill_quotes(html, &|_, inner| inner.to_owned()), word);
    }
    Ok(())
}

/// Which of these posts this reader cannot read; unknown ones are among them.
///
/// # Errors
/// Database failures only.
pub fn hidden(conn: &mut Conn, ids: &[i64], visible: Visible) -> Result<HashSet<i64>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let rows: Vec<(i64, String, i64, bool, bool, i64)> = posts::table
        .inner_join(threads::table.on(threads::id.eq(posts::thread_id)))
        .filter(posts::id.eq_any(ids.iter().copied()))
        .select((posts::id, posts::state, posts::author_id, threads::hidden, threads::held, threads::author_id))
        .load(conn)?;
    let readable: HashSet<i64> = rows
        .into_iter()
        .filter(|(_, state, author, hidden, held, opener)| {
            let door = Door { hidden: *hidden, held: *held, author: *opener };
            PostState::parse(state).is_some_and(|state| visible.post(door, state, *author))
        })
        .map(|(id, ..)| id)
        .collect();
    Ok(ids.iter().copied().filter(|id| !readable.contains(id)).collect())
}

/// Takes the words of posts that this reader cannot read out of the sources that quote them (T12).
///
/// # Errors
/// Database failures only.
pub fn veil<'a>(conn: &mut Conn, visible: Visible, bodies: impl Iterator<Item = &'a mut String>) -> Result<()> {
    let quoting: Vec<&mut String> = bodies.filter(|b| !references::quotes(b).is_empty()).collect();
    let ids: Vec<i64> = quoting.iter().flat_map(|b| references::quotes(b)).map(|q| q.post).collect();
    let hidden = hidden(conn, &ids, visible)?;
    if !hidden.is_empty() {
        for body in quoting {
            *body = references::veiled(body, &hidden);
        }
    }
    Ok(())
}

/// The same for stored HTML.
///
/// # Errors
/// Database failures only.
pub fn veil_html<'a>(conn: &mut Conn, visible: Visible, htmls: impl Iterator<Item = &'a mut String>) -> Result<()> {
    let quoting: Vec<&mut String> = htmls.filter(|h| !references::quotes_in(h).is_empty()).collect();
    let ids: Vec<i64> = quoting.iter().flat_map(|h| references::quotes_in(h)).map(|q| q.post).collect();
    let hidden = hidden(conn, &ids, visible)?;
    if !hidden.is_empty() {
        for html in quoting {
            *html = references::veiled_html(html, &hidden);
        }
    }
    Ok(())
}
