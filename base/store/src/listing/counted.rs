//! A page of a list together with its counts and with what its rows show of other tables.

use super::{Listing, Text, columns, count_of};
use crate::record::Record;
use crate::tx::{BothRow, StoreError, Tx};

/// One page of a list, and how many rows there are.
#[derive(Clone, Debug)]
pub struct CountedPage<T, B> {
    /// The rows of the page, each with what stands beside it.
    pub rows: Vec<(T, B)>,
    /// How many rows the list has.
    pub found: usize,
    /// How many records in use there are without its filters.
    pub used: usize,
    /// How many put aside.
    pub aside: usize,
}

/// A row with the counts of its list.
#[derive(sqlx::FromRow)]
struct CountedRow<T, B> {
    #[sqlx(flatten)]
    record: T,
    #[sqlx(flatten)]
    beside: B,
    list_all: i64,
    list_aside: i64,
    list_found: i64,
}

/// A row with what stands beside it.
#[derive(sqlx::FromRow)]
struct RowBeside<T, B> {
    #[sqlx(flatten)]
    record: T,
    #[sqlx(flatten)]
    beside: B,
}

/// An expression over a list's record and joins, and the name it is read by. Constants of the program.
pub type SqlColumn = (&'static str, &'static str);

/// The columns of a record and those beside it.
fn columns_beside<T: Record>(beside: &[SqlColumn]) -> String {
    beside.iter().fold(columns::<T>("r."), |text, (expression, name)| format!("{text}, {expression} AS {name}"))
}

impl Tx {
    /// The records `offset + 1` to `offset + most` of a list with its counts, in one statement: each one is a way to the
    /// connection's thread and back. `everything` is the list without filters, put aside or not; `beside` has a
    /// column for each field of `B`. `None` where the page has no row to carry the counts:
    /// ask [`Tx::census`] and [`Tx::count`] then.
    pub async fn counted_page<T: Record, B: BothRow>(
        &mut self,
        everything: &Listing,
        listing: &Listing,
        beside: &[SqlColumn],
        offset: usize,
        most: usize,
    ) -> Result<Option<CountedPage<T, B>>, StoreError> {
        let mut text = Text::default();
        let columns = columns_beside::<T>(beside);
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
        let rows: Vec<CountedRow<T, B>> = self.rows_of(text.sql, text.args).await?;
        let Some(first) = rows.first() else { return Ok(None) };
        let (found, aside) = (count_of(first.list_found), count_of(first.list_aside));
        let used = count_of(first.list_all - first.list_aside);
        Ok(Some(CountedPage {
            rows: rows.into_iter().map(|row| (row.record, row.beside)).collect(),
            found,
            used,
            aside,
        }))
    }

    /// The records `offset + 1` to `offset + most` of a list with what stands beside them, as for [`Tx::counted_page`].
    pub async fn page_beside<T: Record, B: BothRow>(
        &mut self,
        listing: &Listing,
        beside: &[SqlColumn],
        offset: usize,
        most: usize,
    ) -> Result<Vec<(T, B)>, StoreError> {
        let mut text = Text::default();
        text.plain(&format!("SELECT {}", columns_beside::<T>(beside)));
        listing.source(T::KIND, &mut text);
        listing.order_by(&mut text);
        text.plain(&format!(" LIMIT {most} OFFSET {offset}"));
        let rows: Vec<RowBeside<T, B>> = self.rows_of(text.sql, text.args).await?;
        Ok(rows.into_iter().map(|row| (row.record, row.beside)).collect())
    }
}
