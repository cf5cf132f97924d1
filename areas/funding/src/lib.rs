//! The area `funding`.

pub mod model;
