//! What a page is about, for search engines and for whoever links to it: schema.org as JSON-LD.

use super::{cx::Cx, parts::untagged, url};
use crate::{
    domain::lang::Lang,
    store::{accounts::Name, threads::Thread},
};
use chrono::SecondsFormat;
use serde_json::{Value, json};

/// Graphemes of a description.
const DESCRIPTION: usize = 200;
/// Characters of the text that a posting is shown with.
const TEXT: usize = 2_000;

/// An opening as it stands on the page.
pub struct Opening<'a> {
    pub title: &'a str,
    /// HTML.
    pub html: &'a str,
    pub lang: Lang,
    pub author: Option<&'a Name>,
}

/// How a passage begins, on one line.
pub fn description(html: &str) -> String {
    let words = untagged(html).split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(DESCRIPTION) {
        Some((at, _)) => format!("{}…", words[..at].trim_end()),
        None => words,
    }
}

/// A thread as a `DiscussionForumPosting` (<https://schema.org/DiscussionForumPosting>), safe within a script element.
pub fn thread(cx: &Cx, thread: &Thread, address: &str, opening: &Opening) -> String {
    let base = &cx.app.base_url;
    let time = |at: chrono::NaiveDateTime| at.and_utc().to_rfc3339_opts(SecondsFormat::Secs, true);
    let author = match opening.author.filter(|n| !n.is_former()) {
        Some(name) => {
            json!({ "@type": "Person", "name": name.display_name, "url": format!("{base}{}", url::person(cx.lang, &name.handle)) })
        }
        None => json!({ "@type": "Person", "name": cx.l.t("texts-former") }),
    };
    let text: String = untagged(opening.html).split_whitespace().collect::<Vec<_>>().join(" ").chars().take(TEXT).collect();
    let posting: Value = json!({
        "@context": "https://schema.org", "@type": "DiscussionForumPosting", "headline": opening.title, "text": text,
        "inLanguage": opening.lang.as_str(), "url": format!("{base}{address}"), "author": author,
        "datePublished": time(thread.created_at), "dateModified": time(thread.last_post_at), "commentCount": thread.replies,
        "isPartOf": { "@type": "WebSite", "name": cx.app.config.title(cx.lang), "url": format!("{base}/{}/", cx.lang) },
    });
    // Nothing in it ends the element, or begins a comment.
    posting.to_string().replace('<', "\\u003c")
}
