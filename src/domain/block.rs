//! T4: blocks and their keys, from which freshness is derived.

use super::{markdown, post::Change, words};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

words! {
    /// What a block is; two texts stand side by side in pairs only where number and kinds agree.
    BlockKind {
        Title = "title", Heading = "heading", Paragraph = "paragraph", List = "list", Table = "table",
        Code = "code", Quote = "quote", Footnote = "footnote", Rule = "rule",
    }
}

/// One block of a text as freshness sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    /// Hash of kind and normalised content.
    pub hash: String,
    /// Its words, for comparing revisions.
    pub words: String,
}

/// Title (if the text has one) and blocks of a body.
pub fn blocks(title: &str, body: &str) -> Vec<Block> {
    let title = (!title.is_empty()).then(|| Block { kind: BlockKind::Title, hash: hash(BlockKind::Title, title), words: title.to_owned() });
    let body = markdown::outline(body).into_iter().map(|b| Block { kind: b.kind, hash: hash(b.kind, &b.content), words: b.words });
    title.into_iter().chain(body).collect()
}

/// 72 bits of SHA-256: enough that two blocks of one text never meet by chance, short enough to store by the list.
fn hash(kind: BlockKind, content: &str) -> String {
    let digest = Sha256::digest(format!("{kind}\0{content}"));
    BASE64_URL_SAFE_NO_PAD.encode(&digest[..9])
}

/// Characters of each block, space-separated, beside its keys.
pub fn sizes(title: &str, body: &str) -> String {
    blocks(title, body).iter().map(|b| b.words.chars().count().to_string()).collect::<Vec<_>>().join(" ")
}

/// Whether two texts have the same number and kinds of blocks.
pub fn same_shape(a: &[Block], b: &[Block]) -> bool {
    a.iter().map(|x| x.kind).eq(b.iter().map(|x| x.kind))
}

/// An earlier source revision: its blocks and the keys that they were given.
pub struct Keyed {
    pub blocks: Vec<Block>,
    pub keys: Vec<String>,
}

/// The wording edit changed the number or kinds of blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShapeChanged;

/// Keys of a new source revision. `history` is newest first.
///
/// A wording edit keeps the keys of the blocks that it replaces. An edit for meaning keeps the key of each
/// block whose content stood in an earlier revision (so that an exact revert is fresh again) and gives every
/// other block its own hash.
///
/// # Errors
/// [`ShapeChanged`] when a wording edit changes number or kind of blocks.
pub fn keys(new: &[Block], history: &[Keyed], change: Change) -> Result<Vec<String>, ShapeChanged> {
    if let (Change::Wording, Some(last)) = (change, history.first()) {
        return if same_shape(new, &last.blocks) { Ok(last.keys.clone()) } else { Err(ShapeChanged) };
    }
    let mut known: Vec<HashMap<&str, Vec<&str>>> = history
        .iter()
        .map(|h| {
            let mut by_hash: HashMap<&str, Vec<&str>> = HashMap::new();
            // In reverse, so that `pop` gives equal blocks their keys in the order of the text.
            for (block, key) in h.blocks.iter().zip(&h.keys).rev() {
                by_hash.entry(&block.hash).or_default().push(key);
            }
            by_hash
        })
        .collect();
    Ok(new
        .iter()
        .map(|block| {
            let earlier = known.iter_mut().find_map(|by_hash| by_hash.get_mut(block.hash.as_str()).and_then(Vec::pop));
            earlier.unwrap_or(&block.hash).to_owned()
        })
        .collect())
}

/// How a translation stands to its source now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Freshness {
    pub fresh: bool,
    /// Source blocks that the translation does not answer.
    pub outdated: Vec<usize>,
    /// Positions in the answered list whose block is no longer in the source: where the translation's own
    /// blocks pair with that list, these are the ones to mark.
    pub moved: Vec<usize>,
}

