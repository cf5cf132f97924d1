//! What validators overlook. Measured with one faulty sample each: libical, sabre/vobject, ical.js
//! and icalendar for Python find none of the first four.

use jiff::civil::DateTime;

use crate::lines::{Component, components, unfolded};
use crate::text::LINE_OCTETS;

/// A fault of an iCalendar text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A line ends in LF or CR alone. Holds its number, from 1.
    #[error("line {0} does not end in CR LF")]
    LineEnd(usize),
    /// A line has more than 75 octets. Holds its number, from 1.
    #[error("line {0} has more than 75 octets")]
    LongLine(usize),
    /// An event ends before it begins, or when it begins. Holds its UID.
    #[error("the event {0} does not end after its begin")]
    EndsBeforeBegin(String),
    /// A time names a zone that is not defined. Holds the zone.
    #[error("the zone {0} is used and not defined")]
    UndefinedZone(String),
    /// There is no calendar in the text.
    #[error("there is no VCALENDAR")]
    NoCalendar,
    /// A published event names attendees, who must not be known to subscribers. Holds its UID.
    #[error("the published event {0} names attendees")]
    PublishedAttendee(String),
    /// An invitation, cancellation or answer without organizer. Holds its UID.
    #[error("the event {0} has no organizer")]
    NoOrganizer(String),
}

/// All faults of an iCalendar text. Empty does not mean valid: this complements validators.
pub fn faults(text: &str) -> Vec<Fault> {
    let mut found = line_faults(text);
    let calendars = components(&unfolded(text), "VCALENDAR");
    if calendars.is_empty() {
        found.push(Fault::NoCalendar);
    }
    for calendar in &calendars {
        let zones: Vec<&str> = calendar.parts("VTIMEZONE").filter_map(|zone| zone.value("TZID")).collect();
        let method = calendar.value("METHOD").unwrap_or_default();
        for event in calendar.parts("VEVENT") {
            event_faults(event, method, &zones, &mut found);
        }
    }
    found
}

fn line_faults(text: &str) -> Vec<Fault> {
    let mut found = Vec::new();
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let bare = line.trim_end_matches(['\r', '\n']);
        if !line.ends_with("\r\n") || line.len() != bare.len() + 2 || bare.contains('\r') {
            found.push(Fault::LineEnd(at + 1));
        }
        if bare.len() > LINE_OCTETS {
            found.push(Fault::LongLine(at + 1));
        }
    }
    found
}

fn event_faults(event: &Component, method: &str, zones: &[&str], found: &mut Vec<Fault>) {
    let uid = event.value("UID").unwrap_or_default();
    let time = |name: &str| {
        let value = event.value(name)?.trim().trim_end_matches('Z');
        DateTime::strptime("%Y%m%dT%H%M%S", value).ok()
    };
    if let (Some(starts), Some(ends)) = (time("DTSTART"), time("DTEND"))
        && ends <= starts
    {
        found.push(Fault::EndsBeforeBegin(uid.to_owned()));
    }
    for line in &event.properties {
        if let Some(zone) = line.parameter("TZID")
            && !zones.contains(&zone)
        {
            found.push(Fault::UndefinedZone(zone.to_owned()));
        }
    }
    let attended = event.all("ATTENDEE").next().is_some();
    if attended && matches!(method, "" | "PUBLISH") {
        found.push(Fault::PublishedAttendee(uid.to_owned()));
    }
    if event.value("ORGANIZER").is_none() && !method.is_empty() {
        found.push(Fault::NoOrganizer(uid.to_owned()));
    }
}
