//! Gain by untrue reports before the lots are known: the same child, the same lots, true and untrue list.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::report::{Worth, band_together, link_lots, rewish, second_account, worth};
use super::{PROGRAMMES, lots, neutral_up_to, policies};
use crate::generate::generate;
use crate::instance::{GroupMode, Instance};
use crate::method::{Method, Trouble};
use crate::problem::Problem;
use crate::random::Stream;
use crate::statistics::{Sample, TWO_SIDED_95};

/// What is reported instead of the truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Only the first wishes: one, three, half of them, all but the last.
    Truncate,
    /// The wishes in another order.
    Swap,
    /// A group of convenience with another child that wishes the same event.
    Group,
    /// The control for that: the same children have a group for an event without seats. Their lots are linked, and
    /// nothing else changes, so whoever gains here does so by chance.
    Linked,
    /// A second account.
    SecondAccount,
    /// A child with two wishes adds a third that it does not want, to count as protected.
    Pad,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 6] = [Self::Truncate, Self::Swap, Self::Group, Self::Linked, Self::SecondAccount, Self::Pad];

    fn title(self) -> &'static str {
        match self {
            Self::Truncate => "truncating",
            Self::Swap => "another order of the same wishes",
            Self::Group => "a group of convenience",
            Self::Linked => "control: a group for an event without seats",
            Self::SecondAccount => "a second account that nobody notices",
            Self::Pad => "a third wish that is none (children with two wishes)",
        }
    }
}

/// An untrue report.
struct Lie {
    label: String,
    instance: Instance,
    /// The entries that belong to the child.
    accounts: Vec<usize>,
}

/// A child, the truth, and what it could say instead.
struct Case {
    truth: Instance,
    child: usize,
    lies: Vec<Lie>,
}

/// How much is measured.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// Programmes of the kind.
    pub programmes: u64,
    /// Sampled children in each.
    pub children: usize,
    /// Draws for each report; half of them choose the best lie, the other half weigh it.
    pub draws: u64,
    /// Only the neutral draw: a larger sample in the same time.
    pub neutral_only: bool,
}

/// Gain by one kind of lie, in the ordinary or the tight programme.
///
/// A child is asked before the lots are known. Each of its possible lies is drawn `draws` times with the same lots as
/// the truth. Its best lie is chosen by the first half of the lots and weighed by the second, because the best of
/// several noisy means looks better than it is. Worth is the sum of 1/rank by the true ranks.
///
/// # Errors
/// The draw refuses an instance.
pub fn gain(kind: Kind, tight: bool, effort: Effort) -> Result<String, Trouble> {
    let Effort { programmes, children, draws, neutral_only } = effort;
    let [neutral, _, together] = policies();
    let mut text = String::new();
    let methods = match kind {
        _ if neutral_only => vec![neutral],
        Kind::Group => vec![neutral, neutral_up_to(1), neutral_up_to(10_000), together, Method::StarsWithGroups],
        Kind::Linked => vec![neutral],
        _ => vec![neutral, Method::SnakeDraft, Method::SerialDictatorship],
    };
    let (name, settings) = PROGRAMMES[usize::from(tight)];
    let _ = writeln!(
        text,
        "\n{}: {name}, programmes 1-{programmes}, up to {children} children each, {draws} draws a report\n\n\
         | procedure | children | best lie: mean change of worth (95 %) | children who gain beyond noise (2.5 % expected) | who lose | single lies: mean change of worth (95 %); of first wish, in points |\n\
         |---|---|---|---|---|---|",
        kind.title()
    );
    let mut cases = Vec::new();
    for seed in 1..=programmes {
        cases.extend(sample(kind, &generate(&settings(seed)), children, seed)?);
    }
    for method in methods {
        let mut result = Outcome::default();
        for case in &cases {
            result.add(measure(method, case, draws)?);
        }
        result.print(&method.name(), &mut text);
    }
    Ok(text)
}

/// The truth of one child and its lies, each lot of each.
struct Measured {
    truth: Vec<Worth>,
    lies: Vec<(String, Vec<Worth>)>,
}

