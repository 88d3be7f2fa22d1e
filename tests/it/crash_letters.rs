//! R-T53 for letters of what happened: the program is killed at each step of their way, alone and as one of two. Nobody gets
//! one twice, whoever got none is listed as unsure, and what was told is not told again.

use crate::{
    crash::Forum,
    support::{
        Folder, Visitor,
        mail::{Phase, Says, Smtp},
        postgres,
    },
};
use chrono::{NaiveDateTime, TimeDelta, Utc};
use std::{
    collections::BTreeMap,
    process::{Child, Stdio},
    time::Duration,
};
use trialogue::{
    domain::{
        account::Email,
        digest::{Choice, Frequency, Weekday},
        lang::Lang,
    },
    store::{self, Db, outbox::Which},
};

/// How often the program is killed at each step; `benches/crashes.sh` asks for more.
fn rounds() -> usize {
    std::env::var("TRIALOGUE_TEST_CRASHES").ok().and_then(|n| n.parse().ok()).unwrap_or(5)
}

/// Each round has so many subscribers of its own.
const READERS: usize = 6;

/// As if they had agreed eight days ago: a letter of theirs is due.
fn subscribe(db: &Db, round: usize) {
    let now: NaiveDateTime = Utc::now().naive_utc();
    let agreed = now - TimeDelta::days(8);
    for n in 0..READERS {
        let email = Email::parse(&format!("r{round}n{n}@example.org")).unwrap();
        let choice = Choice {
            lang: Lang::THREE[n % 3],
            frequency: Frequency::Weekly,
            weekday: Weekday::Monday,
            hour: 8,
            zone: chrono_tz::Europe::Paris,
            themes: Vec::new(),
            threads: Vec::new(),
        };
        let name = format!("{round}-{n}");
        db.write_now(|conn| {
            store::subscriptions::request(conn, &email, &choice, &name, Lang::En, agreed)?;
            let request = store::subscriptions::requested(conn, &name)?.unwrap();
            store::subscriptions::confirm(conn, &request, None, &name, 0, agreed).map(|_| ())
        })
        .unwrap();
    }
}

/// Leases of processes that are gone ran out; how many letters they had leased and not noted as sent.
fn leases_run_out(database: &str) -> usize {
    use diesel::{Connection, RunQueryDsl, pg::PgConnection, sql_query, sqlite::SqliteConnection};
    let sql = "UPDATE outbox SET leased_until = '2020-01-01 00:00:00'
               WHERE leased_until IS NOT NULL AND sent_at IS NULL AND unsure_at IS NULL";
    match database.strip_prefix("sqlite://") {
        Some(file) => sql_query(sql).execute(&mut SqliteConnection::establish(file).unwrap()).unwrap(),
        None => sql_query(sql).execute(&mut PgConnection::establish(database).unwrap()).unwrap(),
    }
}

fn spawn(forum: &Forum, arguments: &[&str], processes: usize) -> Vec<Child> {
    (0..processes).map(|_| forum.command(arguments).stdout(Stdio::null()).spawn().unwrap()).collect()
}

fn kill(children: Vec<Child>) {
    for mut child in children {
        let _ = child.kill();
        child.wait().unwrap();
    }
}

fn run(forum: &Forum, arguments: &[&str]) {
    let done = forum.command(arguments).output().unwrap();
    assert!(done.status.success(), "{arguments:?}");
}

