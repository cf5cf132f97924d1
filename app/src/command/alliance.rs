//! `alliance`: found another alliance on a server that has one.

use allmende_alliance::accounts::{NewAccount, Purpose, create_account, found_alliance, one_time_link, sign_in_url};
use allmende_store::{Actor, Id};
use allmende_web::access::Role;
use allmende_web::form::is_email;

use super::{now, open, open_known};
use crate::Failure;
use crate::config::Config;

/// What to do.
#[derive(Debug, clap::Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Found an alliance with its first manager, and print the link that sets the manager's password.
    New {
        /// Full name, as on letters.
        name: String,
        /// Short name, for the screen; names the alliance in other commands.
        #[arg(long)]
        short_name: String,
        /// Mail address of the first manager.
        #[arg(long)]
        email: String,
        /// Name of the first manager.
        #[arg(long)]
        manager: String,
    },
    /// List the alliances of the database.
    List,
}

/// Does it.
pub async fn run(config: &Config, options: Options) -> Result<(), Failure> {
    let database = match options.what {
        What::List => open_known(config).await?,
        What::New { .. } => open(config).await?,
    };
    let all = allmende_alliance::all_alliances(&database, now()).await?;
    match options.what {
        What::List => {
            for (id, name) in all {
                println!("{id}  {name}");
            }
        }
        What::New { name, short_name, email, manager } => {
            for (word, value) in [("the name", &name), ("--short-name", &short_name), ("--manager", &manager)] {
                if value.trim().is_empty() {
                    return Err(Failure::usage(format!("{word} must not be empty")));
                }
            }
            if all.iter().any(|(_, known)| *known == short_name) {
                return Err(Failure::usage(format!(
                    "there is an alliance {short_name:?} already; take another short name"
                )));
            }
            if !is_email(&email) {
                return Err(Failure::usage(format!("--email {email:?} is no mail address")));
            }
            let actor = Actor { account: None, name: "Kommandozeile".to_owned() };
            let mut tx = database.write(Id::NIL, actor, now()).await?;
            found_alliance(&mut tx, &name, &short_name, &manager, &email).await?;
            let new = NewAccount { email, name: manager, role: Role::Manager, municipality: None };
            let account = create_account(&mut tx, &new).await?;
            let token = one_time_link(&mut tx, account, Purpose::Invitation).await?;
            tx.commit().await?;
            println!("{}", sign_in_url(&config.settings()?, Purpose::Invitation, &token));
        }
    }
    database.close().await;
    Ok(())
}
