//! Numbers with their qualifier and unit: »rund 430 Kinder«, »ca. 20 Personen«, »12.500 €«.

use crate::dates::{YearContext, scan};
use crate::joining::Joined;
use crate::proposal::Figure;

/// Words that make a number an approximate or bounded one.
const QUALIFIERS: [&str; 25] = [
    "rd",
    "mind",
    "wenigstens",
    "rund",
    "ca",
    "circa",
    "zirka",
    "etwa",
    "ungefähr",
    "knapp",
    "fast",
    "gut",
    "über",
    "mindestens",
    "höchstens",
    "maximal",
    "max",
    "min",
    "annähernd",
    "insgesamt",
    "mehr als",
    "weniger als",
    "bis zu",
    "genau",
    "jeweils",
];
const WORDS: [(&str, f64); 12] = [
    ("zwei", 2.0),
    ("drei", 3.0),
    ("vier", 4.0),
    ("fünf", 5.0),
    ("sechs", 6.0),
    ("sieben", 7.0),
    ("acht", 8.0),
    ("neun", 9.0),
    ("zehn", 10.0),
    ("elf", 11.0),
    ("zwölf", 12.0),
    ("dutzend", 12.0),
];
const UNITS: [&str; 30] = [
    "m³",
    "cbm",
    "liter",
    "mwh",
    "gwh",
    "ar",
    "km",
    "m",
    "m²",
    "ha",
    "%",
    "€",
    "prozent",
    "euro",
    "eur",
    "kilometer",
    "meter",
    "hektar",
    "uhr",
    "kw",
    "kwh",
    "stück",
    "t",
    "tonnen",
    "mw",
    "qm",
    "km²",
    "quadratmeter",
    "kilometern",
    "metern",
];

/// A number token: digits with German separators.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Amount {
    pub(crate) value: f64,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Reads digits with German separators: `1.234,56`, `34 480`, `1,2`.
pub(crate) fn number(text: &str) -> Option<(f64, usize)> {
    let mut digits = String::new();
    let bytes: Vec<(usize, char)> = text.char_indices().collect();
    let mut end = 0;
    let mut at = 0;
    let group = |from: usize| {
        let three = (from..from + 3).all(|i| bytes.get(i).is_some_and(|(_, c)| c.is_ascii_digit()));
        three && !bytes.get(from + 3).is_some_and(|(_, c)| c.is_ascii_digit())
    };
    let mut grouped = false;
    while let Some((offset, c)) = bytes.get(at) {
        if c.is_ascii_digit() {
            digits.push(*c);
            end = offset + 1;
        } else if matches!(c, '.' | ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’')
            && group(at + 1)
            && (1..=3).contains(&digits.len()) | grouped
        {
            grouped = true;
        } else if *c == ',' && bytes.get(at + 1).is_some_and(|(_, c)| c.is_ascii_digit()) && !digits.contains('.') {
            digits.push('.');
        } else {
            break;
        }
        at += 1;
    }
    if digits.is_empty() || digits.len() > 16 {
        return None;
    }
    digits.parse().ok().map(|value| (value, end))
}

/// All numbers that are no date, time, chapter or part of a word.
pub(crate) fn numbers(text: &str) -> Vec<Amount> {
    let dates = scan(text, &YearContext::default());
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = at + offset;
        let Some((value, length)) = text.get(start..).and_then(number) else {
            break;
        };
        let end = start + length;
        at = end;
        let before = text.get(..start).and_then(|t| t.chars().next_back());
        let glued = before.is_some_and(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '/' | ':' | '§' | '+' | '_'));
        let after = text.get(end..).unwrap_or_default();
        let runs_on = after.starts_with(|c: char| c.is_alphabetic() || matches!(c, '/' | ':' | '_' | '-'));
        let in_date = dates.iter().any(|hit| start < hit.end && end > hit.start);
        if !glued && !runs_on && !in_date {
            found.push(Amount { value, start, end });
        }
    }
    found
}

fn is_year(amount: Amount, text: &str) -> bool {
    let plain =
        text.get(amount.start..amount.end).is_some_and(|t| t.len() == 4 && t.chars().all(|c| c.is_ascii_digit()));
    plain && (1900.0..=2100.0).contains(&amount.value)
}

