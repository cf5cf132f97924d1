//! Whether anything about a child but its wishes moves its chances.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use allmende_seat_allocation::Policy;

use super::report::without_groups;
use super::{PROGRAMMES, lots};
use crate::generate::generate;
use crate::instance::{Instance, Wish};
use crate::method::{Method, Trouble};
use crate::problem::Problem;
use crate::random::Stream;
use crate::statistics::{Sample, chi_square_above};

/// The class of each child by one attribute.
struct Attribute {
    name: &'static str,
    class: Vec<usize>,
}

/// Fulfilled share of wishes by decile of name, place in the file, token and time of sign-up, by month of birth, size
/// of household and municipality.
///
/// The children keep who they are; their wish lists (with the limit that belongs to each) are dealt anew for every
/// draw, so that no attribute has anything to do with a list. Ages are opened and groups ended, so that everyone may
/// hold every list. Whatever slope is left comes from the draw.
///
/// # Errors
/// The draw refuses an instance; it does not.
pub fn slopes(draws: u64) -> Result<String, Trouble> {
    let mut text = String::new();
    for (name, settings) in PROGRAMMES {
        let mut instance = prepare(&without_groups(&generate(&settings(1))));
        let lists = lists(&instance);
        let attributes = attributes(&instance);
        let children = instance.children.len();
        let mut totals = vec![0.0; children];
        let mut empty = vec![0.0; children];
        let (mut spread, mut empty_spread) = (0.0, 0.0);
        for number in 1..=draws {
            deal(&mut instance, &lists, number);
            let problem = Problem::new(&instance)?;
            let given = Method::draw(Policy::Neutral).prepare(&instance, &problem)?(&lots(number));
            let (mut shares, mut empties) = (Sample::default(), Sample::default());
            for child in 0..children {
                let share = given[child].len() as f64 / problem.wishes[child].len().max(1) as f64;
                totals[child] += share;
                shares.add(share);
                let nothing = if given[child].is_empty() { 1.0 } else { 0.0 };
                empty[child] += nothing;
                empties.add(nothing);
            }
            spread += shares.deviation().powi(2);
            empty_spread += empties.deviation().powi(2);
        }
        let _ = writeln!(
            text,
            "\n{name}, programme 1, lists dealt anew for each of {draws} draws\n\n\
             | attribute | classes | fulfilled, lowest | highest | difference in points | largest difference from the mean, in standard errors | chi-square p |\n\
             |---|---|---|---|---|---|---|"
        );
        for attribute in &attributes {
            line(attribute, &totals, spread / draws as f64, draws, &mut text);
        }
        if empty_spread > 0.0 {
            let sum = empty.iter().sum::<f64>();
            let _ = writeln!(text, "\nEmpty-handed children in all draws: {sum}");
        }
    }
    Ok(text)
}

fn line(attribute: &Attribute, totals: &[f64], spread: f64, draws: u64, text: &mut String) {
    let n = totals.len() as f64;
    let mean = totals.iter().sum::<f64>() / n;
    let mut classes: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for (&class, total) in attribute.class.iter().zip(totals) {
        let (count, sum) = classes.entry(class).or_default();
        *count += 1.0;
        *sum += total;
    }
    let runs = draws as f64;
    let (mut shares, mut chi, mut largest) = (Sample::default(), 0.0, 0.0_f64);
    for &(count, sum) in classes.values() {
        shares.add(sum / count / runs);
        let away = sum / count - mean;
        // Variance of a class mean within a fixed total: σ²(1/k − 1/n) a draw.
        largest = largest.max((away / (spread * (1.0 / count - 1.0 / n) * runs).sqrt()).abs());
        chi += count * away * away / (spread * runs);
    }
    let _ = writeln!(
        text,
        "| {} | {} | {:.4} | {:.4} | {:.2} | {largest:.2} | {:.3} |",
        attribute.name,
        classes.len(),
        shares.lowest,
        shares.highest,
        (shares.highest - shares.lowest) * 100.0,
        chi_square_above(chi, (classes.len() - 1) as f64),
    );
}

/// Random names and tokens, and no ages.
fn prepare(instance: &Instance) -> Instance {
    let mut changed = instance.clone();
    let mut stream = Stream::new("seat-trials/slopes/names");
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for child in &mut changed.children {
        let letters: String =
            (0..8).map(|_| char::from(b'a' + u8::try_from(stream.below(26)).unwrap_or_default())).collect();
        let name = format!("{letters} {}", child.id);
        names.insert(child.id.clone(), name.clone());
        child.id = name;
        child.token = Some(format!("{:016x}{:016x}", stream.bits(), stream.bits()));
    }
    for wish in &mut changed.wishes {
        wish.child = names.get(&wish.child).cloned().unwrap_or_default();
    }
    for event in &mut changed.events {
        (event.min_age, event.max_age) = (None, None);
    }
    changed
}

