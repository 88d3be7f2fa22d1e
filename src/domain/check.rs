//! What a translation may have lost on the way: links, images, code, mentions, numbers. Gentle: nothing is refused.

use super::{emphasis::Source, lang::Lang, references, words};
use icu_normalizer::ComposingNormalizerBorrowed;
use pulldown_cmark::{Event, Tag};
use std::collections::BTreeSet;
use text2num::{Language, replace_numbers_in_text};

words! {
    /// What is missing from a translation.
    LostKind { Link = "link", Image = "image", Code = "code", Mention = "mention", Number = "number" }
}

/// Something that stands in the source and not in its translation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lost {
    pub kind: LostKind,
    pub what: String,
}

/// Compares two passages of Markdown; each thing is named once.
pub fn lost(source: (&str, Lang), target: (&str, Lang)) -> Vec<Lost> {
    let (there, here) = (Things::of(source.0, source.1), Things::of(target.0, target.1));
    let mut lost: Vec<Lost> = there.marked.iter().filter(|t| !here.marked.contains(*t)).cloned().collect();
    let missing = there.numbers.iter().filter(|n| !here.numbers.contains(*n) && !spelt(**n, target.1, &here.text));
    lost.extend(missing.map(|n| Lost { kind: LostKind::Number, what: n.to_string() }));
    lost
}

/// What a passage holds that survives translation.
struct Things {
    marked: BTreeSet<Lost>,
    numbers: BTreeSet<u64>,
    text: String,
}

impl Things {
    fn of(body: &str, lang: Lang) -> Self {
        let (mut marked, mut text, mut block) = (BTreeSet::new(), String::new(), None);
        let nfkc = ComposingNormalizerBorrowed::new_nfkc();
        let mut keep = |kind, what: &str| {
            marked.insert(Lost { kind, what: what.trim().to_owned() });
        };
        for event in Source::of(body).events() {
            match event {
                Event::Start(Tag::Link { dest_url, .. }) => keep(LostKind::Link, &dest_url),
                Event::Start(Tag::Image { dest_url, .. }) => keep(LostKind::Image, &dest_url),
                Event::Code(code) => keep(LostKind::Code, &code),
                Event::Start(Tag::CodeBlock(_)) => block = Some(String::new()),
                Event::End(pulldown_cmark::TagEnd::CodeBlock) => keep(LostKind::Code, &block.take().unwrap_or_default()),
                Event::Text(t) => match &mut block {
                    Some(code) => code.push_str(&t),
                    None => {
                        let t = nfkc.normalize(&t);
                        for word in t.split_whitespace() {
                            if let Some(at) = ["https://", "http://", "www."].iter().find_map(|p| word.find(p)) {
                                keep(LostKind::Link, word[at..].trim_end_matches(['.', ',', ';', ':', ')', '。', '、']));
                            }
                        }
                        references::named(&t).for_each(|m| keep(LostKind::Mention, m));
                        text.push_str(&t);
                    }
                },
                _ => text.push(' '),
            }
        }
        let prose: String = text.split_whitespace().filter(|w| !w.contains("://")).collect::<Vec<_>>().join(" ");
        Self { marked, numbers: numbers(&prose, lang), text: prose.to_lowercase() }
    }
}

