//! H1: the controlled vocabulary and the file it is imported from.

use super::{FieldError, lang::Lang, limits};
use serde::Deserialize;

/// One text in the three languages of a vocabulary file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub name: String,
    pub description: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AxisEntry {
    pub slug: String,
    pub fr: String,
    pub en: String,
    pub ja: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeEntry {
    pub slug: String,
    pub axis: String,
    pub fr: Named,
    pub en: Named,
    pub ja: Named,
}

impl ThemeEntry {
    pub fn named(&self, lang: Lang) -> &Named {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
            Lang::Ja => &self.ja,
        }
    }
}

/// A whole vocabulary: axes in order, themes in order.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    #[serde(rename = "axis")]
    pub axes: Vec<AxisEntry>,
    #[serde(rename = "theme")]
    pub themes: Vec<ThemeEntry>,
}

impl Vocabulary {
    /// Reads and checks a vocabulary file, all of it.
    ///
    /// # Errors
    /// Every fault found, one a line, each naming its entry.
    pub fn parse(file: &str) -> Result<Self, String> {
        let vocabulary: Self = toml::from_str(file).map_err(|e| e.to_string())?;
        let faults = vocabulary.faults();
        if faults.is_empty() { Ok(vocabulary) } else { Err(faults.join("\n")) }
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for slug in self.axes.iter().map(|a| &a.slug).chain(self.themes.iter().map(|t| &t.slug)) {
            if !is_slug(slug) {
                faults.push(format!("{slug:?}: a slug is made of a-z, 0-9 and -"));
            }
            if !seen.insert(slug) {
                faults.push(format!("{slug:?} occurs twice"));
            }
        }
        for axis in &self.axes {
            if [&axis.fr, &axis.en, &axis.ja].iter().any(|name| name.trim().is_empty()) {
                faults.push(format!("axis {:?}: a name is empty", axis.slug));
            }
        }
        for theme in &self.themes {
            if !self.axes.iter().any(|a| a.slug == theme.axis) {
                faults.push(format!("theme {:?}: there is no axis {:?}", theme.slug, theme.axis));
            }
            for lang in Lang::THREE {
                let named = theme.named(lang);
                if named.name.trim().is_empty() || named.description.trim().is_empty() {
                    faults.push(format!("theme {:?}: name or description is empty in {lang}", theme.slug));
                }
                if named.name.chars().count() > limits::TITLE_CHARS {
                    faults.push(format!("theme {:?}: its name is over {} characters in {lang}", theme.slug, limits::TITLE_CHARS));
                }
            }
        }
        faults
    }
}

fn is_slug(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// H1: a slug as it is typed for a new theme: a-z, 0-9 and -, at most 60 characters.
///
/// # Errors
/// Anything else, on field `slug`.
pub fn slug(typed: &str) -> Result<(), FieldError> {
    // Addresses below the vocabulary that are no theme.
    let fits = is_slug(typed) && typed.len() <= 60 && typed != "new";
    if fits { Ok(()) } else { Err(FieldError::new("slug", "errors-slug")) }
}

/// Whether somebody means a theme by its name, whatever case, accents and widths they type.
pub fn is_named(name: &str, typed: &str) -> bool {
    let plain = |text: &str| limits::sort_key(text.trim());
    !name.is_empty() && plain(name) == plain(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../locales/data/themes.toml");

    #[test]
    fn h1_the_shipped_vocabulary_is_sound() {
        let vocabulary = Vocabulary::parse(SHIPPED).unwrap();
        assert_eq!((vocabulary.axes.len(), vocabulary.themes.len()), (3, 16));
    }

    #[test]
    fn h1_every_fault_of_a_vocabulary_is_named() {
        let broken = SHIPPED.replacen("slug = \"governance\"", "slug = \"Territorial anchoring\"", 1).replacen(
            "axis = \"stages\"",
            "axis = \"nowhere\"",
            1,
        );
        let faults = Vocabulary::parse(&broken).unwrap_err();
        assert!(faults.contains("Territorial anchoring") && faults.contains("nowhere"), "{faults}");
    }
}
