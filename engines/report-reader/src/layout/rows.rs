//! Rows: lines with a date in front, and text under the columns of a table.

use super::build::{Builder, Kept, Open, part};
use super::columns::{Place, aligned, column_of, fill, guessed, placed, split_at_columns};
use super::{Cell, Part, Row};
use crate::dates::{skip_time, time_at_start};
use crate::source::{Bullet, SourceLine};

impl<'a> Builder<'a> {
    /// »Di,« above »07.05.2019«, »24.–26.03.« above »2023«: the date of the open row goes on.
    pub(super) fn wrapped_date(&mut self, at: usize, kept: &'a Kept<'a>) -> bool {
        let Open::Row { row, .. } = &self.open else {
            return false;
        };
        if !placed(&self.columns) || kept.blanks > 0 {
            return false;
        }
        let Some(first) = kept.line.chunks.first() else {
            return false;
        };
        let column = column_of(first, &self.columns);
        let lone_year =
            first.text.len() == 4 && first.text.chars().all(|c| c.is_ascii_digit()) && row.dated && column == 0;
        (lone_year || column > 0) && self.in_columns(at, kept)
    }

    pub(super) fn new_row(&mut self, tabular: bool, dated: bool) -> Row {
        if self.columns.is_empty() {
            self.table += 1;
        }
        let named = self.columns.iter().any(|c| c.role.is_some());
        Row { table: self.table, cells: Vec::new(), tabular, named, dated }
    }

    /// A line that begins with a date opens a row.
    pub(super) fn dated_line(&mut self, kept: &Kept<'_>, end: usize) {
        let begun = self.begun_range(kept);
        self.dated_row(kept, end);
        if let (Some(mut begun), Open::Row { row, .. }) = (begun, &mut self.open)
            && let Some(cell) = row.cells.first_mut()
        {
            begun.append(&mut cell.parts);
            cell.parts = begun;
        }
    }

    /// »07.09.-« above »09.09.2022 …«: takes back the row that is only the beginning of a range.
    fn begun_range(&mut self, kept: &Kept<'_>) -> Option<Vec<Part>> {
        let Open::Row { row, .. } = &self.open else {
            return None;
        };
        let text = row.cells.iter().map(|c| c.joined().text().to_owned()).collect::<String>();
        let dash = text.trim_end().ends_with(['-', '–']);
        if kept.blanks > 0
            || !dash
            || row.cells.iter().map(|c| c.parts.len()).sum::<usize>() > 2
            || text.chars().any(char::is_alphabetic)
        {
            return None;
        }
        let mut parts: Vec<Part> = row.cells.iter().flat_map(|c| c.parts.clone()).collect();
        parts.truncate(1);
        parts.first_mut()?.text = text;
        self.open = Open::Nothing;
        Some(parts)
    }

    /// »November« alone in the column of days is a time.
    pub(super) fn month_cell(&mut self, kept: &'a Kept<'a>) -> bool {
        let days = self.columns.first().is_some_and(|c| c.role == Some(crate::vocabulary::Column::Date));
        let Some(first) = kept.line.chunks.first().filter(|_| days && placed(&self.columns)) else {
            return false;
        };
        let month =
            kept.line.chunks.len() > 1 && crate::dates::is_month(&first.text) && column_of(first, &self.columns) == 0;
        if month {
            self.dated_row(kept, first.text.len());
        }
        month
    }

    fn dated_row(&mut self, kept: &Kept<'_>, end: usize) {
        let line = kept.line;
        self.close();
        let chunks =
            if placed(&self.columns) { split_at_columns(&line.chunks, &self.columns) } else { line.chunks.clone() };
        if chunks.len() >= 2 && (placed(&self.columns) || self.columns.is_empty()) {
            let columns = if self.columns.is_empty() { guessed(&chunks) } else { self.columns.clone() };
            let mut row = self.new_row(true, true);
            fill(&mut row, &chunks, &columns, line.number);
            self.columns = columns;
            self.open = Open::Row { row, bullet: None };
            return;
        }
        let text = line.plain();
        self.order_row(line, &text, end, None);
    }

    pub(super) fn dated_item(&mut self, kept: &Kept<'_>, mark: Bullet, offset: usize, end: usize) {
        self.close();
        let text = kept.line.plain();
        let shown = text.get(offset..).unwrap_or_default().to_owned();
        self.order_row(kept.line, &shown, end - offset, Some((mark, kept.line.indent())));
    }

