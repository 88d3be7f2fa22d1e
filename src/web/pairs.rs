//! The rows of a workbench: each block of the source beside what stands for it in the translation.

use super::{cx::Cx, parts};
use crate::{
    domain::{
        answer::Form,
        block::{self, Block, BlockKind, Freshness},
        check::{self, LostKind},
        diff, effort,
        glossary::{self, Finder, Term},
        lang::Lang,
        markdown::{self, escape, title_html},
        segment,
        text::Quality,
    },
    forum::slots::SlotDraft,
    store::texts::{Revision, Text},
};

/// One row: a block of the source, or the whole of it, and what stands for it in the translation.
pub struct Pair {
    pub no: usize,
    pub kind: String,
    pub serif: bool,
    pub source: String,
    pub third: Option<String>,
    pub field: &'static str,
    /// The first row of its field: what is wrong with the field stands there.
    pub first: bool,
    pub target: String,
    pub state: String,
    pub outdated: bool,
    pub empty: bool,
    pub ticks: Vec<Tick>,
    pub terms: Vec<TermHint>,
    pub warnings: Vec<String>,
}

/// A source block that can be confirmed as still valid.
pub struct Tick {
    pub i: usize,
    pub label: String,
    pub ticked: bool,
}

/// A term of the glossary that stands in the source.
pub struct TermHint {
    pub name: String,
    pub name_lang: Lang,
    pub preferred: String,
    /// What it is called in the other languages.
    pub others: Vec<(Lang, String)>,
    pub avoid: Vec<String>,
    pub note: String,
    pub note_lang: Lang,
}

impl TermHint {
    /// A term that stands in a text of one language, for somebody who writes or reads another.
    pub fn of(term: &Term, stands_in: Lang, other: Lang) -> Self {
        let others = Lang::THREE.into_iter().filter(|l| *l != stands_in);
        Self {
            name: term.name(stands_in).to_owned(),
            name_lang: stands_in,
            preferred: term.name(other).to_owned(),
            others: others.map(|l| (l, term.name(l).to_owned())).collect(),
            avoid: term.avoid.iter().filter(|a| a.chars().any(glossary::is_japanese) == (other == Lang::Ja)).cloned().collect(),
            note: term.note.clone(),
            note_lang: term.note_lang.unwrap_or(Lang::En),
        }
    }
}

/// The third language block by block, where its blocks pair with the source's (T4).
pub fn third_blocks(third: &Revision, source: &Revision) -> Option<Vec<String>> {
    let paired = block::same_shape(&block::blocks(&third.title, &third.body), &block::blocks(&source.title, &source.body));
    let title = (!third.title.is_empty()).then(|| escape(&third.title));
    paired.then(|| title.into_iter().chain(third.html.split(markdown::BLOCK_BREAK).map(str::to_owned)).collect())
}

/// What the rows are made of.
pub struct Bench<'a> {
    pub cx: &'a Cx,
    pub text: &'a Text,
    pub lang: Lang,
    pub source: &'a Revision,
    /// The source revision that the translation was made from.
    pub made_from: Option<&'a Revision>,
    pub freshness: &'a Freshness,
    pub terms: &'a [Term],
    pub form: &'a SlotDraft,
}

