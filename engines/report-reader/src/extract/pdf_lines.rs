//! PDF: from letters with positions to lines with columns.

use super::pdf_columns::pieces;
use super::pdf_grid::{Ended, Grid, grids};
use super::pdf_rules::Rule;
use crate::joining::Joined;
use crate::source::{Chunk, Mark, SourceLine, bullet};

/// One letter (or ligature) on a page; the origin is at the bottom left, in points.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) size: f64,
    pub(super) text: String,
}

/// A gap of that many letter heights always separates columns.
const WIDE_GAP: f64 = 0.95;
/// A smaller gap does so if other lines begin a column at the same place.
const NARROW_GAP: f64 = 0.4;
/// A gap that is a blank between words.
const WORD_GAP: f64 = 0.17;

struct Run {
    x: f64,
    end: f64,
    text: String,
    /// The gap before it is narrow: it is a column only if others agree.
    doubtful: bool,
}

struct Row {
    y: f64,
    size: f64,
    runs: Vec<Run>,
}

/// What stands on one page.
pub(super) struct Sheet {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rules: Vec<Rule>,
}

/// How many lines of running heads and feet may stand between the parts of a table.
const BETWEEN: usize = 5;

/// Arranges the pages into numbered lines; a wide vertical gap becomes a blank line, and a table
/// with ruled cells becomes its cells.
pub(super) fn arrange(pages: &[Sheet]) -> Vec<SourceLine> {
    let usual = usual_size(pages);
    let mut lines = Vec::new();
    let mut table = 0;
    // The last table, how it ended, and where its lines end.
    let mut last: Option<(Grid, Ended, usize)> = None;
    for (at, sheet) in pages.iter().enumerate() {
        let mut rest: Vec<Glyph> = sheet.glyphs.clone();
        let filled = |grid: &Grid| sheet.glyphs.iter().any(|glyph| grid.holds(glyph));
        for grid in grids(&sheet.rules).into_iter().filter(filled) {
            let (own, others): (Vec<Glyph>, Vec<Glyph>) = rest.into_iter().partition(|glyph| grid.holds(glyph));
            let (above, below): (Vec<Glyph>, Vec<Glyph>) =
                others.into_iter().partition(|glyph| glyph.y >= grid.top() - glyph.size);
            rest = below;
            text(&above, at + 1, usual, &mut lines);
            let between = |from: usize| lines.iter().skip(from).filter(|line| !line.is_blank()).count();
            let before = match &last {
                Some((before, ended, end))
                    if before.goes_on(&grid) && between(*end) <= BETWEEN && row_page(&lines, *end) == at =>
                {
                    Some(ended.clone())
                }
                _ => {
                    table += 1;
                    None
                }
            };
            let (cells, ended) = grid.lines(&own, at + 1, table, before.as_ref());
            lines.extend(cells);
            last = Some((grid, ended, lines.len()));
        }
        text(&rest, at + 1, usual, &mut lines);
    }
    for (at, line) in lines.iter_mut().enumerate() {
        line.number = at + 1;
    }
    lines
}

/// The page of the line before an offset.
fn row_page(lines: &[SourceLine], end: usize) -> usize {
    end.checked_sub(1).and_then(|at| lines.get(at)).map_or(0, |line| line.page)
}

/// The lines of running text of one page.
fn text(glyphs: &[Glyph], page: usize, usual: f64, lines: &mut Vec<SourceLine>) {
    let unit = (usual * 0.5).max(1.0);
    if glyphs.is_empty() {
        return;
    }
    for (nth, glyphs) in pieces(glyphs).into_iter().enumerate() {
        // A column begins like a new paragraph.
        if nth > 0 || lines.last().is_some_and(|line| matches!(line.mark, Mark::Cell(_))) {
            lines.push(blank(page));
        }
        let mut rows: Vec<Row> =
            rows(&glyphs).into_iter().map(|row| runs(&row)).filter(|row| !row.runs.is_empty()).collect();
        settle_columns(&mut rows);
        let pitch = usual_pitch(&rows).unwrap_or(usual * 1.2);
        let mut last_y: Option<f64> = None;
        for row in rows {
            let gap = last_y.map_or(0.0, |y| y - row.y);
            if gap > pitch.max(row.size) * 1.35 {
                lines.push(blank(page));
            }
            last_y = Some(row.y);
            lines.push(line(&row, page, unit, usual));
        }
    }
}

/// What stands in a cell.
pub(super) struct CellText {
    /// Its paragraphs.
    pub(super) texts: Vec<String>,
    /// The last line has no room for another word.
    pub(super) full: bool,
}

