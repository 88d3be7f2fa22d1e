//! Posts: their places in a thread, and what a page shows of them.

use super::{
    conn::Conn,
    schema::{posts, texts, thread_themes, threads},
};
use crate::{
    domain::{
        lang::Lang,
        policy::{Door, Visible},
        post::PostState,
        tree::Node,
    },
    error::{Error, Result},
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = posts)]
pub struct Post {
    pub id: i64,
    pub thread_id: i64,
    /// Its number in the thread; 1 is the opening.
    pub n: i32,
    pub parent_id: Option<i64>,
    pub text_id: i64,
    pub author_id: i64,
    #[diesel(deserialize_as = String)]
    pub state: PostState,
    pub created_at: NaiveDateTime,
}

impl Post {
    pub fn is_opening(&self) -> bool {
        self.n == 1
    }
}

/// # Errors
/// [`Error::NotFound`].
pub fn find(conn: &mut Conn, id: i64) -> Result<Post> {
    Ok(posts::table.find(id).select(Post::as_select()).first(conn)?)
}

/// Whose posts in a thread everybody can read.
///
/// # Errors
/// Database failures only.
pub fn authors(conn: &mut Conn, thread: i64) -> Result<Vec<i64>> {
    let visible = posts::table.filter(posts::thread_id.eq(thread)).filter(posts::state.eq(PostState::Visible.as_str()));
    Ok(visible.select(posts::author_id).distinct().load(conn)?)
}

/// The opening of a thread.
///
/// # Errors
/// [`Error::NotFound`].
pub fn opening(conn: &mut Conn, thread: i64) -> Result<Post> {
    Ok(posts::table.filter(posts::thread_id.eq(thread)).filter(posts::n.eq(1)).select(Post::as_select()).first(conn)?)
}

/// The ids of the openings of several threads, by thread.
///
/// # Errors
/// Database failures only.
pub fn openings(conn: &mut Conn, threads: &[i64]) -> Result<HashMap<i64, i64>> {
    let rows: Vec<(i64, i64)> = posts::table
        .filter(posts::thread_id.eq_any(threads.iter().copied()))
        .filter(posts::n.eq(1))
        .select((posts::thread_id, posts::id))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The post that a text belongs to, with its thread's door; `None` for the text of something else.
///
/// # Errors
/// Database failures only.
pub fn by_text(conn: &mut Conn, text: i64) -> Result<Option<(Post, Door)>> {
    let found: Option<(Post, bool, bool, i64)> = posts::table
        .inner_join(threads::table.on(threads::id.eq(posts::thread_id)))
        .filter(posts::text_id.eq(text))
        .select((Post::as_select(), threads::hidden, threads::held, threads::author_id))
        .first(conn)
        .optional()?;
    Ok(found.map(|(post, hidden, held, author)| (post, Door { hidden, held, author })))
}

/// Several posts by id, in no order.
///
/// # Errors
/// Database failures only.
pub fn load(conn: &mut Conn, ids: &[i64]) -> Result<Vec<Post>> {
    Ok(posts::table.filter(posts::id.eq_any(ids.iter().copied())).select(Post::as_select()).load(conn)?)
}

/// The posts of several texts, in no order.
///
/// # Errors
/// Database failures only.
pub fn of_texts(conn: &mut Conn, texts: &[i64]) -> Result<Vec<Post>> {
    Ok(posts::table.filter(posts::text_id.eq_any(texts.iter().copied())).select(Post::as_select()).load(conn)?)
}

/// The replies of a thread by time, as places only. A deleted reply stays as a placeholder while
/// something that is left answers it (P5), and always for those who can restore it.
///
/// # Errors
/// Database failures only.
pub fn nodes(conn: &mut Conn, thread: i64, visible: Visible) -> Result<Vec<Node>> {
    let mut query = posts::table.select((posts::id, posts::parent_id, posts::state)).filter(posts::thread_id.eq(thread)).into_boxed();
    // What waits leaves no trace for anybody else, not even a placeholder.
    query = match visible {
        Visible::Everything => query,
        Visible::Member(me) => query.filter(posts::state.ne(PostState::Held.as_str()).or(posts::author_id.eq(me))),
        Visible::Public => query.filter(posts::state.ne(PostState::Held.as_str())),
    };
    let rows: Vec<(i64, Option<i64>, String)> =
        query.filter(posts::n.gt(1)).order((posts::created_at.asc(), posts::id.asc())).load(conn)?;
    let mut answered: HashSet<i64> = HashSet::new();
    let mut nodes = Vec::with_capacity(rows.len());
    for (id, parent, state) in rows.into_iter().rev() {
        if state != PostState::Deleted.as_str() || answered.contains(&id) || visible == Visible::Everything {
            answered.extend(parent);
            nodes.push(Node { id, parent });
        }
    }
    nodes.reverse();
    Ok(nodes)
}

/// A page of replies that can be read, after post number `after`, for clients that page by cursor.
///
/// # Errors
/// Database failures only.
pub fn after(conn: &mut Conn, thread: i64, after: i32, limit: usize, everything: bool) -> Result<Vec<Post>> {
    let mut query = posts::table.select(Post::as_select()).into_boxed();
    if !everything {
        query = query.filter(posts::state.eq(PostState::Visible.as_str()));
    }
    Ok(query
        .filter(posts::thread_id.eq(thread))
        .filter(posts::n.gt(after.max(1)))
        .order(posts::n.asc())
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .load(conn)?)
}

/// A post to be added.
pub struct NewPost<'a> {
    pub thread: i64,
    pub n: i32,
    pub parent: Option<i64>,
    pub text: i64,
    pub author: i64,
    pub state: PostState,
    pub key: Option<&'a str>,
}

