//! L2: the one resolver of a page's language where its address has none.

use crate::domain::lang::Lang;
use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// The member's setting, else the cookie, else what the browser asks for, else the site's language.
pub fn resolve(member: Option<Lang>, cookie: Option<&str>, accept: Option<&str>, site: Lang) -> Lang {
    member.or_else(|| cookie.and_then(Lang::parse)).or_else(|| accept.and_then(accepted)).unwrap_or(site)
}

/// The best of the three that an `Accept-Language` header names, by its q-values.
pub fn accepted(header: &str) -> Option<Lang> {
    static AVAILABLE: LazyLock<Vec<LanguageIdentifier>> =
        LazyLock::new(|| Lang::THREE.iter().filter_map(|l| l.as_str().parse().ok()).collect());
    // A header of 64 KiB is no wish: what counts stands at its beginning.
    let mut wishes: Vec<(f32, LanguageIdentifier)> = header.split(',').take(32).filter_map(wish).collect();
    wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
    let requested: Vec<LanguageIdentifier> = wishes.into_iter().map(|(_, l)| l).collect();
    let best = negotiate_languages(&requested, &AVAILABLE, None, NegotiationStrategy::Lookup);
    best.first().and_then(|l| Lang::parse(l.language.as_str()))
}

/// One entry with its weight; `None` when it is refused (`q=0`) or no language tag.
fn wish(entry: &str) -> Option<(f32, LanguageIdentifier)> {
    let mut parts = entry.split(';');
    let tag = parts.next()?.trim().parse().ok()?;
    let q = parts.find_map(|p| p.trim().strip_prefix("q=")).map_or(Some(1.0), |q| q.trim().parse::<f32>().ok())?;
    (q > 0.0).then_some((q.min(1.0), tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l2_q_values_regions_and_unknown_languages() {
        for (header, lang) in [
            ("fr-CA", Some(Lang::Fr)),
            ("ja-JP,en;q=0.8", Some(Lang::Ja)),
            ("de, fr;q=0.3, en;q=0.7", Some(Lang::En)),
            ("fr;q=0, ja;q=0.1", Some(Lang::Ja)),
            ("de-DE, ko", None),
            ("", None),
            ("*", None),
            ("en;q=abc, ja", Some(Lang::Ja)),
            (";;;,,,q=1", None),
        ] {
            assert_eq!(accepted(header), lang, "{header:?}");
        }
        assert_eq!(accepted(&"x,".repeat(32_000)), None);
    }

    #[test]
    fn l2_setting_then_cookie_then_browser_then_site() {
        for site in Lang::THREE {
            assert_eq!(resolve(Some(Lang::Ja), Some("en"), Some("fr"), site), Lang::Ja);
            assert_eq!(resolve(None, Some("en"), Some("fr"), site), Lang::En);
            assert_eq!(resolve(None, Some("xx"), Some("fr"), site), Lang::Fr);
            assert_eq!(resolve(None, None, Some("de"), site), site);
            assert_eq!(resolve(None, None, None, site), site);
        }
    }
}
