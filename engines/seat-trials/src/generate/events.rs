//! What takes place, when and for whom.

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Weekday};

use super::families::Towns;
use super::{DAYS, FIRST_DAY};
use crate::instance::Event;
use crate::random::Stream;

/// An event with what only the generator knows of it.
#[derive(Debug)]
pub(super) struct Invented {
    pub(super) event: Event,
    /// Seats before they are scaled to the load.
    pub(super) base_seats: u32,
    /// How much children like it.
    pub(super) attraction: f64,
}

/// Lowest age, highest age, weight.
const AGE_BANDS: [(i64, i64, f64); 13] = [
    (6, 8, 4.0),
    (6, 9, 6.0),
    (6, 10, 10.0),
    (6, 12, 12.0),
    (6, 16, 8.0),
    (7, 11, 8.0),
    (8, 12, 14.0),
    (8, 14, 8.0),
    (9, 13, 6.0),
    (10, 14, 8.0),
    (10, 16, 6.0),
    (12, 16, 6.0),
    (13, 16, 2.0),
];
const SEATS: [u32; 18] = [6, 8, 8, 10, 10, 12, 12, 15, 15, 15, 16, 18, 20, 20, 25, 30, 40, 50];
const FEES: [i64; 11] = [0, 0, 0, 200, 300, 500, 500, 800, 1000, 1500, 2500];

/// Invents events: 55 % half a day (2 to 4 hours), 25 % a whole day (6 to 8), 12 % short (1 to 2), 8 % camps of 3 to 5
/// days; on weekends only three of five that would fall there; more in the first weeks than in the last.
pub(super) fn invent(count: usize, towns: &Towns, stream: &mut Stream) -> Vec<Invented> {
    let weights = AGE_BANDS.map(|band| band.2);
    (0..count)
        .map(|index| {
            let (min_age, max_age, _) = AGE_BANDS[stream.weighted(&weights)];
            let kind = stream.unit();
            let day = day(stream);
            let (first, days, hour, minute, length) = if kind < 0.55 {
                let hour = stream.pick(&[9, 9, 10, 10, 13, 14, 14, 14, 15, 16]);
                (day, 1, hour, 0, stream.pick(&[120, 150, 180, 180, 210, 240]))
            } else if kind < 0.80 {
                (day, 1, stream.pick(&[8, 8, 9, 9, 10]), stream.pick(&[0, 30]), stream.pick(&[360, 420, 480]))
            } else if kind < 0.92 {
                let hour = stream.pick(&[10, 14, 15, 16, 17, 18, 19]);
                (day, 1, hour, stream.pick(&[0, 30]), stream.pick(&[60, 90, 120]))
            } else {
                let days = stream.pick(&[3, 3, 4, 5]);
                let hour = stream.pick(&[8, 9, 9, 10]);
                (day.min(DAYS - days), days, hour, 0, stream.pick(&[240, 360, 420]))
            };
            let dates: Vec<(String, String)> = (first..first + days)
                .map(|day| {
                    let start = date(day).at(hour, minute, 0, 0);
                    (text(start), text(start + i64::from(length).minutes()))
                })
                .collect();
            let base_seats = stream.pick(&SEATS);
            let attraction = stream.log_normal(0.9);
            let event = Event {
                id: format!("E{:05}", index + 1),
                municipality: Some(towns.name(stream.weighted(&towns.weights))),
                start: dates.first().map(|session| session.0.clone()),
                end: dates.last().map(|session| session.1.clone()),
                dates,
                min_age: Some(min_age),
                max_age: Some(max_age),
                fee_cents: Some(stream.pick(&FEES)),
                ..Event::default()
            };
            Invented { event, base_seats, attraction }
        })
        .collect()
}

/// The day of an event, counted from the first.
#[allow(clippy::cast_possible_truncation)] // below 42
fn day(stream: &mut Stream) -> i32 {
    loop {
        let day = (stream.triangular(f64::from(DAYS), f64::from(DAYS) * 0.3) as i32).min(DAYS - 1);
        let weekend = matches!(date(day).weekday(), Weekday::Saturday | Weekday::Sunday);
        if !weekend || stream.chance(0.6) {
            return day;
        }
    }
}

fn date(day: i32) -> Date {
    FIRST_DAY.saturating_add(day.days())
}

fn text(moment: DateTime) -> String {
    moment.strftime("%Y-%m-%dT%H:%M").to_string()
}
