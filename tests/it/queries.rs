//! P3: the number of queries of a page does not depend on what is on it.

use crate::{
    both,
    digests::{make, next_monday, subscribe},
    support::{
        Site, Visitor,
        consensus::{Council, assembly, council},
        id,
    },
};
use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};
use serde_json::json;
use std::{
    collections::HashMap,
    sync::{LazyLock, Mutex, Once},
};
use trialogue::domain::lang::Lang;

/// Queries seen per database address.
static SEEN: LazyLock<Mutex<HashMap<String, usize>>> = LazyLock::new(Mutex::default);

/// Counts the queries of one connection, under the address that it was opened with.
struct Counter(String);

impl Instrumentation for Counter {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartEstablishConnection { url, .. } => {
                // A SQLite file is opened as `file:PATH?mode=rw`.
                let path = url.strip_prefix("file:").and_then(|u| u.split('?').next());
                self.0 = path.unwrap_or(url).to_owned();
            }
            // A connection that a pool opens meanwhile sets itself up; that is no page's doing.
            InstrumentationEvent::StartQuery { query, .. } if query.to_string().starts_with("SELECT") => {
                *SEEN.lock().unwrap().entry(self.0.clone()).or_default() += 1;
            }
            _ => {}
        }
    }
}

/// From now on every new connection counts.
fn count_everything() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| set_default_instrumentation(|| Some(Box::new(Counter(String::new())))).unwrap());
}

/// How many queries one page takes.
fn queries(site: &Site, visitor: &Visitor, path: &str) -> usize {
    at_least(4, site, visitor, path)
}

/// How many queries a page takes that reads little: `least` shows that something was counted.
fn at_least(least: usize, site: &Site, visitor: &Visitor, path: &str) -> usize {
    let address = site.url.strip_prefix("sqlite://").unwrap_or(&site.url).to_owned();
    let seen = || SEEN.lock().unwrap().get(&address).copied().unwrap_or_default();
    let before = seen();
    // Made anew: whoever weighs encodings gets no page out of memory.
    assert_eq!(visitor.get_with(path, &[("Accept-Encoding", "identity;q=0.5")]).status, 200, "{path}");
    let taken = seen() - before;
    assert!(taken >= least, "nothing was counted");
    taken
}

