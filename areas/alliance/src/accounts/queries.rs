//! The SQL of accounts.

use futures_util::future::BoxFuture;

use allmende_store::{Id, Moment, StoreError, Tx, args};
use allmende_web::access::{Flash, Principal, Role, Session, SignedIn};
use allmende_web::router::DEVICE_DAYS;
use allmende_web::session::IDLE_HOURS;
use jiff::SignedDuration;

use super::account::{Account, NewAccount};
use super::confirmations::Confirmation;
use super::links::Purpose;

allmende_store::statements! {
    // One statement for each request: session, account, role and alliance at once.
    SIGNED_IN across = "SELECT s.alliance_id, s.digest, s.csrf, s.flash, s.seen_at, s.account_id, a.name, a.role, a.municipality_id,
        a.language, a.theme, a.totp_secret IS NOT NULL AS has_second_factor, a.password_hash IS NOT NULL AS has_password, l.short_name, l.brand
        FROM session s
        JOIN account a ON a.alliance_id = s.alliance_id AND a.id = s.account_id
        JOIN alliance l ON l.alliance_id = s.alliance_id AND l.id = s.alliance_id
        WHERE s.digest = $1 AND s.ends_at > $2 AND s.seen_at > $3 AND a.disabled_at IS NULL";
    ACCOUNT_PUT = "INSERT INTO account (alliance_id, id, email, name, role, municipality_id, language, theme, password_hash,
        totp_secret, totp_pending, totp_step, failures, invited_at, disabled_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'de', 'auto', NULL, NULL, NULL, 0, 0, $7, NULL)";
    ACCOUNT_ALL = "SELECT alliance_id, id, email, name, role, municipality_id, language, theme,
        password_hash IS NOT NULL AS has_password, totp_secret IS NOT NULL AS has_second_factor, invited_at, disabled_at
        FROM account WHERE alliance_id = $1 ORDER BY name, id";
    ACCOUNT_GET = "SELECT alliance_id, id, email, name, role, municipality_id, language, theme,
        password_hash IS NOT NULL AS has_password, totp_secret IS NOT NULL AS has_second_factor, invited_at, disabled_at
        FROM account WHERE alliance_id = $1 AND id = $2";
    ACCOUNT_BY_EMAIL across = "SELECT alliance_id, id, email, name, role, municipality_id, language, theme,
        password_hash IS NOT NULL AS has_password, totp_secret IS NOT NULL AS has_second_factor, invited_at, disabled_at
        FROM account WHERE email = $1 AND disabled_at IS NULL ORDER BY alliance_id, id";
    SECRETS_GET = "SELECT password_hash, totp_secret, totp_pending, failures FROM account WHERE alliance_id = $1 AND id = $2";
    PASSWORD_SET = "UPDATE account SET password_hash = $3, failures = 0 WHERE alliance_id = $1 AND id = $2";
    FAILURE_ADD = "UPDATE account SET failures = failures + 1 WHERE alliance_id = $1 AND id = $2";
    FAILURES_DROP = "UPDATE account SET failures = 0 WHERE alliance_id = $1 AND id = $2";
    PENDING_SET = "UPDATE account SET totp_pending = $3 WHERE alliance_id = $1 AND id = $2";
    FACTOR_SET = "UPDATE account SET totp_secret = totp_pending, totp_pending = NULL, totp_step = $3 WHERE alliance_id = $1 AND id = $2";
    STEP_SET = "UPDATE account SET totp_step = $3 WHERE alliance_id = $1 AND id = $2 AND totp_step < $3";
    // Only from the role that was seen, so that a change in between is not overwritten.
    ROLE_SET = "UPDATE account SET role = $3, municipality_id = $4 WHERE alliance_id = $1 AND id = $2 AND role = $5";
    FACTOR_DROP = "UPDATE account SET totp_secret = NULL, totp_pending = NULL, totp_step = 0 WHERE alliance_id = $1 AND id = $2";
    CODE_PUT = "INSERT INTO recovery_code (alliance_id, account_id, digest, used_at) VALUES ($1, $2, $3, NULL)";
    CODE_USE = "UPDATE recovery_code SET used_at = $4 WHERE alliance_id = $1 AND account_id = $2 AND digest = $3 AND used_at IS NULL";
    CODE_DROP = "DELETE FROM recovery_code WHERE alliance_id = $1 AND account_id = $2";
    CODE_LEFT = "SELECT COUNT(*) FROM recovery_code WHERE alliance_id = $1 AND account_id = $2 AND used_at IS NULL";
    DEVICE_PUT = "INSERT INTO known_device (alliance_id, account_id, digest, seen_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (alliance_id, account_id, digest) DO UPDATE SET seen_at = excluded.seen_at";
    DEVICE_ACCOUNTS across = "SELECT account_id FROM known_device WHERE digest = $1";
    DEVICE_DROP = "DELETE FROM known_device WHERE alliance_id = $1 AND account_id = $2";
    SIGNED_IN_ACCOUNTS = "SELECT DISTINCT account_id FROM session WHERE alliance_id = $1";
    CONFIRMATION_PUT = "INSERT INTO confirmation (alliance_id, id, kind, account_id, role, municipality_id, seen_role, proposed_by, proposed_at, ends_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    CONFIRMATION_REPLACE = "DELETE FROM confirmation WHERE alliance_id = $1 AND account_id = $2 AND kind = $3";
    CONFIRMATION_ALL = "SELECT id, kind, account_id, role, municipality_id, seen_role, proposed_by, proposed_at, ends_at
        FROM confirmation WHERE alliance_id = $1 AND ends_at > $2 ORDER BY id";
    CONFIRMATION_GET = "SELECT id, kind, account_id, role, municipality_id, seen_role, proposed_by, proposed_at, ends_at
        FROM confirmation WHERE alliance_id = $1 AND id = $2 AND ends_at > $3";
    CONFIRMATION_DROP = "DELETE FROM confirmation WHERE alliance_id = $1 AND id = $2";
    LINK_OLD across = "DELETE FROM account_link WHERE ends_at < $1";
    STEP_OLD across = "DELETE FROM sign_in_step WHERE ends_at < $1";
    CONFIRMATION_OLD across = "DELETE FROM confirmation WHERE ends_at < $1";
    DEVICE_OLD across = "DELETE FROM known_device WHERE seen_at < $1";
    DISABLED_SET = "UPDATE account SET disabled_at = $3 WHERE alliance_id = $1 AND id = $2";
    LANGUAGE_SET = "UPDATE account SET language = $3 WHERE alliance_id = $1 AND id = $2";
    THEME_SET = "UPDATE account SET theme = $3 WHERE alliance_id = $1 AND id = $2";
    LINK_PUT = "INSERT INTO account_link (alliance_id, digest, account_id, purpose, ends_at, used_at) VALUES ($1, $2, $3, $4, $5, NULL)";
    LINK_DROP = "DELETE FROM account_link WHERE alliance_id = $1 AND account_id = $2";
    LINK_FIND across = "SELECT l.alliance_id, l.account_id, l.purpose, a.name, a.email FROM account_link l
        JOIN account a ON a.alliance_id = l.alliance_id AND a.id = l.account_id
        WHERE l.digest = $1 AND l.used_at IS NULL AND l.ends_at > $2 AND a.disabled_at IS NULL";
    LINK_USED = "UPDATE account_link SET used_at = $3 WHERE alliance_id = $1 AND digest = $2 AND used_at IS NULL";
    STEP_PUT = "INSERT INTO sign_in_step (alliance_id, digest, account_id, ends_at) VALUES ($1, $2, $3, $4)";
    STEP_FIND across = "SELECT alliance_id, account_id FROM sign_in_step WHERE digest = $1 AND ends_at > $2";
    STEP_DROP = "DELETE FROM sign_in_step WHERE alliance_id = $1 AND account_id = $2";
    ALLIANCE_COUNT across = "SELECT COUNT(*) FROM alliance WHERE 1 = $1";
}

