//! Contacts and members from files: Excel workbooks, delimited text, address books.
//!
//! A file becomes a [`Table`] ([`read_table`]), its columns are known by their heads, and every row
//! gets a [`Fate`] against what is stored already, before anything is stored. [`import_members`] and
//! [`import_people`] decide the fates again inside the transaction that stores them, so what is
//! stored never rests on an old look. Reading and deciding are pure; only `store` touches data.

mod card;
mod column;
mod delimited;
mod fate;
mod identity;
mod members;
mod names;
mod people;
mod people_columns;
mod places;
mod spelling;
mod store;
mod text;
mod words;
mod workbook;

#[cfg(test)]
mod file_tests;
#[cfg(test)]
mod samples;

pub use fate::{Counts, Difference, Fate, Plan, PlanRow, Sentence, Twin};
pub use members::{MemberPlan, plan_members};
pub use people::{KnownPeople, PersonPlan, plan_people};
pub use store::{ImportFault, import_members, import_people, preview_members, preview_people};
pub use words::Words;

/// The most rows of a file. More are refused with a sentence instead of a server that stalls.
pub const MOST_ROWS: usize = 20_000;
/// The most columns that are looked at.
const MOST_COLUMNS: usize = 200;

/// A row of a file as it stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its number in the file as people count, from 1.
    pub number: usize,
    /// Its cells.
    pub cells: Vec<String>,
    /// Why it cannot be used, if the file itself is damaged there.
    pub broken: Option<Sentence>,
}

/// A file as rows of cells. Every cell is text; a formula is its last value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Name of the file, for sources.
    pub name: String,
    /// All rows, the head included.
    pub lines: Vec<Line>,
}

/// Reads a file by its content; its name only names it. Never panics on damaged files.
pub fn read_table(bytes: &[u8], name: &str) -> Result<Table, Sentence> {
    let lines = if bytes.is_empty() {
        return Err(Sentence::new("import-file-empty"));
    } else if bytes.starts_with(b"PK\x03\x04") {
        workbook::read(bytes)?
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Sentence::new("import-file-old-excel"));
    } else if bytes.starts_with(b"%PDF") {
        return Err(Sentence::new("import-file-pdf"));
    } else {
        let text = text::decode(bytes).ok_or_else(|| Sentence::new("import-file-unknown"))?;
        if card::is_card(&text) { card::read(&text) } else { delimited::read(&text) }
    };
    if lines.len() > MOST_ROWS + 1 {
        return Err(too_many());
    }
    if lines.iter().all(|line| line.cells.iter().all(|cell| cell.trim().is_empty())) {
        return Err(Sentence::new("import-file-empty"));
    }
    Ok(Table { name: name.to_owned(), lines })
}

fn too_many() -> Sentence {
    Sentence::new("import-file-too-many").with("most", MOST_ROWS.to_string())
}
