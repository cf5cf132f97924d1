//! The steps of `cargo xtask test`, their order and their summary.
//!
//! All steps build with one profile and for the whole workspace: cargo chooses the features of a
//! dependency by what is built together, so building a single package would compile much of the
//! tree a second time. Clippy and the documentation share their checked dependencies.

mod browser;
mod calendar;
mod documents;
mod licences;
mod rust;
mod spdx;
mod summary;

use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::{
    place::Place,
    setup::{self, Readiness},
};

/// What a caller may choose.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Only these steps, in the usual order; all of them if none is named
    #[arg(value_enum)]
    steps: Vec<Step>,
    /// The cargo profile of programs and tests
    #[arg(long, default_value = "dev")]
    profile: String,
}

/// A step, in the order in which the steps run: quick ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Step {
    /// The format of the source
    Fmt,
    /// Licences, sources and forbidden packages among the dependencies
    Licences,
    /// Programs, tests and examples compile
    Build,
    /// Unit, property and story tests on SQLite and PostgreSQL
    Unit,
    /// Examples in the documentation run, and its links lead somewhere
    Doc,
    /// Lints
    Clippy,
    /// Invitations and calendar feeds before independent readers
    Calendar,
    /// The built program in a real browser
    Browser,
    /// Documents before independent validators
    Documents,
}

impl Step {
    /// The name as typed on the command line.
    fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Licences => "licences",
            Self::Build => "build",
            Self::Unit => "unit",
            Self::Doc => "doc",
            Self::Clippy => "clippy",
            Self::Calendar => "calendar",
            Self::Browser => "browser",
            Self::Documents => "documents",
        }
    }

    /// What the step checks, for its heading.
    fn title(self) -> &'static str {
        match self {
            Self::Fmt => "format of the source",
            Self::Licences => "licences and sources of the dependencies",
            Self::Build => "programs, tests and examples compile",
            Self::Unit => "unit, property and story tests on SQLite and PostgreSQL",
            Self::Doc => "documentation and its examples",
            Self::Clippy => "lints",
            Self::Calendar => "invitations and calendar feeds before independent readers",
            Self::Browser => "the built program in a browser",
            Self::Documents => "documents before independent validators",
        }
    }

    /// Steps that use built programs; cargo builds them first if they are not fresh.
    fn needs_build(self) -> bool {
        matches!(self, Self::Unit | Self::Calendar | Self::Browser | Self::Documents)
    }

    fn run(self, place: &Place) -> Result<Tally> {
        match self {
            Self::Fmt => rust::format(place),
            Self::Licences => licences::check(place),
            Self::Build => rust::build(place),
            Self::Unit => rust::unit_tests(place),
            Self::Doc => rust::documentation(place),
            Self::Clippy => rust::lints(place),
            Self::Calendar => calendar::test(place),
            Self::Browser => browser::test(place),
            Self::Documents => documents::test(place),
        }
    }
}

/// How many checks passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Checks that hold.
    pub(crate) passed: u64,
    /// Checks that do not hold.
    pub(crate) failed: u64,
}

impl Tally {
    /// The tally of a step that is a single check.
    pub(crate) fn single(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed) }
    }

    /// The tally that a tool reported, with at least one failure if the tool says that it failed:
    /// it may have stopped before counting.
    pub(crate) fn confirmed_by(mut self, success: bool) -> Self {
        if !success && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    /// Both together.
    pub(crate) fn and(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// What became of a step.
#[derive(Debug)]
enum Outcome {
    /// It ran.
    Counted(Tally),
    /// It did not run because the build failed.
    Skipped,
}

/// A step that is over.
#[derive(Debug)]
struct Finished {
    step: Step,
    outcome: Outcome,
    time: Duration,
}

/// Runs the chosen steps and prints the summary.
///
/// # Errors
/// What the steps need could not be installed. A step that fails is no error here: the others
/// still run, and the exit code is 1.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let place = Place::new(&options.profile);
    let steps = chosen(&options.steps);
    if setup::prepare(&place, &steps)? == Readiness::NeedsRoot {
        return Ok(ExitCode::from(2));
    }
    let start = Instant::now();
    let mut finished: Vec<Finished> = Vec::new();
    for (number, &step) in steps.iter().enumerate() {
        let build_failed = finished.iter().any(|done| {
            done.step == Step::Build && matches!(done.outcome, Outcome::Counted(Tally { failed: 1.., .. }))
        });
        let (outcome, time) = if build_failed && step.needs_build() {
            (Outcome::Skipped, Duration::ZERO)
        } else {
            summary::heading(number + 1, steps.len(), step);
            let start = Instant::now();
            let tally = step.run(&place).unwrap_or_else(|error| {
                println!("error: {error:#}");
                Tally::single(false)
            });
            (Outcome::Counted(tally), start.elapsed())
        };
        finished.push(Finished { step, outcome, time });
        if let Some(done) = finished.last() {
            summary::step_end(done);
        }
    }
    Ok(summary::print(&finished, start.elapsed()))
}

/// The steps to run: those named, in their own order, with the build where one of them needs it.
fn chosen(named: &[Step]) -> Vec<Step> {
    let all = Step::value_variants();
    if named.is_empty() {
        return all.to_vec();
    }
    let build = named.iter().any(|step| step.needs_build());
    all.iter().copied().filter(|step| named.contains(step) || (build && *step == Step::Build)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_names_every_step_runs() {
        assert_eq!(chosen(&[]).len(), Step::value_variants().len());
    }

    #[test]
    fn named_steps_keep_their_order_and_bring_the_build() {
        assert_eq!(chosen(&[Step::Browser, Step::Fmt]), [Step::Fmt, Step::Build, Step::Browser]);
        assert_eq!(chosen(&[Step::Clippy]), [Step::Clippy]);
    }

    #[test]
    fn names_are_those_of_the_command_line() {
        for step in Step::value_variants() {
            let value = step.to_possible_value().expect("no step is hidden");
            assert_eq!(value.get_name(), step.name());
        }
    }

    #[test]
    fn a_failed_tool_never_counts_as_passed() {
        let silent = Tally { passed: 3, failed: 0 }.confirmed_by(false);
        assert_eq!(silent, Tally { passed: 3, failed: 1 });
        let counted = Tally { passed: 3, failed: 2 }.confirmed_by(false);
        assert_eq!(counted.failed, 2);
    }
}
