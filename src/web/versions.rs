//! One slot of a text as readers see it: whose words, through which hands, and what in it no longer holds.

use super::{
    cx::Cx,
    parts::{line, who},
    url,
};
use crate::{
    domain::{
        lang::Lang,
        markdown::{self, escape, title_html},
        text::Quality,
        typography,
    },
    store::{
        accounts::Name,
        slots::Act,
        texts::{Slot, Text},
    },
};
use std::collections::HashMap;

/// One slot of a post as it stands on the page.
pub struct Version {
    pub class: String,
    pub lang: Lang,
    /// Who wrote and translated it, and how it stands to its source; HTML.
    pub credit: String,
    /// The title where it is not already the page's; HTML.
    pub title: String,
    pub html: String,
}

/// What is said of the slots of a page beside their words.
pub struct Beside {
    pub names: HashMap<i64, Name>,
    /// Contests that are open.
    pub contests: Vec<Act>,
}

/// One slot of the text of `post`; `stored` is its HTML as the database keeps it. An empty slot (shown beside the
/// others only) says so in words; `titled` shows its title too.
pub fn version(cx: &Cx, post: i64, text: &Text, lang: Lang, stored: &str, beside: &Beside, titled: bool) -> Version {
    let freshness = text.freshness(lang);
    let Some(slot) = text.slot(lang) else {
        let credit = cx.l.m("texts-credit-empty").s("lang", lang.as_str()).h("b", "<b>").h("end", "</b>").html();
        return Version { class: line(Quality::Empty, true), lang, credit, title: String::new(), html: String::new() };
    };
    let changes = url::changes(cx.lang, post, text.original, slot.based_on.unwrap_or(1), text.source_revision());
    let contested: Vec<&Act> = beside.contests.iter().filter(|a| a.text_id == text.id && a.lang == lang).collect();
    let mut credit = credit(cx, text, slot, &beside.names, freshness.outdated.len(), freshness.fresh, &changes);
    if !contested.is_empty() {
        let open = format!("<a class=\"old\" href=\"{}/history#h-acts\">", escape(&url::workbench(cx.lang, text.id, lang)));
        credit.push(' ');
        credit.push_str(&cx.l.m("texts-credit-contested").n("count", contested.len()).h("a", open).h("end", "</a>").html());
    }
    let passages = contested.iter().map(|a| a.passage.as_str());
    Version {
        class: line(slot.quality, freshness.fresh),
        lang,
        credit,
        title: if titled { title_html(&slot.title, lang) } else { String::new() },
        html: wavy(marked(cx, stored, slot, text.kind.has_title(), &freshness.moved, &changes), passages, lang),
    }
}

fn entity(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '\u{A0}' => Some("&nbsp;"),
        _ => None,
    }
}

/// T10: contested passages under a wavy line, where their words stand together in the text; the sentence of credit
/// says it in any case.
fn wavy<'a>(mut html: String, passages: impl Iterator<Item = &'a str>, lang: Lang) -> String {
    for passage in passages {
        // As the sanitiser writes text: quotes stand as they are, a no-break space by its name.
        let words: String =
            typography::spaced(passage, lang).chars().map(|c| entity(c).map_or_else(|| c.to_string(), str::to_owned)).collect();
        let place = html.match_indices(&words).map(|(at, _)| at).find(|at| {
            let before = &html[..*at];
            let within = |start, end| before.rfind(start).is_some_and(|at| !before[at..].contains(end));
            let entity = words.starts_with(|c: char| c.is_ascii_alphanumeric()) && within('&', ';');
            !(within('<', '>') || entity)
        });
        if let Some(at) = place {
            html.replace_range(at..at + words.len(), &format!("<span class=\"contest\">{words}</span>"));
        }
    }
    html
}

/// T9: one sentence of credit; what is outdated is said after it, with a link to what changed (T8).
pub fn credit(cx: &Cx, text: &Text, slot: &Slot, names: &HashMap<i64, Name>, outdated: usize, fresh: bool, changes: &str) -> String {
    let key = match slot.quality {
        Quality::Original | Quality::Empty if text.original != cx.lang && text.slot(cx.lang).is_none() => "texts-credit-wanting",
        Quality::Original | Quality::Empty => "texts-credit-original",
        Quality::Machine => "texts-credit-machine",
        Quality::Translated => "texts-credit-translated",
        Quality::Reviewed => "texts-credit-reviewed",
    };
    let mut said =
        cx.l.m(key)
            .s("lang", text.original.as_str())
            .s("engine", slot.engine.as_deref().unwrap_or_default())
            .h("b", "<b>")
            .h("end", "</b>")
            .h("translator", who(cx, slot.translator(), names))
            .h("reviewer", who(cx, slot.reviewer_id, names))
            .html();
    if !fresh {
        let open = format!("<a class=\"old\" href=\"{}\">", escape(changes));
        said.push(' ');
        said.push_str(&cx.l.m("texts-credit-outdated").n("count", outdated).h("a", open).h("end", "</a>").html());
    }
    said
}

/// The stored blocks as one passage; blocks whose source moved stand beside a broken line, with a link to what changed.
fn marked(cx: &Cx, stored: &str, slot: &Slot, has_title: bool, moved: &[usize], changes: &str) -> String {
    if moved.is_empty() {
        return stored.replace(markdown::BLOCK_BREAK, "\n");
    }
    let blocks: Vec<&str> = stored.split(markdown::BLOCK_BREAK).collect();
    let before = usize::from(has_title);
    // Only where the translation's blocks pair with those that it answers is it known which one is meant.
    if blocks.len() + before != slot.keys.split(' ').count() {
        return blocks.join("\n");
    }
    let note = cx.l.m("texts-block-outdated").h("old", "<span class=\"old\">").h("end", "</span>").html();
    let mark = |(i, block): (usize, &&str)| match moved.contains(&(i + before)) {
        true => {
            let at = escape(&format!("{changes}#b{}", i + before));
            format!("<div class=\"blk-old\">{block}<p class=\"blk-note\" lang=\"{}\"><a href=\"{at}\">{note}</a></p></div>", cx.lang)
        }
        false => (*block).to_owned(),
    };
    blocks.iter().enumerate().map(mark).collect::<Vec<_>>().join("\n")
}
