//! The rounds.

use super::NONE;
use super::hall::{EMPTY, Hall};
use crate::instance::GroupMode;
use crate::programme::{Fit, Programme};
use crate::rules::{Policy, Rules};

/// Variants under trial.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub struct Knobs {
    pub first: u32,
}

/// Runs a draw.
#[allow(missing_docs)]
pub fn run(programme: &Programme, rules: Rules, seed: &[u8; 32], knobs: Knobs) -> (Vec<u8>, Vec<bool>, u32) {
    let mut wanted = vec![0_u32; programme.events.len()];
    for child in 0..u32::try_from(programme.children.len()).unwrap_or(NONE) {
        for wish in programme.wishes_of(child) {
            let row = programme.wishes[wish];
            if row.fit == Fit::Fits && programme.children[child as usize].out.is_none() {
                wanted[row.event as usize] += 1;
            }
        }
    }
    let mut dissolved: Vec<bool> =
        programme.events.iter().zip(&wanted).map(|(event, &wanted)| wanted.min(event.capacity) < event.min).collect();
    let mut passes = 0;
    loop {
        passes += 1;
        let mut hall = Hall::new(programme, rules, seed, dissolved.clone());
        hall.draw(knobs);
        let mut below: Vec<usize> = (0..programme.events.len())
            .filter(|&event| hall.taken[event] > 0 && hall.taken[event] < programme.events[event].min)
            .collect();
        if below.is_empty() {
            return (hall.seat, dissolved, passes);
        }
        below.sort_by(|&a, &b| {
            let (x, y) = (&programme.events[a], &programme.events[b]);
            (u64::from(hall.taken[a]) * u64::from(y.min))
                .cmp(&(u64::from(hall.taken[b]) * u64::from(x.min)))
                .then(a.cmp(&b))
        });
        let some = below.len().div_ceil(4);
        for &event in &below[..some] {
            dissolved[event] = true;
        }
    }
}

impl Hall<'_> {
    fn draw(&mut self, knobs: Knobs) {
        self.protect();
        if self.rules.policy == Policy::TogetherFirst {
            self.groups_first();
        }
        self.round_one(knobs);
        self.guard = None;
        self.rounds(2);
        self.open_reserved();
        self.protect();
        self.rounds(1);
        self.guard = None;
        self.alone = true;
        self.rounds(1);
        self.moves();
    }

    fn groups_first(&mut self) {
        let mut groups: Vec<u32> = (0..u32::try_from(self.programme.groups.len()).unwrap_or(NONE)).collect();
        groups.sort_by_key(|&group| {
            let row = &self.programme.groups[group as usize];
            let lot = row.members.iter().map(|&m| self.lot[m as usize]).min().unwrap_or(0);
            (lot, group)
        });
        for group in groups {
            self.give_group(group);
        }
    }

    /// Tries to grant one wish of a child.
    fn try_wish(&mut self, child: u32, wish: usize) -> bool {
        let row = self.programme.wishes[wish];
        if self.seat[wish] != EMPTY || row.fit != Fit::Fits || self.dissolved[row.event as usize] {
            return false;
        }
        if row.group != NONE {
            if self.give_group(row.group) {
                return true;
            }
            let bound = self.programme.groups[row.group as usize].mode == GroupMode::AllOrNothing;
            let needy = self.guard.as_ref().is_some_and(|guard| guard.covers(child));
            if bound || !(self.alone || needy) {
                return false;
            }
        }
        self.fits_in(child, wish) && self.give(child, wish)
    }

    fn round_one(&mut self, knobs: Knobs) {
        let order = self.order.clone();
        let ranks = match knobs.first {
            0 => 0,
            1 => 1,
            n => n as usize,
        };
        for rank in 0..ranks {
            for &child in &order {
                let wishes = self.programme.wishes_of(child);
                if self.places[child as usize] == 0 && wishes.len() > rank && self.takes_part(child) {
                    self.try_wish(child, wishes.start + rank);
                }
            }
        }
        for &child in &order {
            if self.places[child as usize] == 0 && self.takes_part(child) {
                self.turn(child);
            }
        }
    }

    /// One turn of a child: the best wish that can be granted.
    fn turn(&mut self, child: u32) -> bool {
        for wish in self.programme.wishes_of(child) {
            if self.try_wish(child, wish) {
                return true;
            }
        }
        false
    }

    /// Rounds in alternating order, until nothing moves.
    fn rounds(&mut self, from: u32) {
        let mut order = self.order.clone();
        if from % 2 == 0 {
            order.reverse();
        }
        for round in from.. {
            let (mut given, mut waiting) = (false, false);
            for &child in &order {
                if self.places[child as usize] >= round {
                    waiting = true;
                } else if self.takes_part(child) {
                    given |= self.turn(child);
                }
            }
            if !given && !waiting {
                return;
            }
            order.reverse();
        }
    }

    /// Moves to free seats of dearer wishes, until nobody can move.
    fn moves(&mut self) {
        let order = self.order.clone();
        loop {
            let mut moved = false;
            for &child in &order {
                if self.takes_part(child) {
                    for wish in self.programme.wishes_of(child) {
                        moved |= self.try_move(child, wish);
                    }
                }
            }
            if !moved {
                return;
            }
        }
    }

    /// Grants a wish if a seat is free, giving back seats of lesser wishes that stand against it.
    fn try_move(&mut self, child: u32, wish: usize) -> bool {
        let programme = self.programme;
        let row = programme.wishes[wish];
        if self.seat[wish] != EMPTY || row.fit != Fit::Fits || self.dissolved[row.event as usize] {
            return false;
        }
        if self.try_wish(child, wish) {
            return true;
        }
        let base = self.first_pool[row.event as usize] as usize;
        if self.free[base..self.first_pool[row.event as usize + 1] as usize].iter().all(|&free| free == 0) {
            return false;
        }
        if row.group != NONE && programme.groups[row.group as usize].mode == GroupMode::AllOrNothing {
            return false;
        }
        let tied = |wish: usize| {
            let group = programme.wishes[wish].group;
            group != NONE && self.together[group as usize]
        };
        let held: Vec<usize> = programme.wishes_of(child).filter(|&other| self.seat[other] != EMPTY).collect();
        let mut drop: Vec<usize> =
            held.iter().copied().filter(|&other| programme.collide(programme.wishes[other].event, row.event)).collect();
        if drop.iter().any(|&other| other < wish || tied(other)) {
            return false;
        }
        // Still above a limit: give back the least of the lesser wishes.
        let limit = programme.children[child as usize].limit as usize;
        loop {
            let left = held.len() - drop.len();
            if left < limit && self.fits_in_days(child, row.event, &drop) {
                break;
            }
            match held.iter().rev().copied().find(|other| *other > wish && !drop.contains(other) && !tied(*other)) {
                Some(other) => drop.push(other),
                None => return false,
            }
        }
        for &other in &drop {
            self.rise(child, other);
        }
        self.give(child, wish)
    }
}
