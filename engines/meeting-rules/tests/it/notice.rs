use allmende_meeting_rules::{
    DayUnit, Delivery, Holiday, NearHoliday, Notice, NoticeFault, NoticeMark, NoticePlan, NoticeStart, NoticeVerdict,
    Region, RestDays, judge, judge_receipt, plan, urgent_call_by,
};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

const PLAIN: Region = Region { assumption: false, peace: false };

fn notice(days: u32, unit: DayUnit) -> Notice {
    Notice {
        days,
        unit,
        start: NoticeStart::Sent,
        delivery_days: 4,
        rest_days: RestDays::Ignored,
        paragraph: "§ 8 Abs. 2 der Satzung".to_owned(),
    }
}

fn last_day(notice: &Notice, meeting: Date) -> Date {
    plan(notice, meeting, PLAIN, Delivery::Letter).unwrap().last_day
}

fn marks(plan: &NoticePlan) -> Vec<(i8, NoticeMark, Option<u32>)> {
    plan.lines.iter().map(|line| (line.day.day(), line.mark, line.number)).collect()
}

#[test]
fn the_model_case_day_by_day() {
    let plan = plan(&notice(14, DayUnit::Calendar), date(2017, 11, 30), PLAIN, Delivery::Letter).unwrap();
    assert_eq!((plan.last_day, plan.send_by), (date(2017, 11, 15), date(2017, 11, 15)));
    let lines = marks(&plan);
    assert_eq!(lines.len(), 16);
    assert_eq!(lines[0], (15, NoticeMark::Sending, None));
    assert_eq!(lines[1], (16, NoticeMark::First, Some(1)));
    assert_eq!(lines[7], (22, NoticeMark::Counted, Some(7)));
    assert_eq!(plan.lines[7].near_holiday, Some(NearHoliday::RepentanceDay));
    assert_eq!(lines[14], (29, NoticeMark::Last, Some(14)));
    assert_eq!(lines[15], (30, NoticeMark::Meeting, None));
}

#[test]
fn last_days_worked_out_by_hand() {
    let cases = [
        // Year end: 10 days in January (1 to 10), 4 in December (28 to 31).
        (14, DayUnit::Calendar, date(2018, 1, 11), date(2017, 12, 27)),
        // Leap year: 6 in March (1 to 6), 8 in February (22 to 29).
        (14, DayUnit::Calendar, date(2024, 3, 7), date(2024, 2, 21)),
        // No leap year: 6 in March, 8 in February (21 to 28).
        (14, DayUnit::Calendar, date(2023, 3, 7), date(2023, 2, 20)),
        // On the leap day itself: 28 to 22 are 7 days.
        (7, DayUnit::Calendar, date(2024, 2, 29), date(2024, 2, 21)),
        // Easter 2017, working days: We 26, Tu 25, Mo 24, Fr 21, Th 20, We 19, Tu 18 are 7; Mo 17, weekend
        // and Good Friday do not count; Th 13, We 12, Tu 11 make 10.
        (10, DayUnit::Working, date(2017, 4, 27), date(2017, 4, 10)),
        // The same with Saturdays: 26, 25, 24, Sa 22, 21, 20, 19, 18 are 8; Sa 15 is 9; Th 13 is 10.
        (10, DayUnit::Weekday, date(2017, 4, 27), date(2017, 4, 12)),
        // Christmas 2017: We 3, Tu 2 January; Mo 1 no; Fr 29, Th 28, We 27; Tu 26, Mo 25 no; Fr 22.
        (6, DayUnit::Working, date(2018, 1, 4), date(2017, 12, 21)),
        // Epiphany on a Saturday: We 10, Tu 9, Mo 8, Fr 5, Th 4.
        (5, DayUnit::Working, date(2018, 1, 11), date(2018, 1, 3)),
        // Whitsun and Corpus Christi 2017: Mo 19, Fr 16; Th 15 no; We 14, Tu 13, Mo 12, Fr 9, Th 8.
        (7, DayUnit::Working, date(2017, 6, 20), date(2017, 6, 7)),
        // Over Whit Monday: Th 8, We 7, Tu 6; Mo 5 no; Fr 2.
        (4, DayUnit::Working, date(2017, 6, 9), date(2017, 6, 1)),
        // Buß- und Bettag counts: Th 23, We 22, Tu 21, Mo 20, Fr 17.
        (5, DayUnit::Working, date(2017, 11, 24), date(2017, 11, 16)),
        // 31 October 2017 was a holiday: Th 2; We 1, Tu 31 no; Mo 30, Fr 27.
        (3, DayUnit::Working, date(2017, 11, 3), date(2017, 10, 26)),
        // 31 October 2018 was none: Fr 2; Th 1 no; We 31, Tu 30.
        (3, DayUnit::Working, date(2018, 11, 5), date(2018, 10, 29)),
        // One day.
        (1, DayUnit::Calendar, date(2017, 11, 30), date(2017, 11, 28)),
        // Working day before a Monday: Fr.
        (1, DayUnit::Working, date(2017, 11, 27), date(2017, 11, 23)),
        // None asked for.
        (0, DayUnit::Working, date(2017, 11, 30), date(2017, 11, 30)),
    ];
    for (days, unit, meeting, expected) in cases {
        assert_eq!(last_day(&notice(days, unit), meeting), expected, "{days} {} before {meeting}", unit.word());
    }
}

