//! The table that a run prints: what was measured, the figure, the goal beside it, met or not.

use std::time::Duration;

use super::measure::{Series, milliseconds};

/// One line of the table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    what: String,
    figure: String,
    spread: String,
    goal: String,
    verdict: &'static str,
}

fn verdict(met: Option<bool>) -> &'static str {
    match met {
        None => "",
        Some(true) => "met",
        Some(false) => "NOT MET",
    }
}

impl Line {
    /// The heading of a scenario.
    pub(super) fn heading(what: &str) -> Self {
        Self { what: what.to_owned(), figure: String::new(), spread: String::new(), goal: String::new(), verdict: "" }
    }

    /// The median of a series, with the longest that it should be.
    pub(super) fn time(what: &str, series: &Series, goal: Option<Duration>) -> Self {
        Self {
            what: format!("  {what}"),
            figure: milliseconds(series.median()),
            spread: format!("95 % below {}, n = {}", milliseconds(series.slow()), series.count()),
            goal: goal.map(|goal| format!("≤ {}", milliseconds(goal))).unwrap_or_default(),
            verdict: verdict(goal.map(|goal| series.median() <= goal)),
        }
    }

    /// How fast the second is in relation to the first, with the least that it should be.
    pub(super) fn ratio(what: &str, reference: &Series, measured: &Series, goal: Option<f64>) -> Self {
        let divisor = measured.median().as_secs_f64();
        let ratio = if divisor > 0.0 { reference.median().as_secs_f64() / divisor } else { 0.0 };
        Self {
            what: format!("  {what}"),
            figure: format!("{ratio:.2}"),
            spread: "ratio of medians".to_owned(),
            goal: goal.map(|goal| format!("≥ {goal:.2}")).unwrap_or_default(),
            verdict: verdict(goal.map(|goal| ratio >= goal)),
        }
    }

    /// Resident memory in kibibytes, with what it should stay below.
    pub(super) fn memory(what: &str, kibibytes: u64, goal: Option<u64>) -> Self {
        Self {
            what: format!("  {what}"),
            figure: mebibytes(kibibytes),
            spread: "resident".to_owned(),
            goal: goal.map(|goal| format!("< {}", mebibytes(goal))).unwrap_or_default(),
            verdict: verdict(goal.map(|goal| kibibytes < goal)),
        }
    }
}

fn mebibytes(kibibytes: u64) -> String {
    format!("{}.{} MiB", kibibytes / 1024, kibibytes % 1024 * 10 / 1024)
}

/// All lines under one head, columns aligned.
pub(super) fn drawn(lines: &[Line]) -> String {
    let rows: Vec<[&str; 5]> = [["measured", "median", "spread", "goal", ""]]
        .into_iter()
        .chain(lines.iter().map(|line| [&line.what, &line.figure, &line.spread, &line.goal, line.verdict]))
        .collect();
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|text| text.chars().count()).max().unwrap_or_default()
    };
    let widths = [width(0), width(1), width(2), width(3)];
    let mut out = String::new();
    for [what, figure, spread, goal, verdict] in &rows {
        let [first, second, third, fourth] = widths;
        let line = format!("{what:<first$}  {figure:>second$}  {spread:<third$}  {goal:>fourth$}  {verdict}");
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(milliseconds: u64) -> Series {
        Series::new(vec![Duration::from_millis(milliseconds)])
    }

    #[test]
    fn a_goal_is_met_or_not() {
        let goal = Some(Duration::from_millis(100));
        assert_eq!(Line::time("x", &series(100), goal).verdict, "met");
        assert_eq!(Line::time("x", &series(101), goal).verdict, "NOT MET");
        assert_eq!(Line::time("x", &series(101), None).verdict, "");
        // Twice as long is half as fast.
        assert_eq!(Line::ratio("x", &series(10), &series(20), Some(0.5)).verdict, "met");
        assert_eq!(Line::ratio("x", &series(10), &series(21), Some(0.5)).verdict, "NOT MET");
        assert_eq!(Line::memory("x", 65_535, Some(65_536)).verdict, "met");
        assert_eq!(Line::memory("x", 65_536, Some(65_536)).verdict, "NOT MET");
    }

    #[test]
    fn columns_are_aligned() {
        let table = drawn(&[Line::heading("report"), Line::memory("idle", 1_536, Some(65_536))]);
        let expected =
            "measured   median  spread          goal\nreport\n  idle    1.5 MiB  resident  < 64.0 MiB  met\n";
        assert_eq!(table, expected);
    }
}
