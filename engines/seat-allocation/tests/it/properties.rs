//! What holds for every programme.

use std::collections::{HashMap, HashSet};

use allmende_seat_allocation::{Instance, Minimum, Policy, Programme, Rules, Seed, allocate};
use proptest::prelude::*;

use crate::audit::{self, List};
use crate::invented::{ALL, Features, SINGLE, any, any_rules};

fn draw(instance: &Instance, rules: Rules, label: &str) -> (Vec<String>, Vec<String>) {
    let programme = Programme::new(instance).unwrap();
    (programme.list(), allocate(&programme, rules, &Seed::preview(label)).lines)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Seats, limits, overlaps, ages, groups, minimum numbers; nothing wasted, nothing improvable
    /// without a reason that explains it.
    #[test]
    fn results_are_feasible_and_maximal(instance in any(ALL), rules in any_rules(), label in "[a-z]{1,6}") {
        let (list, result) = draw(&instance, rules, &label);
        let checked = audit::check(&List::read(&list), &result, rules.minimum == Minimum::Dissolve);
        prop_assert_eq!(checked, Ok(()));
    }

    /// Without groups and reserved seats as many protected children have a place as a maximum flow
    /// allows, and no wish is improvable at all.
    #[test]
    fn the_most_children_are_protected(
        instance in any(Features { minimum: true, ..SINGLE }),
        rules in any_rules(),
        label in "[a-z]{1,6}",
    ) {
        let (list, result) = draw(&instance, rules, &label);
        let list = List::read(&list);
        let (held, _) = audit::seats(&result);
        let gone: HashSet<&str> = result.iter().filter_map(|line| line.strip_prefix("not-held ")?.split(' ').next()).collect();
        let fitting = |wishes: &[(String, String, String)]| wishes.iter().filter(|wish| wish.1 == "fit").count();
        let covered: Vec<_> = list.children.iter().filter(|(_, child)| {
            child.state == "in" && child.limit > 0 && child.day_limit > 0
                && fitting(&child.wishes) >= rules.protected_from as usize
        }).collect();
        let choices: Vec<Vec<String>> = covered.iter().map(|(_, child)| {
            let wishes = child.wishes.iter().filter(|wish| wish.1 == "fit" && !gone.contains(wish.0.as_str()));
            wishes.map(|wish| wish.0.clone()).collect()
        }).collect();
        let seats: HashMap<String, usize> = list.events.iter().map(|(id, event)| (id.clone(), event.capacity)).collect();
        let served = covered.iter().filter(|(token, _)| held.contains_key(token)).count();
        prop_assert_eq!(served, audit::most_seated(&choices, &seats));
        let unexplained = result.iter().filter(|line| line.contains(" keeps-group ") || line.contains(" group ")).count();
        prop_assert_eq!(unexplained, 0);
    }

    /// Under any policy for groups, a child that is protected has a place, if everybody could have one.
    #[test]
    fn groups_leave_no_protected_child_empty_handed(instance in any(Features { minimum: false, ..ALL }), rules in any_rules()) {
        let (list, result) = draw(&instance, rules, "protected");
        let list = List::read(&list);
        let (held, _) = audit::seats(&result);
        // Only children that could use open seats count here: an upper and a lower bound meet when all of them fit in.
        let alone = |wish: &&(String, String, String)| wish.1 == "fit" && (wish.2 == "-" || list.groups[&wish.2].1 == "any");
        let covered: Vec<_> = list.children.iter().filter(|(_, child)| {
            child.state == "in" && child.limit > 0 && child.day_limit > 0
                && child.wishes.iter().filter(alone).count() >= rules.protected_from as usize
        }).collect();
        let choices: Vec<Vec<String>> =
            covered.iter().map(|(_, child)| child.wishes.iter().filter(alone).map(|wish| wish.0.clone()).collect()).collect();
        let open: HashMap<String, usize> =
            list.events.iter().map(|(id, event)| (id.clone(), event.capacity.saturating_sub(2))).collect();
        if audit::most_seated(&choices, &open) == covered.len() {
            for (token, _) in covered {
                prop_assert!(held.contains_key(token), "{} has nothing", token);
            }
        }
    }

    /// Names, ids of groups, order of the file and time of sign-up change nothing.
    #[test]
    fn nothing_depends_on_names_or_order(instance in any(ALL), rules in any_rules(), by in 0_usize..50) {
        let before = draw(&instance, rules, "symmetry");
        let mut other = instance.clone();
        let renamed = |id: &str| format!("x{}", id.chars().rev().collect::<String>());
        for (number, child) in other.children.iter_mut().enumerate() {
            child.id = renamed(&child.id);
            child.registered_at = Some(i64::try_from(number * 7 % 13).unwrap());
            child.household = Some("H1".to_owned());
            if let Some(original) = &mut child.duplicate_of {
                *original = renamed(original);
            }
        }
        for wish in &mut other.wishes {
            wish.child = renamed(&wish.child);
            wish.group = wish.group.as_deref().map(renamed);
        }
        for group in &mut other.groups {
            group.id = renamed(&group.id);
            group.members = group.members.iter().rev().map(|member| renamed(member)).collect();
        }
        if !other.children.is_empty() {
            let by = by % other.children.len();
            other.children.rotate_left(by);
        }
        if !other.wishes.is_empty() {
            let by = by % other.wishes.len();
            other.wishes.rotate_left(by);
        }
        other.groups.reverse();
        other.events.reverse();
        other.travel.reverse();
        prop_assert_eq!(before, draw(&other, rules, "symmetry"));
    }

    /// One seat more never means fewer protected children with a place. (Nothing of the kind holds
    /// for a single child, or where groups or minimum numbers come in.)
    #[test]
    fn a_seat_more_serves_no_fewer(instance in any(SINGLE), at in 0_usize..8, label in "[a-z]{1,6}") {
        let rules = Rules { protected_from: 1, ..Rules::of(Policy::Neutral) };
        let count = |instance: &Instance| audit::seats(&draw(instance, rules, &label).1).0.len();
        let mut larger = instance.clone();
        let at = at % larger.events.len();
        larger.events[at].capacity += 1;
        prop_assert!(count(&larger) >= count(&instance));
    }

    /// A list that was written can be read and gives the same draw.
    #[test]
    fn a_list_can_be_read_again(instance in any(ALL), rules in any_rules()) {
        let programme = Programme::new(&instance).unwrap();
        let again = Programme::from_list(&programme.list()).unwrap();
        prop_assert_eq!(again.list(), programme.list());
        let seed = Seed::preview("again");
        prop_assert_eq!(allocate(&again, rules, &seed).lines, allocate(&programme, rules, &seed).lines);
    }
}

