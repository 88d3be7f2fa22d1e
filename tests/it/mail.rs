//! D6 and part E of the catalogue, for the letters that exist: sent once, under one `Message-ID`, whatever happens.

use crate::{
    both,
    support::{
        Site,
        mail::{Letter, Says, Smtp},
    },
};
use chrono::TimeDelta;
use trialogue::{
    config::Config,
    domain::{account::Email, lang::Lang, letter::Letter as Said},
    forum, jobs, mail, store,
};

fn queue(site: &Site, email: &str, lang: Lang, letter: &Said) {
    let (now, to) = (site.now(), Email::parse(email).unwrap());
    site.app.db.write_now(|conn| forum::letters::to_address(conn, &to, lang, letter, now)).unwrap();
}

fn welcome(handle: &str) -> Said {
    Said::Welcome { handle: handle.to_owned() }
}

fn standing(site: &Site) -> (i64, i64, i64) {
    let s = site.read(store::outbox::standing);
    (s.queued, s.failed, s.sent)
}

/// Every letter that there is, with something in each place.
fn all() -> Vec<Said> {
    let (handle, token) = ("愛子".to_owned(), "t0ken".to_owned());
    vec![
        Said::JoinAsked { token: token.clone() },
        Said::Known { handle: handle.clone() },
        Said::Welcome { handle: handle.clone() },
        Said::NotAdmitted { reason: "理由\n.\nraison".into() },
        Said::Invited { by: "Éloïse".into(), token: token.clone() },
        Said::Reset { handle: handle.clone(), token: token.clone() },
        Said::PasswordChanged { handle: handle.clone() },
        Said::ConfirmAddress { handle: handle.clone(), token },
        Said::AddressChanged { handle, email: "new@example.org".into() },
        Said::Acted { act: 1 },
    ]
}

fn written(lang: Lang, letter: &Said, act: &mail::Act) -> Letter {
    let config = Config::default();
    let at = chrono::DateTime::UNIX_EPOCH.naive_utc() + TimeDelta::days(20_000);
    let compose = mail::Compose { config: &config, base: "https://forum.example", lang, to: "a@example.org", letter, act, id: "id-1", at };
    Letter::parse(&mail::compose(&compose).unwrap().formatted())
}

#[test]
fn r_t50_every_letter_in_three_languages_has_what_a_letter_needs() {
    for lang in Lang::THREE {
        for letter in all() {
            for (act, subject) in [("hide", "post"), ("suspend", "account"), ("lock", "thread"), ("accept", "post"), ("merge", "thread")] {
                let act = mail::Act {
                    act: act.into(),
                    subject: subject.into(),
                    reason: "理由 é".into(),
                    until: "never".into(),
                    place: "Post no. 3 in “é & 論題”".into(),
                    ..Default::default()
                };
                let read = written(lang, &letter, &act);
                let what = format!("{lang} {}", letter.kind());
                assert_eq!(read.to, ["a@example.org"], "{what}");
                assert!(read.has_date && read.id == "id-1@forum.example", "{what} {}", read.id);
                assert_eq!((read.content_language.as_str(), read.auto_submitted.as_str()), (lang.as_str(), "auto-generated"));
                assert_eq!(read.types, ["multipart/alternative", "text/plain", "text/html"], "{what}");
                assert!(!read.subject.is_empty() && !read.subject.contains("letters-"), "{what} {}", read.subject);
                for bad in ["http://", "<img", "{ $", "\u{2068}", "\u{2069}", "letters-"] {
                    assert!(!read.text.contains(bad) && !read.html.contains(bad), "{what} {bad}");
                }
                assert!(read.html.contains(&format!("<html lang=\"{lang}\">")) && read.html.len() < 10_000, "{what}");
                // Text and HTML say the same.
                let plain: String = read.html.split(['<', '>']).collect();
                for line in read.text.lines().filter(|l| l.chars().count() > 12 && !l.starts_with(['>', '’', '─'])) {
                    assert!(plain.contains(&line.replace('&', "&#38;").replace('\'', "&#39;")) || plain.contains(line), "{what}: {line}");
                }
                assert!(read.raw.is_ascii(), "{what}: headers and bodies are encoded");
            }
        }
    }
}

