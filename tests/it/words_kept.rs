//! P6: no refusal loses what was typed. Every form in which one types is filled in and sent into every refusal; whatever the
//! answer, each word is in it, or was taken.

use crate::{
    both,
    support::{
        Answer, Site, Visitor,
        consensus::{assembly, open, pass, say, send, statement},
        id, order,
    },
};
use scraper::{ElementRef, Html, Selector};
use serde_json::json;
use std::collections::BTreeSet;
use trialogue::domain::lang::Lang;

/// Addresses that take a form in which nothing is typed but a password, or nothing at all.
const WORDLESS: &[&str] = &[
    "/attachments",
    "/digest",
    "/digest/confirm/{token}",
    "/digest/manage/{token}",
    "/digest/manage/{token}/again",
    "/drafts",
    "/invitations",
    "/join/confirm/{token}",
    "/login",
    "/logout",
    "/notifications",
    "/p/{post}/react",
    "/reset",
    "/reset/{token}",
    "/settings/address",
    "/settings/address/{token}",
    "/settings/comfort",
    "/settings/erase",
    "/settings/export",
    "/settings/letters",
    "/settings/letters/again",
    "/settings/password",
    "/settings/sessions",
    "/settings/tokens/{token}/delete",
    "/t/{thread}/read",
    "/t/{thread}/watch",
    "/themes/{slug}/watch",
    "/translate/{text}/{target}/request",
    "/unread",
    "/admin/mail",
    "/{token}",
    "/unsubscribe/{token}",
    "/hooks/bounces",
];

/// A form as somebody filled it in.
#[derive(Clone)]
struct Form {
    page: String,
    action: String,
    fields: Vec<(String, String)>,
    /// What was typed into it: places in `fields`.
    typed: Vec<usize>,
}

impl Form {
    fn filled(page: &str, form: ElementRef, count: &mut usize) -> Option<Self> {
        let all = Selector::parse("input, textarea, select, button").unwrap();
        let mut filled =
            Self { page: page.to_owned(), action: form.attr("action").unwrap_or(page).to_owned(), fields: Vec::new(), typed: Vec::new() };
        let mut pressed = false;
        for field in form.select(&all) {
            let Some(name) = field.attr("name").map(str::to_owned) else { continue };
            let value = field.attr("value").unwrap_or_default().to_owned();
            match (field.value().name(), field.attr("type").unwrap_or("text")) {
                // What people press when they are done; else the first button there is.
                ("button", _) if pressed && !matches!(value.as_str(), "publish" | "save") => {}
                ("button", _) => {
                    match filled.fields.iter_mut().find(|(n, _)| pressed && *n == name) {
                        Some(earlier) => earlier.1 = value,
                        None => filled.fields.push((name, value)),
                    }
                    pressed = true;
                }
                ("input", "hidden") => filled.fields.push((name, value)),
                ("input", "radio" | "checkbox") => {
                    let chosen = field.attr("checked").is_some() || !filled.fields.iter().any(|(n, _)| *n == name);
                    if chosen {
                        filled.fields.retain(|(n, _)| *n != name || field.attr("type") == Some("checkbox"));
                        filled.fields.push((name, value));
                    }
                }
                ("select", _) => {
                    let option = Selector::parse("option[selected], option").unwrap();
                    let value = field.select(&option).next().and_then(|o| o.attr("value")).unwrap_or_default();
                    filled.fields.push((name, value.to_owned()));
                }
                ("textarea", _) | ("input", "text" | "email") => {
                    *count += 1;
                    let mark = format!("xkeep{count}x");
                    let words = match field.attr("type") {
                        Some("email") => format!("{mark}@example.org"),
                        _ => format!("{mark} et 言葉"),
                    };
                    filled.typed.push(filled.fields.len());
                    filled.fields.push((name, words));
                }
                _ => {}
            }
        }
        (!filled.typed.is_empty()).then_some(filled)
    }

    fn send(&self, visitor: &Visitor, change: impl Fn(&str, &str) -> String) -> Answer {
        let fields: Vec<(&str, String)> = self.fields.iter().map(|(n, v)| (n.as_str(), change(n, v))).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        visitor.post(&self.action, &fields)
    }

    /// Refused, it has every word in it; the answer's status.
    fn kept(&self, answer: &Answer, after: &str) -> u16 {
        if answer.status >= 400 {
            for at in &self.typed {
                let (name, words) = &self.fields[*at];
                let mark = words.split([' ', '@']).next().unwrap();
                assert!(answer.body.contains(mark), "{} from {}: {name} is lost after {after} ({})", self.action, self.page, answer.status);
            }
        }
        answer.status
    }
}

