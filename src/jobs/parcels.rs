//! What leased letters say at this moment: some have nothing to say any more (D5), some go to nobody.

use crate::{
    app::App,
    domain::{
        account,
        lang::Lang,
        letter::Letter,
        moderation::{Decision, Placed},
        news::Item,
        notice::Told,
        text::Reader,
    },
    error::Result,
    forum,
    i18n::l10n,
    mail::{
        self,
        digest::{Drawn, draw},
    },
    store::{self, Conn, issues::Issue, outbox::Row, subscriptions::Subscription},
};
use chrono::{NaiveDateTime, TimeZone};
use std::{collections::HashMap, sync::Arc};

/// So many drawn lines are kept at most.
const KEPT: usize = 20_000;

/// A leased letter with everything that it says.
pub struct Parcel {
    pub row: Row,
    letter: Letter,
    says: Says,
}

/// What a letter says beside its kind.
enum Says {
    Nothing,
    Act(mail::Act),
    Told(Box<Told>),
    Digest(Box<Digest>),
}

impl Parcel {
    /// The letter, to be handed over.
    ///
    /// # Errors
    /// It cannot be written yet: a fault of ours, or of the settings.
    pub fn written(&self, app: &App) -> Result<mail::Message> {
        let row = &self.row;
        let none = mail::Act::default();
        let act = match &self.says {
            Says::Digest(digest) => return digest.written(app, &row.message_id, row.created_at),
            Says::Told(told) => {
                return mail::told::compose(&mail::told::Compose {
                    config: &app.config,
                    base: &app.base_url,
                    lang: row.lang,
                    to: &row.email,
                    account: row.account_id.unwrap_or_default(),
                    told,
                    id: &row.message_id,
                    at: row.created_at,
                });
            }
            Says::Act(act) => act,
            Says::Nothing => &none,
        };
        mail::compose(&mail::Compose {
            config: &app.config,
            base: &app.base_url,
            lang: row.lang,
            to: &row.email,
            letter: &self.letter,
            act,
            id: &row.message_id,
            at: row.created_at,
        })
    }
}

/// Leased letters with what they say.
#[derive(Default)]
pub struct Settled {
    pub parcels: Vec<Parcel>,
    /// Letters that had nothing to say or nowhere to go.
    pub dropped: usize,
}

/// Finds out what leased letters say; for subscriptions' letters in a fixed number of queries.
///
/// # Errors
/// Database failures; a letter that cannot be read.
pub fn settle(conn: &mut Conn, rows: Vec<Row>, lines: &mut Lines, app: &App, now: NaiveDateTime) -> Result<Settled> {
    let keys: Vec<String> = rows.iter().map(|r| account::sign_in_key(&r.email)).collect();
    let stopped = store::bounces::stopped(conn, &keys)?;
    let issues: Vec<i64> = rows.iter().filter_map(|r| r.issue_id).collect();
    let mut digests = digests(conn, &issues, lines, app)?;
    let mut settled = Settled::default();
    for (row, key) in rows.into_iter().zip(keys) {
        let letter = row.letter()?;
        let parcel = match letter {
            // Its address is looked up anew.
            Letter::Post { .. } | Letter::Review { .. } => {
                let told = forum::notice_letters::told(conn, row.clone(), &letter, &app.letter_site(), now)?;
                told.map(|(row, told)| Parcel { row, letter, says: Says::Told(Box::new(told)) })
            }
            _ if !letter.is_asked_for() && stopped.contains(&key) => None,
            Letter::Digest { issue } => digests.remove(&issue).map(|digest| {
                let mut row = row.clone();
                row.email.clone_from(&digest.subscription.email);
                Parcel { row, letter, says: Says::Digest(Box::new(digest)) }
            }),
            _ => other(conn, row.clone(), now)?,
        };
        match parcel {
            Some(parcel) => settled.parcels.push(parcel),
            None => {
                store::outbox::drop(conn, row.id)?;
                settled.dropped += 1;
            }
        }
    }
    Ok(settled)
}

fn other(conn: &mut Conn, row: Row, now: NaiveDateTime) -> Result<Option<Parcel>> {
    let Some((row, letter)) = forum::letters::due(conn, row, now)? else { return Ok(None) };
    let says = match &letter {
        Letter::Acted { act } => Says::Act(acted(conn, *act, row.lang)?),
        _ => Says::Nothing,
    };
    Ok(Some(Parcel { row, letter, says }))
}

/// What moderators did, in the language of the person whom it concerns.
fn acted(conn: &mut Conn, line: i64, lang: Lang) -> Result<mail::Act> {
    let line = store::moderation::line(conn, line)?;
    let until = match line.until {
        Some(until) if until >= forum::moderation::never() => "never".to_owned(),
        Some(until) => l10n(lang).day(&chrono_tz::UTC.from_utc_datetime(&until)),
        None => String::new(),
    };
    let reason = store::canned::words(conn, &line.why(), lang)?;
    let concerns = forum::moderation::concerned(conn, &line)?;
    let answerable = concerns.is_some_and(|concerns| forum::moderation::is_answerable(&line, concerns));
    let place = forum::moderation::place(conn, &line, lang)?;
    let words = place.as_ref().map(|p| l10n(lang).place(p, &chrono_tz::UTC.from_utc_datetime(&p.at)));
    // A decision that stands is read where it was made; what can be read again, where it stands.
    let back = place.filter(|p| p.readable && !answerable && line.act != Decision::Uphold.as_str());
    let back = back.map(|p| match p.what {
        Placed::Post => format!("p/{}", p.id),
        Placed::Thread => format!("t/{}", p.id),
    });
    Ok(mail::Act { act: line.act, subject: line.subject, reason, until, place: words.unwrap_or_default(), back, answerable })
}

