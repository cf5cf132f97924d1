//! Plain text: encoding, lines, and the columns that blanks, tabs or bars make.

use crate::fault::ReadFault;
use crate::source::{Chunk, Mark, SourceLine, bullet};
use std::collections::BTreeMap;

/// Width of a tab stop; what matters is only that equal tabs give equal columns.
const TAB: usize = 8;

/// Splits text into lines; form feeds turn the page.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<SourceLine>, ReadFault> {
    let text = decode(bytes)?;
    let mut found = Vec::new();
    let mut page = 1;
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{b}'], "\n");
    let physical = text.strip_suffix('\n').unwrap_or(&text);
    let tabbed = tabbed_cells(physical);
    for (at, raw) in physical.split('\n').enumerate() {
        page += raw.matches('\u{c}').count();
        let line = raw.replace('\u{c}', "");
        found.push(SourceLine {
            number: at + 1,
            page,
            chunks: tabbed.get(&at).map_or_else(|| chunks(&line), |from| cells(&line, *from)),
            text: line.trim_end().to_owned(),
            mark: Mark::Plain,
            size: 100,
        });
    }
    Ok(found)
}

/// UTF-8, UTF-16 with a mark, else Windows-1252 as old German files are; binary data is refused.
fn decode(bytes: &[u8]) -> Result<String, ReadFault> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Ok(String::from_utf8_lossy(rest).into_owned());
    }
    for (mark, little) in [(b"\xFF\xFE", true), (b"\xFE\xFF", false)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let units: Vec<u16> = rest
                .chunks_exact(2)
                .map(|pair| {
                    let pair = [pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0)];
                    if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
                })
                .collect();
            return Ok(String::from_utf16_lossy(&units));
        }
    }
    let controls = bytes.iter().filter(|b| **b < 32 && !matches!(**b, b'\n' | b'\r' | b'\t' | 12 | 11)).count();
    if controls * 50 > bytes.len() {
        return Err(ReadFault::UnknownFormat);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => Ok(bytes.iter().map(|b| windows_1252(*b)).collect()),
    }
}

fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’', '“', '”', '•',
        '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH.get(usize::from(byte - 0x80)).copied().unwrap_or(' '),
        _ => char::from(byte),
    }
}

/// Lines whose tabs part cells. In a table copied from a word processor the fullest lines have the
/// same number of tabs; a cell of several lines leaves shorter ones between them. Elsewhere tabs
/// only move text to the right.
fn tabbed_cells(text: &str) -> BTreeMap<usize, usize> {
    let lines: Vec<&str> = text.split('\n').map(|line| line.trim_end_matches([' ', '\r'])).collect();
    let count = |at: usize| lines.get(at).map_or(0, |line| line.matches('\t').count());
    let led = |at: usize| lines.get(at).is_some_and(|line| line.starts_with('\t'));
    let mut found = BTreeMap::new();
    let mut at = 0;
    while at < lines.len() {
        let run = (at..lines.len()).take_while(|n| count(*n) > 0).count();
        let most = (at..at + run).map(count).max().unwrap_or(0);
        let full = |n: usize| !led(n) && count(n) == most;
        if (at..at + run).filter(|n| full(*n)).count() >= 2 && (full(at) || run <= 3) {
            // Where a line begins in its row: at the first cell, or in the one that broke above it.
            let mut filled = 0;
            for n in at..at + run {
                let broken = !led(n) && filled > 1 && filled <= most && filled + count(n) == most + 1;
                let from = if broken { filled - 1 } else { 0 };
                found.insert(n, from);
                filled = from + count(n) + 1;
            }
        } else {
            for n in at..(at + run).saturating_sub(1) {
                if !led(n) && !led(n + 1) && count(n) == count(n + 1) {
                    found.insert(n, 0);
                    found.insert(n + 1, 0);
                }
            }
        }
        at += run.max(1);
    }
    found
}

/// The cells between tabs from a column on; an empty one leaves its column empty.
fn cells(line: &str, from: usize) -> Vec<Chunk> {
    line.split('\t')
        .enumerate()
        .map(|(at, cell)| (from + at, cell))
        .map(|(at, cell)| Chunk {
            x: at * 100,
            end: at * 100 + cell.trim().chars().count(),
            text: cell.trim().to_owned(),
        })
        .filter(|chunk| !chunk.text.is_empty())
        .collect()
}

/// Cuts a line where two or more blanks, a tab or a bar stand between texts.
pub(super) fn chunks(line: &str) -> Vec<Chunk> {
    let spaced = line.matches("; ").count();
    let barred = line.trim_start().starts_with('|')
        || line.matches(" | ").count() >= 2
        || line.matches(';').count() >= 3 && (spaced == 0 || spaced < 2 && !line.contains(". "));
    let semicolons = barred && !line.contains('|');
    let mut found: Vec<Chunk> = Vec::new();
    let mut open: Option<(usize, String)> = None;
    let (mut column, mut blanks, mut cell) = (0, 0, 0);
    for c in line.chars() {
        let width = if c == '\t' { TAB - column % TAB } else { 1 };
        let bar = barred && (c == '|' || (semicolons && c == ';'));
        if bar || c == '\t' || (c.is_whitespace() && blanks >= 1 && !barred) {
            close(&mut found, &mut open, column - blanks.min(column));
            if bar {
                cell += 1;
            }
            blanks += 1;
        } else if c.is_whitespace() {
            blanks += 1;
            if let Some((_, text)) = open.as_mut() {
                text.push(' ');
            }
        } else {
            blanks = 0;
            // Bars count columns, their distance means nothing.
            let x = if barred { cell * 100 } else { column };
            open.get_or_insert_with(|| (x, String::new())).1.push(c);
        }
        column += width;
    }
    close(&mut found, &mut open, column - blanks.min(column));
    merge_bullet(found)
}

fn close(found: &mut Vec<Chunk>, open: &mut Option<(usize, String)>, end: usize) {
    if let Some((x, text)) = open.take() {
        let text = text.trim().to_owned();
        if !text.is_empty() {
            found.push(Chunk { x, end, text });
        }
    }
}

/// `•   Text` is one chunk: the marker is no column. The same goes for heading numbers.
fn merge_bullet(mut found: Vec<Chunk>) -> Vec<Chunk> {
    if found.len() < 2 {
        return found;
    }
    let lone = found.first().is_some_and(|first| {
        let probe = format!("{} x", first.text);
        let numbered = first.text.len() <= 8
            && first.text.ends_with('.')
            && first.text.chars().all(|c| c.is_ascii_digit() || c == '.');
        bullet(&probe).is_some_and(|(_, at)| probe.get(at..) == Some("x"))
            && !first.text.ends_with(|c: char| c.is_ascii_digit())
            || (numbered && found.len() == 2 && first.text.matches('.').count() <= 1)
            // »TOP 1  Haushalt«
            || first.text.strip_prefix("TOP ")
                .or_else(|| first.text.strip_prefix("Nr. ")).is_some_and(|n| n.chars().all(|c| c.is_ascii_digit()))
    });
    if lone {
        let first = found.remove(0);
        if let Some(next) = found.first_mut() {
            next.text = format!("{} {}", first.text, next.text);
            next.x = first.x;
        }
    }
    found
}
