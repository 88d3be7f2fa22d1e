//! U1: joining by a confirmed address, with a moderator's yes, by invitation; nothing tells which addresses are known.

use crate::{
    both,
    support::{Answer, PASSWORD, Site, Visitor},
};
use std::sync::atomic::Ordering;
use trialogue::{forum, store};

fn ask(visitor: &Visitor, handle: &str, email: &str, more: &[(&str, &str)]) -> Answer {
    let mut fields = vec![("handle", handle), ("email", email), ("password", PASSWORD), ("lang", "ja"), ("agree", "yes")];
    fields.extend(more);
    visitor.submit("/fr/login", "/fr/join", &fields)
}

/// Presses the button behind a link.
fn press(visitor: &Visitor, link: &str) -> Answer {
    visitor.submit(link, link, &[("password", PASSWORD)])
}

both! {
    fn u1_an_account_is_made_by_a_button_behind_a_letter_and_consent_is_kept(site) {
        let visitor = site.visitor();
        let asked = ask(&visitor, "さくら", "sakura@example.org", &[("display_name", "田中 さくら")]);
        assert_eq!((asked.status, asked.header("location")), (303, "/fr/join?sent=1"));
        assert!(visitor.get("/fr/join?sent=1").text("h1").contains("messagerie"));
        let letter = site.letter("sakura@example.org");
        assert_eq!((letter.content_language.as_str(), letter.auto_submitted.as_str()), ("ja", "auto-generated"));
        assert!(letter.subject.contains("メールアドレスの確認"), "{}", letter.subject);
        let link = letter.link();
        assert!(link.starts_with("/ja/join/confirm/"), "{link}");
        let page = visitor.get(&link);
        assert_eq!((page.status, page.header("referrer-policy"), page.header("cache-control")), (200, "no-referrer", "private, no-store"));
        assert!(site.read(|conn| forum::accounts::candidate(conn, "さくら")).is_none(), "opening the page makes nothing");
        assert_eq!(press(&visitor, &link).status, 303);
        assert_eq!(visitor.open("/ja/settings").status, 200, "signed in");
        let person = site.read(|conn| forum::accounts::candidate(conn, "sakura@example.org")).unwrap();
        assert_eq!((person.display_name.as_str(), person.writes.as_str(), person.confirmed_at), ("田中 さくら", "ja", None));
        let consent = site.read(|conn| store::joins::consents(conn, person.id)).remove(0);
        assert!(consent.wording.contains("CC BY-SA 4.0") && consent.wording.starts_with("J’accepte"), "{}", consent.wording);
        assert_eq!(consent.pages, "licence:fr:1 privacy:fr:1");
        assert_eq!(visitor.get(&link).status, 410, "a link serves once");
    }

    fn u1_a_request_that_somebody_else_made_with_one_s_address_opens_nothing(site) {
        let theirs = [("handle", "intruder"), ("email", "victim@example.org"), ("password", "the intruder's own words"), ("lang", "en"), ("agree", "yes")];
        assert_eq!(site.visitor().submit("/en/join", "/en/join", &theirs).status, 303);
        let (victim, link) = (site.visitor(), site.letter("victim@example.org").link());
        let refused = press(&victim, &link);
        assert_eq!((refused.status, refused.count(".field-err")), (422, 1), "whoever reads the letter does not know the password");
        assert!(site.read(|conn| forum::accounts::candidate(conn, "victim@example.org")).is_none());
    }

    fn r_t42_known_and_unknown_addresses_get_the_same_answer_after_exactly_one_hash(site) {
        let site = site.people();
        let hashes = || site.app.hashes.load(Ordering::Relaxed);
        let tell = |email: &str, handle: &str| {
            let (visitor, before) = (site.visitor(), hashes());
            let answer = ask(&visitor, handle, email, &[]);
            assert_eq!(hashes() - before, 1, "{email}");
            let names: Vec<String> = answer.headers.iter().map(|(n, _)| n.clone()).filter(|n| n != "date").collect();
            (answer.status, answer.header("location").to_owned(), answer.body, names)
        };
        assert_eq!(tell("tom@example.org", "nouveau"), tell("unknown@example.org", "nouvelle"));
        let known = site.letter("tom@example.org");
        assert!(known.subject.contains("already have an account") && known.link().ends_with("/en/reset"), "{}", known.text);
        assert!(site.letter("unknown@example.org").link().contains("/join/confirm/"));
        let reset = |typed: &str| {
            let (visitor, before) = (site.visitor(), hashes());
            let answer = visitor.submit("/fr/reset", "/fr/reset", &[("handle", typed)]);
            assert_eq!(hashes(), before, "{typed}");
            (answer.status, answer.header("location").to_owned(), answer.body)
        };
        assert_eq!(reset("aiko@example.org"), reset("nobody@example.org"));
        let sign_in = |handle: &str| {
            let (visitor, before) = (site.visitor(), hashes());
            let answer = visitor.submit("/fr/login", "/fr/login", &[("handle", handle), ("password", "not this one")]);
            assert_eq!(hashes() - before, 1, "{handle}");
            (answer.status, answer.texts(".errors"))
        };
        assert_eq!(sign_in("tom"), sign_in("nobody"));
        assert!(site.letters("nobody@example.org").is_empty());
    }

    fn r_t25_names_that_look_like_a_taken_or_reserved_one_are_taken(site) {
        let site = site.people();
        let forms = ["аiko", "ａｉｋｏ", "AIKO", "aİko", "aıko", "aiko ", "tоm", "Αdmin", "modérateur", "m\u{430}\u{456}ko", "clai\u{0261}e"];
        for (i, handle) in forms.iter().enumerate() {
            let answer = ask(&site.visitor(), handle, &format!("a{i}@example.org"), &[]);
            let taken = answer.status == 422 && answer.texts(".field-err").iter().any(|m| m.contains("déjà pris"));
            let free = ["m\u{430}\u{456}ko", "clai\u{0261}e"].contains(handle);
            assert_eq!(taken, !free, "{handle} {}", answer.status);
        }
        for handle in ["ai\u{200B}ko", "ai\u{202E}ko"] {
            assert_eq!(ask(&site.visitor(), handle, "zw@example.org", &[]).status, 422, "invisible characters");
        }
        for handle in ["田中さくら", "Éloïse", "はなkoち花"] {
            assert_eq!(ask(&site.visitor(), handle, "ok@example.org", &[]).status, 303, "{handle}");
        }
        assert_eq!(ask(&site.visitor(), "e\u{301}loi\u{308}se2", "nfd@example.org", &[]).status, 303, "NFD becomes NFC");
    }

    fn r_t26_addresses_are_normalised_then_checked_and_the_letter_goes_to_what_is_stored(site) {
        for email in ["a@@b.example", "a@b@c.example", "a\u{0}@", "a@b.example\r\nBcc: x@y.example", "\"a\"@b.example", "é@b.example", &format!("{}@b.example", "x".repeat(250))] {
            let answer = ask(&site.visitor(), "quelquun", email, &[]);
            assert_eq!((answer.status, answer.attr("#c-email", "value").is_empty()), (422, false), "{email:?}");
        }
        assert_eq!(ask(&site.visitor(), "aiko", "aiko＠例え.example", &[]).status, 303);
        assert_eq!(site.letter("aiko@xn--r8jz45g.example").to, ["aiko@xn--r8jz45g.example"]);
    }

    fn nothing_typed_is_lost_when_joining_is_refused(site) {
        let visitor = site.visitor();
        let fields = [("handle", "a b"), ("email", "x"), ("password", "short"), ("display_name", "森 あい"), ("lang", "en")];
        let refused = visitor.submit("/ja/join", "/ja/join", &fields);
        assert_eq!(refused.status, 422);
        for (field, value) in [("handle", "a b"), ("email", "x"), ("display_name", "森 あい"), ("password", "")] {
            assert_eq!(refused.attr(&format!("#c-{field}"), "value"), value);
        }
        assert_eq!(refused.count(".field-err"), 4, "handle, address, password, agreement: {:?}", refused.texts(".field-err"));
        assert_eq!(refused.attr("input[name=lang][checked]", "value"), "en");
    }

    fn a_handle_that_was_taken_meanwhile_is_asked_anew_on_the_same_link(site) {
        let (first, second) = (site.visitor(), site.visitor());
        ask(&first, "kodama", "one@example.org", &[]);
        ask(&second, "kodama", "two@example.org", &[]);
        let links = [site.letter("one@example.org").link(), site.letter("two@example.org").link()];
        assert_eq!(press(&first, &links[0]).status, 303);
        let refused = press(&second, &links[1]);
        assert_eq!((refused.status, refused.attr("#c-handle", "value")), (422, "kodama".to_owned()));
        assert_eq!(second.submit(&links[1], &links[1], &[("handle", "kodama2"), ("password", PASSWORD)]).status, 303);
        assert_eq!(second.get("/ja/u/kodama2").status, 200);
    }

    fn r_t52_one_address_gets_three_letters_a_day_whoever_asks(site) {
        for i in 0..5 {
            assert_eq!(ask(&site.visitor(), &format!("h{i}"), "much@example.org", &[]).status, 303, "the same answer");
        }
        // Each request replaces the one before: one letter has something to say at a time.
        assert_eq!(site.letters("much@example.org").len(), 1);
        assert_eq!(site.visitor().open(&site.letter("much@example.org").link()).status, 200);
        site.wait(chrono::TimeDelta::days(2));
        assert_eq!(ask(&site.visitor(), "h9", "much@example.org", &[]).status, 303);
        assert_eq!(site.letters("much@example.org").len(), 2);
    }

    fn r_t40_a_link_that_expired_while_the_form_was_open_is_refused(site) {
        let visitor = site.visitor();
        ask(&visitor, "tardive", "late@example.org", &[]);
        let link = site.letter("late@example.org").link();
        let token = visitor.open(&link).attr("input[name=csrf]", "value");
        site.wait(chrono::TimeDelta::hours(49));
        assert_eq!(visitor.post(&link, &[("csrf", &token), ("password", PASSWORD)]).status, 410);
        for forged in [format!("{}x", link), link[..link.len() - 1].to_owned(), link.replace("join/confirm", "reset"), link.replace("join/confirm", "settings/address")] {
            assert_eq!(visitor.get(&forged).status, 410, "{forged}");
        }
        assert!(site.read(|conn| forum::accounts::candidate(conn, "tardive")).is_none());
    }
}

