use allmende_meeting_rules::{
    Bound, ConcernedRule, Presence, QuorumFault, QuorumKind, QuorumReason, QuorumRule, QuorumUnit, Regime,
    SecondMeeting, Votes, judge_quorum,
};

use crate::data::{rules, v};

fn heads(members: u32, present: u32) -> Presence {
    Presence {
        member_heads: members,
        member_votes: Votes::whole(members),
        present_heads: present,
        present_votes: Votes::whole(present),
        all_summoned: true,
        ..Presence::default()
    }
}

fn council() -> QuorumRule {
    rules(Regime::Council).quorum
}

fn with(kind: QuorumKind, numerator: u32, denominator: u32, minimum: u32) -> QuorumRule {
    QuorumRule { kind, numerator, denominator, minimum, ..council() }
}

#[test]
fn majorities_and_shares_of_heads() {
    // (rule, members, present, needed, reached)
    for (rule, members, present, needed, reached) in [
        // More than half of 14 is 8, of 13 is 7, of 15 is 8, of 1 is 1.
        (council(), 14, 7, 8, false),
        (council(), 14, 8, 8, true),
        (council(), 13, 6, 7, false),
        (council(), 13, 7, 7, true),
        (council(), 15, 8, 8, true),
        (council(), 1, 1, 1, true),
        // Two thirds of 14 are 9,33: 10. Half of 14 as "at least half" is 7. A quarter of 20 is 5.
        (with(QuorumKind::ShareOfMembers, 2, 3, 0), 14, 9, 10, false),
        (with(QuorumKind::ShareOfMembers, 2, 3, 0), 14, 10, 10, true),
        (with(QuorumKind::ShareOfMembers, 1, 2, 0), 14, 7, 7, true),
        (with(QuorumKind::ShareOfMembers, 1, 4, 0), 20, 4, 5, false),
        (with(QuorumKind::ShareOfMembers, 1, 1, 0), 3, 3, 3, true),
        (with(QuorumKind::MinimumHeads, 0, 0, 3), 14, 2, 3, false),
        (with(QuorumKind::MinimumHeads, 0, 0, 3), 14, 3, 3, true),
    ] {
        let verdict = judge_quorum(&rule, &heads(members, present)).unwrap();
        assert_eq!(verdict.reached, reached, "{present} of {members}");
        assert_eq!(verdict.needed, Bound::AtLeast(Votes::whole(needed)), "{present} of {members}");
        assert_eq!(verdict.unit, QuorumUnit::Heads);
        assert_eq!((verdict.base, verdict.present), (Votes::whole(members), Votes::whole(present)));
        let reason = if reached { QuorumReason::Enough } else { QuorumReason::TooFew };
        assert_eq!(verdict.reasons, [reason]);
    }
}

#[test]
fn weighted_votes_decide_in_a_special_purpose_association() {
    let rule = rules(Regime::SpecialPurpose).quorum;
    // 20,5 votes: half is 10,25. Four of ten members hold enough, six do not.
    let presence = |heads, votes| Presence {
        member_heads: 10,
        member_votes: v("20,5"),
        present_heads: heads,
        present_votes: v(votes),
        all_summoned: true,
        ..Presence::default()
    };
    let exactly_half = judge_quorum(&rule, &presence(6, "10,25")).unwrap();
    assert!(!exactly_half.reached);
    assert_eq!((exactly_half.needed, exactly_half.unit), (Bound::MoreThan(v("10,25")), QuorumUnit::Votes));
    assert!(judge_quorum(&rule, &presence(4, "10,5")).unwrap().reached);
}

#[test]
fn no_rule_still_needs_somebody() {
    let rule = rules(Regime::Informal).quorum;
    let nobody = judge_quorum(&rule, &heads(20, 0)).unwrap();
    assert!(!nobody.reached);
    assert_eq!(nobody.reasons, [QuorumReason::NobodyPresent]);
    let one = judge_quorum(&rule, &Presence { all_summoned: false, ..heads(20, 1) }).unwrap();
    assert!(one.reached);
    assert_eq!(one.reasons, [QuorumReason::NoneAskedFor]);
    // Also an empty share or minimum is no licence for an empty room.
    assert!(!judge_quorum(&with(QuorumKind::MinimumHeads, 0, 0, 0), &heads(5, 0)).unwrap().reached);
}