impl Bench<'_> {
    fn blocks(&self) -> Vec<Block> {
        block::blocks(&self.source.title, &self.source.body)
    }

    fn titled(&self) -> usize {
        usize::from(self.text.kind.has_title())
    }

    /// In pairs only where they pair; an empty slot takes the source's blocks.
    pub fn pairs_by_block(&self, typed: bool, began: Option<&Revision>, whole: bool) -> bool {
        let segments = segment::segments(&self.source.body).len();
        if whole || segments == 0 || segments + self.titled() != self.blocks().len() || self.unpaired(began) {
            return false;
        }
        // One block is the whole text: a draft of it was kept in one piece.
        !typed || ((self.form.form == Form::Blocks || segments == 1) && self.form.parts.len() == segments)
    }

    /// T4: whether the two texts have other blocks, so that they stand beside each other as a whole. Paragraphs that
    /// were inserted and removed can leave number and kinds as they were: what each block answers tells.
    pub fn unpaired(&self, began: Option<&Revision>) -> bool {
        let shaped = |s: &Revision| block::same_shape(&block::blocks(&s.title, &s.body), &self.blocks());
        began.is_some_and(|b| !shaped(b) || !b.answered().pairs_with(&self.source.keys))
    }

    /// One row a block.
    pub fn by_block(&self, third: Option<&[String]>) -> Vec<Pair> {
        let (blocks, html) = (self.blocks(), self.source_html());
        let segments = segment::segments(&self.source.body);
        let stored = match self.form.parts.as_slice() {
            [whole] if self.form.form != Form::Blocks => segment::segments(whole),
            parts => parts.to_vec(),
        };
        let finder = Finder::new(self.terms, self.text.original);
        let row = |(i, block): (usize, &Block)| {
            let part = i.checked_sub(self.titled());
            let target = part.map_or_else(|| self.form.title.clone(), |p| stored.get(p).cloned().unwrap_or_default());
            let source = part.map_or(self.source.title.as_str(), |p| segments.get(p).map_or("", String::as_str));
            let outdated = self.freshness.outdated.contains(&i);
            Pair {
                third: third.and_then(|t| t.get(i)).cloned(),
                ticks: if outdated { vec![self.tick(i, self.cx.l.t("slots-still-valid"))] } else { Vec::new() },
                ..self.pair(i + 1, block, html.get(i).cloned().unwrap_or_default(), source, target, outdated, &finder)
            }
        };
        blocks.iter().enumerate().map(row).collect()
    }

    /// The title, then the whole text beside the whole text.
    pub fn whole(&self) -> Vec<Pair> {
        let (blocks, html) = (self.blocks(), self.source_html());
        let finder = Finder::new(self.terms, self.text.original);
        let titled = self.titled();
        let mut pairs = Vec::new();
        if let (1, Some(title)) = (titled, blocks.first()) {
            let outdated = self.freshness.outdated.contains(&0);
            let source = html.first().cloned().unwrap_or_default();
            pairs.push(Pair {
                ticks: if outdated { vec![self.tick(0, self.cx.l.t("slots-still-valid"))] } else { Vec::new() },
                ..self.pair(1, title, source, &self.source.title, self.form.title.clone(), outdated, &finder)
            });
        }
        let words = blocks.iter().skip(titled).map(|b| b.words.as_str()).collect::<Vec<_>>().join("\n");
        let all = Block { kind: BlockKind::Paragraph, hash: String::new(), words };
        let outdated: Vec<usize> = self.freshness.outdated.iter().copied().filter(|i| *i >= titled).collect();
        let marked = html.iter().enumerate().skip(titled).map(|(i, block)| match outdated.contains(&i) {
            true => format!("<div class=\"blk-old\">{block}</div>"),
            false => block.clone(),
        });
        let source = marked.collect::<Vec<_>>().join("\n");
        let label = |i: usize| self.cx.l.m("slots-still-valid-block").n("no", i + 1).s("words", excerpt(&blocks[i].words)).to_string();
        pairs.push(Pair {
            kind: self.cx.l.t("slots-whole-text"),
            serif: false,
            ticks: outdated.iter().map(|i| self.tick(*i, label(*i))).collect(),
            ..self.pair(titled + 1, &all, source, &self.source.body, self.form.body(), !outdated.is_empty(), &finder)
        });
        pairs
    }

    #[allow(clippy::too_many_arguments, reason = "one row, seven facts")]
    fn pair(&self, no: usize, block: &Block, html: String, source: &str, target: String, outdated: bool, finder: &Finder) -> Pair {
        let l = self.cx.l;
        let empty = target.trim().is_empty();
        let terms: Vec<&Term> = finder.found(&block.words);
        let state = match (empty, outdated) {
            (true, _) => l.t("slots-block-empty"),
            // Words of a draft or of a refused save: readers have none of them.
            (false, _) if self.text.quality(self.lang) == Quality::Empty => l.t("slots-block-unsaved"),
            (false, true) => l.m("slots-block-outdated").h("old", "<span class=\"old\">").h("end", "</span>").html(),
            (false, false) => l.t("slots-block-fresh"),
        };
        let is_title = no == 1 && self.titled() == 1;
        Pair {
            no,
            kind: l.m("slots-kind").s("kind", block.kind.as_str()).to_string(),
            serif: is_title,
            source: html,
            third: None,
            field: if is_title { "title" } else { "body" },
            first: is_title || no == self.titled() + 1,
            state,
            outdated: outdated && !empty,
            empty,
            ticks: Vec::new(),
            terms: terms.iter().map(|t| TermHint::of(t, self.text.original, self.lang)).collect(),
            warnings: if empty { Vec::new() } else { self.warnings(source, &target, &terms) },
            target,
        }
    }

    fn tick(&self, i: usize, label: String) -> Tick {
        Tick { i, label, ticked: self.form.blocks.contains(&i) }
    }

    /// Gentle: nothing is refused for them.
    fn warnings(&self, source: &str, target: &str, terms: &[&Term]) -> Vec<String> {
        let l = self.cx.l;
        let avoided = terms.iter().flat_map(|t| {
            glossary::avoided(t, target, self.lang)
                .into_iter()
                .map(|found| l.m("slots-warn-avoid").s("found", found).s("preferred", t.name(self.lang)).to_string())
        });
        let lost = check::lost((source, self.text.original), (target, self.lang)).into_iter().map(|lost| {
            let key = match lost.kind {
                LostKind::Link => "slots-warn-link",
                LostKind::Image => "slots-warn-image",
                LostKind::Code => "slots-warn-code",
                LostKind::Mention => "slots-warn-mention",
                LostKind::Number => "slots-warn-number",
            };
            l.m(key).s("what", excerpt(&lost.what)).to_string()
        });
        avoided.chain(lost).collect()
    }

    /// Each source block as HTML; where it is outdated, what changed in it since the translation was made.
    fn source_html(&self) -> Vec<String> {
        let blocks = self.blocks();
        let title = (self.titled() == 1).then(|| title_html(&self.source.title, self.text.original));
        let mut html: Vec<String> = title.into_iter().chain(self.source.html.split(markdown::BLOCK_BREAK).map(str::to_owned)).collect();
        html.resize(blocks.len(), String::new());
        if let Some(old) = self.made_from.filter(|_| !self.freshness.fresh) {
            for changed in diff::blocks(&block::blocks(&old.title, &old.body), &blocks, self.text.original) {
                let Some(i) = changed.is.filter(|i| !changed.same && self.freshness.outdated.contains(i)) else { continue };
                html[i] = format!("<p class=\"changes\">{}</p>", parts::pieces(&changed.pieces, self.text.original));
            }
        }
        html
    }

    /// What there is to do, with the minutes that it takes; HTML.
    pub fn todo(&self) -> String {
        let (l, blocks) = (self.cx.l, self.blocks());
        let chars = |i: &usize| blocks.get(*i).map_or(0, |b| b.words.chars().count());
        let all: usize = blocks.iter().map(|b| b.words.chars().count()).sum();
        let outdated: usize = self.freshness.outdated.iter().map(chars).sum();
        let translating = |chars| effort::translating(chars, self.text.original);
        let old = |key| l.m(key).h("old", "<span class=\"old\">").h("end", "</span>");
        match (self.text.quality(self.lang), self.freshness.fresh, self.freshness.outdated.len()) {
            (Quality::Empty, ..) => l.m("slots-todo-empty").n("blocks", blocks.len()).n("minutes", translating(all)).to_string(),
            (Quality::Machine, ..) => l.m("slots-todo-machine").n("minutes", translating(all)).to_string(),
            (_, false, 0) => old("slots-todo-moved").html(),
            (_, false, n) => old("slots-todo-outdated").n("count", n).n("blocks", blocks.len()).n("minutes", translating(outdated)).html(),
            (Quality::Translated, true, _) => l.m("slots-todo-review").n("minutes", effort::reviewing(all, self.text.original)).to_string(),
            (Quality::Reviewed | Quality::Original, true, _) => l.t("slots-todo-nothing"),
        }
    }
}

/// A few words of a passage, by characters.
fn excerpt(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}
