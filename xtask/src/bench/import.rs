//! Scenario: an old report is read into a proposal.

use std::{fs, path::PathBuf};

use anyhow::Result;

use super::{Bench, child::run_silently, data::Data, measure::in_turns, table::Line};

/// Invented, of the shape and length of a small alliance's yearly report.
const INVENTED: &str = include_str!("old-report.txt");

/// The invented report or the given one, beside a start of the program that reads nothing.
pub(super) fn run(bench: &Bench, data: &Data) -> Result<Vec<Line>> {
    let (file, name): (PathBuf, String) = match &bench.old_report {
        Some(file) => (file.clone(), file.file_name().unwrap_or_default().to_string_lossy().into_owned()),
        None => {
            let file = data.file("old-report.txt");
            fs::write(&file, INVENTED)?;
            (file, format!("an invented report of {} lines", INVENTED.lines().count()))
        }
    };
    let (version, import) = in_turns(
        bench.few(),
        || run_silently(data.command(bench, "--version").env_remove("ALLMENDE_DATA")),
        || run_silently(data.command(bench, "import").arg("report").arg(&file).arg("--json")),
    )?;
    Ok(vec![
        Line::heading("import of an old report"),
        Line::time("allmende --version", &version, None),
        Line::time(&format!("allmende import report: {name}"), &import, None),
    ])
}
