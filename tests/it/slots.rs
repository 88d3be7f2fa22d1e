//! T3–T7: what somebody at work on a translation does to it.

use crate::{
    both,
    support::{Answer, Site, Visitor, id},
};
use chrono::TimeDelta;
use serde_json::{Value, json};
use trialogue::domain::lang::Lang;

const SOURCE: &str = "un\n\ndeux\n\ntrois";
const TARGET: &str = "one\n\ntwo\n\nthree";

/// A French thread; its text's id.
fn french(site: &Site) -> i64 {
    id(&site.program("claire").thread(Lang::Fr, "Cuisine", SOURCE), "text")
}

fn edit(site: &Site, text: i64, body: &str) {
    let claire = site.program("claire");
    let revision = claire.slot(text, Lang::Fr)["revision"].clone();
    let done = claire.put_slot(text, Lang::Fr, json!({ "title": "Cuisine", "body": body, "revision": revision }));
    assert_eq!(done.status, 200, "{}", done.body);
}

fn save(who: &Visitor, text: i64, body: &str, revision: i64, based_on: i64) -> Answer {
    who.act(text, Lang::En, "save", json!({ "title": "Kitchen", "body": body, "revision": revision, "based_on": based_on }))
}

/// Tom translates, Mori reviews.
fn reviewed(site: &Site, text: i64) {
    assert_eq!(save(&site.program("tom"), text, TARGET, 0, 1).status, 200);
    assert_eq!(site.program("mori").act(text, Lang::En, "review", json!({ "revision": 1 })).status, 200);
}

/// What matters of a slot: quality, freshness, revision, outdated blocks.
fn state(site: &Site, text: i64) -> (String, bool, i64, Value) {
    let slot = site.visitor().slot(text, Lang::En);
    (slot["quality"].as_str().unwrap().to_owned(), slot["fresh"].as_bool().unwrap(), id(&slot, "revision"), slot["outdated_blocks"].clone())
}

fn was(quality: &str, fresh: bool, revision: i64, outdated: Value) -> (String, bool, i64, Value) {
    (quality.to_owned(), fresh, revision, outdated)
}

