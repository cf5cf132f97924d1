//! Lists of one kind of record: filtered, sorted, counted and cut into pages by the database.
//!
//! A kind says which joins, conditions and orders its list has, in pieces of SQL that are constants of the program. The
//! values in them are bound. [`Tx::page`] puts the pieces together; the record is `r` in all of them.

mod counted;

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::fold::fold;
use crate::index::TimelineItem;
use crate::record::{HEAD, Record};
use crate::statement::{Arg, Statement};
use crate::tx::{BothRow, StoreError, Tx};
use crate::types::Id;

pub use counted::{CountedPage, SqlColumn};

/// Stands in a statement for the ids that [`Tx::rows_for`] binds.
pub(crate) const IDS: &str = "{ids}";

/// How many ids one statement names at most.
const MOST_IDS: usize = 500;

crate::statements! {
    LINES = "SELECT record_id, kind, title, summary, on_day, day_precision, parent_id, trashed_at
        FROM record_index WHERE alliance_id = $1 AND record_id IN ({ids})";
    OPEN_LINES = "SELECT record_id, kind, title, summary, on_day, day_precision, parent_id, trashed_at
        FROM record_index WHERE alliance_id = $1 AND record_id IN ({ids}) AND NOT confidential";
}

/// A piece of SQL with the values for its question marks. The text is a constant, so nothing typed becomes SQL.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sql {
    text: String,
    args: Vec<Arg>,
}

impl Sql {
    /// A piece; each `?` stands for one of `args`.
    pub fn new(text: &'static str, args: Vec<Arg>) -> Self {
        Self { text: text.to_owned(), args }
    }

    /// True if one of the pieces is; false if there is none.
    pub fn any(pieces: Vec<Self>) -> Self {
        if pieces.is_empty() {
            return Self::new("1 = 0", Vec::new());
        }
        let texts: Vec<String> = pieces.iter().map(|piece| format!("({})", piece.text)).collect();
        Self {
            text: format!("({})", texts.join(" OR ")),
            args: pieces.into_iter().flat_map(|piece| piece.args).collect(),
        }
    }

    /// `column` equals a value.
    pub fn equals(column: &'static str, value: Arg) -> Self {
        Self { text: format!("{column} = ?"), args: vec![value] }
    }

    /// It lies between two values, both included.
    pub fn between(&self, low: Arg, high: Arg) -> Self {
        let mut args = self.args.clone();
        args.extend([low, high]);
        Self { text: format!("{} BETWEEN ? AND ?", self.text), args }
    }

    /// `condition` has one question mark behind a `LIKE … ESCAPE '\'`: it gets `word` as something contained.
    pub fn contains(condition: &'static str, word: &str) -> Self {
        let mut pattern = String::from("%");
        for c in fold(word).chars() {
            if matches!(c, '%' | '_' | '\\') {
                pattern.push('\\');
            }
            pattern.push(c);
        }
        pattern.push('%');
        Self { text: condition.to_owned(), args: vec![Arg::Text(Some(pattern))] }
    }

    /// The place of a value among `words`; NULL for others.
    pub fn place(&self, words: &[&str]) -> Self {
        if words.is_empty() {
            return Self::new("NULL", Vec::new());
        }
        let mut text = format!("CASE {}", self.text);
        for place in 0..words.len() {
            let _ = write!(text, " WHEN ? THEN {place}");
        }
        text.push_str(" END");
        let mut args = self.args.clone();
        args.extend(words.iter().map(|word| Arg::Text(Some((*word).to_owned()))));
        Self { text, args }
    }
}

/// What a list is sorted by. Rows without a value stand last in both directions.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Days, instants, numbers.
    Value(Sql),
    /// Words: DIN 5007-1.
    Words(Sql),
    /// Names of persons: DIN 5007-2.
    Names(Sql),
}

impl Order {
    /// The piece of SQL behind it.
    pub fn sql(&self) -> &Sql {
        match self {
            Self::Value(sql) | Self::Words(sql) | Self::Names(sql) => sql,
        }
    }

    /// By a column or expression of days or numbers.
    pub fn value(text: &'static str) -> Self {
        Self::Value(Sql::new(text, Vec::new()))
    }

    /// By a column or expression of words.
    pub fn words(text: &'static str) -> Self {
        Self::Words(Sql::new(text, Vec::new()))
    }

    /// By a column or expression of names.
    pub fn names(text: &'static str) -> Self {
        Self::Names(Sql::new(text, Vec::new()))
    }
}