/// The paragraphs of a cell whose right edge is given: lines that wrapped are one.
pub(super) fn cell_texts(glyphs: &[&Glyph], right: f64) -> CellText {
    let own: Vec<Glyph> = glyphs.iter().map(|glyph| (*glyph).clone()).collect();
    let rows: Vec<Row> = rows(&own).into_iter().map(|row| runs(&row)).filter(|row| !row.runs.is_empty()).collect();
    // Two lines alone may be paragraphs with space between them.
    let size = rows.iter().map(|row| row.size).fold(1.0, f64::max);
    let pitch = usual_pitch(&rows).filter(|_| rows.len() >= 3).unwrap_or(size * 1.3).min(size * 1.5);
    let mut found: Vec<Joined> = Vec::new();
    let mut before: Option<&Row> = None;
    let room = |row: &Row| {
        let end = row.runs.last().map_or(0.0, |run| run.end);
        let begin = row.runs.first().map_or(0.0, |run| run.x);
        let letters: usize = row.runs.iter().map(|run| run.text.chars().count()).sum();
        #[allow(clippy::cast_precision_loss)] // a line has few letters
        let letter = ((end - begin) / letters.max(1) as f64).max(0.1);
        (right - end) / letter
    };
    for row in &rows {
        let text = row.runs.iter().map(|run| run.text.trim()).collect::<Vec<_>>().join(" ");
        let first = text.split_whitespace().next().map_or(0, |word| word.chars().count());
        let mut full = false;
        let wraps = before.is_some_and(|above| {
            #[allow(clippy::cast_precision_loss)] // a word has few letters
            let needed = (first + 2) as f64;
            full = room(above) < 2.0;
            let close = above.y - row.y <= pitch.max(row.size * 1.1) * 1.35;
            let capital = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            close && bullet(&text).is_none() && (!capital || room(above) < needed)
        });
        match found.last_mut().filter(|_| wraps) {
            Some(open) => {
                // A word that is too long for its cell breaks without a hyphen.
                let broken = full
                    && before.is_some_and(|above| above.runs.iter().all(|run| !run.text.trim().contains(' ')))
                    && open.text().ends_with(char::is_alphabetic)
                    && text.starts_with(char::is_lowercase)
                    && first <= 3;
                if broken { open.glue(&text) } else { open.push(0, &text) }
            }
            None => found.push(Joined::of([(0, text.as_str())])),
        }
        before = Some(row);
    }
    // On average a German word has six letters.
    let full = rows.last().is_some_and(|row| room(row) < 9.0);
    CellText { texts: found.into_iter().map(|joined| joined.text().to_owned()).collect(), full }
}

fn blank(page: usize) -> SourceLine {
    SourceLine { number: 0, page, text: String::new(), chunks: Vec::new(), mark: Mark::Plain, size: 100 }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped first
fn whole(value: f64) -> usize {
    value.clamp(0.0, 100_000.0).round() as usize
}

fn line(row: &Row, page: usize, unit: f64, usual: f64) -> SourceLine {
    let chunks: Vec<Chunk> = row
        .runs
        .iter()
        .map(|run| Chunk { x: whole(run.x / unit), end: whole(run.end / unit), text: run.text.trim().to_owned() })
        .filter(|chunk| !chunk.text.is_empty())
        .collect();
    let text = chunks.iter().map(|c| c.text.as_str()).collect::<Vec<_>>().join("  ");
    let size = u16::try_from(whole(row.size / usual.max(0.1) * 100.0)).unwrap_or(u16::MAX);
    SourceLine { number: 0, page, text, chunks, mark: Mark::Plain, size }
}

/// The letter height most text has.
fn usual_size(pages: &[Sheet]) -> f64 {
    let mut counts = std::collections::BTreeMap::new();
    for glyph in pages.iter().flat_map(|sheet| &sheet.glyphs) {
        *counts.entry(whole(glyph.size * 10.0)).or_insert(0_usize) += 1;
    }
    let tenths = counts.into_iter().max_by_key(|(_, count)| *count).map_or(100, |(size, _)| size);
    f64::from(u32::try_from(tenths).unwrap_or(100)) / 10.0
}

/// The most common distance between lines; single-spaced text is the lower half.
fn usual_pitch(rows: &[Row]) -> Option<f64> {
    let mut gaps: Vec<f64> =
        rows.windows(2).filter_map(|pair| Some(pair.first()?.y - pair.get(1)?.y)).filter(|g| *g > 1.0).collect();
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 3).copied()
}