#[derive(sqlx::FromRow)]
struct SignedInRow {
    alliance_id: Id,
    digest: String,
    csrf: String,
    flash: Option<String>,
    seen_at: Moment,
    account_id: Id,
    name: String,
    role: Role,
    municipality_id: Option<Id>,
    language: String,
    theme: String,
    has_second_factor: bool,
    has_password: bool,
    short_name: String,
    brand: String,
}

fn before(now: Moment, span: SignedDuration) -> Moment {
    Moment::new(now.0.saturating_sub(span).unwrap_or(now.0))
}

fn after(now: Moment, span: SignedDuration) -> Moment {
    Moment::new(now.0.saturating_add(span).unwrap_or(now.0))
}

/// Finds the person behind a session. The house calls it once for each request.
pub fn lookup<'a>(tx: &'a mut Tx, digest: &'a str) -> BoxFuture<'a, Result<Option<SignedIn>, StoreError>> {
    Box::pin(async move {
        let now = tx.now();
        let idle = before(now, SignedDuration::from_hours(IDLE_HOURS));
        let Some(row) = tx.row::<SignedInRow>(SIGNED_IN, args![digest, now, idle]).await? else { return Ok(None) };
        Ok(Some(SignedIn {
            principal: Principal {
                account: row.account_id,
                alliance: row.alliance_id,
                alliance_name: row.short_name,
                brand: row.brand,
                name: row.name,
                role: row.role,
                municipality: row.municipality_id,
                language: row.language,
                theme: row.theme,
                // Who came in by a one-time link of the demonstration has no password to protect yet.
                must_enrol: row.role.needs_second_factor() && row.has_password && !row.has_second_factor,
            },
            session: Session {
                digest: row.digest,
                csrf: row.csrf,
                flash: row.flash.and_then(|text| serde_json::from_str::<Flash>(&text).ok()),
                stale: row.seen_at < before(now, SignedDuration::from_mins(5)),
            },
        }))
    })
}

