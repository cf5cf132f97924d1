//! Hostile files: the readers refuse, and never panic or hang.

use allmende_seat_allocation::{
    Commitment, Entry, Instance, Programme, Protocol, Refusal, Rules, RunLog, Seed, allocate, verify,
};
use proptest::prelude::*;

use crate::invented::{ALL, Dice, instance};

/// Everything that may be done with bytes that claim to be an instance or a protocol: it is read, or a sentence says
/// where it cannot be.
fn feed(bytes: &[u8]) {
    match Instance::from_json(bytes) {
        Err(refusal) => names_a_place(&refusal),
        Ok(read) => match Programme::new(&read) {
            Err(refusal) => names_a_place(&refusal),
            Ok(programme) => {
                let lines = allocate(&programme, Rules::default(), &Seed::preview("x")).lines;
                assert!(lines.len() >= 2);
                // What was read can be written, and read again.
                let list = programme.list();
                assert_eq!(Programme::from_list(&list).map(|again| again.list()), Ok(list));
            }
        },
    }
    match Protocol::from_json(bytes) {
        Err(refusal) => names_a_place(&refusal),
        Ok(protocol) => {
            if let Err(difference) = verify(&protocol) {
                assert!(FIELDS.contains(&difference.field), "{difference}");
                assert_ne!(difference.expected, difference.found, "{difference}");
            }
        }
    }
}

/// The fields of a protocol.
const FIELDS: [&str; 13] = [
    "format",
    "kind",
    "rules",
    "list",
    "list_digest",
    "commitment",
    "commitment_digest",
    "value",
    "seed",
    "result",
    "result_digest",
    "log",
    "log_digest",
];

/// Each problem of a refusal says where it is and what is wrong there, in one line of bearable length.
fn names_a_place(refusal: &Refusal) {
    assert!(!refusal.problems.is_empty() && refusal.problems.len() <= Refusal::KEPT);
    for problem in &refusal.problems {
        let (place, wrong) = (problem.entry.to_string(), problem.fault.to_string());
        assert!(!place.is_empty() && !wrong.is_empty(), "{problem:?}");
        let sentence = problem.to_string();
        assert!(sentence.starts_with(&place) && sentence.ends_with(&format!(": {wrong}")), "{sentence}");
        assert!(!sentence.contains('\n') && sentence.chars().count() < 1000, "{sentence}");
        // A file that is no JSON of the right shape: the path of the field, or line and column.
        if let Entry::File(path) = &problem.entry {
            assert!(path != "." || sentence.contains(" at line ") || sentence.contains("column"), "{sentence}");
        }
    }
}

