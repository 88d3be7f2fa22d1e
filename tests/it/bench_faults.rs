//! What goes wrong at the workbench: two people, old revisions, other buttons, forms that come too late. Nothing is
//! lost, and nothing stale is called fresh.

use crate::{
    both,
    support::{Answer, Site, Visitor, id},
    workbench::send,
};
use serde_json::{Value, json};
use trialogue::domain::{account::Role, lang::Lang};

const SOURCE: &str = "un\n\ndeux\n\ntrois";

/// A French reply that Tom translated into English: no title, three paragraphs.
fn translated(site: &Site, source: &str, target: &str) -> (Value, i64) {
    let claire = site.program("claire");
    let thread = claire.thread(Lang::Fr, "fil", "ouverture");
    let reply = claire.reply(&thread, Lang::Fr, source, None);
    let text = id(&reply, "text");
    let saved = site.program("tom").put_slot(text, Lang::En, json!({ "body": target, "revision": 0, "based_on": 1 }));
    assert_eq!(saved.status, 200, "{}", saved.body);
    (reply, text)
}

fn edit(site: &Site, text: i64, body: &str) {
    let revision = site.program("claire").slot(text, Lang::Fr)["revision"].clone();
    assert_eq!(site.program("claire").put_slot(text, Lang::Fr, json!({ "body": body, "revision": revision })).status, 200);
}

fn outdated(site: &Site, text: i64) -> Value {
    site.visitor().slot(text, Lang::En)["outdated_blocks"].clone()
}

fn bench(text: i64) -> String {
    format!("/en/translate/{text}/en")
}

/// Sends a form that was opened before, with one more field.
fn post(who: &Visitor, page: &str, mut form: Vec<(String, String)>, action: &str, also: &[(&str, &str)]) -> Answer {
    form.retain(|(n, _)| !also.iter().any(|(a, _)| a == n));
    form.extend(also.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())));
    form.push(("action".into(), action.into()));
    let fields: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    who.post(page, &fields)
}

