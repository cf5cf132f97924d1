//! A page of a list together with its counts.

use super::{Listing, Text, columns, count_of};
use crate::record::Record;
use crate::tx::{StoreError, Tx};

/// One page of a list, and how many rows there are.
#[derive(Clone, Debug)]
pub struct CountedPage<T> {
    /// The rows of the page.
    pub rows: Vec<T>,
    /// How many rows the list has.
    pub found: usize,
    /// How many records in use there are without its filters.
    pub used: usize,
    /// How many put aside.
    pub aside: usize,
}

/// A row with the counts of its list.
#[derive(sqlx::FromRow)]
struct CountedRow<T> {
    #[sqlx(flatten)]
    record: T,
    list_all: i64,
    list_aside: i64,
    list_found: i64,
}

impl Tx {
    /// The records `offset + 1` to `offset + most` of a list with its counts, in one statement: each one is a way to the
    /// connection's thread and back. `everything` is the list without filters, put aside or not. `None` where the page has
    /// no row to carry the counts: ask [`Tx::census`] and [`Tx::count`] then.
    pub async fn counted_page<T: Record>(
        &mut self,
        everything: &Listing,
        listing: &Listing,
        offset: usize,
        most: usize,
    ) -> Result<Option<CountedPage<T>>, StoreError> {
        let mut text = Text::default();
        let columns = columns::<T>("r.");
        text.plain(&format!("SELECT {columns}, list_all, list_aside, list_found FROM (SELECT COUNT(*) AS list_all, "));
        text.plain("COUNT(r.archived_at) AS list_aside");
        Listing { aside: None, ..everything.clone() }.source(T::KIND, &mut text);
        text.plain(") counts CROSS JOIN (SELECT COUNT(*) AS list_found");
        listing.source(T::KIND, &mut text);
        text.plain(") filtered CROSS JOIN ");
        let before = text.sql.len();
        listing.source(T::KIND, &mut text);
        // The source begins with its FROM.
        text.sql.replace_range(before..before + " FROM ".len(), "");
        listing.order_by(&mut text);
        text.plain(&format!(" LIMIT {most} OFFSET {offset}"));
        let rows: Vec<CountedRow<T>> = self.rows_of(text.sql, text.args).await?;
        let Some(first) = rows.first() else { return Ok(None) };
        let (found, aside) = (count_of(first.list_found), count_of(first.list_aside));
        let used = count_of(first.list_all - first.list_aside);
        Ok(Some(CountedPage { rows: rows.into_iter().map(|row| row.record).collect(), found, used, aside }))
    }
}
