//! D5–D7, D9, R-T50, R-T57: letters of what happened on their way to a mail server, with real words in them.

use crate::{
    both,
    digests::{digests, header, make, next_monday, subscribe, token},
    mail::over,
    real_input::{data, declaration},
    support::{
        Folder, Site,
        dkim::Keys,
        mail::{Letter, Says, Smtp},
    },
};
use chrono::TimeDelta;
use std::collections::BTreeSet;
use trialogue::{
    domain::{account::Email, lang::Lang, letter::Letter as Letter_},
    forum, jobs, store,
};

/// Covered by each signature, so that nobody on the way can take them out (RFC 8058 §4).
const COVERED: [&str; 8] = ["from", "to", "subject", "message-id", "content-type", "list-id", "list-unsubscribe", "list-unsubscribe-post"];

#[test]
fn three_readers_get_the_declaration_and_the_founding_document_each_in_their_language() {
    let (keys, sink) = (Keys::new("forum.example"), Smtp::start());
    let sites = Site::each("delivery_three_readers", |c| {
        c.mail.dkim = keys.settings.clone();
        c.mail.from = "Trialogue <lettres@forum.example>".into();
        c.mail.transport = sink.address.clone();
    });
    for site in sites {
        let site = site.people();
        let readers = [(Lang::Fr, "fr@example.org"), (Lang::En, "en@example.org"), (Lang::Ja, "ja@example.org")];
        let pages = readers.map(|(lang, to)| {
            let visitor = site.visitor();
            let form = format!("/{lang}/digest");
            assert_eq!(visitor.submit(&form, &form, &[("email", to), ("lang", lang.as_str())]).status, 303);
            site.deliver();
            let link = sink.letters().into_iter().rfind(|l| l.to == [to]).unwrap().link();
            visitor.submit(&link, &link, &[]).header("location").split('?').next().unwrap().to_owned()
        });
        let before = sink.taken().len();
        let (Some(_), Some(document)) = (declaration(&site), data("founding-document.fr.md")) else { return };
        site.program("claire").thread(Lang::Fr, "Document fondateur", &document);
        next_monday(&site);
        assert_eq!(make(&site).issues, 3);
        site.deliver();
        make(&site);
        site.deliver();
        let taken = sink.taken().split_off(before);
        assert_eq!(taken.len(), 3, "one each, however often the job runs");
        let titles = ["Préambule", "Preamble", "前文"];
        for ((lang, to), (page, title)) in readers.into_iter().zip(pages.iter().zip(titles)) {
            let received = taken.iter().find(|r| r.to == [to]).unwrap();
            let letter = Letter::parse(&received.raw);
            assert_eq!((letter.content_language.as_str(), letter.auto_submitted.as_str()), (lang.as_str(), "auto-generated"));
            assert_eq!(letter.types, ["multipart/alternative", "text/plain", "text/html"]);
            for part in [&letter.text, &letter.html] {
                assert!(part.contains(title) && part.contains("Document fondateur"), "{lang}: {part}");
                assert!(part.contains(&format!("{}/{lang}/p/", site.base)), "{part}");
            }
            assert!(received.raw.len() < 100_000);
            assert!(!letter.html.contains("<img") && !letter.html.contains("<link") && !letter.html.contains("url("));
            let stop = format!("{}/unsubscribe/{}", site.base, token(page));
            assert_eq!(header(&letter, "List-Unsubscribe"), format!("<{stop}>"));
            let signatures = keys.verify(&received.raw);
            assert_eq!(signatures.len(), 2, "Ed25519 and RSA");
            for (fits, covered) in signatures {
                let covered: BTreeSet<String> = covered.into_iter().collect();
                assert!(fits && COVERED.iter().all(|h| covered.contains(*h)), "{covered:?}");
            }
            let forged = String::from_utf8(received.raw.clone()).unwrap().replacen("/unsubscribe/", "/unsubscribed/", 1);
            assert!(keys.verify(forged.as_bytes()).iter().all(|(fits, _)| !fits), "another address to stop at is no longer ours");
            // Every address that it names is there.
            let visitor = site.visitor();
            for path in paths(&letter, &site.base) {
                assert_eq!(visitor.open(&path).status, 200, "{path}");
            }
            let stopped = site.visitor().post_bytes(
                &format!("/unsubscribe/{}", token(page)),
                b"List-Unsubscribe=One-Click",
                &[("Content-Type", "application/x-www-form-urlencoded")],
            );
            assert_eq!(stopped.status, 200);
        }
        let before = sink.taken().len();
        site.program("claire").thread(Lang::Fr, "Encore un fil", "Des nouvelles.");
        next_monday(&site);
        make(&site);
        site.deliver();
        assert_eq!(sink.taken().len(), before, "nothing after stopping");
    }
}