#[test]
fn a_rest_day_at_the_end_moves_the_last_day_only_if_the_rules_say_so() {
    let moved = |days, unit| Notice { rest_days: RestDays::MoveEarlier, ..notice(days, unit) };
    for (days, unit, meeting, ignored, earlier) in [
        // 12 to 6 June are 7 days; 5 June is Whit Monday, before it a weekend: Friday 2.
        (7, DayUnit::Calendar, date(2017, 6, 13), date(2017, 6, 5), date(2017, 6, 2)),
        // Working days We 10, Tu 9, Mo 8, Fr 5, Th 4, We 3, Tu 2; then New Year, Sunday, Saturday: Friday 29.
        (7, DayUnit::Working, date(2018, 1, 11), date(2018, 1, 1), date(2017, 12, 29)),
        // 14 days before Saturday 2 December: the last day is Friday 17 November and stays.
        (14, DayUnit::Calendar, date(2017, 12, 2), date(2017, 11, 17), date(2017, 11, 17)),
    ] {
        assert_eq!(last_day(&notice(days, unit), meeting), ignored);
        assert_eq!(last_day(&moved(days, unit), meeting), earlier);
    }
    let plan = plan(&moved(7, DayUnit::Calendar), date(2017, 6, 13), PLAIN, Delivery::Immediate).unwrap();
    let spare: Vec<_> =
        plan.lines.iter().filter(|line| line.mark == NoticeMark::Spare).map(|line| line.day.day()).collect();
    assert_eq!(spare, [3, 4, 5]);
    assert_eq!(plan.lines[3].holiday, Some(Holiday::WhitMonday));
}

#[test]
fn an_invitation_that_must_reach_the_members() {
    let rule = Notice { start: NoticeStart::Received, ..notice(7, DayUnit::Calendar) };
    // 29 to 23 November are 7 days, so it must be there on the 22nd; 4 days by post: posted on the 18th.
    let letter = plan(&rule, date(2017, 11, 30), PLAIN, Delivery::Letter).unwrap();
    assert_eq!((letter.last_day, letter.send_by), (date(2017, 11, 22), date(2017, 11, 18)));
    let marks = marks(&letter);
    assert_eq!(marks[0], (18, NoticeMark::Sending, None));
    assert_eq!(marks[1..4].iter().map(|line| line.1).collect::<Vec<_>>(), [NoticeMark::InTransit; 3]);
    assert_eq!(marks[4], (22, NoticeMark::Receipt, None));
    assert_eq!(marks[5], (23, NoticeMark::First, Some(1)));
    assert_eq!(marks.len(), 13);
    let mail = plan(&rule, date(2017, 11, 30), PLAIN, Delivery::Immediate).unwrap();
    assert_eq!((mail.last_day, mail.send_by), (date(2017, 11, 22), date(2017, 11, 22)));
    assert_eq!(judge(&letter, date(2017, 11, 19)), NoticeVerdict::Late { days: 1 });
    assert_eq!(judge_receipt(&letter, date(2017, 11, 22)), NoticeVerdict::LastDay);
    assert_eq!(judge_receipt(&letter, date(2017, 11, 24)), NoticeVerdict::Late { days: 2 });
}

