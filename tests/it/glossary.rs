//! H4: the network's terms: shipped, searched, curated with history, explained.

use crate::{
    both,
    support::{Visitor, id},
};
use trialogue::domain::lang::Lang;

const TERM: [(&str, &str); 6] = [
    ("fr", "panier solidaire"),
    ("en", "solidarity basket"),
    ("ja", "連帯かご"),
    ("note_lang", "fr"),
    ("note", "Le panier à prix libre."),
    ("avoid", "hamper\n籠"),
];

fn send(who: &Visitor, page: &str, changes: &[(&str, &str)]) -> crate::support::Answer {
    let mut fields: Vec<(&str, &str)> = TERM.iter().filter(|(n, _)| !changes.iter().any(|(c, _)| c == n)).copied().collect();
    fields.extend(changes);
    who.submit(page, page, &fields)
}

both! {
    fn h4_the_shipped_terms_are_there_and_searched_in_any_language(site) {
        let visitor = site.visitor();
        assert_eq!(visitor.open("/fr/glossary").count(".glossary > div"), 57);
        for query in ["連帯経済", "SOLIDARITY ECONOMY", "solidaire"] {
            let found = visitor.open(&format!("/ja/glossary?q={}", percent_encoding::utf8_percent_encode(query, percent_encoding::NON_ALPHANUMERIC)));
            assert!((1..10).contains(&found.count(".glossary > div")), "{query}");
        }
        let nothing = visitor.open("/en/glossary?q=xyzzy");
        assert_eq!((nothing.count(".glossary > div"), nothing.count(".gone")), (0, 1));
        assert_eq!(visitor.open("/en/glossary/1").count("form.form"), 0, "only moderators curate");
        assert_eq!(visitor.open("/en/glossary/9999").status, 404);
    }

    fn h4_moderators_add_change_and_retire_terms_with_history(site) {
        let site = site.people();
        let (mori, tom) = (site.sign_in("mori"), site.sign_in("tom"));
        assert_eq!(tom.get("/en/glossary/new").status, 403);
        let bare = send(&mori, "/en/glossary/new", &[("en", ""), ("reason", "")]);
        assert_eq!((bare.status, bare.attr("input[name=fr]", "value")), (422, "panier solidaire".into()), "nothing typed is lost");
        let made = send(&mori, "/en/glossary/new", &[("reason", "used in Tokyo")]);
        assert_eq!(made.status, 303, "{}", made.body);
        let page = made.header("location").to_owned();
        assert_eq!(send(&mori, "/en/glossary/new", &[("reason", "again")]).status, 422, "it is there already");
        assert_eq!(send(&mori, &page, &[("en", "sharing basket"), ("revision", "1"), ("reason", "clearer")]).status, 303);
        let late = send(&mori, &page, &[("en", "other"), ("revision", "1"), ("reason", "late")]);
        assert_eq!((late.status, late.attr("input[name=en]", "value")), (422, "other".into()), "somebody was faster");
        assert_eq!(site.visitor().open(&page).count(".revisions > li"), 2);
        assert_eq!(send(&mori, &page, &[("en", "sharing basket"), ("revision", "2"), ("retired", "yes"), ("reason", "unused")]).status, 303);
        assert_eq!(site.visitor().open("/en/glossary?q=basket").count(".glossary > div"), 0);
        assert_eq!(site.visitor().open(&page).count(".revisions > li"), 3, "its history stays");
    }

    fn h4_renderings_to_avoid_are_warned_of_beside_their_block(site) {
        let site = site.people();
        let text = id(&site.program("claire").thread(Lang::Fr, "Cuisine", "Un groupement d’employeurs.\n\nFin."), "text");
        site.program("aiko").put_slot(text, Lang::Ja, serde_json::json!({ "title": "台所", "body": "使用者団体です。\n\n終わり。", "revision": 0, "based_on": 1 }));
        let bench = site.sign_in("aiko").open(&format!("/ja/translate/{text}/ja"));
        assert_eq!(bench.texts(".warn").len(), 1);
        assert!(bench.text(".warn").contains("使用者団体") && bench.text(".warn").contains("共同雇用グループ"));
    }

    fn terms_are_explained_to_readers_who_ask(site) {
        let site = site.people();
        let thread = site.program("claire").thread(Lang::Fr, "Cuisine", "Une synthèse sur l’ancrage territorial.");
        let visitor = site.visitor();
        let page = visitor.open(&format!("/en/t/{}", thread["id"]));
        assert_eq!(page.count(".terms"), 0);
        let asked = page.attrs(".acts a", "href").into_iter().find(|h| h.contains("terms=")).unwrap();
        let explained = visitor.open(asked.split('#').next().unwrap());
        assert_eq!(explained.texts(".terms dt"), ["synthèse", "ancrage territorial"]);
        assert!(explained.text(".terms").contains("territorial anchoring"));
    }

    fn authors_and_translators_are_told_in_the_language_of_their_page(site) {
        let site = site.people();
        let claire = site.program("claire");
        let text = id(&claire.thread(Lang::Fr, "Cuisine", "un\n\ndeux"), "text");
        let tom = site.program("tom");
        let save = |revision: i64, body: &str| tom.put_slot(text, Lang::En, serde_json::json!({ "title": "Kitchen", "body": body, "revision": revision, "based_on": 1 }));
        save(0, "one\n\ntwo");
        save(1, "one\n\n2");
        let author = site.sign_in("claire");
        assert_eq!(author.open("/fr/notifications").count(".lines > li"), 1, "told once until it is read");
        assert_eq!(author.open("/fr/").text(".count"), "1");
        let kinds = |who: &Visitor, lang: &str| who.open(&format!("/{lang}/notifications")).texts(".lines > li");
        site.program("mori").act(text, Lang::En, "review", serde_json::json!({ "revision": 2 }));
        claire.put_slot(text, Lang::Fr, serde_json::json!({ "title": "Cuisine", "body": "un\n\nDEUX", "revision": 1 }));
        let translator = site.sign_in("tom");
        let told = kinds(&translator, "en");
        assert_eq!(told.len(), 2);
        assert!(told[0].contains("claire changed the original") && told[1].contains("mori reviewed"), "{told:?}");
        assert!(kinds(&translator, "ja")[0].contains("原文を変更しました"));
        let newest = translator.open("/en/notifications").attr("input[name=newest]", "value");
        assert_eq!(translator.submit("/en/notifications", "/en/notifications", &[("newest", &newest)]).status, 303);
        assert_eq!((translator.open("/en/").count(".count"), translator.open("/en/notifications").count(".old")), (0, 0));
        assert_eq!(site.visitor().get("/en/notifications").status, 303, "through sign-in");
    }
}
