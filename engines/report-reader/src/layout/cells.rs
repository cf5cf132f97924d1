//! Tables of word processors: rows, merged cells and head rows.

use super::columns::roles;
use super::wording::clean;
use super::{Block, Cell, Furniture, Heading, Part, Row};
use crate::dates::{YearContext, leading};
use crate::source::{CellMark, Mark, SourceLine, bullet};
use crate::vocabulary::{Column, column};

/// The end of a line without room for another word.
const FULL: usize = 100_000;

/// What became of the lines of one table.
pub(super) struct Table {
    pub(super) blocks: Vec<Block>,
    pub(super) heads: Vec<(usize, Furniture)>,
}

struct Draft<'a> {
    mark: CellMark,
    lines: Vec<(&'a SourceLine, CellMark)>,
}

/// Reads the lines of one table; all carry a cell mark of it.
pub(super) fn table(lines: &[&SourceLine], id: usize) -> Table {
    let mut result = Table { blocks: Vec::new(), heads: Vec::new() };
    let mut columns: Vec<(usize, Option<Column>)> = Vec::new();
    let mut above: Vec<Cell> = Vec::new();
    let width = lines.iter().filter_map(|l| cell_mark(l)).map(|m| m.column + m.span).max().unwrap_or(1);
    for row in rows(lines) {
        let texts: Vec<String> = row.iter().map(draft_text).collect();
        let filled: Vec<&str> = texts.iter().map(String::as_str).filter(|t| !t.is_empty()).collect();
        let Some(first) = row.first() else { continue };
        let is_head = first.mark.header && columns.is_empty() || roles(&filled).is_some();
        if is_head && !filled.is_empty() {
            columns = row.iter().zip(&texts).map(|(draft, text)| (draft.mark.column, column(text))).collect();
            result.heads.extend(row.iter().flat_map(|d| d.lines.iter().map(|(l, _)| (l.number, Furniture::TableHead))));
            above.clear();
            continue;
        }
        // A second row of heads: »Kosten | Förderung | (netto)«.
        if first.mark.header && !columns.is_empty() {
            result.heads.extend(row.iter().flat_map(|d| d.lines.iter().map(|(l, _)| (l.number, Furniture::TableHead))));
            continue;
        }
        if let [only] = row.as_slice()
            && (only.mark.span >= width.max(2))
            && let Some((line, _)) = only.lines.iter().find(|(l, _)| !l.is_blank())
            && only.lines.iter().filter(|(l, _)| !l.is_blank()).count() == 1
            && leading(&line.plain(), &YearContext::default()).is_none()
        {
            result.blocks.push(Block::Heading(Heading {
                line: line.number,
                text: clean(&line.plain()),
                level: 8,
                weak: false,
                in_table: true,
            }));
            continue;
        }
        let cells = row_cells(&row, &columns, &above);
        if cells.iter().any(|c| !c.inherited && !c.parts.is_empty()) {
            let dated = cells
                .iter()
                .find(|c| !c.parts.is_empty())
                .is_some_and(|c| leading(c.joined().text(), &YearContext::default()).is_some());
            let named = columns.iter().any(|(_, role)| role.is_some());
            above.clone_from(&cells);
            result.blocks.push(Block::Row(Row { table: id, cells, tabular: true, named, dated }));
        }
    }
    result
}

fn cell_mark(line: &SourceLine) -> Option<CellMark> {
    match &line.mark {
        Mark::Cell(mark) => Some(*mark),
        _ => None,
    }
}

fn draft_text(draft: &Draft<'_>) -> String {
    draft.lines.iter().map(|(line, _)| line.plain()).collect::<Vec<_>>().join(" ").trim().to_owned()
}

fn rows<'a>(lines: &[&'a SourceLine]) -> Vec<Vec<Draft<'a>>> {
    let mut found: Vec<(usize, Vec<Draft<'a>>)> = Vec::new();
    for line in lines {
        let Some(mark) = cell_mark(line) else {
            continue;
        };
        if found.last().is_none_or(|(row, _)| *row != mark.row) {
            found.push((mark.row, Vec::new()));
        }
        let Some((_, row)) = found.last_mut() else {
            continue;
        };
        match row.iter_mut().find(|draft| draft.mark.column == mark.column) {
            Some(draft) => draft.lines.push((line, mark)),
            None => row.push(Draft { mark, lines: vec![(line, mark)] }),
        }
    }
    found.into_iter().map(|(_, row)| row).collect()
}

fn row_cells(row: &[Draft<'_>], columns: &[(usize, Option<Column>)], above: &[Cell]) -> Vec<Cell> {
    let mut cells = Vec::new();
    for draft in row {
        let role = columns
            .iter()
            .rfind(|(at, _)| *at <= draft.mark.column)
            .filter(|(at, _)| *at < draft.mark.column + draft.mark.span)
            .and_then(|(_, role)| *role);
        let mut parts: Vec<Part> = Vec::new();
        for (line, mark) in draft.lines.iter().filter(|(l, _)| !l.is_blank()) {
            let text = line.plain();
            let starts = mark.starts && !parts.is_empty() || bullet(&text).is_some();
            if let Some(before) = parts.last_mut().filter(|_| mark.runs_on) {
                before.end = FULL;
            }
            parts.push(Part { line: line.number, text, starts, x: 0, end: 0 });
        }
        let inherited = draft.mark.merged && parts.is_empty();
        if inherited && let Some(cell) = above.iter().find(|c| c.column == draft.mark.column) {
            cells.push(Cell { inherited: true, ..cell.clone() });
        } else if !parts.is_empty() {
            cells.push(Cell { column: draft.mark.column, role, parts, inherited: false });
        }
    }
    cells
}
