//! What a line about a project is: a label, a title with its text, or both.

use super::states::{is_state, split_title};
use super::topics::{breaks_on_purpose, clean};
use crate::joining::{Joined, sentences};
use crate::layout::{Part, looks_like_clause};
use crate::vocabulary::{Column, column};

/// A label that begins a line: »Stand: laufend«.
pub(super) fn label(text: &str) -> Option<(Column, &str)> {
    let (key, value) = text.split_once(':')?;
    let key = key.trim().trim_matches(['*', '-', '•', ' ']);
    let value = value.trim().trim_matches('*').trim();
    // »zeit. Stand: laufend« is the end of a sentence and a label after it.
    let after_sentence = key.contains(". ") && !key.to_lowercase().starts_with("lfd");
    if key.split_whitespace().count() > 4 || value.is_empty() || after_sentence {
        return None;
    }
    let role = column(key)?;
    // »Kinderferienprogramm: …« is a title of its own and no label for one.
    let names = [
        "projekt",
        "projekttitel",
        "projektname",
        "titel",
        "maßnahme",
        "vorhaben",
        "bezeichnung",
        "name",
        "projektbezeichnung",
        "kleinprojekt",
        "projektnummer",
    ];
    let lower = key.to_lowercase();
    let known = lower.split(|c: char| !c.is_alphanumeric()).any(|word| names.contains(&word));
    // »7 Sammelplätze Status: läuft« is a sum of two.
    let counts = role != Column::Title && key.starts_with(|c: char| c.is_ascii_digit());
    ((role != Column::Title || known) && !counts).then_some((role, value))
}

/// »Länge: rund 240 km«: a label whose name no list knows.
pub(super) fn keyed(text: &str) -> bool {
    text.split_once(": ").is_some_and(|(key, value)| {
        let words = key.split_whitespace().count();
        (1..=2).contains(&words)
            && key.starts_with(char::is_uppercase)
            && key.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '/'))
            && !value.trim().is_empty()
    })
}

