//! D1, D2, D7, R-T40, R-T42, R-T56, R-T57: who gets letters of what happens, when they are due, and whom no link betrays.

use crate::{
    both,
    digests::{digests, make, next_monday, subscribe, token},
    support::Site,
};
use chrono::{NaiveDateTime, TimeDelta};
use trialogue::{domain::lang::Lang, jobs};

fn at(day: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(&format!("{day} 00:00"), "%Y-%m-%d %H:%M").unwrap()
}

/// At which moments between two days, looked at each quarter of an hour, a letter was made or would have been empty.
fn moments(site: &Site, from: &str, to: &str) -> Vec<String> {
    let (mut now, end) = (at(from), at(to));
    let mut found = Vec::new();
    while now <= end {
        let made = actix_web::rt::System::new().block_on(jobs::digests::run(&site.app, now, false)).unwrap();
        assert!(made.issues + made.empty <= 1);
        if made.issues + made.empty == 1 {
            found.push(now.format("%Y-%m-%d %H:%M").to_string());
        }
        now += TimeDelta::minutes(15);
    }
    found
}

fn due(weekday: &'static str, hour: &'static str, zone: &'static str, spans: &[(&str, &str, &[&str])]) {
    for site in Site::each(&format!("subscriptions {zone} {hour}"), |_| {}) {
        let site = site.people();
        subscribe(&site, Lang::En, "reader@example.org", &[("weekday", weekday), ("hour", hour), ("zone", zone)]);
        site.program("tom").thread(Lang::En, "Community kitchens", "Who cooks on Sundays?");
        for (from, to, expected) in spans {
            assert_eq!(moments(&site, from, to), *expected, "{zone} {from}");
        }
        site.wait(at(spans[spans.len() - 1].1) - site.now());
        site.deliver();
        assert_eq!(digests(&site, "reader@example.org").len(), 1, "news are told once, whatever the weeks after");
    }
}

/// An hour that does not exist comes with the next one that does; an hour that comes twice comes once.
#[test]
fn r_t56_in_paris_on_the_days_when_the_clocks_change() {
    due(
        "sunday",
        "2",
        "Europe/Paris",
        &[
            ("2027-03-27", "2027-03-30", &["2027-03-27 00:00", "2027-03-28 01:00"]),
            ("2027-10-30", "2027-11-02", &["2027-10-30 00:00", "2027-10-31 00:00"]),
        ],
    );
}

/// Week 53 of 2026 is a week like others: one letter in it, and one in the first week of 2027.
#[test]
fn r_t56_in_tokyo_and_auckland_over_the_53rd_week() {
    due("monday", "8", "Asia/Tokyo", &[("2026-12-26", "2027-01-05", &["2026-12-26 00:00", "2026-12-27 23:00", "2027-01-03 23:00"])]);
    due("monday", "8", "Pacific/Auckland", &[("2026-12-26", "2027-01-05", &["2026-12-26 00:00", "2026-12-27 19:00", "2027-01-03 19:00"])]);
}

