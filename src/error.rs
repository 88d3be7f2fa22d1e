//! The one error type: variants are what a visitor must know, causes go to the log only.
//!
//! Pages turn it into an answer in `web/error_pages.rs`, JSON in `api/mod.rs`, the command line in `cli/mod.rs`.

use crate::domain::{FieldError, policy::Denied};

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug)]
pub enum Error {
    /// 404: there is nothing here for this reader.
    NotFound,
    /// 400: the request itself is malformed; the message says how.
    Malformed(&'static str),
    /// 401: pages lead to sign-in.
    SignIn,
    /// 403: not this person, or not now.
    Denied(Denied),
    /// 403: the form is too old or comes from elsewhere.
    Forged,
    /// 405: the address takes no such method.
    Method,
    /// 409: somebody saved before you; carries what stands there now.
    Conflict(Box<Standing>),
    /// 410: a link of a letter that has served, expired, or was never sent.
    LinkGone,
    /// 413: the request is larger than the limit in bytes.
    TooLarge(usize),
    /// 415: compressed or otherwise unreadable bodies.
    Media,
    /// 421: the request names another site.
    Host,
    /// 422: the form comes back; a message beside each field.
    Invalid(Vec<FieldError>),
    /// 429: come back after so many seconds.
    TooMany { retry_after_s: u64 },
    /// 431: the request's headers are too large.
    Headers,
    /// 408: the request's body did not come in time.
    Timeout,
    /// 503: the database is locked, read-only or gone; nothing was written.
    Unavailable(anyhow::Error),
    /// 507: the disk is full; nothing was written.
    Full(anyhow::Error),
    /// 500: a fault of ours.
    Internal(anyhow::Error),
}

/// What a slot holds at the moment of a conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub revision: i32,
    pub title: String,
    pub body: String,
    pub author: Option<i64>,
}

impl Error {
    /// One refused field.
    pub fn field(field: &'static str, key: &'static str) -> Self {
        Self::Invalid(vec![FieldError::new(field, key)])
    }

    /// The HTTP status, the same for pages and JSON.
    pub fn status(&self) -> u16 {
        match self {
            Self::Malformed(_) => 400,
            Self::SignIn => 401,
            Self::Denied(_) | Self::Forged => 403,
            Self::NotFound => 404,
            Self::Method => 405,
            Self::Timeout => 408,
            Self::Conflict(_) => 409,
            Self::LinkGone => 410,
            Self::TooLarge(_) => 413,
            Self::Media => 415,
            Self::Host => 421,
            Self::Invalid(_) => 422,
            Self::TooMany { .. } => 429,
            Self::Headers => 431,
            Self::Internal(_) => 500,
            Self::Unavailable(_) => 503,
            Self::Full(_) => 507,
        }
    }

    /// The message that explains it; also the stable end of a problem's `type`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Malformed(key) => key,
            Self::SignIn => "errors-sign-in",
            Self::Denied(denied) => denied.key(),
            Self::Forged => "errors-forged",
            Self::NotFound => "errors-not-found",
            Self::Method => "errors-method",
            Self::Timeout => "errors-timeout",
            Self::Conflict(_) => "errors-conflict",
            Self::LinkGone => "errors-link-gone",
            Self::TooLarge(_) => "errors-too-large",
            Self::Media => "errors-media",
            Self::Host => "errors-host",
            Self::Invalid(_) => "errors-invalid",
            Self::TooMany { .. } => "errors-too-many",
            Self::Headers => "errors-headers",
            Self::Internal(_) => "errors-internal",
            Self::Unavailable(_) => "errors-unavailable",
            Self::Full(_) => "errors-full",
        }
    }

    /// The number in its message: seconds to wait, or the limit in kibibytes.
    pub fn count(&self) -> i64 {
        match self {
            Self::TooMany { retry_after_s } => i64::try_from(*retry_after_s).unwrap_or(i64::MAX),
            Self::TooLarge(limit) => i64::try_from(limit / 1024).unwrap_or(i64::MAX),
            _ => 0,
        }
    }

    /// What only the log may know.
    pub fn cause(&self) -> Option<&anyhow::Error> {
        match self {
            Self::Unavailable(cause) | Self::Full(cause) | Self::Internal(cause) => Some(cause),
            _ => None,
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.cause() {
            Some(cause) => write!(f, "{}: {cause:#}", self.key()),
            None => f.write_str(self.key()),
        }
    }
}

impl From<Denied> for Error {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<FieldError> for Error {
    fn from(field: FieldError) -> Self {
        Self::Invalid(vec![field])
    }
}

impl From<anyhow::Error> for Error {
    fn from(cause: anyhow::Error) -> Self {
        Self::Internal(cause)
    }
}

/// The one conversion from the database library: faults are told apart by what somebody can do about them.
impl From<diesel::result::Error> for Error {
    fn from(cause: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind as Kind, Error as Diesel};
        let message = cause.to_string();
        let said = |words: &[&str]| words.iter().any(|w| message.contains(w));
        match &cause {
            Diesel::NotFound => Self::NotFound,
            _ if said(&["disk is full", "No space left", "could not extend file"]) => Self::Full(cause.into()),
            Diesel::DatabaseError(Kind::ClosedConnection | Kind::ReadOnlyTransaction, _) => Self::Unavailable(cause.into()),
            Diesel::BrokenTransactionManager => Self::Unavailable(cause.into()),
            _ if said(&[
                "database is locked",
                "readonly database",
                "disk I/O error",
                "unable to open",
                "terminating connection",
                "server closed",
                "lock timeout",
                "statement timeout",
                "deadlock detected",
            ]) =>
            {
                Self::Unavailable(cause.into())
            }
            _ => Self::Internal(cause.into()),
        }
    }
}

/// The status alone; `web` and `api` each put their own answer around it.
impl actix_web::ResponseError for Error {
    fn status_code(&self) -> actix_web::http::StatusCode {
        actix_web::http::StatusCode::from_u16(self.status()).unwrap_or(actix_web::http::StatusCode::INTERNAL_SERVER_ERROR)
    }
}
