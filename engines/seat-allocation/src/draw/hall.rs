//! Who sits where while a draw runs, and who may take what.

use super::NONE;
use super::protection::Protection;
use crate::instance::{GroupKind, GroupMode};
use crate::programme::{Fit, Programme};
use crate::rules::{Policy, Rules};

/// Wish not granted.
pub(crate) const EMPTY: u8 = u8::MAX;

/// A step of the draw: its name, and the round where it has rounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) part: Part,
    pub(crate) round: u32,
}

/// The parts of the draw, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Part {
    #[default]
    Groups,
    First,
    LateGroups,
    Choice,
    Round,
    Claims,
    Released,
    Alone,
    Move,
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.part {
            Part::Groups => write!(f, "groups"),
            Part::First => write!(f, "first"),
            Part::LateGroups => write!(f, "late-groups"),
            Part::Choice => write!(f, "choice"),
            Part::Round => write!(f, "round-{}", self.round),
            Part::Claims => write!(f, "claims"),
            Part::Released => write!(f, "released-{}", self.round),
            Part::Alone => write!(f, "alone-{}", self.round),
            Part::Move => write!(f, "move"),
        }
    }
}

/// The state of a draw.
pub(crate) struct Hall<'a> {
    pub(crate) programme: &'a Programme,
    pub(crate) rules: Rules,
    /// First pool of each event: the open seats; then one for each reserved contingent.
    pub(crate) first_pool: Vec<u32>,
    /// Free seats of each pool.
    pub(crate) free: Vec<u32>,
    /// For each wish the pool (0 = open seats) of the seat that was given, or EMPTY.
    pub(crate) seat: Vec<u8>,
    /// Places of each child.
    pub(crate) places: Vec<u32>,
    /// Seats taken in each event.
    pub(crate) taken: Vec<u32>,
    /// Events that are not held.
    pub(crate) dissolved: Vec<bool>,
    /// Children in the order of the lots.
    pub(crate) order: Vec<u32>,
    /// Position of each child in it.
    pub(crate) lot: Vec<u32>,
    /// The step in which the seat of a wish was given.
    pub(crate) step_of: Vec<Step>,
    /// The running number of the seat of a wish.
    pub(crate) turn_of: Vec<u32>,
    /// The step that runs.
    pub(crate) step: Step,
    /// Seats given so far.
    turns: u32,
    /// Protection runs.
    pub(crate) guard: Option<Protection>,
    /// Members of if-possible groups may go alone.
    pub(crate) alone: bool,
    /// Group was seated together.
    pub(crate) together: Vec<bool>,
}

impl<'a> Hall<'a> {
    /// Everything empty.
    pub(crate) fn new(programme: &'a Programme, rules: Rules, order: &[u32], dissolved: &[bool]) -> Self {
        let mut first_pool = Vec::with_capacity(programme.events.len() + 1);
        let mut free = Vec::new();
        for event in &programme.events {
            first_pool.push(u32::try_from(free.len()).unwrap_or(NONE));
            free.push(event.capacity - event.reserved.iter().sum::<u32>());
            free.extend(&event.reserved);
        }
        first_pool.push(u32::try_from(free.len()).unwrap_or(NONE));
        let mut lot = vec![0; order.len()];
        for (position, &child) in (0..).zip(order) {
            lot[child as usize] = position;
        }
        Self {
            programme,
            rules,
            first_pool,
            free,
            seat: vec![EMPTY; programme.wishes.len()],
            places: vec![0; programme.children.len()],
            taken: vec![0; programme.events.len()],
            dissolved: dissolved.to_vec(),
            order: order.to_vec(),
            lot,
            step_of: vec![Step::default(); programme.wishes.len()],
            turn_of: vec![0; programme.wishes.len()],
            step: Step::default(),
            turns: 0,
            guard: None,
            alone: false,
            together: vec![false; programme.groups.len()],
        }
    }