/// `phase`: where the conversation is held and the program killed; `None`: while letters are made, after a moment that differs
/// from round to round.
fn killed(database: String, folder: Folder, phase: Option<Phase>, processes: usize) {
    let sink = Smtp::start();
    let forum = Forum { folder, database, transport: sink.address.clone() };
    let tom = forum.person("tom", "participant");
    let (child, base) = forum.start();
    Visitor::of(&base).with_token(tom).thread(Lang::En, "Community kitchens", "Who cooks on Sundays?");
    kill(vec![child]);
    let db = Db::open(&forum.database).unwrap();
    let mut leased = 0;
    for round in 0..rounds() {
        subscribe(&db, round);
        match phase {
            None => {
                let making = spawn(&forum, &["digest", "run"], processes);
                // After a number of other reads that differs from round to round, and so at different moments.
                for _ in 0..(round * 37 % 200) {
                    db.read_now(store::outbox::standing).unwrap();
                }
                kill(making);
            }
            Some(phase) => {
                run(&forum, &["digest", "run"]);
                while sink.ended.lock().unwrap().try_recv().is_ok() {}
                sink.says(Says { hold: Some(phase), ..Says::default() });
                let sending = spawn(&forum, &["mail", "flush"], processes);
                for _ in 0..processes {
                    // With two, one may find nothing left to send.
                    let _ = sink.ended.lock().unwrap().recv_timeout(Duration::from_secs(if processes == 1 { 20 } else { 2 }));
                }
                kill(sending);
                sink.says(Says::default());
            }
        }
        leased += leases_run_out(&forum.database);
        for process in spawn(&forum, &["digest", "run"], processes) {
            assert!(process.wait_with_output().unwrap().status.success());
        }
        for process in spawn(&forum, &["mail", "flush"], processes) {
            assert!(process.wait_with_output().unwrap().status.success());
        }
    }
    check(&db, &sink, phase, processes, leased);
}

fn check(db: &Db, sink: &Smtp, phase: Option<Phase>, processes: usize, leased: usize) {
    let mut received: BTreeMap<String, usize> = BTreeMap::new();
    for message in sink.received.lock().unwrap().iter() {
        *received.entry(message.to[0].clone()).or_default() += 1;
    }
    assert!(received.values().all(|n| *n == 1), "nobody gets two: {received:?}");
    let rows = |which| db.read_now(|conn| store::outbox::list(conn, which, i64::MAX, 1_000_000)).unwrap();
    let unsure: Vec<String> = rows(Which::Unsure).into_iter().map(|r| r.email).collect();
    assert!(rows(Which::Queued).is_empty() && rows(Which::Failed).is_empty());
    assert_eq!(rows(Which::Sent).len() + unsure.len(), rounds() * READERS, "one letter each, none lost");
    for row in rows(Which::Sent) {
        assert_eq!(received.get(&row.email), Some(&1), "what counts as sent was received");
    }
    for round in 0..rounds() {
        for n in 0..READERS {
            let email = format!("r{round}n{n}@example.org");
            assert!(received.contains_key(&email) || unsure.contains(&email), "{email} got nothing and is not listed");
            let subscription = db.read_now(|conn| store::subscriptions::by_address(conn, &email)).unwrap().unwrap();
            assert_eq!(subscription.cursor, db.read_now(store::events::last).unwrap(), "told once, or passed over");
        }
    }
    // What the processes had leased when they were killed, no letter more and none less: one each, and two once one was sent.
    assert_eq!(unsure.len(), leased);
    let each = match phase {
        None => 0,
        Some(Phase::AfterAnswer) => 2,
        Some(_) => 1,
    };
    assert!(leased <= each * processes * rounds(), "{leased} leased");
    println!(
        "{phase:?}, {processes} at once: {} letters, {} received, {} listed as unsure",
        rounds() * READERS,
        received.len(),
        unsure.len()
    );
}

macro_rules! killed {
    ($($name:ident: $phase:expr;)+) => {$(
        mod $name {
            use super::*;
            #[test]
            fn alone_on_sqlite() {
                let folder = Folder::new();
                killed(format!("sqlite://{}", folder.0.join("trialogue.db").display()), folder, $phase, 1);
            }
            #[test]
            fn one_of_two_on_postgres() {
                if let Some(database) = postgres::database() {
                    killed(database, Folder::new(), $phase, 2);
                }
            }
        }
    )+};
}

killed! {
    r_t53_while_letters_are_made: None;
    r_t53_after_the_commit_and_before_mail: Some(Phase::BeforeMail);
    r_t53_after_rcpt: Some(Phase::AfterRcpt);
    r_t53_in_data: Some(Phase::InData);
    r_t53_after_the_final_dot: Some(Phase::AfterDot);
    r_t53_after_the_answer: Some(Phase::AfterAnswer);
}
