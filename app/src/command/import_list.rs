//! `import members` and `import contacts`: the same reading, the same rules and the same words as in the browser.

use std::path::{Path, PathBuf};

use allmende_alliance::import::{
    ImportFault, Plan, Words, import_members, import_people, preview_members, preview_people,
};
use allmende_store::{Actor, Tx};
use allmende_web::texts::Language;

use super::{now, open_known, which_alliance};
use crate::config::Config;
use crate::{Failure, house};

/// The file and what to do with it.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// XLSX, CSV or vCard.
    file: PathBuf,
    /// Store what is new or changed. Without it every row is shown and nothing is stored.
    #[arg(long)]
    apply: bool,
    /// Show the rows in English.
    #[arg(long)]
    english: bool,
    /// The alliance, by id or short name; needed only if there are several.
    #[arg(long)]
    alliance: Option<String>,
}

/// What the rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Member municipalities.
    Members,
    /// People with their offices.
    Contacts,
}

/// Shows every row's fate, and stores with `--apply`.
pub async fn run(config: &Config, target: Target, options: Options) -> Result<(), Failure> {
    let bytes =
        std::fs::read(&options.file).map_err(|error| Failure::usage(format!("{}: {error}", options.file.display())))?;
    let name = options.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let texts = house::texts(&house::areas())?;
    let language = if options.english { Language::English } else { Language::German };
    let words = Words { texts: &texts, language };
    let database = open_known(config).await?;
    let alliance = which_alliance(&database, options.alliance.as_deref()).await?;
    let actor = Actor { account: None, name: "Kommandozeile".to_owned() };
    let mut tx = database.write(alliance, actor, now()).await?;
    let fault = |fault| refused(&options.file, words, fault);
    let (sum, rows) = preview(&mut tx, target, &bytes, &name, words).await.map_err(fault)?;
    if options.apply {
        let counts = match target {
            Target::Members => import_members(&mut tx, &bytes, &name).await,
            Target::Contacts => import_people(&mut tx, &bytes, &name).await,
        }
        .map_err(fault)?;
        tx.commit().await?;
        println!("{}", words.done(counts));
        print!("{rows}");
    } else {
        drop(tx);
        print!("{sum}\n{rows}");
        eprintln!("--apply stores what is new or changed");
    }
    database.close().await;
    Ok(())
}

fn refused(file: &Path, words: Words<'_>, fault: ImportFault) -> Failure {
    match fault {
        ImportFault::Refused(sentence) => Failure::data(format!("{}: {}", file.display(), words.sentence(&sentence))),
        ImportFault::Store(error) => error.into(),
    }
}

/// The sum, and every row with its fate as lines. Stores nothing.
pub async fn preview(
    tx: &mut Tx,
    target: Target,
    bytes: &[u8],
    name: &str,
    words: Words<'_>,
) -> Result<(String, String), ImportFault> {
    Ok(match target {
        Target::Members => lines(&preview_members(tx, bytes, name).await?, words),
        Target::Contacts => lines(&preview_people(tx, bytes, name).await?, words),
    })
}

fn lines<P>(plan: &Plan<P>, words: Words<'_>) -> (String, String) {
    let mut out = String::new();
    if !plan.ignored.is_empty() {
        let columns = plan.ignored.join(", ");
        out.push_str(&words.texts.with(words.language, "import-ignored", &[("columns", columns.into())]));
        out.push('\n');
    }
    for row in &plan.rows {
        let reason = words.reason(row);
        let dash = if reason.is_empty() { "" } else { ": " };
        // A cell must not write to the terminal what the terminal obeys.
        let line = format!("{:>5}  {:<12} {}{dash}{reason}", row.number, words.fate(&row.fate), words.title(row));
        out.extend(line.chars().map(|c| if c.is_control() { ' ' } else { c }));
        out.push('\n');
    }
    (words.counts(plan.counts()), out)
}