#[test]
fn the_region_decides_whether_assumption_counts() {
    let rule = notice(2, DayUnit::Working);
    let catholic = Region { assumption: true, peace: false };
    // Thursday 17 August 2017: We 16, then Tu 15 or (where it is a holiday) Mo 14.
    assert_eq!(plan(&rule, date(2017, 8, 17), PLAIN, Delivery::Letter).unwrap().last_day, date(2017, 8, 14));
    let plan = plan(&rule, date(2017, 8, 17), catholic, Delivery::Letter).unwrap();
    assert_eq!(plan.last_day, date(2017, 8, 13));
    assert_eq!(plan.lines[2].mark, NoticeMark::Skipped);
    assert_eq!(plan.lines[2].holiday, Some(Holiday::Assumption));
}

#[test]
fn one_day_is_the_last_and_none_has_only_the_meeting() {
    let one = plan(&notice(1, DayUnit::Calendar), date(2017, 11, 30), PLAIN, Delivery::Letter).unwrap();
    assert_eq!(marks(&one)[1], (29, NoticeMark::Last, Some(1)));
    let none = plan(&notice(0, DayUnit::Calendar), date(2017, 11, 30), PLAIN, Delivery::Letter).unwrap();
    assert_eq!(marks(&none), [(30, NoticeMark::Meeting, None)]);
    assert_eq!(judge(&none, date(2017, 11, 30)), NoticeVerdict::LastDay);
}

#[test]
fn the_verdict_tells_the_days() {
    let plan = plan(&notice(14, DayUnit::Calendar), date(2017, 11, 30), PLAIN, Delivery::Letter).unwrap();
    assert_eq!(judge(&plan, date(2017, 11, 1)), NoticeVerdict::InTime { days_left: 14 });
    assert_eq!(judge(&plan, date(2017, 11, 14)), NoticeVerdict::InTime { days_left: 1 });
    assert_eq!(judge(&plan, date(2017, 11, 15)), NoticeVerdict::LastDay);
    assert_eq!(judge(&plan, date(2017, 11, 16)), NoticeVerdict::Late { days: 1 });
    assert_eq!(judge(&plan, date(2018, 1, 1)), NoticeVerdict::Late { days: 47 });
}

#[test]
fn absurd_periods_are_refused() {
    assert_eq!(
        plan(&notice(3661, DayUnit::Calendar), date(2017, 11, 30), PLAIN, Delivery::Letter),
        Err(NoticeFault::TooLong)
    );
    let slow = Notice { delivery_days: u32::MAX, ..notice(1, DayUnit::Calendar) };
    assert_eq!(plan(&slow, date(2017, 11, 30), PLAIN, Delivery::Letter), Err(NoticeFault::TooLong));
    assert_eq!(plan(&notice(3, DayUnit::Working), Date::MIN, PLAIN, Delivery::Letter), Err(NoticeFault::OutOfRange));
    assert!(plan(&notice(3660, DayUnit::Working), date(2017, 11, 30), PLAIN, Delivery::Letter).is_ok());
}

#[test]
fn urgent_calls_count_real_hours() {
    // Summer time began on 26 March 2017 at 2:00. A meeting on that day at 19:00 is 17:00 UTC; 24 hours
    // before it the clocks showed 18:00.
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    let meeting = date(2017, 3, 26).at(19, 0, 0, 0).to_zoned(berlin.clone()).unwrap().timestamp();
    let by = urgent_call_by(meeting, 24).unwrap().to_zoned(berlin);
    assert_eq!(by.datetime(), date(2017, 3, 25).at(18, 0, 0, 0));
    assert_eq!(urgent_call_by(jiff::Timestamp::MIN, 24), None);
}
