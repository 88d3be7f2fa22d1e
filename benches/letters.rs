//! Weekly letters at scale: composed for many subscribers and delivered to a mail server on loopback, beside a bare loop of the
//! mail library that builds and sends the same words to the same server over as many connections.
//!
//!   cargo bench --bench letters          SUBSCRIBERS (100000), PLAIN (20000 letters of the bare loop), DATABASE_URL (SQLite in a
//!                                        temporary folder; a PostgreSQL database has to be empty)
//!
//! docs/performance.md says how to read it.

use diesel::{Connection, RunQueryDsl, pg::PgConnection, sql_query, sqlite::SqliteConnection};
use lettre::{
    Message, Transport,
    message::MultiPart,
    transport::smtp::{PoolConfig, SmtpTransport},
};
use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    os::linux::net::TcpStreamExt,
    path::Path,
    process::{Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Instant,
};
use trialogue::{
    app::{App, Clock},
    config::Config,
    jobs, mail,
    store::Db,
};

fn number(name: &str, preset: usize) -> usize {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(preset)
}

/// A mail server that takes everything and keeps the last message.
#[derive(Default)]
struct Sink {
    taken: AtomicUsize,
    last: Mutex<Vec<u8>>,
}

impl Sink {
    fn start() -> (Arc<Self>, String) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("smtp://{}?tls=none", listener.local_addr().unwrap());
        let sink = Arc::new(Self::default());
        let shared = sink.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let sink = shared.clone();
                std::thread::spawn(move || drop(sink.converse(stream)));
            }
        });
        (sink, address)
    }

    fn converse(&self, stream: TcpStream) -> std::io::Result<()> {
        stream.set_nodelay(true)?;
        let mut out = stream.try_clone()?;
        let mut lines = BufReader::new(stream);
        out.write_all(b"220 sink\r\n")?;
        let mut line = Vec::new();
        loop {
            line.clear();
            if lines.read_until(b'\n', &mut line)? == 0 {
                return Ok(());
            }
            match line.get(..4).unwrap_or_default() {
                b"EHLO" => out.write_all(b"250-sink\r\n250 8BITMIME\r\n")?,
                b"DATA" => {
                    out.write_all(b"354 go on\r\n")?;
                    let mut message = Vec::new();
                    while !message.ends_with(b"\r\n.\r\n") {
                        // The library writes the final dot by itself, and it waits for the acknowledgement of what came before,
                        // which the system holds back for 40 ms: that would be all that is measured.
                        lines.get_ref().set_quickack(true)?;
                        let read = lines.fill_buf()?.to_vec();
                        lines.consume(read.len());
                        if read.is_empty() {
                            return Ok(());
                        }
                        message.extend(read);
                    }
                    *self.last.lock().unwrap() = message;
                    self.taken.fetch_add(1, Ordering::Relaxed);
                    out.write_all(b"250 taken\r\n")?;
                }
                b"QUIT" => return out.write_all(b"221 bye\r\n"),
                _ => out.write_all(b"250 fine\r\n")?,
            }
        }
    }
}

fn execute(url: &str, sql: &str) {
    match url.strip_prefix("sqlite://") {
        Some(file) => sql_query(sql).execute(&mut SqliteConnection::establish(file).unwrap()).unwrap(),
        None => sql_query(sql).execute(&mut PgConnection::establish(url).unwrap()).unwrap(),
    };
}

/// Subscribers of three languages at a hundred domains, a third of them with two themes of their own, all due.
fn subscribe(url: &str, many: usize) {
    let numbers = format!("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many})");
    let lang = "CASE i % 3 WHEN 0 THEN 'fr' WHEN 1 THEN 'en' ELSE 'ja' END";
    let then = "'2026-11-01 00:00:00'";
    let then = if url.starts_with("sqlite") { then.to_owned() } else { format!("CAST({then} AS TIMESTAMP)") };
    execute(
        url,
        &format!(
            "INSERT INTO subscriptions (token, email, email_key, lang, zone, frequency, weekday, hour, asked_at, asked_in, confirmed_at,
               since, cursor, next_at)
             {numbers} SELECT 'token-' || i, 'r' || i || '@d' || (i % 100) || '.example', 'r' || i || '@d' || (i % 100) || '.example',
               {lang}, 'Europe/Paris', 'weekly', 'monday', 8, {then}, 'fr', {then}, {then}, 0, {then} FROM n"
        ),
    );
    for step in [0, 7] {
        execute(
            url,
            &format!(
                "INSERT INTO subscription_themes (subscription_id, theme_id)
                 SELECT s.id, t.id FROM subscriptions s JOIN themes t ON t.id = (s.id + {step}) % 20 + 1 WHERE s.id % 3 = 0"
            ),
        );
    }
}