    /// Takes protected children in, in the order of the lots.
    pub(crate) fn protect(&mut self) {
        let programme = self.programme;
        let (mut pools, mut first) = (Vec::new(), vec![0]);
        let mut eligible = vec![false; programme.children.len()];
        for child in 0..u32::try_from(programme.children.len()).unwrap_or(NONE) {
            let mut count = 0;
            if self.takes_part(child) {
                for wish in programme.wishes_of(child) {
                    let row = programme.wishes[wish];
                    if row.fit != Fit::Fits || self.bound_wish(row.group) {
                        continue;
                    }
                    count += 1;
                    if self.dissolved[row.event as usize] || self.places[child as usize] > 0 {
                        continue;
                    }
                    let base = self.first_pool[row.event as usize];
                    for contingent in 0..self.contingents(row.event) {
                        if row.contingents >> contingent & 1 == 1 {
                            pools.push(base + 1 + contingent);
                        }
                    }
                    pools.push(base);
                }
            }
            eligible[child as usize] = count >= self.rules.protected_from && self.places[child as usize] == 0;
            first.push(u32::try_from(pools.len()).unwrap_or(NONE));
        }
        let mut guard = Protection::new(programme.children.len(), &self.free, pools, first);
        for &child in &self.order {
            if eligible[child as usize] {
                guard.protect(child);
            }
        }
        guard.begin();
        self.guard = Some(guard);
    }

    /// A wish that a child cannot take alone.
    fn bound_wish(&self, group: u32) -> bool {
        group != NONE && self.programme.groups[group as usize].mode == GroupMode::AllOrNothing
    }

    /// Takes part and may have a place at all.
    pub(crate) fn takes_part(&self, child: u32) -> bool {
        self.programme.children[child as usize].takes_part()
    }

    fn contingents(&self, event: u32) -> u32 {
        self.first_pool[event as usize + 1] - self.first_pool[event as usize] - 1
    }

    /// The wish could be granted to the child as far as its own seats and limits go.
    pub(crate) fn fits_in(&self, child: u32, wish: usize) -> bool {
        let programme = self.programme;
        let row = programme.wishes[wish];
        let own = &programme.children[child as usize];
        if row.fit != Fit::Fits
            || self.dissolved[row.event as usize]
            || own.out.is_some()
            || self.places[child as usize] >= own.limit
        {
            return false;
        }
        if self.places[child as usize] > 0 {
            for other in programme.wishes_of(child) {
                if self.seat[other] != EMPTY && programme.collide(programme.wishes[other].event, row.event) {
                    return false;
                }
            }
        }
        self.overfull_day(child, row.event, &[]).is_none()
    }

    /// The first day on which the event would break the child's limit per day; `without` are wishes
    /// whose seats would be given back.
    pub(crate) fn overfull_day(&self, child: u32, event: u32, without: &[usize]) -> Option<i32> {
        let programme = self.programme;
        let limit = programme.children[child as usize].day_limit;
        if limit == NONE {
            return None;
        }
        programme.days_of(event).find(|&day| {
            let held = programme.wishes_of(child).filter(|other| {
                self.seat[*other] != EMPTY
                    && !without.contains(other)
                    && programme.touches(programme.wishes[*other].event, day)
            });
            held.count() >= limit as usize
        })
    }

    /// The event has a free seat of any kind.
    pub(crate) fn free_seats(&self, event: u32) -> bool {
        self.taken[event as usize] < self.programme.events[event as usize].capacity
    }

    /// The pools that a wish may use, in the order in which they are tried.
    fn pools_for(&self, wish: usize) -> impl Iterator<Item = u32> + use<> {
        let row = self.programme.wishes[wish];
        let base = self.first_pool[row.event as usize];
        let bits = row.contingents;
        (0..self.contingents(row.event)).filter(move |c| bits >> c & 1 == 1).map(move |c| base + 1 + c).chain([base])
    }

    /// Gives a seat if there is one that no protected child needs.
    pub(crate) fn give(&mut self, child: u32, wish: usize) -> bool {
        for pool in self.pools_for(wish) {
            if self.free[pool as usize] == 0 {
                continue;
            }
            if let Some(guard) = &mut self.guard
                && !guard.take(&[child], &[pool])
            {
                continue;
            }
            self.sit(child, wish, pool);
            return true;
        }
        false
    }

    /// Gives a seat of a contingent that the wish may use, if one is free.
    pub(crate) fn give_reserved(&mut self, child: u32, wish: usize) -> bool {
        let base = self.first_pool[self.programme.wishes[wish].event as usize];
        match self.pools_for(wish).find(|&pool| pool != base && self.free[pool as usize] > 0) {
            Some(pool) => {
                self.sit(child, wish, pool);
                true
            }
            None => false,
        }
    }

