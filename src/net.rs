//! What pages and JSON share of HTTP: who calls, and how a body is read.

use crate::{
    config::Config,
    error::{Error, Result},
};
use actix_web::{HttpRequest, dev::Payload, web::BytesMut};
use futures_util::StreamExt;
use std::{net::IpAddr, time::Duration};

/// A body that takes longer is refused: slow senders hold no place.
const BODY_SECONDS: u64 = 30;

/// Reads a whole body of at most `limit` bytes.
///
/// # Errors
/// [`Error::TooLarge`], [`Error::Timeout`], or [`Error::Malformed`] for a broken transfer.
pub async fn read_body(mut payload: Payload, limit: usize) -> Result<BytesMut> {
    let read = async {
        let mut body = BytesMut::new();
        while let Some(chunk) = payload.next().await {
            let chunk = chunk.map_err(|_| Error::Malformed("errors-malformed"))?;
            if body.len() + chunk.len() > limit {
                return Err(Error::TooLarge(limit));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    };
    tokio::time::timeout(Duration::from_secs(BODY_SECONDS), read).await.map_err(|_| Error::Timeout)?
}

/// Whom limits count: the peer's address, an IPv6 network by its first 64 bits. `X-Forwarded-For` is believed
/// only from a listed proxy, and then its right-most address that is none itself.
pub fn network(request: &HttpRequest, config: &Config) -> String {
    let Some(peer) = request.peer_addr().map(|a| a.ip()) else { return String::new() };
    let trusted = |ip: &IpAddr| config.server.trusted_proxies.iter().any(|net| net.contains(ip));
    let forwarded = request.headers().get_all("x-forwarded-for").filter_map(|v| v.to_str().ok()).collect::<Vec<_>>().join(",");
    let mut ip = peer;
    for hop in forwarded.rsplit(',').map(|h| h.trim().parse::<IpAddr>()) {
        if !trusted(&ip) {
            break;
        }
        match hop {
            Ok(hop) => ip = hop,
            Err(_) => break,
        }
    }
    match ip.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => v6.segments()[..4].iter().map(|s| format!("{s:x}")).collect::<Vec<_>>().join(":"),
    }
}

/// Browser and system in two words (`Firefox, Linux`), for people to know their own devices by; the rest of what a
/// browser says of itself is not kept.
pub fn device(request: &HttpRequest) -> String {
    let agent = request.headers().get("user-agent").and_then(|v| v.to_str().ok()).unwrap_or_default();
    // The order matters: most browsers also name those that they want to be taken for.
    let first = |names: &[(&str, &'static str)]| names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    let browser = first(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"),
        ("Chrome/", "Chrome"),
        ("CriOS", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
