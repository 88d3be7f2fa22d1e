//! P6: what is too much, counted in characters so that Japanese is not charged threefold.

use super::FieldError;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

pub const TITLE_CHARS: usize = 200;
pub const BODY_CHARS: usize = 50_000;
pub const BODY_BYTES: usize = 200_000;
pub const LINE_CHARS: usize = 100;
pub const REASON_CHARS: usize = 1_000;
pub const THEMES: usize = 5;
pub const LINKS: usize = 20;

/// One line of typed text: NFC, without control characters or lone direction marks, spaces folded.
pub fn one_line(typed: &str) -> String {
    let kept: String =
        typed.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !c.is_control() && !is_unsafe(*c)).collect();
    nfc(&kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
}

/// Typed text of many lines: NFC, line ends as `\n`, without other controls and without blank ends.
pub fn many_lines(typed: &str) -> String {
    let kept: String = typed
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| matches!(c, '\n' | '\t') || !c.is_control())
        .filter(|c| !is_noncharacter(*c))
        .collect();
    let text = nfc(&kept);
    let text = text.trim_end();
    // A first line may be indented code: only blank lines go.
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            break;
        }
        start += line.len();
    }
    text[start..].to_owned()
}

/// Unicode NFC, the form in which every text is stored.
pub fn nfc(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// Unicode NFKC: full-width digits and marks as programs read them; for what is read by machines, never for texts.
pub fn nfkc(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfkc().normalize(text).into_owned()
}

/// A key by which names stand in the order of a dictionary: é beside e, whatever the case.
pub fn sort_key(name: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize(name).to_lowercase();
    apart.chars().filter(|c| !matches!(*c as u32, 0x300..=0x36F)).collect()
}

/// A one-line field, cleaned, of `min` to `max` characters.
///
/// # Errors
/// Too short or too long, naming the field.
pub fn line(field: &'static str, typed: &str, min: usize, max: usize) -> Result<String, FieldError> {
    let text = one_line(typed);
    let found = text.chars().count();
    if found < min {
        Err(FieldError::new(field, "errors-field-empty"))
    } else if found > max {
        Err(FieldError::over(field, "errors-field-too-long", max, found))
    } else {
        Ok(text)
    }
}

/// Direction overrides and invisible separators that could disguise a name.
fn is_unsafe(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}') || is_noncharacter(c)
}

fn is_noncharacter(c: char) -> bool {
    matches!(c as u32, 0xFDD0..=0xFDEF) || (c as u32) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p6_characters_are_counted_not_bytes() {
        assert!(line("title", &"語".repeat(200), 1, 200).is_ok());
        let refused = line("title", &"語".repeat(201), 1, 200).unwrap_err();
        assert_eq!((refused.limit, refused.found), (200, 201));
    }

    #[test]
    fn one_line_fields_lose_controls_and_direction_overrides() {
        assert_eq!(one_line(" a\r\nBcc:\u{202E}x\u{0}\u{85} y "), "a Bcc:x y");
        assert_eq!(one_line("e\u{301}"), "é");
    }

    #[test]
    fn accents_do_not_send_a_name_to_the_end() {
        let mut names = ["zone", "Économie", "emploi", "état"];
        names.sort_by_key(|n| sort_key(n));
        assert_eq!(names, ["Économie", "emploi", "état", "zone"]);
    }

    #[test]
    fn a_body_keeps_its_indented_first_line() {
        assert_eq!(many_lines("\r\n\n    code\r\nnext\u{0}\n\n"), "    code\nnext");
    }
}
