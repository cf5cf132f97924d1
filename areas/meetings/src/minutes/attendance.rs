//! Who was there: the table of attendance and the sentences about coming and going.

use allmende_documents::{Cell, Column, Row, RowGroup, Table};
use allmende_meeting_rules::{MinutesFacts, MinutesItem, missing_for_minutes};
use allmende_store::Moment;

use super::proceedings::{Proceedings, Sheet, clock};
use crate::model::AgendaItem;
use crate::model::participant::{Answer, Participant, Presence};

/// Whether the law asks for something in the minutes of this body.
pub fn asks(proceedings: &Proceedings, item: MinutesItem) -> bool {
    missing_for_minutes(proceedings.rules.regime, &MinutesFacts::default()).iter().any(|gap| gap.item == item)
}

/// The table of all members with times, and the guests below it.
pub fn table(proceedings: &Proceedings, sheet: Sheet) -> Table {
    let rows: Vec<Row> = proceedings.voting().map(|one| row(proceedings, one, sheet)).collect();
    let there = proceedings.voting().filter(|one| !proceedings.presences_of(one.head.id).is_empty()).count();
    let all = proceedings.voting().count();
    let total = vec![
        format!("{there} von {all} Mitgliedern"),
        String::new(),
        String::new(),
        String::new(),
        span_of_heads(proceedings),
    ];
    Table {
        title: String::new(),
        columns: vec![
            Column::text("Mitglied", 4),
            Column::text("vertreten durch", 4),
            Column::time("von"),
            Column::time("bis"),
            Column::text("Bemerkung", 4),
        ],
        groups: vec![RowGroup { title: None, rows }],
        total: (all > 0).then_some(total),
        note: note(proceedings),
        wide: true,
    }
}

/// "7 bis 8 stimmberechtigt": the least and the most who could vote at once.
fn span_of_heads(proceedings: &Proceedings) -> String {
    let instants = proceedings.presences.iter().map(|presence| presence.came_at);
    let left = proceedings.presences.iter().filter_map(|presence| presence.left_at);
    let end = proceedings.meeting.closed_at;
    let within =
        |at: &Moment| proceedings.meeting.opened_at.is_none_or(|open| *at >= open) && end.is_none_or(|end| *at < end);
    let counts: Vec<usize> = instants
        .chain(left)
        .chain(proceedings.meeting.opened_at)
        .filter(within)
        .map(|at| proceedings.heads_at(at))
        .collect();
    match (counts.iter().min(), counts.iter().max()) {
        (Some(least), Some(most)) if least == most => format!("{most} stimmberechtigt"),
        (Some(least), Some(most)) => format!("{least} bis {most} stimmberechtigt"),
        _ => String::new(),
    }
}

fn row(proceedings: &Proceedings, one: &Participant, sheet: Sheet) -> Row {
    let presences = proceedings.presences_of(one.head.id);
    let (Some(first), Some(last)) = (presences.first(), presences.last()) else {
        let cells = [one.name.as_str(), "–", "–", "–", &absence(proceedings, one)];
        return Row { cells: cells.into_iter().map(Cell::from).collect(), strong: false };
    };
    let meeting = &proceedings.meeting;
    let late = meeting.opened_at.is_some_and(|open| first.came_at > open);
    let left = last.left_at.filter(|left| meeting.closed_at.is_none_or(|end| *left < end));
    let cell = |deviates: bool, text: String| if deviates { Cell::deviating(text) } else { Cell::from(text) };
    let end = left.map_or_else(|| proceedings.end(), clock);
    Row {
        cells: vec![
            Cell::from(one.name.as_str()),
            Cell::from(persons(one, &presences)),
            cell(late, clock(first.came_at)),
            cell(left.is_some(), end),
            Cell::from(remark(proceedings, one, &presences, sheet)),
        ],
        strong: false,
    }
}

