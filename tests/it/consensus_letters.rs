//! What consensus threads tell in letters and notices: asked, declared, moved, each in the reader's language.

use crate::{
    both,
    declarations::{agreed, declare, ready},
    digests::{digests, make, next_monday, subscribe},
    support::consensus::{answer_all, assembly, open, pass, say, statement, take},
};
use serde_json::json;
use trialogue::domain::{account::Role, lang::Lang};

both! {
    fn d3_a_week_of_a_consensus_thread_in_three_languages(site) {
        let site = site.people();
        let mori = site.program("mori");
        for (lang, to) in [(Lang::Fr, "fr@example.org"), (Lang::En, "en@example.org"), (Lang::Ja, "ja@example.org")] {
            subscribe(&site, lang, to, &[]);
        }
        let (thread, [shared, _]) = agreed(&site, &mori);
        answer_all(&mori, &thread);
        pass(&mori, &thread, "propose");
        let story = site.program("claire").thread(Lang::Fr, "Une cuisine", "Nous cuisinons ensemble.");
        ready(&mori, &thread, &format!("[Meals](/s/{shared}) are shared, as [one kitchen](/p/{}) tells.", story["post"]));
        assert_eq!(declare(&mori, &thread, json!({ "outcome": "consensus" })).status, 201);
        next_monday(&site);
        make(&site);
        site.deliver();
        for (to, said) in [("fr@example.org", "Une déclaration a été"), ("en@example.org", "A declaration has been made."), ("ja@example.org", "宣言")] {
            let letter = digests(&site, to).pop().unwrap_or_else(|| panic!("no letter to {to}"));
            assert!(letter.text.contains(said), "{}", letter.text);
            assert!(letter.text.contains("/declarations/") || letter.text.contains(&format!("/t/{}", thread["id"])), "{}", letter.text);
        }
        // Whoever signed up for the assembly reads it within the forum, too.
        assert!(site.sign_in("fr1").get("/fr/notifications").body.contains("a publié"), "{}", site.sign_in("fr1").get("/fr/notifications").text("main"));
        // The next week its basis moves: the letter says so, and the moderators are told at once.
        site.person("ruth", Role::Moderator, Lang::En);
        let (desk, path) = (site.sign_in("mori"), format!("/fr/t/{}/moderate", story["id"]));
        assert_eq!(desk.submit(&path, &path, &[("act", "hide"), ("reason", "hors sujet")]).status, 303);
        assert!(site.sign_in("ruth").get("/en/notifications").body.contains("What we stand behind"));
        next_monday(&site);
        make(&site);
        site.deliver();
        let letter = digests(&site, "en@example.org").pop().unwrap();
        assert!(letter.text.contains("have changed in meaning"), "{}", letter.text);
    }

    fn d3_members_are_asked_for_what_they_have_not_said_and_few_are_never_counted(site) {
        let site = site.people();
        let mori = site.program("mori");
        site.person("ruth", Role::Moderator, Lang::Ja);
        let thread = open(&mori, "Shared meals", json!({ "names": "totals" }));
        pass(&mori, &thread, "debate");
        let [one, other] = ["Meals are shared", "Bread is free"].map(|s| statement(&mori, &thread, s));
        let people = assembly(&site, [2, 2, 2]);
        say(&people, one, [(1, 0, 1), (2, 0, 0), (2, 0, 0)]);
        take(&people[0].1, other, json!({ "value": "agree", "lang": "fr" }));
        for (lang, handle) in [(Lang::Fr, "fr1"), (Lang::Fr, "fr2"), (Lang::Ja, "ruth")] {
            subscribe(&site, lang, &format!("{handle}@example.org"), &[]);
        }
        next_monday(&site);
        make(&site);
        site.deliver();
        let text = |handle: &str| digests(&site, &format!("{handle}@example.org")).pop().map(|l| l.text).unwrap_or_default();
        let (done, asked, moderator) = (text("fr1"), text("fr2"), text("ruth"));
        assert!(asked.contains("Prendre position") && !done.contains("Prendre position"), "{asked}\n{done}");
        assert!(moderator.contains("異議"), "{moderator}");
        // C3: no letter counts what few people said; a name stands beside the signed reply that gives a reason (C8), nowhere else.
        for letter in [&done, &asked, &moderator] {
            assert!(!letter.contains("d’accord") && !letter.contains("賛成"), "{letter}");
            assert!(letter.matches("fr2").count() <= 1 && !letter.contains("fr1"), "{letter}");
        }
    }
}
