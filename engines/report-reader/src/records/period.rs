//! The period a report says it covers.

use crate::dates::{DateSpan, Precision, YearContext, YearSource, scan};
use crate::joining::{Joined, sentences};
use crate::layout::{Block, join};
use jiff::civil::Date;

/// Words that announce the report's period, strongest first.
const ANNOUNCES: [&str; 12] = [
    "berichtszeitraum",
    "berichtszeit",
    "berichtsjahr",
    "im zeitraum",
    "in der zeit vom",
    "zeitraum:",
    "zeitraum vom",
    "zeitraum von",
    "bericht für",
    "bericht über",
    "für den zeitraum",
    "tätigkeitsbericht",
];
/// Periods of something else.
const FOREIGN: [&str; 10] = [
    "bewilligungszeitraum",
    "förderzeitraum",
    "durchführungszeitraum",
    "zuwendung",
    "förderperiode",
    "laufzeit",
    "projektzeitraum",
    "bewilligt",
    "bescheid",
    "ausblick",
];

/// The period with the lines that state it.
pub(super) fn period(blocks: &[Block]) -> Option<((Date, Date), Vec<usize>)> {
    let texts: Vec<Joined> = blocks.iter().flat_map(texts).collect();
    let mut best: Option<(usize, (Date, Date), Vec<usize>)> = None;
    for text in &texts {
        for (start, end) in sentences(text.text()) {
            let sentence = text.slice(start, end);
            let Some((rank, found)) = stated(sentence.text()) else {
                continue;
            };
            if best.as_ref().is_none_or(|(known, _, _)| rank < *known) {
                best = Some((rank, found, sentence.lines()));
            }
        }
    }
    best.map(|(_, found, lines)| (found, lines))
}

fn texts(block: &Block) -> Vec<Joined> {
    match block {
        Block::Heading(heading) => vec![Joined::of([(heading.line, heading.text.as_str())])],
        Block::Paragraph { parts } => {
            // Title lines stand under each other without a sentence.
            let mut found = vec![join(parts)];
            if parts.len() > 1 {
                found.extend(parts.iter().map(|p| Joined::of([(p.line, p.text.as_str())])));
            }
            found
        }
        Block::Item { parts, .. } | Block::Note { parts } => vec![join(parts)],
        Block::Row(row) => {
            let mut all = Joined::default();
            for cell in &row.cells {
                all.append(&cell.joined());
            }
            vec![all]
        }
    }
}

fn stated(sentence: &str) -> Option<(usize, (Date, Date))> {
    let lower = sentence.to_lowercase();
    let rank = ANNOUNCES.iter().position(|word| lower.contains(word));
    let foreign = FOREIGN.iter().any(|word| lower.contains(word))
        && !lower.contains("berichtszeitraum")
        && !lower.contains("berichtsjahr");
    let title = is_title(&lower);
    if foreign || (rank.is_none() && !title) {
        return None;
    }
    let hits: Vec<DateSpan> =
        scan(sentence, &YearContext::default()).into_iter().filter_map(|h| h.reading.known()).collect();
    let rank = rank.unwrap_or(ANNOUNCES.len());
    if let Some(range) = hits.iter().find(|h| h.end.is_some()) {
        return Some((rank, (range.start, range.last_day())));
    }
    // »vom 1. Januar 2023 an bis einschließlich 30. Juni 2023« and the like.
    if let (2, Some(from), Some(to)) = (hits.len(), hits.first(), hits.get(1))
        && from.start < to.start
        && (lower.contains("bis ") || lower.contains('–') || lower.contains(" - "))
        && rank < ANNOUNCES.len()
    {
        return Some((rank, (from.start, to.last_day())));
    }
    if let Some(block) = hits.iter().find(|h| h.precision != Precision::Day && h.year == YearSource::Written) {
        return Some((rank + 20, (block.start, block.last_day())));
    }
    let (from, to) = years(sentence)?;
    let sure = title || lower.contains("berichtsjahr") || lower.contains("berichtszeitraum");
    (hits.is_empty() && sure).then_some((rank + 40, (Date::new(from, 1, 1).ok()?, Date::new(to, 12, 31).ok()?)))
}

/// »Tätigkeitsbericht 2023«, »Jahresbericht der Allianz für das Jahr 2023«.
fn is_title(lower: &str) -> bool {
    let words = lower.split_whitespace().count();
    let report = [
        "tätigkeitsbericht",
        "jahresbericht",
        "sachstandsbericht",
        "rechenschaftsbericht",
        "zwischenbericht",
        "arbeitsbericht",
        "geschäftsbericht",
        "halbjahresbericht",
        "jahresrückblick",
        "abschlussbericht",
        "umsetzungsbericht",
        "bericht",
    ];
    words <= 16 && report.iter().any(|word| lower.contains(word))
}

/// The one year, or the two years joined by a dash or slash, a title names.
pub(super) fn years(text: &str) -> Option<(i16, i16)> {
    let mut found: Vec<(usize, i16)> = Vec::new();
    for (at, word) in super::figures::words(text) {
        if word.len() == 4
            && let Ok(year) = word.parse::<i16>()
            && (1990..=2090).contains(&year)
        {
            found.push((at, year));
        }
    }
    match found.as_slice() {
        [(_, year)] => Some((*year, *year)),
        [(_, a), (_, b)] if a == b => Some((*a, *a)),
        [(at, a), (to, b)]
            if a < b
                && text
                    .get(at + 4..*to)
                    .is_some_and(|between| matches!(between.trim(), "-" | "–" | "/" | "bis" | "und")) =>
        {
            Some((*a, *b))
        }
        _ => None,
    }
}
