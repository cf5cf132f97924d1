//! Measurements of the draw. Each prints a table in Markdown; together they are the source of
//! `docs/draw-evaluation.md`.

// Counts of draws and children are far below 2⁵³.
#![allow(clippy::cast_precision_loss)]

mod chance;
mod frontier;
mod gain;
mod hindsight;
mod quality;
mod report;
mod slopes;
mod soundness;

pub use chance::chance;
pub use frontier::frontier;
pub use gain::{Effort, Kind, gain};
pub use hindsight::hindsight;
pub use quality::{Pairs, explain, quality};
pub use slopes::slopes;
pub use soundness::soundness;

use allmende_seat_allocation::{Policy, Rules};

use crate::generate::Settings;
use crate::method::Method;

/// The two programmes that everything is measured on: a name and how to make one from a seed.
pub const PROGRAMMES: [(&str, fn(u64) -> Settings); 2] =
    [("ordinary (load 1.8, peak 5)", Settings::ordinary), ("tight (load 3.0, peak 8)", Settings::tight)];

/// The draw under its policies.
pub fn policies() -> [Method; 3] {
    [Policy::Neutral, Policy::SiblingsFirst, Policy::TogetherFirst].map(Method::draw)
}

/// The neutral draw in which shared wishes of rank 1 to R count as early.
fn neutral_up_to(shared_up_to: u32) -> Method {
    Method::Draw(Rules { shared_up_to, ..Rules::default() })
}

/// The label of the lots with this number.
fn lots(number: u64) -> String {
    format!("trial {number}")
}
