//! Addresses of calendars. They are no records: the digest of a secret belongs into no archive and no history.

use allmende_store::{Actor, Database, Id, Moment, StoreError, Tx, args};

/// An address as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Feed {
    /// Names it.
    pub id: Id,
    /// What its owner calls it.
    pub label: String,
    /// The body whose meetings it shows; all without one.
    pub body_id: Option<Id>,
    /// When it was made.
    pub created_at: Moment,
    /// When a program fetched it last.
    pub used_at: Option<Moment>,
}

/// An address that a program fetches.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct FoundFeed {
    /// The alliance.
    pub alliance_id: Id,
    /// Names it.
    pub id: Id,
    /// The body whose meetings it shows.
    pub body_id: Option<Id>,
}

allmende_store::statements! {
    FEED_PUT = "INSERT INTO calendar_feed (alliance_id, id, account_id, body_id, label, digest, public, created_at, used_at, revoked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, NULL)";
    FEEDS_OF = "SELECT id, label, body_id, created_at, used_at FROM calendar_feed
        WHERE alliance_id = $1 AND account_id = $2 AND NOT public AND revoked_at IS NULL ORDER BY created_at, id";
    /// Of an account that still exists; whoever has no account any more has no calendar either.
    FEED_FIND across = "SELECT f.alliance_id, f.id, f.body_id FROM calendar_feed f
        JOIN account a ON a.alliance_id = f.alliance_id AND a.id = f.account_id
        WHERE f.digest = $1 AND f.revoked_at IS NULL AND a.disabled_at IS NULL AND a.role <> 'admin'";
    FEED_USED = "UPDATE calendar_feed SET used_at = $3 WHERE alliance_id = $1 AND id = $2";
    FEED_REVOKE = "UPDATE calendar_feed SET revoked_at = $4 WHERE alliance_id = $1 AND id = $2 AND account_id = $3 AND revoked_at IS NULL";
    PUBLIC_FEED = "SELECT id FROM calendar_feed WHERE alliance_id = $1 AND public AND revoked_at IS NULL";
    PUBLIC_REVOKE = "UPDATE calendar_feed SET revoked_at = $2 WHERE alliance_id = $1 AND public AND revoked_at IS NULL";
}

/// Makes an address; `digest` is that of its secret.
pub async fn create(tx: &mut Tx, account: Id, body: Option<Id>, label: &str, digest: &str) -> Result<(), StoreError> {
    let now = tx.now();
    tx.run(FEED_PUT, args![Id::new(now), Some(account), body, label, digest, false, now]).await.map(drop)
}

/// The addresses of an account.
pub async fn of(tx: &mut Tx, account: Id) -> Result<Vec<Feed>, StoreError> {
    tx.rows(FEEDS_OF, args![account]).await
}

/// The address with this digest, of whichever alliance; the transaction then works in it.
pub async fn find(tx: &mut Tx, digest: &str) -> Result<Option<FoundFeed>, StoreError> {
    let found: Option<FoundFeed> = tx.row(FEED_FIND, args![digest]).await?;
    if let Some(found) = &found {
        tx.enter(found.alliance_id);
    }
    Ok(found)
}

/// Notes that a program fetched it, so that its owner sees whether it is still in use.
pub async fn note_use(database: &Database, alliance: Id, id: Id, now: Moment) -> Result<(), StoreError> {
    let mut tx = database.write(alliance, Actor::default(), now).await?;
    tx.run(FEED_USED, args![id, now]).await?;
    tx.commit().await
}

/// Revokes an address of an account. Says whether there was one.
pub async fn revoke(tx: &mut Tx, id: Id, account: Id) -> Result<bool, StoreError> {
    let now = tx.now();
    Ok(tx.run(FEED_REVOKE, args![id, account, now]).await? > 0)
}

/// Whether the alliance publishes a calendar.
pub async fn is_published(tx: &mut Tx) -> Result<bool, StoreError> {
    Ok(tx.row::<(Id,)>(PUBLIC_FEED, Vec::new()).await?.is_some())
}

/// Begins or ends to publish one.
pub async fn publish(tx: &mut Tx, on: bool) -> Result<(), StoreError> {
    let now = tx.now();
    if !on {
        tx.run(PUBLIC_REVOKE, args![now]).await?;
    } else if !is_published(tx).await? {
        // Its address is no secret; the digest only keeps rows apart.
        let id = Id::new(now);
        let none = None::<Id>;
        tx.run(FEED_PUT, args![id, none, none, "", format!("public:{id}"), true, now]).await?;
    }
    Ok(())
}
