//! A large assembly: every tally and verdict of a consensus thread made anew from the database, beside a bare reading of its log of
//! positions that counts each line once.
//!
//!   cargo bench --bench tally            PEOPLE (300), STATEMENTS (500), OBJECTIONS (5 in a hundred positions, each with its reason),
//!                                        SAMPLES (7), DATABASE_URL (SQLite in a temporary folder; a PostgreSQL database has to be empty)
//!
//! It fails where the program takes more than three times the CPU of the bare reading. docs/performance.md says how to read it.

use chrono::NaiveDateTime;
use diesel::{Connection, QueryDsl, RunQueryDsl, connection::SimpleConnection, pg::PgConnection, sqlite::SqliteConnection};
use std::collections::{BTreeMap, HashMap};
use std::{hint::black_box, process::ExitCode};
use trialogue::{
    app::Clock,
    domain::{
        account::{Actor, Email, Handle, Role},
        community::Cell,
        consensus::{Opening, Passage, Stage},
        lang::Lang,
        position::Value,
        post::Body,
        slot::SlotAct,
        statement::{self, StatementDraft},
        tally::{self, Verdict},
        thread::{ThreadDraft, ThreadKind},
    },
    error::{Error, Result},
    forum::{
        self,
        accounts::NewPerson,
        slots,
        statements::{Settlement, StatementAct},
        tallies::Standings,
    },
    store::{self, Conn, Db},
};

/// CPU time is told in hundredths of a second: a sample is several runs.
const RUNS: u32 = 5;

diesel::table! {
    positions (id) { id -> BigInt, statement_id -> BigInt, value -> Text, lang -> Text, is_last -> Bool, }
}

fn number(name: &str, preset: usize) -> usize {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(preset)
}

fn person(conn: &mut Conn, n: usize, role: Role, lang: Lang, now: NaiveDateTime) -> Result<i64> {
    let name = format!("voice-{n}");
    let (handle, email) = (Handle::parse(&name)?, Email::parse(&format!("{name}@example.org"))?);
    let new = NewPerson { handle, email, display_name: name, role, lang, zone: chrono_tz::UTC, password_hash: None, confirmed: true };
    forum::accounts::create(conn, None, &new, now)
}

/// A thread in debate; its people, of whom three in six speak French, two English, one Japanese; its statements in three languages.
fn gather(conn: &mut Conn, people: usize, statements: usize, now: NaiveDateTime) -> Result<i64> {
    forum::themes::import_shipped(conn, now)?;
    let moderator = Actor::new(person(conn, 0, Role::Moderator, Lang::En, now)?, Role::Moderator);
    let (kind, lang, title, themes) = (ThreadKind::Consensus, Lang::En, "A large assembly".to_owned(), vec!["governance".to_owned()]);
    let body = Body::parse("What do we want together?")?;
    let draft = ThreadDraft { kind, lang, title, body: body.clone(), themes, key: None, consensus: Opening::default() };
    let thread = forum::threads::open(conn, &moderator, &draft, false, now)?;
    let passage = Passage { to: Stage::Debate, summary: Some(body), lang, reason: String::new(), ends_at: None, thresholds: None };
    forum::consensus::pass(conn, &moderator, thread, None, &passage, now)?;
    for n in 1..=people {
        let lang = [Lang::Fr, Lang::En, Lang::Fr, Lang::Ja, Lang::Fr, Lang::En][n % 6];
        let id = person(conn, n, Role::Participant, lang, now)?;
        store::communities::declare(conn, thread, id, lang, now)?;
    }
    for n in 1..=statements {
        let words = ["La cuisine décide ensemble", "The kitchen decides together", "厨房は共に決める"].map(|w| format!("{w} ({n})"));
        let lang = Lang::THREE[n % 3];
        let draft = StatementDraft { body: statement::body(&words[lang.index()])?, lang, from: None, key: None };
        let id = forum::statements::propose(conn, &moderator, thread, &draft, now)?;
        let text = store::statements::find(conn, id)?.text_id;
        let text = &store::texts::find(conn, text)?;
        for lang in Lang::THREE.into_iter().filter(|l| *l != lang) {
            let draft = slots::SlotDraft::whole("", &words[lang.index()], 1, 0);
            forum::workbench::act(conn, &moderator, slots::Slot { text, post: None, lang }, SlotAct::Save, &draft, now)?;
        }
        let accepted = Settlement { act: StatementAct::Accept, into: None, reason: "clear".to_owned(), seen: None };
        forum::statements::settle(conn, &moderator, id, &accepted, now)?;
    }
    Ok(thread)
}

