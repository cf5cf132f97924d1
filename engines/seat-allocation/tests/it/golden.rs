//! Protocols that must come out byte for byte, on every machine. `docs/draw-rule.md` explains the
//! small one; the mixed ones have all features and one policy each.

use allmende_seat_allocation::{Commitment, Instance, Minimum, Policy, Programme, Protocol, Rules, RunLog, verify};

fn at(text: &str) -> jiff::Timestamp {
    text.parse().unwrap()
}

/// Draws a programme the way the golden files were made.
fn drawn(instance: &[u8], rules: Rules, value: &str) -> Protocol {
    let programme = Programme::new(&Instance::from_json(instance).unwrap()).unwrap();
    let mut log = RunLog::default();
    log.preview(&programme, rules, "Probelauf 1", at("2027-06-01T08:00:00Z")).unwrap();
    let source = "Lotto 6 aus 49, Ziehung vom 12.06.2027, aufsteigend mit Leerzeichen";
    let (committed, expected) = (at("2027-06-11T12:00:00Z"), at("2027-06-12T17:25:00Z"));
    let commitment = Commitment::new(&programme, rules, source, committed, expected).unwrap();
    log.binding(&programme, &commitment, value, at("2027-06-12T18:00:00Z")).unwrap().1
}

macro_rules! golden {
    ($name:ident, $list:literal, $protocol:literal, $rules:expr, $value:literal) => {
        #[test]
        fn $name() {
            let golden = include_str!(concat!("../golden/", $protocol, ".protocol.json"));
            let ours = drawn(include_bytes!(concat!("../golden/", $list, ".json")), $rules, $value);
            let ours = ours.to_json();
            assert!(ours == golden, "{:?}", ours.lines().zip(golden.lines()).find(|(ours, golden)| ours != golden));
            assert_eq!(verify(&Protocol::from_json(golden.as_bytes()).unwrap()), Ok(()));
        }
    };
}

/// Neutral with all shared wishes early, so that the example shows that step.
const EARLY: Rules =
    Rules { policy: Policy::Neutral, protected_from: 3, shared_up_to: 10_000, minimum: Minimum::Dissolve };

golden!(worked_example, "small", "small", EARLY, "5 11 19 23 36 41");
golden!(neutral, "mixed-1", "mixed-1-neutral", Rules::of(Policy::Neutral), "2 9 14 27 33 48");
golden!(neutral_early, "mixed-1", "mixed-1", EARLY, "2 9 14 27 33 48");
golden!(together_first, "mixed-2", "mixed-2", Rules::of(Policy::TogetherFirst), "2 9 14 27 33 48");
golden!(siblings_first, "mixed-3", "mixed-3", Rules::of(Policy::SiblingsFirst), "2 9 14 27 33 48");

/// The page shows the protocol of the worked example, and its numbers.
#[test]
fn the_page_shows_the_worked_example() {
    let page = include_str!("../../../../docs/draw-rule.md");
    assert!(page.contains(include_str!("../golden/small.protocol.json").trim_end()));
    assert_eq!(
        allmende_seat_allocation::Seed::preview("Probelauf 1").hex(),
        "468804f964361b9bf18d37dac2b2bd51e355f95c7b61a7324f7a4aede6aae8ef"
    );
}
