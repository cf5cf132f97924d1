//! The list to sign: everybody who was asked to come, with room for a name by hand, and empty lines for others.

use allmende_alliance::model::Alliance;
use allmende_documents::{Block, Cell, Column, Document, Layout, Row, RowGroup, Table, format as german};
use allmende_store::Day;

use crate::model::Meeting;
use crate::model::participant::{Answer, Participant};

/// Lines for people whom nobody expected.
const EMPTY_LINES: usize = 4;

/// The list of a meeting, members first and guests behind. Reasons of absence are nobody's business and stay out.
pub fn list(alliance: &Alliance, meeting: &Meeting, invited: &[Participant], on: Day) -> Document {
    let (members, guests): (Vec<&Participant>, Vec<&Participant>) = invited.iter().partition(|one| one.role.votes());
    let mut number = 0;
    let mut group = |title: &str, people: &[&Participant]| {
        let rows = people.iter().map(|one| {
            number += 1;
            row(number, one)
        });
        RowGroup { title: Some(title.to_owned()), rows: rows.collect() }
    };
    let mut groups = vec![group("Mitglieder", &members), group("Gäste", &guests)];
    groups.retain(|group| !group.rows.is_empty());
    let empty = Row { cells: ["", "", "", ""].map(Cell::from).into(), strong: false };
    groups.push(RowGroup { title: Some("Weitere Anwesende".to_owned()), rows: vec![empty; EMPTY_LINES] });
    let day = german::long_date_with_weekday(meeting.held_on.0, german::Language::De);
    let time = if meeting.begins_at.is_empty() { String::new() } else { format!("{}\u{a0}Uhr", meeting.begins_at) };
    let facts = [day, time, meeting.place.clone()];
    let subtitle = facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(", ");
    Document {
        layout: Layout::List,
        language: german::Language::De.tag().to_owned(),
        title: german::keep_together(&format!("Anwesenheitsliste: {}", meeting.title)),
        subtitle: Some(subtitle),
        description: format!("Anwesenheitsliste zum Unterschreiben, {}", german::date(meeting.held_on.0)),
        author: alliance.name.clone(),
        running_head: german::date(meeting.held_on.0),
        date: on.to_string(),
        brand: alliance.brand.clone(),
        imprint: Vec::new(),
        cover: None,
        letter: None,
        colophon: None,
        blocks: vec![Block::Table(Table {
            columns: vec![
                Column::number("Nr."),
                Column::text("Eingeladen", 4),
                Column::text("Name", 5),
                Column::writing("Unterschrift", 6),
            ],
            groups,
            wide: true,
            ..Table::default()
        })],
        images: Vec::new(),
    }
}

fn row(number: i64, one: &Participant) -> Row {
    let name = if one.person.is_empty() { "" } else { one.speaker() };
    let small = match one.answer {
        Answer::No => Some("abgesagt".to_owned()),
        Answer::Deputy if !one.deputy.is_empty() => Some("in Vertretung".to_owned()),
        _ => None,
    };
    let name = Cell { small, ..Cell::from(name) };
    Row {
        cells: vec![german::grouped(number).into(), Cell::from(one.name.as_str()), name, Cell::from("")],
        strong: false,
    }
}
