//! M3: posts move, split and merge with their ids; links lead both ways; undoing restores exactly.

use crate::{
    both,
    support::{Answer, Site, Visitor, id},
};
use serde_json::Value;
use trialogue::{domain::lang::Lang, store};

fn relocate(moderator: &Visitor, thread: &Value, fields: &[(&str, &str)]) -> Answer {
    let form = format!("/en/t/{}/relocate", thread["id"]);
    let mut all = vec![("reason", "because"), ("lang", "en"), ("themes", "governance")];
    all.extend(fields);
    moderator.submit(&form, &form, &all)
}

/// Everything that must come back: number, parent and words of each post, count of replies.
fn picture(site: &Site, thread: &Value) -> (Vec<(i64, i64, Value, String)>, Value) {
    let visitor = site.visitor();
    let posts = visitor.get(&format!("/api/v1/threads/{}/posts", thread["id"])).value();
    let posts = posts["items"].as_array().unwrap().iter();
    let posts = posts.map(|p| (id(p, "id"), id(p, "n"), p["parent"].clone(), p["body"].as_str().unwrap().to_owned())).collect();
    (posts, visitor.get(&format!("/api/v1/threads/{}", thread["id"])).value()["posts"].clone())
}

fn right(site: &Site) {
    assert_eq!(site.read(store::themes::counts), site.read(store::themes::recount), "H3");
}

