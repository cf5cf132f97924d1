//! Tests of the trials: generator, scorer, procedures, oracles, the draw beside them.

// Counts in tests are small; figures that are read back are compared as they were printed.
#![allow(clippy::cast_precision_loss, clippy::float_cmp, clippy::expect_used, clippy::panic)]

mod exact;
mod generator;
mod measures;
mod mixed;
mod oracles;
mod procedures;
mod scorer;
