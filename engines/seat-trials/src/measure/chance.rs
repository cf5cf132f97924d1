//! The chance of equal children, and of children in groups beside single ones, at one contested event.

use std::fmt::Write as _;

use allmende_seat_allocation::Policy;

use super::lots;
use crate::instance::{Child, Event, Group, GroupKind, GroupMode, Instance, Wish};
use crate::method::{Method, Trouble};
use crate::problem::Problem;
use crate::statistics::{Sample, TWO_SIDED_95, TWO_SIDED_999, chi_square_above};

/// Events on different days with so many seats each, wished by all children in the same order; the first children are
/// in groups of `size` for the first event.
fn symmetric(children: usize, seats: &[i64], grouped: usize, size: usize, mode: GroupMode) -> Instance {
    let id = |index: usize| format!("child {index:03}");
    let event = |index: usize| format!("event {index}");
    let group_of = |index: usize| (index < grouped).then(|| format!("group {}", index / size.max(1)));
    Instance {
        children: (0..children).map(|index| Child { id: id(index), ..Child::default() }).collect(),
        events: (seats.iter().enumerate())
            .map(|(index, &capacity)| {
                let day = index + 2;
                Event {
                    id: event(index),
                    dates: vec![(format!("2027-08-{day:02}T09:00"), format!("2027-08-{day:02}T12:00"))],
                    capacity,
                    ..Event::default()
                }
            })
            .collect(),
        wishes: (0..children)
            .flat_map(|index| {
                (1..).zip(0..seats.len()).map(move |(priority, at)| Wish {
                    child: id(index),
                    event: event(at),
                    priority,
                    group: if at == 0 { group_of(index) } else { None },
                })
            })
            .collect(),
        groups: (0..grouped / size.max(1))
            .map(|number| Group {
                id: format!("group {number}"),
                kind: GroupKind::Friends,
                event: event(0),
                members: (number * size..(number + 1) * size).map(id).collect(),
                mode,
            })
            .collect(),
        ..Instance::default()
    }
}

/// Counts over draws: for each child how often it got the first event, and how many seats it got.
struct Counts {
    first: Vec<f64>,
    places: Vec<f64>,
    /// Mean over draws of the variance between children in one draw.
    spread: [f64; 2],
}

fn count(instance: &Instance, method: Method, draws: u64) -> Result<Counts, Trouble> {
    let problem = Problem::new(instance)?;
    let draw = method.prepare(instance, &problem)?;
    let children = instance.children.len();
    let mut counts = Counts { first: vec![0.0; children], places: vec![0.0; children], spread: [0.0; 2] };
    for number in 1..=draws {
        let given = draw(&lots(number));
        let (mut firsts, mut places) = (Sample::default(), Sample::default());
        for (child, seats) in given.iter().enumerate() {
            let first = if seats.contains(&0) { 1.0 } else { 0.0 };
            counts.first[child] += first;
            counts.places[child] += seats.len() as f64;
            firsts.add(first);
            places.add(seats.len() as f64);
        }
        counts.spread[0] += firsts.deviation().powi(2) / draws as f64;
        counts.spread[1] += places.deviation().powi(2) / draws as f64;
    }
    Ok(counts)
}

/// Chi-square of totals over `draws` draws of exchangeable children: in one draw the values of the children have the
/// covariance σ²(I − 1/n), so the squared differences of their totals, over σ² and the draws, have n − 1 degrees.
fn chi_square(totals: &[f64], spread: f64, draws: u64) -> f64 {
    let mean = totals.iter().sum::<f64>() / totals.len() as f64;
    totals.iter().map(|total| (total - mean).powi(2)).sum::<f64>() / (spread * draws as f64)
}

/// Equal children have equal chances; children in groups beside single ones.
///
/// # Errors
/// The draw refuses an instance; it does not.
pub fn chance(draws: u64) -> Result<String, Trouble> {
    let neutral = Method::draw(Policy::Neutral);
    let mut text = format!(
        "\nEqual children, {draws} draws\n\n\
         | children | seats | chance s/n | lowest | highest | 99.9 % band | outside (expected) | chi-square of the first event | p | of all places | p |\n\
         |---|---|---|---|---|---|---|---|---|---|---|\n"
    );
    let n = draws as f64;
    for (children, seats) in
        [(12, &[5][..]), (40, &[7]), (40, &[33]), (100, &[25]), (60, &[15, 15, 15]), (90, &[10, 20, 5, 40])]
    {
        let counts = count(&symmetric(children, seats, 0, 1, GroupMode::default()), neutral, draws)?;
        let expected = seats[0] as f64 / children as f64;
        let band = TWO_SIDED_999 * (expected * (1.0 - expected) / n).sqrt();
        let shares: Sample = counts.first.iter().map(|first| first / n).collect();
        let outside = counts.first.iter().filter(|&&first| (first / n - expected).abs() > band).count();
        let freedom = (children - 1) as f64;
        let first = chi_square(&counts.first, counts.spread[0], draws);
        let places = chi_square(&counts.places, counts.spread[1], draws);
        let _ = writeln!(
            text,
            "| {children} | {seats:?} | {expected:.4} | {:.4} | {:.4} | ±{band:.4} | {outside} ({:.2}) | {first:.1} | {:.3} | {places:.1} | {:.3} |",
            shares.lowest,
            shares.highest,
            children as f64 * 0.001,
            chi_square_above(first, freedom),
            chi_square_above(places, freedom),
        );
    }
    let _ = writeln!(
        text,
        "\nChildren in groups beside single children, {draws} draws: chance of a seat in the one event\n\n\
         | policy | groups | single children | seats | mode | in a group | single | difference in points (95 %) |\n\
         |---|---|---|---|---|---|---|---|"
    );
    for policy in [Policy::Neutral, Policy::TogetherFirst] {
        for (size, groups, seats) in [(2, 1, 10), (2, 8, 10), (3, 6, 10), (4, 5, 10), (4, 1, 10), (2, 8, 31)] {
            for (label, mode) in [("if possible", GroupMode::IfPossible), ("all or nothing", GroupMode::AllOrNothing)] {
                let (children, grouped) = (40, size * groups);
                let instance = symmetric(children, &[seats], grouped, size, mode);
                let problem = Problem::new(&instance)?;
                let draw = Method::draw(policy).prepare(&instance, &problem)?;
                let (mut within, mut single, mut difference) =
                    (Sample::default(), Sample::default(), Sample::default());
                for number in 1..=draws {
                    let given = draw(&lots(number));
                    let share = |part: &[Vec<u32>]| {
                        part.iter().filter(|seats| !seats.is_empty()).count() as f64 / part.len() as f64
                    };
                    let (one, other) = (share(&given[..grouped]), share(&given[grouped..]));
                    within.add(one);
                    single.add(other);
                    difference.add(one - other);
                }
                let _ = writeln!(
                    text,
                    "| {policy:?} | {groups} of {size} | {} | {seats} | {label} | {:.4} | {:.4} | {:+.2} (±{:.2}) |",
                    children - grouped,
                    within.mean,
                    single.mean,
                    difference.mean * 100.0,
                    difference.error() * TWO_SIDED_95 * 100.0,
                );
            }
        }
    }
    Ok(text)
}
