//! The period a report says it covers.

use crate::dates::{DateSpan, Precision, YearContext, YearSource, scan};
use crate::joining::{Joined, sentences};
use crate::layout::{Block, join};
use crate::source::SourceLine;
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
/// So many blocks at the beginning may belong to the title.
const FRONT: usize = 8;
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
    let mut best: Option<(usize, (Date, Date), Vec<usize>)> = None;
    let mut consider = |rank: usize, found: (Date, Date), lines: Vec<usize>| {
        if best.as_ref().is_none_or(|(known, _, _)| rank < *known) {
            best = Some((rank, found, lines));
        }
    };
    for (at, block) in blocks.iter().enumerate() {
        for text in texts(block) {
            for (start, end) in sentences(text.text()) {
                let sentence = text.slice(start, end);
                if let Some((rank, found)) = stated(sentence.text()) {
                    // Further down »Zeitraum: …« may belong to a grant or a measure.
                    let own = sentence.text().to_lowercase().contains("bericht");
                    let rank = if own || at < FRONT + 4 { rank } else { rank + 60 };
                    consider(rank, found, sentence.lines());
                } else if headed(blocks, at)
                    && let Some(found) = in_front(sentence.text())
                {
                    consider(0, found, sentence.lines());
                } else if at < FRONT
                    && let Some(found) = in_front(sentence.text())
                {
                    consider(ANNOUNCES.len() + at, found, sentence.lines());
                } else if at < FRONT
                    && let Some(found) = whole_year(sentence.text())
                {
                    consider(90 + at, found, sentence.lines());
                } else if at < FRONT
                    && let Some(found) = carried_out(sentence.text())
                {
                    consider(80 + at, found, sentence.lines());
                }
            }
        }
    }
    best.map(|(_, found, lines)| (found, lines)).or_else(|| by_days(blocks).map(|found| (found, Vec::new())))
}

/// Nothing says the period, but the title names a year and nearly all days fall into it.
fn by_days(blocks: &[Block]) -> Option<(Date, Date)> {
    let front: Vec<Joined> = blocks.iter().take(FRONT).flat_map(texts).collect();
    let named: Vec<i16> = front
        .iter()
        .flat_map(|text| {
            let hits = scan(text.text(), &YearContext::default());
            super::figures::words(text.text())
                .into_iter()
                .filter(move |(at, _)| !hits.iter().any(|hit| (hit.start..hit.end).contains(at)))
                .filter_map(|(_, word)| word.parse::<i16>().ok().filter(|_| word.len() == 4))
                .collect::<Vec<_>>()
        })
        .collect();
    let days: Vec<i16> = blocks
        .iter()
        .flat_map(texts)
        .flat_map(|text| scan(text.text(), &YearContext::default()))
        .filter_map(|hit| hit.reading.known())
        .filter(|span| span.precision == Precision::Day && span.year == YearSource::Written)
        .map(|span| span.start.year())
        .collect();
    let year = *named.iter().find(|year| days.iter().filter(|day| day == year).count() * 4 >= days.len() * 3)?;
    (days.len() >= 4).then_some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
}

/// Whether the heading right above is »Berichtszeitraum«.
fn headed(blocks: &[Block], at: usize) -> bool {
    at.checked_sub(1).and_then(|above| blocks.get(above)).is_some_and(
        |block| matches!(block, Block::Heading(heading) if heading.text.to_lowercase().starts_with("berichtszeitraum")),
    )
}

/// Whether the report writes years with two digits as a rule: »05.07.22«.
pub(super) fn short_years(lines: &[SourceLine]) -> bool {
    let (mut short, mut long) = (0, 0);
    for line in lines {
        for word in line.text.split(|c: char| !c.is_ascii_digit() && c != '.') {
            let parts: Vec<&str> = word.trim_matches('.').split('.').collect();
            if let [day, month, year] = parts.as_slice()
                && (1..=2).contains(&day.len())
                && (1..=2).contains(&month.len())
            {
                short += usize::from(year.len() == 2);
                long += usize::from(year.len() == 4);
            }
        }
    }
    short >= 3 && short > long
}

/// A title page states the period without any word for it: »1. Juli 2022 – 30. Juni 2023«.
fn in_front(text: &str) -> Option<(Date, Date)> {
    let lower = text.to_lowercase();
    let foreign = FOREIGN.iter().any(|word| lower.contains(word));
    if foreign || crate::layout::looks_like_clause(text) || text.split_whitespace().count() > 14 {
        return None;
    }
    let hits: Vec<DateSpan> =
        scan(text, &YearContext::default()).into_iter().filter_map(|h| h.reading.known()).collect();
    let whole = hits.iter().find(|h| h.end.is_some() && long(h.start, h.last_day()));
    if lower.contains("zwischen ")
        && let [from, to] = hits.as_slice()
        && from.start < to.start
    {
        return Some((from.start, to.last_day()));
    }
    whole.map(|range| (range.start, range.last_day())).or_else(|| part_of_year(&lower))
}

