//! The opinion map on the positions of a real public: 339 people, 54 statements.

use crate::real_input::data;
use trialogue::domain::opinion_map::{Map, Row, map};

/// Positions, and the group in which the people who gathered them saw each person.
fn read() -> Option<(Vec<Row>, Vec<Option<usize>>)> {
    let csv = data("opinions/participants-votes.csv")?;
    let people = csv.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        let said = |cell: &&str| cell.parse().ok();
        (cells[6..].iter().map(said).collect(), cells[1].parse().ok())
    });
    Some(people.unzip())
}

/// How much two partitions agree, 1 for the same and about 0 for chance (Hubert & Arabie 1985).
fn adjusted_rand_index(one: &[usize], other: &[usize]) -> f64 {
    let pairs = |n: usize| (n * n.saturating_sub(1)) as f64 / 2.0;
    let count = |is: &dyn Fn(usize) -> bool| pairs((0..one.len()).filter(|i| is(*i)).count());
    let most = |of: &[usize]| of.iter().max().map_or(0, |m| m + 1);
    let (rows, columns) = (most(one), most(other));
    let both: f64 = (0..rows).flat_map(|a| (0..columns).map(move |b| (a, b))).map(|(a, b)| count(&|i| one[i] == a && other[i] == b)).sum();
    let (by_row, by_column): (f64, f64) =
        ((0..rows).map(|a| count(&|i| one[i] == a)).sum(), (0..columns).map(|b| count(&|i| other[i] == b)).sum());
    let expected = by_row * by_column / pairs(one.len());
    (both - expected) / (f64::midpoint(by_row, by_column) - expected)
}

fn agreement(map: &Map, known: &[Option<usize>]) -> (usize, f64) {
    let (ours, theirs): (Vec<usize>, Vec<usize>) = map.people.iter().filter_map(|p| Some((p.group, known[p.row]?))).unzip();
    (ours.len(), adjusted_rand_index(&ours, &theirs))
}

#[test]
fn groups_of_a_real_public_are_those_that_were_published() {
    let Some((rows, known)) = read() else { return };
    assert_eq!((rows.len(), rows[0].len(), known.iter().flatten().count()), (339, 54, 138));
    let found = map(&rows).unwrap();
    let (people, index) = agreement(&found, &known);
    assert!(people >= 130, "{people} people are in both");
    assert!(
        index >= 0.70,
        "adjusted Rand index {index:.3} of {people} people, groups of {:?}",
        found.groups.iter().map(|g| g.size).collect::<Vec<_>>()
    );
    assert_eq!(map(&rows).unwrap(), found, "to the last digit");
    assert!(found.people.iter().all(|p| p.x.is_finite() && p.y.is_finite()));
    assert!(found.groups.iter().all(|g| !g.statements.is_empty() && g.statements.iter().all(|t| t.weight.is_finite())));
}

#[test]
fn the_order_of_people_moves_nobody_into_another_group() {
    let Some((rows, _)) = read() else { return };
    let found = map(&rows).unwrap();
    let backwards: Vec<Row> = rows.iter().rev().cloned().collect();
    let turned = map(&backwards).unwrap();
    let group = |m: &Map, row: usize| m.people.iter().find(|p| p.row == row).map(|p| p.group);
    let (one, other): (Vec<usize>, Vec<usize>) =
        (0..rows.len()).filter_map(|row| Some((group(&found, row)?, group(&turned, rows.len() - 1 - row)?))).unzip();
    assert!((adjusted_rand_index(&one, &other) - 1.0).abs() < 1e-12);
}
