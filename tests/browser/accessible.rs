//! axe-core finds nothing: every page, three languages, light and dark, 320 and 1280 px; and nothing overflows.

use crate::support::{PASSWORD, Site, browser::Browser};
use serde_json::json;
use trialogue::domain::lang::Lang;

const AXE: &str = include_str!("axe.min.js");
const RUN: &str = "axe.run(document, { resultTypes: ['violations'] }).then(r => arguments[0](r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))));";

fn site() -> (Site, Vec<String>, Vec<String>) {
    let site = Site::sqlite("axe").people();
    let body = "# 見出し\n\n| 表 | 列 |\n|---|---|\n| 1 | 2 |\n\n- [x] 済\n- [ ] 未\n\n注[^1]と https://example.org/a\n\n[^1]: 脚注\n\n```\nlong code ".to_owned()
        + &"x".repeat(300)
        + "\n```\n\n> 引用";
    let thread = site.program("aiko").thread(Lang::Ja, "山あいのバスを、住民が走らせる", &body);
    let tom = site.program("tom");
    let mut parent = None;
    for i in 0..6 {
        parent = tom.reply(&thread, Lang::En, &format!("level {i}\n\nsecond"), parent)["id"].as_i64();
    }
    let text = thread["text"].as_i64().unwrap();
    let translation = body.replace("見出し", "Heading").replace("引用", "quoted");
    tom.put_slot(text, Lang::En, json!({ "title": "A bus", "body": translation, "revision": 0, "based_on": 1 }));
    site.program("aiko").put_slot(
        text,
        Lang::Ja,
        json!({ "title": "山あいのバスを、住民が走らせる", "body": body.replace("引用", "新しい引用"), "revision": 1 }),
    );
    let post = parent.unwrap();
    let mori = site.sign_in("mori");
    let hide = format!("/en/p/{post}/moderate");
    mori.submit(&hide, &hide, &[("act", "hide"), ("reason", "off topic")]);
    let contest = format!("/en/translate/{text}/en/contest");
    let passage = [("revision", "1"), ("passage", "Heading"), ("reason", "it says title")];
    assert_eq!(site.sign_in("aiko").submit(&contest, &contest, &passage).status, 303);
    let second =
        site.program("aiko").thread(Lang::Ja, "協同組合の調整", "協同組合と連帯経済。\n\n二つ目の段落、12人。")["text"].as_i64().unwrap();
    let saved = json!({ "title": "Co-op", "body": "A cooperative.\n\nA second paragraph.", "revision": 0, "based_on": 1 });
    tom.put_slot(second, Lang::En, saved);
    site.program("mori").put_slot(second, Lang::En, json!({ "action": "review", "revision": 1 }));
    tom.put_slot(
        second,
        Lang::En,
        json!({ "title": "Co-op", "body": "A cooperative.\n\nAnother paragraph.", "revision": 1, "based_on": 1 }),
    );
    tom.put_slot(second, Lang::Fr, json!({ "title": "Coop", "body": "brouillon", "revision": 0, "based_on": 1, "action": "draft" }));
    // A title without a place to break it.
    let long = tom.thread(Lang::En, &"W".repeat(200), &"x".repeat(300));
    site.program("aiko").put_slot(
        long["text"].as_i64().unwrap(),
        Lang::Ja,
        json!({ "title": "W".repeat(199), "body": "y".repeat(300), "revision": 0, "based_on": 1 }),
    );
    let reply = format!("/en/t/{}/reply", thread["id"]);
    let mine = site.sign_in("aiko");
    assert_eq!(mine.submit(&reply, &reply, &[("body", "begun"), ("lang", "ja"), ("action", "draft")]).status, 303);
    let quote = format!("> [!quote p{}.1 en]\n> Heading\n\n@aiko :seedling:", thread["post"]);
    tom.reply(&thread, Lang::En, &quote, None);
    let shown = site.sign_in("mori").send_file("A mill", &crate::support::picture(image::ImageFormat::Jpeg));
    site.program("mori").reply(&thread, Lang::En, &shown, None);
    site.count_figures();
    let made = trialogue::jobs::digests::run(&site.app, site.now(), false);
    assert_eq!(actix_web::rt::System::new().block_on(made).unwrap().public, 3);
    let week = trialogue::jobs::digests::public_schedule(&site.app.config).due(site.now()).unwrap().period;
    let (long, long_text) = (&long["id"], &long["text"]);
    let (id, opening) = (&thread["id"], &thread["post"]);
    let public = vec![
        "/".into(),
        "/threads".into(),
        "/threads?sort=new".into(),
        "/search".into(),
        "/search?q=%E5%8D%94%E5%90%8C%E7%B5%84%E5%90%88".into(),
        "/search?q=theme:none".into(),
        format!("/t/{id}"),
        format!("/t/{id}?view=flat&show=all"),
        "/themes".into(),
        "/themes/governance".into(),
        format!("/p/{opening}/history?from=1&to=2"),
        "/u/aiko".into(),
        "/translate?into=all".into(),
        "/translate/coverage".into(),
        "/translate/fairness".into(),
        "/glossary".into(),
        "/glossary/5".into(),
        format!("/t/{id}/side"),
        format!("/t/{id}/sheet?langs=en&langs=ja"),
        format!("/t/{id}?terms={opening}"),
        format!("/translate/{text}/en/history"),
        format!("/t/{long}/side"),
        format!("/translate/{long_text}/ja/history"),
        "/digest".into(),
        format!("/digests/{week}"),
        "/login".into(),
        "/nowhere".into(),
    ];
    let signed_in = vec![
        "/".into(),
        "/threads?new=yes".into(),
        "/drafts".into(),
        "/attachments".into(),
        "/t/new".into(),
        format!("/t/{id}"),
        format!("/t/{id}/reply?quote={opening}"),
        format!("/t/{id}/reply"),
        format!("/p/{opening}/edit"),
        format!("/p/{opening}/history"),
        format!("/t/{id}/moderate"),
        format!("/p/{post}/moderate"),
        "/settings".into(),
        "/translate".into(),
        format!("/translate/{text}/en"),
        format!("/translate/{text}/fr"),
        format!("/translate/{second}/en"),
        format!("/translate/{second}/fr?view=whole"),
        format!("/translate/{text}/ja"),
        format!("/translate/{long_text}/ja"),
        format!("/translate/{long_text}/ja/contest"),
        format!("/translate/{text}/en/contest"),
        "/glossary/new".into(),
        "/glossary/5".into(),
        "/notifications".into(),
    ];
    (site, public, signed_in)
}

