//! T11: mentions and quotes are references. In stored HTML each stands between marks, to be filled in at reading; in the
//! source a mention is `@handle`, and a quote begins with `> [!quote p123.4 fr]`: block 4 of post 123, as its French slot
//! says it. The language may be absent.

use super::{glossary::is_japanese, lang::Lang};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::HashSet;

/// Around a mention in stored HTML; texts cannot contain it (controls are removed on entry).
const MENTION: char = '\u{1D}';
/// Around the reference of a quote, and around the slash that ends it.
const QUOTE: char = '\u{1C}';
/// The longest handle.
const HANDLE_CHARS: usize = 32;
/// P6: people that one text may name.
pub const MENTIONS: usize = 20;

// ---- mentions -----------------------------------------------------------------------------------

/// Where somebody is named in plain text: the places of `@` and what follows it, as far as a handle could reach. In an
/// address there is nobody.
fn mentioned(text: &str) -> Vec<(usize, usize)> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = text[..at].chars().next_back();
        let inside = before.is_some_and(|c| c.is_alphanumeric() && !is_japanese(c) || matches!(c, '@' | '/' | '.' | '-' | '_' | '+'));
        let rest = &text[at + 1..];
        let end = rest.char_indices().take(HANDLE_CHARS * 2).find(|(_, c)| !fits(*c)).map(|(i, _)| i);
        let length = end.unwrap_or_else(|| rest.char_indices().nth(HANDLE_CHARS * 2).map_or(rest.len(), |(i, _)| i));
        if !inside && rest[..length].chars().nth(1).is_some() {
            found.push((at, at + 1 + length));
        }
    }
    found
}

/// Text with marks around its mentions.
pub fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut from = 0;
    for (start, end) in mentioned(text) {
        out.push_str(&text[from..start]);
        out.extend([MENTION]);
        out.push_str(&text[start + 1..end]);
        out.extend([MENTION]);
        from = end;
    }
    out.push_str(&text[from..]);
    out
}

/// Who is named in plain text, with the `@`.
pub fn named(text: &str) -> impl Iterator<Item = &str> {
    mentioned(text).into_iter().map(|(start, end)| &text[start..end])
}

/// What is named in a body, without `@`, each once: handles, with what may follow them where no space does.
pub fn mentions(body: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let (mut code, mut link) = (false, false);
    for event in super::emphasis::Source::of(body).events() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Start(Tag::Link { .. }) => link = true,
            Event::End(TagEnd::Link) => link = false,
            Event::Text(text) if !code && !link => {
                for (start, end) in mentioned(&text) {
                    let name = text[start + 1..end].to_owned();
                    if !found.contains(&name) {
                        found.push(name);
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// The handles that a mention may mean, the longest first: Japanese goes on without a space, as in `@千草さん`.
pub fn handles(mention: &str) -> Vec<&str> {
    let ends = mention.char_indices().map(|(i, _)| i).chain([mention.len()]);
    let may_end = |i: &usize| {
        let rest = &mention[*i..];
        rest.chars().next().is_none_or(is_japanese) || rest.chars().all(|c| matches!(c, '-' | '_'))
    };
    let handles: Vec<&str> =
        ends.filter(may_end).map(|i| &mention[..i]).filter(|h| (2..=HANDLE_CHARS).contains(&h.chars().count())).collect();
    handles.into_iter().rev().collect()
}

/// The mentions in stored HTML, without `@`.
pub fn mentions_in(html: &str) -> Vec<&str> {
    html.split(MENTION).skip(1).step_by(2).collect()
}

/// Fills in mentions: `show` gives what stands for a mention, `None` leaves it as it was typed.
pub fn fill_mentions(html: &str, show: impl Fn(&str) -> Option<String>) -> String {
    let parts = html.split(MENTION).enumerate();
    parts.map(|(i, part)| if i % 2 == 0 { part.to_owned() } else { show(part).unwrap_or_else(|| format!("@{part}")) }).collect()
}

// ---- quotes -------------------------------------------------------------------------------------

/// What a quote refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    pub post: i64,
    /// The block of the body, from 1.
    pub block: usize,
    /// The slot that was quoted.
    pub lang: Option<Lang>,
}

impl std::fmt::Display for Quote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "p{}.{}", self.post, self.block)?;
        self.lang.map_or(Ok(()), |lang| write!(f, " {lang}"))
    }
}