#[test]
fn r_t48_nothing_typed_reaches_a_header_of_its_own() {
    let long = "語".repeat(3_000);
    for name in [
        "a\r\nBcc: evil@example.org",
        "a\nX: y",
        "a\rX: y",
        "a\0b",
        "a\u{85}b",
        "a\u{2028}b",
        "=?utf-8?B?ZXZpbA==?=",
        "絵文字😀の名前",
        &long,
    ] {
        let name = trialogue::domain::limits::one_line(name);
        for lang in Lang::THREE {
            let read = written(lang, &Said::Invited { by: name.clone(), token: "t".into() }, &mail::Act::default());
            let headers: Vec<&str> = read.raw.split("\r\n\r\n").next().unwrap().split("\r\n").collect();
            assert!(read.subject.replace('\u{2060}', "").contains(name.trim()), "{:?} in {:?}", name, read.subject);
            let names: Vec<&str> =
                headers.iter().filter(|l| !l.starts_with(' ')).filter_map(|l| l.split_once(':')).map(|(n, _)| n).collect();
            for once in ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version"] {
                assert_eq!(names.iter().filter(|n| n.eq_ignore_ascii_case(once)).count(), 1, "{once} {names:?}");
            }
            assert!(!names.iter().any(|n| ["Bcc", "X"].contains(n)), "{names:?}");
            assert!(headers.iter().all(|l| l.len() <= 998), "a line too long");
            for word in read.raw.split_whitespace().filter(|w| w.starts_with("=?")) {
                assert!(word.len() <= 75, "{word}");
            }
        }
    }
}

#[test]
fn r_t49_a_strict_server_receives_one_message_whatever_its_body_holds() {
    let sink = Smtp::start();
    let site = Site::with("mail dots", |c| c.mail.transport = sink.address.clone());
    let bodies = ["one\n.\ntwo", "one\r.\rtwo", ".\n..\n.end", "dots\r\n.\r\nQUIT\r\n", &"x".repeat(20_000), "日本語\n.\n日本語"];
    for (i, reason) in bodies.iter().enumerate() {
        for lang in Lang::THREE {
            queue(&site, &format!("r{i}{lang}@example.org"), lang, &Said::NotAdmitted { reason: (*reason).to_owned() });
        }
    }
    assert_eq!(site.deliver().sent, bodies.len() * 3);
    let letters = sink.letters();
    assert_eq!(letters.len(), bodies.len() * 3);
    for (i, reason) in bodies.iter().enumerate() {
        let read = letters.iter().find(|l| l.to == [format!("r{i}fr@example.org")]).unwrap();
        let lines: Vec<String> = reason.replace("\r\n", "\n").replace('\r', "\n").lines().map(|l| format!("> {l}")).collect();
        assert!(read.text.replace("\r\n", "\n").contains(&lines.join("\n")), "{i}");
        assert!(read.raw.lines().all(|l| l.len() <= 998));
    }
    assert_eq!(sink.taken()[0].to, ["r0fr@example.org"], "one recipient");
}

