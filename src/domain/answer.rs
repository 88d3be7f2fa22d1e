//! T4: which blocks of its source a translation answers, and what « still valid » adds to them.
//!
//! A list of keys alone would not say from which source revision each key came, and a moderator's correction of
//! *meaning or wording* (T3) could not give the list its new keys. So each place of the list is an [`Answer`], and
//! its key is that block's key in that revision.

use super::{block::freshness, diff};
use similar::DiffTag;
use std::collections::HashMap;

/// Block `i` of source revision `n`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    pub n: i32,
    pub i: usize,
}

/// An answered list with its keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answered(pub Vec<(Answer, String)>);

impl Answered {
    /// Every block of one source revision, in order.
    pub fn all(n: i32, keys: &str) -> Self {
        Self(keys.split(' ').filter(|k| !k.is_empty()).enumerate().map(|(i, key)| (Answer { n, i }, key.to_owned())).collect())
    }

    /// A stored list: `answers` of `None` are all blocks of revision `based_on`.
    pub fn stored(answers: Option<&str>, based_on: i32, keys: &str) -> Self {
        let all = Self::all(based_on, keys);
        match answers.map(places) {
            Some(places) if places.len() == all.0.len() => Self(places.into_iter().zip(all.0).map(|(a, (_, key))| (a, key)).collect()),
            Some(_) | None => all,
        }
    }

    pub fn keys(&self) -> String {
        self.0.iter().map(|(_, key)| key.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// As [`places`] reads it.
    pub fn places(&self) -> String {
        self.0.iter().map(|(a, _)| format!("{}:{}", a.n, a.i)).collect::<Vec<_>>().join(" ")
    }

    /// Whether each place of the list stands where its block stands in the source, or where one stands that took its
    /// place: only then can the two texts be shown in pairs.
    pub fn pairs_with(&self, source: &str) -> bool {
        let source: Vec<&str> = source.split(' ').filter(|k| !k.is_empty()).collect();
        let keys = self.keys();
        let freshness = freshness(&source.join(" "), &keys);
        let replaced = |i: usize| freshness.outdated.contains(&i) && freshness.moved.contains(&i);
        self.0.len() == source.len() && self.0.iter().zip(&source).enumerate().all(|(i, ((_, key), now))| key == now || replaced(i))
    }

    /// Adds blocks of source revision `n` (whose keys are `source`): a block that took another's place takes its
    /// answer's place too, so that nothing stays answered that the source no longer has there. Blocks that are
    /// answered already, and places that the source does not have, change nothing.
    pub fn confirm(&self, n: i32, source: &str, blocks: &[usize]) -> Self {
        let source: Vec<&str> = source.split(' ').filter(|k| !k.is_empty()).collect();
        let answered: Vec<&str> = self.0.iter().map(|(_, key)| key.as_str()).collect();
        let (mut missing, mut gone) = (Surplus::of(&source, &answered), Surplus::of(&answered, &source));
        let mut wanted = Surplus::default();
        for key in blocks.iter().filter_map(|i| source.get(*i)) {
            if missing.take(key) {
                wanted.add(key);
            }
        }
        let mut list = Vec::new();
        for op in diff::ops(&answered, &source) {
            let (tag, was, now) = op.as_tag_tuple();
            if tag == DiffTag::Equal {
                list.extend_from_slice(&self.0[was]);
                continue;
            }
            let (mut was, now) = (was.map(|p| &self.0[p]).peekable(), now);
            for i in now {
                let replaced = was.next();
                if wanted.take(source[i]) {
                    // Only what the source has nowhere any more is replaced: a block that merely moved stays answered.
                    list.extend(replaced.filter(|(_, key)| !gone.take(key)).cloned());
                    list.push((Answer { n, i }, source[i].to_owned()));
                } else {
                    list.extend(replaced.cloned());
                }
            }
            list.extend(was.cloned());
        }
        // What the comparison matched elsewhere (equal blocks) goes to the end: no answer is lost.
        for i in blocks.iter().copied().filter(|i| source.get(*i).is_some_and(|key| wanted.take(key))) {
            list.push((Answer { n, i }, source[i].to_owned()));
        }
        Self(list)
    }
}

/// How the words of a translation reached us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// A program sent a whole translation of what it saw.
    #[default]
    Program,
    /// A person wrote in one field beside the whole source.
    Whole,
    /// A person wrote block by block, each beside its source.
    Blocks,
}

/// What a save changes of the words that it started from.
pub struct Changes<'a> {
    pub form: Form,
    /// Whether the text has a title, which is its first block.
    pub titled: bool,
    pub title: bool,
    pub body: bool,
    /// Each block of the body, where they were written one by one.
    pub blocks: &'a [bool],
    /// Which of them hold no words: whoever reads finds nothing there, so they answer nothing.
    pub gaps: &'a [bool],
    /// Source blocks that were ticked as still valid.
    pub ticked: &'a [usize],
}

