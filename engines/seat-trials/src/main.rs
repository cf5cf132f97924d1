//! `seat-trials`: invents programmes, scores allocations, measures the draw.

use std::path::PathBuf;
use std::process::ExitCode;

use allmende_seat_trials::generate::{Settings, generate};
use allmende_seat_trials::instance::{Allocation, Instance, to_json};
use allmende_seat_trials::measure::{self, Effort, Kind};
use allmende_seat_trials::method::Trouble;
use allmende_seat_trials::problem::Problem;
use allmende_seat_trials::protocols::protocol;
use allmende_seat_trials::{procedures, score};
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Trials of the draw.
#[derive(Debug, Parser)]
#[command(name = "seat-trials", version)]
struct Command {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Invent a programme and write it as JSON.
    Generate(Generate),
    /// Score an allocation of an instance: figures as JSON, or every violation and exit code 1.
    Score {
        /// The instance.
        instance: PathBuf,
        /// The allocation: {"seats": [{"child": …, "event": …}, …]}.
        allocation: PathBuf,
    },
    /// Measure the draw and print tables in Markdown.
    Measure {
        /// What to measure.
        #[command(subcommand)]
        what: Measure,
    },
    /// Draw mixed programmes and write their protocols, one on each line: what another implementation recomputes.
    Protocols {
        /// The number of the first programme.
        #[arg(long, default_value_t = 1)]
        first: u32,
        /// How many.
        #[arg(long, default_value_t = 10)]
        count: u32,
    },
    /// Give the seats of an instance by a procedure to compare with.
    Allocate {
        /// The instance.
        instance: PathBuf,
        /// The procedure.
        #[arg(long, value_enum)]
        procedure: Procedure,
        /// The lots.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
}

#[derive(Debug, Clone, Copy, Subcommand)]
enum Measure {
    /// Quality over many programmes, beside other procedures, against the maximum flow.
    Quality {
        /// Programmes.
        #[arg(long, default_value_t = 20)]
        programmes: u64,
    },
    /// Fulfilled wishes by name, sign-up, token, birth, household and municipality.
    Slopes {
        /// Draws.
        #[arg(long, default_value_t = 1000)]
        draws: u64,
    },
    /// Chances of equal children and of groups beside single children.
    Chance {
        /// Draws.
        #[arg(long, default_value_t = 10_000)]
        draws: u64,
    },
    /// Every promise of the rule on programmes in which everything occurs.
    Soundness {
        /// First programme.
        #[arg(long, default_value_t = 0)]
        from: u64,
        /// How many.
        #[arg(long, default_value_t = 10_000)]
        programmes: u64,
    },
    /// Gain by truncating if the lots were known.
    Hindsight {
        /// Programmes.
        #[arg(long, default_value_t = 20)]
        programmes: u64,
        /// Children of each.
        #[arg(long, default_value_t = 12)]
        children: usize,
    },
    /// Gain by untrue reports before the lots are known.
    Gain {
        /// One kind of report; without it all.
        #[arg(long, value_enum)]
        kind: Option<Lie>,
        /// The ordinary programme in place of the tight one.
        #[arg(long)]
        ordinary: bool,
        /// Programmes.
        #[arg(long, default_value_t = 4)]
        programmes: u64,
        /// Children of each.
        #[arg(long, default_value_t = 15)]
        children: usize,
        /// Draws for each report.
        #[arg(long, default_value_t = 200)]
        draws: u64,
        /// Only the neutral draw, none of the others.
        #[arg(long)]
        neutral_only: bool,
    },
    /// Groups that are complete beside what a group gains.
    Frontier {
        /// Programmes.
        #[arg(long, default_value_t = 5)]
        programmes: u64,
        /// Groups of each.
        #[arg(long, default_value_t = 20)]
        groups: usize,
        /// Draws.
        #[arg(long, default_value_t = 200)]
        draws: u64,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Lie {
    /// Only the first wishes.
    Truncate,
    /// Another order.
    Swap,
    /// A group of convenience.
    Group,
    /// The control for that: linked lots and nothing else.
    Linked,
    /// A second account.
    SecondAccount,
    /// A wish that is none.
    Pad,
}

fn measured(what: Measure) -> Result<String, Trouble> {
    match what {
        Measure::Quality { programmes } => measure::quality(programmes),
        Measure::Soundness { from, programmes } => {
            let faults = measure::soundness(from, from + programmes)?;
            let shown: String = faults.iter().take(50).map(|fault| format!("{fault}\n")).collect();
            Ok(format!(
                "{programmes} programmes, each under 3 policies and with minimums dissolved or reported: {} faults\n{shown}",
                faults.len()
            ))
        }
        Measure::Slopes { draws } => measure::slopes(draws),
        Measure::Chance { draws } => measure::chance(draws),
        Measure::Hindsight { programmes, children } => measure::hindsight(programmes, children),
        Measure::Frontier { programmes, groups, draws } => measure::frontier(programmes, groups, draws),
        Measure::Gain { kind, ordinary, programmes, children, draws, neutral_only } => {
            let effort = Effort { programmes, children, draws, neutral_only };
            let kinds = match kind {
                None => Kind::ALL.to_vec(),
                Some(Lie::Truncate) => vec![Kind::Truncate],
                Some(Lie::Swap) => vec![Kind::Swap],
                Some(Lie::Group) => vec![Kind::Group],
                Some(Lie::Linked) => vec![Kind::Linked],
                Some(Lie::SecondAccount) => vec![Kind::SecondAccount],
                Some(Lie::Pad) => vec![Kind::Pad],
            };
            kinds.into_iter().map(|kind| measure::gain(kind, !ordinary, effort)).collect()
        }
    }
}

#[derive(Debug, Args)]
struct Generate {
    /// How many children.
    #[arg(long, default_value_t = 430)]
    children: usize,
    /// How many events.
    #[arg(long, default_value_t = 70)]
    events: usize,
    /// Another seed gives another programme of the same kind.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many municipalities.
    #[arg(long, default_value_t = 14)]
    municipalities: usize,
    /// Wishes a seat over the whole programme.
    #[arg(long, default_value_t = 1.8)]
    load: f64,
    /// Most wishes a seat at one event.
    #[arg(long, default_value_t = 5.0)]
    peak: f64,
    /// Where to; without it to standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Procedure {
    /// Random serial dictatorship.
    SerialDictatorship,
    /// Plain draft in alternating order.
    SnakeDraft,
    /// Deferred acceptance with stars.
    Stars,
    /// Deferred acceptance with stars and groups.
    StarsWithGroups,
}

fn read<T: serde::de::DeserializeOwned>(path: &PathBuf) -> Result<T, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(out: Option<&PathBuf>, text: &str) -> Result<(), String> {
    match out {
        Some(path) => std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display())),
        None => {
            print!("{text}");
            Ok(())
        }
    }
}

fn run(action: Action) -> Result<(), String> {
    let json = |error: serde_json::Error| error.to_string();
    match action {
        Action::Generate(wanted) => {
            let Generate { children, events, seed, municipalities, load, peak, out } = wanted;
            if !(load > 0.0 && peak > 0.0) {
                return Err("--load and --peak must be above zero, for example --load 1.8 --peak 5".to_owned());
            }
            let instance = generate(&Settings { children, events, seed, municipalities, load, peak });
            write(out.as_ref(), &to_json(&instance).map_err(json)?)
        }
        Action::Score { instance, allocation } => {
            let problem = Problem::new(&read::<Instance>(&instance)?).map_err(|fault| fault.to_string())?;
            let seats = score::admit(&problem, &read::<Allocation>(&allocation)?.seats)
                .map_err(|faults| format!("{}\n{} violations", faults.join("\n"), faults.len()))?;
            write(None, &(serde_json::to_string_pretty(&score::figures(&problem, &seats)).map_err(json)? + "\n"))
        }
        Action::Measure { what } => write(None, &measured(what).map_err(|trouble| trouble.to_string())?),
        Action::Protocols { first, count } => {
            for number in first..first.saturating_add(count) {
                let protocol = protocol(number).map_err(|trouble| trouble.to_string())?;
                println!("{}", serde_json::to_string(&protocol).map_err(json)?);
            }
            Ok(())
        }
        Action::Allocate { instance, procedure, seed } => {
            let problem = Problem::new(&read::<Instance>(&instance)?).map_err(|fault| fault.to_string())?;
            let order = procedures::lottery(&problem, &format!("trial {seed}"));
            let given = match procedure {
                Procedure::SerialDictatorship => procedures::serial_dictatorship(&problem, &order),
                Procedure::SnakeDraft => procedures::snake_draft(&problem, &order),
                Procedure::Stars => procedures::deferred_acceptance(&problem, &order, procedures::Stars::Alone),
                Procedure::StarsWithGroups => {
                    procedures::deferred_acceptance(&problem, &order, procedures::Stars::WithGroups)
                }
            };
            let allocation = Allocation { seats: score::seat_list(&problem, &given) };
            write(None, &(serde_json::to_string(&allocation).map_err(json)? + "\n"))
        }
    }
}

fn main() -> ExitCode {
    match run(Command::parse().action) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}
