//! `cargo xtask bench`: the built program measured on this machine.
//!
//! A figure means little without its neighbour, so every scenario compares two things that ran in
//! the same run on the same machine, in turns, and prints both medians and their ratio.
//!
//! A scenario is a module with one function `run(&Bench) -> Result<()>` and a line in
//! [`Scenario`]. The tools are in [`measure`] (series and ratios), [`child`] (programs) and
//! [`http`] (requests over a kept connection).

mod bare;
mod child;
mod http;
mod loopback;
mod measure;
mod start;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::{
    place::Place,
    process::{command, must_succeed},
};

/// What a caller may choose.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Only these scenarios; all of them if none is named
    #[arg(value_enum)]
    scenarios: Vec<Scenario>,
    /// How often each thing is measured
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// The cargo profile of the measured program
    #[arg(long, default_value = "release")]
    profile: String,
}

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Scenario {
    /// The program starts, prints its version and ends
    Start,
    /// The measuring itself: requests to a bare server in this process
    Loopback,
}

/// What every scenario gets.
#[derive(Debug)]
struct Bench {
    place: Place,
    rounds: u32,
}

/// Builds the program and runs the scenarios.
///
/// # Errors
/// The program does not compile, or a scenario could not be carried out.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let bench = Bench { place: Place::new(&options.profile), rounds: options.rounds };
    let all = Scenario::value_variants();
    let scenarios = if options.scenarios.is_empty() { all } else { &options.scenarios };
    if scenarios.contains(&Scenario::Start) {
        let mut build = command("cargo", &bench.place.root);
        build.args(["build", "--locked", "--package", "allmende", "--profile", &options.profile]);
        must_succeed(&mut build)?;
    }
    for scenario in scenarios {
        match scenario {
            Scenario::Start => start::run(&bench)?,
            Scenario::Loopback => loopback::run(&bench)?,
        }
    }
    Ok(ExitCode::SUCCESS)
}
