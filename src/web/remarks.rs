//! What waits on a slot beside its text: proposals, what was sent back, contested passages.

use super::{
    cx::Cx,
    parts::{self, who},
    url,
};
use crate::{
    domain::{block, diff, lang::Lang, markdown::escape, policy, text::Quality},
    error::Result,
    store::{
        self, Conn,
        accounts::Name,
        slots::{Act, Kind},
        texts::Text,
    },
};
use std::collections::HashMap;

/// Something that waits, as it stands above the workbench's form.
pub struct Remark {
    pub kind: &'static str,
    pub id: i64,
    /// Who, what and when; HTML.
    pub words: String,
    pub passage: String,
    pub reason: String,
    pub n: i32,
    /// From what readers get to what is proposed; HTML.
    pub changes: String,
    /// Opens the proposal's text in the form.
    pub open: String,
    /// The reader's own: it can be withdrawn.
    pub own: bool,
    /// The reader may decide on it.
    pub decides: bool,
    pub accepts: bool,
    /// It started from an older revision than the one that readers get.
    pub older: bool,
}

/// Everybody who has to do with these acts.
pub fn people(acts: &[Act]) -> impl Iterator<Item = i64> + '_ {
    acts.iter().flat_map(|a| [Some(a.actor_id), a.settler_id]).flatten()
}

/// What waits on a slot, oldest first.
///
/// # Errors
/// Database failures only.
pub fn open(cx: &Cx, conn: &mut Conn, text: &Text, lang: Lang, acts: &[Act], names: &HashMap<i64, Name>) -> Result<Vec<Remark>> {
    let me = cx.me.as_ref().map(|m| m.actor());
    let waiting: Vec<&Act> = acts.iter().rev().filter(|a| a.is_open() && a.act != Kind::Clear).collect();
    let proposed: Vec<i32> = waiting.iter().filter(|a| a.act == Kind::Propose).map(|a| a.n).collect();
    let mut revisions = if proposed.is_empty() { Vec::new() } else { store::texts::history(conn, text.id, lang)? };
    store::texts::veil(conn, cx.visible(), revisions.iter_mut())?;
    let blocks = |n: i32| revisions.iter().find(|r| r.n == n).map(|r| block::blocks(&r.title, &r.body)).unwrap_or_default();
    let current = text.slot(lang).map_or(0, |s| s.revision);
    let remark = |act: &Act| {
        let own = me.as_ref().is_some_and(|m| m.id == act.actor_id);
        let reviewer = me.as_ref().is_some_and(|m| policy::reviews(m, lang));
        let (key, kind) = match act.act {
            Kind::Propose => ("slots-remark-propose", "propose"),
            Kind::Contest => ("slots-remark-contest", "contest"),
            Kind::Return | Kind::Review | Kind::Clear => ("slots-remark-return", "return"),
        };
        let changed = if act.act == Kind::Propose { diff::blocks(&blocks(current), &blocks(act.n), lang) } else { Vec::new() };
        let row = |c: &diff::Changed| format!("<div class=\"change changed\"><p>{}</p></div>", parts::pieces(&c.pieces, lang));
        let same = changed.iter().all(|c| c.same);
        Remark {
            kind,
            id: act.id,
            words: cx.l.m(key).h("name", who(cx, Some(act.actor_id), names)).h("time", cx.time(act.at)).html(),
            passage: act.passage.clone(),
            reason: act.reason.clone(),
            n: act.n,
            changes: if same && act.act == Kind::Propose {
                format!("<p lang=\"{}\">{}</p>", cx.lang, escape(&cx.l.t("slots-proposal-only-confirms")))
            } else {
                changed.iter().filter(|c| !c.same).map(row).collect()
            },
            open: format!("{}?from={}", url::workbench(cx.lang, text.id, lang), act.n),
            own,
            decides: match act.act {
                Kind::Propose => reviewer && !own,
                Kind::Contest => cx.is_moderator(),
                Kind::Return | Kind::Review | Kind::Clear => false,
            },
            accepts: text.quality(lang) == Quality::Reviewed,
            older: act.base.is_some_and(|b| b != current),
        }
    };
    Ok(waiting.into_iter().map(remark).collect())
}
