//! Checks events, their reserved seats and the ways between places.

use jiff::civil::Date;

use super::checking::{MOST_SEATS, Names, check_name, check_range};
use super::times::Clock;
use super::{EventRow, MOST_RESERVED};
use crate::instance::{Event, Instance};
use crate::problem::{Entry, Fault, Problems};

/// Most sessions of an event.
const MOST_SESSIONS: usize = 400;

/// Checks an event; its row and the day of its first session.
pub(super) fn check_event(
    event: &Event,
    clock: &Clock,
    places: &Names,
    activities: &Names,
    problems: &mut Problems,
) -> (EventRow, Option<Date>) {
    let entry = Entry::Event(event.id.clone());
    check_name(&event.id, &entry, "id", problems);
    for (field, text) in [("municipality", &event.municipality), ("place", &event.place), ("activity", &event.activity)]
    {
        if let Some(text) = text {
            check_name(text, &entry, field, problems);
        }
    }
    let capacity = check_range(event.capacity, 0, MOST_SEATS, &entry, "capacity", problems);
    let min = check_range(event.min, 0, MOST_SEATS, &entry, "min", problems);
    for (field, age) in [("min_age", event.min_age), ("max_age", event.max_age)] {
        if let Some(age) = age {
            check_range(age, 0, 120, &entry, field, problems);
        }
    }
    if let (Some(low), Some(high)) = (event.min_age, event.max_age)
        && low > high
    {
        problems.note(entry.clone(), "min_age", Fault::LimitsCrossed { low, high });
    }
    let reserved = check_reserved(event, &entry, problems);

    let only = match (&event.dates[..], &event.start, &event.end) {
        ([], Some(start), Some(end)) => Some((start.clone(), end.clone())),
        _ => None,
    };
    let dates: &[(String, String)] = only.as_ref().map_or(&event.dates, std::slice::from_ref);
    if dates.is_empty() {
        problems.note(entry.clone(), "dates", Fault::Empty);
    }
    if dates.len() > MOST_SESSIONS {
        let count = dates.len();
        problems.note(entry.clone(), "dates", Fault::TooMany { count, most: MOST_SESSIONS });
    }
    let mut sessions = Vec::new();
    for (start, end) in dates.iter().take(MOST_SESSIONS) {
        match clock.session(start, end) {
            Ok(session) => sessions.push(session),
            Err(fault) => problems.note(entry.clone(), "dates", fault),
        }
    }
    if sessions.len() == dates.len() {
        let mut order: Vec<usize> = (0..sessions.len()).collect();
        order.sort_by_key(|&position| sessions[position].start);
        for pair in order.windows(2) {
            if sessions[pair[1]].start < sessions[pair[0]].end {
                let (first, second) = (pair[0].min(pair[1]) + 1, pair[0].max(pair[1]) + 1);
                problems.note(entry.clone(), "dates", Fault::SessionsOverlap(first, second));
            }
        }
    }
    sessions.sort_by_key(|session| session.start);
    let first_day = sessions.first().and_then(|session| super::times::day_number(session.first_day));
    let row = EventRow {
        id: event.id.clone(),
        capacity,
        min,
        activity: activities.number(event.activity.as_deref()),
        place: places.number(event.place.as_deref()),
        sessions,
        reserved,
    };
    (row, first_day)
}

/// Checks reserved contingents.
fn check_reserved(event: &Event, entry: &Entry, problems: &mut Problems) -> Vec<u32> {
    if event.reserved.len() > MOST_RESERVED {
        let count = event.reserved.len();
        problems.note(entry.clone(), "reserved", Fault::TooMany { count, most: MOST_RESERVED });
        return Vec::new();
    }
    let mut seats = Vec::new();
    for (position, contingent) in event.reserved.iter().enumerate() {
        let ((Some(name), None) | (None, Some(name))) = (&contingent.entitlement, &contingent.municipality) else {
            problems.note(entry.clone(), "reserved", Fault::ReservedForWhom);
            continue;
        };
        check_name(name, entry, "reserved", problems);
        let same = |other: &crate::instance::Reserved| {
            other.entitlement == contingent.entitlement && other.municipality == contingent.municipality
        };
        if event.reserved[..position].iter().any(same) {
            problems.note(entry.clone(), "reserved", Fault::Twice(name.clone()));
        }
        seats.push(check_range(contingent.seats, 0, MOST_SEATS, entry, "reserved", problems));
    }
    let reserved: i64 = seats.iter().map(|&number| i64::from(number)).sum();
    if reserved > event.capacity {
        problems.note(entry.clone(), "reserved", Fault::ReservedTooMany { reserved, capacity: event.capacity });
    }
    seats
}

/// Checks travelling times.
pub(super) fn check_travel(instance: &Instance, places: &Names, problems: &mut Problems) -> Vec<(u32, u32, u32)> {
    let mut ways: Vec<(u32, u32, u32)> = Vec::with_capacity(instance.travel.len());
    for way in &instance.travel {
        let entry = Entry::Travel(way.from.clone(), way.to.clone());
        check_name(&way.from, &entry, "from", problems);
        check_name(&way.to, &entry, "to", problems);
        if way.from == way.to {
            problems.note(entry.clone(), "to", Fault::Twice(way.to.clone()));
        }
        let minutes = check_range(way.minutes, 0, 1440, &entry, "minutes", problems);
        let (a, b) = (places.number(Some(&way.from)), places.number(Some(&way.to)));
        ways.push((a.min(b), a.max(b), minutes));
    }
    ways.sort_unstable();
    ways.dedup();
    for pair in ways.windows(2) {
        if (pair[0].0, pair[0].1) == (pair[1].0, pair[1].1) {
            let name = |number: u32| places.sorted.get(number as usize).cloned().unwrap_or_default();
            problems.note(Entry::Travel(name(pair[0].0), name(pair[0].1)), "minutes", Fault::WayTwice);
        }
    }
    ways
}