both! {
    fn p3_one_post_or_a_hundred_one_language_or_three(site) {
        count_everything();
        let site = Site::start(site.url.clone(), (*site.app.config).clone()).people();
        let tom = site.program("tom");
        let small = tom.thread(Lang::En, "small", "x");
        let visitor = site.visitor();
        let address = |t: &serde_json::Value| visitor.get(&format!("/ja/t/{}", t["id"])).header("location").to_owned();
        let lists = ["/ja/", "/ja/threads", "/ja/themes/governance"];
        let before: Vec<usize> = lists.iter().map(|l| queries(&site, &visitor, l)).collect();
        let page = queries(&site, &visitor, &address(&small));
        let large = tom.thread(Lang::En, "large", "x");
        for i in 0..100 {
            let post = tom.reply(&large, [Lang::En, Lang::Fr, Lang::Ja][i % 3], &format!("post {i}"), None);
            for lang in Lang::THREE {
                tom.put_slot(id(&post, "text"), lang, json!({ "body": "translated", "revision": 0, "based_on": 1 }));
            }
        }
        for i in 0..25 {
            site.program("claire").thread(Lang::Fr, &format!("fil {i}"), "x");
        }
        let large = address(&large);
        for view in ["", "?view=flat", "?show=all", "?show=original"] {
            assert_eq!(queries(&site, &visitor, &format!("{large}{view}")), page, "{view}");
        }
        let after: Vec<usize> = lists.iter().map(|l| queries(&site, &visitor, l)).collect();
        assert_eq!(after, before);
    }

    fn p3_one_case_or_forty(site) {
        count_everything();
        let site = Site::start(site.url.clone(), (*site.app.config).clone()).people().administrator();
        site.newcomer("nina", Lang::En);
        let (tom, mori, admin) = (site.program("tom"), site.sign_in("mori"), site.sign_in("admin"));
        let (thread, aiko) = (tom.thread(Lang::En, "T", "x"), site.sign_in("aiko"));
        let flag = |post: &serde_json::Value| {
            let path = format!("/en/p/{}/flag", post["id"]);
            aiko.submit(&path, &path, &[("kind", "spam"), ("lang", "en")]);
        };
        flag(&tom.reply(&thread, Lang::En, "one", None));
        site.program("nina").reply(&thread, Lang::En, "waits", None);
        let hide = |post: &serde_json::Value| {
            let path = format!("/en/p/{}/moderate", post["id"]);
            mori.submit(&path, &path, &[("act", "hide"), ("reason", "r")]);
        };
        hide(&tom.reply(&thread, Lang::En, "hidden", None));
        site.deliver();
        let desks = ["/ja/moderation", "/ja/moderation/1", "/ja/moderation/log", "/ja/u/tom/moderate", "/ja/admin", "/ja/admin/people", "/ja/admin/mail?which=sent", "/ja/settings/account"];
        let tell = || desks.map(|d| if d.contains("/admin") { queries(&site, &admin, d) } else { queries(&site, &mori, d) });
        let before = tell();
        for i in 0..20 {
            flag(&tom.reply(&thread, Lang::En, &format!("more {i}"), None));
            site.program("nina").reply(&thread, Lang::En, &format!("waits {i}"), None);
            hide(&tom.reply(&thread, Lang::En, &format!("hidden {i}"), None));
            site.person(&format!("p{i}"), trialogue::domain::account::Role::Participant, Lang::Fr);
        }
        site.deliver();
        assert_eq!(tell(), before, "{desks:?}");
    }

    fn p3_ten_slots_or_a_thousand(site) {
        count_everything();
        let site = Site::start(site.url.clone(), (*site.app.config).clone()).people();
        let thread = fill(&site, 0, 3);
        let (visitor, tom, mori) = (site.visitor(), site.sign_in("tom"), site.sign_in("mori"));
        let text = id(&thread, "text");
        let pages = [
            "/ja/translate?into=all".to_owned(), "/en/translate?wait=review&into=en".into(), "/fr/translate/coverage".into(), "/en/translate/fairness".into(),
            format!("/en/translate/{text}/en"), format!("/en/translate/{text}/en/history"), "/en/notifications".into(),
            format!("/en/t/{}/side", thread["id"]), format!("/fr/t/{}/sheet?langs=fr&langs=ja", thread["id"]),
        ];
        let count = || -> Vec<usize> {
            let signed_in = |p: &String| p.contains("notifications") || p.contains(&format!("/translate/{text}"));
            let one = |p: &String| [Some(queries(&site, &tom, p)), Some(queries(&site, &mori, p)), (!signed_in(p)).then(|| queries(&site, &visitor, p))];
            let glossary = at_least(1, &site, &visitor, "/ja/glossary");
            pages.iter().flat_map(one).flatten().chain([glossary]).collect()
        };
        let before = count();
        fill(&site, 1, 330);
        for i in 0..30 {
            tom_reviews(&site, i);
        }
        assert_eq!(count(), before);
    }
}

