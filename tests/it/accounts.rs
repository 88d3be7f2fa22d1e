//! U1, U2: sign-in, sessions, settings, the first administrator.

use crate::{
    both,
    support::{PASSWORD, Site},
};
use chrono::TimeDelta;
use trialogue::{
    domain::{account::Role, lang::Lang},
    forum, store,
};

both! {
    fn the_first_administrator_is_made_at_a_one_time_address(site) {
        let now = site.now();
        let token = site.app.db.write_now(|conn| forum::accounts::offer_setup(conn, now)).unwrap().unwrap();
        let address = format!("/setup/{token}");
        let visitor = site.visitor().accepting("ja");
        let form = visitor.get(&address);
        assert_eq!((form.status, form.lang()), (200, "ja".to_owned()));
        let refused = visitor.submit(&address, &address, &[("handle", "a"), ("email", "no"), ("password", "short"), ("lang", "fr")]);
        assert_eq!((refused.status, refused.count(".errors li"), refused.attr("input[name=handle]", "value")), (422, 3, "a".to_owned()));
        assert!(!refused.body.contains("short"), "a password is never sent back");
        let fields = [("handle", "admin"), ("email", "admin@example.org"), ("password", PASSWORD), ("lang", "fr"), ("display_name", "Ana")];
        let made = visitor.submit(&address, &address, &fields);
        assert_eq!((made.status, made.header("location")), (303, "/fr/"));
        assert!(visitor.get("/fr/").body.contains("Ana"), "signed in");
        assert_eq!(site.visitor().get(&address).status, 404, "it serves once");
        let role = site.read(|conn| Ok(store::accounts::by_key(conn, "admin")?.unwrap().role));
        assert_eq!(role, Role::Admin);
    }

    fn u1_one_signs_in_by_handle_or_address_in_any_case_and_out(site) {
        let site = site.people();
        for name in ["claire", "CLAIRE", "Claire@Example.ORG", "ｃｌａｉｒｅ"] {
            let visitor = site.visitor();
            let answer = visitor.submit("/fr/login", "/fr/login", &[("handle", name), ("password", PASSWORD), ("next", "/ja/themes")]);
            assert_eq!((answer.status, answer.header("location")), (303, "/ja/themes"), "{name}");
        }
        let claire = site.sign_in("claire");
        assert_eq!(claire.get("/fr/settings").status, 200);
        let cookie = claire.cookie("session").unwrap();
        assert_eq!(claire.submit("/fr/settings", "/fr/logout", &[]).status, 303);
        let thief = site.visitor();
        thief.set_cookie("session", &cookie);
        assert_eq!(thief.get("/fr/settings").status, 303, "the session is gone, not only its cookie");
    }

    fn u1_known_and_unknown_names_get_the_same_answer(site) {
        let site = site.people();
        let visitor = site.visitor();
        let ask = |name: &str| visitor.submit("/en/login", "/en/login", &[("handle", name), ("password", "not the password")]);
        let (known, unknown) = (ask("claire"), ask("nobody"));
        assert_eq!((known.status, known.text(".errors")), (unknown.status, unknown.text(".errors")));
        assert_eq!(known.status, 422);
        assert_eq!(known.attr("input[name=handle]", "value"), "claire");
    }

    fn sessions_are_hashed_and_end(site) {
        let site = site.people();
        let claire = site.sign_in("claire");
        let secret = claire.cookie("session").unwrap();
        let stored = site.read(|conn| Ok((store::sessions::find(conn, &secret)?.is_some(), store::sessions::find(conn, &forum::hash(&secret))?.is_some())));
        assert_eq!(stored, (false, true), "a hash only");
        site.wait(TimeDelta::days(13));
        assert_eq!(claire.get("/fr/settings").status, 200, "two weeks without use");
        site.wait(TimeDelta::days(13));
        assert_eq!(claire.get("/fr/settings").status, 200, "used in between");
        site.wait(TimeDelta::days(15));
        assert_eq!(claire.get("/fr/settings").status, 303);
        let mori = site.sign_in("mori");
        site.wait(TimeDelta::hours(13));
        assert_eq!(mori.get("/fr/settings").status, 303, "moderators sign in anew each day");
    }

    fn sign_ins_are_limited_whatever_a_header_says(site) {
        let site = site.people();
        let visitor = site.visitor();
        let token = visitor.get("/en/login").attr("input[name=csrf]", "value");
        let try_in = |i: usize| {
            let forged = format!("10.0.0.{i}");
            visitor.post_with("/en/login", &[("csrf", &token), ("handle", "claire"), ("password", "wrong wrong")], &[("X-Forwarded-For", &forged)])
        };
        let statuses: Vec<u16> = (0..11).map(|i| try_in(i).status).collect();
        assert_eq!(statuses[..10], [422; 10]);
        let limited = try_in(11);
        assert_eq!((statuses[10], limited.status), (429, 429));
        assert!(limited.header("retry-after").parse::<u64>().unwrap() <= 900);
        assert_eq!(limited.attr("input[name=handle]", "value"), "claire");
        site.wait(TimeDelta::minutes(16));
        assert_eq!(try_in(1).status, 422);
    }

    fn settings_are_kept_and_refusals_keep_the_form(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        let good = [
            ("display_name", "Tom Ashdown"), ("organisation", "Common Table"), ("territory", "Bristol"), ("page", "ja"), ("writes", "fr"),
            ("zone", "Asia/Tokyo"), ("reads", "ja"), ("reads", ""), ("reads", "fr"),
        ];
        let saved = tom.submit("/en/settings", "/en/settings", &good);
        assert_eq!((saved.status, saved.header("location")), (303, "/ja/settings?saved=1"));
        let page = tom.get("/ja/settings");
        assert_eq!(page.attrs("select[name=reads] option[selected]", "value"), ["ja", "fr"]);
        assert_eq!(page.attrs("select[name=writes] option[selected]", "value"), ["fr"]);
        assert_eq!(tom.get("/").header("location"), "/ja/", "L2: the member's setting comes first");
        let profile = site.visitor().get("/en/u/tom");
        assert!(profile.text("h1") == "Tom Ashdown" && profile.text(".facts").contains("Bristol"));
        let refused = tom.submit("/en/settings", "/en/settings", &[("display_name", ""), ("writes", "de"), ("zone", "Mars/X"), ("organisation", "kept")]);
        assert_eq!((refused.status, refused.count(".errors li")), (422, 4));
        assert_eq!(refused.attr("input[name=organisation]", "value"), "kept");
    }

    fn a_key_for_programs_is_shown_once_and_can_be_ended(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        let wrong = tom.submit("/en/settings", "/en/settings/tokens", &[("name", "my script"), ("current", "not mine")]);
        assert_eq!((wrong.status, wrong.attr("#c-name", "value").as_str(), wrong.count("code.token")), (422, "my script", 0));
        let made = tom.submit("/en/settings", "/en/settings/tokens", &[("name", "my script"), ("current", PASSWORD)]);
        let token = made.text("code.token");
        let mut program = site.visitor();
        program.token = Some(token.clone());
        assert_eq!(program.get("/api/v1/me").value()["handle"], "tom");
        let page = tom.get("/en/settings");
        assert!(!page.body.contains(&token) && page.text(".lines").contains("my script"));
        let end = page.attr(".lines form", "action");
        assert_eq!(site.sign_in("aiko").submit("/en/settings", &end, &[]).status, 404, "nobody else's");
        assert_eq!(tom.submit("/en/settings", &end, &[]).status, 303);
        assert_eq!(program.get("/api/v1/me").status, 401);
        assert!(tom.get("/en/settings/account").text("main").contains("Key for a program made"));
    }

    fn a_new_password_ends_the_keys_that_the_old_one_had_made(site) {
        let site = site.people();
        let (tom, program) = (site.sign_in("tom"), site.program("tom"));
        assert_eq!(program.get("/api/v1/me").status, 200);
        let fields = [("current", PASSWORD), ("password", "another three words")];
        assert_eq!(tom.submit("/en/settings/account", "/en/settings/password", &fields).status, 303);
        assert_eq!(program.get("/api/v1/me").status, 401);
    }

    fn nobody_is_led_to_another_site_after_sign_in(site) {
        let site = site.people();
        for next in ["//evil.example", "https://evil.example", "/\\evil.example", "/fr//evil.example"] {
            let answer = site.visitor().submit("/en/login", "/en/login", &[("handle", "claire"), ("password", PASSWORD), ("next", next)]);
            assert_eq!(answer.header("location"), "/en/", "{next}");
        }
    }

    fn a_change_of_role_ends_sessions_and_the_last_administrator_stays(site) {
        let site = site.people();
        site.person("ana", Role::Admin, Lang::Fr);
        let mori = site.sign_in("mori");
        let now = site.now();
        let set = |handle: &str, role: Role| {
            site.app.db.write_now(|conn| {
                let person = forum::accounts::candidate(conn, handle)?.unwrap();
                forum::accounts::set_role(conn, None, &person, role, "", now)
            })
        };
        set("mori", Role::Participant).unwrap();
        assert_eq!(mori.get("/fr/settings").status, 303);
        assert!(set("ana", Role::Participant).is_err());
    }
}

#[test]
fn cookies_are_host_bound_and_secure_exactly_when_people_come_by_https() {
    for (base, name, secure) in [("https://forum.example", "__Host-session", true), ("http://forum.example", "session", false)] {
        let site = Site::with("cookies", |c| c.server.base_url = base.to_owned()).people();
        let answer = site.visitor().submit("/en/login", "/en/login", &[("handle", "claire"), ("password", PASSWORD)]);
        let set = answer.headers.iter().find(|(n, v)| n == "set-cookie" && v.contains("ession=")).unwrap().1.clone();
        assert!(set.starts_with(&format!("{name}=")), "{set}");
        assert_eq!((set.contains("Secure"), set.contains("HttpOnly"), set.contains("SameSite=Lax")), (secure, true, true));
    }
}
