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
            InstrumentationEvent::StartEstablishConnection { url, .. } => self.0 = url.to_owned(),
            InstrumentationEvent::StartQuery { .. } => *SEEN.lock().unwrap().entry(self.0.clone()).or_default() += 1,
            _ => {}
        }
    }
}

/// From now on every new connection counts.
fn count_everything() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| set_default_instrumentation(|| Some(Box::new(Counter(String::new())))).unwrap());
}

/// How many queries one page takes. A connection that the pool opens meanwhile sets itself up with queries of
/// its own: the least of several is the page's.
fn queries(site: &Site, visitor: &Visitor, path: &str) -> usize {
    let address = site.url.strip_prefix("sqlite://").unwrap_or(&site.url).to_owned();
    let seen = || SEEN.lock().unwrap().get(&address).copied().unwrap_or_default();
    let once = || {
        let before = seen();
        assert_eq!(visitor.get(path).status, 200, "{path}");
        seen() - before
    };
    let least = (0..15).map(|_| once()).min().unwrap();
    assert!(least > 3, "nothing was counted");
    least
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
        // Until every connection of the pool is open, requests meet new ones that set themselves up.
        (0..20).for_each(|_| assert_eq!(visitor.get("/ja/").status, 200));
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
