//! Untrue reports: what somebody could write instead of what it wants, and what that is worth to it.

use std::collections::BTreeSet;

use crate::instance::{Child, Event, Group, GroupKind, GroupMode, Instance, Wish};
use crate::problem::Problem;
use crate::score::Seats;

/// What the seats of a child are worth by its true wishes. A seat that it does not truly want is worth nothing.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Worth {
    /// Sum of 1/rank over its seats: the measure of the evaluation.
    pub(super) harmonic: f64,
    /// Sum of 2^(1 − rank): any better seat outweighs all worse ones together.
    pub(super) lexicographic: f64,
    /// 1 with the first wish, else 0.
    pub(super) first: f64,
    /// 1 with at least one seat that is wanted, else 0.
    pub(super) served: f64,
}

/// The worth of the seats of one child by the ranks of its true wishes.
///
/// `accounts` are the entries that belong to the child; of all seats that they hold it uses, dearest first, what it can
/// attend and may have.
pub(super) fn worth(truth: &Problem, child: usize, given: &Seats, accounts: &[usize]) -> Worth {
    let held: BTreeSet<u32> = accounts.iter().flat_map(|&account| &given[account]).copied().collect();
    let mut used: Vec<u32> = Vec::new();
    let mut worth = Worth::default();
    for (rank, &event) in (0_i32..).zip(&truth.wishes[child]) {
        if held.contains(&event) && truth.fits(child, &used, event) {
            used.push(event);
            worth.harmonic += 1.0 / f64::from(rank + 1);
            worth.lexicographic += 0.5_f64.powi(rank);
            worth.first += f64::from(u8::from(rank == 0));
            worth.served = 1.0;
        }
    }
    worth
}

/// The same instance, but the child wishes these events in this order. Where it leaves a group by this, the group goes
/// on without it, or ends if only one member is left.
pub(super) fn rewish(instance: &Instance, child: &str, events: &[&str]) -> Instance {
    let mut changed = instance.clone();
    let mut kept: Vec<Wish> = Vec::new();
    let mut own: Vec<Wish> = Vec::new();
    for wish in changed.wishes.drain(..) {
        if wish.child == child { own.push(wish) } else { kept.push(wish) }
    }
    for (priority, event) in (1..).zip(events) {
        let group = own.iter().find(|wish| wish.event == *event).and_then(|wish| wish.group.clone());
        kept.push(Wish { child: child.to_owned(), event: (*event).to_owned(), priority, group });
    }
    changed.wishes = kept;
    for group in &mut changed.groups {
        if !events.contains(&group.event.as_str()) {
            group.members.retain(|member| member != child);
        }
    }
    let over: BTreeSet<String> =
        changed.groups.iter().filter(|group| group.members.len() < 2).map(|group| group.id.clone()).collect();
    dissolve(&mut changed, &over);
    changed
}

/// Ends groups; the wishes stay.
pub(super) fn dissolve(instance: &mut Instance, ids: &BTreeSet<String>) {
    instance.groups.retain(|group| !ids.contains(&group.id));
    for wish in &mut instance.wishes {
        if wish.group.as_ref().is_some_and(|group| ids.contains(group)) {
            wish.group = None;
        }
    }
}

/// Ends all groups.
pub(super) fn without_groups(instance: &Instance) -> Instance {
    let mut changed = instance.clone();
    let ids = changed.groups.iter().map(|group| group.id.clone()).collect();
    dissolve(&mut changed, &ids);
    changed
}

/// The same instance with a group that only exists on paper.
pub(super) fn band_together(instance: &Instance, event: &str, members: &[&str], mode: GroupMode) -> Instance {
    let mut changed = instance.clone();
    let id = "of convenience".to_owned();
    for wish in &mut changed.wishes {
        if wish.event == event && members.contains(&wish.child.as_str()) {
            wish.group = Some(id.clone());
        }
    }
    changed.groups.push(Group {
        id,
        kind: GroupKind::Friends,
        event: event.to_owned(),
        members: members.iter().map(|&member| member.to_owned()).collect(),
        mode,
    });
    changed
}

/// The same instance with a group for an event without seats, which its members wish last and do not take alone. It is
/// never seated, and nobody is protected by it: its members draw with one lot, and that is all.
pub(super) fn link_lots(instance: &Instance, members: &[&str]) -> Instance {
    let mut changed = instance.clone();
    let id = "an event without seats";
    changed.events.push(Event {
        id: id.to_owned(),
        dates: vec![("2027-01-02T09:00".to_owned(), "2027-01-02T10:00".to_owned())],
        ..Event::default()
    });
    for &member in members {
        let last = changed.wishes.iter().filter(|wish| wish.child == member).map(|wish| wish.priority).max();
        let priority = last.unwrap_or(0) + 1;
        changed.wishes.push(Wish { child: member.to_owned(), event: id.to_owned(), priority, group: None });
    }
    band_together(&changed, id, members, GroupMode::AllOrNothing)
}

