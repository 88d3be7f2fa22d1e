//! H4: the network's terms in the three languages, and where they stand in a text.

use super::{lang::Lang, limits};
use frostem::{Algorithm, Stemmer};
use icu_normalizer::DecomposingNormalizerBorrowed;
use serde::Deserialize;

/// A term as translators and readers get it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Term {
    pub id: i64,
    /// The preferred name in each language, in their order.
    pub names: [String; 3],
    /// Renderings that mislead, whatever their language.
    pub avoid: Vec<String>,
    pub note: String,
    /// The language of the note.
    pub note_lang: Option<Lang>,
    pub retired: bool,
}

impl Term {
    pub fn name(&self, lang: Lang) -> &str {
        &self.names[lang.index()]
    }

    /// Two terms are one when two of their three names are: so a better rendering in one language is an update.
    pub fn is_same(&self, names: [&str; 3]) -> bool {
        is_same([0, 1, 2].map(|i| self.names[i].as_str()), names)
    }

    /// Whether a search within the glossary finds it: in any name, rendering or note, whatever case, accents, widths
    /// and spaces; or by its stems, as in « l’économie » and « coopératives ».
    pub fn matches(&self, query: &str) -> bool {
        let folded_query = folded(query);
        let all = || self.names.iter().chain(&self.avoid).chain([&self.note]);
        let by_stems = |lang: Lang| {
            let mut stems = words(query, lang);
            // An elided article is no word to look for.
            stems.retain(|stem| stem.chars().count() > 1);
            !stems.is_empty() && all().any(|text| cover(&words(text, lang), &stems, &mut vec![false; text.len()]).is_some())
        };
        folded_query.is_empty() || all().any(|text| folded(text).contains(&folded_query)) || by_stems(Lang::Fr) || by_stems(Lang::En)
    }
}

/// Terms of one language, ready to be looked for.
pub struct Finder<'a> {
    lang: Lang,
    /// Longest first, so that « économie sociale et solidaire » is not also « économie solidaire ».
    forms: Vec<(Words, &'a Term)>,
}

impl<'a> Finder<'a> {
    pub fn new(terms: &'a [Term], lang: Lang) -> Self {
        let mut forms: Vec<_> = terms.iter().filter(|t| !t.retired).map(|t| (words(t.name(lang), lang), t)).collect();
        forms.retain(|(form, _)| !form.is_empty());
        forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        Self { lang, forms }
    }

    /// The terms that stand in a text, in the order in which they do, each once.
    pub fn found(&self, text: &str) -> Vec<&'a Term> {
        let text = words(text, self.lang);
        let mut covered = vec![false; text.len()];
        let mut found: Vec<(usize, &Term)> = Vec::new();
        for (form, term) in &self.forms {
            if let Some(at) = cover(&text, form, &mut covered) {
                found.push((at, term));
            }
        }
        found.sort_by_key(|(at, _)| *at);
        found.into_iter().map(|(_, term)| term).collect()
    }
}

/// The renderings to avoid of a term that stand in a translation into `lang`.
pub fn avoided<'a>(term: &'a Term, text: &str, lang: Lang) -> Vec<&'a str> {
    let text = words(text, lang);
    let mut covered = vec![false; text.len()];
    // A rendering to avoid that is a part of the preferred one is none there.
    cover(&text, &words(term.name(lang), lang), &mut covered);
    let of_lang = |rendering: &&String| rendering.chars().any(is_japanese) == (lang == Lang::Ja);
    let stands = |rendering: &&String| cover(&text, &words(rendering, lang), &mut covered.clone()).is_some();
    term.avoid.iter().filter(of_lang).filter(stands).map(String::as_str).collect()
}

/// Letters without case, accents and widths; no spaces. The marks of Japanese syllables stay: が is not か.
fn folded(text: &str) -> String {
    let plain = DecomposingNormalizerBorrowed::new_nfkd().normalize(text).to_lowercase();
    plain.chars().filter(|c| !c.is_whitespace() && !('\u{300}'..='\u{36F}').contains(c)).collect()
}

type Words = Vec<String>;

/// What is compared: stems in French and English, characters in Japanese.
fn words(text: &str, lang: Lang) -> Words {
    let stems = |algorithm| {
        let stemmer = Stemmer::new(algorithm);
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        words.map(|w| stemmer.stem(w).into_owned()).collect()
    };
    match lang {
        Lang::Fr => stems(Algorithm::French),
        Lang::En => stems(Algorithm::English),
        Lang::Ja => text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_lowercase().to_string()).collect(),
    }
}

/// Marks every place of `form` that is not covered yet; returns the first.
fn cover(text: &[String], form: &[String], covered: &mut [bool]) -> Option<usize> {
    if form.is_empty() {
        return None;
    }
    let mut first = None;
    for at in 0..(text.len() + 1).saturating_sub(form.len()) {
        let place = at..at + form.len();
        if text[place.clone()] == *form && !covered[place.clone()].contains(&true) {
            covered[place].fill(true);
            first = first.or(Some(at));
        }
    }
    first
}

/// Whether a character is written in Japanese only.
pub fn is_japanese(c: char) -> bool {
    matches!(c as u32, 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0xFF66..=0xFF9F | 0x20000..=0x3FFFF)
}

// ---- the file -----------------------------------------------------------------------------------

/// One entry of a glossary file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermEntry {
    pub fr: String,
    pub en: String,
    pub ja: String,
    #[serde(default)]
    pub avoid: Vec<String>,
    #[serde(default)]
    pub note: String,
    /// The language of the note.
    #[serde(default = "english")]
    pub note_lang: String,
}

fn english() -> String {
    Lang::En.as_str().to_owned()
}

