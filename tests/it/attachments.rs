//! Files of posts: a picture is described, written anew, shown to whoever may read its post, and to nobody else.

use crate::{
    both,
    support::{Site, id, picture},
};
use chrono::TimeDelta;
use image::ImageFormat;
use serde_json::json;
use trialogue::{domain::lang::Lang, forum};

/// The address of the one file that a body names.
fn address(body: &str) -> String {
    let at = body.find("/attachments/").unwrap_or_else(|| panic!("no file in {body}"));
    body[at..].split(')').next().unwrap().to_owned()
}

both! {
    fn a_picture_is_attached_described_and_seen_without_a_script(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        let fields = [("title", "The mill"), ("body", "Look:"), ("lang", "en"), ("themes", "governance")];
        let send = |extra: &[(&str, &str)]| tom.attach("/en/t/new", "/en/t/new", &[&fields[..], extra].concat(), &picture(ImageFormat::Jpeg));
        let form = send(&[("action", "attach"), ("description", "The mill [old], seen from the road")]);
        assert_eq!(form.status, 200);
        let body = form.text("textarea[name=body]");
        assert!(body.starts_with("Look: ![The mill \\[old\\], seen from the road](/attachments/"), "{body}");
        assert!(address(&body).ends_with("-40x30.jpg"), "the name is made here");
        assert_eq!((form.attr("#c-title", "value"), form.attr("#c-description", "value")), ("The mill".into(), String::new()));
        // Until a post shows it, it is its owner's.
        let address = address(&body);
        assert_eq!((tom.get(&address).status, site.visitor().get(&address).status), (200, 404));
        let posted = tom.submit("/en/t/new", "/en/t/new", &[fields[0], ("body", &body), fields[2], fields[3], ("action", "publish")]);
        let page = site.visitor().open(posted.header("location"));
        assert_eq!(page.attr(".text img", "alt"), "The mill [old], seen from the road");
        assert_eq!((page.attr(".text img", "src"), page.attr(".text img", "width")), (address.clone(), "40".into()));
        let seen = site.visitor().get(&address);
        assert_eq!((seen.status, seen.header("content-type"), seen.header("x-content-type-options")), (200, "image/jpeg", "nosniff"));
        assert_eq!((seen.header("content-security-policy"), seen.header("cache-control")), ("default-src 'none'; sandbox", "private, no-cache"));
        let again = site.visitor().get_with(&address, &[("If-None-Match", seen.header("etag"))]);
        assert_eq!((again.status, again.body.len()), (304, 0));
        // Another size or end in its name is another file, and there is none.
        for other in [address.replace("40x30", "41x30"), address.replace(".jpg", ".png"), format!("{address}.html")] {
            assert_eq!(tom.get(&other).status, 404, "{other}");
        }
        // Published in one go, without words: the picture is there, and what it shows is asked for.
        let refused = send(&[("action", "publish")]);
        assert_eq!((refused.status, refused.count("#e-body")), (422, 1));
        assert!(refused.text("textarea[name=body]").contains("![](/attachments/"), "the file is not asked for twice");
    }

    fn a_picture_goes_where_its_post_goes(site) {
        let site = site.people();
        let (tom, visitor) = (site.sign_in("tom"), site.visitor());
        let source = tom.send_file("A mill", &picture(ImageFormat::Png));
        let address = address(&source);
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let post = site.program("tom").reply(&thread, Lang::En, &source, None);
        // Somebody else names the file: that opens nothing.
        let theirs = site.program("claire").thread(Lang::Fr, "Ailleurs", &source);
        assert_eq!(visitor.get(&address).status, 200);
        let moderate = format!("/en/p/{}/moderate", post["id"]);
        let act = |act: &str| assert_eq!(site.sign_in("mori").submit(&moderate, &moderate, &[("act", act), ("reason", "r")]).status, 303);
        act("hide");
        assert_eq!((visitor.get(&address).status, site.sign_in("mori").get(&address).status), (404, 200));
        assert!(visitor.open(&format!("/fr/t/{}", theirs["id"])).attr(".text img", "alt") == "A mill", "its description stands in its place");
        act("restore");
        assert_eq!(visitor.get(&address).status, 200);
        // What one sees is translated like the rest.
        let put = json!({ "body": source.replace("A mill", "製粉所"), "based_on": 1, "revision": 0 });
        assert_eq!(site.program("aiko").put_slot(id(&post, "text"), Lang::Ja, put).status, 200);
        assert_eq!(visitor.open(&format!("/ja/t/{}", thread["id"])).attr(".text img", "alt"), "製粉所");
        // On a page of one's own: where it is shown, how much room there is, and a way to be rid of it.
        let own = tom.get("/en/attachments");
        assert_eq!((own.count(".files > li"), own.count(&format!(".files a[href='/en/p/{}']", post["id"]))), (1, 1));
        let name = address.rsplit('/').next().unwrap();
        assert_eq!(site.sign_in("claire").submit("/fr/attachments", "/fr/attachments", &[("action", "remove"), ("attachment", name)]).status, 404);
        assert_eq!(tom.submit("/en/attachments", "/en/attachments", &[("action", "remove"), ("attachment", name)]).status, 303);
        assert_eq!((tom.get(&address).status, visitor.open(&format!("/en/t/{}", thread["id"])).status), (404, 200));
    }

    fn a_file_that_cannot_be_taken_leaves_every_word(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let form = format!("/en/t/{}/reply", thread["id"]);
        let large = vec![b'x'; 11 * 1024 * 1024];
        let broken = &picture(ImageFormat::Png)[..60];
        let cases: [(&[u8], &str); 4] = [
            (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "neither"),
            (b"<!doctype html><script>alert(1)</script>", "neither"),
            (broken, "damaged"),
            (&large, "10 MB"),
        ];
        for (file, said) in cases {
            for action in ["attach", "publish", "draft"] {
                let refused = tom.attach(&form, &form, &[("body", "My words"), ("lang", "en"), ("description", "A mill"), ("action", action)], file);
                assert_eq!((refused.status, refused.text("textarea[name=body]"), refused.attr("#c-description", "value")), (422, "My words".into(), "A mill".into()));
                assert!(refused.text("#e-attachment").contains(said), "{}", refused.text("#e-attachment"));
            }
        }
        let none = tom.submit(&form, &form, &[("body", "My words"), ("lang", "en"), ("action", "attach")]);
        assert_eq!((none.status, none.text("textarea[name=body]")), (422, "My words".into()));
        assert_eq!(tom.get("/en/attachments").count(".files > li"), 0, "nothing was kept");
        // A draft takes the file along.
        assert_eq!(tom.attach(&form, &form, &[("body", "My words"), ("lang", "en"), ("description", "A mill"), ("action", "draft"), ("draft", "")], &picture(ImageFormat::WebP)).status, 303);
        let kept = tom.get(&form).text("textarea[name=body]");
        assert!(kept.contains("My words ![A mill](/attachments/"), "{kept}");
        // Refused for another reason, the words come back with the file in them.
        let moderate = format!("/en/t/{}/moderate", thread["id"]);
        assert_eq!(site.sign_in("mori").submit(&moderate, &moderate, &[("act", "lock"), ("reason", "r")]).status, 303);
        let locked = tom.attach("/en/t/new", &form, &[("body", "Late words"), ("lang", "en"), ("description", "A mill"), ("action", "publish")], &picture(ImageFormat::Png));
        assert!(locked.status == 403 && locked.body.contains("Late words") && locked.body.contains("![A mill](/attachments/"), "{} {}", locked.status, locked.body);
        // A stranger sends nothing; their words are not lost either.
        let stranger = site.visitor();
        let page = stranger.get("/en/login").attr("input[name=csrf]", "value");
        assert!(!page.is_empty());
        let refused = stranger.attach("/en/login", &form, &[("body", "My words"), ("lang", "en"), ("action", "publish")], &picture(ImageFormat::Png));
        assert!(refused.status == 401 && refused.body.contains("My words"), "{}", refused.status);
    }

    fn what_nobody_uses_goes_and_so_does_what_its_owner_takes_along(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        let pdf = |words: &str| format!("%PDF-1.7 {words}").into_bytes();
        let [unused, drafted, used, translated] = ["a", "b", "c", "d"].map(|words| tom.send_file("Statutes", &pdf(words)));
        assert!(unused.starts_with("[Statutes](/attachments/") && unused.ends_with(".pdf)"), "{unused}");
        assert_eq!(tom.submit("/en/t/new", "/en/t/new", &[("title", "T"), ("body", &drafted), ("lang", "en"), ("action", "draft"), ("draft", "")]).status, 303);
        let thread = site.program("tom").thread(Lang::En, "T", &used);
        let workbench = format!("/en/translate/{}/fr", thread["text"]);
        let draft = [("title", "T"), ("body", translated.as_str()), ("based_on", "1"), ("revision", "0"), ("action", "draft")];
        assert_eq!(tom.submit(&workbench, &workbench, &draft).status, 303);
        let saved = site.visitor().get(&address(&used));
        assert_eq!(saved.body, "%PDF-1.7 c", "a document stays as it is");
        assert!(saved.header("content-disposition").starts_with("attachment; filename=\"0"), "and is saved, not opened here");
        assert_eq!(site.app.db.write_now(|conn| forum::retention::run(conn, site.now())).unwrap().attachments, 0);
        assert_eq!(tom.get("/en/attachments").count(".files > li"), 4, "for a week");
        site.wait(TimeDelta::days(8));
        assert_eq!(site.app.db.write_now(|conn| forum::retention::run(conn, site.now())).unwrap().attachments, 1);
        let tom = site.sign_in("tom");
        assert_eq!([&unused, &drafted, &used, &translated].map(|file| tom.get(&address(file)).status), [404, 200, 200, 200]);
        let exported = tom.submit("/en/settings/data", "/en/settings/export", &[("current", crate::support::PASSWORD), ("format", "json")]);
        assert!(exported.body.contains(&address(&used)), "one's own files are among one's data");
        let erase = [("current", crate::support::PASSWORD), ("contributions", "remove"), ("sure", "yes")];
        assert_eq!(tom.submit("/en/settings/data", "/en/settings/erase", &erase).status, 200);
        assert_eq!(site.sign_in("mori").get(&address(&used)).status, 404);
        assert_eq!(site.visitor().open(&format!("/en/t/{}", thread["id"])).status, 404);
    }

    fn one_person_keeps_no_more_than_there_is_room_for(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        let mut large = b"%PDF-1.7".to_vec();
        large.resize(10_000_000, b' ');
        for _ in 0..10 {
            tom.send_file("", &large);
        }
        let refused = tom.attach("/en/attachments", "/en/attachments", &[("by", "script")], b"%PDF-1.7");
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("100 of 100 MB"), "{}", refused.body);
        let page = tom.attach("/en/attachments", "/en/attachments", &[], b"%PDF-1.7");
        assert_eq!((page.status, page.count(".errors li"), page.count(".files > li")), (422, 1, 10));
    }
}

#[test]
fn on_a_forum_for_members_files_are_theirs_too() {
    for site in Site::each("files", |c| c.site.reading = "members".into()) {
        let site = site.people();
        let source = site.sign_in("tom").send_file("A mill", &picture(ImageFormat::Gif));
        site.program("tom").thread(Lang::En, "T", &source);
        assert_eq!(site.sign_in("aiko").get(&address(&source)).status, 200);
        assert_ne!(site.visitor().get(&address(&source)).status, 200);
    }
}
