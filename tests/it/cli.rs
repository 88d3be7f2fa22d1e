//! The command line, run as people run it: in an empty folder.

use crate::support::{Folder, PASSWORD};
use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Output, Stdio},
};

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trialogue"));
    command.args(arguments).current_dir(folder).env_remove("DATABASE_URL");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

fn with_password(folder: &Path, arguments: &[&str]) -> Output {
    let mut child = command(folder, arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(format!("{PASSWORD}\n").as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A started server and the lines that it printed.
fn serve(folder: &Path, lines: usize) -> (Child, Vec<String>) {
    let mut child = command(folder, &["--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let said = BufReader::new(child.stdout.take().unwrap()).lines().take(lines).map(Result::unwrap).collect();
    (child, said)
}

#[test]
fn without_configuration_it_starts_prints_its_addresses_and_stops_gracefully() {
    let folder = Folder::new();
    let (mut child, said) = serve(&folder.0, 2);
    let base = said[0].strip_prefix("Trialogue listens on ").unwrap().to_owned();
    assert!(said[1].contains(&format!("{base}/setup/")), "{said:?}");
    assert!(folder.0.join("data/trialogue.db").is_file());
    let answer = ureq::get(format!("{base}/en/")).call().unwrap();
    assert_eq!(answer.status(), 200);
    assert!(Command::new("kill").arg(child.id().to_string()).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let made = with_password(
        &folder.0,
        &["user", "create", "--handle", "ana", "--email", "ana@example.org", "--role", "admin", "--lang", "fr", "--password-stdin"],
    );
    assert!(made.status.success(), "{}", text(&made.stderr));
    let (mut child, said) = serve(&folder.0, 1);
    assert_eq!(said.len(), 1);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn people_are_made_listed_promoted_and_given_tokens() {
    let folder = Folder::new();
    let create = |handle: &str, email: &str| {
        with_password(
            &folder.0,
            &["user", "create", "--handle", handle, "--email", email, "--role", "participant", "--password-stdin", "--confirmed"],
        )
    };
    assert!(create("愛子", "aiko@example.org").status.success());
    let twice = create("愛子", "other@example.org");
    assert_eq!((twice.status.code(), text(&twice.stderr).contains("taken")), (Some(1), true));
    assert!(run(&folder.0, &["user", "role", "--handle", "愛子", "--role", "moderator"]).status.success());
    let list = text(&run(&folder.0, &["user", "list"]).stdout);
    assert_eq!(list.split_whitespace().collect::<Vec<_>>(), ["1", "愛子", "moderator", "aiko@example.org", "confirmed"]);
    let token = text(&run(&folder.0, &["user", "token", "--handle", "愛子"]).stdout);
    assert!(token.starts_with("trialogue_"));
    assert_eq!(run(&folder.0, &["user", "token", "--handle", "nobody"]).status.code(), Some(1));
    assert_eq!(run(&folder.0, &["user", "create", "--handle", "x"]).status.code(), Some(2), "wrong usage");
    assert_eq!(run(&folder.0, &["user", "role", "--handle", "愛子", "--role", "king"]).status.code(), Some(2));
}

#[test]
fn the_demonstration_has_every_state_and_refuses_a_forum_with_people() {
    let folder = Folder::new();
    let made = run(&folder.0, &["demo"]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    assert_eq!(run(&folder.0, &["demo"]).status.code(), Some(1));
    assert!(run(&folder.0, &["demo", "--reset"]).status.success());
    assert!(run(&folder.0, &["check"]).status.success(), "counts equal a recount");
    let (mut child, said) = serve(&folder.0, 1);
    let base = said[0].strip_prefix("Trialogue listens on ").unwrap().to_owned();
    let get = |path: &str| ureq::get(format!("{base}{path}")).call().unwrap().body_mut().read_to_string().unwrap();
    let threads: serde_json::Value = serde_json::from_str(&get("/api/v1/threads")).unwrap();
    let items = threads["items"].as_array().unwrap();
    assert_eq!(items.len(), 16);
    for field in [("lang", "fr"), ("lang", "en"), ("lang", "ja"), ("state", "locked"), ("kind", "announcement")] {
        assert!(items.iter().any(|t| t[field.0] == field.1), "{field:?}");
    }
    assert!(items.iter().any(|t| t["pinned"] == true));
    let consensus = items.iter().filter(|t| t["kind"] == "consensus");
    let stages: std::collections::BTreeSet<String> = consensus
        .map(|t| serde_json::from_str::<serde_json::Value>(&get(&format!("/api/v1/threads/{}/consensus", t["id"]))).unwrap())
        .map(|c| c["stage"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(stages.into_iter().collect::<Vec<_>>(), ["closed", "debate", "illustrate", "propose"]);
    let mut seen = std::collections::BTreeSet::new();
    for thread in items {
        for lang in ["fr", "en", "ja"] {
            let slot: serde_json::Value = serde_json::from_str(&get(&format!("/api/v1/texts/{}/slots/{lang}", thread["text"]))).unwrap();
            seen.insert((slot["quality"].as_str().unwrap().to_owned(), slot["fresh"].as_bool().unwrap()));
        }
    }
    for state in [
        ("original", true),
        ("reviewed", true),
        ("reviewed", false),
        ("translated", true),
        ("translated", false),
        ("machine", true),
        ("machine", false),
        ("empty", true),
    ] {
        assert!(seen.contains(&(state.0.to_owned(), state.1)), "{state:?} in {seen:?}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn migrate_check_and_themes_import_say_what_they_did() {
    let folder = Folder::new();
    assert_eq!(run(&folder.0, &["migrate", "--check"]).status.code(), Some(1), "something is missing");
    assert!(run(&folder.0, &["migrate"]).status.success());
    assert!(run(&folder.0, &["migrate", "--check"]).status.success());
    let file = folder.0.join("themes.toml");
    std::fs::write(&file, "[[axis]]\nslug = 'x'\nfr = 'a'\nen = 'b'\nja = ''\n[[theme]]\nslug = 'y'\naxis = 'z'\nfr = { name = 'n', description = 'd' }\nen = { name = 'n', description = 'd' }\nja = { name = 'n', description = 'd' }\n").unwrap();
    let refused = run(&folder.0, &["themes", "import", "themes.toml"]);
    let said = text(&refused.stderr);
    assert_eq!(refused.status.code(), Some(1));
    assert!(said.contains("a name is empty") && said.contains("no axis"), "all faults at once: {said}");
    std::fs::write(&file, trialogue::forum::themes::SHIPPED.replace("slug = \"alliances\"", "slug = \"bonds\"")).unwrap();
    assert_eq!(text(&run(&folder.0, &["themes", "import", "themes.toml"]).stdout), "1 theme(s) added, 0 updated\n");
}

#[test]
fn bad_settings_name_the_key_and_never_the_password() {
    let folder = Folder::new();
    std::fs::write(folder.0.join("trialogue.toml"), "[server]\nlisten_on = '127.0.0.1:0'\n").unwrap();
    let refused = run(&folder.0, &["check"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("listen_on"), "{}", text(&refused.stderr));
    std::fs::write(folder.0.join("trialogue.toml"), "").unwrap();
    let out = command(&folder.0, &["check"]).env("TRIALOGUE_MAIL__TRANSPORT", "smtp://me:hunter2@127.0.0.1:1").output().unwrap();
    let said = text(&out.stdout) + &text(&out.stderr);
    assert!(out.status.code() == Some(1) && said.contains("127.0.0.1:1 does not answer") && !said.contains("hunter2"), "{said}");
    let out = command(&folder.0, &["check"]).env("DATABASE_URL", "mysql://x").output().unwrap();
    assert_eq!(out.status.code(), Some(1));
    let out = command(&folder.0, &["check"]).env("DATABASE_URL", "postgres://127.0.0.1:1/x").output().unwrap();
    assert!(out.status.code() == Some(1) && text(&out.stdout).contains("database: cannot open"), "{}", text(&out.stdout));
}
