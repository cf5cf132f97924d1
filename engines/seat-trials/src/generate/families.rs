//! Who lives where, with whom, and who is friends with whom.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::FIRST_DAY;
use crate::instance::Child;
use crate::random::Stream;

/// The municipalities, on a ring.
#[derive(Debug)]
pub(super) struct Towns {
    /// Share of people and of events.
    pub(super) weights: Vec<f64>,
}

impl Towns {
    pub(super) fn invent(count: usize, stream: &mut Stream) -> Self {
        Self { weights: (0..count).map(|_| stream.log_normal(0.6)).collect() }
    }

    pub(super) fn name(&self, index: usize) -> String {
        format!("G{:02}", index + 1)
    }

    /// How much nearer events make themselves: own municipality 3, neighbour on the ring 1.5, else 1.
    pub(super) fn nearness(&self, one: usize, other: usize) -> f64 {
        let gap = one.abs_diff(other);
        match gap.min(self.weights.len() - gap) {
            0 => 3.0,
            1 => 1.5,
            _ => 1.0,
        }
    }

    /// The index behind a [`Self::name`].
    pub(super) fn index(&self, name: Option<&str>) -> usize {
        name.and_then(|name| name.get(1..))
            .and_then(|digits| digits.parse::<usize>().ok())
            .map_or(0, |number| number.saturating_sub(1))
    }
}

const YOUNGEST: i32 = 6;
const OLDEST: i32 = 16;
/// Weights of the ages 6 to 16.
const AGE_WEIGHTS: [f64; 11] = [11.0, 12.0, 13.0, 13.0, 13.0, 11.0, 9.0, 7.0, 5.0, 4.0, 2.0];

/// Children in households of one, two or three (60, 30, 10 %), brothers and sisters a few years apart. Two of five
/// children have a limit of 1 to 6 places. Returns the number of households too.
pub(super) fn children(count: usize, towns: &Towns, stream: &mut Stream) -> (Vec<Child>, usize) {
    let mut children: Vec<Child> = Vec::with_capacity(count);
    let mut households = 0;
    while children.len() < count {
        households += 1;
        let size = (stream.weighted(&[60.0, 30.0, 10.0]) + 1).min(count - children.len());
        let town = stream.weighted(&towns.weights);
        let eldest = YOUNGEST + i32::try_from(stream.weighted(&AGE_WEIGHTS)).unwrap_or_default();
        for place in 0..size {
            let apart = if place == 0 { 0 } else { stream.pick(&[-4, -3, -2, -2, 0, 2, 2, 3, 4]) };
            let birth_date = birth((eldest + apart).clamp(YOUNGEST, OLDEST), stream);
            let max_events = if stream.chance(0.6) { None } else { Some(stream.pick(&[1_i64, 2, 2, 3, 3, 4, 5, 6])) };
            children.push(Child {
                id: format!("C{:06}", children.len() + 1),
                age: Some(age(birth_date)),
                birth_date: Some(birth_date.to_string()),
                municipality: Some(towns.name(town)),
                household: Some(format!("H{households:05}")),
                max_events,
                ..Child::default()
            });
        }
    }
    let mut order: Vec<usize> = (0..count).collect();
    stream.shuffle(&mut order);
    for (place, child) in order.into_iter().enumerate() {
        children[child].registered_at = i64::try_from(place + 1).ok();
    }
    (children, households)
}

/// A date of birth that gives about `age` years on the first day.
#[allow(clippy::cast_possible_truncation)] // below 6 000 days
fn birth(age: i32, stream: &mut Stream) -> Date {
    let days = (365.2425 * f64::from(age)) as i64 + 1 + i64::try_from(stream.below(359)).unwrap_or_default();
    FIRST_DAY.saturating_sub(days.days())
}

/// Whole years on the first day, held within 6 to 16.
fn age(birth: Date) -> i64 {
    let before_birthday = (FIRST_DAY.month(), FIRST_DAY.day()) < (birth.month(), birth.day());
    let years = i32::from(FIRST_DAY.year()) - i32::from(birth.year()) - i32::from(before_birthday);
    i64::from(years.clamp(YOUNGEST, OLDEST))
}

/// Circles of two to four friends of one municipality, at most a year from the first of them, from different
/// households than that one; about one child in seven is in one. Returns their number.
pub(super) fn circles(children: &mut [Child], towns: &Towns, stream: &mut Stream) -> usize {
    let mut by_town: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, child) in children.iter().enumerate() {
        by_town.entry(child.municipality.clone().unwrap_or_default()).or_default().push(index);
    }
    let mut circles = 0;
    for town in 0..towns.weights.len() {
        let Some(mut pool) = by_town.remove(&towns.name(town)) else { continue };
        stream.shuffle(&mut pool);
        let (wanted, mut placed) = (pool.len() / 7, 0);
        for &first in &pool {
            if placed >= wanted {
                break;
            }
            if children[first].friend_group.is_some() {
                continue;
            }
            let most = stream.pick(&[1, 1, 2, 3]);
            let friends: Vec<usize> = pool
                .iter()
                .copied()
                .filter(|&other| {
                    let (child, other) = (&children[first], &children[other]);
                    child.id != other.id
                        && other.friend_group.is_none()
                        && child.age.unwrap_or_default().abs_diff(other.age.unwrap_or_default()) <= 1
                        && child.household != other.household
                })
                .take(most)
                .collect();
            if friends.is_empty() {
                continue;
            }
            circles += 1;
            placed += 1 + friends.len();
            for member in std::iter::once(first).chain(friends) {
                children[member].friend_group = Some(format!("F{circles:05}"));
            }
        }
    }
    circles
}
