//! What every request passes: limits, origin, security headers.

use crate::{app::App, error::Error};
use actix_web::{
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use std::net::IpAddr;

const HEADER_BYTES: usize = 16 * 1024;

/// No inline script or style, nothing from elsewhere, no frames.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Refuses what no handler should see: headers over 16 KiB, a compressed body, two lengths for one body.
///
/// # Errors
/// None of ours: refusals are answers.
pub async fn within_limits<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if let Some(refused) = refusal(&request) {
        return Ok(request.error_response(refused));
    }
    // HEAD is GET without its body, which the connection leaves out by itself.
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

/// Why no handler should see this request.
pub fn refusal(request: &ServiceRequest) -> Option<Error> {
    let headers = request.headers();
    let size: usize = headers.iter().map(|(n, v)| n.as_str().len() + v.len() + 4).sum();
    if size + request.uri().to_string().len() > HEADER_BYTES {
        return Some(Error::Headers);
    }
    match is_ours(request) {
        Ok(true) => {}
        Ok(false) => return Some(Error::Host),
        Err(refused) => return Some(refused),
    }
    if headers.contains_key(header::CONTENT_ENCODING) {
        return Some(Error::Media);
    }
    let two_lengths = headers.contains_key(header::CONTENT_LENGTH) && headers.contains_key(header::TRANSFER_ENCODING);
    two_lengths.then_some(Error::Malformed("errors-malformed"))
}

/// Whether a request names this site: the configured address, or from this machine a loopback name (probes, and proxies
/// that say no host of their own). Without a configured address any literal address serves; a name could be anybody's.
///
/// # Errors
/// Two hosts in one request.
fn is_ours(request: &ServiceRequest) -> Result<bool, Error> {
    let hosts: Vec<&str> = request.headers().get_all(header::HOST).map(|h| h.to_str().unwrap_or_default()).collect();
    let named = match (hosts.as_slice(), request.uri().authority().map(|a| a.as_str())) {
        ([], None) => return Ok(true),
        ([host], None) => *host,
        ([host], Some(absolute)) if host.eq_ignore_ascii_case(absolute) => *host,
        _ => return Err(Error::Malformed("errors-malformed")),
    };
    let Some(app) = request.app_data::<Data<App>>() else { return Ok(true) };
    let configured = app.config.server.base_url.trim_end_matches('/').split_once("://");
    let from_here = request.peer_addr().is_some_and(|peer| peer.ip().to_canonical().is_loopback());
    let name = host_of(named);
    let literal = name.trim_matches(['[', ']']).parse::<IpAddr>();
    let loopback = name.eq_ignore_ascii_case("localhost") || literal.as_ref().is_ok_and(|ip| ip.to_canonical().is_loopback());
    Ok(match configured {
        None => loopback || literal.is_ok(),
        Some((scheme, rest)) => {
            let usual = if scheme == "https" { ":443" } else { ":80" };
            let plain = |host: &str| host.strip_suffix(usual).unwrap_or(host).to_ascii_lowercase();
            plain(named) == plain(rest.split('/').next().unwrap_or_default()) || (loopback && from_here)
        }
    })
}

/// A host without its port.
fn host_of(authority: &str) -> &str {
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => authority,
    }
}

/// Adds the security headers that an answer does not set itself.
pub fn secure(headers: &mut HeaderMap, https: bool) {
    let mut set = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if https {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
}

/// First half of the defence against forged forms; the second is the token that [`super::extract::Fields`] checks.
///
/// # Errors
/// None of ours: a changing request from another site is answered with [`Error::Forged`].
pub async fn same_origin<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD);
    if changes && !is_same_origin(request.headers(), request.app_data::<Data<App>>().map_or("", |a| &a.base_url)) {
        return Ok(request.error_response(Error::Forged));
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

fn is_same_origin(headers: &HeaderMap, base_url: &str) -> bool {
    let text = |name: &HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text(&HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    match text(&header::ORIGIN) {
        None => true,
        Some(origin) => {
            let authority = origin.split_once("://").map_or("", |(_, a)| a);
            origin == base_url || text(&header::HOST).is_some_and(|host| host == authority)
        }
    }
}
