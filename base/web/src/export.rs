//! Lists as files: CSV for machines, XLSX for people. Both carry what the filters left.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::list::{Cell, List, Row};

/// Characters that make a spreadsheet read a cell as a formula.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋'];

/// A cell's text that no spreadsheet executes: what looks like a formula gets an apostrophe in front (OWASP).
fn inert(text: &str) -> String {
    if text.trim_start().starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// The list as CSV: UTF-8 with mark, semicolons, decimal comma, the form that German spreadsheets open by themselves.
pub fn csv(list: &List, rows: &[Row]) -> Vec<u8> {
    let mut out = "\u{feff}".as_bytes().to_vec();
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let head: Vec<String> = list.columns.iter().map(|column| inert(&column.label)).collect();
    // Writing to memory does not fail.
    let _ = writer.write_record(&head);
    for row in rows {
        let cells: Vec<String> = row
            .cells
            .iter()
            .map(|cell| match cell {
                Cell::Number(_) | Cell::Cents(_) | Cell::Day(_) | Cell::Span(..) => cell.plain(),
                other => inert(&other.plain()),
            })
            .collect();
        let _ = writer.write_record(&cells);
    }
    out.extend(writer.into_inner().unwrap_or_default());
    out
}

/// The list as a workbook: typed cells, fixed head, filters. Text is always text.
pub fn xlsx(list: &List, rows: &[Row]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed date keeps the bytes the same for the same list.
    let stamp = rust_xlsxwriter::ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&rust_xlsxwriter::DocProperties::new().set_title(&list.title).set_creation_datetime(&stamp));
    let sheet = book.add_worksheet();
    let head = Format::new().set_bold().set_text_wrap();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    let cents = Format::new().set_num_format("#,##0.00 \"€\"");
    let wrap = Format::new().set_text_wrap();
    for (index, column) in (0_u16..).zip(&list.columns) {
        sheet.write_string_with_format(0, index, &column.label, &head)?;
        let widest = rows
            .iter()
            .filter_map(|row| row.cells.get(usize::from(index)))
            .map(|cell| cell.plain().chars().count())
            .chain([column.label.chars().count()])
            .max()
            .unwrap_or(10);
        let width = u8::try_from(widest.clamp(10, 60)).unwrap_or(60);
        sheet.set_column_width(index, f64::from(width) + 2.0)?;
    }
    for (line, row) in (1_u32..).zip(rows) {
        for (index, cell) in (0_u16..).zip(&row.cells) {
            match cell {
                Cell::Empty => {}
                Cell::Number(number) => {
                    // Counts and populations are far below 2^53, so the double is exact.
                    #[allow(clippy::cast_precision_loss)]
                    sheet.write_number(line, index, *number as f64)?;
                }
                Cell::Cents(amount) => {
                    #[allow(clippy::cast_precision_loss)]
                    sheet.write_number_with_format(line, index, *amount as f64 / 100.0, &cents)?;
                }
                Cell::Day(value) => {
                    let date = value.0;
                    let year = u16::try_from(date.year()).unwrap_or(1900);
                    let stamp = rust_xlsxwriter::ExcelDateTime::from_ymd(
                        year,
                        date.month().unsigned_abs(),
                        date.day().unsigned_abs(),
                    )?;
                    sheet.write_datetime_with_format(line, index, &stamp, &day)?;
                }
                Cell::Text(text) | Cell::Name(text) | Cell::Link(text, _) | Cell::Span(_, text) => {
                    // A cell holds 32,767 characters; more would make the file unreadable.
                    let cut: String = text.chars().take(32_767).collect();
                    sheet.write_string_with_format(line, index, &cut, &wrap)?;
                }
                Cell::State(badge) => {
                    sheet.write_string(line, index, &badge.word)?;
                }
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    if !rows.is_empty() && !list.columns.is_empty() {
        let last = u16::try_from(list.columns.len() - 1).unwrap_or(u16::MAX);
        sheet.autofilter(0, 0, u32::try_from(rows.len()).unwrap_or(u32::MAX), last)?;
    }
    book.save_to_buffer()
}
