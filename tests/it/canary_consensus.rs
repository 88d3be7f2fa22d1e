//! T12, C2, C3, C10, R-T33: what is hidden in consensus threads, or beneath them, looked for at every exit by everybody.

use crate::{
    both,
    canary::{There, around, crawl},
    support::{
        Site, Visitor,
        consensus::{open, pass, send, statement, take, translate},
        id,
        mail::Letter,
    },
};
use serde_json::{Value, json};
use trialogue::domain::{account::Role, lang::Lang};

/// A consensus thread that has declared, in words that begin with `words`; the reason of its first objection and the answer to its
/// second one are given. It points at posts of other threads, chooses words of them, quotes and cites the first.
fn convene(site: &Site, [words, reason, answer]: [&str; 3], sources: &[(i64, &str)]) -> Value {
    let (mori, tom) = (site.program("mori"), site.program("tom"));
    let thread = open(&mori, &format!("{words}title"), json!({ "body": format!("{words}opening") }));
    let of_thread = |what: &str| format!("threads/{}/{what}", thread["id"]);
    let go = |stage: &str| {
        let summed = json!({ "stage": stage, "summary": format!("{words}summary"), "lang": "en" });
        send(&mori, "POST", &of_thread("stage"), &summed);
    };
    for (post, _) in sources {
        send(&mori, "POST", &of_thread("experiences"), &json!({ "post": post }));
    }
    go("debate");
    for (post, said) in sources {
        let from = json!({ "body": format!("{words}proposal"), "lang": "en", "from_post": post, "from_words": said });
        send(&mori, "POST", &of_thread("statements"), &from);
    }
    let claim = statement(&mori, &thread, &format!("{words}claim"));
    let position = format!("statements/{claim}/position");
    send(&site.program("qspoken"), "PUT", &position, &json!({ "value": "agree", "lang": "en", "community": "en" }));
    for (who, reason, answer) in [("eve", reason, "We thought of that."), ("claire", "It costs too much.", answer)] {
        let objection = json!({ "value": "objection", "reason": reason, "lang": "en", "community": "en" });
        let raised = send(&site.program(who), "PUT", &position, &objection);
        send(&tom, "POST", &format!("objections/{}/answer", raised["objection"]), &json!({ "body": answer, "lang": "en" }));
    }
    let counted = json!({ "place": format!("{words}room"), "date": "2026-11-20", "lang": "fr", "agree": 9 });
    send(&mori, "POST", &format!("statements/{claim}/rooms"), &counted);
    go("propose");
    let (post, said) = sources[0];
    let body = format!("{words}synthesis\n\n> [!quote p{post}.1 en]\n> {said}\n\n[One story](/p/{post}), [one claim](/s/{claim}#open).");
    let text = id(&send(&mori, "PUT", &of_thread("synthesis"), &json!({ "body": body, "lang": "en" })), "text");
    for lang in [Lang::Fr, Lang::Ja] {
        translate(&mori, text, lang, &format!("{body} ({lang})"));
    }
    send(&mori, "POST", &of_thread("declarations"), &json!({ "outcome": "no-consensus", "reason": format!("{words}why") }));
    thread
}

/// Ids of everything in consensus threads.
fn everything(moderator: &Visitor, threads: &[&Value]) -> There {
    let of =
        |list: &Value, field: &str| -> Vec<i64> { list.as_array().into_iter().flatten().filter_map(|item| item[field].as_i64()).collect() };
    let mut there = There::default();
    for thread in threads {
        let get = |what: &str| moderator.get(&format!("/api/v1/threads/{}/{what}", thread["id"])).value();
        let (whole, posts) = (get("consensus"), get("posts")["items"].clone());
        there.threads.push(id(thread, "id"));
        there.posts.push(id(thread, "post"));
        there.posts.extend(of(&posts, "id"));
        there.texts.push(id(thread, "text"));
        there.texts.extend(of(&posts, "text").into_iter().chain(of(&whole["statements"], "text")));
        there.texts.extend(of(&whole["stages"], "summary").into_iter().chain(whole["synthesis"].as_i64()));
        there.statements.extend(of(&whole["statements"], "id"));
        there.objections.extend(of(&whole["objections"], "id"));
        there.declarations.extend(whole["declarations"].as_array().into_iter().flatten().filter_map(Value::as_i64));
    }
    there
}

