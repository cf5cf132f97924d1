//! `draw`: gives out the seats of a programme, commits to a draw, verifies a protocol.
//!
//! It works on files alone: no configuration, no database. The rule is in `docs/draw-rule.md`.

use std::path::{Path, PathBuf};

use allmende_seat_allocation::{
    Allocation, Commitment, Figures, Instance, Minimum, Policy, Programme, Protocol, Rules, RunLog, Seed, frontier,
    verify,
};
use jiff::Timestamp;
use serde::Serialize;

use crate::Failure;

/// What to draw, and how.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Options {
    #[command(subcommand)]
    what: Option<What>,
    /// Children, events, wishes and groups as JSON.
    #[arg(value_name = "INSTANCE.json", required = true)]
    instance: Option<PathBuf>,
    /// Label of a preview: any text. The seed that follows from it is marked and can never be that of a binding draw.
    #[arg(long, value_name = "TEXT", required_unless_present = "commitment", conflicts_with = "commitment")]
    seed: Option<String>,
    /// Binding draw: the file that `draw commit` wrote.
    #[arg(long, value_name = "FILE", requires = "value", requires = "log")]
    commitment: Option<PathBuf>,
    /// Binding draw: the outside value, as it was published.
    #[arg(long, value_name = "TEXT", requires = "commitment")]
    value: Option<String>,
    /// Log of all runs of this programme; it is continued, or begun.
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
    /// Where the result goes.
    #[arg(long, value_name = "RESULT.json")]
    out: Option<PathBuf>,
    /// Where the protocol goes; it holds no names.
    #[arg(long, value_name = "P.json")]
    protocol: Option<PathBuf>,
    /// Say what became of each wish of this child, and why.
    #[arg(long, value_name = "CHILD")]
    explain: Option<String>,
    /// Draw the same list under each policy and print what more togetherness costs, and whom.
    #[arg(long)]
    frontier: bool,
    #[command(flatten)]
    rules: RuleOptions,
}

