//! Invented programmes with all features mixed, for property tests.

use allmende_seat_allocation::{
    AgeBasis, Child, Event, Group, GroupKind, GroupMode, Instance, Minimum, Policy, Reserved, Rules, Travel, Wish,
};
use proptest::prelude::*;

/// What an invented programme may contain.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Features {
    pub(crate) groups: bool,
    pub(crate) reserved: bool,
    pub(crate) minimum: bool,
}

/// Everything.
pub(crate) const ALL: Features = Features { groups: true, reserved: true, minimum: true };
/// Only single children.
pub(crate) const SINGLE: Features = Features { groups: false, reserved: false, minimum: false };

/// A small source of numbers, so that an instance follows from one seed and shrinks by its sizes.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 20) % sides as u64).unwrap()
    }

    pub(crate) fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }

    fn limit(&mut self, sides: usize) -> Option<i64> {
        self.one_in(sides).then(|| i64::try_from(self.roll(4)).unwrap())
    }
}

/// A programme.
pub(crate) fn instance(seed: u64, children: usize, events: usize, features: Features) -> Instance {
    let mut dice = Dice::new(seed);
    let towns = ["Aubach", "Birkental", "Cronfeld"];
    let mut made = Instance::default();
    for number in 0..events {
        made.events.push(event(&mut dice, number, &towns, features));
    }
    for number in 0..children {
        let age = 6 + dice.roll(10);
        made.children.push(Child {
            id: format!("Kind {number}"),
            token: Some(format!(
                "{:016x}{number:016x}",
                seed.wrapping_mul(31).wrapping_add(number as u64 * 0x1234_5677_89AB)
            )),
            age: Some(i64::try_from(age).unwrap()),
            birth_date: Some(format!("{}-{:02}-{:02}", 2027 - age, 1 + dice.roll(12), 1 + dice.roll(28))),
            municipality: Some(towns[dice.roll(3)].to_owned()),
            max_events: dice.limit(3),
            max_per_day: dice.limit(4),
            entitlements: if dice.one_in(5) { vec!["inclusion".to_owned()] } else { Vec::new() },
            withdrawn: dice.one_in(25),
            ..Child::default()
        });
    }
    if children > 3 && dice.one_in(4) {
        made.children[children - 1].duplicate_of = Some("Kind 0".to_owned());
    }
    let mut lists: Vec<Vec<(usize, Option<String>)>> = Vec::new();
    for _ in 0..children {
        let mut list: Vec<(usize, Option<String>)> = Vec::new();
        for _ in 0..dice.roll(8) {
            let event = dice.roll(events);
            if list.iter().all(|(other, _)| *other != event) {
                list.push((event, None));
            }
        }
        lists.push(list);
    }
    if features.groups && children > 1 {
        for number in 0..=children / 3 {
            group(&mut dice, number, &mut lists, &mut made);
        }
    }
    for (child, list) in lists.iter().enumerate() {
        for (rank, (event, group)) in (1..).zip(list) {
            made.wishes.push(Wish {
                child: made.children[child].id.clone(),
                event: made.events[*event].id.clone(),
                priority: rank,
                group: group.clone(),
            });
        }
    }
    made.travel = vec![
        Travel { from: towns[0].to_owned(), to: towns[1].to_owned(), minutes: 25 },
        Travel { from: towns[2].to_owned(), to: towns[1].to_owned(), minutes: 60 },
    ];
    made
}

fn event(dice: &mut Dice, number: usize, towns: &[&str; 3], features: Features) -> Event {
    let (day, hour, hours) = (2 + dice.roll(4), 8 + dice.roll(10), 1 + dice.roll(5));
    let session =
        |day: usize| (format!("2027-08-{day:02}T{hour:02}:00"), format!("2027-08-{day:02}T{:02}:30", hour + hours));
    let mut dates = vec![session(day)];
    if dice.one_in(5) {
        dates.push(session(day + 1));
    }
    if dice.one_in(9) {
        dates = vec![(format!("2027-08-{day:02}T18:00"), format!("2027-08-{:02}T09:00", day + 1))];
    }
    let capacity = dice.roll(6);
    let mut reserved = Vec::new();
    if features.reserved && capacity > 2 && dice.one_in(2) {
        reserved.push(Reserved { entitlement: Some("inclusion".to_owned()), municipality: None, seats: 1 });
        if dice.one_in(2) {
            reserved.push(Reserved { entitlement: None, municipality: Some(towns[0].to_owned()), seats: 1 });
        }
    }
    Event {
        // A name that must be encoded.
        id: if dice.one_in(3) { format!("Fußball & Spaß {number}") } else { format!("e{number}") },
        dates,
        min_age: dice.one_in(3).then_some(8),
        max_age: dice.one_in(3).then_some(12),
        age_basis: [AgeBasis::Stated, AgeBasis::OnEventDay, AgeBasis::YearOfBirth][dice.roll(3)],
        min: if features.minimum { i64::try_from(dice.roll(4)).unwrap() } else { 0 },
        capacity: i64::try_from(capacity).unwrap(),
        reserved,
        place: dice.one_in(2).then(|| towns[dice.roll(3)].to_owned()),
        activity: dice.one_in(4).then(|| "Klettern".to_owned()),
        ..Event::default()
    }
}

/// Adds a group of children who may get the wish for it.
fn group(dice: &mut Dice, number: usize, lists: &mut [Vec<(usize, Option<String>)>], made: &mut Instance) {
    let (event, id) = (dice.roll(made.events.len()), format!("Gruppe {number}"));
    let mut members: Vec<usize> = Vec::new();
    for _ in 0..2 + dice.roll(2) {
        let child = dice.roll(lists.len());
        let free = lists[child].iter().all(|(other, group)| *other != event || group.is_none());
        if free && !members.contains(&child) {
            members.push(child);
        }
    }
    if members.len() < 2 {
        return;
    }
    for &child in &members {
        let list = &mut lists[child];
        match list.iter_mut().find(|(other, _)| *other == event) {
            Some(wish) => wish.1 = Some(id.clone()),
            None => {
                let at = dice.roll(list.len() + 1);
                list.insert(at, (event, Some(id.clone())));
            }
        }
    }
    made.groups.push(Group {
        id,
        kind: if dice.one_in(2) { GroupKind::Siblings } else { GroupKind::Friends },
        event: made.events[event].id.clone(),
        members: members.iter().map(|&child| made.children[child].id.clone()).collect(),
        mode: if dice.one_in(2) { GroupMode::AllOrNothing } else { GroupMode::IfPossible },
    });
}

/// Any programme with these features.
pub(crate) fn any(features: Features) -> impl Strategy<Value = Instance> {
    (any_seed(), 0_usize..24, 1_usize..9)
        .prop_map(move |(seed, children, events)| instance(seed, children, events, features))
}

fn any_seed() -> impl Strategy<Value = u64> {
    proptest::num::u64::ANY
}

/// Any rules.
pub(crate) fn any_rules() -> impl Strategy<Value = Rules> {
    (0_usize..3, 1_u32..5, 0_u32..5, proptest::bool::ANY).prop_map(|(policy, protected_from, shared, report)| Rules {
        policy: [Policy::Neutral, Policy::TogetherFirst, Policy::SiblingsFirst][policy],
        protected_from,
        shared_up_to: if shared == 4 { 10_000 } else { shared },
        minimum: if report { Minimum::Report } else { Minimum::Dissolve },
    })
}