impl Quote {
    /// `p123.4` or `p123.4 fr`.
    fn parse(word: &str) -> Option<Self> {
        let (place, lang) = word.trim().split_once(' ').map_or((word.trim(), None), |(place, lang)| (place, Some(lang)));
        let (post, block) = place.strip_prefix('p')?.split_once('.')?;
        let lang = lang.map(|l| Lang::parse(l).ok_or(())).transpose().ok()?;
        Some(Self { post: post.parse().ok()?, block: block.parse().ok().filter(|b| *b > 0)?, lang })
    }

    fn of_line(line: &str) -> Option<Self> {
        Self::parse(line.trim().strip_prefix("[!quote ")?.strip_suffix(']')?)
    }

    /// The source of a quote of these words.
    pub fn source(&self, words: &str) -> String {
        let lines: String = words.trim().lines().map(|line| format!("> {line}\n")).collect();
        format!("> [!quote {self}]\n{lines}")
    }
}

/// The events of a text with marks at its quotes, in place of their references.
pub fn mark_quotes(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let begins = |events: &[Event]| match events {
        [Event::Start(Tag::BlockQuote(_)), Event::Start(Tag::Paragraph), Event::Text(line), ..] => Quote::of_line(line),
        _ => None,
    };
    let mut out = Vec::with_capacity(events.len());
    let mut open = Vec::new();
    let mut at = 0;
    while at < events.len() {
        match &events[at] {
            Event::Start(Tag::BlockQuote(_)) => {
                let quote = begins(&events[at..]);
                open.push(quote.is_some());
                out.push(events[at].clone());
                if let Some(quote) = quote {
                    out.push(Event::Html(format!("{QUOTE}{quote}{QUOTE}").into()));
                    let alone = matches!(events.get(at + 3), Some(Event::End(TagEnd::Paragraph)));
                    let broken = matches!(events.get(at + 3), Some(Event::SoftBreak | Event::HardBreak));
                    if !alone {
                        out.push(events[at + 1].clone());
                    }
                    at += 2 + usize::from(alone || broken);
                }
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                if open.pop() == Some(true) {
                    out.push(Event::Html(format!("{QUOTE}/{QUOTE}").into()));
                }
                out.push(events[at].clone());
            }
            event => out.push(event.clone()),
        }
        at += 1;
    }
    out
}

/// The quotes of a body, in its order, with where they stand in bytes.
fn quoted(body: &str) -> Vec<(Quote, std::ops::Range<usize>)> {
    if !body.contains("[!quote p") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut begun = None;
    for (event, range) in Parser::new_ext(body, super::emphasis::options()).into_offset_iter() {
        match (event, begun.take()) {
            (Event::Start(Tag::BlockQuote(_)), _) => begun = Some(range),
            (Event::Start(Tag::Paragraph), Some(quotation)) => {
                let line = body[range].lines().next().unwrap_or_default();
                found.extend(Quote::of_line(line).map(|quote| (quote, quotation)));
            }
            _ => {}
        }
    }
    found
}

/// What a body quotes, in its order.
pub fn quotes(body: &str) -> Vec<Quote> {
    quoted(body).into_iter().map(|(quote, _)| quote).collect()
}

/// A body without what it quotes of other posts.
pub fn own_words(body: &str) -> String {
    without(body, |_| true, |_| "")
}

/// A body for whoever reads it as it was typed, elsewhere: its quotes without what they refer to, its addresses in full below `base`.
pub fn readable(body: &str, base: &str) -> String {
    let refers = |line: &&str| Quote::of_line(line.trim_start_matches(['>', ' '])).is_some();
    body.lines().filter(|line| !refers(line)).collect::<Vec<_>>().join("\n").replace("](/", &format!("]({base}/"))
}

/// A body in which each outermost quote that is meant leaves only what `rest` keeps of it.
fn without<'a>(body: &'a str, meant: impl Fn(&Quote) -> bool, rest: impl Fn(&'a str) -> &'a str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut from = 0;
    for (_, range) in quoted(body).into_iter().filter(|(quote, _)| meant(quote)) {
        if range.start >= from {
            out.push_str(&body[from..range.start]);
            out.push_str(rest(&body[range.clone()]));
            from = range.end;
        }
    }
    out.push_str(&body[from..]);
    out
}

/// What stored HTML quotes.
pub fn quotes_in(html: &str) -> Vec<Quote> {
    html.split(QUOTE).filter_map(Quote::parse).collect()
}

/// A body without the words of the posts in `hidden`: their quotes say only what they refer to (T12).
pub fn veiled(body: &str, hidden: &HashSet<i64>) -> String {
    without(
        body,
        |quote| hidden.contains(&quote.post),
        |quotation| {
            // The first line, with the line break after it.
            let end = quotation.find("[!quote ").and_then(|at| quotation[at..].find('\n').map(|end| at + end + 1));
            &quotation[..end.unwrap_or(quotation.len())]
        },
    )
}

