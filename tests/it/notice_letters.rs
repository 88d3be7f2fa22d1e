//! Letters at once: answers, mentions, quotes and reviews come by mail after ten minutes, as closely as each member wants them.

use crate::{
    both,
    digests::header,
    support::{PASSWORD, Site, id, mail::Letter},
};
use chrono::TimeDelta;
use serde_json::{Value, json};
use trialogue::{
    domain::{account::Email, lang::Lang},
    forum, store,
};

/// Letters at once to this member, in the order of their posts, after ten minutes.
fn told(site: &Site, handle: &str) -> Vec<Letter> {
    site.wait(TimeDelta::minutes(11));
    now(site, handle)
}

fn now(site: &Site, handle: &str) -> Vec<Letter> {
    told_to(site, &format!("{handle}@example.org"))
}

fn told_to(site: &Site, email: &str) -> Vec<Letter> {
    let letters = site.letters(email);
    letters.into_iter().filter(|l| l.raw.contains("List-Id: <notices.")).collect()
}

fn queued(site: &Site) -> i64 {
    site.read(store::outbox::standing).queued
}

fn watch(site: &Site, handle: &str, fields: &[(&str, &str)]) {
    let saved = site.sign_in(handle).submit("/en/settings/letters", "/en/settings/letters", fields);
    assert_eq!((saved.status, saved.header("location")), (303, "/en/settings/letters?saved=yes"), "{}", saved.body);
}

fn stop(letter: &Letter) -> String {
    let link = header(letter, "List-Unsubscribe");
    link[link.find("/unsubscribe/").unwrap()..].trim_end_matches('>').to_owned()
}

/// The path of the link under these words.
fn link(site: &Site, letter: &Letter, words: &str) -> String {
    let line = letter.text.lines().skip_while(|l| *l != words).nth(1).unwrap_or_else(|| panic!("{words}: {}", letter.text));
    line.strip_prefix(&site.base).unwrap().to_owned()
}

fn thread(site: &Site) -> Value {
    site.program("aiko").thread(Lang::Ja, "種の交換", "どう始めますか。")
}

