//! The workbench of one slot: source and translation side by side by block, with what a translator needs beside them.

use super::{
    cx::{Cx, Html, Layout, Section},
    pairs::{Bench, Pair, third_blocks},
    parts::{self, Cell, Refusals, who},
    post_view::{self, PostView},
    remarks::{self, Remark},
    url,
};
use crate::{
    domain::{
        FieldError,
        answer::Form,
        block::{self, Freshness},
        diff,
        lang::Lang,
        markdown::{self, title_html},
        policy::{self, Denied},
        segment,
        slot::{self, Hand, SlotAct},
        text::TextKind,
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
    /// Beside an older source: where what changed since is shown, if the text has such a page.
    source_moved: Option<Option<String>>,
    draft_kept: Option<String>,
    /// Another revision was asked for, and the draft stands in its way.
    draft_first: bool,
    /// What was judged is not the newest revision any more.
    moved: bool,
    refusals: Refusals,
    denied: Option<String>,
    conflict: Option<Conflict>,
    /// Set once a question was asked: the next save means it.
    sure: bool,
    csrf: String,
    form: SlotDraft,
    pairs: Vec<Pair>,
    by_block: bool,
    /// The two texts have different blocks.
    unpaired: bool,
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
    /// Who wrote the original, where somebody did.
    author: Option<String>,
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

/// How a form comes back: with what was typed, and why it was not taken.
#[derive(Default)]
pub struct Again {
    pub typed: Option<SlotDraft>,
    pub refused: Vec<FieldError>,
    pub denied: Option<Denied>,
    pub conflict: Option<Standing>,
    /// The slot has another revision than the one that was judged; only the reason comes back.
    pub moved: bool,
    pub reason: String,
}

/// Where a text stands: its thread or theme, in the slot that the reader gets.
///
/// # Errors
/// A text without a place.
pub fn place(cx: &Cx, conn: &mut Conn, text: &Text, post: Option<&Post>) -> Result<Place> {
    let Some(post) = post else {
        let (title, title_lang) = text.title(&cx.reader());
        let back = match text.kind {
            TextKind::Canned => format!("/{}/moderation/answers", cx.lang),
            TextKind::Page => {
                let page = store::pages::by_texts(conn, &[text.id])?.remove(&text.id).ok_or(Error::NotFound)?;
                url::page(cx.lang, page)
            }
            TextKind::Statement | TextKind::Synthesis | TextKind::Summary => return of_consensus(cx, conn, text),
            TextKind::Thread | TextKind::Reply | TextKind::Theme => url::theme(cx.lang, &store::themes::by_text(conn, text.id)?.slug),
        };
        return Ok(Place { title: title_html(title, title_lang), title_lang, back, n: None });
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

/// A statement, a synthesis or a summary stands in its thread, under the thread's title.
fn of_consensus(cx: &Cx, conn: &mut Conn, text: &Text) -> Result<Place> {
    let place = store::queue::places(conn, &[text.id], cx.visible())?.remove(&text.id).ok_or(Error::NotFound)?;
    let heading = store::texts::find(conn, place.heading)?;
    let (title, title_lang) = heading.title(&cx.reader());
    let thread = place.thread.ok_or(Error::NotFound)?;
    let back = place.statement.map_or_else(|| url::consensus(cx.lang, thread), |(id, _)| url::statement(cx.lang, id));
    Ok(Place { title: title_html(title, title_lang), title_lang, back, n: None })
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
    let asked_for = cx.ask.query("from").map(|n| n.parse::<i32>().map_err(|_| Error::NotFound)).transpose()?;
    // An unfinished draft comes first: opening something else over it would lose it.
    let opened = asked_for.filter(|_| kept.is_none());
    let mut stored = match opened.or(slot.map(|s| s.revision)) {
        Some(n) => Some(store::texts::revision(conn, id, lang, n)?.ok_or(Error::NotFound)?),
        None => None,
    };
    // Before anything is made of it: nothing of what is hidden now stands in the form (T12).
    store::texts::veil(conn, cx.visible(), stored.iter_mut())?;
    let newest = text.source_revision();
    let form = form(again, kept.as_ref(), stored.as_ref(), slot.map_or(0, |s| s.revision), newest);
    // Of a form that does not say what it began with, what stands there.
    let mut began = store::texts::revision(conn, id, lang, form.words_of)?.or_else(|| stored.clone());
    let mut source = match store::texts::revision(conn, id, text.original, form.based_on)? {
        Some(source) => source,
        None => store::texts::revision(conn, id, text.original, newest)?.ok_or(Error::NotFound)?,
    };
    let form = SlotDraft { based_on: source.n, ..form };
    let mut made_from = match began.as_ref().and_then(|b| b.based_on) {
        Some(n) => store::texts::revision(conn, id, text.original, n)?,
        None => None,
    };
    let third_lang = Lang::THREE.into_iter().find(|l| *l != lang && *l != text.original).unwrap_or(lang);
    let mut third = match text.slot(third_lang) {
        Some(s) => store::texts::revision(conn, id, third_lang, s.revision)?,
        None => None,
    };
    let read = [&mut stored, &mut began, &mut made_from, &mut third].into_iter().flat_map(Option::iter_mut);
    store::texts::veil(conn, cx.visible(), read.chain([&mut source]))?;
    let mut standing = again.conflict.clone();
    store::references::veil(conn, cx.visible(), standing.iter_mut().map(|s| &mut s.body))?;
    let terms = store::glossary::all(conn)?;
    let claim = store::claims::find(conn, id, lang, cx.now)?;
    let acts = store::slots::acts(conn, id, lang)?;
    let mut people: Vec<i64> = parts::people(&[(id, text.clone())].into());
    people.extend(claim.iter().map(|c| c.account_id).chain(remarks::people(&acts)).chain(post.iter().map(|p| p.author_id)));
    people.extend(again.conflict.iter().filter_map(|c| c.author));
    let names = store::accounts::names(conn, &people)?;
    let context = context(cx, conn, post.as_ref())?;

    let freshness = began.as_ref().map_or_else(Freshness::default, |b| block::freshness(&source.keys, &b.keys));
    let bench =
        Bench { cx, text: &text, lang, source: &source, made_from: made_from.as_ref(), freshness: &freshness, terms: &terms, form: &form };
    let third_rows = third.as_ref().map(|t| third_blocks(t, &source));
    let whole = cx.ask.query("view") == Some("whole") && again.typed.is_none();
    let by_block = bench.pairs_by_block(again.typed.is_some() || kept.is_some(), began.as_ref(), whole);
    let pairs = if by_block { bench.by_block(third_rows.as_ref().and_then(Option::as_deref)) } else { bench.whole() };
    let here = url::workbench(cx.lang, id, lang);
    let asked = again.refused.iter().any(|e| e.field == "sure");
    let remarks = remarks::open(cx, conn, &text, lang, &acts, &names)?;
    let source_moved = source.n < newest;
    let may = may(&me, &text, lang, text.freshness(lang).fresh, &acts);
    // Nobody confirms for the newest source what they see beside an older one.
    let may = May { valid: may.valid && !source_moved, ..may };
    let page = WorkbenchPage {
        judges: may.review || may.send_back || may.clear || may.restore || remarks.iter().any(|r| r.decides),
        third_lang: third.is_some().then_some(third_lang),
        cells: parts::strip(cx, &text, &names, Some(lang), |l| url::workbench(cx.lang, id, l)),
        source_lang: text.original,
        source_n: source.n,
        target_n: slot.map_or(0, |s| s.revision),
        state: parts::state_words(cx, text.quality(lang), text.freshness(lang).fresh),
        done: cx.ask.query("done").filter(|_| again.typed.is_none()).and_then(|d| done_words(cx, d)),
        todo: if source_moved { String::new() } else { bench.todo() },
        claim: claim_line(cx, claim.as_ref(), &names),
        remarks,
        source_moved: source_moved.then(|| post.as_ref().map(|p| url::changes(cx.lang, p.id, text.original, source.n, newest))),
        draft_kept: kept.as_ref().filter(|_| again.typed.is_none()).map(|d| cx.time(d.saved_at)),
        draft_first: asked_for.is_some() && kept.is_some(),
        moved: again.moved,
        refusals: Refusals::of(cx, &again.refused),
        denied: again.denied.map(|d| cx.l.t(d.key())),
        conflict: standing.as_ref().map(|c| conflict(cx, c, &form, lang, &names)),
        sure: asked || again.typed.as_ref().is_some_and(|t| t.sure),
        csrf: cx.csrf(),
        by_block,
        unpaired: bench.unpaired(began.as_ref()),
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
        author: post.as_ref().map(|p| who(cx, Some(p.author_id), &names)),
        layout: Layout {
            noindex: true,
            rest: format!("/translate/{id}/{lang}"),
            ..cx.layout(cx.l.m("slots-title").s("lang", lang.as_str()).to_string(), Section::Translate)
        },
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
        return SlotDraft {
            title: draft.title.clone(),
            form: if parts.len() > 1 { Form::Blocks } else { Form::Whole },
            parts,
            based_on: draft.based_on,
            revision: draft.revision,
            words_of: draft.words_of,
            ..SlotDraft::default()
        };
    }
    let (title, body, words_of) = stored.map(|s| (s.title.clone(), s.body.clone(), s.n)).unwrap_or_default();
    let (form, reason) = (Form::Whole, again.reason.clone());
    SlotDraft { title, parts: vec![body], form, based_on: newest, revision, words_of, reason, ..SlotDraft::default() }
}

fn context(cx: &Cx, conn: &mut Conn, post: Option<&Post>) -> Result<Option<PostView>> {
    let Some(parent) = post.and_then(|p| p.parent_id) else { return Ok(None) };
    let parent = store::posts::find(conn, parent)?;
    let thread = store::threads::find(conn, parent.thread_id, cx.visible())?;
    post_view::quoted(cx, conn, &thread, parent)
}

fn done_words(cx: &Cx, done: &str) -> Option<String> {
    (SlotAct::parse(done).is_some() || ["proposed", "decline", "contest", "settle"].contains(&done))
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
        html: crate::domain::references::plain(&markdown::join(&markdown::render(&standing.body, lang, "standing")))
            .replace(markdown::BLOCK_BREAK, "\n"),
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