/// What a subscription's letter tells at this moment.
pub struct Digest {
    subscription: Subscription,
    issue: Issue,
    reader: Reader,
    lines: Vec<Arc<Drawn>>,
    everywhere: bool,
}

impl Digest {
    /// Everything that it told is hidden.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Worded under one name, as of one moment.
    ///
    /// # Errors
    /// An address that no mail server takes.
    pub fn written(&self, app: &App, id: &str, at: NaiveDateTime) -> Result<mail::Message> {
        let schedule = self.subscription.schedule();
        mail::digest::compose(&mail::digest::Digest {
            config: &app.config,
            base: &app.base_url,
            reader: &self.reader,
            to: &self.subscription.email,
            lines: &self.lines,
            more: self.issue.selection.more,
            everywhere: self.everywhere,
            period: self.issue.period,
            frequency: schedule.frequency,
            zone: schedule.zone,
            token: &self.subscription.token,
            confirmed_at: self.subscription.confirmed_at,
            id,
            at,
        })
    }
}

/// Subscriptions' letters that are still wanted and still have something to tell, by id.
fn digests(conn: &mut Conn, ids: &[i64], lines: &mut Lines, app: &App) -> Result<HashMap<i64, Digest>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let issues = store::issues::load(conn, ids)?;
    let subscriptions: Vec<i64> = issues.values().map(|(subscription, _)| *subscription).collect();
    let subscriptions = store::subscriptions::load(conn, &subscriptions)?;
    let wanted = issues.into_iter().filter_map(|(id, (subscription, issue))| {
        let subscription = subscriptions.get(&subscription).filter(|s| s.is_wanted())?;
        Some((id, (subscription.clone(), issue)))
    });
    let (ids, wanted): (Vec<i64>, Vec<_>) = wanted.unzip();
    let told = tell(conn, wanted, lines, app)?;
    Ok(ids.into_iter().zip(told).filter(|(_, digest)| !digest.is_empty()).collect())
}

/// What letters tell, in their order and in a fixed number of queries for those who read alike; each line is drawn once.
///
/// # Errors
/// Database failures only.
pub fn tell(conn: &mut Conn, letters: Vec<(Subscription, Issue)>, lines: &mut Lines, app: &App) -> Result<Vec<Digest>> {
    let subscriptions: Vec<Subscription> = letters.iter().map(|(s, _)| s.clone()).collect();
    let ids: Vec<i64> = subscriptions.iter().map(|s| s.id).collect();
    let readers = forum::lines::readers(conn, &subscriptions, app.config.machine_translation.show)?;
    let (themes, _) = store::subscriptions::choices(conn, &ids)?;
    lines.draw(conn, letters.iter().map(|(_, issue)| issue.selection.items.as_slice()).zip(&readers), &app.base_url)?;
    Ok(letters
        .into_iter()
        .zip(readers)
        .map(|((subscription, issue), reader)| {
            let drawn = issue.selection.items.iter().filter_map(|item| lines.drawn.get(&reader)?.get(item)?.clone()).collect();
            Digest { everywhere: !themes.contains_key(&subscription.id), subscription, issue, reader, lines: drawn }
        })
        .collect())
}

/// Lines as they were drawn for one state of the forum, by how they are read; nothing for what is hidden.
#[derive(Default)]
pub struct Lines {
    version: i64,
    drawn: HashMap<Reader, HashMap<Item, Option<Arc<Drawn>>>>,
}

impl Lines {
    fn draw<'a>(&mut self, conn: &mut Conn, wanted: impl Iterator<Item = (&'a [Item], &'a Reader)>, base: &str) -> Result<()> {
        let version = store::version::current(conn)?;
        if version != self.version || self.drawn.values().map(HashMap::len).sum::<usize>() > KEPT {
            *self = Self { version, ..Self::default() };
        }
        let mut missing: HashMap<&Reader, Vec<Item>> = HashMap::new();
        for (items, reader) in wanted {
            let known = self.drawn.get(reader);
            let new = items.iter().filter(|item| known.is_none_or(|k| !k.contains_key(item)));
            missing.entry(reader).or_default().extend(new);
        }
        for (reader, mut items) in missing.into_iter().filter(|(_, items)| !items.is_empty()) {
            items.sort_unstable_by_key(|i| (i.post, i.section, i.ask, i.lang, i.count));
            items.dedup();
            let found = forum::lines::each(conn, &items, reader)?;
            let kept = self.drawn.entry(reader.clone()).or_default();
            for (item, line) in items.into_iter().zip(found) {
                let drawn = line.map(|line| draw(&line, reader.page, base)).transpose()?;
                kept.insert(item, drawn.map(Arc::new));
            }
        }
        Ok(())
    }
}
