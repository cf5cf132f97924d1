//! The generator: same numbers on every machine, same kind of programmes as the reference.

use std::collections::BTreeMap;

use allmende_seat_trials::generate::{FIRST_DAY, Settings, generate};
use allmende_seat_trials::instance::{Event, GroupKind, Instance, Wish, to_json};
use allmende_seat_trials::statistics::Sample;
use jiff::civil::{DateTime, Weekday};

/// Mean and deviation over twenty programmes of the reference generator (430 children, 70 events, 14 municipalities):
/// load 1.8 with peak 5, then load 3.0 with peak 8.
const REFERENCE: [(&str, f64, f64, f64, f64); 33] = [
    ("wishes", 2427.7, 47.8793, 2416.2, 31.492),
    ("seats", 1347.85, 25.2008, 805.55, 12.0196),
    ("events with more wishes than seats", 48.5, 2.8004, 58.95, 2.6052),
    ("events with three wishes a seat", 21.45, 3.1535, 36.2, 2.1423),
    ("events with fewer wishes than their minimum", 4.4, 2.21, 1.95, 1.3169),
    ("groups", 112.8, 10.087, 110.1, 8.4286),
    ("households", 285.9, 8.849, 285.5, 7.5219),
    ("circles of friends", 25.65, 1.3089, 25.2, 1.2397),
    ("mean age", 9.8702, 0.1211, 9.9115, 0.1682),
    ("share of children without limit", 0.5988, 0.0195, 0.598, 0.019),
    ("mean limit", 3.2622, 0.1159, 3.2768, 0.0943),
    ("most wishes of a child", 11.75, 0.4443, 11.8, 0.4104),
    ("share of half days", 0.6064, 0.0702, 0.6064, 0.0529),
    ("share of whole days", 0.2479, 0.0741, 0.2321, 0.0442),
    ("share of camps", 0.0743, 0.0392, 0.0771, 0.0405),
    ("share of weekends", 0.2029, 0.0419, 0.1921, 0.0423),
    ("mean lowest age", 7.7529, 0.1834, 7.7829, 0.2033),
    ("mean highest age", 12.6343, 0.2628, 12.6093, 0.3325),
    ("mean minimum / seats", 0.3552, 0.0143, 0.3626, 0.0141),
    ("mean fee", 673.2857, 129.826, 649.7857, 63.4816),
    ("groups of siblings", 87.25, 10.3562, 85.0, 6.2492),
    ("groups of friends", 25.55, 3.9666, 25.1, 4.5642),
    ("mean size of groups", 2.2881, 0.0593, 2.2863, 0.0521),
    ("children in circles", 68.95, 2.481, 67.95, 3.12),
    ("children of the largest municipality", 70.5, 13.6825, 78.4, 19.3755),
    ("share of wishes at home", 0.1803, 0.0159, 0.1808, 0.0233),
    ("share of overlapping pairs", 0.0318, 0.0072, 0.0321, 0.0081),
    ("share of wishes at the seven dearest events", 0.2509, 0.0176, 0.2487, 0.0267),
    ("share of first wishes in groups", 0.2094, 0.0277, 0.2043, 0.0356),
    ("share of wishes in groups", 0.1063, 0.0094, 0.1041, 0.0077),
    ("share of first wishes at the ten dearest events", 0.575, 0.0705, 0.5857, 0.0829),
    ("share of wishes at the ten dearest events", 0.329, 0.0208, 0.3285, 0.0292),
    ("mean day", 17.3664, 1.1395, 17.4693, 0.9752),
];

fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

fn mean<T>(values: &[T], of: impl Fn(&T) -> f64) -> f64 {
    values.iter().map(of).collect::<Sample>().mean
}

