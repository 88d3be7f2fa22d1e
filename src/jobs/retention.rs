//! What has been kept long enough goes (R-T60): requests to join that nobody confirmed, links that have expired, letters
//! that were sent, addresses in the security log.

use crate::{app::App, error::Result, forum};

/// What one run removed.
///
/// # Errors
/// Faults of the database.
pub async fn run(app: &App) -> Result<forum::retention::Removed> {
    let now = app.clock.now();
    app.db.write(move |conn| forum::retention::run(conn, now)).await
}
