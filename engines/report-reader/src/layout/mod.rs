//! From lines to blocks: headings, table rows, list items and paragraphs.

mod build;
mod cells;
mod columns;
mod continuation;
mod furniture;
mod heading;
mod items;
mod normal;
mod rows;
mod wording;

use crate::joining::Joined;
use crate::source::Bullet;
use crate::vocabulary::Column;

pub(crate) use build::Blocks;
pub(crate) use build::blocks;
pub(crate) use columns::is_money;
pub(crate) use wording::{is_form_question, looks_like_clause, stops_midway};

/// One physical line of a block.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    pub(crate) line: usize,
    pub(crate) text: String,
    /// Certainly the beginning of a list item or paragraph of its own.
    pub(crate) starts: bool,
    pub(crate) x: usize,
    pub(crate) end: usize,
}

/// One cell of a table row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    pub(crate) column: usize,
    pub(crate) role: Option<Column>,
    pub(crate) parts: Vec<Part>,
    /// The content stands in the row above (merged cells).
    pub(crate) inherited: bool,
}

impl Cell {
    pub(crate) fn joined(&self) -> Joined {
        join(&self.parts)
    }
}

/// Joins parts as one running text.
pub(crate) fn join(parts: &[Part]) -> Joined {
    Joined::of(parts.iter().map(|part| (part.line, part.text.as_str())))
}

/// A table row or a line that begins with a date.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub(crate) table: usize,
    pub(crate) cells: Vec<Cell>,
    /// It stands in columns; otherwise it is a line with a date in front.
    pub(crate) tabular: bool,
    /// The columns have names.
    pub(crate) named: bool,
    pub(crate) dated: bool,
}

impl Row {
    pub(crate) fn lines(&self) -> Vec<usize> {
        let mut lines: Vec<usize> =
            self.cells.iter().filter(|c| !c.inherited).flat_map(|c| c.parts.iter().map(|p| p.line)).collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    }

    pub(crate) fn cell(&self, role: Column) -> Option<&Cell> {
        self.cells.iter().find(|c| c.role == Some(role) && !c.parts.is_empty())
    }
}

/// A heading with its place in the outline.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heading {
    pub(crate) line: usize,
    /// Without its number.
    pub(crate) text: String,
    /// 1 is the top; without numbers or styles it is guessed from the words.
    pub(crate) level: u8,
    /// Only its isolation speaks for a heading.
    pub(crate) weak: bool,
    /// A line over the whole width of a table.
    pub(crate) in_table: bool,
}

/// A piece of the report.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    Heading(Heading),
    Row(Row),
    Item { bullet: Option<Bullet>, depth: usize, parts: Vec<Part> },
    Paragraph { parts: Vec<Part> },
    Note { parts: Vec<Part> },
}

/// Why a line needs no place in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Furniture {
    PageNumber,
    RunningHead,
    Separator,
    Contents,
    TableHead,
    /// The second line of a title.
    TitleRest,
}
