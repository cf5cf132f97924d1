//! Excel workbooks (XLSX). Cells are read one by one, because a sheet may claim a billion of them.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};

use super::{Line, MOST_COLUMNS, MOST_ROWS, Sentence, too_many};

/// The most bytes a workbook may unpack to: a file of 25 MB can claim gigabytes.
const MOST_UNPACKED: u64 = 200 * 1024 * 1024;
/// The most cells that are looked at, filled or not.
const MOST_CELLS: usize = 4_000_000;

fn broken() -> Sentence {
    Sentence::new("import-file-broken-workbook")
}

/// Unpacks everything once and throws it away: sizes in the file's own list may lie.
fn check_size(bytes: &[u8]) -> Result<(), Sentence> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| broken())?;
        let read = std::io::copy(&mut entry.take(left + 1), &mut std::io::sink()).map_err(|_| broken())?;
        left = left.checked_sub(read).ok_or_else(|| Sentence::new("import-file-too-large"))?;
    }
    Ok(())
}

/// The rows of the first sheet that holds anything.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Line>, Sentence> {
    check_size(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| broken())?;
    for name in book.sheet_names() {
        // A sheet that holds a chart has no cells.
        let Ok(sheet) = read_sheet(&mut book, &name) else { continue };
        let lines = sheet?;
        if lines.iter().any(|line| line.cells.iter().any(|cell| !cell.trim().is_empty()) || line.broken.is_some()) {
            return Ok(lines);
        }
    }
    Err(Sentence::new("import-file-empty"))
}

/// The outer error: this is no sheet of cells. The inner one: it cannot be used.
fn read_sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Result<Vec<Line>, Sentence>, calamine::XlsxError> {
    let mut reader = book.worksheet_cells_reader(name)?;
    let mut lines: Vec<Line> = Vec::new();
    let mut seen = 0_usize;
    loop {
        let cell = match reader.next_cell() {
            Ok(Some(cell)) => cell,
            Ok(None) => return Ok(Ok(lines)),
            Err(_) => return Ok(Err(broken())),
        };
        seen += 1;
        if seen > MOST_CELLS {
            return Ok(Err(Sentence::new("import-file-too-large")));
        }
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize, column as usize);
        let value = cell.get_value();
        if matches!(value, DataRef::Empty) || column >= MOST_COLUMNS {
            continue;
        }
        if row > MOST_ROWS {
            return Ok(Err(too_many()));
        }
        // Rows that the sheet leaves out are empty rows.
        while lines.len() <= row {
            lines.push(Line { number: lines.len() + 1, ..Line::default() });
        }
        if let Some(line) = lines.get_mut(row) {
            if line.cells.len() <= column {
                line.cells.resize(column + 1, String::new());
            }
            if let Some(text) = words(value) {
                line.cells[column] = text;
            } else {
                line.broken
                    .get_or_insert_with(|| Sentence::new("import-fault-cell").with("column", column_name(column)));
            }
        }
    }
}

/// The value as text; nothing for an error such as `#DIV/0!`.
fn words(value: &DataRef<'_>) -> Option<String> {
    Some(match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => if *yes { "ja" } else { "nein" }.to_owned(),
        DataRef::DateTime(stamp) if stamp.is_datetime() => {
            let (year, month, day, ..) = stamp.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTime(stamp) => stamp.as_f64().to_string(),
        DataRef::Error(_) => return None,
    })
}

/// A column as spreadsheets name it: A, B … Z, AA.
fn column_name(column: usize) -> String {
    let letter = |index: usize| char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    if column < 26 { letter(column).to_string() } else { format!("{}{}", letter(column / 26 - 1), letter(column)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_their_letters() {
        let table = [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (199, "GR")];
        for (column, name) in table {
            assert_eq!(column_name(column), name);
        }
    }
}