/// # Errors
/// Database failures only.
pub fn insert(conn: &mut Conn, new: &NewPost, now: NaiveDateTime) -> Result<i64> {
    let row = (
        posts::thread_id.eq(new.thread),
        posts::n.eq(new.n),
        posts::parent_id.eq(new.parent),
        posts::text_id.eq(new.text),
        posts::author_id.eq(new.author),
        posts::state.eq(new.state.as_str()),
        posts::submission_key.eq(new.key),
        posts::created_at.eq(now),
    );
    Ok(diesel::insert_into(posts::table).values(row).returning(posts::id).get_result(conn)?)
}

/// The post that this person already made by this submission.
///
/// # Errors
/// Database failures only.
pub fn by_submission(conn: &mut Conn, author: i64, key: &str) -> Result<Option<Post>> {
    Ok(posts::table
        .filter(posts::author_id.eq(author))
        .filter(posts::submission_key.eq(key))
        .select(Post::as_select())
        .first(conn)
        .optional()?)
}

/// The newest post of a thread that can be read: its author, language and time.
///
/// # Errors
/// [`Error::NotFound`] for a thread without an opening.
pub fn newest(conn: &mut Conn, thread: i64) -> Result<(i64, Lang, NaiveDateTime)> {
    let (author, lang, at): (i64, String, NaiveDateTime) = posts::table
        .inner_join(texts::table.on(texts::id.eq(posts::text_id)))
        .filter(posts::thread_id.eq(thread))
        .filter(posts::state.eq(PostState::Visible.as_str()))
        .order((posts::created_at.desc(), posts::id.desc()))
        .select((posts::author_id, texts::original, posts::created_at))
        .first(conn)?;
    Ok((author, Lang::parse(&lang).unwrap_or(Lang::Fr), at))
}

/// The newest post of a thread that can be read, or its opening.
///
/// # Errors
/// [`Error::NotFound`] for a thread without an opening.
pub fn newest_id(conn: &mut Conn, thread: i64) -> Result<i64> {
    Ok(posts::table
        .filter(posts::thread_id.eq(thread))
        .filter(posts::state.eq(PostState::Visible.as_str()).or(posts::n.eq(1)))
        .order((posts::created_at.desc(), posts::id.desc()))
        .select(posts::id)
        .first(conn)?)
}

/// Which posts the newest are taken from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Newest {
    pub theme: Option<i64>,
    pub thread: Option<i64>,
    /// The language of their originals.
    pub lang: Option<Lang>,
}

/// The newest posts that everybody may read, the newest first.
///
/// # Errors
/// Database failures only.
pub fn newest_of(conn: &mut Conn, newest: &Newest, limit: usize) -> Result<Vec<Post>> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut query = posts::table
        .inner_join(threads::table.on(threads::id.eq(posts::thread_id)))
        .inner_join(texts::table.on(texts::id.eq(posts::text_id)))
        .filter(posts::state.eq(PostState::Visible.as_str()))
        .filter(threads::hidden.eq(false))
        .select(Post::as_select())
        .into_boxed();
    if let Some(theme) = newest.theme {
        // Its newest posts stand in its most recently active threads.
        let active = thread_themes::table
            .filter(thread_themes::theme_id.eq(theme))
            .order((thread_themes::last_post_at.desc(), thread_themes::thread_id.desc()))
            .limit(limit)
            .select(thread_themes::thread_id)
            .load::<i64>(conn)?;
        query = query.filter(posts::thread_id.eq_any(active));
    }
    if let Some(thread) = newest.thread {
        query = query.filter(posts::thread_id.eq(thread));
    }
    if let Some(lang) = newest.lang {
        query = query.filter(texts::original.eq(lang.as_str()));
    }
    Ok(query.order((posts::created_at.desc(), posts::id.desc())).limit(limit).load(conn)?)
}

/// Whether anybody but `author` wrote something in a thread that can be read.
///
/// # Errors
/// Database failures only.
pub fn is_answered(conn: &mut Conn, thread: i64, author: i64) -> Result<bool> {
    let others = posts::table.filter(posts::thread_id.eq(thread)).filter(posts::author_id.ne(author));
    Ok(diesel::select(diesel::dsl::exists(others.filter(posts::state.eq(PostState::Visible.as_str())))).get_result(conn)?)
}

/// Changes a post's state, if it is still `from`.
///
/// # Errors
/// [`Error::NotFound`] when somebody changed it meanwhile.
pub fn set_state(conn: &mut Conn, post: i64, from: PostState, to: PostState) -> Result<()> {
    let still = posts::table.find(post).filter(posts::state.eq(from.as_str()));
    if diesel::update(still).set(posts::state.eq(to.as_str())).execute(conn)? == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// A held post is published, and counts as written at `at`.
///
/// # Errors
/// [`Error::NotFound`] when somebody decided meanwhile.
pub fn publish(conn: &mut Conn, post: i64, at: NaiveDateTime) -> Result<()> {
    let held = posts::table.find(post).filter(posts::state.eq(PostState::Held.as_str()));
    let row = (posts::state.eq(PostState::Visible.as_str()), posts::created_at.eq(at));
    if diesel::update(held).set(row).execute(conn)? == 0 { Err(Error::NotFound) } else { Ok(()) }
}
