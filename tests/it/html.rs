//! Every page is well-formed HTML with unique ids, labelled fields and one h1, in the three languages.

use crate::support::{Answer, Site, Visitor};
use scraper::{Html, Selector};
use std::collections::HashSet;
use trialogue::domain::lang::Lang;

fn check(page: &str, answer: &Answer) {
    let doc = Html::parse_document(&answer.body);
    assert!(doc.errors.is_empty(), "{page}: {:?}", doc.errors);
    let all = |s: &str| doc.select(&Selector::parse(s).unwrap()).collect::<Vec<_>>();
    let mut ids = HashSet::new();
    for element in all("[id]") {
        assert!(ids.insert(element.value().attr("id").unwrap()), "{page}: id {:?} twice", element.value().attr("id"));
    }
    assert_eq!(all("h1").len(), 1, "{page}: one h1");
    for field in all("input:not([type=hidden]), select, textarea") {
        let labelled = field.value().attr("id").is_some_and(|id| !all(&format!("label[for=\"{id}\"]")).is_empty());
        let wrapped = field.ancestors().any(|a| a.value().as_element().is_some_and(|e| e.name() == "label"));
        assert!(labelled || wrapped, "{page}: a field without a label: {:?}", field.value());
    }
    for list in all("ul, ol") {
        assert!(list.child_elements().all(|c| c.value().name() == "li"), "{page}: a list holds items only");
    }
    for link in all("a[href^=\"#\"]") {
        let target = &link.value().attr("href").unwrap()[1..];
        assert!(ids.contains(target), "{page}: #{target} leads nowhere");
    }
    for data in all("script[type='application/ld+json']") {
        assert!(serde_json::from_str::<serde_json::Value>(&data.text().collect::<String>()).is_ok(), "{page}: data, and nothing that runs");
    }
    assert!(
        !answer.body.contains("style=")
            && !answer.body.contains("<style")
            && all("script:not([src], [type='application/ld+json'])").is_empty(),
        "{page}: nothing inline"
    );
    assert!(!answer.body.contains('\u{2068}') && !answer.body.contains('\u{FDE0}'), "{page}: no marks left");
}

#[test]
fn every_page_in_three_languages() {
    let site = Site::sqlite("html").people();
    let thread = site.program("aiko").thread(
        Lang::Ja,
        "題名",
        "# 見出し\n\n| 表 | 列 |\n|---|---|\n| 1 | 2 |\n\n- [x] 済\n\n注[^1]\n\n[^1]: 脚注\n\n```\ncode\n```",
    );
    let tom = site.program("tom");
    let mut parent = None;
    for i in 0..7 {
        parent = tom.reply(&thread, Lang::En, &format!("> quoted\n\n## level {i}"), parent)["id"].as_i64();
    }
    let text = thread["text"].as_i64().unwrap();
    tom.put_slot(text, Lang::En, serde_json::json!({ "title": "Title", "body": "one", "revision": 0, "based_on": 1 }));
    let mori = site.program("mori");
    mori.put_slot(text, Lang::En, serde_json::json!({ "action": "review", "revision": 1 }));
    tom.put_slot(text, Lang::En, serde_json::json!({ "title": "Title", "body": "two", "revision": 1, "based_on": 1 }));
    let contest = format!("/en/translate/{text}/en/contest");
    site.sign_in("tom").submit(&contest, &contest, &[("revision", "1"), ("passage", "one"), ("reason", "it is two")]);
    let shown = site.sign_in("mori").send_file("A <mill> & \"more\"", &crate::support::picture(image::ImageFormat::Png));
    mori.reply(&thread, Lang::En, &shown, None);
    site.count_figures();
    let visitors: [(&str, Visitor); 3] = [("visitor", site.visitor()), ("aiko", site.sign_in("aiko")), ("mori", site.sign_in("mori"))];
    let (id, post) = (&thread["id"], &thread["post"]);
    for lang in Lang::THREE {
        for (who, visitor) in &visitors {
            for page in [
                format!("/{lang}/"),
                format!("/{lang}/threads"),
                format!("/{lang}/threads?lang=ja&sort=new"),
                format!("/{lang}/threads?new=yes&readable=no&answered=yes"),
                format!("/{lang}/search"),
                format!("/{lang}/search?q=title+-x+theme:governance"),
                format!("/{lang}/search?q=theme:none"),
                format!("/{lang}/t/{id}"),
                format!("/{lang}/t/{id}?view=flat&show=all"),
                format!("/{lang}/t/{id}?show=original"),
                format!("/{lang}/t/new"),
                format!("/{lang}/t/{id}/reply?parent={}", parent.unwrap()),
                format!("/{lang}/t/{id}/moderate"),
                format!("/{lang}/p/{post}/edit"),
                format!("/{lang}/p/{post}/history"),
                format!("/{lang}/p/{}/moderate", parent.unwrap()),
                format!("/{lang}/t/{id}/side"),
                format!("/{lang}/t/{id}/sheet?langs=en&langs=ja"),
                format!("/{lang}/t/{id}?terms={post}"),
                format!("/{lang}/translate?into=all"),
                format!("/{lang}/translate?from=ja&into=fr&wait=translate&sort=shortest&theme=governance"),
                format!("/{lang}/translate/coverage"),
                format!("/{lang}/translate/fairness"),
                format!("/{lang}/translate/{text}/fr"),
                format!("/{lang}/translate/{text}/fr?view=whole"),
                format!("/{lang}/translate/{text}/en"),
                format!("/{lang}/translate/{text}/ja"),
                format!("/{lang}/translate/{text}/en/history"),
                format!("/{lang}/translate/{text}/en/contest"),
                format!("/{lang}/glossary"),
                format!("/{lang}/glossary?q=xyzzy"),
                format!("/{lang}/glossary/new"),
                format!("/{lang}/glossary/3"),
                format!("/{lang}/notifications"),
                format!("/{lang}/attachments"),
                format!("/{lang}/themes"),
                format!("/{lang}/themes/governance"),
                format!("/{lang}/login"),
                format!("/{lang}/settings"),
                format!("/{lang}/u/aiko"),
                format!("/{lang}/nowhere"),
            ] {
                let answer = visitor.open(&page);
                assert!([200, 403, 404].contains(&answer.status), "{who} {page}: {}", answer.status);
                assert_eq!(answer.lang(), lang.as_str());
                check(&format!("{who} {page}"), &answer);
            }
            let preview = [("body", "**強調。**です[^1]\n\n[^1]: 注"), ("title", "<題>"), ("lang", "ja"), ("action", "preview")];
            let new = format!("/{lang}/t/new");
            if *who != "visitor" {
                check("preview", &visitor.submit(&new, &new, &preview));
                check("refused", &visitor.submit(&new, &new, &[("body", ""), ("action", "publish")]));
                let bench = format!("/{lang}/translate/{text}/en");
                for fields in [
                    &[("title", ""), ("body", ""), ("revision", "1"), ("based_on", "1"), ("action", "save")][..],
                    &[("title", "t"), ("body", "x"), ("revision", "7"), ("based_on", "1"), ("action", "save"), ("sure", "yes")],
                    &[("revision", "1"), ("based_on", "1"), ("action", "clear")],
                ] {
                    check("workbench again", &visitor.submit(&bench, &bench, fields));
                }
            }
        }
    }
}

