//! Forms with a file in them. The words come first and are kept whatever becomes of the file.

use super::extract::FORM_BYTES;
use crate::{
    domain::attachment::FILE_BYTES,
    error::{Error, Result},
};
use actix_multipart::{Field, Multipart};
use actix_web::{HttpRequest, dev::Payload};
use futures_util::StreamExt;
use std::{sync::Arc, time::Duration};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What a field takes beside its name and value, however short they are.
const FIELD_BYTES: usize = 64;
/// A whole form is read up to here: a file that is far too large is read past, so that the form can come back and say so.
const PAST_BYTES: usize = 100 * 1024 * 1024;
/// How long a file may take, on a slow line.
const SECONDS: u64 = 120;

/// A file as it was sent.
#[derive(Debug)]
pub struct Sent {
    pub bytes: Arc<Vec<u8>>,
    /// It was larger than a file may be: `bytes` is empty.
    pub too_large: bool,
    /// Its place in memory.
    _room: OwnedSemaphorePermit,
}

/// The fields of a form in their order, and its file if one was chosen. A file waits for a place among `uploads`; without
/// them it is read past.
///
/// # Errors
/// Words beyond what forms take, a file beyond reading past, a transfer that breaks off or takes too long.
pub async fn read(
    request: &HttpRequest,
    payload: Payload,
    uploads: Option<Arc<Semaphore>>,
) -> Result<(Vec<(String, String)>, Option<Sent>)> {
    let reading = read_parts(Multipart::new(request.headers(), payload), uploads);
    tokio::time::timeout(Duration::from_secs(SECONDS), reading).await.map_err(|_| Error::Timeout)?
}

async fn read_parts(mut parts: Multipart, uploads: Option<Arc<Semaphore>>) -> Result<(Vec<(String, String)>, Option<Sent>)> {
    let (mut fields, mut file, mut room, mut past) = (Vec::new(), None, FORM_BYTES, PAST_BYTES);
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| broken())?;
        let disposition = part.content_disposition().ok_or_else(broken)?;
        let name = disposition.get_name().ok_or_else(broken)?.to_owned();
        match disposition.get_filename().map(str::is_empty) {
            // One file a form; a field without one has an empty file name.
            Some(true) => drop(read_up_to(&mut part, 0, &mut past).await?),
            Some(false) if file.is_some() => drop(read_up_to(&mut part, 0, &mut past).await?),
            Some(false) => {
                let Some(uploads) = &uploads else {
                    drop(read_up_to(&mut part, 0, &mut past).await?);
                    continue;
                };
                let room = uploads.clone().acquire_owned().await.map_err(|e| Error::Internal(e.into()))?;
                let bytes = read_up_to(&mut part, FILE_BYTES, &mut past).await?;
                file = Some(Sent { too_large: bytes.is_none(), bytes: Arc::new(bytes.unwrap_or_default()), _room: room });
            }
            None => {
                let value = read_up_to(&mut part, room, &mut past).await?.ok_or(Error::TooLarge(FORM_BYTES))?;
                room = room.checked_sub(value.len() + name.len() + FIELD_BYTES).ok_or(Error::TooLarge(FORM_BYTES))?;
                // No field means anything by NUL, and PostgreSQL cannot hold one.
                let value = String::from_utf8(value.into_iter().filter(|b| *b != 0).collect());
                fields.push((name, value.map_err(|_| Error::Malformed("errors-encoding"))?));
            }
        }
    }
    Ok((fields, file))
}

/// The bytes of a part; `None` when there are more than `most`: those are read past, as far as `past` goes.
async fn read_up_to(part: &mut Field, most: usize, past: &mut usize) -> Result<Option<Vec<u8>>> {
    let mut bytes = Some(Vec::new());
    while let Some(chunk) = part.next().await {
        let chunk = chunk.map_err(|_| broken())?;
        *past = past.checked_sub(chunk.len()).ok_or(Error::TooLarge(PAST_BYTES))?;
        bytes = bytes.filter(|b| b.len() + chunk.len() <= most);
        if let Some(bytes) = &mut bytes {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(bytes)
}

fn broken() -> Error {
    Error::Malformed("errors-malformed")
}