/// Everybody's position on every statement, one in ten of them changed once, with the reasons that some need; the ledger of
/// objections, all of them answered on three statements of four. Too many for one call each.
fn speak(url: &str, objections: usize) {
    let (unclear, reserved) = (objections + 3, objections + 13);
    let positions = "INSERT INTO positions (statement_id, account_id, value, lang, revision, is_last, at)";
    let texts = "INSERT INTO texts (id, kind, original, created_at)";
    let posts = "INSERT INTO posts (id, thread_id, n, parent_id, text_id, author_id, state, created_at)";
    let all = "FROM statements s JOIN communities c ON c.thread_id = s.thread_id";
    let reasoned = "is_last AND value IN ('reservation', 'objection')";
    let sql = format!(
        "{positions} SELECT s.id, c.account_id, 'abstain', c.lang, 1, FALSE, c.at {all}
           WHERE (s.n + c.account_id) % 10 = 0 ORDER BY c.account_id, s.n;
         {positions} SELECT id, account_id, CASE WHEN h < {objections} THEN 'objection' WHEN h < {unclear} THEN 'unclear'
             WHEN h < {reserved} THEN 'reservation' WHEN h < {reserved} + n % 50 THEN 'abstain' ELSE 'agree' END, lang, 1, TRUE, at
           FROM (SELECT s.id, s.n, c.account_id, c.lang, c.at,
             (s.n * 7919 + c.account_id * 104729 + s.n * c.account_id) % 997 % 100 AS h {all}) said ORDER BY account_id, n;
         {texts} SELECT 1000000 + id, 'reply', lang, at FROM positions WHERE {reasoned};
         {posts} SELECT 1000000 + p.id, s.thread_id, 1000000 + p.id, NULL, 1000000 + p.id, p.account_id, 'visible', p.at
           FROM positions p JOIN statements s ON s.id = p.statement_id WHERE {reasoned};
         UPDATE positions SET post_id = 1000000 + id WHERE {reasoned};
         INSERT INTO objections (statement_id, account_id, post_id, state, at)
           SELECT statement_id, account_id, post_id, 'raised', at FROM positions WHERE is_last AND value = 'objection';
         {texts} SELECT 2000000 + id, 'reply', 'en', at FROM objections WHERE statement_id % 4 > 0;
         {posts} SELECT 2000000 + o.id, s.thread_id, 2000000 + o.id, o.post_id, 2000000 + o.id, s.proposer_id, 'visible', o.at
           FROM objections o JOIN statements s ON s.id = o.statement_id WHERE o.statement_id % 4 > 0;
         UPDATE objections SET state = 'answered', answer_id = 2000000 + id, answered_at = at WHERE statement_id % 4 > 0;"
    );
    match url.strip_prefix("sqlite://") {
        Some(file) => SqliteConnection::establish(file).unwrap().batch_execute(&format!("BEGIN; {sql} COMMIT")).unwrap(),
        // It would look at its tables by itself, some time later.
        None => PgConnection::establish(url).unwrap().batch_execute(&format!("{sql} ANALYZE")).unwrap(),
    }
}

/// What each community said of each statement.
type Counts = HashMap<i64, [Cell; 3]>;

fn count(lines: impl Iterator<Item = (i64, Lang, Value)>) -> Counts {
    let mut counts = Counts::new();
    lines.for_each(|(statement, lang, value)| counts.entry(statement).or_default()[lang.index()].add(value));
    counts
}

/// The reference: of each line only what counting needs, through the database's own connection.
fn bare(conn: &mut Conn) -> Result<Counts> {
    let lines = positions::table.select((positions::statement_id, positions::lang, positions::value, positions::is_last));
    let lines: Vec<(i64, String, String, bool)> = match conn {
        Conn::Sqlite(c) => lines.load(c)?,
        Conn::Postgres(c) => lines.load(c)?,
    };
    let last = lines.iter().filter(|(.., is_last)| *is_last);
    Ok(count(last.filter_map(|(statement, lang, value, _)| Some((*statement, Lang::parse(lang)?, Value::parse(value)?)))))
}

