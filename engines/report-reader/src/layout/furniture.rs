//! Page numbers, running heads and feet, rules and tables of contents.

use super::Furniture;
use crate::dates::{YearContext, leading};
use crate::source::{Mark, SourceLine};
use std::collections::HashMap;

/// How many lines from the edge of a page may be head or foot.
const EDGE: usize = 3;

/// For each line, whether it is furniture.
pub(super) fn furniture(lines: &[SourceLine]) -> Vec<Option<Furniture>> {
    let mut found: Vec<Option<Furniture>> = lines
        .iter()
        .map(|line| match &line.mark {
            Mark::Furniture => Some(Furniture::RunningHead),
            _ if is_rule(&line.text) => Some(Furniture::Separator),
            _ if has_leader(&line.text) => Some(Furniture::Contents),
            _ if line.mark == Mark::Plain && is_page_number(&line.text) => Some(Furniture::PageNumber),
            _ => None,
        })
        .collect();
    running_heads(lines, &mut found);
    bare_numbers(lines, &mut found);
    found
}

fn is_rule(text: &str) -> bool {
    let trimmed: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    trimmed.len() >= 3
        && trimmed.iter().all(|c| {
            matches!(c, '-' | '=' | '_' | '*' | '─' | '━' | '—' | '–' | '·' | '.' | '~' | '#' | '+' | '|' | ':' | '═')
        })
}

/// `Projekte ........ 7`
fn has_leader(text: &str) -> bool {
    let trimmed = text.trim_end();
    let number = trimmed.chars().rev().take_while(char::is_ascii_digit).count();
    let rest = trimmed.get(..trimmed.len() - number).unwrap_or_default().trim_end();
    let dots =
        rest.chars().rev().take_while(|c| matches!(c, '.' | '…' | '·' | '_' | ' ')).filter(|c| *c != ' ').count();
    let ellipsis = rest.chars().rev().take_while(|c| matches!(c, '…' | ' ')).filter(|c| *c == '…').count();
    (1..=3).contains(&number) && (dots >= 4 || ellipsis >= 2) && rest.chars().any(char::is_alphabetic)
}

/// `Seite 3 von 10`, `- 3 -`, `3/10`, `S. 4`
fn is_page_number(text: &str) -> bool {
    let trimmed = text.trim().trim_matches(['|', '·']).trim();
    if trimmed.len() > 24 {
        return false;
    }
    let lower = trimmed.to_lowercase();
    let named = lower.strip_prefix("seite").or_else(|| lower.strip_prefix("page")).or_else(|| lower.strip_prefix("s."));
    let digits = |s: &str| !s.is_empty() && s.len() <= 3 && s.chars().all(|c| c.is_ascii_digit());
    let counted = |s: &str| {
        let s = s.trim();
        digits(s)
            || ["von", "/", "of"]
                .iter()
                .any(|sep| s.split_once(sep).is_some_and(|(a, b)| digits(a.trim()) && digits(b.trim())))
    };
    if let Some(rest) = named {
        return counted(rest);
    }
    let framed = trimmed.strip_prefix(['-', '–', '—']).and_then(|rest| rest.strip_suffix(['-', '–', '—']));
    framed.is_some_and(counted)
}

fn bare(text: &str) -> Option<u32> {
    let trimmed = text.trim();
    if trimmed.len() <= 3 && !trimmed.is_empty() && trimmed.chars().all(|c| c.is_ascii_digit()) {
        trimmed.parse().ok()
    } else {
        None
    }
}

/// A lone number is a page number if its neighbours count on, or if it ends or begins a page.
fn bare_numbers(lines: &[SourceLine], found: &mut [Option<Furniture>]) {
    let numbers: Vec<(usize, u32)> = lines
        .iter()
        .enumerate()
        .filter(|(at, line)| line.mark == Mark::Plain && found.get(*at).is_some_and(Option::is_none))
        .filter_map(|(at, line)| bare(&line.text).map(|n| (at, n)))
        .collect();
    for (i, (at, number)) in numbers.iter().enumerate() {
        let counts = numbers.get(i + 1).is_some_and(|(_, n)| *n == number + 1)
            || (i > 0 && numbers.get(i - 1).is_some_and(|(_, n)| n + 1 == *number));
        let page = lines.get(*at).map_or(0, |l| l.page);
        let filled = |line: &&SourceLine| !line.is_blank();
        let last = lines.get(at + 1..).unwrap_or_default().iter().find(filled).is_none_or(|l| l.page != page);
        let first = lines.get(..*at).unwrap_or_default().iter().rfind(filled).is_none_or(|l| l.page != page);
        if counts || last || (first && page > 1) {
            set(found, &[*at], Furniture::PageNumber);
        }
    }
}

