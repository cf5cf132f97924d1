//! Lists on paper: what the filters left, in the order and columns of the screen.

use allmende_documents::{Block, Column, ColumnKind, Document, FileFormat, Layout, Row, RowGroup, Table};
use allmende_documents::{DocumentFault, Typesetter, format as german};

use crate::cx::Cx;
use crate::list::{Cell, List, Row as ListRow, wishes};
use crate::problem::Problem;

/// The most rows of a printed list: about 80 pages, and a second or two of work.
pub const PRINTED_ROWS: usize = 3_000;

/// From this many rows on their numbers help to find one again.
const NUMBERED_FROM: usize = 6;

/// Characters from which on a column of text shares the width.
const LONG_TEXT: usize = 26;

/// Refuses more rows than are printed.
pub(crate) fn check_length(cx: &Cx, rows: usize) -> Result<(), Problem> {
    if rows > PRINTED_ROWS {
        return Err(Problem::Refused(cx.tv("list-print-too-long", [("most", PRINTED_ROWS.into())])));
    }
    Ok(())
}

/// The list as a PDF, made on a thread that may be busy.
pub(crate) async fn pdf(cx: &Cx, list: &List, rows: &[ListRow]) -> Result<Vec<u8>, Problem> {
    let document = document(cx, list, rows);
    let typesetter: std::sync::Arc<dyn Typesetter> = cx.app().typesetter.clone();
    let made = tokio::task::spawn_blocking(move || typesetter.file(&document, FileFormat::Pdf)).await;
    let fault = |detail: String| DocumentFault { sentence: cx.t("list-print-fault"), detail };
    Ok(made.unwrap_or_else(|error| Err(fault(error.to_string())))?)
}

/// The list as a document. Columns are those of the other exports, with the number of each row before them.
fn document(cx: &Cx, list: &List, listed: &[ListRow]) -> Document {
    let numbered = listed.len() >= NUMBERED_FROM;
    let mut columns: Vec<Column> =
        list.columns.iter().enumerate().map(|(index, column)| self::column(cx, &column.label, listed, index)).collect();
    let kinds: Vec<ColumnKind> = columns.iter().map(|column| column.kind).collect();
    if numbered {
        columns.insert(0, Column::number(cx.t("list-print-number")));
    }
    let rows = listed.iter().enumerate().map(|(number, row)| {
        let cells = row.cells.iter().zip(&kinds).map(|(cell, kind)| words(cx, cell, *kind).into());
        let head = numbered.then(|| german::grouped(i64::try_from(number + 1).unwrap_or(i64::MAX)).into());
        Row { cells: head.into_iter().chain(cells).collect(), strong: false }
    });
    let table = Table {
        columns,
        groups: vec![RowGroup { title: None, rows: rows.collect() }],
        note: Some(count(cx, list, listed.len())),
        wide: true,
        ..Table::default()
    };
    let (author, brand) = cx
        .principal()
        .map_or((String::new(), String::new()), |person| (person.alliance_name.clone(), person.brand.clone()));
    Document {
        layout: Layout::List,
        language: cx.document_language().tag().to_owned(),
        title: list.title.clone(),
        subtitle: Some(subtitle(cx, list, listed.len())).filter(|text| !text.is_empty()),
        description: count(cx, list, listed.len()),
        author,
        running_head: cx.tv("list-print-day", [("day", german::date(cx.today().0).into())]),
        date: cx.today().to_string(),
        brand,
        imprint: Vec::new(),
        cover: None,
        letter: None,
        colophon: None,
        blocks: vec![Block::Table(table)],
        images: Vec::new(),
    }
}

/// The filters and the order in words.
fn subtitle(cx: &Cx, list: &List, rows: usize) -> String {
    let wishes = wishes(cx, list);
    let mut sentences = Vec::new();
    if !wishes.active.is_empty() {
        let labels: Vec<&str> = wishes.active.iter().map(|filter| filter.label.as_str()).collect();
        sentences.push(cx.tv("list-print-filters", [("filters", labels.join("; ").into())]));
    }
    if let Some(column) = list.columns.get(wishes.order.0)
        && rows > 1
    {
        let key = if wishes.order.1 { "list-descending" } else { "list-ascending" };
        let order = cx.tv(key, [("column", column.label.as_str().into())]);
        sentences.push(cx.tv("list-print-order", [("order", order.into())]));
    }
    sentences.join(" ")
}

/// How many rows there are.
fn count(cx: &Cx, list: &List, rows: usize) -> String {
    let noun = if list.noun.is_empty() { "list-row-count" } else { list.noun };
    cx.tv(noun, [("count", rows.into())])
}

/// A column as its cells ask for it: all of one type, else text.
fn column(cx: &Cx, label: &str, rows: &[ListRow], index: usize) -> Column {
    let cells = || rows.iter().filter_map(|row| row.cells.get(index)).filter(|cell| **cell != Cell::Empty);
    let all = |is: fn(&Cell) -> bool| cells().next().is_some() && cells().all(is);
    if all(|cell| matches!(cell, Cell::Day(_))) {
        Column::date(label)
    } else if all(|cell| matches!(cell, Cell::Cents(_))) {
        Column::number(cx.tv("list-print-euros", [("column", label.into())]))
    } else if all(|cell| matches!(cell, Cell::Number(_))) {
        Column::number(label)
    } else if all(|cell| matches!(cell, Cell::State(_))) {
        Column::state(label)
    } else {
        // Long texts share the width by what they hold; short ones take what they need.
        let longest = cells().map(|cell| cell.plain().chars().count()).max().unwrap_or(0);
        let share = if longest > LONG_TEXT { (longest / 10).clamp(3, 9) } else { 0 };
        Column::text(label, u8::try_from(share).unwrap_or(9))
    }
}

fn words(cx: &Cx, cell: &Cell, kind: ColumnKind) -> String {
    match cell {
        Cell::Day(day) => german::date(day.0),
        Cell::Cents(cents) if kind == ColumnKind::Number => german::money_value(*cents),
        Cell::Text(text) | Cell::Name(text) | Cell::Link(text, _) => german::keep_together(text),
        other => other.words(cx),
    }
}