/// What proves an account.
#[derive(Clone, sqlx::FromRow)]
pub(super) struct Secrets {
    pub(super) password_hash: Option<String>,
    pub(super) totp_secret: Option<String>,
    pub(super) totp_pending: Option<String>,
    pub(super) failures: i64,
}

/// A one-time link that still works.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Link {
    pub(super) alliance_id: Id,
    pub(super) account_id: Id,
    pub(super) purpose: Purpose,
    pub(super) name: String,
    pub(super) email: String,
}

pub(super) async fn insert(tx: &mut Tx, id: Id, new: &NewAccount) -> Result<(), StoreError> {
    let now = tx.now();
    let email = new.email.to_lowercase();
    tx.run(ACCOUNT_PUT, args![id, email, &new.name, new.role, new.municipality, now]).await.map(drop)
}

pub(super) async fn all(tx: &mut Tx) -> Result<Vec<Account>, StoreError> {
    tx.rows(ACCOUNT_ALL, Vec::new()).await
}

pub(super) async fn get(tx: &mut Tx, id: Id) -> Result<Option<Account>, StoreError> {
    tx.row(ACCOUNT_GET, args![id]).await
}

pub(super) async fn by_email(tx: &mut Tx, email: &str) -> Result<Vec<Account>, StoreError> {
    tx.rows(ACCOUNT_BY_EMAIL, args![email.to_lowercase()]).await
}

pub(super) async fn secrets(tx: &mut Tx, id: Id) -> Result<Secrets, StoreError> {
    tx.row(SECRETS_GET, args![id]).await?.ok_or(StoreError::NotFound)
}

pub(super) async fn set_password(tx: &mut Tx, id: Id, hash: &str) -> Result<(), StoreError> {
    tx.run(PASSWORD_SET, args![id, hash]).await?;
    // Links and half sign-ins from before must not outlive a new password.
    tx.run(LINK_DROP, args![id]).await?;
    tx.run(STEP_DROP, args![id]).await.map(drop)
}