/// The words before an offset, nearest first.
fn before(text: &str, at: usize) -> Vec<&str> {
    text.get(..at).unwrap_or_default().split_whitespace().rev().take(3).collect()
}

pub(crate) fn qualifier(text: &str, at: usize) -> Option<String> {
    let words = before(text, at);
    let clean = |word: &str| word.trim_start_matches(['(', '„', '>', '~']).trim_end_matches(['.', ',']).to_lowercase();
    let one = clean(words.first()?);
    let two = words.get(1).map(|w| format!("{} {one}", clean(w)));
    let found = two
        .filter(|pair| QUALIFIERS.contains(&pair.as_str()))
        .or_else(|| QUALIFIERS.contains(&one.as_str()).then_some(one))?;
    Some(match found.as_str() {
        "ca" | "circa" | "zirka" => "ca.".to_owned(),
        "rd" => "rund".to_owned(),
        "mind" => "mindestens".to_owned(),
        "max" | "min" => format!("{found}."),
        _ => found,
    })
}

/// The noun or unit after a number, with »pro Woche«.
fn unit(text: &str, at: usize) -> Option<String> {
    let noun = noun(text, at)?;
    let behind = text.get(at..)?.split_once(noun.as_str()).map_or("", |(_, behind)| behind);
    let mut words = behind.split_whitespace();
    let per = words.next().filter(|word| behind.starts_with(' ') && matches!(*word, "pro" | "je"));
    let what = words
        .next()
        .map(|word| word.trim_end_matches([',', '.', ';', ':', ')', '!', '?']))
        .filter(|w| w.starts_with(char::is_uppercase));
    Some(match per.zip(what) {
        Some((per, what)) => format!("{noun} {per} {what}"),
        None => noun,
    })
}

/// The noun or unit after a number; adjectives between are passed over.
fn noun(text: &str, at: usize) -> Option<String> {
    let rest = text.get(at..)?;
    // »27.800,- EUR«
    let rest = [",--", ",-", ",–", ",—"].iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or(rest);
    for (i, word) in rest.split_whitespace().take(4).enumerate() {
        let bare = word.trim_end_matches([',', '.', ';', ':', ')', '!', '?', '“', '"', '«']).trim_start_matches('(');
        if UNITS.contains(&bare.to_lowercase().as_str()) {
            return Some(if bare == "EUR" || bare == "Euro" { "€".to_owned() } else { bare.to_owned() });
        }
        if bare.chars().next().is_some_and(char::is_uppercase) && bare.chars().count() > 1 {
            return Some(bare.to_owned());
        }
        let ended = bare.len() != word.len();
        let adjective = ["en", "er", "e", "te", "ten"].iter().any(|ending| bare.ends_with(ending))
            && !matches!(
                bare,
                "wurden"
                    | "haben"
                    | "werden"
                    | "oder"
                    | "aber"
                    | "der"
                    | "die"
                    | "den"
                    | "waren"
                    | "konnten"
                    | "wurde"
                    | "sowie"
            );
        if ended || !adjective || i >= 2 {
            return None;
        }
    }
    None
}

/// The figures of a text. Years, dates, times, ordinals and chapter numbers are none.
pub(crate) fn figures(joined: &Joined) -> Vec<Figure> {
    figures_at(joined).into_iter().map(|(_, figure)| figure).collect()
}

