//! Tables with ruled cells: which rules make a table, and which letters stand in which cell.

use super::pdf_lines::{Glyph, cell_texts};
use super::pdf_rules::Rule;
use crate::source::{CellMark, Chunk, Mark, SourceLine};

/// Rules that close together are one, in points.
const SAME: f64 = 2.0;
/// Rules meet when they end that close to each other, in points.
const REACH: f64 = 4.0;

/// How far text may stick out of the last column, in points.
const OVERHANG: f64 = 30.0;

/// A table: its edges from left to right and from top to bottom, and the rules that part its cells.
#[derive(Debug)]
pub(super) struct Grid {
    xs: Vec<f64>,
    ys: Vec<f64>,
    rules: Vec<Rule>,
}

/// Where the part of a table on one page ends.
#[derive(Debug, Clone, Default)]
pub(super) struct Ended {
    /// How many rows the table has so far.
    pub(super) rows: usize,
    /// The texts of its first row, which may be repeated on the next page.
    head: Vec<String>,
    /// The first cell of the last row is empty.
    bare: bool,
    /// The columns whose last line had no room for another word.
    full: Vec<usize>,
}

/// One cell: the places it covers and the letters in it.
struct CellBox<'g> {
    row: usize,
    column: usize,
    rows: usize,
    columns: usize,
    glyphs: Vec<&'g Glyph>,
}

/// The tables of a page, from top to bottom; a frame around text is none.
pub(super) fn grids(rules: &[Rule]) -> Vec<Grid> {
    let rules = merged(rules);
    let mut groups: Vec<usize> = (0..rules.len()).collect();
    for (a, one) in rules.iter().enumerate() {
        for (b, other) in rules.iter().enumerate().skip(a + 1) {
            if crosses(one, other) {
                let (from, to) = (root(&groups, b), root(&groups, a));
                if let Some(slot) = groups.get_mut(from) {
                    *slot = to;
                }
            }
        }
    }
    let mut found: Vec<Grid> = Vec::new();
    for at in 0..rules.len() {
        if root(&groups, at) != at {
            continue;
        }
        let own: Vec<Rule> =
            rules.iter().enumerate().filter(|(n, _)| root(&groups, *n) == at).map(|(_, rule)| *rule).collect();
        found.extend(grid(own));
    }
    found.sort_by(|a, b| b.top().total_cmp(&a.top()));
    found
}

fn root(groups: &[usize], mut at: usize) -> usize {
    while let Some(up) = groups.get(at).copied().filter(|up| *up != at) {
        at = up;
    }
    at
}

fn crosses(one: &Rule, other: &Rule) -> bool {
    one.horizontal != other.horizontal
        && other.at >= one.from - REACH
        && other.at <= one.to + REACH
        && one.at >= other.from - REACH
        && one.at <= other.to + REACH
}

/// Pieces of the same line become one.
fn merged(rules: &[Rule]) -> Vec<Rule> {
    let mut sorted = rules.to_vec();
    sorted.sort_by(|a, b| a.horizontal.cmp(&b.horizontal).then(a.at.total_cmp(&b.at)).then(a.from.total_cmp(&b.from)));
    let mut found: Vec<Rule> = Vec::new();
    for rule in sorted {
        let same = found.iter_mut().rev().take(64).find(|open| {
            open.horizontal == rule.horizontal
                && (open.at - rule.at).abs() <= SAME
                && rule.from <= open.to + REACH
                && rule.to >= open.from - REACH
        });
        match same {
            Some(open) => {
                open.from = open.from.min(rule.from);
                open.to = open.to.max(rule.to);
            }
            None => found.push(rule),
        }
    }
    found
}

/// Places that lie apart, in order.
fn places(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    let mut found: Vec<f64> = Vec::new();
    for value in sorted {
        if found.last().is_none_or(|last| value - last > SAME) {
            found.push(value);
        }
    }
    found
}