fn check(browser: &Browser, base: &str, lang: Lang, pages: &[String]) {
    for page in pages {
        browser.look(1280, "light");
        browser.open(&format!("{base}/{lang}{page}"));
        browser.run(AXE);
        for width in [1280, 320] {
            for scheme in ["light", "dark"] {
                browser.look(width, scheme);
                let found = browser.run_async(RUN);
                assert_eq!(found, json!([]), "/{lang}{page} at {width} px, {scheme}");
            }
            let overflow = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assert_eq!(overflow, 0, "/{lang}{page} is wider than {width} px");
        }
    }
}

fn walk(lang: Lang) {
    let Some(browser) = Browser::start(true) else { return };
    let (site, public, signed_in) = site();
    check(&browser, &site.base, lang, &public);
    browser.look(1280, "light");
    browser.open(&format!("{}/{lang}/login", site.base));
    browser.type_into("#c-handle", "mori");
    browser.type_into("#c-password", "wrong password");
    browser.click("main .btn");
    browser.find(".errors");
    browser.run(AXE);
    assert_eq!(browser.run_async(RUN), json!([]), "a refused form");
    browser.type_into("#c-password", PASSWORD);
    browser.click("main .btn");
    browser.find(".under form");
    check(&browser, &site.base, lang, &signed_in);
}

/// Somebody signs in with the form.
fn enter(browser: &Browser, base: &str, lang: Lang, handle: &str) {
    browser.look(1280, "light");
    browser.open(&format!("{base}/{lang}/login"));
    browser.type_into("#c-handle", handle);
    browser.type_into("#c-password", PASSWORD);
    browser.click("main .btn");
    browser.find(".under form");
}

fn order(lang: Lang) {
    let Some(browser) = Browser::start(true) else { return };
    let site = Site::sqlite("axe of order").people();
    let (desks, public) = crate::support::order::moderated(&site);
    check(&browser, &site.base, lang, &public);
    enter(&browser, &site.base, lang, "admin");
    check(&browser, &site.base, lang, &desks);
}

fn consensus(lang: Lang) {
    let Some(browser) = Browser::start(true) else { return };
    let site = Site::sqlite("axe of consensus").people();
    let stages = crate::support::consensus::in_each_stage(&site);
    check(&browser, &site.base, lang, &stages.public);
    enter(&browser, &site.base, lang, "mori");
    check(&browser, &site.base, lang, &stages.desk);
}

#[test]
fn consensus_in_french() {
    consensus(Lang::Fr);
}

#[test]
fn consensus_in_english() {
    consensus(Lang::En);
}

#[test]
fn consensus_in_japanese() {
    consensus(Lang::Ja);
}

#[test]
fn order_in_french() {
    order(Lang::Fr);
}

#[test]
fn order_in_english() {
    order(Lang::En);
}

#[test]
fn order_in_japanese() {
    order(Lang::Ja);
}

#[test]
fn in_french() {
    walk(Lang::Fr);
}

#[test]
fn in_english() {
    walk(Lang::En);
}

#[test]
fn in_japanese() {
    walk(Lang::Ja);
}
