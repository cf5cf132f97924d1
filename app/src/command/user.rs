//! `user`: accounts from the command line, for the day when nobody can sign in.

use allmende_alliance::accounts::{NewAccount, Purpose, create_account, one_time_link, sign_in_url};
use allmende_store::Actor;
use allmende_web::access::Role;
use allmende_web::app::Settings;

use super::{now, open, which_alliance};
use crate::Failure;
use crate::config::Config;

/// What to do.
#[derive(Debug, clap::Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
    /// The alliance, by id or short name; needed only if there are several.
    #[arg(long, global = true)]
    alliance: Option<String>,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Create an account and print the link that sets its password.
    Invite {
        /// Mail address.
        email: String,
        /// Name of the person.
        #[arg(long)]
        name: String,
        /// manager, chair, mayor, clerk, reader or admin.
        #[arg(long)]
        role: String,
    },
    /// Print a link that sets a new password.
    Link {
        /// Mail address.
        email: String,
    },
}

/// Does it.
pub async fn run(config: &Config, options: Options) -> Result<(), Failure> {
    let database = open(config).await?;
    let alliance = which_alliance(&database, options.alliance.as_deref()).await?;
    let mut tx = database.write(alliance, Actor { account: None, name: "Kommandozeile".to_owned() }, now()).await?;
    let (account, purpose) = match options.what {
        What::Invite { email, name, role } => {
            let role = Role::from_word(&role)
                .ok_or_else(|| Failure::usage("--role must be manager, chair, mayor, clerk, reader or admin"))?;
            let id = create_account(&mut tx, &NewAccount { email, name, role, municipality: None }).await?;
            (id, Purpose::Invitation)
        }
        What::Link { email } => {
            let id = allmende_alliance::accounts::find_account(&mut tx, &email)
                .await?
                .ok_or_else(|| Failure::usage(format!("there is no account {email}")))?;
            (id, Purpose::Recovery)
        }
    };
    let token = one_time_link(&mut tx, account, purpose).await?;
    tx.commit().await?;
    let settings = Settings { public_url: config.public_url(), demo: false, mail: false };
    println!("{}", sign_in_url(&settings, purpose, &token));
    database.close().await;
    Ok(())
}
