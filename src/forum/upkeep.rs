//! What is derived from texts, brought to what this program makes of them: their HTML and the index of words.

use crate::{
    error::Result,
    store::{self, Db},
};

/// Revisions in one transaction: short, so that people can go on writing.
const BATCH: i64 = 200;

/// Makes anew what an older program made otherwise. It may be stopped at any time; the next run goes on.
///
/// # Errors
/// Database failures only.
pub fn bring_up_to_date(db: &Db) -> Result<()> {
    let mut last = 0;
    while let Some(newest) = db.write_now(|conn| store::texts::rerender(conn, last, BATCH))? {
        last = newest;
    }
    if !db.read_now(store::search::is_complete)? {
        let texts = super::search::reindex(db)?;
        tracing::info!(texts, "the index of words was made");
    }
    Ok(())
}
