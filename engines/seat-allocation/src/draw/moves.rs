//! The last step: moves to free seats of dearer wishes.

use super::NONE;
use super::hall::{EMPTY, Hall};
use crate::instance::GroupMode;
use crate::programme::Fit;

impl Hall<'_> {
    /// Children move to free seats they like better, in the order of the lots, until nobody can.
    /// Nobody loses by another's move, and each move leaves its child better off, so it ends.
    pub(crate) fn moves(&mut self) {
        loop {
            let mut moved = false;
            for index in 0..self.order.len() {
                let child = self.order[index];
                if self.takes_part(child) {
                    for wish in self.programme.wishes_of(child) {
                        moved |= self.try_wish(child, wish) || self.try_move(child, wish);
                    }
                }
            }
            if !moved {
                return;
            }
        }
    }

    /// The child sits there together with its group and does not leave it.
    pub(crate) fn tied(&self, wish: usize) -> bool {
        let group = self.programme.wishes[wish].group;
        self.seat[wish] != EMPTY && group != NONE && self.together[group as usize]
    }

    /// Grants a wish, if a seat is free, for lesser wishes that stand against it.
    fn try_move(&mut self, child: u32, wish: usize) -> bool {
        let programme = self.programme;
        let row = programme.wishes[wish];
        if self.seat[wish] != EMPTY
            || row.fit != Fit::Fits
            || self.dissolved[row.event as usize]
            || !self.free_seats(row.event)
            || (row.group != NONE && programme.groups[row.group as usize].mode == GroupMode::AllOrNothing)
        {
            return false;
        }
        let Some(given_up) = self.price(child, wish) else { return false };
        for other in given_up {
            self.rise(child, other);
        }
        self.give(child, wish)
    }

    /// The seats that the child would give back for a wish; none if it cannot or would not.
    fn price(&self, child: u32, wish: usize) -> Option<Vec<usize>> {
        let programme = self.programme;
        let event = programme.wishes[wish].event;
        let held: Vec<usize> = programme.wishes_of(child).filter(|&other| self.seat[other] != EMPTY).collect();
        let mut given_up: Vec<usize> =
            held.iter().copied().filter(|&other| programme.collide(programme.wishes[other].event, event)).collect();
        if given_up.iter().any(|&other| other < wish || self.tied(other)) {
            return None;
        }
        // The least dear first.
        let lesser: Vec<usize> =
            held.iter().rev().copied().filter(|&other| other > wish && !self.tied(other)).collect();
        while let Some(day) = self.overfull_day(child, event, &given_up) {
            let other = lesser
                .iter()
                .copied()
                .find(|other| !given_up.contains(other) && programme.touches(programme.wishes[*other].event, day))?;
            given_up.push(other);
        }
        let limit = programme.children[child as usize].limit as usize;
        while held.len() - given_up.len() >= limit {
            given_up.push(lesser.iter().copied().find(|other| !given_up.contains(other))?);
        }
        Some(given_up)
    }
}
