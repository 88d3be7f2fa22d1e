//! The one form in which everything is written.

use super::{cx::Cx, extract::Fields, parts::Refusals};
use crate::domain::{
    FieldError,
    hint::{self, Hint},
    lang::Lang,
    limits,
    markdown::{self, title_html},
    post::Body,
    references,
};

/// What any form in which one writes is made of (`templates/posts/_compose.html`).
pub struct Compose {
    pub csrf: String,
    pub action: String,
    pub lang: Lang,
    /// The language of an edited original stays what it is.
    pub fixed_lang: bool,
    pub title: Option<String>,
    pub body: String,
    /// What one sees on the file that is about to be attached.
    pub description: String,
    pub parent: String,
    pub key: String,
    pub revision: Option<i32>,
    /// The version of the draft that the form was shown with; empty for none.
    pub draft: String,
    /// When the draft was kept that stands in the form; HTML.
    pub kept: String,
    /// What another device kept since.
    pub other: String,
    pub refusals: Refusals,
    pub preview: Option<Preview>,
}

/// What was typed, as it would stand.
pub struct Preview {
    pub lang: Lang,
    pub title: String,
    pub html: String,
    /// What a translator would stop at, in the reader's language; HTML.
    pub hints: Vec<String>,
}

impl Compose {
    pub fn new(cx: &Cx, action: String, fields: &Fields, errors: &[FieldError], title: Option<&str>) -> Self {
        let lang = Lang::parse(fields.get("lang")).unwrap_or_else(|| cx.writes());
        let preview = (fields.get("action") == "preview" && Body::parse(fields.get("body")).is_ok()).then(|| Preview {
            lang,
            title: title.map(|t| title_html(&limits::one_line(t), lang)).unwrap_or_default(),
            html: references::plain(&markdown::join(&markdown::render(&limits::many_lines(fields.get("body")), lang, "preview")))
                .replace(markdown::BLOCK_BREAK, "\n"),
            hints: hint::hints(&limits::many_lines(fields.get("body")), lang).iter().map(|h| said(cx, h, lang)).collect(),
        });
        let key = match fields.get("key") {
            "" => uuid::Uuid::now_v7().to_string(),
            key => key.to_owned(),
        };
        Self {
            csrf: cx.csrf(),
            action,
            lang,
            fixed_lang: false,
            title: title.map(str::to_owned),
            body: fields.get("body").to_owned(),
            description: fields.get("description").to_owned(),
            parent: fields.get("parent").to_owned(),
            key,
            revision: None,
            draft: fields.get("draft").to_owned(),
            kept: fields
                .get("kept")
                .parse()
                .ok()
                .and_then(chrono::DateTime::from_timestamp_micros)
                .map(|t| cx.time(t.naive_utc()))
                .unwrap_or_default(),
            other: fields.get("other").to_owned(),
            refusals: Refusals::of(cx, errors),
            preview,
        }
    }

    pub fn thread(cx: &Cx, fields: &Fields, errors: &[FieldError]) -> Self {
        Self::new(cx, format!("/{}/t/new", cx.lang), fields, errors, Some(fields.get("title")))
    }

    pub fn reply(cx: &Cx, thread: i64, fields: &Fields, errors: &[FieldError]) -> Self {
        Self::new(cx, format!("/{}/t/{thread}/reply", cx.lang), fields, errors, None)
    }
}

fn said(cx: &Cx, hint: &Hint, lang: Lang) -> String {
    let what = format!("<span lang=\"{lang}\">{}</span>", title_html(&hint.what, lang));
    cx.l.m("posts-hint").s("kind", hint.kind.as_str()).s("lang", lang.as_str()).n("length", hint.length).h("what", what).html()
}