fn grid(rules: Vec<Rule>) -> Option<Grid> {
    let horizontal = || rules.iter().filter(|rule| rule.horizontal);
    // A table may be open at its sides.
    let left = horizontal().map(|rule| rule.from).fold(f64::MAX, f64::min);
    let right = horizontal().map(|rule| rule.to).fold(f64::MIN, f64::max);
    let mut xs = places(rules.iter().filter(|rule| !rule.horizontal).map(|rule| rule.at));
    if xs.first().is_some_and(|x| x - left > 3.0 * REACH) {
        xs.insert(0, left);
    }
    if xs.last().is_some_and(|x| right - x > 3.0 * REACH) {
        xs.push(right);
    }
    let mut ys = places(horizontal().map(|rule| rule.at));
    ys.reverse();
    // A row that a page break cuts off has no rule at the cut.
    let vertical = || rules.iter().filter(|rule| !rule.horizontal);
    let bottom = vertical().map(|rule| rule.from).fold(f64::MAX, f64::min);
    let top = vertical().map(|rule| rule.to).fold(f64::MIN, f64::max);
    if ys.last().is_some_and(|y| y - bottom > 2.0 * REACH) {
        ys.push(bottom);
    }
    if ys.first().is_some_and(|y| top - y > 2.0 * REACH) {
        ys.insert(0, top);
    }
    (xs.len() >= 3 && ys.len() >= 2 && xs.len() <= 40 && ys.len() <= 400).then_some(Grid { xs, ys, rules })
}

impl Grid {
    pub(super) fn top(&self) -> f64 {
        self.ys.first().copied().unwrap_or(0.0)
    }

    /// The same columns: the table of the page before goes on.
    pub(super) fn goes_on(&self, other: &Self) -> bool {
        self.xs.len() == other.xs.len() && self.xs.iter().zip(&other.xs).all(|(a, b)| (a - b).abs() <= 2.0 * REACH)
    }

    /// The row and column a letter stands in.
    fn place(&self, glyph: &Glyph) -> Option<(usize, usize)> {
        let (x, y) = (glyph.x + glyph.width / 2.0, glyph.y + glyph.size * 0.3);
        // A word too long for the last column sticks out of it.
        let last = self.xs.last().copied()?;
        let x = if x >= last && x < last + OVERHANG { last - 0.1 } else { x };
        let column = self.xs.windows(2).position(|edge| matches!(edge, [from, to] if x >= *from && x < *to))?;
        let row = self.ys.windows(2).position(|edge| matches!(edge, [from, to] if y <= *from && y > *to))?;
        Some((row, column))
    }

    pub(super) fn holds(&self, glyph: &Glyph) -> bool {
        self.place(glyph).is_some()
    }

    /// Whether a rule parts a place from its neighbour to the right or below.
    fn parted(&self, row: usize, column: usize, below: bool) -> bool {
        let span = |edges: &[f64], at: usize| edges.get(at).zip(edges.get(at + 1)).map(|(a, b)| (a.min(*b), a.max(*b)));
        let across = if below { span(&self.xs, column) } else { span(&self.ys, row) };
        let edge = if below { self.ys.get(row + 1) } else { self.xs.get(column + 1) };
        let (Some((from, to)), Some(edge)) = (across, edge) else {
            return true;
        };
        // The rules of a row that a page break cut are short.
        self.rules.iter().any(|rule| {
            let common = rule.to.min(to) - rule.from.max(from);
            rule.horizontal == below && (rule.at - edge).abs() <= SAME && common > 0.25 * (to - from)
        })
    }