fn measure(method: Method, case: &Case, draws: u64) -> Result<Measured, Trouble> {
    let truth = Problem::new(&case.truth)?;
    let run = |instance: &Instance, accounts: &[usize]| -> Result<Vec<Worth>, Trouble> {
        let problem = Problem::new(instance)?;
        let draw = method.prepare(instance, &problem)?;
        Ok((1..=draws).map(|number| worth(&truth, case.child, &draw(&lots(number)), accounts)).collect())
    };
    Ok(Measured {
        truth: run(&case.truth, &[case.child])?,
        lies: (case.lies.iter())
            .map(|lie| Ok((lie.label.clone(), run(&lie.instance, &lie.accounts)?)))
            .collect::<Result<_, Trouble>>()?,
    })
}

/// Everything that is known of one procedure.
#[derive(Default)]
struct Outcome {
    /// Over children: change of worth by the best lie, as a share of the true worth.
    best: Sample,
    gaining: usize,
    losing: usize,
    /// Over children: change of worth and of the first wish by each lie.
    single: BTreeMap<String, (Sample, Sample)>,
}

impl Outcome {
    fn add(&mut self, measured: Measured) {
        let Measured { truth, lies } = measured;
        let half = truth.len() / 2;
        let differences = |lie: &[Worth], of: fn(&Worth) -> f64| -> Vec<f64> {
            lie.iter().zip(&truth).map(|(lie, truth)| of(lie) - of(truth)).collect()
        };
        let mean_worth = truth.iter().map(|worth| worth.harmonic).collect::<Sample>().mean.max(1e-9);
        let mut best: Option<(f64, Sample)> = None;
        // Several lies of one name (other partners) count as one value of the child: they are not independent.
        let mut single: BTreeMap<&str, (Sample, Sample)> = BTreeMap::new();
        for (label, lie) in &lies {
            let change = differences(lie, |worth| worth.harmonic);
            let first = differences(lie, |worth| worth.first);
            let (all, firsts) = single.entry(label).or_default();
            all.add(change.iter().copied().collect::<Sample>().mean / mean_worth);
            firsts.add(first.iter().copied().collect::<Sample>().mean);
            let chosen = change[..half].iter().copied().collect::<Sample>().mean;
            if best.as_ref().is_none_or(|best| chosen > best.0) {
                best = Some((chosen, change[half..].iter().copied().collect()));
            }
        }
        for (label, (all, first)) in single {
            let (sample, firsts) = self.single.entry(label.to_owned()).or_default();
            sample.add(all.mean);
            firsts.add(first.mean);
        }
        if let Some((_, weighed)) = best {
            self.best.add(weighed.mean / mean_worth);
            self.gaining += usize::from(weighed.from_zero() > TWO_SIDED_95);
            self.losing += usize::from(weighed.from_zero() < -TWO_SIDED_95);
        }
    }

    fn print(&self, name: &str, text: &mut String) {
        let percent =
            |sample: &Sample| format!("{:+.1} % (±{:.1})", sample.mean * 100.0, sample.error() * TWO_SIDED_95 * 100.0);
        let count = self.best.count;
        let single: Vec<String> = (self.single.iter())
            .map(|(label, (worth, first))| format!("{label} {}; {:+.1}", percent(worth), first.mean * 100.0))
            .collect();
        let _ = writeln!(
            text,
            "| {name} | {count} | {} | {} = {:.1} % | {} = {:.1} % | {} |",
            percent(&self.best),
            self.gaining,
            self.gaining as f64 / count.max(1.0) * 100.0,
            self.losing,
            self.losing as f64 / count.max(1.0) * 100.0,
            single.join("<br>"),
        );
    }
}