/// Who really sat there, each once.
fn persons(one: &Participant, presences: &[&Presence]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for presence in presences {
        let name = presence.person.trim();
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() { one.speaker().to_owned() } else { names.join(", ") }
}

fn absence(proceedings: &Proceedings, one: &Participant) -> String {
    let excused = matches!(one.answer, Answer::No | Answer::Deputy) || !one.reason.is_empty();
    // Reasons are private; only where the law asks for them they stand here (Art. 54 Abs. 1 Satz 2 GO).
    let asked = asks(proceedings, MinutesItem::AbsenceReasons);
    match (excused, asked && !one.reason.is_empty()) {
        (true, true) => format!("entschuldigt ({})", one.reason),
        (true, false) => "entschuldigt".to_owned(),
        (false, _) => "abwesend".to_owned(),
    }
}

fn remark(proceedings: &Proceedings, one: &Participant, presences: &[&Presence], sheet: Sheet) -> String {
    let mut words: Vec<String> = Vec::new();
    let usual = if one.person.is_empty() { &one.name } else { &one.person };
    if presences.iter().any(|presence| !presence.person.is_empty() && presence.person != *usual) {
        words.push("in Vertretung".to_owned());
    }
    let items = proceedings.items_of(sheet);
    let item_at = |at: Moment| {
        items
            .iter()
            .find(|(item, _)| item.began_at.is_some_and(|b| b <= at) && item.ended_at.is_none_or(|end| end > at))
            .map(|(_, number)| number.clone())
    };
    let meeting = &proceedings.meeting;
    if let Some(first) = presences.first()
        && meeting.opened_at.is_some_and(|open| first.came_at > open)
    {
        words.push(item_at(first.came_at).map_or_else(|| "später gekommen".to_owned(), |n| format!("ab TOP {n}")));
    }
    for pair in presences.windows(2) {
        if let [before, after] = pair
            && let Some(left) = before.left_at
            && left < after.came_at
        {
            words.push(format!("abwesend {}–{}", clock(left), clock(after.came_at)));
        }
    }
    let left = presences.last().and_then(|last| last.left_at);
    if let Some(left) = left.filter(|left| meeting.closed_at.is_none_or(|end| *left < end)) {
        let words_of = |n| format!("gegangen bei TOP {n}");
        words.push(item_at(left).map_or_else(|| "früher gegangen".to_owned(), words_of));
    }
    words.join(", ")
}

/// Guests, and what the marks mean.
fn note(proceedings: &Proceedings) -> Option<String> {
    let mut sentences = Vec::new();
    let guests: Vec<String> = proceedings
        .participants
        .iter()
        .filter(|one| !one.role.votes() && !proceedings.presences_of(one.head.id).is_empty())
        .map(|one| if one.person.is_empty() { one.name.clone() } else { format!("{} ({})", one.name, one.person) })
        .collect();
    if !guests.is_empty() {
        sentences.push(format!("Ohne Stimme anwesend: {}.", guests.join(", ")));
    }
    let open = proceedings.meeting.opened_at;
    let end = proceedings.meeting.closed_at;
    let deviates = |presence: &Presence| {
        open.is_some_and(|open| presence.came_at > open)
            || presence.left_at.is_some_and(|left| end.is_none_or(|end| left < end))
    };
    if proceedings.presences.iter().any(deviates) {
        sentences.push("Abweichende Zeiten sind hervorgehoben.".to_owned());
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// The time of an item and how many could vote: "18:10 Uhr", "8 anwesend ab 18:35".
pub fn margin(proceedings: &Proceedings, item: &AgendaItem) -> Vec<String> {
    let Some(began) = item.began_at else { return Vec::new() };
    let mut lines = vec![format!("{}\u{a0}Uhr", clock(began)), format!("{} anwesend", proceedings.heads_at(began))];
    let changes = moves(proceedings, item);
    if let Some((at, ..)) = changes.last() {
        lines.push(format!("{} ab {}", proceedings.heads_at(*at), clock(*at)));
    }
    lines
}

/// Who came or went while an item was dealt with, in order.
fn moves<'a>(proceedings: &'a Proceedings, item: &AgendaItem) -> Vec<(Moment, &'a Participant, bool)> {
    let (Some(began), meeting) = (item.began_at, &proceedings.meeting) else { return Vec::new() };
    let end = item.ended_at.or(meeting.closed_at);
    let within = |at: Moment| at > began && end.is_none_or(|end| at < end);
    let mut all: Vec<(Moment, &Participant, bool)> = Vec::new();
    for one in proceedings.voting() {
        for presence in proceedings.presences_of(one.head.id) {
            if within(presence.came_at) {
                all.push((presence.came_at, one, true));
            }
            if let Some(left) = presence.left_at.filter(|left| within(*left)) {
                all.push((left, one, false));
            }
        }
    }
    all.sort_by_key(|(at, ..)| *at);
    all
}

/// The sentences about coming and going at an item; empty if nobody did.
pub fn movement(proceedings: &Proceedings, item: &AgendaItem) -> String {
    let sentence = |(at, one, came): &(Moment, &Participant, bool)| {
        let name = match one.speaker() {
            person if person == one.name => one.name.clone(),
            person => format!("{person} ({})", one.name),
        };
        let time = clock(*at);
        if *came {
            format!("{name} trifft um {time}\u{a0}Uhr ein.")
        } else {
            format!("{name} verlässt die Sitzung um {time}\u{a0}Uhr.")
        }
    };
    moves(proceedings, item).iter().map(sentence).collect::<Vec<_>>().join(" ")
}