both! {
    fn r_t33_nothing_hidden_leaves_a_consensus_thread_and_no_name_one_of_totals(site) {
        let site = site.people();
        for who in ["eve", "qspoken", "qsilent", "qobjects"] {
            site.person(who, Role::Participant, Lang::En);
        }
        let (tom, program, mori) = (site.program("tom"), site.program("mori"), site.sign_in("mori"));
        // Every post by letter.
        site.sign_in("aiko").submit("/en/settings/letters", "/en/settings/letters", &[("site", "all")]);
        let hall = tom.thread(Lang::En, "Xhidtitle", "xhidopening");
        let elsewhere = tom.thread(Lang::En, "An open thread", "everybody reads this");
        let source = tom.reply(&elsewhere, Lang::En, "xhidsource words", None);
        let sources = [(id(&source, "id"), "xhidsource words"), (id(&hall, "post"), "xhidopening")];
        let agora = convene(&site, ["plain", "xhidreason", "xhidanswer"], &sources);
        let cellar = convene(&site, ["xunder"; 3], &sources);
        let quiet = open(&program, "Totals", json!({ "names": "totals" }));
        pass(&program, &quiet, "debate");
        let kept = statement(&program, &quiet, "This stays among us");
        assert_eq!(take(&site.program("qsilent"), kept, json!({ "value": "agree", "lang": "en", "community": "en" })).status, 200);
        let objection = json!({ "value": "objection", "reason": "xhidquiet", "lang": "en", "community": "en" });
        let quietly = take(&site.program("qobjects"), kept, objection).value();

        let ledger = program.get(&format!("/api/v1/threads/{}/objections", agora["id"])).value()["items"].clone();
        let posts = [&source["id"], &ledger[0]["post"], &ledger[1]["answer"], &quietly["reason"]].map(|post| format!("/en/p/{post}/moderate"));
        let threads = [&hall, &cellar].map(|thread| format!("/en/t/{}/moderate", thread["id"]));
        for path in posts.iter().chain(&threads) {
            assert_eq!(mori.submit(path, path, &[("act", "hide"), ("reason", "a reason that all may read")]).status, 303, "{path}");
        }
        let there = everything(&program, &[&agora, &cellar, &quiet]);
        assert_eq!((there.declarations.len(), there.objections.len(), there.statements.len()), (2, 5, 7));

        let moderator = crawl(&mori, Some(&program), &there);
        for mark in [
            "xhidreason", "xhidanswer", "xhidsource", "xhidopening", "xhidquiet", "xunderopening", "xunderproposal", "xunderclaim", "xundersummary",
            "xunderroom", "xundersynthesis", "xunderwhy",
        ] {
            assert!(moderator.contains(mark), "the crawl finds {mark} for whoever may read it");
        }
        assert!(!moderator.contains("qsilent"), "totals are totals: {}", around(&moderator, "qsilent"));
        let secrets = ["xhid", "Xhid", "xunder", "qsilent"];
        for (who, visitor, program) in [
            ("a visitor", site.visitor(), None),
            ("a member", site.sign_in("aiko"), Some(site.program("aiko"))),
            ("who objected", site.sign_in("eve"), Some(site.program("eve"))),
            ("who answered, and wrote the source", site.sign_in("tom"), Some(tom)),
        ] {
            let seen = crawl(&visitor, program.as_ref(), &there);
            for mark in ["plainproposal", "plainclaim", "plainsummary", "plainroom", "plainsynthesis", "plainwhy", "qspoken"] {
                assert!(seen.contains(mark), "{mark} is there for {who}");
            }
            for secret in secrets {
                assert!(!seen.contains(secret), "{secret} to {who}: {}", around(&seen, secret));
            }
            // Where a post stood stays known; not that it was an objection.
            for page in seen.split("\n== ").filter(|page| page.lines().next().is_some_and(|path| path.contains("/consensus"))) {
                assert!(!page.contains("qobjects"), "qobjects to {who}: {}", around(page, "qobjects"));
            }
        }
        // R-T34: letters too, whoever they went to.
        site.wait(chrono::TimeDelta::minutes(11));
        assert!(site.letters("aiko@example.org").iter().any(|l| l.text.contains("everybody reads this")), "letters at once are among them");
        for file in std::fs::read_dir(&site.mail.0).unwrap() {
            let letter = Letter::parse(&std::fs::read(file.unwrap().path()).unwrap());
            for secret in ["xhid", "Xhid", "xunder"] {
                assert!(!letter.text.contains(secret), "{secret} in a letter to {:?}", letter.to);
            }
        }
    }
}
