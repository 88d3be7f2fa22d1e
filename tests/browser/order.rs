//! From an invitation to a restored post: the whole way of somebody new, over a real mail server, with and without script;
//! the moderator works at a phone's width.

use crate::support::{
    PASSWORD, Site,
    browser::Browser,
    mail::{Letter, Smtp},
};
use trialogue::{domain::lang::Lang, i18n::l10n};

/// The newest letter to this address that the mail server took.
fn letter(site: &Site, sink: &Smtp, to: &str) -> Letter {
    site.deliver();
    sink.letters().into_iter().rfind(|l| l.to == [to]).unwrap_or_else(|| panic!("no letter to {to}"))
}

fn sign_in(browser: &Browser, site: &Site, lang: Lang, who: &str) {
    browser.open(&format!("{}/{lang}/login", site.base));
    browser.type_into("#c-handle", who);
    browser.type_into("#c-password", PASSWORD);
    browser.click("main .btn");
    // By name: whoever was signed in before has such a form, too.
    browser.find(&format!(".under a[href$='/u/{who}']"));
}

/// Settles the case on top of the queue, as somebody does on a phone.
fn settle(phone: &Browser, site: &Site, lang: Lang, decision: &str, reason: &str) {
    phone.open(&format!("{}/{lang}/moderation", site.base));
    phone.click(".cases h3 a");
    phone.click(&format!("input[value={decision}]"));
    if !reason.is_empty() {
        phone.type_into("#c-reason", reason);
    }
    phone.click("form.panel .btn");
    phone.find(".notice.good");
}

fn walk(mut site: Site, lang: Lang, script: bool) {
    let sink = Smtp::start();
    site.app.mailer = trialogue::mail::Mailer::parse(&sink.address, "forum.example").unwrap();
    let site = site.people();
    let (Some(newcomer), Some(phone)) = (Browser::start(script), Browser::start(script)) else { return };
    let l = l10n(lang);
    phone.phone();
    sign_in(&phone, &site, lang, "mori");
    let thread = site.program("tom").thread(Lang::En, "A thread", "The opening.");

    // Invited, joined, confirmed by the button behind the letter.
    phone.open(&format!("{}/{lang}/invitations", site.base));
    phone.type_into("#c-email", "nao@example.org");
    phone.click(&format!("input[name=lang][value={lang}]"));
    phone.click("main .btn");
    phone.find(".notice.good");
    newcomer.open(&format!("{}{}", site.base, letter(&site, &sink, "nao@example.org").link()));
    assert_eq!(newcomer.attr("#c-email", "value"), "nao@example.org");
    newcomer.type_into("#c-handle", "nao");
    newcomer.type_into("#c-password", PASSWORD);
    newcomer.click("#c-agree");
    newcomer.click("main .btn");
    newcomer.find(".notice.good");
    let confirm = letter(&site, &sink, "nao@example.org");
    assert_eq!(confirm.content_language, lang.as_str());
    newcomer.open(&format!("{}{}", site.base, confirm.link()));
    newcomer.type_into("#c-password", PASSWORD);
    newcomer.click("main .btn");
    newcomer.find(".under form");
    assert_eq!(newcomer.text(".under li:first-child"), "nao");

    // The first post waits, is accepted.
    newcomer.open(&format!("{}/{lang}/t/{}/reply", site.base, thread["id"]));
    newcomer.type_into("#c-body", "A first post");
    newcomer.click("button[value=publish]");
    newcomer.find("article:not(.opening) .notice");
    assert!(newcomer.text("article:not(.opening) .notice").contains(&l.t("posts-held-word")));
    assert!(!site.visitor().open(&format!("/en/t/{}", thread["id"])).body.contains("A first post"));
    settle(&phone, &site, lang, "accept", "");
    assert!(site.visitor().open(&format!("/en/t/{}", thread["id"])).body.contains("A first post"));

    // Flagged, hidden; its author is told, and answers once into the same queue; restored.
    sign_in(&newcomer, &site, lang, "claire");
    newcomer.open(&format!("{}/{lang}/t/{}", site.base, thread["id"]));
    newcomer.click("article:not(.opening) a[href$='/flag']");
    newcomer.click("input[value=off-topic]");
    newcomer.click("main .btn");
    newcomer.find(".notice.good");
    settle(&phone, &site, lang, "hide", "Off topic here");
    assert!(!site.visitor().open(&format!("/en/t/{}", thread["id"])).body.contains("A first post"));
    let told = letter(&site, &sink, "nao@example.org");
    assert!(told.content_language == lang.as_str() && told.text.contains("> Off topic here"), "{}", told.text);
    sign_in(&newcomer, &site, lang, "nao");
    newcomer.open(&format!("{}/{lang}/notifications", site.base));
    newcomer.click(".lines li:first-child a");
    newcomer.type_into("#c-words", "It is about the thread");
    newcomer.click("main .btn");
    newcomer.find("section[aria-labelledby=h-answer]");
    assert_eq!(newcomer.count("#c-words"), 0, "one answer");
    settle(&phone, &site, lang, "undo", "A misunderstanding");
    assert!(site.visitor().open(&format!("/en/t/{}", thread["id"])).body.contains("A first post"));
    newcomer.open(&format!("{}{}", site.base, told.link()));
    assert!(
        newcomer
            .text("section[aria-labelledby=h-answer] .notice")
            .contains(&l.m("moderation-answer-came").s("decision", "undo").to_string())
    );
    let width = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    phone.open(&format!("{}/{lang}/moderation", site.base));
    if script {
        assert_eq!(phone.run(width), 0, "nothing is wider than a phone");
    }
}

walks! {
    order_in_french: Lang::Fr, true;
    order_in_english_without_script: Lang::En, false;
    order_in_japanese: Lang::Ja, true;
    order_in_japanese_without_script: Lang::Ja, false;
}
