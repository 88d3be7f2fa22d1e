//! P1, P2, P4: threads, views, lists.

use crate::{both, support::id};
use trialogue::domain::lang::Lang;

both! {
    fn p1_a_thread_opened_with_the_form_is_read_at_its_address(site) {
        let site = site.people();
        let claire = site.sign_in("claire");
        let form = [("title", "Qui décide ?"), ("body", "Bonjour **à tous**"), ("lang", "fr"), ("themes", "governance"), ("themes", "alliances"), ("action", "publish")];
        let sent = claire.submit("/fr/t/new", "/fr/t/new", &form);
        assert_eq!(sent.status, 303, "{}", sent.body);
        let page = site.visitor().open(sent.header("location"));
        assert_eq!((page.status, page.text("h1")), (200, "Qui décide ?".to_owned()));
        assert!(page.body.contains("<strong>à tous</strong>"));
        assert_eq!(page.texts(".tags a"), ["Gouvernance", "Alliances dans et entre les territoires"]);
    }

    fn p1_another_or_no_slug_redirects_to_the_one_address(site) {
        let site = site.people();
        let thread = site.program("aiko").thread(Lang::Ja, "山あいのバス", "本文です。");
        let canonical = format!("/en/t/{}-%E5%B1%B1%E3%81%82%E3%81%84%E3%81%AE%E3%83%90%E3%82%B9", thread["id"]);
        let visitor = site.visitor();
        for tail in ["", "-other", "-x?view=flat"] {
            let answer = visitor.get(&format!("/en/t/{}{tail}", thread["id"]));
            assert_eq!(answer.status, 302);
            let query = tail.split_once('?').map(|(_, q)| format!("?{q}")).unwrap_or_default();
            assert_eq!(answer.header("location"), format!("{canonical}{query}"));
        }
        assert_eq!(visitor.get(&canonical).status, 200);
    }

    fn p1_a_locked_thread_takes_no_reply_and_keeps_the_words(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "Tea", "Which tea?");
        let address = format!("/ja/t/{}/reply", thread["id"]);
        let aiko = site.sign_in("aiko");
        let token = aiko.open(&address).attr("form[action$=reply] input[name=csrf]", "value");
        let lock = format!("/en/t/{}/moderate", thread["id"]);
        let locked = site.sign_in("mori").submit(&lock, &lock, &[("act", "lock"), ("reason", "done")]);
        assert_eq!(locked.status, 303);
        let refused = aiko.post(&address, &[("csrf", &token), ("body", "麦茶がいいです。"), ("lang", "ja"), ("action", "publish")]);
        assert_eq!((refused.status, refused.lang()), (403, "ja".to_owned()));
        assert!(refused.text("[role=alert]").contains("ロックされています"));
        assert_eq!(refused.text("textarea[name=body]"), "麦茶がいいです。");
        let page = site.visitor().open(&format!("/en/t/{}", thread["id"]));
        assert!(page.text(".notice").contains("Locked") && page.count("form[action$=reply]") == 0);
    }

    fn p2_tree_is_depth_first_and_flat_is_by_time_both_by_the_hundred(site) {
        let site = site.people();
        let tom = site.program("tom");
        let thread = tom.thread(Lang::En, "Long", "Opening");
        let posts: Vec<i64> = (0..3).map(|i| id(&tom.reply(&thread, Lang::En, &format!("root {i}"), None), "id")).collect();
        let child = id(&tom.reply(&thread, Lang::En, "child of the first", Some(posts[0])), "id");
        for i in 0..120 {
            tom.reply(&thread, Lang::En, &format!("more {i}"), None);
        }
        let visitor = site.visitor();
        let address = visitor.get(&format!("/en/t/{}", thread["id"])).header("location").to_owned();
        let ids = |query: &str| visitor.get(&format!("{address}{query}")).attrs("article", "id");
        let tree = ids("");
        assert_eq!(tree[1..4], [format!("p{}", posts[0]), format!("p{child}"), format!("p{}", posts[1])]);
        let flat = ids("?view=flat");
        assert_eq!(flat[1..5], [format!("p{}", posts[0]), format!("p{}", posts[1]), format!("p{}", posts[2]), format!("p{child}")]);
        assert_eq!((tree.len(), ids("?page=2").len(), ids("?view=flat&page=2").len()), (101, 24, 24));
        assert_eq!(visitor.get(&format!("{address}?page=3")).status, 404);
        let last = flat_last(&visitor, &thread);
        let permalink = visitor.get(&format!("/en/p/{last}"));
        assert_eq!(permalink.status, 302);
        assert!(permalink.header("location").ends_with(&format!("?page=2#p{last}")), "{}", permalink.header("location"));
    }

    fn p2_a_thread_a_thousand_deep_is_shown_and_its_lists_balance(site) {
        let site = site.people();
        let tom = site.program("tom");
        let thread = tom.thread(Lang::En, "Deep", "Opening");
        let mut parent = None;
        for i in 0..300 {
            parent = Some(id(&tom.reply(&thread, Lang::En, &format!("level {i}"), parent), "id"));
        }
        let page = site.visitor().open(&format!("/en/t/{}?page=3", thread["id"]));
        assert_eq!((page.status, page.count("article")), (200, 100));
        for tag in ["ol", "li", "article"] {
            assert_eq!(page.body.matches(&format!("<{tag}")).count() - usize::from(tag == "li") * page.body.matches("<link").count(), page.body.matches(&format!("</{tag}>")).count(), "{tag}");
        }
    }

    fn p4_a_new_post_makes_nobody_see_a_thread_twice_or_miss_one(site) {
        let site = site.people();
        let tom = site.program("tom");
        let threads: Vec<_> = (0..70).map(|i| tom.thread(Lang::En, &format!("Thread {i}"), "x")).collect();
        let visitor = site.visitor();
        let titles = |page: &crate::support::Answer| page.texts("section[aria-labelledby=h-list] h3");
        let first = visitor.get("/en/threads");
        // While somebody reads the first page, a thread of the last page and one of the first are answered.
        tom.reply(&threads[0], Lang::En, "news", None);
        tom.reply(&threads[69], Lang::En, "news", None);
        let second = visitor.get(&first.attr("a[rel=next]", "href"));
        tom.reply(&threads[20], Lang::En, "news", None);
        let third = visitor.get(&second.attr("a[rel=next]", "href"));
        let mut seen: Vec<String> = [&first, &second, &third].iter().flat_map(|p| titles(p)).collect();
        assert_eq!(seen.len(), 70);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 70, "each once");
        assert_eq!(third.count("a[rel=next]"), 0);
        assert_eq!(titles(&visitor.get("/en/threads"))[0], "Thread 20", "a new first page shows the new order");
    }

    fn lists_filter_by_theme_kind_language_and_state(site) {
        let site = site.people();
        site.program("tom").thread(Lang::En, "English one", "x");
        site.program("claire").thread(Lang::Fr, "La française", "x");
        let visitor = site.visitor();
        let shown = |query: &str| visitor.get(&format!("/en/threads?{query}")).texts(".rows h3");
        assert_eq!(shown("lang=fr"), ["La française"]);
        assert_eq!(shown("theme=governance&sort=new"), ["La française", "English one"]);
        assert_eq!(shown("theme=alliances"), Vec::<String>::new());
        assert_eq!(shown("kind=announcement"), Vec::<String>::new());
        assert_eq!(shown("state=open&lang=en"), ["English one"]);
        assert_eq!(visitor.get("/en/threads?theme=nowhere").status, 404);
    }

    fn announcements_are_opened_by_moderators_only(site) {
        let site = site.people();
        let fields = [("title", "News"), ("body", "x"), ("lang", "en"), ("themes", "governance"), ("kind", "announcement"), ("action", "publish")];
        let refused = site.sign_in("tom").submit("/en/t/new", "/en/t/new", &fields);
        assert_eq!(refused.status, 403);
        assert!(refused.attrs("input[name=themes]", "value").contains(&"governance".to_owned()), "nothing typed is lost");
        assert_eq!(site.sign_in("mori").submit("/en/t/new", "/en/t/new", &fields).status, 303);
    }
}

fn flat_last(visitor: &crate::support::Visitor, thread: &serde_json::Value) -> i64 {
    let mut next = Some(String::new());
    let mut last = 0;
    while let Some(after) = next {
        let list = visitor.get(&format!("/api/v1/threads/{}/posts{after}", thread["id"])).value();
        last = list["items"].as_array().and_then(|i| i.last()).map_or(last, |p| id(p, "id"));
        next = list["next"].as_str().map(|n| format!("?after={n}"));
    }
    last
}
