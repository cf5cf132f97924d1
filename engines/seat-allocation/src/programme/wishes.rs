//! Checks wishes and groups.

use std::collections::HashMap;

use super::checking::{ChildFacts, EventFacts, check_name, check_range, fit};
use super::{GroupRow, MOST_WISHES, NONE, WishRow};
use crate::instance::Instance;
use crate::problem::{Entry, Fault, Problems};

/// Least and most members of a group.
const GROUP_SIZE: (usize, usize) = (2, 20);

/// Wishes sorted by child and priority, where each child's begin, and groups sorted by event and members.
pub(super) fn check(
    instance: &Instance,
    children: &HashMap<&str, ChildFacts<'_>>,
    events: &HashMap<&str, EventFacts<'_>>,
    problems: &mut Problems,
) -> (Vec<WishRow>, Vec<u32>, Vec<GroupRow>) {
    let mut group_numbers: HashMap<&str, u32> = HashMap::with_capacity(instance.groups.len());
    let mut groups: Vec<GroupRow> = Vec::with_capacity(instance.groups.len());
    for group in &instance.groups {
        let entry = Entry::Group(group.id.clone());
        check_name(&group.id, &entry, "id", problems);
        let count = group.members.len();
        if count < GROUP_SIZE.0 {
            problems.note(entry.clone(), "members", Fault::TooFew { count, least: GROUP_SIZE.0 });
        }
        if count > GROUP_SIZE.1 {
            problems.note(entry.clone(), "members", Fault::TooMany { count, most: GROUP_SIZE.1 });
        }
        let event = events.get(group.event.as_str()).map_or_else(
            || {
                problems.note(entry.clone(), "event", Fault::Unknown(group.event.clone()));
                NONE
            },
            |facts| facts.number,
        );
        let mut members = Vec::with_capacity(count);
        for member in group.members.iter().take(GROUP_SIZE.1) {
            match children.get(member.as_str()) {
                None => problems.note(entry.clone(), "members", Fault::Unknown(member.clone())),
                Some(facts) if members.contains(&facts.number) => {
                    problems.note(entry.clone(), "members", Fault::Twice(member.clone()));
                }
                Some(facts) => members.push(facts.number),
            }
        }
        members.sort_unstable();
        if group_numbers.insert(&group.id, u32::try_from(groups.len()).unwrap_or(NONE)).is_some() {
            problems.note(entry, "id", Fault::Twice(group.id.clone()));
        }
        groups.push(GroupRow { id: group.id.clone(), event, kind: group.kind, mode: group.mode, members });
    }

    let mut rows: Vec<(u32, u32, WishRow)> = Vec::with_capacity(instance.wishes.len());
    let mut named = vec![0_usize; groups.len()];
    for wish in &instance.wishes {
        let entry = || Entry::Wish(wish.child.clone(), wish.event.clone());
        let (child, event) = (children.get(wish.child.as_str()), events.get(wish.event.as_str()));
        if child.is_none() {
            problems.note(entry(), "child", Fault::Unknown(wish.child.clone()));
        }
        if event.is_none() {
            problems.note(entry(), "event", Fault::Unknown(wish.event.clone()));
        }
        let (Some(child), Some(event)) = (child, event) else { continue };
        let priority =
            check_range(wish.priority, 1, i64::try_from(MOST_WISHES).unwrap_or(0), &entry(), "priority", problems);
        let group = match wish.group.as_deref() {
            None => NONE,
            Some(id) => match group_numbers.get(id) {
                None => {
                    problems.note(entry(), "group", Fault::Unknown(id.to_owned()));
                    NONE
                }
                Some(&number) => {
                    let group = &groups[number as usize];
                    if group.event != event.number {
                        problems.note(entry(), "group", Fault::GroupOfOtherEvent(id.to_owned()));
                    } else if group.members.binary_search(&child.number).is_err() {
                        problems.note(entry(), "group", Fault::NotAMember(id.to_owned()));
                    } else {
                        named[number as usize] += 1;
                    }
                    number
                }
            },
        };
        let contingents = event.event.reserved.iter().take(8).enumerate().fold(0_u8, |bits, (position, reserved)| {
            let entitled = reserved.entitlement.as_ref().is_some_and(|name| child.child.entitlements.contains(name))
                || (reserved.municipality.is_some() && reserved.municipality == child.child.municipality);
            bits | u8::from(entitled) << position
        });
        let row = WishRow { event: event.number, group, fit: fit(child, event, problems), contingents };
        rows.push((child.number, priority, row));
    }
    rows.sort_by_key(|&(child, priority, row)| (child, priority, row.event));
    check_lists(instance, children, &rows, problems);
    if problems.none() {
        check_members(instance, &groups, &named, problems);
    }

    let mut first_wish = vec![0_u32; instance.children.len() + 1];
    for &(child, _, _) in &rows {
        first_wish[child as usize + 1] += 1;
    }
    for child in 0..instance.children.len() {
        first_wish[child + 1] += first_wish[child];
    }
    let mut wishes: Vec<WishRow> = rows.into_iter().map(|(_, _, row)| row).collect();

    // Groups in the order of event and members; the wishes follow.
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by(|&a, &b| (groups[a].event, &groups[a].members).cmp(&(groups[b].event, &groups[b].members)));
    let mut place = vec![0_u32; groups.len()];
    for (now, &before) in (0..).zip(&order) {
        place[before] = now;
    }
    for wish in &mut wishes {
        if wish.group != NONE {
            wish.group = place[wish.group as usize];
        }
    }
    let mut sorted: Vec<Option<GroupRow>> = groups.into_iter().map(Some).collect();
    let groups = order.into_iter().filter_map(|before| sorted[before].take()).collect();
    (wishes, first_wish, groups)
}