impl Changes<'_> {
    fn touches(&self, block: usize, paired: bool) -> bool {
        match (block.checked_sub(usize::from(self.titled)), self.form) {
            (None, _) => self.title,
            (Some(i), Form::Blocks) if paired => self.blocks.get(i).copied().unwrap_or(true),
            (Some(_), _) => self.body,
        }
    }

    fn leaves_out(&self, block: usize) -> bool {
        let gap = block.checked_sub(usize::from(self.titled)).and_then(|i| self.gaps.get(i));
        self.form == Form::Blocks && gap == Some(&true) && !self.ticked.contains(&block)
    }
}

/// What a save answers of source revision `n`. A program answers all that it says it saw; whoever fills an empty slot
/// (`old` is `None`) all that they did not leave empty. Otherwise outdated blocks that were neither changed nor ticked stay outdated: a
/// corrected comma must not make a stale paragraph fresh.
pub fn saved(n: i32, source: &str, old: Option<&Answered>, changes: &Changes) -> Answered {
    let all = Answered::all(n, source);
    let without_gaps =
        |list: Answered| Answered(list.0.into_iter().enumerate().filter(|(i, _)| !changes.leaves_out(*i)).map(|(_, a)| a).collect());
    let Some(old) = old.filter(|_| changes.form != Form::Program) else { return without_gaps(all) };
    let paired = changes.form == Form::Blocks && old.pairs_with(source);
    let outdated = freshness(source, &old.keys()).outdated;
    let (mended, left): (Vec<usize>, Vec<usize>) =
        outdated.into_iter().partition(|i| changes.touches(*i, paired) || changes.ticked.contains(i));
    // Written anew beside the whole source, or in pairs: what was removed or moved is dealt with too.
    let answered = if left.is_empty() && changes.body { all } else { old.confirm(n, source, &mended) };
    // In pairs, a place of the list is its block's place.
    if paired { without_gaps(answered) } else { answered }
}

/// A stored list of places; a broken one is no list.
fn places(stored: &str) -> Vec<Answer> {
    let place = |word: &str| {
        let (n, i) = word.split_once(':')?;
        Some(Answer { n: n.parse().ok()?, i: i.parse().ok()? })
    };
    stored.split(' ').filter_map(place).collect()
}

/// How often each key occurs in one list beyond another.
#[derive(Default)]
struct Surplus<'a>(HashMap<&'a str, usize>);

impl<'a> Surplus<'a> {
    fn of(of: &[&'a str], beyond: &[&'a str]) -> Self {
        let mut left = Self::default();
        for key in of {
            left.add(key);
        }
        for key in beyond {
            left.take(key);
        }
        left
    }

    fn add(&mut self, key: &'a str) {
        *self.0.entry(key).or_default() += 1;
    }

