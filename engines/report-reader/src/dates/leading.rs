//! Dates and times at the beginning of a row.

use super::resolve::{Point, Raw, full_year, resolve};
use super::scan::{Link, Scanner};
use super::words::{Kind, Token, is_weekday, tokens};
use super::{DateHit, YearContext};

/// The dates a row or list item begins with, and where its text goes on. Weekdays, »am« and the
/// time of day belong to the date.
pub(crate) fn leading(text: &str, context: &YearContext) -> Option<(Vec<DateHit>, usize)> {
    let scanner = Scanner { tokens: tokens(text) };
    let mut at = 0;
    while let Some(token) = scanner.at(at) {
        let filler = match token.kind {
            Kind::Space => true,
            Kind::Word => {
                is_weekday(token.text)
                    || matches!(
                        token.text,
                        "am" | "den" | "dem" | "vom" | "von" | "im" | "Anfang" | "Mitte" | "Ende" | "Datum"
                    )
            }
            // »Fr./Sa., 05./06.05.2023«, »Mo–Mi 3.–5.7.2023«
            Kind::Mark if matches!(token.text, "/" | "-" | "–" | "+" | "&") => {
                (1..=2).any(|n| at.checked_sub(n).and_then(|b| scanner.word(b)).is_some_and(is_weekday))
            }
            Kind::Mark => matches!(token.text, "." | "," | "(" | ":" | "*"),
            Kind::Number => false,
        };
        if !filler {
            break;
        }
        at += 1;
    }
    let start = scanner.at(at)?.start;
    let year = scanner.at(at).filter(|t| t.text.len() == 4).and_then(|t| full_year(t.text));
    if let Some((mut raws, mut end)) = scanner.read(at) {
        // »05.05.2021 und 19.05.2021 Schulung«: all the dates lead.
        while let Some((Link::List, next)) = scanner.link(end)
            && let Some((more, after)) = scanner.read(next)
            && more.iter().all(|raw| matches!(raw, Raw::Point(p) if p.day.is_some() && p.year.is_some()))
        {
            raws.extend(more);
            end = after;
        }
        let stop = scanner.at(end - 1).map_or(text.len(), Token::end);
        let hits = raws.into_iter().map(|raw| DateHit { start, end: stop, reading: resolve(raw, context) }).collect();
        return Some((hits, stop));
    }
    // A cell that is only a month.
    if let Some(month) = scanner.month(at).filter(|_| scanner.at(at + 1).is_none()) {
        let stop = scanner.at(at).map_or(text.len(), Token::end);
        let raw = Raw::Point(Point { day: None, month: Some(month), year: None });
        return Some((vec![DateHit { start, end: stop, reading: resolve(raw, context) }], stop));
    }
    // `2023: …` or a cell that is only a year.
    if let Some(year) = year
        && scanner.at(at + 1).is_none_or(|t| t.is(":"))
    {
        let stop = scanner.at(at).map_or(text.len(), Token::end);
        return Some((vec![DateHit { start, end: stop, reading: resolve(Raw::OnlyYear(year), context) }], stop));
    }
    None
}

/// The end of a time of day at the start of the text: `19:30 Uhr`, `14.00–16.00 Uhr`, `ab 19 Uhr`.
pub(crate) fn time_at_start(text: &str) -> Option<usize> {
    let scanner = Scanner { tokens: tokens(text) };
    let mut at = 0;
    let (mut numbers, mut minutes) = (0, false);
    while let Some(token) = scanner.at(at) {
        match token.kind {
            Kind::Space => {}
            Kind::Word if token.text == "Uhr" && numbers > 0 => return Some(token.end()),
            Kind::Word if matches!(token.text, "um" | "ab" | "von" | "bis" | "ca") => {}
            Kind::Number if token.text.len() <= 2 => numbers += 1,
            Kind::Mark if token.is(":") && numbers > 0 => {
                // `19:30` is a time also without »Uhr«.
                minutes |= scanner.at(at + 1).is_some_and(|t| t.kind == Kind::Number && t.text.len() == 2);
                if !minutes {
                    return None;
                }
            }
            Kind::Mark if matches!(token.text, "." | "-" | "–") => {}
            _ => break,
        }
        at += 1;
    }
    if !minutes {
        return None;
    }
    let last = scanner.tokens.get(..at)?.iter().rev().find(|t| t.kind == Kind::Number)?;
    Some(last.end())
}

/// Skips separators and a time of day after a leading date; returns the offset of the text.
pub(crate) fn skip_time(text: &str) -> usize {
    let separators =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '–' | '—' | '-' | '|' | ')' | '.' | '•' | '·');
    let skip = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        at + rest.len() - rest.trim_start_matches(separators).len()
    };
    let mut at = skip(0);
    let open = usize::from(text.get(at..).is_some_and(|rest| rest.starts_with('(')));
    if let Some(end) = text.get(at + open..).and_then(time_at_start) {
        let closed = open == 0 || text.get(at + open + end..).is_some_and(|rest| rest.starts_with(')'));
        if closed {
            at = skip(at + open + end);
        }
    }
    at
}
