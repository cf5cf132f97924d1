//! The draw.

mod hall;
mod protection;
mod rounds;

pub(crate) use crate::programme::NONE;
pub use rounds::{Knobs, run};
