//! The draw on programmes in which everything occurs, checked by an independent reading.

use std::collections::BTreeSet;

use allmende_seat_allocation::{Policy, Programme, Rules};
use allmende_seat_trials::instance::{AgeBasis, GroupMode, Instance};
use allmende_seat_trials::measure::explain;
use allmende_seat_trials::method::Method;
use allmende_seat_trials::mixed::mixed;
use allmende_seat_trials::oracle::{most_children_served, most_children_served_from};
use allmende_seat_trials::problem::Problem;
use allmende_seat_trials::score::{Seats, violations};

const SEEDS: u64 = 1500;

/// Every feature occurs often enough to be tested, and every programme is sound.
#[test]
fn everything_occurs() {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for seed in 0..SEEDS {
        let instance = mixed(seed);
        if let Err(refusal) = Programme::new(&instance) {
            panic!("seed {seed}: {refusal}");
        }
        let Instance { children, events, wishes, groups, travel, .. } = &instance;
        let problem = Problem::new(&instance).expect("readable");
        for (name, present) in [
            ("limits a day", children.iter().any(|child| child.max_per_day.is_some())),
            ("age by day", events.iter().any(|event| event.age_basis == AgeBasis::OnEventDay)),
            ("age by year", events.iter().any(|event| event.age_basis == AgeBasis::YearOfBirth)),
            ("wrong age", problem.fitting.iter().flatten().any(|fits| !fits)),
            ("reserved for residents", events.iter().any(|e| e.reserved.iter().any(|r| r.municipality.is_some()))),
            ("reserved for a claim", events.iter().any(|e| e.reserved.iter().any(|r| r.entitlement.is_some()))),
            ("two kinds of reserved seats", events.iter().any(|event| event.reserved.len() > 1)),
            ("ways", !travel.is_empty()),
            ("activities", events.iter().any(|event| event.activity.is_some())),
            ("all or nothing", groups.iter().any(|group| group.mode == GroupMode::AllOrNothing)),
            ("if possible", groups.iter().any(|group| group.mode == GroupMode::IfPossible)),
            ("minimums", events.iter().any(|event| event.min > 1)),
            ("minimum above the seats", events.iter().any(|event| event.min > event.capacity)),
            ("no seats", events.iter().any(|event| event.capacity == 0)),
            ("withdrawn", children.iter().any(|child| child.withdrawn)),
            ("second accounts", children.iter().any(|child| child.duplicate_of.is_some())),
            ("tokens", children.iter().any(|child| child.token.is_some())),
            ("no tokens", children.iter().any(|child| child.token.is_none())),
            ("several sessions", events.iter().any(|event| event.dates.len() > 1)),
            ("one session without a list", events.iter().any(|event| event.dates.is_empty())),
            ("offsets", events.iter().any(|e| e.dates.iter().any(|d| d.0.contains('Z') || d.1.contains('+')))),
            ("nights", problem.days.iter().zip(events).any(|(days, event)| days.len() > event.dates.len().max(1))),
            ("autumn", events.iter().any(|e| e.dates.iter().any(|d| d.0.starts_with("2027-10-3")))),
            ("no children", children.is_empty()),
            ("no events", events.is_empty()),
            ("no wishes", wishes.is_empty()),
            ("many", children.len() > 60),
        ] {
            *counts.entry(name).or_default() += usize::from(present);
        }
    }
    let rare: Vec<_> = counts.iter().filter(|(_, count)| **count < 5).collect();
    assert!(rare.is_empty(), "{rare:?} of {counts:?}");
}

fn both(check: impl Fn(u64, Policy, &Instance, &Problem, &Seats)) {
    for seed in 0..SEEDS {
        let instance = mixed(seed);
        let problem = Problem::new(&instance).expect("readable");
        for policy in [Policy::Neutral, Policy::TogetherFirst] {
            let draw = Method::draw(policy).prepare(&instance, &problem).expect("sound");
            check(seed, policy, &instance, &problem, &draw(&format!("mixed {seed}")));
        }
    }
}

