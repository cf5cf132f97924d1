//! Invitations as others read them, answers as others write them, and texts that nobody meant.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod mails;
mod properties;
mod reading;
mod times;
mod writing;

use allmende_calendar::{Attendee, Event, Party, Role};
use jiff::Timestamp;

/// An instant.
fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The assembly of 30 November 2017, 18 o'clock.
fn assembly() -> Event {
    let party = |name: &str, email: &str| Party { name: name.to_owned(), email: email.to_owned() };
    Event {
        uid: "018c-42@mustertal.example".to_owned(),
        sequence: 3,
        stamp: at("2017-11-14T08:00:00Z"),
        starts: "2017-11-30T18:00".parse().unwrap(),
        ends: Some("2017-11-30T20:30".parse().unwrap()),
        summary: "Mitgliederversammlung; Haushalt".to_owned(),
        description: "1. Begrüßung\n2. Haushalt 2018, Beschluss".to_owned(),
        location: "Rathaus Musterdorf, Großer Saal".to_owned(),
        url: Some("https://mustertal.example/s/42".to_owned()),
        organizer: Some(party("Kommunale Allianz Mustertal", "kontakt@mustertal.example")),
        attendees: vec![
            Attendee { party: party("Erika Muster", "erika@musterdorf.example"), role: Role::Chair, rsvp: true },
            Attendee { party: party("Beispiel, Max", "max@beispiel.example"), role: Role::Member, rsvp: true },
            Attendee { party: party("", "ale@amt.example"), role: Role::Guest, rsvp: false },
        ],
        cancelled: false,
    }
}

/// The lines of a text with folding taken back.
fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}
