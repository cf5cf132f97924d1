#![allow(clippy::unwrap_used)]

use super::*;
use allmende_press::model::{Medium, MediumKind};
use allmende_store::{Day, Head, Id};
use jiff::civil::date;

fn event(title: &str) -> Event {
    Event {
        date: date(2024, 3, 5),
        end_date: None,
        precision: None,
        title: title.to_owned(),
        place: None,
        note: String::new(),
        source: Vec::new(),
    }
}

fn press(medium: &str) -> PressItem {
    PressItem { medium: medium.to_owned(), date: None, title: None, note: String::new(), source: Vec::new() }
}

#[test]
fn what_is_recorded_is_not_ticked() {
    let mut facts = Facts::default();
    facts.entries.push(allmende_network::model::NetworkEntry {
        head: Head::default(),
        held_on: Day(date(2024, 3, 5)),
        ends_on: None,
        precision: allmende_store::Precision::Day,
        kind: allmende_network::model::EntryKind::Meeting,
        title: "Treffen mit dem Amt Au-Tal".to_owned(),
        place: String::new(),
        partners: String::new(),
        outcome: String::new(),
        thread_id: None,
    });
    facts.media.push(Medium {
        head: Head { id: Id::NIL, ..Head::default() },
        name: "Au-Bote".to_owned(),
        kind: MediumKind::Daily,
        website: String::new(),
        email: String::new(),
        note: String::new(),
    });
    let proposal = Proposal {
        events: vec![event("Treffen mit dem Amt Autal"), event("Treffen mit der Nachbarallianz")],
        press: vec![press("Au Bote"), press("Tal-Echo")],
        ..Proposal::default()
    };
    let selection = Selection::new_only(&proposal, &Known::of(&facts));
    assert_eq!(selection.events.into_iter().collect::<Vec<_>>(), vec![1]);
    assert_eq!(selection.press.into_iter().collect::<Vec<_>>(), vec![1]);
}

#[test]
fn the_same_title_on_another_day_is_new() {
    let mut facts = Facts::default();
    facts.entries.push(allmende_network::model::NetworkEntry {
        head: Head::default(),
        held_on: Day(date(2024, 3, 6)),
        ends_on: None,
        precision: allmende_store::Precision::Day,
        kind: allmende_network::model::EntryKind::Meeting,
        title: "Treffen".to_owned(),
        place: String::new(),
        partners: String::new(),
        outcome: String::new(),
        thread_id: None,
    });
    assert!(!Known::of(&facts).event(&event("Treffen")));
}
