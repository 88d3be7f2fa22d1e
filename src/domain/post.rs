//! P5, P6: what is posted.

use super::{FieldError, attachment, lang::Lang, limits, markdown, references, words};

words! {
    /// Whether a post can be read: hiding is the moderators', deleting also its author's. What is held waits for a
    /// moderator, and its author sees it (M2).
    PostState { Visible = "visible", Held = "held", Hidden = "hidden", Deleted = "deleted" }
}
words! {
    /// What an edit of an original changes (T3).
    Change { Meaning = "meaning", Wording = "wording" }
}

/// Markdown within the limits of P6: cleaned, 1 to 50,000 characters, at most 200,000 bytes, 20 links and 20 mentions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body(String);

impl Body {
    /// # Errors
    /// Which limit is passed and by how much, on field `body`.
    pub fn parse(typed: &str) -> Result<Self, FieldError> {
        let body = limits::many_lines(typed);
        let chars = body.chars().count();
        if body.trim().is_empty() || markdown::outline(&body).is_empty() {
            return Err(FieldError::new("body", "errors-body-empty"));
        }
        if chars > limits::BODY_CHARS {
            return Err(FieldError::over("body", "errors-field-too-long", limits::BODY_CHARS, chars));
        }
        if body.len() > limits::BODY_BYTES {
            return Err(FieldError::over("body", "errors-body-bytes", limits::BODY_BYTES, body.len()));
        }
        let links = markdown::links(&body).len();
        if links > limits::LINKS {
            return Err(FieldError::over("body", "errors-body-links", limits::LINKS, links));
        }
        let mentions = references::mentions(&body).len();
        if mentions > references::MENTIONS {
            return Err(FieldError::over("body", "errors-body-mentions", references::MENTIONS, mentions));
        }
        // Nobody publishes a file that some readers get nothing of.
        let undescribed = attachment::undescribed(&body);
        if undescribed > 0 {
            return Err(FieldError::over("body", "errors-body-undescribed", 0, undescribed));
        }
        Ok(Self(body))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What somebody wants to answer, checked.
#[derive(Debug, Clone)]
pub struct ReplyDraft {
    pub lang: Lang,
    pub body: Body,
    /// The post that is answered; `None` or the opening: the thread.
    pub parent: Option<i64>,
    /// Makes a repeated submission the same post.
    pub key: Option<String>,
}

/// What somebody wants to change in an original, checked.
#[derive(Debug, Clone)]
pub struct EditDraft {
    /// Only of a thread's opening.
    pub title: Option<String>,
    pub body: Body,
    pub change: Change,
    pub note: String,
    /// The revision that the editor started from.
    pub revision: i32,
    /// Why somebody else's words are changed; empty on one's own.
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p6_a_body_is_measured_in_characters_bytes_and_links() {
        assert!(Body::parse(&"語".repeat(50_000)).is_ok());
        assert_eq!(Body::parse(&"語".repeat(50_001)).unwrap_err().found, 50_001);
        assert_eq!(Body::parse(&"𠮷".repeat(49_999)).map(|b| b.as_str().len()), Ok(199_996));
        assert_eq!(Body::parse(" \n ").unwrap_err().key, "errors-body-empty");
        assert_eq!(Body::parse("[a]: https://example.org").unwrap_err().key, "errors-body-empty", "nothing that shows");
        assert!(Body::parse(&"https://a.org/ ".repeat(20)).is_ok());
        assert_eq!(Body::parse(&"https://a.org/ ".repeat(21)).unwrap_err().found, 21);
        let named: String = (0..21).map(|i| format!("@person{i} ")).collect();
        assert_eq!(Body::parse(&named).unwrap_err().key, "errors-body-mentions");
    }
}
