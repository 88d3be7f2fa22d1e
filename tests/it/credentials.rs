//! Passwords, addresses, sessions: changed by whoever holds the letter or the password, and by nobody else.

use crate::{
    both,
    support::{PASSWORD, Site},
};
use trialogue::{forum, store};

const NEW: &str = "encore une phrase longue";

fn reset_link(site: &Site, typed: &str, to: &str) -> String {
    assert_eq!(site.visitor().submit("/en/reset", "/en/reset", &[("handle", typed)]).status, 303);
    site.letter(to).link()
}

both! {
    fn r_t52_handle_and_address_are_one_person_who_gets_three_letters_a_day(site) {
        let site = site.people();
        for _ in 0..3 {
            for typed in ["tom", "tom@example.org"] {
                assert_eq!(site.visitor().submit("/en/reset", "/en/reset", &[("handle", typed)]).status, 303, "the same answer");
                site.deliver();
            }
        }
        assert_eq!(site.letters("tom@example.org").len(), 3);
        assert_eq!(site.visitor().get(&site.letter("tom@example.org").link()).status, 200, "the last one serves");
        site.wait(chrono::TimeDelta::days(1));
        reset_link(&site, "tom", "tom@example.org");
        assert_eq!(site.letters("tom@example.org").len(), 4);
    }

    fn r_t40_a_password_is_chosen_anew_once_and_everybody_else_is_out(site) {
        let site = site.people();
        let (elsewhere, visitor) = (site.sign_in("tom"), site.visitor());
        let older = reset_link(&site, "tom", "tom@example.org");
        let link = reset_link(&site, "TOM@example.org", "tom@example.org");
        assert_eq!(visitor.get(&older).status, 410, "a newer letter was asked for");
        let page = visitor.get(&link);
        assert_eq!((page.status, page.header("referrer-policy"), page.header("cache-control")), (200, "no-referrer", "private, no-store"));
        let short = visitor.submit(&link, &link, &[("password", "short")]);
        assert_eq!((short.status, short.count(".field-err")), (422, 1));
        let answer = visitor.submit(&link, &link, &[("password", NEW)]);
        assert_eq!(answer.status, 303);
        assert_eq!(visitor.open("/en/settings").status, 200, "signed in");
        assert_eq!(elsewhere.get("/en/settings").status, 303, "signed out there");
        let used = site.visitor().get(&link);
        assert_eq!((used.status, used.count("main a[href$='/login']")), (410, 1), "used: it leads to signing in");
        assert!(site.letter("tom@example.org").subject.contains("has changed"));
        let old = site.visitor().submit("/en/login", "/en/login", &[("handle", "tom"), ("password", PASSWORD)]);
        let new = site.visitor().submit("/en/login", "/en/login", &[("handle", "tom"), ("password", NEW)]);
        assert_eq!((old.status, new.status), (422, 303));
    }

    fn r_t40_a_reset_link_expires_at_the_post_and_dies_with_any_change_of_credentials(site) {
        let site = site.people();
        let visitor = site.visitor();
        let link = reset_link(&site, "aiko", "aiko@example.org");
        let token = visitor.get(&link).attr("input[name=csrf]", "value");
        site.wait(chrono::TimeDelta::minutes(31));
        assert_eq!(visitor.post(&link, &[("csrf", &token), ("password", NEW)]).status, 410);
        let link = reset_link(&site, "aiko", "aiko@example.org");
        let aiko = site.sign_in("aiko");
        assert_eq!(aiko.submit("/ja/settings/account", "/ja/settings/password", &[("current", PASSWORD), ("password", NEW)]).status, 303);
        assert_eq!(site.visitor().get(&link).status, 410);
        assert_eq!(aiko.open("/ja/settings/account").status, 200, "the one who changed it stays");
    }

    fn a_wrong_present_password_changes_nothing_and_is_noted(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        let wrong = tom.submit("/en/settings/account", "/en/settings/password", &[("current", "not this one"), ("password", NEW)]);
        assert_eq!((wrong.status, wrong.texts(".field-err").len()), (422, 1));
        let address = tom.submit("/en/settings/account", "/en/settings/address", &[("current", "not this one"), ("email", "new@example.org")]);
        assert_eq!((address.status, address.attr("#c-email", "value")), (422, "new@example.org".to_owned()));
        assert!(tom.get("/en/settings/account").body.contains("Password refused"));
        assert_eq!(tom.open("/en/settings").status, 200, "still signed in");
        assert!(site.letters("new@example.org").is_empty());
    }

    fn an_address_changes_by_a_button_behind_a_letter_to_the_new_one(site) {
        let site = site.people();
        let (tom, elsewhere) = (site.sign_in("tom"), site.sign_in("tom"));
        let change = |email: &str| tom.submit("/en/settings/account", "/en/settings/address", &[("current", PASSWORD), ("email", email)]);
        assert_eq!(change("tom@new.example").status, 303);
        let letter = site.letter("tom@new.example");
        let link = letter.link();
        assert!(tom.get(&link).body.contains("tom@new.example"));
        assert!(site.read(|conn| forum::accounts::candidate(conn, "tom@new.example")).is_none(), "opening the page changes nothing");
        assert_eq!(tom.submit(&link, &link, &[]).status, 303);
        assert!(site.read(|conn| forum::accounts::candidate(conn, "tom@new.example")).is_some());
        assert_eq!((tom.open("/en/settings").status, elsewhere.get("/en/settings").status), (200, 303));
        assert!(site.letter("tom@example.org").text.contains("tom@new.example"), "the old address is told");
        assert_eq!(change("aiko@example.org").header("location"), change("free@example.org").header("location"), "nothing tells which is known");
        assert_eq!(change("aiko@example.org").status, 303);
        let taken = site.letter("aiko@example.org").link();
        let refused = tom.submit(&taken, &taken, &[]);
        assert!(refused.status == 410 || refused.status == 422, "{}", refused.status);
        assert!(site.read(|conn| forum::accounts::candidate(conn, "aiko")).unwrap().email == "aiko@example.org");
    }

    fn r_t38_sessions_are_listed_and_ended_and_only_ones_own(site) {
        let site = site.people();
        let (tom, phone, aiko) = (site.sign_in("tom"), site.sign_in("tom"), site.sign_in("aiko"));
        let page = tom.get("/en/settings/account");
        assert_eq!((page.count("button[name=which]"), page.body.contains("this one")), (1, true));
        let key = page.attr("button[name=which]", "value");
        assert!(key.len() < 20 && !page.body.contains(&phone.cookie("session").unwrap()), "no cookie is shown");
        assert_eq!(aiko.submit("/en/settings/account", "/en/settings/sessions", &[("which", &key)]).status, 303);
        assert_eq!(phone.open("/en/settings").status, 200, "somebody else's stays");
        assert_eq!(tom.submit("/en/settings/account", "/en/settings/sessions", &[("which", &key)]).status, 303);
        assert_eq!((phone.get("/en/settings").status, tom.open("/en/settings").status), (303, 200));
        let (a, b) = (site.sign_in("tom"), site.sign_in("tom"));
        tom.submit("/en/settings/account", "/en/settings/sessions", &[]);
        assert_eq!([&a, &b, &tom].map(|v| v.get("/en/settings").status), [303, 303, 200]);
        let stored: Vec<String> = site.read(|conn| Ok(store::sessions::of(conn, 2, "")?.into_iter().map(|s| s.key).collect()));
        assert!(stored.iter().all(|s| !tom.cookie("session").unwrap().starts_with(s)), "only hashes are kept");
    }

    fn r_t38_a_preset_cookie_is_not_the_session_that_one_gets(site) {
        let site = site.people();
        let visitor = site.visitor();
        visitor.set_cookie("session", "a-cookie-that-somebody-else-planted-here-1234");
        visitor.submit("/en/login", "/en/login", &[("handle", "tom"), ("password", PASSWORD), ("provider", "none"), ("method", "GET")]);
        let got = visitor.cookie("session").unwrap();
        assert!(got.len() >= 40 && !got.contains("planted"));
    }
}

