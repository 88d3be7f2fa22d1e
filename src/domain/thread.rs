//! P1: what a thread is.

use super::{FieldError, consensus::Opening, lang::Lang, limits, post::Body, words};

words! {
    /// The kinds of threads built so far; others come with what they need.
    ThreadKind { Discussion = "discussion", Consensus = "consensus", Announcement = "announcement" }
}
words! {
    /// A locked or archived thread takes no posts.
    ThreadState { Open = "open", Locked = "locked", Archived = "archived" }
}

/// What somebody wants to open, checked.
#[derive(Debug, Clone)]
pub struct ThreadDraft {
    pub kind: ThreadKind,
    pub lang: Lang,
    pub title: String,
    pub body: Body,
    /// Slugs, 1 to 5, each once.
    pub themes: Vec<String>,
    /// Makes a repeated submission the same thread.
    pub key: Option<String>,
    /// Of a consensus thread only.
    pub consensus: Opening,
}

/// A title, cleaned.
///
/// # Errors
/// Empty or over 200 characters, on field `title`.
pub fn title(typed: &str) -> Result<String, FieldError> {
    limits::line("title", typed, 1, limits::TITLE_CHARS)
}

/// 1 to 5 themes, each once, in the order given.
///
/// # Errors
/// None or too many, on field `themes`.
pub fn themes(slugs: &[String]) -> Result<Vec<String>, FieldError> {
    let mut once: Vec<String> = Vec::new();
    for slug in slugs.iter().filter(|s| !s.is_empty()) {
        if !once.contains(slug) {
            once.push(slug.clone());
        }
    }
    if once.iter().any(|s| !s.bytes().all(|b| b.is_ascii_graphic())) {
        return Err(FieldError::new("themes", "errors-theme-unknown"));
    }
    match once.len() {
        0 => Err(FieldError::new("themes", "errors-themes-none")),
        n if n > limits::THEMES => Err(FieldError::over("themes", "errors-themes-many", limits::THEMES, n)),
        _ => Ok(once),
    }
}

/// The decoration of a thread's address: letters and digits of any script, in lower case, joined by `-`.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36F}' | '\u{3099}' | '\u{309A}') {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.chars().count() >= 60 {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// `12-some-slug` or `12` as (id, slug).
pub fn split_address(tail: &str) -> Option<(i64, &str)> {
    let (id, slug) = tail.split_once('-').unwrap_or((tail, ""));
    if id.is_empty() || !id.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some((id.parse().ok()?, slug))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p1_the_slug_keeps_letters_of_any_script() {
        assert_eq!(slug("Qui décide, à l’échelle du quartier ?"), "qui-décide-à-l-échelle-du-quartier");
        assert_eq!(slug("山あいのバスを、住民が走らせる"), "山あいのバスを-住民が走らせる");
        assert_eq!(slug("???"), "");
    }

    #[test]
    fn p1_the_slug_may_be_absent_and_ids_beyond_range_are_none() {
        assert_eq!(split_address("12-a-b"), Some((12, "a-b")));
        assert_eq!(split_address("12"), Some((12, "")));
        for tail in ["99999999999999999999", "-1", "a", "", "+1"] {
            assert_eq!(split_address(tail), None, "{tail}");
        }
    }

    #[test]
    fn p1_one_to_five_themes_each_once() {
        let of = |list: &[&str]| themes(&list.iter().map(|s| s.to_string()).collect::<Vec<_>>());
        assert_eq!(of(&["b", "a", "b", ""]).unwrap(), ["b", "a"]);
        assert!(of(&[""]).is_err());
        assert!(of(&["1", "2", "3", "4", "5", "6"]).is_err());
    }
}