both! {
    fn p3_one_statement_or_twenty_one_declaration_or_several(site) {
        count_everything();
        let site = Site::start(site.url.clone(), (*site.app.config).clone()).people();
        let people = assembly(&site, [4, 4, 5]);
        let small = council(&site, &people, "small", 1);
        let (visitor, objector, mori) = (site.visitor(), site.sign_in("ja5"), site.sign_in("mori"));
        let count = |who: &Visitor, pages: &[&'static str], of: &Council| -> Vec<(&'static str, usize)> {
            let filled = |page: &str| {
                let (t, s, o, d, x) = (id(&of.thread, "id"), of.statements[0], of.objections[0], of.declaration, of.summary);
                let holes = [("{t}", t), ("{s}", s), ("{o}", o), ("{d}", d), ("{x}", x)];
                holes.iter().fold(page.to_owned(), |page, (hole, id)| page.replace(hole, &id.to_string()))
            };
            pages.iter().map(|page| (*page, at_least(2, &site, who, &filled(page)))).collect()
        };
        // What grows with the forum.
        let lists = ["/fr/consensus", "/fr/declarations"];
        let open = ["/ja/", "/en/declarations/feed.atom", "/en/translate?into=all", "/api/v1/consensus"];
        let of_forum = || [
            count(&visitor, &lists, &small), count(&visitor, &open, &small), count(&objector, &lists, &small),
            count(&objector, &["/en/notifications"], &small), count(&mori, &lists, &small),
        ];
        let before = of_forum();
        let large = council(&site, &people, "large", 20);
        council(&site, &people, "third", 1);
        assert_eq!(of_forum(), before);
        // What grows with a thread.
        let pages = [
            "/ja/t/{t}/consensus", "/ja/t/{t}/consensus/sheet", "/fr/t/{t}/consensus.md", "/en/t/{t}/synthesis", "/en/t/{t}/agreed",
            "/en/summaries/{x}", "/fr/s/{s}/positions", "/ja/declarations/{d}",
        ];
        let json = [
            "/api/v1/threads/{t}/consensus", "/api/v1/threads/{t}/tally", "/api/v1/threads/{t}/statements", "/api/v1/threads/{t}/objections",
            "/api/v1/threads/{t}/synthesis", "/api/v1/threads/{t}/declarations", "/api/v1/declarations/{d}",
        ];
        let desk = [
            "/en/s/{s}/settle", "/en/s/{s}/edit", "/en/s/{s}/room", "/en/objections/{o}", "/en/t/{t}/stage",
            "/en/t/{t}/synthesis?write=yes",
        ];
        let of_thread = |of: &Council| [
            count(&visitor, &pages, of), count(&visitor, &json, of), count(&objector, &pages, of), count(&mori, &pages, of), count(&mori, &desk, of),
        ];
        assert_eq!(of_thread(&large), of_thread(&small));
    }
}

both! {
    fn letters_are_looked_up_together_however_many_they_are(site) {
        count_everything();
        let mut config = (*site.app.config).clone();
        config.mail.transport = trialogue::config::Config::default().mail.transport;
        let site = Site::start(site.url.clone(), config).people();
        let address = site.url.strip_prefix("sqlite://").unwrap_or(&site.url).to_owned();
        let seen = || SEEN.lock().unwrap().get(&address).copied().unwrap_or_default();
        let mut readers = 0;
        let mut week = |more: usize| {
            for n in readers..readers + more {
                subscribe(&site, Lang::THREE[n % 3], &format!("r{n}@example.org"), &[]);
            }
            readers += more;
            site.program("tom").thread(Lang::En, "News", "x");
            next_monday(&site);
            site.deliver();
            let before = seen();
            assert_eq!(make(&site).issues, readers);
            let made = seen();
            assert_eq!(site.deliver().sent, readers);
            (made - before, seen() - made)
        };
        let (few, many) = (week(4), week(96));
        assert!(few.0 > 4 && few.1 > 4, "nothing was counted: {few:?}");
        assert!(many.0 <= few.0, "made in one batch: {few:?}, then {many:?}");
        // Batches grow, so that there are few of them.
        assert!(many.1 < few.1 + 96, "sent: {few:?}, then {many:?}");
    }
}

/// A thread with so many replies, all with their slots; every third translated, one waits, one is claimed, one asked for.
fn fill(site: &Site, round: usize, replies: usize) -> serde_json::Value {
    let (tom, aiko) = (site.program("tom"), site.program("aiko"));
    let thread = tom.thread(Lang::En, &format!("round {round}"), "one\n\ntwo");
    let mut texts = vec![id(&thread, "text")];
    texts.extend((0..replies).map(|i| id(&tom.reply(&thread, Lang::En, &format!("reply {i}\n\nmore"), None), "text")));
    for (i, text) in texts.iter().enumerate() {
        if i % 3 != 2 {
            aiko.put_slot(*text, Lang::Ja, json!({ "title": "題", "body": "一\n\n二", "revision": 0, "based_on": 1 }));
        }
        if i % 3 == 1 {
            site.program("claire").act(*text, Lang::Fr, "claim", json!({}));
            site.visitor().post(&format!("/fr/translate/{text}/fr/request"), &[]);
            site.program("mori").act(*text, Lang::Ja, "review", json!({ "revision": 1 }));
            site.program("claire").put_slot(*text, Lang::Ja, json!({ "body": "提案\n\n二", "revision": 1, "based_on": 1 }));
        }
    }
    thread
}