/// The same of whole lines, as the export reads them.
fn whole(conn: &mut Conn, thread: i64) -> Result<Counts> {
    let log = store::positions::log(conn, thread)?;
    Ok(count(log.iter().filter(|e| e.is_last).map(|e| (e.statement_id, e.lang, e.value))))
}

/// What the pages and the JSON of the thread begin with.
fn standings(conn: &mut Conn, thread: i64) -> Result<Standings> {
    let consensus = store::consensus::find(conn, thread)?.ok_or(Error::NotFound)?;
    forum::tallies::of_thread(conn, &consensus)
}

/// Tallies and verdicts of what has been read.
fn judge(read: &Standings) -> Counts {
    let unanswered: BTreeMap<i64, u32> = read.accepted().map(|s| (s.statement.id, s.tally.unanswered)).collect();
    let tallies = tally::tallies(&unanswered.keys().copied().collect::<Vec<_>>(), &read.positions, &unanswered);
    tallies.values().for_each(|t| drop(black_box(t.report(&read.thresholds))));
    tallies.into_iter().map(|(id, t)| (id, t.communities.map(|c| c.cell))).collect()
}

/// CPU seconds of this process so far.
fn cpu_s() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks = |n: usize| stat.rsplit(')').next().unwrap_or_default().split_whitespace().nth(n).and_then(|t| t.parse::<f64>().ok());
    (ticks(11).unwrap_or_default() + ticks(12).unwrap_or_default()) / 100.0
}

fn main() -> ExitCode {
    let folder = std::env::temp_dir().join(format!("trialogue-tally-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (people, statements, samples) = (number("PEOPLE", 300), number("STATEMENTS", 500), number("SAMPLES", 7).max(1));
    let url = std::env::var("DATABASE_URL").unwrap_or_else(|_| format!("sqlite://{}", folder.join("trialogue.db").display()));
    let db = Db::open(&url).unwrap();
    store::migrate::run(&db).unwrap();
    let thread = db.write_now(|conn| gather(conn, people, statements, Clock::system().now())).unwrap();
    speak(&url, number("OBJECTIONS", 5));
    let (read, lines) = db.read_now(|conn| Ok((standings(conn, thread)?, store::positions::log(conn, thread)?.len()))).unwrap();
    println!("{people} people, {statements} statements, {lines} lines, {} objections, {}", read.objections.len(), db.name());
    let verdict = |v: &Verdict| format!("{v} {}", read.accepted().filter(|s| s.report.judged.verdict == *v).count());
    println!("  {}", Verdict::ALL.iter().map(verdict).collect::<Vec<_>>().join(", "));
    let told = |s: &Standings| s.accepted().map(|s| (s.statement.id, s.tally.communities.map(|c| c.cell))).collect::<Counts>();
    let works: [(&str, &dyn Fn() -> Counts); 4] = [
        ("the log, read bare and counted", &|| db.read_now(bare).unwrap()),
        ("the log, read in whole lines and counted", &|| db.read_now(|conn| whole(conn, thread)).unwrap()),
        ("tallies and verdicts, from the database", &|| told(&db.read_now(|conn| standings(conn, thread)).unwrap())),
        ("tallies and verdicts, of what has been read", &|| judge(&read)),
    ];
    let counts = (works[0].1)();
    works.iter().for_each(|(what, work)| assert!(work() == counts, "counted otherwise: {what}"));
    let mut spent = vec![Vec::new(); works.len()];
    for _ in 0..samples {
        for (spent, (_, work)) in spent.iter_mut().zip(&works) {
            let began = cpu_s();
            (0..RUNS).for_each(|_| drop(black_box(work())));
            spent.push((cpu_s() - began) * 1000.0 / f64::from(RUNS));
        }
    }
    spent.iter_mut().for_each(|s| s.sort_by(f64::total_cmp));
    let median = |i: usize| spent[i][samples / 2];
    for (i, (what, _)) in works.iter().enumerate() {
        let (least, most) = (spent[i][0], spent[i][samples - 1]);
        println!("{what}: {:.0} CPU ms ({least:.0} to {most:.0}), {:.2} times the first", median(i), median(i) / median(0));
    }
    std::fs::remove_dir_all(&folder).unwrap();
    ExitCode::from(u8::from(median(2) > 3.0 * median(0)))
}
