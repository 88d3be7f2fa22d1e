//! A temporary PostgreSQL cluster, shared by the tests of one binary, gone with it.

use diesel::{Connection, connection::SimpleConnection, pg::PgConnection};
use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
};

/// A fresh database with schema and vocabulary; `None` (said loudly) where there is no PostgreSQL.
pub fn database() -> Option<String> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let cluster = cluster()?;
    let name = format!("t{}", NEXT.fetch_add(1, Ordering::SeqCst));
    let mut admin = PgConnection::establish(&cluster.url("postgres")).unwrap();
    admin.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE prepared STRATEGY file_copy")).unwrap();
    Some(cluster.url(&name))
}

struct Cluster {
    folder: String,
    /// When this process ends, the pipe closes, and the shell behind it stops the server.
    _shell: std::process::Child,
}

impl Cluster {
    fn url(&self, database: &str) -> String {
        format!("postgres://postgres@/{database}?host={}", self.folder.replace('/', "%2F"))
    }
}

fn cluster() -> Option<&'static Cluster> {
    static CLUSTER: OnceLock<Option<Cluster>> = OnceLock::new();
    CLUSTER
        .get_or_init(|| match start() {
            Ok(cluster) => Some(cluster),
            Err(why) => {
                super::missing("postgres", &why);
                None
            }
        })
        .as_ref()
}

fn start() -> Result<Cluster, String> {
    let bin = binaries().ok_or("no initdb found")?;
    let folder = std::env::temp_dir().join(format!("trialogue-pg-{}", uuid::Uuid::now_v7())).display().to_string();
    let root = Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout.starts_with(b"0\n"));
    // PostgreSQL refuses to run as root.
    let as_user = if root { "runuser -u postgres --" } else { "" };
    let script = format!(
        "set -e; cd /; {as_user} mkdir -m 700 {folder}
         {as_user} {bin}/initdb -D {folder}/data -U postgres -A trust -E UTF8 --locale=C.UTF-8 >&2
         {as_user} {bin}/pg_ctl -D {folder}/data -w -l {folder}/log -o \"-c listen_addresses='' -k {folder} -c fsync=off -c max_connections=200\" start >&2
         echo ready; cat >/dev/null
         {as_user} {bin}/pg_ctl -D {folder}/data -m immediate stop >&2; rm -rf {folder}",
        bin = bin.display()
    );
    let mut shell = Command::new("sh")
        .args(["-c", &script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|e| e.to_string())?;
    let mut line = String::new();
    BufReader::new(shell.stdout.take().ok_or("no output")?).read_line(&mut line).map_err(|e| e.to_string())?;
    if line != "ready\n" {
        return Err("initdb or pg_ctl failed".to_owned());
    }
    let cluster = Cluster { folder, _shell: shell };
    let mut admin = PgConnection::establish(&cluster.url("postgres")).map_err(|e| e.to_string())?;
    admin.batch_execute("CREATE DATABASE prepared").map_err(|e| e.to_string())?;
    super::prepare(&cluster.url("prepared"));
    Ok(cluster)
}

fn binaries() -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path().join("bin"))
        .filter(|b| b.join("initdb").is_file())
        .collect();
    found.sort();
    found.pop().or_else(|| {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).find(|b| b.join("initdb").is_file() && b.join("pg_ctl").is_file())
    })
}

/// Every row of a database as text.
pub fn dump(url: &str) -> String {
    let out = Command::new(binaries().unwrap().join("pg_dump")).args(["--data-only", "--inserts", url]).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// Shuts the door of one database and throws everybody out, or opens it again.
pub fn disconnect(url: &str, open: bool) {
    let name = url.split('/').nth(3).and_then(|d| d.split('?').next()).unwrap();
    let mut admin = PgConnection::establish(&cluster().unwrap().url("postgres")).unwrap();
    admin.batch_execute(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS {open}")).unwrap();
    if !open {
        admin.batch_execute(&format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")).unwrap();
    }
}
