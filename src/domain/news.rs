//! What happened, as letters tell it: facts about threads, and what one reader wants of them.

use super::{
    lang::{Lang, Langs},
    text::Quality,
    watch::Level,
    words,
};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

words! {
    /// Where a line stands in the letter, in this order.
    Section {
        /// Asked of the reader.
        Asked = "asked",
        /// Consensus threads: stages, declarations, what they rest on.
        Consensus = "consensus",
        /// News of threads that they follow.
        Followed = "followed",
        /// New and active in their themes.
        Active = "active",
        /// Newly readable in their language.
        Readable = "readable",
    }
}

words! {
    /// What is asked.
    Ask {
        /// Somebody answered, mentioned or quoted the reader, who has not looked yet.
        Answer = "answer",
        /// An objection has no answer yet.
        Objection = "objection",
        /// Statements of a consensus thread have no position of the reader's.
        Position = "position",
        Review = "review",
        Update = "update",
        Translate = "translate",
    }
}

words! {
    /// What happened to a consensus thread; of several things, the last is told.
    Happened {
        /// It entered another stage.
        Staged = "staged",
        /// What a declaration rests on has changed in meaning.
        Moved = "moved",
        Declared = "declared",
    }
}

/// A line of a letter: what it is about, no words yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Item {
    pub section: Section,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask: Option<Ask>,
    /// Of the slot that waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<Happened>,
    pub thread: i64,
    /// The post that the line leads to, and whose words it gives.
    pub post: i64,
    /// How many posts are new, or newly readable.
    pub count: usize,
}

/// What happened in one thread, of which everybody may read all. Numbers are those of the sequence of events.
#[derive(Debug, Clone, Default)]
pub struct News {
    pub thread: i64,
    pub opening: i64,
    pub original: Option<Lang>,
    /// In the thread's order.
    pub themes: Vec<i64>,
    pub posts: Vec<Posted>,
    pub filled: Vec<Filled>,
    pub gaps: Vec<Gap>,
    /// Of a consensus thread.
    pub happened: Vec<(i64, Happened)>,
    pub voices: Option<Voices>,
}

/// Whose voices a consensus thread lacks.
#[derive(Debug, Clone, Default)]
pub struct Voices {
    /// When positions were last asked for.
    pub seq: i64,
    /// How many statements take positions.
    pub statements: usize,
    /// On how many of them somebody has one that stands.
    pub taken: HashMap<i64, usize>,
    /// The reasons of objections that wait for an answer.
    pub objections: Vec<i64>,
}

/// A post was published.
#[derive(Debug, Clone, Copy)]
pub struct Posted {
    pub seq: i64,
    pub post: i64,
    pub text: i64,
    pub author: i64,
}

/// A slot can be read since somebody translated it.
#[derive(Debug, Clone, Copy)]
pub struct Filled {
    pub seq: i64,
    pub post: i64,
    pub lang: Lang,
    pub original: Lang,
}

/// A slot waits for somebody.
#[derive(Debug, Clone, Copy)]
pub struct Gap {
    pub seq: i64,
    pub post: i64,
    pub lang: Lang,
    pub original: Lang,
    pub ask: Ask,
    /// Who has translated it.
    pub by: Option<i64>,
    /// How many people asked for it.
    pub requests: i64,
}

/// A line with everything that it says, in no language yet: T8 has chosen the slot.
#[derive(Debug, Clone)]
pub struct Line {
    pub item: Item,
    pub text: i64,
    /// The thread's title, and its language.
    pub title: (String, Lang),
    /// How the words begin, and their language.
    pub words: (String, Lang),
    /// Who wrote them; nothing for a former participant.
    pub author: String,
    pub original: Lang,
    /// Of the slot that the words are from; of what is asked, of the slot that waits.
    pub quality: Quality,
    pub fresh: bool,
    pub translator: String,
    pub reviewer: String,
    /// Of what is asked: minutes of work.
    pub minutes: usize,
    /// The reader reads the language of the words.
    pub readable: bool,
}

/// Who the letter is for.
#[derive(Debug, Clone, Default)]
pub struct Want {
    /// What came up to here was told before.
    pub from: i64,
    pub lang: Option<Lang>,
    /// With `lang`.
    pub reads: Langs,
    /// Their themes; none is all.
    pub themes: HashSet<i64>,
    /// How closely they watch threads and themes.
    pub watched_threads: HashMap<i64, Level>,
    pub watched_themes: HashMap<i64, Level>,
    /// Of a member only.
    pub account: Option<i64>,
    /// Languages that they write, and review.
    pub writes: Langs,
    pub reviews: Langs,
    /// Texts in which somebody waits for their answer.
    pub answers: HashSet<i64>,
    /// They see to it that objections are answered.
    pub moderates: bool,
}
