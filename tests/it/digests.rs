//! D1–D9: letters of what happened: asked for, made once a period, in each reader's language, and stopped at one press.

use crate::{
    both,
    support::{
        Site, id,
        mail::{Letter, Says, Smtp},
    },
};
use chrono::{Datelike, NaiveTime, TimeDelta};
use trialogue::{domain::lang::Lang, forum::digests::Counts, jobs, store};

/// Makes what is due, by the same function as the running program.
pub fn make(site: &Site) -> Counts {
    actix_web::rt::System::new().block_on(jobs::digests::run(&site.app, site.now(), false)).unwrap()
}

fn made(site: &Site) -> usize {
    make(site).issues
}

/// Waits until the next Monday, 9.00 in UTC: after the preset hour in Paris.
pub fn next_monday(site: &Site) {
    let now = site.now();
    let days = 7 - i64::from(now.weekday().num_days_from_monday());
    let monday = now.date().and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap()) + TimeDelta::days(days);
    site.wait(monday - now);
}

/// Asks, and presses the button in the letter. Returns the address of the subscription's page.
pub fn subscribe(site: &Site, lang: Lang, email: &str, more: &[(&str, &str)]) -> String {
    let (visitor, form) = (site.visitor(), format!("/{lang}/digest"));
    let asked = visitor.submit(&form, &form, &[&[("email", email), ("lang", lang.as_str())], more].concat());
    assert_eq!(asked.status, 303, "{}", asked.body);
    let link = site.letter(email).link();
    let agreed = visitor.submit(&link, &link, &[]);
    assert_eq!(agreed.status, 303);
    agreed.header("location").split('?').next().unwrap().to_owned()
}

pub fn token(page: &str) -> &str {
    page.rsplit('/').next().unwrap()
}

pub fn digests(site: &Site, to: &str) -> Vec<Letter> {
    site.letters(to).into_iter().filter(|l| l.raw.contains("List-Id: <digest.")).collect()
}

pub fn header(letter: &Letter, name: &str) -> String {
    let unfolded = letter.raw.replace("\r\n ", " ").replace("\r\n\t", " ");
    unfolded.lines().find_map(|l| l.strip_prefix(&format!("{name}: "))).unwrap_or_default().to_owned()
}

