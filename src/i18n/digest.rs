//! What happened, worded for one reader (D3–D5, D9): the same view serves letters, pages and feeds.

use super::{L10n, l10n};
use crate::domain::{
    digest::Period,
    lang::Lang,
    news::{Ask, Happened, Line, Section},
    snippet,
    text::{Quality, Reader},
};
use chrono::{NaiveDateTime, TimeZone};
use chrono_tz::Tz;

/// Lines under their headings, in one language; `L` is a line as the caller shows it.
pub struct View<L = LineView> {
    /// The strongest line, as a sentence.
    pub heading: String,
    /// The same, short enough for a subject.
    lead: String,
    /// How many there are, and how many can be read (D4).
    pub readable: String,
    /// What to do about the strongest line, and where.
    pub button: Option<(String, String)>,
    pub sections: Vec<SectionView<L>>,
    /// What found no room.
    pub more: String,
    /// Lines, and those without room.
    count: usize,
}

pub struct SectionView<L> {
    pub title: String,
    pub lines: Vec<L>,
}

/// A line in one language, for all who read alike.
pub struct LineView {
    section: Section,
    readable: bool,
    /// What it says as the strongest line of a letter: in full, and short enough for a subject.
    lead: (String, String),
    button: String,
    /// How many hands the text has been through: the line above it.
    pub mark: Quality,
    /// The same in words.
    pub state: String,
    pub outdated: bool,
    pub title: String,
    pub title_lang: Lang,
    pub href: String,
    pub author: String,
    pub words: String,
    pub words_lang: Lang,
    pub small: String,
}

impl View {
    /// Lines as pages and feeds show them. `base` is where addresses begin: the site's, or nothing within its pages.
    pub fn of_lines(lines: &[Line], more: usize, reader: &Reader, base: &str, everywhere: bool) -> Self {
        Self::of(lines.iter().map(|line| LineView::of(line, reader.page, base)).collect(), |line| line, more, reader, everywhere)
    }
}

impl<L> View<L> {
    /// `line` tells what a line says. `everywhere`: no theme was chosen.
    pub fn of(lines: Vec<L>, line: impl Fn(&L) -> &LineView, more: usize, reader: &Reader, everywhere: bool) -> Self {
        let (lang, l) = (reader.page, l10n(reader.page));
        let count = lines.len();
        let readable = lines.iter().filter(|of| line(of).readable).count();
        let several = reader.reads.iter().any(|read| *read != lang);
        let said = l.m("digests-readable").s("several", if several { "yes" } else { "no" });
        let (lead, button) = match lines.first().map(&line) {
            Some(first) => (first.lead.clone(), Some((first.button.clone(), first.href.clone()))),
            None => Default::default(),
        };
        let mut sections: Vec<SectionView<L>> = Vec::new();
        let mut last = None;
        for of in lines {
            let section = line(&of).section;
            if last != Some(section) {
                let title = match section {
                    Section::Active if everywhere => l.t("digests-section-everywhere"),
                    _ => l.m("digests-section").s("section", section.as_str()).to_string(),
                };
                sections.push(SectionView { title, lines: Vec::new() });
                last = Some(section);
            }
            if let Some(section) = sections.last_mut() {
                section.lines.push(of);
            }
        }
        Self {
            heading: lead.0,
            lead: lead.1,
            readable: said.n("count", count).n("readable", readable).to_string(),
            button,
            sections,
            more: if more > 0 { l.m("digests-more").n("count", more).to_string() } else { String::new() },
            count: count + more,
        }
    }

    /// The strongest line, and how many lines there are beside it.
    pub fn subject(&self, l: &L10n) -> String {
        l.m("digests-subject").s("lead", &self.lead).n("others", self.count.saturating_sub(1)).to_string()
    }
}

fn kind(line: &Line) -> &'static str {
    match (line.item.section, line.item.ask) {
        (_, Some(ask)) => ask.as_str(),
        (Section::Consensus, None) => line.item.happened.map_or("posts", Happened::as_str),
        (Section::Readable, None) => "readable",
        (Section::Asked | Section::Followed | Section::Active, None) => "posts",
    }
}

