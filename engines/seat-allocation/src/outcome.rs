//! What a draw gives.

use serde::{Deserialize, Serialize};

use crate::draw::{self, Knobs};
use crate::programme::Programme;
use crate::rules::Rules;
use crate::seed::Seed;

/// A seat of a child.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Seat {
    /// Id of the child.
    pub child: String,
    /// Id of the event.
    pub event: String,
}

/// The result of a draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// All seats, by child and event.
    pub seats: Vec<Seat>,
    /// Ids of the events that are not held because their minimum number was not reached.
    pub not_held: Vec<String>,
}

/// Draws.
///
/// ```
/// use allmende_seat_allocation::{Instance, Programme, Rules, Seed, allocate};
///
/// let instance = Instance::from_json(br#"{
///   "children": [{"id": "anna", "age": 9}],
///   "events": [{"id": "kanu", "capacity": 8, "dates": [["2027-08-02T09:00", "2027-08-02T12:00"]]}],
///   "wishes": [{"child": "anna", "event": "kanu", "priority": 1}]
/// }"#)?;
/// let programme = Programme::new(&instance)?;
/// let allocation = allocate(&programme, Rules::default(), &Seed::preview("a first look"));
/// assert_eq!(allocation.seats[0].event, "kanu");
/// # Ok::<(), allmende_seat_allocation::Refusal>(())
/// ```
pub fn allocate(programme: &Programme, rules: Rules, seed: &Seed) -> Allocation {
    let knobs = Knobs { first: 1 };
    let (seat, dissolved, _) = draw::run(programme, rules, &seed.bytes, knobs);
    let mut seats = Vec::new();
    for (child, row) in (0..).zip(&programme.children) {
        for wish in programme.wishes_of(child) {
            if seat[wish] != u8::MAX {
                let event = &programme.events[programme.wishes[wish].event as usize];
                seats.push(Seat { child: row.id.clone(), event: event.id.clone() });
            }
        }
    }
    seats.sort();
    let not_held =
        programme.events.iter().zip(&dissolved).filter(|(_, gone)| **gone).map(|(event, _)| event.id.clone()).collect();
    Allocation { seats, not_held }
}