/// Stored HTML without the words of the posts in `hidden`.
pub fn veiled_html(html: &str, hidden: &HashSet<i64>) -> String {
    fill_quotes(html, &|quote, inner| {
        let words = if hidden.contains(&quote.post) { "" } else { inner };
        format!("{QUOTE}{quote}{QUOTE}{words}{QUOTE}/{QUOTE}")
    })
}

/// Fills in quotes, inner ones first: `show` gives what stands within the quotation for a reference and its words (HTML).
pub fn fill_quotes(html: &str, show: &impl Fn(&Quote, &str) -> String) -> String {
    let mut stack: Vec<(Quote, String)> = Vec::new();
    let mut out = String::with_capacity(html.len());
    for part in html.split(QUOTE) {
        if part == "/"
            && let Some((quote, before)) = stack.pop()
        {
            let inner = std::mem::replace(&mut out, before);
            out.push_str(&show(&quote, &inner));
        } else if let Some(quote) = Quote::parse(part) {
            stack.push((quote, std::mem::take(&mut out)));
        } else {
            out.push_str(part);
        }
    }
    // Marks come in pairs; were one lost, the words would still be all there.
    while let Some((_, before)) = stack.pop() {
        out.insert_str(0, &before);
    }
    out
}

/// Stored HTML for readers who get no more than the words: mentions as typed, quotations as they are.
pub fn plain(html: &str) -> String {
    fill_mentions(&fill_quotes(html, &|_, inner| inner.to_owned()), |_| None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t11_people_are_named_in_any_script_and_not_in_addresses() {
        assert_eq!(mentions("@claire et @千草さん、@tom-b! a@b.org `@code` https://x.org/@y @a"), ["claire", "千草さん", "tom-b"]);
        assert_eq!(handles("千草さん"), ["千草さん", "千草さ", "千草"]);
        assert_eq!(handles("claire"), ["claire"]);
        assert_eq!(handles("claireさん"), ["claireさん", "claireさ", "claire"]);
        assert_eq!(handles("tom-"), ["tom-", "tom"]);
    }

    #[test]
    fn t11_a_quote_is_a_reference_and_its_words() {
        let quote = Quote { post: 123, block: 4, lang: Some(Lang::Fr) };
        assert_eq!(quote.source("un\ndeux"), "> [!quote p123.4 fr]\n> un\n> deux\n");
        assert_eq!(quotes(&quote.source("un")), [quote]);
        assert_eq!(quotes("> [!quote p1.2]\n> x\n>> [!quote p3.4 ja]\n>> y").len(), 2);
        for odd in ["> [!quote p1]", "> [!quote p1.0]", "> [!quote p1.2 de]", "> [!quote]"] {
            assert!(quotes(odd).is_empty(), "{odd}");
        }
    }

    #[test]
    fn t12_words_of_hidden_posts_leave_neither_source_nor_html() {
        let body = "a\n\n> [!quote p1.2]\n> secret\nsecret too\n> > secret three\n\nb\n\n> [!quote p3.4]\n> open\n";
        let veiled = veiled(body, &HashSet::from([1]));
        assert!(!veiled.contains("secret") && veiled.contains("open") && veiled.contains("\nb\n"), "{veiled}");
        let html = "<blockquote>\u{1C}p1.2\u{1C}<p>secret</p>\u{1C}/\u{1C}</blockquote><p>b</p>";
        let veiled = veiled_html(html, &HashSet::from([1]));
        assert!(!veiled.contains("secret") && veiled.contains("<p>b</p>") && quotes_in(&veiled).len() == 1);
        assert_eq!(plain(html), "<blockquote><p>secret</p></blockquote><p>b</p>");
        // Marks cannot be typed, not even as entities in a title.
        let forged = super::super::markdown::render("![x](http://a.org \"&#29;bob&#29;&#28;p5.1&#28;\")", Lang::En, "t");
        assert!(!forged[0].html.contains([MENTION, QUOTE]), "{}", forged[0].html);
        // Quotes in lists, and lines that go on lazily.
        for body in [
            "- > [!quote p1.2]\n  > secret",
            "> > [!quote p1.2]\n> > a secret\n> secret",
            "1. x\n\n   > [!quote p1.1 fr]\n   > secret\nsecret",
        ] {
            assert_eq!(quotes(body).len(), 1, "{body}");
            let veiled = super::veiled(body, &HashSet::from([1]));
            assert!(!veiled.contains("secret") && quotes(&veiled).len() == 1, "{veiled}");
            assert!(!own_words(body).contains("secret"));
        }
    }
}