/// The parameters of the rule.
#[derive(Debug, Default, clap::Args)]
struct RuleOptions {
    /// How groups are treated.
    #[arg(long, value_enum)]
    policy: Option<PolicyWord>,
    /// k: from how many fitting wishes on a child is protected from leaving empty-handed [default: 3].
    #[arg(long, value_name = "K")]
    protected_from: Option<u32>,
    /// R: up to which priority a shared wish counts as early [default: 0, or 2 where groups go first].
    #[arg(long, value_name = "R")]
    shared_up_to: Option<u32>,
    /// What happens to an event below its minimum number [default: dissolve].
    #[arg(long, value_enum)]
    minimum: Option<MinimumWord>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum PolicyWord {
    /// One lot for a group; nobody gains by being in one (the default).
    Neutral,
    /// Groups are seated first, where that leaves no protected child empty-handed.
    TogetherFirst,
    /// Only siblings are seated first.
    SiblingsFirst,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum MinimumWord {
    /// It is dissolved and its children get other wishes.
    Dissolve,
    /// It keeps its children.
    Report,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Bind list, rules and the source of chance, before the outside value exists.
    Commit {
        /// Children, events, wishes and groups as JSON, with a random token for each child.
        #[arg(value_name = "INSTANCE.json")]
        instance: PathBuf,
        /// Where the outside value comes from and how it is written down.
        #[arg(long, value_name = "TEXT")]
        source: String,
        /// When it is expected, such as 2027-06-12T17:25:00Z.
        #[arg(long, value_name = "INSTANT")]
        expected: String,
        /// Where the commitment goes; publish it.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        rules: RuleOptions,
    },
    /// Set the draw beside serial dictatorship, a plain draft and deferred acceptance with stars.
    Compare {
        /// Children, events, wishes and groups as JSON.
        #[arg(value_name = "INSTANCE.json")]
        instance: PathBuf,
        /// Label of the lots: any text.
        #[arg(long, value_name = "TEXT", default_value = "compare")]
        seed: String,
        #[command(flatten)]
        rules: RuleOptions,
    },
    /// Compute a protocol again and name the first difference.
    Verify {
        /// The protocol.
        #[arg(value_name = "P.json")]
        protocol: PathBuf,
    },
}

impl RuleOptions {
    fn rules(&self) -> Result<Rules, Failure> {
        let policy = match self.policy {
            None | Some(PolicyWord::Neutral) => Policy::Neutral,
            Some(PolicyWord::TogetherFirst) => Policy::TogetherFirst,
            Some(PolicyWord::SiblingsFirst) => Policy::SiblingsFirst,
        };
        let usual = Rules::of(policy);
        let rules = Rules {
            policy,
            protected_from: self.protected_from.unwrap_or(usual.protected_from),
            shared_up_to: self.shared_up_to.unwrap_or(usual.shared_up_to),
            minimum: match self.minimum {
                None | Some(MinimumWord::Dissolve) => Minimum::Dissolve,
                Some(MinimumWord::Report) => Minimum::Report,
            },
        };
        rules.check().map_err(|refusal| Failure::usage(refusal.to_string()))?;
        Ok(rules)
    }
}

/// Draws, commits or verifies.
pub fn run(options: Options) -> Result<(), Failure> {
    match options.what {
        Some(What::Commit { instance, source, expected, out, rules }) => {
            commit(&instance, &source, &expected, &out, &rules.rules()?)
        }
        Some(What::Compare { instance, seed, rules }) => compare(&instance, rules.rules()?, &seed),
        Some(What::Verify { protocol }) => check(&protocol),
        None => draw(&options),
    }
}

fn draw(options: &Options) -> Result<(), Failure> {
    let path = options.instance.as_deref().ok_or_else(|| Failure::usage("name the instance to draw"))?;
    let (instance, programme) = programme(path)?;
    if let Some(child) = &options.explain
        && !instance.children.iter().any(|known| known.id == *child)
    {
        return Err(Failure::usage(format!("there is no child {child:?} in {}", path.display())));
    }
    let mut log = match &options.log {
        Some(file) if file.exists() => {
            let lines = text(file)?.lines().map(str::to_owned).collect();
            RunLog::from_lines(lines).map_err(|refusal| refused(file, &refusal))?
        }
        _ => RunLog::default(),
    };
    let now = Timestamp::now();
    let (allocation, protocol) = match (&options.commitment, &options.value) {
        (Some(file), Some(value)) => {
            let lines: Vec<String> = text(file)?.lines().map(str::to_owned).collect();
            let commitment = Commitment::from_lines(&lines).map_err(|refusal| refused(file, &refusal))?;
            log.binding(&programme, &commitment, value, now)
        }
        _ => {
            let label = options.seed.as_deref().ok_or_else(|| Failure::usage("give --seed or --commitment"))?;
            log.preview(&programme, options.rules.rules()?, label, now)
        }
    }
    .map_err(|refusal| refused(path, &refusal))?;
    // The log first: what is not noted must not be shown.
    if let Some(file) = &options.log {
        write(file, &(log.lines().join("\n") + "\n"))?;
    }
    if let Some(file) = &options.out {
        write(file, &json(&allocation)?)?;
    }
    if let Some(file) = &options.protocol {
        write(file, &protocol.to_json())?;
    }
    print!("{}", summary(&allocation, &protocol));
    if options.frontier {
        let rules = options.rules.rules()?;
        let seed = Seed::preview(options.seed.as_deref().unwrap_or("frontier"));
        print!("{}", frontier_table(&programme, rules, &seed));
    }
    if let Some(child) = &options.explain {
        print!("{}", explanation(&instance, &allocation, child));
    }
    Ok(())
}

fn commit(instance: &Path, source: &str, expected: &str, out: &Path, rules: &Rules) -> Result<(), Failure> {
    let (_, programme) = programme(instance)?;
    let expected: Timestamp = expected
        .parse()
        .map_err(|_| Failure::usage(format!("{expected:?} is not an instant; write it as 2027-06-12T17:25:00Z")))?;
    let commitment = Commitment::new(&programme, *rules, source, Timestamp::now(), expected)
        .map_err(|refusal| refused(instance, &refusal))?;
    write(out, &(commitment.lines().join("\n") + "\n"))?;
    println!("commitment {}", commitment.digest());
    println!("Publish {} now, before the outside value exists.", out.display());
    Ok(())
}

fn compare(path: &Path, rules: Rules, label: &str) -> Result<(), Failure> {
    let (instance, _) = programme(path)?;
    let rows =
        allmende_seat_trials::compare::compare(&instance, rules, label).map_err(|trouble| refused(path, &trouble))?;
    print!("{}", allmende_seat_trials::compare::table(&rows));
    Ok(())
}

fn check(path: &Path) -> Result<(), Failure> {
    let protocol = Protocol::from_json(text(path)?.as_bytes()).map_err(|refusal| refused(path, &refusal))?;
    verify(&protocol).map_err(|difference| Failure::data(format!("{}: {difference}", path.display())))?;
    println!(
        "{}: the {} draw follows from its list, rules and seed; result {}",
        path.display(),
        protocol.kind,
        protocol.result_digest
    );
    Ok(())
}

fn programme(path: &Path) -> Result<(Instance, Programme), Failure> {
    let instance = Instance::from_json(text(path)?.as_bytes()).map_err(|refusal| refused(path, &refusal))?;
    let programme = Programme::new(&instance).map_err(|refusal| refused(path, &refusal))?;
    Ok((instance, programme))
}

fn text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(|error| Failure::machine(format!("{}: {error}", path.display())))
}

fn json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|error| Failure::internal(&error))
}