/// Letters on one baseline; raised and lowered ones belong to the line they touch.
pub(super) fn rows(glyphs: &[Glyph]) -> Vec<Vec<&Glyph>> {
    let mut sorted: Vec<&Glyph> = glyphs.iter().collect();
    sorted.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.x.total_cmp(&b.x)));
    let mut found: Vec<(f64, f64, Vec<&Glyph>)> = Vec::new();
    for glyph in sorted {
        let near = found.iter_mut().rev().take(3).find(|(y, size, _)| {
            let reach = if glyph.size < size * 0.8 || *size < glyph.size * 0.8 { 0.5 } else { 0.25 };
            (*y - glyph.y).abs() < size.max(glyph.size) * reach
        });
        match near {
            Some((y, size, row)) => {
                if glyph.size > *size {
                    (*y, *size) = (glyph.y, glyph.size);
                }
                row.push(glyph);
            }
            None => found.push((glyph.y, glyph.size, vec![glyph])),
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().map(|(_, _, row)| row).collect()
}

/// Superscript digits are footnote marks; as part of a word they would spoil it.
fn superscript(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '0'..='9' => ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']
                .get(usize::from(c as u8 - b'0'))
                .copied()
                .unwrap_or(c),
            other => other,
        })
        .collect()
}

fn runs(glyphs: &[&Glyph]) -> Row {
    let mut sorted = glyphs.to_vec();
    sorted.sort_by(|a, b| a.x.total_cmp(&b.x));
    let size = sorted.iter().map(|g| g.size).fold(0.0, f64::max);
    let y = sorted.iter().find(|g| g.size >= size * 0.95).map_or(0.0, |g| g.y);
    let mut runs: Vec<Run> = Vec::new();
    let mut blank_width = 0.0;
    let mut last: Option<&Glyph> = None;
    for glyph in sorted {
        let clean: String = glyph.text.chars().filter(|c| !c.is_control() && *c != '\u{feff}').collect();
        if clean.is_empty() {
            continue;
        }
        if clean.trim().is_empty() {
            if last.is_some() {
                blank_width += glyph.width;
            }
            continue;
        }
        // Bold by printing twice, slightly moved.
        if last.is_some_and(|l| l.text == glyph.text && (l.x - glyph.x).abs() < size * 0.12) {
            continue;
        }
        let raised = glyph.size < size * 0.8 && glyph.y > y + size * 0.15;
        let text = if raised { superscript(&clean) } else { clean };
        let gap = runs.last().map_or(f64::MAX, |run| glyph.x - run.end);
        let pure = gap - blank_width;
        let scale = glyph.size.min(size).max(0.1);
        if gap > WIDE_GAP * scale && (blank_width < 0.01 || pure > WIDE_GAP * scale || blank_width > 1.5 * scale) {
            runs.push(Run { x: glyph.x, end: glyph.x + glyph.width, text, doubtful: false });
        } else if blank_width < 0.01 && gap > NARROW_GAP * scale {
            runs.push(Run { x: glyph.x, end: glyph.x + glyph.width, text, doubtful: true });
        } else if let Some(run) = runs.last_mut() {
            if blank_width > 0.01 || gap > WORD_GAP * scale {
                run.text.push(' ');
            }
            run.text.push_str(&text);
            run.end = glyph.x + glyph.width;
        }
        blank_width = 0.0;
        last = Some(glyph);
    }
    Row { y, size, runs }
}

/// Keeps a doubtful column break where at least two other lines begin something at that place.
fn settle_columns(rows: &mut [Row]) {
    let starts: Vec<(usize, f64)> = rows
        .iter()
        .enumerate()
        .flat_map(|(at, row)| {
            row.runs.iter().enumerate().filter(|(i, run)| *i == 0 || !run.doubtful).map(move |(_, run)| (at, run.x))
        })
        .collect();
    let doubtful: Vec<(usize, f64)> = rows
        .iter()
        .enumerate()
        .flat_map(|(at, row)| row.runs.iter().filter(|run| run.doubtful).map(move |run| (at, run.x)))
        .collect();
    for (at, row) in rows.iter_mut().enumerate() {
        let mut settled: Vec<Run> = Vec::new();
        for run in row.runs.drain(..) {
            let agrees = |list: &[(usize, f64)]| {
                list.iter().filter(|(other, x)| *other != at && (x - run.x).abs() < 1.0).count()
            };
            let keep = !run.doubtful
                || agrees(&starts) >= 2
                || agrees(&doubtful) >= 2
                || (agrees(&starts) >= 1 && agrees(&doubtful) >= 1);
            match settled.last_mut() {
                Some(open) if !keep => {
                    open.text.push(' ');
                    open.text.push_str(&run.text);
                    open.end = run.end;
                }
                _ => settled.push(run),
            }
        }
        row.runs = settled;
    }
}
