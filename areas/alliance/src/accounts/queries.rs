//! The SQL of accounts.

use futures_util::future::BoxFuture;

use allmende_store::{Id, Moment, StoreError, Tx, args};
use allmende_web::access::{Flash, Principal, Role, Session, SignedIn};
use allmende_web::session::IDLE_HOURS;
use jiff::SignedDuration;

use super::account::{Account, NewAccount};
use super::links::Purpose;

allmende_store::statements! {
    // One statement for each request: session, account, role and alliance at once.
    SIGNED_IN across = "SELECT s.alliance_id, s.digest, s.csrf, s.flash, s.seen_at, s.account_id, a.name, a.role, a.municipality_id,
        a.language, a.theme, a.totp_secret IS NOT NULL AS has_second_factor, a.password_hash IS NOT NULL AS has_password, l.short_name
        FROM session s
        JOIN account a ON a.alliance_id = s.alliance_id AND a.id = s.account_id
        JOIN alliance l ON l.alliance_id = s.alliance_id AND l.id = s.alliance_id
        WHERE s.digest = $1 AND s.ends_at > $2 AND s.seen_at > $3 AND a.disabled_at IS NULL";
    ACCOUNT_PUT = "INSERT INTO account (alliance_id, id, email, name, role, municipality_id, language, theme, password_hash,
        totp_secret, totp_pending, totp_step, failures, blocked_until, invited_at, disabled_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'de', 'auto', NULL, NULL, NULL, 0, 0, NULL, $7, NULL)";
    ACCOUNT_ALL = "SELECT alliance_id, id, email, name, role, municipality_id, language, theme,
        password_hash IS NOT NULL AS has_password, totp_secret IS NOT NULL AS has_second_factor, invited_at, disabled_at
        FROM account WHERE alliance_id = $1 ORDER BY name, id";
    ACCOUNT_GET = "SELECT alliance_id, id, email, name, role, municipality_id, language, theme,
        password_hash IS NOT NULL AS has_password, totp_secret IS NOT NULL AS has_second_factor, invited_at, disabled_at
        FROM account WHERE alliance_id = $1 AND id = $2";
    ACCOUNT_BY_EMAIL across = "SELECT alliance_id, id, email, name, role, municipality_id, language, theme,
        password_hash IS NOT NULL AS has_password, totp_secret IS NOT NULL AS has_second_factor, invited_at, disabled_at
        FROM account WHERE email = $1 AND disabled_at IS NULL ORDER BY alliance_id, id";
    SECRETS_GET = "SELECT password_hash, totp_secret, totp_pending, failures, blocked_until FROM account WHERE alliance_id = $1 AND id = $2";
    PASSWORD_SET = "UPDATE account SET password_hash = $3, failures = 0, blocked_until = NULL WHERE alliance_id = $1 AND id = $2";
    FAILURES_SET = "UPDATE account SET failures = $3, blocked_until = $4 WHERE alliance_id = $1 AND id = $2";
    PENDING_SET = "UPDATE account SET totp_pending = $3 WHERE alliance_id = $1 AND id = $2";
    FACTOR_SET = "UPDATE account SET totp_secret = totp_pending, totp_pending = NULL, totp_step = $3 WHERE alliance_id = $1 AND id = $2";
    STEP_SET = "UPDATE account SET totp_step = $3 WHERE alliance_id = $1 AND id = $2 AND totp_step < $3";
    ROLE_SET = "UPDATE account SET role = $3, municipality_id = $4 WHERE alliance_id = $1 AND id = $2";
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
    pub(super) blocked_until: Option<Moment>,
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

/// Counts a failed try; from the fifth on the account rests, longer each time, at most a quarter of an hour,
/// so that nobody can lock another person out for long.
pub(super) async fn count_failure(tx: &mut Tx, id: Id, failures: i64) -> Result<(), StoreError> {
    let rest = match failures {
        0..=3 => None,
        4..=9 => Some(SignedDuration::from_secs(30)),
        10..=19 => Some(SignedDuration::from_mins(5)),
        _ => Some(SignedDuration::from_mins(15)),
    };
    let until = rest.map(|span| after(tx.now(), span));
    tx.run(FAILURES_SET, args![id, failures + 1, until]).await.map(drop)
}

pub(super) async fn forget_failures(tx: &mut Tx, id: Id) -> Result<(), StoreError> {
    tx.run(FAILURES_SET, args![id, 0_i64, None::<Moment>]).await.map(drop)
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

pub(super) async fn set_role(tx: &mut Tx, id: Id, role: Role, municipality: Option<Id>) -> Result<(), StoreError> {
    tx.run(ROLE_SET, args![id, role, municipality]).await.map(drop)
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
