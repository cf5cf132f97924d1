//! Lists as files: CSV for machines, XLSX for people, PDF for paper. All carry what the filters left.

use std::future::Future;

use axum::body::{Body, Bytes};
use axum::response::Response;
use futures_util::StreamExt;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, Workbook, XlsxError};

use crate::cx::Cx;
use crate::list::{Cell, List, Row};
use crate::print;
use crate::problem::Problem;

/// The kind of file that the address asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Csv,
    Xlsx,
    Pdf,
}

impl Format {
    /// What the address asks for, if it asks for a file.
    pub(crate) fn wished(cx: &Cx) -> Option<Self> {
        match cx.query("format") {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }
}

/// Rows that come some at a time, so that a long list needs no more memory than a short one.
pub(crate) trait Source: Send + 'static {
    /// The next rows; none at the end.
    fn next(&mut self) -> impl Future<Output = Result<Vec<Row>, Problem>> + Send;
}

/// The list as a file.
pub(crate) async fn answer(cx: &Cx, list: List, format: Format, mut rows: impl Source) -> Result<Response, Problem> {
    let name = list.title.replace(char::is_whitespace, "-");
    match format {
        Format::Csv => {
            // The first rows are fetched before the answer begins, so that a fault there is a page and no torn file.
            let first = rows.next().await?;
            let head = csv_head(&list);
            let stream =
                futures_util::stream::unfold((rows, Some(first), Some(head)), |(mut rows, ready, head)| async {
                    let some = match ready {
                        Some(some) => Ok(some),
                        None => rows.next().await,
                    };
                    match some {
                        Ok(some) if some.is_empty() && head.is_none() => None,
                        Ok(some) => {
                            let mut bytes = head.unwrap_or_default();
                            bytes.extend(csv_rows(&some));
                            Some((Ok(Bytes::from(bytes)), (rows, None, None)))
                        }
                        Err(problem) => {
                            tracing::error!(?problem, "an export ended early");
                            Some((Err(std::io::Error::other("the export ended early")), (rows, Some(Vec::new()), None)))
                        }
                    }
                });
            // The compression asks once more after the end.
            let body = Body::from_stream(stream.fuse());
            Ok(cx.download(&format!("{name}.csv"), "text/csv; charset=utf-8", body))
        }
        Format::Xlsx => {
            let fault = |error: XlsxError| Problem::Internal(error.to_string());
            let mut book = Book::new(&list).map_err(fault)?;
            loop {
                let some = rows.next().await?;
                if some.is_empty() {
                    break;
                }
                book.add(&some).map_err(fault)?;
            }
            let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            Ok(cx.download(&format!("{name}.xlsx"), media, book.bytes().map_err(fault)?))
        }
        Format::Pdf => {
            let mut all = Vec::new();
            loop {
                let some = rows.next().await?;
                if some.is_empty() {
                    break;
                }
                all.extend(some);
                // A list too long for paper is refused before the rest of it is fetched.
                print::check_length(cx, all.len())?;
            }
            // The database is free while the pages are set.
            drop(rows);
            Ok(cx.download(&format!("{name}.pdf"), "application/pdf", print::pdf(cx, &list, &all).await?))
        }
    }
}

/// Characters that make a spreadsheet read a cell as a formula.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋'];

