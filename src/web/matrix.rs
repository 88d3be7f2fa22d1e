//! The three slots of a text as cells of a matrix: what each is, and the way to what it wants.

use super::{
    cx::Cx,
    parts::{line, state_words, who},
    url,
};
use crate::{
    domain::{lang::Lang, markdown::escape, text::Quality},
    store::{accounts::Name, claims::Claim, texts::Text},
};
use std::collections::HashMap;

/// One cell.
pub struct MatrixCell {
    pub lang: Lang,
    pub class: String,
    /// Quality and freshness in words; HTML.
    pub words: String,
    /// What it wants, as a link; HTML.
    pub act: String,
    /// Who works on it; HTML.
    pub claimed: String,
    /// The column of the reader's own language.
    pub mine: bool,
}

/// Who works on which slot.
pub type Claims = HashMap<(i64, Lang), i64>;

/// Claims by slot.
pub fn claims(claims: &[Claim]) -> Claims {
    claims.iter().map(|c| ((c.text_id, c.lang), c.account_id)).collect()
}

/// The three cells of a text. `named` is what a link is about, for those who hear it.
pub fn cells(cx: &Cx, text: &Text, mine: Lang, claims: &Claims, names: &HashMap<i64, Name>, named: &str) -> Vec<MatrixCell> {
    let cell = |lang: Lang| {
        let (quality, freshness) = (text.quality(lang), text.freshness(lang));
        let wants = match (quality, freshness.fresh) {
            (Quality::Empty | Quality::Machine, _) => Some("translate"),
            (Quality::Translated | Quality::Reviewed, false) => Some("update"),
            (Quality::Translated, true) => Some("review"),
            (Quality::Reviewed | Quality::Original, _) => None,
        };
        let link = |wants| {
            let words = cx.l.m("queue-act").s("act", wants).n("count", freshness.outdated.len());
            let about = cx.l.m("queue-act-about").s("lang", lang.as_str()).s("title", named);
            let href = to_bench(cx, text.id, lang);
            format!(
                "<a href=\"{}\">{}<span class=\"vh\"> {}</span></a>",
                escape(&href),
                escape(&words.to_string()),
                escape(&about.to_string())
            )
        };
        let claimed = claims.get(&(text.id, lang)).map(|by| cx.l.m("queue-claimed").h("name", who(cx, Some(*by), names)).html());
        MatrixCell {
            lang,
            class: line(quality, freshness.fresh),
            words: state_words(cx, quality, freshness.fresh),
            act: wants.map(link).unwrap_or_default(),
            claimed: claimed.unwrap_or_default(),
            mine: lang == mine,
        }
    };
    Lang::THREE.map(cell).into()
}

/// The way to a workbench; for a visitor, through sign-in.
pub fn to_bench(cx: &Cx, text: i64, lang: Lang) -> String {
    match cx.me {
        Some(_) => url::workbench(cx.lang, text, lang),
        None => url::sign_in(cx.lang, &format!("/translate/{text}/{lang}")),
    }
}
