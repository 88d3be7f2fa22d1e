//! Files that belong to posts: pictures, and PDF documents to be downloaded.
//!
//! A post names a file as Markdown does, `![what one sees](/attachments/…)`: so what one sees is part of the text, stands in
//! each of its three slots, and is translated with it.

use super::{emphasis::Source, lang::Lang, limits, markdown, typography};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::fmt;
use uuid::Uuid;

/// The largest file that is taken.
pub const FILE_BYTES: usize = 10_000_000;
/// What one person may keep here, after pictures were made smaller.
pub const QUOTA_BYTES: i64 = 100_000_000;
/// What one sees on a picture, in a sentence or two.
pub const DESCRIPTION_CHARS: usize = 500;
/// Where files stand.
const FOLDER: &str = "/attachments/";

super::words! {
    /// What a file is; the word is the end of its name.
    AttachmentKind { Png = "png", Jpeg = "jpg", Webp = "webp", Pdf = "pdf" }
}

impl AttachmentKind {
    /// The media type.
    pub fn media(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }

    pub fn is_picture(self) -> bool {
        self != Self::Pdf
    }
}

/// A file's name: made here, never by whoever sent it. A picture's has its size in it, so that pages keep its place free
/// while it loads: `0192…-1200x800.jpg`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    pub id: Uuid,
    pub kind: AttachmentKind,
    /// Width and height in pixels; of pictures only.
    pub size: Option<(u32, u32)>,
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.id)?;
        if let Some((width, height)) = self.size {
            write!(f, "-{width}x{height}")?;
        }
        write!(f, ".{}", self.kind)
    }
}

impl Name {
    /// `None` for any name that was not made here.
    pub fn parse(name: &str) -> Option<Self> {
        let (stem, end) = name.split_once('.')?;
        let kind = AttachmentKind::parse(end)?;
        let (id, size) = match stem.get(36..)? {
            "" => (stem, None),
            rest => {
                let (width, height) = rest.strip_prefix('-')?.split_once('x')?;
                (&stem[..36], Some((width.parse().ok()?, height.parse().ok()?)))
            }
        };
        let name_is = Self { id: Uuid::try_parse(id).ok()?, kind, size };
        // One spelling only, and a size exactly where there is a picture.
        (name_is.to_string() == name && size.is_some() == kind.is_picture()).then_some(name_is)
    }

    /// The name in an address of this site; `None` for any other address.
    pub fn in_address(address: &str) -> Option<Self> {
        Self::parse(address.strip_prefix(FOLDER)?)
    }

    pub fn address(&self) -> String {
        format!("{FOLDER}{self}")
    }

    /// The Markdown that shows it, or leads to it.
    pub fn source(&self, description: &str) -> String {
        let mark = if self.kind.is_picture() { "!" } else { "" };
        format!("{mark}[{}]({})", escaped(description), self.address())
    }
}

/// One line that cannot end the brackets around it.
fn escaped(description: &str) -> String {
    let line = limits::one_line(description);
    line.chars().fold(String::with_capacity(line.len()), |mut out, c| {
        if matches!(c, '[' | ']' | '\\' | '`' | '*' | '_' | '<' | '!') {
            out.push('\\');
        }
        out.push(c);
        out
    })
}

/// The files that a body names, each once.
pub fn named(body: &str) -> Vec<Uuid> {
    if !body.contains(FOLDER) {
        return Vec::new();
    }
    let mut ids: Vec<Uuid> = markdown::links(body).iter().filter_map(|link| Name::in_address(link)).map(|name| name.id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// A picture with its place kept free, and a link to the whole of it where it stands in none.
pub(super) fn picture_html(address: &str, seen: &str, lang: Lang, linked: bool) -> String {
    let size = Name::in_address(address).and_then(|n| n.size).map(|(w, h)| format!(" width=\"{w}\" height=\"{h}\"")).unwrap_or_default();
    let image = format!("<img src=\"{address}\" alt=\"{}\"{size} loading=\"lazy\">", markdown::escape(&typography::spaced(seen, lang)));
    if linked { image } else { format!("<a href=\"{address}\">{image}</a>") }
}

/// Files of this site without a word of what one sees on them or reads in them. A picture that is a link counts once.
pub fn undescribed(body: &str) -> usize {
    let (mut found, mut seen, mut inside) = (0, None, 0);
    for event in Source::of(body).events() {
        match event {
            Event::Start(Tag::Image { dest_url, .. } | Tag::Link { dest_url, .. }) => {
                inside += 1;
                if seen.is_none() && Name::in_address(&dest_url).is_some() {
                    seen = Some(false);
                }
            }
            Event::End(TagEnd::Image | TagEnd::Link) => {
                inside -= 1;
                if inside == 0 {
                    found += usize::from(seen.take() == Some(false));
                }
            }
            Event::Text(text) | Event::Code(text) if !text.trim().is_empty() => seen = seen.map(|_| true),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "01939c1e-7d5b-7c44-8c0a-6f3f0c7a2b11";

    #[test]
    fn names_read_back_as_they_were_written_and_no_other_spelling_does() {
        for name in [format!("{ID}-1200x800.jpg"), format!("{ID}.pdf")] {
            assert_eq!(Name::parse(&name).map(|n| n.to_string()), Some(name));
        }
        for name in ["", "x.png", ".pdf", "語語語語語語語語語語語語語.png", &format!("{ID}.png"), &format!("{ID}-1x1.pdf")] {
            assert_eq!(Name::parse(name), None, "{name}");
        }
        for end in ["-01x1.png", "-1x1.svg", "-1x1.png.html", "-1x1x1.png", "-1x-1.png"] {
            assert_eq!(Name::parse(&format!("{ID}{end}")), None, "{end}");
        }
        assert_eq!(Name::parse(&format!("{}-1x1.png", ID.to_uppercase())), None);
    }

    #[test]
    fn a_description_stays_within_its_brackets() {
        let name = Name::parse(&format!("{ID}-3x2.png")).unwrap();
        let source = name.source("a [b](c) *d*\n e");
        assert_eq!(named(&source), [name.id]);
        let html = markdown::render(&source, crate::domain::lang::Lang::En, "t1").remove(0).html;
        assert!(html.contains("alt=\"a [b](c) *d* e\"") && html.contains("width=\"3\" height=\"2\""), "{html}");
    }

    #[test]
    fn a_file_without_words_is_undescribed_and_nothing_else_is() {
        let (picture, document) = (format!("{FOLDER}{ID}-3x2.png"), format!("{FOLDER}{ID}.pdf"));
        for bare in [format!("![]({picture})"), format!("[ ]({document})"), format!("[![]({picture})]({document})")] {
            assert_eq!(undescribed(&bare), 1, "{bare}");
        }
        assert_eq!(undescribed(&format!("![]({picture}) and [](https://a.org) and ![]({picture})")), 2);
        assert_eq!(undescribed(&format!("![a]({picture}) [`b`]({document}) [![c]({picture})]({document})")), 0);
    }

    #[test]
    fn only_files_of_this_site_are_named() {
        let body = format!("![a]({FOLDER}{ID}-3x2.png) ![b](https://a.org{FOLDER}{ID}-3x2.png) `{FOLDER}{ID}.pdf` [c]({FOLDER}{ID}.pdf)");
        assert_eq!(named(&body).len(), 1);
        assert!(named("no file").is_empty());
    }
}