/// A cell's text that no spreadsheet executes: what looks like a formula gets an apostrophe in front (OWASP).
fn inert(text: &str) -> String {
    if text.trim_start().starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// CSV: UTF-8 with mark, semicolons, decimal comma, the form that German spreadsheets open by themselves.
fn csv_head(list: &List) -> Vec<u8> {
    let labels: Vec<String> = list.columns.iter().map(|column| inert(&column.label)).collect();
    let mut out = "\u{feff}".as_bytes().to_vec();
    out.extend(csv_lines([labels]));
    out
}

fn csv_rows(rows: &[Row]) -> Vec<u8> {
    csv_lines(rows.iter().map(|row| {
        row.cells
            .iter()
            .map(|cell| match cell {
                Cell::Number(_) | Cell::Cents(_) | Cell::Day(_) | Cell::Span(..) => cell.plain(),
                other => inert(&other.plain()),
            })
            .collect()
    }))
}

fn csv_lines(lines: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for line in lines {
        // Writing to memory does not fail.
        let _ = writer.write_record(&line);
    }
    writer.into_inner().unwrap_or_default()
}

/// A workbook that grows: typed cells, fixed head, filters. Text is always text. The rows wait in a temporary file.
struct Book {
    book: Workbook,
    widths: Vec<usize>,
    lines: u32,
    day: CellFormat,
    cents: CellFormat,
    wrap: CellFormat,
}

impl Book {
    fn new(list: &List) -> Result<Self, XlsxError> {
        let mut book = Workbook::new();
        // A fixed date keeps the bytes the same for the same list.
        let stamp = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&DocProperties::new().set_title(&list.title).set_creation_datetime(&stamp));
        let sheet = book.add_worksheet_with_constant_memory()?;
        sheet.set_freeze_panes(1, 0)?;
        let head = CellFormat::new().set_bold().set_text_wrap();
        for (index, column) in (0_u16..).zip(&list.columns) {
            sheet.write_string_with_format(0, index, &column.label, &head)?;
        }
        Ok(Self {
            book,
            widths: list.columns.iter().map(|column| column.label.chars().count()).collect(),
            lines: 0,
            day: CellFormat::new().set_num_format("dd.mm.yyyy"),
            cents: CellFormat::new().set_num_format("#,##0.00 \"€\""),
            wrap: CellFormat::new().set_text_wrap(),
        })
    }

    fn add(&mut self, rows: &[Row]) -> Result<(), XlsxError> {
        let sheet = self.book.worksheet_from_index(0)?;
        for row in rows {
            self.lines += 1;
            let line = self.lines;
            for ((index, cell), width) in (0_u16..).zip(&row.cells).zip(&mut self.widths) {
                *width = (*width).max(cell.plain().chars().count());
                match cell {
                    Cell::Empty => {}
                    Cell::Number(number) => {
                        // Counts and populations are far below 2^53, so the double is exact.
                        #[allow(clippy::cast_precision_loss)]
                        sheet.write_number(line, index, *number as f64)?;
                    }
                    Cell::Cents(amount) => {
                        #[allow(clippy::cast_precision_loss)]
                        sheet.write_number_with_format(line, index, *amount as f64 / 100.0, &self.cents)?;
                    }
                    Cell::Day(value) => {
                        let date = value.0;
                        let year = u16::try_from(date.year()).unwrap_or(1900);
                        let stamp =
                            ExcelDateTime::from_ymd(year, date.month().unsigned_abs(), date.day().unsigned_abs())?;
                        sheet.write_datetime_with_format(line, index, &stamp, &self.day)?;
                    }
                    Cell::Text(text) | Cell::Name(text) | Cell::Link(text, _) | Cell::Span(_, text) => {
                        // A cell holds 32,767 characters; more would make the file unreadable.
                        let cut: String = text.chars().take(32_767).collect();
                        sheet.write_string_with_format(line, index, &cut, &self.wrap)?;
                    }
                    Cell::State(badge) => {
                        sheet.write_string(line, index, &badge.word)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn bytes(mut self) -> Result<Vec<u8>, XlsxError> {
        let sheet = self.book.worksheet_from_index(0)?;
        for (index, width) in (0_u16..).zip(&self.widths) {
            let width = u8::try_from((*width).clamp(10, 60)).unwrap_or(60);
            sheet.set_column_width(index, f64::from(width) + 2.0)?;
        }
        if self.lines > 0 && !self.widths.is_empty() {
            let last = u16::try_from(self.widths.len() - 1).unwrap_or(u16::MAX);
            sheet.autofilter(0, 0, self.lines, last)?;
        }
        self.book.save_to_buffer()
    }
}
