//! A forum of one's own for each test, and visitors who use it over HTTP.
#![allow(dead_code, reason = "each test binary uses its part")]

pub mod browser;
pub mod consensus;
pub mod dkim;
pub mod mail;
pub mod order;
pub mod postgres;
mod visitor;

#[allow(unused_imports, reason = "each test binary uses its part")]
pub use visitor::{Answer, Visitor, id};

use chrono::{NaiveDateTime, TimeDelta, Utc};
use std::{
    io::Write,
    net::TcpListener,
    path::PathBuf,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicI64, Ordering},
    },
};
use trialogue::{
    app::{App, Clock},
    config::Config,
    domain::{
        account::{Email, Handle, Role},
        lang::Lang,
    },
    forum::{self, accounts::NewPerson, upkeep::Step},
    server, store,
    store::Db,
};

/// Everybody's password.
pub const PASSWORD: &str = "une phrase assez longue";

/// Runs each test on both databases; its `site.language` comes from its name, so that all three occur.
#[macro_export]
macro_rules! both {
    ($($(#[$doc:meta])* fn $name:ident($site:ident) $body:block)+) => {$(
        $(#[$doc])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            fn run($site: $crate::support::Site) $body
            #[test]
            fn sqlite() {
                run($crate::support::Site::sqlite(concat!(module_path!(), "s")));
            }
            #[test]
            fn postgres() {
                if let Some(site) = $crate::support::Site::postgres(concat!(module_path!(), "p")) {
                    run(site);
                }
            }
        }
    )+};
}

/// Fails, or says loudly that a part did not run.
pub fn missing(part: &str, why: &str) {
    let required = std::env::var("TRIALOGUE_TEST_REQUIRE").unwrap_or_default();
    assert!(!required.split(',').any(|r| r == part), "{part} is required: {why}");
    // Written past the test runner, which keeps what passing tests print to itself.
    let _ = writeln!(std::io::stderr(), "\n*** NOT RUN: {part}: {why} ***\n");
}

/// A running forum with its own database.
pub struct Site {
    pub app: App,
    pub base: String,
    pub url: String,
    ahead: Arc<AtomicI64>,
    handle: actix_web::dev::ServerHandle,
    folder: Option<Folder>,
    /// Where letters go, unless the test says otherwise.
    pub mail: Folder,
}

/// A temporary folder, removed at the end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        let path = std::env::temp_dir().join(format!("trialogue-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Site {
    pub fn sqlite(name: &str) -> Self {
        let folder = Folder::new();
        let file = folder.0.join("trialogue.db");
        std::fs::copy(sqlite_template(), &file).unwrap();
        let url = format!("sqlite://{}", file.display());
        Self::start(url, config(name)).within(folder)
    }

    pub fn postgres(name: &str) -> Option<Self> {
        let url = postgres::database()?;
        Some(Self::start(url, config(name)))
    }

    /// With settings of one's own, on SQLite.
    pub fn with(name: &str, change: impl FnOnce(&mut Config)) -> Self {
        let folder = Folder::new();
        let file = folder.0.join("trialogue.db");
        std::fs::copy(sqlite_template(), &file).unwrap();
        let mut config = config(name);
        change(&mut config);
        Self::start(format!("sqlite://{}", file.display()), config).within(folder)
    }

    /// With settings of one's own, on each database that there is.
    pub fn each(name: &str, change: impl Fn(&mut Config)) -> Vec<Self> {
        [Some(Self::with(&format!("{name} s"), &change)), Self::postgres_with(&format!("{name} p"), &change)]
            .into_iter()
            .flatten()
            .collect()
    }

    pub fn start(url: String, config: Config) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let mail = Folder::new();
        let mut config = config;
        if config.mail.transport == Config::default().mail.transport {
            config.mail.transport = format!("file:{}", mail.0.display());
        }
        let ahead = Arc::new(AtomicI64::new(0));
        let offset = ahead.clone();
        let clock = Clock::by(move || Utc::now().naive_utc() + TimeDelta::microseconds(offset.load(Ordering::SeqCst)));
        let app = App::new(config, Db::open(&url).unwrap(), clock, base.clone()).unwrap();
        let (tell, told) = std::sync::mpsc::channel();
        let state = app.clone();
        std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = server::start(state, listener, false).unwrap();
                tell.send(server.handle()).unwrap();
                server.await.unwrap();
            });
        });
        Self { app, base, url, ahead, handle: told.recv().unwrap(), folder: None, mail }
    }

    fn within(mut self, folder: Folder) -> Self {
        self.folder = Some(folder);
        self
    }

    /// With settings of one's own, on PostgreSQL.
    pub fn postgres_with(name: &str, change: impl FnOnce(&mut Config)) -> Option<Self> {
        let url = postgres::database()?;
        let mut config = config(name);
        change(&mut config);
        Some(Self::start(url, config))
    }

    /// Lets the letters that are due go, by the same function as the running program; what it did.
    pub fn deliver(&self) -> trialogue::jobs::letters::Counts {
        actix_web::rt::System::new().block_on(trialogue::jobs::letters::flush(&self.app)).unwrap()
    }

    /// Counts what stands under each theme, as the running program does from time to time.
    pub fn count_figures(&self) {
        let counted = self.read(|conn| forum::figures::count(conn, self.now()));
        self.app.db.write_now(|conn| forum::figures::keep(conn, &counted, self.now())).unwrap();
    }

    /// Letters to this address that lie in the folder, oldest first, after letting go what is due.
    pub fn letters(&self, to: &str) -> Vec<mail::Letter> {
        self.deliver();
        let mut files: Vec<PathBuf> = std::fs::read_dir(&self.mail.0).unwrap().map(|f| f.unwrap().path()).collect();
        // Names are UUIDs of version 7: in the order of time.
        files.sort();
        let all = files.iter().map(|f| mail::Letter::parse(&std::fs::read(f).unwrap()));
        all.filter(|l| l.to == [to]).collect()
    }

    /// The newest letter to this address.
    pub fn letter(&self, to: &str) -> mail::Letter {
        self.letters(to).pop().unwrap_or_else(|| panic!("no letter to {to}"))
    }

    pub fn now(&self) -> NaiveDateTime {
        self.app.clock.now()
    }

    /// Lets time pass.
    pub fn wait(&self, time: TimeDelta) {
        self.ahead.fetch_add(time.num_microseconds().unwrap(), Ordering::SeqCst);
    }

    /// Adds a person, by the same function as the command line.
    pub fn person(&self, handle: &str, role: Role, lang: Lang) -> &Self {
        self.somebody(handle, role, lang, true)
    }

    /// Somebody who has just joined: nothing of theirs is trusted yet.
    pub fn newcomer(&self, handle: &str, lang: Lang) -> &Self {
        self.somebody(handle, Role::Participant, lang, false)
    }

    fn somebody(&self, handle: &str, role: Role, lang: Lang, confirmed: bool) -> &Self {
        let new = NewPerson {
            handle: Handle::parse(handle).unwrap(),
            email: Email::parse(&format!("{}@example.org", if handle.is_ascii() { handle } else { "somebody" })).unwrap(),
            display_name: handle.to_owned(),
            role,
            lang,
            zone: chrono_tz::UTC,
            password_hash: Some(password_hash().to_owned()),
            confirmed,
        };
        let now = self.now();
        self.app.db.write_now(|conn| forum::accounts::create(conn, None, &new, now)).unwrap();
        self
    }

    /// Claire writes French, Tom English, Aiko Japanese; Mori moderates.
    pub fn people(self) -> Self {
        self.person("claire", Role::Participant, Lang::Fr).person("tom", Role::Participant, Lang::En);
        self.person("aiko", Role::Participant, Lang::Ja).person("mori", Role::Moderator, Lang::Ja);
        self
    }

    /// Adds `admin`, who looks after the forum.
    pub fn administrator(self) -> Self {
        self.person("admin", Role::Admin, Lang::En);
        self
    }

    /// Gives somebody reviewer rights, by the same function as the command line.
    pub fn reviewer(&self, handle: &str, langs: &[Lang]) -> &Self {
        let (now, langs) = (self.now(), langs.iter().copied().collect());
        self.app
            .db
            .write_now(|conn| {
                let person = forum::accounts::candidate(conn, handle)?.unwrap();
                forum::accounts::set_reviews(conn, None, &person, langs, "", now)
            })
            .unwrap();
        self
    }

    pub fn visitor(&self) -> Visitor {
        Visitor::of(&self.base)
    }

    /// Somebody who signed in with the form.
    pub fn sign_in(&self, handle: &str) -> Visitor {
        let visitor = self.visitor();
        let answer = visitor.submit("/en/login", "/en/login", &[("handle", handle), ("password", PASSWORD)]);
        assert_eq!(answer.status, 303, "{handle} signs in: {}", answer.body);
        visitor
    }

    /// A program that acts for this person.
    pub fn program(&self, handle: &str) -> Visitor {
        let now = self.now();
        let token = self
            .app
            .db
            .write_now(|conn| {
                let person = forum::accounts::candidate(conn, handle)?.unwrap();
                forum::credentials::create_token(conn, person.id, "test", None, now)
            })
            .unwrap();
        self.visitor().with_token(token)
    }

    /// The database, for what no page shows.
    pub fn read<T>(&self, read: impl FnOnce(&mut store::Conn) -> trialogue::error::Result<T>) -> T {
        self.app.db.read_now(read).unwrap()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

fn config(name: &str) -> Config {
    let mut config = Config::default();
    let place = name.bytes().map(usize::from).sum::<usize>() % 3;
    config.site.language = Lang::THREE[place].to_string();
    config.limits.posts_per_minute = 10_000;
    config.limits.saves_per_minute = 10_000;
    config
}

fn password_hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| forum::accounts::hash_password(PASSWORD).unwrap())
}

