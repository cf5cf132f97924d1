//! Days and times of sessions, as minutes of UTC.
//!
//! The clock changes of Europe/Berlin follow the rule of Directive 2000/84/EC, written here as a
//! POSIX rule, so that no time zone database of a machine can change a draw.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};

use crate::problem::Fault;

/// A session: minutes of UTC since 1970, and the local days that it touches, as days since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Session {
    /// First minute.
    pub(crate) start: i64,
    /// First minute that is free again.
    pub(crate) end: i64,
    /// Local day of the first minute.
    pub(crate) first_day: i32,
    /// Local day of the last minute.
    pub(crate) last_day: i32,
}

/// Central European time with its clock changes.
pub(crate) struct Clock(TimeZone);

impl Clock {
    /// The clock of Europe/Berlin.
    pub(crate) fn new() -> Self {
        Self(TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(TimeZone::UTC))
    }

    /// Reads a point in time.
    pub(crate) fn instant(&self, text: &str) -> Result<Timestamp, Fault> {
        let no_such = || Fault::NoSuchTime(text.to_owned());
        let Some((_, time)) = text.split_once('T') else { return Err(no_such()) };
        let instant = if time.ends_with('Z') || time.contains(['+', '-']) {
            text.parse::<Timestamp>().map_err(|_| no_such())?
        } else {
            let local: DateTime = text.parse().map_err(|_| no_such())?;
            let ambiguous = self.0.to_ambiguous_timestamp(local);
            match ambiguous.offset() {
                AmbiguousOffset::Gap { .. } => return Err(Fault::SkippedTime(text.to_owned())),
                AmbiguousOffset::Fold { .. } => return Err(Fault::RepeatedTime(text.to_owned())),
                AmbiguousOffset::Unambiguous { .. } => ambiguous.unambiguous().map_err(|_| no_such())?,
            }
        };
        if instant.as_nanosecond() % 60_000_000_000 != 0 {
            return Err(Fault::NotWholeMinute(text.to_owned()));
        }
        Ok(instant)
    }

    /// Reads a session.
    pub(crate) fn session(&self, start: &str, end: &str) -> Result<Session, Fault> {
        let (first, last) = (self.instant(start)?, self.instant(end)?);
        if first >= last {
            return Err(Fault::EndsBeforeStart);
        }
        let (start, end) = (first.as_second() / 60, last.as_second() / 60);
        Ok(Session { start, end, first_day: self.day_of(start)?, last_day: self.day_of(end - 1)? })
    }

    /// Local day of a minute.
    fn day_of(&self, minute: i64) -> Result<i32, Fault> {
        let instant = Timestamp::from_second(minute * 60).map_err(|error| Fault::NoSuchTime(error.to_string()))?;
        Ok(days_since_1970(self.0.to_datetime(instant).date()))
    }
}

/// Days from 1 January 1970 to a day.
pub(crate) fn days_since_1970(day: Date) -> i32 {
    (day - Date::constant(1970, 1, 1)).get_days()
}

/// The day with this number.
pub(crate) fn day_number(number: i32) -> Option<Date> {
    Date::constant(1970, 1, 1).checked_add(jiff::Span::new().try_days(number).ok()?).ok()
}

/// Full years between a birth and a day; someone born on 29 February has their birthday on
/// 1 March in other years.
pub(crate) fn full_years(birth: Date, on: Date) -> i64 {
    let had_birthday = (on.month(), on.day()) >= (birth.month(), birth.day());
    i64::from(on.year()) - i64::from(birth.year()) - i64::from(!had_birthday)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_changes_are_not_glossed_over() {
        let clock = Clock::new();
        assert_eq!(clock.instant("2027-03-28T02:30"), Err(Fault::SkippedTime("2027-03-28T02:30".into())));
        assert_eq!(clock.instant("2027-10-31T02:30"), Err(Fault::RepeatedTime("2027-10-31T02:30".into())));
        let summer = clock.instant("2027-10-31T02:30+02:00").unwrap();
        let winter = clock.instant("2027-10-31T02:30+01:00").unwrap();
        assert_eq!(winter.as_second() - summer.as_second(), 3600);
        // The night of the change is an hour shorter.
        let night = clock.session("2027-03-27T22:00", "2027-03-28T08:00").unwrap();
        assert_eq!(night.end - night.start, 9 * 60);
        assert_eq!(night.last_day, night.first_day + 1);
    }

    #[test]
    fn times_that_are_none_are_refused() {
        let clock = Clock::new();
        for text in ["", "T", "2027-08-02", "2027-02-29T10:00", "2027-08-02T24:30", "2027-13-02T10:00", "gestern"] {
            assert!(matches!(clock.instant(text), Err(Fault::NoSuchTime(_))), "{text}");
        }
        assert!(matches!(clock.instant("2027-08-02T10:00:30"), Err(Fault::NotWholeMinute(_))));
        assert_eq!(clock.session("2027-08-02T10:00", "2027-08-02T10:00"), Err(Fault::EndsBeforeStart));
    }

    #[test]
    fn a_session_that_ends_at_midnight_touches_one_day() {
        let session = Clock::new().session("2027-08-02T20:00", "2027-08-03T00:00").unwrap();
        assert_eq!(session.first_day, session.last_day);
        assert_eq!(day_number(session.first_day), Some(Date::constant(2027, 8, 2)));
    }

    #[test]
    fn birthdays() {
        let born = Date::constant(2016, 2, 29);
        assert_eq!(full_years(born, Date::constant(2027, 2, 28)), 10);
        assert_eq!(full_years(born, Date::constant(2027, 3, 1)), 11);
        assert_eq!(full_years(born, Date::constant(2028, 2, 29)), 12);
    }
}
