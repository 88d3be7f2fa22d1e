//! Markdown to safe HTML, block by block (T4).
//!
//! CommonMark with tables, footnotes, strikethrough, task lists and bare links. Raw HTML is shown as
//! text, images of this site are shown and others become links (nothing is fetched from elsewhere), headings rank below the post's own.

use super::{
    attachment::{self, Name},
    block::BlockKind,
    emoji,
    emphasis::Source,
    lang::Lang,
    numbering::{Footnotes, Ranks},
    references, typography,
};
use ammonia::Builder;
use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use std::sync::LazyLock;

/// Stored with each rendered revision; raise it when the HTML for the same text changes.
pub const RENDERER: i32 = 3;

/// Between the blocks of a stored rendering; texts cannot contain it (controls are removed on entry).
pub const BLOCK_BREAK: char = '\u{1E}';

/// Deeper nesting than this is flattened: nobody writes it by hand, and trees that deep cost everybody.
const DEPTH: usize = 24;

/// One top-level block of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedBlock {
    pub kind: BlockKind,
    /// Its normalised content: what a block key is the hash of.
    pub content: String,
    /// The words, for comparing two revisions.
    pub words: String,
    /// Sanitised HTML.
    pub html: String,
}

/// Renders a body. `id` prefixes the ids of footnotes, so that two texts on one page never collide.
pub fn render(body: &str, lang: Lang, id: &str) -> Vec<RenderedBlock> {
    let source = Source::of(body);
    let mut notes = Footnotes::new(id);
    let mut ranks = Ranks::of(&source);
    let mut blocks = Vec::new();
    each_block(&source, |events| {
        let html = html(events.clone(), lang, &mut notes, &mut ranks);
        blocks.push(RenderedBlock { html, ..bare(&events) });
    });
    blocks
}

/// The blocks of a body without their HTML: what freshness and comparisons need.
pub fn outline(body: &str) -> Vec<RenderedBlock> {
    let mut blocks = Vec::new();
    each_block(&Source::of(body), |events| blocks.push(bare(&events)));
    blocks
}

fn bare(events: &[Event]) -> RenderedBlock {
    RenderedBlock { kind: kind(&events[0]), content: content(events), words: words(events), html: String::new() }
}

/// Hands out the events of each top-level block; what is nested too deep is flattened.
fn each_block<'a>(source: &'a Source, mut take: impl FnMut(Vec<Event<'a>>)) {
    let mut events: Vec<Event> = Vec::new();
    let (mut depth, mut skipped) = (0usize, 0usize);
    for event in source.events() {
        match &event {
            Event::Start(_) if depth >= DEPTH => {
                skipped += 1;
                continue;
            }
            Event::End(_) if skipped > 0 => {
                skipped -= 1;
                continue;
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        events.push(event);
        if depth == 0 {
            take(std::mem::take(&mut events));
        }
    }
}

/// The stored form of rendered blocks.
pub fn join(blocks: &[RenderedBlock]) -> String {
    blocks.iter().map(|b| b.html.as_str()).collect::<Vec<_>>().join("\u{1E}")
}

/// Where the links of a body lead, bare ones and images included, in order.
pub fn links(body: &str) -> Vec<String> {
    let (mut links, mut inside, mut code) = (Vec::new(), false, false);
    for event in Source::of(body).events() {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                links.push(dest_url.into_string());
                inside = true;
            }
            Event::End(TagEnd::Link | TagEnd::Image) => inside = false,
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Text(text) if !inside && !code => links.extend(bare_links(&text).map(|(from, to)| text[from..to].to_owned())),
            _ => {}
        }
    }
    links
}

/// A title as HTML: escaped, spaced as its language wants, with phrase breaks in Japanese.
pub fn title_html(title: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => typography::japanese_phrases(title).into_iter().map(escape).collect::<Vec<_>>().join("<wbr>"),
        Lang::Fr | Lang::En => escape(&typography::spaced(title, lang)),
    }
}

/// Text with `& < > " '` as entities.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

// ---- one block -----------------------------------------------------------------------------

