use allmende_meeting_rules::{
    Busy, Delivery, Holiday, NearHoliday, Proposal, ProposalFault, Regime, Region, SchoolDay, SchoolHoliday,
    SkipReason, WeekDay, Wish, propose,
};
use jiff::civil::{Date, date, time};

use crate::data::rules;

const PLAIN: Region = Region { assumption: false, peace: false };

fn wish(weekday: WeekDay, not_before: Date, candidates: u32) -> Wish {
    Wish {
        weekday: Some(weekday),
        time: time(19, 0, 0, 0),
        not_before,
        horizon_days: 120,
        candidates,
        avoid_holidays: true,
        avoid_school_holidays: true,
    }
}

fn proposed(wish: &Wish, busy: &[Busy], today: Date) -> Proposal {
    // The association's fourteen days from sending.
    propose(wish, &rules(Regime::Association).notice, Delivery::Immediate, PLAIN, busy, today).unwrap()
}

#[test]
fn the_first_days_that_fit_with_reasons_for_those_that_do_not() {
    // Thursdays from 5 October 2017, seen on 25 September. 14 days lie between sending and meeting, so
    // 5 October had to leave on 20 September; 12 October leaves on 27 September. 2 November lies in the
    // autumn holidays (30 October to 3 November).
    let busy = [Busy { day: date(2017, 10, 19), reason: "Bürgermeisterdienstbesprechung".to_owned() }];
    let proposal = proposed(&wish(WeekDay::Thursday, date(2017, 10, 5), 3), &busy, date(2017, 9, 25));
    let days: Vec<Date> = proposal.candidates.iter().map(|candidate| candidate.day).collect();
    assert_eq!(days, [date(2017, 10, 12), date(2017, 10, 26), date(2017, 11, 9)]);
    let [first, second, third] = &proposal.candidates[..] else { panic!("three candidates") };
    assert_eq!(first.skipped[0].day, date(2017, 10, 5));
    assert_eq!(first.skipped[0].reasons, [SkipReason::NoticeTooShort { send_by: date(2017, 9, 20) }]);
    assert_eq!(first.plan.send_by, date(2017, 9, 27));
    assert_eq!((first.time, first.school), (time(19, 0, 0, 0), SchoolDay::School));
    assert_eq!(second.skipped[0].reasons, [SkipReason::Busy { reason: busy[0].reason.clone() }]);
    assert_eq!(third.skipped[0].reasons, [SkipReason::SchoolHolidays { holiday: SchoolHoliday::Autumn }]);
    assert!(proposal.skipped.is_empty());
}

#[test]
fn an_invitation_that_must_leave_today_is_in_time() {
    // 12 October 2017: sent on 27 September at the latest.
    let thursday = wish(WeekDay::Thursday, date(2017, 10, 12), 1);
    assert_eq!(proposed(&thursday, &[], date(2017, 9, 27)).candidates[0].day, date(2017, 10, 12));
    assert_eq!(proposed(&thursday, &[], date(2017, 9, 28)).candidates[0].day, date(2017, 10, 19));
}

#[test]
fn all_reasons_of_a_day_are_told() {
    // Monday, 1 January 2018: notice, New Year, Christmas holidays.
    let mut wish = wish(WeekDay::Monday, date(2018, 1, 1), 1);
    wish.horizon_days = 1;
    let proposal = proposed(&wish, &[], date(2017, 12, 27));
    assert!(proposal.candidates.is_empty());
    assert_eq!(
        proposal.skipped[0].reasons,
        [
            SkipReason::NoticeTooShort { send_by: date(2017, 12, 17) },
            SkipReason::PublicHoliday { holiday: Holiday::NewYear },
            SkipReason::SchoolHolidays { holiday: SchoolHoliday::Christmas },
        ]
    );
    // Whoever does not mind gets the day.
    (wish.avoid_holidays, wish.avoid_school_holidays) = (false, false);
    assert_eq!(proposed(&wish, &[], date(2017, 12, 1)).candidates.len(), 1);
}

#[test]
fn near_holidays_and_unknown_school_days_are_told() {
    let repentance = proposed(&wish(WeekDay::Wednesday, date(2018, 11, 21), 1), &[], date(2018, 10, 1));
    // Buß- und Bettag is a day without school, so the Wednesday after it comes first.
    assert_eq!(repentance.candidates[0].day, date(2018, 11, 28));
    let eve = proposed(&wish(WeekDay::Tuesday, date(2030, 12, 24), 1), &[], date(2030, 10, 1));
    assert_eq!(eve.candidates[0].near_holiday, Some(NearHoliday::ChristmasEve));
    assert_eq!(eve.candidates[0].school, SchoolDay::Unknown);
}

#[test]
fn any_day_means_monday_to_friday_and_never_before_today() {
    let wish = Wish { weekday: None, not_before: date(2026, 1, 1), ..wish(WeekDay::Monday, date(2026, 1, 1), 2) };
    let informal = rules(Regime::Informal).notice;
    // Seen on Friday, 9 January 2026; seven days between: 17 January is a Saturday, so Monday 19.
    let proposal = propose(&wish, &informal, Delivery::Immediate, PLAIN, &[], date(2026, 1, 9)).unwrap();
    assert_eq!(proposal.candidates[0].day, date(2026, 1, 19));
    assert_eq!(proposal.candidates[0].skipped[0].day, date(2026, 1, 9));
}

#[test]
fn a_horizon_has_an_end() {
    let long = Wish { horizon_days: 1101, ..wish(WeekDay::Monday, date(2026, 1, 1), 1) };
    let fault = propose(&long, &rules(Regime::Informal).notice, Delivery::Letter, PLAIN, &[], date(2026, 1, 1));
    assert_eq!(fault, Err(ProposalFault::HorizonTooLong));
    let none = Wish { candidates: 0, ..wish(WeekDay::Monday, date(2026, 1, 1), 0) };
    assert_eq!(proposed(&none, &[], date(2026, 1, 1)), Proposal::default());
    let edge = Wish { not_before: Date::MAX, ..wish(WeekDay::Friday, Date::MAX, 1) };
    assert!(propose(&edge, &rules(Regime::Informal).notice, Delivery::Letter, PLAIN, &[], Date::MAX).is_ok());
}
