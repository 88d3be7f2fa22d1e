//! Every write: one function, in the one transaction that the caller began, permission on its second line.
//!
//! Pages, JSON and the command line call the same functions. They know no HTTP, no mail, no language of pages.

pub mod accounts;
pub mod attachments;
pub mod bounces;
pub mod cases;
pub mod claims;
pub mod consensus;
pub mod contests;
pub mod credentials;
pub mod curation;
pub mod declarations;
pub mod digests;
pub mod drafts;
pub mod figures;
pub mod glossary;
pub mod joins;
pub mod letters;
pub mod limits;
pub mod lines;
pub mod moderation;
pub mod notice_letters;
pub mod notices;
pub mod objections;
pub mod pages;
pub mod positions;
pub mod posts;
pub mod privacy;
pub mod readings;
pub mod relocations;
pub mod requests;
pub mod retention;
mod reviews;
pub mod search;
pub mod slots;
pub mod statements;
pub mod subscriptions;
pub mod syntheses;
pub mod tallies;
pub mod texts;
pub mod themes;
pub mod threads;
pub mod upkeep;
pub mod workbench;

/// A secret of 256 bits for a link or cookie; only its [`hash`] is stored.
///
/// # Errors
/// The operating system gives no random bytes.
pub fn secret() -> anyhow::Result<String> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|e| anyhow::anyhow!("no random bytes: {e}"))?;
    Ok(base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, bytes))
}

/// What is stored of a secret: SHA-256. Secrets have 256 bits, so no slow hash is needed.
pub fn hash(secret: &str) -> String {
    use sha2::{Digest, Sha256};
    base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, Sha256::digest(secret))
}
