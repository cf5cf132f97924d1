//! Whether the draw keeps its promises on programmes in which everything occurs, by an independent reading.

use std::collections::BTreeSet;

use allmende_seat_allocation::{Minimum, Policy, Programme, Rules, Seed, allocate};

use super::explain;
use crate::method::{Index, Trouble};
use crate::mixed::mixed;
use crate::oracle::{most_children_served, most_children_served_from};
use crate::problem::Problem;
use crate::score::{Seats, violations};

/// Draws the mixed programmes `from..to` under every policy and checks each result. What comes back are the faults,
/// each with its programme; the draw is sound if there are none.
///
/// Checked: seats are admissible (capacity, limits in total and a day, overlaps, ways, activities, ages, entries that
/// take no part). No event is held below its minimum. No all-or-nothing group is split. No free seat that a child
/// would rather have is left unless a rule explains it. Among the children that the rule covers as many are served as
/// the maximum flow over the events that are held. No child that may claim a reserved seat on its own is refused while
/// others sit on them.
///
/// # Errors
/// The draw refuses an instance; it does not.
pub fn soundness(from: u64, to: u64) -> Result<Vec<String>, Trouble> {
    let mut faults = Vec::new();
    for seed in from..to {
        let instance = mixed(seed);
        let problem = Problem::new(&instance)?;
        let programme = Programme::new(&instance)?;
        for policy in [Policy::Neutral, Policy::TogetherFirst, Policy::SiblingsFirst] {
            for minimum in [Minimum::Dissolve, Minimum::Report] {
                let rules = Rules { minimum, ..Rules::of(policy) };
                let allocation = allocate(&programme, rules, &Seed::preview(&format!("mixed {seed}")));
                let given = Index::new(&problem).seats(&allocation);
                // Children and events whose seats changed after reserved seats had been opened.
                let moved: BTreeSet<&str> = (allocation.seats.iter())
                    .filter(|seat| seat.step == "move")
                    .flat_map(|seat| [seat.child.as_str(), seat.event.as_str()])
                    .collect();
                let note = |fault: String| format!("programme {seed}, {}, {minimum:?}: {fault}", policy.word());
                faults.extend(check(&problem, &given, rules, &moved).into_iter().map(note));
            }
        }
    }
    Ok(faults)
}

/// Wishes that a child can be granted alone.
fn alone(problem: &Problem, child: usize) -> BTreeSet<u32> {
    let bound = |event: u32| {
        problem.groups.iter().any(|group| {
            group.all_or_nothing && group.event == event && group.members.iter().any(|&member| member as usize == child)
        })
    };
    problem.wishes[child].iter().copied().filter(|&event| problem.suits(child, event) && !bound(event)).collect()
}

fn check(problem: &Problem, given: &Seats, rules: Rules, moved: &BTreeSet<&str>) -> Vec<String> {
    let mut faults = violations(problem, given);
    let held = problem.held(given);
    let dissolves = rules.minimum == Minimum::Dissolve;
    let gone = |event: usize| dissolves && held[event] == 0 && problem.minimum[event] > 0;
    for (event, &held) in held.iter().enumerate() {
        if dissolves && held > 0 && held < problem.minimum[event] {
            faults.push(format!("{} is held with {held} of {}", problem.event_ids[event], problem.minimum[event]));
        }
    }
    for group in problem.groups.iter().filter(|group| group.all_or_nothing) {
        let seated = group.members.iter().filter(|&&member| given[member as usize].contains(&group.event)).count();
        if seated > 0 && seated < group.members.len() {
            let id = &problem.event_ids[group.event as usize];
            faults.push(format!("a group of {} holds {seated} seats of {id}", group.members.len()));
        }
    }
    // Events that are dissolved have no seats for what follows.
    let mut open = problem.clone();
    for event in 0..held.len() {
        if gone(event) {
            open.capacity[event] = 0;
            open.reserved[event].clear();
        }
    }
    let unexplained = explain(&open, given).unexplained;
    if unexplained > 0 {
        faults.push(format!("{unexplained} better free seats without a reason"));
    }
    faults.extend(served(problem, open.clone(), given, rules));
    faults.extend(claims(&open, given, moved));
    faults
}

/// As many as can be. Only alone-wishes count, and reserved seats only for those who may claim them.
fn served(problem: &Problem, mut open: Problem, given: &Seats, rules: Rules) -> Option<String> {
    for child in 0..open.wishes.len() {
        let free = alone(problem, child);
        for (wish, fits) in open.wishes[child].iter().zip(&mut open.fitting[child]) {
            *fits = *fits && free.contains(wish);
        }
    }
    let covered = |child: usize| alone(problem, child).len() >= rules.protected_from as usize;
    let served = (0..given.len()).filter(|&child| covered(child) && !given[child].is_empty()).count();
    let (least, most) = (most_children_served_from(&open, covered), most_children_served(problem, covered));
    (served < least || served > most).then(|| format!("{served} children are served, possible are {least} to {most}"))
}

/// Children who are refused a seat that is reserved for them. Wishes of all-or-nothing groups are left out. So are children and events with a move after that: what the
/// child held before may have stood against it, and a seat that is given back then is open to all.
fn claims(open: &Problem, given: &Seats, moved: &BTreeSet<&str>) -> Vec<String> {
    let mut faults = Vec::new();
    for (event, contingents) in (0_u32..).zip(&open.reserved) {
        let seated: Vec<u32> =
            (0..).zip(given).filter(|(_, seats)| seats.contains(&event)).map(|(child, _)| child).collect();
        for contingent in contingents {
            let inside = seated.iter().filter(|child| contingent.claimants.contains(child)).count();
            if inside >= contingent.seats as usize {
                continue;
            }
            for child in contingent.claimants.iter().map(|&child| child as usize) {
                let grouped = open.groups.iter().any(|group| {
                    group.all_or_nothing
                        && group.event == event
                        && group.members.iter().any(|&member| member as usize == child)
                });
                let changed = [&open.child_ids[child], &open.event_ids[event as usize]];
                let moved = changed.iter().any(|id| moved.contains(id.as_str()));
                if open.fits(child, &given[child], event) && !grouped && !moved {
                    faults.push(format!(
                        "{} is refused {}, where {inside} of {} reserved seats are used by those they are for",
                        open.child_ids[child], open.event_ids[event as usize], contingent.seats
                    ));
                }
            }
        }
    }
    faults
}