/// The figures of a text with the offsets they stand at.
pub(super) fn figures_at(joined: &Joined) -> Vec<(usize, Figure)> {
    let text = joined.text();
    let mut found: Vec<(usize, Figure)> = Vec::new();
    for amount in numbers(text) {
        let after = text.get(amount.end..).unwrap_or_default();
        // »4. Sitzung« counts nothing.
        let ordinal = after.starts_with(". ")
            && after.trim_start_matches(['.', ' ']).starts_with(char::is_uppercase)
            && amount.value < 100.0;
        let counted = unit(text, amount.end);
        if is_year(amount, text) || ordinal && after.starts_with('.') || counted.as_deref() == Some("Uhr") {
            continue;
        }
        let label = before(text, amount.start)
            .first()
            .map(|w| w.trim_end_matches(['.', ':']).to_lowercase())
            .unwrap_or_default();
        if matches!(
            label.as_str(),
            "nr" | "top"
                | "kapitel"
                | "seite"
                | "tel"
                | "abb"
                | "handlungsfeld"
                | "punkt"
                | "ziffer"
                | "art"
                | "kw"
                | "§"
        ) {
            continue;
        }
        let mut value = amount.value;
        let mut counted = counted;
        let mut rest = after.split_whitespace();
        let scale = rest.next().map(|w| w.trim_end_matches('.').to_lowercase()).unwrap_or_default();
        let factor = match scale.as_str() {
            "mio" | "million" | "millionen" => 1_000_000.0,
            "tsd" | "tausend" | "t€" | "teur" => 1_000.0,
            _ => 1.0,
        };
        if factor > 1.0 {
            value *= factor;
            let money = scale.starts_with("t€")
                || scale == "teur"
                || rest.next().is_some_and(|w| w.starts_with('€') || w.starts_with("Euro") || w.starts_with("EUR"));
            counted = if money { Some("€".to_owned()) } else { None };
        }
        // »Betriebe: 37«: the label says what is counted.
        if counted.is_none() && factor <= 1.0 {
            counted = labelled(text, amount.start);
        }
        // »etwa 5 folgen noch« counts something, though the sentence does not repeat what.
        if counted.is_none()
            && factor <= 1.0
            && qualifier(text, amount.start).is_none_or(|q| q == "insgesamt" || q == "jeweils")
        {
            continue;
        }
        let line = joined.line_at(amount.start);
        found.push((amount.start, Figure { value, qualifier: qualifier(text, amount.start), unit: counted, line }));
    }
    for (start, word) in words(text) {
        let Some((_, value)) = WORDS.iter().find(|(name, _)| *name == word.to_lowercase()) else {
            continue;
        };
        if let Some(counted) = unit(text, start + word.len()) {
            found.push((
                start,
                Figure {
                    value: *value,
                    qualifier: qualifier(text, start),
                    unit: Some(counted),
                    line: joined.line_at(start),
                },
            ));
        }
    }
    found.sort_by_key(|(start, _)| *start);
    found
}

/// The label right before a number, if nothing but a qualifier stands between.
fn labelled(text: &str, at: usize) -> Option<String> {
    let (key, _) = text.split_once(": ").filter(|_| super::project_lines::keyed(text))?;
    let between = text.get(key.len() + 1..at)?;
    let small = between.split_whitespace().all(|word| word.chars().all(|c| c.is_lowercase() || c == '.'));
    (small && between.split_whitespace().count() <= 2 && crate::vocabulary::column(key).is_none())
        .then(|| key.to_owned())
}

/// Words with their offsets.
pub(crate) fn words(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            open.get_or_insert(at);
        } else if let Some(start) = open.take() {
            found.push((start, text.get(start..at).unwrap_or_default()));
        }
    }
    if let Some(start) = open {
        found.push((start, text.get(start..).unwrap_or_default()));
    }
    found
}

/// Amounts of money in cents, with their place: `90.000 €`, `€ 90.000`, `1,2 Mio. Euro`.
pub(crate) fn money(text: &str) -> Vec<(i64, usize)> {
    let mut found = Vec::new();
    for amount in numbers(text) {
        let after = text.get(amount.end..).unwrap_or_default().trim_start_matches(['-', '–', ',']).trim_start();
        let lower = after.to_lowercase();
        let (factor, rest) = if let Some(rest) = lower
            .strip_prefix("mio. ")
            .or_else(|| lower.strip_prefix("mio "))
            .or_else(|| lower.strip_prefix("millionen "))
        {
            (1_000_000.0, rest)
        } else if let Some(rest) =
            lower.strip_prefix("tsd. ").or_else(|| lower.strip_prefix("tausend ")).or_else(|| lower.strip_prefix('t'))
        {
            (1_000.0, rest)
        } else {
            (1.0, lower.as_str())
        };
        let follows = rest.starts_with('€') || rest.starts_with("eur");
        let leads =
            text.get(..amount.start).is_some_and(|t| t.trim_end().ends_with('€') || t.trim_end().ends_with("EUR"));
        let cents = amount.value * factor * 100.0;
        if (follows || leads) && cents.abs() < 9e15 {
            found.push((round(cents), amount.start));
        }
    }
    found
}

#[allow(clippy::cast_possible_truncation)] // the caller checked the size
fn round(value: f64) -> i64 {
    value.round() as i64
}