/// Counts a failed try.
pub(super) async fn count_failure(tx: &mut Tx, id: Id) -> Result<(), StoreError> {
    tx.run(FAILURE_ADD, args![id]).await.map(drop)
}

/// Forgets failed tries. Only for whoever proved everything: a right password alone must not refill the tries at codes.
pub(super) async fn forget_failures(tx: &mut Tx, id: Id) -> Result<(), StoreError> {
    tx.run(FAILURES_DROP, args![id]).await.map(drop)
}

pub(super) async fn set_pending(tx: &mut Tx, id: Id, secret: &str) -> Result<(), StoreError> {
    tx.run(PENDING_SET, args![id, secret]).await.map(drop)
}

pub(super) async fn set_factor(tx: &mut Tx, id: Id, step: i64) -> Result<(), StoreError> {
    tx.run(FACTOR_SET, args![id, step]).await.map(drop)
}

/// Takes a step of the second factor. False if it was used before: a code works once.
pub(super) async fn take_step(tx: &mut Tx, id: Id, step: i64) -> Result<bool, StoreError> {
    Ok(tx.run(STEP_SET, args![id, step]).await? == 1)
}

/// Changes the role from `seen`. False if it is another one by now.
pub(super) async fn set_role(
    tx: &mut Tx,
    id: Id,
    seen: Role,
    role: Role,
    municipality: Option<Id>,
) -> Result<bool, StoreError> {
    Ok(tx.run(ROLE_SET, args![id, role, municipality, seen]).await? == 1)
}

/// Takes the second factor away with everything that stood on it.
pub(super) async fn drop_factor(tx: &mut Tx, id: Id) -> Result<(), StoreError> {
    tx.run(FACTOR_DROP, args![id]).await?;
    tx.run(CODE_DROP, args![id]).await?;
    tx.run(DEVICE_DROP, args![id]).await?;
    tx.run(STEP_DROP, args![id]).await.map(drop)
}

pub(super) async fn put_code(tx: &mut Tx, account: Id, digest: &str) -> Result<(), StoreError> {
    tx.run(CODE_PUT, args![account, digest]).await.map(drop)
}

pub(super) async fn drop_codes(tx: &mut Tx, account: Id) -> Result<(), StoreError> {
    tx.run(CODE_DROP, args![account]).await.map(drop)
}

/// Uses a recovery code up. False if it is none of this account's, or was used.
pub(super) async fn use_code(tx: &mut Tx, account: Id, digest: &str) -> Result<bool, StoreError> {
    let now = tx.now();
    Ok(tx.run(CODE_USE, args![account, digest, now]).await? == 1)
}

