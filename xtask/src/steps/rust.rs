//! The steps that are cargo's own: format, build, tests, documentation, lints.

use std::{env, process::Command};

use anyhow::Result;

use super::Tally;
use crate::{
    place::Place,
    postgres::{Cluster, VARIABLE},
    process::{answers, command, read_along, succeeds},
};

/// Cargo with a subcommand, as the one that runs this task.
pub(super) fn cargo(place: &Place, subcommand: &str) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = command(program, &place.root);
    command.arg(subcommand);
    command
}

/// The source is formatted.
pub(super) fn format(place: &Place) -> Result<Tally> {
    let passed = succeeds(cargo(place, "fmt").args(["--all", "--check"]))?;
    Ok(Tally::single(passed))
}

/// Everything compiles, and all later steps find it built.
pub(super) fn build(place: &Place) -> Result<Tally> {
    let mut build = cargo(place, "build");
    build.args(["--locked", "--workspace", "--all-targets", "--profile", &place.profile]);
    Ok(Tally::single(succeeds(&mut build)?))
}

/// All tests of the workspace, with a real PostgreSQL at hand.
///
/// The cluster is this task's own, unless the caller names another one in the variable.
pub(super) fn unit_tests(place: &Place) -> Result<Tally> {
    let cluster = match env::var_os(VARIABLE) {
        Some(_) => None,
        None => Some(Cluster::start(place)?),
    };
    let nextest = answers(cargo(place, "nextest").arg("--version"));
    let mut tests = if nextest {
        let mut tests = cargo(place, "nextest");
        tests.args(["run", "--cargo-profile", &place.profile, "--no-tests", "pass"]);
        tests
    } else {
        println!("cargo-nextest is not installed; cargo's own runner does the same, slower");
        let mut tests = cargo(place, "test");
        tests.args(["--profile", &place.profile, "--no-fail-fast"]);
        tests
    };
    tests.args(["--locked", "--workspace", "--lib", "--bins", "--tests", "--examples"]);
    if let Some(cluster) = &cluster {
        tests.env(VARIABLE, cluster.address());
    }
    count(&mut tests)
}

/// Examples in the documentation run, and the documentation has no warning.
pub(super) fn documentation(place: &Place) -> Result<Tally> {
    let mut examples = cargo(place, "test");
    examples.args(["--locked", "--workspace", "--doc", "--profile", &place.profile]);
    let examples = count(&mut examples)?;
    let mut pages = cargo(place, "doc");
    pages.args(["--locked", "--workspace", "--no-deps", "--document-private-items"]);
    pages.args(["--profile", &place.profile]).env("RUSTDOCFLAGS", "-D warnings");
    Ok(examples.and(Tally::single(succeeds(&mut pages)?)))
}

/// No lint complains.
pub(super) fn lints(place: &Place) -> Result<Tally> {
    let mut clippy = cargo(place, "clippy");
    clippy.args(["--locked", "--workspace", "--all-targets", "--profile", &place.profile]);
    clippy.args(["--", "-D", "warnings"]);
    Ok(Tally::single(succeeds(&mut clippy)?))
}

/// Runs tests and adds up what their runner reports.
fn count(tests: &mut Command) -> Result<Tally> {
    let mut tally = Tally::default();
    let success = read_along(tests, |line| {
        if let Some(counted) = reported(line) {
            tally = tally.and(counted);
        }
    })?;
    Ok(tally.confirmed_by(success))
}

/// The counts in a runner's summary line.
///
/// nextest writes one line, `Summary [ 1.2s] 9 tests run: 8 passed, 1 failed, 0 skipped`; cargo's
/// own runner writes `test result: ok. 3 passed; 0 failed; …` for each test program.
fn reported(line: &str) -> Option<Tally> {
    let line = line.trim_start();
    if !line.starts_with("Summary [") && !line.starts_with("test result: ") {
        return None;
    }
    let before = |word: &str| {
        line.split([':', ',', ';', '.'])
            .filter_map(|part| part.trim().split_once(' '))
            // nextest adds remarks in brackets: `8 passed (1 slow)`.
            .filter(|(_, rest)| rest.split(' ').next() == Some(word))
            .find_map(|(number, _)| number.parse::<u64>().ok())
            .unwrap_or(0)
    };
    Some(Tally { passed: before("passed"), failed: before("failed") + before("timed") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_summary_of_nextest() {
        let line = "     Summary [   1.250s] 11 tests run: 8 passed (1 slow), 2 failed, 1 timed out, 4 skipped";
        assert_eq!(reported(line), Some(Tally { passed: 8, failed: 3 }));
    }

    #[test]
    fn reads_the_summary_of_cargo_test() {
        let line = "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 2 filtered out; finished in 0.00s";
        assert_eq!(reported(line), Some(Tally { passed: 3, failed: 1 }));
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(reported("the minutes say: 8 passed, 1 failed"), None);
    }
}
