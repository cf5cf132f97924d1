//! The area `projects`.

pub mod model;
