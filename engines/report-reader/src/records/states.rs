//! How far a project is, in the words of the report.

/// Words in headings that put a state on everything below.
pub(super) fn of_heading(lower: &str) -> Option<String> {
    let known = [
        ("abgeschlossen", "abgeschlossen"),
        ("fertiggestellt", "abgeschlossen"),
        ("umgesetzte", "umgesetzt"),
        ("laufend", "laufend"),
        ("in umsetzung", "in Umsetzung"),
        ("in bearbeitung", "in Bearbeitung"),
        ("geplant", "geplant"),
        ("in planung", "in Planung"),
        ("in vorbereitung", "in Vorbereitung"),
        ("zurückgestellt", "zurückgestellt"),
        ("projektideen", "Idee"),
    ];
    known.iter().find(|(word, _)| lower.contains(word)).map(|(_, state)| (*state).to_owned())
}

/// The state the last telling sentence of a narrative states.
pub(super) fn of_narrative(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let known = [
        ("abgeschlossen", "abgeschlossen"),
        ("fertiggestellt", "abgeschlossen"),
        ("in umsetzung", "in Umsetzung"),
        ("in bearbeitung", "in Bearbeitung"),
        ("in planung", "in Planung"),
        ("in vorbereitung", "in Vorbereitung"),
        ("zurückgestellt", "zurückgestellt"),
        ("verworfen", "verworfen"),
    ];
    let denied = |at: usize| {
        lower.get(..at).is_some_and(|t| t.trim_end().ends_with("nicht") || t.trim_end().ends_with("noch nicht"))
    };
    known
        .iter()
        .filter_map(|(word, state)| lower.rfind(word).filter(|at| !denied(*at)).map(|at| (at, *state)))
        .max()
        .map(|(_, state)| state.to_owned())
}

/// Whether a short text is nothing but a state: `(laufend)`, »in Umsetzung«.
pub(super) fn is_state(text: &str) -> bool {
    let lower = text.trim().trim_matches(['(', ')', '.', ',']).to_lowercase();
    let words = [
        "laufend",
        "läuft",
        "abgeschlossen",
        "umgesetzt",
        "in umsetzung",
        "in planung",
        "geplant",
        "in vorbereitung",
        "in bearbeitung",
        "idee",
        "zurückgestellt",
        "ruht",
        "fertiggestellt",
        "beantragt",
        "bewilligt",
        "begonnen",
        "gestartet",
        "verworfen",
        "offen",
    ];
    lower.split_whitespace().count() <= 4
        && words.iter().any(|word| {
            lower == *word || lower.starts_with(&format!("{word} ")) || lower.starts_with(&format!("{word},"))
        })
}