both! {
    fn t4_still_valid_adds_one_key_and_then_the_whole_text(site) {
        let site = site.people();
        let text = french(&site);
        save(&site.program("tom"), text, TARGET, 0, 1);
        edit(&site, text, "un\n\nDEUX\n\nTROIS");
        assert_eq!(state(&site, text), was("translated", false, 1, json!([2, 3])));
        let valid = |who: &str, fields: Value| site.program(who).act(text, Lang::En, "valid", fields);
        assert_eq!(valid("aiko", json!({ "revision": 1, "based_on": 2, "blocks": [9] })).status, 422);
        assert_eq!(valid("aiko", json!({ "revision": 1, "based_on": 2, "blocks": [2] })).status, 200);
        assert_eq!(state(&site, text), was("translated", false, 2, json!([3])));
        let slot = site.visitor().slot(text, Lang::En);
        assert_eq!((slot["translator"]["handle"].as_str(), slot["body"].as_str()), (Some("tom"), Some(TARGET)), "T9: whose words these are");
        assert_eq!(valid("aiko", json!({ "revision": 2, "based_on": 2, "body": "something else" })).status, 422, "typed words are not dropped");
        assert_eq!(valid("aiko", json!({ "revision": 2, "based_on": 2 })).status, 200);
        assert_eq!(state(&site, text), was("translated", true, 3, json!([])));
    }

    fn t4_removed_blocks_outdate_the_whole_until_it_is_confirmed(site) {
        let site = site.people();
        let text = french(&site);
        save(&site.program("tom"), text, TARGET, 0, 1);
        edit(&site, text, "trois\n\nun");
        assert_eq!(state(&site, text), was("translated", false, 1, json!([])));
        assert_eq!(site.program("tom").act(text, Lang::En, "valid", json!({ "revision": 1, "based_on": 2 })).status, 200);
        assert!(state(&site, text).1);
    }

    fn t4_what_was_confirmed_stays_so_when_a_moderator_corrects_meaning_or_wording(site) {
        let site = site.people();
        let text = french(&site);
        let post = id(&site.program("claire").get("/api/v1/threads").value()["items"][0], "post");
        save(&site.program("tom"), text, TARGET, 0, 1);
        edit(&site, text, "un\n\nDEUX\n\nTROIS");
        site.program("tom").act(text, Lang::En, "valid", json!({ "revision": 1, "based_on": 2, "blocks": [2] }));
        let history = format!("/en/p/{post}/history");
        let correct = |change: &str| {
            let done = site.sign_in("mori").submit(&history, &history, &[("revision", "2"), ("change", change), ("reason", "spelling")]);
            assert_eq!(done.status, 303, "{}", done.body);
        };
        correct("wording");
        assert!(state(&site, text).1, "a wording edit outdates nothing");
        correct("meaning");
        assert_eq!(state(&site, text).3, json!([3]), "the confirmed block stays confirmed, the other one is outdated again");
    }

    fn t5_a_proposal_leaves_readers_the_reviewed_revision_until_it_is_accepted(site) {
        let site = site.people();
        let text = french(&site);
        reviewed(&site, text);
        let (aiko, mori) = (site.program("aiko"), site.program("mori"));
        assert_eq!(save(&aiko, text, "ONE\n\ntwo\n\nthree", 1, 1).status, 200);
        assert_eq!(site.visitor().slot(text, Lang::En)["body"], TARGET);
        assert_eq!(aiko.act(text, Lang::En, "accept", json!({ "revision": 1, "proposal": 2 })).status, 403, "reviewers only");
        site.reviewer("aiko", &[Lang::En]);
        assert_eq!(aiko.act(text, Lang::En, "accept", json!({ "revision": 1, "proposal": 2, "reason": "mine" })).status, 403, "not one's own");
        assert_eq!(mori.act(text, Lang::En, "accept", json!({ "revision": 7, "proposal": 2 })).status, 409);
        assert_eq!(mori.act(text, Lang::En, "accept", json!({ "revision": 1, "proposal": 9 })).status, 403);
        assert_eq!(mori.act(text, Lang::En, "accept", json!({ "revision": 1, "proposal": 2 })).status, 200);
        let slot = site.visitor().slot(text, Lang::En);
        assert_eq!((slot["quality"].as_str(), slot["revision"].as_i64(), slot["body"].as_str()), (Some("reviewed"), Some(2), Some("ONE\n\ntwo\n\nthree")));
        assert_eq!((slot["translator"]["handle"].as_str(), slot["reviewer"]["handle"].as_str()), (Some("aiko"), Some("mori")));
        assert_eq!(mori.act(text, Lang::En, "accept", json!({ "revision": 2, "proposal": 2 })).status, 403, "only once");
    }

    fn t5_a_proposal_is_declined_with_a_comment_or_withdrawn(site) {
        let site = site.people();
        let text = french(&site);
        reviewed(&site, text);
        let (aiko, mori, claire) = (site.program("aiko"), site.program("mori"), site.program("claire"));
        save(&aiko, text, "A", 1, 1);
        save(&aiko, text, "B", 1, 1);
        assert_eq!(claire.act(text, Lang::En, "return", json!({ "revision": 1, "proposal": 2, "reason": "no" })).status, 403);
        assert_eq!(mori.act(text, Lang::En, "return", json!({ "revision": 1, "proposal": 2 })).status, 403, "with a comment");
        assert_eq!(mori.act(text, Lang::En, "return", json!({ "revision": 1, "proposal": 2, "reason": "it says less" })).status, 200);
        assert_eq!(aiko.act(text, Lang::En, "return", json!({ "revision": 1, "proposal": 3 })).status, 200, "one's own is withdrawn");
        assert_eq!(mori.act(text, Lang::En, "accept", json!({ "revision": 1 })).status, 403, "nothing is left");
        assert_eq!(state(&site, text), was("reviewed", true, 1, json!([])));
    }

    fn t5_reviewer_rights_hold_for_their_language_and_end_when_they_are_taken(site) {
        let site = site.people();
        let text = french(&site);
        save(&site.program("tom"), text, TARGET, 0, 1);
        let claire = site.program("claire");
        let review = |fields: Value| claire.act(text, Lang::En, "review", fields).status;
        site.reviewer("claire", &[Lang::Ja]);
        assert_eq!(review(json!({ "revision": 1 })), 403);
        site.reviewer("claire", &[Lang::En]);
        assert_eq!(review(json!({ "revision": 1 })), 200);
        assert_eq!(save(&claire, text, "one\n\ntwo\n\n3", 1, 1).value()["quality"], "translated", "a reviewer's save");
        assert_eq!(review(json!({ "revision": 2, "reason": "mine" })), 403, "own work: moderators only, with a reason");
        site.program("mori").act(text, Lang::En, "review", json!({ "revision": 2 }));
        site.reviewer("claire", &[]);
        let late = save(&claire, text, "one\n\ntwo\n\nIII", 2, 1);
        assert_eq!((late.status, late.value()["body"].as_str()), (200, Some("one\n\ntwo\n\n3")), "without rights it is a proposal; nothing is lost");
        assert_eq!(site.program("mori").act(text, Lang::En, "accept", json!({ "revision": 2, "proposal": 3 })).status, 200);
    }

    fn t5_still_valid_by_a_reviewer_keeps_the_review_and_by_others_is_a_proposal(site) {
        let site = site.people();
        let text = french(&site);
        reviewed(&site, text);
        edit(&site, text, "un\n\nDEUX\n\ntrois");
        let valid = |who: &str| site.program(who).act(text, Lang::En, "valid", json!({ "revision": 1, "based_on": 2, "blocks": [2] })).status;
        assert_eq!(valid("aiko"), 200);
        assert_eq!(state(&site, text), was("reviewed", false, 1, json!([2])), "a proposal");
        assert_eq!(site.program("mori").act(text, Lang::En, "accept", json!({ "revision": 1, "proposal": 2 })).status, 200);
        assert_eq!(state(&site, text), was("reviewed", true, 2, json!([])));
        edit(&site, text, "un\n\nDEUX\n\nTROIS");
        site.reviewer("aiko", &[Lang::En]);
        assert_eq!(site.program("aiko").act(text, Lang::En, "valid", json!({ "revision": 2, "based_on": 3 })).status, 200);
        let slot = site.visitor().slot(text, Lang::En);
        assert_eq!((slot["quality"].as_str(), slot["fresh"].as_bool(), slot["reviewer"]["handle"].as_str()), (Some("reviewed"), Some(true), Some("aiko")));
        assert_eq!(slot["translator"]["handle"], "tom");
    }

    fn t5_a_translation_is_sent_back_and_saved_again(site) {
        let site = site.people();
        let text = french(&site);
        let (tom, mori) = (site.program("tom"), site.program("mori"));
        save(&tom, text, TARGET, 0, 1);
        let back = |fields: Value| mori.act(text, Lang::En, "return", fields).status;
        assert_eq!(back(json!({ "revision": 1 })), 403, "with a comment");
        assert_eq!(back(json!({ "revision": 5, "reason": "late" })), 409);
        assert_eq!(back(json!({ "revision": 1, "reason": "the second paragraph says the opposite" })), 200);
        assert_eq!(tom.act(text, Lang::En, "return", json!({ "revision": 1, "reason": "x" })).status, 403);
        assert_eq!(state(&site, text), was("translated", true, 1, json!([])), "readers keep it, as unreviewed");
        assert_eq!(save(&tom, text, "one\n\nTWO\n\nthree", 1, 1).status, 200);
        assert_eq!(mori.act(text, Lang::En, "review", json!({ "revision": 2 })).status, 200);
    }

    fn t5_m5_a_cleared_slot_comes_back_exactly_as_it_was(site) {
        let site = site.people();
        let text = french(&site);
        reviewed(&site, text);
        let mori = site.program("mori");
        let before = site.visitor().slot(text, Lang::En);
        assert_eq!(mori.act(text, Lang::En, "clear", json!({ "revision": 1, "reason": "wrong text" })).status, 200);
        assert_eq!(state(&site, text).0, "empty");
        assert_eq!(site.program("tom").act(text, Lang::En, "restore", json!({ "reason": "x" })).status, 403);
        assert_eq!(mori.act(text, Lang::En, "restore", json!({})).status, 403, "with a reason");
        assert_eq!(mori.act(text, Lang::En, "restore", json!({ "reason": "it was the right one" })).status, 200);
        assert_eq!(site.visitor().slot(text, Lang::En), before);
        mori.act(text, Lang::En, "clear", json!({ "revision": 1, "reason": "wrong text" }));
        save(&site.program("tom"), text, "new", 0, 1);
        assert_eq!(mori.act(text, Lang::En, "restore", json!({ "reason": "late" })).status, 403, "filled since");
        assert_eq!(site.visitor().slot(text, Lang::En)["body"], "new");
    }

    fn t6_the_same_save_twice_is_one_revision(site) {
        let site = site.people();
        let text = french(&site);
        let tom = site.program("tom");
        assert_eq!(save(&tom, text, TARGET, 0, 1).value()["revision"], 1);
        assert_eq!(save(&tom, text, TARGET, 0, 1).value()["revision"], 1, "a double click");
        assert_eq!(save(&tom, text, TARGET, 1, 1).value()["revision"], 1, "nothing changed");
        assert_eq!(save(&site.program("aiko"), text, "mine", 0, 1).status, 409);
    }

    fn t6_a_source_edited_reverted_and_edited_again(site) {
        let site = site.people();
        let text = french(&site);
        let tom = site.program("tom");
        save(&tom, text, TARGET, 0, 1);
        edit(&site, text, "un\n\nDEUX\n\ntrois");
        edit(&site, text, SOURCE);
        assert!(state(&site, text).1, "an exact revert is fresh again");
        edit(&site, text, "un\n\ndeux\n\ntrois et demi");
        assert_eq!(state(&site, text).3, json!([3]));
        assert_eq!(save(&tom, text, "one\n\ntwo\n\nthree and a half", 1, 4).status, 200);
        assert!(state(&site, text).1);
        edit(&site, text, SOURCE);
        assert_eq!(state(&site, text).3, json!([3]));
    }

    fn t7_a_claim_is_one_persons_until_it_lapses_and_never_blocks_a_moderator(site) {
        let site = site.people();
        let text = french(&site);
        let (tom, aiko, mori) = (site.program("tom"), site.program("aiko"), site.program("mori"));
        let claim = |who: &Visitor| who.act(text, Lang::En, "claim", json!({}));
        assert_eq!(claim(&tom).value()["claim"]["by"]["handle"], "tom");
        let refused = claim(&aiko);
        assert_eq!((refused.status, refused.value()["type"].as_str()), (403, Some("/problems/denied-claimed")));
        assert_eq!(aiko.act(text, Lang::En, "release", json!({})).status, 403, "somebody else's");
        site.wait(TimeDelta::hours(71));
        assert_eq!(save(&tom, text, TARGET, 0, 1).status, 200);
        site.wait(TimeDelta::hours(71));
        assert_eq!(claim(&aiko).status, 403, "a save renewed it");
        site.wait(TimeDelta::hours(2));
        assert_eq!(site.visitor().slot(text, Lang::En)["claim"], Value::Null, "lapsed");
        assert_eq!(claim(&aiko).status, 200);
        assert_eq!(save(&tom, text, "one\n\nTWO\n\nthree", 1, 1).status, 200, "a claim that lapsed in the middle loses nothing");
        assert_eq!(claim(&mori).value()["claim"]["by"]["handle"], "mori");
        assert_eq!(mori.act(text, Lang::En, "release", json!({})).value()["claim"], Value::Null);
    }

    fn a_draft_is_its_authors_alone_and_publishes_nothing(site) {
        let site = site.people();
        let text = french(&site);
        let tom = site.program("tom");
        let draft = json!({ "title": "Kit", "body": "half", "revision": 0, "based_on": 1 });
        assert_eq!(tom.act(text, Lang::En, "draft", draft).value()["draft"]["body"], "half");
        assert_eq!(state(&site, text).0, "empty");
        assert_eq!(site.program("aiko").slot(text, Lang::En)["draft"], Value::Null);
        assert_eq!(tom.slot(text, Lang::En)["draft"]["title"], "Kit");
        save(&tom, text, TARGET, 0, 1);
        assert_eq!(tom.slot(text, Lang::En)["draft"], Value::Null, "published");
        tom.act(text, Lang::En, "draft", json!({ "title": "Kit", "body": "again", "revision": 1, "based_on": 1 }));
        assert_eq!(tom.act(text, Lang::En, "discard", json!({})).value()["draft"], Value::Null);
    }

    fn fifty_thousand_characters_in_one_block_and_no_more(site) {
        let site = site.people();
        let text = french(&site);
        let tom = site.program("tom");
        assert_eq!(save(&tom, text, &"語".repeat(50_000), 0, 1).status, 200);
        let over = save(&tom, text, &"語".repeat(50_001), 1, 1);
        assert_eq!((over.status, over.value()["submitted"]["body"].as_str().map(|b| b.chars().count())), (422, Some(50_001)));
    }
}
