//! A few words around what was found.

use super::{
    block::{self, Block, BlockKind},
    lang::Lang,
    references,
};
use icu_segmenter::GraphemeClusterSegmenter;

/// Graphemes before the first place that was found, and in all. A Japanese character says about 2.5 times as much.
const BEFORE: [usize; 3] = [50, 50, 20];
const LENGTH: [usize; 3] = [240, 240, 100];
/// What a list of letters shows of a subject, beside the other words of it.
const TITLE: [usize; 3] = [60, 60, 24];

/// A piece of a snippet; `marked` is what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub marked: bool,
}

/// The words around the first of `places` (sorted, in bytes), cut between graphemes and where possible between words;
/// an ellipsis stands for what was cut. Without places: how the text begins.
pub fn around(text: &str, places: &[(usize, usize)], lang: Lang) -> Vec<Piece> {
    let cuts: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(text).collect();
    let index = |byte: usize| cuts.partition_point(|c| *c < byte);
    let first = places.first().map_or(0, |(start, _)| index(*start));
    let from = first.saturating_sub(BEFORE[lang.index()]);
    let to = (from + LENGTH[lang.index()]).min(cuts.len().saturating_sub(1));
    let start = word_start(text, cuts.get(from).copied().unwrap_or(0), cuts.get(first).copied().unwrap_or(0), lang);
    let end = word_end(text, cuts.get(to).copied().unwrap_or(text.len()), lang);
    let mut pieces = Vec::new();
    let mut push = |text: &str, marked: bool| {
        let text = one_line(text);
        if !text.is_empty() {
            pieces.push(Piece { text, marked });
        }
    };
    let mut at = start;
    for (from, to) in places {
        let (from, to) = ((*from).max(at), (*to).min(end));
        if from < to {
            push(&text[at..from], false);
            push(&text[from..to], true);
            at = to;
        }
    }
    push(&text[at.min(end)..end], false);
    if start > 0 && !pieces.is_empty() {
        pieces[0].text = format!("…{}", pieces[0].text.trim_start());
    }
    if end < text.trim_end().len()
        && let Some(last) = pieces.last_mut()
    {
        last.text = format!("{}…", last.text.trim_end());
    }
    pieces
}

/// How a body's own words begin: running text where there is any, since a table on one line says nothing.
pub fn beginning(body: &str, lang: Lang) -> String {
    let blocks = block::blocks("", &references::own_words(body));
    let words = |of: &dyn Fn(&Block) -> bool| blocks.iter().filter(|b| of(b)).map(|b| format!("{}\n", b.words)).collect::<String>();
    let running = words(&|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::List | BlockKind::Quote));
    let words = if running.trim().is_empty() { words(&|_| true) } else { running };
    around(&words, &[], lang).into_iter().map(|p| p.text).collect()
}

/// A title short enough for the subject of a letter, cut between words.
pub fn title(text: &str, lang: Lang) -> String {
    let cut = GraphemeClusterSegmenter::new().segment_str(text).nth(TITLE[lang.index()]).filter(|cut| *cut < text.len());
    match cut.map(|cut| word_end(text, cut, lang)).filter(|end| *end < text.len()) {
        Some(end) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// Lines folded into spaces, without gluing two pieces together.
fn one_line(text: &str) -> String {
    let edge = |is: bool| if is { " " } else { "" };
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match folded.is_empty() {
        true => edge(!text.is_empty()).to_owned(),
        false => format!("{}{folded}{}", edge(text.starts_with(char::is_whitespace)), edge(text.ends_with(char::is_whitespace))),
    }
}

/// French and English begin at a word, no later than what was found.
fn word_start(text: &str, at: usize, latest: usize, lang: Lang) -> usize {
    if at == 0 || lang == Lang::Ja {
        return at;
    }
    text[at..latest.max(at)].find(char::is_whitespace).map_or(at, |space| at + space)
}

fn word_end(text: &str, at: usize, lang: Lang) -> usize {
    if at >= text.len() || lang == Lang::Ja {
        return at;
    }
    // A word longer than thirty bytes is cut like any other text.
    text[..at].rfind(char::is_whitespace).filter(|space| at - space < 30).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(pieces: &[Piece]) -> String {
        pieces.iter().map(|p| if p.marked { format!("[{}]", p.text) } else { p.text.clone() }).collect()
    }

    #[test]
    fn the_match_is_marked_and_what_is_cut_is_told() {
        let text = format!("{} la coopérative du quartier {}", "mot ".repeat(40), "fin ".repeat(100));
        let at = text.find("coopérative").unwrap();
        let snippet = plain(&around(&text, &[(at, at + "coopérative".len())], Lang::Fr));
        assert!(
            snippet.starts_with("…mot") && snippet.contains(" la [coopérative] du quartier ") && snippet.ends_with("fin…"),
            "{snippet}"
        );
    }

    #[test]
    fn nothing_is_cut_inside_a_character() {
        let family = "👩‍👩‍👧‍👦";
        for n in 0..60 {
            let text = format!("{}{}語{}", "a".repeat(n), family.repeat(60), family.repeat(120));
            let at = text.find('語').unwrap();
            for lang in Lang::THREE {
                let pieces = around(&text, &[(at, at + 3)], lang);
                let whole = pieces.iter().map(|p| p.text.as_str()).collect::<String>();
                assert!(whole.replace(family, "").chars().all(|c| matches!(c, 'a' | '語' | '…')), "{whole}");
            }
        }
    }

    #[test]
    fn a_title_is_cut_between_words_and_only_when_it_is_long() {
        let long = "Une charte de l’accueil pour les coopératives du quartier et leurs voisines";
        assert_eq!(title(long, Lang::Fr), "Une charte de l’accueil pour les coopératives du quartier…");
        assert_eq!(title(&long[..38], Lang::Fr), long[..38]);
        assert_eq!(title(&"語".repeat(30), Lang::Ja), format!("{}…", "語".repeat(24)));
        assert_eq!(title(&"a".repeat(200), Lang::En), format!("{}…", "a".repeat(60)));
    }

    #[test]
    fn without_a_place_the_beginning_is_shown() {
        assert_eq!(plain(&around("a\nb", &[], Lang::En)), "a b");
        assert_eq!(plain(&around("", &[], Lang::En)), "");
        assert_eq!(plain(&around("経済と救済", &[(3, 6), (12, 15)], Lang::Ja)), "経[済]と救[済]");
    }
}
