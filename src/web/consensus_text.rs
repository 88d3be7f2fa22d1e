//! A consensus thread as Markdown: to be kept, sent and counted anew without a browser.

use super::{
    cx::{Cx, read},
    extract::Ask,
    parts::untagged,
    syntheses, url, verdicts,
};
use crate::{
    app::App,
    domain::{
        consensus::{Names, shown},
        lang::Lang,
        position::Value,
    },
    error::Result,
    forum,
    store::{self, Conn},
};
use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use std::fmt::Write;

/// GET /{l}/t/{id}/consensus.md: the statements with their verdicts and every figure, the ledger, and where names are public
/// each position.
///
/// # Errors
/// No consensus thread.
pub async fn show(app: Data<App>, ask: Ask, path: Path<(String, String)>) -> Result<HttpResponse> {
    let id = super::consensus::thread_id(&path.1)?;
    let text = read(&app, &ask, move |cx, conn| build(cx, conn, id)).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/markdown; charset=utf-8")
        .insert_header((header::CONTENT_LANGUAGE, ask.lang.as_str()))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .insert_header((header::HeaderName::from_static("x-robots-tag"), "noindex"))
        .body(text))
}

/// Words that cannot end a table's cell or begin anything else.
fn cell(words: &str) -> String {
    words.replace('\\', "\\\\").replace('|', "\\|").replace('\n', " ")
}

fn build(cx: &Cx, conn: &mut Conn, id: i64) -> Result<String> {
    let (thread, consensus) = forum::consensus::find(conn, id, cx.visible())?;
    let standings = forum::tallies::of_thread(conn, &consensus)?;
    let heading = store::texts::find(conn, thread.text_id)?;
    let words = syntheses::statement_words(cx, conn, &standings)?;
    let l = cx.l;
    let mut out = format!("# {}\n\n{}{}\n\n", heading.title(&cx.reader()).0, cx.app.base_url, url::consensus(cx.lang, id));
    let lines = &standings.thresholds;
    let stage = l.m("consensus-stage").s("stage", consensus.stage.as_str()).to_string();
    let names = l.t(if consensus.names == Names::Public { "consensus-names-public" } else { "consensus-names-totals" });
    // Writing to memory cannot fail.
    let _ = write!(
        out,
        "{stage} · {names}\n\na ≥ {:.2}, d ≤ {:.2}, divided d ≥ {:.2}, XLC ≥ {:.2}, firm w ≥ {:.2}\n",
        f64::from(lines.support) / 100.0,
        f64::from(lines.opposition) / 100.0,
        f64::from(lines.divided) / 100.0,
        f64::from(lines.xlc) / 100.0,
        f64::from(lines.firm) / 100.0,
    );
    for s in standings.accepted() {
        let report = s.shown(consensus.names);
        let view = verdicts::view(
            cx,
            &verdicts::Judgement { names: consensus.names, lines, tally: &s.tally, report: &report, being_checked: s.is_being_checked() },
        );
        let said = words.get(&s.statement.id).map(|(html, _)| untagged(html)).unwrap_or_default();
        let no = l.m("consensus-statement-no").n("n", s.statement.n).to_string();
        let _ = write!(out, "\n## {no}\n\n> {}\n\n**{}**", said.trim(), view.sentence);
        for said in view.outlook.iter().chain([&view.figures]).filter(|s| !s.is_empty()) {
            let _ = write!(out, " {said}");
        }
        let columns: Vec<String> = Value::ALL.iter().map(|v| l.m("consensus-column").s("value", v.as_str()).to_string()).collect();
        let _ = write!(
            out,
            "\n\n| {} | N | {} | m | a | d | w |\n|---|---|---|---|---|---|---|---|---|---|---|\n",
            l.t("consensus-community"),
            columns.join(" | ")
        );
        for lang in Lang::THREE {
            let c = shown(consensus.names, s.tally.of(lang), lines);
            let count = |n: Option<u32>| n.map_or("–".to_owned(), |n| n.to_string());
            let figure = |x: Option<f64>| x.map_or("–".to_owned(), |x| format!("{x:.4}"));
            let of = c.cell.map(|c| [c.agree, c.reservation, c.abstain, c.objection, c.unclear]);
            let counts: Vec<String> = (0..5).map(|i| count(of.map(|c| c[i]))).collect();
            let met = if of.is_none() {
                format!(" ({})", l.m("consensus-met").s("met", if c.is_met { "yes" } else { "no" }))
            } else {
                String::new()
            };
            let _ = writeln!(
                out,
                "| {}{met} | {} | {} | {} | {} | {} | {} |",
                verdicts::langs(cx, &[lang]),
                count(c.members),
                counts.join(" | "),
                count(c.floor),
                figure(c.support),
                figure(c.opposition),
                figure(c.wilson)
            );
        }
        let figure = |x: Option<f64>| x.map_or("–".to_owned(), |x| format!("{x:.4}"));
        let _ = writeln!(out, "\nXLC {}, min a {}, V {}", figure(report.xlc), figure(report.min_support), figure(report.cramers_v));
    }
    ledger(cx, &standings, &mut out);
    if consensus.names == Names::Public {
        log(cx, conn, &standings, &mut out)?;
    }
    Ok(out)
}

fn ledger(cx: &Cx, standings: &forum::tallies::Standings, out: &mut String) {
    if standings.ledger(None).next().is_none() {
        return;
    }
    let _ = write!(out, "\n## {}\n\n", cx.l.t("consensus-objections"));
    for r in standings.ledger(None) {
        let n = standings.of(r.objection.statement_id).map_or(0, |s| s.statement.n);
        let no = cx.l.m("consensus-statement-no").n("n", n).to_string();
        let state = cx.l.m("consensus-objection-state").s("state", r.objection.state.as_str()).to_string();
        let _ = write!(out, "- {no} · {state} · {}{}", cx.app.base_url, url::post(cx.lang, r.objection.post_id));
        if let Some(answer) = r.objection.answer_id {
            let _ = write!(out, " → {}{}", cx.app.base_url, url::post(cx.lang, answer));
        }
        out.push('\n');
    }
}

/// Each last position: that is what the verdicts were counted from.
fn log(cx: &Cx, conn: &mut Conn, standings: &forum::tallies::Standings, out: &mut String) -> Result<()> {
    let people: Vec<i64> = standings.memberships.keys().copied().collect();
    let names = store::accounts::names(conn, &people)?;
    let l = cx.l;
    let _ = write!(out, "\n## {}\n\n| | {} | | |\n|---|---|---|---|\n", l.t("consensus-positions"), l.t("consensus-community"));
    let mut rows: Vec<_> = standings.positions.iter().filter_map(|p| Some((standings.of(p.statement)?.statement.n, p))).collect();
    rows.sort_by_key(|(n, p)| (*n, p.community, p.person));
    for (n, p) in rows {
        let who = match names.get(&p.person) {
            Some(name) if !name.is_former() => cell(&name.display_name),
            _ => l.t("texts-former"),
        };
        let value = l.m("consensus-count-one").s("value", p.value.as_str()).to_string();
        let note = match (p.is_current, p.is_eligible) {
            (true, true) => String::new(),
            (true, false) => l.m("consensus-note").s("note", "uncounted").to_string(),
            (false, _) => l.m("consensus-note").s("note", "earlier").to_string(),
        };
        let _ = writeln!(out, "| {n} · {who} | {} | {value} | {note} |", verdicts::langs(cx, &[p.community]));
    }
    Ok(())
}
