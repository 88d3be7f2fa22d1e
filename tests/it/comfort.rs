//! Reading as one likes: size, order, colours, keys; and without a browser.

use crate::{both, support::id};
use trialogue::domain::lang::Lang;

both! {
    fn comfort_settings_hold_on_every_page(site) {
        let site = site.people();
        let aiko = site.sign_in("aiko");
        let thread = site.program("tom").thread(Lang::En, "Seeds", "x");
        let first = site.program("tom").reply(&thread, Lang::En, "one", None);
        site.program("tom").reply(&thread, Lang::En, "two", None);
        site.program("tom").reply(&thread, Lang::En, "under one", Some(id(&first, "id")));
        let order = |query: &str| aiko.open(&format!("/en/t/{}{query}", thread["id"])).texts(".post .no");
        assert_eq!(order(""), ["1", "2", "4", "3"]);
        assert_eq!((aiko.get("/en/").attr("html", "data-theme"), aiko.get("/en/").count("#keys dt")), (String::new(), 8));
        let form = [("size", "large"), ("view", "flat"), ("colours", "dark")];
        assert_eq!(aiko.submit("/en/settings", "/en/settings/comfort", &form).status, 303);
        let home = aiko.get("/en/");
        assert_eq!((home.attr("html", "data-theme"), home.attr("html", "data-size"), home.count("#keys")), ("dark".into(), "large".into(), 0));
        assert_eq!(order(""), ["1", "2", "3", "4"]);
        assert_eq!(order("?view=tree"), ["1", "2", "4", "3"], "an address that says how is obeyed");
        assert!(aiko.get(&format!("/en/p/{}", first["id"])).header("location").ends_with(&format!("#p{}", first["id"])));
        assert_eq!(site.visitor().get("/en/").count("#keys"), 0, "visitors could not switch them off");
        assert_eq!(aiko.submit("/en/settings", "/en/settings/comfort", &[("size", "huge"), ("view", "flat"), ("colours", "dark")]).status, 422);
        let settings = aiko.get("/en/settings");
        assert_eq!(settings.attrs("section:has(#h-comfort) input[checked]", "value"), ["large", "flat", "dark"]);
    }

    fn a_thread_is_read_as_plain_text_in_ones_own_language(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "Seeds", "Save the **seeds**.");
        let put = serde_json::json!({ "title": "Graines", "body": "Gardez les **graines**.", "based_on": 1, "revision": 0 });
        site.program("claire").put_slot(id(&thread, "text"), Lang::Fr, put);
        let hidden = site.program("tom").reply(&thread, Lang::En, "xhidden", None);
        site.program("aiko").reply(&thread, Lang::Ja, "種です。", None);
        let mori = site.sign_in("mori");
        let moderate = format!("/en/p/{}/moderate", hidden["id"]);
        mori.submit(&moderate, &moderate, &[("act", "hide"), ("reason", "spam")]);
        let text = site.visitor().get(&format!("/fr/t/{}/thread.txt", thread["id"]));
        assert_eq!((text.status, text.header("content-type"), text.header("x-robots-tag")), (200, "text/plain; charset=utf-8", "noindex"));
        assert!(text.body.starts_with("Graines\n") && text.body.contains("Gardez les **graines**.") && text.body.contains("traduction en français"), "{}", text.body);
        assert!(text.body.contains("種です。") && text.body.contains("original en japonais") && !text.body.contains("xhidden"));
        assert_eq!(site.visitor().get(&format!("/fr/t/{}/thread.txt?page=2", thread["id"])).status, 404);
        assert_eq!(site.visitor().get("/fr/t/999/thread.txt").status, 404);
    }

    fn branches_fold_without_script(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "Seeds", "x");
        let first = site.program("tom").reply(&thread, Lang::En, "one", None);
        site.program("tom").reply(&thread, Lang::En, "under one", Some(id(&first, "id")));
        let page = site.visitor().open(&format!("/en/t/{}", thread["id"]));
        assert_eq!(page.count("details.branch[open] > ol.tree > li > .post"), 2);
        assert_eq!(page.count("details.branch details.branch"), 1);
    }
}