#[test]
fn who_was_not_summoned_spoils_it() {
    let verdict = judge_quorum(&council(), &Presence { all_summoned: false, ..heads(14, 14) }).unwrap();
    assert!(!verdict.reached);
    assert_eq!(verdict.reasons, [QuorumReason::Enough, QuorumReason::NotAllSummoned]);
}

#[test]
fn concerned_members_by_each_rule() {
    // 14 members, 8 present, one of them concerned.
    let presence = Presence { concerned_heads: 1, concerned_votes: Votes::ONE, ..heads(14, 8) };
    let by = |concerned| judge_quorum(&QuorumRule { concerned, ..council() }, &presence).unwrap();
    // Counted: 8 of 14, 8 needed.
    assert!(by(ConcernedRule::Present).reached);
    // Not counted (Art. 47 (2) GO): 7 of 14.
    let not_present = by(ConcernedRule::NotPresent);
    assert!(!not_present.reached);
    assert_eq!(not_present.present, Votes::whole(7));
    assert_eq!(not_present.reasons, [QuorumReason::ConcernedNotCounted { heads: 1 }, QuorumReason::TooFew]);
    // Out of both: 7 of 13, 7 needed.
    let left = by(ConcernedRule::LeaveBase);
    assert!(left.reached);
    assert_eq!((left.base, left.present), (Votes::whole(13), Votes::whole(7)));
    assert_eq!(left.reasons, [QuorumReason::ConcernedLeftBase { heads: 1 }, QuorumReason::Enough]);
}

#[test]
fn second_calls() {
    let rule = rules(Regime::SpecialPurpose).quorum;
    let call = |days, said_so, by_concern| {
        let second_call = Some(SecondMeeting { days_since_first: days, said_so, first_failed_by_concern: by_concern });
        judge_quorum(&rule, &Presence { second_call, ..heads(14, 3) }).unwrap()
    };
    let good = call(28, true, false);
    assert!(good.reached);
    assert_eq!(good.reasons, [QuorumReason::SecondCall]);
    assert_eq!(good.paragraph, "Art. 33 Abs. 1 Satz 3 KommZG");
    for (verdict, reason) in [
        (call(29, true, false), QuorumReason::SecondCallTooLate { days: 29, within: 28 }),
        (call(7, false, false), QuorumReason::SecondCallNotSaid),
        (call(7, true, true), QuorumReason::SecondCallByConcern),
    ] {
        assert!(!verdict.reached);
        assert_eq!(verdict.reasons, [QuorumReason::TooFew, reason]);
        assert_eq!(verdict.paragraph, "Art. 33 Abs. 1 Satz 1 KommZG");
    }
}

#[test]
fn a_second_call_needs_a_rule_a_summons_and_somebody() {
    let second_call = Some(SecondMeeting { days_since_first: 1, said_so: true, first_failed_by_concern: false });
    let unknown =
        judge_quorum(&rules(Regime::WorkingCommunity).quorum, &Presence { second_call, ..heads(14, 3) }).unwrap();
    assert_eq!(unknown.reasons, [QuorumReason::TooFew, QuorumReason::SecondCallUnknown]);
    let empty = judge_quorum(&council(), &Presence { second_call, ..heads(14, 0) }).unwrap();
    assert!(!empty.reached);
    let unsummoned = Presence { second_call, all_summoned: false, ..heads(14, 3) };
    assert!(!judge_quorum(&council(), &unsummoned).unwrap().reached);
    // Enough came anyway: the ordinary rule decides. For a council no number of days limits it.
    let enough = judge_quorum(&council(), &Presence { second_call, ..heads(14, 8) }).unwrap();
    assert_eq!(enough.reasons, [QuorumReason::Enough]);
}

#[test]
fn impossible_numbers_are_refused() {
    assert_eq!(judge_quorum(&council(), &heads(5, 6)), Err(QuorumFault::MorePresentThanMembers));
    let concerned = Presence { concerned_heads: 4, ..heads(5, 3) };
    assert_eq!(judge_quorum(&council(), &concerned), Err(QuorumFault::MoreConcernedThanPresent));
    for (numerator, denominator) in [(1, 0), (3, 2)] {
        let rule = with(QuorumKind::ShareOfMembers, numerator, denominator, 0);
        assert_eq!(judge_quorum(&rule, &heads(5, 3)), Err(QuorumFault::BadShare));
    }
}
