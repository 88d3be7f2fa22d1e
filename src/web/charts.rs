//! Charts as SVG made here: one bar of the same length for each language, whatever its size; told apart by form
//! before colour; a table of the same figures stands beneath.

use crate::domain::{coverage::Tally, effort, lang::Lang, text::Quality};

/// One language's bar, with its figures.
pub struct Bar {
    pub lang: Lang,
    pub pieces: Vec<Piece>,
    pub tally: Tally,
    pub texts: i64,
    pub readable: i64,
    pub share: Option<i64>,
}

impl Bar {
    pub fn of(lang: Lang, tallies: &[Tally; 3]) -> Self {
        let tally = tallies[lang.index()];
        let (texts, readable) = (tally.texts(), tally.readable());
        Self { lang, pieces: pieces(tally), tally, texts, readable, share: effort::percent(readable, texts) }
    }
}

/// One piece of a bar, in percent of its length.
pub struct Piece {
    pub class: &'static str,
    pub x: f64,
    pub width: f64,
}

/// The pieces of a language's bar: solid, double, thin, dashed, hollow, as the lines are.
pub fn pieces(tally: Tally) -> Vec<Piece> {
    let whole = tally.texts();
    let mut x = 0.0;
    let piece = |(quality, n): (Quality, i64)| {
        let width = share(n, whole);
        let piece = Piece { class: class(quality), x, width };
        x += width;
        piece
    };
    tally.parts().into_iter().filter(|(_, n)| *n > 0).map(piece).collect()
}

fn class(quality: Quality) -> &'static str {
    match quality {
        Quality::Original => "b-original",
        Quality::Reviewed => "b-reviewed",
        Quality::Translated => "b-translated",
        Quality::Machine => "b-machine",
        Quality::Empty => "b-empty",
    }
}

/// One week of one language: a column that stands on the line, in percent of the chart.
pub struct Column {
    pub x: f64,
    pub width: f64,
    pub y: f64,
    pub height: f64,
}

/// Columns for the weeks in which there was something, on the scale of `most`.
pub fn columns(weeks: &[i64], most: i64) -> Vec<Column> {
    let width = 100.0 / weeks.len().max(1) as f64;
    let column = |(i, n): (usize, &i64)| {
        let height = share(*n, most);
        Column { x: i as f64 * width + width * 0.1, width: width * 0.8, y: 100.0 - height, height }
    };
    weeks.iter().enumerate().filter(|(_, n)| **n > 0).map(column).collect()
}

/// A part in percent with two decimals; nothing of nothing is 0.
pub fn share(part: i64, whole: i64) -> f64 {
    if whole <= 0 { 0.0 } else { (part as f64 * 10_000.0 / whole as f64).round() / 100.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bar_has_the_same_length() {
        for tally in [
            Tally { original: 1, ..Tally::default() },
            Tally { original: 3, reviewed: 3, translated: 3, machine: 3, empty: 4, outdated: 9 },
        ] {
            let pieces = pieces(tally);
            let end = pieces.last().map_or(0.0, |p| p.x + p.width);
            assert!((end - 100.0).abs() < 0.1, "{end}");
        }
        assert!(pieces(Tally::default()).is_empty());
    }
}