/// The same words at the same edge of several pages, whatever the digits.
fn running_heads(lines: &[SourceLine], found: &mut [Option<Furniture>]) {
    let mut pages: Vec<Vec<usize>> = Vec::new();
    let mut page = 0;
    for (at, line) in lines.iter().enumerate() {
        if line.page != page {
            pages.push(Vec::new());
            page = line.page;
        }
        if !line.is_blank()
            && let Some(open) = pages.last_mut()
        {
            open.push(at);
        }
    }
    if pages.len() < 2 {
        text_heads(lines, found);
        return;
    }
    let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
    for page in &pages {
        let edge = page.len().min(EDGE);
        let tail = page.len().saturating_sub(EDGE).max(edge);
        let mut keys: HashMap<String, usize> = HashMap::new();
        for at in page.iter().take(edge).chain(page.iter().skip(tail)) {
            // What stands in a cell is no head, however often it stands at the edge of a page.
            if let Some(line) = lines.get(*at).filter(|line| !matches!(line.mark, Mark::Cell(_))) {
                keys.insert(key(&line.plain()), *at);
            }
        }
        for (key, at) in keys {
            seen.entry(key).or_default().push(at);
        }
    }
    for (key, at) in seen {
        let enough = at.len() >= 2 && at.len() * 3 >= pages.len();
        // A table head repeated on each page is needed to read the table.
        let table_head = at.iter().any(|i| lines.get(*i).is_some_and(|l| super::columns::header(l).is_some()));
        if enough && key.chars().any(char::is_alphabetic) && !table_head && !any_dated(lines, &at) {
            set(found, &at, Furniture::RunningHead);
        }
    }
}

/// Text without form feeds: the same line again and again next to page numbers.
fn text_heads(lines: &[SourceLine], found: &mut [Option<Furniture>]) {
    let filled: Vec<usize> =
        lines.iter().enumerate().filter(|(_, l)| !l.is_blank() && l.mark == Mark::Plain).map(|(at, _)| at).collect();
    let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, at) in filled.iter().enumerate() {
        let near = |j: Option<usize>| {
            j.and_then(|j| filled.get(j)).is_some_and(|n| {
                found.get(*n).copied().flatten() == Some(Furniture::PageNumber)
                    || lines.get(*n).is_some_and(|l| bare(&l.text).is_some())
            })
        };
        if let Some(line) = lines.get(*at) {
            let text = line.plain();
            let next_to_page =
                near(i.checked_sub(1)) || near(Some(i + 1)) || near(i.checked_sub(2)) || near(Some(i + 2));
            // The very first lines of a report that come again are its running head.
            let again = i < 3 && text.split_whitespace().count() >= 2
                || filled
                    .iter()
                    .take(3)
                    .any(|f| lines.get(*f).is_some_and(|first| *f != *at && first.plain() == text && text.len() >= 8));
            let numbered = text.to_lowercase().contains("seite ") && text.chars().any(|c| c.is_ascii_digit());
            if (next_to_page || numbered || again) && text.chars().filter(|c| c.is_alphabetic()).count() >= 4 {
                seen.entry(key(&text)).or_default().push(*at);
            }
        }
    }
    for at in seen.into_values() {
        let table_head = at.iter().any(|i| lines.get(*i).is_some_and(|l| super::columns::header(l).is_some()));
        if at.len() >= 2 && !table_head && !any_dated(lines, &at) {
            set(found, &at, Furniture::RunningHead);
        }
    }
}

/// Rows of a table may differ by their date only and are no running head.
fn any_dated(lines: &[SourceLine], at: &[usize]) -> bool {
    let dated = |line: &SourceLine| leading(&line.plain(), &YearContext::default()).is_some();
    at.iter().any(|i| lines.get(*i).is_some_and(dated))
}

fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).collect()
}

fn set(found: &mut [Option<Furniture>], at: &[usize], what: Furniture) {
    for i in at {
        if let Some(slot) = found.get_mut(*i)
            && slot.is_none()
        {
            *slot = Some(what);
        }
    }
}