fn html(events: Vec<Event<'_>>, lang: Lang, notes: &mut Footnotes, ranks: &mut Ranks) -> String {
    let kind = kind(&events[0]);
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, shown(events, lang, notes, ranks).into_iter());
    let html = SAFE.clean(html.trim_end()).to_string();
    match kind {
        BlockKind::Table | BlockKind::Code => format!("<div class=\"scroll\" tabindex=\"0\">{html}</div>"),
        _ => html,
    }
}

fn kind(first: &Event) -> BlockKind {
    match first {
        Event::Start(Tag::Heading { .. }) => BlockKind::Heading,
        Event::Start(Tag::List(_)) => BlockKind::List,
        Event::Start(Tag::Table(_)) => BlockKind::Table,
        Event::Start(Tag::CodeBlock(_)) => BlockKind::Code,
        Event::Start(Tag::BlockQuote(_)) => BlockKind::Quote,
        Event::Start(Tag::FootnoteDefinition(_)) => BlockKind::Footnote,
        Event::Rule => BlockKind::Rule,
        _ => BlockKind::Paragraph,
    }
}

/// What a block says, whatever its line breaks and spaces: tags, link targets and words.
fn content(events: &[Event]) -> String {
    let mut content = String::new();
    for event in events {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => content.push_str(text),
            Event::Code(code) => content.push_str(&format!("`{code}`")),
            Event::SoftBreak => content.push(' '),
            Event::End(_) => content.push('\u{1}'),
            other => content.push_str(&format!("\u{1}{other:?}")),
        }
    }
    content.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a block, with a line break between its lines, items, cells and inner paragraphs.
fn words(events: &[Event]) -> String {
    let mut words = String::new();
    for event in events {
        match event {
            Event::Text(t) | Event::Code(t) | Event::Html(t) | Event::InlineHtml(t) => words.push_str(t),
            Event::FootnoteReference(label) => words.push_str(&format!("[{label}]")),
            Event::TaskListMarker(done) => words.push_str(if *done { "☑ " } else { "☐ " }),
            Event::SoftBreak => words.push(' '),
            Event::HardBreak | Event::End(TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead | TagEnd::Paragraph) => words.push('\n'),
            Event::End(TagEnd::TableCell) => words.push('\t'),
            _ => {}
        }
    }
    words.trim_end().to_owned()
}

/// The events as they are shown: typography, bare links, footnote numbers, ranks of headings.
fn shown<'a>(events: Vec<Event<'a>>, lang: Lang, notes: &mut Footnotes, ranks: &mut Ranks) -> Vec<Event<'a>> {
    let mut out = Vec::with_capacity(events.len());
    let (mut link, mut code) = (false, false);
    // A picture of this site, and what is said to be seen on it.
    let mut picture: Option<(CowStr, String)> = None;
    for event in references::mark_quotes(events) {
        if let Some((address, seen)) = &mut picture {
            match event {
                Event::End(TagEnd::Image) => {
                    out.push(Event::InlineHtml(attachment::picture_html(address, seen, lang, link).into()));
                    picture = None;
                }
                Event::Text(text) | Event::Code(text) => seen.push_str(&text),
                Event::SoftBreak | Event::HardBreak => seen.push(' '),
                _ => {}
            }
            continue;
        }
        match event {
            Event::Text(text) if code => out.push(Event::Text(text)),
            Event::Text(text) if link => out.push(Event::Text(typography::spaced(&text, lang).into_owned().into())),
            Event::Text(text) => push_linked(&mut out, &text, lang),
            Event::Html(raw) | Event::InlineHtml(raw) => out.push(Event::Text(raw)),
            Event::TaskListMarker(done) => out.push(Event::Text(if done { "☑ " } else { "☐ " }.into())),
            Event::FootnoteReference(label) => out.push(Event::InlineHtml(notes.reference(&label).into())),
            Event::Start(Tag::FootnoteDefinition(label)) => out.push(Event::Html(notes.open(&label).into())),
            Event::End(TagEnd::FootnoteDefinition) => out.push(Event::Html("</div>".into())),
            Event::Start(Tag::HtmlBlock) => out.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => out.push(Event::End(TagEnd::Paragraph)),
            Event::Start(Tag::Heading { level, .. }) => out.push(Event::Html(format!("<h{}>", ranks.open(level)).into())),
            Event::End(TagEnd::Heading(_)) => out.push(Event::Html(format!("</h{}>\n", ranks.last).into())),
            Event::Start(Tag::Image { dest_url, .. }) if Name::in_address(&dest_url).is_some() => picture = Some((dest_url, String::new())),
            Event::Start(Tag::Image { dest_url, title, id, .. }) => {
                link = true;
                out.push(Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, title, id }));
            }
            Event::End(TagEnd::Image) => {
                link = false;
                out.push(Event::End(TagEnd::Link));
            }
            event => {
                match &event {
                    Event::Start(Tag::Link { .. }) => link = true,
                    Event::End(TagEnd::Link) => link = false,
                    Event::Start(Tag::CodeBlock(_)) => code = true,
                    Event::End(TagEnd::CodeBlock) => code = false,
                    _ => {}
                }
                out.push(event);
            }
        }
    }
    out
}

