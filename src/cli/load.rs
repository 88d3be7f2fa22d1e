//! `trialogue load`: as many threads and posts as a benchmark needs, by the same functions as the pages.

use super::{app, said};
use crate::{
    config::Config,
    domain::{
        account::{Actor, Email, Handle, Role},
        consensus::Opening,
        lang::{Lang, Langs},
        post::{Body, ReplyDraft},
        slot::SlotAct,
        thread::{ThreadDraft, ThreadKind},
    },
    error::Result,
    forum::{
        self,
        accounts::NewPerson,
        slots::{Slot, SlotDraft},
    },
    store::{self, Conn},
};
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use clap::Args;
use fastrand::Rng;
use serde::Deserialize;

#[derive(Args)]
pub struct Options {
    /// How many threads.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    threads: u32,
    /// How many posts in all; each thread's opening is one.
    #[arg(long, value_name = "M")]
    posts: u32,
    /// Other words and other people, in the same shapes.
    #[arg(long, default_value_t = 0, value_name = "S")]
    seed: u64,
}

/// The password of everybody who is made; said when it is done.
const PASSWORD: &str = "trois langues";
const PEOPLE: usize = 60;
/// Threads come in rounds of this many, each round with the same sizes: a forum ten times as large has ten times as many
/// threads of each size, and one of its pages costs what it cost in the small one, or the program is at fault.
const ROUND: u32 = 50;
/// From one thread to the next, and from one post to the next.
const THREAD_MINUTES: i64 = 60;
const POST_MINUTES: i64 = 47;

/// What is said, in the three languages at once.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stock {
    place: Vec<[String; 3]>,
    title: Vec<[String; 3]>,
    sentence: Vec<[String; 3]>,
}

/// A text in three languages: a title, which only openings have, and a body.
type Said = [(String, String); 3];

pub fn run(config: &Config, options: &Options) -> anyhow::Result<()> {
    anyhow::ensure!(options.posts >= options.threads, "each thread has a post: --posts cannot be less than --threads");
    let stock: Stock = toml::from_str(include_str!("../../locales/data/load.toml"))?;
    let app = app(config)?;
    anyhow::ensure!(app.db.read_now(store::accounts::none).map_err(said)?, "the database has users; load fills an empty one");
    let hash = forum::accounts::hash_password(PASSWORD).map_err(said)?;
    // The last thread begins the day before: dates are the only thing that two runs do not share.
    let today = app.clock.now().date().and_time(NaiveTime::MIN);
    let mut writer = Writer { stock, rng: Rng::with_seed(options.seed), people: Vec::new(), themes: Vec::new() };
    app.db.write_now(|conn| writer.arrive(conn, &hash, today)).map_err(said)?;
    super::search::reindex(&app.db)?;
    for (n, size) in (0..).zip(sizes(options.threads, options.posts)) {
        let at = today - TimeDelta::days(1) - TimeDelta::minutes(THREAD_MINUTES) * (i32::try_from(options.threads)? - n);
        app.db.write_now(|conn| writer.thread(conn, size, at)).map_err(said)?;
    }
    println!("{} people, {} threads, {} posts. Everybody’s password is: {PASSWORD}", PEOPLE, options.threads, options.posts);
    Ok(())
}

/// How many posts each thread has: in each round few have many and most have few (1/k), and all of them make `posts`.
fn sizes(threads: u32, posts: u32) -> Vec<u32> {
    let weight = |n: u32| 1.0 / f64::from(n % ROUND + 1);
    let all: f64 = (0..threads).map(weight).sum();
    let replies = posts - threads;
    // Truncated on purpose: what is left over goes to the first threads, one each.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a u32 is one")]
    let mut sizes: Vec<u32> = (0..threads).map(|n| 1 + (f64::from(replies) * weight(n) / all) as u32).collect();
    let left = posts.saturating_sub(sizes.iter().sum());
    for n in 0..left {
        sizes[(n % threads) as usize] += 1;
    }
    sizes
}

struct Writer {
    stock: Stock,
    rng: Rng,
    /// With the language that each writes in.
    people: Vec<(Actor, Lang)>,
    themes: Vec<String>,
}

impl Writer {
    /// People first: a third in each language, named after the towns they come from; everybody may review.
    fn arrive(&mut self, conn: &mut Conn, hash: &str, now: NaiveDateTime) -> Result<()> {
        for n in 0..PEOPLE {
            let lang = Lang::THREE[n % 3];
            let handle = format!("load-{lang}-{}", n / 3 + 1);
            let new = NewPerson {
                handle: Handle::parse(&handle)?,
                email: Email::parse(&format!("{handle}@example.org"))?,
                display_name: self.stock.place[n % self.stock.place.len()][lang.index()].clone(),
                role: if n == 0 { Role::Moderator } else { Role::Participant },
                lang,
                zone: chrono_tz::UTC,
                password_hash: Some(hash.to_owned()),
                confirmed: true,
            };
            let id = forum::accounts::create(conn, None, &new, now)?;
            let account = store::accounts::find(conn, id)?;
            let reviews: Langs = Lang::THREE.into_iter().collect();
            forum::accounts::set_reviews(conn, None, &account, reviews, "", now)?;
            self.people.push((Actor { reviews, ..Actor::new(id, new.role) }, lang));
        }
        self.themes = store::themes::all(conn)?.into_iter().filter(|t| !t.retired).map(|t| t.slug).collect();
        Ok(())
    }

