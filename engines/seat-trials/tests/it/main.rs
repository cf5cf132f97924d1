//! Tests of the trials: generator, scorer, procedures, oracles, the draw beside them.

mod exact;
mod generator;
mod mixed;
mod oracles;
mod procedures;
mod scorer;