fn push_linked(out: &mut Vec<Event<'_>>, text: &str, lang: Lang) {
    let mut at = 0;
    for (start, end) in bare_links(text) {
        out.push(Event::Text(inline(&text[at..start], lang).into()));
        let url = &text[start..end];
        let target = if url.starts_with("www.") { format!("https://{url}") } else { url.to_owned() };
        let empty = || CowStr::Borrowed("");
        out.push(Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url: target.into(), title: empty(), id: empty() }));
        out.push(Event::Text(url.to_owned().into()));
        out.push(Event::End(TagEnd::Link));
        at = end;
    }
    out.push(Event::Text(inline(&text[at..], lang).into()));
}

/// Running text as it is shown: emoji by their names, spacing, marks around mentions.
fn inline(text: &str, lang: Lang) -> String {
    references::marked(&typography::spaced(&emoji::named(text), lang))
}

/// Where addresses stand in plain text: `http://`, `https://` and `www.` only.
fn bare_links(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    static FINDER: LazyLock<LinkFinder> = LazyLock::new(|| {
        let mut finder = LinkFinder::new();
        finder.kinds(&[LinkKind::Url]).url_must_have_scheme(false);
        finder
    });
    FINDER.links(text).filter(|l| ["http://", "https://", "www."].iter().any(|p| l.as_str().starts_with(p))).map(|l| (l.start(), l.end()))
}

/// The second wall behind the parser: only tags that Markdown makes, only web and mail addresses.
static SAFE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut safe = Builder::empty();
    safe.add_tags("a blockquote br code del div em h3 h4 h5 h6 hr img li ol p pre strong sup table tbody td th thead tr ul".split(' '))
        .add_tag_attributes("a", ["href", "title", "id"])
        .add_tag_attributes("img", ["src", "alt", "width", "height", "loading"])
        .attribute_filter(|tag, name, value| match (tag, name) {
            ("img", "src") => Name::in_address(value).map(|_| value.into()),
            _ => Some(value.into()),
        })
        .add_tag_attributes("ol", ["start"])
        .add_tag_attributes("div", ["id"])
        .add_allowed_classes("div", ["footnote"])
        .add_allowed_classes("sup", ["note"])
        .url_schemes(["http", "https", "mailto"].into())
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(Some("nofollow ugc noopener"));
    safe
});

#[cfg(test)]
mod tests {
    use super::*;