/// Samples children of a programme who can lie in this way.
fn sample(kind: Kind, instance: &Instance, count: usize, seed: u64) -> Result<Vec<Case>, Trouble> {
    let problem = Problem::new(instance)?;
    // The control has the children and partners of what it controls.
    let sampled = if kind == Kind::Linked { Kind::Group } else { kind };
    let mut stream = Stream::new(&format!("seat-trials/gain/{sampled:?}/{seed}"));
    let mut order: Vec<usize> = (0..problem.wishes.len()).collect();
    stream.shuffle(&mut order);
    let mut demand = vec![0_u32; problem.capacity.len()];
    problem.wishes.iter().flatten().for_each(|&event| demand[event as usize] += 1);
    let scarcity = |event: u32| f64::from(demand[event as usize]) / f64::from(problem.capacity[event as usize].max(1));
    let name = |event: u32| problem.event_ids[event as usize].as_str();
    // Who leaves a group by dropping a wish leaves its common lot: such children would only add noise.
    let grouped = problem.grouped();
    let alone =
        |child: usize| matches!(kind, Kind::Group | Kind::Linked | Kind::SecondAccount) || !grouped.contains(&child);
    let mut cases = Vec::new();
    for child in order.into_iter().filter(|&child| alone(child)) {
        if cases.len() == count {
            break;
        }
        let (id, wishes) = (problem.child_ids[child].as_str(), &problem.wishes[child]);
        let report = |label: &str, list: &[u32]| Lie {
            label: label.to_owned(),
            instance: rewish(instance, id, &list.iter().map(|&event| name(event)).collect::<Vec<_>>()),
            accounts: vec![child],
        };
        let mut truth = instance.clone();
        let mut lies: Vec<Lie> = Vec::new();
        match kind {
            Kind::Truncate if wishes.len() >= 4 => {
                let lengths =
                    [("to 1", 1), ("to 3", 3), ("to half", wishes.len() / 2), ("without the last", wishes.len() - 1)];
                lies.extend(lengths.map(|(label, length)| report(label, &wishes[..length])));
            }
            Kind::Swap if wishes.len() >= 4 => {
                let swapped = |one: usize, other: usize| {
                    let mut list = wishes.clone();
                    list.swap(one, other);
                    list
                };
                lies.push(report("1st and 2nd", &swapped(0, 1)));
                lies.push(report("2nd and 3rd", &swapped(1, 2)));
                let mut list = wishes.clone();
                list.sort_by(|&one, &other| scarcity(other).total_cmp(&scarcity(one)));
                lies.push(report("scarcest first", &list));
                let mut list = wishes.clone();
                list[1..].sort_by(|&one, &other| scarcity(other).total_cmp(&scarcity(one)));
                lies.push(report("1st, then scarcest", &list));
            }
            Kind::Group | Kind::Linked => lies.extend(convenience(kind, instance, child, &mut stream)),
            Kind::SecondAccount => lies.push(Lie {
                label: "twice".to_owned(),
                instance: second_account(instance, id),
                accounts: vec![child, problem.wishes.len()],
            }),
            Kind::Pad if wishes.len() >= 3 => {
                truth = rewish(instance, id, &[name(wishes[0]), name(wishes[1])]);
                let age = instance.children[child].age;
                let scarcest = (0..)
                    .zip(&instance.events)
                    .filter(|&(event, offer)| !wishes.contains(&event) && offer.min_age <= age && age <= offer.max_age);
                let scarcest = scarcest.max_by(|one, other| scarcity(one.0).total_cmp(&scarcity(other.0)));
                lies.extend(scarcest.map(|(event, _)| report("a third", &[wishes[0], wishes[1], event])));
            }
            _ => {}
        }
        if !lies.is_empty() {
            cases.push(Case { truth, child, lies });
        }
    }
    Ok(cases)
}

/// Groups of convenience for one of the first three wishes of a child: with three others of other households that wish
/// the same event and are in no group for it; and once with all three. For the control the same children in a group for
/// nothing.
fn convenience(kind: Kind, instance: &Instance, child: usize, stream: &mut Stream) -> Vec<Lie> {
    let id = &instance.children[child].id;
    let mut wishes: Vec<_> = instance.wishes.iter().filter(|wish| wish.child == *id && wish.priority <= 3).collect();
    wishes.sort_by_key(|wish| wish.priority);
    wishes.retain(|wish| wish.group.is_none());
    stream.shuffle(&mut wishes);
    let Some(wish) = wishes.first() else { return Vec::new() };
    let household =
        |id: &str| instance.children.iter().find(|child| child.id == id).and_then(|child| child.household.clone());
    let own = household(id);
    let mut others: Vec<&str> = (instance.wishes.iter())
        .filter(|other| other.event == wish.event && other.group.is_none() && other.child != *id)
        .map(|other| other.child.as_str())
        .filter(|other| household(other) != own)
        .collect();
    stream.shuffle(&mut others);
    others.truncate(3);
    // Under every policy the mode matters only when a group cannot be seated; one of them is enough here.
    let lie = |count: usize, members: &[&str]| Lie {
        label: format!("{count} for wish {}", wish.priority),
        instance: match kind {
            Kind::Linked => link_lots(instance, members),
            _ => band_together(instance, &wish.event, members, GroupMode::IfPossible),
        },
        accounts: vec![child],
    };
    let mut lies: Vec<Lie> = others.iter().map(|other| lie(2, &[id, other])).collect();
    if others.len() == 3 {
        lies.push(lie(4, &[id, others[0], others[1], others[2]]));
    }
    lies
}