both! {
    fn r_t54_a_server_that_refuses_is_asked_again_later_and_one_bad_address_holds_up_nobody(site) {
        let sink = Smtp::start();
        let site = over(site, &sink);
        queue(&site, "first@example.org", Lang::Fr, &welcome("un"));
        sink.says(Says { data: "451 not now", ..Says::default() });
        assert_eq!((site.deliver().deferred, standing(&site)), (1, (1, 0, 0)));
        assert_eq!(site.deliver().deferred, 0, "not before five minutes");
        sink.says(Says::default());
        site.wait(TimeDelta::minutes(6));
        assert_eq!((site.deliver().sent, standing(&site)), (1, (0, 0, 1)));
        sink.says(Says { rcpt: "550 no such person", ..Says::default() });
        queue(&site, "bad@example.org", Lang::En, &welcome("bad"));
        assert_eq!((site.deliver().failed, standing(&site)), (1, (0, 1, 1)));
        sink.says(Says::default());
        for i in 0..20 {
            queue(&site, &format!("n{i}@example.org"), Lang::Ja, &welcome("n"));
        }
        assert_eq!((site.deliver().sent, standing(&site)), (20, (0, 1, 21)));
        assert_eq!(site.app.db.write_now(|conn| store::outbox::retry(conn, site.now())).unwrap(), 1);
        assert_eq!((site.deliver().sent, standing(&site)), (1, (0, 0, 22)));
    }

    fn r_t53_a_letter_whose_answer_got_lost_comes_again_under_the_same_message_id(site) {
        let sink = Smtp::start();
        let site = over(site, &sink);
        queue(&site, "aiko@example.org", Lang::Ja, &welcome("aiko"));
        sink.says(Says { drop_after_data: true, ..Says::default() });
        assert_eq!(site.deliver().deferred, 1);
        sink.says(Says::default());
        site.wait(TimeDelta::minutes(6));
        assert_eq!(site.deliver().sent, 1);
        let all = sink.received.lock().unwrap().clone();
        let ids: Vec<String> = all.iter().map(|r| Letter::parse(&r.raw).id).collect();
        assert!(ids.len() == 2 && ids[0] == ids[1], "{ids:?}");
    }

    fn r_t54_a_server_that_says_nothing_holds_up_one_letter_for_a_while(site) {
        let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let mut site = over_address(site, &format!("smtp://{}?tls=none", silent.local_addr().unwrap()));
        site.app.mail_deadline = std::time::Duration::from_millis(300);
        queue(&site, "a@example.org", Lang::Fr, &welcome("a"));
        queue(&site, "b@example.org", Lang::Ja, &welcome("b"));
        assert_eq!((site.deliver().deferred, standing(&site)), (2, (2, 0, 0)), "both were tried, neither is lost");
        let row = site.read(|conn| store::outbox::find(conn, 1));
        assert!(row.error.contains("too long") && row.due_at > site.now(), "{}", row.error);
    }

    fn d6_a_leased_letter_is_no_other_process_s_until_the_lease_runs_out(site) {
        queue(&site, "a@example.org", Lang::Fr, &welcome("a"));
        let now = site.now();
        let leased = site.app.db.write_now(|conn| store::leases::lease(conn, now, 1, 10)).unwrap().remove(0);
        assert_eq!(site.deliver().sent, 0, "somebody has it");
        site.wait(TimeDelta::minutes(6));
        assert_eq!(site.deliver().sent, 1, "whoever had it is gone");
        let row = site.read(|conn| store::outbox::find(conn, leased.id));
        assert_eq!((row.message_id.as_str(), row.attempts), (leased.message_id.as_str(), 2));
        assert!(row.letter().is_err(), "what it said is kept no longer");
    }

    fn mail_that_is_held_waits_and_goes_when_it_is_let_go(site) {
        let pause = |held: bool| site.app.db.write_now(|conn| store::outbox::pause(conn, held, site.now())).unwrap();
        queue(&site, "a@example.org", Lang::Fr, &welcome("a"));
        pause(true);
        pause(true);
        assert_eq!((site.deliver().sent, standing(&site).0), (0, 1));
        pause(false);
        assert_eq!(site.deliver(), jobs::letters::Counts { sent: 1, ..jobs::letters::Counts::default() });
    }

    fn a_letter_that_nobody_takes_for_five_days_is_given_up_and_shown(site) {
        let site = over_address(site, "smtp://127.0.0.1:9?tls=none").people().administrator();
        queue(&site, "a@example.org", Lang::Fr, &welcome("a"));
        for _ in 0..40 {
            site.deliver();
            site.wait(TimeDelta::hours(7));
        }
        assert_eq!(standing(&site), (0, 1, 0));
        let page = site.sign_in("admin").get("/en/admin/mail?which=failed");
        assert!(page.text(".lines li").contains("a@example.org") && !page.body.contains("/join/"), "address and cause, no secret");
    }
}

pub fn over(site: Site, sink: &Smtp) -> Site {
    over_address(site, &sink.address)
}

/// The same forum with another way for its letters.
fn over_address(mut site: Site, address: &str) -> Site {
    site.app.mailer = mail::Mailer::parse(address, "forum.example").unwrap();
    site
}

/// A mail server with a certificate for `name`, which speaks TLS from the first byte; its certificate is trusted.
fn over_tls(name: &str) -> (String, std::path::PathBuf, crate::support::Folder) {
    use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
    let made = rcgen::generate_simple_self_signed(vec![name.to_owned()]).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let config = rustls::ServerConfig::builder_with_provider(std::sync::Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let config = std::sync::Arc::new(config);
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("smtps://aiko:geheim@localhost:{}", listener.local_addr().unwrap().port());
    let folder = crate::support::Folder::new();
    let (pem, said) = (folder.0.join("ca.pem"), folder.0.join("said"));
    std::fs::write(&pem, format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", base64_lines(made.cert.der()))).unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let connection = rustls::ServerConnection::new(config.clone()).unwrap();
            let _ = converse_tls(rustls::StreamOwned::new(connection, stream), &said);
        }
    });
    (address, pem, folder)
}