/// Replaces, inserts, deletes or doubles pieces of a text, or puts something nasty in the place of a value.
fn mangle(text: &str, dice: &mut Dice) -> Vec<u8> {
    const NASTY: [&str; 16] = [
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
        "9223372036854775807",
        "\"-9223372036854775808-9223372036854775807:0-0\"",
        "-9223372036854775808",
        "\"2027-03-28T02:30\"",
        "\"\u{1F6F6}\"",
    ];
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=dice.roll(3) {
        let at = dice.roll(bytes.len());
        match dice.roll(9) {
            0 => bytes[at] = u8::try_from(dice.roll(256)).unwrap(),
            1 => drop(bytes.drain(at..(at + 1 + dice.roll(20)).min(bytes.len()))),
            2 => {
                let piece = bytes[at..(at + 1 + dice.roll(60)).min(bytes.len())].to_vec();
                let to = dice.roll(bytes.len());
                bytes.splice(to..to, piece);
            }
            // One bit, as a broken disk would turn it.
            3 => bytes[at] ^= 1 << dice.roll(8),
            // An upload that broke off.
            4 => bytes.truncate(at),
            // A key a second time, with its value or with another.
            5 => {
                let Some((start, end)) = pair(&bytes, at) else { continue };
                let mut copy = bytes[start..end].to_vec();
                copy.push(b',');
                if dice.one_in(2) {
                    let colon = copy.iter().position(|&b| b == b':').unwrap_or(0);
                    copy.splice(colon + 1..copy.len() - 1, *b"7");
                }
                bytes.splice(start..start, copy);
            }
            // A value far too deep, closed or not.
            6 => {
                let Some((_, end)) = pair(&bytes, at) else { continue };
                let colon = bytes[at..end].iter().position(|&b| b == b':').map_or(end, |n| at + n + 1);
                let depth = [3, 127, 128, 129, 5000][dice.roll(5)];
                let (open, close) = if dice.one_in(2) { ("[", "]") } else { ("{\"a\":", "}") };
                let closed = if dice.one_in(2) { close.repeat(depth) } else { String::new() };
                bytes.splice(colon..end, format!("{}1{closed}", open.repeat(depth)).into_bytes());
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

/// A line of which one number, whole or a part of a word, is another: at the ends of what numbers can be, or near.
fn other_number(line: &str, dice: &mut Dice) -> String {
    const NUMBERS: [&str; 12] = [
        "0",
        "1",
        "00",
        "-1",
        "+1",
        "1000000",
        "1000001",
        "4294967295",
        "4294967296",
        "9223372036854775807",
        "-9223372036854775808",
        "99999999999999999999",
    ];
    let digit = |at: usize| line.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let starts: Vec<usize> = (0..line.len()).filter(|&at| digit(at) && (at == 0 || !digit(at - 1))).collect();
    if starts.is_empty() {
        return line.to_owned();
    }
    let start = starts[dice.roll(starts.len())];
    let end = (start..line.len()).find(|&at| !digit(at)).unwrap_or(line.len());
    format!("{}{}{}", &line[..start], NUMBERS[dice.roll(NUMBERS.len())], &line[end..])
}

/// Where the next key and its value begin and end, from a place on.
fn pair(bytes: &[u8], from: usize) -> Option<(usize, usize)> {
    let colon = bytes[from..].windows(2).position(|two| two == b"\":")? + from;
    let start = bytes[..colon].iter().rposition(|&b| b == b'"')?;
    let end = bytes[colon..].iter().position(|b| b",]}".contains(b)).map_or(bytes.len(), |n| colon + n);
    Some((start, end))
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
        lines[at] = if dice.one_in(2) {
            String::from_utf8_lossy(&mangle(&lines[at], &mut dice)).into_owned()
        } else {
            other_number(&lines[at], &mut dice)
        };
        match Programme::from_list(&lines) {
            Err(refusal) => names_a_place(&refusal),
            Ok(programme) => {
                prop_assert_eq!(programme.list(), lines);
                allocate(&programme, Rules::default(), &Seed::preview("x"));
            }
        }
    }

    #[test]
    fn any_lines(lines in proptest::collection::vec("(event|way|group|child|wish|run|list)?( [-a-f0-9:,+%]{0,40}){0,8}", 0..12)) {
        let mut with_head = vec!["allmende-draw-list 1".to_owned()];
        with_head.extend(lines.iter().cloned());
        let refused = [
            Programme::from_list(&with_head).err(),
            Commitment::from_lines(&lines).err(),
            RunLog::from_lines(lines).err(),
        ];
        refused.iter().flatten().for_each(names_a_place);
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
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{{\"meta\": {}1{}}}", open.repeat(100_000), close.repeat(100_000));
        let refusal = Instance::from_json(deep.as_bytes()).unwrap_err();
        assert!(refusal.to_string().contains("recursion limit exceeded at line 1 column "), "{refusal}");
    }
    let refusal = Protocol::from_json(b"{\"format\": 1}").unwrap_err();
    assert!(refusal.to_string().starts_with("format: cannot be read"), "{refusal}");
}

/// A key that stands in an object twice would be read in one way by us and in another by somebody else.
#[test]
fn keys_twice_are_refused() {
    let refusal = Instance::from_json(b"{\"children\": [], \"children\": []}").unwrap_err();
    assert!(refusal.to_string().contains("duplicate field `children` at line 1 column "), "{refusal}");
    let text = r#"{"children": [{"id": "a", "age": 9, "age": 10}], "events": [], "wishes": []}"#;
    let refusal = Instance::from_json(text.as_bytes()).unwrap_err();
    assert!(
        refusal.to_string().starts_with("children[0]: cannot be read: duplicate field `age` at line 1 column "),
        "{refusal}"
    );
    let refusal = Instance::from_json(b"{\"\": 1}").unwrap_err();
    assert!(refusal.to_string().starts_with(".: cannot be read: unknown field ``"), "{refusal}");
    let protocol = include_str!("../golden/small.protocol.json");
    let twice = protocol.replacen("\"kind\"", "\"kind\": \"preview\", \"kind\"", 1);
    assert!(Protocol::from_json(twice.as_bytes()).is_err());
}

/// Days at both ends of the numbers: their difference is none that a number holds.
#[test]
fn sessions_at_the_ends_of_time() {
    for session in [
        "0-1:-9223372036854775808-9223372036854775807",
        "-9223372036854775808-9223372036854775807:0-0",
        "0-9223372036854775807:0-0",
        "0-1:0-2147483648",
    ] {
        let lines = ["allmende-draw-list 1".to_owned(), format!("event kanu 1 0 - - - {session}")];
        let refusal = Programme::from_list(&lines).unwrap_err();
        assert_eq!(refusal.to_string(), "list, line 2: cannot be read: a session is not written as it must be");
    }
}
