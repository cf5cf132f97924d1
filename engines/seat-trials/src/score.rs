//! How good an allocation is, and whether it is admissible at all.
//!
//! The scorer reads the plain instance and knows nothing of how seats were given; it is the same ruler for every
//! procedure.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::instance::Seat;
use crate::problem::Problem;

/// The figures of one allocation. Shares are rounded to four digits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Seats given.
    pub places: usize,
    /// Seats given / wishes.
    pub wish_share: f64,
    /// Children with a wish.
    pub children: usize,
    /// Children with a seat / children with a wish.
    pub child_share: f64,
    /// Children with a wish and without a seat.
    pub empty_handed: usize,
    /// Children who got their first wish / children with a wish.
    pub top1: f64,
    /// The same for one of the first three wishes.
    pub top3: f64,
    /// Mean over children of seats / the lower of wishes and limit.
    pub satisfaction: f64,
    /// Gini coefficient of the number of seats a child; 0: all alike.
    pub gini: f64,
    /// Seats given / seats.
    pub seats_used: f64,
    /// Groups of whom all members got the seat / groups.
    pub groups_together: f64,
    /// Groups of whom some but not all got it / groups.
    pub groups_split: f64,
    /// Pairs of a child and a wish of it with a free seat, which the child could take without giving up anything.
    pub wasted_pairs: usize,
    /// Pairs that are wasted, or have a free seat that the child prefers to what it would give up for it.
    pub improvable_pairs: usize,
    /// Events with some participants but fewer than their minimum.
    pub below_minimum: usize,
    /// Share of wishes fulfilled by fifths of the order of sign-up.
    pub order_quintiles: [f64; 5],
}

/// Four digits after the point, as a printed figure has them.
fn rounded(value: f64) -> f64 {
    format!("{value:.4}").parse().unwrap_or(value)
}

#[allow(clippy::cast_precision_loss)] // counts far below 2⁵³
fn share(part: usize, whole: usize) -> f64 {
    rounded(part as f64 / whole.max(1) as f64)
}

/// A seat list by index: for each child its events.
pub type Seats = Vec<Vec<u32>>;

/// The seats as lists by child.
///
/// # Errors
/// Every reason why the list is not admissible, each a sentence with the ids in it.
pub fn admit(problem: &Problem, seats: &[Seat]) -> Result<Seats, Vec<String>> {
    let children: BTreeMap<&str, usize> =
        problem.child_ids.iter().enumerate().map(|(index, id)| (id.as_str(), index)).collect();
    let events: BTreeMap<&str, usize> =
        problem.event_ids.iter().enumerate().map(|(index, id)| (id.as_str(), index)).collect();
    let mut faults = Vec::new();
    let mut given: Seats = vec![Vec::new(); problem.child_ids.len()];
    for Seat { child, event } in seats {
        let (Some(&c), Some(&e)) = (children.get(child.as_str()), events.get(event.as_str())) else {
            faults.push(format!("{child} was given {event}, and one of them is not in the instance"));
            continue;
        };
        let e = u32::try_from(e).unwrap_or(u32::MAX);
        if !problem.wishes[c].contains(&e) {
            faults.push(format!("{child} was given {event} without a wish"));
        }
        if given[c].contains(&e) {
            faults.push(format!("{child} holds {event} twice"));
        } else {
            given[c].push(e);
        }
    }
    faults.extend(violations(problem, &given));
    if faults.is_empty() { Ok(given) } else { Err(faults) }
}

/// What speaks against an allocation: capacity, limits, overlap, age, taking part.
pub fn violations(problem: &Problem, given: &Seats) -> Vec<String> {
    let mut faults = Vec::new();
    let held = problem.held(given);
    for ((id, &held), &capacity) in problem.event_ids.iter().zip(&held).zip(&problem.capacity) {
        if held > capacity {
            faults.push(format!("{id} holds {held} of {capacity} seats"));
        }
    }
    for (child, events) in given.iter().enumerate() {
        let id = &problem.child_ids[child];
        if !events.is_empty() && !problem.takes_part[child] {
            faults.push(format!("{id} takes no part and holds {} places", events.len()));
        }
        let days: BTreeSet<i32> = events.iter().flat_map(|&event| &problem.days[event as usize]).copied().collect();
        for day in days {
            let places = events.iter().filter(|&&event| problem.days[event as usize].contains(&day)).count();
            if places > problem.day_limit[child] {
                faults.push(format!("{id} holds {places} places on one day, limit {}", problem.day_limit[child]));
            }
        }
        if events.len() > problem.limit[child] {
            faults.push(format!("{id} holds {} places, limit {}", events.len(), problem.limit[child]));
        }
        for (at, &one) in events.iter().enumerate() {
            let name = &problem.event_ids[one as usize];
            for &other in &events[at + 1..] {
                if problem.clash(one, other) {
                    faults.push(format!("{id}: {name} and {} overlap", problem.event_ids[other as usize]));
                }
            }
            if problem.rank(child, one).is_some_and(|rank| !problem.fitting[child][rank]) {
                faults.push(format!("{id} is outside the ages of {name}"));
            }
        }
    }
    faults
}

