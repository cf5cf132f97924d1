//! Bytes that claim to be an instance: read, checked, drawn, and the list written and read again.
#![no_main]

use allmende_seat_allocation::{Instance, Programme, Rules, Seed, allocate};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(instance) = Instance::from_json(bytes).inspect_err(|refusal| assert!(!refusal.to_string().is_empty())) else {
        return;
    };
    match Programme::new(&instance) {
        Err(refusal) => assert!(!refusal.problems.is_empty() && !refusal.to_string().is_empty()),
        Ok(programme) => {
            let list = programme.list();
            let again = Programme::from_list(&list).expect("a list that was written can be read");
            let seed = Seed::preview("fuzz");
            let lines = allocate(&programme, Rules::default(), &seed).lines;
            assert_eq!(allocate(&again, Rules::default(), &seed).lines, lines);
        }
    }
});
