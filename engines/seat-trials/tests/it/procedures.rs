//! The procedures to compare with, on instances small enough to do by hand.

use allmende_seat_trials::generate::{Settings, generate};
use allmende_seat_trials::instance::{Child, Event, Group, GroupKind, GroupMode, Instance, Wish};
use allmende_seat_trials::problem::Problem;
use allmende_seat_trials::procedures::{Stars, deferred_acceptance, lottery, serial_dictatorship, snake_draft};
use allmende_seat_trials::score::{Seats, figures, violations};

/// Children `a`, `b`, … with their wishes, each a text of event letters; events with day and seats.
fn programme(children: &[&str], events: &[(&str, u8, i64)], groups: &[(&str, &[usize])]) -> Problem {
    let name = |index: usize| char::from(b'a' + u8::try_from(index).expect("few")).to_string();
    let group_of = |child: usize, event: &str| {
        groups.iter().position(|(at, members)| *at == event && members.contains(&child)).map(|at| format!("g{at}"))
    };
    let instance = Instance {
        children: (0..children.len())
            .map(|index| Child { id: name(index), age: Some(9), ..Child::default() })
            .collect(),
        events: (events.iter())
            .map(|&(id, day, capacity)| {
                let session = (format!("2027-08-{day:02}T10:00"), format!("2027-08-{day:02}T12:00"));
                Event {
                    id: id.to_owned(),
                    dates: vec![session],
                    min_age: Some(6),
                    max_age: Some(16),
                    capacity,
                    ..Event::default()
                }
            })
            .collect(),
        wishes: (children.iter().enumerate())
            .flat_map(|(index, list)| {
                let of = move |(rank, event): (i64, char)| {
                    let event = event.to_string();
                    Wish { child: name(index), group: group_of(index, &event), event, priority: rank }
                };
                (1..).zip(list.chars()).map(of).collect::<Vec<_>>()
            })
            .collect(),
        groups: (groups.iter().enumerate())
            .map(|(at, (event, members))| Group {
                id: format!("g{at}"),
                kind: GroupKind::Friends,
                mode: GroupMode::default(),
                event: (*event).to_owned(),
                members: members.iter().map(|&member| name(member)).collect(),
            })
            .collect(),
        ..Instance::default()
    };
    Problem::new(&instance).expect("programme")
}

fn shown(problem: &Problem, given: &Seats) -> Vec<String> {
    let name = |event: &u32| problem.event_ids[*event as usize].as_str();
    let mut shown: Vec<String> = Vec::new();
    for events in given {
        let mut names: Vec<&str> = events.iter().map(name).collect();
        names.sort_unstable();
        shown.push(names.concat());
    }
    shown
}

/// `x`, `y`, `z` on three days with one seat each; all children want them in this order.
#[test]
fn the_first_dictator_takes_all_and_the_draft_shares() {
    let problem = programme(&["xyz", "xyz", "xyz"], &[("x", 1, 1), ("y", 2, 1), ("z", 3, 1)], &[]);
    assert_eq!(shown(&problem, &serial_dictatorship(&problem, &[1, 0, 2])), ["", "xyz", ""]);
    assert_eq!(shown(&problem, &snake_draft(&problem, &[1, 0, 2])), ["y", "x", "z"]);
}

/// Two children, four events: 0 takes `w`, 1 takes `x`; reversed, 1 takes `y`, 0 takes `z`.
#[test]
fn the_second_round_is_reversed() {
    let events = [("w", 1, 1), ("x", 2, 1), ("y", 3, 1), ("z", 4, 1)];
    let problem = programme(&["wxyz", "wxyz"], &events, &[]);
    assert_eq!(shown(&problem, &snake_draft(&problem, &[0, 1])), ["wz", "xy"]);
}

/// `x` and `y` are at the same time: whoever holds one cannot take the other.
#[test]
fn overlapping_seats_are_not_taken() {
    let problem = programme(&["xy", "yx"], &[("x", 1, 2), ("y", 1, 2)], &[]);
    for given in [
        serial_dictatorship(&problem, &[0, 1]),
        snake_draft(&problem, &[0, 1]),
        deferred_acceptance(&problem, &[0, 1], Stars::Alone),
    ] {
        assert_eq!(violations(&problem, &given), Vec::<String>::new());
        assert_eq!(given.iter().map(Vec::len).sum::<usize>(), 2);
    }
}

/// Child 0 wants `x` fourth and comes first; child 1 has a star for `x` and displaces it.
#[test]
fn a_star_displaces_an_earlier_child() {
    let events = [("x", 1, 1), ("p", 2, 0), ("q", 3, 0), ("r", 4, 0)];
    let problem = programme(&["pqrx", "x"], &events, &[]);
    assert_eq!(shown(&problem, &deferred_acceptance(&problem, &[0, 1], Stars::Alone)), ["", "x"]);
    // Among equals the one who came first stays.
    let problem = programme(&["x", "x"], &[("x", 1, 1)], &[]);
    assert_eq!(shown(&problem, &deferred_acceptance(&problem, &[1, 0], Stars::Alone)), ["", "x"]);
}

/// Children 1 and 2 are a group for `x` and displace child 0, who came first with the same star.
#[test]
fn a_group_displaces_a_single_child_only_when_groups_count() {
    let problem = programme(&["x", "x", "x"], &[("x", 1, 2)], &[("x", &[1, 2])]);
    assert_eq!(shown(&problem, &deferred_acceptance(&problem, &[0, 1, 2], Stars::WithGroups)), ["", "x", "x"]);
    assert_eq!(shown(&problem, &deferred_acceptance(&problem, &[0, 1, 2], Stars::Alone)), ["x", "x", ""]);
}

/// A child that loses a seat may take what that seat had blocked: 0 holds `x`, which blocks `y`; 1 displaces it.
#[test]
fn a_lost_seat_unblocks() {
    let events = [("p", 2, 0), ("q", 3, 0), ("r", 4, 0), ("x", 1, 1), ("y", 1, 1)];
    let problem = programme(&["pqrxy", "x"], &events, &[]);
    assert_eq!(shown(&problem, &deferred_acceptance(&problem, &[0, 1], Stars::Alone)), ["y", "x"]);
}

/// On invented programmes: admissible, nothing wasted, and the order of merit that the literature describes.
#[test]
fn drafts_serve_more_children_than_dictatorship() {
    for settings in [Settings::ordinary(1), Settings::tight(1)] {
        let problem = Problem::new(&generate(&settings)).expect("instance");
        let order = lottery(&problem, "1");
        let mut served = Vec::new();
        for given in [
            serial_dictatorship(&problem, &order),
            snake_draft(&problem, &order),
            deferred_acceptance(&problem, &order, Stars::WithGroups),
        ] {
            assert_eq!(violations(&problem, &given), Vec::<String>::new());
            let figures = figures(&problem, &given);
            assert_eq!(figures.wasted_pairs, 0);
            served.push(figures.child_share);
        }
        assert!(served[0] + 0.05 < served[1] && served[0] + 0.05 < served[2], "{served:?}");
    }
}

#[test]
fn lots_are_a_permutation_and_depend_on_the_seed() {
    let problem = programme(&["x"; 9], &[("x", 1, 1)], &[]);
    let mut order = lottery(&problem, "4");
    assert_ne!(order, lottery(&problem, "5"));
    order.sort_unstable();
    assert_eq!(order, (0..9).collect::<Vec<_>>());
}
