//! The workbench of one slot: source and translation side by side by block, with what a translator needs beside them.

use super::{
    cx::{Cx, Html, Layout, Section},
    parts::{self, Cell, Refusals, who},
    post_view::{self, Frame, PostView, Show},
    remarks::{self, Remark},
    url,
};
use crate::{
    domain::{
        FieldError,
        block::{self, Block, Freshness},
        check::{self, LostKind},
        diff, effort,
        glossary::{self, Finder, Term},
        lang::Lang,
        markdown::{self, escape, title_html},
        policy::{self, Denied},
        segment,
        slot::{self, Hand, SlotAct},
        text::Quality,
    },
    error::{Error, Result, Standing},
    forum::{self, slots::SlotDraft},
    store::{
        self, Conn,
        posts::Post,
        texts::{Revision, Text},
    },
};
use askama::Template;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "slots/workbench.html")]
struct WorkbenchPage {
    layout: Layout,
    place: Place,
    cells: Vec<Cell>,
    lang: Lang,
    source_lang: Lang,
    source_n: i32,
    target_n: i32,
    state: String,
    /// What was done by the form that led here, in words.
    done: Option<String>,
    /// What is wrong with the translation as a whole, with the minutes that mending takes; HTML.
    todo: String,
    claim: ClaimLine,
    remarks: Vec<Remark>,
    /// A newer original than the one that is shown: saved words will be compared with it.
    source_moved: bool,
    draft_kept: Option<String>,
    refusals: Refusals,
    denied: Option<String>,
    conflict: Option<Conflict>,
    /// Set once a question was asked: the next save means it.
    sure: bool,
    csrf: String,
    form: SlotDraft,
    pairs: Vec<Pair>,
    by_block: bool,
    /// The other way to write, where there is one.
    other_way: Option<String>,
    third: Option<Third>,
    third_lang: Option<Lang>,
    may: May,
    /// Whether there is anything that takes a reason.
    judges: bool,
    here: String,
    context: Option<PostView>,
    hrefs: Hrefs,
    author: String,
}

/// The text that a slot belongs to, and the way back to it.
pub struct Place {
    pub title: String,
    pub title_lang: Lang,
    pub back: String,
    /// The post's number, where it is a reply.
    pub n: Option<i32>,
}

struct Hrefs {
    history: String,
    next: String,
    contest: Option<String>,
}

/// Who works on the slot.
struct ClaimLine {
    words: String,
    act: Option<&'static str>,
}

/// What somebody else saved meanwhile.
struct Conflict {
    by: String,
    n: i32,
    title: String,
    html: String,
    /// From their text to what was sent.
    changes: String,
}

/// What this person may do here.
#[derive(Default)]
struct May {
    propose: bool,
    valid: bool,
    review: bool,
    review_own: bool,
    send_back: bool,
    clear: bool,
    restore: bool,
}

/// The whole text in the third language, where its blocks do not pair with the source's.
struct Third {
    lang: Lang,
    html: String,
}

/// One row: a block of the source, or the whole of it, and what stands for it in the translation.
pub struct Pair {
    pub no: usize,
    pub kind: String,
    pub serif: bool,
    pub source: String,
    pub third: Option<String>,
    pub field: &'static str,
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
    pub preferred: String,
    pub avoid: Vec<String>,
    pub note: String,
    pub note_lang: Lang,
}

/// How a form comes back: with what was typed, and why it was not taken.
#[derive(Default)]
pub struct Again {
    pub typed: Option<SlotDraft>,
    pub refused: Vec<FieldError>,
    pub denied: Option<Denied>,
    pub conflict: Option<Standing>,
}

/// Where a text stands: its thread or theme, in the slot that the reader gets.
///
/// # Errors
/// A text without a place.
pub fn place(cx: &Cx, conn: &mut Conn, text: &Text, post: Option<&Post>) -> Result<Place> {
    let Some(post) = post else {
        let theme = store::themes::by_text(conn, text.id)?;
        let (title, title_lang) = text.title(&cx.reader());
        return Ok(Place { title: title_html(title, title_lang), title_lang, back: url::theme(cx.lang, &theme.slug), n: None });
    };
    let thread = store::threads::find(conn, post.thread_id, cx.visible())?;
    let heading = if thread.text_id == text.id { text.clone() } else { store::texts::find(conn, thread.text_id)? };
    let (title, title_lang) = heading.title(&cx.reader());
    Ok(Place {
        title: title_html(title, title_lang),
        title_lang,
        back: url::post(cx.lang, post.id),
        n: (!post.is_opening()).then_some(post.n),
    })
}