/// Compares the source's keys with those that a translation answers; both space-separated.
pub fn freshness(source: &str, answered: &str) -> Freshness {
    if source == answered {
        return Freshness { fresh: true, ..Freshness::default() };
    }
    Freshness { fresh: false, outdated: beyond(source, answered), moved: beyond(answered, source) }
}

/// Positions in `of` that `others` does not cover, equal keys counted as often as they occur.
fn beyond(of: &str, others: &str) -> Vec<usize> {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for key in others.split(' ') {
        *left.entry(key).or_default() += 1;
    }
    let covered = |key: &str, left: &mut HashMap<&str, usize>| match left.get_mut(key) {
        Some(n) if *n > 0 => {
            *n -= 1;
            true
        }
        Some(_) | None => false,
    };
    of.split(' ').enumerate().filter(|(_, key)| !key.is_empty() && !covered(key, &mut left)).map(|(i, _)| i).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text with its source revisions, as the store would keep them.
    struct Source(Vec<Keyed>);

    impl Source {
        fn new(body: &str) -> Self {
            let mut source = Self(Vec::new());
            source.edit(body, Change::Meaning).unwrap();
            source
        }

        fn edit(&mut self, body: &str, change: Change) -> Result<(), ShapeChanged> {
            let blocks = blocks("", body);
            let keys = keys(&blocks, &self.0, change)?;
            self.0.insert(0, Keyed { blocks, keys });
            Ok(())
        }

        fn keys(&self) -> String {
            self.0[0].keys.join(" ")
        }
    }

    #[test]
    fn t4_one_edited_paragraph_outdates_one_block_and_an_exact_revert_is_fresh() {
        let mut source = Source::new("a\n\nb\n\nc");
        let answered = source.keys();
        source.edit("a\n\nB\n\nc", Change::Meaning).unwrap();
        assert_eq!(freshness(&source.keys(), &answered), Freshness { fresh: false, outdated: vec![1], moved: vec![1] });
        source.edit("a\n\nb\n\nc", Change::Meaning).unwrap();
        assert!(freshness(&source.keys(), &answered).fresh);
    }

    #[test]
    fn t4_a_wording_edit_outdates_nothing_and_keeps_the_shape() {
        let mut source = Source::new("a\n\nb");
        let answered = source.keys();
        source.edit("a\n\nb!", Change::Wording).unwrap();
        assert!(freshness(&source.keys(), &answered).fresh);
        assert_eq!(source.edit("a\n\n- b", Change::Wording), Err(ShapeChanged));
        assert_eq!(source.edit("a", Change::Wording), Err(ShapeChanged));
        // A later edit for meaning of the other block leaves the reworded one answered.
        source.edit("A\n\nb!", Change::Meaning).unwrap();
        assert_eq!(freshness(&source.keys(), &answered).outdated, [0]);
        source.edit("a\n\nb", Change::Meaning).unwrap();
        assert!(freshness(&source.keys(), &answered).fresh, "the words before the rewording are fresh too");
    }

    #[test]
    fn t4_equal_blocks_count_as_often_as_they_occur() {
        let mut source = Source::new("x\n\nx");
        let answered = source.keys();
        source.edit("x\n\nx\n\nx", Change::Meaning).unwrap();
        assert_eq!(freshness(&source.keys(), &answered).outdated, [2]);
    }

    #[test]
    fn t4_removed_or_moved_blocks_outdate_the_whole_only() {
        let mut source = Source::new("a\n\nb");
        let answered = source.keys();
        source.edit("b\n\na", Change::Meaning).unwrap();
        assert_eq!(freshness(&source.keys(), &answered), Freshness { fresh: false, outdated: vec![], moved: vec![] });
        source.edit("a", Change::Meaning).unwrap();
        assert_eq!(freshness(&source.keys(), &answered).outdated, Vec::<usize>::new());
        assert!(!freshness(&source.keys(), &answered).fresh);
    }
}
