use allmende_meeting_rules::{
    Abstention, BallotFault, Bound, Count, MajorityBase, MajorityRule, Outcome, Regime, Threshold, ThresholdKind, Tie,
    Votes, VotesFault, check_ballot, decide,
};

use crate::data::{rules, v};

/// Yes, no, abstentions, invalid votes.
fn count(yes: u32, no: u32, abstain: u32, invalid: u32) -> Count {
    let [yes, no, abstain, invalid] = [yes, no, abstain, invalid].map(Votes::whole);
    Count { yes, no, abstain, invalid, ..Count::default() }
}

fn rule(threshold: Threshold, base: MajorityBase) -> MajorityRule {
    MajorityRule { threshold, base, ..rules(Regime::Association).majority }
}

fn outcome(rule: &MajorityRule, count: &Count) -> Outcome {
    decide(rule, count).unwrap().outcome
}

const THREE_QUARTERS: Threshold = Threshold::AtLeast { num: 3, den: 4 };
const TWO_THIRDS: Threshold = Threshold::AtLeast { num: 2, den: 3 };

#[test]
fn the_sentence_on_the_screen() {
    // "11 yes, 2 no, 1 abstention; majority of votes cast: adopted": 13 cast, 7 needed.
    let verdict = decide(&rules(Regime::Association).majority, &count(11, 2, 1, 0)).unwrap();
    assert_eq!(verdict.outcome, Outcome::Adopted);
    assert_eq!((verdict.yes, verdict.no, verdict.base), (v("11"), v("2"), v("13")));
    assert_eq!((verdict.base_kind, verdict.needed), (MajorityBase::Cast, Bound::AtLeast(v("7"))));
    assert!(!verdict.unanimous);
    assert_eq!(verdict.paragraph, "§ 32 Abs. 1 Satz 3 BGB");
}

#[test]
fn verdicts_worked_out_by_hand() {
    use MajorityBase::{Cast, Members, Present};
    use Outcome::{Adopted, Rejected};
    use Threshold::{MoreThanHalf, MoreYesThanNo, Unanimous};
    // Threshold, base, (yes, no, abstain, invalid), needed, outcome.
    let cases = [
        // Abstentions do not count (KG, 22 W 61/19).
        (MoreYesThanNo, Cast, (1, 0, 13, 0), 1, Adopted),
        (MoreYesThanNo, Cast, (7, 7, 0, 0), 8, Rejected),
        (MoreYesThanNo, Cast, (6, 7, 1, 0), 7, Rejected),
        // The base is always "cast" for this threshold.
        (MoreYesThanNo, Members, (3, 2, 9, 0), 3, Adopted),
        // Nobody for it.
        (MoreYesThanNo, Cast, (0, 0, 14, 0), 1, Rejected),
        // More than half of 14 present is 8; of 13 cast is 7.
        (MoreThanHalf, Present, (7, 6, 1, 0), 8, Rejected),
        (MoreThanHalf, Present, (8, 5, 1, 0), 8, Adopted),
        (MoreThanHalf, Cast, (7, 6, 1, 0), 7, Adopted),
        // Invalid votes are present, not cast.
        (MoreThanHalf, Present, (7, 5, 0, 2), 8, Rejected),
        // Three quarters of 14 are 10,5: 11. Of 12 they are exactly 9.
        (THREE_QUARTERS, Cast, (10, 4, 0, 0), 11, Rejected),
        (THREE_QUARTERS, Cast, (11, 3, 0, 0), 11, Adopted),
        (THREE_QUARTERS, Cast, (9, 3, 2, 0), 9, Adopted),
        (THREE_QUARTERS, Present, (9, 3, 2, 0), 11, Rejected),
        // Two thirds of 14 are 9,33: 10. Of 3 they are 2.
        (TWO_THIRDS, Cast, (9, 5, 0, 0), 10, Rejected),
        (TWO_THIRDS, Cast, (2, 1, 0, 0), 2, Adopted),
        (Unanimous, Cast, (13, 0, 1, 0), 13, Adopted),
        (Unanimous, Present, (13, 0, 1, 0), 14, Rejected),
        (Unanimous, Cast, (0, 0, 5, 0), 0, Rejected),
    ];
    for (threshold, base, (yes, no, abstain, invalid), needed, expected) in cases {
        let verdict = decide(&rule(threshold, base), &count(yes, no, abstain, invalid)).unwrap();
        assert_eq!(verdict.outcome, expected, "{threshold:?} {base:?} {yes}:{no}:{abstain}:{invalid}");
        assert_eq!(
            verdict.needed,
            Bound::AtLeast(Votes::whole(needed)),
            "{threshold:?} {base:?} {yes}:{no}:{abstain}:{invalid}"
        );
    }
}