/// The workbench, or the form again.
///
/// # Errors
/// [`Error::SignIn`]; an unknown or hidden text (T12).
pub fn build(cx: &Cx, conn: &mut Conn, id: i64, lang: Lang, again: &Again) -> Result<Html> {
    let me = cx.actor()?;
    let (text, post) = forum::texts::find(conn, id, cx.visible())?;
    let place = place(cx, conn, &text, post.as_ref())?;
    let slot = text.slot(lang);
    let kept = store::claims::draft(conn, me.id, id, lang)?;
    let opened = cx.ask.query("from").and_then(|n| n.parse().ok());
    let stored = match opened.or(slot.map(|s| s.revision)) {
        Some(n) => store::texts::revision(conn, id, lang, n)?,
        None => None,
    };
    let newest = text.source_revision();
    let form = form(again, kept.as_ref().filter(|_| opened.is_none()), stored.as_ref(), slot.map_or(0, |s| s.revision), newest);
    let source = match store::texts::revision(conn, id, text.original, form.based_on)? {
        Some(source) => source,
        None => store::texts::revision(conn, id, text.original, newest)?.ok_or(Error::NotFound)?,
    };
    let form = SlotDraft { based_on: source.n, ..form };
    let made_from = match slot.and_then(|s| s.based_on) {
        Some(n) => store::texts::revision(conn, id, text.original, n)?,
        None => None,
    };
    let third_lang = Lang::THREE.into_iter().find(|l| *l != lang && *l != text.original).unwrap_or(lang);
    let third = match text.slot(third_lang) {
        Some(s) => store::texts::revision(conn, id, third_lang, s.revision)?,
        None => None,
    };
    let terms = store::glossary::all(conn)?;
    let claim = store::claims::find(conn, id, lang, cx.now)?;
    let acts = store::slots::acts(conn, id, lang)?;
    let mut people: Vec<i64> = parts::people(&[(id, text.clone())].into());
    people.extend(claim.iter().map(|c| c.account_id).chain(remarks::people(&acts)).chain(post.iter().map(|p| p.author_id)));
    people.extend(again.conflict.iter().filter_map(|c| c.author));
    let names = store::accounts::names(conn, &people)?;
    let context = context(cx, conn, post.as_ref())?;

    let freshness = slot.map_or_else(Freshness::default, |s| block::freshness(&source.keys, &s.keys));
    let bench =
        Bench { cx, text: &text, lang, source: &source, made_from: made_from.as_ref(), freshness: &freshness, terms: &terms, form: &form };
    let third_rows = third.as_ref().map(|t| third_blocks(t, &source));
    let whole = cx.ask.query("view") == Some("whole") && again.typed.is_none();
    let by_block = bench.pairs_by_block(again.typed.is_some() || kept.is_some(), stored.as_ref(), whole);
    let pairs = if by_block { bench.by_block(third_rows.as_ref().and_then(Option::as_deref)) } else { bench.whole() };
    let here = url::workbench(cx.lang, id, lang);
    let asked = again.refused.iter().any(|e| e.field == "sure");
    let remarks = remarks::open(cx, conn, &text, lang, &acts, &names)?;
    let may = may(&me, &text, lang, freshness.fresh, &acts);
    let page = WorkbenchPage {
        judges: may.review || may.send_back || may.clear || may.restore || remarks.iter().any(|r| r.decides),
        third_lang: third.is_some().then_some(third_lang),
        cells: parts::strip(cx, &text, &names, Some(lang), |l| url::workbench(cx.lang, id, l)),
        source_lang: text.original,
        source_n: source.n,
        target_n: slot.map_or(0, |s| s.revision),
        state: parts::state_words(cx, text.quality(lang), freshness.fresh || slot.is_none()),
        done: cx.ask.query("done").filter(|_| again.typed.is_none()).and_then(|d| done_words(cx, d)),
        todo: bench.todo(),
        claim: claim_line(cx, claim.as_ref(), &names),
        remarks,
        source_moved: source.n < newest,
        draft_kept: kept.as_ref().filter(|_| again.typed.is_none() && opened.is_none()).map(|d| cx.time(d.saved_at)),
        refusals: Refusals::of(cx, &again.refused),
        denied: again.denied.map(|d| cx.l.t(d.key())),
        conflict: again.conflict.as_ref().map(|c| conflict(cx, c, &form, lang, &names)),
        sure: asked || again.typed.as_ref().is_some_and(|t| t.sure),
        csrf: cx.csrf(),
        by_block,
        other_way: (again.typed.is_none() && kept.is_none() && (by_block || whole))
            .then(|| if by_block { format!("{here}?view=whole") } else { here.clone() }),
        third: third
            .as_ref()
            .filter(|_| !by_block || third_rows.as_ref().is_none_or(Option::is_none))
            .map(|t| Third { lang: third_lang, html: t.html.replace(markdown::BLOCK_BREAK, "\n") }),
        may,
        hrefs: Hrefs {
            history: format!("{here}/history"),
            next: format!("/{}/translate/next?into={lang}&after={id}", cx.lang),
            contest: slot.is_some().then(|| format!("{here}/contest")),
        },
        author: who(cx, post.as_ref().map(|p| p.author_id), &names),
        layout: Layout { noindex: true, ..cx.layout(cx.l.m("slots-title").s("lang", lang.as_str()).to_string(), Section::Translate) },
        here,
        place,
        lang,
        form,
        pairs,
        context,
    };
    cx.html(&page)
}

