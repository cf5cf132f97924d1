//! The draw.

mod hall;
mod lots;
mod moves;
mod protection;
mod reasons;
mod rounds;

use std::ops::ControlFlow;

pub(crate) use crate::programme::NONE;
pub(crate) use hall::{EMPTY, Hall};
pub use reasons::Reason;

use crate::programme::{Fit, Programme};
use crate::rules::{Minimum, Rules};
use crate::seed::Seed;

/// An event that is not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotHeld {
    pub(crate) event: u32,
    /// After which run it was dissolved; 0: before the first.
    pub(crate) run: u32,
    /// How many wanted it or sat in it.
    pub(crate) count: u32,
}

/// A finished draw.
pub(crate) struct Finished<'a> {
    pub(crate) hall: Hall<'a>,
    pub(crate) not_held: Vec<NotHeld>,
    pub(crate) runs: u32,
}

/// Runs the draw, and runs it again without the events that do not reach their minimum.
pub(crate) fn run<'a>(
    programme: &'a Programme,
    rules: Rules,
    seed: &Seed,
    watch: &mut dyn FnMut(u32) -> ControlFlow<()>,
) -> Option<Finished<'a>> {
    let order = lots::order(programme, seed);
    let mut not_held = Vec::new();
    let mut dissolved = vec![false; programme.events.len()];
    if rules.minimum == Minimum::Dissolve {
        for (event, &count) in (0..).zip(&wanted(programme)) {
            let row = &programme.events[event as usize];
            if count.min(row.capacity) < row.min {
                dissolved[event as usize] = true;
                not_held.push(NotHeld { event, run: 0, count });
            }
        }
    }
    for runs in 1.. {
        let mut hall = Hall::new(programme, rules, &order, &dissolved);
        if hall.draw(&mut || watch(runs)).is_break() {
            return None;
        }
        let below = match rules.minimum {
            Minimum::Dissolve => below_minimum(&hall, seed),
            Minimum::Report => Vec::new(),
        };
        if below.is_empty() {
            not_held.sort_by_key(|gone| gone.event);
            return Some(Finished { hall, not_held, runs });
        }
        for &event in &below[..below.len().div_ceil(4)] {
            dissolved[event as usize] = true;
            not_held.push(NotHeld { event, run: runs, count: hall.taken[event as usize] });
        }
    }
    None
}

/// How many children that take part have a fitting wish for each event.
fn wanted(programme: &Programme) -> Vec<u32> {
    let mut wanted = vec![0; programme.events.len()];
    for (child, row) in (0..).zip(&programme.children) {
        if row.takes_part() {
            for wish in programme.wishes_of(child) {
                let wish = programme.wishes[wish];
                wanted[wish.event as usize] += u32::from(wish.fit == Fit::Fits);
            }
        }
    }
    wanted
}

/// Events below their minimum, the one that is furthest below first.
fn below_minimum(hall: &Hall<'_>, seed: &Seed) -> Vec<u32> {
    let programme = hall.programme;
    let mut below: Vec<(u32, [u8; 32])> = (0..)
        .zip(&programme.events)
        .filter(|&(event, row)| !hall.dissolved[event as usize] && hall.taken[event as usize] < row.min)
        .map(|(event, _)| (event, lots::event_digest(programme, seed, event as usize)))
        .collect();
    below.sort_by(|&(a, first), &(b, second)| {
        // taken / minimum, compared without division.
        let share = |one: u32, other: u32| {
            u64::from(hall.taken[one as usize]) * u64::from(programme.events[other as usize].min)
        };
        share(a, b).cmp(&share(b, a)).then(first.cmp(&second))
    });
    below.into_iter().map(|(event, _)| event).collect()
}