/// The figures of an admissible allocation.
#[allow(clippy::cast_precision_loss)] // counts far below 2⁵³
pub fn figures(problem: &Problem, given: &Seats) -> Figures {
    let kids: Vec<usize> =
        (0..given.len()).filter(|&child| problem.takes_part[child] && !problem.wishes[child].is_empty()).collect();
    let places: usize = kids.iter().map(|&child| given[child].len()).sum();
    let held = problem.held(given);
    let rank = |child: usize, event: u32| problem.rank(child, event);
    let among = |child: usize, first: usize| given[child].iter().any(|&e| rank(child, e).is_some_and(|r| r < first));

    let mut counts: Vec<usize> = kids.iter().map(|&child| given[child].len()).collect();
    counts.sort_unstable();
    let spread: f64 = (0_u32..)
        .zip(&counts)
        .map(|(place, &count)| (2.0 * f64::from(place) - counts.len() as f64 + 1.0) * count as f64)
        .sum();
    let satisfaction: f64 = kids
        .iter()
        .map(|&child| given[child].len() as f64 / problem.wishes[child].len().min(problem.limit[child]).max(1) as f64)
        .sum();

    let (mut wasted, mut improvable) = (0, 0);
    for &child in &kids {
        let limit = problem.limit[child];
        for (wanted, &event) in problem.wishes[child].iter().enumerate() {
            let free = held[event as usize] < problem.capacity[event as usize];
            if !free || limit == 0 || given[child].contains(&event) {
                continue;
            }
            let (drop, keep): (Vec<u32>, Vec<u32>) =
                given[child].iter().partition(|&&other| problem.clash(other, event));
            if drop.is_empty() && given[child].len() < limit {
                wasted += 1;
                improvable += 1;
                continue;
            }
            let dearer = |other: &u32| rank(child, *other).is_some_and(|rank| rank > wanted);
            improvable += usize::from(drop.iter().all(dearer) && (keep.len() < limit || keep.iter().any(dearer)));
        }
    }

    let (mut together, mut split) = (0, 0);
    for group in &problem.groups {
        let with = group.members.iter().filter(|&&member| given[member as usize].contains(&group.event)).count();
        together += usize::from(with == group.members.len());
        split += usize::from(with > 0 && with < group.members.len());
    }

    let mut order = kids.clone();
    order.sort_by_key(|&child| problem.registered_at[child]);
    let fifth = (order.len() / 5).max(1);
    let order_quintiles = std::array::from_fn(|part| {
        let of = |at: usize| (at * fifth).min(order.len());
        let part = &order[of(part)..of(part + 1)];
        share(
            part.iter().map(|&child| given[child].len()).sum(),
            part.iter().map(|&child| problem.wishes[child].len()).sum(),
        )
    });

    let seated = kids.iter().filter(|&&child| !given[child].is_empty()).count();
    Figures {
        places,
        wish_share: share(places, problem.wishes.iter().map(Vec::len).sum()),
        children: kids.len(),
        child_share: share(seated, kids.len()),
        empty_handed: kids.len() - seated,
        top1: share(kids.iter().filter(|&&child| among(child, 1)).count(), kids.len()),
        top3: share(kids.iter().filter(|&&child| among(child, 3)).count(), kids.len()),
        satisfaction: rounded(satisfaction / kids.len().max(1) as f64),
        gini: if places == 0 { 0.0 } else { rounded(spread / (kids.len() * places) as f64) },
        seats_used: share(places, problem.capacity.iter().map(|&seats| seats as usize).sum()),
        groups_together: share(together, problem.groups.len()),
        groups_split: share(split, problem.groups.len()),
        wasted_pairs: wasted,
        improvable_pairs: improvable,
        below_minimum: (held.iter().zip(&problem.minimum)).filter(|&(held, min)| *held > 0 && held < min).count(),
        order_quintiles,
    }
}

/// The seats of a list by child, as ids in order.
pub fn seat_list(problem: &Problem, given: &Seats) -> Vec<Seat> {
    let seats: BTreeSet<Seat> = given
        .iter()
        .enumerate()
        .flat_map(|(child, events)| {
            events.iter().map(move |&event| Seat {
                child: problem.child_ids[child].clone(),
                event: problem.event_ids[event as usize].clone(),
            })
        })
        .collect();
    seats.into_iter().collect()
}
