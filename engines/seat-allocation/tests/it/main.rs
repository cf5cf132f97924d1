//! Tests of the draw from outside, one module for each thing that must hold.

mod audit;
mod golden;
mod invented;
mod proof;
mod properties;
mod readers;
mod refusals;
mod stories;
