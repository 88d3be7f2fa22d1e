//! T12, R-T33, R-T34, R-T35: words that somebody may not read, in every field and slot, looked for at every exit by everybody.

use crate::{
    both,
    support::{PASSWORD, Site, Visitor, id},
};
use serde_json::{Value, json};
use std::{collections::BTreeSet, path::Path};
use trialogue::{domain::lang::Lang, forum, store};

/// Every route of pages and JSON, with the queries that show more of it. A route that is not here fails the test, so
/// that whoever adds one says how it is crawled. `{…}` is filled with everything that there is.
const ROUTES: &[(&str, &[&str])] = &[
    ("/", &[""]),
    (
        "/threads",
        &["", "?sort=new", "?lang=en", "?state=open", "?theme=governance", "?kind=discussion", "?new=yes", "?readable=no", "?answered=no"],
    ),
    ("/t/new", &["", "?theme=governance"]),
    ("/t/{thread}", &["", "?show=all", "?show=original", "?view=flat", "?terms={post}", "?show=all&post={post}"]),
    ("/t/{thread}/side", &["?langs=fr&langs=ja", "?langs=en&langs=fr&langs=ja"]),
    ("/t/{thread}/sheet", &["?langs=en&langs=fr"]),
    ("/t/{thread}/reply", &["", "?parent={post}"]),
    ("/t/{thread}/moderate", &[""]),
    ("/t/{thread}/relocate", &["", "?numbers=2"]),
    ("/t/{thread}/consensus", &["", "?statement={statement}"]),
    ("/t/{thread}/consensus/sheet", &[""]),
    ("/t/{thread}/consensus.md", &[""]),
    ("/t/{thread}/experiences", &[""]),
    ("/t/{thread}/statements", &["", "?from={post}"]),
    ("/t/{thread}/stage", &[""]),
    ("/t/{thread}/synthesis", &["", "?write=yes"]),
    ("/t/{thread}/agreed", &[""]),
    ("/t/{thread}/unread", &[""]),
    ("/t/{thread}/read", &[""]),
    ("/t/{thread}/watch", &[""]),
    ("/feed.atom", &["", "?lang=en"]),
    ("/t/{thread}/feed.atom", &[""]),
    ("/t/{thread}/thread.txt", &[""]),
    ("/themes/{slug}/feed.atom", &[""]),
    ("/unread", &["", "?after={thread}"]),
    ("/drafts", &[""]),
    ("/mentions", &["?q=t", "?q=x"]),
    ("/attachments", &[""]),
    ("/p/{post}", &["", "?view=flat"]),
    ("/p/{post}/edit", &[""]),
    ("/p/{post}/history", &["", "?lang=fr", "?lang=ja", "?lang=en&from=1&to=2"]),
    ("/p/{post}/moderate", &[""]),
    ("/p/{post}/flag", &["", "?sent=1"]),
    ("/p/{post}/react", &[""]),
    ("/consensus", &[""]),
    ("/summaries/{text}", &[""]),
    ("/s/{statement}", &[""]),
    ("/s/{statement}/position", &[""]),
    ("/s/{statement}/positions", &[""]),
    ("/s/{statement}/settle", &[""]),
    ("/s/{statement}/edit", &[""]),
    ("/s/{statement}/check", &[""]),
    ("/s/{statement}/room", &["", "?strike=1"]),
    ("/objections/{objection}", &[""]),
    ("/declarations", &["", "?before=99"]),
    ("/declarations/feed.atom", &[""]),
    ("/declarations/{declaration}", &[""]),
    ("/moderation", &["", "?kind=flag", "?kind=held"]),
    ("/moderation/log", &[""]),
    ("/moderation/answers", &[""]),
    ("/moderation/answers/{answer}", &[""]),
    ("/moderation/{case}", &[""]),
    ("/moderation/{case}/note", &[""]),
    ("/admin", &[""]),
    ("/admin/people", &["", "?q=a"]),
    ("/admin/mail", &["", "?which=sent"]),
    ("/admin/letters", &[""]),
    ("/admin/letters/{kind}/{target}", &[""]),
    ("/acts/{act}", &[""]),
    ("/licence", &[""]),
    ("/licence/edit", &[""]),
    ("/privacy", &[""]),
    ("/privacy/edit", &[""]),
    ("/translate", &["", "?into=all", "?into=all&wait=review", "?into=fr&sort=shortest", "?thread={thread}&into=all"]),
    ("/translate/coverage", &["", "?theme=governance"]),
    ("/translate/fairness", &[""]),
    ("/translate/next", &["?into=fr", "?into=ja"]),
    ("/translate/{text}/{target}", &["", "?from=1", "?view=whole"]),
    ("/translate/{text}/{target}/history", &["", "?from=1&to=2"]),
    ("/translate/{text}/{target}/contest", &[""]),
    ("/translate/{text}/{target}/settle", &[""]),
    ("/translate/{text}/{target}/request", &[""]),
    ("/themes", &[""]),
    ("/themes/{slug}", &[""]),
    ("/themes/{slug}/watch", &[""]),
    ("/themes/{slug}/curate", &[""]),
    ("/themes/new", &[""]),
    ("/glossary", &["", "?q=a"]),
    ("/glossary/new", &[""]),
    ("/glossary/{term}", &[""]),
    ("/search", &["", "?q=words", "?q=mots&sort=new", "?q=from:tom", "?q=from:nina", "?q=lang:en", "?q=missing:ja"]),
    ("/notifications", &[""]),
    ("/digest", &["", "?thread={thread}"]),
    ("/digest/confirm/{token}", &[""]),
    ("/digest/manage/{token}", &[""]),
    ("/digest/manage/{token}/again", &[""]),
    ("/digests/feed.atom", &[""]),
    ("/digests/{period}", &[""]),
    ("/join", &["", "?sent=1"]),
    ("/join/confirm/{token}", &[""]),
    ("/join/invitation/{token}", &[""]),
    ("/invitations", &[""]),
    ("/reset", &["", "?sent=1"]),
    ("/reset/{token}", &[""]),
    ("/login", &["", "?next=/en/p/{post}"]),
    ("/logout", &[""]),
    ("/settings", &[""]),
    ("/settings/comfort", &[""]),
    ("/settings/letters", &[""]),
    ("/settings/letters/again", &[""]),
    ("/settings/account", &[""]),
    ("/settings/password", &[""]),
    ("/settings/address", &[""]),
    ("/settings/address/{token}", &[""]),
    ("/settings/sessions", &[""]),
    ("/settings/data", &[""]),
    ("/settings/export", &[""]),
    ("/settings/erase", &[""]),
    ("/settings/tokens", &[""]),
    ("/settings/tokens/{token}/delete", &[""]),
    ("/u/{handle}", &[""]),
    ("/u/{handle}/moderate", &[""]),
    ("/u/{handle}/rights", &[""]),
    // Without a language.
    ("/setup/{token}", &[""]),
    ("/unsubscribe/{token}", &[""]),
    ("/hooks/bounces", &[""]),
    ("/static/{name}", &[""]),
    ("/attachments/{name}", &[""]),
    ("/healthz", &[""]),
    ("/readyz", &[""]),
    ("/robots.txt", &[""]),
    ("/sitemap.xml", &["", "?part=1"]),
    // JSON
    ("/api/v1/me", &[""]),
    ("/api/v1/threads", &["", "?lang=fr", "?theme=governance", "?original=en"]),
    ("/api/v1/threads/{thread}", &["", "?lang=fr", "?lang=ja"]),
    ("/api/v1/threads/{thread}/posts", &["", "?lang=fr", "?lang=ja"]),
    ("/api/v1/consensus", &[""]),
    ("/api/v1/threads/{thread}/consensus", &["", "?lang=fr"]),
    ("/api/v1/threads/{thread}/tally", &[""]),
    ("/api/v1/threads/{thread}/stage", &[""]),
    ("/api/v1/threads/{thread}/experiences", &[""]),
    ("/api/v1/threads/{thread}/community", &[""]),
    ("/api/v1/threads/{thread}/synthesis", &["", "?lang=fr"]),
    ("/api/v1/threads/{thread}/statements", &["", "?lang=fr"]),
    ("/api/v1/threads/{thread}/objections", &[""]),
    ("/api/v1/threads/{thread}/declarations", &[""]),
    ("/api/v1/statements/{statement}/position", &[""]),
    ("/api/v1/statements/{statement}/translation-checked", &[""]),
    ("/api/v1/statements/{statement}/same", &[""]),
    ("/api/v1/statements/{statement}/rooms", &[""]),
    ("/api/v1/statements/{statement}/{act:accept|merge|decline}", &[""]),
    ("/api/v1/objections/{objection}/answer", &[""]),
    ("/api/v1/objections/{objection}/{act:withdraw|maintain}", &[""]),
    ("/api/v1/declarations/{declaration}", &[""]),
    ("/api/v1/texts/{text}/slots/{lang}", &[""]),
    ("/api/v1/texts/{text}/slots", &[""]),
    ("/api/v1/search", &["?q=words", "?q=mots", "?q=from:tom", "?q=from:nina&sort=new"]),
    ("/api/v1/queue", &["?into=fr", "?into=ja", "?thread={thread}"]),
    ("/api/v1/coverage", &["", "?theme=governance"]),
    ("/api/v1/themes", &["", "?lang=ja"]),
];

