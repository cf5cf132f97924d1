//! From the file to numbers.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use super::clashes::{Clashes, Timing};
use super::{Contingent, Fault, Party, Problem};
use crate::instance::{AgeBasis, Child, Event, GroupMode, Instance};

/// What is read of an event's sessions.
struct Times {
    sessions: Vec<(i64, i64)>,
    days: BTreeSet<i32>,
    first: Option<Date>,
}

const EPOCH: Date = Date::constant(1970, 1, 1);

impl Problem {
    /// Reads an instance. Numbers below zero count as zero; what else the draw would refuse is not checked here.
    pub fn new(instance: &Instance) -> Result<Self, Fault> {
        let children: BTreeMap<&str, u32> = numbers(instance.children.iter().map(|child| child.id.as_str()));
        let events: BTreeMap<&str, u32> = numbers(instance.events.iter().map(|event| event.id.as_str()));
        let child_of = |place: &dyn Fn() -> String, id: &str| {
            children.get(id).copied().ok_or_else(|| Fault::Child { place: place(), id: id.to_owned() })
        };
        let event_of = |place: &dyn Fn() -> String, id: &str| {
            events.get(id).copied().ok_or_else(|| Fault::Event { place: place(), id: id.to_owned() })
        };
        let mut ranked: Vec<Vec<(i64, u32)>> = vec![Vec::new(); instance.children.len()];
        for (at, wish) in instance.wishes.iter().enumerate() {
            let place = || format!("wish {}", at + 1);
            let event = event_of(&place, &wish.event)?;
            ranked[child_of(&place, &wish.child)? as usize].push((wish.priority, event));
        }
        ranked.iter_mut().for_each(|list| list.sort_unstable());
        let mut groups = Vec::with_capacity(instance.groups.len());
        for group in &instance.groups {
            let place = || format!("group {:?}", group.id);
            groups.push(Party {
                event: event_of(&place, &group.event)?,
                members: group.members.iter().map(|id| child_of(&place, id)).collect::<Result<_, _>>()?,
                all_or_nothing: group.mode == GroupMode::AllOrNothing,
            });
        }
        let zone = TimeZone::get("Europe/Berlin").unwrap_or(TimeZone::UTC);
        let times: Vec<Times> =
            instance.events.iter().map(|event| read_times(event, &zone)).collect::<Result<_, _>>()?;
        let births: Vec<Option<Date>> = instance.children.iter().map(read_birth).collect::<Result<_, _>>()?;
        let wishes: Vec<Vec<u32>> =
            ranked.into_iter().map(|list| list.into_iter().map(|wish| wish.1).collect()).collect();
        let fitting = (wishes.iter().enumerate())
            .map(|(child, list)| {
                let of = |&event: &u32| {
                    let first = times[event as usize].first;
                    old_enough(&instance.children[child], births[child], &instance.events[event as usize], first)
                };
                list.iter().map(of).collect()
            })
            .collect();
        let ways = (instance.travel.iter())
            .map(|way| ((way.from.as_str().min(&way.to), way.from.as_str().max(&way.to)), way.minutes))
            .collect();
        let timings: Vec<Timing<'_>> = (instance.events.iter().zip(&times))
            .map(|(event, times)| Timing {
                sessions: times.sessions.clone(),
                place: event.place.as_deref(),
                activity: event.activity.as_deref(),
            })
            .collect();
        let limit = |value: Option<i64>| value.map_or(usize::MAX, |limit| usize::try_from(limit).unwrap_or_default());
        Ok(Self {
            child_ids: instance.children.iter().map(|child| child.id.clone()).collect(),
            event_ids: instance.events.iter().map(|event| event.id.clone()).collect(),
            wishes,
            fitting,
            takes_part: (instance.children.iter())
                .map(|child| !child.withdrawn && child.duplicate_of.is_none())
                .collect(),
            limit: instance.children.iter().map(|child| limit(child.max_events)).collect(),
            day_limit: instance.children.iter().map(|child| limit(child.max_per_day)).collect(),
            registered_at: instance.children.iter().map(|child| child.registered_at.unwrap_or_default()).collect(),
            capacity: instance.events.iter().map(|event| u32::try_from(event.capacity).unwrap_or_default()).collect(),
            minimum: instance.events.iter().map(|event| u32::try_from(event.min).unwrap_or_default()).collect(),
            clashes: Clashes::new(&timings, &ways),
            days: times.into_iter().map(|times| times.days).collect(),
            reserved: instance.events.iter().map(|event| contingents(event, &instance.children)).collect(),
            groups,
        })
    }
}