/// The figures of [`REFERENCE`] for one programme, in the same order.
fn summary(instance: &Instance) -> Vec<f64> {
    let Instance { meta, children, events, wishes, groups, .. } = instance;
    let meta = meta.as_ref().expect("a summary");
    let counted = |key: &str| meta[key].as_f64().unwrap_or_else(|| panic!("meta has no {key}"));
    let limits: Vec<i64> = children.iter().filter_map(|child| child.max_events).collect();
    let mut wishes_of: BTreeMap<&str, usize> = BTreeMap::new();
    let mut demand: BTreeMap<&str, usize> = BTreeMap::new();
    for wish in wishes {
        *wishes_of.entry(&wish.child).or_default() += 1;
        *demand.entry(&wish.event).or_default() += 1;
    }
    let mut towns: BTreeMap<&str, usize> = BTreeMap::new();
    for child in children {
        *towns.entry(child.municipality.as_deref().expect("a home")).or_default() += 1;
    }
    let time = |text: &str| text.parse::<DateTime>().unwrap_or_else(|error| panic!("{text}: {error}"));
    let minutes = |session: &(String, String)| {
        time(&session.0).until(time(&session.1)).map(|span| span.get_hours() * 60).expect("hours")
            + i32::try_from(time(&session.0).until(time(&session.1)).expect("minutes").get_minutes()).expect("small")
    };
    let single = |least: i32, most: i32| {
        let fits = |event: &&Event| event.dates.len() == 1 && (least..=most).contains(&minutes(&event.dates[0]));
        ratio(events.iter().filter(fits).count(), events.len())
    };
    let overlap = |one: usize, other: usize| {
        let pairs = |a: &(String, String), b: &(String, String)| a.0 < b.1 && b.0 < a.1;
        events[one].dates.iter().any(|a| events[other].dates.iter().any(|b| pairs(a, b)))
    };
    let pairs = (0..events.len()).flat_map(|one| (one + 1..events.len()).map(move |other| (one, other)));
    let overlapping = pairs.clone().filter(|&(one, other)| overlap(one, other)).count();
    let mut dearest: Vec<(usize, &str)> = demand.iter().map(|(id, count)| (*count, *id)).collect();
    dearest.sort_unstable_by(|one, other| other.cmp(one));
    let ten: Vec<&str> = dearest.iter().take(10).map(|event| event.1).collect();
    let first: Vec<_> = wishes.iter().filter(|wish| wish.priority == 1).collect();
    let home: BTreeMap<&str, Option<&str>> =
        children.iter().map(|c| (c.id.as_str(), c.municipality.as_deref())).collect();
    let place: BTreeMap<&str, Option<&str>> =
        events.iter().map(|e| (e.id.as_str(), e.municipality.as_deref())).collect();
    let weekend = |event: &&Event| {
        matches!(time(event.start.as_deref().expect("a start")).weekday(), Weekday::Saturday | Weekday::Sunday)
    };
    let siblings = groups.iter().filter(|group| group.kind == GroupKind::Siblings).count();
    vec![
        wishes.len() as f64,
        events.iter().map(|event| event.capacity).sum::<i64>() as f64,
        counted("events_oversubscribed"),
        counted("events_3x_or_more"),
        counted("events_below_minimum"),
        groups.len() as f64,
        counted("households"),
        counted("friend_groups"),
        mean(children, |child| child.age.expect("an age") as f64),
        ratio(children.len() - limits.len(), children.len()),
        mean(&limits, |&limit| limit as f64),
        wishes_of.values().copied().max().unwrap_or_default() as f64,
        single(120, 240),
        single(360, 480),
        ratio(events.iter().filter(|event| event.dates.len() > 1).count(), events.len()),
        ratio(events.iter().filter(weekend).count(), events.len()),
        mean(events, |event| event.min_age.expect("an age") as f64),
        mean(events, |event| event.max_age.expect("an age") as f64),
        mean(events, |event| event.min as f64 / event.capacity as f64),
        mean(events, |event| event.fee_cents.expect("a fee") as f64),
        siblings as f64,
        (groups.len() - siblings) as f64,
        mean(groups, |group| group.members.len() as f64),
        children.iter().filter(|child| child.friend_group.is_some()).count() as f64,
        towns.values().copied().max().unwrap_or_default() as f64,
        ratio(wishes.iter().filter(|w| home[w.child.as_str()] == place[w.event.as_str()]).count(), wishes.len()),
        ratio(overlapping, pairs.count()),
        ratio(dearest.iter().take(7).map(|event| event.0).sum(), wishes.len()),
        ratio(first.iter().filter(|wish| wish.group.is_some()).count(), first.len()),
        ratio(wishes.iter().filter(|wish| wish.group.is_some()).count(), wishes.len()),
        ratio(first.iter().filter(|wish| ten.contains(&wish.event.as_str())).count(), children.len()),
        ratio(wishes.iter().filter(|wish| ten.contains(&wish.event.as_str())).count(), wishes.len()),
        mean(events, |event| {
            FIRST_DAY.until(time(event.start.as_deref().expect("a start")).date()).expect("days").get_days().into()
        }),
    ]
}

