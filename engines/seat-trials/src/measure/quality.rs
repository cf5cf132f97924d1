//! How good the seats are, and whether the promises are kept.

use std::fmt::Write as _;

use allmende_seat_allocation::{Minimum, Rules};

use super::report::without_groups;
use super::{PROGRAMMES, lots, neutral_up_to, policies};
use crate::generate::generate;
use crate::instance::Instance;
use crate::method::{Method, Trouble};
use crate::oracle::most_children_served;
use crate::problem::Problem;
use crate::score::{Seats, figures};
use crate::statistics::Sample;

/// Pairs of a child and a free seat that it would rather have, by the rule that explains them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pairs {
    /// The event is not held: nobody holds a seat of it and it needs some.
    pub not_held: usize,
    /// The wish is one of an all-or-nothing group.
    pub all_or_nothing: usize,
    /// The child would leave its group in another event.
    pub leaves_group: usize,
    /// Nothing explains it.
    pub unexplained: usize,
}

/// Classifies the pairs that a scorer counts as improvable.
pub fn explain(problem: &Problem, given: &Seats) -> Pairs {
    let held = problem.held(given);
    let mut pairs = Pairs::default();
    let group_of = |child: usize, event: u32| {
        problem
            .groups
            .iter()
            .find(|group| group.event == event && group.members.iter().any(|&member| member as usize == child))
    };
    for (child, wishes) in problem.wishes.iter().enumerate() {
        for (wanted, &event) in wishes.iter().enumerate() {
            let at = event as usize;
            if held[at] >= problem.capacity[at] || given[child].contains(&event) || !problem.suits(child, event) {
                continue;
            }
            // What would have to go: seats that clash, all of lesser rank, then the least until the limits are kept.
            let lesser = |seat: &u32| problem.rank(child, *seat).is_some_and(|rank| rank > wanted);
            let mut keep = given[child].clone();
            let mut drop: Vec<u32> = keep.iter().copied().filter(|&seat| problem.clash(seat, event)).collect();
            if !drop.iter().all(lesser) {
                continue;
            }
            keep.retain(|seat| !drop.contains(seat));
            keep.sort_by_key(|&seat| problem.rank(child, seat));
            while !problem.fits(child, &keep, event) && keep.last().is_some_and(lesser) {
                drop.extend(keep.pop());
            }
            if !problem.fits(child, &keep, event) {
                continue;
            }
            if held[at] == 0 && problem.minimum[at] > 0 {
                pairs.not_held += 1;
            } else if group_of(child, event).is_some_and(|group| group.all_or_nothing) {
                pairs.all_or_nothing += 1;
            } else if drop.iter().any(|&seat| group_of(child, seat).is_some()) {
                pairs.leaves_group += 1;
            } else {
                pairs.unexplained += 1;
            }
        }
    }
    pairs
}

/// One line of the table: means over seeds.
#[derive(Debug, Default)]
struct Line {
    samples: [Sample; 10],
    pairs: Pairs,
    served: usize,
    runs: usize,
}

impl Line {
    fn add(&mut self, problem: &Problem, given: &Seats, most: usize) {
        let scored = figures(problem, given);
        let values = [
            scored.wish_share,
            scored.child_share,
            scored.empty_handed as f64,
            scored.top1,
            scored.top3,
            scored.satisfaction,
            scored.gini,
            scored.groups_together,
            scored.groups_split,
            scored.below_minimum as f64,
        ];
        for (sample, value) in self.samples.iter_mut().zip(values) {
            sample.add(value);
        }
        let pairs = explain(problem, given);
        self.pairs.not_held += pairs.not_held;
        self.pairs.all_or_nothing += pairs.all_or_nothing;
        self.pairs.leaves_group += pairs.leaves_group;
        self.pairs.unexplained += pairs.unexplained;
        self.runs += 1;
        self.served += usize::from(scored.children - scored.empty_handed == most);
    }

    fn print(&self, name: &str, text: &mut String) {
        let [wishes, with, empty, first, three, satisfaction, gini, together, split, below] = &self.samples;
        let runs = self.runs.max(1) as f64;
        let Pairs { not_held, all_or_nothing, leaves_group, unexplained } = self.pairs;
        let _ = writeln!(
            text,
            "| {name} | {:.3} | {:.3} | {:.1} ({:.0}-{:.0}) | {}/{} | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} / {:.3} | {:.1} | {:.1} / {:.1} / {:.1} | {unexplained} |",
            wishes.mean,
            with.mean,
            empty.mean,
            empty.lowest,
            empty.highest,
            self.served,
            self.runs,
            first.mean,
            three.mean,
            satisfaction.mean,
            gini.mean,
            together.mean,
            split.mean,
            below.mean,
            not_held as f64 / runs,
            all_or_nothing as f64 / runs,
            leaves_group as f64 / runs,
        );
    }
}

/// Quality over programmes 1 to `seeds` of both kinds, with the lots of the same number.
///
/// "Most served" counts the programmes in which as many children hold a seat as the maximum flow over the events that
/// are held allows, among children with at least k fitting wishes.
///
/// # Errors
/// The draw refuses an instance.
pub fn quality(seeds: u64) -> Result<String, Trouble> {
    let mut text = String::new();
    for (name, settings) in PROGRAMMES {
        let _ = writeln!(
            text,
            "\n{name}, programmes 1-{seeds}\n\n\
             | procedure | wishes | with a place | empty-handed | most served | first wish | top 3 | satisfaction | Gini \
             | groups together / split | events below minimum | better free seat: not held / all or nothing / leaves group | unexplained |\n\
             |---|---|---|---|---|---|---|---|---|---|---|---|---|"
        );
        let instances: Vec<Instance> = (1..=seeds).map(|seed| generate(&settings(seed))).collect();
        let bare: Vec<Instance> = instances.iter().map(without_groups).collect();
        let [neutral, siblings, together] = policies();
        let reported = Method::Draw(Rules { minimum: Minimum::Report, ..Rules::default() });
        let lines: [(&str, Method, &[Instance]); 11] = [
            ("draw, no groups, minimums reported", reported, &bare),
            ("draw, no groups", neutral, &bare),
            ("", neutral, &instances),
            ("", neutral_up_to(1), &instances),
            ("", neutral_up_to(10_000), &instances),
            ("", siblings, &instances),
            ("", together, &instances),
            ("", Method::SnakeDraft, &instances),
            ("", Method::SerialDictatorship, &instances),
            ("", Method::Stars, &instances),
            ("", Method::StarsWithGroups, &instances),
        ];
        for (label, method, instances) in lines {
            let mut line = Line::default();
            for (seed, instance) in (1..).zip(instances) {
                let problem = Problem::new(instance)?;
                let given = method.prepare(instance, &problem)?(&lots(seed));
                let dissolves = method != reported;
                let most =
                    if dissolves { served_at_most(&problem, &given) } else { most_children_served(&problem, |_| true) };
                line.add(&problem, &given, most);
            }
            line.print(if label.is_empty() { method.name() } else { label.to_owned() }.as_str(), &mut text);
        }
    }
    Ok(text)
}

/// The most children who could have a seat in the events that are held: those in which somebody sits, or that need
/// nobody.
fn served_at_most(problem: &Problem, given: &Seats) -> usize {
    let mut open = problem.clone();
    for (event, held) in problem.held(given).into_iter().enumerate() {
        if held == 0 && problem.minimum[event] > 1 {
            open.capacity[event] = 0;
        }
    }
    most_children_served(&open, |child| problem.takes_part[child])
}