#[test]
fn with_approval_a_moderator_lets_people_in_or_not() {
    for site in Site::each("approval", |c| c.site.registration = "approval".into()) {
        let site = site.people();
        let visitor = site.visitor();
        for (handle, email) in [("hana", "hana@example.org"), ("buy-now", "spam@example.org")] {
            assert_eq!(ask(&visitor, handle, email, &[("words", "合作社で働いています")]).status, 303);
            let link = site.letter(email).link();
            assert_eq!(press(&visitor, &link).header("location"), "/ja/join?waits=1");
        }
        let mori = site.sign_in("mori");
        let queue = mori.get("/ja/moderation?kind=join");
        assert_eq!(queue.count(".cases li"), 2);
        let case = |at: usize| queue.attrs(".cases h3 a", "href")[at].clone();
        let shown = mori.get(&case(0));
        assert!(shown.body.contains("合作社で働いています") && !shown.body.contains("hana@example.org"), "words, no address");
        assert_eq!(mori.submit(&case(0), &case(0), &[("decision", "admit")]).status, 303);
        let refused = mori.submit(&case(1), &case(1), &[("decision", "decline")]);
        assert_eq!((refused.status, refused.count(".field-err")), (422, 1), "why?");
        assert_eq!(mori.submit(&case(1), &case(1), &[("decision", "decline"), ("reason", "Publicité")]).status, 303);
        assert!(site.letter("hana@example.org").text.contains("hana") && site.letter("spam@example.org").text.contains("> Publicité"));
        assert_eq!(site.sign_in("hana").open("/ja/settings").status, 200);
        assert!(site.read(|conn| forum::accounts::candidate(conn, "buy-now")).is_none());
        assert_eq!(mori.get("/ja/moderation").count(".cases li"), 0);
        let log = |visitor: &Visitor| visitor.get("/fr/moderation/log").text("main");
        assert!(log(&mori).contains("demande d’inscription refusée") && log(&mori).contains("Publicité"));
        assert!(!log(&site.visitor()).contains("Publicité"), "the moderators' business");
    }
}