    /// Whether there was one left.
    fn take(&mut self, key: &str) -> bool {
        match self.0.get_mut(key) {
            Some(n) if *n > 0 => {
                *n -= 1;
                true
            }
            Some(_) | None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn confirmed(answered: &str, source: &str, blocks: &[usize]) -> String {
        Answered::all(1, answered).confirm(2, source, blocks).keys()
    }

    #[test]
    fn t4_still_valid_adds_the_key_of_the_block_and_of_no_other() {
        assert_eq!(confirmed("a b c", "a B C", &[1]), "a B c");
        assert_eq!(confirmed("a b c", "a B C", &[1, 2]), "a B C");
        assert_eq!(confirmed("a b", "a x b", &[1]), "a x b");
        assert_eq!(confirmed("a b", "a b", &[0, 7]), "a b", "nothing to add");
    }

    #[test]
    fn t4_a_removed_block_stays_in_the_list_until_the_whole_text_is_confirmed() {
        let list = confirmed("a b c", "A c", &[0]);
        assert_eq!(list, "A b c");
        assert_eq!(freshness("A c", &list).outdated, Vec::<usize>::new());
        assert!(!freshness("A c", &list).fresh);
    }

    #[test]
    fn an_answer_remembers_where_its_key_came_from() {
        let list = Answered::all(3, "a b").confirm(5, "a B", &[1]);
        assert_eq!(list.places(), "3:0 5:1");
        assert_eq!(Answered::stored(Some(&list.places()), 3, "a B"), list);
        assert_eq!(Answered::stored(None, 3, "a b"), Answered::all(3, "a b"));
    }

    fn after(form: Form, old: &str, source: &str, title: bool, blocks: &[bool], ticked: &[usize]) -> Vec<usize> {
        let body = blocks.contains(&true);
        let changes = Changes { form, titled: true, title, body, blocks, gaps: &[], ticked };
        freshness(source, &saved(2, source, Some(&Answered::all(1, old)), &changes).keys()).outdated
    }

    #[test]
    fn t4_a_save_answers_what_it_touches() {
        let (old, new) = ("t a b", "t A B");
        assert_eq!(after(Form::Blocks, old, new, false, &[true, false], &[]), [2]);
        assert_eq!(after(Form::Blocks, old, new, false, &[true, false], &[2]), [0; 0]);
        assert_eq!(after(Form::Blocks, old, new, false, &[false, false], &[]), [1, 2], "saved as it was");
        assert_eq!(after(Form::Whole, old, new, true, &[], &[]), [1, 2], "only the title was corrected");
        assert_eq!(after(Form::Whole, old, new, false, &[true], &[]), [0; 0]);
        assert_eq!(after(Form::Program, old, new, false, &[], &[]), [0; 0]);
    }

    #[test]
    fn t4_blocks_that_moved_are_no_pairs() {
        let list = |keys: &str| Answered::all(1, keys);
        assert!(list("a b c").pairs_with("a B c"));
        assert!(!list("a b c").pairs_with("x a b"), "an inserted paragraph and a removed one");
        assert!(!list("a b").pairs_with("b a") && !list("a b").pairs_with("a"));
    }

    proptest! {
        #[test]
        fn t4_after_still_valid_exactly_the_other_blocks_are_outdated(
            answered in prop::collection::vec("[a-f]", 1..8),
            source in prop::collection::vec("[a-f]", 1..8),
            ticked in prop::collection::vec(any::<bool>(), 8),
        ) {
            let (answered, source) = (answered.join(" "), source.join(" "));
            let before = freshness(&source, &answered).outdated;
            let blocks: Vec<usize> = before.iter().copied().filter(|i| ticked[*i]).collect();
            let after = Answered::all(1, &answered).confirm(2, &source, &blocks);
            let keys: Vec<&str> = source.split(' ').collect();
            let names = |of: &[usize]| { let mut n: Vec<&str> = of.iter().map(|i| keys[*i]).collect(); n.sort_unstable(); n };
            let expected: Vec<usize> = before.iter().copied().filter(|i| !blocks.contains(i)).collect();
            prop_assert_eq!(names(&freshness(&source, &after.keys()).outdated), names(&expected));
            for (place, key) in after.0.iter().filter(|(a, _)| a.n == 2) {
                prop_assert_eq!(keys[place.i], key.as_str());
            }
        }
    }
}
