//! `audit verify`: is the history of changes whole?

use super::{now, open_known};
use crate::Failure;
use crate::config::Config;

/// What to do with the history.
#[derive(Debug, clap::Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Check the chain of every alliance.
    Verify,
}

/// Checks.
pub async fn run(config: &Config, options: Options) -> Result<(), Failure> {
    let What::Verify = options.what;
    let database = open_known(config).await?;
    let mut broken = None;
    for (id, name) in allmende_alliance::all_alliances(&database, now()).await? {
        let mut tx = database.read(id, now()).await?;
        let breaks = tx.verify_history().await?;
        println!("{name}: {}", if breaks.is_empty() { "whole".to_owned() } else { format!("{} breaks", breaks.len()) });
        for one in breaks {
            println!("  entry {}: {}", one.seq, one.reason);
            broken = Some(name.clone());
        }
    }
    database.close().await;
    broken.map_or(Ok(()), |name| Err(Failure::data(format!("the history of {name} was altered"))))
}
