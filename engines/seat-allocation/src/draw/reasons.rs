//! Why a wish was refused.

use serde::{Deserialize, Serialize};

use super::NONE;
use super::hall::{EMPTY, Hall};
use crate::instance::GroupMode;
use crate::programme::{Fit, Out};

/// Why a wish was refused: a closed set. Events are named by their ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Reason {
    /// The entry was withdrawn before the close.
    Withdrawn,
    /// The same child signed up twice; the other entry counts.
    Duplicate,
    /// The child is younger than the event allows.
    TooYoung,
    /// The child is older than the event allows.
    TooOld,
    /// The event does not reach its minimum number.
    NotHeld,
    /// The child has a place it likes better, and cannot have both.
    Collides {
        /// That event.
        event: String,
    },
    /// The child has as many places as it may have, and likes each of them better.
    Limit {
        /// The limit.
        limit: u32,
    },
    /// The child has as many places on that day as it may have, and likes each of them better.
    DayLimit {
        /// The limit.
        limit: u32,
        /// The day, as days since 1 January 1970.
        day: i32,
    },
    /// The group goes together or not at all, and could not be seated together.
    Group {
        /// How many children the group has.
        members: u32,
        /// How many seats of the event stayed free.
        free: u32,
    },
    /// All seats went to others.
    Full {
        /// The child's lot, from 1.
        lot: u32,
        /// The step in which the last seat was given; none if the event has no seats.
        step: Option<String>,
        /// The lot of the child that got it.
        last_lot: Option<u32>,
    },
    /// A seat is free, but for it the child would have to leave the place it has with its group.
    KeepsGroup {
        /// The event it has with its group.
        event: String,
    },
}

/// The last seat that was given in an event: step and child.
pub(crate) type LastSeat = Option<(usize, u32)>;

impl Hall<'_> {
    /// For each event the wish and the child that got the last seat.
    pub(crate) fn last_seats(&self) -> Vec<LastSeat> {
        let mut last: Vec<LastSeat> = vec![None; self.programme.events.len()];
        for child in 0..u32::try_from(self.programme.children.len()).unwrap_or(NONE) {
            for wish in self.programme.wishes_of(child) {
                if self.seat[wish] != EMPTY {
                    let slot = &mut last[self.programme.wishes[wish].event as usize];
                    if slot.is_none_or(|(other, _)| self.turn_of[other] < self.turn_of[wish]) {
                        *slot = Some((wish, child));
                    }
                }
            }
        }
        last
    }

    /// Why a wish that was not granted was refused.
    pub(crate) fn reason(&self, child: u32, wish: usize, last: &[LastSeat]) -> Reason {
        let programme = self.programme;
        let own = &programme.children[child as usize];
        let row = programme.wishes[wish];
        let name = |wish: usize| programme.events[programme.wishes[wish].event as usize].id.clone();
        match (own.out, row.fit) {
            (Some(Out::Withdrawn), _) => return Reason::Withdrawn,
            (Some(Out::Duplicate), _) => return Reason::Duplicate,
            (None, Fit::TooYoung) => return Reason::TooYoung,
            (None, Fit::TooOld) => return Reason::TooOld,
            (None, Fit::Fits) => {}
        }
        if self.dissolved[row.event as usize] {
            return Reason::NotHeld;
        }
        let held = || programme.wishes_of(child).filter(|&other| self.seat[other] != EMPTY);
        let collides = |other: &usize| programme.collide(programme.wishes[*other].event, row.event);
        if let Some(dearer) = held().find(|other| *other < wish && collides(other)) {
            return Reason::Collides { event: name(dearer) };
        }
        if held().filter(|&other| other < wish).count() >= own.limit as usize {
            return Reason::Limit { limit: own.limit };
        }
        if own.day_limit != NONE {
            let full = programme.days_of(row.event).find(|&day| {
                let dearer =
                    held().filter(|&other| other < wish && programme.touches(programme.wishes[other].event, day));
                dearer.count() >= own.day_limit as usize
            });
            if let Some(day) = full {
                return Reason::DayLimit { limit: own.day_limit, day };
            }
        }
        let free = programme.events[row.event as usize].capacity - self.taken[row.event as usize];
        if row.group != NONE && programme.groups[row.group as usize].mode == GroupMode::AllOrNothing {
            let members = programme.groups[row.group as usize].members.len();
            return Reason::Group { members: u32::try_from(members).unwrap_or(NONE), free };
        }
        if free == 0 {
            let last = last[row.event as usize];
            return Reason::Full {
                lot: self.lot[child as usize] + 1,
                step: last.map(|(wish, _)| self.step_of[wish].to_string()),
                last_lot: last.map(|(_, child)| self.lot[child as usize] + 1),
            };
        }
        // A move failed although a seat is free and nothing dearer is in the way: a seat held with
        // a group is.
        let tied = held().filter(|&other| other > wish && self.tied(other));
        let tied: Vec<usize> = tied.collect();
        let in_the_way = tied.iter().copied().find(collides).or(tied.first().copied());
        Reason::KeepsGroup { event: in_the_way.map(name).unwrap_or_default() }
    }
}
