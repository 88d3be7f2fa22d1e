//! P7: what is new for whom, what they follow and have muted, and what they are told.

use crate::{
    both,
    support::{Site, Visitor, id},
};
use chrono::TimeDelta;
use trialogue::domain::lang::Lang;

fn address(who: &Visitor, thread: &serde_json::Value) -> String {
    who.get(&format!("/en/t/{}", thread["id"])).header("location").to_owned()
}

/// Counts beside a thread in the list, as words.
fn new_in_list(who: &Visitor) -> Vec<String> {
    who.get("/en/threads").texts(".rows a.new").iter().map(|w| w.split(" – ").next().unwrap().to_owned()).collect()
}

fn told(who: &Visitor) -> Vec<String> {
    who.get("/en/notifications").texts(".lines > li")
}

fn unread(who: &Visitor) -> usize {
    who.get("/en/notifications").count(".lines b.old")
}

fn later(site: &Site) {
    site.wait(TimeDelta::seconds(1));
}

both! {
    fn p7_lists_and_threads_say_how_many_are_new_and_lead_to_the_first(site) {
        let site = site.people();
        later(&site);
        let (tom, aiko) = (site.program("tom"), site.sign_in("aiko"));
        let thread = tom.thread(Lang::En, "Seeds", "x");
        let first = tom.reply(&thread, Lang::En, "one", None);
        later(&site);
        tom.reply(&thread, Lang::En, "two", None);
        assert_eq!(new_in_list(&aiko), ["3 new"]);
        assert_eq!(site.sign_in("tom").get("/en/threads").count("a.new"), 0, "one's own posts are no news");
        assert_eq!(site.visitor().get("/en/threads").count("a.new"), 0);
        let page = aiko.get(&address(&aiko, &thread));
        assert_eq!((page.count(".post.is-new"), page.count(".new-word")), (3, 3));
        assert_eq!(page.text(".bar a.new"), "3 new: go to the first");
        assert_eq!(aiko.get(&page.attr(".bar a.new", "href")).header("location"), format!("/en/p/{}", thread["post"]));
        // Looking changes nothing; the button does, up to where it stands.
        assert_eq!(new_in_list(&aiko), ["3 new"]);
        let read = format!("/en/t/{}/read", thread["id"]);
        assert_eq!(aiko.submit(&address(&aiko, &thread), &read, &[("post", &first["id"].to_string())]).status, 303);
        assert_eq!(new_in_list(&aiko), ["1 new"]);
        assert_eq!(aiko.get(&address(&aiko, &thread)).texts(".post.is-new .no"), ["3"]);
        // What was read stays read, whatever old address somebody presses again.
        aiko.submit(&address(&aiko, &thread), &read, &[("post", &thread["post"].to_string())]);
        assert_eq!(new_in_list(&aiko), ["1 new"]);
        aiko.submit(&address(&aiko, &thread), &read, &[]);
        assert!(new_in_list(&aiko).is_empty());
        later(&site);
        site.program("claire").reply(&thread, Lang::Fr, "trois", None);
        assert_eq!(new_in_list(&aiko), ["1 new"]);
        assert_eq!(aiko.submit("/en/", "/en/unread", &[]).status, 303);
        assert!(new_in_list(&aiko).is_empty(), "everything in the forum is read");
        assert_eq!(aiko.submit("/en/", &read, &[("post", "99999")]).status, 404);
        assert_eq!(site.visitor().submit("/en/login", &read, &[]).status, 401);
    }

    fn p7_what_was_not_seen_stays_new_whatever_was_seen_after_it(site) {
        let site = site.people();
        later(&site);
        let tom = site.program("tom");
        let thread = tom.thread(Lang::En, "Seeds", "x");
        let mut replies = Vec::new();
        for word in ["one", "two", "three"] {
            later(&site);
            replies.push(tom.reply(&thread, Lang::En, word, None));
        }
        let aiko = site.sign_in("aiko");
        let here = address(&aiko, &thread);
        let read = format!("/en/t/{}/read", thread["id"]);
        // As the script tells: the opening and the third were in view, the two between were not.
        let seen = [thread["post"].to_string(), replies[2]["id"].to_string()];
        assert_eq!(aiko.submit(&here, &read, &[("seen", &seen[0]), ("seen", &seen[1])]).status, 303);
        assert_eq!(new_in_list(&aiko), ["3 new"]);
        let all: Vec<String> = replies.iter().map(|r| r["id"].to_string()).collect();
        aiko.submit(&here, &read, &[("seen", &all[0]), ("seen", &all[1])]);
        assert_eq!(new_in_list(&aiko), ["1 new"]);
        // What came while a page was open is not read by its buttons.
        let page = aiko.get(&here);
        let (until, newest) = (aiko.get("/en/").attr("input[name=until]", "value"), page.attr(".read-all input[name=post]", "value"));
        later(&site);
        tom.reply(&thread, Lang::En, "meanwhile", None);
        aiko.submit(&here, &read, &[("post", &newest)]);
        assert_eq!(new_in_list(&aiko), ["1 new"]);
        aiko.submit("/en/", "/en/unread", &[("until", &until)]);
        assert_eq!(new_in_list(&aiko), ["1 new"]);
    }

    fn p7_a_split_makes_nothing_new_that_was_read(site) {
        let site = site.people();
        later(&site);
        let tom = site.program("tom");
        let thread = tom.thread(Lang::En, "Seeds", "x");
        later(&site);
        tom.reply(&thread, Lang::En, "apart", None);
        let aiko = site.sign_in("aiko");
        aiko.submit("/en/", &format!("/en/t/{}/read", thread["id"]), &[]);
        let mori = site.sign_in("mori");
        let form = format!("/en/t/{}/relocate", thread["id"]);
        let split = [("what", "split"), ("numbers", "2"), ("title", "Apart"), ("body", "split off"), ("lang", "en"), ("themes", "governance"), ("reason", "another matter")];
        assert_eq!(mori.submit(&format!("{form}?numbers=2"), &form, &split).status, 303);
        assert_eq!(new_in_list(&aiko), ["1 new"], "the moderator's opening alone");
    }

    fn p7_what_was_there_before_somebody_came_is_no_news(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "Old", "x");
        later(&site);
        site.newcomer("nina", Lang::En);
        let nina = site.sign_in("nina");
        assert!(new_in_list(&nina).is_empty());
        later(&site);
        site.program("claire").reply(&thread, Lang::Fr, "neuf", None);
        assert_eq!(new_in_list(&nina), ["1 new"]);
    }

    fn p7_a_post_that_waited_is_new_once_it_is_published(site) {
        let site = site.people();
        site.newcomer("nina", Lang::En);
        later(&site);
        let thread = site.program("tom").thread(Lang::En, "Seeds", "x");
        let held = site.program("nina").reply(&thread, Lang::En, "first words", None);
        later(&site);
        let last = site.program("claire").reply(&thread, Lang::Fr, "plus tard", None);
        let aiko = site.sign_in("aiko");
        aiko.submit(&address(&aiko, &thread), &format!("/en/t/{}/read", thread["id"]), &[("post", &last["id"].to_string())]);
        assert!(new_in_list(&aiko).is_empty());
        later(&site);
        let mori = site.sign_in("mori");
        let moderate = format!("/en/p/{}/moderate", held["id"]);
        assert_eq!(mori.submit(&moderate, &moderate, &[("act", "accept")]).status, 303);
        assert_eq!(new_in_list(&aiko), ["1 new"]);
        let there = aiko.get(&format!("/en/t/{}/unread", thread["id"]));
        assert_eq!(there.header("location"), format!("/en/p/{}", held["id"]));
        // Hidden, it is no news any more.
        mori.submit(&moderate, &moderate, &[("act", "hide"), ("reason", "spam")]);
        assert!(new_in_list(&aiko).is_empty());
    }

    fn the_next_unread_thread_is_one_link_away(site) {
        let site = site.people();
        later(&site);
        let tom = site.program("tom");
        let mut threads = Vec::new();
        for title in ["A", "B", "C"] {
            threads.push(tom.thread(Lang::En, title, "x"));
            later(&site);
        }
        let aiko = site.sign_in("aiko");
        let next = |after: &str| aiko.get(&format!("/en/unread{after}")).header("location").to_owned();
        let place = |i: usize| format!("/en/t/{}/unread", threads[i]["id"]);
        assert_eq!(next(""), place(2), "the most recently active first");
        assert_eq!(next(&format!("?after={}", threads[2]["id"])), place(1));
        assert_eq!(next(&format!("?after={}", threads[0]["id"])), place(2), "and round again");
        for thread in &threads {
            aiko.submit("/en/", &format!("/en/t/{}/read", thread["id"]), &[]);
        }
        assert_eq!(next(""), "/en/?read=all");
        assert_eq!(aiko.get("/en/?read=all").count(".notice.good"), 1);
        assert!(site.visitor().get("/en/unread").header("location").starts_with("/en/login"));
    }

    fn whoever_is_answered_or_follows_is_told_once_in_one_list(site) {
        let site = site.people();
        later(&site);
        let (tom, claire) = (site.program("tom"), site.program("claire"));
        let aiko = site.sign_in("aiko");
        let thread = tom.thread(Lang::En, "Seeds", "x");
        let here = address(&aiko, &thread);
        let watch = format!("/en/t/{}/watch", thread["id"]);
        assert_eq!(aiko.submit(&here, &watch, &[("level", "follow")]).status, 303);
        assert_eq!(aiko.get(&here).text(".watch span"), "You follow this.");
        let reply = claire.reply(&thread, Lang::Fr, "une réponse", None);
        claire.reply(&thread, Lang::Fr, "une autre", None);
        let toms = site.sign_in("tom");
        assert_eq!(unread(&toms), 2, "both answer what Tom opened");
        assert!(told(&toms)[0].contains("claire replied to you"), "{:?}", told(&toms));
        assert_eq!(told(&aiko).len(), 1, "a thread is told of once until it is read: {:?}", told(&aiko));
        assert!(told(&aiko)[0].contains("a thread that you follow") && aiko.get("/en/").text(".under b.count") == "1");
        assert_eq!(aiko.get("/en/notifications").attr(".lines > li a", "href"), format!("/en/t/{}/unread", thread["id"]));
        // Reading the thread reads what was told about it.
        aiko.submit(&here, &format!("/en/t/{}/read", thread["id"]), &[]);
        assert_eq!((unread(&aiko), aiko.get("/en/").count(".under b.count")), (0, 0));
        claire.reply(&thread, Lang::Fr, "encore", None);
        assert_eq!(unread(&aiko), 1);
        // An answer to one's own post is told as that, and not twice.
        let own = site.program("aiko").reply(&thread, Lang::Ja, "返事", Some(id(&reply, "id")));
        aiko.submit(&here, &format!("/en/t/{}/read", thread["id"]), &[]);
        tom.reply(&thread, Lang::En, "to you", Some(id(&own, "id")));
        assert_eq!(unread(&aiko), 1);
        assert!(told(&aiko)[0].contains("tom replied to you"));
        // Hidden words are told of no more (T12).
        let mori = site.sign_in("mori");
        let moderate = format!("/en/t/{}/moderate", thread["id"]);
        mori.submit(&moderate, &moderate, &[("act", "hide"), ("reason", "spam")]);
        assert_eq!(aiko.get("/en/").count(".under b.count"), 0);
    }

    fn what_is_muted_is_neither_told_nor_new(site) {
        let site = site.people();
        later(&site);
        let tom = site.sign_in("tom");
        let thread = site.program("tom").thread(Lang::En, "Seeds", "x");
        let here = address(&tom, &thread);
        assert_eq!(tom.submit(&here, &format!("/en/t/{}/watch", thread["id"]), &[("level", "mute")]).status, 303);
        site.program("claire").reply(&thread, Lang::Fr, "une réponse", None);
        assert_eq!((unread(&tom), tom.get("/en/").count("#h-moved")), (0, 0));
        assert!(new_in_list(&tom).is_empty() && tom.get("/en/threads").text(".rows").contains("Muted"));
        tom.submit(&here, &format!("/en/t/{}/watch", thread["id"]), &[("level", "")]);
        assert_eq!(new_in_list(&tom), ["1 new"]);
        // A theme with all its threads; the thread's own word comes first.
        assert_eq!(tom.submit("/en/themes/governance", "/en/themes/governance/watch", &[("level", "mute")]).status, 303);
        assert_eq!(tom.get("/en/").count("#h-moved"), 0);
        tom.submit(&here, &format!("/en/t/{}/watch", thread["id"]), &[("level", "follow")]);
        assert_eq!(tom.get("/en/").count("#h-moved"), 1);
        assert_eq!(tom.submit(&here, &format!("/en/t/{}/watch", thread["id"]), &[("level", "loudly")]).status, 422);
        assert_eq!(tom.submit(&here, "/en/t/9999/watch", &[("level", "follow")]).status, 404);
    }

    fn followers_of_a_theme_hear_of_its_new_threads(site) {
        let site = site.people();
        later(&site);
        let aiko = site.sign_in("aiko");
        aiko.submit("/en/themes/governance", "/en/themes/governance/watch", &[("level", "follow")]);
        assert!(aiko.get("/en/themes/governance").text(".t-head").contains("One person follows this theme."));
        let thread = site.program("tom").thread(Lang::En, "Seeds", "x");
        assert!(told(&aiko)[0].contains("a theme that you follow"), "{:?}", told(&aiko));
        assert_eq!(aiko.get("/en/notifications").attr(".lines > li a", "href"), format!("/en/p/{}", thread["post"]));
        assert_eq!(told(&site.sign_in("tom")).len(), 0, "nobody is told of their own");
    }

    fn home_says_what_moved_and_what_waits_for_oneself(site) {
        let site = site.people();
        site.reviewer("claire", &[Lang::Fr]);
        later(&site);
        let thread = site.program("tom").thread(Lang::En, "Seeds", "x");
        site.program("aiko").put_slot(id(&thread, "text"), Lang::Fr, serde_json::json!({ "title": "Graines", "body": "y", "revision": 0, "based_on": 1 }));
        site.program("claire").reply(&thread, Lang::Fr, "une réponse", None);
        let home = site.sign_in("tom").get("/en/");
        let todo = home.texts(".todo li");
        assert!(todo.contains(&"One post that speaks to you".to_owned()) && todo.contains(&"One text to translate into English".to_owned()), "{todo:?}");
        assert_eq!(home.texts("section:has(#h-moved) a.new").len(), 1);
        assert!(home.text("section:has(#h-th)").contains("1 new"), "the themes say it too");
        let todo = site.sign_in("claire").get("/en/").texts(".todo li");
        assert!(todo.contains(&"One translation to review".to_owned()), "{todo:?}");
        assert_eq!(site.visitor().get("/en/").count(".todo"), 0);
    }

    fn lists_are_narrowed_and_every_view_is_an_address(site) {
        let site = site.people();
        later(&site);
        let tom = site.program("tom");
        let answered = tom.thread(Lang::En, "Answered", "x");
        tom.reply(&answered, Lang::En, "y", None);
        let french = site.program("claire").thread(Lang::Fr, "Français", "x");
        let titles = |who: &Visitor, query: &str| who.get(&format!("/en/threads?{query}")).texts(".rows h3");
        let aiko = site.sign_in("aiko");
        assert_eq!(titles(&aiko, "answered=no"), ["Français"]);
        assert_eq!(titles(&aiko, "answered=yes"), ["Answered"]);
        assert_eq!(titles(&aiko, "readable=yes"), ["Answered"]);
        assert_eq!(titles(&aiko, "readable=no"), ["Français"]);
        assert_eq!(titles(&aiko, "theme=governance&answered=no&lang=fr&sort=new"), ["Français"]);
        assert_eq!(titles(&aiko, "new=yes").len(), 2);
        aiko.submit("/en/", &format!("/en/t/{}/read", french["id"]), &[]);
        assert_eq!(titles(&aiko, "new=yes"), ["Answered"]);
        assert_eq!(titles(&site.visitor(), "new=yes&answered=maybe").len(), 2, "unknown values are no filter");
        let page = aiko.get("/en/threads?answered=no&readable=no");
        assert_eq!(page.attr("#f-answered option[selected]", "value"), "no");
    }
}
