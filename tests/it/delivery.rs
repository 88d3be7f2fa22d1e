//! D5–D7, D9, R-T50, R-T57: letters of what happened on their way to a mail server, with real words in them.

use crate::{
    digests::{digests, header, make, next_monday, subscribe, token},
    real_input::{data, declaration},
    support::{
        Site,
        dkim::Keys,
        mail::{Letter, Smtp},
    },
};
use std::collections::BTreeSet;
use trialogue::domain::lang::Lang;

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

/// The paths of all addresses in both parts.
fn paths(letter: &Letter, base: &str) -> BTreeSet<String> {
    let all = format!("{} {}", letter.text, letter.html);
    let ends = |c: char| c.is_whitespace() || ['"', '<', '>', ')'].contains(&c);
    all.split(base).skip(1).map(|rest| rest.split(ends).next().unwrap().replace("&amp;", "&")).filter(|p| p.starts_with('/')).collect()
}
