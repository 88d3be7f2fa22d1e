//! P3: the number of queries of a page does not depend on what is on it.

use crate::{
    both,
    support::{Site, Visitor, id},
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
    let address = site.url.strip_prefix("sqlite://").unwrap_or(&site.url).to_owned();
    let seen = || SEEN.lock().unwrap().get(&address).copied().unwrap_or_default();
    let before = seen();
    assert_eq!(visitor.get(path).status, 200, "{path}");
    let taken = seen() - before;
    assert!(taken > 3, "nothing was counted");
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
}
