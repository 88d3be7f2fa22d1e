//! D2–D6: letters are made of what happened, each subscription its own, and what they tell is looked up when it is read.

use super::tallies::{self, Standings};
use crate::{
    domain::{
        digest::{BEFORE_DAYS, Choice, EventKind, Period},
        lang::{Lang, Langs},
        news::{Ask, Filled, Gap, Happened, News, Posted, Voices, Want},
        policy::Visible,
        selection::{self, Selection},
        text::Quality,
        watch::{Level, Watched},
    },
    error::Result,
    store::{self, Conn, issues::Issue, members::Members, posts::Post, subscriptions::Subscription, texts::Text},
};
use chrono::{NaiveDateTime, TimeDelta};
use std::collections::{HashMap, HashSet};

/// So many threads with news are weighed, the most talked about.
const THREADS: usize = 500;
/// A next moment further away than any frequency allows was set by a wrong clock.
const HORIZON_DAYS: i64 = 9;

/// All that happened after event `after` up to `upto` and that everybody may read.
#[derive(Debug, Clone)]
pub struct Facts {
    pub after: i64,
    pub upto: i64,
    news: Vec<News>,
}

/// Gathers them, in a fixed number of queries.
///
/// # Errors
/// Database failures only.
pub fn facts(conn: &mut Conn, after: i64, upto: i64) -> Result<Facts> {
    let events = store::events::between(conn, after, upto)?;
    let texts: Vec<i64> = events.iter().map(|e| e.text_id).collect();
    let posts: HashMap<i64, Post> = store::posts::of_texts(conn, &texts)?.into_iter().map(|p| (p.text_id, p)).collect();
    let threads: Vec<i64> = posts.values().map(|p| p.thread_id).collect();
    let mut threads: HashMap<i64, store::threads::Thread> = store::threads::load(conn, &threads)?.into_iter().map(|t| (t.id, t)).collect();
    threads.retain(|_, t| Visible::Public.thread(t.door()));
    let ids: Vec<i64> = threads.keys().copied().collect();
    let (openings, themes) = (store::posts::openings(conn, &ids)?, store::themes::of_threads(conn, &ids)?);
    let slots = store::texts::load(conn, &texts)?;
    let requests = store::requests::counts(conn, &texts)?;
    let mut news: HashMap<i64, News> = HashMap::new();
    for event in &events {
        let (Some(post), Some(text), Some(seq)) = (posts.get(&event.text_id), slots.get(&event.text_id), event.seq) else { continue };
        let Some(thread) = threads.get(&post.thread_id) else { continue };
        if !Visible::Public.post(thread.door(), post.state, post.author_id) {
            continue;
        }
        let entry = news.entry(thread.id).or_insert_with(|| News {
            thread: thread.id,
            opening: openings.get(&thread.id).copied().unwrap_or_default(),
            original: Some(thread.lang),
            themes: themes.get(&thread.id).into_iter().flatten().map(|t| t.id).collect(),
            ..News::default()
        });
        happened(entry, (event.kind, seq, event.lang()), post, text, &requests);
    }
    let mut news: Vec<News> = news.into_values().collect();
    voices(conn, &mut news)?;
    news.sort_by_key(|n| (std::cmp::Reverse(n.posts.len() + n.filled.len()), n.thread));
    news.truncate(THREADS);
    Ok(Facts { after, upto, news })
}

/// Whose positions and which answers the consensus threads among these lack: in a fixed number of queries.
fn voices(conn: &mut Conn, news: &mut [News]) -> Result<()> {
    let threads = store::consensus::of_threads(conn, &news.iter().map(|n| n.thread).collect::<Vec<_>>())?;
    let open: Vec<_> = threads.into_values().filter(|c| c.stage.takes_positions()).collect();
    let mut standings: HashMap<i64, Standings> =
        tallies::of_threads(conn, &open)?.into_iter().map(|s| (s.consensus.thread_id, s)).collect();
    for entry in news {
        let Some(standing) = standings.remove(&entry.thread) else {
            entry.voices = None;
            continue;
        };
        let accepted: HashSet<i64> = standing.accepted().map(|s| s.statement.id).collect();
        let mut taken = HashMap::new();
        for position in standing.positions.iter().filter(|p| p.is_current && accepted.contains(&p.statement)) {
            *taken.entry(position.person).or_default() += 1;
        }
        let objections = standing.objections.iter().filter(|o| o.waits).map(|o| o.objection.post_id).collect();
        let seq = entry.voices.as_ref().map_or(0, |v| v.seq);
        entry.voices = Some(Voices { seq, statements: accepted.len(), taken, objections });
    }
    Ok(())
}

