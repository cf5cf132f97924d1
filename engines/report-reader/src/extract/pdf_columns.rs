//! Pages set in two columns are read column by column, like a person does; tables stay whole.

use super::pdf_lines::{Glyph, rows};

/// Fewer rows tell nothing about how a page is set.
const MIN_ROWS: usize = 6;
/// A gap of so many letter heights parts columns of text.
const GUTTER: f64 = 0.9;

/// One baseline of a page, and what stands on either side of a vertical line.
struct Line<'a> {
    y: f64,
    size: f64,
    glyphs: Vec<&'a Glyph>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
    Both,
    Across,
}

/// The letters of a page in pieces that are read one after the other.
pub(super) fn pieces(glyphs: &[Glyph]) -> Vec<Vec<Glyph>> {
    let whole = || vec![glyphs.to_vec()];
    let lines: Vec<Line<'_>> = rows(glyphs)
        .into_iter()
        .map(|row| row.into_iter().filter(|g| !g.text.trim().is_empty()).collect::<Vec<_>>())
        .filter(|row| !row.is_empty())
        .map(|row| Line {
            y: row.first().map_or(0.0, |g| g.y),
            size: row.iter().map(|g| g.size).fold(0.0, f64::max),
            glyphs: row,
        })
        .collect();
    let Some(x) = gutter(&lines) else {
        return whole();
    };
    let sides: Vec<Side> = lines.iter().map(|line| side(line, x)).collect();
    if !set_in_columns(&lines, &sides, x) {
        return whole();
    }
    let mut found: Vec<Vec<Glyph>> = Vec::new();
    let (mut left, mut right): (Vec<Glyph>, Vec<Glyph>) = (Vec::new(), Vec::new());
    let mut across: Vec<Glyph> = Vec::new();
    for (line, side) in lines.iter().zip(&sides) {
        let own = |glyph: &&&Glyph| *side == Side::Across || glyph.x < x;
        if *side == Side::Across {
            flush(&mut found, &mut left);
            flush(&mut found, &mut right);
            across.extend(line.glyphs.iter().map(|g| (*g).clone()));
        } else {
            flush(&mut found, &mut across);
            left.extend(line.glyphs.iter().filter(own).map(|g| (*g).clone()));
            right.extend(line.glyphs.iter().filter(|g| !own(g)).map(|g| (*g).clone()));
        }
    }
    for piece in [&mut across, &mut left, &mut right] {
        flush(&mut found, piece);
    }
    found
}

fn flush(found: &mut Vec<Vec<Glyph>>, piece: &mut Vec<Glyph>) {
    if !piece.is_empty() {
        found.push(std::mem::take(piece));
    }
}

/// The place in the middle of the page that most rows leave free, if both sides are used.
fn gutter(lines: &[Line<'_>]) -> Option<f64> {
    let glyphs = || lines.iter().flat_map(|line| line.glyphs.iter());
    let from = glyphs().map(|g| g.x).fold(f64::MAX, f64::min);
    let to = glyphs().map(|g| g.x + g.width).fold(f64::MIN, f64::max);
    if lines.len() < MIN_ROWS || to - from < 200.0 {
        return None;
    }
    let mut best: Option<(usize, f64)> = None;
    for step in 0..=30 {
        let x = from + (to - from) * (0.35 + 0.01 * f64::from(step));
        let free = lines.iter().filter(|line| side(line, x) == Side::Both).count();
        if free > 0 && best.is_none_or(|(most, _)| free > most) {
            best = Some((free, x));
        }
    }
    best.map(|(_, x)| x)
}

fn side(line: &Line<'_>, x: f64) -> Side {
    let end = line.glyphs.iter().filter(|g| g.x < x).map(|g| g.x + g.width).fold(f64::MIN, f64::max);
    let start = line.glyphs.iter().filter(|g| g.x >= x).map(|g| g.x).fold(f64::MAX, f64::min);
    match (end > f64::MIN, start < f64::MAX) {
        (true, false) if end > x + line.size => Side::Across,
        (true, false) => Side::Left,
        (false, _) => Side::Right,
        (true, true) if end <= x && start - end > GUTTER * line.size => Side::Both,
        (true, true) => Side::Across,
    }
}

/// Text set in columns fills both sides with running text, and its two sides seldom share all
/// baselines; the cells of a table do.
fn set_in_columns(lines: &[Line<'_>], sides: &[Side], x: f64) -> bool {
    let count = |wanted: Side| sides.iter().filter(|s| **s == wanted).count();
    let (both, left, right) = (count(Side::Both), count(Side::Left), count(Side::Right));
    if both + left.min(right) < MIN_ROWS || count(Side::Across) * 2 > lines.len() {
        return false;
    }
    let texts = |wanted: fn(f64, f64) -> bool| -> Vec<String> {
        lines
            .iter()
            .zip(sides)
            .filter(|(_, side)| **side != Side::Across)
            .map(|(line, _)| line.glyphs.iter().filter(|g| wanted(g.x, x)).copied().collect::<Vec<_>>())
            .filter(|row| !row.is_empty())
            .map(|row| spaced(&row))
            .collect()
    };
    let (left_texts, right_texts) = (texts(|at, x| at < x), texts(|at, x| at >= x));
    let words = |texts: &[String]| {
        let total: usize = texts.iter().map(|t| t.split_whitespace().count()).sum();
        total >= texts.len() * 5 / 2
    };
    if !words(&left_texts) || !words(&right_texts) {
        return false;
    }
    // Two baselines closer than a line's height: impossible within one table.
    let apart = lines
        .iter()
        .zip(sides)
        .zip(lines.iter().zip(sides).skip(1))
        .filter(|((a, one), (b, other))| {
            matches!((one, other), (Side::Left, Side::Right) | (Side::Right, Side::Left))
                && a.y - b.y < a.size.min(b.size) * 0.95
        })
        .count();
    let flowing = |texts: &[String]| {
        texts
            .windows(2)
            .filter(|pair| match pair {
                [a, b] => {
                    !a.trim_end().ends_with(['.', ':', ';', ',']) && b.trim_start().starts_with(char::is_lowercase)
                }
                _ => false,
            })
            .count()
    };
    let even = both * 4 >= (both + left + right) * 3;
    apart >= 2 || even && flowing(&left_texts) >= 3 && flowing(&right_texts) >= 3
}

/// The letters of a row with blanks where gaps are.
fn spaced(row: &[&Glyph]) -> String {
    let mut sorted = row.to_vec();
    sorted.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut text = String::new();
    let mut end: Option<f64> = None;
    for glyph in sorted {
        if end.is_some_and(|end| glyph.x - end > glyph.size * 0.17) {
            text.push(' ');
        }
        text.push_str(&glyph.text);
        end = Some(glyph.x + glyph.width);
    }
    text
}
