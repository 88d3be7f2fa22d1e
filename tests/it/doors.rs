//! Part D of the catalogue that concerns every door: other people's things, forged requests, redirects, caches, members only.

use crate::{
    both,
    support::{
        PASSWORD, Site,
        consensus::{assembly, council, open, pass, statement},
        id,
    },
};
use serde_json::json;
use trialogue::domain::{account::Role, lang::Lang};

/// A page without numbers and without what differs each time: tokens of forms, and the place of visitors' ones.
fn said(body: &str) -> String {
    let parts = body.split("name=\"csrf\" value=\"").enumerate();
    let html: String = parts.map(|(i, part)| if i == 0 { part } else { part.split_once('"').unwrap().1 }).collect();
    html.chars().filter(|c| !c.is_ascii_digit()).collect()
}

both! {
    fn r_t36_somebody_else_s_thing_is_answered_like_one_that_is_not(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        let thread = site.program("aiko").thread(Lang::Ja, "題", "本文");
        let (mori, moderate) = (site.sign_in("mori"), format!("/en/t/{}/moderate", thread["id"]));
        mori.submit(&moderate, &moderate, &[("act", "hide"), ("reason", "r")]);
        let (post, text) = (id(&thread, "post"), id(&thread, "text"));
        let same = |there: &str, nowhere: &str| {
            for visitor in [&site.visitor(), &tom, &site.program("tom")] {
                let (a, b) = (visitor.get(there), visitor.get(nowhere));
                assert_eq!((a.status, said(&a.body)), (b.status, said(&b.body)), "{there}");
                assert!([303, 403, 404].contains(&a.status), "{there} {}", a.status);
            }
        };
        same(&format!("/en/t/{}", thread["id"]), "/en/t/99999");
        same(&format!("/en/p/{post}"), "/en/p/99999");
        for tail in ["edit", "history", "moderate", "flag"] {
            same(&format!("/en/p/{post}/{tail}"), &format!("/en/p/99999/{tail}"));
        }
        same(&format!("/en/t/{}/reply", thread["id"]), "/en/t/99999/reply");
        same(&format!("/en/t/{}/side", thread["id"]), "/en/t/99999/side");
        same(&format!("/en/translate/{text}/fr"), "/en/translate/99999/fr");
        same(&format!("/en/translate/{text}/fr/history"), "/en/translate/99999/fr/history");
        same(&format!("/api/v1/threads/{}", thread["id"]), "/api/v1/threads/99999");
        same(&format!("/api/v1/threads/{}/posts", thread["id"]), "/api/v1/threads/99999/posts");
        same(&format!("/api/v1/texts/{text}/slots"), "/api/v1/texts/99999/slots");
        same(&format!("/api/v1/texts/{text}/slots/fr"), "/api/v1/texts/99999/slots/fr");
        // Acts and cases are numbered too.
        let act: i64 = site.letter("aiko@example.org").link().rsplit('/').next().unwrap().parse().unwrap();
        same(&format!("/en/acts/{act}"), "/en/acts/99999");
        let token = tom.get("/en/settings").attr("input[name=csrf]", "value");
        for (path, fields) in [
            (format!("/en/acts/{act}"), vec![("words", "w"), ("lang", "en")]),
            (format!("/en/t/{}/reply", thread["id"]), vec![("body", "b"), ("lang", "en")]),
            (format!("/en/p/{post}/edit"), vec![("body", "b"), ("title", "t"), ("revision", "1")]),
            (format!("/en/p/{post}/flag"), vec![("kind", "spam"), ("lang", "en")]),
            (format!("/en/translate/{text}/fr"), vec![("action", "save"), ("title", "t"), ("body", "b"), ("based_on", "1"), ("revision", "0")]),
            (format!("/en/translate/{text}/fr/request"), vec![]),
        ] {
            let mut all = vec![("csrf", token.as_str())];
            all.extend(fields);
            assert_eq!(tom.post(&path, &all).status, 404, "{path}");
        }
        assert_eq!(site.program("tom").put_slot(text, Lang::Fr, json!({ "title": "t", "body": "b", "based_on": 1, "revision": 0 })).status, 404);
    }

    fn r_t36_whatever_belongs_to_a_consensus_thread_is_behind_its_door(site) {
        let site = site.people();
        let (tom, program) = (site.sign_in("tom"), site.program("tom"));
        let behind = council(&site, &assembly(&site, [4, 4, 5]), "Behind the door", 1);
        let moderate = format!("/en/t/{}/moderate", behind.thread["id"]);
        assert_eq!(site.sign_in("mori").submit(&moderate, &moderate, &[("act", "hide"), ("reason", "r")]).status, 303);
        let (t, s, o) = (id(&behind.thread, "id"), behind.statements[0], behind.objections[0]);
        let of_thread = ["consensus", "consensus/sheet", "consensus.md", "statements", "stage", "synthesis", "agreed"].map(|page| format!("/en/t/{{}}/{page}"));
        let of_statement = ["", "/positions", "/settle", "/edit", "/room"].map(|page| format!("/en/s/{{}}{page}"));
        let of_json = ["consensus", "tally", "statements", "objections", "synthesis", "declarations"].map(|page| format!("/api/v1/threads/{{}}/{page}"));
        let alone = [("/en/objections/{}", o), ("/en/declarations/{}", behind.declaration), ("/api/v1/declarations/{}", behind.declaration), ("/en/summaries/{}", behind.summary)];
        let all = of_thread.iter().chain(&of_json).map(|p| (p.as_str(), t)).chain(of_statement.iter().map(|p| (p.as_str(), s))).chain(alone);
        for (page, number) in all {
            let (there, nowhere) = (page.replace("{}", &number.to_string()), page.replace("{}", "99999"));
            for visitor in [&site.visitor(), &tom, &program] {
                let (a, b) = (visitor.get(&there), visitor.get(&nowhere));
                assert_eq!((a.status, said(&a.body)), (b.status, said(&b.body)), "{there}");
                assert!([303, 403, 404].contains(&a.status), "{there} {}", a.status);
            }
        }
        let token = tom.get("/en/settings").attr("input[name=csrf]", "value");
        for (path, fields) in [
            (format!("/en/t/{t}/experiences"), vec![("post", "1")]),
            (format!("/en/t/{t}/statements"), vec![("body", "b"), ("lang", "en")]),
            (format!("/en/s/{s}/position"), vec![("value", "agree"), ("lang", "en"), ("community", "en")]),
            (format!("/en/s/{s}/edit"), vec![("body", "b"), ("revision", "1")]),
            (format!("/en/s/{s}/check"), vec![("reason", "r")]),
            (format!("/en/objections/{o}"), vec![("action", "answer"), ("body", "b"), ("lang", "en")]),
        ] {
            let mut all = vec![("csrf", token.as_str())];
            all.extend(fields);
            assert_eq!(tom.post(&path, &all).status, 404, "{path}");
        }
        for (method, path, sent) in [
            ("POST", format!("threads/{t}/experiences"), json!({ "post": 1 })),
            ("POST", format!("threads/{t}/statements"), json!({ "body": "b", "lang": "en" })),
            ("PUT", format!("statements/{s}/position"), json!({ "value": "agree", "lang": "en", "community": "en" })),
            ("POST", format!("statements/{s}/translation-checked"), json!({ "reason": "r" })),
            ("POST", format!("objections/{o}/answer"), json!({ "body": "b", "lang": "en" })),
            ("POST", format!("objections/{o}/withdraw"), json!({})),
        ] {
            assert_eq!(program.json(method, &format!("/api/v1/{path}"), &sent).status, 404, "{path}");
        }
    }

    fn r_t39_no_change_without_our_own_form(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        let token = tom.get("/en/settings").attr("input[name=csrf]", "value");
        let paths = ["/en/login", "/en/logout", "/en/join", "/en/reset", "/en/settings", "/en/settings/password", "/en/settings/address",
            "/en/settings/sessions", "/en/settings/erase", "/en/settings/export", "/en/t/new", "/en/invitations", "/en/u/tom/moderate", "/en/admin/mail", "/en/notifications",
            "/en/t/1/experiences", "/en/t/1/statements", "/en/t/1/stage", "/en/t/1/synthesis", "/en/s/1/position", "/en/s/1/settle", "/en/s/1/edit", "/en/s/1/check",
            "/en/s/1/room", "/en/objections/1"];
        for path in paths {
            assert_eq!(tom.post(path, &[("handle", "x")]).status, 403, "{path} without a token");
            assert_eq!(tom.post_with(path, &[("csrf", &token)], &[("Sec-Fetch-Site", "cross-site")]).status, 403, "{path} from elsewhere");
            assert_eq!(tom.post_with(path, &[("csrf", &token)], &[("Origin", "https://evil.example")]).status, 403, "{path} by origin");
            let plain = tom.call_raw("POST", path, &[("Content-Type", "text/plain")], format!("csrf={token}").as_bytes()).status;
            assert_eq!(plain, 415, "{path} as text");
            for method in ["PUT", "DELETE", "PATCH"] {
                assert_eq!(tom.call_raw(method, path, &[("X-HTTP-Method-Override", "POST")], b"").status, 405.min(tom.call_raw(method, path, &[], b"").status), "{path} {method}");
            }
        }
        assert_eq!(tom.open("/en/settings").status, 200, "still signed in, still there");
        assert!(tom.get("/en/").headers.iter().all(|(n, _)| !n.starts_with("access-control")), "CORS stays closed");
    }

    fn r_t44_nobody_is_led_elsewhere_after_signing_in(site) {
        let site = site.people();
        for (i, next) in ["//evil.example", "/\\evil.example", "/%2Fevil.example", "/%09/evil.example", "https:evil.example", "@evil.example", "/fr/\r\nLocation: https://evil.example",
            "https://evil.example/fr/", "/fr//evil.example", "javascript:alert(1)", "%2F%2Fevil.example", "/fr/%0d%0aX: y"].into_iter().enumerate() {
            let visitor = site.visitor();
            let answer = visitor.submit("/en/login", "/en/login", &[("handle", ["tom", "aiko"][i % 2]), ("password", PASSWORD), ("next", next)]);
            let to = answer.header("location");
            assert!(to == "/en/" || to == "/fr/%0d%0aX:" || (to.starts_with("/fr/%0d") && !to.contains(' ')), "{next:?} leads to {to:?}");
        }
    }

    fn r_t45_no_page_of_one_person_is_anybody_else_s(site) {
        let site = site.people();
        let (tom, aiko) = (site.sign_in("tom"), site.sign_in("aiko"));
        for path in ["/en/", "/en/threads", "/en/themes", "/en/privacy", "/en/moderation/log"] {
            let visitor = site.visitor();
            let (plain, odd) = (visitor.get(path), site.visitor().get_with(path, &[("Cookie", "theme=<script>"), ("X-Evil", "<script>"), ("Referer", "https://evil.example/ja/")]));
            assert_eq!(plain.body, odd.body, "{path} depends on nothing else");
            assert_eq!((plain.header("cache-control"), plain.header("vary")), ("no-cache", "Accept-Encoding, Cookie"), "{path}");
            let (a, b) = (tom.get(path), aiko.get(path));
            assert!(a.header("cache-control").contains("no-store") && b.header("cache-control").contains("no-store"), "{path}");
            assert!(!a.body.contains("aiko</bdi>") && !b.body.contains(">tom</bdi>"), "{path}");
        }
        for path in ["/en/nowhere", "/en/t/9999", "/en/join/confirm/x", "/en/reset/x"] {
            assert!(site.visitor().get(path).header("cache-control").contains("no-store"), "{path}");
        }
    }
}

