//! Figures of a draw, as counts; shares are made where they are shown.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::draw::{EMPTY, Hall};
use crate::instance::{GroupKind, GroupMode};
use crate::outcome::allocate;
use crate::programme::{Fit, NONE, Programme};
use crate::rules::{Policy, Rules};
use crate::seed::Seed;

/// Figures of a whole draw.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statistics {
    /// Children who take part and have a fitting wish.
    pub all: Figures,
    /// Those of them who are in no group.
    pub single: Figures,
    /// Those who are in one.
    pub in_groups: Figures,
    /// Most first wishes that could be granted if nothing else counted: the sum over the events that
    /// are held of the smaller of seats and first wishes. What is missing to it is the gap.
    pub first_wish_bound: u32,
    /// Groups by kind and mode.
    pub groups: Vec<GroupFigures>,
    /// Each event.
    pub events: Vec<EventFigures>,
    /// Each municipality with children, or with none given (`""`).
    pub municipalities: Vec<MunicipalityFigures>,
    /// How often each reason was given.
    pub reasons: BTreeMap<String, u32>,
}

/// Figures of some children.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// How many they are.
    pub children: u32,
    /// How many of them have at least k wishes that they can be granted alone: the guarantee covers them.
    pub covered: u32,
    /// How many have a place.
    pub with_place: u32,
    /// How many that are covered have none.
    pub covered_without: u32,
    /// How many that are not covered have none.
    pub uncovered_without: u32,
    /// Their fitting wishes.
    pub wishes: u32,
    /// How many were granted.
    pub granted: u32,
    /// How many have their first wish.
    pub first_wish: u32,
    /// How many have one of their first three.
    pub first_three: u32,
}

/// Figures of groups of one kind and mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupFigures {
    /// Siblings or friends.
    pub kind: GroupKind,
    /// What they want if they cannot be together.
    pub mode: GroupMode,
    /// How many groups.
    pub groups: u32,
    /// All members have the seat.
    pub together: u32,
    /// Some have it, some have not.
    pub split: u32,
}

/// Figures of an event: before the close the wishes for its seats, after it who got them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventFigures {
    /// Its id.
    pub event: String,
    /// Its seats.
    pub seats: u32,
    /// Its minimum number.
    pub min: u32,
    /// Fitting wishes for it.
    pub wishes: u32,
    /// How many of them are first wishes.
    pub first_wishes: u32,
    /// Seats given.
    pub taken: u32,
    /// It is held.
    pub held: bool,
}

/// Figures of a municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MunicipalityFigures {
    /// Its name.
    pub municipality: String,
    /// Its children who take part and have a fitting wish.
    pub children: u32,
    /// Their places.
    pub places: u32,
}

impl Programme {
    /// Wishes for seats, event by event: what parents may know before the close ("40 wishes for 12 seats").
    ///
    /// ```
    /// use allmende_seat_allocation::{Instance, Programme};
    ///
    /// let instance = Instance::from_json(br#"{
    ///   "children": [{"id": "anna"}, {"id": "ben"}],
    ///   "events": [{"id": "kanu", "capacity": 1, "dates": [["2027-08-02T09:00", "2027-08-02T12:00"]]}],
    ///   "wishes": [{"child": "anna", "event": "kanu", "priority": 1}, {"child": "ben", "event": "kanu", "priority": 1}]
    /// }"#)?;
    /// let demand = Programme::new(&instance)?.demand();
    /// assert_eq!((demand[0].wishes, demand[0].first_wishes, demand[0].seats), (2, 2, 1));
    /// # Ok::<(), allmende_seat_allocation::Refusal>(())
    /// ```
    pub fn demand(&self) -> Vec<EventFigures> {
        let mut events: Vec<EventFigures> = self
            .events
            .iter()
            .map(|event| EventFigures {
                event: event.id.clone(),
                seats: event.capacity,
                min: event.min,
                wishes: 0,
                first_wishes: 0,
                taken: 0,
                held: true,
            })
            .collect();
        for (child, row) in (0..).zip(&self.children) {
            if row.takes_part() {
                for (rank, wish) in self.wishes_of(child).enumerate() {
                    let wish = self.wishes[wish];
                    if wish.fit == Fit::Fits {
                        events[wish.event as usize].wishes += 1;
                        events[wish.event as usize].first_wishes += u32::from(rank == 0);
                    }
                }
            }
        }
        events
    }
}

