//! Sign in, write, be answered in another language, be read by a visitor in a third.

use crate::support::{PASSWORD, Site, browser::Browser};
use trialogue::domain::lang::Lang;

/// Who writes each language, and what.
fn writer(lang: Lang) -> (&'static str, &'static str, &'static str) {
    match lang {
        Lang::Fr => ("claire", "Qui garde la clé ?", "Chez nous, **trois personnes**."),
        Lang::En => ("tom", "Who keeps the key?", "With us, **three people**."),
        Lang::Ja => ("aiko", "鍵は誰が預かりますか", "私たちのところでは**三人。**です"),
    }
}

fn next(lang: Lang) -> Lang {
    Lang::THREE[(lang.index() + 1) % 3]
}

fn sign_in(browser: &Browser, site: &Site, lang: Lang, handle: &str) {
    browser.open(&format!("{}/{lang}/login", site.base));
    browser.type_into("#c-handle", handle);
    browser.type_into("#c-password", PASSWORD);
    browser.click("main .btn");
    browser.find(".under form");
    assert_eq!(browser.text(".under li:first-child"), handle);
}

fn walk(site: Site, lang: Lang, script: bool) {
    let site = site.people();
    let Some(browser) = Browser::start(script) else { return };
    let (handle, title, body) = writer(lang);
    sign_in(&browser, &site, lang, handle);
    browser.open(&format!("{}/{lang}/t/new", site.base));
    assert_eq!(browser.attr("input[name=lang]:checked", "value"), lang.as_str(), "L4: preset");
    browser.type_into("#c-body", body);
    browser.click("input[value=governance]");
    browser.run_if(script, "document.querySelector('#c-title').required = false");
    browser.type_into("#c-title", title);
    browser.click(".btn[value=preview]");
    browser.find(".preview strong");
    browser.click("button[value=publish]");
    browser.find("article.opening");
    assert_eq!(browser.text("h1").replace(['\u{202F}', '\n'], " "), title);
    let address = browser.url();
    browser.click(".under button");
    browser.find(".under a[href*='/login']");

    let other = next(lang);
    let (answerer, _, answer) = writer(other);
    sign_in(&browser, &site, other, answerer);
    browser.open(&address);
    browser.click(&format!("nav.langs a[lang={other}]"));
    browser.find(&format!("html[lang={other}]"));
    browser.type_into("#reply textarea", answer);
    browser.click("#reply button[value=publish]");
    browser.find("article:not(.opening)");
    assert!(browser.url().contains("#p"), "at the post itself: {}", browser.url());
    browser.click(".under button");
    browser.find(".under a[href*='/login']");

    let third = next(other);
    browser.open(&address);
    browser.click(&format!("nav.langs a[lang={third}]"));
    browser.find(&format!("html[lang={third}]"));
    assert_eq!(browser.count("article strong"), 2);
    assert_eq!(
        (browser.attr("article.opening .text", "lang"), browser.attr("article:not(.opening) .text", "lang")),
        (lang.to_string(), other.to_string())
    );
    browser.find("#reply a[href*=login]");
    browser.open(&format!("{}/", site.base));
    assert_eq!(browser.attr("html", "lang"), third.as_str(), "L2: the tab is remembered");
}

impl Browser {
    fn run_if(&self, script: bool, code: &str) {
        if script {
            self.run(code);
        }
    }
}

walks! {
    in_french: Lang::Fr, true;
    in_french_without_script: Lang::Fr, false;
    in_english: Lang::En, true;
    in_english_without_script: Lang::En, false;
    in_japanese: Lang::Ja, true;
    in_japanese_without_script: Lang::Ja, false;
}

#[test]
fn what_was_typed_survives_a_closed_tab_until_it_is_published() {
    let site = Site::sqlite("draft").people();
    let Some(browser) = Browser::start(true) else { return };
    let thread = site.program("claire").thread(Lang::Fr, "Titre", "Texte");
    let address = format!("{}/en/t/{}/reply", site.base, thread["id"]);
    sign_in(&browser, &site, Lang::En, "tom");
    browser.open(&address);
    browser.type_into("#c-body", "half a thought");
    browser.open(&format!("{}/en/", site.base));
    browser.open(&address);
    assert_eq!(browser.run("return document.querySelector('#c-body').value"), "half a thought");
    browser.click("button[value=publish]");
    browser.find("article:not(.opening)");
    browser.open(&address);
    assert_eq!(browser.run("return document.querySelector('#c-body').value"), "");
}

#[test]
fn the_keyboard_alone_reaches_the_content_and_signs_in() {
    let site = Site::sqlite("keyboard").people();
    let Some(browser) = Browser::start(true) else { return };
    let (tab, enter) = ('\u{E004}', '\u{E007}');
    browser.open(&format!("{}/fr/login", site.base));
    browser.press(tab);
    assert_eq!(browser.run("return document.activeElement.className"), "skip");
    browser.press(enter);
    browser.press(tab);
    assert_eq!(browser.run("return document.activeElement.id"), "c-handle");
    for c in "claire".chars() {
        browser.press(c);
    }
    browser.press(tab);
    for c in PASSWORD.chars() {
        browser.press(c);
    }
    browser.press(enter);
    browser.find(".under form");
    assert_eq!(browser.text(".under li:first-child"), "claire");
}