#[test]
fn statutes_of_a_special_purpose_association_are_measured_on_all_votes() {
    let rules = rules(Regime::SpecialPurpose);
    // 20 votes by the statutes, 14 present. More than half is 11, two thirds are 13,33: 14.
    let with_absent = |yes, no| Count { absent: v("6"), ..count(yes, no, 0, 0) };
    assert_eq!(outcome(&rules.statute_majority, &with_absent(10, 4)), Outcome::Rejected);
    assert_eq!(outcome(&rules.statute_majority, &with_absent(11, 3)), Outcome::Adopted);
    assert_eq!(outcome(&rules.purpose_majority, &with_absent(13, 1)), Outcome::Rejected);
    assert_eq!(outcome(&rules.purpose_majority, &with_absent(14, 0)), Outcome::Adopted);
    assert_eq!(outcome(&rules.dissolution_majority, &with_absent(13, 1)), Outcome::Rejected);
}

#[test]
fn the_purpose_of_an_association_needs_everybody() {
    let rule = rules(Regime::Association).purpose_majority;
    let base = Count { yes: v("12"), ..Count::default() };
    let absent = Count { absent: v("2"), ..base };
    assert_eq!(outcome(&rule, &absent), Outcome::Rejected);
    let one_missing = Count { absent: v("1"), consent: v("1"), ..base };
    assert_eq!(outcome(&rule, &one_missing), Outcome::Rejected);
    let consented = decide(&rule, &Count { consent: v("2"), ..base }).unwrap();
    assert_eq!((consented.outcome, consented.yes, consented.base), (Outcome::Adopted, v("14"), v("14")));
    assert_eq!(outcome(&rule, &Count { abstain: v("1"), consent: v("1"), ..base }), Outcome::Rejected);
    // Without the rule, consent of absent members is no vote but stays in the base.
    let plain = MajorityRule { absent_consent: false, ..rule };
    let verdict = decide(&plain, &Count { consent: v("2"), ..base }).unwrap();
    assert_eq!((verdict.outcome, verdict.yes, verdict.base), (Outcome::Rejected, v("12"), v("14")));
}

#[test]
fn weights_are_exact() {
    let three_quarters = rule(THREE_QUARTERS, MajorityBase::Cast);
    let weighted = |yes, no| Count { yes: v(yes), no: v(no), ..Count::default() };
    // Three quarters of 10 are 7,5; of 10,001 they are 7,50075, so 7,501.
    assert_eq!(outcome(&three_quarters, &weighted("7,5", "2,5")), Outcome::Adopted);
    assert_eq!(outcome(&three_quarters, &weighted("7,499", "2,501")), Outcome::Rejected);
    let verdict = decide(&three_quarters, &weighted("7,5", "2,501")).unwrap();
    assert_eq!((verdict.outcome, verdict.needed), (Outcome::Rejected, Bound::AtLeast(v("7,501"))));
    // One thousandth decides a simple majority.
    let simple = rules(Regime::Association).majority;
    assert_eq!(outcome(&simple, &weighted("5,001", "5")), Outcome::Adopted);
    let tie = decide(&simple, &weighted("5,5", "5,5")).unwrap();
    assert_eq!((tie.outcome, tie.needed), (Outcome::Rejected, Bound::MoreThan(v("5,5"))));
    // Thirds of a thousandth: two thirds of 1 are 0,666…, so 0,667.
    let two_thirds = rule(TWO_THIRDS, MajorityBase::Cast);
    assert_eq!(outcome(&two_thirds, &weighted("0,667", "0,333")), Outcome::Adopted);
    assert_eq!(outcome(&two_thirds, &weighted("0,666", "0,334")), Outcome::Rejected);
}

