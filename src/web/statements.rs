//! Statements on a page: their words in three languages, where they come from, what is said of them, and one's own position.

use super::{
    cx::Cx,
    extract::Fields,
    matrix,
    parts::{self, Cell, Refusals, who},
    url,
    verdicts::{self, Judgement, RoomView, VerdictView},
};
use crate::{
    domain::{
        FieldError,
        lang::Lang,
        markdown::{escape, title_html},
        policy::{self, Denied},
        position::{Position, Value},
        statement::StatementState,
        thread::ThreadState,
    },
    error::Result,
    forum::tallies::{Standing, Standings},
    store::{self, Conn, accounts::Name, positions::Entry, posts::Post, statements::Statement, threads::Thread},
};
use std::collections::HashMap;

/// One statement.
pub struct StatementView {
    pub id: i64,
    pub n: i32,
    /// HTML.
    pub words: String,
    pub lang: Lang,
    /// As it was written, where the page shows a translation.
    pub original: Option<(String, Lang)>,
    pub cells: Vec<Cell>,
    pub state: StatementState,
    /// Who proposed it, HTML.
    pub proposer: String,
    /// What moderators made of it, and why; HTML.
    pub settled: Option<String>,
    /// Where it went.
    pub into: Option<(i32, String)>,
    pub source: Option<SourceView>,
    /// The statement of another thread that it takes further.
    pub carried: Option<String>,
    /// Others that say the same in another language.
    pub same: Vec<(i32, String)>,
    pub verdict: Option<VerdictView>,
    /// Somebody closed the check of its wording; HTML.
    pub checked: Option<String>,
    pub rooms: Vec<RoomView>,
    pub own: Option<OwnPosition>,
    pub form: Option<PositionForm>,
    /// Where the form opens.
    pub open: Option<String>,
    /// Nobody takes a position on machine text (C11): where it can be translated, and whether this reader can take none.
    pub wanting: Option<(String, bool)>,
    /// Everybody's positions, where names are public.
    pub positions: Option<String>,
    pub settle: Option<String>,
    pub edit: Option<String>,
    pub room: Option<String>,
    /// Where somebody with reviewer rights closes the check, and the reason that was refused.
    pub check: Option<(String, Option<String>)>,
}

impl StatementView {
    /// The field in which a check is closed: where it is refused, the one that the refusal leads to.
    pub fn check_id(&self) -> String {
        match &self.check {
            Some((_, Some(_))) => "c-reason".to_owned(),
            _ => format!("check-{}", self.n),
        }
    }
}

/// The post that a statement was made from.
pub struct SourceView {
    /// « Tiré du message n° 12 de Solène Arrivé, révision 2. »; HTML.
    pub said: String,
    pub words: String,
    pub lang: Lang,
}

/// What the reader said of a statement.
pub struct OwnPosition {
    pub words: String,
    /// Why it does not count, if it does not.
    pub note: Option<String>,
    /// What they said before, oldest first: words and time.
    pub before: Vec<(String, String)>,
}

/// The form by which a position is taken.
pub struct PositionForm {
    pub action: String,
    pub n: i32,
    /// The slot that is read, and its revision.
    pub lang: Lang,
    pub revision: i32,
    pub value: Option<Value>,
    pub reason: String,
    pub reason_lang: Lang,
    /// To be declared with the first position: the choice that is preset.
    pub community: Option<Lang>,
    /// What was declared.
    pub member_of: Option<Lang>,
    pub names_public: bool,
    pub refusals: Refusals,
    pub denied: Option<String>,
    pub csrf: String,
}

impl PositionForm {
    /// Whether this value was chosen; nothing is preset.
    pub fn is(&self, value: &Value) -> bool {
        self.value == Some(*value)
    }
}

/// A position that was refused: the form comes back with it.
#[derive(Default)]
pub struct Again {
    pub statement: i64,
    /// The statement whose check was to be closed.
    pub checking: i64,
    pub fields: Fields,
    pub errors: Vec<FieldError>,
    pub denied: Option<Denied>,
}