#[test]
fn every_page_of_order_and_people_in_three_languages() {
    let site = Site::sqlite("html of order").people();
    let (desks, public) = crate::support::order::moderated(&site);
    let (admin, tom, visitor) = (site.sign_in("admin"), site.sign_in("tom"), site.visitor());
    for lang in Lang::THREE {
        for (who, reader, pages) in [("admin", &admin, &desks), ("suspended", &tom, &desks), ("visitor", &visitor, &public)] {
            for page in pages {
                let path = format!("/{lang}{page}");
                let answer = reader.open(&path);
                let expected: &[u16] = if who == "suspended" { &[200, 403, 404] } else { &[200] };
                assert!(expected.contains(&answer.status), "{who} {path}: {}", answer.status);
                assert_eq!(answer.lang(), lang.as_str());
                check(&format!("{who} {path}"), &answer);
            }
        }
        let erase = admin.submit(&format!("/{lang}/settings/data"), &format!("/{lang}/settings/erase"), &[("contributions", "keep")]);
        check("erasing refused", &erase);
        let export = [("current", crate::support::PASSWORD), ("format", "page")];
        check("export", &admin.submit(&format!("/{lang}/settings/data"), &format!("/{lang}/settings/export"), &export));
        check("digest refused", &visitor.submit(&format!("/{lang}/digest"), &format!("/{lang}/digest"), &[("email", "x"), ("hour", "25")]));
        check("stopped", &visitor.post("/unsubscribe/none", &[]));
        check("joining refused", &visitor.submit(&format!("/{lang}/join"), &format!("/{lang}/join"), &[("handle", "x y")]));
    }
}

#[test]
fn every_page_of_consensus_in_three_languages() {
    let site = Site::sqlite("html of consensus").people();
    let stages = crate::support::consensus::in_each_stage(&site);
    let (mori, aiko, visitor) = (site.sign_in("mori"), site.sign_in("aiko"), site.visitor());
    for lang in Lang::THREE {
        for (who, reader, pages) in [
            ("mori", &mori, &stages.desk),
            ("aiko at the desk", &aiko, &stages.desk),
            ("aiko", &aiko, &stages.public),
            ("visitor", &visitor, &stages.public),
        ] {
            for page in pages {
                let path = format!("/{lang}{page}");
                let answer = reader.open(&path);
                let expected: &[u16] = if who == "aiko at the desk" { &[200, 403, 404] } else { &[200] };
                assert!(expected.contains(&answer.status), "{who} {path}: {}", answer.status);
                assert_eq!(answer.lang(), lang.as_str());
                check(&format!("{who} {path}"), &answer);
            }
        }
        let own = format!("/{lang}/objections/{}", stages.objection);
        check("one's own objection", &site.sign_in("ja1").open(&own));
    }
}