both! {
    fn t4_a_paragraph_put_in_and_another_taken_out_are_no_pairs(site) {
        let site = site.people();
        let (_, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        edit(&site, text, "zéro\n\nun\n\ndeux");
        let page = site.sign_in("tom").open(&bench(text));
        assert_eq!((page.count(".pair"), page.count("textarea[name=body]")), (1, 1), "beside « un » would stand « two »");
        send(&site.sign_in("tom"), &bench(text), "save", &[("body", 0, "zero\n\none\n\ntwo")], &[]);
        assert_eq!(site.visitor().slot(text, Lang::En)["fresh"], true);
    }

    fn t4_a_save_that_touches_nothing_or_only_the_title_answers_nothing(site) {
        let site = site.people();
        let claire = site.program("claire");
        let text = id(&claire.thread(Lang::Fr, "Titre", SOURCE), "text");
        site.program("tom").put_slot(text, Lang::En, json!({ "title": "Titel", "body": "one, two, three", "revision": 0, "based_on": 1 }));
        claire.put_slot(text, Lang::Fr, json!({ "title": "Titre", "body": "un\n\nDEUX\n\ntrois", "revision": 1 }));
        let tom = site.sign_in("tom");
        send(&tom, &bench(text), "save", &[], &[]);
        assert_eq!(outdated(&site, text), json!([2]), "pressed by mistake");
        send(&tom, &bench(text), "save", &[("title", 0, "Title")], &[]);
        assert_eq!((outdated(&site, text), site.visitor().slot(text, Lang::En)["title"].clone()), (json!([2]), json!("Title")));
        send(&tom, &bench(text), "save", &[], &[("blocks", "2")]);
        assert_eq!(outdated(&site, text), json!([]));
    }

    fn t4_words_of_an_older_revision_answer_what_they_answered_then(site) {
        let site = site.people();
        let (reply, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        edit(&site, text, "un\n\nDEUX\n\ntrois");
        site.program("tom").put_slot(text, Lang::En, json!({ "body": "one\n\nTWO\n\nthree", "revision": 1, "based_on": 2 }));
        let tom = site.sign_in("tom");
        let history = tom.open(&format!("/en/p/{}/history?lang=en", reply["id"]));
        let open = history.attrs(".revisions a", "href").into_iter().find(|h| h.contains("from=1")).unwrap();
        assert_eq!(tom.open(&open).count(".tgt.is-outdated"), 1, "its second paragraph says what the source no longer says");
        assert_eq!(send(&tom, &open, "save", &[("body", 0, "one!")], &[]).status, 303);
        assert_eq!(outdated(&site, text), json!([1]));
    }

    fn t6_after_a_conflict_the_old_words_stay_outdated(site) {
        let site = site.people();
        let (_, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        edit(&site, text, "un\n\nDEUX\n\ntrois");
        let (tom, aiko) = (site.sign_in("tom"), site.program("aiko"));
        let form = tom.open(&bench(text)).form("form.work");
        aiko.put_slot(text, Lang::En, json!({ "body": "one\n\nTWO\n\nthree", "revision": 1, "based_on": 2 }));
        let mut mine = form;
        mine.iter_mut().filter(|(n, _)| n == "body").take(1).for_each(|(_, v)| *v = "ONE".into());
        let conflict = post(&tom, &bench(text), mine, "save", &[]);
        assert_eq!(conflict.status, 409);
        assert_eq!(post(&tom, &bench(text), conflict.form("form.work"), "save", &[]).status, 303);
        assert_eq!(outdated(&site, text), json!([1]), "« two » was never brought up to date");
    }

    fn t5_t9_ticks_alone_keep_the_translator_and_the_review(site) {
        let site = site.people();
        site.reviewer("aiko", &[Lang::En]);
        let (_, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        site.program("mori").act(text, Lang::En, "review", json!({ "revision": 1 }));
        edit(&site, text, "un\n\nDEUX\n\ntrois");
        assert_eq!(send(&site.sign_in("aiko"), &bench(text), "save", &[], &[("blocks", "1")]).status, 303);
        let slot = site.visitor().slot(text, Lang::En);
        assert_eq!((slot["quality"].as_str(), slot["translator"]["handle"].as_str(), slot["reviewer"]["handle"].as_str()), (Some("reviewed"), Some("tom"), Some("aiko")));
        assert_eq!(slot["fresh"], true);
    }

    fn t6_what_moved_under_a_reviewer_is_shown_before_it_is_judged(site) {
        let site = site.people();
        let (_, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        let mori = site.sign_in("mori");
        let form = mori.open(&bench(text)).form("form.work");
        site.program("tom").put_slot(text, Lang::En, json!({ "body": "one\n\ntwo\n\nthree!", "revision": 1, "based_on": 1 }));
        let moved = post(&mori, &bench(text), form, "return", &[("reason", "typed before")]);
        assert_eq!((moved.status, moved.texts("textarea[name=body]")[2].as_str()), (409, "three!"));
        assert_eq!((moved.text("textarea[name=reason]").as_str(), moved.attr("input[name=revision]", "value").as_str()), ("typed before", "2"));
        assert_eq!(post(&mori, &bench(text), moved.form("form.work"), "review", &[]).status, 303);
    }

    fn a_draft_is_not_written_over_by_opening_another_revision(site) {
        let site = site.people();
        let (_, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        site.program("tom").put_slot(text, Lang::En, json!({ "body": "one\n\ntwo\n\n3", "revision": 1, "based_on": 1 }));
        let tom = site.sign_in("tom");
        send(&tom, &bench(text), "draft", &[("body", 0, "my long work")], &[]);
        let opened = tom.open(&format!("{}?from=1", bench(text)));
        assert_eq!((opened.texts("textarea[name=body]")[0].as_str(), opened.count("button[value=discard]")), ("my long work", 1));
    }

    fn buttons_that_say_nothing_of_the_words_keep_them_as_a_draft(site) {
        let site = site.people();
        let (_, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        let mori = site.sign_in("mori");
        site.program("mori").act(text, Lang::En, "review", json!({ "revision": 1 }));
        site.program("aiko").put_slot(text, Lang::En, json!({ "body": "1\n\n2\n\n3", "revision": 1, "based_on": 1 }));
        let form = mori.open(&bench(text)).form("form.work");
        let mut typed = form;
        typed.iter_mut().filter(|(n, _)| n == "body").take(1).for_each(|(_, v)| *v = "typed by mori".into());
        let declined = post(&mori, &format!("{}?proposal=2", bench(text)), typed, "return", &[("reason", "no")]);
        assert_eq!(declined.header("location"), format!("{}?done=decline", bench(text)));
        let page = mori.open(declined.header("location"));
        assert_eq!(page.texts("textarea[name=body]")[0], "typed by mori");
    }

    fn claiming_without_having_typed_makes_no_draft(site) {
        let site = site.people();
        let (_, text) = translated(&site, "# Titre\nparagraphe", "# Title\nparagraph");
        let tom = site.sign_in("tom");
        assert_eq!(send(&tom, &bench(text), "claim", &[], &[]).status, 303);
        assert_eq!(tom.open(&bench(text)).count("button[value=discard]"), 0);
    }

    fn a_text_of_nothing_that_shows_is_refused(site) {
        let site = site.people();
        let thread = site.program("claire").thread(Lang::Fr, "fil", "ouverture");
        let new = json!({ "body": "[a]: https://example.org", "lang": "fr" });
        assert_eq!(site.program("claire").json("POST", &format!("/api/v1/threads/{}/posts", thread["id"]), &new).status, 422);
    }

    fn what_the_error_page_gives_back_can_be_sent_again(site) {
        let site = site.people();
        let (_, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        let tom = site.sign_in("tom");
        let form = tom.open(&bench(text)).form("form.work");
        let late = post(&tom, &bench(text), form, "save", &[("csrf", "too old"), ("body", "ONE")]);
        assert_eq!((late.status, late.attr("main form button.btn", "value").as_str()), (403, "save"));
        let again = late.form("main form");
        assert_eq!(post(&tom, &bench(text), again, "save", &[]).status, 303);
        assert_eq!(site.visitor().slot(text, Lang::En)["body"], "ONE");
    }

    fn enter_saves_and_does_nothing_else(site) {
        let site = site.people();
        let (_, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        let page = site.sign_in("mori").open(&bench(text));
        assert_eq!(page.attrs("button[form=work], form.work button", "value")[0], "save", "the first button is what Enter presses");
    }

    fn t5_a_proposal_sent_twice_is_one(site) {
        let site = site.people();
        let (_, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        site.program("mori").act(text, Lang::En, "review", json!({ "revision": 1 }));
        for _ in 0..3 {
            site.program("aiko").put_slot(text, Lang::En, json!({ "body": "1\n\n2\n\n3", "revision": 1, "based_on": 1 }));
        }
        assert_eq!(site.sign_in("mori").open(&bench(text)).count("button[value=accept]"), 1);
    }

    fn m5_a_clearing_undone_brings_back_what_waited(site) {
        let site = site.people();
        let (_, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        let mori = site.program("mori");
        mori.act(text, Lang::En, "return", json!({ "revision": 1, "reason": "look again" }));
        mori.act(text, Lang::En, "clear", json!({ "revision": 1, "reason": "wrong" }));
        assert_eq!(site.sign_in("tom").open(&bench(text)).count(".remarks"), 0);
        mori.act(text, Lang::En, "restore", json!({ "reason": "right after all" }));
        assert!(site.sign_in("tom").open(&bench(text)).text(".remarks").contains("look again"));
    }

    fn whoever_asked_can_ask_again_when_the_source_has_changed(site) {
        let site = site.people();
        let (reply, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        edit(&site, text, "un\n\nDEUX\n\ntrois");
        let tom = site.sign_in("aiko");
        let ask = format!("/en/translate/{text}/en/request");
        tom.post(&ask, &[]);
        assert_eq!(site.visitor().slot(text, Lang::En)["requests"], 1);
        site.program("tom").act(text, Lang::En, "valid", json!({ "revision": 1, "based_on": 2 }));
        assert_eq!(site.visitor().slot(text, Lang::En)["requests"], 0);
        assert_eq!(tom.open("/en/notifications").count(".lines > li"), 1, "told that it is up to date");
        edit(&site, text, "un\n\nDEUX\n\nTROIS");
        tom.post(&ask, &[]);
        assert_eq!(site.visitor().slot(text, Lang::En)["requests"], 1);
        assert!(site.visitor().open(&format!("/en/p/{}", reply["id"])).body.contains("one person needs it"));
    }

    fn next_goes_through_all_that_waits(site) {
        let site = site.people();
        let claire = site.program("claire");
        let texts: Vec<i64> = (0..4).map(|i| id(&claire.thread(Lang::Fr, &format!("fil {i}"), "mot"), "text")).collect();
        let tom = site.sign_in("tom");
        let mut seen = vec![texts[0]];
        for _ in 0..3 {
            let last = *seen.last().unwrap();
            site.program("tom").put_slot(last, Lang::En, json!({ "title": "t", "body": "word", "revision": 0, "based_on": 1 }));
            let next = tom.get(&format!("/en/translate/next?into=en&after={last}")).header("location").to_owned();
            seen.push(next.split('/').nth(3).unwrap().parse().unwrap());
        }
        assert_eq!(seen, texts, "one after another; never one's own work to review");
    }

    fn terms_are_explained_on_every_page_of_a_thread(site) {
        let site = site.people();
        let claire = site.program("claire");
        let thread = claire.thread(Lang::Fr, "fil", "ouverture");
        let mut last = Value::Null;
        for i in 0..101 {
            last = claire.reply(&thread, Lang::Fr, if i == 100 { "Une coopérative." } else { "oui" }, None);
        }
        let page = site.visitor().open(&format!("/fr/p/{}", last["id"]));
        let href = page.attrs(".acts a", "href").into_iter().find(|h| h.contains(&format!("terms={}", last["id"]))).unwrap();
        assert_eq!(site.visitor().open(href.split('#').next().unwrap()).texts(".terms dt"), ["coopérative"]);
    }

    fn t10_words_with_apostrophes_and_ampersands_are_underlined_too(site) {
        let site = site.people();
        let (reply, text) = translated(&site, SOURCE, "It's \"one\" & two\n\ntwo amp\n\nthree");
        let page = format!("/en/translate/{text}/en/contest");
        let claire = site.sign_in("claire");
        for passage in ["It's \"one\"", "amp"] {
            assert_eq!(claire.submit(&page, &page, &[("revision", "1"), ("passage", passage), ("reason", "non")]).status, 303);
        }
        let read = site.visitor().open(&format!("/en/p/{}", reply["id"]));
        assert_eq!(read.texts(".text .contest"), ["It's \"one\"", "amp"]);
        assert!(read.texts(".text p").iter().any(|p| p == "It's \"one\" & two"), "nothing is torn");
    }

    fn t4_what_was_left_empty_is_not_called_translated(site) {
        let site = site.people();
        let (_, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        let page = format!("/ja/translate/{text}/ja");
        let aiko = site.sign_in("aiko");
        let saved = send(&aiko, &page, "save", &[("body", 0, "一"), ("body", 2, "三")], &[("sure", "yes")]);
        assert_eq!(saved.status, 303, "{}", saved.body);
        assert_eq!(site.visitor().slot(text, Lang::Ja)["outdated_blocks"], json!([1]));
        assert_eq!(aiko.open(&page).texts(".still input[value='1'] + span").len(), 1, "it can be filled, or ticked");
        // Nor what is emptied later.
        let saved = send(&site.sign_in("tom"), &bench(text), "save", &[("body", 1, "")], &[("sure", "yes")]);
        assert_eq!((saved.status, outdated(&site, text)), (303, json!([1])));
    }

    fn t9_nobody_answers_for_their_own_words(site) {
        let site = site.people();
        site.reviewer("tom", &[Lang::En]);
        let (_, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        assert_eq!(site.program("mori").act(text, Lang::En, "review", json!({ "revision": 1 })).status, 200);
        edit(&site, text, "un\n\ndeux deux\n\ntrois");
        assert_eq!(site.program("tom").act(text, Lang::En, "valid", json!({ "revision": 1, "based_on": 2 })).status, 200);
        let slot = site.visitor().slot(text, Lang::En);
        assert_eq!((&slot["quality"], &slot["translator"]["handle"], &slot["reviewer"]["handle"]), (&json!("reviewed"), &json!("tom"), &json!("mori")));
    }

    fn t10_a_contest_sent_twice_is_one(site) {
        let site = site.people();
        let (reply, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        let page = format!("/en/translate/{text}/en/contest");
        let claire = site.sign_in("claire");
        for _ in 0..2 {
            assert_eq!(claire.submit(&page, &page, &[("revision", "1"), ("passage", "two"), ("reason", "non")]).status, 303);
        }
        assert_eq!(claire.open(&bench(text)).count(".remarks > li"), 1);
        assert_eq!(site.visitor().open(&format!("/en/p/{}", reply["id"])).count(".text .contest"), 1);
    }

    fn a_draft_older_than_the_source_says_so_and_leads_to_what_changed(site) {
        let site = site.people();
        let (reply, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        let tom = site.sign_in("tom");
        assert_eq!(send(&tom, &bench(text), "draft", &[("body", 0, "one.")], &[]).status, 303);
        edit(&site, text, "un\n\ndeux deux\n\ntrois");
        let page = tom.open(&bench(text));
        let changes = page.attr(".notice a[href*='history']", "href");
        assert!(changes.contains(&format!("/p/{}/history", reply["id"])), "{changes}");
        assert_eq!((page.count("button[value=valid]"), page.text(".bar > p")), (0, String::new()), "nothing else is said of it");
        assert_eq!(tom.open(&changes).texts(".changes ins").len(), 1);
    }

    fn odd_forms_and_addresses_of_a_workbench_say_nothing_false(site) {
        let site = site.people();
        let (_, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        let tom = site.sign_in("tom");
        for from in ["999", "-1", "abc"] {
            assert_eq!(tom.get(&format!("{}?from={from}", bench(text))).status, 404, "{from}");
        }
        let form = tom.open(&bench(text)).form("form.work");
        let bare = form.into_iter().filter(|(n, _)| !["based_on", "revision", "words_of"].contains(&n.as_str())).collect();
        let answer = post(&tom, &bench(text), bare, "save", &[]);
        assert_eq!((answer.status, answer.count(".bar .old")), (422, 0));
        let mori = site.sign_in("mori");
        site.person("ada", Role::Admin, Lang::En);
        let unknown = site.sign_in("ada").submit("/en/u/tom", "/en/u/tom/rights", &[("reviews", "xx"), ("reason", "why")]);
        assert_eq!(unknown.status, 422);
        // What cannot be sent again because the form was too old is given back under the name that it had.
        let stale = mori.post("/en/glossary/1", &[("csrf", "old"), ("fr", "mot"), ("passage", "p"), ("avoid", "non"), ("note", "n")]);
        assert_eq!((stale.status, stale.texts("form label")), (403, ["français", "The words", "Renderings to avoid", "Note"].map(str::to_owned).into()));
    }

    fn odd_addresses_of_a_history_are_answered(site) {
        let site = site.people();
        let (reply, text) = translated(&site, SOURCE, "one\n\ntwo\n\nthree");
        for query in ["to=-2147483648", "from=2147483647&to=1", "from=x&to=", "lang=xx"] {
            assert_eq!(site.visitor().get(&format!("/en/p/{}/history?{query}", reply["id"])).status, 200, "{query}");
            assert_eq!(site.visitor().get(&format!("/en/translate/{text}/en/history?{query}")).status, 200, "{query}");
        }
        for address in ["/en/translate/0/en", "/en/translate/99999999999999999999/en", "/en/translate/x/en", "/en/translate/1/EN"] {
            assert_eq!(site.sign_in("tom").get(address).status, 404, "{address}");
        }
    }
}
