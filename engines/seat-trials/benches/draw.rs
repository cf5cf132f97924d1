//! CPU time and peak memory of the draw, beside our own serial dictatorship in the same run.
//!
//! `cargo bench -p allmende-seat-trials` prints one table. Each size runs in a process of its own, so that its peak
//! memory is its own. CPU time is that of the process, all threads together; the best of several runs is shown.

#![allow(clippy::expect_used, clippy::cast_precision_loss)] // a measurement may end with a message

use std::io::Write as _;
use std::process::Command;
use std::time::Duration;

use allmende_seat_allocation::{Policy, Programme, Rules, Seed, allocate};
use allmende_seat_trials::generate::{Settings, generate};
use allmende_seat_trials::problem::Problem;
use allmende_seat_trials::procedures::{lottery, serial_dictatorship};
use rustix::time::{ClockId, clock_gettime};

/// Children, events, runs.
const SIZES: [(usize, usize, u32); 3] = [(430, 70, 20), (5_000, 800, 5), (50_000, 5_000, 2)];

fn cpu() -> Duration {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(now.tv_sec.try_into().unwrap_or_default(), now.tv_nsec.try_into().unwrap_or_default())
}

/// The best CPU time of `runs` runs, in seconds, and the last result.
fn best<T>(runs: u32, mut work: impl FnMut() -> T) -> (f64, T) {
    let mut found: Option<(f64, T)> = None;
    for _ in 0..runs.max(1) {
        let before = cpu();
        let result = work();
        let spent = cpu().saturating_sub(before).as_secs_f64();
        found = Some((found.map_or(spent, |earlier| earlier.0.min(spent)), result));
    }
    found.unwrap_or_else(|| unreachable!("at least one run"))
}

/// Highest resident memory of this process so far, in MiB; nothing where the system does not say (Linux does).
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok().map(|kibibytes| kibibytes / 1024.0)
}

fn measure(children: usize, events: usize, runs: u32) {
    let settings = Settings { children, events, ..Settings::default() };
    let instance = generate(&settings);
    let problem = Problem::new(&instance).expect("an invented programme");
    let order = lottery(&problem, "bench");
    let (dictatorship, _) = best(runs, || serial_dictatorship(&problem, &order));
    drop((problem, order));
    let before = peak_memory();
    let (reading, programme) = best(runs, || Programme::new(&instance).expect("an invented programme"));
    let of = |policy| best(runs, || allocate(&programme, Rules::of(policy), &Seed::preview("bench")));
    let (neutral, result) = of(Policy::Neutral);
    let (together, _) = of(Policy::TogetherFirst);
    let memory = |value: Option<f64>| value.map_or("unknown".to_owned(), |mebibytes| format!("{mebibytes:.0}"));
    println!(
        "| {children} × {events} | {} | {} | {dictatorship:.5} | {reading:.4} | {neutral:.4} | {:.1} | {together:.4} | {:.1} | {} | {} |",
        instance.wishes.len(),
        result.seats.len(),
        neutral / dictatorship,
        together / dictatorship,
        memory(before),
        memory(peak_memory()),
    );
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--one") {
        if let Some(&(children, events, runs)) =
            arguments.get(at + 1).and_then(|text| text.parse::<usize>().ok()).and_then(|size| SIZES.get(size))
        {
            measure(children, events, runs);
        }
        return;
    }
    // A test run of all targets starts this program too, without the word that `cargo bench` gives it.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    println!(
        "CPU seconds, best run; ratio to serial dictatorship in the same process; peak memory in MiB before and after the draws\n\n\
         | programme | wishes | seats given | serial dictatorship | checking | draw, neutral | ratio | draw, together first | ratio | peak before | peak |\n\
         |---|---|---|---|---|---|---|---|---|---|---|"
    );
    let _ = std::io::stdout().flush();
    let Ok(program) = std::env::current_exe() else { return };
    for size in 0..SIZES.len() {
        match Command::new(&program).args(["--one", &size.to_string()]).status() {
            Ok(status) if status.success() => {}
            Ok(status) => println!("size {size} ended with {status}"),
            Err(error) => println!("size {size} did not start: {error}"),
        }
    }
}
