//! Addresses of pages. Every link is made here.

use crate::domain::{lang::Lang, page::SitePage, thread};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// `/fr/t/12-some-slug`; the slug comes from the original title and may be absent.
pub fn thread(lang: Lang, id: i64, original_title: &str) -> String {
    let slug = thread::slug(original_title);
    let dash = if slug.is_empty() { "" } else { "-" };
    format!("/{lang}/t/{id}{dash}{}", encode(&slug))
}

/// The first post of a thread that its reader has not read.
pub fn unread(lang: Lang, thread: i64) -> String {
    format!("/{lang}/t/{thread}/unread")
}

pub fn post(lang: Lang, id: i64) -> String {
    format!("/{lang}/p/{id}")
}

/// Where a statement stands in its thread.
pub fn statement(lang: Lang, id: i64) -> String {
    format!("/{lang}/s/{id}")
}

/// The statements, positions and synthesis of a consensus thread.
pub fn consensus(lang: Lang, thread: i64) -> String {
    format!("/{lang}/t/{thread}/consensus")
}

/// The synthesis of a consensus thread.
pub fn synthesis(lang: Lang, thread: i64) -> String {
    format!("/{lang}/t/{thread}/synthesis")
}

/// One statement on that page.
pub fn stated(lang: Lang, thread: i64, n: i32) -> String {
    format!("{}#s{n}", consensus(lang, thread))
}

pub fn declaration(lang: Lang, id: i64) -> String {
    format!("/{lang}/declarations/{id}")
}

pub fn theme(lang: Lang, slug: &str) -> String {
    format!("/{lang}/themes/{slug}")
}

pub fn person(lang: Lang, handle: &str) -> String {
    format!("/{lang}/u/{}", encode(handle))
}

/// A page of the site.
pub fn page(lang: Lang, page: SitePage) -> String {
    format!("/{lang}/{page}")
}

/// One act of moderators, for whom it concerns.
pub fn act(lang: Lang, id: i64) -> String {
    format!("/{lang}/acts/{id}")
}

/// One case of the moderators' queue.
pub fn case(lang: Lang, id: i64) -> String {
    format!("/{lang}/moderation/{id}")
}

/// The workbench of one slot.
pub fn workbench(lang: Lang, text: i64, target: Lang) -> String {
    format!("/{lang}/translate/{text}/{target}")
}

/// What changed in the original between two of its revisions.
pub fn changes(lang: Lang, post: i64, of: Lang, from: i32, to: i32) -> String {
    format!("/{lang}/p/{post}/history?lang={of}&from={from}&to={to}")
}

/// Sign in and come back to `rest` (an address after its language).
pub fn sign_in(lang: Lang, rest: &str) -> String {
    format!("/{lang}/login?next={}", encode(&format!("/{lang}{rest}")))
}

pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, PATH).to_string()
}

/// Where somebody wanted to go: one of our own pages, or home.
pub fn own(lang: Lang, wanted: &str) -> String {
    let ours = Lang::THREE.iter().any(|l| wanted.starts_with(&format!("/{l}/")));
    let plain = wanted.bytes().all(|b| b.is_ascii_graphic() && b != b'\\') && !wanted.contains("//");
    if ours && plain { wanted.to_owned() } else { format!("/{lang}/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_to_another_site() {
        assert_eq!(own(Lang::En, "/ja/t/12-x?view=flat#p3"), "/ja/t/12-x?view=flat#p3");
        for wanted in ["", "//evil", "/\\evil", "/%2Fevil", "https://evil", "@evil", "/fr//evil", "/fr/\r\nx", "/fr", "/fr/\\e"] {
            assert_eq!(own(Lang::En, wanted), "/en/", "{wanted:?}");
        }
    }

    #[test]
    fn p1_a_slug_is_percent_encoded() {
        assert_eq!(thread(Lang::Ja, 7, "山の道"), "/ja/t/7-%E5%B1%B1%E3%81%AE%E9%81%93");
        assert_eq!(thread(Lang::Fr, 7, "!"), "/fr/t/7");
    }
}
