//! D3: what a letter tells, and in which order: visibility was asked first, then comes the order, then the cut.

use super::{
    lang::Lang,
    news::{Ask, Filled, Gap, Happened, Item, News, Posted, Section, Want},
    watch::{self, Level},
};
use std::collections::HashSet;

/// A letter has no more lines.
pub const ITEMS: usize = 12;
/// No theme has more of them.
pub const A_THEME: usize = 3;
/// Nor is more asked of one person at once.
const ASKED: usize = 4;

/// The lines of a letter, and how many found no room in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    pub items: Vec<Item>,
    pub more: usize,
}

struct Candidate {
    item: Item,
    original: Option<Lang>,
    theme: Option<i64>,
}

/// D3. Deterministic: the order of `news` does not matter.
pub fn select(news: &[News], want: &Want) -> Selection {
    let seen: Vec<Seen> = news.iter().map(|n| Seen::of(n, want)).filter(|s| s.level != Some(Level::Mute)).collect();
    let mut candidates = asked(&seen, want);
    let mut listed: HashSet<i64> = candidates.iter().filter(|c| stands_for_thread(c, &seen)).map(|c| c.item.thread).collect();
    let mut threads: Vec<&Seen> = seen.iter().filter(|s| !s.posts.is_empty()).collect();
    threads.sort_by_key(|s| std::cmp::Reverse((s.speakers, s.posts.len(), s.posts.last().map(|p| p.seq))));
    let mut moved: Vec<(&Seen, (i64, Happened))> =
        seen.iter().filter_map(|s| Some((s, s.happened()?))).filter(|(s, _)| s.is_wanted()).collect();
    moved.sort_by_key(|(_, (seq, what))| std::cmp::Reverse((*what, *seq)));
    for (s, (_, what)) in moved {
        if listed.insert(s.news.thread) {
            let item = Item { happened: Some(what), ..s.item(Section::Consensus, None, s.news.opening, 1) };
            candidates.push(Candidate { item, original: s.news.original, theme: s.theme });
        }
    }
    for section in [Section::Followed, Section::Active] {
        for s in threads.iter().filter(|s| section == Section::Active || s.level.is_some_and(Level::is_followed)) {
            if s.is_wanted() && listed.insert(s.news.thread) {
                candidates.push(s.candidate(section));
            }
        }
    }
    let mut readable: Vec<(&Seen, Vec<&Filled>)> =
        seen.iter().filter(|s| s.is_wanted()).map(|s| (s, s.filled(want))).filter(|(_, filled)| !filled.is_empty()).collect();
    readable.sort_by_key(|(_, filled)| std::cmp::Reverse((filled.len(), filled.last().map(|f| f.seq))));
    for (s, filled) in readable {
        if listed.insert(s.news.thread) {
            let item = s.item(Section::Readable, None, filled[0].post, filled.len());
            candidates.push(Candidate { item, original: Some(filled[0].original), theme: s.theme });
        }
    }
    cut(candidates, want.lang)
}

/// A thread as one reader sees its news.
struct Seen<'a> {
    news: &'a News,
    posts: Vec<&'a Posted>,
    speakers: usize,
    level: Option<Level>,
    is_mine: bool,
    /// The theme under which it is counted.
    theme: Option<i64>,
    from: i64,
}

impl<'a> Seen<'a> {
    fn of(news: &'a News, want: &Want) -> Self {
        let of_themes: Vec<Level> = news.themes.iter().filter_map(|t| want.watched_themes.get(t).copied()).collect();
        let mut posts: Vec<&Posted> = news.posts.iter().filter(|p| p.seq > want.from && Some(p.author) != want.account).collect();
        posts.sort_by_key(|p| p.seq);
        let speakers: HashSet<i64> = posts.iter().map(|p| p.author).collect();
        let chosen = |t: &&i64| want.themes.contains(t);
        Self {
            news,
            speakers: speakers.len(),
            posts,
            level: watch::level(want.watched_threads.get(&news.thread).copied(), &of_themes),
            is_mine: want.themes.is_empty() || news.themes.iter().any(|t| want.themes.contains(t)),
            theme: news.themes.iter().find(chosen).or(news.themes.first()).copied(),
            from: want.from,
        }
    }

    fn item(&self, section: Section, ask: Option<Ask>, post: i64, count: usize) -> Item {
        Item { section, ask, lang: None, happened: None, thread: self.news.thread, post, count }
    }

    /// The most that happened to it as a consensus thread.
    fn happened(&self) -> Option<(i64, Happened)> {
        self.news.happened.iter().filter(|(seq, _)| *seq > self.from).copied().max_by_key(|(seq, what)| (*what, *seq))
    }

