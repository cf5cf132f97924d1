//! Rules of an agenda: how typed lines become topics, and how topics find their threads and move.

use allmende_store::{Id, TimelineItem};

/// What stands before a topic in a list pasted from a letter.
const BULLETS: [&str; 6] = ["- ", "– ", "— ", "• ", "* ", "· "];

/// The topics in a text, one a line. Bullets go; numbers go if they count the lines from 1, so that
/// "4. Steuerkreissitzung" alone keeps its number.
pub fn topics(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).map(without_bullet).filter(|line| !line.is_empty()).collect();
    let numbered: Option<Vec<&str>> = (1..).zip(&lines).map(|(number, line)| without_number(line, number)).collect();
    let lines = match numbered {
        Some(rest) if rest.len() > 1 => rest,
        _ => lines,
    };
    lines.into_iter().map(str::to_owned).collect()
}

fn without_bullet(line: &str) -> &str {
    BULLETS.iter().find_map(|bullet| line.strip_prefix(bullet)).unwrap_or(line).trim_start()
}

fn without_number(line: &str, number: usize) -> Option<&str> {
    let line = line.strip_prefix("TOP").map_or(line, str::trim_start);
    let rest = line.strip_prefix(&number.to_string())?;
    let rest = rest.strip_prefix(['.', ')', ':'])?;
    // "1.5 km" is no number of a topic.
    let topic = rest.trim_start();
    (topic.len() < rest.len() && !topic.is_empty()).then_some(topic)
}

/// The thread whose title has the same words as a topic, whatever their case and spacing. None if two have.
pub fn thread_of(topic: &str, threads: &[TimelineItem]) -> Option<Id> {
    let wanted = folded(topic);
    let mut same = threads.iter().filter(|thread| folded(&thread.title) == wanted);
    let first = same.next()?;
    same.next().is_none().then_some(first.record_id)
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ").to_lowercase()
}

/// Where an item goes in an agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Before the one above it.
    Up,
    /// After the one below it.
    Down,
}

/// The order after a move; the same order if there is nothing above or below.
pub fn moved(order: &[Id], item: Id, direction: Move) -> Vec<Id> {
    let mut order = order.to_vec();
    if let Some(at) = order.iter().position(|id| *id == item) {
        let to = match direction {
            Move::Up => at.checked_sub(1),
            Move::Down => Some(at + 1).filter(|to| *to < order.len()),
        };
        if let Some(to) = to {
            order.swap(at, to);
        }
    }
    order
}

/// The order after an item was put at a place, counted from 0; behind all others if there is no such place.
pub fn reordered(order: &[Id], item: Id, place: usize) -> Vec<Id> {
    let mut order = order.to_vec();
    if let Some(at) = order.iter().position(|id| *id == item) {
        order.remove(at);
        order.insert(place.min(order.len()), item);
    }
    order
}

/// When a meeting that begins at "18:00" ends after so many minutes: "19:50". None without a begin, or after midnight.
pub fn span(begins_at: &str, minutes: i64) -> Option<String> {
    let (hour, minute) = begins_at.split_once(':')?;
    let end = hour.parse::<i64>().ok()? * 60 + minute.parse::<i64>().ok()? + minutes;
    (end < 24 * 60).then(|| format!("{:02}:{:02}", end / 60, end % 60))
}

#[cfg(test)]
mod tests {
    use super::*;
    use allmende_store::{Moment, Precision};

    #[test]
    fn every_line_is_a_topic() {
        let table: [(&str, &[&str]); 9] = [
            ("", &[]),
            (" \r\n\r\n", &[]),
            ("Kernwegenetz\r\nLogo", &["Kernwegenetz", "Logo"]),
            ("- Kernwegenetz\n•  Logo\n\n– Radkonzept", &["Kernwegenetz", "Logo", "Radkonzept"]),
            ("1. Kernwegenetz\n2. Logo", &["Kernwegenetz", "Logo"]),
            ("TOP 1: Kernwegenetz\nTOP 2: Logo", &["Kernwegenetz", "Logo"]),
            ("1. Kernwegenetz\n4. Steuerkreissitzung", &["1. Kernwegenetz", "4. Steuerkreissitzung"]),
            ("1. Bauabschnitt", &["1. Bauabschnitt"]),
            ("E-Bike-Ladestationen\n-", &["E-Bike-Ladestationen", "-"]),
        ];
        for (text, expected) in table {
            assert_eq!(topics(text), expected, "{text:?}");
        }
    }

    fn thread(number: u128, title: &str) -> TimelineItem {
        TimelineItem {
            record_id: id(number),
            kind: "thread".to_owned(),
            title: title.to_owned(),
            summary: String::new(),
            on_day: None,
            day_precision: Precision::Day,
            parent_id: None,
            trashed_at: None::<Moment>,
            parent_title: None,
        }
    }

    fn id(number: u128) -> Id {
        // Written as the last digits of an id.
        format!("00000000-0000-7000-8000-{number:012}").parse().unwrap_or(Id::NIL)
    }

    #[test]
    fn a_topic_finds_the_thread_of_its_name() {
        let threads =
            [thread(1, "Kernwegenetz"), thread(2, "Ärztliche  Versorgung"), thread(3, "Logo"), thread(4, "LOGO")];
        let table = [
            ("Kernwegenetz", Some(id(1))),
            (" kernwegenetz ", Some(id(1))),
            ("ÄRZTLICHE Versorgung", Some(id(2))),
            ("Kernwege", None),
            ("Logo", None),
            ("", None),
        ];
        for (topic, expected) in table {
            assert_eq!(thread_of(topic, &threads), expected, "{topic:?}");
        }
    }

    #[test]
    fn items_are_dropped_at_a_place() {
        let order = [id(1), id(2), id(3)];
        let table = [(1, 0, [1, 2, 3]), (1, 1, [2, 1, 3]), (1, 2, [2, 3, 1]), (3, 0, [3, 1, 2]), (2, 99, [1, 3, 2])];
        for (item, place, expected) in table {
            assert_eq!(reordered(&order, id(item), place), expected.map(id), "{item} {place}");
        }
        assert_eq!(reordered(&order, id(9), 0), order);
    }

    #[test]
    fn the_end_follows_from_begin_and_minutes() {
        let table = [("18:00", 110, Some("19:50")), ("23:30", 30, None), ("", 20, None), ("9:05", 55, Some("10:00"))];
        for (begin, minutes, end) in table {
            assert_eq!(span(begin, minutes).as_deref(), end, "{begin} + {minutes}");
        }
    }

    #[test]
    fn items_move_by_one_and_stop_at_the_ends() {
        let order = [id(1), id(2), id(3)];
        let table = [
            (2, Move::Up, [2, 1, 3]),
            (2, Move::Down, [1, 3, 2]),
            (1, Move::Up, [1, 2, 3]),
            (3, Move::Down, [1, 2, 3]),
            (9, Move::Up, [1, 2, 3]),
        ];
        for (item, direction, expected) in table {
            assert_eq!(moved(&order, id(item), direction), expected.map(id), "{item} {direction:?}");
        }
    }
}
