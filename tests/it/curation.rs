//! H2: moderators curate the themes; addresses hold for ever, counts equal a recount, and each act can be undone.

use crate::{
    both,
    support::{Answer, Site, Visitor, id},
};
use serde_json::{Value, json};
use trialogue::{domain::lang::Lang, store};

fn act(who: &Visitor, slug: &str, fields: &[(&str, &str)]) -> Answer {
    let page = format!("/en/themes/{slug}/curate");
    who.submit(&page, &page, fields)
}

fn tagged(site: &Site, title: &str, themes: &[&str]) -> Value {
    let new = json!({ "title": title, "body": "x", "lang": "en", "themes": themes });
    let answer = site.program("tom").json("POST", "/api/v1/threads", &new);
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.value()
}

fn counted(site: &Site) {
    assert_eq!(site.read(store::themes::counts), site.read(store::themes::recount), "H3");
}

fn tags(site: &Site, thread: &Value) -> Vec<String> {
    let value = site.visitor().get(&format!("/api/v1/threads/{}", thread["id"])).value();
    value["themes"].as_array().unwrap().iter().map(|t| t.as_str().unwrap().to_owned()).collect()
}

/// Two slugs of the shipped vocabulary beside `governance`.
fn two(site: &Site) -> (String, String) {
    let all = site.read(store::themes::all);
    let mut others = all.into_iter().map(|t| t.slug).filter(|s| s != "governance");
    (others.next().unwrap(), others.next().unwrap())
}