    fn is_wanted(&self) -> bool {
        self.is_mine || self.level.is_some_and(Level::is_followed)
    }

    fn filled(&self, want: &Want) -> Vec<&'a Filled> {
        let foreign = |f: &&Filled| f.seq > self.from && Some(f.lang) == want.lang && !want.reads.has(f.original);
        let mut filled: Vec<&Filled> = self.news.filled.iter().filter(foreign).collect();
        filled.sort_by_key(|f| (f.post != self.news.opening, f.seq));
        filled
    }

    /// A new thread is told by its opening, another one by what was said last.
    fn candidate(&self, section: Section) -> Candidate {
        let opening = self.posts.iter().find(|p| p.post == self.news.opening);
        let post = opening.or(self.posts.last()).map_or(self.news.opening, |p| p.post);
        let item = self.item(section, None, post, self.posts.len());
        Candidate { item, original: self.news.original, theme: self.theme }
    }
}

/// What is asked of a member: first what waits for their answer, then slots, the most wanted first.
fn asked(seen: &[Seen], want: &Want) -> Vec<Candidate> {
    let Some(me) = want.account else { return Vec::new() };
    let mut found = Vec::new();
    for s in seen {
        let candidate = |ask, lang, post, original| {
            let item = Item { lang, ..s.item(Section::Asked, Some(ask), post, 1) };
            Candidate { item, original, theme: s.theme }
        };
        let answers = s.posts.iter().filter(|p| want.answers.contains(&p.text));
        found.extend(answers.map(|p| ((0, 0, false, p.seq), candidate(Ask::Answer, None, p.post, s.news.original))));
        if let Some(voices) = &s.news.voices {
            let waiting = s.posts.iter().filter(|p| want.moderates && voices.objections.contains(&p.post));
            found.extend(waiting.map(|p| ((0, 1, false, p.seq), candidate(Ask::Objection, None, p.post, s.news.original))));
            let taken = voices.taken.get(&me).copied().unwrap_or_default();
            // Whoever has spoken there is asked, whatever they follow.
            if voices.seq > want.from && taken < voices.statements && (s.is_wanted() || taken > 0) {
                let item = s.item(Section::Asked, Some(Ask::Position), s.news.opening, voices.statements - taken);
                found.push(((0, 2, false, voices.seq), Candidate { item, original: s.news.original, theme: s.theme }));
            }
        }
        if !s.is_wanted() {
            continue;
        }
        let mine = |g: &&Gap| {
            g.seq > want.from
                && match g.ask {
                    Ask::Review => want.reviews.has(g.lang) && g.by != Some(me),
                    Ask::Update | Ask::Translate => want.writes.has(g.lang) && want.reads.has(g.original),
                    Ask::Answer | Ask::Objection | Ask::Position => false,
                }
        };
        let gaps = s.news.gaps.iter().filter(mine);
        let followed = s.level.is_some_and(Level::is_followed);
        found.extend(gaps.map(|g| ((1, -g.requests, !followed, g.seq), candidate(g.ask, Some(g.lang), g.post, Some(g.original)))));
    }
    found.sort_by_key(|(order, c)| (*order, c.item.post, c.item.ask));
    let mut once = HashSet::new();
    found.into_iter().map(|(_, c)| c).filter(|c| once.insert(c.item.post)).collect()
}

/// An opening that asks for something is the news of its thread, and so is an answer.
fn stands_for_thread(candidate: &Candidate, seen: &[Seen]) -> bool {
    let Item { ask, thread, post, .. } = candidate.item;
    ask == Some(Ask::Answer) || seen.iter().any(|s| s.news.thread == thread && s.news.opening == post)
}

