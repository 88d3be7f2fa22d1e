//! M5, P5: acts with reason, undo and audit line.

use crate::{both, support::id};
use trialogue::{
    domain::lang::Lang,
    store::{self, moderation::Subject},
};

both! {
    fn m5_every_act_asks_a_reason_can_be_undone_and_writes_one_line(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let act = format!("/ja/t/{}/moderate", thread["id"]);
        let mori = site.sign_in("mori");
        let refused = mori.submit(&act, &act, &[("act", "pin"), ("reason", " ")]);
        assert_eq!((refused.status, refused.attr("input[name=act][checked]", "value")), (422, "pin".to_owned()));
        for what in ["lock", "unlock", "pin", "unpin", "hide", "restore"] {
            assert_eq!(mori.submit(&act, &act, &[("act", what), ("reason", what)]).status, 303, "{what}");
        }
        let log: Vec<(String, String)> = site.read(|conn| store::moderation::of(conn, Subject::Thread(id(&thread, "id")))).into_iter().map(|l| (l.act, l.reason)).collect();
        let expected: Vec<_> = ["restore", "hide", "unpin", "pin", "unlock", "lock"].map(|a| (a.to_owned(), a.to_owned())).into();
        assert_eq!(log, expected);
        let now = site.visitor().get(&format!("/api/v1/threads/{}", thread["id"])).value();
        assert_eq!((now["state"].as_str(), now["pinned"].as_bool(), now["hidden"].as_bool()), (Some("open"), Some(false), Some(false)));
        assert_eq!(site.sign_in("tom").get(&act).status, 403);
        assert_eq!(site.visitor().get(&act).status, 303);
    }

    fn a_pinned_thread_stands_first_and_once(site) {
        let site = site.people();
        let first = site.program("tom").thread(Lang::En, "Pinned one", "x");
        site.program("tom").thread(Lang::En, "Later", "x");
        let act = format!("/en/t/{}/moderate", first["id"]);
        site.sign_in("mori").submit(&act, &act, &[("act", "pin"), ("reason", "read first")]);
        let home = site.visitor().get("/en/");
        assert_eq!(home.texts(".rows h3"), ["Pinned one", "Later"]);
        assert_eq!(home.texts("section[aria-labelledby=h-pinned] h3"), ["Pinned one"]);
    }

    fn p5_a_deleted_post_with_replies_leaves_a_placeholder_and_can_be_restored(site) {
        let site = site.people();
        let tom = site.program("tom");
        let thread = tom.thread(Lang::En, "T", "x");
        let parent = tom.reply(&thread, Lang::En, "parent words", None);
        let child = site.program("aiko").reply(&thread, Lang::Ja, "子", Some(id(&parent, "id")));
        let act = |post: &serde_json::Value| format!("/en/p/{}/moderate", post["id"]);
        let author = site.sign_in("tom");
        assert_eq!(author.submit(&act(&parent), &act(&parent), &[("act", "delete")]).status, 303, "one's own needs no reason");
        let page = || site.visitor().open(&format!("/en/t/{}", thread["id"]));
        assert!(page().text(".gone").contains("Deleted by its author") && !page().body.contains("parent words"));
        assert_eq!(page().count("article"), 3, "the tree stays");
        assert!(site.visitor().get("/en/threads").text(".rows .meta:last-child").contains("aiko"), "lists name the newest that can be read");
        assert!(page().text(".bar").contains("1 reply"), "a reply that cannot be read is not counted");
        let aiko = site.sign_in("aiko");
        assert_eq!(aiko.submit(&act(&child), &act(&child), &[("act", "delete")]).status, 303);
        assert_eq!(page().count("article"), 1, "without replies nothing is left");
        assert!(site.visitor().get("/en/threads").text(".rows .meta:last-child").contains("tom"));
        let mori = site.sign_in("mori");
        assert_eq!(mori.open(&format!("/en/t/{}", thread["id"])).count("article"), 3, "moderators see what they can restore");
        let nameless = mori.submit("/en/settings", &act(&parent), &[("act", "restore"), ("reason", "")]);
        assert_eq!((nameless.status, nameless.count("[name=reason]")), (422, 1), "a reason is asked in the form itself");
        for post in [&child, &parent] {
            assert_eq!(mori.submit("/en/settings", &act(post), &[("act", "restore"), ("reason", "mistake")]).status, 303);
        }
        assert!(page().body.contains("parent words") && page().count("article") == 3 && page().text(".bar").contains("2 replies"));
        assert_eq!(author.submit("/en/settings", &act(&child), &[("act", "delete"), ("reason", "r")]).status, 403, "nobody else's");
    }

    fn an_opening_goes_with_its_thread(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let act = format!("/fr/p/{}/moderate", thread["post"]);
        let refused = site.sign_in("mori").submit(&act, &act, &[("act", "hide"), ("reason", "r")]);
        assert_eq!(refused.status, 422);
        assert_eq!(site.visitor().open(&format!("/fr/t/{}", thread["id"])).status, 200);
    }

    fn m5_the_audit_log_is_append_only_in_the_database_itself(site) {
        use diesel::{RunQueryDsl, sql_query};
        let site = site.people();
        for change in ["UPDATE audit SET reason = 'x'", "DELETE FROM audit"] {
            let done = site.app.db.write_now(|conn| Ok(sql_query(change).execute(conn)?));
            assert!(done.unwrap_err().to_string().contains("append-only"), "{change}");
        }
    }

    fn replies_to_what_is_hidden_or_gone_are_refused_and_kept(site) {
        let site = site.people();
        let tom = site.program("tom");
        let thread = tom.thread(Lang::En, "T", "x");
        let post = tom.reply(&thread, Lang::En, "y", None);
        let hide = format!("/en/p/{}/moderate", post["id"]);
        let mori = site.sign_in("mori");
        mori.submit(&hide, &hide, &[("act", "hide"), ("reason", "r")]);
        let reply = format!("/en/t/{}/reply", thread["id"]);
        let aiko = site.sign_in("aiko");
        let refused = aiko.submit(&reply, &reply, &[("body", "まだ"), ("lang", "ja"), ("parent", &post["id"].to_string()), ("action", "publish")]);
        assert_eq!((refused.status, refused.text("textarea[name=body]")), (422, "まだ".to_owned()));
        let token = aiko.open(&reply).attr("form[action$=reply] input[name=csrf]", "value");
        let hide = format!("/en/t/{}/moderate", thread["id"]);
        mori.submit(&hide, &hide, &[("act", "hide"), ("reason", "r")]);
        let gone = aiko.post(&reply, &[("csrf", &token), ("body", "まだある"), ("lang", "ja"), ("action", "publish")]);
        assert_eq!((gone.status, gone.text("textarea[name=body]")), (404, "まだある".to_owned()));
    }
}
