//! From words of a post to a declaration, and on: three people at three browsers, each reading everything in one language, open
//! a thread, propose, take positions, object, answer, declare, see the basis move, and take it further.

use crate::{
    both,
    support::{PASSWORD, Site, browser::Browser, consensus, id},
};
use serde_json::json;
use std::{fmt::Display, ops::Deref};
use trialogue::{
    domain::{account::Role, lang::Lang, thread::split_address},
    i18n::{L10n, l10n},
};

/// The statement in each language.
const SAID: [&str; 3] = ["Les repas se partagent.", "Meals are shared.", "食事は分け合うものです。"];

/// Somebody at a browser of their own, who reads the site in one language.
struct Person {
    browser: Browser,
    l: &'static L10n,
    base: String,
}

impl Deref for Person {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Person {
    fn sign_in(site: &Site, lang: Lang, handle: &str) -> Option<Self> {
        let person = Self { browser: Browser::start(true)?, l: l10n(lang), base: format!("{}/{lang}", site.base) };
        person.open("/login");
        person.type_into("#c-handle", handle);
        person.type_into("#c-password", PASSWORD);
        person.go("main .btn", ".under form");
        Some(person)
    }

    /// A page in their language.
    fn open(&self, path: &str) {
        self.browser.open(&format!("{}{path}", self.base));
    }

    /// Clicks on something, and waits for what that leads to.
    fn go(&self, selector: &str, then: &str) {
        self.click(selector);
        self.find(then);
    }

    /// What stands there says this, whichever spaces the language sets.
    fn reads(&self, selector: &str, said: impl Display) {
        let fold = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
        let (shown, said) = (fold(&self.text(selector)), fold(&said.to_string()));
        assert!(shown.contains(&said), "{said:?} is not in {shown:?}: {selector} at {}", self.url());
    }

    /// The statement, in their language.
    fn said(&self) -> &'static str {
        SAID[self.l.lang.index()]
    }

    /// Takes a position in place: the page stays, and its counts are others.
    fn take(&self, value: &str, reason: &str) {
        let tally = format!("#s1 .bars li:nth-child({}) .nums", self.l.lang.index() + 1);
        let before = self.text(&tally);
        self.run("window.stays = true");
        self.click(&format!("#s1 input[name=value][value={value}]"));
        if !reason.is_empty() {
            self.type_into("#pos-reason", reason);
        }
        // Where the form stood, the way to change one's mind.
        self.go("#s1 .posform .btn", "#s1 a[href*='?statement=']");
        assert_eq!(self.run("return window.stays"), true, "nobody is led away");
        assert_ne!(self.text(&tally), before);
        self.reads("#s1 .own", self.l.m("consensus-own").s("value", value));
    }
}

