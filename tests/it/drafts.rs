//! Drafts: what somebody types is kept on the server, comes back on every device, and goes when it is posted.

use crate::{both, support::id};
use trialogue::domain::lang::Lang;

both! {
    fn a_draft_is_there_on_every_device_until_it_is_posted(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "Seeds", "x");
        let (desk, phone) = (site.sign_in("aiko"), site.sign_in("aiko"));
        let form = format!("/ja/t/{}/reply", thread["id"]);
        let kept = desk.submit(&form, &form, &[("body", "最初の言葉"), ("lang", "ja"), ("action", "draft"), ("draft", "")]);
        assert_eq!((kept.status, kept.header("location")), (303, form.as_str()));
        for page in [form.clone(), format!("/ja/t/{}-seeds", thread["id"])] {
            let there = phone.open(&page);
            assert_eq!(there.text("textarea[name=body]"), "最初の言葉", "{page}");
            assert_eq!(there.count(".notice.good button[value=discard]"), 1);
        }
        assert_eq!(site.sign_in("tom").get(&form).text("textarea[name=body]"), "", "nobody else sees it");
        assert_eq!(phone.get("/ja/drafts").texts(".drafts pre"), ["最初の言葉"]);
        assert!(phone.get("/en/").texts(".todo li").contains(&"One draft to finish".to_owned()));
        // An answer to one post is another draft.
        let parent = site.program("tom").reply(&thread, Lang::En, "y", None);
        assert_eq!(phone.get(&format!("{form}?parent={}", parent["id"])).text("textarea[name=body]"), "");
        let page = phone.get(&form);
        let version = page.attr("input[name=draft]", "value");
        assert_eq!(phone.submit(&form, &form, &[("body", "最初の言葉。"), ("lang", "ja"), ("draft", &version), ("action", "publish")]).status, 303);
        assert_eq!((desk.get(&form).text("textarea[name=body]"), desk.get("/ja/drafts").count(".drafts > li")), (String::new(), 0));
    }

    fn two_devices_never_overwrite_each_other_in_silence(site) {
        let site = site.people();
        let (desk, phone) = (site.sign_in("tom"), site.sign_in("tom"));
        let save = |who: &crate::support::Visitor, body: &str, version: &str| {
            who.submit("/en/t/new", "/en/t/new", &[("title", "Seeds"), ("body", body), ("lang", "en"), ("themes", "governance"), ("draft", version), ("action", "draft")])
        };
        assert_eq!(save(&desk, "from the desk", "").status, 303);
        let conflict = save(&phone, "from the phone", "");
        assert_eq!(conflict.status, 409);
        assert_eq!(conflict.text("textarea[name=body]"), "from the phone", "what was typed stays");
        assert!(conflict.text("pre.words").contains("from the desk"), "and the other is shown");
        assert_eq!(conflict.attr("input[name=themes][checked]", "value"), "governance");
        // Whoever keeps theirs now has seen both.
        assert_eq!(save(&phone, "from the phone", &conflict.attr("input[name=draft]", "value")).status, 303);
        assert_eq!(desk.get("/en/t/new").text("textarea[name=body]"), "from the phone");
        // By script: the version, or that somebody else was there.
        let token = desk.get("/en/t/new").attr("input[name=csrf]", "value");
        let by_script = |body: &str, version: &str| {
            desk.post("/en/t/new", &[("csrf", &token), ("by", "script"), ("action", "draft"), ("title", "Seeds"), ("body", body), ("lang", "en"), ("draft", version)])
        };
        let saved = by_script("again", "2");
        assert_eq!((saved.status, saved.header("draft-version")), (204, "3"));
        assert_eq!(by_script("late", "2").status, 409);
        assert_eq!(by_script("again", "2").status, 204, "the same words are no conflict");
        // Posted or emptied in an old window, what another device kept since stays.
        by_script("", "1");
        assert_eq!(desk.get("/en/t/new").text("textarea[name=body]"), "again");
        let posted = desk.post("/en/t/new", &[("csrf", &token), ("title", "Other"), ("body", "from an old window"), ("lang", "en"), ("themes", "governance"), ("draft", "1"), ("action", "publish")]);
        assert_eq!((posted.status, desk.get("/en/t/new").text("textarea[name=body]")), (303, "again".into()));
        // Emptied, it is gone; and the button discards.
        desk.post("/en/t/new", &[("csrf", &token), ("by", "script"), ("action", "draft"), ("title", ""), ("body", " "), ("draft", "3")]);
        assert_eq!(desk.get("/en/drafts").count(".drafts > li"), 0);
        save(&desk, "other words", "");
        assert_eq!(desk.submit("/en/t/new", "/en/t/new", &[("body", "x"), ("draft", &desk.get("/en/t/new").attr("input[name=draft]", "value")), ("action", "discard")]).status, 303);
        assert_eq!(desk.get("/en/drafts").count(".drafts > li"), 0);
    }

    fn a_draft_outlives_what_it_was_for(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "Seeds", "x");
        let own = site.program("claire").reply(&thread, Lang::Fr, "avant", None);
        let claire = site.sign_in("claire");
        let (reply, edit) = (format!("/fr/t/{}/reply", thread["id"]), format!("/fr/p/{}/edit", own["id"]));
        claire.submit(&reply, &reply, &[("body", "ma réponse"), ("lang", "fr"), ("action", "draft")]);
        claire.submit(&edit, &edit, &[("body", "après"), ("revision", "1"), ("note", "clarté"), ("action", "draft")]);
        let page = claire.get(&edit);
        assert_eq!((page.text("textarea[name=body]"), page.attr("input[name=note]", "value"), page.attr("input[name=revision]", "value")), ("après".into(), "clarté".into(), "1".into()));
        let mori = site.sign_in("mori");
        let moderate = format!("/en/t/{}/moderate", thread["id"]);
        mori.submit(&moderate, &moderate, &[("act", "lock"), ("reason", "done")]);
        assert_eq!(claire.get(&reply).status, 403);
        assert_eq!(claire.get("/fr/drafts").texts(".drafts pre"), ["après", "ma réponse"]);
        mori.submit(&moderate, &moderate, &[("act", "hide"), ("reason", "spam")]);
        let list = claire.get("/fr/drafts");
        assert_eq!(list.texts(".drafts pre").len(), 2);
        assert!(!list.body.contains("Seeds"), "T12: a hidden title is told nobody");
        assert_eq!(claire.submit("/fr/drafts", "/fr/drafts", &[("place", &format!("p/{}", id(&own, "id")))]).status, 303);
        assert_eq!(claire.get("/fr/drafts").count(".drafts > li"), 1);
        assert_eq!(claire.submit("/fr/drafts", "/fr/drafts", &[("place", "elsewhere")]).status, 404);
        assert!(site.visitor().get("/fr/drafts").header("location").starts_with("/fr/login"));
    }
}
