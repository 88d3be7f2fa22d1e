//! U3 and part F of the catalogue: one's own data, given and removed; what is kept only for a while.

use crate::{
    both,
    support::{Answer, PASSWORD, Site, Visitor},
};
use chrono::TimeDelta;
use serde_json::json;
use trialogue::{
    domain::{account::Role, lang::Lang},
    forum, jobs, store,
};

const NAME: &str = "Canaria Zwitscher";

/// Somebody with a name that stands nowhere else, who has done a little of everything.
fn canary(site: &Site) -> (Visitor, serde_json::Value) {
    site.person("kanarienvogel", Role::Participant, Lang::En);
    let (bird, program) = (site.sign_in("kanarienvogel"), site.program("kanarienvogel"));
    let form = [
        ("display_name", NAME),
        ("organisation", "Orgazwitscher"),
        ("territory", "Terrazwitscher"),
        ("reads", "en"),
        ("writes", "en"),
        ("zone", "UTC"),
    ];
    assert_eq!(bird.submit("/en/settings", "/en/settings", &form).status, 303);
    let thread = program.thread(Lang::En, "Zwitschertitle", "zwitscherbody");
    let claire = site.program("claire");
    let hers = claire.thread(Lang::Fr, "Le sien", "texte");
    let put = json!({ "title": "Zwitschertranslation", "body": "zwitschertext", "based_on": 1, "revision": 0 });
    assert_eq!(program.put_slot(hers["text"].as_i64().unwrap(), Lang::En, put).status, 200);
    program.reply(&hers, Lang::En, "zwitscherreply", None);
    let flag = format!("/en/p/{}/flag", hers["post"]);
    bird.submit(&flag, &flag, &[("kind", "spam"), ("words", "zwitscherflag"), ("lang", "en")]);
    bird.submit("/en/reset", "/en/reset", &[("handle", "kanarienvogel")]);
    site.deliver();
    bird.submit("/en/settings/account", "/en/settings/address", &[("current", PASSWORD), ("email", "zwitscher@example.org")]);
    site.deliver();
    let (key, said) = ("kanarienvogel@example.org", "5.1.1 <kanarienvogel@example.org> no such user");
    site.app.db.write_now(|conn| store::bounces::note(conn, key, "letter", said, site.now())).unwrap();
    (bird, thread)
}

pub fn erase(visitor: &Visitor, contributions: &str) -> Answer {
    visitor.submit("/en/settings/data", "/en/settings/erase", &[("current", PASSWORD), ("contributions", contributions), ("sure", "yes")])
}

/// Every byte that the forum keeps: database files on SQLite, every row on PostgreSQL, and the letters in the folder.
fn everything(site: &Site) -> String {
    let mut all = String::new();
    let mut files: Vec<std::path::PathBuf> = std::fs::read_dir(&site.mail.0).unwrap().map(|f| f.unwrap().path()).collect();
    match site.url.strip_prefix("sqlite://") {
        Some(file) => files.extend(["", "-wal", "-shm"].map(|end| std::path::PathBuf::from(format!("{file}{end}")))),
        None => all.push_str(&crate::support::postgres::dump(&site.url)),
    }
    for file in files {
        all.push_str(&file.display().to_string());
        all.push_str(&String::from_utf8_lossy(&std::fs::read(&file).unwrap_or_default()));
    }
    all
}

