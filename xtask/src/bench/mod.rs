//! `cargo xtask bench`: the built program measured on this machine.
//!
//! A figure means little without its neighbour, so a scenario compares things that ran in the same
//! run on the same machine, in turns where that is possible. At the end stands one table with the
//! medians, the goals and whether they are met. It is for reading: no test depends on a time.
//!
//! A scenario is a module with one function `run` that gives its lines of the table, and a line in
//! [`Scenario`]. The tools are in [`data`] (the example in a folder of its own), [`child`] (the program
//! as a process), [`http`] (requests over a kept connection), [`measure`] (series) and [`mod@table`].

mod bare;
mod child;
mod data;
mod http;
mod import;
mod loopback;
mod measure;
mod meetings;
mod memory;
mod pages;
mod report;
mod start;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::{
    place::Place,
    process::{command, must_succeed},
};

use data::Data;
use table::Line;

/// What a caller may choose.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Only these scenarios; all of them if none is named
    #[arg(value_enum)]
    scenarios: Vec<Scenario>,
    /// How often each thing is measured
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// How many different previews the memory is watched over
    #[arg(long, default_value_t = 400)]
    previews: u32,
    /// Another old report to read instead of the invented one
    #[arg(long, value_name = "FILE")]
    old_report: Option<PathBuf>,
    /// Measure what is built already
    #[arg(long)]
    no_build: bool,
    /// The cargo profile of the measured program
    #[arg(long, default_value = "release")]
    profile: String,
}

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Scenario {
    /// The program and the server start
    Start,
    /// The report, cold and after an edit
    Report,
    /// A list and a page, signed in, beside a bare handler
    Pages,
    /// A body with many meetings, and long minutes
    Meetings,
    /// An old report is read
    Import,
    /// Memory at rest and after work
    Memory,
    /// The measuring itself: requests to a bare server in this process
    Loopback,
}

/// What every scenario gets.
#[derive(Debug)]
struct Bench {
    place: Place,
    rounds: u32,
    previews: u32,
    old_report: Option<PathBuf>,
}

impl Bench {
    /// Rounds of what takes long: a process for each.
    fn few(&self) -> u32 {
        self.rounds.min(10)
    }
}

/// Builds the program, runs the scenarios and prints the table.
///
/// # Errors
/// The program does not compile, or a scenario could not be carried out.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let bench = Bench {
        place: Place::new(&options.profile),
        rounds: options.rounds,
        previews: options.previews,
        old_report: options.old_report.clone(),
    };
    let all = Scenario::value_variants();
    let scenarios = if options.scenarios.is_empty() { all } else { &options.scenarios };
    if !options.no_build {
        let mut build = command("cargo", &bench.place.root);
        build.args(["build", "--locked", "--package", "allmende", "--bin", "allmende", "--example", "bare_handler"]);
        must_succeed(build.args(["--profile", &options.profile]))?;
    }
    let data = Data::prepare(&bench)?;

    let mut lines: Vec<Line> = Vec::new();
    for scenario in scenarios {
        eprintln!(
            "measuring: {}",
            scenario.to_possible_value().map(|word| word.get_name().to_owned()).unwrap_or_default()
        );
        lines.extend(match scenario {
            Scenario::Start => start::run(&bench, &data)?,
            Scenario::Report => report::run(&bench, &data)?,
            Scenario::Pages => pages::run(&bench, &data)?,
            Scenario::Meetings => meetings::run(&bench, &data)?,
            Scenario::Import => import::run(&bench, &data)?,
            Scenario::Memory => memory::run(&bench, &data)?,
            Scenario::Loopback => loopback::run(&bench)?,
        });
    }
    println!();
    print!("{}", table::drawn(&lines));
    Ok(ExitCode::SUCCESS)
}
