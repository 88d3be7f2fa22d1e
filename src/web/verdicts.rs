//! A verdict as people read it: one sentence, what would change it, then figures; bars of one length for each community.

use super::cx::Cx;
use crate::{
    domain::{
        community::Cell,
        consensus::{self, Names, Shown},
        lang::Lang,
        outlook::Outlook,
        position::Value,
        tally::{Report, Tally, Thresholds, Verdict},
    },
    store::positions::Room,
};

/// What is said of one statement.
pub struct VerdictView {
    pub verdict: Verdict,
    pub sentence: String,
    /// What would change it, and what it hangs on.
    pub outlook: Vec<String>,
    /// Figures in words; empty where there are none.
    pub figures: String,
    /// The wording is being checked before anybody speaks of disagreement.
    pub being_checked: bool,
    /// The mark: a comma for each community, hollow where it is not heard yet, over a line that says how they stand.
    pub mark: String,
    pub bars: Vec<Bar>,
}

/// One community's bar: the same length whatever its size.
pub struct Bar {
    pub lang: Lang,
    pub members: Option<u32>,
    pub pieces: Vec<Piece>,
    /// The counts in words.
    pub nums: String,
    pub cell: Option<Cell>,
    pub shown: Shown,
    /// a, d and w.
    pub figures: [String; 3],
}

/// A piece of a bar, in per cent of its length.
pub struct Piece {
    pub class: &'static str,
    pub x: f64,
    pub width: f64,
    pub count: u32,
}

/// What is judged of a statement, wherever that stands: in a thread, or frozen in a declaration.
pub struct Judgement<'a> {
    pub names: Names,
    pub lines: &'a Thresholds,
    pub tally: &'a Tally,
    /// Without what would tell who said what.
    pub report: &'a Report,
    pub being_checked: bool,
}

/// The languages of several communities, as the page's language lists them.
pub fn langs(cx: &Cx, langs: &[Lang]) -> String {
    let key: Vec<&str> = langs.iter().map(|l| l.as_str()).collect();
    cx.l.m("consensus-langs").s("langs", key.join("-")).to_string()
}

/// Everything that is said of a statement.
pub fn view(cx: &Cx, judgement: &Judgement) -> VerdictView {
    let Judgement { names, lines, tally, report, being_checked } = *judgement;
    let judged = &report.judged;
    let sentence =
        cx.l.m("consensus-verdict")
            .s("verdict", judged.verdict.as_str())
            .s("missing", langs(cx, &judged.missing))
            .s("favour", langs(cx, &judged.in_favour))
            .s("against", langs(cx, &judged.against))
            .to_string();
    let weakest = Lang::THREE.into_iter().find(|l| {
        let community = tally.of(*l);
        community.is_represented() && community.support().is_some() && community.support() == report.min_support
    });
    let figures = match (report.xlc, report.min_support, weakest) {
        (Some(xlc), Some(least), Some(lang)) => {
            let said = cx.l.m("consensus-figures").s("xlc", cx.l.decimal(xlc)).s("least", cx.l.decimal(least));
            said.s("langs", langs(cx, &[lang])).to_string()
        }
        _ => String::new(),
    };
    VerdictView {
        verdict: judged.verdict,
        sentence,
        outlook: tally.outlook(lines).iter().flat_map(|o| outlook(cx, o, names, tally)).collect(),
        figures,
        being_checked,
        mark: mark(judged.verdict, being_checked, tally),
        bars: Lang::THREE.map(|l| bar(cx, names, lines, tally, l)).into(),
    }
}

fn outlook(cx: &Cx, outlook: &Outlook, names: Names, tally: &Tally) -> Vec<String> {
    let about = |what: &str, of: &[Lang], n: u32| {
        let said = cx.l.m("consensus-outlook").s("what", what).s("langs", langs(cx, of));
        said.n("count", i64::from(n)).to_string()
    };
    // Where counts are hidden, the number that is missing would tell them.
    let counted = |what: &str, hidden: &str, of: &[(Lang, u32)]| {
        of.iter().map(|(lang, n)| about(if names.veils(tally.of(*lang)) { hidden } else { what }, &[*lang], *n)).collect::<Vec<_>>()
    };
    // So would a community that is named as the one that objects.
    let named = |what: &str, of: &[Lang]| {
        let of: Vec<Lang> = of.iter().copied().filter(|l| !names.veils(tally.of(*l))).collect();
        if of.is_empty() { Vec::new() } else { vec![about(what, &of, 0)] }
    };
    match outlook {
        Outlook::Voices(of) => counted("voices", "voices-hidden", of),
        Outlook::Members(of) => counted("members", "voices-hidden", of),
        Outlook::Unclear(of) => counted("unclear", "unclear-hidden", of),
        Outlook::Support(of) => named("support", of),
        Outlook::Opposition(of) => named("opposition", of),
        Outlook::Common => vec![about("common", &[], 0)],
        Outlook::Answers(n) => vec![about("answers", &[], *n)],
        Outlook::OneMore(of) => named("one-more", of),
        Outlook::Few(of) => vec![about("few", of, 0)],
        Outlook::Firm => vec![about("firm", &[], 0)],
    }
}