/// Each child's priorities run from 1 without gaps, and no event stands in its list twice.
fn check_lists(
    instance: &Instance,
    children: &HashMap<&str, ChildFacts<'_>>,
    rows: &[(u32, u32, WishRow)],
    problems: &mut Problems,
) {
    let mut ids: Vec<&str> = vec![""; instance.children.len()];
    for facts in children.values() {
        if let Some(slot) = ids.get_mut(facts.number as usize) {
            *slot = &facts.child.id;
        }
    }
    let mut event_ids: Vec<&str> = instance.events.iter().map(|event| event.id.as_str()).collect();
    event_ids.sort_unstable();
    for list in rows.chunk_by(|a, b| a.0 == b.0) {
        let id = ids.get(list[0].0 as usize).copied().unwrap_or_default();
        let mut seen: Vec<u32> = list.iter().map(|&(_, _, row)| row.event).collect();
        seen.sort_unstable();
        for pair in seen.windows(2) {
            if pair[0] == pair[1] {
                let event = event_ids.get(pair[0] as usize).copied().unwrap_or_default().to_owned();
                problems.note(Entry::Wish(id.to_owned(), event.clone()), "event", Fault::Twice(event));
            }
        }
        let mut expected = 1;
        for &(_, priority, _) in list {
            let fault = match i64::from(priority) {
                // Out of range and noted already.
                0 => continue,
                number if number == expected => {
                    expected += 1;
                    continue;
                }
                number if number < expected => Fault::PriorityTwice(number),
                _ => Fault::PriorityGap(expected),
            };
            problems.note(Entry::Child(id.to_owned()), "priority", fault);
            break;
        }
    }
}

/// Each member of a group has the wish, and the wish names the group.
fn check_members(instance: &Instance, groups: &[GroupRow], named: &[usize], problems: &mut Problems) {
    if groups.iter().zip(named).all(|(group, &count)| group.members.len() == count) {
        return;
    }
    let wishes: HashMap<(&str, &str), Option<&str>> = instance
        .wishes
        .iter()
        .map(|wish| ((wish.child.as_str(), wish.event.as_str()), wish.group.as_deref()))
        .collect();
    for group in &instance.groups {
        for member in &group.members {
            let fault = match wishes.get(&(member.as_str(), group.event.as_str())) {
                None => Fault::MemberWithoutWish(member.clone()),
                Some(named) if *named != Some(&group.id) => Fault::MemberWishWithoutGroup(member.clone()),
                Some(_) => continue,
            };
            problems.note(Entry::Group(group.id.clone()), "members", fault);
        }
    }
}
