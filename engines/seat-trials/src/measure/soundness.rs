//! Whether the draw keeps its promises on programmes in which everything occurs, by an independent reading.

use std::collections::BTreeSet;

use allmende_seat_allocation::{Minimum, Policy, Rules};

use super::explain;
use crate::method::{Method, Trouble};
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
        for policy in [Policy::Neutral, Policy::TogetherFirst, Policy::SiblingsFirst] {
            for minimum in [Minimum::Dissolve, Minimum::Report] {
                let rules = Rules { minimum, ..Rules::of(policy) };
                let given = Method::Draw(rules).prepare(&instance, &problem)?(&format!("mixed {seed}"));
                let note = |fault: String| format!("programme {seed}, {}, {minimum:?}: {fault}", policy.word());
                faults.extend(check(&problem, &given, rules).into_iter().map(note));
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

fn check(problem: &Problem, given: &Seats, rules: Rules) -> Vec<String> {
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
    faults.extend(claims(&open, given));
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

/// Children who are refused a seat that is reserved for them. Wishes of groups are left out: the rule opens reserved
/// seats before a child of an if-possible group may go alone.
fn claims(open: &Problem, given: &Seats) -> Vec<String> {
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
                let grouped = open
                    .groups
                    .iter()
                    .any(|group| group.event == event && group.members.iter().any(|&member| member as usize == child));
                if open.fits(child, &given[child], event) && !grouped {
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
