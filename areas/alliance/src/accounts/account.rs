//! An account and how it comes into being.

use allmende_store::{Id, Moment, StoreError, Tx, digest};
use allmende_web::access::Role;
use allmende_web::app::Settings;
use allmende_web::session;

use super::links::Purpose;
use super::queries;

/// An account. Secrets are not part of it, so it can be shown and logged.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Account {
    /// The alliance.
    pub alliance_id: Id,
    /// Its id.
    pub id: Id,
    /// Mail address; names the account at sign-in.
    pub email: String,
    /// Name of the person.
    pub name: String,
    /// What the person is.
    pub role: Role,
    /// The municipality the person speaks for.
    pub municipality_id: Option<Id>,
    /// `de` or `en`.
    pub language: String,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// Whether a password is set.
    pub has_password: bool,
    /// Whether the second factor is set up.
    pub has_second_factor: bool,
    /// When it was invited.
    pub invited_at: Moment,
    /// Blocked since.
    pub disabled_at: Option<Moment>,
}

/// What a new account needs.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Mail address.
    pub email: String,
    /// Name of the person.
    pub name: String,
    /// What the person is.
    pub role: Role,
    /// The municipality the person speaks for.
    pub municipality: Option<Id>,
}

/// Stores an account without a password; a one-time link lets the person in to set one.
pub async fn create_account(tx: &mut Tx, new: &NewAccount) -> Result<Id, StoreError> {
    let id = Id::new(tx.now());
    queries::insert(tx, id, new).await?;
    tx.note_event("account", &format!("{} ({})", new.name, new.role.word())).await?;
    Ok(id)
}

/// A link that works once, until it ends. Only its digest is stored.
pub async fn one_time_link(tx: &mut Tx, account: Id, purpose: Purpose) -> Result<String, StoreError> {
    let token = session::secret();
    queries::put_link(tx, &digest(token.as_bytes()), account, purpose).await?;
    Ok(token)
}

/// The address of a one-time link.
pub fn sign_in_url(settings: &Settings, purpose: Purpose, token: &str) -> String {
    let path = match purpose {
        Purpose::SignIn => "/anmelden/link",
        Purpose::Invitation | Purpose::Recovery => "/konto/link",
    };
    format!("{}{path}/{token}", settings.public_url)
}

/// The account with this mail address in the alliance of the transaction.
pub async fn find_account(tx: &mut Tx, email: &str) -> Result<Option<Id>, StoreError> {
    Ok(queries::all(tx)
        .await?
        .into_iter()
        .find(|account| account.email == email.to_lowercase())
        .map(|account| account.id))
}

/// Gives an account another role and ends its sessions. For the command line: in the browser see `confirmations`.
pub async fn give_role(tx: &mut Tx, id: Id, role: Role) -> Result<(), StoreError> {
    let account = queries::get(tx, id).await?.ok_or(StoreError::NotFound)?;
    if !queries::set_role(tx, id, account.role, role, account.municipality_id).await? {
        return Err(StoreError::Conflict);
    }
    session::end_others(tx, id, "").await?;
    tx.note_event("account", &format!("{} ({})", account.name, role.word())).await
}

/// The mail addresses of all accounts in the alliance of the transaction, by name.
pub async fn all_emails(tx: &mut Tx) -> Result<Vec<String>, StoreError> {
    Ok(queries::all(tx).await?.into_iter().map(|account| account.email).collect())
}
