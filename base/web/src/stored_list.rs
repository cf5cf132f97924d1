//! Lists of records: the database filters, sorts, counts and cuts into pages.

use allmende_store::{Listing, Sql, SqlColumn, Tx, fold};

use crate::cx::Cx;
use crate::export::Source;
use crate::list::{List, PAGE_ROWS, Row, Selection, Wishes, between, wishes};
use crate::problem::Problem;
use crate::screen::Screen;

/// Where the text filter looks first: the record's line in the index.
const OWN_WORDS: &str = "EXISTS (SELECT 1 FROM record_index i
    WHERE i.alliance_id = r.alliance_id AND i.record_id = r.id AND i.folded LIKE ? ESCAPE '\\')";

/// A word is found in the texts of a row and in the words of its choices ("Exkursion", "überfällig").
fn word_condition(list: &List, word: &str) -> Sql {
    let folded = fold(word);
    let mut places = vec![Sql::contains(OWN_WORDS, word)];
    places.extend(list.words.iter().map(|condition| Sql::contains(condition, word)));
    for filter in &list.filters {
        let named = filter.choices.iter().filter(|choice| fold(&choice.label).contains(&folded));
        places.extend(named.take(20).map(|choice| filter.test.sql(&choice.value)));
    }
    Sql::any(places)
}

/// What the address asks for, as the database understands it.
fn listing(list: &List, wishes: &Wishes) -> Listing {
    let mut conditions = list.visible.clone();
    conditions.extend(wishes.words.iter().map(|word| word_condition(list, word)));
    let day = list.day.and_then(|column| list.columns.get(column)).and_then(|column| column.order.as_ref());
    if let (Some(order), (from, to)) = (day, wishes.period)
        && (from.is_some() || to.is_some())
    {
        conditions.push(between(order.sql(), from, to));
    }
    for (index, value) in &wishes.chosen {
        conditions.extend(list.filters.get(*index).map(|filter| filter.test.sql(value)));
    }
    let (column, down) = wishes.order;
    let order = list.columns.get(column).and_then(|column| column.order.clone());
    Listing {
        joins: list.joins,
        conditions,
        aside: Some(wishes.aside),
        order: order.map(|order| (order, down)),
        then: list.then,
    }
}

/// One page of a list.
pub(crate) async fn select<T: Screen>(cx: &Cx, tx: &mut Tx, list: &List) -> Result<Selection, Problem> {
    let wishes = wishes(cx, list);
    let listing = listing(list, &wishes);
    let everything = Listing { joins: list.joins, conditions: list.visible.clone(), ..Listing::default() };
    let wished = (wishes.page.max(1) - 1) * PAGE_ROWS;
    if let Some(page) = tx.counted_page(&everything, &listing, &list.beside, wished, PAGE_ROWS).await? {
        let (found, total) = (page.found, if wishes.aside { page.aside } else { page.used });
        let rows = T::rows(cx, tx, page.rows).await?;
        return Ok(Selection { rows, found, total, has_aside: page.aside > 0, page: wishes.page.max(1), wishes });
    }
    // Nothing there, or a page behind the last one.
    let (used, aside) = tx.census::<T>(&everything).await?;
    let total = if wishes.aside { aside } else { used };
    let found = if wishes.narrow() { tx.count::<T>(&listing).await? } else { total };
    let page = wishes.page.min(found.div_ceil(PAGE_ROWS).max(1));
    let rows = if found == 0 {
        Vec::new()
    } else {
        rows::<T>(cx, tx, &listing, &list.beside, (page - 1) * PAGE_ROWS, PAGE_ROWS).await?
    };
    Ok(Selection { rows, found, total, has_aside: aside > 0, page, wishes })
}

async fn rows<T: Screen>(
    cx: &Cx,
    tx: &mut Tx,
    listing: &Listing,
    beside: &[SqlColumn],
    offset: usize,
    most: usize,
) -> Result<Vec<Row>, Problem> {
    let records = tx.page_beside(listing, beside, offset, most).await?;
    T::rows(cx, tx, records).await
}

/// The most records that [`records`] gives.
const MOST_RECORDS: usize = 10_000;

/// The records that the filters in the address leave, for a page that goes on with all of them.
pub async fn records<T: Screen>(cx: &Cx, tx: &mut Tx) -> Result<Vec<T>, Problem> {
    let list = T::list(cx, tx).await?;
    Ok(tx.page(&listing(&list, &wishes(cx, &list)), 0, MOST_RECORDS).await?)
}

/// All rows that the address asks for, some at a time, on one snapshot.
pub(crate) struct Rows<T> {
    cx: Cx,
    tx: Tx,
    listing: Listing,
    beside: Vec<SqlColumn>,
    offset: usize,
    kind: std::marker::PhantomData<fn() -> T>,
}

/// How many rows an export holds in memory.
const SOME_ROWS: usize = 2_000;

impl<T: Screen> Rows<T> {
    pub(crate) fn new(cx: Cx, tx: Tx, list: &List) -> Self {
        let listing = listing(list, &wishes(&cx, list));
        Self { cx, tx, listing, beside: list.beside.clone(), offset: 0, kind: std::marker::PhantomData }
    }
}

impl<T: Screen> Source for Rows<T> {
    async fn next(&mut self) -> Result<Vec<Row>, Problem> {
        let rows = rows::<T>(&self.cx, &mut self.tx, &self.listing, &self.beside, self.offset, SOME_ROWS).await?;
        self.offset += rows.len();
        Ok(rows)
    }
}
