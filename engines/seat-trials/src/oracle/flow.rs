//! Maximum flow by Dinic's method.

use std::collections::VecDeque;

use crate::problem::Problem;

#[derive(Debug, Clone, Copy)]
struct Arc {
    to: usize,
    capacity: u32,
}

/// A network; arcs are stored in pairs, so `arc ^ 1` is the way back.
#[derive(Debug, Default)]
struct Network {
    arcs: Vec<Arc>,
    from: Vec<Vec<usize>>,
}

impl Network {
    fn new(nodes: usize) -> Self {
        Self { arcs: Vec::new(), from: vec![Vec::new(); nodes] }
    }

    fn connect(&mut self, from: usize, to: usize, capacity: u32) {
        self.from[from].push(self.arcs.len());
        self.arcs.push(Arc { to, capacity });
        self.from[to].push(self.arcs.len());
        self.arcs.push(Arc { to: from, capacity: 0 });
    }

    /// Distance of each node from `source` over arcs that are not full.
    fn levels(&self, source: usize) -> Vec<Option<u32>> {
        let mut levels = vec![None; self.from.len()];
        levels[source] = Some(0);
        let mut queue = VecDeque::from([(source, 0)]);
        while let Some((node, level)) = queue.pop_front() {
            for &arc in &self.from[node] {
                let Arc { to, capacity } = self.arcs[arc];
                if capacity > 0 && levels[to].is_none() {
                    levels[to] = Some(level + 1);
                    queue.push_back((to, level + 1));
                }
            }
        }
        levels
    }

    /// Sends one unit after the other along shortest ways until none is left. All ways to the sink begin with an arc of
    /// capacity one here, so single units lose nothing.
    fn maximum(&mut self, source: usize, sink: usize) -> usize {
        let mut sent = 0;
        loop {
            let levels = self.levels(source);
            if levels[sink].is_none() {
                return sent;
            }
            let mut next = vec![0; self.from.len()];
            // Depth-first without recursion: `way` holds the arcs from the source.
            let mut way: Vec<usize> = Vec::new();
            loop {
                let node = way.last().map_or(source, |&arc| self.arcs[arc].to);
                if node == sink {
                    for &arc in &way {
                        self.arcs[arc].capacity -= 1;
                        self.arcs[arc ^ 1].capacity += 1;
                    }
                    sent += 1;
                    way.clear();
                    continue;
                }
                let step = self.from[node][next[node]..].iter().position(|&arc| {
                    let Arc { to, capacity } = self.arcs[arc];
                    capacity > 0 && levels[to] == levels[node].map(|level| level + 1)
                });
                match step {
                    Some(skipped) => {
                        next[node] += skipped;
                        way.push(self.from[node][next[node]]);
                    }
                    None => {
                        next[node] = self.from[node].len();
                        match way.pop() {
                            Some(arc) => next[self.arcs[arc ^ 1].to] += 1,
                            None => break,
                        }
                    }
                }
            }
        }
    }
}

/// The most children who can have a seat at the same time, one each, among those that `counts` lets through.
///
/// One seat a child makes overlaps and limits other than zero irrelevant, so the answer is a maximum flow
/// from children over their wishes to events. Wishes outside of an event's ages and children who take no part are left out.
pub fn most_children_served(problem: &Problem, counts: impl Fn(usize) -> bool) -> usize {
    let children = problem.wishes.len();
    let (source, sink) = (children + problem.capacity.len(), children + problem.capacity.len() + 1);
    let mut network = Network::new(sink + 1);
    for child in (0..children).filter(|&child| counts(child)) {
        network.connect(source, child, 1);
        for &event in &problem.wishes[child] {
            if problem.suits(child, event) {
                network.connect(child, children + event as usize, 1);
            }
        }
    }
    for (event, &capacity) in problem.capacity.iter().enumerate() {
        network.connect(children + event, sink, capacity);
    }
    network.maximum(source, sink)
}

/// The same while reserved seats are only for those who may claim them: a child reaches the open seats of an event and
/// the contingents that it has a claim on.
pub fn most_children_served_from(problem: &Problem, counts: impl Fn(usize) -> bool) -> usize {
    let children = problem.wishes.len();
    let mut first = Vec::with_capacity(problem.capacity.len());
    let mut seats = Vec::new();
    for (capacity, contingents) in problem.capacity.iter().zip(&problem.reserved) {
        first.push(children + seats.len());
        let reserved: u32 = contingents.iter().map(|contingent| contingent.seats).sum();
        seats.push(capacity.saturating_sub(reserved));
        seats.extend(contingents.iter().map(|contingent| contingent.seats));
    }
    let (source, sink) = (children + seats.len(), children + seats.len() + 1);
    let mut network = Network::new(sink + 1);
    for child in (0..children).filter(|&child| counts(child)) {
        network.connect(source, child, 1);
        for &event in problem.wishes[child].iter().filter(|&&event| problem.suits(child, event)) {
            let pool = first[event as usize];
            network.connect(child, pool, 1);
            for (number, contingent) in (1..).zip(&problem.reserved[event as usize]) {
                if u32::try_from(child).is_ok_and(|child| contingent.claimants.contains(&child)) {
                    network.connect(child, pool + number, 1);
                }
            }
        }
    }
    for (pool, capacity) in seats.into_iter().enumerate() {
        network.connect(children + pool, sink, capacity);
    }
    network.maximum(source, sink)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_must_be_turned_back() {
        // Two workers, two tasks; the first arc taken must be given up.
        let mut network = Network::new(6);
        for (from, to) in [(0, 1), (0, 2), (1, 3), (1, 4), (2, 3), (3, 5), (4, 5)] {
            network.connect(from, to, 1);
        }
        assert_eq!(network.maximum(0, 5), 2);
    }

    #[test]
    fn a_bottleneck_bounds_the_flow() {
        let mut network = Network::new(5);
        for child in 1..=2 {
            network.connect(0, child, 1);
            network.connect(child, 3, 1);
        }
        network.connect(3, 4, 1);
        assert_eq!(network.maximum(0, 4), 1);
    }
}
