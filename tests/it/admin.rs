//! The administrators' desk: settings without secrets, people, letters; closed to everybody else.

use crate::both;

both! {
    fn u2_the_desk_is_for_administrators(site) {
        let site = site.people().administrator();
        for path in ["/en/admin", "/en/admin/people", "/en/admin/mail"] {
            assert_eq!(site.visitor().get(path).status, 303, "{path}");
            for handle in ["tom", "mori"] {
                assert_eq!(site.sign_in(handle).get(path).status, 403, "{path} {handle}");
            }
            for lang in ["fr", "en", "ja"] {
                assert_eq!(site.sign_in("admin").get(&path.replace("/en/", &format!("/{lang}/"))).status, 200, "{path} {lang}");
            }
        }
        let desk = site.sign_in("admin").get("/en/admin");
        assert!(desk.body.contains("site.registration") && desk.body.contains("default"));
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