/// What statements are shown with.
struct Beside<'a> {
    standings: &'a Standings,
    names: HashMap<i64, Name>,
    bodies: HashMap<i64, String>,
    sources: HashMap<i64, (Post, bool)>,
    same: HashMap<i64, Vec<i64>>,
    rooms: Vec<store::positions::Room>,
    own: Vec<Entry>,
    numbers: HashMap<i64, i32>,
    /// The statement whose form is open.
    asked: Option<i64>,
    takes: bool,
}

/// The statements of a thread, in their order; those that nobody settled yet or that went elsewhere come after.
///
/// # Errors
/// Database failures only.
pub fn views(cx: &Cx, conn: &mut Conn, thread: &Thread, standings: &Standings, again: &Again) -> Result<Vec<StatementView>> {
    let statements: Vec<&Statement> = standings.statements.iter().map(|s| &s.statement).collect();
    let ids: Vec<i64> = statements.iter().map(|s| s.id).collect();
    let revisions: Vec<i64> = standings.texts.values().flat_map(|t| t.slots.iter().flatten()).map(|s| s.revision_id).collect();
    let bodies = store::texts::bodies(conn, &revisions, cx.visible())?.into_iter().map(|(id, (body, _))| (id, body)).collect();
    let sources = sources(cx, conn, &statements)?;
    let mut people = parts::people(&standings.texts);
    people.extend(statements.iter().flat_map(|s| [Some(s.proposer_id), s.settler_id]).flatten());
    people.extend(sources.values().map(|(post, _)| post.author_id));
    people.extend(standings.statements.iter().filter_map(|s| s.check.as_ref()?.actor_id));
    let own = match &cx.me {
        Some(me) => store::positions::of_person(conn, me.id, &ids)?,
        None => Vec::new(),
    };
    let takes = cx.me.is_some() && standings.consensus.stage.takes_positions() && thread.state == ThreadState::Open;
    let mut beside = Beside {
        standings,
        names: store::accounts::names(conn, &people)?,
        bodies,
        sources,
        same: store::statements::same(conn, &ids)?,
        rooms: store::positions::rooms(conn, &ids)?,
        own,
        numbers: statements.iter().map(|s| (s.id, s.n)).collect(),
        asked: None,
        takes,
    };
    beside.asked = asked(cx, &beside, again);
    let mut views: Vec<StatementView> = standings.statements.iter().filter_map(|s| view(cx, s, &beside, again)).collect();
    views.sort_by_key(|v| match v.state {
        StatementState::Accepted => 0,
        StatementState::Proposed => 1,
        StatementState::Merged | StatementState::Declined => 2,
    });
    Ok(views)
}

/// The posts that statements were made from, and whether this reader can read them.
fn sources(cx: &Cx, conn: &mut Conn, statements: &[&Statement]) -> Result<HashMap<i64, (Post, bool)>> {
    let ids: Vec<i64> = statements.iter().filter_map(|s| s.source()).map(|s| s.post).collect();
    let hidden = store::references::hidden(conn, &ids, cx.visible())?;
    Ok(store::posts::load(conn, &ids)?.into_iter().map(|p| (p.id, (p.clone(), !hidden.contains(&p.id)))).collect())
}

/// The form that comes back, the one that was asked for, or the first statement that the reader has not answered.
fn asked(cx: &Cx, beside: &Beside, again: &Again) -> Option<i64> {
    let me = cx.me.as_ref()?.id;
    if again.statement != 0 {
        return Some(again.statement);
    }
    if !beside.takes {
        return None;
    }
    let wanted = cx.ask.query("statement").and_then(|s| s.parse().ok());
    let open = |s: &&Standing| {
        let current = beside.standings.position(s.statement.id, me).is_some_and(|p| p.is_current);
        !current && beside.human(cx, s).is_some()
    };
    wanted.or_else(|| beside.standings.accepted().find(open).map(|s| s.statement.id))
}

impl Beside<'_> {
    /// The slot on which this reader can take a position: what they read, where people wrote it.
    fn human(&self, cx: &Cx, standing: &Standing) -> Option<Lang> {
        let text = self.standings.texts.get(&standing.statement.text_id)?;
        let lang = text.choose(&cx.reader());
        let reads = lang == cx.lang || cx.reader().reads.contains(&lang);
        (reads && text.takes_positions(lang)).then_some(lang)
    }

    fn body(&self, text: &store::texts::Text, lang: Lang) -> Option<&str> {
        self.bodies.get(&text.slot(lang)?.revision_id).map(String::as_str)
    }
}

