//! L1: the three languages, none of them special.

use super::words;

words! {
    /// A language of the forum (BCP 47).
    Lang { Fr = "fr", En = "en", Ja = "ja" }
}

impl Lang {
    /// The three languages in the order in which every page shows them.
    pub const THREE: [Self; 3] = [Self::Fr, Self::En, Self::Ja];

    /// The language's name in itself; shown with its own `lang` (L3).
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Fr => "français",
            Self::En => "English",
            Self::Ja => "日本語",
        }
    }

    /// Its place among the three, 0 to 2.
    pub fn index(self) -> usize {
        self as usize
    }

    /// Language and region as the Open Graph protocol writes them.
    pub fn locale(self) -> &'static str {
        match self {
            Self::Fr => "fr_FR",
            Self::En => "en_GB",
            Self::Ja => "ja_JP",
        }
    }

    /// Languages of a stored list such as `"fr en"`; unknown words are left out.
    pub fn list(words: &str) -> Vec<Self> {
        words.split(' ').filter_map(Self::parse).collect()
    }
}

/// Some of the three languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Langs([bool; 3]);

impl Langs {
    /// Languages of a stored list such as `"fr en"`; unknown words are left out.
    pub fn of(words: &str) -> Self {
        Lang::list(words).into_iter().collect()
    }

    pub fn has(self, lang: Lang) -> bool {
        self.0[lang.index()]
    }

    /// Those that are in it, in the order of every page.
    pub fn iter(self) -> impl Iterator<Item = Lang> {
        Lang::THREE.into_iter().filter(move |l| self.has(*l))
    }

    /// As it is stored; nothing for none.
    pub fn words(self) -> String {
        self.iter().map(Lang::as_str).collect::<Vec<_>>().join(" ")
    }
}

impl FromIterator<Lang> for Langs {
    fn from_iter<I: IntoIterator<Item = Lang>>(langs: I) -> Self {
        let mut set = Self::default();
        for lang in langs {
            set.0[lang.index()] = true;
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l1_anything_but_the_three_is_refused() {
        for word in ["de", "FR", "fr-CA", "", "français"] {
            assert_eq!(Lang::parse(word), None, "{word}");
        }
        assert_eq!(Lang::list("ja xx fr"), [Lang::Ja, Lang::Fr]);
        assert_eq!(Langs::of("ja xx fr").words(), "fr ja");
    }
}
