//! The administrators' desk: settings without secrets, people, letters; closed to everybody else.

use crate::{
    both,
    digests::{make, next_monday},
};
use trialogue::domain::lang::Lang;

both! {
    fn u2_the_desk_is_for_administrators(site) {
        let site = site.people().administrator();
        let [tom, mori, admin] = ["tom", "mori", "admin"].map(|handle| site.sign_in(handle));
        for path in ["/en/admin", "/en/admin/people", "/en/admin/mail", "/en/admin/letters", "/en/admin/letters/welcome/fr"] {
            assert_eq!(site.visitor().get(path).status, 303, "{path}");
            assert_eq!((tom.get(path).status, mori.get(path).status), (403, 403), "{path}");
            for lang in ["fr", "en", "ja"] {
                assert_eq!(admin.get(&path.replace("/en/", &format!("/{lang}/"))).status, 200, "{path} {lang}");
            }
        }
        let desk = admin.get("/en/admin");
        assert!(desk.body.contains("site.registration") && desk.body.contains("default"));
    }

    fn every_letter_is_there_in_every_language_as_it_would_go_out(site) {
        let site = site.people().administrator();
        site.program("tom").thread(Lang::En, "Community kitchens", "Who cooks on Sundays?");
        next_monday(&site);
        make(&site);
        let admin = site.sign_in("admin");
        let page = admin.get("/ja/admin/letters");
        let hrefs = page.attrs(".lines a[lang]", "href");
        assert_eq!((page.count("section"), hrefs.len(), page.count(".gone")), (15, 45, 0));
        for href in hrefs {
            let (html, text) = (admin.get(&href), admin.get(&format!("{href}?part=text")));
            assert_eq!((html.status, text.status), (200, 200), "{href}");
            assert_eq!(html.lang(), href.rsplit('/').next().unwrap(), "the letter's own language");
            // It looks as in a mail program, and nothing in it acts.
            assert_eq!(html.headers.iter().filter(|(n, _)| n == "content-security-policy").count(), 1);
            assert_eq!(html.header("content-security-policy"), "default-src 'none'; style-src 'unsafe-inline'; sandbox");
            assert!(html.body.contains("style=\"") && text.header("content-type").starts_with("text/plain"));
        }
        for kind in ["digest", "post", "review"] {
            assert!(admin.get(&format!("/fr/admin/letters/{kind}/fr")).body.contains("Community kitchens"), "{kind}");
        }
        for none in ["/fr/admin/letters/none/fr", "/fr/admin/letters/welcome/de"] {
            assert_eq!(admin.get(none).status, 404, "{none}");
        }
    }

    fn people_are_found_and_given_roles_and_rights_with_a_reason(site) {
        let site = site.people().administrator();
        let admin = site.sign_in("admin");
        assert_eq!(admin.get("/en/admin/people?q=TOM").count(".lines li"), 1);
        assert_eq!(admin.get("/en/admin/people?q=%25").count(".lines li"), 5, "no wildcard of somebody's own");
        let give = |who: &str, role: &str, reason: &str| {
            admin.submit(&format!("/en/u/{who}"), &format!("/en/u/{who}/rights"), &[("role", role), ("reviews", "fr"), ("reason", reason)])
        };
        assert_eq!(give("tom", "moderator", "").status, 422, "why?");
        let tom = site.sign_in("tom");
        assert_eq!(give("tom", "moderator", "he helps").status, 303);
        assert_eq!(tom.get("/en/settings").status, 303, "his sessions end");
        assert_eq!(site.sign_in("tom").get("/en/moderation").status, 200);
        let last = give("admin", "participant", "tired");
        assert_eq!((last.status, last.count(".field-err")), (422, 1), "the last administrator stays");
    }
}