/// Which records of a kind are wanted, in which order.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// `LEFT JOIN …` of rows that conditions and orders speak of, at most one each.
    pub joins: &'static str,
    /// All must hold.
    pub conditions: Vec<Sql>,
    /// Whether records put aside are wanted, or those in use; `None` for both.
    pub aside: Option<bool>,
    /// What they are sorted by, and whether backwards.
    pub order: Option<(Order, bool)>,
    /// What decides among equals, before the order of creation; may be empty.
    pub then: &'static str,
}

fn count_of(number: i64) -> usize {
    usize::try_from(number).unwrap_or(0)
}

/// The statement as it grows.
#[derive(Default)]
struct Text {
    sql: String,
    args: Vec<Arg>,
}

impl Text {
    fn plain(&mut self, text: &str) {
        self.sql.push_str(text);
    }

    fn piece(&mut self, piece: &Sql) {
        let mut args = piece.args.iter();
        for part in piece.text.split_inclusive('?') {
            match (part.strip_suffix('?'), args.next()) {
                (Some(before), Some(arg)) => {
                    self.args.push(arg.clone());
                    // $1 is the alliance.
                    let _ = write!(self.sql, "{before}${}", self.args.len() + 1);
                }
                _ => self.sql.push_str(part),
            }
        }
    }
}

impl Listing {
    fn source(&self, kind: &str, text: &mut Text) {
        self.wherever(kind, text);
        text.plain(" AND r.trashed_at IS NULL");
    }

    /// Its rows, in the trash or not.
    fn wherever(&self, kind: &str, text: &mut Text) {
        text.plain(&format!(" FROM {kind} r {} WHERE r.alliance_id = $1", self.joins));
        match self.aside {
            Some(true) => text.plain(" AND r.archived_at IS NOT NULL"),
            Some(false) => text.plain(" AND r.archived_at IS NULL"),
            None => {}
        }
        for condition in &self.conditions {
            text.plain(" AND (");
            text.piece(condition);
            text.plain(")");
        }
    }

    fn order_by(&self, text: &mut Text) {
        text.plain(" ORDER BY ");
        if let Some((order, down)) = &self.order {
            let (piece, around) = match order {
                Order::Value(piece) => (piece, ("", "")),
                Order::Words(piece) => (piece, ("NULLIF(", ", '') COLLATE german")),
                Order::Names(piece) => (piece, ("NULLIF(", ", '') COLLATE german_names")),
            };
            text.plain(around.0);
            text.piece(piece);
            text.plain(around.1);
            text.plain(if *down { " DESC NULLS LAST, " } else { " NULLS LAST, " });
        }
        if !self.then.is_empty() {
            text.plain(self.then);
            text.plain(", ");
        }
        text.plain("r.id");
    }
}

fn columns<T: Record>(alias: &str) -> String {
    let all: Vec<String> = HEAD.iter().chain(T::FIELDS).map(|column| format!("{alias}{column}")).collect();
    all.join(", ")
}

impl Tx {
    /// The records `offset + 1` to `offset + most` of a list.
    pub async fn page<T: Record>(
        &mut self,
        listing: &Listing,
        offset: usize,
        most: usize,
    ) -> Result<Vec<T>, StoreError> {
        Ok(self
            .page_beside::<T, ()>(listing, &[], offset, most)
            .await?
            .into_iter()
            .map(|(record, ())| record)
            .collect())
    }

    /// Every record of a kind for which all conditions hold, that is not in the trash. `then` decides their order, before
    /// that of creation; the record is `r`.
    pub async fn matching<T: Record>(
        &mut self,
        conditions: Vec<Sql>,
        then: &'static str,
    ) -> Result<Vec<T>, StoreError> {
        self.listed(&Listing { conditions, then, ..Listing::default() }).await
    }

    /// Every record of a list.
    pub async fn listed<T: Record>(&mut self, listing: &Listing) -> Result<Vec<T>, StoreError> {
        self.all_of(listing, Listing::source).await
    }

    /// Every record of a list, and those in the trash.
    pub async fn listed_with_trash<T: Record>(&mut self, listing: &Listing) -> Result<Vec<T>, StoreError> {
        self.all_of(listing, Listing::wherever).await
    }

    async fn all_of<T: Record>(
        &mut self,
        listing: &Listing,
        rows: fn(&Listing, &str, &mut Text),
    ) -> Result<Vec<T>, StoreError> {
        let mut text = Text::default();
        text.plain(&format!("SELECT {}", columns::<T>("r.")));
        rows(listing, T::KIND, &mut text);
        listing.order_by(&mut text);
        self.rows_of(text.sql, text.args).await
    }

    /// How many records a list has.
    pub async fn count<T: Record>(&mut self, listing: &Listing) -> Result<usize, StoreError> {
        let mut text = Text::default();
        text.plain("SELECT COUNT(*)");
        listing.source(T::KIND, &mut text);
        let counted: Vec<(i64,)> = self.rows_of(text.sql, text.args).await?;
        Ok(counted.first().map_or(0, |(count,)| count_of(*count)))
    }

