//! What has been kept long enough goes (R-T60): requests to join that nobody confirmed, links that have expired, letters
//! that were sent, addresses in the security log.

use crate::{app::App, error::Result, forum, store};

/// What one run removed.
///
/// # Errors
/// Faults of the database.
pub async fn run(app: &App) -> Result<forum::retention::Removed> {
    let now = app.clock.now();
    let removed = app.db.write(move |conn| forum::retention::run(conn, now)).await?;
    if removed != forum::retention::Removed::default() {
        let db = app.db.clone();
        store::off_thread(move || db.scrub()).await?;
    }
    Ok(removed)
}
