//! Hostile files: the readers refuse, and never panic or hang.

use allmende_seat_allocation::{Commitment, Instance, Programme, Protocol, Rules, RunLog, Seed, allocate, verify};
use proptest::prelude::*;

use crate::invented::{ALL, Dice, instance};

/// Everything that may be done with bytes that claim to be an instance.
fn feed(bytes: &[u8]) {
    if let Ok(read) = Instance::from_json(bytes)
        && let Ok(programme) = Programme::new(&read)
    {
        let lines = allocate(&programme, Rules::default(), &Seed::preview("x")).lines;
        assert!(lines.len() >= 2);
    }
    if let Ok(protocol) = Protocol::from_json(bytes) {
        let _ = verify(&protocol);
    }
}

/// Replaces, inserts, deletes or doubles pieces of a text, or puts a nasty piece in.
fn mangle(text: &str, dice: &mut Dice) -> Vec<u8> {
    const NASTY: [&str; 14] = [
        "null",
        "-1",
        "0",
        "1e999",
        "99999999999999999999",
        "\"\"",
        "[]",
        "{}",
        "true",
        "\"\\u0000\"",
        "4294967295",
        "-9223372036854775808",
        "\"2027-03-28T02:30\"",
        "\"\u{1F6F6}\"",
    ];
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=dice.roll(3) {
        let at = dice.roll(bytes.len());
        match dice.roll(5) {
            0 => bytes[at] = u8::try_from(dice.roll(256)).unwrap(),
            1 => drop(bytes.drain(at..(at + 1 + dice.roll(20)).min(bytes.len()))),
            2 => {
                let piece = bytes[at..(at + 1 + dice.roll(60)).min(bytes.len())].to_vec();
                let to = dice.roll(bytes.len());
                bytes.splice(to..to, piece);
            }
            _ => {
                // A whole value: from a colon to the next comma or bracket.
                let Some(colon) = bytes[at..].iter().position(|&b| b == b':').map(|n| at + n + 1) else { continue };
                let end = bytes[colon..].iter().position(|b| b",]}".contains(b)).map_or(bytes.len(), |n| colon + n);
                // Something nasty, or the value of another field: an id twice, a name for a number.
                let from = dice.roll(bytes.len());
                let other =
                    bytes[from..].iter().position(|&b| b == b':').map(|n| from + n + 1).filter(|_| dice.one_in(2));
                let value = other.map_or_else(
                    || NASTY[dice.roll(NASTY.len())].as_bytes().to_vec(),
                    |start| bytes[start..].iter().take_while(|b| !b",]}".contains(b)).copied().collect(),
                );
                bytes.splice(colon..end, value);
            }
        }
        if bytes.is_empty() {
            bytes.push(b' ');
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
        feed(&bytes);
    }

    #[test]
    fn mangled_instances(seed in proptest::num::u64::ANY) {
        let mut dice = Dice::new(seed);
        let text = serde_json::to_string(&instance(seed, 8, 4, ALL)).unwrap();
        feed(&mangle(&text, &mut dice));
    }

    #[test]
    fn mangled_protocols(seed in proptest::num::u64::ANY) {
        let mut dice = Dice::new(seed);
        let programme = Programme::new(&instance(seed, 8, 4, ALL)).unwrap();
        let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap();
        let protocol = RunLog::default().preview(&programme, Rules::default(), "x", at("2027-06-01T08:00:00Z")).unwrap().1;
        feed(&mangle(&protocol.to_json(), &mut dice));
        // Lines that are mangled although the digest is right.
        let mut lines = protocol.list.clone();
        let at = dice.roll(lines.len());
        lines[at] = String::from_utf8_lossy(&mangle(&lines[at], &mut dice)).into_owned();
        if let Ok(programme) = Programme::from_list(&lines) {
            prop_assert_eq!(programme.list(), lines);
            allocate(&programme, Rules::default(), &Seed::preview("x"));
        }
    }

    #[test]
    fn any_lines(lines in proptest::collection::vec("(event|way|group|child|wish|run|list)?( [-a-f0-9:,+%]{0,40}){0,8}", 0..12)) {
        let mut with_head = vec!["allmende-draw-list 1".to_owned()];
        with_head.extend(lines.iter().cloned());
        let _ = Programme::from_list(&with_head);
        let _ = Commitment::from_lines(&lines);
        let _ = RunLog::from_lines(lines);
    }
}

#[test]
fn deep_nesting_and_wrong_shapes() {
    for text in
        ["", "{", "[]", "null", "3", "{\"children\": 3}", "{\"children\": [], \"events\": [], \"wishes\": []} x"]
    {
        assert!(Instance::from_json(text.as_bytes()).is_err(), "{text}");
    }
    assert!(Instance::from_json("[".repeat(100_000).as_bytes()).is_err());
    let refusal = Protocol::from_json(b"{\"format\": 1}").unwrap_err();
    assert!(refusal.to_string().starts_with("format: cannot be read"), "{refusal}");
}