    fn sit(&mut self, child: u32, wish: usize, pool: u32) {
        let event = self.programme.wishes[wish].event;
        self.free[pool as usize] -= 1;
        self.taken[event as usize] += 1;
        self.places[child as usize] += 1;
        self.seat[wish] = u8::try_from(pool - self.first_pool[event as usize]).unwrap_or(0);
        self.step_of[wish] = self.step;
        self.turns += 1;
        self.turn_of[wish] = self.turns;
    }

    /// Gives a seat back. That happens only after the reserved seats were opened, so it is open.
    pub(crate) fn rise(&mut self, child: u32, wish: usize) {
        let event = self.programme.wishes[wish].event;
        self.free[self.first_pool[event as usize] as usize] += 1;
        self.taken[event as usize] -= 1;
        self.places[child as usize] -= 1;
        self.seat[wish] = EMPTY;
    }

    /// The wish of a child for an event.
    pub(crate) fn wish_for(&self, child: u32, event: u32) -> Option<usize> {
        self.programme.wishes_of(child).find(|&wish| self.programme.wishes[wish].event == event)
    }

    /// Is the group one of those that are seated before single children?
    pub(crate) fn goes_first(&self, group: u32) -> bool {
        match self.rules.policy {
            Policy::Neutral => false,
            Policy::TogetherFirst => true,
            Policy::SiblingsFirst => self.programme.groups[group as usize].kind == GroupKind::Siblings,
        }
    }

    /// With R = 0: is a member of the group further than the others, or would its seat come before its own turn for it?
    /// Then the group is not seated at once; each member takes the seat in its own turn, as if it were alone. So a
    /// group brings nobody a seat earlier than its own wishes do, and costs nobody one.
    pub(crate) fn somebody_is_ahead(&self, group: u32) -> bool {
        if self.rules.shared_up_to > 0 || self.goes_first(group) {
            return false;
        }
        // As many places a member has when its turn in this step is over.
        let own_share = match self.step.part {
            Part::First | Part::Choice => 1,
            Part::Round | Part::Released | Part::Alone => self.step.round,
            Part::Groups | Part::LateGroups | Part::Claims | Part::Move => NONE,
        };
        let row = &self.programme.groups[group as usize];
        row.members.iter().any(|&child| {
            let Some(wish) = self.wish_for(child, row.event) else { return false };
            let takes_part = self.takes_part(child) && self.programme.wishes[wish].fit == Fit::Fits;
            let early = self.step.part == Part::First && wish != self.programme.wishes_of(child).start;
            takes_part && (early || self.seat[wish] != EMPTY || self.places[child as usize] >= own_share)
        })
    }

    /// Seats a whole group, or nobody.
    pub(crate) fn give_group(&mut self, group: u32) -> bool {
        let row = &self.programme.groups[group as usize];
        if self.together[group as usize] || self.dissolved[row.event as usize] || self.somebody_is_ahead(group) {
            return false;
        }
        let base = self.first_pool[row.event as usize] as usize;
        let end = self.first_pool[row.event as usize + 1] as usize;
        let mut free: Vec<u32> = self.free[base..end].to_vec();
        let (mut members, mut wishes, mut pools) = (Vec::new(), Vec::new(), Vec::new());
        for &child in &row.members {
            let Some(wish) = self.wish_for(child, row.event) else { return false };
            let fitting = self.takes_part(child) && self.programme.wishes[wish].fit == Fit::Fits;
            if !fitting && row.mode == GroupMode::IfPossible {
                continue;
            }
            if !fitting || self.seat[wish] != EMPTY || !self.fits_in(child, wish) {
                return false;
            }
            let Some(pool) = self.pools_for(wish).find(|&pool| free[pool as usize - base] > 0) else { return false };
            free[pool as usize - base] -= 1;
            members.push(child);
            wishes.push(wish);
            pools.push(pool);
        }
        if members.is_empty() {
            return false;
        }
        if let Some(guard) = &mut self.guard
            && !guard.take(&members, &pools)
        {
            return false;
        }
        for ((&child, &wish), &pool) in members.iter().zip(&wishes).zip(&pools) {
            self.sit(child, wish, pool);
        }
        // One that is left of a group is free to move.
        self.together[group as usize] = members.len() > 1;
        true
    }

    /// All reserved seats that are still free become open.
    pub(crate) fn open_reserved(&mut self) {
        for event in 0..self.programme.events.len() {
            let base = self.first_pool[event] as usize;
            for pool in base + 1..self.first_pool[event + 1] as usize {
                self.free[base] += self.free[pool];
                self.free[pool] = 0;
            }
        }
    }
}
