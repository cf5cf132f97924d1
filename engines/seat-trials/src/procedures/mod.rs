//! Procedures to compare with: ways of giving seats that are in use or in the literature, in our own writing.
//!
//! None of them is meant for use. Each takes its lottery order as an argument, so that several procedures can be
//! compared on the same lots.

mod deferred_acceptance;
mod serial_dictatorship;
mod snake_draft;

pub use deferred_acceptance::{Stars, deferred_acceptance};
pub use serial_dictatorship::serial_dictatorship;
pub use snake_draft::snake_draft;

use crate::problem::Problem;
use crate::random::Stream;

/// A lottery order: the children in the order in which they are called.
///
/// Only for the procedures of this crate. The order of a real draw is specified by its published rule.
pub fn lottery(problem: &Problem, label: &str) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(problem.child_ids.len()).collect();
    Stream::new(&format!("seat-trials/lottery/{label}")).shuffle(&mut order);
    order
}
