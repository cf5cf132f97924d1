//! Invented records.

use allmende_alliance::model::{Alliance, Body, BodyKind};
use allmende_meetings::model::{AgendaItem, Meeting, MeetingState};
use allmende_network::model::{EntryKind, NetworkEntry};
use allmende_press::model::Clipping;
use allmende_projects::model::{Thread, ThreadKind, ThreadState};
use allmende_store::{Day, Head, Id, Precision};
use jiff::civil::date;

pub(super) fn id(number: u128) -> Id {
    Id(uuid::Uuid::from_u128(number))
}

pub(super) fn head(number: u128) -> Head {
    Head { id: id(number), ..Head::default() }
}

pub(super) fn day(year: i16, month: i8, day: i8) -> Day {
    Day(date(year, month, day))
}

pub(super) fn body(number: u128, name: &str, one: &str, many: &str) -> Body {
    Body {
        head: head(number),
        name: name.to_owned(),
        kind: BodyKind::Assembly,
        meeting_name: one.to_owned(),
        meeting_name_plural: many.to_owned(),
        municipality_id: None,
        description: String::new(),
    }
}

pub(super) fn meeting(number: u128, body: u128, held_on: Day) -> Meeting {
    Meeting { head: head(number), state: MeetingState::Held, ..Meeting::new(id(body), "", held_on) }
}

pub(super) fn topic(number: u128, meeting: u128, title: &str, thread: Option<u128>) -> AgendaItem {
    AgendaItem {
        head: head(number),
        thread_id: thread.map(id),
        ..AgendaItem::new(id(meeting), i64::try_from(number).unwrap(), title)
    }
}

pub(super) fn entry(number: u128, held_on: Day) -> NetworkEntry {
    NetworkEntry {
        head: head(number),
        held_on,
        ends_on: None,
        precision: Precision::Day,
        kind: EntryKind::Meeting,
        title: format!("Treffen {number}"),
        place: String::new(),
        partners: String::new(),
        outcome: String::new(),
        thread_id: None,
    }
}

pub(super) fn thread(number: u128, title: &str) -> Thread {
    Thread {
        head: head(number),
        title: title.to_owned(),
        kind: ThreadKind::Project,
        strategic: false,
        field_id: None,
        state: Some(ThreadState::Running),
        state_since: None,
        summary: String::new(),
        narrative: "Die Wiesen sind gemäht.".to_owned(),
        lead: String::new(),
        partners: String::new(),
        started_on: None,
        position: i64::try_from(number).unwrap(),
    }
}

pub(super) fn clipping(number: u128, published_on: Day) -> Clipping {
    Clipping {
        head: head(number),
        medium_id: id(9),
        published_on,
        precision: Precision::Day,
        headline: "Wiesen gemäht".to_owned(),
        page: "12".to_owned(),
        link: String::new(),
        summary: String::new(),
        thread_id: None,
    }
}

pub(super) fn alliance() -> Alliance {
    Alliance {
        head: head(999),
        name: "Allianz Au-Tal e. V.".to_owned(),
        short_name: "Au-Tal".to_owned(),
        inflected_name: "der Allianz Au-Tal e. V.".to_owned(),
        legal_form: "e. V.".to_owned(),
        seat: "Auhausen".to_owned(),
        address: "Hauptstraße 1\n99999 Auhausen".to_owned(),
        founded_on: None,
        contact_name: String::new(),
        email: String::new(),
        phone: String::new(),
        website: String::new(),
        brand: "#1e5945".to_owned(),
        logo_file: None,
        outline_source: "Quelle: erfunden".to_owned(),
    }
}