both! {
    fn d2_a_zone_changed_in_mid_week_makes_no_second_letter_of_it(site) {
        let site = site.people();
        let page = subscribe(&site, Lang::En, "reader@example.org", &[("zone", "Pacific/Auckland")]);
        site.program("tom").thread(Lang::En, "Kitchens", "Words.");
        next_monday(&site);
        assert_eq!((make(&site).issues, site.deliver().sent), (1, 1));
        site.program("tom").thread(Lang::En, "Gardens", "Words.");
        for zone in ["America/Los_Angeles", "Pacific/Kiritimati", "Europe/Paris"] {
            assert_eq!(site.visitor().submit(&page, &page, &[("zone", zone), ("lang", "en")]).status, 303);
            site.wait(TimeDelta::hours(6));
            assert_eq!(make(&site).issues, 0, "{zone}");
        }
        next_monday(&site);
        assert_eq!((make(&site).issues, site.deliver().sent), (1, 1));
        let told = |title: &str| digests(&site, "reader@example.org").iter().filter(|l| l.text.contains(title)).count();
        assert_eq!((told("Kitchens"), told("Gardens")), (1, 1));
    }

    fn r_t40_a_link_serves_for_one_thing_once_and_for_nobody_else(site) {
        let site = site.people();
        let ask = |email: &str| {
            assert_eq!(site.visitor().submit("/fr/digest", "/fr/digest", &[("email", email), ("lang", "fr")]).status, 303);
            site.letter(email).link()
        };
        let changed = |link: &str| {
            let (start, last) = link.split_at(link.len() - 1);
            format!("{start}{}", if last == "A" { "B" } else { "A" })
        };
        let visitor = site.visitor();
        let link = ask("one@example.org");
        assert!(token(&link).len() >= 22, "128 bits at least");
        let seen = visitor.get(&link);
        assert_eq!((seen.status, seen.header("referrer-policy")), (200, "no-referrer"));
        assert_eq!(visitor.get(&changed(&link)).status, 410);
        let csrf = seen.attr("input[name=csrf]", "value");
        assert_eq!(visitor.post(&changed(&link), &[("csrf", &csrf)]).status, 410);
        let page = visitor.submit(&link, &link, &[]).header("location").split('?').next().unwrap().to_owned();
        assert_eq!(visitor.post(&link, &[("csrf", &csrf)]).status, 410, "once");
        // One kind of link is not another.
        for other in [format!("/fr/digest/confirm/{}", token(&page)), format!("/fr/digest/manage/{}", token(&link)), changed(&page)] {
            assert_eq!(visitor.get(&other).status, 410, "{other}");
        }
        assert_eq!(visitor.get(&page).header("referrer-policy"), "no-referrer");
        // The form lay open for a week: what counts is the moment of the press.
        let late = ask("late@example.org");
        let open = site.visitor();
        let csrf = open.get(&late).attr("input[name=csrf]", "value");
        site.wait(TimeDelta::days(7));
        assert_eq!(open.post(&late, &[("csrf", &csrf)]).status, 410);
        // A token that is none stops nothing, and is told the same.
        for stop in [format!("/unsubscribe/{}", token(&link)), format!("/unsubscribe/{}", token(&changed(&page)))] {
            assert_eq!(site.visitor().post_bytes(&stop, b"", &[]).status, 200);
        }
        assert_eq!(visitor.get(&page).status, 200);
    }

    fn r_t42_known_and_unknown_addresses_get_the_same_answer(site) {
        let site = site.people();
        subscribe(&site, Lang::Ja, "known@example.org", &[]);
        site.wait(TimeDelta::days(2));
        let answer = |email: &str| {
            let visitor = site.visitor();
            let asked = visitor.submit("/ja/digest", "/ja/digest", &[("email", email), ("lang", "ja")]);
            let names: Vec<String> = asked.headers.iter().map(|(n, _)| n.clone()).collect();
            let after = visitor.get(asked.header("location"));
            let tokenless = after.texts("main p, main h1, main h2");
            (asked.status, asked.header("location").to_owned(), names, after.status, tokenless)
        };
        // A subscriber, a member, nobody.
        let first = answer("nobody@example.org");
        for email in ["known@example.org", "tom@example.org", "another@example.org"] {
            assert_eq!(answer(email), first, "{email}");
        }
    }

    fn r_t57_whoever_is_gone_when_a_letter_leaves_gets_none(site) {
        let site = site.people();
        let tom = site.sign_in("tom");
        assert_eq!(tom.submit("/en/digest", "/en/digest", &[("lang", "en")]).status, 303);
        let link = site.letter("tom@example.org").link();
        assert_eq!(tom.submit(&link, &link, &[]).status, 303);
        let before = site.letters("tom@example.org").len();
        site.program("claire").thread(Lang::Fr, "Un fil", "Des mots.");
        next_monday(&site);
        assert_eq!(make(&site).issues, 1);
        let person = site.read(|conn| trialogue::store::accounts::by_key(conn, "tom")).unwrap();
        let erasing = site.app.erase(person, trialogue::forum::privacy::Contributions::Keep);
        actix_web::rt::System::new().block_on(erasing).unwrap();
        assert_eq!(site.deliver().sent, 0);
        assert!(site.letters("tom@example.org").len() <= before);
        assert_eq!(make(&site).issues, 0);
    }
}