/// The forms on these pages in which something is typed, filled in.
fn forms(visitor: &Visitor, pages: &[String]) -> Vec<Form> {
    let mut count = 0;
    let mut all: Vec<Form> = Vec::new();
    for page in pages {
        let answer = visitor.open(page);
        assert_eq!(answer.status, 200, "{page}");
        let html = Html::parse_document(&answer.body);
        for form in html.select(&Selector::parse("form[method=post]").unwrap()) {
            all.extend(Form::filled(page, form, &mut count));
        }
        // Buttons that send a form elsewhere.
        for button in html.select(&Selector::parse("button[form][formaction]").unwrap()) {
            let of = Selector::parse(&format!("form#{}", button.attr("form").unwrap())).unwrap();
            let form = Form::filled(page, html.select(&of).next().unwrap(), &mut count);
            all.extend(form.map(|form| Form { action: button.attr("formaction").unwrap().to_owned(), ..form }));
        }
    }
    all
}

fn world(site: &Site) -> (Vec<String>, Vec<String>) {
    let (desks, _) = order::moderated(site);
    let aiko = site.program("aiko");
    let thread = aiko.thread(Lang::Ja, "製粉所", "一つ目の段落。\n\n二つ目の段落。");
    let reply = site.program("claire").reply(&thread, Lang::Fr, "Une réponse.", None);
    let put = json!({ "body": "A reply.", "based_on": 1, "revision": 0 });
    assert_eq!(site.program("aiko").put_slot(id(&reply, "text"), Lang::En, put).status, 200);
    let contest = format!("/en/translate/{}/en/contest", reply["text"]);
    let slot = |text: &serde_json::Value, lang: &str| format!("/en/translate/{text}/{lang}");
    let member = vec![
        "/en/t/new".to_owned(),
        format!("/en/t/{}", thread["id"]),
        format!("/en/t/{}/reply", thread["id"]),
        format!("/en/p/{}/edit", thread["post"]),
        format!("/en/p/{}/flag", reply["id"]),
        slot(&thread["text"], "fr"),
        format!("{}?view=whole", slot(&thread["text"], "en")),
        contest.clone(),
        "/en/settings".to_owned(),
        "/en/settings/account".to_owned(),
    ];
    let (members, moderators) = assemblies(site);
    let member = member.into_iter().chain(members).collect();
    site.sign_in("claire").submit(&contest, &contest, &[("passage", "A reply."), ("reason", "not so"), ("revision", "1")]);
    let mut desk: Vec<String> = desks.iter().filter(|d| !d.contains("/acts/")).map(|d| format!("/en{d}")).collect();
    desk.extend(
        [
            "/en/privacy/edit",
            "/en/themes/new",
            "/en/themes/governance/curate",
            "/en/glossary/new",
            "/en/glossary/1",
            "/en/u/aiko",
            "/en/moderation/answers/1",
        ]
        .map(str::to_owned),
    );
    desk.extend(moderators);
    desk.extend([
        format!("/en/p/{}/edit", reply["id"]),
        slot(&reply["text"], "en"),
        format!("/en/t/{}/moderate", thread["id"]),
        format!("/en/t/{}/relocate", thread["id"]),
    ]);
    let edited = json!({ "body": "Une réponse, revue.", "revision": 1, "change": "meaning", "action": "publish" });
    assert_eq!(site.program("claire").put_slot(id(&reply, "text"), Lang::Fr, edited).status, 200);
    desk.push(format!("/en/p/{}/history", reply["id"]));
    let hidden = site.program("claire").reply(&thread, Lang::Fr, "Des mots cachés.", None);
    let hide = format!("/en/p/{}/moderate", hidden["id"]);
    assert_eq!(site.sign_in("mori").submit(&hide, &hide, &[("act", "hide"), ("reason", "r")]).status, 303);
    (member, desk)
}

/// Pages of consensus threads: for members, one who has proposed a statement among them; and for moderators.
fn assemblies(site: &Site) -> (Vec<String>, Vec<String>) {
    let (mori, people) = (site.program("mori"), assembly(site, [8, 8, 5]));
    let gathering = open(&mori, "Gathering", json!({}));
    let debate = open(&mori, "Debating", json!({}));
    pass(&mori, &debate, "debate");
    statement(&mori, &debate, "Meals are shared");
    let mine = json!({ "body": "食事は分かち合う。", "lang": "ja" });
    let mine = send(&site.program("aiko"), "POST", &format!("threads/{}/statements", debate["id"]), &mine);
    let to_pass = open(&mori, "Passing on", json!({}));
    // One in which everything is to be done: a wording to be checked, objections, a room to be struck, a synthesis to be declared.
    let hall = open(&mori, "Declaring", json!({}));
    pass(&mori, &hall, "debate");
    let divided = statement(&mori, &hall, "Time is never sold");
    say(&people, divided, [(8, 0, 0), (8, 0, 0), (0, 0, 5)]);
    let counted = json!({ "place": "Lyon", "date": "2026-11-20", "lang": "fr", "agree": 31 });
    let rooms = send(&mori, "POST", &format!("statements/{divided}/rooms"), &counted);
    pass(&mori, &hall, "propose");
    let of_hall = |what: &str| format!("threads/{}/{what}", hall["id"]);
    send(&mori, "PUT", &of_hall("synthesis"), &json!({ "body": "We heard each other.", "lang": "en" }));
    let ledger = mori.get(&format!("/api/v1/{}", of_hall("objections"))).value();
    let member = vec![
        format!("/en/t/{}/consensus", gathering["id"]),
        format!("/en/t/{}/consensus", debate["id"]),
        format!("/en/t/{}/statements", debate["id"]),
        format!("/en/s/{}/edit", mine["id"]),
    ];
    let desk = vec![
        format!("/en/t/{}/consensus", hall["id"]),
        format!("/en/t/{}/synthesis?write=yes", hall["id"]),
        format!("/en/t/{}/stage", to_pass["id"]),
        format!("/en/s/{divided}/settle"),
        format!("/en/s/{divided}/edit"),
        format!("/en/s/{divided}/room"),
        format!("/en/s/{divided}/room?strike={}", rooms["items"][0]["id"]),
        format!("/en/objections/{}", ledger["items"][0]["id"]),
    ];
    (member, desk)
}

