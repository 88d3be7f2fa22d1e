//! What no sequence of acts may ever do: lose a person's revision, show an outdated block as fresh, let a machine
//! write over human work. Any sequence is tried; one that fails is made as short as it can be.

use crate::support::{Site, id};
use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::json;
use std::collections::BTreeMap;
use trialogue::{
    domain::{
        account::Actor,
        answer::Form,
        lang::Lang,
        policy::Visible,
        post::{Body, Change, EditDraft, PostState},
        slot::SlotAct,
        text::Quality,
    },
    error::{Error, Result},
    forum::{
        self,
        posts::PostAct,
        slots::{Done, Slot, SlotDraft},
    },
    store,
};

/// One act of somebody on one slot of one reply.
#[derive(Debug, Clone)]
enum Move {
    /// A person saves; the number makes the words.
    Save {
        who: usize,
        lang: usize,
        words: u8,
        stale: bool,
        by_block: bool,
    },
    Valid {
        who: usize,
        lang: usize,
        block: Option<usize>,
    },
    Act {
        who: usize,
        lang: usize,
        act: SlotAct,
    },
    Machine {
        lang: usize,
        words: u8,
    },
    /// The author edits one paragraph, or goes back to what it was.
    Edit {
        block: usize,
        words: u8,
        wording: bool,
    },
    Revert,
    Hide,
    Restore,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let act = prop::sample::select(vec![
        SlotAct::Review,
        SlotAct::Return,
        SlotAct::Accept,
        SlotAct::Claim,
        SlotAct::Release,
        SlotAct::Clear,
        SlotAct::Restore,
        SlotAct::Draft,
        SlotAct::Discard,
    ]);
    let one = prop_oneof![
        4 => (0..3usize, 0..2usize, 0..4u8, prop::bool::weighted(0.2), any::<bool>())
            .prop_map(|(who, lang, words, stale, by_block)| Move::Save { who, lang, words, stale, by_block }),
        2 => (0..3usize, 0..2usize, prop::option::of(0..3usize)).prop_map(|(who, lang, block)| Move::Valid { who, lang, block }),
        5 => (0..3usize, 0..2usize, act).prop_map(|(who, lang, act)| Move::Act { who, lang, act }),
        1 => (0..2usize, 0..4u8).prop_map(|(lang, words)| Move::Machine { lang, words }),
        3 => (0..3usize, 0..3u8, prop::bool::weighted(0.3)).prop_map(|(block, words, wording)| Move::Edit { block, words, wording }),
        1 => Just(Move::Revert),
        1 => Just(Move::Hide),
        1 => Just(Move::Restore),
    ];
    prop::collection::vec(one, 1..25)
}

const LANGS: [Lang; 2] = [Lang::En, Lang::Ja];

/// The world of one sequence: a French reply with three paragraphs, three people.
struct World<'a> {
    site: &'a Site,
    text: i64,
    post: i64,
    /// A participant, a reviewer of both languages, a moderator.
    people: [Actor; 3],
    source: [String; 3],
    /// Every revision that a person ever made, with its words: none may go or change.
    kept: BTreeMap<(Lang, i32), (String, Option<i64>)>,
}

