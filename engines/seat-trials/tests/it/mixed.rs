//! The draw on programmes in which everything occurs, checked by an independent reading.

use allmende_seat_allocation::Programme;
use allmende_seat_trials::instance::{AgeBasis, GroupMode, Instance};
use allmende_seat_trials::measure::soundness;
use allmende_seat_trials::mixed::mixed;
use allmende_seat_trials::problem::Problem;

const SEEDS: u64 = 600;

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
    let rare: Vec<_> = counts.iter().filter(|(_, count)| **count < 3).collect();
    assert!(rare.is_empty(), "{rare:?} of {counts:?}");
}

/// Every promise of the rule, on every mixture; many more with `seat-trials measure soundness`.
#[test]
fn promises_are_kept() {
    let faults = soundness(0, 120).expect("sound programmes");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
}
