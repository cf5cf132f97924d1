//! An instance by numbers: what procedures and oracles compute on.
//!
//! The draw has a reading of its own. This one shares only the types of the file with it, so that a mistake in one of
//! the two is seen: times go through the time zone database, ages and ways are computed here again.

mod clashes;
mod reading;

use std::collections::BTreeSet;

use crate::score::Seats;

use clashes::Clashes;

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
    /// A time or a day that cannot be read.
    #[error("{place}: {text:?} is not a time that can be read")]
    Time {
        /// The event or child.
        place: String,
        /// What stands there.
        text: String,
    },
}

/// Children who asked to be together, by index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The event.
    pub event: u32,
    /// The children.
    pub members: Vec<u32>,
    /// Whether nobody goes if not all can.
    pub all_or_nothing: bool,
}

/// Seats kept for some children, until none of them can use them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contingent {
    /// How many.
    pub seats: u32,
    /// Children who may claim them.
    pub claimants: BTreeSet<u32>,
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
    /// For each wish whether the child has the age for it.
    pub fitting: Vec<Vec<bool>>,
    /// For each child whether it takes part: neither withdrawn nor a second account.
    pub takes_part: Vec<bool>,
    /// For each child the most places; `usize::MAX` without a limit.
    pub limit: Vec<usize>,
    /// The same for one day.
    pub day_limit: Vec<usize>,
    /// For each child its place in the order of sign-up.
    pub registered_at: Vec<i64>,
    /// For each event its seats.
    pub capacity: Vec<u32>,
    /// For each event the fewest participants.
    pub minimum: Vec<u32>,
    /// For each event the days that it touches, local, counted from 1970.
    pub days: Vec<BTreeSet<i32>>,
    /// For each event its reserved seats.
    pub reserved: Vec<Vec<Contingent>>,
    /// The groups.
    pub groups: Vec<Party>,
    clashes: Clashes,
}

impl Problem {
    /// Whether nobody can take part in both events: they overlap, the way between them is too long, or they are dates
    /// of one activity. Sessions that only touch do not overlap.
    pub fn clash(&self, one: u32, other: u32) -> bool {
        self.clashes.between(one, other)
    }

    /// The rank of a wish, from 0; nothing if the child has no such wish.
    pub fn rank(&self, child: usize, event: u32) -> Option<usize> {
        self.wishes[child].iter().position(|&wish| wish == event)
    }

    /// Whether the child may take part in the event at all.
    pub fn suits(&self, child: usize, event: u32) -> bool {
        self.takes_part[child]
            && self.limit[child] > 0
            && self.day_limit[child] > 0
            && self.rank(child, event).is_some_and(|rank| self.fitting[child][rank])
    }

    /// Whether a child that holds `seats` can take `event` as well.
    pub fn fits(&self, child: usize, seats: &[u32], event: u32) -> bool {
        self.suits(child, event)
            && seats.len() < self.limit[child]
            && !seats.iter().any(|&seat| seat == event || self.clash(seat, event))
            && self.within_days(child, seats, event)
    }

    /// Whether the limit a day would still be kept.
    fn within_days(&self, child: usize, seats: &[u32], event: u32) -> bool {
        let limit = self.day_limit[child];
        limit == usize::MAX
            || self.days[event as usize]
                .iter()
                .all(|day| seats.iter().filter(|&&seat| self.days[seat as usize].contains(day)).count() < limit)
    }

    /// Children who are in a group.
    pub fn grouped(&self) -> BTreeSet<usize> {
        self.groups.iter().flat_map(|group| &group.members).map(|&member| member as usize).collect()
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