impl World<'_> {
    fn write<T>(&self, run: impl FnOnce(&mut store::Conn) -> Result<T>) -> Result<T> {
        self.site.app.db.write_now(run)
    }

    fn step(&mut self, one: &Move) -> std::result::Result<(), TestCaseError> {
        let now = self.site.now();
        let before = self.site.read(|conn| store::texts::find(conn, self.text));
        let done = match one.clone() {
            Move::Save { who, lang, words, stale, by_block } => {
                let parts = (0..3u8).map(|i| format!("{} {i} {}", LANGS[lang], if i == words { words } else { 0 })).collect();
                self.act(who, lang, SlotAct::Save, |draft| SlotDraft {
                    parts,
                    form: if by_block { Form::Blocks } else { Form::Whole },
                    revision: draft.revision + i32::from(stale),
                    ..draft
                })
            }
            Move::Valid { who, lang, block } => {
                self.act(who, lang, SlotAct::Valid, |draft| SlotDraft { parts: vec![], blocks: block.into_iter().collect(), ..draft })
            }
            Move::Act { who, lang, act } => {
                let parts = if act == SlotAct::Draft { vec!["unfinished".to_owned()] } else { vec![] };
                self.act(who, lang, act, |draft| SlotDraft { parts, ..draft })
            }
            Move::Machine { lang, words } => self
                .write(|conn| {
                    let text = store::texts::find(conn, self.text)?;
                    let revision = text.slot(LANGS[lang]).map_or(0, |s| s.revision);
                    let draft = SlotDraft::whole("", &format!("machine {words}"), text.source_revision(), revision);
                    forum::slots::save_machine(conn, &text, LANGS[lang], &draft, "Engine", now)
                })
                .map(Done::Saved),
            Move::Edit { block, words, wording } => {
                let mut source = self.source.clone();
                source[block] = format!("bloc {block} {words}");
                self.edit(source, if wording { Change::Wording } else { Change::Meaning })
            }
            Move::Revert => self.edit(first(), Change::Meaning),
            Move::Hide => self.hide(PostAct::Hide),
            Move::Restore => self.hide(PostAct::Restore),
        };
        match &done {
            Err(Error::Internal(e)) => return Err(TestCaseError::fail(format!("{one:?}: {e:#}"))),
            Err(Error::Unavailable(e)) => return Err(TestCaseError::fail(format!("{one:?}: {e:#}"))),
            Ok(_) | Err(_) => {}
        }
        self.holds(&before, one)
    }

    fn act(&self, who: usize, lang: usize, act: SlotAct, change: impl FnOnce(SlotDraft) -> SlotDraft) -> Result<Done> {
        let (actor, lang, now) = (self.people[who], LANGS[lang], self.site.now());
        self.write(|conn| {
            let (text, post) = forum::texts::find(conn, self.text, Visible::to(Some(&actor)))?;
            let revision = text.slot(lang).map_or(0, |s| s.revision);
            let draft = SlotDraft {
                based_on: text.source_revision(),
                revision,
                words_of: revision,
                reason: "why".into(),
                sure: true,
                ..SlotDraft::default()
            };
            forum::workbench::act(conn, &actor, Slot { text: &text, post: post.as_ref(), lang }, act, &change(draft), now)
        })
    }

    fn edit(&mut self, source: [String; 3], change: Change) -> Result<Done> {
        let now = self.site.now();
        self.write(|conn| {
            let (text, post) = (store::texts::find(conn, self.text)?, store::posts::find(conn, self.post)?);
            let author = Actor::new(post.author_id, trialogue::domain::account::Role::Participant);
            let body = Body::parse(&source.join("\n\n"))?;
            let draft =
                EditDraft { title: None, body, change, note: String::new(), revision: text.source_revision(), reason: String::new() };
            forum::texts::edit_original(conn, &author, &text, &post, &draft, false, now)
        })?;
        self.source = source;
        Ok(Done::Kept)
    }

    fn hide(&self, act: PostAct) -> Result<Done> {
        let now = self.site.now();
        self.write(|conn| forum::posts::act(conn, &self.people[2], self.post, act, &trialogue::domain::moderation::Why::words("why"), now))
            .map(|()| Done::Kept)
    }

    /// The three promises, and that the database agrees with itself.
    fn holds(&mut self, before: &store::texts::Text, after: &Move) -> std::result::Result<(), TestCaseError> {
        let text = self.site.read(|conn| store::texts::find(conn, self.text));
        let history: Vec<(Lang, Vec<store::texts::Revision>)> =
            Lang::THREE.map(|l| (l, self.site.read(|conn| store::texts::history(conn, self.text, l)))).into();
        for (lang, revisions) in &history {
            for r in revisions.iter().filter(|r| r.author_id.is_some()) {
                let known = self.kept.entry((*lang, r.n)).or_insert_with(|| (r.body.clone(), r.author_id));
                prop_assert_eq!((&known.0, known.1), (&r.body, r.author_id), "a revision changed");
            }
        }
        for (lang, n) in self.kept.keys() {
            let there = history.iter().any(|(l, revisions)| l == lang && revisions.iter().any(|r| r.n == *n));
            prop_assert!(there, "revision {} of {} is lost", n, lang);
        }
        let originals = &history.iter().find(|(l, _)| *l == Lang::Fr).unwrap().1;
        for lang in LANGS {
            let Some(slot) = text.slot(lang) else { continue };
            if matches!(after, Move::Machine { .. }) && matches!(before.quality(lang), Quality::Translated | Quality::Reviewed) {
                prop_assert_ne!(slot.quality, Quality::Machine, "a machine wrote over a person");
            }
            // Fresh means: what was answered means the same as what stands there now.
            let meanings = meanings(originals);
            let now = &meanings[&text.source_revision()];
            let answered = slot.answered();
            let outdated = text.freshness(lang).outdated;
            for i in (0..now.len()).filter(|i| !outdated.contains(i)) {
                let fits = answered.0.iter().any(|(place, _)| meanings[&place.n].get(place.i) == Some(&now[i]));
                prop_assert!(fits, "block {} of {} is shown as fresh", i, lang);
            }
            if text.freshness(lang).fresh {
                prop_assert!(outdated.is_empty());
            }
            // Nor does a save of one block answer for another whose words stayed.
            let Some(old) = before.slot(lang).filter(|_| matches!(after, Move::Save { by_block: true, .. })) else { continue };
            let words = |n: i32| -> Vec<&str> {
                let revisions = &history.iter().find(|(l, _)| *l == lang).unwrap().1;
                revisions.iter().filter(|r| r.n == n).flat_map(|r| r.body.split("\n\n")).collect()
            };
            let (was, is) = (words(old.revision), words(slot.revision));
            for i in before.freshness(lang).outdated.into_iter().filter(|i| was.len() == 3 && was.get(*i) == is.get(*i)) {
                prop_assert!(outdated.contains(&i), "block {} of {} was answered by a save of others", i, lang);
            }
        }
        let visible = self.site.read(|conn| store::posts::find(conn, self.post)).state == PostState::Visible;
        let status = self.site.visitor().get(&format!("/api/v1/texts/{}/slots/en", self.text)).status;
        prop_assert_eq!(status, if visible { 200 } else { 404 }, "T12");
        Ok(())
    }
}