both! {
    fn h2_a_merge_moves_tags_and_followers_and_can_be_undone(site) {
        let site = site.people();
        let (old, _) = two(&site);
        let mori = site.sign_in("mori");
        let alone = tagged(&site, "Alone", &[&old]);
        let both = tagged(&site, "Both", &[&old, "governance"]);
        let (aiko, claire) = (site.sign_in("aiko"), site.sign_in("claire"));
        for who in [&aiko, &claire] {
            who.submit(&format!("/en/themes/{old}"), &format!("/en/themes/{old}/watch"), &[("level", "follow")]);
        }
        claire.submit("/en/themes/governance", "/en/themes/governance/watch", &[("level", "mute")]);
        let merge = [("act", "merge"), ("into", "governance"), ("reason", "the same thing")];
        assert_eq!(act(&mori, &old, &merge).status, 303);
        assert_eq!((tags(&site, &alone), tags(&site, &both)), (vec!["governance".to_owned()], vec!["governance".to_owned()]));
        counted(&site);
        let visitor = site.visitor();
        assert_eq!(visitor.get(&format!("/en/themes/{old}")).header("location"), "/en/themes/governance");
        assert_eq!(visitor.get(&format!("/en/threads?theme={old}")).texts(".rows h3"), ["Both", "Alone"]);
        assert_eq!(visitor.get(&format!("/en/themes/{old}/feed.atom")).status, 200);
        assert!(visitor.get(&format!("/en/search?q=theme:{old}")).count(".found > li") == 2);
        assert!(aiko.get("/en/themes/governance").text(".watch").contains("You follow this."), "followers go with it");
        assert!(claire.get("/en/themes/governance").text(".watch").contains("Muted"), "what somebody said of the other stays");
        assert!(!aiko.get("/en/t/new").body.contains(&format!("value=\"{old}\"")), "it cannot be picked");
        assert_eq!(act(&mori, &old, &merge).status, 422, "once");
        // And back, exactly.
        assert_eq!(act(&mori, &old, &[("act", "unmerge"), ("reason", "not the same")]).status, 303);
        assert_eq!((tags(&site, &alone), tags(&site, &both)), (vec![old.clone()], vec![old.clone(), "governance".to_owned()]));
        counted(&site);
        assert_eq!(visitor.get(&format!("/en/themes/{old}")).status, 200);
        assert!(aiko.get(&format!("/en/themes/{old}")).text(".watch").contains("You follow this."));
        assert!(claire.get(&format!("/en/themes/{old}")).text(".watch").contains("You follow this."));
        let log = site.visitor().get("/en/moderation/log").text("main");
        assert!(log.contains("merged into another theme") && log.contains("merge undone") && log.contains("the same thing"), "{log}");
    }

    fn h2_chains_lead_to_their_end_and_there_are_no_circles(site) {
        let site = site.people();
        let (first, second) = two(&site);
        let mori = site.sign_in("mori");
        let merge = |from: &str, into: &str| act(&mori, from, &[("act", "merge"), ("into", into), ("reason", "one")]).status;
        assert_eq!(merge(&first, &first), 422, "into itself");
        assert_eq!(merge(&first, "nothing"), 422);
        assert_eq!((merge(&first, &second), merge(&second, "governance")), (303, 303));
        assert_eq!(site.visitor().get(&format!("/ja/themes/{first}")).header("location"), "/ja/themes/governance");
        assert_eq!(merge("governance", &first), 422, "no circle");
        assert_eq!(act(&mori, &first, &[("act", "unmerge"), ("reason", "x")]).status, 403, "the later one comes first");
        assert_eq!(act(&mori, &second, &[("act", "unmerge"), ("reason", "x")]).status, 303);
        assert_eq!(site.visitor().get(&format!("/ja/themes/{first}")).header("location"), format!("/ja/themes/{second}"));
        counted(&site);
    }

    fn h2_themes_are_added_renamed_placed_and_retired_with_a_reason(site) {
        let site = site.people();
        let mori = site.sign_in("mori");
        let tom = site.sign_in("tom");
        assert_eq!((tom.get("/en/themes/new").status, tom.get("/en/themes/governance/curate").status), (403, 403));
        let axis = mori.get("/en/themes/new").attr("#c-axis option", "value");
        let new = |slug: &str, reason: &str| {
            mori.submit("/en/themes/new", "/en/themes/new", &[("lang", "ja"), ("title", "種"), ("body", "種について。"), ("slug", slug), ("axis", &axis), ("reason", reason)])
        };
        for wrong in ["Graines", "", "governance", "new"] {
            let refused = new(wrong, "needed");
            assert_eq!((refused.status, refused.attr("#c-title", "value")), (422, "種".into()), "{wrong}");
        }
        assert_eq!(new("seeds", "").status, 422);
        assert_eq!(new("seeds", "needed").header("location"), "/en/themes/seeds");
        let seeds = site.visitor().get("/fr/themes/seeds");
        assert_eq!((seeds.text("h1"), seeds.attr("h1", "lang")), ("種".into(), "ja".into()), "nobody meets an empty place");
        // Renamed: the slug stays, the translations know.
        let text = site.read(|conn| store::themes::by_slug(conn, "seeds")).text_id;
        site.program("claire").put_slot(text, Lang::Fr, json!({ "title": "Graines", "body": "Des graines.", "based_on": 1, "revision": 0 }));
        let rename = [("act", "rename"), ("title", "種と苗"), ("body", "種について。"), ("change", "meaning"), ("revision", "1"), ("reason", "wider")];
        assert_eq!(act(&mori, "seeds", &rename).status, 303);
        assert_eq!(site.visitor().get("/ja/themes/seeds").text("h1"), "種と苗");
        assert!(!site.program("claire").slot(text, Lang::Fr)["fresh"].as_bool().unwrap());
        let late = act(&mori, "seeds", &rename);
        assert_eq!((late.status, late.attr("#c-title", "value")), (409, "種と苗".into()));
        // Placed first.
        let order = || site.visitor().get("/ja/themes").texts("table.themes th[scope=row]");
        assert_ne!(order()[0], "種と苗");
        assert_eq!(act(&mori, "seeds", &[("act", "place"), ("axis", &axis), ("place", "1"), ("reason", "first")]).status, 303);
        assert_eq!(order()[0], "種と苗");
        // Retired: it stays on old threads and cannot be picked.
        let thread = tagged(&site, "Old", &["seeds"]);
        assert_eq!(act(&mori, "seeds", &[("act", "retire"), ("reason", "over")]).status, 303);
        assert_eq!(tags(&site, &thread), ["seeds"]);
        let again = site.program("tom").json("POST", "/api/v1/threads", &json!({ "title": "N", "body": "x", "lang": "en", "themes": ["seeds"] }));
        assert_eq!(again.status, 422);
        assert_eq!(act(&mori, "seeds", &[("act", "restore"), ("reason", "back")]).status, 303);
        assert_eq!(id(&tagged(&site, "New", &["seeds"]), "id"), id(&thread, "id") + 1);
        assert_eq!(act(&mori, "seeds", &[("act", "retire"), ("reason", "")]).status, 422);
        counted(&site);
        assert!(mori.get("/en/themes/seeds/curate").count("section:has(#h-log) li") >= 5);
    }
}
