//! What requests share: settings, database, clock, and the door to password hashing.

mod gallery;

pub use gallery::letters;

use crate::{
    config::Config,
    domain::picture::{self, Clean, Unusable},
    error::{Error, Result},
    forum::{self, privacy::Contributions},
    mail::{self, Mailer},
    store::{self, Db, accounts::Account},
};
use chrono::{NaiveDateTime, SubsecRound, Utc};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Files that are taken in at once: a hundred people who send ten megabytes each shall not take a machine of one gigabyte.
const UPLOADS: usize = 6;

/// The time, as an argument: tests bring their own.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> NaiveDateTime + Send + Sync>);

impl Clock {
    /// The machine's clock, in UTC.
    pub fn system() -> Self {
        Self(Arc::new(|| Utc::now().naive_utc()))
    }

    /// Whatever the function says.
    pub fn by(tell: impl Fn() -> NaiveDateTime + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }

    /// Now, in UTC, to the microsecond: what both databases can hold.
    pub fn now(&self) -> NaiveDateTime {
        (self.0)().trunc_subsecs(6)
    }
}

/// One running forum.
#[derive(Clone)]
pub struct App {
    pub config: Arc<Config>,
    pub db: Db,
    pub clock: Clock,
    /// Where people reach the site, without a slash at the end: the only source of absolute addresses.
    pub base_url: String,
    /// Where letters go.
    pub mailer: Mailer,
    /// How long a mail server may take over one letter; well under a lease.
    pub mail_deadline: std::time::Duration,
    /// How often a password was hashed since the start, to be held against how often it had to be.
    pub hashes: Arc<AtomicU64>,
    /// As many hashes at once as there are cores: a crowd at the door leaves the pages alone.
    hashing: Arc<Semaphore>,
    /// One picture at a time: each may take some hundred megabytes.
    pictures: Arc<Semaphore>,
    /// So many files are in memory at once; others wait on their line.
    pub uploads: Arc<Semaphore>,
}

impl App {
    /// `base_url` stands in where the configuration names none.
    ///
    /// # Errors
    /// A mail transport that is none, or a key that cannot be read.
    pub fn new(config: Config, db: Db, clock: Clock, base_url: String) -> anyhow::Result<Self> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let configured = config.server.base_url.trim_end_matches('/').to_owned();
        let base_url = if configured.is_empty() { base_url } else { configured };
        let mailer = Mailer::new(&config.mail, mail::host(&base_url))?;
        let hashing = Arc::new(Semaphore::new(cores));
        Ok(Self {
            config: Arc::new(config),
            db,
            clock,
            base_url,
            mailer,
            mail_deadline: std::time::Duration::from_secs(120),
            hashes: Arc::default(),
            hashing,
            pictures: Arc::new(Semaphore::new(1)),
            uploads: Arc::new(Semaphore::new(UPLOADS)),
        })
    }

    /// Hashes a password.
    ///
    /// # Errors
    /// No random salt.
    pub async fn hash_password(&self, password: String) -> Result<String> {
        let turn = self.turn().await?;
        store::off_thread(move || {
            let _turn = turn;
            forum::accounts::hash_password(&password)
        })
        .await
    }

    /// Whether a password fits; the same work with and without an account.
    ///
    /// # Errors
    /// The server is stopping.
    pub async fn verify_password(&self, stored: Option<String>, password: String) -> Result<bool> {
        let turn = self.turn().await?;
        store::off_thread(move || {
            let _turn = turn;
            Ok(forum::accounts::verify_password(stored.as_deref(), &password))
        })
        .await
    }

    /// Makes a file fit to be kept.
    ///
    /// # Errors
    /// The server is stopping; why a file is not taken is no fault.
    pub async fn clean_picture(&self, file: Arc<Vec<u8>>) -> Result<std::result::Result<Clean, Unusable>> {
        let turn = self.pictures.clone().acquire_owned().await.map_err(|e| Error::Internal(e.into()))?;
        store::off_thread(move || {
            let _turn = turn;
            Ok(picture::clean(&file))
        })
        .await
    }

    /// Removes an account, the letters that lie in a folder, and the traces in the database's files (U3).
    ///
    /// # Errors
    /// The last administrator; faults of the database or the disk: the account is gone all the same once it is, and
    /// the rest is done by the next erasure or clean-up.
    pub async fn erase(&self, person: Account, contributions: Contributions) -> Result<()> {
        let now = self.clock.now();
        let letters = self.db.write(move |conn| forum::privacy::erase(conn, &person, contributions, now)).await?;
        let app = self.clone();
        store::off_thread(move || {
            for letter in &letters {
                app.mailer.forget(letter).map_err(Error::Unavailable)?;
            }
            app.db.scrub()
        })
        .await
    }

    /// A message that may report a letter of ours that came back; whether it does.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn bounced(&self, message: Vec<u8>) -> Result<bool> {
        let now = self.clock.now();
        let report = store::off_thread(move || Ok(mail::bounces::read(&message))).await?;
        let Some(report) = report else { return Ok(false) };
        self.db.write(move |conn| forum::bounces::reported(conn, &report.message_id, &report.said, now)).await
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit> {
        let turn = self.hashing.clone().acquire_owned().await.map_err(|e| Error::Internal(e.into()))?;
        self.hashes.fetch_add(1, Ordering::Relaxed);
        Ok(turn)
    }
}