/// Seats, limits, overlaps, ways, activities, ages: nothing is broken. No event is held below its minimum. No group
/// that goes all or not at all is split.
#[test]
fn seats_are_admissible() {
    both(|seed, policy, _, problem, given| {
        let faults = violations(problem, given);
        assert!(faults.is_empty(), "seed {seed}, {policy:?}: {faults:#?}");
        for (event, held) in problem.held(given).into_iter().enumerate() {
            let id = &problem.event_ids[event];
            assert!(held == 0 || held >= problem.minimum[event], "seed {seed}, {policy:?}: {id} is held with {held}");
        }
        for group in problem.groups.iter().filter(|group| group.all_or_nothing) {
            let seated = group.members.iter().filter(|&&member| given[member as usize].contains(&group.event)).count();
            assert!(
                seated == 0 || seated == group.members.len(),
                "seed {seed}, {policy:?}: a group of {} has {seated} seats of {}",
                group.members.len(),
                problem.event_ids[group.event as usize]
            );
        }
    });
}

/// No free seat that a child would rather have, unless a rule explains it.
#[test]
fn free_seats_are_explained() {
    both(|seed, policy, _, problem, given| {
        let pairs = explain(problem, given);
        assert_eq!(pairs.unexplained, 0, "seed {seed}, {policy:?}: {pairs:?}");
    });
}

/// Wishes that a child can take alone, and those among them that are held.
fn alone(problem: &Problem, child: usize) -> BTreeSet<u32> {
    let bound = |event: u32| {
        problem.groups.iter().any(|group| {
            group.all_or_nothing && group.event == event && group.members.iter().any(|&member| member as usize == child)
        })
    };
    problem.wishes[child].iter().copied().filter(|&event| problem.suits(child, event) && !bound(event)).collect()
}

/// Among the children whom the rule covers, as many have a seat as the maximum flow over the seats of the events that
/// are held, reserved seats only for those who may claim them.
#[test]
fn as_many_are_served_as_can_be() {
    let covered_from = Rules::default().protected_from as usize;
    both(|seed, policy, _, problem, given| {
        let mut open = problem.clone();
        for (event, held) in problem.held(given).into_iter().enumerate() {
            if held == 0 && problem.minimum[event] > 1 {
                open.capacity[event] = 0;
                open.reserved[event].clear();
            }
        }
        for child in 0..open.wishes.len() {
            let free = alone(problem, child);
            for (wish, fits) in open.wishes[child].iter().zip(&mut open.fitting[child]) {
                *fits = *fits && free.contains(wish);
            }
        }
        let covered = |child: usize| alone(problem, child).len() >= covered_from;
        let served = (0..given.len()).filter(|&child| covered(child) && !given[child].is_empty()).count();
        let least = most_children_served_from(&open, covered);
        let most = most_children_served(problem, covered);
        assert!(served >= least && served <= most, "seed {seed}, {policy:?}: {served} served, flow {least} to {most}");
    });
}

/// A child that may claim reserved seats is not refused while others sit on them.
#[test]
fn reserved_seats_go_to_those_they_are_for() {
    let mut claimed = 0;
    let count = std::cell::RefCell::new(&mut claimed);
    both(|seed, policy, _, problem, given| {
        for (event, contingents) in (0_u32..).zip(&problem.reserved) {
            let seated: Vec<u32> =
                (0..).zip(given).filter(|(_, seats)| seats.contains(&event)).map(|(child, _)| child).collect();
            for contingent in contingents {
                let inside = seated.iter().filter(|child| contingent.claimants.contains(child)).count();
                **count.borrow_mut() += inside;
                if seated.is_empty() || inside >= contingent.seats as usize {
                    continue;
                }
                for &child in &contingent.claimants {
                    let child = child as usize;
                    let takes = problem.fits(child, &given[child], event) && alone(problem, child).contains(&event);
                    assert!(
                        !takes,
                        "seed {seed}, {policy:?}: {} is refused {}, where {inside} of {} reserved seats are used so",
                        problem.child_ids[child], problem.event_ids[event as usize], contingent.seats
                    );
                }
            }
        }
    });
    assert!(claimed > 500, "only {claimed} reserved seats were claimed");
}