fn lead(line: &Line, title: &str, lang: Lang, l: &L10n) -> String {
    let said = l.m("digests-lead").s("kind", kind(line)).s("title", title).n("count", line.item.count);
    said.s("lang", line.item.lang.unwrap_or(lang).as_str()).to_string()
}

fn href(line: &Line, lang: Lang, base: &str) -> String {
    match (line.item.ask, line.item.lang) {
        (Some(Ask::Review | Ask::Update | Ask::Translate), Some(target)) => format!("{base}/{lang}/translate/{}/{target}", line.text),
        (Some(Ask::Position), _) => format!("{base}/{lang}/t/{}/consensus", line.item.thread),
        (None, _) if line.item.section == Section::Consensus => format!("{base}/{lang}/t/{}/consensus", line.item.thread),
        _ => format!("{base}/{lang}/p/{}", line.item.post),
    }
}

impl LineView {
    /// `base` is where addresses begin: the site's, or nothing within its pages.
    pub fn of(line: &Line, lang: Lang, base: &str) -> Self {
        let l = l10n(lang);
        let asked = line.item.ask.map(|ask| {
            let target = line.item.lang.unwrap_or(lang);
            l.m("digests-asked").s("ask", ask.as_str()).s("lang", target.as_str()).to_string()
        });
        let wants = line.item.ask.is_none_or(|ask| matches!(ask, Ask::Answer | Ask::Objection | Ask::Position)) && !line.readable;
        let state = || {
            let readable = if line.readable { "yes" } else { "no" };
            l.m("digests-state").s("quality", line.quality.as_str()).s("readable", readable).s("from", line.original.as_str()).to_string()
        };
        let small = match (line.item.ask, line.item.section) {
            (Some(Ask::Answer | Ask::Objection), _) => String::new(),
            (Some(Ask::Position), _) => l.m("digests-statements").n("count", line.item.count).to_string(),
            (Some(_), _) => l.m("digests-minutes").n("minutes", line.minutes).to_string(),
            (None, Section::Readable) if line.item.count == 1 && !line.translator.is_empty() => match line.reviewer.as_str() {
                "" => l.m("digests-translator").s("translator", &line.translator).to_string(),
                reviewer => l.m("digests-reviewer").s("translator", &line.translator).s("reviewer", reviewer).to_string(),
            },
            (None, Section::Readable) => l.m("digests-newly").n("count", line.item.count).to_string(),
            (None, Section::Consensus) => {
                line.item.happened.map_or_else(String::new, |what| l.m("digests-happened").s("what", what.as_str()).to_string())
            }
            (None, _) => l.m("digests-posts").n("count", line.item.count).to_string(),
        };
        let sentence = |title: &str| lead(line, title, lang, l);
        Self {
            section: line.item.section,
            readable: line.readable,
            lead: (sentence(&line.title.0), sentence(&snippet::title(&line.title.0, line.title.1))),
            button: l.m("digests-button").s("kind", kind(line)).to_string(),
            mark: if wants { Quality::Empty } else { line.quality },
            state: asked.unwrap_or_else(state),
            outdated: !line.fresh && line.item.ask.is_none(),
            title: line.title.0.clone(),
            title_lang: line.title.1,
            href: href(line, lang, base),
            author: line.author.clone(),
            words: line.words.0.clone(),
            words_lang: line.words.1,
            small,
        }
    }
}

/// What an issue is called: its week or day, and the date on which it was made.
pub fn name(l: &L10n, period: Period, zone: Tz, made_at: NaiveDateTime) -> String {
    let date = l.weekday(&zone.from_utc_datetime(&made_at));
    match period {
        // The year is a name here, not a number to be grouped.
        Period::Week { year, week } => {
            l.m("digests-issue").s("kind", "week").s("week", week.to_string()).s("year", year.to_string()).s("date", date).to_string()
        }
        Period::Day(_) => l.m("digests-issue").s("kind", "day").s("week", "").s("year", "").s("date", date).to_string(),
    }
}