/// The same instance in which a child signed up a second time, with another name and household and without its groups.
pub(super) fn second_account(instance: &Instance, child: &str) -> Instance {
    let mut changed = instance.clone();
    let name = format!("{child} again");
    let copy = changed.children.iter().find(|entry| entry.id == child).map(|entry| Child {
        id: name.clone(),
        household: Some(name.clone()),
        friend_group: None,
        token: None,
        ..entry.clone()
    });
    let wishes: Vec<Wish> = (changed.wishes.iter())
        .filter(|wish| wish.child == child)
        .map(|wish| Wish { child: name.clone(), group: None, ..wish.clone() })
        .collect();
    changed.children.extend(copy);
    changed.wishes.extend(wishes);
    changed
}

#[cfg(test)]
mod tests {
    use allmende_seat_allocation::Policy;

    use super::*;
    use crate::generate::{Settings, generate};
    use crate::method::Method;

    fn small() -> Instance {
        generate(&Settings { children: 60, events: 14, municipalities: 3, ..Settings::ordinary(2) })
    }

    #[test]
    fn leaving_a_group_of_two_ends_it() {
        let instance = small();
        let pair = instance.groups.iter().find(|group| group.members.len() == 2).expect("a pair");
        let (child, other) = (&pair.members[0], &pair.members[1]);
        let wishes: Vec<&str> = (instance.wishes.iter())
            .filter(|wish| wish.child == *child && wish.event != pair.event)
            .map(|wish| wish.event.as_str())
            .collect();
        let changed = rewish(&instance, child, &wishes);
        assert!(!changed.groups.iter().any(|group| group.id == pair.id));
        let left = changed.wishes.iter().find(|wish| wish.child == *other && wish.event == pair.event);
        assert_eq!(left.expect("the wish stays").group, None);
        allmende_seat_allocation::Programme::new(&changed).expect("still a sound instance");
    }

    #[test]
    fn the_same_wishes_are_the_same_instance() {
        let instance = small();
        let child = instance.wishes[0].child.clone();
        let mut own: Vec<&Wish> = instance.wishes.iter().filter(|wish| wish.child == child).collect();
        own.sort_by_key(|wish| wish.priority);
        let events: Vec<&str> = own.iter().map(|wish| wish.event.as_str()).collect();
        let changed = rewish(&instance, &child, &events);
        assert_eq!(Problem::new(&changed), Problem::new(&instance));
        assert_eq!(changed.groups, instance.groups);
    }

    #[test]
    fn worth_counts_what_can_be_used() {
        let mut instance = small();
        let child = instance.wishes[0].child.clone();
        let place = instance.children.iter().position(|entry| entry.id == child).expect("there");
        instance.children[place].max_events = Some(1);
        let truth = Problem::new(&instance).expect("sound");
        let mut given: Seats = vec![Vec::new(); instance.children.len()];
        given[place] = vec![truth.wishes[place][2]];
        given[place + 1] = vec![truth.wishes[place][1]];
        let alone = worth(&truth, place, &given, &[place]);
        assert!((alone.harmonic - 1.0 / 3.0).abs() < 1e-12 && alone.served > 0.5 && alone.first < 0.5);
        // Two accounts, one allowed place: the dearer of the two.
        let both = worth(&truth, place, &given, &[place, place + 1]);
        assert!((both.harmonic - 0.5).abs() < 1e-12 && (both.lexicographic - 0.5).abs() < 1e-12);
    }

    /// Whoever leads keeps its lot; nobody else is given anything but another lot.
    #[test]
    fn linked_lots_change_nothing_but_lots() {
        let instance = small();
        let members = [instance.children[3].id.as_str(), instance.children[17].id.as_str()];
        let changed = link_lots(&instance, &members);
        let (before, after) = (Problem::new(&instance).expect("sound"), Problem::new(&changed).expect("sound"));
        let draw = Method::draw(Policy::Neutral);
        let given = draw.prepare(&changed, &after).expect("sound")("test");
        let nothing = u32::try_from(after.event_ids.iter().position(|id| id.starts_with("an event")).expect("there"));
        assert!(given.iter().all(|seats| !seats.contains(&nothing.expect("few"))));
        for child in 0..before.wishes.len() {
            let wishes = |problem: &Problem| {
                problem.wishes[child].iter().map(|&e| problem.event_ids[e as usize].clone()).collect::<Vec<_>>()
            };
            let (old, new) = (wishes(&before), wishes(&after));
            assert_eq!(old, new[..old.len()]);
            assert_eq!(new.len() - old.len(), usize::from(members.contains(&before.child_ids[child].as_str())));
        }
    }

    #[test]
    fn a_second_account_is_one_more_child_with_the_same_wishes() {
        let instance = small();
        let child = &instance.wishes[0].child;
        let changed = second_account(&instance, child);
        let count = |instance: &Instance, id: &str| instance.wishes.iter().filter(|wish| wish.child == id).count();
        assert_eq!(changed.children.len(), instance.children.len() + 1);
        assert_eq!(count(&changed, &format!("{child} again")), count(&instance, child));
        allmende_seat_allocation::Programme::new(&changed).expect("sound");
    }
}
