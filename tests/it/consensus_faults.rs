//! What goes wrong around a consensus thread: two at once, words that change or go meanwhile, forms that are late or wrong.

use crate::{
    both,
    declarations::{agreed, codes, declare, ready, write},
    support::{
        Visitor,
        consensus::{answer_all, assembly, open, pass, say, statement, take, tally, translate},
        id,
    },
};
use serde_json::{Value, json};
use trialogue::domain::{account::Role, lang::Lang};

/// An edit of a statement's original.
fn edit(mori: &Visitor, statement: i64, body: &str, revision: &str, change: &str) {
    let path = format!("/en/s/{statement}/edit");
    let sent = mori.submit(&path, &path, &[("body", body), ("revision", revision), ("change", change), ("reason", "clearer")]);
    assert_eq!(sent.status, 303, "{}", sent.body);
}

/// Two people do the same at the same moment; what each of them is answered, in order.
fn at_once(people: [Visitor; 2], act: impl Fn(&Visitor) -> u16 + Sync) -> Vec<u16> {
    let act = &act;
    let mut answered: Vec<u16> = std::thread::scope(|s| people.map(|who| s.spawn(move || act(&who))).map(|h| h.join().unwrap())).into();
    answered.sort_unstable();
    answered
}

both! {
    fn c3_what_was_read_is_what_is_agreed_to(site) {
        let site = site.people();
        let (mori, claire) = (site.program("mori"), site.sign_in("claire"));
        let thread = open(&mori, "Meals", json!({}));
        pass(&mori, &thread, "debate");
        let shared = statement(&mori, &thread, "Meals are shared");
        let page = format!("/fr/t/{}/consensus?statement={shared}", thread["id"]);
        let form = claire.open(&page).form("form.posform");
        assert!(form.contains(&("revision".into(), "1".into())) && form.contains(&("lang".into(), "fr".into())), "{form:?}");
        // The wording is mended in the meantime: it says the same, and what was read stands.
        edit(&site.sign_in("mori"), shared, "Meals are shared.", "1", "wording");
        let sent = [("value", "agree"), ("lang", "fr"), ("revision", "1"), ("community", "fr")];
        assert_eq!(claire.submit("/fr/", &format!("/fr/s/{shared}/position"), &sent).status, 303);
        take(&site.program("tom"), shared, json!({ "value": "agree", "lang": "en", "community": "en" }));
        // The meaning changes: whoever read the old words is told, and loses nothing.
        edit(&site.sign_in("mori"), shared, "Meals are sold.", "2", "meaning");
        let late = site.sign_in("aiko");
        let sent = [("value", "reservation"), ("lang", "en"), ("revision", "2"), ("community", "ja"), ("reason", "Only on Sundays.")];
        let refused = late.submit("/en/", &format!("/en/s/{shared}/position"), &sent);
        assert_eq!(refused.status, 409);
        assert!(refused.text(".posform .field-err").contains("changed while you were reading"), "{}", refused.text(".posform"));
        assert_eq!(refused.text("#pos-reason").trim(), "Only on Sundays.");
        let read = take(&site.program("aiko"), shared, json!({ "value": "agree", "lang": "en", "community": "ja", "revision": 2 }));
        assert_eq!(read.status, 409);
        assert_eq!(tally(&mori, &thread, shared)["communities"]["ja"]["agree"], 0);
        // A translation that still says the old words takes no positions either, and the page says so (C11).
        let outdated = take(&site.program("claire"), shared, json!({ "value": "agree", "lang": "fr", "community": "fr" }));
        assert_eq!(outdated.status, 403);
        let page = claire.get(&page);
        assert!(page.count("form.posform") == 0 && page.body.contains("attend qu’une personne le traduise"));
        assert!(page.text(".own").contains("changement de sens"), "{}", page.text(".own"));
        let asked = site.sign_in("tom").get("/en/notifications").text("main");
        assert!(asked.contains("Meals") && !asked.contains("reworded"), "asked once for one edit: {asked}");
        // Updated, it is read again: she is asked, and her position counts anew.
        translate(&mori, id(&mori.get(&format!("/api/v1/threads/{}/statements", thread["id"])).value()["items"][0], "text"), Lang::Fr, "Les repas se vendent.");
        assert!(claire.get("/fr/notifications").body.contains("a reformulé"), "{}", claire.get("/fr/notifications").text("main"));
        assert_eq!(tally(&mori, &thread, shared)["communities"]["fr"]["agree"], 0);
        assert_eq!(take(&site.program("claire"), shared, json!({ "value": "agree", "lang": "fr" })).status, 200);
        assert_eq!(tally(&mori, &thread, shared)["communities"]["fr"]["agree"], 1);
    }

    fn c8_an_objection_waits_until_an_answer_can_be_read(site) {
        let site = site.people();
        site.newcomer("nina", Lang::En).newcomer("noah", Lang::En);
        let (mori, nina, noah) = (site.program("mori"), site.program("nina"), site.program("noah"));
        let thread = open(&mori, "Meals", json!({ "names": "totals" }));
        pass(&mori, &thread, "debate");
        let shared = statement(&mori, &thread, "Meals are shared");
        let accept = |post: i64| {
            let path = format!("/en/p/{post}/moderate");
            assert_eq!(site.sign_in("mori").submit(&path, &path, &[("act", "accept"), ("reason", "welcome")]).status, 303);
        };
        accept(id(&nina.reply(&thread, Lang::En, "Good evening.", None), "id"));
        let sent = json!({ "value": "objection", "reason": "Who cooks? https://spam.example", "lang": "en", "community": "en" });
        let taken = take(&nina, shared, sent).value();
        let reason = id(&taken, "reason");
        assert_eq!(tally(&mori, &thread, shared)["unanswered"], 1, "a reason that waits for a moderator waits for an answer, too");
        // T12, C3: nobody else learns who objected before the reason can be read.
        let ledger = format!("/api/v1/threads/{}/objections", thread["id"]);
        for who in [&site.visitor(), &noah] {
            assert_eq!(who.get(&ledger).value()["items"], json!([]));
            assert!(!who.get(&format!("/en/t/{}/consensus", thread["id"])).body.contains("nina"));
        }
        assert_eq!(mori.get(&ledger).value()["items"].as_array().unwrap().len(), 1);
        accept(reason);
        // An answer that waits is none yet; accepted, it is.
        let objection = id(&mori.get(&ledger).value()["items"][0], "id");
        let sent = json!({ "body": "We take turns.", "lang": "en" });
        let held = noah.json("POST", &format!("/api/v1/objections/{objection}/answer"), &sent);
        assert_eq!((held.status, held.value()["waits"].clone()), (200, json!(true)), "{}", held.body);
        assert_eq!(nina.json("POST", &format!("/api/v1/objections/{objection}/maintain"), &json!({})).status, 403, "there is nothing to read yet");
        assert!(!nina.get(&format!("/en/t/{}/consensus", thread["id"])).text(".ledger .ring").contains("answered"));
        let told = || site.sign_in("nina").get("/en/notifications").text("main").matches("answered").count();
        assert_eq!(told(), 0);
        accept(id(&held.value(), "answer"));
        assert_eq!(told(), 1, "whoever objected is told once the answer can be read");
        // A second one that waits takes no place from the one that stands.
        let second = noah.json("POST", &format!("/api/v1/objections/{objection}/answer"), &json!({ "body": "See https://spam.example", "lang": "en" }));
        assert_eq!((second.status, second.value()["waits"].clone()), (200, json!(false)), "{}", second.body);
        assert_eq!(tally(&mori, &thread, shared)["unanswered"], 0);
        assert_eq!(nina.json("POST", &format!("/api/v1/objections/{objection}/maintain"), &json!({})).status, 200);
    }

    fn c2_a_late_form_settles_nothing_that_was_settled(site) {
        let site = site.people();
        let (mori, thread) = (site.program("mori"), open(&site.program("mori"), "Meals", json!({})));
        pass(&mori, &thread, "debate");
        let (one, other) = (statement(&mori, &thread, "Meals are shared"), statement(&mori, &thread, "We eat together"));
        let desk = site.sign_in("mori");
        let path = format!("/fr/s/{one}/settle");
        let late = desk.submit("/fr/", &path, &[("act", "decline"), ("state", "proposed"), ("reason", "Déjà dit ailleurs.")]);
        assert_eq!(late.status, 409);
        assert_eq!(late.text("#c-reason").trim(), "Déjà dit ailleurs.");
        // What people spoke on stays: neither declined nor merged away with its objections.
        take(&site.program("tom"), one, json!({ "value": "objection", "reason": "No.", "lang": "en", "community": "en" }));
        for (act, into) in [("decline", None), ("merge", Some(other))] {
            let sent = json!({ "reason": "said elsewhere", "into": into });
            assert_eq!(mori.json("POST", &format!("/api/v1/statements/{one}/{act}"), &sent).status, 403, "{act}");
        }
        let into = desk.submit(&path, &path, &[("act", "merge"), ("reason", "")]);
        assert_eq!((into.status, into.count(".errors li")), (422, 2), "reason and target are missing, and said at once");
        // P5: somebody else's words are mended with a reason.
        let tom = site.program("tom");
        let proposed = tom.json("POST", &format!("/api/v1/threads/{}/statements", thread["id"]), &json!({ "body": "Bread is free.", "lang": "en" }));
        let path = format!("/en/s/{}/edit", proposed.value()["id"]);
        let silent = desk.submit(&path, &path, &[("body", "Bread is free"), ("change", "wording"), ("reason", " ")]);
        assert_eq!((silent.status, silent.text("#c-body").trim().to_owned()), (422, "Bread is free".into()));
    }

    fn c1_dates_and_late_forms_of_stages(site) {
        let site = site.people();
        let (mori, desk) = (site.program("mori"), site.sign_in("mori"));
        let thread = open(&mori, "Meals", json!({}));
        let path = format!("/fr/t/{}/stage", thread["id"]);
        for day in ["2020-01-01", "9999-12-31", "0000-01-01", "demain"] {
            let refused = desk.submit(&path, &path, &[("action", "plan"), ("ends", day)]);
            assert_eq!(refused.status, 422, "{day}");
            assert_eq!(refused.attr("#c-ends", "value"), day);
        }
        pass(&mori, &thread, "debate");
        let day = (site.now().date() + chrono::TimeDelta::days(9)).to_string();
        assert_eq!(desk.submit("/fr/", &path, &[("action", "plan"), ("from", "illustrate"), ("ends", &day)]).status, 409, "another stage was meant");
        // Back again, everybody reads why, and both summaries stay within reach.
        let back = desk.submit(&path, &path, &[("action", "pass"), ("stage", "illustrate"), ("reason", "Il manque des récits."), ("lang", "fr")]);
        assert_eq!(back.status, 303);
        pass(&mori, &thread, "debate");
        desk.submit(&path, &path, &[("action", "pass"), ("stage", "illustrate"), ("reason", "Encore des récits."), ("lang", "fr")]);
        let rail = site.visitor().get(&format!("/fr/t/{}/consensus", thread["id"]));
        assert!(rail.text("ol.stages").contains("Encore des récits."), "{}", rail.text("ol.stages"));
        assert_eq!(rail.count("ol.stages a[href*='/summaries/']"), 2);
        // Words need the post that they are from; a closed stage offers no form.
        pass(&mori, &thread, "debate");
        let path = format!("/ja/t/{}/statements", thread["id"]);
        let lost = desk.submit(&path, &path, &[("body", "食事は無料です。"), ("lang", "ja"), ("from_words", "無料")]);
        assert_eq!((lost.status, lost.text("#c-from_words").trim().to_owned()), (422, "無料".into()));
        pass(&mori, &thread, "propose");
        assert_eq!(desk.get(&path).status, 403);
    }

    fn c3_where_names_are_hidden_no_sentence_tells_of_few(site) {
        let site = site.people();
        let mori = site.program("mori");
        let thread = open(&mori, "Meals", json!({ "names": "totals" }));
        pass(&mori, &thread, "debate");
        let shared = statement(&mori, &thread, "Meals are shared");
        let people = assembly(&site, [6, 6, 3]);
        say(&people, shared, [(6, 0, 0), (5, 0, 1), (2, 0, 1)]);
        for path in ["consensus", "consensus.md", "sheet"] {
            let page = site.visitor().get(&format!("/fr/t/{}/{path}", thread["id"]));
            assert_eq!(page.status, 200, "{path}");
            let said = if path == "consensus.md" { page.body.clone() } else { page.text("main") };
            assert!(!said.contains("objections sont trop nombreuses en japonais") && !said.contains("en japonais, une seule"), "{path}: {said}");
        }
        let page = site.visitor().get(&format!("/fr/t/{}/consensus", thread["id"]));
        assert!(!page.attrs("a", "href").iter().any(|h| h.ends_with("/positions")), "nobody is led to a page that is not there");
    }

    fn two_at_once_are_one_position_one_stage_and_one_declaration(site) {
        let site = site.people();
        site.person("ruth", Role::Moderator, Lang::En);
        let mori = site.program("mori");
        let (thread, [shared, _]) = agreed(&site, &mori);
        answer_all(&mori, &thread);
        let moderators = || [site.program("mori"), site.program("ruth")];
        let sent = json!({ "value": "agree", "lang": "fr", "community": "fr" });
        let claire = [site.program("claire"), site.program("claire")];
        assert_eq!(at_once(claire, |who| take(who, shared, sent.clone()).status), [200, 200]);
        let log = mori.get(&format!("/api/v1/threads/{}/consensus", thread["id"])).value()["positions"].clone();
        let said = |p: &&Value| p["person"]["handle"] == "claire" && p["statement"] == shared;
        assert_eq!(log.as_array().unwrap().iter().filter(said).count(), 1, "one line of the log");
        let (path, moved) = (format!("/api/v1/threads/{}/stage", thread["id"]), json!({ "stage": "propose", "summary": "We spoke.", "lang": "en" }));
        assert_eq!(at_once(moderators(), |who| who.json("POST", &path, &moved).status), [200, 409]);
        ready(&mori, &thread, &format!("[Meals](/s/{shared}) are shared."));
        assert_eq!(at_once(moderators(), |who| declare(who, &thread, json!({ "outcome": "consensus" })).status), [201, 409]);
        let all = mori.get(&format!("/api/v1/threads/{}/declarations", thread["id"])).value();
        assert_eq!(all["items"].as_array().unwrap().len(), 1);
    }

    fn room_counts_are_corrected_in_sight(site) {
        let site = site.people();
        let (mori, desk) = (site.program("mori"), site.sign_in("mori"));
        let thread = open(&mori, "Meals", json!({}));
        pass(&mori, &thread, "debate");
        let shared = statement(&mori, &thread, "Meals are shared");
        let (path, key) = (format!("/fr/s/{shared}/room"), uuid::Uuid::now_v7().to_string());
        let count = |agree: &str, date: &str| desk.submit(&path, &path, &[("key", &key), ("place", "Maison du peuple"), ("date", date), ("lang", "fr"), ("agree", agree)]);
        let day = site.now().date().to_string();
        for agree in ["12", "12", "21", "21"] {
            assert_eq!(count(agree, &day).status, 303);
        }
        for far in ["0001-01-01", "2999-01-01"] {
            let refused = count("12", far);
            assert_eq!((refused.status, refused.attrs(".errors a", "href")), (422, vec!["#c-date".to_owned()]), "{far}");
        }
        let rooms = || mori.get(&format!("/api/v1/threads/{}/consensus", thread["id"])).value()["rooms"].clone();
        let agree: Vec<Value> = rooms().as_array().unwrap().iter().map(|r| r["agree"].clone()).collect();
        assert_eq!(agree, [json!(12), json!(21)], "sent twice it is one count, corrected another");
        let wrong = id(&rooms()[0], "id");
        let struck = desk.submit(&path, &path, &[("strike", &wrong.to_string()), ("reason", "Chiffres inversés.")]);
        assert_eq!(struck.status, 303);
        assert_eq!(rooms()[0]["struck"], "Chiffres inversés.");
        // Struck by mistake, it is recorded anew.
        count("12", &day);
        assert_eq!(rooms().as_array().unwrap().len(), 3);
        assert!(site.visitor().get(&format!("/fr/t/{}/consensus", thread["id"])).body.contains("Chiffres inversés."));
    }
}