#[test]
fn ties() {
    let chair = MajorityRule { tie: Tie::ChairDecides, ..rules(Regime::Association).majority };
    assert_eq!(outcome(&chair, &count(7, 7, 0, 0)), Outcome::TieForChair);
    assert_eq!(outcome(&chair, &count(7, 7, 3, 0)), Outcome::TieForChair);
    assert_eq!(outcome(&chair, &count(0, 0, 3, 0)), Outcome::Rejected);
    // Half of those present, not only of those who voted, must stand on each side.
    let present = MajorityRule { base: MajorityBase::Present, threshold: Threshold::MoreThanHalf, ..chair.clone() };
    assert_eq!(outcome(&present, &count(7, 7, 0, 0)), Outcome::TieForChair);
    assert_eq!(outcome(&present, &count(6, 6, 2, 0)), Outcome::Rejected);
    let verdict = decide(&chair, &count(7, 7, 0, 0)).unwrap();
    assert_eq!(verdict.clone().with_chair(true).outcome, Outcome::Adopted);
    assert_eq!(verdict.with_chair(false).outcome, Outcome::Rejected);
    let adopted = decide(&chair, &count(8, 6, 0, 0)).unwrap();
    assert_eq!(adopted.with_chair(false).outcome, Outcome::Adopted);
    // Art. 51 (1) 2 GO, Art. 33 (2) 2 KommZG.
    for regime in [Regime::Council, Regime::SpecialPurpose] {
        assert_eq!(outcome(&rules(regime).majority, &count(7, 7, 0, 0)), Outcome::Rejected);
    }
}

#[test]
fn concerned_members_leave_the_base_if_the_rules_say_so() {
    let stays = rule(Threshold::MoreThanHalf, MajorityBase::Members);
    let leaves = MajorityRule { concerned_leave_base: true, ..stays.clone() };
    // 14 members: 7 yes, 5 no, 1 absent, 1 concerned. Half of 14 is 7, half of 13 is 6,5.
    let count = Count { absent: Votes::ONE, concerned: Votes::ONE, ..count(7, 5, 0, 0) };
    assert_eq!(outcome(&stays, &count), Outcome::Rejected);
    assert_eq!(outcome(&leaves, &count), Outcome::Adopted);
    assert_eq!(count.members(), Ok(v("14")));
}

#[test]
fn a_count_must_add_up() {
    let rule = rules(Regime::Association).majority;
    assert_eq!(check_ballot(&rule, &count(10, 2, 1, 0), v("13")), Ok(()));
    let fault = check_ballot(&rule, &count(10, 2, 0, 0), v("13")).unwrap_err();
    assert_eq!(fault, BallotFault::SumDiffers { counted: v("12"), present: v("13") });
    assert_eq!(fault.to_string(), "12 Stimmen, aber 13 Anwesende");
    // Concerned and absent members are not in the sum.
    let concerned = Count { concerned: Votes::ONE, absent: v("3"), ..count(10, 2, 1, 0) };
    assert_eq!(check_ballot(&rule, &concerned, v("13")), Ok(()));
}

#[test]
fn councillors_may_not_abstain() {
    let rule = rules(Regime::Council).majority;
    assert_eq!(rule.abstention, Abstention::Forbidden);
    let fault = check_ballot(&rule, &count(10, 2, 1, 0), v("13"));
    assert_eq!(fault, Err(BallotFault::AbstentionForbidden { abstain: Votes::ONE }));
    // Old minutes are judged all the same.
    assert_eq!(outcome(&rule, &count(10, 2, 1, 0)), Outcome::Adopted);
}

#[test]
fn unanimous_means_nobody_against() {
    let rule = rules(Regime::Association).majority;
    assert!(decide(&rule, &count(13, 0, 1, 0)).unwrap().unanimous);
    assert!(!decide(&rule, &count(13, 1, 0, 0)).unwrap().unanimous);
    assert!(!decide(&rule, &count(0, 0, 1, 0)).unwrap().unanimous);
}

#[test]
fn impossible_rules_and_numbers_are_refused() {
    for (num, den) in [(1, 0), (4, 3)] {
        let bad = rule(Threshold::AtLeast { num, den }, MajorityBase::Cast);
        assert_eq!(decide(&bad, &count(1, 0, 0, 0)), Err(BallotFault::BadShare));
    }
    let most = Votes::from_thousandths(i64::MAX).unwrap();
    let huge = Count { yes: most, no: most, ..Count::default() };
    assert_eq!(decide(&rules(Regime::Council).majority, &huge), Err(BallotFault::Votes(VotesFault::TooLarge)));
    // The largest number there is: no overflow on the way.
    let alone = Count { yes: most, ..Count::default() };
    assert_eq!(outcome(&rule(THREE_QUARTERS, MajorityBase::Cast), &alone), Outcome::Adopted);
}

#[test]
fn thresholds_come_apart_and_together() {
    for threshold in [Threshold::MoreYesThanNo, Threshold::MoreThanHalf, THREE_QUARTERS, Threshold::Unanimous] {
        assert_eq!(Threshold::from_parts(threshold.kind(), 3, 4), threshold);
    }
    assert_eq!(ThresholdKind::ALL.len(), 4);
}