/// »Unser Jahr 2022 im Überblick«, »Schuljahr«- and business years are told by their days.
fn whole_year(text: &str) -> Option<(Date, Date)> {
    let lower = text.to_lowercase();
    let says = super::figures::words(&lower)
        .iter()
        .any(|(_, word)| matches!(*word, "jahr" | "jahres" | "geschäftsjahr" | "kalenderjahr" | "haushaltsjahr"));
    let plain = text.split_whitespace().count() <= 14
        && !crate::layout::looks_like_clause(text)
        && scan(text, &YearContext::default()).is_empty();
    let (from, to) = years(text).filter(|_| says && plain)?;
    Some((Date::new(from, 1, 1).ok()?, Date::new(to, 12, 31).ok()?))
}

/// A statement for a funding office covers the time the measure was carried out.
fn carried_out(text: &str) -> Option<(Date, Date)> {
    let lower = text.to_lowercase();
    if !["durchführungszeitraum", "projektzeitraum", "maßnahmenzeitraum"].iter().any(|word| lower.starts_with(word)) {
        return None;
    }
    let hits = scan(text, &YearContext::default());
    let span = hits.iter().find_map(|hit| hit.reading.known().filter(|s| s.end.is_some()))?;
    Some((span.start, span.last_day()))
}

/// A conference of three days is no period of a report.
fn long(from: Date, to: Date) -> bool {
    from.saturating_add(jiff::Span::new().days(27)) <= to
}

/// »Quartalsbericht IV/2023«, »Halbjahresbericht 2023/I«, »2. Halbjahr 2023«.
fn part_of_year(lower: &str) -> Option<(Date, Date)> {
    let length: i8 = if lower.contains("quartal") || lower.contains("vierteljahr") {
        3
    } else if lower.contains("halbjahr") {
        6
    } else {
        return None;
    };
    let (year, _) = years(lower)?;
    let ordinal = |word: &str| match word {
        "1" | "i" | "erstes" | "erste" => Some(1_i8),
        "2" | "ii" | "zweites" | "zweite" => Some(2),
        "3" | "iii" | "drittes" | "dritte" => Some(3),
        "4" | "iv" | "viertes" | "vierte" => Some(4),
        _ => None,
    };
    let at = super::figures::words(lower).iter().find_map(|(_, word)| ordinal(word))?;
    let month = (at - 1).checked_mul(length)?.checked_add(1)?;
    let first = Date::new(year, month, 1).ok()?;
    Some((first, first.saturating_add(jiff::Span::new().months(i32::from(length) - 1)).last_of_month()))
}

/// The year that follows »…bericht« at once.
fn year_right_behind(lower: &str) -> Option<(i16, i16)> {
    let rest = lower.get(lower.find("bericht ")? + "bericht ".len()..)?;
    let digits = rest.get(..4).filter(|word| word.chars().all(|c| c.is_ascii_digit()))?;
    let behind = rest.get(4..).unwrap_or_default();
    let alone = !behind.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '/' | '.'))
        && !behind.starts_with("–2")
        && !behind.starts_with("-2");
    let year = digits.parse::<i16>().ok().filter(|year| alone && (1990..=2090).contains(year))?;
    Some((year, year))
}

/// The year right behind a word: »Förderperiode 2023–2027, Berichtsjahr 2024«.
fn year_behind(lower: &str, word: &str) -> Option<(i16, i16)> {
    let rest = lower.get(lower.find(word)? + word.len()..)?;
    let first = rest.split(|c: char| !c.is_ascii_digit()).find(|w| !w.is_empty())?;
    years(rest).or_else(|| years(first))
}

fn texts(block: &Block) -> Vec<Joined> {
    match block {
        Block::Heading(heading) => vec![Joined::of([(heading.line, heading.text.as_str())])],
        Block::Paragraph { parts } => {
            // Title lines stand under each other without a sentence.
            let mut found = vec![join(parts)];
            let prose = found.first().is_some_and(|whole| {
                sentences(whole.text()).len() > 1 || crate::layout::looks_like_clause(whole.text())
            });
            if parts.len() > 1 && !prose {
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
    // »Halbjahresbericht 1/2024« is no report on January.
    if title
        && hits.iter().all(|h| h.end.is_none() && h.precision != Precision::Day)
        && let Some(found) = part_of_year(&lower)
    {
        return Some((rank, found));
    }
    if let Some(range) = hits.iter().find(|h| h.end.is_some()) {
        return Some((rank, (range.start, range.last_day())));
    }
    // »zwischen April und September 2023«
    if lower.contains("zwischen ")
        && let [from, to] = hits.as_slice()
        && from.start < to.start
    {
        return Some((rank, (from.start, to.last_day())));
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
    if title && let Some(found) = part_of_year(&lower) {
        return Some((rank + 30, found));
    }
    // »Jahresbericht 2024 – vorgelegt in der Versammlung am 13.03.2025«
    if title && let Some((from, to)) = year_right_behind(&lower) {
        return Some((rank + 40, (Date::new(from, 1, 1).ok()?, Date::new(to, 12, 31).ok()?)));
    }
    let (from, to) = years(sentence).or_else(|| year_behind(&lower, "berichtsjahr"))?;
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
        "jahresübersicht",
        "chronik",
        "rückblick",
        "rückschau",
        "jahreschronik",
        "jahresbrief",
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
