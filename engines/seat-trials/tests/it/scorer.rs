//! The scorer against figures that an independent program computed for the same allocations.

use allmende_seat_trials::instance::{Instance, Seat};
use allmende_seat_trials::problem::{Fault, Problem};
use allmende_seat_trials::score::{Figures, admit, figures, seat_list};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    instance: Instance,
    allocations: Vec<Scored>,
}

#[derive(Deserialize)]
struct Scored {
    seats: Vec<(String, String)>,
    figures: Option<Figures>,
    violations: usize,
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("../golden/scores.json")).expect("golden file")
}

#[test]
fn figures_agree_with_the_independent_scorer() {
    let (mut admissible, mut refused) = (0, 0);
    for case in cases() {
        let problem = Problem::new(&case.instance).expect("instance");
        for (number, scored) in case.allocations.into_iter().enumerate() {
            let seats: Vec<Seat> = scored.seats.into_iter().map(|(child, event)| Seat { child, event }).collect();
            match (admit(&problem, &seats), scored.figures) {
                (Ok(given), Some(expected)) => {
                    assert_eq!(figures(&problem, &given), expected, "allocation {number}");
                    admissible += 1;
                }
                (Err(faults), None) => {
                    assert_eq!(faults.len(), scored.violations, "allocation {number}: {faults:#?}");
                    refused += 1;
                }
                (found, expected) => panic!("allocation {number}: {found:?} instead of {expected:?}"),
            }
        }
    }
    assert_eq!((admissible, refused), (21, 6));
}

#[test]
fn seats_survive_the_way_to_a_list_and_back() {
    let case = cases().swap_remove(0);
    let problem = Problem::new(&case.instance).expect("instance");
    let mut seats: Vec<Seat> =
        (case.allocations[0].seats.iter().cloned()).map(|(child, event)| Seat { child, event }).collect();
    seats.sort();
    assert_eq!(seat_list(&problem, &admit(&problem, &seats).expect("admissible")), seats);
}

#[test]
fn unknown_names_are_named() {
    let mut instance = cases().swap_remove(0).instance;
    let problem = Problem::new(&instance).expect("instance");
    let stranger = Seat { child: "C999999".to_owned(), event: instance.events[0].id.clone() };
    let faults = admit(&problem, &[stranger]).expect_err("a stranger");
    assert!(faults[0].contains("C999999"), "{faults:?}");

    instance.wishes[3].event = "E99999".to_owned();
    assert_eq!(Problem::new(&instance), Err(Fault::Event { place: "wish 4".to_owned(), id: "E99999".to_owned() }));
    instance.wishes.clear();
    instance.groups[0].members[0] = "C999999".to_owned();
    let fault = Problem::new(&instance).expect_err("a stranger");
    assert!(matches!(&fault, Fault::Child { id, .. } if id == "C999999"), "{fault}");
}

/// No wish, no event, no child: shares of nothing are zero and not a number that does not exist.
#[test]
fn an_empty_instance_has_figures() {
    let empty = Instance {
        meta: None,
        children: Vec::new(),
        events: Vec::new(),
        wishes: Vec::new(),
        groups: Vec::new(),
        travel: Vec::new(),
    };
    let problem = Problem::new(&empty).expect("empty");
    let figures = figures(&problem, &admit(&problem, &[]).expect("nothing given"));
    assert_eq!((figures.children, figures.places, figures.empty_handed), (0, 0, 0));
    assert!(figures.wish_share == 0.0 && figures.satisfaction == 0.0 && figures.gini == 0.0);
}