    /// A dated line without columns: the date, then one text.
    pub(super) fn order_row(&mut self, line: &SourceLine, text: &str, end: usize, bullet: Option<(Bullet, usize)>) {
        let ordered = self.columns.len() >= 2 && !placed(&self.columns) && bullet.is_none();
        if !ordered {
            self.columns.clear();
        }
        let role = |at: usize| self.columns.get(at).and_then(|c| c.role);
        // With more than two named columns nobody can tell where one ends.
        let second = if self.columns.len() == 2 { role(1) } else { None };
        let (first, named) = (role(0), ordered && self.columns.len() == 2);
        let mut row = self.new_row(false, true);
        row.named = named;
        row.cells.push(Cell {
            column: 0,
            role: first.or(Some(crate::vocabulary::Column::Date)),
            parts: vec![part(line, text.get(..end).unwrap_or(text))],
            inherited: false,
        });
        let rest = text.get(end..).unwrap_or_default();
        // A time of day goes; a list sign before the first topic stays.
        let timed = rest.trim_start_matches([' ', ',', '|', '–', '-', '(', ':']);
        let rest = if time_at_start(timed).is_some() { rest.get(skip_time(rest)..).unwrap_or(rest) } else { rest };
        let after_comma = rest.trim_start().starts_with(',');
        let rest = rest.trim().trim_start_matches([',', ';', ':', '|']).trim_start();
        // »27.04.2024, Obertal: Wandereröffnung«: the place stands between the day and what happened.
        let place = rest.split_once(": ").map_or(rest, |(head, _)| head);
        let rest = if after_comma && bullet.is_none() && is_place(place) {
            row.cells.push(Cell {
                column: 1,
                role: Some(crate::vocabulary::Column::Place),
                parts: vec![part(line, rest.get(..=place.len()).unwrap_or(place))],
                inherited: false,
            });
            rest.get(place.len() + 1..).unwrap_or_default().trim_start()
        } else {
            rest
        };
        let mut cell = Cell { column: row.cells.len(), role: second, parts: Vec::new(), inherited: false };
        if !rest.is_empty() {
            cell.parts.push(part(line, rest));
        }
        row.cells.push(cell);
        self.open = Open::Row { row, bullet };
    }

    /// Text under the columns of an open table.
    pub(super) fn in_columns(&mut self, at: usize, kept: &Kept<'_>) -> bool {
        if !placed(&self.columns) {
            return false;
        }
        let line = kept.line;
        // One text after a blank line is no row, even where it runs over the columns.
        let chunks = if line.chunks.len() == 1 && kept.blanks > 0 {
            line.chunks.clone()
        } else {
            split_at_columns(&line.chunks, &self.columns)
        };
        let Some(first) = chunks.first() else {
            return false;
        };
        let column = column_of(first, &self.columns);
        let date_first = matches!(&self.open, Open::Row { row, .. } if row.dated)
            || self.columns.first().is_some_and(|c| c.role == Some(crate::vocabulary::Column::Date));
        if column > 0 {
            // Beside the first column: it goes on, if a row is open.
            let near = kept.blanks == 0 || self.goes_on_later(at) || kept.turned || date_first && kept.blanks <= 2;
            if let Open::Row { row, .. } = &mut self.open
                && near
            {
                fill(row, &chunks, &self.columns, line.number);
                return true;
            }
            return false;
        }
        let reach = self.columns.get(1).map_or(usize::MAX, |c| c.x);
        if date_first {
            let fits = first.end < reach;
            let time = time_at_start(&first.text).is_some() || first.text.starts_with('(') || first.text.len() <= 12;
            if fits
                && kept.blanks == 0
                && (chunks.len() > 1 || time)
                && let Open::Row { row, .. } = &mut self.open
            {
                fill(row, &chunks, &self.columns, line.number);
                return true;
            }
            return false;
        }
        if chunks.len() == 1 && (first.end >= reach || kept.blanks > 0) {
            return false;
        }
        if let Open::Row { row, .. } = &mut self.open
            && kept.blanks == 0
            && (chunks.len() == 1
                || first.text.starts_with(char::is_lowercase)
                || lacks_anchor(row, &chunks, &self.columns))
        {
            fill(row, &chunks, &self.columns, line.number);
            return true;
        }
        self.close();
        let columns = self.columns.clone();
        let mut row = self.new_row(true, false);
        fill(&mut row, &chunks, &columns, line.number);
        self.open = Open::Row { row, bullet: None };
        true
    }

    /// Two lines with a common column make a table without a head.
    pub(super) fn opens_table(&mut self, at: usize, kept: &Kept<'_>) -> bool {
        let line = kept.line;
        if line.chunks.len() < 2 || matches!(self.open, Open::Paragraph(_)) && kept.blanks == 0 {
            return false;
        }
        let next = self.kept.get(at + 1..).unwrap_or_default().iter().take(3).find(|k| k.line.chunks.len() >= 2);
        if !next.is_some_and(|k| aligned(&line.chunks, &k.line.chunks)) {
            return false;
        }
        self.end_table();
        let columns = guessed(&line.chunks);
        let mut row = self.new_row(true, false);
        fill(&mut row, &line.chunks, &columns, line.number);
        self.columns = columns;
        self.open = Open::Row { row, bullet: None };
        true
    }
}

/// One or two names without a number: a place, if nothing else bears such a name.
fn is_place(text: &str) -> bool {
    (1..=2).contains(&text.split_whitespace().count())
        && text.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.'))
        && crate::vocabulary::body(text).is_none()
        && crate::vocabulary::column(text).is_none()
        && crate::vocabulary::classify(text).is_none()
}

/// A wrapped line of a row fills text columns only, never those with amounts, dates or a state.
fn lacks_anchor(row: &Row, chunks: &[crate::source::Chunk], columns: &[Place]) -> bool {
    use crate::vocabulary::Column;
    let is_anchor = |at: usize| {
        columns.get(at).and_then(|c| c.role).is_some_and(|r| {
            matches!(
                r,
                Column::Cost | Column::Grant | Column::Date | Column::Number | Column::State | Column::Participants
            )
        }) || row.cells.iter().any(|c| c.column == at && c.parts.first().is_some_and(|p| super::is_money(&p.text)))
    };
    let has_anchor = (0..columns.len()).any(is_anchor);
    has_anchor && !chunks.iter().any(|chunk| is_anchor(column_of(chunk, columns)))
}
