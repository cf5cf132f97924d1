//! All SQL of the area.

use std::collections::BTreeMap;

use allmende_store::{Id, StoreError, Tx, args};

use crate::model::{CostItem, Duty, ReceivedGrant};

allmende_store::statements! {
    COST_ITEMS = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, grant_id, position, label, planned_cents
        FROM cost_item WHERE alliance_id = $1 AND trashed_at IS NULL ORDER BY grant_id, position, id";
    DUTIES = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, grant_id, title, basis, due_on, done_on
        FROM duty WHERE alliance_id = $1 AND trashed_at IS NULL ORDER BY grant_id, due_on IS NULL, due_on, id";
    COST_ITEMS_OF = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, grant_id, position, label, planned_cents
        FROM cost_item WHERE alliance_id = $1 AND grant_id = $2 AND trashed_at IS NULL ORDER BY position, id";
    DUTIES_OF = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, grant_id, title, basis, due_on, done_on
        FROM duty WHERE alliance_id = $1 AND grant_id = $2 AND trashed_at IS NULL ORDER BY due_on IS NULL, due_on, id";
    DUTIES_OF_EACH = "SELECT id, version, created_at, changed_at, trashed_at, archived_at, grant_id, title, basis, due_on, done_on
        FROM duty WHERE alliance_id = $1 AND grant_id IN ({ids}) AND trashed_at IS NULL ORDER BY grant_id, due_on IS NULL, due_on, id";
    HIGHEST_POSITION = "SELECT COALESCE(MAX(position), 0) AS highest FROM cost_item WHERE alliance_id = $1 AND grant_id = $2";
    OPEN_DUTIES = "SELECT d.id, d.version, d.created_at, d.changed_at, d.trashed_at, d.archived_at,
            d.grant_id, d.title, d.basis, d.due_on, d.done_on, g.purpose AS grant_purpose
        FROM duty d JOIN received_grant g ON g.alliance_id = d.alliance_id AND g.id = d.grant_id
        WHERE d.alliance_id = $1 AND d.done_on IS NULL AND d.trashed_at IS NULL AND g.trashed_at IS NULL
        ORDER BY d.due_on IS NULL, d.due_on, d.id";
}

/// A grant with everything that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantWithParts {
    /// The grant.
    pub grant: ReceivedGrant,
    /// Its cost plan in order.
    pub cost_items: Vec<CostItem>,
    /// Its duties, the earliest deadline first, those without one last.
    pub duties: Vec<Duty>,
}

/// All grants with their cost plans and duties, the earliest notice first, those without one last. Three
/// statements, however many there are. A notice may lie before any reported period, so none is left out.
pub async fn grants(tx: &mut Tx) -> Result<Vec<GrantWithParts>, StoreError> {
    let mut grants: Vec<ReceivedGrant> = tx.all().await?;
    grants.sort_by_key(|grant| (grant.notice_on.is_none(), grant.notice_on, grant.head.id));
    let cost_items: Vec<CostItem> = tx.rows(COST_ITEMS, args![]).await?;
    let duties: Vec<Duty> = tx.rows(DUTIES, args![]).await?;
    let mut items_of: BTreeMap<Id, Vec<CostItem>> = BTreeMap::new();
    for item in cost_items {
        items_of.entry(item.grant_id).or_default().push(item);
    }
    let mut duties_of: BTreeMap<Id, Vec<Duty>> = BTreeMap::new();
    for duty in duties {
        duties_of.entry(duty.grant_id).or_default().push(duty);
    }
    Ok(grants
        .into_iter()
        .map(|grant| GrantWithParts {
            cost_items: items_of.remove(&grant.head.id).unwrap_or_default(),
            duties: duties_of.remove(&grant.head.id).unwrap_or_default(),
            grant,
        })
        .collect())
}

/// The cost plan of a grant in order.
pub async fn cost_plan(tx: &mut Tx, grant: Id) -> Result<Vec<CostItem>, StoreError> {
    tx.rows(COST_ITEMS_OF, args![grant]).await
}

/// The duties of a grant, the earliest deadline first, those without one last.
pub async fn duties(tx: &mut Tx, grant: Id) -> Result<Vec<Duty>, StoreError> {
    tx.rows(DUTIES_OF, args![grant]).await
}

/// The duties of each of these grants, the earliest deadline first, those without one last.
pub(crate) async fn duties_of(tx: &mut Tx, grants: Vec<Id>) -> Result<BTreeMap<Id, Vec<Duty>>, StoreError> {
    let mut by_grant: BTreeMap<Id, Vec<Duty>> = BTreeMap::new();
    for duty in tx.rows_for::<Duty>(DUTIES_OF_EACH, grants).await? {
        by_grant.entry(duty.grant_id).or_default().push(duty);
    }
    Ok(by_grant)
}

/// A duty with the grant it comes from.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct OpenDuty {
    /// The duty.
    #[sqlx(flatten)]
    pub duty: Duty,
    /// What its grant is for.
    pub grant_purpose: String,
}

/// The duties of all grants that are not done.
pub async fn open_duties(tx: &mut Tx) -> Result<Vec<OpenDuty>, StoreError> {
    tx.rows(OPEN_DUTIES, args![]).await
}

/// The place after the last line of a cost plan. Lines in the trash keep theirs.
pub(crate) async fn next_position(tx: &mut Tx, grant: Id) -> Result<i64, StoreError> {
    let highest: Option<(i64,)> = tx.row(HIGHEST_POSITION, args![grant]).await?;
    Ok(highest.map_or(0, |(highest,)| highest) + 1)
}
