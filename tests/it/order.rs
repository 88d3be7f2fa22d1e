//! M1, M2, M4, M5: what waits, what is reported, what is decided, and the one answer to it.

use crate::{
    both,
    support::{Site, Visitor, id},
};
use chrono::TimeDelta;
use serde_json::{Value, json};
use trialogue::{
    domain::lang::Lang,
    forum,
    store::{self, moderation::Subject},
};

/// Settles the first case of a kind.
fn decide(moderator: &Visitor, kind: &str, fields: &[(&str, &str)]) -> u16 {
    let case = first(moderator, kind);
    let page = moderator.get(&case);
    let kept = |name: &str| page.attrs(&format!(".panel input[name={name}]"), "value").pop().unwrap_or_default();
    let (csrf, revision) = (kept("csrf"), kept("revision"));
    let all = [&[("csrf", csrf.as_str()), ("revision", revision.as_str())], fields].concat();
    moderator.post(&case, &all).status
}

fn first(moderator: &Visitor, kind: &str) -> String {
    moderator.get(&format!("/en/moderation?kind={kind}")).attr(".cases h3 a", "href")
}

fn waiting(moderator: &Visitor) -> usize {
    moderator.get("/en/moderation").count(".cases li")
}

fn reply(site: &Site, handle: &str, thread: &Value, body: &str) -> Value {
    site.program(handle).reply(thread, Lang::En, body, None)
}

fn flag(visitor: &Visitor, post: &Value, fields: &[(&str, &str)]) -> u16 {
    let form = format!("/en/p/{}/flag", post["id"]);
    let mut all = vec![("lang", "en")];
    all.extend(fields);
    visitor.submit(&form, &form, &all).status
}