/// What each block of each source revision means, told without keys: a wording edit means what it replaces; an edit
/// for meaning brings back the meaning of the same words where they stood before, and is a new one otherwise.
fn meanings(originals: &[store::texts::Revision]) -> BTreeMap<i32, Vec<usize>> {
    let mut known: Vec<(i32, Vec<(String, usize)>)> = Vec::new();
    let mut newest = 0;
    for r in originals.iter().rev() {
        let words: Vec<String> = r.body.split("\n\n").map(str::to_owned).collect();
        let of = |(i, w): (usize, &String)| {
            let wording = r.change.as_deref() == Some("wording");
            let earlier = known.iter().rev().find_map(|(_, blocks)| blocks.iter().find(|(word, _)| word == w).map(|(_, m)| *m));
            let replaced = known.last().map(|(_, blocks)| blocks[i].1).filter(|_| wording);
            let meaning = replaced.or(earlier).unwrap_or_else(|| {
                newest += 1;
                newest
            });
            (w.clone(), meaning)
        };
        let blocks = words.iter().enumerate().map(of).collect();
        known.push((r.n, blocks));
    }
    known.into_iter().map(|(n, blocks)| (n, blocks.into_iter().map(|(_, m)| m).collect())).collect()
}

fn first() -> [String; 3] {
    [0, 1, 2].map(|i| format!("bloc {i} 0"))
}

fn run(site: &Site, cases: u32) {
    let site_people = [("tom", &[][..]), ("aiko", &LANGS[..]), ("mori", &[][..])];
    site.reviewer("aiko", &LANGS);
    let people = site_people.map(|(handle, _)| site.read(|conn| Ok(forum::accounts::candidate(conn, handle)?.unwrap().actor())));
    let claire = site.program("claire");
    let thread = claire.thread(Lang::Fr, "fil", "ouverture");
    let mut runner =
        TestRunner::new(ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 400, ..ProptestConfig::default() });
    let outcome = runner.run(&moves(), |moves| {
        let reply =
            claire.json("POST", &format!("/api/v1/threads/{}/posts", thread["id"]), &json!({ "body": first().join("\n\n"), "lang": "fr" }));
        let reply = reply.value();
        let mut world = World { site, text: id(&reply, "text"), post: id(&reply, "id"), people, source: first(), kept: BTreeMap::new() };
        for one in &moves {
            world.step(one)?;
        }
        Ok(())
    });
    if let Err(e) = outcome {
        panic!("{e}");
    }
}

#[test]
fn no_sequence_of_acts_loses_work_or_shows_the_outdated_as_fresh_on_sqlite() {
    run(&Site::sqlite("properties").people(), 60);
}

#[test]
fn no_sequence_of_acts_loses_work_or_shows_the_outdated_as_fresh_on_postgres() {
    if let Some(site) = Site::postgres("properties") {
        run(&site.people(), 30);
    }
}
