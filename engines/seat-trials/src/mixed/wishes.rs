//! Who wants what, and with whom.

use std::collections::BTreeSet;

use super::Features;
use crate::instance::{Child, Event, Group, GroupKind, GroupMode, Wish};
use crate::random::Stream;

/// Invents wishes, some for events that a child is too young or too old for, and groups. Popular events come first in
/// the list of events, so that they are contested.
pub(super) fn invent(
    children: &[Child],
    events: &[Event],
    features: Features,
    stream: &mut Stream,
) -> (Vec<Wish>, Vec<Group>) {
    let mut lists: Vec<Vec<(usize, Option<String>)>> = children
        .iter()
        .map(|_| {
            let wanted = stream.below(8);
            let mut list: Vec<usize> = Vec::new();
            for _ in 0..wanted {
                let event = stream.below(events.len()).min(stream.below(events.len()));
                if !list.contains(&event) {
                    list.push(event);
                }
            }
            list.into_iter().map(|event| (event, None)).collect()
        })
        .collect();
    let mut groups = Vec::new();
    if features.groups {
        for number in 0..stream.below(children.len() / 3 + 2) {
            groups.extend(group(number, children, events, &mut lists, stream));
        }
    }
    let mut wishes: Vec<Wish> = Vec::new();
    for (child, list) in children.iter().zip(&mut lists) {
        stream.shuffle(list);
        for (priority, (event, group)) in (1..).zip(list.drain(..)) {
            wishes.push(Wish { child: child.id.clone(), event: events[event].id.clone(), priority, group });
        }
    }
    stream.shuffle(&mut wishes);
    (wishes, groups)
}

/// A group of two to five for one event. Who does not wish it yet does now; who is in another group for it stays out.
fn group(
    number: usize,
    children: &[Child],
    events: &[Event],
    lists: &mut [Vec<(usize, Option<String>)>],
    stream: &mut Stream,
) -> Option<Group> {
    let event = stream.below(events.len());
    let id = format!("Gruppe {}-{number}", stream.below(1000));
    let siblings = stream.chance(0.5);
    let first = stream.below(children.len());
    let size = 2 + stream.below(4);
    let mut members: BTreeSet<usize> = BTreeSet::new();
    for step in 0..size * 2 {
        // Brothers and sisters stand next to each other in the list.
        let child = if siblings { (first + step) % children.len() } else { stream.below(children.len()) };
        let same_household = children[child].household == children[first].household;
        let taken = lists[child].iter().any(|wish| wish.0 == event && wish.1.is_some());
        if members.len() < size && !taken && (!siblings || same_household) {
            members.insert(child);
        }
    }
    if members.len() < 2 {
        return None;
    }
    for &member in &members {
        match lists[member].iter_mut().find(|wish| wish.0 == event) {
            Some(wish) => wish.1 = Some(id.clone()),
            None => lists[member].push((event, Some(id.clone()))),
        }
    }
    Some(Group {
        id,
        kind: if siblings { GroupKind::Siblings } else { GroupKind::Friends },
        event: events[event].id.clone(),
        members: members.into_iter().map(|member| children[member].id.clone()).collect(),
        mode: if stream.chance(0.5) { GroupMode::AllOrNothing } else { GroupMode::IfPossible },
    })
}
