//! How wide the columns of a table are, decided once for all files.

use allmende_documents::{ColumnKind, Row, Table};

/// The width of one column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Width {
    /// What its content needs; the estimate in millimetres serves files that cannot measure.
    Content(f64),
    /// A share of the rest.
    Share(f64),
}

/// Characters that a narrow column may hold before it must share the width.
const NARROW: usize = 26;

/// Millimetres of one character of table text (9 pt sans), on average.
const CHARACTER: f64 = 1.72;

/// Millimetres that a signature needs.
const WRITING: f64 = 55.0;

/// Insets of a column, both sides together, in millimetres.
const INSETS: f64 = 4.0;

/// Widths of all columns on a width of `available` millimetres; at least one of them takes a share,
/// so a table fills its width.
pub(crate) fn widths(table: &Table, available: f64) -> Vec<Width> {
    let mut widths: Vec<Width> = (0..table.columns.len()).map(|index| width(table, index)).collect();
    if !widths.iter().any(|width| matches!(width, Width::Share(_))) {
        let first_text = table
            .columns
            .iter()
            .position(|column| matches!(column.kind, ColumnKind::Text | ColumnKind::Remark | ColumnKind::State));
        if let Some(width) = widths.get_mut(first_text.unwrap_or(0)) {
            *width = Width::Share(1.0);
        }
    }
    spread(table, &widths, available).unwrap_or(widths)
}

/// A single sharing column with short words would leave a hole in the middle of the table. Then all
/// columns get what they need and half of the surplus goes to the others.
fn spread(table: &Table, widths: &[Width], available: f64) -> Option<Vec<Width>> {
    let mut sharing = widths.iter().enumerate().filter(|(_, width)| matches!(width, Width::Share(_)));
    let (sharer, _) = sharing.next()?;
    if sharing.next().is_some() || widths.len() < 3 {
        return None;
    }
    let needs: Vec<f64> = (0..widths.len()).map(|index| need(table, index)).collect();
    let surplus = available - needs.iter().sum::<f64>();
    // A running number at the left edge stays narrow.
    let first_is_number = table.columns.first().is_some_and(|column| column.kind == ColumnKind::Number);
    let others = (0..widths.len()).filter(|index| *index != sharer && !(*index == 0 && first_is_number)).count();
    if surplus < needs.get(sharer)? * 0.5 || others == 0 {
        return None;
    }
    let each = surplus * 0.5 / f64::from(u32::try_from(others).ok()?);
    Some(
        needs
            .iter()
            .enumerate()
            .map(|(index, need)| {
                Width::Share(if index == sharer {
                    need + surplus * 0.5
                } else if index == 0 && first_is_number {
                    *need
                } else {
                    need + each
                })
            })
            .collect(),
    )
}

fn need(table: &Table, index: usize) -> f64 {
    let sign = table.columns.get(index).is_some_and(|column| column.kind == ColumnKind::State);
    let characters = u32::try_from(longest(table, index)).unwrap_or(u32::MAX);
    INSETS + CHARACTER * f64::from(characters) + if sign { 4.6 } else { 0.0 }
}

fn longest(table: &Table, index: usize) -> usize {
    let rows = table.groups.iter().flat_map(|group| &group.rows);
    let longest = rows
        .map(|row| cell_characters(row, index))
        .chain(table.total.iter().filter_map(|total| total.get(index)).map(|cell| cell.chars().count()))
        .max()
        .unwrap_or(0);
    // A head of several words may break, so only its longest word counts.
    let head = table.columns.get(index).map_or("", |column| &column.head);
    let head = head.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    longest.max(head)
}

fn width(table: &Table, index: usize) -> Width {
    let Some(column) = table.columns.get(index) else { return Width::Share(1.0) };
    if column.share > 0 {
        return Width::Share(f64::from(column.share));
    }
    // Room for a name by hand.
    if column.kind == ColumnKind::Writing {
        return Width::Content(WRITING);
    }
    if longest(table, index) > NARROW {
        // Shares are on a scale of the caller's choice; a middle one fits any of them.
        let declared: Vec<f64> =
            table.columns.iter().map(|column| f64::from(column.share)).filter(|share| *share > 0.0).collect();
        let sum: f64 = declared.iter().sum();
        return Width::Share(if declared.is_empty() {
            1.0
        } else {
            sum / f64::from(u32::try_from(declared.len()).unwrap_or(1))
        });
    }
    Width::Content(need(table, index))
}

fn cell_characters(row: &Row, index: usize) -> usize {
    row.cells
        .get(index)
        .map_or(0, |cell| cell.lines.iter().chain(&cell.small).map(|line| line.chars().count()).max().unwrap_or(0))
}

/// How much wider than Source Sans the font may run that an office program takes instead.
const OTHER_FONT: f64 = 1.15;

/// Widths in millimetres that add up to `total`, for files that cannot measure.
pub(crate) fn millimetres(widths: &[Width], total: f64) -> Vec<f64> {
    let content = |width: &Width| if let Width::Content(mm) = width { mm * OTHER_FONT } else { 0.0 };
    let fixed: f64 = widths.iter().map(content).sum();
    let shares: f64 = widths.iter().map(|width| if let Width::Share(share) = width { *share } else { 0.0 }).sum();
    // At least 15 mm for each column that shares; if that is not there, everything shrinks in proportion.
    let least: f64 = widths.iter().map(|width| if matches!(width, Width::Share(_)) { 15.0 } else { 0.0 }).sum();
    let rest = (total - fixed).max(least);
    let wanted: Vec<f64> = widths
        .iter()
        .map(|width| match width {
            Width::Content(mm) => mm * OTHER_FONT,
            Width::Share(share) => rest * share / shares.max(1.0),
        })
        .collect();
    let sum: f64 = wanted.iter().sum();
    wanted.into_iter().map(|mm| mm * total / sum).collect()
}

/// Millimetres that a table would like to have, for the choice between upright and landscape.
pub(crate) fn desired(table: &Table) -> f64 {
    let widths: Vec<Width> = (0..table.columns.len()).map(|index| width(table, index)).collect();
    widths
        .iter()
        .map(|width| match width {
            Width::Content(mm) => *mm,
            Width::Share(share) => 22.0 * share.min(2.0),
        })
        .sum()
}

/// A row so tall that it may have to break over pages after all: more than about 40 lines.
pub(crate) fn is_giant(row: &Row) -> bool {
    row.cells.iter().any(|cell| {
        let lines: usize = cell.lines.iter().chain(&cell.small).map(|line| 1 + line.chars().count() / 30).sum();
        lines > 30
    })
}

/// Whether the cells of that column become row heads. Where there would be more heads than data
/// (two columns, very few rows) they say no more than the order of reading does.
pub(crate) fn has_row_heads(table: &Table) -> bool {
    let rows: usize = table.groups.iter().map(|group| group.rows.len()).sum();
    let columns = table.columns.len();
    columns + rows + table.groups.len() <= rows * columns.saturating_sub(1)
}

/// The column whose cells head their rows: the first that says what the row is about.
pub(crate) fn row_head(table: &Table) -> Option<usize> {
    table.columns.iter().position(|column| matches!(column.kind, ColumnKind::Text | ColumnKind::Date))
}
