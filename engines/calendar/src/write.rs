//! Writing: invitations, cancellations, feeds.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::event::{Attendee, Event, Party};
use crate::text::{bare, escaped, fold, parameter};
use crate::zone::{TZID, VTIMEZONE};

/// Who wrote it (RFC 5545, section 3.7.3).
const PRODID: &str = "-//Allmende//Allmende//DE";

/// An invitation or its update: `METHOD:REQUEST`. An update has the same `uid` and a higher
/// `sequence`. The mail part that carries it says `method=REQUEST`.
pub fn request(event: &Event) -> String {
    let mut out = begun(Some("REQUEST"));
    zone(&mut out);
    body(&mut out, event, event.stamp, event.cancelled);
    for attendee in &event.attendees {
        out.line(&invited(attendee));
    }
    out.line("END:VEVENT");
    out.ended()
}

/// Calls the meeting off: `METHOD:CANCEL` with `STATUS:CANCELLED`. The `sequence` must be higher
/// than that of the last invitation.
pub fn cancel(event: &Event) -> String {
    let mut out = begun(Some("CANCEL"));
    zone(&mut out);
    body(&mut out, event, event.stamp, true);
    for attendee in &event.attendees {
        out.line(&format!("ATTENDEE{}", party(&attendee.party)));
    }
    out.line("END:VEVENT");
    out.ended()
}

/// A calendar to subscribe to: `METHOD:PUBLISH`, without any attendee.
///
/// RFC 5546 lets only events with an organizer be published, so the method is left out if one of
/// them has none; programs that subscribe to calendars treat both alike. `now` is the time at which
/// the feed is made.
pub fn feed(name: &str, events: &[Event], now: Timestamp) -> String {
    let published = events.iter().all(|event| event.organizer.is_some());
    let mut out = begun(published.then_some("PUBLISH"));
    out.text("X-WR-CALNAME", name);
    out.line(&format!("X-WR-TIMEZONE:{TZID}"));
    out.line("X-PUBLISHED-TTL:PT4H");
    zone(&mut out);
    for event in events {
        body(&mut out, event, now, event.cancelled);
        out.line(&format!("LAST-MODIFIED:{}", utc(event.stamp)));
        out.line("END:VEVENT");
    }
    out.ended()
}

/// A text that grows by folded lines.
struct Lines(String);

impl Lines {
    fn line(&mut self, line: &str) {
        fold(line, &mut self.0);
    }

    /// A TEXT property; left out if it is empty.
    fn text(&mut self, name: &str, value: &str) {
        if !value.trim().is_empty() {
            self.line(&format!("{name}:{}", escaped(value.trim())));
        }
    }

    fn ended(mut self) -> String {
        self.line("END:VCALENDAR");
        self.0
    }
}

fn begun(method: Option<&str>) -> Lines {
    let mut out = Lines(String::with_capacity(2048));
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line(&format!("PRODID:{PRODID}"));
    out.line("CALSCALE:GREGORIAN");
    if let Some(method) = method {
        out.line(&format!("METHOD:{method}"));
    }
    out
}

fn zone(out: &mut Lines) {
    for line in VTIMEZONE {
        out.line(line);
    }
}

/// An event without its attendees and its last line.
fn body(out: &mut Lines, event: &Event, stamp: Timestamp, cancelled: bool) {
    out.line("BEGIN:VEVENT");
    out.line(&format!("UID:{}", escaped(&bare(&event.uid))));
    out.line(&format!("DTSTAMP:{}", utc(stamp)));
    out.line(&format!("SEQUENCE:{}", event.sequence));
    out.line(&format!("DTSTART;TZID={TZID}:{}", local(event.starts)));
    if let Some(ends) = event.ends.filter(|ends| *ends > event.starts) {
        out.line(&format!("DTEND;TZID={TZID}:{}", local(ends)));
    }
    // A summary must exist (RFC 5546, section 3.2.2).
    out.line(&format!("SUMMARY:{}", escaped(event.summary.trim())));
    out.text("DESCRIPTION", &event.description);
    out.text("LOCATION", &event.location);
    if let Some(url) = event.url.as_deref().map(bare).filter(|url| !url.is_empty()) {
        out.line(&format!("URL:{url}"));
    }
    out.line(if cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    out.line("TRANSP:OPAQUE");
    if let Some(organizer) = &event.organizer {
        out.line(&format!("ORGANIZER{}", party(organizer)));
    }
}

fn invited(attendee: &Attendee) -> String {
    let rsvp = if attendee.rsvp { ";RSVP=TRUE" } else { "" };
    let role = attendee.role.word();
    format!("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE={role};PARTSTAT=NEEDS-ACTION{rsvp}{}", party(&attendee.party))
}

/// `;CN=Name:mailto:address`, the end of ORGANIZER and ATTENDEE.
fn party(party: &Party) -> String {
    let name = parameter(&party.name);
    let name = if name.is_empty() { name } else { format!(";CN={name}") };
    format!("{name}:mailto:{}", bare(&party.email))
}

fn local(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

fn utc(at: Timestamp) -> String {
    format!("{}Z", local(at.to_zoned(TimeZone::UTC).datetime()))
}
