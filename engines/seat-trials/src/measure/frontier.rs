//! Groups: how many are complete, what it costs the others, and what being in a group is worth.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::report::{dissolve, worth};
use super::{PROGRAMMES, lots, neutral_up_to, policies};
use crate::generate::generate;
use crate::method::{Method, Trouble};
use crate::problem::Problem;
use crate::random::Stream;
use crate::score::figures;
use crate::statistics::{Sample, TWO_SIDED_95};

/// The frontier between groups that are complete and what members gain by being a group.
///
/// Gain: `groups` sampled groups a programme are ended one at a time on paper, everything else unchanged, and the same
/// `draws` lots are drawn with and without it. What the members hold is valued by sum of 1/rank.
///
/// # Errors
/// The draw refuses an instance.
pub fn frontier(programmes: u64, groups: usize, draws: u64) -> Result<String, Trouble> {
    let mut text = String::new();
    let [neutral, siblings, together] = policies();
    for (name, settings) in PROGRAMMES {
        let _ = writeln!(
            text,
            "\n{name}, programmes 1-{programmes}, {groups} groups each, {draws} draws\n\n\
             | procedure | groups complete | split | empty-handed | first wish | wishes in groups fulfilled | other wishes | groups | members' worth by being a group (95 %) | their chance of the shared seat, in points (95 %) | groups that gain beyond noise (2.5 % expected) | that lose |\n\
             |---|---|---|---|---|---|---|---|---|---|---|---|"
        );
        let methods = [
            neutral,
            neutral_up_to(1),
            neutral_up_to(10_000),
            siblings,
            together,
            Method::SnakeDraft,
            Method::StarsWithGroups,
        ];
        for method in methods {
            let mut quality: [Sample; 6] = Default::default();
            let (mut worths, mut seats) = (Sample::default(), Sample::default());
            let (mut gaining, mut losing) = (0.0, 0.0);
            for seed in 1..=programmes {
                let instance = generate(&settings(seed));
                let problem = Problem::new(&instance)?;
                let draw = method.prepare(&instance, &problem)?;
                let mut drawn = Vec::new();
                for number in 1..=draws {
                    let given = draw(&lots(number));
                    let scored = figures(&problem, &given);
                    let (mut inside, mut outside) = (Sample::default(), Sample::default());
                    let mut shared = BTreeSet::new();
                    for group in &problem.groups {
                        shared.extend(group.members.iter().map(|&member| (member as usize, group.event)));
                    }
                    for (child, wishes) in problem.wishes.iter().enumerate() {
                        for event in wishes {
                            let got = if given[child].contains(event) { 1.0 } else { 0.0 };
                            if shared.contains(&(child, *event)) { inside.add(got) } else { outside.add(got) }
                        }
                    }
                    let values = [
                        scored.groups_together,
                        scored.groups_split,
                        scored.empty_handed as f64,
                        scored.top1,
                        inside.mean,
                        outside.mean,
                    ];
                    quality.iter_mut().zip(values).for_each(|(sample, value)| sample.add(value));
                    drawn.push(given);
                }
                let mut order: Vec<usize> = (0..problem.groups.len()).collect();
                Stream::new(&format!("seat-trials/frontier/{seed}")).shuffle(&mut order);
                for at in order.into_iter().take(groups) {
                    let mut apart = instance.clone();
                    dissolve(&mut apart, &BTreeSet::from([instance.groups[at].id.clone()]));
                    let other = Problem::new(&apart)?;
                    let draw = method.prepare(&apart, &other)?;
                    let group = &problem.groups[at];
                    let (mut change, mut chance, mut base) = (Sample::default(), Sample::default(), Sample::default());
                    for (number, with) in (1..).zip(&drawn) {
                        let without = draw(&lots(number));
                        let (mut more, mut seat) = (0.0, 0.0);
                        for &member in &group.members {
                            let member = member as usize;
                            let of = |given| worth(&problem, member, given, &[member]).harmonic;
                            more += of(with) - of(&without);
                            base.add(of(&without));
                            seat += f64::from(u8::from(with[member].contains(&group.event)))
                                - f64::from(u8::from(without[member].contains(&group.event)));
                        }
                        change.add(more / group.members.len() as f64);
                        chance.add(seat / group.members.len() as f64);
                    }
                    worths.add(change.mean / base.mean.max(1e-9));
                    seats.add(chance.mean);
                    gaining += f64::from(u8::from(change.from_zero() > TWO_SIDED_95));
                    losing += f64::from(u8::from(change.from_zero() < -TWO_SIDED_95));
                }
            }
            let [complete, split, empty, first, inside, outside] = &quality;
            let count = worths.count.max(1.0);
            let _ = writeln!(
                text,
                "| {} | {:.3} | {:.3} | {:.2} | {:.3} | {:.3} | {:.3} | {} | {:+.1} % (±{:.1}) | {:+.1} (±{:.1}) | {:.1} % | {:.1} % |",
                method.name(),
                complete.mean,
                split.mean,
                empty.mean,
                first.mean,
                inside.mean,
                outside.mean,
                worths.count,
                worths.mean * 100.0,
                worths.error() * TWO_SIDED_95 * 100.0,
                seats.mean * 100.0,
                seats.error() * TWO_SIDED_95 * 100.0,
                gaining / count * 100.0,
                losing / count * 100.0,
            );
        }
    }
    Ok(text)
}