fn happened(
    news: &mut News,
    (kind, seq, lang): (EventKind, i64, Option<Lang>),
    post: &Post,
    text: &Text,
    requests: &HashMap<(i64, Lang), i64>,
) {
    let seen = match kind {
        EventKind::Staged => Some(Happened::Staged),
        EventKind::Declared => Some(Happened::Declared),
        EventKind::Moved => Some(Happened::Moved),
        EventKind::Posted | EventKind::Changed | EventKind::Translated | EventKind::Stated => None,
    };
    if let Some(what) = seen {
        news.happened.push((seq, what));
    }
    if matches!(kind, EventKind::Staged | EventKind::Stated) {
        // What is asked of whom is looked up once for all such threads.
        news.voices.get_or_insert_default().seq = seq;
    }
    // What happened to a consensus thread says nothing of its opening's words.
    if seen.is_some() || kind == EventKind::Stated {
        return;
    }
    match (kind, lang) {
        (EventKind::Posted, _) if news.posts.iter().all(|p| p.post != post.id) => {
            news.posts.push(Posted { seq, post: post.id, text: post.text_id, author: post.author_id });
        }
        (EventKind::Translated, Some(lang)) if matches!(text.quality(lang), Quality::Translated | Quality::Reviewed) => {
            news.filled.retain(|f| (f.post, f.lang) != (post.id, lang));
            news.filled.push(Filled { seq, post: post.id, lang, original: text.original });
        }
        _ => {}
    }
    // The slots as they are now; the newest event of a text says when it became worth telling.
    news.gaps.retain(|g| g.post != post.id);
    for lang in Lang::THREE.into_iter().filter(|l| *l != text.original) {
        let ask = match text.quality(lang) {
            Quality::Empty | Quality::Machine => Ask::Translate,
            Quality::Translated | Quality::Reviewed if !text.freshness(lang).fresh => Ask::Update,
            Quality::Translated => Ask::Review,
            Quality::Reviewed | Quality::Original => continue,
        };
        let by = text.slot(lang).and_then(store::texts::Slot::translator);
        let requests = requests.get(&(text.id, lang)).copied().unwrap_or_default();
        news.gaps.push(Gap { seq, post: post.id, lang, original: text.original, ask, by, requests });
    }
}

/// What a subscription would be told of what happened.
pub fn select(facts: &Facts, want: &Want) -> Selection {
    selection::select(&facts.news, want)
}

/// What each of several subscriptions wants, in a fixed number of queries.
///
/// # Errors
/// Database failures only.
pub fn wants(conn: &mut Conn, subscriptions: &[Subscription]) -> Result<Vec<Want>> {
    let ids: Vec<i64> = subscriptions.iter().map(|s| s.id).collect();
    let people: Vec<i64> = subscriptions.iter().filter_map(|s| s.account_id).collect();
    let (mut themes, mut threads) = store::subscriptions::choices(conn, &ids)?;
    let members = store::members::load(conn, &people)?;
    Ok(subscriptions
        .iter()
        .map(|s| {
            let of_address = threads.remove(&s.id).unwrap_or_default();
            let mut want = Want {
                from: s.cursor,
                lang: Some(s.lang),
                reads: [s.lang].into_iter().collect(),
                themes: themes.remove(&s.id).unwrap_or_default().into_iter().collect(),
                watched_threads: of_address.into_iter().map(|t| (t, Level::Summary)).collect(),
                ..Want::default()
            };
            if let Some(account) = s.account_id {
                of_member(&mut want, account, &members);
            }
            want
        })
        .collect())
}

