//! Why moderators do something: the two fields that every form of theirs has, and the reason as readers meet it.

use super::{
    cx::Cx,
    extract::Fields,
    parts::{self, Refusals},
};
use crate::{
    domain::{FieldError, markdown::escape, moderation::Why},
    error::Result,
    store::{self, Conn, accounts::Name, moderation::Line},
};
use std::collections::HashMap;

/// Prepared answers and words (`templates/moderation/_why.html`).
pub struct WhyForm {
    /// Id and title of each prepared answer, as HTML in the reader's language, with that language.
    pub canned: Vec<(i64, String, crate::domain::lang::Lang)>,
    pub chosen: Option<i64>,
    pub reason: String,
    pub needed: bool,
    pub refusals: Refusals,
}

impl WhyForm {
    /// # Errors
    /// Database failures only.
    pub fn load(cx: &Cx, conn: &mut Conn, fields: &Fields, errors: &[FieldError], needed: bool) -> Result<Self> {
        let all = if cx.is_moderator() { store::canned::all(conn)? } else { Vec::new() };
        let offered: Vec<_> = all.into_iter().filter(|c| !c.retired).collect();
        let texts = store::texts::load(conn, &offered.iter().map(|c| c.text_id).collect::<Vec<_>>())?;
        let title = |c: &store::canned::Canned| {
            let (title, lang) = texts.get(&c.text_id)?.title(&cx.reader());
            Some((c.id, title.to_owned(), lang))
        };
        Ok(Self {
            canned: offered.iter().filter_map(title).collect(),
            chosen: fields.get("canned").parse().ok(),
            reason: fields.get("reason").to_owned(),
            needed,
            refusals: Refusals::of(cx, errors),
        })
    }
}

/// The two fields as they were sent.
///
/// # Errors
/// Too many words, an answer that is no number.
pub fn sent(fields: &Fields) -> std::result::Result<Why, FieldError> {
    Why::parse(fields.get("reason"), fields.get("canned"))
}

/// One act in a list: who, what, when, why; HTML.
pub struct LogRow {
    pub time: String,
    pub who: String,
    pub act: String,
    pub reason: String,
}

/// Reasons of several acts as this reader reads them, by line; HTML.
///
/// # Errors
/// Database failures only.
pub fn reasons(cx: &Cx, conn: &mut Conn, lines: &[&Line]) -> Result<HashMap<i64, String>> {
    let canned: Vec<i64> = lines.iter().filter_map(|l| l.canned_id).collect();
    let said = store::canned::said(conn, &canned, &cx.reader())?;
    let html = |line: &&Line| {
        let prepared = line.canned_id.and_then(|id| said.get(&id)).map(|(words, lang)| {
            let words = escape(words).replace('\n', "<br>");
            if *lang == cx.lang { words } else { format!("<span lang=\"{lang}\">{words}</span>") }
        });
        let own = (!line.reason.is_empty()).then(|| format!("<bdi>{}</bdi>", escape(&line.reason).replace('\n', "<br>")));
        (line.id, [prepared, own].into_iter().flatten().collect::<Vec<_>>().join("<br>"))
    };
    Ok(lines.iter().map(html).collect())
}

/// Acts in a list, with names for moderators.
///
/// # Errors
/// Database failures only.
pub fn rows(cx: &Cx, conn: &mut Conn, lines: &[Line]) -> Result<Vec<LogRow>> {
    let names: HashMap<i64, Name> = store::accounts::names(conn, &lines.iter().filter_map(|l| l.actor_id).collect::<Vec<_>>())?;
    let mut reasons = reasons(cx, conn, &lines.iter().collect::<Vec<_>>())?;
    let row = |line: &Line| LogRow {
        time: cx.time(line.at),
        who: parts::who(cx, line.actor_id, &names),
        act: act_words(cx, line),
        reason: reasons.remove(&line.id).unwrap_or_default(),
    };
    Ok(lines.iter().map(row).collect())
}

/// What was done, in a few words.
pub fn act_words(cx: &Cx, line: &Line) -> String {
    let until = match line.until {
        Some(until) if until >= crate::forum::moderation::never() => "never".to_owned(),
        Some(until) => cx.l.day(&cx.local(until)),
        None => String::new(),
    };
    cx.l.m("moderation-log-act").s("act", &line.act).s("until", until).to_string()
}

/// What was done, as it is told to whom it concerns: the words of the letter.
pub fn told(cx: &Cx, line: &Line) -> String {
    let said = cx.l.m("letters-acted-subject").s("act", &line.act).s("subject", &line.subject);
    said.s("site", cx.app.config.title(cx.lang)).s("until", "").to_string()
}
