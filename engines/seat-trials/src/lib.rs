//! Trials of the draw: invented programmes, a ruler, procedures to compare with, independent oracles, measurements.
//!
//! The draw itself is the crate `allmende-seat-allocation`. This crate asks whether it keeps what it promises. It
//! therefore shares no code with it where the two must agree: the generator has its own random stream ([`random`]), the
//! scorer ([`score`]) and the oracles ([`oracle`]) read the plain JSON ([`instance`]) by themselves.
//!
//! The figures of `docs/draw-evaluation.md` are printed by `seat-trials measure`, the times by
//! `cargo bench -p allmende-seat-trials`.

pub mod compare;
pub mod generate;
pub mod instance;
pub mod measure;
pub mod method;
pub mod mixed;
pub mod oracle;
pub mod problem;
pub mod procedures;
pub mod protocols;
pub mod random;
pub mod score;
pub mod statistics;
