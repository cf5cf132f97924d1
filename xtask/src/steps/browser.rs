//! Browser tests: `node --test` over `e2e/*.test.mjs` against the built program.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::Tally;
use crate::{
    place::Place,
    process::{command, succeeds},
};

/// Every page of every role, keyboard, without script.
pub(super) fn test(place: &Place) -> Result<Tally> {
    run(place, &place.e2e(), "browser")
}

/// Runs the test files of a folder. The terminal gets the readable report; the counts come from a
/// second report in TAP, a format that does not change with the version of Node.js.
pub(super) fn run(place: &Place, folder: &Path, name: &str) -> Result<Tally> {
    let report = place.target.join(format!("{name}-tests.tap"));
    let mut node = command("node", &place.e2e());
    node.env("ALLMENDE_PROGRAM", place.program()).env("ALLMENDE_TARGET", &place.target);
    node.args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"]);
    node.arg("--test-reporter=tap");
    node.arg(format!("--test-reporter-destination={}", report.display()));
    node.args(test_files(folder)?);
    let success = succeeds(&mut node)?;
    let report = fs::read_to_string(&report).unwrap_or_default();
    Ok(counts(&report).confirmed_by(success))
}

/// The files `*.test.mjs` directly in a folder, in the order of their names.
fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|file| file.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    Ok(files)
}

/// The counts in the last lines of a TAP report: `# pass 12`, `# fail 1`, `# cancelled 0`.
fn counts(report: &str) -> Tally {
    let number = |word: &str| {
        report
            .lines()
            .rev()
            .find_map(|line| line.strip_prefix("# ")?.strip_prefix(word)?.trim().parse::<u64>().ok())
            .unwrap_or(0)
    };
    Tally { passed: number("pass "), failed: number("fail ") + number("cancelled ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_end_of_a_tap_report() {
        let report = "TAP version 13\n# fail 9 in a message\nok 1 - a\n# tests 5\n# pass 3\n# fail 1\n# cancelled 1\n";
        assert_eq!(counts(report), Tally { passed: 3, failed: 2 });
        assert_eq!(counts(""), Tally::default());
    }
}
