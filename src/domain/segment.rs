//! A body cut into the source of its blocks, and put together again: what a translator works on side by side.

use super::emphasis::options;
use pulldown_cmark::{Event, Parser};

/// The Markdown of each block. Between them they hold every character of the body but blank lines: what makes no
/// block of its own (the target of a reference link) goes with the block after it, or with the last.
pub fn segments(body: &str) -> Vec<String> {
    let mut ends = Vec::new();
    let mut depth = 0usize;
    for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            ends.push(range.end);
        }
    }
    if let Some(last) = ends.last_mut() {
        *last = body.len();
    }
    let mut from = 0;
    ends.into_iter()
        .map(|end| {
            // Footnotes can be reported out of order; nothing is cut twice.
            let end = end.max(from);
            let segment = trimmed(&body[from..end]).to_owned();
            from = end;
            segment
        })
        .collect()
}

/// One body of several parts; empty ones leave no trace.
pub fn join(parts: &[String]) -> String {
    let parts = parts.iter().map(|p| p.replace("\r\n", "\n"));
    parts.map(|p| trimmed(&p).to_owned()).filter(|p| !p.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Without blank lines around it; a first line may be indented code, so only whole lines go.
pub fn trimmed(part: &str) -> &str {
    let part = part.trim_end();
    let start: usize = part.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
    &part[start..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::block;
    use proptest::prelude::*;

    const BODY: &str = "# Titre\n\nUn **gras**\nsur deux lignes.\n\n- a\n- b\n\n  suite\n\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n\nvide\n```\n\n> cité\n\n---\n\n    indenté\n\nfin [lien][l] et note[^n].\n\n[l]: https://example.org/\n\n[^n]: La note.";

    #[test]
    fn there_is_one_segment_a_block_and_together_they_are_the_body() {
        let segments = segments(BODY);
        assert_eq!(segments.len(), block::blocks("", BODY).len());
        assert_eq!(segments[1], "Un **gras**\nsur deux lignes.");
        assert_eq!(segments[7], "    indenté");
        assert_eq!(block::blocks("", &join(&segments)), block::blocks("", BODY));
        assert!(join(&segments).contains("[l]: https://example.org/"));
    }

    #[test]
    fn empty_parts_leave_no_trace() {
        assert_eq!(join(&["a\r\n".into(), " \n".into(), "\n    b".into()]), "a\n\n    b");
        assert_eq!(segments(""), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn no_character_but_blank_space_is_lost(body in "([a-z*`\\[\\]:#> |-]{0,12}\n{0,3}){0,12}") {
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let segments = segments(&body);
            if !segments.is_empty() {
                prop_assert_eq!(bare(&segments.concat()), bare(&body));
            }
        }
    }
}
