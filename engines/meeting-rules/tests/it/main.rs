//! Tests of the rules of meetings. Expected values were worked out by hand; the comments show how.
#![allow(clippy::unwrap_used, clippy::panic)]

mod calendar;
mod circular;
mod data;
mod election;
mod majority;
mod notice;
mod presets;
mod properties;
mod proposal;
mod quorum;
mod votes;