#[test]
fn by_invitation_only_the_invited_join_once() {
    for site in Site::each("invite", |c| c.site.registration = "invite".into()) {
        let site = site.people();
        let stranger = site.visitor();
        assert_eq!(stranger.get("/en/join").status, 403);
        assert_eq!(ask(&stranger, "stranger", "s@example.org", &[]).status, 403);
        assert_eq!(stranger.get("/en/").count("a[href='/en/join']"), 0, "nothing leads there");
        let mori = site.sign_in("mori");
        assert_eq!(mori.submit("/fr/invitations", "/fr/invitations", &[("email", "lise@example.org"), ("lang", "fr")]).status, 303);
        assert_eq!(site.sign_in("tom").get("/fr/invitations").status, 403);
        let letter = site.letter("lise@example.org");
        assert!(letter.subject.contains("mori vous invite"), "{}", letter.subject);
        let page = stranger.get(&letter.link());
        assert_eq!((page.attr("#c-email", "value"), page.header("referrer-policy")), ("lise@example.org".to_owned(), "no-referrer"));
        let token = page.attr("input[name=invitation]", "value");
        assert_eq!(ask(&stranger, "lise", "lise@example.org", &[("invitation", &token)]).status, 303);
        assert_eq!(press(&stranger, &site.letter("lise@example.org").link()).status, 303);
        assert_eq!(stranger.open("/fr/settings").status, 200);
        assert_eq!(site.visitor().get(&letter.link()).status, 410, "used");
        assert_eq!(ask(&site.visitor(), "lise2", "other@example.org", &[("invitation", &token)]).status, 410);
        mori.submit("/fr/invitations", "/fr/invitations", &[("email", "gone@example.org"), ("lang", "en")]);
        let link = site.letter("gone@example.org").link();
        let id = mori.get("/fr/invitations").attr("button[name=revoke]", "value");
        assert_eq!(mori.submit("/fr/invitations", "/fr/invitations", &[("revoke", &id)]).status, 303);
        assert_eq!(site.visitor().get(&link).status, 410, "taken back");
        assert!(mori.get("/en/moderation/log").text("main").contains("invitation taken back"));
    }
}

#[test]
fn r_t43_a_forged_header_moves_no_limit() {
    let site = Site::with("limits join", |c| c.limits.sign_ins = 1);
    let visitor = site.visitor();
    let token = visitor.get("/en/reset").attr("input[name=csrf]", "value");
    let ask = |i: usize| {
        let from = format!("203.0.113.{i}");
        let headers = [("X-Forwarded-For", from.as_str()), ("X-Real-IP", from.as_str()), ("Forwarded", "for=198.51.100.9")];
        visitor.post_with("/en/reset", &[("csrf", &token), ("handle", &format!("n{i}"))], &headers).status
    };
    let answers: Vec<u16> = (0..12).map(ask).collect();
    assert_eq!((&answers[..10], &answers[10..]), (&[303; 10][..], &[429; 2][..]), "ten times what one account may");
}