/// Tom drafts and claims, so that his own lists grow too.
fn tom_reviews(site: &Site, i: i64) {
    let tom = site.program("tom");
    tom.act(i + 20, Lang::Fr, "claim", json!({}));
    tom.act(i + 20, Lang::Fr, "draft", json!({ "title": "x", "body": "y", "revision": 0, "based_on": 1 }));
}

both! {
    fn a_page_for_everybody_is_made_once_and_looked_up_each_time(site) {
        count_everything();
        let site = Site::start(site.url.clone(), (*site.app.config).clone()).people();
        let tom = site.program("tom");
        let thread = tom.thread(Lang::En, "Mills", "old words");
        let page = site.visitor().get(&format!("/en/t/{}", thread["id"])).header("location").to_owned();
        let address = site.url.strip_prefix("sqlite://").unwrap_or(&site.url).to_owned();
        let get = |path: &str| {
            let before = SEEN.lock().unwrap().get(&address).copied().unwrap_or_default();
            let answer = site.visitor().get(path);
            assert_eq!(answer.status, 200);
            (answer, SEEN.lock().unwrap().get(&address).copied().unwrap_or_default() - before)
        };
        for path in ["/en/", "/en/threads", "/en/themes/governance", page.as_str()] {
            let (first, made) = get(path);
            let (second, looked) = get(path);
            assert!(made > 4 && looked <= 1, "{path}: {made} queries, then {looked}");
            assert_eq!((&first.body, first.header("etag")), (&second.body, second.header("etag")));
            assert!(second.header("cache-control") == "no-cache" && second.header("content-security-policy").contains("default-src 'none'"));
            let again = site.visitor().get_with(path, &[("If-None-Match", second.header("etag"))]);
            assert_eq!((again.status, again.body.as_str(), again.header("etag")), (304, "", second.header("etag")));
        }
        // What nobody sees leaves the pages as they are; what everybody sees does not, whoever wrote it.
        tom.get("/api/v1/me");
        site.sign_in("aiko").get(&page);
        assert!(get(&page).1 <= 1);
        let other = trialogue::store::Db::open(&site.url).unwrap();
        let post = other.write_now(|conn| trialogue::store::posts::opening(conn, id(&thread, "id"))).unwrap();
        other.write_now(|conn| trialogue::store::posts::set_state(conn, post.id, trialogue::domain::post::PostState::Visible, trialogue::domain::post::PostState::Hidden)).unwrap();
        assert!((0..1_000).any(|_| !get(&page).0.body.contains("old words")), "another process hid it");
        // And it is a page for everybody: a member is shown their own, and a visitor never a member's.
        assert!(site.sign_in("tom").get("/en/").body.contains("/en/settings") && !get("/en/").0.body.contains("/en/settings"));
    }

    fn each_table_is_counted_or_private(site) {
        /// What no page shows to everybody.
        const PRIVATE: &str = "__diesel_schema_migrations api_tokens attachment_bytes bounces cases consents drafts event_sequence events flags hits invitations issues joins letter_tokens \
             mail_domains moderator_notes notices outbox readings search security_log sessions setup_tokens slot_drafts subscription_requests \
             subscription_themes subscription_threads subscriptions switches theme_figures theme_merge_tags theme_merge_watches tokens version";
        let tables = site.read(trialogue::store::version::uncounted);
        let private: std::collections::BTreeSet<&str> = PRIVATE.split_whitespace().collect();
        let uncounted: std::collections::BTreeSet<&str> = tables.iter().map(String::as_str).collect();
        assert_eq!(uncounted, private, "a new table counts (migration 0014), or is named here");
    }
}
