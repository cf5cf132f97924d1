//! The area `press`.

pub mod model;
