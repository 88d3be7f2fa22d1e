//! Part D of the catalogue that concerns every door: other people's things, forged requests, redirects, caches, members only.

use crate::{
    both,
    support::{PASSWORD, Site, id},
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

    fn r_t39_no_change_without_our_own_form(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        let token = tom.get("/en/settings").attr("input[name=csrf]", "value");
        let paths = ["/en/login", "/en/logout", "/en/join", "/en/reset", "/en/settings", "/en/settings/password", "/en/settings/address",
            "/en/settings/sessions", "/en/settings/erase", "/en/settings/export", "/en/t/new", "/en/invitations", "/en/u/tom/moderate", "/en/admin/mail", "/en/notifications"];
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
        let visitor = site.visitor();
        let (t, p, text) = (&thread["id"], &thread["post"], &thread["text"]);
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
            "/nowhere".to_owned(),
            format!("/t/{t}"),
            format!("/t/{t}/side"),
            format!("/t/{t}/sheet"),
            format!("/p/{p}"),
            format!("/p/{p}/history"),
            format!("/translate/{text}/fr/history"),
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
