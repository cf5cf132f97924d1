//! Sessions: a random token in the cookie, its digest in the database.

use allmende_store::{Id, MigrationText, Moment, StoreError, Tx, args, digest};

use crate::access::Flash;

/// The tables of this crate.
pub const MIGRATIONS: &[MigrationText] =
    &[MigrationText { version: 10, name: "sessions", sql: include_str!("../migrations/0010_sessions.sql") }];

/// A session ends after this many hours without use.
pub const IDLE_HOURS: i64 = 12;
/// A session ends after this many days in any case.
pub const LONGEST_DAYS: i64 = 14;

allmende_store::statements! {
    SESSION_PUT = "INSERT INTO session (alliance_id, digest, account_id, csrf, flash, client, created_at, seen_at, ends_at)
        VALUES ($1, $2, $3, $4, NULL, $5, $6, $6, $7)";
    SESSION_SEEN = "UPDATE session SET seen_at = $3 WHERE alliance_id = $1 AND digest = $2";
    SESSION_FLASH = "UPDATE session SET flash = $3 WHERE alliance_id = $1 AND digest = $2";
    SESSION_END = "DELETE FROM session WHERE alliance_id = $1 AND digest = $2";
    SESSION_END_ALL = "DELETE FROM session WHERE alliance_id = $1 AND account_id = $2 AND digest <> $3";
    SESSION_LIST = "SELECT digest, client, created_at, seen_at FROM session WHERE alliance_id = $1 AND account_id = $2 ORDER BY seen_at DESC";
    SESSION_OLD across = "DELETE FROM session WHERE ends_at < $1 OR seen_at < $2";
    KEY_FIND = "SELECT location FROM form_key WHERE alliance_id = $1 AND form_key = $2";
    KEY_PUT = "INSERT INTO form_key (alliance_id, form_key, account_id, location, created_at) VALUES ($1, $2, $3, $4, $5)";
    KEY_OLD across = "DELETE FROM form_key WHERE created_at < $1";
}

/// A line of a person's list of sessions.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SessionLine {
    /// The digest; names the session in a form that ends it.
    pub digest: String,
    /// Browser and system, as far as the browser says.
    pub client: String,
    /// When it began.
    pub created_at: Moment,
    /// When it was last used.
    pub seen_at: Moment,
}

/// A fresh secret of 256 bits as text that fits into addresses and cookies.
pub fn secret() -> String {
    let mut bytes = [0_u8; 32];
    // The operating system's source does not fail on a running system; if it did, no secret may be made.
    if getrandom::fill(&mut bytes).is_err() {
        tracing::error!("the system gives no randomness");
        std::process::exit(70);
    }
    data_encoding::BASE64URL_NOPAD.encode(&bytes)
}

/// What a browser says of itself, shortened to what helps to recognise it.
pub fn client_words(agent: &str) -> String {
    let browser = ["Firefox", "Edg", "Chrome", "Safari", "curl"].into_iter().find(|name| agent.contains(name));
    let system =
        ["Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux"].into_iter().find(|name| agent.contains(name));
    let words: Vec<&str> =
        browser.into_iter().map(|name| if name == "Edg" { "Edge" } else { name }).chain(system).collect();
    if words.is_empty() { "–".to_owned() } else { words.join(", ") }
}

/// Begins a session and gives the token for the cookie.
pub async fn begin(tx: &mut Tx, account: Id, agent: &str) -> Result<String, StoreError> {
    let token = secret();
    let now = tx.now();
    let end = Moment::new(now.0.saturating_add(jiff::SignedDuration::from_hours(24 * LONGEST_DAYS)).unwrap_or(now.0));
    tx.run(SESSION_PUT, args![digest(token.as_bytes()), account, secret(), client_words(agent), now, end]).await?;
    Ok(token)
}

/// Notes that a session was used.
pub async fn seen(tx: &mut Tx, session: &str) -> Result<(), StoreError> {
    let now = tx.now();
    tx.run(SESSION_SEEN, args![session, now]).await.map(drop)
}

/// Ends one session.
pub async fn end(tx: &mut Tx, session: &str) -> Result<(), StoreError> {
    tx.run(SESSION_END, args![session]).await.map(drop)
}

/// Ends all sessions of an account but one (give an empty word to end all).
pub async fn end_others(tx: &mut Tx, account: Id, keep: &str) -> Result<(), StoreError> {
    tx.run(SESSION_END_ALL, args![account, keep]).await.map(drop)
}

/// The sessions of an account, newest use first.
pub async fn list(tx: &mut Tx, account: Id) -> Result<Vec<SessionLine>, StoreError> {
    tx.rows(SESSION_LIST, args![account]).await
}

/// Sets or clears what the next page says.
pub async fn set_flash(tx: &mut Tx, session: &str, flash: Option<&Flash>) -> Result<(), StoreError> {
    let text = flash.map(serde_json::to_string).transpose()?;
    tx.run(SESSION_FLASH, args![session, text]).await.map(drop)
}

/// Where the form with this key led when it was first stored.
pub async fn stored_form(tx: &mut Tx, key: &str) -> Result<Option<String>, StoreError> {
    let row: Option<(String,)> = tx.row(KEY_FIND, args![key]).await?;
    Ok(row.map(|(location,)| location))
}

/// Notes that a form was stored, and where it led.
pub async fn store_form(tx: &mut Tx, key: &str, location: &str) -> Result<(), StoreError> {
    let now = tx.now();
    let account = tx.actor().account;
    tx.run(KEY_PUT, args![key, account, location, now]).await.map(drop)
}

/// Deletes what has run out, in all alliances. The schedule calls it.
pub async fn sweep(tx: &mut Tx) -> Result<(), StoreError> {
    let now = tx.now();
    let ago = |hours: i64| Moment::new(now.0.saturating_sub(jiff::SignedDuration::from_hours(hours)).unwrap_or(now.0));
    tx.run(SESSION_OLD, args![now, ago(IDLE_HOURS)]).await?;
    tx.run(KEY_OLD, args![ago(72)]).await?;
    Ok(())
}
