//! L1–L4: addresses, negotiation, marks of language, and no language special.

use crate::{both, support::Site};
use trialogue::domain::lang::Lang;

both! {
    fn l2_an_address_without_language_leads_to_the_readers(site) {
        let site = site.people();
        let visitor = |accept: &str| site.visitor().accepting(accept);
        for (accept, lang) in [("fr-CA", "fr"), ("ja-JP,en;q=0.5", "ja"), ("de, en;q=0.2, fr;q=0.9", "fr"), ("en;q=0, ja;q=0.1", "ja")] {
            let answer = visitor(accept).get("/threads?lang=fr");
            assert_eq!((answer.status, answer.header("location")), (302, format!("/{lang}/threads?lang=fr").as_str()));
            assert_eq!(answer.header("vary"), "Accept-Language, Cookie");
        }
        assert_eq!(visitor("de").get("/").header("location"), format!("/{}/", site.app.config.site.language));
        assert_eq!(visitor("fr").get("/en").header("location"), "/en/");
        let cookie = visitor("fr");
        cookie.set_cookie("lang", "ja");
        assert_eq!(cookie.get("/").header("location"), "/ja/");
    }

    fn l2_following_a_language_tab_is_remembered(site) {
        let visitor = site.visitor().accepting("fr");
        visitor.get_with("/en/threads", &[("Sec-Fetch-Site", "same-origin"), ("Referer", &format!("{}/fr/threads", site.base))]);
        assert_eq!(visitor.get("/").header("location"), "/en/");
        let style = visitor.get("/en/").attr("link[rel=stylesheet]", "href");
        let asset = visitor.get_with(&style, &[("Sec-Fetch-Site", "same-origin"), ("Referer", &format!("{}/ja/", site.base))]);
        assert_eq!((asset.status, asset.header("set-cookie"), visitor.get("/").header("location")), (200, "", "/en/"));
        let stranger = site.visitor().accepting("fr");
        stranger.get_with("/en/threads", &[("Sec-Fetch-Site", "cross-site"), ("Referer", "https://x.example/fr/")]);
        assert_eq!(stranger.get("/").header("location"), "/fr/");
    }

    fn l1_an_unknown_language_is_refused_with_what_is_accepted(site) {
        let answer = site.visitor().accepting("en").get("/de/threads");
        assert_eq!((answer.status, answer.lang()), (404, "en".to_owned()));
        for lang in ["/fr", "/en", "/ja"] {
            assert!(answer.body.contains(lang));
        }
    }

    fn every_page_links_its_siblings_and_its_canonical_address(site) {
        let site = site.people();
        let thread = site.program("claire").thread(Lang::Fr, "Titre", "x");
        for page in ["/fr/".to_owned(), "/en/themes/governance".into(), format!("/ja/t/{}", thread["id"])] {
            let answer = site.visitor().open(&page);
            assert_eq!(answer.attrs("link[rel=alternate][hreflang]", "hreflang"), ["fr", "en", "ja", "x-default"], "{page}");
            assert_eq!(answer.header("content-language"), answer.lang());
            for href in answer.attrs("link[rel=alternate][hreflang]", "href") {
                assert!(href.starts_with(&site.base), "{href}");
                assert_eq!(site.visitor().open(href.strip_prefix(&site.base).unwrap()).status, 200);
            }
        }
    }

    fn l3_a_foreign_passage_carries_its_language_wherever_it_stands(site) {
        let site = site.people();
        let thread = site.program("aiko").thread(Lang::Ja, "山あいのバス", "本文です。");
        let visitor = site.visitor();
        let page = visitor.open(&format!("/fr/t/{}", thread["id"]));
        assert_eq!((page.attr("h1", "lang"), page.attr("article .text", "lang")), ("ja".into(), "ja".into()));
        let own = visitor.open(&format!("/ja/t/{}", thread["id"]));
        assert_eq!(own.attrs("h1[lang], article .text[lang]", "lang"), Vec::<String>::new());
        for list in ["/fr/", "/fr/threads", "/fr/themes/governance"] {
            assert_eq!(visitor.get(list).attr(".rows h3", "lang"), "ja", "{list}");
        }
        assert!(page.attrs("nav.langs [lang]", "lang").iter().eq(["fr", "en", "ja"].iter()));
    }

    fn french_spacing_is_added_at_display_only_and_only_to_french(site) {
        let site = site.people();
        let claire = site.program("claire");
        let thread = claire.thread(Lang::Fr, "Quoi ?", "Ah ! `a ? b` https://example.org/x");
        claire.reply(&thread, Lang::En, "Odd !", None);
        assert_eq!(thread["title"], "Quoi ?");
        assert_eq!(thread["body"], "Ah ! `a ? b` https://example.org/x");
        let page = site.visitor().open(&format!("/ja/t/{}", thread["id"]));
        assert!(page.body.contains("Quoi\u{202F}?") && page.body.contains("Ah\u{202F}!") && page.body.contains("<code>a ? b</code>") && page.body.contains("Odd !"));
    }

    fn japanese_emphasis_is_bold_and_titles_break_between_phrases(site) {
        let site = site.people();
        let thread = site.program("aiko").thread(Lang::Ja, "山あいのバスを、住民が走らせる", "**強調。**です");
        let page = site.visitor().open(&format!("/fr/t/{}", thread["id"]));
        assert!(page.body.contains("<strong>強調。</strong>です"));
        assert!(page.body.contains("山あいの<wbr>バスを、<wbr>住民が<wbr>走らせる"));
    }
}

/// Negotiation, first start and fallback, with each of the three as the site's language.
#[test]
fn l1_no_language_is_special() {
    for lang in Lang::THREE {
        let site = Site::with("x", |c| c.site.language = lang.to_string()).people();
        assert_eq!(site.visitor().accepting("de").get("/").header("location"), format!("/{lang}/"));
        assert_eq!(site.visitor().accepting("de").get("/nowhere").lang(), lang.as_str());
        for other in Lang::THREE {
            let thread = site.program("tom").thread(other, "Title", "Body");
            for page in Lang::THREE {
                let shown = site.visitor().open(&format!("/{page}/t/{}", thread["id"]));
                assert_eq!((shown.status, shown.text("h1"), shown.lang()), (200, "Title".to_owned(), page.to_string()));
            }
        }
    }
}
