use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::problem::Problem;
use crate::score::Seats;

/// Which scores an event gives to the children that ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stars {
    /// One star for each of a child's first three wishes.
    Alone,
    /// The same, and wishes of a group score between 0.5 and 0.7 more, the larger the group the more. A small
    /// addition, the same for all members and different from group to group, keeps groups together.
    WithGroups,
}

/// Deferred acceptance with several seats a child, in which events prefer children by stars.
///
/// A procedure of this kind is in use in public holiday programmes. What is known of it and rebuilt here: children
/// propose; in each round a child with open wishes gets at most one seat; a seat blocks wishes that overlap it, and a
/// lost seat frees them again; an event that is full gives up a child with a strictly lower score, and not
/// necessarily the lowest one, for a newcomer; equal scores are not drawn, children are called by a fixed order. The
/// code is our own: rounds are called in `order`, a newcomer displaces the first holder in order of arrival with a
/// strictly lower score, and a child proposes by score and, where scores are equal, by the order of events in the
/// instance: a star is all that the procedure knows of a rank. In use, children are called by internal ids, which stay
/// with them for years; here their order is an argument.
pub fn deferred_acceptance(problem: &Problem, order: &[u32], stars: Stars) -> Seats {
    let mut scores: BTreeMap<(u32, u32), f64> = BTreeMap::new();
    if stars == Stars::WithGroups {
        for (number, group) in (0_u32..).zip(&problem.groups) {
            let boost = match group.members.len() {
                0..=2 => 0.5,
                3 => 0.6,
                _ => 0.7,
            };
            let mark = f64::from(number.wrapping_mul(2_654_435_761) >> 8) / f64::from(1_u32 << 24) * 0.09;
            for &member in &group.members {
                scores.insert((member, group.event), boost + mark);
            }
        }
    }
    let score = |child: usize, rank: usize| {
        let star = if rank < 3 { 1.0 } else { 0.0 };
        let key = (u32::try_from(child).unwrap_or(u32::MAX), problem.wishes[child][rank]);
        star + scores.get(&key).copied().unwrap_or_default()
    };
    // Open wishes of each child in the order of proposing. A wish leaves the list only when it was proposed: once
    // refused, always refused, because the scores of an event's holders only rise.
    let mut open: Vec<Vec<(f64, usize)>> = (0..problem.wishes.len())
        .map(|child| {
            let mut list: Vec<(f64, usize)> =
                (0..problem.wishes[child].len()).map(|rank| (score(child, rank), rank)).collect();
            list.sort_by(|one, other| match other.0.total_cmp(&one.0) {
                Ordering::Equal => problem.wishes[child][one.1].cmp(&problem.wishes[child][other.1]),
                unequal => unequal,
            });
            list
        })
        .collect();
    let mut holders: Vec<Vec<(usize, f64)>> = vec![Vec::new(); problem.capacity.len()];
    let mut seats: Seats = vec![Vec::new(); problem.wishes.len()];
    loop {
        let mut moved = false;
        for &child in order {
            let child = child as usize;
            let mut at = 0;
            while at < open[child].len() {
                let (score, rank) = open[child][at];
                let event = problem.wishes[child][rank];
                if !problem.fits(child, &seats[child], event) {
                    // Blocked for now by what the child holds.
                    at += 1;
                    continue;
                }
                open[child].remove(at);
                let holders = &mut holders[event as usize];
                if holders.len() < problem.capacity[event as usize] as usize {
                    holders.push((child, score));
                } else if let Some(weaker) = holders.iter().position(|holder| holder.1 < score) {
                    let (loser, _) = holders.remove(weaker);
                    holders.push((child, score));
                    seats[loser].retain(|&seat| seat != event);
                } else {
                    continue;
                }
                seats[child].push(event);
                moved = true;
                break;
            }
        }
        if !moved {
            return seats;
        }
    }
}