fn bar(cx: &Cx, names: Names, lines: &Thresholds, tally: &Tally, lang: Lang) -> Bar {
    let shown = consensus::shown(names, tally.of(lang), lines);
    let nums = match shown.cell {
        Some(cell) => counts(cx, cell),
        None => cx.l.m("consensus-met").s("met", if shown.is_met { "yes" } else { "no" }).to_string(),
    };
    let figures = [shown.support, shown.opposition, shown.wilson].map(|f| f.map_or("–".to_owned(), |f| cx.l.decimal(f)));
    Bar { lang, members: shown.members, pieces: shown.cell.map(pieces).unwrap_or_default(), nums, cell: shown.cell, shown, figures }
}

/// « 33 d’accord · 8 avec réserve »
pub fn counts(cx: &Cx, cell: Cell) -> String {
    let all = [
        (Value::Agree, cell.agree),
        (Value::Reservation, cell.reservation),
        (Value::Abstain, cell.abstain),
        (Value::Objection, cell.objection),
        (Value::Unclear, cell.unclear),
    ];
    let said: Vec<String> = all
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(value, n)| cx.l.m("consensus-count").s("value", value.as_str()).n("count", i64::from(n)).to_string())
        .collect();
    if said.is_empty() { cx.l.t("consensus-nobody") } else { said.join(" · ") }
}

/// The pieces of a bar: those who judged, in the order of the key.
fn pieces(cell: Cell) -> Vec<Piece> {
    let whole = f64::from(cell.judged());
    let mut x = 0.0;
    let all = [("f-agree", cell.agree), ("f-reservation", cell.reservation), ("f-abstain", cell.abstain), ("f-objection", cell.objection)];
    let piece = |(class, count): (&'static str, u32)| {
        let width = f64::from(count) * 100.0 / whole;
        let piece = Piece { class, x, width, count };
        x += width;
        piece
    };
    all.into_iter().filter(|(_, n)| *n > 0).map(piece).collect()
}

/// Three speech marks over one line.
fn mark(verdict: Verdict, being_checked: bool, tally: &Tally) -> String {
    let comma = |i: usize| {
        let x = [0.0, 9.7, 19.4][i];
        let heard = tally.communities[i].is_represented();
        let form = if heard { "fill=\"currentColor\"" } else { "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.2\"" };
        format!(
            "<path {form} transform=\"translate({x})\" d=\"M2.6 7.4a3.9 3.9 0 1 1 7.8 0c0 6.2-2.7 10.3-6.9 12.6l-1.2-2c2.3-1.5 3.7-3.6 4.1-6.7a3.9 3.9 0 0 1-3.8-3.9z\"/>"
        )
    };
    let line = match (verdict, being_checked) {
        (_, true) | (Verdict::TranslationBlocked, _) => "M2 24h6v4H2zM11 24h3v4h-3zM17 24h7v4h-7zM27 24h3v4h-3z",
        (Verdict::Divided, _) => "M2 23h16v4H2zM20 28h10v4H20z",
        (Verdict::Consensus, _) => "M2 24h28v4H2z",
        (Verdict::Partial, _) => "M2 24h18v4H2z",
        (Verdict::Open | Verdict::NeedsVoices, _) => "M2 24h4v4H2zM8 24h4v4H8zM14 24h4v4h-4zM20 24h4v4h-4zM26 24h4v4h-4z",
    };
    let commas: String = (0..3).map(comma).collect();
    format!("<svg viewBox=\"0 0 32 32\" aria-hidden=\"true\">{commas}<path fill=\"currentColor\" d=\"{line}\"/></svg>")
}

/// What people in a room said.
pub struct RoomView {
    pub id: i64,
    pub place: String,
    pub day: String,
    pub lang: Lang,
    pub nums: String,
    /// Why it was taken back.
    pub struck: Option<String>,
}

/// Rooms stand apart, and are never added.
pub fn room(cx: &Cx, names: Names, room: &Room) -> RoomView {
    let day = room.held_on.and_hms_opt(12, 0, 0).unwrap_or_default();
    RoomView {
        id: room.id,
        struck: room.struck_at.map(|_| room.struck_because.clone()),
        place: room.place.clone(),
        // A day of a calendar, wherever it is read.
        day: cx.l.day(&day.and_utc()),
        lang: room.lang,
        nums: names.shown_cell(room.cell).map_or_else(|| cx.l.t("consensus-room-few"), |cell| counts(cx, cell)),
    }
}
