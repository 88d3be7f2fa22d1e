//! The glossary: imported, and curated by moderators with history (H4).

use crate::{
    domain::{
        FieldError,
        account::Actor,
        glossary::{Glossary, Term, TermEntry},
        lang::Lang,
        limits, policy,
    },
    error::{Error, Result},
    store::{self, Conn, glossary::By, moderation::Subject},
};
use chrono::NaiveDateTime;

/// The glossary that a new forum begins with.
pub const SHIPPED: &str = include_str!("../../locales/data/glossary.toml");

/// What an import did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    pub added: usize,
    pub updated: usize,
}

/// Adds the terms of a file and brings known ones to its words; nothing is removed, and every change has its history.
///
/// # Errors
/// Database failures only: the file was checked.
pub fn import(conn: &mut Conn, file: &Glossary, now: NaiveDateTime) -> Result<Imported> {
    let known = store::glossary::all(conn)?;
    let mut imported = Imported::default();
    let by = By { author: None, reason: "" };
    for entry in &file.terms {
        match known.iter().find(|t| t.is_same(entry.names())) {
            None => {
                store::glossary::insert(conn, &term(entry, 0), &by, now)?;
                imported.added += 1;
            }
            Some(old) => {
                let new = Term { retired: old.retired, ..term(entry, old.id) };
                if new != *old {
                    let n = store::glossary::history(conn, old.id)?.first().map_or(0, |r| r.n);
                    store::glossary::revise(conn, &new, n, &by, now)?;
                    imported.updated += 1;
                }
            }
        }
    }
    store::moderation::log(conn, None, "import", Subject::Glossary, &format!("{} + {}", imported.added, imported.updated), now)?;
    Ok(imported)
}

fn term(entry: &TermEntry, id: i64) -> Term {
    Term {
        id,
        names: entry.names().map(limits::one_line),
        avoid: entry.avoid.iter().map(|a| limits::one_line(a)).filter(|a| !a.is_empty()).collect(),
        note: limits::one_line(&entry.note),
        note_lang: Lang::parse(&entry.note_lang),
        retired: false,
    }
}

/// Imports the shipped glossary into a forum that has none.
///
/// # Errors
/// Database failures only: the shipped file is tested.
pub fn import_shipped(conn: &mut Conn, now: NaiveDateTime) -> Result<()> {
    store::alone(conn)?;
    if store::glossary::all(conn)?.is_empty() {
        let glossary = Glossary::parse(SHIPPED).map_err(|e| anyhow::anyhow!(e))?;
        import(conn, &glossary, now)?;
    }
    Ok(())
}

/// A term as a moderator sends it.
#[derive(Debug, Clone)]
pub struct TermDraft {
    /// In the order of the languages.
    pub names: [String; 3],
    /// One a line.
    pub avoid: String,
    pub note: String,
    pub note_lang: Lang,
    pub retired: bool,
    pub reason: String,
}

impl TermDraft {
    fn check(&self, id: i64) -> Result<Term> {
        let name = |field: &'static str, i: usize| limits::line(field, &self.names[i], 1, limits::LINE_CHARS);
        let avoid: Vec<String> = self.avoid.lines().map(limits::one_line).filter(|a| !a.is_empty()).collect();
        let long = avoid.iter().map(|a| a.chars().count()).find(|n| *n > limits::LINE_CHARS);
        let avoid = long.map_or(Ok(avoid), |n| Err(FieldError::over("avoid", "errors-field-too-long", limits::LINE_CHARS, n)));
        let note = limits::line("note", &self.note, 0, limits::REASON_CHARS);
        match (name("fr", 0), name("en", 1), name("ja", 2), avoid, note) {
            (Ok(fr), Ok(en), Ok(ja), Ok(avoid), Ok(note)) => {
                Ok(Term { id, names: [fr, en, ja], avoid, note, note_lang: Some(self.note_lang), retired: self.retired })
            }
            (a, b, c, d, e) => Err(Error::Invalid([a.err(), b.err(), c.err(), d.err(), e.err()].into_iter().flatten().collect())),
        }
    }
}

/// A moderator adds a term. Returns its id.
///
/// # Errors
/// No moderator, no reason, fields, or a term that is there already.
pub fn add(conn: &mut Conn, actor: &Actor, draft: &TermDraft, now: NaiveDateTime) -> Result<i64> {
    let reason = reason(actor, draft)?;
    let term = draft.check(0)?;
    unique(conn, &term)?;
    let id = store::glossary::insert(conn, &term, &By { author: Some(actor.id), reason: &reason }, now)?;
    store::moderation::log(conn, Some(actor.id), "create", Subject::Glossary, &reason, now)?;
    Ok(id)
}

/// A moderator changes a term, retires it or takes it up again: each a revision. `seen` is the one they started from.
///
/// # Errors
/// As for [`add`]; [`Error::NotFound`]; on field `revision` when somebody changed it meanwhile.
pub fn revise(conn: &mut Conn, actor: &Actor, term: i64, seen: i32, draft: &TermDraft, now: NaiveDateTime) -> Result<()> {
    let reason = reason(actor, draft)?;
    let term = draft.check(term)?;
    let current = store::glossary::history(conn, term.id)?.into_iter().next().ok_or(Error::NotFound)?;
    if current.term() == term {
        return Ok(());
    }
    unique(conn, &term)?;
    if !store::glossary::revise(conn, &term, seen, &By { author: Some(actor.id), reason: &reason }, now)? {
        return Err(Error::field("revision", "errors-term-changed"));
    }
    store::moderation::log(conn, Some(actor.id), "edit", Subject::Glossary, &reason, now)
}

fn reason(actor: &Actor, draft: &TermDraft) -> Result<String> {
    policy::moderate(actor, "-")?;
    Ok(limits::line("reason", &draft.reason, 1, limits::REASON_CHARS)?)
}

fn unique(conn: &mut Conn, term: &Term) -> Result<()> {
    let names = Lang::THREE.map(|l| term.name(l));
    match store::glossary::all(conn)?.iter().any(|other| other.id != term.id && other.is_same(names)) {
        true => Err(Error::field("fr", "errors-term-known")),
        false => Ok(()),
    }
}