/// The wish lists with their limits.
fn lists(instance: &Instance) -> Vec<(Vec<String>, Option<i64>)> {
    let mut by_child: BTreeMap<&str, Vec<&Wish>> = BTreeMap::new();
    for wish in &instance.wishes {
        by_child.entry(&wish.child).or_default().push(wish);
    }
    (instance.children.iter())
        .map(|child| {
            let mut list = by_child.remove(child.id.as_str()).unwrap_or_default();
            list.sort_by_key(|wish| wish.priority);
            (list.into_iter().map(|wish| wish.event.clone()).collect(), child.max_events)
        })
        .collect()
}

/// Gives each child one of the lists at random.
fn deal(instance: &mut Instance, lists: &[(Vec<String>, Option<i64>)], number: u64) {
    let mut order: Vec<usize> = (0..lists.len()).collect();
    Stream::new(&format!("seat-trials/slopes/{number}")).shuffle(&mut order);
    instance.wishes.clear();
    for (child, list) in instance.children.iter_mut().zip(order) {
        let (events, limit) = &lists[list];
        child.max_events = *limit;
        for (priority, event) in (1..).zip(events) {
            instance.wishes.push(Wish { child: child.id.clone(), event: event.clone(), priority, group: None });
        }
    }
}

fn attributes(instance: &Instance) -> Vec<Attribute> {
    let children = &instance.children;
    let decile = |name: &'static str, key: &dyn Fn(usize) -> String| {
        let mut order: Vec<usize> = (0..children.len()).collect();
        order.sort_by_key(|&child| key(child));
        let mut class = vec![0; children.len()];
        for (place, child) in order.into_iter().enumerate() {
            class[child] = place * 10 / children.len();
        }
        Attribute { name, class }
    };
    let household = |child: usize| children.iter().filter(|other| other.household == children[child].household).count();
    let mut towns: Vec<&Option<String>> = children.iter().map(|child| &child.municipality).collect();
    towns.sort_unstable();
    towns.dedup();
    vec![
        decile("id (a name)", &|child| children[child].id.clone()),
        decile("place in the file", &|child| format!("{child:09}")),
        decile("token", &|child| children[child].token.clone().unwrap_or_default()),
        decile("time of sign-up", &|child| format!("{:09}", children[child].registered_at.unwrap_or_default())),
        Attribute {
            name: "month of birth",
            class: (children.iter())
                .map(|child| {
                    child.birth_date.as_deref().and_then(|day| day.get(5..7)?.parse().ok()).unwrap_or_default()
                })
                .collect(),
        },
        Attribute { name: "size of household", class: (0..children.len()).map(household).collect() },
        Attribute {
            name: "municipality",
            class: children.iter().map(|child| towns.partition_point(|&town| *town < child.municipality)).collect(),
        },
        Attribute { name: "every child by itself", class: (0..children.len()).collect() },
    ]
}

#[cfg(test)]
mod tests {
    use allmende_seat_allocation::Programme;

    use super::*;
    use crate::generate::Settings;

    #[test]
    fn dealt_lists_are_the_same_lists() {
        let mut instance =
            prepare(&without_groups(&generate(&Settings { children: 50, events: 12, ..Settings::default() })));
        let before = lists(&instance);
        deal(&mut instance, &before, 3);
        Programme::new(&instance).expect("sound");
        let (mut one, mut other) = (before.clone(), lists(&instance));
        assert_ne!(one, other);
        one.sort();
        other.sort();
        assert_eq!(one, other);
    }

    /// A slope that is there is found: half of the children get a tenth more. By hand: 2 · 20 · 2² / (0.06 · 100) = 26.7,
    /// of which the root is 5.16.
    #[test]
    fn a_slope_is_found() {
        let attribute = Attribute { name: "half", class: (0..40).map(|child| child % 2).collect() };
        let totals: Vec<f64> = (0..40).map(|child| if child % 2 == 0 { 40.0 } else { 44.0 }).collect();
        let mut text = String::new();
        line(&attribute, &totals, 0.06, 100, &mut text);
        assert!(text.contains("| 4.00 |") && text.trim_end().ends_with("| 5.16 | 0.000 |"), "{text}");
    }
}
