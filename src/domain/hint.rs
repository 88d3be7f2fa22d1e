//! Help to write so that it can be translated: what makes a translator stop, pointed out before publishing. Nothing is
//! refused.

use super::{
    block::{self, BlockKind},
    lang::Lang,
    words,
};
use icu_segmenter::{SentenceSegmenter, options::SentenceBreakInvariantOptions};

words! {
    /// What a translator would stop at.
    HintKind { Sentence = "sentence", Date = "date", Moment = "moment", Letters = "letters" }
}

/// A place worth another look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub kind: HintKind,
    /// Words of the text: where it is.
    pub what: String,
    /// Of a sentence: its words; of a Japanese one, its characters.
    pub length: usize,
}

/// Longer sentences are pointed out: words, in Japanese characters. A fifth above the measures for public writing (25 words,
/// GOV.UK style guide; 50 to 60 characters, 文化庁「公用文作成の考え方」2022, a third above), so that a hint stays rare.
const SENTENCE: [usize; 3] = [30, 30, 80];
/// So many hints help; more are a scolding.
const HINTS: usize = 6;
/// How much of a long sentence is shown.
const SHOWN_CHARS: usize = 60;
/// Letters that everybody knows in the three languages.
const KNOWN: [&str; 9] = ["CD", "DVD", "FAQ", "GPS", "OK", "PC", "PDF", "TV", "USB"];
/// Words that are wrong by the time a translation is read.
const MOMENTS: [&[&str]; 3] = [
    &["aujourd’hui", "demain", "hier", "ce soir", "ce matin", "la semaine prochaine", "la semaine dernière", "le mois prochain"],
    &["today", "tomorrow", "yesterday", "tonight", "this morning", "next week", "last week", "next month"],
    &["今日", "明日", "昨日", "今夜", "今朝", "明後日", "来週", "先週", "来月"],
];

/// What a translator of this body would stop at, in its order; others' words and code are left alone.
pub fn hints(body: &str, lang: Lang) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    let blocks = block::blocks("", body).into_iter().filter(|b| !matches!(b.kind, BlockKind::Quote | BlockKind::Code | BlockKind::Rule));
    for block in blocks {
        let words = without_addresses(&block.words);
        for hint in sentences(&words, lang).into_iter().chain(dates(&words)).chain(moments(&words, lang)).chain(letters(&words, body)) {
            if !hints.iter().any(|h| h.what == hint.what) {
                hints.push(hint);
            }
        }
    }
    hints.truncate(HINTS);
    hints
}

fn at(kind: HintKind, what: &str) -> Hint {
    Hint { kind, what: what.to_owned(), length: 0 }
}

/// Links written as they are: one word of no language.
fn without_addresses(words: &str) -> String {
    words.split_inclusive(char::is_whitespace).filter(|word| !word.contains("://")).collect()
}

/// Long ones.
fn sentences(words: &str, lang: Lang) -> Vec<Hint> {
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let mut hints = Vec::new();
    for line in words.lines() {
        let ends: Vec<usize> = segmenter.segment_str(line).collect();
        hints.extend(ends.windows(2).filter_map(|w| long(line[w[0]..w[1]].trim(), lang)));
    }
    hints
}

fn long(sentence: &str, lang: Lang) -> Option<Hint> {
    let length = match lang {
        Lang::Ja => sentence.chars().count(),
        // « : » and “–” are no words.
        Lang::Fr | Lang::En => sentence.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count(),
    };
    let shown: String = match sentence.char_indices().nth(SHOWN_CHARS) {
        Some((end, _)) => format!("{}…", sentence[..end].trim_end()),
        None => sentence.to_owned(),
    };
    (length > SENTENCE[lang.index()]).then_some(Hint { kind: HintKind::Sentence, what: shown, length })
}

/// Dates in digits that are one day to some readers and another to others: 03/04, 3/4/2027. A bare 3/4 may be a fraction.
fn dates(words: &str) -> impl Iterator<Item = Hint> {
    let tokens = words.split(|c: char| !c.is_ascii_digit() && !matches!(c, '/' | '.' | '-')).map(|t| t.trim_matches(['/', '.', '-']));
    tokens.filter(|token| two_days(token)).map(|token| at(HintKind::Date, token))
}

fn two_days(token: &str) -> bool {
    let day = |part: &str| matches!(part.len(), 1 | 2) && matches!(part.parse::<u8>(), Ok(1..=12));
    let parts = |sign: char| token.split(sign).collect::<Vec<_>>();
    ['/', '.', '-'].into_iter().any(|sign| match parts(sign).as_slice() {
        [a, b] => sign == '/' && day(a) && day(b) && a != b && (a.starts_with('0') || b.starts_with('0')),
        [a, b, year] => day(a) && day(b) && a != b && matches!(year.len(), 2 | 4) && year.bytes().all(|c| c.is_ascii_digit()),
        _ => false,
    })
}