/// What stands in the fields: what was just typed, else the draft, else what readers get.
fn form(again: &Again, kept: Option<&store::claims::Draft>, stored: Option<&Revision>, revision: i32, newest: i32) -> SlotDraft {
    if let Some(typed) = &again.typed {
        // After a conflict the words go on top of what stands there now.
        let revision = again.conflict.as_ref().map_or(typed.revision, |c| c.revision);
        return SlotDraft { revision, ..typed.clone() };
    }
    if let Some(draft) = kept {
        let parts = draft.parts();
        let by_block = parts.len() > 1;
        return SlotDraft {
            title: draft.title.clone(),
            parts,
            by_block,
            based_on: draft.based_on,
            revision: draft.revision,
            ..SlotDraft::default()
        };
    }
    let (title, parts) = stored.map(|s| (s.title.clone(), vec![s.body.clone()])).unwrap_or_default();
    SlotDraft { title, parts, based_on: newest, revision, ..SlotDraft::default() }
}

fn context(cx: &Cx, conn: &mut Conn, post: Option<&Post>) -> Result<Option<PostView>> {
    let Some(parent) = post.and_then(|p| p.parent_id) else { return Ok(None) };
    let parent = store::posts::find(conn, parent)?;
    let thread = store::threads::find(conn, parent.thread_id, cx.visible())?;
    let frame =
        Frame { thread: &thread, show: Show::Reader, only: None, numbers: &HashMap::new(), way: &|_, post| url::post(cx.lang, post) };
    Ok(post_view::posts(cx, conn, &[parent], &frame)?.pop())
}

fn done_words(cx: &Cx, done: &str) -> Option<String> {
    (SlotAct::parse(done).is_some() || ["proposed", "contest", "settle"].contains(&done))
        .then(|| cx.l.m("slots-done").s("done", done).to_string())
}

fn claim_line(cx: &Cx, claim: Option<&store::claims::Claim>, names: &HashMap<i64, store::accounts::Name>) -> ClaimLine {
    let Some(claim) = claim else { return ClaimLine { words: cx.l.t("slots-claim-none"), act: Some("claim") } };
    let mine = cx.me.as_ref().is_some_and(|m| m.id == claim.account_id);
    let until = cx.time(claim.lapses_at);
    let key = if mine { "slots-claim-mine" } else { "slots-claim-other" };
    ClaimLine {
        words: cx.l.m(key).h("name", who(cx, Some(claim.account_id), names)).h("until", until).html(),
        act: if mine { Some("release") } else { cx.is_moderator().then_some("claim") },
    }
}

fn conflict(cx: &Cx, standing: &Standing, form: &SlotDraft, lang: Lang, names: &HashMap<i64, store::accounts::Name>) -> Conflict {
    let of = |title: &str, body: &str| block::blocks(title, body);
    let (theirs, mine) = (of(&standing.title, &standing.body), of(&form.title, &segment::join(&form.parts)));
    let changed = diff::blocks(&theirs, &mine, lang);
    let html = changed
        .iter()
        .filter(|c| !c.same)
        .map(|c| format!("<div class=\"change changed\"><p>{}</p></div>", parts::pieces(&c.pieces, lang)));
    Conflict {
        by: who(cx, standing.author, names),
        n: standing.revision,
        title: title_html(&standing.title, lang),
        html: markdown::join(&markdown::render(&standing.body, lang, "standing")).replace(markdown::BLOCK_BREAK, "\n"),
        changes: html.collect(),
    }
}