/// What somebody who chose this would have been told in the past week; of a member also what is asked of them.
///
/// # Errors
/// Database failures only.
pub fn imagine(conn: &mut Conn, choice: &Choice, member: Option<i64>, now: NaiveDateTime) -> Result<Selection> {
    let (after, upto) = (store::events::as_of(conn, now - TimeDelta::days(BEFORE_DAYS))?, store::events::last(conn)?);
    let mut want = Want {
        from: after,
        lang: Some(choice.lang),
        reads: [choice.lang].into_iter().collect(),
        themes: choice.themes.iter().copied().collect(),
        watched_threads: choice.threads.iter().map(|t| (*t, Level::Summary)).collect(),
        ..Want::default()
    };
    if let Some(account) = member {
        of_member(&mut want, account, &store::members::load(conn, &[account])?);
    }
    Ok(select(&facts(conn, after, upto)?, &want))
}

fn of_member(want: &mut Want, account: i64, members: &Members) {
    let Some(person) = members.accounts.get(&account) else { return };
    let preferences = person.preferences();
    want.account = Some(account);
    want.reads = preferences.reads.into_iter().chain(want.lang).collect();
    want.writes = [preferences.writes].into_iter().collect();
    want.reviews = if person.role.is_moderator() { Lang::THREE.into_iter().collect::<Langs>() } else { person.reviews() };
    want.moderates = person.role.is_moderator();
    want.answers = members.answers.get(&account).cloned().unwrap_or_default();
    for (watched, id, level) in members.watches.get(&account).into_iter().flatten() {
        match watched {
            Watched::Thread => want.watched_threads.insert(*id, *level),
            Watched::Theme => want.watched_themes.insert(*id, *level),
            // How letters come at once changes nothing here.
            Watched::Site => None,
        };
    }
}

/// Several subscriptions, looked at.
#[derive(Debug, Default)]
pub struct Batch {
    /// The highest id among those that were looked at; `None`: there were none.
    pub last: Option<i64>,
    made: Vec<Made>,
}

#[derive(Debug)]
struct Made {
    subscription: Subscription,
    next: Option<NaiveDateTime>,
    /// `None`: nothing is due after all.
    issue: Option<Issue>,
    /// A letter that was not sent yet: the new one tells what it would have told.
    superseded: Option<i64>,
}

impl Batch {
    /// What keeping it would do.
    pub fn counts(&self) -> Counts {
        let issues = self.made.iter().filter_map(|m| m.issue.as_ref());
        let (empty, told): (Vec<&Issue>, Vec<&Issue>) = issues.partition(|i| i.selection.items.is_empty());
        Counts { issues: told.len(), empty: empty.len(), public: 0 }
    }
}

/// Counts of a run, for people and tests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Letters that were made.
    pub issues: usize,
    /// Subscriptions whose moment came and of which nothing was to be told.
    pub empty: usize,
    /// Public issues, of the three languages.
    pub public: usize,
}

