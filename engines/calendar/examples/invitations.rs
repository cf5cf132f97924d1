//! Writes sample calendars for independent validators: `cargo run -p allmende-calendar --example invitations -- DIR`.
//!
//! The name of each file says what it is; the UID of each event whose time is checked holds its
//! local begin, `time-20171130T1800@…`.

use std::path::Path;

use allmende_calendar::{Attendee, Event, Party, Role, cancel, feed, request};
use jiff::Timestamp;
use jiff::civil::DateTime;

/// Winter, summer, and the hours around both changes of 2017 and of later years.
const BEGINS: &[&str] = &[
    "2017-11-30T18:00",
    "2017-06-29T18:00",
    "2017-03-26T01:30",
    "2017-03-26T03:00",
    "2017-03-26T18:00",
    "2017-10-29T01:30",
    "2017-10-29T03:00",
    "2017-10-29T18:00",
    "1996-12-01T10:00",
    "2024-02-29T19:30",
    "2026-03-29T12:00",
    "2026-10-25T12:00",
    "2037-07-15T09:00",
    "2039-12-31T23:30",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Some(folder) = std::env::args().nth(1) else { return Err("usage: invitations DIR".into()) };
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let now: Timestamp = "2017-11-14T08:00:00Z".parse()?;
    let plain = event("2017-11-30T18:00", now)?;
    let harsh = harsh(&plain);
    let called_off = Event { sequence: 2, cancelled: true, ..plain.clone() };
    let mut all = BEGINS.iter().map(|begin| event(begin, now)).collect::<Result<Vec<_>, _>>()?;
    let times = feed("Termine", &all, now);
    all.extend([harsh.clone(), called_off.clone()]);
    let nameless: Vec<Event> = all.iter().cloned().map(|event| Event { organizer: None, ..event }).collect();
    let files = [
        ("request.ics", request(&plain)),
        ("request-harsh.ics", request(&harsh)),
        ("request-open-end.ics", request(&Event { ends: None, ..plain.clone() })),
        ("cancel.ics", cancel(&called_off)),
        ("cancel-harsh.ics", cancel(&harsh)),
        ("feed-times.ics", times),
        ("feed-all.ics", feed("Kommunale Allianz; \"Mustertal\", alle Gremien", &all, now)),
        ("feed-nameless.ics", feed("Öffentliche Sitzungen", &nameless, now)),
        ("feed-empty.ics", feed("Noch nichts", &[], now)),
    ];
    for (name, text) in files {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}

fn event(begin: &str, stamp: Timestamp) -> Result<Event, jiff::Error> {
    let starts: DateTime = begin.parse()?;
    let party = |name: &str, email: &str| Party { name: name.to_owned(), email: email.to_owned() };
    let attendee = |name: &str, email: &str, role, rsvp| Attendee { party: party(name, email), role, rsvp };
    Ok(Event {
        uid: format!("time-{}@mustertal.example", starts.strftime("%Y%m%dT%H%M")),
        sequence: 1,
        stamp,
        starts,
        ends: Some(starts.checked_add(jiff::Span::new().minutes(90))?),
        summary: "Mitgliederversammlung".to_owned(),
        description: "Tagesordnung:\n1. Begrüßung\n2. Kernwegenetz, Radwege; Beschluss".to_owned(),
        location: "Rathaus Musterdorf, Großer Saal".to_owned(),
        url: Some("https://mustertal.example/sitzungen/42".to_owned()),
        organizer: Some(party("Kommunale Allianz Mustertal", "kontakt@mustertal.example")),
        attendees: vec![
            attendee("Erika Muster", "erika.muster@musterdorf.example", Role::Chair, true),
            attendee("Max Beispiel", "max.beispiel@beispielstadt.example", Role::Member, true),
            attendee("Amt für Ländliche Entwicklung", "ale@amt.example", Role::Guest, false),
        ],
        cancelled: false,
    })
}

/// The worst that may stand in the fields.
fn harsh(plain: &Event) -> Event {
    let long = "Große Übersicht über die Straßen, Wege; und \"Plätze\" \\ Brücken 🚲 ".repeat(12);
    let nasty = |email: &str| Party {
        name: "Dr. \"Hansi\" von Größe: zu, Klein; ^n\r\nEND:VEVENT".to_owned(),
        email: email.to_owned(),
    };
    let attendee = |number: usize| Attendee {
        party: nasty(&format!("sehr-lange-adresse-einer-gemeindeverwaltung-{number}@gemeinde.example\r\n")),
        role: if number == 0 { Role::Chair } else { Role::Member },
        rsvp: number.is_multiple_of(2),
    };
    Event {
        uid: "harsh, with;\r\nsigns@mustertal.example".to_owned(),
        sequence: 4_000_000,
        summary: format!("{long}\r\nBEGIN:VALARM\n\u{7}\t{long}"),
        description: long.repeat(20),
        location: format!(" {long} "),
        url: Some("https://mustertal.example/sitzungen?a=1;b=2,3&c=\r\nX: y".to_owned()),
        organizer: Some(nasty("kontakt@mustertal.example")),
        attendees: (0..14).map(attendee).collect(),
        ..plain.clone()
    }
}