fn moments(words: &str, lang: Lang) -> impl Iterator<Item = Hint> {
    let text = words.to_lowercase().replace('\'', "’");
    let alone = move |text: &str, moment: &str| {
        text.match_indices(moment).any(|(from, _)| {
            let beside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            lang == Lang::Ja || !(beside(text[..from].chars().next_back()) || beside(text[from + moment.len()..].chars().next()))
        })
    };
    MOMENTS[lang.index()].iter().filter(move |m| alone(&text, m)).map(|m| at(HintKind::Moment, m))
}

/// Abbreviations that stand for words which the text never says: « AMAP », but not « AMAP (association pour …) ».
fn letters(words: &str, body: &str) -> impl Iterator<Item = Hint> {
    let runs = words.split(|c: char| !c.is_alphanumeric() || is_cjk(c)).filter(|run| (2..=6).contains(&run.chars().count()));
    let unknown = runs.filter(|run| run.chars().all(char::is_uppercase) && !is_roman(run) && !KNOWN.contains(run));
    unknown.filter(|run| !is_explained(run, body)).map(|run| at(HintKind::Letters, run))
}

fn is_cjk(c: char) -> bool {
    matches!(u32::from(c), 0x3000..=0x9FFF | 0xFF66..=0xFF9F)
}

/// A numeral: XIX.
fn is_roman(run: &str) -> bool {
    run.chars().all(|c| "IVXLCDM".contains(c))
}

/// It opens brackets, or stands in them.
fn is_explained(run: &str, body: &str) -> bool {
    body.match_indices(run).any(|(from, _)| {
        let after = body[from + run.len()..].trim_start_matches(['*', '_', ' ', '\u{A0}', '»', '”']);
        let before = body[..from].trim_end_matches(['*', '_', '«', '“', ' ', '\u{A0}', '\u{202F}']);
        after.starts_with(['(', '（']) || (before.ends_with(['(', '（']) && after.starts_with([')', '）']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(body: &str, lang: Lang) -> Vec<String> {
        hints(body, lang).iter().map(|h| format!("{} {}", h.kind, h.what)).collect()
    }

    #[test]
    fn a_long_sentence_is_shown_by_its_beginning_and_a_short_one_is_not() {
        let words = |n: usize| format!("Mot {}", "mot ".repeat(n - 1));
        let long = words(31);
        let hint = &hints(&format!("Court. {long}."), Lang::Fr)[0];
        assert_eq!((hint.kind, hint.length, hint.what.chars().count()), (HintKind::Sentence, 31, 60));
        assert!(hints(&format!("Court. {}.", words(30)), Lang::Fr).is_empty());
        assert_eq!(hints(&format!("短い。{}。", "語".repeat(80)), Lang::Ja)[0].length, 81);
        assert!(hints(&format!("短い。{}。", "語".repeat(79)), Lang::Ja).is_empty());
        // Items of a list are not one sentence, and a quote is somebody else’s.
        assert!(hints(&"- ten words that go on and on without an end\n".repeat(8), Lang::En).is_empty());
        assert!(hints(&format!("> {long}\n\n```\n{long}\n```"), Lang::En).is_empty());
    }

    #[test]
    fn a_date_that_is_two_days_is_pointed_out() {
        assert_eq!(found("Le 03/04 ou le 3/4/2027, ou 05.06.27.", Lang::Fr), ["date 03/04", "date 3/4/2027", "date 05.06.27"]);
        assert!(found("3/4 of 25/12/2026, 2026-11-27, 04/04, 10.5, 1.2.0-beta, v3.4", Lang::En).is_empty());
        assert_eq!(found("03/04に集まります", Lang::Ja), ["date 03/04"]);
    }

    #[test]
    fn a_moment_passes_before_the_translation_is_read() {
        assert_eq!(found("Aujourd'hui, ou la semaine prochaine.", Lang::Fr), ["moment aujourd’hui", "moment la semaine prochaine"]);
        assert!(found("Nous arrivons après-midi ; hierarchie.", Lang::Fr).is_empty());
        assert_eq!(found("Tomorrow we vote.", Lang::En), ["moment tomorrow"]);
        assert_eq!(found("明日決めます。", Lang::Ja), ["moment 明日"]);
    }

    #[test]
    fn letters_want_their_words_once() {
        assert_eq!(found("L’AMAP et la SCIC (société coopérative) au XIX, en PDF.", Lang::Fr), ["letters AMAP"]);
        assert!(found("an association of growers (AMAP) and the **NHS** (the health service). The AMAP again.", Lang::En).is_empty());
        assert_eq!(found("地域のNPOが集まる", Lang::Ja), ["letters NPO"]);
        assert!(found("I WE2 A, https://a.org/ABC/03/04", Lang::En).is_empty());
    }

    #[test]
    fn hints_are_few() {
        assert_eq!(hints("AB CD EF GH IJ KL MN OP QR ST UV", Lang::En).len(), HINTS);
    }
}