#[test]
fn r_t41_links_come_from_the_settings_and_an_unknown_host_is_refused() {
    let site = Site::with("hosts", |c| c.server.base_url = "https://forum.example".into()).people();
    let visitor = site.visitor();
    let token = visitor.get("/en/reset").attr("input[name=csrf]", "value");
    for headers in [
        vec![("X-Forwarded-Host", "evil.example")],
        vec![("Forwarded", "host=evil.example")],
        vec![("X-Forwarded-Proto", "http"), ("X-Original-URL", "/evil")],
    ] {
        visitor.post_with("/en/reset", &[("csrf", &token), ("handle", "tom")], &headers);
    }
    for letter in site.letters("tom@example.org") {
        assert!(letter.text.contains("https://forum.example/en/reset/") && !letter.raw.contains("evil"), "{}", letter.text);
    }
    let host = |name: &str| site.visitor().get_with("/en/", &[("Host", name)]).status;
    assert_eq!((host("forum.example"), host("FORUM.example:443"), host("evil.example"), host("forum.example.evil")), (200, 200, 421, 421));
    let refused = site.visitor().get_with("/ja/", &[("Host", "evil.example")]);
    assert!(refused.body.contains("https://forum.example") && !refused.body.contains("evil"), "{}", refused.body);
}