#[test]
fn refused_forms_of_consensus_lead_to_what_is_wrong() {
    let site = Site::sqlite("html of refusals").people();
    let stages = crate::support::consensus::in_each_stage(&site);
    let mori = site.sign_in("mori");
    let (d, s, t) = (stages.debate, stages.divided, &stages.declared.thread["id"]);
    let (newest, synthesis) = (stages.declared.declaration.to_string(), format!("/en/t/{t}/synthesis?write=yes"));
    let (consensus, position) = (format!("/en/t/{d}/consensus"), format!("/en/s/{s}/position"));
    let declare = [("action", "declare"), ("outcome", "consensus")];
    let same = |path: String, fields: Vec<(&'static str, &'static str)>| (path.clone(), path, fields);
    let mut forms = vec![
        (format!("/en/t/{}/consensus", stages.gathering), format!("/en/t/{}/experiences", stages.gathering), vec![("post", "none")]),
        (consensus.clone(), position.clone(), vec![("lang", "en")]),
        (consensus.clone(), position, vec![("value", "objection"), ("lang", "en"), ("community", "en")]),
        (consensus, format!("/en/s/{s}/check"), vec![("reason", "")]),
        same(format!("/en/t/{d}/statements"), vec![("lang", "en"), ("body", ""), ("from_post", "none")]),
        same(format!("/en/t/{d}/stage"), vec![("from", "debate"), ("stage", "propose"), ("lang", "en")]),
        same(format!("/en/t/{d}/stage"), vec![("from", "illustrate"), ("stage", "propose"), ("lang", "en"), ("summary", "Enough.")]),
        same(format!("/en/s/{s}/settle"), vec![("act", "merge")]),
        same(format!("/en/s/{s}/edit"), vec![("body", ""), ("revision", "1")]),
        same(format!("/en/s/{s}/edit"), vec![("body", "Time is sold"), ("revision", "7")]),
        same(format!("/en/s/{s}/room"), vec![("place", ""), ("agree", "many")]),
        same(format!("/en/s/{s}/room"), vec![("place", "Lyon"), ("date", "2090-01-01"), ("lang", "fr"), ("agree", "3")]),
        same(format!("/en/objections/{}", stages.objection), vec![("action", "answer"), ("lang", "en"), ("body", "")]),
        same(synthesis.clone(), vec![("action", "write"), ("lang", "en"), ("body", ""), ("revision", "1")]),
        same(synthesis.clone(), vec![("action", "write"), ("lang", "en"), ("body", "We agree."), ("revision", "7")]),
        same(synthesis.clone(), declare.into()),
    ];
    // Somebody objects: the checklist says so.
    forms.push((synthesis.clone(), synthesis, declare.into_iter().chain([("supersedes", newest.as_str())]).collect()));
    for (page, action, fields) in &forms {
        let answer = mori.submit(page, action, fields);
        assert!([409, 422].contains(&answer.status), "{action} {fields:?}: {}", answer.status);
        check(&format!("refused {action} {fields:?}"), &answer);
    }
}

#[test]
fn hostile_words_stay_words_in_every_field_and_exit() {
    let site = Site::sqlite("xss").people();
    let hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    let tom = site.sign_in("tom");
    let settings =
        [("display_name", hostile), ("organisation", hostile), ("territory", hostile), ("reads", "en"), ("writes", "en"), ("zone", "UTC")];
    assert_eq!(tom.submit("/en/settings", "/en/settings", &settings).status, 303);
    let thread = site.program("tom").thread(Lang::En, hostile, hostile);
    site.program("tom").put_slot(
        thread["text"].as_i64().unwrap(),
        Lang::Fr,
        serde_json::json!({ "title": hostile, "body": hostile, "revision": 0, "based_on": 1 }),
    );
    let act = format!("/en/t/{}/moderate", thread["id"]);
    let mori = site.sign_in("mori");
    mori.submit(&act, &act, &[("act", "pin"), ("reason", hostile)]);
    let refused = tom.submit(
        "/en/t/new",
        "/en/t/new",
        &[("title", hostile), ("body", hostile), ("lang", hostile), ("themes", hostile), ("action", "publish")],
    );
    let pages = [
        "/en/".to_owned(),
        "/fr/threads".into(),
        format!("/fr/t/{}", thread["id"]),
        format!("/en/p/{}/history", thread["post"]),
        "/en/u/tom".into(),
        act,
        "/en/themes/governance".into(),
    ];
    let mut answers: Vec<Answer> = pages.iter().map(|p| mori.open(p)).collect();
    answers.push(refused);
    answers.push(site.visitor().get("/en/login?next=%22%3E%3Cscript%3E"));
    for answer in answers {
        let doc = answer.doc();
        assert_eq!(
            doc.select(&Selector::parse("script:not([src], [type='application/ld+json']), img, [onerror]").unwrap()).count(),
            0,
            "{}",
            answer.body
        );
    }
}
