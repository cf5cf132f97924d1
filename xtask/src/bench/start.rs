//! Scenario: the program starts and ends, beside a program that does nothing.

use std::process::Command;

use anyhow::Result;

use super::{
    Bench,
    child::run_silently,
    measure::{Series, in_turns, print_ratio},
};

/// `true` against `allmende --version`: what loading the program costs.
pub(super) fn run(bench: &Bench) -> Result<()> {
    println!("start of the program");
    let program = bench.place.program();
    let (nothing, version) = in_turns(
        bench.rounds,
        || run_silently(&mut Command::new("true")),
        || run_silently(Command::new(&program).arg("--version")),
    )?;
    print_ratio(&Series::new("true", nothing), &Series::new("allmende --version", version));
    Ok(())
}
