//! What stands beside a date: the rest of a cell, a place, a title.

use crate::dates::{DateHit, is_weekday, skip_time, time_at_start};
use crate::joining::Joined;
use crate::layout::{Cell, Part};
use crate::source::bullet;
use crate::vocabulary::body;

/// »12.03.2023 (Rathaus Talheim)«: what stands in brackets right behind the date is the place.
pub(super) fn take_place(mut parts: Vec<Part>, place: &mut Option<String>) -> Vec<Part> {
    let Some(first) = parts.first_mut() else {
        return parts;
    };
    let text = first.text.trim().to_owned();
    let Some(inner) = text.strip_prefix('(') else {
        return parts;
    };
    let Some((inside, rest)) = inner.split_once(')') else {
        return parts;
    };
    place.get_or_insert_with(|| inside.trim().to_owned());
    let rest = rest.trim_start_matches([':', ',', ' ', '–', '-']).to_owned();
    if rest.is_empty() {
        parts.remove(0);
    } else {
        first.text = rest;
    }
    parts
}

/// »Rathaus Talheim:« says where, not what.
pub(super) fn is_venue(head: &str) -> bool {
    let venues = [
        "rathaus",
        "bürgerhaus",
        "gasthaus",
        "gasthof",
        "gemeinschaftshaus",
        "sitzungssaal",
        "saal",
        "schloss",
        "feuerwehrhaus",
        "pfarrheim",
        "gemeindezentrum",
        "bürgerzentrum",
        "halle",
        "hotel",
        "online",
        "videokonferenz",
        "digital",
        "landratsamt",
        "dorfhaus",
        "kloster",
    ];
    head.split_whitespace().count() <= 5
        && head
            .split_whitespace()
            .next()
            .is_some_and(|w| venues.iter().any(|v| w.to_lowercase().trim_end_matches(',').ends_with(v)))
}

/// One to three capitalised words: a place, if something longer follows.
pub(super) fn is_place_like(text: &str) -> bool {
    if matches!(text.trim(), "vor Ort" | "online" | "digital" | "verschiedene Orte" | "alle Orte" | "virtuell") {
        return true;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=3).contains(&words.len())
        && words.iter().all(|w| w.chars().next().is_some_and(|c| c.is_uppercase() || c == '('))
        && bullet(text).is_none()
        && body(text).is_none()
}

/// The text with its dates taken out.
pub(super) fn without_dates(joined: &Joined, hits: &[DateHit]) -> String {
    let mut text = joined.text().to_owned();
    for hit in hits.iter().rev() {
        if hit.end <= text.len()
            && text.is_char_boundary(hit.start)
            && text.is_char_boundary(hit.end)
            && hit.start < hit.end
        {
            text.replace_range(hit.start..hit.end, "\u{1}");
        }
    }
    text
}

/// A title from what is left around a date: no weekday, no preposition, no separators.
pub(super) fn tidy(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    // »(11.11.2020, gemeinsam mit der VHS)«: the bracket opens at the next word.
    let mut opens = false;
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\u{1}');
        if bare.contains('\u{1}') || word.contains('\u{1}') {
            if word.starts_with('(') && !word.contains(')') {
                opens = true;
                continue;
            }
            while words.last().is_some_and(|w| {
                matches!(w.as_str(), "am" | "Am" | "vom" | "Vom" | "den" | "dem" | "im" | "Im" | "von" | "ab")
                    || is_weekday(w.trim_end_matches([',', '.']))
            }) {
                words.pop();
            }
            // What the date closed or set apart stays so: »(Würzburg, 8.11.)«, »Forum am 10.2., Eschbach«.
            let open = words.iter().map(|w| w.matches('(').count()).sum::<usize>()
                > words.iter().map(|w| w.matches(')').count()).sum::<usize>();
            if let Some(last) = words.last_mut() {
                if open && word.contains(')') {
                    last.truncate(last.trim_end_matches([',', ';']).len());
                    last.push(')');
                } else if word.ends_with(',') && last.ends_with(|c: char| c.is_alphanumeric() || c == '“') {
                    last.push(',');
                }
            }
            continue;
        }
        words.push(if std::mem::take(&mut opens) { format!("({word}") } else { word.to_owned() });
    }
    let joined = words.join(" ");
    let rest = joined.get(skip_time(&joined)..).unwrap_or_default();
    let rest = rest.trim_matches([' ', ',', ';', ':', '–', '-', '|']).trim();
    rest.strip_suffix("()").unwrap_or(rest).trim_end_matches([' ', ',', '–', '-', ':']).to_owned()
}

/// What stands behind the date in its own cell.
pub(super) fn remainder(cell: &Cell, end: usize) -> Vec<Part> {
    let mut left = end;
    let mut kept = Vec::new();
    for part in &cell.parts {
        let squeezed = part.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if left >= squeezed.len() {
            left -= (squeezed.len() + 1).min(left);
            continue;
        }
        let text = squeezed.get(left..).unwrap_or_default();
        left = 0;
        let text = if kept.is_empty() { text.get(skip_time(text)..).unwrap_or_default() } else { text };
        let text = text.trim_matches(['(', ')', ' ']).trim();
        let weekday = is_weekday(text.trim_end_matches('.'));
        if !text.is_empty() && !weekday && time_at_start(text).is_none_or(|end| end < text.len()) {
            kept.push(Part { text: text.to_owned(), ..part.clone() });
        }
    }
    kept
}