both! {
    fn p6_every_form_keeps_every_word_in_every_refusal(site) {
        let site = site.people();
        let (member_pages, desk_pages) = world(&site);
        let act = site.letter("claire@example.org").link();
        let public = vec!["/en/join".to_owned()];
        let sent = |at: &Site, who: &str| if who.is_empty() { at.visitor() } else { at.sign_in(who) };
        let rest_of = Site::start(site.url.clone(), (*site.app.config).clone());
        let mut strict = (*site.app.config).clone();
        (strict.limits.posts_per_minute, strict.limits.saves_per_minute) = (1, 1);
        let strict = Site::start(site.url.clone(), strict);
        let mut met = BTreeSet::new();
        for (who, pages) in [("aiko", &member_pages), ("admin", &desk_pages), ("", &public), ("claire", &vec![act])] {
            let here = sent(&site, who);
            let all = forms(&here, pages);
            met.extend(all.iter().map(|f| f.action.split('?').next().unwrap().to_owned()));
            let as_typed = |_: &str, value: &str| value.to_owned();
            for form in &all {
                // The page is too old, or comes from elsewhere.
                let forged = form.send(&here, |name, value| if name == "csrf" { "x".into() } else { value.into() });
                assert_eq!(form.kept(&forged, "a token that does not fit"), 403);
                // The session has ended meanwhile.
                let gone = form.send(&site.visitor(), as_typed);
                assert!((400..500).contains(&form.kept(&gone, "the end of the session")), "{}", form.action);
                // Each field is too long by far.
                let typed: BTreeSet<&str> = form.typed.iter().map(|at| form.fields[*at].0.as_str()).collect();
                let long = form.send(&here, |name, value| if typed.contains(name) { format!("{value} {}", "l".repeat(50_001)) } else { value.into() });
                form.kept(&long, "a limit");
            }
            // Too much at once, at another process.
            let busy = here.at(&strict);
            let limited = all.iter().map(|form| form.kept(&form.send(&busy, as_typed), "too much at once")).filter(|s| *s == 429).count();
            assert!(who != "aiko" || limited > 0, "nobody was too fast");
            // Meanwhile threads were locked, posts hidden, texts edited, cases closed; or the server was started again.
            if who == "aiko" {
                let mori = site.sign_in("mori");
                let threads = member_pages.iter().filter_map(|p| p.strip_prefix("/en/t/")?.split_once('/'));
                for (thread, _) in threads.filter(|(_, page)| matches!(*page, "reply" | "consensus")) {
                    let path = format!("/en/t/{thread}/moderate");
                    assert_eq!(mori.submit(&path, &path, &[("act", "lock"), ("reason", "r")]).status, 303);
                }
            }
            let refused = all.iter().map(|form| form.kept(&form.send(&here.at(&rest_of), as_typed), "what happened meanwhile")).filter(|s| *s >= 400).count();
            assert!(who != "aiko" || refused > 0);
            // And once more: what was taken before is a conflict now.
            for form in &all {
                form.kept(&form.send(&here, as_typed), "itself");
            }
        }
        let source = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/web/mod.rs")).unwrap();
        let posting = source.lines().filter(|l| l.contains(".post(")).filter_map(|l| l.split("web::resource(\"").nth(1)?.split('"').next());
        let unmet: Vec<&str> = posting.filter(|route| !WORDLESS.contains(route) && !met.iter().any(|action| leads_to(action, route))).collect();
        assert!(unmet.is_empty(), "no form that is sent to {unmet:?} was filled in");
    }
}

/// Whether an address with its language is one of a route's.
fn leads_to(action: &str, route: &str) -> bool {
    let (own, parts): (Vec<&str>, Vec<&str>) = (action.split('/').skip(2).collect(), route.split('/').skip(1).collect());
    own.len() == parts.len() && parts.iter().zip(&own).all(|(part, own)| part.starts_with('{') || part == own)
}