/// Looks at up to `limit` subscriptions above number `after` whose moment has come, and makes their letters, in memory: a read
/// that holds up nobody. `known` saves gathering what happened anew, where it reaches far enough back.
///
/// # Errors
/// Database failures only.
pub fn compose(conn: &mut Conn, now: NaiveDateTime, upto: i64, known: &mut Option<Facts>, after: i64, limit: i64) -> Result<Batch> {
    let looked = store::subscriptions::to_look_at(conn, now, now + TimeDelta::days(HORIZON_DAYS), after, limit)?;
    let mut batch = Batch { last: looked.last().map(|s| s.id), made: Vec::new() };
    let due: Vec<(i64, Period)> =
        looked.iter().filter_map(|s| s.schedule().due(now).filter(|due| due.at > s.since).map(|due| (s.id, due.period))).collect();
    let made = store::issues::made(conn, &due)?;
    let due: HashMap<i64, Period> = due.into_iter().filter(|d| !made.contains(d)).collect();
    let ids: Vec<i64> = due.keys().copied().collect();
    let waiting = store::outbox::unsent_issues(conn, &ids)?;
    let begins = |s: &Subscription| waiting.get(&s.id).map_or(s.cursor, |(_, after)| *after);
    let first = looked.iter().filter(|s| due.contains_key(&s.id)).map(begins).min();
    if let Some(first) = first
        && known.as_ref().is_none_or(|f| f.after > first || f.upto != upto)
    {
        *known = Some(facts(conn, first, upto)?);
    }
    let wants = wants(conn, &looked)?;
    for (subscription, want) in looked.into_iter().zip(wants) {
        let next = subscription.schedule().next(now);
        let from = begins(&subscription);
        let issue = due.get(&subscription.id).zip(known.as_ref()).map(|(period, facts)| Issue {
            period: *period,
            after: from,
            upto: facts.upto.max(subscription.cursor),
            selection: select(facts, &Want { from, ..want }),
            made_at: now,
        });
        let superseded = waiting.get(&subscription.id).map(|(letter, _)| *letter).filter(|_| issue.is_some());
        batch.made.push(Made { subscription, next, issue, superseded });
    }
    Ok(batch)
}

/// D6: keeps what was made: letter, its row in the outbox and the new cursor, all or nothing. What another process kept
/// meanwhile stays.
///
/// # Errors
/// Database failures only.
pub fn keep(conn: &mut Conn, batch: &Batch, now: NaiveDateTime) -> Result<Counts> {
    store::alone(conn)?;
    let mut counts = Counts::default();
    let ids: Vec<i64> = batch.made.iter().filter(|m| m.issue.is_some()).map(|m| m.subscription.id).collect();
    let current = store::subscriptions::load(conn, &ids)?;
    for made in &batch.made {
        let Made { subscription, next, issue, superseded } = made;
        let Some(issue) = issue else {
            store::subscriptions::set_next(conn, subscription.id, *next)?;
            continue;
        };
        // Whoever stopped, changed or was served meanwhile is looked at again.
        let Some(now_is) = current.get(&subscription.id) else { continue };
        let same = now_is.cursor == subscription.cursor && now_is.next_at == subscription.next_at && now_is.is_active();
        let taken_back = match superseded {
            Some(letter) => store::outbox::take_back(conn, *letter)?,
            None => true,
        };
        if !same || !taken_back {
            continue;
        }
        let Some(id) = store::issues::insert(conn, subscription.id, issue)? else {
            store::subscriptions::set_next(conn, subscription.id, *next)?;
            continue;
        };
        store::subscriptions::advance(conn, subscription.id, issue.upto, *next)?;
        if issue.selection.items.is_empty() {
            counts.empty += 1;
        } else {
            store::outbox::queue_issue(conn, now_is, id, issue.period, now)?;
            counts.issues += 1;
        }
    }
    Ok(counts)
}

/// D8: the public issue of a period, in the three languages; what was told in the last one is not told again.
///
/// # Errors
/// Database failures only.
pub fn publish(conn: &mut Conn, period: Period, upto: i64, now: NaiveDateTime) -> Result<usize> {
    store::alone(conn)?;
    let mut published = 0;
    for lang in Lang::THREE {
        if store::issues::public(conn, lang, period).is_ok() {
            continue;
        }
        let last = store::issues::published(conn, lang, 1)?.first().map(|i| i.upto);
        let after = match last {
            Some(upto) => upto,
            None => store::events::as_of(conn, now - TimeDelta::days(BEFORE_DAYS))?,
        };
        let facts = facts(conn, after, upto)?;
        let want = Want { from: after, lang: Some(lang), reads: [lang].into_iter().collect(), ..Want::default() };
        let issue = Issue { period, after, upto: upto.max(after), selection: select(&facts, &want), made_at: now };
        published += usize::from(store::issues::publish(conn, lang, &issue)?);
    }
    Ok(published)
}
