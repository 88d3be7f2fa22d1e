//! JSON: shapes, problems, repeated requests.

use crate::{both, support::id};
use serde_json::json;
use trialogue::domain::lang::Lang;

both! {
    fn a_thread_and_its_posts_have_the_agreed_shape(site) {
        let site = site.people();
        let thread = site.program("claire").thread(Lang::Fr, "Titre", "Texte");
        for field in ["id", "text", "kind", "state", "themes", "lang", "title", "body", "html", "author", "post", "posts", "created_at", "last_post_at", "shown"] {
            assert!(!thread[field].is_null(), "{field}");
        }
        let post = site.program("tom").reply(&thread, Lang::En, "Yes", None);
        for field in ["id", "text", "thread", "lang", "body", "html", "author", "created_at", "shown"] {
            assert!(!post[field].is_null(), "{field}");
        }
        assert_eq!(post["parent"], json!(null));
        let visitor = site.visitor();
        assert_eq!(visitor.get(&format!("/api/v1/threads/{}", thread["id"])).value()["posts"], 1);
        assert_eq!(visitor.get(&format!("/api/v1/threads/{}/posts", thread["id"])).value()["next"], json!(null));
        let to_opening = site.program("tom").reply(&thread, Lang::En, "No", Some(id(&thread, "post")));
        assert_eq!(to_opening["parent"], json!(null), "P1: replies to the opening have no parent");
        let slot = visitor.slot(id(&thread, "text"), Lang::Fr);
        for field in ["text", "lang", "quality", "fresh", "outdated_blocks", "revision", "source_revision", "title", "body", "html"] {
            assert!(!slot[field].is_null(), "{field}");
        }
        assert!(slot.get("translator").is_some() && slot.get("reviewer").is_some() && slot.get("based_on").is_some());
    }

    fn a_repeated_idempotency_key_is_one_post_and_one_thread(site) {
        let site = site.people();
        let tom = site.program("tom");
        let new = json!({ "title": "T", "body": "x", "lang": "en", "themes": ["governance"] });
        let open = || tom.json_with("POST", "/api/v1/threads", &new, &[("Idempotency-Key", "k1")]).value();
        let thread = open();
        assert_eq!(open()["id"], thread["id"]);
        let reply = || tom.json_with("POST", &format!("/api/v1/threads/{}/posts", thread["id"]), &json!({ "body": "y", "lang": "en" }), &[("Idempotency-Key", "k2")]).value();
        assert_eq!(reply()["id"], reply()["id"]);
        assert_eq!(tom.get(&format!("/api/v1/threads/{}", thread["id"])).value()["posts"], 1);
    }

    fn problems_are_rfc_9457_in_the_language_asked_for(site) {
        let site = site.people();
        let tom = site.program("tom");
        for (lang, said) in [("fr", "Le texte est vide."), ("en", "The text is empty."), ("ja", "本文が空です。")] {
            let answer = tom.json("POST", &format!("/api/v1/threads?lang={lang}"), &json!({ "title": "T", "body": "", "lang": "en", "themes": ["governance"] }));
            let problem = answer.value();
            assert_eq!((answer.status, answer.header("content-type")), (422, "application/problem+json"));
            assert_eq!((problem["type"].as_str(), problem["errors"][0]["code"].as_str(), problem["errors"][0]["message"].as_str()), (Some("/problems/invalid"), Some("body-empty"), Some(said)));
        }
        assert_eq!(site.visitor().json("POST", "/api/v1/threads", &json!({})).status, 401);
        let mut stranger = site.visitor();
        stranger.token = Some("trialogue_wrong".into());
        assert_eq!(stranger.get("/api/v1/threads").status, 401, "a token that is not ours is no visitor");
        assert_eq!(tom.json("POST", "/api/v1/threads", &json!([1])).status, 400);
        let lenient = json!({ "title": "T", "body": "x", "lang": "en", "themes": ["governance"], "kind": "", "names": "public" });
        let thread = tom.json("POST", "/api/v1/threads", &lenient);
        assert_eq!(thread.status, 201, "an empty value is absent, an unknown field ignored");
        let reply = json!({ "title": "ignored", "body": "y", "lang": "en", "parent": "" });
        assert_eq!(tom.json("POST", &format!("/api/v1/threads/{}/posts", thread.value()["id"]), &reply).status, 201);
        assert_eq!(tom.post("/api/v1/threads", &[("title", "T")]).status, 415);
        assert_eq!(tom.get("/api/v1/threads/99999999999999999999").status, 404);
        assert_eq!(tom.json("DELETE", "/api/v1/threads", &json!({})).status, 405);
    }

    fn a_cookie_opens_no_door_to_the_api(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        assert_eq!(tom.get("/api/v1/me").status, 401);
    }

    fn p4_lists_page_by_cursor(site) {
        let site = site.people();
        let tom = site.program("tom");
        for i in 0..101 {
            tom.thread(Lang::En, &format!("T{i}"), "x");
        }
        let first = tom.get("/api/v1/threads").value();
        assert_eq!(first["items"].as_array().unwrap().len(), 100);
        let second = tom.get(&format!("/api/v1/threads?after={}", first["next"].as_str().unwrap())).value();
        assert_eq!((second["items"].as_array().unwrap().len(), &second["next"]), (1, &json!(null)));
        assert_eq!(tom.get("/api/v1/threads?after=x").status, 404);
    }
}