/// Memory of this process in MiB: its own, and with the pages of the database's file that are mapped into it.
fn memory() -> (usize, usize) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find(|l| l.starts_with(name)).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|n| n.parse::<usize>().ok()).unwrap_or_default() / 1024
    };
    (of("RssAnon:"), of("VmRSS:"))
}

/// CPU seconds of this process so far.
fn cpu_s() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks = |n: usize| stat.rsplit(')').next().unwrap_or_default().split_whitespace().nth(n).and_then(|t| t.parse::<f64>().ok());
    (ticks(11).unwrap_or_default() + ticks(12).unwrap_or_default()) / 100.0
}

fn report<T>(what: &str, letters: usize, work: impl FnOnce() -> T) -> (T, f64) {
    let (began, cpu) = (Instant::now(), cpu_s());
    let done = work();
    let (took, cpu) = (began.elapsed().as_secs_f64(), cpu_s() - cpu);
    let rate = letters as f64 / took;
    let (own, all) = memory();
    println!(
        "{what}: {letters} in {took:.1} s, {rate:.0} a second; {:.0} a CPU second; {own} MiB, {all} with the mapped file",
        letters as f64 / cpu
    );
    (done, rate)
}

/// What the mail library alone makes of the same words: built and sent in a loop, over as many connections as the forum has.
fn plain(address: &str, letter: &mail::Read, letters: usize) {
    let sent = AtomicUsize::new(0);
    let transport = SmtpTransport::from_url(address.trim_end_matches("?tls=none")).unwrap();
    let transport = transport.pool_config(PoolConfig::new().max_size(2)).build();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let n = sent.fetch_add(1, Ordering::Relaxed);
                    if n >= letters {
                        return;
                    }
                    let message = Message::builder()
                        .from("a@example.org".parse().unwrap())
                        .to(format!("r{n}@example.org").parse().unwrap())
                        .subject(&letter.subject)
                        .multipart(MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone()))
                        .unwrap();
                    transport.send(&message).unwrap();
                }
            });
        }
    });
}

fn main() {
    let (subscribers, letters) = (number("SUBSCRIBERS", 100_000), number("PLAIN", 20_000));
    let folder = std::env::temp_dir().join(format!("trialogue-letters-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    run(&folder, subscribers, letters);
    std::fs::remove_dir_all(&folder).unwrap();
}

fn run(folder: &Path, subscribers: usize, letters: usize) {
    let url = std::env::var("DATABASE_URL").unwrap_or_else(|_| format!("sqlite://{}", folder.join("trialogue.db").display()));
    let loaded = Command::new(env!("CARGO_BIN_EXE_trialogue"))
        .args(["load", "--threads", "100", "--posts", "1000"])
        .current_dir(folder)
        .env("DATABASE_URL", &url)
        .stdout(Stdio::null())
        .status();
    assert!(loaded.unwrap().success());
    // Letters about the loaded posts are not what is measured.
    execute(&url, "DELETE FROM outbox");
    subscribe(&url, subscribers);
    let (sink, address) = Sink::start();
    let mut config = Config::default();
    config.mail.transport.clone_from(&address);
    config.limits.letters_per_minute = i32::MAX;
    let app = App::new(config, Db::open(&url).unwrap(), Clock::system(), "https://forum.example".into()).unwrap();
    let system = actix_web::rt::System::new();
    let now = app.clock.now();
    println!("{subscribers} subscribers, {}", if url.starts_with("sqlite") { "SQLite" } else { "PostgreSQL" });
    let (counts, composed) = report("selected and queued", subscribers, || system.block_on(jobs::digests::run(&app, now, false)).unwrap());
    println!("  {counts:?}");
    let (sent, delivered) = report("worded and delivered", counts.issues, || system.block_on(jobs::letters::flush(&app)).unwrap());
    assert_eq!((sent.sent, sink.taken.load(Ordering::Relaxed)), (counts.issues, counts.issues));
    let message = sink.last.lock().unwrap().clone();
    let letter = mail::read(&message).unwrap();
    let (_, bare) = report("bare loop of the library", letters, || plain(&address, &letter, letters));
    println!("  a letter has {} bytes", message.len());
    println!("delivered beside the bare loop: {:.2}; selected, queued, worded and delivered: {:.0} a second", delivered / bare, {
        1.0 / (1.0 / composed + 1.0 / delivered)
    });
}
