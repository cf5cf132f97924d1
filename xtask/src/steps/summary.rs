//! What `cargo xtask test` prints between and after its steps.

use std::{process::ExitCode, time::Duration};

use super::{Finished, Outcome, Step, Tally};

/// The heading of a step.
pub(super) fn heading(number: usize, count: usize, step: Step) {
    println!("\n== {number}/{count} {}: {} ==", step.name(), step.title());
}

/// The line below a step.
pub(super) fn step_end(done: &Finished) {
    let name = done.step.name();
    match &done.outcome {
        Outcome::Counted(tally) => {
            let word = if tally.failed == 0 { "ok" } else { "FAILED" };
            println!("== {name}: {word} after {} ==", seconds(done.time));
        }
        Outcome::Skipped => println!("\n== {name}: skipped, because the build failed =="),
    }
}

/// The table of all steps and the last line; the exit code says whether everything passed.
pub(super) fn print(finished: &[Finished], time: Duration) -> ExitCode {
    println!("\n{:<10} {:<8} {:>7} {:>7} {:>9}", "step", "result", "passed", "failed", "time");
    for done in finished {
        let name = done.step.name();
        let time = seconds(done.time);
        match &done.outcome {
            Outcome::Counted(Tally { passed, failed }) => {
                let word = if *failed == 0 { "ok" } else { "FAILED" };
                println!("{name:<10} {word:<8} {passed:>7} {failed:>7} {time:>9}");
            }
            Outcome::Skipped => {
                println!("{name:<10} {:<8} {:>7} {:>7} {:>9}", "skipped", "–", "–", "–");
            }
        }
    }
    let total = total(finished);
    println!("{:<10} {:<8} {:>7} {:>7} {:>9}", "sum", "", total.passed, total.failed, seconds(time));
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The sum over all steps that ran. A skipped step adds nothing: the failed build counts already.
fn total(finished: &[Finished]) -> Tally {
    finished.iter().fold(Tally::default(), |sum, done| match done.outcome {
        Outcome::Counted(tally) => sum.and(tally),
        Outcome::Skipped => sum,
    })
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
