//! R-T01, R-T02, R-T53 for what exists: the program is killed while people post, moderators act and letters go. What was
//! acknowledged is there, once; no letter is lost; one that came twice came under the same `Message-ID`.

use crate::support::{
    Folder, PASSWORD, Visitor,
    mail::{Letter, Smtp},
    postgres,
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
};
use trialogue::store::{Db, moderation::Subject};

/// How often the program is killed; `benches/crashes.sh` asks for more.
fn rounds() -> usize {
    std::env::var("TRIALOGUE_TEST_CRASHES").ok().and_then(|n| n.parse().ok()).unwrap_or(10)
}

pub struct Forum {
    pub folder: Folder,
    pub database: String,
    pub transport: String,
}

impl Forum {
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trialogue"));
        command.args(arguments).current_dir(&self.folder.0).env("DATABASE_URL", &self.database);
        command.env("TRIALOGUE_MAIL__TRANSPORT", &self.transport).env("TRIALOGUE_LIMITS__SIGN_INS", "100000");
        command.env("TRIALOGUE_LIMITS__POSTS_PER_MINUTE", "1000000").env("TRIALOGUE_LIMITS__LETTERS_PER_MINUTE", "1000000");
        command.stderr(Stdio::null());
        command
    }

    pub fn start(&self) -> (Child, String) {
        let mut child = self.command(&["--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        (child, line.trim_end().strip_prefix("Trialogue listens on ").unwrap().to_owned())
    }

    pub fn person(&self, handle: &str, role: &str) -> String {
        let mail = format!("{handle}@example.org");
        let arguments = ["user", "create", "--handle", handle, "--email", &mail, "--role", role, "--password-stdin", "--confirmed"];
        let mut child = self.command(&arguments).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(format!("{PASSWORD}\n").as_bytes()).unwrap();
        assert!(child.wait().unwrap().success());
        let token = self.command(&["user", "token", "--handle", handle]).output().unwrap();
        String::from_utf8(token.stdout).unwrap().trim().to_owned()
    }
}

/// What the program said yes to.
#[derive(Default)]
struct Acknowledged {
    /// Posts by the key of their submission.
    posts: BTreeMap<String, i64>,
    hidden: BTreeSet<i64>,
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
}

fn post(agent: &ureq::Agent, base: &str, token: &str, thread: i64, key: &str) -> Option<i64> {
    let request = http::Request::builder()
        .method("POST")
        .uri(format!("{base}/api/v1/threads/{thread}/posts"))
        .header("Authorization", format!("Bearer {token}"))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .body(json!({ "body": format!("words of {key}"), "lang": "en" }).to_string())
        .unwrap();
    let mut answer = agent.run(request).ok()?;
    let body = answer.body_mut().read_to_string().ok()?;
    if answer.status() != 201 {
        return None;
    }
    serde_json::from_str::<Value>(&body).ok()?["id"].as_i64()
}

/// Hides a post by the form that moderators use.
fn hide(agent: &ureq::Agent, base: &str, cookie: &str, token: &str, id: i64) -> Option<()> {
    let request = http::Request::builder()
        .method("POST")
        .uri(format!("{base}/en/p/{id}/moderate"))
        .header("Cookie", cookie)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body(format!("csrf={token}&act=hide&reason=r"))
        .unwrap();
    (agent.run(request).ok()?.status() == 303).then_some(())
}

fn crashes(database: String, folder: Folder) {
    let sink = Smtp::start();
    let forum = Forum { folder, database, transport: sink.address.clone() };
    let (tom, _) = (forum.person("tom", "participant"), forum.person("mori", "moderator"));
    let (mut child, base) = forum.start();
    let thread = Visitor::of(&base).with_token(tom.clone()).thread(trialogue::domain::lang::Lang::En, "T", "x")["id"].as_i64().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let acknowledged = Arc::new(Mutex::new(Acknowledged::default()));
    for round in 0..rounds() {
        let (mut child, base) = forum.start();
        let mori = Visitor::of(&base);
        assert_eq!(mori.submit("/en/login", "/en/login", &[("handle", "mori"), ("password", PASSWORD)]).status, 303);
        let csrf = mori.get("/en/settings").attr("input[name=csrf]", "value");
        let cookie = format!("session={}", mori.cookie("session").unwrap());
        let dead = Arc::new(AtomicBool::new(false));
        let (tell, told) = mpsc::channel();
        let (to_hide, hiding) = mpsc::channel::<i64>();
        let mut hands = Vec::new();
        for writer in 0..3 {
            let (base, tom, dead, all, tell, to_hide) =
                (base.clone(), tom.clone(), dead.clone(), acknowledged.clone(), tell.clone(), to_hide.clone());
            hands.push(std::thread::spawn(move || {
                let agent = agent();
                for n in 0.. {
                    if dead.load(Ordering::SeqCst) {
                        return;
                    }
                    let key = format!("r{round}w{writer}n{n}");
                    let Some(id) = post(&agent, &base, &tom, thread, &key) else { return };
                    all.lock().unwrap().posts.insert(key, id);
                    let _ = (tell.send(()), to_hide.send(id));
                }
            }));
        }
        drop(to_hide);
        let all = acknowledged.clone();
        let moderator_base = base.clone();
        hands.push(std::thread::spawn(move || {
            let agent = agent();
            for id in hiding {
                if hide(&agent, &moderator_base, &cookie, &csrf, id).is_none() {
                    return;
                }
                all.lock().unwrap().hidden.insert(id);
            }
        }));
        // Killed after some number of writes that differs from round to round, and so in different places.
        for _ in 0..(3 + round * 7 % 23) {
            told.recv().unwrap();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        dead.store(true, Ordering::SeqCst);
        drop(tell);
        for hand in hands {
            hand.join().unwrap();
        }
    }
    let Acknowledged { posts, hidden } = &*acknowledged.lock().unwrap();
    let (mut child, base) = forum.start();
    let agent = agent();
    for (key, id) in posts {
        assert_eq!(post(&agent, &base, &tom, thread, key), Some(*id), "{key}: the same submission is the same post");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What is still leased by a process that is gone is let go by its time; here the command stands in for that.
    assert!(forum.command(&["mail", "retry"]).output().unwrap().status.success());
    release_leases(&forum.database);
    assert!(forum.command(&["mail", "flush"]).output().unwrap().status.success());
    check(&forum.database, posts, hidden, &sink);
}

/// A killed process leaves leases behind, which run out after five minutes.
pub fn release_leases(database: &str) {
    use diesel::{Connection, RunQueryDsl, pg::PgConnection, sql_query, sqlite::SqliteConnection};
    let sql = "UPDATE outbox SET leased_until = NULL WHERE sent_at IS NULL";
    match database.strip_prefix("sqlite://") {
        Some(file) => sql_query(sql).execute(&mut SqliteConnection::establish(file).unwrap()).unwrap(),
        None => sql_query(sql).execute(&mut PgConnection::establish(database).unwrap()).unwrap(),
    };
}

fn check(database: &str, posts: &BTreeMap<String, i64>, hidden: &BTreeSet<i64>, sink: &Smtp) {
    let db = Db::open(database).unwrap();
    assert!(posts.len() > rounds() * 3 && !hidden.is_empty(), "something was written");
    assert_eq!(posts.values().collect::<BTreeSet<_>>().len(), posts.len(), "each its own post");
    let acts: BTreeSet<i64> = db
        .read_now(|conn| {
            let mut acts = BTreeSet::new();
            for id in posts.values() {
                let post = trialogue::store::posts::find(conn, *id)?;
                let lines = trialogue::store::moderation::of(conn, Subject::Post(*id))?;
                let hides: Vec<_> = lines.iter().filter(|l| l.act == "hide").collect();
                assert!(hides.len() <= 1, "one act, one line");
                assert!(!hidden.contains(id) || hides.len() == 1, "what was said yes to is there");
                assert_eq!(post.state.as_str() == "hidden", hides.len() == 1, "the act and its line, or neither");
                acts.extend(hides.iter().map(|l| l.id));
            }
            let standing = trialogue::store::outbox::standing(conn)?;
            assert_eq!((standing.queued, standing.failed), (0, 0));
            Ok(acts)
        })
        .unwrap();
    // A letter an act; one that came twice came under the same name.
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for letter in sink.received.lock().unwrap().iter().map(|r| Letter::parse(&r.raw)) {
        let act = letter.link().rsplit('/').next().unwrap().to_owned();
        ids.entry(act).or_default().insert(letter.id);
    }
    assert!(ids.values().all(|names| names.len() == 1), "{ids:?}");
    for act in &acts {
        assert!(ids.contains_key(&act.to_string()), "the letter about act {act} is lost");
    }
    if let Some(file) = database.strip_prefix("sqlite://") {
        assert_eq!(integrity(Path::new(file)), "ok");
    }
    println!("{} posts and {} acts, each there once, after {} kills", posts.len(), acts.len(), rounds());
}

fn integrity(file: &Path) -> String {
    use diesel::{Connection, RunQueryDsl, deserialize::QueryableByName, sql_query, sql_types::Text, sqlite::SqliteConnection};
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        integrity_check: String,
    }
    let mut conn = SqliteConnection::establish(&file.display().to_string()).unwrap();
    let rows: Vec<Row> = sql_query("PRAGMA integrity_check").load(&mut conn).unwrap();
    rows.into_iter().map(|r| r.integrity_check).collect()
}

#[test]
fn r_t01_what_was_acknowledged_survives_every_kill_on_sqlite() {
    let folder = Folder::new();
    let database = format!("sqlite://{}", folder.0.join("trialogue.db").display());
    crashes(database, folder);
}

#[test]
fn r_t01_what_was_acknowledged_survives_every_kill_on_postgres() {
    if let Some(database) = postgres::database() {
        crashes(database, Folder::new());
    }
}