/// Twelve at most, three a theme; and a line whose original is in each of the other languages, where there is one.
fn cut(candidates: Vec<Candidate>, lang: Option<Lang>) -> Selection {
    let all = candidates.len();
    let mut taken: Vec<(usize, &Candidate)> = Vec::new();
    let room = |taken: &[(usize, &Candidate)], c: &Candidate| {
        let asked = taken.iter().filter(|(_, t)| t.item.section == Section::Asked).count();
        taken.len() < ITEMS
            && (c.item.section != Section::Asked || asked < ASKED)
            && (c.theme.is_none() || taken.iter().filter(|(_, t)| t.theme == c.theme).count() < A_THEME)
    };
    for (i, c) in candidates.iter().enumerate() {
        if room(&taken, c) {
            taken.push((i, c));
        }
    }
    for other in Lang::THREE.into_iter().filter(|l| Some(*l) != lang) {
        let has = |t: &(usize, &Candidate)| t.1.original == Some(other);
        if taken.iter().any(has) {
            continue;
        }
        // What gives way stands last, asks nothing, and is not the only voice of its language.
        let yields = |taken: &[(usize, &Candidate)], c: &Candidate| {
            (0..taken.len()).rev().find(|&i| {
                let t = taken[i].1;
                let alone = taken.iter().filter(|(_, o)| o.original == t.original).count() == 1;
                let mut without = taken.to_vec();
                without.remove(i);
                t.item.section != Section::Asked && (!alone || t.original == lang) && room(&without, c)
            })
        };
        let found = candidates.iter().enumerate().filter(|(_, c)| c.original == Some(other) && c.item.section != Section::Asked);
        for (i, c) in found {
            if room(&taken, c) {
                taken.push((i, c));
                break;
            }
            if let Some(last) = yields(&taken, c) {
                taken[last] = (i, c);
                break;
            }
        }
    }
    taken.sort_by_key(|(i, _)| *i);
    Selection { items: taken.iter().map(|(_, c)| c.item).collect(), more: all - taken.len() }
}

#[cfg(test)]
mod tests {
    use super::{super::news::Voices, *};
    use Lang::*;

    fn thread(id: i64, original: Lang, theme: i64, authors: &[i64]) -> News {
        let posted = |(i, author): (usize, &i64)| {
            let post = id * 100 + i64::try_from(i).unwrap();
            Posted { seq: post, post, text: post, author: *author }
        };
        let posts = authors.iter().enumerate().map(posted).collect();
        News { thread: id, opening: id * 100, original: Some(original), themes: vec![theme], posts, ..News::default() }
    }

    fn reader(lang: Lang) -> Want {
        Want { lang: Some(lang), reads: [lang].into_iter().collect(), ..Want::default() }
    }

    fn told(news: &[News], want: &Want) -> Vec<String> {
        select(news, want)
            .items
            .iter()
            .map(|i| format!("{}{} {}", i.section, i.ask.map_or(String::new(), |a| format!(" {a}")), i.thread))
            .collect()
    }

    #[test]
    fn d3_active_threads_stand_by_their_speakers_then_by_their_posts() {
        let news = [thread(1, Fr, 1, &[1, 1, 1, 1]), thread(2, Fr, 2, &[1, 2, 3]), thread(3, Fr, 3, &[1, 2, 1, 2])];
        assert_eq!(told(&news, &reader(Fr)), ["active 2", "active 3", "active 1"]);
        let select_is = |news: &[News]| select(news, &reader(Fr)).items.iter().map(|i| (i.post, i.count)).collect::<Vec<_>>();
        assert_eq!(select_is(&news)[0], (200, 3), "a new thread by its opening");
        let later = Want { from: 200, ..reader(Fr) };
        assert_eq!(select(&news, &later).items.iter().map(|i| (i.thread, i.post, i.count)).collect::<Vec<_>>(), [(3, 300, 4), (2, 202, 2)]);
        let mut turned = news.to_vec();
        turned.reverse();
        assert_eq!(select_is(&turned), select_is(&news));
    }

    #[test]
    fn d3_each_thing_once_in_its_first_section_and_nothing_that_is_muted_or_ones_own() {
        let mut want = Want { account: Some(9), ..reader(En) };
        want.watched_threads = [(1, Level::Important), (2, Level::Mute)].into();
        want.watched_themes = [(3, Level::Mute), (4, Level::Important)].into();
        want.themes = [1, 2, 3].into();
        let news = [
            thread(1, En, 7, &[1]),
            thread(2, En, 1, &[1]),
            thread(3, En, 3, &[1]),
            thread(4, En, 4, &[1]),
            thread(5, En, 1, &[9]),
            thread(6, En, 2, &[2]),
            thread(7, En, 8, &[2]),
        ];
        assert_eq!(told(&news, &want), ["followed 4", "followed 1", "active 6"]);
    }

    #[test]
    fn d3_what_is_asked_comes_first_and_only_of_members() {
        let gap = |post, lang, original, ask, requests| Gap { seq: 50, post, lang, original, ask, by: Some(9), requests };
        let mut news = vec![thread(1, Fr, 1, &[1, 2]), thread(2, En, 1, &[1])];
        news[0].gaps = vec![gap(100, Ja, Fr, Ask::Translate, 0), gap(101, Ja, Fr, Ask::Update, 3), gap(101, En, Fr, Ask::Translate, 9)];
        news[1].gaps = vec![gap(200, Ja, En, Ask::Review, 0)];
        let mut want = Want { account: Some(8), writes: [Ja].into_iter().collect(), ..reader(Ja) };
        want.reads = [Ja, Fr].into_iter().collect();
        assert_eq!(told(&news, &want), ["asked update 1", "asked translate 1", "active 2"]);
        want.reviews = [Ja].into_iter().collect();
        assert_eq!(told(&news, &want), ["asked update 1", "asked translate 1", "asked review 2"]);
        want.answers = [200].into();
        assert_eq!(told(&news, &want)[0], "asked answer 2");
        let translator = Want { account: Some(9), ..want.clone() };
        assert!(!told(&news, &translator).contains(&"asked review 2".to_owned()), "nobody reviews their own");
        assert_eq!(told(&news, &reader(Ja)), ["active 1", "active 2"]);
    }

