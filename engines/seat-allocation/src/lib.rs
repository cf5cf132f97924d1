//! A fair and verifiable draw of seats.

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

pub use commitment::Commitment;
pub use draw::Reason;
pub use instance::{AgeBasis, Child, Event, Group, GroupKind, GroupMode, Instance, Reserved, Travel, Wish};
pub use outcome::{Allocation, Dissolved, Progress, Refused, Seat, Waiting, allocate, allocate_watched};
pub use problem::{Entry, Fault, Problem, Refusal};
pub use programme::{Fit, MOST_ENTRIES, MOST_RESERVED, Out, Programme};
pub use protocol::{Difference, PROTOCOL_FORMAT, Protocol, RunLog, verify};
pub use rules::{Minimum, Policy, RULE_VERSION, Rules};
pub use seed::Seed;
