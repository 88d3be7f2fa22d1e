//! Forms with a file in them. The words come first and are kept whatever becomes of the file.

use super::extract::FORM_BYTES;
use crate::{
    domain::attachment::FILE_BYTES,
    error::{Error, Result},
};
use actix_multipart::{Field, Multipart};
use actix_web::{HttpRequest, dev::Payload};
use futures_util::StreamExt;
use std::time::Duration;

/// A file that is far too large is read past up to here, so that the form can come back and say so.
const PAST_BYTES: usize = 100 * 1024 * 1024;
/// How long a file may take, on a slow line.
const SECONDS: u64 = 120;

/// A file as it was sent.
#[derive(Debug)]
pub struct Sent {
    pub bytes: Vec<u8>,
    /// It was larger than a file may be: `bytes` is empty.
    pub too_large: bool,
}

/// The fields of a form in their order, and its file if one was chosen.
///
/// # Errors
/// Words beyond what forms take, a file beyond reading past, a transfer that breaks off or takes too long.
pub async fn read(request: &HttpRequest, payload: Payload) -> Result<(Vec<(String, String)>, Option<Sent>)> {
    let reading = read_parts(Multipart::new(request.headers(), payload));
    tokio::time::timeout(Duration::from_secs(SECONDS), reading).await.map_err(|_| Error::Timeout)?
}

async fn read_parts(mut parts: Multipart) -> Result<(Vec<(String, String)>, Option<Sent>)> {
    let (mut fields, mut file, mut room) = (Vec::new(), None, FORM_BYTES);
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| broken())?;
        let disposition = part.content_disposition().ok_or_else(broken)?;
        let name = disposition.get_name().ok_or_else(broken)?.to_owned();
        // A file field without a file has an empty file name.
        match disposition.get_filename().map(str::is_empty) {
            Some(true) => drop(read_up_to(&mut part, 0, PAST_BYTES).await?),
            Some(false) => file = Some(sent(&mut part).await?),
            None => {
                let value = read_up_to(&mut part, room, room).await?.ok_or(Error::TooLarge(FORM_BYTES))?;
                room -= value.len();
                // No field means anything by NUL, and PostgreSQL cannot hold one.
                let value = String::from_utf8(value.into_iter().filter(|b| *b != 0).collect());
                fields.push((name, value.map_err(|_| Error::Malformed("errors-encoding"))?));
            }
        }
    }
    Ok((fields, file))
}

async fn sent(part: &mut Field) -> Result<Sent> {
    let bytes = read_up_to(part, FILE_BYTES, PAST_BYTES).await?;
    Ok(Sent { too_large: bytes.is_none(), bytes: bytes.unwrap_or_default() })
}

/// The bytes of a part; `None` when there are more than `most`, which are read past up to `end`.
async fn read_up_to(part: &mut Field, most: usize, end: usize) -> Result<Option<Vec<u8>>> {
    let (mut bytes, mut seen) = (Vec::new(), 0);
    while let Some(chunk) = part.next().await {
        let chunk = chunk.map_err(|_| broken())?;
        seen += chunk.len();
        if seen > end {
            return Err(Error::TooLarge(end));
        }
        if seen > most {
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((seen <= most).then_some(bytes))
}

fn broken() -> Error {
    Error::Malformed("errors-malformed")
}
