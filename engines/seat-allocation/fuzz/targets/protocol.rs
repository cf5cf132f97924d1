//! Bytes that claim to be a protocol. Its digests are made to fit, so that what lies behind them is reached.
#![no_main]

use allmende_seat_allocation::{Programme, Protocol, verify};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut protocol) = Protocol::from_json(bytes) else { return };
    if let Err(difference) = verify(&protocol) {
        assert!(difference.expected != difference.found, "{difference}");
    }
    if let Ok(programme) = Programme::from_list(&protocol.list) {
        protocol.list_digest = programme.list_digest();
        if let Err(difference) = verify(&protocol) {
            assert!(difference.expected != difference.found, "{difference}");
        }
    }
});
