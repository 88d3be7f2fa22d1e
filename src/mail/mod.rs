//! Letters: how they are worded, written as MIME, and handed to a mail server. Knows no database.

pub mod bounces;
pub mod digest;
mod dkim;
mod letters;
mod message;
pub mod told;
mod transport;

pub use letters::{Act, Compose, compose, host};
pub use message::{Message, Read, read};
pub use transport::{Failure, Mailer};
