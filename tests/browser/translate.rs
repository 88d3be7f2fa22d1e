//! Somebody translates, mends what fell behind, and somebody else reviews: by keyboard alone, led by what is written on
//! links, buttons and fields, from the home page on. Without script and with it.

use crate::support::{PASSWORD, Site, browser::Browser, id};
use serde_json::json;
use trialogue::{domain::lang::Lang, i18n::l10n};

/// Who translates into each language, and from which.
fn pair(lang: Lang) -> (&'static str, &'static str, Lang) {
    match lang {
        Lang::Fr => ("claire", "aiko", Lang::Ja),
        Lang::En => ("tom", "claire", Lang::Fr),
        Lang::Ja => ("aiko", "tom", Lang::En),
    }
}

/// A title and two paragraphs, the second said in two ways.
fn words(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Fr => [
            "Le four du quartier",
            "Le four est allumé le samedi.",
            "Douze familles y cuisent leur pain.",
            "Vingt familles y cuisent leur pain.",
        ],
        Lang::En => ["The bakehouse", "The oven is lit on Saturdays.", "Twelve families bake there.", "Twenty families bake there."],
        Lang::Ja => ["町のかまど", "かまどは土曜日に火を入れます。", "12世帯がパンを焼きます。", "20世帯がパンを焼きます。"],
    }
}

fn said(lang: Lang, key: &str) -> String {
    l10n(lang).t(key)
}

fn numbered(lang: Lang, no: i32) -> String {
    l10n(lang).m("slots-target-no").n("no", no).to_string()
}

/// What a link of the matrix is called: its act, its language, its text.
fn act(lang: Lang, act: &str, count: usize, title: &str) -> String {
    let l = l10n(lang);
    let about = l.m("queue-act-about").s("lang", lang.as_str()).s("title", title);
    format!("{} {about}", l.m("queue-act").s("act", act).n("count", count))
}

/// From the home page, by the link in its head.
fn sign_in(browser: &Browser, site: &Site, lang: Lang, handle: &str) {
    browser.open(&format!("{}/{lang}/", site.base));
    browser.follow(&said(lang, "layout-sign-in"));
    browser.find("#c-handle");
    browser.tab_to(&said(lang, "accounts-handle-or-email"));
    browser.keys(handle);
    browser.tab_to(&said(lang, "accounts-password"));
    browser.keys(PASSWORD);
    browser.press('\u{E007}');
    browser.find(".under form");
}

fn walk(site: Site, lang: Lang, script: bool) {
    let site = site.people();
    let Some(browser) = Browser::start(script) else { return };
    let (translator, author, from) = pair(lang);
    let ([title, first, second, changed], [own_title, own_first, own_second, own_changed]) = (words(from), words(lang));
    let program = site.program(author);
    let thread = program.thread(from, title, &format!("{first}\n\n{second}"));
    let text = id(&thread, "text");
    site.reviewer(author, &[lang]);

    sign_in(&browser, &site, lang, translator);
    browser.follow(&said(lang, "queue-title"));
    browser.find(".matrix");
    browser.follow(&act(lang, "translate", 0, title));
    browser.find("form.work");
    for (no, words) in (1..).zip([own_title, own_first, own_second]) {
        browser.tab_to(&numbered(lang, no));
        browser.keys(words);
    }
    browser.follow(&said(lang, "slots-save"));
    browser.find(".notice.good");
    assert_eq!(site.visitor().slot(text, lang)["title"], own_title);

    let edited = json!({ "title": title, "body": format!("{first}\n\n{changed}"), "revision": 1 });
    assert_eq!(program.put_slot(text, from, edited).status, 200);
    browser.follow(&said(lang, "queue-title"));
    browser.find(".matrix .is-outdated");
    browser.follow(&act(lang, "update", 1, own_title));
    browser.find(".src ins");
    browser.tab_to(&numbered(lang, 3));
    // Everything in the field, and over it.
    browser.select_all();
    browser.keys(own_changed);
    browser.follow(&said(lang, "slots-save"));
    browser.find(".notice.good");
    let slot = site.visitor().slot(text, lang);
    assert_eq!((slot["fresh"].as_bool(), slot["body"].as_str()), (Some(true), Some(format!("{own_first}\n\n{own_changed}").as_str())));

    browser.follow(&said(lang, "layout-sign-out"));
    browser.find(".under a[href*='/login']");
    sign_in(&browser, &site, lang, author);
    browser.follow(&said(lang, "queue-title"));
    browser.find(".work-lists");
    // What waits for their review stands first, by its title: they wrote it, so they get the original (T8).
    browser.follow(title);
    browser.find("form.work");
    browser.follow(&said(lang, "slots-review"));
    browser.find(".notice.good");
    let slot = site.visitor().slot(text, lang);
    assert_eq!((slot["quality"].as_str(), slot["reviewer"]["handle"].as_str()), (Some("reviewed"), Some(author)));
}

macro_rules! walks {
    ($($name:ident: $lang:expr;)+) => {$(
        mod $name {
            use super::*;
            #[test]
            fn without_script_on_sqlite() {
                walk(Site::sqlite(stringify!($name)), $lang, false);
            }
            #[test]
            fn with_script_on_postgres() {
                if let Some(site) = Site::postgres(stringify!($name)) {
                    walk(site, $lang, true);
                }
            }
        }
    )+};
}

walks! {
    into_french: Lang::Fr;
    into_english: Lang::En;
    into_japanese: Lang::Ja;
}

#[test]
fn a_draft_is_kept_on_the_server_as_one_types_and_keys_save() {
    let site = Site::sqlite("autosave").people();
    let Some(browser) = Browser::start(true) else { return };
    let text = id(&site.program("claire").thread(Lang::Fr, "Titre", "un\n\ndeux"), "text");
    sign_in(&browser, &site, Lang::En, "tom");
    browser.follow(&said(Lang::En, "queue-title"));
    browser.find(".matrix");
    browser.follow(&act(Lang::En, "translate", 0, "Titre"));
    browser.find("form.work");
    // Alt + arrow down leads from one passage that waits to the next.
    browser.chord('\u{E00A}', '\u{E015}');
    assert_eq!(browser.focused(), numbered(Lang::En, 1));
    browser.keys("Title");
    browser.chord('\u{E00A}', '\u{E015}');
    browser.keys("half a");
    browser.find("[data-state=saved]");
    assert_eq!(browser.text("[data-state]"), said(Lang::En, "slots-autosaved"));
    let draft = site.program("tom").slot(text, Lang::En)["draft"].clone();
    assert_eq!((draft["title"].as_str(), draft["body"].as_str()), (Some("Title"), Some("half a")));
    assert_eq!(site.visitor().slot(text, Lang::En)["quality"], "empty");
    browser.keys(" sentence");
    browser.chord('\u{E00A}', '\u{E015}');
    browser.keys("two");
    browser.chord('\u{E009}', '\u{E007}');
    browser.find(".notice.good");
    assert_eq!(site.visitor().slot(text, Lang::En)["body"], "half a sentence\n\ntwo");
    assert_eq!(site.program("tom").slot(text, Lang::En)["draft"], json!(null));
}