both! {
    fn m2_a_first_post_waits_is_seen_by_its_author_and_counts_for_nobody_until_it_is_accepted(site) {
        let site = site.people();
        site.newcomer("nina", Lang::En);
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let post = reply(&site, "nina", &thread, "words that wait");
        assert_eq!(post["state"], "held");
        let (path, api) = (format!("/en/t/{}", thread["id"]), format!("/api/v1/threads/{}/posts", thread["id"]));
        for other in [site.visitor(), site.sign_in("aiko"), site.program("tom")] {
            let page = other.open(&path);
            assert!(!page.body.contains("words that wait") && !page.body.contains("nina"));
            assert_eq!(page.count("article"), 1, "not even a placeholder");
            assert!(!other.get(&api).body.contains("words that wait"));
            assert_eq!(other.get(&format!("/en/p/{}", post["id"])).status, 404);
        }
        let nina = site.sign_in("nina");
        let own = nina.open(&format!("/en/p/{}", post["id"]));
        assert!(own.body.contains("words that wait") && own.text("article .notice").contains("is waiting for a moderator"));
        let edit = format!("/en/p/{}/edit", post["id"]);
        assert_eq!(nina.submit(&edit, &edit, &[("body", "better words"), ("revision", "1"), ("change", "meaning")]).status, 303, "its author edits it");
        assert_eq!(site.visitor().get(&format!("/api/v1/threads/{}", thread["id"])).value()["posts"], 0);
        let mori = site.sign_in("mori");
        assert_eq!(waiting(&mori), 1);
        assert_eq!(decide(&mori, "held", &[("decision", "accept")]), 303);
        let page = site.visitor().open(&path);
        assert!(page.body.contains("better words") && page.text(".bar").contains("1 reply"), "{}", page.text(".bar"));
        assert_eq!(waiting(&mori), 0);
        assert!(site.letter("nina@example.org").subject.contains("is published"));
        assert_eq!(reply(&site, "nina", &thread, "the second")["state"], "visible");
        assert_eq!(reply(&site, "nina", &thread, "see https://example.org")["state"], "held", "links before three accepted ones");
        reply(&site, "nina", &thread, "the third");
        reply(&site, "nina", &thread, "the fourth");
        assert_eq!(reply(&site, "nina", &thread, "now https://example.org")["state"], "visible");
    }

    fn m2_only_the_words_that_were_read_are_accepted(site) {
        let site = site.people();
        site.newcomer("nina", Lang::En);
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let post = reply(&site, "nina", &thread, "harmless words");
        let mori = site.sign_in("mori");
        let case = first(&mori, "held");
        let page = mori.get(&case);
        let (csrf, read) = (page.attr(".panel input[name=csrf]", "value"), page.attr(".panel input[name=revision]", "value"));
        let (nina, edit) = (site.sign_in("nina"), format!("/en/p/{}/edit", post["id"]));
        assert_eq!(nina.submit(&edit, &edit, &[("body", "buy at spam.example"), ("revision", "1")]).status, 303);
        let accept = [("csrf", csrf.as_str()), ("revision", read.as_str()), ("decision", "accept"), ("reason", "typed")];
        let refused = mori.post(&case, &accept);
        assert_eq!((refused.status, refused.text("#c-reason")), (409, "typed".to_owned()));
        assert!(refused.body.contains("buy at spam.example") && refused.text(".errors").contains("was edited"));
        assert_eq!(mori.post(&case, &[accept[0], accept[2]]).status, 409, "nor unread");
        assert!(!site.visitor().open(&format!("/en/t/{}", thread["id"])).body.contains("spam.example"));
        assert_eq!(waiting(&mori), 1);
        assert_eq!(decide(&mori, "held", &[("decision", "accept")]), 303);
        assert!(site.visitor().open(&format!("/en/t/{}", thread["id"])).body.contains("spam.example"));
    }

    fn m2_a_first_thread_waits_as_a_whole(site) {
        let site = site.people();
        site.newcomer("nina", Lang::En);
        let counts = || site.read(store::themes::counts);
        let before = counts();
        let thread = site.program("nina").thread(Lang::En, "A waiting title", "x");
        let path = format!("/en/t/{}", thread["id"]);
        for other in [site.visitor(), site.sign_in("aiko")] {
            assert_eq!(other.open(&path).status, 404);
            for list in ["/en/", "/en/threads", "/en/themes/governance", "/en/translate?into=all", "/api/v1/threads", "/api/v1/queue?into=all"] {
                assert!(!other.get(list).body.contains("A waiting title"), "{list}");
            }
        }
        assert_eq!((site.sign_in("nina").open(&path).status, counts() == before), (200, true));
        let own = site.sign_in("nina").get("/en/threads").text(".rows li");
        assert!(own.contains("A waiting title") && own.contains("Waiting") && !own.contains("Hidden"), "{own}");
        let mori = site.sign_in("mori");
        assert_eq!(decide(&mori, "held", &[("decision", "accept")]), 303);
        assert!(site.visitor().get("/en/").body.contains("A waiting title"));
        assert_eq!(counts(), site.read(store::themes::recount));
        let spam = site.program("nina").thread(Lang::En, "Buy", "https://spam.example");
        assert_eq!(decide(&mori, "held", &[("decision", "delete")]), 422, "why?");
        assert_eq!(decide(&mori, "held", &[("decision", "delete"), ("reason", "spam")]), 303);
        assert_eq!(site.visitor().open(&format!("/en/t/{}", spam["id"])).status, 404);
        assert_eq!(counts(), site.read(store::themes::recount));
    }

    fn m2_links_put_in_afterwards_make_a_new_person_s_post_wait_again(site) {
        let site = site.people();
        site.newcomer("nina", Lang::En);
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let post = reply(&site, "nina", &thread, "harmless");
        let mori = site.sign_in("mori");
        decide(&mori, "held", &[("decision", "accept")]);
        let (nina, edit) = (site.sign_in("nina"), format!("/en/p/{}/edit", post["id"]));
        assert_eq!(nina.submit(&edit, &edit, &[("body", "https://spam.example"), ("revision", "1")]).status, 303);
        assert!(!site.visitor().open(&format!("/en/t/{}", thread["id"])).body.contains("spam.example"));
        assert_eq!(waiting(&mori), 1);
        let posts = site.visitor().get(&format!("/api/v1/threads/{}", thread["id"])).value();
        assert_eq!(posts["posts"], 0);
    }

    fn m2_a_link_in_another_s_place_is_a_new_one_and_what_waits_again_keeps_its_place(site) {
        let site = site.people();
        site.newcomer("nina", Lang::En);
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let post = reply(&site, "nina", &thread, "see https://good.example");
        let mori = site.sign_in("mori");
        decide(&mori, "held", &[("decision", "accept")]);
        site.wait(TimeDelta::minutes(5));
        reply(&site, "tom", &thread, "I answer nina");
        let (nina, edit) = (site.sign_in("nina"), format!("/en/p/{}/edit", post["id"]));
        assert_eq!(nina.submit(&edit, &edit, &[("body", "look at https://good.example"), ("revision", "1")]).status, 303);
        assert_eq!(waiting(&mori), 0, "no new link");
        assert_eq!(nina.submit(&edit, &edit, &[("body", "look at https://spam.example"), ("revision", "2")]).status, 303);
        assert_eq!(waiting(&mori), 1);
        site.wait(TimeDelta::minutes(5));
        decide(&mori, "held", &[("decision", "accept")]);
        let flat = site.visitor().open(&format!("/en/t/{}?view=flat", thread["id"])).texts("article .text").join(" ");
        assert!(flat.find("spam.example") < flat.find("I answer nina"), "{flat}");
    }

    fn m2_a_link_in_an_opening_takes_nobody_s_answers_away(site) {
        let site = site.people();
        site.newcomer("nina", Lang::En);
        let thread = site.program("nina").thread(Lang::En, "T", "a question");
        decide(&site.sign_in("mori"), "held", &[("decision", "accept")]);
        let (nina, edit) = (site.sign_in("nina"), format!("/en/p/{}/edit", thread["post"]));
        reply(&site, "tom", &thread, "an answer");
        let later = nina.submit(&edit, &edit, &[("title", "T"), ("body", "a question https://new.example"), ("revision", "1")]);
        assert_eq!((later.status, later.count(".field-err")), (422, 1));
        assert!(later.text("textarea[name=body]").contains("https://new.example"), "nothing typed is lost");
        assert!(site.visitor().open(&format!("/en/t/{}", thread["id"])).body.contains("an answer"));
        assert_eq!(nina.submit(&edit, &edit, &[("title", "T"), ("body", "a better question"), ("revision", "1")]).status, 303);
    }

    fn m1_reports_make_one_case_and_whoever_reported_is_told_not_who_else(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let post = reply(&site, "tom", &thread, "rude words");
        let (aiko, claire, mori) = (site.sign_in("aiko"), site.sign_in("claire"), site.sign_in("mori"));
        assert_eq!(site.visitor().get(&format!("/en/p/{}/flag", post["id"])).status, 303, "sign in first");
        assert_eq!(flag(&aiko, &post, &[("kind", "other")]), 422, "something else says nothing without words");
        assert_eq!(flag(&aiko, &post, &[("kind", "hurtful"), ("words", "ひどい言葉です")]), 303);
        assert_eq!(flag(&aiko, &post, &[("kind", "hurtful"), ("words", "とてもひどい")]), 303, "said again");
        assert_eq!(flag(&claire, &post, &[("kind", "spam")]), 303);
        assert_eq!(flag(&site.sign_in("tom"), &post, &[("kind", "spam")]), 403, "one's own");
        assert_eq!(waiting(&mori), 1);
        let case = mori.get(&first(&mori, "flag"));
        assert!(case.body.contains("rude words") && case.body.contains("とてもひどい") && !case.body.contains("ひどい言葉です"));
        assert_eq!(case.count("section[aria-labelledby=h-flags] li"), 2);
        assert_eq!(site.sign_in("tom").get(&first(&mori, "flag")).status, 403);
        assert_eq!(decide(&mori, "flag", &[("decision", "dismiss")]), 303);
        for who in [&aiko, &claire] {
            assert!(who.get("/en/notifications").body.contains("looked at what you had reported"));
        }
        assert!(!site.sign_in("tom").get("/en/notifications").body.contains("moderators"), "nothing happened to him");
    }

    fn m5_of_two_moderators_on_one_case_the_second_is_told_and_keeps_their_words(site) {
        let site = site.people();
        site.person("kim", trialogue::domain::account::Role::Moderator, Lang::En);
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let post = reply(&site, "tom", &thread, "rude words");
        flag(&site.sign_in("aiko"), &post, &[("kind", "hurtful")]);
        let (mori, kim) = (site.sign_in("mori"), site.sign_in("kim"));
        let case = first(&mori, "flag");
        let token = kim.get(&case).attr(".form input[name=csrf]", "value");
        assert_eq!(decide(&mori, "flag", &[("decision", "dismiss")]), 303);
        let second = kim.post(&case, &[("csrf", &token), ("decision", "hide"), ("reason", "long thoughts")]);
        assert_eq!((second.status, second.text("#c-reason")), (409, "long thoughts".to_owned()));
        assert!(second.body.contains("mori") && site.visitor().open(&format!("/en/t/{}", thread["id"])).body.contains("rude words"));
    }

    fn m5_the_author_is_told_in_their_language_and_answers_once_into_the_same_queue(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let post = site.program("aiko").reply(&thread, Lang::Ja, "言い過ぎた言葉", None);
        let mori = site.sign_in("mori");
        // A prepared answer, which each person reads in their own language.
        let new = [("lang", "fr"), ("title", "Ton"), ("body", "Restez courtois, s’il vous plaît.")];
        assert_eq!(mori.submit("/fr/moderation/answers", "/fr/moderation/answers", &new).status, 303);
        let text = mori.get("/ja/moderation/answers").attrs(".strip a", "href").into_iter().find(|h| h.contains("/translate/") && h.ends_with("/ja")).unwrap();
        let bench: i64 = text.split('/').nth(3).unwrap().parse().unwrap();
        let put = json!({ "title": "口調", "body": "穏やかな言葉でお願いします。", "based_on": 1, "revision": 0 });
        assert_eq!(site.program("mori").put_slot(bench, Lang::Ja, put).status, 200);
        flag(&site.sign_in("tom"), &post, &[("kind", "hurtful")]);
        let canned = mori.get(&first(&mori, "flag")).attr("#c-canned option:not([value=''])", "value");
        assert_eq!(decide(&mori, "flag", &[("decision", "hide"), ("canned", &canned), ("reason", "2行目")]), 303);
        let letter = site.letter("aiko@example.org");
        assert!(letter.content_language == "ja" && letter.text.contains("> 穏やかな言葉でお願いします。") && letter.text.contains("> 2行目"), "{}", letter.text);
        let placeholder = |lang: &str| site.visitor().open(&format!("/{lang}/t/{}", thread["id"])).text(".gone");
        assert!(placeholder("fr").contains("Restez courtois") && placeholder("ja").contains("穏やかな言葉"));
        let aiko = site.sign_in("aiko");
        let act = letter.link();
        assert!(aiko.get("/ja/notifications").attrs(".lines a", "href").contains(&act));
        assert_eq!(site.sign_in("claire").get(&act).status, 404, "nobody else's");
        let empty = aiko.submit(&act, &act, &[("lang", "ja"), ("words", " ")]);
        assert_eq!((empty.status, empty.count(".field-err")), (422, 1));
        assert_eq!(aiko.submit(&act, &act, &[("lang", "ja"), ("words", "冗談のつもりでした。")]).status, 303);
        assert_eq!(aiko.get(&act).count("textarea"), 0, "one answer");
        let token = aiko.get("/ja/settings").attr("input[name=csrf]", "value");
        assert_eq!(aiko.post(&act, &[("csrf", &token), ("lang", "ja"), ("words", "もう一度")]).status, 403);
        assert_eq!(aiko.post(&act, &[("csrf", &token), ("lang", "ja"), ("words", "冗談のつもりでした。")]).status, 303, "sent twice is once");
        let case = mori.get(&first(&mori, "answer"));
        assert!(case.body.contains("冗談のつもりでした。"));
        assert_eq!(decide(&mori, "answer", &[("decision", "undo"), ("reason", "you are right")]), 303);
        assert!(site.visitor().open(&format!("/ja/t/{}", thread["id"])).body.contains("言い過ぎた言葉"));
        assert!(aiko.get(&act).body.contains("取り消しました"));
        let log: Vec<String> = site.read(|conn| store::moderation::of(conn, Subject::Post(id(&post, "id")))).into_iter().map(|l| l.act).collect();
        assert_eq!(log, ["restore", "hide"]);
    }

    fn m5_whoever_is_told_knows_which_words_and_only_what_takes_away_can_be_answered(site) {
        let site = site.people();
        let thread = site.program("claire").thread(Lang::Fr, "Les marchés du soir", "x");
        let post = site.program("tom").reply(&thread, Lang::En, "rude words", None);
        let (mori, tom) = (site.sign_in("mori"), site.sign_in("tom"));
        let moderate = format!("/en/p/{}/moderate", post["id"]);
        let act = |act: &str| assert_eq!(mori.submit(&moderate, &moderate, &[("act", act), ("reason", "r")]).status, 303);
        act("hide");
        let hidden = site.letter("tom@example.org");
        assert!(hidden.text.contains("Post no. 2 in “Les marchés du soir”") && hidden.text.contains("answer this decision once"), "{}", hidden.text);
        let decision = tom.get(&hidden.link());
        assert!(decision.body.contains("Post no. 2 in “Les marchés du soir”") && decision.count("main a[href*='/p/']") == 0, "nothing to read");
        assert!(tom.get("/en/notifications").text(".lines a").contains("Your post has been hidden"));
        act("restore");
        let restored = site.letter("tom@example.org");
        assert!(!restored.text.contains("once"), "there is nothing to answer: {}", restored.text);
        assert_eq!(restored.link(), format!("/en/p/{}", post["id"]), "it leads to the words themselves");
        // A hidden thread has no name for those who cannot read it (T12); its author knows the day.
        let moderate = format!("/en/t/{}/moderate", thread["id"]);
        assert_eq!(mori.submit(&moderate, &moderate, &[("act", "hide"), ("reason", "r")]).status, 303);
        let letter = site.letter("claire@example.org");
        assert!(letter.text.contains("Fil ouvert le ") && !letter.text.contains("marchés"), "{}", letter.text);
    }

    fn m5_every_kind_of_act_that_takes_away_can_be_undone_by_an_answer(site) {
        let site = site.people();
        let tom = site.program("tom");
        let thread = tom.thread(Lang::En, "T", "opening");
        let post = reply(&site, "tom", &thread, "first words");
        let (mori, author) = (site.sign_in("mori"), site.sign_in("tom"));
        let answer = |words: &str| {
            let act = site.letter("tom@example.org").link();
            assert_eq!(author.submit(&act, &act, &[("lang", "en"), ("words", words)]).status, 303, "{words}");
            assert_eq!(decide(&mori, "answer", &[("decision", "undo"), ("reason", "you are right")]), 303, "{words}");
        };
        let edit = format!("/en/p/{}/edit", post["id"]);
        assert_eq!(mori.submit(&edit, &edit, &[("body", "changed"), ("revision", "1"), ("reason", "names")]).status, 303);
        answer("edit");
        assert!(site.visitor().open(&format!("/en/t/{}", thread["id"])).body.contains("first words"));
        let moderate = format!("/en/t/{}/moderate", thread["id"]);
        for (act, gone) in [("lock", "locked"), ("hide", "")] {
            assert_eq!(mori.submit(&moderate, &moderate, &[("act", act), ("reason", "r")]).status, 303);
            answer(act);
            let page = site.visitor().get(&format!("/api/v1/threads/{}", thread["id"]));
            assert!(page.status == 200 && (gone.is_empty() || page.value()["state"] == "open"), "{act}");
        }
        let delete = format!("/en/p/{}/moderate", post["id"]);
        assert_eq!(mori.submit(&delete, &delete, &[("act", "delete"), ("reason", "r")]).status, 303);
        answer("delete");
        let page = site.visitor().open(&format!("/en/t/{}", thread["id"]));
        assert!(page.body.contains("first words") && page.text(".bar").contains("1 reply"));
        assert_eq!(site.read(store::themes::counts), site.read(store::themes::recount));
    }

    fn m4_r_t37_a_suspended_account_writes_nowhere_and_reads_and_answers(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let (tom, program, mori) = (site.sign_in("tom"), site.program("tom"), site.sign_in("mori"));
        let suspend = "/en/u/tom/moderate";
        assert_eq!(mori.submit(suspend, suspend, &[("act", "suspend"), ("term", "7"), ("reason", "")]).status, 422, "why?");
        assert_eq!(mori.submit(suspend, suspend, &[("act", "suspend"), ("term", "500"), ("reason", "r")]).status, 422, "how long?");
        assert_eq!(mori.submit(suspend, suspend, &[("act", "suspend"), ("term", "7"), ("reason", "heat")]).status, 303);
        let page = tom.get("/en/");
        assert!(page.status == 200 && page.text(".notice.bad").contains("suspended"));
        let token = tom.get("/en/settings").attr("input[name=csrf]", "value");
        let opening = thread["post"].to_string();
        for path in ["/en/t/new".into(), format!("/en/t/{}/reply", thread["id"]), format!("/en/p/{opening}/edit"), format!("/en/p/{opening}/moderate"),
            format!("/en/translate/{}/fr", thread["text"]), "/en/settings".to_owned(), "/en/settings/tokens".into(), format!("/en/p/{opening}/flag")] {
            let answer = tom.post(&path, &[("csrf", &token), ("body", "my words"), ("title", "t"), ("lang", "en"), ("name", "n"), ("themes", "governance"), ("kind", if path.ends_with("flag") { "spam" } else { "" }), ("act", "delete"), ("revision", "1"), ("writes", "en"), ("reads", "en"), ("zone", "UTC"), ("display_name", "x"), ("action", "save"), ("based_on", "1")]);
            assert_eq!(answer.status, 403, "{path} {}", answer.text("h1"));
        }
        assert_eq!(program.json("POST", "/api/v1/threads", &json!({ "title": "t", "body": "b", "lang": "en", "themes": ["governance"] })).status, 403);
        assert_eq!(program.put_slot(id(&thread, "text"), Lang::Fr, json!({ "title": "t", "body": "b", "based_on": 1, "revision": 0 })).status, 403);
        assert_eq!((program.get("/api/v1/me").status, tom.get("/en/settings/data").status), (200, 200));
        let letter = site.letter("tom@example.org");
        assert!(letter.subject.contains("suspended") && letter.text.contains("> heat"));
        let act = letter.link();
        assert_eq!(tom.submit(&act, &act, &[("lang", "en"), ("words", "sorry")]).status, 303, "answering stays possible");
        let export = tom.submit("/en/settings/data", "/en/settings/export", &[("current", crate::support::PASSWORD), ("format", "json")]);
        assert_eq!(export.status, 200);
        assert_eq!(decide(&mori, "answer", &[("decision", "undo"), ("reason", "you are right")]), 303);
        assert_eq!(program.json("POST", "/api/v1/threads", &json!({ "title": "t", "body": "b", "lang": "en", "themes": ["governance"] })).status, 201);
        mori.submit(suspend, suspend, &[("act", "suspend"), ("term", "1"), ("reason", "r")]);
        site.wait(TimeDelta::hours(25));
        assert_eq!(program.json("POST", "/api/v1/threads", &json!({ "title": "u", "body": "b", "lang": "en", "themes": ["governance"] })).status, 201, "the term is over");
    }

    fn m4_a_suspended_moderator_moderates_nothing_and_administrators_are_administrators_business(site) {
        let site = site.people().administrator();
        site.person("kim", trialogue::domain::account::Role::Moderator, Lang::En);
        let (kim, mori, admin) = (site.sign_in("kim"), site.sign_in("mori"), site.sign_in("admin"));
        let on = |v: &Visitor, who: &str| v.submit("/en/settings", &format!("/en/u/{who}/moderate"), &[("act", "suspend"), ("term", "never"), ("reason", "r")]).status;
        assert_eq!((on(&mori, "admin"), on(&mori, "mori"), on(&site.sign_in("tom"), "aiko")), (403, 403, 403));
        assert_eq!(on(&mori, "kim"), 303);
        assert_eq!(kim.get("/en/moderation").status, 403);
        assert_eq!(on(&kim, "tom"), 403);
        assert_eq!(on(&admin, "mori"), 303);
        let now = site.now();
        let person = site.read(|conn| forum::accounts::candidate(conn, "mori")).unwrap();
        assert!(person.is_suspended(now + TimeDelta::days(10_000)), "no end");
    }

    fn r_t46_notes_are_moderators_and_the_public_log_names_nobody_moderated(site) {
        let site = site.people();
        let thread = site.program("claire").thread(Lang::Fr, "Un fil", "x");
        let post = site.program("tom").reply(&thread, Lang::En, "rude", None);
        flag(&site.sign_in("aiko"), &post, &[("kind", "hurtful"), ("words", "aiko's own words")]);
        let mori = site.sign_in("mori");
        let case = first(&mori, "flag");
        assert_eq!(mori.submit(&case, &format!("{case}/note"), &[("note", "watch this one"), ("about", "account")]).status, 303);
        assert!(mori.get(&case).body.contains("watch this one") && mori.get("/en/u/tom/moderate").body.contains("watch this one"));
        decide(&mori, "flag", &[("decision", "hide"), ("reason", "tone")]);
        mori.submit("/en/u/tom/moderate", "/en/u/tom/moderate", &[("act", "suspend"), ("term", "1"), ("reason", "heat")]);
        for visitor in [site.visitor(), site.sign_in("claire"), site.sign_in("tom")] {
            let log = visitor.get("/fr/moderation/log");
            assert_eq!(log.count(".lines li"), 2, "{:?}", log.texts(".lines li"));
            let lines = log.texts(".lines").join(" ");
            assert!(lines.contains("Un fil") && lines.contains("tone") && lines.contains("heat") && lines.contains("mori"));
            for secret in ["tom", "aiko", "rude", "watch"] {
                assert!(!lines.contains(secret), "{secret} in {lines}");
            }
            let person = visitor.get("/fr/u/tom/moderate").status;
            assert!([303, 403].contains(&person), "{person}");
            assert!(!visitor.get("/fr/u/tom").body.contains("watch"));
        }
    }
}

#[test]
fn the_log_is_moderators_alone_where_the_site_says_so() {
    let site = Site::with("closed log", |c| c.site.public_log = false).people();
    assert_eq!(site.visitor().get("/en/moderation/log").status, 404);
    assert_eq!(site.sign_in("tom").get("/en/moderation/log").status, 404);
    assert_eq!(site.sign_in("mori").get("/en/moderation/log").status, 200);
    assert_eq!(site.visitor().get("/en/").count("footer a[href$='/moderation/log']"), 0);
}

#[test]
fn nothing_waits_where_the_site_says_so() {
    let site = Site::with("no holding", |c| c.site.hold_first_posts = false).people();
    site.newcomer("nina", Lang::En);
    let thread = site.program("nina").thread(Lang::En, "T", "https://example.org");
    assert_eq!(site.visitor().open(&format!("/en/t/{}", thread["id"])).status, 200);
}