    /// How many records of a list are in use and how many are put aside.
    pub async fn census<T: Record>(&mut self, listing: &Listing) -> Result<(usize, usize), StoreError> {
        let mut text = Text::default();
        text.plain("SELECT COUNT(*), COUNT(r.archived_at)");
        Listing { aside: None, ..listing.clone() }.source(T::KIND, &mut text);
        let counted: Vec<(i64, i64)> = self.rows_of(text.sql, text.args).await?;
        let (all, aside) = counted.first().copied().unwrap_or_default();
        Ok((count_of(all - aside), count_of(aside)))
    }

    /// The different values of a piece of SQL over the records of a list, at most `most`, in their order; without NULL.
    pub async fn distinct<T: Record, V>(
        &mut self,
        listing: &Listing,
        value: &'static str,
        most: usize,
    ) -> Result<Vec<V>, StoreError>
    where
        (V,): BothRow,
    {
        let mut text = Text::default();
        text.plain(&format!("SELECT DISTINCT {value} AS value"));
        listing.source(T::KIND, &mut text);
        text.plain(&format!(" AND {value} IS NOT NULL ORDER BY value LIMIT {most}"));
        Ok(self.rows_of::<(V,)>(text.sql, text.args).await?.into_iter().map(|(value,)| value).collect())
    }

    /// The records with these ids that are not in the trash.
    pub async fn each<T: Record>(&mut self, ids: Vec<Id>) -> Result<BTreeMap<Id, T>, StoreError> {
        let columns = columns::<T>("");
        let kind = T::KIND;
        let sql =
            format!("SELECT {columns} FROM {kind} WHERE alliance_id = $1 AND trashed_at IS NULL AND id IN ({IDS})");
        let records: Vec<T> = self.rows_by_ids(&sql, ids).await?;
        Ok(records.into_iter().map(|record| (record.head().id, record)).collect())
    }

    /// The index lines of records, in the trash or not, by id. Those deleted for good are missing.
    pub async fn index_lines(&mut self, ids: Vec<Id>) -> Result<BTreeMap<Id, TimelineItem>, StoreError> {
        let statement = if self.confidential { LINES } else { OPEN_LINES };
        let lines: Vec<TimelineItem> = self.rows_for(statement, ids).await?;
        Ok(lines.into_iter().map(|line| (line.record_id, line)).collect())
    }

    /// The rows of a statement that names `{ids}`, for these ids, however many there are.
    pub async fn rows_for<R: BothRow>(&mut self, statement: Statement, ids: Vec<Id>) -> Result<Vec<R>, StoreError> {
        self.rows_by_ids(statement.sql, ids).await
    }

    async fn rows_by_ids<R: BothRow>(&mut self, sql: &str, mut ids: Vec<Id>) -> Result<Vec<R>, StoreError> {
        ids.sort_unstable();
        ids.dedup();
        let mut found = Vec::new();
        for some in ids.chunks(MOST_IDS) {
            let places: Vec<String> = (2..some.len() + 2).map(|place| format!("${place}")).collect();
            let sql = sql.replace(IDS, &places.join(", "));
            found.extend(self.rows_of::<R>(sql, some.iter().map(|id| Arg::Id(Some(*id))).collect()).await?);
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_bound_in_their_order() {
        let listing = Listing {
            conditions: vec![
                Sql::equals("r.kind", Arg::Text(Some("x'; DROP TABLE thread --".to_owned()))),
                Sql::any(vec![
                    Sql::contains("i.folded LIKE ? ESCAPE '\\'", "50 %_Äpfel"),
                    Sql::new("r.done", Vec::new()),
                ]),
                Sql::any(Vec::new()),
            ],
            aside: Some(false),
            order: Some((Order::Words(Sql::new("r.kind", Vec::new()).place(&["b", "a"])), true)),
            ..Listing::default()
        };
        let mut text = Text::default();
        listing.source("entry", &mut text);
        listing.order_by(&mut text);
        assert_eq!(
            text.sql,
            " FROM entry r  WHERE r.alliance_id = $1 AND r.archived_at IS NULL AND (r.kind = $2) \
             AND (((i.folded LIKE $3 ESCAPE '\\') OR (r.done))) AND (1 = 0) AND r.trashed_at IS NULL \
             ORDER BY NULLIF(CASE r.kind WHEN $4 THEN 0 WHEN $5 THEN 1 END, '') COLLATE german DESC NULLS LAST, r.id"
        );
        assert_eq!(text.args.len(), 4);
        assert_eq!(text.args[1], Arg::Text(Some("%50 \\%\\_apfel%".to_owned())));
    }
}
