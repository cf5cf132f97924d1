//! The area `report`.

pub mod model;
