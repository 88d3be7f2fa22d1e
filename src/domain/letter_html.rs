//! HTML of passages, as letters show it.

use ammonia::{Builder, Url, UrlRelative};

/// A passage's HTML as a letter shows it: no pictures, which would be fetched from afar (D9), but the words that stand for them;
/// addresses in full, below `base`; no links within the page.
pub fn of(html: &str, base: &str) -> String {
    let mut letter = Builder::empty();
    letter
        .add_tags("a blockquote br code del em h3 h4 h5 h6 hr li ol p pre strong sup table tbody td th thead tr ul".split(' '))
        .add_tag_attributes("a", ["href"])
        .add_tag_attributes("ol", ["start"])
        .attribute_filter(|_, _, value| (!value.starts_with('#')).then(|| value.into()))
        .set_tag_attribute_value("blockquote", "style", "margin:0 0 12px;padding:0 0 0 14px;border-left:2px solid #747d90")
        .set_tag_attribute_value("p", "style", "margin:0 0 12px")
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(None);
    if let Ok(base) = Url::parse(base) {
        letter.url_relative(UrlRelative::RewriteWithBase(base));
    }
    letter.clean(&pictures_as_words(html)).to_string()
}

/// `html` comes from the renderer, so that a tag ends at the first `>`.
fn pictures_as_words(html: &str) -> String {
    let mut pieces = html.split("<img ");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (tag, rest) = piece.split_once('>').unwrap_or((piece, ""));
        let alt = tag.split_once("alt=\"").and_then(|(_, alt)| alt.split_once('"')).map_or("", |(alt, _)| alt);
        if !alt.is_empty() {
            out.push_str(&format!("[{alt}]"));
        }
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d9_a_letter_fetches_nothing_and_its_addresses_are_in_full() {
        let of = |html: &str| of(html, "https://forum.example");
        assert_eq!(
            of(
                "<p id=\"a\">Voir <img src=\"/attachments/x.webp\" alt=\"la carte &gt; ici\" loading=\"lazy\"> et <a href=\"/fr/p/3\">là</a></p>"
            ),
            "<p style=\"margin:0 0 12px\">Voir [la carte &gt; ici] et <a href=\"https://forum.example/fr/p/3\">là</a></p>"
        );
        assert_eq!(of("<sup class=\"note\"><a href=\"#t1-1\">1</a></sup>"), "<sup><a>1</a></sup>");
        assert_eq!(of("<a href=\"mailto:a@b.org\">a</a> <script>x()</script><img src=\"/x\">"), "<a href=\"mailto:a@b.org\">a</a> ");
    }
}