fn may(me: &crate::domain::account::Actor, text: &Text, lang: Lang, fresh: bool, acts: &[store::slots::Act]) -> May {
    let Some(slot) = text.slot(lang) else {
        let cleared = acts.iter().any(|a| a.act == store::slots::Kind::Clear && a.is_open());
        return May { restore: cleared && me.role.is_moderator(), ..May::default() };
    };
    let own = slot.author_id == Some(me.id) || slot.translator() == Some(me.id);
    let hand = Hand { reviewer: policy::reviews(me, lang), moderator: me.role.is_moderator(), own, reason: true };
    let can = |act| slot::transition(slot.quality, act, hand).is_ok();
    May {
        propose: slot::transition(slot.quality, SlotAct::Save, hand) == Ok(slot::Step::Proposal),
        valid: !fresh && can(SlotAct::Valid),
        review: can(SlotAct::Review),
        review_own: own,
        send_back: can(SlotAct::Return),
        clear: can(SlotAct::Clear),
        restore: false,
    }
}

/// The third language block by block, where its blocks pair with the source's (T4).
fn third_blocks(third: &Revision, source: &Revision) -> Option<Vec<String>> {
    let paired = block::same_shape(&block::blocks(&third.title, &third.body), &block::blocks(&source.title, &source.body));
    let title = (!third.title.is_empty()).then(|| escape(&third.title));
    paired.then(|| title.into_iter().chain(third.html.split(markdown::BLOCK_BREAK).map(str::to_owned)).collect())
}

/// What the rows are made of.
struct Bench<'a> {
    cx: &'a Cx,
    text: &'a Text,
    lang: Lang,
    source: &'a Revision,
    /// The source revision that the translation was made from.
    made_from: Option<&'a Revision>,
    freshness: &'a Freshness,
    terms: &'a [Term],
    form: &'a SlotDraft,
}

impl Bench<'_> {
    fn blocks(&self) -> Vec<Block> {
        block::blocks(&self.source.title, &self.source.body)
    }

    fn titled(&self) -> usize {
        usize::from(self.text.kind.has_title())
    }

    /// T4: in pairs only where both have the same number and kinds of blocks; an empty slot takes the source's.
    fn pairs_by_block(&self, typed: bool, stored: Option<&Revision>, whole: bool) -> bool {
        let segments = segment::segments(&self.source.body).len();
        if whole || segments + self.titled() != self.blocks().len() || segments < 2 {
            return false;
        }
        match (typed, stored) {
            (true, _) => self.form.by_block && self.form.parts.len() == segments,
            (false, None) => true,
            (false, Some(stored)) => block::same_shape(&block::blocks(&stored.title, &stored.body), &self.blocks()),
        }
    }

    /// One row a block.
    fn by_block(&self, third: Option<&[String]>) -> Vec<Pair> {
        let (blocks, html) = (self.blocks(), self.source_html());
        let segments = segment::segments(&self.source.body);
        let stored = match self.form.parts.as_slice() {
            [whole] if !self.form.by_block => segment::segments(whole),
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
    fn whole(&self) -> Vec<Pair> {
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
        let all = Block {
            words: blocks.iter().skip(titled).map(|b| b.words.as_str()).collect::<Vec<_>>().join("\n"),
            ..blocks[titled.min(blocks.len() - 1)].clone()
        };
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
            state,
            outdated: outdated && !empty,
            empty,
            ticks: Vec::new(),
            terms: terms.iter().map(|t| self.hint(t)).collect(),
            warnings: if empty { Vec::new() } else { self.warnings(source, &target, &terms) },
            target,
        }
    }

    fn tick(&self, i: usize, label: String) -> Tick {
        Tick { i, label, ticked: self.form.blocks.contains(&i) }
    }

    fn hint(&self, term: &Term) -> TermHint {
        let of_lang = |rendering: &&String| rendering.chars().any(glossary::is_japanese) == (self.lang == Lang::Ja);
        TermHint {
            name: term.name(self.text.original).to_owned(),
            preferred: term.name(self.lang).to_owned(),
            avoid: term.avoid.iter().filter(of_lang).cloned().collect(),
            note: term.note.clone(),
            note_lang: term.note_lang.unwrap_or(Lang::En),
        }
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
    fn todo(&self) -> String {
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
