//! T11: mentions and quotes are references, filled in for each reader.

use crate::{
    both,
    support::{PASSWORD, Visitor, id},
};
use serde_json::{Value, json};
use trialogue::domain::lang::Lang;

fn page(who: &Visitor, lang: &str, thread: &Value) -> crate::support::Answer {
    who.open(&format!("/{lang}/t/{}", thread["id"]))
}

fn told(who: &Visitor) -> Vec<String> {
    who.get("/en/notifications").texts(".lines > li")
}

both! {
    fn t11_a_mention_is_a_link_with_the_name_of_today(site) {
        let site = site.people();
        site.person("千草", trialogue::domain::account::Role::Participant, Lang::Ja);
        let thread = site.program("tom").thread(Lang::En, "T", "Thanks @claire, @千草さん and @nobody; not `@aiko` nor aiko@mori.org. :seedling:");
        let seen = page(&site.visitor(), "ja", &thread);
        assert_eq!(seen.texts("a.mention"), ["@claire", "@千草"]);
        assert!(seen.text(".text").contains("@千草さん and @nobody; not @aiko nor aiko@mori.org. 🌱"));
        assert_eq!(seen.attr("a.mention", "href"), "/ja/u/claire");
        let claire = site.sign_in("claire");
        assert!(told(&claire)[0].contains("tom mentioned you"), "{:?}", told(&claire));
        assert_eq!((told(&site.sign_in("千草")).len(), told(&site.sign_in("aiko")).len()), (1, 0));
        // An edit tells only whom it names anew.
        let edit = json!({ "title": "T", "body": "Thanks @claire and @aiko", "revision": 1, "change": "meaning" });
        assert_eq!(site.program("tom").put_slot(id(&thread, "text"), Lang::En, edit).status, 200);
        assert_eq!((told(&claire).len(), told(&site.sign_in("aiko")).len()), (1, 1));
        // Of whoever left no name is shown, and nobody else becomes them.
        claire.submit("/en/settings/data", "/en/settings/erase", &[("current", PASSWORD), ("contributions", "keep"), ("sure", "yes")]);
        let seen = page(&site.visitor(), "en", &thread);
        assert_eq!(seen.text("span.mention"), "former participant");
        for exit in ["/en/feed.atom", &format!("/api/v1/threads/{}?lang=en", thread["id"])] {
            let seen = site.visitor().get(exit).body;
            assert!(seen.contains("Thanks former participant and @aiko"), "{exit}: {seen}");
        }
        let ask = [("handle", "claire"), ("email", "other@example.org"), ("password", PASSWORD), ("lang", "en"), ("agree", "yes")];
        let taken = site.visitor().submit("/en/join", "/en/join", &ask);
        assert_eq!((taken.status, taken.count("[role=alert]")), (422, 1));
    }

    fn t11_a_quote_offers_the_readers_language_and_says_when_it_changed(site) {
        let site = site.people();
        let tom = site.program("tom");
        let thread = tom.thread(Lang::En, "Seeds", "Save the seeds.\n\nShare them with <neighbours> & friends.");
        let put = json!({ "title": "種", "body": "種を残しましょう。\n\n隣人と分かち合いましょう。", "based_on": 1, "revision": 0 });
        assert_eq!(site.program("aiko").put_slot(id(&thread, "text"), Lang::Ja, put).status, 200);
        let claire = site.sign_in("claire");
        let seen = page(&claire, "en", &thread);
        let form = claire.get(&seen.attrs(".opening .acts a", "href").into_iter().find(|h| h.contains("quote=")).unwrap());
        let body = form.text("textarea[name=body]");
        let raw = form.form("form.form").into_iter().find(|(n, _)| n == "body").unwrap().1;
        assert!(raw.contains(&format!("> [!quote p{}.2 en]", thread["post"])) && body.contains("Save the seeds."), "{raw}");
        let quote = format!("> [!quote p{}.2 en]\n> Share them\n\nOui.", thread["post"]);
        let reply = site.program("claire").reply(&thread, Lang::Fr, &quote, None);
        let seen = page(&site.visitor(), "ja", &thread);
        let quoted = seen.text(&format!("#p{} blockquote", reply["id"]));
        assert!(quoted.contains("tomさん（1番）の言葉（英語）") && quoted.contains("Share them"), "{quoted}");
        assert_eq!(seen.text("blockquote details p"), "隣人と分かち合いましょう。");
        assert_eq!((seen.attr("blockquote details", "lang"), seen.attr("blockquote div", "lang")), ("ja".into(), "en".into()));
        assert_eq!(seen.attr("blockquote .from a", "href"), format!("/ja/p/{}", thread["post"]));
        assert_eq!(page(&site.visitor(), "en", &thread).count("blockquote details"), 0, "it is in the page's language");
        assert!(told(&site.sign_in("tom")).iter().any(|t| t.contains("claire quoted you")));
        // The API gives the words, without marks.
        let json = site.visitor().get(&format!("/api/v1/threads/{}/posts", thread["id"]));
        assert!(json.body.contains("Share them") && !json.body.contains("\\u001"));
        // Changed since.
        let edit = json!({ "title": "Seeds", "body": "Save the seeds.\n\nKeep them.", "revision": 1, "change": "meaning" });
        tom.put_slot(id(&thread, "text"), Lang::En, edit);
        assert_eq!(page(&site.visitor(), "en", &thread).count("blockquote .old"), 1);
    }

    fn t12_nothing_of_a_hidden_post_is_quoted_anywhere(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "Seeds", "x");
        let spoken = site.program("tom").reply(&thread, Lang::En, "xsecret words", None);
        let quote = format!("> [!quote p{}.1 en]\n> xsecret words\n\nxanswer", spoken["id"]);
        let reply = site.program("claire").reply(&thread, Lang::En, &quote, None);
        let mori = site.sign_in("mori");
        let moderate = format!("/en/p/{}/moderate", spoken["id"]);
        mori.submit(&moderate, &moderate, &[("act", "hide"), ("reason", "spam")]);
        let (post, text) = (&reply["id"], &reply["text"]);
        let aiko = site.sign_in("aiko");
        for path in [
            format!("/en/t/{}", thread["id"]),
            format!("/en/t/{}/side", thread["id"]),
            format!("/en/t/{}/reply?quote={post}&parent={post}", thread["id"]),
            format!("/en/t/{}/reply?quote={}", thread["id"], spoken["id"]),
            format!("/en/p/{post}/history"),
            format!("/en/translate/{text}/ja"),
            format!("/en/translate/{text}/en"),
            "/en/translate?into=ja".to_owned(),
            "/en/search?q=xanswer".to_owned(),
        ] {
            let seen = aiko.open(&path);
            assert!(seen.status == 200 && !seen.body.contains("xsecret"), "{path}: {}", seen.body);
        }
        assert_eq!(page(&aiko, "en", &thread).text("blockquote"), "The quoted post can no longer be read.");
        for path in [format!("/api/v1/threads/{}/posts", thread["id"]), format!("/api/v1/texts/{text}/slots/en"), "/api/v1/search?q=xsecret".to_owned()] {
            assert!(!site.program("aiko").get(&path).body.contains("xsecret"), "{path}");
        }
        mori.submit(&moderate, &moderate, &[("act", "restore"), ("reason", "was fine")]);
        assert!(page(&aiko, "en", &thread).text(&format!("#p{post} blockquote")).contains("xsecret words"));
        // A mention carries no markup of its own.
        let evil = site.program("tom").reply(&thread, Lang::En, "@claire<script>alert(1)</script> @tom\"onload=x", None);
        let seen = page(&aiko, "en", &thread);
        assert_eq!((seen.count("script:not([src], [type='application/ld+json'])"), seen.count(&format!("#p{} a.mention", evil["id"]))), (0, 2));
    }

    fn reactions_are_given_once_and_taken_back(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "Seeds", "x");
        let react = format!("/en/p/{}/react", thread["post"]);
        let (aiko, claire) = (site.sign_in("aiko"), site.sign_in("claire"));
        let shown = |who: &Visitor| page(who, "en", &thread).texts(".reactions li");
        for who in [&aiko, &claire] {
            assert_eq!(who.submit("/en/", &react, &[("kind", "thanks")]).status, 303);
        }
        aiko.submit("/en/", &react, &[("kind", "joy")]);
        assert_eq!(shown(&site.visitor()), ["🙏 Thanks 2", "😊 Delightful 1"]);
        assert_eq!((page(&aiko, "en", &thread).count(".reactions li.own"), page(&claire, "en", &thread).count(".reactions li.own")), (2, 1));
        aiko.submit("/en/", &react, &[("kind", "thanks")]);
        assert_eq!(shown(&site.visitor()), ["🙏 Thanks 1", "😊 Delightful 1"]);
        let tom = site.sign_in("tom");
        assert_eq!(tom.submit("/en/", &react, &[("kind", "thanks")]).status, 403, "nobody thanks themselves");
        assert_eq!(page(&tom, "en", &thread).count(".reactions details"), 0);
        assert_eq!(aiko.submit("/en/", &react, &[("kind", "anger")]).status, 422);
        assert_eq!(site.visitor().submit("/en/login", &react, &[("kind", "joy")]).status, 401);
        let mori = site.sign_in("mori");
        let moderate = format!("/en/t/{}/moderate", thread["id"]);
        mori.submit(&moderate, &moderate, &[("act", "hide"), ("reason", "spam")]);
        assert_eq!(aiko.submit("/en/", &react, &[("kind", "joy")]).status, 404);
    }

    fn who_may_be_meant_is_suggested_by_the_first_letters(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        let meant = |start: &str| tom.get(&format!("/en/mentions?q={start}")).body;
        assert!(meant("ai").contains("\"handle\":\"aiko\"") && meant("AI").contains("aiko"), "{}", meant("ai"));
        assert_eq!((meant("zz"), meant(""), meant("%25"), meant("_")), ("[]".into(), "[]".into(), "[]".into(), "[]".into()));
        assert_eq!(site.visitor().get("/en/mentions?q=ai").status, 303, "for members");
        let claire = site.sign_in("claire");
        let typed = |name: &str| claire.get("/fr/settings").attr(&format!("input[name={name}]"), "value");
        let named = [("display_name", "Élodie Claire"), ("organisation", &typed("organisation")), ("territory", &typed("territory")), ("page", "fr"), ("reads", "fr"), ("writes", "fr"), ("zone", "Europe/Paris")];
        assert_eq!(claire.submit("/fr/settings", "/fr/settings", &named).status, 303);
        assert!(meant("%C3%A9l").contains("claire") && meant("%C3%89lodie").contains("claire"), "an accent is a letter like any other");
        let erase = [("current", crate::support::PASSWORD), ("contributions", "keep"), ("sure", "yes")];
        assert_eq!(site.sign_in("aiko").submit("/en/settings/data", "/en/settings/erase", &erase).status, 200);
        assert_eq!(meant("ai"), "[]");
    }
}
