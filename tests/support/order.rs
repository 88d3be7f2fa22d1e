//! A forum in which moderators and administrators have something to do, and the pages on which they do it.

use super::{PASSWORD, Site, id};
use trialogue::domain::{account::Role, lang::Lang};

/// Fills a forum with a case of each kind, a moved post, a prepared answer, somebody suspended, letters; returns pages
/// for `admin`, and for everybody.
pub fn moderated(site: &Site) -> (Vec<String>, Vec<String>) {
    site.person("admin", Role::Admin, Lang::En);
    site.newcomer("nina", Lang::Fr);
    let (tom, admin) = (site.program("tom"), site.sign_in("admin"));
    let thread = tom.thread(Lang::En, "A thread with something to settle", "The opening.");
    let other = site.program("aiko").thread(Lang::Ja, "山あいのバス", "最初の投稿。");
    let rude = tom.reply(&thread, Lang::En, "Rude words, and more of them.", None);
    let moved = tom.reply(&thread, Lang::En, "This belongs elsewhere.", None);
    let shown = tom.reply(&thread, Lang::En, "This was settled.", None);
    site.program("nina").reply(&thread, Lang::Fr, "Un premier message qui attend.", None);
    for (handle, kind) in [("aiko", "hurtful"), ("claire", "spam")] {
        let flag = format!("/en/p/{}/flag", rude["id"]);
        site.sign_in(handle).submit(&flag, &flag, &[("kind", kind), ("words", "ひどい言葉だと思います。"), ("lang", "ja")]);
    }
    let answers = [("lang", "fr"), ("title", "Ton"), ("body", "Restez courtois, s’il vous plaît.")];
    admin.submit("/en/moderation/answers", "/en/moderation/answers", &answers);
    let hide = format!("/en/p/{}/moderate", shown["id"]);
    admin.submit(&hide, &hide, &[("act", "hide"), ("canned", "1"), ("reason", "second line")]);
    let relocate = format!("/en/t/{}/relocate", thread["id"]);
    let to = other["id"].to_string();
    admin.submit(&relocate, &relocate, &[("what", "move"), ("numbers", "3"), ("to", &to), ("reason", "its own subject")]);
    let act = site.letter("tom@example.org").link();
    let tom_signed_in = site.sign_in("tom");
    tom_signed_in.submit(&act, &act, &[("lang", "en"), ("words", "I did not mean it that way.")]);
    let person = "/en/u/tom/moderate";
    admin.submit(person, person, &[("act", "note"), ("note", "second time this month")]);
    admin.submit(person, person, &[("act", "suspend"), ("term", "7"), ("reason", "heat")]);
    admin.submit("/en/invitations", "/en/invitations", &[("email", "lise@example.org"), ("lang", "fr")]);
    let ask = [("handle", "hana"), ("email", "hana@example.org"), ("password", PASSWORD), ("lang", "ja"), ("agree", "yes")];
    site.visitor().submit("/en/join", "/en/join", &ask);
    let rest = |path: &str| path.strip_prefix("/en").or_else(|| path.strip_prefix("/ja")).unwrap_or(path).to_owned();
    let confirm = rest(&site.letter("hana@example.org").link());
    let cases = admin.get("/en/moderation").attrs(".cases h3 a", "href").into_iter().map(|c| rest(&c));
    let mut desks: Vec<String> = cases.collect();
    desks.extend(
        [
            "/moderation",
            "/moderation/log",
            "/moderation/answers",
            "/moderation/answers/1",
            "/u/tom/moderate",
            "/u/tom",
            "/invitations",
            "/admin",
            "/admin/people",
            "/admin/mail",
            "/admin/mail?which=sent",
            "/licence/edit",
            "/settings/account",
            "/settings/data",
            "/notifications",
        ]
        .map(str::to_owned),
    );
    desks.push(rest(&relocate));
    desks.push(rest(&act));
    desks.push(format!("/p/{}/flag", id(&rude, "id")));
    desks.push(format!("/p/{}/moderate", id(&shown, "id")));
    desks.push(format!("/t/{}", id(&thread, "id")));
    let public = [
        "/join",
        "/join?sent=1",
        "/join?waits=1",
        "/digest",
        "/digest?sent=yes",
        "/reset",
        "/reset?sent=1",
        "/licence",
        "/privacy",
        "/login",
    ]
    .map(str::to_owned);
    let mut public: Vec<String> = public.into();
    public.push(confirm);
    let _ = id(&moved, "id");
    (desks, public)
}
