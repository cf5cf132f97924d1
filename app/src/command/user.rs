//! `user`: accounts from the command line, for the day when nobody can sign in.

use allmende_alliance::accounts::{
    NewAccount, Purpose, create_account, find_account, give_role, one_time_link, reset_second_factor, sign_in_url,
};
use allmende_store::{Actor, Id, Tx};
use allmende_web::access::Role;

use super::{now, open_known, which_alliance};
use crate::config::Config;
use crate::{Failure, house};

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
    /// Give an account another role. In the browser, powerful roles need a second person; this needs none.
    Role {
        /// Mail address.
        email: String,
        /// manager, chair, mayor, clerk, reader or admin.
        role: String,
    },
    /// Take a lost second factor away. All sessions of the account end, its recovery codes no longer work, and the
    /// person is told by mail. At the next sign-in a new one is set up.
    ResetSecondFactor {
        /// Mail address.
        email: String,
    },
}

/// Does it.
pub async fn run(config: &Config, options: Options) -> Result<(), Failure> {
    let database = open_known(config).await?;
    let alliance = which_alliance(&database, options.alliance.as_deref()).await?;
    let mut tx = database.write(alliance, Actor { account: None, name: "Kommandozeile".to_owned() }, now()).await?;
    match options.what {
        What::Invite { email, name, role } => {
            let new = NewAccount { email, name, role: role_of(&role)?, municipality: None };
            let account = create_account(&mut tx, &new).await?;
            print_link(config, tx, account, Purpose::Invitation).await?;
        }
        What::Link { email } => {
            let account = account_of(&mut tx, &email).await?;
            print_link(config, tx, account, Purpose::Recovery).await?;
        }
        What::Role { email, role } => {
            let role = role_of(&role)?;
            let account = account_of(&mut tx, &email).await?;
            give_role(&mut tx, account, role).await?;
            tx.commit().await?;
            println!("{email} is {} now; all sessions of the account have ended", role.word());
        }
        What::ResetSecondFactor { email } => {
            let account = account_of(&mut tx, &email).await?;
            reset_second_factor(&mut tx, &house::texts(&house::areas())?, account).await?;
            tx.commit().await?;
            println!("{email} sets up a new second factor at the next sign-in; all sessions of the account have ended");
        }
    }
    database.close().await;
    Ok(())
}

fn role_of(word: &str) -> Result<Role, Failure> {
    Role::from_word(word)
        .ok_or_else(|| Failure::usage(format!("{word:?} must be manager, chair, mayor, clerk, reader or admin")))
}

async fn account_of(tx: &mut Tx, email: &str) -> Result<Id, Failure> {
    find_account(tx, email).await?.ok_or_else(|| Failure::usage(format!("there is no account {email}")))
}

async fn print_link(config: &Config, mut tx: Tx, account: Id, purpose: Purpose) -> Result<(), Failure> {
    let token = one_time_link(&mut tx, account, purpose).await?;
    tx.commit().await?;
    println!("{}", sign_in_url(&config.settings()?, purpose, &token));
    Ok(())
}
