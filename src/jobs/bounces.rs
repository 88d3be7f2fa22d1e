//! Reports of letters that came back, from a mailbox that is a folder (D7).

use crate::{
    app::App,
    error::{Error, Result},
    store,
};
use anyhow::Context;
use std::path::{Path, PathBuf};

/// Larger messages are left to a person.
const LARGEST: u64 = 1024 * 1024;

/// Reads what is new in the Maildir of `mail.bounces.folder`. What reports a letter of ours is moved to `cur` as seen, anything
/// else as it is, for a person to read; nothing is deleted. Interrupted, it reads the same report again, which counts once.
/// Returns how many reports there were.
///
/// # Errors
/// No such Maildir; faults of the database.
pub async fn read(app: &App) -> Result<usize> {
    let folder = app.config.mail.bounces.folder.clone();
    if folder.as_os_str().is_empty() {
        return Ok(0);
    }
    let listed = folder.clone();
    let files = store::off_thread(move || new(&listed).map_err(Error::Internal)).await?;
    let mut reports = 0;
    for file in files {
        let message = file.clone();
        let message = store::off_thread(move || {
            let small = std::fs::metadata(&message).is_ok_and(|m| m.len() <= LARGEST);
            Ok(if small { std::fs::read(&message).unwrap_or_default() } else { Vec::new() })
        });
        let ours = app.bounced(message.await?).await?;
        reports += usize::from(ours);
        let folder = folder.clone();
        store::off_thread(move || put_away(&folder, &file, ours).map_err(Error::Internal)).await?;
    }
    Ok(reports)
}

fn new(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let new = folder.join("new");
    let listed = || std::fs::read_dir(&new)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>();
    let mut files = listed().with_context(|| format!("mail.bounces.folder: {} cannot be read", new.display()))?;
    files.retain(|file| file.is_file());
    files.sort();
    Ok(files)
}

fn put_away(folder: &Path, file: &Path, seen: bool) -> anyhow::Result<()> {
    let name = file.file_name().and_then(|name| name.to_str()).context("a file without a name")?;
    let name = format!("{}:2,{}", name.split(':').next().unwrap_or(name), if seen { "S" } else { "" });
    std::fs::rename(file, folder.join("cur").join(name)).with_context(|| format!("{} cannot be moved to cur", file.display()))
}