/// A migrated SQLite file with its vocabulary, to be copied.
fn sqlite_template() -> &'static PathBuf {
    static TEMPLATE: OnceLock<(Folder, PathBuf)> = OnceLock::new();
    &TEMPLATE
        .get_or_init(|| {
            let folder = Folder::new();
            let file = folder.0.join("template.db");
            prepare(&format!("sqlite://{}", file.display()));
            (folder, file)
        })
        .1
}

/// A small picture, as a file.
pub fn picture(format: image::ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::from(image::RgbImage::from_pixel(40, 30, image::Rgb([9, 90, 40]))).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Schema and vocabulary, as `serve` makes them.
pub fn prepare(url: &str) {
    let db = Db::open(url).unwrap();
    store::migrate::run(&db).unwrap();
    let mut step = Step::FIRST;
    while step != Step::Done {
        step = db.write_now(|conn| forum::upkeep::go_on(conn, step)).unwrap();
    }
    let now = Utc::now().naive_utc();
    db.write_now(|conn| {
        forum::themes::import_shipped(conn, now)?;
        forum::glossary::import_shipped(conn, now)?;
        forum::pages::import_shipped(conn, Lang::Fr, now)
    })
    .unwrap();
}

/// Makes every letter that waits unreadable, as one of a newer program would be.
pub fn spoil_letters(url: &str) {
    use diesel::{Connection, RunQueryDsl, pg::PgConnection, sql_query, sqlite::SqliteConnection};
    let sql = "UPDATE outbox SET letter = '{\"kind\":\"from-the-future\"}' WHERE sent_at IS NULL";
    match url.strip_prefix("sqlite://") {
        Some(file) => sql_query(sql).execute(&mut SqliteConnection::establish(file).unwrap()).unwrap(),
        None => sql_query(sql).execute(&mut PgConnection::establish(url).unwrap()).unwrap(),
    };
}
