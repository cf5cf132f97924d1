//! Invented holiday programmes, the same on every machine for the same [`Settings`].
//!
//! Sizes and shares follow the practice of rural alliances: six weeks of Bavarian summer holidays, half of the events
//! half a day, a few camps of several days, ages 6 to 16 with the weight on the younger ones, one to three children a
//! household, circles of friends, three to twelve wishes a child drawn by how attractive and how near an event is.
//! What exactly, stands at each step: [`events`], [`families`], [`wishes`].

mod events;
mod families;
mod wishes;

use jiff::civil::Date;
use serde_json::json;

use crate::instance::Instance;
use crate::random::Stream;

/// What is to be invented.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// How many children.
    pub children: usize,
    /// How many events.
    pub events: usize,
    /// The same settings with another seed give another programme of the same kind.
    pub seed: u64,
    /// How many municipalities; they lie on a ring, so that each has two neighbours.
    pub municipalities: usize,
    /// Wishes a seat over the whole programme.
    pub load: f64,
    /// Most wishes a seat at one event.
    pub peak: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { children: 430, events: 70, seed: 1, municipalities: 14, load: 1.8, peak: 5.0 }
    }
}

impl Settings {
    /// The ordinary programme: 430 children, 70 events, 1.8 wishes a seat.
    pub fn ordinary(seed: u64) -> Self {
        Self { seed, ..Self::default() }
    }

    /// The tight programme: 3 wishes a seat, up to 8 at one event.
    pub fn tight(seed: u64) -> Self {
        Self { seed, load: 3.0, peak: 8.0, ..Self::default() }
    }
}

/// First day of the invented holidays, a Monday.
pub const FIRST_DAY: Date = Date::constant(2027, 8, 2);
/// Length of the holidays in days.
pub const DAYS: i32 = 42;

/// Invents a programme. At least one municipality is assumed; no children or no events give empty lists.
#[allow(clippy::cast_precision_loss)] // counts far below 2⁵³
pub fn generate(settings: &Settings) -> Instance {
    let Settings { children, events, seed, load, peak, .. } = *settings;
    let municipalities = settings.municipalities.max(1);
    let mut stream = Stream::new(&format!("seat-trials/{seed}/{children}/{events}/{municipalities}/{load}/{peak}"));
    let towns = families::Towns::invent(municipalities, &mut stream);
    let mut events = events::invent(settings.events, &towns, &mut stream);
    let (mut children, households) = families::children(settings.children, &towns, &mut stream);
    let circles = families::circles(&mut children, &towns, &mut stream);

    let numbers = wishes::numbers(children.len(), &mut stream);
    wishes::size_seats(&mut events, numbers.iter().sum::<usize>() as f64 / load, &mut stream);
    let (wishes, groups) = wishes::invent(&children, &events, &numbers, peak, &towns, &mut stream);
    let events: Vec<_> = events.into_iter().map(|event| event.event).collect();

    let seats: i64 = events.iter().map(|event| event.capacity).sum();
    let mut demand = std::collections::BTreeMap::<&str, i64>::new();
    for wish in &wishes {
        *demand.entry(&wish.event).or_default() += 1;
    }
    let of = |id: &str| demand.get(id).copied().unwrap_or_default();
    let ratios: Vec<f64> = events.iter().map(|event| of(&event.id) as f64 / event.capacity as f64).collect();
    let round = |value: f64, digits: f64| (value * digits).round() / digits;
    let meta = json!({
        "generator": "seat-trials/1",
        "children": children.len(),
        "events": events.len(),
        "seed": seed,
        "municipalities": municipalities,
        "load": load,
        "peak": peak,
        "first_day": FIRST_DAY.to_string(),
        "weeks": DAYS / 7,
        "wishes": wishes.len(),
        "seats": seats,
        "wishes_per_seat": round(wishes.len() as f64 / seats.max(1) as f64, 1000.0),
        "events_oversubscribed": ratios.iter().filter(|&&ratio| ratio > 1.0).count(),
        "events_3x_or_more": ratios.iter().filter(|&&ratio| ratio >= 3.0).count(),
        "events_below_minimum": events.iter().filter(|event| of(&event.id) < event.min).count(),
        "oversubscription_max": round(ratios.iter().copied().fold(0.0, f64::max), 100.0),
        "groups": groups.len(),
        "households": households,
        "friend_groups": circles,
    });
    Instance { meta: Some(meta), children, events, wishes, groups, travel: Vec::new() }
}
