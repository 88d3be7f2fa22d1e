//! R-T27, R-T29: hostile parameters and sizes, at every field of joining, moderating and looking after the forum.

use crate::{
    both,
    support::{PASSWORD, Visitor},
};
use trialogue::domain::lang::Lang;

const HOSTILE: [&str; 11] = [
    "' OR '1'='1",
    "1; DROP TABLE accounts; --",
    "\" NEAR( \"",
    "col:* AND",
    "%",
    "_",
    "\\",
    "(a+)+$",
    "-1",
    "99999999999999999999",
    "𝕏\u{202E}\u{FEFF}",
];

fn encode(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

both! {
    fn r_t27_hostile_parameters_are_words_like_any_other(site) {
        let site = site.people().administrator();
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let admin = site.sign_in("admin");
        for hostile in HOSTILE {
            let word = encode(hostile);
            for page in [
                "/threads?theme=", "/threads?sort=", "/threads?lang=", "/threads?after=", "/moderation?kind=", "/moderation?after=", "/moderation/log?before=",
                "/admin/people?q=", "/admin/people?after=", "/admin/mail?which=", "/admin/mail?before=", "/notifications?before=", "/translate?theme=", "/translate?into=all&sort=",
                "/glossary?q=", "/u/", "/acts/", "/moderation/", "/moderation/answers/", "/join/confirm/", "/join/invitation/", "/reset/", "/settings/address/", "/themes/",
            ] {
                let answer = admin.open(&format!("/en{page}{word}"));
                assert!([200, 400, 404, 410].contains(&answer.status), "{page} {hostile}: {}", answer.status);
            }
            let found = admin.get(&format!("/en/admin/people?q={word}"));
            assert!(found.count(".lines li") == 0 || ["%", "_", "\\", "𝕏\u{202E}\u{FEFF}"].contains(&hostile), "{hostile} finds nobody");
            for (form, fields) in [
                ("/en/login", vec![("handle", hostile), ("password", hostile)]),
                ("/en/reset", vec![("handle", hostile)]),
                ("/en/admin/mail", vec![("action", hostile)]),
                ("/en/invitations", vec![("revoke", hostile), ("email", hostile), ("lang", hostile)]),
                ("/en/u/tom/moderate", vec![("act", hostile), ("term", hostile), ("canned", hostile), ("reason", "r")]),
            ] {
                let status = admin.submit("/en/settings", form, &fields).status;
                assert!([303, 403, 422, 429].contains(&status), "{form} {hostile}: {status}");
            }
            let form = format!("/en/t/{}/relocate", thread["id"]);
            let status = admin.submit(&form, &form, &[("what", "move"), ("numbers", hostile), ("to", hostile), ("reason", "r")]).status;
            assert_eq!(status, 422, "{hostile}");
        }
        assert_eq!(admin.get("/en/admin/people").count(".lines li"), 5, "everybody is still there");
    }

    fn r_t29_at_the_limit_yes_one_more_no_and_a_thousand_times_more_is_said_too(site) {
        let site = site.people().administrator();
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let post = site.program("tom").reply(&thread, Lang::En, "y", None);
        let (admin, aiko) = (site.sign_in("admin"), site.sign_in("aiko"));
        let flag = format!("/en/p/{}/flag", post["id"]);
        let moderate = format!("/en/t/{}/moderate", thread["id"]);
        // Form, the field, its limit in characters, and what goes with it.
        type Form<'a> = (&'a Visitor, &'a str, &'a str, usize, Vec<(&'a str, &'a str)>);
        let forms: Vec<Form> = vec![
            (&aiko, &flag, "words", 1_000, vec![("kind", "spam"), ("lang", "ja")]),
            (&admin, &moderate, "reason", 1_000, vec![("act", "pin")]),
            (&admin, "/en/u/tom/moderate", "note", 1_000, vec![("act", "note")]),
            (&admin, "/en/moderation/answers", "title", 200, vec![("body", "b"), ("lang", "en")]),
            (&admin, "/en/moderation/answers", "body", 50_000, vec![("title", "t"), ("lang", "en")]),
            (&aiko, "/en/settings", "display_name", 100, vec![("reads", "ja"), ("writes", "ja"), ("zone", "UTC")]),
        ];
        for (who, form, field, limit, rest) in forms {
            for (length, right) in [(limit, true), (limit + 1, false), ((limit * 10).min(100_000), false)] {
                // Three bytes each: characters are counted.
                let mark = format!("{length}");
                let typed = format!("{mark}{}", "語".repeat(length - mark.len()));
                let mut fields = vec![(field, typed.as_str())];
                fields.extend(rest.iter().copied());
                let page = if form.ends_with("/flag") { "/en/settings" } else { form };
                let answer = who.submit(page, form, &fields);
                let fits = right && typed.len() <= 200_000;
                assert_eq!(answer.status, if fits { 303 } else { 422 }, "{form} {field} {length}");
                if !fits {
                    assert!(answer.body.contains(&typed[..150 + mark.len()]), "{form} {field}: nothing typed is lost");
                }
            }
        }
        for (length, right) in [(2, true), (32, true), (33, false), (32_000, false)] {
            let handle = "花".repeat(length);
            let email = format!("h{length}@example.org");
            let ask = [("handle", handle.as_str()), ("email", &email), ("password", PASSWORD), ("lang", "ja"), ("agree", "yes")];
            assert_eq!(site.visitor().submit("/en/join", "/en/join", &ask).status, if right { 303 } else { 422 }, "{length}");
        }
        for (length, right) in [(9, false), (10, true), (1_024, true), (1_025, false), (500_000, false)] {
            let password = "x1".repeat(length).chars().take(length).collect::<String>();
            let (email, handle) = (format!("p{length}@example.org"), format!("pass{length}"));
            let ask = [("handle", handle.as_str()), ("email", &email), ("password", &password), ("lang", "ja"), ("agree", "yes")];
            let answer = site.visitor().submit("/en/join", "/en/join", &ask);
            assert_eq!(answer.status, if right { 303 } else { 422 }, "{length}: {:?}", answer.texts(".field-err"));
        }
        let numbers = (2..=900).map(|n| n.to_string()).collect::<Vec<_>>().join(",");
        let relocate = format!("/en/t/{}/relocate", thread["id"]);
        let many = admin.submit(&relocate, &relocate, &[("what", "move"), ("numbers", &numbers), ("to", "1"), ("reason", "r")]);
        assert_eq!((many.status, many.attr("#c-numbers", "value").len()), (422, numbers.len()));
    }
}
