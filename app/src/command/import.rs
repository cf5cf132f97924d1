//! `import`: archives, old reports, members and contacts.

use std::path::{Path, PathBuf};

use allmende_report::import::{Known, Selection, take_over};
use allmende_report_reader::Proposal;
use allmende_store::Actor;

use super::import_list::{self, Target};
use super::{now, open, open_known, which_alliance};
use crate::config::Config;
use crate::{Failure, archive, house};

/// What to import.
#[derive(Debug, clap::Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// An archive (zip or folder) into a database that does not hold this alliance yet.
    Archive {
        /// The archive.
        file: PathBuf,
    },
    /// Member municipalities with their populations, from XLSX or CSV. Shows every row; stores only with --apply.
    Members(import_list::Options),
    /// People with their offices, from XLSX, CSV or vCard. Shows every row; stores only with --apply.
    Contacts(import_list::Options),
    /// An old activity report: text, PDF or DOCX. Shows what would be recorded; stores only with --confirm.
    Report {
        /// The report.
        file: PathBuf,
        /// Write the proposal as JSON, for scripts.
        #[arg(long)]
        json: bool,
        /// Store everything that is proposed and not there yet.
        #[arg(long)]
        confirm: bool,
        /// The alliance, by id or short name; needed only if there are several.
        #[arg(long)]
        alliance: Option<String>,
    },
}

/// Imports.
pub async fn run(config: &Config, options: Options) -> Result<(), Failure> {
    match options.what {
        What::Archive { file } => {
            let files = archive::unpack(&file)?;
            let database = open(config).await?;
            let alliance = archive::import(&database, &files, now(), &house::kinds(&house::areas())).await?;
            println!("imported alliance {alliance}");
            database.close().await;
            Ok(())
        }
        What::Members(options) => import_list::run(config, Target::Members, options).await,
        What::Contacts(options) => import_list::run(config, Target::Contacts, options).await,
        What::Report { file, json, confirm, alliance } => {
            let proposal = read_report(&file)?;
            if json {
                let text =
                    serde_json::to_string_pretty(&proposal.to_json()).map_err(|error| Failure::internal(&error))?;
                println!("{text}");
            } else {
                print!("{}", summary(&proposal));
            }
            if confirm {
                let database = open_known(config).await?;
                let alliance = which_alliance(&database, alliance.as_deref()).await?;
                let mut tx = database.write(alliance, Actor::default(), now()).await?;
                let selection = Selection::new_only(&proposal, &Known::load(&mut tx).await?);
                take_over(&mut tx, &proposal, &selection).await?;
                tx.commit().await?;
                eprintln!(
                    "{} proposals stored, {} were there already",
                    selection.len(),
                    total(&proposal) - selection.len()
                );
                database.close().await;
            }
            Ok(())
        }
    }
}

fn total(proposal: &Proposal) -> usize {
    proposal.meetings.len()
        + proposal.events.len()
        + proposal.projects.len()
        + proposal.grants.len()
        + proposal.press.len()
}

/// What a person reads before deciding: how much was found, and every line that was not placed.
fn summary(proposal: &Proposal) -> String {
    let mut out = format!(
        "Sitzungen: {}\nVeranstaltungen: {}\nProjekte: {}\nZuwendungen: {}\nPresse: {}\n",
        proposal.meetings.len(),
        proposal.events.len(),
        proposal.projects.len(),
        proposal.grants.len(),
        proposal.press.len()
    );
    for fault in &proposal.invalid_dates {
        out.push_str(&format!("Datum unklar, Zeile {}: {}\n", fault.line, fault.text));
    }
    for line in &proposal.unplaced {
        out.push_str(&format!("Nicht zugeordnet, Zeile {}: {}\n", line.line, line.text));
    }
    out.push_str("Noch ist nichts gespeichert. Mit --confirm übernehmen Sie alles, was noch nicht erfasst ist.\n");
    out
}

fn read_report(file: &Path) -> Result<Proposal, Failure> {
    let bytes = std::fs::read(file).map_err(|error| Failure::usage(format!("{}: {error}", file.display())))?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    allmende_report_reader::read(&name, &bytes).map_err(|fault| Failure::data(format!("{}: {fault}", file.display())))
}
