//! Parts that several pages share: the line and its words, the slot strip, refusals of a form.

use super::cx::Cx;
use crate::{
    domain::{FieldError, diff::Piece, lang::Lang, markdown::escape, text::Quality, typography},
    store::{
        accounts::Name,
        texts::{Slot, Text},
    },
};
use std::collections::HashMap;

/// The line's form: how many hands, and whether the ground moved.
pub fn line(quality: Quality, fresh: bool) -> String {
    let outdated = if fresh { "" } else { " is-outdated" };
    format!("is-{quality}{outdated}")
}

/// One of the three cells of a slot strip.
pub struct Cell {
    pub lang: Lang,
    pub class: String,
    /// Quality and freshness in words, as HTML.
    pub words: String,
    /// Whose hands, as HTML; empty for an empty slot.
    pub credit: String,
    pub shown: bool,
    pub href: String,
}

/// The three slots of a text, always in the order of the languages.
pub fn strip(cx: &Cx, text: &Text, names: &HashMap<i64, Name>, shown: Option<Lang>, href: impl Fn(Lang) -> String) -> Vec<Cell> {
    let cell = |lang: Lang| {
        let fresh = text.freshness(lang).fresh;
        Cell {
            lang,
            class: line(text.quality(lang), fresh),
            words: state_words(cx, text.quality(lang), fresh),
            credit: text.slot(lang).map(|s| hand(cx, s, names)).unwrap_or_default(),
            shown: shown == Some(lang),
            href: href(lang),
        }
    };
    Lang::THREE.map(cell).into()
}

/// « relue, à mettre à jour »
pub fn state_words(cx: &Cx, quality: Quality, fresh: bool) -> String {
    let message = cx.l.m(if fresh { "texts-state" } else { "texts-state-outdated" }).s("quality", quality.as_str());
    message.h("old", "<span class=\"old\">").h("end", "</span>").html()
}

/// Who made a slot, in a few words.
fn hand(cx: &Cx, slot: &Slot, names: &HashMap<i64, Name>) -> String {
    match (&slot.engine, slot.translator()) {
        (Some(engine), _) => cx.l.m("texts-by-engine").s("engine", engine).html(),
        (None, Some(_)) if slot.quality != Quality::Original => {
            cx.l.m("texts-by-translator").h("name", who(cx, slot.translator(), names)).html()
        }
        (None, Some(_)) => cx.l.m("texts-by").h("name", who(cx, slot.translator(), names)).html(),
        (None, None) => String::new(),
    }
}

/// A name inside a sentence: isolated, since its direction and language are its own.
pub fn who(cx: &Cx, id: Option<i64>, names: &HashMap<i64, Name>) -> String {
    match id.and_then(|id| names.get(&id)) {
        Some(name) if name.is_former() => escape(&cx.l.t("texts-former")),
        Some(name) => format!("<bdi>{}</bdi>", escape(&name.display_name)),
        None => escape(&cx.l.t("texts-nobody")),
    }
}

/// The people named in these texts.
pub fn people(texts: &HashMap<i64, Text>) -> Vec<i64> {
    texts.values().flat_map(|t| t.slots.iter().flatten()).flat_map(|s| [s.translator(), s.reviewer_id]).flatten().collect()
}

/// Changed words with `<del>` and `<ins>` around them, set as their language is.
pub fn pieces(pieces: &[Piece], lang: Lang) -> String {
    let shown = |text: &str| escape(&typography::spaced(text, lang)).replace('\n', "<br>");
    let html = |piece: &Piece| match piece {
        Piece::Same(words) => shown(words),
        Piece::Gone(words) => format!("<del>{}</del>", shown(words)),
        Piece::Added(words) => format!("<ins>{}</ins>", shown(words)),
    };
    pieces.iter().map(html).collect()
}

/// Words without their tags; of entities only those that the sanitiser writes.
pub fn untagged(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut inside = false;
    // Where a line may break there is no space.
    for c in html.replace("<wbr>", "").chars() {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                out.push(' ');
            }
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// Why a field was refused, in words.
pub fn refusal(l: &crate::i18n::L10n, error: &FieldError) -> String {
    l.m(error.key).n("limit", error.limit).n("found", error.found).to_string()
}

/// The refusals of a form, ready to show: above it as links, and beside each field.
#[derive(Default)]
pub struct Refusals(Vec<(&'static str, String)>);

impl Refusals {
    pub fn of(cx: &Cx, errors: &[FieldError]) -> Self {
        Self(errors.iter().map(|e| (e.field, refusal(cx.l, e))).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = &(&'static str, String)> {
        self.0.iter()
    }

    /// The message beside a field.
    pub fn on(&self, field: &str) -> Option<&String> {
        self.0.iter().find(|(f, _)| *f == field).map(|(_, m)| m)
    }
}