both! {
    fn r_t58_an_export_holds_everything_of_ones_own_and_nothing_of_anybody_else(site) {
        let site = site.people();
        let (bird, _) = canary(&site);
        let mori = site.sign_in("mori");
        let person = "/en/u/kanarienvogel/moderate";
        mori.submit(person, person, &[("act", "note"), ("note", "a moderator's note")]);
        let wrong = bird.submit("/en/settings/data", "/en/settings/export", &[("current", "not this one"), ("format", "json")]);
        assert_eq!((wrong.status, wrong.count(".field-err")), (422, 1), "the password is asked once more");
        let json = bird.submit("/en/settings/data", "/en/settings/export", &[("current", PASSWORD), ("format", "json")]);
        assert_eq!((json.status, json.header("cache-control"), json.header("content-disposition").contains("attachment")), (200, "private, no-store", true));
        let value = json.value();
        for (section, word) in [("account", NAME), ("account", "kanarienvogel@example.org"), ("texts", "zwitscherbody"), ("texts", "zwitschertext"),
            ("texts", "zwitscherreply"), ("reports", "zwitscherflag"), ("security", "sign-in"), ("letters", "reset"), ("sessions", "created_at")] {
            assert!(value[section].to_string().contains(word), "{section} {word}: {}", value[section]);
        }
        for other in ["claire@example.org", "mori", "a moderator's note", "texte"] {
            assert!(!json.body.contains(other), "{other}");
        }
        for lang in Lang::THREE {
            let page = bird.submit("/en/settings/data", &format!("/{lang}/settings/export"), &[("current", PASSWORD), ("format", "page")]);
            assert!(page.status == 200 && page.body.contains("zwitscherreply") && !page.body.contains("accounts-export"), "{lang}");
            assert!(!page.text("main").contains(&format!("{}T", site.now().date())) && !page.text("main").contains("true"), "{lang}: dates and choices in words");
        }
        assert_eq!(site.visitor().get("/en/settings/data").status, 303);
    }

    fn r_t59_erasing_leaves_no_byte_of_the_person_and_keeps_contributions_as_they_chose(site) {
        let site = site.people();
        let (bird, thread) = canary(&site);
        assert!(everything(&site).contains("zwitscher@example.org"), "the test can fail");
        let unsure = bird.submit("/en/settings/data", "/en/settings/erase", &[("current", PASSWORD), ("contributions", "keep")]);
        assert_eq!((unsure.status, unsure.attr("input[value=keep][checked]", "name")), (422, "contributions".to_owned()));
        let gone = erase(&bird, "keep");
        assert_eq!((gone.status, gone.text("h1")), (200, "Your account is removed".to_owned()));
        assert_eq!(bird.get("/en/settings").status, 303);
        let left = everything(&site);
        for word in [NAME, "kanarienvogel", "zwitscher@example.org", "Orgazwitscher", "Terrazwitscher", "zwitscherflag"] {
            assert!(!left.contains(word), "{word} is left");
        }
        let page = site.visitor().open(&format!("/en/t/{}", thread["id"]));
        assert!(page.body.contains("zwitscherbody") && page.text("article .author") == "former participant", "{}", page.text("article .author"));
        assert_eq!(site.visitor().get(&format!("/api/v1/threads/{}", thread["id"])).value()["author"], serde_json::Value::Null);
        for path in ["/en/u/kanarienvogel", "/en/u/~5"] {
            assert_eq!(site.visitor().get(path).status, 404);
        }
        let sign_in = site.visitor().submit("/en/login", "/en/login", &[("handle", "kanarienvogel"), ("password", PASSWORD)]);
        assert_eq!(sign_in.status, 422);
    }

    fn u3_contributions_go_too_where_the_person_says_so_and_what_others_wrote_stays(site) {
        let site = site.people();
        let (bird, thread) = canary(&site);
        let answered = site.program("kanarienvogel").thread(Lang::En, "Zwitscheranswered", "zwitscherquestion");
        site.program("tom").reply(&answered, Lang::En, "my answer stays", None);
        assert_eq!(erase(&bird, "remove").status, 200);
        let left = everything(&site);
        for word in ["zwitscher", "Zwitscher", "kanarienvogel", NAME] {
            assert!(!left.contains(word), "{word} is left");
        }
        assert_eq!(site.visitor().open(&format!("/en/t/{}", thread["id"])).status, 404, "nobody else was in it");
        let page = site.visitor().open(&format!("/en/t/{}", answered["id"]));
        assert!(page.status == 200 && page.body.contains("my answer stays") && page.count(".gone") == 1);
        assert!(site.visitor().open("/en/threads").body.contains("Le sien"), "a translation that went leaves the original");
        assert_eq!(site.read(store::themes::counts), site.read(store::themes::recount));
    }

    fn the_last_administrator_stays_and_is_told_why(site) {
        let site = site.people().administrator();
        let admin = site.sign_in("admin");
        let refused = erase(&admin, "keep");
        assert!(refused.status == 422 && refused.text(".field-err").contains("last administrator"));
        assert_eq!(admin.open("/en/admin").status, 200);
        site.person("second", Role::Admin, Lang::Fr);
        assert_eq!(erase(&admin, "keep").status, 200);
    }

    fn r_t60_what_is_kept_for_a_while_goes_when_its_time_has_come(site) {
        let site = site.people();
        let run = || site.app.db.write_now(|conn| forum::retention::run(conn, site.now())).unwrap();
        let ask = [("handle", "later"), ("email", "later@example.org"), ("password", PASSWORD), ("lang", "en"), ("agree", "yes")];
        site.visitor().submit("/en/join", "/en/join", &ask);
        site.visitor().submit("/en/reset", "/en/reset", &[("handle", "tom")]);
        site.sign_in("tom");
        site.deliver();
        let kept = run();
        assert_eq!((kept.joins, kept.letters, kept.security_lines), (0, 0, 0));
        site.wait(TimeDelta::days(8));
        let week = run();
        assert_eq!((week.joins, week.links, week.letters), (1, 1, 0));
        assert!(week.networks_shortened > 0);
        let lines = site.read(|conn| store::security::lines(conn, 2, 10));
        assert!(lines.iter().all(|l| l.network == "127.0.…"), "{lines:?}");
        site.wait(TimeDelta::days(24));
        assert_eq!(run().letters, 2);
        site.wait(TimeDelta::days(160));
        assert!(run().security_lines > 0);
        assert_eq!(run(), forum::retention::Removed::default(), "twice is once");
        let _ = jobs::Job::Retention;
    }
}