    /// One thread with all its posts and translations, in one transaction.
    fn thread(&mut self, conn: &mut Conn, size: u32, at: NaiveDateTime) -> Result<()> {
        let (author, lang) = self.somebody();
        let said = self.say(true);
        let (title, body) = &said[lang.index()];
        let count = 1 + self.rng.usize(0..2);
        let themes = self.rng.choose_multiple(self.themes.iter().cloned(), count);
        let body = Body::parse(body)?;
        let draft = ThreadDraft {
            kind: ThreadKind::Discussion,
            lang,
            title: title.clone(),
            body,
            themes,
            key: None,
            consensus: Opening::default(),
        };
        let thread = forum::threads::open(conn, &author, &draft, false, at)?;
        let opening = store::posts::opening(conn, thread)?;
        self.translate(conn, opening.id, lang, &said, at)?;
        let mut posts = Vec::new();
        for n in 1..size {
            let at = at + TimeDelta::minutes(POST_MINUTES) * i32::try_from(n).unwrap_or(i32::MAX);
            let (author, lang) = self.somebody();
            let said = self.say(false);
            // Every other post answers one of the last eight, the rest answer the thread.
            let recent: &[i64] = &posts[posts.len().saturating_sub(8)..];
            let parent = if self.rng.bool() { self.rng.choice(recent).copied() } else { None };
            let draft = ReplyDraft { lang, body: Body::parse(&said[lang.index()].1)?, parent, key: None };
            let post = forum::posts::reply(conn, &author, thread, &draft, false, at)?;
            self.translate(conn, post, lang, &said, at)?;
            posts.push(post);
        }
        Ok(())
    }

    /// A quarter of the texts are translated into one other language, a sixth into both; half of that is reviewed.
    fn translate(&mut self, conn: &mut Conn, post: i64, from: Lang, said: &Said, at: NaiveDateTime) -> Result<()> {
        let count = match self.rng.u8(0..12) {
            0..=2 => 1,
            3..=4 => 2,
            _ => return Ok(()),
        };
        let post = store::posts::find(conn, post)?;
        let others = Lang::THREE.into_iter().filter(|l| *l != from);
        for lang in self.rng.choose_multiple(others, count) {
            let text = store::texts::find(conn, post.text_id)?;
            let (title, body) = &said[lang.index()];
            let (translator, reviewer) = (self.somebody().0, self.somebody().0);
            let place = |text| Slot { text, post: Some(&post), lang };
            let draft = SlotDraft::whole(title, body, text.source_revision(), 0);
            forum::workbench::act(conn, &translator, place(&text), SlotAct::Save, &draft, at + TimeDelta::hours(3))?;
            if self.rng.bool() && reviewer.id != translator.id {
                let text = store::texts::find(conn, post.text_id)?;
                let judged = SlotDraft { revision: 1, ..SlotDraft::default() };
                forum::workbench::act(conn, &reviewer, place(&text), SlotAct::Review, &judged, at + TimeDelta::hours(5))?;
            }
        }
        Ok(())
    }

    fn somebody(&mut self) -> (Actor, Lang) {
        self.people[self.rng.usize(0..self.people.len())]
    }

    /// One to three paragraphs of one to three sentences, the same in each language.
    fn say(&mut self, titled: bool) -> Said {
        let mut said = Said::default();
        if titled {
            let title = self.sentence(|stock| &stock.title);
            said.iter_mut().zip(title).for_each(|((to, _), title)| *to = title);
        }
        for paragraph in 0..self.rng.usize(1..=3) {
            for nth in 0..self.rng.usize(1..=3) {
                let sentence = self.sentence(|stock| &stock.sentence);
                for (lang, ((_, body), words)) in Lang::THREE.into_iter().zip(said.iter_mut().zip(sentence)) {
                    body.push_str(match (paragraph, nth, lang) {
                        (0, 0, _) | (_, 1.., Lang::Ja) => "",
                        (_, 0, _) => "\n\n",
                        (_, _, Lang::Fr | Lang::En) => " ",
                    });
                    body.push_str(&words);
                }
            }
        }
        said
    }

    fn sentence(&mut self, of: impl Fn(&Stock) -> &Vec<[String; 3]>) -> [String; 3] {
        let words = &of(&self.stock)[self.rng.usize(0..of(&self.stock).len())];
        let place = &self.stock.place[self.rng.usize(0..self.stock.place.len())];
        let count = self.rng.u32(3..=900).to_string();
        [0, 1, 2].map(|i| words[i].replace("{place}", &place[i]).replace("{count}", &count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_add_up_and_repeat_from_round_to_round() {
        for (threads, posts) in [(1, 1), (3, 100), (50, 1_000), (500, 10_000), (7, 7)] {
            let sizes = sizes(threads, posts);
            assert_eq!((sizes.len(), sizes.iter().sum::<u32>()), (threads as usize, posts));
            assert!(sizes.iter().all(|s| *s >= 1));
        }
        let (small, large) = (sizes(500, 10_000), sizes(5_000, 100_000));
        assert!(small[50].abs_diff(large[4_000]) <= 1);
    }
}
