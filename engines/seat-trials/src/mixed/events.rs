//! What is offered.

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime};

use super::{CLAIMS, Features, PLACES, TOWNS};
use crate::instance::{AgeBasis, Event, Reserved};
use crate::random::Stream;

/// Invents events within ten days, so that many collide. One programme in five lies over the end of summer time.
pub(super) fn invent(count: usize, children: usize, features: Features, stream: &mut Stream) -> Vec<Event> {
    let first = if stream.chance(0.2) { Date::constant(2027, 10, 27) } else { Date::constant(2027, 8, 2) };
    let scarcity = stream.pick(&[1, 2, 3, 6]);
    (0..count)
        .map(|number| {
            let dates = sessions(first, features, stream);
            let fair = (children / count.max(1)).max(1);
            let capacity = i64::try_from(match stream.below(12) {
                0 => 0,
                1 => 1,
                _ => 1 + stream.below(2 * fair * 3 / scarcity + 2),
            })
            .unwrap_or_default();
            let min =
                if features.minimums { stream.pick(&[0, 0, 1, 2, 2, 3, 4, 5, capacity, capacity + 1]) } else { 0 };
            let (low, high) = stream.pick(&[(6, 16), (6, 16), (6, 10), (8, 12), (10, 14), (12, 16), (7, 7)]);
            let single = dates.len() == 1 && stream.chance(0.3);
            Event {
                id: id(number, stream),
                title: stream.chance(0.5).then(|| format!("Angebot {number}")),
                municipality: stream.chance(0.8).then(|| stream.pick(&TOWNS).to_owned()),
                start: if single { Some(dates[0].0.clone()) } else { None },
                end: if single { Some(dates[0].1.clone()) } else { None },
                dates: if single { Vec::new() } else { dates },
                min_age: stream.chance(0.8).then_some(low),
                max_age: stream.chance(0.8).then_some(high),
                age_basis: if features.age_bases { stream_basis(stream) } else { AgeBasis::Stated },
                min,
                capacity,
                reserved: if features.reserved { reserved(capacity, stream) } else { Vec::new() },
                place: (features.travel && stream.chance(0.8)).then(|| stream.pick(&PLACES).to_owned()),
                activity: (features.activities && stream.chance(0.6))
                    .then(|| stream.pick(&["Kanu", "Töpfern", "Zirkus"]).to_owned()),
                fee_cents: stream.chance(0.5).then(|| stream.pick(&[0, 300, 1250])),
            }
        })
        .collect()
}

fn stream_basis(stream: &mut Stream) -> AgeBasis {
    match stream.below(3) {
        0 => AgeBasis::Stated,
        1 => AgeBasis::OnEventDay,
        _ => AgeBasis::YearOfBirth,
    }
}

fn id(number: usize, stream: &mut Stream) -> String {
    match stream.below(3) {
        0 => format!("Übernachtung {number}"),
        1 => format!("{:05}.{number}", stream.below(100_000)),
        _ => format!("e{number}"),
    }
}

/// One session, or two to four on days in a row; with nights some end on the next day or at midnight.
fn sessions(first: Date, features: Features, stream: &mut Stream) -> Vec<(String, String)> {
    let day = i64::try_from(stream.below(10)).unwrap_or_default();
    let count = if stream.chance(0.2) { 2 + stream.below(3) } else { 1 };
    let night = features.nights && stream.chance(0.3);
    let hour = if night { stream.pick(&[18_i8, 20, 22]) } else { stream.pick(&[8_i8, 9, 10, 13, 14, 16]) };
    let minutes =
        if night { stream.pick(&[120_i64, 180, 660, 780]) } else { stream.pick(&[60_i64, 90, 120, 180, 300, 420]) };
    (0..i64::try_from(count).unwrap_or(1))
        .map(|later| {
            let start = first.saturating_add((day + later).days()).at(hour, stream.pick(&[0, 0, 15, 30]), 0, 0);
            (text(start, features, stream), text(start.saturating_add(minutes.minutes()), features, stream))
        })
        .collect()
}

/// A time as it may be written: local, or with its offset. Between 2 and 3 in the night of the change a local time
/// would be ambiguous; no session starts or ends there.
fn text(at: DateTime, features: Features, stream: &mut Stream) -> String {
    let local = at.strftime("%Y-%m-%dT%H:%M").to_string();
    if !features.offsets || stream.chance(0.5) {
        return local;
    }
    let winter = at >= Date::constant(2027, 10, 31).at(3, 0, 0, 0);
    if stream.chance(0.5) {
        format!("{local}{}", if winter { "+01:00" } else { "+02:00" })
    } else {
        let hours = if winter { 1 } else { 2 };
        at.saturating_sub(hours.hours()).strftime("%Y-%m-%dT%H:%MZ").to_string()
    }
}

/// Up to three kinds of reserved seats, never more than there are.
fn reserved(capacity: i64, stream: &mut Stream) -> Vec<Reserved> {
    let mut left = capacity;
    let mut reserved: Vec<Reserved> = Vec::new();
    for _ in 0..stream.below(4) {
        let seats =
            i64::try_from(stream.below(usize::try_from(left).unwrap_or_default().min(4) + 1)).unwrap_or_default();
        let (entitlement, municipality) = if stream.chance(0.6) {
            (Some(stream.pick(&CLAIMS).to_owned()), None)
        } else {
            (None, Some(stream.pick(&TOWNS).to_owned()))
        };
        let known = reserved.iter().any(|one| one.entitlement == entitlement && one.municipality == municipality);
        if !known {
            left -= seats;
            reserved.push(Reserved { entitlement, municipality, seats });
        }
    }
    reserved
}
