//! Ways around M1–M5 and T12 that were found once, and stay closed.

use crate::{
    both,
    support::{Site, Visitor, id},
};
use serde_json::{Value, json};
use trialogue::domain::lang::Lang;

fn act(moderator: &Visitor, path: &str, act: &str) {
    assert_eq!(moderator.submit(path, path, &[("act", act), ("reason", "r")]).status, 303, "{path} {act}");
}

fn merge(moderator: &Visitor, from: &Value, to: &Value) {
    let form = format!("/en/t/{}/relocate", from["id"]);
    let to = to["id"].to_string();
    assert_eq!(moderator.submit(&form, &form, &[("what", "merge"), ("to", &to), ("reason", "r")]).status, 303);
}

fn site_of(site: Site) -> (Site, Visitor) {
    let site = site.people();
    let mori = site.sign_in("mori");
    (site, mori)
}

both! {
    fn t12_the_title_of_a_merged_thread_is_hidden_with_its_opening(site) {
        let (site, mori) = site_of(site);
        let (from, to) = (site.program("tom").thread(Lang::En, "Xsecrettitle", "x"), site.program("tom").thread(Lang::En, "Open", "y"));
        merge(&mori, &from, &to);
        let page = || site.visitor().open(&format!("/en/t/{}", to["id"])).body;
        assert!(page().contains("Xsecrettitle"));
        act(&mori, &format!("/en/p/{}/moderate", from["post"]), "hide");
        assert!(!page().to_lowercase().contains("xsecrettitle"));
        let form = format!("/en/t/{}/relocate", to["id"]);
        let relocation = mori.get(&form).attr("input[name=relocation]", "value");
        let undo = mori.submit(&form, &form, &[("what", "undo"), ("relocation", &relocation), ("reason", "r")]);
        assert_eq!(undo.status, 403, "not while its opening is hidden");
        assert!(!site.visitor().get("/api/v1/threads").body.contains("Xsecrettitle"));
    }

    fn m5_prepared_answers_are_written_and_read_by_moderators_alone(site) {
        let (site, mori) = site_of(site);
        let new = [("lang", "fr"), ("title", "Ton"), ("body", "Restez courtois.")];
        mori.submit("/fr/moderation/answers", "/fr/moderation/answers", &new);
        let bench = mori.get("/en/moderation/answers").attrs(".strip a", "href").into_iter().find(|h| h.ends_with("/en")).unwrap();
        let text: i64 = bench.split('/').nth(3).unwrap().parse().unwrap();
        let put = json!({ "title": "t", "body": "rude words", "based_on": 1, "revision": 0 });
        assert_eq!(site.program("tom").put_slot(text, Lang::En, put.clone()).status, 404);
        assert_eq!(site.visitor().get(&format!("/api/v1/texts/{text}/slots")).status, 404);
        assert_eq!(site.sign_in("tom").get(&bench).status, 404);
        assert_eq!(site.program("mori").put_slot(text, Lang::En, put).status, 200);
    }

    fn m5_each_act_has_its_own_answer(site) {
        let (site, mori) = site_of(site);
        let thread = site.program("claire").thread(Lang::Fr, "T", "x");
        let post = site.program("tom").reply(&thread, Lang::En, "words", None);
        let edit = format!("/en/p/{}/edit", post["id"]);
        mori.submit(&edit, &edit, &[("body", "other words"), ("revision", "1"), ("reason", "r")]);
        let first = site.letter("tom@example.org").link();
        act(&mori, &format!("/en/p/{}/moderate", post["id"]), "hide");
        let second = site.letter("tom@example.org").link();
        let tom = site.sign_in("tom");
        for (link, words) in [(&first, "about the edit"), (&second, "about the hiding")] {
            assert_eq!(tom.submit(link, link, &[("lang", "en"), ("words", words)]).status, 303);
            assert!(tom.get(link).body.contains(words), "{words}");
        }
        assert_eq!(mori.get("/en/moderation?kind=answer").count(".cases li"), 2);
    }

    fn m2_what_nobody_could_read_was_not_accepted(site) {
        let (site, mori) = site_of(site);
        site.newcomer("nina", Lang::En);
        site.program("nina").thread(Lang::En, "Spam", "https://spam.example");
        let case = mori.get("/en/moderation").attr(".cases h3 a", "href");
        assert_eq!(mori.submit(&case, &case, &[("decision", "delete"), ("reason", "spam")]).status, 303);
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let held = site.program("nina").reply(&thread, Lang::En, "again", None);
        assert_eq!(held["state"], "held");
        // Whoever takes back what waits leaves no trace, not even in the log.
        let own = format!("/en/p/{}/moderate", held["id"]);
        assert_eq!(site.sign_in("nina").submit(&own, &own, &[("act", "delete")]).status, 303);
        assert!(!site.visitor().get("/en/moderation/log").body.contains("nina"));
    }

    fn m5_nobody_judges_their_own_words_and_what_was_decided_later_stays(site) {
        let (site, mori) = site_of(site);
        site.person("kim", trialogue::domain::account::Role::Moderator, Lang::En);
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let post = site.program("kim").reply(&thread, Lang::En, "kim's words", None);
        let flag = format!("/en/p/{}/flag", post["id"]);
        site.sign_in("tom").submit(&flag, &flag, &[("kind", "hurtful"), ("lang", "en")]);
        let (kim, case) = (site.sign_in("kim"), mori.get("/en/moderation").attr(".cases h3 a", "href"));
        assert_eq!(kim.submit(&case, &case, &[("decision", "dismiss")]).status, 403);
        assert_eq!(mori.submit(&case, &case, &[("decision", "dismiss")]).status, 303);
        let suspend = |term: &str, what: &str| {
            let fields = [("act", what), ("term", term), ("reason", "r")];
            assert_eq!(mori.submit("/en/u/tom/moderate", "/en/u/tom/moderate", &fields).status, 303);
        };
        suspend("1", "suspend");
        let (tom, link) = (site.sign_in("tom"), site.letter("tom@example.org").link());
        tom.submit(&link, &link, &[("lang", "en"), ("words", "sorry")]);
        suspend("1", "unsuspend");
        suspend("never", "suspend");
        let case = mori.get("/en/moderation?kind=answer").attr(".cases h3 a", "href");
        assert_eq!(mori.submit(&case, &case, &[("decision", "undo"), ("reason", "r")]).status, 403, "something was decided since");
        assert!(tom.get("/en/").text(".notice.bad").contains("suspended"));
        let _ = id(&post, "id");
    }

    fn d6_a_letter_that_cannot_be_read_holds_up_no_other(site) {
        let site = site.people();
        site.visitor().submit("/en/reset", "/en/reset", &[("handle", "tom")]);
        crate::support::spoil_letters(&site.url);
        site.visitor().submit("/en/reset", "/en/reset", &[("handle", "aiko")]);
        let counts = site.deliver();
        assert_eq!((counts.sent, counts.failed), (1, 1));
    }
}
