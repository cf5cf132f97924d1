use std::slice::from_ref;

use allmende_meeting_rules::{
    CandidateVotes, Elected, ElectionFault, ElectionMethod, ElectionRule, ElectionState, ElectionTie, LotPurpose,
    Regime, Round, RoundKind, RoundReason, Votes, elect,
};

use crate::data::rules;

fn council() -> ElectionRule {
    rules(Regime::Council).election_majority
}

fn plurality(tie: ElectionTie) -> ElectionRule {
    ElectionRule { method: ElectionMethod::Plurality, tie, ..rules(Regime::Association).election_majority }
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn round(ballots: u32, votes: &[(&str, u32)]) -> Round {
    let votes =
        votes.iter().map(|&(name, votes)| CandidateVotes { candidate: name.to_owned(), votes: Votes::whole(votes) });
    Round { ballots: Votes::whole(ballots), votes: votes.collect(), ..Round::default() }
}

fn with_lot(round: Round, lot: &[&str]) -> Round {
    Round { lot: names(lot), ..round }
}

fn elected(state: &ElectionState) -> Vec<(&str, u32, bool)> {
    let (ElectionState::Next { elected, .. }
    | ElectionState::LotNeeded { elected, .. }
    | ElectionState::Finished { elected, .. }) = state;
    elected.iter().map(|Elected { candidate, round, by_lot, .. }| (candidate.as_str(), *round, *by_lot)).collect()
}

fn finished(state: &ElectionState) -> Vec<(&str, u32, bool)> {
    assert!(matches!(state, ElectionState::Finished { vacant: 0, .. }), "{state:?}");
    elected(state)
}

fn next(state: &ElectionState) -> (RoundKind, RoundReason, Vec<&str>) {
    match state {
        ElectionState::Next { kind, reason, candidates, .. } => {
            (*kind, *reason, candidates.iter().map(String::as_str).collect())
        }
        other => panic!("no next round: {other:?}"),
    }
}

fn lot(state: &ElectionState) -> (LotPurpose, Vec<&str>, u32) {
    match state {
        ElectionState::LotNeeded { purpose, among, places, .. } => {
            (*purpose, among.iter().map(String::as_str).collect(), *places)
        }
        other => panic!("no lot: {other:?}"),
    }
}

#[test]
fn before_the_first_round() {
    let state = elect(&council(), &names(&["Ada", "Ben"]), 1, &[]).unwrap();
    assert_eq!(next(&state), (RoundKind::First, RoundReason::Start, vec!["Ada", "Ben"]));
}

#[test]
fn more_than_half_of_the_valid_votes_elects() {
    // 14 ballots, 1 empty, 1 "no": 12 valid, more than 6 are needed.
    let first = Round { empty: Votes::ONE, no: Votes::ONE, ..round(14, &[("Ada", 7), ("Ben", 5)]) };
    assert_eq!(finished(&elect(&council(), &names(&["Ada", "Ben"]), 1, &[first]).unwrap()), [("Ada", 1, false)]);
    // Where a "no" is a valid vote, 7 of 13 still are more than half, 6 of 13 are not.
    let rule = ElectionRule { no_is_valid: true, ..council() };
    let first = Round { empty: Votes::ONE, no: Votes::whole(2), ..round(14, &[("Ada", 6), ("Ben", 5)]) };
    let state = elect(&rule, &names(&["Ada", "Ben"]), 1, &[first]).unwrap();
    assert_eq!(next(&state), (RoundKind::RunOff, RoundReason::NoMajority, vec!["Ada", "Ben"]));
}

#[test]
fn run_off_between_the_two_with_the_most_votes() {
    let candidates = names(&["Ada", "Ben", "Cem"]);
    let first = round(14, &[("Cem", 5), ("Ada", 6), ("Ben", 3)]);
    let state = elect(&council(), &candidates, 1, from_ref(&first)).unwrap();
    assert_eq!(next(&state), (RoundKind::RunOff, RoundReason::NoMajority, vec!["Ada", "Cem"]));
    let second = round(14, &[("Ada", 6), ("Cem", 8)]);
    assert_eq!(finished(&elect(&council(), &candidates, 1, &[first.clone(), second]).unwrap()), [("Cem", 2, false)]);
    // Equal in the run-off: the lot (Art. 51 (3) 7 GO).
    let tie = round(14, &[("Ada", 7), ("Cem", 7)]);
    let state = elect(&council(), &candidates, 1, &[first.clone(), tie.clone()]).unwrap();
    assert_eq!(lot(&state), (LotPurpose::Seat, vec!["Ada", "Cem"], 1));
    let state = elect(&council(), &candidates, 1, &[first, with_lot(tie, &["Cem"])]).unwrap();
    assert_eq!(finished(&state), [("Cem", 2, true)]);
}

#[test]
fn the_second_place_in_a_run_off_by_lot() {
    let candidates = names(&["Ada", "Ben", "Cem"]);
    let first = round(14, &[("Ada", 6), ("Ben", 4), ("Cem", 4)]);
    let state = elect(&council(), &candidates, 1, from_ref(&first)).unwrap();
    assert_eq!(lot(&state), (LotPurpose::RunOffPlace, vec!["Ben", "Cem"], 1));
    let state = elect(&council(), &candidates, 1, &[with_lot(first.clone(), &["Ben"])]).unwrap();
    assert_eq!(next(&state), (RoundKind::RunOff, RoundReason::NoMajority, vec!["Ada", "Ben"]));
    // A second round before the lot was drawn.
    let early = elect(&council(), &candidates, 1, &[first, round(14, &[("Ada", 14)])]);
    assert_eq!(early, Err(ElectionFault::BadLot { places: 1, among: 2 }));
}

#[test]
fn three_who_lead() {
    let candidates = names(&["Ada", "Ben", "Cem", "Dana"]);
    let first = round(14, &[("Ada", 4), ("Ben", 4), ("Cem", 4), ("Dana", 2)]);
    // A council after the model rules of procedure repeats.
    let state = elect(&council(), &candidates, 1, from_ref(&first)).unwrap();
    assert_eq!(next(&state), (RoundKind::Repeat, RoundReason::ThreeLead, vec!["Ada", "Ben", "Cem", "Dana"]));
    let again = round(14, &[("Ada", 8), ("Ben", 6)]);
    assert_eq!(finished(&elect(&council(), &candidates, 1, &[first.clone(), again]).unwrap()), [("Ada", 2, false)]);
    // A Zweckverband draws who goes into the run-off (Art. 33 (3) 6 KommZG).
    let rule = rules(Regime::SpecialPurpose).election_majority;
    let state = elect(&rule, &candidates, 1, from_ref(&first)).unwrap();
    assert_eq!(lot(&state), (LotPurpose::RunOffPlace, vec!["Ada", "Ben", "Cem"], 2));
    let state = elect(&rule, &candidates, 1, &[with_lot(first, &["Cem", "Ada"])]).unwrap();
    assert_eq!(next(&state), (RoundKind::RunOff, RoundReason::NoMajority, vec!["Ada", "Cem"]));
}

#[test]
fn half_invalid_ballots_repeat_the_round() {
    let candidates = names(&["Ada"]);
    // 7 of 14 are empty or say no: at least half (Art. 51 (3) 5 GO).
    let first = Round { empty: Votes::whole(4), no: Votes::whole(3), ..round(14, &[("Ada", 7)]) };
    let state = elect(&council(), &candidates, 1, &[first]).unwrap();
    assert_eq!(next(&state), (RoundKind::Repeat, RoundReason::HalfInvalid, vec!["Ada"]));
    let first = Round { empty: Votes::whole(3), no: Votes::whole(3), ..round(14, &[("Ada", 8)]) };
    assert_eq!(finished(&elect(&council(), &candidates, 1, &[first]).unwrap()), [("Ada", 1, false)]);
    // In a run-off the same two stand again.
    let rounds = [round(9, &[("Ada", 4), ("Ben", 4), ("Cem", 1)]), Round { empty: Votes::whole(9), ..round(9, &[]) }];
    let state = elect(&council(), &names(&["Ada", "Ben", "Cem"]), 1, &rounds).unwrap();
    assert_eq!(next(&state), (RoundKind::Repeat, RoundReason::HalfInvalid, vec!["Ada", "Ben"]));
}

#[test]
fn alone_against_no() {
    let rule = rules(Regime::Association).election_majority;
    let with_no = |yes, no| Round { no: Votes::whole(no), ..round(yes + no, &[("Ada", yes)]) };
    assert_eq!(finished(&elect(&rule, &names(&["Ada"]), 1, &[with_no(8, 6)]).unwrap()), [("Ada", 1, false)]);
    for state in
        [elect(&rule, &names(&["Ada"]), 1, &[with_no(7, 7)]), elect(&rule, &names(&["Ada"]), 1, &[with_no(0, 7)])]
    {
        assert_eq!(next(&state.unwrap()), (RoundKind::Repeat, RoundReason::NoMajority, vec!["Ada"]));
    }
    let relative = plurality(ElectionTie::Lot);
    let state = elect(&relative, &names(&["Ada"]), 1, &[with_no(7, 7)]).unwrap();
    assert_eq!(next(&state).1, RoundReason::NoMajority);
    assert_eq!(finished(&elect(&relative, &names(&["Ada"]), 1, &[with_no(8, 7)]).unwrap()), [("Ada", 1, false)]);
}

#[test]
fn plurality_with_a_tie() {
    let candidates = names(&["Ada", "Ben", "Cem"]);
    let first = round(11, &[("Ada", 4), ("Ben", 4), ("Cem", 3)]);
    assert_eq!(
        finished(&elect(&plurality(ElectionTie::Lot), &candidates, 1, &[with_lot(first.clone(), &["Ben"])]).unwrap()),
        [("Ben", 1, true)]
    );
    let rule = plurality(ElectionTie::RunOff);
    let state = elect(&rule, &candidates, 1, from_ref(&first)).unwrap();
    assert_eq!(next(&state), (RoundKind::RunOff, RoundReason::Tie, vec!["Ada", "Ben"]));
    let state = elect(&rule, &candidates, 1, &[first, round(10, &[("Ada", 5), ("Ben", 5)])]).unwrap();
    assert_eq!(lot(&state), (LotPurpose::Seat, vec!["Ada", "Ben"], 1));
    // No majority is needed: 5 of 11.
    let state = elect(&rule, &candidates, 1, &[round(11, &[("Ada", 5), ("Ben", 4), ("Cem", 2)])]).unwrap();
    assert_eq!(finished(&state), [("Ada", 1, false)]);
}

#[test]
fn several_seats_in_one_go() {
    let candidates = names(&["Ada", "Ben", "Cem", "Dana", "Emil"]);
    // 10 ballots with up to 3 votes each. Relative: the three with the most votes; Cem and Dana are equal.
    let votes = [("Ada", 9), ("Ben", 4), ("Cem", 6), ("Dana", 6), ("Emil", 3)];
    let relative = elect(&plurality(ElectionTie::Lot), &candidates, 3, &[round(10, &votes)]).unwrap();
    assert_eq!(finished(&relative), [("Ada", 1, false), ("Cem", 1, false), ("Dana", 1, false)]);
    let two = elect(&plurality(ElectionTie::Lot), &candidates, 2, &[round(14, &votes)]).unwrap();
    assert_eq!(lot(&two), (LotPurpose::Seat, vec!["Cem", "Dana"], 1));
    assert_eq!(elected(&two), [("Ada", 1, false)]);
    // Absolute: more than 5 of 10 have Ada, Cem, Dana.
    let absolute = rules(Regime::Association).election_majority;
    assert_eq!(finished(&elect(&absolute, &candidates, 3, &[round(10, &votes)]).unwrap()).len(), 3);
    // More than 6 of 12 has only Ada; for two seats the next four stand in the run-off.
    let state = elect(&absolute, &candidates, 3, &[round(12, &votes)]).unwrap();
    assert_eq!(next(&state), (RoundKind::RunOff, RoundReason::NoMajority, vec!["Ben", "Cem", "Dana", "Emil"]));
    assert_eq!(elected(&state), [("Ada", 1, false)]);
    let second = round(12, &[("Ben", 6), ("Cem", 5), ("Dana", 7), ("Emil", 2)]);
    let state = elect(&absolute, &candidates, 3, &[round(12, &votes), second]).unwrap();
    assert_eq!(finished(&state), [("Ada", 1, false), ("Dana", 2, false), ("Ben", 2, false)]);
}

#[test]
fn a_seat_without_votes_stays_vacant() {
    let state = elect(&plurality(ElectionTie::Lot), &names(&["Ada", "Ben"]), 2, &[round(5, &[("Ada", 5)])]).unwrap();
    assert!(matches!(state, ElectionState::Finished { vacant: 1, .. }));
    assert_eq!(elected(&state), [("Ada", 1, false)]);
}

#[test]
fn impossible_elections_are_refused() {
    let two = names(&["Ada", "Ben"]);
    let fault =
        |candidates: &[String], seats, rounds: &[Round]| elect(&council(), candidates, seats, rounds).unwrap_err();
    assert_eq!(fault(&two, 0, &[]), ElectionFault::NoSeat);
    assert_eq!(fault(&[], 1, &[]), ElectionFault::NoCandidate);
    let ada = || "Ada".to_owned();
    assert_eq!(fault(&names(&["Ada", "Ada"]), 1, &[]), ElectionFault::Twice { candidate: ada() });
    assert_eq!(fault(&two, 1, &[round(2, &[("Ada", 1), ("Ada", 1)])]), ElectionFault::Twice { candidate: ada() });
    let stranger = fault(&two, 1, &[round(1, &[("Cem", 1)])]);
    assert_eq!(stranger, ElectionFault::NotStanding { candidate: "Cem".to_owned() });
    let differs = fault(&two, 1, &[round(14, &[("Ada", 7), ("Ben", 6)])]);
    assert_eq!(differs.to_string(), "13 Stimmen, aber 14 Stimmzettel");
    // Two seats: nobody can have more votes than there are ballots, nor all more than two on each.
    assert!(matches!(fault(&two, 2, &[round(3, &[("Ada", 4)])]), ElectionFault::TooManyVotes { .. }));
    let three = names(&["Ada", "Ben", "Cem"]);
    let over = round(3, &[("Ada", 3), ("Ben", 3), ("Cem", 1)]);
    assert!(matches!(fault(&three, 2, &[over]), ElectionFault::TooManyVotes { .. }));
    let done = round(3, &[("Ada", 3)]);
    assert_eq!(fault(&two, 1, &[done.clone(), done.clone()]), ElectionFault::AfterEnd { round: 2 });
    assert_eq!(fault(&two, 1, &[with_lot(done, &["Ada"])]), ElectionFault::NeedlessLot { round: 1 });
    let tie = round(4, &[("Ada", 2), ("Ben", 2)]);
    for lot in [&["Cem"][..], &["Ada", "Ben"][..], &["Ada", "Ada"][..]] {
        let rounds = [tie.clone(), with_lot(tie.clone(), lot)];
        assert_eq!(fault(&two, 1, &rounds), ElectionFault::BadLot { places: 1, among: 2 });
    }
}

#[test]
fn weighted_ballots() {
    // 20,5 votes: more than 10,25 are needed; 10,25 is a tie and 10,5 enough.
    let weighted = |ada: &str, ben: &str| {
        let entry = |name: &str, votes: &str| CandidateVotes {
            candidate: name.to_owned(),
            votes: Votes::parse(votes).unwrap(),
        };
        Round {
            ballots: Votes::parse("20,5").unwrap(),
            votes: vec![entry("Ada", ada), entry("Ben", ben)],
            ..Round::default()
        }
    };
    let two = names(&["Ada", "Ben"]);
    let rule = rules(Regime::SpecialPurpose).election_majority;
    assert_eq!(finished(&elect(&rule, &two, 1, &[weighted("10,5", "10")]).unwrap()), [("Ada", 1, false)]);
    assert_eq!(next(&elect(&rule, &two, 1, &[weighted("10,25", "10,25")]).unwrap()).0, RoundKind::RunOff);
}