    #[test]
    fn d3_newly_readable_is_what_one_could_not_read_before() {
        let filled = |post, original| Filled { seq: 50, post, lang: Ja, original };
        let mut news = vec![thread(1, Fr, 1, &[]), thread(2, En, 1, &[]), thread(3, Fr, 1, &[4])];
        news[0].filled = vec![filled(101, Fr), filled(100, Fr)];
        news[1].filled = vec![filled(200, En)];
        news[2].filled = vec![filled(300, Fr)];
        let mut want = reader(Ja);
        assert_eq!(told(&news, &want), ["active 3", "readable 1", "readable 2"]);
        assert_eq!(select(&news, &want).items[1].post, 100, "the opening first");
        want.reads = [Ja, En].into_iter().collect();
        assert_eq!(told(&news, &want), ["active 3", "readable 1"]);
        assert!(told(&news, &Want { from: 400, ..want }).is_empty());
    }

    #[test]
    fn d3_at_most_twelve_three_a_theme_and_every_language_has_a_voice() {
        let mut news: Vec<News> = (1..=20).map(|i| thread(i, Fr, i / 4, &[1, 2, 3])).collect();
        let selection = select(&news, &reader(Fr));
        assert_eq!((selection.items.len(), selection.more), (12, 8));
        news.push(thread(30, En, 1, &[1]));
        news.push(thread(31, Ja, 40, &[1]));
        let told = told(&news, &reader(Fr));
        assert_eq!(told.len(), 12);
        assert!(told.contains(&"active 30".to_owned()) && told.contains(&"active 31".to_owned()), "{told:?}");
        for theme in 0..6 {
            let of = |i: &Item| news.iter().find(|n| n.thread == i.thread).is_some_and(|n| n.themes == [theme]);
            assert!(select(&news, &reader(Fr)).items.iter().filter(|i| of(i)).count() <= A_THEME);
        }
    }

    #[test]
    fn d3_consensus_news_stands_between_what_is_asked_and_what_is_followed() {
        let mut news = vec![thread(1, Fr, 1, &[1]), thread(2, En, 2, &[]), thread(3, Ja, 3, &[5])];
        news[1].happened = vec![(210, Happened::Declared), (211, Happened::Staged)];
        news[2].voices = Some(Voices { seq: 320, statements: 3, taken: [(9, 1), (8, 3)].into(), objections: vec![300] });
        let mut want = Want { account: Some(9), watched_threads: [(1, Level::Important)].into(), ..reader(Fr) };
        assert_eq!(told(&news, &want), ["asked position 3", "consensus 2", "followed 1"]);
        assert_eq!(select(&news, &want).items[0].count, 2, "two statements without a position");
        assert_eq!(select(&news, &want).items[1].happened, Some(Happened::Declared), "the most that happened");
        want.account = Some(8);
        assert_eq!(told(&news, &want), ["consensus 2", "followed 1", "active 3"], "nothing is asked twice");
        want.moderates = true;
        assert_eq!(told(&news, &want)[0], "asked objection 3");
        assert_eq!(told(&news, &reader(Fr)), ["consensus 2", "active 3", "active 1"]);
        assert!(told(&news, &Want { from: 400, ..want }).is_empty());
    }

    #[test]
    fn a_line_is_stored_in_words() {
        let item = Item { section: Section::Asked, ask: Some(Ask::Review), lang: Some(Ja), happened: None, thread: 1, post: 2, count: 3 };
        let stored = serde_json::to_string(&item).unwrap();
        assert_eq!(stored, r#"{"section":"asked","ask":"review","lang":"ja","thread":1,"post":2,"count":3}"#);
        assert_eq!(serde_json::from_str::<Item>(&stored).unwrap(), item);
        let item = Item { section: Section::Active, ask: None, lang: None, ..item };
        assert_eq!(serde_json::from_str::<Item>(&serde_json::to_string(&item).unwrap()).unwrap(), item);
    }
}
