//! The steps of the draw, in the order of the published rule.

use std::ops::ControlFlow;

use super::NONE;
use super::hall::{EMPTY, Hall, Part, Step};
use crate::instance::GroupMode;
use crate::programme::Fit;
use crate::rules::Policy;

impl Hall<'_> {
    /// Carries out all steps. `go_on` is asked between them.
    pub(crate) fn draw(&mut self, go_on: &mut dyn FnMut() -> ControlFlow<()>) -> ControlFlow<()> {
        self.protect();
        go_on()?;
        self.seat_groups(Part::Groups, self.rules.shared_up_to);
        self.first_wishes();
        self.seat_groups(Part::LateGroups, NONE);
        self.choice();
        self.guard = None;
        go_on()?;
        self.rounds(Part::Round, 2);
        go_on()?;
        self.claims();
        self.open_reserved();
        self.protect();
        self.rounds(Part::Released, 1);
        self.guard = None;
        self.alone = true;
        self.rounds(Part::Alone, 1);
        go_on()?;
        self.step = Step { part: Part::Move, round: 0 };
        self.moves();
        go_on()
    }

    fn begin(&mut self, part: Part, round: u32) {
        self.step = Step { part, round };
    }

    /// Seats groups before single children, as the policy says.
    fn seat_groups(&mut self, part: Part, up_to: u32) {
        if self.rules.policy == Policy::Neutral || self.programme.groups.is_empty() {
            return;
        }
        self.begin(part, 0);
        for index in 0..self.order.len() {
            let child = self.order[index];
            for wish in self.programme.wishes_of(child).take(up_to as usize) {
                let group = self.programme.wishes[wish].group;
                if group != NONE && self.goes_first(group) {
                    self.give_group(group);
                }
            }
        }
    }

    /// First wishes; before them the early shared wishes of groups that do not go first.
    fn first_wishes(&mut self) {
        self.begin(Part::First, 0);
        for index in 0..self.order.len() {
            let child = self.order[index];
            if !self.takes_part(child) || self.holds_more_than_groups(child) {
                continue;
            }
            let wishes = self.programme.wishes_of(child);
            let shared = wishes.clone().take(self.rules.shared_up_to as usize).any(|wish| {
                let group = self.programme.wishes[wish].group;
                group != NONE && !self.goes_first(group) && self.give_group(group)
            });
            if !shared && let Some(first) = wishes.into_iter().next() {
                self.try_wish(child, first);
            }
        }
    }

    /// Has a seat that was not given in the step for groups.
    fn holds_more_than_groups(&self, child: u32) -> bool {
        self.places[child as usize] > 0
            && self
                .programme
                .wishes_of(child)
                .any(|wish| self.seat[wish] != EMPTY && self.step_of[wish].part != Part::Groups)
    }

    /// Children without a place choose.
    fn choice(&mut self) {
        self.begin(Part::Choice, 0);
        for index in 0..self.order.len() {
            let child = self.order[index];
            if self.places[child as usize] == 0 && self.takes_part(child) {
                self.turn(child);
            }
        }
    }

    /// Rounds, the odd ones in the order of the lots, the even ones in the opposite order, until
    /// a round gives nothing and nobody sat it out.
    fn rounds(&mut self, part: Part, from: u32) {
        let count = self.order.len();
        for round in from.. {
            self.begin(part, round);
            let (mut given, mut waiting) = (false, false);
            for index in 0..count {
                let child = self.order[if round % 2 == 1 { index } else { count - 1 - index }];
                if self.places[child as usize] >= round {
                    waiting = true;
                } else if self.takes_part(child) {
                    given |= self.turn(child);
                }
            }
            if !given && !waiting {
                return;
            }
        }
    }

    /// Before reserved seats are opened, those who may claim them and wait for a group that is together
    /// only if possible take them alone. Otherwise a group would cost them their claim.
    fn claims(&mut self) {
        self.begin(Part::Claims, 0);
        for index in 0..self.order.len() {
            let child = self.order[index];
            if !self.takes_part(child) {
                continue;
            }
            for wish in self.programme.wishes_of(child) {
                let row = self.programme.wishes[wish];
                let waits = row.group != NONE
                    && self.programme.groups[row.group as usize].mode == GroupMode::IfPossible
                    && self.seat[wish] == EMPTY;
                if row.contingents != 0 && waits && self.fits_in(child, wish) {
                    self.give_reserved(child, wish);
                }
            }
        }
    }

    /// One turn of a child: the dearest wish that can be granted. A protected child that would go
    /// without may also take a shared wish alone.
    fn turn(&mut self, child: u32) -> bool {
        if self.programme.wishes_of(child).any(|wish| self.try_wish(child, wish)) {
            return true;
        }
        if self.alone || !self.guard.as_ref().is_some_and(|guard| guard.covers(child)) {
            return false;
        }
        self.alone = true;
        let given = self.programme.wishes_of(child).any(|wish| self.try_wish(child, wish));
        self.alone = false;
        given
    }

    /// Grants one wish of a child if that is possible now.
    pub(crate) fn try_wish(&mut self, child: u32, wish: usize) -> bool {
        let row = self.programme.wishes[wish];
        if self.seat[wish] != EMPTY || row.fit != Fit::Fits || self.dissolved[row.event as usize] {
            return false;
        }
        if row.group != NONE {
            if self.give_group(row.group) {
                return true;
            }
            let bound = self.programme.groups[row.group as usize].mode == GroupMode::AllOrNothing;
            if bound || !(self.alone || self.somebody_is_ahead(row.group)) {
                return false;
            }
        }
        self.free_seats(row.event) && self.fits_in(child, wish) && self.give(child, wish)
    }
}
