//! `seat-trials`: invents programmes, scores allocations, measures the draw.

use std::path::PathBuf;
use std::process::ExitCode;

use allmende_seat_trials::generate::{Settings, generate};
use allmende_seat_trials::instance::{Allocation, Instance, to_json};
use allmende_seat_trials::problem::Problem;
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
        Action::Allocate { instance, procedure, seed } => {
            let problem = Problem::new(&read::<Instance>(&instance)?).map_err(|fault| fault.to_string())?;
            let order = procedures::lottery(&problem, seed);
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
