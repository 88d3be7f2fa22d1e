//! P2: flat rows to a tree, without recursion.

use std::collections::HashMap;

/// Indentation stops here; the tree does not.
pub const SHOWN_DEPTH: usize = 4;

/// A post's place in the tree: what ordering needs and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    pub id: i64,
    pub parent: Option<i64>,
}

/// A post in tree order, `depth` 0 for answers to the thread itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    pub id: i64,
    pub depth: usize,
}

/// Depth-first order, siblings in the order given (by time). A parent that is not in the list counts as none.
pub fn depth_first(nodes: &[Node]) -> Vec<Placed> {
    let known: HashMap<i64, usize> = nodes.iter().enumerate().map(|(i, n)| (n.id, i)).collect();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    let mut roots = Vec::new();
    for (i, node) in nodes.iter().enumerate() {
        match node.parent.and_then(|p| known.get(&p)) {
            Some(parent) if *parent != i => children[*parent].push(i),
            _ => roots.push(i),
        }
    }
    let mut stack: Vec<(usize, usize)> = roots.into_iter().rev().map(|i| (i, 0)).collect();
    let mut placed = Vec::with_capacity(nodes.len());
    while let Some((i, depth)) = stack.pop() {
        placed.push(Placed { id: nodes[i].id, depth });
        stack.extend(children[i].iter().rev().map(|c| (*c, depth + 1)));
    }
    placed
}

/// How nested lists open and close around the rows of one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nesting {
    /// This row opens a list inside the row before it.
    pub opens: bool,
    /// Lists to close after this row (its own included when it is the last).
    pub closes: usize,
    /// The item that is then open ends, since the next row is its sibling.
    pub ends: bool,
}

/// Turns depths into list marks: at most [`SHOWN_DEPTH`] lists inside one another, each row at most one
/// deeper than the row before it, whatever page the rows begin on.
pub fn nest(depths: &[usize]) -> Vec<Nesting> {
    let mut open: Vec<usize> = Vec::new();
    let mut levels = Vec::with_capacity(depths.len());
    for depth in depths {
        let depth = (*depth).min(SHOWN_DEPTH);
        while open.last().is_some_and(|d| *d >= depth) {
            open.pop();
        }
        open.push(depth);
        levels.push(open.len());
    }
    let after = levels.iter().skip(1).copied().chain([0]);
    let before = [0].into_iter().chain(levels.iter().copied());
    levels
        .iter()
        .zip(before.zip(after))
        .map(|(level, (before, after))| Nesting {
            opens: *level > before,
            closes: level.saturating_sub(after),
            ends: after > 0 && after <= *level,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(nodes: &[(i64, Option<i64>)]) -> Vec<(i64, usize)> {
        let nodes: Vec<_> = nodes.iter().map(|(id, parent)| Node { id: *id, parent: *parent }).collect();
        depth_first(&nodes).into_iter().map(|p| (p.id, p.depth)).collect()
    }

    #[test]
    fn p2_depth_first_siblings_by_time() {
        let rows = [(1, None), (2, None), (3, Some(1)), (4, Some(3)), (5, Some(1)), (6, Some(99))];
        assert_eq!(order(&rows), [(1, 0), (3, 1), (4, 2), (5, 1), (2, 0), (6, 0)]);
    }

    #[test]
    fn p2_depth_100_000_needs_no_stack() {
        let chain: Vec<_> = (1..=100_000).map(|i| (i, (i > 1).then_some(i - 1))).collect();
        assert_eq!(order(&chain).last(), Some(&(100_000, 99_999)));
    }

    #[test]
    fn p2_lists_balance_and_stop_at_depth_four() {
        for depths in [vec![0, 1, 2, 3, 4, 5, 6, 2, 0], vec![5, 5, 3, 1, 2], vec![0], vec![]] {
            let marks = nest(&depths);
            let opened = marks.iter().filter(|m| m.opens).count();
            let closed: usize = marks.iter().map(|m| m.closes).sum();
            assert_eq!(opened, closed, "{depths:?}");
        }
        let mut level = 0usize;
        let deepest = nest(&(0..50).collect::<Vec<_>>())
            .iter()
            .map(|m| {
                level += usize::from(m.opens);
                level
            })
            .max();
        assert_eq!(deepest, Some(SHOWN_DEPTH + 1));
    }
}
