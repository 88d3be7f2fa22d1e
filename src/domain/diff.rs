//! What changed between two revisions, block by block and word by word.

use super::{block::Block, lang::Lang};
use icu_segmenter::{WordSegmenter, options::WordBreakInvariantOptions};
use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};
use std::hash::Hash;

/// Beyond so many pairs of parts no search is made for what they share: 50,000 characters against as many others would
/// take minutes.
const COMPARED: usize = 4_000_000;

/// Words that stayed, went or came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Same(String),
    Gone(String),
    Added(String),
}

/// One block of a comparison, with its places in the two revisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    pub was: Option<usize>,
    pub is: Option<usize>,
    pub same: bool,
    pub pieces: Vec<Piece>,
}

/// Compares two revisions of one slot: equal blocks stay whole, replaced ones are compared by words.
pub fn blocks(old: &[Block], new: &[Block], lang: Lang) -> Vec<Changed> {
    let hashes = |blocks: &[Block]| blocks.iter().map(|b| b.hash.clone()).collect::<Vec<_>>();
    let mut changed = Vec::new();
    for op in ops(&hashes(old), &hashes(new)) {
        let (tag, was, now) = op.as_tag_tuple();
        match tag {
            DiffTag::Equal => {
                changed.extend(was.zip(now).map(|(i, j)| Changed {
                    was: Some(i),
                    is: Some(j),
                    same: true,
                    pieces: vec![Piece::Same(new[j].words.clone())],
                }));
            }
            DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => {
                // Pairs first; what is left on one side went or came as a whole.
                let pairs = was.len().min(now.len());
                for (i, j) in was.clone().zip(now.clone()) {
                    changed.push(Changed { was: Some(i), is: Some(j), same: false, pieces: words(&old[i].words, &new[j].words, lang) });
                }
                changed.extend(was.skip(pairs).map(|i| Changed {
                    was: Some(i),
                    is: None,
                    same: false,
                    pieces: vec![Piece::Gone(old[i].words.clone())],
                }));
                changed.extend(now.skip(pairs).map(|j| Changed {
                    was: None,
                    is: Some(j),
                    same: false,
                    pieces: vec![Piece::Added(new[j].words.clone())],
                }));
            }
        }
    }
    changed
}

/// Compares two passages by words; Japanese is segmented by dictionary. Long ones sentence by sentence first.
pub fn words(old: &str, new: &str, lang: Lang) -> Vec<Piece> {
    let (was, is) = (segments(old, lang), segments(new, lang));
    if few(&was, &is) {
        return compared(&was, &is);
    }
    let sentences = |text: &'_ str| text.split_inclusive(['.', '!', '?', '。', '！', '？', '\n']).map(str::to_owned).collect::<Vec<_>>();
    let (was, is) = (sentences(old), sentences(new));
    let mut pieces = Vec::new();
    for op in ops(&was, &is) {
        let (tag, old, new) = op.as_tag_tuple();
        let (old, new) = (was[old].concat(), is[new].concat());
        match tag {
            DiffTag::Equal => pieces.push(Piece::Same(new)),
            DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => pieces.extend(compared(&segments(&old, lang), &segments(&new, lang))),
        }
    }
    pieces
}

fn few<T>(old: &[T], new: &[T]) -> bool {
    old.len().saturating_mul(new.len()) <= COMPARED
}

/// What makes the new list of the old one. Lists that are too long are the same at both ends, and replaced between.
pub(super) fn ops<T: Hash + Eq + Ord>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    if few(old, new) {
        return capture_diff_slices(Algorithm::Myers, old, new);
    }
    let len = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - len;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let (old_len, new_len) = (old.len() - len - tail, new.len() - len - tail);
    vec![
        DiffOp::Equal { old_index: 0, new_index: 0, len },
        DiffOp::Replace { old_index: len, old_len, new_index: len, new_len },
        DiffOp::Equal { old_index: len + old_len, new_index: len + new_len, len: tail },
    ]
}

fn compared(old: &[&str], new: &[&str]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut gone, mut added) = (String::new(), String::new());
    let flush = |gone: &mut String, added: &mut String, pieces: &mut Vec<Piece>| {
        pieces.extend((!gone.is_empty()).then(|| Piece::Gone(std::mem::take(gone))));
        pieces.extend((!added.is_empty()).then(|| Piece::Added(std::mem::take(added))));
    };
    for op in ops(old, new) {
        let (tag, was, now) = op.as_tag_tuple();
        let (was, now) = (old[was].concat(), new[now].concat());
        // A space between two changed words is part of the change: words are read together.
        let between = tag == DiffTag::Equal && now.trim().is_empty() && !(gone.is_empty() && added.is_empty());
        if tag == DiffTag::Equal && !between {
            flush(&mut gone, &mut added, &mut pieces);
            pieces.extend((!now.is_empty()).then_some(Piece::Same(now)));
        } else {
            gone.push_str(&was);
            added.push_str(&now);
        }
    }
    flush(&mut gone, &mut added, &mut pieces);
    pieces
}

fn segments(text: &str, lang: Lang) -> Vec<&str> {
    match lang {
        Lang::Ja => {
            let breaks: Vec<usize> = WordSegmenter::new_auto(WordBreakInvariantOptions::default()).segment_str(text).collect();
            breaks.windows(2).map(|w| &text[w[0]..w[1]]).collect()
        }
        Lang::Fr | Lang::En => {
            let mut parts = Vec::new();
            for chunk in text.split_inclusive(char::is_whitespace) {
                let word = chunk.trim_end();
                parts.extend([word, &chunk[word.len()..]].into_iter().filter(|p| !p.is_empty()));
            }
            parts
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::block;

    #[test]
    fn a_changed_word_is_shown_alone() {
        assert_eq!(
            words("deux chauffeurs entre quatre cuisines", "deux chauffeurs entre six cuisines", Lang::Fr),
            [
                Piece::Same("deux chauffeurs entre ".into()),
                Piece::Gone("quatre".into()),
                Piece::Added("six".into()),
                Piece::Same(" cuisines".into())
            ]
        );
    }

    #[test]
    fn japanese_is_compared_by_words() {
        let pieces = words("住民がバスを走らせる", "住民が電車を走らせる", Lang::Ja);
        assert!(pieces.contains(&Piece::Gone("バス".into())) && pieces.contains(&Piece::Added("電車".into())), "{pieces:?}");
    }

    #[test]
    fn long_passages_are_compared_by_sentences_and_never_for_minutes() {
        let old: String = (0..3000).map(|i| format!("word{i} and more of it. ")).collect();
        let pieces = words(&old, &old.replace("word1500 ", "changed "), Lang::En);
        let changed: Vec<_> = pieces.iter().filter(|p| !matches!(p, Piece::Same(_))).collect();
        assert_eq!(changed, [&Piece::Gone("word1500".into()), &Piece::Added("changed".into())]);
        let backwards: String = old.chars().rev().collect();
        assert!(words(&old, &backwards, Lang::En).len() < 10, "replaced, not searched");
    }

    #[test]
    fn an_inserted_block_leaves_the_others_whole() {
        let of = |body: &str| block::blocks("", body);
        let changed = blocks(&of("a\n\nc"), &of("a\n\nb\n\nc"), Lang::En);
        assert_eq!(changed.iter().map(|c| c.same).collect::<Vec<_>>(), [true, false, true]);
        assert_eq!(changed[1].pieces, [Piece::Added("b".into())]);
    }
}
