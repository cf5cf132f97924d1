//! Making ids: `UUIDv7` (RFC 9562, 5.7) whose time part is the injected clock's, with a counter behind it (6.2,
//! method 1), so that ids of one instant sort in the order in which they were made.

use std::sync::{Mutex, PoisonError};

use uuid::{ContextV7, Timestamp, Uuid};

use crate::types::{Id, Moment};

/// For how many instants the counter is remembered. Transactions that run side by side carry instants of their own,
/// so one counter would begin anew with every change between them.
const INSTANTS: usize = 256;

/// The counters of the last instants, the one used last at the end.
static COUNTERS: Mutex<Vec<(i64, ContextV7)>> = Mutex::new(Vec::new());

impl Id {
    /// A new id whose time part is `now`. It sorts behind every id that this program made for the same instant.
    pub fn new(now: Moment) -> Self {
        let millis = now.0.as_millisecond();
        let seconds = u64::try_from(millis.div_euclid(1000)).unwrap_or(0);
        let nanos = u32::try_from(millis.rem_euclid(1000)).unwrap_or(0) * 1_000_000;
        let mut counters = COUNTERS.lock().unwrap_or_else(PoisonError::into_inner);
        let place = counters.iter().rposition(|(instant, _)| *instant == millis);
        let own = place.map_or_else(|| (millis, ContextV7::new()), |place| counters.remove(place));
        let id = Uuid::new_v7(Timestamp::from_unix(&own.1, seconds, nanos));
        if counters.len() >= INSTANTS {
            counters.remove(0);
        }
        counters.push(own);
        Self(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::new(text.parse().unwrap())
    }

    #[test]
    fn ids_of_one_instant_sort_as_they_were_made() {
        let now = at("2017-11-14T08:00:00.123Z");
        let ids: Vec<Id> = (0..5_000).map(|_| Id::new(now)).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn the_time_part_is_the_injected_clock_even_when_it_goes_back() {
        let (late, early) = (at("2026-01-02T03:04:05.678Z"), at("2017-11-14T08:00:00.001Z"));
        let mut ids = Vec::new();
        // Two transactions side by side: neither disturbs the order of the other.
        for _ in 0..100 {
            ids.push(Id::new(late));
            ids.push(Id::new(early));
        }
        for (index, now) in [late, early].into_iter().enumerate() {
            let own: Vec<Id> = ids.iter().skip(index).step_by(2).copied().collect();
            assert!(own.windows(2).all(|pair| pair[0] < pair[1]));
            for id in own {
                let (seconds, nanos) = id.0.get_timestamp().unwrap().to_unix();
                let millis = i64::try_from(seconds).unwrap() * 1000 + i64::from(nanos / 1_000_000);
                assert_eq!(millis, now.0.as_millisecond());
            }
        }
    }
}
