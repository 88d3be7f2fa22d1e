//! The opinion map: who tends to agree with whom. An illustration, never the verdict.

use super::{cx::Cx, verdicts};
use crate::{
    domain::{
        consensus::Names,
        lang::Lang,
        opinion_map::{self, Map, Row},
        position::Value,
    },
    forum::tallies::Standings,
};
use std::collections::{BTreeMap, HashMap};

/// Width and height of the picture.
const SIZE: (f64, f64) = (560.0, 380.0);
const EDGE: f64 = 28.0;

/// A map, as SVG and as a table.
pub struct MapView {
    /// One path of hairlines from the middle of each group to its people, and its letter there.
    pub groups: Vec<GroupView>,
    /// People as shapes: one for each community.
    pub dots: Vec<String>,
    /// Which shape is which community.
    pub key: Vec<(Lang, String)>,
    pub width: f64,
    pub height: f64,
}

/// One group.
pub struct GroupView {
    pub letter: char,
    pub size: usize,
    pub lines: String,
    pub x: f64,
    pub y: f64,
    /// How many of each community belong to it.
    pub communities: Vec<(Lang, usize)>,
    /// What tells it from the others: the statement's number, and what most of the group say.
    pub told: Vec<(i32, String)>,
}

/// The map of a thread; `None` where there are too few people or statements, or where names are hidden: a dot is a person.
pub fn view(cx: &Cx, standings: &Standings) -> Option<MapView> {
    if standings.consensus.names == Names::Totals {
        return None;
    }
    let statements: Vec<(i64, i32)> = standings.accepted().map(|s| (s.statement.id, s.statement.n)).collect();
    let column: HashMap<i64, usize> = statements.iter().enumerate().map(|(i, (id, _))| (*id, i)).collect();
    let mut people: BTreeMap<i64, (Lang, Row)> = BTreeMap::new();
    for p in standings.positions.iter().filter(|p| p.is_eligible && p.is_current) {
        let (Some(at), Some(value)) = (column.get(&p.statement), said(p.value)) else { continue };
        people.entry(p.person).or_insert_with(|| (p.community, vec![None; statements.len()])).1[*at] = Some(value);
    }
    let (communities, rows): (Vec<Lang>, Vec<Row>) = people.into_values().unzip();
    let map = opinion_map::map(&rows)?;
    Some(drawn(cx, &map, &communities, &statements))
}

/// 1 agrees, -1 objects; who could not judge said nothing of it.
fn said(value: Value) -> Option<i8> {
    match value {
        Value::Agree | Value::Reservation => Some(1),
        Value::Abstain => Some(0),
        Value::Objection => Some(-1),
        Value::Unclear => None,
    }
}

fn drawn(cx: &Cx, map: &Map, communities: &[Lang], statements: &[(i64, i32)]) -> MapView {
    let range = |of: &dyn Fn(&opinion_map::Placed) -> f64| {
        let all: Vec<f64> = map.people.iter().map(of).collect();
        let (least, most) = (all.iter().copied().fold(f64::INFINITY, f64::min), all.iter().copied().fold(f64::NEG_INFINITY, f64::max));
        (least, (most - least).max(1e-9))
    };
    let ((x0, width), (y0, height)) = (range(&|p| p.x), range(&|p| p.y));
    // One scale for both ways, so that distances can be compared.
    let scale = ((SIZE.0 - 2.0 * EDGE) / width).min((SIZE.1 - 2.0 * EDGE) / height);
    let at = |p: &opinion_map::Placed| (EDGE + (p.x - x0) * scale, EDGE + (p.y - y0) * scale);
    let group = |(i, group): (usize, &opinion_map::Group)| {
        let own: Vec<&opinion_map::Placed> = map.people.iter().filter(|p| p.group == i).collect();
        let n = own.len().max(1) as f64;
        let (x, y) = own.iter().map(|p| at(p)).fold((0.0, 0.0), |(x, y), (a, b)| (x + a / n, y + b / n));
        let line = |p: &&opinion_map::Placed| {
            let (a, b) = at(p);
            format!("M{x:.1} {y:.1}L{a:.1} {b:.1}")
        };
        let of = |lang: Lang| (lang, own.iter().filter(|p| communities.get(p.row) == Some(&lang)).count());
        let told = |t: &opinion_map::Told| {
            let what = if t.agrees { "agrees" } else { "objects" };
            let said = cx.l.m("consensus-map-told").s("what", what).n("count", t.count.0).n("all", t.count.1);
            (statements.get(t.statement).map_or(0, |(_, n)| *n), said.to_string())
        };
        GroupView {
            letter: char::from(b'A' + u8::try_from(i).unwrap_or_default()),
            size: group.size,
            lines: own.iter().map(line).collect(),
            x,
            y,
            communities: Lang::THREE.into_iter().map(of).filter(|(_, n)| *n > 0).collect(),
            told: group.statements.iter().map(told).collect(),
        }
    };
    let dot = |p: &opinion_map::Placed| {
        let (x, y) = at(p);
        let lang = communities.get(p.row).copied().unwrap_or(Lang::Fr);
        format!("<g class=\"dot\"><title>{}</title>{}</g>", verdicts::langs(cx, &[lang]), shape(lang, x, y))
    };
    MapView {
        groups: map.groups.iter().enumerate().map(group).collect(),
        dots: map.people.iter().map(dot).collect(),
        key: Lang::THREE.map(|l| (l, shape(l, 12.0, 8.0))).into(),
        width: SIZE.0,
        height: (height * scale + 2.0 * EDGE).min(SIZE.1),
    }
}

/// A circle, a square, a triangle: the three languages, as equals.
fn shape(lang: Lang, x: f64, y: f64) -> String {
    match lang {
        Lang::Fr => format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"6\"/>"),
        Lang::En => format!("<rect x=\"{:.1}\" y=\"{:.1}\" width=\"11\" height=\"11\"/>", x - 5.5, y - 5.5),
        Lang::Ja => format!("<path d=\"M{x:.1} {:.1}l7 12h-14z\"/>", y - 7.0),
    }
}