fn walk(site: Site) {
    let site = site.people();
    site.person("ruth", Role::Moderator, Lang::En);
    let people = [(Lang::Fr, "claire"), (Lang::En, "ruth"), (Lang::Ja, "aiko")];
    let [Some(claire), Some(ruth), Some(aiko)] = people.map(|(lang, who)| Person::sign_in(&site, lang, who)) else { return };
    let (everybody, moderator) = ([&claire, &ruth, &aiko], site.program("ruth"));

    // A moderator opens a thread, and its debate.
    let publish = |title: &str| {
        ruth.find("input[name=kind][value=consensus]:checked");
        ruth.type_into("#c-title", title);
        ruth.type_into("#c-body", "What do we want together?");
        ruth.click("input[name=themes][value=governance]");
        ruth.go("button[value=publish]", "article.opening");
        split_address(ruth.url().rsplit('/').next().unwrap()).unwrap().0
    };
    ruth.open("/consensus");
    ruth.click("main a[href*='kind=consensus']");
    let thread = publish("How do we eat together?");
    let (discussion, statements) = (format!("/t/{thread}"), format!("/t/{thread}/consensus"));
    let pass = |stage: &str, place: usize| {
        ruth.open(&statements);
        ruth.click(".seg a[href$='/stage']");
        ruth.click(&format!("input[name=stage][value={stage}]"));
        ruth.type_into("#c-summary", "What came before.");
        ruth.go("button[value=pass]", &format!(".stages li:nth-child({place}).now"));
        for p in everybody {
            p.open(&statements);
            p.reads(".stages .now", p.l.m("consensus-stage").s("stage", stage));
        }
    };
    pass("debate", 2);

    // What one wrote in Japanese, another reads in French: some of its words are marked there, and proposed.
    aiko.open(&discussion);
    aiko.type_into("#reply textarea", &format!("{}\n\n同じ鍋から、一日に二度。", aiko.said()));
    aiko.go("#reply button[value=publish]", "article:not(.opening)");
    let reply = moderator.get(&format!("/api/v1/threads/{thread}/posts")).value()["items"][0].clone();
    let (post, text) = (id(&reply, "id"), id(&reply, "text"));
    let french = format!("{}\n\nDeux fois par jour, de la même marmite.", claire.said());
    consensus::translate(&moderator, text, Lang::Fr, &french);
    claire.open(&discussion);
    claire.run("getSelection().selectAllChildren(document.querySelector('article:not(.opening) .text p'))");
    claire.go("article:not(.opening) a[data-words]", "#c-from_words");
    let form = "return ['body', 'from_post', 'from_words'].map(name => document.querySelector('#c-' + name).value)";
    assert_eq!(claire.run(form), json!([claire.said(), post.to_string(), claire.said()]));
    claire.go("main .btn", "#s1");
    claire.reads("#s1 .num", claire.l.m("consensus-state").s("state", "proposed"));
    let source = claire.l.m("consensus-source").s("lang", "fr").n("n", 2).s("name", "aiko").n("revision", 1);
    claire.reads("#s1", source.s("a", "").s("end", ""));

    // People put it into all three languages; then it is accepted.
    let made = moderator.get(&format!("/api/v1/threads/{thread}/statements")).value()["items"][0].clone();
    let (statement, text) = (id(&made, "id"), id(&made, "text"));
    for p in [&ruth, &aiko] {
        consensus::translate(&moderator, text, p.l.lang, p.said());
    }
    ruth.open(&statements);
    ruth.click("#s1 a[href$='/settle']");
    ruth.click("input[name=act][value=accept]");
    ruth.type_into("#c-reason", "One idea, in plain words.");
    ruth.go("main .btn", "#s1 .verdict");

    // Two more of each community have spoken; the three take positions, and one objects, is answered, and withdraws it.
    consensus::say(&consensus::assembly(&site, [2, 2, 2]), statement, [(2, 0, 0); 3]);
    let reason = "朝は一人で食べたい人もいます。";
    for (p, value, reason) in [(&claire, "agree", ""), (&ruth, "agree", ""), (&aiko, "objection", reason)] {
        p.open(&statements);
        p.reads("#s1 .said", p.said());
        p.take(value, reason);
    }
    let objection_is = |p: &Person, state: &str| p.reads(".ledger .ring", p.l.m("consensus-objection-state").s("state", state));
    objection_is(&aiko, "raised");
    ruth.open(&statements);
    ruth.reads("#s1 .verdict strong", ruth.l.m("consensus-verdict").s("verdict", "open"));
    ruth.reads(".ledger .text", reason);
    ruth.click(".ledger a.btn");
    ruth.type_into("#c-body", "Breakfast stays as it is; it is the other meals that we share.");
    ruth.go("button[value=answer]", "#h-obj");
    objection_is(&ruth, "answered");
    aiko.open("/consensus");
    aiko.reads(".todo", aiko.l.m("consensus-board-ask").s("what", "settle").n("count", 1));
    aiko.go(".todo a", "#h-obj");
    aiko.click(".ledger a.btn");
    aiko.go("button[value=withdraw]", "#h-obj");
    objection_is(&aiko, "withdrawn");
    aiko.reads("#s1 .own", aiko.l.m("consensus-own-note").s("note", "withdrawn"));
    aiko.take("agree", "");
    for p in everybody {
        p.open(&statements);
        p.reads("#s1 .bars", p.l.m("consensus-count").s("value", "agree").n("count", 3));
        p.reads("#s1 .verdict strong", p.l.m("consensus-verdict").s("verdict", "consensus"));
    }

    // The synthesis cites statement and post; without its Japanese nothing is declared, as everybody reads.
    pass("propose", 3);
    let summed_up = format!("/t/{thread}/synthesis");
    let words = [
        format!("Nous convenons que [les repas se partagent](/s/{statement}), comme [une cuisine](/p/{post}) l’a montré."),
        format!("We agree that [meals are shared](/s/{statement}), as [one kitchen](/p/{post}) has shown."),
        format!("私たちは、[食事を分け合うこと](/s/{statement})で合意しました。[ある台所](/p/{post})が示したとおりです。"),
    ];
    ruth.open(&summed_up);
    ruth.type_into("#c-body", &words[1]);
    ruth.go("button[value=write]", "#h-syn");
    let text = id(&moderator.get(&format!("/api/v1/threads/{thread}/synthesis")).value(), "text");
    consensus::translate(&moderator, text, Lang::Fr, &words[0]);
    let declare = |then: &str| {
        ruth.open(&summed_up);
        ruth.click("input[name=outcome][value=consensus]");
        ruth.go("button[value=declare]", then);
    };
    declare("main .errors");
    ruth.reads("main .errors", ruth.l.t("errors-declare-slot-ja"));
    for p in everybody {
        p.open(&summed_up);
        let japanese = p.l.m("consensus-langs").s("langs", "ja").to_string();
        p.reads(".check b", p.l.m("consensus-need").s("need", "slot").s("langs", japanese));
    }
    aiko.click(".check a");
    aiko.type_into("#b1", &words[2]);
    aiko.go(".savebar button[value=save]", ".notice.good");
    ruth.click(".check a");
    ruth.go(".judge button[value=review]", ".notice.good");
    declare(".signed");
    let n: i64 = ruth.url().rsplit('/').next().unwrap().parse().unwrap();
    let declaration = format!("/declarations/{n}");
    for (p, words) in everybody.into_iter().zip(&words) {
        p.open(&declaration);
        p.reads("h1", p.l.m("declarations-title").n("n", n));
        p.reads(".signed .said", p.l.m("declarations-sentence").s("outcome", "consensus"));
        p.reads(".text.serif", words.split('[').next().unwrap());
        p.reads("article.stmt .said", p.said());
        assert_eq!(p.run("return document.querySelector('main .notice')"), json!(null), "nothing moved yet");
    }

    // The post that it rests on means something else now, and the declaration says so.
    aiko.open(&format!("/p/{post}/edit"));
    aiko.type_into("#c-body", "いまは別々に食べています。");
    aiko.click("input[name=change][value=meaning]");
    aiko.go("button[value=publish]", "article.post");
    for p in everybody {
        p.open(&declaration);
        p.reads(".notice.bad", p.l.t("declarations-moved"));
        p.reads(".notice.bad li", p.l.m("declarations-moved-one").s("what", "post").n("n", 2).s("a", "").s("end", ""));
    }

    // Another thread takes it further, and everybody finds the statement there.
    ruth.go("a[href*='carries=']", "#c-carries");
    ruth.reads("#c-carries", ruth.l.m("threads-carries").s("n", n.to_string()));
    let further = publish("And breakfast?");
    for p in everybody {
        p.open(&format!("/t/{further}/consensus"));
        p.reads(".t-head", p.l.m("declarations-title").n("n", n));
        p.reads("#s1 .said", p.said());
        p.reads("#s1", p.l.t("consensus-carried-statement"));
    }
}

both! {
    fn a_statement_becomes_a_declaration_in_three_languages(site) {
        walk(site);
    }
}
