//! A database that is locked, full, read-only, newer, or gone: a clear answer, nothing half-written.

use crate::support::{Folder, Site, postgres, prepare};
use diesel::{Connection, RunQueryDsl, connection::SimpleConnection, sql_query, sqlite::SqliteConnection};
use std::process::Command;
use trialogue::domain::lang::Lang;

fn raw(site: &Site) -> SqliteConnection {
    SqliteConnection::establish(site.url.strip_prefix("sqlite://").unwrap()).unwrap()
}

fn reply(site: &Site, thread: &serde_json::Value) -> crate::support::Answer {
    let address = format!("/ja/t/{}/reply", thread["id"]);
    site.sign_in("aiko").submit(&address, &address, &[("body", "失いたくない言葉"), ("lang", "ja"), ("action", "publish")])
}

#[test]
fn a_locked_database_answers_503_and_keeps_the_words() {
    let site = Site::sqlite("locked").people();
    let thread = site.program("tom").thread(Lang::En, "T", "x");
    let aiko = site.sign_in("aiko");
    let address = format!("/ja/t/{}/reply", thread["id"]);
    let token = aiko.open(&address).attr("form[action$=reply] input[name=csrf]", "value");
    let mut other = raw(&site);
    other.batch_execute("BEGIN IMMEDIATE").unwrap();
    let fields = [("csrf", token.as_str()), ("body", "失いたくない言葉"), ("lang", "ja"), ("action", "publish")];
    let refused = aiko.post(&address, &fields);
    assert_eq!((refused.status, refused.lang().as_str(), refused.text("textarea[name=body]").as_str()), (503, "ja", "失いたくない言葉"));
    assert_eq!(site.visitor().open(&format!("/ja/t/{}", thread["id"])).status, 200, "readers are not disturbed");
    other.batch_execute("ROLLBACK").unwrap();
    assert_eq!(aiko.post(&address, &fields).status, 303, "and then it works again");
}

#[test]
fn a_full_disk_answers_507_and_writes_nothing_by_half() {
    let site = Site::sqlite("full").people();
    let thread = site.program("tom").thread(Lang::En, "T", "x");
    let aiko = site.sign_in("aiko");
    let address = format!("/ja/t/{}/reply", thread["id"]);
    let token = aiko.open(&address).attr("form[action$=reply] input[name=csrf]", "value");
    // The writer's own connection is held to the pages that the file has now: what a full disk looks like to it.
    site.app.db.write_now(|conn| Ok(sql_query("PRAGMA max_page_count = 1").execute(conn).map(|_| ())?)).unwrap();
    let body = "言葉".repeat(20_000);
    let refused = aiko.post(&address, &[("csrf", &token), ("body", &body), ("lang", "ja"), ("action", "publish")]);
    assert_eq!((refused.status, refused.text("textarea[name=body]").len()), (507, body.len()));
    let page = site.visitor().open(&format!("/ja/t/{}", thread["id"]));
    assert_eq!((page.status, page.count("article")), (200, 1));
}

#[test]
fn a_read_only_database_answers_503_and_is_still_read() {
    let site = Site::sqlite("readonly").people();
    let thread = site.program("tom").thread(Lang::En, "T", "x");
    let aiko = site.sign_in("aiko");
    let address = format!("/fr/t/{}/reply", thread["id"]);
    let token = aiko.open(&address).attr("form[action$=reply] input[name=csrf]", "value");
    site.app.db.write_now(|conn| Ok(sql_query("PRAGMA query_only = ON").execute(conn).map(|_| ())?)).unwrap();
    let refused = aiko.post(&address, &[("csrf", &token), ("body", "mots"), ("lang", "fr"), ("action", "publish")]);
    assert_eq!((refused.status, refused.text("textarea[name=body]")), (503, "mots".to_owned()));
    assert_eq!(site.visitor().open(&format!("/fr/t/{}", thread["id"])).status, 200);
}

#[test]
fn a_postgres_that_goes_away_answers_503_and_heals() {
    let Some(site) = Site::postgres("gone") else { return };
    let site = site.people();
    let thread = site.program("tom").thread(Lang::En, "T", "x");
    assert_eq!(reply(&site, &thread).status, 303);
    postgres::disconnect(&site.url, false);
    let page = format!("/ja/t/{}", thread["id"]);
    let refused = site.visitor().get(&page);
    assert_eq!((refused.status, refused.lang().as_str()), (503, "ja"));
    postgres::disconnect(&site.url, true);
    let healed = (0..20).map(|_| site.visitor().open(&page).status).find(|s| *s == 200);
    assert_eq!(healed, Some(200), "connections that broke are replaced");
}

#[test]
fn a_database_newer_than_the_program_is_refused_and_left_alone() {
    let folder = Folder::new();
    let file = folder.0.join("new.db");
    let url = format!("sqlite://{}", file.display());
    prepare(&url);
    let mut raw = SqliteConnection::establish(&file.display().to_string()).unwrap();
    raw.batch_execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101')").unwrap();
    drop(raw);
    let before = std::fs::read(&file).unwrap();
    for arguments in [vec!["serve", "--listen", "127.0.0.1:0"], vec!["migrate"], vec!["migrate", "--check"], vec!["check"]] {
        let out = Command::new(env!("CARGO_BIN_EXE_trialogue"))
            .args(&arguments)
            .current_dir(&folder.0)
            .env("DATABASE_URL", &url)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&out.stderr).into_owned() + &String::from_utf8_lossy(&out.stdout);
        assert_eq!(out.status.code(), Some(1), "{arguments:?}: {said}");
        assert!(said.contains("newer than this program"), "{said}");
    }
    assert_eq!(std::fs::read(&file).unwrap(), before, "untouched");
}