pub(super) async fn codes_left(tx: &mut Tx, account: Id) -> Result<i64, StoreError> {
    let row: Option<(i64,)> = tx.row(CODE_LEFT, args![account]).await?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Notes that an account signed in with a browser.
pub(super) async fn know_device(tx: &mut Tx, account: Id, digest: &str) -> Result<(), StoreError> {
    let now = tx.now();
    tx.run(DEVICE_PUT, args![account, digest, now]).await.map(drop)
}

pub(super) async fn accounts_of_device(tx: &mut Tx, digest: &str) -> Result<Vec<Id>, StoreError> {
    let rows: Vec<(Id,)> = tx.rows(DEVICE_ACCOUNTS, args![digest]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The accounts that are signed in somewhere.
pub(super) async fn signed_in(tx: &mut Tx) -> Result<Vec<Id>, StoreError> {
    let rows: Vec<(Id,)> = tx.rows(SIGNED_IN_ACCOUNTS, Vec::new()).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub(super) async fn put_confirmation(tx: &mut Tx, one: &Confirmation) -> Result<(), StoreError> {
    // A second proposal for the same account replaces the first.
    tx.run(CONFIRMATION_REPLACE, args![one.account_id, one.kind]).await?;
    let values = args![
        one.id,
        one.kind,
        one.account_id,
        one.role,
        one.municipality_id,
        one.seen_role,
        one.proposed_by,
        one.proposed_at,
        one.ends_at
    ];
    tx.run(CONFIRMATION_PUT, values).await.map(drop)
}

pub(super) async fn confirmations(tx: &mut Tx) -> Result<Vec<Confirmation>, StoreError> {
    let now = tx.now();
    tx.rows(CONFIRMATION_ALL, args![now]).await
}

pub(super) async fn confirmation(tx: &mut Tx, id: Id) -> Result<Option<Confirmation>, StoreError> {
    let now = tx.now();
    tx.row(CONFIRMATION_GET, args![id, now]).await
}

/// Takes a confirmation out. False if somebody else did so a moment before.
pub(super) async fn drop_confirmation(tx: &mut Tx, id: Id) -> Result<bool, StoreError> {
    Ok(tx.run(CONFIRMATION_DROP, args![id]).await? == 1)
}

/// Deletes what has run out, in all alliances. The schedule calls it.
pub async fn sweep(tx: &mut Tx) -> Result<(), StoreError> {
    let now = tx.now();
    tx.run(LINK_OLD, args![now]).await?;
    tx.run(STEP_OLD, args![now]).await?;
    tx.run(CONFIRMATION_OLD, args![now]).await?;
    let forgotten = before(now, SignedDuration::from_hours(DEVICE_DAYS * 24));
    tx.run(DEVICE_OLD, args![forgotten]).await.map(drop)
}

pub(super) async fn set_disabled(tx: &mut Tx, id: Id, at: Option<Moment>) -> Result<(), StoreError> {
    tx.run(DISABLED_SET, args![id, at]).await.map(drop)
}

pub(super) async fn set_language(tx: &mut Tx, id: Id, language: &str) -> Result<(), StoreError> {
    tx.run(LANGUAGE_SET, args![id, language]).await.map(drop)
}

pub(super) async fn set_theme(tx: &mut Tx, id: Id, theme: &str) -> Result<(), StoreError> {
    tx.run(THEME_SET, args![id, theme]).await.map(drop)
}

pub(super) async fn put_link(tx: &mut Tx, digest: &str, account: Id, purpose: Purpose) -> Result<(), StoreError> {
    let ends = after(tx.now(), purpose.lifetime());
    tx.run(LINK_PUT, args![digest, account, purpose, ends]).await.map(drop)
}

pub(super) async fn find_link(tx: &mut Tx, digest: &str) -> Result<Option<Link>, StoreError> {
    let now = tx.now();
    tx.row(LINK_FIND, args![digest, now]).await
}

/// Uses a link up. False if somebody else did so a moment before.
pub(super) async fn use_link(tx: &mut Tx, digest: &str) -> Result<bool, StoreError> {
    let now = tx.now();
    Ok(tx.run(LINK_USED, args![digest, now]).await? == 1)
}

pub(super) async fn put_step(tx: &mut Tx, digest: &str, account: Id) -> Result<(), StoreError> {
    let ends = after(tx.now(), SignedDuration::from_mins(10));
    tx.run(STEP_PUT, args![digest, account, ends]).await.map(drop)
}

pub(super) async fn find_step(tx: &mut Tx, digest: &str) -> Result<Option<(Id, Id)>, StoreError> {
    let now = tx.now();
    tx.row(STEP_FIND, args![digest, now]).await
}

pub(super) async fn drop_steps(tx: &mut Tx, account: Id) -> Result<(), StoreError> {
    tx.run(STEP_DROP, args![account]).await.map(drop)
}

pub(super) async fn count_alliances(tx: &mut Tx) -> Result<i64, StoreError> {
    let row: Option<(i64,)> = tx.row(ALLIANCE_COUNT, args![1_i64]).await?;
    Ok(row.map_or(0, |(count,)| count))
}
