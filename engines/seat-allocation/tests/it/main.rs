//! Tests of the draw from outside, one module for each thing that must hold.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod audit;
mod golden;
mod invented;
mod proof;
mod properties;
mod readers;
mod refusals;
mod stories;
