use allmende_meeting_rules::{
    CandidateVotes, Count, DayUnit, Delivery, ElectionState, MajorityBase, MajorityRule, Notice, NoticeMark,
    NoticeStart, NoticeVerdict, Outcome, Presence, Regime, Region, RestDays, Round, Threshold, Tie, Votes, decide,
    elect, holiday, judge, judge_quorum, plan,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::data::rules;

fn day() -> impl Strategy<Value = Date> {
    (0_i64..36_500).prop_map(|days| date(2000, 1, 1).checked_add(days.days()).unwrap())
}

fn unit() -> impl Strategy<Value = DayUnit> {
    prop::sample::select(DayUnit::ALL)
}

fn notice() -> impl Strategy<Value = Notice> {
    let (start, rest) = (prop::sample::select(NoticeStart::ALL), prop::sample::select(RestDays::ALL));
    (0_u32..60, unit(), start, 0_u32..8, rest).prop_map(|(days, unit, start, delivery_days, rest_days)| Notice {
        days,
        unit,
        start,
        delivery_days,
        rest_days,
        paragraph: String::new(),
    })
}

fn votes() -> impl Strategy<Value = Votes> {
    (0_i64..40_000).prop_map(|thousandths| Votes::from_thousandths(thousandths).unwrap())
}

fn count() -> impl Strategy<Value = Count> {
    (votes(), votes(), votes(), votes(), votes(), votes(), votes()).prop_map(
        |(yes, no, abstain, invalid, concerned, absent, consent)| Count {
            yes,
            no,
            abstain,
            invalid,
            concerned,
            absent,
            consent,
        },
    )
}

fn majority() -> impl Strategy<Value = MajorityRule> {
    let threshold = prop_oneof![
        Just(Threshold::MoreYesThanNo),
        Just(Threshold::MoreThanHalf),
        Just(Threshold::Unanimous),
        (1_u32..10, 0_u32..10).prop_map(|(num, more)| Threshold::AtLeast { num, den: num + more }),
    ];
    let (base, tie) = (prop::sample::select(MajorityBase::ALL), prop::sample::select(Tie::ALL));
    (threshold, base, tie, any::<bool>(), any::<bool>()).prop_map(
        |(threshold, base, tie, concerned_leave_base, absent_consent)| {
            let ordinary = rules(Regime::Association).majority;
            MajorityRule { threshold, base, tie, concerned_leave_base, absent_consent, ..ordinary }
        },
    )
}

proptest! {
    #[test]
    fn lines_follow_each_other_day_by_day(notice in notice(), meeting in day(), assumption: bool, letter: bool) {
        let region = Region { assumption, peace: false };
        let delivery = if letter { Delivery::Letter } else { Delivery::Immediate };
        let plan = plan(&notice, meeting, region, delivery).unwrap();
        for pair in plan.lines.windows(2) {
            prop_assert_eq!(pair[0].day.tomorrow().unwrap(), pair[1].day);
        }
        prop_assert_eq!(plan.lines.first().map(|line| line.day), Some(plan.send_by));
        prop_assert_eq!(plan.lines.last().map(|line| line.mark), Some(NoticeMark::Meeting));
        prop_assert!(plan.send_by <= plan.last_day && plan.last_day <= meeting);
    }

    #[test]
    fn as_many_days_count_as_the_rule_asks_for(notice in notice(), meeting in day()) {
        let region = Region::default();
        let plan = plan(&notice, meeting, region, Delivery::Letter).unwrap();
        let numbers: Vec<u32> = plan.lines.iter().filter_map(|line| line.number).collect();
        prop_assert_eq!(numbers, (1..=notice.days).collect::<Vec<_>>());
        // Counted again, forwards and without the plan: enough days lie between.
        let mut between = 0;
        let mut day = plan.last_day.tomorrow().unwrap();
        while day < meeting {
            between += u32::from(notice.unit.counts(day, region));
            day = day.tomorrow().unwrap();
        }
        prop_assert!(between >= notice.days);
        // One day later would be one day short, unless a rest day moved it or days do not count there.
        if notice.days > 0 && notice.rest_days == RestDays::Ignored {
            prop_assert_eq!(between, notice.days);
            prop_assert!(notice.unit.counts(plan.last_day.tomorrow().unwrap(), region));
        }
    }

    #[test]
    fn the_verdict_changes_once_on_the_last_day(notice in notice(), meeting in day(), offset in -40_i64..40) {
        let plan = plan(&notice, meeting, Region::default(), Delivery::Letter).unwrap();
        let today = plan.send_by.checked_add(offset.days()).unwrap();
        let days = u32::try_from(offset.abs()).unwrap();
        let expected = match offset {
            0 => NoticeVerdict::LastDay,
            1.. => NoticeVerdict::Late { days },
            _ => NoticeVerdict::InTime { days_left: days },
        };
        prop_assert_eq!(judge(&plan, today), expected);
    }

    #[test]
    fn holidays_are_few(day in day()) {
        // Weekends apart, no week of the year has more than three public holidays.
        let week = (0..7).filter_map(|days| day.checked_add(days.days()).ok());
        prop_assert!(week.filter(|day| holiday(*day, Region::default()).is_some()).count() <= 3);
    }

    #[test]
    fn one_more_yes_never_hurts(rule in majority(), count in count(), more in votes()) {
        let before = decide(&rule, &count).unwrap();
        let after = decide(&rule, &Count { yes: count.yes.checked_add(more).unwrap(), ..count }).unwrap();
        if before.outcome == Outcome::Adopted {
            prop_assert_eq!(after.outcome, Outcome::Adopted);
        }
    }

    #[test]
    fn one_more_no_never_helps(rule in majority(), count in count(), more in votes()) {
        let after = decide(&rule, &Count { no: count.no.checked_add(more).unwrap(), ..count }).unwrap();
        if after.outcome == Outcome::Adopted {
            prop_assert_eq!(decide(&rule, &count).unwrap().outcome, Outcome::Adopted);
        }
    }

    #[test]
    fn the_needed_number_tells_the_outcome(rule in majority(), count in count()) {
        let verdict = decide(&rule, &count).unwrap();
        let adopted = verdict.outcome == Outcome::Adopted;
        prop_assert_eq!(adopted, !verdict.yes.is_zero() && verdict.needed.is_met(verdict.yes));
        prop_assert!(verdict.needed.votes().thousandths() >= 0 && verdict.base >= verdict.yes);
        if rule.tie == Tie::Rejected {
            prop_assert_ne!(verdict.outcome, Outcome::TieForChair);
        }
        // Compared without the bound: cross-multiplied in i128.
        let (yes, base) = (i128::from(verdict.yes.thousandths()), i128::from(verdict.base.thousandths()));
        let by_hand = yes > 0 && match rule.threshold {
            Threshold::MoreYesThanNo => verdict.yes > verdict.no,
            Threshold::MoreThanHalf => yes * 2 > base,
            Threshold::AtLeast { num, den } => yes * i128::from(den) >= base * i128::from(num),
            Threshold::Unanimous => yes == base,
        };
        prop_assert_eq!(adopted, by_hand);
    }

    #[test]
    fn one_more_present_never_breaks_a_quorum(members in 1_u32..60, present in 0_u32..60, regime in prop::sample::select(Regime::ALL)) {
        let present = present.min(members - 1);
        let rule = rules(regime).quorum;
        let of = |present| Presence {
            member_heads: members,
            member_votes: Votes::whole(members),
            present_heads: present,
            present_votes: Votes::whole(present),
            all_summoned: true,
            ..Presence::default()
        };
        let before = judge_quorum(&rule, &of(present)).unwrap();
        let after = judge_quorum(&rule, &of(present + 1)).unwrap();
        prop_assert!(!before.reached || after.reached);
        prop_assert!(!before.reasons.is_empty());
        prop_assert_eq!(before.reached, before.needed.is_met(before.present));
    }

    #[test]
    fn votes_are_shown_as_they_are_read(thousandths in 0_i64..i64::MAX) {
        let votes = Votes::from_thousandths(thousandths).unwrap();
        prop_assert_eq!(Votes::parse(&votes.to_string()), Ok(votes));
    }

    #[test]
    fn anything_typed_is_read_or_refused(text in "\\PC{0,12}") {
        let _ = Votes::parse(&text);
    }

    #[test]
    fn elections_never_give_more_seats_than_there_are(
        seats in 1_u32..4,
        given in prop::collection::vec(0_u32..12, 1..6),
        ballots in 12_u32..40,
        regime in prop::sample::select(Regime::ALL),
    ) {
        let candidates: Vec<String> = (0..given.len()).map(|number| format!("Person {number}")).collect();
        let votes: Vec<CandidateVotes> = candidates.iter().zip(&given)
            .map(|(candidate, votes)| CandidateVotes { candidate: candidate.clone(), votes: Votes::whole(*votes) })
            .collect();
        let sum: u32 = given.iter().sum();
        // For one seat the ballots follow from the votes; two of them are empty.
        let (ballots, empty) = if seats == 1 { (sum + 2, 2) } else { (ballots, 0) };
        let round = Round { ballots: Votes::whole(ballots), empty: Votes::whole(empty), votes, ..Round::default() };
        if let Ok(state) = elect(&rules(regime).election_majority, &candidates, seats, &[round]) {
            let (elected, open) = match &state {
                ElectionState::Next { elected, seats, .. } => (elected.len(), *seats),
                ElectionState::LotNeeded { elected, places, among, purpose: _ } => {
                    prop_assert!(usize::try_from(*places).unwrap() < among.len());
                    (elected.len(), 0)
                }
                ElectionState::Finished { elected, vacant } => (elected.len(), *vacant),
            };
            prop_assert!(elected + usize::try_from(open).unwrap() <= usize::try_from(seats).unwrap());
        }
    }
}