/// Two means of twenty differ by less than four standard errors: 4·√(2/20) ≈ 1.27 deviations.
#[test]
fn programmes_are_of_the_same_kind_as_the_reference() {
    for (name, settings, at) in
        [("ordinary", Settings::ordinary as fn(u64) -> Settings, 0), ("tight", Settings::tight, 1)]
    {
        let mut found = vec![Sample::default(); REFERENCE.len()];
        for seed in 1..=20 {
            for (sample, value) in found.iter_mut().zip(summary(&generate(&settings(seed)))) {
                sample.add(value);
            }
        }
        for (sample, &(figure, mean1, deviation1, mean2, deviation2)) in found.iter().zip(&REFERENCE) {
            let (mean, deviation) = [(mean1, deviation1), (mean2, deviation2)][at];
            let band = 4.0 * ((deviation * deviation + sample.deviation().powi(2)) / 20.0).sqrt();
            assert!(
                (sample.mean - mean).abs() < band,
                "{name}: {figure} is {}, reference {mean} ± {band}",
                sample.mean
            );
        }
    }
}

/// What holds in every programme, whatever the seed.
#[test]
fn programmes_are_well_formed() {
    for settings in [
        Settings::ordinary(3),
        Settings::tight(4),
        Settings { children: 1, events: 1, municipalities: 1, ..Settings::default() },
        Settings { children: 7, events: 40, municipalities: 2, seed: 9, load: 0.5, peak: 1.0 },
    ] {
        let instance = generate(&settings);
        assert_eq!((instance.children.len(), instance.events.len()), (settings.children, settings.events));
        let children: BTreeMap<&str, _> = instance.children.iter().map(|child| (child.id.as_str(), child)).collect();
        let events: BTreeMap<&str, _> = instance.events.iter().map(|event| (event.id.as_str(), event)).collect();
        let mut demand: BTreeMap<&str, u32> = BTreeMap::new();
        let mut ranked: BTreeMap<&str, Vec<&Wish>> = BTreeMap::new();
        for wish in &instance.wishes {
            ranked.entry(&wish.child).or_default().push(wish);
        }
        for (child, mut wishes) in ranked {
            wishes.sort_by_key(|wish| wish.priority);
            let ranks: Vec<i64> = wishes.iter().map(|wish| wish.priority).collect();
            assert_eq!(ranks, (1..=i64::try_from(ranks.len()).expect("few")).collect::<Vec<_>>(), "ranks of {child}");
            let mut named: Vec<&str> = wishes.iter().map(|wish| wish.event.as_str()).collect();
            named.sort_unstable();
            named.dedup();
            assert_eq!(named.len(), wishes.len(), "{child} wishes an event twice");
            for wish in wishes {
                let event = events[wish.event.as_str()];
                assert!(
                    event.min_age <= children[child].age && children[child].age <= event.max_age,
                    "{child} and {}",
                    event.id
                );
                *demand.entry(&event.id).or_default() += 1;
            }
        }
        for event in &instance.events {
            let most = event.capacity as f64 * settings.peak;
            assert!(f64::from(demand.get(event.id.as_str()).copied().unwrap_or_default()) <= most, "{}", event.id);
            assert!(event.min >= 2 && event.min <= event.capacity, "{}", event.id);
            assert!(event.dates.windows(2).all(|pair| pair[0].1 < pair[1].0), "{} overlaps itself", event.id);
            assert!(event.dates.iter().all(|session| session.0 < session.1));
        }
        for group in &instance.groups {
            assert!(group.members.len() >= 2);
            for member in &group.members {
                let tagged = |wish: &&Wish| {
                    wish.child == *member && wish.event == group.event && wish.group.as_ref() == Some(&group.id)
                };
                assert_eq!(instance.wishes.iter().filter(tagged).count(), 1, "{member} in {}", group.id);
            }
        }
        let mut order: Vec<i64> = instance.children.iter().filter_map(|child| child.registered_at).collect();
        order.sort_unstable();
        assert_eq!(order, (1..=i64::try_from(settings.children).expect("few")).collect::<Vec<_>>());
    }
}

#[test]
fn a_seed_is_a_programme() {
    let text =
        |seed| to_json(&generate(&Settings { children: 40, events: 9, ..Settings::ordinary(seed) })).expect("JSON");
    assert_eq!(text(5), text(5));
    assert_ne!(text(5), text(6));
    let back: Instance = serde_json::from_str(&text(5)).expect("readable");
    assert_eq!(to_json(&back).expect("JSON"), text(5));
}

#[test]
fn nothing_wanted_nothing_invented() {
    let none = generate(&Settings { children: 0, events: 0, municipalities: 0, ..Settings::default() });
    assert!(none.children.is_empty() && none.events.is_empty() && none.wishes.is_empty() && none.groups.is_empty());
    let no_events = generate(&Settings { children: 5, events: 0, ..Settings::default() });
    assert!(no_events.children.len() == 5 && no_events.wishes.is_empty());
}
