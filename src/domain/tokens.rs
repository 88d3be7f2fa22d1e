//! Words as search compares them: one analysis for what is indexed and for what is asked.
//!
//! Everything is read in NFKC, so that ｻｰﾊﾞｰ is サーバー and １２ is 12. French and English words lose case and accents, then
//! their endings (Snowball); elided articles go. Japanese is cut into pairs of characters, since its words are not parted.

use super::{glossary::is_japanese, lang::Lang, limits::nfkc};
use frostem::{Algorithm, Stemmer};
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_segmenter::GraphemeClusterSegmenter;

/// Raise it when the same text gives other tokens: the index is made anew then.
pub const ANALYSIS: i32 = 1;

/// Longer words are compared by their beginnings.
const WORD_BYTES: usize = 200;

/// One token and where it stands in the text, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub word: String,
    pub start: usize,
    pub end: usize,
    /// Where its first character ends.
    pub first: usize,
}

/// The tokens of a text in one language, in their order. The last character of a Japanese run stands alone once more,
/// so that every single character can be found.
pub fn tokens(text: &str, lang: Lang) -> Vec<Token> {
    let chars = chars(text);
    let mut found = Vec::with_capacity(chars.len() / 3);
    let stemmer = match lang {
        Lang::Fr => Some(Stemmer::new(Algorithm::French)),
        Lang::En => Some(Stemmer::new(Algorithm::English)),
        Lang::Ja => None,
    };
    let mut at = 0;
    while at < chars.len() {
        let kind = kind(chars[at].0);
        let end = at + chars[at..].iter().take_while(|c| self::kind(c.0) == kind).count();
        match kind {
            Kind::Japanese => pairs(&chars[at..end], &mut found),
            Kind::Word => {
                let apostrophe = chars.get(end).is_some_and(|c| is_apostrophe(c.0));
                let after = at > 0 && is_apostrophe(chars[at - 1].0);
                found.extend(word(&chars[at..end], lang, stemmer.as_ref(), apostrophe, after));
            }
            Kind::Between => {}
        }
        at = end;
    }
    found
}

/// A character in NFKC, and the bytes of the text that it stands for.
type Place = (char, usize, usize);

fn chars(text: &str) -> Vec<Place> {
    if text.is_ascii() {
        return text.char_indices().map(|(i, c)| (c, i, i + 1)).collect();
    }
    let mut chars = Vec::with_capacity(text.len());
    let mut start = 0;
    // By grapheme: the voicing mark of half-width kana is a character of its own.
    for end in GraphemeClusterSegmenter::new().segment_str(text).skip(1) {
        let cluster = &text[start..end];
        match cluster.chars().next().filter(|c| cluster.len() == c.len_utf8() && is_plain(*c)) {
            Some(c) => chars.push((c, start, end)),
            None => chars.extend(nfkc(cluster).chars().map(|c| (c, start, end))),
        }
        start = end;
    }
    chars
}

/// Characters that NFKC leaves as they are: most of any text.
fn is_plain(c: char) -> bool {
    c.is_ascii() || matches!(c as u32, 0x3041..=0x3096 | 0x30A1..=0x30FC | 0x4E00..=0x9FFF)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Japanese,
    Between,
}

/// Whether search takes a character as Japanese; marks of repetition and the zero of numerals are: 人々, 〇.
pub fn is_japanese_letter(c: char) -> bool {
    matches!(c, '々' | '〆' | '〇') || is_japanese(c) && !matches!(c, '・' | '゠')
}

fn kind(c: char) -> Kind {
    match c {
        c if is_japanese_letter(c) => Kind::Japanese,
        '・' | '゠' => Kind::Between,
        c if c.is_alphanumeric() => Kind::Word,
        _ => Kind::Between,
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '′')
}

/// Overlapping pairs of characters, then the last one alone.
fn pairs(run: &[Place], found: &mut Vec<Token>) {
    let run: Vec<&Place> = run.iter().enumerate().filter(|(i, _)| !is_trailing_long(run, *i)).map(|(_, p)| p).collect();
    for pair in run.windows(2) {
        found.push(Token { word: [pair[0].0, pair[1].0].iter().collect(), start: pair[0].1, end: pair[1].2, first: pair[0].2 });
    }
    if let Some(last) = run.last() {
        found.push(Token { word: last.0.to_string(), start: last.1, end: last.2, first: last.2 });
    }
}

/// サーバー and サーバ are one word: the long mark at the end of a katakana word of four characters or more is dropped
/// (as Lucene's `JapaneseKatakanaStemFilter` does).
fn is_trailing_long(run: &[Place], at: usize) -> bool {
    let katakana = |c: &Place| matches!(c.0 as u32, 0x30A1..=0x30FA | 0x30FC);
    run[at].0 == 'ー' && !run.get(at + 1).is_some_and(katakana) && run[..=at].iter().rev().take_while(|c| katakana(c)).count() >= 4
}

