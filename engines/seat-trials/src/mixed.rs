//! Small programmes in which everything that an instance can say occurs, in every mixture.
//!
//! They are for tests, above all for the comparison of the two implementations of the rule: limits a day, ages by
//! year and by day, reserved seats of several kinds, ways, activities, groups of both modes, minimums that bite,
//! second accounts, withdrawn entries, tokens given or not, nights, clock changes, times with offsets, no seats at
//! all. Which of them occur depends on the seed; what is drawn is always a sound instance.

mod children;
mod events;
mod wishes;

use crate::instance::{Instance, Travel};
use crate::random::Stream;

/// Places of events.
const PLACES: [&str; 4] = ["Badeplatz", "Hofgut Lindenau", "Sägewerk", "Turnhalle"];
/// Municipalities.
const TOWNS: [&str; 4] = ["Auendorf", "Bergheim am Wald", "Moosbach", "Öd"];
/// What reserved seats may be claimed for.
const CLAIMS: [&str; 3] = ["inclusion", "host club", "first time"];

/// Which features a programme has.
#[derive(Debug, Clone, Copy)]
struct Features {
    day_limits: bool,
    age_bases: bool,
    reserved: bool,
    travel: bool,
    activities: bool,
    groups: bool,
    minimums: bool,
    entries_out: bool,
    tokens: bool,
    offsets: bool,
    nights: bool,
}

/// Invents the programme of a seed. Every sound instance that comes out has children, events and wishes, except one in
/// fifty, where one of the lists is empty.
pub fn mixed(seed: u64) -> Instance {
    let mut stream = Stream::new(&format!("seat-trials/mixed/{seed}"));
    let features = Features {
        day_limits: stream.chance(0.5),
        age_bases: stream.chance(0.5),
        reserved: stream.chance(0.6),
        travel: stream.chance(0.5),
        activities: stream.chance(0.4),
        groups: stream.chance(0.7),
        minimums: stream.chance(0.6),
        entries_out: stream.chance(0.3),
        tokens: stream.chance(0.5),
        offsets: stream.chance(0.3),
        nights: stream.chance(0.4),
    };
    let large = stream.chance(0.05);
    let (most_children, most_events) = if large { (160, 24) } else { (40, 12) };
    let empty = if stream.chance(0.02) { stream.below(3) } else { 3 };
    let count = if empty == 0 { 0 } else { 1 + stream.below(most_children) };
    let children = children::invent(count, features, &mut stream);
    let count = if empty == 1 { 0 } else { 1 + stream.below(most_events) };
    let events = events::invent(count, children.len(), features, &mut stream);
    let (wishes, groups) = if empty == 2 || children.is_empty() || events.is_empty() {
        (Vec::new(), Vec::new())
    } else {
        wishes::invent(&children, &events, features, &mut stream)
    };
    let travel = if features.travel { ways(&mut stream) } else { Vec::new() };
    Instance { meta: None, children, events, wishes, groups, travel }
}

/// A way between most pairs of places, in either direction.
fn ways(stream: &mut Stream) -> Vec<Travel> {
    let mut ways = Vec::new();
    for (at, one) in PLACES.iter().enumerate() {
        for other in &PLACES[..at] {
            if stream.chance(0.8) {
                let (from, to) = if stream.chance(0.5) { (one, other) } else { (other, one) };
                let minutes = stream.pick(&[0, 10, 20, 30, 45, 60, 90, 1440]);
                ways.push(Travel { from: (*from).to_owned(), to: (*to).to_owned(), minutes });
            }
        }
    }
    ways
}