/// Numbers written in digits, however they are grouped; decimal signs are dropped, so 3,5 and 3.5 are one.
fn numbers(text: &str, lang: Lang) -> BTreeSet<u64> {
    let chars: Vec<char> = text.chars().collect();
    let digits = |from: usize| chars[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let (mut found, mut at) = (BTreeSet::new(), 0);
    while at < chars.len() {
        let mut length = digits(at);
        if length == 0 {
            at += 1;
            continue;
        }
        let mut number: String = chars[at..at + length].iter().collect();
        let first = length;
        while let Some(sign) = chars.get(at + length) {
            let group = chars.get(at + length + 1).map_or(0, |_| digits(at + length + 1));
            let joins = match sign {
                '.' | ',' => group > 0,
                ' ' | '\u{A0}' | '\u{202F}' | '\'' | '’' => group == 3 && first <= 3,
                _ => false,
            };
            if !joins {
                break;
            }
            number.extend(&chars[at + length + 1..at + length + 1 + group]);
            length += 1 + group;
        }
        let unit = match (lang, chars.get(at + length)) {
            (Lang::Ja, Some('千')) => 1_000,
            (Lang::Ja, Some('万')) => 10_000,
            (Lang::Ja, Some('億')) => 100_000_000,
            _ => 1,
        };
        if let Some(n) = number.parse::<u64>().ok().and_then(|n| n.checked_mul(unit)) {
            found.insert(n);
        }
        at += length;
    }
    found
}

/// Whether a number stands in words. A 1 does in any case: most are an article, or nothing at all (1日4便, « four runs a
/// day »), and to warn of those teaches people not to read warnings.
fn spelt(n: u64, lang: Lang, text: &str) -> bool {
    let latin = |spelling: &Language| numbers(&replace_numbers_in_text(text, spelling, 0.0), lang).contains(&n);
    n == 1
        || match lang {
            Lang::Fr => latin(&Language::french()),
            Lang::En => latin(&Language::english()),
            Lang::Ja => text.contains(&kanji(n)),
        }
}

/// 90 as 九十, 12345 as 一万二千三百四十五.
fn kanji(n: u64) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let below = |n: u64| {
        let place = |unit: u64, name: &str| match (n / unit % 10, unit) {
            (0, _) => String::new(),
            (1, 2..) => name.to_owned(),
            (d, _) => format!("{}{name}", DIGITS[usize::try_from(d).unwrap_or(0)]),
        };
        [place(1000, "千"), place(100, "百"), place(10, "十"), place(1, "")].concat()
    };
    match n {
        0 => "〇".to_owned(),
        1..10_000 => below(n),
        _ => format!("{}万{}", below(n / 10_000 % 10_000), below(n % 10_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(source: &str, target: &str, lang: Lang) -> Vec<String> {
        lost((source, Lang::Fr), (target, lang)).iter().map(|l| format!("{} {}", l.kind, l.what)).collect()
    }

    #[test]
    fn links_images_code_and_mentions_are_missed_when_they_are_lost() {
        let source = "Voir [ici](https://a.org/x), ![plan](https://a.org/p.png), `cargo run`, @claire et https://b.org/y.";
        assert_eq!(
            missing(source, "See.", Lang::En),
            ["link https://a.org/x", "link https://b.org/y", "image https://a.org/p.png", "code cargo run", "mention @claire"]
        );
        let whole = "See [here](https://a.org/x), ![map](https://a.org/p.png), `cargo run`, @claire and https://b.org/y";
        assert!(missing(source, whole, Lang::En).is_empty());
        assert!(missing("écrire à a@b.org", "write", Lang::En).is_empty(), "an address is no mention");
    }

    #[test]
    fn numbers_are_the_same_however_they_are_written() {
        assert!(missing("1 234 repas, 3,5 km, 50 000 euros", "1,234食、3.5 km、5万ユーロ", Lang::Ja).is_empty());
        assert!(missing("90 repas, 11 personnes, 7 jours", "九十食、十一人、七日", Lang::Ja).is_empty());
        assert!(missing("6 cuisines, 1 four", "six kitchens, one oven", Lang::En).is_empty());
        let bus = "There are four runs a day and fourteen drivers, on average sixty-eight; I am fifty-four.";
        assert!(missing("1日4便、14人、平均68歳、54歳です。", bus, Lang::En).is_empty());
        let seeds = "Quatre-vingt-dix-sept familles, soixante et onze jardins, mille deux cents sachets.";
        assert!(missing("97世帯、71か所の畑、1,200袋", seeds, Lang::Fr).is_empty());
        assert!(missing("２００９年", "2009", Lang::En).is_empty(), "full-width digits");
        assert_eq!(missing("90 repas en 2009", "some meals in 2009", Lang::En), ["number 90"]);
        assert_eq!(numbers("en 2009 300 personnes", Lang::Fr), [300, 2009].into());
        assert_eq!(kanji(12_345), "一万二千三百四十五");
    }

    #[test]
    fn nothing_is_missed_in_an_exact_copy() {
        let body = "# 1\n\n- `a` [b](https://c.org) 3,14 @dede\n\n```\nx = 1\n```";
        assert!(lost((body, Lang::En), (body, Lang::Ja)).is_empty());
    }
}
