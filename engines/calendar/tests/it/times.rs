//! Summer and winter. The rules of the written zone are computed here from its own text, without
//! the zone data of jiff, and compared with them hour by hour.

use allmende_calendar::{Event, request};
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};

use super::{assembly, lines};

/// A rule of the zone: from the last Sunday of a month on, an offset counts.
struct Rule {
    month: i8,
    hour: i8,
    before: i64,
    after: i64,
}

/// Reads one of the two rules from the text.
fn rule(lines: &[String], kind: &str) -> Rule {
    let begin = lines.iter().position(|line| line == &format!("BEGIN:{kind}")).unwrap();
    let end = lines.iter().position(|line| line == &format!("END:{kind}")).unwrap();
    let value = |name: &str| {
        let found: Vec<&str> = lines[begin..end].iter().filter_map(|line| line.strip_prefix(name)).collect();
        assert_eq!(found.len(), 1, "{name}");
        found[0]
    };
    let hours = |text: &str| {
        assert!(text.len() == 5 && text.ends_with("00"), "{text}");
        text[..3].parse::<i64>().unwrap()
    };
    let starts = DateTime::strptime("%Y%m%dT%H%M%S", value("DTSTART:")).unwrap();
    let month = value("RRULE:FREQ=YEARLY;BYMONTH=").strip_suffix(";BYDAY=-1SU").expect("the last Sunday");
    let month: i8 = month.parse().unwrap();
    // RFC 5545 wants the begin of a rule to be an instance of it.
    assert_eq!(starts.date(), last_sunday(starts.year(), month));
    Rule { month, hour: starts.hour(), before: hours(value("TZOFFSETFROM:")), after: hours(value("TZOFFSETTO:")) }
}

fn last_sunday(year: i16, month: i8) -> Date {
    let last = Date::new(year, month, 1).unwrap().last_of_month();
    (0..7).map(|back| last - back.days()).find(|day| day.weekday() == Weekday::Sunday).unwrap()
}

/// The instant of a local time by the rules of the text.
fn utc(lines: &[String], local: DateTime) -> DateTime {
    let (summer, winter) = (rule(lines, "DAYLIGHT"), rule(lines, "STANDARD"));
    let change = |rule: &Rule| last_sunday(local.year(), rule.month).at(rule.hour, 0, 0, 0);
    // A time that exists twice is the first one, so the change back counts when it is over.
    let offset = if local >= change(&summer) && local < change(&winter) { summer.after } else { summer.before };
    assert_eq!((summer.before, summer.after), (winter.after, winter.before));
    local.checked_sub(SignedDuration::from_hours(offset)).unwrap()
}

#[test]
fn instants_in_summer_and_winter() {
    let lines = lines(&request(&assembly()));
    for (local, instant) in [
        ("2017-11-30T18:00", "2017-11-30T17:00"),
        ("2017-06-29T18:00", "2017-06-29T16:00"),
        // The clock goes from 2 to 3.
        ("2017-03-26T01:59", "2017-03-26T00:59"),
        ("2017-03-26T03:00", "2017-03-26T01:00"),
        ("2017-03-26T18:00", "2017-03-26T16:00"),
        // The clock goes from 3 to 2.
        ("2017-10-29T01:59", "2017-10-28T23:59"),
        ("2017-10-29T02:30", "2017-10-29T00:30"),
        ("2017-10-29T03:00", "2017-10-29T02:00"),
        ("2017-10-29T18:00", "2017-10-29T17:00"),
    ] {
        assert_eq!(utc(&lines, local.parse().unwrap()), instant.parse::<DateTime>().unwrap(), "{local}");
    }
}

#[test]
fn the_rules_agree_with_the_zone_data_in_every_hour() {
    let lines = lines(&request(&assembly()));
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    let mut differing = 0;
    for year in [1996, 1997, 2016, 2017, 2018, 2024, 2025, 2026, 2030, 2037, 2038] {
        let mut local = Date::new(year, 4, 1).unwrap().at(0, 30, 0, 0);
        while local.date() < Date::new(year + 1, 4, 1).unwrap() {
            let zoned = local.to_zoned(berlin.clone()).unwrap();
            // An hour that does not exist has no right answer.
            if zoned.datetime() == local && utc(&lines, local) != zoned.with_time_zone(TimeZone::UTC).datetime() {
                differing += 1;
            }
            local = local.checked_add(1.hour()).unwrap();
        }
    }
    assert_eq!(differing, 0);
}

#[test]
fn a_meeting_past_midnight_keeps_its_days() {
    let event = Event {
        starts: "2017-12-31T23:00".parse().unwrap(),
        ends: Some("2018-01-01T01:00".parse().unwrap()),
        ..assembly()
    };
    let lines = lines(&request(&event));
    assert!(lines.contains(&"DTSTART;TZID=Europe/Berlin:20171231T230000".to_owned()));
    assert!(lines.contains(&"DTEND;TZID=Europe/Berlin:20180101T010000".to_owned()));
}
