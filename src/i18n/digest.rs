//! What happened, worded for one reader (D3–D5, D9): the same view serves letters, pages and feeds.

use super::{L10n, l10n};
use crate::domain::{
    digest::Period,
    lang::Lang,
    news::{Ask, Line, Section},
    snippet,
    text::{Quality, Reader},
};
use chrono::{NaiveDateTime, TimeZone};
use chrono_tz::Tz;

/// Lines under their headings, in one language.
pub struct View {
    /// The strongest line, as a sentence.
    pub heading: String,
    /// The same, short enough for a subject.
    lead: String,
    /// How many there are, and how many can be read (D4).
    pub readable: String,
    /// What to do about the strongest line, and where.
    pub button: Option<(String, String)>,
    pub sections: Vec<SectionView>,
    /// What found no room.
    pub more: String,
    /// Lines, and those without room.
    count: usize,
}

pub struct SectionView {
    pub title: String,
    pub lines: Vec<LineView>,
}

pub struct LineView {
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
    /// `base` is where addresses begin: the site's, or nothing within its pages. `everywhere`: no theme was chosen.
    pub fn of(lines: &[Line], more: usize, reader: &Reader, base: &str, everywhere: bool) -> Self {
        let (lang, l) = (reader.page, l10n(reader.page));
        let readable = lines.iter().filter(|line| line.readable).count();
        let several = reader.reads.iter().any(|read| *read != lang);
        let said = l.m("digests-readable").s("several", if several { "yes" } else { "no" });
        let sections = Section::ALL.iter().filter_map(|section| {
            let of: Vec<LineView> =
                lines.iter().filter(|line| line.item.section == *section).map(|line| view(line, lang, l, base)).collect();
            let title = match section {
                Section::Active if everywhere => l.t("digests-section-everywhere"),
                _ => l.m("digests-section").s("section", section.as_str()).to_string(),
            };
            (!of.is_empty()).then_some(SectionView { title, lines: of })
        });
        let first = lines.first();
        Self {
            heading: first.map(|line| lead(line, &line.title.0, l)).unwrap_or_default(),
            lead: first.map(|line| lead(line, &snippet::title(&line.title.0, line.title.1), l)).unwrap_or_default(),
            readable: said.n("count", lines.len()).n("readable", readable).to_string(),
            button: first.map(|line| (l.m("digests-button").s("kind", kind(line)).to_string(), href(line, lang, base))),
            sections: sections.collect(),
            more: if more > 0 { l.m("digests-more").n("count", more).to_string() } else { String::new() },
            count: lines.len() + more,
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
        (Section::Readable, None) => "readable",
        (Section::Asked | Section::Followed | Section::Active, None) => "posts",
    }
}

fn lead(line: &Line, title: &str, l: &L10n) -> String {
    l.m("digests-lead").s("kind", kind(line)).s("title", title).n("count", line.item.count).to_string()
}

fn href(line: &Line, lang: Lang, base: &str) -> String {
    match (line.item.ask, line.item.lang) {
        (Some(Ask::Review | Ask::Update | Ask::Translate), Some(target)) => format!("{base}/{lang}/translate/{}/{target}", line.text),
        _ => format!("{base}/{lang}/p/{}", line.item.post),
    }
}

fn view(line: &Line, lang: Lang, l: &L10n, base: &str) -> LineView {
    let asked = line.item.ask.map(|ask| {
        let target = line.item.lang.unwrap_or(lang);
        l.m("digests-asked").s("ask", ask.as_str()).s("lang", target.as_str()).to_string()
    });
    let wants = line.item.ask.is_none_or(|ask| ask == Ask::Answer) && !line.readable;
    let state = || {
        let readable = if line.readable { "yes" } else { "no" };
        l.m("digests-state").s("quality", line.quality.as_str()).s("readable", readable).s("from", line.original.as_str()).to_string()
    };
    let small = match (line.item.ask, line.item.section) {
        (Some(Ask::Answer), _) => String::new(),
        (Some(_), _) => l.m("digests-minutes").n("minutes", line.minutes).to_string(),
        (None, Section::Readable) if line.item.count == 1 && !line.translator.is_empty() => match line.reviewer.as_str() {
            "" => l.m("digests-translator").s("translator", &line.translator).to_string(),
            reviewer => l.m("digests-reviewer").s("translator", &line.translator).s("reviewer", reviewer).to_string(),
        },
        (None, Section::Readable) => l.m("digests-newly").n("count", line.item.count).to_string(),
        (None, _) => l.m("digests-posts").n("count", line.item.count).to_string(),
    };
    LineView {
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
