//! Documents before independent validators.
//!
//! The samples of the typesetting engine show every layout in every format. They are written
//! twice, because the same data must give the same bytes. Beside them stand the documents that the
//! program makes of its own data: every template, for the example alliance, for an invented one of
//! another shape, and for one that typed the worst into every field.
//!
//! `e2e/documents/validate.py` checks all of them in one process, with one start of LibreOffice;
//! `e2e/documents/mutants.py` proves that it reports documents with known faults. HTML goes through
//! the browser.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::{Tally, browser};
use crate::{
    place::Place,
    process::{command, must_succeed, read_along},
};

/// Writes the documents and has them checked.
pub(super) fn test(place: &Place) -> Result<Tally> {
    let samples = place.target.join("samples");
    let again = place.target.join("samples-again");
    write(place, "samples", &samples)?;
    write(place, "samples", &again)?;
    let mut tally = compare(&samples, &again)?;
    // The samples of the engine offer the place for every fault.
    tally = tally.and(run_script(place, "mutants.py", &samples)?);
    write(place, "documents", &samples.join("program"))?;
    write_demonstration(place, &samples.join("demonstration"))?;
    tally = tally.and(run_script(place, "validate.py", &samples)?);
    Ok(tally.and(browser::run(place, &place.e2e().join("documents"), "documents")?))
}

/// Documents by one of the examples that the build step has made.
pub(super) fn write(place: &Place, example: &str, folder: &Path) -> Result<()> {
    empty(folder)?;
    must_succeed(command(place.example(example), &place.root).arg(folder))
}

/// What the demonstration writes beside its data.
fn write_demonstration(place: &Place, folder: &Path) -> Result<()> {
    empty(folder)?;
    let mut demo = command(place.program(), &place.root);
    must_succeed(demo.args(["demo", "--no-serve", "--port", "0", "--data"]).arg(folder))
}

/// One of the Python scripts over a folder.
fn run_script(place: &Place, script: &str, folder: &Path) -> Result<Tally> {
    let mut python = command(place.python(), &place.root);
    python.arg("-B").arg(place.e2e().join("documents").join(script)).arg(folder);
    count(&mut python)
}

/// Runs a script whose last line is `N passed, N failed`.
pub(super) fn count(script: &mut Command) -> Result<Tally> {
    let mut tally = Tally::default();
    let success = read_along(script, |line| tally = last_line(line).unwrap_or(tally))?;
    Ok(tally.confirmed_by(success))
}

fn last_line(line: &str) -> Option<Tally> {
    let (passed, failed) = line.strip_suffix(" failed")?.split_once(" passed, ")?;
    Some(Tally { passed: passed.parse().ok()?, failed: failed.parse().ok()? })
}

/// Both folders hold the same files with the same bytes; each file is one check.
fn compare(first: &Path, second: &Path) -> Result<Tally> {
    let names = files(first)?;
    if names.is_empty() {
        bail!("the example wrote no document into {}", first.display());
    }
    let mut tally = Tally::default();
    for name in names.union(&files(second)?) {
        let same = match (fs::read(first.join(name)), fs::read(second.join(name))) {
            (Ok(one), Ok(other)) => one == other,
            _ => false,
        };
        if !same {
            println!("{}: the same data gave other bytes the second time", name.display());
        }
        tally = tally.and(Tally::single(same));
    }
    Ok(tally)
}

/// The names of all files below a folder.
fn files(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut names = BTreeSet::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        let path = folder.join(&below);
        let entries = fs::read_dir(&path).with_context(|| format!("cannot read {}", path.display()))?;
        for entry in entries {
            let entry = entry?;
            let name = below.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                folders.push(name);
            } else {
                names.insert(name);
            }
        }
    }
    Ok(names)
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_last_line_of_a_script() {
        assert_eq!(last_line("12 passed, 1 failed"), Some(Tally { passed: 12, failed: 1 }));
        assert_eq!(last_line("report.pdf: failed"), None);
    }
}