#[test]
fn a_members_only_forum_shows_nothing_to_anybody_else() {
    for site in Site::each("members", |c| c.site.reading = "members".into()) {
        let site = site.people();
        site.person("admin", Role::Admin, Lang::Fr);
        let thread = site.program("tom").thread(Lang::En, "Among ourselves", "our words");
        let mori = site.program("mori");
        let consensus = open(&mori, "We agree among ourselves", json!({}));
        pass(&mori, &consensus, "debate");
        let s = statement(&mori, &consensus, "We keep it to ourselves");
        let visitor = site.visitor();
        let (t, p, text, c) = (&thread["id"], &thread["post"], &thread["text"], &consensus["id"]);
        for path in [
            "/".into(),
            "/threads".into(),
            "/themes".into(),
            "/themes/governance".into(),
            "/glossary".into(),
            "/translate".into(),
            "/translate/coverage".into(),
            "/translate/fairness".into(),
            "/u/tom".into(),
            "/moderation/log".into(),
            "/notifications".into(),
            "/settings".into(),
            "/consensus".into(),
            "/declarations".into(),
            "/declarations/feed.atom".into(),
            "/nowhere".to_owned(),
            format!("/t/{t}"),
            format!("/t/{t}/side"),
            format!("/t/{t}/sheet"),
            format!("/p/{p}"),
            format!("/p/{p}/history"),
            format!("/translate/{text}/fr/history"),
            format!("/t/{c}/consensus"),
            format!("/t/{c}/consensus/sheet"),
            format!("/t/{c}/consensus.md"),
            format!("/t/{c}/synthesis"),
            format!("/t/{c}/agreed"),
            format!("/s/{s}"),
            format!("/s/{s}/positions"),
        ] {
            let answer = visitor.get(&format!("/en{path}"));
            let shown = [303, 404].contains(&answer.status) && !answer.body.contains("ourselves");
            assert!(shown, "{path} {}", answer.status);
        }
        for path in [
            format!("/threads/{t}"),
            format!("/threads/{t}/posts"),
            "/threads".into(),
            "/themes".into(),
            "/queue".into(),
            "/coverage".into(),
            format!("/texts/{text}/slots"),
            "/consensus".into(),
            format!("/threads/{c}/consensus"),
            format!("/threads/{c}/tally"),
            format!("/threads/{c}/statements"),
            format!("/threads/{c}/objections"),
            format!("/threads/{c}/synthesis"),
            format!("/threads/{c}/declarations"),
            "/declarations/1".into(),
        ] {
            assert_eq!(visitor.get(&format!("/api/v1{path}")).status, 401, "{path}");
        }
        for path in ["/login", "/join", "/reset", "/licence", "/privacy"] {
            for lang in Lang::THREE {
                assert_eq!(visitor.get(&format!("/{lang}{path}")).status, 200, "{path}");
            }
        }
        assert!(visitor.get("/robots.txt").body.contains("Disallow: /\n"), "{}", visitor.get("/robots.txt").body);
        assert!(site.sign_in("aiko").get("/en/threads").body.contains("Among ourselves"));
        assert_eq!(site.program("aiko").get(&format!("/api/v1/threads/{t}")).status, 200);
    }
}
