//! A fair and verifiable draw of seats.

mod draw;
mod instance;
mod outcome;
mod problem;
mod programme;
mod rules;
mod seed;

pub use draw::{Knobs, run};
pub use instance::{AgeBasis, Child, Event, Group, GroupKind, GroupMode, Instance, Reserved, Travel, Wish};
pub use outcome::{Allocation, Seat, allocate};
pub use problem::{Entry, Fault, Problem, Refusal};
pub use programme::{Fit, MOST_ENTRIES, MOST_RESERVED, Out, Programme};
pub use rules::{Policy, Rules};
pub use seed::Seed;
