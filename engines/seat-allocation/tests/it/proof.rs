//! Commitment, log and verification: nothing can be altered, and no second draw can be hidden.

use std::ops::ControlFlow;

use allmende_seat_allocation::{
    Commitment, Fault, Programme, Protocol, Refusal, Rules, RunLog, Seed, allocate_watched, verify,
};
use proptest::prelude::*;

use crate::invented::{ALL, Dice, any, any_rules, instance};

fn at(text: &str) -> jiff::Timestamp {
    text.parse().unwrap()
}

fn commitment(programme: &Programme, rules: Rules) -> Commitment {
    Commitment::new(programme, rules, "Lotto", at("2027-06-11T12:00:00Z"), at("2027-06-12T17:25:00Z")).unwrap()
}

fn drawn(programme: &Programme, rules: Rules) -> Protocol {
    let mut log = RunLog::default();
    log.preview(programme, rules, "erster Blick", at("2027-06-01T08:00:00Z")).unwrap();
    log.binding(programme, &commitment(programme, rules), "1 2 3", at("2027-06-12T18:00:00Z")).unwrap().1
}

fn fault(refusal: Refusal) -> Fault {
    refusal.problems[0].fault.clone()
}

/// One letter of the protocol is changed, or one line taken out or doubled.
fn alter(protocol: &Protocol, dice: &mut Dice) -> Protocol {
    let mut altered = protocol.clone();
    let texts: [&mut String; 8] = [
        &mut altered.format,
        &mut altered.kind,
        &mut altered.list_digest,
        &mut altered.commitment_digest,
        &mut altered.value,
        &mut altered.seed,
        &mut altered.result_digest,
        &mut altered.log_digest,
    ];
    let lists = [&protocol.rules, &protocol.list, &protocol.commitment, &protocol.result, &protocol.log].map(Vec::len);
    let change = |text: &mut String, dice: &mut Dice| {
        let mut letters: Vec<char> = text.chars().collect();
        let place = dice.roll(letters.len());
        letters[place] = if letters[place] == '3' { '4' } else { '3' };
        *text = letters.into_iter().collect();
    };
    let field = dice.roll(13);
    if field < 8 {
        change(texts.into_iter().nth(field).unwrap(), dice);
        return altered;
    }
    let list = match field {
        8 => &mut altered.rules,
        9 => &mut altered.list,
        10 => &mut altered.commitment,
        11 => &mut altered.result,
        _ => &mut altered.log,
    };
    let line = dice.roll(lists[field - 8]);
    match dice.roll(4) {
        0 => drop(list.remove(line)),
        1 => list.insert(line, list[line].clone()),
        _ => change(&mut list[line], dice),
    }
    altered
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_protocol_verifies_and_no_alteration_does(instance in any(ALL), rules in any_rules(), seed in any_u64()) {
        let programme = Programme::new(&instance).unwrap();
        let protocol = drawn(&programme, rules);
        prop_assert_eq!(verify(&protocol), Ok(()));
        let read = Protocol::from_json(protocol.to_json().as_bytes()).unwrap();
        prop_assert_eq!(&read, &protocol);
        let mut dice = Dice::new(seed);
        for _ in 0..10 {
            let altered = alter(&protocol, &mut dice);
            if altered != protocol {
                prop_assert!(verify(&altered).is_err(), "not found: {:#?}", altered);
            }
        }
    }
}

fn any_u64() -> impl Strategy<Value = u64> {
    proptest::num::u64::ANY
}

