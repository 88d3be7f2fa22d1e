//! French spacing and Japanese phrase breaks, added at display only and only to passages of that language.
//!
//! Storage keeps what was typed. Callers never pass code or addresses.

use super::lang::Lang;
use std::borrow::Cow;

const NARROW: char = '\u{202F}';
const NO_BREAK: char = '\u{A0}';

/// Running text as its language sets it; Japanese needs nothing here (the style sheet breaks its lines).
pub fn spaced(text: &str, lang: Lang) -> Cow<'_, str> {
    match lang {
        Lang::Fr => french(text),
        Lang::En | Lang::Ja => Cow::Borrowed(text),
    }
}

/// French: no-break spaces before `; : ? ! »` and after `«`, inside dates, numbers and before units,
/// and no break inside « est-ce » (Lexique des règles typographiques en usage à l’Imprimerie nationale).
pub fn french(text: &str) -> Cow<'_, str> {
    if !text.contains([' ', NO_BREAK]) && !text.contains("st-ce") {
        return Cow::Borrowed(text);
    }
    let levelled = text.replace(NO_BREAK, " ");
    let mut set = String::with_capacity(text.len() + 8);
    let mut words = levelled.split(' ').peekable();
    while let Some(word) = words.next() {
        set.push_str(word);
        if let Some(next) = words.peek() {
            set.push(space_between(word, next));
        }
    }
    if set.contains("st-ce") {
        set = set.replace("est-ce", "est-\u{2060}ce").replace("Est-ce", "Est-\u{2060}ce");
    }
    Cow::Owned(set)
}

fn space_between(left: &str, right: &str) -> char {
    let narrow = right.starts_with([';', '!', '?', '»'])
        || left.ends_with('«')
        || (ends_in_digit(left) && (right.starts_with(['%', '€']) || groups(left, right)));
    if narrow {
        return NARROW;
    }
    let day = |word: &str| word == "1er" || (word.len() <= 2 && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()));
    let in_date = (day(last_token(left)) && is_month(right))
        || (is_month(left) && right.len() >= 4 && right.as_bytes()[..4].iter().all(u8::is_ascii_digit));
    // A number stays with what it numbers.
    if right.starts_with(':') || in_date || left.ends_with("nº") { NO_BREAK } else { ' ' }
}

fn ends_in_digit(word: &str) -> bool {
    word.ends_with(|c: char| c.is_ascii_digit())
}

/// `1 234`: one to three digits followed by exactly three.
fn groups(left: &str, right: &str) -> bool {
    let digits = |w: &str| w.bytes().take_while(u8::is_ascii_digit).count();
    let token = last_token(left);
    (1..=3).contains(&token.len()) && digits(token) == token.len() && digits(right) == 3
}

/// What follows an opening parenthesis, guillemet or line break.
fn last_token(word: &str) -> &str {
    word.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(word)
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    MONTHS.contains(&word.trim_end_matches([',', '.', ')']))
}

/// A Japanese title cut where a phrase may begin: after punctuation, and where kana give way to
/// kanji, katakana or Latin. Browsers that know phrases by themselves ignore the cuts.
pub fn japanese_phrases(title: &str) -> Vec<&str> {
    let mut phrases = Vec::new();
    let (mut start, mut previous) = (0, None);
    for (at, c) in title.char_indices() {
        if let Some(p) = previous
            && may_break(p, c)
        {
            phrases.push(&title[start..at]);
            start = at;
        }
        previous = Some(c);
    }
    phrases.push(&title[start..]);
    phrases
}

fn may_break(left: char, right: char) -> bool {
    let closing = |c| matches!(c, '、' | '。' | '」' | '』' | '）' | '・' | '！' | '？' | '：' | '，');
    let opening = |c| matches!(c, '「' | '『' | '（');
    if closing(right) {
        return false;
    }
    closing(left) || opening(right) || (is_hiragana(left) && !is_hiragana(right) && right.is_alphanumeric() && right != 'ー')
}

fn is_hiragana(c: char) -> bool {
    ('\u{3041}'..='\u{309F}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_punctuation_never_begins_a_line() {
        assert_eq!(french("Qui décide ? « Nous » : oui !"), "Qui décide\u{202F}? «\u{202F}Nous\u{202F}»\u{A0}: oui\u{202F}!");
        assert_eq!(
            french("le 1er juillet 2009 (25 avril 2010), 12 000 euros, 3 %"),
            "le 1er\u{A0}juillet\u{A0}2009 (25\u{A0}avril\u{A0}2010), 12\u{202F}000 euros, 3\u{202F}%"
        );
        assert_eq!(french("Qu’est-ce que"), "Qu’est-\u{2060}ce que");
        assert_eq!(french("déjà\u{A0}; posé"), "déjà\u{202F}; posé");
        assert_eq!(french("au message nº 2 du fil"), "au message nº\u{A0}2 du fil");
    }

    #[test]
    fn other_languages_are_left_alone() {
        assert_eq!(spaced("Really ?", Lang::En), "Really ?");
    }

    #[test]
    fn japanese_titles_break_between_phrases() {
        assert_eq!(japanese_phrases("山あいのバスを、住民が走らせる"), ["山あいの", "バスを、", "住民が", "走らせる"]);
        assert_eq!(japanese_phrases("「合意」とは何か"), ["「合意」", "とは", "何か"]);
    }
}
