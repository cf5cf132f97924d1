//! Lines that claim to be a canonical list, a commitment or a log: what is accepted is written in the same way again.
#![no_main]

use allmende_seat_allocation::{Commitment, Programme, Rules, RunLog, Seed, allocate};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if let Ok(programme) = Programme::from_list(&lines) {
        assert_eq!(programme.list(), lines);
        allocate(&programme, Rules::default(), &Seed::preview("fuzz"));
    }
    if let Ok(commitment) = Commitment::from_lines(&lines) {
        assert_eq!(commitment.lines(), lines);
    }
    if let Ok(log) = RunLog::from_lines(lines.clone()) {
        assert_eq!(log.lines(), lines);
    }
});
