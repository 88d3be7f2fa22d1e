//! The founding document and the Universal Declaration, read and edited as people would.

use crate::{
    both,
    support::{Site, Visitor, id, missing},
};
use serde_json::{Value, json};
use std::path::PathBuf;
use trialogue::domain::lang::Lang;

pub fn data(name: &str) -> Option<String> {
    let folder = std::env::var_os("TRIALOGUE_TEST_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let file = folder.join(name);
    std::fs::read_to_string(&file).map_err(|_| missing("data", &format!("{name} is not there"))).ok()
}

/// The sections of one language: heading and body.
fn udhr(lang: Lang) -> Option<Vec<(String, String)>> {
    let file = data(&format!("udhr/{lang}.md"))?;
    let sections = file.split("\n## ").skip(1);
    Some(sections.map(|s| s.split_once('\n').map(|(h, b)| (h.trim().to_owned(), b.trim().to_owned())).unwrap()).collect())
}

fn translate(program: &Visitor, text: i64, lang: Lang, title: &str, body: &str) {
    let saved = program.put_slot(text, lang, json!({ "title": title, "body": body, "revision": 0, "based_on": 1 }));
    assert_eq!((saved.status, saved.value()["fresh"].as_bool()), (200, Some(true)), "{}", saved.body);
}

/// The Universal Declaration as a thread of 31 posts with three slots each.
pub struct Declaration {
    /// Heading and body, in the order of [`Lang::THREE`].
    sections: [Vec<(String, String)>; 3],
    pub thread: Value,
    pub posts: Vec<Value>,
}

pub fn declaration(site: &Site) -> Option<Declaration> {
    let sections = Lang::THREE.map(udhr).into_iter().collect::<Option<Vec<_>>>()?;
    let sections = <[_; 3]>::try_from(sections).unwrap();
    let [fr, en, ja] = &sections;
    assert_eq!((fr.len(), en.len(), ja.len()), (31, 31, 31));
    let (claire, tom, aiko) = (site.program("claire"), site.program("tom"), site.program("aiko"));
    let thread = claire.thread(Lang::Fr, &fr[0].0, &fr[0].1);
    let opening = id(&thread, "text");
    translate(&tom, opening, Lang::En, &en[0].0, &en[0].1);
    translate(&aiko, opening, Lang::Ja, &ja[0].0, &ja[0].1);
    let mut posts: Vec<Value> = Vec::new();
    for i in 1..31 {
        let parent = (i % 3 == 0).then(|| id(&posts[i - 2], "id"));
        let post = claire.reply(&thread, Lang::Fr, &format!("## {}\n\n{}", fr[i].0, fr[i].1), parent);
        translate(&tom, id(&post, "text"), Lang::En, "", &format!("## {}\n\n{}", en[i].0, en[i].1));
        translate(&aiko, id(&post, "text"), Lang::Ja, "", &format!("## {}\n\n{}", ja[i].0, ja[i].1));
        posts.push(post);
    }
    Some(Declaration { sections, thread, posts })
}

/// How many blocks are outdated in each of the two translations of a French text.
fn outdated(visitor: &Visitor, text: i64) -> [(bool, usize); 2] {
    [Lang::En, Lang::Ja].map(|l| {
        let slot = visitor.slot(text, l);
        (slot["fresh"].as_bool().unwrap(), slot["outdated_blocks"].as_array().unwrap().len())
    })
}

/// Edited for meaning, edited back, edited for wording.
fn walk(site: &Site, text: i64, title: &str, body: &str, from: &str, to: &str) {
    let (claire, visitor) = (site.program("claire"), site.visitor());
    let edited = body.replacen(from, to, 1);
    assert_ne!(edited, body);
    let mut revision = 1;
    let mut edit = |body: &str, change: &str| {
        let saved = claire.put_slot(
            text,
            Lang::Fr,
            json!({ "title": title, "body": body, "revision": revision, "change": change, "action": "publish" }),
        );
        assert_eq!(saved.status, 200, "{}", saved.body);
        revision += 1;
    };
    edit(&edited, "meaning");
    assert_eq!(outdated(&visitor, text), [(false, 1), (false, 1)], "one block in each of two translations");
    edit(body, "meaning");
    assert_eq!(outdated(&visitor, text), [(true, 0), (true, 0)], "edited back");
    edit(&edited, "wording");
    assert_eq!(outdated(&visitor, text), [(true, 0), (true, 0)], "edited for wording");
}

/// What is outdated of a text in one language, told by page, queue, matrix and JSON.
fn told(site: &Site, thread: &Value, text: i64, lang: Lang) -> [usize; 4] {
    let visitor = site.visitor();
    let slot = visitor.slot(text, lang)["outdated_blocks"].as_array().unwrap().len();
    let queue = visitor.get(&format!("/api/v1/queue?into={lang}&wait=update")).value();
    let queued: Vec<&Value> = queue["items"].as_array().unwrap().iter().filter(|i| id(i, "text") == text).collect();
    let queued = queued.iter().map(|i| i["outdated_blocks"].as_array().unwrap().len()).sum();
    let matrix = visitor.get("/api/v1/coverage").value();
    let matrix = usize::try_from(matrix["items"][0]["posts"][lang.as_str()]["outdated"].as_i64().unwrap()).unwrap();
    let read = visitor.open(&format!("/{lang}/t/{}", thread["id"]));
    // The preambles have 9, 10 and 8 paragraphs: which one is meant is told by its sentence, not beside a block (T4).
    let sentences = read.texts(".version.is-outdated .state a.old");
    assert!(sentences.iter().all(|s| s.contains("One paragraph") || s.contains("1段落")), "{sentences:?}");
    [slot, queued, matrix, sentences.len()]
}

both! {
    fn t4_one_paragraph_of_the_preamble_and_one_article_are_outdated_everywhere_alike(site) {
        let site = site.people();
        let Some([fr, en, ja]) = Lang::THREE.map(udhr).into_iter().collect::<Option<Vec<_>>>().map(|v| <[_; 3]>::try_from(v).unwrap()) else { return };
        let (claire, tom, aiko) = (site.program("claire"), site.program("tom"), site.program("aiko"));
        let thread = claire.thread(Lang::Fr, &fr[0].0, &fr[0].1);
        let opening = id(&thread, "text");
        translate(&tom, opening, Lang::En, &en[0].0, &en[0].1);
        translate(&aiko, opening, Lang::Ja, &ja[0].0, &ja[0].1);
        let mut articles = Vec::new();
        for i in 1..31 {
            let post = claire.reply(&thread, Lang::Fr, &format!("## {}\n\n{}", fr[i].0, fr[i].1), None);
            translate(&tom, id(&post, "text"), Lang::En, "", &format!("## {}\n\n{}", en[i].0, en[i].1));
            translate(&aiko, id(&post, "text"), Lang::Ja, "", &format!("## {}\n\n{}", ja[i].0, ja[i].1));
            articles.push(id(&post, "text"));
        }
        let article = articles[2];
        assert_eq!([Lang::En, Lang::Ja].map(|l| told(&site, &thread, opening, l)), [[0; 4]; 2]);
        let preamble = fr[0].1.replacen("relations amicales entre nations", "relations amicales entre toutes les nations", 1);
        assert_ne!(preamble, fr[0].1);
        let edited = format!("## {}\n\n{}", fr[3].0, fr[3].1).replacen("Tout individu", "Toute personne", 1);
        assert_eq!(claire.put_slot(opening, Lang::Fr, json!({ "title": fr[0].0, "body": preamble, "revision": 1 })).status, 200);
        assert_eq!(claire.put_slot(article, Lang::Fr, json!({ "body": edited, "revision": 1 })).status, 200);
        for lang in [Lang::En, Lang::Ja] {
            // One block of each text; two texts of the thread; two sentences on its page.
            assert_eq!(told(&site, &thread, opening, lang), [1, 1, 2, 2], "{lang}");
            assert_eq!(told(&site, &thread, article, lang), [1, 1, 2, 2], "{lang}");
            let queue = site.visitor().open(&format!("/{lang}/translate?into={lang}&wait=update"));
            assert_eq!((queue.count(".matrix tbody tr"), queue.count(".matrix td.mine.is-outdated")), (2, 2), "{lang}");
            let matrix = site.visitor().open(&format!("/{lang}/translate/coverage"));
            assert_eq!(matrix.count(".matrix td.is-outdated"), 2, "the opening, in two languages");
        }
        let bench = site.sign_in("tom").open(&format!("/en/translate/{article}/en"));
        assert_eq!((bench.count(".tgt.is-outdated"), bench.texts(".src del"), bench.texts(".src ins")), (1, vec!["Tout individu".to_owned()], vec!["Toute personne".into()]));
        // « Still valid » for one language, a new text for the other.
        for text in [opening, article] {
            assert_eq!(tom.act(text, Lang::En, "valid", json!({ "revision": 1, "based_on": 2 })).status, 200);
            let slot = aiko.slot(text, Lang::Ja);
            let saved = aiko.put_slot(text, Lang::Ja, json!({ "title": slot["title"], "body": format!("{}。", slot["body"].as_str().unwrap()), "revision": 1, "based_on": 2 }));
            assert_eq!(saved.status, 200, "{}", saved.body);
        }
        for lang in [Lang::En, Lang::Ja] {
            assert_eq!([opening, article].map(|t| told(&site, &thread, t, lang)), [[0; 4]; 2], "none is left in {lang}");
        }
    }

    fn the_declaration_as_a_thread_with_three_slots_each(site) {
        let site = site.people();
        let Some(Declaration { sections: [fr, en, ja], thread, posts }) = declaration(&site) else { return };
        let opening = id(&thread, "text");
        let visitor = site.visitor();
        for (lang, sections) in [(Lang::Fr, &fr), (Lang::En, &en), (Lang::Ja, &ja)] {
            for view in ["", "?view=flat"] {
                let page = visitor.open(&format!("/{lang}/t/{}{view}", thread["id"]));
                assert_eq!((page.status, page.count("article"), page.text("h1")), (200, 31, sections[0].0.clone()));
                assert_eq!(page.count(".is-outdated"), 0);
                let mut headings = page.texts("article .text h3");
                headings.sort();
                let mut expected: Vec<String> = sections[1..].iter().map(|(h, _)| h.clone()).collect();
                expected.sort();
                assert_eq!(headings, expected);
            }
        }
        let paragraph = "Considérant qu’il est essentiel d’encourager le développement de relations amicales entre nations,";
        walk(&site, opening, &fr[0].0, &fr[0].1, paragraph, "Considérant qu’il est essentiel que les nations soient amies,");
        let article = format!("## {}\n\n{}", fr[3].0, fr[3].1);
        walk(&site, id(&posts[2], "text"), "", &article, "Tout individu", "Toute personne");
    }

    fn the_founding_document_waits_for_its_slots_and_is_edited(site) {
        let site = site.people();
        let Some(document) = data("founding-document.fr.md") else { return };
        let claire = site.program("claire");
        let thread = claire.thread(Lang::Fr, "Document fondateur", &document);
        let text = id(&thread, "text");
        for lang in Lang::THREE {
            for view in ["", "?view=flat"] {
                let page = site.visitor().open(&format!("/{lang}/t/{}{view}", thread["id"]));
                assert_eq!((page.status, page.text("h1")), (200, "Document fondateur".to_owned()));
                assert!(page.body.contains("lanc") && page.body.contains("https://www.aa4se.org"));
            }
        }
        // Translations of the test's own, with the same blocks: each paragraph numbered.
        let blocks = document.trim().split("\n\n").filter(|b| !b.trim().is_empty()).count();
        let own = |word: &str| (1..=blocks).map(|i| format!("{word} {i}.")).collect::<Vec<_>>().join("\n\n");
        translate(&site.program("tom"), text, Lang::En, "Founding document", &own("Paragraph"));
        translate(&site.program("aiko"), text, Lang::Ja, "設立文書", &own("段落"));
        walk(&site, text, "Document fondateur", document.trim_end(), "Les conclusions de la première rencontre", "Les résultats de la première rencontre");
    }
}
