//! The area `meetings`.

pub mod model;