    fn cells<'g>(&self, glyphs: &'g [Glyph]) -> Vec<CellBox<'g>> {
        let (rows, columns) = (self.ys.len() - 1, self.xs.len() - 1);
        let mut groups: Vec<usize> = (0..rows * columns).collect();
        let mut join = |a: usize, b: usize| {
            let (low, high) = (root(&groups, a).min(root(&groups, b)), root(&groups, a).max(root(&groups, b)));
            if let Some(slot) = groups.get_mut(high) {
                *slot = low;
            }
        };
        for row in 0..rows {
            for column in 0..columns {
                let at = row * columns + column;
                if column + 1 < columns && !self.parted(row, column, false) {
                    join(at, at + 1);
                }
                if row + 1 < rows && !self.parted(row, column, true) {
                    join(at, at + columns);
                }
            }
        }
        let mut found: Vec<CellBox<'g>> = Vec::new();
        for at in 0..rows * columns {
            let own = root(&groups, at);
            let (row, column) = (at / columns, at % columns);
            match found.iter_mut().find(|cell| cell.row * columns + cell.column == own) {
                Some(cell) => {
                    cell.rows = cell.rows.max(row + 1 - cell.row);
                    cell.columns = cell.columns.max(column + 1 - cell.column);
                }
                None => found.push(CellBox { row, column, rows: 1, columns: 1, glyphs: Vec::new() }),
            }
        }
        for glyph in glyphs {
            if let Some((row, column)) = self.place(glyph)
                && let Some(cell) = found.iter_mut().find(|cell| {
                    (cell.row..cell.row + cell.rows).contains(&row)
                        && (cell.column..cell.column + cell.columns).contains(&column)
                })
            {
                cell.glyphs.push(glyph);
            }
        }
        found
    }

    /// The cells as lines, row by row. `before` is the part of the table on the page before.
    pub(super) fn lines(
        &self,
        glyphs: &[Glyph],
        page: usize,
        table: usize,
        before: Option<&Ended>,
    ) -> (Vec<SourceLine>, Ended) {
        let cells = self.cells(glyphs);
        let rows = self.ys.len() - 1;
        let mut found = Vec::new();
        let mut first = before.map_or(0, |part| part.rows);
        let mut ended = Ended { head: before.map(|part| part.head.clone()).unwrap_or_default(), ..Ended::default() };
        // The first row after the repeated head may go on with the last row of the page before.
        let mut opening = before.is_some();
        for row in 0..rows {
            let here: Vec<&CellBox<'_>> =
                cells.iter().filter(|cell| (cell.row..cell.row + cell.rows).contains(&row)).collect();
            let plain = |cell: &CellBox<'_>| cell_texts(&cell.glyphs, f64::MAX).texts.join(" ");
            let texts: Vec<String> = here.iter().filter(|cell| cell.row == row).map(|cell| plain(cell)).collect();
            if row == 0 && before.is_none() {
                ended.head.clone_from(&texts);
            }
            if row == 0 && before.is_some() && texts == ended.head {
                first = first.saturating_sub(1);
                found.extend(here.iter().flat_map(|cell| {
                    let texts = cell_texts(&cell.glyphs, f64::MAX).texts.into_iter();
                    texts.map(|text| SourceLine { mark: Mark::Furniture, ..cell_line(text, page, CellMark::default()) })
                }));
                continue;
            }
            // Of a row that a page break cut in two only one part has the first cell.
            let bare = here.first().is_none_or(|cell| cell.glyphs.is_empty());
            let cut = opening && before.is_some_and(|part| part.bare != bare);
            ended.bare = bare;
            opening = false;
            if cut {
                first = first.saturating_sub(1);
            }
            ended.full.clear();
            for cell in here {
                let merged = cell.row != row;
                let mark = CellMark {
                    table,
                    row: first + row,
                    column: cell.column,
                    span: cell.columns,
                    header: false,
                    starts: true,
                    runs_on: false,
                    merged,
                };
                if merged {
                    found.push(cell_line(String::new(), page, mark));
                    continue;
                }
                let right = self.xs.get(cell.column + cell.columns).copied().unwrap_or(f64::MAX);
                let told = cell_texts(&cell.glyphs, right);
                for (nth, text) in told.texts.into_iter().enumerate() {
                    let full = before.is_some_and(|part| part.full.contains(&cell.column));
                    let runs_on = cut && nth == 0 && (full || text.starts_with(char::is_lowercase));
                    found.push(cell_line(text, page, CellMark { starts: !runs_on, runs_on, ..mark }));
                }
                if told.full {
                    ended.full.push(cell.column);
                }
            }
        }
        ended.rows = first + rows;
        (found, ended)
    }
}

fn cell_line(text: String, page: usize, mark: CellMark) -> SourceLine {
    let chunks =
        if text.is_empty() { Vec::new() } else { vec![Chunk { x: 0, end: text.chars().count(), text: text.clone() }] };
    SourceLine { number: 0, page, text, chunks, mark: Mark::Cell(mark), size: 100 }
}