/// Twenty children in an event of five seats: each has the same chance.
#[test]
fn equal_children_have_equal_chances() {
    let mut instance = crate::invented::instance(1, 20, 1, SINGLE);
    for child in &mut instance.children {
        (child.max_events, child.max_per_day, child.withdrawn, child.duplicate_of) = (None, None, false, None);
    }
    let event = &mut instance.events[0];
    (event.capacity, event.min_age, event.max_age) = (5, None, None);
    let id = event.id.clone();
    instance.wishes = instance
        .children
        .iter()
        .map(|child| allmende_seat_allocation::Wish {
            child: child.id.clone(),
            event: id.clone(),
            priority: 1,
            group: None,
        })
        .collect();
    let programme = Programme::new(&instance).unwrap();
    let mut counts: HashMap<String, u32> = HashMap::new();
    let draws = 4000;
    for number in 0..draws {
        for seat in allocate(&programme, Rules::default(), &Seed::preview(&number.to_string())).seats {
            *counts.entry(seat.child).or_default() += 1;
        }
    }
    // 4000 draws with chance 1/4: mean 1000, standard deviation 27.4; 20 children within 4 of them.
    assert_eq!(counts.len(), 20);
    for (child, count) in counts {
        assert!((890..=1110).contains(&count), "{child}: {count}");
    }
}