impl Statistics {
    /// Counts.
    pub(crate) fn of(hall: &Hall<'_>) -> Self {
        let programme = hall.programme;
        let mut events = programme.demand();
        for (number, event) in events.iter_mut().enumerate() {
            (event.taken, event.held) = (hall.taken[number], !hall.dissolved[number]);
        }
        let mut counted = Self {
            first_wish_bound: events.iter().filter(|e| e.held).map(|e| e.seats.min(e.first_wishes)).sum(),
            events,
            ..Self::default()
        };
        let mut grouped = vec![false; programme.children.len()];
        for group in &programme.groups {
            group.members.iter().for_each(|&child| grouped[child as usize] = true);
            counted.group(hall, group);
        }
        let mut towns: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        for (child, row) in (0..).zip(&programme.children) {
            if !row.takes_part() || !programme.wishes_of(child).any(|wish| programme.wishes[wish].fit == Fit::Fits) {
                continue;
            }
            let parts = if grouped[child as usize] { &mut counted.in_groups } else { &mut counted.single };
            for figures in [parts, &mut counted.all] {
                figures.add(hall, child);
            }
            let town = towns.entry(row.municipality.as_deref().unwrap_or_default()).or_default();
            *town = (town.0 + 1, town.1 + hall.places[child as usize]);
        }
        counted.municipalities = towns
            .into_iter()
            .map(|(name, (children, places))| MunicipalityFigures { municipality: name.to_owned(), children, places })
            .collect();
        counted
    }

    fn group(&mut self, hall: &Hall<'_>, group: &crate::programme::GroupRow) {
        let seated = group
            .members
            .iter()
            .filter(|&&child| hall.wish_for(child, group.event).is_some_and(|wish| hall.seat[wish] != EMPTY))
            .count();
        let known = self.groups.iter().position(|known| (known.kind, known.mode) == (group.kind, group.mode));
        let at = known.unwrap_or_else(|| {
            self.groups.push(GroupFigures { kind: group.kind, mode: group.mode, groups: 0, together: 0, split: 0 });
            self.groups.len() - 1
        });
        let figures = &mut self.groups[at];
        figures.groups += 1;
        figures.together += u32::from(seated == group.members.len());
        figures.split += u32::from(seated > 0 && seated < group.members.len());
        self.groups.sort_by_key(|figures| (figures.kind, figures.mode));
    }
}

impl Figures {
    fn add(&mut self, hall: &Hall<'_>, child: u32) {
        let programme = hall.programme;
        let (mut alone, mut granted) = (0, 0);
        for (rank, wish) in programme.wishes_of(child).enumerate() {
            let row = programme.wishes[wish];
            let bound = row.group != NONE && programme.groups[row.group as usize].mode == GroupMode::AllOrNothing;
            let (fits, has) = (row.fit == Fit::Fits, hall.seat[wish] != EMPTY);
            alone += u32::from(fits && !bound);
            self.wishes += u32::from(fits);
            self.first_wish += u32::from(has && rank == 0);
            self.first_three += u32::from(has && rank < 3 && granted == 0);
            granted += u32::from(has);
        }
        let covered = alone >= hall.rules.protected_from;
        self.children += 1;
        self.covered += u32::from(covered);
        self.granted += granted;
        self.with_place += u32::from(granted > 0);
        self.covered_without += u32::from(granted == 0 && covered);
        self.uncovered_without += u32::from(granted == 0 && !covered);
    }
}

/// One point of the frontier between groups and single children.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrontierPoint {
    /// The rules of this point.
    pub rules: Rules,
    /// All groups.
    pub groups: u32,
    /// Groups that are together.
    pub together: u32,
    /// Groups that are split.
    pub split: u32,
    /// All children.
    pub all: Figures,
    /// Children in no group: what they pay.
    pub single: Figures,
    /// Children in groups.
    pub in_groups: Figures,
}

/// What more togetherness costs, and whom: the same list drawn with the same lots under each
/// policy, from the one that does least for groups to the one that does most.
pub fn frontier(programme: &Programme, rules: Rules, seed: &Seed) -> Vec<FrontierPoint> {
    let points = [
        (Policy::Neutral, 0),
        (Policy::Neutral, 1),
        (Policy::Neutral, 2),
        (Policy::Neutral, 3),
        (Policy::Neutral, 10_000),
        (Policy::SiblingsFirst, 2),
        (Policy::TogetherFirst, 1),
        (Policy::TogetherFirst, 2),
        (Policy::TogetherFirst, 10_000),
    ];
    points
        .into_iter()
        .map(|(policy, shared_up_to)| {
            let rules = Rules { policy, shared_up_to, ..rules };
            let counted = allocate(programme, rules, seed).statistics;
            let sum = |part: fn(&GroupFigures) -> u32| counted.groups.iter().map(part).sum();
            FrontierPoint {
                rules,
                groups: sum(|figures| figures.groups),
                together: sum(|figures| figures.together),
                split: sum(|figures| figures.split),
                all: counted.all,
                single: counted.single,
                in_groups: counted.in_groups,
            }
        })
        .collect()
}
