//! Independent answers to questions that the draw claims to solve exactly.

mod flow;

pub use flow::{most_children_served, most_children_served_from};
