//! Emphasis beside Japanese: a pass before the Markdown parser, whose marks are taken out of its events.

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};
use std::borrow::Cow;

/// Put on the outer side of an emphasis run that touches Japanese, so that the parser sees a space there.
const MARK: char = '\u{205F}';
/// So many runs may wait for their end at once.
const PENDING: usize = 32;
/// Stands in for a mark that the author typed. A noncharacter: texts cannot contain it.
const TYPED_MARK: char = '\u{FDD0}';

/// A body ready for the parser, which by itself does not see the emphasis in `**強調。**です`:
/// CommonMark's flanking rules know spaces and punctuation, and Japanese writes no spaces.
pub struct Source<'a>(Cow<'a, str>);

impl<'a> Source<'a> {
    pub fn of(body: &'a str) -> Self {
        let body = match body.contains(MARK) {
            true => Cow::Owned(body.replace(MARK, "\u{FDD0}")),
            false => Cow::Borrowed(body),
        };
        let marks = marks(&body);
        if marks.is_empty() {
            return Self(body);
        }
        let mut marked = String::with_capacity(body.len() + 3 * marks.len());
        let mut from = 0;
        for at in marks {
            marked.push_str(&body[from..at]);
            marked.push(MARK);
            from = at;
        }
        marked.push_str(&body[from..]);
        Self(Cow::Owned(marked))
    }

    /// What the parser sees, without our marks.
    pub fn events(&self) -> impl Iterator<Item = Event<'_>> {
        TextMergeStream::new(Parser::new_ext(&self.0, options()).map(unmarked))
    }
}

pub(super) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

/// The event without our marks, and with the author's own back in place.
fn unmarked(event: Event<'_>) -> Event<'_> {
    let clean = |text: CowStr<'_>| -> CowStr<'static> {
        text.chars().filter(|c| !is_foreign(*c)).map(|c| if c == TYPED_MARK { MARK } else { c }).collect::<String>().into()
    };
    let touched = |text: &str| text.contains(|c| c == TYPED_MARK || is_foreign(c));
    match event {
        Event::Text(t) if touched(&t) => Event::Text(clean(t)),
        Event::Code(t) if touched(&t) => Event::Code(clean(t)),
        Event::Html(t) if touched(&t) => Event::Html(clean(t)),
        Event::InlineHtml(t) if touched(&t) => Event::InlineHtml(clean(t)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) if touched(&dest_url) || touched(&title) => {
            Event::Start(Tag::Link { link_type, dest_url: clean(dest_url), title: clean(title), id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) if touched(&dest_url) || touched(&title) => {
            Event::Start(Tag::Image { link_type, dest_url: clean(dest_url), title: clean(title), id })
        }
        other => other,
    }
}

/// Our marks, and controls that came in as entities (`&#30;`): no text has them.
fn is_foreign(c: char) -> bool {
    c == MARK || (c.is_control() && !matches!(c, '\n' | '\t'))
}

/// Byte positions at which a mark goes.
fn marks(body: &str) -> Vec<usize> {
    if !body.contains(is_cjk) || !body.contains(['*', '~']) {
        return Vec::new();
    }
    let closed = closed_ranges(body);
    let mut marks = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut ranges = closed.iter().peekable();
    let mut at = 0;
    while at < body.len() {
        while ranges.peek().is_some_and(|r| r.end <= at) {
            ranges.next();
        }
        if let Some(range) = ranges.peek()
            && range.start <= at
        {
            at = range.end;
            continue;
        }
        let rest = &body[at..];
        let c = rest.chars().next().unwrap_or_default();
        match c {
            '\\' => at += 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            // Emphasis never reaches into the next paragraph.
            '\n' if rest[1..].trim_start_matches([' ', '\t']).starts_with('\n') => {
                open.clear();
                at += 1;
            }
            '*' | '~' => {
                let run = &rest[..rest.len() - rest.trim_start_matches(c).len()];
                mark_run(body, at, run, &mut open, &mut marks);
                at += run.len();
            }
            _ => at += c.len_utf8(),
        }
    }
    marks
}

/// Decides for one run of `*` or `~` whether it needs a mark, and on which side.
fn mark_run<'a>(body: &'a str, at: usize, run: &'a str, open: &mut Vec<&'a str>, marks: &mut Vec<usize>) {
    let left = body[..at].chars().next_back().unwrap_or('\n');
    let right = body[at + run.len()..].chars().next().unwrap_or('\n');
    let pending = open.iter().rposition(|o| *o == run);
    let may_open = !right.is_whitespace();
    let may_close = !left.is_whitespace();
    let closes = may_close && pending.is_some();
    if let (true, Some(place)) = (closes, pending) {
        open.truncate(place);
        if is_punctuation(left) && !is_punctuation(right) && may_open && (is_cjk(left) || is_cjk(right)) {
            marks.push(at + run.len());
        }
    } else if may_open {
        // What was opened long ago is not meant: the search stays short whatever is typed.
        if open.len() >= PENDING {
            open.remove(0);
        }
        open.push(run);
        if is_punctuation(right) && !is_punctuation(left) && may_close && (is_cjk(left) || is_cjk(right)) {
            marks.push(at);
        }
    }
}

/// Where no emphasis can be: code, raw HTML, addresses of links and of reference definitions.
fn closed_ranges(body: &str) -> Vec<std::ops::Range<usize>> {
    let parser = Parser::new_ext(body, options());
    let mut closed: Vec<_> = parser.reference_definitions().iter().map(|(_, d)| d.span.clone()).collect();
    let mut open_links = Vec::new();
    let (mut in_code, mut last_end) = (false, 0);
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => {
                in_code = true;
                closed.push(range.clone());
            }
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) => closed.push(range.clone()),
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => closed.push(range.clone()),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => {
                last_end = range.start + 1;
                open_links.push(range.end);
                continue;
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some(end) = open_links.pop()
                    && last_end < end
                {
                    closed.push(last_end..end);
                }
            }
            _ => {}
        }
        if !in_code {
            last_end = range.end;
        }
    }
    closed.sort_by_key(|r| r.start);
    closed
}

/// Characters written without spaces between words, and their full-width punctuation.
fn is_cjk(c: char) -> bool {
    matches!(c as u32, 0x2E80..=0x303F | 0x3040..=0x33FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F
        | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF)
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || (!c.is_alphanumeric() && !c.is_whitespace() && !c.is_control())
}