#[test]
fn d6_signatures_hold_whatever_a_subject_says() {
    let keys = Keys::new("forum.example");
    for site in Site::each("delivery_subjects", |c| {
        c.mail.dkim = keys.settings.clone();
        c.site.title = Lang::THREE.iter().map(|l| (l.to_string(), "=?utf-8?q?x?= \"T\" é".to_owned())).collect();
    }) {
        let site = site.people();
        subscribe(&site, Lang::Fr, "reader@example.org", &[]);
        let titles =
            ["a".repeat(199), "x ".repeat(99), "村".repeat(200), "  deux   espaces\tet un onglet".into(), "=?utf-8?b?4pyF?= 👩‍👩‍👧‍👦".repeat(4)];
        for title in titles {
            site.program("claire").thread(Lang::Fr, &title, "Un corps.\n\n.\n\nUne fin  ");
            next_monday(&site);
            assert_eq!(make(&site).issues, 1, "{title}");
            site.deliver();
        }
        let all = digests(&site, "reader@example.org");
        assert_eq!(all.len(), 5);
        for letter in all {
            assert!(letter.subject.chars().count() < 140, "{}", letter.subject);
            assert!(keys.verify(letter.raw.as_bytes()).iter().all(|(fits, _)| *fits), "{}", letter.subject);
        }
    }
}

both! {
    fn a_rate_per_domain_holds_and_other_domains_do_not_wait(site) {
        let mut site = site;
        let mut config = (*site.app.config).clone();
        config.limits.letters_per_minute = 3;
        site.app.config = std::sync::Arc::new(config);
        for n in 0..10 {
            queue(&site, &format!("r{n}@Large.example"));
        }
        queue(&site, "a@small.example");
        assert_eq!((site.deliver().sent, site.deliver().sent), (4, 0), "three to one, one to the other, in this minute");
        site.wait(TimeDelta::seconds(59));
        assert_eq!(site.deliver().sent, 0);
        site.wait(TimeDelta::seconds(2));
        assert_eq!(site.deliver().sent, 3);
        // A clock that goes back does not hold letters for longer than a minute.
        site.wait(TimeDelta::days(-1));
        site.app.db.write_now(|conn| store::outbox::retry(conn, site.now()).map(|_| ())).unwrap();
        assert_eq!(site.deliver().sent, 3);
        site.wait(TimeDelta::minutes(2));
        assert_eq!((site.deliver().sent, site.letters("r9@large.example").len() + site.letters("r9@Large.example").len()), (1, 1));
    }

    fn d7_three_letters_that_come_back_stop_an_address_and_its_owner_starts_it_again(site) {
        let (sink, site) = (Smtp::start(), site.people().administrator());
        let page = subscribe(&site, Lang::Ja, "gone@example.org", &[]);
        let site = over(site, &sink);
        sink.says(Says { rcpt: "550 5.1.1 no such user", ..Says::default() });
        let write = |n: usize| {
            site.program("tom").thread(Lang::En, &format!("Thread {n}"), "Words.");
            next_monday(&site);
            make(&site);
            site.deliver()
        };
        for n in 0..2 {
            assert_eq!(write(n).failed, 1);
        }
        assert_eq!(site.visitor().get(&page).count(".notice.bad"), 0);
        // Refused for what it says: not the address's fault.
        sink.says(Says { data: "554 5.7.1 looks like spam", ..Says::default() });
        assert_eq!(write(2).failed, 1);
        sink.says(Says { rcpt: "550 5.1.1 no such user", ..Says::default() });
        assert_eq!(write(3).failed, 1);
        sink.says(Says::default());
        assert_eq!((write(4).dropped, sink.taken().len()), (1, 0), "stopped");
        // Its owner sees it and starts it again, by the page behind the link in each letter.
        let told = site.visitor().get(&page);
        assert!(told.text(".notice.bad").contains("5.1.1"), "{}", told.body);
        // So does an administrator.
        let admin = site.sign_in("admin");
        let list = admin.get("/fr/admin/mail?which=stopped");
        assert!(list.text(".lines li").contains("gone@example.org"), "{}", list.body);
        // What somebody asks for goes all the same: it is the way back.
        assert_eq!(site.visitor().submit("/ja/digest", "/ja/digest", &[("email", "gone@example.org"), ("lang", "ja")]).status, 303);
        assert_eq!(site.deliver().sent, 1);
        assert_eq!(site.visitor().submit(&page, &format!("{page}/again"), &[]).status, 303);
        assert_eq!(site.visitor().get(&page).count(".notice.bad"), 0);
        assert_eq!(admin.get("/fr/admin/mail?which=stopped").count(".lines li"), 0);
        assert_eq!((write(5).sent, sink.taken().len()), (1, 2));
    }
}