#[test]
fn a_second_draw_cannot_be_hidden() {
    let programme = Programme::new(&instance(5, 12, 4, ALL)).unwrap();
    let (rules, moment) = (Rules::default(), at("2027-06-12T18:00:00Z"));
    let commitment = commitment(&programme, rules);
    let mut log = RunLog::default();
    let first = log.binding(&programme, &commitment, "1 2 3", moment).unwrap().0;
    // The same draw may be repeated; it gives the same and is noted.
    assert_eq!(log.binding(&programme, &commitment, "1 2 3", moment).unwrap().0, first);
    assert_eq!(log.lines().len(), 2);
    // Another value or another commitment may not.
    assert_eq!(fault(log.binding(&programme, &commitment, "4 5 6", moment).unwrap_err()), Fault::AlreadyDrawn);
    let later = Commitment::new(&programme, rules, "Würfel", at("2027-06-11T13:00:00Z"), at("2027-06-12T17:25:00Z"));
    let later = later.unwrap();
    assert_eq!(fault(log.binding(&programme, &later, "1 2 3", moment).unwrap_err()), Fault::AlreadyDrawn);
    // A line cannot be taken out of the log.
    let lines = log.lines().to_vec();
    assert!(RunLog::from_lines(lines.clone()).is_ok());
    assert!(RunLog::from_lines(lines[1..].to_vec()).is_err());
}

#[test]
fn a_commitment_binds() {
    let drawn_list = instance(5, 12, 4, ALL);
    let programme = Programme::new(&drawn_list).unwrap();
    let rules = Rules::default();
    let (early, late) = (at("2027-06-11T12:00:00Z"), at("2027-06-12T17:25:00Z"));
    let new = |committed, expected| Commitment::new(&programme, rules, "Lotto", committed, expected);
    assert_eq!(fault(new(late, early).unwrap_err()), Fault::CommittedTooLate);
    assert_eq!(fault(new(early, early).unwrap_err()), Fault::CommittedTooLate);
    let commitment = new(early, late).unwrap();
    assert_eq!(Commitment::from_lines(&commitment.lines()).unwrap(), commitment);
    let mut log = RunLog::default();
    // Before the value can exist.
    let refusal = log.binding(&programme, &commitment, "1 2 3", early).unwrap_err();
    assert_eq!(fault(refusal), Fault::BeforeTheValue);
    // Another list than the committed one: one wish less.
    let mut shorter = drawn_list.clone();
    let last = shorter.wishes.iter().rposition(|wish| wish.group.is_none()).unwrap();
    let child = shorter.wishes[last].child.clone();
    let priority = shorter.wishes.remove(last).priority;
    for wish in shorter.wishes.iter_mut().filter(|wish| wish.child == child && wish.priority > priority) {
        wish.priority -= 1;
    }
    let other = Programme::new(&shorter).unwrap();
    let refusal = log.binding(&other, &commitment, "1 2 3", late).unwrap_err();
    assert_eq!(fault(refusal), Fault::NotAsCommitted("the list".to_owned()));
    assert!(log.lines().is_empty());
    // Tokens derived from ids are not pseudonyms.
    let mut plain = drawn_list;
    plain.children.iter_mut().for_each(|child| child.token = None);
    let plain = Programme::new(&plain).unwrap();
    assert_eq!(fault(Commitment::new(&plain, rules, "Lotto", early, late).unwrap_err()), Fault::TokensNeeded);
}

#[test]
fn a_preview_is_marked() {
    let programme = Programme::new(&instance(5, 12, 4, ALL)).unwrap();
    let mut log = RunLog::default();
    let (_, protocol) = log.preview(&programme, Rules::default(), "1 2 3", at("2027-06-01T08:00:00Z")).unwrap();
    assert_eq!((protocol.kind.as_str(), protocol.commitment.len()), ("preview", 0));
    assert_eq!(verify(&protocol), Ok(()));
    // Nobody can call it binding afterwards.
    let mut posed = protocol.clone();
    "binding".clone_into(&mut posed.kind);
    assert_eq!(verify(&posed).unwrap_err().field, "commitment");
    assert_ne!(protocol.seed, drawn(&programme, Rules::default()).seed);
}

#[test]
fn a_draw_can_be_stopped() {
    let programme = Programme::new(&instance(5, 12, 4, ALL)).unwrap();
    let mut seen = Vec::new();
    let stopped = allocate_watched(&programme, Rules::default(), &Seed::preview("halt"), |progress| {
        seen.push((progress.run, progress.calls));
        if seen.len() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!((stopped, seen), (None, vec![(1, 1), (1, 2), (1, 3)]));
}
