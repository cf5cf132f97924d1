//! An instance by numbers: what procedures and oracles compute on.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::instance::Instance;
use crate::score::Seats;

/// An instance that cannot be understood.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Fault {
    /// A wish or a group speaks of a child that is not there.
    #[error("{place} names the child {id:?}, which is not in the list of children")]
    Child {
        /// The wish or the group.
        place: String,
        /// The unknown id.
        id: String,
    },
    /// A wish or a group speaks of an event that is not there.
    #[error("{place} names the event {id:?}, which is not in the list of events")]
    Event {
        /// The wish or the group.
        place: String,
        /// The unknown id.
        id: String,
    },
}

/// Children who asked to be together, by index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The event.
    pub event: u32,
    /// The children.
    pub members: Vec<u32>,
    /// Whether they are brothers and sisters.
    pub siblings: bool,
}

/// Which pairs of events overlap: one bit a pair.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Clashes {
    words: usize,
    bits: Vec<u64>,
}

/// An instance by numbers. Children and events are their places in the instance's lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Names of the children.
    pub child_ids: Vec<String>,
    /// Names of the events.
    pub event_ids: Vec<String>,
    /// For each child its wished events, dearest first.
    pub wishes: Vec<Vec<u32>>,
    /// For each child the most places; `usize::MAX` without a limit.
    pub limit: Vec<usize>,
    /// For each child its age on the first day.
    pub age: Vec<u8>,
    /// For each child its place in the order of sign-up.
    pub registered_at: Vec<u32>,
    /// For each event its seats.
    pub capacity: Vec<u32>,
    /// For each event the fewest participants.
    pub minimum: Vec<u32>,
    /// For each event the ages.
    pub ages: Vec<RangeInclusive<u8>>,
    /// The groups.
    pub groups: Vec<Party>,
    clashes: Clashes,
}

impl Problem {
    /// Reads an instance.
    pub fn new(instance: &Instance) -> Result<Self, Fault> {
        let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let children: BTreeMap<&str, u32> =
            instance.children.iter().enumerate().map(|(at, child)| (child.id.as_str(), index(at))).collect();
        let events: BTreeMap<&str, u32> =
            instance.events.iter().enumerate().map(|(at, event)| (event.id.as_str(), index(at))).collect();
        let child_of = |place: &dyn Fn() -> String, id: &str| {
            children.get(id).copied().ok_or_else(|| Fault::Child { place: place(), id: id.to_owned() })
        };
        let event_of = |place: &dyn Fn() -> String, id: &str| {
            events.get(id).copied().ok_or_else(|| Fault::Event { place: place(), id: id.to_owned() })
        };
        let mut ranked: Vec<Vec<(u32, u32)>> = vec![Vec::new(); instance.children.len()];
        for (at, wish) in instance.wishes.iter().enumerate() {
            let place = || format!("wish {}", at + 1);
            let event = event_of(&place, &wish.event)?;
            ranked[child_of(&place, &wish.child)? as usize].push((wish.priority, event));
        }
        for list in &mut ranked {
            list.sort_unstable();
        }
        let mut groups = Vec::with_capacity(instance.groups.len());
        for group in &instance.groups {
            let place = || format!("group {:?}", group.id);
            groups.push(Party {
                event: event_of(&place, &group.event)?,
                members: group.members.iter().map(|id| child_of(&place, id)).collect::<Result<_, _>>()?,
                siblings: group.kind == "siblings",
            });
        }
        Ok(Self {
            child_ids: instance.children.iter().map(|child| child.id.clone()).collect(),
            event_ids: instance.events.iter().map(|event| event.id.clone()).collect(),
            wishes: ranked.into_iter().map(|list| list.into_iter().map(|wish| wish.1).collect()).collect(),
            limit: (instance.children.iter())
                .map(|child| child.max_events.map_or(usize::MAX, |limit| limit as usize))
                .collect(),
            age: instance.children.iter().map(|child| child.age).collect(),
            registered_at: instance.children.iter().map(|child| child.registered_at).collect(),
            capacity: instance.events.iter().map(|event| event.capacity).collect(),
            minimum: instance.events.iter().map(|event| event.min).collect(),
            ages: instance.events.iter().map(|event| event.min_age..=event.max_age).collect(),
            groups,
            clashes: Clashes::new(instance),
        })
    }

    /// Whether two events overlap. Sessions that only touch do not.
    pub fn clash(&self, one: u32, other: u32) -> bool {
        let (one, other) = (one as usize, other as usize);
        self.clashes.bits[one * self.clashes.words + other / 64] >> (other % 64) & 1 == 1
    }

    /// Whether a child that holds `seats` can take `event` as well.
    pub fn fits(&self, child: usize, seats: &[u32], event: u32) -> bool {
        seats.len() < self.limit[child] && !seats.iter().any(|&seat| seat == event || self.clash(seat, event))
    }

    /// How many children hold a seat of each event.
    pub fn held(&self, given: &Seats) -> Vec<u32> {
        let mut held = vec![0; self.capacity.len()];
        for &event in given.iter().flatten() {
            held[event as usize] += 1;
        }
        held
    }
}

impl Clashes {
    /// Compares only sessions that stand near each other in time: sorted by start, a session meets those behind it
    /// until one starts after its end. ISO texts of equal length sort as the moments that they name.
    fn new(instance: &Instance) -> Self {
        let words = instance.events.len().div_ceil(64);
        let mut bits = vec![0_u64; words * instance.events.len()];
        let mut sessions: Vec<(&str, &str, usize)> = (instance.events.iter().enumerate())
            .flat_map(|(at, event)| event.dates.iter().map(move |(start, end)| (start.as_str(), end.as_str(), at)))
            .collect();
        sessions.sort_unstable();
        for (place, &(_, end, one)) in sessions.iter().enumerate() {
            for &(_, _, other) in sessions[place + 1..].iter().take_while(|next| next.0 < end) {
                bits[one * words + other / 64] |= 1 << (other % 64);
                bits[other * words + one / 64] |= 1 << (one % 64);
            }
        }
        Self { words, bits }
    }
}