both! {
    fn d1_an_address_alone_subscribes_by_pressing_a_button(site) {
        let site = site.people();
        let visitor = site.visitor();
        let form = visitor.get("/ja/digest");
        assert_eq!((form.status, form.count("input[name=email]"), form.lang()), (200, 1, "ja".into()));
        let ask = |email: &str| visitor.submit("/ja/digest", "/ja/digest", &[("email", email), ("lang", "ja"), ("themes", "governance")]);
        let wrong = ask("nobody");
        assert_eq!((wrong.status, wrong.attr("input[name=email]", "value"), wrong.count("input[name=themes][checked]")), (422, "nobody".into(), 1));
        assert_eq!(ask("reader@example.org").header("location"), "/ja/digest?sent=yes");
        let letter = site.letter("reader@example.org");
        assert_eq!(letter.content_language, "ja");
        let link = letter.link();
        // Looking at it agrees to nothing, however often a scanner looks.
        for _ in 0..3 {
            assert_eq!((visitor.get(&link).status, visitor.head(&link).status), (200, 200));
        }
        next_monday(&site);
        assert_eq!(make(&site), Counts { public: 3, ..Counts::default() }, "nothing is agreed to");
        let agreed = visitor.submit(&link, &link, &[]);
        assert_eq!(agreed.status, 303);
        let page = visitor.open(agreed.header("location"));
        assert_eq!(page.attrs("input[name=themes][checked]", "value"), ["governance"]);
        assert!(page.body.contains("r…@example.org") && !page.body.contains("reader@example.org"));
        assert_eq!(visitor.post(&link, &[("csrf", "x")]).status, 403);
        assert_eq!(visitor.get(&link).status, 410, "once");
        // Asked again, the answer is the same; only the letter tells that it is known.
        assert_eq!(ask("reader@example.org").header("location"), "/ja/digest?sent=yes");
        let again = site.letter("reader@example.org");
        assert_ne!(again.subject, letter.subject);
        assert!(again.link().starts_with("/ja/digest/manage/"));
        // R-T52: three letters a day, and the answer stays the same.
        let before = site.letters("reader@example.org").len();
        for _ in 0..5 {
            assert_eq!(ask("reader@example.org").status, 303);
        }
        assert!(site.letters("reader@example.org").len() <= before + 3);
        // A link that nobody pressed serves for seven days.
        assert_eq!(ask("late@example.org").status, 303);
        let late = site.letter("late@example.org").link();
        site.wait(TimeDelta::days(7));
        assert_eq!(visitor.get(&late).status, 410);
    }

    fn d2_d4_three_readers_get_one_letter_a_week_each_in_their_language(site) {
        let site = site.people();
        let pages = [(Lang::Fr, "fr@example.org"), (Lang::En, "en@example.org"), (Lang::Ja, "ja@example.org")]
            .map(|(lang, to)| (lang, to, subscribe(&site, lang, to, &[])));
        let french = site.program("claire").thread(Lang::Fr, "La charte de l’accueil", "Nous proposons une charte.");
        site.program("tom").thread(Lang::En, "Community kitchens", "Who cooks on Sundays?");
        site.program("aiko").thread(Lang::Ja, "村のバス", "運転手を探しています。");
        let slot = serde_json::json!({ "title": "もてなしの憲章", "body": "憲章を提案します。", "based_on": 1, "revision": 0 });
        assert_eq!(site.program("aiko").put_slot(id(&french, "text"), Lang::Ja, slot).status, 200);
        assert_eq!(made(&site), 0, "not before its day");
        next_monday(&site);
        assert_eq!(make(&site), Counts { issues: 3, empty: 0, public: 3 });
        assert_eq!(made(&site), 0, "one a period");
        let charters = ["La charte de l’accueil", "La charte de l’accueil", "もてなしの憲章"];
        for ((lang, to, page), charter) in pages.iter().zip(charters) {
            let [letter] = <[Letter; 1]>::try_from(digests(&site, to)).unwrap();
            assert_eq!((letter.content_language.as_str(), letter.auto_submitted.as_str()), (lang.as_str(), "auto-generated"));
            assert_eq!(letter.types, ["multipart/alternative", "text/plain", "text/html"]);
            let stop = format!("{}/unsubscribe/{}", site.base, token(page));
            assert_eq!(header(&letter, "List-Unsubscribe"), format!("<{stop}>"));
            assert_eq!(header(&letter, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
            assert!(header(&letter, "List-Id").starts_with(&format!("<digest.{lang}.")));
            for (part, name) in [(&letter.text, "text"), (&letter.html, "html")] {
                // For people the page is in the letter's language.
                let page_of_stop = format!("{}/{lang}/unsubscribe/{}", site.base, token(page));
                for said in [charter, "Community kitchens", "村のバス", &page_of_stop, page.as_str()] {
                    assert!(part.contains(said), "{lang} {name}: {said} in {part}");
                }
                assert!(!part.contains("<img") && !part.contains("src="), "no pixel, no remote image");
            }
            // L3: what stands in another language says so.
            for other in Lang::THREE.into_iter().filter(|o| o != lang && !(*lang == Lang::Ja && *o == Lang::Fr)) {
                assert!(letter.html.contains(&format!("<h3 lang=\"{other}\"")), "{lang}: {other}");
            }
            assert!(letter.html.len() < 100_000);
        }
        let japanese = &digests(&site, "ja@example.org")[0];
        assert!(japanese.text.contains("日本語で読めるのは2件です"), "{}", japanese.text);
        assert!(japanese.subject.contains("新しい投稿が1件あります"), "{}", japanese.subject);
        // The next week tells what is new since, and nothing twice.
        site.program("tom").thread(Lang::En, "A second kitchen", "It opened.");
        next_monday(&site);
        assert_eq!(make(&site).issues, 3);
        let second = digests(&site, "en@example.org").pop().unwrap();
        assert!(second.text.contains("A second kitchen") && !second.text.contains("Community kitchens"));
        assert_ne!(second.id, digests(&site, "en@example.org")[0].id);
    }

    fn d7_one_press_stops_it_also_for_what_is_queued(site) {
        let site = site.people();
        let page = subscribe(&site, Lang::En, "reader@example.org", &[]);
        let stop = format!("/unsubscribe/{}", token(&page));
        site.program("tom").thread(Lang::En, "News", "x");
        next_monday(&site);
        assert_eq!(made(&site), 1);
        let stranger = site.visitor();
        for looked in [stranger.get(&stop), stranger.head(&stop)] {
            assert_eq!(looked.status, 200);
        }
        assert_eq!(stranger.get(&page).status, 200, "looking changes nothing");
        // As mail programs send it: no cookie, no token of a form, no referrer.
        let pressed = site.visitor().post_bytes(&stop, b"List-Unsubscribe=One-Click", &[("Content-Type", "application/x-www-form-urlencoded")]);
        assert_eq!(pressed.status, 200, "{}", pressed.body);
        assert_eq!((site.deliver().dropped, digests(&site, "reader@example.org").len()), (1, 0));
        assert_eq!(stranger.get(&page).status, 410);
        // Again, a year later, or with a token that is none: the same answer.
        site.wait(TimeDelta::days(400));
        let parts = b"--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
        let answers = [stop.as_str(), "/unsubscribe/none"].map(|path| {
            let answer = site.visitor().post_bytes(path, parts, &[("Content-Type", "multipart/form-data; boundary=b")]);
            (answer.status, answer.text("h1"))
        });
        assert_eq!(answers[0], answers[1]);
        assert_eq!(answers[0].0, 200);
    }

    fn d1_an_address_follows_a_thread_whatever_its_theme(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "Seeds", "x");
        let page = site.visitor().open(&format!("/en/t/{}", thread["id"]));
        let follow = format!("/en/digest?thread={}", thread["id"]);
        assert_eq!(page.count(&format!("a[href='{follow}']")), 1);
        let visitor = site.visitor();
        assert_eq!(visitor.get(&follow).attr("input[name=threads][checked]", "value"), thread["id"].to_string());
        let asked = [("email", "reader@example.org"), ("lang", "en"), ("themes", "tourism-and-territory"), ("threads", &thread["id"].to_string())];
        assert_eq!(visitor.submit(&follow, "/en/digest", &asked).status, 303);
        let link = site.letter("reader@example.org").link();
        assert_eq!(visitor.submit(&link, &link, &[]).status, 303);
        site.program("tom").thread(Lang::En, "Elsewhere", "y");
        next_monday(&site);
        assert_eq!(made(&site), 1);
        let letter = digests(&site, "reader@example.org").pop().unwrap();
        assert!(letter.text.contains("Seeds") && letter.text.contains("Threads that you follow") && !letter.text.contains("Elsewhere"), "{}", letter.text);
    }

    fn d5_what_was_hidden_meanwhile_is_in_no_letter_and_an_empty_one_is_not_sent(site) {
        let site = site.people();
        subscribe(&site, Lang::En, "reader@example.org", &[]);
        next_monday(&site);
        assert_eq!((make(&site).empty, site.deliver().sent), (1, 0), "nothing to say");
        let hidden = site.program("tom").thread(Lang::En, "Hidden words", "x");
        site.program("tom").thread(Lang::En, "Open words", "y");
        next_monday(&site);
        assert_eq!(made(&site), 1);
        let hide = |thread: &serde_json::Value| {
            let moderate = format!("/en/t/{}/moderate", thread["id"]);
            assert_eq!(site.sign_in("mori").submit(&moderate, &moderate, &[("act", "hide"), ("reason", "r")]).status, 303);
        };
        hide(&hidden);
        let letter = digests(&site, "reader@example.org").pop().unwrap();
        assert!(letter.text.contains("Open words") && !letter.raw.contains("Hidden words"));
        let last = site.program("tom").thread(Lang::En, "Last words", "z");
        next_monday(&site);
        assert_eq!(made(&site), 1);
        hide(&last);
        assert_eq!(site.deliver().dropped, 1);
        assert_eq!(digests(&site, "reader@example.org").len(), 1);
    }

    fn d3_a_member_is_told_first_what_is_asked_of_them(site) {
        let site = site.people();
        site.reviewer("aiko", &[Lang::Ja]);
        let aiko = site.sign_in("aiko");
        assert_eq!(aiko.submit("/ja/digest", "/ja/digest", &[("lang", "ja")]).status, 303);
        let address = "aiko@example.org";
        let link = site.letter(address).link();
        assert_eq!(site.visitor().submit(&link, &link, &[]).status, 303);
        let thread = site.program("claire").thread(Lang::Fr, "Les jardins", "Texte des jardins.");
        let slot = serde_json::json!({ "title": "庭", "body": "庭の本文。", "based_on": 1, "revision": 0 });
        assert_eq!(site.program("tom").put_slot(id(&thread, "text"), Lang::Ja, slot).status, 200);
        let mine = site.program("aiko").thread(Lang::Ja, "質問", "どう思いますか。");
        site.program("tom").reply(&mine, Lang::En, "I think yes.", None);
        next_monday(&site);
        assert_eq!(made(&site), 1);
        let letter = digests(&site, address).pop().unwrap();
        let at = |said: &str| letter.text.find(said).unwrap_or_else(|| panic!("{said} in {}", letter.text));
        assert!(at("あなた宛ての投稿") < at("日本語版：レビュー待ち"), "{}", letter.text);
        assert!(letter.text.contains(&format!("/ja/translate/{}/ja", thread["text"])), "{}", letter.text);
        // A member who has letters changes them on the same page; erased, everything of it is gone.
        let page = aiko.get("/ja/digest");
        assert_eq!(page.count("input[name=email]"), 0);
        let off = aiko.submit("/ja/digest", &page.attr("section.panel form", "action"), &[("lang", "ja"), ("frequency", "off")]);
        assert_eq!(off.status, 303);
        site.program("tom").thread(Lang::En, "More", "x");
        next_monday(&site);
        assert_eq!(made(&site), 0);
    }

    fn d2_whatever_the_clock_does_there_is_one_letter_a_period_and_nothing_is_lost(site) {
        let site = site.people();
        subscribe(&site, Lang::En, "reader@example.org", &[]);
        let told = |title: &str| digests(&site, "reader@example.org").iter().filter(|l| l.text.contains(title)).count();
        next_monday(&site);
        make(&site);
        site.program("tom").thread(Lang::En, "Before the outage", "x");
        // Down for three weeks: one letter, not three.
        site.wait(TimeDelta::weeks(3));
        assert_eq!((made(&site), made(&site)), (1, 0));
        assert_eq!(told("Before the outage"), 1);
        // A clock that is a year ahead, and comes back.
        site.program("tom").thread(Lang::En, "In the year to come", "x");
        site.wait(TimeDelta::days(365));
        assert_eq!(made(&site), 1);
        site.wait(TimeDelta::days(-365));
        site.program("tom").thread(Lang::En, "Back in time", "x");
        for _ in 0..3 {
            site.wait(TimeDelta::days(7));
            make(&site);
        }
        for day in [1, -1] {
            site.wait(TimeDelta::days(day));
            make(&site);
        }
        assert_eq!(["Before the outage", "In the year to come", "Back in time"].map(told), [1, 1, 1]);
    }

    fn d8_each_week_has_a_public_issue_in_each_language(site) {
        let site = site.people();
        let thread = site.program("claire").thread(Lang::Fr, "Publié", "Texte.");
        next_monday(&site);
        assert_eq!(make(&site).public, 3);
        let week = site.now().iso_week();
        let address = |lang: Lang| format!("/{lang}/digests/{}-W{:02}", week.year(), week.week());
        for lang in Lang::THREE {
            let page = site.visitor().get(&address(lang));
            assert_eq!((page.status, page.lang()), (200, lang.to_string()));
            assert!(page.body.contains("Publié"));
            assert_eq!(page.attr(".version h4", "lang"), if lang == Lang::Fr { "" } else { "fr" });
            let feed = feed_rs::parser::parse(site.visitor().get(&format!("/{lang}/digests/feed.atom")).body.as_bytes()).unwrap();
            assert_eq!(feed.entries.len(), 1);
            assert!(feed.entries[0].id.ends_with(&address(lang)));
        }
        assert_eq!(site.visitor().get("/fr/digests/2026-W00").status, 404);
        assert_eq!(make(&site).public, 0);
        // What is hidden later is in no issue either.
        let moderate = format!("/fr/t/{}/moderate", thread["id"]);
        assert_eq!(site.sign_in("mori").submit(&moderate, &moderate, &[("act", "hide"), ("reason", "r")]).status, 303);
        for exit in [address(Lang::En), "/en/digests/feed.atom".to_owned()] {
            assert!(!site.visitor().get(&exit).body.contains("Publié"), "{exit}");
        }
    }
}

#[test]
fn d6_what_may_have_arrived_is_listed_and_never_sent_again() {
    let smtp = Smtp::start();
    for site in Site::each("unsure", |c| c.mail.transport.clone_from(&smtp.address)) {
        let site = site.people();
        let (visitor, form) = (site.visitor(), "/en/digest");
        smtp.says(Says::default());
        assert_eq!(visitor.submit(form, form, &[("email", "reader@example.org"), ("lang", "en")]).status, 303);
        site.deliver();
        let link = smtp.letters().pop().unwrap().link();
        assert_eq!(visitor.submit(&link, &link, &[]).status, 303);
        let counts = |site: &Site| site.read(store::outbox::standing);
        site.program("tom").thread(Lang::En, "First", "x");
        next_monday(&site);
        assert_eq!(made(&site), 1);
        smtp.says(Says { drop_after_data: true, ..Says::default() });
        assert_eq!(site.deliver().unsure, 1);
        smtp.says(Says::default());
        site.wait(TimeDelta::hours(12));
        assert_eq!((site.deliver().sent, counts(&site).unsure), (0, 1), "listed, not resent");
        // Refused for now, it is replaced by the next one, which tells both.
        site.program("tom").thread(Lang::En, "Second", "x");
        next_monday(&site);
        assert_eq!(made(&site), 1);
        smtp.says(Says { rcpt: "451 later", ..Says::default() });
        assert_eq!(site.deliver().deferred, 1);
        smtp.says(Says::default());
        site.program("tom").thread(Lang::En, "Third", "x");
        next_monday(&site);
        assert_eq!((made(&site), counts(&site).queued), (1, 1));
        assert_eq!(site.deliver().sent, 1);
        let last = smtp.letters().pop().unwrap();
        assert!(last.text.contains("Second") && last.text.contains("Third") && !last.text.contains("First"), "{}", last.text);
    }
}

#[test]
fn d2_an_event_that_commits_late_is_in_the_next_letter() {
    use trialogue::{domain::digest::EventKind, store::events};
    let Some(site) = Site::postgres("late") else { return crate::support::missing("postgres", "no cluster") };
    let site = site.people();
    let thread = site.program("tom").thread(Lang::En, "T", "x");
    let (text, now) = (id(&thread, "text"), site.now());
    let last = site.app.db.write_now(events::number).unwrap();
    let (written, wait) = (std::sync::mpsc::channel(), std::sync::mpsc::channel::<()>());
    let db = site.app.db.clone();
    let (tell, held) = (written.0, wait.1);
    let late = std::thread::spawn(move || {
        db.write_now(|conn| {
            events::record(conn, EventKind::Posted, text, None, now)?;
            tell.send(()).unwrap();
            held.recv().unwrap();
            Ok(())
        })
        .unwrap();
    });
    written.1.recv().unwrap();
    // Written later, committed earlier.
    site.app.db.write_now(|conn| events::record(conn, EventKind::Changed, text, None, now)).unwrap();
    let first = site.app.db.write_now(events::number).unwrap();
    assert_eq!(first, last + 1, "only what is committed has a number");
    wait.0.send(()).unwrap();
    late.join().unwrap();
    let second = site.app.db.write_now(events::number).unwrap();
    assert_eq!(second, last + 2);
    let kinds = site.read(|conn| Ok(events::between(conn, first, second)?.iter().map(|e| e.kind).collect::<Vec<_>>()));
    assert_eq!(kinds, [EventKind::Posted], "nobody passes it by");
}
