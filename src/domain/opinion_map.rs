//! Who tends to agree with whom: people on a plane, in groups that answer alike. Never the verdict (C6).
//!
//! After Small et al. (2021), "Polis: scaling deliberation by mapping high dimensional opinion spaces", and its published source:
//! principal components of the positions, groups of the points by k-means, statements by how much they tell a group from the rest.
//! Nothing starts at random: the same positions give the same map to the last digit.

/// Fewer people or statements make no map.
pub const PEOPLE: usize = 7;
pub const STATEMENTS: usize = 4;
/// Somebody is placed from so many positions on, or from as many as there are statements.
const POSITIONS: usize = 7;
/// So many groups at most.
const GROUPS: usize = 5;
/// One-sided 90 %.
const Z: f64 = 1.2816;
/// Statements that describe a group.
const TOLD: usize = 5;

/// One person's positions: 1 agrees, -1 objects, 0 abstains, `None` has taken none.
pub type Row = Vec<Option<i8>>;

/// A map of opinions.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// Of those who are placed: which row, where, and in which group.
    pub people: Vec<Placed>,
    /// What tells each group from the others, the largest group first.
    pub groups: Vec<Group>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    pub row: usize,
    pub x: f64,
    pub y: f64,
    pub group: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub size: usize,
    /// Those that describe it best, first.
    pub statements: Vec<Told>,
}

/// What a group says of a statement, beside everybody else.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Told {
    pub statement: usize,
    /// Whether it agrees, rather than objects.
    pub agrees: bool,
    /// Of the group: how many say so, of how many.
    pub count: (usize, usize),
    /// How much it tells this group from the rest; for ordering.
    pub weight: f64,
}

/// The map of these positions, each row as long as there are statements; `None` where there are too few.
pub fn map(rows: &[Row]) -> Option<Map> {
    let statements = rows.first().map_or(0, Vec::len);
    let enough = POSITIONS.min(statements);
    let placed: Vec<usize> = (0..rows.len()).filter(|i| rows[*i].iter().flatten().count() >= enough).collect();
    if placed.len() < PEOPLE || statements < STATEMENTS {
        return None;
    }
    let rows: Vec<&Row> = placed.iter().map(|i| &rows[*i]).collect();
    let points = project(&rows, statements);
    let groups = group(&points);
    let count = groups.iter().max().map_or(0, |g| g + 1);
    Some(Map {
        people: placed
            .iter()
            .zip(&points)
            .zip(&groups)
            .map(|((row, [x, y]), group)| Placed { row: *row, x: *x, y: *y, group: *group })
            .collect(),
        groups: (0..count)
            .map(|g| Group { size: groups.iter().filter(|of| **of == g).count(), statements: describe(&rows, &groups, g, statements) })
            .collect(),
    })
}