/// Articles and pronouns that French elides.
const ELIDED: [&str; 14] = ["l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"];

fn word(run: &[Place], lang: Lang, stemmer: Option<&Stemmer>, apostrophe: bool, after: bool) -> Option<Token> {
    let folded = folded(run.iter().map(|c| c.0));
    match lang {
        Lang::Fr if apostrophe && ELIDED.contains(&folded.as_str()) => return None,
        // « the forum’s » is about the forum.
        Lang::En if after && folded == "s" => return None,
        _ => {}
    }
    let word = match (lang, stemmer) {
        (Lang::Fr, Some(stemmer)) => self::folded(stemmer.stem(&accented(&folded)).chars()),
        (_, Some(stemmer)) => stemmer.stem(&folded).into_owned(),
        (_, None) => folded,
    };
    let mut word = word;
    // What is longer is no word; PostgreSQL takes at most 2,046 bytes.
    word.truncate(word.floor_char_boundary(WORD_BYTES));
    Some(Token { word, start: run.first()?.1, end: run.last()?.2, first: run.first()?.2 })
}

/// Letters without case and accents; ligatures in two letters.
pub fn folded(word: impl Iterator<Item = char>) -> String {
    let lower: String = word.flat_map(char::to_lowercase).collect();
    if lower.is_ascii() {
        return lower;
    }
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize(&lower).into_owned();
    let mut out = String::with_capacity(apart.len());
    for c in apart.chars() {
        match c {
            '\u{300}'..='\u{36F}' => {}
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            c => out.push(c),
        }
    }
    out
}

/// The two endings that the French stemmer knows by their accent get it back, whether it was typed or not: so
/// « solidarite » finds « solidarités » and « animee » « animés ».
fn accented(folded: &str) -> String {
    let (stem, plural) = folded.strip_suffix('s').map_or((folded, ""), |stem| (stem, "s"));
    match (stem.strip_suffix("ee"), stem.strip_suffix("ite")) {
        (Some(root), _) if root.len() > 1 => format!("{root}ée{plural}"),
        (_, Some(root)) if root.len() > 2 => format!("{root}ité{plural}"),
        _ => folded.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, lang: Lang) -> Vec<String> {
        tokens(text, lang).into_iter().map(|t| t.word).collect()
    }

    fn same(a: &str, b: &str, lang: Lang) {
        assert_eq!(words(a, lang), words(b, lang), "{a} and {b}");
    }

    #[test]
    fn french_forgives_accents_elisions_and_endings() {
        same("l’économie solidaire", "ECONOMIES solidaires", Lang::Fr);
        same("la solidarité", "la solidarites", Lang::Fr);
        same("jusqu'à demain", "à demain", Lang::Fr);
        same("animée", "animés", Lang::Fr);
        same("anime", "ANIMEE", Lang::Fr);
        same("coopératives", "cooperative", Lang::Fr);
        same("communauté", "communautés", Lang::Fr);
        same("visite", "visiter", Lang::Fr);
        same("cœur", "coeurs", Lang::Fr);
        assert_eq!(words("aujourd’hui", Lang::Fr).len(), 2);
    }

    #[test]
    fn english_forgives_endings_and_the_genitive() {
        same("the employers' alliances", "the employer alliance", Lang::En);
        same("the forum’s rules", "the forum rule", Lang::En);
        same("naïve", "naive", Lang::En);
    }

    #[test]
    fn japanese_is_cut_into_pairs_in_nfkc() {
        assert_eq!(words("連帯経済", Lang::Ja), ["連帯", "帯経", "経済", "済"]);
        assert_eq!(words("人々", Lang::Ja), ["人々", "々"]);
        same("サーバー", "ｻｰﾊﾞｰ", Lang::Ja);
        same("サーバー", "サーバ", Lang::Ja);
        same("サーバーを", "サーバを", Lang::Ja);
        assert_ne!(words("キー", Lang::Ja), words("キ", Lang::Ja));
        same("２０２６年", "2026年", Lang::Ja);
        assert_eq!(words("NPO法人", Lang::Ja), ["npo", "法人", "人"]);
    }

    #[test]
    fn tokens_know_their_place_in_the_text_as_it_was_written() {
        let text = "Voilà ｻｰﾊﾞｰ, l’Économie";
        let places: Vec<&str> = tokens(text, Lang::Fr).iter().map(|t| &text[t.start..t.end]).collect();
        assert_eq!(places, ["Voilà", "ｻｰ", "ｰﾊﾞ", "ﾊﾞ", "Économie"]);
    }
}
