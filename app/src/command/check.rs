//! `config check`: is everything right before the server starts?

use super::{has_database, now, open_known};
use crate::Failure;
use crate::config::Config;

/// What to do with the configuration.
#[derive(Debug, clap::Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Read the configuration, open the database, say what is there.
    Check,
}

/// Checks.
pub async fn run(config: &Config, options: Options) -> Result<(), Failure> {
    let What::Check = options.what;
    if has_database(config) {
        let database = open_known(config).await?;
        let alliances = allmende_alliance::all_alliances(&database, now()).await?;
        println!("database: {} ({} alliances)", database.engine(), alliances.len());
        database.close().await;
    } else {
        println!("database: none in {}; the server founds one when it starts", config.data.display());
    }
    println!("address: {} on {}", config.public_url(), config.listen);
    let mail = if config.mail.host.is_empty() {
        "none, messages wait in the outbox".to_owned()
    } else {
        config.mail.host.clone()
    };
    println!("mail: {mail}");
    if let Some(sentence) = config.proxy_warning() {
        println!("sign-in limit: {sentence}");
    }
    Ok(())
}