impl TermEntry {
    /// The names in the order of the languages.
    pub fn names(&self) -> [&str; 3] {
        [&self.fr, &self.en, &self.ja]
    }
}

/// A whole glossary file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glossary {
    #[serde(rename = "term", default)]
    pub terms: Vec<TermEntry>,
}

impl Glossary {
    /// Reads and checks a glossary file, all of it.
    ///
    /// # Errors
    /// Every fault found, one a line, each naming its entry.
    pub fn parse(file: &str) -> Result<Self, String> {
        let glossary: Self = toml::from_str(file).map_err(|e| e.to_string())?;
        let faults = glossary.faults();
        if faults.is_empty() { Ok(glossary) } else { Err(faults.join("\n")) }
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (n, term) in (1..).zip(&self.terms) {
            for (lang, name) in Lang::THREE.into_iter().zip(term.names()) {
                let length = limits::one_line(name).chars().count();
                if length == 0 || length > limits::LINE_CHARS {
                    faults.push(format!(
                        "term {n} ({:?}): its name in {lang} has {length} characters; 1 to {} are taken",
                        term.fr,
                        limits::LINE_CHARS
                    ));
                }
            }
            if Lang::parse(&term.note_lang).is_none() {
                faults.push(format!("term {n} ({:?}): note_lang {:?} is none of fr, en, ja", term.fr, term.note_lang));
            }
            if term.note.chars().count() > limits::REASON_CHARS {
                faults.push(format!("term {n} ({:?}): its note is over {} characters", term.fr, limits::REASON_CHARS));
            }
            if self.terms.iter().take(n - 1).any(|other| is_same(other.names(), term.names())) {
                faults.push(format!("term {n} ({:?}) occurs twice", term.fr));
            }
        }
        faults
    }
}

fn is_same(a: [&str; 3], b: [&str; 3]) -> bool {
    let equal = |i: usize| limits::one_line(a[i]).to_lowercase() == limits::one_line(b[i]).to_lowercase();
    (0..3).filter(|i| equal(*i)).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../locales/data/glossary.toml");

    fn term(fr: &str, en: &str, ja: &str, avoid: &[&str]) -> Term {
        Term { names: [fr, en, ja].map(str::to_owned), avoid: avoid.iter().map(|a| (*a).to_owned()).collect(), ..Term::default() }
    }

    fn terms() -> Vec<Term> {
        vec![
            term("économie solidaire", "solidarity economy", "連帯経済", &[]),
            term("économie sociale et solidaire", "social and solidarity economy", "社会的連帯経済", &[]),
            term("groupement d’employeurs", "employers’ alliance", "共同雇用グループ", &["使用者団体", "employers’ organisation"]),
            term("régulation", "regulation", "調整", &["規制"]),
        ]
    }

    fn names(lang: Lang, text: &str) -> Vec<String> {
        Finder::new(&terms(), lang).found(text).iter().map(|t| t.names[0].clone()).collect()
    }

    #[test]
    fn h4_terms_are_found_in_plurals_elisions_and_any_apostrophe() {
        assert_eq!(
            names(Lang::Fr, "Deux groupements d'employeurs, puis l’Économie solidaire"),
            ["groupement d’employeurs", "économie solidaire"]
        );
        assert_eq!(names(Lang::En, "an employers' alliance hires"), ["groupement d’employeurs"]);
        assert_eq!(names(Lang::Fr, "économie, solidaires"), ["économie solidaire"], "punctuation does not part a term");
    }

    #[test]
    fn h4_a_search_finds_a_term_however_it_is_typed() {
        let term = term("économie solidaire", "solidarity economy", "連帯経済", &[]);
        for query in ["economie", "économies solidaires", "l’économie", "ÉCONOMIE", "ｅconomy", "economies", "連帯 経済", ""] {
            assert!(term.matches(query), "{query}");
        }
        for query in ["経営", "l’", "énergie"] {
            assert!(!term.matches(query), "{query}");
        }
    }

    #[test]
    fn h4_the_longer_term_is_meant() {
        assert_eq!(names(Lang::Fr, "l’économie sociale et solidaire"), ["économie sociale et solidaire"]);
        assert_eq!(names(Lang::Ja, "社会的連帯経済です"), ["économie sociale et solidaire"]);
        assert_eq!(names(Lang::Ja, "社会的連帯経済と連帯経済"), ["économie sociale et solidaire", "économie solidaire"]);
    }

    #[test]
    fn h4_renderings_to_avoid_are_those_of_the_translations_language() {
        let terms = terms();
        assert_eq!(avoided(&terms[2], "使用者団体です", Lang::Ja), ["使用者団体"]);
        assert_eq!(avoided(&terms[2], "two Employers' Organisations", Lang::En), ["employers’ organisation"]);
        assert!(avoided(&terms[2], "共同雇用グループ", Lang::Ja).is_empty());
        assert!(avoided(&terms[3], "調整", Lang::Ja).is_empty());
    }

    #[test]
    fn h4_the_shipped_glossary_is_sound() {
        assert_eq!(Glossary::parse(SHIPPED).unwrap().terms.len(), 57);
    }

    #[test]
    fn h4_every_fault_of_a_glossary_is_named() {
        let file = "[[term]]\nfr = \"a\"\nen = \"\"\nja = \"c\"\n[[term]]\nfr = \"A\"\nen = \"b\"\nja = \"c\"\nnote_lang = \"de\"";
        let faults = Glossary::parse(file).unwrap_err();
        assert_eq!(faults.lines().count(), 3, "{faults}");
        assert!(Glossary::parse("[[term]]\nfr = \"a\"").is_err());
    }
}
