//! The time zone of every meeting, with its rules.

/// The zone's name in `TZID`.
pub(crate) const TZID: &str = "Europe/Berlin";

/// The rules of the European Union since 1996 (Directive 2000/84/EC and those before it): summer
/// time from the last Sunday of March to the last Sunday of October, each at 1 o'clock UTC. Meetings
/// before 1996 are not written.
pub(crate) const VTIMEZONE: &[&str] = &[
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Berlin",
    "BEGIN:DAYLIGHT",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
];
