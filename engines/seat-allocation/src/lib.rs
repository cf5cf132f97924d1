//! A fair draw of seats that everyone can check.
//!
//! Children rank the events they would like to attend; there are more wishes than seats, events
//! overlap, siblings and friends want to go together, some events need a minimum number. This crate
//! gives out the seats by a published rule (`docs/draw-rule.md`), and proves that it did.
//!
//! ```
//! use allmende_seat_allocation::{Instance, Policy, Programme, Rules, Seed, allocate};
//!
//! let instance = Instance::from_json(br#"{
//!   "children": [{"id": "anna", "age": 9}, {"id": "ben", "age": 11}, {"id": "cem", "age": 10}],
//!   "events": [
//!     {"id": "kanu", "capacity": 2, "dates": [["2027-08-02T09:00", "2027-08-02T12:00"]]},
//!     {"id": "zirkus", "capacity": 2, "dates": [["2027-08-03T09:00", "2027-08-03T12:00"]]}
//!   ],
//!   "wishes": [
//!     {"child": "anna", "event": "kanu", "priority": 1, "group": "siblings"},
//!     {"child": "ben", "event": "kanu", "priority": 1, "group": "siblings"},
//!     {"child": "cem", "event": "kanu", "priority": 1},
//!     {"child": "cem", "event": "zirkus", "priority": 2}
//!   ],
//!   "groups": [
//!     {"id": "siblings", "kind": "siblings", "event": "kanu", "members": ["anna", "ben"], "mode": "all_or_nothing"}
//!   ]
//! }"#)?;
//! let programme = Programme::new(&instance)?;
//! let allocation = allocate(&programme, Rules::of(Policy::TogetherFirst), &Seed::preview("first look"));
//! let seats: Vec<_> = allocation.seats.iter().map(|seat| (seat.child.as_str(), seat.event.as_str())).collect();
//! assert_eq!(seats, [("anna", "kanu"), ("ben", "kanu"), ("cem", "zirkus")]);
//! println!("{}", allocation.refused[0].reason);
//! # Ok::<(), allmende_seat_allocation::Refusal>(())
//! ```
//!
//! # The way through
//!
//! 1. [`Instance::from_json`] reads, [`Programme::new`] checks and brings everything into an order
//!    that does not depend on ids or on the file. Refusals name entry and field.
//! 2. [`RunLog::preview`] shows what would happen, with a marked seed.
//! 3. After the close [`Commitment::new`] binds list, rules and the source of chance.
//! 4. When the outside value is there, [`RunLog::binding`] draws. The log takes one binding draw.
//! 5. The [`Protocol`] is published. [`verify`] computes it again; so can anybody who has read the rule.
//!
//! [`allocate`] is the bare draw, for trials and measurements.
//!
//! # What is exact
//!
//! *As many protected children as possible have a place*: matching between children and seats by
//! augmenting paths in the order of the lots (the sets that can be served form a transversal
//! matroid, so no child that can be protected is given up for a later one). *No wasted seat, no
//! improvable child*: the last step runs until nobody can move. Everything else (first wishes,
//! places in total, groups together) is a rule that people can follow and not an optimum;
//! [`Statistics::first_wish_bound`] and [`frontier`] show what is missing.
//!
//! # Cost
//!
//! Time grows with the number of wishes and runs; a draw of 50,000 children, 5,000 events and
//! 280,000 wishes takes a few seconds on one core and some 250 MB. There is no parallelism: the same list and seed give the
//! same bytes on any machine.

mod commitment;
mod draw;
mod instance;
mod list;
mod outcome;
mod problem;
mod programme;
mod protocol;
mod reading;
mod rules;
mod seed;
mod statistics;

pub use commitment::Commitment;
pub use draw::Reason;
pub use instance::{AgeBasis, Child, Event, Group, GroupKind, GroupMode, Instance, Reserved, Travel, Wish};
pub use outcome::{Allocation, Dissolved, GroupOutcome, Progress, Refused, Seat, Waiting, allocate, allocate_watched};
pub use problem::{Entry, Fault, Problem, Refusal};
pub use programme::{Fit, MOST_ENTRIES, MOST_RESERVED, Out, Programme};
pub use protocol::{Difference, PROTOCOL_FORMAT, Protocol, RunLog, verify};
pub use rules::{Minimum, Policy, RULE_VERSION, Rules};
pub use seed::Seed;
pub use statistics::{EventFigures, Figures, FrontierPoint, GroupFigures, MunicipalityFigures, Statistics, frontier};