both! {
    fn m3_posts_move_with_what_answers_them_and_come_back_exactly(site) {
        let site = site.people();
        let (tom, mori) = (site.program("tom"), site.sign_in("mori"));
        let (from, to) = (tom.thread(Lang::En, "From here", "x"), tom.thread(Lang::En, "To there", "y"));
        let a = tom.reply(&from, Lang::En, "a", None);
        let b = tom.reply(&from, Lang::En, "b", None);
        let c = tom.reply(&from, Lang::En, "c", Some(id(&b, "id")));
        let d = tom.reply(&from, Lang::En, "d", Some(id(&c, "id")));
        tom.reply(&to, Lang::En, "there already", None);
        let before = (picture(&site, &from), picture(&site, &to));
        let target = format!("https://anywhere.example/ja/t/{}-x?view=flat#p1", to["id"]);
        assert_eq!(relocate(&mori, &from, &[("what", "move"), ("numbers", "3"), ("to", &target)]).status, 303);
        let (moved, _) = picture(&site, &to);
        assert_eq!(moved.iter().map(|p| p.3.as_str()).collect::<Vec<_>>(), ["there already", "b", "c", "d"]);
        assert_eq!(moved[2].2, b["id"], "what it answers stays");
        assert_eq!(site.visitor().get(&format!("/en/p/{}", d["id"])).header("location").split('#').next().unwrap(), format!("/en/t/{}-to-there", to["id"]));
        for (thread, other) in [(&from, "To there"), (&to, "From here")] {
            let page = site.visitor().open(&format!("/en/t/{}", thread["id"]));
            assert!(page.text(".made").contains(other) && page.text(".made").contains("3 posts"), "{}", page.text(".made"));
        }
        right(&site);
        let meanwhile = tom.reply(&to, Lang::En, "meanwhile", Some(id(&c, "id")));
        let relocation = mori.get(&format!("/en/t/{}/relocate", from["id"])).attr("input[name=relocation]", "value");
        assert_eq!(relocate(&mori, &from, &[("what", "undo"), ("relocation", &relocation)]).status, 303);
        let (mut back, count) = picture(&site, &from);
        let came = back.pop().unwrap();
        assert_eq!((came.0, came.2), (id(&meanwhile, "id"), c["id"].clone()), "what answered them meanwhile goes along");
        assert_eq!((back, count), (before.0.0, Value::from(5)));
        assert_eq!(picture(&site, &to), before.1);
        assert_eq!(relocate(&mori, &from, &[("what", "undo"), ("relocation", &relocation)]).status, 403, "once");
        assert_eq!(site.visitor().open(&format!("/en/t/{}", to["id"])).count(".made"), 0);
        let _ = a;
        right(&site);
    }

    fn m3_a_split_makes_a_thread_and_the_moderator_writes_its_opening(site) {
        let site = site.people();
        let (tom, mori) = (site.program("tom"), site.sign_in("mori"));
        let from = tom.thread(Lang::En, "Long one", "x");
        let a = tom.reply(&from, Lang::En, "aside", None);
        tom.reply(&from, Lang::En, "answer", Some(id(&a, "id")));
        let form = mori.get(&format!("/en/t/{}/relocate?numbers=2", from["id"]));
        assert_eq!(form.attr("#c-numbers", "value"), "2");
        let body = form.text("#c-body");
        assert!(body.contains("Long one") && body.contains(&format!("/t/{}", from["id"])), "{body}");
        let refused = relocate(&mori, &from, &[("what", "split"), ("numbers", "2"), ("title", ""), ("body", "words kept")]);
        assert_eq!((refused.status, refused.text("#c-body"), refused.attr("#c-numbers", "value")), (422, "words kept".to_owned(), "2".to_owned()));
        let made = relocate(&mori, &from, &[("what", "split"), ("numbers", "2"), ("title", "The aside"), ("body", &body)]);
        assert_eq!(made.status, 303);
        let page = site.visitor().open(made.header("location"));
        assert_eq!((page.text("h1"), page.count("article")), ("The aside".to_owned(), 3));
        assert_eq!(site.visitor().open(&format!("/en/t/{}", from["id"])).count("article"), 1);
        right(&site);
    }

    fn m3_a_merged_thread_leads_to_where_it_stands_and_comes_back_exactly(site) {
        let site = site.people();
        let (tom, aiko, mori) = (site.program("tom"), site.program("aiko"), site.sign_in("mori"));
        let (from, to) = (tom.thread(Lang::En, "Twice asked", "the question"), aiko.thread(Lang::Ja, "同じ問い", "問い"));
        let top = aiko.reply(&from, Lang::Ja, "答え", None);
        tom.reply(&from, Lang::En, "thanks", Some(id(&top, "id")));
        tom.reply(&to, Lang::En, "here too", None);
        let before = (picture(&site, &from), picture(&site, &to));
        assert_eq!(relocate(&mori, &from, &[("what", "merge"), ("to", &from["id"].to_string())]).status, 422, "into itself");
        assert_eq!(relocate(&mori, &from, &[("what", "merge"), ("to", "999")]).status, 422);
        assert_eq!(relocate(&mori, &from, &[("what", "merge"), ("to", &to["id"].to_string()), ("reason", "")]).status, 303, "the first reason counts");
        let author = site.sign_in("tom");
        let told = author.get(&author.get("/en/notifications").attr(".lines a[href*='/acts/']", "href"));
        assert!(told.status == 200 && told.text(".panel").contains("Thread “Twice asked”"), "{}", told.body);
        let visitor = site.visitor();
        let redirected = visitor.get(&format!("/fr/t/{}-twice-asked", from["id"]));
        assert_eq!((redirected.status, redirected.header("location")), (302, format!("/fr/p/{}", from["post"]).as_str()));
        let page = visitor.open(&format!("/en/t/{}", to["id"]));
        assert_eq!(page.count("article"), 5);
        assert!(page.body.contains("Twice asked") && page.text(".made").contains("merged"), "its title stays with its opening");
        for list in ["/en/", "/en/threads", "/en/themes/governance", "/api/v1/threads"] {
            let rows = visitor.get(list);
            assert!(rows.texts(".rows h3").iter().all(|t| t != "Twice asked"), "{list}");
        }
        assert_eq!(mori.get(&format!("/en/t/{}", from["id"])).status, 302, "moderators too");
        let (posts, _) = picture(&site, &to);
        let opening = posts.iter().find(|p| p.3 == "the question").unwrap();
        assert_eq!(posts.iter().find(|p| p.3 == "答え").unwrap().2, Value::from(opening.0), "what answered it answers it still");
        right(&site);
        assert_eq!(relocate(&mori, &to, &[("what", "merge"), ("to", &from["id"].to_string())]).status, 422, "no circles");
        for (visitor, tail) in [(&site.visitor(), "side"), (&mori, "sheet"), (&site.sign_in("tom"), "reply")] {
            let led = visitor.get(&format!("/en/t/{}/{tail}", from["id"]));
            assert_eq!((led.status, led.header("location")), (302, format!("/en/p/{}", from["post"]).as_str()), "{tail}");
        }
        for tail in ["", "/posts"] {
            let led = site.visitor().get(&format!("/api/v1/threads/{}{tail}", from["id"]));
            assert_eq!((led.status, led.header("location").to_owned()), (307, format!("/api/v1/threads/{}{tail}", to["id"])));
        }
        let relocation = mori.get(&format!("/en/t/{}/relocate", to["id"])).attr("input[name=relocation]", "value");
        assert_eq!(relocate(&mori, &to, &[("what", "undo"), ("relocation", &relocation)]).status, 303);
        assert_eq!((picture(&site, &from), picture(&site, &to)), before);
        assert!(visitor.get("/en/threads").texts(".rows h3").contains(&"Twice asked".to_owned()));
        right(&site);
    }

    fn m3_what_cannot_be_moved_is_said(site) {
        let site = site.people();
        let (tom, mori) = (site.program("tom"), site.sign_in("mori"));
        let (from, to) = (tom.thread(Lang::En, "From", "x"), tom.thread(Lang::En, "To", "y").clone());
        let a = tom.reply(&from, Lang::En, "a", None);
        let there = to["id"].to_string();
        for (fields, what) in [
            (vec![("what", "move"), ("numbers", "1"), ("to", there.as_str())], "the opening"),
            (vec![("what", "move"), ("numbers", "77"), ("to", &there)], "no such post"),
            (vec![("what", "move"), ("numbers", "x"), ("to", &there)], "no number"),
            (vec![("what", "move"), ("numbers", "2"), ("to", "nowhere")], "no thread"),
            (vec![("what", "sideways"), ("numbers", "2"), ("to", &there)], "no act"),
        ] {
            let refused = relocate(&mori, &from, &fields);
            assert_eq!((refused.status, refused.count(".field-err")), (422, 1), "{what}");
        }
        let form = format!("/en/t/{}/relocate", from["id"]);
        assert_eq!((site.sign_in("tom").get(&form).status, site.visitor().get(&form).status), (403, 303));
        // Moved on since: the later move comes first.
        relocate(&mori, &from, &[("what", "move"), ("numbers", "2"), ("to", &there)]);
        let first = mori.get(&form).attr("input[name=relocation]", "value");
        let third = tom.thread(Lang::En, "Third", "z");
        let n = picture(&site, &to).0.iter().find(|p| p.0 == id(&a, "id")).unwrap().1.to_string();
        assert_eq!(relocate(&mori, &to, &[("what", "move"), ("numbers", &n), ("to", &third["id"].to_string())]).status, 303);
        assert_eq!(relocate(&mori, &from, &[("what", "undo"), ("relocation", &first)]).status, 403);
        right(&site);
    }
}
