//! Gain by truncating with full hindsight: the child knows the lots and everybody's wishes.

use std::fmt::Write as _;

use super::report::{rewish, worth};
use super::{PROGRAMMES, lots, policies};
use crate::generate::generate;
use crate::method::{Method, Trouble};
use crate::problem::Problem;
use crate::random::Stream;
use crate::statistics::wilson;

/// How many sampled children gained.
#[derive(Debug, Default)]
struct Tally {
    sampled: usize,
    /// Has the first wish after listing nothing else.
    only_first: usize,
    /// Has the first wish after some truncation.
    first: usize,
    /// Holds something worth more by sum of 1/rank after some truncation.
    harmonic: usize,
    /// Holds something better by the best seat that differs after some truncation.
    lexicographic: usize,
}

/// For each programme, up to `children` of those who missed their first wish report only the first m of their wishes,
/// for every m, under the same lots. Counted is who can gain so. This is the strictest reading of "gain": nobody can
/// know the lots beforehand. Only children in no group are sampled: who leaves a group by dropping a wish leaves its
/// common lot too, and what changes then is luck.
///
/// # Errors
/// The draw refuses an instance.
pub fn hindsight(programmes: u64, children: usize) -> Result<String, Trouble> {
    let mut text = String::new();
    let [neutral, siblings, together] = policies();
    for (name, settings) in PROGRAMMES {
        let _ = writeln!(
            text,
            "\n{name}, programmes 1-{programmes}, up to {children} children each who missed their first wish and are in no group\n\n\
             | procedure | sampled | first wish by listing nothing else | first wish by some truncation (95 %) | more by sum of 1/rank | better by best seat |\n\
             |---|---|---|---|---|---|"
        );
        for method in [neutral, siblings, together, Method::SnakeDraft, Method::SerialDictatorship, Method::Stars] {
            let mut tally = Tally::default();
            for seed in 1..=programmes {
                let instance = generate(&settings(seed));
                let problem = Problem::new(&instance)?;
                let label = lots(seed);
                let given = method.prepare(&instance, &problem)?(&label);
                let grouped = problem.grouped();
                let mut missed: Vec<usize> = (0..problem.wishes.len())
                    .filter(|&child| problem.wishes[child].first().is_some_and(|first| !given[child].contains(first)))
                    .filter(|child| !grouped.contains(child))
                    .collect();
                Stream::new(&format!("seat-trials/hindsight/{seed}")).shuffle(&mut missed);
                for child in missed.into_iter().take(children) {
                    let true_worth = worth(&problem, child, &given, &[child]);
                    let events: Vec<&str> =
                        problem.wishes[child].iter().map(|&event| problem.event_ids[event as usize].as_str()).collect();
                    let (mut first, mut harmonic, mut lexicographic) = (false, false, false);
                    for length in 1..events.len() {
                        let lie = rewish(&instance, &problem.child_ids[child], &events[..length]);
                        let reading = Problem::new(&lie)?;
                        let given = method.prepare(&lie, &reading)?(&label);
                        let untrue = worth(&problem, child, &given, &[child]);
                        tally.only_first += usize::from(length == 1 && untrue.first > 0.0);
                        first |= untrue.first > 0.0;
                        harmonic |= untrue.harmonic > true_worth.harmonic + 1e-9;
                        lexicographic |= untrue.lexicographic > true_worth.lexicographic + 1e-9;
                    }
                    tally.sampled += 1;
                    tally.first += usize::from(first);
                    tally.harmonic += usize::from(harmonic);
                    tally.lexicographic += usize::from(lexicographic);
                }
            }
            let share = |count: usize| count as f64 / tally.sampled.max(1) as f64 * 100.0;
            let (low, high) = wilson(tally.first, tally.sampled);
            let _ = writeln!(
                text,
                "| {} | {} | {:.1} % | {:.1} % ({:.1}-{:.1}) | {:.1} % | {:.1} % |",
                method.name(),
                tally.sampled,
                share(tally.only_first),
                share(tally.first),
                low * 100.0,
                high * 100.0,
                share(tally.harmonic),
                share(tally.lexicographic),
            );
        }
    }
    Ok(text)
}
