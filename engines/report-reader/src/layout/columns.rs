//! Columns of tables: their heads, their places, and which text belongs where.

use super::{Cell, Part, Row};
use crate::dates::{YearContext, leading};
use crate::source::{Chunk, SourceLine};
use crate::vocabulary::{Column, column};

/// How far a cell may begin beside its column, in characters.
const TOLERANCE: usize = 2;

/// A column of a table in text or PDF.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    pub(super) x: usize,
    pub(super) end: usize,
    pub(super) role: Option<Column>,
}

/// Whether texts are the head of a table, and what its columns hold.
pub(super) fn roles(texts: &[&str]) -> Option<Vec<Option<Column>>> {
    let found: Vec<Option<Column>> =
        texts.iter().map(|text| if text.chars().count() <= 40 { column(text) } else { None }).collect();
    let known = found.iter().flatten().count();
    let values = texts.iter().any(|text| {
        leading(text, &YearContext::default()).is_some()
            || is_money(text)
            || text.contains(": ")
            || text.chars().any(|c| c.is_ascii_digit()) && (text.contains("EUR") || text.contains('€'))
            || text.trim_end().ends_with('.') && text.len() > 8 && column(text).is_none()
    });
    (texts.len() >= 2 && known >= 2 && known * 5 >= texts.len() * 3 && !values).then_some(found)
}

/// The columns a head line opens. Without wide gaps its words are the columns.
pub(super) fn header(line: &SourceLine) -> Option<Vec<Place>> {
    let texts: Vec<&str> = line.chunks.iter().map(|c| c.text.as_str()).collect();
    if texts.len() >= 2 {
        let roles = roles(&texts)?;
        return Some(
            line.chunks.iter().zip(roles).map(|(chunk, role)| Place { x: chunk.x, end: chunk.end, role }).collect(),
        );
    }
    let only = line.chunks.first()?;
    let words: Vec<&str> = only
        .text
        .split(|c: char| c.is_whitespace() || c == '/')
        .filter(|w| !w.is_empty() && !matches!(*w, "und" | "–" | "-"))
        .collect();
    let all = words.iter().map(|word| column(word)).collect::<Option<Vec<Column>>>()?;
    let first = all.first()?;
    (words.len() >= 2 && words.len() <= 6 && matches!(first, Column::Date | Column::Number))
        .then(|| all.iter().map(|role| Place { x: 0, end: 0, role: Some(*role) }).collect())
}

/// Whether the head gives places; one without wide gaps gives only an order.
pub(super) fn placed(columns: &[Place]) -> bool {
    columns.iter().any(|c| c.x > 0)
}

/// An amount of money or a number of persons, as a cell of its own.
pub(crate) fn is_money(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let number = lower
        .trim_end_matches("euro")
        .trim_end_matches("eur")
        .trim_end_matches(['€', ' ', '-', ',', '\u{a0}', '–'])
        .trim();
    number.len() < lower.len()
        && !number.is_empty()
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\''))
}

/// The column a piece of text stands in: the one it overlaps most, else the nearest.
pub(super) fn column_of(chunk: &Chunk, columns: &[Place]) -> usize {
    let mut best = (0_usize, 0_usize);
    for (at, place) in columns.iter().enumerate() {
        let right = columns.get(at + 1).map_or(usize::MAX, |next| next.x.saturating_sub(1));
        // A number may stick out to the left of its right-aligned head.
        let left = place.x.saturating_sub(TOLERANCE);
        let overlap = chunk.end.min(right).saturating_sub(chunk.x.max(left));
        let starts_here = chunk.x + TOLERANCE >= place.x && chunk.x <= place.x + TOLERANCE;
        let score = overlap + if starts_here { 1000 } else { 0 };
        if score > best.1 {
            best = (at, score);
        }
    }
    if best.1 > 0 {
        return best.0;
    }
    columns.iter().rposition(|place| place.x <= chunk.x).unwrap_or(0)
}

/// Cuts a chunk of plain text that runs over the start of the next column with a single blank.
pub(super) fn split_at_columns(chunks: &[Chunk], columns: &[Place]) -> Vec<Chunk> {
    let mut found = Vec::new();
    for chunk in chunks {
        let letters: Vec<char> = chunk.text.chars().collect();
        // Only in plain text does one letter mean one position.
        if chunk.end.saturating_sub(chunk.x) != letters.len() || !placed(columns) {
            found.push(chunk.clone());
            continue;
        }
        let mut from = 0;
        for place in columns {
            let begins = |at: &usize| {
                *at > from
                    && *at < letters.len()
                    && letters.get(at - 1).is_some_and(|c| c.is_whitespace())
                    && letters.get(*at).is_some_and(|c| !c.is_whitespace())
            };
            let Some(at) = place.x.checked_sub(chunk.x) else {
                continue;
            };
            // A text that is too long for its column pushes the next one a little to the right.
            let pushed = (at + 1..=at + TOLERANCE).find(|n| {
                begins(n) && letters.get(*n).is_some_and(char::is_ascii_digit) && place.role == Some(Column::Date)
            });
            if let Some(at) = Some(at).filter(begins).or(pushed) {
                push(&mut found, chunk.x, &letters, from, at);
                from = at;
            }
        }
        push(&mut found, chunk.x, &letters, from, letters.len());
    }
    found
}

fn push(found: &mut Vec<Chunk>, x: usize, letters: &[char], from: usize, to: usize) {
    let text: String = letters.get(from..to).unwrap_or_default().iter().collect();
    let text = text.trim().to_owned();
    if !text.is_empty() {
        found.push(Chunk { x: x + from, end: x + from + text.chars().count(), text });
    }
}

/// Puts the texts of a line into the cells of a row.
pub(super) fn fill(row: &mut Row, chunks: &[Chunk], columns: &[Place], line: usize) {
    for chunk in chunks {
        let column = column_of(chunk, columns);
        let role = columns.get(column).and_then(|place| place.role);
        let part = Part { line, text: chunk.text.clone(), starts: false, x: chunk.x, end: chunk.end };
        match row.cells.iter_mut().find(|cell| cell.column == column) {
            Some(cell) => cell.parts.push(part),
            None => row.cells.push(Cell { column, role, parts: vec![part], inherited: false }),
        }
    }
    row.cells.sort_by_key(|cell| cell.column);
}

/// Columns of a table without a head, from its first line.
pub(super) fn guessed(chunks: &[Chunk]) -> Vec<Place> {
    chunks.iter().map(|c| Place { x: c.x, end: c.end, role: None }).collect()
}

/// Whether two lines share a column beside the first.
pub(super) fn aligned(a: &[Chunk], b: &[Chunk]) -> bool {
    a.len() >= 2
        && b.len() >= 2
        && a.iter().skip(1).any(|one| b.iter().skip(1).any(|other| one.x.abs_diff(other.x) <= 1))
}