    fn html(body: &str, lang: Lang) -> String {
        render(body, lang, "t1").into_iter().map(|b| b.html).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn emphasis_beside_japanese_punctuation_is_seen() {
        let ja = |body: &str| html(body, Lang::Ja);
        assert_eq!(ja("**強調。**です"), "<p><strong>強調。</strong>です</p>");
        assert_eq!(ja("これは**「強調」**です"), "<p>これは<strong>「強調」</strong>です</p>");
        assert_eq!(ja("**一つ。**と**二つ。**です"), "<p><strong>一つ。</strong>と<strong>二つ。</strong>です</p>");
        assert_eq!(ja("*弱い。*そして**強い**。"), "<p><em>弱い。</em>そして<strong>強い</strong>。</p>");
        assert_eq!(ja("~~消す。~~残す"), "<p><del>消す。</del>残す</p>");
        assert_eq!(ja("**a。**\n\n**b。**c"), "<p><strong>a。</strong></p>\n<p><strong>b。</strong>c</p>");
    }

    #[test]
    fn marks_never_reach_code_addresses_or_the_reader() {
        assert_eq!(html("`**強調。**です`", Lang::Ja), "<p><code>**強調。**です</code></p>");
        assert!(html("```\n**強調。**です\n```", Lang::Ja).contains("<code>**強調。**です"));
        assert!(html("[語](https://a.org/**語。**語)", Lang::Ja).contains("https://a.org/**%E8%AA%9E%E3%80%82**%E8%AA%9E"));
        assert_eq!(html("\\*\\*強調。\\*\\*です", Lang::Ja), "<p>**強調。**です</p>");
        assert_eq!(html("a\u{205F}b と **強調。**です", Lang::Ja), "<p>a\u{205F}b と <strong>強調。</strong>です</p>");
    }

    #[test]
    fn raw_html_is_shown_as_text_and_addresses_are_checked() {
        assert_eq!(html("<script>alert(1)</script>", Lang::En), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
        assert_eq!(html("a <b onclick=x>b</b>", Lang::En), "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>");
        assert!(!html("[x](javascript:alert(1))", Lang::En).contains("javascript"));
        assert_eq!(
            html("![alt](https://a.org/x.png)", Lang::En),
            "<p><a href=\"https://a.org/x.png\" rel=\"nofollow ugc noopener\">alt</a></p>"
        );
    }

    #[test]
    fn bare_links_tables_tasks_and_strikethrough_are_rendered() {
        assert!(html("voir https://a.org/x_y !", Lang::Fr).contains("\">https://a.org/x_y</a>\u{202F}!"));
        assert!(html("www.aa4se.org", Lang::Fr).contains("href=\"https://www.aa4se.org\""));
        assert!(html("| a | b |\n|---|---|\n| 1 | 2 |", Lang::En).contains("<td>2</td>"));
        assert_eq!(html("- [x] done\n- [ ] open", Lang::En).matches(['☑', '☐']).count(), 2);
        assert_eq!(html("~~no~~", Lang::En), "<p><del>no</del></p>");
    }

    #[test]
    fn footnote_ids_carry_the_prefix_of_their_text() {
        let out = html("a[^x] b[^x]\n\n[^x]: note", Lang::En);
        assert!(out.contains("href=\"#t1-n1\" id=\"t1-r1\"") && out.contains("<div class=\"footnote\" id=\"t1-n1\">"), "{out}");
        assert_eq!(out.matches("id=\"t1-r1\"").count(), 1);
    }

    #[test]
    fn french_spacing_spares_code_and_other_languages() {
        assert_eq!(html("Quoi ? `a ? b`", Lang::Fr), "<p>Quoi\u{202F}? <code>a ? b</code></p>");
        assert_eq!(html("What ?", Lang::En), "<p>What ?</p>");
    }

    #[test]
    fn headings_rank_without_a_gap_below_the_posts_own() {
        assert_eq!(html("# a\n\n### b\n\n# c", Lang::En), "<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>");
        assert_eq!(html("### a\n\n# b", Lang::En), "<h3>a</h3>\n<h3>b</h3>");
    }

    #[test]
    fn bottomless_nesting_is_flattened() {
        let out = html(&format!("{} x", ">".repeat(2_000)), Lang::En);
        assert!(out.contains('x') && out.matches("<blockquote>").count() <= DEPTH);
    }

    #[test]
    fn content_ignores_line_breaks_but_not_link_targets() {
        let content = |body: &str| render(body, Lang::En, "t").remove(0).content;
        assert_eq!(content("one\ntwo   three"), content("one two three"));
        assert_ne!(content("[a](https://a.org)"), content("[a](https://b.org)"));
        assert_ne!(content("a"), content("# a"));
    }
}
