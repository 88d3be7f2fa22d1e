//! How much of the forum can be read in a language.

use super::text::Quality;
use serde::{Deserialize, Serialize};

/// Texts by the quality of one language's slot.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub original: i64,
    pub reviewed: i64,
    pub translated: i64,
    pub machine: i64,
    pub empty: i64,
    /// Translations, whatever their quality, whose original changed since.
    pub outdated: i64,
}

impl Tally {
    /// Adds so many texts of one quality.
    pub fn add(&mut self, quality: Quality, texts: i64, outdated: i64) {
        let of = match quality {
            Quality::Original => &mut self.original,
            Quality::Reviewed => &mut self.reviewed,
            Quality::Translated => &mut self.translated,
            Quality::Machine => &mut self.machine,
            Quality::Empty => &mut self.empty,
        };
        *of += texts;
        self.outdated += outdated;
    }

    /// In the order of the line's forms, most hands first.
    pub fn parts(self) -> [(Quality, i64); 5] {
        [
            (Quality::Original, self.original),
            (Quality::Reviewed, self.reviewed),
            (Quality::Translated, self.translated),
            (Quality::Machine, self.machine),
            (Quality::Empty, self.empty),
        ]
    }

    pub fn texts(self) -> i64 {
        self.parts().iter().map(|(_, n)| n).sum()
    }

    /// Written or translated by a person: machine text is no community's voice.
    pub fn readable(self) -> i64 {
        self.original + self.reviewed + self.translated
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machine_text_and_empty_slots_are_not_readable() {
        let mut tally = Tally::default();
        for quality in Quality::ALL {
            tally.add(*quality, 2, 1);
        }
        assert_eq!((tally.texts(), tally.readable(), tally.outdated), (10, 6, 5));
    }
}
