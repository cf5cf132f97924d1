//! The project's own tasks: `cargo xtask test` and `cargo xtask bench`.
//!
//! Everything that a change must pass is one command, so that a newcomer, a reviewer and the
//! build server run exactly the same thing. The map:
//!
//! - [`setup`] finds what the chosen steps need and installs it, or says how to;
//! - [`steps`] holds one module for each step of `cargo xtask test`;
//! - [`postgres`] is the throw-away PostgreSQL cluster of the tests;
//! - [`mod@bench`] measures the built program.

#![cfg_attr(test, allow(clippy::expect_used, clippy::unwrap_used))]

mod bench;
mod place;
mod postgres;
mod process;
mod setup;
mod steps;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Tasks of the Allmende workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing and run everything that a change must pass.
    Test(steps::Options),
    /// Measure the built program on this machine.
    Bench(bench::Options),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().task {
        Task::Test(options) => steps::run(&options),
        Task::Bench(options) => bench::run(&options),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