/// Where people stand by the two components along which positions differ most; whoever said little stands nearer the middle. Polis
/// moves them outwards by √(statements / positions); the groups that it published come out better without (`docs/architecture.md`).
fn project(rows: &[&Row], statements: usize) -> Vec<[f64; 2]> {
    let mean = |j: usize| {
        let said: Vec<f64> = rows.iter().filter_map(|row| row[j]).map(f64::from).collect();
        if said.is_empty() { 0.0 } else { said.iter().sum::<f64>() / said.len() as f64 }
    };
    let means: Vec<f64> = (0..statements).map(mean).collect();
    // What was not said is the mean, and so zero.
    let centred: Vec<Vec<f64>> =
        rows.iter().map(|row| row.iter().zip(&means).map(|(said, mean)| said.map_or(0.0, |s| f64::from(s) - mean)).collect()).collect();
    let first = component(&centred, statements, &[]);
    let second = component(&centred, statements, &[&first]);
    centred.iter().map(|row| [&first, &second].map(|component| dot(row, component))).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The direction in which the rows differ most, at right angles to `others`, by power iteration; zero where there is none.
fn component(rows: &[Vec<f64>], statements: usize, others: &[&Vec<f64>]) -> Vec<f64> {
    const ROUNDS: usize = 1_000;
    let upright = |mut v: Vec<f64>| -> Option<Vec<f64>> {
        for other in others {
            let along = dot(&v, other);
            v.iter_mut().zip(*other).for_each(|(v, o)| *v -= along * o);
        }
        let length = dot(&v, &v).sqrt();
        (length > 1e-9).then(|| v.into_iter().map(|x| x / length).collect())
    };
    // Every statement has a part in the start, none the same one: no direction is left out by accident.
    let start: Vec<f64> = (0..statements).map(|j| 1.0 + 1.0 / (j as f64 + 2.0)).collect();
    let Some(mut v) = upright(start) else { return vec![0.0; statements] };
    for _ in 0..ROUNDS {
        let mut next = vec![0.0; statements];
        for row in rows {
            let along = dot(row, &v);
            next.iter_mut().zip(row).for_each(|(n, x)| *n += along * x);
        }
        let Some(next) = upright(next) else { return vec![0.0; statements] };
        let moved: f64 = next.iter().zip(&v).map(|(a, b)| (a - b).abs()).sum();
        v = next;
        if moved < 1e-12 {
            break;
        }
    }
    // Its sign means nothing: the statement that counts most is on the right.
    let most = v.iter().copied().reduce(|a, b| if b.abs() > a.abs() + 1e-12 { b } else { a }).unwrap_or_default();
    if most < 0.0 { v.into_iter().map(|x| -x).collect() } else { v }
}

/// The partition with the best mean silhouette, of two groups and more; the largest group is 0.
fn group(points: &[[f64; 2]]) -> Vec<usize> {
    let most = GROUPS.min(2 + points.len() / 12);
    let mut best = (f64::NEG_INFINITY, vec![0; points.len()]);
    for k in 2..=most {
        let groups = k_means(points, k);
        let score = silhouette(points, &groups);
        if score > best.0 + 1e-12 {
            best = (score, groups);
        }
    }
    by_size(best.1)
}

fn by_size(groups: Vec<usize>) -> Vec<usize> {
    let count = groups.iter().max().map_or(0, |g| g + 1);
    let size = |g: usize| groups.iter().filter(|of| **of == g).count();
    let first = |g: usize| groups.iter().position(|of| *of == g);
    let mut order: Vec<usize> = (0..count).filter(|g| size(*g) > 0).collect();
    order.sort_by_key(|g| (std::cmp::Reverse(size(*g)), first(*g)));
    groups.iter().map(|g| order.iter().position(|o| o == g).unwrap_or_default()).collect()
}

fn distance(a: &[f64; 2], b: &[f64; 2]) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

fn nearest(point: &[f64; 2], centres: &[[f64; 2]]) -> usize {
    let closer = |a: &usize, b: &usize| distance(point, &centres[*a]).total_cmp(&distance(point, &centres[*b]));
    (0..centres.len()).min_by(closer).unwrap_or_default()
}

/// Groups around k centres: of several starts the one whose points are nearest to their centres. A start cuts the plane into parts
/// of equal numbers along one direction, so that the order of people does not matter.
fn k_means(points: &[[f64; 2]], k: usize) -> Vec<usize> {
    const DIRECTIONS: usize = 16;
    let mut best: Option<(f64, Vec<usize>)> = None;
    for direction in 0..DIRECTIONS {
        let (sin, cos) = (std::f64::consts::PI * direction as f64 / DIRECTIONS as f64).sin_cos();
        let mut sorted = points.to_vec();
        let along = |p: &[f64; 2]| p[0] * cos + p[1] * sin;
        sorted.sort_by(|a, b| along(a).total_cmp(&along(b)).then(a[0].total_cmp(&b[0])).then(a[1].total_cmp(&b[1])));
        let centres = (0..k).map(|i| middle(&sorted[i * sorted.len() / k..(i + 1) * sorted.len() / k])).collect();
        let (spread, groups) = settle(points, centres);
        if best.as_ref().is_none_or(|(least, _)| spread < least - 1e-9) {
            best = Some((spread, groups));
        }
    }
    best.map(|(_, groups)| groups).unwrap_or_default()
}

/// Moves centres to the middle of the points that are nearest to them until nothing changes; the sum of squared distances, and
/// the groups.
fn settle(points: &[[f64; 2]], mut centres: Vec<[f64; 2]>) -> (f64, Vec<usize>) {
    const ROUNDS: usize = 100;
    let mut groups = Vec::new();
    for _ in 0..ROUNDS {
        let next: Vec<usize> = points.iter().map(|p| nearest(p, &centres)).collect();
        if next == groups {
            break;
        }
        groups = next;
        for (g, centre) in centres.iter_mut().enumerate() {
            let own: Vec<[f64; 2]> = points.iter().zip(&groups).filter(|(_, of)| **of == g).map(|(p, _)| *p).collect();
            if !own.is_empty() {
                *centre = middle(&own);
            }
        }
    }
    (points.iter().zip(&groups).map(|(p, g)| distance(p, &centres[*g]).powi(2)).sum(), groups)
}

fn middle(points: &[[f64; 2]]) -> [f64; 2] {
    let n = points.len().max(1) as f64;
    [0, 1].map(|axis| points.iter().map(|p| p[axis]).sum::<f64>() / n)
}

/// How much nearer people are to their own group than to the next one, -1 to 1; alone in a group: 0 (Rousseeuw 1987).
fn silhouette(points: &[[f64; 2]], groups: &[usize]) -> f64 {
    let count = groups.iter().max().map_or(0, |g| g + 1);
    let of = |i: usize| {
        let mut sums = vec![(0.0, 0usize); count];
        for (j, point) in points.iter().enumerate().filter(|(j, _)| *j != i) {
            let sum = &mut sums[groups[j]];
            *sum = (sum.0 + distance(&points[i], point), sum.1 + 1);
        }
        let mean = |g: usize| (sums[g].1 > 0).then(|| sums[g].0 / sums[g].1 as f64);
        let other = (0..count).filter(|g| *g != groups[i]).filter_map(mean).reduce(f64::min);
        match (mean(groups[i]), other) {
            (Some(own), Some(other)) if own.max(other) > 0.0 => (other - own) / own.max(other),
            _ => 0.0,
        }
    };
    (0..points.len()).map(of).sum::<f64>() / points.len().max(1) as f64
}

/// How many of some people agree and object, of how many who took a position.
#[derive(Clone, Copy, Default)]
struct Count {
    agree: f64,
    object: f64,
    all: f64,
}

impl Count {
    fn of(rows: &[&Row], is: impl Fn(usize) -> bool, statement: usize) -> Self {
        let said = rows.iter().enumerate().filter(|(i, _)| is(*i)).filter_map(|(_, row)| row[statement]);
        said.fold(Self::default(), |c, said| Self {
            agree: c.agree + f64::from(u8::from(said > 0)),
            object: c.object + f64::from(u8::from(said < 0)),
            all: c.all + 1.0,
        })
    }
}

/// Whether so many of so many are more than half, by more than chance.
fn one_sample(some: f64, all: f64) -> f64 {
    2.0 * (all + 1.0).sqrt() * ((some + 1.0) / (all + 1.0) - 0.5)
}

/// Whether a share is larger than another, by more than chance.
fn two_samples(some: f64, all: f64, others: f64, of_others: f64) -> f64 {
    let (s1, n1, s2, n2) = (some + 1.0, all + 1.0, others + 1.0, of_others + 1.0);
    let p = (s1 + s2) / (n1 + n2);
    if p >= 1.0 { 0.0 } else { (s1 / n1 - s2 / n2) / (p * (1.0 - p) * (1.0 / n1 + 1.0 / n2)).sqrt() }
}

/// Statements that tell a group from everybody else; where none does beyond chance, the one that does most.
fn describe(rows: &[&Row], groups: &[usize], group: usize, statements: usize) -> Vec<Told> {
    let share = |some: f64, all: f64| (some + 1.0) / (all + 2.0);
    let mut told: Vec<(Told, bool)> = (0..statements)
        .filter_map(|statement| {
            let own = Count::of(rows, |i| groups[i] == group, statement);
            let rest = Count::of(rows, |i| groups[i] != group, statement);
            let side = |some: f64, others: f64| {
                let ratio = share(some, own.all) / share(others, rest.all);
                let (apart, sure) = (two_samples(some, own.all, others, rest.all), one_sample(some, own.all));
                (apart, sure, ratio * apart * share(some, own.all) * sure)
            };
            let (agree, object) = (side(own.agree, rest.agree), side(own.object, rest.object));
            let agrees = agree.0 > object.0;
            let (side, count) = if agrees { (agree, own.agree) } else { (object, own.object) };
            let sufficient = side.0 > Z && side.1 > Z;
            let told =
                Told { statement, agrees, count: (count as usize, own.all as usize), weight: if sufficient { side.2 } else { side.0 } };
            (own.all > 0.0).then_some((told, sufficient))
        })
        .collect();
    told.sort_by(|(a, sure_a), (b, sure_b)| sure_b.cmp(sure_a).then(b.weight.total_cmp(&a.weight)).then(a.statement.cmp(&b.statement)));
    let sure = told.iter().filter(|(_, sure)| *sure).count();
    told.into_iter().map(|(told, _)| told).take(sure.clamp(1, TOLD)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_figures_of_a_representative_statement_come_out() {
        let (pat, rat, rdt) = (one_sample(8.0, 10.0), two_samples(8.0, 10.0, 3.0, 15.0), two_samples(1.0, 10.0, 10.0, 15.0));
        assert_eq!([pat, rat, rdt].map(|z| format!("{z:.4}")), ["2.1106", "2.9033", "-2.5839"]);
        let (pa, ra) = (9.0f64 / 12.0, (9.0 / 12.0) / (4.0 / 17.0));
        assert_eq!(
            (format!("{pa:.4}"), format!("{ra:.4}"), format!("{:.3}", ra * rat * pa * pat)),
            ("0.7500".into(), "3.1875".into(), "14.649".into())
        );
    }

    /// Two camps of different sizes that differ on three statements of eight; some have not got to the last one.
    fn camps(large: usize, small: usize) -> Vec<Row> {
        let row = |i: usize, side: i8| {
            vec![Some(side), Some(-side), Some(side), Some(1), Some(0), Some(1), Some(-1), (!i.is_multiple_of(3)).then_some(0)]
        };
        (0..large).map(|i| row(i, 1)).chain((0..small).map(|i| row(i, -1))).collect()
    }

    #[test]
    fn two_camps_are_two_groups_and_what_parts_them_describes_them() {
        let map = map(&camps(9, 5)).unwrap();
        assert_eq!(map.groups.iter().map(|g| g.size).collect::<Vec<_>>(), [9, 5]);
        let told = |g: usize| map.groups[g].statements.iter().map(|t| (t.statement, t.agrees)).collect::<Vec<_>>();
        assert!(told(0).contains(&(0, true)) && told(0).contains(&(1, false)), "{:?}", told(0));
        assert!(told(1).contains(&(0, false)) && told(1).contains(&(1, true)), "{:?}", told(1));
        assert!(!told(0).iter().any(|(s, _)| *s == 3), "on which all agree");
    }

    #[test]
    fn a_map_needs_seven_people_and_four_statements_and_no_figure_is_undefined() {
        assert!(map(&camps(4, 2)).is_none() && map(&[]).is_none());
        assert!(map(&vec![vec![Some(1); 3]; 20]).is_none());
        for same in [vec![Some(1); 5], vec![Some(0); 5]] {
            let map = map(&vec![same; 12]).unwrap();
            assert!(map.people.iter().all(|p| p.x == 0.0 && p.y == 0.0 && p.group == 0));
            assert_eq!(map.groups.len(), 1);
        }
        let mut quiet = camps(8, 8);
        quiet.push([vec![Some(1)], vec![None; 7]].concat());
        assert_eq!(map(&quiet).unwrap().people.len(), 16, "who said little is not placed");
    }
}