/// »Kosten: 180.000 €, Förderung: 90.000 €, Stand: bewilligt«: each label with its value.
pub(super) fn segments(line: &Joined) -> Vec<Joined> {
    let text = line.text();
    let mut cuts = vec![0];
    for mark in [", ", "; ", " | ", " · ", ". "] {
        for (at, found) in text.match_indices(mark) {
            let rest = text.get(at + found.len()..).unwrap_or_default();
            if label(rest).is_some_and(|_| rest.split(':').next().is_some_and(|key| !key.contains([',', ';', '|']))) {
                cuts.push(at + found.len());
            }
        }
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts.push(text.len());
    cuts.windows(2)
        .filter_map(|pair| Some(line.slice(*pair.first()?, *pair.get(1)?)))
        .flat_map(|segment| first_sentence(&segment))
        .map(|segment| {
            let end = segment.text().trim_end_matches([',', ';', '|', '·', ' ']).len();
            segment.slice(0, end)
        })
        .filter(|segment| !segment.text().is_empty())
        .collect()
}

/// »Stand: in Umsetzung. Das Konzept umfasst …«: the value ends with its sentence.
fn first_sentence(segment: &Joined) -> Vec<Joined> {
    let text = segment.text();
    let short = label(text).is_some_and(|(role, _)| {
        matches!(role, Column::State | Column::Field | Column::Owner | Column::Period | Column::Date)
    });
    let parts = sentences(text);
    match parts.first().filter(|_| short && parts.len() > 1) {
        Some((_, end)) => {
            let value = text.get(..*end).unwrap_or(text).trim_end().trim_end_matches('.').len();
            vec![segment.slice(0, value), segment.slice(*end, text.len())]
        }
        None => vec![segment.clone()],
    }
}

/// Whether the lines begin with a label, so that they speak of the project whose heading stands above.
pub(super) fn groups_under_heading(parts: &[Part]) -> bool {
    parts.first().is_some_and(|first| label(&first.text).is_some())
}

/// The title of a list item or run-in heading, and where its text begins.
pub(super) fn run_in(text: &str, longest: usize) -> Option<(&str, usize)> {
    let free = |at: &usize| {
        let before = text.get(..*at).unwrap_or_default();
        before.matches('(').count() == before.matches(')').count()
    };
    let at = [": ", " – ", " - ", " — ", " -- "]
        .iter()
        .filter_map(|mark| text.find(mark).filter(free).map(|at| (at, mark.len())))
        .min()
        // »Loipennetz (zurückgestellt).« is all title and state.
        .or_else(|| {
            let bare = text.trim_end().trim_end_matches('.');
            (bare.ends_with(')') && split_title(bare).is_some()).then_some((bare.len(), text.len() - bare.len()))
        })?;
    let title = text.get(..at.0)?.trim();
    let words = title.split_whitespace().count();
    let fits = words <= longest
        && title.chars().next().is_some_and(|c| c.is_uppercase() || c == '„' || c.is_ascii_digit())
        && !looks_like_clause(title)
        && sentences(title).len() == 1;
    (fits && !title.ends_with(" am")).then_some((title, at.0 + at.1))
}

/// The first line of an item, if a person ended it: »a) Ladepark« above its description.
pub(super) fn title_line(parts: &[Part], width: usize) -> Option<String> {
    let (first, second) = (parts.first()?, parts.get(1)?);
    let text = first.text.trim();
    let short = text.split_whitespace().count() <= 8 && !text.ends_with(['.', ',', ';']) && !looks_like_clause(text);
    let whole = run_in(text, 10).is_none() || is_stretch(text);
    (short && whole && breaks_on_purpose(first, second, width)).then(|| clean(text))
}

/// »Radweg Unter-Moosbach – Quellheim«: the dash stands between two places, not before a description.
fn is_stretch(text: &str) -> bool {
    let Some((_, to)) = text.split_once(" – ") else { return false };
    let words = to.split_whitespace().count();
    words <= 2 && to.split_whitespace().all(|word| word.starts_with(char::is_uppercase)) && !is_state(to)
}

/// A paragraph cut where a line begins with a title of its own: »Heckenpflege: Das Projekt ruht.«
pub(super) fn run_in_groups(parts: &[Part]) -> Vec<&[Part]> {
    let mut cuts = vec![0];
    // »Kernwege: Antrag gestellt; 64 km« above »Rundwege: in Arbeit«: a list of projects without signs.
    let titled = |part: &Part| keyed(&part.text) && label(&part.text).is_none();
    let listed = parts.first().is_some_and(titled)
        && parts.iter().filter(|part| titled(part)).count() >= 2
        && parts.iter().all(|part| label(&part.text).is_none());
    // Among labels »Nächste Schritte: …« is one more.
    let labels = parts.iter().any(|part| label(&part.text).is_some());
    for (at, pair) in parts.windows(2).enumerate() {
        if let [before, part] = pair
            && (before.text.trim_end().ends_with(['.', '!', '?'])
                && run_in(&part.text, 4).is_some()
                && !(labels && keyed(&part.text))
                || listed && titled(part))
        {
            cuts.push(at + 1);
        }
    }
    cuts.push(parts.len());
    cuts.windows(2).filter_map(|pair| parts.get(*pair.first()?..*pair.get(1)?)).collect()
}

/// »Das Projekt „Skulpturenweg“ wurde …« speaks of a project wherever it stands.
pub(super) fn introduces(text: &str) -> bool {
    ["Projekt „", "Vorhaben „", "Maßnahme „", "Projekt »", "Kooperationsprojekt „", "Projekts „"]
        .iter()
        .any(|word| text.find(word).is_some_and(|at| at <= 40))
}

/// »Projekt 1.2: Dorfmoderation« → »Dorfmoderation«.
pub(super) fn without_count(title: &str) -> &str {
    for word in ["Projekt", "Maßnahme", "Vorhaben", "Teilprojekt", "Leitprojekt", "Startprojekt"] {
        if let Some(rest) = title.strip_prefix(word)
            && rest.starts_with([' ', ':'])
        {
            let bare = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '.'));
            let named = bare.trim_start_matches([':', '–', '-', ' ']);
            if !named.is_empty()
                && (named.len() < bare.len()
                    || rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
                    || named.starts_with('„'))
            {
                return named.trim();
            }
        }
    }
    title
}
