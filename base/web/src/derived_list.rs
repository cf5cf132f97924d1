//! Short lists of something else than records: partners, accounts, the rows of a file. Filtered and sorted in the program.

use std::cmp::Ordering;

use allmende_documents::collation;
use allmende_store::fold;

use crate::cx::Cx;
use crate::export::Source;
use crate::list::{Cell, List, PAGE_ROWS, Row, Selection, Wishes, wishes};
use crate::problem::Problem;

/// A row with what the filters ask.
#[derive(Clone, Debug)]
pub struct DerivedRow {
    /// The row.
    pub row: Row,
    /// What choice filters compare: filter and value.
    pub tags: Vec<(&'static str, String)>,
}

impl DerivedRow {
    /// A row without tags.
    pub fn new(href: String, cells: Vec<Cell>) -> Self {
        Self { row: Row { href, cells }, tags: Vec::new() }
    }

    /// With a value for a choice filter.
    pub fn tag(mut self, filter: &'static str, value: &str) -> Self {
        self.tags.push((filter, value.to_owned()));
        self
    }
}

fn compare(left: &Cell, right: &Cell, down: bool) -> Ordering {
    let turned = |order: Ordering| if down { order.reverse() } else { order };
    match (left, right) {
        (Cell::Empty, Cell::Empty) => Ordering::Equal,
        // Empty cells stand last in both directions, as in lists of records.
        (Cell::Empty, _) => Ordering::Greater,
        (_, Cell::Empty) => Ordering::Less,
        (Cell::Day(a) | Cell::Span(a, _), Cell::Day(b) | Cell::Span(b, _)) => turned(a.cmp(b)),
        (Cell::Number(a), Cell::Number(b)) | (Cell::Cents(a), Cell::Cents(b)) => turned(a.cmp(b)),
        (Cell::Name(a), Cell::Name(b)) => turned(collation::compare_names(a, b)),
        (a, b) => turned(collation::compare_words(&a.plain(), &b.plain())),
    }
}

fn keep(list: &List, wishes: &Wishes, row: &DerivedRow) -> bool {
    let texts: Vec<String> = row.row.cells.iter().map(|cell| fold(&cell.plain())).collect();
    let words = wishes.words.iter().all(|word| texts.iter().any(|text| text.contains(&fold(word))));
    let chosen = wishes.chosen.iter().all(|(index, value)| {
        let name = list.filters.get(*index).map(|filter| filter.name);
        row.tags.iter().any(|(filter, own)| Some(*filter) == name && own == value)
    });
    words && chosen
}

/// The rows that the address asks for: all of them, in order.
pub(crate) fn rows(wishes: &Wishes, list: &List, rows: Vec<DerivedRow>) -> Vec<Row> {
    let mut kept: Vec<Row> = rows.into_iter().filter(|row| keep(list, wishes, row)).map(|row| row.row).collect();
    let (column, down) = wishes.order;
    kept.sort_by(|a, b| match (a.cells.get(column), b.cells.get(column)) {
        (Some(left), Some(right)) => compare(left, right, down),
        _ => Ordering::Equal,
    });
    kept
}

/// One page of them.
pub(crate) fn select(cx: &Cx, list: &List, all: Vec<DerivedRow>) -> Selection {
    let wishes = wishes(cx, list);
    let total = all.len();
    let mut rows = rows(&wishes, list, all);
    let found = rows.len();
    let page = wishes.page.min(found.div_ceil(PAGE_ROWS).max(1));
    rows.drain(..(page - 1) * PAGE_ROWS);
    rows.truncate(PAGE_ROWS);
    Selection { rows, found, total, has_aside: false, page, wishes }
}

/// All of them for an export.
pub(crate) struct Rows(Vec<Row>);

impl Rows {
    pub(crate) fn new(rows: Vec<Row>) -> Self {
        Self(rows)
    }
}

impl Source for Rows {
    async fn next(&mut self) -> Result<Vec<Row>, Problem> {
        Ok(std::mem::take(&mut self.0))
    }
}
