//! What is derived from texts, brought to what this program makes of them: their HTML and the index of words. In steps that
//! are short, so that people can go on writing between them.

use crate::{
    error::Result,
    store::{self, Conn},
};

/// Texts in one step.
const BATCH: i64 = 50;

/// What there is to do, and how far it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// HTML, after this revision.
    Render(i64),
    /// The index of words, after this text; `None` is not begun, or not needed.
    Index(Option<i64>),
    Done,
}

impl Step {
    pub const FIRST: Self = Self::Render(0);
}

/// Does one step and returns the next. It may be stopped after any; whoever begins again finds what is left.
///
/// # Errors
/// Database failures only: the step was not done.
pub fn go_on(conn: &mut Conn, step: Step) -> Result<Step> {
    Ok(match step {
        Step::Render(last) => store::texts::rerender(conn, last, BATCH)?.map_or(Step::Index(None), Step::Render),
        Step::Index(None) => {
            store::version::fold(conn)?;
            if store::search::is_complete(conn)? { Step::Done } else { Step::Index(Some(0)) }
        }
        Step::Index(Some(last)) => super::search::index(conn, last, BATCH)?.map_or(Step::Done, |last| Step::Index(Some(last))),
        Step::Done => Step::Done,
    })
}