both! {
    fn an_answer_comes_after_ten_minutes_in_the_readers_language_with_the_original_beneath(site) {
        let site = site.people();
        let thread = thread(&site);
        let reply = site.program("claire").reply(&thread, Lang::Fr, "Avec **trois** familles.\n\n[le fil](/fr/threads)", None);
        site.wait(TimeDelta::minutes(9));
        assert!(now(&site, "aiko").is_empty() && queued(&site) == 1, "held, so that what is mended at once is in it");
        // Translated meanwhile: the translation is what comes.
        let translated = site.program("tom").put_slot(id(&reply, "text"), Lang::Ja, json!({ "body": "**三つ**の家族と。\n\n[スレッド](/fr/threads)", "revision": 0, "based_on": 1 }));
        assert_eq!(translated.status, 200);
        let letter = told(&site, "aiko").pop().unwrap();
        assert_eq!((letter.subject.as_str(), letter.content_language.as_str(), letter.auto_submitted.as_str()), ("Re: 種の交換", "ja", "auto-generated"));
        assert_eq!(letter.types, ["multipart/alternative", "text/plain", "text/html"]);
        for part in [&letter.text, &letter.html] {
            let at = |words: &str| part.find(words).unwrap_or_else(|| panic!("{words}: {part}"));
            assert!(at("claireさんから返信がありました") < at("の家族と。") && at("の家族と。") < at("familles."));
            assert!(at("フランス語") < at("familles."), "each passage says what it is");
        }
        assert!(letter.html.contains("<strong>三つ</strong>") && letter.html.contains(&format!("href=\"{}/fr/threads\"", site.base)), "{}", letter.html);
        assert!(!letter.html.contains("<img") && !letter.html.contains("url("));
        assert_eq!(header(&letter, "List-Id"), "<notices.127.0.0.1>");
        assert_eq!(header(&letter, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
        // Every address in it is there.
        let aiko = site.sign_in("aiko");
        let links = letter.text.split(|c: char| c.is_whitespace() || c == '(' || c == ')').filter_map(|w| w.strip_prefix(&site.base));
        let links: Vec<&str> = links.collect();
        assert!(links.len() >= 4, "{links:?}");
        for path in links {
            assert_eq!(aiko.open(path).status, 200, "{path}");
        }
        assert!(told(&site, "aiko").len() == 1 && told(&site, "claire").is_empty(), "once, and nobody about their own");
    }

    fn the_letter_opens_the_form_beneath_the_post(site) {
        let site = site.people();
        let thread = thread(&site);
        let reply = site.program("claire").reply(&thread, Lang::Fr, "une réponse", None);
        site.program("tom").reply(&thread, Lang::En, "another", None);
        let letter = told(&site, "aiko").into_iter().find(|l| l.text.contains("une réponse")).unwrap();
        let path = link(&site, &letter, "返信する");
        // Signed out, signing in leads back to it.
        let visitor = site.visitor();
        let there = visitor.get(&path).header("location").to_owned();
        assert!(there.ends_with("#reply"), "{there}");
        assert!(visitor.open(&path).attr("#reply a", "href").ends_with("%23reply"));
        let aiko = site.sign_in("aiko");
        let page = aiko.open(&path);
        let under = format!("#p{} + #reply", id(&reply, "id"));
        assert_eq!((page.count("#reply"), page.count(&under)), (1, 1), "one form, and beneath the post");
        assert_eq!(page.attr("#reply input[name=parent]", "value"), reply["id"].to_string());
        let sent = aiko.submit(&there, &format!("/ja/t/{}/reply", thread["id"]), &[("lang", "ja"), ("action", "publish"), ("body", "ありがとう"), ("parent", &reply["id"].to_string())]);
        assert_eq!(sent.status, 303, "{}", sent.body);
        assert!(aiko.open(sent.header("location")).body.contains("2番への返信"));
        // A locked thread has no form, and its letters do not offer one.
        site.program("claire").reply(&thread, Lang::Fr, "trop tard", None);
        let (mori, moderate) = (site.sign_in("mori"), format!("/en/t/{}/moderate", thread["id"]));
        assert_eq!(mori.submit(&moderate, &moderate, &[("act", "lock"), ("reason", "over")]).status, 303);
        let letter = told(&site, "aiko").into_iter().find(|l| l.text.contains("trop tard")).unwrap();
        assert!(!letter.text.contains("返信する") && letter.text.contains("スレッドで見る"));
        assert!(aiko.get(&path).header("location").ends_with(&format!("#p{}", reply["id"])), "to the post, where there is no form");
    }

    fn a_threads_letters_are_a_chain_of_answers(site) {
        let site = site.people();
        watch(&site, "aiko", &[("site", "all")]);
        let thread = site.program("tom").thread(Lang::En, "Seeds", "x");
        let first = site.program("claire").reply(&thread, Lang::Fr, "un", None);
        let second = site.program("tom").reply(&thread, Lang::En, "two", Some(id(&first, "id")));
        let letters = told(&site, "aiko");
        assert_eq!(letters.len(), 3, "everything, the opening too");
        let of = |body: &str| letters.iter().find(|l| l.text.lines().any(|line| line == body)).unwrap();
        let (opening, one, two) = (of("x"), of("un"), of("two"));
        let name = |l: &Letter| format!("<{}>", l.id);
        assert_eq!((opening.subject.as_str(), one.subject.as_str(), two.subject.as_str()), ("Seeds", "Re: Seeds", "Re: Seeds"));
        assert_eq!((header(opening, "In-Reply-To"), header(one, "In-Reply-To"), header(two, "In-Reply-To")), (String::new(), name(opening), name(one)));
        assert_eq!((header(one, "References"), header(two, "References")), (name(opening), format!("{} {}", name(opening), name(one))));
        assert!(two.id.starts_with(&format!("post-{}-", second["id"])), "{}", two.id);
    }

    fn what_is_read_hidden_or_muted_meanwhile_does_not_come_and_what_is_mended_comes_mended(site) {
        let site = site.people();
        let claire = site.program("claire");
        // Read within the forum.
        let thread = thread(&site);
        claire.reply(&thread, Lang::Fr, "lu", None);
        let aiko = site.sign_in("aiko");
        aiko.submit("/en/notifications", "/en/notifications", &[("newest", "9999")]);
        // Hidden (D5).
        let spam = claire.reply(&thread, Lang::Fr, "caché", None);
        let moderate = format!("/en/p/{}/moderate", spam["id"]);
        assert_eq!(site.sign_in("mori").submit(&moderate, &moderate, &[("act", "hide"), ("reason", "spam")]).status, 303);
        assert!(told(&site, "aiko").is_empty());
        assert_eq!(queued(&site), 0);
        // Mended.
        let reply = claire.reply(&thread, Lang::Fr, "une fotte", None);
        assert_eq!(claire.put_slot(id(&reply, "text"), Lang::Fr, json!({ "body": "une faute", "revision": 1, "change": "wording" })).status, 200);
        let letter = told(&site, "aiko").pop().unwrap();
        assert!(letter.text.contains("une faute") && !letter.text.contains("fotte"));
        assert!(letter.text.contains("原文：フランス語。日本語版：未翻訳"), "{}", letter.text);
        // Muted, after it was queued.
        claire.reply(&thread, Lang::Fr, "assez", None);
        aiko.submit(&format!("/en/t/{}", thread["id"]), &format!("/en/t/{}/watch", thread["id"]), &[("level", "mute")]);
        assert_eq!(told(&site, "aiko").len(), 1);
        // Somebody who has left, and somebody who is suspended, get none.
        aiko.submit(&format!("/en/t/{}", thread["id"]), &format!("/en/t/{}/watch", thread["id"]), &[("level", "")]);
        claire.reply(&thread, Lang::Fr, "encore", None);
        let person = "/en/u/aiko/moderate";
        assert_eq!(site.sign_in("mori").submit(person, person, &[("act", "suspend"), ("term", "1"), ("reason", "pause")]).status, 303);
        assert_eq!(told(&site, "aiko").len(), 1);
    }

    fn one_letter_of_a_post_for_the_strongest_reason(site) {
        let site = site.people();
        watch(&site, "aiko", &[("site", "all")]);
        let thread = thread(&site);
        let post = site.program("claire").reply(&thread, Lang::Fr, "@aiko regarde", None);
        let claire = site.program("claire");
        // Named again by an edit: the letter is queued already.
        assert_eq!(claire.put_slot(id(&post, "text"), Lang::Fr, json!({ "body": "@aiko regarde @tom", "revision": 1, "change": "meaning" })).status, 200);
        let letters = told(&site, "aiko");
        assert_eq!(letters.len(), 1);
        assert!(letters[0].text.contains("claireさんがあなたにメンションしました") && letters[0].text.contains("@tom"), "{}", letters[0].text);
        assert!(told(&site, "tom")[0].text.contains("claire mentioned you"));
        // Quoted in a thread of somebody else's: the reference of the quote is not for reading.
        let elsewhere = site.program("tom").thread(Lang::En, "Elsewhere", "x");
        let quote = format!("> [!quote p{}.1 ja]\n> どう始めますか。\n\nExactly.", thread["post"]);
        site.program("mori").reply(&elsewhere, Lang::En, &quote, None);
        watch(&site, "aiko", &[("site", "important")]);
        let letters = told(&site, "aiko");
        let quoted = letters.iter().find(|l| l.text.contains("Exactly.")).unwrap();
        assert!(quoted.text.contains("moriさんがあなたの投稿を引用しました") && quoted.text.contains("> どう始めますか。"), "{}", quoted.text);
        assert!(!quoted.text.contains("!quote") && quoted.html.contains("<blockquote"), "{}", quoted.html);
    }

    fn somebody_named_twice_or_quoted_from_two_posts_is_one_person(site) {
        let site = site.people();
        let (claire, thread) = (site.program("claire"), thread(&site));
        let own = site.program("aiko").reply(&thread, Lang::Ja, "もう一つ。", None);
        let both = format!("> [!quote p{}.1 ja]\n> どう始めますか。\n\nd’abord\n\n> [!quote p{}.1 ja]\n> もう一つ。\n\nensuite @tom et @Tom", thread["post"], own["id"]);
        let post = claire.reply(&thread, Lang::Fr, &both, None);
        assert_eq!((told(&site, "aiko").len(), told(&site, "tom").len()), (1, 1));
        let edited = json!({ "body": "@mori et @Mori", "revision": 1, "change": "meaning" });
        assert_eq!(claire.put_slot(id(&post, "text"), Lang::Fr, edited).status, 200);
        assert_eq!(told(&site, "mori").len(), 1);
    }

    fn what_becomes_of_a_post_while_its_letter_is_held_counts(site) {
        let site = site.people();
        let (claire, thread) = (site.program("claire"), thread(&site));
        // Read as an answer, then named by an edit: told as that.
        let post = claire.reply(&thread, Lang::Fr, "une réponse", None);
        let aiko = site.sign_in("aiko");
        aiko.submit("/en/notifications", "/en/notifications", &[("newest", "9999")]);
        assert_eq!(claire.put_slot(id(&post, "text"), Lang::Fr, json!({ "body": "@aiko réponds", "revision": 1, "change": "meaning" })).status, 200);
        let letters = told(&site, "aiko");
        assert!(letters.len() == 1 && letters[0].text.contains("メンション"), "{letters:?}");
        // An administrator who tries again what failed lets nothing go that is held.
        claire.reply(&thread, Lang::Fr, "encore une", None);
        site.app.db.write_now(|conn| store::outbox::retry(conn, site.now()).map(|_| ())).unwrap();
        assert_eq!(now(&site, "aiko").len(), 1);
        // It goes where its reader is now, in the language that they read now.
        let email = Email::parse("new@example.org").unwrap();
        site.app.db.write_now(|conn| {
            let person = forum::accounts::candidate(conn, "aiko")?.unwrap();
            store::accounts::set_email(conn, person.id, &email)
        }).unwrap();
        site.wait(TimeDelta::minutes(11));
        let letter = told_to(&site, "new@example.org").pop().unwrap();
        assert!(letter.text.contains("encore une"));
        let queued = site.read(|conn| store::outbox::to_person(conn, 0, "new@example.org"));
        assert_eq!(queued.iter().filter(|row| row.kind == "post").count(), 1, "and comes back from there");
    }

    fn a_translation_that_is_sent_back_twice_is_told_twice(site) {
        let site = site.people();
        let text = id(&thread(&site), "text");
        let (tom, mori) = (site.program("tom"), site.program("mori"));
        for n in 1..=2 {
            let slot = json!({ "title": "Seeds", "body": format!("Take {n}"), "revision": n - 1, "based_on": 1 });
            assert_eq!(tom.put_slot(text, Lang::En, slot).status, 200);
            assert_eq!(mori.act(text, Lang::En, "return", json!({ "revision": n, "reason": format!("once more {n}") })).status, 200);
            let letters = told(&site, "tom");
            assert!(letters.iter().any(|l| l.text.contains(&format!("once more {n}"))), "{letters:?}");
        }
    }

    fn each_level_of_site_theme_and_thread_writes_what_it_says(site) {
        let site = site.people();
        let (claire, tom) = (site.program("claire"), site.program("tom"));
        let thread = thread(&site);
        let aiko = site.sign_in("aiko");
        let of_thread = |level: &str| {
            assert_eq!(aiko.submit(&format!("/en/t/{}", thread["id"]), &format!("/en/t/{}/watch", thread["id"]), &[("level", level)]).status, 303);
        };
        let of_theme = |level: &str| {
            assert_eq!(aiko.submit("/en/themes/governance", "/en/themes/governance/watch", &[("level", level)]).status, 303);
        };
        let own = site.program("aiko").reply(&thread, Lang::Ja, "返事", None);
        let between = tom.reply(&thread, Lang::En, "between others", None);
        let mut before = told(&site, "aiko").len();
        // One post that answers her, one that answers somebody else.
        let mut comes = || -> usize {
            claire.reply(&thread, Lang::Fr, "à toi", Some(id(&own, "id")));
            claire.reply(&thread, Lang::Fr, "à un autre", Some(id(&between, "id")));
            let letters = told(&site, "aiko").len();
            let came = letters - before;
            before = letters;
            came
        };
        for (level, letters) in [("all", 2), ("important", 1), ("summary", 0), ("mute", 0)] {
            watch(&site, "aiko", &[("site", level)]);
            assert_eq!(comes(), letters, "site: {level}");
        }
        for (level, letters) in [("all", 2), ("important", 1), ("summary", 0), ("mute", 0)] {
            watch(&site, "aiko", &[("site", "all")]);
            of_theme(level);
            assert_eq!(comes(), letters, "theme: {level}, before the site's");
            of_theme("mute");
            of_thread(level);
            assert_eq!(comes(), letters, "thread: {level}, before its themes'");
            of_thread("");
        }
        of_theme("");
        // Following changes nothing about letters.
        watch(&site, "aiko", &[("site", "summary")]);
        of_thread("follow");
        assert_eq!(comes(), 0);
        watch(&site, "aiko", &[("site", "important")]);
        of_thread("follow");
        assert_eq!(comes(), 1);
    }

    fn reviews_of_ones_translations_come_with_what_was_said(site) {
        let site = site.people();
        let thread = thread(&site);
        let text = id(&thread, "text");
        let saved = site.program("tom").put_slot(text, Lang::En, json!({ "title": "Seeds", "body": "How do we begin?", "revision": 0, "based_on": 1 }));
        assert_eq!(saved.status, 200, "{}", saved.body);
        let returned = site.program("mori").act(text, Lang::En, "return", json!({ "revision": 1, "reason": "“Swap” is the term. See the glossary." }));
        assert_eq!(returned.status, 200, "{}", returned.body);
        let letter = told(&site, "tom").pop().unwrap();
        assert_eq!(letter.subject, "mori sent your English translation back – Seeds");
        assert!(letter.text.contains("> “Swap” is the term. See the glossary."), "{}", letter.text);
        assert!(letter.html.contains("See the glossary."));
        assert_eq!(link(&site, &letter, "Open the translation"), format!("/en/translate/{text}/en"));
        let form = site.sign_in("tom").open(&link(&site, &letter, "Reply"));
        assert_eq!(form.count(&format!("#p{} + #reply", thread["post"])), 1);
        assert_eq!(header(&letter, "In-Reply-To"), "");
        assert_eq!(site.sign_in("tom").open(&format!("/en/translate/{text}/en")).status, 200);
        // In the summary alone: nothing at once.
        watch(&site, "tom", &[("site", "summary")]);
        assert_eq!(site.program("mori").act(text, Lang::En, "review", json!({ "revision": 1 })).status, 200);
        assert_eq!(told(&site, "tom").len(), 1);
    }

    fn d7_one_press_stops_letters_at_once_and_nobody_elses(site) {
        let site = site.people();
        let (claire, thread) = (site.program("claire"), thread(&site));
        watch(&site, "tom", &[("site", "all")]);
        claire.reply(&thread, Lang::Fr, "un", None);
        let letter = told(&site, "aiko").pop().unwrap();
        let stop = stop(&letter);
        let visitor = site.visitor();
        for _ in 0..3 {
            assert_eq!((visitor.get(&stop).status, visitor.head(&stop).status), (200, 200), "looking stops nothing");
        }
        claire.reply(&thread, Lang::Fr, "deux", None);
        assert_eq!(told(&site, "aiko").len(), 2);
        let page = site.sign_in("aiko");
        page.submit(&format!("/en/t/{}", thread["id"]), &format!("/en/t/{}/watch", thread["id"]), &[("level", "all")]);
        claire.reply(&thread, Lang::Fr, "trois", None);
        // One-Click as mail programs do it: no cookie, no token of a form, no redirect (RFC 8058).
        let form = [("Content-Type", "application/x-www-form-urlencoded")];
        let pressed = visitor.post_bytes(&stop, b"List-Unsubscribe=One-Click", &form);
        assert_eq!(pressed.status, 200);
        let again = visitor.post_bytes(&stop, b"List-Unsubscribe=One-Click", &form);
        let nobodys = visitor.post_bytes("/unsubscribe/none", b"", &form);
        assert_eq!((again.text("main"), again.status), (nobodys.text("main"), nobodys.status), "it says the same for any token");
        assert_eq!(told(&site, "aiko").len(), 2, "not what was queued either");
        claire.reply(&thread, Lang::Fr, "@aiko quatre", None);
        assert_eq!(told(&site, "aiko").len(), 2);
        assert_eq!(told(&site, "tom").len(), 4, "nobody else's");
        // The page behind the link has the letter's language, and another one if that is asked for.
        let shown = visitor.get(&link(&site, &letter, "この種のメールを停止する"));
        assert_eq!((shown.status, shown.lang()), (200, "ja".into()));
        for lang in ["fr", "en"] {
            assert_eq!(visitor.get(&format!("/{lang}{stop}")).lang(), lang);
        }
        assert_eq!(visitor.post(&shown.attr("main form", "action"), &[]).lang(), "ja");
        let settings = page.get("/en/settings/letters");
        assert_eq!(settings.attr("input[name=site][checked]", "value"), "summary");
        assert_eq!(settings.attr("select option[selected]", "value"), "summary", "the thread's, too");
        // R-T51: a year later, as another kind of form, and when there is nobody any more.
        site.wait(TimeDelta::days(366));
        watch(&site, "aiko", &[("site", "all")]);
        let other = [("Content-Type", "multipart/form-data; boundary=b")];
        let body = b"--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
        assert_eq!(visitor.post_bytes(&stop, body, &other).status, 200);
        let aiko = site.sign_in("aiko");
        assert_eq!(aiko.get("/en/settings/letters").attr("input[name=site][checked]", "value"), "summary");
        let erase = [("current", PASSWORD), ("contributions", "keep"), ("sure", "yes")];
        assert_eq!(aiko.submit("/en/settings/data", "/en/settings/erase", &erase).status, 200);
        let gone = visitor.post_bytes(&stop, b"List-Unsubscribe=One-Click", &form);
        assert_eq!((gone.text("main"), gone.status), (nobodys.text("main"), nobodys.status));
    }

    fn the_page_of_letters_shows_what_is_watched_and_keeps_what_is_typed(site) {
        let site = site.people();
        let aiko = site.sign_in("aiko");
        assert!(site.visitor().get("/ja/settings/letters").header("location").starts_with("/ja/login"));
        let fresh = aiko.get("/ja/settings/letters");
        assert_eq!((fresh.attr("input[name=site][checked]", "value"), fresh.count("select")), ("important".into(), 0));
        let thread = thread(&site);
        let there = format!("/en/t/{}", thread["id"]);
        aiko.submit(&there, &format!("{there}/watch"), &[("level", "follow")]);
        aiko.submit("/en/themes/governance", "/en/themes/governance/watch", &[("level", "mute")]);
        let page = aiko.get("/en/settings/letters");
        assert_eq!(page.attrs("select option[selected]", "value"), ["mute", "important"], "themes, then threads");
        let field = format!("thread-{}", thread["id"]);
        let wrong = aiko.submit("/en/settings/letters", "/en/settings/letters", &[("site", "loudly"), (&field, "all")]);
        assert_eq!((wrong.status, wrong.attr(&format!("select[name={field}] option[selected]"), "value")), (422, "all".into()));
        watch(&site, "aiko", &[("site", "all"), (&field, "")]);
        let page = aiko.get("/en/settings/letters?saved=yes");
        assert_eq!((page.count("select"), page.count(".notice.good"), page.attr("input[name=site][checked]", "value")), (1, 1, "all".into()));
        // No letters at all: the digest ends, too.
        assert_eq!(aiko.submit("/en/digest", "/en/digest", &[("lang", "ja")]).status, 303);
        let link = site.letters("aiko@example.org").into_iter().find(|l| l.text.contains("/digest/confirm/")).unwrap().link();
        assert_eq!(aiko.submit(&link, &link, &[]).status, 303);
        assert!(aiko.get("/en/digest").body.contains("/unsubscribe/"));
        watch(&site, "aiko", &[("site", "mute")]);
        assert!(!aiko.get("/en/digest").body.contains("/unsubscribe/"));
        // Asked for again, the one is not silenced by the other.
        assert_eq!(aiko.submit("/en/digest", "/en/digest", &[("lang", "ja")]).status, 303);
        let letters = site.letters("aiko@example.org");
        let link = letters.iter().filter(|l| l.text.contains("/digest/confirm/")).map(Letter::link).find(|l| aiko.get(l).status == 200).unwrap();
        assert_eq!(aiko.submit(&link, &link, &[]).status, 303);
        assert_eq!(aiko.get("/en/settings/letters").attr("input[name=site][checked]", "value"), "summary");
    }

    fn d7_a_stopped_address_is_told_to_its_owner_who_starts_it_again(site) {
        let site = site.people();
        let comes_back = || {
            let now = site.now();
            let note = |conn: &mut store::Conn, n| store::bounces::note(conn, "aiko@example.org", &format!("m{n}"), "550 no such user", now);
            site.app.db.write_now(|conn| (0..3).try_for_each(|n| note(conn, n))).unwrap();
        };
        comes_back();
        let thread = thread(&site);
        site.program("claire").reply(&thread, Lang::Fr, "perdu", None);
        assert!(told(&site, "aiko").is_empty());
        let aiko = site.sign_in("aiko");
        assert!(aiko.get("/ja/settings/letters").text(".notice.bad").contains("550 no such user"));
        assert_eq!(aiko.submit("/ja/settings/letters", "/ja/settings/letters/again", &[]).status, 303);
        assert_eq!(aiko.get("/ja/settings/letters").count(".notice.bad"), 0);
        site.program("claire").reply(&thread, Lang::Fr, "arrivé", None);
        assert_eq!(told(&site, "aiko").len(), 1);
        // Nobody's address is kept for ever: after a year letters are tried again.
        comes_back();
        let stopped_after = |days: i64| {
            site.wait(TimeDelta::days(days));
            site.app.db.write_now(|conn| forum::retention::run(conn, site.now())).unwrap();
            site.read(store::bounces::count)
        };
        assert_eq!((stopped_after(364), stopped_after(2)), (1, 0));
    }
}