both! {
    fn c9_each_language_cites_what_the_original_cites(site) {
        let site = site.people();
        let mori = site.program("mori");
        let (thread, [shared, divided]) = agreed(&site, &mori);
        answer_all(&mori, &thread);
        pass(&mori, &thread, "propose");
        let text = id(&write(&mori, &thread, &format!("We agree that [meals are shared](/s/{shared}).")).value(), "text");
        translate(&mori, text, Lang::Fr, &format!("Nous sommes d’accord : [les repas](/fr/s/{shared})."));
        translate(&mori, text, Lang::Ja, &format!("合意しました：[時間](/s/{divided}#open)。"));
        assert_eq!(codes(&declare(&mori, &thread, json!({ "outcome": "consensus" }))), ["declare-cites"]);
        let page = site.visitor().get(&format!("/ja/t/{}/synthesis", thread["id"]));
        assert!(page.text("#c-synthesis").contains("原文と同じ見解"), "{}", page.text(".check"));
        assert!(page.body.contains("何も宣言できません"));
        translate(&mori, text, Lang::Ja, &format!("合意しました：[食事](/s/{shared})。"));
        assert_eq!(declare(&mori, &thread, json!({ "outcome": "consensus" })).status, 201);
    }

    fn c10_whatever_takes_cited_words_away_moves_the_basis(site) {
        let site = site.people();
        let (mori, desk, claire) = (site.program("mori"), site.sign_in("mori"), site.program("claire"));
        let (thread, [shared, _]) = agreed(&site, &mori);
        answer_all(&mori, &thread);
        pass(&mori, &thread, "propose");
        let story = claire.thread(Lang::Fr, "Une cuisine", "Nous cuisinons ensemble.");
        ready(&mori, &thread, &format!("[Meals](/s/{shared}) are shared, as [one kitchen](/p/{}) tells.", story["post"]));
        let made = declare(&mori, &thread, json!({ "outcome": "consensus" })).value();
        let listed = || site.visitor().get("/fr/declarations").body.contains("Textes d’appui modifiés");
        assert!(!listed());
        let path = format!("/fr/t/{}/moderate", story["id"]);
        assert_eq!(desk.submit(&path, &path, &[("act", "hide"), ("reason", "hors sujet")]).status, 303);
        assert!(listed(), "the thread of a cited post was hidden");
        let feed = site.visitor().get("/fr/declarations/feed.atom").body;
        assert!(feed.contains("Textes d’appui modifiés"), "whoever follows the feed hears of it");
        // What was declared is taken further as it was declared, whatever the statement says since.
        edit(&desk, shared, "Meals are sold", "1", "meaning");
        let next = open(&mori, "Further", json!({ "carries": made["id"] }));
        let carried = mori.get(&format!("/api/v1/threads/{}/statements", next["id"])).value();
        assert_eq!(carried["items"][0]["body"], "Meals are shared");
    }

    fn c10_dissent_that_was_hidden_is_printed_as_removed_and_a_thread_outlives_its_opener(site) {
        let site = site.people();
        site.person("ruth", Role::Moderator, Lang::En);
        let (mori, desk) = (site.program("mori"), site.sign_in("mori"));
        let ruth = site.program("ruth");
        let (thread, [shared, _]) = agreed(&site, &ruth);
        answer_all(&ruth, &thread);
        let ledger = ruth.get(&format!("/api/v1/threads/{}/objections", thread["id"])).value();
        let path = format!("/en/p/{}/moderate", ledger["items"][0]["post"]);
        assert_eq!(desk.submit(&path, &path, &[("act", "hide"), ("reason", "insults")]).status, 303);
        pass(&ruth, &thread, "propose");
        ready(&ruth, &thread, &format!("[Meals](/s/{shared}) are shared."));
        let made = declare(&mori, &thread, json!({ "outcome": "consensus" })).value();
        assert_eq!(made["objections"].as_array().unwrap().len(), ledger["items"].as_array().unwrap().len());
        let path = format!("/fr/declarations/{}", made["id"]);
        assert!(site.visitor().get(&path).text(".ledger").contains("Retirée le"));
        // Whoever opened the thread leaves and takes all their words along: what was declared stays.
        assert_eq!(crate::privacy::erase(&site.sign_in("ruth"), "remove").status, 200);
        let page = site.visitor().get(&path);
        assert_eq!(page.status, 200);
        assert!(page.body.contains("Retirée."), "the words of the synthesis went with her, and the page says so");
        assert_eq!(site.visitor().get(&format!("/fr/t/{}/consensus", thread["id"])).status, 200);
    }
}
