//! Bad input: the right status, the reader's language, nothing typed is lost.

use crate::{
    both,
    support::{Answer, Site},
};
use std::{
    io::{Read, Write},
    net::TcpStream,
};
use trialogue::domain::lang::Lang;

both! {
    fn every_refusal_is_a_page_in_the_readers_language(site) {
        let site = site.people();
        for (lang, heading) in [("fr", "Rien ici"), ("en", "Nothing here"), ("ja", "ページが見つかりません")] {
            for path in ["nowhere", "t/999999", "t/99999999999999999999999", "t/x", "p/0", "p/-1", "u/nobody", "u/%00", "themes/%FF", "t/1%2F2"] {
                let answer = site.visitor().get(&format!("/{lang}/{path}"));
                assert_eq!((answer.status, answer.lang().as_str(), answer.text("h1").as_str()), (404, lang, heading), "{path}");
            }
        }
    }

    fn a_form_from_elsewhere_or_without_its_token_changes_nothing_and_keeps_the_words(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let tom = site.sign_in("tom");
        let address = format!("/fr/t/{}/reply", thread["id"]);
        let token = tom.open(&address).attr("form[action$=reply] input[name=csrf]", "value");
        let fields = [("csrf", token.as_str()), ("body", "mes mots"), ("lang", "fr"), ("action", "publish")];
        for headers in [[("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site")], [("Origin", "https://evil.example")]] {
            assert_eq!(tom.post_with(&address, &fields, &headers).status, 403, "{headers:?}");
        }
        let stale = tom.post(&address, &[("csrf", "old"), ("body", "mes mots"), ("lang", "fr"), ("action", "publish")]);
        assert_eq!((stale.status, stale.text("textarea[name=body]")), (403, "mes mots".to_owned()));
        let others = site.sign_in("aiko").post(&address, &fields);
        assert_eq!(others.status, 403, "a token is one person's");
        let again = stale.attr("main input[name=csrf]", "value");
        assert_eq!(tom.post(&address, &[("csrf", &again), ("body", "mes mots"), ("lang", "fr"), ("action", "publish")]).status, 303, "sent again from there");
        assert_eq!(site.visitor().open(&format!("/fr/t/{}", thread["id"])).count("article"), 2);
    }

    fn whoever_is_signed_in_is_not_asked_to_sign_in_by_an_error(site) {
        let site = site.people();
        let asked = |page: &Answer| page.count(".under a[href*='/login']");
        assert_eq!(asked(&site.visitor().get("/en/nowhere")), 1);
        assert_eq!(asked(&site.sign_in("tom").get("/en/nowhere")), 0);
    }

    fn a_visitor_who_posts_keeps_the_words(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let address = format!("/ja/t/{}/reply", thread["id"]);
        let answer = site.visitor().submit("/ja/login", &address, &[("body", "失いたくない言葉"), ("lang", "ja"), ("action", "publish")]);
        assert_eq!((answer.status, answer.text("textarea[name=body]")), (401, "失いたくない言葉".to_owned()));
    }

    fn limits_name_the_seconds_and_keep_the_words(site) {
        let site = site.people();
        let tom = site.program("tom");
        let thread = tom.thread(Lang::En, "T", "x");
        drop(tom);
        let slow = Site::start(site.url.clone(), { let mut c = (*site.app.config).clone(); c.limits.posts_per_minute = 2; c });
        let aiko = slow.sign_in("aiko");
        let address = format!("/fr/t/{}/reply", thread["id"]);
        let send = |body: &str| aiko.submit(&address, &address, &[("body", body), ("lang", "en"), ("action", "publish")]);
        let answers: Vec<_> = ["one", "two", "three", "four"].map(send).into();
        let limited = answers.iter().find(|a| a.status == 429).expect("three in a minute are too many");
        assert!((1..=60).contains(&limited.header("retry-after").parse::<u64>().unwrap()));
        assert!(!limited.text("textarea[name=body]").is_empty());
        assert!(answers.iter().filter(|a| a.status == 303).count() >= 2);
    }

    fn bad_bytes_are_refused_clearly(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let address = format!("/en/t/{}/reply", thread["id"]);
        let token = tom.open(&address).attr("form[action$=reply] input[name=csrf]", "value");
        let bytes = |body: &str| format!("csrf={token}&lang=en&action=publish&body={body}").into_bytes();
        assert_eq!(tom.post_bytes(&address, &bytes("%FF%FE"), &[]).status, 400);
        assert_eq!(tom.post_bytes(&address, &bytes("%ED%A0%80"), &[]).status, 400);
        let nul = tom.post_bytes(&address, &bytes("a%00b%1Ec"), &[]);
        assert_eq!(nul.status, 303, "controls are dropped");
        let page = site.visitor().open(&format!("/en/t/{}", thread["id"]));
        assert!(page.body.contains("<p>abc</p>"));
        assert_eq!(tom.post_bytes(&address, &bytes("x"), &[("Content-Encoding", "gzip")]).status, 415);
        let large = bytes(&"x".repeat(1_100_000));
        assert_eq!(tom.post_bytes(&address, &large, &[]).status, 413);
        assert_eq!(tom.get_with("/en/", &[("X-Padding", &"x".repeat(20_000))]).status, 431);
        assert_eq!(tom.post_bytes("/en/threads", b"", &[]).status, 405);
    }

    fn security_headers_stand_on_every_answer(site) {
        for path in ["/", "/fr/", "/fr/nowhere", "/api/v1/themes", "/api/v1/nowhere", "/healthz", "/nowhere"] {
            let answer = site.visitor().get(path);
            let policy = answer.header("content-security-policy");
            assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
            assert_eq!((answer.header("x-content-type-options"), answer.header("referrer-policy")), ("nosniff", "same-origin"), "{path}");
            assert_eq!(answer.header("server"), "");
        }
    }

    fn nul_and_controls_are_never_a_fault_of_ours(site) {
        let site = site.people();
        let visitor = site.visitor();
        for path in ["/en/themes/%00", "/en/themes/gov%00", "/en/threads?theme=%00x", "/api/v1/threads?theme=%00"] {
            assert!([404, 200].contains(&visitor.get(path).status), "{path}");
        }
        assert_eq!(visitor.submit("/en/login", "/en/login", &[("handle", "\0nobody"), ("password", "x\0")]).status, 422);
        let tom = site.program("tom");
        let sent = |title: &str, theme: &str| tom.json("POST", "/api/v1/threads", &serde_json::json!({ "title": title, "body": "a&#30;b\u{0}", "lang": "en", "themes": [theme] })).status;
        assert_eq!((sent("T\u{0}", "governance"), sent("T", "x\u{0}")), (201, 422));
        assert!(!visitor.open("/en/t/1").body.contains('\u{1E}'));
    }

    fn head_is_answered_like_get(site) {
        for path in ["/fr/", "/healthz", "/fr/nowhere"] {
            let (head, get) = (site.visitor().head(path), site.visitor().get(path));
            assert_eq!((head.status, head.body.as_str(), head.header("content-type")), (get.status, "", get.header("content-type")), "{path}");
        }
    }

    fn health_says_whether_the_database_answers(site) {
        assert_eq!((site.visitor().get("/healthz").status, site.visitor().get("/readyz").status), (200, 200));
    }
}

#[test]
fn two_lengths_for_one_body_are_refused_and_the_connection_closed() {
    let site = Site::sqlite("smuggling");
    let mut stream = TcpStream::connect(site.base.strip_prefix("http://").unwrap()).unwrap();
    stream.write_all(b"POST /en/login HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /en/ HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert_eq!(answer.matches("HTTP/1.1").count(), 1, "nothing after it is answered");
}