fn refused(path: &Path, refusal: &dyn std::fmt::Display) -> Failure {
    Failure::data(format!("{}: {refusal}", path.display()))
}

/// A share in per cent with one decimal.
fn share(part: u32, whole: u32) -> String {
    if whole == 0 {
        return "-".to_owned();
    }
    let mille = (u64::from(part) * 2000 + u64::from(whole)) / (u64::from(whole) * 2);
    format!("{}.{} %", mille / 10, mille % 10)
}

fn summary(allocation: &Allocation, protocol: &Protocol) -> String {
    let counted = &allocation.statistics;
    let all = &counted.all;
    let mut text = format!(
        "{} draw, {}\nseed         {}\nlist         {}\nresult       {}\n",
        protocol.kind,
        protocol.rules[1..].join(", "),
        protocol.seed,
        protocol.list_digest,
        protocol.result_digest
    );
    text += &format!(
        "children     {} of {} have a place; of {} that the guarantee covers {} have none, of the others {}\n",
        all.with_place, all.children, all.covered, all.covered_without, all.uncovered_without
    );
    text += &format!(
        "first wish   {} ({}); at most {} could have theirs\n",
        all.first_wish,
        share(all.first_wish, all.children),
        counted.first_wish_bound
    );
    text += &format!("first three  {} ({})\n", all.first_three, share(all.first_three, all.children));
    text += &format!("wishes       {} of {} ({})\n", all.granted, all.wishes, share(all.granted, all.wishes));
    let sum = |part: fn(&allmende_seat_allocation::GroupFigures) -> u32| counted.groups.iter().map(part).sum::<u32>();
    let (groups, together) = (sum(|figures| figures.groups), sum(|figures| figures.together));
    text += &format!(
        "groups       {together} of {groups} together ({}), {} split\n",
        share(together, groups),
        sum(|figures| figures.split)
    );
    text += &format!("not held     {} events; {} runs\n", allocation.not_held.len(), allocation.runs);
    text
}

fn frontier_table(programme: &Programme, rules: Rules, seed: &Seed) -> String {
    let mut text = "\nWhat more togetherness costs, drawn with the same lots:\n\
        policy          R      together   split   first wish: all   single   in groups   covered without\n"
        .to_owned();
    let first = |figures: &Figures| share(figures.first_wish, figures.children);
    for point in frontier(programme, rules, seed) {
        text += &format!(
            "{:<14} {:>5}  {:>9} {:>7}  {:>15} {:>8} {:>11} {:>17}\n",
            point.rules.policy.word(),
            point.rules.shared_up_to,
            share(point.together, point.groups),
            share(point.split, point.groups),
            first(&point.all),
            first(&point.single),
            first(&point.in_groups),
            point.all.covered_without
        );
    }
    text
}

fn explanation(instance: &Instance, allocation: &Allocation, child: &str) -> String {
    let lot = allocation.lots.iter().position(|id| id == child).map_or(0, |at| at + 1);
    let mut text = format!("\n{child} has lot {lot} of {}\n", allocation.lots.len());
    let mut wishes: Vec<_> = instance.wishes.iter().filter(|wish| wish.child == child).collect();
    wishes.sort_by_key(|wish| wish.priority);
    for wish in wishes {
        let seat = allocation.seats.iter().find(|seat| seat.child == child && seat.event == wish.event);
        let refused = allocation.refused.iter().find(|refused| refused.child == child && refused.event == wish.event);
        let outcome = match (seat, refused) {
            (Some(seat), _) => format!("has a place, given in step {}", seat.step),
            (None, Some(refused)) => format!("refused: {}", refused.reason),
            (None, None) => String::new(),
        };
        text += &format!("{:>3}. {}: {outcome}\n", wish.priority, wish.event);
        if let Some(waiting) = allocation.waiting.iter().find(|waiting| waiting.event == wish.event)
            && let Some(at) = waiting.children.iter().position(|id| id == child)
        {
            text += &format!("     number {} of {} on the waiting list\n", at + 1, waiting.children.len());
        }
    }
    text
}