fn view(cx: &Cx, standing: &Standing, beside: &Beside, again: &Again) -> Option<StatementView> {
    let Standing { statement, tally, report: _, check } = standing;
    let Standings { consensus, thresholds, texts, .. } = beside.standings;
    let text = texts.get(&statement.text_id)?;
    let lang = text.choose(&cx.reader());
    let id = statement.id;
    let accepted = statement.state.takes_positions();
    let report = standing.shown(consensus.names);
    let judgement =
        Judgement { names: consensus.names, lines: thresholds, tally, report: &report, being_checked: standing.is_being_checked() };
    let human = beside.human(cx, standing);
    let wanting = accepted && consensus.stage.takes_positions() && !text.takes_positions(cx.lang);
    let number = |of: &i64| Some((*beside.numbers.get(of)?, format!("#s{}", beside.numbers.get(of)?)));
    let actor = cx.me.as_ref().map(store::accounts::Account::actor);
    let moderates = cx.is_moderator() && consensus.stage.takes_positions();
    // What was sent comes back, whatever happened to the statement meanwhile.
    let sent = (again.statement == id).then(|| Lang::parse(again.fields.get("lang")).unwrap_or(text.original));
    let read = if accepted { human.or(sent) } else { sent }.filter(|_| beside.asked == Some(id));
    let has_positions = beside.standings.has_positions(id);
    let to = |what: &str| format!("/{}/s/{id}/{what}", cx.lang);
    Some(StatementView {
        id,
        n: statement.n,
        words: title_html(beside.body(text, lang).unwrap_or_default(), lang),
        lang,
        original: (lang != text.original)
            .then(|| beside.body(text, text.original).map(|b| (title_html(b, text.original), text.original)))
            .flatten(),
        cells: parts::strip(cx, text, &beside.names, Some(lang), |l| matrix::to_bench(cx, text.id, l)),
        state: statement.state,
        proposer: who(cx, Some(statement.proposer_id), &beside.names),
        settled: settled(cx, statement, &beside.names),
        into: statement.into_id.as_ref().and_then(number),
        source: source(cx, statement, beside),
        carried: statement.carried_from.map(|from| url::statement(cx.lang, from)),
        same: beside.same.get(&id).into_iter().flatten().filter_map(number).collect(),
        verdict: accepted.then(|| verdicts::view(cx, &judgement)),
        checked: check.as_ref().map(|c| {
            let by = who(cx, c.actor_id, &beside.names);
            cx.l.m("consensus-checked").h("name", by).h("time", cx.time(c.at)).s("reason", &c.reason).html()
        }),
        rooms: beside.rooms.iter().filter(|r| r.statement_id == id).map(|r| verdicts::room(cx, consensus.names, r)).collect(),
        own: if accepted { own(cx, id, beside) } else { None },
        form: read.map(|lang| form(cx, id, statement.n, lang, beside, again)),
        open: (accepted && read.is_none() && beside.takes && human.is_some())
            .then(|| format!("{}?statement={id}#s{}", url::consensus(cx.lang, statement.thread_id), statement.n)),
        wanting: wanting.then(|| (matrix::to_bench(cx, text.id, cx.lang), human.is_none())),
        positions: (accepted && has_positions && consensus.names == crate::domain::consensus::Names::Public).then(|| to("positions")),
        settle: moderates.then(|| to("settle")),
        edit: actor
            .as_ref()
            .filter(|a| {
                consensus.stage != crate::domain::consensus::Stage::Closed
                    && policy::edit_statement(a, statement.proposer_id, has_positions).is_ok()
            })
            .map(|_| to("edit")),
        room: (accepted && moderates).then(|| to("room")),
        check: (again.checking == id || standing.is_being_checked() && actor.is_some_and(|a| policy::reviews_any(&a)))
            .then(|| (to("check"), (again.checking == id).then(|| again.fields.get("reason").to_owned()))),
    })
}

