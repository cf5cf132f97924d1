//! Who wants to go where, and who wants to go together.

use std::collections::BTreeMap;

use super::events::Invented;
use super::families::Towns;
use crate::instance::{Child, Group, GroupKind, GroupMode, Wish};
use crate::random::Stream;

/// How many wishes each child has: normal around 5.5, between 3 and 12.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between 3 and 12
pub(super) fn numbers(children: usize, stream: &mut Stream) -> Vec<usize> {
    (0..children).map(|_| (5.5 + 2.2 * stream.normal()).round_ties_even().clamp(3.0, 12.0) as usize).collect()
}

/// Scales the seats so that they are `seats` in all, at least four an event, and sets minimums of 20 to 50 %.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // small and positive
pub(super) fn size_seats(events: &mut [Invented], seats: f64, stream: &mut Stream) {
    let scale = seats / f64::from(events.iter().map(|event| event.base_seats).sum::<u32>().max(1));
    for event in events {
        let capacity = ((f64::from(event.base_seats) * scale).round_ties_even() as u32).max(4);
        let share = stream.pick(&[0.2, 0.3, 0.4, 0.5]);
        event.event.capacity = i64::from(capacity);
        event.event.min = ((f64::from(capacity) * share).round_ties_even() as i64).max(2);
    }
}

/// The events that children of one age and municipality can wish, with running sums of their weights.
struct Pool {
    events: Vec<usize>,
    sums: Vec<f64>,
}

impl Pool {
    /// Up to `count` different events by weight, only those that `fits` lets through. Gives up after 60 tries for
    /// each, so a child of whom all events are full gets fewer wishes.
    fn sample(&self, count: usize, stream: &mut Stream, fits: impl Fn(usize) -> bool) -> Vec<usize> {
        let total = self.sums.last().copied().unwrap_or_default();
        let mut sample = Vec::with_capacity(count);
        for _ in 0..60 * count + 60 {
            if sample.len() == count || self.events.is_empty() {
                break;
            }
            let at = stream.unit() * total;
            let place = self.sums.partition_point(|&sum| sum < at).min(self.events.len() - 1);
            let event = self.events[place];
            if !sample.contains(&event) && fits(event) {
                sample.push(event);
            }
        }
        sample
    }
}

/// State while wishes are collected.
struct Collection<'a> {
    children: &'a [Child],
    events: &'a [Invented],
    towns: &'a Towns,
    pools: BTreeMap<(Option<i64>, Option<String>), Pool>,
    /// Wishes for each event, and how many it takes at most.
    demand: Vec<usize>,
    ceiling: Vec<usize>,
    /// For each child: event and group.
    picked: Vec<Vec<(usize, Option<String>)>>,
}

impl Collection<'_> {
    fn fits(&self, child: usize, event: usize) -> bool {
        let event = &self.events[event].event;
        let age = self.children[child].age;
        event.min_age <= age && age <= event.max_age
    }

    fn has(&self, child: usize, event: usize) -> bool {
        self.picked[child].iter().any(|picked| picked.0 == event)
    }

    fn add(&mut self, child: usize, event: usize, group: Option<String>) {
        self.picked[child].push((event, group));
        self.demand[event] += 1;
    }

    /// Makes sure that the pool of a child is there.
    fn prepare(&mut self, child: usize) -> (Option<i64>, Option<String>) {
        let key = (self.children[child].age, self.children[child].municipality.clone());
        if !self.pools.contains_key(&key) {
            let home = self.towns.index(key.1.as_deref());
            let events: Vec<usize> = (0..self.events.len()).filter(|&event| self.fits(child, event)).collect();
            let mut sum = 0.0;
            let sums = events
                .iter()
                .map(|&event| {
                    let place = self.towns.index(self.events[event].event.municipality.as_deref());
                    sum += self.events[event].attraction * self.towns.nearness(home, place);
                    sum
                })
                .collect();
            self.pools.insert(key.clone(), Pool { events, sums });
        }
        key
    }

    /// `count` events for a child, and room for `more` wishes at each.
    fn sample(&mut self, child: usize, count: usize, more: usize, stream: &mut Stream) -> Vec<usize> {
        let key = self.prepare(child);
        self.pools.get(&key).map_or_else(Vec::new, |pool| {
            pool.sample(count, stream, |event| {
                !self.has(child, event) && self.demand[event] + more <= self.ceiling[event]
            })
        })
    }
}

/// Invents groups and wishes. Three of four households and circles with two or more children share one or two events.
/// Then each child adds wishes of its own, the children in random order so that a full event hurts nobody
/// systematically. The rank follows attraction with much noise; shared wishes are a little dearer.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // small and positive
pub(super) fn invent(
    children: &[Child],
    events: &[Invented],
    numbers: &[usize],
    peak: f64,
    towns: &Towns,
    stream: &mut Stream,
) -> (Vec<Wish>, Vec<Group>) {
    let mut collection = Collection {
        children,
        events,
        towns,
        pools: BTreeMap::new(),
        demand: vec![0; events.len()],
        ceiling: events.iter().map(|event| (event.event.capacity as f64 * peak) as usize).collect(),
        picked: vec![Vec::new(); children.len()],
    };

    let mut circles: BTreeMap<(GroupKind, &str), Vec<usize>> = BTreeMap::new();
    for (index, child) in children.iter().enumerate() {
        circles.entry((GroupKind::Siblings, child.household.as_deref().unwrap_or_default())).or_default().push(index);
        if let Some(circle) = &child.friend_group {
            circles.entry((GroupKind::Friends, circle)).or_default().push(index);
        }
    }
    let mut groups = Vec::new();
    for ((kind, name), members) in circles {
        if members.len() < 2 || stream.chance(0.25) {
            continue;
        }
        let count = stream.pick(&[1, 1, 2]);
        // The first member chooses; what it has already wished with others is sorted out below.
        let key = collection.prepare(members[0]);
        let shared = collection.pools.get(&key).map_or_else(Vec::new, |pool| {
            pool.sample(count, stream, |event| collection.demand[event] + members.len() <= collection.ceiling[event])
        });
        for (place, event) in shared.into_iter().enumerate() {
            let fitting: Vec<usize> = members
                .iter()
                .copied()
                .filter(|&member| collection.fits(member, event) && !collection.has(member, event))
                .collect();
            if fitting.len() < 2 {
                continue;
            }
            let id = format!("{name}-{}", place + 1);
            for &member in &fitting {
                collection.add(member, event, Some(id.clone()));
            }
            groups.push(Group {
                id,
                kind,
                mode: GroupMode::default(),
                event: events[event].event.id.clone(),
                members: fitting.iter().map(|&member| children[member].id.clone()).collect(),
            });
        }
    }

    let mut order: Vec<usize> = (0..children.len()).collect();
    stream.shuffle(&mut order);
    for child in order {
        let open = numbers[child].saturating_sub(collection.picked[child].len());
        for event in collection.sample(child, open, 1, stream) {
            collection.add(child, event, None);
        }
    }

    let mut wishes = Vec::new();
    for (child, picked) in children.iter().zip(&mut collection.picked) {
        let mut ranked: Vec<(f64, usize, Option<String>)> = picked
            .drain(..)
            .map(|(event, group)| {
                let together = if group.is_some() { 1.6 } else { 1.0 };
                (events[event].attraction * stream.log_normal(0.8) * together, event, group)
            })
            .collect();
        ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        for (rank, (_, event, group)) in (1..).zip(ranked) {
            let event = events[event].event.id.clone();
            wishes.push(Wish { child: child.id.clone(), event, priority: rank, group });
        }
    }
    (wishes, groups)
}
