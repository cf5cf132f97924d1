//! The area `network`.

pub mod model;
