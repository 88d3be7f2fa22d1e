//! The workbench as people use it: plain forms, followed by their labels, nothing lost.

use crate::{
    both,
    support::{Answer, Site, Visitor, id},
};
use serde_json::{Value, json};
use trialogue::domain::{account::Role, lang::Lang};

const SOURCE: &str = "Un bus par jour, avec @claire.\n\n- 12 personnes\n- une coopérative\n\nVoir [le plan](https://example.org/plan).";

fn thread(site: &Site) -> (Value, i64) {
    let thread = site.program("claire").thread(Lang::Fr, "Un bus de village", SOURCE);
    let text = id(&thread, "text");
    (thread, text)
}

fn edit(site: &Site, text: i64, body: &str) {
    let revision = site.program("claire").slot(text, Lang::Fr)["revision"].clone();
    let done = site.program("claire").put_slot(text, Lang::Fr, json!({ "title": "Un bus de village", "body": body, "revision": revision }));
    assert_eq!(done.status, 200, "{}", done.body);
}

/// Sends the workbench's form as it stands, with some fields changed.
pub fn send(who: &Visitor, page: &str, action: &str, changes: &[(&str, usize, &str)], also: &[(&str, &str)]) -> Answer {
    let answer = who.open(page);
    assert_eq!(answer.status, 200, "{}", answer.body);
    let mut fields = answer.form("form.work");
    for (name, nth, value) in changes {
        let at = fields.iter().enumerate().filter(|(_, (n, _))| n == name).nth(*nth).map(|(i, _)| i);
        let at = at.unwrap_or_else(|| panic!("no {name} {nth}"));
        fields[at].1 = (*value).to_owned();
    }
    fields.extend(also.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())));
    fields.push(("action".into(), action.into()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    who.post(&answer.attr("form.work", "action"), &fields)
}

const FILLED: [(&str, usize, &str); 4] = [
    ("title", 0, "A village bus"),
    ("body", 0, "One bus a day, with @claire."),
    ("body", 1, "- 12 people\n- a cooperative"),
    ("body", 2, "See [the map](https://example.org/plan)."),
];

both! {
    fn a_slot_is_filled_block_by_block_and_read_by_visitors(site) {
        let site = site.people();
        let (thread, text) = thread(&site);
        let tom = site.sign_in("tom");
        let page = format!("/en/translate/{text}/en");
        let bench = tom.open(&page);
        assert_eq!((bench.count(".pair"), bench.count("textarea[name=body]"), bench.count(".tgt.is-empty")), (4, 3, 4));
        assert_eq!(bench.texts(".pair .src .text")[1], "Un bus par jour, avec @claire.");
        assert_eq!(bench.attr(".pair .src .text", "lang"), "fr", "L3");
        assert_eq!(bench.texts(".gloss dt"), ["coopérative"], "H4: the term stands beside its block");
        let saved = send(&tom, &page, "save", &FILLED, &[]);
        assert_eq!((saved.status, saved.header("location")), (303, format!("{page}?done=save").as_str()));
        let after = tom.open(saved.header("location"));
        assert_eq!(after.texts("textarea[name=body]"), ["One bus a day, with @claire.", "- 12 people - a cooperative", "See [the map](https://example.org/plan)."]);
        assert_eq!((after.count(".warn"), after.count(".notice.good[role=status]")), (0, 1));
        assert_eq!(site.visitor().open(&format!("/en/t/{}", thread["id"])).text("h1"), "A village bus");
    }

    fn every_cell_of_a_threads_strip_leads_to_its_workbench_and_a_visitor_through_sign_in(site) {
        let site = site.people();
        let (thread, text) = thread(&site);
        let page = format!("/ja/t/{}", thread["id"]);
        let expected: Vec<String> = ["fr", "en", "ja"].iter().map(|l| format!("/ja/translate/{text}/{l}")).collect();
        assert_eq!(site.sign_in("aiko").open(&page).attrs(".strip a", "href"), expected);
        let visitor = site.visitor();
        let sign_in = visitor.open(&page).attrs(".strip a", "href").remove(2);
        let form = visitor.open(&sign_in);
        let fields = [("csrf", form.attr("input[name=csrf]", "value")), ("next", form.attr("input[name=next]", "value"))];
        let mut fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        fields.extend([("handle", "aiko"), ("password", crate::support::PASSWORD)]);
        assert_eq!(visitor.post("/ja/login", &fields).header("location"), expected[2]);
        let own = site.sign_in("claire").open(&format!("/fr/translate/{text}/fr"));
        assert_eq!((own.status, own.count("form.work"), own.count("a.btn[href$='/edit']")), (200, 0, 1), "an original is edited");
        assert_eq!(visitor.get(&format!("/en/translate/{text}/de")).status, 404);
    }

    fn t4_what_changed_stands_in_its_block_and_only_changed_or_ticked_blocks_are_answered(site) {
        let site = site.people();
        let (_, text) = thread(&site);
        let tom = site.sign_in("tom");
        let page = format!("/en/translate/{text}/en");
        send(&tom, &page, "save", &FILLED, &[]);
        edit(&site, text, &SOURCE.replace("Un bus", "Deux bus").replace("Voir", "Regarder"));
        let bench = tom.open(&page);
        assert_eq!((bench.count(".tgt.is-outdated"), bench.count("input[name=blocks]")), (2, 2));
        assert_eq!((bench.texts(".src del"), bench.texts(".src ins")), (vec!["Un".to_owned(), "Voir".into()], vec!["Deux".into(), "Regarder".into()]));
        assert_eq!(send(&tom, &page, "save", &[("body", 0, "Two buses a day, with @claire.")], &[]).status, 303);
        let slot = site.visitor().slot(text, Lang::En);
        assert_eq!(slot["outdated_blocks"], json!([3]), "the block that was left as it was stays outdated");
        assert_eq!(send(&tom, &page, "save", &[], &[("blocks", "3")]).status, 303);
        assert_eq!(site.visitor().slot(text, Lang::En)["fresh"], true);
    }

    fn t4_blocks_that_do_not_pair_stand_as_a_whole(site) {
        let site = site.people();
        let (_, text) = thread(&site);
        let tom = site.sign_in("tom");
        let page = format!("/en/translate/{text}/en");
        send(&tom, &page, "save", &[FILLED[0], FILLED[1], ("body", 1, "Twelve people and a cooperative"), FILLED[3]], &[]);
        let bench = tom.open(&page);
        assert_eq!((bench.count(".pair"), bench.count("textarea[name=body]")), (2, 1), "a list turned into a paragraph");
        edit(&site, text, &SOURCE.replace("Un bus", "Deux bus"));
        let bench = tom.open(&page);
        assert_eq!((bench.count("input[name=blocks]"), bench.count(".src .blk-old")), (1, 1));
        assert_eq!(send(&tom, &page, "valid", &[], &[("blocks", "1")]).status, 303);
        assert_eq!(site.visitor().slot(text, Lang::En)["fresh"], true);
    }

    fn warnings_are_gentle(site) {
        let site = site.people();
        let (_, text) = thread(&site);
        let tom = site.sign_in("tom");
        let page = format!("/en/translate/{text}/en");
        let lost = [FILLED[0], ("body", 0, "One bus."), ("body", 1, "- some people\n- a cooperative"), ("body", 2, "See the map.")];
        assert_eq!(send(&tom, &page, "save", &lost, &[]).status, 303, "nothing is refused for them");
        let warned = tom.open(&page).texts(".warn");
        assert_eq!(warned.len(), 3, "{warned:?}");
        assert!(warned[0].contains("@claire") && warned[1].contains("12") && warned[2].contains("https://example.org/plan"));
    }

    fn what_can_be_meant_is_asked_and_not_refused(site) {
        let site = site.people();
        let (_, text) = thread(&site);
        let tom = site.sign_in("tom");
        let page = format!("/en/translate/{text}/en");
        let same = [("title", 0, "A village bus"), ("body", 0, "Un bus par jour, avec @claire."), ("body", 1, "- 12 personnes\n- une coopérative"), ("body", 2, "Voir [le plan](https://example.org/plan).")];
        let asked = send(&tom, &page, "save", &same, &[]);
        assert_eq!((asked.status, asked.count(".errors"), asked.attr("input[name=sure]", "value")), (422, 1, "yes".into()));
        assert_eq!(asked.texts("textarea[name=body]")[0], "Un bus par jour, avec @claire.", "nothing is lost");
        assert!(asked.texts(".tgt .pno span").iter().all(|state| state == "not saved yet"), "and nothing is called done");
        let mut again = asked.form("form.work");
        again.push(("action".into(), "save".into()));
        let again: Vec<(&str, &str)> = again.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(tom.post(&page, &again).status, 303);
        let gap = send(&tom, &page, "save", &[("body", 1, "")], &[]);
        assert_eq!((gap.status, gap.count("textarea[name=body]")), (422, 3));
        let empty = send(&tom, &page, "save", &[("body", 0, ""), ("body", 1, ""), ("body", 2, "")], &[("sure", "yes")]);
        assert_eq!((empty.status, empty.count("#c-body")), (422, 1));
    }

    fn t6_a_conflict_shows_both_texts_and_the_next_save_stands_on_the_newer(site) {
        let site = site.people();
        let (_, text) = thread(&site);
        let (tom, aiko) = (site.sign_in("tom"), site.program("aiko"));
        let page = format!("/en/translate/{text}/en");
        let opened = tom.open(&page).form("form.work");
        aiko.put_slot(text, Lang::En, json!({ "title": "Aiko's title", "body": "Aiko's words.\n\n- 12\n\nplan", "revision": 0, "based_on": 1 }));
        let mut fields: Vec<(String, String)> = opened;
        fields.iter_mut().filter(|(n, _)| n == "body").for_each(|(_, v)| *v = "Tom's words.".into());
        fields.iter_mut().filter(|(n, _)| n == "title").for_each(|(_, v)| *v = "Tom's title".into());
        fields.push(("action".into(), "save".into()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let conflict = tom.post(&page, &fields);
        assert_eq!(conflict.status, 409);
        assert!(conflict.text(".sum .text").contains("Aiko's words.") && conflict.texts("textarea[name=body]").contains(&"Tom's words.".to_owned()));
        assert_eq!(conflict.attr("input[name=revision]", "value"), "1");
        let mut again = conflict.form("form.work");
        again.push(("action".into(), "save".into()));
        let again: Vec<(&str, &str)> = again.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(tom.post(&page, &again).status, 303);
        assert_eq!(site.visitor().slot(text, Lang::En)["title"], "Tom's title");
        assert_eq!(site.visitor().open(&format!("/en/translate/{text}/en/history")).count(".revisions > li"), 2, "Aiko's revision is kept");
    }

    fn t6_a_source_edited_during_work_is_shown_with_what_changed(site) {
        let site = site.people();
        let (_, text) = thread(&site);
        let tom = site.sign_in("tom");
        let page = format!("/en/translate/{text}/en");
        let mut fields = tom.open(&page).form("form.work");
        edit(&site, text, &SOURCE.replace("Un bus", "Deux bus"));
        for (name, value) in &mut fields {
            if matches!(name.as_str(), "title" | "body") {
                *value = format!("{name} words");
            }
        }
        fields.push(("action".into(), "save".into()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let saved = tom.post(&page, &fields);
        assert_eq!(saved.status, 303);
        let slot = site.visitor().slot(text, Lang::En);
        assert_eq!((slot["based_on"].as_i64(), slot["outdated_blocks"].clone()), (Some(1), json!([1])));
        assert_eq!(tom.open(&page).texts(".src ins"), ["Deux"]);
    }

    fn a_draft_is_there_again_and_any_other_button_keeps_what_was_typed(site) {
        let site = site.people();
        let (_, text) = thread(&site);
        let tom = site.sign_in("tom");
        let page = format!("/en/translate/{text}/en");
        assert_eq!(send(&tom, &page, "draft", &[("body", 1, "- half")], &[]).status, 303);
        let bench = tom.open(&page);
        assert_eq!((bench.texts("textarea[name=body]")[1].as_str(), bench.count("button[value=discard]")), ("- half", 1));
        assert!(site.sign_in("aiko").open(&page).texts("textarea[name=body]").iter().all(String::is_empty));
        assert_eq!(send(&tom, &page, "claim", &[("body", 0, "typed before the claim")], &[]).status, 303);
        let bench = tom.open(&page);
        assert_eq!(bench.texts("textarea[name=body]")[0], "typed before the claim");
        assert_eq!(bench.count("button[value=release]"), 1, "T7");
        edit(&site, text, &SOURCE.replace("Un bus", "Deux bus"));
        let bench = tom.open(&page);
        assert_eq!((bench.attr("input[name=based_on]", "value").as_str(), bench.count(".notice .old")), ("1", 1), "the draft was begun on revision 1");
        send(&tom, &page, "discard", &[], &[]);
        assert!(tom.open(&page).texts("textarea[name=body]").iter().all(String::is_empty));
    }

    fn t5_a_reviewer_reviews_sends_back_and_decides_on_proposals(site) {
        let site = site.people();
        site.reviewer("claire", &[Lang::En]);
        let (_, text) = thread(&site);
        let (tom, claire, aiko) = (site.sign_in("tom"), site.sign_in("claire"), site.sign_in("aiko"));
        let page = format!("/en/translate/{text}/en");
        send(&tom, &page, "save", &FILLED, &[]);
        assert_eq!(tom.open(&page).count("button[value=review]"), 0, "not one's own");
        let bare = send(&claire, &page, "return", &[], &[]);
        assert_eq!((bare.status, bare.count("#e-reason")), (422, 1), "a comment is asked for");
        assert_eq!(send(&claire, &page, "return", &[("reason", 0, "Is it every day?")], &[]).status, 303);
        assert!(tom.open(&page).text(".remarks").contains("Is it every day?"));
        send(&tom, &page, "save", &[("body", 0, "One bus every day, with @claire.")], &[]);
        assert_eq!(tom.open(&page).count(".remarks"), 0, "answered");
        let changed = send(&claire, &page, "review", &[("body", 0, "Changed with it.")], &[]);
        assert_eq!((changed.status, changed.texts("textarea[name=body]")[0].as_str()), (422, "Changed with it."), "judged and changed at once: kept");
        assert_eq!(send(&claire, &page, "review", &[], &[]).status, 303);
        assert_eq!(aiko.open(&page).count("button.btn[value=save]"), 1);
        let proposed = send(&aiko, &page, "save", &[("body", 0, "A daily bus, with @claire.")], &[]);
        assert_eq!(proposed.header("location"), format!("{page}?done=proposed"));
        assert_eq!(site.visitor().slot(text, Lang::En)["body"].as_str().unwrap().lines().next(), Some("One bus every day, with @claire."));
        let seen = claire.open(&page);
        assert_eq!((seen.texts(".remarks ins"), seen.count("button[value=accept]")), (vec!["A daily bus,".to_owned()], 1));
        let accept = seen.attr("button[value=accept]", "formaction");
        let mut fields = seen.form("form.work");
        fields.push(("action".into(), "accept".into()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(claire.post(&accept, &fields).status, 303);
        assert_eq!(site.visitor().slot(text, Lang::En)["translator"]["handle"], "aiko");
        let history = site.visitor().open(&format!("/en/translate/{text}/en/history"));
        assert_eq!((history.count(".revisions > li"), history.count("#h-acts")), (3, 1));
        assert!(history.text(".lines").contains("aiko proposed revision 3"), "who did what: {}", history.text(".lines"));
    }

    fn rights_withdrawn_in_the_middle_refuse_the_act_and_keep_the_words(site) {
        let site = site.people();
        site.reviewer("claire", &[Lang::En]);
        let (_, text) = thread(&site);
        let page = format!("/fr/translate/{text}/en");
        send(&site.sign_in("tom"), &format!("/en/translate/{text}/en"), "save", &FILLED, &[]);
        let claire = site.sign_in("claire");
        let mut fields = claire.open(&page).form("form.work");
        fields.retain(|(n, _)| n != "reason");
        fields.extend([("reason".to_owned(), "des mots tapés".to_owned()), ("action".into(), "review".into())]);
        site.reviewer("claire", &[]);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let refused = claire.post(&page, &fields);
        assert_eq!((refused.status, refused.count("[role=alert]")), (403, 1));
        assert_eq!(refused.texts("textarea[name=body]")[0], "One bus a day, with @claire.");
    }

    fn t12_a_text_hidden_in_the_middle_gives_the_words_back(site) {
        let site = site.people();
        let (thread, text) = thread(&site);
        let tom = site.sign_in("tom");
        let page = format!("/en/translate/{text}/en");
        let mut fields = tom.open(&page).form("form.work");
        fields.iter_mut().filter(|(n, _)| n == "body").for_each(|(_, v)| *v = "words typed meanwhile".into());
        fields.push(("action".into(), "save".into()));
        let hide = format!("/en/t/{}/moderate", thread["id"]);
        site.sign_in("mori").submit(&hide, &hide, &[("act", "hide"), ("reason", "off topic")]);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let gone = tom.post(&page, &fields);
        assert_eq!(gone.status, 404);
        assert_eq!(gone.texts("textarea[name=body]"), ["words typed meanwhile"; 3], "nothing is lost");
        for address in [page.clone(), format!("{page}/history"), format!("{page}/contest"), format!("/en/t/{}/side", thread["id"])] {
            assert_eq!(tom.open(&address).status, 404, "{address}");
        }
    }

    fn t10_a_contested_passage_is_marked_until_a_moderator_settles_it(site) {
        let site = site.people();
        let (thread, text) = thread(&site);
        send(&site.sign_in("tom"), &format!("/en/translate/{text}/en"), "save", &FILLED, &[]);
        let claire = site.sign_in("claire");
        let page = format!("/en/translate/{text}/en/contest");
        let contest = |who: &Visitor, passage: &str| who.submit(&page, &page, &[("revision", "1"), ("passage", passage), ("reason", "c’est un car")]);
        let unknown = contest(&claire, "a train");
        assert_eq!((unknown.status, unknown.text("#c-reason")), (422, "c’est un car".into()), "words that do not stand there");
        assert_eq!(contest(&claire, "One bus a day").status, 303, "of one's own words");
        let aiko = site.program("aiko");
        assert_eq!(aiko.slot(text, Lang::En)["quality"], "translated");
        let read = site.visitor().open(&format!("/en/t/{}", thread["id"]));
        assert_eq!(read.texts(".text .contest"), ["One bus a day"]);
        assert!(read.text(".state").contains("contested"));
        let mori = site.sign_in("mori");
        let bench = mori.open(&format!("/en/translate/{text}/en"));
        let settle = bench.attr("button[value=settle]", "formaction");
        let mut fields = bench.form("form.work");
        fields.retain(|(n, _)| n != "reason");
        fields.push(("action".into(), "settle".into()));
        let with = |reason: &'static str| {
            let mut all: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            all.push(("reason", reason));
            mori.post(&settle, &all).status
        };
        assert_eq!((with(""), with("A bus it is."), with("again")), (422, 303, 404));
        assert_eq!(site.visitor().open(&format!("/en/t/{}", thread["id"])).count(".contest"), 0);
    }

    fn t10_nobody_contests_in_a_language_that_they_do_not_read(site) {
        let site = site.people();
        let (_, text) = thread(&site);
        send(&site.sign_in("tom"), &format!("/en/translate/{text}/en"), "save", &FILLED, &[]);
        let page = format!("/ja/translate/{text}/en/contest");
        let aiko = site.sign_in("aiko");
        let refused = aiko.submit(&page, &page, &[("revision", "1"), ("passage", "One bus"), ("reason", "違います")]);
        assert_eq!(refused.status, 403);
        assert!(refused.body.contains("違います"), "what was typed is kept");
    }

    fn an_administrator_gives_reviewer_rights_with_a_reason(site) {
        let site = site.people();
        site.person("ada", Role::Admin, Lang::En);
        let (ada, mori) = (site.sign_in("ada"), site.sign_in("mori"));
        assert_eq!(mori.open("/en/u/tom").count("input[name=reviews]"), 0);
        let give = |who: &Visitor, reason: &str| who.submit("/en/settings", "/en/u/tom/rights", &[("reviews", "en"), ("reviews", "ja"), ("reason", reason)]);
        assert_eq!(give(&mori, "x").status, 403);
        assert_eq!(give(&ada, "").status, 422);
        assert_eq!(give(&ada, "reads both").status, 303);
        assert_eq!(ada.open("/en/u/tom").attrs("input[name=reviews][checked]", "value"), ["en", "ja"]);
        assert!(site.visitor().open("/fr/u/tom").text(".facts").contains("日本語"), "shown to everybody");
    }
}