/// A report as a mail server sends it, of the letter with this `Message-ID`.
fn report(id: &str, recipient: &str) -> Vec<u8> {
    format!(
        "From: MAILER-DAEMON@mx.example\r\nTo: lettres@forum.example\r\nSubject: Undelivered Mail\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\n\r\nSorry.\r\n--b\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; {recipient}\r\n\
         Action: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{id}>\r\n\r\n--b--\r\n"
    )
    .into_bytes()
}

#[test]
fn r_t55_only_who_knows_the_secret_reports_letters_that_came_back() {
    let secret = "a secret of the mail server";
    for site in Site::each("delivery_hook", |c| c.mail.bounces.secret = secret.into()) {
        let site = site.people();
        let page = subscribe(&site, Lang::En, "gone@example.org", &[]);
        for n in 0..3 {
            site.program("tom").thread(Lang::En, &format!("Thread {n}"), "Words.");
            next_monday(&site);
            make(&site);
            assert_eq!(site.deliver().sent, 1);
        }
        let ids: Vec<String> = digests(&site, "gone@example.org").into_iter().map(|l| l.id).collect();
        let send = |secret: &str, body: &[u8]| {
            site.visitor()
                .post_bytes("/hooks/bounces", body, &[("Authorization", &format!("Bearer {secret}")), ("Content-Type", "message/rfc822")])
                .status
        };
        for id in &ids {
            assert_eq!(send("another", &report(id, "gone@example.org")), 401);
        }
        let told = |site: &Site| site.visitor().get(&page).count(".notice.bad");
        // One letter, however often it is reported; a letter that is none of ours; something else.
        for _ in 0..4 {
            assert_eq!(send(secret, &report(&ids[0], "gone@example.org")), 204);
        }
        assert_eq!((send(secret, &report("digest-1-2020-W01@forum.example", "tom@example.org")), send(secret, b"\xff\x00")), (204, 204));
        assert_eq!(told(&site), 0);
        // It counts for the address to which it went, whatever the report names.
        for id in &ids[1..] {
            assert_eq!(send(secret, &report(id, "tom@example.org")), 204);
        }
        assert_eq!(told(&site), 1);
    }
    for site in Site::each("delivery_no_hook", |_| {}) {
        assert_eq!(site.visitor().post_bytes("/hooks/bounces", b"x", &[("Authorization", "Bearer ")]).status, 404, "none is set");
    }
}

#[test]
fn d7_reports_are_read_from_a_maildir_and_nothing_in_it_is_deleted() {
    let maildir = Folder::new();
    for part in ["new", "cur", "tmp"] {
        std::fs::create_dir(maildir.0.join(part)).unwrap();
    }
    for site in Site::each("delivery_maildir", |c| c.mail.bounces.folder.clone_from(&maildir.0)) {
        let site = site.people();
        subscribe(&site, Lang::En, "gone@example.org", &[]);
        site.program("tom").thread(Lang::En, "A thread", "Words.");
        next_monday(&site);
        make(&site);
        site.deliver();
        let id = digests(&site, "gone@example.org").remove(0).id;
        std::fs::write(maildir.0.join("new/1"), report(&id, "gone@example.org")).unwrap();
        std::fs::write(maildir.0.join("new/2"), b"Subject: hello\r\n\r\nI am on holiday.").unwrap();
        let read = || actix_web::rt::System::new().block_on(jobs::bounces::read(&site.app)).unwrap();
        assert_eq!((read(), read()), (1, 0));
        let mut kept: Vec<String> =
            std::fs::read_dir(maildir.0.join("cur")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        kept.sort();
        assert_eq!(kept, ["1:2,S", "2:2,"], "the other one waits for a person");
        assert_eq!(site.read(store::bounces::count), 0, "one of three");
    }
}

fn queue(site: &Site, email: &str) {
    let letter = Letter_::Welcome { handle: "a".into() };
    let (email, now) = (Email::parse(email).unwrap(), site.now());
    site.app.db.write_now(|conn| forum::letters::to_address(conn, &email, Lang::Fr, &letter, now)).unwrap();
}

/// The paths of all addresses in both parts.
fn paths(letter: &Letter, base: &str) -> BTreeSet<String> {
    let all = format!("{} {}", letter.text, letter.html);
    let ends = |c: char| c.is_whitespace() || ['"', '<', '>', ')'].contains(&c);
    all.split(base).skip(1).map(|rest| rest.split(ends).next().unwrap().replace("&amp;", "&")).filter(|p| p.starts_with('/')).collect()
}
