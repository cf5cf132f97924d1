//! Which events exclude each other.

use std::collections::BTreeMap;

/// When and where an event takes place, and what it is a date of.
#[derive(Debug, Clone, Default)]
pub(super) struct Timing<'a> {
    /// First minute and first free minute of each session.
    pub(super) sessions: Vec<(i64, i64)>,
    pub(super) place: Option<&'a str>,
    pub(super) activity: Option<&'a str>,
}

/// One bit for each pair of events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Clashes {
    words: usize,
    bits: Vec<u64>,
}

impl Clashes {
    /// Compares only sessions that stand near each other in time: sorted by start, a session meets those behind it
    /// until one starts later than its end and the longest way.
    pub(super) fn new(events: &[Timing<'_>], ways: &BTreeMap<(&str, &str), i64>) -> Self {
        let words = events.len().div_ceil(64);
        let mut clashes = Self { words, bits: vec![0; words * events.len()] };
        let longest = ways.values().copied().max().unwrap_or_default();
        let mut sessions: Vec<(i64, i64, usize)> = (events.iter().enumerate())
            .flat_map(|(at, event)| event.sessions.iter().map(move |&(start, end)| (start, end, at)))
            .collect();
        sessions.sort_unstable();
        for (place, &(_, end, one)) in sessions.iter().enumerate() {
            for &(start, _, other) in sessions[place + 1..].iter().take_while(|next| next.0 < end + longest) {
                let way = match (events[one].place, events[other].place) {
                    (Some(from), Some(to)) => ways.get(&(from.min(to), from.max(to))).copied().unwrap_or_default(),
                    _ => 0,
                };
                if start < end + way {
                    clashes.mark(one, other);
                }
            }
        }
        let mut activities: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, event) in events.iter().enumerate() {
            if let Some(activity) = event.activity {
                let dates = activities.entry(activity).or_default();
                dates.iter().for_each(|&other| clashes.mark(at, other));
                dates.push(at);
            }
        }
        clashes
    }

    fn mark(&mut self, one: usize, other: usize) {
        self.bits[one * self.words + other / 64] |= 1 << (other % 64);
        self.bits[other * self.words + one / 64] |= 1 << (one % 64);
    }

    pub(super) fn between(&self, one: u32, other: u32) -> bool {
        let (one, other) = (one as usize, other as usize);
        self.bits[one * self.words + other / 64] >> (other % 64) & 1 == 1
    }
}