#[test]
fn r_t33_every_route_is_in_the_matrix() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut routes = BTreeSet::from(["/".to_owned()]);
    for (file, under) in [("src/web/mod.rs", ""), ("src/api/mod.rs", "/api/v1")] {
        let source = std::fs::read_to_string(root.join(file)).unwrap();
        for part in source.split("web::resource(\"").skip(1) {
            let route = part.split('"').next().unwrap();
            // The scope of the one-time address has its prefix elsewhere.
            let route = if route == "/{token}" { "/setup/{token}" } else { route };
            routes.insert(format!("{under}{route}"));
        }
    }
    let listed: BTreeSet<String> = ROUTES.iter().map(|(route, _)| (*route).to_owned()).collect();
    assert_eq!(routes, listed, "a route is missing in the matrix, or one in it is gone");
}

/// A post with words in its body, an earlier revision and two translations that begin with `mark`.
fn post(site: &Site, thread: &Value, author: &str, mark: &str, parent: Option<i64>) -> Value {
    let program = site.program(author);
    let post = program.reply(thread, Lang::En, &format!("{mark}old1 words"), parent);
    let edited = json!({ "body": format!("{mark}new2 words"), "revision": 1, "change": "meaning", "action": "publish", "note": format!("{mark}note3") });
    assert_eq!(program.put_slot(id(&post, "text"), Lang::En, edited).status, 200);
    translate(site, id(&post, "text"), mark, 2, "");
    post
}