fn base64_lines(der: &[u8]) -> String {
    use base64::Engine;
    let text = base64::prelude::BASE64_STANDARD.encode(der);
    text.as_bytes().chunks(64).map(|c| String::from_utf8_lossy(c).into_owned()).collect::<Vec<_>>().join("\n")
}

/// Says yes to everything and notes what was said.
fn converse_tls(mut stream: impl std::io::Read + std::io::Write, said: &std::path::Path) -> std::io::Result<()> {
    let mut heard = String::new();
    let mut in_data = false;
    stream.write_all(b"220 sink\r\n")?;
    let mut line = Vec::new();
    loop {
        let mut byte = [0u8];
        stream.read_exact(&mut byte)?;
        line.push(byte[0]);
        if byte[0] != b'\n' {
            continue;
        }
        let words = String::from_utf8_lossy(&line).trim_end().to_owned();
        line.clear();
        heard.push_str(&words);
        heard.push('\n');
        std::fs::write(said, &heard)?;
        let answer: &[u8] = match (in_data, words.split(' ').next().unwrap_or_default()) {
            (true, ".") => b"250 taken\r\n",
            (true, _) => continue,
            (false, "EHLO") => b"250-sink\r\n250 AUTH PLAIN LOGIN\r\n",
            (false, "AUTH") => b"235 welcome\r\n",
            (false, "DATA") => b"354 go on\r\n",
            (false, "QUIT") => return stream.write_all(b"221 bye\r\n"),
            (false, _) => b"250 fine\r\n",
        };
        in_data = answer.starts_with(b"354");
        stream.write_all(answer)?;
        stream.flush()?;
    }
}

#[test]
fn r_t49_over_tls_a_letter_goes_to_the_server_whose_name_the_certificate_has_and_to_no_other() {
    for (name, arrives) in [("localhost", true), ("mail.elsewhere.example", false)] {
        let (address, pem, folder) = over_tls(name);
        let home = crate::support::Folder::new();
        let run = |arguments: &[&str]| {
            let out = std::process::Command::new(env!("CARGO_BIN_EXE_trialogue"))
                .args(arguments)
                .current_dir(&home.0)
                .env("TRIALOGUE_MAIL__TRANSPORT", &address)
                .env("SSL_CERT_FILE", &pem)
                .output()
                .unwrap();
            (out.status.success(), String::from_utf8_lossy(&out.stdout).into_owned(), String::from_utf8_lossy(&out.stderr).into_owned())
        };
        let (done, _, said) = run(&["user", "invite", "--email", "lise@example.org", "--lang", "fr"]);
        assert!(done, "{said}");
        let (done, counts, said) = run(&["mail", "flush"]);
        let counts: serde_json::Value = serde_json::from_str(&counts).unwrap();
        assert!(done && counts["sent"] == u8::from(arrives) && counts["queued"] == u8::from(!arrives), "{name}: {counts} {said}");
        assert!(!said.contains("geheim"), "{said}");
        let heard = std::fs::read_to_string(folder.0.join("said")).unwrap_or_default();
        assert_eq!((heard.contains("AUTH"), heard.contains("RCPT TO:<lise@example.org>")), (arrives, arrives), "{heard}");
    }
}

#[test]
fn the_command_line_holds_lets_go_and_tries_again() {
    let home = crate::support::Folder::new();
    let run = |arguments: &[&str]| {
        let out = std::process::Command::new(env!("CARGO_BIN_EXE_trialogue")).args(arguments).current_dir(&home.0).output().unwrap();
        assert!(out.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8_lossy(&out.stdout).into_owned()
    };
    run(&["user", "invite", "--email", "hana@example.org", "--lang", "ja"]);
    run(&["mail", "pause"]);
    assert!(run(&["mail", "flush"]).contains("\"sent\":0"));
    run(&["mail", "resume"]);
    assert_eq!(run(&["mail", "retry"]).trim(), "{\"due\":0}");
    assert!(run(&["mail", "flush"]).contains("\"sent\":1"));
    let letters: Vec<_> = std::fs::read_dir(home.0.join("data/mail")).unwrap().map(|f| f.unwrap().path()).collect();
    assert!(letters.len() == 1 && Letter::parse(&std::fs::read(&letters[0]).unwrap()).link().starts_with("/ja/join/invitation/"));
}
