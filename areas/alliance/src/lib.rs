//! The area `alliance`.

pub mod model;
