//! All SQL of the area.

use allmende_store::{Day, Id, StoreError, Tx, args};

use crate::model::{Clipping, MediumKind};

allmende_store::statements! {
    BETWEEN = "SELECT c.id, c.version, c.created_at, c.changed_at, c.trashed_at, c.archived_at, c.medium_id, c.published_on,
            c.precision, c.headline, c.page, c.link, c.summary, c.thread_id, m.name AS medium_name, m.kind AS medium_kind,
            t.title AS thread_title
        FROM clipping c JOIN medium m ON m.alliance_id = c.alliance_id AND m.id = c.medium_id
        LEFT JOIN thread t ON t.alliance_id = c.alliance_id AND t.id = c.thread_id AND t.trashed_at IS NULL
        WHERE c.alliance_id = $1 AND c.published_on >= $2 AND c.published_on <= $3 AND c.trashed_at IS NULL
        ORDER BY c.published_on, c.id";
    OF_MEDIUM = "SELECT id, version, created_at, changed_at, trashed_at, archived_at,
            medium_id, published_on, precision, headline, page, link, summary, thread_id
        FROM clipping WHERE alliance_id = $1 AND medium_id = $2 AND trashed_at IS NULL
        ORDER BY published_on DESC, id DESC LIMIT 10";
}

/// A clipping with the names that a citation needs. The medium's name is there even if the medium lies in the trash.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct CitedClipping {
    /// The clipping.
    #[sqlx(flatten)]
    pub clipping: Clipping,
    /// Name of its medium.
    pub medium_name: String,
    /// What its medium is.
    pub medium_kind: MediumKind,
    /// Title of its thread, if it has one.
    pub thread_title: Option<String>,
}

/// The clippings from `from` to `to`, both included, in time order. Those known to the month or year only count as
/// [`Clipping::appeared_between`] says. One statement.
pub async fn clippings_between(tx: &mut Tx, from: Day, to: Day) -> Result<Vec<CitedClipping>, StoreError> {
    // What is known to the year only is stored as the first day of that year.
    let earliest = Day(from.0.first_of_year());
    let mut clippings: Vec<CitedClipping> = tx.rows(BETWEEN, args![earliest, to]).await?;
    clippings.retain(|cited| cited.clipping.appeared_between(from, to));
    Ok(clippings)
}

/// The newest clippings of a medium.
pub(crate) async fn of_medium(tx: &mut Tx, medium: Id) -> Result<Vec<Clipping>, StoreError> {
    tx.rows(OF_MEDIUM, args![medium]).await
}