fn settled(cx: &Cx, statement: &Statement, names: &HashMap<i64, Name>) -> Option<String> {
    let at = statement.settled_at?;
    let said = cx.l.m("consensus-settled").s("state", statement.state.as_str()).h("name", who(cx, statement.settler_id, names));
    Some(said.h("time", cx.time(at)).h("reason", format!("<bdi>{}</bdi>", escape(&statement.reason))).html())
}

fn source(cx: &Cx, statement: &Statement, beside: &Beside) -> Option<SourceView> {
    let source = statement.source()?;
    let (post, readable) = beside.sources.get(&source.post)?;
    if !readable {
        return Some(SourceView { said: escape(&cx.l.t("consensus-source-gone")), words: String::new(), lang: source.lang });
    }
    let link = format!("<a href=\"{}\">", url::post(cx.lang, post.id));
    let said =
        cx.l.m("consensus-source").n("n", post.n).h("a", link).h("end", "</a>").h("name", who(cx, Some(post.author_id), &beside.names));
    let said = said.s("lang", source.lang.as_str()).n("revision", source.revision).html();
    Some(SourceView { said, words: source.words, lang: source.lang })
}

fn own(cx: &Cx, statement: i64, beside: &Beside) -> Option<OwnPosition> {
    let me = cx.me.as_ref()?.id;
    let mine: Vec<&Entry> = beside.own.iter().filter(|e| e.statement_id == statement).collect();
    let last = mine.last()?;
    let counted = beside.standings.position(statement, me)?;
    let say = |value: Value| cx.l.m("consensus-own").s("value", value.as_str()).to_string();
    Some(OwnPosition {
        words: say(last.value),
        note: note(beside.standings, counted).map(|n| cx.l.m("consensus-own-note").s("note", n).to_string()),
        before: mine.iter().rev().skip(1).rev().map(|e| (say(e.value), cx.time(e.at))).collect(),
    })
}

/// Why a position does not count, in the words of the messages; `None`: it does.
pub fn note(standings: &Standings, position: &Position) -> Option<&'static str> {
    match (position.is_current, position.is_eligible, position.value) {
        (false, _, Value::Unclear) => Some("lapsed"),
        (false, _, Value::Objection) if withdrawn(standings, position.statement, position.person) => Some("withdrawn"),
        (false, _, _) => Some("earlier"),
        (true, false, _) => Some("uncounted"),
        (true, true, _) => None,
    }
}

/// Whether somebody's last objection to a statement was taken back.
fn withdrawn(standings: &Standings, statement: i64, person: i64) -> bool {
    let of = |o: &&crate::forum::tallies::Raised| o.objection.statement_id == statement && o.objection.account_id == person;
    standings.objections.iter().rfind(of).is_some_and(|o| o.objection.state == crate::domain::objection::ObjectionState::Withdrawn)
}

fn form(cx: &Cx, id: i64, n: i32, lang: Lang, beside: &Beside, again: &Again) -> PositionForm {
    let back = again.statement == id;
    let sent = |name: &str| if back { again.fields.get(name) } else { "" };
    let me = cx.me.as_ref();
    let text = beside.standings.of(id).and_then(|s| beside.standings.texts.get(&s.statement.text_id));
    let member_of = me.and_then(|m| beside.standings.memberships.get(&m.id)).map(|m| m.lang);
    // C4: preset to the first of the languages that somebody reads, never to the page's.
    let preset = me.and_then(|m| m.preferences().reads.first().copied()).unwrap_or(cx.lang);
    PositionForm {
        action: format!("/{}/s/{id}/position", cx.lang),
        n,
        lang,
        revision: text.and_then(|t| t.slot(lang)).map_or(0, |s| s.revision),
        value: Value::parse(sent("value")),
        reason: sent("reason").to_owned(),
        reason_lang: Lang::parse(sent("reason_lang")).unwrap_or_else(|| cx.writes()),
        community: member_of.is_none().then(|| Lang::parse(sent("community")).unwrap_or(preset)),
        member_of,
        names_public: beside.standings.consensus.names == crate::domain::consensus::Names::Public,
        refusals: Refusals::of(cx, if back { &again.errors } else { &[] }),
        denied: again.denied.filter(|_| back).map(|d| cx.l.t(d.key())),
        csrf: cx.csrf(),
    }
}