fn translate(site: &Site, text: i64, mark: &str, based_on: i32, title: &str) {
    for (lang, word) in [(Lang::Fr, "fr4"), (Lang::Ja, "ja5")] {
        let put = json!({ "title": title, "body": format!("{mark}{word} mots"), "based_on": based_on, "revision": 0 });
        let answer = site.program("claire").put_slot(text, lang, put);
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
    // A contest, and a draft that is its author's alone.
    let aiko = site.sign_in("aiko");
    let form = format!("/ja/translate/{text}/ja/contest");
    aiko.submit(&form, &form, &[("passage", &format!("{mark}ja5")), ("reason", &format!("{mark}contest6")), ("revision", "1")]);
}

/// Ids of everything that a route can name.
#[derive(Default)]
pub struct There {
    pub threads: Vec<i64>,
    pub posts: Vec<i64>,
    pub texts: Vec<i64>,
    pub statements: Vec<i64>,
    pub objections: Vec<i64>,
    pub declarations: Vec<i64>,
    cases: Vec<i64>,
    acts: Vec<i64>,
    files: Vec<String>,
    /// Of the public issue.
    period: String,
}

/// Everything that somebody is shown, page after page, each below a line with its address.
pub fn crawl(visitor: &Visitor, program: Option<&Visitor>, there: &There) -> String {
    let mut all = String::new();
    for (route, queries) in ROUTES {
        for query in *queries {
            for path in filled(&format!("{route}{query}"), there) {
                let json = route.starts_with("/api/");
                let bare = json
                    || ["/setup", "/static", "/attachments/", "/healthz", "/readyz", "/robots", "/sitemap"]
                        .iter()
                        .any(|p| route.starts_with(p));
                let (who, path) = match (json, bare) {
                    (true, _) => (program.unwrap_or(visitor), path),
                    (false, true) => (visitor, path),
                    (false, false) => (visitor, format!("/en{path}")),
                };
                let answer = who.get(&path);
                assert!(answer.status < 500, "{path} {}", answer.status);
                assert!(
                    !answer.body.contains(|c: char| c.is_control() && !c.is_whitespace()),
                    "{path} shows a mark that was not filled in"
                );
                // Headers count: a slug in a redirect tells a title. Random letters of form tokens may say anything.
                all.push_str(&format!("\n== {path}\n{}\n{}", answer.header("location"), without_tokens(&answer.body)));
            }
        }
    }
    all
}

fn without_tokens(page: &str) -> String {
    let mut parts = page.split("name=\"csrf\" value=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once('"').map_or("", |(_, rest)| rest))
}

fn filled(pattern: &str, there: &There) -> Vec<String> {
    let numbers = |ids: &[i64]| ids.iter().map(i64::to_string).collect::<Vec<_>>();
    let words = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
    let mut paths = vec![pattern.to_owned()];
    for (hole, values) in [
        ("{thread}", numbers(&there.threads)),
        ("{post}", numbers(&there.posts)),
        ("{text}", numbers(&there.texts)),
        ("{statement}", numbers(&there.statements)),
        ("{objection}", numbers(&there.objections)),
        ("{declaration}", numbers(&there.declarations)),
        ("{case}", numbers(&there.cases)),
        ("{act}", numbers(&there.acts)),
        ("{act:accept|merge|decline}", words(&["accept"])),
        ("{act:withdraw|maintain}", words(&["maintain"])),
        ("{target}", words(&["fr", "ja"])),
        ("{lang}", words(&["fr", "en", "ja"])),
        ("{handle}", words(&["tom", "nina", "mori"])),
        ("{slug}", words(&["governance"])),
        ("{term}", words(&["1"])),
        ("{answer}", words(&["1"])),
        ("{token}", words(&["x"])),
        ("{period}", words(&[&there.period])),
        ("{kind}", words(&["welcome", "acted", "digest", "post", "review"])),
        ("{name}", there.files.clone()),
    ] {
        paths = paths
            .iter()
            .flat_map(|p| if p.contains(hole) { values.iter().map(|v| p.replace(hole, v)).collect() } else { vec![p.clone()] })
            .collect();
    }
    paths
}

both! {
    fn r_t33_nothing_that_somebody_may_not_read_leaves_by_any_exit(site) {
        let site = site.people().administrator();
        site.person("eve", trialogue::domain::account::Role::Participant, Lang::En);
        site.reviewer("eve", &Lang::THREE);
        site.newcomer("nina", Lang::En);
        let (tom, mori) = (site.program("tom"), site.sign_in("mori"));
        // Every post by letter.
        site.sign_in("aiko").submit("/en/settings/letters", "/en/settings/letters", &[("site", "all")]);
        let open = tom.thread(Lang::En, "An open thread", "everybody reads this, @claire");
        let hidden_thread = tom.thread(Lang::En, "Xhiddentitle", "xhiddenopening");
        translate(&site, id(&hidden_thread, "text"), "xunder", 1, "Xunderslot");
        let under = post(&site, &hidden_thread, "tom", "xunder", None);
        let hidden = post(&site, &open, "tom", "xhid", None);
        let deleted = post(&site, &open, "tom", "xdel", None);
        site.program("claire").reply(&open, Lang::Fr, "une réponse", Some(id(&deleted, "id")));
        let file = site.sign_in("tom").send_file("xhidseen", b"%PDF-1.7 xhidfile");
        let attached = site.program("tom").reply(&open, Lang::En, &file, None);
        let file = file.rsplit('/').next().unwrap().trim_end_matches(')').to_owned();
        let held = site.program("nina").reply(&open, Lang::En, "xheldreply", None);
        let held_thread = site.program("nina").thread(Lang::En, "Xheldtitle", "xheldopening");
        for post in [&hidden, &deleted, &under] {
            let flag = format!("/en/p/{}/flag", post["id"]);
            site.sign_in("eve").submit(&flag, &flag, &[("kind", "other"), ("words", "xflagwords"), ("lang", "en")]);
        }
        let act = |path: String, act: &str| assert_eq!(mori.submit(&path, &path, &[("act", act), ("reason", "a reason that all may read")]).status, 303, "{path}");
        act(format!("/en/p/{}/moderate", hidden["id"]), "hide");
        act(format!("/en/p/{}/moderate", attached["id"]), "hide");
        act(format!("/en/p/{}/moderate", deleted["id"]), "delete");
        act(format!("/en/t/{}/moderate", hidden_thread["id"]), "hide");
        let case = mori.get("/en/moderation").attr(".cases h3 a", "href");
        mori.submit(&case, &format!("{case}/note"), &[("note", "xnotewords")]);
        mori.submit("/en/u/tom/moderate", "/en/u/tom/moderate", &[("act", "note"), ("note", "xnotewords")]);
        mori.submit("/en/u/tom/moderate", "/en/u/tom/moderate", &[("act", "suspend"), ("term", "never"), ("reason", "a reason that all may read")]);
        let ask = [("handle", "xasking"), ("email", "xasking@example.org"), ("password", PASSWORD), ("lang", "en"), ("agree", "yes"), ("words", "xjoinwords")];
        site.visitor().submit("/en/join", "/en/join", &ask);
        site.deliver();
        // Somebody who took everything along.
        site.person("gone", trialogue::domain::account::Role::Participant, Lang::En);
        let theirs = site.program("gone").thread(Lang::En, "Xgonetitle", "xgonebody");
        translate(&site, id(&theirs, "text"), "xgone", 1, "Xgoneslot");
        site.program("claire").reply(&theirs, Lang::Fr, "une réponse aussi", None);
        let gone = site.sign_in("gone");
        assert_eq!(gone.submit("/en/settings/data", "/en/settings/erase", &[("current", PASSWORD), ("contributions", "remove"), ("sure", "yes")]).status, 200);

        let (texts, posts): (Vec<i64>, Vec<i64>) = [&open, &hidden_thread, &under, &hidden, &deleted, &attached, &held, &held_thread, &theirs]
            .iter()
            .map(|v| (id(v, "text"), v["post"].as_i64().unwrap_or_else(|| id(v, "id"))))
            .unzip();
        let threads = [&open, &hidden_thread, &held_thread, &theirs].map(|t| id(t, "id")).into();
        let run = trialogue::jobs::digests::run(&site.app, site.now(), false);
        assert_eq!(actix_web::rt::System::new().block_on(run).unwrap().public, 3);
        let period = trialogue::jobs::digests::public_schedule(&site.app.config).due(site.now()).unwrap().period.to_string();
        let there = There { threads, posts, texts, cases: (1..=5).collect(), acts: (1..=30).collect(), files: vec![file], period, ..There::default() };
        let secrets = ["xhid", "xdel", "xunder", "Xunder", "xhiddenopening", "Xhiddentitle", "xhiddentitle", "xflag", "xnote", "xjoin", "xasking", "xgone", "Xgone", "@example.org"];
        let moderator = crawl(&mori, Some(&site.program("mori")), &there);
        for mark in ["xhidnew2", "xdelnew2", "xundernew2", "xhidfr4", "xhidfile", "xheldopening", "xhiddenopening", "xflagwords", "xnotewords", "xhidcontest6"] {
            assert!(moderator.contains(mark), "the crawl finds {mark} for whoever may read it");
        }
        // A moderator is no administrator: addresses are not theirs.
        for secret in ["xgone", "Xgone", "tom@example.org", "nina@example.org", "xasking@example.org"] {
            assert!(!moderator.contains(secret), "{secret} to a moderator: {}", around(&moderator, secret));
        }
        for (who, visitor, program) in [
            ("a visitor", site.visitor(), None),
            ("a member", site.sign_in("aiko"), Some(site.program("aiko"))),
            ("a reviewer who flagged", site.sign_in("eve"), Some(site.program("eve"))),
            ("a translator of it", site.sign_in("claire"), Some(site.program("claire"))),
            ("its suspended author", site.sign_in("tom"), Some(site.program("tom"))),
            ("somebody new", site.sign_in("nina"), Some(site.program("nina"))),
        ] {
            let seen = crawl(&visitor, program.as_ref(), &there);
            assert!(seen.contains("everybody reads this"));
            let own = format!("{}@example.org", match who { "a member" => "aiko", "a reviewer who flagged" => "eve", "a translator of it" => "claire", "its suspended author" => "tom", _ => "nina" });
            let seen = seen.replace(&own, "");
            // A file stays its owner's, whatever becomes of the post that showed it.
            let seen = if who == "its suspended author" { seen.replace("%PDF-1.7 xhidfile", "") } else { seen };
            for secret in secrets {
                assert!(!seen.contains(secret), "{secret} to {who}: {}", around(&seen, secret));
            }
            for secret in ["xheldreply", "xheldopening", "Xheldtitle", "xheldtitle"] {
                assert_eq!(seen.contains(secret), who == "somebody new", "{secret} to {who}");
            }
        }
        // R-T34: letters too, whoever they went to.
        site.wait(chrono::TimeDelta::minutes(11));
        assert!(site.letters("aiko@example.org").iter().any(|l| l.text.contains("everybody reads this")), "letters at once are among them");
        for file in std::fs::read_dir(&site.mail.0).unwrap() {
            let letter = crate::support::mail::Letter::parse(&std::fs::read(file.unwrap().path()).unwrap());
            for secret in secrets.iter().filter(|s| !s.starts_with('@') && **s != "xasking") {
                assert!(!letter.text.contains(secret), "{secret} in a letter to {:?}", letter.to);
            }
        }
        let _ = forum::moderation::never();
    }

    fn r_t34_what_is_hidden_is_gone_at_once_and_back_at_once(site) {
        let site = site.people();
        let thread = site.program("tom").thread(Lang::En, "T", "x");
        let hidden = post(&site, &thread, "tom", "xhid", None);
        let there = There { threads: vec![id(&thread, "id")], posts: vec![id(&hidden, "id")], texts: vec![id(&hidden, "text")], period: "2026-W48".into(), ..There::default() };
        let aiko = site.sign_in("aiko");
        let mori = site.sign_in("mori");
        let path = format!("/en/p/{}/moderate", hidden["id"]);
        assert!(crawl(&aiko, None, &there).contains("xhidnew2"));
        mori.submit(&path, &path, &[("act", "hide"), ("reason", "r")]);
        assert!(!crawl(&aiko, None, &there).contains("xhid"));
        mori.submit(&path, &path, &[("act", "restore"), ("reason", "r")]);
        let back = crawl(&aiko, None, &there);
        assert!(back.contains("xhidnew2") && back.contains("xhidja5") && back.contains("xhidold1"), "exactly what was removed");
        let _ = store::outbox::standing;
    }
}

/// Where a word was found.
pub fn around(text: &str, word: &str) -> String {
    let at = text.find(word).unwrap_or_default();
    let path = text[..at].rfind("\n== ").map_or("", |i| text[i..].lines().nth(1).unwrap_or_default());
    let from = text.floor_char_boundary(at.saturating_sub(160));
    let to = text.floor_char_boundary((at + 80).min(text.len()));
    format!("{path}: …{}…", &text[from..to])
}