fn numbers<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, u32> {
    ids.zip(0..).collect()
}

/// Sessions in minutes since 1970 and the local days that they touch; the end is the first minute that is free again.
fn read_times(event: &Event, zone: &TimeZone) -> Result<Times, Fault> {
    let instant = |text: &str| -> Result<Timestamp, Fault> {
        text.parse::<Timestamp>()
            .or_else(|_| {
                text.parse::<DateTime>().and_then(|local| local.to_zoned(zone.clone())).map(|at| at.timestamp())
            })
            .map_err(|_| Fault::Time { place: format!("event {:?}", event.id), text: text.to_owned() })
    };
    let only: Vec<(String, String)> = match (&event.dates[..], &event.start, &event.end) {
        ([], Some(start), Some(end)) => vec![(start.clone(), end.clone())],
        _ => event.dates.clone(),
    };
    let mut times = Times { sessions: Vec::new(), days: BTreeSet::new(), first: None };
    for (start, end) in &only {
        let (start, end) = (instant(start)?, instant(end)?);
        let first = start.to_zoned(zone.clone()).date();
        let last = end.saturating_sub(1.second()).map_or(first, |at| at.to_zoned(zone.clone()).date());
        let day = |date: Date| date.since(EPOCH).map_or(0, |span| span.get_days());
        times.days.extend(day(first)..=day(last));
        times.sessions.push((start.as_second() / 60, end.as_second() / 60));
        times.first = Some(times.first.map_or(first, |earlier| earlier.min(first)));
    }
    Ok(times)
}

fn read_birth(child: &Child) -> Result<Option<Date>, Fault> {
    let Some(text) = &child.birth_date else { return Ok(None) };
    let fault = || Fault::Time { place: format!("child {:?}", child.id), text: text.clone() };
    text.parse().map(Some).map_err(|_| fault())
}

/// The age of a child as the event counts it, within the event's ages. What is not known does not exclude.
fn old_enough(child: &Child, birth: Option<Date>, event: &Event, first: Option<Date>) -> bool {
    let age = match (event.age_basis, birth, first) {
        (AgeBasis::Stated, _, _) => child.age,
        (AgeBasis::YearOfBirth, Some(birth), Some(first)) => Some(i64::from(first.year() - birth.year())),
        (AgeBasis::OnEventDay, Some(birth), Some(first)) => {
            // A birthday on 29 February is kept on 1 March in other years.
            let years = i64::from(first.year() - birth.year());
            let kept = birth.with().year(first.year()).build().unwrap_or_else(|_| Date::constant(first.year(), 3, 1));
            Some(if first < kept { years - 1 } else { years })
        }
        _ => None,
    };
    age.is_none_or(|age| event.min_age.is_none_or(|low| low <= age) && event.max_age.is_none_or(|high| age <= high))
}

fn contingents(event: &Event, children: &[Child]) -> Vec<Contingent> {
    (event.reserved.iter())
        .map(|reserved| {
            let claims = |child: &Child| match (&reserved.entitlement, &reserved.municipality) {
                (Some(name), _) => child.entitlements.contains(name),
                (None, home) => home.is_some() && child.municipality == *home,
            };
            Contingent {
                seats: u32::try_from(reserved.seats).unwrap_or_default(),
                claimants: (0..).zip(children).filter(|(_, child)| claims(child)).map(|(at, _)| at).collect(),
            }
        })
        .collect()
}
