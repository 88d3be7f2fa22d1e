//! Reactions to posts.

use super::{conn::Conn, schema::reactions};
use crate::{domain::reaction::Reaction, error::Result};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashMap;

/// How many gave a reaction, and whether `me` is among them; by post, in the order of the set.
pub type Given = HashMap<i64, Vec<(Reaction, i64, bool)>>;

/// The reactions to several posts.
///
/// # Errors
/// Database failures only.
pub fn of(conn: &mut Conn, posts: &[i64], me: Option<i64>) -> Result<Given> {
    let rows: Vec<(i64, String, i64)> = reactions::table
        .filter(reactions::post_id.eq_any(posts.iter().copied()))
        .group_by((reactions::post_id, reactions::kind))
        .select((reactions::post_id, reactions::kind, diesel::dsl::count_star()))
        .load(conn)?;
    let own: Vec<(i64, String)> = match me {
        Some(me) => reactions::table
            .filter(reactions::post_id.eq_any(posts.iter().copied()))
            .filter(reactions::account_id.eq(me))
            .select((reactions::post_id, reactions::kind))
            .load(conn)?,
        None => Vec::new(),
    };
    let mut given = Given::new();
    for (post, kind, count) in rows {
        if let Some(reaction) = Reaction::parse(&kind) {
            given.entry(post).or_default().push((reaction, count, own.contains(&(post, kind))));
        }
    }
    given.values_mut().for_each(|list| list.sort_unstable_by_key(|(reaction, ..)| *reaction));
    Ok(given)
}

/// Gives a reaction, or takes it back where it was given.
///
/// # Errors
/// Database failures only.
pub fn toggle(conn: &mut Conn, post: i64, reaction: Reaction, account: i64, now: NaiveDateTime) -> Result<()> {
    if diesel::delete(reactions::table.find((post, reaction.as_str(), account))).execute(conn)? == 0 {
        let row =
            (reactions::post_id.eq(post), reactions::kind.eq(reaction.as_str()), reactions::account_id.eq(account), reactions::at.eq(now));
        diesel::insert_into(reactions::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// What one person gave: post, kind, time.
///
/// # Errors
/// Database failures only.
pub fn by(conn: &mut Conn, account: i64) -> Result<Vec<(i64, String, NaiveDateTime)>> {
    let own = reactions::table.filter(reactions::account_id.eq(account)).order((reactions::at, reactions::post_id));
    Ok(own.select((reactions::post_id, reactions::kind, reactions::at)).load(conn)?)
}
